"""Where do accounts contradict?  Table `disagreements`: each value with its outlets, the gravest difference first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from ..english.wording import count
from ..rules import Rule, RuleList, Setting
from .base import Answer, Finding, family_of, find, head, name_many
from .drawing.canvas import Chart, chart, new_figure, order_outlets, say_nothing
from .drawing.lettering import plain, shorten, wrap_text

NOTHING = "No two accounts were found to give different values for one thing"
MOST = Setting("differences_most", 5, "contradictions that stand among the findings; the picture has them all",
               chosen="after the fifth a reader looks at the picture")
MOST_VALUES, MOST_ROWS = 3, 14
SUBJECT = {"number": "a number", "date": "a day", "time": "a time", "name": "a name", "role": "an office",
           "tense": "what has happened and what has not", "negation": "whether it is so", "speaker": "who said it"}
_WORD = r"(?<![\p{L}])(?:%s)(?![\p{L}])"


def _about(*words: str) -> Any:
    pattern = regex.compile(_WORD % "|".join(words), regex.IGNORECASE)
    return lambda about, kind: pattern.search(about)


GRAVITY = RuleList("how grave is a difference?", (
    Rule("deaths", _about("dead", "die[ds]?", "deaths?", "kill\\w*", "drown\\w*", "victims?", "bodies", "lives", "toll",
                          "perish\\w*", "fatal\\w*"),
         "How many died is what everybody asks first.", ("nine drowned",), ("nine boats",)),
    Rule("harm", _about("injur\\w*", "wound\\w*", "hurt", "missing", "hostages?", "arrest\\w*", "detain\\w*", "evacuat\\w*"),
         "Then who was hurt, is missing or was taken.", ("14 people were injured",), ("14 sailors",)),
    Rule("votes and sums", _about("votes?", "voted", "million", "billion", "[$£€].*", "fine\\w*", "per ?cent", "strikers?",
                                  "protest\\w*", "crowd"),
         "Votes, sums and crowds are what accounts are checked for.", ("a fine of £3 million",), ("3 years",)),
    Rule("denial", lambda about, kind: kind in ("negation", "speaker"),
         "Whether a thing is so, and who said it, cannot both be right."),
    Rule("number", lambda about, kind: kind in ("number", "role", "name"),
         "Other numbers, names and offices."),
    Rule("day", lambda about, kind: True, "A day or a tense is wrong more easily, and matters less."),
), lambda text: GRAVITY.decide(text, "date")[0])
WEIGHT = {"deaths": 0.95, "harm": 0.88, "votes and sums": 0.82, "denial": 0.8, "number": 0.7, "day": 0.5}


def list_differences(event: Any) -> list[dict]:
    """Return each thing on which texts that are no copies of one another differ, the gravest first.

    Each with item, kind, about (in words), label, values: a list of (value as printed, articles that print it, spans).
    """
    family, found = family_of(event.families), []
    table = event.disagreements.astype({"article": str, "kind": str})
    labels = dict(zip(event.items["item"], event.items["label"], strict=True))
    items = event.items[event.items["state"] == "reported"]
    spread = items.groupby("item")["article"].nunique().to_dict()
    about_in = "about" in table
    sentences = _Sentences(event)
    for (item, kind, about), rows in table.assign(
            about=table["about"].fillna("").astype(str) if about_in else "").groupby(["item", "kind", "about"], sort=False):
        values: dict[str, dict] = {}
        for value, article, start, end in zip(rows["value"], rows["article"], rows["start"], rows["end"], strict=True):
            key = " ".join(str(value).casefold().split())
            entry = values.setdefault(key, {"value": str(value), "articles": [], "spans": []})
            if article not in entry["articles"]:
                entry["articles"].append(article)
                entry["spans"].append((article, start, end))
        if len(values) < 2 or len({family[name] for entry in values.values() for name in entry["articles"]}) < 2:
            continue
        context = " ".join([about, str(labels.get(item, "")), *sentences.read(values.values())])
        grave = GRAVITY.decide(context if kind in ("number", "time") else about, kind)[0]
        found.append({"item": item, "kind": kind, "about": about, "label": str(labels.get(item, "")), "grave": grave,
                      "values": list(values.values()), "spread": spread.get(item, 0)})
    return sorted(found, key=lambda row: (-WEIGHT[row["grave"]], -row["spread"], row["item"], row["kind"], row["about"]))


class _Sentences:
    """The sentences of values, for the words that tell how grave a difference is."""

    def __init__(self, event: Any) -> None:
        self.rows: dict[str, list] = {}
        for article, start, end, text in zip(event.sentences["article"].astype(str), event.sentences["start"],
                                             event.sentences["end"], event.sentences["text"], strict=True):
            self.rows.setdefault(article, []).append((start, end, text))

    def read(self, values: Iterable[dict]) -> list[str]:
        spans = [span for value in values for span in value["spans"]]
        return [text[max(start - first - 60, 0):end - first + 60] for article, start, end in spans
                for first, last, text in self.rows.get(article, ()) if first <= start < last]


def say_differences(event: Any) -> list[Finding]:
    """Return the contradictions: each value with its outlets; those that a sentence can hold."""
    names = {article: event.name(article) for article in event.articles["article"].astype(str)}
    total, found = max(len(names), 1), []
    for row in list_differences(event):
        values = sorted(row["values"], key=lambda value: -len(value["articles"]))[:MOST_VALUES]
        parts = [f"“{plain_value(value['value'])}” in {name_many(value['articles'], names)}" for value in values]
        found.append(find(
            f"Accounts differ on {_say_about(row)}: {'; '.join(parts)}.", len(row["values"]), "values",
            WEIGHT[row["grave"]] - 0.05 + 0.05 * row["spread"] / total,
            "The values are of the same thing, are not equal in another notation, and none contains another.",
            [value["spans"][0] for value in values]))
    return sorted(found, key=lambda row: (-row["strength"], row["claim"]))[:int(MOST.value)]


def plain_value(value: str) -> str:
    """Return a value on one line, as it is shown."""
    return " ".join(value.split())


def _say_about(row: dict) -> str:
    """Return in a few words what a difference is about."""
    if row["kind"] in ("role", "name") and row["about"]:
        return f"the {'office' if row['kind'] == 'role' else 'name'} of {row['about']}" if row["kind"] == "role" else "a name"
    about = row["about"] if len(row["about"]) > 2 else ""
    subject = SUBJECT.get(row["kind"], "a value")
    return f"{subject} ({about})" if about else subject


@chart
def draw_differences(event: Any) -> Chart:
    """Return every contradiction as a row: what it is about, and each value with the outlets that print it."""
    found = list_differences(event)
    title = head(say_differences(event), NOTHING)
    if not found:
        return Chart(say_nothing(NOTHING), title, "", "", "Empty")
    outlets = order_outlets(event)
    colors, names = (dict(zip(outlets["article"], outlets[column], strict=True)) for column in ("color", "outlet"))
    rows = found[:MOST_ROWS]
    lines, told = [], []
    for row in rows:
        lines.append((row, None))
        lines += [(row, value) for value in row["values"][:6]]
        told.append(f"{_say_about(row)}: " + "; ".join(
            f"{plain(plain_value(value['value']))} in {', '.join(names[name] for name in value['articles'])}"
            for value in row["values"]))
    figure, axes = new_figure(0.24 * len(lines))
    for place, (row, value) in enumerate(lines):
        if value is None:
            axes.axhline(place - 0.5, color="#dddddd", lw=0.7)
            axes.text(0, place, shorten(f"{_say_about(row)}: {row['label']}", 8.4, 9, "bold"), va="center",
                      fontweight="bold")
            continue
        axes.text(2.9, place, shorten(plain_value(value["value"]), 2.6), ha="right", va="center")
        x = 3.1
        for article in value["articles"][:8]:
            axes.plot(x, place, "s", color=colors[article], ms=7)
            words = wrap_text(names[article], 1.3, 9, lines=1)[0]
            axes.text(x + 0.12, place, words, va="center")
            x += 1.5
            if x > 8 and article is not value["articles"][-1]:
                axes.text(x, place, f"+{len(value['articles']) - 4}", va="center")
                break
    axes.set(xlim=(0, 8.8), ylim=(len(lines) - 0.4, -0.7))
    axes.axis("off")
    left = f" {len(found) - len(rows)} more are left out." if len(found) > len(rows) else ""
    return Chart(figure, title, f"Values that outlets give for one thing, as they print them. {count(len(found), 'difference')}.",
                 f"Copies of one text are not set against each other.{left}", ". ".join(told))


ANSWER = Answer("differences", "Where do accounts contradict?", ("disagreements",), "4_framing", say_differences,
                draw_differences)
