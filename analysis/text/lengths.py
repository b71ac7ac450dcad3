"""Lengths of time in several units, two hours, nine minutes and 14 seconds, and as races are timed: 2:09:14."""

import regex

from .measures import SPANS

_FINISH = regex.compile(r"(?<![\d:.])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])(?!\s?[ap]\.?m)")
_AT_CLOCK = regex.compile(r"\b(?:at|from|until|by|since|before|after)\s$")
_NEAR = 10  # characters before a time that say of what it is
_AND_SPAN = regex.compile(rf"[\s-](?:{'|'.join(SPANS)})s?,?\s(?:and\s)?")
_UNIT = regex.compile(rf"[\s-](?:{'|'.join(SPANS)})s?\b")
_WON = regex.compile(r"\b(?:won|wins|win|winning|victory|winner's|winner’s)\b")
_NOT_THE_WINNER = regex.compile(r"\b(?:half-?way|half|second|third|runner-up|behind|record|best|split)\b")


def find_race_times(text: str) -> list[tuple[int, int, float]]:
    """Return (start, end, hours) of times as races are timed; "14:05:30" behind "at" is of a clock."""
    found = []
    for match in _FINISH.finditer(text) if text.count(":") > 1 else ():
        if not _AT_CLOCK.search(text, max(match.start() - _NEAR, 0), match.start()):
            hours, minutes, seconds = map(int, match.groups())
            found.append((*match.span(), hours + minutes / 60 + seconds / 3600))
    return found


def goes_on(text: str, end: int, start: int) -> bool:
    """Tell whether a number that ends at `end` goes on with one at `start`: two hours and / nine minutes."""
    return _AND_SPAN.fullmatch(text, end, start) is not None


def end_of_unit(text: str, end: int) -> int:
    """Return where the unit of time behind a number ends."""
    unit = _UNIT.match(text, end)
    return unit.end() if unit else end


def tells_winner(text: str, first: int, last: int) -> bool:
    """Tell whether a clause says that a time was enough to win."""
    return bool(_WON.search(text, first, last)) and not _NOT_THE_WINNER.search(text, first, last)
