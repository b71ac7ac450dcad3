"""What speaks against printing a difference?  The sentences of its values are read again, by rules with a reason."""

from __future__ import annotations

from typing import Any, NamedTuple

import regex
from rapidfuzz import fuzz

from ...english.lexicon import given_sexes
from ...english.stems import name_sense, weigh_word
from ...english.words import fold, folded_words
from ...rules import Rule, RuleList, Setting
from ...tables import rows_of
from .near import SPELT, TELLING, name_words

DATED = Setting("differences_dated", 0.4, "share of a sentence's weight that it has in common with another, from which "
                "their days are compared", chosen="on twenty events every pair below it dated two acts")
RANKED = Setting("differences_ranked", 0.5, "the same for places in a row, and for numbers of unlike nouns",
                 chosen="half of what one tells, the other tells too")
CHANCE = Setting("differences_chance", 0.2, "the same for two spellings of a name",
                 chosen="of five events read, spellings of one name have .30 and more, two names .11 and less")
GIVEN_ALIKE = Setting("differences_given", 0.3, "the same for two given names of one surname",
                      chosen="of six events read, the given names of one person have .34 and more, of two .22")
SURELY = Setting("differences_alike", 0.7, "the same for two numbers that nothing but words in common joins",
                 chosen="on ten stories those of two things had .56 and less")
BELOW = Setting("differences_below", 0.5, "the same for counts of dead, hurt and a crowd below the first sentences",
                chosen="below the news a text counts parts: the trapped, the seriously hurt")
EARLY = Setting("differences_early", 5, "first body sentences in which a text counts all the dead and hurt of its news",
                chosen="the lead and the two paragraphs behind it")
DENIED = Setting("differences_denied", 3, "telling words that a statement and its denial have in common",
                 chosen="who, what and of what: “cited” and “did not cite” alone deny nothing")
LONG = Setting("differences_office", 5, "longest office in words",
               chosen="deputy assistant secretary of state has five")
SPELT_ALIKE = Setting("differences_spelt", 60, "rapidfuzz ratio of the words that two names do not share, from which "
                      "they are one name in two spellings", chosen="Paris and Parris have 91, Border and Social 17")
MEASURES = {"dead": "how many died", "hurt": "how many were hurt", "missing": "how many are missing",
            "held": "how many were held", "trapped": "how many were trapped", "moved": "how many had to leave",
            "crowd": "how many came", "votes": "a vote", "more votes": "a vote", "fewer votes": "the votes against",
            "price": "a price", "cost": "a cost", "fine": "a fine", "turnout": "the turnout",
            "votes against": "the votes against", "votes in favour": "the votes in favour"}
# Rules of facts/ that have compared what two values are of; the others go by words, which are weighed here once more.
# Rules that go by words in common alone: in long texts they join the ships of two resolutions.
WEAK = frozenset(["same words", "same act", "the same clause"])
SURE = frozenset(["a reader's item", "digits changed over", "the same happening", "same happening", "the news itself",
                  "only one of its unit", "only one of its measure", "same measure", "same item"])
