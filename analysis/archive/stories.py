"""Group an archive into stories: the articles of one event, by TF-IDF within a window of days.

Articles are read in the order of their days, a block at a time.  Each goes to the running story whose
members it is most like on average; those left over are linked with each other by average linkage; and
running stories that have grown alike become one.  A story is kept as the sum of its members' vectors and
closes when no article came for `story_days`, so that the cost grows with the archive and not with its square
(single-pass clustering, as in Allan et al. 1998, "On-line New Event Detection and Tracking").
"""

from tempfile import TemporaryFile
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array, vstack
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform
from sklearn.preprocessing import normalize

from ..thresholds import threshold
from .vectors import join_headlines, measure_texts, prune, vectorize

_BLOCK = 500  # articles grouped at a time
_NEAREST = 5  # neighbours that say how near to everything an article is


class _Running(NamedTuple):
    """The stories that can still grow, a row each."""

    total: csr_array  # sum of the members' vectors
    size: np.ndarray  # number of members
    newest: np.ndarray  # day of the newest member, NaN where no day is known
    number: np.ndarray  # number given at its birth

    def take(self, rows):
        return _Running(self.total[rows], *(part[rows] for part in self[1:]))


def find_stories(articles):
    """Return a table of the columns article and story, in the order of `articles`.

    `articles` needs article and text; headline is read too where there is one.  published (ISO 8601, its
    first ten characters count) keeps apart what lies more than `story_days` apart; an article without a day
    may belong to a story of any day.  Stories are numbered from 1 by their first article.  The order of
    `articles` changes nothing.  Raises ValueError where a column is missing or an article stands twice.
    """
    for column in ("article", "text"):
        if column not in articles:
            raise ValueError(f"the archive has no column {column}")
    names = articles["article"].astype(str).to_numpy(dtype=object)
    twice = pd.Series(names).duplicated()
    if twice.any():
        raise ValueError(f"the article {names[twice][0]} stands twice in the archive")
    texts = join_headlines(articles)
    stories = number_stories(names, read_days(articles), lambda rows: texts.iloc[rows])
    return pd.DataFrame({"article": pd.array(names, dtype="str"), "story": stories})


def number_stories(names, days, read, place=None):
    """Return the story of each article as an array; `read` gives the texts of an array of rows, some at a time.

    For archives whose texts lie on disk; `names` and `days` (see `read_days`) are those of all rows.  The vectors
    lie in the folder `place` meanwhile (default: the system's for temporary files).
    """
    order = np.lexsort((names, days))
    with TemporaryFile(dir=place) as file:
        vectors = measure_texts(len(order), lambda first, last: read(order[first:last]), file)
        labels = _group(vectors, days[order])
    stories = np.empty(len(order), dtype=np.int64)
    stories[order] = pd.factorize(labels)[0] + 1
    return stories


def find_siblings(articles, count=2, text_only=False):
    """Return the `count` articles that are most like each: article, rank (from 1), other, score.

    The score is the cosine, twice, less the mean cosine of either article to its five nearest, so that one
    that is near to everything is not everyone's sibling (CSLS, Conneau et al. 2018).  Unless `text_only`, the
    cosine falls with the square of the days between the two, to a half at `sibling_days`, and articles of the
    own outlet are left out.  Compares every pair: meant for some thousand articles.
    """
    vectors = vectorize(articles)
    names = articles["article"].astype(str).to_numpy(dtype=object)
    cosine = (vectors @ vectors.T).toarray().clip(0, 1)
    if not text_only:
        days = read_days(articles)
        apart = np.nan_to_num(np.abs(days[:, None] - days))
        cosine /= 1 + (apart / threshold("sibling_days")) ** 2
        outlets = pd.factorize(articles["outlet"])[0] if "outlet" in articles else np.arange(len(names))
        cosine[(outlets[:, None] == outlets) & (outlets >= 0)] = 0
    np.fill_diagonal(cosine, 0)
    nearest = np.sort(cosine, axis=1)[:, -_NEAREST:].sum(axis=1) / _NEAREST
    score = 2 * cosine - nearest[:, None] - nearest
    score[cosine == 0] = -np.inf
    best = np.argsort(-score, axis=1, kind="stable")[:, :count]
    article, rank = np.nonzero(np.isfinite(np.take_along_axis(score, best, axis=1)))
    other = best[article, rank]
    return pd.DataFrame({"article": names[article], "rank": rank + 1, "other": names[other],
                         "score": score[article, other]}).astype({"article": "str", "other": "str"})


def read_days(articles):
    """Return the day of publication of each article as a number of days, NaN where it is not known."""
    if "published" not in articles:
        return np.full(len(articles), np.nan)
    days = pd.to_datetime(articles["published"].astype("str").str[:10], format="%Y-%m-%d", errors="coerce")
    return (days - pd.Timestamp(0)).dt.days.to_numpy(dtype=float)


