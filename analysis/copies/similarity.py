"""TF-IDF similarity of articles, with a word's weight learned from general English or from the folder.

With idf learned from a handful of texts about one event, the words that they share count for
nothing; weights from general English (wordfreq's frozen frequencies) don't know the event.  Both
variants are sublinear in the count, (1 + log tf) * idf, over folded words, unit length.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from ..english.frequency import zipf
from ..english.words import fold_piece, folded_words
from ..rules import Setting
from ..tables import conform, pick_articles, rows_of

IDF_CAP = Setting("idf_cap", 2.0,
                  "Zipf frequency below which words weigh alike",
                  chosen="one occurrence in ten million words: about where wordfreq's English list thins out to names")


def background_idf(words: Iterable[str]) -> np.ndarray:
    """Return the weight of each folded word as an array: ln(10) * (8 - Zipf frequency), capped.

    The Zipf frequency is log10 of occurrences per billion words (van Heuven et al. 2014), so that
    a word as frequent as "the" weighs next to nothing.  Unseen words, mostly names, are
    capped at the threshold `idf_cap`, or a single misspelling would outweigh the story.
    """
    cap = IDF_CAP.value
    common = np.array(list(map(zipf, words)), dtype=float)
    return np.log(10) * np.clip(8 - np.maximum(common, cap), 0, 8 - cap)


def corpus_idf(counts: csr_array) -> np.ndarray:
    """Return the smoothed idf of each word of a sparse document-word matrix."""
    return smooth_idf(np.bincount(counts.indices, minlength=counts.shape[1]), counts.shape[0])


def smooth_idf(frequency: np.ndarray, count: int) -> np.ndarray:
    """Return scikit-learn's smoothed idf, ln((1 + n) / (1 + df)) + 1, of words in `frequency` of `count` documents."""
    return np.log((1 + count) / (1 + frequency)) + 1


def count_matrix(texts: Iterable[str]) -> tuple[csr_array, np.ndarray]:
    """Return (counts, words): a sparse matrix texts x words, and the folded words in sorted order."""
    numbers = defaultdict()
    numbers.default_factory = numbers.__len__
    pieces, ends = array("i"), array("q", [0])
    for text in texts:
        pieces.extend(map(numbers.__getitem__, text.split()))  # white space always parts words
        ends.append(len(pieces))
    numbers.default_factory = None  # it leads back to its owner, a circle
    folded = list(map(fold_piece, numbers))  # each piece once: mostly one word, at times none or several
    words = sorted(set(chain.from_iterable(folded)))
    place = {word: at for at, word in enumerate(words)}
    held = np.fromiter(map(len, folded), np.int64, len(folded))
    places, first = np.fromiter(map(place.__getitem__, chain.from_iterable(folded)), np.int64), np.cumsum(held) - held
    each = held[pieces]
    before = np.append(0, np.cumsum(each))
    columns = places[np.repeat(first[pieces] - before[:-1], each) + np.arange(before[-1])]
    parts = np.ones(len(columns), np.int64), columns, before[ends]
    matrix = csr_array(parts, shape=(len(ends) - 1, len(words)))
    matrix.sum_duplicates()
    return matrix, np.array(words, dtype=object)


def weigh(counts: csr_array, idf: np.ndarray) -> csr_array:
    """Return the sparse matrix of (1 + log tf) * idf, each row of unit length (or zero, where no word weighs)."""
    weights = counts.astype(float)
    weights.data = (1 + np.log(weights.data)) * idf[weights.indices]
    weights.data /= _lengths(weights)
    return weights


def unit_rows(weights: csr_array) -> csr_array:
    """Return a sparse matrix with rows of unit length; a row of zeros stays (others take 0.1 to 1.4 s to import)."""
    return csr_array((weights.data / _lengths(weights), weights.indices, weights.indptr), shape=weights.shape)


def _lengths(weights):
    """Return for each number that a sparse matrix holds the length of its row, 1 of a row of zeros."""
    sizes = np.diff(weights.indptr)
    held = np.flatnonzero(sizes)
    lengths = np.sqrt(np.add.reduceat(weights.data ** 2, weights.indptr[held])) if len(held) else np.zeros(0)
    return np.repeat(np.where(lengths > 0, lengths, 1), sizes[held])


