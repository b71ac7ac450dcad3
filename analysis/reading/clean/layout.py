"""Lays out a raw file: its lines, and the paragraphs that hard-wrapped lines make up.

A block is a paragraph as the file prints it: one line, or several that were one before a program
broke them at a fixed width.
"""

from itertools import pairwise
from statistics import quantiles
from typing import NamedTuple

import regex

from ...rules import Setting
from .signals import has_end

WRAP_WIDTH = Setting("wrap_width", 120, "longest line that a program may have broken",
                     chosen="mail and teletype break at 60 to 80 characters, editors at up to 120")
WRAP_SMALL = Setting("wrap_small", 0.3, "share of following lines that go on in small letters, from which a file is "
                                        "hard-wrapped",
                     chosen="English prose goes on so in four of five lines, lists and paragraphs hardly ever")

_BREAK = regex.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class Block(NamedTuple):
    """A paragraph: its `spans` (line number, start, end in the raw file), its text with a blank between lines."""

    spans: tuple
    text: str


def lay_out(raw: str) -> list[Block]:
    """Return the blocks of `raw` in order, a list of Block; every character but white space is in one of them."""
    lines = list_lines(raw)
    if not lines:
        return []
    width = _find_width(raw, lines)
    blocks, spans = [], [lines[0]]
    for before, line in pairwise(lines):
        if width and before[0] + 1 == line[0] and _goes_on(raw, before, line, width):
            spans.append(line)
        else:
            blocks.append(_make_block(raw, spans))
            spans = [line]
    return [*blocks, _make_block(raw, spans)]


def cut(raw: str, block: Block, place: int) -> tuple[Block | None, Block | None]:
    """Return the two blocks that `block` falls into before the character `place` of its text; one may be None."""
    first, second, length = [], [], 0
    for line, start, end in block.spans:
        middle = min(max(start + place - length, start), end)
        if raw[start:middle].strip():
            first.append((line, start, start + len(raw[start:middle].rstrip())))
        if raw[middle:end].strip():
            second.append((line, end - len(raw[middle:end].lstrip()), end))
        length += end - start + 1
    one, two = (_make_block(raw, spans) if spans else None for spans in (first, second))
    return one, two


def join(blocks: list[Block]) -> Block:
    """Return one block of several that follow each other."""
    return Block(tuple(span for block in blocks for span in block.spans), " ".join(block.text for block in blocks))


def _make_block(raw, spans):
    return Block(tuple(spans), " ".join(raw[start:end] for _, start, end in spans))


def list_lines(raw: str) -> list[tuple[int, int, int]]:
    """Return (line number, start, end) of every line that is not blank, without the white space around it."""
    lines, place = [], 0
    ends = [match.span() for match in _BREAK.finditer(raw)] + [(len(raw), len(raw))]
    for number, (stop, after) in enumerate(ends, 1):
        text = raw[place:stop]
        if text.strip():
            start = place + len(text) - len(text.lstrip())
            lines.append((number, start, start + len(text.strip())))
        place = after
    return lines


def _find_width(raw, lines):
    """Return the width at which a program broke the lines of `raw`, or 0 where none did.

    Lines that a program broke are alike in length, and the next one goes on in small letters; lines
    that are paragraphs of their own do not.
    """
    lengths = [end - start for _, start, end in lines]
    follow = [(one, two) for one, two in pairwise(lines) if one[0] + 1 == two[0]]
    widest = WRAP_WIDTH.value
    if len(follow) < 2 or sum(length for length in lengths if length > widest) > sum(lengths) / 2:
        return 0
    width = quantiles([one[2] - one[1] for one, _ in follow], n=10, method="inclusive")[-1]
    going_on = sum(raw[two[1]].islower() and _goes_on(raw, one, two, width) for one, two in follow)
    return width if going_on >= max(WRAP_SMALL.value * len(follow), 2) else 0


def _goes_on(raw, before, line, width):
    """Tell whether the first word of `line` would not have fitted on the line before it, or clearly goes on from it."""
    first = raw[line[1]:line[2]].split(maxsplit=1)[0]
    length = before[2] - before[1]
    if length + 1 + len(first) > width:
        return True
    return raw[line[1]].islower() and 2 * length > width and not has_end(raw[before[1]:before[2]])
