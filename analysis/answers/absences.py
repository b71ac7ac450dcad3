"""Which names does an outlet never print?  Absences that are true by construction: no word of the name stands there.

Table `hearing`: a speaker whom an article never names, and whom others quote.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import regex

from ..english.wording import count, join_names
from ..english.wordlists import listed
from ..english.words import fold, folded_words
from ..remarks.coverage import LATER
from ..remarks.pieces import DIRECT
from ..rules import Setting
from ..speech.kinds import CATCHWORD
from ..tables import column_of, rows_of, rows_where
from .drawing.canvas import Chart, chart, choose_outlets, count_texts, first_few, note_bracket, say_nothing
from .drawing.lettering import draw_key, plain
from .drawing.matrix import new_matrix, write_cell
from .hearing import actor_of, list_open
from .writing.base import (
    MOST_NAMES,
    Answer,
    Finding,
    family_of,
    find,
    first_places,
    head,
    list_people,
    name_many,
    strongest,
)
from .writing.near import Texts, name_words
from .writing.strengths import weigh
from .writing.unheard import Unheard

NOTHING = "No speaker whom two texts name was found to be missing in another"
MOST_LACKING = Setting("absent_most", 0.34, "share of the articles that may lack a name for its absence to be told",
                       chosen="what more than a third of the texts lack is no omission of one")
MANY = Setting("absent_many", 4, "outlets that name whom one alone does not, for this to be told",
               chosen="of three, one may well do without a name")
MOST_SHOWN = 24


def find_absences(event: Any) -> list[dict]:
    """Return people and bodies whom some articles quote, those whom most quote first.

    Keys: who, kind, having, lacking, unnamed, quoting, sure (articles), words, texts.  An article lacks a name only
    where nothing that could be a spelling or a part of it stands there; where something could, it neither has nor lacks
    it.  `unnamed` lack it too and have words of theirs: "the operator's chief executive said".
    `sure` are the articles that quote them with the surname beside the words, `words` the most words that one of these
    quotes; `texts` counts those who quote, copies of one text once.
    """
    table = event.hearing
    here = (column_of(table, "kind") == "speaker") & (
        ~column_of(table, "named").isna() | (column_of(table, "words_quoted") > 0))
    family, texts, found = family_of(event.families), event._near, []
    known = dict(rows_of(event.actors, "actor", "kind"))
    aliases = {who: [who, *str(forms).split("|")] for who, forms in rows_of(event.actors, "actor", "aliases")}
    spoken: dict[str, dict[str, int]] = {}  # words in quotation marks, of those that name or quote them
    having: dict[str, list[str]] = {}
    for who, article, words, at in rows_where(table, here, "who", "article", "words_quoted", "named"):
        spoken.setdefault(who, {})[article] = words
        having.setdefault(who, []).extend([] if at is pd.NA else [article])
    sure, names = count_sure_words(event), list(event._names)
    for who, heard in spoken.items():
        quoting = [article for article, words in heard.items() if words > CATCHWORD.value]
        if not quoting or known.get(who) not in ("person", "body") or not name_words(who) or not who[:1].isupper():
            continue
        named = {article: sure.get((who, article), 0) for article in quoting}
        lacking = [article for article in names if article not in having[who]]
        held = texts.find_forms(who, aliases[who]) if lacking else ()
        lacking = [article for article in lacking if article not in held]
        found.append({"who": who, "kind": known[who], "having": having[who], "quoting": quoting,
                      "words": max(named.values()),
                      "lacking": [article for article in lacking if article not in heard],
                      "unnamed": [article for article in lacking if article in heard],
                      "sure": {article for article, words in named.items() if words > CATCHWORD.value},
                      "texts": len({family[article] for article in quoting})})
    return sorted(found, key=lambda row: (-len(row["quoting"]), -len(row["having"]), -row["words"], row["who"]))


def count_sure_words(event: Any) -> dict[tuple[str, str], int]:
    """Return {(speaker, article): words quoted with the surname beside them}: those are surest to be his.

    The possessive of a name is not its bearer: "Bellamy’s speech would be “a gift”, the mayor said."
    """
    actors = actor_of(event.mentions)
    sure: dict[tuple[str, str], int] = {}
    columns = "kind", "speaker", "article", "mention", "words"
    for kind, speaker, article, mention, words in rows_of(event.quotes, *columns):
        if kind in DIRECT and isinstance(speaker, str) and isinstance(mention, str) and name_words(speaker)[-1:]:
            last = name_words(speaker)[-1]
            if any(last == fold(word.strip(".,")) for word in mention.split()):
                key = actors.get(speaker, speaker), article
                sure[key] = sure.get(key, 0) + words
    return sure


def say_absences(event: Any) -> list[Finding]:
    """Return whom one outlet or two never name while two others or more quote them by name."""
    names, offices, rows = event._names, event._offices, event._absent
    told, single = group_lacking(rows, offices, len(names))
    found = [_say_lacking(event, alike, names) for alike in told]
    for row in single:
        lacking, mentions = names[row["lacking"][0]], [(article, start, end) for actor, article, start, end in rows_of(
            event.mentions, "actor", "article", "start", "end") if actor == row["who"]]
        who, whom = (row["who"], "whom") if row["kind"] == "person" else (_with_the(event, row["who"]), "which")
        found.append(find(
            f"{lacking} never names {who}, {whom} all {len(row['having'])} others name.",
            len(row["having"]), "outlets", weigh("named by all but one", len(mentions)),
            f"No word of the name, its initials or anything spelt like it stands in {lacking}.",
            first_places(mentions)))
    return [*strongest(found)[:4], *_say_sole(rows, event, names, offices)]


def count_few(total: int) -> float:
    """Return of how many of the articles an absence is told at the most, one at least."""
    return max(1, MOST_LACKING.value * total)


def group_lacking(rows: list[dict], offices: Offices, total: int) -> tuple[list[list[dict]], list[dict]]:
    """Return (rows of `find_absences` whom the same outlets quote and the same few never name; whom all but one name).

    Nobody is told whom a text that lacks the name calls by an office.
    """
    told: dict[tuple, list[dict]] = {}
    single, few = [], count_few(total)
    for row in rows:
        many = row["texts"] > 1 and row["sure"] and 0 < len(row["lacking"]) <= few
        one = len(row["lacking"]) == 1 and len(row["having"]) == total - 1 >= MANY.value and row["texts"] < 2
        if not (many or one) or any(offices.stand_in(article, row["who"]) for article in row["lacking"]):
            continue
        if many:
            told.setdefault((row["kind"], *row["lacking"], None, *row["quoting"]), []).append(row)
        else:
            single.append(row)
    return list(told.values()), single


def _say_lacking(event: Any, rows: list[dict], names: dict) -> Finding:
    """Return the finding of those whom the same outlets quote and the same never name, who is quoted most first."""
    rows = sorted(rows, key=lambda row: (-row["words"], row["who"]))
    row, whose = rows[0], [row["who"] for row in rows]
    people = row["kind"] == "person"
    whom = f"{len(row['quoting'])} other outlets" if len(row["quoting"]) > MOST_NAMES.value else name_many(
        row["quoting"], names)
    who = list_people([one if people else _with_the(event, one) for one in whose])
    lacking, relative = name_many(row["lacking"], names), "whom" if people else "which"
    return find(
        f"{lacking} never {'names' if len(row['lacking']) == 1 else 'name'} {who}, {relative} {whom} "
        f"{'quotes' if len(row['quoting']) == 1 else 'quote'}.",
        len(row["lacking"]), "outlets",
        weigh("quoted, never named", row["words"], len(row["quoting"]) / len(names)),
        f"No word of the name, its initials or anything spelt like it stands in {lacking}.",
        [place for one in whose for place in _places(event, one, row["quoting"])])


class Offices:
    """By what people are called beside their names: whom others quote as "the inspector general" is not left out."""

    def __init__(self, event: Any) -> None:
        self.texts: Texts = event._near
        self.called: dict[str, set[tuple[str, ...]]] = {}  # offices of two words or more, folded
        self.posts: dict[str, set[str]] = {}  # offices of a word: governor
        self._held: dict[tuple[str, str], set[str]] = {}  # of each article and post, whom it gives it
        for who, label, part, article in rows_of(event.labels, "thing", "label", "part", "article"):
            words = tuple(folded_words(label)) if part != "head" else ()
            if len(words) > 1:
                self.called.setdefault(who, set()).add(words)
            for word in listed("offices", kind="office").intersection(words) if part in ("before", "behind") else ():
                self.posts.setdefault(who, set()).add(word)
                self._held.setdefault((article, word), set()).add(who)
        persons = {row[1:] for row in rows_of(event.quotes, "speaker_type", "article", "quote") if row[0] == "person"}
        told = event.coverage  # as many rows as remarks times articles: few of them are read
        said, late = told["state"].isin(["full", "partial", "reworded"]), told["reason"] == LATER
        self._excused = {(who, article) for who, article, quote in rows_where(
            told, said, "speaker", "article", "quote") if (article, quote) not in persons}
        if late.any():
            self._excused |= {*rows_where(told, late, "speaker", "article")} - {
                *rows_where(told, ~late, "speaker", "article")}

    def stand_in(self, article: str, who: str) -> bool:
        """Tell whether the article may have somebody by an office, or came out before he spoke.

        All words of a longer office in one sentence are one, or "the governor" where it gives that office to nobody
        else; so is a remark of his that it has from no other person.
        """
        return (who, article) in self._excused or any(
            self.texts.has_words(article, office) for office in self.called.get(who, ())) or any(
            self._held.get((article, post), {who}) == {who} and regex.search(
                rf"\b[Tt]he\s{post}\b(?!\s\p{{Lu}})", self.texts.texts[article])
            for post in self.posts.get(who, ()))


def _with_the(event: Any, body: str) -> str:
    """Return "the Harbour Board" where most mentions have the article, also in "the county Harbour Board"."""
    name, texts = regex.escape(body), " ".join(event._near.texts.values())
    led = regex.findall(rf"\bthe\s(?:[\p{{L}}.]+\s)?{name}", texts, regex.IGNORECASE)
    return f"the {body}" if 2 * len(led) >= len(regex.findall(name, texts)) else body


def _say_sole(rows: list[dict], event: Any, names: dict, offices: Offices) -> list[Finding]:
    """Return the finding of whom one outlet alone quotes while all others name him or, of two, the other does not.

    Each is named beside five quoted words of theirs or more, none of which another outlet has in any form.  That one
    of several texts alone quotes and names somebody is no news: each of the others quotes such people too.
    """
    few, sole = len(names) == 2, {}
    asked = [(article, row) for row in rows for article in row["sure"] if _is_only(row, article, names)]
    whom = {row["who"] for _, row in asked}
    shared, heard = (_list_shared(event), _list_heard(event, whom)) if asked else (set(), set())
    for article, row in asked:
        who, rest = row["who"], [other for other in names if other != article]
        if (who, article) in shared:
            continue
        if not any(offices.stand_in(other, who) for other in rest) if few else not any(
                (who, other) in heard or event._near.stands_by_quote(other, who) for other in rest):
            sole.setdefault(article, []).append(row)
    if not sole or len(names) < 2:
        return []
    article = max(sole, key=lambda name: sum(row["words"] for row in sole[name]))
    chosen = sorted(sole[article], key=lambda row: (-row["words"], row["who"]))[:int(MOST_NAMES.value) - 1]
    words, plural = sum(row["words"] for row in chosen), "s" if len(chosen) > 1 else ""
    others = f"; {names[next(name for name in names if name != article)]} never prints the name{plural}" if few else (
        ", whom all others name")
    return [find(
        f"Of {count(len(names), 'outlet')} only {names[article]} quotes {join_names([row['who'] for row in chosen])}"
        f"{others}.", len(chosen), "people", weigh("sole speaker", words),
        "No word of these names, nothing spelt like one, stands in another article." if few else
        "No other text quotes or paraphrases them, or has a quote that may be theirs.",
        [place for row in chosen for place in _places(event, row["who"], [article])])]


def _is_only(row: dict, article: str, names: dict) -> bool:
    """Tell whether one article alone quotes a person by full name whom all others name or, of two, the other lacks."""
    if len(row["sure"]) != 1 or row["kind"] != "person" or " " not in row["who"]:
        return False
    if len(names) == 2:
        return row["having"] == [article] and len(row["lacking"]) == 1
    return {article, *row["having"]} == {*names}


def _list_heard(event: Any, whom: set[str]) -> set[tuple[str, str]]:
    """Return (one of these, article) where they are quoted or paraphrased, or may be: by a quote of no name."""
    loose, unheard, asked = list_open(event), Unheard(event), column_of(event.hearing, "who").isin(whom)
    columns = "who", "article", "words_quoted", "words_paraphrased"
    return {(who, article) for who, article, quoted, told in rows_where(event.hearing, asked, *columns)
            if quoted or told or article in loose or not unheard.is_sure(article, who)}


def _list_shared(event: Any) -> set[tuple[str, str]]:
    """Return (speaker, article) of those a quote of whom another article has in some form."""
    cover, actors = event.coverage, actor_of(event.mentions)
    state = column_of(cover, "state")
    having: dict[int, set[str]] = {}
    for utterance, article in rows_where(cover, ~state.isna() & (state != "absent"), "utterance", "article"):
        having.setdefault(utterance, set()).add(article)
    speakers = {(article, quote): speaker
                for article, quote, speaker in rows_of(event.quotes, "article", "quote", "speaker")}
    keys = rows_of(event.utterances, "utterance", "article", "quote")
    return {(actors.get(speaker, speaker), article) for utterance, article, quote in keys
            if isinstance(speaker := speakers.get((article, quote)), str) and len(having.get(utterance, ())) > 1}


def _places(event: Any, who: str, quoting: list[str]) -> list[tuple]:
    """Return where two of these articles quote somebody, each time with most words."""
    actors, columns = actor_of(event.mentions), ("speaker", "kind", "words", "article", "start", "end")
    spoken = [(words, (article, start, end)) for speaker, kind, words, article, start, end in rows_of(
        event.quotes, *columns) if kind in DIRECT and article in quoting and actors.get(speaker, speaker) == who]
    return first_places(place for _, place in sorted(spoken, key=lambda row: -row[0]))


@chart
def draw_absences(event: Any) -> Chart:
    """Return who is named where: a column an outlet, a row a name that some print and others lack."""
    said = say_absences(event)
    outlets, cut = choose_outlets(event, 21, said)
    claim = said[0]["claim"] if said else ""
    rows = [row for row in event._absent if row["lacking"] and row["words"]
            and (len(row["having"]) > 1 or row["who"] in claim)
            and not set(row["having"]).isdisjoint(outlets["article"])]
    rows.sort(key=lambda row: row["who"] not in claim)  # whom the title names is always there
    subtitle = f"Speakers whom two texts or more name, and who never does. {count_texts(event)}."
    title = head(said, f"{count(len(rows), 'speaker')} whom some texts name and others do not")
    if not rows:
        return say_nothing(NOTHING, subtitle)
    rows, left = first_few(rows, "names", MOST_SHOWN)
    figure, axes, lift, numbers = new_matrix(outlets, [(row["who"], False) for row in rows])
    never = "×" if numbers else "never"
    for place, row in enumerate(rows):
        for column, (article, color) in enumerate(rows_of(outlets, "article", "color")):
            if article in row["quoting"]:
                axes.plot(column, place, "o", color=color, ms=8)
            elif article in row["lacking"]:
                write_cell(axes, column, place, never, fontweight="bold")
            elif article in row["having"]:
                axes.plot(column, place, "o", mfc="white", mec=color, mew=1.4, ms=7)
            else:
                write_cell(axes, column, place, "?", color="#6a6a6a")
    key = ("● quoted", "○ named or quoted in few words", f"{never}: no word of the name", "? perhaps another's name")
    draw_key(axes, [(words, {}) for words in key], lift + 6)
    told = [f"{plain(row['who'])}: never in {', '.join(event.name(article) for article in row['lacking'])}"
            for row in rows]
    caption = f"{note_bracket(outlets)} Names as far as they could be read.{cut}{left}{numbers}"
    return Chart(figure, title, subtitle, caption, "; ".join(told))


ANSWER = Answer("absences", "Whom does an outlet never name?", ("hearing",), "3_quotes", say_absences, draw_absences)
