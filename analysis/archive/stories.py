"""Groups an archive into stories: the articles of one event, by their words, which weigh more the nearer their days.

Articles are read in the order of their days, a block at a time.  Each goes to the open story whose members it is
most like on average; those left over are linked with each other by average linkage; and open stories that have
grown alike become one.  A story is kept as the sum of its members' vectors and closes `story_open` days after its
last article, so that the cost grows with the archive and not with its square (single-pass clustering, as in Allan
et al. 1998, "On-line New Event Detection and Tracking").  What a wrong day has kept apart is joined at the end
(see `distant`).
"""

from collections.abc import Callable, Sequence
from functools import partial
from hashlib import blake2b
from tempfile import TemporaryFile
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_array, vstack
from scipy.sparse.csgraph import connected_components

from ..copies.similarity import unit_rows
from ..reading.clean.cleaning import clean
from ..rules import Setting
from .distant import OPEN, Closed, close_stories, join_distant, weigh_days
from .vectors import WORD_SHARE, Vectors, measure_texts, prune, vectorize

COSINE = Setting("story_cosine", 0.2, "mean cosine to a story's members from which an article without a day is of it",
                 measured="on BASIL and 98 other articles .18 to .22 agree within 2 points of B-cubed F")
MERGE = Setting("story_merge", 0.5, "cosine of the sums of two open stories from which they are one",
                measured="two halves of a story of 3 articles each with that mean cosine have 0.46, of 10 each 0.74")
SHORT = Setting("story_words", 80, "telling words below which an article's likeness is raised, as it can share but few",
                measured="B-cubed F of 98 articles .95 at 0, .97 from 80 to 100; BASIL's are nearly all longer")
STRAY = Setting("story_stray", 0.14, "mean cosine to a story's three nearest from which a left-over may be of it",
                measured="with story_margin 2 finds half of what the mean to all members misses, on 98 articles")
MARGIN = Setting("story_margin", 2, "times the next story's that this must be",
                 measured="2 to 2.5 agree within 2 points where half of the events have one article")
SIBLING_DAYS = Setting("sibling_days", 7, "days between two articles that halve their likeness as siblings",
                       measured="a week: finds the same siblings in 50 events as 5 or 14 days do")
_LIFT, _SHORTEST = 0.4, 0.4  # power of the share of SHORT that an article has, and the least share that counts
_BLOCK, _SPAN = 500, 3  # articles and days that are grouped at a time
_FEW = 3  # members of a story that speak for it
_NEAREST = 5  # neighbours that say how near to everything an article is
_FURNITURE = ("notice", "link", "repeat", "byline", "dateline")  # kinds of lines (see the table lines)
_STUB = 120  # words up to which a text may be nothing but the furniture of its page

Read = Callable[[np.ndarray], Sequence[tuple[str, str]]]  # (headline, text) of the articles at these rows


class _Running(NamedTuple):
    """The stories that can still grow, a row each."""

    total: csr_array  # sum of the members' vectors
    size: np.ndarray  # number of members
    oldest: np.ndarray  # day of the oldest member, NaN where no day is known
    newest: np.ndarray  # and of the newest
    number: np.ndarray  # number given at its birth

    def take(self, rows: np.ndarray) -> "_Running":
        return _Running(self.total[rows], *(part[rows] for part in self[1:]))


def find_stories(articles: pd.DataFrame) -> pd.DataFrame:
    """Return a table of the columns article and story, in the order of `articles`.

    `articles` needs article and text; headline is read too where there is one.  published (ISO 8601, its
    first ten characters count) makes near articles more alike and far ones less; equal texts are one story on
    whatever days, and a text that is only furniture of its page belongs to none but its own.  Stories are
    numbered from 1 by their first article.  The order of `articles` changes nothing.  Raises ValueError where a
    column is missing or an article stands twice.
    """
    for column in ("article", "text"):
        if column not in articles:
            raise ValueError(f"the archive has no column {column}")
    names = articles["article"].astype(str).to_numpy(dtype=object)
    twice = pd.Series(names).duplicated()
    if twice.any():
        raise ValueError(f"the article {names[twice][0]} stands twice in the archive")
    texts = articles["text"].fillna("").tolist()
    headlines = articles["headline"].fillna("").tolist() if "headline" in articles else [""] * len(texts)
    stories = number_stories(names, read_days(articles), lambda rows: [(headlines[row], texts[row]) for row in rows])
    return pd.DataFrame({"article": pd.array(names, dtype="str"), "story": stories})


def number_stories(names: np.ndarray, days: np.ndarray, read: Read, place: Any = None) -> np.ndarray:
    """Return the story of each article as an array; `read` gives headlines and texts of an array of rows.

    For archives whose texts lie on disk; `names` and `days` (see `read_days`) are those of all rows.  The vectors
    lie in the folder `place` meanwhile (default: the system's for temporary files).
    """
    order = np.lexsort((names, days))
    keys = np.zeros(len(order), dtype="S8")
    with TemporaryFile(dir=place) as file:
        vectors = measure_texts(len(order), partial(_read_telling, read, order, keys), file)
        labels = _group(vectors, days[order], keys)
    stories = np.empty(len(order), dtype=np.int64)
    stories[order] = pd.factorize(labels)[0] + 1
    return stories


