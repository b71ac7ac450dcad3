"""Paraphrases: which sentences of two articles say the same in other words.

Two sentences are alike by the telling words that they share, whatever their endings and synonyms.  Names
alone do not make a paraphrase (one spokesman says many things), and a word that is in many sentences of
the two articles tells little there.  A sentence may say several things, so its quotes and its longer
stretches between commas are compared too.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd
import regex

from ..english.stems import name_sense
from ..rules import Setting
from .runs import Tokens, expand, iterate_runs

CANDIDATE_COSINE = Setting("candidate_cosine", 0.3,
                           "cosine of two articles, background idf, from which their sentences are compared",
                           measured="93 % of 150 pairs on the same event have it, one in 200 of 11,000 on different "
                                    "ones")
SHORT_SENTENCE = Setting("short_sentence", 4,
                         "weight added to that of a sentence, in units of the Zipf scale",
                         chosen="sentences with two or three telling words are alike by chance")
SAME_EVENT = Setting("same_event", 0.35,
                     "cosine of two articles, background idf, from which they tell the same event",
                     measured="80 % of 150 pairs on the same event have it, one in 500 of those on different ones")
OPENING_RAISE = Setting("opening", 0.2,
                        "raise of the likeness of two sentences that both open their article, at most twice it",
                        measured="five articles read by hand: openings tell the same news in eight of ten cases")
PARAPHRASE = Setting("paraphrase", 0.22,
                     "likeness of words from which two sentences say the same",
                     measured="five articles read by hand: right in nine of ten cases")
QUOTE_PIECE = Setting("quote_piece", 3,
                      "words of a quote inside a sentence that is compared by itself",
                      chosen="two words recur by chance")
PIECE_WORDS = Setting("piece", 10,
                      "words of a stretch between commas that is compared by itself",
                      chosen="half of an average news sentence: about one fact")
PIECE_SHARE = Setting("piece_share", 0.8,
                      "share of its sentence above which such a piece counts as the whole",
                      chosen="what is left says next to nothing")

_QUOTED = regex.compile(r"""["“”]([^"“”]+)["“”]""")
_MOST_PIECES = 48  # pieces of an article with one stem above which it tells nothing there; keeps the cost linear
_BREAK = regex.compile(r"""[,;:–—"“”()]+(?=\s|$)|(?<=\s)["“”(–—]""")


