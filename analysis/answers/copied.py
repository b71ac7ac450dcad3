"""Who prints the words of whom?

Table `copied`: of each article, the words of sentences that another one has too.  One measure: strips, rows and
sentence read it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from ..copies.sources import name_story
from ..english.wording import join_names, percent
from ..tables import COPIED_RELATIONS, column_of, conform, pick_articles, rows_of, rows_where
from .drawing.canvas import (
    ALONE,
    INK,
    Chart,
    chart,
    choose_outlets,
    copy_look,
    count_texts,
    label_outlets,
    new_figure,
    note_bracket,
)
from .drawing.lettering import draw_key
from .writing.base import MOST_NAMES, Answer, Finding, find, fit, head, name_many, strongest
from .writing.rewritten import say_rewritten
from .writing.strengths import weigh

MOST_STRIPS, MOST_OTHERS = 21, 3


def measure_copied(sentences: pd.DataFrame, links: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `copied`: a row for each article and other, and one (other missing) for all at once."""
    spots = {name: spot for spot, (name,) in enumerate(rows_of(articles, "article"))}
    size = Counter({(article, number): words for zone, article, number, words in rows_of(
        sentences, "zone", "article", "sentence", "words") if zone == "body"})
    found: dict[tuple, set[int]] = {}
    for article, number, other, relation in rows_of(links, "article", "sentence", "other", "relation"):
        for whose in (other, None) if relation in COPIED_RELATIONS else ():
            found.setdefault((article, whose, "shared"), set()).add(number)
            if relation == "verbatim":
                found.setdefault((article, whose, "verbatim"), set()).add(number)
    article, row = np.divmod(np.arange(len(spots) ** 2), max(len(spots), 1))  # the first row is of all others at once
    other = row - (row <= article)
    total = column_of(articles, "words")[article]
    counts = {how: np.zeros(len(article), np.int64) for how in ("shared", "verbatim")}
    for (name, whose, how), numbers in found.items():
        mine, theirs = spots[name], -1 if whose is None else spots[whose]
        counts[how][mine * len(spots) + theirs + (theirs < mine)] = sum(size[name, number] for number in numbers)
    return conform("copied", {"article": pick_articles(articles, article), "other": pick_articles(articles, other),
                              "words": total, **counts, "share": counts["shared"] / np.maximum(total, 1)}, articles)


def say_copied(event: Any) -> list[Finding]:
    """Return, for each story that several print, who prints it and how much of the shortest is in its closest copy."""
    names, families = event._names, {}
    for family, role, article in rows_of(event.families, "family", "role", "article"):
        families.setdefault(family, []).extend([article] if role != "reworded" else [])
    words = dict(rows_of(event.articles, "article", "words"))
    shared, columns = column_of(event.copied, "shared") > 0, ("article", "other", "share", "verbatim")
    copied = defaultdict(lambda: (0.0, 0))
    copied |= {row[:2]: row[2:] for row in rows_where(event.copied, shared, *columns)}
    found = _say_retold(event, names)
    for _, members in sorted(families.items()):
        if len(members) < 2:
            continue
        longest = max(members, key=words.__getitem__)
        short = min((name for name in members if name != longest), key=words.__getitem__)
        long = max((name for name in members if name != short), key=lambda name: (copied[short, name][1], words[name]))
        story = name_story(members, event.articles)
        share, exact = copied[short, long]
        loose = _is_loose(event, short, long)
        mine = f"the words of {names[short]}", f"{names[short]}’s words"
        found.append(find(
            fit(f"{name_many(members, names, most=most)} print versions of {story}: " + _say_share(
                share, exact / max(words[short], 1), whose,
                _say_where(loose, names[long] if len(members) > min(2, most) else ""))
                for most, whose in product((MOST_NAMES.value, 1), mine)),
            share, "share of words", weigh("one story", share=len(members) / len(names)),
            "Sentences were compared word by word; headlines and captions are left out.",
            _show_longest(event, short, long)))
    return strongest([*found, *say_rewritten(event)])


