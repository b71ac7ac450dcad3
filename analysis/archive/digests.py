"""The tables of one story as one Parquet file: made from its Event, packed, opened again, added up.

A file has one row, and a column a table whose cell is the list of that table's rows; so the tables of a
story stand or fall together, and any of them is read without the others.  Texts stand in `articles` alone;
everything else points to them by offsets.
"""

import json
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from ..copies.lineage import FAMILY
from ..event import Event
from ..reading.files import InputError
from ..rules import Setting, forget_texts
from ..tables import COUNT, FLAG, GAP, MAYBE, SHARE, TABLES, plain_strings
from .store import INSTALL, REJECTED, describe_articles, reject
from .stories import read_days

MOST = Setting("story_articles", 200, "articles of a story that are compared, the earliest; others are reported",
               chosen="a cap: pairs grow with the square: 200 articles take minutes and a gigabyte")
STORY_TABLES = ("articles", "sentences", "quotes", "utterances", "coverage", "voices", "mentions", "similarity",
                "links", "edits", "pairs", "families", "items", "disagreements", "hits", "shares")
# The archive's tables: what a row is, and what is counted; months are those of publication, missing where unknown.
SUMS = {
    "outlets": (("outlet", "month"), ("articles", "words")),
    "reuse": (("outlet", "other", "month"), ("articles", "copies", "words")),
    "sources": (("outlet", "month", "speaker", "speaker_type", "side"), ("quotes", "words_quoted", "reports")),
    "sides": (("outlet", "month", "voice", "side"), ("words",)),
}
# Words that stand in articles.text already, where the row says.
_COPIES = {name: ["text"] for name in STORY_TABLES
           if {"article", "start", "end", "text"} <= {column.name for column in TABLES[name].columns}}
_REJECTED = "rejected"
_ROOMS = Path(__file__).parent.parent
_SHOWN = ("answers", "pages")  # folders that no story's table comes from


class Digest(NamedTuple):
    """What became of a story: the bytes of its file, or the reason why there is none."""

    data: bytes | None
    reason: str | None = None
    detail: str | None = None


