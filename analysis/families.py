"""Families: which articles are one text, by the words that they share in runs."""

import numpy as np
import pandas as pd

from .tables import conform
from .thresholds import threshold


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
