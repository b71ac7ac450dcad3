"""Takes apart what a page glued together, and puts together what it tore apart.

A byline with the headline behind it, "Read more: TitleThe mayor said", a credit behind the last full
stop: pages run such pieces into one line when their tags are stripped.  The same stripping breaks a
sentence in two around a link.
"""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

import regex

from ...english.grammar import LINKING
from ...rules import Setting
from . import bylines, datelines, signals
from .furniture import PHRASE, READER, SHARE_BAR, match_furniture
from .layout import Block, cut, join
from .phrases import find_opener, is_menu, is_section

TORN_LINE = Setting("torn_line", 90, "length in characters from which a file's first line is too long for a headline",
                    chosen="headlines on news sites have up to 80")

_PATH = regex.compile(r"([^>»›|]{1,30}?)(?:\s[>»›]\s[^>»›|]{1,40}?)*\s[>»›]\s+")  # Home > Region > Ellby > the headline
_HEADLINE_BY = regex.compile(r"(?<=[\p{Ll}\p{N}?!”’'\"])(?=By \p{Lu}\p{Ll}+ \p{Lu})")


class Part:
    """A paragraph or a piece of furniture: its block, its kind (None: not decided yet) and the reason.

    `twice`: another line says the same; `listed`: it stands in a list that a line announces.
    """

    def __init__(self, block, kind=None, reason=None):
        self.block, self.kind, self.reason, self.twice, self.listed = block, kind, reason, False, False
        self.text, self.line, self.last_line = block.text, block.spans[0][0], block.spans[-1][0]
        self.words = signals.measure(block.text)
        self.reads_as_prose = signals.is_prose(block.text)

    @property
    def prose(self) -> bool:
        """Whether it reads as running text and nothing has told otherwise."""
        return self.kind is None and self.reads_as_prose

    def label(self, kind: str, reason: str | None) -> None:
        """Decide what it is."""
        self.kind, self.reason = kind, reason


def part_glued(raw: str, blocks: list[Block], counts: Mapping[str, int]) -> list[Part]:
    """Return the parts of `blocks` in order, each cut where a page glued two things, furniture labelled by its words.

    `counts` are the folded words of the file.
    """
    parts, above = [], True
    for block in blocks:
        rest: Block | None = block
        while rest:
            place, kind, reason = _find_glue(rest.text, counts, above and len(parts) < 10)
            if not place:
                break
            head, rest = cut(raw, rest, place)
            parts.append(Part(head, kind, reason))
        if not rest:
            continue
        for piece in cut(raw, rest, bylines.find_tail(rest.text)):
            if piece:
                parts.append(Part(piece, *(match_furniture(piece.text) or (None, None))))
        above = above and not parts[-1].prose
    for before, part in pairwise(parts):
        same = before.kind == "byline" and before.last_line == part.line
        if same and part.kind is None and not part.prose and part.words > 2:
            part.label("headline", "behind the byline on its line, no end mark")
    return parts


def _find_glue(text, counts, above):
    """Return (place, kind, reason): where the first piece of `text` ends and what it is; place 0 if nothing is glued.

    Bylines and headlines are looked for only `above` the first paragraph.
    """
    if above:
        path = _PATH.match(text)
        if path and is_section(path[1].strip()) and len(text[path.end():].split()) > 2:
            return path.end(), "notice", "path of a site's sections"
        length = bylines.find_byline(text, counts)
        if length:
            return length, "byline", "opens with By and names"
        headline = _HEADLINE_BY.search(text[:300])
        place = headline.start() if headline else datelines.find_inner_dateline(text)
        if place:
            return place, None, None
    opener = find_opener(text)
    if opener:
        place = _first_join(text[:1000], opener, counts)
        found = match_furniture(text[:opener])
        return (place, found[0], "link opener, glued to the next words") if place and found else (0, None, None)
    place = _first_join(text[:400], 9, Counter())
    found = match_furniture(text[:place]) if 0 < place <= 200 else None
    return (place, *found) if found and found[1] in (PHRASE, SHARE_BAR, READER) else (0, None, None)


def _first_join(text, start, counts):
    return next((place for place, word in signals.find_joins(text, start, counts) if not is_menu(word)), 0)


def join_fragments(parts: list[Part]) -> list[Part]:
    """Return `parts` with sentences put together that stand on several lines without having been wrapped.

    A line goes on the one before if it begins in small letters or with a comma, or that one ends in a word
    that links, and that one has no end mark.  The first line of a file, a headline more likely, needs
    both, unless it is longer than headlines are.
    """
    runs = []
    for part in parts:
        before = runs[-1][-1] if runs else None
        if before and part.kind is None and before.kind is None and _goes_on(before.text, part.text, len(runs) == 1):
            runs[-1].append(part)
        else:
            runs.append([part])
    return [run[0] if len(run) == 1 else Part(join([part.block for part in run])) for run in runs]


def _goes_on(before, text, first):
    if signals.has_end(before) or signals.is_listed(text) or signals.is_listed(before):
        return False
    links = before.split()[-1].casefold() in LINKING or before.endswith(",")
    name = regex.match(r"\p{Ll}{1,3}(?:\p{Lu}|-\p{Lu})", text)  # iPhone, al-Quds
    small = text[0] in ",;)" or (text[0].islower() and not name)
    if first and len(before) < TORN_LINE.value:
        return small and links
    return small or (links and not before.endswith(","))