def _read_telling(read: Read, order: np.ndarray, keys: np.ndarray, first: int, last: int) -> list[str]:
    """Return what is compared of the articles from `first` to before `last`; `keys` learns which texts are equal."""
    texts = []
    for place, (headline, text) in enumerate(read(order[first:last]), first):
        pieces = text.split()
        if not pieces or _is_furniture(text, len(pieces)):
            texts.append("")
        else:
            keys[place] = blake2b(" ".join(pieces).casefold().encode("utf-8", "replace"), digest_size=8).digest()
            texts.append(f"{headline}\n{text}")
    return texts


def _is_furniture(text: str, words: int) -> bool:
    """Tell whether a page gave only its own words: "Subscribe to go on reading." is no story of all its pages."""
    return words <= _STUB and len(text) <= 20 * _STUB and all(piece.kind in _FURNITURE for piece in clean(text))


def find_siblings(articles: pd.DataFrame, count: int = 2, text_only: bool = False) -> pd.DataFrame:
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
        cosine /= 1 + (apart / SIBLING_DAYS.value) ** 2
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


def read_days(articles: pd.DataFrame) -> np.ndarray:
    """Return the day of publication of each article as a number of days, NaN where it is not known."""
    if "published" not in articles:
        return np.full(len(articles), np.nan)
    days = pd.to_datetime(articles["published"].astype("str").str[:10], format="%Y-%m-%d", errors="coerce")
    return (days - pd.Timestamp(0)).dt.days.to_numpy(dtype=float)


def _group(vectors: Vectors, days: np.ndarray, keys: np.ndarray) -> np.ndarray:
    """Return a label for each of the Vectors, the same for those of one story; `days` rise, NaN last."""
    none = np.zeros(0)
    running = _Running(csr_array((0, len(vectors.weights)), dtype=np.float32), none.astype(int), none, none,
                       none.astype(int))
    labels, parents, closed, far = np.empty(len(days), dtype=np.int64), [], [], []
    for first, last in _blocks(days):
        rows, when = _lift(vectors.read(first, last)), days[first:last]
        if np.isfinite(when[0]):
            open_still = running.newest >= when[0] - OPEN.value
            ended = running.take(np.flatnonzero(~open_still))
            far.append(close_stories(*ended))
            if np.isnan(days[-1]):  # articles without a day may yet belong to them
                closed.append(ended)
            running = running.take(np.flatnonzero(open_still))
        elif closed:
            running, closed, far = _join([*closed, running]), [], []
        story = _assign(rows, when, running)
        rest = np.flatnonzero(story < 0)
        story[rest] = len(running.size) + _link(rows[rest], np.isfinite(when[0]))
        _adopt(rows, rest, story)
        fresh = story >= len(running.size)
        story[fresh] = len(running.size) + pd.factorize(story[fresh])[0]
        running = _grow(running, rows, when, story, len(parents))
        parents += range(len(parents), running.number[-1] + 1)
        labels[first:last] = running.number[story]
        running = _merge(running, np.unique(story), parents)
    for number, parent in enumerate(parents):  # a parent has the smaller number, so its own is settled
        parents[number] = parents[parent]
    labels = np.array(parents, dtype=np.int64)[labels]
    return join_distant(Closed.join([*far, close_stories(*running)]), COSINE.value, labels, keys)


def _lift(rows: csr_array) -> csr_array:
    """Return `rows` with longer vectors for articles of few words, so that what these share counts for more."""
    words = np.maximum(np.diff(rows.indptr), 1)
    lift = np.clip(words / SHORT.value, _SHORTEST, 1) ** -_LIFT
    return csr_array((rows.data * np.repeat(lift, np.diff(rows.indptr)).astype(np.float32), rows.indices, rows.indptr),
                     shape=rows.shape)


def _blocks(days: np.ndarray) -> list[tuple[int, int]]:
    """Return (first, last) of the blocks: of few days, or without a day, and not too many articles."""
    blocks, first = [], 0
    while first < len(days):
        last = min(first + _BLOCK, len(days))
        if np.isfinite(days[first]):
            last = min(last, int(np.searchsorted(days, days[first] + _SPAN, side="right")))
        blocks.append((first, last))
        first = last
    return blocks


