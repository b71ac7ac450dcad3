"""Where do accounts contradict?  Table `disagreements`: each value with its outlets, the gravest difference first."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
import regex

from ..english.calendar import find_clock_times
from ..english.classes import find_senses
from ..english.numbers import DISTANCES, Number, differ, find_numbers
from ..english.stems import first_form
from ..english.verbs import LIGHT, is_verb
from ..english.wording import count
from ..english.words import find_words, fold
from ..facts.contraries import CONTRARY
from ..facts.refusals import Lines, tells_given_names
from ..rules import Rule, RuleList, Setting
from ..tables import rows_of
from .drawing.canvas import Chart, chart, order_outlets, say_nothing
from .drawing.lettering import plain
from .drawing.listing import draw_listing
from .writing.base import MOST_NAMES, Answer, Finding, family_of, find, fit, head, name_many, strongest
from .writing.strengths import weigh

MEASURES = {"dead": "how many died", "hurt": "how many were hurt", "missing": "how many are missing",
            "held": "how many were held", "trapped": "how many were trapped", "moved": "how many had to leave",
            "hospital": "how many were in hospital", "aboard": "how many were on board",
            "boarded": "how many went on board", "magnitude": "the magnitude",
            **dict.fromkeys(DISTANCES, "a distance"),
            "crowd": "how many came", "ill": "how many fell ill", "damage": "the damage",
            "hours": "a length of time", "lasted": "how long it lasted",
            "mph": "a speed", "km/h": "a speed", "%": "a share", "votes": "a vote", "more votes": "a vote",
            "fewer votes": "the votes against", "price": "a sum", "cost": "a cost", "fine": "a fine",
            "turnout": "the turnout", "votes margin": "the margin in votes", "approval": "the share in favour",
            "votes against": "the votes against", "votes in favour": "the votes in favour"}
NOTHING = "No two accounts were found to give different values for one thing"
MOST = Setting("differences_most", 8, "contradictions that stand among the findings; the picture has them all",
               chosen="a cap: two screens of a page")
MOST_VALUES, MOST_ROWS = 3, 14
ALTERED = "an altered remark"
SUBJECT = {"tense": "what has happened and what has not", "speaker": "who said a sentence"}
_COUNTED = regex.compile(r"\s(?:\p{Ll}+\s){0,2}?(\p{Ll}{2,}(?<!s)s|people|children|men|women)\b")
_JOINED = regex.compile(r"-(\p{Ll}{2,}(?<!s))\s\p{Ll}")  # a 35-word oath
_MONEY = regex.compile(r"[$£€¥]|\b(?:dollar|pound|euro|crown|mark|rupee|yen|franc)s?\b")
_WHOSE = regex.compile(r"^.*['’]s?\s")
_SHARE = regex.compile(r"%|\bper\s?cent")
_REVENUE = regex.compile(r"\b(?:rais(?:e|es|ed|ing)|revenues?|proceeds|takings|br(?:ing(?:s|ing)?|ought)\sin"
                         r"|earn\p{Ll}*)\b")
_OF_MONEY = ("cost", "fine", "damage")
_WORD = r"(?<![\p{L}])(?:%s)(?![\p{L}])"


def _about(*words: str) -> Any:
    pattern = regex.compile(_WORD % "|".join(words), regex.IGNORECASE)
    return lambda about, kind: pattern.search(about)


GRAVITY = RuleList("How grave is a difference?", (
    Rule("deaths", _about("dead", "die[ds]?", "deaths?", "kill\\w*", "drown\\w*", "victims?", "bodies", "lives", "toll",
                          "perish\\w*", "fatal\\w*"),
         "How many died is what everybody asks first.", (("nine drowned", "number"),), (("nine boats", "number"),)),
    Rule("harm", _about("injur\\w*", "wound\\w*", "hurt", "missing", "hostages?", "arrest\\w*", "detain\\w*",
                        "evacuat\\w*"),
         "Then who was hurt, is missing or was taken.", (("14 people were injured", "number"),),
         (("14 sailors", "number"),)),
    Rule("votes and sums", _about("votes?", "voted", "million", "billion", "[$£€].*", "fine\\w*", "per ?cent",
                                  "strikers?",
                                  "protest\\w*", "crowd"),
         "Votes, sums and crowds are what accounts are checked for.", (("a fine of £3 million", "number"),),
         (("3 years", "number"),)),
    Rule("denial", lambda about, kind: kind in ("negation", "speaker"),
         "Whether a thing is so, and who said it, cannot both be right.",
         (("reopened", "negation"), ("who", "speaker")), (("reopened", "tense"), ("nine drowned", "negation"))),
    Rule("number", lambda about, kind: kind in ("number", "role", "name"),
         "Other numbers, names and offices.", (("boats", "number"), ("Ann Bellamy", "role"), ("who", "name")),
         (("reopened", "date"), ("victims", "number"))),
    Rule("day", lambda about, kind: True, "A day or a tense is wrong more easily, and matters less.",
         (("reopened", "date"), ("reopened", "tense"), ("train", "time")),
         (("reopened", "negation"), ("vote", "date"))),
), lambda example: GRAVITY.decide(*example)[0])


def list_differences(event: Any) -> list[dict]:
    """Return each thing on which texts that are no copies of one another differ, the gravest first.

    Each with item, kind, about (as the table has it), subject (in words), label, grave, spread (articles that tell the
    item), values: a list of {value as printed, articles that print it, spans}.
    """
    if event.disagreements.empty:
        return []
    family, lines, found = family_of(event.families), Lines(event.sentences), []
    labels = dict(rows_of(event.items, "item", "label"))
    spread = Counter(item for item, state in rows_of(event.items, "item", "state") if state == "reported")
    rules = _list_rules(event.disagreements)
    for (item, kind, about), rows in _group_rows(event.disagreements).items():
        values = _drop_seconds(_join_values(rows, lines) if about == "votes" else _list_values(rows))
        values = _join_offices(values) if kind == "role" else values
        if len(values) < 2 or len({family[name] for value in values for name in value["articles"]}) < 2:
            continue
        row = {"item": item, "kind": kind, "about": about, "label": str(labels.get(item, "")), "values": values,
               "rules": rules.get((item, kind, about), set()), "spread": spread[item]}
        row["seen"] = [lines.read(*value["spans"][0]) for value in values]
        context = " ".join([about, *(_near(seen) for seen in row["seen"])])
        row["grave"] = GRAVITY.decide(context if kind in ("number", "time") else about, kind)[0]
        row["subject"] = _name_subject(row)
        found.append(row)
    found = list({(row["kind"], row["about"], row["item"] if row["kind"] not in ("role", "name") else ""): row
                  for row in sorted(found, key=lambda row: len(row["values"]))}.values())
    return sorted(found, key=lambda row: (-weigh(_kind(row)), -row["spread"], row["item"], row["kind"], row["about"]))


def _drop_seconds(values: list[dict]) -> list[dict]:
    """Return the values without those of which most texts print another too: "3 dead, 11 hurt" counts two things."""
    holders = [set(value["articles"]) for value in values]
    return [value for place, value in enumerate(values) if not any(
        2 * len(holders[place] & others) > len(holders[place]) for number, others in enumerate(holders)
        if number != place)]


def _near(seen: Any) -> str:
    """Return a value with the words next to it."""
    return seen.before[-60:] + seen.value + seen.behind[:60]


def _list_rules(table: pd.DataFrame) -> dict[tuple, set]:
    """Return {(item, kind, about): rules} by which the values of a difference count as being of one thing."""
    rules: dict[tuple, set] = {}
    for item, kind, about, rule in rows_of(table.fillna({"about": ""}), "item", "kind", "about", "rule"):
        rules.setdefault((item, kind, about), set()).add(str(rule))
    return rules


def _group_rows(table: pd.DataFrame) -> dict[tuple, list]:
    """Return {(item, kind, about): [(value, article, start, end)]}; more and fewer votes make one vote."""
    groups: dict[tuple, list] = {}
    rows = list(rows_of(table.fillna({"about": ""}), "item", "kind", "about", "value", "article", "start", "end"))
    both = [item for item, _, about, *_ in rows if about == "more votes"]
    for item, kind, about, *place in rows:
        vote = about in ("more votes", "fewer votes") and item in both
        groups.setdefault((item, kind, "votes" if vote else about), []).append(tuple(place))
    return groups


def _list_values(rows: list[tuple]) -> list[dict]:
    """Return the values as they are printed, each once, with who prints it first where."""
    values: dict[tuple, dict] = {}
    for value, article, start, end in rows:
        entry = values.setdefault(_key(value), {"value": " ".join(value.split()), "articles": [], "spans": []})
        if article not in entry["articles"]:
            entry["articles"].append(article)
            entry["spans"].append((article, start, end))
    return _drop_wide(_keep_exact(list(values.values())))


def _join_offices(values: list[dict]) -> list[dict]:
    """Return the values, an office with whose it is joined to the bare one: the mill's chairman, chairman."""
    joined: dict[str, dict] = {}
    for value in values:
        bare = _WHOSE.sub("", value["value"].casefold())
        known = joined.setdefault(bare, {"value": value["value"], "articles": [], "spans": []})
        known["value"] = min(known["value"], value["value"], key=len)
        known["articles"] += value["articles"]
        known["spans"] += value["spans"]
    return list(joined.values())


