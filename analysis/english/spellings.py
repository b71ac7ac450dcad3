"""One spelling for the British and the American form of a word (lists/spellings.csv); names spelt in two ways."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from ..rules import Setting
from .wordlists import read_list
from .words import fold

SPELT = Setting("same_spelling", 80, "rapidfuzz ratio (100 is equal) from which two names are spellings of one",
                chosen="transliterations keep four letters of five")
NEARLY = Setting("near_spelling", 70, "the same from which they may be, where silence is better than a false alarm",
                 chosen="Evgeni Lobachev and Yevgeny Lobachov have 86, Sturm and Stern 60")
_STEM = 2  # letters before an ending, or four would be for


@lru_cache(maxsize=1 << 17)
def spell(word: str) -> str:
    """Return a word folded, in the form in which its British and its American spelling are the same.

    Words are compared in this form and never shown in it: colour and color give color, science gives sciense.
    """
    word = fold(word)
    return "-".join(map(_spell_part, word.split("-"))) if "-" in word else _spell_part(word)


def are_one_name(one: str, other: str) -> bool:
    """Tell whether two folded words are spellings of one name: Zelen and Zelin."""
    return fuzz.ratio(one, other) >= SPELT.value


def list_spellings(word: str, names: Iterable[str]) -> list[str]:
    """Return those of the folded `names` that are spellings of one name with a folded word."""
    return [name for name, *_ in process.extract(word, list(names), scorer=fuzz.ratio, score_cutoff=SPELT.value,
                                                 limit=None)]


def may_be_one_name(one: str, other: str) -> bool:
    """Tell whether two folded words are too much alike to be taken for two names."""
    return fuzz.ratio(one, other) >= NEARLY.value


def _spell_part(word):
    words, endings, longest = _spellings()
    word = words.get(word, word)
    for size in range(min(longest, len(word) - _STEM), 1, -1):
        if word[-size:] in endings:
            return word[:-size] + endings[word[-size:]]
    return word


@lru_cache
def _spellings() -> tuple[dict[str, str], dict[str, str], int]:
    """Return ({British word: American}, the same of endings, length of the longest ending)."""
    table = read_list("spellings")
    rows = list(zip(table["british"], table["american"], table["where"], strict=True))
    endings = {british: american for british, american, where in rows if where == "end"}
    return {one: two for one, two, where in rows if where == "word"}, endings, max(map(len, endings))
