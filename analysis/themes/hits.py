"""Theme words, each with its sentence, its voice and its speaker; and what share of the words they touch.

A theme is a list of terms, never a verdict.  A term matches whole words without regard to case;
a star at its end matches any ending.  Sentences that hold a term are the measure's unit, and only
their words in one voice count for that voice.
"""

from collections import Counter, defaultdict
from itertools import product
from zlib import crc32

import numpy as np
import pandas as pd
import regex

from ..rules import Setting
from ..tables import VOICES, conform, empty, rows_of
from ..text.spans import place

TERMS_DROPPED = Setting("terms_dropped", 0.3,
                        "share of a theme's terms left out in a run of the range",
                        chosen="convention: a list that another reader would draw up differs by about that much")
TERM_RUNS = Setting("term_runs", 100,
                    "number of runs of the range",
                    chosen="convention; more runs move the ends by under a point")


def find_hits(articles: pd.DataFrame, sentences: pd.DataFrame, voices: pd.DataFrame,
              frames: pd.DataFrame) -> pd.DataFrame:
    """Return the table `hits`: every place where a term of `frames` stands, once per theme and place.

    `frames` has the columns frame, function, term.  Where terms of one theme overlap, the longest
    counts, so that a term listed twice changes nothing.
    """
    if frames.empty:
        return empty("hits", articles)
    rows = []
    for frame, entries in frames.groupby("frame", sort=False):
        pattern, terms = _compile(entries)
        for name, text in rows_of(articles, "article", "text") if terms else ():
            for match in pattern.finditer(text.replace("’", "'")):
                term, function = terms[match.lastindex - 1]
                rows.append((name, *match.span(), frame, function, term))
    table = pd.DataFrame(rows, columns=["article", "start", "end", "frame", "function", "term"])
    table["sentence"] = place(table, sentences, ["sentence"])["sentence"]
    table[["voice", "speaker"]] = place(table, voices, ["voice", "speaker"])
    order = articles["article"].tolist()
    table = table.assign(valid=pd.NA, _order=table["article"].map(order.index))
    table = table.sort_values(["_order", "start", "end", "frame"], kind="stable").drop(columns="_order")
    return conform("hits", table, articles)


def check_hits(hits: pd.DataFrame, checks: pd.DataFrame) -> pd.DataFrame:
    """Return `hits` with `valid` filled in where a reader has checked them.

    `checks` is what part_checks returns: a row says of the hits of the theme `item` inside its excerpt that they
    stand for the theme (state reported, or empty) or do not (absent).
    """
    checks = checks[checks["start"].notna()] if len(hits) else hits
    if checks.empty:
        return hits
    checks = checks.assign(article=checks["article"].astype(str), frame=checks["item"])
    found = hits.astype({"article": str}).reset_index(names="hit").merge(
        checks[["article", "frame", "state", "start", "end"]], on=["article", "frame"], suffixes=("", "_said"))
    found = found[(found["start_said"] <= found["start"]) & (found["end"] <= found["end_said"])].drop_duplicates("hit")
    valid = (found["state"] != "absent").set_axis(found["hit"]).astype("boolean")
    return hits.assign(valid=valid.reindex(hits.index))


def measure_precision(hits: pd.DataFrame) -> pd.DataFrame:
    """Return how many of the checked hits stand for their theme: frame, hits, checked, valid, precision."""
    themes = hits.groupby("frame", sort=False)
    table = themes.agg(hits=("term", "size"), checked=("valid", "count"), valid=("valid", "sum"))
    table["valid"] = table["valid"].astype("int64")
    table["precision"] = table["valid"] / table["checked"].where(table["checked"] > 0)
    return table.reset_index()


def _compile(entries):
    terms = [entry for entry in entries.drop_duplicates("term")[["term", "function"]].to_numpy().tolist()
             if entry[0].rstrip("*").strip()]
    terms.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    parts = [r"\s+".join(map(regex.escape, term.rstrip("*").replace("’", "'").split()))
             + (r"[\p{L}\p{M}\p{N}]*" if term.endswith("*") else "") for term, _ in terms]
    body = "|".join(f"({part})" for part in parts)
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{body})(?![\p{{L}}\p{{N}}])", regex.IGNORECASE), terms


def share_themes(hits: pd.DataFrame, words: pd.DataFrame, frames: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `shares`: for every theme, article and voice the words of sentences with a hit.

    Body only; hits marked as not valid are left out.  low and high are the least and the most of
    words_hit / words over the full list and a fixed number of seeded runs, each of which drops a
    share of the theme's terms (thresholds `terms_dropped`, `term_runs`); missing where the
    article has no words in that voice.
    """
    if frames.empty:
        return empty("shares", articles)
    names = articles["article"].tolist()
    spoken = defaultdict(Counter)  # the body words of a sentence in each voice
    for article, sentence, voice in rows_of(words[words["zone"] == "body"], "article", "sentence", "voice"):
        if voice in VOICES:
            spoken[article, sentence][voice] += 1
    cells = {(name, voice): cell for cell, (name, voice) in enumerate(product(names, VOICES))}
    totals = np.zeros(len(cells), np.int64)
    for (name, _), heard in spoken.items():
        for voice, number in heard.items():
            totals[cells[name, voice]] += number
    told = defaultdict(list)
    for frame, *place_of in rows_of(hits[hits["valid"].fillna(True)], "frame", "article", "sentence", "term"):
        told[frame].append(place_of)
    columns = defaultdict(list)
    for frame, entries in frames.groupby("frame", sort=False):
        held = _words_hit(spoken, cells, told[frame], list(_draw_terms(frame, entries["term"])))
        shares = held / np.where(totals > 0, totals, np.nan)[:, None]
        for name, values in (("frame", [frame] * len(cells)), ("words_hit", held[:, 0]), ("words", totals),
                             ("low", shares.min(axis=1)), ("high", shares.max(axis=1))):
            columns[name].extend(values)
        columns["article"] += [name for name, _ in cells]
        columns["voice"] += [voice for _, voice in cells]
    return conform("shares", columns, articles)


def _words_hit(spoken, cells, hits, draws):
    """Return the words of sentences with a hit, an array: a row an article and voice, a column a draw of terms.

    `hits` are (article, sentence, term), `cells` says which row an article and a voice have.
    """
    terms, found = draws[0], np.zeros((len(cells), len(draws)), np.int64)
    chosen = dict(zip(terms.tolist(), np.array([np.isin(terms, draw) for draw in draws]).T, strict=True))
    held = defaultdict(lambda: np.zeros(len(draws), bool))
    for article, sentence, term in hits:
        held[article, sentence] |= chosen[term]
    for (article, sentence), draw in held.items():
        for voice, words in spoken.get((article, sentence), {}).items():
            found[cells[article, voice]] += words * draw
    return found


def _draw_terms(frame, terms):
    """Yield the theme's full list of terms, then the seeded draws of it; the order of the list changes nothing."""
    terms = np.array(sorted(set(terms)))
    yield terms
    chance = np.random.default_rng(crc32(frame.encode()))
    size = len(terms) - round(TERMS_DROPPED.value * len(terms))
    for _ in range(int(TERM_RUNS.value) if size < len(terms) else 0):
        yield chance.choice(terms, size, replace=False)
