"""What stands before, behind and instead of an actor's name: the former spy chief Ann Bellamy; Bellamy, a lawyer.

A wording is read where it stands: the words that lead up to the name, the apposition or clause behind it (behind.py),
and a predicate (Bellamy is a lawyer).  What stands in place of a name is read in standins.py.
"""

from bisect import bisect_left
from typing import NamedTuple

import pandas as pd
import regex

from ..english.adjectives import PICKING
from ..english.countries import cities
from ..english.grammar import POSSESSIVES, find_class
from ..english.lexicon import (
    PREYING,
    is_body_word,
    is_document_word,
    is_epithet,
    is_person_word,
    is_thing_noun,
    is_vague_noun,
    title_sexes,
)
from ..english.names import HONORIFICS
from ..english.nouns import ABSTRACT_ENDINGS, singular
from ..english.wordlists import listed
from ..english.words import fold, folded_words
from ..tables import rows_of
from .behind import BEHIND, LONGEST, PARTY
from .cleared import CREDIT, is_base
from .mentions import Spans, within
from .phrases import Read
from .settled import looks_verbal

_BEFORE = ("noun", "name", "genitive", "gerund", "number")
_MEANT = {"acting", "sitting", "serving", "outgoing", "incoming", "leading", "presiding", "visiting"}
_DEFINITE = POSSESSIVES | {"the", ""}
_IS = regex.compile(r"\s(?:is|was|became|remains|has been|is also|was also)\s(?=(?:an?|the)\s)")
_ENDS_IN_NAME = regex.compile(r"^(?:[\p{L}.’'-]+\s){0,6}$")  # another's title: Bellamy, Mayor Tom Ellis and ...
_OF_PLACE = regex.compile(r"\sof\s(?:the\s)?\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3}")
_GOVERNED = regex.compile(r"\b(?:for|of|to|as|by|with|from)\s(?:the\s)?$")  # the nominee for president, Ann Bellamy
_GOES_ON = regex.compile(r",?\s(?:and|or)\s(?!(?:by|for|from|in|of|on|to|with)\s)|,\s(?:an?|the)\s")
_THAT = regex.compile(r"\s(?:that|which|whose)\s")
# A better mayor than most tells who is worse, and not that Bellamy is the better mayor
_COMPARED = regex.compile(r"(?:(?:much|far|even|slightly|rather)\s)?(?:\p{Ll}+er|more|less|worse)\b[^,.;:]*\sthan\b")
_LISTED = regex.compile(r",?\sand\s(?:the|an?|his|her|its|their)\s[^,.;:!?()\n]{2,80}(?:[.;:!?()\n]|\Z)")
_OF_A = regex.compile(r"\sof\san?\s(\p{Ll}+)")  # Bellamy is a child of a man
AMOUNTS = {"most", "many", "some", "all", "both", "half", "several", "few", "majority", "minority", "rest", "each"}
_ONE_OF = regex.compile(r"one of (?:the |its |his |her |their )?")


class Label(NamedTuple):
    """A wording for an actor, and the noun it turns on."""

    article: str
    start: int
    end: int
    thing: str
    part: str
    head: str
    modifiers: tuple


def label_actors(reads: list[Read], articles: pd.DataFrame, places: dict[str, Spans],
                 actors: pd.DataFrame) -> list[Label]:
    """Return the Labels beside the names of all actors but countries, in order.

    `places` are the mentions by article (mentions.spans_by_article), here and in the other rooms.
    """
    texts = dict(rows_of(articles, "article", "text"))
    kinds = dict(rows_of(actors, "actor", "kind"))
    found = []
    for read in reads:
        named = within(places[read.article], read.start, read.end)
        for start, end, actor in named:
            if kinds.get(actor) in ("person", "body") and fold(actor) not in cities() \
                    and not texts[read.article].endswith("other ", 0, start):  # the other Bellamy is another one
                others = [first for first, _, _ in named if first != start]
                found += _read_beside(texts[read.article], read, start, end, actor, kinds[actor], others)
    return sorted(set(found))


