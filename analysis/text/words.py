"""The table `words`: every word of every text once, under all that is counted.

Position, length, depth, the share of a voice and the share that is copied are sums over its rows.
"""

import numpy as np
import pandas as pd

from ..english.words import find_words, fold
from ..tables import COPIED_RELATIONS, VOICES, conform, rows_of
from .spans import place, start_keys

TOKENS = ("article", "start", "end", "word", "paragraph", "sentence", "zone", "position")


def list_words(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return every word of every text, in order, with the columns of TOKENS.

    `word` is folded as words are compared (`english.words.fold`), `position` the number of body words before it.
    A word belongs to the sentence in which it starts.
    """
    parts = []
    places = {name: rows for name, rows in sentences.groupby("article", observed=True)}
    for name, text in rows_of(articles, "article", "text"):
        mine = places.get(name)
        if mine is None:
            continue
        spans = np.array(find_words(text), dtype=np.int64).reshape(-1, 2)
        row = np.searchsorted(mine["start"].to_numpy(), spans[:, 0], side="right") - 1
        zone = mine["zone"].astype(str).to_numpy()[row]
        body = zone == "body"
        parts.append(pd.DataFrame({
            "article": name, "start": spans[:, 0], "end": spans[:, 1],
            "word": [fold(text[start:end]) for start, end in spans.tolist()],
            "paragraph": mine["paragraph"].to_numpy()[row], "sentence": mine["sentence"].to_numpy()[row],
            "zone": zone, "position": np.cumsum(body) - body,
        }))
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame({name: [] for name in TOKENS})


def complete_words(tokens: pd.DataFrame, voices: pd.DataFrame, links: pd.DataFrame,
                   articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `words`: `tokens` (see list_words) with whose voice each is, and in how many others it stands.

    `copied` counts the other articles that have the word's sentence, whole or edited (`links`).
    """
    kept = links[links["relation"].isin(COPIED_RELATIONS)]
    others = kept.groupby(["article", "sentence"], observed=True)["other"].nunique()
    keys = pd.MultiIndex.from_arrays([tokens["article"].astype(str), tokens["sentence"].astype("int64")])
    others.index = others.index.set_levels(others.index.levels[0].astype(str), level=0)
    copied = others.reindex(keys).fillna(0).to_numpy("int64")
    voice = pd.Categorical(place(tokens, voices, ["voice"])["voice"], VOICES)
    return conform("words", tokens.assign(voice=voice, copied=copied), articles)


def count_before(spans: pd.DataFrame, tokens: pd.DataFrame) -> np.ndarray:
    """Return the number of body words before each row of `spans` (article, start): its position, its depth."""
    body = tokens[tokens["zone"] == "body"]
    names = pd.Index(pd.concat([body["article"].astype(str), spans["article"].astype(str)]).unique())
    keys = start_keys(body["article"], body["start"], names)
    wanted = start_keys(spans["article"], spans["start"], names)
    first = start_keys(spans["article"], np.zeros(len(spans), np.int64), names)
    order = np.sort(keys)
    return np.searchsorted(order, wanted) - np.searchsorted(order, first)


def find_cuts(tokens: pd.DataFrame, words: int) -> dict[str, int]:
    """Return {article: offset one past its body word number `words`}; articles with no more words are left out."""
    last = tokens[(tokens["zone"] == "body") & (tokens["position"] == words - 1)]
    return dict(rows_of(last, "article", "end"))
