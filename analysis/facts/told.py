"""A value with its surroundings, as the rules of contradiction read it."""

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import regex

from ..english.calendar import find_day_names
from ..english.grammar import AUXILIARIES, PERSONAL, QUESTION_WORDS
from ..english.lexicon import is_person_word
from ..english.nouns import SHIPPED, counts_persons
from ..english.numbers import ONE_MORE
from ..english.verbs import is_verb, speaking_words
from ..english.words import fold
from ..text.days import is_one_day, name_key
from ..text.measures import HARM, measures_of
from ..text.values import Line, Value, counted_noun, describe, read_line, read_values
from .ages import given_of_age
from .contexts import Context, feature_of, read_context
from .happenings import Happening, read_happening
from .terms import (
    BY_THEN,
    COUNT,
    LEFT,
    PERFECT,
    is_later,
    is_part,
    name_before,
    read_each,
    read_period,
    read_until,
    read_voted,
)

_NOBODY = regex.compile(  # no bare "none": of whom, an earlier sentence says, and it may be of two of them
    r"\b(?:[Nn]o\sone|[Nn]obody)\b(?!\s(?:else|other))"
    r"|\b[Nn]o\s(?:people|person|victims|(?P<toll>injuries|deaths|casualties|fatalities|arrests))\b"
    r"|\b(?:[Nn]o|[Nn]one\sof\s(?:the|its|their))\s(?:\p{Ll}+\s)?"
    r"(?P<noun>\p{Ll}{3,}s|\p{Ll}*(?:men|women|people|children))"
    r"(?=\s(?:was|were|had|has|have)\b)"
)
_BELIEVED = AUXILIARIES | {"believed", "thought", "reported", "known", "feared", "confirmed", "said"}
_SAID_BEHIND = regex.compile(r",\s[^,;.]{2,80}\s(?:said|says|told|confirmed|announced)\b")
_ONE_MORE = regex.compile(rf"\b(?:{ONE_MORE}|the\s(?:second|third))\b", regex.IGNORECASE)  # a second blast at 9.30am
_AND_CREW = regex.compile(r"\s(?:passengers\sand\screw|crew\sand\spassengers)\b")
_STEP = regex.compile(r"\b(?:rose|risen|rises|rising|grew|grown|fell|fallen|increased|climbed|jumped|dropped)\sby\s$",
                      regex.IGNORECASE)  # the toll rose by two
_ONE_WHO = regex.compile(r"\s\p{Ll}+\swho\b")
_ADDED = regex.compile(r"(?:\s\p{L}+){1,4}\s(?:and|plus)\s(?:(?:the|its|another)\s)?")  # 10 tourists and two pilots
_OTHERS = regex.compile(r"\s(?:other\s|others\b)", regex.IGNORECASE)
_ANOTHER = regex.compile(r"\b(?:another|further|additional)\s$", regex.IGNORECASE)
_NEAR = 300  # characters behind a number within which "others" are others than those it counts
_STRETCH = regex.compile(r"\b(?:first|next|last|past|coming|previous)\s$", regex.IGNORECASE)  # the first two years
_WHEN = regex.compile(r"(?:when|where|which|in\swhich)\b")
_ONE_VOTE = 40  # characters between the sides of a vote: 41 in favour and 34 against
_FIGURE = regex.compile(r"\d(?:[\d.,:]*\d)?")
_ONCE = regex.compile(
    r"\b(?:last|previous)\s(?:year|decade|century)\b|\byears?\s(?:ago|earlier|before)\b|\b(?:in|since)\s(?:18|19|20)\d\d\b",
    regex.IGNORECASE,
)
_ASIDE = regex.compile(r",\s(?:\p{Ll}+(?:ed|en)|built|which|who)\b[^,;.]*,")  # the works, built in 1887, will pass
_UNDER = regex.compile(  # where a clause begins within the clause of a time: at 8.15, the moment that the deck fell
    r"\s(?P<word>when|while|before|after|because|until|since|as|where|that|which|who)\s", regex.IGNORECASE)


