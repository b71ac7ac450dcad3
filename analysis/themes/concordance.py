"""Every case of a word in its sentence. Cases to read, no rates."""

import pandas as pd

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

