"""Match clauses: how alike two are in what they tell, and which belong together.

Words are compared without their endings, by groups of synonyms (lists/synonyms.csv), with actors under
one name and days under one date.  A word weighs by how rare it is in general English and by how few
clauses of an article hold it: in texts about one event, the event's own words tell nothing apart.
"""

import heapq
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csr_array

from ..copies.similarity import background_idf, number_chains, unit_rows
from ..english.nouns import singular
from ..english.stems import stem, synonym_groups
from ..english.wordlists import groups_of
from ..english.words import bare, find_words
from ..rules import Setting
from ..tables import rows_of
from ..text.spans import group_rows, number_values

NAME = Setting("clause_name", 6.9, "weight of an actor or a day in comparing clauses",
               chosen="that of a word of Zipf frequency 5: names recur in every text of an event")
SYNONYM = Setting("clause_synonym", 0.6, "share of a word's weight that a synonym shares",
                  measured="five articles against one reader's coding: .5 to .7 agree within 2 points")
REACH = Setting("clause_reach", 3, "clauses before and behind one that are read with it, of its sentence",
                chosen="few sentences have more than seven")
CAP = Setting("clause_cap", 2000, "clauses above which a word that they hold tells none of them apart",
              chosen="a cap: reached by function words alone in folders of up to some 100 articles")
EVIDENCE = Setting("clause_evidence", 4.0, "weight of shared words that is worth half of full evidence",
                   measured="five articles against one reader's coding: 1 to 8 agree within 3 points")
FAINT = Setting("clause_likeness", 0.1, "likeness below which two clauses count as unlike",
                chosen="keeps the comparison sparse")
WORDING = Setting("clause_copy", 0.6, "likeness from which two clauses are one wording and count once",
                  measured="five articles against one reader's coding: .5 to .7 alike")
ALIKE = Setting("item_alike", 0.22, "likeness from which two groups of wordings report one item",
                measured="five articles against one reader's coding: .17 to .28 agree within 3 points")
_LINKS = 6  # links between two groups that count: more texts must not make one fact harder to find
_SLACK = 1e-9  # of sums in another order
_BLOCK = 200  # clauses compared with all others at a time: bounds the memory


def read_features(clauses: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame,
                  days: pd.DataFrame) -> tuple[csr_array, csr_array, np.ndarray]:
    """Return (own, whole, idf): what the words of each clause, and of it and the clauses around it, stand for.

    Around are the `clause_reach` clauses before and behind it in its sentence.  Both are sparse matrices
    clauses x features.  In own a value is the share of its word's weight that the feature stands for: a word
    with synonyms is parted in itself and its group.  idf is the weight of each feature:
    what the least rare of its forms weighs in general English, but no more than `clause_name` for an actor, a
    day or a word that always stands with a capital.
    """
    forms, columns, features, small = {}, {}, {}, set()
    words_of = [[] for _ in range(len(clauses))]
    places = defaultdict(list)
    for row, (article, start, end) in enumerate(rows_of(clauses, "article", "start", "end")):
        places[article].append((start, end, row))
    named = group_rows(mentions, ["start", "end", "actor"])
    dated = group_rows(days, ["start", "end", "day"])
    for article, text in rows_of(articles, "article", "text"):
        spans = places[article]
        starts = [start for start, _, _ in spans]
        for start, word in _read_words(text, named.get(article, ()), dated.get(article, ())):
            place = bisect_right(starts, start) - 1
            if place < 0 or start >= spans[place][1]:
                continue
            if word not in features:
                features[word] = [(columns.setdefault(feature, len(columns)), share) for feature, share in _parse(word)]
                for column, _ in features[word]:
                    forms.setdefault(column, set()).add(None if word[:1] in "@#" else word)
            words_of[spans[place][2]] += features[word]
            if text[start].islower():
                small.add(word)
    weights, name = [], NAME.value
    written = sorted(set().union(*forms.values()) - {None})
    idf = dict(zip(written, background_idf(written).tolist(), strict=True))
    common = {column for word in small for column, _ in features[word]}
    for column, known in forms.items():
        weight = name if None in known else min([idf[form] for form in known])
        weights.append(weight if column in common else min(weight, name))
    own = _fill(words_of, (len(clauses), len(columns)))
    return own, _widen(own, clauses), np.array(weights, dtype=float)


