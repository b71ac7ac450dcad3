"""From a number back to its sentences: the quotable lines behind any row of any table."""

import pandas as pd

COLUMNS = ["article", "outlet", "start", "end", "sentence", "text"]


def quote_lines(places, articles, sentences):
    """Return the sentences in which `places` (rows of article, start, end) lie, as lines that can be quoted.

    Columns: article, outlet, start, end (of the place), sentence (number), text (the whole sentence).
    A place that runs over several sentences gives a line for each.
    """
    outlets = articles.set_index(articles["article"].astype(str))["outlet"]
    rows = []
    for name, start, end in places[["article", "start", "end"]].drop_duplicates().itertuples(index=False):
        mine = sentences[sentences["article"] == name]
        for line in mine[(mine["start"] < end) & (mine["end"] > start)].itertuples():
            rows.append(
                (name, outlets[str(name)], max(start, line.start), min(end, line.end), line.sentence, line.text)
            )
    return pd.DataFrame(rows, columns=COLUMNS)


def find_places(event, row):
    """Return article, start, end of everything that the row of one of the event's tables stands on.

    Which table the row is from is read off its keys.  Raises ValueError for a row without any.
    """
    keys = set(row.index)
    if "evidence" in keys and isinstance(row["evidence"], list):
        return pd.DataFrame(row["evidence"], columns=["article", "start", "end"])
    if {"words_hit", "frame"} <= keys:
        return _matching(event.hits, row, ["frame", "article", "voice"])
    if "utterance" in keys:
        return _matching(event.utterances, row, ["utterance"])
    if "other_start" in keys:
        other = {"article": row["other"], "start": row["other_start"], "end": row["other_end"]}
        return pd.DataFrame([row[["article", "start", "end"]].to_dict(), other])
    if "item" in keys and "value" not in keys:  # a value of a disagreement stands in its own sentence
        return _matching(event.items, row, ["item"]).dropna()
    if "other_sentence" in keys:
        return _matching(event.links, row, ["article", "sentence", "other", "other_sentence"])
    if "other" in keys:
        return _matching(event.links, row, ["article", "other"])
    if {"article", "start", "end"} <= keys:
        return pd.DataFrame([row[["article", "start", "end"]].to_dict()])
    if "family" in keys:
        return _matching(event.links, row, ["article"])
    if "article" in keys:
        return _matching(event.paragraphs, row, ["article"])
    raise ValueError(f"a row with the columns {', '.join(sorted(keys))} names no stretch of text")


def _matching(table, row, keys):
    chosen = pd.Series(True, index=table.index)
    for key in keys:
        chosen &= table[key] == row[key]
    return table.loc[chosen, ["article", "start", "end"]]
