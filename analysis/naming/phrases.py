"""Read the noun phrases of a sentence: what is named in it, and with which words around the noun.

There is no parser: the tags of speech.sentence.tags decide (a determiner opens a phrase, a verb or preposition ends
it), and what they leave open the neighbours decide.  A wrong phrase does little harm, since a wording counts
only where two texts name one thing (naming/things.py).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from ..english.adjectives import COMPLEMENTS
from ..english.frequency import zipf
from ..english.nouns import ADJECTIVE_ENDINGS, counts_persons, singular
from ..english.words import fold
from ..speech.sentence.tagged import Tagged
from ..speech.sentence.tags import VERBAL
from ..text.marks import QUOTE_MARKS
from .settled import PARTICIPLE

_OPENS = ("determiner", "possessive", "as")
_ENDS = ("comma", "stop", "colon", "dash")
_CORE = frozenset(["noun", "name", "number", "genitive", "gerund", "time"])
_MAY_OPEN = frozenset([*_OPENS, *_CORE, "adverb"])
_BEFORE_DOING = {"by", "for", "of", "from", "without", "after", "before", "denies", "deny"}
_OPENING = tuple("\"“‘'")
_MARKED = re.compile("[\"“”„«»'‘’]")
_PAIRS = regex.compile(r"[\"“”]|(?<!\p{L})[‘']|(?<=\p{L})['’](?!\p{L})")
_MARK = regex.compile(r"[\"“”„«»]|(?<!\p{L})[‘']|['’](?!\p{L})")
_QUOTE = regex.compile(r"\s?[\"“”„«»]")
_LONGEST = 9  # words of a phrase
_LONGEST_CLAUSE = 10  # words of a clause behind the noun
_TAILS = {"of", "for", "on", "into", "against", "with", "to", "over", "between", "about"}


class Phrase(NamedTuple):
    """A noun phrase: its place, its last noun, and what stands around it."""

    start: int
    end: int
    text: str          # as written, without article or possessive
    head: str          # last noun, folded, singular
    plural: bool
    opener: str        # the, a, his, this, some, ... or ""
    modifiers: tuple   # folded words before the noun
    names: tuple       # those of them with a capital or a genitive
    tail: tuple        # folded words of "of ..." and the like behind it
    tail_end: int      # where the whole description ends: the suit against the city, people who fled the fire
    shouted: bool      # in a headline where every word has a capital
    tokens: tuple      # (first, last) of its sentence, an article before it among them


class Read(NamedTuple):
    """One sentence read: its article, place, zone and noun phrases."""

    article: str
    sentence: int
    start: int
    end: int
    zone: str
    phrases: list
    tagged: Tagged
    tags: list      # of its words, as settle_tags puts them right
    order: int      # number of the sentence in its article
    paragraph: int


def list_phrases(text: str, tagged: Tagged, tags: Sequence[str]) -> list[Phrase]:
    """Return the Phrases of a sentence by its Tagged and the tags of settle_tags, in order."""
    cores, at = [], 0
    while at < len(tags):
        last = _extent(tagged, tags, at)
        if last is None:
            at += 1
            continue
        cores.append((at, *last))
        at = last[1] + 1
    marked = bool(tagged.spans) and _MARKED.search(text, tagged.spans[0][0], tagged.spans[-1][1]) is not None
    return [phrase for number, core in enumerate(cores)
            if (phrase := _phrase(text, tagged, tags, core, cores[number + 1:number + 2], marked))]


def _extent(tagged, tags, at):
    """Return (first word of the core, last) of the phrase that opens at `at`, or None."""
    if tags[at] not in _MAY_OPEN:
        return None
    first = at
    while first < len(tags) and tags[first] in _OPENS and first - at < 3:
        first += 1
    if first > at and first < len(tags) and tags[first] == "adverb" and first + 1 < len(tags) \
            and tags[first + 1] in _CORE:
        first += 1
        opened = first - 1
    elif first < len(tags) - 1 and tags[first] == "adverb" and tagged.words[first].lower().endswith("ly") \
            and tags[first + 1] == "noun" and PARTICIPLE.match(tagged.words[first + 1].lower()):
        opened, first = first, first + 1
    else:
        opened = first
    last = first
    while last < len(tags) and last - first < _LONGEST and (
            tags[last] in _CORE or (last > first and _joins_adjectives(tagged.words, tags, last))):
        if tags[last] == "time" and not set(tags[first:last]) <= {"time", "number"}:
            break  # the bill last week
        last += 1
    while last > first and (tags[last - 1] not in ("noun", "name", "gerund")
                            or (low := tagged.words[last - 1].lower()) in ("last", "next", "this")
                            or low in COMPLEMENTS
                            or (tags[last - 1] == "gerund" and (
                                (last - 1 == first and opened == at)
                                or tags[last:last + 1] in (["determiner"], ["possessive"], ["pronoun"])))):
        last -= 1
    if _opens_with_one(tagged.words, at, last):
        last = next((place for place in range(first + 1, last - 1) if tags[place] == "gerund"), last)
    return (opened, last - 1) if last > first else None


def _opens_with_one(words, at, last):
    """Tell whether a phrase opens with one and ends with several: a bill letting families sue."""
    if words[at] not in ("a", "an", "A", "An", "AN"):
        return False
    low = fold(words[last - 1]) if last else ""
    return singular(low) != low


def _joins_adjectives(words, tags, at):
    """Tell whether a comma or "and" stands between two adjectives of one noun: a secretive, sweeping deal."""
    if at + 2 >= len(tags) or not (tags[at] == "comma" or words[at] == "and"):
        return False
    before, after = words[at - 1], words[at + 1]
    return before.islower() and after.islower() and looks_adjectival(before) and looks_adjectival(after) \
        and tags[at + 1] in _CORE and (tags[at + 2] in _CORE or tags[at + 2] == "coordinator")


@lru_cache(maxsize=1 << 14)
def looks_adjectival(word: str) -> bool:
    """Tell whether a word ends as adjectives do and is hardly ever a plural noun: sweeping, secretive."""
    plural = max(zipf(word) - 2, 0.5)
    return word.endswith((*ADJECTIVE_ENDINGS, "ing")) and zipf(word + "s") < plural


def _phrase(text, tagged, tags, core, follow, marked):
    at, first, last = core
    words = tagged.words
    for place in range(last - 1, first - 1, -1):  # deporting illegal immigrants; visas permitting some workers
        if tags[place] != "gerund":
            continue
        bare = place == first == at or (place > first and (words[place - 1].endswith("s") or place < last - 1))
        if words[place].islower() and bare and place < last - (place == first):
            first = place + 1
            break
    if first == at and tags[first] == "gerund" and first < last and at and (
            tags[at - 1] in ("verb", "cue") or words[at - 1].lower() in _BEFORE_DOING):
        first += 1  # by selling oil; denies sending photo
    head = words[last]
    if not head[:1].isalpha():
        return None
    spans = tagged.spans
    if marked and last > first and _MARK.search(text, spans[first][0], spans[last][0]) \
            and not _is_paired(text, tagged, first, last):
        for place in range(last, first, -1):  # no phrase runs over one of a pair of quotation marks
            if not QUOTE_MARKS.isdisjoint(text[spans[place - 1][1]:spans[place][0]]):
                first = place
                break
    opener = words[first - 1].lower() if first > at else ""
    low = fold(head)
    single = singular(low)
    tail, behind = (), last
    if follow and last + 1 < len(tags) and words[last + 1].lower() in _TAILS and follow[0][0] == last + 2:
        tail = (words[last + 1].lower(), *(fold(word) for word in words[follow[0][1]:follow[0][2] + 1]))
        behind = follow[0][2]
    start, end = spans[first][0], spans[last][1]
    tail_end = spans[_read_tail(tagged, tags, behind, opener)][1]
    cut = _QUOTE.search(text, end, tail_end) if marked and tail_end > end else None
    tail_end = cut.start() if cut else tail_end
    modifiers, names = (), ()
    if last > first:
        modifiers = tuple([_bare(word) for word in words[first:last]])
        names = () if tagged.headline else tuple([
            word for place, word in enumerate(modifiers, first)
            if tags[place] in ("name", "genitive") or words[place][:1].isupper()])
    start -= text[start - 1:start] in _OPENING and _is_paired(text, tagged, first, last)
    return Phrase(start, end, text[start:end],
                  single, single != low or low in ("police", "people"), opener, modifiers, names, tail, tail_end,
                  tagged.headline, (at, last))


def _is_paired(text, tagged, first, last):
    """Tell whether the quotation marks in a phrase and before it are pairs: the "loyalty" bonus."""
    start, end = tagged.spans[first][0], tagged.spans[last][1]
    start -= text[start - 1:start] in _OPENING
    marks = [mark for mark in _PAIRS.findall(text, start, end) if mark]
    return len(marks) == 2


def _read_tail(tagged, tags, last, opener):
    """Return the last token of a clause that describes the noun before it, or `last` where there is none.

    people who fled the fire; a letter written in haste; the men held for months; not: a couple who file a claim
    """
    words, at = tagged.words, last + 1
    if opener in ("a", "an") and at < len(words) and words[at].lower() == "who":
        return last
    opens = at + 1 < len(tags) and ((words[at].lower() in ("who", "that", "which")
                                     and tags[at + 1] in (*VERBAL, "adverb")) or (
        tags[at] in ("gerund", "verb", "noun") and PARTICIPLE.match(words[at].lower())
        and words[at + 1].lower() in ("by", "without", *(("in", "for", "to", "from", "on", "with", "as", "at")
                                                         if tags[at] == "gerund" else ())) and words[at].islower()))
    if not opens:
        return last
    end = at
    while end + 1 < len(tags) and end - at < _LONGEST_CLAUSE and tags[end + 1] not in _ENDS:
        end += 1
    return end if end + 1 == len(tags) or tags[end + 1] in _ENDS else last


def _bare(word):
    low = fold(word)
    return low[:-2] if low.endswith("'s") else low.rstrip("'")


def verbs_beside(read: Read, phrase: Phrase) -> tuple[str, str]:
    """Return (the verb before a phrase, the one behind it), each folded: what is done to it, and what it does."""
    first, last = phrase.tokens
    return _beside(read.tagged, read.tags, first, -1), _beside(read.tagged, read.tags, last, 1)


def is_rate(read: Read, phrase: Phrase) -> bool:
    """Tell whether a noun is what an amount is for: 412 pence a share, 80 miles per hour; not: she bought a share."""
    words, first = read.tagged.words, phrase.tokens[0]
    if first and words[first - 1].lower() == "per":
        return True
    if phrase.opener not in ("a", "an", "each", "every") or not first:
        return False
    amount = words[first - 1]
    counted = first > 1 and read.tags[first - 2] == "number" and amount.islower() and read.tags[first - 1] == "noun"
    return amount[:1].isdigit() or amount[:1] in "$£€" or (counted and not counts_persons(amount))


def _beside(tagged, tags, at, step):
    """Return the verb that stands beside a token (with its preposition left out), or ""."""
    place, seen = at + step, 0
    while 0 <= place < len(tags) and seen < 3:
        if tags[place] in ("verb", "cue", "gerund"):
            return fold(tagged.words[place])
        if tags[place] not in ("preposition", "to", "adverb", "auxiliary"):
            return ""
        place, seen = place + step, seen + 1
    return ""
