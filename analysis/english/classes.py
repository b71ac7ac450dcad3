"""What a word can stand for: its root, and the classes of acts that it may tell, as verb or as noun.

    find_senses(["they", "voted", "against"])[1] == find_senses(["a", "ballot", "on"])[1]'s class "vote"
"""

from functools import lru_cache

from .grammar import ARTICLES, POSSESSIVES
from .stems import first_form, stem, undouble
from .wordlists import listed, read_list
from .words import Known

# Endings that make a noun, a person or an adjective of a verb; "endorsement" and "endorse" have one root.
_DERIVED = ("izations", "isations", "ization", "isation", "ations", "ation", "ments", "ment", "ances", "ance", "ences",
            "ence", "ities", "ity", "ness", "ions", "ion", "als", "ists", "ist", "isms", "ism", "izes", "izing", "ized",
            "ize", "ise", "ors", "or", "ers", "er", "ates", "ating", "ated", "ate", "ies", "ied", "ive", "al", "ous")
_LEAST = 4  # letters of a root
_PARTICLES = 3  # words of the longest phrase of lists/acts.csv
_REACH = 5  # words in which a phrase must stand
_SMALL = ARTICLES | POSSESSIVES  # may stand inside one: left the track


@lru_cache(maxsize=1 << 17)
def root(word: str) -> str:
    """Return what the forms of a folded word and the nouns made from it share: moderator and moderate as moder."""
    form = _first(word)
    for known in (form, word):
        for ending in _DERIVED if known.endswith(_DERIVED) else ():
            if known.endswith(ending) and len(known) - len(ending) >= _LEAST:
                return undouble(stem(known[:-len(ending)]))
    return form


@lru_cache(maxsize=1 << 17)
def _first(word):
    """Return the first form of a word, also of the shortest in -ed: sued and sue, not need."""
    short = len(word) == 4 and word.endswith("ed") and word[1] != "e"
    return first_form(word[:-1] if short else word)


def find_senses(words: list[str]) -> list[tuple[str, ...]]:
    """Return the classes of lists/acts.csv that each of the folded `words` of a text may stand for, sorted.

    A phrase has its classes at its first word, its other words have none: "bowed out", "left the track".
    """
    known = list(map(_WORDS.__getitem__, words))
    found, reached = [alone for alone, _ in known], 0
    for place in [place for place, (_, second) in enumerate(known) if second]:
        if place < reached:
            continue
        classes, end = _find_phrase(words, place, known[place][1])
        if classes:
            found[place:end] = [classes] + [()] * (end - place - 1)
            reached = end
    return found


def _read_word(word):
    """Return (the classes of a word by itself, the second words, first forms, of the phrases that its forms open)."""
    single, _, openers = _classes()
    first = _first(word)
    return single.get(first) or single.get(root(word)) or (), openers.get(first)


_WORDS = Known(_read_word, 1 << 17)


def _find_phrase(words, place, second):
    """Return (classes, where it ends) of the longest phrase that begins at `place`; ((), 0) without one.

    `second` has the words that may come next.
    """
    last, at = min(place + _REACH, len(words)), place + 1
    while at < last and words[at] in _SMALL:
        at += 1
    if at >= last or _first(words[at]) not in second:
        return (), 0
    behind = [spot for spot in range(at, last) if words[spot] not in _SMALL]
    for length in range(min(_PARTICLES - 1, len(behind)), 0, -1):
        classes = _classes()[1].get((_first(words[place]), *(_first(words[spot]) for spot in behind[:length])))
        if classes:
            return classes, behind[length - 1] + 1
    return (), 0


def news_acts() -> frozenset[str]:
    """Return the classes of lists/acts.csv that are news by themselves: kill, resign, collapse."""
    return listed("acts", news="yes")


def said_acts() -> frozenset[str]:
    """Return the classes of lists/acts.csv that tell that somebody speaks or holds an office: announce, lead."""
    return listed("acts", news="said")


@lru_cache
def _classes() -> tuple[dict, dict, dict]:
    """Return ({first form or root: classes}, {phrase, first forms: classes}, {first word: the next}) of acts.csv."""
    single: dict[str, set[str]] = {}
    phrases: dict[tuple, set[str]] = {}
    table = read_list("acts")
    for act, row in zip(table["act"], table["words"], strict=True):
        for entry in row.split("|"):
            parts = tuple(_first(part) for part in entry.split())
            if len(parts) > 1:
                phrases.setdefault(parts, set()).add(act)
            else:
                single.setdefault(parts[0], set()).add(act)
    openers: dict[str, set[str]] = {}
    for first, second, *_ in phrases:
        openers.setdefault(first, set()).add(second)
    return ({form: tuple(sorted(acts)) for form, acts in single.items()},
            {form: tuple(sorted(acts)) for form, acts in phrases.items()}, openers)


@lru_cache
def opposites() -> dict[frozenset[str], str]:
    """Return {two classes of acts: opposite, step or converse}, see lists/opposites.csv."""
    table = read_list("opposites")
    return {frozenset((one, other)): sort
            for one, other, sort in zip(table["one"], table["other"], table["sort"], strict=True)}
