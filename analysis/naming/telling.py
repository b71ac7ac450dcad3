"""What the words of a wording tell, and which tell nothing: Ellby prison and a prison, Bellamy and Ann Bellamy."""

from collections.abc import Iterable
from functools import lru_cache

import regex

from ..copies.classes import is_counted
from ..english.adjectives import is_superlative
from ..english.frequency import zipf
from ..english.grammar import is_function_word
from ..english.lexicon import title_sexes
from ..english.names import HONORIFICS
from ..english.nouns import singular
from ..english.words import fold, folded_words

NAME_KEY = "name "  # before the key of a name alone
PARTY_SIGN = regex.compile(r"[dri]-\p{L}")  # D-Norhaven
_NO_PLACE = regex.compile(r"(?:ist|ite)$|\d|^(?:Muslim|Islamic|Christian|Catholic|Jewish|Nazi)$")


@lru_cache(maxsize=1 << 14)
def telling_words(label: str) -> frozenset[str]:
    """Return the words of a wording that tell something: no function words, titles of address or numbers.

    Eleven thousand people and twelve thousand people are two counts, and one name.
    """
    words = {singular(word.removesuffix("'s").rstrip("'")) for word in folded_words(label)}
    return frozenset(word for word in words if not is_function_word(word) and word not in title_sexes()
                     and not word[:1].isdigit() and not is_counted(word)
                     and not PARTY_SIGN.match(word))


@lru_cache(maxsize=1 << 14)
def placing_words(label: str, opens: bool) -> frozenset[str]:
    """Return the words of a wording that tell whose, where or the how-manieth a thing is, and nothing more of it.

    Ellby prison, Bellamy's board, the heaviest rain; not: a Marxist plot, the B12 law, nor where a sentence `opens` so.
    """
    words = label.split()
    named = words[opens:-1] if words[-1][:1].islower() else []
    found = {fold(word) for word in named if word[:1].isupper() and not _NO_PLACE.search(word)}
    found.update(fold(word) for word in words[:-1] if word.endswith(("'s", "’s", "s'", "s’")))
    low = {singular(word.removesuffix("'s").rstrip("'")) for word in folded_words(" ".join(found))}
    return frozenset(low.union(word for word in folded_words(label) if is_superlative(word)))


def is_plain(key: str, actor: str) -> bool:
    """Tell whether a wording is just an actor's name or its end: Ann Bellamy, Bellamy; not: Ms Bellamy, Annie."""
    words, known = key.removeprefix(NAME_KEY).replace(".", "").split(), fold(actor).replace(".", "").split()
    return key.startswith(NAME_KEY) and words[-1] == known[-1] and HONORIFICS.isdisjoint(words) and (
        set(words) <= set(known) or set(known) <= set(words))


def worth(words: Iterable[str]) -> float:
    """Return how rare the two rarest of some words are in general English: 0 for common ones, up to 8."""
    return sum(sorted((_rareness(word) for word in words), reverse=True)[:2])


@lru_cache(maxsize=1 << 15)
def _rareness(word):
    return max(0.0, 6.5 - max(zipf(word), 2.5))
