"""A folder with texts of other events: which tables are of all texts, which of each event by itself."""

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import pandas as pd

from . import column_of, conform, join_columns, pick_articles, pick_texts

# Tables of all texts, of which each event has its rows: every sentence by itself, and what texts share word for word.
CUT = ("paragraphs", "marks", "sentences", "_tokens", "days", "similarity", "links", "edits", "pairs", "families")

# Tables that each event has by itself, put together for all texts: who speaks, who is named, what is one remark or one
# fact.  A namesake in a text of another event would draw names to itself, and no text lacks what another event holds.
APART = ("quotes", "voices", "actors", "mentions", "names", "values", "utterances", "coverage", "items",
         "items_by_machine", "disagreements", "labels", "acts", "openings", "origins", "vocabulary", "sayings",
         "contrasts", "cuts", "repeats", "sides", "versions", "hearing")

_NUMBERED = {"item": "items", "utterance": "utterances", "statement": "utterances"}  # the table that gives the numbers


def part_articles(articles: pd.DataFrame, strange: Collection[str]) -> list[set[str]]:
    """Return what to leave out for each event in the folder: for that of most texts, and that of each strange one."""
    names = articles["article"].tolist()
    return [set(strange), *(set(names) - {name} for name in names if name in strange)] if strange else []


def cut_table(table: pd.DataFrame, names: pd.CategoricalDtype) -> pd.DataFrame:
    """Return the rows of `table` whose columns article and other name none but `names`, the articles of one event."""
    known = {name: code for code, name in enumerate(names.categories.tolist())}
    codes = {}
    for column in [column for column in ("article", "other") if column in table]:
        values = column_of(table, column)
        codes[column] = np.array([*(known.get(name, -1) for name in values.categories.tolist()), -1])[values.codes]
    kept = np.flatnonzero(np.logical_and.reduce([each >= 0 for each in codes.values()]))
    return join_columns("cut", {
        column: pd.Categorical.from_codes(codes[column][kept], dtype=names, validate=False) if column in codes
        else column_of(table, column).take(kept) for column in table})


def join_tables(name: str, parts: Sequence[Any], articles: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that the table `name` has in several events, `parts`, as one table of all their `articles`.

    Items, utterances and statements of each are numbered on from those of the one before.
    """
    tables = [getattr(part, name) for part in parts]
    for column in [column for column in _NUMBERED if column in tables[0]]:
        source = name if name == "items_by_machine" else _NUMBERED[column]
        reached = None
        for place, part in enumerate(parts):
            numbers = getattr(part, source)[column]
            if len(numbers):
                more = 0 if reached is None else reached + 1 - numbers.min()
                tables[place] = tables[place].assign(**{column: tables[place][column] + more})
                reached = numbers.max() + more
    names = dict.fromkeys([column for column in ("article", "other") if column in tables[0]], articles["article"].dtype)
    joined = pd.concat([table.astype(names) for table in tables], ignore_index=True)
    if name == "actors":
        return _join_actors(joined)
    if name == "coverage":
        joined = _complete_coverage(joined, articles)
    if joined.columns[0] == "article":
        joined = joined.iloc[np.argsort(joined["article"].cat.codes, kind="stable")].reset_index(drop=True)
    return joined


def _complete_coverage(coverage: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return `coverage` with a row for each utterance and article: a text of another event has nothing of it."""
    known, firsts, lines = np.unique(coverage["utterance"], return_index=True, return_inverse=True)
    lacking = np.ones((len(known), len(articles)), bool)
    lacking[lines, coverage["article"].cat.codes] = False
    line, spot = np.nonzero(lacking)
    none, first = np.full(len(line), -1), np.zeros(len(line), int)
    added = {column: pick_texts([], none) for column in coverage} | dict.fromkeys(
        ("quote", "start", "end"), np.full(len(line), np.nan)) | {
        "utterance": known[line], "statement": coverage["statement"].to_numpy()[firsts][line],
        "article": pick_articles(articles, spot), "state": pick_texts(["absent"], first),
        "reason": pick_texts(["of another event"], first), "kept": np.zeros(len(line))}
    table = pd.concat([coverage, conform("coverage", added, articles)], ignore_index=True)
    return table.iloc[np.lexsort((table["article"].cat.codes, table["utterance"]))].reset_index(drop=True)


def _join_actors(actors):
    """Return `actors` with one row a name: with the forms and the number of articles of all events."""
    named = actors.groupby("actor", sort=False)
    forms = named["aliases"].agg(lambda told: "|".join(sorted({form for one in told for form in one.split("|")})))
    return conform("actors", actors.drop_duplicates("actor").assign(
        aliases=forms.tolist(), articles=named["articles"].sum().tolist()))