class _Told(NamedTuple):
    """What is known of each value before another is held against it."""

    article: str
    start: int
    end: int
    kind: str
    low: float
    high: float
    unit: str
    measure: str
    printed: str  # its figures as they stand there, its words where it has none
    about: str  # the word that tells it, or the verb nearest to it
    step: float
    rough: bool
    sure: bool
    part: bool  # of a whole that is told elsewhere: among them, another, each
    noun: str  # of the persons it counts: miners
    line: Line  # its sentence
    at: int  # where it begins there
    clause: tuple[int, int]  # where its clause begins and ends there
    said: int  # where the clause ends before who said it
    days: frozenset = frozenset()  # the days that the clause names
    position: int = 0  # body words before it
    item: int = -1  # the reported item
    alone: bool = True  # the only value of this measure and unit in its article
    known: frozenset = frozenset()  # every name in its article
    voters: float = 0.0  # of a vote, both sides together
    given: str = ""  # the given names of whom an age is of
    jailed: str = ""  # the last name before a sentence of years


class Told(_Told):
    """A value with its surroundings, as the rules read it: most values are compared with none, and theirs not read."""

    @cached_property
    def context(self) -> Context:
        """The words, names, places and acts around it."""
        return read_context(self.line.text, self.clause[0], self.said, self.at, self.at + self.end - self.start)

    @cached_property
    def happening(self) -> Happening:
        """What its clause tells of."""
        return read_happening(self.line.text[slice(*self.clause)])

    @cached_property
    def past(self) -> bool:
        """Whether it is of another time than the first news: last year, since 2015, "now stands at"."""
        return is_past(self.line.text, *self.clause)

    @cached_property
    def later(self) -> bool:
        """Whether it has grown to this: the toll rose to 14."""
        return is_later(self.line.text)

    @cached_property
    def counts_up(self) -> bool:
        """Whether its clause speaks of the count itself: the toll stood at six."""
        return bool(COUNT.search(self.line.text, *self.clause))

    @cached_property
    def left(self) -> bool:
        """Whether it counts whoever or whatever is left of more: nine are still missing, three remained in hospital."""
        return bool(LEFT.search(self.line.text, *self.clause))

    @cached_property
    def period(self) -> str:
        """In which it is paid, raised or counted: 2 year."""
        return read_period(self.line.text, *self.clause)

    @cached_property
    def stretch(self) -> bool:
        """Whether it says when something else was: in the first two years."""
        return bool(_STRETCH.search(self.line.text, 0, self.at))

    @cached_property
    def persons(self) -> bool:
        """Whether the clause of a time speaks of persons, by noun or pronoun."""
        return self.kind == "time" and any(map(_is_person, self.line.between(*self.clause)))

    @cached_property
    def until(self) -> str:
        """By when it had grown to this: wednesday night."""
        return read_until(self.line.text, *self.clause)

    @cached_property
    def each(self) -> str:
        """Of whom everybody gets or pays a sum: member gets."""
        return read_each(self.line.text, *self.clause) if self.kind == "money" else ""

    @cached_property
    def voted(self) -> str:
        """What a vote was to do: join."""
        return read_voted(self.line.text, *self.clause) if self.measure == "vote" else ""


def tell(article: str, line: Line, value: Value, first: int = 0, before: Told | None = None,
         **more: Any) -> Told:
    """Return the Told of a value of the sentence `line`, which begins at `first` in its article.

    `before` is the value told last before it in the same article; `more` gives days, position and item.
    """
    low, high = line.clause(value.start)
    if value.kind == "time":
        low, high = _narrow(line, low, high, value)
    unit, share = value.unit, value.kind == "percent"
    part = is_part(line.text, value.start, value.start if share else value.end) or _counts_some(line, value)
    if value.kind == "time":
        part = part or bool(_ONE_MORE.search(line.text, low, high))
    noun = counted_noun(line, value.end)
    if value.measure == "aboard" and noun in SHIPPED:
        part, noun = False, "people" if _AND_CREW.match(line.text, value.end) else noun
    others = _OTHERS.match(line.text, value.end) or _ANOTHER.search(line.text, 0, value.start)
    if part and others and before and _apart(before, value, first):
        unit, part = unit or before.unit, False
    elif part and others and _beside_another(line.text[: value.start], value.measure):
        part = False
    if value.measure == "jailed":
        more["jailed"] = name_before(line.text, low, value.start)
    return Told(article, first + value.start, first + value.end, value.kind, value.low, value.high, unit,
                value.measure, _figures(line.text[value.start : value.end]), value.about or "",
                value.step, value.rough, value.sure, part, noun, line, value.start, (low, high), high, **more)


