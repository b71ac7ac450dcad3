"""Reads what lies in a folder: which files may be articles, which are set aside and why."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import regex

from ..rules import Setting

LARGEST_FILE = Setting("largest_file", 10_000_000, "bytes of a file that is still read",
                       chosen="a cap: the longest news texts have some 200,000 bytes; saved pages a few million")
LONGEST_TEXT = Setting("longest_text", 2_000_000, "characters of one article that is still read",
                       chosen="a cap: ten times the longest news texts; takes half a minute")

SIDE_TABLES = ("articles.csv", "people.csv", "frames.csv", "items.csv")
_GUIDES = {"readme", "read me", "guide", "license", "licence", "copying", "citation", "notice", "contributing"}
_GUIDE_WORDS = regex.compile(r"\b(?:folders?|files?|tables?|\.?csv|columns?|licen[cs]e[sd]?|copyright|warrant(?:y|ies)"
                             r"|permission"
                             r"|software|install|version|cite|citation|doi|dataset|data set|repository|archive)\b")
# Kinds of file that people bring and that are not read, with the way out.
_ADVICE = {".doc": "open it and save it as .docx", ".docm": "it may hold macros: save it as .docx",
           ".xlsm": "it may hold macros: save it as .xlsx", ".odt": "open it and save it as .docx",
           ".pages": "open it and export it as .docx", ".numbers": "open it and export it as .xlsx",
           ".epub": "copy its text to a .txt file", ".zip": "unpack it into the folder",
           ".gz": "unpack it", ".7z": "unpack it into the folder", ".rar": "unpack it into the folder",
           ".webarchive": "save the page as .html", ".url": "save the page itself as .html",
           ".png": "a picture holds no text: copy the words to a .txt file",
           ".jpg": "a picture holds no text: copy the words to a .txt file",
           ".jpeg": "a picture holds no text: copy the words to a .txt file"}
# UTF-8 that was read as cp1252, or Latin-1, or by a Macintosh: a lead byte and what may follow it.
_TAIL = "\x80-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
_MOJIBAKE = regex.compile(
    rf"[ÂÃ][{_TAIL}]|[âã][{_TAIL}]{{2}}|ð[{_TAIL}]{{3}}|(?:[ÐÑ][{_TAIL}]){{2,}}+|ï»¿|‚Ä[ôúùìîòö]|\ufffd++")
_HALVES = regex.compile(r"[\ud800-\udfff]")


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
    """An article as a file holds it: its text, its row in a table, what the file says of it by columns of `articles`.

    `source` says how the text was found.  Of an export of several articles `text` is the article's part of the file,
    `offset` where it begins there, `body` the spans of its body in it (default: all of it), `headline` that of its
    headline.
    """

    text: str
    encoding: str
    row: int | None = None
    known: dict | None = None
    source: str = "text"
    offset: int = 0
    body: tuple[tuple[int, int], ...] | None = None
    headline: tuple[int, int] | None = None


def mend_halves(text: str) -> str:
    """Return `text` with a sign for a lost letter in place of each half of a surrogate pair, which no file can hold."""
    return _HALVES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return `text` with a question mark for each letter that would break or turn the line it is shown in."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def count_mojibake(text: str) -> int:
    """Return the number of places in `text` where letters were garbled by a wrong encoding (â€™ for ’), or lost (�)."""
    return sum(1 for _ in _MOJIBAKE.finditer(text))


def count_hidden(text: str) -> int:
    """Return the number of characters in `text` that nobody sees: control, zero-width and direction marks."""
    return sum(unicodedata.category(letter) in ("Cc", "Cf") and letter not in "\t\n\r\v\f\x85\u00ad\u200c\u200d"
               for letter in text if letter < " " or letter > "~")


def list_files(folder: Path, suffixes: Iterable[str], named: Iterable[str] = ()) -> tuple[list[str], list]:
    """Return (names, rejects): the files of `folder` with one of `suffixes`, by name, and what else lies there.

    The side tables are neither.  Files in `named`, to which articles.csv gives a row, are no hidden ones.
    Raises InputError where there is no such folder.
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
        if name in SIDE_TABLES or _holds_notebooks(path):
            continue
        fault = _find_fault(path, name, suffixes, named)
        if fault:
            rejects.append(Reject(name, None, *fault))
        else:
            names.append(name)
    return names, rejects


def _holds_notebooks(path):
    """Tell whether `path` is the folder of notebooks that the command `lab` makes beside the articles, and no more."""
    return path.name == "notebooks" and path.is_dir() and not path.is_symlink() and all(
        one.suffix == ".ipynb" or one.name.startswith(".") for one in path.iterdir())


def _find_fault(path, name, suffixes, named):
    """Return (reason, detail) for what is no file to be read, else None."""
    if name != path.name:
        return "no file name", f"{name}: the name is not UTF-8"
    if path.is_symlink():
        return "a link", f"{name} is a link: it may lead out of the folder"
    if path.is_dir():
        return "a folder", f"{name} is a folder: the files in it are not read"
    if not path.is_file():
        return "not a file", f"{name} is a device or pipe"
    if name.startswith((".", "~$")) and name not in named:
        return "a hidden file", f"{name} is a hidden file: give it a name without the dot if it is an article"
    if path.suffix.lower() not in suffixes:
        advice = _ADVICE.get(path.suffix.lower())
        known = f"only {', '.join('*' + suffix for suffix in suffixes)} are read"
        return "not a kind of file that is read", f"{name}: {advice or known}"
    return None


def is_guide(name: str, text: str) -> bool:
    """Tell whether a file is called as guides to a folder are, and speaks of files, licences or versions."""
    stem = Path(name).stem.casefold()
    return stem in _GUIDES and Path(name).suffix.lower() in (".txt", ".text", ".md", ".html", ".htm") and (
        len(set(_GUIDE_WORDS.findall(text[:5000].casefold()))) > 1)


def read_bytes(path: Path, largest: int | None = None) -> bytes:
    """Return the bytes of the file at `path`; SetAsideError where it can't be opened or has more than `largest`."""
    most = largest or LARGEST_FILE.value
    try:
        with path.open("rb") as file:
            data = file.read(int(most) + 1)
    except OSError as error:
        raise SetAsideError("can't be opened", f"{path.name}: {error.strerror}") from None
    if len(data) > most:
        raise SetAsideError("too large", f"{path.name} is larger than {most / 1e6:g} MB (see largest_file)")
    return data
