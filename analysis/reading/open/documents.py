"""Opens a file of any kind that is read: `READERS` is the one table, suffix -> reader.

A reader takes (bytes, encoding or None, file name, list of rejects) and returns documents; it adds to the rejects,
raises SetAsideError for a file that it does not take, and ValueError for bytes that are no text.
"""

from pathlib import Path

from ..files import LONGEST_TEXT, Document, Reject, SetAsideError, read_bytes
from .encodings import decode
from .exports import split_export
from .mail import read_letter, read_markdown, read_web_archive
from .packed import read_docx, read_pdf, read_rtf, read_sheet
from .pages import read_page
from .rows import read_csv, read_json, read_json_lines, read_parquet


def read_text(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a text file: one, whose text is all that it holds, or those of an export.

    Raises SetAsideError where only its name is that of a text file.
    """
    for mark, kind in ((b"%PDF-", "a PDF"), (b"{\\rtf", "rich text")):
        if data.startswith(mark):
            raise SetAsideError("not a kind of file that is read", f"{name} is {kind}, not plain text")
    return split_export(*decode(data, encoding))


READERS = {".txt": read_text, ".text": read_text, ".md": read_markdown, ".html": read_page, ".htm": read_page,
           ".xhtml": read_page, ".mhtml": read_web_archive, ".mht": read_web_archive, ".eml": read_letter,
           ".docx": read_docx, ".rtf": read_rtf, ".pdf": read_pdf, ".csv": read_csv, ".tsv": read_csv,
           ".xlsx": read_sheet, ".xls": read_sheet, ".ods": read_sheet, ".json": read_json, ".jsonl": read_json_lines,
           ".ndjson": read_json_lines, ".parquet": read_parquet}


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
