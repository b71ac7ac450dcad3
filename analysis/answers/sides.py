"""Whose words fill the text?  Table `sides`: the body words of each article by voice and side; they add up."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..english.wording import join_names, leaders, percent
from ..remarks.pieces import DIRECT
from ..rules import Setting
from ..tables import VOICES, column_of, rows_of, tabulate
from .drawing.canvas import (
    INK,
    WIDTH,
    Chart,
    chart,
    choose_outlets,
    count_texts,
    label_outlets,
    name_some,
    new_figure,
    note_bracket,
    order_outlets,
    shade,
)
from .drawing.lettering import draw_key, plain, wrap_text
from .hearing import list_sides
from .remarks import REMARK
from .writing.base import Answer, Finding, family_of, find, head, say_part
from .writing.strengths import weigh

MOST_SIDES, MOST_TEXTS = 6, 21
NO_SIDE = "no side known"
GAP = Setting("side_gap", 0.25, "difference of a side's share of the quoted words between two texts, to be told",
              chosen="below it a quote more or less decides")
KNOWN = Setting("side_known", 0.9, "share of a text's quoted words whose side is known, for its shares to be compared",
                chosen="what is not known could turn the comparison round")


def sum_sides(voices: pd.DataFrame, people: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `sides`: a row for each article, voice and side; side is missing where none is known.

    Every listed side and every voice has its row, with 0 words where it is silent.
    """
    words: dict[tuple, int] = {}
    for zone, article, voice, side, number in rows_of(voices, "zone", "article", "voice", "side", "words"):
        if zone == "body":
            key = article, voice, side if voice != "own" and isinstance(side, str) else None
            words[key] = words.get(key, 0) + number
    sides = list(dict.fromkeys([*list_sides(people), *sorted(side for _, _, side in words if side)]))
    rows = [(article, voice, side, words.get((article, voice, side), 0)) for article, in rows_of(articles, "article")
            for voice in VOICES for side in (None, *(sides if voice != "own" else ()))]
    return tabulate("sides", rows, articles)


def say_sides(event: Any) -> list[Finding]:
    """Return the finding of the side whose share of the quoted words differs most between two texts.

    Only of texts in which every quote has its speaker named beside it, and nearly all of their words a known side.
    """
    if column_of(event.sides, "side").isna().all():
        return []
    quotes, family = event.quotes, family_of(event.families)
    direct = quotes[quotes["kind"].isin(DIRECT)]
    texts = dict(rows_of(event.articles, "article", "text"))
    loose = {article for article, start, speaker, at in rows_of(direct, "article", "start", "speaker", "mention_start")
        if pd.isna(speaker) or pd.isna(at) or "\n" in texts[article][min(start, at):max(start, at)]}
    shares: dict[str, dict[str, float]] = {}
    for article, rows in event.sides[event.sides["voice"] == "quoted"].groupby("article", observed=True):
        total, known = rows["words"].sum(), rows.dropna(subset=["side"])
        if article not in loose and total >= REMARK.value and known["words"].sum() >= KNOWN.value * total:
            shares[str(article)] = dict(zip(known["side"], known["words"] / known["words"].sum(), strict=True))
    best = None
    for side in dict.fromkeys(side for share in shares.values() for side in share):
        most = max(shares, key=lambda name: shares[name][side])
        least = min(shares, key=lambda name: shares[name][side])
        gap = shares[most][side] - shares[least][side]
        if family[most] != family[least] and gap >= GAP.value and (
                best is None or (gap, shares[most][side]) > (best[0], shares[best[2]][best[1]])):
            best = gap, side, most, least
    if best is None:
        return []
    gap, side, most, least = best
    shown = direct[(direct["article"] == most) & (direct["side"] == side)].head(1)
    shown = pd.concat([shown, direct[direct["article"] == least].head(1)])
    return [find(
        f"Of the words that {event.name(most)} quotes from the sides, {percent(shares[most][side])} are those of "
        f"“{side}”, of those in {event.name(least)} {percent(shares[least][side]) if shares[least][side] else 'none'}.",
        gap, "share of quoted words", weigh("sides' shares", gap),
        "Every quote of the two texts has its speaker named beside it, nearly every quoted word a known side.",
        rows_of(shown, "article", "start", "end"))]


