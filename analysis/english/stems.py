"""Forms of words: endings taken off, irregular verbs, words that news English uses for one another, their weight."""

from functools import lru_cache

from ..rules import Setting
from .frequency import zipf
from .wordlists import read_list
from .words import fold

TELLING = Setting("telling", 1.2, "weight (6.5 less the Zipf frequency) from which a word tells what is spoken of",
                  chosen="two hundred in a million words: people, time and day tell nothing, senator and bridge do")
RARE = Setting("rare", 2.5, "weight from which a word, a verb or a counted noun by itself, marks one thing of an event",
               chosen="ten times in a million words: knots and annex, not schools and vote")
NAMELIKE = Setting("rare_as_names", 3.5, "weight from which a capital that opens a sentence is a name's",
                   chosen="once in a million words: surnames and small places")
# Verbs whose -ly is no ending: replied is of reply.
VERBS_IN_LY = frozenset(["apply", "comply", "imply", "multiply", "rally", "rely", "reply", "supply"])
_ENDINGS = ("ings", "ing", "ed", "es", "ly", "'s", "s'", "s", "e")


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return a folded word without its regular ending, if three letters remain: hopes and hoped as hop."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and word not in VERBS_IN_LY:
            return word[:-len(ending)].removesuffix("i")
    return word.removesuffix("y")


@lru_cache(maxsize=1 << 17)
def weigh_word(word: str) -> float:
    """Return how much a folded word tells: 6.5 less its Zipf frequency, between 0.2 (the) and 4.5 (names)."""
    return min(max(6.5 - zipf(word), 0.2), 4.5)


def is_telling(word: str) -> bool:
    """Tell whether a folded word is rarer than those that stand in any text."""
    return weigh_word(word) >= TELLING.value


def is_rare(word: str) -> bool:
    """Tell whether a folded word is so rare that it marks one thing of an event."""
    return weigh_word(word) >= RARE.value


@lru_cache(maxsize=1 << 17)
def first_form(word: str) -> str:
    """Return one name for all forms of a folded verb: went and goes as go, admitted and admit as admit."""
    return undouble(_first_forms().get(word) or stem(word))


def undouble(form: str) -> str:
    """Return a stem without the second of two like consonants at its end: admitted and admit as admit."""
    return form[:-1] if len(form) > 3 and form[-1] == form[-2] and form[-1] not in "aeiou" else form


@lru_cache(maxsize=1 << 17)
def name_sense(word: str) -> str:
    """Return one name for all forms and synonyms of a folded word: "met" and "talks" have the same."""
    return _senses().get(word) or _senses().get(stem(word)) or stem(word)


@lru_cache
def synonym_groups() -> dict[str, int]:
    """Return {stem: number of its group of synonyms}; a word of two groups belongs to the first."""
    groups: dict[str, int] = {}
    for number, words in enumerate(read_list("synonyms")["words"]):
        for word in words.split("|"):
            groups.setdefault(stem(fold(word)), number)
    return groups


@lru_cache
def _first_forms() -> dict[str, str]:
    rows = [row.split("|") for row in read_list("irregular_verbs")["forms"]]
    return {form: stem(forms[0]) for forms in rows for form in forms}


@lru_cache
def _senses() -> dict[str, str]:
    """Return {word or stem: sense} of the lists of irregular verbs and of synonyms."""
    senses = dict(_first_forms())
    for row in read_list("synonyms")["words"]:
        words = row.split("|")
        for word in words:
            senses.setdefault(stem(word), stem(words[0]))
            senses[word] = senses[stem(word)]
    return {word: senses.get(sense, sense) for word, sense in senses.items()}
