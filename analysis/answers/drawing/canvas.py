"""What all pictures share: one style, one place for words, one colour and order an outlet.

matplotlib is imported only where something is drawn: findings need none of it.  On a dark page a picture stays what
it is, ink on white; a page turns it with `filter: invert(0.92) hue-rotate(180deg)`, which keeps the hues.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from ...english.wording import count, join_names
from ...tables import rows_of
from .lettering import shorten, wrap_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..writing.base import Finding

STYLE = Path(__file__).with_name("style.mplstyle")
WIDTH = 9.0  # inches; 900 pixels on screen, the width of a notebook cell
SMALL = 9.0  # points of the smallest words: 12 pixels at that width
# After Okabe and Ito's colours (2008), which the colour-blind tell apart, made lighter and darker so that in grey too
# no two of the eight are alike (CIE lightness 20, 28, 42, 47, 54, 60, 70, 79); the first ones differ most.
HUES = ("#0069a6", "#d55e00", "#00a57a", "#d89abf", "#5c3d14", "#f0bd4a", "#6f6f6f", "#451a6b")
INK, FAINT, SOFT = "#1a1a1a", "#f1f1f1", "#5c5c5c"
MOST_ROWS = 30
ALONE = "One text alone: nothing to compare it with"
NO_TEXT = "There is no text here to draw"
GAP, NARROW = 0.08, 0.55  # inches between two columns' names, and the narrowest that holds a name
BRACKET = "A bracket joins texts that copy one another."
COLOURS = 64  # of a PNG with a palette: more only shade the rims of letters, and weigh a fifth


@dataclass(frozen=True)
class Chart:
    """A finished picture: shows itself in a notebook with its title as text and its description as alt text."""

    figure: Figure
    title: str
    subtitle: str
    caption: str
    alt: str

    def image(self, kind: str = "png") -> bytes:
        """Return the picture as bytes, kind png, svg or pdf."""
        import matplotlib.pyplot as plt
        with plt.style.context(STYLE, after_reset=True):
            if kind == "png":
                return self._paint()
            buffer = BytesIO()
            dates = {"CreationDate": None} if kind == "pdf" else {"Date": None}
            self.figure.savefig(buffer, format=kind, metadata=dates)
            return buffer.getvalue()

    def save(self, path: str | Path) -> Path:
        """Write the picture to `path`, whose ending says the kind: .png, .svg or .pdf; return the path."""
        path = Path(path)
        if path.suffix not in (".png", ".svg", ".pdf"):
            raise ValueError(f"{path.name}: a picture is saved as .png, .svg or .pdf")
        path.write_bytes(self.image(path.suffix[1:]))
        return path

    def _paint(self) -> bytes:
        """Return the picture as a PNG with a palette: its own most frequent colours, each as it was drawn.

        An outlet's colour never changes: every colour of a filled shape is in the palette, and only the rims of
        letters, mixed from two colours, go to the nearest one.
        """
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from PIL import Image
        canvas = FigureCanvasAgg(self.figure)
        canvas.draw()
        pixels = np.asarray(canvas.buffer_rgba())[:, :, :3].astype(np.int32)
        packed = (pixels[:, :, 0] << 16) | (pixels[:, :, 1] << 8) | pixels[:, :, 2]
        found, place, times = np.unique(packed, return_inverse=True, return_counts=True)
        filled = np.isin(found, _list_colours(self.figure))
        kept = found[np.lexsort((found, -times, ~filled))][:COLOURS]
        parts, wanted = (np.stack([colours >> 16, (colours >> 8) & 255, colours & 255], 1) for colours in (kept, found))
        nearest = np.concatenate([((block[:, None] - parts) ** 2).sum(2).argmin(1)
                                  for block in np.array_split(wanted, -(-len(wanted) // 4096))])
        picture = Image.fromarray(nearest[place].reshape(packed.shape).astype(np.uint8), "P")
        picture.putpalette(parts.astype(np.uint8).tobytes())
        buffer = BytesIO()
        picture.save(buffer, "png", optimize=True, dpi=(self.figure.dpi,) * 2)
        return buffer.getvalue()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        width = round(self.figure.get_figwidth() * 100)
        return ({"image/png": self.image(), "text/plain": f"Chart: {self.title}\n{self.subtitle}\n{self.alt}"},
                {"image/png": {"width": width, "alt": f"{self.title}. {self.alt}"}})


def _list_colours(figure: Figure) -> list[int]:
    """Return the colours of all shapes of a figure, each as one number."""
    from matplotlib.colors import to_rgba_array
    found = set()
    for artist in figure.findobj():
        for name in ("get_facecolor", "get_edgecolor", "get_color", "get_markerfacecolor"):
            colour = getattr(artist, name, lambda: "none")()
            for red, green, blue, _ in to_rgba_array(colour) if colour is not None else ():
                found.add((round(red * 255) << 16) | (round(green * 255) << 8) | round(blue * 255))
    return sorted(found)


def chart(draw: Callable[..., Chart]) -> Callable[..., Chart]:
    """Decorate a function that draws axes and returns a Chart: apply the style, add the words, close the figure.

    Of an event without articles it draws nothing but that.
    """

    @wraps(draw)
    def finished(event: Any, *args: Any, **options: Any) -> Chart:
        import matplotlib.pyplot as plt
        before = set(plt.get_fignums())
        with plt.style.context(STYLE, after_reset=True):
            try:
                lacking = hasattr(event, "articles") and event.articles.empty  # an archive's results have none
                picture = say_nothing(NO_TEXT) if lacking else draw(event, *args, **options)
                _add_words(picture)
            finally:
                for number in set(plt.get_fignums()) - before:
                    plt.close(number)
        return picture

    return finished


def new_figure(height: float, **options) -> tuple[Figure, Any]:
    """Return (figure, axes) as plt.subplots does; the axes of a column get `height` inches, words not counted."""
    import matplotlib.pyplot as plt
    return plt.subplots(figsize=(WIDTH, height), **options)


def new_panels(names: Sequence[str], rows: int, xlabel: str = "") -> tuple[Figure, list]:
    """Return (figure, list of axes): a panel of `rows` rows for each name, two beside one another; all share x."""
    deep = -(-len(names) // 2)
    figure, grid = new_figure(deep * rows * 0.24, nrows=deep, ncols=2, sharex=True, squeeze=False)
    room = WIDTH / 2 * 0.6
    for axes, name in zip(grid.flat, names, strict=False):
        axes.set_title(shorten(name, room, 9.5, "bold"), fontweight="bold", fontsize=9.5)
    for place, axes in enumerate(grid.flat):
        if place >= len(names):
            axes.remove()
        elif place >= len(names) - 2:  # the lowest of its column
            axes.set_xlabel(xlabel)
            axes.tick_params(labelbottom=True)
    return figure, list(grid.flat[:len(names)])


def say_nothing(words: str, subtitle: str = "", title: str = "") -> Chart:
    """Return a picture that holds only `words`, which are its title too: of what an event has none of."""
    figure, axes = new_figure(0.6)
    axes.axis("off")
    axes.text(0.5, 0.5, "\n".join(wrap_text(words, WIDTH - 1, 10)), ha="center", va="center", fontsize=10,
              color="#444444", transform=axes.transAxes)
    return Chart(figure, title or words, subtitle, "", "Empty")


def _add_words(picture):
    figure, width = picture.figure, WIDTH - 0.5
    title, subtitle = wrap_text(picture.title, width, 12.5, "bold", 4), wrap_text(picture.subtitle, width, 9.5)
    caption = wrap_text(picture.caption, width, SMALL)
    top, bottom = 0.12 + 0.25 * len(title) + 0.19 * len(subtitle) + 0.08, 0.1 + 0.185 * len(caption)
    height = _fit_axes(figure, top, bottom)
    place = {"x": 0.012, "va": "top", "ha": "left", "linespacing": 1.3}
    figure.text(y=1 - 0.12 / height, s="\n".join(title), fontsize=12.5, fontweight="bold", **place)
    below = 1 - (0.14 + 0.25 * len(title)) / height
    figure.text(y=below, s="\n".join(subtitle), fontsize=9.5, color="#444444", **place)
    figure.text(y=(bottom - 0.04) / height, s="\n".join(caption), fontsize=SMALL, color=SOFT, **place)


def _fit_axes(figure, top, bottom):
    """Make the figure so high that its axes keep their height beside all labels; return that height in inches."""
    wanted = figure.get_figheight()
    height = wanted + top + bottom + 3  # enough for any labels: what they leave over is taken away
    for extra in (0, None):
        if extra is None:
            figure.get_layout_engine().execute(figure)
            column = {axes.get_subplotspec().rowspan.start: axes.get_position().height for axes in figure.axes}
            height += wanted - sum(column.values()) * height
        figure.set_figheight(height)
        figure.set_layout_engine("constrained", rect=(0, bottom / height, 1, 1 - (top + bottom) / height),
                                 w_pad=0.06, h_pad=0.06)
    figure.get_layout_engine().execute(figure)
    figure.set_layout_engine("none")  # all stands in its place: else every picture would be laid out twice more
    return height


def order_outlets(event: Any) -> pd.DataFrame:
    """Return the articles in the order and colours of every picture: article, outlet, family, role, color.

    Copies of one text stand together, in the order of their first article; each such family has a hue, and its
    articles are shades of it.
    """
    table = event.families[["article", "family", "role"]].astype({"article": "str"})
    table = table.sort_values(["family", "article"], kind="stable").reset_index(drop=True)
    table.insert(1, "outlet", [shorten(event.name(name), 1.9) for name in table["article"].tolist()])
    rank, size = table.groupby("family").cumcount(), table.groupby("family")["family"].transform("size")
    table["color"] = [shade(HUES[(family - 1) % len(HUES)], step / max(many, 2))
                      for family, step, many in zip(table["family"], rank, size, strict=True)]
    return table


def shade(color: str, step: float) -> str:
    """Return `color` mixed with white: step 0 leaves it, step 1 would be white at two thirds."""
    from matplotlib.colors import to_hex, to_rgb
    red, green, blue = (part + (1 - part) * step * 0.67 for part in to_rgb(color))
    return to_hex((red, green, blue))


def copy_look(color: str, relation: str) -> dict:
    """Return how words look that stand in another text verbatim, edited, or in none (own)."""
    return {"verbatim": {"fc": color, "ec": color}, "edited": {"fc": shade(color, 1.0), "ec": color, "hatch": "/////"},
            "own": {"fc": "white", "ec": "#8a8a8a"}}[relation]


def choose_outlets(event: Any, most: int, said: Sequence[Finding] = ()) -> tuple[pd.DataFrame, str]:
    """Return (`most` rows of `order_outlets`, a sentence for the caption that says what was left out, or "").

    Of forty articles twenty may be copies of one: the fullest version of each text comes first, then the next of each.
    The texts that the picture's title rests on, the first of `said`, are always there.
    """
    outlets = order_outlets(event)
    if len(outlets) <= most:
        return outlets, ""
    told = {article for article, *_ in said[0]["evidence"]} if said else set()
    words = dict(rows_of(event.articles, "article", "words"))
    fullest = outlets.assign(words=outlets["article"].map(words)).sort_values("words", ascending=False, kind="stable")
    rank = fullest.groupby("family").cumcount().where(~fullest["article"].isin(told), -1).sort_values(kind="stable")
    left = len(outlets) - most
    return outlets.loc[sorted(rank.index[:most])].reset_index(drop=True), (
        f" Shown are {most} of {count(len(outlets), 'article')}, the fullest version of each text first; {left:,} "
        f"{'is' if left == 1 else 'are'} left out.")


def first_rows(table: pd.DataFrame, noun: str, rule: str = "in the order of the pictures") -> tuple[pd.DataFrame, str]:
    """Return (the first MOST_ROWS rows, a sentence for the caption that says what was left out, or "")."""
    left = len(table) - MOST_ROWS
    if left <= 0:
        return table, ""
    return table.head(MOST_ROWS), (f" Shown are the first {MOST_ROWS} of {len(table):,} {noun}, {rule}; {left:,} "
                                   f"{'is' if left == 1 else 'are'} left out.")


def first_few(rows: list, noun: str, most: int) -> tuple[list, str]:
    """Return (the first `most` rows, a sentence for the caption that says of how many, or "")."""
    return rows[:most], f" Shown are {most} of {len(rows)} {noun}." if len(rows) > most else ""


def count_texts(event: Any) -> str:
    """Return "5 articles" of an event, and how many texts they are where some are copies."""
    articles, texts = len(event.families), event.families["family"].nunique()
    return count(articles, "article") + (f", {count(texts, 'different text')}" if texts < articles else "")


def note_bracket(outlets: pd.DataFrame) -> str:
    """Return the caption's sentence about brackets where `outlets` has a copied family, else ""."""
    return BRACKET if outlets["family"].duplicated().any() else ""


