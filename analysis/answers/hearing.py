"""Who is heard?  After how many words each side and each speaker is named, paraphrased and quoted in each article.

Table `hearing`.  Sides come from people.csv or from the texts (`actors`); without any, speakers stand in their place.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..english.wording import count, join_names
from ..rules import Setting
from ..tables import TABLES, conform
from ..text.words import count_before
from .base import Answer, Finding, find, head
from .drawing.canvas import (
    FAINT,
    INK,
    Chart,
    chart,
    count_texts,
    first_rows,
    label_outlets,
    new_panels,
    note_bracket,
    order_outlets,
    say_nothing,
)
from .drawing.lettering import draw_key, plain

NOBODY = "No side and no speaker is known in these texts"
MOST_PANELS = 6
SILENT_NAMED = Setting("silent_named", 0.6, "share of the articles that must name whom none of them quotes",
                       chosen="who is named in passing by one text need not be heard")


def find_hearing(quotes: pd.DataFrame, voices: pd.DataFrame, mentions: pd.DataFrame, people: pd.DataFrame,
                 articles: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the table `hearing`: a row for every side and speaker, and every article.

    A side of people.csv that no text names has its rows too, all empty: its silence is the finding.
    """
    names = articles["article"].astype(str).tolist()
    known: dict[tuple[str, str], None] = {("side", side): None for side in people["side"].dropna() if side}
    first: dict[tuple, tuple] = {}  # (kind, who, article, how) -> (position, start, end)
    words: dict[tuple, int] = {}
    for article, side, speaker, how, position, start, end, size in _list_places(quotes, voices, mentions, tokens):
        for kind, who in (("side", side), ("speaker", speaker)):
            if isinstance(who, str) and who:
                known.setdefault((kind, who))
                key = kind, who, article, how
                first[key] = min(first.get(key, (position, start, end)), (position, start, end))
                words[key] = words.get(key, 0) + size
    rows = []
    for kind, who in sorted(known, key=lambda key: key[0] != "side"):
        for article in names:
            keys = [(kind, who, article, how) for how in ("named", "paraphrased", "quoted")]
            at = [first.get(key, (None, None, None)) for key in keys]
            shown = next((place for place in reversed(at) if place[0] is not None), (None, None, None))
            rows.append((who, article, *(place[0] for place in at), *(words.get(key, 0) for key in keys[1:]), kind,
                         *shown[1:]))
    columns = [column.name for column in TABLES["hearing"].columns]
    return conform("hearing", pd.DataFrame(rows, columns=columns), articles)


def _list_places(quotes: pd.DataFrame, voices: pd.DataFrame, mentions: pd.DataFrame, tokens: pd.DataFrame) -> list:
    """Return (article, side, speaker, how, position, start, end, words) of every mention and stretch of speech."""
    body = voices[(voices["zone"] == "body") & (voices["voice"] != "own")]
    told = quotes[(quotes["zone"] == "body") & ~quotes["kind"].isin(["scare", "title"])]
    told = told[told["mention_start"].notna()].astype({"mention_start": "int64", "mention_end": "int64"})
    introduced = told[["article"]].assign(start=told["mention_start"], end=told["mention_end"])
    found = []
    for table, side, speaker, how, words in (
            (mentions, mentions["side"], mentions["actor"], ["named"] * len(mentions), [0] * len(mentions)),
            (introduced, told["side"], told["speaker"], ["named"] * len(told), [0] * len(told)),
            (body, body["side"], body["speaker"], body["voice"].astype(str), body["words"].tolist())):
        found += zip(table["article"].astype(str), side, speaker, how, count_before(table, tokens).tolist(),
                     table["start"].tolist(), table["end"].tolist(), words, strict=True)
    return found


def say_hearing(event: Any) -> list[Finding]:
    """Return who is named by most articles and quoted by none; nothing while a quote there may be theirs."""
    table, total = event.hearing, len(event.articles)
    if total < 2:
        return []
    quotes = event.quotes
    direct = quotes[quotes["kind"].isin(["full", "partial"])]
    open_in = set(direct.loc[direct["speaker"].isna(), "article"].astype(str))
    listed = set(event.people["side"].dropna())
    found = []
    for (kind, who), rows in table.groupby(["kind", "who"], observed=True, sort=False):
        naming = rows.loc[rows["named"].notna(), "article"].astype(str).tolist()
        if rows["words_quoted"].any() or len(naming) < max(2, SILENT_NAMED.value * total) or open_in & set(naming):
            continue
        if kind == "speaker" and not _may_speak(event, who):
            continue
        told = rows.loc[rows["words_paraphrased"] > 0, "article"].astype(str).tolist()
        times = int(event.mentions["side" if kind == "side" else "actor"].eq(who).sum())
        every = f"all {total} outlets" if len(naming) == total else f"{len(naming)} of {total} outlets"
        heard = f"; {len(told)} of them {'says' if len(told) == 1 else 'say'} in other words what it said" if told else ""
        found.append(find(
            f"{every[0].upper()}{every[1:]} name {who}, and none prints a word of theirs in quotation marks{heard}.",
            len(naming), "outlets", 0.55 + 0.2 * (who in listed) + 0.1 * len(naming) / total + min(times / 200, 0.1),
            f"All quotes of the articles that name {who} have another known speaker.",
            _first_places(event, kind, who)))
    return sorted(found, key=lambda row: (-row["strength"], row["claim"]))[:2]


