"""The names in one text: where they stand, the titles before and the roles beside them.

A name is a run of words with capitals outside quotes and headlines, without what stands before it and is none of
it: titles and offices (NATO Secretary-General Jan Ruys), trades (Engineer Tove Alsing), an age, a verb at the head
of a sentence (Attacking Nora Tillman ...).  What several texts tell together is put together in people.py.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

import regex

from ...english.countries import country_names
from ...english.grammar import BE, DETERMINERS, POSSESSIVES, find_class
from ...english.lexicon import given_sexes, is_body_word, is_person_word, word_sex
from ...english.names import HELD_IN, NOBLE, SETTLEMENTS, name_particles
from ...english.posts import FIRMS
from ...english.verbs import cue_forms, plain_verbs
from ...english.wordlists import listed
from ...english.words import Known, fold, is_plain
from ...rules import remember
from .forms import ARTICLE, is_post, read_run, strip_genitive

# A word with a capital; a full stop belongs to it inside (U.S) or after initials and the titles of lists/titles.csv.
_TITLES = "|".join(sorted(title.rstrip(".") for title in listed("titles") if title.endswith(".")))
_LETTERS = r"[\p{L}\p{M}\p{N}]*+"
_WORD = (rf"(?:(?:(?<![\p{{L}}\p{{N}}]){ARTICLE})?+(?=\p{{Lu}})(?:(?=\p{{L}}++\.)(?:{_TITLES})\."
         rf"|(?:\p{{Lu}}\.)++|(?:Jr|Sr)\.|\p{{Lu}}(?:&|{_LETTERS})++(?:[-‐‑'’.]\p{{L}}{_LETTERS})*+"
         r"(?:(?<=s)['’](?=[ \u00a0]\p{Lu}))?+))")  # the Farmers' League
_PARTICLE = rf"(?:(?=\p{{Ll}})(?:{'|'.join(sorted(name_particles()))})[ \u00a0])"
_NICKNAME = r"(?:[\"“'‘(](\p{Lu}[\p{L}-]*+)[\"”'’)][ \u00a0])"
_RUN = regex.compile(rf"{_WORD}(?:[ \u00a0]{_NICKNAME}?{_PARTICLE}{{0,2}}{_WORD})*+")
# A capital, and all of its run where plain words with capitals stand before a small one or a comma: most runs.
_PLAIN = (r"(?:[a-z]++(?: [A-Z][a-z]++)*+(?=[,;:?!\n]"
          rf"| (?!{ARTICLE}|(?:{'|'.join(sorted(name_particles()))}) )[a-z]))?")
_CAPITAL, _ANY_CAPITAL = re.compile(f"[A-Z]{_PLAIN}"), regex.compile(rf"\p{{Lu}}{_PLAIN}")
_ARTICLE_BEFORE = regex.compile(rf"(?<![\p{{L}}\p{{N}}]){ARTICLE}$")
# What stands behind a name: ", the deputy head of ...", ", 42, a lawyer from ..."
_APPOSITION = regex.compile(
    r",\s(?:\p{N}++,\s)?(?:(?:the|an?|its|their|his|her|[\p{L}.]+['’]s)\s)?+((?:[\p{L}’'-]++\s?){0,4})")
_CLOSING = regex.compile(  # in Ellby, the fire chief said; Ann Bellamy, the chief, said has a second comma
    r", (?:the|an?|its|their|his|her) (?:(?!(?:who|that|which|whom)\b)[\p{L}’'-]++ ?){2,4}")
_BODY_BEHIND = regex.compile(r", (?:an?|the) ((?:\p{Ll}[\p{L}-]*+ ){0,3}\p{Ll}[\p{L}-]*+)"
                             r"(?=[,.]| (?:of|for|that|which|in|based|founded|owned|behind|with)\b)")
# The studio that owns her films, Blue Heron Pictures, ...
_WITH_CLAUSE = regex.compile(r"(?:(?<=[.!?][\"”’]? )|(?<=\n)|^)(?:The|An?|Its) (?:\p{Ll}[\p{L}-]*+ )??"
                             r"(\p{Ll}[\p{L}-]*+) (?:that|which) [^,.;:!?\n\"“”]{3,80}+, $")
CLAUSE = 120  # characters in which such a clause is looked for
# Corran, the contractor which built the dam: no person; Ellby, a town in the hills: a place
_WHICH = regex.compile(r", (?:an?|the|its) (?:\p{Ll}[\p{L}-]*+ ){0,3}?(\p{Ll}[\p{L}-]*+) which\b")
# Crane Potash, which owns the pit: no person is a which, and a town owns and makes less than a firm does
_OWNS = regex.compile(r", which (?:\p{Ll}+ )?(?:owns?|owned|runs?|ran|operates?d?|employs|employed|makes|made|sells|"
                      r"sold|manufactures|supplies|publishes|built|builds)\b")
_PLACE_BEHIND = regex.compile(rf", (?:an?|the) (?:\p{{Ll}}[\p{{L}}-]*+ ){{0,3}}?(?:{'|'.join(sorted(SETTLEMENTS))})"
                              r"(?=[,.;]| (?:of|in|on|near|where|which|that|outside|with|at)\b)")
_DATELINE = regex.compile(r"(?:, [^\n—–-]{1,30})?+ ?(?:\(\p{Lu}++\) ?)?[—–]|--")
_ACCORDING = regex.compile(r"(?:^|[.!?\n][\"”’]? ?)According to [^.!?\n]*$")  # According to Roe, the skipper told ...
_BEATS = tuple(f" {word}" for word in ("correspondent", "reporter", "editor", "bureau", "columnist", "producer",
                                       "anchor", "desk"))
_BEAT = regex.compile(rf"(?:{'|'.join(_BEATS)})\b")
_NICK = regex.compile(_NICKNAME)
_PARTY_STATE = regex.compile(r"\p{Lu}{1,2}-\p{Lu}[\p{L}.]*$")  # R-Port.
_PARTY_PLACE = regex.compile(r"\p{Lu}{1,2}-\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,2}$")  # , R-Port County,
_BEFORE = regex.compile(rf"(?<![\p{{L}}\p{{N}}]){_PARTICLE}{{1,2}}$")  # de Vallon, at the head of a short form
_OPENS = frozenset([*".!?:;\"”“—–", ""])  # what stands before the first word of a sentence
_ACRONYM = 4  # letters of a name in capitals that may open a line as an acronym
_LEFT = 48  # characters before a name in which the words before it are read


class Name(NamedTuple):
    """A name in the text: its place, the name without titles, the title words beside it, how it stands there."""

    start: int
    end: int
    core: str
    titles: tuple   # before it: US Vice President, the harbour board's chairwoman
    beside: tuple   # behind it, or before a comma: Ada Roe, the mayor; her husband, Bo Roe
    nick: str       # Edward "Ned" Harker
    owner: bool     # Smith's
    governed: bool  # to Smith, with Smith
    definite: bool  # the Senate
    place: bool     # in Smithtown
    what: str       # what the text calls it that is no person: Granite Sound, a small label, said
    trade: str  # the word before its title that is none: police, of Police chief Roe
    beat: bool = False  # what somebody covers: Radio North Harbour correspondent


class Names(NamedTuple):
    """What one article tells of its names; keys are folded."""

    names: list      # the Names in order
    starts: list
    places: set      # names with "in" before them, or with an adjective of their own (Ruritanian)
    things: set      # names with "the" before them
    bodies: dict     # last word of an institution's name: ([offsets], [names])
    longest: dict    # last words of an institution's name: its longest form
    surnames: set    # last words of full names, and short names with a title
    called: set      # names that the text calls a body or thing (see Name.what)


def read_names(text: str, skipped: list) -> tuple[list, frozenset]:
    """Return (the Names of a text in order, its words with capitals).

    Names in `skipped`, (start, end) of quotes and headlines in order, are not read.
    """
    runs, capitals, known = _read_runs(text)
    ends, found = [end for _, end in skipped], []
    for number, run in enumerate(runs):
        at = bisect_right(ends, run[0])
        if at < len(skipped) and skipped[at][0] <= run[0]:
            continue
        if number not in known:
            known[number] = _read_name(text, *run)
        if known[number]:
            found.append(known[number])
    return found, capitals


@remember(512)  # speech asks for the names outside quotes, naming for those in them as well
def _read_runs(text):
    """Return (the runs of words with capitals of a text, these words, {number of a run: its Name, or None}).

    The Names are read when first asked for.
    """
    runs = list(_find_runs(text))
    return runs, frozenset(" ".join([whole for _, whole, _ in runs]).split()), {}


def _find_runs(text):
    """Yield (start, words, nickname) of the matches of _RUN as finditer has them, which tries every character."""
    reached = 0
    for capital in (_CAPITAL if is_plain(text) else _ANY_CAPITAL).finditer(text):
        at, end = capital.span()
        if at < reached:
            continue
        article = _ARTICLE_BEFORE.search(text, max(reached, at - 4), at) if text[at - 1:at] == "-" else None
        if end - at > 1 and not article:
            reached = end
            yield at, capital.group(), ""
            continue
        match = _RUN.match(text, article.start() if article else at)
        reached = match.end()
        yield match.start(), match.group(), match.group(1) or ""


def _read_name(text, begin, whole, nick):
    """Return the Name of a run of words with capitals, or None where it is no name (a day, The)."""
    end = begin + len(whole)
    opens = begin == 0 or text[begin - 1] == "\n" or text[max(0, begin - 2):begin].strip()[-1:] in _OPENS
    run = read_run(_NICK.sub("", whole) if nick else whole, opens)
    if run is None or ("-" in whole and _PARTY_STATE.match(whole)):
        return None
    if "-" in whole and text[max(0, begin - 2):begin] in (", ", " (") and _PARTY_PLACE.match(whole):
        return None
    offset, titles, core, owner = run
    start = begin + (whole.rfind(core) if nick and core in whole else min(offset, len(whole)))
    before, comma = _words_before(text, start)
    if not offset and not titles and before and before[-1].lstrip("\"“'‘([") in name_particles():
        particle = _BEFORE.search(text, max(0, begin - 12), begin)
        if particle:
            core, start = particle.group() + core, begin - len(particle.group())
            before, comma = _words_before(text, start)
    last = before[-1].lower() if before else ""
    if last == "of" and len(before) > 1 and before[-2][:1].isupper() and is_person_word(before[-2]) and " " in core:
        core, moved = _cut_portfolio(core)  # Secretary of Labor Gordon Pyle
        start, titles, last = start + len(moved), (before[-2].lower(), *titles), ""
    if titles and (last == "the" or whole.startswith("The ")) and is_post([*map(str.title, titles), core]):
        return None  # the Attorney General
    roles = _find_roles(before, comma)
    beside = roles if comma and not owner else []  # the witness, Crane's former clerk Leo Roe: Crane is no witness
    titles = titles if comma else (*roles, *titles)
    if titles and not NOBLE.isdisjoint(titles) and not comma and (last == "the" or whole.startswith("The ")):
        core, titles = whole.removeprefix("The "), ()  # the Queen Ann, a ship
        start = end - len(core)
    located = last in ("of", "from", "for") and len(before) > 1 and before[-2][:1].isupper()  # Roe of Port, the mayor
    comma_behind = text.startswith(",", end)
    which = _WHICH.match(text, end) if comma_behind else None
    if comma_behind and not located:
        behind = _APPOSITION.match(text, end)
        words = behind.group(1).partition("whose ")[0].split() if behind else []  # Ann Bellamy, whose father paid
        words = words[1 + max((at for at, word in enumerate(words) if strip_genitive(word)[1]), default=-1):]
        speaks = len(words) > 1 and words[1] in cue_forms() and (  # of the earth, Cook said
            words[0][:1].isupper() or _ACCORDING.search(text, max(0, start - CLAUSE), start) is not None)
        speaks = speaks or bool(behind and _CLOSING.match(text, end) and any(word in cue_forms() for word in words[1:]))
        words = [] if speaks or which else words
        own = _count_own(words)
        beside += [role for at, word in enumerate(words) if (role := _ROLES[word.lower()])
                   and (at < own or word_sex(role) is None)]
    governed = not comma and find_class(last) in ("preposition", "to")
    held = last == "in" and len(before) > 1 and before[-2].lower() in HELD_IN  # shares in Crane
    place = not comma and not held and (last in ("in", "near", "across", "outside") or (
        last == "of" and len(before) > 1 and before[-2].lower() in SETTLEMENTS))
    place = place or (comma_behind and _PLACE_BEHIND.match(text, end) is not None) or (
        whole.isupper() and len(whole) > _ACRONYM and text[begin - 1:begin] in ("", "\n")
        and _DATELINE.match(text, end) is not None)
    definite = not comma and (last == "the" or whole.startswith("The "))
    apart = comma_behind and (" " in core or which) and not (titles or beside)
    what = _find_what(text, start, end, before if comma else [], which) if apart else ""
    beat = text.startswith(_BEATS, end) and _BEAT.match(text, end) is not None
    trade = "" if comma or not 0 < len(roles) < len(before) else before[-len(roles) - 1].lower()
    trade = "" if find_class(trade) else trade
    return Name(start, end, core, titles, tuple(beside), nick, owner, governed, definite, place, what, trade, beat)


def _count_own(words):
    """Return how many words of an apposition may tell the sex of the one named: none of "who lost her son"."""
    told = next((at for at, word in enumerate(words) if at and word in POSSESSIVES), len(words))
    if words[:1] == ["who"] and BE.isdisjoint(words) and {"as", "became", "becomes"}.isdisjoint(words):
        told = 0  # not who was mayor, who served as mayor
    elif len(words) > 1 and words[0].endswith("ing") and (words[1] in DETERMINERS or words[1] in POSSESSIVES):
        told = 0  # holding a son
    return told


def _find_what(text, start, end, before, which):
    """Return the noun for a body or thing that stands in apposition to a name between commas, or ""."""
    behind, nouns = _BODY_BEHIND.match(text, end), []
    if which and which.group(1) in FIRMS:
        return which.group(1)
    if _OWNS.match(text, end) and fold(text[start:end]) not in country_names():
        return "company"
    if behind:
        nouns.append(behind.group(1).split(" ")[-1])
    if len(before) > 1 and (before[-2].lower() in POSSESSIVES or strip_genitive(before[-2])[1]):
        nouns.append(before[-1])  # his label, Granite Sound, said
    clause = _WITH_CLAUSE.search(text, max(0, start - CLAUSE), start)
    if clause and not is_person_word(clause.group(1)):
        return clause.group(1)
    return next((noun for noun in nouns if is_body_word(noun) and not is_person_word(noun)), "")


def _words_before(text, start):
    """Return (the words before a name, up to three; whether a comma parts them from it: her husband, Bo Roe)."""
    left = text[max(0, start - _LEFT):start]
    comma = left.endswith(", ")
    if not comma and not left[-1:].isspace():
        return [], False
    words = left.rstrip(" ,").rsplit("\n", 1)[-1].rsplit(None, 3)[-3:]
    last = len(words) - (2 if comma else 1)  # beside it a title's stop ends no sentence: Lt. Roe; "Ann Hale. Roe" has
    for at in range(last, -1, -1):
        if words[at][-1:] in ",.;:!?" and (at < len(words) - 1 or words[at].islower() or _ends_sentence(words[at])):
            return words[at + 1:], comma
    return words, comma


def _ends_sentence(word):
    return len(word) > 3 and word[:-1].isalpha() and word not in listed("titles")


def _find_roles(words, comma):
    """Return the person words before a name that neither a small word nor a verb parts from it, but by a comma.

    Not: the mayor of [Port], the inspector visited [Port].
    """
    roles = []
    for word in reversed(words):
        if not comma and _PARTING[word]:
            break
        if _ROLES[word]:
            roles.insert(0, _ROLES[word])
    return roles


def _is_parting(word):
    return find_class(word) in ("preposition", "to", "relative", "that", "subordinator", "as") or _is_verb(word)


_PARTING = Known(_is_parting, 1 << 16)


def _is_verb(word):
    """Tell whether a word beside a name is a verb and none of its titles: visited, met, told."""
    past = word in plain_verbs() or word.endswith("ed") or (word in cue_forms() and cue_forms()[word].form == "past")
    return past and word.islower() and not _ROLES[word]


def _find_role(word):
    """Return the person word that a word in small letters is or holds (sister-in-law, co-founder), or None."""
    if not word.islower():
        return None
    for part in (word, *word.split("-")):
        if is_person_word(part):
            return part
    return None


_ROLES = Known(_find_role, 1 << 16)


def _cut_portfolio(core):
    """Return (name, what was cut): Labor Gordon Pyle is Gordon Pyle, by the given name or the last two words."""
    words = core.split(" ")
    given = next((at for at, word in enumerate(words[:-1]) if at and word in given_sexes()), max(0, len(words) - 2))
    return " ".join(words[given:]), core[:len(core) - len(" ".join(words[given:]))]