def _keep_exact(values: list[dict]) -> list[dict]:
    """Return the values without "at least 39" in an article that also prints 39."""
    ends = [_read_number(value["value"]) for value in values]
    for value, wide in zip(values, ends, strict=True):
        inside = {name for other, end in zip(values, ends, strict=True) for name in other["articles"]
                  if end and wide and other is not value and wide.low <= end.low <= end.high <= wide.high}
        kept = [at for at, name in enumerate(value["articles"]) if name not in inside]
        value["articles"], value["spans"] = ([value[part][at] for at in kept] for part in ("articles", "spans"))
    return [value for value in values if value["articles"]]


def _key(value: str) -> tuple:
    """Return what makes two printed values equal: a bare number or hour by its size (3 is three), else its words."""
    numbers, plain = find_numbers(value), " ".join(value.casefold().split())
    times = find_clock_times(value)
    if len(times) == 1 and (times[0].start, times[0].end) == (0, len(value)):
        return (times[0].low, times[0].high, "time")
    bare = len(numbers) == 1 and (numbers[0].start, numbers[0].end) == (0, len(value))
    return (numbers[0].low, numbers[0].high, numbers[0].unit) if bare else (plain,)


def _drop_wide(values: list[dict]) -> list[dict]:
    """Return the values without those that leave room for all others: "more than 400" beside 412 and 530."""
    ends = [_read_number(value["value"]) for value in values]
    return [value for value, mine in zip(values, ends, strict=True) if mine is None or len(values) < 3 or not all(
        other is mine or (other is not None and mine.low <= other.low and other.high <= mine.high) for other in ends)]


