"""Transcripts and interviews: lines that begin with their speaker and stand without quotation marks.

`NAME, ROLE: We sail.` in capitals is a turn where two lines or more have that shape; `Roe: We sail.` where two names
come back, or where all such lines stand together and a text of the event has one of their names in full (so that
`Dues: They rise.` is none, and no heading `Roe: Hold on.` over a paragraph on her); in an interview of Q and A the
answers are those of the person whom the text before introduces.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

import regex

from ..english.grammar import find_class
from ..english.lexicon import is_body_word, is_thing_word
from ..english.names import LABELS

_CAPITALS = regex.compile(r"(?P<who>\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,3})(?:, [^:\n]{1,60})?:\s+(?=\S)")
_NAME = regex.compile(r"(?P<who>\p{Lu}\p{Ll}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]+){0,3}):\s+(?=\p{Lu})")
_LETTER = regex.compile(r"(?P<who>Q|A|Question|Answer)[.:]\s+(?=\S)")
_INTRODUCED = regex.compile(r"\p{Lu}\p{Ll}+(?: \p{Lu}\.)?(?: \p{Lu}[\p{Ll}’'-]+)+")
_FULL = regex.compile(r"\b(\p{Lu}\p{Ll}+) (\p{Lu}[\p{L}’'-]+)\b(?! \p{Lu})")
_LABELS = {word.capitalize() for word in LABELS}


class Turn(NamedTuple):
    """A line of a transcript: its start, where its words begin, and the (start, end) of its speaker's name or None."""

    start: int
    words: int
    speaker: tuple[int, int] | None


def list_surnames(texts: Iterable[str]) -> frozenset[str]:
    """Return the last words of two words with capitals that may be a person's name, of all texts."""
    return frozenset(match[2] for text in texts for match in _FULL.finditer(text)
                     if not (find_class(match[1]) or is_thing_word(match[1]) or is_thing_word(match[2])
                             or is_body_word(match[2])))


def find_turns(text: str, paragraphs: list, surnames: Callable[[], frozenset] = frozenset) -> list[Turn]:
    """Return the Turns of a text, in order; `paragraphs` are (start, end, zone), `surnames` gives the event's."""
    body = [(start, end) for start, end, zone in sorted(paragraphs) if zone == "body"]
    capitals = [(start, match) for start, end in body if (match := _CAPITALS.match(text, start, end))
                and match["who"].lower() not in LABELS]
    if len(capitals) > 1:
        return [Turn(start, match.end(), match.span("who")) for start, match in capitals]
    letters = [(start, match) for start, end in body if (match := _LETTER.match(text, start, end))]
    if len({match["who"][0] for _, match in letters}) > 1:
        guest = _find_guest(text, [pair for pair in body if pair[0] < letters[0][0]])
        return [Turn(start, match.end(), guest if match["who"][0] == "A" else None) for start, match in letters]
    names = [(start, match) for start, end in body if (match := _NAME.match(text, start, end))
             and text[match.end()] not in "\"“‘'"]
    counts = Counter(match["who"] for _, match in names)
    lines = [start for start, _ in body]
    first = lines.index(names[0][0]) if names else 0
    adjacent = len(counts) > 1 and set(counts).isdisjoint(_LABELS) and \
        [start for start, _ in names] == lines[first:first + len(names)]
    if (len(counts) == 2 and min(counts.values()) > 1) or (adjacent and not set(counts).isdisjoint(surnames())):
        return [Turn(start, match.end(), match.span("who")) for start, match in names]
    return []


def _find_guest(text, before):
    """Return the (start, end) of the last name that the paragraphs before the interview bring up first, or None."""
    for start, end in reversed(before):
        match = _INTRODUCED.search(text, start, end)
        if match:
            return match.span()
    return None
