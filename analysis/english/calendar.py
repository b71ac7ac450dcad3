"""Days and clock times in English prose: where a text names one, and which it is.

dateparser was tried on invented news sentences and set aside: it takes "may", "march" and "63 in a" for days.
A name of a day is reckoned from a base, the day of publication or of speaking, and may be a span ("last week").
"""

import re
from calendar import day_name, month_name
from datetime import date, timedelta
from typing import NamedTuple

import regex

from ..rules import keep_texts
from .hints import CLOCK, DIGIT, NOON, PART, read_hints
from .numbers import CARDINALS, read_cardinal

MONTHS, WEEKDAYS = tuple(month_name[1:]), tuple(day_name)
MONTH_STARTS, WEEKDAY_STARTS = (tuple(name[:3].lower() for name in names) for names in (MONTHS, WEEKDAYS))
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
DAY_NAMES = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))
ANY_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTHS)})\p{{L}}*\.?"  # however it is cut short
# Small words beside a word of time: the same day, late last week.
BESIDE_TIMES = frozenset(["last", "next", "this", "late", "early", "past", "previous", "earlier", "later", "the",
                          "a", "that", "same", "few", "couple"])
# Nouns for a time, which "that" and "a" may pick: that night, a day later.
TIME_NOUNS = frozenset(["minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "morning", "afternoon",
                        "evening", "week", "weeks", "weekend", "month", "months", "year", "years", "summer", "winter",
                        "spring", "autumn", "moment", "time", "times", "while", "second"])
TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
MONTH = rf"(?:(?:{'|'.join(MONTHS)})\b|(?:{'|'.join(SHORT_MONTHS)})\b\.?+)"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_ORDINAL = r"(?:st|nd|rd|th)?"
_NUMBER = rf"(?:\d{{1,2}}{_ORDINAL}\s*(?:-|–|to|and)\s*)?(?P<day>\d{{1,2}}){_ORDINAL}"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d{2})\b)?"
YEAR = regex.compile(r"(?:18|19|20)\d\d")  # a word by itself
_UNITS = {"day": 1, "night": 1, "week": 7, "weekend": 7}
_NAME = regex.compile(rf"""\b(?=[\dADFJLMNOPSTWY]|an?\s|e[il]|f[io]|la|n[ei]|on|pr|s[ei]|t[ehow]|ye|ze)(?:
      (?P<month>{MONTH})\s+{_NUMBER}(?![\d:])(?!\s*[ap]\.?m\b)(?!\.\d){_YEAR}
    | {_NUMBER}\s+(?:of\s+)?(?P<month>{MONTH})(?!\s+\d{{1,2}}(?!\d)){_YEAR}
    | (?P<year>(?:19|20)\d{{2}})-(?P<number>\d{{2}})-(?P<day>\d{{2}})(?=T\d|\b)
    | (?:(?P<which>[Ll]ast|[Nn]ext)\s+)?(?P<weekday>{WEEKDAY})(?!s)
    | (?P<near>[Tt]oday|[Yy]esterday|[Tt]onight|[Tt]omorrow|[Ll]ast\s+night)(?!['’]s)
    | (?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious)\s+(?P<unit>weekend|week|month|year)(?!['’]s)
    | (?P<ago>\d{{1,2}}|an?|{CARDINALS})\s+(?P<unit>day|week|month|year)s?\s+(?P<back>ago|earlier)
    | (?<=\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|of)\s)(?P<alone>{MONTH})(?:\s+(?P<year>(?:19|20)\d{{2}}))?(?!\s*\d)
    | (?<=\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|of)\s)(?P<only>(?:19|20)\d{{2}})(?!\s?[-–]\s?\d|[\d,.]\d)(?=\W|$)
    )(?:\b|(?=T\d)|(?<=\.))""", regex.VERBOSE)
# What every name of a day holds one of: Python's own engine finds it in a seventh of the time.
_ANY = re.compile(r"J[au][nl]|Feb|Ma[ry]|A(?:pr|ug)|Sep|Oct|Nov|Dec|day|night|week|mo(?:nth|rrow)|year|(?:19|20)\d\d")
_BESIDE = 40  # characters on either side in which the rest of the name stands: twenty-one days ago, 3 to 5 May 2019

_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PART = (r"(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)|(?:in\s+the\s+|on\s+\p{L}+\s+)?(?P<part>morning|afternoon|evening)\b"
         r"|at\s+(?P<part>night)\b"
         rf"|(?:on\s+)?{WEEKDAY}\s+(?P<part>morning|afternoon|evening|night)\b")
_SURE_PART = (r"(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)"
              r"|in\s+the\s+(?P<part>morning|afternoon|evening)\b|at\s+(?P<part>night)\b")
