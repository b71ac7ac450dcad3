"""What a reader sees of a web page, by its tags alone: the measure of what an extraction has lost.

Parsers give up on pages that are nested too deep, and say nothing.  This is one pass over the
tags, in linear time on any bytes, and knows no more than which of them break a line or hide their content.
"""

from collections import Counter
from html import unescape
from typing import NamedTuple

import regex

_SKIPPED = {"script", "style", "noscript", "template", "svg", "title", "textarea", "select", "iframe", "object", "math"}
_ASIDE = {"nav", "footer", "aside", "form", "dialog", "button"}
_INLINE = {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
           "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
           "var", "wbr"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_NAME = regex.compile(r"<(/?)([A-Za-z][^\s/>]{0,40})")
_TAG_END = regex.compile(r"""[^'">]*+(?:(?:"[^"]*+"|'[^']*+')[^'">]*+)*+>""")
_HIDING = regex.compile(
    r"""(?:class|id)\s*=\s*["']?[^"'>]{0,200}(?<!\b(?:with|has|no)[-_])\b(?:comments?|cookies?|consent|newsletter|related"""
    r"""|share|social|promo|advert|sidebar)\b|\srole\s*=\s*["']?(?:dialog|alertdialog|navigation|complementary)\b"""
    r"""|\shidden(?=[\s>=/])|aria-hidden\s*=\s*["']?true|display\s*:\s*none""", regex.IGNORECASE)
_CLASS = regex.compile(r"""\sclass\s*=\s*(?:"([^"]{0,200})|'([^']{0,200})|([^\s"'>]{1,200}))""", regex.IGNORECASE)
_LINKED = 0.8  # share of a block's letters in links from which it is a link
_CARD, _CARDS = 3, 3  # blocks in a card at most, and cards of one shape from which they are a list of teasers
_ATTRIBUTES = 4000  # characters of a tag that are read


class PageBlock(NamedTuple):
    """A block of text that a page shows.

    `place` is the same number for blocks in the same tags with the same classes, `holder` that of the element around
    the block's own, `linked` the share of its letters that are words of links, `tag` the name of its element.
    """

    text: str
    place: int
    holder: int
    linked: float
    tag: str


def read_visible(page: str, asides: bool = False) -> list[PageBlock]:
    """Return what the HTML `page` shows as PageBlocks; menus, forms and comments are left out unless `asides`."""
    pieces: list[tuple] = []
    at = 0
    stack, open_tags, hidden, here, box, holder, links, inside = [], {}, 0, 0, 0, 0, 0, ""
    places, boxes = {}, 0
    while at < len(page):
        start = page.find("<", at)
        start = len(page) if start < 0 else start
        if not hidden:
            pieces.append((page[at:start], here, holder, links > 0, inside))
        name, closing, at, attributes = _read_tag(page, start)
        if name is None:
            if not hidden:
                pieces.append((page[start:at], here, holder, links > 0, inside))
            continue
        if not hidden and name not in _INLINE:
            pieces.append((None, here, holder, False, ""))
        if closing and open_tags.get(name):
            while stack:
                tag, hides, here, box, holder, inside = stack.pop()
                open_tags[tag] -= 1
                links -= tag == "a"
                hidden -= hides
                if tag == name:
                    break
        elif not closing and name in _SKIPPED:
            end = regex.compile(rf"</{name}", regex.IGNORECASE).search(page, at)
            at = end.start() if end else len(page)
        elif not closing and name not in _VOID and name:
            hides = name in _ASIDE or (name not in ("html", "body") and bool(_HIDING.search(attributes)))
            hides = hides and not asides
            stack.append((name, hides, here, box, holder, inside))
            links += name == "a"
            if name not in _INLINE:
                boxes += 1
                box, holder, inside = boxes, box, name
                here = places.setdefault((here, name, _class_of(attributes)), len(places) + 1)
            open_tags[name] = open_tags.get(name, 0) + 1
            hidden += hides
    return list(_join_blocks(pieces))


def drop_teasers(blocks: list[PageBlock]) -> list[PageBlock]:
    """Return `blocks` without those that advertise other stories: they are mostly links, or stand in cards."""
    cards = find_cards(blocks)
    return [block for block in blocks if block.linked < _LINKED and block.text not in cards]


def find_cards(blocks: list[PageBlock]) -> set[str]:
    """Return the texts of `blocks` that stand with a link in one of several small boxes of one shape."""
    boxes = {}
    for block in blocks:
        boxes.setdefault(block.holder, []).append(block)
    cards = {holder for holder, held in boxes.items()
             if len(held) <= _CARD and any(block.linked >= _LINKED for block in held)}
    shapes = Counter(block.place for holder in cards for block in boxes[holder])
    return {block.text for holder in cards for block in boxes[holder] if shapes[block.place] >= _CARDS}


def _join_blocks(pieces):
    """Yield the PageBlock of each run of `pieces` between two breaks; a break is a piece that is None."""
    run, found = [], (0, 0, "")
    for piece, here, holder, linked, tag in [*pieces, (None, 0, 0, False, "")]:
        if piece is not None:
            run.append((piece, linked))
            found = (here, holder, tag) if piece.strip() else found
        else:
            text = " ".join(unescape("".join(part for part, _ in run)).split())
            if text:
                sizes = [(len(part.strip()), in_link) for part, in_link in run]
                in_links = sum(size for size, in_link in sizes if in_link)
                place, held, name = found
                yield PageBlock(text, place, held, in_links / max(sum(size for size, _ in sizes), 1), name)
            run = []


def _class_of(attributes):
    found = _CLASS.search(attributes)
    return next((" ".join(value.split()) for value in found.groups() if value), "") if found else ""


def _read_tag(page, start):
    """Return (name, closing, end, attributes) of the tag at `start`; name "" for a comment, None for a mere sign."""
    if page.startswith("<!--", start):
        end = page.find("-->", start + 4)
        return "", True, len(page) if end < 0 else end + 3, ""
    found = _NAME.match(page, start)
    if not found and page[start + 1:start + 2] not in ("!", "?"):
        return None, False, min(start + 1, len(page)), ""
    after = found.end() if found else start
    end = _TAG_END.match(page, after, after + _ATTRIBUTES)
    stop = end.end() if end else page.find(">", after) + 1
    stop = stop or len(page)
    attributes = page[after:min(stop, after + _ATTRIBUTES)]
    return (found[2].lower() if found else ""), bool(found and found[1]), stop, attributes
