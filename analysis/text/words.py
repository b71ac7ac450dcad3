"""The table `words`: every word of every text once, under all that is counted.

Position, length, depth, the share of a voice and the share that is copied are sums over its rows.
"""

from collections.abc import Mapping
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd

from ..english.words import folded_words, word_offsets
from ..tables import COPIED_RELATIONS, column_of, columns_of, conform, rows_of
from .spans import number_articles, number_rows, start_keys, values_at


def list_words(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the table `words` as far as the texts tell it: every word in order, its voice missing, copied 0.

    `word` is folded as words are compared (`english.words.fold`), `position` the number of body words before it.
    """
    texts, = columns_of(sentences, "text")
    spans = [np.frombuffer(word_offsets(text), np.uint32) for text in texts]
    sizes = np.array([len(span) // 2 for span in spans], np.int64)
    first, *of = (np.repeat(column_of(sentences, name), sizes)
                  for name in ("start", "paragraph", "sentence", "position"))
    offsets = np.concatenate([*spans, np.empty(0, np.uint32)]).reshape(-1, 2) + first[:, None]
    inside = np.arange(len(first)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    body = np.repeat(column_of(sentences, "zone") == "body", sizes)
    folded = list(chain.from_iterable(map(folded_words, texts)))
    article, zone = (column_of(sentences, name).repeat(sizes) for name in ("article", "zone"))
    words = {"article": article, "start": offsets[:, 0], "end": offsets[:, 1],
             "word": folded, "paragraph": of[0], "sentence": of[1], "zone": zone,
             "position": of[2] + inside * body, "voice": [None] * len(first), "copied": np.zeros(len(first), np.int64)}
    return conform("words", words, articles)


def complete_words(tokens: pd.DataFrame, voices: pd.DataFrame, links: pd.DataFrame,
                   articles: pd.DataFrame) -> pd.DataFrame:
    """Return `tokens` (see list_words) with whose voice each word is, and in how many other texts it stands.

    `copied` counts the other articles that have the word's sentence, whole or edited (`links`).
    """
    number = number_articles(articles)
    relations, = columns_of(links, "relation")
    kept = np.array([relation in COPIED_RELATIONS for relation in relations], dtype=bool)
    copies = np.unique(np.stack([
        start_keys(column_of(links, "article"), column_of(links, "sentence"), number)[kept],
        number_rows(column_of(links, "other"), number)[kept]]), axis=1)[0]
    sentences = start_keys(column_of(tokens, "article"), column_of(tokens, "sentence"), number)
    copied = np.searchsorted(copies, sentences, side="right") - np.searchsorted(copies, sentences)
    known = {name: column_of(tokens, name) for name in tokens}
    return conform("words", {**known, **values_at(tokens, voices, ["voice"]), "copied": copied})


def count_before(spans: Mapping[str, Any] | pd.DataFrame, tokens: pd.DataFrame) -> np.ndarray:
    """Return the number of body words before each row of `spans` (article, start): its position, its depth."""
    body = column_of(tokens, "zone") == "body"
    number = number_articles(tokens)
    order = np.sort(start_keys(column_of(tokens, "article"), column_of(tokens, "start"), number)[body])
    wanted = start_keys(spans["article"], spans["start"], number)
    first = start_keys(spans["article"], np.zeros(len(wanted), np.int64), number)
    return np.searchsorted(order, wanted) - np.searchsorted(order, first)


def count_body(sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.api.extensions.ExtensionArray:
    """Return the number of words of the body of each article."""
    body = dict.fromkeys(articles["article"].tolist(), 0)
    for article, zone, words in rows_of(sentences, "article", "zone", "words"):
        body[article] += words if zone == "body" else 0
    return pd.array(list(body.values()), dtype="int64")


def find_cuts(tokens: pd.DataFrame, articles: pd.DataFrame, words: int | None) -> dict[str, int]:
    """Return {article: offset one past its body word number `words`}; articles with no more words are left out.

    Without a number it is that of the words of the shortest article.  Raises ValueError for what is no number of words.
    """
    if words is None:
        words = int(articles["words"].min()) if len(articles) else 0
    elif not isinstance(words, int | np.integer) or words < 0:
        raise ValueError(f"at_depth takes a number of words, not {words!r}")
    if not words:
        return dict.fromkeys(articles["article"].astype(str), 0)
    last = tokens[(tokens["zone"] == "body") & (tokens["position"] == words - 1)]
    return dict(rows_of(last, "article", "end"))
