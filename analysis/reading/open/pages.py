"""Reads saved web pages: the text, and what the page says of headline, outlet, date, author and address.

The main text is found by trafilatura (Barbaresi 2021).  Its result is held to what a reader sees of the
page: paragraphs that it lacks are put back, and where most of it is missing, the visible text is read instead.
"""

import logging
from itertools import pairwise

import regex

from ...english.words import count_words, folded_words
from ..clean.furniture import match_furniture
from ..clean.signals import is_prose
from ..files import Document
from .encodings import decode, web_encoding
from .europresse import split_europresse
from .exports import DATABASES, split_export
from .parts import drop_parts
from .visible import drop_teasers, find_cards, read_visible

MAIN, WHOLE = "page", "page, all visible text"
_HEADINGS = {"h2", "h3", "h4"}
_PROBE = 8  # first words of a paragraph by which it is looked for in the extracted text
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}  # no guess, no clock
_UNREAD = {"script": "</script", "style": "</style"}
_LONG_TAG, _ATTRIBUTES = 1000, 100  # characters and attributes beyond which a tag is read without them
_WINDOW, _UNCLOSED = 1_000_000, 8  # characters in which the end of a tag is looked for, and how often in vain
_TAG_NAME = regex.compile(r"<[A-Za-z][^\s/>]{0,40}")
_TAG_END = regex.compile(r"""[^'">]*+(?:(?:"[^"]*+"|'[^']*+')[^'">]*+)*+>""")
_EXPORTED = regex.compile(r"\d+ of \d+ DOCUMENTS|End of Document|>\s*Document [A-Z][A-Z0-9]{3,}\d{6}"
                          r"|ProQuest document ID"
                          r"|>\s*HD\s*<|DocPublicationName")
_CHARSET = regex.compile(r"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", regex.IGNORECASE)
_LANGUAGE = regex.compile(r"""<html[^>]{0,500}?\slang\s*=\s*["']?\s*([A-Za-z]{2,3})""", regex.IGNORECASE)
_TITLE = regex.compile(r"<title[^>]{0,200}>([^<]{1,300})", regex.IGNORECASE)


def read_page(data: bytes, encoding: str | None, name: str, rejects: list) -> list[Document]:
    """Return the Document of the bytes of one saved page; its text is the headline and a paragraph a line.

    Raises ValueError where the bytes are no text.
    """
    page, encoding = _decode(data, encoding)
    page = cap_attributes(page)
    if _EXPORTED.search(page):
        documents = split_europresse(page, encoding) or split_export(
            "\n\n".join(block.text for block in read_visible(page, asides=True)), encoding, shapes=DATABASES)
        if documents[0].known:
            return documents
    return [_read(page, encoding)]


def _read(page, encoding):
    found = _extract(page)
    known = {column: value for column, value in (
        ("headline", found.title), ("outlet", found.sitename or found.hostname), ("byline", found.author),
        ("published", found.date), ("url", found.url)) if value} if found else {}
    if not known.get("headline") and (title := _TITLE.search(page)):
        known["headline"] = " ".join(title[1].split())
    if language := _LANGUAGE.search(page[:20_000]):
        known["language"] = language[1].lower()
    text, source = _hold((found.text if found else None) or "", page)
    return Document(_with_headline(text, known.get("headline")), encoding, None, known, source)


def _hold(text, page):
    """Return (text, source): the extracted `text` with the paragraphs that it lacks, or all that `page` shows.

    Text counts as lost where a second extractor finds it too, or where the first found next to nothing; what
    advertises other stories does not count.
    """
    seen = read_visible(page)
    cards, shown = find_cards(seen), drop_teasers(seen)
    lines = [line for line in text.split("\n") if " ".join(line.split()) not in cards]
    told = _count_telling(line for line in lines if not line.startswith("|"))  # a page laid out in a table is one row
    telling = {block.text for block in shown if _is_telling(block.text)}
    if not telling:
        # what marks the page as a menu or comment holds all of it
        shown = drop_teasers(read_visible(page, asides=True))
        telling = {block.text for block in shown if _is_telling(block.text)}
    lost = _count_telling(telling)
    if 2 * told < lost:
        second = _extract_again(page)
        if 2 * told < _count_telling(second or telling) or not told:
            return "\n".join(block.text for block in shown), WHOLE
    return "\n".join(_restore(lines, shown, telling)), MAIN


def _count_telling(blocks):
    return sum(count_words(block) for block in blocks if not match_furniture(block) and is_prose(block))


def _is_telling(block):
    return is_prose(block) and not match_furniture(block)


