"""A list of headings, and under each its values with the outlets that print them, a square in the outlet's colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from .canvas import SMALL, new_figure
from .lettering import measure, shorten

if TYPE_CHECKING:
    from matplotlib.figure import Figure

RIGHT, LEFT, MIDDLE, ROOM = 8.8, 3.1, 2.9, 2.7  # where a line ends, names begin and values end, room of a value: inches


def draw_listing(rows: list[tuple[str, list[tuple[str, list[str]]]]], outlets: pd.DataFrame) -> Figure:
    """Return a figure of `rows`: (heading, [(value, articles that print it)]); names that find no room are counted."""
    colors, names = (dict(zip(outlets["article"], outlets[column], strict=True)) for column in ("color", "outlet"))
    figure, axes = new_figure(0.24 * sum(1 + len(values) for _, values in rows))
    place = 0
    for heading, values in rows:
        axes.axhline(place - 0.5, color="#dddddd", lw=0.7)
        axes.text(0, place, shorten(heading, RIGHT - 0.4, SMALL, "bold"), va="center", fontweight="bold")
        place += 1
        for value, articles in values:
            axes.text(MIDDLE, place, shorten(value, ROOM), ha="right", va="center")
            x = LEFT
            for number, article in enumerate(articles):
                wide = measure(names[article], SMALL)
                if x + wide > RIGHT - 1.3 and number < len(articles) - 1:
                    axes.text(x, place, f"and {len(articles) - number} others", va="center")
                    break
                axes.plot(x, place, "s", color=colors[article], ms=7)
                axes.text(x + 0.12, place, names[article], va="center")
                x += wide + 0.4
            place += 1
    axes.set(xlim=(0, RIGHT), ylim=(place - 0.4, -0.7))
    axes.axis("off")
    return figure
