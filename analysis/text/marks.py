"""Pairs of quotation marks, found from the characters beside them rather than from their shape.

Newspapers mix straight and curly marks, lose some, and use one sign for an apostrophe, a closing
mark and a foot of length.  So a mark's direction is read from its neighbours (space before and a
letter after: it opens); where they don't tell, its shape does, and else whether one is open.
Nothing here raises on any text, and every step is one pass over the marks.
"""

import pandas as pd
import regex

from ..tables import rows_of, tabulate
from .spans import group_rows

_LONGEST_LETTER = 12  # paragraphs without a mark that may stand inside one pair
_DEEPEST = 2  # double marks within double marks; more are lost marks
_DOUBLES, _SINGLES = '"“”„‟«»＂', "'‘’‚‛‹›`´"
DOUBLE_MARKS = frozenset(_DOUBLES)
QUOTE_MARKS = DOUBLE_MARKS | frozenset(_SINGLES)
_SHAPES = dict.fromkeys("“„‟«‘‚‛‹`", "open") | dict.fromkeys("”»’›´", "close")
# Runs of marks, without apostrophes inside words and without feet and inches (6'2").
_RUN = regex.compile(rf"""(?=[{_DOUBLES}{_SINGLES}])(?:
      (?<=\p{{N}})['’]\p{{N}}++(?:["”]|['’]{{2}})(*SKIP)(*FAIL)
    | (?<=[\p{{L}}\p{{N}}])[{_SINGLES}](?=[\p{{L}}\p{{N}}])(*SKIP)(*FAIL)
    | [{_DOUBLES}{_SINGLES}]++)""", regex.VERBOSE)
_MARK = regex.compile(rf"(['’‘`´])\1|[{_DOUBLES}{_SINGLES}]")
# Letters left out at the start of a word ('em, '90s): that mark is an apostrophe.
_ELISION = regex.compile(
    r"(?:\p{N}\p{N}s?|em|til|till|tis|twas|twere|cause|bout|round|n|nuff|cuz|cos|kay|neath|gainst)(?![\p{L}\p{N}])",
    regex.IGNORECASE)
# Or at its end (the states' rights, goin' home): an apostrophe if a better closing mark comes later.
_WORD_END = regex.compile(r"(?<=\p{L}s|\p{L}in|\p{N})['’](?= [\p{L}\p{N}$])", regex.IGNORECASE)
_BEFORE_OPENING, _AFTER_CLOSING = set("([{—–-/>"), set(")]}.,;:!?—–-/…<>")


# Marks and pairs are plain tuples: a text may have a hundred thousand of them.
# A mark is (start, end, style, direction, weak): direction is open, close, or None where neither neighbours nor
# shape tell; weak marks may be an apostrophe or inches.
# A pair is (start, end, opened, closed, style, continued, lost, stop): stop is where a pair ends that is open at the
# end of its paragraph, if nothing goes on with it there; else None.


