"""What stands before, behind and instead of an actor's name: the former spy chief Ann Bellamy; Bellamy, a lawyer.

A wording is read where it stands: the noun phrase that ends in the name, the apposition or clause behind it,
a predicate (Bellamy is a lawyer), and a description with "the" whose noun only one actor is called by.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import NamedTuple

import pandas as pd
import regex

from ..english.grammar import find_class
from ..english.words import fold
from ..rules import Rule, RuleList
from ..speech.lexicon import is_body_word, is_person_word, title_sexes
from ..speech.sentence.tags import tag_words
from ..tables import conform
from .mentions import spans_by_article
from .phrases import Phrase, read_phrases

# Running text between two stops; a comma inside a number and the stop of a title end nothing.
_STRETCH = r"(?:[^,.;:!?()—–\n\"“”]|,(?=\d)|(?<=\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|\p{Lu}))\.)"
_LONGEST = 14  # words of an apposition
_HONORIFIC = {"mr", "mrs", "ms", "miss", "sir", "dame", "madam", "lord", "lady"}
_NO_START = ("verb", "auxiliary", "pronoun", "preposition", "coordinator")
_DEFINITE = {"the", "his", "her", "its", "their", ""}
_IS = regex.compile(r"\s(?:is|was|became|remains|has been|is also|was also)\s(?=(?:an?|the)\s)")
_APPOSED = regex.compile(r"(?:['’]s)?(?:,\s\d\d)?,\s(?:the|an?|his|her|its|their)\s(?=\S)")
_OWNED = regex.compile(r"(?:,\s\d\d)?,\s(?=\p{Lu}[\p{L}.’'-]*['’]s\s|the\s)")
_OFFICE = regex.compile(r"(?:,\s\d\d)?,\s(?=(\p{L}[\p{L}.-]*)(?:\s(\p{L}+)(?:\s(\p{L}+))?)?)")
_PARTY = regex.compile(r"[DRI]\s?-\s?\p{Lu}[\p{L}.]*|(?:Democrat|Republican|Independent)\sof\s\p{Lu}\p{L}+")
_CLAUSE = regex.compile(rf"(?:['’]s)?,?\s(who\s{_STRETCH}{{8,110}})")
_BRACKET = regex.compile(r"\s\(((?:[DRI]\s?-\s?\p{Lu}|(?:an?|the)\s)[^()\n]{2,60})\)")
_ENDS_IN_NAME = regex.compile(r"^(?:[\p{L}.’'-]+\s){0,6}$")  # another's title: Bellamy, Mayor Tom Ellis and ...
_TEXT = regex.compile(rf"{_STRETCH}*")


class Label(NamedTuple):
    """A wording for an actor, and the noun it turns on."""

    article: str
    start: int
    end: int
    thing: str
    part: str
    head: str
    modifiers: tuple


class Read(NamedTuple):
    """One sentence read: its article, place, zone and noun phrases."""

    article: str
    sentence: int
    start: int
    end: int
    zone: str
    phrases: list


def read_sentences(sentences, articles):
    """Return the Read of every sentence, in order; a sentence that an article repeats is read once."""
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    columns = [sentences[name].tolist() for name in ("article", "sentence", "start", "end", "zone")]
    repeats = sentences["repeat_of"].notna().tolist()
    return [Read(article, number, start, end, zone, read_phrases(texts[article], start, end))
            for article, number, start, end, zone, repeat in zip(*columns, repeats, strict=True) if not repeat]


def label_actors(reads, articles, mentions, actors):
    """Return the Labels of all actors but countries, in order."""
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    kinds = dict(zip(actors["actor"], actors["kind"].astype(str), strict=True))
    places = spans_by_article(mentions, articles)
    found, free = [], []
    for read in reads:
        starts, spans = places[read.article]
        named = [span for span in spans[bisect_left(starts, read.start):bisect_left(starts, read.end)]
                 if kinds.get(span[2]) in ("person", "body")]
        text = texts[read.article]
        used = set()
        for start, end, actor in named:
            others = [first for first, _, name in named if first != start]
            for label in _read_beside(text, read, start, end, actor, kinds[actor], others):
                found.append(label)
                used.add(label.start)
        free += [(read, phrase) for phrase in read.phrases if phrase.start not in used and phrase.opener == "the"
                 and not phrase.plural
                 and not any(phrase.start < end and start < phrase.end for start, end, _ in named)]
    return sorted(found + _stand_in(found, free, places))


def _read_beside(text, read, start, end, actor, kind, others):
    """Return the Labels beside one mention from start to end."""
    found = []
    number = bisect_right([phrase.start for phrase in read.phrases], start) - 1
    phrase = read.phrases[number] if number >= 0 else None
    if phrase and phrase.start < start <= phrase.end:
        words = text[phrase.start:start].rstrip()
        free = phrase.start == read.start or (kind == "body" and bool(phrase.opener))
        if phrase.end <= end + 2 and _is_before(words, kind, free):
            found.append(_label(read.article, phrase.start, phrase.start + len(words), actor, "before", words))
    title = next((phrase for phrase in read.phrases if text[phrase.end:start] in (", ", "’s ", "'s ")), None)
    if title and text[title.end:start] == ", " and kind == "person" and title.opener in _DEFINITE and (
            is_person_word(title.head)) and text[end:end + 1] in ",.;" and not title.plural:
        found.append(Label(read.article, title.start, title.end, actor, "before", title.head, title.modifiers))
    _, behind = BEHIND.decide(text, end, read.end)
    if behind and not any(behind[0] < at < behind[1] and not text[:behind[0]].endswith((" a ", " an ", " the "))
                          and _ENDS_IN_NAME.search(text[behind[0]:at]) for at in others):
        first, last = behind
        found.append(_label(read.article, first, last, actor, "behind", text[first:last]))
    match = _IS.match(text, end, read.end)
    if match:
        phrase = next((phrase for phrase in read.phrases if 0 <= phrase.start - match.end() < 5), None)
        if phrase and (is_person_word(phrase.head) if kind == "person" else is_body_word(phrase.head)):
            found.append(Label(read.article, phrase.start, phrase.end, actor, "behind", phrase.head, phrase.modifiers))
    return found


def _label(article, start, end, actor, part, words):
    low = [fold(word) for word in regex.findall(r"[\p{L}\p{N}.’'-]+", words)]
    cut = next((place for place, word in enumerate(low) if place and (
        find_class(word) in ("preposition", "relative", "that") or word == "and" or word.endswith("ing"))), len(low))
    return Label(article, start, end, actor, part, low[cut - 1] if cut else "", tuple(low[:max(cut - 1, 0)]))


def _is_before(words, kind, free):
    """Tell whether the words before a name describe it: an office, a noun, a nation's genitive."""
    parts = words.split()
    last = parts[-1].strip("\"“”‘’'") if parts else ""
    if not last or fold(last).rstrip(".") in _HONORIFIC or find_class(last) in ("time", "preposition", "determiner"):
        return False
    bare = last.rstrip(".")
    if is_person_word(last) or is_person_word(bare) or bare.lower() in title_sexes() or (
            kind == "body" and is_body_word(last)):
        return True
    if last.endswith(("'s", "’s")):
        return len(parts) == 1
    return free and last.islower() and not last.endswith(("ed", "ing", "ly"))


