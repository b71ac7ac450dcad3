"""Reuse: which sentences of two articles are counterparts, word for word, edited, in a fragment or in other words.

Two articles are compared when they share two runs of five words, or are alike by their words; each
pair of sentences is judged by its own two texts, so that five articles and a million are judged alike.
"""

from bisect import bisect_right
from itertools import pairwise

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from ..rules import Setting
from ..tables import conform, empty
from ..text.alignment import count_kept
from ..thresholds import threshold
from .paraphrases import compare_words
from .runs import find_tokens, hash_runs, match_runs, pair_owners
from .similarity import weigh

LETTER = Setting("verbatim_share", 0.97, "share of two sentences' words in the same order from which they are verbatim",
                 chosen="one word in thirty may differ: a slip, a mark, an abbreviation")
_MIRROR = {"row": "other_row", "from": "other_from", "to": "other_to", "score": "other_score"}
_DTYPES = dict.fromkeys(("row", "other_row", "run", "from", "to", "other_from", "other_to"), "int64") | {"sure": bool}
_BLOCK = 500  # articles compared at a time: bounds the memory


def link_sentences(sentences, articles):
    """Return the table `links`: every sentence with each of its counterparts in other articles, both ways.

    `sentences` needs article, sentence, start, end, zone, text; `articles` gives the articles' order.
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
    tokens = find_tokens(sentences)
    if not len(tokens.code):
        return empty("links", articles)
    names = {name: number for number, name in enumerate(articles["article"].astype(str))}
    owner = sentences["article"].astype(str).map(names).to_numpy()
    pairs, cosine = find_candidates(tokens, owner[tokens.row])
    runs = compare_runs(tokens, owner, pairs)
    copies = judge_runs(runs, tokens)
    copies = pd.concat([copies, link_short(copies, tokens, owner)])
    words = compare_words(tokens, sentences, owner, pairs, cosine)
    links = pd.concat([copies, judge_words(words, runs, tokens)])
    links = links.drop_duplicates(["row", "other_row"]).sort_values(["row", "other_row"], ignore_index=True)
    links = links.astype(_DTYPES)  # no link at all has lost them
    links["moved"] = find_moved(links, sentences, owner)
    links = pd.concat([links, links.rename(columns=_MIRROR | {there: here for here, there in _MIRROR.items()})])
    return conform("links", _name_places(links.sort_values(["row", "other_row"]), tokens, sentences), articles)


def _name_places(links, tokens, sentences):
    """Return the links with article, sentence, start and end of both sides instead of rows and tokens."""
    named = {"relation": links["relation"], "score": links["score"], "longest_run": links["run"],
             "moved": links["moved"], "sure": links["sure"]}
    for prefix, article in (("", "article"), ("other_", "other")):
        row, first, last = (links[prefix + name].to_numpy() for name in ("row", "from", "to"))
        named[article] = sentences["article"].astype(str).to_numpy()[row]
        named[prefix + "sentence"] = sentences["sentence"].to_numpy()[row]
        whole = last - first == np.diff(tokens.first)[row]
        named[prefix + "start"] = np.where(whole, sentences["start"].to_numpy()[row], tokens.start[first])
        named[prefix + "end"] = np.where(whole, sentences["end"].to_numpy()[row], tokens.end[last - 1])
    return pd.DataFrame(named)


def find_candidates(tokens, owner):
    """Return (pairs, cosine): the pairs of articles worth comparing, first < second, and how alike their words are.

    `owner` is the number of each token's article.  A pair shares at least two 5-grams that are more than grammar
    (`telling_weight`) and that not more than `shingle_cap` articles have, or its cosine, by background idf, is at
    least `candidate_cosine`.
    """
    length = int(threshold("family_shingle"))
    keys, places = hash_runs(tokens, length)
    weight = np.append(0, np.cumsum(tokens.idf[tokens.code]))
    telling = weight[places + length] - weight[places] >= threshold("telling_weight")
    copied = pair_owners(keys[telling], owner[places[telling]], int(threshold("shingle_cap")), 2)
    counts = csr_array((np.ones(len(owner)), (owner, tokens.code)), shape=(owner.max() + 1, len(tokens.words)))
    weights = weigh(counts, tokens.idf)
    # words of many articles are left out in looking for those that may be alike, not in judging them
    rare = weights[:, np.bincount(weights.indices, minlength=len(tokens.words)) <= threshold("shingle_cap")].tocsr()
    found = [copied]
    for start in range(0, weights.shape[0], _BLOCK):
        block = (rare[start:start + _BLOCK] @ rare.T).tocoo()
        near = (block.data >= threshold("candidate_cosine") / 4) & (block.row + start < block.col)
        found.append(np.stack([block.row[near] + start, block.col[near]], axis=1))
    pairs = np.unique(np.concatenate(found), axis=0)
    cosine = np.concatenate([np.zeros(0), *(
        weights[pairs[at:at + _BLOCK, 0]].multiply(weights[pairs[at:at + _BLOCK, 1]]).sum(axis=1)
        for at in range(0, len(pairs), _BLOCK))])
    worth = (cosine >= threshold("candidate_cosine")) | np.isin(pairs @ [len(owner), 1], copied @ [len(owner), 1])
    return pairs[worth], cosine[worth]


def compare_runs(tokens, owner, pairs):
    """Return the sentences of the `pairs` of articles that share a run of words, a row a pair of sentences.

    `owner` is the number of each sentence's article.  Columns: row, other_row (of `sentences`); run (words of the
    longest shared run), run_at, other_run_at (its first tokens); and of all shared runs together, in any order,
    on either side: covered, other_covered (how many tokens), low, other_low (the first of them), high,
    other_high (one past the last), weight (idf of those that don't begin with a capital letter).
    """
    length = int(threshold("shortest_run"))
    keys, places = hash_runs(tokens, length)
    _, i, j = match_runs(keys, places, owner[tokens.row[places]], pairs, int(threshold("repeat_cap")))
    known, both = np.unique(tokens.row[i] * len(tokens.first) + tokens.row[j], return_inverse=True)
    order = np.lexsort((i, j - i, both))
    both, i, j = both[order], i[order], j[order]
    new = np.ones(len(i), bool)
    new[1:] = (np.diff(both) != 0) | (np.diff(j - i) != 0) | (np.diff(i) != 1)
    begins = np.flatnonzero(new)
    runs = pd.DataFrame({"both": both[begins], "run": np.diff(np.append(begins, len(i))) + length - 1,
                         "run_at": i[begins], "other_run_at": j[begins]})
    runs = runs.sort_values(["both", "run", "run_at", "other_run_at"], ascending=[True, False, True, True])
    runs = runs.drop_duplicates("both").drop(columns="both").reset_index(drop=True)
    plain = np.where(tokens.capital, 0, tokens.idf[tokens.code])
    for prefix, place in (("", i), ("other_", j)):
        spots = np.unique(np.concatenate([both * len(tokens.code) + place + step for step in range(length)]))
        pair, spot = np.divmod(spots, len(tokens.code))
        edges = np.searchsorted(pair, np.arange(len(known) + 1))
        runs[prefix + "covered"] = np.diff(edges)
        runs[prefix + "low"], runs[prefix + "high"] = spot[edges[:-1]], spot[edges[1:] - 1] + 1
        runs[prefix + "weight"] = np.bincount(pair, plain[spot], len(known))
    return runs.assign(row=known // len(tokens.first), other_row=known % len(tokens.first))


def judge_runs(runs, tokens):
    """Return the rows of compare_runs that are verbatim, edited or a fragment.

    Columns: row, other_row, relation, run, sure, and for either side from, to (first token, one past the last), score.
    """
    sizes = np.diff(tokens.first)
    worth = (runs["covered"] >= threshold("edited_share") / 2 * sizes[runs["row"]]) | (runs["run"] >= threshold("run"))
    worth |= runs["other_covered"] >= threshold("edited_share") / 2 * sizes[runs["other_row"]]
    rows = []
    for pair in runs[worth].itertuples():
        sides = (pair.row, pair.covered, pair.low, pair.high, pair.run_at), \
                (pair.other_row, pair.other_covered, pair.other_low, pair.other_high, pair.other_run_at)
        codes = [tokens.of(row) for row, *_ in sides]
        shared = count_kept(*codes)
        relation, sure = _name_relation(codes, shared, pair)
        if relation is None:
            continue
        link = [pair.row, pair.other_row, relation, pair.run, sure]
        for (row, covered, low, high, run_at), words in zip(sides, map(len, codes), strict=True):
            if relation == "fragment":
                link += [run_at, run_at + pair.run, pair.run / words]
            elif max(shared, covered) >= threshold("whole_share") * words:
                link += [tokens.first[row], tokens.first[row + 1], max(shared, covered) / words]
            else:
                link += [low, high, covered / (high - low)]
        rows.append(link)
    return pd.DataFrame(rows, columns=["row", "other_row", "relation", "run", "sure", "from", "to", "score",
                                       "other_from", "other_to", "other_score"])


def link_short(copies, tokens, owner):
    """Return the verbatim links of sentences too short for a run ("They knew."), with the columns of `copies`.

    Two are linked that are equal and stand next to sentences which are linked as copies, or as short ones.
    """
    sizes, least = np.diff(tokens.first), int(threshold("shortest_run"))
    known = set(zip(copies["row"].tolist(), copies["other_row"].tolist(), strict=True))
    open_, rows = sorted(known), []
    while open_:
        row, other = open_.pop()
        for step in (-1, 1):
            one, two = row + step, other + step
            inside = 0 <= one < len(sizes) and 0 <= two < len(sizes)
            if not inside or not 0 < sizes[one] < least or (one, two) in known:
                continue
            if owner[one] == owner[row] and owner[two] == owner[other] and tokens.of(one) == tokens.of(two):
                known.add((one, two))
                open_.append((one, two))
                rows.append((one, two, "verbatim", sizes[one], True, *tokens.first[one:one + 2], 1.0,
                             *tokens.first[two:two + 2], 1.0))
    return pd.DataFrame(sorted(rows), columns=list(copies.columns))


def judge_words(words, runs, tokens):
    """Return the paraphrases that compare_words found, with the columns of judge_runs; `runs` are from compare_runs."""
    words = words.merge(runs[["row", "other_row", "run"]], "left", ["row", "other_row"])
    row, other, score = words["row"], words["other_row"], words["score"]
    longest = [run if run > 0 else _short_run(tokens.of(one), tokens.of(two))
               for one, two, run in zip(row, other, words["run"], strict=True)]
    return pd.DataFrame({
        "row": row, "other_row": other, "relation": "paraphrase", "run": longest,
        "sure": score >= threshold("paraphrase_sure"), "score": score, "other_score": score,
        "from": tokens.first[row], "to": tokens.first[row + 1],
        "other_from": tokens.first[other], "other_to": tokens.first[other + 1]})


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
    telling = min(pair.weight, pair.other_weight) >= threshold("telling_weight")
    if alike >= LETTER.value:
        return "verbatim", True
    if alike >= threshold("alike_share") and min(words, other_words) > 4:
        return "edited", True
    if telling and part > threshold("edited_share") and (covered >= threshold("run") or part > 0.9):
        return "edited", part >= threshold("edited_sure")
    if telling and pair.run >= threshold("run"):
        return "fragment", pair.run >= threshold("run_sure")
    return None, False


def find_moved(links, sentences, owner):
    """Return for each link (row, other_row, relation) whether it stands out of the order of the two articles.

    That order is the longest series of links of body sentences which both articles have in the same order,
    copies first, paraphrases only where there is no copy; what crosses it has moved.
    """
    body = (sentences["zone"] == "body").to_numpy()
    row, other = links["row"].to_numpy(), links["other_row"].to_numpy()
    moved = np.zeros(len(links), bool)
    inside = np.flatnonzero(body[row] & body[other])
    groups = pd.Series(inside).groupby([owner[row[inside]], owner[other[inside]]])
    copied = (links["relation"] != "paraphrase").to_numpy()
    for _, group in groups:
        group = group.to_numpy()
        group = group[np.lexsort((other[group], row[group]))]
        chain = group[copied[group]] if copied[group].any() else group
        chain = chain[_longest_rise(other[chain].tolist())]
        before = np.searchsorted(row[chain], row[group], "left") - 1
        after = np.searchsorted(row[chain], row[group], "right")
        high = np.where(before >= 0, other[chain[before]], -1)
        low = np.where(after < len(chain), other[chain[np.minimum(after, len(chain) - 1)]], len(body))
        moved[group] = (high > other[group]) | (low < other[group])
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
