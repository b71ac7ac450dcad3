"""TF-IDF vectors of an archive's texts, kept on disk: memory holds the weight of each word, not those of each text.

Words weigh (1 + log tf) * background idf * corpus idf: how rare they are in general English, so that a
few articles on one event can be told apart, and in this archive, so that its own commonplaces count
little.  A word of one article alone is left out, and so is whatever is a smaller part of a vector than
`word_share`: at most 1 / word_share ** 2 words remain.
"""

from collections.abc import Callable, Iterable
from tempfile import TemporaryFile
from typing import IO, NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from ..copies.similarity import background_idf, count_matrix, smooth_idf, unit_rows, weigh
from ..rules import Setting

WORD_SHARE = Setting("word_share", 0.05, "part of an article's vector below which a word is left out",
                     measured="keeps about 100 words an article, 400 at most; finds siblings as well as all words do")
_AT_ONCE = 2_000  # texts
_ENTRY = np.dtype([("word", np.int32), ("weight", np.float32)])


class Vectors(NamedTuple):
    """Sparse vectors, a row a text, whose entries lie one after another in a file."""

    file: IO[bytes]
    ends: np.ndarray  # of each row, in entries; a 0 before them
    weights: np.ndarray  # the corpus idf of each word, 0 where one text alone has it

    def read(self, first: int, last: int) -> csr_array:
        """Return the rows from `first` to before `last` as a sparse matrix with rows of unit length."""
        ends = self.ends[first:last + 1]
        self.file.seek(int(ends[0]) * _ENTRY.itemsize)
        entries = np.frombuffer(self.file.read(int(ends[-1] - ends[0]) * _ENTRY.itemsize), _ENTRY)
        words = entries["word"].astype(np.int32)
        parts = entries["weight"] * self.weights[words], words, (ends - ends[0]).astype(np.int32)
        matrix = prune(csr_array(parts, shape=(last - first, len(self.weights))), WORD_SHARE.value)
        return unit_rows(matrix) if matrix.nnz else matrix


def vectorize(articles: pd.DataFrame) -> csr_array:
    """Return the vectors of a DataFrame of articles (text; headline where there is one) as one sparse matrix."""
    texts = join_headlines(articles)
    with TemporaryFile() as file:
        return measure_texts(len(texts), lambda first, last: texts.iloc[first:last], file).read(0, len(texts))


def join_headlines(articles: pd.DataFrame) -> pd.Series:
    """Return headline and text of each article as one text."""
    texts = articles["text"].fillna("")
    return articles["headline"].fillna("") + "\n" + texts if "headline" in articles else texts


def measure_texts(count: int, read: Callable[[int, int], Iterable[str]], file: IO[bytes]) -> Vectors:
    """Return the Vectors of `count` texts in the open `file`; read(first, last) gives some of the texts."""
    weights, numbers, ends = {}, {}, [np.zeros(1, dtype=np.int64)]
    frequency = np.zeros(0, dtype=np.int64)
    for first in range(0, count, _AT_ONCE):
        counts, words = count_matrix(read(first, min(first + _AT_ONCE, count)))
        unseen = [word for word in words if word not in weights]
        weights.update(zip(unseen, background_idf(unseen), strict=True))
        block = weigh(counts, np.array([weights[word] for word in words], dtype=float))
        block = prune(block, WORD_SHARE.value / 2)  # for space: the weights are not final yet
        columns = np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.int32)
        entries = np.empty(block.nnz, _ENTRY)
        entries["word"], entries["weight"] = columns[block.indices], block.data
        file.write(entries.tobytes())
        ends.append(ends[-1][-1] + block.indptr[1:])
        seen = np.bincount(entries["word"], minlength=len(numbers))
        seen[:len(frequency)] += frequency
        frequency = seen
    idf = np.where(frequency > 1, smooth_idf(frequency, count), 0)
    return Vectors(file, np.concatenate(ends), idf.astype(np.float32))


def prune(vectors: csr_array, share: float) -> csr_array:
    """Return a sparse matrix without the entries that are a smaller part than `share` of their row's length."""
    vectors = csr_array(vectors)
    squares = csr_array((vectors.data ** 2, vectors.indices, vectors.indptr), shape=vectors.shape)
    least = share * np.sqrt(squares.sum(axis=1))
    vectors.data[vectors.data < np.repeat(least, np.diff(vectors.indptr))] = 0
    vectors.eliminate_zeros()
    return vectors