def _describes(text, first, end):
    """Return (first, last) of the description that opens at `first`, cut where a verb of the sentence goes on."""
    match = _TEXT.match(text, first, end)
    words = match.group().split()
    tags, cues = tag_words(words, False)
    if not words or 0 in cues or words[0] == "whose" or tags[0] in _NO_START:
        return None
    keep = len(words)
    for at, tag in enumerate(tags):
        relative = any(before in ("relative", "that") for before in tags[:at])
        if tag in ("cue", "verb", "auxiliary") and not relative:
            keep = at
            break
        if words[at] in ("and", "but") and at > 1:
            keep = at
            break
    if keep < len(words) and tags[keep] in ("cue", "auxiliary"):
        return None  # Bellamy, the union said
    keep = min(keep, _LONGEST)
    while keep and find_class(words[keep - 1]) is not None:
        keep -= 1
    size = len(" ".join(words[:keep]))
    return (first, first + size) if keep and text[first:first + size] == " ".join(words[:keep]) else None


def _apposition(text, at, end):
    """Bellamy, the nurses' leader; Bellamy, 43, a lawyer from Ellby."""
    match = _APPOSED.match(text, at, end)
    return match and _describes(text, match.end(), end)


def _owner(text, at, end):
    """Bellamy, Norhaven's mayor."""
    match = _OWNED.match(text, at, end)
    return match and _describes(text, match.end(), end)


def _office(text, at, end):
    """Bellamy, mayor of Norhaven; Bellamy, Democrat of Norhaven; Bellamy, D-Norhaven."""
    match = _OFFICE.match(text, at, end)
    if match:
        party = _PARTY.match(text, match.end(), end)
        if party:
            return match.end(), party.end()
        if "and" not in match.groups() and any(word and is_person_word(word) for word in match.groups()):
            return _describes(text, match.end(), end)
    return None


def _clause(text, at, end):
    """Bellamy, who has never worked a night shift."""
    match = _CLAUSE.match(text, at, end)
    if not match:
        return None
    words = match.group(1).split()
    if len(words) < 4 or words[1] in ("said", "says", "told", "added", "spoke"):
        return None
    size = len(match.group(1).rstrip())
    return match.start(1), match.start(1) + size


def _brackets(text, at, end):
    """Bellamy (a former judge)."""
    match = _BRACKET.match(text, at, end)
    return match and match.span(1)


def _decides(example):
    """Return the rule that reads what stands behind the name Bellamy in an example sentence."""
    at = example.index("Bellamy") + len("Bellamy")
    return BEHIND.decide(example, at, len(example))[0]


