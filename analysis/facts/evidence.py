"""What beside words speaks for two clauses being one fact, or against it: a shared deed, and names that a text lacks.

"The attorneys general of Ellby and Tarn will not join the suit" and "The suit was brought by the attorneys general of
Norhaven and Kessin" share most of their words, and are two facts: a text that names neither Ellby nor Tarn anywhere
does not tell the first.
"""

import numpy as np
from scipy.sparse import csr_array

from ..english.stems import TELLING
from ..rules import Setting
from .features import Printed, find_clauses

DEED = Setting("deed_share", 0.02, "likeness that a unit of a shared deed's weight adds",
               chosen="a rare act of two rare parties weighs some 9: it alone is nearly an item, and two words are not")
FAINT = Setting("deed_faint", 5.0, "weight of a shared deed that adds nothing",
                chosen="that of one act and one party which every twelfth sentence has")
_NAME = 2.0  # least weight of a name or number


def find_lacking(printed: Printed, spans: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Return an array clauses x articles: the share of a clause's weight in names and numbers that a text lacks.

    `spans` are where the clauses begin and end among the `printed` words.

    A name is a word with a capital that the texts never print without one; numbers that are written in more ways
    (8,400,000) don't count.  Words count by their roots and senses:
    "6" is held where "six" is.
    """
    forms, known, count = printed.forms, printed.known, len(spans[0])
    small = {form for form in forms if form[:1].islower()}
    weights = np.array([one.weight for one in known], float)
    named = np.array([form.isdigit() or (form[:1].isupper() and form.lower() not in small) for form in forms], bool)
    names = np.where(named, np.maximum(weights, _NAME), 0)
    weights = np.where(weights < TELLING.value, np.maximum(weights, names), weights)
    row = find_clauses(printed.start, *spans)
    inside = np.flatnonzero(row >= 0)
    totals = np.bincount(row[inside], weights[printed.form[inside]], count)
    named = inside[names[printed.form[inside]] > 0]
    if not len(named):
        return np.zeros((count, len(printed.first)))
    wanted, column = np.unique(printed.form[named], return_inverse=True)
    number: dict[str, int] = {}
    asked = np.array([(number.setdefault(known[form].root, len(number)),
                       number.setdefault(known[form].sense, len(number))) for form in wanted.tolist()])
    text = np.searchsorted(list(printed.first.values()), printed.start, side="right") - 1
    holds = np.zeros((len(number) + 1, len(printed.first)), bool)  # the last is what nobody asks for
    for keys in ([number.get(one.root, -1) for one in known], [number.get(one.sense, -1) for one in known]):
        holds[np.array(keys)[printed.form], text] = True
    absent = ~holds[asked].any(axis=1)
    lacking = csr_array((names[printed.form[named]], (row[named], column)), shape=(count, len(wanted))) @ absent
    return lacking / np.maximum(totals, 1e-9)[:, None]


def weigh_evidence(likeness: csr_array, deeds: csr_array, lacking: np.ndarray, owners: np.ndarray) -> csr_array:
    """Return the likeness of clauses with what shared deeds add and lacking names take away, at most 1.

    `deeds` are the weights of compare_deeds, `lacking` is that of find_lacking, `owners` the text of each clause.
    """
    told = deeds.tocoo()
    enough = told.data > FAINT.value
    if enough.any():
        added = csr_array((DEED.value * (told.data[enough] - FAINT.value), (told.row[enough], told.col[enough])),
                          likeness.shape)
        likeness = likeness + added + added.T
    near = likeness.tocoo()
    missing = np.maximum(lacking[near.row, owners[near.col]], lacking[near.col, owners[near.row]])
    return csr_array((np.minimum(near.data * (1 - missing), 1), (near.row, near.col)), shape=likeness.shape)
