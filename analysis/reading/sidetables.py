"""Reads the side tables of a folder: articles.csv, people.csv, frames.csv, items.csv.

Every cell is text (an id 007 stays 007, an outlet NA stays NA); only the empty cell is missing.
"""

import csv
import difflib
import io
import os
from pathlib import Path

import pandas as pd

from ..tables import FUNCTIONS
from .files import TEXT_COLUMNS, InputError, decode

ARTICLES = ("file", "outlet", "outlet_source", "headline", "byline", "credit", "published", "published_source",
            "url", "language", "encoding", "note")
PEOPLE = ("name", "aliases", "role", "side", "type", "note")
FRAMES = ("frame", "function", "term", "note")
ITEMS = ("item", "label", "file", "excerpt", "state", "statement", "coder", "note")


def read_table(path, columns, required=()):
    """Return the table at `path` as a DataFrame of str with all `columns`, its index the row in the file (header: 1).

    Commas, semicolons or tabs part the cells; any encoding that articles may have.  A file that is
    not there gives a table without rows.  Raises InputError naming file and row: no header, an
    unknown or doubled column, a row with more or fewer cells than the header, a quotation mark
    never closed, an empty cell in a `required` column.
    """
    path = Path(path)
    if not path.exists() and not path.is_symlink():
        return _as_frame([], columns, [])
    if path.is_symlink() or not path.is_file():
        raise InputError(f"{path.name} is not a plain file")
    try:
        text, _ = decode(path.read_bytes())
    except ValueError as error:
        raise InputError(f"{path.name} can't be read: {error}") from None
    rows = parse_csv(text, path.name)
    if not rows:
        raise InputError(f"{path.name} is empty: its first row must name the columns")
    (_, header), *rows = rows
    header = _check_header(header, columns, required, path.name)
    for row, cells in rows:
        extra = len(cells) - len(header)
        if extra < 0 or any(cells[len(header):]):
            raise InputError(f"{path.name} row {row}: {len(cells)} cells where the header has {len(header)}")
        for name in required:
            if not cells[header.index(name)]:
                raise InputError(f'{path.name} row {row}: nothing in the column "{name}"')
    return _as_frame([dict(zip(header, cells, strict=False)) for _, cells in rows], columns, [row for row, _ in rows])


def parse_csv(text, name):
    """Return [(row, cells)] of a csv text, empty rows left out but counted; the cells stripped.

    The mark that the first row has most of parts the cells: comma, semicolon or tab; a row above the header
    that names it (sep=;), as spreadsheets write it, is left out.  Raises InputError naming the file `name`
    and the row where a quotation mark is not closed, or closed within a cell.
    """
    head = next((line for line in text.splitlines() if line.strip()), "")
    named = head.lower().startswith("sep=") and head[4:5] in ",;\t" and not head[5:].strip(" ,;\t")
    mark = head[4] if named else max(",;\t", key=head.count)
    csv.field_size_limit(max(len(text), csv.field_size_limit()))  # a cell may hold a whole text
    rows, row = [], 0
    try:
        for row, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True), 1):
            if any(cell.strip() for cell in cells):
                rows.append((row, [cell.strip() for cell in cells]))
        rows = rows[1:] if named else rows
    except csv.Error as error:
        why = ("a quotation mark is opened and never closed" if "end of data" in str(error) else
               "something stands behind a closing quotation mark" if "expected after" in str(error) else str(error))
        raise InputError(f"{name} row {row + 1}: {why}") from None
    return rows


def _check_header(header, columns, required, name):
    while header and not header[-1]:
        header = header[:-1]
    header = [cell.lower() for cell in header]
    for column in header:
        if header.count(column) > 1:
            raise InputError(f'{name}: two columns are called "{column}"')
        if column not in columns:
            if column in TEXT_COLUMNS:
                raise InputError(f'{name}: unknown column "{column}"; give a table with the texts in it another name')
            near = difflib.get_close_matches(column, columns, 1)
            hint = f'did you mean "{near[0]}"?' if near else "known are " + ", ".join(columns)
            raise InputError(f'{name}: unknown column "{column}"; {hint}')
    for column in required:
        if column not in header:
            raise InputError(f'{name}: no column "{column}"')
    return header


def _as_frame(rows, columns, index):
    frame = pd.DataFrame(rows, columns=list(columns), index=pd.Index(index, dtype="int64", name="row"), dtype="str")
    return frame.where(frame.ne("").fillna(False))


def _in(folder, name):
    return Path(folder or os.devnull) / name


def load_people(folder=None):
    """Return people.csv of `folder`: name, aliases (parted by |), role, side, type, note; maybe without rows."""
    return read_table(_in(folder, "people.csv"), PEOPLE, ["name"]).reset_index(drop=True)


def load_frames(folder=None):
    """Return frames.csv of `folder`: frame, function (theme where empty), term, note; maybe without rows."""
    path = _in(folder, "frames.csv")
    frames = read_table(path, FRAMES, ["frame", "term"])
    frames["function"] = frames["function"].fillna("theme").str.lower()
    for row, function in frames["function"].items():
        if function not in FUNCTIONS:
            known = ", ".join(FUNCTIONS)
            raise InputError(f'{path.name} row {row}: function "{function}" is not one of {known}')
    return frames.reset_index(drop=True)


def load_hand(folder=None):
    """Return items.csv of `folder`, a reader's own links and labels, and `row`, the row in it; maybe without rows."""
    return read_table(_in(folder, "items.csv"), ITEMS, ["item"]).reset_index()
