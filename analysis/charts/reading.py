"""Charts of reading: how soon the reader meets the items and hears the sides, and what the top holds: notebook 4."""

import pandas as pd

from ..english.wording import count, leaders
from .base import (
    FAINT,
    INK,
    Chart,
    chart,
    count_texts,
    first_rows,
    label_outlets,
    name_some,
    name_units,
    new_figure,
    note_bracket,
    order_outlets,
    say_nothing,
)
from .hearing import find_first
from .items import NO_ITEMS, list_items
from .lettering import draw_key, measure, shorten

MOST_LINES = 8
CURVES = 2.8  # inches of height
DASHES = ("-", "--", ":", "-.")


@chart
def draw_reading_depth(event):
    """Return after how many words a reader of each text has met which share of all items, and heard which side."""
    outlets, cut = first_rows(order_outlets(event), "articles", MOST_LINES)
    subtitle = ("Share of all items met after so many words of the body; below, where each side is first heard. "
                f"{count_texts(outlets)}.")
    total = event.items.loc[event.items["state"] == "reported", "item"].nunique()
    if not total:
        return Chart(say_nothing(NO_ITEMS), NO_ITEMS, subtitle, "", "Empty")
    met, words = _count_met(event, outlets), event.articles.set_index("article")["words"]
    longest = max(words[outlets["article"]].max(), 1)
    low = 0.32 * len(outlets)
    figure, (axes, below) = new_figure(CURVES + low, nrows=2, sharex=True, height_ratios=[CURVES, low])
    _draw_curves(axes, outlets, met, words, total)
    axes.set(xlim=(0, longest * 1.36))
    _draw_sides(below, event, outlets, words, longest * 1.36 / 6.6)
    told = [f"{outlet.outlet}: {len(met[outlet.article])} of {total} items in {words[outlet.article]:,} words"
            for outlet in outlets.itertuples()]
    return Chart(figure, _depth_title(met, words, outlets, total), subtitle,
                 f"{note_bracket(outlets)} {count(total, 'item')} that any text reports. Heard: quoted or paraphrased; "
                 f"sides by people.csv; a name is left out where another stands.{cut}", "; ".join(told))


def _count_met(event, outlets):
    """Return {article: the body words before each item that it reports, sorted}."""
    reported = event.items[(event.items["state"] == "reported") & event.items["position"].notna()]
    return {article: sorted(reported.loc[reported["article"] == article].groupby("item")["position"].min().astype(int))
            for article in outlets["article"]}


def _draw_curves(axes, outlets, met, words, total):
    ends, longest = [], words[outlets["article"]].max()
    for number, outlet in enumerate(outlets.itertuples()):
        places, end = met[outlet.article], words[outlet.article]
        shares = [100 * place / total for place in range(len(places) + 1)]
        axes.plot([0, *places, end], [*shares, shares[-1]], drawstyle="steps-post", color=outlet.color, lw=1.8,
                  ls=DASHES[number % len(DASHES)])
        axes.plot(end, shares[-1], "o", color=outlet.color, ms=5)
        ends.append((shares[-1], end, f"{shorten(outlet.outlet, 1.35, 8.5)} {len(places)}"))
    top = max(max(ends)[0] * 1.12, 1)
    ends.sort()
    heights = _spread([share for share, *_ in ends], top * 0.2 / CURVES, top)
    for (share, end, text), height in zip(ends, heights, strict=True):
        axes.annotate(text, (end, share), (longest * 1.03, height), va="center", fontsize=8.5, arrowprops={
            "arrowstyle": "-", "color": "#9a9a9a", "lw": 0.6, "ls": ":", "shrinkA": 1, "shrinkB": 3})
    axes.set_ylim(0, top)
    axes.yaxis.set_major_formatter("{x:.0f} %")
    axes.grid(True, axis="y")


def _spread(heights, step, top):
    """Return rising `heights` moved apart by at least `step`, none above `top`."""
    spread = []
    for height in heights:
        spread.append(max(height, spread[-1] + step) if spread else height)
    limit = top
    for place in reversed(range(len(spread))):
        spread[place] = limit = min(spread[place], limit)
        limit -= step
    return spread


def _draw_sides(axes, event, outlets, words, scale):
    """Write, a row an outlet, the name of each side where it is first heard; `scale` is words an inch."""
    heard = find_first(event).dropna(subset=["heard"]).sort_values("heard", kind="stable")
    for row, outlet in enumerate(outlets.itertuples()):
        axes.barh(row, words[outlet.article], height=0.84, color=FAINT)
        free = [-1.0, -1.0]  # two lanes of names
        for side in heard[heard["article"] == outlet.article].itertuples():
            lane = next((lane for lane in (0, 1) if side.heard >= free[lane]), None)
            if lane is None:
                continue
            height = row - 0.2 + 0.4 * lane
            axes.plot([side.heard, side.heard], [height - 0.19, height + 0.19], color=outlet.color, lw=1.8)
            name = shorten(side.side, 1.1, 7)
            axes.text(side.heard + 0.05 * scale, height, name, va="center", fontsize=7)
            free[lane] = side.heard + (measure(name, 7) + 0.12) * scale
    label_outlets(axes, outlets)
    axes.set_xlabel("words of the body read")
    axes.grid(False)


