"""Who is heard?  After how many words each side and each speaker is named, paraphrased and quoted in each article.

Table `hearing`.  Sides come from people.csv or from the texts (`actors`); without any, speakers stand in their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import regex

from ..english.grammar import PERSONAL
from ..english.posts import FIRMS, GENERIC_BODIES, OF_NO_FIRM, SPEAKS_FOR_A_FIRM
from ..english.words import folded_words
from ..remarks.pieces import DIRECT
from ..tables import column_of, conform, in_each, rows_of, rows_where
from ..text.words import count_before
from .drawing.canvas import (
    FAINT,
    INK,
    Chart,
    chart,
    choose_outlets,
    count_texts,
    label_outlets,
    new_panels,
    note_bracket,
    say_nothing,
)
from .drawing.lettering import draw_key, plain
from .writing.base import Answer, Finding, Span, find, first_places, head, list_people, say_part, strongest
from .writing.near import name_words
from .writing.strengths import weigh
from .writing.unheard import NAMED_SORTS, Unheard

NOBODY = "No side and no speaker is known in these texts"
MOST_PANELS = 6
NOT_FOUND, NOT_SURE = "no words found", "no words surely theirs"
_WHERE = regex.compile(r"\b(?:in|at|near|to|from|across|outside|into)\s(?:the\s)?$", regex.IGNORECASE)
_COLLECTIVE = GENERIC_BODIES | {"it", "they", "body", "spokesman", "spokeswoman", "spokesperson", "statement"}
_FIRM = regex.compile(rf"\b(?:owner|maker|{'|'.join(sorted(FIRMS))})\b")
_STAFF = regex.compile(r"\b(?:spokes(?:man|woman|person)|aide|(?<=['’]s?\s)(?:office|lawyer|press secretary))\b")
_DECLINED = regex.compile(
    r"\b(?:(?:did|does|has|had|would|could|will)(?: not|n['’]t)(?: immediately| yet)? (?:re(?:ply|plied|spond|"
    r"sponded|turn|turned)|answer|answered|comment|be reached|say)|(?:declin|refus)\w+ to (?:comment|say|answer|speak)|"
    r"no (?:comment|answer|reply))\b", regex.IGNORECASE)


def find_hearing(quotes: pd.DataFrame, voices: pd.DataFrame, mentions: pd.DataFrame, people: pd.DataFrame,
                 articles: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the table `hearing`: a row for every side and speaker, and every article.

    A side of people.csv that no text names has its rows too, all empty: its silence is the finding.
    """
    known: dict[tuple[str, str], None] = {("side", side): None for side in list_sides(people)}
    first: dict[tuple, tuple] = {}  # (kind, who, article, how) -> (position, start, end)
    words: dict[tuple, int] = {}
    for article, side, speaker, how, position, start, end, size in _list_places(quotes, voices, mentions, tokens):
        for kind, who in (("side", side), ("speaker", speaker)):
            if isinstance(who, str) and who:
                known.setdefault((kind, who))
                key = kind, who, article, how
                first[key] = min(first.get(key, (position, start, end)), (position, start, end))
                words[key] = words.get(key, 0) + size
    spots = {article: spot for spot, (article,) in enumerate(rows_of(articles, "article"))}
    rows = {key: row for row, key in enumerate(sorted(known, key=lambda key: key[0] != "side"))}
    size = len(rows) * len(spots)
    at = {how: np.full((size, 3), np.nan) for how in ("named", "paraphrased", "quoted")}
    heard = {how: np.zeros(size, np.int64) for how in at}
    for (kind, who, article, how), place in first.items():
        cell = rows[kind, who] * len(spots) + spots[article]
        at[how][cell], heard[how][cell] = place, words[kind, who, article, how]
    shown = at["quoted"]
    for how in ("paraphrased", "named"):
        shown = np.where(np.isnan(shown), at[how], shown)
    who, article = in_each([who for _, who in rows], articles)
    return conform("hearing", {
        "who": who, "article": article, **{how: places[:, 0] for how, places in at.items()},
        "words_paraphrased": heard["paraphrased"], "words_quoted": heard["quoted"],
        "kind": [kind for kind, _ in rows for _ in spots], "start": shown[:, 1], "end": shown[:, 2]}, articles)


def list_sides(people: pd.DataFrame) -> dict[str, None]:
    """Return the sides of people.csv as the keys of a dict, in the order in which they first come."""
    return {side: None for side, in rows_of(people, "side") if isinstance(side, str) and side}


