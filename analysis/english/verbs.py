"""Verbs of saying (lists/says.csv) and common verbs that report nothing (lists/verbs.csv), with their forms."""

from functools import lru_cache
from typing import NamedTuple

from .wordlists import listed, read_list


class Cue(NamedTuple):
    """A form of a verb that reports: verb, kind (say, find, ask, speak, judge, think), form, also a noun."""

    verb: str
    kind: str
    form: str  # base, third, past (and participle), ing
    noun: bool


@lru_cache
def cue_forms() -> dict[str, Cue]:
    """Return {form: Cue} of all verbs of lists/says.csv; a form that several share goes to the first."""
    forms = {}
    for row in read_list("says").itertuples():
        past = row.past or suffix(row.verb, "ed")
        inflected = {"past": past, "base": row.verb, "third": suffix(row.verb, "s"), "ing": _gerund(row.verb, past)}
        for kind, form in inflected.items():
            forms.setdefault(form, Cue(row.verb, row.kind, kind, row.noun == "yes" and kind in ("base", "third")))
        forms.setdefault(row.participle or past, Cue(row.verb, row.kind, "past", False))
    return forms


def suffix(word: str, ending: str) -> str:
    """Return a regular verb or noun with its ending s or ed: deny, denies, denied."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + ("ies" if ending == "s" else "ied")
    if ending == "s":
        return word + ("es" if word.endswith(("s", "x", "ch", "sh", "o")) else "s")
    return word + ("d" if word.endswith("e") else "ed")


def _gerund(verb, past):
    if past.endswith("ed") and len(past) == len(verb) + 3:  # admit, admitted
        return past[:-2] + "ing"
    return (verb if verb.endswith(("ee", "ye")) else verb.removesuffix("e")) + "ing"


@lru_cache
def telling_words() -> frozenset[str]:
    """Return the small-letter words, hyphens parted, without one of which no sentence reports a clause."""
    forms = [form for form, cue in cue_forms().items() if cue.kind in ("say", "find", "ask")]
    return frozenset(part for form in forms for part in form.split("-")) | {"according", "per"}


@lru_cache
def forms_of(*kinds: str) -> frozenset[str]:
    """Return the past and third-person forms of the verbs of saying of these kinds: said, says, asked, asks."""
    return frozenset(form for form, cue in cue_forms().items() if cue.kind in kinds and cue.form in ("past", "third"))


@lru_cache
def plain_verbs() -> frozenset[str]:
    """Return the finite forms of common verbs that report nothing (lists/verbs.csv)."""
    return listed("verbs")
