"""The table `values`: every number, sum, share, time of day, age, place in a row and count of votes.

A value is about the thing that its clause says of it: `measure` is what sort of number the news gives (dead, hurt,
moved, price: lists/measures.csv), `about` the word that says so or the verb nearest to the number, `unit` the noun
that is counted.  Whose words it stands in decides with what it may be compared.
"""

from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

import pandas as pd
import regex

from ..english.calendar import MONTHS, find_clock_times, find_day_names
from ..english.numbers import find_numbers, find_single_votes
from ..english.words import find_words, fold
from ..tables import conform
from .measures import find_measure, is_plural, singular

KINDS = {"number": "number", "vote": "number", "rank": "number", "money": "money", "percent": "percent", "age": "age"}
PERSONS = frozenset(
    ["parents", "moms", "dads", "mothers", "fathers", "kids", "infants", "babies", "people", "persons", "person",
     "men", "women", "children", "man", "woman", "child", "residents", "villagers", "inhabitants", "citizens",
     "locals", "homeowners", "workers", "employees", "staff", "staffers", "miners", "pitmen", "labourers", "laborers",
     "welders", "passengers", "riders", "travellers", "travelers", "commuters", "drivers", "pedestrians",
     "protesters", "demonstrators", "marchers", "activists", "supporters", "fans", "mourners", "visitors",
     "spectators", "students", "pupils", "teachers", "nurses", "doctors", "patients", "guests", "tourists", "skiers",
     "climbers", "mountaineers", "hikers", "swimmers", "fishermen", "sailors", "crew", "soldiers", "troops",
     "officers", "policemen", "firefighters", "firemen", "rescuers", "migrants", "refugees", "civilians", "victims",
     "survivors", "boys", "girls", "adults", "teenagers", "members", "runners", "shoppers", "churchgoers",
     "worshippers", "prisoners", "inmates", "detainees", "hostages", "evacuees", "neighbours", "neighbors", "guards",
     "captives", "lives", "souls", "bodies", "dead", "deaths", "wounded", "injured", "arrests", "fatalities",
     "casualties", "injuries", "families", "attendees", "participants", "strikers", "delegates"]
)
_STRUCK = frozenset(["killed", "hurt", "wounded", "injured", "missing", "evacuated", "arrested",
                     "detained"])  # "nine hurt" counts people
_SPANS = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1,
    "day": 24,
    "week": 168,
    "month": 730,
    "year": 8766,
    "decade": 87660,
}
_STOP = regex.compile(
    r"[;:—–]|,\s(?=(?:and|but|while|which|who|whose|where|when|as|after|before|including|among|with|forcing|leaving)\b)"
    r"|\s(?=(?:and|but|while|whereas)\s(?:\p{L}+\s){0,3}(?:\p{L}+ed|was|were|is|are|had|has|will)\b)|\.\s|[“”\"]"
)
_SKIP = frozenset(
    ["the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "from", "with", "that", "which",
     "who", "was", "were", "is", "are", "has", "have", "had", "as", "it", "its", "their", "his", "her", "more",
     "than", "about", "around", "up", "least", "other", "others", "some", "all"]
)
_TIMED = {"lasted": "lasted"}


class Place(NamedTuple):
    """What a value counts: unit (a folded noun, people for all persons), measure and the word that tells it."""

    unit: str
    measure: str
    about: str


def find_values(articles, sentences, voices):
    """Return the table `values`.

    `voices` gives whose words a value stands in and may be empty: then all are own.  low and high are equal for an
    exact value; of times they are minutes after midnight; an end that the text leaves open ("more than 300") is
    missing.  Beside the columns of the codebook: measure, step (how finely the number is written), rough and
    sure (of a time: its half of the day is known).
    """
    spoken = defaultdict(list)
    for article, start, end, voice, speaker in zip(
        voices["article"].astype(str),
        voices["start"],
        voices["end"],
        voices["voice"].astype(str),
        voices["speaker"],
        strict=True,
    ):
        spoken[article].append((start, end, voice, speaker if isinstance(speaker, str) else None))
    rows = []
    columns = [sentences[name] for name in ("sentence", "start", "text")]
    for article, number, first, text in zip(sentences["article"].astype(str), *columns, strict=True):
        if not _MAYBE.search(text):
            continue
        for kind, low, high, unit, about, start, end, measure, step, rough, sure in read_values(text):
            voice, speaker = _voice_of(spoken[article], first + start)
            rows.append(
                (
                    article,
                    first + start,
                    first + end,
                    number,
                    kind,
                    low,
                    high,
                    unit,
                    about,
                    voice,
                    speaker,
                    measure,
                    step,
                    rough,
                    sure,
                )
            )
    frame = pd.DataFrame(
        rows,
        columns=[
            "article",
            "start",
            "end",
            "sentence",
            "kind",
            "low",
            "high",
            "unit",
            "about",
            "voice",
            "speaker",
            "measure",
            "step",
            "rough",
            "sure",
        ],
    )
    frame = frame.replace({"low": {float("inf"): None}, "high": {float("inf"): None}}) if len(frame) else frame
    return conform(
        "values", frame.astype({"measure": "str", "step": "float64", "rough": "bool", "sure": "bool"}), articles
    )