def _narrow(line, low, high, value):
    """Return where the clause of a time's own verb begins and ends; "it was 8.15 when it stopped" stays whole."""
    for match in _UNDER.finditer(line.text, low, high):
        start, end = match.span()
        tells = [any(is_verb(word) for *_, word in line.between(*part))
                 for part in ((low, start), (end, value.start if end <= value.start else high))]
        if end <= value.start and all(tells) and not _of_subject(line, match):
            low = end
        elif start >= value.end and all(tells):
            return low, start
    return low, high


def _is_person(found):
    word = found[2]
    return word in PERSONAL or is_person_word(word) or feature_of(word) == "~people"


def _of_subject(line, match):
    """Tell whether a clause tells more of what stands before it: an operation that began at 5."""
    behind = line.between(match.end(), match.end() + 1)
    return match["word"] in ("that", "which", "who") and bool(behind) and is_verb(behind[0][2])


def tell_noughts(article: str, text: str, first: int, position: int, item_at: Callable[[int], int]) -> Iterator[Told]:
    """Yield "no one was hurt", "no children were on board" as the number nought; `item_at` has the item of a place."""
    for match in _NOBODY.finditer(text):
        if regex.search(r"[“\"]", text[:match.start()]):
            continue
        line = read_line(text)
        noun, (start, end) = match["noun"] or "", match.span()
        place = describe(line, start, match.start("noun" if noun else "toll") if noun or match["toll"] else end)
        if place.measure and not _is_of_nobody(line, end, place.about):
            continue
        if (place.measure in HARM if not noun or (counts_persons(noun) and place.measure) else noun):
            unit = place.unit if noun else "people"
            value = Value("number", 0.0, 0.0, unit, place.about, start, end, place.measure, 1.0, False, True)
            told = tell(article, line, value, first, position=position, item=item_at(first + start))
            if said := _SAID_BEHIND.search(text, end):  # who says that nobody was killed is no place where nobody was
                told = told._replace(said=min(said.start(), line.clause(start)[1]))
            yield told._replace(noun=noun) if noun and unit == "people" else told


def _is_of_nobody(line, end, about):
    """Tell whether the word that tells a count says it of "nobody" before it: nobody has explained how he died."""
    words = [word for *_, word in line.between(end, line.clause(end)[1])]
    before = words[: words.index(about)] if about in words else []
    return not any(word in QUESTION_WORDS or ((is_verb(word) or word in speaking_words()) and word not in _BELIEVED)
                   for word in before)


def _counts_some(line, value):
    """Tell whether a count is an early one, a step, one person of whom more is told, or one of two to add up."""
    if value.kind != "number":
        return False
    early = value.measure in HARM and BY_THEN.match(line.text)
    if early and not PERFECT.search(line.text, *line.clause(value.start)):
        return True
    if _STEP.search(line.text, 0, value.start) or (value.high == 1 and _ONE_WHO.match(line.text, value.end)):
        return True
    return value.unit == "people" and any(_are_added(line, *sorted((value[5:7], (other.start, other.end))))
                                          for other in line.numbers if other.start != value.start)


def _are_added(line, one, other):
    """Tell whether two counts of persons are added up: ten tourists and two pilots, but not five dead and ten hurt."""
    between = _ADDED.fullmatch(line.text, one[1], other[0])
    return bool(between and counted_noun(line, one[1]) and counted_noun(line, other[1])
                and not any(is_verb(fold(word)) for word in between[0].split()))


