"""Which wordings differ most: what each article calls one thing, ranked by how rare and how different the words are."""

from collections import Counter, defaultdict
from functools import lru_cache
from math import exp

import pandas as pd
from wordfreq import zipf_frequency

from ..english.words import folded_words
from ..rules import Setting
from ..speech.lexicon import title_sexes, word_classes
from ..tables import conform

ROWS = Setting("contrast_rows", 6, "rows of contrasts, times the articles: the most telling things come first",
               chosen="what a reader can take in")
WORDINGS = Setting("contrast_wordings", 3, "wordings shown of one thing in one article", chosen="a cell's width")
_HONORIFICS = {"mr", "mrs", "ms", "miss", "dr", "sir"}


def find_contrasts(labels, mentions, actors, articles):
    """Return the table `contrasts`: the things that articles word differently, the most telling ones first.

    A row is a thing and an article that names it: its wordings, at most WORDINGS, those first that no other article
    has; count and own are their places.  A thing is told when two articles have each a wording that the other
    lacks.  start and end are the first place of the first wording.
    """
    cells = _collect(labels, mentions, actors)
    told = []
    for thing, by_article in cells.items():
        rows, strength = _contrast(by_article)
        if rows:
            told.append((-strength, thing, rows))
    most, rows = int(ROWS.value * len(articles)), []
    for strength, (thing, kind), found in sorted(told):
        if len(rows) + len(found) <= most:
            rows += [(thing, article, *row, -strength, kind) for article, row in found]
    table = pd.DataFrame(rows, columns=["thing", "article", "label", "count", "own", "start", "end", "strength",
                                        "kind"])
    return conform("contrasts", table, articles)


def _collect(labels, mentions, actors):
    """Return {(thing, kind): {article: {wording key: [text, places]}}}; places are (start, end, own)."""
    known = set(actors["actor"])
    cells = defaultdict(lambda: defaultdict(dict))
    columns = [labels[name].tolist() for name in ("start", "end", "label", "thing", "part")]
    for article, voice, start, end, label, thing, part in zip(
            labels["article"].astype(str), labels["voice"].astype(str), *columns, strict=True):
        kind = "thing" if part == "head" else "actor"
        if kind == "thing" and thing in known:
            continue
        key = _key(label)
        if key:
            cell = cells[thing, kind][article].setdefault(key, [" ".join(label.split()), []])
            cell[1].append((start, end, voice == "own"))
    return cells


@lru_cache(maxsize=1 << 14)
def _key(label):
    """Return the words that make a wording: folded, without function words at its ends; "" for an honorific alone."""
    words = folded_words(label)
    while words and words[0] in ("the", "a", "an", "his", "her", "its", "their", "this", "that"):
        words = words[1:]
    words = [word.removesuffix("'s") for word in words]
    return "" if not words or set(words) <= _HONORIFICS else " ".join(words)


def _contrast(by_article):
    """Return ([(article, (label, count, own, start, end))], strength) of one thing, or ([], 0)."""
    if len(by_article) < 2:
        return [], 0.0
    held = Counter(key for cell in by_article.values() for key in cell)
    lone = {article: [key for key in cell if held[key] == 1] for article, cell in by_article.items()}
    if not any(lone.values()):
        return [], 0.0
    rows = []
    shared = set.intersection(*(set(_words(cell)) for cell in by_article.values()))
    weights = []
    for article, cell in by_article.items():
        ranked = sorted(cell, key=lambda key: (-_weight(key, shared), -len(cell[key][1]), key))
        shown = [key for key in ranked if key in lone[article]] + [key for key in ranked if key not in lone[article]]
        shown = _drop_contained(shown)[:int(WORDINGS.value)]
        places = sorted(place for key in shown for place in cell[key][1])
        first = min(cell[shown[0]][1])
        weights.append(max(_weight(key, shared) for key in shown))
        rows.append((article, (" | ".join(cell[key][0] for key in shown), len(places), sum(own for *_, own in places),
                               *first[:2])))
    weights.sort(reverse=True)
    uses = sum(len(places) for cell in by_article.values() for _, places in cell.values())
    best = weights[0] + weights[1]
    if weights[1] == 0 and weights[0] < 1:
        return [], 0.0
    return rows, 1 - exp(-best / 6) * (1 - min(uses, 20) / 40)


def _words(cell):
    return {word for key in cell for word in key.split()}


def _weight(key, shared):
    """Return how telling a wording is: the sum of its words' rareness, function words and shared words left out."""
    words = {word for word in key.split() if word not in shared and word not in word_classes()
             and word.rstrip(".") not in title_sexes()}
    return sum(sorted((_rareness(word) for word in words), reverse=True)[:3])


@lru_cache(maxsize=1 << 15)
def _rareness(word):
    return max(0.0, 6.5 - max(zipf_frequency(word, "en"), 2.5)) if not word[:1].isdigit() else 0.5


def _drop_contained(keys):
    """Leave out a wording whose words all stand in one kept before it."""
    kept = []
    for key in keys:
        if not any(set(key.split()) <= set(other.split()) for other in kept):
            kept.append(key)
    return kept

