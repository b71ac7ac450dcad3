"""Reads what lies in a folder: which files are articles, which are set aside, and in what encoding they stand."""

import codecs
import unicodedata
from pathlib import Path
from typing import NamedTuple

import regex

from ..thresholds import threshold

SIDE_TABLES = ("articles.csv", "people.csv", "frames.csv", "items.csv")
TEXT_COLUMNS = ("text", "article_body", "article_text", "content", "body", "full_text", "main_text", "plain_text",
                "body_text")  # what tables call their texts, best first
GUIDES = ("readme", "guide", "license", "licence", "copying", "citation")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_EMPTY = (("utf-32-le", (1, 2, 3)), ("utf-32-be", (0, 1, 2)), ("utf-16-le", (1, 3)), ("utf-16-be", (0, 2)))
# UTF-8 that was read as cp1252, or Latin-1, or by a Macintosh: a lead byte and what may follow it.
_TAIL = "\x80-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
_MOJIBAKE = regex.compile(
    rf"[ÂÃ][{_TAIL}]|[âã][{_TAIL}]{{2}}|ð[{_TAIL}]{{3}}|(?:[ÐÑ][{_TAIL}]){{2,}}+|ï»¿|‚Ä[ôúùìîòö]|\ufffd++")
_HALVES = regex.compile(r"[\ud800-\udfff]")
_PLAIN_CONTROLS = "\t\n\r\v\f\x1a\x1b\x85"


class InputError(ValueError):
    """What can't be set aside: one sentence that names file and row, for the eye of the user."""


class SetAsideError(ValueError):
    """What can be set aside: its arguments are the reason in two or three words and a sentence that names the file."""


class Reject(NamedTuple):
    """A file or row that is not taken, as a row of the table `rejects`."""

    file: str
    row: int | None
    reason: str
    detail: str


class Document(NamedTuple):
    """A text as a file holds it, its row in a table, and what the file says of it by columns of `articles`."""

    text: str
    encoding: str
    row: int | None = None
    known: dict | None = None
    source: str = "text"


def decode(data, encoding=None):
    """Return (text, encoding) of the bytes `data`: byte-order mark, NUL pattern, UTF-8, cp1252, in this order.

    A byte-order mark is a signature and no part of the text; line ends stay as they are.  `encoding`
    overrules.  Raises ValueError saying in a few words why the bytes are no text.
    """
    if encoding is not None:
        try:
            return data.decode(encoding).removeprefix("\ufeff"), codecs.lookup(encoding).name
        except LookupError:
            raise ValueError(f'there is no text encoding "{encoding}"') from None
        except UnicodeError:
            raise ValueError(f"its bytes are not {encoding}") from None
    for name in [*_guess(data), "utf-8", "cp1252"]:
        try:
            text = data.decode(name)
        except UnicodeError:
            if name in ("utf-16", "utf-32"):  # its mark says what it is, no byte of it would be a letter in the others
                raise ValueError(f"its bytes are not {name}") from None
            continue
        if _is_binary(text):
            raise ValueError("it holds binary data")
        return text, name
    if b"\0" in data:
        raise ValueError("it holds binary data")
    raise ValueError("its bytes are neither UTF-8 nor cp1252")


def _guess(data):
    """Return the encoding that a byte-order mark or the places of the NUL bytes speak for, as a list of 0 or 1."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return [name]
    sample = data[: 4096 - 4096 % 4]
    quarter = max(len(sample) // 4, 1)
    share = [sample[place::4].count(0) / quarter for place in range(4)]
    often, seldom = threshold("nul_often"), threshold("nul_seldom")
    for name, empty in _EMPTY:
        full = [place for place in range(4) if place not in empty]
        if all(share[place] >= often for place in empty) and all(share[place] <= seldom for place in full):
            return [name]
    return []


def _is_binary(text):
    """Tell whether control characters that no text needs are more than a few."""
    controls = sum(unicodedata.category(letter) == "Cc" and letter not in _PLAIN_CONTROLS for letter in text[:100_000])
    return "\0" in text or controls > threshold("controls") * len(text[:100_000])


def mend_halves(text):
    """Return `text` with a sign for a lost letter in place of each half of a surrogate pair, which no file can hold."""
    return _HALVES.sub("\ufffd", text)


def one_line(text):
    """Return `text` with a question mark for each letter that would break or turn the line it is shown in."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def count_mojibake(text):
    """Return the number of places in `text` where letters were garbled by a wrong encoding (â€™ for ’), or lost (�)."""
    return sum(1 for _ in _MOJIBAKE.finditer(text))


def count_hidden(text):
    """Return the number of characters in `text` that nobody sees: control, zero-width and direction marks."""
    return sum(unicodedata.category(letter) in ("Cc", "Cf") and letter not in "\t\n\r\v\f\x85\u00ad\u200c\u200d"
               for letter in text if letter < " " or letter > "~")


def list_files(folder, suffixes):
    """Return (names, rejects): the files of `folder` with one of `suffixes`, by name, and what else lies there.

    Hidden files, the side tables and guides are neither.  Raises InputError where there is no such folder.
    """
    folder = Path(folder)
    if not folder.exists():
        raise InputError(f"there is no folder {folder}")
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder")
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise InputError(f"{folder} can't be opened: {error.strerror}") from None
    names, rejects = [], []
    for path in paths:
        name = path.name.encode("utf-8", "backslashreplace").decode("utf-8")
        if name.startswith((".", "~$")) or name in SIDE_TABLES or path.stem.lower() in GUIDES:
            continue
        if name != path.name:
            rejects.append(Reject(name, None, "no file name", f"{name}: the name is not UTF-8"))
        elif path.is_symlink():
            rejects.append(Reject(name, None, "a link", f"{name} is a link: it may lead out of the folder"))
        elif path.is_dir():
            rejects.append(Reject(name, None, "a folder", f"{name} is a folder: the files in it are not read"))
        elif not path.is_file():
            rejects.append(Reject(name, None, "not a file", f"{name} is a device or pipe"))
        elif path.suffix.lower() not in suffixes:
            rejects.append(Reject(name, None, "not a kind of file that is read",
                                  f"{name}: only {', '.join('*' + suffix for suffix in suffixes)} are read"))
        else:
            names.append(name)
    return names, rejects


def read_bytes(path, largest=None):
    """Return the bytes of the file at `path`; SetAsideError where it can't be opened or has more than `largest`."""
    largest = largest or threshold("largest_file")
    try:
        with path.open("rb") as file:
            data = file.read(int(largest) + 1)
    except OSError as error:
        raise SetAsideError("can't be opened", f"{path.name}: {error.strerror}") from None
    if len(data) > largest:
        raise SetAsideError("too large", f"{path.name} is larger than {largest / 1e6:g} MB (see largest_file in"
                                         " thresholds.py)")
    return data
