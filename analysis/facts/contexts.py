"""What stands around a value: the words, names, places and acts by which two texts can be known to mean one thing."""

from functools import lru_cache
from typing import NamedTuple

import regex

from ..english.calendar import DAY_NAMES
from ..english.stems import TELLING, first_form, stem, synonym_groups, weigh_word
from ..english.verbs import LIGHT, is_verb
from ..english.wordlists import listed, mapped
from ..english.words import bare, find_words, fold
from ..rules import Setting, keep_texts, remember

SHARED_ACT = Setting(
    "shared_act",
    4.0,
    "weight of shared words from which two clauses tell, deny or date one act, or two sentences name one person",
    chosen="two nouns that are not common; what is said of them must be the same as well",
)
_PLACE = regex.compile(
    r"\b(?:in|at|near|off|outside|from|above|below|around|(?:north|south|east|west)\w*\s+of)\s+(?:the\s+)?(?:(?:north|south|east|west|lower|upper|port)\w*\s+)?"
    r"(\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+)*)"
)


class Context(NamedTuple):
    """The surroundings of a value, folded: words {feature: weight} of its sentence; near, acts of its clause; names."""

    words: dict
    near: frozenset
    acts: frozenset
    names: frozenset
    places: frozenset


@remember(1 << 11)  # every rule that compares two values asks for the surroundings of both
def read_context(text: str, first: int, last: int, start: int, end: int) -> Context:
    """Return the Context of what stands from `start` to `end`, in a sentence `text` whose clause is first to last."""
    words, near, acts, names = {}, set(), set(), set()
    telling, capitals = TELLING.value, False
    for begin, _, word in join_phrasal(text):
        named = begin > 0 and text[begin].isupper()
        capitals = capitals or named
        if start <= begin < end:
            continue
        feature, weight, tells, holds = _read_word(word)
        if named and word not in DAY_NAMES:
            names.add(word)
        if holds and (named or weight >= telling):
            words[feature] = max(weight, words.get(feature, 0))
        if first <= begin < last:
            near.add(feature)
            if tells:
                acts.add(feature)
    places = {fold(name) for match in _PLACE.finditer(text) for name in match[1].split()} if capitals else set()
    return Context(words, frozenset(near), frozenset(acts), frozenset(names), frozenset(places - DAY_NAMES))


@lru_cache(maxsize=1 << 16)
def _read_word(word):
    """Return (what a folded word stands for, its weight, whether it is a telling verb, whether it can tell a thing)."""
    tells = (is_verb(word) or word in phrasal_words()) and first_form(word) not in LIGHT
    return feature_of(word), weigh_word(word), tells, not word[:1].isdigit() and word not in DAY_NAMES


@keep_texts(1 << 11)
def join_phrasal(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, folded word) of the words of `text`; a verb of two words as the one that says the same."""
    words = [(start, end, bare(text[start:end])) for start, end in find_words(text)]
    if _phrasal_openers().isdisjoint([word for *_, word in words]):
        return words
    pairs, found, skip = phrasal_verbs(), [], False
    for place, (start, end, word) in enumerate(words):
        if skip:
            skip = False
            continue
        after = words[place + 1] if place + 1 < len(words) else (0, 0, "")
        one = pairs.get(f"{word} {after[2]}")
        found.append((start, after[1] if one else end, one or word))
        skip = one is not None
    return found


@lru_cache
def phrasal_verbs() -> dict[str, str]:
    """Return {verb of two words: one word that says the same}."""
    return mapped("phrasal", "phrase", "word")


@lru_cache
def _phrasal_openers():
    return frozenset(phrase.partition(" ")[0] for phrase in phrasal_verbs())


@lru_cache
def phrasal_words() -> frozenset[str]:
    """Return the words that stand for verbs of two words."""
    return frozenset(phrasal_verbs().values())


@lru_cache(maxsize=1 << 16)
def feature_of(word: str) -> str:
    """Return what a folded word stands for: ~people, its group of synonyms, or its stem."""
    if word in listed("persons") and weigh_word(word) < 2:
        return "~people"
    root = stem(word)
    group = synonym_groups().get(root)
    return root if group is None else f"~{group}"


def lighter_weight(one: Context, other: Context) -> float:
    """Return the weight of the telling words of the context that has less of it."""
    return min(sum(one.words.values()), sum(other.words.values()))


def word_for_word(one: Context, other: Context) -> bool:
    """Tell whether the words around two values are the same."""
    return one.near == other.near and one.words == other.words


def shared_weight(one: Context, other: Context) -> float:
    """Return the weight of the words that both sentences have."""
    few, many = (one.words, other.words) if len(one.words) <= len(other.words) else (other.words, one.words)
    if few.keys().isdisjoint(many):
        return 0
    return sum(min(weight, many[word]) for word, weight in few.items() if word in many and word != "~people")


def same_act(one: Context, other: Context) -> bool | None:
    """Tell whether the two clauses tell one act, as verb or noun; None where one of them has no verb that tells."""
    if not one.acts or not other.acts:
        return True if one.acts & other.words.keys() or other.acts & one.words.keys() else None
    return bool(one.acts & other.words.keys() or other.acts & one.words.keys() or one.acts & other.acts)
