"""Reads tables that hold the texts themselves, an article a row: csv, JSON Lines, Parquet.

Columns are known by Media Cloud's names and the usual others, in any case and spacing.  Everything is
read as text: an id 007 stays 007, an outlet NA stays NA.
"""

import io
import json
from datetime import datetime

import regex

from ...thresholds import threshold
from ..dates import read_day
from ..files import SIDE_TABLES, TEXT_COLUMNS, Document, InputError, Reject, SetAsideError, decode, mend_halves
from ..sidetables import parse_csv

# Column of `articles`: the names that tables give it, best first.
COLUMNS = {
    "text": TEXT_COLUMNS,
    "outlet": ("outlet", "media_name", "publisher", "site_name", "source", "source_name", "newspaper"),
    "headline": ("headline", "title"),
    "published": ("published", "date_published", "publish_date", "date_publish", "published_at", "publication_date",
                  "pub_date", "date"),
    "byline": ("byline", "author", "authors"),
    "url": ("url", "link", "address"),
    "language": ("language", "lang"),
    "id": ("id", "stories_id", "guid"),
}
_TIME = regex.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?(?:\.\d+)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?")


def read_csv(data, encoding, name):
    """Return (documents, rejects) of a csv table; its rows are counted with the header as row 1.

    Raises ValueError where the bytes are no text, SetAsideError where the table is broken or has no text.
    """
    text, encoding = decode(data, encoding)
    try:
        rows = parse_csv(text, name)
    except InputError as error:
        raise SetAsideError("broken table", str(error)) from None
    if not rows:
        raise SetAsideError("no text", f"{name} is empty")
    (_, header), *rows = rows
    records, rejects = [], []
    for row, cells in rows:
        if len(cells) < len(header) or any(cells[len(header):]):
            rejects.append(Reject(name, row, "ragged row",
                                  f"{name} row {row}: {len(cells)} cells where the header has {len(header)}"))
        else:
            records.append((row, list(zip(header, cells, strict=False))))
    return read_records(records, header, encoding, name, rejects)


def read_json_lines(data, encoding, name):
    """Return (documents, rejects) of a file with one JSON object a line; its rows are its lines, from 1."""
    text, encoding = decode(data, encoding)
    records, rejects, spelled = [], [], {}
    for row, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            cells = json.loads(line, parse_int=str, parse_float=str, parse_constant=_read_constant,
                               object_pairs_hook=_Pairs)
        except (ValueError, RecursionError):
            cells = None
        if not isinstance(cells, _Pairs):
            rejects.append(Reject(name, row, "broken row", f"{name} row {row} is not a JSON object"))
        elif twice := _find_twice([key for key, _ in cells]):
            rejects.append(Reject(name, row, "broken row", f'{name} row {row}: two values are called "{twice}"'))
        else:
            records.append((row, [(spelled.setdefault(_key_of(key), key), value) for key, value in cells]))
    if len(rejects) == 1 and not records:
        return [], rejects
    if not records:
        raise SetAsideError("broken table" if rejects else "no text",
                            f"{name}: no line of it is a JSON object" if rejects else f"{name} is empty")
    return read_records(records, list(spelled.values()), encoding, name, rejects)


def read_parquet(data, encoding, name):
    """Return (documents, rejects) of a Parquet table; its rows are counted from 1."""
    try:
        import pyarrow.parquet as parquet
        from pyarrow import ArrowException
    except ImportError:
        raise SetAsideError("needs pyarrow", f"{name}: to read it, run python -m pip install pyarrow") from None
    try:
        table = parquet.ParquetFile(io.BytesIO(data))
        if table.metadata.num_columns * table.metadata.num_rows > threshold("largest_table"):
            raise SetAsideError("too large", f"{name} has {table.metadata.num_rows} rows")
        table = table.read()
        columns = [column.to_pylist() for column in table.columns]
    except (ArrowException, OSError, ValueError, OverflowError) as error:
        if isinstance(error, SetAsideError):
            raise
        raise SetAsideError("broken table", f"{name} is not a Parquet table that can be read") from None
    header = table.column_names
    records = [(row, list(zip(header, cells, strict=True))) for row, cells in enumerate(zip(*columns, strict=True), 1)]
    return read_records(records, header, "utf-8", name, [])


