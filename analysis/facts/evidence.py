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
from ..english.words import bare, find_words
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
    spoken, numbers = {}, defaultdict(lambda: len(numbers))  # numbers: of each word as it is written
    for article, text in rows_of(articles, "article", "text"):
        words = find_words(text)
        spoken[article] = [start for start, _ in words], [numbers[text[start:end]] for start, end in words]
    forms = list(numbers)
    small = {form for form in forms if form[:1].islower()}
    weights, names = (np.array(part) for part in zip(*[_weigh_form(form, small) for form in forms] or [(0, 0)],
                                                     strict=True))
    rows, told = [], []
    for article, start, end in rows_of(clauses, "article", "start", "end"):
        starts, mine = spoken[article]
        mine = mine[bisect_left(starts, start):bisect_left(starts, end)]
        told += mine
        rows.append(len(mine))
    row, held = np.repeat(np.arange(len(rows)), rows), np.array(told, np.int64)
    totals = np.bincount(row, weights[held], len(rows))
    named = names[held] > 0
    row, held = row[named], held[named]
    if not len(held):
        return np.zeros((len(rows), len(spoken)))
    wanted, column = np.unique(held, return_inverse=True)
    holders = defaultdict(set)
    for text, (_, mine) in enumerate(spoken.values()):
        for key in set().union(*[_keys(forms[number]) for number in set(mine)]):
            holders[key].add(text)
    absent = np.ones((len(wanted), len(spoken)))
    for place, number in enumerate(wanted.tolist()):
        absent[place, list(set().union(*[holders[key] for key in _keys(forms[number])]))] = 0
    lacking = csr_array((names[held], (row, column)), shape=(len(rows), len(wanted))) @ absent
    return lacking / np.maximum(totals, 1e-9)[:, None]


def _weigh_form(form, small):
    """Return (weight of a word, its weight as a name or number; 0 where it is none); `small` are words without capital.
    """
    weight = weigh_word(bare(form))
    if not (form.isdigit() or (form[:1].isupper() and form.lower() not in small)):
        return weight, 0.0
    return weight if weight >= TELLING.value else max(weight, _NAME), max(weight, _NAME)


@lru_cache(maxsize=1 << 16)
def _keys(form):
    word = bare(form)
    return frozenset([root(word), name_sense(word)])


def weigh_evidence(likeness: csr_array, deeds: csr_array, lacking: np.ndarray,
                   clauses: pd.DataFrame, articles: pd.DataFrame) -> csr_array:
    """Return the likeness of clauses with what shared deeds add and lacking names take away, at most 1.

    `deeds` are the weights of compare_deeds, `lacking` is that of find_lacking.
    """
    told = deeds.tocoo()
    enough = told.data > FAINT.value
    if enough.any():
        added = csr_array((DEED.value * (told.data[enough] - FAINT.value), (told.row[enough], told.col[enough])),
                          likeness.shape)
        likeness = likeness + added + added.T
    near = likeness.tocoo()
    order = {article: number for number, article in enumerate(articles["article"].tolist())}
    owner = np.array([order[article] for article in clauses["article"].tolist()], dtype=int)
    missing = np.maximum(lacking[near.row, owner[near.col]], lacking[near.col, owner[near.row]])
    return csr_array((np.minimum(near.data * (1 - missing), 1), (near.row, near.col)), shape=likeness.shape)