def actor_of(mentions: pd.DataFrame) -> dict[str, str]:
    """Return {full name as it is printed: the actor}: who speaks as "Ada M. Lund" here and "Ada Lund" there is one."""
    bearers: dict[str, set[str]] = {}
    for form, actor in rows_of(mentions, "form", "actor"):
        if " " in form:
            bearers.setdefault(form, set()).add(actor)
    return {form: next(iter(actors)) for form, actors in bearers.items() if len(actors) == 1}


def _names(mention: str, who: str) -> bool:
    """Tell whether the words that lead to a speaker name him: not "he" and not "the operator's chief executive"."""
    said, name = folded_words(mention.replace("’", "'")), name_words(who) or folded_words(who)
    return not {word.removesuffix("'s") for word in said}.isdisjoint(name)


def _list_places(quotes: pd.DataFrame, voices: pd.DataFrame, mentions: pd.DataFrame, tokens: pd.DataFrame) -> list:
    """Return (article, side, speaker, how, position, start, end, words) of every mention and stretch of speech."""
    actors = actor_of(mentions)
    rows = [(*row, "named", 0) for row in rows_of(mentions, "article", "start", "end", "side", "actor")]
    columns = "zone", "kind", "mention", "speaker", "article", "mention_start", "mention_end", "side"
    for zone, kind, mention, speaker, article, start, end, side in rows_of(quotes, *columns):
        if zone == "body" and kind not in ("scare", "title") and start is not pd.NA and (
                isinstance(speaker, str) and _names(mention, speaker)):
            rows.append((article, start, end, side, actors.get(speaker, speaker), "named", 0))
    columns = "zone", "voice", "article", "start", "end", "side", "speaker", "words"
    rows += [(article, start, end, side, actors.get(speaker, speaker), voice, words)
             for zone, voice, article, start, end, side, speaker, words in rows_of(voices, *columns)
             if zone == "body" and voice != "own"]
    places = {"article": [row[0] for row in rows], "start": [row[1] for row in rows]}
    return [(article, side, speaker, how, position, start, end, words) for (
        article, start, end, side, speaker, how, words), position in zip(
        rows, count_before(places, tokens).tolist(), strict=True)]


def say_hearing(event: Any) -> list[Finding]:
    """Return who is named by most outlets and quoted by none, at most two; nothing while a quote may be theirs.

    A side of people.csv may be told so, and where no table says who matters a firm or a club of which one of the texts
    says that it did not answer; but no firm whose words are paraphrased, or of which a director may be quoted.
    """
    table, total = event.hearing, len(event.articles)
    if total < 2:
        return []
    quotes, mentions = _Quotes(event), {}
    for side, actor, *place in rows_of(event.mentions, "side", "actor", "article", "start", "end"):
        for key in (("side", side), ("speaker", actor)):
            mentions.setdefault(key, []).append(tuple(place))
    listed = list_sides(event.people)
    kinds = dict(rows_of(event.actors, "actor", "kind"))
    found = []
    quoted, told, where = set(), set(), {}
    there = ~column_of(table, "named").isna() | (column_of(table, "words_quoted") > 0)
    columns = "kind", "who", "article", "named", "words_quoted", "words_paraphrased"
    for kind, who, article, named, words, indirect in rows_where(table, there, *columns):
        where.setdefault((kind, who), []).extend([] if named is pd.NA else [article])
        quoted |= {(kind, who)} if words else set()
        told |= {(kind, who)} if indirect else set()
    for (kind, who), naming in where.items():
        if (kind, who) in quoted or len(naming) < 2 or 2 * len(naming) <= total:
            continue
        mine = mentions.get((kind, who), [])
        if kind == "side":
            speaks = who in listed and not quotes.any_open(naming) and not quotes.only_place(mine)
        else:
            # "Brightwater Line" may be read as a man
            speaks = (kind, who) not in told and kinds.get(who) in ("person", "body") \
                and quotes.declined(mine) and not quotes.may_be(mine)
            offices = [office for _, one in quoted for office in event._offices.called.get(one, ())]
            speaks = speaks and not any(_speaks_for(office, who) for office in offices)
        if not speaks:
            continue
        found.append(find(
            f"{who} is named by {say_part(len(naming), total, 'outlet')} and quoted by none.", len(naming), "outlets",
            weigh("side never quoted" if kind == "side" else "nobody answered", len(mine), len(naming) / total),
            f"No quote in the articles that name {who} is without a speaker who may be theirs.",
            first_places(mine)))
    return strongest(found)[:2]


def list_open(event: Any) -> set[str]:
    """Return the articles that quote somebody without a name: it may be anybody who is named there."""
    columns = "kind", "zone", "article", "speaker", "speaker_type"
    return {article for kind, zone, article, speaker, sort in rows_of(event.quotes, *columns)
            if kind in DIRECT and zone == "body" and not (isinstance(speaker, str) and sort in NAMED_SORTS)}


