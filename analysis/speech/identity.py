"""Identity: whether the speakers of two quotes, as two outlets name them, can be one."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
import regex

from ..english.names import GENERATIONS
from ..english.spellings import are_one_name, list_spellings
from ..english.words import folded_words
from ..rules import remember
from ..tables import rows_of

_SUFFIX = regex.compile(rf"\b(?:{'|'.join(sorted(GENERATIONS))})\b")


class Who(NamedTuple):
    """The speaker of a quote, "" for what is missing."""

    name: str
    kind: str
    side: str


def list_keys(table: pd.DataFrame) -> list[tuple[str, int]]:
    """Return [(article, quote)] of the rows of a table that has both."""
    return list(rows_of(table, "article", "quote"))


def list_speakers(quotes: pd.DataFrame) -> list[Who]:
    """Return the Who of each row of `quotes` (speaker, speaker_type, side) as a list."""
    columns = zip(*rows_of(quotes, "speaker", "speaker_type", "side"), strict=True)
    told = [[cell if isinstance(cell, str) else "" for cell in column] for column in columns]
    return list(map(Who._make, zip(*told, strict=True)))


@remember(1 << 16)
def relate(one: Who, other: Who) -> str:
    """Return how the speakers of two quotes, each a Who, stand to each other.

    same: one name, or one person's name in two lengths or spellings; ally: two names of one side, one
    of them no person (a minister and the ministry, a capital and a spokesman); open: one is missing or
    nothing speaks against it; apart: two persons, two sides, two institutions.
    """
    if not one.name or not other.name:
        return "open"
    if _key(one.name) == _key(other.name):
        return "same"
    if {one.kind, other.kind} <= {"person", ""} and _is_same_person(one.name, other.name):
        return "same"
    if one.kind == other.kind == "person":
        return "apart"
    if one.side and other.side:
        return "ally" if one.side == other.side else "apart"
    return "apart" if {one.kind, other.kind} <= {"institution", "country"} else "open"


def list_related(whos: Iterable[Who], others: Iterable[Who]) -> dict[Who, list[Who]]:
    """Return {speaker: those of `others` who are the same or an ally}, without comparing all with all."""
    sharing: dict[tuple, list[Who]] = {}
    lasts: dict[str, dict[str, list[Who]]] = {}  # first letter of a name -> last word -> who bear it
    for other in others:
        first, last = _find_ends(other.name)
        for shared in (_key(other.name), ("last word", last), ("side", other.side)):
            sharing.setdefault(shared, []).append(other)
        lasts.setdefault(first, {}).setdefault(last, []).append(other)
    related = {}
    for who in whos:
        first, last = _find_ends(who.name)
        found = dict.fromkeys([*sharing.get(_key(who.name), ()), *sharing.get(("last word", last), ()),
                               *(sharing.get(("side", who.side), ()) if who.side else ())])
        for spelling in list_spellings(last, lasts.get(first, {})):
            found |= dict.fromkeys(lasts[first][spelling])
        related[who] = [other for other in found if relate(who, other) in ("same", "ally")]
    return related


def _find_ends(name):
    """Return (first letter, last word) of a name without its suffix, folded."""
    words = _part_name(name)[0]
    return (words[0][0], words[-1]) if words else ("", "")


def is_one_voice(one: Who, other: Who) -> bool:
    """Tell whether two neighbouring quotes have one speaker: the same name, or a country named for its office."""
    relation, kinds = relate(one, other), {one.kind, other.kind}
    return relation == "same" or (relation == "ally" and "country" in kinds and "person" not in kinds)


@lru_cache(maxsize=1 << 12)
def _key(name):
    return tuple(word for word in folded_words(name) if word != "the")


@lru_cache(maxsize=1 << 12)
def _part_name(name):
    """Return (folded words of a name, its suffixes apart)."""
    words = [_SUFFIX.sub("", word) for word in folded_words(name)]
    return [word for word in words if word], _SUFFIX.findall(name.casefold())


def _is_same_person(name, other):
    """Tell whether two persons' names can be one: last words alike, first ones not at odds, one suffix or none."""
    (one, suffixes), (two, others) = _part_name(name), _part_name(other)
    if not one or not two or suffixes != others:
        return False
    if set(one) <= set(two) or set(two) <= set(one):
        return one[-1] == two[-1]
    return min(len(one), len(two)) > 1 and one[0][0] == two[0][0] and are_one_name(one[-1], two[-1])
