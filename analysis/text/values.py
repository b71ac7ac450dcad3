"""The table `values`: every number, sum, share, time of day, age, place in a row and count of votes.

A value is about the thing that its clause says of it: `measure` is what sort of number the news gives (dead, hurt,
moved, price: lists/measures.csv), `about` the word that says so or the verb nearest to the number, `unit` the noun
that is counted.  Whose words it stands in decides with what it may be compared.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import pandas as pd
import regex

from ..english.calendar import MONTHS, find_clock_times, find_day_names
from ..english.grammar import AUXILIARIES, SMALL, words_of
from ..english.hints import CARDINAL, DIGIT, read_hints
from ..english.nouns import AGED, counts_persons, is_office, is_plural
from ..english.numbers import CARDINALS, Number, find_numbers, find_single_votes, may_count
from ..english.units import GLUED, name_unit
from ..english.verbs import PASTS, SAID, SICK, STRUCK, is_verb
from ..english.words import find_words, folded_words
from ..rules import keep_texts
from ..tables import rows_of, tabulate
from .lengths import end_of_unit, find_race_times, goes_on, tells_winner
from .measures import SPANS, find_measure, read_term, suits

KINDS = {"number": "number", "vote": "number", "rank": "number", "money": "money", "percent": "percent", "age": "age"}
_STOP = regex.compile(
    r"[;—–]|:(?!\d)|,\s(?=(?:and|but|while|which|who|whose|where|when|as|after|before|including|among|with|worth"
    r"|\p{Ll}{2,}ing)\b)"
    r"|(?P<joined>\s(?=(?:and|but|while|whereas)\s(?:(?:more\sthan|at\sleast|as\smany\sas)\s)?"
    r"(?:[\p{L}\d,]+\s){0,3}(?:\p{L}+ed|is|are|has|have|will|"
    rf"{'|'.join(sorted(PASTS - {'last'}))})\b))"
    r"|(?<!\b[ap]\.m)\.\s|[“”\"]"
)
_MONTHS = frozenset(MONTHS)
_DIED = frozenset(["died", "drowned", "perished"])  # two died: people
_FINITE = AUXILIARIES | SAID
_SKIP = words_of(*(set(SMALL) - {"pronoun"}), "auxiliary") | {"it", "more", "up", "least", "other", "others"}
_ASIDE = regex.compile(r"(?:including|among)\b")
_BEFORE_NUMBER = regex.compile(r"\s(?:(?:another|the|all|a\sfurther)\s)?")
_RATIO = regex.compile(  # nine landowners in ten, one in five patients: a share, which other words may turn round
    rf"\b(?:{CARDINALS}|\d{{1,2}})\s(?:in\s(?:every\s)?(?:{CARDINALS}|\d{{1,2}})(?!\d)(?!\s(?:{'|'.join(SPANS)})s?\b)"
    rf"|(?:of\sthe\s)?\p{{L}}+\sin\s(?:every\s)?(?:{CARDINALS}|\d{{1,2}})(?!\d)(?!\s\p{{Ll}}+s\b))", regex.IGNORECASE)
_PARTED = regex.compile(r"[,;:.()]")
_AN_HOUR = regex.compile(r"\s(?:an|per)\shour\b")
_SPEEDS = {"mile": "mph", "mph": "mph", "kilometre": "km/h", "km/h": "km/h", "kph": "km/h", "kmh": "km/h"}
_GLUED = regex.compile(GLUED, regex.IGNORECASE)
_DESCRIBED = regex.compile(  # the dead man leaves five children: "dead" says who is meant, and counts nobody
    rf"\b(?:the|an?|his|her|their)\s(?P<what>dead|{'|'.join(sorted(STRUCK))}|trapped|sick)\s(?:{AGED})\b",
    regex.IGNORECASE)
_MAGNITUDE = regex.compile(r"\bmagnitude(?:\sof)?\s$", regex.IGNORECASE)
_JOINED_NOUN = regex.compile(r"-(\p{Ll}{4,})(?=\s\p{Ll})")
_JOINED_SPAN = regex.compile(rf"-({'|'.join(SPANS)})\b(?!-old)", regex.IGNORECASE)  # a 19-day sit-in against the sale
_MARGIN = regex.compile(r"\bby\s(?:(?:just|only|a\smere)\s)?$|\b(?:margin|lead)\sof\s$", regex.IGNORECASE)
_AHEAD = regex.compile(r"\s(?:more\s)?votes\s(?:more\s|fewer\s)?(?:than|ahead|behind)\b")  # 14 more votes than he
_BAND = regex.compile(r"\b(?:gang|group|crew|team|party|band|family|panel|trio|staff)\sof\s$", regex.IGNORECASE)
_NEITHER = regex.compile(r"\b(?:neither|none|not\sone|nobody)\sof\s(?:the|its|their|these)\s$", regex.IGNORECASE)
_PARENT = regex.compile(r"(?:father|mother|parent|dad|da|papa|mum|mom|mama|widow|widower)\sof\s$", regex.IGNORECASE)
_OF_AN = regex.compile(  # half a | mile, half | of a village; not: four men met half a mile away
    r"(?:(?<=\b(?:half|thirds?|quarters?))\s(?:of\s)?an?|(?<=\b(?:half|thirds?|quarters?)\s(?:of\s)?an?))\s\p{L}+",
    regex.IGNORECASE)
_OF_SO_MANY = regex.compile(rf"\s(?:out\s)?of\s(?:(?:the|its|their)\s)?(?:\d[\d,]*|{CARDINALS})(?=\s\p{{Ll}})")
_LABEL = regex.compile(r"\s\p{Lu}\p{Ll}+\s$")  # Amendment 12, which: a name, and no count


class Value(NamedTuple):
    """A value of one sentence.

    low and high are equal for an exact value; of times they are minutes after midnight; an end that the text leaves
    open ("more than 300") is infinite.  step is how finely it is written, rough whether it is qualified, sure whether
    a time's half of the day is known.
    """

    kind: str
    low: float
    high: float
    unit: str
    about: str
    start: int
    end: int
    measure: str
    step: float
    rough: bool
    sure: bool


class Counted(NamedTuple):
    """What a value counts: unit (a folded noun, people for all persons), measure and the word that tells it."""

    unit: str
    measure: str
    about: str


class Line:
    """A sentence read once: its words (start, end, folded), and where its clauses begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [(*span, word) for span, word in zip(find_words(text), folded_words(text), strict=True)]
        self.starts = [start for start, *_ in self.words]
        self.stops = [0]
        for match in _STOP.finditer(text):
            if match["joined"] is None or self._has_verb(self.stops[-1], match.start()):
                self.stops.append(match.end())
        self.stops.append(len(text))

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers of the sentence, in order."""
        return find_numbers(self.text)

    @cached_property
    def described(self) -> set[int]:
        """Where words begin that only say of one person who is meant: the injured driver."""
        return {match.start("what") for match in _DESCRIBED.finditer(self.text)}

    def clause(self, place: int) -> tuple[int, int]:
        """Return where the clause that holds `place` begins and ends."""
        at = bisect_right(self.stops, place) - 1
        return self.stops[at], self.stops[min(at + 1, len(self.stops) - 1)]

    def around(self, place: int) -> list[tuple[int, int, str]]:
        """Return the words of the clause that holds `place`, also behind an aside: nine, including a child, died."""
        first, last = self.clause(place)
        comma = self.text.find(", ", last) if _ASIDE.match(self.text, last) else -1
        behind = self.between(comma, self.clause(comma + 2)[1]) if comma >= 0 else []
        return [*self.between(first, last), *behind]

    def between(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """Return the words that begin from `first` up to `last`."""
        return self.words[bisect_right(self.starts, first - 1) : bisect_right(self.starts, last - 1)]

    def _has_verb(self, first: int, last: int) -> bool:
        """Tell whether a clause is whole before its "and": "parents and children had filled the lawn" is one."""
        return any(word in _FINITE or is_verb(word) for *_, word in self.between(first, last))


@keep_texts(1 << 12)  # the lines with numbers of some 400 articles: items and disagreements read them too
def read_line(text: str) -> Line:
    """Return the Line of a sentence, which nobody changes."""
    return Line(text)


def find_values(articles: pd.DataFrame, sentences: pd.DataFrame, voices: pd.DataFrame) -> pd.DataFrame:
    """Return the table `values`.

    `voices` gives whose words a value stands in and may be empty: then all are own.  An end that the text leaves open
    is missing.  Beside the columns of the codebook: measure, step, rough and sure (see Value).
    """
    spoken = defaultdict(list)
    for article, start, end, voice, speaker in rows_of(voices, "article", "start", "end", "voice", "speaker"):
        spoken[article].append((start, end, voice, speaker if isinstance(speaker, str) else None))
    rows = []
    for article, number, first, text in rows_of(sentences, "article", "sentence", "start", "text"):
        for kind, low, high, unit, about, start, end, *more in read_values(text):
            rows.append((article, first + start, first + end, number, kind, _closed(low), _closed(high), unit, about,
                         *_voice_of(spoken[article], first + start), *more))
    extra = {"measure": "str", "step": "float64", "rough": "bool", "sure": "bool"}
    return tabulate("values", rows, articles, extra)


def list_ages(values: pd.DataFrame) -> set[tuple[str, int]]:
    """Return the places (article, start) of the ages in the table `values`."""
    return {(article, start) for article, start, kind in rows_of(values, "article", "start", "kind") if kind == "age"}


def _closed(end: float) -> float:
    return float("nan") if end == float("inf") else end


def read_values(text: str) -> list[Value]:
    """Return the values of one sentence, in its order."""
    if not may_count(text):
        return []
    times, line = find_clock_times(text), read_line(text)
    taken = [(name.start, name.end) for name in find_day_names(text) if "ago" not in name.parts]
    taken += [(time.start, time.end) for time in times]
    taken += [match.span() for match in _RATIO.finditer(text)] if read_hints(text) & (DIGIT | CARDINAL) else []
    found = [
        Value("time", time.low, time.high, "o'clock", describe(line, time.start, time.end, "time").about, time.start,
              time.end, "", 1.0, time.low != time.high, time.sure)
        for time in times
    ]
    finish = _read_race(line)
    taken += [(value.start, value.end) for value in finish]
    for number in line.numbers:
        if not any(start < number.end and number.start < end for start, end in taken):
            value = _read_number(line, number)
            if value.kind != "number" or value.unit or value.measure or not _LABEL.search(text, 0, number.start):
                found.append(value)
    return _add_spans(line, sorted(found + finish, key=lambda value: (value.start, value.end)))


def _read_race(line):
    """Return the Values of times as races are timed, in hours."""
    return [_of_winner(line, Value("number", hours, hours, "hours", "", start, end, "", SPANS["second"], False, True))
            for start, end, hours in find_race_times(line.text)]


def _of_winner(line, value):
    """Return a length of time as the measure "winner" where its clause says that it was enough to win."""
    won = value.step < SPANS["minute"] and tells_winner(line.text, *line.clause(value.start))
    return value._replace(measure="winner", about="won") if won else value


def _add_spans(line, values):
    """Return the values, hours with their minutes and seconds as one length of time, to the end of its last unit."""
    found, ends = [], {}
    for value in values:
        last = found[-1] if found else None
        if last and last.unit == value.unit == "hours" and value.high < last.step and goes_on(
                line.text, last.end, value.start):
            found[-1] = last._replace(low=last.low + value.low, high=last.high + value.high, end=value.end,
                                      step=value.step, rough=last.rough or value.rough)
            ends[len(found) - 1] = end_of_unit(line.text, value.end)
        else:
            found.append(value)
    for at, end in ends.items():
        found[at] = _of_winner(line, found[at]._replace(end=end))
    return found


def _read_number(line, number):
    place = describe(line, number.start, number.end, number.kind)
    unit, low, high, measure, step = number.unit, number.low, number.high, place.measure, number.step
    if number.kind == "number":
        unit, side = place.unit, find_single_votes(line.text, number.end)
        span = _JOINED_SPAN.match(line.text, number.end)
        timed = span or unit in SPANS
        term = read_term(line.text, *line.clause(number.start), number.start, number.end) if timed else ""
        unit = span[1].lower() if span and term else unit  # a seven-year term is seven years
        if _PARENT.search(line.text, 0, number.start):
            unit, measure = "child", ""  # the dead woman, a mother of two
        elif _NEITHER.search(line.text, 0, number.start):
            measure = ""  # neither of the two guards was hurt
        elif side:
            unit, measure = f"votes {side}", "vote"
        elif unit == "vote" and (_MARGIN.search(line.text, 0, number.start) or _AHEAD.match(line.text, number.end)):
            unit, measure = "votes margin", ""
        elif unit in SPANS:
            low, high, step = (size * SPANS[unit] for size in (low, high, step))
            unit, measure = "hours", term or (measure if measure == "lasted" else "")
        elif glued := _GLUED.match(line.text, number.end):
            unit, measure = _SPEEDS[glued[0].lower()], ""
        elif unit in _SPEEDS and (unit[-1] == "h" or _AN_HOUR.search(line.text, number.end, number.end + 25)):
            unit, measure = _SPEEDS[unit], ""
    elif number.kind == "rank":
        unit = f"rank of {place.unit}" if place.unit else "rank"
    elif number.kind in ("vote", "age"):
        measure = number.kind
    whole = _OF_AN.match(line.text, number.end)
    return Value(KINDS[number.kind], low, high, unit, place.about, number.start, whole.end() if whole else number.end,
                 measure, step, number.rough, True)


def describe(line: Line, start: int, end: int, kind: str = "number") -> Counted:
    """Return the Counted of what stands from `start` to `end`: its counted noun, measure, and the word about it."""
    behind = ["magnitude"] if _MAGNITUDE.search(line.text, 0, start) else list(_behind(line, end))
    span = _JOINED_SPAN.match(line.text, end)
    others = [number for number in line.numbers if number.start != start]
    if not behind and (whole := _OF_SO_MANY.match(line.text, end)):  # guilty on three of five counts
        behind = [word for word in [*_behind(line, whole.end())] if not counts_persons(word)]
    unit = next((word for word in behind if counts_persons(word)), None)
    people = unit is not None or (len(behind) > 0 and (behind[-1] in STRUCK | SICK or behind[0] in _DIED))
    unit = "people" if people else name_unit(
        next((word for word in behind if is_plural(word)), behind[0] if behind else ""))
    if len(behind) > 1 and behind[0] in ("cubic", "square") and not people:
        unit = f"{behind[0]} {name_unit(behind[1])}"  # a length is no area
    joined = _JOINED_NOUN.match(line.text, end)  # the 19-clause bill has 19 clauses
    if joined and not people and not span and not counts_persons(joined[1]):
        unit = name_unit(joined[1])
    elif not any(map(is_plural, behind)) and (_BAND.search(line.text, 0, start) or (
            line.text[start:end].lower() in ("one", "1") and behind and is_office(behind[-1]))):
        unit = "people"  # a gang of four smashed; one guard, as two guards
    beside = [
        (abs(begin - start), word)
        for begin, stop, word in line.around(start)
        if not start <= begin < end and line.text[begin:stop] not in _MONTHS  # 120 homes on March 2: nobody marched
        and begin not in line.described
        and not any(_is_of(line, other, begin, stop, start) for other in others)
    ]
    measure, about = find_measure(beside, lambda measure: not span and suits(measure, kind, unit))
    return Counted("job" if unit == "post" and measure == "jobs" else unit, measure, about)


def _is_of(line, number, begin, stop, start):
    """Tell whether a word from `begin` to `stop` is of another number than that at `start`.

    "Thousands mourn the victims of a crash that killed 38", "hundreds remain missing from a ferry with 400 passengers".
    """
    between = number.end <= begin < start and 2 * (begin - number.end) < start - stop
    return between or bool(_BEFORE_NUMBER.fullmatch(line.text, stop, number.start))


def counted_noun(line: Line, end: int) -> str:
    """Return the folded noun of the persons that a number counts which ends at `end`: miners; "" without one."""
    return next((word for word in _behind(line, end) if counts_persons(word)), "")


def _behind(line: Line, end: int) -> Iterator[str]:
    """Yield up to four words behind a number, up to a comma or a word that ends its noun phrase."""
    reached, opened = end, True
    at = bisect_right(line.starts, end - 1)
    for start, stop, word in line.words[at : at + 4]:
        if _PARTED.search(line.text, reached, start) or any(start == number.start for number in line.numbers):
            return  # slowed to 102 mph three seconds later
        reached = stop
        if word == "of" and opened:
            continue
        if word in _SKIP and not line.text[start].isupper():  # ten US citizens
            if word not in ("more", "other", "others", "the"):
                return
            continue
        opened = False
        yield "people" if word == "us" else word  # 1,200 of us
        if is_plural(word) or counts_persons(word):
            return


def _voice_of(spoken, place):
    at = bisect_right(spoken, place, key=lambda row: row[0]) - 1
    if at >= 0 and place < spoken[at][1]:
        return spoken[at][2], spoken[at][3]
    return "own", None
