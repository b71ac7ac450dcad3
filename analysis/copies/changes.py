"""Changes: what sort of change replaced, put in or took out some words of a sentence."""

from collections.abc import Sequence
from typing import NamedTuple

import regex
from rapidfuzz.distance import Levenshtein

from ..english.adjectives import PROGRESS
from ..english.grammar import PLACE_PREPOSITIONS
from ..english.spellings import spell
from ..english.stems import first_form
from ..english.units import UNIT_WORDS
from ..english.words import fold
from ..rules import Rule, RuleList
from .classes import is_auxiliary, is_counted, is_name, plain, word_set
from .steps import Stretch, list_changes, read_stretches


class Change(NamedTuple):
    """A changed stretch of a sentence, in raw words; telling ones are no articles, prepositions or pronouns."""

    old: Sequence[str]
    new: Sequence[str]
    old_telling: Sequence[str]
    new_telling: Sequence[str]
    plain: Sequence[str]  # all telling words, folded
    following: Sequence[str]  # the word behind it on either side, raw
    leading: Sequence[str]  # the word before it on either side and the changed ones, folded
    opens: bool  # the capital of the first word on either side says nothing: the sentence begins with it
    quoted: bool = False  # it stands between quotation marks on both sides

    @classmethod
    def of(cls, before: Stretch, after: Stretch, first: int, last: int, other_first: int, other_last: int,
           quoted: bool = False) -> "Change":
        """Return the change of before[first:last] to after[other_first:other_last]."""
        old, new = before.raw[first:last], after.raw[other_first:other_last]
        telling = tuple([word for word in side if plain(word) not in word_set("small")] for side in (old, new))
        leading = before.folded[max(first - 1, 0):last] + after.folded[max(other_first - 1, 0):other_last]
        following = [*before.raw[last:last + 1], *after.raw[other_last:other_last + 1]]
        opens = any(at == 0 and words[:1] == side.raw[:1] and not _is_capital_within(words[0], side.text)
                    for at, words, side in ((first, telling[0], before), (other_first, telling[1], after)))
        folded = [plain(word) for side in telling for word in side]
        return cls(old, new, telling[0], telling[1], folded, following, leading, opens, quoted)

    @property
    def telling(self) -> list[str]:
        """All telling words, raw."""
        return [*self.old_telling, *self.new_telling]


def _is_capital_within(word, text):
    """Tell whether a word stands with a capital inside a sentence of the text: it is a name, common as it may be."""
    return regex.search(rf"[\p{{Ll}},;] {regex.escape(word)}\b", text) is not None


def _is_spelling(change):
    old, new = change.old, change.new
    if not old or not new:
        return False
    letters = ["".join(letter for letter in fold("".join(side)) if letter.isalnum()) for side in (old, new)]
    if letters[0] == letters[1] or list(map(spell, old)) == list(map(spell, new)):
        return True
    if len(old) != 1 or len(new) != 1:
        return False
    one, two = sorted(map(plain, (*old, *new)))
    named = is_name([*old, *new]) and min(len(one), len(two)) > 4 and one[0] == two[0]
    return named and Levenshtein.distance(one, two) <= 1


def _is_calendar(change):
    time = word_set("time")
    timed = [word in time for word in change.plain]
    if not any(timed) or not all(one or is_counted(word) for one, word in zip(timed, change.plain, strict=True)):
        return False
    return any(word in word_set("calendar") for word in change.plain) or all(timed)


def _is_number(change):
    counted = [is_counted(word) or word in UNIT_WORDS for word in change.plain]
    return any(counted) and all(one or word in word_set("time")
                                for one, word in zip(counted, change.plain, strict=True))


def _is_honorific(change):
    titled = [word in word_set("title") for word in change.plain]
    return any(titled) and is_name(change.following) and all(
        title or word[:1].isupper() or word == "then" for title, word in zip(titled, change.telling, strict=True))


def _is_place(change):
    return _is_named(change) and bool(PLACE_PREPOSITIONS.intersection(change.leading))


def _is_named(change):
    return is_name(change.telling, change.opens) or _names_office(change)


def _names_office(change):
    """Tell whether one side is a name and the other an office or body that stands for it ("the ministry")."""
    general = word_set("office") | word_set("body")
    for name, other in ((change.old_telling, change.new_telling), (change.new_telling, change.old_telling)):
        if is_name(name, change.opens) and other and all(
                word[:1].isupper() or plain(word) in general for word in other):
            return True
    return False