@chart
def draw_voices(event: Any) -> Chart:
    """Return the share of own, paraphrased and quoted words of each body, and each side's words, silent ones too."""
    said = say_sides(event)
    outlets, cut = choose_outlets(event, MOST_TEXTS, said)
    table = event.sides.astype({"article": str, "voice": str})
    table = table.assign(side=[side if isinstance(side, str) else NO_SIDE for side in table["side"].astype(object)])
    voices = table.groupby(["article", "voice"], sort=False)["words"].sum().reset_index()
    sides = table[table["voice"] != "own"]
    shown, left = _pick_sides(sides)
    figure, grid = new_figure(0.3 * len(outlets), ncols=1 + len(shown), sharey=True, squeeze=False,
                              width_ratios=[3.2] + [1] * len(shown))
    _draw_parts(grid[0][0], outlets, voices)
    most = max(sides.groupby(["article", "side"])["words"].sum().max(), 1) if len(sides) else 1
    for axes, side in zip(grid[0][1:], shown, strict=True):
        words = sides[sides["side"] == side]
        room = (WIDTH - 2) / (3.2 + len(shown)) - 0.06
        silence = ["(silent)"] if not words["words"].any() else (
            ["(not quoted)"] if not words.loc[words["voice"] == "quoted", "words"].any() else [])
        axes.set_title("\n".join(wrap_text(side, room, 9, lines=2) + silence), fontsize=9)
        _draw_side(axes, outlets, words, most)
    label_outlets(grid[0][0], outlets)
    key = {"own": "the outlet's own words", "paraphrased": "paraphrased", "quoted": "quoted"}
    draw_key(grid[0][0], [(words, voice_look("#5f5f5f", voice)) for voice, words in key.items()], 46)
    return Chart(figure, head(said, _say_heard(sides, voices, order_outlets(event))),
                 "Whose words the body's words are, in % of them; beside it the words quoted or paraphrased from each "
                 f"side. {count_texts(event)}.",
                 f"{note_bracket(outlets)} Headlines, headings and captions are left out. 0 is written where nobody "
                 f"of a side is quoted or paraphrased.{cut}{left}", _tell_voices(sides, voices, outlets))


def _pick_sides(sides: pd.DataFrame) -> tuple[list[str], str]:
    """Return (the sides to show: most words first, silent ones last; a sentence on those left out)."""
    total = sides.groupby("side", sort=False)["words"].sum()
    named = total[total.index != NO_SIDE].sort_values(ascending=False, kind="stable")
    vocal, silent = named.index[named > 0].tolist(), named.index[named == 0].tolist()
    rest = [NO_SIDE] if total.get(NO_SIDE, 0) else []
    if len(vocal) + len(silent) + len(rest) > MOST_SIDES:
        silent = silent[:2]
        vocal = vocal[:MOST_SIDES - len(silent) - len(rest)]
    shown = [*vocal, *rest, *silent]
    left = [side for side in named.index if side not in shown]
    words = ", ".join(f"{plain(side)} {named[side]:,}" for side in left[:8])
    return shown, f" Not drawn: {words} words{' and others' if len(left) > 8 else ''}." if left else ""


def voice_look(color: str, voice: str) -> dict:
    """Return how a voice looks: own words solid, paraphrase pale, quotes white with a frame."""
    return {"own": {"fc": color, "ec": color}, "paraphrased": {"fc": shade(color, 0.9), "ec": color},
            "quoted": {"fc": "white", "ec": INK}}[voice]


