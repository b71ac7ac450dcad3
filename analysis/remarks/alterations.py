"""Alterations: whether a quote lost, gained or changed a negation, number, name or word that another outlet prints.

Only a change between words that both outlets print counts: what stands outside the quotation marks, or behind an
ellipsis or in brackets, was left out in the open.  Other words than these three sorts tell of an alteration only
between copies of one text: two outlets that heard or translated a remark on their own choose other words honestly.
"""

from collections.abc import Sequence
from typing import NamedTuple

import regex

from ..english.countries import country_names, demonyms
from ..english.grammar import is_negation, is_one_denial, words_of
from ..english.lexicon import titles
from ..english.numbers import find_numbers
from ..english.spellings import may_be_one_name
from ..english.stems import NAMELIKE, name_sense, weigh_word
from ..english.words import find_words, fold
from ..rules import Rule, RuleList, Setting
from ..text.alignment import Step, align
from .telling import find_telling

KEPT = Setting("altered_kept", 0.6, "share of the shorter wording that stays in the longer, from which a changed word "
               "is a change of one remark", chosen="below it one is another translation, or another remark")
LONGEST = Setting("altered_words", 5, "words on either side of a change up to which it is one",
                  chosen="more words are another wording")
_OPENERS = ".!?:\"“”‘’'«»(–—…"
CUT = regex.compile(r"…|\.\s?\.\s?\.|[\[\]]")  # what a paper owns to have left out or put in


class Alteration(NamedTuple):
    """A changed stretch of a quote, in raw words."""

    before: Sequence[str]
    after: Sequence[str]
    follows: str  # the word before it that both wordings print, "" for none
    leads: str  # the word behind it that both print, "" for none
    words: Sequence[str]  # all of the one wording, so that a word which only moved is no change
    others: Sequence[str]
    copies: bool = False  # the two stand in copies of one text


def _negates(words):
    return sum(is_negation(fold(word)) for word in words)


def _is_negation(change):
    return _negates(change.before) != _negates(change.after) and _negates(change.words) != _negates(change.others)


def _is_moved_denial(change):
    """Tell whether what denies stands elsewhere in the other wording: paid nobody, never paid anybody."""
    return _negates(change.before) != _negates(change.after) and is_one_denial(
        [*map(fold, change.words)], [*map(fold, change.others)])


def _is_number(change):
    gone = _list_numbers(change.before) - _list_numbers(change.others)
    return bool(gone | _list_numbers(change.after) - _list_numbers(change.words))


def _is_unit(change):
    """Tell whether another noun follows the same number, one that is no synonym."""
    if not _list_numbers([change.follows]) or not change.before or not change.after:
        return False
    one, two = fold(change.before[0]), fold(change.after[0])
    counted = len(change.before) == len(change.after) == 1 and {one, two}.isdisjoint(_small_words())
    return counted and name_sense(one) != name_sense(two) and one[:3] != two[:3]


def _is_name(change):
    one, two = (list(map(fold, side)) for side in (change.before, change.after))
    if _letters(one) == _letters(two):  # MillBank > Mill Bank
        return False
    if any(len(side) == 1 and side[0] in words_of("pronoun") for side in (one, two)):
        return False  # he > Dr Lind: told to two papers
    if not (one and two) and _list_names([change.leads]):  # Vladimir that goes before a name which stays
        return False
    if _initials(one) == "".join(two) or _initials(two) == "".join(one) or _name_land(one) & _name_land(two):
        return False  # U.S. > United States, Danish > Denmark
    sides = (change.before, two, change.others), (change.after, one, change.words)
    return any(not _is_known(name, rivals, set(map(fold, rest)))
               for words, rivals, rest in sides for name in _list_names(words))


def _letters(words):
    return "".join(filter(str.isalnum, "".join(words)))


def _initials(words):
    return "".join(word[0] for word in words)


def _name_land(words):
    """Return the countries that folded words name, each word or all of them, as nouns or adjectives."""
    return {known[word] for known in (country_names(), demonyms()) for word in (*words, " ".join(words))
            if word in known}


def _is_known(name, rivals, rest):
    """Tell whether a name stands in the rest of the other wording, or in its place in another spelling."""
    return name in rest or any(may_be_one_name(name, other) for other in rivals)


def _small_words():
    return words_of() - words_of("time")


def _list_names(words):
    """Return the folded names among words that are capitalised as names are: no word of grammar, no title."""
    names = (fold(word).removesuffix("'s") for word in words if word[:1].isupper())
    return {name for name in names if len(name) > 1 and name not in _small_words() | titles()}


def _read_words(text, spans):
    """Return the words of a text, in small letters where a sentence begins, unless they are as rare as names are."""
    words = []
    for start, end in spans:
        word, before = text[start:end], text[:start].rstrip()[-1:]
        opens = not before or before in _OPENERS
        words.append(word.lower() if opens and weigh_word(fold(word)) < NAMELIKE.value else word)
    return words


def _list_numbers(words):
    """Return the (low, high) of the numbers among raw words, twelve and 12 as one; "one" counts nothing."""
    return {(number.low, number.high) for number in find_numbers(" ".join(words))} - {(1, 1)}


def _is_word(change):
    return change.copies and find_telling(change.before, change.after, change.words, change.others, change.leads)


def _name_example(example):
    """Return the rule for two wordings of a remark, in copies of one text where a third says so."""
    steps = find_alterations(*example[:2], copies=len(example) > 2)
    return steps[0][0] if steps else None