def _is_loose(event: Any, article: str, other: str) -> bool:
    """Tell whether a sentence that counts as the same in both has a word changed in one."""
    changed = {number for here, there, number in rows_of(event.edits, "article", "other", "sentence")
               if (here, there) == (article, other)}
    same = (number for here, there, relation, number in rows_of(event.links, "article", "other", "relation", "sentence")
            if (here, there, relation) == (article, other, "verbatim"))
    return not changed.isdisjoint(same)


def _say_where(loose: bool, whose: str) -> str:
    """Return in what sentences the words of a copy stand that are the same in `whose` text, "" for both."""
    if loose:
        return f"nearly identical sentences{f' of {whose}' if whose else ''}"
    return f"sentences that {whose} has" if whose else "sentences that both have"


def _say_share(share: float, exact: float, whose: str, where: str) -> str:
    """Return how much of a text stands in sentences that another has, and how much in sentences that were edited.

    What an edited sentence adds ("Vance, the man who built the lock, spoke") the other text does not have.
    """
    if not exact:
        return f"{percent(share)} of {whose} stand in edited sentences."
    edited = f", {percent(share - exact)} in edited ones" if share - exact >= 0.005 else ""
    return f"{percent(exact)} of {whose} stand in {where}{edited}."


def _say_retold(event: Any, names: dict) -> list[Finding]:
    """Return a finding for every two articles of which one says nearly every sentence of the other in other words."""
    retold = [row[1:] for row in rows_of(event.pairs, "verdict", "article", "other", "retold")
              if row[0] == "retold copy"]
    found: dict[frozenset, Finding] = {}
    for article, other, share in sorted(retold, key=lambda row: -row[2]):
        found.setdefault(frozenset((article, other)), find(
            f"{names[article]} retells {names[other]} in other words: {percent(share)} of its sentences have a "
            "counterpart there, in much the same order.",
            share, "share of sentences", weigh("retold"),
            "Sentences were compared by their telling words and synonyms of these.",
            _show_longest(event, article, other)))
    return list(found.values())


def _show_longest(event: Any, article: str, other: str) -> list[tuple]:
    links = event.links[(event.links["article"] == article) & (event.links["other"] == other)]
    best = links.sort_values("longest_run", ascending=False, kind="stable").head(1).to_dict("records")
    return [place for link in best for place in ((article, link["start"], link["end"]),
                                                 (other, link["other_start"], link["other_end"]))]


@chart
def draw_strips(event: Any) -> Chart:
    """Return a strip of each body: words of sentences that others print, quoted words, and below it in which others."""
    said = say_copied(event)
    outlets, cut = choose_outlets(event, MOST_STRIPS, said)
    table = event.copied.astype({"article": str, "other": object})
    rows = {(row["article"], row["other"] if isinstance(row["other"], str) else None): row
            for row in table.to_dict("records")}
    painted = _paint(event)
    many = len(outlets) > 12
    places, lines = _stack(outlets["article"].tolist(), rows, 0 if many else MOST_OTHERS)
    deep = max([places[-1], *(line[0] for line in lines)], default=0) + 0.8
    figure, axes = new_figure(0.21 * (deep + 1.1))
    colors, names = (dict(zip(outlets["article"], outlets[column], strict=True)) for column in ("color", "outlet"))
    for article, row in zip(outlets["article"], places, strict=True):
        _draw_strip(axes, row, painted[article], rows[article, None], colors[article])
    for row, article, other in lines:
        axes.broken_barh(_runs(painted[article].get(other, [])), (row - 0.22, 0.44), fc=colors[other], lw=0)
        axes.annotate(f"in {names[other]} {percent(rows[article, other]['share'])}",
                      (rows[article, None]["words"], row), (5, 0), va="center", textcoords="offset points",
                      color="#444444")
    label_outlets(axes, outlets, places)
    axes.set(ylim=(deep, -1.1), xlim=(0, max([1, *(row["words"] for row in rows.values())]) * 1.5))
    axes.set_xlabel("words of the body")
    axes.grid(False)
    draw_key(axes, [("in another text too, word for word", copy_look("#5f5f5f", "verbatim")),
                    ("with words changed", copy_look("#5f5f5f", "edited")),
                    ("in this text only", copy_look("#5f5f5f", "own")), ("quoted", {"fc": INK})])
    told = [f"{names[article]}: {_tell(rows[article, None])}" for article in outlets["article"].tolist()]
    return Chart(figure, head(said, _say_little(rows, outlets)),
                 "Each body from its first word to its last: words of sentences that another text has too. Thin lines: "
                 f"in which others. {count_texts(event)}.",
                 f"{note_bracket(outlets)} Sentences that say the same in other words are not marked. Headlines, "
                 f"headings and captions are left out.{cut}", "; ".join(told))


