"""The tables of one story as one Parquet file: made from its Event, packed, opened again, added up.

A file has one row, and a column a table whose cell is the list of that table's rows; so the tables of a
story stand or fall together, and any of them is read without the others.  Texts stand in `articles` alone;
everything else points to them by offsets.
"""

import json
import sys
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from operator import add
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from ..copies.lineage import FAMILY
from ..english.words import Known
from ..event import Event
from ..reading.files import InputError
from ..remarks.pieces import DIRECT
from ..rules import Setting, forget_texts
from ..tables import COUNT, FLAG, GAP, MAYBE, SHARE, TABLES, plain_strings, rows_of
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
_PACKAGE = __name__.rsplit(".", 2)[0] + "."
_MANY = 80_000  # answers about words and names that are kept from story to story: 20 MB
_LIST = 128  # a smaller cache keeps lists, not words


class Digest(NamedTuple):
    """What became of a story: the bytes of its file, or the reason why there is none."""

    data: bytes | None
    reason: str | None = None
    detail: str | None = None


_Cache = type(lru_cache(len))


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
        _forget_words()


def _forget_words():
    """Give back what the rooms keep about single words and names, once that is much: every story brings new ones.

    The texts of a story have some thousand words, which are soon read anew; after a hundred stories a quarter of all
    memory held words.
    """
    rooms = [vars(room) for name, room in list(sys.modules.items()) if name.startswith(_PACKAGE)]
    every = {id(kept): kept for room in rooms for kept in room.values() if isinstance(kept, (_Cache, Known))}
    words = [kept for kept in every.values() if isinstance(kept, Known) or (kept.cache_info().maxsize or 0) > _LIST]
    if sum(len(kept) if isinstance(kept, Known) else kept.cache_info().currsize for kept in words) > _MANY:
        for kept in words:
            kept.clear() if isinstance(kept, Known) else kept.cache_clear()


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
    articles, reused = event.articles, {}
    months = dict(zip(articles["article"].tolist(), _find_months(articles).tolist(), strict=True))
    outlets = dict(rows_of(articles, "article", "outlet"))
    words = dict(rows_of(articles, "article", "words"))
    for article, other, share in rows_of(event.pairs, "article", "other", "reused"):
        if outlets[article] != outlets[other]:  # of the texts of another outlet the one that has most of it
            place = article, outlets[other]
            reused[place] = max(share, reused.get(place, 0))
    quotes = rows_of(event.quotes, "article", "kind", "speaker", "speaker_type", "side", "words")
    voices = rows_of(event.voices, "article", "zone", "voice", "side", "words")
    rows = {
        "outlets": [(outlets[article], months[article], 1, count) for article, count in words.items()],
        "reuse": [(outlets[article], other, months[article], 1, share >= FAMILY.value, round(share * words[article]))
                  for (article, other), share in reused.items()],
        "sources": [(outlets[article], months[article], *who, kind != "indirect", count * (kind != "indirect"),
                     kind == "indirect")
                    for article, kind, *who, count in quotes if kind in (*DIRECT, "indirect")],
        "sides": [(outlets[article], months[article], *whose, count)
                  for article, zone, *whose, count in voices if zone == "body"],
    }
    return {name: _add(name, rows[name]) for name in SUMS}


def _find_months(articles):
    """Return the month of publication as YYYY-MM, missing where no day is known."""
    return articles["published"].str[:7].where(pd.notna(read_days(articles)))


def add_sums(name: str, parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return the sum of tables `name` of `SUMS`, one row a key, in order; `parts` may be made one by one."""
    keys, counts = SUMS[name]
    return _add(name, chain.from_iterable(rows_of(part, *keys, *counts) for part in parts))


def _add(name, rows):
    """Return the table `name` of SUMS of `rows`, tuples of its keys and counts; what is missing comes last."""
    keys, counts = SUMS[name]
    total: dict[tuple, list[int]] = {}
    for row in rows:
        key = tuple([cell if isinstance(cell, str) else None for cell in row[:len(keys)]])
        total[key] = list(map(add, total.get(key, [0] * len(counts)), row[len(keys):]))
    found = sorted(total, key=lambda key: [(cell is None, cell or "") for cell in key])
    table = pd.DataFrame([(*key, *total[key]) for key in found], columns=[*keys, *counts])
    return plain_strings(table.astype(dict.fromkeys(keys, "str") | dict.fromkeys(counts, "int64")))


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
        return add_sums(name, [table])
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
        values = np.asarray(table[column].array, dtype=object)
        columns.append(pa.array(values, fields[-1].type, from_pandas=True))
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
