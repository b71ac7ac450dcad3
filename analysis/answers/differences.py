"""Where do accounts contradict?  Table `disagreements`: each value with its outlets, the gravest difference first."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
import regex

from ..english.calendar import DAY_NAMES
from ..english.classes import find_senses, root
from ..english.lexicon import is_body_word, is_person_word
from ..english.names import HONORIFICS
from ..english.ranges import differ
from ..english.stems import first_form
from ..english.units import DISTANCES, MONEY
from ..english.verbs import LIGHT, is_verb
from ..english.wording import count
from ..english.words import find_words, fold, folded_words
from ..facts.contradictions import LIKE_SUMS
from ..facts.contraries import CONTRARY
from ..facts.held import HELD
from ..facts.refusals import tells_given_names
from ..facts.seen import Lines
from ..facts.spellings import find_persons
from ..rules import Setting
from ..tables import rows_of
from .drawing.canvas import Chart, chart, order_outlets, say_nothing
from .drawing.lettering import plain
from .drawing.listing import draw_listing
from .writing.base import MOST_NAMES, Answer, Finding, family_of, find, fit, head, name_many, strongest
from .writing.claimed import Claims, name_sources
from .writing.gravity import GRAVITY
from .writing.strengths import weigh
from .writing.thing import name_thing
from .writing.values import drop_seconds, join_offices, join_persons, join_votes, list_values, read_bare

MEASURES = {"dead": "how many died", "hurt": "how many were hurt", "missing": "how many are missing",
            "held": "how many were held", "trapped": "how many were trapped", "moved": "how many had to leave",
            "hospital": "how many were in hospital", "aboard": "how many were on board",
            "boarded": "how many went on board", "magnitude": "the magnitude",
            **dict.fromkeys(DISTANCES, "a distance"),
            "crowd": "how many came", "ill": "how many fell ill", "damage": "the damage",
            "hours": "a length of time", "winner": "the winning time", "lasted": "how long it lasted",
            "jailed": "the length of a sentence", "deliberated": "how long the jury deliberated",
            "mph": "a speed", "km/h": "a speed", "%": "a share", "votes": "a vote", "more votes": "a vote",
            "fewer votes": "the votes against", "price": "a sum", "cost": "a cost", "fine": "a fine",
            "turnout": "the turnout", "prices": "the rise in prices",
            "unemployment": "the share out of work", "votes margin": "the margin in votes",
            "approval": "the share in favour",
            "votes against": "the votes against", "votes in favour": "the votes in favour"}
NOTHING = "No two accounts, copies of one text aside, were found to give different values for one thing"
MOST = Setting("differences_most", 8, "contradictions that stand among the findings; the picture has them all",
               chosen="a cap: two screens of a page")
MOST_VALUES, MOST_ROWS = 3, 14
ALTERED = "an altered remark"
SO = "what one tells and another denies"
AROUND = (4, 3, 2, 0)  # words shown on either side of what one text tells and another denies, where there is room
SUBJECT = {"tense": "what has happened and what has not"}
_SAID = regex.compile(r"[“\"]([^“”\"]{12,})[”\"]")
_NO_NAMES = frozenset(["The", "A", "An", "He", "She", "They", "Mr", "Mrs", "Ms", "Dr", "Sir", "In", "On", "At"])
_GIVEN = r"(?:\p{Lu}[\p{L}’'-]+\s){1,2}(?=NAME\b)"
_COUNTED = regex.compile(r"\s(?:\p{Ll}+\s){0,2}?(\p{Ll}{2,}(?<!s)s|people|children|men|women)\b"
                         r"(?!,\s\p{Ll}+s\b)")  # 40 drivers, guards and cleaners
_SPAN = regex.compile(r"[-\s](?:\p{Ll}+\s)?(minute|hour|day|week|month|year)s?\b")
_JOINED = regex.compile(r"-(\p{Ll}{2,}(?<!s))\s\p{Ll}")  # a 35-word oath
_MONEY = regex.compile(rf"[$£€¥₽₹]|\b(?:{'|'.join(sorted(MONEY))})s?\b")
_MOVED = regex.compile(r"\b(?:up|down|rose|fell|gained|lost|dropped|climbed|grew|shrank)\s(?:by\s)?$")
_OLD = regex.compile(r"\s(month|year)s?\sold\b")
_REVENUE = regex.compile(r"\b(?:rais(?:e|es|ed|ing)|revenues?|proceeds|takings|br(?:ing(?:s|ing)?|ought)\sin"
                         r"|earn\p{Ll}*)\b")
_OF_MONEY = ("cost", "fine", "damage")
_PAUSE = regex.compile(r"[,;:]")


def list_differences(event: Any) -> list[dict]:
    """Return each thing on which texts that are no copies of one another differ, the gravest first.

    Each with item, kind, about (as the table has it), subject (in words), label, grave, spread (articles that tell the
    item), values: a list of {value as printed, articles that print it, spans}.
    """
    if event.disagreements.empty:
        return []
    family, lines, found = family_of(event.families), Lines(event.sentences), []
    items = event.items[event.items["item"].isin(event.disagreements["item"])]
    labels = dict(rows_of(items, "item", "label"))
    spread = Counter(items.loc[items["state"] == "reported", "item"].tolist())
    texts = dict(rows_of(event.articles, "article", "text"))
    rules, aged, claims = _list_rules(event.disagreements), event._ages, None
    for (item, kind, about), rows in _group_rows(event.disagreements).items():
        values = drop_seconds(join_votes(rows, lines) if about == "votes" else list_values(rows))
        values = join_offices(values) if kind == "role" else join_persons(values) if kind == "speaker" else values
        if LIKE_SUMS in rules.get((item, kind, about), ()):
            continue  # what is booked may be part of the cost: it stands in the table only
        if len(values) < 2 or len({family[name] for value in values for name in value["articles"]}) < 2:
            continue
        row = {"item": item, "kind": kind, "about": about, "label": str(labels.get(item, "")), "values": values,
               "rules": rules.get((item, kind, about), set()), "spread": spread[item]}
        row["seen"] = [lines.read(*value["spans"][0]) for value in values]
        for value, seen in zip(values, row["seen"], strict=True):
            moved = _MOVED.search(seen.before) if seen.value == value["value"] and about == "%" else None
            value["value"] = f"{moved[0] if moved else ''}{value['value']}"  # shares closed down 4 per cent
        row["aged"] = any(tuple(span[:2]) in aged for value in values for span in value["spans"])
        context = " ".join([about, *(_near(seen) for seen in row["seen"])])
        row["grave"] = GRAVITY.decide(context if kind in ("number", "time") else about, kind)[0]
        spans = [value["spans"][0] for value in values]
        row["led"] = [texts[name][texts[name].rfind("\n", 0, first) + 1:last] for name, first, last in spans]
        if kind in ("negation", "number") and about != ALTERED:
            claims = claims or Claims(event)
            name_sources(claims, row)
        row["subject"] = name_thing(_name_subject(row), row["seen"])
        found.append(row)
    found = list({(row["kind"], row["about"], row["item"] if row["kind"] not in ("role", "name") else ""): row
                  for row in sorted(found, key=lambda row: len(row["values"]))}.values())
    return sorted(found, key=lambda row: (-weigh(_kind(row)), -row["spread"], row["item"], row["kind"], row["about"]))


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


def _is_spelling(row: dict) -> bool:
    """Tell whether a name is spelt in two ways; "Amy Crane" and "Anna Crane" are two given names."""
    one, other = (value["value"] for value in row["values"][:2])
    return row["kind"] == "name" and HELD not in row["rules"] and not any(
        tells_given_names(rule, one, other) for rule in row["rules"])


def _kind(row: dict) -> str:
    return "spelling" if _is_spelling(row) else row["grave"]


def say_differences(event: Any) -> list[Finding]:
    """Return the contradictions, each value with its outlets; altered quotes are told by the room of remarks."""
    names, found = event._names, []
    for row in event._differences:
        if row["about"] == ALTERED:
            continue
        shown = MOST_VALUES * (2 if row["kind"] == "role" else 1)  # an office has more wordings than a number
        values = sorted(row["values"], key=lambda value: -len(value["articles"]))[:shown]
        seen = [row["seen"][row["values"].index(value)] for value in values]
        wordings = [values] if row["subject"] != SO else [[
            {**value, "value": _quote_around(one, around)} for value, one in zip(values, seen, strict=True)]
            for around in AROUND]
        found.append((_is_spelling(row), find(
            fit(f"{_lead(row['subject'])}: {_name_holders(wording, names, most)}."
                for wording in wordings for most in (MOST_NAMES.value, 2, 1)), len(row["values"]), "values",
            weigh(_kind(row), share=row["spread"] / len(names)),
            _vouch(row["kind"]),
            [value["spans"][0] for value in values])))
    spelt = strongest(row for spelling, row in found if spelling)[:1]  # one tells that houses spell names apart
    return strongest([*spelt, *(row for spelling, row in found if not spelling)])[:int(MOST.value)]


def _lead(subject: str) -> str:
    return "One account denies what another tells" if subject == SO else f"Accounts differ on {subject}"


def _vouch(kind: str) -> str:
    """Return what can be said for a difference: that both are of one thing is decided by rules, and for the reader."""
    checked = "They are not equal in another notation, and neither is a range that holds the other. " if kind in (
        "number", "date", "time") else ""
    return f"By rules, not by a reader, both are taken to be of one thing. {checked}Both sentences are quoted below."


def _quote_around(seen: Any, around: int) -> str:
    """Return what is told or denied with words next to it, up to a comma: "… the pumps did not start before noon …"."""
    before, behind = _PAUSE.split(seen.before)[-1].lstrip(), _PAUSE.split(seen.behind)[0].rstrip(" .")
    first, rest = before.split(), behind.split()
    words = [*first[max(len(first) - around, 0):], *seen.value.split(), *rest[:around]]
    return f"{'… ' * (len(first) > around)}{' '.join(words)}{' …' * (len(rest) > around)}"


def _name_holders(values: list[dict], names: dict[str, str], most: float) -> str:
    """Return the values with their outlets; those that do not differ from one another go together: 400, about 400."""
    groups: list[list[dict]] = []
    for value in values:
        number = read_bare(value["value"])
        near = next((group for group in groups if number and all(
            (other := read_bare(one["value"])) and not differ(number, other) for one in group)), None)
        if near is None:
            groups.append([value])
        else:
            near.append(value)
    return "; ".join(" and ".join(
        f"“{value['value']}”{value.get('by', '')} in {name_many(value['articles'], names, most=most)}"
        for value in group) for group in groups)


def _name_subject(row: dict) -> str:
    """Return in a few words what a difference is about."""
    kind, about = row["kind"], row["about"]
    if kind == "speaker":
        return _name_remark(row["seen"])
    around = [f"{seen.before} {_near(seen)}" for seen in row["seen"]]
    shown = next((word for text in around for start, end in find_words(text) for word in [text[start:end]]
                  if fold(word).removesuffix("'s") in (about, f"{about}s", f"{about}es")), about)
    name = shown.removesuffix("'s").removesuffix("’s") if shown[:1].isupper() else ""
    if about == ALTERED:
        return "the words of a remark"
    if kind in ("date", "time"):
        sort = "a day" if kind == "date" else "a time of day"
        tells = is_verb(fold(shown)) or any(find_senses([fold(shown)]))  # not "aboard", nor "Hospitals" that took them
        plain = shown in ("was", "o'clock") or first_form(fold(shown)) in LIGHT  # it got under way
        return f"{sort} ({shown})" if tells and not plain and all(_tells_act(seen, fold(shown)) for seen in row["seen"]
                                                                  ) else sort  # it rose on the day on which it damaged
    if about.startswith("age of "):
        return f"the age of the {about[7:]}"
    if kind == "number" and about in ("price", "lost", "raised", *_OF_MONEY) and any(
            _REVENUE.search(_near(seen)) for seen in row["seen"]):
        return "a sum"  # what a tax is to bring in is no cost
    money = [match[0] if match else "" for seen in row["seen"] for match in [
        _MONEY.search(f"{seen.value} {' '.join(seen.behind.split()[:1])}")]]
    if kind == "number" and about not in _OF_MONEY and any(money):  # 40 million marks
        behind = {seen.behind.strip().partition(" ")[0].rstrip(".,;") for seen in row["seen"]}
        return f"a sum, in {money[0]}" if behind == {money[0]} else "a sum"
    old = {match[1] if match else "" for seen in row["seen"] for match in [_OLD.match(seen.behind)]}
    if kind == "number" and len(old) == 1 and "" not in old:
        return f"an age, in {old.pop()}s"
    if kind == "number" and about == "price" and not any(money):
        return _name_counted(row, shown)  # it was paid in 40 instalments
    if kind == "number":
        units = {match[1] for seen in row["seen"] for match in [_SPAN.match(seen.behind)] if match}
        if about in ("hours", "lasted", "jailed", "deliberated") and len(units) == 1:
            return f"{MEASURES[about]}, in {units.pop()}s"
        shown = shown.lower()  # Acres burned: the Ellby fire took 400 acres
        return MEASURES.get(about) or (f"the age of {_name_in_full(name, around)}" if name and row["aged"]
                                       else "a sum" if not about[:1].isalpha() else
                                       f"the number of {shown}" if shown.endswith("s") else _name_counted(row, shown))
    if kind == "role":
        return f"the office of {_name_in_full(name, around) if name else 'somebody'}"
    if HELD in row["rules"]:
        return about
    if kind == "name":
        return "the spelling of a name" if _is_spelling(row) else f"the given name of {name or 'somebody'}"
    if CONTRARY in row["rules"]:
        return (_name_states(row["seen"][0], about) if about.endswith(")")
                else f"whether {_name_party(row)} {about}")
    if kind == "negation":
        return SO
    return SUBJECT.get(kind, "a value")


def _name_party(row: dict) -> str:
    """Return the surname that stands before all values, or in them, else "somebody".

    Where a sentence has "he", the one person whom all paragraphs name up to there: Ann Roe was the clerk. She resigned.
    """
    seen = row["seen"]
    named = [[word for start, end in find_words(text) for word in [text[start:end]] if word[:1].isupper()
              and fold(word) not in DAY_NAMES] for text in (one.before + one.value for one in seen)]
    shared = [word for word in named[0] if all(word in others for others in named) and word not in _NO_NAMES]
    if shared:
        return _name_in_full(shared[-1], [one.before for one in seen if is_body_word(shared[-1])])  # Dockers' Union
    known = {surname: text[last - len(surname):last]
             for text in row["led"] for _, surname, _, last in find_persons(text)}
    led = [set(folded_words(text.replace("’s", "").replace("'s", ""))) for text in row["led"]]
    common = [surname for surname in known if all(surname in words for words in led)]
    return known[common[0]] if len(common) == 1 else "somebody"


def _name_states(seen: Any, about: str) -> str:
    """Return "the lock at Ellby (open or closed)", its letters as the sentence has them."""
    thing, _, states = about.rpartition(" (")
    match = regex.search(regex.escape(thing), f"{seen.before}{seen.value}{seen.behind}", regex.IGNORECASE)
    return f"the {match[0] if match else thing} ({states}"


def _tells_act(seen: Any, act: str) -> bool:
    """Tell whether the sentence of a value holds an act, a folded word, in any form or by another word for it."""
    words = [*folded_words(seen.before), *folded_words(seen.behind)]
    senses, asked = find_senses(words), set(find_senses([act])[0])
    return any(root(word) == root(act) or asked.intersection(sense) for word, sense in zip(words, senses, strict=True))


def _name_remark(seen: list) -> str:
    """Return "who said “We were lucky …”" by the first words of a remark that stands beside its speaker."""
    said = next((match[1] for one in seen if (match := _SAID.search(one.before + one.value + one.behind))), None)
    words = said.split() if said else []
    return f"who said “{' '.join(words[:5]).rstrip(',.;')}{' …' if len(words) > 5 else ''}”" if words \
        else "who said a sentence"


def _name_in_full(surname: str, around: list[str]) -> str:
    """Return a surname with the given name that stands before it somewhere: another Colgan may be in the news."""
    given = regex.compile(_GIVEN.replace("NAME", regex.escape(surname)))
    found = [match[0].split() for text in around if (match := given.search(text))]
    names = [[word for word in words if not (
        fold(word) in HONORIFICS or is_person_word(fold(word)) or word.isupper() or word in _NO_NAMES)]
             for words in found]  # not "CEO Dan Corey"
    return " ".join([*next(filter(None, names), []), surname])


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
    found, outlets = event._differences, order_outlets(event)
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
