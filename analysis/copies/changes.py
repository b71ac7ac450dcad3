"""Changes: what sort of change replaced, put in or took out some words of a sentence."""

from functools import lru_cache

import regex
from rapidfuzz.distance import Levenshtein

from ..english.stems import first_form
from ..english.words import fold, read_list

_DIGITS = regex.compile(r"\p{N}[\p{N}.,:/-]*(?:st|nd|rd|th|m|bn|k|am|pm)?$")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UNITS = frozenset((
    "percent", "per", "cent", "km", "kilometres", "kilometers", "miles", "metres", "meters", "tonnes", "tons", "euros",
    "dollars", "pounds"))
_WHERE = frozenset(("in", "at", "near", "outside", "inside", "around", "across"))
_PROGRESS = frozenset((
    "still", "yet", "already", "now", "later", "earlier", "initially", "since", "again", "far", "until"))


def name_kind(before, after, first, last, other_first, other_last):
    """Return the kind of the change of before[first:last] to after[other_first:other_last], each a Wording.

    The first that fits, looking at words beside articles, prepositions and pronouns:

    - spelling: the same letters but for stops, hyphens and blanks, British and American forms, one letter of a name;
    - date: names of days and months, with numbers; words of time alone;  number: figures and their units;
    - honorific: titles and offices in front of a name;
    - place: names after "in", "at", "near";  name: other names, or a name for an office;
    - tense: auxiliaries, or another form of the same verb;
    - version: words of progress (still, already, so far), or three and more words with a verb or a time put in or out;
    - style: up to two words on a side;  other: the rest.
    """
    old, new = before.raw[first:last], after.raw[other_first:other_last]
    if old and new and _is_spelling(old, new):
        return "spelling"
    small, time, calendar = _word_set("small"), _word_set("time"), _word_set("calendar")
    old_telling, new_telling = ([word for word in side if _plain(word) not in small] for side in (old, new))
    telling = old_telling + new_telling
    plain = [_plain(word) for word in telling]
    timed = [word in time for word in plain]
    counted = [bool(_DIGITS.match(word)) or word in _word_set("number") for word in plain]
    if plain and all(one or two or word in _UNITS for one, two, word in zip(timed, counted, plain, strict=True)):
        return "date" if any(word in calendar for word in plain) or not any(counted) else "number"
    following = [*before.raw[last:last + 1], *after.raw[other_last:other_last + 1]]
    titled = [word in _word_set("title") for word in plain]
    if any(titled) and is_name(following) and all(title or word[:1].isupper() or word == "then"
                                                  for title, word in zip(titled, telling, strict=True)):
        return "honorific"
    if is_name(telling) or _names_office(old_telling, new_telling):
        leading = before.folded[max(first - 1, 0):last] + after.folded[max(other_first - 1, 0):other_last]
        return "place" if _WHERE.intersection(leading) else "name"
    verbs = [[first_form(word) for word in map(_plain, side)
              if word not in _word_set("auxiliary") and word not in small] for side in (old, new)]
    if verbs[0] == verbs[1] and telling:
        return "tense"
    sizes = len(old_telling), len(new_telling)
    if max(sizes) <= 2:
        return "version" if any(word in _PROGRESS for word in plain) else "style"
    if min(sizes) == 0 and any(when or word in _word_set("auxiliary") for when, word in zip(timed, plain, strict=True)):
        return "version"
    return "other"


def is_name(words):
    """Return whether all of the raw `words`, at least one, are names: a capital, and no word of the grammar lists."""
    known = _word_set("grammar")
    names = [word for word in words if _plain(word) not in _word_set("small")]
    return bool(names) and all(word[:1].isupper() and _plain(word) not in known for word in names)


def is_auxiliary(word):
    """Return whether a folded word is an auxiliary verb."""
    return word in _word_set("auxiliary")


def _names_office(old, new):
    """Return whether one side is a name and the other an office or body that stands for it ("the ministry")."""
    general = _word_set("office") | _word_set("body")
    for name, other in ((old, new), (new, old)):
        if is_name(name) and other and all(word[:1].isupper() or _plain(word) in general for word in other):
            return True
    return False


def _is_spelling(old, new):
    """Return whether two lists of raw words are the same but for their spelling."""
    letters = ["".join(character for character in fold("".join(side)) if character.isalnum()) for side in (old, new)]
    if letters[0] == letters[1]:
        return True
    if len(old) != 1 or len(new) != 1:
        return False
    one, two = sorted(map(_plain, old + new))
    named = old[0][:1].isupper() and new[0][:1].isupper() and min(len(one), len(two)) > 4 and one[0] == two[0]
    return (named and Levenshtein.distance(one, two) <= 1) or any(
        british in word and word.replace(british, american) == other
        for british, american in zip(*(read_list("spellings")[name] for name in ("british", "american")), strict=True)
        for word, other in ((one, two), (two, one)))


def _plain(word):
    """Return a raw word folded, without its possessive ending."""
    return fold(word).removesuffix("'s").removesuffix("'")


@lru_cache
def _word_set(name):
    """Return the folded words of a sort: a class of lists/grammar.csv, or one put together here."""
    grammar = read_list("grammar")
    if name == "grammar":
        return frozenset(map(fold, grammar["word"]))
    if name == "small":
        return frozenset().union(*map(_word_set, (
            "determiner", "preposition", "possessive", "pronoun", "coordinator", "subordinator", "relative",
            "that", "to", "as")))
    if name == "calendar":
        return frozenset(word for word in _word_set("time") if word.startswith(_MONTHS)
                         or (word.startswith(_DAYS) and word.rstrip("s").endswith("day"))
                         or word in ("today", "yesterday", "tomorrow", "tonight"))
    if name == "title":
        titles = read_list("titles")
        titles = titles["title"][(titles["sex"] != "") | titles["title"].str.endswith(".")]
        return frozenset(map(fold, [*titles, "vice", "prime", "former"])) | _word_set("office")
    if name == "office":
        return frozenset(map(fold, read_list("offices").query("kind == 'office'")["word"]))
    if name == "body":
        return frozenset(map(fold, read_list("institutions").query("kind == 'body'")["word"]))
    return frozenset(map(fold, grammar["word"][grammar["class"] == name]))
