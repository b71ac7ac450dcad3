"""What did a house change in a copy?  Table `style`: the words put in place of others in matching sentences."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..english.wording import count, join_names
from ..tables import EDIT_KINDS, rows_of, tabulate
from .drawing.alignment import GREY, pick_pair
from .drawing.canvas import ALONE, INK, WIDTH, Chart, chart, first_rows, new_figure, order_outlets, say_nothing
from .drawing.lettering import shorten
from .writing.base import Answer, Finding, family_of, find, head
from .writing.strengths import weigh

KINDS = {"name": "names", "honorific": "titles of persons", "place": "places", "date": "days and dates",
         "number": "numbers", "spelling": "spellings", "tense": "tenses", "style": "turns of phrase",
         "remark": "words of remarks", "version": "earlier or later facts", "other": "other words"}
SHOWN = ("name", "honorific", "place", "spelling", "style")  # kinds that a sentence gives examples of


def sum_style(edits: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `style`: a row for each change of words between two articles, in both directions."""
    times: dict[tuple, int] = {}
    for *key, before, after in rows_of(edits, "article", "other", "kind", "before", "after"):
        whole = *key, *(words if isinstance(words, str) else "" for words in (before, after))
        times[whole] = times.get(whole, 0) + 1
    rows = [(*key, number) for key, number in sorted(times.items(), key=lambda row: (
        row[0][:2], EDIT_KINDS.index(row[0][2]), -row[1], row[0]))]
    return tabulate("style", rows, articles)


def say_style(event: Any) -> list[Finding]:
    """Return the finding of the two versions of one story that differ in most wordings, with two of them."""
    pair = _pick(event, None, None)
    if pair is None:
        return []
    family, rows = family_of(event.families), _rows(event, pair)
    number = sum(row["times"] for row in rows)
    if family[pair[0]] != family[pair[1]] or not number:
        return []
    common = sorted((row for row in rows if row["kind"] in SHOWN and row["before"] and row["after"]
                     and max(len(row["before"].split()), len(row["after"].split())) <= 2),
                    key=lambda row: (-row["times"], row["kind"], row["before"]))[:2]
    such = [f"“{row['before']}” and “{row['after']}”" for row in common]
    links = event.links[(event.links["article"] == pair[0]) & (event.links["other"] == pair[1])
                        & (event.links["relation"] == "edited")].head(1).to_dict("records")
    return [find(
        f"{event.name(pair[0])} and {event.name(pair[1])} word the same story differently in {count(number, 'place')}"
        f"{', such as ' + join_names(such, 'or') if such else ''}.", number, "changes", weigh("house style"),
        "Only sentences that both texts print are compared.",
        [place for row in links for place in ((pair[0], row["start"], row["end"]),
                                              (pair[1], row["other_start"], row["other_end"]))])]


def _pick(event: Any, article: str | None, other: str | None) -> list[str] | None:
    """Return the two articles that were named, or those of one family (else of all) with most changes."""
    rows, family = list(rows_of(event.style, "article", "other", "times")), family_of(event.families)
    same = [row for row in rows if family[row[0]] == family[row[1]]]
    return pick_pair(same or rows, list(family), article, other)


def _rows(event: Any, pair: list[str]) -> list[dict]:
    columns = "kind", "before", "after", "times"
    return [dict(zip(columns, row, strict=True)) for article, other, *row in rows_of(
        event.style, "article", "other", *columns) if [article, other] == pair]


@chart
def draw_style_sheet(event: Any, article: str | None = None, other: str | None = None) -> Chart:
    """Return what one text words differently from another in the sentences they share, as a house style sheet.

    Without names, the two versions of one story with most changes.  Raises KeyError for an unknown article.
    """
    outlets = order_outlets(event).set_index("article")
    subtitle = "Words put in place of others in matching sentences, and how often."
    pair = _pick(event, article, other)
    if pair is None:
        return say_nothing(ALONE)
    names, rows = outlets["outlet"][pair].tolist(), _rows(event, pair)
    if not rows:
        title = f"{names[0]} and {names[1]} print no sentence with words changed"
        return say_nothing("No matching sentence was changed", subtitle, title)
    chosen, cut = first_rows(pd.DataFrame(rows).sort_values("times", ascending=False, kind="stable"), "changes",
                             rule="the most frequent")
    groups = sorted(chosen.to_dict("records"), key=lambda row: (EDIT_KINDS.index(row["kind"]), -row["times"]))
    figure, axes = new_figure(0.23 * (len(groups) + 1.2))
    _draw_sheet(axes, groups, names)
    number = sum(row["times"] for row in rows)
    title = f"{names[0]} and {names[1]} word shared sentences differently in {count(number, 'place')}"
    told = [f"{KINDS[row['kind']]}: {row['before'] or 'nothing'} to {row['after'] or 'nothing'}, {row['times']}"
            for row in groups]
    said = say_style(event) if article is None and other is None else []
    return Chart(figure, head(said, title), subtitle,
                 f"Which of the two is nearer to the source is not said here.{cut}", "; ".join(told))


def _draw_sheet(axes: Any, groups: list[dict], names: list[str]) -> None:
    middle, room, before, most = 4.3, 2.55, None, max(row["times"] for row in groups)
    for x, side, name in ((middle - 0.15, "right", names[0]), (middle + 0.15, "left", names[1])):
        axes.text(x, -1, name, ha=side, va="center", fontweight="bold")
    for place, row in enumerate(groups):
        if row["kind"] != before:
            axes.axhline(place - 0.5, color="#dddddd", lw=0.7)
            axes.text(0, place, shorten(KINDS[row["kind"]], 1.6, 9, "bold"), va="center", fontweight="bold")
        before = row["kind"]
        for x, side, words in ((middle - 0.15, "right", row["before"]), (middle + 0.15, "left", row["after"])):
            axes.text(x, place, shorten(words, room) or "(nothing)", ha=side, va="center",
                      color=INK if words else "#6a6a6a")
        axes.text(middle, place, "›", ha="center", va="center", color="#6a6a6a")
        if most > 1:  # bars of one would say nothing
            axes.barh(place, row["times"] * 0.9 / most, left=7.2, height=0.6, color=GREY)
            axes.text(7.25 + row["times"] * 0.9 / most, place, f"{row['times']}", va="center")
    axes.set(xlim=(0, WIDTH - 0.25), ylim=(len(groups) - 0.4, -1.6))
    axes.axis("off")


ANSWER = Answer("style", "What did a house change in a copy?", ("style",), "2_similarity", say_style, draw_style_sheet)
