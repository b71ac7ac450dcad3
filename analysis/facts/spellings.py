"""Names that two texts give one person or place otherwise: another spelling, another given name."""

from collections import defaultdict
from functools import lru_cache

import numpy as np
import regex
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from ..english.grammar import SMALL, words_of
from ..english.lexicon import folded_given_sexes, titles
from ..english.names import LETTERS
from ..english.posts import PORTFOLIOS, UNDER
from ..english.spellings import NEARLY, SPELT, are_one_name
from ..english.stems import RARE, weigh_word
from ..english.wordlists import listed
from ..english.words import bare, find_words, fold

NEAR_SURNAMES = "two surnames"  # of one given name
_ALIKE = 5  # first letters that such surnames share
LONG_NAME = 8  # letters: shorter names have many neighbours
UNKNOWN = 4.5  # weight of a word that hardly any text has
_BLOCK = 500  # names compared with all others at a time: bounds the memory
_NICK = regex.compile(r"-\p{Ll}")  # Mum-of-two Ann Li
_GIVEN = regex.compile(r"(?<![\p{L}.])(\p{Lu}[\p{L}\p{M}'’-]+)\s$")
_RUN = regex.compile(r"(?<![\p{L}.])\p{Lu}[\p{L}\p{M}'’.-]*+(?:\s\p{Lu}[\p{L}\p{M}'’.-]*+){1,5}")


def find_persons(text: str) -> list[tuple[str, str, int, int]]:
    """Return (given name, surname, start, end) of the full names of `text`, titles and offices before them left out."""
    found = []
    for match in _RUN.finditer(text):
        words = [(match.start() + first, match.start() + last) for first, last in find_words(match.group())]
        names = [bare(text[first:last]) for first, last in words]
        last = max((place for place, name in enumerate(names[:-1])
                    if name in no_names() or _NICK.search(text, *words[place])), default=-1) + 1
        words, names = words[last:], names[last:]
        while len(names) > 2 and names[-1] in LETTERS and not text[slice(*words[-1])][1:].islower():  # Ann Roe OBE
            words, names = words[:-1], names[:-1]
        if len(names) > 1 and len(names[0]) > 1 and len(names[-1]) > 2:
            last = words[-1][1] - 2 * text[slice(*words[-1])].endswith(("'s", "’s"))
            found.append((names[0], names[-1], words[0][0], last))
    return found


@lru_cache
def no_names() -> frozenset[str]:
    """Return the folded words that stand before a name and are none: titles, offices, bodies, the White House."""
    bodies = frozenset(map(fold, listed("institutions")))
    return titles() | bodies | PORTFOLIOS | UNDER | words_of(*SMALL) | {"democratic", "white"}


def given_before(before: str) -> str:
    """Return the folded given name at the end of what stands before a surname; "" without one."""
    match = _GIVEN.search(before, max(len(before) - 30, 0))
    word = fold(match[1]) if match else ""
    return "" if word in no_names() else word


def one_surname(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two spellings, each (what stands before it, the name), are surely of one person or place.

    One given name stands before both, or two spellings of one; else no two given names, and they differ by a slip.
    """
    mine, theirs = given_before(one[0]), given_before(other[0])
    return mine == theirs or are_one_name(mine, theirs) if mine and theirs else is_slip(one[1], other[1])


def is_slip(one: str, other: str) -> bool:
    """Tell whether two long words that hardly any text has differ by a letter: two such names in one event are one."""
    words = fold(one), fold(other)
    long = all(len(word) >= LONG_NAME and weigh_word(word) >= UNKNOWN for word in words)
    return long and Levenshtein.distance(*words) == 1


def find_names(text: str) -> list[tuple[str, int, int]]:
    """Return (word, start, end) of the words with a capital that do not open a sentence."""
    names = []
    for start, end in find_words(text):
        if not text[start].isupper():
            continue
        before = text[max(start - 4, 0) : start].rstrip(" \"“„‘'(")[-1:]
        word = text[start:end].removesuffix("'s").removesuffix("’s")
        if before not in ("", ".", "!", "?", "\n", ":"):
            names.append((word, start, start + len(word)))
    return names


def is_rare(word: str) -> bool:
    """Tell whether a folded word is a rare name."""
    return len(word) >= 5 and weigh_word(word) >= RARE.value


def is_variant(one: str, other: str) -> bool:
    """Tell whether two folded names are spellings of one, and not a place and its adjective."""
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    inflected = long.startswith(short[:-1]) and long[len(short) - 1 :] in {
        short[-1] + ending for ending in ("s", "n", "i", "an", "ian", "ish", "ese", "ns", "ans", "ians")
    } | {"ian", "an", "ish", "ese"}
    same = regex.sub(r"\P{L}", "", one) == regex.sub(r"\P{L}", "", other)  # Wal-Mart, Walmart
    return are_one_name(one, other) and not inflected and not same


def nearly_surnames(one: str, other: str) -> bool:
    """Tell whether two rare surnames may be slips of one where the given name is the same: Dorrigan, Dorrington."""
    alike = one != other and one[:_ALIKE] == other[:_ALIKE] and min(len(one), len(other)) > _ALIKE
    whole = one.startswith(other) or other.startswith(one)
    return alike and not whole and is_rare(one) and is_rare(other) and fuzz.ratio(one, other) >= NEARLY.value


def pair_variants(spelled: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Return the pairs of rare names of {article: names} that two texts spell apart and no text has both of."""
    homes = defaultdict(set)
    for article, names in spelled.items():
        for name in names:
            if is_rare(name):
                homes[name].add(article)
    rare, found = sorted(homes), []
    for start in range(0, len(rare), _BLOCK):
        alike = process.cdist(rare[start:start + _BLOCK], rare, scorer=fuzz.ratio, score_cutoff=SPELT.value)
        for row, column in zip(*(places.tolist() for places in np.nonzero(alike)), strict=True):
            one, other = rare[start + row], rare[column]
            two_names = {one, other} <= folded_given_sexes().keys()  # Moira and Mora
            if one < other and not two_names and not homes[one] & homes[other] and abs(len(one) - len(other)) < 3 \
                    and is_variant(one, other):
                found.append((one, other))
    return found
