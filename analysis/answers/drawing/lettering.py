"""Words on a picture: cleaned, measured, cut and wrapped, so that none runs over another or over the edge."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

SANS, MONO = "DejaVu Sans", "DejaVu Sans Mono"  # both come with matplotlib, so that every machine draws the same


@lru_cache
def _letters():
    from matplotlib.font_manager import FontProperties, findfont, get_font
    fonts = (FontProperties(family=SANS), FontProperties(family=SANS, weight="bold"), FontProperties(family=MONO))
    return frozenset.intersection(*(frozenset(get_font(findfont(font)).get_charmap()) for font in fonts))


def plain(text: str) -> str:
    """Return `text` on one line, without invisible characters; a letter that the charts' font lacks becomes □."""
    spaced = " ".join(unicodedata.normalize("NFC", str(text)).split())
    seen = " ".join("".join(letter for letter in spaced if unicodedata.category(letter)[0] != "C").split())
    return "".join(letter if ord(letter) in _letters() else "□" for letter in seen)


@lru_cache(maxsize=1 << 16)
def measure(text: str, size: float = 9.0, weight: str = "normal") -> float:
    """Return the width in inches of `text`, which must be plain, at `size` points."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path
    font = FontProperties(family=SANS, weight=weight, size=size)
    return text_to_path.get_text_width_height_descent(text, font, False)[0] / 72


def shorten(text: str, width: float, size: float = 9.0, weight: str = "normal") -> str:
    """Return `text` plain and cut to `width` inches, with … for what was cut."""
    text = plain(text[:1000] if isinstance(text, str) else text)
    if measure(text, size, weight) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle] + "…", size, weight) <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"


def wrap_text(text: str, width: float, size: float = 9.0, weight: str = "normal",
              lines: int | None = None) -> list[str]:
    """Return `text` as a list of plain lines of at most `width` inches; the last of `lines`, if given, ends with …."""
    space, rows, used = measure("n n", size, weight) - 2 * measure("n", size, weight), [], width
    for words in plain(text).replace(" %", "\u00a0%").split(" "):
        for place, word in enumerate(_break_word(words, width, size, weight)):
            wide = measure(word, size, weight)
            if word and not place and used + space + wide <= width:
                rows[-1].append(word)
                used += space + wide
            elif word:
                rows.append([word])
                used = wide
    told = [" ".join(row) for row in rows]
    if lines and len(told) > lines:
        rest = " ".join(told[lines - 1:])[:300] + " …"
        told = [*told[:lines - 1], shorten(rest, width - 0.2, size, weight).rstrip(" …") + "…"]
    return told


def _break_word(word, width, size, weight):
    """Return `word` in pieces of at most `width` inches, parted behind its own hyphens, elsewhere only if need be."""
    pieces, rest = [], word
    while measure(rest, size, weight) > width:
        head = shorten(rest, width, size, weight)[:-1] or rest[0]
        parted = 1 + max(rest[:len(head) + 1].rfind(mark) for mark in "-/.")  # a mark is no wider than the …
        head = rest[:parted] if parted > 1 else head
        pieces.append(f"{head}-" if head.isalpha() and len(head) > 2 else head)
        rest = rest[len(head):]
    return [*pieces, rest]


def draw_key(axes: Any, marks: Sequence[tuple[str, dict]], lift: float = 8) -> None:
    """Write `lift` points above `axes` what the marks mean: a list of (words, look).

    A look is a dictionary of a patch's options for the sample that stands before the words; {} has none.
    """
    place: tuple[float, float] = (0.016, 1)
    where, offset = ("figure fraction", "axes fraction"), (4.0, lift)
    axes.annotate(" ", (0.5, 1), (0, lift + 3), "axes fraction", "offset points", va="bottom", fontsize=9)  # holds room
    for words, look in marks:
        for text, box in ((" " * 7, {"boxstyle": "square,pad=0.2", "lw": 0.6, **look}), (plain(words), None)):
            if box and not look:
                continue
            written = axes.annotate(text, place, offset, where, "offset points", fontsize=9, bbox=box,
                                    va="bottom" if place[0] < 1 else "center")
            written.set_in_layout(False)  # or a long key would push the panels apart
            place, where, offset = (1, 0.5), written, (6 if box else 16, 0)
