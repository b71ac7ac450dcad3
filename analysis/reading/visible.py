"""What a reader sees of a web page, by its tags alone: the measure of what an extraction has lost.

Parsers give up on pages that are nested too deep, and say nothing.  This is one pass over the
tags, in linear time on any bytes, and knows no more than which of them break a line or hide their content.
"""

from html import unescape

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
    r"""(?:class|id)\s*=\s*["']?[^"'>]{0,200}\b(?:comments?|cookies?|consent|newsletter|related|share|social|promo|advert"""
    r"""|sidebar)\b|\shidden(?=[\s>=/])|aria-hidden\s*=\s*["']?true|display\s*:\s*none""", regex.IGNORECASE)
_ATTRIBUTES = 4000  # characters of a tag that are read


def read_visible(page):
    """Return what the HTML `page` shows outside of menus, forms and comments: a string, a block of text a line."""
    pieces, place = [], 0
    stack, open_tags, hidden = [], {}, 0
    while place < len(page):
        start = page.find("<", place)
        start = len(page) if start < 0 else start
        if not hidden:
            pieces.append(page[place:start])
        name, closing, place, attributes = _read_tag(page, start)
        if name is None:
            if not hidden:
                pieces.append(page[start:place])
            continue
        if not hidden and name not in _INLINE:
            pieces.append("\0")
        if closing and open_tags.get(name):
            while stack:
                tag, hides = stack.pop()
                open_tags[tag] -= 1
                hidden -= hides
                if tag == name:
                    break
        elif not closing and name in _SKIPPED:
            end = regex.compile(rf"</{name}", regex.IGNORECASE).search(page, place)
            place = end.start() if end else len(page)
        elif not closing and name not in _VOID and name:
            hides = name in _ASIDE or (name not in ("html", "body") and bool(_HIDING.search(attributes)))
            stack.append((name, hides))
            open_tags[name] = open_tags.get(name, 0) + 1
            hidden += hides
    blocks = (" ".join(unescape(block).split()) for block in "".join(pieces).split("\0"))
    return "\n".join(block for block in blocks if block)


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
