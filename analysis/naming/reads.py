"""Sentences read for naming: their words with tags, their noun phrases, and which two tell the same."""

from bisect import bisect_right
from collections import defaultdict
from itertools import combinations

import pandas as pd

from ..speech.sentence.tagged import tag_sentence
from ..tables import column_of, rows_of, rows_where
from .cleared import clear_phrases
from .phrases import Read, list_phrases
from .settled import settle_tags

_MOST = 6000  # pairs of sentences of an event that are compared


def read_sentences(sentences: pd.DataFrame, articles: pd.DataFrame) -> list[Read]:
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


def pair_sentences(reads: list[Read], links: pd.DataFrame, items: pd.DataFrame) -> dict[tuple[int, int], str]:
    """Return {(read number, read number): relation} of sentences that are linked or tell one item."""
    place = {(read.article, read.sentence): number for number, read in enumerate(reads)}
    found = {}
    for article, sentence, other, other_sentence, relation in rows_of(
            links, "article", "sentence", "other", "other_sentence", "relation"):
        one, two = place.get((article, sentence)), place.get((other, other_sentence))
        if one is not None and two is not None and one < two:
            found[one, two] = relation
    by_item, starts = defaultdict(set), defaultdict(list)
    for number, read in enumerate(reads):
        starts[read.article].append((read.start, read.end, number))
    reported = column_of(items, "state") == "reported"
    for item, article, start in rows_where(items, reported, "item", "article", "start"):
        at = bisect_right(starts[article], (start, 1 << 40)) - 1
        if at >= 0 and start < starts[article][at][1]:
            by_item[item].add(starts[article][at][2])
    for numbers in by_item.values():
        for one, two in combinations(sorted(numbers), 2):
            if reads[one].article != reads[two].article:
                found.setdefault((one, two), "item")
    return dict(sorted(found.items())[:_MOST])
