"""Opens a file of any kind that is read: `READERS` is the one table, suffix -> reader.

A reader takes (bytes, encoding or None, file name, list of rejects) and returns documents; it adds to the rejects,
raises SetAsideError for a file that it does not take, and ValueError for bytes that are no text.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ..files import LONGEST_TEXT, Document, Reject, SetAsideError, read_bytes
from .encodings import decode
from .exports import split_export
from .rows import read_csv, read_json, read_json_lines, read_parquet


def read_text(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a text file: one, whose text is all that it holds, or those of an export.

    Raises SetAsideError where only its name is that of a text file.
    """
    for mark, kind in ((b"%PDF-", "a PDF"), (b"{\\rtf", "rich text")):
        if data.startswith(mark):
            raise SetAsideError("not a kind of file that is read", f"{name} is {kind}, not plain text")
    return split_export(*decode(data, encoding))


def _late(room: str, reader: str) -> Callable:
    """Return a reader whose room is imported when a file asks for it: most folders hold plain text and tables alone."""
    def read(*given):
        return getattr(import_module(f".{room}", __package__), reader)(*given)
    return read


_PAGE, _ARCHIVE, _SHEET = _late("pages", "read_page"), _late("mail", "read_web_archive"), _late("packed", "read_sheet")
READERS = {".txt": read_text, ".text": read_text, ".md": _late("mail", "read_markdown"), ".html": _PAGE, ".htm": _PAGE,
           ".xhtml": _PAGE, ".mhtml": _ARCHIVE, ".mht": _ARCHIVE, ".eml": _late("mail", "read_letter"),
           ".docx": _late("packed", "read_docx"), ".rtf": _late("packed", "read_rtf"),
           ".pdf": _late("packed", "read_pdf"),
           ".csv": read_csv, ".tsv": read_csv, ".xlsx": _SHEET, ".xls": _SHEET, ".ods": _SHEET, ".json": read_json,
           ".jsonl": read_json_lines, ".ndjson": read_json_lines, ".parquet": read_parquet}


def read_documents(path: Path, encoding: str | None = None, largest: int | None = None,
                   row: int | None = None) -> tuple[list[Document], list]:
    """Return (documents, rejects) of the file at `path`; a file that can't be read is one reject, of `row` if given.

    `encoding` overrules what the bytes speak for; `largest` is the size in bytes that is still read.
    """
    rejects = []
    try:
        documents = READERS[path.suffix.lower()](read_bytes(path, largest), encoding, path.name, rejects)
    except SetAsideError as error:
        return [], [*rejects, Reject(path.name, row, *error.args)]
    except ValueError as error:
        reason = "binary" if "binary" in str(error) else "undecodable"
        return [], [*rejects, Reject(path.name, row, reason, f"{path.name}: {error}")]
    kept = [document for document in documents if len(document.text) <= LONGEST_TEXT.value]
    rejects += [Reject(path.name, document.row, "too large", f"{path.name} is one text of {len(document.text):,}"
                       " characters (see longest_text)") for document in documents if document not in kept]
    return kept, rejects
