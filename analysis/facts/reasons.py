"""Why a text lacks an item: it was cut, another version has it, it came to be known later, or nobody can tell."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pandas as pd

from ..tables import rows_of
from ..text.spans import place


def give_reasons(items: Sequence[int], lacking: Sequence[int], told: Iterable[tuple[str, int, int]],
                 articles: pd.DataFrame, families: pd.DataFrame, links: pd.DataFrame,
                 days: dict[tuple[str, int], str]) -> list[str]:
    """Return why each text may lack its item, a list: cut, other version, later, unknown or none found.

    `items` and `lacking` (places of articles) are parallel; `told` has (article, sentence, item) of every passage.
    cut: the text is a shortened copy, and the article that has most of it word for word has the item only
    behind the last such sentence.  other version: a text of its family has the item.  later: all who report it
    do so with a day after the newest that this text speaks of; unknown, if that one is not known.
    """
    family, role = (dict(rows_of(families, "article", name)) for name in ("family", "role"))
    knows = list(rows_of(articles, "article", "knows_until"))
    sources = _find_sources(links, role)
    passages, kin = defaultdict(list), defaultdict(lambda: defaultdict(list))
    for article, sentence, item in told:
        passages[item].append((article, sentence))
        kin[item][family.get(article)].append((article, sentence))
    day_of = {item: _find_day(places, days) for item, places in passages.items()}
    reasons = []
    for item, spot in zip(items, lacking, strict=True):
        article, until = knows[spot]
        if near := kin[item].get(family.get(article, -1)):
            source, reached = sources.get(article, (None, 0))
            places = [number for name, number in near if name == source]
            reasons.append("cut" if places and min(places) > reached else "other version")
        elif day_of[item] is None:
            reasons.append("none found")
        elif not isinstance(until, str):
            reasons.append("unknown")
        else:
            reasons.append("later" if day_of[item] > until else "none found")
    return reasons


def _find_sources(links, role):
    """Return {shortened copy: (the article that has most of it word for word, the last such sentence there)}."""
    shared = defaultdict(set)
    for article, sentence, other, relation in rows_of(links, "article", "sentence", "other", "relation"):
        if relation == "verbatim" and role.get(other) == "cut":
            shared[other, article].add(sentence)
    best = {}
    for (other, article), numbers in sorted(shared.items(), key=lambda row: (-len(row[1]), row[0])):
        best.setdefault(other, (article, max(numbers)))
    return best


def _find_day(places, days):
    """Return the first day on which an item can have been known: None where a text that has it gives it no day."""
    given = {}
    for article, sentence in places:
        given.setdefault(article, set()).add(days.get((article, sentence)))
    dated = [min(named - {None}, default=None) for named in given.values()]
    return None if None in dated else min(dated)


def find_sentence_days(sentences: pd.DataFrame, articles: pd.DataFrame, named: pd.DataFrame,
                       utterances: pd.DataFrame | None = None) -> dict[tuple[str, int], str]:
    """Return {(article, sentence): ISO day}: the newest day that the sentence tells of, none after what its text knows.

    `named` is the table `days`.  A sentence without a day of its own that quotes a statement (of the table
    `utterances`) has the earliest day that the article gives for that statement.
    """
    starts, numbers, days = defaultdict(list), defaultdict(list), {}
    for article, start, number in rows_of(sentences, "article", "start", "sentence"):
        starts[article].append(start)
        numbers[article].append(number)
    knows = dict(rows_of(articles, "article", "knows_until"))
    for article, start, day, ahead in rows_of(named, "article", "start", "day", "ahead"):
        at = bisect_right(starts[article], start) - 1
        if isinstance(day, str) and not ahead and pd.notna(knows[article]) and at >= 0 and day <= knows[article]:
            key = article, numbers[article][at]
            days[key] = max(day, days.get(key, ""))
    if utterances is None or utterances.empty:
        return days
    spoken = list(zip(utterances["article"].tolist(), place(utterances, sentences, ["sentence"])["sentence"].tolist(),
                      utterances["statement"].tolist(), strict=True))
    given = {}
    for article, sentence, statement in spoken:
        if (day := days.get((article, sentence))) is not None:
            given[article, statement] = min(day, given.get((article, statement), day))
    for article, sentence, statement in spoken:
        if (article, statement) in given:
            days.setdefault((article, int(sentence)), given[article, statement])
    return days
