"""Reads the clauses of an event and decides which pairs of them are one fact, which are two."""

from bisect import bisect_right
from collections import defaultdict
from itertools import chain

import pandas as pd

from ..copies.similarity import number_chains
from ..tables import rows_of
from ..text.measures import HARM
from ..text.sentences import LEAD_SENTENCES
from .clauseread import Fact, read_clause
from .clauses import Span
from .contexts import shared_weight
from .deeds import Deed
from .onefact import BOTH_LEAD, ONE_FACT
from .samefacts import JOINING

_LATER = 3.0  # weight of shared words, some two of them, that is worth a sentence nearer to the opening
_MOST = 60  # clauses under one key (a number, a remark) that are compared with each other


def read_clauses(clauses: list[Span], articles: pd.DataFrame, deeds: list[list[Deed]],
                 values: pd.DataFrame | None = None, utterances: pd.DataFrame | None = None) -> list[Fact]:
    """Return the Fact of each clause; `deeds` are the Deeds of each."""
    texts = dict(rows_of(articles, "article", "text"))
    starts, ends, rows = [clause.start for clause in clauses], [clause.end for clause in clauses], defaultdict(list)
    for place, clause in enumerate(clauses):
        rows[clause.article].append(place)
    told, held = defaultdict(list), defaultdict(set)
    if values is not None:
        columns = ("article", "start", "kind", "low", "high", "unit", "about", "measure", "step", "rough", "sure")
        for article, start, kind, low, high, unit, about, measure, step, rough, sure in rows_of(values, *columns):
            at = _place(rows, starts, article, start)
            unit, measure = (word if isinstance(word, str) else "" for word in (unit, measure))
            told[at].append((kind, low, high, unit, about, 0, 0, measure, step, rough, sure))
    if utterances is not None:
        for number, article, start, end in rows_of(utterances, "utterance", "article", "start", "end"):
            at = _place(rows, starts, article, (int(start) + int(end)) // 2)
            if (
                at >= 0 and starts[at] <= start + 3 and end <= ends[at] + 3
            ):  # a remark of several clauses tells several facts
                held[at].add(number)
    leads, found = _find_leads(clauses), []
    for place, clause in enumerate(clauses):
        text = texts[clause.article][clause.start : clause.end]
        fact = read_clause(
            clause.article, text, deeds[place], told.get(place, ()), held.get(place, ()), leads.get(place, 0)
        )
        if text.startswith(("and ", "but ")) and place and not fact.times:
            before = clauses[place - 1]  # cleared the park on Tuesday | and arrested 48 people
            if (before.article, before.sentence) == (clause.article, clause.sentence):
                fact.times = found[-1].times
        if clause.zone not in ("body", "caption"):  # GATES OPENED, 120 HOMES FLOODED: its count is one of its facts
            fact.things = frozenset()
        found.append(fact)
    return found


def _place(rows, starts, article, place):
    mine = rows.get(article)
    return mine[max(bisect_right(mine, place, key=starts.__getitem__) - 1, 0)] if mine else -1


def _find_leads(clauses):
    """Return {place: number of its sentence, from 1} of the clauses of the first body sentences of each article."""
    leads, seen = {}, defaultdict(list)
    for place, clause in enumerate(clauses):
        if clause.zone == "body":
            mine = seen[clause.article]
            if clause.sentence not in mine:
                mine.append(clause.sentence)
            if len(mine) <= LEAD_SENTENCES.value:
                leads[place] = mine.index(clause.sentence) + 1
    return leads


def _rank_leads(one, other):
    """Return how late two clauses of two openings stand, less what they share."""
    return one.lead + other.lead - shared_weight(one.context, other.context) / _LATER


def decide_pairs(clauses: list[Fact], near: dict[tuple[int, int], float], least: float) -> tuple[dict, set, set]:
    """Return ({pair that is one fact: rule}, the pairs that are two, those that are merely unlike).

    Of two leads the first two that the rule joins are one fact, of one sentence those that share most.
    Asked are the pairs that are alike (`near`, the likeness of pairs of places), those that share a remark, a count, a
    rare number or a year, and the leads.  Below `least`, from which likeness joins, and without what could join them,
    they are asked only within a chain of clauses that are joined: what is said of others parts nobody.
    """
    sure, rest = [], []
    for one, other in sorted(_list_asked(clauses, near)):
        (sure if near.get((one, other), 0) >= least or _may_join(clauses[one], clauses[other]) else rest).append(
            (one, other))
    one_fact, two_facts, unlike = _decide(clauses, sure)
    chains = number_chains(len(clauses), chain(one_fact, (
        pair for pair, likeness in near.items()
        if likeness >= least and pair not in two_facts and pair not in unlike))).tolist()
    _, more, others = _decide(clauses, [(one, other) for one, other in rest if chains[one] == chains[other]])
    return one_fact, two_facts | more, unlike | others


def _list_asked(clauses, near):
    """Return the pairs of clauses of two texts that are asked if they are one fact."""
    keys, asked = defaultdict(list), set(near)
    for place, clause in enumerate(clauses):
        for key in (
            {("remark", number) for number in clause.remarks}
            | {("vote", number) for number in clause.votes}
            | {("rare", *number) for number in clause.rare}
            | {("thing", *thing) for thing in clause.things}
            | {("year", year) for year in clause.years}
            | {("count", *number) for number in clause.numbers if number[1] in HARM}
            | ({("lead",)} if clause.lead else set())
        ):
            if len(keys[key]) < _MOST:
                keys[key].append(place)
    for places in keys.values():
        asked.update((one, other) for at, one in enumerate(places) for other in places[at + 1 :])
    return [(one, other) for one, other in asked if clauses[one].article != clauses[other].article]


def _may_join(one, other):
    return any(test(one, other) for test in JOINING)


def _decide(clauses, asked):
    """Return what decide_pairs does of pairs in order."""
    one_fact, two_facts, unlike, leads = {}, set(), set(), {}
    for one, other in asked:
        rule, verdict = ONE_FACT.decide(clauses[one], clauses[other])
        if rule == BOTH_LEAD:
            texts = clauses[one].article, clauses[other].article
            leads.setdefault(texts, []).append((_rank_leads(clauses[one], clauses[other]), one, other, verdict))
        elif verdict == "one":
            one_fact[one, other] = rule
        elif verdict:
            (two_facts if verdict == "two" else unlike).add((one, other))
    for pairs in leads.values():
        _, one, other, verdict = min(pairs)
        if verdict == "one":
            one_fact.setdefault((one, other), BOTH_LEAD)
    return one_fact, two_facts, unlike
