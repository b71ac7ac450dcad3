"""What was cut from a copy, and who went with it?

Table `cuts`: an article that is a shortened copy, the fuller one, and each speaker whose every quoted word is gone.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..copies.sources import find_agency_text
from ..english.wording import count
from ..english.wording import shorten as cut_words
from ..remarks.pieces import DIRECT
from ..tables import rows_of, tabulate
from .drawing.canvas import Chart, chart, new_figure, order_outlets, say_nothing
from .drawing.lettering import draw_key, shorten
from .writing.base import MOST_NAMES, Answer, Finding, find, fit, head, list_people, strongest
from .writing.near import Texts
from .writing.silenced import Silenced, find_silenced
from .writing.strengths import weigh

SHOWN = (120, 80, 50)  # characters of a denial, as many as the sentence has room for
NOTHING = "No text is a shortened copy of another"


def find_speakers_cut(families: pd.DataFrame, pairs: pd.DataFrame, quotes: pd.DataFrame, coverage: pd.DataFrame,
                      utterances: pd.DataFrame, articles: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Return the table `cuts`: a row for each cut copy and silenced speaker; who is missing where nobody was silenced.

    Somebody counts as silenced only where the fuller copy quotes him by name, no utterance of his is left in the cut
    one in any form or under any speaker, and no quote there lacks a known speaker unless the fuller copy has it too.
    """
    cut = [article for article, role in rows_of(families, "article", "role") if role == "cut"]
    if not cut:
        return tabulate("cuts", [], articles)
    words = dict(rows_of(articles, "article", "words"))
    spoken = quotes[quotes["kind"].isin(DIRECT) & (quotes["zone"] == "body")]
    spoken = spoken.astype({"article": str})
    group: dict[tuple, set] = {}
    for article, quote, utterance in rows_of(utterances, "article", "quote", "utterance"):
        group.setdefault((article, quote), set()).add(utterance)
    present = coverage[coverage["state"] != "absent"]
    has: dict[str, set] = {}
    for article, utterance in rows_of(present, "article", "utterance"):
        has.setdefault(article, set()).add(utterance)
    rows: list[tuple] = []
    for article in cut:
        mine = pairs[pairs["article"] == article].astype({"other": str})
        fuller = mine[mine["other"].map(words) > words[article]].sort_values("reused", ascending=False, kind="stable")
        if fuller.empty:
            continue
        other = fuller["other"].iloc[0]
        here, there = spoken[spoken["article"] == article], spoken[spoken["article"] == other]
        heard = set().union(*(group.get((other, quote), set()) for quote in there["quote"]))
        loose = any(not group.get((article, quote), set()) & heard
                    for quote in here.loc[here["speaker"].isna(), "quote"])
        lost: list[tuple] = []
        for who, theirs in there[there["speaker"].notna()].groupby("speaker", sort=False):
            said = set().union(*(group.get((other, quote), set()) for quote in theirs["quote"]))
            quoted_here = any(texts.alike(who, name) for name in here["speaker"].dropna())
            if str(who)[:1].isupper() and not loose and not quoted_here and not said & has.get(article, set()):
                lost.append((article, other, words[article], words[other], who, int(theirs["words"].sum()),
                             not texts.has_name(article, who), int(theirs["start"].iloc[0]),
                             int(theirs["end"].iloc[0])))
        nobody = (article, other, words[article], words[other], None, 0, False, None, None)
        rows += sorted(lost, key=lambda row: (-row[5], row[4])) or [nobody]
    return tabulate("cuts", rows, articles)


def say_cuts(event: Any) -> list[Finding]:
    """Return a finding for each cut copy: how much is left of the fuller one, and who is silenced by the cut."""
    found, cuts, sources = [], event.cuts, _list_sources(event)
    for (article, other), rows in cuts.groupby(["article", "other"], sort=False, observed=True) if len(cuts) else ():
        first, lost = rows.to_dict("records")[0], rows.dropna(subset=["who"])
        sentence = (f"{event.name(article)} prints {count(first['words'], 'word')} of a story of which "
                    f"{event.name(other)} prints {first['other_words']:,}")
        if len(lost):
            who, rest = lost["who"].tolist(), "what it cut" if other in sources else "what was added or cut"
            sentence = fit(f"{sentence}; {rest} holds every quoted word of {whose}" for whose in (
                list_people(who), count(len(who), "speaker")))
        body = event.sentences[(event.sentences["article"] == article) & (event.sentences["zone"] == "body")].tail(1)
        places = [*rows_of(body, "article", "start", "end"),
                  *((other, start, end) for start, end in rows_of(lost, "other_start", "other_end"))]
        found.append(find(
            f"{sentence}.", first["words"] / max(first["other_words"], 1), "share of the fuller copy's words",
            weigh("silenced by a cut" if len(lost) else "cut"),
            "No quote of theirs, no rendering of one, and no quote without a speaker is left in the shorter text.",
            places[:int(MOST_NAMES.value) + 1]))
    return strongest([*found, *_say_silenced(event)])