def _may_speak(event: Any, who: str) -> bool:
    """Tell whether an actor is one whom a reader expects to hear: a person or a body, no country or place."""
    actors = getattr(event, "actors", None)
    kinds = dict(zip(actors["actor"], actors["kind"].astype(str), strict=True)) if actors is not None else {}
    return kinds.get(who) in ("person", "body")


def _first_places(event: Any, kind: str, who: str) -> list[tuple]:
    rows = event.mentions[event.mentions["side" if kind == "side" else "actor"] == who]
    rows = rows.drop_duplicates("article").head(2)
    return list(zip(rows["article"].astype(str), rows["start"], rows["end"], strict=True))


@chart
def draw_hearing(event: Any) -> Chart:
    """Return, side by side, after how many words each side (or speaker) is named and heard; empty: never."""
    outlets, cut = first_rows(order_outlets(event), "articles", 21)
    table = event.hearing.astype({"article": str})
    shown, left = _pick(table)
    title = head(say_hearing(event), "")
    subtitle = ("Words of the body read before somebody is first named, and first quoted or paraphrased. "
                f"{count_texts(outlets)}.")
    if not shown:
        return Chart(say_nothing(NOBODY), NOBODY, subtitle, "", "Empty")
    figure, panels = new_panels(shown, len(outlets), "words of the body")
    lengths = dict(zip(event.articles["article"].astype(str), event.articles["words"], strict=True))
    told = []
    for number, (axes, who) in enumerate(zip(panels, shown, strict=True)):
        rows = {row["article"]: row for row in table[table["who"] == who].to_dict("records")}
        longest = max(*lengths.values(), 1)
        for place, (article, outlet, color) in enumerate(zip(outlets["article"], outlets["outlet"], outlets["color"],
                                                             strict=True)):
            words = _draw_row(axes, place, rows[article], lengths[article], longest, color)
            told.append(f"{plain(who)} in {outlet}: {words}")
        axes.set_xlim(-longest * 0.02, longest * 2.1)
        axes.set_xticks([tick for tick in axes.get_xticks() if 0 <= tick <= longest])
        label_outlets(axes, outlets, names=number % 2 == 0, bracket=number % 2 == 0)
    draw_key(panels[0], [("○ first named", {}), ("● first quoted or paraphrased", {}),
                         ("the whole text", {"fc": FAINT})], 20)
    caption = f"{note_bracket(outlets)} Headlines, headings and captions are left out.{cut}{left}"
    return Chart(figure, title or _say_first(table, shown, outlets), subtitle, caption, "; ".join(told))


def _pick(table: pd.DataFrame) -> tuple[list[str], str]:
    """Return (whom to show: the sides, silent ones too, else the speakers with most words; a sentence on the rest)."""
    kind = "side" if (table["kind"] == "side").any() else "speaker"
    rows = table[table["kind"] == kind]
    rows = rows.assign(words=rows["words_quoted"] + rows["words_paraphrased"], has=rows["named"].notna())
    total = rows.groupby("who", sort=False)[["words", "has"]].sum()
    vocal = total[total["words"] > 0].sort_values(["words", "has"], ascending=False, kind="stable").index.tolist()
    silent = total[total["words"] == 0].sort_values("has", ascending=False, kind="stable").index.tolist()
    silent = silent if kind == "side" else []
    shown = [*vocal[:MOST_PANELS - min(len(silent), 2)], *silent][:MOST_PANELS]
    left = len(vocal) + len(silent) - len(shown)
    return shown, f" Not drawn: {left} with fewer words." if left else ""


def _draw_row(axes: Any, place: int, row: dict, words: int, longest: int, color: str) -> str:
    named = None if pd.isna(row["named"]) else int(row["named"])
    heard = [int(row[how]) for how in ("paraphrased", "quoted") if pd.notna(row[how])]
    first = min(heard, default=None)
    axes.barh(place, words, height=0.7, color=FAINT)
    if named is not None and first is not None:
        axes.plot([named, first], [place, place], color=color, lw=1.6)
    if first is not None:
        axes.plot(first, place, "o", color=color, ms=7)
    if named is not None:
        axes.plot(named, place, "o", mfc="white", mec=INK, ms=4.5, mew=1)
    parts = ["never named" if first is None else ""] if named is None else [f"named {named:,}"]
    parts.append(f"heard {first:,}" if first is not None else "never heard" if named is not None else "")
    told = ", ".join(part for part in parts if part)
    axes.text(longest * 1.04, place, told, va="center")
    return told


def _say_first(table: pd.DataFrame, shown: list[str], outlets: pd.DataFrame) -> str:
    """Return who is heard in most articles, for want of a finding."""
    rows = table[table["who"].isin(shown) & (table["words_quoted"] + table["words_paraphrased"] > 0)]
    heard = rows.groupby("who", sort=False)["article"].nunique().reindex(shown).fillna(0).astype(int)
    if not heard.any():
        return "Nobody is heard in these texts"
    most = heard.index[heard == heard.max()].tolist()
    who = join_names(most if len(most) < 4 else [*most[:2], f"{len(most) - 2} others"])
    where = "the one text" if len(outlets) == 1 else f"{heard.max()} of {count(len(outlets), 'text')}"
    return f"{who} {'is' if len(most) == 1 else 'are'} heard in {where}"


ANSWER = Answer("hearing", "Who is heard, and after how many words?", ("hearing",), "3_quotes", say_hearing,
                draw_hearing)
