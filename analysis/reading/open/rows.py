"""Reads tables that hold the texts themselves, an article a row: csv, JSON, Parquet, spreadsheets.

Columns are known by Media Cloud's names and the usual others (see `columns`).  Everything is read as text: an id 007
stays 007, an outlet NA stays NA.
"""

import io
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import regex

from ..dates import read_day
from ..files import LONGEST_TEXT, SIDE_TABLES, Document, InputError, Reject, SetAsideError, mend_halves
from .columns import TEXT_COLUMNS, find_columns, find_twice, is_header, key_of
from .encodings import decode, is_binary, is_wide
from .markup import plain_text
from .tables import UNPACKED, iter_parquet, pair_rows, parse_csv

_TIME = regex.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?(?:\.\d+)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?(?!\d)")
_BEFORE_CHRIST = regex.compile(r"\bB\.?C\.?(?:E\.?)?\b")
_MARKED_UP = ("text", "headline", "byline")  # columns whose cells may hold tags and entities
_DEPTH = 4  # levels of an answer of a news service at which its list of articles is looked for


def _decode_rows(data, encoding, name, rejects):
    """Return (text, encoding) of a table; a line whose bytes are no text is one reject where the others are UTF-8.

    Lines in UTF-8 that hold more than ASCII speak for it, as long as they are as many as those that are not.
    Rejected lines stay as empty ones, so that the others keep their numbers.
    """
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    texts = [_decode_line(line) for line in lines]
    broken = [row for row, text in enumerate(texts, 1) if text is None]
    spoken = sum(text is not None and not text.isascii() for text in texts)
    if encoding is not None or not broken or texts[0] is None or is_wide(data) or spoken < len(broken):
        return decode(data, encoding)
    rejects += [Reject(name, row, "broken row", f"{name} row {row}: its bytes are not utf-8") for row in broken]
    return "\n".join(text or "" for text in texts), "utf-8"


def _decode_line(line):
    try:
        return None if b"\0" in line else line.decode("utf-8")
    except UnicodeError:
        return None


