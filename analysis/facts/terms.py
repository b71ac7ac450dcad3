"""On what terms a clause gives its value: by when it had come to it, in which period, for whom, to do what."""

from typing import Any

import regex

from ..english.calendar import DAY_NAMES, WEEKDAY
from ..english.grammar import DETERMINERS
from ..english.nouns import singular
from ..english.numbers import SMALL_NUMBERS
from ..english.stems import first_form
from ..english.verbs import LIGHT
from ..english.words import fold, folded_words
from .ages import NAME
from .contexts import feature_of

BY_THEN = regex.compile(  # by midnight 19 bodies had been found: more were, later
    r"\b[Bb]y\s((?:(?:early|late|mid)[\s-])?(?:noon|midday|midnight|nightfall|dusk|dawn|sunset|lunchtime|(?:\p{L}+\s)?(?:morning|afternoon|evening|night)"
    rf"|\d[\d.:]*\s?[ap]\.?m|{WEEKDAY}|yesterday|then|that\stime|now))\b")
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


def read_until(text: str, first: int, last: int) -> str:
    """Return by when something had come to a number, "wednesday night", as a clause says it; "" where it does not."""
    until = BY_THEN.search(text, first, last) if PERFECT.search(text, first, last) else None
    return until[1].casefold() if until else ""


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
