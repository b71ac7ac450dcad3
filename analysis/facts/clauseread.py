"""A clause as the rules of onefact read it, a Fact."""

from typing import NamedTuple

import regex

from ..text.measures import measures_of
from .contexts import Context, read_context
from .deeds import read_classes
from .telling import Telling, read_telling

HARM = frozenset(["dead", "hurt", "moved", "held", "missing", "trapped", "saved"])
_YEAR = regex.compile(r"\b20[2-9]\d\b")
_LEAST = 10  # smaller numbers count many things of an event
_AHEAD = regex.compile(r"\b(?:by|until|will|would|plans?|proposal|is to|are to)\b", regex.IGNORECASE)


class Fact(NamedTuple):
    """What a clause tells, as the rules read it: words, names, who does what to whom, numbers, where it stands."""

    article: str
    context: Context
    deeds: tuple  # who does what to whom in it
    classes: frozenset  # of its acts and things: lists/acts.csv, lists/same_things.csv
    measures: frozenset
    votes: frozenset
    numbers: frozenset  # (kind, unit or measure, number) of exact values
    rare: frozenset  # numbers that hardly stand twice by chance
    things: frozenset  # (number, what it counts) of those that may identify a fact
    years: frozenset  # years ahead that the clause names
    remarks: frozenset  # the utterances it holds
    lead: int  # the number of its sentence in the body, from 1; 0 behind the lead
    telling: Telling  # what it tells, beside whom it names


def read_clause(article: str, text: str, deeds, values=(), remarks=(), lead=0) -> Fact:
    """Return the Fact of `text`; `deeds` are its Deeds, `values` rows of read_values."""
    context = read_context(text, 0, len(text), -1, -1)
    votes, numbers, rare = set(), set(), set()
    measures = measures_of(text)
    harm = min(measures & HARM) if len(measures & HARM) == 1 else ""
    things = set()
    for kind, low, high, unit, _, _, _, measure, step, rough, _ in values:
        things.update(_name_things(kind, (low + high) / 2, unit, measure, low == high or rough))
        if low != high or rough:
            continue
        if measure == "vote":
            votes.add(low)
        numbers.add((kind, measure or unit, low))
        if harm and not measure and kind == "number":
            numbers.add((kind, harm, low))  # four anglers drowned
        if (
            kind in ("number", "money", "percent")
            and low >= 100
            and low / step >= 100
            and (measure != "vote" or low >= 100)
        ):
            rare.add((kind, low))
        if kind == "money":
            rare.add((unit, low))
    return Fact(
        article,
        context,
        tuple(deeds),
        read_classes(text),
        measures,
        frozenset(votes),
        frozenset(numbers),
        frozenset(rare),
        frozenset(things),
        frozenset(_YEAR.findall(text)) if "20" in text and _AHEAD.search(text) else frozenset(),
        frozenset(remarks),
        lead,
        read_telling(text),
    )


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

