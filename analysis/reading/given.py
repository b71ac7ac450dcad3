"""Texts that are given as a DataFrame, taken as they are: the tables that a folder would give."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from ..tables import TABLES, conform, empty, list_categories, rows_of, tabulate
from ..tables.part import cut_table
from .files import InputError, mend_halves, one_line
from .sidetables import check_people, load_frames, load_hand, load_people

GIVEN = {"people": load_people, "frames": load_frames, "hand": load_hand}


def take_articles(articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return (lines, articles) of a DataFrame with the columns article, outlet, text, and maybe others of `articles`.

    Every line of a text that is not blank is a paragraph; the first one is the headline where the column headline
    says the same words.  A half of a surrogate pair becomes �.  Raises InputError where a column or a text is
    missing, or two articles have one name.
    """
    articles = mend_table(articles)
    for column in ("article", "text"):
        if column not in articles:
            raise InputError(f'articles: no column "{column}"')
    for name, text in zip(articles["article"], articles["text"], strict=True):
        if not isinstance(text, str):
            raise InputError(f"articles: {name} has no text")
    known = set()
    for name in articles["article"]:
        if name in known:
            raise InputError(f"articles: two rows are called {name}")
        known.add(name)
    columns: dict[str, Any] = {column.name: [None] * len(articles) for column in TABLES["articles"].columns}
    names = articles["article"].astype("str")
    columns |= {**articles, "article": names, "words": [0] * len(articles)}  # Event counts those of the body
    articles = conform("articles", columns, names.to_frame())
    return _list_lines(articles), articles


def mend_table(table: pd.DataFrame | None) -> pd.DataFrame | None:
    """Return `table` with � for each half of a surrogate pair: pyarrow, where it holds the texts, refuses them."""
    if table is None:
        return None
    mended = {}
    for name, values in table.items():
        cells = [mend_halves(cell) if isinstance(cell, str) else cell for cell in values]
        if any(isinstance(cell, str) and cell != value for cell, value in zip(cells, values, strict=True)):
            mended[name] = pd.Series(cells, index=table.index, dtype="object")
    return table.assign(**mended)


def _list_lines(articles):
    """Return the table `lines`: every line that is not blank, kept."""
    rows = []
    for name, file, text, headline in rows_of(articles, "article", "file", "text", "headline"):
        start, kind = 0, "headline"
        for number, line in enumerate(text.split("\n"), 1):
            first, last = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
            if first < last:
                kind = "headline" if kind == "headline" and line.strip() == headline else "body"
                rows.append((name, file, number, first, last, first, kind, pd.NA, line.strip()))
            start += len(line) + 1
    return tabulate("lines", rows, articles)


def cut_articles(lines: pd.DataFrame, articles: pd.DataFrame,
                 cuts: dict[str, int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return (lines, articles) with the text of each article in `cuts` ended at its offset there."""
    names = articles["article"].astype(str)
    articles = articles.assign(text=[text[:cuts.get(name)] for name, text in zip(names, articles["text"], strict=True)])
    ends = lines["article"].astype(str).map(cuts).astype("Int64")
    lines = lines[~(lines["text_start"] >= ends).fillna(False)]
    kept = (lines["start"] + ends.loc[lines.index] - lines["text_start"]).fillna(lines["end"]).astype("int64")
    lines = lines.assign(end=lines["end"].clip(upper=kept))
    sizes = lines["end"] - lines["start"]
    lines = lines.assign(text=[text[:size] for text, size in zip(lines["text"], sizes, strict=True)])
    return conform("lines", lines, articles), conform("articles", articles, articles)


def leave_articles(given: dict[str, pd.DataFrame], left: Collection[str]) -> dict[str, pd.DataFrame]:
    """Return the tables that an event is given without the articles `left`; nothing of it was rejected."""
    names = list_categories(name for name in given["articles"]["article"].tolist() if name not in left)
    made = {name: cut_table(given[name], names) for name in ("lines", "articles")}
    return given | made | {"_rejects": empty("rejects")}


def join_rejects(read: pd.DataFrame, unplaced: pd.DataFrame) -> pd.DataFrame:
    """Return the table `rejects` of the files that were not read and the rows of items.csv that name no passage."""
    if read.empty and unplaced.empty:
        return read
    rejects = pd.concat([read, unplaced]) if len(unplaced) else read
    return conform("rejects", rejects.assign(detail=[one_line(detail) for detail in rejects["detail"].tolist()]))


def complete_table(name: str, table: pd.DataFrame | None) -> pd.DataFrame:
    """Return a side table given as a DataFrame with all columns of its file; without rows where it is None."""
    whole = _without_rows(name)
    table = mend_table(table)
    if table is None:
        return whole.copy()  # whoever writes into one event's table writes into no other's
    table = table.reindex(columns=[*whole, *table.columns.difference(whole.columns)])
    if name == "people":
        check_people(table)
    return table


def complete_frames(frames: pd.DataFrame | Mapping[str, list[str]]) -> pd.DataFrame:
    """Return the side table `frames` of a DataFrame, or of {theme: [terms]}; what has no function is a theme."""
    if isinstance(frames, Mapping):
        frames = pd.DataFrame([(frame, term) for frame, terms in frames.items() for term in terms],
                              columns=["frame", "term"])
    frames = complete_table("frames", frames)
    return frames.assign(function=frames["function"].astype("str").fillna("theme"))


@lru_cache
def _without_rows(name):
    return GIVEN[name]()
