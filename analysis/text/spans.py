"""Arithmetic of stretches of text: which row of one table holds a place of another, and how deep it lies."""

import numpy as np
import pandas as pd

from ..english.words import find_words
from ..tables import rows_of

_LONGEST = 1 << 40  # characters: longer than any text


def number_articles(table):
    """Return {article: its number} of the articles of a table, as its categories have them, else as they come."""
    names = table["article"]
    if isinstance(names.dtype, pd.CategoricalDtype):
        names = names.cat.categories
    return {name: number for number, name in enumerate(dict.fromkeys(names.tolist()))}


def number_rows(names, number):
    """Return the number of each of the articles `names`, a column, as an integer array; -1 where it has none."""
    if isinstance(names.dtype, pd.CategoricalDtype):
        known = np.array([number.get(name, -1) for name in names.cat.categories.tolist()] + [-1], np.int64)
        return known[names.cat.codes.to_numpy()]
    return np.array([number.get(name, -1) for name in names.tolist()], np.int64)


def start_keys(names, starts, number):
    """Return one whole number for each place (article, start), in the order of `number` ({article: number})."""
    return number_rows(names, number) * _LONGEST + np.asarray(starts, dtype=np.int64)


def place(spans, table, columns):
    """Return, for each row of `spans` in its order, the `columns` of the row of `table` in which it starts.

    Both need the columns article and start, `table` also end; its rows must not overlap.  Missing
    where no row of `table` holds the place.
    """
    number = number_articles(table)
    keys = start_keys(table["article"], table["start"], number)
    order = np.argsort(keys, kind="stable")
    wanted = start_keys(spans["article"], spans["start"], number)
    at = np.searchsorted(keys[order], wanted, side="right") - 1
    rows = order[at] if len(order) else at
    ends = start_keys(table["article"], table["end"], number)
    held = (at >= 0) & (wanted >= 0)
    held[held] = wanted[held] < ends[rows[held]]
    return pd.DataFrame({name: take(table[name], np.where(held, rows, -1)) for name in columns}, index=spans.index)


def take(values, rows):
    """Return the values of these rows; missing for -1."""
    values = values.to_numpy() if isinstance(values.dtype, np.dtype) else values.array
    return pd.api.extensions.take(values, rows, allow_fill=True)


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
