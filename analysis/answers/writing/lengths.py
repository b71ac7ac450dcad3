"""How long: words, sentences and paragraphs of each article, its lead, and its words inside marks."""

from collections import Counter

import pandas as pd

from ...tables import rows_of, tabulate
from .base import family_of


def measure_lengths(articles: pd.DataFrame, paragraphs: pd.DataFrame, sentences: pd.DataFrame, quotes: pd.DataFrame,
                    families: pd.DataFrame) -> pd.DataFrame:
    """Return one row an article: article, outlet, family, words, sentences, paragraphs, lead, quoted.

    All counts are of the body.  `lead` is the words of its first paragraph, `quoted` the words
    between quotation marks in it, whoever speaks; nested quotes count once.
    """
    first: dict[str, int] = {}
    words, number, lead, parts, quoted = (Counter[str]() for _ in range(5))
    for article, zone, paragraph, size in rows_of(sentences, "article", "zone", "paragraph", "words"):
        if zone == "body":
            words[article] += size
            number[article] += 1
            lead[article] += size if paragraph == first.setdefault(article, paragraph) else 0
    parts.update(article for article, zone in rows_of(paragraphs, "article", "zone") if zone == "body")
    reached: dict[str, int] = {}
    marked = rows_of(quotes, "article", "start", "end", "words", "kind", "zone")
    for article, _, end, size, kind, zone in sorted(marked, key=lambda row: row[:2]):
        if zone == "body" and kind != "indirect" and end > reached.get(article, -1):
            reached[article] = end
            quoted[article] += size
    family = family_of(families)
    return tabulate("lengths", [
        (article, outlet, family[article], words[article], number[article], parts[article], lead[article],
         quoted[article]) for article, outlet in rows_of(articles, "article", "outlet")], articles)
