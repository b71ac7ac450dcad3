"""A chart of hearing: after how many words a side is first named and first heard: notebook 3."""

import pandas as pd

from ..english.wording import count
from ..text.spans import depths, place
from .base import Answer
from .drawing.canvas import (
    FAINT,
    INK,
    Chart,
    brief,
    chart,
    count_texts,
    first_rows,
    label_outlets,
    name_units,
    new_panels,
    note_bracket,
    order_outlets,
    say_nothing,
)
from .drawing.lettering import draw_key, plain
from .old import say_old
from .sides import NO_SIDE, OUTSIDE, pick_sides, sum_sides, title_lead


@chart
def draw_hearing(event):
    """Return, side by side, how many words of each text are read before a side is first named and first heard."""
    outlets, cut = first_rows(order_outlets(event), "articles", 12)
    first, sides = find_first(event), sum_sides(event)
    shown, left = pick_sides(sides[sides["side"] != NO_SIDE])
    subtitle = ("Words of the body read before a side is first named, and before it is first quoted or paraphrased. "
                f"{count_texts(outlets)}.")
    if not shown:
        return Chart(say_nothing("people.csv names no side"), "No side is known", subtitle, "", "Empty")
    figure, panels = new_panels(shown, len(outlets), "words of the body")
    lengths = event.articles.set_index("article")["words"]
    for number, (axes, side) in enumerate(zip(panels, shown, strict=True)):
        _draw_first(axes, outlets, first[first["side"] == side].set_index("article"), lengths)
        label_outlets(axes, outlets, names=number % 2 == 0, bracket=number % 2 == 0)
    draw_key(panels[0], [("○ first named", {}), ("● first quoted or paraphrased", {}),
                         ("the whole text", {"fc": FAINT})], 20)
    told = [f"{plain(row.side)} in {row.outlet}: {_say_first(row)}"
            for row in first.merge(outlets, on="article").itertuples() if row.side in shown]
    caption = f"{note_bracket(outlets)} {OUTSIDE} Names and sides by people.csv.{cut}{left}"
    return Chart(figure, _first_title(first, order_outlets(event)), subtitle, caption, "; ".join(told))


def find_first(event):
    """Return for each side of people.csv and article: side, article, named, heard.

    named and heard are the body words before it is first named and first quoted or paraphrased; missing if never.
    """
    said = event.voices[event.voices["voice"] != "own"]
    said = said.assign(position=depths(said, event.articles, event.paragraphs))
    named = event.mentions.assign(zone=place(event.mentions, event.paragraphs, ["zone"])["zone"])
    sides = [side for side in pd.unique(event.people["side"].dropna()) if side]
    keys = pd.MultiIndex.from_product([sides, event.articles["article"].astype(str)], names=["side", "article"])
    columns = {}
    for name, table in (("named", named), ("heard", said)):
        body = table[(table["zone"] == "body").fillna(False)].astype({"article": str})
        columns[name] = body.groupby(["side", "article"], observed=True)["position"].min().reindex(keys)
    return pd.DataFrame(columns).reset_index()


def _draw_first(axes, outlets, first, lengths):
    for row, outlet in enumerate(outlets.itertuples()):
        at = first.loc[outlet.article]
        axes.barh(row, lengths[outlet.article], height=0.7, color=FAINT)
        if pd.notna(at["named"]) and pd.notna(at["heard"]):
            axes.plot([at["named"], at["heard"]], [row, row], color=outlet.color, lw=1.6)
        axes.plot(at["heard"], row, "o", color=outlet.color, ms=7)
        axes.plot(at["named"], row, "o", mfc="white", mec=INK, ms=4.5, mew=1)
        axes.text(lengths.max() * 1.04, row, _say_first(at), fontsize=9, va="center")
    axes.set_xlim(-lengths.max() * 0.02, max(lengths.max(), 1) * 1.85)
    axes.set_xticks([tick for tick in axes.get_xticks() if 0 <= tick <= lengths.max()])


def _say_first(at):
    if pd.isna(at.heard):
        return "never named" if pd.isna(at.named) else f"named {at.named:,.0f}, never heard"
    return f"heard {at.heard:,.0f}" if pd.isna(at.named) else f"named {at.named:,.0f}, heard {at.heard:,.0f}"


def _first_title(first, outlets):
    """Return which side is heard first most often, and which is named but never heard; a copied text counts once."""
    family = first["article"].astype(object).map(outlets.set_index("article")["family"])
    first = first.assign(side=pd.Categorical(first["side"], pd.unique(first["side"])))
    first = first.groupby(["side", family.rename("family")], observed=True)[["named", "heard"]].min().reset_index()
    counts = first.groupby("side", observed=True)[["named", "heard"]].count()
    mute = counts.loc[(counts["named"] > 0) & (counts["heard"] == 0), "named"]
    silent = "; ".join(f"{brief(side)} is named in {number} and heard in none"
                       for side, number in mute[mute == mute.max()].head(2).items())
    heard = first.dropna(subset=["heard"])
    if heard.empty:
        return f"No side is heard in any text{'; ' + silent if silent else ''}"
    ahead = heard[heard["heard"] == heard.groupby("family")["heard"].transform("min")]
    lead = title_lead(ahead["side"].value_counts(sort=False), "heard first",
                       count(outlets["family"].nunique(), *name_units(outlets)))
    return f"{lead}; {silent}" if silent else lead


ANSWER = Answer("hearing", "Who is heard, and after how many words?", ("hearing",), "3_quotes", say_old("hearing"), draw_hearing)
