"""Arithmetic of stretches of text: which row of one table holds a place of another."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ..tables import column_of, rows_of

LONGEST = 1 << 40  # characters: longer than any text


def number_articles(table: pd.DataFrame) -> dict[str, int]:
    """Return {article: its number} of the articles of a table, as its categories have them, else as they come."""
    names = column_of(table, "article")
    if isinstance(names, pd.Categorical):
        names = names.categories
    return {name: number for number, name in enumerate(dict.fromkeys(names.tolist()))}


def number_values(values: Iterable) -> np.ndarray:
    """Return the number of each value, from 0 in the order in which they first come."""
    number: dict = {}
    return np.array([number.setdefault(value, len(number)) for value in values], np.int64)


def number_rows(names: Any, number: dict[str, int]) -> np.ndarray:
    """Return the number of each of the articles `names`, a column, as an integer array; -1 where it has none."""
    names = getattr(names, "array", names)
    if isinstance(names, pd.Categorical):
        known = np.array([number.get(name, -1) for name in names.categories.tolist()] + [-1], np.int64)
        return known[names.codes]
    return np.array([number.get(name, -1) for name in names], np.int64)


def start_keys(names: Any, starts: ArrayLike, number: dict[str, int]) -> np.ndarray:
    """Return one whole number for each place (article, start), in the order of `number` ({article: number})."""
    return number_rows(names, number) * LONGEST + np.asarray(starts, dtype=np.int64)


def place(spans: pd.DataFrame, table: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Return, for each row of `spans` in its order, the `columns` of the row of `table` in which it starts.

    Both need the columns article and start, `table` also end; its rows must not overlap.  Missing
    where no row of `table` holds the place.
    """
    return pd.DataFrame(values_at(spans, table, columns), index=spans.index)


def values_at(spans: Mapping[str, Any] | pd.DataFrame, table: pd.DataFrame, columns: list[str]) -> dict[str, ArrayLike]:
    """Return what `place` does as {column: its values}; `spans` may be lists."""
    number = number_articles(table)
    text = number_rows(column_of(table, "article"), number) * LONGEST
    keys = text + column_of(table, "start")
    order = np.argsort(keys, kind="stable")
    wanted = start_keys(spans["article"], spans["start"], number)
    at = np.searchsorted(keys[order], wanted, side="right") - 1
    rows = order[at] if len(order) else at
    held = (at >= 0) & (wanted >= 0)
    held[held] = wanted[held] < (text + column_of(table, "end"))[rows[held]]
    return {name: take(column_of(table, name), np.where(held, rows, -1)) for name in columns}


def take(values: Any, rows: np.ndarray) -> ArrayLike:
    """Return the values of these rows, of an array; missing for -1."""
    return pd.api.extensions.take(values, rows, allow_fill=True)


def group_rows(table: pd.DataFrame, columns: list[str]) -> dict[str, list[tuple]]:
    """Return {article: the values of the columns, a tuple a row}."""
    groups = {}
    for name, *row in rows_of(table, "article", *columns):
        groups.setdefault(name, []).append(tuple(row))
    return groups