def number_chains(size: int, pairs: Iterable[tuple[int, int]]) -> np.ndarray:
    """Return the number of the chain that each of `size` things is in, from 0 by their first; `pairs` are in one.

    What scipy.sparse.csgraph.connected_components returns, which takes a sixth of a second to import.
    """
    first = list(range(size))

    def head(thing: int) -> int:
        while first[thing] != thing:
            first[thing] = first[first[thing]]
            thing = first[thing]
        return thing

    for one, other in pairs:
        one, other = head(one), head(other)
        first[max(one, other)] = min(one, other)
    return np.unique([head(thing) for thing in range(size)], return_inverse=True)[1]


def weigh_articles(articles: pd.DataFrame) -> tuple[csr_array, csr_array]:
    """Return (counts, weights) of the folded words of the articles, sparse; weights by the idf of general English."""
    counts, words = count_matrix(articles["text"])
    return counts, weigh(counts, background_idf(words))


def compare_articles(articles: pd.DataFrame, weighed: tuple[csr_array, csr_array] | None = None) -> pd.DataFrame:
    """Return the table `similarity`: the cosine of every ordered pair of articles, by both idf variants.

    `weighed` is weigh_articles', made anew where it is None.
    """
    counts, background = weighed or weigh_articles(articles)
    first, second = np.nonzero(~np.eye(len(articles), dtype=bool))
    cosines = []
    for weights in (background, weigh(counts, corpus_idf(counts))):
        cosines.append((weights @ weights.T).toarray()[first, second].clip(0, 1))
    variants = pd.Categorical.from_codes(np.repeat([0, 1], len(first)), ["background", "corpus"])
    return conform("similarity", {"article": pick_articles(articles, np.tile(first, 2)),
                                  "other": pick_articles(articles, np.tile(second, 2)),
                                  "cosine": np.concatenate(cosines), "idf": variants}, articles)


def check_similarity(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the largest difference between the variant `corpus` and scikit-learn's vectoriser on the same words."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # here: over a second that nothing else waits for
    if not any(folded_words(text) for text in articles["text"].tolist()):
        return 0.0
    vectors = TfidfVectorizer(analyzer=folded_words, sublinear_tf=True).fit_transform(articles["text"])
    counts, _ = count_matrix(articles["text"])
    weights = weigh(counts, corpus_idf(counts))
    return float(abs((vectors @ vectors.T) - (weights @ weights.T)).max())


def explain_pair(articles: pd.DataFrame, pair: Sequence[str], idf: str = "background") -> pd.DataFrame:
    """Return the words that make the two articles of `pair` alike, largest first; none where `pair` is None.

    Columns: word (folded), count and other_count, weight and other_weight (of the unit vectors),
    product; the products add up to the cosine of the pair.  Raises KeyError for an unknown article.
    """
    names, pair = articles["article"].tolist(), pair or ()
    for name in pair:
        if name not in names:
            raise KeyError(f"no article {name}: there are {', '.join(names)}")
    counts, words = count_matrix(articles["text"])
    weights = weigh(counts, background_idf(words) if idf == "background" else corpus_idf(counts))
    rows = [names.index(name) for name in pair]
    tf, w = (matrix[rows].toarray() if pair else np.zeros((2, len(words))) for matrix in (counts, weights))
    table = pd.DataFrame({"word": words, "count": tf[0], "other_count": tf[1], "weight": w[0], "other_weight": w[1],
                          "product": w[0] * w[1]})
    table = table[table["product"] > 0].sort_values(["product", "word"], ascending=[False, True])
    return table.reset_index(drop=True)


def find_likest_pair(similarity: pd.DataFrame, families: pd.DataFrame) -> tuple[str, str] | None:
    """Return (article, other) of different families, or else of any, that are most alike; None without a pair."""
    pairs = similarity[similarity["idf"] == "background"].astype({"article": str, "other": str})
    family = dict(rows_of(families, "article", "family"))
    apart = pairs[pairs["article"].map(family) != pairs["other"].map(family)]
    pairs = (apart if len(apart) else pairs).sort_values(["cosine", "article", "other"], ascending=[False, True, True])
    return tuple(pairs[["article", "other"]].iloc[0]) if len(pairs) else None
