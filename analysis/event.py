"""Event: all tables of one folder of articles, each computed when first asked for.

The list of attributes below is the architecture: each names the room that makes it and the tables
it is made from.
"""

from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from .answers.base import name_articles
from .answers.evidence import find_places, quote_lines
from .answers.findings import rank_findings
from .answers.lengths import measure_lengths
from .copies.edits import find_edits
from .copies.families import compare_pairs, find_families
from .copies.reuse import link_sentences
from .copies.similarity import compare_articles
from .english.wording import count
from .english.words import count_words
from .facts.disagreements import find_disagreements
from .facts.hand import part_checks, place_hand
from .facts.items import find_items
from .reading.articles import find_paragraphs, load_articles, load_frames, load_hand, load_people
from .reading.files import InputError, mend_halves, one_line
from .remarks.coverage import cover_utterances
from .remarks.utterances import borrow_speakers, group_utterances
from .speech.quotes import find_quotes
from .speech.speakers import name_speakers
from .speech.voices import find_mentions, find_voices
from .tables import TABLES, TEXT, conform, empty
from .text.marks import find_marks
from .text.sentences import split_sentences
from .text.spans import body_words
from .themes.hits import check_hits, find_hits, share_themes

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


class Event:
    """All tables of one event; `analysis.tables.codebook()` says what each column means.

    `Event(folder)` reads a folder of articles, files up to `largest` bytes (default: the threshold largest_file);
    raises InputError (a ValueError) with one sentence where that can't be done.
    """

    def __init__(self, folder=SEEDS, largest=None):
        self.lines, self.articles, self.rejects = load_articles(folder, largest)
        self.people, self.frames, self.hand = load_people(folder), load_frames(folder), load_hand(folder)
        unplaced = place_hand(self.hand, self.articles)[1]
        rejects = pd.concat([self.rejects, unplaced])
        self.rejects = conform("rejects", rejects.assign(detail=[one_line(detail) for detail in rejects["detail"]]))

    def __repr__(self):
        return f"Event of {count(len(self.articles), 'article')}"

    @classmethod
    def from_articles(cls, articles, people=None, frames=None, hand=None):
        """Return the Event of a DataFrame with the columns article, outlet, text, whose text is taken as it is.

        Other columns of the table `articles` may be there.  Every line of a text is a paragraph; the
        first one is its headline where the column headline says the same words.  A half of a surrogate pair
        becomes �.  Raises InputError where a column or text is missing, or two articles have one name.
        """
        articles, people, frames, hand = map(_mend, (articles, people, frames, hand))
        _check(articles)
        articles = articles.assign(article=articles["article"].astype("str"),
                                   words=[count_words(text) for text in articles["text"]])
        for column in TABLES["articles"].columns:
            if column.name not in articles:
                articles[column.name] = pd.Series(pd.NA, index=articles.index, dtype=column.dtype)
        articles = conform("articles", articles, articles)
        return cls._of(_lines_of(articles), articles, empty("rejects"), people, frames, hand)

    @classmethod
    def _of(cls, lines, articles, rejects, people, frames, hand):
        event = cls.__new__(cls)
        event.lines, event.articles, event.rejects = lines, articles, rejects
        event.people, event.frames, event.hand = (
            whole if given is None else given.reindex(columns=[*whole, *given.columns.difference(whole.columns)])
            for given, whole in ((people, load_people()), (frames, load_frames()), (hand, load_hand())))
        bodies = body_words(articles, event.paragraphs)
        event.articles["words"] = np.array([len(bodies[name][0]) for name in articles["article"].astype(str)], "int64")
        return event

    def at_depth(self, words=None):
        """Return the same event with every body cut after `words` words (default: those of the shortest article).

        The cut may fall in mid-sentence; headings and captions that stand behind it go too.
        """
        words = self.articles["words"].min() if words is None else words
        bodies = body_words(self.articles, self.paragraphs)
        cuts = {name: ends[words - 1] if 0 < words <= len(ends) else len(text) if words else 0
                for (name, (_, ends)), text in zip(bodies.items(), self.articles["text"], strict=True)}
        cut = self.articles["article"].astype(str).map(cuts)
        articles = self.articles.assign(
            text=[text[:end] for text, end in zip(self.articles["text"], cut, strict=True)])
        lines = self.lines.assign(_cut=self.lines["article"].astype(str).map(cuts).fillna(0).astype("int64"))
        lines = lines[~(lines["text_start"] >= lines["_cut"]).fillna(False)]
        kept = (lines["start"] + lines["_cut"] - lines["text_start"]).fillna(lines["end"]).astype("int64")
        lines = lines.assign(end=lines["end"].clip(upper=kept)).drop(columns="_cut").reset_index(drop=True)
        sizes = lines["end"] - lines["start"]
        lines["text"] = [text[:size] for text, size in zip(lines["text"], sizes, strict=True)]
        return Event._of(lines, articles, self.rejects, self.people, self.frames, self.hand)

    def with_text(self, name):
        """Return the table `name` with a last column `text`: the words of each row, for the eye."""
        table = getattr(self, name)
        texts = dict(zip(self.articles["article"], self.articles["text"], strict=True))
        spans = zip(table["article"], table["start"], table["end"], strict=True)
        words = [texts[article][start:end] if pd.notna(start) else None for article, start, end in spans]
        return table.drop(columns="text", errors="ignore").assign(text=pd.array(words, dtype=TEXT))

    def evidence(self, row):
        """Return the sentences behind `row`, a row of any table: article, outlet, start, end, sentence, text."""
        return quote_lines(find_places(self, row), self.articles, self.sentences)

    @cached_property
    def paragraphs(self): return find_paragraphs(self.articles, self.lines)

    @cached_property
    def marks(self): return find_marks(self.articles, self.paragraphs)

    @cached_property
    def sentences(self): return split_sentences(self.articles, self.paragraphs, self.marks)

    @cached_property
    def quotes(self):
        quotes = find_quotes(self.articles, self.paragraphs, self.marks, self.sentences)
        quotes = name_speakers(quotes, self.articles, self.sentences, self.people)
        return borrow_speakers(quotes, self.sentences, self.articles)

    @cached_property
    def utterances(self): return group_utterances(self.quotes, self.sentences, self.articles, self.hand)

    @cached_property
    def coverage(self): return cover_utterances(self.utterances, self.quotes, self.sentences, self.articles)

    @cached_property
    def voices(self): return find_voices(self.articles, self.paragraphs, self.quotes)

    @cached_property
    def mentions(self): return find_mentions(self.articles, self.paragraphs, self.voices, self.people)

    @cached_property
    def similarity(self): return compare_articles(self.articles)

    @cached_property
    def links(self): return link_sentences(self.sentences, self.articles)

    @cached_property
    def edits(self): return find_edits(self.links, self.sentences, self.articles)

    @cached_property
    def pairs(self):
        return compare_pairs(self.links, self.sentences, self.voices, self.similarity, self.articles, self.edits)

    @cached_property
    def families(self): return find_families(self.pairs, self.articles)

    @cached_property
    def lengths(self):
        return measure_lengths(self.articles, self.paragraphs, self.sentences, self.quotes, self.families)

    @cached_property
    def _reader(self): return part_checks(place_hand(self.hand, self.articles)[0])

    @cached_property
    def items(self): return self._find_items(self._reader[0])

    @cached_property
    def items_by_machine(self): return self._find_items(None)

    def _find_items(self, hand):
        return find_items(self.articles, self.sentences, self.mentions, self.families, self.links, self.utterances,
                          hand)

    @cached_property
    def disagreements(self): return find_disagreements(self.items, self.sentences, self.articles, self.mentions)

    @cached_property
    def hits(self):
        return check_hits(find_hits(self.articles, self.sentences, self.voices, self.frames), self._reader[1])

    @cached_property
    def shares(self): return share_themes(self.hits, self.sentences, self.voices, self.frames, self.articles)

    @cached_property
    def findings(self): return rank_findings(self)

    @cached_property
    def _names(self): return name_articles(self.articles)

    def name(self, article):
        """Return the name of the outlet of `article`, as every page writes it; two articles of one outlet differ."""
        return self._names[str(article)]