def _group(vectors, days):
    """Return a label for each of the Vectors, the same for those of one story; `days` rise, NaN last."""
    none = np.zeros(0)
    running = _Running(csr_array((0, len(vectors.weights)), dtype=np.float32), none.astype(int), none, none.astype(int))
    labels, parents, closed = np.empty(len(days), dtype=np.int64), [], []
    for first, last in _blocks(days):
        rows, when = vectors.read(first, last), days[first:last]
        if np.isfinite(when[0]):
            open_still = running.newest >= when[0] - threshold("story_days")
            if np.isnan(days[-1]):  # articles without a day may yet belong to them
                closed.append(running.take(np.flatnonzero(~open_still)))
            running = running.take(np.flatnonzero(open_still))
        elif closed:
            running, closed = _join([*closed, running]), []
        story = _assign(rows, when, running)
        rest = np.flatnonzero(story < 0)
        story[rest] = len(running.size) + _link(rows[rest])
        running = _grow(running, rows, when, story, len(parents))
        parents += range(len(parents), running.number[-1] + 1)
        labels[first:last] = running.number[story]
        running = _merge(running, np.unique(story), parents)
    for number, parent in enumerate(parents):  # a parent has the smaller number, so its own is settled
        parents[number] = parents[parent]
    return np.array(parents, dtype=np.int64)[labels]


def _blocks(days):
    """Return (first, last) of the blocks: within `story_days`, or without a day, and not too many articles."""
    blocks, first = [], 0
    while first < len(days):
        last = min(first + _BLOCK, len(days))
        if np.isfinite(days[first]):
            last = min(last, int(np.searchsorted(days, days[first] + threshold("story_days"), side="right")))
        blocks.append((first, last))
        first = last
    return blocks


def _far(days, others):
    return np.abs(days - others) > threshold("story_days")  # not where one of them is NaN


def _assign(rows, days, running):
    """Return the row of `running` that each of `rows` belongs to, -1 where its mean cosine is too low for any."""
    found = (rows @ running.total.T).tocoo()
    score = found.data / running.size[found.col]
    good = (score >= threshold("story_cosine")) & ~_far(days[found.row], running.newest[found.col])
    row, column, score = found.row[good], found.col[good], score[good]
    order = np.lexsort((running.number[column], -score, row))
    row, best = np.unique(row[order], return_index=True)
    story = np.full(len(days), -1, dtype=np.int64)
    story[row] = column[order][best]
    return story


def _link(rows):
    """Return the numbers from 0 of the groups that average linkage makes of `rows`, in the order of their first."""
    if rows.shape[0] < 2:
        return np.zeros(rows.shape[0], dtype=np.int64)
    distance = 1 - (rows @ rows.T).toarray().astype(float).clip(0, 1)  # equal texts may come out at 1.0000001
    tree = linkage(squareform(distance, checks=False), "average")
    return pd.factorize(fcluster(tree, 1 - threshold("story_cosine"), "distance"))[0]


def _grow(running, rows, days, story, born):
    """Return `running` with `rows` added to the stories of those numbers; new ones are numbered from `born`."""
    count = max(len(running.size), int(story.max()) + 1)
    fresh = count - len(running.size)
    newest = np.append(running.newest, np.full(fresh, np.nan))
    np.fmax.at(newest, story, days)
    total = running.total.copy()
    total.resize(count, rows.shape[1])
    total = total + _gather(story, count) @ rows
    size = np.append(running.size, np.zeros(fresh, dtype=int)) + np.bincount(story, minlength=count)
    number = np.append(running.number, np.arange(born, born + fresh))
    return _Running(prune(total, threshold("word_share")), size, newest, number)


def _gather(groups, count):
    """Return the sparse matrix that sums the rows of each group."""
    ones = np.ones(len(groups), dtype=np.float32)
    return csr_array((ones, (groups, np.arange(len(groups)))), shape=(count, len(groups)))


def _merge(running, changed, parents):
    """Return `running` with stories made one that have grown alike; `parents` learns which number they go under."""
    if not running.total.nnz:
        return running
    unit = normalize(running.total)
    found = (unit[changed] @ unit.T).tocoo()
    row, column = changed[found.row], found.col
    alike = (found.data >= threshold("story_merge")) & (row != column)
    alike &= ~_far(running.newest[row], running.newest[column])
    if not alike.any():
        return running
    count = len(running.size)
    links = csr_array((np.ones(alike.sum()), (row[alike], column[alike])), shape=(count, count))
    groups, group = connected_components(links, directed=False)
    number = np.full(groups, len(parents))
    np.minimum.at(number, group, running.number)
    for old, new in zip(running.number.tolist(), number[group].tolist(), strict=True):
        parents[old] = new
    newest = np.full(groups, np.nan)
    np.fmax.at(newest, group, running.newest)
    size = np.bincount(group, weights=running.size).astype(int)
    return _Running(csr_array(_gather(group, groups) @ running.total), size, newest, number)


def _join(parts):
    total, *others = zip(*parts, strict=True)
    return _Running(vstack(total, format="csr"), *map(np.concatenate, others))
