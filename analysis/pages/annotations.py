"""What was marked in the texts, for other tools: W3C Web Annotations, and a REFI-QDA project.

Offsets are Unicode characters of the text files beside them, whose line ends are \\n.
"""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from uuid import UUID, uuid5
from xml.etree import ElementTree as Xml

import pandas as pd
import regex

from ..tables import TABLES, rows_of

# Tables that part a text rather than mark something in it, and columns that say where and not what.
_PARTS = {"lines", "paragraphs", "marks", "sentences", "words"}
_PLACE = {"article", "start", "end", "text", "sentence", "paragraph", "position", "mention_start", "mention_end",
          "other_start", "other_end", "other_sentence", "statement", "utterance", "quote", "item", "score"}
_AROUND = 32  # characters before and behind, by which a reader of the text finds a place again
_SPACE = UUID("6f1f3d4e-0d7a-5c0b-9c57-2a3f2f6c8a11")  # of our own names
_NAMESPACE = "urn:QDA-XML:project:1.0"
_NOT_XML = regex.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_NOT_NAME = regex.compile(r'[\x00-\x1F<>:"/\\|?*%]')
_DEVICE = regex.compile(r"^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?=\.|$)", regex.IGNORECASE)
# Of the project: a group of codes, the table whose stretches it marks, and the column that names the code.
_CODES = (("quotes", "quotes", "kind"), ("speakers", "quotes", "speaker"), ("labels", "labels", "label"),
          ("themes", "hits", "frame"))


def name_text(article: str) -> str:
    """Return the name of the file that holds the text of `article`: one that every system takes, in no other folder.

    What some system can't have in a name is written %2F, as addresses have it; so is the first letter of a name that
    Windows keeps for a device.
    """
    name = _NOT_NAME.sub(lambda letter: f"%{ord(letter[0]):02X}", str(article))
    return f"texts/{_DEVICE.sub(lambda device: f'%{ord(device[0][0]):02X}{device[0][1:]}', name)}.txt"


def list_annotations(event) -> Iterator[dict]:
    """Yield every marked stretch of every table as a W3C Web Annotation (2017): what it is, and where, in two ways."""
    texts = dict(rows_of(event.articles, "article", "text"))
    for name in TABLES:
        table = getattr(event, name)
        if name in _PARTS or not {"article", "start", "end"} <= set(table):
            continue
        about = [column for column in table if column not in _PLACE]
        rows = table[["article", "start", "end", *about]].astype(object).itertuples(index=False, name=None)
        for number, (article, start, end, *said) in enumerate(rows):
            if pd.isna(start) or pd.isna(end):
                continue
            text, start, end = texts[str(article)], int(start), int(end)
            told = "; ".join(f"{column}: {value}" for column, value in zip(about, said, strict=True)
                             if not isinstance(value, list) and pd.notna(value))
            yield {
                "id": f"urn:uuid:{uuid5(_SPACE, f'{name} {number}')}",
                "type": "Annotation",
                "motivation": "classifying",
                "body": [{"type": "TextualBody", "purpose": "classifying", "value": name},
                         {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": told}],
                "target": {"source": name_text(article), "selector": [
                    {"type": "TextPositionSelector", "start": start, "end": end},
                    {"type": "TextQuoteSelector", "exact": text[start:end], "suffix": text[end : end + _AROUND],
                     "prefix": text[max(start - _AROUND, 0) : start]}]},
            }


def write_annotations(event) -> str:
    """Return all annotations as one page of JSON-LD."""
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": f"urn:uuid:{uuid5(_SPACE, 'page')}",
            "type": "AnnotationPage", "items": list(list_annotations(event))}
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def write_project(event, name: str) -> bytes:
    """Return a REFI-QDA project (.qdpx, version 1.5): the texts, and quotes, speakers, labels and themes as codes."""
    texts = dict(rows_of(event.articles, "article", "text"))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "project.qde", _write_xml(event, name, texts))
        for article, text in texts.items():
            _add(archive, f"sources/{_guid('text', article)}.txt", text.encode("utf-8"))
    return packed.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def _write_xml(event, name: str, texts: dict[str, str]) -> bytes:
    """Return the project's description; the order of elements is the published schema's, which importers check."""
    marks = [(group, table, column, getattr(event, table)) for group, table, column in _CODES if table in TABLES]
    user = _guid("user")
    project = Xml.Element("Project", {"xmlns": _NAMESPACE, "name": _legal(name), "origin": "python -m analysis",
                                      "creatingUserGUID": user})
    Xml.SubElement(Xml.SubElement(project, "Users"), "User", {"guid": user, "name": "analysis (machine)"})
    codes = Xml.SubElement(Xml.SubElement(project, "CodeBook"), "Codes")
    for group, _, column, rows in marks:
        parent = _code(codes, group, group, codable=False)
        for value in sorted({str(value) for value in rows[column].dropna()}):
            _code(parent, value, group, value)
    variables = Xml.SubElement(project, "Variables")
    for column in ("outlet", "published", "credit"):
        Xml.SubElement(variables, "Variable", {"guid": _guid("variable", column), "name": column,
                                               "typeOfVariable": "Text"})
    sources = Xml.SubElement(project, "Sources")
    known = event.articles.set_index(event.articles["article"].astype(str))
    spans = {article: [] for article in texts}
    for group, table, column, rows in marks:
        cells = rows[["article", "start", "end", column]].astype(object).itertuples(index=False, name=None)
        for number, (article, start, end, value) in enumerate(cells):
            if pd.notna(value) and pd.notna(start):
                spans[str(article)].append((int(start), int(end), group, str(value), f"{table} {number}"))
    for article, text in texts.items():
        guid = _guid("text", article)
        source = Xml.SubElement(sources, "TextSource", {"guid": guid, "name": _legal(event.name(article)),
                                                        "plainTextPath": f"internal://{guid}.txt",
                                                        "creatingUser": user})
        for start, end, group, value, row in sorted(spans[article]):
            here = _guid("selection", group, row)
            selection = Xml.SubElement(source, "PlainTextSelection", {
                "guid": here, "name": _legal(" ".join(text[start:end].split())[:80]), "startPosition": str(start),
                "endPosition": str(end), "creatingUser": user})
            coding = Xml.SubElement(selection, "Coding", {"guid": _guid("coding", here), "creatingUser": user})
            Xml.SubElement(coding, "CodeRef", {"targetGUID": _guid("code", group, value)})
        for column in ("outlet", "published", "credit"):
            if isinstance(known.at[article, column], str):
                held = Xml.SubElement(source, "VariableValue")
                Xml.SubElement(held, "VariableRef", {"targetGUID": _guid("variable", column)})
                Xml.SubElement(held, "TextValue").text = _legal(known.at[article, column])
    return Xml.tostring(project, "utf-8", xml_declaration=True)


def _code(parent: Xml.Element, name: str, *key: str, codable: bool = True) -> Xml.Element:
    return Xml.SubElement(parent, "Code", {"guid": _guid("code", *key), "name": _legal(name),
                                           "isCodable": str(codable).lower()})


def _guid(*key: str) -> str:
    return str(uuid5(_SPACE, "\0".join(key)))


def _legal(text: str) -> str:
    """Return `text` without the characters that XML can't hold."""
    return _NOT_XML.sub("\ufffd", text)
