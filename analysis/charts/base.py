"""What all charts share: one style, one frame around the picture, one colour and order per outlet."""

from dataclasses import dataclass
from functools import wraps
from io import BytesIO
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.transforms import offset_copy
from PIL import Image

from ..english.wording import count, join_names
from .lettering import measure, shorten, wrap_text

STYLE = Path(__file__).with_name("style.mplstyle")
WIDTH = 9.0  # inches; 900 pixels on screen, the width of a notebook cell
# Okabe and Ito's colours (2008), told apart by the colour-blind, in an order that also differs in grey.
HUES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#7f7f7f")
INK, FAINT = "#1a1a1a", "#f1f1f1"
MOST_ROWS = 30
BRACKET = "A bracket joins texts that copy one another."


@dataclass(frozen=True)
class Chart:
    """A finished picture: shows itself in a notebook with its title as text and its description as alt text."""

    figure: Figure
    title: str
    subtitle: str
    caption: str
    alt: str

    def image(self, kind="png"):
        """Return the picture as bytes, kind png or svg."""
        with plt.style.context(STYLE, after_reset=True):
            if kind == "png":
                return self._paint()
            buffer = BytesIO()
            self.figure.savefig(buffer, format=kind, metadata={"Date": None})
            return buffer.getvalue()

    def _paint(self):
        """Return the picture as a PNG in 128 colours: a third of the size, and nothing that the eye would miss.

        MAXCOVERAGE leaves every colour within 4 of 255; by MEDIANCUT the hue of a small mark can become another's.
        """
        canvas = FigureCanvasAgg(self.figure)
        canvas.draw()
        picture, buffer = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB"), BytesIO()
        picture.quantize(128, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
            buffer, "png", optimize=True, dpi=(self.figure.dpi,) * 2)
        return buffer.getvalue()

    def _repr_mimebundle_(self, include=None, exclude=None):
        width = round(self.figure.get_figwidth() * 100)
        return ({"image/png": self.image(), "text/plain": f"Chart: {self.title}\n{self.subtitle}\n{self.alt}"},
                {"image/png": {"width": width, "alt": f"{self.title}. {self.alt}"}})


def chart(draw):
    """Decorate a function that draws axes and returns a Chart: apply the style, add the words, close the figure."""

    @wraps(draw)
    def finished(*args, **options):
        before = set(plt.get_fignums())
        with plt.style.context(STYLE, after_reset=True):
            try:
                picture = draw(*args, **options)
                _add_words(picture)
            finally:
                for number in set(plt.get_fignums()) - before:
                    plt.close(number)
        return picture

    return finished


def new_figure(height, **options):
    """Return (figure, axes) as plt.subplots does; the axes of a column get `height` inches, words not counted."""
    return plt.subplots(figsize=(WIDTH, height), **options)


