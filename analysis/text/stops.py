"""Stops: which full stop, question or exclamation mark ends a sentence, by rules in their order.

Abbreviations are told by their list and by the word that follows (lists/abbreviations.csv, lists/starters.csv).
"""

from functools import lru_cache
from typing import NamedTuple

import regex

from ..english.names import name_particles
from ..english.verbs import forms_of
from ..english.wordlists import mapped
from ..rules import Rule, RuleList

# A stop with the marks that close behind it; a full stop of other scripts; the place before a bullet.
STOP = regex.compile(r"""([.!?…]++(?:\s[.…]++)*+)(["'”’»›)\]}]*+)|[。！？।؟]++[”’」』）]*+|(?<=\s)(?=[•●▪■]\s)""")
QUOTE_MARKS = "\"'”’»›"
_WORD = regex.compile(r"\s*+([—–―(-])?[^\p{L}\p{N}@#$£€]*+([@#$£€]?[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*+\.?)")
# No white space between two sentences: `over.Then`, `over!”Then`, but not in an address.
_GLUED_BEFORE = regex.compile(r"(?<![^\s\"“”'‘’(])[\p{L}'’-]*+(?<=\p{Ll}\p{Ll})$")
_GLUED_AFTER = regex.compile(r"[\"“'‘(]*+\p{Lu}['’]?\p{Ll}")
# An ellipsis apart from its word stands for words left out, and is no end without a full stop (AP Stylebook).
_OMISSION = regex.compile(r"\s(?:…|\.\s?\.\s?\.)")
# ID. GRAND VESTA
_LOOK = 30  # characters read before and after a stop: longer than any abbreviation or sentence opener


@lru_cache
def _says():
    """Return the pattern of a speaker and a verb of saying behind closed marks, and a full stop if it ends there."""
    return regex.compile(
        r"\s(?:(?:\p{Lu}[\p{L}\p{M}.'’-]*+|the|he|she|they|we|of|\L<particles>)\s){1,6}"
        r"(?:later |then |also |once |again )?\L<says>\b(?!:)(\.?)", says=sorted(forms_of("say", "ask", "speak")),
        particles=sorted(name_particles()))


class Stop(NamedTuple):
    """A stop as the rules see it."""

    text: str
    first: int      # where its sentence begins
    start: int      # the stop's first character
    last: int       # one past its closing marks
    spaced: bool    # white space follows
    word: str       # the word before it, without marks
    follows: str    # the next word; empty where there is none
    dash: str       # a dash or bracket before that word
    plain: bool     # one full stop and no other sign
    says: str | None  # "": a speaker and a verb of saying follow a closing quotation mark; ".": and end the sentence
    opens_line: bool  # the word before it opens the sentence
    previous: str   # the word before that
    kind: str | None  # what lists/abbreviations.csv says of the word with its stop; inner for initials


def read_stop(text: str, first: int, start: int, last: int, end: int) -> Stop:
    """Return the Stop at `start` in the sentence from `first`; its closing marks reach to `last`, the text to `end`."""
    found = _WORD.match(text, last, min(end, last + _LOOK))
    before = text[max(first, start - _LOOK):start].split() or [""]
    word = before[-1].lstrip("\"'“‘„«‹([{—–-")
    closed = text[start:last].lstrip(".!?… ")
    closing = closed and any(mark in closed for mark in QUOTE_MARKS)
    says = _says().match(text, last, min(end, last + 100)) if closing else None
    plain = text[start] == "." and text[start + 1:start + 2] not in (".", "…", "!", "?")
    part = word.rpartition("-")[2]
    known = mapped("abbreviations", "form", "kind").get(part + "." if plain else word + text[start])
    if plain and known is None and part[1:2] in ("", ".") and all(
            len(letter) == 1 and letter.isalpha() for letter in part.split(".")):
        known = "inner"
    return Stop(text, first, start, last, text[last:last + 1].isspace(), word, found.group(2) if found else "",
                (found.group(1) or "") if found else "", plain, says.group(1) if says else None,
                start - first <= _LOOK and text[first:start].strip() == before[-1], "".join(before[-2:-1]), known)


def _opener(stop):
    """Return what lists/starters.csv says of the next word: opens, time, or None."""
    return mapped("starters", "word", "kind").get(stop.follows.rstrip(".").replace("’", "'").casefold())


def _is_initial(stop):
    return len(stop.follows) == 2 and stop.follows.endswith(".")


def _is_glued(stop):
    before = _GLUED_BEFORE.search(stop.text, max(0, stop.start - _LOOK), stop.start)
    return bool(_GLUED_AFTER.match(stop.text, stop.last)) and bool(before)


def _is_omission(stop):
    return _OMISSION.fullmatch(stop.text, max(stop.first, stop.start - 1), stop.last) is not None


def _either(ends):
    return "ends" if ends else "goes on"


