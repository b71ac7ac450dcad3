"""Reuse: which sentences of two articles are counterparts, word for word, edited, in a fragment or in other words.

Two articles are compared when they share two runs of five words, or are alike by their words; each
pair of sentences is judged by its own two texts, so that five articles and a million are judged alike.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from ..rules import Setting
from ..tables import COPIED_RELATIONS, conform, empty
from ..text.alignment import count_kept
from .paraphrases import CANDIDATE_COSINE, compare_words
from .runs import REPEAT_CAP, SHORTEST_RUN, Tokens, find_tokens, hash_runs, iterate_runs, pair_owners
from .similarity import weigh

FAMILY_SHINGLE = Setting("family_shingle", 5, "length in words of the runs that are compared for copying",
                         cited="5-grams, as in newspaper reuse work (METER corpus, Clough et al. 2002)")
TELLING_WEIGHT = Setting("telling_weight", 20, "background idf that the shared words beside names must add up to",
                         chosen="three words of the second thousand of English: a title with its name has less")
SHINGLE_CAP = Setting("shingle_cap", 100, "number of articles above which a run of words is a stock phrase",
                      chosen="a cap: keeps the cost of finding pairs near the number of articles")
EDITED_SHARE = Setting("edited_share", 0.5, "share of one sentence's words in shared runs, above which it is edited",
                       measured="more than half; over 150 articles on 50 events all such pairs tell the same event")
RUN_WORDS = Setting("run", 8,
                    "words of a shared run that makes a fragment, or of the shared runs of an edited sentence",
                    measured="over 150 articles on 50 events right in 9 of 10 cases, names aside; a run of 6 in half")
WHOLE_SHARE = Setting("whole_share", 0.6,
                      "share of a sentence's words that its counterpart must have to be one of the whole",
                      chosen="with less, it was split or a clause of it was taken")
PARAPHRASE_SURE = Setting("paraphrase_sure", 0.3, "the same, from which that is sure",
                          measured="the same reading: right in 19 of 20 cases")
ALIKE_SHARE = Setting("alike_share", 0.7, "share of two sentences' words in the same order from which they are edited",
                      measured="over 150 articles on 50 events no two sentences about different events reach it")
EDITED_SURE = Setting("edited_sure", 0.6, "the same, from which an edited pair is sure",
                      measured="on five articles read by hand the best false pair has .57")
RUN_SURE = Setting("run_sure", 12, "words of a shared run from which a fragment is sure",
                   measured="over 150 articles on 50 events always right but for stock descriptions of a person")
LETTER = Setting("verbatim_share", 0.97, "share of two sentences' words in the same order from which they are verbatim",
                 chosen="one word in thirty may differ: a slip, a mark, an abbreviation")
_BLOCK = 500  # articles compared at a time: bounds the memory
_FEW = 30  # articles of which each is compared with each other


class Link(NamedTuple):
    """Two sentences that are counterparts, rows of `sentences`, and what of either has it: tokens and their share."""

    row: int
    other_row: int
    relation: str
    run: int  # words of the longest run in both
    sure: bool
    first: int
    last: int
    score: float
    other_first: int
    other_last: int
    other_score: float

    def turn(self) -> "Link":
        """Return the same link seen from the other sentence."""
        return Link(self.other_row, self.row, self.relation, self.run, self.sure, *self[8:], *self[5:8])


def link_sentences(sentences: pd.DataFrame, articles: pd.DataFrame, tokens: Tokens | None = None) -> pd.DataFrame:
    """Return the table `links`: every sentence with each of its counterparts in other articles, both ways.

    `sentences` needs article, sentence, start, end, zone, text; `articles` gives the articles' order; `tokens` are
    the words of the sentences, where they have been found (see find_tokens).
    Relations, the first that fits:

    - `verbatim`: the same words in the same order, but for one in thirty;
    - `edited`: most words of the two, or of one of them, stand in the other, in runs of three and more in any
      order (a sentence that was split in two is linked to both);
    - `fragment`: a run of eight words that are no mere name and title, usually a quote;
    - `paraphrase`: the same telling words, whatever their order (see compare_words).

    start and end are the whole sentence, but of a fragment the run, and of an edited sentence of which the
    counterpart has less than `whole_share` (it was split, or a clause was taken) the stretch from the first to the
    last shared run.  `score` is the share of the words from start to end that the other has too; of a fragment
    its share of the sentence; of a paraphrase the likeness of the words (compare_words).  `moved`: see find_moved.
    """
    tokens = tokens or find_tokens(sentences)
    if not len(tokens.code):
        return empty("links", articles)
    names = articles["article"].tolist()
    numbers = {name: number for number, name in enumerate(names)}
    owner = np.array([numbers[str(name)] for name in sentences["article"].tolist()], np.int64)
    pairs, cosine = find_candidates(tokens, owner[tokens.row])
    runs = compare_runs(tokens, owner, pairs)
    copies = judge_runs(runs, tokens)
    copies += link_short(copies, tokens, owner)
    known = {(link.row, link.other_row) for link in copies}
    row, other_row, score = compare_words(tokens, sentences, owner, pairs, cosine)
    words = judge_words(row, other_row, score, runs, tokens)
    links = sorted([*copies, *(link for link in words if (link.row, link.other_row) not in known)])
    moved = find_moved(links, (sentences["zone"] == "body").to_numpy(), owner)
    forth = list(zip(links, moved, strict=True))
    both = sorted([*forth, *((link.turn(), one) for link, one in forth)], key=lambda row: row[0][:2])
    return conform("links", _name_places(both, owner, names, tokens, sentences), articles)


def _name_places(links, owner, names, tokens, sentences):
    """Return the columns of (Link, moved), with article, sentence, start and end in place of rows and tokens."""
    columns = list(zip(*(link for link, _ in links), strict=True)) or [()] * len(Link._fields)
    parts = {name: np.array(values) if values else np.zeros(0, np.int64)
             for name, values in zip(Link._fields, columns, strict=True) if name != "relation"}
    named = {"relation": list(columns[2]), "score": parts["score"].astype(float), "longest_run": parts["run"],
             "moved": np.array([moved for _, moved in links], bool), "sure": parts["sure"].astype(bool)}
    size = np.diff(tokens.first)
    number, begin, end = (sentences[name].to_numpy() for name in ("sentence", "start", "end"))
    for prefix, article in (("", "article"), ("other_", "other")):
        row, first, last = (parts[prefix + name] for name in ("row", "first", "last"))
        whole = last - first == size[row]
        named[article] = [names[number] for number in owner[row].tolist()]
        named[prefix + "sentence"] = number[row]
        named[prefix + "start"] = np.where(whole, begin[row], tokens.start[first])
        named[prefix + "end"] = np.where(whole, end[row], tokens.end[last - 1])
    return named


def find_candidates(tokens: Tokens, owner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (pairs, cosine): the pairs of articles worth comparing, first < second, and how alike their words are.

    `owner` is the number of each token's article.  A pair shares at least two 5-grams that are more than grammar
    (`telling_weight`) and that not more than `shingle_cap` articles have, or its cosine, by background idf, is at
    least `candidate_cosine`.
    """
    counts = csr_array((np.ones(len(owner)), (owner, tokens.code)), shape=(owner.max() + 1, len(tokens.words)))
    weights = weigh(counts, tokens.idf)
    count = weights.shape[0]
    copied = _find_copied(tokens, owner) if count > _FEW else None
    pairs = np.argwhere(np.tri(count, k=-1).T) if copied is None else _find_alike(weights, copied)
    cosine = np.concatenate([np.zeros(0), *(
        weights[pairs[at:at + _BLOCK, 0]].multiply(weights[pairs[at:at + _BLOCK, 1]]).sum(axis=1)
        for at in range(0, len(pairs), _BLOCK))])
    worth = cosine >= CANDIDATE_COSINE.value
    if not worth.all():  # texts on one event are alike: nobody needs to know what they copied
        copied = _find_copied(tokens, owner) if copied is None else copied
        worth |= np.isin(pairs @ [len(owner), 1], copied @ [len(owner), 1])
    return pairs[worth], cosine[worth]