def name_some(names: Sequence[str], most: int = 3) -> str:
    """Return "A, B and C", and "A, B and 9 others" from one more than `most`; long names are cut."""
    kept = list(names) if len(names) <= most else list(names[:2])
    rest = [f"{len(names) - 2} others"] if len(names) > most else []
    return join_names([*(brief(name) for name in kept), *rest])


def brief(name: str) -> str:
    """Return a name from the data, cut so that a title can hold several."""
    return shorten(name, 2.6)


def label_outlets(axes: Axes, outlets: pd.DataFrame, positions: Sequence[float] | None = None, bracket: bool = True,
                  names: bool = True) -> None:
    """Name the outlets at the left of `axes`, one a row from the top, with a bracket round each copied family."""
    places = pd.Series(list(range(len(outlets)) if positions is None else positions), index=outlets.index, dtype=float)
    axes.set_yticks(places.tolist(), outlets["outlet"] if names else [""] * len(outlets))
    axes.set_ylim(places.max() + 0.55, places.min() - 0.55)
    axes.tick_params(axis="y", pad=14 if bracket else 4)
    if not bracket:
        return
    for low, high in find_runs(outlets, places):
        axes.plot([-0.008, -0.014, -0.014, -0.008], [low - 0.3, low - 0.3, high + 0.3, high + 0.3], color=INK, lw=1.1,
                  clip_on=False, transform=axes.get_yaxis_transform())


