"""Pairs of quotation marks, found from the characters beside them rather than from their shape.

Newspapers mix straight and curly marks, lose some, and use one sign for an apostrophe, a closing
mark and a foot of length.  So a mark's direction is read from its neighbours (space before and a
letter after: it opens); where they don't tell, its shape does, and else whether one is open.
Nothing here raises on any text, and every step is one pass over the marks.
"""

from typing import NamedTuple

import pandas as pd
import regex

from .tables import conform

_DEEPEST = 2  # double marks within double marks; more are lost marks
_DOUBLES, _SINGLES = '"“”„‟«»＂', "'‘’‚‛‹›`´"
_SHAPES = dict.fromkeys("“„‟«‘‚‛‹`", "open") | dict.fromkeys("”»’›´", "close")
# Runs of marks, without apostrophes inside words and without feet and inches (6'2").
_RUN = regex.compile(rf"""
      (?<=\p{{N}})['’]\p{{N}}++(?:["”]|['’]{{2}})(*SKIP)(*FAIL)
    | (?<=[\p{{L}}\p{{N}}])[{_SINGLES}](?=[\p{{L}}\p{{N}}])(*SKIP)(*FAIL)
    | [{_DOUBLES}{_SINGLES}]++""", regex.VERBOSE)
_MARK = regex.compile(rf"(['’‘`´])\1|[{_DOUBLES}{_SINGLES}]")
# Letters left out at the start of a word ('em, '90s): that mark is an apostrophe.
_ELISION = regex.compile(
    r"(?:\p{N}\p{N}s?|em|til|till|tis|twas|twere|cause|bout|round|n|nuff|cuz|cos|kay|neath|gainst)(?![\p{L}\p{N}])",
    regex.IGNORECASE)
# Or at its end (the states' rights, goin' home): an apostrophe if a better closing mark comes later.
_WORD_END = regex.compile(r"(?<=\p{L}s|\p{L}in|\p{N})['’](?= [\p{L}\p{N}$])", regex.IGNORECASE)
_BEFORE_OPENING, _AFTER_CLOSING = set("([{—–-/>"), set(")]}.,;:!?—–-/…<>")


class _Mark(NamedTuple):
    start: int
    end: int
    style: str
    direction: str | None  # open, close, or None where neither neighbours nor shape tell
    weak: bool             # perhaps an apostrophe


class _Pair(NamedTuple):
    start: int
    end: int
    opened: int
    closed: int
    style: str
    depth: int = 0
    continued: bool = False
    lost: bool = False
    stop: int | None = None  # of a pair still open at its paragraph's end: where it ends if nothing goes on


_COLUMNS = _Pair._fields[:-1]


def find_marks(articles, paragraphs):
    """Return the table `marks`: every pair of quotation marks in the texts, in their order.

    `articles` needs article and text; `paragraphs` article, start, end and zone.  Any double mark
    may close any other; two single marks in a row are a double one.  A mark still open at the end
    of its paragraph ends there: either the next paragraph's opening mark goes on with the quote
    (`continued`), or the closing mark is `lost`.  Single marks need both ends, so that an
    apostrophe opens nothing.
    """
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    rows = []
    for article, group in paragraphs.groupby(paragraphs["article"].astype(str), sort=False):
        spans = sorted(zip(group["start"].tolist(), group["end"].tolist(), group["zone"].astype(str), strict=True))
        rows += [(article, *pair[:-1]) for pair in _pair_article(texts[article], spans)]
    return conform("marks", pd.DataFrame(rows, columns=["article", *_COLUMNS]), articles)


def _pair_article(text, spans):
    """Return the pairs of one text in order; `spans` are (start, end, zone) of its paragraphs."""
    pairs, waiting = [], []
    for start, end, zone in spans:
        marks = _read_marks(text, start, end)
        found, stray = _pair_doubles([mark for mark in marks if mark.style == "double"], end)
        found += _pair_singles(marks, found, start, end)
        if zone != "body":
            pairs += _settle(found)
            continue
        goes_on = {pair.style for pair in waiting if _is_continued(pair, marks, stray, start)}
        found = [pair._replace(continued=pair.opened == start and pair.style in goes_on) for pair in found]
        if stray and "double" in goes_on and not any(pair.continued for pair in found):
            found.append(_Pair(start, stray.start, start, stray.end, "double", continued=True))
        pairs += _settle(waiting, goes_on) + [pair for pair in found if pair.stop is None]
        waiting = [pair for pair in found if pair.stop is not None]
    return _count_depth(pairs + _settle(waiting))


def _is_continued(pair, marks, stray, start):
    """Tell whether a paragraph goes on with `pair`: it begins with a mark of its style, or only closes it."""
    first = marks[0] if marks else None
    if first and first.start == start and first.direction != "close" and first.style == pair.style:
        return True
    return stray is not None and pair.style == "double"


def _settle(waiting, goes_on=()):
    """Return the pairs with those ended that were still open at the end of their paragraph."""
    done = []
    for pair in waiting:
        if pair.stop is None or pair.style in goes_on:
            done.append(pair._replace(stop=None))
        elif pair.style == "double":
            done.append(pair._replace(end=pair.stop, closed=pair.stop, lost=True, stop=None))
    return done