def _assign(rows: csr_array, days: np.ndarray, running: _Running) -> np.ndarray:
    """Return the row of `running` that each of `rows` belongs to, -1 where its mean cosine is too low for any."""
    found = (rows @ running.total.T).tocoo()
    score = np.minimum(found.data / running.size[found.col], 1)
    score = score * weigh_days(days[found.row] - running.newest[found.col])
    good = score >= COSINE.value
    row, column, score = found.row[good], found.col[good], score[good]
    order = np.lexsort((running.number[column], -score, row))
    row, best = np.unique(row[order], return_index=True)
    story = np.full(len(days), -1, dtype=np.int64)
    story[row] = column[order][best]
    return story


def _link(rows: csr_array, dated: bool) -> np.ndarray:
    """Return the numbers from 0 of the groups that average linkage makes of `rows`, in the order of their first."""
    if rows.shape[0] < 2:
        return np.zeros(rows.shape[0], dtype=np.int64)
    from scipy.cluster.hierarchy import fcluster, linkage  # here: 15 MB that those who read stories need not hold
    from scipy.spatial.distance import squareform
    distance = 1 - (rows @ rows.T).toarray().astype(float).clip(0, 1)  # equal texts may come out at 1.0000001
    tree = linkage(squareform(distance, checks=False), "average")
    least = COSINE.value / weigh_days(np.zeros(1))[0] if dated else COSINE.value
    return pd.factorize(fcluster(tree, 1 - least, "distance"))[0]


def _adopt(rows: csr_array, rest: np.ndarray, story: np.ndarray) -> None:
    """Give those of `rest` that are alone in `story` the one that they are clearly nearest to, if any.

    An article on one side of an event, or of three lines, is like some of its members and little like most.
    """
    size = np.bincount(story)
    alone = rest[size[story[rest]] == 1]
    several = np.flatnonzero(size > 1)
    if not len(alone) or len(several) < 2:
        return
    cosine = (rows[alone] @ rows.T).toarray().astype(float).clip(0, 1)
    nearest = np.zeros((len(alone), len(several)))
    for place, number in enumerate(several):
        members = np.sort(cosine[:, story == number], axis=1)[:, ::-1]
        nearest[:, place] = members[:, :_FEW].mean(axis=1)
    best, second = np.argmax(nearest, axis=1), np.sort(nearest, axis=1)[:, -2]
    score = nearest[np.arange(len(alone)), best]
    clear = (score >= STRAY.value) & (score >= MARGIN.value * second)
    story[alone[clear]] = several[best[clear]]


def _grow(running: _Running, rows: csr_array, days: np.ndarray, story: np.ndarray, born: int) -> _Running:
    """Return `running` with `rows` added to the stories of those numbers; new ones are numbered from `born`."""
    count = max(len(running.size), int(story.max()) + 1)
    fresh = count - len(running.size)
    oldest, newest = (np.append(part, np.full(fresh, np.nan)) for part in (running.oldest, running.newest))
    np.fmin.at(oldest, story, days)
    np.fmax.at(newest, story, days)
    total = running.total.copy()
    total.resize(count, rows.shape[1])
    total = total + _gather(story, count) @ rows
    size = np.append(running.size, np.zeros(fresh, dtype=int)) + np.bincount(story, minlength=count)
    number = np.append(running.number, np.arange(born, born + fresh))
    return _Running(prune(total, WORD_SHARE.value), size, oldest, newest, number)


def _gather(groups: np.ndarray, count: int) -> csr_array:
    """Return the sparse matrix that sums the rows of each group."""
    ones = np.ones(len(groups), dtype=np.float32)
    return csr_array((ones, (groups, np.arange(len(groups)))), shape=(count, len(groups)))


def _merge(running: _Running, changed: np.ndarray, parents: list[int]) -> _Running:
    """Return `running` with stories made one that have grown alike; `parents` learns which number they go under."""
    if not running.total.nnz:
        return running
    unit = unit_rows(running.total)
    found = (unit[changed] @ unit.T).tocoo()
    row, column = changed[found.row], found.col
    apart = running.oldest[row] - running.newest[column], running.oldest[column] - running.newest[row]
    alike = (np.minimum(found.data, 1) * np.minimum(weigh_days(np.maximum(*apart)), 1) >= MERGE.value) & (row != column)
    if not alike.any():
        return running
    count = len(running.size)
    links = csr_array((np.ones(alike.sum()), (row[alike], column[alike])), shape=(count, count))
    groups, group = connected_components(links, directed=False)
    number = np.full(groups, len(parents))
    np.minimum.at(number, group, running.number)
    for old, new in zip(running.number.tolist(), number[group].tolist(), strict=True):
        parents[old] = new
    oldest, newest = np.full(groups, np.nan), np.full(groups, np.nan)
    np.fmin.at(oldest, group, running.oldest)
    np.fmax.at(newest, group, running.newest)
    size = np.bincount(group, weights=running.size).astype(int)
    return _Running(csr_array(_gather(group, groups) @ running.total), size, oldest, newest, number)


def _join(parts: list[_Running]) -> _Running:
    total, *others = zip(*parts, strict=True)
    return _Running(vstack(total, format="csr"), *map(np.concatenate, others))
