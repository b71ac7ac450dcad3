"""The table `days`: every day that a text names, which day that is, and what happened on it."""

from bisect import bisect_right

import pandas as pd

from ..english.calendar import MONTH_STARTS, DayName, resolve
from ..english.verbs import speaking_words
from ..english.words import folded_words
from ..reading.dates import find_first_prints, name_days
from ..tables import rows_of, tabulate

_NEAR = 3  # words on either side of a day among which a verb of saying makes it the day of the words


def find_days(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the table `days`.

    `articles` needs the columns article, text and published.  act: published for a day of a dateline or of
    publication, spoken for one on which somebody said something ("said on Friday"), told for any other.  A relative
    day ("today", "Friday") counts from publication, that of the first text in the folder that has the same words;
    inside a quote from the day of speaking that its sentence names, and is missing without one.  A
    weekday is the last one, or the coming one of what is announced; where nothing tells which, it is missing.  Beside
    the columns of the codebook: first and last (ISO) of the days that it may be ("last week"), quoted, ahead (the text
    announces it) and key, which tells two days apart where no day of publication is known.
    """
    told = [(article, text, said if isinstance(said, str) else None) for article, text, said in
            rows_of(articles, "article", "text", "published")]
    printed = find_first_prints((text for _, text, _ in told), (said for *_, said in told))
    starts: dict[str, list[int]] = {}
    for article, start in rows_of(sentences, "article", "start"):
        starts.setdefault(article, []).append(start)
    rows = []
    for article, text, said in told:
        days = name_days(text, said, printed)
        homes = [bisect_right(starts.get(article, ()), day.name.start) for day in days]
        acts = ["published" if day.dateline else "spoken" if _is_spoken(text, day) else "told" for day in days]
        bases = {home: day.exact for day, home, act in zip(days, homes, acts, strict=True)
                 if act == "spoken" and not day.quoted and day.exact}
        for day, home, act in zip(days, homes, acts, strict=True):
            first, last = day.first, day.last
            if first is None and day.quoted and home in bases:
                first, last = resolve(day.name, bases[home], day.ahead) or (None, None)
            exact = first if first == last and day.name.kind != "span" else None
            rows.append((article, day.name.start, day.name.end, exact and exact.isoformat(), act, day.name.relative,
                         first and first.isoformat(), last and last.isoformat(), day.quoted, not day.told,
                         name_key(day.name)))
    extra = {"first": "str", "last": "str", "quoted": "bool", "ahead": "bool", "key": "str"}
    return tabulate("days", rows, articles, extra)


def name_key(name: DayName) -> str:
    """Return how a day is called, alike for "4 May" and "May 4th": weekday, month and day, or its words."""
    parts = name.parts
    if name.kind == "date":
        return f"{int(parts.get('number') or 0) or parts['month'][:3].lower()} {int(parts['day'])}"
    return (parts.get("weekday") or parts.get("only") or (parts.get("alone") or "")[:3].lower()
            or " ".join(str(parts[part]).lower() for part in sorted(parts)))


def sort_key(key: str) -> str:
    """Return of what sort a name_key is: days of two sorts are not compared where no day of publication is known."""
    if key[:1].isupper() and key.endswith("day"):
        return "weekday"
    return "year" if key.isdigit() else "date" if key[-1:].isdigit() else "month" if key in MONTH_STARTS else "other"


def is_one_day(key: str) -> bool:
    """Tell whether a name_key is a day's: months and years are too wide to tell two acts apart."""
    return key.endswith("day") or " " in key


def _is_spoken(text, day):
    start, end = day.name.start, day.name.end
    around = folded_words(text[max(start - 40, 0):start])[-_NEAR:] + folded_words(text[end:end + 40])[:_NEAR - 1]
    return not day.quoted and any(word in speaking_words() for word in around)
