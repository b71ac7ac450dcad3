"""Utterances: the same remark in several outlets, whatever each kept of it and however it was translated."""

from collections import defaultdict
from itertools import product

import numpy as np
import pandas as pd

from ..english.stems import stem
from ..speech.identity import relate
from ..tables import conform
from ..text.alignment import align
from .attribution import Attributions, find_disputes, name_utterances, read_attributions
from .likeness import MOST
from .pieces import Node, cut_pieces
from .sameness import INDIRECT, LOOSE, NEEDS, SHORT_INDIRECT, compare_pieces
from .statements import find_occasions, find_statements
from .wordings import RUN


def group_utterances(quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame,
                     hand: pd.DataFrame | None = None, known: Attributions | None = None) -> pd.DataFrame:
    """Return the table `utterances`: each quote, cut into sentences, in the group of its other versions.

    Groups are founded by full and partial quotes; an indirect quote joins where it clearly renders one of them;
    scare quotes, titles and quotes within quotes are left out.  Two pieces are one utterance by the rules of
    remarks.sameness; `rule` is the one that brought a piece to its group, missing for the first.  Two pieces of one
    article that are alike but no repetition stay two.  `named` is the speaker whom a version names beside its words,
    where another one names somebody else there (see attribution.find_disputes).  `statement` is the speech event, see
    find_statements, `day` the day that the article names for it; `hand` is a reader's items.csv as placed, whose column
    statement beats the machine; `known` is what read_attributions says of the quotes.  Numbers follow the articles'
    names and the place in them, so that the order of articles changes nothing.
    """
    pieces = cut_pieces(quotes, sentences, articles)
    pairs = compare_pieces(pieces)
    groups, rules = _join_direct(pieces, pairs)
    groups |= _join_indirect(pieces, pairs, groups)
    kept = sorted((piece for piece in pieces if piece.node in groups), key=lambda piece: (piece.article, *piece[2:4]))
    numbers: dict = {}
    table = pd.DataFrame({
        "utterance": np.array([numbers.setdefault(groups[piece.node], len(numbers)) for piece in kept], np.int64),
        **{name: [getattr(piece, name) for piece in kept] for name in ("article", "quote", "start", "end")},
        "rule": [rules.get(piece.node) for piece in kept]})
    known = read_attributions(quotes, sentences) if known is None else known
    speakers = name_utterances(table, known)
    keys = [(piece.article, piece.quote) for piece in kept]
    lent = {key: speakers[utterance] for utterance, key in zip(table["utterance"].tolist(), keys, strict=True)}
    occasions = find_occasions(quotes, sentences, articles, lent)
    days = {(row.article, row.quote): row.day for row in occasions}
    return conform("utterances", {
        **table, "statement": find_statements(table, occasions, sentences, hand), "named": find_disputes(table, known),
        "day": [days[key] or None for key in keys]}, articles)


def _join_direct(pieces, pairs):
    """Return ({node: group} of the direct nodes, {node: rule that brought it there}).

    Pairs are joined from the most alike on, unless that puts into one group two speakers that can't be one, two
    remarks that an article prints as two (a speaker who says nearly the same thing twice), or two remarks that
    have no more in common than a catchword quoted from either.
    """
    articles = _list_articles(pieces)
    joined, apart = [("heading", *pair) for pair in _match_headings(pieces)], []
    for pair in pairs:
        if pair.rule and pair.one.direct and pair.other.direct:
            if pair.rule == LOOSE and articles[pair.one] & articles[pair.other]:
                apart.append((pair.one, pair.other))
            else:
                joined.append((pair.rule, pair.one, pair.other))
    groups = _Groups([piece.node for piece in pieces if piece.node.direct], joined, apart, articles)
    for rule, one, other in joined:
        groups.join(rule, one, other)
    return groups.group_of, groups.rules


def _list_articles(pieces):
    """Return {node: articles that print it in their body}."""
    articles = defaultdict(set)
    for piece in pieces:
        if piece.body:
            articles[piece.node].add(piece.article)
    return articles