def _mend(frame):
    """Return `frame` with � for each half of a surrogate pair: pyarrow, where it holds the texts, refuses them."""
    if frame is None:
        return None
    mended = {}
    for name, values in frame.items():
        cells = [mend_halves(cell) if isinstance(cell, str) else cell for cell in values]
        if any(isinstance(cell, str) and cell != value for cell, value in zip(cells, values, strict=True)):
            mended[name] = pd.Series(cells, index=frame.index, dtype="object")
    return frame.assign(**mended)


def _check(articles):
    for column in ("article", "text"):
        if column not in articles:
            raise InputError(f'articles: no column "{column}"')
    for name, text in zip(articles["article"], articles["text"], strict=True):
        if not isinstance(text, str):
            raise InputError(f"articles: {name} has no text")
    twice = articles["article"][articles["article"].duplicated()]
    if len(twice):
        raise InputError(f"articles: two rows are called {twice.iloc[0]}")


def _lines_of(articles):
    """Return the table `lines` of texts that are taken as they are: every line that is not blank, kept."""
    rows = []
    for article in articles.itertuples():
        start, kind = 0, "headline"
        for number, line in enumerate(article.text.split("\n"), 1):
            first, last = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
            if first < last:
                kind = "headline" if kind == "headline" and line.strip() == article.headline else "body"
                rows.append((article.article, article.file, number, first, last, first, kind, pd.NA, line.strip()))
            start += len(line) + 1
    return conform("lines", pd.DataFrame(rows, columns=[column.name for column in TABLES["lines"].columns]), articles)
