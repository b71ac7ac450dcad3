"""A value in its sentence, as the rules of refusals.py read it, and two that differ."""

from bisect import bisect_right
from typing import NamedTuple

import pandas as pd

from ..english.stems import is_telling, name_sense, weigh_word
from ..english.words import folded_words
from ..rules import remember
from ..tables import rows_of
from .contexts import join_phrasal

_BESIDE = 50  # characters on either side of a name in which its apposition stands


class Seen(NamedTuple):
    """A value in its sentence: where that begins, what precedes and follows, the telling senses of all other words.

    senses has their weights; order is the number of the sentence in the body, from 1, 0 in a headline or caption.
    """

    first: int
    value: str
    before: str
    behind: str
    senses: dict[str, float]
    order: int

    @property
    def beside(self) -> set[str]:
        """The senses of the telling words next to it, where an apposition stands."""
        return {sense for sense in map(name_sense, folded_words(self.before[-_BESIDE:] + " " + self.behind[:_BESIDE]))
                if sense in self.senses}

    @property
    def words(self) -> set[str]:
        """The senses of all its words, telling or not."""
        return {name_sense(word) for word in folded_words(f"{self.before} {self.value} {self.behind}")}


class ValuePair(NamedTuple):
    """Two values that differ: the kind of difference, what it is about, the rule that holds them to be of one thing."""

    kind: str
    about: str
    rule: str
    one: Seen
    other: Seen

    @property
    def both(self) -> tuple[Seen, Seen]:
        return self.one, self.other


@remember(1 << 12)
def see(text: str, start: int, end: int, order: int = 1, first: int = 0) -> Seen:
    """Return the Seen of what stands from `start` to `end` of a sentence."""
    before, behind = text[:start], text[end:]
    words = (word for at, _, word in join_phrasal(text) if not start <= at < end)  # walked out: struck
    senses = {name_sense(word): weigh_word(word) for word in words if is_telling(word)}
    return Seen(first, text[start:end], before, behind, senses, order)


class Lines:
    """The sentences of an event's articles."""

    def __init__(self, sentences: pd.DataFrame) -> None:
        self.rows: dict[str, list] = {}
        body: dict[str, int] = {}
        for article, zone, *row in rows_of(sentences, "article", "zone", "start", "end", "text"):
            body[article] = body.get(article, 0) + (zone == "body")
            self.rows.setdefault(article, []).append((*row, body[article] if zone == "body" else 0))

    def read(self, article: str, start: int, end: int) -> Seen:
        """Return the value that stands from `start` to `end` of an article."""
        rows = self.rows.get(article, [])
        at = bisect_right(rows, start, key=lambda row: row[0]) - 1
        if at < 0 or start >= rows[at][1]:
            return Seen(0, "", "", "", {}, 0)
        first, _, text, order = rows[at]
        return see(text, start - first, end - first, order, first)


def overlap(pair: ValuePair) -> float:
    """Return the share of its weight that the lighter of the two sentences has in common with the other."""
    one, other = pair.one.senses, pair.other.senses
    shared = sum(weight for sense, weight in one.items() if sense in other)
    return shared / max(min(sum(one.values()), sum(other.values())), 0.1)


def read_example(given: tuple, below: int = 1) -> ValuePair:
    """Read (kind, what it is about, rule, two sentences with the value in square brackets) of a rule's example.

    … opens a sentence that stands far down: in the place `below`.
    """
    kind, about, rule, *texts = given
    seen = []
    for text in texts:
        start, end = text.index("["), text.index("]") - 1
        seen.append(see(text.replace("[", "").replace("]", ""), start, end, below if text.startswith("…") else 1))
    return ValuePair(kind, about, rule, *seen)
