"""Why a text lacks an item: it was cut, another version has it, it came to be known later, or nobody can tell."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import pandas as pd

from ..tables import rows_of

REASONS = ("cut", "other version", "later", "unknown", "none found")
_CUT, _OTHER, _LATER, _UNKNOWN, _NONE = range(len(REASONS))


def give_reasons(items: np.ndarray, lacking: np.ndarray, told: Iterable[tuple[str, int, int]],
                 articles: pd.DataFrame, families: pd.DataFrame, links: pd.DataFrame,
                 days: dict[tuple[str, int], str]) -> np.ndarray:
    """Return why each text may lack its item, places in REASONS.

    `items` and `lacking` (places of articles) are parallel and sorted; `told` has (article, sentence, item) of every
    passage.  cut: the text is a shortened copy, and the article that has most of it word for word has the item only
    behind the last such sentence.  other version: a text of its family has the item.  later: all who report it
    do so with a day after the newest that this text speaks of; unknown, if that one is not known.
    """
    passages = defaultdict(list)
    for article, sentence, item in told:
        passages[item].append((article, sentence))
    knows = [day if isinstance(day, str) else "" for day in articles["knows_until"].tolist()]
    day_of = {item: _find_day(places, days) for item, places in passages.items()}
    dates = sorted({"", *knows, *day_of.values()} - {None})
    rank = {None: -1, **{day: place for place, day in enumerate(dates)}}
    until, first = np.array([rank[day] for day in knows]), np.full(max(passages) + 1, -1)
    first[list(day_of)] = [rank[day] for day in day_of.values()]
    day, known = first[items], until[lacking]
    reasons = np.where(day < 0, _NONE, np.where(known == rank[""], _UNKNOWN, np.where(day > known, _LATER, _NONE)))
    theirs = np.array(list(_find_kin(passages, articles, families, links)), np.int64).reshape(-1, 3)
    cells, kin, why = items * len(knows) + lacking, theirs[:, 0] * len(knows) + theirs[:, 1], theirs[:, 2]
    lacks = np.isin(kin, cells)
    reasons[np.searchsorted(cells, kin[lacks])] = why[lacks]
    return reasons


def _find_kin(passages, articles, families, links):
    """Yield (item, place of an article, reason) of the texts of a family of which one has the item."""
    family, role = (dict(rows_of(families, "article", name)) for name in ("family", "role"))
    sources, members = _find_sources(links, role), defaultdict(list)
    for spot, name in enumerate(articles["article"].tolist()):
        if name in family:
            members[family[name]].append((spot, name))
    members = {number: texts for number, texts in members.items() if len(texts) > 1}
    for item, places in passages.items() if members else ():
        near = defaultdict(list)
        for name, sentence in places:
            near[family.get(name)].append((name, sentence))
        for number, told in near.items():
            for spot, name in members.get(number, ()):
                source, reached = sources.get(name, (None, 0))
                numbers = [sentence for teller, sentence in told if teller == source]
                yield item, spot, _CUT if numbers and min(numbers) > reached else _OTHER


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
    spoken = [(article, numbers[article][max(bisect_right(starts[article], start) - 1, 0)], statement)
              for article, start, statement in rows_of(utterances, "article", "start", "statement")]
    given = {}
    for article, sentence, statement in spoken:
        if (day := days.get((article, sentence))) is not None:
            given[article, statement] = min(day, given.get((article, statement), day))
    for article, sentence, statement in spoken:
        if (article, statement) in given:
            days.setdefault((article, sentence), given[article, statement])
    return days
