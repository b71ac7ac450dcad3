"""What all charts share: one style, one frame around the picture, one colour and order per outlet."""

from dataclasses import dataclass
from functools import wraps
from io import BytesIO
from pathlib import Path
from textwrap import wrap

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

STYLE = Path(__file__).with_name("style.mplstyle")
WIDTH = 9.0  # inches; 900 pixels on screen, the width of a notebook cell
# Okabe and Ito's colours (2008), told apart by the colour-blind, in an order that also differs in grey.
HUES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#7f7f7f")
QUIET, INK = "#c9c9c9", "#1a1a1a"


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
        with plt.style.context(STYLE):
            buffer = BytesIO()
            metadata = {"Date": None} if kind == "svg" else {"Software": None}
            self.figure.savefig(buffer, format=kind, dpi=200, metadata=metadata)
        return buffer.getvalue()

    def _repr_mimebundle_(self, include=None, exclude=None):
        width = round(self.figure.get_figwidth() * 100)
        return ({"image/png": self.image(), "text/plain": f"Chart: {self.title}\n{self.subtitle}\n{self.alt}"},
                {"image/png": {"width": width, "alt": f"{self.title}. {self.alt}"}})


def chart(draw):
    """Decorate a function that draws axes and returns a Chart: apply the style, add the words, close the figure."""

    @wraps(draw)
    def finished(*args, **options):
        with plt.style.context(STYLE):
            picture = draw(*args, **options)
            _add_words(picture)
        plt.close(picture.figure)
        return picture

    return finished


def new_figure(height, **options):
    """Return (figure, axes) as plt.subplots does, `height` inches for the axes with room for the words above and below."""
    return plt.subplots(figsize=(WIDTH, height), **options)


def _add_words(picture):
    figure = picture.figure
    title, subtitle = wrap(picture.title, 82), wrap(picture.subtitle, 118)
    caption = wrap(picture.caption, 132)
    top, bottom = 0.12 + 0.25 * len(title) + 0.19 * len(subtitle) + 0.08, 0.1 + 0.165 * len(caption)
    height = figure.get_figheight() + top + bottom
    figure.set_figheight(height)
    figure.set_layout_engine("constrained", rect=(0, bottom / height, 1, 1 - (top + bottom) / height),
                             w_pad=0.06, h_pad=0.06)
    place = {"x": 0.012, "va": "top", "ha": "left", "linespacing": 1.3}
    figure.text(y=1 - 0.12 / height, s="\n".join(title), fontsize=12.5, fontweight="bold", **place)
    figure.text(y=1 - (0.14 + 0.25 * len(title)) / height, s="\n".join(subtitle), fontsize=9.5, color="#444444", **place)
    figure.text(y=(bottom - 0.04) / height, s="\n".join(caption), fontsize=8, color="#5c5c5c", **place)


def order_outlets(event):
    """Return the articles in the order and colours of every chart: article, outlet, family, role, color.

    Families stand together, in the order of their first article; each has a hue, and its
    articles are shades of it.  An outlet with several articles is told apart by the article's name.
    """
    table = event.families.merge(event.articles[["article", "outlet"]], on="article")
    table = table.sort_values(["family", "article"], kind="stable").reset_index(drop=True)
    twice = table["outlet"].duplicated(keep=False)
    table["outlet"] = table["outlet"].where(~twice, table["article"].astype(str))
    rank, size = table.groupby("family").cumcount(), table.groupby("family")["family"].transform("size")
    table["color"] = [shade(HUES[(family - 1) % len(HUES)], step / max(many, 2))
                      for family, step, many in zip(table["family"], rank, size, strict=True)]
    return table


def shade(color, step):
    """Return `color` mixed with white: step 0 leaves it, step 1 would be white at two thirds."""
    return to_hex([part + (1 - part) * step * 0.67 for part in to_rgb(color)])


def label_outlets(axes, outlets, positions=None, bracket=True):
    """Name the outlets at the left of `axes`, one a row from the top, with a bracket round each copied family."""
    positions = range(len(outlets)) if positions is None else positions
    axes.set_yticks(list(positions), outlets["outlet"])
    axes.set_ylim(len(outlets) - 0.45, -0.55)
    axes.tick_params(axis="y", pad=14 if bracket else 4)
    if not bracket:
        return
    place = pd.Series(list(positions), index=outlets.index)
    for _, rows in outlets.groupby("family"):
        if len(rows) > 1:
            low, high = place[rows.index].min() - 0.3, place[rows.index].max() + 0.3
            axes.plot([-0.008, -0.014, -0.014, -0.008], [low, low, high, high], color=INK, lw=1.1, clip_on=False,
                      transform=axes.get_yaxis_transform())