def find_staff(event: Any) -> set[tuple[int, str]]:
    """Return (utterance, article) of somebody's remarks that an article has from a spokesman, or an office or body."""
    columns, persons, staff = ("article", "quote", "speaker_type", "speaker", "mention"), set(), set()
    for article, quote, sort, *named in rows_of(event.quotes, *columns):
        if sort == "person":
            persons.add((article, quote))
        if sort == "institution" or any(isinstance(one, str) and _STAFF.search(one) for one in named):
            staff.add((article, quote))
    rows = list(rows_of(event.utterances, "utterance", "article", "quote"))
    theirs = {utterance for utterance, *key in rows if tuple(key) in persons}
    return {(utterance, article) for utterance, article, quote in rows
            if utterance in theirs and (article, quote) in staff}


def _speaks_for(office: tuple[str, ...], body: str) -> bool:
    """Tell whether the folded words of an office may be a body's: chief executive of Brightwater Line, or of none."""
    return set(folded_words(body)) <= set(office) or _is_post_alone(office)


def _is_post_alone(words: Iterable[str]) -> bool:
    """Tell whether folded words are a firm's post that names no firm: the company's chief executive, its director."""
    bare = {word.removesuffix("'s").removesuffix("s'") for word in words}
    return not bare.isdisjoint(SPEAKS_FOR_A_FIRM) and bare <= SPEAKS_FOR_A_FIRM | OF_NO_FIRM


class _Quotes:
    """The direct quotes of all articles, for the question whose else they may be."""

    def __init__(self, event: Any) -> None:
        self.event, self.texts = event, event._near.texts

    @cached_property
    def rows(self) -> dict[str, list[tuple]]:
        """Of each article (number of the paragraph, by a name, speaker, words that lead to the speaker) of each."""
        columns = "kind", "article", "quote", "speaker", "start", "speaker_type", "mention"
        quotes = [row[1:] for row in rows_of(self.event.quotes, *columns) if row[0] in DIRECT]
        told = _share_speakers(self.event, {row[:2]: row[2] for row in quotes})
        rows: dict[str, list[tuple]] = {}
        for *key, _, start, kind, mention in quotes:
            mention = mention if isinstance(mention, str) else ""
            by_name = mention[:1].isupper() and kind == "person" and mention.casefold() not in PERSONAL
            rows.setdefault(key[0], []).append(
                (self.texts[key[0]].count("\n", 0, start), by_name, told.get(tuple(key)), mention.casefold()))
        return rows

    def any_open(self, articles: list[str]) -> bool:
        """Tell whether one of the articles has a quote without a known speaker."""
        return any(speaker is None for name in articles for _, _, speaker, _ in self.rows.get(name, ()))

    def only_place(self, mentions: list[Span]) -> bool:
        """Tell whether most of the mentions say where something happens: in Norhaven, a visit to Norhaven."""
        behind = [bool(_WHERE.search(self.texts[article][max(start - 12, 0):start])) for article, start, _ in mentions]
        return 2 * sum(behind) > len(behind)

    def may_be(self, mentions: list[Span]) -> bool:
        """Tell whether a quote that may be a body's stands in a paragraph that names it: nobody's, or that of "it".

        "Brightwater Diving was there. “We saw it,” the firm said."  A body is no he or she, but a manager or chief
        executive of no other firm may be its own, wherever in the article he speaks.
        """
        posted = any(_is_post_alone(folded_words(mention.replace("’", "'")))
                     for article in {article for article, *_ in mentions}
                     for *_, mention in self.rows.get(article, ()))
        if posted:
            return True
        near = {(article, self.texts[article].count("\n", 0, start)) for article, start, _ in mentions}
        return any((article, paragraph) in near and not by_name and (
            speaker is None or not _COLLECTIVE.isdisjoint(mention.split()))
            for article in {article for article, _ in near}
            for paragraph, by_name, speaker, mention in self.rows.get(article, ()))

    def declined(self, mentions: list[Span]) -> bool:
        """Tell whether an article says of a firm or a club that it did not answer; a ministry speaks by persons."""
        near = [self.texts[article][max(start - 40, 0):end + 120] for article, start, end in mentions]
        return any(map(_DECLINED.search, near)) and any(map(_FIRM.search, near))