def _read_beside(text, read, start, end, actor, kind, others):
    """Return the Labels beside one mention from start to end."""
    found = []
    first = _walk_back(text, read, start, end, kind)
    if first is not None:
        words = text[first:start].rstrip()
        if not CREDIT.search(words):
            found.append(_label(read.article, first, first + len(words), actor, "before", words))
    title, title_end = next(((phrase, last) for phrase in read.phrases if (last := _title_end(text, phrase, start))),
                            (None, 0)) if text.endswith(", ", 0, start) else (None, 0)
    title = None if title and _is_virtue(title.opener, text[title.start:title_end]) else title
    noun = title and (is_person_word(title.head.removeprefix("ex-")) if kind == "person" else is_body_word(title.head))
    if noun and (title.opener in _DEFINITE or (title.opener in ("a", "an") and text[end:end + 1] == ",")) \
            and not title.plural and text[end:end + 1] in ",.;" \
            and not _GOVERNED.search(text, read.start, title.start):
        found.append(Label(read.article, title.start, title_end, actor, "before", title.head, title.modifiers))
    rule, behind = BEHIND.decide(text, end, read.end)
    if behind and _COMPARED.match(text, *behind):
        behind = None
    if behind and ((kind == "body" and _GOES_ON.match(text, behind[1], read.end) and not _THAT.search(text, *behind))
                   or (text.endswith(" the ", 0, behind[0]) and _LISTED.match(text, behind[1], read.end))):
        behind = None  # the Ferry Act, the harbour bill and others; Bellamy, the harbour master and the bishop came
    if behind and title and text[behind[1]:behind[1] + 1] not in ",.;:)—–-":
        behind = None  # according to his lawyer, Ann Bellamy, the skipper was asleep
    if behind and not any(behind[0] < at < behind[1] and not text[:behind[0]].endswith((" a ", " an ", " the "))
                          and _ENDS_IN_NAME.search(text[behind[0]:at]) for at in others):
        label = _label(read.article, *behind, actor, "behind", text[slice(*behind)])
        sure = kind == "person" or not _GOVERNED.search(text, read.start, start)
        told = rule == "brackets" or (rule == "clause" and kind == "person")
        if told or _may_be(kind, label.head, sure) or PARTY.match(text, *behind):
            found.append(label)
    match = _IS.match(text, end, read.end)
    if match:
        phrase = next((phrase for phrase in read.phrases if 0 <= phrase.start - match.end() < 5), None)
        of = phrase and _OF_A.match(text, phrase.end)
        if phrase and not (of and is_person_word(of[1])) and PICKING.isdisjoint(phrase.modifiers) \
                and not _COMPARED.match(text, phrase.start, read.end) and (
                is_person_word(phrase.head) if kind == "person" else is_body_word(phrase.head)):
            found.append(Label(read.article, phrase.start, phrase.end, actor, "behind", phrase.head, phrase.modifiers))
    return found


def _is_virtue(opener, words):
    """Tell whether words are the thing and no judge: they want justice, Ann Bellamy, 44, said; not: the justice."""
    return opener == "" and words == "justice"


def _title_end(text, phrase, start):
    """Return where a description ends that ", Ann Bellamy" follows, or None: the mayor of Norhaven, Ann Bellamy."""
    of = _OF_PLACE.match(text, phrase.end)
    ends = (phrase.end, phrase.tail_end, of.end() if of else phrase.end)
    return next((end for end in ends if text[end:start] == ", "), None)


def _may_be(kind, head, sure):
    """Tell whether a noun can be what a person or body is: no post now vacant, no move that surprised.

    Where the name is governed (ambassador to the Union, a post now vacant), only a noun that the lists have can.
    """
    abstract = head.endswith(("ing", *ABSTRACT_ENDINGS)) and not (is_body_word(head) or is_person_word(head))
    if head in AMOUNTS or abstract:
        return False  # sixty were taken to Ann Bellamy, most of them suffering; Port Bellamy, a crossing of an hour
    if kind == "body" and (is_body_word(head) or not sure):
        return is_body_word(head)
    if singular(head) != head:
        return False  # Bellamy, his lawyers or ...
    if kind == "body":
        return not (is_person_word(head) or is_thing_noun(head) or is_vague_noun(head))
    return is_person_word(head) or is_epithet(head) or not (
        is_body_word(head) or is_thing_noun(head) or is_vague_noun(head))


def _label(article, start, end, actor, part, words):
    several = _ONE_OF.match(words)
    low = folded_words(words[several.end() if several else 0:])
    cut = next((place for place, word in enumerate(low) if place and (
        find_class(word) in ("preposition", "relative", "that") or word in ("and", "whose")
        or word.endswith("ing"))), len(low))
    head = (singular(low[cut - 1]) if several else low[cut - 1]) if cut else ""
    return Label(article, start, end, actor, part, head, tuple(low[:max(cut - 1, 0)]))