def _tell(row: dict) -> str:
    verbatim = percent(row["verbatim"] / max(row["words"], 1))
    return f"{percent(row['share'])} in another text too, {verbatim} word for word"


def _paint(event: Any) -> dict[str, dict]:
    """Return {article: {"look": of each body word, "quoted": whether it is, other article: whether it has it}}."""
    words = event.words[event.words["zone"] == "body"]
    kept = event.links[event.links["relation"].isin(COPIED_RELATIONS)]
    linked: dict[str, dict[str, dict[int, str]]] = {}
    for article, number, other, relation in rows_of(kept, "article", "sentence", "other", "relation"):
        there = linked.setdefault(article, {}).setdefault(other, {})
        there[number] = "verbatim" if "verbatim" in (relation, there.get(number)) else relation
    painted = {}
    for article in event.articles["article"].astype(str):
        mine = words[words["article"] == article]
        numbers = mine["sentence"].tolist()
        marks: dict[str, Any] = {other: [number in found for number in numbers]
                                 for other, found in linked.get(article, {}).items()}
        best: dict[int, str] = {}
        for found in linked.get(article, {}).values():
            for number, relation in found.items():
                best[number] = "verbatim" if "verbatim" in (relation, best.get(number)) else relation
        marks["look"] = np.array([best.get(number, "own") for number in numbers], dtype=object)
        marks["quoted"] = (mine["voice"] == "quoted").to_numpy()
        painted[article] = marks
    return painted


def _draw_strip(axes: Any, row: float, marks: dict, numbers: dict, color: str) -> None:
    for relation in ("own", "edited", "verbatim"):
        look = copy_look(color, relation)
        axes.broken_barh(_runs(marks["look"] == relation), (row - 0.7, 1.4), lw=0.6, facecolor=look["fc"],
                         edgecolor=look["ec"], hatch=look.get("hatch"))
    axes.broken_barh(_runs(marks["quoted"]), (row + 0.3, 0.4), fc=INK, lw=0)
    axes.annotate(_tell(numbers), (numbers["words"], row), (5, 0), textcoords="offset points", va="center")


def _stack(articles: list[str], rows: dict, most: int) -> tuple[list[float], list[tuple]]:
    """Return (the row of each strip, (row, article, other) of each line below one)."""
    places, lines, row = [], [], 0.0
    for article in articles:
        places.append(row)
        shared = sorted((other for other in articles if other != article and rows[article, other]["shared"]),
                        key=lambda other: (-rows[article, other]["shared"], other))[:most]
        lines += [(row + 1.2 + 0.8 * step, article, other) for step, other in enumerate(shared)]
        row += 2.3 + 0.8 * len(shared)
    return places, lines


def _runs(flags: Any) -> list[tuple[int, int]]:
    """Return (start, length) of every unbroken run of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], np.asarray(flags, dtype=int), [0]])))
    return list(zip(edges[::2].tolist(), (edges[1::2] - edges[::2]).tolist(), strict=True))


def _say_little(rows: dict, outlets: pd.DataFrame) -> str:
    """Return the title where no text is a copy of another."""
    if len(outlets) == 1:
        return ALONE
    shares = {name: rows[article, None]["share"] for article, name in rows_of(outlets, "article", "outlet")}
    most = max(shares.values(), default=0)
    if not most:
        return "No text shares a sentence with another"
    leading = [name for name, share in shares.items() if share > most - 0.005]
    who = join_names(leading) if len(leading) < 4 else f"{len(leading)} texts"
    return (f"No text is a copy of another; {who} shares most: {percent(most)} of its words stand in sentences of "
            "others too")


ANSWER = Answer("copied", "Who prints the words of whom?", ("copied",), "2_similarity", say_copied, draw_strips)
