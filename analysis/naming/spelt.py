"""Whether two forms of a name are two spellings: Katarina and Katharina, Burma and Myanmar."""

import regex

from ..english.countries import country_names
from ..english.nouns import singular
from ..english.spellings import may_be_one_name
from ..english.stems import is_rare
from ..english.words import fold
from ..rules import Rule, RuleList

_PARTS = regex.compile(r"[\s-]+")


def _are_countries(one, other):
    """Tell whether two forms are names of one country, neither an abbreviation."""
    names = [country_names().get(fold(form)) for form in (one, other)]
    return names[0] == names[1] is not None and fold(one) != fold(other) and not any(
        form.replace(".", "").isupper() for form in (one, other)) and any(
        is_rare(fold(form)) for form in (one, other)) and not (
        set(fold(one).split()) & set(fold(other).split()))


def _are_spelt(one, other):
    """Tell whether two forms have the same number of words, each pair of them alike, and differ in letters."""
    first, second = map(_PARTS.split, (one, other))
    if len(first) != len(second):
        return False
    plain = [singular(form.replace(".", "").casefold()) for form in (one, other)]
    return plain[0] != plain[1] and min(map(len, plain)) > 3 and all(
        fold(a)[:1] == fold(b)[:1] and may_be_one_name(fold(a), fold(b)) for a, b in zip(first, second, strict=True))


SPELT_APART = RuleList("Are two forms of a name two spellings?", (
    Rule("two names of a country", _are_countries,
         "A country's old name and its new one say whose wish a text follows.",
         yes=(("Burma", "Myanmar"), ("Czech Republic", "Czechia")),
         no=(("U.S.", "United States"), ("America", "United States"), ("Burma", "Burma"), ("Norway", "Sweden"))),
    Rule("two spellings", _are_spelt,
         "The same words, letter by letter nearly the same.",
         yes=(("Katarina Lund", "Katharina Lund"), ("Kim Ro-jin", "Kim Ro Jin"), ("Peteris", "Pēteris")),
         no=(("Lund", "LUND"), ("Ann Lund", "Lund"), ("Ann Lund", "Tom Lund"), ("Londoner", "Londoners"))),
), lambda example: SPELT_APART.decide(*example)[0])