def _read_words(text, mentions, days):
    """Return (start, what it stands for) of the words of `text`: @actor, #day, or the folded word."""
    named = [(start, end, f"@{actor}") for start, end, actor in mentions]
    named += [(start, end, f"#{day}") for start, end, day in days if isinstance(day, str)]
    found, reached = [], 0
    for start, end, name in sorted(named):
        if start >= reached:
            found.append((start, end, name))
            reached = end
    result = [(start, name) for start, _, name in found]
    if not found:
        return [(start, bare(text[start:end])) for start, end in find_words(text)]
    spans, at = found, 0
    for start, end in find_words(text):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans) or end <= spans[at][0]:
            result.append((start, bare(text[start:end])))
    return sorted(result)


def _parse(word):
    """Return the features of a word, each with the share of the word's weight that it has."""
    if word[:1] in "@#":
        return [(word, 1.0)]
    root, group = _find_group(word)
    share = SYNONYM.value
    return [(root, 1 - share), (group, share)] if group else [(root, 1.0)]


@lru_cache(maxsize=1 << 16)
def _find_group(word):
    """Return (root, name of the group of words for one thing that a word belongs to, "" without one)."""
    root = stem(word)
    group = synonym_groups().get(root)
    if group is None:
        group = next((f"thing{number}" for number in groups_of("same_things").get(singular(word), ())), None)
    return root, "" if group is None else f"~{group}"


def _fill(rows, shape):
    """Return the sparse matrix with the given (column, value) pairs in each row; a column counts once a row."""
    cells = [sorted(set(pairs)) for pairs in rows]
    ends = np.cumsum([0, *map(len, cells)])
    column, value = zip(*chain.from_iterable(cells), strict=True) if ends[-1] else ((), ())
    filled = csr_array((np.array(value, float), np.array(column, np.int64), ends), shape=shape)
    filled.sum_duplicates()
    return filled


def _widen(own, clauses):
    """Return what stands in each clause or in those around it, as a sparse matrix of ones."""
    sentence = number_values(rows_of(clauses, "article", "sentence"))
    places = np.arange(len(clauses))
    pairs = [(places, places)]
    for step in range(1, int(REACH.value) + 1):
        same = np.flatnonzero(sentence[step:] == sentence[:-step])
        pairs += [(same, same + step), (same + step, same)]
    row, column = (np.concatenate(side) for side in zip(*pairs, strict=True))
    around = csr_array((np.ones(len(row)), (row, column)), shape=(len(places), len(places)))
    return ((around @ (own > 0).astype(float)) > 0).astype(float)


def weigh_features(own: csr_array, idf: np.ndarray, owners: np.ndarray) -> np.ndarray:
    """Return idf / (1 + ln n), n the most clauses of one article that hold the feature.

    `owners` is the number of each clause's article, from 0.  A feature in more than `clause_cap` clauses
    weighs nothing: so the cost stays within bounds.
    """
    if 0 in own.shape:
        return idf
    idf = np.where(np.bincount(own.indices, minlength=own.shape[1]) > CAP.value, 0, idf)
    of = csr_array((np.ones(len(owners)), (owners, np.arange(len(owners)))), shape=(owners.max() + 1, len(owners)))
    most = (of @ (own > 0).astype(float)).max(axis=0).toarray().ravel()
    return idf / (1 + np.log(np.maximum(most, 1)))