def _draw_bars(axes: Any, outlets: pd.DataFrame, starts: Any, lengths: Any, voice: str) -> None:
    looks = [voice_look(color, voice) for color in outlets["color"]]
    axes.barh(range(len(outlets)), lengths, left=starts, height=0.62, facecolor=[look["fc"] for look in looks],
              edgecolor=[look["ec"] for look in looks], lw=0.8)


def _draw_parts(axes: Any, outlets: pd.DataFrame, voices: pd.DataFrame) -> None:
    words = voices.pivot(index="article", columns="voice", values="words").reindex(outlets["article"])
    parts = words.div(words.sum(axis=1).clip(lower=1), axis=0) * 100
    starts = parts["own"] * 0
    for voice in ("own", "paraphrased", "quoted"):
        _draw_bars(axes, outlets, starts, parts[voice], voice)
        for row, (start, part) in enumerate(zip(starts, parts[voice], strict=True)):
            if part >= 8:
                axes.text(start + part / 2, row, f"{part:.0f}", ha="center", va="center",
                          bbox={"fc": "white", "ec": "none", "pad": 1.2})
        starts = starts + parts[voice]
    axes.set_xlim(0, 100.5)
    axes.set_xlabel("% of the body's words")
    axes.grid(False)


def _draw_side(axes: Any, outlets: pd.DataFrame, side: pd.DataFrame, most: int) -> None:
    words = side.pivot(index="article", columns="voice", values="words").reindex(outlets["article"]).fillna(0)
    _draw_bars(axes, outlets, 0, words["paraphrased"], "paraphrased")
    _draw_bars(axes, outlets, words["paraphrased"], words["quoted"], "quoted")
    for row, total in enumerate(words.sum(axis=1).astype(int)):
        axes.annotate(f"{total:,}", (total, row), (3, 0), textcoords="offset points", va="center",
                      fontweight="normal" if total else "bold")
    axes.set_xlim(0, most * 1.7)
    axes.set_xticks([])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(True)


def _say_heard(sides: pd.DataFrame, voices: pd.DataFrame, outlets: pd.DataFrame) -> str:
    """Return the title for want of a finding: which side is heard in most texts, or whose the words are."""
    if not voices.loc[voices["voice"] != "own", "words"].sum():
        return "Nobody else is heard: every word is the outlets' own"
    known = sides[(sides["side"] != NO_SIDE) & (sides["words"] > 0)]
    if known.empty:
        return _say_own(voices, outlets)
    heard = known.groupby("side", sort=False)["article"].nunique()
    names, most = leaders(heard)
    who = join_names(names) if len(names) < 4 else f"{len(names)} sides"
    return f"{who[:1].upper()}{who[1:]} {'is' if len(names) == 1 else 'are'} heard in {say_part(most, len(outlets))}"


def _say_own(voices: pd.DataFrame, outlets: pd.DataFrame) -> str:
    words = voices.pivot(index="article", columns="voice", values="words").reindex(outlets["article"])
    share = (words["own"] / words.sum(axis=1).where(lambda total: total > 0)).set_axis(outlets["outlet"]).dropna()
    most, high = leaders(share, 0.005)
    if len(most) == len(share):
        return f"{percent(high)} of the words are the outlet's own in every text"
    return f"The outlet's own words are {percent(high)} in {name_some(most)}, fewer elsewhere"


def _tell_voices(sides: pd.DataFrame, voices: pd.DataFrame, outlets: pd.DataFrame) -> str:
    told = []
    for outlet in outlets.itertuples():
        words = voices[voices["article"] == outlet.article].set_index("voice")["words"]
        heard = sides[sides["article"] == outlet.article].groupby("side", sort=False)["words"].sum()
        parts = [f"{voice} {percent(part / max(words.sum(), 1))}" for voice, part in words.items()]
        parts += [f"{plain(side)} {number:,} words" for side, number in heard.items()]
        told.append(f"{outlet.outlet}: {', '.join(parts)}")
    return ". ".join(told)


ANSWER = Answer("sides", "Whose words fill the text?", ("sides",), "3_quotes", say_sides, draw_voices)
