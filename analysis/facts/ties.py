"""Which values are held against each other: few of all pairs in a folder are of one thing.

What is left out here, contradictions.SAME_THING would not join.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from math import inf

from ..english.stems import is_rare
from ..english.units import SPEEDS
from ..rules import Setting
from .apart import LEAST_RANK, LONG_SLIP, digits_of
from .happenings import ACCIDENT, DISASTERS
from .samething import LEAD, SHARED
from .told import Told, shown

MOST = Setting(
    "compared_values",
    300,
    "days, or values of one unit or measure, that are compared with each other",
    chosen="a cap: the first of each article come first; so the cost stays within bounds in large folders",
)
_SLACK = 1e-9  # sums of the same weights in another order
_ANY = ("", "people", "hours")  # units of values that need more than a verb in common


def pair_values(found: list[Told]) -> list[tuple[int, int]]:
    """Return the pairs of places of values that may be of one thing, in order."""
    buckets: dict = defaultdict(lambda: defaultdict(list))
    for place, told in enumerate(found):
        ranked = told.unit.startswith("rank")
        if ranked and told.low < LEAST_RANK:
            continue
        unit = "rank" if ranked else told.unit
        figures = digits_of(told.low) if told.kind == "number" and told.high < inf else ""
        slip = {(told.kind, f"digits {figures}")} if len(figures) >= LONG_SLIP else set()
        for key in {(told.kind, unit), (told.kind, told.measure or unit)} | slip:
            buckets[key][told.article].append(place)
    return sorted({pair for by_article in buckets.values() if len(by_article) > 1
                   for pair in _pair(by_article, found)})


def _pair(by_article: dict[str, list[int]], found: list[Told]) -> Iterator[tuple[int, int]]:
    """Yield the pairs with ties enough among MOST places, the first of each article first."""
    ranked = sorted((rank, article, place) for article, places in by_article.items()
                    for rank, place in enumerate(places))
    tied, shared = defaultdict(list), defaultdict(float)
    for place in sorted(place for *_, place in ranked[: int(MOST.value)]):
        for tie, weight in list_ties(found[place]):
            tied[tie].append((place, weight))
    for held in tied.values():
        for (one, weight), (other, its) in combinations(held, 2):
            shared[one, other] += min(weight, its)
    least = SHARED.value - _SLACK
    for (one, other), weight in shared.items():
        if weight >= least and found[one].article != found[other].article:
            yield one, other


def list_ties(told: Told) -> list[tuple]:
    """Return (what ties a value to another that has it too, its weight): words of its sentence that weigh `SHARED` in
    all; or one measure, item, act or set of digits, all the words of the clause, the only value of a rare unit.
    """
    context, acts = told.context, told.happening.acts
    scale = 3 if told.unit == "hours" or told.unit.startswith("rank") else 1  # a third of the words is enough
    opens = told.kind == "number" and told.unit not in _ANY and told.position < LEAD.value / 2
    digits = digits_of(10 * shown(told) if told.kind == "percent" else shown(told))
    ties: list[tuple] = [("measure", "hurt" if told.measure == "hospital" else told.measure)] if told.measure else []
    ties += [("item", told.item)] if told.item >= 0 else []
    ties += [("digits", digits)] if len(digits) > 1 else []
    ties += [("each", told.each)] if told.each else []
    ties += [("clause", context.near)] if len(context.near) > 1 else []
    ties += [("act", act) for act in acts | ({ACCIDENT} if acts & DISASTERS else set())
             if opens or told.kind == "time"]
    if opens:
        ties += [("word", word) for word in context.acts | context.words.keys()]
    if told.alone and told.kind == "number":
        ties += [("about", told.about)] if told.about and told.unit not in _ANY else []
        ties += [("unit", told.unit)] if told.unit and (told.unit in SPEEDS or is_rare(told.unit)) else []
    return [(tie, inf) for tie in ties] + [
        (word, scale * weight) for word, weight in context.words.items() if word != "~people"]
