"""The newest day that a text itself speaks of: what its writer can have known.

A day counts where the text tells of it, not where it announces it ("will meet on Friday").  Weekday
names and days without a year need the day of publication; without it they make the answer unknown.
"""

from datetime import date, timedelta

import regex

from ..thresholds import threshold

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_MONTH = (r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
          r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?")
_NUMBER = r"(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:-|–|to|and)\s*)?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d{2})\b)?"
_DAY = regex.compile(
    rf"\b(?:{_MONTH}\s+{_NUMBER}(?![\d:])(?!\s*[ap]\.?m\b){_YEAR}|{_NUMBER}\s+(?:of\s+)?{_MONTH}{_YEAR}"
    r"|(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})(?=T\d|\b)"
    r"|(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!s)|(?P<near>[Tt]oday|[Yy]esterday|[Tt]onight)(?!['’]s))(?:\b|(?=T\d))")
_COMING = {"will", "would", "shall", "could", "should", "due", "scheduled", "expected", "planned", "plans", "plan",
           "planning", "set", "next", "coming", "upcoming", "until", "till", "invited", "invite", "deadline", "hopes",
           "hope", "wants", "intends", "slated", "ahead"}
_PLAN = regex.compile(r"\b(?:is|are|was|were) to \p{L}+(?: \p{L}+){0,6}\s*$")  # "is to visit the island on" Friday
_PAST = {"said", "told", "held", "met", "was", "were", "had", "did", "came", "took", "went", "began", "spoke", "wrote",
         "made", "gave", "left", "found", "broke", "fell", "rose", "won", "lost", "last", "saw", "sent", "put", "hit",
         "shot", "flew", "grew", "became", "brought", "bought", "thought"}


def find_newest_day(text, published=None):
    """Return the newest day that `text` speaks of as an ISO date, or None where it can't be told.

    `published` is the day or time of publication as ISO 8601 or in words, or None; days after it are
    plans and do not count.
    """
    limit = read_day(published)
    days, open_ends = [], False
    for mention in _DAY.finditer(text):
        day = _resolve(mention, limit)
        if day is None:
            open_ends = True
        elif (limit is None or day <= limit) and _is_told(text, mention):
            days.append(day)
    if not days or (limit is None and open_ends):
        return None
    return max(days).isoformat()


def find_days(text, published=None):
    """Return the days that `text` names as a list of (start, end, date, told), in the order of the text.

    date is None where it can't be told; told is False where the text announces the day.
    """
    limit = read_day(published)
    return [(*mention.span(), _resolve(mention, limit), _is_told(text, mention)) for mention in _DAY.finditer(text)]


def read_day(published):
    """Return the first full date in the words `published` as a date; None where there is none."""
    for mention in _DAY.finditer(published if isinstance(published, str) else ""):
        if mention["year"] and _resolve(mention, None):
            return _resolve(mention, None)
    return None


def _resolve(mention, limit):
    """Return the date that `mention` means, seen from the day `limit` or on its own; None where it can't be told."""
    if mention["weekday"]:
        if limit is None:
            return None
        back = (limit.weekday() - _WEEKDAYS.index(mention["weekday"])) % 7
        return limit - timedelta(days=back or 7 * _follows(mention, "last"))
    if mention["near"]:
        return limit and limit - timedelta(days=mention["near"].lower() == "yesterday")
    month = int(mention["number"]) if mention["number"] else _MONTHS.index(mention["month"][:3].lower()) + 1
    if mention["year"]:
        return _make(int(mention["year"]), month, int(mention["day"]))
    if limit is None:
        return None
    days = [_make(limit.year + shift, month, int(mention["day"])) for shift in (-1, 0, 1)]
    return min((day for day in days if day), key=lambda day: abs(day - limit), default=None)


def _make(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _follows(mention, word):
    return mention.string[max(mention.start() - 20, 0):mention.start()].lower().split()[-1:] == [word]


def _is_told(text, mention):
    """Tell whether the sentence tells of the day: the nearest verb before it does not announce something."""
    reach = int(threshold("day_words"))
    before = regex.split(r"[.!?;]\s|\n", text[max(mention.start() - 12 * reach, 0):mention.start()])[-1]
    if _PLAN.search(before):
        return False
    cues = [_cue(word) for word in regex.findall(r"[\p{L}’']+", before)[:-reach - 1:-1]]
    cue = next((cue for cue in cues if cue), None)
    if mention["near"] and cue is None:  # "today" may also mean these times
        after = regex.split(r"[.!?;]\s|\n", text[mention.end():mention.end() + 12 * reach])[0]
        return any(_cue(word) == "past" for word in regex.findall(r"[\p{L}’']+", after)[:reach])
    return cue != "coming"


def _cue(word):
    word = word.lower()
    if word in _COMING:
        return "coming"
    return "past" if word in _PAST or (word.endswith("ed") and len(word) > 4) else None
