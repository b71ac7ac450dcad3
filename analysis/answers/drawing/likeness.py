"""Charts of length and of likeness: notebooks 1 and 2."""

from typing import Any

import numpy as np

from ...english.wording import count, leaders, percent
from .canvas import (
    ALONE,
    MOST_ROWS,
    Chart,
    chart,
    choose_outlets,
    count_texts,
    label_columns,
    label_outlets,
    name_some,
    new_figure,
    note_bracket,
)

MOST_COLUMNS = 16


@chart
def draw_lengths(event: Any) -> Chart:
    """Return bars of body words an article, the lead and the words inside quotation marks within them."""
    outlets, cut = choose_outlets(event, MOST_ROWS)
    outlets = outlets.merge(event.lengths.drop(columns=["outlet", "family"]), on="article")
    figure, axes = new_figure((0.42 if len(outlets) < 13 else 0.3) * len(outlets))
    rows = np.arange(len(outlets))
    axes.barh(rows, outlets["words"], color=outlets["color"], height=0.62)
    axes.barh(rows + 0.2, outlets["quoted"], color="none", edgecolor="#1a1a1a", hatch="////", lw=0.6, height=0.22)
    for row, words, quoted in zip(rows, outlets["words"], outlets["quoted"], strict=True):
        label = f"{words:,}   in quotation marks {quoted:,} ({percent(quoted / words if words else None)})"
        axes.annotate(label, (words, row), (5, 0), textcoords="offset points", va="center", fontsize=9.5,
                      backgroundcolor="white")
    label_outlets(axes, outlets)
    axes.set_xlim(0, max(outlets["words"].max(), 1) * 1.5)
    axes.set_xlabel("words of the body")
    caption = f"{note_bracket(outlets)} Headlines, headings, captions and page furniture are left out.{cut}"
    told = [f"{row.outlet} {row.words:,} words, {row.quoted:,} in quotation marks" for row in outlets.itertuples()]
    return Chart(figure, _lengths_title(outlets.set_index("outlet")["words"]),
                 f"Words of the body by outlet; hatched: words inside quotation marks. {count_texts(event)}.",
                 caption, "; ".join(told))


def _lengths_title(words):
    longest, most = leaders(words)
    shortest, least = leaders(-words)
    if len(words) == 1:
        return f"{longest[0]} gave the story {count(most, 'word')}"
    if most == -least:
        return f"All texts are equally long: {count(most, 'word')}"
    if not least:
        return f"{name_some(longest)} gave the story {count(most, 'word')}, {name_some(shortest)} none"
    return f"{name_some(longest)} gave the story {most / -least:.1f} times the words of {name_some(shortest)}"


@chart
def draw_similarity(event: Any, idf: str = "background") -> Chart:
    """Return a table of the TF-IDF likeness of every two articles, families side by side."""
    outlets, cut = choose_outlets(event, MOST_COLUMNS)
    names = outlets["article"].astype(str)
    table = event.similarity[event.similarity["idf"] == idf].astype({"article": str, "other": str})
    cosine = table.pivot_table(index="article", columns="other", values="cosine").reindex(index=names, columns=names)
    values = cosine.to_numpy(dtype=float)
    figure, axes = new_figure(0.5 * len(outlets))
    axes.imshow(values, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for (row, column), value in np.ndenumerate(values):
        if np.isfinite(value):
            axes.text(column, row, f"{value:.2f}".lstrip("0") or "0", ha="center", va="center", fontsize=9,
                      color="white" if value > 0.6 else "#1a1a1a")
    axes.grid(False)
    label_outlets(axes, outlets)
    _, numbers = label_columns(axes, outlets, 6.5)
    same = outlets["family"].to_numpy()[:, None] == outlets["family"].to_numpy()[None, :]
    pairs = np.isfinite(values)
    weighed = "in general English" if idf == "background" else "in this folder"
    told = (f"Likeness between {values[pairs].min():.2f} and {values[pairs].max():.2f}" if pairs.any() else
            "No pair to compare")
    return Chart(figure, _similarity_title(values[pairs & same], values[pairs & ~same]),
                 f"TF-IDF likeness of whole articles, 0 (no shared word) to 1 (same words), words weighed by how rare "
                 f"they are {weighed}. {count_texts(event)}.",
                 f"{note_bracket(outlets)} Likeness of words does not show who copied whom.{cut}{numbers}", told)


def _similarity_title(inside, outside):
    if not len(inside) + len(outside):
        return ALONE
    if not len(inside):
        return f"No two texts copy one another; the most alike reach {outside.max():.2f} of 1"
    if not len(outside):
        return f"All texts are versions of one story: likeness {inside.min():.2f} to {inside.max():.2f}"
    if inside.min() > outside.max():
        return (f"Versions of one story are more alike ({inside.min():.2f} and up) "
                f"than any two other texts (up to {outside.max():.2f})")
    return (f"Likeness alone does not show the copies: {outside.max():.2f} between two stories, "
            f"down to {inside.min():.2f} between versions of one")
