"""Paraphrases: which sentences of two articles say the same in other words.

Two sentences are alike by the telling words that they share, whatever their endings and synonyms.  Names
alone do not make a paraphrase (one spokesman says many things), and a word that is in many sentences of
the two articles tells little there.  A sentence may say several things, so its quotes and its longer
stretches between commas are compared too.
"""

from itertools import pairwise

import numpy as np
import pandas as pd
import regex

from ..english.stems import name_sense
from ..thresholds import threshold
from .runs import expand, match_runs

_QUOTED = regex.compile(r"""["“”]([^"“”]+)["“”]""")
_MOST_PIECES = 48  # pieces of an article with one stem above which it tells nothing there; keeps the cost linear
_BREAK = regex.compile(r"""[,;:–—"“”()]+(?=\s|$)|(?<=\s)["“”(–—]""")


def compare_words(tokens, sentences, owner, pairs, cosine):
    """Return the sentences of the `pairs` of articles that share telling words: row, other_row, score.

    `sentences` needs article, zone and text; `owner` is the number of each sentence's article; `pairs` has a row
    (first, second) a pair, `cosine` how alike they are: below `candidate_cosine` they are about different
    matters and left out.  A word's weight is how rare its commonest synonym is in general English, less for
    a word in many sentences of the two articles; the words that begin with a capital on both sides count no
    more than the others together.  The score is the weight of the shared words over the geometric mean of
    the weights of the two pieces, each a little raised, or two short ones would be alike by one word; the best
    pieces of two sentences count.  Where two sentences open articles on the same event (headline, first two
    sentences) it is raised: news opens with the news.
    """
    pairs, cosine = pairs[cosine >= threshold("candidate_cosine")], cosine[cosine >= threshold("candidate_cosine")]
    pieces = _find_pieces(tokens, sentences)
    terms = _find_terms(tokens, owner, pieces)
    piece, weight, capital, spread = (terms[name].to_numpy() for name in ("piece", "weight", "capital", "spread"))
    article = owner[pieces["row"]]
    pair, i, j = match_runs(terms["stem"].to_numpy().astype(np.uint64), np.arange(len(terms)), article[piece], pairs,
                            _MOST_PIECES)
    size = np.bincount(owner)[pairs].sum(axis=1)[pair]
    rare = np.log((size + 1) / (spread[i] + spread[j] + 1)) / np.log(np.maximum(size / 3, 2))
    shared = weight[i] * np.clip(rare, 0, 1)
    name = capital[i] & capital[j]
    both, at, which = np.unique(piece[i] * len(pieces) + piece[j], return_index=True, return_inverse=True)
    one, two = np.divmod(both, len(pieces))
    plain = np.bincount(which, shared * ~name, len(both))
    shared = plain + np.minimum(np.bincount(which, shared * name, len(both)), plain)
    total = np.bincount(piece, weight, len(pieces)) + threshold("short_sentence")
    score = shared / np.sqrt(total[one] * total[two])
    opens = _find_openings(sentences, pieces)
    opens = opens[one] & opens[two] & (cosine[pair[at]] >= threshold("same_event"))
    score = np.minimum(score + opens * np.minimum(threshold("opening"), 2 * score), 1)
    row, found = pieces["row"].to_numpy(), score >= threshold("paraphrase")
    words = pd.DataFrame({"row": row[one[found]], "other_row": row[two[found]], "score": score[found]})
    return words.groupby(["row", "other_row"], as_index=False)["score"].max()


def _find_pieces(tokens, sentences):
    """Return what is compared: each sentence, its quotes and its stretches between marks, as token numbers.

    Columns: row (of `sentences`), first, last (excluded).  A piece is less than the sentence by a fifth at least.
    """
    rows, starts, ends, quoted = [], [], [], []
    for row, text in enumerate(sentences["text"]):
        spans = [(*match.span(1), True) for match in _QUOTED.finditer(text)]
        marks = [0, *(match.start() for match in _BREAK.finditer(text)), len(text)]
        spans += [(start, end, False) for start, end in pairwise(marks)]
        rows += [row] * len(spans)
        starts += [start for start, _, _ in spans]
        ends += [end for _, end, _ in spans]
        quoted += [quote for _, _, quote in spans]
    size, rows = np.diff(tokens.first), np.array(rows, np.int64)
    # one line of numbers for all sentences, since offsets begin anew in every article
    begin, length = sentences["start"].to_numpy(), sentences["text"].str.len().to_numpy(np.int64)
    base = np.cumsum(length + 1) - length - 1 - begin
    places = tokens.start + base[tokens.row]
    first, last = (np.searchsorted(places, np.array(at, np.int64) + (base + begin)[rows]) for at in (starts, ends))
    least = np.where(quoted, threshold("quote_piece"), threshold("piece"))
    keep = (last - first >= least) & (last - first <= threshold("piece_share") * size[rows])
    return pd.DataFrame({"row": np.concatenate([np.arange(len(size)), rows[keep]]),
                         "first": np.concatenate([tokens.first[:-1], first[keep]]),
                         "last": np.concatenate([tokens.first[1:], last[keep]])})


def _find_terms(tokens, owner, pieces):
    """Return a row for each telling stem of a piece: piece, stem, capital (always so), weight, spread.

    spread is the number of sentences of the article that have the stem.
    """
    # six letters: names are spelt in several ways at their ends
    code, _ = pd.factorize(np.array([name_sense(word)[:6] for word in tokens.words], object), sort=True)
    weight = np.full(code.max(initial=-1) + 1, np.inf)
    np.minimum.at(weight, code, np.clip(tokens.idf / np.log(10), 1, 5) - 1)
    piece, token = expand(pieces["first"].to_numpy(), pieces["last"].to_numpy())
    stems = code[tokens.code[token]]
    telling = weight[stems] > 0
    terms = pd.DataFrame({"piece": piece[telling], "stem": stems[telling], "capital": tokens.capital[token[telling]]})
    terms = terms.groupby(["piece", "stem"], as_index=False)["capital"].all()
    article = owner[pieces["row"].to_numpy()[terms["piece"]]]
    key = article * len(weight) + terms["stem"].to_numpy()
    whole = key[terms["piece"] < len(tokens.first) - 1]
    spread = np.bincount(whole, minlength=len(weight) * (article.max(initial=-1) + 1))[key] if len(key) else key
    return terms.assign(weight=weight[terms["stem"]], spread=spread)


def _find_openings(sentences, pieces):
    """Return for each piece whether it is a whole headline or one of the first two sentences of the body."""
    body = sentences["zone"] == "body"
    number = body.groupby(sentences["article"].astype(str)).cumsum()
    opens = ((sentences["zone"] == "headline") | body & (number <= 2)).to_numpy()
    return np.append(opens, np.zeros(len(pieces) - len(opens), bool))
