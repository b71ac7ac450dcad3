"""Reads tables that hold the texts themselves, an article a row: csv, JSON Lines, Parquet.

Columns are known by Media Cloud's names and the usual others, in any case and spacing.  Everything is
read as text: an id 007 stays 007, an outlet NA stays NA.
"""

import io
import json

import regex

from ..thresholds import threshold
from .dates import read_day
from .files import Document, InputError, Reject, SetAsideError, decode
from .sidetables import parse_csv

# Column of `articles`: the names that tables give it, best first.
COLUMNS = {
    "text": ("text", "article_body", "content", "body", "full_text"),
    "outlet": ("outlet", "media_name", "publisher", "site_name", "source", "source_name", "newspaper"),
    "headline": ("headline", "title"),
    "published": ("published", "date_published", "publish_date", "published_at", "publication_date", "pub_date",
                  "date"),
    "byline": ("byline", "author", "authors"),
    "url": ("url", "link", "address"),
    "language": ("language", "lang"),
    "id": ("id", "stories_id", "guid"),
}
_TIME = regex.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?(?:\.\d+)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?")
_HALVES = regex.compile(r"[\ud800-\udfff]")


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
    records, rejects, header = [], [], []
    for row, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            cells = json.loads(line, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_Pairs)
        except (ValueError, RecursionError):
            cells = None
        if isinstance(cells, _Pairs):
            records.append((row, [(key, as_text(value)) for key, value in cells]))
            header += [key for key, _ in cells if key not in header]
        else:
            rejects.append(Reject(name, row, "broken row", f"{name} row {row} is not a JSON object"))
    if not records:
        raise SetAsideError("broken table" if rejects else "no text",
                            f"{name}: no line of it is a JSON object" if rejects else f"{name} is empty")
    return read_records(records, header, encoding, name, rejects)


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
        columns = table.read().to_pydict()
    except (ArrowException, OSError, ValueError, OverflowError) as error:
        if isinstance(error, SetAsideError):
            raise
        raise SetAsideError("broken table", f"{name} is not a Parquet table that can be read") from None
    header = list(columns)
    values = zip(*columns.values(), strict=True)
    records = [(row, [(key, as_text(value)) for key, value in zip(header, cells, strict=True)])
               for row, cells in enumerate(values, 1)]
    return read_records(records, header, "utf-8", name, [])


class _Pairs(list):
    """The pairs of a JSON object, so that it is told from an array."""


def as_text(value):
    """Return a value as text, of objects their name, of lists their members; missing stays missing."""
    if isinstance(value, _Pairs | dict):
        return next((as_text(part) for key, part in (value.items() if isinstance(value, dict) else value)
                     if key in ("name", "value")), None)
    if isinstance(value, list | tuple):
        return "; ".join(part for part in map(as_text, value) if part) or None
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return None if value is None else str(value)


def read_records(records, header, encoding, name, rejects):
    """Return (documents, rejects) of `records`, a list of (row, pairs of a column's name and its cell).

    `rejects` is the list that goes on; SetAsideError where `header` has no column with texts.
    """
    places = _find_columns(header, name)
    documents = []
    for row, pairs in records:
        cells = dict(pairs)
        found = {}
        for column, names in places.items():
            cell = next((cells[key] for key in names if cells.get(key) and cells[key].strip()), None)
            if cell:
                found[column] = _HALVES.sub("\ufffd", cell.strip())
        text = found.pop("text", None)
        if text is None:
            rejects.append(Reject(name, row, "no text", f"{name} row {row} has no text"))
            continue
        if "published" in found:
            found["published"] = _read_time(found["published"])
        documents.append(Document(text, encoding, row, {key: cell for key, cell in found.items() if cell}, "table"))
    if not documents and not rejects:
        raise SetAsideError("no text", f"{name} has no row below its header")
    return documents, rejects


def _find_columns(header, name):
    """Return {column of `articles`: the header's names for it, best first}; SetAsideError where none is the text."""
    keys = {}
    for column in header:
        keys.setdefault("".join(letter for letter in column.casefold() if letter.isalnum()), []).append(column)
    known = {column: [name.replace("_", "") for name in names] for column, names in COLUMNS.items()}
    for names in known.values():
        twice = next((keys[key] for key in names if len(keys.get(key, ())) > 1), None)
        if twice:
            raise SetAsideError("broken table", f'{name}: two columns are called "{twice[1]}"')
    found = {column: [keys[key][0] for key in names if key in keys] for column, names in known.items()}
    if not found["text"]:
        raise SetAsideError("no text column", f"{name} has no column with texts: {', '.join(COLUMNS['text'])}")
    return found


def _read_time(cell):
    """Return a day or time in ISO 8601 as the cell has it, in figures or in words; None where it has no full date."""
    match = _TIME.match(cell)
    if match:
        day, time, zone = match.groups()
        return day + (f"T{time}{(zone or '').replace('UTC', 'Z')}" if time else "")
    day = read_day(cell)
    return day and day.isoformat()
