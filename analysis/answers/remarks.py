"""Which text prints which remark, how much of it, and is a word of it changed?

Tables `coverage` and `versions`.  A remark from which "not" or a number was dropped or changed comes first: no other
finding is as worth printing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import Any

import numpy as np
import pandas as pd

from ..english.wording import count, join_names, leaders, shorten
from ..english.words import count_words, find_words
from ..naming.acts import JUDGING, saying_class
from ..remarks.traces import WHOLE
from ..rules import Setting
from ..speech.kinds import CATCHWORD
from ..tables import column_of, rows_of, rows_where
from .drawing.canvas import Chart, chart, choose_outlets, count_texts, first_rows, note_bracket, say_nothing
from .drawing.lettering import draw_key, plain
from .drawing.matrix import draw_absent, new_matrix, write_cell
from .hearing import find_staff
from .writing.alterations import say_altered
from .writing.base import MOST_NAMES, Answer, Finding, family_of, find, fit, head, name_many, say_part, strongest
from .writing.strengths import weigh
from .writing.versions import are_altered, count_shared, name_speakers

UNKNOWN = "Speaker not known"
NO_REMARK = "No text quotes a remark"
MARKS = {"full": ("o", "full"), "partial": ("o", "left"), "reworded": ("D", "full"), "indirect": ("o", "none")}
STATES = {"full": "in full", "partial": "in part", "reworded": "worded differently",
          "indirect": "without quotation marks", "absent": "not found", "open": "not sure: some of its words"}
REMARK = Setting("remark_words", 8, "words from which a remark is long enough to be missed or set beside another",
                 chosen="a clause with its verb; shorter ones are pieces of one")
LEFT_OUT = Setting("remark_left", 20, "words by which one text quotes more of a remark than another, to be told",
                   chosen="a sentence of newspaper prose")
MOST_TEXTS = 21
SHOWN, SHORTER = 60, (40, 24)  # characters of a remark in a sentence, and where the sentence has less room
HEAD = Setting("remark_head", 150, "words of a text in which a remark stands near its head",
               chosen="the headline and three or four paragraphs")


def say_remarks(event: Any) -> list[Finding]:
    """Return altered remarks, all of them; then what a text leaves out of one, and what it lacks."""
    versions, family, names = event._versions, family_of(event.families), event._names
    several = [utterance for utterance, rows in versions.items() if len(rows) > 1]  # of others nothing is told
    cells = np.isin(column_of(event.coverage, "utterance"), several)
    columns = "utterance", "article", "state", "reason"
    states = {(utterance, article): (state if isinstance(state, str) else None, str(reason))
              for utterance, article, state, reason in rows_where(event.coverage, cells, *columns)}
    found = [*say_altered(event, say_of), *_say_skipped(versions, states, names),
             *_say_pieces(versions, family, names), *_say_lacking(event, versions, states, names)]
    return strongest(found)


def say_of(*rows: dict) -> str:
    """Return " of Ada Lund" where the versions that name a speaker name one, " of Lund" for two Lunds, else ""."""
    said = list(dict.fromkeys(row["speaker"] for row in rows if isinstance(row["speaker"], str)))
    last = {name.split()[-1] for name in said}
    return f" of {said[0] if len(said) == 1 else last.pop()}" if len(last) == 1 else ""


def _cut_common(rows: list[dict]) -> str:
    """Return the longest run of words that all versions have, as the shortest prints it; "" where it is too short."""
    least = min(rows, key=lambda row: row["words"])
    keys, spans = least["keys"], find_words(least["text"])
    if len(keys) != len(spans):
        return ""
    for size in range(len(keys), int(CATCHWORD.value), -1):
        runs = [{tuple(row["keys"][at:at + size]) for at in range(len(row["keys"]) - size + 1)} for row in rows]
        for at in range(len(keys) - size + 1):
            if all(tuple(keys[at:at + size]) in run for run in runs):
                words = least["text"][spans[at][0]:spans[at + size - 1][1]]
                return f"{'… ' if at else ''}{words}{' …' if at + size < len(keys) else ''}"
    return ""


def _places(*rows: dict) -> list[tuple]:
    return [(row["article"], row["start"], row["end"]) for row in rows]


def _say_skipped(versions: dict, states: dict, names: dict) -> list[Finding]:
    """Return the finding of the longest sentence that one text leaves out between two that it quotes, as two others do.

    "We knew of the leak. It was in the log. We told nobody": without its middle a statement may say another thing.
    """
    order: dict[str, list] = {}
    for rows in versions.values():
        for row in rows:
            order.setdefault(row["article"], []).append(row)
    neighbours = {}
    for article, rows in order.items():
        rows.sort(key=lambda row: row["start"])
        for first, second in pairwise(rows):
            neighbours[article, first["utterance"], second["utterance"]] = first, second
    best: tuple | None = None
    for rows in order.values():
        for before, row, behind in zip(rows, rows[1:], rows[2:], strict=False):
            ends = before["utterance"], behind["utterance"]
            having = [version["article"] for version in versions[row["utterance"]]
                      if (version["article"], ends[0], row["utterance"]) in neighbours
                      and (version["article"], row["utterance"], ends[1]) in neighbours]
            if len(having) < 2 or row["words"] < max(REMARK.value, best[0]["words"] + 1 if best else 0):
                continue
            without = [article for article in names if (article, *ends) in neighbours
                       and states.get((row["utterance"], article), ("absent", ""))[0] == "absent"]
            if without and say_of(before, row, behind):
                best = row, without, having, neighbours[without[0], *ends]
    if best is None:
        return []
    row, without, having, around = best
    return [find(
        f"{name_many(without, names)} {'quotes' if len(without) == 1 else 'quote'}{say_of(row).replace(' of', '', 1)} "
        f"without “{shorten(row['text'].rstrip('.,'), SHOWN)}”, which {name_many(having, names)} "
        f"print between the same sentences.", row["words"], "words", weigh("sentence skipped"),
        "What stands before and behind it is quoted in both; no rendering of it was found.",
        [*_places(row), *_places(*around)])]


def _say_pieces(versions: dict, family: dict, names: dict) -> list[Finding]:
    """Return the finding of the remark of which one text prints a piece after a verb that judges it, another much more.

    Without such a verb it is no news that a text quotes less.
    """
    printed: dict[str, list] = {}
    for rows in versions.values():
        for row in rows:
            printed.setdefault(row["article"], []).extend(row["keys"])
    best = None
    for rows in versions.values():
        for one in rows:
            if not isinstance(one["cue"], str) or saying_class(one["cue"]) not in JUDGING:
                continue
            for other in rows:
                size, lost = one["words"], other["words"] - one["words"]
                if family[one["article"]] == family[other["article"]] or size >= REMARK.value or (
                        lost < LEFT_OUT.value) or not say_of(one, other):
                    continue
                if (count_shared(one["keys"], other["keys"]) >= WHOLE.value * size
                        and count_shared(other["keys"], printed[one["article"]], run=int(CATCHWORD.value) + 1) <= size
                        and (best is None or lost > best[0])):
                    best = lost, one, other
    if best is None:
        return []
    lost, one, other = best
    return [find(
        f"{names[one['article']]} prints {count(one['words'], 'word')} of a remark{say_of(one, other)} in quotation "
        f"marks after “{one['cue']}”; {names[other['article']]} prints {other['words']:,}.",
        lost, "words", weigh("piece of a remark", lost),
        f"No other part of the remark stands between quotation marks in {names[one['article']]}.", _places(one, other))]


def _say_lacking(event: Any, versions: dict, states: dict, names: dict) -> list[Finding]:
    """Return the finding of the longest remark that two texts quote and a third has not even in other words.

    One of the two has it near its head: what stands at the foot of both is no news.  Ranked last where the third
    does not quote the speaker at all: who has no room for somebody chooses nothing.
    """
    family, texts, best = family_of(event.families), event._near, None
    actors = {actor for actor, kind in rows_of(event.actors, "actor", "kind") if kind in ("person", "body")}
    staff = find_staff(event)
    quoting = {(row["article"], row["speaker"].split()[-1]) for rows in versions.values() for row in rows
               if isinstance(row["speaker"], str)}
    for utterance, rows in sorted(versions.items(), key=lambda told: -max(row["words"] for row in told[1])):
        if best is not None and best[0][0]:
            break  # every other is shorter, and none is chosen before one whose speaker is quoted
        having = {family[row["article"]] for row in rows}
        longest = max(rows, key=lambda row: row["words"])
        speaker = next((row["speaker"] for row in rows if isinstance(row["speaker"], str)), None)
        if len(having) < 2 or speaker is None or speaker not in actors or not say_of(*rows):
            continue
        if sorted(row["words"] for row in rows)[-2] < REMARK.value or all(
                count_words(texts.texts[row["article"]][:row["start"]]) > HEAD.value for row in rows):
            continue
        if not staff.isdisjoint((utterance, row["article"]) for row in rows) or not _cut_common(rows):
            continue  # or one text has it from her, another from her office
        printing, without, older, unsure = [row["article"] for row in rows], [], [], []
        for article in [article for article in names if article not in printing]:
            state, reason = states.get((utterance, article), ("absent", ""))
            if state == "absent" and "later" in reason:
                older.append(article)
            else:
                near = state != "absent" or texts.comes_near(article, longest["keys"], speaker)
                (unsure if near else without).append(article)
        lacking = [article for article in without if family[article] not in having]
        rank = any((article, speaker.split()[-1]) in quoting for article in lacking), longest["words"]
        if lacking and (best is None or rank > best[0]):
            best = rank, longest, rows, printing, without, older, unsure
    if best is None:
        return []
    (chosen, _), longest, rows, printing, without, older, unsure = best
    return [find(
        fit(_word_lacking(rows, printing, without, older, unsure, names)), longest["words"], "words",
        weigh("remark left out" if chosen else "remark not had", longest["words"]),
        "No sentence there has the words, a rendering of them, or two of their telling words.", _places(*rows[:2]))]


def _word_lacking(rows: list[dict], printing: list, without: list, older: list, unsure: list, names: dict
                  ) -> Iterator[str]:
    """Yield the sentence with ever fewer names and words: no text may be left unsaid, they are counted instead."""
    quote = f"quote{say_of(*rows).replace(' of', '', 1)}{', in wordings that differ' if are_altered(rows) else ''}"
    for most, shown in product((MOST_NAMES.value, 1, 0), (SHOWN, *SHORTER)):
        # not "may have them": of a text that comes near nobody knows whether it is the same remark
        rest = f" (undecided: {name_many(unsure, names, most=most)})" if unsure else ""
        if older:
            rest += f"; {name_many(older, names, most=most)} {'is' if len(older) == 1 else 'are'} older"
        yield (f"{name_many(printing, names, most=most)} {quote}: “{shorten(_cut_common(rows), shown)}”; no such "
               f"words were found in {name_many(without, names, 'or', max(most, 1))}{rest}.")


@chart
def draw_coverage(event: Any) -> Chart:
    """Return which text prints which quoted remark and how, remarks under their speakers, silent sides written out."""
    said = say_remarks(event)
    outlets, cut = choose_outlets(event, MOST_TEXTS, said)
    subtitle = f"Quoted remarks by speaker, and the texts that print them. {count_texts(event)}."
    remarks = list_remarks(event, outlets["article"])
    if remarks.empty:
        return say_nothing(NO_REMARK, subtitle)
    told = remarks["utterance"].isin(_find_told(event, said))
    order = remarks.assign(told=told).sort_values(["told", "texts"], ascending=False, kind="stable")
    shown, left = first_rows(order, "remarks", rule="those that most texts print")
    rows = _lay_rows(shown.sort_values(["turn", "utterance"], kind="stable"), list_silences(event))
    figure, axes, lift, numbers = new_matrix(outlets, [(words, heading) for words, heading, _ in rows])
    table = event.coverage.set_index(["utterance", "article"])[["state", "reason"]]
    states = table["state"].astype(object).where(table["state"].notna(), "open").to_dict()
    reasons = table["reason"].to_dict()
    for place, (_, _, utterance) in enumerate(rows):
        for column, outlet in enumerate(outlets.itertuples()):
            if utterance is not None:
                key = utterance, outlet.article
                _draw_state(axes, column, place, states.get(key, "absent"), reasons.get(key), outlet.color)
    draw_key(axes, [(f"{mark} {STATES[state]}", {}) for mark, state in zip("●◐◆○·?", STATES, strict=True)], lift + 22)
    draw_key(axes, [("× left out of a statement that it quotes", {}), ("» said later than it knows", {})], lift + 6)
    told = []
    for row in shown.itertuples():
        where = [f"{outlet.outlet} {STATES[states.get((row.utterance, outlet.article), 'absent')]}"
                 for outlet in outlets.itertuples()]
        told.append(f"{plain(row.speaker)}, “{plain(row.words)}”: {', '.join(where)}")
    sides = " Sides by people.csv." if len(event.people) else ""
    return Chart(figure, head(said, _say_spread(event.coverage)), subtitle,
                 f"{note_bracket(outlets)} A remark is a sentence of a quote, in the words of its longest version in "
                 f"quotation marks.{sides}{cut}{numbers}{left}", "; ".join(told))


def _find_told(event: Any, said: list[Finding]) -> set[int]:
    """Return the utterances that the first sentence of `said` rests on."""
    places = said[0]["evidence"] if said else []
    rows = rows_of(event.utterances, "utterance", "article", "start", "end")
    return {utterance for utterance, article, start, end in rows if any(
        article == here and start < last and first < end for here, first, last in places)}


def list_remarks(event: Any, articles: Iterable[str] | None = None) -> pd.DataFrame:
    """Return a row for each utterance: utterance, words, speaker, texts, turn.

    words: those of its longest version, in quotation marks where any text has it so; texts: how many articles (of
    `articles`, if given) have it; turn: place of its speaker, who comes first whose remarks stand in most texts.
    """
    texts = dict(rows_of(event.articles, "article", "text"))
    kinds = event.quotes[["article", "quote", "kind"]].astype({"kind": str})
    longest = event.utterances.merge(kinds, on=["article", "quote"], how="left")
    longest = longest.assign(size=longest["end"] - longest["start"], direct=longest["kind"] != "indirect")
    longest = longest.sort_values(["direct", "size"], ascending=False, kind="stable").drop_duplicates("utterance")
    longest = longest.sort_values("utterance")
    words = [texts[row.article][row.start:row.end].strip(" ,;") for row in longest.itertuples()]
    table = pd.DataFrame({"utterance": longest["utterance"].to_numpy(), "words": words})
    present = event.coverage[event.coverage["state"].notna() & (event.coverage["state"] != "absent")]
    if articles is not None:
        present = present[present["article"].isin(articles)]
    table["texts"] = table["utterance"].map(present.groupby("utterance").size()).fillna(0).astype("int64")
    table["speaker"] = table["utterance"].map(name_speakers(present)).astype(object).fillna(UNKNOWN)
    weight = table.groupby("speaker")["texts"].transform("sum").where(table["speaker"] != UNKNOWN, -1)
    first = table.groupby("speaker")["utterance"].transform("min")
    table["turn"] = pd.Series(list(zip(-weight, first, strict=True)), index=table.index)
    return table


def list_silences(event: Any) -> list[str]:
    """Return a sentence for each side of people.csv that is nowhere quoted, in the order of that table."""
    heard = event.quotes[~event.quotes["kind"].isin(["scare", "title"])]
    direct = heard["kind"] != "indirect"
    quoted, paraphrased = set(heard.loc[direct, "side"].dropna()), set(heard.loc[~direct, "side"].dropna())
    sides = [side for side in pd.unique(event.people["side"].dropna()) if side and side not in quoted]
    return [f"{side}: nobody is quoted in any text, only paraphrased" if side in paraphrased else
            f"{side}: nobody is quoted or paraphrased in any text" for side in sides]


def _lay_rows(shown, silences):
    """Return (words, whether a heading, utterance or None) from top to bottom."""
    rows, before = [], None
    for row in shown.itertuples():
        if row.speaker != before:
            rows.append((row.speaker, True, None))
        before = row.speaker
        rows.append((row.words, False, row.utterance))
    return rows + [(words, True, None) for words in silences]


def _draw_state(axes, column, place, state, reason, color):
    if state == "open":
        write_cell(axes, column, place, "?", color="#6a6a6a")
        return
    if state not in MARKS:
        draw_absent(axes, column, place, reason)
        return
    marker, fill = MARKS[state]
    axes.plot(column, place, marker, color=color, fillstyle=fill, mfc=color if fill != "none" else "white",
              markerfacecoloralt="white", mec=color, mew=1.2, ms=8 if marker == "o" else 6.5)


def _say_spread(coverage: pd.DataFrame) -> str:
    """Return the title for want of a finding: the speaker whose remarks most texts print."""
    present = coverage[coverage["state"].notna() & (coverage["state"] != "absent")]
    spread = present.dropna(subset=["speaker"]).groupby("speaker")["article"].nunique().sort_index()
    texts = coverage["article"].nunique()
    if texts < 2 or spread.empty:
        return f"Quoted remarks in the texts: {present['utterance'].nunique()}"
    names, most = leaders(spread)
    who = join_names(names) if len(names) < 4 else f"{len(names)} speakers"
    return f"Remarks of {who} stand in {say_part(most, texts)}"


ANSWER = Answer("remarks", "Who prints which remark, and how much of it?", ("coverage", "versions"), "3_quotes",
                say_remarks, draw_coverage)
