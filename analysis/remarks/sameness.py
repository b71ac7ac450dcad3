"""Sameness: whether two pieces of speech in two articles are one remark.

Words decide first and names second: the same rare words between quotation marks are one remark whoever is named, since
outlets name the wrong person more often than two people say the same.  The less is known in favour of one speaker,
the more words, and the rarer ones, must be the same.
"""

from collections import defaultdict
from collections.abc import Container
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np

from ..english.spellings import spell
from ..english.stems import RARE, weigh_word
from ..english.wordlists import listed
from ..english.words import folded_words
from ..rules import Rule, RuleList, Setting
from ..speech.identity import Who, relate
from ..speech.kinds import CATCHWORD
from .likeness import SHARED, find_alike, weigh
from .pieces import Node, Piece

_MEASURED = "the pairs of quotes of 20 events of three outlets, read by hand"
WHOLE = Setting("remark_whole", 0.95, "share of the shorter quote that stands in the longer, in its order, from which "
                "it is the same words", measured=f"{_MEASURED}: no two remarks above it but single words")
SHORT = Setting("remark_short", 0.3, "added to the likeness asked for, divided by the weight of the shared words",
                chosen="short quotes are alike by chance")
INDIRECT = Setting("same_indirect", 0.4, "mean likeness from which indirect speech renders a quote of the same speaker",
                   measured="five articles read by hand: renderings have .45 and more, other remarks .55 and less")
SHORT_INDIRECT = Setting("short_indirect", 0.6, "added to it, divided by the weight of the shared words",
                         chosen="short quotes are alike by chance")


class _Need(NamedTuple):
    """What two quotes must share, by what is known of their speakers (speech.identity.relate)."""

    weight: Setting  # of the shared words
    alike: Setting  # mean of the three likenesses, where the words are not quite the same


def _need(relation, whom, weight, alike):
    return _Need(
        Setting(f"shared_{relation}", weight, f"least weight of the words shared by quotes of {whom}",
                measured=_MEASURED) if weight else SHARED,
        Setting(f"same_{relation}", alike, f"likeness from which quotes of {whom} are one remark in other words",
                measured=_MEASURED))


NEEDS = {
    "same": _need("same", "one speaker", None, 0.55),  # what quotes must share to be compared is enough
    "ally": _need("ally", "a person and an office of one side", 3.0, 0.60),
    "open": _need("open", "speakers one of whom is unknown", 3.5, 0.70),
    "apart": _need("apart", "two different speakers", 5.0, 0.80),
}
SLOGAN = Setting("slogan", 5, "words up to which two people may say the same, each for himself",
                 chosen="“The harbour must be rebuilt” is said by every speaker of a town")
LOOSE = "nearly the same words"
_SLACK = 1e-9  # sums in another order


class Match(NamedTuple):
    """What two pieces share."""

    relation: str  # of their speakers: same, ally, open, apart
    equal: bool  # word for word
    words: int  # of the shorter
    shared: float  # weight of the words in both, formulas left out where the speakers differ
    contained: float  # share of the lighter one's weight
    in_order: float  # share of the shorter one's words that stand in the other in this order
    alike: float  # mean of contained, in_order and the likeness of the letters


def _enough(match):
    """One word is a whole side's, and a catchword in many mouths."""
    if match.shared < NEEDS[match.relation].weight.value:
        return False
    return match.words > {"same": 0, "ally": 1, "open": CATCHWORD.value, "apart": SLOGAN.value}[match.relation]


def _is_whole(match):
    return min(match.contained, match.in_order) >= WHOLE.value and _enough(match)


def _is_alike(match):
    if match.words <= CATCHWORD.value or not _enough(match):
        return False
    return match.alike >= NEEDS[match.relation].alike.value + SHORT.value / match.shared


def _decide_example(example):
    """Return the rule for (relation, one quote, another)."""
    relation, *texts = example
    one, other = (tuple(map(spell, folded_words(text))) for text in texts)
    if one == other:
        return SAME.decide(match_words(relation, one, other, weigh(one), 1, 1, 1))[0]
    alike = find_alike([one, other])
    if not len(alike.first):
        return None
    return SAME.decide(match_words(relation, one, other, *(column[0] for column in (
        alike.shared, alike.contained, alike.in_order, alike.letters))))[0]


