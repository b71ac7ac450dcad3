"""Cells of tables that hold more than text: tags, entities, line ends that a program wrote as two letters."""

from html import unescape

import regex

from .visible import read_visible

_TAG = regex.compile(r"<(?:/?(?:p|div|br|span|h[1-6]|ul|ol|li|article|section|figure|figcaption|blockquote|table|tr|td"
                     r"|a"
                     r"|b|i|em|strong|img)\b[^<>]{0,400}|!--[^<>]{0,200}--)>", regex.IGNORECASE)
_ENTITY = regex.compile(r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[nm]dash|hellip|pound|euro|[aeiouyAEIOUY](?:acute"
                        r"|grave|"
                        r"uml|circ)|[cC]cedil|[nN]tilde|szlig|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
# A backslash and an n behind the end of a sentence or before one: not the n of a path (C:\news).
_WRITTEN_END = regex.compile(r"(?:\\r)?\\n(?=\s*(?:\\|[\p{Lu}\p{N}\"“'‘«(\-–—]|$))")


def plain_text(cell: str) -> str:
    """Return the text of a cell as a reader would see it: a paragraph a line, no tags, entities as their signs.

    Signs for less and more stay where they are no tags.
    """
    if "\n" not in cell and _WRITTEN_END.search(cell):
        cell = regex.sub(r"\n\n+", "\n", _WRITTEN_END.sub("\n", cell)).strip()
    if _TAG.search(cell):
        return "\n".join(block.text for block in read_visible(cell, asides=True))
    return unescape(cell) if _ENTITY.search(cell) else cell