def read_csv(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a csv table; its rows are counted from 1, the header as one of them.

    Rows that are not taken are added to `rejects`.  Raises ValueError where the bytes are no text, SetAsideError
    where the table is broken or has no text.
    """
    text, encoding = _decode_rows(data, encoding, name, rejects)
    if "\0" in text:
        raise ValueError("it holds binary data")
    try:
        rows = parse_csv(text, name, is_header)
    except InputError as error:
        raise SetAsideError("broken table", str(error)) from None
    if not rows:
        raise SetAsideError("no text", f"{name} is empty")
    header, records = pair_rows(rows, name, rejects)
    return read_records(records, header, encoding, name, rejects)


def read_json_lines(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a file with one JSON object a line; its rows are its lines, from 1."""
    text, encoding = _decode_rows(data, encoding, name, rejects)
    return _read_objects([(row, line, _parse(line)) for row, line in enumerate(text.split("\n"), 1) if line.strip()],
                         encoding, name, rejects, "no line of it is a JSON object")


def read_json(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a JSON file: a list of objects (also inside an answer), one object or one a line."""
    text, encoding = decode(data, encoding)
    if not text.strip():
        raise SetAsideError("no text", f"{name} is empty")
    parsed = _parse(text)
    if parsed is None:
        return read_json_lines(data, encoding, name, rejects)
    found = _find_articles(parsed, 0) or ([parsed] if isinstance(parsed, _Pairs) else parsed)
    if not isinstance(found, list) or not found:
        raise SetAsideError("no text", f"{name} holds no list of JSON objects")
    return _read_objects([(row, "", _unwrap(entry)) for row, entry in enumerate(found, 1)], encoding, name, rejects,
                         "none of its entries is a JSON object")


def read_parquet(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a Parquet table; its rows are counted from 1."""
    header, records = [], []
    for header, rows in iter_parquet(io.BytesIO(data), name, rejects, UNPACKED.value):  # noqa: B007
        records += rows
    if not header and rejects:
        return []
    return read_records(records, header, "utf-8", name, rejects)


class _Pairs(list):
    """The pairs of a JSON object, so that it is told from an array."""


def _parse(text):
    """Return the value of a JSON text, its objects as _Pairs, its numbers as strings; None where it is broken."""
    try:
        return json.loads(text, parse_int=_Number, parse_float=_Number, parse_constant=_read_constant,
                          object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return None


class _Number(str):
    """A number as JSON writes it: an id, never a text."""


def _read_constant(name):
    """Return what stands in JSON for a number that is none: nothing for NaN, which programs write for a gap."""
    return None if name == "NaN" else _Number(name)


def _find_articles(value, depth):
    """Return the list of objects with texts that stands highest in `value`, else None."""
    if isinstance(value, list) and not isinstance(value, _Pairs):
        objects = [_unwrap(entry) for entry in value]
        told = any(isinstance(entry, _Pairs) and find_columns([key for key, _ in entry])["text"] for entry in objects)
        return value if told else None
    if isinstance(value, _Pairs) and depth < _DEPTH:
        if find_columns([key for key, _ in value])["text"] and not any(isinstance(part, list) for _, part in value):
            return None
        return next((found for _, part in value if (found := _find_articles(part, depth + 1))), None)
    return None


def _unwrap(entry):
    """Return the object of an entry; search engines wrap it once (_source, fields, attributes)."""
    if isinstance(entry, _Pairs):
        return next((part for key, part in entry if key in ("_source", "fields", "attributes", "article")
                     and isinstance(part, _Pairs)), entry)
    return entry


def _read_objects(entries, encoding, name, rejects, none):
    """Return the documents of `entries`, a list of (row, its text, what it parses to)."""
    records, spelled, broken = [], {}, []
    for row, _, cells in entries:
        if not isinstance(cells, _Pairs):
            broken.append(Reject(name, row, "broken row", f"{name} row {row} is not a JSON object"))
        elif twice := find_twice([key for key, _ in cells]):
            broken.append(Reject(name, row, "broken row", f'{name} row {row}: two values are called "{twice}"'))
        else:
            records.append((row, [(spelled.setdefault(key_of(key), key), value) for key, value in cells]))
    if len(broken) == 1 or records:
        rejects += broken
    if not records:
        if len(broken) == 1:
            return []
        raise SetAsideError("broken table" if broken else "no text",
                            f"{name}: {none}" if broken else f"{name} is empty")
    return read_records(records, list(spelled.values()), encoding, name, rejects)


def as_text(value: Any, mark: str = "; ") -> str | None:
    """Return a value as text, of objects their name, of lists their members and `mark`; missing stays missing."""
    if isinstance(value, _Pairs | dict):
        return next((as_text(part) for key, part in (value.items() if isinstance(value, dict) else value)
                     if key in ("name", "title", "value")), None)
    if isinstance(value, list | tuple):
        return mark.join(part for part in map(as_text, value) if part) or None
    if value is None or value != value:  # not a number: a gap
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return str(value)


def read_records(records: Iterable[tuple], header: Sequence[str], encoding: str, name: str,
                 rejects: list) -> list[Document]:
    """Return the documents of `records`, a list of (row, pairs of a column's name and its cell).

    Lists in the column with texts are paragraphs.  Rows not taken are added to `rejects`; SetAsideError where
    `header` has a column twice or none with texts.
    """
    twice = find_twice(header)
    if twice is not None:
        raise SetAsideError("broken table", f'{name}: two columns are called "{twice}"')
    places = find_columns(header)
    if not places["text"] and not (rejects and rejects[-1].file == name and not records):
        side = f"; as a side table it must be called {name.lower()}" if name.lower() in SIDE_TABLES else ""
        raise SetAsideError("no text column", f"{name} has no column with texts: {', '.join(TEXT_COLUMNS)}{side}")
    documents = []
    for row, pairs in records:
        found = _read_cells(dict(pairs), places)
        fault = _find_fault(found.get("text"), f"{name} row {row}")
        if fault:
            rejects.append(Reject(name, row, *fault))
            continue
        text = found.pop("text")
        if "published" in found and not (time := read_time(found["published"])):
            found["published_unread"] = found.pop("published")
        elif "published" in found:
            found["published"] = time
        documents.append(Document(text, encoding, row, found, "table"))
    if not documents and not rejects:
        raise SetAsideError("no text", f"{name} has no row below its header")
    return documents


def _read_cells(cells, places):
    """Return {column of `articles`: text of the first cell for it that has any}."""
    found = {}
    for column, names in places.items():
        for value in map(cells.get, names):
            if column == "text" and (isinstance(value, bool | int | float | _Number | _Pairs | dict)):
                continue  # a mark or a number is no text
            cell = as_text(value, "\n" if column == "text" else "; ")
            if cell and cell.strip():
                cell = plain_text(cell.strip()) if column in _MARKED_UP else cell.strip()
                found[column] = mend_halves(cell)
                break
    return found


def _find_fault(text, place):
    """Return (reason, detail) for a text that is not taken, else None."""
    if text is None:
        return "no text", f"{place} has no text"
    if is_binary(text):
        return "binary", f"{place} holds binary data"
    if len(text) > LONGEST_TEXT.value:
        return "too large", f"{place} is one text of {len(text):,} characters (see longest_text)"
    return None


def read_time(cell: str) -> str | None:
    """Return a day or time in ISO 8601 as the cell has it, in figures or in words; None where it has no full date.

    A clock or zone that can't be is left out; a day before Christ is none of publication.
    """
    if _BEFORE_CHRIST.search(cell):
        return None
    match = _TIME.match(cell)
    if match:
        day, clock, zone = match.groups()
        time = day + (f"T{clock}{(zone or '').replace('UTC', 'Z')}" if clock else "")
        return next((form for form in (time, day) if _is_time(form)), None)
    day = read_day(cell)
    return day.isoformat() if day else None


def _is_time(form):
    try:
        datetime.fromisoformat(form)
    except ValueError:
        return False
    return True
