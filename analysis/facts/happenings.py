"""What happens in a clause, by classes of act and thing: that the strike began, that the walkout started."""

from functools import lru_cache
from typing import NamedTuple

import regex

from ..english.grammar import SMALL, words_of
from ..english.wordlists import read_list
from ..english.words import fold, folded_words

ACCIDENT = "accident"  # the act of a clause that says no more than that it happened
EDGES = frozenset(["begin", "end"])  # of what: "his talks opened on Sunday", "on Monday he was received for talks"
ALERT = "alert"  # the alarm of an event is raised once
BURN = "burn"
DISASTERS = frozenset(["sink", "explode", "crash", "fall"])  # of which the news of one event has one
_DOER = regex.compile(r"(?P<name>\p{Lu}[\p{L}’'-]+)\s(?:(?:has|had|have|was|were|is|are|been|be|will|would|last|first"
                      r"|also)\s)*$")
_NO_DOER = words_of(*SMALL)
_EDGE = regex.compile(  # the trial of Ola Crane opened on
    r"(?P<thing>\p{Ll}+)(?:\sof\s(?:\p{Lu}[\p{L}’'-]+\s?)+)?\s?"
    r"(?:(?:will|would|is|are|was|were|to|had|has|have|due|set|expected|scheduled)\s)*"
    r"(?P<act>began|begin|begins|begun|start|started|starts|open|opened|opens|end|ended|ends)\s"
    r"(?:on|at|late\son|early\son|only\son)?\s?$")
_EDGE_ACTS = ("beg", "start", "open", "end")  # how what it asks for opens, and stands last but for a few letters
_TAIL = 24
_OCCURRED = frozenset(["happened", "occurred"])
_ACCIDENTS = frozenset(["accident", "disaster", "crash", "collision", "derailment", "explosion", "blast", "collapse",
                        "tragedy"])


class Happening(NamedTuple):
    """What a clause tells of: classes of acts (begin, publish) and of things (stoppage, ruling).

    phrases has the words of acts that are told in several: fell, silent.
    """

    acts: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 12)
def read_happening(clause: str) -> Happening:
    """Return the Happening of a clause, by lists/happenings.csv."""
    words, openers = folded_words(clause), _openers()
    runs = [" ".join(words[at : at + size]) for at, word in enumerate(words) if word in openers
            for size in (2, 3) if at + size <= len(words)]
    found: dict[str, set] = {"act": set(), "thing": set()}
    phrases = [run for run in runs if run in _classes()]
    inner = {word for run in phrases for word in run.split(" ")}  # what fell silent did not fall
    for run in words + runs:
        for sort, name in _classes().get(run.removesuffix("'s"), ()):
            if sort == "thing" or run not in inner:
                found[sort].add(name)
    held = set(words)
    if held & _OCCURRED and held & _ACCIDENTS:
        found["act"].add(ACCIDENT)
    told = {word for run in phrases if any(sort == "act" for sort, _ in _classes()[run]) for word in run.split(" ")}
    return Happening(frozenset(found["act"]), frozenset(found["thing"]), frozenset(told))


def one_accident(one: Happening, other: Happening) -> bool:
    """Tell whether both tell the accident of the news: that the ferry sank, that it foundered, that it happened."""
    told = [happening.acts & DISASTERS for happening in (one, other)]
    whole = [ACCIDENT in happening.acts for happening in (one, other)]
    return bool(told[0] & told[1]) or (whole[0] and bool(told[1] or whole[1])) or (whole[1] and bool(told[0]))


def same_happening(one: Happening, other: Happening) -> bool:
    """Tell whether two clauses share an act and a thing."""
    return bool(one.acts & other.acts and one.things & other.things)


def read_edge(before: str) -> str:
    """Return what begins or ends on a day, of what stands before it: "stoppage begin" of "the strike will start on"."""
    near = before[-_TAIL:]
    match = any(act in near for act in _EDGE_ACTS) and _EDGE.search(before)
    if not match:
        return ""
    acts, things = read_happening(match["act"]).acts & EDGES, read_happening(match["thing"]).things
    return f"{min(things)} {min(acts)}" if acts and things else ""


def read_doer(before: str) -> str:
    """Return the folded name at the end of what stands before a verb: crane of "Ola Crane had last"; "" without one."""
    match = _DOER.search(before)
    name = fold(match["name"]) if match else ""
    return "" if name in _NO_DOER else name


@lru_cache
def _openers() -> frozenset[str]:
    """Return the words that open the phrases of the list."""
    return frozenset(words.partition(" ")[0] for words in _classes() if " " in words)


@lru_cache
def _classes() -> dict[str, list[tuple[str, str]]]:
    table = read_list("happenings")
    classes: dict[str, list[tuple[str, str]]] = {}
    for sort, name, words in zip(table["sort"], table["name"], table["words"], strict=True):
        for word in words.split("|"):
            classes.setdefault(word, []).append((sort, name))
    return classes
