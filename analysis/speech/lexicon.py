"""The word lists behind quotes and speakers: verbs that report, function words, words for people and bodies."""

from functools import lru_cache
from typing import NamedTuple

from ..english.words import read_list

_PERSON_ENDINGS = ("ist", "ists", "ician", "icians", "woman", "women", "person", "sman", "smen", "geon", "geons")


class Cue(NamedTuple):
    """A form of a verb that reports: verb, kind (say, find, ask, speak, judge, think), form, also a noun."""

    verb: str
    kind: str
    form: str  # base, third, past (and participle), ing
    noun: bool


@lru_cache
def cue_forms():
    """Return {form: Cue} of all verbs of lists/says.csv; a form that several share goes to the first."""
    forms = {}
    for row in read_list("says").itertuples():
        past = row.past or _suffix(row.verb, "ed")
        inflected = {"past": past, "base": row.verb, "third": _suffix(row.verb, "s"), "ing": _gerund(row.verb, past)}
        for kind, form in inflected.items():
            forms.setdefault(form, Cue(row.verb, row.kind, kind, row.noun == "yes" and kind in ("base", "third")))
        forms.setdefault(row.participle or past, Cue(row.verb, row.kind, "past", False))
    return forms


def _suffix(verb, ending):
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + ("ies" if ending == "s" else "ied")
    if ending == "s":
        return verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s")
    return verb + ("d" if verb.endswith("e") else "ed")


def _gerund(verb, past):
    if past.endswith("ed") and len(past) == len(verb) + 3:  # admit, admitted
        return past[:-2] + "ing"
    return (verb if verb.endswith(("ee", "ye")) else verb.removesuffix("e")) + "ing"


@lru_cache(maxsize=1 << 16)
def find_class(word):
    """Return the class of a function word or word of time by lists/grammar.csv, or None."""
    return word_classes().get(word.lower())


@lru_cache
def word_classes():
    """Return {word: class} of lists/grammar.csv."""
    table = read_list("grammar")
    return dict(zip(table["word"], table["class"], strict=True))


@lru_cache
def plain_verbs():
    """Return the finite forms of common verbs that report nothing (lists/verbs.csv)."""
    return frozenset(read_list("verbs")["form"])


@lru_cache(maxsize=1 << 16)
def is_person_word(word):
    """Tell whether the word names a person by what they are (minister, spokesman, official, economist)."""
    return word is not None and (word.lower() in _person_words() or word.lower().endswith(_PERSON_ENDINGS))


@lru_cache
def _person_words():
    return frozenset(read_list("offices")["word"]) | frozenset(word.lower() for word in read_list("titles")["title"])


@lru_cache(maxsize=1 << 16)
def is_body_word(word):
    """Tell whether the word names an institution, or what one writes (ministry, party, report)."""
    return word is not None and word.lower() in _bodies()


@lru_cache
def _bodies():
    return frozenset(read_list("institutions")["word"])


def is_saying_noun(word):
    """Tell whether the word is a noun for something said (claim, statements)."""
    return word is not None and word.lower() in _saying_nouns()


@lru_cache
def _saying_nouns():
    singular = list(read_list("saying_nouns")["noun"])
    return frozenset(singular + [_suffix(word, "s") for word in singular])


@lru_cache
def title_sexes():
    """Return {title in small letters: m or f} of the titles that tell (lists/titles.csv)."""
    table = read_list("titles")
    return {title.lower(): sex for title, sex in zip(table["title"], table["sex"], strict=True) if sex}


@lru_cache
def given_sexes():
    """Return {given name: m or f} of lists/given_names.csv."""
    table = read_list("given_names")
    return dict(zip(table["name"], table["sex"], strict=True))


def post_kind(word):
    """Return office or unnamed: whether the word is one person's post (minister) or what many are (official)."""
    return _posts().get(word, "unnamed")


@lru_cache
def _posts():
    table = read_list("offices")
    return dict(zip(table["word"], table["kind"], strict=True))
