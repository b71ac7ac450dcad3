"""Coverage: what each article has of each utterance, and what it changed in the wording.

Every version is laid word by word beside the longest one.  Spellings of one word (case, accents, marks,
civilise and civilize) count as the same; what is shown is what the outlets print.
"""

from collections import defaultdict
from itertools import groupby
from typing import NamedTuple

import pandas as pd
import regex
from rapidfuzz.distance import Indel

from ..english.spellings import spell
from ..english.stems import weigh_word
from ..english.words import find_words
from ..reading.dates import find_newest_day
from ..speech.identity import list_keys
from ..tables import conform
from ..thresholds import threshold
from .attribution import name_utterances
from .statements import find_occasions

_ABBREVIATED = regex.compile(r"\p{L}(?:\.\p{L})+")


class _Version(NamedTuple):
    """A piece of an utterance in one article: the places of its words and how they are compared."""

    article: str
    quote: int
    direct: bool
    spans: list
    keys: list


def cover_utterances(utterances, quotes, sentences, articles):
    """Return the table `coverage`: every utterance and every article.

    The longest version is the reference.  state: full (at least `full_kept` of its words), partial (fewer,
    in the same words), reworded (in part other words, weighing `reworded_weight` or more), indirect
    (without quotation marks), absent.  Where an article has several versions, quote, cue and changed words
    are those of the one that keeps most, `kept` and `dropped` those of all together.  `added` (an extra
    column) are words that the reference does not have.  reason, for an absent utterance: "left out of a
    statement it quotes" (it prints something of the same statement, so whoever wrote it had the rest),
    "statement later than this text" (the day of the statement is after knows_until), "statement not used".
    """
    present = _describe_versions(utterances, quotes, articles)
    table = utterances[["utterance", "statement"]].drop_duplicates().sort_values("utterance")
    table = table.merge(pd.DataFrame({"article": articles["article"].astype(str)}), "cross")
    table = table.merge(present, "left", ["utterance", "article"])
    speakers = name_utterances(utterances, quotes, sentences)
    table["speaker"] = [speakers[utterance].name or None for utterance in table["utterance"]]
    places = pd.MultiIndex.from_frame(table[["statement", "article"]])
    used = list(zip(utterances["statement"], utterances["article"].astype(str), strict=True))
    later = _find_later(utterances, quotes, sentences, articles)
    table["reason"] = "statement not used"
    table.loc[places.isin(later), "reason"] = "statement later than this text"
    table.loc[places.isin(used), "reason"] = "left out of a statement it quotes"
    table["reason"] = table["reason"].where(table["state"].isna())
    return conform("coverage", table.fillna({"state": "absent", "kept": 0.0}).astype({"added": "str"}), articles)


def _describe_versions(utterances, quotes, articles):
    """Return the rows of `coverage` of the articles that have the utterance, without statement, speaker and reason."""
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    cues = dict(zip(list_keys(quotes), quotes["cue"].tolist(), strict=True))
    columns = ["utterance", "article", "state", "quote", "cue", "kept", "dropped", "replaced", "added"]
    rows = []
    for utterance, versions in _read_versions(utterances, quotes, texts).items():
        longest = _choose_longest(versions)
        for article, found in groupby(versions, key=lambda version: version.article):
            row = {"utterance": utterance, "article": article} | _compare(list(found), longest, texts)
            rows.append(row | {"cue": cues[article, row["quote"]]})
    return pd.DataFrame(rows, columns=columns)


def _read_versions(utterances, quotes, texts):
    """Return {utterance: its versions}, by utterance, article and place."""
    kinds = dict(zip(list_keys(quotes), quotes["kind"].astype(str), strict=True))
    table = utterances.assign(article=utterances["article"].astype(str)).sort_values(["utterance", "article", "start"])
    found = defaultdict(list)
    for row in table.itertuples():
        text = texts[row.article][row.start:row.end]
        words = find_words(text)
        spans = [(row.start + start, row.start + end + _has_stop(text, start, end)) for start, end in words]
        keys = [spell(text[start:end]) for start, end in words]
        direct = kinds[row.article, row.quote] != "indirect"
        found[row.utterance].append(_Version(row.article, row.quote, direct, spans, keys))
    return found


def _has_stop(text, start, end):
    """Tell whether the full stop behind a word belongs to it: U.S., not harbour.."""
    return text[end:end + 1] == "." and _ABBREVIATED.fullmatch(text, start, end) is not None


def _choose_longest(versions):
    return max((version for version in versions if version.direct), key=lambda version: len(version.keys))


def _align(version, longest):
    """Return [(op, first, last, from, to)]: equal, replace, insert or delete; words of the longest, of the version."""
    ops = []
    for op in Indel.opcodes(longest.keys, version.keys):
        if ops and {ops[-1][0], op.tag} & {"equal"} == set():
            _, first, _, start, _ = ops.pop()
            ops.append(("replace", first, op.src_end, start, op.dest_end))
        else:
            ops.append((op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end))
    return ops


