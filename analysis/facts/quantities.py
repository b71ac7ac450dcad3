"""Numbers, sums, ages, votes and times that two texts give for one thing and that can't both be true."""

from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

import regex

from ..english.words import fold
from ..rules import Setting
from ..text.values import Place, describe_at, find_stops
from .contexts import read_context
from .contradictions import SAME_THING, contradict
from .told import Told, is_part

MOST = Setting(
    "compared_values",
    240,
    "values of one unit or measure that are compared with each other",
    chosen="the first of each article come first; so the cost stays within bounds in large folders",
)
_NOBODY = regex.compile(
    r"\b(?:[Nn]o\sone|[Nn]obody|[Nn]one)\b|\b[Nn]o\s(?=people|person|injuries|deaths|casualties|fatalities|arrests|victims)\w+"
)
_CAPITAL = regex.compile(r"\p{Lu}[\p{L}\p{M}]+")
_NAME = r"(?:\p{Lu}[\p{L}\p{M}'’.-]*\s)*\p{Lu}[\p{L}\p{M}'’-]+"
_AGED_BEFORE = regex.compile(rf"({_NAME}),?\s(?:(?:who\s(?:is|was)\s)?(?:aged?\s)?(?:an?\s|the\s)?|\()$")
_AGED_BEHIND = regex.compile(
    rf"^[-\s]years?[-\s]olds?(?:\s(?!from\b|of\b|in\b|who\b|at\b|and\b)\p{{Ll}}+){{0,4}}?\s({_NAME})"
)


class Difference(NamedTuple):
    """Values that differ: kind, what they are of, their places (article, start, end), and the rule that joined them."""

    kind: str
    about: str
    places: tuple
    rule: str


def find_quantities(values, days, sentences, passages):
    """Return the Differences among numbers and times; `passages` says which item holds a place: {article: spans}.

    Quoted words are left out: altered quotes are compared where their remarks are.
    """
    lines = {
        (article, number): (start, text, position)
        for article, number, start, text, position in zip(
            sentences["article"].astype(str),
            sentences["sentence"],
            sentences["start"],
            sentences["text"],
            sentences["position"],
            strict=True,
        )
    }
    dated = defaultdict(list)
    for article, start, key, act in zip(
        days["article"].astype(str), days["start"], days["key"], days["act"], strict=True
    ):
        if act != "published" and (
            key.endswith("day") or " " in key
        ):  # months and years are too wide to tell two acts apart
            dated[article].append((start, key))
    found = _read_told(values, lines, dated, passages) + _read_zeros(lines, passages)
    alone = defaultdict(lambda: defaultdict(set))
    for told in found:
        alone[told.kind, told.unit, told.measure][told.article].add((told.low, told.high))
    known = defaultdict(set)
    for (article, _), (_, text, _) in lines.items():
        known[article].update(fold(match.group()) for match in _CAPITAL.finditer(text))
    found = [
        told._replace(
            known=known[told.article], alone=len(alone[told.kind, told.unit, told.measure][told.article]) == 1
        )
        for told in found
    ]
    return _compare(sorted(found, key=lambda told: (told.article, told.start)))


def _read_told(values, lines, dated, passages):
    columns = [
        "article",
        "start",
        "end",
        "sentence",
        "kind",
        "low",
        "high",
        "unit",
        "measure",
        "step",
        "rough",
        "sure",
        "voice",
    ]
    found = []
    for article, start, end, number, kind, low, high, unit, measure, step, rough, sure, voice in zip(
        *(values[name].astype(object) for name in columns), strict=True
    ):
        if voice == "quoted":
            continue
        first, text, position = lines[str(article), number]
        low, high = (0.0 if low != low else low), (float("inf") if high != high else high)
        unit = unit if isinstance(unit, str) else ""
        if kind == "age":
            unit = _whose_age(text, start - first, end - first)
            if not unit:
                continue
        found.append(
            _tell(
                str(article),
                start,
                end,
                kind,
                low,
                high,
                unit,
                measure if isinstance(measure, str) else "",
                step,
                rough,
                sure,
                first,
                text,
                position,
                dated,
                passages,
            )
        )
    return found


def _read_zeros(lines, passages):
    """Return "no one was hurt" as the number nought."""
    found = []
    for (article, _), (first, text, position) in lines.items():
        for match in _NOBODY.finditer(text) if "o" in text else ():
            place: Place = describe_at(text, *match.span())
            if place.measure in ("dead", "hurt", "held", "missing", "trapped") and "“" not in text[: match.start()]:
                found.append(
                    _tell(
                        article,
                        first + match.start(),
                        first + match.end(),
                        "number",
                        0.0,
                        0.0,
                        "people",
                        place.measure,
                        1.0,
                        False,
                        True,
                        first,
                        text,
                        position,
                        {},
                        passages,
                    )
                )
    return found


