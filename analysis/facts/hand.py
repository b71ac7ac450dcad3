"""A reader's own coding, items.csv: find its passages in the texts, and let it overrule the machine.

A row says that a passage (file, excerpt) reports an item.  Two passages under one item are joined, two
passages of one machine item under two items split it, a label renames; state `absent` takes away: with an
excerpt that passage, without one every passage of that file.  Item * with state `absent` says that the file
was read to its end, so that what is not listed for it is not in it.
"""

from functools import lru_cache

import numpy as np
import pandas as pd

from ..english.words import count_words
from ..reading.files import Reject
from ..reading.sidetables import ITEMS
from ..tables import conform, empty, rows_of
from ..text.spans import place

EVERYTHING = "*"
THEME = "theme: "
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def part_checks(hand: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return (coding, checks) of a reader's placed table: its rows on items, and those on theme words.

    A row whose item is "theme: " and a theme's name says of the theme words inside its excerpt whether they stand
    for the theme; in `checks` the item is the theme's name alone.
    """
    if hand.empty:
        return hand, hand
    about = hand["item"].astype("str").str.startswith(THEME).fillna(False)
    return hand[~about], hand[about].assign(item=hand.loc[about, "item"].str.removeprefix(THEME))


def place_hand(hand: pd.DataFrame, articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return (placed, rejects): the rows of `hand` with article, start, end, and those that name no passage.

    `hand` has the columns of items.csv and may have `row`; `file` may also be an article's key.  An excerpt
    must stand once in the text; curly marks do for straight ones.  Rows without file and excerpt give an
    item its label.  An item without any passage left is a reject.
    """
    if hand.empty:
        return _without_rows(), empty("rejects")
    hand = hand.reindex(columns=["row", *ITEMS]).reset_index(drop=True).astype(dict.fromkeys(ITEMS, "str"))
    rows = hand["row"].fillna(pd.Series(range(2, len(hand) + 2))).astype("int64")
    found, rejects = [], []
    places = {str(key): (str(article), text) for article, file, text in
              rows_of(articles, "article", "file", "text")
              for key in (article, file) if pd.notna(key)}
    for number, row in zip(rows, hand[list(ITEMS)].itertuples(index=False), strict=True):
        try:
            found.append((number, *_place(row, places)))
        except ValueError as error:
            rejects.append(Reject(row.file if pd.notna(row.file) else "items.csv", number, error.args[0],
                                  f"items.csv row {number}: {error.args[1]}"))
    spans = pd.DataFrame(found, columns=["row", "article", "start", "end"]).astype(
        {"article": "str", "start": "Int64", "end": "Int64"})
    placed = hand.drop(columns="row").assign(row=rows).merge(spans, on="row")
    placed["state"] = placed["state"].fillna("reported")
    told = set(placed.loc[placed["start"].notna() & (placed["state"] == "reported"), "item"]) | {EVERYTHING}
    told |= {item for item in placed["item"] if item.startswith(THEME)}  # every word of a theme may be a wrong hit
    for row in placed[~placed["item"].isin(told)].itertuples():
        rejects.append(Reject("items.csv", row.row, "no passage", f"items.csv row {row.row}: no row names a passage "
                              f"that reports the item {row.item}"))
    placed = placed[placed["item"].isin(told)].reset_index(drop=True)
    rejects = pd.DataFrame(rejects, columns=Reject._fields) if rejects else empty("rejects")
    return placed, conform("rejects", rejects.astype({"row": "Int64"}).sort_values("row", kind="stable"))


@lru_cache
def _without_rows():
    """Return the placed table of a reader who coded nothing: most events; nobody changes it."""
    dtypes = {"row": "int64", **dict.fromkeys((*ITEMS, "article"), "str"), "start": "Int64", "end": "Int64"}
    return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in dtypes.items()})


def _place(row, places):
    """Return (article, start, end) of a row, missing where it names none; raises ValueError(reason, detail)."""
    file, excerpt = (value if pd.notna(value) else None for value in (row.file, row.excerpt))
    if pd.isna(row.item):
        raise ValueError("no item", "it names no item")
    if pd.notna(row.state) and row.state not in ("reported", "absent"):
        raise ValueError("unknown state", f'state "{row.state}" is neither reported nor absent')
    if file is None and excerpt is None and pd.notna(row.label) and row.item != EVERYTHING:
        return None, None, None
    if file is None:
        raise ValueError("no file", "it names no file")
    if file not in places:
        raise ValueError("no such file", f"there is no article {file}")
    article, text = places[file]
    if excerpt is not None and excerpt not in text:
        text, excerpt = text.translate(_MARKS), excerpt.translate(_MARKS)
    if excerpt is None and row.state == "absent":
        return article, None, None
    if excerpt is None or row.item == EVERYTHING:
        raise ValueError("names no sentence", f"it names no sentence of {file}")
    start = text.find(excerpt)
    if start < 0:
        raise ValueError("names no sentence", f"{file} has no passage “{_short(excerpt)}”")
    if text.find(excerpt, start + 1) >= 0:
        raise ValueError("names two sentences", f"{file} has “{_short(excerpt)}” twice: more of its words are needed")
    return article, start, start + len(excerpt)


