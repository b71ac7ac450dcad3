"""What does each outlet call it?  The wordings of people and things that differ most.

Table `contrasts`: a wording of a thing that articles word differently, in an article; `labels` has every place.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import regex

from ..english.adjectives import PLAIN, VERSIONS
from ..english.nouns import LIVES, RELATIONS, singular
from ..english.spellings import may_be_one_name
from ..english.stems import RARE, first_form, is_telling
from ..english.wording import count
from ..english.wordlists import listed
from ..english.words import fold
from ..naming.contrasts import find_openings
from ..naming.same_things import are_synonyms
from ..naming.telling import telling_words, worth
from ..rules import Rule, RuleList
from ..tables import rows_of
from .drawing.canvas import INK, Chart, chart, choose_outlets, count_texts, first_few, note_bracket, say_nothing
from .drawing.lettering import draw_key, plain, shorten
from .drawing.matrix import new_matrix
from .writing.base import Answer, Finding, find, head, strongest
from .writing.near import Texts
from .writing.strengths import weigh

NOTHING = "No person and no thing that two texts share was found in different words"
MOST_SHOWN = 14
RUNNERS = frozenset(["candidate", "challenger", "contender", "hopeful", "nominee", "opponent", "rival", "runner"])
_NO_LABEL = RELATIONS | {"who", "that", "which", "whose"}
_BEHIND = regex.compile(r"\s(?:of|for|from|at|in|to|with|on|and)\s")
_PERSON = regex.compile(r"(?<=^(?:spokes|chair|business|congress|council|police|news))(?:man|woman|person)$")
_CLEAN = regex.compile(r"^[\p{L}\p{N}][\p{L}\p{M}\p{N} ,.$£€%’'&/-]*[\p{L}\p{N}.]$")


def find_pairs(event: Any) -> list[dict]:
    """Return for each thing the two wordings in the outlets' own words that differ most, the strongest first.

    Keys: thing, kind, wordings, [(article, wording, start, end)] of two articles or three; strength.  Each has a
    telling word that no wording of the other article has; a thing's wordings stand in the openings of both.
    """
    groups: dict[str, list[tuple]] = {}
    columns = "voice", "part", "zone", "thing", "article", "label", "start", "end"
    for voice, part, zone, thing, article, label, start, end in rows_of(event.labels, *columns):
        if voice == "own" and part != "stand-in" and zone == "body":
            groups.setdefault(thing, []).append((article, " ".join(label.split()), start, end))
    early, texts, found = find_openings(event.sentences), event._near, []
    seen: dict[str, tuple] = {}
    for row in rows_of(event.contrasts, "thing", "kind", "strength"):
        seen.setdefault(row[0], row)
    for thing, kind, strength in seen.values():
        if kind not in ("actor", "thing") or thing not in groups:
            continue
        rows = [row for row in groups[thing] if _may_be_told(row[1], kind) and (
            kind == "actor" or row[2] < early[row[0]])]
        best = _best(rows, kind, texts, thing)
        if best:
            found.append({"thing": thing, "kind": kind, "wordings": _widen(best[1], rows, kind),
                          "strength": strength + best[0] / 40})
    return sorted(found, key=lambda row: (-row["strength"], row["thing"]))


def _widen(best: tuple, rows: list[tuple], kind: str) -> list[tuple]:
    """Return two wordings, and of a third article one with a telling word that each lacks, where there is one."""
    words = [telling_words(label) for _, label, *_ in best]
    for row in rows:
        mine = telling_words(row[1])
        if row[0] not in (best[0][0], best[1][0]) and (kind == "actor" or _one_noun(row[1], best[0][1])) and all(
                any(map(is_telling, mine - other)) and any(map(is_telling, other - mine)) for other in words):
            return [*best, row]
    return list(best)


def _may_be_told(label: str, kind: str) -> bool:
    """Tell whether a wording is short and whole, and tells more than an office or a party.

    No clause; no word that stands for a relation (counterpart); of a thing no plural, since two texts that speak of
    schools may mean others; a common noun in small letters somewhere.
    """
    words = label.split()
    last = fold(words[-1])
    return (_CLEAN.match(label) is not None and len(words) <= 6 and _NO_LABEL.isdisjoint(label.lower().split())
            and any(word.islower() and len(word) > 3 for word in words) and (kind == "actor" or singular(last) == last))


def _one_noun(one: str, other: str) -> bool:
    """Tell whether two wordings end in one noun, or in two for one sort of thing."""
    first, second = (singular(fold(label.split()[-1])) for label in (one, other))
    return first == second or are_synonyms(first, second)


def _core(label: str) -> frozenset[str]:
    """Return the telling words of a wording without plain adjectives, persons under one form: spokes-, chair-."""
    words = {_PERSON.sub("", word) for word in telling_words(label)}
    return frozenset(word for word in words if word not in PLAIN) or frozenset(words)


def _common(label: str) -> frozenset[str]:
    """Return the core of a wording without names and titles: "pilot to Sen. Ann Lund" stands where a pilot is told."""
    plain = " ".join(word for word in label.split() if word[:1].islower())
    return _core(plain) or _core(label)


def _differ_in_spelling(kind: str, first: str, second: str) -> bool:
    """Tell whether every word that only one of two wordings has is spelt like a word of the other."""
    one, other = _core(first), _core(second)
    return all(any(may_be_one_name(word, near) for near in there) for here, there in
               ((one - other, other - one), (other - one, one - other)) for word in here)


SAME = RuleList("Why are two wordings not set side by side?", (
    Rule("spelling", _differ_in_spelling,
         "Harbour and harbor, spokeswoman and spokesperson are house style.",
         (("thing", "closed harbour works", "closed harbor works"),
          ("actor", "county spokeswoman", "county spokesperson")),
         (("thing", "closed harbour works", "closed salt works"),)),
    Rule("one office", lambda kind, one, other: kind == "actor" and not _core(one).isdisjoint(_core(other)),
         "The head of the pilots' local is the president of the local.",
         (("actor", "head of the pilots' local", "president of the dockers' local"),
          ("actor", "spokesman for Lund’s office", "harbour master’s spokesman"),
          ("actor", "rival nominee", "party nominee for mayor")),
         (("actor", "radio host", "former candidate for mayor"),)),
    Rule("one race", lambda kind, one, other: kind == "actor" and {_head(one), _head(other)} <= RUNNERS,
         "Who is the nominee of a race is an opponent in it.",
         (("actor", "former party nominee", "rival candidate"),), (("actor", "rival candidate", "radio host"),)),
    Rule("a life", lambda kind, one, other: kind == "actor" and not LIVES.isdisjoint({_head(one), _head(other)}),
         "Where somebody studied, comes from or has served for years is told of him; nobody is called so instead.",
         (("actor", "graduate of Ellby College", "radio host"), ("actor", "pilot", "20-year veteran of the ferries")),
         (("actor", "college dropout", "radio host"), ("actor", "host of a show for veterans", "former pilot"))),
    Rule("another version", lambda kind, one, other: kind == "thing" and (
        VERSIONS.isdisjoint(telling_words(one)) != VERSIONS.isdisjoint(telling_words(other))),
         "The amended bill is not the bill that was sent back.",
         (("thing", "amended pier bill", "harsh pier bill"), ("thing", "divisive ferry bill", "revised legislation")),
         (("thing", "costly pier bill", "harsh pier bill"),)),
    Rule("two nouns", lambda kind, one, other: kind == "thing" and not _one_noun(one, other),
         "A bill and a boat are two things.", (("thing", "pier bill", "pier boat"),),
         (("thing", "harsh bill", "costly bill"),)),
    Rule("nothing in common", lambda kind, one, other: kind == "thing" and _last(one) != _last(other) and all(
        len(_core(label)) > 1 for label in (one, other)) and _core(one).isdisjoint(_core(other)),
         "A budget blueprint may be another paper than the ferry plan: unlike nouns, each with a word of its own.",
         (("thing", "budget blueprint", "ferry plan"),),
         (("thing", "ferry blueprint", "ferry plan"), ("thing", "budget blueprint", "controversial plan"))),
), lambda example: SAME.decide(*example)[0])


def _head(label: str) -> str:
    """Return the noun that a wording is about: "graduate" of "graduate of Ellby College"."""
    return _last(_BEHIND.split(label)[0])


def _last(label: str) -> str:
    return singular(fold(label.split()[-1]))


def _best(rows: list[tuple], kind: str, texts: Texts, thing: str) -> tuple | None:
    """Return (difference, the two rows) of the wordings of two articles that differ most, or None.

    Left out is what `SAME` calls one wording, and a wording that stands in the other article as well; of a person also
    one of which the other article has a telling word next to his name: "the shipowner" told as "he made it in ships".
    """
    def stands(label: str, article: str) -> bool:
        common = _common(label)
        return texts.has_words(article, common) or (kind == "actor" and texts.tells_of(article, thing, common))
    words: dict[str, set] = {}
    for article, label, _, _ in rows:
        words.setdefault(article, set()).update(telling_words(label))
    best = None
    for number, one in enumerate(rows[:60]):
        for other in rows[number + 1:60]:
            if one[0] != other[0]:
                mine = worth(telling_words(one[1]) - words[other[0]])
                theirs = worth(telling_words(other[1]) - words[one[0]])
                least = min(mine, theirs)
                if least >= RARE.value and (best is None or least > best[0]) and (
                        SAME.decide(kind, one[1], other[1])[0] is None) and not (
                        stands(one[1], other[0]) or stands(other[1], one[0])):
                    best = least, (one, other)
    return best


def find_vouched(event: Any) -> list[dict]:
    """Return verbs of one actor that two outlets vouch for differently in their own words: thing, wordings, strength.

    wordings are (article, wording, start, end): illegally annexed, claims to have annexed.
    """
    acts: dict[str, list[tuple]] = {}
    columns = "kind", "own", "count", "thing", "article", "label", "start", "end", "strength"
    for kind, own, total, thing, *row in rows_of(event.contrasts, *columns):
        if kind == "act" and own == total:
            acts.setdefault(thing, []).append(tuple(row))
    found = []
    for thing, rows in acts.items():
        rule, actor, _ = event._deeds[thing, "act"]
        told: dict[frozenset, tuple] = {}
        times = Counter(row[0] for row in rows)
        for article, label, start, end, _ in rows:
            words = frozenset(fold(word) for word in label.split()) & listed("qualifiers")
            if times[article] == 1:
                told.setdefault(words, (article, label, start, end))
        if rule == "vouched for" and actor and len(told) > 1 and any(told) and len(
                {first_form(fold(row[1].split()[-1])) for row in told.values()}) == 1:
            found.append({"thing": thing, "wordings": list(told.values())[:3], "strength": rows[0][-1]})
    return found


def say_vouched(event: Any) -> list[Finding]:
    """Return how far two outlets vouch for what one actor did."""
    found = []
    for row in find_vouched(event):
        parts = ", ".join(f"{event.name(article)} writes “{wording}”" for article, wording, *_ in row["wordings"])
        found.append(find(f"{parts}.", len(row["wordings"]), "outlets", weigh("vouching", row["strength"]),
                          "The wordings are the outlets' own, of one actor; what was done to whom may differ.",
                          [(article, start, end) for article, _, start, end in row["wordings"]]))
    return found[:1]


def say_labels(event: Any) -> list[Finding]:
    """Return what two outlets call one person or thing in their own words, the most telling first."""
    found = []
    for row in find_pairs(event)[:4]:
        told = row["wordings"]
        if row["kind"] == "actor" or len(told) > 2:
            parts = ", ".join(f"“{wording}” in {event.name(article)}" for article, wording, *_ in told)
            claim = f"{row['thing']} is {parts}." if row["kind"] == "actor" else f"One thing in several words: {parts}."
        else:
            (one, wording, *_), (other, second, *_) = told
            claim = f"What {event.name(one)} calls “{wording}”, {event.name(other)} calls “{second}”."
        found.append(find(claim, len(told), "outlets", weigh("wording", row["strength"]),
                          "The wordings are the outlets' own, outside quotation marks.",
                          [(article, start, end) for article, _, start, end in told]))
    return strongest(found + say_vouched(event))[:2]


@chart
def draw_labels(event: Any) -> Chart:
    """Return what each outlet calls the thing: rows things and their wordings, ● in its own words, ○ in quotes only."""
    said = say_labels(event)
    outlets, cut = choose_outlets(event, 21, said)
    subtitle = f"Wordings of people and things that two texts or more share. {count_texts(event)}."
    table = event.contrasts.astype({"article": str})
    if table.empty:
        return say_nothing(NOTHING, subtitle)
    table = table[table["article"].isin(outlets["article"])]  # no row without a mark
    things = list(dict.fromkeys(table["thing"]))
    title = head(said, f"The wordings of {count(len(things), 'person or thing', 'people and things')}")
    things, left = first_few(things, "things", MOST_SHOWN)
    rows, marks, told = [], [], []
    columns = {article: column for column, article in enumerate(outlets["article"].tolist())}
    colors = dict(rows_of(outlets, "article", "color"))
    for thing in things:
        rows.append((plain(thing), True))
        wordings: dict[str, dict] = {}
        mine = table[table["thing"] == thing]
        mine = mine.iloc[mine.groupby("article").cumcount().argsort(kind="stable")]  # the first of each article first
        for article, wording, own in rows_of(mine, "article", "label", "own"):
            wordings.setdefault(wording, {})[article] = own > 0
        for wording, holders in list(wordings.items())[:5]:
            rows.append((shorten(f"   {plain(wording)}", 4.0), False))
            marks += [(columns[article], len(rows) - 1, own, colors[article]) for article, own in holders.items()
                      if article in columns]
            told.append(f"{plain(thing)}, {plain(wording)}: {', '.join(event.name(article) for article in holders)}")
    figure, axes, lift, numbers = new_matrix(outlets, rows)
    for column, place, own, color in marks:
        axes.plot(column, place, "o", color=color if own else INK, mfc=color if own else "white",
                  mec=color, mew=1.4, ms=7)
    draw_key(axes, [("● own words", {}), ("○ only in a speaker's words", {})], lift + 6)
    return Chart(figure, title, subtitle, f"{note_bracket(outlets)} Found by machine.{cut}{left}{numbers}",
                 "; ".join(told))


ANSWER = Answer("labels", "What does each outlet call it?", ("contrasts", "labels"), "4_framing", say_labels,
                draw_labels)
