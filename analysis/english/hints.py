"""Hints: what a text may hold, told by its words, each of which is looked at once for the whole process.

A number or a time of day has a pattern that costs more than its sentence has words; most sentences have no word
with which one of them could be written, and their patterns are not asked.
"""

from functools import lru_cache

import regex

from ..rules import keep_texts
from .words import Known

DIGIT, CARDINAL, SCALE, ORDINAL, FRACTION, LONE, AGE, NOON, CLOCK, PART = (1 << bit for bit in range(10))
"""A figure; one; dozens; first; half; what by itself is seldom a count; aged; noon; evening; half of "half past"."""

_PIECE = regex.compile(r"\p{L}+|\p{N}+")
_WORDS = {
    CARDINAL: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
              "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    SCALE: "dozen hundred thousand million billion trillion dozens scores hundreds thousands millions billions",
    ORDINAL: "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    FRACTION: "half third quarter fifth",
    LONE: "zero score thirds quarters fifths",
    AGE: "age aged year years boy girl child lad toddler",
    NOON: "noon midnight midday",
    CLOCK: "am pm m clock morning afternoon evening night sharp",
    PART: "half quarter twenty ten five",
}


@keep_texts(1 << 14)
def read_hints(text: str) -> int:
    """Return the hints of a text: the sum of DIGIT, CARDINAL, ... of which it has a word."""
    hints = 0
    for part in text.split(" "):
        hints |= _HINTS[part]
    return hints


def _read_part(part):
    hints = 0
    for piece in (part,) if part.isalpha() else _PIECE.findall(part):
        if piece[0].isalpha():
            hints |= _of_words().get(piece.lower(), 0)
        else:
            hints |= DIGIT
    return hints


_HINTS = Known(_read_part, 1 << 16)


@lru_cache
def _of_words():
    """Return {word in small letters: its hints}."""
    found: dict[str, int] = {}
    for hint, words in _WORDS.items():
        for word in words.split(" "):
            found[word] = found.get(word, 0) | hint
    return found
