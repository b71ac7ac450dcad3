"""The table `versions`: each quoted remark as each article prints it, under what is said of remarks and of wording."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pandas as pd
import regex

from ...english.spellings import spell
from ...english.stems import weigh_word
from ...english.words import find_words, fold, folded_words
from ...remarks.alterations import CUT, find_alterations, is_piece
from ...remarks.pieces import DIRECT
from ...rules import Setting
from ...tables import rows_of, tabulate
from ...text.alignment import Step, align

CUE_REACH = Setting("cue_reach", 60, "characters before a quote in which the verb that introduces it stands",
                    chosen="a verb farther off introduces another remark")
_STOP = regex.compile(r"[\"“”«».!?;]|\n")


def list_versions(utterances: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `versions`: a row for each remark and article that quotes it in the body.

    text: its words there, pieces joined by " … ", a piece that comes again within another left out; start and end are
    those of its longest piece; cue is missing where the verb does not stand right before the quote.
    """
    texts = dict(rows_of(articles, "article", "text"))
    columns = "article", "quote", "speaker", "speaker_type", "cue", "kind", "zone"
    of = {(article, quote): (speaker if sort != "unnamed" and str(speaker)[:1].isupper() else None, cue)
          for article, quote, speaker, sort, cue, kind, zone in rows_of(quotes, *columns)
          if kind in DIRECT and zone == "body"}
    pieces: dict[tuple[int, str], list] = {}
    told = sorted(rows_of(utterances, "utterance", "article", "quote", "start", "end"))
    for utterance, article, quote, start, end in told:
        if (article, quote) in of:
            pieces.setdefault((utterance, article), []).append((start, end, quote))
    order, rows = {name: place for place, name in enumerate(texts)}, []
    for (utterance, article), spans in sorted(pieces.items(), key=lambda row: (row[0][0], order[row[0][1]])):
        text, kept = texts[article], _drop_inner(sorted(spans), texts[article])
        start, end, quote = max(kept, key=lambda span: span[1] - span[0])
        speaker = next((of[article, span[2]][0] for span in [(start, end, quote), *kept]
                        if isinstance(of[article, span[2]][0], str)), None)
        cue = of[article, kept[0][2]][1]
        words = " … ".join(text[first:last].strip(" ,") for first, last, _ in kept)
        rows.append((utterance, article, start, end, len(find_words(words)), speaker,
                     cue if leads_in(cue, text[:kept[0][0]], text[kept[-1][1]:]) else None, words))
    return tabulate("versions", rows, articles)


def _drop_inner(spans: list, text: str) -> list:
    """Return the pieces whose words do not come again within a longer piece, or an earlier one as long."""
    kept: list = []
    for start, end, quote in sorted(spans, key=lambda span: span[0] - span[1]):
        words = folded_words(text[start:end])
        if not any(count_shared(words, folded_words(text[first:last])) == len(words) for first, last, _ in kept):
            kept.append((start, end, quote))
    return sorted(kept)


def leads_in(cue: Any, before: str, behind: str) -> bool:
    """Tell whether a verb of saying stands right before or right behind a quote, in its sentence."""
    reach = int(CUE_REACH.value)
    near = _STOP.split(before[-reach:].rstrip(" \"'“‘«"))[-1]
    after = _STOP.split(behind[:reach].lstrip(" \"'”’»,"))[0]
    return isinstance(cue, str) and fold(cue) in folded_words(f"{near} {after}")


def group_versions(versions: pd.DataFrame) -> dict[int, list[dict]]:
    """Return {utterance: its versions as dicts with `keys`, their folded words}, one an article."""
    found: dict[int, list[dict]] = {}
    for values in rows_of(versions, *versions):
        row = dict(zip(versions, values, strict=True))
        found.setdefault(row["utterance"], []).append({**row, "keys": folded_words(row["text"])})
    return found


def name_speakers(coverage: pd.DataFrame) -> dict[int, str]:
    """Return {utterance: its speaker} by rows of `coverage`; "Lund or Moe" where two texts have two, first as told."""
    said: dict[int, list[str]] = {}
    for utterance, speaker in rows_of(coverage, "utterance", "speaker"):
        if isinstance(speaker, str) and speaker not in said.setdefault(utterance, []):
            said[utterance].append(speaker)
    return {utterance: " or ".join(names) for utterance, names in said.items() if names}


def count_shared(words: list, others: list, run: int = 3) -> int:
    """Return how many of the words stand in runs of `run` words (or all, where they are fewer) that the others have."""
    size = min(run, len(words))
    there = {tuple(others[place:place + size]) for place in range(len(others) - size + 1)}
    shared: set[int] = set()
    for place in range(len(words) - size + 1):
        if tuple(words[place:place + size]) in there:
            shared.update(range(place, place + size))
    return len(shared)


def list_changes(one: dict, other: dict) -> list[Step]:
    """Return the steps by which two versions differ, but for what either goes on with before or behind the other."""
    if is_piece(one["keys"], other["keys"]):
        return []
    steps = align(*(list(map(spell, row["keys"])) for row in (one, other)))
    inner = [at for at, step in enumerate(steps) if step.op == "equal"]
    return [step for at, step in enumerate(steps) if step.op != "equal" and (
        step.op == "replace" or (inner and inner[0] < at < inner[-1]))]


def are_altered(rows: list[dict]) -> bool:
    """Tell whether two of the versions differ in words between those that both print, and not by an open cut."""
    closed = [row for row in rows if not CUT.search(row["text"])]
    return any(list_changes(one, other) for one, other in combinations(closed, 2))


def find_alteration(one: dict, other: dict, around: int = 3, copies: bool = False) -> tuple[str, str, str] | None:
    """Return (what differs, `around` words on both sides of it in `one`, in `other`); None where nothing was altered.

    What counts as altered, a negation, a number or a name, and between copies any word that tells something, is said in
    remarks/alterations.py; of several the rarest words are shown, those last that only copies alter.
    """
    same = one["keys"] == other["keys"]
    told = {} if same else {words: rule for rule, words in find_alterations(one["text"], other["text"], copies=copies)}
    best: tuple | None = None
    for step in align(one["keys"], other["keys"]) if told else ():
        sides = [" ".join(row["text"][start:end] for start, end in find_words(row["text"])[first:last])
                 for row, first, last in ((one, step.first, step.last), (other, step.other_first, step.other_last))]
        rule = told.get(" > ".join(filter(None, sides)))
        if step.op == "equal" or rule is None:
            continue
        weight = sum(map(weigh_word, one["keys"][step.first:step.last] + other["keys"][
            step.other_first:step.other_last]))
        if best is None or (rule != "word", weight) > best[0]:
            best = (rule != "word", weight), (
                " and ".join(f"“{words}”" for words in sides if words), cut_out(one, step.first, step.last, around),
                cut_out(other, step.other_first, step.other_last, around))
    return best[1] if best else None


def cut_out(row: dict, first: int, last: int, around: int) -> str:
    """Return the words number first to last of a version and some on either side of them, as they are printed."""
    spans = find_words(row["text"])
    low, high = max(first - around, 0), min(max(last, first + (first == last)) + around, len(spans))
    return ("… " if low else "") + row["text"][spans[low][0]:spans[high - 1][1]] + (" …" if high < len(spans) else "")
