"""The table `quotes`: every stretch of speech, who speaks, and how that was found.

The marks of a text are read paragraph by paragraph (passages.py), the names of all texts are put together
(speakers/people.py), and the words that name a speaker are resolved (speakers/who.py).
"""

from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from ..english.words import WORD, count_words
from ..reading.articles import find_paragraphs
from ..tables import empty, rows_of, tabulate
from ..text.marks import find_marks
from ..text.sentences import split_sentences
from ..text.spans import group_rows
from .headlines import name_headlines
from .passages import Span, read_passages, trim
from .speakers.names import read_names
from .speakers.people import read_people, read_register
from .speakers.who import make_reading, name_mentions, resolve
from .transcripts import list_surnames


class Speech(NamedTuple):
    """The speech of an event's texts before its speakers are named, and who is known by which names."""

    read: dict      # {article: (rows of its passages, in order; its discourse.Sentences)}
    register: Any   # speakers.people.Register


def read_speech(articles: pd.DataFrame, paragraphs: pd.DataFrame, marks: pd.DataFrame,
                sentences: pd.DataFrame) -> Speech:
    """Return the Speech of the articles of one event."""
    texts = dict(rows_of(articles, "article", "text"))
    read = _read_articles(texts, paragraphs, marks, sentences)
    return Speech(read, read_register({name: _read_names(text, read[name]) for name, text in texts.items()}))


def find_quotes(articles: pd.DataFrame, paragraphs: pd.DataFrame, marks: pd.DataFrame, sentences: pd.DataFrame,
                people: pd.DataFrame | None = None, speech: Speech | None = None) -> pd.DataFrame:
    """Return the table `quotes` of the articles of one event; `people` is people.csv, or None.

    `speech` is read_speech's, read anew where it is None.  `borrowed_from` is left missing: that needs the remarks of
    the other articles.  Raises nothing on any text.
    """
    texts = dict(rows_of(articles, "article", "text"))
    read, register = speech or read_speech(articles, paragraphs, marks, sentences)
    aliases, sides = read_people(people)
    rows = []
    for name, text in texts.items():
        found, placed = read[name]
        spans = [(row[5].start, row[5].end) if row[5] else None for row in found]
        mine, named = [], name_mentions(name, text, placed, register, aliases, spans)
        for number, (row, (named_by, who)) in enumerate(zip(found, named, strict=True)):
            start, end, zone, kind, continued, source, kind_rule = row
            content = text[start:end]
            first, last, cue, rule, via = source or (None,) * 5
            mine.append((name, number, start, end, zone, kind, who.name, who.kind, sides.get(who.name),
                         text[first:last] if source else None, first, last, cue, via, rule, named_by, kind_rule,
                         continued, None, count_words(content), content))
        rows += name_headlines(mine)
    return tabulate("quotes", rows, articles)


def _read_articles(texts, paragraphs, marks, sentences):
    """Return {article: (its rows, in order; its discourse.Sentences)}."""
    lines = group_rows(paragraphs, ["start", "end", "zone"])
    pairs = group_rows(marks, list(Span._fields))
    starts = group_rows(sentences, ["start"])
    surnames, read = cache(lambda: list_surnames(texts.values())), {}
    for name, text in texts.items():
        spans = [trim(text, Span(*pair)) for pair in pairs.get(name, ())]
        spans = [span for span in spans if WORD.search(text, span.start, span.end)]
        first = [start for start, in starts.get(name, ())]
        found, placed = read_passages(text, lines.get(name, ()), spans, first, surnames)
        rows = [(*row[:5], None if row[3] in ("scare", "title") else row[5], row[6]) for row in found]
        read[name] = sorted(rows, key=lambda row: row[:2]), placed
    return read


def _read_names(text, read):
    """Return what read_names gives of a text; names in quotes and headlines are not the writer's."""
    rows, placed = read
    skipped = [row[:2] for row in rows if row[3] != "indirect"]
    skipped += [(start, tagged.spans[-1][1]) for tagged, start, _, headline in placed if headline]
    return read_names(text, _merge(skipped))


def _merge(spans):
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def resolve_example(text: str) -> str | None:
    """Return the rule that names [the words in brackets] of a text (see speakers.who.WHO)."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    read = {"example": read_example(plain)}
    people = {"ferry queen": "Ann Bellamy"}  # as people.csv gives it
    register = read_register({"example": _read_names(plain, read["example"])})
    reading = make_reading("example", plain, read["example"][1], register, people)
    return resolve(reading, start, end)[0]


def read_example(text: str) -> tuple[list, list]:
    """Return (rows, Sentences) of an example, every line of which is a paragraph."""
    articles = pd.DataFrame({"article": ["example"], "text": [text]})
    paragraphs = find_paragraphs(articles, empty("lines"))
    marks = find_marks(articles, paragraphs)
    sentences = split_sentences(articles, paragraphs, marks)
    return _read_articles({"example": text}, paragraphs, marks, sentences)["example"]
