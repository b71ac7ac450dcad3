"""On what terms a clause gives its value: as a part, by when it came to it, in which period, for whom, to do what."""

from typing import Any

import regex

from ..english.calendar import DAY_NAMES, WEEKDAY
from ..english.grammar import DETERMINERS
from ..english.nouns import singular
from ..english.numbers import CARDINALS, ONE_MORE, SMALL_NUMBERS
from ..english.stems import first_form
from ..english.verbs import LIGHT
from ..english.words import fold, folded_words
from .ages import NAME
from .contexts import feature_of

BY_THEN = regex.compile(  # by midnight 19 bodies had been found: more were, later
    r"\b[Bb]y\s((?:(?:early|late|mid)[\s-])?(?:noon|midday|midnight|nightfall|dusk|dawn|sunset|lunchtime|(?:\p{L}+\s)?(?:morning|afternoon|evening|night)"
    rf"|\d[\d.:]*\s?[ap]\.?m|{WEEKDAY}|yesterday|then|that\stime|now))\b")
_SO_FAR = regex.compile(r"\b(?:so\sfar|as\sof)\b", regex.IGNORECASE)
PERFECT = regex.compile(r"\b(?:had|has|have)\b")
_PERIOD = regex.compile(
    rf"\b(?:in|over|during|for|within|of)\s(?:(?:its|the|their|a|each)\s)?(?:(?:first|next|last|past|coming|full)\s)?"
    rf"(?:(?P<many>\d+|{'|'.join(SMALL_NUMBERS[1:13])})\s)?(?P<span>year|month|week|decade|day|hour)s?\b"
    rf"|\b(?P<rate>an?|per|each|every)\s(?P<span>year|month|week|day|hour)\b|\b(?P<rate>annual|yearly|monthly|weekly|daily)(?:ly)?\b")
_NAMED = regex.compile(rf"(?P<in>\b(?:at|in|of|near|from)\s(?:the\s)?)?(?P<who>{NAME})")
_VOTED = regex.compile(r"\bvot(?:e[ds]?|ing)\b[^.;]{0,40}?\sto\s(\p{Ll}+)")
_EACH = regex.compile(r"\b(?:each|every)\s(?P<who>\p{Ll}{3,})\b|\beach\sof\s(?:[^,;.]|\.\d){1,40}?"
                      r"(?P<who>\p{Ll}{3,}s)\b"
                      r"|\b(?P<who>\p{Ll}{3,}s)\b[^,.;]{0,40}?\b(?:apiece|each)\b",
                      regex.IGNORECASE)
_GETS = regex.compile(r"\b(?:receiv\p{Ll}+|gets?|got|(?:be|was|were|been|being)\s(?:paid|given|offered|awarded))\b")
_PAYS = regex.compile(r"\b(?:pays?|paying|owes?|(?:be|was|were|been)\s(?:charged|fined))\b")
_NOT_ALL = regex.compile(r"\b(?:more|extra|further|another|additional|less|up\sto)\b")
_LATER = regex.compile(
    r"\b(?:final|updated?|revised|latest)\s(?:count|total|tally|toll|figure)\b|\bnow\sstands?\sat\b"
    r"|\b(?:has|have|had)\s(?:since\s|now\s)?(?:risen|climbed|grown)\sto\b"
    r"|\b(?:has|have|had)\snow\s\p{Ll}+(?:ed|en)\b"
    r"|\b(?:br(?:ings?|ought|inging)|tak(?:es?|ing)|took|rais(?:es?|ed|ing)|push(?:es|ed|ing)|lift(?:s|ed|ing))"
    r"\s(?:the|its|their)\s(?:\p{L}+\s)?(?:number|toll|total|count|tally)\b"
    r"|\b(?:number|toll|total|count|tally)\b[^,.;]{0,80}\s(?:is\snow|reach(?:es|ed)|(?:rose|ris(?:es|ing)"
    r"|climb(?:s|ed|ing)|gr(?:ew|ows|owing)|jump(?:s|ed|ing)|increas(?:es|ed|ing)|mount(?:s|ed))\sto)\b"
    r"|\bwith\s[^,.;]{3,30}\sadded\b",
    regex.IGNORECASE,
)
COUNT = regex.compile(r"\b(?:number|toll|total|count|tally)\b", regex.IGNORECASE)
LEFT = regex.compile(r"\b(?:still|remain(?:s|ed|ing)?|yet\sto\sbe)\b", regex.IGNORECASE)
_PART = regex.compile(
    r"(?:\b(?:among|of)\s(?:them|these|those|the\sdead|the\svictims)\b|\bincluding\b|\banother\b|\ba\sfurther\b|\beach\b|\bper\b|\bevery\b)[^.;]{0,30}$"
    r"|\b(?:another|further|additional|other)\s$"
    r"|\b(?:\p{L}{2,}est|first|last|only)\sof\s(?:the\s|its\s|their\s)?$"  # the oldest of seven
    r"|\b(?:family\sof|couple\sof|party\sof|all\sbut|their|his|her)\s$"  # a family of five, and their three sons
    rf"|\b(?:\d+|{'|'.join(SMALL_NUMBERS[1:11])}|some|most|many)\s(?:out\s)?of\s(?:the|its|their)\s$"
    rf"|\b(?:\d[\d,]*|(?!one\b){CARDINALS})\s(?:out\s)?of\s$",  # guilty on three of five counts
    regex.IGNORECASE,
)
_PART_BEHIND = regex.compile(
    r"(?:\s(?:of\s(?:them|these|those|whom|the)|more(?!\s\p{Ll}+\sthan\b)|others?|additional|further|times)\b)",
    regex.IGNORECASE,
)
_AND_A_THIRD = regex.compile(  # two were treated for burns and a third for a cut
    rf"[^.;]{{0,60}}\band\s(?:{ONE_MORE}|more(?!\sthan))\b"
)


