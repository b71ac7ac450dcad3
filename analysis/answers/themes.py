"""Of what does a text speak?  Table `shares`: theme words listed by a reader, the last thing that a page says."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..english.wording import percent
from ..rules import Setting
from ..tables import rows_of
from ..themes.hits import TERMS_DROPPED
from .drawing.canvas import (
    INK,
    Chart,
    chart,
    choose_outlets,
    count_texts,
    label_outlets,
    new_panels,
    note_bracket,
    say_nothing,
)
from .drawing.lettering import draw_key, plain
from .writing.base import Answer, Finding, family_of, find, head
from .writing.strengths import weigh

MOST_THEMES, MOST_OUTLETS = 8, 21
NO_THEMES = "No theme words are listed for these articles (frames.csv)"
NO_GAP = "No theme sets the texts apart by more than the list of its words leaves open"
READING = "Theme words were listed by a reader: a theme is what a text speaks of, not how it judges."
OWN = Setting("theme_own", 80, "words in its own voice from which an outlet's share of a theme is compared",
              chosen="four sentences; one of them moves the share by a quarter")


def sum_voices(event: Any) -> pd.DataFrame:
    """Return frame, article, all (share of all words), own (of own words), low, high (range of own), own_words."""
    table = event.shares.astype({"article": str, "voice": str})
    total = table.groupby(["frame", "article"], sort=False)[["words_hit", "words"]].sum()
    own = table[table["voice"] == "own"].set_index(["frame", "article"]).reindex(total.index)
    return pd.DataFrame({"all": total["words_hit"] / total["words"].where(total["words"] > 0),
                         "own": own["words_hit"] / own["words"].where(own["words"] > 0), "low": own["low"],
                         "high": own["high"], "own_words": own["words"]}).reset_index()


def say_themes(event: Any) -> list[Finding]:
    """Return the theme that sets two texts farthest apart in their own voice, where the ranges do not meet."""
    if event.shares.empty:
        return []
    table, family, best = sum_voices(event), family_of(event.families), None
    for frame, rows in table[table["own_words"] >= OWN.value].groupby("frame", sort=False):
        rows = rows.to_dict("records")
        most = max(rows, key=lambda row: row["low"])
        least = min(rows, key=lambda row: row["high"])
        gap = most["low"] - least["high"]
        if gap > 0 and family[most["article"]] != family[least["article"]] and (best is None or gap > best[0]):
            best = gap, frame, most, least
    if best is None:
        return []
    gap, frame, most, least = best
    hits = event.hits[(event.hits["frame"] == frame) & (event.hits["voice"] == "own")
                      & event.hits["valid"].fillna(True).astype(bool)]
    shown = pd.concat([hits[hits["article"] == row["article"]].head(1) for row in (most, least)])
    return [find(
        f"Of its own words {event.name(most['article'])} has {percent(most['own'])} in sentences with a word of "
        f"“{frame}”, {event.name(least['article'])} {percent(least['own'])}.",
        most["own"] - least["own"], "share of own words", weigh("theme", gap),
        f"The ranges do not meet where {percent(TERMS_DROPPED.value)} of the listed words are left out.",
        rows_of(shown, "article", "start", "end"))]


@chart
def draw_shares(event: Any) -> Chart:
    """Return, theme by theme, the share of words in sentences with its words: of all words, and of own words."""
    said = say_themes(event)
    outlets, cut = choose_outlets(event, MOST_OUTLETS, said)
    most = MOST_THEMES if len(outlets) < 13 else MOST_THEMES - 4
    names, left = _pick(event.hits["frame"], event.frames["frame"], most)
    subtitle = f"Share of the body's words that stand in sentences with a theme word. {count_texts(event)}."
    if not names:
        return say_nothing(NO_THEMES, subtitle)
    table = sum_voices(event)
    rows = {(row["frame"], row["article"]): row for row in table.to_dict("records")}
    figure, panels = new_panels(names, len(outlets))
    top, told = max(table[["all", "own"]].max(axis=None) * 100, 10), []
    for number, (axes, name) in enumerate(zip(panels, names, strict=True)):
        for place, (article, outlet, color) in enumerate(rows_of(outlets, "article", "outlet", "color")):
            values = rows[name, article]
            axes.plot([values["low"] * 100, values["high"] * 100], [place, place], color=color, lw=2.2,
                      solid_capstyle="butt")
            axes.plot(values["own"] * 100, place, "o", color=color, ms=6.5)
            axes.plot(values["all"] * 100, place, "o", mfc="none", mec=INK, ms=7.5, mew=1)
            words = f"{percent(values['own'])}, all {percent(values['all'])}"
            axes.text(top * 1.06, place, words, va="center")
            told.append(f"{plain(name)} in {outlet}: {words}")
        _scale(axes, top)
        label_outlets(axes, outlets, names=number % 2 == 0, bracket=number % 2 == 0)
    draw_key(panels[0], [("● of the outlet's own words", {}), ("○ of all words", {}),
                         (f"─ range with {percent(TERMS_DROPPED.value)} of the theme words left out", {})], 20)
    return Chart(figure, head(said, NO_GAP), subtitle,
                 f"{note_bracket(outlets)} {READING} Themes overlap.{cut}{left}", "; ".join(told))


def _pick(values: pd.Series, order: pd.Series, most: int) -> tuple[list[str], str]:
    """Return (the names that have most rows, in `order`, a sentence on those left out)."""
    counts = values.astype(object).value_counts()
    names = [name for name in dict.fromkeys(order.astype(object)) if counts.get(name, 0)]
    if len(names) <= most:
        return names, ""
    kept = sorted(names, key=lambda name: (-counts[name], names.index(name)))[:most]
    return [name for name in names if name in kept], f" Shown are the {most} of {len(names)} with most words."


def _scale(axes: Any, top: float) -> None:
    """Give `axes` a scale in percent up to `top`, with room for words behind it."""
    axes.set_xlim(-top * 0.03, top * 1.75)
    axes.set_xticks([tick for tick in range(0, 101, 5 if top <= 20 else 20) if tick <= top])
    axes.xaxis.set_major_formatter("{x:.0f} %")


ANSWER = Answer("themes", "Of what does a text speak?", ("shares",), "4_framing", say_themes, draw_shares)
