"""The codebook: every table of an `Event`, its columns, dtypes, units and meanings.

`conform(name, table)` gives a table the declared columns and dtypes in the declared order, or says in one sentence
what does not fit, `tabulate(name, rows)` makes one of tuples; every room hands its result through one of them, so
that an empty table has the same shape as a full one.  `codebook()` is the same declaration as a DataFrame to read.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from pandas._libs.lib import ensure_string_array
from pandas.api.internals import create_dataframe_from_blocks

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
    LIST,
    MAYBE,
    QUOTE_KINDS,
    SAYING_CLASSES,
    SHARE,
    SPEAKER_TYPES,
    TEXT,
    VOICES,
    ZONES,
)
from .comparison import COMPARISON
from .making import plain_texts, read_columns
from .naming import NAMING
from .speech import SPEECH
from .texts import TEXTS

__all__ = [
    "COPIED_RELATIONS", "COUNT", "EDIT_KINDS", "FLAG", "FUNCTIONS", "GAP", "LINE_KINDS", "MAYBE", "QUOTE_KINDS",
    "SAYING_CLASSES", "SHARE", "SPEAKER_TYPES", "TABLES", "TEXT", "VOICES", "ZONES", "codebook", "column_of",
    "columns_of", "conform", "empty", "find_table", "in_each", "join_columns", "list_categories", "pick_articles",
    "pick_texts", "rows_of", "rows_where", "tabulate",
]

TABLES = {**TEXTS, **SPEECH, **NAMING, **COMPARISON, **ANSWERS}
# The same with and without pyarrow, which takes longer for each text that is read from it.
_STRINGS = pd.StringDtype("python", na_value=np.nan)
_Texts = _STRINGS.construct_array_type()


def find_table(columns: Iterable[str]) -> str | None:
    """Return the name of the table that a row with these columns is from, the one with most of them; or None."""
    held = [(len(table.columns), name) for name, table in TABLES.items()
            if all(column.name in columns for column in table.columns)]
    return max(held)[1] if held else None


def tabulate(name: str, rows: Sequence[tuple], articles: pd.DataFrame | None = None, extra: Any = None) -> pd.DataFrame:
    """Return the table `name` of `rows`, tuples in the order of its declared columns.

    `extra` is {column: dtype} of further columns, whose values stand behind them in each row.
    """
    columns = [*(column.name for column in TABLES[name].columns), *(extra or ())]
    values = zip(*rows, strict=True) if rows else [()] * len(columns)
    given = dict(zip(columns, map(list, values), strict=True))
    return conform(name, given | {column: _cast(given[column], dtype, None) for column, dtype in (extra or {}).items()},
                   articles)


def conform(name: str, table: Mapping[str, Any] | pd.DataFrame, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return `table` with the columns and dtypes that the codebook declares for the table `name`.

    `table` is a DataFrame, or the values of each column by its name, which is built faster.  Declared columns come
    first, in order; extra columns follow.  `articles` (any table with the column `article`, or None) gives the
    categories of `article` and `other`, so that an article without rows is still drawn as empty.  Raises ValueError
    naming the table and the column where a column is missing or holds a value that its dtype does not allow.
    """
    declared = TABLES[name].columns
    missing = [column.name for column in declared if column.name not in table]
    if missing:
        raise ValueError(f"table {name} lacks the column {', '.join(missing)}")
    given = {column: getattr(values, "array", values) for column, values in table.items()}
    known = None if articles is None else _coded(_name_categories(articles))
    made = {}
    for column in declared:
        try:
            made[column.name] = _cast(given.pop(column.name), column.dtype, known)
        except (ValueError, TypeError) as error:
            raise ValueError(f"table {name}, column {column.name}: {error}") from None
    if given:
        with plain_texts():
            made |= {column: _plain(values) for column, values in given.items()}
    return join_columns(name, made)


