"""Utterances: the same remark in several outlets, whatever each kept of it and however it was translated."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import combinations, pairwise, product
from typing import NamedTuple

import numpy as np
import pandas as pd

from ..english.words import find_words
from ..speech.identity import Who, list_speakers, relate
from ..tables import conform
from ..thresholds import threshold
from .likeness import find_alike, spell, weigh
from .statements import find_statements

DIRECT = ("full", "partial")


class _Node(NamedTuple):
    """What pieces of the same words by the same speaker have in common."""

    words: tuple
    who: Who
    direct: bool


class _Piece(NamedTuple):
    """A sentence of a quote, in one article."""

    article: str
    quote: int
    start: int
    end: int
    body: bool
    node: _Node


def group_utterances(quotes, sentences, articles, hand=None):
    """Return the table `utterances`: each quote, cut into sentences, in the group of its other versions.

    Groups are founded by full and partial quotes; an indirect quote joins where it clearly renders one
    of them; scare quotes, titles and quotes within quotes are left out.  Two pieces are one utterance
    where their words are alike enough for what is known of their speakers (thresholds same_...); two
    pieces of one article that are alike but no repetition stay two.  `statement` is the speech event,
    see find_statements; `hand`, a reader's items.csv as place_hand returns it, beats the machine.
    Numbers follow the articles' names and the place in them, so that the order of articles changes nothing.
    """
    pieces = _cut_pieces(quotes, sentences, articles)
    pairs = _compare(pieces)
    groups = _join_direct(pieces, pairs)
    groups |= _join_indirect(pieces, pairs, groups)
    rows = [(groups[piece.node], *piece[:4]) for piece in pieces if piece.node in groups]
    table = pd.DataFrame(rows, columns=["utterance", "article", "quote", "start", "end"])
    table = table.sort_values(["article", "start", "end"], ignore_index=True)
    table["utterance"] = pd.factorize(table["utterance"])[0]
    table["statement"] = find_statements(table, quotes, sentences, articles, hand)
    return conform("utterances", table[["utterance", "statement", "article", "quote", "start", "end"]], articles)


def _cut_pieces(quotes, sentences, articles):
    """Return the pieces of all quotes, by article and place."""
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    begins, rows = defaultdict(list), defaultdict(list)
    for article, start in zip(sentences["article"].astype(str).tolist(), sentences["start"].tolist(), strict=True):
        begins[article].append(start)
    columns = [quotes[name].astype(object).tolist() for name in ("article", "start", "end", "quote", "kind", "zone")]
    for article, start, end, quote, kind, zone, who in zip(*columns, list_speakers(quotes), strict=True):
        if kind in DIRECT or kind == "indirect":
            rows[article].append((kind == "indirect", start, -end, quote, zone, who))
    pieces = []
    for article in sorted(rows):
        taken = []
        for indirect, start, end, quote, zone, who in sorted(rows[article]):
            if indirect:
                spans = _subtract(start, -end, taken)
            elif taken and -end <= taken[-1][1]:  # nested in the one before
                continue
            else:
                spans = [(start, -end)]
                taken += spans
            pieces += [_Piece(article, quote, first, last, zone == "body", _Node(words, who, not indirect))
                       for first, last, words in _cut(texts[article], begins[article], spans)]
    return pieces


def _subtract(start, end, taken):
    """Return the parts of a span outside the spans `taken`, which are in order."""
    parts = []
    for first, last in taken[bisect_left(taken, start, key=lambda span: span[1]):]:
        if first >= end:
            break
        parts.append((start, first))
        start = last
    return [*parts, (start, end)]


def _cut(text, begins, spans):
    """Return [(start, end, words)] of the `spans`, cut where sentences begin and every `piece_words` words."""
    longest, parts = int(threshold("piece_words")), []
    for start, end in spans:
        edges = [start, *begins[bisect_right(begins, start):bisect_left(begins, end)], end]
        for first, last in pairwise(edges):
            words = [(first + one, first + two) for one, two in find_words(text[first:last])]
            for at in range(0, len(words), longest):
                begin = words[at][0] if at else last - len(text[first:last].lstrip())
                stop = words[at + longest][0] if at + longest < len(words) else last
                compared = tuple(spell(text[one:two]) for one, two in words[at:at + longest])
                parts.append((begin, begin + len(text[begin:stop].rstrip()), compared))
    return parts


def _compare(pieces, wanted=None):
    """Return [(alike, shared, node, node)] of the nodes that share words, the most alike first.

    `alike` is the mean of the three likenesses of find_alike, 1 for the same words.  With `wanted` (nodes)
    only the pairs with one of these, or with the same words as one.
    """
    by_words = defaultdict(list)
    for node in sorted({piece.node for piece in pieces}):
        by_words[node.words].append(node)
    texts = list(by_words)
    pairs = [(1.0, weigh(words), *pair) for words in texts for pair in combinations(by_words[words], 2)]
    chosen = [wanted is None or any(node in wanted for node in by_words[words]) for words in texts]
    table = find_alike(texts, np.flatnonzero(chosen))
    alike = table[["letters", "contained", "in_order"]].mean(axis=1)
    for first, second, score, shared in zip(table["first"], table["second"], alike, table["shared"], strict=True):
        pairs += [(score, shared, one, two) for one in by_words[texts[first]] for two in by_words[texts[second]]]
    return sorted(pairs, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3]))


def _join_direct(pieces, pairs):
    """Return {node: group} of the direct nodes.

    Pairs are joined from the most alike on, unless that put into one group two speakers that can't be one, two
    remarks that an article prints as two (a speaker who says nearly the same thing twice), or two remarks that
    have no more in common than a catchword quoted from either.
    """
    articles = _list_articles(pieces)
    alike_enough, apart = [*_match_headings(pieces)], []
    for alike, shared, one, other in pairs:
        if one.direct and other.direct and _is_same(alike, shared, one, other):
            shorter = min(len(one.words), len(other.words))
            loose = alike < threshold("same_repeated") and shorter >= threshold("words_repeated")
            (apart if loose and articles[one] & articles[other] else alike_enough).append((one, other))
    groups = _Groups([piece.node for piece in pieces if piece.node.direct], alike_enough, apart)
    for one, other in alike_enough:
        groups.join(one, other)
    return groups.group_of


def _list_articles(pieces):
    """Return {node: articles that print it in their body}."""
    articles = defaultdict(set)
    for piece in pieces:
        if piece.body:
            articles[piece.node].add(piece.article)
    return articles


def _is_same(alike, shared, one, other):
    """Tell whether two nodes are alike enough for what is known of their speakers."""
    relation = relate(one.who, other.who)
    return (min(len(one.words), len(other.words)) >= threshold(f"words_{relation}")
            and shared >= threshold(f"shared_{relation}")
            and alike >= threshold(f"same_{relation}") + threshold("same_short") / shared)


class _Groups:
    """Nodes in groups; a group knows its longest node, its speakers and the nodes that must stay out of it."""

    def __init__(self, nodes, alike, apart):
        self.group_of = {node: node for node in nodes}
        self.members = {node: {node} for node in nodes}
        self.longest = dict(self.group_of)
        self.voices = {node: {node.who} for node in nodes}
        self.barred = {node: set() for node in nodes}
        self.alike = {frozenset(pair) for pair in alike}
        for one, other in apart:
            self.barred[one].add(other)
            self.barred[other].add(one)

    def join(self, one, other):
        """Join the groups of two nodes if nothing bars it."""
        ends = self.group_of[one], self.group_of[other]
        longest = [self.longest[group] for group in ends]
        one_remark = frozenset(longest) in self.alike or all(
            len(node.words) >= threshold("nearly_whole") * len(whole.words)
            for node, whole in zip((one, other), longest, strict=True))
        large, small = sorted(ends, key=lambda group: (-len(self.members[group]), group))
        if large == small or not one_remark or not self.barred[large].isdisjoint(self.members[small]):
            return
        voices = product(self.voices[large], self.voices[small])
        if relate(one.who, other.who) != "apart" and any(relate(*pair) == "apart" for pair in voices):
            return
        for node in self.members[small]:
            self.group_of[node] = large
        self.longest[large] = max(longest, key=lambda node: (len(node.words), node))
        for table in (self.members, self.voices, self.barred):
            table[large] |= table.pop(small)


def _match_headings(pieces):
    """Return the pairs of nodes where a headline, heading or caption repeats words of its article's body."""
    holders, headed = defaultdict(list), {piece.article for piece in pieces if not piece.body and piece.node.direct}
    for piece in pieces:
        if piece.body and piece.node.direct and piece.article in headed:
            for word in set(piece.node.words):
                holders[piece.article, word].append(piece.node)
    pairs = []
    for piece in pieces:
        if not piece.body and piece.node.direct:
            words = f" {' '.join(piece.node.words)} "
            rarest = min(piece.node.words, key=lambda word: (len(holders[piece.article, word]), word))
            pairs += [(piece.node, node) for node in holders[piece.article, rarest][:int(threshold("heading_tries"))]
                      if words in f" {' '.join(node.words)} " and relate(piece.node.who, node.who) != "apart"]
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
    for alike, shared, one, other in pairs:
        enough = alike >= threshold("same_indirect") + threshold("short_indirect") / shared
        if one.direct != other.direct and enough and shared >= threshold("shared_indirect"):
            indirect, direct = (other, one) if one.direct else (one, other)
            relation = relate(one.who, other.who)
            one_voice = relation == "same" or (relation == "ally" and "person" not in (one.who.kind, other.who.kind))
            if one_voice and not articles[indirect] & quoted[groups[direct]]:
                found.setdefault(indirect, groups[direct])
    return found


