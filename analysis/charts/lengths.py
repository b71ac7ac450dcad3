"""Charts of length and of likeness: notebooks 1 and 2."""

import numpy as np

from ..wording import count, join_names, leaders, percent
from .base import Chart, chart, label_outlets, new_figure, order_outlets


@chart
def draw_lengths(event):
    """Return bars of body words an article, the lead and the words inside quotation marks within them."""
    outlets = order_outlets(event).merge(event.lengths.drop(columns=["outlet", "family"]), on="article")
    figure, axes = new_figure(0.42 * len(outlets) + 0.5)
    rows = np.arange(len(outlets))
    axes.barh(rows, outlets["words"], color=outlets["color"], height=0.62)
    axes.barh(rows + 0.2, outlets["quoted"], color="none", edgecolor="#1a1a1a", hatch="////", lw=0.6, height=0.22)
    for row, words, quoted in zip(rows, outlets["words"], outlets["quoted"], strict=True):
        axes.annotate(f"{words:,}   in quotation marks {quoted:,} ({percent(quoted / words if words else None)})",
                      (words, row), xytext=(5, 0), textcoords="offset points", va="center", fontsize=8.5, backgroundcolor="white")
    label_outlets(axes, outlets)
    axes.set_xlim(0, outlets["words"].max() * 1.5)
    axes.set_xlabel("words of the body")
    longest, most = leaders(outlets.set_index("outlet")["words"])
    shortest, least = leaders(-outlets.set_index("outlet")["words"])
    title = (f"All texts are equally long: {count(most, 'word')}" if most == -least else
             f"{join_names(longest)} gave the story {most / -least:.1f} times the words of {join_names(shortest)}")
    return Chart(figure, title, f"Words of the body by outlet; hatched: words inside quotation marks. "
                 f"{count(len(outlets), 'article')}, {count(outlets['family'].nunique(), 'text family', 'text families')}.",
                 "A bracket joins texts that copy one another. Headlines, headings, captions and page furniture are left out.",
                 "; ".join(f"{row.outlet} {row.words:,} words, {row.quoted:,} in quotation marks" for row in outlets.itertuples()))


@chart
def draw_similarity(event, idf="background"):
    """Return a table of the TF-IDF likeness of every two articles, families side by side."""
    outlets = order_outlets(event)
    names = outlets["article"].astype(str)
    table = event.similarity[event.similarity["idf"] == idf].astype({"article": str, "other": str})
    cosine = table.pivot_table(index="article", columns="other", values="cosine").reindex(index=names, columns=names)
    values = cosine.to_numpy(dtype=float)
    figure, axes = new_figure(0.5 * len(outlets) + 0.9)
    axes.imshow(values, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for (row, column), value in np.ndenumerate(values):
        if np.isfinite(value):
            axes.text(column, row, f"{value:.2f}", ha="center", va="center", fontsize=10,
                      color="white" if value > 0.6 else "#1a1a1a")
    axes.grid(False)
    label_outlets(axes, outlets)
    axes.set_xticks(range(len(outlets)), [name.replace(" ", "\n", 1) for name in outlets["outlet"]])
    same = outlets["family"].to_numpy()[:, None] == outlets["family"].to_numpy()[None, :]
    pairs = np.isfinite(values)
    inside, outside = values[pairs & same], values[pairs & ~same]
    return Chart(figure, _similarity_title(inside, outside),
                 f"TF-IDF likeness of whole articles, 0 (no shared word) to 1 (same words), words weighed by "
                 f"{'how rare they are in general English' if idf == 'background' else 'how rare they are in this folder'}. "
                 f"{count(len(outlets), 'article')}.",
                 "A bracket joins texts that copy one another. Likeness of words does not show who copied whom.",
                 f"Likeness between {values[pairs].min():.2f} and {values[pairs].max():.2f}" if pairs.any() else "No pair to compare")


def _similarity_title(inside, outside):
    if not len(inside) + len(outside):
        return "One text alone: nothing to compare it with"
    if not len(inside):
        return f"No two texts copy one another; the most alike reach {outside.max():.2f} of 1"
    if not len(outside):
        return f"All texts belong to one family: likeness {inside.min():.2f} to {inside.max():.2f}"
    if inside.min() > outside.max():
        return (f"Texts of one family are more alike ({inside.min():.2f} and up) "
                f"than any two of different families (up to {outside.max():.2f})")
    return (f"Likeness alone does not show the families: {outside.max():.2f} between families, "
            f"down to {inside.min():.2f} within one")