def compare_words(tokens: Tokens, sentences: pd.DataFrame, owner: np.ndarray, pairs: np.ndarray,
                  cosine: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the sentences of the `pairs` of articles that share telling words, as arrays: row, other_row, score.

    `sentences` needs article, zone and text; `owner` is the number of each sentence's article; `pairs` has a row
    (first, second) a pair, `cosine` how alike they are: below `candidate_cosine` they are about different
    matters and left out.  A word's weight is how rare its commonest synonym is in general English, less for
    a word in many sentences of the two articles; the words that begin with a capital on both sides count no
    more than the others together.  The score is the weight of the shared words over the geometric mean of
    the weights of the two pieces, each a little raised, or two short ones would be alike by one word; the best
    pieces of two sentences count.  Where two sentences open articles on the same event (headline, first two
    sentences) it is raised: news opens with the news.
    """
    near = cosine >= CANDIDATE_COSINE.value
    pairs, cosine = pairs[near], cosine[near]
    row, first, last = _find_pieces(tokens, sentences)
    terms = _find_terms(tokens, owner, row, first, last)
    piece, spread, weight = terms.piece, terms.spread, terms.weight
    total = np.bincount(piece, weight, len(row)) + SHORT_SENTENCE.value
    sizes, opening = np.bincount(owner)[pairs].sum(axis=1), _find_openings(sentences, owner, len(row))
    keys, scores = [np.zeros(0, np.int64)], [np.zeros(0)]
    for pair, i, j in iterate_runs(terms.stem.astype(np.uint64), np.arange(len(piece)), owner[row][piece], pairs,
                                   _MOST_PIECES):
        rare = np.log((sizes[pair] + 1) / (spread[i] + spread[j] + 1)) / np.log(np.maximum(sizes[pair] / 3, 2))
        shared = weight[i] * np.clip(rare, 0, 1)
        name = terms.capital[i] & terms.capital[j]
        both, at, which = np.unique(piece[i] * len(row) + piece[j], return_index=True, return_inverse=True)
        one, two = np.divmod(both, max(len(row), 1))
        plain = np.bincount(which, shared * ~name, len(both))
        shared = plain + np.minimum(np.bincount(which, shared * name, len(both)), plain)
        score = shared / np.sqrt(total[one] * total[two])
        opens = opening[one] & opening[two] & (cosine[pair[at]] >= SAME_EVENT.value)
        score = np.minimum(score + opens * np.minimum(OPENING_RAISE.value, 2 * score), 1)
        found = score >= PARAPHRASE.value
        keys.append(row[one[found]] * (row.max(initial=0) + 1) + row[two[found]])
        scores.append(score[found])
    # the best pieces of two sentences
    key, score = np.concatenate(keys), np.concatenate(scores)
    order = np.lexsort((-score, key))
    key, best = np.unique(key[order], return_index=True)
    return (*np.divmod(key, row.max(initial=0) + 1), score[order][best])


def _find_pieces(tokens, sentences):
    """Return what is compared: each sentence, its quotes and its stretches between marks, as token numbers.

    Arrays: row (of `sentences`), first, last (excluded).  A piece is less than the sentence by a fifth at least.
    """
    rows, starts, ends, quoted, texts = [], [], [], [], sentences["text"].tolist()
    for row, text in enumerate(texts):
        spans = [(*match.span(1), True) for match in _QUOTED.finditer(text)]
        marks = [0, *(match.start() for match in _BREAK.finditer(text)), len(text)]
        spans += [(start, end, False) for start, end in pairwise(marks)]
        rows += [row] * len(spans)
        starts += [start for start, _, _ in spans]
        ends += [end for _, end, _ in spans]
        quoted += [quote for _, _, quote in spans]
    size, rows = np.diff(tokens.first), np.array(rows, np.int64)
    # one line of numbers for all sentences, since offsets begin anew in every article
    begin, length = sentences["start"].to_numpy(), np.array(list(map(len, texts)), np.int64)
    base = np.cumsum(length + 1) - length - 1 - begin
    places = tokens.start + base[tokens.row]
    first, last = (np.searchsorted(places, np.array(at, np.int64) + (base + begin)[rows]) for at in (starts, ends))
    least = np.where(quoted, QUOTE_PIECE.value, PIECE_WORDS.value)
    keep = (last - first >= least) & (last - first <= PIECE_SHARE.value * size[rows])
    return (np.concatenate([np.arange(len(size)), rows[keep]]), np.concatenate([tokens.first[:-1], first[keep]]),
            np.concatenate([tokens.first[1:], last[keep]]))


class _Terms(NamedTuple):
    """The telling stems of pieces, arrays with a place for each: capital, it always begins so there.

    spread is the number of sentences of the article that have the stem.
    """

    piece: np.ndarray
    stem: np.ndarray
    capital: np.ndarray
    weight: np.ndarray
    spread: np.ndarray


def _find_terms(tokens, owner, row, first, last):
    """Return the _Terms of the pieces, from their first token to their last."""
    # six letters: names are spelt in several ways at their ends
    senses = [name_sense(word)[:6] for word in tokens.words.tolist()]
    numbers = {sense: number for number, sense in enumerate(sorted(set(senses)))}
    code = np.array([numbers[sense] for sense in senses], np.int64)
    weights = np.full(len(numbers), np.inf)
    np.minimum.at(weights, code, np.clip(tokens.idf / np.log(10), 1, 5) - 1)
    piece, token = expand(first, last)
    stems = code[tokens.code[token]]
    telling = weights[stems] > 0
    many = max(len(numbers), 1)
    key, small = piece[telling] * many + stems[telling], ~tokens.capital[token[telling]]
    key, which = np.unique(key, return_inverse=True)
    capital = np.bincount(which, small, len(key)) == 0
    piece, stem = np.divmod(key, many)
    spot = owner[row[piece]] * many + stem
    known, counts = np.unique(spot[piece < len(tokens.first) - 1], return_counts=True)
    spread = counts[np.searchsorted(known, spot)] if len(spot) else spot
    return _Terms(piece, stem, capital, weights[stem], spread)


def _find_openings(sentences, owner, count):
    """Return for each piece whether it is a whole headline or one of the first two sentences of the body."""
    zone = sentences["zone"].to_numpy()
    body = np.flatnonzero(zone == "body")
    order = body[np.argsort(owner[body], kind="stable")]
    number = np.arange(len(order)) - np.searchsorted(owner[order], owner[order])
    opens = np.zeros(count, bool)
    opens[:len(zone)] = zone == "headline"
    opens[order[number < 2]] = True
    return opens