def new_panels(names, rows, xlabel="", columns=2, row_height=0.24):
    """Return (figure, list of axes): a panel of `rows` rows for each name; all share their x axis."""
    deep = -(-len(names) // columns)
    figure, grid = new_figure(deep * rows * row_height, nrows=deep, ncols=columns, sharex=True, squeeze=False)
    room = WIDTH / columns * 0.6
    for axes, name in zip(grid.flat, names, strict=False):
        axes.set_title(shorten(name, room, 9.5, "bold"), fontweight="bold", fontsize=9.5)
    for place, axes in enumerate(grid.flat):
        if place >= len(names):
            axes.remove()
        elif place >= len(names) - columns:  # the lowest of its column
            axes.set_xlabel(xlabel)
            axes.tick_params(labelbottom=True)
    return figure, list(grid.flat[:len(names)])


def say_nothing(words):
    """Return a figure that holds only `words`, for what an event has none of."""
    figure, axes = new_figure(0.6)
    axes.axis("off")
    axes.text(0.5, 0.5, "\n".join(wrap_text(words, WIDTH - 1, 10)), ha="center", va="center", fontsize=10,
              color="#444444", transform=axes.transAxes)
    return figure


def _add_words(picture):
    figure, width = picture.figure, WIDTH - 0.5
    title, subtitle = wrap_text(picture.title, width, 12.5, "bold", 4), wrap_text(picture.subtitle, width, 9.5)
    caption = wrap_text(picture.caption, width, 8)
    top, bottom = 0.12 + 0.25 * len(title) + 0.19 * len(subtitle) + 0.08, 0.1 + 0.165 * len(caption)
    height = _fit_axes(figure, top, bottom)
    place = {"x": 0.012, "va": "top", "ha": "left", "linespacing": 1.3}
    figure.text(y=1 - 0.12 / height, s="\n".join(title), fontsize=12.5, fontweight="bold", **place)
    below = 1 - (0.14 + 0.25 * len(title)) / height
    figure.text(y=below, s="\n".join(subtitle), fontsize=9.5, color="#444444", **place)
    figure.text(y=(bottom - 0.04) / height, s="\n".join(caption), fontsize=8, color="#5c5c5c", **place)


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


def order_outlets(event):
    """Return the articles in the order and colours of every chart: article, outlet, family, role, color.

    Families stand together, in the order of their first article; each has a hue, and its
    articles are shades of it.  An outlet with several articles is told apart by the article's name.
    """
    table = event.families.merge(event.articles[["article", "outlet"]], on="article")
    table = table.sort_values(["family", "article"], kind="stable").reset_index(drop=True)
    table["outlet"] = [shorten(outlet, 1.9) for outlet in table["outlet"].fillna(table["article"].astype("str"))]
    twice = table["outlet"].duplicated(keep=False)
    table["outlet"] = table["outlet"].where(~twice, [shorten(name, 1.9) for name in table["article"].astype("str")])
    rank, size = table.groupby("family").cumcount(), table.groupby("family")["family"].transform("size")
    table["color"] = [shade(HUES[(family - 1) % len(HUES)], step / max(many, 2))
                      for family, step, many in zip(table["family"], rank, size, strict=True)]
    return table


def shade(color, step):
    """Return `color` mixed with white: step 0 leaves it, step 1 would be white at two thirds."""
    return to_hex([part + (1 - part) * step * 0.67 for part in to_rgb(color)])


def first_rows(table, noun, most=MOST_ROWS, rule="in the order of the charts"):
    """Return (the first `most` rows, a sentence for the caption that says what was left out, or "")."""
    if len(table) <= most:
        return table, ""
    left = len(table) - most
    return table.head(most), (f" Shown are the first {most} of {len(table):,} {noun}, {rule}; {left:,} "
                              f"{'is' if left == 1 else 'are'} left out.")


def count_texts(outlets):
    """Return "5 articles, 3 text families" of the table of `order_outlets`."""
    return f"{count(len(outlets), 'article')}, {count(outlets['family'].nunique(), 'text family', 'text families')}"


def name_units(outlets):
    """Return (singular, plural) of what a title counts: texts, or text families where texts copy one another."""
    return ("text family", "text families") if outlets["family"].duplicated().any() else ("text", "texts")


def note_bracket(outlets):
    """Return the caption's sentence about brackets where `outlets` has a copied family, else ""."""
    return BRACKET if outlets["family"].duplicated().any() else ""


def name_some(names, most=4, word="and"):
    """Return "A, B and C", and "A, B and 9 others" from one more than `most`; long names are cut."""
    kept = list(names) if len(names) <= most else list(names[:2])
    rest = [f"{len(names) - 2} others"] if len(names) > most else []
    return join_names([*(brief(name) for name in kept), *rest], word)


def brief(name):
    """Return a name from the data, cut so that a title can hold several."""
    return shorten(name, 2.6)


def label_outlets(axes, outlets, positions=None, bracket=True, names=True):
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


def label_columns(axes, outlets, width):
    """Name the outlets above `axes`, `width` inches wide, one a column, with a bracket over each copied family.

    Return how many points above the axes the names reach.
    """
    axes.xaxis.tick_top()
    room = min(1.5, width / max(len(outlets), 1) - 0.08)
    upright = room < 0.55
    names = [shorten(name, 1.2) if upright else "\n".join(wrap_text(name, room, 8.5, lines=2))
             for name in outlets["outlet"]]
    axes.set_xticks(range(len(outlets)), names, rotation=90 if upright else 0)
    axes.tick_params(axis="x", pad=12)
    axes.set_xlim(-0.5, len(outlets) - 0.5)
    for low, high in find_runs(outlets, pd.Series(range(len(outlets)), index=outlets.index, dtype=float)):
        above = offset_copy(axes.get_xaxis_transform(), axes.figure, 0, 6, "points")
        axes.annotate("", (low - 0.35, 1), (high + 0.35, 1), above, annotation_clip=False, arrowprops={
            "arrowstyle": "|-|,widthA=0.25,widthB=0.25", "shrinkA": 0, "shrinkB": 0, "lw": 1.1})
    return 16 + (max(measure(name, 8.5) for name in names) * 72 if upright else 24)


def find_runs(outlets, places):
    """Return (lowest, highest place) of each family of several articles."""
    families = [places[rows.index] for _, rows in outlets.groupby("family") if len(rows) > 1]
    return sorted((family.min(), family.max()) for family in families)