def _tell(
    article, start, end, kind, low, high, unit, measure, step, rough, sure, first, text, position, dated, passages
):
    stops = find_stops(text)
    at = bisect_right(stops, start - first) - 1
    context = read_context(
        text, stops[at], stops[at + 1] if at + 1 < len(stops) else len(text), start - first, end - first
    )
    part, past = is_part(
        text, start - first, end - first, stops[at], stops[at + 1] if at + 1 < len(stops) else len(text)
    )
    low_end, high_end = first + stops[at], first + (stops[at + 1] if at + 1 < len(stops) else len(text))
    keys = frozenset(key for place, key in dated.get(article, ()) if low_end <= place < high_end)
    return Told(
        article,
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
        False,
        context,
        part,
        past,
        keys,
        position,
        item_at(passages, article, start),
        False,
    )


def _whose_age(text, start, end):
    """Return the surname of the person whose age stands from `start` to `end`; "" where none is named beside it."""
    match = _AGED_BEFORE.search(text[max(start - 60, 0) : start]) or _AGED_BEHIND.match(text[end : end + 80])
    return fold(match[1].split()[-1]).removesuffix("'s") if match else ""


def item_at(passages, article, place):
    """Return the item whose passage holds `place`, -1 without one."""
    spans = passages.get(article, ())
    at = bisect_right(spans, (place, float("inf"), 0)) - 1
    return spans[at][2] if at >= 0 and place < spans[at][1] else -1


def _compare(found):
    buckets = defaultdict(dict)
    for place, told in enumerate(found):
        unit = "rank" if told.unit.startswith("rank") else told.unit
        for key in sorted({(told.kind, unit), (told.kind, told.measure or unit)}):
            buckets[key].setdefault(told.article, []).append(place)
    joined = {}
    for by_article in buckets.values():
        if len(by_article) < 2:
            continue
        for one, other in _pairs(by_article):
            if (one, other) not in joined:
                rule, verdict = SAME_THING.decide(found[one], found[other])
                joined[one, other] = rule if verdict == "one" else None
    same = defaultdict(dict)
    for (one, other), rule in joined.items():
        if rule:
            same[one][other] = same[other][one] = rule
    return _differences(found, same)


def _pairs(by_article):
    """Yield the pairs of places of different articles, at most MOST places, the first of each article first."""
    ranked = sorted(
        (rank, article, place) for article, places in by_article.items() for rank, place in enumerate(places)
    )
    ranked = sorted(ranked[: int(MOST.value)], key=lambda row: row[2])
    for at, (_, article, one) in enumerate(ranked):
        for _, other_article, other in ranked[at + 1 :]:
            if article != other_article:
                yield one, other


def _differences(found, same):
    """Return a Difference for each chain of values that are at odds, with what else is of the same thing."""
    odds = []
    for one in sorted(same):
        for other in sorted(same[one]):
            if one < other and contradict(found[one], found[other]) and not _agree(found, same, one, other):
                odds.append((one, other))
    groups = {}
    for one, other in odds:
        group = groups.get(one) or groups.get(other) or set()
        group |= groups.get(one, set()) | groups.get(other, set()) | {one, other}
        for place in group:
            groups[place] = group
    result, seen = [], set()
    for one, other in odds:
        group = groups[one]
        if id(group) in seen:
            continue
        seen.add(id(group))
        more = {place for member in group for place in same[member] if place not in groups}
        rows = sorted(
            group | {place for place in more if all(found[place].article != found[member].article for member in group)}
        )
        told = found[one]
        about = told.measure if told.measure not in ("", "age", "vote") else told.unit
        result.append(
            Difference(
                "time" if told.kind == "time" else "number",
                about or told.unit,
                tuple((found[place].article, found[place].start, found[place].end) for place in rows),
                same[one][other],
            )
        )
    return result


def _open_twins(found, one):
    """Return where the article of a sum says "more than" of the very same: its bare "$5 billion" is the rounded one."""
    told = found[one]
    return [
        place
        for place, other in enumerate(found)
        if (other.article, other.kind, other.unit, other.low) == (told.article, told.kind, told.unit, told.low)
        and other.high > told.high
    ]


def _agree(found, same, one, other):
    """Tell whether either article also has a value of this thing that agrees with the other's."""
    mine = [place for place in same[other] if found[place].article == found[one].article] + _open_twins(found, one)
    theirs = [place for place in same[one] if found[place].article == found[other].article] + _open_twins(found, other)
    return any(not contradict(found[place], found[other]) for place in mine) or any(
        not contradict(found[place], found[one]) for place in theirs
    )