def _share_speakers(event: Any, speakers: dict) -> dict:
    """Return {(article, quote): speaker, that of another version of the remark where none is known here, else None}."""
    known: dict[int, str] = {}
    group: dict[tuple, list[int]] = {}
    for utterance, article, quote in rows_of(event.utterances, "utterance", "article", "quote"):
        speaker = speakers.get((article, quote))
        if isinstance(speaker, str):
            known.setdefault(utterance, speaker)
        group.setdefault((article, quote), []).append(utterance)
    missing = {key: next((known[number] for number in group.get(key, ()) if number in known), None)
               for key, speaker in speakers.items() if not isinstance(speaker, str)}
    return {**speakers, **missing}


@chart
def draw_hearing(event: Any) -> Chart:
    """Return, side by side, after how many words each side (or speaker) is named and heard, as far as was found."""
    said = say_hearing(event)
    outlets, cut = choose_outlets(event, 21, said)
    table = event.hearing.astype({"article": str})
    heard = table["words_quoted"] + table["words_paraphrased"] > 0
    kind = "side" if ((table["kind"] == "side") & heard).any() else "speaker"
    table = table[table["kind"] == kind]  # the side "union" may be a speaker of that name too
    shown, left = _pick(table, MOST_PANELS if len(outlets) < 13 else MOST_PANELS - 2)
    title = head(said, "")
    subtitle = ("Words of the body read before somebody is first named, and first quoted or paraphrased. "
                f"{count_texts(event)}.")
    if not shown:
        return say_nothing(NOBODY, subtitle)
    figure, panels = new_panels(shown, len(outlets), "words of the body")
    lengths, unsure = dict(rows_of(event.articles, "article", "words")), Unheard(event)
    told = []
    for number, (axes, who) in enumerate(zip(panels, shown, strict=True)):
        rows = {row["article"]: row for row in table[table["who"] == who].to_dict("records")}
        longest = max(*lengths.values(), 1)
        for place, (article, outlet, color) in enumerate(rows_of(outlets, "article", "outlet", "color")):
            words = _draw_row(axes, place, rows[article], lengths[article], longest, color,
                              NOT_FOUND if unsure.is_sure(article, who) else NOT_SURE)
            told.append(f"{plain(who)} in {outlet}: {words}")
        axes.set_xlim(-longest * 0.02, longest * 2.1)
        axes.set_xticks([tick for tick in axes.get_xticks() if 0 <= tick <= longest])
        label_outlets(axes, outlets, names=number % 2 == 0, bracket=number % 2 == 0)
    draw_key(panels[0], [("○ first named", {}), ("● first quoted or paraphrased", {}),
                         ("the whole text", {"fc": FAINT})], 20)
    caption = f"{note_bracket(outlets)} Headlines, headings and captions are left out.{cut}{left}"
    return Chart(figure, title or _say_first(table, shown, len(event.articles)), subtitle, caption, "; ".join(told))


def _pick(table: pd.DataFrame, most: int) -> tuple[list[str], str]:
    """Return (whom to show: the sides, silent ones too, else the speakers with most words; a sentence on the rest)."""
    sides = (table["kind"] == "side").any()
    rows = table.assign(words=table["words_quoted"] + table["words_paraphrased"], has=table["named"].notna())
    total = rows.groupby("who", sort=False)[["words", "has"]].sum()
    vocal = total[total["words"] > 0].sort_values(["words", "has"], ascending=False, kind="stable").index.tolist()
    silent = total[total["words"] == 0].sort_values("has", ascending=False, kind="stable").index.tolist()
    silent = silent if sides else []
    shown = [*vocal[:most - min(len(silent), 2)], *silent][:most]
    left = len(vocal) + len(silent) - len(shown)
    return shown, f" Not drawn: {left} with fewer words." if left else ""


def _draw_row(axes: Any, place: int, row: dict, words: int, longest: int, color: str, silent: str) -> str:
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
    parts = ["no mention found" if first is None else ""] if named is None else [f"named {named:,}"]
    parts.append(f"heard {first:,}" if first is not None else silent if named is not None else "")
    told = ", ".join(part for part in parts if part)
    axes.text(longest * 1.04, place, told, va="center")
    return told


def _say_first(table: pd.DataFrame, shown: list[str], total: int) -> str:
    """Return who is heard in most articles, for want of a finding."""
    rows = table[table["who"].isin(shown) & (table["words_quoted"] + table["words_paraphrased"] > 0)]
    heard = rows.groupby("who", sort=False)["article"].nunique().reindex(shown).fillna(0).astype(int)
    if not heard.any():
        return "Nobody is heard in these texts"
    most = heard.index[heard == heard.max()].tolist()
    who = list_people(most)
    return f"{who[:1].upper()}{who[1:]} {'is' if len(most) == 1 else 'are'} heard in {say_part(heard.max(), total)}"


ANSWER = Answer("hearing", "Who is heard, and after how many words?", ("hearing",), "3_quotes", say_hearing,
                draw_hearing)
