"""Nearby: which remarks are worth looking for in which text, so that few of all pairs of remark and text are read.

A remark can only be found where a text shares its runs of words, or its telling words in two neighbouring sentences.
What is left out here, traces.TRACES would not find.  A pair is one number: the text's times all remarks plus the
remark's.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from .laid import Laid
from .wordings import RUN

PART = 0.2  # least share of the weight of a remark's telling words in a sentence that is looked at
_SLACK = 1e-9  # sums of the same weights in another order
_BLOCK = 2000  # remarks whose words are looked for at a time: bounds the memory


class Least(NamedTuple):
    """What a text must have of a remark, for the pair to be worth a look.

    kept: share of its words that stands in runs there; whole: share of a quote's words that does; touched: share of the
    weight of its telling words in two sentences, one of which has a fifth, beside a word of its speaker; retold, heavy:
    such a share and its weight, without one; common: sentences of a text above which a sense tells nothing there.
    """

    kept: float
    whole: float
    touched: float
    retold: float
    heavy: float
    common: float


def find_pairs(laid: Laid, least: Least) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield (text, remark, its words may stand there, its things may), by text."""
    printed, told = _find_printed(laid, least), _find_told(laid, least)
    pairs = np.union1d(printed, told)
    text, remark = np.divmod(pairs, max(len(laid.remarks), 1))
    words, things = np.isin(pairs, printed), np.isin(pairs, told)
    return zip(text.tolist(), remark.tolist(), words.tolist(), things.tolist(), strict=True)


def _find_printed(laid, least):
    """Return the pairs where enough of a remark's words, or of a quote's, stand in runs of both."""
    (remark, run), (place, shared, size) = laid.runs
    count, texts, runs = len(laid.remarks), len(laid.texts), int(run.max(initial=-1)) + 1
    number: dict[tuple, int] = {}  # of the quotes, behind the texts
    quoted = np.array([-1 if quote is None else number.setdefault((at, quote), texts + len(number))
                       for at, text in enumerate(laid.texts) for quote in text.quoted], np.int64)
    in_text = np.divmod(np.unique(shared * texts + laid.piece[place] - count), max(texts, 1))
    at, inside = [in_text[0]], [in_text[1]]
    for step in range(RUN if number else 0):
        long = np.flatnonzero(size > step)
        here = quoted[place[long] - laid.begin + step]
        new = here >= 0  # a quote that has several words of a run has it once
        for before in range(step):
            new &= here != quoted[place[long] - laid.begin + before]
        at.append(shared[long][new])
        inside.append(here[new])
    at, inside, total = np.concatenate(at), np.concatenate(inside), texts + len(number)
    having = csr_array((np.ones(len(run)), (remark, run)), shape=(count, runs))
    cells = csr_array(having @ csr_array((np.ones(len(at)), (at, inside)), shape=(runs, total))).tocoo()
    remark, inside = cells.row.astype(np.int64), cells.col.astype(np.int64)
    words = cells.data * np.minimum(laid.sizes[remark], RUN)
    text_of = np.array([*range(texts), *(at for at, _ in number)], np.int64)
    needed = np.where(inside < texts, least.kept * laid.sizes[remark],
                      least.whole * np.bincount(quoted[quoted >= 0], minlength=total)[inside])
    found = words >= needed
    return np.unique(text_of[inside[found]] * count + remark[found])


def _find_told(laid, least):
    """Return the pairs where two neighbouring sentences have enough of what a remark names."""
    number, rows, senses = laid.senses
    cells = [(row, number[sense], weight) for row, remark in enumerate(laid.remarks)
             for sense, weight in remark.senses.items()]
    if not cells:
        return np.zeros(0, np.int64)
    _, which, times = np.unique(laid.text_of(rows) * len(number) + senses, return_inverse=True, return_counts=True)
    telling = times[which] <= least.common
    here = csr_array((np.ones(telling.sum()), (senses[telling], rows[telling])), shape=(len(number), laid.rows))
    row, column, weight = map(np.array, zip(*cells, strict=True))
    weights = csr_array((weight.astype(float), (row, column)), shape=(len(laid.remarks), len(number)))
    total, found = np.array([remark.weight for remark in laid.remarks]), [np.zeros(0, np.int64)]
    for at in range(0, len(laid.remarks), _BLOCK):
        scores = csr_array(weights[at:at + _BLOCK] @ here)
        scores.sort_indices()
        remark = np.repeat(np.arange(at, at + scores.shape[0]), np.diff(scores.indptr))
        found.append(_choose_told(laid, least, total, remark, scores.indices.astype(np.int64),
                                  scores.data / total[remark]))
    return np.concatenate(found)


def _choose_told(laid, least, total, remark, row, part):
    """Return the pairs of some remarks, of which `part` of the weight stands in a sentence `row`, in this order."""
    cell, count = remark * laid.rows + row, len(laid.remarks)
    beside = np.zeros((2, len(part)))
    follows = np.flatnonzero(np.diff(cell) == 1)
    beside[0, follows + 1], beside[1, follows] = part[follows], part[follows + 1]
    fifth = part >= PART - _SLACK  # of most remarks no sentence has so much
    both = (part + beside.max(axis=0))[fifth]
    remark, row = remark[fifth], row[fifth]
    pair = laid.text_of(row) * count + remark
    near = both >= least.touched - _SLACK
    sure = near & (both >= least.retold - _SLACK) & (both * total[remark] >= least.heavy - _SLACK)
    who, named, heard = laid.speakers
    cell, spoken = who[remark] * laid.rows + row, np.array([*sorted(named | heard), np.iinfo(np.int64).max])
    voiced = near & (spoken[np.searchsorted(spoken, cell - 1)] <= cell + 1)  # in this sentence or one beside it
    told = np.unique(pair[sure | voiced])
    rare = np.array([bool(one.rare) for one in laid.remarks])[remark] & ~np.isin(pair, told)
    row -= laid.first[laid.text_of(row)]
    found = {one for one, at in zip(pair[rare].tolist(), row[rare].tolist(), strict=True)
             if _has_rare(laid.held[one // count], laid.remarks[one % count].rare, at)}
    return np.union1d(told, np.array(sorted(found), np.int64))


def _has_rare(held, rare, row):
    """Tell whether a sentence and those beside it hold all rare names and numbers of a remark."""
    near = {row - 1, row, row + 1}
    return all(sense in held and not near.isdisjoint(held[sense]) for sense in rare)