SAME = RuleList("Are two pieces of speech one remark?", (
    Rule("equal",
         lambda match: match.relation != "apart" and match.equal and match.words > 1 and match.shared >= RARE.value,
         "Two telling words, the same and no others, are one remark where nothing is known "
         "against it.",
         yes=(("open", "just drone on", "Just drone on"), ("ally", "reckless gamble", "reckless gamble")),
         no=(("apart", "reckless gamble", "reckless gamble"), ("open", "he is right", "he is right"),
             ("open", "nitpickers", "nitpickers"))),
    Rule("the same words", _is_whole, "All words of the shorter stand in the longer, in their order: no one says the "
         "same rare words by chance, so that one of two names is wrong.",
         yes=(("same", "nitpickers", "The nitpickers of the ministry have won"),
              ("open", "who never mended a net in her life", "a mayor who never mended a net in her life, or a sail"),
              ("apart", "We can still smell the tar under every plank of this quay",
               "We can still smell the tar under every plank of this quay. It took us a year."),
              ("apart", "Is the goat the owner of the barn or its guest?",
               "Is the goat the owner of the barn or its guest?")),
         no=(("apart", "I am very happy", "I am very happy"), ("apart", "savings", "We assume those savings"),
             ("open", "to pay for ferries", "We never raided the fund to pay for ferries"),
             ("apart", "Our thoughts and prayers are with the families of the crew tonight",
              "Our thoughts and prayers are with the families of the victims"))),
    Rule(LOOSE, _is_alike, "Outlets drop a word, clean a sentence up or print another translation; "
         "the less is known for one speaker, the nearer the words must be.",
         yes=(("same", "Our cities wish to repair the old ferry link and to settle their disputes",
               "Our two cities have a wish to restore the old ferry link and settle the many disputes"),
              ("apart", "Sen. Moe respects that, but thinks that the mill should be built someplace else.",
               "Senator Moe respects that but thinks that the mill should be built someplace else."),
              ("apart", "We are asking the harbourmaster to open the northern gate",
               "We're asking the harbourmaster to open up the northern gate at once")),
         no=(("apart", "I think it shows they are on the wrong side of history",
              "These guys are on the wrong side of history"),
             ("same", "act of mercy", "act of despair"), ("same", "I think it is unfair", "I think it is unwise"),
             ("open", "We will open the ferry line again", "The ferry line has cost us forty million crowns"))),
), _decide_example)


def match_words(relation: str, one: tuple[str, ...], other: tuple[str, ...], shared: float, contained: float,
                in_order: float, letters: float) -> Match:
    """Return the Match of two pieces from their likenesses (see likeness.Alike)."""
    shorter = min(one, other, key=len)
    if relation in ("open", "apart"):
        shared = max(shared - _weigh_formulas(shorter), 0.01)
    return Match(relation, one == other, len(shorter), float(shared), float(contained), float(in_order),
                 (contained + in_order + letters) / 3)


def judge(one: Who, other: Who, *likeness) -> tuple[str | None, Match]:
    """Return (name of the rule by which two pieces are one remark, or None; their Match)."""
    match = match_words(relate(one, other), *likeness)
    return SAME.decide(match)[0], match


class NodePair(NamedTuple):
    """Two nodes that share words: the rule by which they are one remark (None: they are not), and what they share."""

    rule: str | None
    match: Match
    one: Node
    other: Node


def compare_pieces(pieces: list[Piece], wanted: Container[Node] | None = None) -> list[NodePair]:
    """Return the NodePairs of nodes that may be one remark, or one that renders the other, the most alike first.

    With `wanted` (nodes) only the pairs with one of these, or with the same words as one.
    """
    by_words = defaultdict(list)
    for node in sorted({piece.node for piece in pieces}):
        by_words[node.words].append(node)
    texts, pairs = list(by_words), []
    for words in texts:
        pairs += [NodePair(*judge(one.who, other.who, words, words, weigh(words), 1, 1, 1), one, other)
                  for one, other in combinations(by_words[words], 2)]
    chosen = [wanted is None or any(node in wanted for node in by_words[words]) for words in texts]
    alike = find_alike(texts, np.flatnonzero(chosen), _may_be_one)
    for first, second, letters, *likeness in zip(*(column.tolist() for column in alike), strict=True):
        words, others = texts[first], texts[second]
        pairs += [NodePair(*judge(one.who, other.who, words, others, *likeness, letters), one, other)
                  for one in by_words[words] for other in by_words[others]]
    return sorted(pairs, key=lambda pair: (-pair.match.alike, -pair.match.shared, pair.one, pair.other))


def _may_be_one(shared, contained, in_order, letters):
    """Tell of each pair whether it is so alike as the least rule of SAME asks, or a rendering, whoever speaks."""
    alike = (contained + in_order + letters) / 3 + _SLACK
    nearly = min(need.alike.value for need in NEEDS.values()) + SHORT.value / shared
    rendered = INDIRECT.value + SHORT_INDIRECT.value / shared
    return (alike >= np.minimum(nearly, rendered)) | (np.minimum(contained, in_order) >= WHOLE.value)


@lru_cache(maxsize=1 << 14)
def _weigh_formulas(words):
    """Return the weight of the words of a piece that are a formula (lists/formulas.csv)."""
    openings = _formulas()
    inside = np.zeros(len(words), bool)
    for place, word in enumerate(words):
        for phrase in openings.get(word, ()):
            if words[place:place + len(phrase)] == phrase:
                inside[place:place + len(phrase)] = True
    return sum(map(weigh_word, {word for word, formula in zip(words, inside, strict=True) if formula}))


@lru_cache
def _formulas():
    """Return {first word: phrases, each a tuple of words} of lists/formulas.csv."""
    openings = {}
    for phrase in sorted(listed("formulas")):
        words = tuple(map(spell, folded_words(phrase)))
        openings.setdefault(words[0], []).append(words)
    return openings
