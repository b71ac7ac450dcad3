"""Reads what programs of an office write: .docx, .rtf, .pdf, .xlsx, .xls, .ods.

Only words are taken: no macro, link or formula runs.  What can't be read is one reject that says what to do; how much
a file unpacks to is measured before anything parses it.
"""

import io
import zipfile

import regex
from lxml import etree

from ..files import Document, SetAsideError
from .columns import is_header
from .exports import split_export
from .rows import read_records
from .tables import UNPACKED, pair_rows

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old or encrypted document of Microsoft's
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNPRINTED = {_W + "del", _W + "moveFrom", _W + "instrText", _W + "delText", _FALLBACK}
_CODE_PAGE = regex.compile(rb"\\ansicpg(\d{3,5})")
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})


def read_docx(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a Word file: its paragraphs, a line each; deleted and hidden text is none of it."""
    if data.startswith(_OLE):
        raise SetAsideError("encrypted",
                            f"{name} is protected by a password or an old .doc: save it as .docx without one")
    with _open_zip(data, name) as packed:
        if any(part.endswith("vbaProject.bin") for part in packed.namelist()):
            raise SetAsideError("holds macros", f"{name} holds macros: save it as a plain .docx")
        if "word/document.xml" not in packed.namelist():
            raise SetAsideError("broken document", f"{name} is not a Word document that can be read")
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            root = etree.fromstring(packed.read("word/document.xml"), parser)
        except (etree.XMLSyntaxError, zipfile.BadZipFile, ValueError, OSError, RuntimeError):
            raise SetAsideError("broken document", f"{name} is not a Word document that can be read") from None
    return split_export("\n".join(_list_paragraphs(root)), "utf-8", "docx")


def _list_paragraphs(root):
    """Return the text of each paragraph; a text box stands behind the paragraph that holds it."""
    lines, open_lines = [], []
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag
        if tag == _W + "p":
            if event == "start":
                open_lines.append([])
            else:
                lines += "".join(open_lines.pop()).split("\n")
        elif (event == "start" and open_lines and tag in (_W + "t", _W + "tab", _W + "br", _W + "cr")
              and not _is_unprinted(node)):
            open_lines[-1].append(node.text or "" if tag == _W + "t" else "\t" if tag == _W + "tab" else "\n")
    return lines


def _is_unprinted(node):
    """Tell whether a piece of text was deleted, is hidden, or stands for readers of older programs."""
    run = node.getparent()
    if run is not None and run.tag == _W + "r" and run.find(f"{_W}rPr/{_W}vanish") is not None:
        return True
    return any(above.tag in _UNPRINTED for above in node.iterancestors())


def read_rtf(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a rich text file; its codes are no words."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise SetAsideError("broken document", f"{name} is not rich text")
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise SetAsideError("needs striprtf", f"{name}: to read it, run python -m pip install striprtf") from None
    page = _CODE_PAGE.search(data[:2000])
    try:
        text = rtf_to_text(data.decode("latin-1"), encoding or (f"cp{int(page[1])}" if page else "cp1252"), "replace")
    except (LookupError, UnicodeError, ValueError, IndexError, RecursionError):
        text = ""
    if not text.strip() or _braces(data) > 2:
        raise SetAsideError("broken document", f"{name} is broken rich text: open it and save it as .docx or .txt")
    return split_export(text.replace("\xa0", " "), "utf-8", "rtf")


def _braces(data):
    """Return by how many braces a rich text file is open or closed too often."""
    plain = regex.sub(rb"\\[{}\\]", b"", data)
    return abs(plain.count(b"{") - plain.count(b"}"))


def read_pdf(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a PDF with a text layer, its pages parted by form feeds."""
    try:
        import pypdf
    except ImportError:
        raise SetAsideError("needs pypdf", f"{name}: to read it, run python -m pip install pypdf") from None
    import logging
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SetAsideError("encrypted", f"{name} is protected by a password: print it to a new PDF without one")
        pages, size = [], 0
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            size += len(pages[-1])
            if size > UNPACKED.value / 10:
                raise SetAsideError("too large", f"{name} unfolds to more than {UNPACKED.value / 1e7:g} MB of text")
    except SetAsideError:
        raise
    except Exception as error:  # whatever a damaged file does to the parser
        needs = "cryptography" in str(error).lower()
        raise SetAsideError("encrypted" if needs else "broken document", f"{name} is "
                            + ("protected: print it to a new PDF without a password" if needs else
                               "not a PDF that can be read: print it to a new PDF")) from None
    text = "\f".join(pages).translate(_LIGATURES)
    if sum(map(str.isalpha, text)) < 20 * max(len(pages), 1) and sum(map(str.isalpha, text)) < 200:
        raise SetAsideError("no text", f"{name} is a scan without a text layer: run character recognition (OCR) on it"
                            " or copy its words to a .txt file")
    return split_export(text, "utf-8", "pdf")


def read_sheet(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a spreadsheet: each sheet is a table whose header names the column with the texts."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise SetAsideError("needs python-calamine",
                            f"{name}: to read it, run python -m pip install python-calamine") from None
    if data.startswith(b"PK"):
        _open_zip(data, name).close()
    elif data.startswith(_OLE) and not name.lower().endswith(".xls"):
        raise SetAsideError("encrypted", f"{name} is protected by a password: save it without one")
    documents, headers = [], 0
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [(sheet, book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)) for sheet in book.sheet_names]
    except (CalamineError, ValueError, OSError) as error:
        locked = "password" in str(error).lower() or "encrypt" in str(error).lower()
        raise SetAsideError("encrypted" if locked else "broken table", f"{name} is "
                            + ("protected by a password: save it without one" if locked else
                               "not a spreadsheet that can be read")) from None
    shift = 0
    for _, rows in sheets:
        cells = [(shift + number, [_read_cell(cell) for cell in row]) for number, row in enumerate(rows, 1)]
        shift += len(rows)
        cells = [(number, row) for number, row in cells if any(str(cell or "").strip() for cell in row)]
        top = next((place for place, (_, row) in enumerate(cells[:6]) if is_header([str(cell or "") for cell in row])),
                   None)
        if top is None:
            continue
        headers += 1
        header = [str(cell or "") for cell in cells[top][1]]
        width = max(place for place, cell in enumerate(header, 1) if cell)
        header, records = pair_rows([(number, row) for number, row in cells[top:]] and
                                    [(cells[top][0], header[:width]), *cells[top + 1:]], name, rejects)
        documents += read_records(records, header, "utf-8", name, rejects)
    if not headers:
        raise SetAsideError("no text column", f"{name} has no sheet with a column of texts below its header")
    return documents


def _read_cell(cell):
    """Return the value of a cell: a whole number without its point, a time in ISO 8601, else as it is."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if hasattr(cell, "isoformat"):
        return cell.isoformat().removesuffix("T00:00:00")
    return cell


def _open_zip(data, name):
    """Return the open archive `data` once all of it was unpacked to count its bytes; SetAsideError where it is none."""
    try:
        packed, size = zipfile.ZipFile(io.BytesIO(data)), 0
        for part in packed.infolist():
            with packed.open(part) as file:
                while chunk := file.read(1 << 20):
                    size += len(chunk)
                    if size > UNPACKED.value:
                        raise SetAsideError("too large", f"{name} unfolds to more than {UNPACKED.value / 1e6:g} MB"
                                            " (see largest_table)")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        if isinstance(error, SetAsideError):
            raise
        locked = "encrypted" in str(error) or "password" in str(error)
        raise SetAsideError("encrypted" if locked else "broken document", f"{name} is "
                            + ("protected by a password: save it without one" if locked else
                               "damaged: open it and save it again")) from None
    return packed