def _is_tense(change):
    verbs = [[first_form(plain(word)) for word in side if not is_auxiliary(word)]
             for side in (change.old_telling, change.new_telling)]
    return verbs[0] == verbs[1] and bool(change.telling)


def _is_progress(change):
    sizes = len(change.old_telling), len(change.new_telling)
    if max(sizes) <= 2:
        return any(word in PROGRESS for word in change.plain)
    time = word_set("time")
    return min(sizes) == 0 and any(word in time or is_auxiliary(word) for word in change.plain)


def _name_example(example):
    """Return the kind of the first change from one sentence, quoted where a mark opens it, to another."""
    wordings = [read_stretches(["a"], [0], [len(text)], {"a": text})[0] for text in example]
    changes = list_changes(*wordings)
    quoted = all("“" in text.partition(" ")[0] for text in example)
    return name_kind(Change.of(*wordings, *changes[0], quoted)) if changes else None


KINDS = RuleList("What sort of change is it?", (
    Rule("spelling", _is_spelling, "The same letters but for stops, hyphens and blanks, a British and an American "
         "form, one letter of a name.",
         yes=(("The U.S. boat sank here", "The US boat sank here"), ("They honour it here", "They honor it here"),
              ("They met Lobachev here", "They met Lobachov here")),
         no=(("They sold the boat here", "They hold the boat here"), ("Gasoline is dear here", "Petrol is dear here"))),
    Rule("date", _is_calendar, "Names of days and months, with numbers or without; words of time alone.",
         yes=(("They met on Monday at the quay", "They met today at the quay"),
              ("It sank on October 12 at sea", "It sank on 12 October at sea")),
         no=(("Prices rose by 5 a year", "Prices rose by 5 per cent a year"),
             ("Nine were hurt there", "Twelve were hurt there"))),
    Rule("number", _is_number, "Figures, number words and their units.",
         yes=(("It sank 12 boats at sea", "It sank 15 boats at sea"),
              ("Prices rose by 5 a year", "Prices rose by 5 per cent a year")),
         no=(("It sank old boats at sea", "It sank new boats at sea"),)),
    Rule("honorific", _is_honorific, "Titles and offices in front of a name.",
         yes=(("They say Berg told them so", "They say Mayor Berg told them so"),),
         no=(("They say the mayor told them so", "They say the council told them so"),)),
    Rule("place", _is_place, "A name behind in, at or near.",
         yes=(("They met in Norvik for it", "They met in Sundland for it"),),
         no=(("Allies of Norvik fear it", "Allies of Sundland fear it"),)),
    Rule("name", _is_named, "Another name, or an office or body that stands for one.",
         yes=(("Allies of Norvik fear it", "Allies of Sundland fear it"),
              ("They say Berg told them so", "They say the mayor told them so")),
         no=(("Gasoline is dear here", "Petrol is dear here"),)),
    Rule("tense", _is_tense, "Auxiliaries, or another form of the same verb.",
         yes=(("The talks covered wages and pay", "The talks would cover wages and pay"),
              ("They held a vote on pay", "They have held a vote on pay")),
         no=(("At 9 a.m. they saw it", "At 9 were they saw it"),)),
    Rule("version", _is_progress, "Words of progress (still, already, so far), or more words with a verb or a time put "
         "in or out: the news went on.",
         yes=(("The fire burns in the mill", "The fire still burns in the mill"),),
         no=(("The fire burns in the mill", "The fire burns in the old mill"),)),
    Rule("remark", lambda change: change.quoted and bool(change.telling),
         "Between quotation marks a house has no style of its own.",
         yes=(("“We owe them some truth now”", "“We owe them some money now”"),),
         no=(("They told the press of it", "They told the media of it"),
             ("“They honour it here”", "“They honor it here”"))),
    Rule("style", lambda change: max(len(change.old_telling), len(change.new_telling)) <= 2,
         "Up to two words for others.",
         yes=(("They told the press of it", "They told the media of it"),
              ("Gasoline is dear here", "Petrol is dear here")),
         no=(("They told the press of it", "They told weavers, pilots and masons of it"),)),
    Rule("other", lambda change: True, "More words than that.",
         yes=(("They told the press of it", "They told weavers, pilots and masons of it"),),
         no=(("They told the press of it", "They told the media of it"),)),
), _name_example)


def name_kind(change: Change) -> str:
    """Return the kind of a change, the name of the first rule of KINDS that fits."""
    return str(KINDS.decide(change)[0])  # the last rule fits every change
