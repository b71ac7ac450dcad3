"""Match clauses: how alike two are in what their words stand for (features.py), and which belong together."""

import heapq
from collections.abc import Collection, Sequence, Set
from itertools import pairwise

import numpy as np
from scipy.sparse import coo_array, csr_array

from ..copies.similarity import number_chains, unit_rows
from ..rules import Setting

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


def compare_clauses(own: csr_array, whole: csr_array, weights: np.ndarray) -> csr_array:
    """Return the likeness of every two clauses, 0 to 1, as a sparse symmetric matrix; below `clause_likeness` it is 0.

    Half of it is the share of a clause's weight that stands in or around the other, mean of both directions,
    half the cosine of the two; both shrink where the shared words weigh little.  It is summed up for those pairs alone
    that may reach `clause_likeness` by what the words around both share, and by the largest cosine of such words.
    """
    own, whole, weights = own[:, weights > 0], whole[:, weights > 0], weights[weights > 0]
    if not own.nnz:
        return csr_array((own.shape[0], own.shape[0]))
    heavy, held, ones = _scale(own, weights), (own > 0).astype(float), np.ones(len(weights))
    unit, totals = unit_rows(heavy), np.asarray(heavy.sum(axis=1)).ravel()
    part = np.divide(1, totals, out=np.zeros(len(totals)), where=totals > 0)
    widest, square = heavy.max(axis=1).toarray().ravel(), heavy.power(2) @ ones
    narrow = np.sqrt(np.divide(widest, square, out=np.zeros(len(totals)), where=square > 0))
    faint = FAINT.value - _SLACK
    window, around = _join_windows(whole)
    told = _scale(around, weights)
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


def _scale(matrix, weights):
    """Return a sparse matrix with each column times its weight, in a third of the time of its own `multiply`."""
    return csr_array((matrix.data * weights[matrix.indices], matrix.indices, matrix.indptr), shape=matrix.shape)


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
    size = wordings.max(initial=-1) + 1
    chains = number_chains(size, pairs[best >= ALIKE.value].tolist())
    kept = chains[pairs[:, 0]] == chains[pairs[:, 1]]  # what no chain of likeness joins is never put together
    places = [set() for _ in range(size)]
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