def _extract_again(page):
    """Return the paragraphs that a second extractor, readability, takes for the article; none where it fails."""
    from trafilatura.external import try_readability
    from trafilatura.utils import load_html
    try:
        tree = load_html(page)
        found = try_readability(tree) if tree is not None else None
        return [" ".join(node.text_content().split()) for node in found.iter("p", "div", "li")
                if not len(node.findall(".//p"))] if found is not None else []
    except Exception:  # whatever a page does to the parsers
        return []


def _restore(lines, shown, telling):
    """Return `lines` in the order of the page, with the paragraphs and headings of `shown` that they lack.

    Paragraphs are the blocks that are in `telling`, and stand where others of the extracted text do; a heading stands
    right above one that is told.
    """
    blocks = [(block, tuple(folded_words(block.text))) for block in shown]
    lines = _sort_lines(lines, [key for _, key in blocks])
    keys = {}
    for number, line in enumerate(lines):
        keys.setdefault(tuple(folded_words(line)), number)
    kept = {block.place for block, key in blocks if key in keys and block.text in telling}
    there = _find_runs(lines, {run for block, key in blocks if block.place in kept and block.text in telling
                               for run in (key[:_PROBE], key[-_PROBE:])})
    lacking = [block.place in kept and block.text in telling and key not in keys
               and there.isdisjoint((key[:_PROBE], key[-_PROBE:])) for block, key in blocks]
    for number, ((block, key), (_, after)) in enumerate(pairwise(blocks)):
        told = lacking[number + 1] or (after in keys and blocks[number + 1][0].text in telling)
        if block.tag in _HEADINGS and told and number and key not in keys and not match_furniture(block.text):
            lacking[number] = any(key in keys for _, key in blocks[:number])
    behind, last = {}, -1
    for (block, key), lacks in zip(blocks, lacking, strict=True):
        last = keys.get(key, last)
        if lacks:
            behind.setdefault(max(last, 0), []).append(block.text)
    return [part for number, line in enumerate(lines) for part in (line, *behind.get(number, ()))]


def _sort_lines(lines, keys):
    """Return `lines` in the order of the page's blocks, whose folded words are `keys`.

    Other lines stay behind their neighbour.  Where an extractor doubts, it puts what it finds last behind what it
    found first.
    """
    places, place, ranks = {}, -1, []
    for number, key in enumerate(keys):
        places.setdefault(key, []).append(number)
    for line in lines:
        found = places.get(tuple(folded_words(line)), ())
        if len(found) == 1 or any(number > place for number in found):  # a line that comes again moves nothing back
            place = next((number for number in found if number > place), found[0])
        ranks.append(place)
    return [line for _, _, line in sorted(zip(ranks, range(len(lines)), lines, strict=True))]


def _find_runs(lines, runs):
    """Return those of `runs`, tuples of up to `_PROBE` folded words, that stand in `lines`."""
    sizes = {len(run) for run in runs}
    words = [word for line in lines for word in folded_words(line)] if runs else []
    return {run for size in sizes for place in range(len(words) - size + 1)
            if (run := tuple(words[place:place + size])) in runs}


def _decode(data, encoding):
    """Return (page, encoding); bytes that are not UTF-8 are read in the encoding that the page declares.

    Only the web's encodings are believed: in others (unicode_escape) a page could spell tags that it does not have.
    """
    declared = _CHARSET.search(data[:4096].decode("latin-1"))
    declared = declared and web_encoding(declared[1])
    if encoding or not declared or declared == "utf-8":
        return decode(data, encoding)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeError:
        pass
    try:
        return decode(data, declared)
    except ValueError:
        return decode(data)


def cap_attributes(page: str) -> str:
    """Return `page` with a bare tag in place of each with hundreds of attributes: parsers compare all with all."""
    parts, done, at, unclosed = [], 0, 0, 0
    while (start := page.find("<", at)) >= 0:
        named = _TAG_NAME.match(page, start)
        at = start + 1
        if not named:
            continue
        if skipped := _UNREAD.get(named.group()[1:].lower()):
            at = max(page.find(skipped, start), at)
            continue
        end = _TAG_END.match(page, named.end(), named.end() + _WINDOW) if unclosed < _UNCLOSED else None
        if end:
            at = end.end()
        else:  # longer than the window, or a quotation mark in it is never closed
            unclosed += 1
            at = page.find(">", named.end()) + 1 or len(page)
        if at - start > _LONG_TAG and page.count("=", start, at) > _ATTRIBUTES:
            parts += [page[done:named.end()], ">"]
            done = at
    return "".join([*parts, page[done:]]) if parts else page


def _extract(page):
    """Return trafilatura's document, which may lack anything, or None where it finds none or fails.

    It reads the page without the parts that are no part of an article (see `parts`).
    """
    import trafilatura  # here: half a second that plain texts need not wait for
    for library in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
    tree = drop_parts(page)
    try:
        found = trafilatura.bare_extraction(page if tree is None else tree, with_metadata=True, include_comments=False,
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