def _depth_title(met, words, outlets, total):
    least = int(words[outlets["article"]].where(lambda number: number > 0).min())
    found = pd.Series({outlet.outlet: sum(place < least for place in met[outlet.article])
                       for outlet in outlets.itertuples()})
    most, high = leaders(found)
    few, low = leaders(-found)
    if len(found) == 1:
        return f"{most[0]} reports {count(total, 'item')} in {count(least, 'word')}"
    if high == -low:
        return f"After {least:,} words every reader has met the same number of items: {high}"
    return (f"After {least:,} words a reader of {name_some(most, word='or')} has met {high} of {count(total, 'item')}, "
            f"a reader of {name_some(few, word='or')} {-low or 'none'}")


@chart
def draw_lead_body(event, words=100):
    """Return for the first `words` words of each text, and for the rest, the share of items that others report too."""
    outlets, cut = first_rows(order_outlets(event), "articles")
    items = list_items(event)
    subtitle = (f"Share of a text's items that texts of other families report too: in its first {words} words and in "
                f"the rest. {count_texts(outlets)}.")
    if len(outlets) == 1 or items.empty:
        title = NO_ITEMS if items.empty else "One text alone: nothing to compare it with"
        return Chart(say_nothing(title), title, subtitle, "", "Empty")
    by = "articles" if outlets["family"].nunique() == 1 else "families"
    table = _count_shared(event, items, by, words)
    figure, axes = new_figure(0.32 * len(outlets))
    told = []
    for row, outlet in enumerate(outlets.itertuples()):
        at = table.loc[outlet.article]
        axes.plot([at["top"] * 100, at["rest"] * 100], [row, row], color=outlet.color, lw=1.6)
        axes.plot(at["rest"] * 100, row, "D", mfc="white", mec=INK, ms=5, mew=1)
        axes.plot(at["top"] * 100, row, "o", color=outlet.color, ms=7.5)
        words_said = "top {top_shared:.0f} of {top_all:.0f}, rest {rest_shared:.0f} of {rest_all:.0f}".format(**at)
        axes.text(106, row, words_said, va="center", fontsize=8.5)
        told.append(f"{outlet.outlet}: {words_said}")
    label_outlets(axes, outlets)
    axes.set(xlim=(-2, 140), xticks=range(0, 101, 25))
    axes.xaxis.set_major_formatter("{x:.0f} %")
    draw_key(axes, [(f"● first {words} words", {}), ("◇ the rest", {})])
    others = "All texts are one family: other texts are counted." if by == "articles" else ""
    return Chart(figure, _lead_title(table, order_outlets(event), words), subtitle,
                 f"{note_bracket(outlets)} An item counts where it first stands. {others}{cut}", "; ".join(told))


def _count_shared(event, items, by, words):
    """Return for each article the items in its first `words` words and in the rest, and those that others share."""
    shared = items.set_index("item")[by].map(len) > 1
    reported = event.items[event.items["state"] == "reported"].dropna(subset=["position"])
    reported = reported.assign(shared=reported["item"].map(shared).astype(bool), part="rest")
    reported["part"] = reported["part"].where(reported["position"] >= words, "top")
    table = pd.DataFrame(index=pd.Index(event.articles["article"], name="article"))
    for part in ("top", "rest"):
        found = reported[reported["part"] == part].groupby("article", observed=False)["shared"]
        table[f"{part}_shared"], table[f"{part}_all"] = found.sum(), found.size()
        table[part] = table[f"{part}_shared"] / table[f"{part}_all"].where(table[f"{part}_all"] > 0)
    return table.astype(float)


def _lead_title(table, outlets, words):
    family = outlets.set_index("article")["family"].reindex(table.index.astype(object))
    both = table.groupby(family.to_numpy())[["top", "rest"]].mean().dropna()  # a copied text counts once
    one, many = name_units(outlets)
    more, fewer = ((sign * (both["top"] - both["rest"]) > 0.005).sum() for sign in (1, -1))
    if both.empty:
        return f"No text reports items both in its first {words} words and below"
    if not more and not fewer:
        return f"The first {words} words hold as much common ground as the rest"
    if more == fewer:
        return (f"The first {words} words hold more common ground than the rest in {count(more, one, many)}, "
                f"less in {fewer}")
    ahead, word = (more, "more") if more > fewer else (fewer, "less")
    texts = count(len(both), one, many)
    return f"In {ahead} of {texts} the first {words} words hold {word} common ground than the rest"
