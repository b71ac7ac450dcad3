"""States that exclude each other: she resigned, she was dismissed; he was released on Monday, in custody on Tuesday.

The wordings are those of lists/contraries.csv; a state is of the person or thing that is its subject, by name or, where
no text names it, by the noun (the supervisor).  States that follow each other need days that say in which order.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import regex

from ..english.calendar import DAY_NAMES, WEEKDAYS
from ..english.givens import is_one_given
from ..english.grammar import AUXILIARIES, DETERMINERS, SMALL, is_negation, words_of
from ..english.lexicon import is_body_word, is_person_word
from ..english.names import HONORIFICS
from ..english.stems import is_telling, stem
from ..english.verbs import PLEADING
from ..english.words import find_words, fold, folded_words
from ..speech.sentence.subjects import find_subject
from ..speech.sentence.tagged import tag_sentence
from ..tables import rows_of
from .assertions import Clause, asserts, is_passive, mode
from .quantities import Difference
from .wordings import find_wordings, kinds

CONTRARY = "states that exclude each other"
_NOW = regex.compile(r"\b(?:is|are|remains?|been)\b")
_OBJECT = regex.compile(r"\s(?:of|from|as|to)\s(?P<what>[^,;]+)")
_MATTER = regex.compile(r"[^,;]*?\s(?:for|over|to|against)\s(?P<what>[^,;]+)")  # apologised to the nurses for the delay
_END = regex.compile(r"[,;]|\s(?:by|after|when|over|for|because|amid|following|on|in|at|late|last|and|but|before|while"
                     r"|within)\s")
_NO_OBJECT = DAY_NAMES | PLEADING | {"having", "being", "their", "since", "until", "morning", "evening", "night",
                                     "week", "year", "month"} | {"support", "oppose", "back", "vote", "against"
                                     } | {"traffic", "public", "visitors", "shipping", "barges", "boats",
                                          "pupils"}  # all who use it: reopened to pedestrians may be closed to cars
_ANOTHER = regex.compile(  # of another trial, or before
    r"\b(?:earlier|previous(?:ly)?|last\s(?:year|month)|(?:in|since)\s(?:19|20)\d\d|(?:19|20)\d\d\s\p{Ll}+|overturned|(?<!hours?\s|minutes\s|days\s)later"
    r"|first|second|another)\b")
_RETRIAL = regex.compile(r"\b(?:appeal|retrial)\b")
_SOME = regex.compile(r"\b(?:one|two|three|four|five|six|\d+|some|several|other|lesser)\s(?:\p{Ll}+\s)?(?:of|charges?"
                      r"|counts?)\b")
_ALL = regex.compile(r"\b(?:all|every|both)\b")
_NAMED = regex.compile(r"\b\p{Lu}[\p{L}’'-]+")
_DAYS = {day.title() for day in DAY_NAMES}
_PLACE = regex.compile(r"\b(?:in|at|near)\s(?:the\s)?(\p{Lu}\p{L}+)")
_JURY = regex.compile(r"\b(?:jury|jurors?|verdicts?)\b(?!.*\b(?:counts?|charges?)\b)", regex.IGNORECASE)
_FOR_NOW = regex.compile(r"\b(?:(?:until|till)(?!\sthe\s(?:very\s)?end\b)|for\snow|at\s(?:weekends|night|times)"
                         r"|on\s\p{L}+days|for\sthe\stime\sbeing|meanwhile|pending|at\sfirst|initially)\b")
_HEAD_END = regex.compile(r"\s(?:of|for|to|from|by|in|on|at|with|against|over|that|which|who|and|or|as)\s")
_SMALL = words_of(*SMALL, "auxiliary") | DAY_NAMES
_STRICT = ("both", "object")  # compared are only persons by name and things that both know, of one day
_OF_WHAT = ("of", "in", "at", "near", "from", "outside")  # the lock at Ellby; but talks on pay are no talks on fish
_SECOND = "another|other|second|two|both|each|every"
_ANY = frozenset(["a", "an", "one", "another", "any", "some", "no", "two", "all"])
_MATTER_END = regex.compile(r"[,;.]|\s(?:after|when|because|amid|following|late|last|and|but|before|while|saying)\s")
_BY = regex.compile(r"\bby\s(?P<who>[^,;]+)")
_IN_PART = regex.compile(r"\b(?:in\spart|partly|partially|(?:some|one|two|most|all\sbut\s\p{Ll}+)\sof)\b")
_VERBAL = regex.compile(  # the rejected plan; a plan, rejected by
    r"\b(?:the|a|an|its|their|his|her|this|that|which|who)\s$|,\s$")


class State(NamedTuple):
    """A state of a clause: name and side of its row in the list, of whom, where it stands, the day, what is behind it.

    `given` is the given name beside the surname, `told` the telling words of what was admitted, or resigned from;
    `now` marks the present; `whole` is 1 of all charges, -1 of some, else 0; `where` has the places that it names.
    """

    name: str
    side: int
    party: str
    given: str
    place: tuple[str, int, int]
    day: str
    told: frozenset[str]
    now: bool
    whole: int
    where: frozenset[str] = frozenset()


def find_contraries(clauses: list[tuple[str, int, Clause]], days: pd.DataFrame,
                    published: Mapping[str, str] | None = None) -> list[Difference]:
    """Return the Differences of states; `clauses` are (article, start of its sentence, Clause), without quotes.

    `published` has the days of publication that are known, by article.
    """
    named, published = defaultdict(list), published or {}
    for article, start, key in rows_of(days, "article", "start", "key"):
        named[article].append((start, key))
    states = defaultdict(lambda: defaultdict(list))
    for article, *told in find_wordings(clauses):
        for state in _read_states(article, named[article], *told):
            states[state.name, state.party][article].append(state)
    found = []
    for (name, party), told in sorted(_join_short(states, clauses).items()):
        firsts = {article: rows[0] for article, rows in told.items() if len({row.side for row in rows}) == 1}
        sides = [[row for row in firsts.values() if row.side == side] for side in (0, 1)]
        sides = [[row for row in mine if any(_exclude(row, other, published) for other in theirs)]
                 for mine, theirs in (sides, reversed(sides))]
        if all(sides):
            places = tuple(sorted(row.place for side in sides for row in side))
            about = f"{party} ({name})" if kinds()[name].of else name
            found.append(Difference("negation", about, places, CONTRARY))
    return found


def _join_short(states, clauses):
    """Return the states, those of "the bridge" with those of the Tarn bridge, where its article names no other bridge.

    Of a thing that an article has in the plural, or a second of, nothing is said.
    """
    short = {key for key in states if kinds()[key[0]].of == "thing" and " " not in key[1]}
    texts = defaultdict(list)
    for article, _, clause in clauses if short else ():
        if texts[article][-1:] != [clause.text]:
            texts[article].append(clause.text)
    for name, noun in sorted(short):
        long = [party for kind, party in states if kind == name and party.endswith(f" {noun}")]
        for article, rows in states.pop((name, noun)).items():
            text, word = fold(" ".join(texts[article])), regex.escape(noun)
            if not regex.search(rf"\b{word}e?s\b|\b(?:one\sof|{_SECOND})\s(?:\p{{Ll}}+\s)?{word}\b", text):
                named = [party for party in long if party in text]
                states[name, named[0] if len(named) == 1 else noun][article] += [] if len(named) > 1 else rows
    return states


def _read_states(article, named, first, clause, kind, side, match):
    """Return the States that a match tells as so; `named` has (start, key) of the days of its article."""
    text, last, opened = clause.text, clause.last, match.start()
    begin = max(text.rfind("den", 0, clause.first), 0) if clause.flipped else clause.first
    strict = kind.told in _STRICT
    if strict and _FOR_NOW.search(text, begin, last):
        return []  # she stays on until May
    if any(map(is_negation, folded_words(text[clause.first : opened]))) or mode(clause, opened) or (
            not asserts(clause, opened)) or (clause.flipped and opened > begin) or (
            kind.turns and _of_another(text, begin, last, kind, match)):
        return []
    end = match.start("thing") + len(thing) if (thing := _read_thing(match)) else match.end()
    if kind.told == "same" and kind.turns and match[0].startswith("w"):  # would oppose the merger
        end += len(_END.split(text[end:last])[0].rstrip(" ."))
    low = first + (clause.first if strict else match.end())
    day = next((key for at, key in named if low <= at < first + last
                and not text.endswith("since ", 0, at - first)), "")
    part = _SOME.search(text, opened, last)
    whole = 1 if _ALL.search(text, opened, last) else -1 if part else 0
    now, told = _NOW.search(match[0]) is not None, _read_told(text, match, last, kind)
    parties = _read_matter(clause, match, last) if kind.of == "matter" else [
        (given, party, told) for given, party in _read_party(clause, match, kind)]
    where = frozenset(_PLACE.findall(text, begin, last)) - _DAYS
    return [State(kind.name, side, party, given, (article, first + opened, first + end), day, told, now, whole, where)
            for given, party, told in parties]


def _of_another(text, begin, last, kind, match):
    """Tell whether a clause, but for the state itself, speaks of another time or trial than the news."""
    beside = _ANOTHER.search(text, begin, match.start()) or _ANOTHER.search(text, match.end(), last)
    return bool(beside or (kind.of != "matter" and _RETRIAL.search(text, begin, last)))


def _read_told(text, match, last, kind):
    """Return the stems of the telling words of what a state is about, in small letters: admitted taking the money."""
    if kind.told in ("same", "object"):
        told = _END.split(text[match.start() if kind.told == "same" else match.end() : last])[0]
    else:
        behind = (_MATTER if kind.told == "for" else _OBJECT).match(text, match.end(), last)  # acquitted of arson
        told = _END.split(behind["what"])[0] if behind else ""
    words = (told[start:end] for start, end in find_words(told))
    return frozenset(stem(word) for word in words if word.islower() and len(word) > 3 and word not in _NO_OBJECT
                     and (is_telling(word) or kind.told not in ("same", "object")))


def _read_party(clause, match, kind):
    """Return [(given name, surname) of the subject of a state], else of the noun of a person; [] without either.

    Of a thing all words of its noun phrase: the middle span.  "He" is the one person whom the sentences before name.
    """
    if kind.of == "verdict":
        return [("", kind.of)] if _JURY.search(clause.text, clause.first, clause.last) else []
    if thing := _read_thing(match):
        words = folded_words(thing)
        return [("", " ".join(words))] if words and len(words) < 5 and _is_thing(words[-1]) else []
    if match.groupdict().get("whom"):  # a jury acquitted Tom Harker
        return _part_name(match["whom"].split())
    tagged, phrase = _find_subject(clause, match)
    if phrase is None:
        return []
    begin, last = phrase[0], phrase[1] + 1
    if tagged.tags[last : last + 2] != ["comma", "name"]:  # a son of Ann Li; not: the clerk of the guild, Ann Li
        last = next((at for at in range(begin + 1, last) if tagged.words[at] in _OF_WHAT), last)
    while begin > 1 and tagged.tags[begin - 1] in ("comma", "name") and "name" in tagged.tags[begin - 2 : begin]:
        begin -= 1  # Ann Li, the minister, admitted
    while kind.of == "thing" and begin and tagged.tags[begin - 1] in ("time", "determiner"):
        begin -= 1  # the winter market
    if tagged.tags[last : last + 2] == ["comma", "name"]:  # the deputy minister, Karel Wynn, was dismissed
        last += 1
        while tagged.tags[last : last + 1] == ["name"]:
            last += 1
    words = [(tagged.words[place] or "", tagged.tags[place]) for place in range(begin, last)]
    names = [fold(word) for word, tag in words if tag in ("name", "genitive")]
    if any(tag == "genitive" for _, tag in words) and words[-1][1] != "name":
        names = []  # a son of hers, Ann Li's mother
    nouns = [fold(word) for word, _ in words if is_person_word(fold(word))]
    if kind.of == "thing":
        whole = [fold(word) for word, _ in words if fold(word) not in DETERMINERS]
        indefinite = kind.told in _STRICT and words[0][0].casefold() in _ANY
        known = len(whole) > 1 or (len(words) > 1 and whole and is_telling(whole[0])) or (
            words[-1][1] == "name" and "noun" in tagged.tags[max(begin - 1, 0) : begin])  # the tug Heron; not: Crane
        return [("", " ".join(whole))] if whole and known and _is_thing(whole[-1]) and not indefinite else []
    if (said := [fold(word) for word, _ in words]) in (["he"], ["she"]) or (said == ["it"] and clause.who):
        near = list(dict.fromkeys((clause.nearest or clause.near).split() or _NAMED.findall(clause.who)))
        return _part_name(near) if len(near) < 3 else []  # Edmund Karr, or Karr
    return _part_name(names) or [("", noun) for noun in nouns[-1:] if kind.told not in _STRICT]


def _is_thing(noun):
    """Tell whether a noun is of no person: a toll house, not a captain."""
    return not is_person_word(noun) or is_body_word(noun)


def _read_thing(match):
    """Return what a state is told of behind its wording: called off the winter market on Friday; "" of none."""
    return _HEAD_END.split(_END.split(match.groupdict().get("thing") or "")[0])[0]


def _find_subject(clause, match):
    """Return (the tagged sentence, the phrase that is the subject of a state, None without one)."""
    tagged = tag_sentence(clause.text, 0, len(clause.text), [])
    at = next((place for place, (start, _) in enumerate(tagged.spans) if start >= match.start()
               and fold(tagged.words[place] or "") not in AUXILIARIES), None)
    return tagged, find_subject(tagged, at) if at is not None and tagged.spans[at][0] < match.end() else None


def _read_matter(clause, match, last):
    """Return [("", what was granted or refused, stems of who did so and of what else is told of it)] or [].

    The judge rejected the appeal of the miners; their appeal was upheld by the judge.  Without a doer it is none: a
    council backs what its committee turned down.
    """
    text = clause.text
    tagged, phrase = _find_subject(clause, match)
    if phrase is None or _IN_PART.search(text, clause.first, last) or _VERBAL.search(text, clause.first, match.start()):
        return []
    subject = text[tagged.spans[phrase[0]][0] : tagged.spans[phrase[1]][1]]
    passive, by = is_passive(clause, match.start()), _BY.search(text, match.end(), last)
    if passive == (by is None):
        return []  # the plan approved by the council
    matter, doer = (subject, by["who"]) if passive else (_MATTER_END.split(text[match.end() : last])[0], subject)
    head, *tail = _HEAD_END.split(matter.strip(), maxsplit=1)
    first, *words = folded_words(head) or [""]
    words = words if first in DETERMINERS else [first, *words]
    doers = frozenset(f"by {stem(word)}" for word in folded_words(_HEAD_END.split(doer)[0])
                      if is_telling(word) or is_person_word(word))
    if not words or not doers or first in _ANY or not is_telling(words[-1]) or is_person_word(words[-1]):
        return []  # the board dismissed its clerk: it refused him nothing
    more = {stem(word) for word in folded_words(" ".join(tail)) if word not in _SMALL}
    return [("", " ".join(words), doers | more)]


def _part_name(words):
    """Return [(given name, surname)] of the words of a name, folded; [] of none."""
    if words and is_body_word(fold(words[-1])):
        return [("", " ".join(map(fold, words)))]  # the Farmers' Union is not the Dockers' Union
    given = [fold(word) for word in words[:-1] if fold(word).rstrip(".") not in HONORIFICS]
    return [(given[-1] if given else "", fold(words[-1]).removesuffix("'s"))] if words else []


def _exclude(one, other, published):
    """Tell whether two states of one party, each of its side, cannot both be so."""
    kind, (one, other) = kinds()[one.name], sorted((one, other), key=lambda state: state.side)
    days = [published.get(state.place[0], "") for state in (one, other)]
    if one.given and other.given and not is_one_given(one.given, other.given):
        return False
    if kind.days:
        return _follow_near(one.day, other.day, int(kind.days)) or (
            one.now and other.now and not one.day and not other.day and days[0] == days[1] != "")
    if kind.turns and all(days) and days[0] != days[1]:
        return False
    if min(one.whole, other.whole) < 0 and max(one.whole, other.whole) < 1:
        return False
    few, many = sorted((one.told, other.told), key=len)
    if kind.told in _STRICT and not _may_be_one_day(one.day, other.day):
        return False
    if (kind.told == "both" and bool(few) != bool(many)) or (one.where and other.where and not one.where & other.where):
        return False
    if kind.told == "object":
        return few <= many
    return bool(few) and few <= many if kind.told == "same" or kind.of == "matter" else not few or bool(few & many)


def _may_be_one_day(one, other):
    """Tell whether two states, each with its day or "", may be of one day: of May, and of no day, they may not."""
    return one == other or ("" in (one, other) and max(one, other) in (*WEEKDAYS, "today", "yesterday", "last night"))


def _follow_near(first, second, within):
    """Tell whether a weekday is up to `within` days behind another: freed on Monday, in custody on Tuesday."""
    if first not in WEEKDAYS or second not in WEEKDAYS:
        return False
    return 0 <= WEEKDAYS.index(second) - WEEKDAYS.index(first) <= within
