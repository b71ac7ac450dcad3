"""What the words of clauses stand for, and how much they weigh.

Words are compared without their endings, by groups of synonyms (lists/synonyms.csv), with actors under
one name and days under one date.  A word weighs by how rare it is in general English and by how few
clauses of an article hold it: in texts about one event, the event's own words tell nothing apart.
"""

from collections.abc import Iterable
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from ..copies.similarity import background_idf
from ..english.classes import root
from ..english.nouns import singular
from ..english.stems import name_sense, stem, synonym_groups, weigh_word
from ..english.wordlists import groups_of
from ..english.words import Known, bare, word_offsets
from ..rules import Setting
from ..tables import rows_of
from ..text.spans import number_values

NAME = Setting("clause_name", 6.9, "weight of an actor or a day in comparing clauses",
               chosen="that of a word of Zipf frequency 5: names recur in every text of an event")
SYNONYM = Setting("clause_synonym", 0.6, "share of a word's weight that a synonym shares",
                  measured="five articles against one reader's coding: .5 to .7 agree within 2 points")
REACH = Setting("clause_reach", 3, "clauses before and behind one that are read with it, of its sentence",
                chosen="few sentences have more than seven")
CAP = Setting("clause_cap", 2000, "clauses above which a word that they hold tells none of them apart",
              chosen="a cap: reached by function words alone in folders of up to some 100 articles")


class Form(NamedTuple):
    """A spelling: its folded word, how much that tells, its stem, its group of words for one thing ("" without one).

    root and sense are those by which another text may have it.
    """

    word: str
    weight: float
    stem: str
    group: str
    root: str
    sense: str


class Printed(NamedTuple):
    """The words of all texts, end to end, as they are printed.

    first: {article: where its text begins}, as if the texts stood one behind the other; start, end: of each word its
    place there; form: the number of its spelling in `forms`, which has each once, in the order in which they come.
    """

    first: dict[str, int]
    start: np.ndarray
    end: np.ndarray
    form: np.ndarray
    forms: list[str]
    known: list[Form]  # of each of them

    def place(self, rows: Iterable[tuple]) -> tuple[np.ndarray, np.ndarray]:
        """Return where the spans (article, start, end, ...) begin and end."""
        spans = [(self.first[article] + start, self.first[article] + end) for article, start, end, *_ in rows]
        start, end = np.array(spans, np.int64).reshape(-1, 2).T
        return start, end


def read_printed(articles: pd.DataFrame, sentences: pd.DataFrame) -> Printed:
    """Return the words of the articles, all of which stand in sentences."""
    lengths = [len(text) + 1 for text, in rows_of(articles, "text")]
    first = dict(zip(articles["article"].tolist(), [0, *accumulate(lengths)], strict=False))
    rows = [(first[article] + start, text, word_offsets(text))
            for article, start, text in rows_of(sentences, "article", "start", "text")]
    begins, texts, offsets = zip(*rows, strict=True) if rows else ((),) * 3
    forms = [text[low:high] for text, spans in zip(texts, map(iter, offsets), strict=True)
             for low, high in zip(spans, spans, strict=True)]
    places = np.fromiter(chain.from_iterable(offsets), np.int64) + np.repeat(
        np.array(begins, np.int64), list(map(len, offsets)))
    starts, ends = places.reshape(-1, 2).T
    once = list(dict.fromkeys(forms))
    return Printed(first, starts, ends, number_values(forms), once, [_KNOWN[form] for form in once])


def _read_form(form):
    word = bare(form)
    named = stem(word)
    group = synonym_groups().get(named)
    if group is None:
        group = next((f"thing{number}" for number in groups_of("same_things").get(singular(word), ())), None)
    return Form(word, weigh_word(word), named, "" if group is None else f"~{group}", root(word), name_sense(word))


_KNOWN = Known(_read_form, 1 << 16)