def _short(excerpt):
    return excerpt if len(excerpt) <= 60 else excerpt[:57].rstrip() + "…"


def apply_hand(passages: dict[str, list], hand: pd.DataFrame, sentences: pd.DataFrame) -> dict[str, list]:
    """Return `passages` (see find_passages) as the reader's `hand`, placed by place_hand, wants them.

    A passage of the machine's that overlaps one of the reader's by half of the shorter is replaced by it.  What the
    machine had put together with it follows to the reader's item (to the one that claims most of it), unless
    the reader denies it or has read that text to its end.
    """
    if hand is None or hand.empty or not passages["article"]:
        return passages
    return _apply(pd.DataFrame(passages).astype({"key": "str"}), hand, sentences).to_dict("list")


def _apply(passages, hand, sentences):
    said = hand[hand["start"].notna()].astype({"start": "int64", "end": "int64"})
    near = _overlap(passages, said)
    claims, denials = near[near["state"] == "reported"], near[near["state"] == "absent"]
    heirs = claims.groupby("group")["item"].agg(lambda items: items.value_counts(sort=False).idxmax())
    read = set(hand.loc[hand["item"] == EVERYTHING, "article"])
    rest = passages[~passages.index.isin(claims["passage"]) & ~passages["article"].isin(read)].copy()
    rest["key"] = rest["group"].map(heirs).astype("str")
    without = hand[(hand["state"] == "absent") & hand["start"].isna()]
    denied = set(rows_of(without, "item", "article"))
    denied |= set(rows_of(denials, "item", "passage"))
    rest["key"] = [key if (key, article) not in denied and (key, passage) not in denied else pd.NA
                   for passage, key, article in zip(rest.index, rest["key"], rest["article"], strict=True)]
    mine = said.loc[said["state"] == "reported", ["item", "article", "start", "end"]].drop_duplicates()
    mine = _place_in(mine.rename(columns={"item": "key"}), sentences)
    table = pd.concat([mine.assign(by="hand"), rest.astype({"key": "str"})], ignore_index=True)
    return _name(table, hand, passages, claims)


def _overlap(passages, said):
    """Return the pairs of a passage (its index) and a row of `said` that overlap by half of the shorter."""
    said = said[["item", "state", "article", "start", "end"]]
    pairs = passages.reset_index(names="passage").merge(said, on="article", suffixes=("", "_said"))
    shared = pairs[["end", "end_said"]].min(axis=1) - pairs[["start", "start_said"]].max(axis=1)
    length = np.minimum(pairs["end"] - pairs["start"], pairs["end_said"] - pairs["start_said"])
    return pairs[2 * shared >= length]


def _place_in(spans, sentences):
    """Return `spans` with sentence, zone and position, the body words before it."""
    spans = spans.assign(sentence=place(spans, sentences, ["sentence"])["sentence"].astype("int64"))
    facts = sentences[["article", "sentence", "start", "zone", "position", "text"]]
    facts = facts.astype({"article": "str", "zone": "str"})
    spans = spans.merge(facts, on=["article", "sentence"], suffixes=("", "_sentence"))
    before = [count_words(text[:start - first]) if zone == "body" else 0 for text, start, first, zone in
              rows_of(spans, "text", "start", "start_sentence", "zone")]
    return spans.assign(position=spans["position"] + before).drop(columns=["text", "start_sentence"])


def _name(table, hand, passages, claims):
    """Return `table` with a group and label for each of the reader's items: their label, the machine's or the key."""
    keys = pd.Series(pd.factorize(table["key"])[0], table.index)
    table["group"] = table["group"].where(keys < 0, keys + passages["group"].max() + 1).astype("int64")
    given = dict(hand[hand["label"].notna()].drop_duplicates("item")[["item", "label"]].to_numpy())
    typical = dict(claims.drop_duplicates("item")[["item", "label"]].to_numpy())
    names = [given.get(key, typical.get(key, key)) for key in table["key"]]
    table["label"] = table["label"].where(table["key"].isna(), names)
    return table
