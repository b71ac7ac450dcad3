"""Every case of a word in its sentence: naming, verbs of saying, qualifying words. Cases to read, no rates."""

import pandas as pd
import regex

from ..english.wordlists import listed
from ..tables import rows_of
from ..text.spans import place


def list_cases(places: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return `places` (article, start, end, any label columns) as cases in their sentences.

    Columns: article, zone, the label columns, before, words, after; in the order of the texts.
    """
    labels = [name for name in places.columns if name not in ("article", "start", "end")]
    cases = places.reset_index(drop=True)
    found = place(cases, sentences.assign(first=sentences["start"]), ["first", "zone", "text"])
    cases = cases.assign(zone=found["zone"], text=found["text"])[found["first"].notna()]
    starts = (cases["start"] - found["first"]).dropna().astype("int64")
    ends = starts + cases["end"] - cases["start"]
    parts = [
        (text[:start], text[start:end], text[end:])
        for text, start, end in zip(cases["text"], starts, ends, strict=True)
    ]
    words = pd.DataFrame(parts, columns=["before", "words", "after"], index=cases.index, dtype="str")
    return pd.concat([cases[["article", "zone", *labels]], words], axis=1).reset_index(drop=True)


def find_qualifiers(articles: pd.DataFrame, voices: pd.DataFrame) -> pd.DataFrame:
    """Return every place of a word in the list `qualifiers`: article, start, end, voice, speaker."""
    words = sorted(listed("qualifiers"), key=lambda word: (-len(word), word))
    pattern = regex.compile(
        rf"(?<![\p{{L}}\p{{N}}])(?:{'|'.join(map(regex.escape, words))})(?![\p{{L}}\p{{N}}])", regex.IGNORECASE
    )
    rows = [
        (name, *match.span())
        for name, text in rows_of(articles, "article", "text")
        for match in pattern.finditer(text)
    ]
    places = pd.DataFrame(rows, columns=["article", "start", "end"]).astype({"start": "int64", "end": "int64"})
    places[["voice", "speaker"]] = place(places, voices, ["voice", "speaker"])
    return places


def list_forms(mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the forms in which each actor is named, by actor (rows) and article (columns), in alphabetical order."""
    forms = mentions.sort_values("form").groupby(["actor", "article"], observed=False)["form"]
    return forms.agg(lambda names: ", ".join(dict.fromkeys(names))).unstack(fill_value="")