def is_part(text: str, start: int, end: int) -> bool:
    """Tell whether the number from `start` to `end` counts a part of a whole."""
    behind = _PART_BEHIND.match(text, end, end + 40) or _AND_A_THIRD.match(text, end)
    return bool(behind or _PART.search(text, max(start - 50, 0), start))


def is_later(text: str) -> bool:
    """Tell whether a sentence says that a number has grown to what it is: the toll rose to 14."""
    return bool(_LATER.search(text))


def read_until(text: str, first: int, last: int) -> str:
    """Return by when something had come to a number, "wednesday night", as a clause says it; "" where it does not."""
    until = BY_THEN.search(text, first, last) if PERFECT.search(text, first, last) else None
    return until[1].casefold() if until else "so far" if _SO_FAR.search(text, first, last) else ""


def read_each(text: str, first: int, last: int) -> str:
    """Return of whom each gets or pays a sum, "member gets" of "members get £5 apiece"; "" where it is not said."""
    match = _EACH.search(text, first, last)
    gets, pays = (bool(verb.search(text, first, last)) for verb in (_GETS, _PAYS))
    if not match or gets == pays or _NOT_ALL.search(text, first, last):
        return ""
    return f"{singular(fold(match['who']))} {'gets' if gets else 'pays'}"


def read_voted(text: str, first: int, last: int) -> str:
    """Return what a clause says that somebody voted to do, "join"; "" where it does not, or only in a verb for any."""
    voted = _VOTED.search(text, first, last)
    verb = voted[1] if voted else ""
    return feature_of(verb) if verb and first_form(verb) not in LIGHT else ""


def read_period(text: str, first: int, last: int) -> str:
    """Return the period that a clause names, "2 year" or "a year"; "" without one, or with more."""
    found = {f"{_many(match['many'])} {match['span']}" if not match["rate"] else f"a {match['span'] or match['rate']}"
             for match in _PERIOD.finditer(text, first, last)}
    return found.pop() if len(found) == 1 else ""


def _many(word):
    return 1 if not word else int(word) if word.isdigit() else SMALL_NUMBERS.index(word)


def name_before(text: str, first: int, start: int) -> str:
    """Return the last name, folded, between `first` and `start` that is none of a place or day: Crane was jailed for"""
    found = [match["who"] for match in _NAMED.finditer(text, first, start) if not match["in"]]
    named = [" ".join(word for word in folded_words(name) if word not in DETERMINERS | DAY_NAMES) for name in found]
    return next((name for name in reversed(named) if name), "")


def another_term(one: Any, other: Any) -> str | None:
    """Crane was jailed for seven years, Bell for four: and where a text tells of two sentences, nobody knows which."""
    if "jailed" not in (one.measure, other.measure):
        return None
    if one.measure != other.measure:
        return "two"  # prosecutors asked for ten years
    named = one.jailed and other.jailed and set(one.jailed.split()).isdisjoint(other.jailed.split())
    return "two" if named or not (one.alone and other.alone) else None
