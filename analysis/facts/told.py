"""A value with its surroundings, as the rules of contradiction read it."""

from typing import NamedTuple

import regex

from ..text.values import read_values
from .contexts import Context, read_context

_PART = regex.compile(
    r"(?:\b(?:among|of)\s(?:them|these|those|the\sdead|the\svictims)\b|\bincluding\b|\banother\b|\ba\sfurther\b|\beach\b|\bper\b|\bevery\b)[^.;]{0,30}$"
    r"|\b(?:another|further|additional|other)\s$",
    regex.IGNORECASE,
)
_PART_BEHIND = regex.compile(
    r"^(?:\s(?:of\s(?:them|these|those|whom|the)|more|others?|additional|further|times)\b|\sa\s(?:day|week|month|year)\b)",
    regex.IGNORECASE,
)
# "killing two and injuring nine others": the others are all who were hurt
_BESIDE_DEAD = regex.compile(
    r"\b(?:kill|dead\b|died\b)[^.;]{1,60}\b(?:injur|wound|hurt)\w*\s(?:at\sleast\s|about\s|some\s|another\s)?$",
    regex.IGNORECASE,
)
_ONCE = regex.compile(
    r"\b(?:last|previous)\s(?:year|decade|century)\b|\byears?\s(?:ago|earlier|before)\b|\bin\s(?:18|19|20)\d\d\b",
    regex.IGNORECASE,
)
_FINAL = regex.compile(r"\bfinal\s(?:count|total|tally|toll|figure)\b", regex.IGNORECASE)


class Told(NamedTuple):
    """A value with its surroundings, as the rules read it."""

    article: str
    start: int
    end: int
    kind: str
    low: float
    high: float
    unit: str
    measure: str
    step: float
    rough: bool
    sure: bool
    quoted: bool
    context: Context
    part: bool  # of a whole that is told elsewhere: among them, another, each
    past: bool  # of an earlier time: last year, in 2015, since
    days: frozenset  # the days that the clause names
    position: int  # body words before it
    item: int  # the reported item, -1 without one
    alone: bool  # the only value of this measure and unit in its article
    known: frozenset = frozenset()  # every name in its article


def read_pair(pair):
    """Return two Told of the first comparable values of two sentences, for the rules' examples."""
    told = []
    for number, text in enumerate(pair):
        for kind, low, high, unit, _, start, end, measure, step, rough, sure in read_values(text)[:1]:
            told.append(
                Told(
                    str(number),
                    start,
                    end,
                    kind,
                    low,
                    high,
                    unit,
                    measure,
                    step,
                    rough,
                    sure,
                    "“" in text[:start] and "”" not in text[:start],
                    read_context(text, 0, len(text), start, end),
                    *is_part(text, start, end, 0, len(text)),
                    frozenset(),
                    0,
                    -1,
                    True,
                )
            )
    return told if len(told) == 2 else None


def is_part(text, start, end, first, last):
    """Return (whether the number counts a part of a whole, whether its clause, first to last, is of another time)."""
    part = bool(_PART.search(text, max(start - 50, 0), start) or _PART_BEHIND.match(text[end : end + 40]))
    part = part and not (_BESIDE_DEAD.search(text[:start]) and text[end:].lstrip().startswith("others"))
    return part, bool(_ONCE.search(text, first, last) or _FINAL.search(text))
