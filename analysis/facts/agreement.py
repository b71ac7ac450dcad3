"""How far the machine's items agree with a reader's own, passage by passage."""

import pandas as pd

from .hand import part_checks, place_hand


def compare_with_reader(hand: pd.DataFrame, articles: pd.DataFrame, items: pd.DataFrame,
                        families: pd.DataFrame) -> pd.DataFrame:
    """Return how the machine's items agree with a reader's: asked, n, precision, recall, F1.

    First of every pair of articles, one of which has the reader's item: has the other?  Then of the pairs from two text
    families alone, since within a family the answer is easy.  Then of the one item that fits best: are the articles the
    same?  `items` are an event's `items_by_machine`.  Without a reader's items.csv the table is empty.
    """
    hand = part_checks(place_hand(hand, articles)[0])[0]
    told = hand[(hand["state"] == "reported") & hand["start"].notna()].astype({"start": "int64", "end": "int64"})
    if told.empty:
        return pd.DataFrame(columns=["asked", "n", "precision", "recall", "F1"])
    machine = items[items["state"] == "reported"].astype({"article": str, "start": "int64", "end": "int64"})
    pairs = compare_presence(told, machine, families)
    tables = {"one text has it: has the other?": pairs,
              "the same, texts of two families": pairs[~pairs["same_family"]],
              "the item that fits best: the same articles?": compare_items(told, machine, families)}
    return pd.DataFrame([(name, len(table), *score(table)) for name, table in tables.items()],
                        columns=["asked", "n", "precision", "recall", "F1"])


def compare_presence(hand: pd.DataFrame, machine: pd.DataFrame, families: pd.DataFrame) -> pd.DataFrame:
    """Return one row for every item of `hand`, article that has it and other article.

    Columns: item, article, other, same_family, hand and machine (whether `other` has it).
    """
    has = machine.groupby("item")["article"].agg(set)
    family = dict(zip(families["article"].astype(str), families["family"], strict=True))
    rows = []
    for item, passages in hand.groupby("item", sort=False):
        reported = set(passages["article"])
        for article, mine in passages.groupby("article", sort=False):
            found = set().union(*(has[one] for one in match_items(mine, machine)))
            rows += [(item, article, other, family[article] == family[other], other in reported, other in found)
                     for other in family if other != article]
    return pd.DataFrame(rows, columns=["item", "article", "other", "same_family", "hand", "machine"])


def match_items(passages: pd.DataFrame, machine: pd.DataFrame) -> list[int]:
    """Return, for each of the reader's `passages` in one article, the machine's item that overlaps it most."""
    found = []
    for row in passages.itertuples():
        near = machine[machine["article"] == row.article]
        near = near[(near["start"] < row.end) & (near["end"] > row.start)]
        overlap = near["end"].clip(upper=row.end) - near["start"].clip(lower=row.start)
        if len(near):
            found.append(near.loc[overlap.idxmax(), "item"])
    return found


def compare_items(hand: pd.DataFrame, machine: pd.DataFrame, families: pd.DataFrame) -> pd.DataFrame:
    """Return one row for every item of `hand` and article: item, article, hand and machine (whether it has it).

    The machine's item is the one that overlaps the reader's passages in most articles.
    """
    has = machine.groupby("item")["article"].agg(set)
    rows = []
    for item, passages in hand.groupby("item", sort=False):
        votes = [one for _, mine in passages.groupby("article") for one in sorted(set(match_items(mine, machine)))]
        found = has[pd.Series(votes).value_counts(sort=False).idxmax()] if votes else set()
        reported = set(passages["article"])
        rows += [(item, name, name in reported, name in found) for name in families["article"].astype(str)]
    return pd.DataFrame(rows, columns=["item", "article", "hand", "machine"])


def score(table: pd.DataFrame) -> tuple[float, float, float]:
    """Return (precision, recall, F1) of the column machine against the column hand."""
    right = int((table["hand"] & table["machine"]).sum())
    precision = right / max(int(table["machine"].sum()), 1)
    recall = right / max(int(table["hand"].sum()), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