class _Groups:
    """Nodes in groups; a group knows its longest node, its speakers and the nodes that must stay out of it."""

    def __init__(self, nodes, joined, apart, articles):
        self.group_of = {node: node for node in nodes}
        self.rules = {}
        self.members = {node: {node} for node in nodes}
        self.longest = dict(self.group_of)
        self.voices = {node: {node.who} for node in nodes}
        self.barred = {node: set() for node in nodes}
        self.alike = {frozenset(pair) for _, *pair in joined}
        self.articles = articles
        self.covered = defaultdict(set)  # (node, article): places of its words that the article quotes
        for one, other in apart:
            self.barred[one].add(other)
            self.barred[other].add(one)

    def join(self, rule: str, one: Node, other: Node) -> None:
        """Join the groups of two nodes if nothing bars it."""
        ends = self.group_of[one], self.group_of[other]
        longest = [self.longest[group] for group in ends]
        one_remark = frozenset(longest) in self.alike or all(
            2 * len(node.words) > len(whole.words)
            for node, whole in zip((one, other), longest, strict=True))
        large, small = sorted(ends, key=lambda group: (-len(self.members[group]), group))
        if large == small or not one_remark or not self.barred[large].isdisjoint(self.members[small]):
            return
        # who is unknown, or an ally, brings no two people together; the same words between two names do
        voices = product(self.voices[large], self.voices[small])
        if relate(one.who, other.who) in ("open", "ally") and any(relate(*pair) == "apart" for pair in voices):
            return
        if not self._cover(rule, one, other):
            return
        for node in self.members[small]:
            self.group_of[node] = large
            self.rules.setdefault(node, rule)
        self.rules.setdefault(other if small == ends[1] else one, rule)
        self.longest[large] = max(longest, key=lambda node: (len(node.words), node))
        for table in (self.members, self.voices, self.barred):
            table[large] |= table.pop(small)

    def _cover(self, rule, one, other):
        """Note which words of either node the articles of the other quote; tell whether a loose version adds any.

        Of three like sentences in one article ("The wall needs paint", "... love", "... nine new stones before
        spring") only the last is a version of "The wall needs nine new stones before the spring".
        """
        kept = [step for step in align(one.words, other.words) if step.op == "equal"]
        sides = ((one, self.articles[other], {at for step in kept for at in range(step.first, step.last)}),
                 (other, self.articles[one], {at for step in kept for at in range(step.other_first, step.other_last)}))
        for node, articles, places in sides:
            for article in articles:
                known = self.covered[node, article]
                if rule == LOOSE and 2 * len(places & known) > len(places):
                    return False
        for node, articles, places in sides:
            for article in articles:
                self.covered[node, article] |= places
        return True


def _match_headings(pieces):
    """Return the pairs of nodes where a headline, heading or caption repeats words of its article's body.

    Headlines take other forms of a word (Show > showing), which count as the same.
    """
    holders, headed = defaultdict(list), {piece.article for piece in pieces if not piece.body and piece.node.direct}
    for piece in pieces:
        if piece.body and piece.node.direct and piece.article in headed:
            for word in {stem(word) for word in piece.node.words}:
                holders[piece.article, word].append(piece.node)
    pairs = []
    for piece in pieces:
        if not piece.body and piece.node.direct:
            stems = [stem(word) for word in piece.node.words]
            rarest = min(stems, key=lambda word: (len(holders[piece.article, word]), word))
            pairs += [(piece.node, node) for node in holders[piece.article, rarest][:int(MOST.value)]
                      if f" {' '.join(stems)} " in f" {' '.join(map(stem, node.words))} "
                      and (len(stems) >= RUN or relate(piece.node.who, node.who) != "apart")]
    return pairs


def _join_indirect(pieces, pairs, groups):
    """Return {node: group} of the indirect nodes that render a direct one, each in the group of the most alike.

    An article that has the remark as a quote needs no rendering: what is like it there is another remark.
    """
    articles, quoted, found = defaultdict(set), defaultdict(set), {}
    for piece in pieces:
        articles[piece.node].add(piece.article)
        if piece.node.direct:
            quoted[groups[piece.node]].add(piece.article)
    for pair in pairs:
        shared = pair.match.shared
        enough = pair.match.alike >= INDIRECT.value + SHORT_INDIRECT.value / shared
        if pair.one.direct != pair.other.direct and enough and shared >= NEEDS["open"].weight.value:
            indirect, direct = (pair.other, pair.one) if pair.one.direct else (pair.one, pair.other)
            kinds = (pair.one.who.kind, pair.other.who.kind)
            one_voice = pair.match.relation == "same" or (pair.match.relation == "ally" and "person" not in kinds)
            if one_voice and not articles[indirect] & quoted[groups[direct]]:
                found.setdefault(indirect, groups[direct])
    return found
