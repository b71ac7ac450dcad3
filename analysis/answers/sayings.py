"""Who said, who admitted, who claimed?  The verbs by which outlets introduce the words of one speaker.

Table `sayings`: a verb or noun of saying, its speaker and its class.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from ..english.wording import count
from ..naming.acts import saying_class
from .base import Answer, Finding
from .drawing.canvas import Chart, chart, count_texts, first_rows, note_bracket, order_outlets, say_nothing
from .drawing.lettering import draw_key, plain
from .drawing.matrix import new_matrix

NOTHING = "Every outlet introduces its speakers with plain verbs of saying"
MOST_SHOWN = 24
CLASSES = ("neutral", "admitting", "claiming", "attacking")


def say_sayings(event: Any) -> list[Finding]:
    """Return nothing: what one remark is brought in by is told by the room `wording`, which compares one remark."""
    return []


@chart
def draw_sayings(event: Any) -> Chart:
    """Return the verbs of saying that are not neutral: rows speakers and verbs, columns outlets, how often."""
    outlets, cut = first_rows(order_outlets(event), "articles", 21)
    subtitle = f"Verbs of saying that judge, by speaker, and how often an outlet uses each. {count_texts(outlets)}."
    table = event.sayings.astype({"article": str, "class": str})
    table = table[table["class"].isin(CLASSES[1:]) & table["speaker"].notna()]
    counts: dict[str, dict] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for speaker, cue, article in zip(table["speaker"], table["cue"], table["article"], strict=True):
        counts[speaker][cue.lower()][article] += 1
    title = f"Verbs that judge introduce {count(len(counts), 'speaker')}" if counts else NOTHING
    if not counts:
        return Chart(say_nothing(title), title, subtitle, "", "Empty")
    rows, marks, told = [], [], []
    columns = {article: column for column, article in enumerate(outlets["article"].astype(str))}
    order = sorted(counts, key=lambda speaker: (-sum(sum(by.values()) for by in counts[speaker].values()), speaker))
    for speaker in order:
        if len(rows) > MOST_SHOWN:
            break
        rows.append((plain(speaker), True))
        for cue, by in sorted(counts[speaker].items()):
            rows.append((f"   {plain(cue)} ({saying_class(cue)})", False))
            marks += [(columns[article], len(rows) - 1, times) for article, times in by.items() if article in columns]
            told.append(f"{plain(speaker)}, {plain(cue)}: {', '.join(event.name(article) for article in by)}")
    figure, axes, lift, numbers = new_matrix(outlets, rows)
    for column, place, times in marks:
        axes.text(column, place, str(times), ha="center", va="center", fontweight="bold")
    draw_key(axes, [("number of times", {})], lift + 6)
    return Chart(figure, title, subtitle, f"{note_bracket(outlets)}{cut}{numbers}", "; ".join(told))


ANSWER = Answer("sayings", "Who said, who admitted, who claimed?", ("sayings",), "4_framing", say_sayings, draw_sayings)
