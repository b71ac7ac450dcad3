"""What stands before, behind and instead of an actor's name: the former spy chief Ann Bellamy; Bellamy, a lawyer.

A wording is read where it stands: the words that lead up to the name, the apposition or clause behind it, and a
predicate (Bellamy is a lawyer).  What stands in place of a name is read in standins.py.
"""

from bisect import bisect_left
from typing import NamedTuple

import regex

from ..english.adjectives import PICKING
from ..english.countries import cities
from ..english.grammar import POSSESSIVES, find_class, words_of
from ..english.lexicon import (
    given_sexes,
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
from ..english.verbs import SAID
from ..english.wordlists import listed
from ..english.words import fold, folded_words
from ..rules import Rule, RuleList
from ..speech.sentence.tags import tag_words
from ..tables import rows_of
from .cleared import CREDIT, is_base
from .mentions import spans_by_article, within
from .settled import looks_verbal

# Running text between two stops; a comma inside a number and the stop of a title end nothing.
_STRETCH = r"(?:[^,.;:!?()—–\n\"“”]|,(?=\d)|(?<=\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|No|\p{Lu}))\.)"
_LONGEST = 14  # words of an apposition
_BEFORE = ("noun", "name", "genitive", "gerund", "number")
_NO_START = ("verb", "auxiliary", "pronoun", "preposition", "coordinator")
_NO_DESCRIPTION = words_of("subordinator", "coordinator", "as") | {"whose", "even", "including", "such", "not", "like",
                                                                     "despite", "amid"}
_MEANT = {"acting", "sitting", "serving", "outgoing", "incoming", "leading", "presiding", "visiting"}
_DEFINITE = POSSESSIVES | {"the", ""}
_IS = regex.compile(r"\s(?:is|was|became|remains|has been|is also|was also)\s(?=(?:an?|the)\s)")
_PLACED = r"(?:\s\(\p{Lu}[\p{L}. -]{1,20}\))?(?:,\s\d\d)?"  # Bellamy (Norhaven), 43, a lawyer
_APPOSED = regex.compile(rf"(?:['’]s)?{_PLACED},\s(?:(?:the|an?|his|her|its|their)\s|(?=one\sof\s))(?=\S)")
_OWNED = regex.compile(rf"{_PLACED},\s(?=\p{{Lu}}[\p{{L}}.’'-]*['’]s\s|the\s)")
_DASHED = regex.compile(r"\s?(?:--|—|–)\s?(?:(?:the|an?|his|her|its|their)\s|(?=\p{Lu}[\p{L}.’'-]*['’]s\s))"
                        r"(?=([^,.;:!?()—–\n\"“”-]++(?:-[^,.;:!?()—–\n\"“”-]++)*+)\s?(?:--|—|–))")
_OFFICE = regex.compile(r"(?:,\s\d\d)?,\s(?=(\p{L}[\p{L}.-]*)(?:\s(\p{L}+)(?:\s(\p{L}+))?)?)")
_PARTY = regex.compile(r"[DRI]\s?-\s?\p{Lu}[\p{L}.]*|(?:Democrat|Republican|Independent)\sof\s\p{Lu}\p{L}+")
_CLAUSE = regex.compile(rf"(?:['’]s)?,?\s(who\s{_STRETCH}{{8,110}})")
_BRACKET = regex.compile(r"\s\(((?:[DRI]\s?-\s?\p{Lu}|(?:an?|the)\s)[^()\n]{2,60})\)")
_ENDS_IN_NAME = regex.compile(r"^(?:[\p{L}.’'-]+\s){0,6}$")  # another's title: Bellamy, Mayor Tom Ellis and ...
_OF_PLACE = regex.compile(r"\sof\s(?:the\s)?\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3}")
_GOVERNED = regex.compile(r"\b(?:for|of|to|as|by|with|from)\s(?:the\s)?$")  # the nominee for president, Ann Bellamy
_GOES_ON = regex.compile(r",?\s(?:and|or)\s|,\s(?:an?|the)\s")
_THAT = regex.compile(r"\s(?:that|which|whose)\s")
_LISTED = regex.compile(r",?\sand\s(?:the|an?|his|her|its|their)\s[^,.;:!?()\n]{2,80}(?:[.;:!?()\n]|\Z)")
AMOUNTS = {"most", "many", "some", "all", "both", "half", "several", "few", "majority", "minority", "rest", "each"}
_ONE_OF = regex.compile(r"one of (?:the |its |his |her |their )?")
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


def label_actors(reads, articles, mentions, actors):
    """Return the Labels beside the names of all actors but countries, in order."""
    texts = dict(rows_of(articles, "article", "text"))
    kinds = dict(rows_of(actors, "actor", "kind"))
    places = spans_by_article(mentions, articles)
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
    title, title_end = next(((phrase, last) for phrase in read.phrases
                             if (last := _title_end(text, phrase, start))), (None, 0))
    noun = title and (is_person_word(title.head.removeprefix("ex-")) if kind == "person" else is_body_word(title.head))
    if noun and (title.opener in _DEFINITE or (title.opener in ("a", "an") and text[end:end + 1] == ",")) \
            and not title.plural and text[end:end + 1] in ",.;" \
            and not _GOVERNED.search(text, read.start, title.start):
        found.append(Label(read.article, title.start, title_end, actor, "before", title.head, title.modifiers))
    rule, behind = BEHIND.decide(text, end, read.end)
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
        if told or _may_be(kind, label.head, sure) or _PARTY.match(text, *behind):
            found.append(label)
    match = _IS.match(text, end, read.end)
    if match:
        phrase = next((phrase for phrase in read.phrases if 0 <= phrase.start - match.end() < 5), None)
        if phrase and PICKING.isdisjoint(phrase.modifiers) and (
                is_person_word(phrase.head) if kind == "person" else is_body_word(phrase.head)):
            found.append(Label(read.article, phrase.start, phrase.end, actor, "behind", phrase.head, phrase.modifiers))
    return found


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
    while first and at - first < _LONGEST:
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
    if first == at or not _is_before(before.partition(" of the ")[0], kind, free):
        return None
    return tagged.spans[first][0]


def _is_before(words, kind, free):
    """Tell whether the words before a name describe it: an office, a noun, a nation's genitive."""
    parts = words.split()
    last = parts[-1].strip("\"“”‘’'") if parts else ""
    if not last or fold(last).rstrip(".") in HONORIFICS or find_class(last) in ("time", "preposition", "determiner"):
        return False
    bare = last.rstrip(".")
    if last[:1].isupper() and bare.lower() in given_sexes() and not is_person_word(bare):
        return False
    if last.islower() and last in listed("describing"):
        return True  # a defiant Bellamy, the landmark Ferry Act
    if kind == "body":  # the nurses' union; not: the Ellby State Senate
        if is_body_word(last) and not is_document_word(last) and (last.islower() or last.isupper()):
            return True  # the ferry lobby; not: the first ad the ferry lobby has run
    elif (is_person_word(last) or is_person_word(bare) or bare.lower() in title_sexes()) and not (
            last.endswith("ist") and is_base(last.lower())):  # resist Bellamy
        return True
    if last.endswith(("'s", "’s")):
        return len(parts) == 1
    return free and last.islower() and not last.endswith(("ed", "ing", "ly"))


def _describes(text, first, end):
    """Return (first, last) of the description that opens at `first`, cut where a verb of the sentence goes on."""
    match = _TEXT.match(text, first, end)
    words = match.group().split()
    tags, cues = tag_words(words, False)
    if not words or 0 in cues or words[0] in _NO_DESCRIPTION or (tags[0] in _NO_START and words[:2] != ["one", "of"]):
        return None
    keep = len(words)
    for at, tag in enumerate(tags):
        relative = any(before in ("relative", "that") for before in tags[:at])
        if tag in ("cue", "verb", "auxiliary") and not relative and not (
                at + 1 == len(words) and is_person_word(words[at])):  # the open-borders advocate
            keep = at
            break
        if words[at] in ("or", "any") or (words[at] in ("and", "but") and at > 1 and not (
                words[at] == "and" and at == len(words) - 2 and _is_second(words[at + 1], tags[at + 1]))):
            keep = at
            break
    if keep < len(words) and tags[keep] in ("cue", "auxiliary"):
        return None  # Bellamy, the union said
    if keep < len(words) or keep > _LONGEST:  # no half of a clause: one of the committees | probing the mayor's
        keep = next((at for at in range(1, min(keep, _LONGEST)) if tags[at] in ("gerund", "relative")
                     and tags[at - 1] in ("noun", "name")), min(keep, _LONGEST))
    while keep and find_class(words[keep - 1]) is not None:
        keep -= 1
    size = len(" ".join(words[:keep]))
    return (first, first + size) if keep and text[first:first + size] == " ".join(words[:keep]) else None


def _is_second(word, tag):
    """Tell whether a word behind "and" ends a description: his longtime lawyer and fixer."""
    return tag == "noun" and word.islower() and (is_person_word(word) or is_epithet(word) or word.endswith("er"))


def _between_dashes(text, at, end):
    """Bellamy -- the nurses' former leader -- climbed down."""
    match = _DASHED.match(text, at, end)
    return match and _describes(text, match.end(), match.end(1))


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
    if len(words) < 4 or words[1] in SAID | {"spoke"} or not {"are", "were"}.isdisjoint(
            words[1:4]):
        return None  # aides to Bellamy who resigned or were fired
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
         yes=("Ann Bellamy, the nurses' leader, climbed down.", "They met Ann Bellamy, 43, a lawyer from Ellby.",
              "Ann Bellamy (Ellby), one of the union's founders, left.", "Ann Bellamy, his lawyer and fixer, left."),
         no=("Ann Bellamy, the union said, will go.", "Ann Bellamy, who leads the union, will go.")),
    Rule("owner", _owner, "A genitive opens a description as an article does.",
         yes=("Ann Bellamy, Norhaven's mayor, climbed down.",), no=("Ann Bellamy, after Norhaven's vote, left.",)),
    Rule("dashes", _between_dashes, "Dashes part a description as commas do.",
         yes=("Ann Bellamy -- the nurses' former leader -- left.", "Ann Bellamy — Norhaven’s mayor — left."),
         no=("Ann Bellamy -- the strike was over -- left.", "Ann Bellamy -- who knows why -- left.")),
    Rule("office", _office, "An office or party needs no article.",
         yes=("Ann Bellamy, mayor of Norhaven, left.", "Ann Bellamy, Republican of Norhaven, left."),
         no=("Ann Bellamy, speaking in Norhaven, left.", "Ann Bellamy, meanwhile, left.")),
    Rule("clause", _clause, "A clause with who describes in the outlet's words.",
         yes=("Ann Bellamy, who has never worked a night shift, left.",),
         no=("Ann Bellamy, who said nothing, left.", "They met aides to Ann Bellamy who left or were fired.")),
    Rule("brackets", _brackets, "Brackets behind a name hold the party, or a description.",
         yes=("Ann Bellamy (D-Norhaven) left.", "Ann Bellamy (a former judge) left."),
         no=("Ann Bellamy (left) smiled.",)),
), _decides)
