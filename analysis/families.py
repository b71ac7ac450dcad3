"""Families: which articles are one text, by the words that they share in runs."""

import numpy as np
import pandas as pd

from .tables import conform, empty
from .thresholds import threshold
from .words import folded_words


def compare_pairs(links, sentences, voices, similarity, articles):
    """Return the table `pairs`: of two articles that share a 5-gram, the share of words standing in one."""
    length = int(threshold("family_shingle"))
    shingles, words = {}, {}
    for name, text in zip(articles["article"].astype(str), articles["text"], strict=True):
        words[name] = folded_words(text)
        shingles[name] = list(zip(*(words[name][shift:] for shift in range(length)), strict=False))
    rows = []
    for article, own in shingles.items():
        for other in shingles:
            shared = set(own) & set(shingles[other])
            if other == article or not shared:
                continue
            covered = np.zeros(len(words[article]), dtype=bool)
            for place, shingle in enumerate(own):
                covered[place:place + length] |= shingle in shared
            rows.append((article, other, covered.mean()))
    if not rows:
        return empty("pairs", articles)
    pairs = pd.DataFrame(rows, columns=["article", "other", "reused"])
    pairs = pairs.assign(cosine=np.nan, reused_own=np.nan, longest_run=0, same_order=np.nan,
                         verdict=None, direction="unknown", evidence=None)
    return conform("pairs", pairs, articles)


def find_families(pairs, articles, links=None):
    """Return the table `families`: articles more than half of whose words stand in another belong together.

    `pairs` may be empty: then each article is its own family.  Families are numbered from 1 in
    the order of the articles.  Roles are `unrelated` for an article alone, else `unknown`.
    """
    names = articles["article"].astype(str).tolist()
    number = {name: place for place, name in enumerate(names)}
    parent = list(range(len(names)))

    def root(place):
        while parent[place] != place:
            place = parent[place]
        return place

    copies = pairs[pairs["reused"] > threshold("family_reuse")]
    for article, other in zip(copies["article"].astype(str), copies["other"].astype(str), strict=True):
        low, high = sorted((root(number[article]), root(number[other])))
        parent[high] = low
    roots = np.array([root(place) for place in range(len(names))], dtype=int)
    families = pd.DataFrame({"article": names, "family": pd.factorize(roots)[0] + 1})
    alone = families.groupby("family")["article"].transform("size") == 1
    families["role"] = np.where(alone, "unrelated", "unknown")
    return conform("families", families, articles)
