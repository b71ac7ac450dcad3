"""A chart of one remark, word by word, as every outlet prints it: notebook 3."""

from typing import NamedTuple

from ..english.wording import count
from ..english.words import find_words, fold
from ..text.alignment import align
from .base import Answer
from .drawing.canvas import INK, WIDTH, Chart, brief, chart, name_some, new_figure, order_outlets, say_nothing
from .drawing.lettering import draw_key, measure, plain
from .old import say_old

MOST_WORDS, MOST_ROWS = 100, 10
LINE = WIDTH - 2.5  # inches of a line of words
NONE = "No quoted remark stands in two texts"


class Version(NamedTuple):
    """The words of a remark as one article prints them."""

    article: str
    words: tuple


@chart
def draw_rewording(event, utterance=None):
    """Return one quoted remark word by word, a row an outlet, what differs from the longest version in bold.

    Without a number, the remark that most differs: most wordings, then most texts, then most words.
    Raises KeyError for an unknown utterance.
    """
    outlets = order_outlets(event)
    versions = _list_versions(event, outlets)
    if utterance is None:
        utterance = _pick_remark(versions)
    elif utterance not in versions:
        raise KeyError(f"no utterance {utterance} with quotation marks in the table utterances")
    if utterance is None:
        return Chart(say_nothing(NONE), NONE, "", "", "Empty")
    rows = versions[utterance]
    base = max(rows, key=lambda row: len(row.words))
    rows = [base, *(row for row in rows if row is not base)][:MOST_ROWS]
    cells = [_align(base.words, row.words) for row in rows]
    lines = _break_lines(cells)
    names = outlets.set_index("article")["outlet"]
    figure, axes = new_figure(0.2 * (len(lines) * (len(rows) + 0.8) + 0.3))
    _draw_words(axes, cells, lines, [names[row.article] for row in rows])
    draw_key(axes, [("grey: as in the first row", {}), ("bold: other words", {}), ("– left out", {})])
    missing = [names[name] for name in outlets["article"] if name not in {row.article for row in versions[utterance]}]
    who = event.coverage.loc[event.coverage["utterance"] == utterance, "speaker"].dropna()
    caption = f"Not between quotation marks in {name_some(missing, 6)}." if missing else "All texts quote it."
    if len(versions[utterance]) > len(rows):
        caption += f" Shown are {len(rows)} of {len(versions[utterance])} texts that do."
    if len(base.words) > MOST_WORDS:
        caption += f" Only the first {MOST_WORDS} of {len(base.words)} words are laid out."
    told = [f"{names[row.article]}: “{plain(' '.join(row.words))}”" for row in rows]
    speaker = brief(who.iloc[0]) if len(who) else "an unknown speaker"
    return Chart(figure, _rewording_title(rows, names, speaker),
                 "One remark in every text that has it in quotation marks, beside its longest version "
                 f"({count(len(base.words), 'word')}).", caption, "; ".join(told))


def _list_versions(event, outlets):
    """Return {utterance: one Version an article that quotes it directly, in the order of the charts}."""
    texts = dict(zip(event.articles["article"], event.articles["text"], strict=True))
    kinds = event.quotes.set_index(["article", "quote"])["kind"]
    rank = {article: place for place, article in enumerate(outlets["article"])}
    found = {}
    for row in event.utterances.itertuples():
        if kinds.get((row.article, row.quote)) != "indirect":
            text = texts[row.article][row.start:row.end]
            words = tuple(plain(text[start:end]) for start, end in find_words(text))
            found.setdefault(row.utterance, []).append(Version(row.article, words))
    versions = {}
    for utterance, rows in found.items():
        longest = {}
        for row in sorted(rows, key=lambda row: (rank[row.article], -len(row.words))):
            longest.setdefault(row.article, row)
        versions[utterance] = list(longest.values())
    return versions


def _pick_remark(versions):
    several = {number: rows for number, rows in versions.items() if len(rows) > 1}
    return max(several, default=None, key=lambda number: (
        len({_fold(row.words) for row in several[number]}), len(several[number]),
        max(len(row.words) for row in several[number]), -number))


def _fold(words):
    return tuple(fold(word) for word in words)


def _align(base, words):
    """Return for each word of `base` (words that stand in its place, whether they differ)."""
    base, words = base[:MOST_WORDS], words[:3 * MOST_WORDS]
    cells = [["", True] for _ in base]
    for step in align(_fold(base), _fold(words)):
        put = list(words[step.other_first:step.other_last])
        if step.op == "insert":
            cell = cells[max(step.first - 1, 0)]
            cell[0], cell[1] = " ".join([cell[0], *put] if step.first else [*put, cell[0]]).strip(), True
        for place in range(step.first, step.last):
            taken, put = (put, []) if place == step.last - 1 else (put[:1], put[1:])
            cells[place] = [" ".join(taken), step.op != "equal"]
    return cells


def _break_lines(cells):
    """Return (first word, one past the last) of each line, so that every row's words have room in their column."""
    widths = [max(measure(row[place][0] or "–", 8.5, "bold") for row in cells) + 0.1 for place in range(len(cells[0]))]
    lines, start, used = [], 0, 0.0
    for place, width in enumerate(widths):
        if used + width > LINE and place > start:
            lines.append((start, place, widths[start:place]))
            start, used = place, 0.0
        used += width
    return [*lines, (start, len(widths), widths[start:])]


def _draw_words(axes, cells, lines, names):
    y = 0.0
    for start, end, widths in lines:
        for row, name in zip(cells, names, strict=True):
            axes.text(2.05, y, name, ha="right", va="center", fontsize=9.5)
            x = 2.2
            for (words, differs), width in zip(row[start:end], widths, strict=True):
                bold = differs and words and row is not cells[0]
                axes.text(x, y, words or "–", va="center", fontsize=9.5, fontweight="bold" if bold else "normal",
                          color=INK if bold or row is cells[0] else "#757575")
                x += width
            y += 1
        axes.axhline(y - 0.1, color="#dddddd", lw=0.7)
        y += 0.8
    axes.set(xlim=(0, WIDTH - 0.2), ylim=(y - 0.5, -0.8))
    axes.axis("off")


def _rewording_title(rows, names, speaker):
    wordings = {_fold(row.words) for row in rows}
    if len(wordings) == 1:
        return f"All {len(rows)} texts that quote {speaker} here print the same words" if len(rows) > 1 else (
            f"{names[rows[0].article]} alone quotes {speaker} here")
    shortest = min(rows, key=lambda row: len(row.words))
    return (f"One remark of {speaker} in {len(wordings)} wordings: {count(len(rows[0].words), 'word')} in "
            f"{names[rows[0].article]}, {len(shortest.words)} in {names[shortest.article]}")


ANSWER = Answer("wording", "In which words is a remark printed?", ("coverage", "utterances"), "3_quotes", say_old("wording"), draw_rewording)
