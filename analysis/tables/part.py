"""A part of an event: the rows that its tables have of some of its articles."""

import pandas as pd

from . import TEXT


def cut_table(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `table` whose columns article and other name none but `articles` (a table of that name)."""
    names = pd.CategoricalDtype(pd.Index(articles["article"].astype(str).tolist(), dtype=TEXT))
    columns = [name for name in ("article", "other") if name in table]
    rows = table[table[columns].isin(set(names.categories)).all(axis=1)].reset_index(drop=True)
    return rows.astype({name: names for name in columns})


def cut_items(items: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the items that one of the articles has."""
    return items[items["item"].isin(items.loc[items["state"] == "reported", "item"])].reset_index(drop=True)