def compare_clauses(own: csr_array, whole: csr_array, weights: np.ndarray) -> csr_array:
    """Return the likeness of every two clauses, 0 to 1, as a sparse symmetric matrix; below `clause_likeness` it is 0.

    Half of it is the share of a clause's weight that stands in or around the other, mean of both directions,
    half the cosine of the two; both shrink where the shared words weigh little.  It is summed up for those pairs alone
    that may reach `clause_likeness` by what the words around both share, and by the largest cosine of such words.
    """
    own, whole, weights = own[:, weights > 0], whole[:, weights > 0], weights[weights > 0]
    if not own.nnz:
        return csr_array((own.shape[0], own.shape[0]))
    heavy, held, ones = own.multiply(weights).tocsr(), (own > 0).astype(float), np.ones(len(weights))
    unit, totals = unit_rows(heavy), np.asarray(heavy.sum(axis=1)).ravel()
    part = np.divide(1, totals, out=np.zeros(len(totals)), where=totals > 0)
    widest, square = heavy.max(axis=1).toarray().ravel(), heavy.power(2) @ ones
    narrow = np.sqrt(np.divide(widest, square, out=np.zeros(len(totals)), where=square > 0))
    faint = FAINT.value - _SLACK
    window, around = _join_windows(whole)
    told = around.multiply(weights).tocsr()
    parts = []
    for at in range(0, len(totals), _BLOCK):  # each with itself and those below it
        shared, first = heavy[at:at + _BLOCK] @ held[at:].T, window[at]
        row, column = np.repeat(np.arange(shared.shape[0]), np.diff(shared.indptr)), shared.indices
        near = np.flatnonzero((column >= row) & ((1 - faint) * shared.data >= faint * EVIDENCE.value))
        one, other, shared = row[near] + at, column[near] + at, shared.data[near]
        most = (told[first:window[at:at + _BLOCK][-1] + 1] @ around[first:].T).toarray()[
            window[one] - first, window[other] - first]
        least = 2 * faint * (shared + EVIDENCE.value) / shared
        mean = (np.minimum(most * part[one], 1) + np.minimum(most * part[other], 1)) / 2
        near = mean + np.minimum(shared * (narrow[one] * narrow[other]), 1) >= least
        one, other, shared, mean, least = (values[near] for values in (one, other, shared, mean, least))
        cosine = unit[one].multiply(unit[other]) @ ones
        near = mean + cosine >= least
        one, other, shared, cosine = (values[near] for values in (one, other, shared, cosine))
        there, back = heavy[one].multiply(whole[other]) @ ones, whole[one].multiply(heavy[other]) @ ones
        mean = (there / totals[one] + back / totals[other]) / 2
        score = (mean + cosine) / 2 * shared / (shared + EVIDENCE.value)
        keep = score >= FAINT.value
        parts.append((one[keep], other[keep], score[keep]))
    return _mirror([np.concatenate(part) for part in zip(*parts, strict=True)], len(totals))


def _mirror(cells, size):
    """Return the symmetric matrix of (rows, columns, scores) that are given of each pair one way."""
    row, column, score = cells
    other = row != column
    row, column = np.concatenate([row, column[other]]), np.concatenate([column, row[other]])
    order = np.lexsort((column, row))
    return csr_array((np.concatenate([score, score[other]])[order], (row[order], column[order])), shape=(size, size))


def _join_windows(whole):
    """Return (the number of the row that each row of `whole` is in the second, its rows without repeats in a row)."""
    rows = [whole.indices[first:last].tobytes() for first, last in pairwise(whole.indptr.tolist())]
    new = np.array([at == 0 or row != rows[at - 1] for at, row in enumerate(rows)], bool)
    return np.cumsum(new) - 1, whole[np.flatnonzero(new)]


def settle_pairs(near: coo_array, joined: dict[tuple[int, int], float], apart: Set[tuple[int, int]]) -> csr_array:
    """Return the likeness `near` with pairs as like as `joined` says at least, and those `apart` not at all."""
    size = near.shape[0]
    more = [pair for pair in joined if pair not in apart]
    row, column = (np.concatenate([places, np.array([pair[side] for pair in more], np.int64)])
                   for side, places in enumerate((near.row, near.col)))
    score = np.concatenate([near.data, np.array([joined[pair] for pair in more], float)])
    keep = ~np.isin(row * size + column, np.array([one * size + other for one, other in apart], np.int64))
    row, column, score = row[keep], column[keep], score[keep]
    order = np.lexsort((-score, column, row))  # of two likenesses of a pair the larger counts
    row, column, score = row[order], column[order], score[order]
    first = np.ones(len(row), bool)
    first[1:] = (np.diff(row) != 0) | (np.diff(column) != 0)
    return csr_array((score[first], (row[first], column[first])), shape=near.shape)


def find_wordings(likeness: csr_array, apart: Collection[tuple[int, int]] = ()) -> np.ndarray:
    """Return the number of each clause's wording: clauses in one chain of likeness `clause_copy` are one wording.

    Where a chain holds two clauses that are kept `apart`, each of its clauses is a wording of its own.
    """
    near = likeness.tocoo()
    alike = near.data >= WORDING.value
    wordings = number_chains(likeness.shape[0], zip(near.row[alike].tolist(), near.col[alike].tolist(), strict=True))
    torn = {wordings[one] for one, other in apart if wordings[one] == wordings[other]}
    if torn:
        own = np.arange(len(wordings)) + len(wordings)
        wordings = np.unique(np.where(np.isin(wordings, sorted(torn)), own, wordings), return_inverse=True)[1]
    return wordings


