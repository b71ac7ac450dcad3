"""Given names: which two may be one person's.

"Alasdair Munro" and "Alastair Munroe" are one captain; "Fiona Munroe, no relation to the captain" is not he.
"""

from functools import lru_cache

import regex

from ..rules import Rule, RuleList, remember
from .lexicon import folded_given_sexes
from .spellings import are_one_name
from .wordlists import share_group

_SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("w", "v"), ("y", "i"),
           ("j", "i"), ("d", "t"))
_SILENT = regex.compile(r"(?<=.)h")
_TWICE = regex.compile(r"(\p{L})\1+")
_VOWELS = regex.compile("[aeiou]+")
_SHORT = 3  # letters up to which another vowel makes another name: Dan, Dean


@lru_cache(maxsize=1 << 12)
def _sound(name):
    """Return a name in letters that sound alike: Erik and Eric, Kathryn and Cathrin."""
    for letters, sound in _SOUNDS:
        name = name.replace(letters, sound)
    return _TWICE.sub(r"\1", _SILENT.sub("", name))


def _are_two_sexes(one, other):
    sexes = folded_given_sexes()
    return len({sexes.get(one), sexes.get(other)} - {None}) > 1


def _is_initial(one, other):
    return min(len(one.strip(".")), len(other.strip("."))) == 1 and one[0] == other[0]


def _is_start(one, other):
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORT and long.startswith(short)


def _is_spelling(one, other):
    """Tell whether two names are nearly one by ear: the same but for vowels, or but for one consonant of many."""
    first, second = _sound(one), _sound(other)
    if first.rstrip("e") == second.rstrip("e"):
        return True
    bare, other_bare = _VOWELS.sub("", first), _VOWELS.sub("", second)
    return min(len(one), len(other)) > _SHORT and are_one_name(first, second) and (
        bare == other_bare or (min(len(bare), len(other_bare)) > _SHORT and are_one_name(bare, other_bare)))


ONE_GIVEN = RuleList("Are two given names one person's?", (
    Rule("one name", lambda one, other: one == other, "They are equal.", yes=(("ann", "ann"),), no=(("ann", "tom"),)),
    Rule("nickname", lambda one, other: share_group("nicknames", one, other), "Papers print short forms.",
         yes=(("robert", "bob"), ("ed", "edward")), no=(("bob", "william"), ("daniel", "gordon"))),
    Rule("initial", _is_initial, "One text prints the first letter alone.",
         yes=(("p.", "paul"), ("r", "ruth")), no=(("p.", "ruth"),)),
    Rule("start of the other", lambda one, other: _is_start(one, other) and not _are_two_sexes(one, other),
         "A short form is mostly the beginning.", yes=(("rosa", "rosamund"),), no=(("daniel", "danielle"),)),
    Rule("spelling", lambda one, other: _is_spelling(one, other) and not _are_two_sexes(one, other),
         "Papers misspell names and write foreign ones by ear; another consonant makes another name.",
         yes=(("alasdair", "alastair"), ("marian", "marion"), ("erik", "eric"), ("yevgeny", "evgeni"),
              ("katharina", "catarina"), ("priscilla", "pricilla")),
         no=(("fiona", "alasdair"), ("morag", "moira"), ("martin", "marvin"), ("dan", "dean"), ("john", "joan"),
             ("donald", "ronald"), ("helen", "ellen"), ("jean", "joan"), ("amy", "anna"))),
), lambda example: ONE_GIVEN.decide(*example)[0])


@remember(1 << 14)
def is_one_given(one: str, other: str) -> bool:
    """Tell whether two folded given names may be one person's, by ONE_GIVEN."""
    return ONE_GIVEN.decide(one, other)[0] is not None
