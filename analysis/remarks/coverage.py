"""Coverage: what each article has of each utterance, and what it changed in the wording."""

from bisect import bisect_left
from collections import defaultdict
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from ..reading.dates import find_newest_day
from ..speech.identity import list_keys, list_speakers, relate
from ..tables import conform, pick_articles, pick_texts, rows_of
from ..tables.columns import STATES
from .attribution import Attributions, name_utterances, read_attributions
from .pieces import DIRECT
from .traces import OPEN, TRACES, find_traces
from .wordings import FULL, choose_longest, compare_versions, list_runs, read_version, read_versions

LEFT_OUT = "left out of a statement it quotes"
LATER = "statement later than this text"
UNUSED = "statement not used"
_QUOTED, _PLAIN, _RENDERED = (rule.name for rule in TRACES if rule.name not in OPEN)
_REASONS = (UNUSED, LATER, LEFT_OUT)
_STATES = pd.CategoricalDtype(STATES)
_NUMBERS, _TEXTS = ("quote", "kept", "start", "end"), ("speaker", "reason", "cue", "dropped", "replaced", "added",
                                                       "altered")


def cover_utterances(utterances: pd.DataFrame, quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame,
                     families: pd.DataFrame | None = None, known: Attributions | None = None) -> pd.DataFrame:
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
    "statement not used"; a text of another event in the folder has the reason "of another event" (tables/part.py).
    """
    names = articles["article"].tolist()
    texts = dict(zip(names, articles["text"], strict=True))
    versions, who = read_versions(utterances, quotes, texts), name_utterances(
        utterances, read_attributions(quotes, sentences) if known is None else known)
    family = {} if families is None else dict(rows_of(families, "article", "family"))
    longest = {utterance: choose_longest(told, texts, family) for utterance, told in versions.items()}
    found = _compare(versions, longest, family, quotes, texts)
    traces = find_traces(longest, who, found, quotes, sentences, texts)
    rows = found | {key: _read_trace(trace) for key, trace in traces.items()}
    keys = list_keys(quotes)
    cues, own = (dict(zip(keys, values, strict=True)) for values in (quotes["cue"].tolist(), list_speakers(quotes)))
    for (utterance, name), row in rows.items():
        key = name, row["quote"]
        row |= {"cue": cues.get(key), "speaker": _name(own.get(key), who[utterance])}
    speakers = [who[utterance].name or None for utterance in versions]
    return conform("coverage", _lay_out(rows, speakers, utterances, articles), articles)


def _lay_out(rows, speakers, utterances, articles):
    """Return the columns of the table: a cell for each utterance and article, of which few say more than absent.

    `rows` is {(utterance, article): what is told there}, `speakers` has one of each utterance.
    """
    statement = dict(sorted(rows_of(utterances, "utterance", "statement")))
    lines = {utterance: line for line, utterance in enumerate(statement)}
    spots = {name: spot for spot, name in enumerate(articles["article"].tolist())}
    cells = np.array([lines[utterance] * len(spots) + spots[name] for utterance, name in rows], np.int64)
    line, spot = np.divmod(np.arange(len(lines) * len(spots)), max(len(spots), 1))
    columns: dict[str, Any] = {"article": pick_articles(articles, spot)}
    for name, values in (("utterance", lines), ("statement", statement.values())):
        columns[name] = np.array(list(values), np.int64)[line]
    for name in _NUMBERS:
        columns[name] = np.full(len(line), 0.0 if name == "kept" else np.nan)
        columns[name][cells] = [row[name] for row in rows.values()]
    states = np.full(len(line), STATES.index("absent"))
    states[cells] = [-1 if row["state"] is None else STATES.index(row["state"]) for row in rows.values()]
    columns["state"] = pd.Categorical.from_codes(states, dtype=_STATES)
    known = {"speaker": (speakers, line), "reason": (_REASONS, _find_reasons(statement, utterances, articles, spots))}
    for name in _TEXTS:
        texts, places = known.get(name, ([], np.full(len(line), -1)))
        places[cells] = np.arange(len(texts), len(texts) + len(cells))
        columns[name] = pick_texts([*texts, *(row.get(name) for row in rows.values())], places)
    return columns


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
    """Return the row of an article that has no version of an utterance, from its Trace."""
    row = {"kept": trace.kept, "quote": trace.quote, "start": trace.start, "end": trace.end}
    if trace.rule in OPEN:
        return row | {"state": None, "reason": trace.rule, "quote": None}
    if trace.rule == _QUOTED:
        return row | {"state": "full" if trace.kept >= FULL.value else "partial"}
    return row | {"state": "reworded" if trace.rule == _RENDERED and trace.direct else "indirect"}


def _find_reasons(statement, utterances, articles, spots):
    """Return for each cell the place in _REASONS of why it is absent, were it so."""
    later, used = _find_later(utterances, articles, spots), defaultdict(set)
    for number, name in rows_of(utterances, "statement", "article"):
        used[number].add(spots[name])
    reasons = np.full((len(statement), len(spots)), _REASONS.index(UNUSED))
    for line, number in enumerate(statement.values()):
        reasons[line, later.get(number, [])] = _REASONS.index(LATER)
        reasons[line, list(used[number])] = _REASONS.index(LEFT_OUT)
    return reasons.ravel()


def _find_later(utterances, articles, spots):
    """Return {statement: spots of the articles that know no day as late as its own}.

    A statement's day is the earliest that an article names for one of its quotes.  What was said on the 14th no text
    that was published on the 12th has.
    """
    names = articles["article"].tolist()
    published = dict(zip(names, articles["published"].tolist(), strict=True))
    earliest: dict[int, str] = {}
    told = {row for row in rows_of(utterances, "statement", "article", "day") if isinstance(row[2], str)}
    for statement, article, said in sorted(told):
        if isinstance(published[article], str) and (day := find_newest_day(said, published[article])):
            earliest[statement] = min(day, earliest.get(statement, day))
    bounds = [(min([day[:10] for day in (until, printed) if isinstance(day, str)], default=""), spots[name])
              for name, until, printed in rows_of(articles, "article", "knows_until", "published")]
    known = sorted((until, spot) for until, spot in bounds if until)
    return {statement: [spot for _, spot in known[:bisect_left(known, (day,))]] for statement, day in earliest.items()}
