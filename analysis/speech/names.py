"""The names in one text: where they stand, whose title is beside them, what the full form of a surname is.

A name is a run of words with capitals outside quotes, without the titles before it.  Everything is read from
the text itself and from general lists: who is called Mr or spokeswoman, what has "in" before it like a place,
which name stood first in the sentences before.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

import regex

from ..english.words import fold, read_list
from .lexicon import find_class, given_sexes, is_body_word, is_person_word, title_sexes

# A word with a capital; a full stop belongs to it inside (U.S) or after initials and the titles of lists/titles.csv.
_TITLES = "|".join(sorted(title.rstrip(".") for title in read_list("titles")["title"] if title.endswith(".")))
_LETTERS = r"[\p{L}\p{M}\p{N}]*+"
_WORD = rf"(?=\p{{Lu}})(?:(?:{_TITLES})\.|(?:\p{{Lu}}\.)++|\p{{Lu}}(?:&|{_LETTERS})++(?:[-‐‑'’.]\p{{L}}{_LETTERS})*+)"
_PARTICLE = r"(?:(?:de|la|van|von|der|den|bin|ibn|al|el|da|dos|del|di|du|ben)[ \u00a0])"
_RUN = regex.compile(rf"{_WORD}(?:[ \u00a0]{_PARTICLE}{{0,2}}{_WORD})*+")
# What stands behind a name: ", the deputy head of ...", ", 42, a lawyer from ..."
_APPOSITION = regex.compile(
    r",\s(?:\p{N}++,\s)?(?:(?:the|an?|its|their|[\p{L}.]+['’]s)\s)?+((?:[\p{L}’'-]++\s){0,4})")
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
LEAD = regex.compile(r"^(?:the|an?|this|that|these|those|some|one|another|both|all)\s+", regex.IGNORECASE)
_ENDINGS = ("n", "an", "ian", "ish", "ese", "ic", "i")
_BACK, _MOST = 12, 40  # sentences that a pronoun may look back, and names looked at in each
_LONGEST_BODY = 6  # words
_LEFT = 40  # characters before a name in which the two words before it are read


class Name(NamedTuple):
    """A name in the text: its place, the name without titles, the title words beside it, how it stands there."""

    start: int
    end: int
    core: str
    titles: tuple
    owner: bool     # Smith's
    governed: bool  # to Smith, with Smith
    definite: bool  # the Senate
    place: bool     # in Smithtown


class Cast(NamedTuple):
    """The names of one text in order, and what they tell together; keys are folded."""

    names: list
    starts: list
    full: dict     # surname: full name of a person
    sexes: dict    # full name: m or f
    places: set    # names with "in" before them, or with an adjective of their own (Ruritanian)
    things: set    # names with "the" before them
    bodies: dict   # last word of an institution's name: (offsets, names)
    longest: dict  # last words of an institution's name: its longest form
    offices: dict  # office word: (offsets, full names) of those called by it


def read_names(text, skipped):
    """Return the Cast of a text; names in `skipped`, (start, end) of quotes and headlines in order, are not read."""
    names, capitals = [], set()
    ends = [end for _, end in skipped]
    for match in _RUN.finditer(text):
        capitals.update(match.group().split())
        at = bisect_right(ends, match.start())
        if at == len(skipped) or match.start() < skipped[at][0]:
            name = _read_name(text, match)
            if name:
                names.append(name)
    full, sexes = _find_full(names), {}
    for name in names:
        key = fold(full_name(full, name.core))
        sexes[key] = sexes.get(key) or _sex(name)
    single = {name.core for name in names if " " not in name.core}
    places = {fold(name.core) for name in names if name.place}
    places |= {fold(core) for core in single if _has_adjective(core, capitals)}
    things = {fold(name.core) for name in names if name.definite and not name.titles}
    cast = Cast(names, [name.start for name in names], full, sexes, places, things, {}, {}, {})
    for name in names:
        if is_body(name.core):
            _note_body(cast, name)
        elif name.titles and is_person(cast, name.core):
            for word in name.titles:
                _note(cast.offices, word, name.start, full_name(full, name.core))
    return cast


def _note_body(cast, name):
    """Note an institution under its last word, and under all its endings if it is the longest with them."""
    words = key_of(name.core).split()
    _note(cast.bodies, words[-1], name.start, name.core)
    for first in range(max(0, len(words) - _LONGEST_BODY), len(words)):
        key = " ".join(words[first:])
        known = cast.longest.setdefault(key, name.core)
        if (-len(name.core), name.core) < (-len(known), known):
            cast.longest[key] = name.core


def _note(table, word, start, name):
    starts, names = table.setdefault(word, ([], []))
    starts.append(start)
    names.append(name)


def _last_before(table, word, at):
    starts, names = table.get(word, ([], []))
    place = bisect_left(starts, at) - 1
    return (starts[place], names[place]) if place >= 0 else (-1, None)


@lru_cache(maxsize=1 << 16)
def key_of(words):
    """Return words as they are compared: folded, without a leading article."""
    return " ".join(fold(word) for word in LEAD.sub("", words.strip()).split())


def _has_adjective(place, capitals):
    """Tell whether the text has the adjective of a place: Ruritanian, Fooish."""
    stems = {place, place[:-1]} if place[-1:] in "aeiy" else {place}
    return len(place) > 3 and any(stem + ending in capitals for stem in stems for ending in _ENDINGS)


def _read_name(text, match):
    """Return the Name of a run of words with capitals, or None where it is no name (a day, The)."""
    run = _read_run(match.group())
    if run is None:
        return None
    offset, titles, core, owner = run
    start = match.start() + offset
    before = text[max(0, start - _LEFT):start].rsplit(None, 2)[-2:] if text[start - 1:start].isspace() else []
    last = before[-1].lower() if before else ""
    beside = [word for word in before if word.islower() and is_person_word(word)]
    if text[match.end():match.end() + 1] == ",":
        behind = _APPOSITION.match(text, match.end())
        beside += [word.lower() for word in (behind.group(1).split() if behind else ()) if is_person_word(word)]
    governed, place = find_class(last) in ("preposition", "to"), last in ("in", "near", "across", "outside")
    definite = last == "the" or match.group().startswith("The ")
    return Name(start, match.end(), core, (*titles, *beside), owner, governed, definite, place)


@lru_cache(maxsize=1 << 16)
def _read_run(run):
    """Return (offset, titles, name, owner) of a run: how many characters stand before it that are no name; or None."""
    words, offset = run.replace("\u00a0", " ").split(" "), 0
    while words and find_class(words[0]) not in (None, "time") and not (words[0].isupper() and len(words[0]) > 1):
        offset += len(words[0]) + 1
        words = words[1:]  # The, But, On
    if not words or find_class(words[0]) == "time":
        return None
    words[-1], owner = strip_genitive(words[-1])
    inner = max((at for at, word in enumerate(words) if strip_genitive(word)[1]), default=-1)  # the radio's John Smith
    titles, core = split_titles(words[inner + 1:])
    return (offset, tuple(titles), " ".join(core), owner) if core else None


def strip_genitive(word):
    """Return (word without its genitive ending, whether it had one)."""
    if word.endswith(("'s", "’s")):
        return word[:-2], True
    if word.endswith(("s'", "s’")):
        return word[:-1], True
    return word, False


def split_titles(words):
    """Return (titles, name): the words before a name that are titles or offices, lower-cased, and the name's words."""
    if len(words) > 1 and is_body_word(words[-1]):
        return [], words
    last = max((at for at, word in enumerate(words[:-1]) if is_person_word(word.strip(".")) or is_person_word(word)),
               default=-1)
    return [word.lower() for word in words[:last + 1]], words[last + 1:]


