"""Reads saved web pages: the text, and what the page says of headline, outlet, date, author and address.

The main text is found by trafilatura (Barbaresi 2021).  Its result is held to what a reader sees of the
page: where most of that is missing, the visible text is read instead.
"""

import logging

import regex

from ..thresholds import threshold
from ..words import count_words, folded_words
from .files import Document, decode
from .signals import is_prose
from .visible import read_visible

MAIN, WHOLE = "page", "page, all visible text"
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}  # no guess, no clock
_CHARSET = regex.compile(r"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", regex.IGNORECASE)
_LANGUAGE = regex.compile(r"""<html[^>]{0,500}?\slang\s*=\s*["']?\s*([A-Za-z]{2,3})""", regex.IGNORECASE)
_TITLE = regex.compile(r"<title[^>]{0,200}>([^<]{1,300})", regex.IGNORECASE)


def read_page(data, encoding, name):
    """Return ([Document], []) of the bytes of one saved page; its text is the headline and a paragraph a line.

    `name` is for messages.  Raises ValueError where the bytes are no text.
    """
    page, encoding = _decode(data, encoding)
    found = _extract(page)
    known = {column: value for column, value in (
        ("headline", found.title), ("outlet", found.sitename or found.hostname), ("byline", found.author),
        ("published", found.date), ("url", found.url)) if value} if found else {}
    if not known.get("headline") and (title := _TITLE.search(page)):
        known["headline"] = " ".join(title[1].split())
    if language := _LANGUAGE.search(page[:20_000]):
        known["language"] = language[1].lower()
    text, source = (found.text if found else None) or "", MAIN
    visible = read_visible(page)
    running = sum(count_words(line) for line in visible.split("\n") if is_prose(line))
    if count_words(text) < threshold("text_lost") * running:
        text, source = visible, WHOLE
    return [Document(_with_headline(text, known.get("headline")), encoding, None, known, source)], []


def _decode(data, encoding):
    """Return (page, encoding); bytes that are not UTF-8 are read in the encoding that the page declares."""
    declared = _CHARSET.search(data[:4096].decode("latin-1"))
    try:
        page, used = decode(data, encoding)
        if encoding or used != "cp1252" or not declared or declared[1].lower() in ("iso-8859-1", "latin1", "utf-8"):
            return page, used
    except ValueError:
        if encoding or not declared:
            raise
        return decode(data, declared[1])
    try:
        return decode(data, declared[1])
    except ValueError:
        return page, used


def _extract(page):
    """Return trafilatura's document, which may lack anything, or None where it finds none or fails."""
    import trafilatura  # here: half a second that plain texts need not wait for
    for library in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
    try:
        found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False,
                                            date_extraction_params=_DATES)
        return found or trafilatura.extract_metadata(page, date_config=_DATES)
    except Exception:  # whatever a page does to the parsers, its visible text is still there
        return None


def _with_headline(text, headline):
    """Return `text`, if there is any, with the headline as its first line, unless one of the first says the same."""
    key = folded_words(headline or "")
    if not key or not text or any(folded_words(line) == key for line in text.split("\n", 5)[:5]):
        return text
    return f"{headline}\n{text}"
