"""Event: all tables of one folder of articles, each computed when first asked for.

The list of attributes below is the architecture: each names the room that makes it and the tables
it is made from.
"""

from functools import cached_property
from pathlib import Path

import pandas as pd

from .articles import find_paragraphs, load_articles, load_frames, load_hand, load_people
from .edits import find_edits
from .families import compare_pairs, find_families
from .framing import find_hits, share_themes
from .lengths import measure_lengths
from .marks import find_marks
from .quotes import find_quotes
from .reuse import link_sentences
from .sentences import split_sentences
from .similarity import compare_articles
from .speakers import name_speakers
from .spans import body_words
from .tables import TABLES, TEXT, conform, empty
from .voices import find_mentions, find_voices
from .words import count_words

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


class Event:
    """All tables of one event; `analysis.tables.codebook()` says what each column means.

    `Event(folder)` reads a folder of articles; raises InputError (a ValueError) with one sentence
    where that can't be done.
    """

    def __init__(self, folder=SEEDS):
        self.lines, self.articles, self.rejects = load_articles(folder)
        self.people, self.frames, self.hand = load_people(folder), load_frames(folder), load_hand(folder)

    @classmethod
    def from_articles(cls, articles, people=None, frames=None, hand=None):
        """Return the Event of a DataFrame with the columns article, outlet, text, whose text is taken as it is.

        Other columns of the table `articles` may be there.  Every line of a text is a paragraph; the
        first one is its headline where the column headline says the same words.
        """
        articles = articles.assign(words=[count_words(text) for text in articles["text"]])
        for column in TABLES["articles"].columns:
            if column.name not in articles:
                articles[column.name] = pd.Series(pd.NA, index=articles.index, dtype=column.dtype)
        articles = conform("articles", articles, articles)
        event = cls.__new__(cls)
        event.lines, event.articles, event.rejects = _lines_of(articles), articles, empty("rejects")
        event.articles["words"] = [len(starts) for starts, _ in body_words(articles, event.paragraphs).values()]
        event.people = load_people() if people is None else people
        event.frames = load_frames() if frames is None else frames
        event.hand = load_hand() if hand is None else hand
        return event

    @cached_property
    def paragraphs(self): return find_paragraphs(self.articles, self.lines)

    @cached_property
    def marks(self): return find_marks(self.articles, self.paragraphs)

    @cached_property
    def sentences(self): return split_sentences(self.articles, self.paragraphs, self.marks)

    @cached_property
    def quotes(self):
        return name_speakers(find_quotes(self.articles, self.paragraphs, self.marks, self.sentences),
                             self.articles, self.sentences, self.people)

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
    def pairs(self): return compare_pairs(self.links, self.sentences, self.voices, self.similarity, self.articles)

    @cached_property
    def families(self): return find_families(self.pairs, self.articles, self.links)

    @cached_property
    def lengths(self):
        return measure_lengths(self.articles, self.paragraphs, self.sentences, self.quotes, self.families)

    @cached_property
    def hits(self): return find_hits(self.articles, self.sentences, self.voices, self.frames)

    @cached_property
    def shares(self): return share_themes(self.hits, self.sentences, self.voices, self.frames, self.articles)
