"""The lists of page furniture and agencies, and what a text is by them: a section, a link opener, an office, a date.

The phrases are in lists/furniture.csv, the agencies in lists/agencies.csv.
"""

from functools import lru_cache

import regex

from ...english.wordlists import list_rows, read_list
from ...english.words import find_words, folded_words

_GENRE = regex.compile(r"(?:^|\s*[|·•–—-]\s*)(?:opinion|op-ed|guest (?:column|essay|post)|column|comment(?:ary)?"
                       r"|editorial|analysis|review"
                       r"|letter|perspective|viewpoint)\s*(?:[|·•:–—-]\s*|$)", regex.IGNORECASE)
_PAPERS = {"gazette", "courier", "post", "times", "star", "observer", "echo", "herald", "tribune", "journal",
           "chronicle", "guardian", "mail", "telegraph", "news", "press", "daily", "weekly", "mirror", "express",
           "globe", "standard", "record", "argus", "mercury", "dispatch", "sentinel", "register", "reporter",
           "bulletin", "independent", "monitor", "ledger", "examiner", "advertiser", "lantern", "beacon", "sun",
           "today", "tv", "radio", "images", "agency"}
_ADDRESS = regex.compile(r"(?:https?://|www\.|#|pic\.twitter\.|t\.co/).*|[^@]*@[^@]+|")
_NUMBER = regex.compile(r"\p{N}[\p{N}.,:]*+(?:st|nd|rd|th|[kmh]|am|pm)?+$")
_KEY = str.maketrans({"'": "", ".": "", "-": " ", "/": " ", "&": " "})
_SEPARATOR = regex.compile(r"\s*+[:|–—\-»>›]")


def key_of(text: str) -> str:
    """Return `text` as phrases are compared: folded words without marks, every number 0."""
    words = " ".join(folded_words(text)).translate(_KEY).split()
    return " ".join("0" if _NUMBER.match(word) else word for word in words)


@lru_cache
def phrases_at(place: str) -> dict[str, list[tuple[str, str]]]:
    """Return {first word: [(phrase, kind)]} of the phrases with that `place`, longer ones first."""
    found = {}
    table = read_list("furniture")
    for phrase, where, kind in zip(table["phrase"], table["place"], table["kind"], strict=True):
        if where == place:
            key = key_of(phrase)
            found.setdefault(key.split()[0], []).append((key, kind))
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


@lru_cache
def phrase_words(place: str) -> frozenset[str]:
    """Return the set of phrases with that `place`."""
    return frozenset(key for entries in phrases_at(place).values() for key, _ in entries)


@lru_cache
def agencies() -> dict[str, str]:
    """Return {form as it is written: name of the agency}."""
    return {form: row["name"] for row in list_rows("agencies") for form in row["forms"].split("|")}


def agency_of(text: str) -> str | None:
    """Return the name of the news agency that `text` is, else None."""
    return agencies().get(text)


def find_opener(text: str) -> int:
    """Return the length of a link opener with its separator at the start of `text` ("Read more:"), else 0."""
    head = text[:60]
    key = key_of(head)
    for entry, _ in phrases_at("opener").get(key.split()[0] if key else "", ()):
        if (key + " ").startswith(entry + " "):
            for _, end in find_words(head)[:len(entry.split())]:
                mark = _SEPARATOR.match(head, end)
                if mark and key_of(head[:end]) == entry:
                    return mark.end()
    return 0


def opens_list(text: str) -> bool:
    """Tell whether `text` is a link opener and no more ("Related stories", "Read more:")."""
    key = key_of(text)
    return bool(key) and any((key, "link") in phrases_at(place).get(key.split()[0], ())
                             for place in ("whole", "opener"))


def only_of(tokens: list[str], place: str) -> bool:
    """Tell whether all `tokens` are words of that `place`, fillers or numbers, and at least one is a word of it."""
    allowed = phrase_words(place) | phrase_words("filler") | {"0"}
    return not phrase_words(place).isdisjoint(tokens) and allowed.issuperset(tokens)


def is_section(text: str) -> bool:
    """Tell whether `text` is a line of a site's menu: names of sections, or a path like Home / World / Coasts."""
    key = key_of(text)
    if not key:
        return False
    if key in phrase_words("section") or only_of(key.split(), "section"):
        return True
    steps = regex.split(r"\s*[/>»›|·•]\s*", text[:200])
    if len(steps) < 3 or not is_section(steps[0]):
        return False
    return all(len(step.split()) < 4 for step in steps) or all(is_section(step) for step in steps[1:-1])


def is_menu(word: str) -> bool:
    """Tell whether one `word` is of the kind that menus and buttons show."""
    return any(key_of(word) in phrase_words(place) for place in ("section", "button", "date", "filler", "whole"))


def is_office(text: str) -> bool:
    """Tell whether `text` signs articles: capitals with a desk or service at the end, or a few words with a job."""
    words = text.split()
    last, capitals = key_of(words[-1]), [word[0].isupper() for word in words]
    job = last in phrase_words("job")
    return (len(words) < 6 and all(capitals) and (job or last in phrase_words("office"))) or (
        len(words) < 5 and capitals[0] and job)


def strip_genre(text: str) -> str:
    """Return `text` with a bar in place of a marker of its genre (Ann Bellamy | OPINION, Guest column | Bo Hale)."""
    return _GENRE.sub(" | ", text)


def is_dated(text: str) -> bool:
    """Tell whether most of the words of `text` are those of a date or clock."""
    tokens = key_of(text).split()
    dated = sum(token == "0" or token in phrase_words("date") for token in tokens)
    return "0" in tokens and dated > 2 and 2 * dated >= len(tokens)


def is_paper(text: str) -> bool:
    """Tell whether a name is that of an outlet by a word of it: Echo, Gazette, News."""
    return not _PAPERS.isdisjoint(key_of(text).split())


def is_address(word: str) -> bool:
    """Tell whether a word is an address, a tag or nothing."""
    return bool(_ADDRESS.fullmatch(word))
