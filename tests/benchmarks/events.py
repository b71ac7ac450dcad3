"""The standing check: run the whole Event on every event of BASIL: python tests/benchmarks/events.py FOLDER.

Touches every table of the codebook that Event has, holds each to its declared columns and dtypes and to
offsets that lie inside the text, at full length and at equal depth.  Prints what failed; exit status 1
if anything did.
"""

import sys
import time
import warnings
from collections import Counter
from pathlib import Path

import pandas as pd
from basil_data import folder_argument, load_events

sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.event import Event
from analysis.tables import TABLES, conform

COLUMNS = ["article", "outlet", "text", "published", "headline", "url"]


def check_table(name, table, articles):
    """Raise ValueError where a table does not keep to the codebook or an offset does not keep to its text."""
    declared = conform(name, table, articles)
    changed = [column for column in declared if table[column].dtype != declared[column].dtype]
    if changed:
        raise ValueError(f"column {changed[0]} is {table[changed[0]].dtype}, not {declared[changed[0]].dtype}")
    if "article" not in table:
        return
    if table["article"].isna().any():
        raise ValueError("a row names no article")
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    spans = [("article", "start", "end"), ("other", "other_start", "other_end"),
             ("article", "mention_start", "mention_end"), ("article", "opened", "closed")]
    for whose, first, last in spans:
        if name == "lines" or not {whose, first, last} <= set(table.columns):
            continue  # start and end of `lines` are offsets into the raw file
        for article, start, end in zip(table[whose].astype(str), table[first], table[last], strict=True):
            if pd.isna(start) != pd.isna(end) or (pd.notna(start) and not 0 <= start <= end <= len(texts[article])):
                raise ValueError(f"{first} {start}, {last} {end} do not lie in the text of {article}")
    if name == "sentences":
        for row in table.itertuples():
            if texts[str(row.article)][row.start:row.end] != row.text:
                raise ValueError(f"sentence {row.sentence} of {row.article} is not what stands at its offsets")


def check_event(event):
    """Return {table: number of rows} and {table: what is wrong with it} of an Event."""
    rows, failures = {}, {}
    for name in TABLES:
        if not hasattr(type(event), name) and name not in vars(event):
            continue
        try:
            table = getattr(event, name)
            check_table(name, table, event.articles)
            rows[name] = len(table)
        except Exception as error:  # whatever it is, it is what this script looks for
            failures[name] = f"{type(error).__name__}: {error}"
    return rows, failures


def main():
    """Print one line for each failure and the number of rows of each table; return the exit status."""
    folder = folder_argument("python tests/benchmarks/events.py")
    warnings.simplefilter("error")
    begun, rows, failed = time.perf_counter(), Counter(), 0
    events = load_events(folder)
    for name, articles in events.items():
        try:
            event = Event.from_articles(articles[COLUMNS])
            versions = {"whole": event, "at equal depth": event.at_depth()}
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {error}")
            failed += 1
            continue
        for version, event in versions.items():
            found, failures = check_event(event)
            rows.update(found if version == "whole" else {})
            failed += len(failures)
            for table, failure in failures.items():
                print(f"{name}, {version}, table {table}: {failure}")
    seconds = time.perf_counter() - begun
    print(", ".join(f"{table} {rows[table]}" for table in TABLES if table in rows))
    print("not in Event yet:", ", ".join(table for table in TABLES if not hasattr(Event, table) and table not in rows))
    print(f"{len(events)} events, {failed} failures, {seconds:.0f} seconds")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
