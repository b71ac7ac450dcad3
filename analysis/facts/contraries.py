"""States that exclude each other: she resigned, she was dismissed; he was released on Monday, in custody on Tuesday.

The wordings are those of lists/contraries.csv; a state is of the person or thing that is its subject, by name or, where
no text names it, by the noun (the supervisor).  States that follow each other need days that say in which order.
"""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
import regex

from ..english.calendar import WEEKDAYS
from ..english.grammar import AUXILIARIES, is_negation
from ..english.lexicon import is_person_word
from ..english.wordlists import read_list
from ..english.words import fold, folded_words
from ..speech.sentence.subjects import find_subject
from ..speech.sentence.tagged import tag_sentence
from ..tables import rows_of
from .assertions import Clause, asserts, is_open, mode
from .quantities import Difference

CONTRARY = "states that exclude each other"


class State(NamedTuple):
    """A state of a clause: name and side of its row in the list, of whom, where it stands, and the day behind it."""

    name: str
    side: int
    party: str
    place: tuple[str, int, int]
    day: str


def find_contraries(clauses: list[tuple[str, int, Clause]], days: pd.DataFrame) -> list[Difference]:
    """Return the Differences of states; `clauses` are (article, start of its sentence, Clause), without quotes."""
    named = defaultdict(list)
    for article, start, key in rows_of(days, "article", "start", "key"):
        named[article].append((start, key))
    states = defaultdict(lambda: defaultdict(list))
    for article, first, clause in clauses:
        for state in read_states(article, first, clause, named[article]):
            states[state.name, state.party][article].append(state)
    found = []
    for (name, _), told in sorted(states.items()):
        firsts = {article: rows[0] for article, rows in told.items() if len({row.side for row in rows}) == 1}
        sides = [[row for row in firsts.values() if row.side == side] for side in (0, 1)]
        if within := _list_followed().get(name):
            sides = [[row for row in mine if any(_exclude(row, other, within) for other in theirs)]
                     for mine, theirs in (sides, reversed(sides))]
        if all(sides):
            places = tuple(sorted(row.place for side in sides for row in side))
            found.append(Difference("negation", name, places, CONTRARY))
    return found


def read_states(article: str, first: int, clause: Clause, named: list[tuple[int, str]]) -> list[State]:
    """Return the States that a clause tells as so; `named` has (start, key) of the days of its article."""
    found: list[State] = []
    if clause.saying or clause.flipped or not _any_state().search(clause.text, clause.first, clause.last) or (
            is_open(clause)):
        return found
    for name, side, pattern in _patterns():
        for match in pattern.finditer(clause.text, clause.first, clause.last):
            denied = any(map(is_negation, folded_words(clause.text[clause.first : match.start()])))
            if denied or mode(clause, match.start()) or not asserts(clause, match.start()):
                continue
            day = next((key for start, key in named if first + match.end() <= start < first + clause.last), "")
            found += [State(name, side, party, (article, first + match.start(), first + match.end()), day)
                      for party in _read_party(clause.text, match)]
    return found


def _read_party(text, match):
    """Return the surname of the subject of a state, else its noun if that is of a person; [] without either."""
    tagged = tag_sentence(text, 0, len(text), [])
    at = next((place for place, (start, _) in enumerate(tagged.spans) if start >= match.start()
               and fold(tagged.words[place] or "") not in AUXILIARIES), None)
    phrase = find_subject(tagged, at) if at is not None and tagged.spans[at][0] < match.end() else None
    if phrase is None:
        return []
    last = phrase[1] + 1
    if tagged.tags[last : last + 2] == ["comma", "name"]:  # the deputy minister, Karel Wynn, was dismissed
        last += 1
        while tagged.tags[last : last + 1] == ["name"]:
            last += 1
    words = [(tagged.words[place] or "", tagged.tags[place]) for place in range(phrase[0], last)]
    names = [fold(word) for word, tag in words if tag == "name"]
    nouns = [fold(word) for word, _ in words if is_person_word(fold(word))]
    return names[-1:] or nouns[-1:]


def _exclude(one, other, within):
    """Tell whether the second side is told of a weekday up to `within` behind that of the first: freed, in custody."""
    first, second = (state.day for state in sorted((one, other), key=lambda state: state.side))
    if first not in WEEKDAYS or second not in WEEKDAYS:
        return False
    return 0 <= WEEKDAYS.index(second) - WEEKDAYS.index(first) <= within


@lru_cache
def _list_followed():
    """Return {name: days} of the states that may follow each other, as the list gives them."""
    table = read_list("contraries")
    return {name: int(days) for name, days in zip(table["name"], table["days"], strict=True) if days}


@lru_cache
def _patterns():
    table = read_list("contraries")
    return [(name, side, _compile(words)) for name, *sides in zip(table["name"], table["one"], table["other"],
                                                                  strict=True) for side, words in enumerate(sides)]


@lru_cache
def _any_state():
    """Return the pattern of all states at once: few clauses tell any."""
    table = read_list("contraries")
    return _compile("|".join([*table["one"], *table["other"]]))


def _compile(words):
    return regex.compile(rf"\b(?:{words.replace(' ', chr(92) + 's')})\b")
