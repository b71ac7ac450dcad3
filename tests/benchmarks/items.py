"""Agreement of the automatic items with a reader's own: python tests/benchmarks/items.py FOLDER.

FOLDER holds articles and an items.csv in which a reader lists, for every item, the passages that report it
(see analysis/hand.py).  The question asked of both: article X reports this item in these words; does article Y
report it too?  The machine says yes where an item of its own, the one whose passage in X overlaps the reader's
most, is reported in Y.  Precision, recall and F1 over all such pairs of articles, and over the pairs from two
text families alone: within a family the answer is easy.  A second table asks less of the machine: of the one
item that fits a reader's best, are the articles the same?
"""

import sys
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.event import Event
from analysis.hand import place_hand
from analysis.items import find_passages


def read_both(event):
    """Return (hand, machine): the passages that the reader and the machine give to an item."""
    hand = place_hand(event.hand, event.articles)[0]
    told = hand[(hand["state"] == "reported") & hand["start"].notna()].astype({"start": "int64", "end": "int64"})
    return told, find_passages(event.articles, event.sentences, event.mentions)


def compare_presence(hand, machine, families):
    """Return one row for every item of `hand`, article that has it and other article.

    Columns: item, article, other, same_family, hand and machine (whether `other` has it).
    """
    has = machine.groupby("group")["article"].agg(set)
    family = dict(zip(families["article"].astype(str), families["family"], strict=True))
    rows = []
    for item, passages in hand.groupby("item", sort=False):
        reported = set(passages["article"])
        for article, mine in passages.groupby("article", sort=False):
            found = set().union(*(has[group] for group in match_groups(mine, machine)))
            rows += [(item, article, other, family[article] == family[other], other in reported, other in found)
                     for other in family if other != article]
    return pd.DataFrame(rows, columns=["item", "article", "other", "same_family", "hand", "machine"])


def match_groups(passages, machine):
    """Return, for each of the reader's `passages` in one article, the group whose passage overlaps it most."""
    groups = []
    for row in passages.itertuples():
        near = machine[machine["article"] == row.article]
        near = near[(near["start"] < row.end) & (near["end"] > row.start)]
        overlap = near["end"].clip(upper=row.end) - near["start"].clip(lower=row.start)
        if len(near):
            groups.append(near.loc[overlap.idxmax(), "group"])
    return groups


def compare_items(hand, machine, families):
    """Return one row for every item of `hand` and article: item, article, hand and machine (whether it has it).

    The machine's item is the one that overlaps the reader's passages in most articles.
    """
    has = machine.groupby("group")["article"].agg(set)
    rows = []
    for item, passages in hand.groupby("item", sort=False):
        votes = [group for _, mine in passages.groupby("article") for group in sorted(set(match_groups(mine, machine)))]
        found = has[pd.Series(votes).value_counts(sort=False).idxmax()] if votes else set()
        reported = set(passages["article"])
        rows += [(item, name, name in reported, name in found) for name in families["article"].astype(str)]
    return pd.DataFrame(rows, columns=["item", "article", "hand", "machine"])


def score(table):
    """Return (precision, recall, F1) of the column machine against the column hand."""
    right = int((table["hand"] & table["machine"]).sum())
    precision = right / max(int(table["machine"].sum()), 1)
    recall = right / max(int(table["hand"].sum()), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main():
    if len(sys.argv) < 2 or not (Path(sys.argv[1]) / "items.csv").exists():
        sys.exit("usage: python tests/benchmarks/items.py FOLDER\nFOLDER must hold articles and an items.csv")
    event = Event(sys.argv[1])
    hand, machine = read_both(event)
    pairs = compare_presence(hand, machine, event.families)
    tables = {"X has it: has Y?": pairs, "the same, X and Y of two families": pairs[~pairs["same_family"]],
              "the item that fits best: the same articles?": compare_items(hand, machine, event.families)}
    print(f"{hand['item'].nunique()} items of the reader's, {machine['group'].nunique()} of the machine's\n")
    print("| asked | n | precision | recall | F1 |\n|---|---|---|---|---|")
    for name, table in tables.items():
        print(f"| {name} | {len(table)} | " + " | ".join(f"{value:.3f}" for value in score(table)) + " |")


if __name__ == "__main__":
    main()