def join_columns(name: str, columns: Mapping[str, Any]) -> pd.DataFrame:
    """Return the table `name` of {column: array}; pandas' own constructor takes five times as long to look at each."""
    if len(lengths := set(map(len, columns.values()))) > 1:
        raise ValueError(f"table {name}: its columns have {' and '.join(map(str, sorted(lengths)))} rows")
    blocks, plain = [], {}  # pandas keeps columns of one plain dtype together
    for at, one in enumerate(columns.values()):
        if type(one) is pd.arrays.NumpyExtensionArray:
            one = one.to_numpy()
        if isinstance(one, np.ndarray):
            plain.setdefault(one.dtype, []).append((at, one))
        else:
            blocks.append((one, np.array([at])))
    blocks += [(np.array([one for _, one in some]), np.array([at for at, _ in some])) for some in plain.values()]
    return create_dataframe_from_blocks(blocks, pd.RangeIndex(*lengths), _name_columns(tuple(columns)).view())


@lru_cache
def _name_columns(names):
    return pd.Index(names, dtype=_STRINGS)


def rows_of(table: pd.DataFrame, *columns: str) -> Iterator[tuple]:
    """Return an iterator over the rows of `table`, tuples of these columns in plain Python values.

    Quicker than iterating over the columns themselves, which makes an object of pandas for each value that it gives.
    """
    return zip(*columns_of(table, *columns), strict=True)


def columns_of(table: pd.DataFrame, *columns: str) -> list[list]:
    """Return these columns of `table` as lists of plain Python values, to be read only.

    A column of a table that rooms share is read once: an event's are asked for four times each.
    """
    read = read_columns(table)
    for column in columns:
        if column not in read:
            read[column] = _plain_values(column_of(table, column))
    return [read[column] for column in columns]


def rows_where(table: pd.DataFrame, where: pd.Series, *columns: str) -> Iterator[tuple]:
    """Return the rows of `table` for which `where` holds, as rows_of gives them: of many rows only these are read."""
    chosen = np.flatnonzero(where)
    return zip(*(_plain_values(column_of(table, column).take(chosen)) for column in columns), strict=True)


def column_of(table: pd.DataFrame, column: str) -> Any:
    """Return a column of `table` as the array that it holds, to be read only.

    `table[column]` is the same for thirty times as long: it makes an index and a Series, and an event asks for
    a thousand columns.
    """
    return table._get_column_array(table.columns.get_loc(column))


def _plain_values(values):
    if isinstance(values, pd.Categorical):
        names = [*_plain_values(values.dtype.categories.array), np.nan]  # -1, the last, is the code of missing
        return [names[code] for code in values.codes.tolist()]
    if isinstance(values.dtype, pd.StringDtype):
        return values.to_numpy(object).tolist()  # its own tolist asks of each text if it is one
    return values.tolist()


def in_each(things: Collection[Any], articles: pd.DataFrame) -> tuple:
    """Return the columns (thing, article) of a table with a row for each of the texts `things` and every article.

    Such a table has as many rows as things times articles: it is made of whole columns, not of rows.
    """
    every = np.arange(len(things))
    return (pick_texts(list(things), np.repeat(every, len(articles))),
            pick_articles(articles, np.tile(np.arange(len(articles)), len(every))))


def pick_articles(articles: pd.DataFrame, places: np.ndarray) -> pd.Categorical:
    """Return a column of articles: those in these rows of the table `articles`, missing at -1."""
    names = _name_categories(articles)
    codes = np.append(pd.Categorical(column_of(articles, "article"), dtype=names).codes, -1)  # the last is missing
    return pd.Categorical.from_codes(codes[places], dtype=names, validate=False)


def pick_texts(texts: Sequence[str | None], places: np.ndarray) -> Any:
    """Return a column of texts: those of `texts` at these places, missing at -1."""
    return pd.array([*texts, None], dtype=_STRINGS).take(places)  # the last is missing


def _name_categories(articles):
    names = column_of(articles, "article")
    return names.dtype if isinstance(names.dtype, pd.CategoricalDtype) else list_categories(names.tolist())


def list_categories(names: Iterable[str]) -> pd.CategoricalDtype:
    """Return the dtype of the columns article and other where these are the articles, each once."""
    return pd.CategoricalDtype(pd.Index(list(dict.fromkeys(names)), dtype=_STRINGS))


def _coded(dtype):
    """Return a categorical dtype and {value: its code}."""
    return dtype, {value: code for code, value in enumerate(dtype.categories.tolist())}


@lru_cache(maxsize=64)
def _categories(values):
    return _coded(pd.CategoricalDtype(pd.Index(values, dtype=_STRINGS)))


