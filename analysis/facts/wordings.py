"""Where the wordings of lists/contraries.csv stand: which clauses tell one of two states that exclude each other."""

from collections import defaultdict
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from ..english.stems import weigh_word
from ..english.wordlists import read_list
from ..english.words import folded_words
from .assertions import Clause, is_open

_PARTS = regex.compile(r"\|(?![^(]*\))")  # not those of a group
_WHOM = (r"\s(?:(?:its|the|their|his|her)\s(?:\p{Ll}+\s){0,3}\p{Ll}+,?\s)?"  # its clerk, Ann Li
         r"(?:(?:Mr|Mrs|Ms|Dr|Sir)\.?\s)?(?P<whom>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*)")
_PIECE = regex.compile(r"(?<!\S)(?:\(\?:[^()]*\s\)[?*])*(?:\(\?:(?P<some>[^()]+)\)|(?P<word>[a-z?]+))(?![^\s(]|\(\?:)")
_THING = r"\s(?:the|its|their|his|her)\s(?P<thing>[^,;.]+)"


class Kind(NamedTuple):
    """A row of the list without its wordings."""

    name: str
    of: str
    days: str
    turns: str
    told: str


def find_wordings(clauses: list[tuple[str, int, Clause]]) -> list[tuple[str, int, Clause, Kind, int, Any]]:
    """Return (article, start of its sentence, Clause, kind, side, match) of kinds of which two texts tell the sides."""
    found, sides, seen, asked = [], defaultdict(lambda: (set(), set())), "", []
    for article, first, clause in clauses:
        if clause.text != seen:  # most sentences tell of no state: their clauses are not asked
            seen, asked = clause.text, _find_asked(clause.text)
        if not asked or clause.saying or is_open(clause):
            continue
        text, begin, last = clause.text, clause.first, clause.last
        if clause.flipped:
            begin = max(text.rfind("den", 0, begin), 0)  # denied having taken it
        for kind, side, pattern in asked:
            for match in pattern.finditer(text, begin, last):
                found.append((article, first, clause, kind, side, match))
                sides[kind][side].add(article)
    both = {kind for kind, (one, other) in sides.items() if one and other and len(one | other) > 1}
    return [row for row in found if row[3] in both]


@lru_cache
def kinds() -> dict[str, Kind]:
    """Return {name: its Kind} of the rows of the list."""
    table = read_list("contraries")
    return {row[0]: Kind(*row) for row in zip(*(table[name] for name in Kind._fields), strict=True)}


def _find_asked(text):
    """Return (kind, side, pattern) of the wordings of which a sentence may have one."""
    anchors = _anchors()
    places = {place for word in folded_words(text) if word in anchors for place in anchors[word]}
    return [_patterns()[place] for place in sorted(places)]


@lru_cache
def _patterns():
    table = read_list("contraries")
    return [(kinds()[name], side, _compile(words))
            for name, *sides in zip(table["name"], table["one"], table["other"], strict=True)
            for side, words in enumerate(sides)]


@lru_cache
def _anchors():
    """Return {folded word: places of the patterns} of the words of which each wording has one: spared, untouched."""
    table, found = read_list("contraries"), defaultdict(set)
    for at, sides in enumerate(zip(table["one"], table["other"], strict=True)):
        for side, words in enumerate(sides):
            for part in _PARTS.split(words):
                for word in _find_anchors(part):
                    found[word].add(2 * at + side)
    return dict(found)


def _find_anchors(part):
    """Return the rarest word of a wording; of alternatives that of each, where these are the rarest."""
    choices = []
    for match in _PIECE.finditer(part):
        words = [sorted((word for word in choice.split() if word.isalpha()), key=weigh_word)[-1:]
                 for piece in [match["some"] or match["word"]] for choice in _spell(piece)]
        if all(words):
            choices.append([word for found in words for word in found])
    return max(choices, key=lambda found: min(map(weigh_word, found)))


def _spell(piece):
    """Return the alternatives of a piece of a wording, with and without the letter that it may have: remains?"""
    return [way for choice in piece.split("|") for way in {choice.replace("?", ""), regex.sub(r".\?", "", choice)}]


def _compile(words):
    """Return the pattern of the wordings of one side; where one has > stands of whom it is told, >> of what."""
    parts = [part.replace(" >>", _THING).replace(" >", _WHOM) + ("" if part.endswith(">") else r"\b")
             for part in _PARTS.split(words)]
    return regex.compile(rf"\b(?:{'|'.join(part.replace(' ', chr(92) + 's') for part in parts)})")
