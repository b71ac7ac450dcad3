"""Coverage: what each article has of each utterance, and what it changed in the wording."""

from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from ..reading.dates import find_newest_day
from ..speech.identity import list_keys, list_speakers, relate
from ..tables import conform, rows_of
from .attribution import name_utterances, read_attributions
from .pieces import DIRECT
from .traces import OPEN, TRACES, find_traces
from .wordings import FULL, choose_longest, compare_versions, list_runs, read_version, read_versions

LEFT_OUT = "left out of a statement it quotes"
LATER = "statement later than this text"
UNUSED = "statement not used"
_QUOTED, _PLAIN, _RENDERED = (rule.name for rule in TRACES if rule.name not in OPEN)
_COLUMNS = ("utterance", "statement", "speaker", "article", "state", "reason", "quote", "cue", "kept", "dropped",
            "replaced", "added", "altered", "start", "end")


def cover_utterances(utterances: pd.DataFrame, quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame,
                     families: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the table `coverage`: every utterance and every article.

    `speaker` is who speaks by the texts that name somebody best (name_utterances), but where a text has somebody else
    speak its own.  The longest version is the reference (wordings.choose_longest).  state: full (at least `full_kept`
    of its words), partial (fewer, in the same words), reworded (in part other words, weighing `reworded_weight` or
    more, or one that alters it), indirect (without quotation marks), absent.  Where an article has several versions,
    quote, cue and changed words are those of the one that keeps most, `kept` and `dropped` those of all together.
    `added` are words that the reference does not have, `altered` the negations, numbers and names that differ, and
    between copies by `families` other words that tell (see remarks.alterations); start and end are the place of the
    version.

    Where no version was found, the text is searched for traces (see remarks.traces).  What only comes near leaves
    `state` missing, with the reason "its names or numbers" or "some of its words"; so `absent` says that nothing comes
    near, with the reason "left out of a statement it quotes" (it prints something of the same statement, so whoever
    wrote it had the rest), "statement later than this text" (the day of the statement is after knows_until),
    "statement not used".
    """
    names = articles["article"].tolist()
    texts = dict(zip(names, articles["text"], strict=True))
    versions, who = read_versions(utterances, quotes, texts), name_utterances(
        utterances, read_attributions(quotes, sentences))
    family = {} if families is None else dict(rows_of(families, "article", "family"))
    longest = {utterance: choose_longest(told, texts, family) for utterance, told in versions.items()}
    found = _compare(versions, longest, family, quotes, texts)
    missing = {name: {utterance for utterance in versions if (utterance, name) not in found} for name in names}
    traces = find_traces(longest, who, missing, quotes, sentences, texts)
    keys = list_keys(quotes)
    cues = dict(zip(keys, quotes["cue"].tolist(), strict=True))
    own = dict(zip(keys, list_speakers(quotes), strict=True))
    later = _find_later(utterances, articles)
    statement = dict(rows_of(utterances, "utterance", "statement"))
    used = set(rows_of(utterances, "statement", "article"))
    told, size = sorted(versions), len(names)
    # most cells say absent: few rows are made
    columns: dict[str, Any] = {name: [None] * (len(told) * size) for name in _COLUMNS}
    columns["state"], columns["kept"] = ["absent"] * (len(told) * size), [0.0] * (len(told) * size)
    columns |= {name: np.full(len(told) * size, np.nan) for name in ("quote", "start", "end")}
    columns["article"] = names * len(told)
    for place, utterance in enumerate(told):
        here, mine = slice(place * size, (place + 1) * size), statement[utterance]
        for name, value in (("utterance", utterance), ("statement", mine), ("speaker", who[utterance].name or None)):
            columns[name][here] = [value] * size
        columns["reason"][here] = [LEFT_OUT if (mine, name) in used else LATER if (mine, name) in later else UNUSED
                                   for name in names]
        for at, name in enumerate(names, place * size):
            if row := found.get((utterance, name)) or _read_trace(traces.get((utterance, name))):
                row |= {"reason": row.get("reason"), "cue": cues.get((name, row.get("quote"))),
                        "speaker": _name(own.get((name, row.get("quote"))), who[utterance])}
                for column, value in row.items():
                    columns[column][at] = value
    return conform("coverage", columns, articles)


def _compare(versions, longest, family, quotes, texts):
    """Return {(utterance, article): row} of the articles that have a version of an utterance."""
    quoted = {}
    for kind, article, quote, start, end in rows_of(quotes, "kind", "article", "quote", "start", "end"):
        if kind in DIRECT:
            version = read_version(texts, article, quote, True, start, end)
            quoted.setdefault(article, set()).update(list_runs(version.keys))
    rows = {}
    for utterance, told in versions.items():
        for article, mine in groupby(told, key=lambda version: version.article):
            copies = article in family and family[article] == family[longest[utterance].article]
            rows[utterance, article] = compare_versions(list(mine), quoted.get(article, set()), longest[utterance],
                                                        texts, copies)
    return rows


def _name(own, best):
    """Return the name of an utterance's speaker in a text: the text's own where that is somebody else."""
    return (own.name if own and relate(own, best) == "apart" else best.name) or None


def _read_trace(trace):
    """Return the row of an article that has no version of an utterance, from its Trace; None without one: absent."""
    if trace is None:
        return None
    row = {"kept": trace.kept, "quote": trace.quote, "start": trace.start, "end": trace.end}
    if trace.rule in OPEN:
        return row | {"state": None, "reason": trace.rule, "quote": None}
    if trace.rule == _QUOTED:
        return row | {"state": "full" if trace.kept >= FULL.value else "partial"}
    return row | {"state": "reworded" if trace.rule == _RENDERED and trace.direct else "indirect"}


def _find_later(utterances, articles):
    """Return the set of (statement, article) where the article knows no day as late as that of the statement.

    A statement's day is the earliest that an article names for one of its quotes.
    """
    names = articles["article"].tolist()
    published = dict(zip(names, articles["published"].tolist(), strict=True))
    earliest: dict[int, str] = {}
    told = {row for row in rows_of(utterances, "statement", "article", "day") if isinstance(row[2], str)}
    for statement, article, said in sorted(told):
        if isinstance(published[article], str) and (day := find_newest_day(said, published[article])):
            earliest[statement] = min(day, earliest.get(statement, day))
    known = [(name, until) for name, until in zip(names, articles["knows_until"].tolist(), strict=True)
             if isinstance(until, str)]
    return {(statement, name) for statement, day in earliest.items() for name, until in known if until < day}
