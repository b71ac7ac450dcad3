"""Whose an age is: the surname beside it, and which of several persons of that surname it is of."""

from itertools import product
from typing import Any

import regex

from ..english.givens import is_one_given
from ..english.grammar import DETERMINERS
from ..english.lexicon import is_person_word
from ..english.words import fold, folded_words
from .happenings import read_happening
from .spellings import find_persons

NAME = r"(?:\p{Lu}[\p{L}\p{M}'’.-]*\s)*\p{Lu}[\p{L}\p{M}'’-]+"
_AGED_BEFORE = regex.compile(rf"(?P<who>{NAME}),?\s(?:(?:(?:who|which)\s(?:is|was)\s)?(?:aged?\s)?(?:an?\s|the\s)?"
                            r"|\()$"
                            rf"|(?P<who>{NAME}),\san?\s(?:\p{{Ll}}+[\s-]){{1,3}}of\s$")  # Ann Bellamy, a student of 22
_AGED_BEHIND = regex.compile(rf"^[-\s]years?[-\s]olds?(?:\s(?!(?:from|of|in|who|at|and|on|by|to|for|with|when|after|was"
                             rf"|were|is|are|has|had)\b)\p{{Ll}}+){{0,4}}?\s(?P<who>{NAME})")
_AGED_THING = regex.compile(r"^-year-old\s(\p{Ll}+)")
_THING_AGED = regex.compile(r"(\p{Ll}{3,}),?\s(?:(?:which|that)\s(?:is|was)|is|was)\s$")


def whose_age(text: str, start: int, end: int) -> str:
    """Return the surname of the person whose age stands from `start` to `end`; "" where none is named beside it."""
    before, behind = text[max(start - 60, 0) : start], text[end : end + 80]
    match = _AGED_BEFORE.search(before)
    if not match or fold(match["who"]) in DETERMINERS:
        match = _AGED_BEHIND.match(behind)
    if match:
        return fold(match["who"].split()[-1]).removesuffix("'s")
    thing = _AGED_THING.match(behind) or (behind.startswith(" years old") and _THING_AGED.search(before))
    if not thing or is_person_word(thing[1]):  # of men of 26 there may be many
        return ""
    return f"age of {min(read_happening(thing[1]).things, default=thing[1])}"  # a ferry, which is a vessel


class Namesakes:
    """The full names of each article, read where an age needs them."""

    def __init__(self, lines: dict) -> None:
        self.lines = lines  # {(article, sentence): (start, text, position)}
        self.read: dict[str, list[tuple[int, str, str]]] = {}  # {article: [(start, given names, surname)]}
        self.texts: dict[str, list[tuple[int, str]]] = {}

    def name(self, article: str, surname: str, text: str, start: int, first: int) -> str:
        """Return the given names of the bearer of a surname whose age stands at `start` of a sentence, "" unknown.

        Those nearest in its sentence, which begins at `first`, else the last before it: Nils Crane wept. Crane, 68, ...
        """
        near = given_of_age(text, start, surname)
        if near:
            return near
        if not self.texts:
            for (name, _), (begin, line, _) in self.lines.items():
                self.texts.setdefault(name, []).append((begin, line))
        if article not in self.read:
            self.read[article] = [(begin, given, last) for begin, line in self.texts[article]
                                  for _, given, last in find_givens(line)]
        return next((given for begin, given, last in reversed(self.read[article])
                     if last == surname and begin < first), "")


def another_namesake(one: Any, other: Any) -> str | None:
    """Nils Crane, 68, and Dale Crane, 34, are two."""
    apart = one.kind == "age" and one.given and other.given and not may_be_one(one.given, other.given)
    return "two" if apart else None


def given_of_age(text: str, start: int, surname: str = "") -> str:
    """Return the given names of the bearer of a surname nearest to the age at `start` of a sentence; "" without any."""
    near = [(abs(place - start), given) for place, given, last in find_givens(text) if surname in ("", last)]
    return min(near, default=(0, ""))[1]


def find_givens(text: str) -> list[tuple[int, str, str]]:
    """Return (start, all names before the surname, surname), folded, of the full names of a text: Grandad Al, Bell."""
    return [(start, " ".join(folded_words(text[start:end])[:-1]), last) for _, last, start, end in find_persons(text)]


def may_be_one(one: str, other: str) -> bool:
    """Tell whether two persons of one surname may be one: any two of their given names may be."""
    return any(is_one_given(*pair) for pair in product(one.split(), other.split()))
