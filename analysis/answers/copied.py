"""A chart of copied sentences: which words of a text stand in others, and in which: notebook 2."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from ..english.wording import percent
from ..text.spans import body_words
from .base import Answer
from .drawing.canvas import (
    INK,
    Chart,
    chart,
    count_texts,
    first_rows,
    label_outlets,
    name_some,
    new_figure,
    note_bracket,
    order_outlets,
    shade,
)
from .drawing.lettering import draw_key
from .old import say_old

COPIES = ("verbatim", "edited")  # what counts as a matching sentence
MOST_STRIPS, MOST_OTHERS = 12, 3
ALONE = "One text alone: nothing to compare it with"


class Painted(NamedTuple):
    """A body, word by word: verbatim, edited or own; whether it is quoted; {other: whether it stands there too}."""

    words: np.ndarray
    quoted: np.ndarray
    others: dict

    def share(self, *relations):
        """Return the share of words with one of the `relations`, missing in an empty body."""
        return float(np.isin(self.words, relations).mean()) if len(self.words) else np.nan


def copy_look(color, relation):
    """Return how words look that stand in another text verbatim, edited, or in none (own)."""
    return {"verbatim": {"fc": color, "ec": color}, "edited": {"fc": shade(color, 1.0), "ec": color, "hatch": "/////"},
            "own": {"fc": "white", "ec": "#8a8a8a"}}[relation]


@chart
def draw_strips(event):
    """Return a strip of each body: words that stand in other texts, quoted words, and below it in which others."""
    outlets, cut = first_rows(order_outlets(event), "articles", MOST_STRIPS)
    painted = paint_copies(event)
    places, lines = _stack(outlets["article"], painted)
    deep = max([places[-1], *(line[0] for line in lines)]) + 0.7
    figure, axes = new_figure(0.19 * (deep + 1.1))
    for outlet, row in zip(outlets.itertuples(), places, strict=True):
        _draw_strip(axes, row, painted[outlet.article], outlet.color)
    colors, names = (outlets.set_index("article")[column] for column in ("color", "outlet"))
    for row, article, other, share in lines:
        axes.broken_barh(_runs(painted[article].others[other]), (row - 0.22, 0.44), fc=colors[other], lw=0)
        axes.annotate(f"in {names[other]} {percent(share)}", (len(painted[article].words), row), (5, 0), va="center",
                      textcoords="offset points", fontsize=9.5, color="#444444")
    label_outlets(axes, outlets, places)
    axes.set(ylim=(deep, -1.1), xlim=(0, max([1, *(len(body.words) for body in painted.values())]) * 1.36))
    axes.set_xlabel("words of the body")
    axes.grid(False)
    draw_key(axes, [("in another text too, word for word", copy_look("#5f5f5f", "verbatim")),
                    ("with words changed", copy_look("#5f5f5f", "edited")),
                    ("in this text only", copy_look("#5f5f5f", "own")), ("inside quotation marks", {"fc": INK})])
    told = [f"{names[article]}: {percent(painted[article].share(*COPIES))} of the words stand in another text too, "
            f"{percent(painted[article].share('verbatim'))} word for word" for article in outlets["article"]]
    shares = pd.Series({names[article]: painted[article].share(*COPIES) for article in outlets["article"]}, dtype=float)
    return Chart(figure, _strips_title(shares),
                 "Each body from its first word to its last: words of sentences that another text has too. Thin lines: "
                 f"in which others. {count_texts(outlets)}.",
                 f"{note_bracket(outlets)} At most {MOST_OTHERS} others are drawn for a text, those that share most. "
                 "Sentences that say the same in other words are not marked. Headlines, headings and captions are left "
                 f"out.{cut}", "; ".join(told))


def paint_copies(event):
    """Return {article: Painted}."""
    bodies = body_words(event.articles, event.paragraphs)
    painted = {article: Painted(np.full(len(starts), "own", dtype=object), np.zeros(len(starts), bool), {})
               for article, (starts, _) in bodies.items()}
    for relation in reversed(COPIES):  # word for word wins
        for link in event.links[event.links["relation"] == relation].itertuples():
            body = painted[link.article]
            low, high = np.searchsorted(bodies[link.article][0], (link.start, link.end))
            body.words[low:high] = relation
            body.others.setdefault(link.other, np.zeros(len(body.words), bool))[low:high] = True
    for stretch in event.voices[event.voices["voice"] == "quoted"].itertuples():
        low, high = np.searchsorted(bodies[stretch.article][0], (stretch.start, stretch.end))
        painted[stretch.article].quoted[low:high] = True
    return painted


def _draw_strip(axes, row, body, color):
    for relation in ("own", "edited", "verbatim"):
        look = copy_look(color, relation)
        axes.broken_barh(_runs(body.words == relation), (row - 0.7, 1.4), lw=0.6, facecolor=look["fc"],
                         edgecolor=look["ec"], hatch=look.get("hatch"))
    axes.broken_barh(_runs(body.quoted), (row + 0.3, 0.4), fc=INK, lw=0)
    told = f"{percent(body.share('verbatim', 'edited'))} elsewhere too, {percent(body.share('verbatim'))} word for word"
    axes.annotate(told, (len(body.words), row), (5, 0), textcoords="offset points", va="center", fontsize=9.5)


def _stack(articles, painted):
    """Return (the row of each strip, (row, article, other, share) of each line below one)."""
    places, lines, row, shown = [], [], 0, set(articles)
    for article in articles:
        places.append(row)
        shared = [(other, flags.mean()) for other, flags in painted[article].others.items()
                  if other in shown and flags.any()]
        shared = sorted(shared, key=lambda pair: (-pair[1], pair[0]))[:MOST_OTHERS]
        lines += [(row + 1.15 + 0.72 * step, article, *pair) for step, pair in enumerate(shared)]
        row += 2.2 + 0.72 * len(shared)
    return places, lines


def _runs(flags):
    """Return (start, length) of every unbroken run of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], np.asarray(flags, dtype=int), [0]])))
    return list(zip(edges[::2], edges[1::2] - edges[::2], strict=True))


def _strips_title(shares):
    if len(shares) == 1:
        return ALONE
    shares = shares.dropna()
    if not shares.any():
        return "No text shares a sentence with another"
    most, least = shares.index[shares >= shares.max() - 0.005], shares.index[shares <= shares.min() + 0.005]
    if len(most) == len(shares):
        return f"Every text shares about the same part of its words with others: {percent(shares.max())}"
    return (f"{percent(shares.max())} of {name_some(most)} stands in sentences that another text has too, "
            f"{percent(shares.min())} of {name_some(least)}")


ANSWER = Answer("copied", "Who prints the words of whom?", ("copied",), "2_similarity", say_old("copied"), draw_strips)
