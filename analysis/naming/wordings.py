"""The table of labels: every wording with its place, voice and zone."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import itemgetter

import pandas as pd

from ..tables import rows_of, tabulate
from .labels import Label


def find_labels(labels: list[Label], things: list[tuple[str, int, int, str]], sentences: pd.DataFrame,
                voices: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `labels` from the Labels of actors and the wordings of things (article, start, end, thing)."""
    texts = dict(rows_of(articles, "article", "text"))
    order = {name: number for number, name in enumerate(texts)}
    told = [(order[label.article], label.start, label.end, label.thing, label.part, label.article) for label in labels]
    told += [(order[article], start, end, thing, "head", article) for article, start, end, thing in things]
    zones = Stretches(rows_of(sentences, "article", "start", "end", "zone"))
    heard = Stretches(rows_of(voices, "article", "start", "end", "voice", "speaker"))
    marked = Stretches(row for row in rows_of(quotes, "article", "start", "end", "kind") if row[3] == "scare")
    rows, seen = [], set()
    for number, start, end, thing, part, article in sorted(told):
        if (number, start, end, thing) not in seen:
            seen.add((number, start, end, thing))
            voice, speaker = heard.at(article, start) or ("own", None)
            (zone,) = zones.at(article, start) or (None,)
            rows.append((article, start, end, texts[article][start:end], thing, part, zone, voice, speaker,
                         marked.any(article, start, end)))
    return tabulate("labels", rows, articles)


class Stretches:
    """Stretches of text that do not overlap, (article, start, end, ...), with what is known of each."""

    def __init__(self, rows):
        self.starts, self.rows = defaultdict(list), defaultdict(list)
        for article, *row in sorted(rows, key=itemgetter(0, 1, 2)):
            self.starts[article].append(row[0])
            self.rows[article].append(row)

    def at(self, article: str, place: int) -> list | None:
        """Return what is known of the stretch that holds a place, as a list; None where none does."""
        number = bisect_right(self.starts[article], place) - 1
        row = self.rows[article][number] if number >= 0 else None
        return row[2:] if row and place < row[1] else None

    def any(self, article: str, start: int, end: int) -> bool:
        """Tell whether a stretch shares a character with start to end."""
        number = bisect_left(self.starts[article], end) - 1
        return number >= 0 and start < self.rows[article][number][1]