BEHIND = RuleList("What describes the name before it?", (
    Rule("apposition", _apposition, "A phrase with an article between commas says what the named one is.",
         yes=("Ann Bellamy, the nurses' leader, climbed down.", "They met Ann Bellamy, 43, a lawyer from Ellby."),
         no=("Ann Bellamy, the union said, will go.", "Ann Bellamy, who leads the union, will go.")),
    Rule("owner", _owner, "A genitive opens a description as an article does.",
         yes=("Ann Bellamy, Norhaven's mayor, climbed down.",), no=("Ann Bellamy, after Norhaven's vote, left.",)),
    Rule("office", _office, "An office or party needs no article.",
         yes=("Ann Bellamy, mayor of Norhaven, left.", "Ann Bellamy, Republican of Norhaven, left."),
         no=("Ann Bellamy, speaking in Norhaven, left.", "Ann Bellamy, meanwhile, left.")),
    Rule("clause", _clause, "A clause with who describes in the outlet's words.",
         yes=("Ann Bellamy, who has never worked a night shift, left.",),
         no=("Ann Bellamy, who said nothing, left.",)),
    Rule("brackets", _brackets, "Brackets behind a name hold the party, or a description.",
         yes=("Ann Bellamy (D-Norhaven) left.", "Ann Bellamy (a former judge) left."),
         no=("Ann Bellamy (left) smiled.",)),
), _decides)


def _stand_in(labels, free, places):
    """Return Labels for descriptions with "the" whose noun one actor alone is called by: the mayor left.

    The noun's other words must not be at odds with the actor's; in an article that calls two by the noun, the one
    named last before it is meant.
    """
    by_head, modifiers = defaultdict(lambda: defaultdict(set)), defaultdict(set)
    for label in labels:
        by_head[label.head][label.thing].add(label.article)
        modifiers[label.thing, label.head].update(label.modifiers)
    found = []
    for read, phrase in free:
        owners = by_head.get(phrase.head)
        if not owners:
            continue
        here = sorted(actor for actor, where in owners.items() if read.article in where)
        starts, spans = places[read.article]
        before = [span[2] for span in spans[:bisect_left(starts, phrase.start)]]
        fits = [actor for actor in (here or sorted(owners)) if actor in before[-12:]
                and (set(phrase.modifiers) <= modifiers[actor, phrase.head] | {"former", "then"}
                     or (len(owners) == 1 and not phrase.names))]
        if len(fits) > 1:
            fits = [actor for actor in reversed(before) if actor in fits][:1] if len(here) < 2 else []
        if len(fits) == 1 and not phrase.tail:
            found.append(Label(read.article, phrase.start, phrase.end, fits[0], "stand-in", phrase.head,
                               phrase.modifiers))
    return found


def find_labels(labels, things, sentences, voices, quotes, articles):
    """Return the table `labels` from the Labels of actors and the wordings of things (article, start, end, thing)."""
    order = {str(name): number for number, name in enumerate(articles["article"])}
    texts = dict(zip(order, articles["text"], strict=True))
    told = [(order[label.article], label.start, label.end, label.thing, label.part, label.article) for label in labels]
    told += [(order[article], start, end, thing, "head", article) for article, start, end, thing in things]
    zones = _Stretches(sentences, ("zone",))
    heard = _Stretches(voices, ("voice", "speaker"))
    marked = _Stretches(quotes[quotes["kind"] == "scare"], ())
    rows, seen = [], set()
    for number, start, end, thing, part, article in sorted(told):
        if (number, start, end, thing) not in seen:
            seen.add((number, start, end, thing))
            voice, speaker = heard.at(article, start) or ("own", None)
            (zone,) = zones.at(article, start) or (None,)
            rows.append((article, start, end, texts[article][start:end], thing, part, zone, voice, speaker,
                         marked.any(article, start, end)))
    columns = ["article", "start", "end", "label", "thing", "part", "zone", "voice", "speaker", "marked"]
    return conform("labels", pd.DataFrame(rows, columns=columns), articles)


class _Stretches:
    """Stretches of text that do not overlap, with what is known of each."""

    def __init__(self, table, columns):
        self.starts, self.rows = defaultdict(list), defaultdict(list)
        names = ("article", "start", "end", *columns)
        columns = [table[name].tolist() for name in names]
        for article, *row in sorted(zip(*columns, strict=True), key=lambda row: row[:3]):
            self.starts[article].append(row[0])
            self.rows[article].append(row)

    def at(self, article, place):
        """Return what is known of the stretch that holds a place, as a list; None where none does."""
        number = bisect_right(self.starts[article], place) - 1
        row = self.rows[article][number] if number >= 0 else None
        return row[2:] if row and place < row[1] else None

    def any(self, article, start, end):
        """Tell whether a stretch shares a character with start to end."""
        number = bisect_left(self.starts[article], end) - 1
        return number >= 0 and start < self.rows[article][number][1]


__all__ = ["Label", "Phrase", "Read", "find_labels", "label_actors", "read_sentences"]
