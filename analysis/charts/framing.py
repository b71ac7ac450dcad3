"""Charts of themes: where their words stand, what share of the text they touch, and at equal depth: notebook 4."""

import numpy as np
import pandas as pd

from ..english.wording import count, percent
from ..text.spans import depths, place
from ..themes.hits import share_themes
from .base import (
    FAINT,
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
from .lettering import draw_key, plain

MOST_THEMES, MOST_OUTLETS = 8, 10
NO_THEMES = "No theme words are listed for these articles (frames.csv)"
READING = "Theme words were listed by a reader: a theme is what a text speaks of, not how it judges."


@chart
def draw_barcode(event, spans=None, by="frame", noun="theme word"):
    """Return strips of the articles from first to last word, with a line where a row of `spans` stands.

    `spans` is any table with article, start, end and the column `by` (default: event.hits), each
    value of which has a panel; `noun` says what a row is.  Rows outside the body are left out.
    """
    kinds = "themes" if by == "frame" else "kinds"
    spans = event.hits[event.hits["valid"].fillna(True).astype(bool)] if spans is None else spans
    spans = spans[(place(spans, event.paragraphs, ["zone"])["zone"] == "body").fillna(False)].dropna(subset=[by])
    outlets, cut = first_rows(order_outlets(event), "articles", MOST_OUTLETS)
    names, left = _pick(spans[by], event.frames["frame"] if by == "frame" else spans[by])
    subtitle = f"Each line is a {noun}, from the first word of the body to the last. {count_texts(outlets)}."
    if not names:
        return Chart(say_nothing(f"No {noun} stands here"), f"No {noun} in any text", subtitle, "", "Empty")
    spans = spans.assign(_from=depths(spans, event.articles, event.paragraphs),
                         _to=depths(spans.assign(start=spans["end"]), event.articles, event.paragraphs))
    figure, panels = new_panels(names, len(outlets), "words of the body")
    longest = max(event.articles["words"].max(), 1)
    for number, (axes, name) in enumerate(zip(panels, names, strict=True)):
        _draw_strips(axes, outlets, spans[spans[by] == name], event.articles, longest)
        label_outlets(axes, outlets, names=number % 2 == 0, bracket=number % 2 == 0)
    if "voice" in spans:
        draw_key(panels[0], [("full height: the outlet's own words", {}),
                             ("half height, black: quoted or paraphrased words", {})], 20)
    counts = spans.groupby([by, "article"], observed=False).size().unstack(fill_value=0)
    counts = counts.reindex(index=names, columns=outlets["article"], fill_value=0).set_axis(outlets["outlet"], axis=1)
    caption = (f"{note_bracket(outlets)} The number is the count of lines. Headlines, headings and captions are left "
               f"out.{cut}{left} {READING if by == 'frame' else ''}")
    return Chart(figure, _barcode_title(counts, noun, kinds), subtitle, caption, _tell(counts))


def _draw_strips(axes, outlets, spans, articles, longest):
    words = articles.set_index("article")["words"]
    least = longest / 260
    for row, outlet in enumerate(outlets.itertuples()):
        mine = spans[spans["article"] == outlet.article]
        axes.barh(row, words[outlet.article], height=0.74, color=FAINT)
        own = (mine["voice"] == "own").to_numpy() if "voice" in mine else np.ones(len(mine), bool)
        bars = [(start, max(end - start, least)) for start, end in zip(mine["_from"], mine["_to"], strict=True)]
        said = [bar for bar, high in zip(bars, own, strict=True) if not high]
        axes.broken_barh([bar for bar, high in zip(bars, own, strict=True) if high], (row - 0.37, 0.74),
                         color=outlet.color)
        axes.broken_barh(said, (row + 0.03, 0.34), color=INK)
        axes.annotate(f"{len(mine)}", (words[outlet.article], row), (4, 0), textcoords="offset points", va="center",
                      fontsize=8)
    axes.set_xlim(0, longest * 1.09)
    axes.grid(False)


def _pick(values, order):
    """Return (the names that have most rows, in `order`, a sentence on those left out)."""
    counts = values.astype(object).value_counts()
    names = [name for name in pd.unique(order.astype(object)) if counts.get(name, 0)]
    if len(names) <= MOST_THEMES:
        return names, ""
    kept = sorted(names, key=lambda name: (-counts[name], names.index(name)))[:MOST_THEMES]
    return [name for name in names if name in kept], f" Shown are the {MOST_THEMES} of {len(names)} with most words."


def _barcode_title(counts, noun, kinds):
    missing, texts = counts.eq(0), counts.shape[1]
    if texts == 1:
        return f"{counts.columns[0]} has {count(counts.to_numpy().sum(), noun)} of {count(len(counts), kinds[:-1])}"
    if not missing.any(axis=None):
        least = count(counts.min(axis=None), noun)
        if len(counts) == 1:
            return f"Every text has at least {least} of “{brief(counts.index[0])}”"
        return f"No text lacks any of the {len(counts)} {kinds}: each has at least {least} of every one"
    gaps = missing.sum(axis=1)
    rare = gaps.index[gaps == gaps.max()]
    where = "; ".join(f"none of “{brief(name)}” in {name_some(counts.columns[missing.loc[name]], 3)}"
                      for name in rare[:2])
    full = (gaps == 0).sum()
    return f"{full or 'None'} of {len(counts)} {kinds} {'stands' if full == 1 else 'stand'} in every text; {where}"


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
        axes.text(top * 1.06, row, f"{percent(values['all'])}, own {percent(values['own'])}", fontsize=8, va="center")
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


@chart
def draw_depth(event):
    """Return dumbbells of the theme shares in the full text and in as many words as the shortest article has."""
    outlets, cut = first_rows(order_outlets(event), "articles", MOST_OUTLETS)
    names, left = _pick(event.hits["frame"], event.frames["frame"])
    least = event.articles["words"][event.articles["words"] > 0].min()
    subtitle = (f"Share of the body's words in sentences with a theme word: in the full text and in its first "
                f"{least:,} words, the length of the shortest. {count_texts(outlets)}.")
    if not names:
        return Chart(say_nothing(NO_THEMES), "No theme words in any text", "", "", "Empty")
    full, equal = _both_voices(event), _both_voices(event.at_depth(int(least)))
    both = full.merge(equal, on=["frame", "article"], suffixes=("", "_equal"))
    top = max(both[["all", "all_equal"]].max(axis=None) * 100, 10)
    figure, panels = new_panels(names, len(outlets))
    for number, (axes, name) in enumerate(zip(panels, names, strict=True)):
        _draw_dumbbells(axes, outlets, both[both["frame"] == name].set_index("article"), top)
        label_outlets(axes, outlets, names=number % 2 == 0, bracket=number % 2 == 0)
    draw_key(panels[0], [("● full text", {}), (f"◇ its first {least:,} words", {})], 20)
    shown = both[both["article"].isin(outlets["article"]) & both["frame"].isin(names)]
    told = [f"{row.frame}, {row.outlet}: {percent(row.all)}, at equal depth {percent(row.all_equal)}"
            for row in shown.merge(outlets, on="article").itertuples()]
    caption = f"{note_bracket(outlets)} All voices together. {READING} The cut may fall within a sentence.{cut}{left}"
    return Chart(figure, _depth_title(shown.merge(outlets, on="article"), least), subtitle, caption, "; ".join(told))


def _draw_dumbbells(axes, outlets, theme, top):
    for row, outlet in enumerate(outlets.itertuples()):
        full, equal = theme.loc[outlet.article, ["all", "all_equal"]] * 100
        axes.plot([full, equal], [row, row], color=outlet.color, lw=1.6)
        axes.plot(full, row, "o", color=outlet.color, ms=6.5, mec="white", mew=0.6)
        axes.plot(equal, row, "D", mfc="white", mec=INK, ms=4.5, mew=1)
        axes.text(top * 1.06, row, f"{percent(full / 100)}, first {percent(equal / 100)}", fontsize=8, va="center")
    _scale(axes, top)


def _depth_title(shown, least):
    """Return how far texts lie apart in full and at equal depth: copies of one text, else all texts."""
    copies = shown[shown.groupby("frame")["family"].transform(lambda family: family.duplicated(keep=False))]
    if shown["article"].nunique() == 1:
        return f"One text alone: its first {least:,} words are the whole of it"
    who, rows, keys = (("texts that copy one another", copies, ["frame", "family"]) if len(copies) else
                       ("the texts", shown, ["frame"]))
    spread = rows.groupby(keys)[["all", "all_equal"]].agg(lambda values: values.max() - values.min()).max()
    full, equal = (round(value * 100) for value in spread)
    points = f"{equal} percentage point{'' if equal == 1 else 's'}"
    if full == equal:
        return f"Equal depth changes little: {who} differ by up to {points} on a theme either way"
    return f"Cut to their first {least:,} words, {who} differ by at most {points} on a theme; in full by up to {full}"
