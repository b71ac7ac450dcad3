"""Words that one text alone uses where others tell the same, and words that two groups of texts use unequally.

The first is a fact of the texts and opens to its sentences.  The second is for exploring: with texts shuffled between
the groups it says how often chance alone makes such a difference, and nothing on a page is made of it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping

import numpy as np
import pandas as pd

from ..english.grammar import is_function_word
from ..english.nouns import singular
from ..english.stems import is_rare
from ..english.words import Known, distinct_words, find_words, fold
from ..rules import Setting
from ..tables import conform, empty, rows_of
from ..text.spans import values_at
from .wordings import Stretches

LEAST_TEXTS = Setting("keyness_texts", 5, "articles a side from which two groups are compared",
                      chosen="under five there are too few ways to shuffle them")
SHUFFLES = Setting("keyness_shuffles", 999, "shuffles of the articles between the groups",
                   cited="Good 2005, Permutation, Parametric, and Bootstrap Tests, ch. 3: the least p is then .001")


def find_vocabulary(articles: pd.DataFrame, sentences: pd.DataFrame, links: pd.DataFrame, mentions: pd.DataFrame,
                    voices: pd.DataFrame) -> pd.DataFrame:
    """Return the table `vocabulary`: words of one article alone in sentences that have a counterpart in another.

    A word is told where no form of it stands anywhere in the other articles; names are left out.  others is the number
    of articles that tell the same sentence without it.
    """
    texts = dict(rows_of(articles, "article", "text"))
    holders = Counter()  # word: how many articles have it
    for text in texts.values():
        holders.update({_FORMS[word] for word in distinct_words(text)})
    partners = defaultdict(set)
    for article, sentence, other in rows_of(links, "article", "sentence", "other"):
        partners[article, sentence].add(other)
    named, rows = Stretches(rows_of(mentions, "article", "start", "end")), []
    for article, sentence, start, text in rows_of(sentences, "article", "sentence", "start", "text"):
        if (article, sentence) not in partners:
            continue
        for first, last in find_words(text):
            if not text[first].islower():
                continue
            word = _FORMS[text[first:last]]
            if holders[word] == 1 and is_rare(word) and word.isalpha() and not is_function_word(word) \
                    and named.at(article, start + first) is None:
                rows.append((article, start + first, start + last, word, len(partners[article, sentence])))
    if not rows:
        return empty("vocabulary", articles)
    table = dict(zip(("article", "start", "end", "word", "others"), map(list, zip(*rows, strict=True)), strict=True))
    return conform("vocabulary", {**table, **values_at(table, voices, ["voice", "speaker"])}, articles)


_FORMS = Known(lambda word: singular(fold(word).removesuffix("'s")), 1 << 16)


def measure_keyness(words: pd.DataFrame, groups: Mapping[str, str], least: int = 10) -> pd.DataFrame:
    """Return how unequally two groups of articles use words: word, a, b (per 10,000 words), difference, low, high, p.

    `words` is the table `words`; `groups` {article: "a" or "b"}.  The difference is between the means of the articles'
    rates; low and high are its 2.5th and 97.5th percentile where the articles of each group are drawn anew with
    replacement, p the share of SHUFFLES shuffles with one as large (plus one, Good 2005).  Words used fewer than
    `least` times are left out.  Empty where a group has fewer than LEAST_TEXTS articles.
    """
    names = sorted(groups)
    sides = np.array([groups[name] == "a" for name in names])
    columns = ["word", "a", "b", "difference", "low", "high", "p"]
    if min(sides.sum(), (~sides).sum()) < LEAST_TEXTS.value:
        return pd.DataFrame({name: pd.Series(dtype="str" if name == "word" else "float64") for name in columns})
    body = words[(words["zone"].astype(str) == "body") & words["article"].astype(str).isin(names)]
    table = pd.crosstab(body["article"].astype(str), body["word"]).reindex(names, fill_value=0)
    sizes = table.sum(axis=1).to_numpy()[:, None]
    kept = [word for word, number in table.sum().items() if number >= least and not is_function_word(word)]
    table = table[kept]
    rates = table.to_numpy() / np.maximum(sizes, 1) * 10_000
    found = rates[sides].mean(axis=0) - rates[~sides].mean(axis=0)
    chance = np.random.default_rng(0)
    beyond = np.ones(len(found))
    for _ in range(int(SHUFFLES.value)):
        mixed = chance.permutation(sides)
        beyond += np.abs(rates[mixed].mean(axis=0) - rates[~mixed].mean(axis=0)) >= np.abs(found) - 1e-9
    low, high = _draw_range(rates[sides], rates[~sides], chance)
    result = pd.DataFrame({"word": table.columns.astype("str"), "a": rates[sides].mean(axis=0),
                           "b": rates[~sides].mean(axis=0), "difference": found, "low": low, "high": high,
                           "p": beyond / (SHUFFLES.value + 1)})
    order = np.lexsort((result["word"], -np.abs(found), result["p"]))
    return result.iloc[order].reset_index(drop=True)


def _draw_range(one, other, chance):
    """Return the 2.5th and 97.5th percentile of the difference of means where the rows of both are drawn anew."""
    means = []
    for rates in (one, other):
        drawn = chance.integers(len(rates), size=(int(SHUFFLES.value), len(rates)))
        means.append((drawn[:, :, None] == np.arange(len(rates))).mean(axis=1) @ rates)
    return np.percentile(means[0] - means[1], [2.5, 97.5], axis=0).round(9)  # the same on any number of threads
