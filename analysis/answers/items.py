"""What do most texts report, and who lacks it?  Table `items`.

Counting items is no finding while a machine groups them, and that no sentence was found is no proof of absence: the
room draws, and says nothing.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..english.wording import count
from ..tables import rows_of
from .drawing.canvas import INK, Chart, chart, choose_outlets, count_texts, note_bracket, say_nothing
from .drawing.lettering import draw_key, plain
from .drawing.matrix import draw_absent, new_matrix
from .writing.base import Answer, Finding, family_of

NO_ITEMS = "No item was found in these texts"
MOST_TEXTS, MOST_LINES = 21, 30
# Darker and larger the higher an item stands, by quarters of the text.
QUARTERS = (("#08306b", 9.5), ("#2f79b5", 8), ("#7fb2d9", 6.5), ("#c0d8ea", 5))


def say_items(event: Any) -> list[Finding]:
    """Return nothing: see above."""
    return []


def list_items(event: Any) -> list[dict]:
    """Return the items, those that most texts have and few lack first, a reader's before the machine's.

    Each with item, label, by, articles (that have it), texts (how many different ones), highest (the smallest share
    of a text that stands before it).
    """
    family = family_of(event.families)
    words = dict(rows_of(event.articles, "article", "words"))
    told = event.items[event.items["state"] == "reported"]
    found: dict[int, dict] = {}
    for item, label, by, article, position in rows_of(told, "item", "label", "by", "article", "position"):
        row = found.setdefault(item, {"item": item, "label": label, "by": by, "articles": set(), "highest": 1.0})
        row["articles"].add(article)
        if not pd.isna(position):
            row["highest"] = min(row["highest"], position / max(words[article], 1))
    total = len(set(family.values()))
    for row in found.values():
        row["texts"] = len({family[article] for article in row["articles"]})
        row["all"] = row["texts"] == total
    return sorted(found.values(), key=lambda row: (row["by"] != "hand" and row["texts"] < 2, row["texts"] < 2,
                                                   row["all"],
                                                   -row["texts"], row["by"] != "hand", row["highest"], row["item"]))


@chart
def draw_item_matrix(event: Any) -> Chart:
    """Return what most texts report and who lacks it: a row an item, a column an outlet, dark where it leads."""
    outlets, cut = choose_outlets(event, MOST_TEXTS)
    subtitle = f"Reported items that most texts have and some lack, then those of all. {count_texts(event)}."
    items = list_items(event)
    if not items:
        return say_nothing(NO_ITEMS, subtitle)
    shown = items[:MOST_LINES]
    figure, axes, lift, numbers = new_matrix(outlets, [(row["label"], False) for row in shown])
    told = event.items.drop_duplicates(["item", "article"])
    cells = dict(zip(rows_of(told, "item", "article"),
                     rows_of(told, "state", "reason", "position"), strict=True))
    words = dict(rows_of(event.articles, "article", "words"))
    for place, row in enumerate(shown):
        for column, article in enumerate(outlets["article"]):
            state, reason, position = cells.get((row["item"], article), ("absent", None, None))
            if state != "reported":
                draw_absent(axes, column, place, reason)
                continue
            color, size = QUARTERS[3 if pd.isna(position) else min(int(4 * position / max(words[article], 1)), 3)]
            axes.plot(column, place, "o", color=color, ms=size, mec=INK, mew=0.4)
    draw_key(axes, [("● first quarter of the text, paler and smaller further down", {}), ("× cut", {}),
                    ("» later", {}), ("~ in another version", {}), ("· not found", {})], lift + 6)
    machine = sum(row["by"] != "hand" for row in items)
    caption = (f"{note_bracket(outlets)} Items linked by a reader: {len(items) - machine}, by machine: {machine}. Not "
               f"found is no proof: a text may word it in a way that was not recognised.{cut}{numbers}")
    if len(items) > len(shown):
        caption += f" {len(items) - len(shown)} of {count(len(items), 'item')} are left out."
    alt = "; ".join(f"{plain(row['label'])}: {', '.join(event.name(name) for name in sorted(row['articles']))}"
                    for row in shown)
    return Chart(figure, _say_spread(items, outlets), subtitle, caption, alt)


def _say_spread(items: list[dict], outlets: pd.DataFrame) -> str:
    if len(outlets) == 1:
        return f"The one text reports {count(len(items), 'item')}"
    everywhere = sum(row["all"] for row in items)
    most = sum(not row["all"] and row["texts"] > 1 for row in items)
    return (f"{count(everywhere, 'reported item')} {'was' if everywhere == 1 else 'were'} found in every text, "
            f"{most or 'none'} in some but not in all").capitalize()


ANSWER = Answer("items", "What do most report, and who lacks it?", ("items",), "4_framing", say_items, draw_item_matrix)