ALTERED = RuleList("Which sort of word was altered in a quote?", (
    Rule("negation", _is_negation, "With or without its not a remark says the opposite.",
         yes=(("We will not sell the meadow to them", "We will sell the meadow to them"),
              ("I have never taken a cent from them", "I have taken a cent from them"),
              ("They can open the gate today", "They can't open the gate today")),
         no=(("We will not sell it to the mill", "We won't sell it to the mill"), ("We will not sell it", "sell it"),
             ("We will not … sell the meadow to them", "We will … sell the meadow to them"),
             ("I meant to deceive nobody", "I never meant to deceive anybody"))),
    Rule("number", _is_number, "The number is the news.",
         yes=(("We carried four of our brothers out", "We carried our brothers out"),
              ("We carried four of our men out", "We carried five of our men out")),
         no=(("We carried four of our men out", "We carried 4 of our men out"),
             ("It was one of the worst nights here", "It was the worst of nights here"),
             ("four of our men came home", "our men came home"))),
    Rule("unit", _is_unit, "Nine weeks are no nine months.",
         yes=(("The office knew of it for nine months", "The office knew of it for nine weeks"),),
         no=(("The office knew of it for nine months", "The office knew of it for nine of those months"),)),
    Rule("name", _is_name, "Whom a remark is about is the half of it.",
         yes=(("I told Oskar Lind in May that it leaks", "I told in May that it leaks"),
              ("Marek has never answered my letters", "Brandvold has never answered my letters"),
              ("We asked them on Monday for the boats", "We asked them on Friday for the boats")),
         no=(("I told Oskar Lind in May that it leaks", "I told [him] in May that it leaks"),
             ("I told Senator Lind that it leaks here", "I told Sen. Lind that it leaks here"),
             ("He sold a boat that leaks to us", "Dr Lind sold a boat that leaks to us"),
             ("We met on Monday in the hall", "We met in the hall on Monday"),
             ("The U.S. has told us nothing of it", "The United States has told us nothing of it"),
             ("I told Lobachev that it leaks here", "I told Lobachov that it leaks here"),
             ("I told MillBank in May that it leaks", "I told Mill Bank in May that it leaks"),
             ("We asked Hill-Side for the boats", "We asked Hillside for the boats"),
             ("Nobody told the Harbour Board of it", "Nobody told the harbour board of it"))),
    Rule("word", _is_word, "Whoever copies a text and puts another word between its quotation marks has the speaker "
         "say what he did not.",
         yes=(("The board may take their meadow now", "The board may steal their meadow now", "copies"),
              ("The board will take a little more of it", "The board will take more of it", "copies"),
              ("The board cannot buy the meadow today", "The board will not buy the meadow today", "copies")),
         no=(("The board may take their meadow now", "The board may steal their meadow now"),
             ("He sold a boat that leaks to us", "Dr Lind sold a boat that leaks to us", "copies"),
             ("The board may very well take it now", "The board may well take it now", "copies"),
             ("We’re going to honour the treaty", "We are going to honor the treaty", "copies"),
             ("The board may take their meadow now, and soon", "The board may take their meadow now", "copies"))),
), _name_example)


def find_alterations(text: str, other: str, steps: list[Step] | None = None,
                     spans: tuple[list, list] | None = None, copies: bool = False) -> list[tuple[str, str]]:
    """Return [(rule, the words)] of what was altered from one wording of a remark to another.

    `steps` align the words of the two, `spans` are the (start, end) of these words in the texts; both are worked out
    where they aren't given; `copies`: the two stand in copies of one text.  Words are told as they are printed: "not"
    where they went or came, "four > five" where they changed.
    """
    ours, theirs = spans or (find_words(text), find_words(other))
    words, others = _read_words(text, ours), _read_words(other, theirs)
    if is_piece([fold(word) for word in words], [fold(word) for word in others]):
        return []
    steps = align(list(map(fold, words)), list(map(fold, others))) if steps is None else steps
    kept = sum(step.last - step.first for step in steps if step.op == "equal")
    if kept < KEPT.value * min(len(words), len(others)):
        return []
    found = []
    for step in steps:
        gone, come = words[step.first:step.last], others[step.other_first:step.other_last]
        if step.op == "equal" or max(len(gone), len(come)) > LONGEST.value or not _is_inside(step, words, others):
            continue
        if CUT.search(_stretch(text, ours, step.first, step.last) + _stretch(
                other, theirs, step.other_first, step.other_last)):
            continue
        behind = [*words[step.last:step.last + 1], *others[step.other_last:step.other_last + 1], ""]
        leads = max(behind[:2], key=lambda word: word[:1].isupper())  # behind "Sen." a name is read as an opening word
        change = Alteration(gone, come, words[step.first - 1] if step.first else "", leads, words, others, copies)
        rule = None if _is_moved_denial(change) else ALTERED.decide(change)[0]
        if rule:
            sides = [text[slice(*span)] for span in ours[step.first:step.last]], [
                other[slice(*span)] for span in theirs[step.other_first:step.other_last]]
            found.append((rule, " > ".join(" ".join(side) for side in sides if side)))
    return found


def is_piece(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether one of two wordings is a stretch of the other: a "we" at its start is not that of the whole's start.

    "We will win this, and we will go home" is quoted as "we will go home".
    """
    short, long = sorted((f" {' '.join(words)} ", f" {' '.join(others)} "), key=len)
    return short in long


def _is_inside(step, words, others):
    """Tell whether both wordings go on on both sides of a change, or begin or end together with words for words."""
    whole = step.op == "replace"
    before = (step.first and step.other_first) or (whole and not step.first and not step.other_first)
    behind = (step.last < len(words) and step.other_last < len(others)) or (
        whole and step.last == len(words) and step.other_last == len(others))
    return bool(before and behind)


def _stretch(text, spans, first, last):
    """Return a stretch of text from the end of the word before it to the start of the one behind."""
    start = spans[first - 1][1] if first else 0
    return text[start:spans[last][0] if last < len(spans) else len(text)]
