"""Reuse: runs of words that two articles share."""

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


def link_sentences(sentences, articles):
    """Return the table `links`."""
    return empty("links", articles)


def find_edits(links, sentences, articles):
    """Return the table `edits`."""
    return empty("edits", articles)