@lru_cache(maxsize=1 << 16)
def is_body(name):
    """Tell whether a name is an institution's by one of its words, or as an acronym."""
    words = name.split()
    return any(is_body_word(word) or is_body_word(_singular(word)) for word in words) or (
        len(words) == 1 and len(name) > 1 and name.isupper() and "." not in name)


def _singular(word):
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _find_full(names):
    """Return {surname: full name}: the most frequent name of two to four words that ends with it."""
    counts = Counter()
    for name in names:
        words = name.core.split()
        if 1 < len(words) < 5 and not is_body(name.core):
            counts[name.core] += 1 + 3 * bool(name.titles)
    full = {}
    for core, _ in sorted(counts.items(), key=lambda item: -item[1]):
        words = [word for word in core.split() if fold(word) not in _SUFFIXES]
        full.setdefault(fold(words[-1]), core)
    return full


def full_name(full, core):
    """Return the full form of a name in a text: of a surname the person's, of a name itself."""
    return full.get(fold(core), core) if " " not in core else core


def _sex(name):
    for word in name.titles:
        if word in title_sexes():
            return title_sexes()[word]
        if word.endswith(("woman", "women")):
            return "f"
        if word.endswith(("man", "men")):
            return "m"
    return given_sexes().get(name.core.split()[0])


def find_person(cast, sentences, at, sex):
    """Return the full name of the person that he or she at offset `at` stands for, or None.

    `sentences` are the starts of the text's sentences.  The first name of the sentence that is its subject
    goes before names that stand behind a preposition or own something.
    """
    number = bisect_right(sentences, at) - 1
    spare = None
    for back in range(number, max(-1, number - _BACK), -1):
        end = at if back == number else sentences[back + 1]
        first = bisect_left(cast.starts, sentences[back])
        names = cast.names[first:min(first + _MOST, bisect_left(cast.starts, end))]
        people = [name for name in names if is_person(cast, name.core) and _agrees(cast, name, sex)]
        free = [name for name in people if not name.owner and not name.governed]
        if free:
            return full_name(cast.full, free[0].core)
        if people and spare is None and back < number:
            spare = full_name(cast.full, people[0].core)
    return spare


def _agrees(cast, name, sex):
    return cast.sexes.get(fold(full_name(cast.full, name.core))) in (None, sex)


def is_person(cast, name):
    """Tell whether a name is a person's: the full form of a surname, or one with a title, and no place."""
    full = full_name(cast.full, name)
    if is_body(full) or not {fold(name), fold(full)}.isdisjoint(cast.places | cast.things):
        return False
    return fold(full.split()[-1]) in cast.full or cast.sexes.get(fold(full)) is not None


def find_office(cast, at, word):
    """Return (offset, full name) of the last person before `at` who is called by the office `word`, or (-1, None)."""
    return _last_before(cast.offices, word, at)


def find_body(cast, at, word):
    """Return the name of the last institution before `at` that ends with `word` (the ministry), or None."""
    return _last_before(cast.bodies, fold(word), at)[1]
