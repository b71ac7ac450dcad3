"""In which words is one remark printed, and by which verb is it brought in?

Table `versions`.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ..english.spellings import may_be_one_name
from ..english.stems import name_sense, weigh_word
from ..english.wording import count
from ..english.words import find_words, fold
from ..naming.acts import saying_class
from ..remarks.alterations import KEPT, LONGEST
from ..remarks.wordings import RUN
from ..rules import Setting
from ..text.alignment import align, count_kept
from .drawing.canvas import INK, WIDTH, Chart, brief, chart, name_some, new_figure, order_outlets, say_nothing
from .drawing.lettering import draw_key, measure, plain
from .remarks import REMARK, say_of
from .writing.alterations import say_altered
from .writing.base import Answer, Finding, family_of, find, head, name_many, strongest
from .writing.strengths import weigh
from .writing.versions import find_alteration, name_speakers

MOST_WORDS, MOST_ROWS = 100, 10
LINE = WIDTH - 2.5  # inches of a line of words
NONE = "No quoted remark stands in two texts"
ELSEWHERE = Setting("wording_elsewhere", 2, "words that may differ elsewhere between the first and the last equal one",
                    chosen="more make it another translation, or what was said on another day")
TRIFLE = Setting("wording_trifle", 5.0, "weight of the changed words (6.5 less the Zipf frequency of each) from which "
                 "a change tells something", chosen="“inspire” and “encourage” have 4.6, “widow” and “gambler” 5.8")


def say_wording(event: Any) -> list[Finding]:
    """Return the remark brought in by verbs of different stance, then the one worded most differently by two texts."""
    versions, family, names = event._versions, family_of(event.families), event._names
    changed = say_altered(event, say_of, loose=True)[:1] or _say_changed(versions, family, names)
    return [*_say_verbs(versions, names), *changed]


def _say_verbs(versions: dict, names: dict) -> list[Finding]:
    """Return remarks that one outlet brings in as an admission and another as a claim: at most two."""
    found = []
    for rows in versions.values():
        by: dict[str, dict[str, list]] = {}
        for row in rows:
            stance = saying_class(row["cue"]) if isinstance(row["cue"], str) else None
            if stance:
                by.setdefault(stance, {}).setdefault(row["cue"], []).append(row)
        if not {"admitting", "claiming"} <= set(by):
            continue
        speakers = {row["speaker"] for row in rows if isinstance(row["speaker"], str)}
        if len(speakers) != 1:
            continue
        shown = [next(iter(by[stance].items())) for stance in ("admitting", "claiming", "neutral") if stance in by][:3]
        parts = [f"“{cue}” in {name_many([row['article'] for row in told], names)}" for cue, told in shown]
        found.append(find(
            f"A remark of {speakers.pop()} is brought in by {'; by '.join(parts)}.", len(shown), "verbs",
            weigh("admitted or claimed"), "The verbs stand right beside the quoted words.",
            [(told[0]["article"], told[0]["start"], told[0]["end"]) for _, told in shown]))
    return strongest(found)[:2]


def _say_changed(versions: dict, family: dict, names: dict) -> list[Finding]:
    """Return the remark of which two texts, neither a copy of the other, print one stretch in other words."""
    found = []
    for rows in versions.values():
        best = None
        for place, one in enumerate(rows):
            for other in rows[place + 1:]:
                size, same = min(len(one["keys"]), len(other["keys"])), count_kept(one["keys"], other["keys"])
                copies = family[one["article"]] == family[other["article"]]
                if copies or same < max(KEPT.value * size, REMARK.value / 2):
                    continue
                change = _heaviest(one, other)
                if change and not find_alteration(one, other) and (best is None or change[0] > best[0]):
                    best = *change, one, other
        if best is None:
            continue
        weight, here, there, one, other = best
        who = next((f" of {row['speaker']}" for row in (one, other) if isinstance(row["speaker"], str)), "")
        found.append((weight, find(
            f"A remark{who} has “{here}” in {names[one['article']]} and “{there}” in {names[other['article']]}.",
            len(here.split()), "words", weigh("words of a remark", weight),
            "Both stand inside quotation marks, the words around them are the same.",
            [(row["article"], row["start"], row["end"]) for row in (one, other)])))
    return [row for _, row in sorted(found, key=lambda pair: (-pair[0], pair[1]["claim"]))][:1]


def _heaviest(one: dict, other: dict) -> tuple[float, str, str] | None:
    """Return (weight, words here, words there) of the change that tells most, None for a trifle."""
    best, steps = None, align(one["keys"], other["keys"])
    for step in steps:
        elsewhere = sum(max(change.last - change.first, change.other_last - change.other_first)
                        for change in steps[1:-1] if change.op != "equal" and change is not step)
        if elsewhere > ELSEWHERE.value:
            continue
        gone, come = one["keys"][step.first:step.last], other["keys"][step.other_first:step.other_last]
        before = min(step.first, step.other_first)
        if step.op != "replace" or before < RUN or max(len(gone), len(come)) > LONGEST.value:
            continue
        stems = {name_sense(word) for word in gone} ^ {name_sense(word) for word in come}
        weight = sum(weigh_word(word) for word in (*gone, *come) if name_sense(word) in stems)
        if weight < TRIFLE.value or _is_spelling(gone, come) or (best is not None and weight <= best[0]):
            continue
        here, there = _print(one, step.first, step.last), _print(other, step.other_first, step.other_last)
        if "…" not in here + there:
            best = weight, here, there
    return best


def _is_spelling(gone: list, come: list) -> bool:
    """Tell whether each word is spelt like the one in its place: "Momma" and "Mama", "healthcare" and "health care"."""
    return may_be_one_name("".join(gone), "".join(come))


def _print(row: dict, first: int, last: int) -> str:
    spans = find_words(row["text"])
    return row["text"][spans[first][0]:spans[last - 1][1]]


class Printed(NamedTuple):
    """The words of a remark as one article prints them."""

    article: str
    words: tuple


@chart
def draw_rewording(event: Any, utterance: int | None = None) -> Chart:
    """Return one quoted remark word by word, a row an outlet, what differs from the longest version in bold.

    Without a number, the remark of the first finding, else the one with most wordings, texts and words.
    Raises KeyError for an unknown utterance.
    """
    outlets = order_outlets(event)
    versions, said = _list_versions(event, outlets), say_wording(event) if utterance is None else []
    if utterance is None:
        utterance = _find_told(event, said) if said else _pick_remark(versions)
    elif utterance not in versions:
        raise KeyError(f"no utterance {utterance} with quotation marks in the table utterances")
    if utterance is None:
        return say_nothing(NONE)
    rows = versions[utterance]
    base = max(rows, key=lambda row: len(row.words))
    rows = [base, *(row for row in rows if row is not base)][:MOST_ROWS]
    cells = [_align(base.words, row.words) for row in rows]
    lines = _break_lines(cells)
    names = outlets.set_index("article")["outlet"]
    figure, axes = new_figure(0.2 * (len(lines) * (len(rows) + 0.8) + 0.3))
    _draw_words(axes, cells, lines, [names[row.article] for row in rows])
    draw_key(axes, [("grey: as in the first row", {}), ("bold: other words", {}), ("– left out", {})])
    quoting = {row.article for row in versions[utterance]}
    missing = [names[name] for name in outlets["article"].tolist() if name not in quoting]
    said_by = name_speakers(event.coverage[event.coverage["quote"].notna()]).get(utterance)
    caption = f"Not between quotation marks in {name_some(missing, 6)}." if missing else "All texts quote it."
    if len(versions[utterance]) > len(rows):
        caption += f" Shown are {len(rows)} of {len(versions[utterance])} texts that do."
    if len(base.words) > MOST_WORDS:
        caption += f" Only the first {MOST_WORDS} of {len(base.words)} words are laid out."
    told = [f"{names[row.article]}: “{plain(' '.join(row.words))}”" for row in rows]
    speaker = brief(said_by) if said_by else "an unknown speaker"
    return Chart(figure, head(said, _rewording_title(rows, names, speaker)),
                 "One remark in every text that has it in quotation marks, beside its longest version "
                 f"({count(len(base.words), 'word')}).", caption, "; ".join(told))


def _list_versions(event, outlets):
    """Return {utterance: one Printed an article that quotes it, in the order of the pictures}."""
    rank = {article: place for place, article in enumerate(outlets["article"])}
    found = {}
    for utterance, rows in event._versions.items():
        found[utterance] = [Printed(row["article"], tuple(plain(row["text"][start:end])
                                                          for start, end in find_words(row["text"])))
                            for row in sorted(rows, key=lambda row: rank[row["article"]])]
    return found


def _find_told(event, said):
    """Return the utterance of which the first finding speaks."""
    article, start, end = said[0]["evidence"][0]
    table = event.versions
    return int(table.loc[(table["article"] == article) & (table["start"] == start) & (table["end"] == end),
                         "utterance"].iloc[0])


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
    widths = [max(measure(row[place][0] or "–", 9, "bold") for row in cells) + 0.1 for place in range(len(cells[0]))]
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
            axes.text(2.05, y, name, ha="right", va="center", fontsize=9)
            x = 2.2
            for (words, differs), width in zip(row[start:end], widths, strict=True):
                bold = differs and words and row is not cells[0]
                axes.text(x, y, words or "–", va="center", fontsize=9, fontweight="bold" if bold else "normal",
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
    if len(shortest.words) == len(rows[0].words):
        return f"One remark of {speaker} in {len(wordings)} wordings, each of {count(len(rows[0].words), 'word')}"
    return (f"One remark of {speaker} in {len(wordings)} wordings: {count(len(rows[0].words), 'word')} in "
            f"{names[rows[0].article]}, {len(shortest.words)} in {names[shortest.article]}")


ANSWER = Answer("wording", "In which words is a remark printed?", ("versions",), "3_quotes", say_wording,
                draw_rewording)
