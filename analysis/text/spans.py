"""Arithmetic of stretches of text: which row of one table holds a place of another, and how deep it lies."""

import numpy as np
import pandas as pd

from ..english.words import find_words


def place(spans, table, columns):
    """Return, for each row of `spans` in its order, the `columns` of the row of `table` in which it starts.

    Both need the columns article and start, `table` also end; its rows must not overlap.  Missing
    where no row of `table` holds the place.
    """
    left = spans[["article", "start"]].astype({"article": "str", "start": "int64"}).reset_index(drop=True)
    right = table.assign(article=table["article"].astype(str), _end=table["end"])
    right = right[["article", "start", "_end", *columns]]
    left["_order"] = range(len(left))
    found = pd.merge_asof(left.sort_values("start", kind="stable"), right.sort_values("start", kind="stable"),
                          on="start", by="article")
    found.loc[~(found["start"] < found["_end"]), list(columns)] = pd.NA
    return found.sort_values("_order")[list(columns)].set_axis(spans.index)


def list_words(articles):
    """Return every word of every text, a row each: article (str), start, end."""
    rows = [(name, start, end) for name, text in zip(articles["article"].astype(str), articles["text"], strict=True)
            for start, end in find_words(text)]
    return pd.DataFrame(rows, columns=["article", "start", "end"]).astype({"start": "int64", "end": "int64"})


def body_words(articles, paragraphs):
    """Return {article: (starts, ends)} of its body words, two integer arrays of character offsets."""
    found = {}
    bodies = dict(list(paragraphs[paragraphs["zone"] == "body"].groupby("article", observed=False)))
    for name, text in zip(articles["article"].astype(str), articles["text"], strict=True):
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
                     for name, start in zip(spans["article"].astype(str), spans["start"], strict=True)], dtype=np.int64)