def _join_values(rows: list[tuple], lines: Lines) -> list[dict]:
    """Return the two numbers of a vote as one value, "4 to 3", for each article that gives both in one sentence."""
    mine: dict[str, list] = {}
    for value, article, start, end in rows:
        mine.setdefault(article, []).append((value, start, end))
    joined = []
    for article, told in mine.items():
        seen = [lines.read(article, *row[1:]) for row in told]
        if len(told) == 2 and seen[0].first == seen[1].first:
            numbers = sorted((value for value, *_ in told), key=_count, reverse=True)
            joined.append((" to ".join(numbers), article, min(row[1] for row in told), max(row[2] for row in told)))
        elif len(told) == 1:  # the other side is the same: 58-51 and 57-51
            joined.append((told[0][0], article, *told[0][1:]))
    return _list_values(joined)


def _read_number(value: str) -> Number | None:
    """Return the first number of a value as it is printed, or None."""
    return next(iter(find_numbers(value)), None)


def _read_bare(value: str) -> Number | None:
    """Return the number that a value is, as it is printed; None of two, as of a vote."""
    numbers = find_numbers(value)
    return numbers[0] if len(numbers) == 1 and not regex.search(r"\d\s?(?:to|-|–)\s?\d", value) else None


def _count(value: str) -> float:
    number = _read_number(value)
    return number.high if number else 0.0


def _is_spelling(row: dict) -> bool:
    """Tell whether a name is spelt in two ways; "Amy Crane" and "Anna Crane" are two given names."""
    one, other = (value["value"] for value in row["values"][:2])
    return row["kind"] == "name" and not any(tells_given_names(rule, one, other) for rule in row["rules"])


def _kind(row: dict) -> str:
    return "spelling" if _is_spelling(row) else row["grave"]


def say_differences(event: Any) -> list[Finding]:
    """Return the contradictions, each value with its outlets; altered quotes are told by the room of remarks."""
    names, found = event._names, []
    for row in list_differences(event):
        if row["about"] == ALTERED:
            continue
        shown = MOST_VALUES * (2 if row["kind"] == "role" else 1)  # an office has more wordings than a number
        values = sorted(row["values"], key=lambda value: -len(value["articles"]))[:shown]
        found.append((_is_spelling(row), find(
            fit(f"Accounts differ on {row['subject']}: {_name_holders(values, names, most)}."
                for most in (MOST_NAMES.value, 2, 1)), len(row["values"]), "values",
            weigh(_kind(row), share=row["spread"] / len(names)),
            "The values are of the same thing, are not equal in another notation, and none contains another.",
            [value["spans"][0] for value in values])))
    spelt = strongest(row for spelling, row in found if spelling)[:1]  # one tells that houses spell names apart
    return strongest([*spelt, *(row for spelling, row in found if not spelling)])[:int(MOST.value)]


