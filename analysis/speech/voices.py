"""Whose words: every word of an article is the outlet's own, quoted or paraphrased; and who is named."""

import numpy as np
import pandas as pd
import regex

from ..english.words import find_words
from ..tables import conform
from ..text.spans import depths, place

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


def find_mentions(articles, paragraphs, voices, people):
    """Return the table `mentions`: every place where a name or alias of `people` stands.

    `people` has the columns name, aliases (parted by |) and side.  Names match whole words, as written, in
    capitals, or those of several words with a small letter first ("the union of drivers" for "Union of drivers"),
    the longest first; a possessive ending does not matter.
    """
    actors = {}
    for person in people.itertuples():
        for alias in (person.name, *str(person.aliases if pd.notna(person.aliases) else "").split("|")):
            if alias.strip():
                actors.setdefault(alias.strip().replace("’", "'"), (person.name, person.side))
    for alias in [alias for alias in actors if " " in alias]:
        actors.setdefault(alias[0].lower() + alias[1:], actors[alias])
    rows = []
    if actors:
        forms = set(actors) | {alias.upper() for alias in actors}
        capitals = {alias.upper(): actor for alias, actor in actors.items()}
        pattern = regex.compile(r"(?<![\p{L}\p{N}])\L<forms>(?![\p{L}\p{N}])", forms=forms)
        for name, text in zip(articles["article"].astype(str), articles["text"], strict=True):
            for match in pattern.finditer(text.replace("’", "'")):
                actor, side = actors.get(match.group()) or capitals[match.group()]
                rows.append((name, *match.span(), actor, side, text[slice(*match.span())]))
    table = pd.DataFrame(rows, columns=["article", "start", "end", "actor", "side", "form"])
    table[["voice", "speaker"]] = place(table, voices, ["voice", "speaker"])
    table["position"] = depths(table, articles, paragraphs)
    return conform("mentions", table, articles)


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