def _list_sources(event: Any) -> set[str]:
    """Return the agencies' own texts that were cut: of two other versions nobody knows which is the older."""
    groups: dict[int, list[str]] = {}
    for article, number in rows_of(event.families, "article", "family"):
        groups.setdefault(number, []).append(article)
    whole = set(rows_of(event.cuts, "other"))
    return {source for members in groups.values() if any((article,) in whole for article in members)
            and (source := find_agency_text(members, event.articles))}


def _say_silenced(event: Any) -> list[Finding]:
    """Return a finding for each copy that leaves out a denial, or all that somebody says in the story."""
    gone = set(rows_of(event.cuts, "article", "who"))
    lost: dict[tuple, list[Silenced]] = {}
    for one in find_silenced(event):
        if one.said or (one.article, one.who) not in gone:
            lost.setdefault((one.article, one.other), []).append(one)
    found = []
    for (article, other), people in lost.items():
        start = f"{event.name(article)} prints the same story as {event.name(other)}, but "
        denial = people[0] if people[0].said else None
        silent = [one.who for one in people if one is not denial]
        rest = f"no word from {list_people(silent, 'or')}" if silent else ""
        if denial is None:
            claims = [f"{start}{rest}."]
        else:
            before = f"not that {denial.who} “" if denial.whole else f"not what {denial.who} says: “"
            claims = [f"{start}{before}{cut_words(denial.said, most)}”{more}." for more in (
                f"; it has {rest}" if rest else "", "") for most in SHOWN]
        found.append(find(
            fit(claims), len(people), "speakers", weigh("denial cut" if denial else "speaker cut"),
            "Nothing in the copy comes near to what they say there: no quote, no rendering, not two telling words.",
            [(other, one.start, one.end) for one in people]))
    return found


@chart
def draw_cuts(event: Any) -> Chart:
    """Return, for each cut copy, how many words are left of the fuller one, and who is quoted only in the rest."""
    outlets, cuts = order_outlets(event), event.cuts.astype({"article": str, "other": str})
    if cuts.empty:
        return say_nothing(NOTHING)
    title = head(say_cuts(event), f"{count(cuts['article'].nunique(), 'text')} cut from a fuller copy")
    names, colors = (dict(zip(outlets["article"], outlets[column], strict=True)) for column in ("outlet", "color"))
    pairs = cuts.drop_duplicates("article").to_dict("records")[:12]
    figure, axes = new_figure(0.62 * len(pairs))
    longest, told = max(row["other_words"] for row in pairs), []
    for place, row in enumerate(pairs):
        axes.barh(place, row["other_words"], color="white", ec="#8a8a8a", lw=0.8, height=0.5)
        axes.barh(place, row["words"], color=colors[row["article"]], height=0.5)
        lost = cuts.loc[cuts["article"] == row["article"], "who"].dropna().tolist()
        words = f"of {names[row['other']]}'s {count(row['other_words'], 'word')}"
        words += f"; cut: {list_people(lost)}" if lost else ""
        axes.annotate(f"{row['words']:,}", (row["words"], place), (-5, 0), textcoords="offset points", ha="right",
                      va="center", bbox={"fc": "white", "ec": "none", "pad": 1.5})
        axes.text(0, place + 0.42, shorten(words, 6.2), va="center", color="#444444")
        told.append(f"{names[row['article']]}: {row['words']:,} words {words}")
    axes.set_yticks(range(len(pairs)), [names[row["article"]] for row in pairs])
    axes.set(ylim=(len(pairs) - 0.3, -0.5), xlim=(0, longest * 1.02))
    axes.grid(False)
    draw_key(axes, [("words that are left", {"fc": "#5f5f5f"}),
                    ("words that were cut", {"fc": "white", "ec": "#8a8a8a"})])
    return Chart(figure, title, f"Words of the body, of {count(len(pairs), 'shortened copy', 'shortened copies')} and "
                 "of the fuller one; who is quoted there and not here.",
                 "Somebody counts as cut only where none of the quoted words is left in any form.", "; ".join(told))


ANSWER = Answer("cuts", "What was cut, and who went with it?", ("cuts",), "2_similarity", say_cuts, draw_cuts)