def _find_copied(tokens, owner):
    """Return the pairs of articles that share at least two runs of words that are more than grammar."""
    length = int(FAMILY_SHINGLE.value)
    keys, places = hash_runs(tokens, length)
    weight = np.append(0, np.cumsum(tokens.idf[tokens.code]))
    telling = weight[places + length] - weight[places] >= TELLING_WEIGHT.value
    return pair_owners(keys[telling], owner[places[telling]], int(SHINGLE_CAP.value), 2)


def _find_alike(weights, copied):
    """Return the pairs of articles alike in words that few articles have, and those `copied`, sorted."""
    rare = weights[:, np.bincount(weights.indices, minlength=weights.shape[1]) <= SHINGLE_CAP.value].tocsr()
    for start in range(0, weights.shape[0], _BLOCK):
        block = (rare[start:start + _BLOCK] @ rare.T).tocoo()
        near = (block.data >= CANDIDATE_COSINE.value / 4) & (block.row + start < block.col)
        copied = np.append(copied, np.stack([block.row[near] + start, block.col[near]], axis=1), axis=0)
    return np.unique(copied, axis=0)


class Runs(NamedTuple):
    """Pairs of sentences that share a run of words: arrays, or one pair's numbers (see compare_runs)."""

    row: np.ndarray
    other_row: np.ndarray
    run: np.ndarray
    run_at: np.ndarray
    other_run_at: np.ndarray
    covered: np.ndarray
    low: np.ndarray
    high: np.ndarray
    weight: np.ndarray
    other_covered: np.ndarray
    other_low: np.ndarray
    other_high: np.ndarray
    other_weight: np.ndarray