_CLOCK = regex.compile(rf"""(?<![\p{{L}}\d.,:$€£/-])(?=\d|e[il]|f[io]|ha|mi|n[io]|on|qu|s[ei]|t[ew]|thr)(?:
      # one look spares seven
      (?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?![\d%]|[.,:]\d)(?:\s*(?:{_PART}))?
    | (?P<hour>1[0-2]|\d|{_HOURS})(?:\s+o['’]clock)?\s*(?:{_SURE_PART})
    | (?<=\b(?:at|by|around|about|before|after|until|since|from|till|past)\s)(?P<hour>1[0-2]|\d|{_HOURS})\s+(?:{_PART})
    | (?P<hour>1[0-2]|\d|{_HOURS})\s+o['’]clock\b(?:\s+(?:{_PART}))?
    | (?<=\b(?:at|until|till|from)\s)(?P<hour>1[0-2]|[1-9]|{_HOURS})(?=\s+sharp\b(?!\s\p{{Ll}}+s\b))
    | (?P<before>half|quarter|twenty|ten|five)(?:\s+minutes)?\s+(?P<way>past|to|after|before)
      \s+(?P<hour>1[0-2]|\d|{_HOURS})
      (?:\s*(?:{_PART}))?
    | (?<=\b(?:at|by|around|about|before|after|until|since|from|till)\s)(?P<named>noon|midnight|midday)\b
    | (?<=\b(?:at|before|after|around|until|since)\s)(?P<hour>1[0-2]|[1-9])
      (?=[,.;]?\s(?:on|and|when|in\sthe)\b|[.;]\s|,(?!\d)|$)
    )(?!\s*(?:percent|per|million|%))""", regex.VERBOSE)
_ABOUT = regex.compile(r"\b(?P<word>shortly|just|soon|around|about|nearly|almost|before|after|by|until|past"
                       r"|some\s+time)\s+"
                       r"(?:(?P<side>before|after|past)\s+)?$")
_AT = regex.compile(r"\b(?:at|by|around|about|before|after|from|until|till|since|past)\s(?:about\s|around\s)?$")
_LEEWAY = 30  # minutes that "shortly after" and "around" leave open for a full hour; a third of them for "4:05"


class DayName(NamedTuple):
    """A day as a text names it: kind date, weekday, near (today), span (last week, May, 2019); its place and parts."""

    start: int
    end: int
    kind: str
    relative: bool
    parts: dict


class ClockTime(NamedTuple):
    """A time of day: start and end in the text, low and high in minutes after midnight.

    sure is False where nothing says which half of the day it is.
    """

    start: int
    end: int
    low: int
    high: int
    sure: bool


def find_day_names(text: str) -> tuple[DayName, ...]:
    """Return the days that `text` names, in its order."""
    return _of_sentence(text) if len(text) <= _SENTENCE else _of_text(text)


def _list_day_names(text: str) -> tuple[DayName, ...]:
    found = []
    for first, last in _list_places(text):
        for match in _NAME.finditer(text, first, last):
            parts = {name: value for name, value in match.groupdict().items() if value}
            if "weekday" in parts:
                kind = "weekday"
            elif "near" in parts:
                kind = "near"
            else:
                kind = "date" if "day" in parts else "span"
            relative = kind in ("weekday", "near") or "unit" in parts
            found.append(DayName(match.start(), match.end(), kind, relative, parts))
    return tuple(found)


def _list_places(text):
    """Return the stretches (start, end) of a text in which a day may be named, in order and apart."""
    places = []
    for match in _ANY.finditer(text):
        first, last = max(0, match.start() - _BESIDE), match.end() + _BESIDE
        if places and first <= places[-1][1]:
            first = places.pop()[0]
        places.append((first, last))
    return places


# Several tables ask for the days of a text, others for those of its sentences meanwhile.
_SENTENCE = 1000  # characters
_of_sentence, _of_text = keep_texts(1 << 14)(_list_day_names), keep_texts(512)(_list_day_names)


