"""What beside words speaks for two clauses being one fact, or against it: a shared deed, and names that a text lacks.

"The attorneys general of Ellby and Tarn will not join the suit" and "The suit was brought by the attorneys general of
Norhaven and Kessin" share most of their words, and are two facts: a text that names neither Ellby nor Tarn anywhere
does not tell the first.
"""

from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from ..english.classes import root
from ..english.stems import TELLING, name_sense, weigh_word
from ..english.words import find_words, fold
from ..rules import Setting
from ..tables import rows_of

DEED = Setting("deed_share", 0.02, "likeness that a unit of a shared deed's weight adds",
               chosen="a rare act of two rare parties weighs some 9: it alone is nearly an item, and two words are not")
FAINT = Setting("deed_faint", 5.0, "weight of a shared deed that adds nothing",
                chosen="that of one act and one party which every twelfth sentence has")
_NAME = 2.0  # least weight of a name or number


def find_lacking(clauses: pd.DataFrame, articles: pd.DataFrame) -> np.ndarray:
    """Return an array clauses x articles: the share of a clause's weight in names and numbers that a text lacks.

    A name is a word with a capital that the texts never print without one; numbers that are written in more ways
    (8,400,000) don't count.  Words count by their roots and senses:
    "6" is held where "six" is.
    """
    texts = dict(rows_of(articles, "article", "text"))
    spoken = {article: [(text[start:end], start) for start, end in find_words(text)] for article, text in texts.items()}
    small = {form for words in spoken.values() for form, _ in words if form[:1].islower()}
    held = {article: {key for form, _ in words for key in _keys(form)} for article, words in spoken.items()}
    order = {article: number for number, article in enumerate(texts)}
    places = {article: [at for _, at in words] for article, words in spoken.items()}
    lacking = np.zeros((len(clauses), len(order)))
    told = {form: _weigh_form(form, small) for words in spoken.values() for form, _ in words}
    columns, forms, cells, totals = {}, [], [], [0.0] * len(clauses)
    for row, (article, start, end) in enumerate(rows_of(clauses, "article", "start", "end")):
        first, last = (bisect_left(places[article], place) for place in (start, end))
        for form, _ in spoken[article][first:last]:
            weight, named = told[form]
            totals[row] += weight
            if named:
                column = columns.setdefault(form, len(columns))
                forms += [form] if column == len(forms) else []
                cells.append((row, column, named))
    if not cells:
        return lacking
    holders = defaultdict(list)
    for article, keys in held.items():
        for key in keys:
            holders[key].append(order[article])
    absent = np.ones((len(forms), len(order)))
    for column, form in enumerate(forms):
        for key in _keys(form):
            absent[column, holders[key]] = 0
    row_at, column_at, weights = zip(*cells, strict=True)
    lacking = csr_array((weights, (row_at, column_at)), shape=(len(clauses), len(forms))) @ absent
    return lacking / np.maximum(np.array(totals), 1e-9)[:, None]


def _weigh_form(form, small):
    """Return (weight of a word, its weight as a name or number; 0 where it is none); `small` are words without capital.
    """
    weight = weigh_word(_bare(form))
    if not (form.isdigit() or (form[:1].isupper() and form.lower() not in small)):
        return weight, 0.0
    return weight if weight >= TELLING.value else max(weight, _NAME), max(weight, _NAME)


def _bare(form):
    return fold(form).removesuffix("'s")


@lru_cache(maxsize=1 << 16)
def _keys(form):
    word = _bare(form)
    return frozenset([root(word), name_sense(word)])


def weigh_evidence(likeness: csr_array, deeds: dict[tuple[int, int], float], lacking: np.ndarray,
                   clauses: pd.DataFrame, articles: pd.DataFrame) -> csr_array:
    """Return the likeness of clauses with what shared deeds add and lacking names take away, at most 1.

    `deeds` is {pair of clauses: weight} of compare_deeds, `lacking` that of find_lacking.
    """
    pairs = [(*pair, DEED.value * (weight - FAINT.value)) for pair, weight in deeds.items() if weight > FAINT.value]
    if pairs:
        one, other, added = (np.array(part) for part in zip(*pairs, strict=True))
        places = np.concatenate([one, other]), np.concatenate([other, one])
        likeness = likeness + csr_array((np.tile(added, 2), places), likeness.shape)
    near = likeness.tocoo()
    order = {article: number for number, article in enumerate(articles["article"].tolist())}
    owner = np.array([order[article] for article in clauses["article"].tolist()], dtype=int)
    missing = np.maximum(lacking[near.row, owner[near.col]], lacking[near.col, owner[near.row]])
    return csr_array((np.minimum(near.data * (1 - missing), 1), (near.row, near.col)), shape=likeness.shape)