_MAYBE = regex.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty|dozens?|scores"
    r"|hundreds?|thousands?|millions?|half|third|quarter|noon|midnight|midday|\p{L}+th|first|second)\b",
    regex.IGNORECASE,
)


def read_values(text):
    """Return the values of one sentence: kind, low, high, unit, about, start, end, measure, step, rough, sure."""
    times = find_clock_times(text)
    taken = [(name.start, name.end) for name in find_day_names(text) if "ago" not in name.parts]
    taken += [(time.start, time.end) for time in times]
    words = [(start, end, fold(text[start:end])) for start, end in find_words(text)]
    starts = [start for start, *_ in words]
    stops, found = find_stops(text), []
    for time in times:
        about = describe(text, words, starts, stops, time.start, time.end).about
        found.append(
            (
                "time",
                time.low,
                time.high,
                "o'clock",
                about,
                time.start,
                time.end,
                "",
                1.0,
                time.low != time.high,
                time.sure,
            )
        )
    for number in find_numbers(text):
        if any(start < number.end and number.start < end for start, end in taken):
            continue
        place = describe(text, words, starts, stops, number.start, number.end)
        unit, low, high, measure, step = number.unit, number.low, number.high, place.measure, number.step
        if number.kind == "number":
            unit = place.unit
            side = find_single_votes(text, number.start, number.end)
            if side:
                unit, measure = f"votes {side}", "vote"
            elif unit in _SPANS:
                low, high, step, measure, unit = (
                    low * _SPANS[unit],
                    high * _SPANS[unit],
                    step * _SPANS[unit],
                    _TIMED.get(measure, ""),
                    "hours",
                )
        elif number.kind == "vote":
            measure = "vote"
        elif number.kind == "rank":
            unit = f"rank of {place.unit}" if place.unit else "rank"
        elif number.kind == "age":
            measure = "age"
        found.append(
            (
                KINDS[number.kind],
                low,
                high,
                unit,
                place.about,
                number.start,
                number.end,
                measure,
                step,
                number.rough,
                True,
            )
        )
    return sorted(found, key=lambda row: row[5:7])


def find_stops(text):
    """Return where the clauses of a sentence begin, and its end."""
    return [0, *(match.end() for match in _STOP.finditer(text)), len(text)]


def describe_at(text, start, end):
    """Return the Place of what stands from `start` to `end` of one sentence."""
    words = [(first, last, fold(text[first:last])) for first, last in find_words(text)]
    return describe(text, words, [first for first, *_ in words], find_stops(text), start, end)


def describe(text, words, starts, stops, start, end):
    """Return the Place of a number between `start` and `end`: its counted noun, measure, and the word about it."""
    behind = _behind(words, starts, text, end)
    unit = next((word for word in behind if word in PERSONS), None)
    people = unit is not None or (len(behind) > 0 and behind[-1] in _STRUCK)
    unit = "people" if people else next((word for word in behind if is_plural(word)), behind[0] if behind else "")
    at = bisect_right(stops, start) - 1
    first, last = stops[at], stops[at + 1] if at + 1 < len(stops) else len(text)
    beside = [
        (abs(begin - start), word)
        for begin, stop, word in words[bisect_right(starts, first - 1) : bisect_right(starts, last)]
        if not start <= begin < end and text[begin:stop] not in MONTHS  # 120 homes on March 2: nobody marched
    ]
    clause, places = [word for _, word in beside], beside
    measure, about = find_measure(clause, places)
    if measure in ("dead", "hurt", "crowd") and unit not in ("people", "") and not _counts(unit):
        measure = ""
    return Place(unit if unit == "people" else singular(unit), measure, about)


def _counts(unit):
    return unit in PERSONS


def _behind(words, starts, text, end):
    """Return up to four words behind a number, up to a comma or a word that ends its noun phrase."""
    found, reached = [], end
    for start, stop, word in words[bisect_right(starts, end - 1) : bisect_right(starts, end - 1) + 4]:
        if regex.search(r"[,;:.()]", text[reached:start]):
            break
        if word == "of" and not found:
            reached = stop
            continue
        if word in _SKIP and word not in ("more", "other", "others", "the"):
            break
        if word not in _SKIP:
            found.append(word)
        reached = stop
        if is_plural(word) or word in PERSONS:
            break
    return found


def _voice_of(spoken, place):
    at = bisect_right(spoken, place, key=lambda row: row[0]) - 1
    if at >= 0 and place < spoken[at][1]:
        return spoken[at][2], spoken[at][3]
    return "own", None
