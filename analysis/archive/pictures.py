"""Pictures of an archive's results: who prints whose words, and whose words are printed, over all stories."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from ..answers.drawing.canvas import HUES, INK, Chart, chart, new_figure, say_nothing
from ..answers.drawing.lettering import plain, shorten, wrap_text
from ..english.wording import count, percent

MOST_OUTLETS, MOST_SPEAKERS = 12, 12


def share_reuse(results: SimpleNamespace) -> pd.DataFrame:
    """Return which share of an outlet's words (a row) stands in passages that another outlet (a column) prints too.

    Those with most words first; missing for an outlet and itself, 0 where no passage is shared.
    """
    printed = results.outlets.groupby("outlet")["words"].sum().sort_values(ascending=False, kind="stable")
    shared = results.reuse.groupby(["outlet", "other"])["words"].sum().unstack()
    table = shared.reindex(index=printed.index, columns=printed.index).fillna(0).div(printed, axis=0)
    return table.mask(np.eye(len(table), dtype=bool)).rename_axis(index="outlet", columns="other")


@chart
def plot_reuse(results: SimpleNamespace) -> Chart:
    """Return the table of `share_reuse` as a picture: a row an outlet, a column whose words it prints too."""
    table = share_reuse(results)
    if table.notna().sum().sum() == 0:
        return say_nothing("One outlet alone: nothing to compare it with")
    left = len(table) - MOST_OUTLETS
    table = table.iloc[:MOST_OUTLETS, :MOST_OUTLETS]
    figure, axes = new_figure(0.4 * len(table))
    values = table.to_numpy(float)
    axes.imshow(np.nan_to_num(values), cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for (row, column), value in np.ndenumerate(values):
        if np.isfinite(value):
            axes.text(column, row, percent(value), ha="center", va="center", color="white" if value > 0.6 else INK)
    names = [shorten(name, 1.9) for name in table.index]
    axes.set_yticks(range(len(table)), names)
    axes.set_xticks(range(len(table)), ["\n".join(wrap_text(name, 6.3 / len(table), lines=2)) for name in names])
    axes.xaxis.tick_top()
    axes.grid(False)
    pairs = table.stack().sort_values(ascending=False, kind="stable")
    (one, other), most = pairs.index[0], pairs.iloc[0]
    title = f"{percent(most)} of what {plain(one)} prints stands in {plain(other)} too" if most else (
        "No outlet prints a passage of another")
    return Chart(figure, title, "Share of an outlet's words (a row) in passages that the other (a column) prints too. "
                 f"{count(len(results.stories), 'story', 'stories')}.",
                 "Neither says who was first: both may have bought the same agency copy."
                 + (f" The {MOST_OUTLETS} with most words; {left} are left out." if left > 0 else ""),
                 "; ".join(f"{plain(a)} in {plain(b)}: {percent(share)}" for (a, b), share in pairs.items()))


@chart
def plot_speakers(results: SimpleNamespace) -> Chart:
    """Return bars of the speakers with most words between quotation marks, over all stories."""
    table = results.sources.dropna(subset="speaker").groupby("speaker")["words_quoted"].sum()
    table = table[table > 0].sort_values(ascending=False, kind="stable")
    if table.empty:
        return say_nothing("No quote has a speaker that the rules could name")
    shown = table.head(MOST_SPEAKERS)
    figure, axes = new_figure(0.27 * len(shown))
    axes.barh(range(len(shown)), shown, color=HUES[0], height=0.62)
    for place, words in enumerate(shown):
        axes.annotate(f"{words:,}", (words, place), (4, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(shown)), [shorten(name, 2.6) for name in shown.index])
    axes.set(ylim=(len(shown) - 0.5, -0.5), xlim=(0, shown.max() * 1.12))
    axes.set_xlabel("quoted words")
    left = len(table) - len(shown)
    return Chart(figure, f"{plain(shown.index[0])} has {percent(shown.iloc[0] / table.sum())} of all quoted words with "
                 "a known speaker", f"Words between quotation marks by speaker. {count(len(table), 'speaker')}.",
                 "A speaker is resolved within a story only: one person may stand under two names."
                 + (f" {left:,} with fewer words are left out." if left else ""),
                 "; ".join(f"{plain(name)} {words:,}" for name, words in shown.items()))