def _name_holders(values: list[dict], names: dict[str, str], most: float) -> str:
    """Return the values with their outlets; those that do not differ from one another go together: 400, about 400."""
    groups: list[list[dict]] = []
    for value in values:
        number = _read_bare(value["value"])
        near = next((group for group in groups if number and all(
            (other := _read_bare(one["value"])) and not differ(number, other) for one in group)), None)
        if near is None:
            groups.append([value])
        else:
            near.append(value)
    return "; ".join(" and ".join(f"“{value['value']}” in {name_many(value['articles'], names, most=most)}"
                                  for value in group) for group in groups)


def _name_subject(row: dict) -> str:
    """Return in a few words what a difference is about."""
    kind, about = row["kind"], row["about"]
    around = [f"{seen.before} {_near(seen)}" for seen in row["seen"]]
    shown = next((word for text in around for start, end in find_words(text) for word in [text[start:end]]
                  if fold(word).removesuffix("'s") in (about, f"{about}s", f"{about}es")), about)
    name = shown.removesuffix("'s").removesuffix("’s") if shown[:1].isupper() else ""
    if about == ALTERED:
        return "the words of a remark"
    if kind in ("date", "time"):
        sort = "a day" if kind == "date" else "a time of day"
        tells = is_verb(fold(shown)) or find_senses([fold(shown)])  # not "aboard", nor "Hospitals" that took them in
        plain = shown in ("was", "o'clock") or first_form(fold(shown)) in LIGHT  # it got under way
        return f"{sort} ({shown})" if tells and not plain else sort
    if about.startswith("age of "):
        return f"the age of the {about[7:]}"
    if kind == "number" and about in ("price", "lost", "raised", *_OF_MONEY):
        if any(_SHARE.search(value["value"]) for value in row["values"]):
            return "a share"
        if any(_REVENUE.search(_near(seen)) for seen in row["seen"]):
            return "a sum"  # what a tax is to bring in is no cost
    if kind == "number" and about not in _OF_MONEY and any(_MONEY.search(value["value"]) for value in row["values"]):
        return "a sum"
    if kind == "number":
        return MEASURES.get(about) or (f"the age of {name}" if name else "a sum" if not about[:1].isalpha() else
                                       f"the number of {shown}" if shown.endswith("s") else _name_counted(row, shown))
    if kind == "role":
        return f"the office of {name or 'somebody'}"
    if kind == "name":
        return "the spelling of a name" if _is_spelling(row) else f"the given name of {name or 'somebody'}"
    if CONTRARY in row["rules"]:
        return f"whether somebody {about}"
    if kind == "negation":
        return f"whether it is so ({shown})" if shown else "whether it is so"
    return SUBJECT.get(kind, "a value")


def _name_counted(row: dict, shown: str) -> str:
    """Return "the number of pupils", by the noun behind the first value that has one; else the word it is about."""
    for seen in row["seen"]:
        counted = _COUNTED.match(seen.behind)
        joined = _JOINED.match(seen.behind)
        if counted or joined:
            return f"the number of {counted[1]}" if counted else f"the number of {joined[1]}s"
    return f"a number ({shown})"


@chart
def draw_differences(event: Any) -> Chart:
    """Return every contradiction as a row: what it is about, and each value with the outlets that print it."""
    found, outlets = list_differences(event), order_outlets(event)
    if not found:
        return say_nothing(NOTHING)
    title = head(say_differences(event), f"Accounts differ in {count(len(found), 'thing')}")
    rows = [(f"{row['subject']}: {row['label']}", [(value["value"], value["articles"]) for value in row["values"][:6]])
            for row in found[:MOST_ROWS]]
    told = [f"{row['subject']}: " + "; ".join(f"{plain(value['value'])} in " + ", ".join(
        event.name(name) for name in value["articles"]) for value in row["values"]) for row in found[:MOST_ROWS]]
    left = f" {len(found) - len(rows)} more are left out." if len(found) > len(rows) else ""
    return Chart(draw_listing(rows, outlets), title,
                 f"Values that outlets give for one thing, as they print them. {count(len(found), 'difference')}.",
                 f"Copies of one text are not set against each other.{left}", ". ".join(told))


ANSWER = Answer("differences", "Where do accounts contradict?", ("disagreements",), "4_framing", say_differences,
                draw_differences)