def label_columns(axes: Axes, outlets: pd.DataFrame, width: float) -> tuple[int, str]:
    """Name the outlets above `axes`, `width` inches wide, one a column, with a bracket over each copied family.

    Where a column is too narrow for a name it gets a number.  Return how many points above the axes the names
    reach, and a sentence for the caption that says whose the numbers are, or "".
    """
    from matplotlib.transforms import offset_copy
    room = min(1.5, width / max(len(outlets), 1) - GAP)
    named = room >= NARROW
    names = ["\n".join(wrap_text(name, room, SMALL, lines=3)) if named else f"{place}"
             for place, name in enumerate(outlets["outlet"], 1)]
    axes.xaxis.tick_top()
    axes.set_xticks(range(len(outlets)), names)
    axes.tick_params(axis="x", pad=12)
    axes.set_xlim(-0.5, len(outlets) - 0.5)
    for low, high in find_runs(outlets, pd.Series(range(len(outlets)), index=outlets.index, dtype=float)):
        above = offset_copy(axes.get_xaxis_transform(), axes.get_figure(root=True), 0, 6, "points")
        axes.annotate("", (low - 0.35, 1), (high + 0.35, 1), above, annotation_clip=False, arrowprops={
            "arrowstyle": "|-|,widthA=0.25,widthB=0.25", "shrinkA": 0, "shrinkB": 0, "lw": 1.1})
    listed = ", ".join(f"{place} {name}" for place, name in enumerate(outlets["outlet"], 1))
    high = 1 + max((name.count("\n") for name in names), default=0)
    return 18 + 12 * max(high, 2) if named else 26, "" if named else f" Columns: {listed.removesuffix('.')}."


def find_runs(outlets: pd.DataFrame, places: pd.Series) -> list[tuple[float, float]]:
    """Return (lowest, highest place) of each family of several articles."""
    families = [places[rows.index] for _, rows in outlets.groupby("family") if len(rows) > 1]
    return sorted((family.min(), family.max()) for family in families)
