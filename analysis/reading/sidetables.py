"""Reads the side tables of a folder: articles.csv, people.csv, frames.csv, items.csv.

Every cell is text (an id 007 stays 007, an outlet NA stays NA); only the empty cell is missing.
"""

import difflib
import os
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from ..english.grammar import CLOSED, find_class
from ..english.words import fold
from ..tables import FUNCTIONS
from .files import InputError, Reject
from .open.columns import TEXT_COLUMNS
from .open.encodings import decode
from .open.tables import parse_csv

ARTICLES = ("file", "outlet", "outlet_source", "headline", "byline", "credit", "published", "published_source",
            "url", "language", "encoding", "note")
PEOPLE = ("name", "aliases", "role", "side", "type", "note")
FRAMES = ("frame", "function", "term", "note")
TYPES = ("official", "opposition", "expert", "citizen", "media", "person", "office", "institution", "body", "group",
         "company", "country", "document", "unnamed")
ITEMS = ("item", "label", "file", "excerpt", "state", "statement", "coder", "note")


def read_table(path: str | Path, columns: Sequence[str], required: Sequence[str] = ()) -> pd.DataFrame:
    """Return the table at `path` as a DataFrame of str with all `columns`, its index the row in the file (header: 1).

    Commas, semicolons or tabs part the cells; any encoding that articles may have.  A file that is
    not there gives a table without rows.  Raises InputError naming file and row: no header, an
    unknown or doubled column, a row with more or fewer cells than the header, a quotation mark
    never closed, an empty cell in a `required` column.
    """
    path = Path(path)
    if not path.exists() and not path.is_symlink():
        return _tabulate([], columns, [])
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
    return _tabulate([dict(zip(header, cells, strict=False)) for _, cells in rows], columns, [row for row, _ in rows])


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


def _tabulate(rows, columns, index):
    table = pd.DataFrame(rows, columns=list(columns), index=pd.Index(index, dtype="int64", name="row"), dtype="str")
    return table.where(table.ne("").fillna(False))


def _in(folder, name):
    return Path(folder or os.devnull) / name


def load_people(folder: str | Path | None = None) -> pd.DataFrame:
    """Return people.csv of `folder`: name, aliases (parted by |), role, side, type, note; maybe without rows.

    An alias that stands for nobody (one letter, a function word) is left out, and a type that there is none of is
    missing: `check_side_tables` tells of both.  Raises InputError naming both rows where two people share a name.
    """
    people = read_table(_in(folder, "people.csv"), PEOPLE, ["name"])
    check_people(people)
    people["aliases"] = [_keep_aliases(cell) for cell in people["aliases"]]
    people["type"] = people["type"].where([_is_type(cell) for cell in people["type"]])
    return people.astype("str").reset_index(drop=True)


def check_people(people: pd.DataFrame) -> None:
    """Raise InputError where a name or alias of `people` (name, aliases; its index the row) stands in two rows."""
    rows = {}
    for row, name, aliases in zip(people.index, people["name"], people["aliases"], strict=True):
        for form in [name, *_part(aliases)]:
            first = rows.setdefault(fold(form), (row, name))
            if first[0] != row:
                raise InputError(f'people.csv row {row}: "{form}" names {first[1]} in row {first[0]} already:'
                                 " one name can stand for one actor only")


def load_frames(folder: str | Path | None = None) -> pd.DataFrame:
    """Return frames.csv of `folder`: frame, function (theme where empty), term, note; maybe without rows."""
    path = _in(folder, "frames.csv")
    frames = read_table(path, FRAMES, ["frame", "term"])
    frames["function"] = frames["function"].fillna("theme").str.lower()
    for row, function in frames["function"].items():
        if function not in FUNCTIONS:
            known = ", ".join(FUNCTIONS)
            raise InputError(f'{path.name} row {row}: function "{function}" is not one of {known}')
    return frames.reset_index(drop=True)


def check_side_tables(folder: str | Path) -> list:
    """Return rejects for what stands in people.csv and frames.csv of `folder` and can do nothing."""
    rejects = []
    people = read_table(_in(folder, "people.csv"), PEOPLE, ["name"])
    for row, name, aliases, kind in zip(people.index, people["name"], people["aliases"], people["type"], strict=True):
        rejects += [Reject("people.csv", row, "no alias",
                            f'people.csv row {row}: the alias "{alias}" of {name} is a word'
                           " of any text and is not used") for alias in _part(aliases) if _is_common(alias)]
        if not _is_type(kind):
            rejects.append(Reject("people.csv", row, "unknown type",
                                  f'people.csv row {row}: type "{kind}" is not one of'
                                  f" {', '.join(TYPES)}"))
    frames = read_table(_in(folder, "frames.csv"), FRAMES, ["frame", "term"])
    for row, term in frames["term"].items():
        why = _find_term_fault(term)
        if why:
            rejects.append(Reject("frames.csv", row, "no term", f'frames.csv row {row}: the term "{term}" can match'
                                  f" nothing: {why}"))
    return rejects


def _part(aliases):
    return [alias.strip() for alias in aliases.split("|") if alias.strip()] if isinstance(aliases, str) else []


def _is_common(alias):
    """Tell whether an alias is one letter or a function word; WHO and US in capitals are names, Will and May too."""
    if len(fold(alias)) == 1:
        return True
    kind = find_class(fold(alias))
    return kind in CLOSED and not alias.isupper() and (kind != "auxiliary" or alias.islower())


def _keep_aliases(cell):
    kept = [alias for alias in _part(cell) if not _is_common(alias)]
    return "|".join(kept) or None


def _is_type(cell):
    return not isinstance(cell, str) or cell.lower() in TYPES


def _find_term_fault(term):
    """Return why a term of a theme can match nothing, None where it can."""
    if not any(letter.isalnum() for letter in term):
        return "no letter or number is in it"
    if "*" in term.rstrip("*") or "?" in term:
        return "a star stands at the end of a word only, and other signs stand for themselves"
    return None


def load_hand(folder: str | Path | None = None) -> pd.DataFrame:
    """Return items.csv of `folder`, a reader's own links and labels, and `row`, the row in it; maybe without rows."""
    return read_table(_in(folder, "items.csv"), ITEMS, ["item"]).reset_index()
