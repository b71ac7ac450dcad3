"""What is known to come out wrong, as strict expected failures: whoever mends one takes it out of the file.

An entry of known_failures.json: what is wrong, the texts, what is asked (speaker or kind of the quote that begins
with the words; the number of sentences; whether two quotes are one utterance, two passages one item), what is wanted.
"""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import Event

ENTRIES = json.loads(Path(__file__).with_name("known_failures.json").read_text(encoding="utf-8"))


def ask(event, what, *words):
    if what == "sentences":
        return int((event.sentences["article"] == words[0]).sum())
    if what in ("speaker", "kind"):
        quotes = event.quotes
        row = quotes[(quotes["article"] == words[0]) & quotes["text"].str.startswith(words[1])].iloc[0]
        return None if pd.isna(row[what]) else row[what]
    table = {"utterance": event.utterances, "item": event.items.dropna(subset=["start"])}[what]
    texts = dict(zip(event.articles["article"].astype(str), event.articles["text"], strict=True))
    found = []
    for article, piece in words:
        start = texts[article].index(piece)
        rows = table[(table["article"] == article) & (table["start"] < start + len(piece)) & (table["end"] > start)]
        found.append(set(rows[what]))
    return bool(found[0] & found[1])


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="known to come out wrong")
@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["what"] for entry in ENTRIES])
def test_what_is_known_to_fail(entry):
    names, texts = list(entry["texts"]), list(entry["texts"].values())
    event = Event.from_articles(pd.DataFrame({"article": names, "outlet": names, "text": texts}))
    assert ask(event, *entry["ask"]) == entry["want"]
