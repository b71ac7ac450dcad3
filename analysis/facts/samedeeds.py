"""Which clauses tell one deed: an act of a party that both name, weighed by how rare both are in the event."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from ..rules import Setting
from .deeds import Deed, list_acts, list_parties

SENSE = Setting(
    "deed_class",
    0.6,
    "weight of two acts of one class, beside one verb in two forms",
    chosen="classes are broad: to drop a plan and to drop a charge are of one",
)
CROSSED = Setting(
    "deed_crossed",
    0.7,
    "weight of a party that stands before the act in one clause and behind it in the other",
    chosen="a noun of an act has its parties on either side",
)
_CLASS = 0.5  # weight of a class of nouns beside a noun
_MOST = 60  # deeds with one act and one party that are compared


def compare_deeds(placed: list[list[Deed]], owners: Sequence[str], weigh: dict[str, float]) -> csr_array:
    """Return the weights, clauses x clauses, of the pairs that tell one act of a party that both name.

    `placed` and `weigh` are those of place_deeds, `owners` the articles of the clauses; a pair is one of two articles,
    its first clause stands below the second.  The weight is that of the act and of the parties,
    each the logarithm of how few of the event's sentences have it: 3 is little, 9 much.
    """
    shape = (len(placed), len(placed))
    places = np.array([place for place, deeds in enumerate(placed) for _ in deeds], np.int64)
    deeds = [deed for deeds in placed for deed in deeds]
    texts = pd.factorize(np.array(owners, dtype=object))[0][places]
    told = [list_acts(deed) for deed in deeds], [list_parties(deed) for deed in deeds]
    acts, parties = (_number_common(keys, texts.tolist()) for keys in told)
    subject, object_ = (_mark([getattr(deed, side) for deed in deeds], parties) for side in ("subject", "object"))
    one, other = _find_pairs(_mark(told[0], acts), subject.maximum(object_))
    denied = np.array([deed.denied for deed in deeds], bool)
    apart = (texts[one] != texts[other]) & (denied[one] == denied[other])
    if not apart.any():
        return csr_array(shape)
    pairs = np.sort(one[apart] * len(deeds) + other[apart])
    one, other = np.divmod(pairs[np.append(True, np.diff(pairs) > 0)], len(deeds))
    shared = _weigh_parties(deeds, parties, subject, object_, one, other, weigh)
    weights = np.where(shared > 0, _weigh_acts(deeds, acts, one, other, weigh) + shared, 0)
    row, column = places[one], places[other]
    order = np.lexsort((-weights, column, row))  # of the deeds of two clauses the heaviest counts
    row, column, weights = row[order], column[order], weights[order]
    first = np.append(True, (np.diff(row) != 0) | (np.diff(column) != 0))
    return csr_array((weights[first], (row[first], column[first])), shape=shape)


def _number_common(keys: list[frozenset], owners: list[int]) -> dict[str, int]:
    """Return {key: its number} of those keys of deeds that two articles have, in alphabetical order."""
    first, common = {}, set()
    for mine, owner in zip(keys, owners, strict=True):
        for key in mine:
            if first.setdefault(key, owner) != owner:
                common.add(key)
    return {key: number for number, key in enumerate(sorted(common))}


def _find_pairs(acts, parties):
    """Return two arrays, the places of the first and second deed of the pairs with an act and a party in common.

    Which deed has which is marked in `acts` and `parties`.  Of one act and party the first `_MOST` deeds are asked.
    """
    act, size = acts.tocoo(), np.diff(parties.indptr)
    entry, step = _spread(size[act.row])
    place = act.row[entry].astype(np.int64)
    key = act.col[entry].astype(np.int64) * parties.shape[1] + parties.indices[parties.indptr[place] + step]
    order = np.argsort(key, kind="stable")
    key, place = key[order], place[order]
    first = np.searchsorted(key, key)
    rank = np.arange(len(key)) - first
    behind = np.minimum(np.searchsorted(key, key, side="right") - first, _MOST) - rank - 1
    at, step = _spread(np.maximum(behind, 0))
    return place[at], place[at + step + 1]


def _spread(sizes):
    """Return (number, step) of each thing of several rows that hold so many: 2 and 1 are row 0, 0, 1, step 0, 1, 0."""
    row = np.repeat(np.arange(len(sizes)), sizes)
    return row, np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _weigh_acts(deeds, acts, one, other, weigh):
    """Return the weight of the act that the deeds of each pair share, of one verb or of a class."""
    act = np.array([acts.get(deed.act, -1) for deed in deeds])
    of_act = np.array([weigh[deed.act] for deed in deeds])
    senses = _mark([deed.senses for deed in deeds], acts)
    common = senses[one].multiply(senses[other]).multiply(np.array([SENSE.value * weigh[key] for key in acts]))
    same = (act[one] == act[other]) & (act[one] >= 0)
    return np.maximum(np.where(same, of_act[one], 0), common.max(axis=1).toarray().ravel())


def _weigh_parties(deeds, parties, subject, object_, one, other, weigh):
    """Return the weight of the parties that the deeds of each pair share, 0 where they have them reversed."""
    ahead, behind = (side[one].multiply(side[other]) for side in (subject, object_))
    there, back = subject[one].multiply(object_[other]), object_[one].multiply(subject[other])
    aligned, crossed = ahead.maximum(behind), there.maximum(back)
    heavy = np.array([weigh[key] * (_CLASS if key[0] == "~" else 1.0) for key in parties])
    noun = np.array([deed.noun for deed in deeds], bool)
    named = np.array([key[0] == "@" for key in parties], float)
    reverse = _any(there) & _any(back) & ~_any(ahead) & (behind @ named == 0) & ~noun[one] & ~noun[other]
    return np.where(reverse, 0, aligned @ heavy + CROSSED.value * ((crossed > aligned) @ heavy))


def _mark(keys, numbers):
    """Return a sparse matrix of ones: which of the numbered keys each deed has."""
    found = [sorted([numbers[key] for key in mine if key in numbers]) for mine in keys]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.array([number for mine in found for number in mine], np.int64)
    return csr_array((np.ones(len(columns)), columns, ends), shape=(len(found), max(len(numbers), 1)))


def _any(matrix):
    return np.diff(matrix.tocsr().indptr) > 0
