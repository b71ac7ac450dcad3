"""What a copy of a story says otherwise than the story: another number, or the contrary, in the outlet's own words.

Only sentences that are one but for the change are compared, so that both values are of the same thing; what stands in
quotation marks is told of remarks (alterations.py).  Nothing is said of versions of which one is an update.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any, NamedTuple

from ...copies.sources import find_agency_text
from ...english.classes import find_senses, opposites
from ...english.grammar import is_negation
from ...english.numbers import find_numbers
from ...english.verbs import IMPLYING_NO
from ...english.words import folded_words
from ...remarks.alterations import find_alterations
from ...remarks.pieces import DIRECT
from ...rules import Rule, RuleList
from ...tables import rows_of
from ...text.alignment import Step, align
from .base import Finding, Span, family_of, find, fit
from .strengths import weigh
from .versions import cut_out

_MOST_SHOWN = 2  # changes in one sentence


class Sides(NamedTuple):
    """A sentence of a copy and its counterpart in the story, with one step of the alignment of their words."""

    copy: dict
    story: dict
    step: Step

    @property
    def words(self) -> tuple[list[str], list[str]]:
        """The folded words that the step changes, of the copy and of the story."""
        step = self.step
        return self.copy["keys"][step.first:step.last], self.story["keys"][step.other_first:step.other_last]


def find_changes(copy: str, story: str) -> list[tuple[str, Sides]]:
    """Return [(rule of CHANGED, Sides)] of two sentences, each as it is printed, in their order."""
    one, other = ({"text": text, "keys": folded_words(text)} for text in (copy, story))
    steps = [Sides(one, other, step) for step in align(one["keys"], other["keys"]) if step.op != "equal"]
    if not any(rule in ("number", "negation") for rule, _ in find_alterations(copy, story)) and not any(
            map(_is_opposite, steps)):
        return []
    found = []
    for sides in steps:
        rule = CHANGED.decide(sides)[0]
        found += [(rule, sides)] if rule else []
    return found


# --- the rules of CHANGED: each takes Sides --------------------------------------------------------------------------

def _is_number(sides: Sides) -> bool:
    """Tell whether one number stands for another before the same word; a mile for a kilometre is none."""
    step, both = sides.step, sides.words
    values = [{(number.low, number.high) for number in find_numbers(" ".join(words))} for words in both]
    behind = (sides.copy["keys"][step.last:step.last + 1], sides.story["keys"][step.other_last:step.other_last + 1])
    return len(both[0]) == len(both[1]) == 1 and all(len(told) == 1 for told in values) and values[0] != values[1] \
        and behind[0] == behind[1]


def _is_contrary(sides: Sides) -> bool:
    """Tell whether one of the two says no and nothing in the other one's sentence does, in whatever words."""
    negated = [any(map(is_negation, words)) for words in sides.words]
    plain = sides.story if negated[0] else sides.copy
    return negated[0] != negated[1] and not any(
        is_negation(word) or word in IMPLYING_NO for word in plain["keys"])


def _is_opposite(sides: Sides) -> bool:
    """Tell whether one act stands for its contrary: acquitted for convicted, admitted for denied."""
    mine, theirs = (set().union(*find_senses(words)) for words in sides.words)
    return len(sides.words[0]) == len(sides.words[1]) == 1 and any(
        opposites().get(frozenset(pair)) == "opposite" for pair in product(mine, theirs))


def _name_example(pair: tuple[str, str]) -> str | None:
    """Return the rule by which the first sentence changes the second."""
    return next((rule for rule, _ in find_changes(*pair)), None)


CHANGED = RuleList("What does a copy say otherwise than the story?", (
    Rule("contrary", _is_contrary, "That nothing was done is the contrary of what was.",
         (("The guild said it had made no request to the board.", "The guild said it had asked the board three times."),
          ("No trees will be felled to make room for it.", "Forty trees will be felled to make room for it."),
          ("The board had never met the crew of the ferry.", "The board had often met the crew of the ferry."),
          ("The board will not meet the crew of the ferry.", "The board will meet the crew of the ferry.")),
         (("The board did not answer the crew of the ferry.", "The board refused to answer the crew of the ferry."),
          ("Nobody was hurt when the ferry left the pier.", "No one was hurt when the ferry left the pier."),
          ("The pier was not safe for the ferry on Monday.", "The pier was unsafe for the ferry on Monday."))),
    Rule("opposite", _is_opposite, "Who was acquitted was not convicted.",
         (("A jury in Ellby acquitted the keeper of arson.", "A jury in Ellby convicted the keeper of arson."),
          ("The guild praised the new plan for the pier.", "The guild criticised the new plan for the pier.")),
         (("The guild backed the new plan for the pier.", "The guild endorsed the new plan for the pier."),
          ("A jury charged the keeper with arson at Ellby.", "A jury convicted the keeper of arson at Ellby."))),
    Rule("number", _is_number, "Another number of the same thing.",
         (("The yard, which employs 210 people, built it.", "The yard, which employs 120 people, built it."),
          ("It will cost £90m, of which the town pays half.", "It will cost £70m, of which the town pays half.")),
         (("The yard, which employs twelve people, built it.", "The yard, which employs 12 people, built it."),
          ("The line will run for 5 miles to the quay.", "The line will run for 8 kilometres to the quay."),
          ("The yard, which employs 210 people, built it.", "The yard, which employs people, built it."))),
), _name_example)


