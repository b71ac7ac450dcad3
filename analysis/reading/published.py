"""The day of publication as pages and databases write it, and lines that hold nothing else."""

from datetime import date

import regex

from ..english.calendar import ANY_MONTH, MONTH_STARTS, TIME_UNITS, WEEKDAY_STARTS, WEEKDAYS
from .dates import read_day

_FORMS = (
    regex.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s/.-]+(?P<m>{ANY_MONTH})[\s,/.-]*(?P<y>(?:19|20)\d\d)(?!\d)",
                  regex.I),
    regex.compile(rf"(?<!\p{{L}})(?P<m>{ANY_MONTH})\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<y>(?:19|20)\d\d)(?!\d)",
                  regex.I),
    regex.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<n>\d\d)-(?P<d>\d\d)(?!\d)"),
    regex.compile(r"(?<!\d)(?P<d>\d{1,2})[./](?P<n>\d{1,2})[./](?P<y>(?:19|20)\d\d)(?!\d)"))
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,4}|Z))?"
CLOCK_LINE = regex.compile(rf"(?:{_CLOCK}|\d{{1,2}}\s?[ap]\.?m\.?(?:\s[A-Z]{{2,4}})?)$", regex.IGNORECASE)
_AGO = regex.compile(rf"\b(?:\d+|an?|one|two) (?:sec|min|hr|{'|'.join(TIME_UNITS)})s? ago\b",
                     regex.IGNORECASE)
_WORDS = regex.compile(
    r"\b(?:published|first published|last|updated|update|modified|posted|created|released|issued|date|dated"
    rf"|{'|'.join((*WEEKDAYS, *WEEKDAY_STARTS))}|tues|thur|thurs|gmt|utc|bst|cet|cest"
    r"|est|edt|ist|pst|pdt|am|pm|noon|midnight|t|z)\b", regex.IGNORECASE)

_LITTLE = regex.compile(r"\b(?:on|at|and|the|of)\b", regex.IGNORECASE)


def find_days(text: str) -> list[date]:
    """Return the full dates that stand in `text`, in the order of the forms; of 03/04/2025 nobody knows the month."""
    found = []
    for form in _FORMS:
        for match in form.finditer(text[:300]):
            parts = match.groupdict()
            day, month = int(parts["d"]), None
            if parts.get("m"):
                month = MONTH_STARTS.index(parts["m"][:3].lower()) + 1
            else:
                month = int(parts["n"])
                if form is _FORMS[-1] and day <= 12 and month <= 12 and day != month:
                    continue
                if form is _FORMS[-1] and month > 12:
                    day, month = month, day
            try:
                found.append(date(int(parts["y"]), month, day))
            except ValueError:
                continue
    return list(dict.fromkeys(found))


def read_published(text: str) -> date | None:
    """Return the one full date of a line or credit; None where it has none, or a range of days."""
    days = find_days(text)
    return days[0] if len(days) == 1 else read_day(text) if not days else None


def strip_days(text: str) -> str:
    """Return `text` without its dates, clocks and the words that go with them (published, updated, 2 hours ago)."""
    rest = _AGO.sub(" ", regex.sub(r"(?<=\p{Ll})(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)", " ", text))
    for form in _FORMS:
        rest = form.sub(" ", rest)
    rest = regex.sub(rf"(?<![\p{{L}}\d])T?{_CLOCK}(?![\p{{L}}\d])", " ", rest, flags=regex.IGNORECASE)
    rest = regex.sub(r"(?<!\d)\d{1,2}/\d{1,2}/\d{2,4}(?!\d)", " ", rest)
    return " ".join(_WORDS.sub(" ", rest).split()).strip(" ,;:|·•–—-/()[].")


def is_day_line(text: str) -> bool:
    """Tell whether a line holds a full date and nothing but what goes with it."""
    return len(text) < 100 and bool(find_days(text)) and not any(
        map(str.isalnum, _LITTLE.sub(" ", strip_days(text))))