def compare_runs(tokens: Tokens, owner: np.ndarray, pairs: np.ndarray) -> Runs:
    """Return the sentences of the `pairs` of articles that share a run of words.

    `owner` is the number of each sentence's article.  row, other_row (of `sentences`); run (words of the
    longest shared run), run_at, other_run_at (its first tokens); and of all shared runs together, in any order,
    on either side: covered, other_covered (how many tokens), low, other_low (the first of them), high,
    other_high (one past the last), weight (idf of those that don't begin with a capital letter).
    """
    keys, places = hash_runs(tokens, int(SHORTEST_RUN.value))
    parts = [_measure_runs(tokens, i, j) for _, i, j in iterate_runs(
        keys, places, owner[tokens.row[places]], pairs, int(REPEAT_CAP.value))]
    if not parts:
        parts = [_measure_runs(tokens, *np.zeros((2, 0), np.int64))]
    found = [np.concatenate(columns) for columns in zip(*parts, strict=True)]
    order = np.lexsort((found[1], found[0]))
    return Runs(*(values[order] for values in found))


def _measure_runs(tokens, i, j):
    """Return the Runs of the sentences in which the shingles at the tokens i and j stand; see compare_runs."""
    length = int(SHORTEST_RUN.value)
    known, both = np.unique(tokens.row[i] * len(tokens.first) + tokens.row[j], return_inverse=True)
    order = np.lexsort((i, j - i, both))
    both, i, j = both[order], i[order], j[order]
    new = np.ones(len(i), bool)
    new[1:] = (np.diff(both) != 0) | (np.diff(j - i) != 0) | (np.diff(i) != 1)
    begins = np.flatnonzero(new)
    length_of = np.diff(np.append(begins, len(i))) + length - 1
    order = np.lexsort((j[begins], i[begins], -length_of, both[begins]))
    best = order[np.unique(both[begins][order], return_index=True)[1]]  # the longest run of each pair of sentences
    found = {"row": known // len(tokens.first), "other_row": known % len(tokens.first), "run": length_of[best],
             "run_at": i[begins][best], "other_run_at": j[begins][best]}
    plain = np.where(tokens.capital, 0, tokens.idf[tokens.code])
    for prefix, place in (("", i), ("other_", j)):
        spots = np.unique(np.concatenate([both * len(tokens.code) + place + step for step in range(length)]))
        pair, spot = np.divmod(spots, len(tokens.code))
        edges = np.searchsorted(pair, np.arange(len(known) + 1))
        found[prefix + "covered"] = np.diff(edges)
        found[prefix + "low"], found[prefix + "high"] = spot[edges[:-1]], spot[edges[1:] - 1] + 1
        found[prefix + "weight"] = np.bincount(pair, plain[spot], len(known))
    return Runs(**found)


def judge_runs(runs: Runs, tokens: Tokens) -> list[Link]:
    """Return the Links of compare_runs' pairs of sentences that are verbatim, edited or a fragment."""
    sizes, first = np.diff(tokens.first), tokens.first.tolist()
    edited, run = EDITED_SHARE.value, RUN_WORDS.value
    worth = (runs.covered >= edited / 2 * sizes[runs.row]) | (runs.run >= run)
    worth |= runs.other_covered >= edited / 2 * sizes[runs.other_row]
    links = []
    for numbers in zip(*(getattr(runs, name)[worth].tolist() for name in Runs._fields), strict=True):
        pair: Any = Runs(*numbers)  # one pair's numbers, no arrays
        codes = [tokens.of(row) for row in (pair.row, pair.other_row)]
        shared = count_kept(*codes)
        relation, sure = _name_relation(codes, shared, pair)
        if relation is None:
            continue
        sides = (pair.row, pair.covered, pair.low, pair.high, pair.run_at), \
                (pair.other_row, pair.other_covered, pair.other_low, pair.other_high, pair.other_run_at)
        link = [pair.row, pair.other_row, relation, pair.run, sure]
        for (row, covered, low, high, run_at), words in zip(sides, map(len, codes), strict=True):
            if relation == "fragment":
                link += [run_at, run_at + pair.run, pair.run / words]
            elif max(shared, covered) >= WHOLE_SHARE.value * words:
                link += [first[row], first[row + 1], max(shared, covered) / words]
            else:
                link += [low, high, covered / (high - low)]
        links.append(Link(*link))
    return links


