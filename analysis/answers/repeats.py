"""What does a text print twice?  Table `repeats`: whole sentences, and quotes told again."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..english.wording import count
from ..english.words import folded_words
from ..remarks.pieces import DIRECT
from ..tables import rows_of, tabulate
from .drawing.canvas import Chart, chart, label_outlets, new_figure, order_outlets, say_nothing
from .remarks import REMARK
from .writing.base import Answer, Finding, find, head
from .writing.strengths import weigh

NOTHING = "No text prints a sentence or a quote twice"


def find_repeats(sentences: pd.DataFrame, utterances: pd.DataFrame, quotes: pd.DataFrame,
                 articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `repeats`: a row for each stretch of a body that says again what the article said before."""
    texts = dict(rows_of(articles, "article", "text"))
    columns = "zone", "article", "sentence", "start", "end", "words", "repeat_of"
    body = [row[1:] for row in rows_of(sentences, *columns) if row[0] == "body"]
    spans = {row[:2]: row[2:4] for row in body}
    rows = [(article, start, end, *spans[article, first], words) for article, _, start, end, words, first in body
            if (article, first) in spans]
    direct = {(article, quote) for article, quote, kind, zone in rows_of(quotes, "article", "quote", "kind", "zone")
              if kind in DIRECT and zone == "body"}
    told: dict[tuple, tuple] = {}
    spoken = sorted(rows_of(utterances, "utterance", "article", "quote", "start", "end"), key=lambda row: row[3])
    for utterance, article, quote, start, end in spoken:
        if (article, quote) not in direct:
            continue
        words = tuple(folded_words(texts[article][start:end]))
        first = told.setdefault((utterance, article, words), (start, end))
        if len(words) >= REMARK.value and first[1] <= start and not any(
                name == article and low <= start < high for name, low, high, *_ in rows):
            rows.append((article, start, end, *first, len(words)))
    rows.sort(key=lambda row: (row[0], row[1]))
    return tabulate("repeats", rows, articles)


def say_repeats(event: Any) -> list[Finding]:
    """Return the finding of the article that prints most words twice."""
    rows: dict[str, list[tuple]] = {}
    for article, *row in rows_of(event.repeats, "article", "words", "first_start", "first_end", "start", "end"):
        rows.setdefault(article, []).append(tuple(row))
    if not rows:
        return []
    total = {article: sum(row[0] for row in mine) for article, mine in rows.items()}
    article = min(total, key=lambda name: (-total[name], name))
    _, *places = max(rows[article], key=lambda row: row[0])
    return [find(f"{event.name(article)} prints {count(total[article], 'word')} twice in its text.", total[article],
                 "words", weigh("printed twice", total[article]),
                 "Whole sentences and quotes that come again word for word.",
                 [(article, *places[:2]), (article, *places[2:])])]


@chart
def draw_repeats(event: Any) -> Chart:
    """Return bars of the words that each text prints twice."""
    table, outlets = event.repeats.astype({"article": str}), order_outlets(event)
    total = table.groupby("article")["words"].sum().to_dict()
    title = head(say_repeats(event), NOTHING if not total else "Few words are printed twice in a text")
    if not total:
        return say_nothing(title)
    words = [int(total.get(article, 0)) for article in outlets["article"].tolist()]
    figure, axes = new_figure(0.3 * len(outlets))
    axes.barh(range(len(outlets)), words, color=outlets["color"], height=0.62)
    for place, number in enumerate(words):
        axes.annotate(f"{number:,}", (number, place), (4, 0), textcoords="offset points", va="center")
    label_outlets(axes, outlets)
    axes.set_xlim(0, max(words) * 1.15)
    told = [f"{outlet} {number:,}" for outlet, number in zip(outlets["outlet"], words, strict=True)]
    return Chart(figure, title, "Words of sentences and quotes that a text prints a second time.", "", "; ".join(told))


ANSWER = Answer("repeats", "What does a text print twice?", ("repeats",), "2_similarity", say_repeats, draw_repeats)
