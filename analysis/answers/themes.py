"""Charts of themes: where their words stand, what share of the text they touch, and at equal depth: notebook 4."""

import pandas as pd

from ..english.wording import percent
from ..themes.hits import share_themes
from .base import Answer
from .drawing.canvas import (
    INK,
    Chart,
    brief,
    chart,
    count_texts,
    first_rows,
    label_outlets,
    name_some,
    new_panels,
    note_bracket,
    order_outlets,
    say_nothing,
)
from .drawing.lettering import draw_key, plain
from .old import say_old

MOST_THEMES, MOST_OUTLETS = 8, 10
NO_THEMES = "No theme words are listed for these articles (frames.csv)"
READING = "Theme words were listed by a reader: a theme is what a text speaks of, not how it judges."


def _pick(values, order):
    """Return (the names that have most rows, in `order`, a sentence on those left out)."""
    counts = values.astype(object).value_counts()
    names = [name for name in pd.unique(order.astype(object)) if counts.get(name, 0)]
    if len(names) <= MOST_THEMES:
        return names, ""
    kept = sorted(names, key=lambda name: (-counts[name], names.index(name)))[:MOST_THEMES]
    return [name for name in names if name in kept], f" Shown are the {MOST_THEMES} of {len(names)} with most words."


def _tell(table, show=lambda value: f"{value:,}"):
    """Return a table of names x outlets in words."""
    return ". ".join(f"{plain(name)}: " + ", ".join(f"{outlet} {show(value)}" for outlet, value in row.items())
                     for name, row in table.iterrows())


@chart
def draw_shares(event):
    """Return, theme by theme, the share of words in sentences with its words: of all words, and of own words."""
    outlets, cut = first_rows(order_outlets(event), "articles", MOST_OUTLETS)
    both = _both_voices(event)
    names, left = _pick(event.hits["frame"], event.frames["frame"])
    subtitle = f"Share of the body's words that stand in sentences with a theme word. {count_texts(outlets)}."
    if not names:
        return Chart(say_nothing(NO_THEMES), "No theme words in any text", subtitle, "", "Empty")
    figure, panels = new_panels(names, len(outlets))
    top = max(both[["all", "own"]].max(axis=None) * 100, 10)
    for number, (axes, name) in enumerate(zip(panels, names, strict=True)):
        _draw_ranges(axes, outlets, both[both["frame"] == name].set_index("article"), top)
        label_outlets(axes, outlets, names=number % 2 == 0, bracket=number % 2 == 0)
    draw_key(panels[0], [("● of all words", {}), ("○ of the outlet's own words", {}),
                         ("─ of all, where three tenths of the theme words are left out", {})], 20)
    shown = both[both["article"].isin(outlets["article"]) & both["frame"].isin(names)]
    table = shown.pivot(index="frame", columns="article", values=["all", "own"]).reindex(names)
    alls = table["all"].reindex(columns=outlets["article"]).set_axis(outlets["outlet"], axis=1)
    words = outlets["article"].map(event.articles.set_index("article")["words"])
    read = ", ".join(f"{outlet} {number:,}" for outlet, number in zip(outlets["outlet"], words, strict=True))
    caption = (f"Words read: {read}. {note_bracket(outlets)} {READING} Themes overlap. Two texts differ "
               f"where their ranges don't meet.{cut}{left}")
    return Chart(figure, _shares_title(shown, outlets), subtitle, caption, _tell(alls, percent))


def _both_voices(event):
    """Return frame, article, all, low, high (all voices together) and own (of own words)."""
    one = event.voices.assign(voice="own")  # as if one voice spoke: the measure and its range are the same
    alls = share_themes(event.hits, event.sentences, one, event.frames, event.articles)
    alls = alls[alls["voice"] == "own"].assign(all=_share)[["frame", "article", "all", "low", "high"]]
    own = event.shares[event.shares["voice"] == "own"].assign(own=_share)[["frame", "article", "own"]]
    return alls.merge(own, on=["frame", "article"])


def _share(table):
    return table["words_hit"] / table["words"].where(table["words"] > 0)


def _draw_ranges(axes, outlets, theme, top):
    for row, outlet in enumerate(outlets.itertuples()):
        values = theme.loc[outlet.article]
        axes.plot(values[["low", "high"]] * 100, [row, row], color=outlet.color, lw=2.2, solid_capstyle="butt")
        axes.plot(values["all"] * 100, row, "o", color=outlet.color, ms=6.5, mec="white", mew=0.6)
        axes.plot(values["own"] * 100, row, "o", mfc="white", mec=INK, ms=4.5, mew=1)
        axes.text(top * 1.06, row, f"{percent(values['all'])}, own {percent(values['own'])}", fontsize=9, va="center")
    _scale(axes, top)


def _scale(axes, top):
    """Give `axes` a scale in percent up to `top`, with room for words behind it."""
    axes.set_xlim(-top * 0.03, top * 1.62)
    axes.set_xticks([tick for tick in range(0, 101, 5 if top <= 20 else 20) if tick <= top])
    axes.xaxis.set_major_formatter("{x:.0f} %")


def _shares_title(shown, outlets):
    """Return the theme with the widest gap between the ranges of two texts, in words."""
    names = outlets.set_index("article")["outlet"]
    if len(outlets) == 1:
        top = shown.loc[shown["all"].fillna(-1).idxmax()]
        return (f"{names.iloc[0]} has most words on “{brief(top['frame'])}”: {percent(top['all'])}, "
                f"of its own words {percent(top['own'])}")
    ranges = shown.groupby("frame", sort=False)
    widest = ranges["low"].max() - ranges["high"].min()
    gap = widest.max()
    if not gap > 0:
        return "No theme sets the texts apart by more than the list of its words leaves open"
    parts = []
    for frame in widest.index[widest >= gap - 1e-9][:2]:
        rows = shown[shown["frame"] == frame].set_index("article")
        most = rows.index[rows["low"] >= rows["low"].max() - 1e-9]
        least = rows.index[rows["high"] <= rows["high"].min() + 1e-9]
        parts.append(f"“{brief(frame)}” takes {percent(rows['all'][most].max())} of {name_some(names[most], 3)} "
                     f"(own words: {percent(rows['own'][most].max())}) but {percent(rows['all'][least].min())} of "
                     f"{name_some(names[least], 3)} (own words: {percent(rows['own'][least].min())})")
    return "; ".join(parts)


ANSWER = Answer("themes", "Of what does a text speak?", ("shares",), "4_framing", say_old("themes"), draw_shares)
