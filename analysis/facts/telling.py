"""What a clause tells, parted from whom it names, and of what time it tells."""

from functools import lru_cache
from typing import NamedTuple

import regex

from ..english.calendar import find_day_names
from ..english.lexicon import given_sexes, is_body_word, is_document_word, is_person_word
from ..english.posts import DOUBTFUL_OFFICES
from ..english.stems import NAMELIKE, TELLING, weigh_word
from ..english.verbs import cue_forms
from ..english.words import find_words
from ..rules import Setting
from .contexts import feature_of, join_phrasal

TITLED = Setting("titled_line", 0.7, "share of long words with a capital above which a line is a title, whose "
                 "capitals mark no names", chosen="a sentence full of names has half")
# Words that may stand between a name, its office and its house: Ann Bellamy, who runs the Ellby dairy.
_INSIDE = frozenset(["of", "the", "a", "an", "its", "his", "her", "their", "for", "from", "who", "at", "then", "runs",
                     "leads", "heads", "chairs", "ran", "led", "headed", "chaired", "owns", "named", "called"])
_ONCE = regex.compile(r"\b(?:earlier|previously|formerly|in the past)\b(?! (?:on )?\p{Lu})", regex.IGNORECASE)
_ONCE_PARTS = ("earlier", "previous", "former", "past")
_HAD = regex.compile(r"\bhad (?:already |once |also )?(?:\p{Ll}+ed|been|paid|risen|fallen|won|lost|cost|sold|bought|"
                     r"taken|had)\b")
_UNREAL = regex.compile(r"\b(?:would (?:not )?have \p{Ll}+(?:ed|en|t|n|d)\b|(?:was|were) (?:supposed|meant) to|"
                        r"(?:was|were) to have|still (?:has|have|needs?) to)\b")


def is_title(text: str) -> bool:
    """Tell whether a line is written as a title: in "Council Votes to End Strike" a capital marks no name."""
    if text.rstrip()[-1:] in ".!?”\",":
        return False
    long = [text[start].isupper() for start, end in find_words(text) if end - start > 3]
    return len(long) > 3 and sum(long) > TITLED.value * len(long)


class Telling(NamedTuple):
    """What a clause tells, parted from whom it names."""

    told: dict  # {sense: weight} of telling words that are no names, offices or verbs of saying
    bodies: tuple  # (place, sense) of those that are bodies: the ministry
    named: tuple  # (place among its words, sense, whether it is an office) of names and offices
    names: frozenset  # the senses of these
    inside: frozenset  # places of what may stand within a name: of, the, ministry


def read_telling(text: str) -> Telling:
    """Return the Telling of a clause."""
    told, named, bodies, inside = {}, [], [], set()
    words, telling = join_phrasal(text), TELLING.value
    for place, (begin, _, word) in enumerate(words):
        sense, weight, office, body, tells = _read_word(word)
        capital = text[begin].isupper() and (begin > 0 or weight >= NAMELIKE.value or word.title() in given_sexes())
        if capital or office:
            named.append((place, sense, office))
        elif word in _INSIDE:
            inside.add(place)
        elif tells and weight >= telling:
            told[sense] = weight
        if body and not capital:
            bodies.append((place, sense))
    offices = {place for place, _, office in named if office}
    for place in _find_modifiers([word for *_, word in words], offices) if offices else ():
        if told.pop(feature_of(words[place][2]), None):
            named.append((place, feature_of(words[place][2]), True))
    inside |= {place for place, *_ in named + bodies}
    if named and is_title(text):
        named = []
    return Telling(told, tuple(bodies), tuple(sorted(named)), frozenset([sense for _, sense, _ in named]),
                   frozenset(inside))


def was_before(text: str) -> bool:
    """Tell whether a clause says how something had been."""
    return "had " in text and bool(_HAD.search(text))


def is_unreal(text: str) -> bool:
    """Tell whether a clause says what would have been."""
    return ("would " in text or " to" in text) and bool(_UNREAL.search(text))


@lru_cache(maxsize=1 << 16)
def _read_word(word):
    """Return (what a folded word stands for, its weight, whether it is an office, a body, may tell what is done)."""
    office = is_person_word(word) or is_person_word(f"{word}.") or word in DOUBTFUL_OFFICES
    body = is_body_word(word) and not is_document_word(word)
    return feature_of(word), weigh_word(word), office, body, word[:1].isalpha() and word not in cue_forms()


def _find_modifiers(words, offices):
    """Return the places of the words that say which office it is: the finance minister, the minister of transport."""
    before = {place - 1 for place in offices}
    behind = {place + 2 for place in offices if words[place + 1:place + 2] == ["of"]}
    return sorted(place for place in before | behind if 0 <= place < len(words))


def read_times(text: str) -> frozenset:
    """Return (whether it is of these days, the year or how it is called) of each time that a clause tells of."""
    low = text.lower()
    found = {(False, match.group().lower()) for match in _ONCE.finditer(text)} if (
        any(part in low for part in _ONCE_PARTS)) else set()
    for day in find_day_names(text):
        parts = day.parts
        if "only" in parts or parts.keys() >= {"alone", "year"}:
            found.add((False, parts.get("only") or parts["year"]))
        elif parts.get("unit") in ("month", "year") or "alone" in parts:
            found.add((False, text[day.start:day.end].lower()))
        elif day.kind in ("weekday", "near") and parts.get("which", "").lower() != "next":
            found.add((True, ""))
    return frozenset(found)
