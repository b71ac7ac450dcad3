"""By which words is one thing called?  Table `contrasts`: things that outlets word differently in their own voice."""

from __future__ import annotations

from typing import Any

from ..english.wording import count
from ..english.words import folded_words
from ..rules import Setting
from .base import Answer, Finding, find, head
from .drawing.canvas import Chart, chart, count_texts, order_outlets, say_nothing
from .drawing.lettering import plain
from .drawing.listing import draw_listing

NOTHING = "No thing was found that two outlets call by different words"
STRONG = Setting("label_strength", 0.4, "strength of a contrast from which it is told",
                 chosen="below it the words are two halves of one name, or name two things")
SHORT = Setting("label_words", 4, "longest wording in words that is set beside another",
                chosen="a longer one describes, it does not name")
MOST_WORDINGS, MOST_ROWS = 3, 12


def list_contrasts(event: Any) -> list[dict]:
    """Return things in the singular that outlets name differently in their own words: thing, strength, labels.

    labels: a list of {label, articles, spans}, the wordings that are no part of one another.  "Schools" and "private
    schools" are two things, "the retention payment" and "the loyalty bonus" may be one; so a plural is left out.
    """
    table, rows = event.contrasts, {}
    for thing, article, label, own, strength, kind, start, end in zip(
            table["thing"], table["article"].astype(str), table["label"], table["own"], table["strength"],
            table["kind"].astype(str), table["start"], table["end"], strict=True):
        words = folded_words(str(label).split(" | ")[0])
        if kind != "thing" or not own or strength < STRONG.value or not 1 < len(words) <= SHORT.value:
            continue
        if not words[-1].endswith("s") and not any("'" in word for word in words):
            rows.setdefault(thing, (strength, {}))[1].setdefault(" ".join(words), []).append(
                (str(label).split(" | ")[0], article, start, end))
    found = []
    for thing, (strength, labels) in rows.items():
        kept = [words for words in labels if not any(set(words.split()) < set(other.split()) for other in labels)]
        if len(kept) > 1:
            found.append({"thing": thing, "strength": float(strength), "labels": [
                {"label": labels[words][0][0], "articles": [row[1] for row in labels[words]],
                 "spans": [row[1:] for row in labels[words]]} for words in kept]})
    return sorted(found, key=lambda row: (-len(row["labels"]), -row["strength"], row["thing"]))


def say_labels(event: Any) -> list[Finding]:
    """Return the thing that goes by most names, where three outlets or more name it each in its own way.

    Of two wordings a machine can't tell well whether they name one thing: a private account and a state account.
    """
    found = []
    for row in [row for row in list_contrasts(event) if len(row["labels"]) >= MOST_WORDINGS][:1]:
        shown = row["labels"][:MOST_WORDINGS]
        parts = [f"“{label['label']}” in {event.name(label['articles'][0])}" for label in shown]
        found.append(find(f"One thing in several words: {', '.join(parts)}.", len(row["labels"]), "wordings",
                          0.35 + 0.05 * len(shown), "The wordings stand in the outlets' own voice, in the same place of the "
                          "story.", [label["spans"][0] for label in shown]))
    return found


@chart
def draw_labels(event: Any) -> Chart:
    """Return every thing that outlets call by different words, each wording with its outlets."""
    found, outlets = list_contrasts(event), order_outlets(event)
    title = head(say_labels(event), NOTHING)
    if not found:
        return Chart(say_nothing(NOTHING), title, "", "", "Empty")
    rows = [(row["thing"], [(label["label"], label["articles"]) for label in row["labels"]]) for row in found[:MOST_ROWS]]
    told = [f"{plain(row['thing'])}: " + "; ".join(f"{plain(label['label'])} in {event.name(label['articles'][0])}"
                                                   for label in row["labels"]) for row in found[:MOST_ROWS]]
    return Chart(draw_listing(rows, outlets), title,
                 f"Wordings for one thing in the outlets' own voice. {count(len(found), 'thing')}. {count_texts(outlets)}.",
                 "That two wordings name one thing was found by machine.", ". ".join(told))


ANSWER = Answer("labels", "By which words is one thing called?", ("contrasts",), "4_framing", say_labels, draw_labels)
