"""Split articles into sentences, around quotation marks, with exact offsets.

A sentence ends at a full stop, question or exclamation mark or an ellipsis that is followed by white
space and by something that can open a sentence.  Closing marks and brackets belong to the sentence they
close.  A quotation of several sentences is split into them, and its attribution stays with the last:
`"We won. It was hard," he said.` is `"We won.` and `It was hard," he said.`, and `"Is it over?" Smith
asked.` is one sentence.  Which stops end a sentence is decided by the rules of text/stops.py.
"""

from collections import defaultdict
from collections.abc import Container
from itertools import pairwise

import pandas as pd

from ..english.words import count_words, fold, folded_words, word_offsets
from ..reading.clean.signals import REPEAT_WORDS
from ..rules import Setting
from ..tables import rows_of, tabulate
from .stops import QUOTE_MARKS, STOP, STOPS, read_stop

LEAD_SENTENCES = Setting("lead_sentences", 3, "first body sentences of an article, which tell its main fact",
                         chosen="news prose puts the news first; openings that paint a scene take two sentences")


def split_sentences(articles: pd.DataFrame, paragraphs: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """Return the table `sentences`: one row a sentence of body text, one a headline, heading or caption.

    `articles` needs the columns article and text; `paragraphs` and `marks` are the tables of those names.
    start and end are offsets into articles.text, without surrounding white space; together the sentences
    cover every other character.  `position` counts the body words before the sentence.  `repeat_of` is the
    first earlier sentence of the article with the same words, case and accents aside, if there are at least
    `repeat_words` of them; body text repeats only body text, so that leaving repeats out loses none of it.
    """
    texts = dict(rows_of(articles, "article", "text"))
    opened, closed = defaultdict(set), defaultdict(set)
    for name, first, last in rows_of(marks, "article", "opened", "closed"):
        opened[name].add(first)
        closed[name].add(last)
    rows, article = [], None
    for name, paragraph, start, end, zone in rows_of(paragraphs, "article", "paragraph", "start", "end", "zone"):
        if name != article:
            article, number, position, seen = name, 0, 0, ({}, {})
        text = texts[name]
        ends = find_ends(text, start, end, opened.get(name, ()), closed.get(name, ())) if zone == "body" else []
        for first, last in _trim(text, [start, *ends, end]):
            told = text[first:last]
            words = count_words(told)
            repeat_of = _find_repeat(told, words, "body" if zone == "body" else "other", number, *seen)
            rows.append((name, paragraph, number, first, last, zone, words, position, repeat_of, told))
            number += 1
            position += words if zone == "body" else 0
    return tabulate("sentences", rows, articles)


def find_ends(text: str, start: int, end: int, opened: Container[int] = (), closed: Container[int] = ()) -> list[int]:
    """Return the offsets between `start` and `end` at which a sentence of `text` ends and another follows.

    `opened` holds the offsets of opening quotation marks, `closed` those one past a closing mark: they
    tell whose a mark is that white space does not.
    """
    ends, first = [], start
    for match in STOP.finditer(text, start, end):
        last = match.end()
        if match.group(1):
            while last - 1 in opened:  # `over."Then she`: this mark opens the next sentence
                last -= 1
            if text[last:last + 1].isspace() and last + 2 in closed and text[last + 1] in QUOTE_MARKS:
                last += 2  # `over. "`: this one still closes
            if STOPS.decide(read_stop(text, first, match.start(), last, end))[1] != "ends":
                continue
        if first < last < end and not text[first:last].isspace():
            ends.append(last)
            first = last
    return ends


def _trim(text, bounds):
    """Return the stretches between `bounds` without surrounding white space, empty ones left out."""
    stretches = []
    for first, last in pairwise(bounds):
        piece = text[first:last]
        if piece.strip():
            stretches.append((first + len(piece) - len(piece.lstrip()), first + len(piece.rstrip())))
    return stretches


def _find_repeat(told, words, zone, number, firsts, seen):
    """Return the number of the earlier sentence that says the same as `told`, of so many words, and note this one.

    `firsts` has the first sentence of each length, first and last word; only where a second one comes are all their
    words folded, and noted in `seen`.
    """
    if words < REPEAT_WORDS.value:
        return None
    offsets = word_offsets(told)
    key = words, fold(told[offsets[0]:offsets[1]]), fold(told[offsets[-2]:offsets[-1]])
    if key not in firsts:
        firsts[key] = told, zone, number
        return None
    if firsts[key]:
        other, where, first = firsts[key]
        seen[tuple(folded_words(other)), where] = first
        firsts[key] = None
    same = tuple(folded_words(told))
    found = [seen[same, where] for where in {"body", zone} if (same, where) in seen]
    seen.setdefault((same, zone), number)
    return min(found, default=None)
