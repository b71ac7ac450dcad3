"""Whether a name of a text may be a person's: not a body's, a place's, a day's or an office's.

The rules of PERSONS take the Names of the text and a Name, and answer "person", "none", or not at all; a name that no
rule decides may be a person's.
"""

from ...english.countries import country_names, demonyms
from ...english.lexicon import given_sexes, is_medium_name, is_person_word, is_surname_too, is_thing_word, post_kind
from ...english.names import PLACE_STARTS
from ...english.words import fold
from ...rules import Rule, RuleList
from .forms import is_body
from .names import Name, Names

_LONGEST = 5  # words of a person's name


def may_be_person(names: Names, name: Name) -> bool:
    """Tell whether a Name of a text may be a person's; `names` are what its text tells of all its names."""
    return PERSONS.decide(names, name)[1] != "none"


def _is_thing(names, name):
    first, last = name.core.split(" ")[0], name.core.split(" ")[-1]
    if not is_thing_word(last):
        return None
    apart = name.governed or name.definite or name.place
    return None if first in given_sexes() and is_surname_too(last) and not apart else "none"


def _is_people_or_place(names, name):
    first = name.core.split(" ")[0]
    placed = first != name.core and first not in given_sexes() and (
        first.lower() in PLACE_STARTS or fold(first) in demonyms())
    return "none" if placed else None


def _is_placed(names, name):
    two = " " in name.core and name.core.split(" ")[0] not in given_sexes()
    return "none" if two and fold(name.core) in names.places else None


def _is_office(names, name):
    first, last = name.core.split(" ")[0], name.core.split(" ")[-1]
    return "none" if is_person_word(last) and first not in given_sexes() else None


def _is_of_people(names, name):
    if name.core.count(" ") < 2:
        return None
    words = name.core.split(" ")
    return "none" if words[0] not in given_sexes() and any(
        is_person_word(word) and post_kind(word.lower()) == "unnamed" for word in words[1:-1]) else None


def _is_country(names, name):
    low = fold(name.core)
    return "none" if low in country_names() or low in demonyms() else None


def _is_used_as_thing(names, name):
    low = fold(name.core)
    placed = " " not in name.core and low in names.places
    return "none" if placed or name.definite or low in names.things else None


def example_of(text: str) -> str | None:
    """Return the rule about the last name of a text."""
    from .names import read_names
    from .people import describe_names

    names = describe_names(*read_names(text, []))
    return PERSONS.decide(names, names.names[-1])[0]


PERSONS = RuleList("May a name be a person's?", (
    Rule("beat, or too long", lambda names, name: "none" if name.beat or name.core.count(" ") >= _LONGEST else None,
         "What a reporter covers, and six words with capitals, are no person.",
         ("They asked the Ellby Harbour correspondent.",), ("They asked Ann Bellamy.",)),
    Rule("body", lambda names, name: "none" if is_body(name.core) or is_medium_name(name.core) else None,
         "By one of its words, or as an acronym.", ("They asked the Ferry Board.",),
         ("They asked Nora Post.",)),
    Rule("thing", _is_thing, "Days, shows and streets, unless a given name stands before a word that is a surname too.",
         ("They love Pie Sunday.",), ("Emily Hall came.",)),
    Rule("of people", _is_of_people, "A name with people in it is their body's.", ("They met Ellby Tenants United.",),
         ("They met Ann Tenant Bellamy.",)),
    Rule("title", lambda names, name: "person" if name.titles else None,
         "Only persons have titles.", ("They met Mr. Norhaven.",), ("They met in Norhaven.",)),
    Rule("people or place", _is_people_or_place, "New Ellby, the Spanish Armada.", ("They love New Ellby.",),
         ("They love Ann Bellamy.",)),
    Rule("place of two words", _is_placed, "In Sant Orrin: where the text says so of it anywhere.",
         ("They live in Sant Orrin. They love Sant Orrin, a captain said.",),
         ("They live in Ellby. They love Ann Ellby, a captain.",)),
    Rule("role", lambda names, name: "person" if name.beside else None,
         "Beside a role stands its holder.", ("They met Norhaven, the mayor, there.",),
         ("They met Norhaven, the town, there.",)),
    Rule("office", _is_office, "An office alone: US Secretary.", ("They met Ferry Minister there.",),
         ("They met Ann Minister there.",)),
    Rule("country", _is_country, "Countries and their peoples.", ("They love Norway.",), ("They love Norhaven.",)),
    Rule("used as a thing", _is_used_as_thing, "With the before it, or in: a thing or a place.",
         ("They love the Norhaven.", "They live in Ellby. They love Ellby."), ("They love Norhaven.",)),
), example=example_of)