GIVEN = "two given names"
_MONTH = regex.compile(r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[\p{L}]*\.?\s$")


class Seen(NamedTuple):
    """A value in its sentence: where that begins, the words near it, the senses of all others, what precedes, all."""

    first: int
    near: str
    senses: dict[str, float]
    before: str
    value: str
    line: str
    order: int  # the number of its sentence in the body, from 1; 0 in a headline or caption


class Lines:
    """The sentences of an event's articles."""

    def __init__(self, event: Any) -> None:
        self.rows: dict[str, list] = {}
        body: dict[str, int] = {}
        for article, start, end, text, zone in rows_of(event.sentences, "article", "start", "end", "text", "zone"):
            body[article] = body.get(article, 0) + (zone == "body")
            self.rows.setdefault(article, []).append((start, end, text, body[article] if zone == "body" else 0))

    def read(self, article: str, start: int, end: int) -> Seen:
        """Return the value that stands from `start` to `end` of an article."""
        for first, last, text, order in self.rows.get(article, ()):
            if first <= start < last:
                before, behind = text[:start - first], text[end - first:]
                senses = {name_sense(word): weigh_word(word) for word in folded_words(f"{before} {behind}")
                          if weigh_word(word) >= TELLING.value}
                return Seen(first, before[-60:] + text[start - first:end - first] + behind[:60], senses, before,
                            text[start - first:end - first], text, order)
        return Seen(0, "", {}, "", "", "", 0)


def _overlap(row: dict) -> float:
    """Return the least share of its weight that a value's sentence has in common with that of the first value."""
    first, least = row["seen"][0].senses, 1.0
    for other in row["seen"][1:]:
        shared = sum(weight for sense, weight in first.items() if sense in other.senses)
        least = min(least, shared / max(min(sum(first.values()), sum(other.senses.values())), 0.1))
    return least


def _count_shared(row: dict) -> int:
    first, *others = (set(seen.senses) for seen in row["seen"])
    return min(len(first & other) for other in others)


def _is_plural(row: dict) -> bool:
    """Tell whether one of two spellings is the other with an ending: the Crane family, the Cranes."""
    one, other = sorted((fold(value["value"]) for value in row["values"][:2]), key=len)
    return other.removeprefix(one) in ("s", "es", "'s", "'")


def _stands(row: dict) -> bool:
    """Tell whether the word that the difference is about stands, in any form, beside every value."""
    words = [name_sense(word) for word in folded_words(row["about"]) if len(word) > 2]
    return not words or all(any(sense in {name_sense(word) for word in folded_words(seen.before + " " + seen.near)}
                                for sense in words) for seen in row["seen"])


def _names_both(row: dict) -> bool:
    """Tell whether the sentence of one of two speakers names the other as well."""
    last = [name_words(value["value"])[-1:] for value in row["values"]]
    return any(word in folded_words(seen.line.replace("’s", "")) for place, seen in enumerate(row["seen"])
               for other, words in enumerate(last) if other != place for word in words)


def _differing(row: dict) -> tuple[set[str], set[str]]:
    """Return the folded words that the first two values do not share."""
    one, other = (set(folded_words(value["value"])) for value in row["values"][:2])
    return one - other, other - one


def _likeness(row: dict) -> float:
    return fuzz.ratio(*(" ".join(sorted(words)) for words in _differing(row)))


def tells_given_names(row: dict) -> bool:
    """Tell whether two given names of one surname differ: one of them is known for one, and they are no spellings.

    "Border Security" and "Social Security" are no sisters, Paris and Parris Island no brothers.
    """
    known = any(word.title() in given_sexes() for words in _differing(row) for word in words)
    return GIVEN in row["rules"] and known and _likeness(row) < SPELT.value


BEARS = RuleList("Why is a difference not printed?", (
    Rule("month", lambda row: any(_MONTH.search(seen.before) for seen in row["seen"]),
         "The 11 of “the 19 Sept. 11 hijackers” is a day."),
    Rule("same but for marks", lambda row: row["kind"] == "name" and len({
        "".join(letter for letter in fold(value["value"]) if letter.isalnum()) for value in row["values"]}) == 1,
         "Wal-Mart and Walmart, Echevarría and Echeverria are one spelling to a reader."),
    Rule("number of nothing", lambda row: row["kind"] == "number" and not row["about"],
         "“Lund, who is 46,” and “Lund, a father of five,” count two things, and no noun says which."),
    Rule("two in one account", lambda row: row["kind"] == "number" and row["about"] != "votes" and len(
        {name for value in row["values"] for name in value["articles"]}) < sum(
        len(value["articles"]) for value in row["values"]),
         "Where one account gives two sums it speaks of two things, and which of them the other means is not known."),
    Rule("helping verb", lambda row: row["kind"] == "negation" and weigh_word(row["about"]) < TELLING.value,
         "“It has been asking for a year” and “there has not been an answer” deny one another in nothing."),
    Rule("who speaks for another", lambda row: row["kind"] == "speaker" and _names_both(row),
         "A mayor’s spokeswoman who says what the mayor thinks is quoted under either name."),
    Rule("namesakes", lambda row: row["kind"] == "role" and row["bearers"] > 1,
         "Boris Quill, the treasurer, and Ada Quill, the surgeon, hold two offices."),
    Rule("alike by chance", lambda row: row["kind"] == "name" and row["about"] != "who" and (
        _overlap(row) < CHANCE.value),
         "The Norhavens and the Norhaveners are spelt alike, and their sentences have nothing else in common."),
    Rule("two names", lambda row: row["kind"] == "name" and row["about"] != "who" and not (
        _likeness(row) >= SPELT_ALIKE.value or tells_given_names(row)),
         "The Harbour Board and the Market Board are two bodies."),
    Rule("long office", lambda row: row["kind"] == "role" and any(
        len(value["value"].split()) > LONG.value for value in row["values"]),
         "An office of more words than a few holds more than the office."),
    Rule("day of another act", lambda row: row["kind"] in ("date", "time", "tense") and not row["rules"] & SURE and (
        not _stands(row) or _overlap(row) < DATED.value),
         "Two days in two sentences date two acts, unless both tell the act in the same words."),
    Rule("words in common alone", lambda row: bool(row["rules"]) and row["rules"] <= WEAK and (
        row["kind"] != "number" or _overlap(row) < SURELY.value),
         "Two numbers, days or forms of a verb in sentences that are alike are mostly of two things of one sort."),
    Rule("count below the news", lambda row: row["rules"] == {"same measure"} and (
        row["about"] in ("dead", "hurt", "crowd") and _overlap(row) < BELOW.value and max(row["early"]) > EARLY.value),
         "Far down a text counts the dead of another crash, or the seriously hurt."),
    Rule("two persons of one surname", lambda row: GIVEN in row["rules"] and _overlap(row) < GIVEN_ALIKE.value,
         "Alonzo Quill, the coach, and Jana Quill, the nurse, are two."),
    Rule("plural of a name", lambda row: row["kind"] == "name" and _is_plural(row),
         "The Cranes are the family of Crane."),
    Rule("nothing to deny", lambda row: row["kind"] == "negation" and _count_shared(row) < DENIED.value,
         "“He did not cite a source” and “citing its sources, the paper said” share a verb."),
    Rule("rank of another thing", lambda row: "rank" in row["about"] and _overlap(row) < RANKED.value,
         "The first time of one thing is not the second of another."),
    Rule("number of another thing", lambda row: row["kind"] == "number" and not (
        row["rules"] & SURE or row["about"] in MEASURES or _stands(row) or _overlap(row) >= RANKED.value),
         "“The 14th day” and “after 90 minutes” count two things."),
))
