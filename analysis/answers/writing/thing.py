"""What a bare sum, share, speed or length of time is of: the noun that it is bound to in one text and all have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from ...english.adjectives import RANKING, is_adjective, is_describing
from ...english.grammar import find_class
from ...english.lexicon import is_body_word, is_person_word
from ...english.nouns import UNITS, counts_persons, singular
from ...english.units import MONEY
from ...english.verbs import is_verb
from ...english.words import find_words, fold

_BARE = frozenset(["a sum", "a share", "a speed", "a distance", "a cost", "a length of time"])
_ROUGH = regex.compile(r"\s(?:about|some|nearly|almost|around|up\sto|over|more\sthan|less\sthan|a\stotal\sof)\s*$")
_BOUND = regex.compile(r"(\p{Ll}{4,})\s(?:of|by|(?:(?:to|from|of)\s[^,;.]{1,40}\s)?at)\s?$")
# a prize of $75,000, the rent by 12 per cent, put the damage to the pier at 40 million
_UNIT = regex.compile(r"^(?:-\p{Ll}+|\s(?:minutes?|hours?|days?|weeks?|months?|years?|miles?|mph|per\scent|percent"
                      rf"|(?:{'|'.join(sorted(MONEY))})s?))\b")
# £4 million for the old mill, 340,000 crowns in bribes
_LED = regex.compile(r"^\s(?:(?:of|for|in(?=\s\p{Ll}+s\b))\s)?(?:(?:the|an?|its|his|her|their)\s)?")
_WHOLE = regex.compile(r"^\sof\s(\p{Lu}[\p{L}’'-]*(?<!['’]s)(?:\s\p{Lu}[\p{L}’'-]*(?<!['’]s))*)(?!['’\p{L}])")
_OWNED = regex.compile(r"(\p{Lu}[\p{L}-]+)['’]s\s(\p{Ll}+)")


def name_thing(subject: str, seen: list) -> str:
    """Return "a sum (prize)" where a text has a prize of $75,000 and the others tell of it; else the subject as it is.

    A share is of what stands behind it in every text, "a share of Ellby Mills", or "a share (Crane’s shares)" of what
    every text has.  `seen` are the values in their sentences (facts.seen.Seen).
    """
    if subject.partition(",")[0] not in _BARE:
        return subject
    if subject == "a share":
        wholes = {match[1] if match else "" for one in seen for match in [_WHOLE.match(one.behind)]}
        owned = [_OWNED.findall(one.before) for one in seen]
        shared = [pair for pair in owned[0] if all(pair in pairs for pairs in owned)]
        if len(wholes) == 1 and "" not in wholes:
            return f"a share of {wholes.pop()}"
        if shared:
            return f"a share ({shared[-1][0]}’s {shared[-1][1]})"
    told = [{singular(fold(word)) for word in _words(one.before + one.behind)} for one in seen]
    bound = [noun for one in seen for noun in _list_bound(one)
             if singular(noun) not in subject and all(singular(noun) in words for words in told)]
    return f"{subject} ({bound[0]})" if bound else subject


def _list_bound(seen: Any) -> Iterable[str]:
    """Yield the noun before "of" or "by" and a value, and the noun behind it."""
    match = _BOUND.search(_ROUGH.sub(" ", seen.before))
    if match and _is_noun(fold(match[1])):
        yield match[1]
    behind = _LED.sub("", _UNIT.sub("", seen.behind))
    for word in _words(behind)[:2]:
        if word[:1].islower() and _is_noun(fold(word)):
            yield word
        if find_class(word) or not _is_describing(fold(word)):
            break  # 63 per cent in favour


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text)]


def _is_describing(word: str) -> bool:
    return is_describing(word) or is_adjective(word) or word in RANKING or len(word) < 4


def _is_noun(word: str) -> bool:
    return len(word) > 3 and word.isalpha() and singular(word) not in UNITS | MONEY and not (
        find_class(word) or is_verb(word) or _is_describing(word) or counts_persons(word)
        or is_person_word(word) or is_body_word(word) or word.endswith("ly"))