def resolve(name: DayName, base: date | None, ahead: bool | None = False) -> tuple[date, date] | None:
    """Return (first, last) of the days that `name` means, seen from the day `base`; None where it can't be told.

    A weekday is the last one up to `base`, of what is `ahead` the first from it; where that is not known (None) it is
    told only if it is `base`.  A date without a year is the one nearest to it.
    """
    parts = name.parts
    if name.kind == "date":
        month = int(parts["number"]) if "number" in parts else month_number(parts["month"])
        day = int(parts["day"])
        if "year" in parts:
            days = [_make(int(parts["year"]), month, day)]
        else:
            days = [_make(base.year + shift, month, day) for shift in (-1, 0, 1)] if base else []
        best = min((day for day in days if day), key=lambda day: abs(day - (base or day)), default=None)
        return best and (best, best)
    if "only" in parts or ("alone" in parts and "year" in parts):
        month = month_number(parts["alone"]) if "alone" in parts else 0
        return _span_of(int(parts.get("only") or parts["year"]), month)
    if base is None:
        return None
    if name.kind == "weekday":
        back = (base.weekday() - WEEKDAYS.index(parts["weekday"])) % 7
        which = parts.get("which", "").lower()
        seen = base - timedelta(days=back or 7 * (which == "last")) + timedelta(days=7 * (which == "next"))
        if not which and back and ahead is not False:
            return (seen + timedelta(days=7),) * 2 if ahead else None
        return seen, seen
    if name.kind == "near":
        word = " ".join(parts["near"].lower().split())
        near = base + timedelta(days={"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0))
        return near, near
    if "alone" in parts:
        month = month_number(parts["alone"])
        return _span_of(min((base.year - 1, base.year, base.year + 1),
                            key=lambda year: abs((date(year, month, 15) - base).days)), month)
    return _relative_span(parts, base)


def _relative_span(parts, base):
    unit = parts["unit"]
    if "back" in parts:
        if parts["back"] == "earlier":
            return None  # from the day of the act before, not from the base
        number = 1 if parts["ago"] in ("a", "an") else int(read_cardinal(parts["ago"]))
        if unit in _UNITS:
            day, slack = base - timedelta(days=number * _UNITS[unit]), 0 if unit == "day" else 4
        else:
            day, slack = base - timedelta(days=round(number * (30.4 if unit == "month" else 365.25))), number * 10 + 10
        return day - timedelta(days=slack), min(base, day + timedelta(days=slack))
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}[parts["which"].lower()]
    if unit == "year":
        return _span_of(base.year + step)
    if unit == "month":
        month = base.year * 12 + base.month - 1 + step
        return _span_of(month // 12, month % 12 + 1)
    monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * step)
    if unit == "weekend":
        monday -= timedelta(days=7 * (step == 0 and base.weekday() < 4))
        return monday + timedelta(days=4), monday + timedelta(days=6)
    week = monday, monday + timedelta(days=6)
    return week if step >= 0 else (monday, max(week[1], base - timedelta(days=1)))  # also said of the seven days before


def _span_of(year, month=0):
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def _make(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation."""
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3].lower() == word[:3].lower())


def find_clock_times(text: str) -> list[ClockTime]:
    """Return the times of day in `text`, in its order.

    "shortly after 3 a.m." is 181 to 210, "before 4" without a half of the day 210 to 239 and not sure.
    """
    found = []
    for match in _CLOCK.finditer(text) if read_hints(text) & (DIGIT | NOON | CLOCK | PART) else ():
        parts = match.groupdict()
        at = _AT.search(text, max(match.start() - 20, 0), match.start())
        if "." in match[0] and not (parts["half"] or parts["part"] or at):
            continue  # 4.50 is a price
        minutes, sure = _read_clock(parts)
        if minutes is None:
            continue
        low, high, start_at = minutes, minutes, match.start()
        about = _ABOUT.search(text, max(match.start() - 30, 0), match.start())
        if about:
            side, leeway = about["side"] or about["word"], _LEEWAY if minutes % 60 == 0 else _LEEWAY // 3
            start_at = about.start()  # "shortly before 4" and "shortly after 4" are two hours to a reader
            low += 1 if side in ("after", "past") else -leeway
            high += -1 if side == "before" else 0 if side in ("by", "until") else leeway
        found.append(ClockTime(start_at, match.end(), low, high, sure))
    return found


def _read_clock(parts):
    """Return (minutes after midnight or None, whether the half of the day is known)."""
    if parts["named"]:
        return (0 if parts["named"] == "midnight" else 720), True
    word = parts["hour"]
    hour = int(word) if word.isdigit() else _HOURS.split("|").index(word) + 1
    minute = int(parts["minute"] or 0)
    if parts["before"]:
        amount = {"half": 30, "quarter": 15, "twenty": 20, "ten": 10, "five": 5}[parts["before"]]
        minute = amount if parts["way"] in ("past", "after") else -amount
    half = parts["half"] or {"morning": "a", "afternoon": "p", "evening": "p", "night": "n"}.get(parts["part"])
    if half == "n":
        half = "p" if hour > 5 and hour < 12 else "a"
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    if hour > 24:
        return None, False
    early = word.isdigit() and len(word) == 2 and word[0] == "0"
    return (60 * hour + minute) % 1440, bool(half) or hour > 12 or early
