"""Joins stories that only their days keep apart: a day may be wrong, or an old text printed again.

Of each closed story a few telling words are kept.  Stories that share several of them are compared, by a likeness
that falls with the days between them; and equal texts are one story on whatever days.
"""

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array, vstack
from scipy.sparse.csgraph import connected_components

from ..rules import Setting

NEAR = Setting("story_near", 1.1, "times the likeness of two articles of the same days that it counts as",
               measured="on BASIL and 98 other articles 1.0 to 1.2 keep all precision")
FAR = Setting("story_far", 0.6, "times the likeness of two articles of quite other days that it counts as",
              measured="on 98 articles of 20 events .5 loses those with a wrong day, 1 would join weekly reports")
SOON = Setting("story_days", 3, "days between articles that are no distance",
               measured="all of 50 events of BASIL told by three outlets lie within three days")
OPEN = Setting("story_open", 14, "days without an article after which a story is closed; of articles so many days "
               "further apart than story_days half of the distance counts",
               chosen="two weeks: what comes later is on the aftermath, or its day is wrong")
_KEPT, _TELLING, _SHARED = 30, 12, 3  # words kept of a story, those that may bring two together, and how many must
_CAP, _AT_ONCE = 50, 2_000  # stories above which a word brings none together; stories compared at a time


class Closed(NamedTuple):
    """Stories that grow no more, a row each: heaviest words of the mean of their vectors, days, number."""

    mean: csr_array
    oldest: np.ndarray
    newest: np.ndarray
    number: np.ndarray

    @staticmethod
    def join(parts: list["Closed"]) -> "Closed":
        """Return the stories of all `parts` as one."""
        mean, *others = zip(*parts, strict=True)
        return Closed(vstack(mean, format="csr"), *map(np.concatenate, others))


def weigh_days(apart: np.ndarray) -> np.ndarray:
    """Return what the likeness of articles counts for that lie so many days apart, 1 where a day is not known."""
    beyond = np.maximum(np.abs(apart) - SOON.value, 0) / OPEN.value
    return np.nan_to_num(FAR.value + (NEAR.value - FAR.value) / (1 + beyond ** 2), nan=1.0)


def close_stories(total: csr_array, size: np.ndarray, oldest: np.ndarray, newest: np.ndarray, number: np.ndarray
                  ) -> Closed:
    """Return the Closed of stories given by the sums of their members' vectors and their sizes."""
    mean = csr_array(total, dtype=np.float32)
    mean.data = mean.data / np.repeat(size, np.diff(mean.indptr)).astype(np.float32)
    return Closed(_keep_heaviest(mean, _KEPT), oldest, newest, number)


def _keep_heaviest(matrix: csr_array, count: int) -> csr_array:
    """Return a sparse matrix with the `count` largest entries of each row, of equal ones those of smaller columns."""
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    order = np.lexsort((matrix.indices, -matrix.data, row))
    rank = np.arange(len(order)) - np.repeat(matrix.indptr[:-1], np.diff(matrix.indptr))
    kept = np.sort(order[rank < count])
    return csr_array((matrix.data[kept], (row[kept], matrix.indices[kept])), shape=matrix.shape)


def join_distant(stories: Closed, least: float, labels: np.ndarray, keys: np.ndarray) -> np.ndarray:
    """Return `labels`, the story number of each article, with distant stories that are one under the smaller number.

    Each story is joined to the one most like it, where the likeness is at least `least`; `keys` are the same for
    articles with equal texts, and empty for those that have none.
    """
    count = int(labels.max(initial=-1)) + 1
    one, two = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for row, column in _find_likest(stories, least):
        one.append(stories.number[row])
        two.append(stories.number[column])
    _, first, text = np.unique(keys, return_index=True, return_inverse=True)
    told = keys != b""
    one.append(labels[told])
    two.append(labels[first[text]][told])
    pairs = np.concatenate(one), np.concatenate(two)
    group = connected_components(csr_array((np.ones(len(pairs[0])), pairs), shape=(count, count)), directed=False)[1]
    smallest = np.full(count, count)
    np.minimum.at(smallest, group, np.arange(count))
    return smallest[group][labels]


def _find_likest(stories: Closed, least: float):
    """Yield arrays (story, the one most like it) for stories that share telling words and are alike enough."""
    telling = _keep_heaviest(stories.mean, _TELLING)
    telling.data[:] = 1
    often = np.bincount(telling.indices, minlength=telling.shape[1]) > _CAP
    telling.data[often[telling.indices]] = 0
    telling.eliminate_zeros()
    for first in range(0, telling.shape[0], _AT_ONCE):
        shared = (telling[first:first + _AT_ONCE] @ telling.T).tocoo()
        worth = (shared.data >= _SHARED) & (shared.row + first != shared.col)
        row, column = shared.row[worth] + first, shared.col[worth]
        cosine = np.asarray(stories.mean[row].multiply(stories.mean[column]).sum(axis=1)).ravel()
        apart = np.maximum(stories.oldest[row] - stories.newest[column], stories.oldest[column] - stories.newest[row])
        score = np.minimum(cosine, 1) * weigh_days(np.maximum(apart, 0))
        good = score >= least
        row, column, score = row[good], column[good], score[good]
        order = np.lexsort((stories.number[column], -score, row))
        row, best = np.unique(row[order], return_index=True)
        yield row, column[order][best]