def _figures(words):
    """Return the figures of a value: 43 of "£43m" and "£43 million"; its words where it has none."""
    figures = _FIGURE.search(words)
    return figures[0] if figures else words.casefold()


def _apart(before, value, first):
    """Tell whether "others" parts two measures: four did not come home, fourteen others were hurt: all the hurt."""
    near = first + value.start - before.end < _NEAR
    persons = before.unit == "people" or before.measure != ""
    return near and before.kind == "number" and persons and before.measure != value.measure != ""


def _beside_another(before, measure):
    """Tell whether "others" are others than one who is told of before: killing a nurse and injuring 23 other people."""
    return measure in HARM and bool(measures_of(before) & HARM - {measure})


def add_voters(told: list[Told]) -> list[Told]:
    """Return the values in order, each side of a vote with how many voted: 44 to 31, and 34 against 41, are 75.

    Where a text has two votes of as many, and does not say that one was passed and the other lost, it stays 0.
    """
    found, votes = list(told), []
    for at in range(1, len(found)):
        one, other = found[at - 1 : at + 1]
        near = one.article == other.article and other.start - one.end < _ONE_VOTE
        if near and one.measure == other.measure == "vote" and at - 1 not in (place for place, *_ in votes[-1:]):
            votes.append((at, one.article, one.high + other.high, max(one.high, other.high), outcome(one)))
    for at, article, voters, most, how in votes:
        if not any(other[:2] == (article, voters) and other[2] != most and {how, other[3]} != {"passed", "lost"}
                   for other in (vote[1:] for vote in votes)):
            found[at - 1 : at + 1] = (side._replace(voters=voters) for side in found[at - 1 : at + 1])
    return found


def is_vague(told: Told) -> bool:
    """Tell whether a value is a word for a sort of size: dozens, hundreds."""
    return bool(told.low) and 2 * told.low < told.high < float("inf")


def shown(told: Told) -> float:
    """Return the number that a value is written with: 14,200 of "some 14,200", which stands for a tenth about it."""
    return _show(told.low, told.high)


@lru_cache(maxsize=1 << 14)  # every two values of an event are asked
def _show(low, high):
    ends = [end for end in (low, high) if 0 < end < float("inf")]
    return round(sum(ends) / len(ends), 6) if ends else 0.0


def outcome(told: Told) -> str:
    """Return how a vote ended, "passed" or "lost", as far as its clause says so, else ""."""
    passed, lost = "pass" in told.happening.acts, bool(told.happening.acts & {"reject", "fail"})
    return "" if passed == lost else "passed" if passed else "lost"


def read_pair(pair: tuple) -> list[Told] | None:
    """Return two Told of the first values of two sentences, for the rules' examples; a third may be their item."""
    told, item = [], pair[2] if len(pair) > 2 else -1
    for number, text in enumerate(pair[:2]):
        values = read_values(text)
        alone = len({(value.low, value.high) for value in values if value.unit == values[0].unit}) == 1
        days = frozenset(key for name in find_day_names(text) if is_one_day(key := name_key(name)))
        line = read_line(text)
        givens = [given_of_age(text, value.start) if value.kind == "age" else "" for value in values]
        told += add_voters([tell(str(number), line, value, item=item, alone=alone, days=days, given=given)
                            for value, given in zip(values, givens, strict=True)])[:1] or [
            *tell_noughts(str(number), text, 0, 0, lambda _: item)][:1]
    return told if len(told) == 2 else None


def is_past(text: str, first: int, last: int) -> bool:
    """Tell whether the clause, first to last, is of another time than the news."""
    opened = 0 if _WHEN.match(text, first) else first  # the worst since 2010, when seven died
    asides = [match.span() for match in _ASIDE.finditer(text, opened, last)]
    once = any(not any(low <= match.start() < high for low, high in asides)
               for match in _ONCE.finditer(text, opened, last))
    return bool(once) or is_later(text)
