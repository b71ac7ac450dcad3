"""The values of one difference as they are printed, each with the articles that print it and where."""

from __future__ import annotations

import regex

from ...english.calendar import DAY_NAMES, find_clock_times
from ...english.numbers import Number, find_numbers
from ...english.words import folded_words
from ...facts.seen import Lines

_WHOSE = regex.compile(  # the mill's chairman; Ellby Foods president, but Vice president
    r"^(?:.*['’]s?\s|(?!(?:Vice|Deputy|Acting|Former|Assistant|Associate|Interim)\b)(?:\p{Lu}\S*\s)+(?=\p{Ll}))")


def list_values(rows: list[tuple]) -> list[dict]:
    """Return the values as they are printed, each once, with who prints it first where."""
    values: dict[tuple, dict] = {}
    for value, article, start, end in rows:
        entry = values.setdefault(_key(value), {"value": " ".join(value.split()), "articles": [], "spans": []})
        if article not in entry["articles"]:
            entry["articles"].append(article)
            entry["spans"].append((article, start, end))
    return _drop_wide(_keep_exact(list(values.values())))


def join_offices(values: list[dict]) -> list[dict]:
    """Return the values, an office with whose it is joined to the bare one: the mill's chairman, chairman."""
    joined: dict[str, dict] = {}
    for value in values:
        bare = _WHOSE.sub("", value["value"]).casefold()
        known = joined.setdefault(bare, {"value": value["value"], "articles": [], "spans": []})
        known["value"] = min(known["value"], value["value"], key=len)
        known["articles"] += value["articles"]
        known["spans"] += value["spans"]
    return list(joined.values())


def join_persons(values: list[dict]) -> list[dict]:
    """Return the values, a surname joined to the full name that it is part of: Ann Bellamy, Bellamy."""
    joined: list[dict] = []
    for value in sorted(values, key=lambda value: -len(value["value"].split())):
        words = set(value["value"].split())
        known = next((one for one in joined if words <= set(one["value"].split())), None)
        if known is None:
            joined.append({part: list(held) if part != "value" else held for part, held in value.items()})
        else:
            known["articles"] += value["articles"]
            known["spans"] += value["spans"]
    return joined


def join_votes(rows: list[tuple], lines: Lines) -> list[dict]:
    """Return the two numbers of a vote as one value, "4 to 3", for each article that gives both in one sentence."""
    mine: dict[str, list] = {}
    for value, article, start, end in rows:
        mine.setdefault(article, []).append((value, start, end))
    joined = []
    for article, told in mine.items():
        seen = [lines.read(article, *row[1:]) for row in told]
        if len(told) == 2 and seen[0].first == seen[1].first:
            numbers = sorted((value for value, *_ in told), key=_count, reverse=True)
            joined.append((" to ".join(numbers), article, min(row[1] for row in told), max(row[2] for row in told)))
        elif len(told) == 1:  # the other side is the same: 58-51 and 57-51
            joined.append((told[0][0], article, *told[0][1:]))
    return list_values(joined)


def drop_seconds(values: list[dict]) -> list[dict]:
    """Return the values without those of which most texts print another too: "3 dead, 11 hurt" counts two things."""
    holders = [set(value["articles"]) for value in values]
    return [value for place, value in enumerate(values) if not any(
        2 * len(holders[place] & others) > len(holders[place]) for number, others in enumerate(holders)
        if number != place)]


def _keep_exact(values: list[dict]) -> list[dict]:
    """Return the values without "at least 39" in an article that also prints 39."""
    ends = [_read_number(value["value"]) for value in values]
    for value, wide in zip(values, ends, strict=True):
        inside = {name for other, end in zip(values, ends, strict=True) for name in other["articles"]
                  if end and wide and other is not value and wide.low <= end.low <= end.high <= wide.high}
        kept = [at for at, name in enumerate(value["articles"]) if name not in inside]
        value["articles"], value["spans"] = ([value[part][at] for at in kept] for part in ("articles", "spans"))
    return [value for value in values if value["articles"]]


def _key(value: str) -> tuple:
    """Return what makes two printed values equal: a bare number or hour by its size (3 is three), else its words."""
    numbers, plain = find_numbers(value), " ".join(value.casefold().split())
    times = find_clock_times(value)
    if len(times) == 1 and (times[0].start, times[0].end) == (0, len(value)):
        return (times[0].low, times[0].high, "time")
    bare = len(numbers) == 1 and (numbers[0].start, numbers[0].end) == (0, len(value))
    return (numbers[0].low, numbers[0].high, numbers[0].unit) if bare else (plain,)


def _drop_wide(values: list[dict]) -> list[dict]:
    """Return the values without those that leave room for all others: "more than 400" beside 412 and 530."""
    ends = [_read_number(value["value"]) for value in values]
    return [value for value, mine in zip(values, ends, strict=True) if mine is None or len(values) < 3 or not all(
        other is mine or (other is not None and mine.low <= other.low and other.high <= mine.high) for other in ends)]


def _read_number(value: str) -> Number | None:
    """Return the first number of a value as it is printed, or None."""
    return next(iter(find_numbers(value)), None)


def read_bare(value: str) -> Number | None:
    """Return the number that a value is, as it is printed; None of two, as of a vote, and of a day: February 10."""
    numbers = find_numbers(value)
    day = not DAY_NAMES.isdisjoint(folded_words(value))
    return numbers[0] if len(numbers) == 1 and not day and not regex.search(r"\d\s?(?:to|-|–)\s?\d", value) else None


def _count(value: str) -> float:
    number = _read_number(value)
    return number.high if number else 0.0