def _compare(versions, longest, texts):
    """Return what a row of coverage tells of an article's `versions` beside the longest one, as a dict."""
    direct = [version for version in versions if version.direct]
    aligned = [(version, _align(version, longest)) for version in direct or versions]
    places = [{place for op in ops if op[0] == "equal" for place in range(op[1], op[2])} for _, ops in aligned]
    best = max(range(len(aligned)), key=lambda number: len(places[number]))
    (version, ops), kept = aligned[best], set().union(*places)
    row = {"quote": version.quote, "kept": len(kept) / len(longest.keys)}
    if not direct:
        return row | {"state": "indirect"}
    # Where another of the article's versions has the words that this one replaces, this one only adds some.
    changed = [op[1:] for op in ops if op[0] == "replace" and kept.isdisjoint(range(op[1], op[2]))]
    added = [op[1:] for op in ops if op[0] in ("replace", "insert") and op[1:] not in changed]
    taken = kept.union(*(range(first, last) for first, last, *_ in changed))
    missing = [place for place in range(len(longest.keys)) if place not in taken]
    text, source = texts[version.article], texts[longest.article]
    row["dropped"] = "; ".join(_print(source, longest, *run) for run in _find_runs(missing)) or None
    row["replaced"] = "; ".join(f"{_print(source, longest, first, last)} > {_print(text, version, start, end)}"
                                for first, last, start, end in changed) or None
    row["added"] = "; ".join(_print(text, version, start, end) for *_, start, end in added) or None
    other = sum(weigh_word(version.keys[place]) for *_, start, end in changed + added for place in range(start, end))
    whole = "full" if row["kept"] >= threshold("full_kept") else "partial"
    return row | {"state": "reworded" if other >= threshold("reworded_weight") else whole}


def _find_runs(places):
    """Return [[first, last]] of the runs of consecutive numbers in `places`, last one past the end."""
    runs = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1][1] = place + 1
        else:
            runs.append([place, place + 1])
    return runs


def _print(text, version, start, end):
    """Return the words of a version from `start` to `end` as they are printed."""
    return text[version.spans[start][0]:version.spans[end - 1][1]]


def _find_later(utterances, quotes, sentences, articles):
    """Return the list of (statement, article) where the article knows no day as late as that of the statement.

    A statement's day is the earliest that an article names for one of its quotes.
    """
    occasions = find_occasions(quotes, sentences, articles, utterances)
    published = dict(zip(articles["article"].astype(str), articles["published"], strict=True))
    days = {(row.article, row.quote): find_newest_day(row.day, published[row.article])
            for row in occasions.itertuples() if row.day and pd.notna(published[row.article])}
    earliest, names = {}, articles["article"].astype(str)
    for statement, key in zip(utterances["statement"], list_keys(utterances), strict=True):
        if day := days.get(key):
            earliest[statement] = min(day, earliest.get(statement, day))
    known = [(name, until) for name, until in zip(names, articles["knows_until"], strict=True) if pd.notna(until)]
    return [(statement, name) for statement, day in earliest.items() for name, until in known if until < day]


def compare_wordings(utterance, utterances, quotes, articles):
    """Return the quotes of one utterance word by word beside the longest one.

    Columns: article, quote, version (0 is the longest, then by article and place), position (from 0 within the
    version), word, state: kept, replaced (stands in place of the words `before`), inserted, dropped (a word of
    the longest that is missing here); place (the word of the longest that stands here or comes next), start
    and end (offsets into the article's text, missing for what is dropped).  Raises KeyError where there is no
    such utterance.
    """
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    found = _read_versions(utterances[utterances["utterance"] == utterance], quotes, texts)
    if not found:
        raise KeyError(f"no utterance {utterance}: there are {utterances['utterance'].nunique()}, numbered from 0")
    (versions,) = found.values()
    longest = _choose_longest(versions)
    ordered = [longest, *(version for version in versions if version.direct and version is not longest)]
    rows = [row for number, version in enumerate(ordered) for row in _list_words(number, version, longest, texts)]
    columns = ["article", "quote", "version", "word", "state", "before", "place", "start", "end"]
    table = pd.DataFrame(rows, columns=columns).astype({"before": "str", "start": "Int64", "end": "Int64"})
    table.insert(3, "position", table.groupby("version").cumcount())
    table["article"] = pd.Categorical(table["article"], articles["article"].astype(str))
    return table


def _list_words(number, version, longest, texts):
    """Return the rows of compare_wordings for one version."""
    text, source, rows = texts[version.article], texts[longest.article], []
    states = {"equal": "kept", "replace": "replaced", "insert": "inserted"}
    for op, first, last, start, end in _align(version, longest):
        before = _print(source, longest, first, last) if op == "replace" else None
        words = [(source[slice(*span)], "dropped", None, place, None, None)
                 for place, span in enumerate(longest.spans[first:last], first) if op == "delete"]
        words += [(text[slice(*span)], states[op], before, first + offset * (op == "equal"), *span)
                  for offset, span in enumerate(version.spans[start:end])]
        rows += [(version.article, version.quote, number, *word) for word in words]
    return rows