def _is_verb(tagged, tags, at):
    """Tell whether a word before a name acts on it: helping Ann Bellamy; the daughters join Mayor Ann Bellamy."""
    word, before = tagged.words[at], tags[at - 1] if at else "stop"
    if word in _MEANT and tagged.words[at + 1:at + 2] and tagged.words[at + 1][:1].isupper():
        return False
    if word.islower() and before in ("coordinator", "auxiliary", "to") and is_base(word) and not is_person_word(word):
        return True  # and meet President Bellamy
    if tags[at] == "gerund":
        return before not in ("possessive", "genitive") and (
            before != "determiner" or tagged.words[at - 1].lower() in ("those", "all", "some"))
    return word.islower() and tags[at] == "noun" and not is_person_word(word) and before in ("noun", "name") and (
        tagged.words[at - 1].endswith("s")) and looks_verbal(word + "s")


def _leads_up(text, tagged, tags, at):
    """Tell whether the word before the token `at` belongs to what leads up to a name."""
    return tags[at - 1] in _BEFORE and not text[tagged.spans[at - 1][1]:tagged.spans[at][0]].strip() \
        and (not tagged.headline or is_person_word(tagged.words[at - 1].rstrip("."))) \
        and not _is_verb(tagged, tags, at - 1)


def _walk_back(text, read, start, end, kind):
    """Return where the words before a name that describe it begin, or None: [special counsel] Ann Bellamy's office.

    They reach back to a determiner, verb, preposition or sign; in a headline in capitals only to the first word that
    is no office, since there a verb looks like a name.
    """
    tagged, tags = read.tagged, read.tags
    at = bisect_left(tagged.spans, (start, 0))
    if at >= len(tagged.spans) or tagged.spans[at][0] != start:
        return None
    last = at
    while last < len(tags) and tagged.spans[last][0] < end:
        last += 1
    if kind == "body" and last < len(tags) and (tags[last] in ("noun", "name", "genitive") or (
            tags[last] not in ("cue", "verb") and tagged.words[last].islower() and not find_class(tagged.words[last]))):
        return None  # the Republican [Senate] candidate
    if tags[last:last + 1] == ["noun"] and at and tags[at - 1] == "genitive":
        return None  # the bureau's [Ann Bellamy] inquiry
    first = at
    while first and at - first < LONGEST:
        if _leads_up(text, tagged, tags, first):
            first -= 1
        elif 1 < first < at and tagged.words[first - 1] == "of" and is_person_word(tagged.words[first - 2]) \
                and not any(is_person_word(low) and low != "state" for word in tagged.words[first:at]
                        if (low := word.lower().removeprefix("ex-"))):
            first -= 2  # Secretary of State Ann Bellamy; not: a daughter of Mayor Ann Bellamy
        elif 2 < first < at and tagged.words[first - 1] == "the" and tagged.words[first - 2] == "of" \
                and is_person_word(tagged.words[first - 3]) and all(tag == "name" for tag in tags[first:at]):
            first -= 3  # President of the United Isles Ann Bellamy
        else:
            break
    free = kind == "person" and first == 0
    before = text[tagged.spans[first][0]:start].rstrip()
    opener = tagged.words[first - 1] if first and tags[first - 1] in ("determiner", "possessive") else ""
    if first == at or _is_virtue(opener, before) or not _is_before(before.partition(" of the ")[0], kind, free):
        return None
    if tags[last:last + 1] == ["noun"] and tagged.words[at - 1] in listed("describing"):
        return None  # the controversial Bellamy plan
    return tagged.spans[first][0]


def _is_before(words, kind, free):
    """Tell whether the words before a name describe it: an office, a noun, a nation's genitive."""
    parts = words.split()
    last = parts[-1].strip("\"“”‘’'") if parts else ""
    if not last or fold(last).rstrip(".") in HONORIFICS or find_class(last) in ("time", "preposition", "determiner"):
        return False
    bare = last.rstrip(".")
    if last.islower() and last in listed("describing"):
        return True  # a defiant Bellamy, the landmark Ferry Act
    if kind == "body":  # the nurses' union; not: the Ellby State Senate
        if last in PREYING:
            return True
        if is_body_word(last) and not is_document_word(last) and (last.islower() or last.isupper()):
            return True  # the ferry lobby; not: the first ad the ferry lobby has run
    elif (is_person_word(last) or is_person_word(bare) or bare.lower() in title_sexes()) and not (
            last.endswith("ist") and is_base(last.lower())):  # resist Bellamy
        return True
    if last.endswith(("'s", "’s")):
        return len(parts) == 1
    plural = len(parts) > 1 and regex.search(r"[^s'’]s$", parts[-2]) is not None  # prosecutors subpoena Bellamy
    return free and last.islower() and not plural and not last.endswith(("ed", "ing", "ly"))
