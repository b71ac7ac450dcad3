"""What sort of number a clause tells of: dead, hurt, moved, price, by the words of lists/measures.csv in it."""

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

import regex

from ..english.verbs import is_verb
from ..english.wordlists import read_list
from ..english.words import folded_words

# What each sort of number can count: of persons alone, or of money alone; all others count anything.  What befalls
# people is the news: a text counts it once.
HARM = frozenset(["dead", "hurt", "moved", "held", "missing", "trapped", "saved", "ill"])
OF_PERSONS = HARM - {"moved"} | {"crowd", "hospital", "aboard", "boarded"}
SPANS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8766,
         "decade": 87660}  # in hours
_WITHIN = 30  # characters between two words of a phrase
_REACH = 80  # characters within which a word tells what a number is of
_OF_SHIPS = frozenset(["aboard", "boarded"])
_OF_MONEY = frozenset(["fine", "price", "cost", "raised", "damage"])

_TERMS = {  # for how long somebody was jailed: not "jailed on Monday, two years after the crash"
    "jailed": (
        r"\b(?:jailed|imprisoned|locked\sup|put\saway|behind\sbars|in\s(?:prison|jail)|sent(?:enced|\sdown)|condemned"
        r"|(?:prison|jail)\s(?:sentence|term)|sentence|sent\sto\s(?:prison|jail))\s(?:for|to|of)\s"
        r"(?:(?:a\stotal\sof|a)\s)?(?:\p{Ll}+\s){0,2}$",
        r"(?:[\s-]\p{Ll}+){1,3}\s(?:in\s(?:prison|jail|custody|a\s\p{Ll}+\scolony)|behind\sbars|inside)\b"
        r"|-\p{Ll}+\s(?:prison|jail|custodial)?\s?(?:sentence|term|stretch)\b"),
    "deliberated": (r"\b(?:deliberat(?:ed|ing)|consider\p{Ll}+\s(?:its|their)\sverdicts?)\b[^,;:]{0,40}?"
                    r"\s(?:for|after)\s(?:\p{Ll}+\s){0,2}$",
                    r"\s\p{Ll}+\s(?:of\sdeliberat\p{Ll}+|deliberating)\b"),
}
_NOT_ALL = regex.compile(  # of what is asked for, may be given, was given once or in part: not how long it is
    r"\b(?:ask(?:ed|ing|s)|s(?:ought|eek\p{Ll}*)|demand\p{Ll}*|fac(?:ed?|es|ing)|could|may|might|would|(?:max|min)imum"
    r"|serv(?:ed?|es|ing)|already|earlier|previous(?:ly)?|suspended|instead|out\sof|parole|eligible|released?|reduc\p{Ll}+|cut|half"
    r"|overturn\p{Ll}*|concurrent\p{Ll}*|consecutive\p{Ll}*|to\srun)\b", regex.IGNORECASE)
_TOLD_TERMS = [(measure, regex.compile(before, regex.IGNORECASE), regex.compile(behind, regex.IGNORECASE))
               for measure, (before, behind) in _TERMS.items()]


def suits(measure: str, kind: str, unit: str) -> bool:
    """Tell whether a number of this kind and unit can be of a measure: 14,200 pupils are no price."""
    if unit == "time" or (kind == "rank" and measure in _OF_MONEY) or (kind == "time" and measure in _OF_SHIPS):
        return False  # struck three times; a vote on the 14th on the deal
    if unit in SPANS:
        return measure == "lasted"
    if measure in OF_PERSONS and kind in ("number", "money"):
        return kind == "number" and unit in ("people", "")  # £60 million for the toll roads
    if measure == "crowd":
        return kind == "number"
    if measure == "lasted":
        return False
    if measure == "jobs":
        return unit in ("people", "", "job", "post", "position", "role")
    if measure == "damage":
        return kind == "money"
    if measure in ("turnout", "approval"):
        return kind == "percent"
    return not (measure in _OF_MONEY and kind == "number" and unit == "people")


def find_measure(beside: list[tuple[int, str]], suit: Callable[[str], bool]) -> tuple[str, str]:
    """Return (measure, the word that says so): the nearest strong word, else weak, else a faint phrase, else a verb.

    `beside` has (distance, word) of the words of the clause in order; `suit` says which measures come into question.
    """
    strong, weak, phrases, faint = _measures()
    words = [word for _, word in beside]
    line, held = f" {' '.join(words)} ", set(words)
    for parts, measure in phrases if _phrases().keys() & held else ():
        if parts[0] in held and suit(measure) and _in_order(line, parts):
            return measure, parts[0]
    for known in (strong, weak):
        near = min(((gap, word) for gap, word in beside
                    if word in known and gap <= _REACH and suit(known[word])), default=None)
        if near:
            return known[near[1]], near[1]
    verb = min(((gap, word) for gap, word in beside if is_verb(word)), default=(0, ""))[1]
    return next((measure for parts, measure in faint if parts[0] in held and suit(measure) and _in_order(line, parts)),
                ""), verb


def read_term(text: str, first: int, last: int, start: int, end: int) -> str:
    """Return what a length of time is the term of, by the words next to it: jailed or deliberated, "" of anything."""
    told = next((measure for measure, before, behind in _TOLD_TERMS
                 if before.search(text, first, start) or behind.match(text, end, last)), "")
    return "" if told and _NOT_ALL.search(text, first, last) else told


def measures_of(text: str) -> frozenset[str]:
    """Return the measures (dead, hurt, moved ...) that strong words of a clause name."""
    strong, words = _measures()[0], folded_words(text)
    found = [strong[word] for word in words if word in strong]
    if opening := _phrases().keys() & words:
        line = f" {' '.join(words)} "
        found += [measure for word in opening for parts, measure in _phrases()[word] if _in_order(line, parts)]
    return frozenset(found)


def _in_order(line, parts):
    """Tell whether the words of a phrase stand close in order: lost all their lives, but not: went down with 9 aboard.

    What opens with a preposition has nothing within: on board, not on the harbour board.
    """
    at, most = line.find(f" {parts[0]} "), 1 if len(parts[0]) < 3 else _WITHIN
    for before, part in pairwise(parts):
        ended = at + 1 + len(before)
        at = line.find(f" {part} ", ended)
        if at < 0 or at >= ended + most:
            return False
    return True


@lru_cache
def _phrases():
    """Return {first word: [(words, measure)]} of the phrases that decide wherever they stand."""
    found = defaultdict(list)
    for parts, measure in _measures()[2]:
        found[parts[0]].append((parts, measure))
    return dict(found)


@lru_cache
def _measures():
    table = read_list("measures")
    strong, weak, phrases, faint = {}, {}, [], []
    for measure, strength, words in zip(table["measure"], table["strength"], table["words"], strict=True):
        for word in words.split("|"):
            if " " in word:
                (faint if strength == "faint" else phrases).append((tuple(word.split(" ")), measure))
            else:
                (strong if strength == "strong" else weak).setdefault(word, measure)
    return strong, weak, tuple(phrases), tuple(faint)
