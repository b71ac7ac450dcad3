"""Pieces: quotes cut into sentences, so that what two outlets quote in different lengths can be compared."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from ..english.spellings import spell
from ..english.words import find_words
from ..rules import Setting
from ..speech.identity import Who, list_speakers
from ..tables import rows_of

DIRECT = ("full", "partial")
LONGEST = Setting("piece_words", 60, "words after which a sentence of a quote is cut for comparison",
                  chosen="a cap: longer than 99 in 100 sentences; keeps the cost linear")


class Node(NamedTuple):
    """What pieces of the same words by the same speaker have in common; words as they are spelled for comparison."""

    words: tuple[str, ...]
    who: Who
    direct: bool


class Piece(NamedTuple):
    """A sentence of a quote, or the part of one that is quoted, in one article."""

    article: str
    quote: int
    start: int
    end: int
    body: bool
    node: Node


def cut_pieces(quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame,
               kinds: Collection[str] = (*DIRECT, "indirect")) -> list[Piece]:
    """Return the pieces of the quotes of these kinds, by article and place.

    Scare quotes, titles and what is nested in another quote are left out, indirect speech counts outside of the
    quotation marks in it.
    """
    texts = dict(rows_of(articles, "article", "text"))
    begins, rows = defaultdict(list), defaultdict(list)
    for article, start in rows_of(sentences, "article", "start"):
        begins[article].append(start)
    told = rows_of(quotes, "article", "start", "end", "quote", "kind", "zone")
    for (article, start, end, quote, kind, zone), who in zip(told, list_speakers(quotes), strict=True):
        if kind in kinds:
            rows[article].append((kind == "indirect", start, -end, quote, zone, who))
    pieces = []
    for article in sorted(rows):
        taken: list[tuple[int, int]] = []
        for indirect, start, end, quote, zone, who in sorted(rows[article]):
            if indirect:
                spans = _subtract(start, -end, taken)
            elif taken and -end <= taken[-1][1]:  # nested in the one before
                continue
            else:
                spans = [(start, -end)]
                taken += spans
            pieces += [Piece(article, quote, first, last, zone == "body", Node(words, who, not indirect))
                       for first, last, words in _cut(texts[article], begins[article], spans)]
    return pieces


def _subtract(start, end, taken):
    """Return the parts of a span outside the spans `taken`, which are in order."""
    parts = []
    for first, last in taken[bisect_left(taken, start, key=lambda span: span[1]):]:
        if first >= end:
            break
        parts.append((start, first))
        start = last
    return [*parts, (start, end)]


def _cut(text, begins, spans):
    """Return [(start, end, words)] of the `spans`, cut where sentences begin and every `piece_words` words."""
    longest, parts = int(LONGEST.value), []
    for start, end in spans:
        edges = [start, *begins[bisect_right(begins, start):bisect_left(begins, end)], end]
        for first, last in pairwise(edges):
            told = text[first:last]
            words = find_words(told)
            for at in range(0, len(words), longest):
                begin = first + words[at][0] if at else last - len(told.lstrip())
                stop = first + words[at + longest][0] if at + longest < len(words) else last
                compared = tuple([spell(told[one:two]) for one, two in words[at:at + longest]])
                parts.append((begin, begin + len(text[begin:stop].rstrip()), compared))
    return parts
