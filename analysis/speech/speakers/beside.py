"""The name that stands behind a role or a description of its bearer, or inside it: the mayor of Lima, Ana Sol, said."""

from bisect import bisect_left

import regex

from ...english.lexicon import is_person_word, is_thing_word
from .lookup import Mention

_BETWEEN = regex.compile(r", (?:(?:the|former|ex-\S+|\p{Lu}[\p{L}.]*) ){0,3}(?:ex-)?")
_DESCRIBED = regex.compile(r", (?:the|an?) \p{Ll}[\p{L}-]*+(?: \p{Ll}[\p{L}-]*+){0,2} ")
_COPULA = regex.compile(r" (?:is|was) (?:the|an?) \p{Ll}[\p{L}-]*+(?: \p{Ll}[\p{L}-]*+){0,3}, ")
_ENDED = regex.compile(r"[.\n]|$")
_CLOSED = regex.compile(r"(?: of \p{Lu}[\p{L}.]*+(?: \p{Lu}[\p{L}.]*+){0,2})?(?:[,.;\n]| \(|$)")  # Roe of Marlow, said


def find_name_behind(mention: Mention) -> str | None:
    """Return the full name behind a role: the mayor of Lima, Ana Sol, said; said the founder, Rev. Ana Sol."""
    own = mention.reading.register.articles[mention.reading.article]
    at = bisect_left(own.starts, mention.end)
    text = mention.reading.text
    name = own.names[at] if at < len(own.names) else None
    if name is None or name.owner or (name.start > mention.end + 40):
        return None
    between = text[mention.end:name.start]
    if _COPULA.fullmatch(between):  # the main witness was a typist, Ann Roe.
        return name.core if " " in name.core and _ENDED.match(text, name.end) else None
    roles = between[2:].split()  # her son, filmmaker Bo Roe ("Boats"), said; his aunt, the retired judge Ann Roe, said
    titled = _BETWEEN.fullmatch(between) or (between[:2] == ", " and all(map(is_person_word, roles))) or (
        _DESCRIBED.fullmatch(between) and is_person_word(roles[-1]))
    closed = _CLOSED.match(text, name.end) is not None
    owned = between == ", " and text.startswith(",", name.end) and mention.low.startswith(("its ", "their ", "the "))
    if titled and closed and (" " in name.core or name.titles or owned) and not is_thing_word(name.core.split(" ")[-1]):
        return name.core
    return None


def find_name_inside(mention: Mention) -> str | None:
    """Return the name in a phrase whose office has a portfolio: US Secretary of Labor [Gordon Pyle]."""
    own = mention.reading.register.articles[mention.reading.article]
    at = bisect_left(own.starts, mention.end) - 1
    name = own.names[at] if at >= 0 else None
    inside = name and name.start > mention.start and name.end <= mention.end and mention.tail.startswith(" of")
    return name.core if name and inside and mention.head.lower() in name.titles else None
