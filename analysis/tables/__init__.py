"""The codebook: every table of an `Event`, its columns, dtypes, units and meanings.

`conform(name, frame)` gives a frame the declared columns and dtypes in the declared order, or says
in one sentence what does not fit; every room hands its result through it, so that an empty table
has the same shape as a full one.  `codebook()` is the same declaration as a DataFrame to read.
"""

from functools import lru_cache

import numpy as np
import pandas as pd

from .answers import ANSWERS
from .columns import (
    ARTICLE,
    COPIED_RELATIONS,
    COUNT,
    EDIT_KINDS,
    FLAG,
    FUNCTIONS,
    GAP,
    LINE_KINDS,
    MAYBE,
    QUOTE_KINDS,
    SHARE,
    SPEAKER_TYPES,
    TEXT,
    VOICES,
    ZONES,
)
from .comparison import COMPARISON
from .naming import NAMING
from .speech import SPEECH
from .texts import TEXTS

__all__ = [
    "COPIED_RELATIONS", "COUNT", "EDIT_KINDS", "FLAG", "FUNCTIONS", "GAP", "LINE_KINDS", "MAYBE", "QUOTE_KINDS",
    "SHARE", "SPEAKER_TYPES", "TABLES", "TEXT", "VOICES", "ZONES", "codebook", "conform", "empty", "find_table",
]

TABLES = {**TEXTS, **SPEECH, **NAMING, **COMPARISON, **ANSWERS}
# The same with and without pyarrow, which takes a microsecond or more for each text that is read from it.
_STRINGS = pd.StringDtype("python", na_value=np.nan)


def find_table(columns):
    """Return the name of the table that a row with these columns is from, the one with most of them; or None."""
    held = [(len(table.columns), name) for name, table in TABLES.items()
            if all(column.name in columns for column in table.columns)]
    return max(held)[1] if held else None


def conform(name, frame, articles=None):
    """Return `frame` with the columns and dtypes that the codebook declares for the table `name`.

    Declared columns come first, in order; extra columns follow.  `articles` (any table with the
    column `article`, or None) gives the categories of `article` and `other`, so that an article
    without rows is still drawn as empty.  Raises ValueError naming the table and the column where
    a column is missing or holds a value that its dtype does not allow.
    """
    declared = TABLES[name].columns
    missing = [column.name for column in declared if column.name not in frame.columns]
    if missing:
        raise ValueError(f"table {name} lacks the column {', '.join(missing)}")
    given = {column: values.array for column, values in frame.items()}
    known = None if articles is None else _name_categories(articles["article"])
    table = {}
    for column in declared:
        try:
            table[column.name] = _cast(given.pop(column.name), column.dtype, known)
        except (ValueError, TypeError) as error:
            raise ValueError(f"table {name}, column {column.name}: {error}") from None
    with pd.option_context("mode.string_storage", "python"):
        return pd.DataFrame({**table, **{column: _plain(values) for column, values in given.items()}}, copy=False)


def _name_categories(names):
    if isinstance(names.dtype, pd.CategoricalDtype):
        return names.dtype
    return pd.CategoricalDtype(names.astype(str).drop_duplicates().array)  # no name: tables of one event are equal


def _cast(values, dtype, articles):
    """Return an array with the dtype declared for it; `articles` is the dtype of the column article, or None."""
    if dtype == ARTICLE:
        dtype = articles or (values.dtype if isinstance(values.dtype, pd.CategoricalDtype) else "category")
    elif isinstance(dtype, tuple):
        dtype = _categories(dtype)
    elif dtype == TEXT:
        dtype = _STRINGS
    if values.dtype == dtype and (dtype is not _STRINGS or values.dtype.storage == "python"):
        return values
    values = pd.Series(values, copy=False)
    if isinstance(dtype, pd.CategoricalDtype) and dtype.categories is not None:
        codes = dtype.categories.get_indexer(values)
        strange = values[(codes < 0) & values.notna().to_numpy()]
        if len(strange):
            raise ValueError(f"{strange.iloc[0]!r} is not one of its values")
        return pd.Categorical.from_codes(codes, dtype=dtype)
    return values.astype(dtype).array


def _plain(values):
    return values.astype(_STRINGS) if isinstance(values.dtype, pd.StringDtype) else values


def plain_strings(frame):
    """Return `frame` with its texts and the names of its columns in plain arrays, as conform gives them."""
    texts = [name for name, values in frame.items() if isinstance(values.dtype, pd.StringDtype)]
    return frame.astype(dict.fromkeys(texts, _STRINGS)).set_axis(pd.Index(frame.columns, dtype=_STRINGS), axis=1)


@lru_cache(maxsize=64)
def _categories(values):
    return pd.CategoricalDtype(list(values))


def empty(name, articles=None):
    """Return the table `name` without rows, all columns and dtypes in place."""
    return conform(name, pd.DataFrame({column.name: [] for column in TABLES[name].columns}), articles)


def codebook():
    """Return the declaration as a DataFrame: table, row, source, column, dtype, unit, meaning."""
    return pd.DataFrame([
        (name, table.row, table.source, column.name, _dtype_name(column.dtype), column.unit, column.meaning)
        for name, table in TABLES.items()
        for column in table.columns
    ], columns=["table", "row", "source", "column", "dtype", "unit", "meaning"])


def _dtype_name(dtype):
    return "one of " + ", ".join(dtype) if isinstance(dtype, tuple) else {ARTICLE: "category"}.get(dtype, dtype)