def find_marks(articles: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Return the table `marks`: every pair of quotation marks in the texts, in their order.

    `articles` needs article and text; `paragraphs` article, start, end and zone.  Any double mark
    may close any other; two single marks in a row are a double one.  A mark still open at the end
    of its paragraph ends there: either the next paragraph's opening mark goes on with the quote
    (`continued`), or the closing mark is `lost`.  Single marks need both ends, so that an
    apostrophe opens nothing.
    """
    texts = dict(rows_of(articles, "article", "text"))
    rows = []
    for article, spans in group_rows(paragraphs, ["start", "end", "zone"]).items():
        rows += [(article, *row) for row in _pair_article(texts[article], sorted(spans))]
    return tabulate("marks", rows, articles)


def _pair_article(text, spans):
    """Return the rows of one text in order; `spans` are (start, end, zone) of its paragraphs."""
    pairs, waiting, between = [], [], []
    for start, end, zone in spans:
        marks = _read_marks(text, start, end)
        found, stray = _pair_doubles([mark for mark in marks if mark[2] == "double"], end)
        found += _pair_singles(marks, found, start, end)
        if zone != "body":
            pairs += _settle(found)
            continue
        if waiting and waiting[-1][4] == "double" and len(between) < _LONGEST_LETTER and not found and not stray \
                and not any(mark[2] == "double" for mark in marks):
            between.append((start, end, start, end, "double", True, False, None))  # perhaps a letter, closed further on
            continue
        if stray and between:
            pairs += _settle(waiting, {"double"}) + between
            pairs.append((start, stray[0], start, stray[1], "double", True, False, None))
            waiting, between = [], []
            found = [pair for pair in found if pair[2] >= stray[1]]
            pairs += _settle(found)
            continue
        between = []
        first = marks[0] if marks and marks[0][0] == start and marks[0][3] != "close" else None
        goes_on = {style for _, _, _, _, style, *_ in waiting
                   if (first and first[2] == style) or (stray and style == "double")}
        found = [(*pair[:5], pair[2] == start and pair[4] in goes_on, *pair[6:]) for pair in found]
        if stray and "double" in goes_on and not any(pair[5] for pair in found):
            found.append((start, stray[0], start, stray[1], "double", True, False, None))
        pairs += _settle(waiting, goes_on)
        waiting = []
        for pair in found:
            (pairs if pair[-1] is None else waiting).append(pair)
    return _count_depth(pairs + _settle(waiting))


def _settle(waiting, goes_on=()):
    """Return the pairs with those ended that were still open at the end of their paragraph."""
    done = []
    for start, end, opened, closed, style, continued, lost, stop in waiting:
        if stop is None or style in goes_on:
            done.append((start, end, opened, closed, style, continued, lost, None))
        elif style == "double":
            done.append((start, stop, opened, stop, style, continued, True, None))
    return done


def _read_marks(text, start, end):
    """Return the marks of text[start:end] with their directions; clear apostrophes are left out."""
    marks, in_tag = [], False
    for run in _RUN.finditer(text, start, end):
        beside = _direction(text, run.start(), run.end(), start, end)
        for match in _MARK.finditer(run.group()):
            first, last, sign = run.start() + match.start(), run.start() + match.end(), match.group()
            if len(sign) == 2 or sign in _DOUBLES:
                direction = beside or (None if text[first - 1:first] == ":" else _SHAPES.get(sign[0]))
                if sign == "”" and (beside == "open" or first == start):  # a slip, or another language's opening mark
                    direction = None
                if in_tag or (text[first - 1:first] == "=" and first > start):  # an attribute of a tag: name="value"
                    in_tag = not in_tag
                    continue
                marks.append((first, last, "double", direction, text[first - 1:first].isdigit()))
            elif last < run.end() or beside == "close" or not _ELISION.match(text, last, end):
                glued = sign in "`‘" and text[first - 1:first] in (".", "!", "?") and text[last:last + 1].isupper()
                direction = beside or (_SHAPES[sign] if sign in "‹›" or glued else None)
                marks.append((first, last, "single", direction, bool(_WORD_END.match(text, first, end))))
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
        start, last, _, direction, weak = mark
        if direction == "open" or (direction is None and not stack and not weak):  # a 70"+ set: inches open nothing
            if len(stack) == _DEEPEST:
                pairs.append(_lose(stack.pop(), start))
            stack.append(mark)
        elif stack:
            pairs.append(_join(stack.pop(), mark))
            inches = len(pairs) - 1 if weak else None
        elif inches is not None:  # a closing mark too many, after one that stood behind a number
            pairs[inches] = (pairs[inches][0], start, pairs[inches][2], last, *pairs[inches][4:])
            inches = None
    stray = marks[0] if marks and marks[0][3] == "close" else None
    if stack and len(marks) % 2 == 0 and all(mark[3] != "close" for mark in marks[::2]) \
            and not (all(mark[3] == "open" for mark in marks) and marks[0][1] < marks[1][0]):  # "First.  "Second.
        return [_join(*two) for two in zip(marks[::2], marks[1::2], strict=True)], None
    for mark in stack:
        stop = marks[marks.index(mark) + 1][0] if mark is not marks[-1] else end
        goes_on = (mark[1], end, mark[0], end, "double", False, False, stop)
        pairs.append(goes_on if mark is stack[-1] else _lose(mark, stop))
    return pairs, stray


def _join(opening, closing):
    return opening[1], closing[0], opening[0], closing[1], opening[2], False, False, None


def _lose(opening, end):
    return opening[1], end, opening[0], end, opening[2], False, True, None


def _pair_singles(marks, doubles, start, end):
    """Return the pairs of one paragraph's single marks: both inside the same double marks, or both outside.

    An opening mark waits for the next closing one; a possible apostrophe closes only if nothing better comes.
    """
    pairs, inside = [], []
    opened, weaker = {}, {}
    doubles = sorted(((pair[2], pair[1]) for pair in doubles), reverse=True)
    for mark in marks:
        first, _, style, direction, weak = mark
        while doubles and doubles[-1][0] < first:
            inside.append(doubles.pop())
        while inside and inside[-1][1] <= first:
            inside.pop()
        if style != "single" or direction is None:
            continue
        place = inside[-1][0] if inside else None
        if direction == "close" and place in opened and weak:
            weaker.setdefault(place, mark)
        elif direction == "close" and place in opened:
            pairs.append(_join(opened.pop(place), mark))
            weaker.pop(place, None)
        elif direction == "open":
            if place in weaker:
                pairs.append(_join(opened[place], weaker.pop(place)))
            opened[place] = mark
    pairs += [_join(opened.pop(place), mark) for place, mark in weaker.items()]
    if None in opened and opened[None][0] == start:
        pairs.append((opened[None][1], end, start, end, "single", False, False, end))
    return pairs


def _count_depth(pairs):
    """Return the rows in order, each with the number of pairs around it; a pair that crosses a lost one is dropped."""
    rows, around = [], []
    for start, end, opened, closed, style, continued, lost, _ in sorted(pairs, key=lambda pair: (pair[2], -pair[3])):
        while around and around[-1] <= opened:
            around.pop()
        if around and closed > around[-1]:
            continue
        rows.append((start, end, opened, closed, style, len(around), continued, lost))
        around.append(closed)
    return rows
