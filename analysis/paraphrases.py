"""Paraphrases: which sentences of two articles say the same in other words.

Two sentences are alike by the telling words that they share, whatever their endings and synonyms.  Names
alone do not make a paraphrase (one spokesman says many things), and a word that is in many sentences of
the two articles tells little there.
"""

from functools import lru_cache

import numpy as np
import pandas as pd

from .likeness import stem
from .runs import match_runs
from .spans import place
from .thresholds import threshold
from .words import read_list


def compare_words(tokens, sentences, owner, pairs, cosine):
    """Return the sentences of the `pairs` of articles that share telling words: row, other_row, score.

    `sentences` needs article and zone; `owner` is the number of each sentence's article; `pairs` has a row (first,
    second) a pair, `cosine` how alike they are: below `candidate_cosine` they are about different matters and left
    out.  A word's weight is how rare its commonest synonym is in general English, less for a word in
    many sentences of the two articles; the words that begin with a capital on both sides count no more than
    the others together.  The score is the weight of the shared words over the geometric mean of the weights
    of the two sentences, each a little raised, or two short sentences would be alike by one word.  Where both
    open an article on the same event (headline, first two sentences) it is raised: news opens with the news.
    """
    pairs, cosine = pairs[cosine >= threshold("candidate_cosine")], cosine[cosine >= threshold("candidate_cosine")]
    terms = _find_terms(tokens, owner)
    own, weight, capital, spread = (terms[name].to_numpy() for name in ("row", "weight", "capital", "spread"))
    pair, i, j = match_runs(terms["stem"].to_numpy().astype(np.uint64), np.arange(len(terms)), owner[own], pairs,
                            int(threshold("repeat_cap")))
    size = np.bincount(owner)[pairs].sum(axis=1)[pair]
    rare = np.log((size + 1) / (spread[i] + spread[j] + 1)) / np.log(np.maximum(size / 3, 2))
    weight, name = weight[i] * np.clip(rare, 0, 1), capital[i] & capital[j]
    both, at, which = np.unique(own[i] * len(tokens.first) + own[j], return_index=True, return_inverse=True)
    row, other = np.divmod(both, len(tokens.first))
    plain = np.bincount(which, weight * ~name, len(both))
    shared = plain + np.minimum(np.bincount(which, weight * name, len(both)), plain)
    total = np.bincount(own, terms["weight"], len(owner)) + threshold("short_sentence")
    score = shared / np.sqrt(total[row] * total[other])
    opens = _find_openings(sentences)
    opens = opens[row] & opens[other] & (cosine[pair[at]] >= threshold("same_event"))
    score = score + opens * np.minimum(threshold("opening"), 2 * score)
    return pd.DataFrame({"row": row, "other_row": other, "score": np.minimum(score, 1)})


def pair_utterances(utterances, sentences, owner):
    """Return the pairs of sentences (row, other_row) of two articles that hold parts of the same utterance."""
    if utterances is None or utterances.empty:
        return pd.DataFrame({"row": [], "other_row": []}, dtype=np.int64)
    row = place(utterances, sentences.assign(row=range(len(sentences))), ["row"])["row"]
    held = pd.DataFrame({"utterance": utterances["utterance"], "row": row}).dropna().astype(np.int64).drop_duplicates()
    both = held.merge(held.rename(columns={"row": "other_row"}), on="utterance")[["row", "other_row"]]
    return both[owner[both["row"]] < owner[both["other_row"]]].drop_duplicates()


def _find_terms(tokens, owner):
    """Return a row for each telling stem of a sentence: row, stem, capital (always so), weight, spread.

    spread is the number of sentences of the article that have the stem.
    """
    # six letters: names are spelt in several ways at their ends
    code, _ = pd.factorize(np.array([name_sense(word)[:6] for word in tokens.words], object), sort=True)
    weight = np.full(code.max(initial=-1) + 1, np.inf)
    np.minimum.at(weight, code, np.clip(tokens.idf / np.log(10), 1, 5) - 1)
    terms = pd.DataFrame({"row": tokens.row, "stem": code[tokens.code], "capital": tokens.capital})
    terms["weight"] = weight[terms["stem"]]
    terms = terms[terms["weight"] > 0].sort_values(["row", "stem", "capital"]).drop_duplicates(["row", "stem"])
    return terms.assign(spread=terms.groupby([owner[terms["row"]], "stem"])["row"].transform("size"))


@lru_cache(maxsize=1 << 17)
def name_sense(word):
    """Return one name for all forms and synonyms of a folded word: "met" and "talks" have the same."""
    return _senses().get(word) or _senses().get(stem(word)) or stem(word)


@lru_cache
def _senses():
    """Return {word or stem: sense} of the lists of irregular verbs and of synonyms."""
    verbs = [row.split("|") for row in read_list("irregular_verbs")["forms"]]
    senses = {form: stem(forms[0]) for forms in verbs for form in forms}
    for row in read_list("synonyms")["words"]:
        words = row.split("|")
        for word in words:
            senses.setdefault(stem(word), stem(words[0]))
            senses[word] = senses[stem(word)]
    return {word: senses.get(sense, sense) for word, sense in senses.items()}


def _find_openings(sentences):
    """Return for each sentence whether it is a headline or one of the first two of the body."""
    body = sentences["zone"] == "body"
    number = body.groupby(sentences["article"].astype(str)).cumsum()
    return ((sentences["zone"] == "headline") | body & (number <= 2)).to_numpy()
