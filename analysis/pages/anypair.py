"""Any two of many texts side by side: what a reader's page needs so that its script can lay out a pair on demand.

Of forty articles 780 pairs can be asked for, and only those that share most stand ready-made in the page.  For the
others the page holds each sentence once, and for each pair that shares something which sentences stand beside which.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

import pandas as pd

from ..answers.writing.base import name_articles
from ..tables import rows_of
from .reader import RANK, TAGS, align_sentences, changed_words

KINDS = list(TAGS)
_COLUMNS = ["sentence", "other_sentence", "relation", "score", "moved", "rank"]


def write_pairs(event: Any, ready: Iterable[tuple[str, str]]) -> str:
    """Return as JSON, safe inside a page: outlets, the sentences of each text, ready-made pairs, and all the others.

    Empty where every pair is ready.

    outlets: names; tags: (class, words) of each kind; texts: for each article [number, zone, text] of its sentences;
    ready: {"left right": number of the pair}, by places of the articles; pairs: {"left right": {"rows": sentences that
    stand in one row, "left" and "right": {sentence: [place of its kind in tags, changed words]}}}.
    """
    names = list(event.articles["article"].astype(str))
    place, ready = {name: number for number, name in enumerate(names)}, list(ready)
    if len(names) * (len(names) - 1) // 2 <= len(ready):
        return ""
    sentences: dict[str, dict[int, str]] = {name: {} for name in names}
    texts: list[list] = [[] for _ in names]
    for article, number, zone, text in rows_of(event.sentences, "article", "sentence", "zone", "text"):
        sentences[str(article)][int(number)] = text
        texts[place[str(article)]].append([int(number), "" if zone == "body" else str(zone), text])
    outlets = name_articles(event.articles)
    data = {"outlets": [outlets[name] for name in names], "tags": [TAGS[kind] for kind in KINDS], "texts": texts,
            "ready": {f"{place[one]} {place[two]}": number for number, (one, two) in enumerate(ready, 1)},
            "pairs": dict(_list_pairs(event, names, set(ready), sentences, place))}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _list_pairs(event: Any, names: list[str], ready: set, sentences: dict, place: dict) -> Iterator[tuple[str, dict]]:
    links: dict[tuple[str, str], list[tuple]] = {}
    for one, two, number, other, relation, score, moved in rows_of(
            event.links, "article", "other", "sentence", "other_sentence", "relation", "score", "moved"):
        links.setdefault((str(one), str(two)), []).append(
            (int(number), int(other), str(relation), score, moved, RANK[str(relation)]))
    for one, two in combinations(names, 2):
        if (one, two) not in ready and (one, two) in links:
            rows = align_sentences(pd.DataFrame(links[one, two], columns=_COLUMNS), sentences[one], sentences[two])
            yield f"{place[one]} {place[two]}", {
                "rows": [row for row in rows if row[0] and row[1]],
                "left": _judge(links[one, two], sentences[one], sentences[two]),
                "right": _judge(links.get((two, one), []), sentences[two], sentences[one])}


def _judge(links: list[tuple], ours: dict[int, str], theirs: dict[int, str]) -> dict[int, list]:
    """Return {sentence: [place of its kind, its changed words]}; what has no counterpart is left out."""
    found: dict[int, list] = {}
    for number, _, relation, _, moved, rank in sorted(links, key=lambda link: (link[0], link[5], -link[3])):
        if number not in found:
            there = " ".join(theirs[link[1]] for link in links if link[0] == number and link[2] != "paraphrase")
            changed = changed_words(ours[number], there) if rank < RANK["fragment"] else []
            found[number] = [KINDS.index("moved" if moved else relation), [list(span) for span in changed]]
    return found
