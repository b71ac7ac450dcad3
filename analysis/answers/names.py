"""How often does each outlet name somebody?  Counts of names, and the texts in which no word of a name stands.

Table `names`: an actor and an article, with 0 where the article has none.
"""

from __future__ import annotations

from typing import Any

from ..english.numbers import SMALL_NUMBERS
from ..english.wording import count, join_names
from ..naming.introduced import OFTEN
from ..tables import column_of, rows_of, rows_where
from .absences import count_few, group_lacking
from .drawing.canvas import Chart, chart, choose_outlets, count_texts, first_few, note_bracket, say_nothing
from .drawing.lettering import draw_key, plain
from .drawing.matrix import new_matrix, write_cell
from .writing.base import Answer, Finding, family_of, find, first_places, head, strongest
from .writing.near import name_words
from .writing.strengths import weigh

NOTHING = "No name of a person or a body was found in two texts"
MOST_SHOWN = 24


def find_missing(event: Any, least: float = 1) -> list[dict]:
    """Return the people and bodies that two texts name and another has no word of: who, counts, lacking, often.

    Only those whom some text names `least` times.  counts is {article: times named}; lacking the articles in which
    neither a word of the name nor its initials nor anything spelt like it stands.  Sorted by how often the others name
    them.
    """
    kinds = dict(rows_of(event.actors, "actor", "kind"))
    texts, family, found = event._near, family_of(event.families), []
    aliases = dict(rows_of(event.actors, "actor", "aliases"))
    table: dict[str, dict[str, int]] = {}
    for who, article, times in rows_where(event.names, column_of(event.names, "count") > 0, "name", "article", "count"):
        table.setdefault(who, {})[article] = times
    articles = list(event._names)
    for who, counts in table.items():
        if kinds.get(who) not in ("person", "body") or max(counts.values()) < least \
                or len({family[article] for article in counts}) < 2 or not name_words(who):
            continue
        if kinds[who] == "body" and any(texts.has_initials(article, who) for article in articles):
            continue  # how often it is named, nobody has counted: "the U.N." stands for the United Nations
        lacking = [article for article in articles if article not in counts]
        held = texts.find_forms(who, (who, *aliases[who].split("|"))) if lacking else ()
        lacking = [article for article in lacking if article not in held]
        if lacking:
            found.append({"who": who, "kind": kinds[who], "counts": counts, "lacking": lacking,
                          "often": max(counts.values())})
    return sorted(found, key=lambda row: (-row["often"], -len(row["counts"]), row["who"]))


def say_names(event: Any) -> list[Finding]:
    """Return who is named often in one text, in others too, and nowhere in one or two, nor by an office.

    A body of one word ("House", "Times") is known to readers by other names too.
    """
    found, offices = [], event._offices
    total = len(event.articles)
    groups, single = group_lacking(event._absent, offices, total)
    told = {row["who"] for rows in (*groups, single) for row in rows}  # said once, in the room `absences`
    for row in find_missing(event, OFTEN.value):
        if len(row["lacking"]) > count_few(total) or row["who"] in told or " " not in row["who"] or any(
                offices.stand_in(article, row["who"]) for article in row["lacking"]):
            continue
        most = sorted(row["counts"].items(), key=lambda item: (-item[1], item[0]))[:2]
        times = ", ".join(f"{_times(count)} in {event.name(article)}" for article, count in most)
        lacking = [event.name(article) for article in row["lacking"]]
        nowhere = join_names(lacking) if len(lacking) < 2 else f"{len(lacking)} other outlets"
        found.append((nowhere, find(
            f"{row['who']} is named {times}, nowhere in {nowhere}.", len(row["lacking"]), "outlets",
            weigh("named often elsewhere", row["often"], len(row["counts"]) / total),
            f"No word of the name, its initials or anything spelt like it stands in {join_names(lacking[:3])}.",
            _places(event, row["who"], [article for article, _ in most]))))
    best = dict(sorted(found, key=lambda row: (row[1]["strength"], row[1]["claim"])))  # one name for each of `nowhere`
    return strongest(best.values())[:2]


def _times(count: int) -> str:
    return ("once", "twice")[count - 1] if count < 3 else f"{SMALL_NUMBERS[count] if count < 11 else count} times"


def _places(event: Any, who: str, articles: list[str]) -> list[tuple]:
    mentions = event.mentions
    return first_places((article, start, end) for actor, article, start, end in rows_of(
        mentions, "actor", "article", "start", "end") if actor == who and article in articles)


@chart
def draw_names(event: Any) -> Chart:
    """Return how often each outlet names whom: rows people and bodies, columns outlets, "never" written out."""
    said = say_names(event)
    outlets, cut = choose_outlets(event, 21, said)
    subtitle = f"Times that a text names people and bodies; two texts or more name them. {count_texts(event)}."
    kinds = dict(rows_of(event.actors, "actor", "kind"))
    table = event.names.astype({"article": str})
    counts = {(name, article): times for name, article, times in rows_of(table, "name", "article", "count")}
    missing = {row["who"]: set(row["lacking"]) for row in find_missing(event)}
    shown = table.loc[(table["count"] > 0) & table["article"].isin(outlets["article"]), "name"].value_counts()
    named = table[table["count"] > 0].groupby("name")["count"].agg(["sum", "size"])
    named = named[named.index.map(shown).fillna(0) > 1].sort_values(["sum", "size"], ascending=False, kind="stable")
    names = [name for name in named.index if kinds.get(name) in ("person", "body")]
    if not names:
        return say_nothing(NOTHING, subtitle)
    title = head(said, f"{plain(names[0])} is named {named.at[names[0], 'sum']:,} times, in "
                                   f"{named.at[names[0], 'size']} of {count(len(event.articles), 'text')}")
    names, left = first_few(names, "names", MOST_SHOWN)
    figure, axes, lift, numbers = new_matrix(outlets, [(plain(name), False) for name in names])
    never = "×" if numbers else "never"
    for place, name in enumerate(names):
        for column, article in enumerate(outlets["article"].tolist()):
            times = counts.get((name, article), 0)
            if times:
                write_cell(axes, column, place, str(times), fontweight="bold")
            elif article in missing.get(name, ()):
                write_cell(axes, column, place, never, color="#6a6a6a")
    draw_key(axes, [("8 times named", {}), (f"{never}: no word of the name", {}),
                    ("blank: perhaps by another name", {})], lift + 6)
    told = [f"{plain(name)}: " + ", ".join(f"{event.name(article)} {counts.get((name, article), 0)}"
                                           for article in outlets["article"].tolist()) for name in names]
    return Chart(figure, title, subtitle, f"{note_bracket(outlets)} Names as far as they could be read.{cut}{left}"
                 f"{numbers}", "; ".join(told))


ANSWER = Answer("names", "How often does each outlet name whom?", ("names",), "4_framing", say_names, draw_names)
