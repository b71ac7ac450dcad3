"""Function words of English and their classes, by lists/grammar.csv: the one place that reads them."""

from functools import lru_cache

from .wordlists import listed, mapped
from .words import fold


def word_classes() -> dict[str, str]:
    """Return {word: class} of lists/grammar.csv, words as the list writes them."""
    return mapped("grammar", "word", "class")


@lru_cache(maxsize=1 << 16)
def find_class(word: str) -> str | None:
    """Return the class of a function word or word of time, or None."""
    return word_classes().get(word.lower())


@lru_cache
def words_of(*classes: str) -> frozenset[str]:
    """Return the folded words of these classes of the list; without any, all of them."""
    return frozenset(fold(word) for word, kind in word_classes().items() if not classes or kind in classes)


def name_particles() -> frozenset[str]:
    """Return the small words that stand inside persons' names: de, van, bin (lists/particles.csv)."""
    return listed("particles", "word")


SMALL = ("determiner", "preposition", "possessive", "pronoun", "coordinator", "subordinator", "relative", "that", "to",
         "as")
CLOSED = ("pronoun", "auxiliary", "coordinator", "determiner", "possessive", "preposition", "relative", "subordinator")
