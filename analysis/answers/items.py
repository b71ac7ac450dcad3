"""Charts of reported items: who has which, how high in the text, and how soon the reader meets them: notebook 4."""

import pandas as pd

from ..english.wording import count
from .base import Answer
from .drawing.canvas import (
    INK,
    Chart,
    chart,
    count_texts,
    first_rows,
    name_some,
    note_bracket,
    order_outlets,
    say_nothing,
)
from .drawing.lettering import draw_key, plain
from .drawing.matrix import draw_absent, new_matrix
from .old import say_old

NO_ITEMS = "No item was found in these texts"
MOST_TEXTS, MOST_GROUPS, MOST_LINES = 12, 8, 8
# Darker and larger the higher an item stands, by quarters of the text.
QUARTERS = (("#08306b", 9.5), ("#2f79b5", 8), ("#7fb2d9", 6.5), ("#c0d8ea", 5))


@chart
def draw_item_matrix(event):
    """Return which text reports which item, grouped by who shares it; dots are dark and large where it stands high."""
    outlets, cut = first_rows(order_outlets(event), "articles", MOST_TEXTS)
    subtitle = f"What the texts report, item by item, grouped by who shares it. {count_texts(outlets)}."
    items = list_items(event)
    if items.empty:
        return Chart(say_nothing(NO_ITEMS), NO_ITEMS, subtitle, "", "Empty")
    rows, shown = _lay_rows(items, order_outlets(event))
    figure, axes, lift, numbers = new_matrix(outlets, [(words, heading) for words, heading, _ in rows])
    table = event.items.drop_duplicates(["item", "article"]).set_index(["item", "article"])
    words = event.articles.set_index("article")["words"]
    for place, (_, _, item) in enumerate(rows):
        for column, article in enumerate(outlets["article"]):
            if item is not None and (item, article) in table.index:
                _draw_item(axes, column, place, table.loc[(item, article)], words[article])
    draw_key(axes, [("●  where it stands, dark to light and large to small: first, second, third, last quarter", {}),
                    ("× cut", {}), ("» known later", {}), ("~ perhaps another version", {}),
                    ("· absent", {})], lift + 6)
    by_hand = items["item"].isin(event.items.loc[event.items["by"] == "hand", "item"]).sum()
    caption = (f"{note_bracket(outlets)} Items linked by a reader: {by_hand}, by machine: {len(items) - by_hand}. "
               f"{shown} A missing item may be worded in a way that was not recognised.{cut}{numbers}")
    drawn = items[items["item"].isin([item for _, _, item in rows])]
    told = [f"{plain(row.label)}: {', '.join(row.outlets)}" for row in drawn.itertuples()]
    return Chart(figure, _matrix_title(items, event.families), subtitle, caption, "; ".join(told))


def list_items(event):
    """Return a row for each reported item: item, label; articles, outlets, families (tuples) that have it; highest.

    highest is the smallest share of a text's words that stands before it.
    """
    outlets = order_outlets(event).reset_index(names="place").astype({"article": str})
    found = event.items[event.items["state"] == "reported"].astype({"article": str}).merge(
        outlets[["article", "outlet", "family", "place"]], on="article").merge(
        event.articles[["article", "words"]].astype({"article": str}), on="article")
    found["highest"] = (found["position"].astype(float) / found["words"].clip(lower=1)).fillna(1.0)
    found = found.sort_values(["item", "place", "highest"], kind="stable")
    once = found.drop_duplicates(["item", "article"]).groupby("item")
    table = pd.DataFrame({"label": once["label"].first(), "articles": once["article"].agg(tuple),
                          "outlets": once["outlet"].agg(tuple),
                          "families": once["family"].agg(lambda column: tuple(sorted(set(column)))),
                          "highest": once["highest"].min()})
    return table.reset_index()


def _lay_rows(items, outlets):
    """Return (rows of words, whether a heading, item or None; a sentence on what was left out)."""
    names = _name_families(outlets)
    groups = items.groupby("families", sort=False)
    order = sorted(groups.groups, key=lambda families: (-len(families), -len(groups.groups[families]), families))
    big = sorted(order, key=lambda families: -len(groups.groups[families]))[:MOST_GROUPS]
    each = max(2, 30 // len(big))
    rows = []
    for families in [families for families in order if families in big]:
        found = groups.get_group(families).sort_values(["highest", "item"], kind="stable")
        # "the family of A and B" would read as one family: such names come last
        who = sorted((names[family] for family in families), key=lambda name: name.startswith("the family of"))
        where = ("In the one text" if len(outlets) == 1 else "In every family" if len(families) == len(names) > 1 else
                 f"Only {name_some(who, 3)}")
        more = f", {each} shown" if len(found) > each else ""
        rows.append((f"{where}: {count(len(found), 'item')}{more}", True, None))
        rows += [(row.label, False, row.item) for row in found.head(each).itertuples()]
    left = len(items) - sum(not heading for _, heading, _ in rows)
    return rows, (f"Of each group those are shown that stand highest in a text; {count(left, 'item')} of "
                  f"{len(items)} are left out." if left else "")


def _name_families(outlets):
    """Return {family: the outlet, or "the family of" its first outlet}."""
    return {family: rows.iloc[0] if len(rows) == 1 else f"the family of {rows.iloc[0]}"
            for family, rows in outlets.groupby("family")["outlet"]}


def _draw_item(axes, column, place, row, words):
    if row["state"] == "reported":
        quarter = 3 if pd.isna(row["position"]) else min(int(4 * row["position"] / max(words, 1)), 3)
        color, size = QUARTERS[quarter]
        axes.plot(column, place, "o", color=color, ms=size, mec=INK, mew=0.4)
        return
    draw_absent(axes, column, place, row["reason"])


def _matrix_title(items, families):
    total, texts = len(items), families["article"].nunique()
    if texts == 1:
        return f"The one text reports {count(total, 'item')}"
    one_family = families["family"].nunique() == 1
    spread = items["articles" if one_family else "families"].map(len)
    unit = "text" if one_family or not families["family"].duplicated().any() else "text family"
    everywhere = (spread == (texts if one_family else families["family"].nunique())).sum()
    if everywhere == total:
        return f"Every {unit} reports all {count(total, 'item')}" if total > 1 else f"Every {unit} reports the one item"
    alone = (spread == 1).sum()
    verb = "stands" if everywhere == 1 else "stand"
    return f"Of {count(total, 'item')} {everywhere or 'none'} {verb} in every {unit}, {alone or 'none'} in one alone"


ANSWER = Answer("items", "What do most report, and who lacks it?", ("items",), "4_framing", say_old("items"), draw_item_matrix)