def _decide_example(example):
    """Return the rule for the stop before the sign ¦ in `example`."""
    at = example.index("¦")
    text = example.replace("¦", "")
    start = next(match.start() for match in STOP.finditer(text) if match.start() < at <= match.end())
    return STOPS.decide(read_stop(text, 0, start, at, len(text)))[0]


STOPS = RuleList("Does a sentence end at this stop?", (
    Rule("glued", lambda s: not s.spaced and _either(_is_glued(s)),
         "Pages lose the white space between two sentences; a word, the stop and a capital show it, an address has "
         "none of them.",
         ("It ended.¦Then it began.", "See the page harbour.¦com for more."), ("It ended.¦ Then it began.",)),
    Rule("nothing follows", lambda s: not s.follows and "goes on",
         "Where no word follows the paragraph ends by itself.", ("It ended.¦ ",), ("It ended.¦ Then she left.",)),
    Rule("small letter follows", lambda s: s.follows[0].islower() and s.follows.islower() and "goes on",
         "A sentence does not open with a small letter, but for names such as iPad.",
         ("He paused.¦ then left.", "“Is it over?”¦ the mayor asked."), ("It fell.¦ iPads rose.",)),
    Rule("attribution follows", lambda s: s.says is not None and _either(s.plain and s.says != "."),
         "`\"Is it over?\" Anna Roe asked.` is one sentence; after a full stop the speaker opens a sentence of its own "
         "unless the attribution is all of it.",
         ("“Is it over?”¦ Anna Roe asked.", "“It is over!”¦ Anna Roe muttered.",
          "“We won.”¦ Roe said the pier was shut.", "“We won.”¦ Roe said."),
         ("“We won.”¦ The crowd left.", "“Is it over?”¦ Anna Roe answered: “No.”")),
    Rule("words left out", lambda s: not s.plain and _is_omission(s) and "goes on",
         "An ellipsis apart from its word stands for words left out, and is no end without a full stop.",
         ("We must ...¦ I mean it.",), ("He paused...¦ Then he left.",)),
    Rule("name with a mark", lambda s: not s.plain and _either(s.kind != "mark"),
         "Question and exclamation marks end a sentence, but for names that are written with one.",
         ("Was it over?¦ Yes.", "Yahoo!¦ News wrote it."), ("It ended.¦ Yes.",)),
    Rule("numbered line", lambda s: s.opens_line and (len(s.word) == 1 or (len(s.word) == 2 and s.word.isdigit()))
         and "goes on",
         "A letter or a number of one or two digits that opens its sentence numbers it.",
         ("1.¦ The plan was old.", "J.¦ Doe wrote it."), ("In 2014.¦ The plan was old.",)),
    Rule("dash or bracket follows", lambda s: bool(s.dash) and _either(s.kind is None),
         "A dash or bracket behind an abbreviation goes on with a dateline or a name.",
         ("SALEM, Ore.¦ — The council met.", "It fell.¦ (He had left.)"), ("It fell.¦ He had left.",)),
    Rule("state behind a comma", lambda s: s.kind == "state" and s.previous.endswith(",") and "ends",
         "`in Salem, Ore. Police said so` ends at the state; `Ore. Gov. Jo Roe` does not.",
         ("It burned in Salem, Ore.¦ Police said so.",), ("It burned as Ore.¦ Gov. Jo Roe spoke.",)),
    Rule("abbreviation inside", lambda s: s.kind in ("inner", "state")
         and _either(_opener(s) == "opens" and not _is_initial(s)),
         "Initials, firms and countries end a sentence only before a word that opens one.",
         ("She works in the U.S.¦ The Senate met.", "U.S.¦ Senate members met.", "Acme Inc.¦ Chief Bo Lee left."),
         ("She works there.¦ The Senate met.",)),
    Rule("hour", lambda s: s.kind == "time"
         and _either(_opener(s) != "time" and not _is_initial(s) and not s.follows[0].isdigit()),
         "a.m. and p.m. go on before a day or a time zone.",
         ("She came at 5 p.m.¦ Monday and left.", "She came at 6 p.m.¦ Police came later."),
         ("She came.¦ Monday was dull.",)),
    Rule("title", lambda s: s.kind == "title" and "goes on",
         "A title stands before a name.", ("He met Gen.¦ Anna Poe.",), ("He met her.¦ Anna Poe left.",)),
    Rule("number follows", lambda s: s.kind == "number" and _either(not s.follows[0].isdigit()),
         "Jan., No. and the like go on before a numeral.",
         ("They chose No.¦ 7 again.", "It was in Sept.¦ Police came."),
         ("It ended.¦ 7 came.",)),
    Rule("full stop", lambda s: "ends", "Any other full stop before a word that can open a sentence ends one.",
         ("It ended.¦ Then she left.", "It rose to 3.4.¦ In May it fell."), ("He met Gen.¦ Anna Poe.",)),
), example=_decide_example)
