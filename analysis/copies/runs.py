"""Runs: the words of all sentences as numbers, and which of them two stretches of text share in a row.

Runs are found by the 64-bit hashes of their shingles (n words in a row), sorted and joined, so that
the cost grows with the texts and with what they share, not with the square of their number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from ..english.stems import RARE
from ..english.words import find_words, folded_words
from ..rules import Setting
from ..tables import rows_of
from .similarity import background_idf

SHORTEST_RUN = Setting("shortest_run", 3,
                       "words in a row that count as taken over where two sentences are compared",
                       chosen="two words recur in any two sentences on one matter")
REPEAT_CAP = Setting("repeat_cap", 16,
                     "times that an article may repeat a run of words before it is left out",
                     chosen="a cap: nothing that a reader is meant to read stands so often; keeps the cost linear")

_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio, odd: spreads neighbouring numbers
_CHUNK = 200  # pairs joined at a time: bounds the memory


@dataclass(frozen=True)
class Tokens:
    """The words of a table `sentences`, one after the other.

    Arrays as long as the text: code, place of the folded word in `words`; row, of `sentences`; start and
    end, offsets into articles.text; capital, begins with a capital letter.  `words` is sorted, `idf` has
    their background weights.  first[row] is the number of a sentence's first token, first[row + 1] one
    past its last.
    """

    words: np.ndarray
    idf: np.ndarray
    code: np.ndarray
    row: np.ndarray
    start: np.ndarray
    end: np.ndarray
    capital: np.ndarray
    first: np.ndarray

    @cached_property
    def hashes(self) -> np.ndarray:
        """A 64-bit hash of each of `words`."""
        return pd.util.hash_array(self.words)

    def of(self, row: int) -> list[int]:
        """Return the codes of one sentence as a list."""
        return self.code[self.first[row]:self.first[row + 1]].tolist()


def find_tokens(sentences: pd.DataFrame) -> Tokens:
    """Return the Tokens of the table `sentences` (start, text)."""
    return read_tokens(list(rows_of(sentences, "text", "start")))


def read_tokens(lines: Sequence[tuple[str, int]]) -> Tokens:
    """Return the Tokens of lines, each its text and where that starts.

    A glued word ("toopen") stands for the two words it hides, each with its own characters.
    """
    told, begins, stops, capitals, sizes = [], [], [], [], []
    for text, offset in lines:
        spans = find_words(text)
        told += folded_words(text)
        capitals += [text[start].isupper() for start, _ in spans]
        begins += [offset + start for start, _ in spans]
        stops += [offset + end for _, end in spans]
        sizes.append(len(spans))
    rows, words, capital = np.repeat(np.arange(len(sizes)), sizes), np.array(told, object), np.array(capitals, bool)
    starts, ends = np.array(begins, int), np.array(stops, int)
    glued = find_glued(set(words[~capital]))
    if glued:
        hit = np.flatnonzero(pd.Series(words).isin(glued) & ~capital & (ends - starts == [len(word) for word in words]))
        cut = np.array([glued[word] for word in words[hit]], int)
        first = np.array([word[:at] for word, at in zip(words[hit], cut, strict=True)], object)
        words[hit] = [word[at:] for word, at in zip(words[hit], cut, strict=True)]
        ends, starts = np.insert(ends, hit, starts[hit] + cut), np.insert(starts, hit + 1, starts[hit] + cut)
        words, capital = np.insert(words, hit, first), np.insert(capital, hit, False)
        rows = np.insert(rows, hit, rows[hit])
    known = sorted(set(words))
    number = {word: place for place, word in enumerate(known)}
    code = np.fromiter(map(number.__getitem__, words), np.int64, len(words))
    words = np.array(known, object)
    bounds = np.searchsorted(rows, np.arange(len(lines) + 1))
    return Tokens(words, background_idf(words), code, rows, starts, ends, capital, bounds)


def find_glued(words: Iterable[str]) -> dict[str, int]:
    """Return {word: cut} of the folded `words` that two common words make when glued.

    A word is glued when general English does not know it but knows both its parts well; of several
    cuts the one with the more common rarer part wins ("toopen" is cut after "to").
    """
    words = sorted(word for word in words if word.isalpha() and 3 <= len(word) <= 30)
    weights = background_idf(words)
    unknown = [word for word, weight in zip(words, weights, strict=True) if weight == _UNKNOWN]
    cuts = [(word, cut) for word in unknown for cut in range(1, len(word))]
    rarer = np.maximum(background_idf([word[:cut] for word, cut in cuts]),
                       background_idf([word[cut:] for word, cut in cuts]))
    best, common = {}, np.log(10) * (1.5 + RARE.value)  # per billion words, where is_rare reads a Zipf frequency
    for (word, cut), weight in zip(cuts, rarer, strict=True):
        if weight <= common and weight < best.get(word, (_UNKNOWN, 0))[0]:
            best[word] = (weight, cut)
    return {word: cut for word, (_, cut) in best.items()}


_UNKNOWN = background_idf([""])[0]


def hash_runs(tokens: Tokens, length: int) -> tuple[np.ndarray, np.ndarray]:
    """Return (keys, places): a 64-bit hash for each run of `length` words inside a sentence, and its first token.

    Hashes depend on the words alone, not on what else is in the table.
    """
    places = np.arange(max(len(tokens.code) - length + 1, 0))
    places = places[tokens.row[places] == tokens.row[places + length - 1]]
    keys = np.zeros(len(places), np.uint64)
    for step in range(length):
        keys = keys * _ODD + tokens.hashes[tokens.code[places + step]]
    return keys, places


def pair_owners(keys: np.ndarray, owners: np.ndarray, cap: int, least: int) -> np.ndarray:
    """Return the pairs of owners that share at least `least` keys, as an array of rows (first, second), first < second.

    A key that more than `cap` owners have is a stock phrase and says nothing.
    """
    count = int(owners.max()) + 1 if len(owners) else 0
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    new = np.ones(len(keys), bool)
    new[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    keys, owners = keys[new], owners[new]
    begins = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.zeros(0, int)
    sizes = np.diff(np.append(begins, len(keys)))
    found = [np.zeros(0, np.int64)]
    for size in range(2, min(cap, sizes.max(initial=0)) + 1):
        group = owners[begins[sizes == size][:, None] + np.arange(size)]
        one, two = np.triu_indices(size, 1)
        found.append((group[:, one] * count + group[:, two]).ravel())
    pairs, shared = np.unique(np.concatenate(found), return_counts=True)
    pairs = pairs[shared >= least]
    return np.stack([pairs // max(count, 1), pairs % max(count, 1)], axis=1)


def match_runs(keys: np.ndarray, places: np.ndarray, owner: np.ndarray, pairs: np.ndarray, cap: int) -> np.ndarray:
    """Return (pair, i, j): for each pair of owners the places i of the first and j of the second with one key."""
    return np.concatenate([np.zeros((3, 0), np.int64), *iterate_runs(keys, places, owner, pairs, cap)], axis=1)


def iterate_runs(keys: np.ndarray, places: np.ndarray, owner: np.ndarray, pairs: np.ndarray,
                 cap: int) -> Iterator[np.ndarray]:
    """Yield match_runs' arrays for some pairs of owners after others, so that never all of them are held.

    `keys` and `places` are from hash_runs, `owner` is whose each place is, `pairs` has a row (first, second) a pair.
    A key that stands more than `cap` times in one of the two is left out, or a text that repeats
    one word would cost its square.
    """
    keys, owner, places = _sort_by_owner(keys, owner, places)
    new = np.ones(len(keys), bool)
    new[1:] = (keys[1:] != keys[:-1]) | (owner[1:] != owner[:-1])
    begins = np.flatnonzero(new)  # a posting is a key of an owner
    sizes, posted, many = np.diff(np.append(begins, len(keys))), keys[begins], len(keys) + 1
    index = np.searchsorted(owner[begins], np.arange(max(pairs.max(initial=0), owner.max(initial=0)) + 2))
    for start in range(0, len(pairs), _CHUNK):
        first, second = pairs[start:start + _CHUNK].T
        pair, left = expand(index[first], index[first + 1])
        other, right = expand(index[second], index[second + 1])
        wanted, held = pair * many + posted[left], np.append(other * many + posted[right], -1)  # ascending
        at = np.searchsorted(held[:-1], wanted)
        both = held[at] == wanted
        pair, left, right = pair[both] + start, left[both], right[at[both]]
        few = (sizes[left] <= cap) & (sizes[right] <= cap)
        pair, left, right = pair[few], left[few], right[few]
        which, i = expand(begins[left], begins[left] + sizes[left])
        at, j = expand(begins[right][which], (begins[right] + sizes[right])[which])
        yield np.stack([pair[which[at]], places[i[at]], places[j]])


def _sort_by_owner(keys, owner, places):
    """Return the three arrays by owner, then by key, with the keys numbered from 0 in ascending order."""
    order = np.argsort(keys, kind="stable")
    keys, new = keys[order], np.zeros(len(keys), bool)
    new[1:] = keys[1:] != keys[:-1]
    keys = np.cumsum(new)
    again = np.argsort(owner[order], kind="stable")
    keys, order = keys[again], order[again]
    return keys, owner[order], places[order]


def expand(lows: np.ndarray, highs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (which, value): for each row every whole number from its low to its high, excluded, and the row."""
    sizes = highs - lows
    which = np.repeat(np.arange(len(sizes)), sizes)
    return which, np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes - lows, sizes)


def cover_runs(tokens: Tokens, pairs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (pair, token): the tokens of the first sentence of each pair (rows) in a run that the second has too."""
    length = int(SHORTEST_RUN.value)
    keys, places = hash_runs(tokens, length)
    pair, i, _ = match_runs(keys, places, tokens.row[places], pairs, int(REPEAT_CAP.value))
    return np.tile(pair, length), np.concatenate([i + step for step in range(length)])
