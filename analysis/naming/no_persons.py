"""Decides what speaks against taking a name for a person's: a country or street in it, a suffix, a common noun."""

from functools import lru_cache

import regex

from ..english.countries import cities, country_names, demonyms
from ..english.frequency import zipf
from ..english.grammar import find_class
from ..english.lexicon import given_sexes, is_person_word
from ..english.names import FIRM_WORDS, GENERATIONS, PLACE_STARTS
from ..english.nouns import ABSTRACT_ENDINGS, ADJECTIVE_ENDINGS, singular
from ..english.numbers import CARDINALS
from ..english.wordlists import listed, mapped
from ..english.words import fold
from ..rules import Rule, RuleList, Setting, remember

LONGEST = Setting("person_words", 4, "words that a person's name may have", chosen="Ann Mary de Vries")
COMMON = Setting("common_in_name", 3.5, "Zipf frequency from which a word in a name is one of everyday prose",
                 chosen="affairs has 4.7, Kessin none")
_NUMBER = regex.compile(CARDINALS)  # Thirty-one were hurt
_MONTHS = {"may", "april", "june", "august", "jan", "will"}  # function words that are names too


@lru_cache
def party_words() -> dict[str, str]:
    """Return {folded word before a name: party} of lists/parties.csv."""
    return {fold(word): party for word, party in mapped("parties", "word", "party").items()}


@remember(1 << 14)
def may_be_person(core: str) -> bool:
    """Tell whether nothing in a name speaks against a person."""
    return NO_PERSON.decide(core)[0] is None


def is_firm(core: str) -> bool:
    """Tell whether a name ends as those of firms do: Norhaven Energy, Ellby Airlines."""
    words = core.split()
    return len(words) > 1 and words[-1].lower() in FIRM_WORDS


def _low(core):
    return [fold(word) for word in core.replace("’", "'").split()]


def _is_shaped(core):
    low = _low(core)
    return len(low) > LONGEST.value or any(word[0].isdigit() for word in core.split()) or (
        set(low) <= GENERATIONS | {"jr.", "sr."}) or _NUMBER.fullmatch(" ".join(low)) is not None


def _has_function_word(core):
    words = core.replace("’", "'").split()
    return any((find_class(word) and word.lower() not in _MONTHS) or word.startswith("I'") for word in words)


def _is_place(core):
    low = _low(core)
    return low[-1] in listed("places") or low[0] in PLACE_STARTS or any(word in cities() for word in low)


def _is_nation(core):
    return any(word in country_names() or word in demonyms() or word.removesuffix("s") in demonyms()
               or word in party_words() or word.removesuffix("s") in party_words() for word in _low(core))


def _is_capital(core):
    words = core.split()
    return core.isupper() or (len(words) > 1 and words[0].isupper() and "." not in words[0])


def _is_title(core):
    return " " not in core and is_person_word(core.lower())


def _is_compound(core):
    return any("-" in word and word.rsplit("-", 1)[1][:1].islower() and not word[:1].islower() and len(
        word.rsplit("-", 1)[1]) > 3 for word in core.split())


def _is_common_word(core):
    word = core.lower()
    if " " in core or zipf(word) < COMMON.value or core in given_sexes():
        return False
    plural = singular(word) != word and zipf(singular(word)) > zipf(word) - 1
    return plural or word.endswith(("ly", "ional", "ical", "ish", "ous", "eral"))


def _is_abstract(core):
    words = core.split()
    if len(words) < 2 or words[0] in given_sexes() or words[0][1:2] == ".":
        return False
    last, first = words[-1].lower(), words[0].lower()
    if first.endswith("ing") and len(first) > 6:
        return True
    return (last.endswith(ABSTRACT_ENDINGS) and zipf(last) >= COMMON.value) or (
        first.endswith(ADJECTIVE_ENDINGS) and len(first) > 5 and zipf(first) >= COMMON.value)


NO_PERSON = RuleList("Why is a name no person's?", (
    Rule("length", _is_shaped, "A person has four names at most, no number, and more than a suffix.",
         yes=("Ann Mary Kate Jo Bellamy", "Jr.", "Thirty-one"), no=("Ann Eight", "Ann Mary Bellamy", "Tom Ellis Jr.")),
    Rule("function word", _has_function_word, "Articles, pronouns and prepositions are no part of a name.",
         yes=("The Lantern", "I’ve"), no=("May Bellamy",)),
    Rule("title", _is_title, "An office by itself names nobody.", yes=("Secretary",), no=("Bellamy",)),
    Rule("place", _is_place, "Streets, rivers and cities are places.", yes=("Ellby Street", "New Ellby"),
         no=("Ann Ellby",)),
    Rule("nation or party", _is_nation, "Who bears a nation's or party's word is a group, or what belongs to it.",
         yes=("Harbour Republicans", "Danish Salt"), no=("Ann Bellamy",)),
    Rule("capitals", _is_capital, "A word in capitals is an acronym.", yes=("NMA", "NMA Ellby"), no=("A. Bellamy",)),
    Rule("compound", _is_compound, "What ends in a small word is an adjective.", yes=("Lantern-backed", "Ellby-born"),
         no=("Rae-Jin Kim", "Al-Amin")),
    Rule("everyday word", _is_common_word, "A plural or an adjective of everyday prose got its capital elsewhere.",
         yes=("Affairs", "Subsequently", "Congressional"), no=("Bellamy", "Ellis", "Pickering")),
    Rule("abstract noun", _is_abstract, "Nobody's surname is an everyday word in -tion, nor a first name an adjective.",
         yes=("Harbour Development", "Norhaven Energy", "Radical Salt", "Soothing Bellamy"),
         no=("Ann Constance", "Clarence Bellamy")),
), lambda example: NO_PERSON.decide(example)[0])
