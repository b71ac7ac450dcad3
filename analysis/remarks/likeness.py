"""Likeness: how alike two pieces of speech are in their words, without comparing all with all.

Outlets quote in their own length and, where the speech was in another language, in their own
translation.  Four measures tell versions of one remark from remarks on one subject: the letters they
share, the words they share weighed by how rare these are, the words in the same order, and how much
all that is.
"""

from functools import lru_cache

import numpy as np
import pandas as pd
import regex
from rapidfuzz import fuzz, process
from scipy.sparse import csr_array

from ..english.stems import stem, weigh_word
from ..english.words import fold
from ..thresholds import threshold

# British endings and their American counterparts: civilise, analyse, labour, centre, defence, travelled.
_SPELLINGS = [(regex.compile(pattern), letters) for pattern, letters in (
    (r"(?<=.{3})is(?=e[sdr]?$|ing$|ations?$)", "iz"), (r"(?<=.{3})ys(?=e[sd]?$|ing$)", "yz"), (r"(?<=.{2})our", "or"),
    (r"(?<=.{3})tre(?=s?$)", "ter"), (r"(?<=.{3})ence(?=s?$)", "ense"), (r"ll(?=ed$|ing$|ers?$)", "l"))]
_BLOCK = 1000  # pieces compared with all others at a time: bounds the memory


@lru_cache(maxsize=1 << 17)
def spell(word):
    """Return a word as quotes are compared: folded, British endings turned into American ones."""
    word = fold(word)
    for pattern, letters in _SPELLINGS:
        word = pattern.sub(letters, word)
    return word


def weigh(words):
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


def find_alike(pieces, rows=None):
    """Return the pairs of `pieces` (tuples of words, no two alike) that share words, as a DataFrame.

    With `rows` (an array of places) only the pairs that one of these pieces belongs to.

    Columns: first, second (places in `pieces`, first < second); letters, the smaller of rapidfuzz's
    token_set_ratio and partial_ratio, 0 to 1; shared, the weight of the words in both; contained, its
    share of the weight of the piece that has less; in_order, partial_ratio taken of words for letters.
    Pairs below the thresholds `alike_contained` and `alike_shared` are left out.  A word in more than
    `alike_pieces` pieces makes no pair on its own, and a piece is compared with the `alike_most` that
    share most with it.
    """
    weights = _weigh(pieces)
    first, second = _find_candidates(weights, np.arange(len(pieces)) if rows is None else rows)
    shared = np.concatenate([np.zeros(0), *(
        np.asarray(weights[first[at:at + _BLOCK]].multiply(weights[second[at:at + _BLOCK]]).sum(axis=1)).ravel()
        for at in range(0, len(first), _BLOCK))])
    total = np.asarray(weights.multiply(weights).sum(axis=1)).ravel()
    contained = shared / np.minimum(total[first], total[second]) if len(first) else shared
    keep = (contained >= threshold("alike_contained")) & (shared >= threshold("alike_shared"))
    first, second, shared, contained = first[keep], second[keep], shared[keep], contained[keep]
    texts = [" ".join(words) for words in pieces]
    codes = _encode(pieces)
    return pd.DataFrame({
        "first": first, "second": second,
        "letters": np.minimum(_score(texts, first, second, fuzz.token_set_ratio),
                              _score(texts, first, second, fuzz.partial_ratio)) / 100,
        "shared": shared, "contained": contained,
        "in_order": _score(codes, first, second, fuzz.partial_ratio) / 100,
    })


def _score(texts, first, second, scorer):
    """Return the score of each pair of texts as an array."""
    if not len(first):
        return np.zeros(0)
    return process.cpdist([texts[at] for at in first], [texts[at] for at in second], scorer=scorer, dtype=np.float64)


def _encode(pieces):
    """Return each piece as a string with one character a word, so that words can be compared as letters are."""
    codes = {}
    return ["".join(chr(codes.setdefault(word, len(codes)) % 0x100000 + 0xE000) for word in words) for words in pieces]


def _weigh(pieces):
    """Return the sparse matrix pieces x stems; the product of two rows is the weight of what both share."""
    stems, rows, columns, data = {}, [], [], []
    for row, words in enumerate(pieces):
        heaviest = _weigh_stems(words)
        rows += [row] * len(heaviest)
        columns += [stems.setdefault(name, len(stems)) for name in heaviest]
        data += np.sqrt(list(heaviest.values())).tolist()
    return csr_array((data, (rows, columns)), shape=(len(pieces), len(stems)))


def _find_candidates(weights, rows):
    """Return (first, second): each of `rows` with the `alike_most` that share most of the words of few pieces."""
    common = np.bincount(weights.indices, minlength=weights.shape[1]) > threshold("alike_pieces")
    rare = weights.multiply(~common).tocsr() if weights.shape[1] else weights
    rare.eliminate_zeros()
    total = np.asarray(rare.multiply(rare).sum(axis=1)).ravel()
    count, found = weights.shape[0], [np.zeros(0, dtype=np.int64)]
    for at in range(0, len(rows), _BLOCK):
        shared = (rare[rows[at:at + _BLOCK]] @ rare.T).tocoo()
        row, other, size = rows[at:at + _BLOCK][shared.row], shared.col, shared.data
        keep = (row != other) & (size > 0)
        keep &= size >= threshold("alike_contained") * np.minimum(total[row], total[other])
        row, other, size = row[keep], other[keep], size[keep]
        order = np.lexsort((other, -size, row))
        row, other = row[order], other[order]
        few = np.arange(len(row)) - np.searchsorted(row, row) < threshold("alike_most")
        row, other = row[few].astype(np.int64), other[few].astype(np.int64)
        found.append(np.minimum(row, other) * count + np.maximum(row, other))
    return np.divmod(np.unique(np.concatenate(found)), max(count, 1))
