"""A text of another event in the folder: it shares neither names nor words that tell with the others."""

from collections import defaultdict
from collections.abc import Collection
from itertools import chain

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from ..english.calendar import DAY_NAMES
from ..english.stems import NAMELIKE, weigh_word
from ..english.words import find_capitals
from ..rules import Setting, keep_texts
from ..tables import rows_of

KIN = Setting(
    "kin",
    0.25,
    "share of names, or likeness of words beside a shared name, from which a text belongs to an event",
    measured="60 texts of 20 events, strangers put to each: .29 and more in one event, .24 and less in two",
)

SHARED = Setting(
    "kin_names",
    4,
    "rare names (a weight of 3: Bellamy, Tarkwell) shared with one other text, from which a text belongs to an event",
    measured="7,350 texts put to 50 other events: two share four, both in a quarter of their names as well",
)
_RARE = 3  # weight of such a name


def find_strangers(articles: pd.DataFrame, weights: csr_array | None = None) -> list[str]:
    """Return the keys of the articles that tell of another event than the rest, in order; none among fewer than three.

    `weights` are those of their words (copies.similarity.weigh_articles); without them names alone decide.
    """
    rare = NAMELIKE.value
    names = {key: _read_names(text, rare) for key, text in rows_of(articles, "article", "text")}
    if len(names) < 3:
        return []
    keys, shares = list(names), _best_shares(list(names.values()))
    kin = sum(share >= KIN.value for share in shares)
    if kin < 2 or 2 * kin < len(keys):
        return []
    lone = [at for at, key in enumerate(keys) if names[key] and shares[at] < KIN.value]
    if weights is None or not lone:
        return [keys[at] for at in lone]
    alike = (weights[lone] @ weights.T).toarray()
    alike[np.arange(len(lone)), lone] = 0  # itself
    # without a name in common more words must be: one remark, signed by another speaker
    return [keys[at] for at, most in zip(lone, alike.max(axis=1).tolist(), strict=True)
            if most < KIN.value * (1 if shares[at] else 1.5)]


def leave_coded(strangers: Collection[str], hand: pd.DataFrame) -> frozenset[str]:
    """Return the strangers but those of which a reader says that they report what a text of the event reports.

    `hand` is a reader's items.csv as placed, see hand.place_hand.
    """
    tellers = defaultdict(set)
    for item, article, state in rows_of(hand, "item", "article", "state"):
        if state == "reported" and isinstance(article, str):
            tellers[item].add(article)
    return frozenset(strangers).difference(*(told for told in tellers.values() if not told <= set(strangers)))


def _best_shares(names):
    """Return for each text's {name: weight} the largest share, by weight, that one other has too; 1 where it is enough.

    A text without names has enough.
    """
    homes = defaultdict(list)
    for place, words in enumerate(names):
        for word in words:
            homes[word].append(place)
    shares = []
    for place, words in enumerate(names):
        each = [homes[word] for word in words]
        weights = np.repeat(list(words.values()), list(map(len, each)))
        others = np.fromiter(chain.from_iterable(each), np.intp, len(weights))
        found, rare = np.bincount(others, weights, len(names)), np.bincount(others[weights >= _RARE], None, len(names))
        total, found[place], rare[place] = found[place], 0, 0
        most = found.max()
        shares.append(1.0 if most >= KIN.value * total or rare.max() >= SHARED.value else most / total)
    return shares


@keep_texts(512)
def _read_names(text, rare):
    """Return {name: weight} of the words with a capital, without days, months and words lighter than `rare` that open
    a sentence."""
    words = {word for start, word in find_capitals(text) if weigh_word(word) >= rare or (
        start > 1 and text[start - 1].isspace() and (text[start - 2].isalpha() or text[start - 2] in "'’,-"))}
    return {word: weigh_word(word) for word in sorted(words) if word not in DAY_NAMES}