@lru_cache
def mark_version() -> str:
    """Return a mark of this version of the analysis: its rooms and word lists, but not its charts and claims."""
    mark = sha256()
    files = {path.relative_to(_ROOMS): path for path in [*_ROOMS.rglob("*.py"), *_ROOMS.glob("english/lists/*.csv")]}
    for name, path in sorted(files.items()):
        if name.parts[0] not in _SHOWN:
            mark.update(name.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return mark.hexdigest()


def mark_story(articles: pd.DataFrame, people: pd.DataFrame | None = None) -> str:
    """Return the name of a story's file: a mark of all that goes into it, so that nothing else changes it."""
    tables = [table.to_json(orient="split", index=False) for table in (articles, people) if table is not None]
    return sha256(json.dumps([mark_version(), *tables]).encode()).hexdigest()


def digest_story(articles: pd.DataFrame, people: pd.DataFrame | None, version: str) -> Digest:
    """Return the Digest of the articles of one story; whatever a room raises is its reason.

    This is what is done once a story, here or on whatever machine.  Raises InputError where this machine
    has another `version` of the analysis than the one that asks.
    """
    if version != mark_version():
        raise InputError("a worker has another version of the analysis: start it from a copy of this folder")
    try:
        articles, rejects = choose_articles(articles)
        event = Event.from_articles(describe_articles(articles), people=people)
        tables = {name: getattr(event, name) for name in STORY_TABLES}
        return Digest(pack_tables({**tables, **sum_event(event), _REJECTED: reject(rejects)}))
    except Exception as error:
        return Digest(None, "failed", f"{type(error).__name__}: {error} ({_find_room(error)})")
    finally:
        forget_texts()


def _find_room(error):
    """Return the last room of the analysis that `error` went through, and the line there."""
    trace, room = error.__traceback__, "nowhere"
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        if _ROOMS in path.parents:
            room = f"{path.relative_to(_ROOMS).as_posix()}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return room


def choose_articles(articles: pd.DataFrame) -> tuple[pd.DataFrame, list[tuple[str, str, str]]]:
    """Return (articles, rejects) of a story: each text once an outlet, and no more than `story_articles`, the earliest.

    `rejects` are rows of article, reason, detail.
    """
    articles = articles.assign(_day=articles["published"].fillna("9999")).sort_values(["_day", "article"])
    twins = articles.groupby(["outlet", "text"])["article"].transform("first")
    twice = twins.ne(articles["article"])
    rejects = [(name, "duplicate", f"{name} has outlet and text of {twin}")
               for name, twin in zip(articles["article"][twice], twins[twice], strict=True)]
    articles = articles[~twice]
    most = int(MOST.value)
    rejects += [(name, "capped", f"its story has {len(articles)} articles, {most} are compared")
                for name in articles["article"].iloc[most:]]
    return articles.iloc[:most].drop(columns="_day").sort_values("article", ignore_index=True), rejects


def sum_event(event: Event) -> dict[str, pd.DataFrame]:
    """Return {name: table} of `SUMS` for one event: what adds up over events."""
    articles = event.articles
    known = articles[["article", "outlet", "words"]].assign(month=_find_months(articles))
    quotes = event.quotes.merge(known.drop(columns="words"), on="article")
    quotes = quotes[quotes["kind"].isin(["full", "partial", "indirect"])]
    direct = quotes["kind"].ne("indirect")
    voices = event.voices[event.voices["zone"].eq("body")].merge(known.drop(columns="words"), on="article")
    pairs = event.pairs[["article", "other", "reused"]].merge(known, on="article")
    others = articles[["article", "outlet"]].set_axis(["other", "other_outlet"], axis=1)
    pairs = pairs.merge(others, on="other")
    pairs = pairs[pairs["outlet"] != pairs["other_outlet"]].sort_values("reused")
    pairs = pairs.drop_duplicates(["article", "other_outlet"], keep="last").drop(columns="other")
    pairs = pairs.assign(words=(pairs["reused"] * pairs["words"]).round().astype("int64"),
                         copies=pairs["reused"].ge(FAMILY.value))
    return {
        "outlets": _add("outlets", known.assign(articles=1)),
        "reuse": _add("reuse", pairs.rename(columns={"other_outlet": "other"}).assign(articles=1)),
        "sources": _add("sources", quotes.assign(quotes=direct, words_quoted=quotes["words"].where(direct, 0),
                                                 reports=~direct)),
        "sides": _add("sides", voices),
    }


def _find_months(articles):
    """Return the month of publication as YYYY-MM, missing where no day is known."""
    return articles["published"].str[:7].where(pd.notna(read_days(articles)))


def add_sums(name: str, parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return the sum of tables `name` of `SUMS`, one row a key, in order; `parts` may be made one by one."""
    total, waiting = _add(name, pd.DataFrame(columns=[*SUMS[name][0], *SUMS[name][1]])), []
    for part in parts:
        waiting.append(part)
        if len(waiting) == 200:
            total, waiting = _add(name, pd.concat([total, *waiting])), []
    return _add(name, pd.concat([total, *waiting]))


def _add(name, table):
    keys, counts = SUMS[name]
    table = table[[*keys, *counts]].astype(dict.fromkeys(keys, "str") | dict.fromkeys(counts, "int64"))
    return plain_strings(table.groupby(list(keys), dropna=False, as_index=False, sort=True).sum())


def pack_tables(tables: dict[str, pd.DataFrame]) -> bytes:
    """Return the bytes of a Parquet file that holds `tables`, a dict of names and DataFrames."""
    pa, parquet = load_pyarrow()
    cells = {name: _nest(pa, table.drop(columns=_COPIES.get(name, [])), name) for name, table in tables.items()}
    return _write(pa, parquet, pa.table(cells))


def pack_frame(table: pd.DataFrame) -> bytes:
    """Return the bytes of a Parquet file that holds one table."""
    pa, parquet = load_pyarrow()
    rows = pa.Table.from_pandas(plain_strings(table), preserve_index=False).replace_schema_metadata()
    return _write(pa, parquet, rows)


def _write(pa, parquet, table):
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    return sink.getvalue().to_pybytes()


def unpack_table(path: Path, name: str) -> pd.DataFrame:
    """Return one table of a story's file; OSError where the file is broken or not there."""
    pa, parquet = load_pyarrow()
    cell = parquet.ParquetFile(path).read([name]).column(name).combine_chunks()
    rows = pa.Table.from_struct_array(cell.flatten())
    gaps = {field.name: "Int64" for field in rows.schema if field.type == pa.int64() and field.nullable}
    table = plain_strings(rows.to_pandas(integer_object_nulls=True).astype(gaps))
    if name in SUMS:
        return _add(name, table)
    if name == _REJECTED:
        return table.astype({"story": "Int64"} | dict.fromkeys(REJECTED[1:], "str"))
    return table


def _nest(pa, table, name):
    """Return `table` as an Arrow list of one cell, the list of its rows."""
    types = {column.name: column.dtype for column in TABLES[name].columns} if name in STORY_TABLES else {}
    kinds = {COUNT: pa.int64(), GAP: pa.int64(), SHARE: pa.float64(), FLAG: pa.bool_(), MAYBE: pa.bool_()}
    columns, fields = [], []
    for column in table:
        dtype = types.get(column) or str(table[column].dtype)
        fields.append(pa.field(column, kinds.get(dtype, pa.string()), nullable=dtype != COUNT))
        columns.append(pa.array(table[column].astype(object), fields[-1].type, from_pandas=True))
    rows = pa.StructArray.from_arrays(columns, fields=fields)
    return pa.ListArray.from_arrays(pa.array([0, len(table)], pa.int32()), rows)


def load_pyarrow() -> tuple[Any, Any]:
    """Return (pyarrow, pyarrow.parquet); InputError with the line that installs them where they are missing."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise InputError(f"an archive is kept in Parquet files: to write and read them, run {INSTALL}") from None
    return pyarrow, parquet
