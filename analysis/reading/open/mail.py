"""Reads letters and pages that are saved as one: .eml, .mhtml; and notes in Markdown."""

import email
import email.policy
from email.utils import parsedate_to_datetime

import regex

from ..dates import read_day
from ..files import Document, SetAsideError
from .encodings import decode
from .exports import split_export
from .pages import read_page
from .visible import read_visible

_FRONT = regex.compile(r"---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*\r?\n", regex.DOTALL)
_ENTRY = regex.compile(r"^(title|headline|author|byline|date|published|outlet|publication|source|url|link)\s*:\s*(.+)$",
                       regex.IGNORECASE | regex.MULTILINE)
_ENTRIES = {"title": "headline", "headline": "headline", "author": "byline", "byline": "byline", "date": "published",
            "published": "published", "outlet": "outlet", "publication": "outlet", "source": "outlet", "url": "url",
            "link": "url"}
_HEADING = regex.compile(r"^#\s+(.+?)\s*#*\s*$|^(\S.*)\r?\n=+\s*$", regex.MULTILINE)


def read_letter(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a letter: its subject is the headline, its day that of publication, its text the body."""
    letter = _parse(data, name)
    part = letter.get_body(("plain", "html"))
    if part is None:
        raise SetAsideError("no text", f"{name} holds no text")
    known = {"headline": letter.get("Subject"), "published": _read_date(letter)}
    known = {column: " ".join(str(value).split()) for column, value in known.items() if value}
    content = _content(part)
    if part.get_content_type() == "text/html":
        page = read_page(content.encode(), "utf-8", name, rejects)[0]
        return [page._replace(known={**(page.known or {}), **known})]
    documents = split_export(content, "utf-8", "letter")
    if documents[0].known is None:
        headline = known.get("headline")
        text = content if not headline or headline in content[:2 * len(headline) + 80] else f"{headline}\n\n{content}"
        return [Document(text, "utf-8", None, known, "letter")]
    return documents


def read_web_archive(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the document of a page saved as one file; the day of saving is not that of publication."""
    saved = _parse(data, name)
    part = next((part for part in saved.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")),
                None)
    if part is None:
        raise SetAsideError("no text", f"{name} holds no page")
    page = read_page(_content(part).encode(), "utf-8", name, rejects)[0]
    known = dict(page.known or {})
    address = saved.get("Snapshot-Content-Location") or part.get("Content-Location")
    if address and str(address).startswith("http"):
        known.setdefault("url", str(address))
    return [page._replace(known=known)]


def read_markdown(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the documents of a note in Markdown without its signs; what stands above it between bars names it."""
    import mistune
    text, encoding = decode(data, encoding)
    known = {}
    front = _FRONT.match(text)
    if front:
        known = {_ENTRIES[key.lower()]: value.strip(" \"'") for key, value in _ENTRY.findall(front[1])}
        text = text[front.end():]
    heading = _HEADING.search(text[:2000])
    blocks = [block.text for block in read_visible(str(mistune.html(text)), asides=True)]
    plain = "\n\n".join(blocks)
    if heading and not known.get("headline"):
        shown = read_visible(str(mistune.html(heading.group())), asides=True)
        known["headline"] = next((block.text for block in shown), "")
    if "published" in known:
        day = read_day(known["published"])
        unread = known.pop("published")
        known = {**known, **({"published": day.isoformat()} if day else {"published_unread": unread})}
    documents = split_export(plain, encoding, "markdown")
    return [document if document.known else document._replace(known=known) for document in documents]


def _parse(data, name):
    try:
        return email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, LookupError, IndexError, RecursionError):
        raise SetAsideError("broken document", f"{name} is no letter that can be read") from None


def _content(part):
    """Return the text of a part; where its declared encoding fails, what its bytes speak for."""
    data = part.get_payload(decode=True) or b""
    declared = part.get_content_charset()
    for encoding in ([declared] if declared else []) + [None]:
        try:
            return decode(data, encoding)[0]
        except ValueError as error:
            fault = error
    raise ValueError(str(fault))


def _read_date(letter):
    try:
        return parsedate_to_datetime(str(letter.get("Date"))).isoformat()
    except (TypeError, ValueError, IndexError):
        return None