def group_clauses(likeness: csr_array, wordings: np.ndarray, sentences: Sequence[int],
                  apart: Collection[tuple[int, int]] = ()) -> np.ndarray:
    """Return the number of each clause's group, from 0 in the order of the clauses.

    `sentences` is the number of each clause's sentence: two clauses of one sentence tell two things and are
    kept apart, unless they are one wording; so are the pairs of clauses `apart`.  A wording counts once, so that
    a text printed by many has one vote.  The most alike are put together first, down to `item_alike`; the likeness
    of two groups is midway between the best of their wordings' likenesses and the mean of the best few.
    """
    near = likeness.tocoo()
    first, second = wordings[near.row], wordings[near.col]
    ordered = first < second
    order = np.lexsort((-near.data[ordered], second[ordered], first[ordered]))
    pairs = np.stack([first[ordered], second[ordered]], axis=1)[order]
    best = near.data[ordered][order]
    new = np.ones(len(pairs), bool)
    new[1:] = (np.diff(pairs, axis=0) != 0).any(axis=1)
    pairs, best = pairs[new], best[new]
    joined = np.unique(pairs[best >= ALIKE.value])  # what is like no other is never joined: its links don't count
    kept = np.isin(pairs, joined).all(axis=1)
    places = [set() for _ in range(wordings.max(initial=-1) + 1)]
    for wording, sentence in zip(wordings, sentences, strict=True):
        places[wording].add(sentence)
    bans = {}
    for one, other in apart:
        one, other = wordings[one], wordings[other]
        if one != other:
            bans.setdefault(one, set()).add(other)
            bans.setdefault(other, set()).add(one)
    groups = _link(places, pairs[kept].tolist(), best[kept].tolist(), bans)[wordings]
    _, firsts, groups = np.unique(groups, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(firsts))[groups]


def _link(places, pairs, scores, bans):
    """Return the group of each wording, see group_clauses; `places` are their sentences, `pairs` not listed score 0.

    `bans` says which wordings may not come into one group.
    """
    members = {number: {number} for number in range(len(places))}
    bans = {number: bans.get(number, set()) for number in members}
    least, places = ALIKE.value, dict(enumerate(places))
    sizes = dict.fromkeys(places, 1)
    near = {number: {} for number in places}
    heap = []
    for (one, other), score in zip(pairs, scores, strict=True):
        near[one][other] = near[other][one] = (score,)
        if score >= least:
            heap.append((-score, one, other))
    heapq.heapify(heap)
    count, parent = len(places), list(places)
    while heap:
        score, one, other = heapq.heappop(heap)
        links = near.get(one, {}).get(other)
        if links is None or _score(links, sizes[one] * sizes[other]) != -score or places[one] & places[other] or (
                bans[one] & members[other]):
            continue
        number = len(parent)
        places[number] = places.pop(one) | places.pop(other)
        members[number], bans[number] = members.pop(one) | members.pop(other), bans.pop(one) | bans.pop(other)
        parent.append(number)
        parent[one] = parent[other] = number
        left, right = near.pop(one), near.pop(other)
        sizes[number], near[number] = sizes.pop(one) + sizes.pop(other), {}
        left.pop(other), right.pop(one)
        mine, size = near[number], sizes[number]
        for third in left.keys() | right.keys():
            theirs, links, more = near[third], left.get(third), right.get(third)
            if links:
                del theirs[one]
            if more:
                del theirs[other]
                links = tuple(sorted(links + more, reverse=True)[:_LINKS]) if links else more
            mine[third] = theirs[number] = links
            if links[0] >= least and (score := _score(links, size * sizes[third])) >= least:
                heapq.heappush(heap, (-score, third, number))
    for number in range(len(parent) - 1, -1, -1):
        parent[number] = parent[parent[number]]
    return np.array(parent[:count])


def _score(links, pairs):
    """Return midway between the best and the mean of the `_LINKS` best of the `pairs` of wordings of two groups.

    The mean of all pairs would fall with every text that tells the fact in other words.
    """
    return (links[0] + sum(links) / min(_LINKS, pairs)) / 2
