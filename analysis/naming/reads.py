"""Sentences read for naming: their words with tags, and their noun phrases."""

from typing import NamedTuple

import pandas as pd

from ..speech.sentence.tagged import Tagged, tag_sentence
from ..tables import rows_of
from .cleared import clear_phrases
from .phrases import list_phrases
from .settled import settle_tags


class Read(NamedTuple):
    """One sentence read: its article, place, zone and noun phrases."""

    article: str
    sentence: int
    start: int
    end: int
    zone: str
    phrases: list
    tagged: Tagged
    tags: list      # of its words, as settle_tags puts them right
    order: int      # number of the sentence in its article
    paragraph: int


def read_sentences(sentences, articles):
    """Return the Read of every sentence, in order; a sentence that an article repeats is read once."""
    texts = dict(rows_of(articles, "article", "text"))
    reads, orders = [], dict.fromkeys(texts, 0)
    columns = "article", "sentence", "start", "end", "zone", "paragraph", "repeat_of"
    for article, number, start, end, zone, paragraph, repeat_of in rows_of(sentences, *columns):
        if repeat_of is not pd.NA:
            continue
        text = texts[article]
        tagged = tag_sentence(text, start, end, [])
        tags = settle_tags(tagged)
        reads.append(Read(article, number, start, end, zone, list_phrases(text, tagged, tags), tagged, tags,
                          orders[article], paragraph))
        orders[article] += 1
    return clear_phrases(reads, texts)
