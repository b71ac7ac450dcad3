"""Statements: the speech events (one briefing, one written statement, one speech) that utterances belong to.

Who printed one sentence of a statement had the others: that is why it matters which remarks were made
together.  They were where one speaker's quotes stand side by side in an article and nothing tells two
occasions apart, or where two outlets share a remark.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import regex

from ..english.calendar import MONTHS, WEEKDAY
from ..english.wordlists import list_rows
from ..rules import Setting
from ..speech.identity import Who, is_one_voice, list_keys, list_speakers
from ..tables import rows_of

_FACTS = ("medium", "moment", "day")
GAP = Setting("statement_gap", 3, "sentences without a quote between two quotes of one statement",
              chosen="about a paragraph")


class Occasion(NamedTuple):
    """What an article says of the occasion of a quote: medium, moment, day, "" where nothing is said.

    Quotes of one chain belong together.
    """

    article: str
    quote: int
    kind: str
    speaker: str
    chain: int
    medium: str
    moment: str
    day: str


def find_statements(utterances: pd.DataFrame, occasions: list[Occasion], sentences: pd.DataFrame,
                    hand: pd.DataFrame | None = None) -> np.ndarray:
    """Return the statement of each row of `utterances` (utterance, article, quote, start, end) as an array of numbers.

    Utterances are one statement where they stand in one chain of quotes (find_occasions), or where quotes
    of one speaker name the same medium in one article, or the same medium and day in two.  `hand` (items.csv as placed:
    file, excerpt, statement) comes first: what a reader gave two names stays two.  An excerpt that its
    article does not have is left out.  Statements are numbered in the order of the rows.
    """
    said_in = defaultdict(list)
    numbers = utterances["utterance"].tolist()
    for utterance, key in zip(numbers, list_keys(utterances), strict=True):
        said_in[key].append(utterance)
    labels = read_labels(utterances, sentences, hand)
    linked: dict[Any, list] = defaultdict(list)
    for utterance, label in sorted(labels.items()):
        linked[label].append(utterance)
    for row in (row for row in occasions if row.kind != "indirect"):
        found = said_in[row.article, row.quote]
        linked[row.chain] += found
        if row.medium and row.speaker:
            linked[row.article, row.speaker, row.medium, row.moment, row.day] += found
            linked[("" if row.day else row.article), row.speaker, row.medium, row.day] += found
    leader = {utterance: utterance for utterance in numbers}
    for group in linked.values():
        for one, other in pairwise(group):
            _join(leader, labels, one, other)
    statements: dict[int, int] = {}
    leaders = [_find(leader, utterance) for utterance in numbers]
    return np.array([statements.setdefault(one, len(statements)) for one in leaders], np.int64)


def _find(leader, utterance):
    while leader[utterance] != utterance:
        leader[utterance] = leader[leader[utterance]]
        utterance = leader[utterance]
    return utterance


def _join(leader, labels, one, other):
    """Put two utterances into one statement, unless a reader gave theirs two names."""
    one, other = sorted((_find(leader, one), _find(leader, other)))
    names = {labels[utterance] for utterance in (one, other) if utterance in labels}
    if one != other and len(names) < 2:
        leader[other] = one
        labels |= dict.fromkeys([one], *names) if names else {}


def find_occasions(quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame,
                   lent: dict[tuple[str, int], Who] | None = None) -> list[Occasion]:
    """Return what the articles say of the occasion of each full, partial or indirect quote, by article and place.

    A chain is a run of quotes by one speaker, at most `statement_gap` sentences without any between two of them, in
    which medium (lists/occasions.csv), moment (before or after an event) and day don't change; what is said
    of one quote holds for those after it.  `lent` are speakers of quotes without one, {(article, quote): Who}.
    """
    lent = lent or {}
    texts = dict(rows_of(articles, "article", "text"))
    spans, said = defaultdict(list), defaultdict(list)
    for article, start, end in rows_of(sentences, "article", "start", "end"):
        spans[article].append((start, end))
    columns = "article", "start", "end", "quote", "kind", "continued"
    for (article, *row), who in zip(rows_of(quotes, *columns), list_speakers(quotes), strict=True):
        if row[3] in ("full", "partial", "indirect"):
            said[article].append((*row, who))
    rows = []
    for article in sorted(said):
        steps = sorted(said[article])
        starts = [start for start, _ in spans[article]]
        own, facts_of = _blank(texts[article], [step for step in steps if step[3] != "indirect"]), {}
        before, reached, known, chain = None, 0, {}, 0
        for start, end, quote, kind, continued, who in steps:
            who = who if who.name else lent.get((article, quote), who)
            first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
            for number in range(first, last + 1):
                if number not in facts_of:
                    facts_of[number] = _read_facts(own[slice(*spans[article][number])])
            facts = _merge(*(facts_of[number] for number in range(first, last + 1)))
            near = first - reached <= GAP.value + 1
            if not (before and near and (continued or is_one_voice(before, who)) and _agree(known, facts)):
                known, chain = {}, len(rows)
            known, before, reached = _merge(facts, known), who, last
            rows.append(Occasion(article, quote, kind, who.name, chain, *(known.get(name, "") for name in _FACTS)))
    return rows


def _merge(*known):
    """Return all facts of the dicts `known`, the first to say something first."""
    return {name: value for facts in reversed(known) for name, value in facts.items()}


def _agree(one, other):
    return all(one[name] == other[name] for name in one.keys() & other.keys())


def _blank(text, direct):
    """Return the text with spaces in place of the quotes `direct`, (start, end, ...) in order."""
    own, at = [], 0
    for start, end, *_ in direct:
        own.append(text[at:start] + " " * (end - max(start, at)))
        at = max(end, at)
    return "".join(own) + text[at:]


@lru_cache(maxsize=1 << 14)
def _read_facts(text):
    """Return the facts about an occasion that a sentence without its quotes tells: medium, moment, day."""
    media, moments, events, days = _patterns()
    facts = {}
    if match := media[0].search(text):
        facts["medium"] = media[1][match.group().casefold()]
    if match := events.search(text):
        facts["moment"] = moments[match["moment"].casefold()]
    if match := days.search(text):
        facts["day"] = " ".join(match.group().split())
    return facts


@lru_cache
def _patterns():
    """Return ((pattern, {phrase: medium}), {word: moment}, pattern of events, pattern of days)."""
    rows = list_rows("occasions")
    media = {row["phrase"]: row["value"] for row in rows if row["kind"] == "medium"}
    moments = {row["phrase"]: row["kind"] for row in rows if row["kind"] in ("before", "after")}
    events = [row["phrase"] for row in rows if row["kind"] == "event"]
    months = "|".join(MONTHS)
    return (
        (regex.compile(r"(?<!\w)\L<phrases>(?!\w)", regex.IGNORECASE, phrases=list(media)), media),
        moments,
        regex.compile(r"(?<!\w)(?P<moment>\L<moments>)\s(?:[\w'’.-]+\s){0,3}\L<events>(?!\w)", regex.IGNORECASE,
                      moments=list(moments), events=events),
        regex.compile(rf"\b{WEEKDAY}\b(?!['’]s)|\b(?:{months})\s\d{{1,2}}\b|\b\d{{1,2}}\s(?:{months})\b"),
    )


def read_labels(utterances: pd.DataFrame, sentences: pd.DataFrame, hand: pd.DataFrame | None = None) -> dict[int, str]:
    """Return {utterance: name of its statement} as a reader's `hand`, placed by place_hand, has it.

    A name holds for the quotes that the excerpt touches, or else for those in the sentences that it touches;
    where readers' rows differ on an utterance, for most of them.
    """
    if hand is None or hand["statement"].isna().all():
        return {}
    spans, lines = _spans(utterances), _spans(sentences)
    votes = defaultdict(Counter)
    said = hand[hand["statement"].notna() & hand["start"].notna()]
    for article, start, end, name in said[["article", "start", "end", "statement"]].to_numpy().tolist():
        touched = _touch(spans.get(article, []), start, end)
        if not touched:
            near = _touch(lines.get(article, []), start, end)
            touched = _touch(spans.get(article, []), near[0][0], near[-1][1]) if near else []
        for _, _, place in touched:
            votes[utterances["utterance"].iloc[place]][name] += 1
    return {utterance: min(names, key=lambda name: (-names[name], name)) for utterance, names in votes.items()}


def _spans(table):
    """Return {article: [(start, end, row)]}, in order."""
    found, columns = defaultdict(list), (table["article"].astype(str), table["start"], table["end"])
    for row, (article, start, end) in enumerate(zip(*columns, strict=True)):
        found[article].append((start, end, row))
    return {article: sorted(spans) for article, spans in found.items()}


def _touch(spans, start, end):
    """Return those of the `spans` that share a character with start to end."""
    return [span for span in spans if span[0] < end and span[1] > start]