def find_clauses(places: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return the clause, by its number, that each place stands in, -1 for none; clauses begin and end as is said."""
    order = np.argsort(start)
    at = np.searchsorted(start[order], places, side="right") - 1
    clause = np.append(order, -1)[at]
    return np.where((at >= 0) & (places < np.append(end, 0)[clause]), clause, -1)


def read_features(printed: Printed, spans: tuple[np.ndarray, np.ndarray], sentences: np.ndarray,
                  mentions: pd.DataFrame, days: pd.DataFrame) -> tuple[csr_array, csr_array, np.ndarray]:
    """Return (own, whole, idf): what the words of each clause, and of it and the clauses around it, stand for.

    `spans` are where the clauses begin and end, `sentences` the number of each one's sentence.
    Around are the `clause_reach` clauses before and behind it in its sentence.  Both are sparse matrices
    clauses x features.  In own a value is the share of its word's weight that the feature stands for: a word
    with synonyms is parted in itself and its group.  idf is the weight of each feature:
    what the least rare of its forms weighs in general English, but no more than `clause_name` for an actor, a
    day or a word that always stands with a capital.
    """
    place, number, names = _join_names(printed, mentions, days)
    row = find_clauses(place, *spans)
    row, number = row[row >= 0], number[row >= 0]
    told, firsts, number = np.unique(number, return_index=True, return_inverse=True)
    columns: dict[str, int] = {}
    cells, words, small = [(0, -1)] * len(told), [""] * len(told), np.zeros(len(told), bool)
    for at, form in sorted(enumerate(told.tolist()), key=lambda row: firsts[row[0]]):
        if form >= len(printed.forms):
            cells[at] = columns.setdefault(names[form - len(printed.forms)], len(columns)), -1
            continue
        known, small[at] = printed.known[form], printed.forms[form][:1].islower()
        words[at] = known.word
        cells[at] = (columns.setdefault(known.stem, len(columns)),
                     columns.setdefault(known.group, len(columns)) if known.group else -1)
    stems, groups = np.array(cells, np.int64).reshape(-1, 2).T
    size, share, parted = max(len(columns), 1), SYNONYM.value, groups >= 0
    idf = np.where(told < len(printed.forms), background_idf(words), NAME.value)
    column, of = np.concatenate([stems, groups[parted]]), np.concatenate([np.arange(len(told)), np.flatnonzero(parted)])
    weights, common = np.full(len(columns), np.inf), np.zeros(len(columns), bool)
    np.minimum.at(weights, column, idf[of])
    common[column[small[of]]] = True
    kinds = stems * 3 + parted, groups * 3 + 2  # a word that stands twice in a clause counts once
    both = np.flatnonzero(parted[number])
    held = np.unique(np.concatenate([row * 3 * size + kinds[0][number], row[both] * 3 * size + kinds[1][number[both]]]))
    row, kind = np.divmod(held, 3 * size)
    value, ends = np.array([1.0, 1 - share, share])[kind % 3], np.searchsorted(row, np.arange(len(sentences) + 1))
    own = csr_array((value, kind // 3, ends), shape=(len(sentences), len(columns)))
    own.sum_duplicates()
    return own, _widen(own, sentences), np.where(common, weights, np.minimum(weights, NAME.value))


def _join_names(printed, mentions, days):
    """Return (places, numbers, names): the words of the texts in order, what is named in two words or more as one.

    A number from that of the forms on is of one of the `names`: @actor, #day.
    """
    named = [(article, start, end, f"@{actor}") for article, start, end, actor
             in rows_of(mentions, "article", "start", "end", "actor")]
    named += [(article, start, end, f"#{day}") for article, start, end, day
              in rows_of(days, "article", "start", "end", "day") if isinstance(day, str)]
    spans, reached = [], 0
    for start, end, name in sorted((printed.first[article] + start, printed.first[article] + end, name)
                                   for article, start, end, name in named):
        if start >= reached:
            spans.append((start, end, name))
            reached = end
    start, end = np.array([span[:2] for span in spans], np.int64).reshape(-1, 2).T
    next_one = np.searchsorted(end, printed.start, side="right")
    free = printed.end <= np.append(start, printed.end.max(initial=0))[next_one]
    names = list(dict.fromkeys([name for *_, name in spans]))
    numbers = number_values([name for *_, name in spans]) + len(printed.forms)
    place = np.concatenate([printed.start[free], start])
    order = np.argsort(place, kind="stable")
    return place[order], np.concatenate([printed.form[free], numbers])[order], names


def _widen(own, sentence):
    """Return what stands in each clause or in those around it, as a sparse matrix of ones."""
    places = np.arange(len(sentence))
    pairs = [(places, places)]
    for step in range(1, int(REACH.value) + 1):
        same = np.flatnonzero(sentence[step:] == sentence[:-step])
        pairs += [(same, same + step), (same + step, same)]
    row, column = (np.concatenate(side) for side in zip(*pairs, strict=True))
    around = csr_array((np.ones(len(row)), (row, column)), shape=(len(places), len(places)))
    return ((around @ (own > 0).astype(float)) > 0).astype(float)


def weigh_features(own: csr_array, idf: np.ndarray, owners: np.ndarray) -> np.ndarray:
    """Return idf / (1 + ln n), n the most clauses of one article that hold the feature.

    `owners` is the number of each clause's article, from 0.  A feature in more than `clause_cap` clauses
    weighs nothing: so the cost stays within bounds.
    """
    if 0 in own.shape:
        return idf
    idf = np.where(np.bincount(own.indices, minlength=own.shape[1]) > CAP.value, 0, idf)
    told, times = np.unique(np.repeat(owners, np.diff(own.indptr)) * own.shape[1] + own.indices, return_counts=True)
    most = np.ones(own.shape[1])
    np.maximum.at(most, told % own.shape[1], times)
    return idf / (1 + np.log(most))
