"""A part of an event: the rows that its tables have of some of its articles."""

from typing import Any

import pandas as pd

from . import TEXT

# Tables that an event without texts of another event has from the whole one, with the numbers that they have there:
# each sentence by itself, what texts share, and the facts, which keep those texts apart.  Who a name or quote belongs
# to is read anew: a namesake in a text of another event would draw it to itself.
CUT = ("paragraphs", "marks", "sentences", "_tokens", "days", "similarity", "links", "edits", "pairs", "families",
       "items", "items_by_machine", "disagreements", "_reads", "_ages")


def cut_made(name: str, made: Any, articles: pd.DataFrame) -> Any:
    """Return what was made as `name` of an event, cut to `articles`: their rows, of items that one of them has."""
    if name == "_reads":
        names = set(articles["article"])
        return [read for read in made if read.article in names]
    if name == "_ages":
        return made  # places in all texts, among which some are looked up
    table = cut_table(made, articles)
    return cut_items(table) if name in ("items", "items_by_machine") else table


def cut_table(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `table` whose columns article and other name none but `articles` (a table of that name)."""
    names = pd.CategoricalDtype(pd.Index(articles["article"].astype(str).tolist(), dtype=TEXT))
    columns = [name for name in ("article", "other") if name in table]
    rows = table[table[columns].isin(set(names.categories)).all(axis=1)].reset_index(drop=True)
    return rows.astype({name: names for name in columns})


def cut_items(items: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the items that one of the articles has."""
    return items[items["item"].isin(items.loc[items["state"] == "reported", "item"])].reset_index(drop=True)