class _Pairs(list):
    """The pairs of a JSON object, so that it is told from an array."""


def _read_constant(name):
    """Return what stands in JSON for a number that is none: nothing for NaN, which programs write for a gap."""
    return None if name == "NaN" else name


def as_text(value, mark="; "):
    """Return a value as text, of objects their name, of lists their members and `mark`; missing stays missing."""
    if isinstance(value, _Pairs | dict):
        return next((as_text(part) for key, part in (value.items() if isinstance(value, dict) else value)
                     if key in ("name", "value")), None)
    if isinstance(value, list | tuple):
        return mark.join(part for part in map(as_text, value) if part) or None
    if value is None or value != value:  # not a number: a gap
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return str(value)


def read_records(records, header, encoding, name, rejects):
    """Return (documents, rejects) of `records`, a list of (row, pairs of a column's name and its cell).

    Lists in the column with texts are paragraphs.  `rejects` is the list that goes on; SetAsideError where
    `header` has a column twice or none with texts.
    """
    twice = _find_twice(header)
    if twice is not None:
        raise SetAsideError("broken table", f'{name}: two columns are called "{twice}"')
    places = _find_columns(header, name)
    documents = []
    for row, pairs in records:
        cells = dict(pairs)
        found = {}
        for column, names in places.items():
            values = (as_text(cells.get(key), "\n" if column == "text" else "; ") for key in names)
            cell = next((value for value in values if value and value.strip()), None)
            if cell:
                found[column] = mend_halves(cell.strip())
        text = found.pop("text", None)
        if text is None:
            rejects.append(Reject(name, row, "no text", f"{name} row {row} has no text"))
            continue
        if "published" in found and not (time := read_time(found["published"])):
            found["published_unread"] = found.pop("published")
        elif "published" in found:
            found["published"] = time
        documents.append(Document(text, encoding, row, found, "table"))
    if not documents and not rejects:
        raise SetAsideError("no text", f"{name} has no row below its header")
    return documents, rejects


def _key_of(column):
    return "".join(letter for letter in column.casefold() if letter.isalnum())


_KNOWN = {column: [_key_of(name) for name in names] for column, names in COLUMNS.items()}
_KEYS = {key for keys in _KNOWN.values() for key in keys}


def _find_twice(header):
    """Return the column that is read and that `header` has twice, in any case and spacing, else None."""
    seen = set()
    for column in header:
        key = _key_of(column)
        if key in _KEYS and key in seen:
            return column
        seen.add(key)
    return None


def _find_columns(header, name):
    """Return {column of `articles`: the header's names for it, best first}; SetAsideError where none is the text."""
    keys = {_key_of(column): column for column in header}
    found = {column: [keys[key] for key in names if key in keys] for column, names in _KNOWN.items()}
    if not found["text"]:
        side = f"; as a side table it must be called {name.lower()}" if name.lower() in SIDE_TABLES else ""
        raise SetAsideError("no text column", f"{name} has no column with texts: {', '.join(TEXT_COLUMNS)}{side}")
    return found


def read_time(cell):
    """Return a day or time in ISO 8601 as the cell has it, in figures or in words; None where it has no full date.

    A clock or zone that can't be is left out.
    """
    match = _TIME.match(cell)
    if match:
        day, clock, zone = match.groups()
        time = day + (f"T{clock}{(zone or '').replace('UTC', 'Z')}" if clock else "")
        return next((form for form in (time, day) if _is_time(form)), None)
    day = read_day(cell)
    return day and day.isoformat()


def _is_time(form):
    try:
        datetime.fromisoformat(form)
    except ValueError:
        return False
    return True
