"""Classes of words that tell what a change in a copied sentence is about."""

from collections.abc import Sequence
from functools import lru_cache

import regex

from ..english.calendar import MONTH_STARTS, WEEKDAY_STARTS
from ..english.grammar import SMALL, words_of
from ..english.stems import NAMELIKE, weigh_word
from ..english.wordlists import list_rows, listed
from ..english.words import fold

_DIGITS = regex.compile(r"\p{N}[\p{N}.,:/-]*(?:st|nd|rd|th|m|bn|k|am|pm)?$")


def plain(word: str) -> str:
    """Return a raw word folded, without its possessive ending."""
    return fold(word).removesuffix("'s").removesuffix("'")


def is_counted(word: str) -> bool:
    """Tell whether a plain word is a figure or a number word."""
    return bool(_DIGITS.match(word)) or word in word_set("number")


def is_name(words: Sequence[str], opens: bool = False) -> bool:
    """Tell whether all of the raw `words`, at least one, are names: a capital, and no word of the grammar lists.

    Where they open a sentence the capital of the first says nothing: it must be as rare as names are.
    """
    names = [(place, word) for place, word in enumerate(words) if plain(word) not in word_set("small")]
    return bool(names) and all(
        word[:1].isupper() and plain(word) not in word_set("grammar")
        and not (opens and place == 0 and weigh_word(plain(word)) < NAMELIKE.value) for place, word in names)


def is_auxiliary(word: str) -> bool:
    """Tell whether a raw or folded word is an auxiliary verb; a.m. is none, though it folds to am."""
    return "." not in word and plain(word) in word_set("auxiliary")


@lru_cache
def word_set(name: str) -> frozenset[str]:
    """Return the folded words of a sort: a class of lists/grammar.csv, or one put together here."""
    if name == "grammar":
        return words_of()
    if name == "small":
        return words_of(*SMALL)
    if name == "calendar":
        return frozenset(word for word in word_set("time") if word.startswith(MONTH_STARTS)
                         or (word.startswith(WEEKDAY_STARTS) and word.rstrip("s").endswith("day"))
                         or word in ("today", "yesterday", "tomorrow", "tonight"))
    if name == "title":
        titles = [row["title"] for row in list_rows("titles") if row["sex"] or row["title"].endswith(".")]
        return frozenset(map(fold, [*titles, "vice", "prime", "former"])) | word_set("office")
    if name == "office":
        return frozenset(map(fold, listed("offices", kind="office")))
    if name == "body":
        return frozenset(map(fold, listed("institutions", kind="body")))
    return words_of(name)
