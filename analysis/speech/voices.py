"""Whose words: every word of an article is the outlet's own, quoted or paraphrased."""

import numpy as np
import pandas as pd

from ..english.words import find_words
from ..tables import conform
from ..text.spans import place

# Scare quotes and titles stay the outlet's own: nobody is given as their speaker.
VOICE_OF_KIND = {"full": "quoted", "partial": "quoted", "indirect": "paraphrased"}


def find_voices(articles, paragraphs, quotes):
    """Return the table `voices`: each paragraph cut into stretches with one voice.

    Where quotes are nested the outermost one speaks; direct speech inside indirect speech is
    quoted.  Stretches without a word (a stray mark) are left out, so the words of the rows add up
    to the words of the text.
    """
    heard = quotes[quotes["kind"].isin(list(VOICE_OF_KIND))].reset_index(drop=True)
    quotes_of, lines_of = _by_article(heard), _by_article(paragraphs)
    rows = []
    for name, text in zip(articles["article"].astype(str), articles["text"], strict=True):
        if name not in lines_of:
            continue
        owner = _paint(len(text), quotes_of.get(name, heard.iloc[:0]))
        edges = np.union1d(np.flatnonzero(np.diff(owner)) + 1, lines_of[name][["start", "end"]].to_numpy().ravel())
        starts = np.array([start for start, _ in find_words(text)], dtype=np.int64)
        for start, end, words in zip(edges[:-1], edges[1:], np.diff(np.searchsorted(starts, edges)), strict=True):
            if words:
                rows.append((name, start, end, words, owner[start]))
    table = pd.DataFrame(rows, columns=["article", "start", "end", "words", "quote"])
    who = heard[["kind", "speaker", "side"]].reindex(table.pop("quote")).reset_index(drop=True)
    table["voice"] = who["kind"].astype(object).map(VOICE_OF_KIND).fillna("own")
    table[["speaker", "side"]] = who[["speaker", "side"]]
    table["zone"] = place(table, paragraphs, ["zone"])["zone"]
    return conform("voices", table, articles)


def _by_article(table):
    return dict(list(table.groupby(table["article"].astype(str))))


def _paint(length, said):
    """Return for each character the row of `said` whose words it is, or -1."""
    owner = np.full(length, -1)
    for row in said[said["kind"] == "indirect"].itertuples():
        owner[row.start:row.end] = row.Index
    direct = said[said["kind"] != "indirect"].sort_values(["start", "end"], ascending=[True, False])
    reached = 0
    for row in direct.itertuples():
        if row.end > reached:  # else it is nested in one painted before
            owner[max(row.start, reached):row.end] = row.Index
            reached = row.end
    return owner


def share_voices(voices, by="voice"):
    """Return the words of each article by `by` (voice, speaker, side or a list of them), body only.

    Columns: article, the `by` columns, words, of (all body words of the article), share.
    Articles without a row in a group are there with 0 words when `by` is categorical.
    """
    keys = ["article", *([by] if isinstance(by, str) else by)]
    body = voices[voices["zone"] == "body"]
    table = body.groupby(keys, observed=False, dropna=False)["words"].sum().reset_index()
    table["of"] = table["article"].map(body.groupby("article", observed=False)["words"].sum()).astype("int64")
    table["share"] = table["words"] / table["of"].where(table["of"] > 0)
    return table


def sum_quoted(quotes):
    """Return the words inside quotation marks by side and speaker (rows) and article (columns), body only."""
    direct = quotes[quotes["kind"].isin(["full", "partial"]) & (quotes["zone"] == "body")]
    words = direct.groupby(["side", "speaker", "article"], observed=False, dropna=False)["words"].sum()
    return words.unstack(fill_value=0).loc[lambda table: table.sum(axis=1) > 0]
