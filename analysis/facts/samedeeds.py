"""Which clauses tell one deed: an act of a party that both name, weighed by how rare both are in the event."""

from collections import Counter, defaultdict
from itertools import chain

import numpy as np
from scipy.sparse import csr_array

from ..rules import Setting
from .deeds import Deed

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


def compare_deeds(placed: list[list[Deed]], owners: np.ndarray, weigh: dict[str, float]) -> csr_array:
    """Return the weights, clauses x clauses, of the pairs that tell one act of a party that both name.

    `placed` and `weigh` are those of place_deeds, `owners` the numbers of the clauses' articles; a pair is one of
    two articles, its first clause stands below the second.  The weight is that of the act and of the parties, each
    the logarithm of how few of the event's sentences have it: 3 is little, 9 much.
    """
    shape = (len(placed), len(placed))
    told = [(place, deed) for place, deeds in enumerate(placed) for deed in deeds]
    by_text, texts = defaultdict(list), owners.tolist()
    for place, deed in told:
        by_text[texts[place]].append(deed)
    acts = _number_common([set().union([deed.act for deed in mine], *[deed.senses for deed in mine])
                           for mine in by_text.values()])
    parties = _number_common([set().union(*[deed.subject for deed in mine], *[deed.object for deed in mine])
                              for mine in by_text.values()])
    told = [(place, deed) for place, deed in told  # others share nothing
            if (deed.act in acts or not acts.keys().isdisjoint(deed.senses))
            and not (parties.keys().isdisjoint(deed.subject) and parties.keys().isdisjoint(deed.object))]
    places, deeds = np.array([place for place, _ in told], np.int64), [deed for _, deed in told]
    texts = owners[places]
    subject, object_ = (_lay([getattr(deed, side) for deed in deeds], parties) for side in ("subject", "object"))
    senses = _lay([deed.senses for deed in deeds], acts)
    done = np.union1d(senses, _lay([(deed.act,) for deed in deeds], acts))
    held = np.union1d(subject, object_)
    one, other = _find_pairs(np.divmod(done, max(len(acts), 1)), np.divmod(held, max(len(parties), 1)))
    denied = np.array([deed.denied for deed in deeds], bool)
    apart = (texts[one] != texts[other]) & (denied[one] == denied[other])
    if not apart.any():
        return csr_array(shape)
    pairs = np.sort(one[apart] * len(deeds) + other[apart])
    one, other = np.divmod(pairs[np.append(True, np.diff(pairs) > 0)], len(deeds))
    ahead, behind = np.isin(held, subject), np.isin(held, object_)
    shared = _weigh_parties(deeds, parties, (held, ahead, behind), one, other, weigh)
    weights = np.where(shared > 0, _weigh_acts(deeds, acts, senses, one, other, weigh) + shared, 0)
    row, column = places[one], places[other]
    order = np.lexsort((-weights, column, row))  # of the deeds of two clauses the heaviest counts
    row, column, weights = row[order], column[order], weights[order]
    first = np.append(True, (np.diff(row) != 0) | (np.diff(column) != 0))
    return csr_array((weights[first], (row[first], column[first])), shape=shape)


def _number_common(keys: list[set]) -> dict[str, int]:
    """Return {key: its number} of those that the deeds of two articles have, in alphabetical order."""
    held = Counter(chain.from_iterable(keys))
    return {key: number for number, key in enumerate(sorted(key for key, texts in held.items() if texts > 1))}


def _lay(keys, numbers):
    """Return an array, in order: of each deed the numbered `keys` that it has, as its place times all plus the number.
    """
    found = np.array([numbers.get(key, -1) for mine in keys for key in mine], np.int64)
    deed = np.repeat(np.arange(len(keys)), list(map(len, keys)))
    return np.sort((deed * len(numbers) + found)[found >= 0])


def _find_pairs(acts, parties):
    """Return two arrays, the places of the first and second deed of the pairs with an act and a party in common.

    `acts` and `parties` are (places of deeds, number of what they have).  Of one act and party the first `_MOST` deeds
    are asked.
    """
    entry, at = _meet(acts[0], parties[0])
    place, key = acts[0][entry], acts[1][entry] * (parties[1].max(initial=0) + 1) + parties[1][at]
    order = np.argsort(key, kind="stable")
    key, place = key[order], place[order]
    first = np.searchsorted(key, key)
    rank = np.arange(len(key)) - first
    behind = np.minimum(np.searchsorted(key, key, side="right") - first, _MOST) - rank - 1
    at, step = _spread(np.maximum(behind, 0))
    return place[at], place[at + step + 1]


def _meet(wanted, deeds):
    """Return (place in `wanted`, place in `deeds`) of each pair of the same deed; `deeds` are in order."""
    first = np.searchsorted(deeds, wanted)
    entry, step = _spread(np.searchsorted(deeds, wanted, side="right") - first)
    return entry, first[entry] + step


def _spread(sizes):
    """Return (number, step) of each thing of several rows that hold so many: 2 and 1 are row 0, 0, 1, step 0, 1, 0."""
    row = np.repeat(np.arange(len(sizes)), sizes)
    return row, np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _find_shared(cells, many, one, other):
    """Return three arrays of what the deeds of each pair share: the pair, the place of one's and of the other's cell.

    `cells` are those of _lay, with `many` numbers.
    """
    deed, number = np.divmod(cells, max(many, 1))
    pair, mine = _meet(one, deed)
    wanted = other[pair] * many + number[mine]
    theirs = np.searchsorted(cells, wanted)
    found = np.flatnonzero(np.append(cells, -1)[theirs] == wanted)
    return pair[found], mine[found], theirs[found]


def _weigh_acts(deeds, acts, senses, one, other, weigh):
    """Return the weight of the act that the deeds of each pair share, of one verb or of a class."""
    act = np.array([acts.get(deed.act, -1) for deed in deeds])
    of_act = np.array([weigh[deed.act] for deed in deeds])
    weights = np.where((act[one] == act[other]) & (act[one] >= 0), of_act[one], 0)
    pair, mine, _ = _find_shared(senses, len(acts), one, other)
    heavy = np.array([SENSE.value * weigh[key] for key in acts])
    np.maximum.at(weights, pair, heavy[senses[mine] % max(len(acts), 1)])
    return weights


def _weigh_parties(deeds, parties, held, one, other, weigh):
    """Return the weight of the parties that the deeds of each pair share, 0 where they have them reversed.

    `held` are the cells of the parties, whether they stand before the act, and whether behind it.
    """
    cells, ahead, behind = held
    pair, mine, theirs = _find_shared(cells, len(parties), one, other)
    party = cells[mine] % max(len(parties), 1)
    there, back = ahead[mine] & behind[theirs], behind[mine] & ahead[theirs]
    first, last = ahead[mine] & ahead[theirs], behind[mine] & behind[theirs]
    heavy = np.array([weigh[key] * (_CLASS if key[0] == "~" else 1.0) for key in parties])[party]
    named = last & np.array([key[0] == "@" for key in parties], bool)[party]
    noun = np.array([deed.noun for deed in deeds], bool)

    def any_of(what):
        return np.bincount(pair[what], minlength=len(one)) > 0

    reverse = any_of(there) & any_of(back) & ~any_of(first) & ~any_of(named) & ~noun[one] & ~noun[other]
    aligned = first | last
    crossed = (there | back) & ~aligned
    return np.where(reverse, 0, np.bincount(pair[aligned], heavy[aligned], len(one))
                    + CROSSED.value * np.bincount(pair[crossed], heavy[crossed], len(one)))
