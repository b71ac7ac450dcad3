"""Arithmetic of stretches of text: which row of one table holds a place of another, and how deep it lies."""

import numpy as np
import pandas as pd

from ..english.words import find_words
from ..tables import rows_of

_LONGEST = 1 << 40  # characters: longer than any text


def start_keys(names, starts, known):
    """Return one whole number for each place (article, start), in the order of `known` (an Index of articles)."""
    codes = known.get_indexer(pd.Index(names.astype(str)))
    return codes.astype(np.int64) * _LONGEST + np.asarray(starts, dtype=np.int64)


def place(spans, table, columns):
    """Return, for each row of `spans` in its order, the `columns` of the row of `table` in which it starts.

    Both need the columns article and start, `table` also end; its rows must not overlap.  Missing
    where no row of `table` holds the place.
    """
    known = pd.Index(table["article"].astype(str).unique())
    keys = start_keys(table["article"], table["start"], known)
    order = np.argsort(keys, kind="stable")
    wanted = start_keys(spans["article"], spans["start"], known)
    at = np.searchsorted(keys[order], wanted, side="right") - 1
    rows = order[at] if len(order) else at
    ends = start_keys(table["article"], table["end"], known)
    held = (at >= 0) & (wanted >= 0)
    held[held] = wanted[held] < ends[rows[held]]
    return table[list(columns)].reset_index(drop=True).reindex(np.where(held, rows, -1)).set_axis(spans.index)


def list_words(articles):
    """Return every word of every text, a row each: article (str), start, end."""
    rows = [(name, start, end) for name, text in rows_of(articles, "article", "text")
            for start, end in find_words(text)]
    return pd.DataFrame(rows, columns=["article", "start", "end"]).astype({"start": "int64", "end": "int64"})


def body_words(articles, paragraphs):
    """Return {article: (starts, ends)} of its body words, two integer arrays of character offsets."""
    found = {}
    bodies = dict(list(paragraphs[paragraphs["zone"] == "body"].groupby("article", observed=False)))
    for name, text in rows_of(articles, "article", "text"):
        words = np.array(find_words(text), dtype=np.int64).reshape(-1, 2)
        body = bodies.get(name)
        if body is None or body.empty:
            found[name] = np.zeros(0, np.int64), np.zeros(0, np.int64)
            continue
        row = np.searchsorted(body["start"].to_numpy(), words[:, 0], side="right") - 1
        words = words[(row >= 0) & (words[:, 0] < body["end"].to_numpy()[row])]
        found[name] = words[:, 0], words[:, 1]
    return found


def depths(spans, articles, paragraphs):
    """Return the number of body words before each row of `spans` (article, start), as an integer array."""
    starts = body_words(articles, paragraphs)
    return np.array([np.searchsorted(starts[name][0], start)
                     for name, start in rows_of(spans, "article", "start")], dtype=np.int64)


def group_rows(table, columns):
    """Return {article: the values of the columns, a tuple a row}."""
    groups = {}
    for name, *row in rows_of(table, "article", *columns):
        groups.setdefault(name, []).append(tuple(row))
    return groups
