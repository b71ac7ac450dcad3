"""Takes apart what a page glued together, and puts together what it tore apart.

A byline with the headline behind it, "Read more: TitleThe mayor said", a credit behind the last full
stop: pages run such pieces into one line when their tags are stripped.  The same stripping breaks a
sentence in two around a link.
"""

from collections import Counter

import regex

from . import bylines, signals
from .layout import cut, has_end, join

_LINKING = frozenset(
    "a an and as at between by for from her his in into its of on or our than that the their to with who which".split())
_HEADLINE_BY = regex.compile(r"(?<=[\p{Ll}\p{N}?!”’'\"])(?=By \p{Lu}\p{Ll}+ \p{Lu})")


class Part:
    """A paragraph or a piece of furniture: its block, its kind (None: not decided yet) and the reason.

    `twice`: another line says the same.
    """

    def __init__(self, block, kind=None, reason=None):
        self.block, self.kind, self.reason, self.twice = block, kind, reason, False

    @property
    def text(self):
        """The words."""
        return self.block.text

    @property
    def prose(self):
        """Whether it reads as running text and nothing has told otherwise."""
        return self.kind is None and signals.is_prose(self.block.text)

    @property
    def line(self):
        """Number of its first line."""
        return self.block.spans[0][0]

    @property
    def last_line(self):
        """Number of its last line."""
        return self.block.spans[-1][0]

    def label(self, kind, reason):
        """Decide what it is."""
        self.kind, self.reason = kind, reason


def part_glued(raw, blocks, counts):
    """Return the parts of `blocks` in order, each cut where a page glued two things, furniture labelled by its words.

    `counts` are the folded words of the file.
    """
    parts, above = [], True
    for block in blocks:
        while block:
            place, kind, reason = _find_glue(block.text, counts, above and len(parts) < 10)
            if not place:
                break
            head, block = cut(raw, block, place)
            parts.append(Part(head, kind, reason))
        if not block:
            continue
        block, tail = cut(raw, block, bylines.find_tail(block.text))
        for piece in (block, tail):
            if piece:
                found = signals.match_phrase(piece.text) or signals.caption_signal(piece.text)
                parts.append(Part(piece, *(found or (None, None))))
        if block and parts[-1].kind is None and parts[-1].prose:
            above = False
    return _name_headlines(parts)


def _find_glue(text, counts, above):
    """Return (place, kind, reason): where the first piece of `text` ends and what it is; place 0 if nothing is glued.

    Bylines and headlines are looked for only `above` the first paragraph.
    """
    if above:
        length = bylines.find_byline(text, counts)
        if length:
            return length, "byline", "opens with By and names"
        headline = _HEADLINE_BY.search(text[:300])
        if headline:
            return headline.start(), None, None
        dateline = bylines.find_inner_dateline(text)
        if dateline:
            return dateline, None, None
    opener = signals.find_opener(text)
    if opener:
        place = signals.find_join(text[:1000], opener, counts)
        found = signals.match_phrase(text[:opener])
        return (place, found[0], "link opener, glued to the next words") if place and found else (0, None, None)
    place = signals.find_join(text[:400], 9, Counter())
    found = signals.match_phrase(text[:place]) if place and place <= 200 else None
    return (place, *found) if found else (0, None, None)


def _name_headlines(parts):
    """Label what stands behind a byline on the same line as the headline, if it is no sentence."""
    for before, part in zip(parts, parts[1:], strict=False):
        same = before.last_line == part.line
        if before.kind == "byline" and same and part.kind is None and not part.prose and len(part.text.split()) > 2:
            part.label("headline", "behind the byline on its line, no end mark")
    return parts


def join_fragments(parts):
    """Return `parts` with sentences put together that stand on several lines without having been wrapped.

    A line goes on the one before if it begins in small letters or with a comma and that one has no end
    mark; the first line of a file, a headline more likely, must also end in a word that links.
    """
    joined = []
    for part in parts:
        run = joined[-1] if joined else []
        if run and part.kind is None and run[-1].kind is None and _goes_on(run[-1].text, part.text, len(joined) > 1):
            run.append(part)
        else:
            joined.append([part])
    return [run[0] if len(run) == 1 else Part(join([part.block for part in run])) for run in joined]


def _goes_on(before, text, inside):
    if has_end(before) or signals.is_listed(text) or signals.is_listed(before):
        return False
    links = before.split()[-1].casefold() in _LINKING or before.endswith(",")
    small = text[0] in ",;)" or (text[0].islower() and not regex.match(r"\p{Ll}{1,3}(?:\p{Lu}|-\p{Lu})", text))
    return (small and (inside or links)) or (links and inside and not before.endswith(","))