def _cast(values, dtype, known):
    """Return an array with the dtype declared for it; `known` is the coded dtype of the column article, or None."""
    has = getattr(values, "dtype", None)
    if isinstance(dtype, tuple):
        return _encode(values, *_categories(dtype))
    if dtype == ARTICLE:
        if known is None and not isinstance(has, pd.CategoricalDtype):
            return pd.Categorical(pd.array(values, dtype=_STRINGS))
        return _encode(values, *(known or _coded(has)))
    if dtype == TEXT:
        if isinstance(values, list):  # a quarter of the time of pd.array
            return _Texts._simple_new(ensure_string_array(values, na_value=np.nan, copy=False), _STRINGS)
        return values if has == _STRINGS and has.storage == "python" else pd.array(values, dtype=_STRINGS)
    if has == dtype:
        return values
    if dtype == COUNT:
        numbers = np.asarray(values)  # of fractions and gaps pandas tells what is wrong
        strange = numbers.dtype.kind == "f" and len(numbers)
        return pd.Series(numbers).astype(COUNT).array if strange else numbers.astype(COUNT)
    if dtype in (SHARE, FLAG) and has is None:
        return np.asarray(values, dtype=dtype)
    if dtype == GAP and isinstance(values, list):
        gaps = [value is None or value is pd.NA for value in values]
        whole = np.array([0 if gap else value for value, gap in zip(values, gaps, strict=True)])
        if whole.dtype.kind == "i" or not values:  # pandas asks of each value what it is
            return pd.arrays.IntegerArray(whole.astype("int64"), np.array(gaps, dtype=bool))
    if dtype == GAP and has is not None and has.kind == "f":
        return _with_gaps(np.asarray(values))
    if dtype == LIST:
        return np.fromiter(values, dtype=object, count=len(values))
    return pd.array(values, dtype=dtype) if has is None else pd.Series(values).astype(dtype).array


def _encode(values, dtype, codes):
    """Return values as a categorical of this dtype, of which `codes` gives the code of each value."""
    if getattr(values, "dtype", None) is dtype:
        return values
    if isinstance(values, pd.Categorical):
        each = [codes.get(value, -1) for value in values.categories.tolist()]
        if -1 not in each:  # few values in many rows
            return pd.Categorical.from_codes(np.array([*each, -1], "int64")[values.codes], dtype=dtype, validate=False)
    values = values if isinstance(values, list) else values.tolist()
    found = [codes.get(value, -1) for value in values]
    if -1 in found:
        strange = next((value for value, code in zip(values, found, strict=True)
                        if code < 0 and value is not None and pd.notna(value)), None)
        if strange is not None:
            raise ValueError(f"{strange!r} is not one of its values")
    return pd.Categorical.from_codes(np.array(found, dtype="int64"), dtype=dtype, validate=False)


def _with_gaps(values):
    """Return numbers, of which missing ones are NaN, as whole numbers with gaps."""
    gaps = np.isnan(values)
    whole = np.where(gaps, 0, values)
    if (whole != np.trunc(whole)).any():
        raise ValueError("not all are whole numbers")
    return pd.arrays.IntegerArray(whole.astype("int64"), gaps)


def _plain(values):
    values = pd.Series(values).array if isinstance(values, list) else values
    return values.astype(_STRINGS) if isinstance(values.dtype, pd.StringDtype) else values


def plain_strings(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with its texts and the names of its columns in plain arrays, as conform gives them."""
    texts = [name for name, values in frame.items() if isinstance(values.dtype, pd.StringDtype)]
    return frame.astype(dict.fromkeys(texts, _STRINGS)).set_axis(pd.Index(frame.columns, dtype=_STRINGS), axis=1)


def empty(name: str, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the table `name` without rows, all columns and dtypes in place."""
    return tabulate(name, [], articles)


def codebook() -> pd.DataFrame:
    """Return the declaration as a DataFrame: table, row, source, column, dtype, unit, meaning."""
    return pd.DataFrame([
        (name, table.row, table.source, column.name, _dtype_name(column.dtype), column.unit, column.meaning)
        for name, table in TABLES.items()
        for column in table.columns
    ], columns=["table", "row", "source", "column", "dtype", "unit", "meaning"])


def _dtype_name(dtype):
    return "one of " + ", ".join(dtype) if isinstance(dtype, tuple) else {ARTICLE: "category"}.get(dtype, dtype)