def _read_marks(text, start, end):
    """Return the marks of text[start:end] with their directions; clear apostrophes are left out."""
    marks, in_tag = [], False
    for run in _RUN.finditer(text, start, end):
        beside = _direction(text, run.start(), run.end(), start, end)
        for match in _MARK.finditer(run.group()):
            first, last, sign = run.start() + match.start(), run.start() + match.end(), match.group()
            if len(sign) == 2 or sign in _DOUBLES:
                direction = beside or _SHAPES.get(sign[0])
                if sign == "”" and (beside == "open" or first == start):  # a slip, or another language's opening mark
                    direction = None
                if in_tag or (text[first - 1:first] == "=" and first > start):  # an attribute of a tag: name="value"
                    in_tag = not in_tag
                    continue
                marks.append(_Mark(first, last, "double", direction, text[first - 1:first].isdigit()))
            elif last < run.end() or beside == "close" or not _ELISION.match(text, last, end):
                direction = beside or (_SHAPES[sign] if sign in "‹›" else None)
                marks.append(_Mark(first, last, "single", direction, bool(_WORD_END.match(text, first, end))))
    return marks


def _direction(text, first, last, start, end):
    """Return what the neighbours of a run of marks say: open, close, or None."""
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    if before == ":" and after.isspace():  # he said:" Yes. "
        return None
    gap_before = before.isspace() or before in _BEFORE_OPENING
    gap_after = after.isspace() or after in _AFTER_CLOSING
    if before.isspace() and (after == "…" or text.startswith("...", last)):
        gap_after = False
    if gap_before == gap_after:
        return None
    return "open" if gap_before else "close"


def _pair_doubles(marks, end):
    """Return the pairs of one paragraph's double marks, and the closing mark that it begins with, or None."""
    pairs, stack, inches = [], [], None
    for mark in marks:
        if mark.direction == "open" or (mark.direction is None and not stack):
            if len(stack) == _DEEPEST:
                pairs.append(_lose(stack.pop(), mark.start))
            stack.append(mark)
        elif stack:
            pairs.append(_Pair(stack[-1].end, mark.start, stack.pop().start, mark.end, "double"))
            inches = len(pairs) - 1 if mark.weak else None
        elif inches is not None:  # a closing mark too many, after one that stood behind a number
            pairs[inches] = pairs[inches]._replace(end=mark.start, closed=mark.end)
            inches = None
    in_turn = list(zip(marks[::2], marks[1::2], strict=False))
    if stack and len(marks) % 2 == 0 and all(opening.direction != "close" for opening, _ in in_turn):
        return [_Pair(one.end, two.start, one.start, two.end, "double") for one, two in in_turn], None
    starts = [mark.start for mark in marks] + [end]
    for mark in stack[:-1]:
        pairs.append(_lose(mark, starts[starts.index(mark.start) + 1]))
    if stack:
        stop = starts[starts.index(stack[-1].start) + 1]
        pairs.append(_Pair(stack[-1].end, end, stack[-1].start, end, "double", stop=stop))
    return pairs, marks[0] if marks and marks[0].direction == "close" else None


def _lose(mark, end):
    return _Pair(mark.end, end, mark.start, end, "double", lost=True)


def _pair_singles(marks, doubles, start, end):
    """Return the pairs of one paragraph's single marks: both inside the same double marks, or both outside.

    An opening mark waits for the next closing one; a possible apostrophe closes only if nothing better comes.
    """
    pairs, inside = [], []
    opened, weak = {}, {}
    doubles = sorted(doubles, key=lambda pair: pair.opened, reverse=True)
    for mark in marks:
        while doubles and doubles[-1].opened < mark.start:
            inside.append(doubles.pop())
        while inside and inside[-1].end <= mark.start:
            inside.pop()
        if mark.style != "single" or mark.direction is None:
            continue
        place = inside[-1].opened if inside else None
        if mark.direction == "close" and place in opened and mark.weak:
            weak.setdefault(place, mark)
        elif mark.direction == "close" and place in opened:
            pairs.append(_single(opened.pop(place), mark))
            weak.pop(place, None)
        elif mark.direction == "open":
            if place in weak:
                pairs.append(_single(opened[place], weak.pop(place)))
            opened[place] = mark
    pairs += [_single(opened.pop(place), mark) for place, mark in weak.items()]
    if None in opened and opened[None].start == start:
        pairs.append(_Pair(opened[None].end, end, start, end, "single", stop=end))
    return pairs


def _single(opening, closing):
    return _Pair(opening.end, closing.start, opening.start, closing.end, "single")


def _count_depth(pairs):
    """Return the pairs in order, each with the number of pairs around it."""
    done, around = [], []
    for pair in sorted(pairs, key=lambda pair: (pair.opened, -pair.closed)):
        while around and around[-1] <= pair.opened:
            around.pop()
        done.append(pair._replace(depth=len(around)))
        around.append(pair.closed)
    return done
