"""Two texts side by side, and the evidence of one item, utterance or theme in all of them, as HTML.

Static pages that need no script: a sentence opens (a details element, so by keyboard too) to its
counterparts, speakers, items and themes.  What a sentence is to the other text is said by a word,
a line style and a colour, in this order.  Every piece of an article is escaped.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pandas as pd
from ipywidgets import HTML, Dropdown, Layout, VBox

from ..answers.writing.base import name_articles
from ..english.words import find_words, fold
from ..text.alignment import align
from ..text.spans import place

STYLE = files("analysis.pages").joinpath("reader.css").read_text(encoding="utf-8")

TAGS = {
    "verbatim": ("same", "same"),
    "edited": ("edited", "edited"),
    "fragment": ("part", "shares a part"),
    "paraphrase": ("close", "says the like"),
    "moved": ("moved", "elsewhere there"),
    "only": ("only", "no match"),
}
MOST_PAIRS = 12  # about 50 kB each
RANK = {"verbatim": 0, "edited": 1, "fragment": 2, "paraphrase": 3}


def fill_reader(event) -> dict:
    """Return the pairs of the reader's page, those that share most first, each as its label and HTML."""
    outlets, pairs = name_articles(event.articles), list_pairs(event)
    return {"outlets": list(outlets.values()),
            "pairs": [{"label": " and ".join(dict.fromkeys((outlets[article], outlets[other]))),
                       "body": read_side_by_side(event, article, other, f"pair-{number}")}
                      for number, (article, other) in enumerate(pairs, 1)]}


def list_pairs(event) -> list[tuple[str, str]]:
    """Return the pairs of articles on the reader's page: those that share most, and one at least of each article.

    Of one article alone, the pair with itself.
    """
    names = list(event.articles["article"].astype(str))
    shared = event.pairs[["article", "other", "reused"]].astype({"article": str, "other": str})
    reused = {(one, two): share for one, two, share in shared.itertuples(index=False, name=None)}
    chosen = sorted(combinations(names, 2), key=lambda pair: -reused.get(pair, 0))  # stable: else in their order
    kept, seen = chosen[:MOST_PAIRS], set()
    for pair in [*kept, *chosen[MOST_PAIRS:], *((name, name) for name in names)]:
        if seen.isdisjoint({pair[0]}) or seen.isdisjoint({pair[1]}):
            kept += [pair] * (pair not in kept)
            seen.update(pair)
    return kept


class Addresses:
    """Where on the reader's page a place of the texts stands."""

    def __init__(self, event):
        self.pairs = list_pairs(event)
        self.order = {name: number for number, name in enumerate(event.articles["article"].astype(str))}
        self.sentences = {str(name): (rows["start"].tolist(), rows["sentence"].tolist())
                          for name, rows in event.sentences.groupby("article", observed=True)}

    def find(self, place, beside=()) -> str:
        """Return the address of the sentence at `place` (article, start, end).

        Where the places `beside` name another article, that of the pair with it, if the page has it.
        """
        article, start, _ = place
        others = {other for other, *_ in beside} - {article}
        number = next((number for wanted in (others, None) for number, pair in enumerate(self.pairs, 1)
                       if article in pair and (wanted is None or wanted.intersection(pair))), 1)
        starts, numbers = self.sentences.get(article, ([0], [0]))
        sentence = numbers[max(bisect_right(starts, start) - 1, 0)]
        return f"reader.html#pair-{number}-{self.order[article]}-{sentence}"


