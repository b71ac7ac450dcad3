"""Telling words: which words of a changed stretch of a quote say another thing, and which are the house's or nobody's.

A house spells, writes out what is spoken and takes its own word for petrol; "just", "very" and "you know" go
unnoticed.  What is left says something: a noun, a verb, "may" and "almost".
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from ..english.grammar import MODALS, PERSONAL, POSSESSIVES, find_class
from ..english.lexicon import titles
from ..english.numbers import find_numbers
from ..english.spellings import spell
from ..english.spoken import CONTRACTED_ENDS, CONTRACTIONS, FILLERS, HEDGES
from ..english.stems import NAMELIKE, first_form, weigh_word
from ..english.units import UNIT_WORDS
from ..english.wordlists import read_list
from ..english.words import fold

_STRONG = MODALS - {"will", "shall", "cannot"}  # "we will win" > "we win" is nothing, "we may win" > "we win" is
_SELVES = (PERSONAL | POSSESSIVES) - {"it", "its"}


def find_telling(before: Sequence[str], after: Sequence[str], words: Sequence[str], others: Sequence[str],
                 leads: str = "") -> bool:
    """Tell whether the stretch `before` of raw `words` and what stands for it in `others`, `after`, say two things.

    Words that stand elsewhere in the other wording only moved.  `leads` is the word behind the stretch: before a name
    a title may go or be cut short.
    """
    if leads[:1].isupper():
        before, after = ([word for word in side if fold(word).rstrip(".") not in titles()] for side in (before, after))
    sides = [_spell_out(side) for side in (before, after)]
    if _letters(sides[0]) == _letters(sides[1]):  # per cent > percent
        return False
    if len(sides[0]) == len(sides[1]) == 1 and {*sides[0], *sides[1]} <= _SELVES:
        return sides[0] != sides[1]
    if any(len(side) == 1 and side[0] in PERSONAL and any(word[:1].isupper() for word in name)
           for side, name in (sides, sides[::-1])):
        return False  # he > Dr Lind: whom both mean
    whole = [{_sense(word) for word in _spell_out(side)} for side in (words, others)]
    # "you know" is nothing, but who believed it and now knows it said another thing
    swapped = bool(before and after)
    gone, come = ({_sense(word) for word in side if _tells(word, swapped)} - there
                  for side, there in zip(sides, (whole[1], whole[0]), strict=True))
    slips = {word for one in gone for two in come if _is_slip(one, two) for word in (one, two)}
    return bool((gone | come) - slips)


def _letters(words: Iterable[str]) -> str:
    return "".join(filter(str.isalnum, "".join(words)))


def _spell_out(words: Iterable[str]) -> list[str]:
    """Return folded words with contractions written out: cannot and can't as can, not."""
    told: list[str] = []
    for raw in words:
        word = fold(raw)
        if raw[:1].isupper() or find_numbers(word):
            told.append(raw if raw[:1].isupper() else word)  # names and numbers have rules of their own
            continue
        whole = CONTRACTIONS.get(word)
        end = next((end for end in (*CONTRACTED_ENDS, "n't", "'s") if word.endswith(end)), "")
        if whole:
            told += whole
        elif end:
            told += [word.removesuffix(end), *filter(None, ["not" if end == "n't" else CONTRACTED_ENDS.get(end, "")])]
        else:
            told.append(word)
    return told


def _tells(word: str, swapped: bool) -> bool:
    """Tell whether a word spelt out says a thing of its own; `swapped`: it gave its place to another, or took one."""
    if word[:1].isupper() or word in UNIT_WORDS or find_numbers(word):
        return False
    if word in HEDGES or word in _STRONG:
        return True
    if word in FILLERS:
        return swapped and word in ("know", "mean")
    return len(word) > 1 and find_class(word) in (None, "noun")


@lru_cache(maxsize=1 << 14)
def _sense(word: str) -> str:
    """Return one name for all forms of a word and for what another house puts for it."""
    return _houses().get(word) or first_form(spell(word))


def _is_slip(one: str, other: str) -> bool:
    """Tell whether one of two words is the other but for two letters, and hardly ever stands in English."""
    near = one[:1] == other[:1] and min(len(one), len(other)) > 3 and Levenshtein.distance(one, other) <= 2
    return near and max(weigh_word(one), weigh_word(other)) >= NAMELIKE.value


@lru_cache
def _houses() -> dict[str, str]:
    """Return {word: name of its group} of lists/house_words.csv."""
    rows = [row.split("|") for row in read_list("house_words")["words"]]
    return {word: first_form(spell(row[0])) for row in rows for word in row}