def link_short(copies: list[Link], tokens: Tokens, owner: np.ndarray) -> list[Link]:
    """Return the verbatim links of sentences too short for a run ("They knew."), beside those of `copies`.

    Two are linked that are equal and stand next to sentences which are linked verbatim or edited, or as short ones.
    """
    first, least = tokens.first.tolist(), int(SHORTEST_RUN.value)
    known = {(link.row, link.other_row) for link in copies}
    waiting = sorted((link.row, link.other_row) for link in copies if link.relation in COPIED_RELATIONS)
    found = []
    while waiting:
        row, other = waiting.pop()
        for one, two in ((row - 1, other - 1), (row + 1, other + 1)):
            inside = 0 <= one < len(first) - 1 and 0 <= two < len(first) - 1
            if not inside or not 0 < first[one + 1] - first[one] < least or (one, two) in known:
                continue
            if owner[one] == owner[row] and owner[two] == owner[other] and tokens.of(one) == tokens.of(two):
                known.add((one, two))
                waiting.append((one, two))
                found.append(Link(one, two, "verbatim", first[one + 1] - first[one], True, first[one], first[one + 1],
                                  1.0, first[two], first[two + 1], 1.0))
    return found


def judge_words(row: np.ndarray, other_row: np.ndarray, score: np.ndarray, runs: Runs, tokens: Tokens) -> list[Link]:
    """Return the Links of the paraphrases that compare_words found."""
    longest = dict(zip(zip(runs.row.tolist(), runs.other_row.tolist(), strict=True), runs.run.tolist(), strict=True))
    first, sure = tokens.first.tolist(), PARAPHRASE_SURE.value
    return [Link(one, two, "paraphrase", longest.get((one, two)) or _short_run(tokens.of(one), tokens.of(two)),
                 alike >= sure, first[one], first[one + 1], alike, first[two], first[two + 1], alike)
            for one, two, alike in zip(row.tolist(), other_row.tolist(), score.tolist(), strict=True)]


def _short_run(codes, other_codes):
    """Return 2, 1 or 0: the longest run of words in both, which is known to be shorter than three."""
    if set(pairwise(codes)) & set(pairwise(other_codes)):
        return 2
    return int(bool(set(codes) & set(other_codes)))


def _name_relation(codes, shared, pair):
    """Return (relation or None, whether it is sure) of two sentences with `shared` words in the same order."""
    words, other_words = map(len, codes)
    alike = 2 * shared / (words + other_words)
    covered = min(pair.covered, pair.other_covered)
    part = max(pair.covered / words, pair.other_covered / other_words)
    telling = min(pair.weight, pair.other_weight) >= TELLING_WEIGHT.value
    if alike >= LETTER.value:
        return "verbatim", True
    if alike >= ALIKE_SHARE.value and min(words, other_words) > 4:
        return "edited", True
    if telling and part > EDITED_SHARE.value and (covered >= RUN_WORDS.value or part > 0.9):
        return "edited", part >= EDITED_SURE.value
    if telling and pair.run >= RUN_WORDS.value:
        return "fragment", pair.run >= RUN_SURE.value
    return None, False


def find_moved(links: list[Link], body: np.ndarray, owner: np.ndarray) -> list[bool]:
    """Return for each link whether it stands out of the order of the two articles.

    `body` tells of each sentence whether it is of the body.  That order is the longest series of links of body
    sentences which both articles have in the same order, copies first, paraphrases only where there is no copy; what
    crosses it has moved.
    """
    moved, groups = [False] * len(links), defaultdict(list)
    of = owner.tolist()
    for place, link in enumerate(links):
        if body[link.row] and body[link.other_row]:
            groups[of[link.row], of[link.other_row]].append(place)
    for group in groups.values():
        group.sort(key=lambda place: links[place][:2])
        places = [place for place in group if links[place].relation != "paraphrase"] or group
        chain = [links[places[at]] for at in _longest_rise([links[place].other_row for place in places])]
        rows, others = [link.row for link in chain], [link.other_row for link in chain]
        for place in group:
            before, after = bisect_left(rows, links[place].row) - 1, bisect_right(rows, links[place].row)
            moved[place] = (before >= 0 and others[before] > links[place].other_row) or (
                after < len(rows) and others[after] < links[place].other_row)
    return moved


def _longest_rise(values):
    """Return the places of the longest series of `values` that never falls (patience sorting)."""
    tails, ends, before = [], [], []
    for place, value in enumerate(values):
        pile = bisect_right(tails, value)
        before.append(ends[pile - 1] if pile else -1)
        tails[pile:pile + 1], ends[pile:pile + 1] = [value], [place]
    series, place = [], ends[-1] if ends else -1
    while place >= 0:
        series.append(place)
        place = before[place]
    return series[::-1]