def read_side_by_side(event: Any, article: str, other: str, name: str | None = None) -> str:
    """Return two articles as an HTML table, matching sentences beside one another, gaps where one has nothing.

    With `name`, each sentence gets an id: that name, the number of its article and its own.
    Raises KeyError for an article that is not in the event.
    """
    outlets = name_articles(event.articles)
    for wanted in (article, other):
        if wanted not in outlets:
            raise KeyError(f"no article {wanted}: there are {', '.join(outlets)}")
    links = _links_between(event, article, other)
    ours, theirs = (write_sentences(event, one, two, name) for one, two in ((article, other), (other, article)))
    if article == other:
        theirs = {}
    linked = [set(links[column]) for column in ("sentence", "other_sentence")]
    rows = []
    for left, right in align_sentences(links, ours, theirs):
        elsewhere = linked[0].intersection(left) or linked[1].intersection(right)
        gap = "<p class='none'>elsewhere in {}</p>" if elsewhere else "<p class='none'>no such sentence in {}</p>"
        cells = (
            "".join(side[number] for number in numbers) or gap.format(escape(outlets[where]))
            for side, numbers, where in ((ours, left, article), (theirs, right, other))
        )
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    heads = "".join(f"<th scope='col'>{escape(outlets[one])}</th>" for one in (article, other))
    return (
        f"<div class='reader'><style>{STYLE}</style><table><caption>{escape(outlets[article])} beside "
        f"{escape(outlets[other])}</caption><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def write_sentences(event: Any, article: str, other: str, name: str | None = None) -> dict[int, str]:
    """Return {sentence number: HTML} of one article, as it stands to the other; see read_side_by_side for `name`."""
    order = list(event.articles["article"].astype(str)).index(article)
    links = _links_between(event, article, other)
    best = (
        links.sort_values(["rank", "score"], ascending=[True, False]).drop_duplicates("sentence").set_index("sentence")
    )
    notes = list_notes(event, article)
    quotes = event.quotes[(event.quotes["article"] == article) & event.quotes["kind"].isin(["full", "partial"])]
    spoken = quotes[["start", "end"]].to_numpy()
    texts = event.sentences[event.sentences["article"] == other].set_index("sentence")["text"]
    copies = links[links["relation"] != "paraphrase"]
    there = copies["other_sentence"].map(texts).groupby(copies["sentence"]).agg(" ".join)
    cells = {}
    for row in event.sentences[event.sentences["article"] == article].itertuples():
        link = best.loc[row.sentence] if row.sentence in best.index else None
        kind = "only" if link is None else "moved" if link["moved"] else link["relation"]
        copied = link is not None and link["relation"] in ("verbatim", "edited")
        changed = changed_words(row.text, there[row.sentence]) if copied else []
        said = [
            (max(start, row.start) - row.start, min(end, row.end) - row.start)
            for start, end in spoken
            if start < row.end and end > row.start
        ]
        css, tag = TAGS[kind]
        body = f"<span class='tag'>{tag}</span>{mark_up(row.text, {'ins': changed, 'q': said})}"
        if row.zone != "body":
            body = f"<span class='tag'>{row.zone}</span>{body}"
        more = "".join(f"<li>{escape(note)}</li>" for note in notes.get(row.sentence, ()))
        here = f" id='{name}-{order}-{row.sentence}'" if name else ""
        cells[row.sentence] = (
            f"<details class='{css}'{here}><summary>{body}</summary><ul>{more}</ul></details>"
            if more
            else f"<p class='{css}'{here}>{body}</p>"
        )
    return cells


def _links_between(event, article, other):
    links = event.links[(event.links["article"] == article) & (event.links["other"] == other)]
    return links.assign(rank=links["relation"].astype(str).map(RANK))


def list_notes(event: Any, article: str) -> dict[int, list[str]]:
    """Return {sentence number: notes}: who speaks in it, its counterparts, its items and themes."""
    outlets = name_articles(event.articles)
    notes = {}
    speech = event.quotes[(event.quotes["article"] == article) & event.quotes["speaker"].notna()]
    for row, number in zip(speech.itertuples(), place(speech, event.sentences, ["sentence"])["sentence"], strict=True):
        notes.setdefault(number, []).append(f"{'reported from' if row.kind == 'indirect' else 'quoted'}: {row.speaker}")
    words = event.sentences.set_index(["article", "sentence"])["text"]
    for row in event.links[event.links["article"] == article].itertuples():
        notes.setdefault(row.sentence, []).append(
            f"{outlets[str(row.other)]} ({TAGS[row.relation][1]}): {words[(row.other, row.other_sentence)]}"
        )
    told = event.items[(event.items["article"] == article) & event.items["sentence"].notna()]
    for row in told.itertuples():
        notes.setdefault(row.sentence, []).append(f"reports: {row.label}")
    for (number, frame), _ in event.hits[event.hits["article"] == article].groupby(["sentence", "frame"]):
        notes.setdefault(number, []).append(f"theme words: {frame}")
    return {number: list(dict.fromkeys(lines)) for number, lines in notes.items()}


def changed_words(text: str, other: str) -> list[tuple[int, int]]:
    """Return the (start, end) of the words of `text` that the other text does not have in their place."""
    ours, theirs = find_words(text), find_words(other)
    folded = [[fold(words[start:end]) for start, end in spans] for words, spans in ((text, ours), (other, theirs))]
    return [
        ours[place]
        for step in align(*folded)
        if step.op != "equal"
        for place in range(step.first, step.last)
    ]


def mark_up(text: str, marks: dict[str, list[tuple[int, int]]]) -> str:
    """Return `text` escaped, with its stretches inside tags; `marks` is {tag: [(start, end), ...]}."""
    edges = sorted({0, len(text), *(edge for spans in marks.values() for span in spans for edge in span)})
    parts = []
    for start, end in pairwise(edges):
        tags = [tag for tag, spans in marks.items() if any(first <= start and end <= last for first, last in spans)]
        parts.append(
            "".join(f"<{tag}>" for tag in tags)
            + escape(text[start:end])
            + "".join(f"</{tag}>" for tag in reversed(tags))
        )
    return "".join(parts)


def show_evidence(event: Any, row: pd.Series) -> str:
    """Return the sentences behind a row of any table, outlet by outlet, as HTML; outlets without any are named."""
    lines = event.evidence(row)
    outlets = name_articles(event.articles)
    blocks = []
    for article, outlet in outlets.items():
        mine = lines[lines["article"].astype(str) == article].sort_values("start")
        starts = event.sentences[event.sentences["article"] == article].set_index("sentence")["start"]
        body = "".join(
            f"<li>{mark_up(text, {'ins': [(start - first, end - first)]})}</li>"
            for text, start, end, first in zip(
                mine["text"], mine["start"], mine["end"], mine["sentence"].map(starts), strict=True
            )
        )
        body = body or "<li class='none'>not in this text</li>"
        blocks.append(f"<h4>{escape(outlet)}</h4><ul>{body}</ul>")
    return f"<div class='reader'><style>{STYLE}</style>{''.join(blocks)}</div>"


def align_sentences(links: pd.DataFrame, ours: Iterable[int],
                    theirs: Iterable[int]) -> list[tuple[list[int], list[int]]]:
    """Return rows of (our sentences, their sentences) in the order of both texts, either of them empty in a gap.

    Sentences that are linked and not moved stand in one row, several where one was split.
    """
    ours, theirs = np.array(sorted(ours)), np.array(sorted(theirs))
    rows, left, right = [], 0, 0
    for one, two in _group_links(_choose_links(links)):
        begin, start = np.searchsorted(ours, one[0]), np.searchsorted(theirs, two[0])
        rows += [([number], []) for number in ours[left:begin]] + [([], [number]) for number in theirs[right:start]]
        left, right = np.searchsorted(ours, one[-1], "right"), np.searchsorted(theirs, two[-1], "right")
        rows.append((ours[begin:left].tolist(), theirs[start:right].tolist()))
    return rows + [([number], []) for number in ours[left:]] + [([], [number]) for number in theirs[right:]]


def _choose_links(links):
    """Return the pairs (sentence, other sentence) that stand in one row: the closest first, and none that crosses them.

    A copied sentence may stand beside two that follow one another, where it was split; a paraphrase only beside one.
    """
    chosen, taken = [], (set(), set())
    links = links[~links["moved"]].sort_values(["rank", "score"], ascending=[True, False], kind="stable")
    for row in links.itertuples():
        pair = one, two = row.sentence, row.other_sentence
        place = bisect_left(chosen, pair)
        before, after = chosen[max(place - 1, 0):place], chosen[place:place + 1]
        if any(other > two for _, other in before) or any(other < two for _, other in after):
            continue
        beside = any(abs(one - number) + abs(two - other) == 1 for number, other in before + after)
        if (one in taken[0] or two in taken[1]) and (row.relation == "paraphrase" or not beside):
            continue
        chosen.insert(place, pair)
        taken[0].add(one)
        taken[1].add(two)
    return chosen


def _group_links(pairs):
    """Return the linked sentences as (ours, theirs), joined where they share one."""
    groups = []
    for one, two in pairs:
        if groups and (one in groups[-1][0] or two in groups[-1][1]):
            groups[-1][0].add(one)
            groups[-1][1].add(two)
        else:
            groups.append(({one}, {two}))
    return [(sorted(ours), sorted(theirs)) for ours, theirs in groups]


def choose_pair(event: Any) -> VBox:
    """Return a widget: two lists of outlets, and below them the two chosen texts side by side."""
    articles = {outlet: article for article, outlet in name_articles(event.articles).items()}
    left, right = (
        Dropdown(options=list(articles), index=min(number, len(articles) - 1), description=side)
        for number, side in enumerate(("left text", "right text"))
    )
    return _follow([left, right], lambda: read_side_by_side(event, articles[left.value], articles[right.value]))


def choose_evidence(event: Any, table: str, label: str) -> VBox:
    """Return a widget: a list of the values in the column `label` of a table, and below it their evidence."""
    rows = getattr(event, table).dropna(subset=[label]).drop_duplicates(label)
    named = [(str(value), place) for place, value in zip(rows.index, rows[label], strict=True)]
    choice = Dropdown(options=named, description=label, layout=Layout(width="min(100%, 46em)"))
    return _follow(
        [choice], lambda: show_evidence(event, rows.loc[choice.value]) if named else "nothing to choose from"
    )


def _follow(choices, write):
    page = HTML(value=write())
    for choice in choices:
        choice.observe(lambda _: setattr(page, "value", write()), names="value")
    return VBox([*choices, page])