def borrow_speakers(quotes, sentences, articles):
    """Return `quotes` with the speakers that only other outlets' versions name.

    A full or partial quote without a speaker takes over speaker, speaker_type and side where every version of
    it that names a speaker names the same; `borrowed_from` is the first of their articles by name, `rule` says
    "borrowed".  Versions are what group_utterances would take for the same utterance.
    """
    quotes = quotes.copy()
    unnamed = (quotes["speaker"].isna() & quotes["kind"].isin(DIRECT)).to_numpy()
    if not unnamed.any():
        return quotes
    pieces = _cut_pieces(quotes[quotes["kind"].isin(DIRECT)], sentences, articles)
    named, wanted = defaultdict(set), defaultdict(list)
    for piece in pieces:
        if piece.node.who.name:
            named[piece.node].add((piece.article, piece.node.who))
        else:
            wanted[piece.node].append((piece.article, piece.quote))
    versions = defaultdict(set)
    for alike, shared, one, other in _compare(pieces, wanted):
        if bool(one.who.name) != bool(other.who.name) and _is_same(alike, shared, one, other):
            unknown, known = (other, one) if one.who.name else (one, other)
            for key in wanted[unknown]:
                versions[key] |= named[known]
    for row in unnamed.nonzero()[0]:
        found = versions[str(quotes["article"].iloc[row]), quotes["quote"].iloc[row]]
        if len({who.name for _, who in found}) == 1:
            article, who = min(found)
            values = {"speaker": who.name, "speaker_type": who.kind or None, "side": who.side or None,
                      "borrowed_from": article, "rule": "borrowed"}
            for column, value in values.items():
                quotes.iloc[row, quotes.columns.get_loc(column)] = value
    return quotes
