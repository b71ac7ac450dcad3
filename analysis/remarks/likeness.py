"""Likeness: how alike two pieces of speech are in their words, without comparing all with all.

Outlets quote in their own length and, where the speech was in another language, in their own
translation.  Four measures tell versions of one remark from remarks on one subject: the letters they
share, the words they share weighed by how rare these are, the words in the same order, and how much
all that is.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from rapidfuzz import fuzz, process
from scipy.sparse import csr_array

from ..english.stems import stem, weigh_word
from ..rules import Setting

CONTAINED = Setting("alike_contained", 0.4, "share of the lighter of two quotes' weight that stands in the other, "
                    "below which they aren't compared",
                    measured="two translations of one sentence share half of their weight and more")
SHARED = Setting("alike_shared", 1.5, "least weight of the words that two quotes share, for them to be compared",
                 chosen="one telling word, or three common ones")
PIECES = Setting("alike_pieces", 500, "quotes above which a word of theirs brings no two together on its own",
                 chosen="a cap: keeps the cost near the number of quotes; a quote of several words has rarer ones")
MOST = Setting("alike_most", 50, "quotes that a quote is compared with",
               chosen="a cap: versions of one remark are joined through one another; keeps the cost linear")
_BLOCK = 1000  # pieces compared with all others at a time: bounds the memory


class Alike(NamedTuple):
    """Pairs of pieces that share words: arrays of one length, a pair each.

    first, second: places of the pieces, first < second; letters: the smaller of rapidfuzz's token_set_ratio and the
    ratio of the whole or of the stretches whose words are most alike, 0 to 1; shared: the weight of the words in both;
    contained: its share of the weight of the piece that has less; in_order: partial_ratio taken of words for letters.
    """

    first: np.ndarray
    second: np.ndarray
    letters: np.ndarray
    shared: np.ndarray
    contained: np.ndarray
    in_order: np.ndarray


def weigh(words: Iterable[str]) -> float:
    """Return the weight of a piece, the sum over its distinct stems: what it shares with itself."""
    return sum(_weigh_stems(words).values())


@lru_cache(maxsize=1 << 17)
def _weigh_stem(word):
    return stem(word), weigh_word(word)


def _weigh_stems(words):
    """Return {stem: weight of the rarest of its forms}."""
    heaviest = {}
    for name, weight in map(_weigh_stem, words):
        if weight > heaviest.get(name, 0):
            heaviest[name] = weight
    return heaviest


def find_alike(pieces: Sequence[tuple[str, ...]], rows: np.ndarray | None = None,
               worth: Callable[..., np.ndarray] | None = None) -> Alike:
    """Return the pairs of `pieces` (tuples of words, no two alike) that share words.

    With `rows` (an array of places) only the pairs that one of these pieces belongs to.  Pairs below the settings
    `alike_contained` and `alike_shared` are left out, and those that are not `worth` it by their shared, contained,
    in_order and letters.  A word in more than `alike_pieces` pieces makes no pair on its own, and a piece is compared
    with the `alike_most` that share most with it.
    """
    weights, total = _weigh(pieces)
    first, second = _find_candidates(weights, np.arange(len(pieces)) if rows is None else rows)
    shared = np.concatenate([np.zeros(0), *(
        np.asarray(weights[first[at:at + _BLOCK]].multiply(weights[second[at:at + _BLOCK]]).sum(axis=1)).ravel()
        for at in range(0, len(first), _BLOCK))])
    contained = shared / np.minimum(total[first], total[second]) if len(first) else shared
    keep = (contained >= CONTAINED.value) & (shared >= SHARED.value)
    first, second, shared, contained = first[keep], second[keep], shared[keep], contained[keep]
    one, two = [[pieces[at] for at in side.tolist()] for side in (first, second)]
    codes = _encode(dict.fromkeys([*one, *two]))
    best: list[Any] = [fuzz.partial_ratio_alignment(codes[words], codes[others])
                       for words, others in zip(one, two, strict=True)]
    in_order = np.array([pair.score / 100 for pair in best], float)
    letters = np.ones(len(best))
    keep = np.arange(len(best)) if worth is None else np.flatnonzero(worth(shared, contained, in_order, letters))
    letters[keep] = _compare_letters(*([side[at] for at in keep.tolist()] for side in (one, two, best)))
    if worth is not None:
        keep = keep[worth(shared, contained, in_order, letters)[keep]]
    return Alike(*(column[keep] for column in (first, second, letters, shared, contained, in_order)))


def _compare_letters(one, two, best):
    """Return the likeness of the letters of pairs of pieces, 0 to 1, as an array.

    The stretch of the longer piece that is most like the shorter one is looked for among its words (`best`), a tenth as
    many as its letters, and only there letters are compared: to slide one long quote along another costs their product.
    """
    starts = [" ".join(words[place.src_start:place.src_end]) for words, place in zip(one, best, strict=True)]
    ends = [" ".join(words[place.dest_start:place.dest_end]) for words, place in zip(two, best, strict=True)]
    one, two = [[" ".join(words) for words in side] for side in (one, two)]
    return np.minimum(np.maximum(_score(starts, ends, fuzz.ratio), _score(one, two, fuzz.ratio)),
                      _score(one, two, fuzz.token_set_ratio))


def _score(one, two, scorer):
    """Return the score of each pair of texts, 0 to 1, as an array."""
    return process.cpdist(one, two, scorer=scorer, dtype=np.float64) / 100 if one else np.zeros(0)


def _encode(pieces):
    """Return {piece: a string with one character a word}, so that words can be compared as letters are."""
    codes = {}
    return {words: "".join(chr(codes.setdefault(word, len(codes)) % 0x100000 + 0xE000) for word in words)
            for words in pieces}


def _weigh(pieces):
    """Return (the sparse matrix pieces x stems, the weight of each piece).

    The product of two rows is the weight of what both share.
    """
    stems, ends, columns, data = {}, [0], [], []
    for words in pieces:
        heaviest = _weigh_stems(words)
        columns += [stems.setdefault(name, len(stems)) for name in heaviest]
        data += heaviest.values()
        ends.append(len(columns))
    data = np.array(data, float)
    total = np.add.reduceat(np.append(data, 0), np.array(ends[:-1], np.int64)) * (np.diff(ends) > 0)
    parts = np.sqrt(data), np.array(columns, np.int64), np.array(ends)
    return csr_array(parts, shape=(len(pieces), len(stems))), total


def _find_candidates(weights, rows):
    """Return (first, second): each of `rows` with the `alike_most` that share most of the words of few pieces."""
    common = np.bincount(weights.indices, minlength=weights.shape[1]) > PIECES.value
    rare = weights
    if common.any():
        rare = weights.multiply(~common).tocsr()
        rare.eliminate_zeros()
    total = np.asarray(rare.multiply(rare).sum(axis=1)).ravel()
    count, found = weights.shape[0], [np.zeros(0, dtype=np.int64)]
    turned = rare.T.tocsr()
    for at in range(0, len(rows), _BLOCK):
        shared = (rare[rows[at:at + _BLOCK]] @ turned).tocoo()
        row, other, size = rows[at:at + _BLOCK][shared.row], shared.col, shared.data
        keep = (row != other) & (size > 0)
        keep &= size >= CONTAINED.value * np.minimum(total[row], total[other])
        row, other, size = row[keep], other[keep], size[keep]
        order = np.lexsort((other, -size, row))
        row, other = row[order], other[order]
        few = np.arange(len(row)) - np.searchsorted(row, row) < MOST.value
        row, other = row[few].astype(np.int64), other[few].astype(np.int64)
        found.append(np.minimum(row, other) * count + np.maximum(row, other))
    return np.divmod(np.unique(np.concatenate(found)), max(count, 1))