def say_rewritten(event: Any) -> list[Finding]:
    """Return a finding for each copy that says otherwise than the agency's text, or than the other version."""
    names, found, told = event._names, [], _list_told(event)
    for copy, story in _list_pairs(event):
        changes = sorted((row for row in _compare(event, copy, story) if not (row[0] == "number" and any(
            all(any(article == where and start <= at < end for article, at, _ in spans) for where, start, end in row[2])
            for spans in told))), key=lambda row: row[0] == "number")
        if not changes:
            continue
        found.append(find(  # a text signed by the agency alone may be the altered one: it is not called the agency's
            fit(_word(changes, names[copy], names[story])), len(changes), "sentences", weigh("rewritten"),
            "Both stand in one sentence of one story, which is alike but for this.",
            [place for *_, places in changes[:_MOST_SHOWN] for place in places]))
    return found


def _list_told(event: Any) -> list[list[Span]]:
    """Return the places of the values of each number that a third text tells otherwise too: told with all that do."""
    return [[span for value in row["values"] for span in value["spans"]]
            for row in event._differences if row["kind"] == "number"]


def _list_pairs(event: Any) -> Iterator[tuple[str, str]]:
    """Yield (copy, other version) of each story, the agency's text as the other; updates are left out."""
    groups: dict[int, list[str]] = {}
    roles = dict(rows_of(event.families, "article", "role"))
    for article, number in family_of(event.families).items():
        if roles[article] not in ("reworded", "earlier version", "later version"):
            groups.setdefault(number, []).append(article)
    for members in groups.values():
        source = find_agency_text(members, event.articles) if len(members) > 1 else None
        for one, other in combinations(members, 2):
            if source in (one, other):
                yield (other if source == one else one), source
            elif source is None:
                yield one, other


def _compare(event: Any, copy: str, story: str) -> Iterator[tuple[str, Sides, list[Span]]]:
    """Yield (rule of CHANGED, Sides, its sentences) of what a copy says otherwise where each has one counterpart."""
    texts = dict(rows_of(event.articles, "article", "text"))
    columns = "article", "other", "sure", "relation", "moved", "start", "end", "other_start", "other_end"
    links = [row[4:] for row in rows_of(event.links, *columns)
             if row[:3] == (copy, story, True) and row[3] in ("edited", "verbatim")]  # a "not" more is soon overlooked
    once, there = Counter(row[1] for row in links), Counter(row[3] for row in links)
    quoted = [(article, start, end) for article, kind, start, end in rows_of(event.quotes, "article", "kind", "start",
                                                                             "end") if kind in DIRECT]
    for moved, start, end, first, last in sorted(links, key=lambda row: row[1]):
        if moved or once[start] > 1 or there[first] > 1 or any(
                (article == copy and low < end and start < high) or (article == story and low < last and first < high)
                for article, low, high in quoted):
            continue
        for rule, sides in find_changes(texts[copy][start:end], texts[story][first:last])[:1]:
            yield rule, sides, [(copy, start, end), (story, first, last)]


def _word(changes: list, copy: str, other: str) -> Iterator[str]:
    """Return the sentence, of two changes and of the first alone, with more words around a change and with fewer."""
    for shown, around in ((_MOST_SHOWN, 2), (_MOST_SHOWN, 1), (1, 3), (1, 2), (1, 1)):
        told = [(cut_out(sides.copy, step.first, step.last, around),
                 cut_out(sides.story, step.other_first, step.other_last, around))
                for _, sides, _ in changes[:shown] for step in [sides.step]]
        rest = "".join(f", and “{mine}” for “{theirs}”" for mine, theirs in told[1:])
        more = f" (and {len(changes) - shown} more)" if len(changes) > shown else ""
        yield f"{copy} prints “{told[0][0]}” where {other} has “{told[0][1]}”{rest}{more}."
