"""Transcripts and interviews: lines that begin with their speaker and stand without quotation marks.

`NAME, ROLE: We sail.` in capitals is a turn where two lines or more have that shape; `Roe: We sail.` where a name
comes back; in an interview of Q and A the answers are those of the person whom the text before introduces.
"""

from collections import Counter
from typing import NamedTuple

import regex

_CAPITALS = regex.compile(r"(?P<who>\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,3})(?:, [^:\n]{1,60})?:\s+(?=\S)")
_NAME = regex.compile(r"(?P<who>\p{Lu}\p{Ll}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]+){0,3}):\s+(?=\p{Lu})")
_LETTER = regex.compile(r"(?P<who>Q|A|Question|Answer)[.:]\s+(?=\S)")
_INTRODUCED = regex.compile(r"\p{Lu}\p{Ll}+(?: \p{Lu}\.)?(?: \p{Lu}[\p{Ll}’'-]+)+")
_NO_SPEAKERS = {"UPDATE", "UPDATED", "CORRECTION", "NOTE", "BREAKING", "EXCLUSIVE", "WATCH", "READ", "PHOTO", "PHOTOS",
                "VIDEO", "MORE", "RELATED", "PS", "NB"}


class Turn(NamedTuple):
    """A line of a transcript: its start, where its words begin, and the (start, end) of its speaker's name or None."""

    start: int
    words: int
    speaker: tuple[int, int] | None


def find_turns(text: str, paragraphs: list) -> list[Turn]:
    """Return the Turns of a text, in order; `paragraphs` are (start, end, zone)."""
    body = [(start, end) for start, end, zone in sorted(paragraphs) if zone == "body"]
    capitals = [(start, match) for start, end in body if (match := _CAPITALS.match(text, start, end))
                and match["who"] not in _NO_SPEAKERS]
    if len(capitals) > 1:
        return [Turn(start, match.end(), match.span("who")) for start, match in capitals]
    letters = [(start, match) for start, end in body if (match := _LETTER.match(text, start, end))]
    if len({match["who"][0] for _, match in letters}) > 1:
        guest = _find_guest(text, [pair for pair in body if pair[0] < letters[0][0]])
        return [Turn(start, match.end(), guest if match["who"][0] == "A" else None) for start, match in letters]
    names = [(start, match) for start, end in body if (match := _NAME.match(text, start, end))
             and text[match.end()] not in "\"“‘'"]
    counts = Counter(match["who"] for _, match in names)
    if len(counts) == 2 and min(counts.values()) > 1:
        return [Turn(start, match.end(), match.span("who")) for start, match in names]
    return []


def _find_guest(text, before):
    """Return the (start, end) of the last name that the paragraphs before the interview bring up first, or None."""
    for start, end in reversed(before):
        match = _INTRODUCED.search(text, start, end)
        if match:
            return match.span()
    return None
