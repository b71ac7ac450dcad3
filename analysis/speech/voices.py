"""Whose words: every word of an article is the outlet's own, quoted or paraphrased."""

import numpy as np
import pandas as pd

from ..tables import rows_of, tabulate
from ..text.spans import LONGEST, group_rows, number_articles, start_keys

# Scare quotes and titles stay the outlet's own: nobody is given as their speaker.
VOICE_OF_KIND = {"full": "quoted", "partial": "quoted", "indirect": "paraphrased"}


def find_voices(articles: pd.DataFrame, paragraphs: pd.DataFrame, quotes: pd.DataFrame,
                tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the table `voices`: each paragraph cut into stretches with one voice; `tokens` are list_words'.

    Where quotes are nested the outermost one speaks; direct speech inside indirect speech is
    quoted.  Stretches without a word (a stray mark) are left out, so the words of the rows add up
    to the words of the text.
    """
    said = group_rows(quotes, ["start", "end", "kind", "speaker", "side"])
    lines = group_rows(paragraphs, ["start", "end", "zone"])
    number = number_articles(articles)
    starts, rows = np.sort(start_keys(tokens["article"], tokens["start"], number)), []
    for name, text in rows_of(articles, "article", "text"):
        own = (None, None, "own", None, None)
        speech = [row for row in said.get(name, ()) if row[2] in VOICE_OF_KIND]
        owner = _paint(len(text), speech)
        zones = lines.get(name, [])
        bounds = [bound for start, end, _ in zones for bound in (start, end)]
        edges = np.union1d(np.flatnonzero(np.diff(owner)) + 1, np.array(bounds, np.int64))
        held = np.diff(np.searchsorted(starts, edges + number[name] * LONGEST))
        line = np.searchsorted([start for start, _, _ in zones], edges, side="right") - 1
        for at in np.flatnonzero(held).tolist():
            _, _, kind, speaker, side = speech[owner[edges[at]]] if owner[edges[at]] >= 0 else own
            rows.append((name, edges[at], edges[at + 1], zones[line[at]][2], VOICE_OF_KIND.get(kind, "own"), speaker,
                         side, held[at]))
    return tabulate("voices", rows, articles)


def _paint(length, said):
    """Return for each character the number of the quote in `said` whose words it is, or -1."""
    owner = np.full(length, -1)
    for number, (start, end, kind, _, _) in enumerate(said):
        if kind == "indirect":
            owner[start:end] = number
    reached = 0
    direct = sorted((start, -end, number) for number, (start, end, kind, _, _) in enumerate(said) if kind != "indirect")
    for start, end, number in direct:
        if -end > reached:  # else it is nested in one painted before
            owner[max(start, reached):-end] = number
            reached = -end
    return owner
