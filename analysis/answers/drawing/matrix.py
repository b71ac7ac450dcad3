"""A matrix of texts: a column for each outlet, rows with words before them, headings between the rows."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from .canvas import GAP, NARROW, WIDTH, label_columns, new_figure
from .lettering import measure, plain, shorten

LABEL, LESS = 4.1, 2.4  # inches for the words of a row, and the least of them where outlets need room for their names
REASONS = {"left out": "×", "cut": "×", "later": "»", "version": "~"}


def new_matrix(outlets: pd.DataFrame, rows: Sequence[tuple[str, bool]]) -> tuple[Any, Any, int, str]:
    """Return (figure, axes, lift, numbers): a column for each of `outlets` and a line of words for each of `rows`.

    `rows` is a list of (words, whether it is a heading); the caller draws at (column, row).  `lift` is
    how many points the names of the outlets reach above the axes, `numbers` the caption's sentence on them.
    """
    figure, axes = new_figure(0.205 * len(rows))
    room = _find_room(outlets["outlet"])
    words = [shorten(words, room + 2 if heading else room, 9.2 if heading else 9, "bold" if heading else "normal")
             for words, heading in rows]
    axes.set_yticks(range(len(rows)), words)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.tick_params(axis="y", pad=room * 72 + 4)
    for label, (_, heading) in zip(axes.get_yticklabels(), rows, strict=True):
        label.set(ha="left", fontsize=9.2 if heading else 9, fontweight="bold" if heading else "normal")
    lift, numbers = label_columns(axes, outlets, WIDTH - room - 0.35)
    axes.grid(False)
    axes.spines["bottom"].set_visible(False)
    for place, (_, heading) in enumerate(rows):
        if not heading:
            axes.axhline(place, color="#ececec", lw=0.7, zorder=0)
    return figure, axes, lift, numbers


def _find_room(names):
    """Return the inches that are left for the words of a row, beside columns that hold each word of `names` whole.

    Where the names find no room even so, the columns bear numbers, and the rows have it all.
    """
    longest = max((measure(word) for name in names for word in plain(name).replace("-", "- ").split()), default=0)
    room = min(LABEL, max(LESS, WIDTH - 0.35 - len(names) * (longest + 0.1)))
    return room if (WIDTH - 0.35 - room) / max(len(names), 1) - GAP >= NARROW else LABEL


def draw_absent(axes: Any, column: int, place: int, reason: str) -> None:
    """Draw that a text lacks something: × cut or left out, » known only later, ~ another version, else a dot."""
    words = str(reason).lower() if pd.notna(reason) else ""
    mark = next((mark for word, mark in REASONS.items() if word in words), None)
    if mark:
        write_cell(axes, column, place, mark, color="#6a6a6a")
    else:
        axes.plot(column, place, "o", color="#b5b5b5", ms=2)


def write_cell(axes: Any, column: int, place: int, words: str, **look: Any) -> None:
    """Write `words` into a cell, the line of its row hidden behind them: no word may look as if it were struck out."""
    axes.text(column, place, words, ha="center", va="center", bbox={"fc": "white", "ec": "none", "pad": 0.6}, **look)
