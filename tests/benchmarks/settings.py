"""How much each setting decides: what share of each table's rows changes when it moves by a fifth, up and down.

    python tests/benchmarks/settings.py BASIL [EVENTS] [WORDS]

BASIL is the folder of the set's articles (GitHub: launchnlp/BASIL); EVENTS, how many of its events (default 6), each
compared with and without the change; WORDS, only settings whose name holds them.  A row counts as changed where the
same words stand in no row of the other table; findings are those of the front page.  Settings that change nothing
are named last: each is a candidate to go.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from basil_data import folder_argument, load_events

from analysis import Event, list_thresholds

TABLES = ("quotes", "utterances", "coverage", "links", "edits", "families", "items", "disagreements", "contrasts",
          "findings")


def read_rows(event):
    """Return {table: Counter of its rows as text} of an event."""
    return {name: Counter(map(tuple, getattr(event, name).astype(str).to_numpy().tolist())) for name in TABLES
            if hasattr(Event, name)}


def compare(before, after):
    """Return {table: (rows that only one of the two has, rows of both)} of two results of read_rows."""
    return {name: (((rows - after[name]) + (after[name] - rows)).total(), rows.total() + after[name].total())
            for name, rows in before.items()}


def measure(events, rows, name, value):
    """Return {table: share of rows that change} where the setting `name` of all events is `value`."""
    changed, total = Counter(), Counter()
    for event, before in zip(events, rows, strict=True):
        for table, (different, both) in compare(before, read_rows(event.with_settings(**{name: value}))).items():
            changed[table] += different
            total[table] += both
    return {table: changed[table] / max(total[table], 1) for table in total}


def main(folder, most=6, words=""):
    """Print a row a setting: what moves, down and up, and by how much the front page does."""
    sets = list(load_events(folder).values())[:int(most)]
    events = [Event.from_articles(articles.drop(columns="sentences")) for articles in sets]
    rows = [read_rows(event) for event in events]
    idle = []
    print("| setting | value | a fifth less | a fifth more | source |\n| --- | --- | --- | --- | --- |")
    for row in list_thresholds().itertuples(index=False):
        if words not in row.threshold:
            continue
        told = []
        for factor in (0.8, 1.2):
            value = row.value * factor
            value = round(value + (factor - 1) / 2) if float(row.value).is_integer() and row.value < 10 else value
            shares = measure(events, rows, row.threshold, value)
            told.append(", ".join(f"{table} {share:.1%}" for table, share in shares.items() if share) or "nothing")
        if told == ["nothing"] * 2:
            idle.append(row.threshold)
        basis = row.source.partition(":")[0]
        print(f"| {row.threshold} | {row.value:g} | {told[0]} | {told[1]} | {basis} |", flush=True)
    print(f"\nNothing changes on {len(events)} events with: {', '.join(idle) or 'none'}.")


if __name__ == "__main__":
    main(folder_argument("settings.py"), *sys.argv[2:])
