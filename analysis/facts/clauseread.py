"""A clause as the rules of onefact read it, a Fact."""

from collections.abc import Callable, Iterable
from typing import Any

import regex

from ..english.classes import news_acts
from ..text.measures import HARM, measures_of
from .contexts import Context, read_context
from .deeds import Deed, list_acts
from .telling import Telling, is_unreal, read_telling, read_times, was_before

_YEAR = regex.compile(r"\b20[2-9]\d\b")
_LEAST = 10  # smaller numbers count many things of an event
_NONE: frozenset = frozenset()
_AHEAD = regex.compile(r"\b(?:by|until|will|would|plans?|proposal|is to|are to)\b", regex.IGNORECASE)


class Fact:
    """What a clause tells, as the rules read it: words, names, who does what to whom, numbers, where it stands.

    Many clauses are like no other: what only the rules ask for is read when the first of them asks.
    """

    __slots__ = ("acts", "article", "before", "context", "deeds", "done", "harm", "lead", "measures", "news", "numbers",
                 "rare", "remarks", "telling", "text", "things", "times", "unreal", "verbs", "votes", "years")

    context: Context
    measures: frozenset
    harm: frozenset  # those of people
    telling: Telling  # what it tells, beside whom it names
    times: frozenset  # (whether it is of these days, the year or how it is called) of when it was
    before: bool  # whether it says how something had been
    unreal: bool  # whether it says what would have been
    verbs: tuple  # its deeds that are told by verbs
    acts: frozenset  # the keys of all its acts
    done: frozenset  # those of its verbs
    news: frozenset  # (act, whether it is denied) of what is news by itself

    def __init__(self, article: str, text: str, deeds: Iterable[Deed], remarks: Iterable, lead: int):
        self.article, self.text = article, text
        self.deeds = tuple(deeds)  # who does what to whom in it
        self.votes = self.numbers = self.rare = self.things = _NONE
        self.years = frozenset(_YEAR.findall(text)) if "20" in text and _AHEAD.search(text) else _NONE  # years ahead
        self.remarks = frozenset(remarks)  # the utterances it holds
        self.lead = lead  # the number of its sentence in the body, from 1; 0 behind the lead

    def __getattr__(self, name: str) -> Any:
        if name not in _READ:
            raise AttributeError(name)
        found = _READ[name](self)
        setattr(self, name, found)
        return found


_READ: dict[str, Callable[[Fact], Any]] = {
    "context": lambda fact: read_context(fact.text, 0, len(fact.text), -1, -1),
    "measures": lambda fact: measures_of(fact.text),
    "harm": lambda fact: fact.measures & HARM,
    "telling": lambda fact: read_telling(fact.text),
    "times": lambda fact: read_times(fact.text),
    "before": lambda fact: was_before(fact.text),
    "unreal": lambda fact: is_unreal(fact.text),
    "verbs": lambda fact: tuple([deed for deed in fact.deeds if not deed.noun]),
    "acts": lambda fact: _NONE.union(*map(list_acts, fact.deeds)),
    "done": lambda fact: _NONE.union(*map(list_acts, fact.verbs)),
    "news": lambda fact: frozenset([(sense, deed.denied) for deed in fact.deeds for sense in deed.senses
                                    if sense[1:] in news_acts()]),
}


def read_clause(article: str, text: str, deeds: Iterable[Deed], values: Iterable[tuple] = (),
                remarks: Iterable = (), lead: int = 0) -> Fact:
    """Return the Fact of `text`; `deeds` are its Deeds, `values` rows of read_values."""
    fact = Fact(article, text, deeds, remarks, lead)
    if values:
        _count(fact, values)
    return fact


def _count(fact, values):
    """Give a Fact its numbers.

    votes are those of a vote, numbers (kind, unit or measure, number) of exact values, rare those that hardly stand
    twice by chance, things (number, what it counts) of those that may identify a fact.
    """
    votes, numbers, rare, things = set(), set(), set(), set()
    harm = min(fact.harm) if len(fact.harm) == 1 else ""
    for kind, low, high, unit, _, _, _, measure, step, rough, _ in values:
        things.update(_name_things(kind, (low + high) / 2, unit, measure, low == high or rough))
        if low != high or rough:
            continue
        if measure == "vote":
            votes.add(low)
        numbers.add((kind, measure or unit, low))
        if harm and not measure and kind == "number":
            numbers.add((kind, harm, low))  # four anglers drowned
        if kind in ("number", "money", "percent") and low >= 100 and low / step >= 100:
            rare.add((kind, low))
        if kind == "money":
            rare.add((unit, low))
    fact.votes, fact.numbers, fact.rare, fact.things = map(frozenset, (votes, numbers, rare, things))


def _name_things(kind, number, unit, measure, one):
    """Return (number, what it counts), so that "about 900 tractors" and "900 tractors" agree: 44 percent, turnout.

    Of people, hours and shares only numbers that are not round.
    """
    number = float(f"{number:.6g}")
    if kind not in ("number", "percent") or not one or number < _LEAST or unit.startswith("rank"):
        return []
    if unit in ("people", "%", "hours", ""):
        return [(number, measure or unit)] if number % 5 and (measure or unit) else []
    return [(number, name) for name in (measure, unit) if name]

