"""Families: which articles are one text, what each is within its family, and what speaks for it.

Textual criticism in small: the parent of the copies is often not in the folder, so an article is judged by
what it shares with its kin, where it stops, what it knows and which of two readings others have too.
"""

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..tables import conform, empty
from ..text.spans import place
from ..thresholds import threshold
from .lineage import COPIES, weigh_evidence
from .runs import cover_runs, find_tokens

KIN = ("same text", "cut", "fuller copy", "earlier version", "later version", "edited copy")
_SAME = ("same text", "cut", "fuller copy")

def compare_pairs(links, sentences, voices, similarity, articles, edits=None):
    """Return the table `pairs`: two articles that share a linked sentence, once per ordered pair.

    `reused` is the share of the body's words that lie in a run of three and more words which a linked sentence of the
    other (verbatim, edited or fragment) has too; `reused_own` the same of the words that the table `voices` calls the
    outlet's own (missing without any).  `same_order` is Kendall's tau of the linked body sentences, missing for
    fewer than two.  `verdict`, seen from `article`: same text, cut, fuller copy, earlier version, later version,
    edited copy, copied passages, same quotes, same event; `direction` names the article that is nearer to the
    source, or is "unknown"; `evidence` says why in plain words.  Without `edits` the wording tells nothing.
    """
    if links.empty:
        return empty("pairs", articles)
    pairs = links.groupby(["article", "other"], observed=True).agg(
        longest_run=("longest_run", "max")).reset_index().astype({"article": str, "other": str})
    keys = pd.MultiIndex.from_frame(pairs[["article", "other"]])
    reuse = _measure_reuse(links, sentences, voices, keys)
    cosine = similarity[similarity["idf"] == "background"].astype({"article": str, "other": str})
    cosine = cosine.set_index(["article", "other"])["cosine"]
    pairs["cosine"] = cosine.reindex(keys).to_numpy()
    pairs["reused"], pairs["reused_own"] = reuse["reused"].to_numpy(), reuse["reused_own"].to_numpy()
    pairs["same_order"] = _compare_order(links, sentences, keys)
    pairs["copied"] = keys.isin(pd.MultiIndex.from_frame(
        links[links["relation"].isin(COPIES)][["article", "other"]].astype(str)))
    judged = weigh_evidence(pairs, links, sentences, edits, articles)
    return conform("pairs", pd.concat([pairs.drop(columns="copied"), judged], axis=1), articles)


def _measure_reuse(links, sentences, voices, keys):
    """Return the columns reused and reused_own for the pairs of articles `keys`."""
    tokens = find_tokens(sentences)
    body = (sentences["zone"] == "body").to_numpy()[tokens.row]
    article = sentences["article"].astype(str).to_numpy()[tokens.row]
    voice = place(pd.DataFrame({"article": article, "start": tokens.start}), voices, ["voice"])["voice"]
    own = body & (voice == "own").to_numpy(bool)
    number = pd.Series(range(len(sentences)), pd.MultiIndex.from_arrays(
        [sentences["article"].astype(str), sentences["sentence"]]))
    copies = links[links["relation"].isin(COPIES)].astype({"article": str, "other": str})
    rows, others = (number[pd.MultiIndex.from_frame(copies[names])].to_numpy()
                    for names in (["article", "sentence"], ["other", "other_sentence"]))
    link, token = cover_runs(tokens, np.stack([rows, others], axis=1))
    pair = keys.get_indexer(pd.MultiIndex.from_frame(copies[["article", "other"]]))
    covered = np.unique(pair[link] * len(body) + token) if len(link) else np.zeros(0, int)
    pair, token = np.divmod(covered, max(len(body), 1))
    shares = {}
    for name, counted in (("reused", body), ("reused_own", own)):
        total = pd.Series(counted).groupby(article).sum().reindex(keys.get_level_values(0)).to_numpy(float)
        shared = np.bincount(pair, counted[token], len(keys))
        shares[name] = np.divide(shared, total, out=np.full(len(keys), np.nan), where=total > 0)
    return pd.DataFrame(shares)


def _compare_order(links, sentences, keys):
    """Return Kendall's tau of the linked body sentences of the pairs of articles `keys`, of copies where there are two.

    It is missing where fewer than two sentences on a side are linked.
    """
    body = sentences[sentences["zone"] == "body"].astype({"article": str})[["article", "sentence"]]
    links = links.astype({"article": str, "other": str}).merge(body, on=["article", "sentence"]).merge(
        body.rename(columns={"article": "other", "sentence": "other_sentence"}), on=["other", "other_sentence"])
    order = dict.fromkeys(keys, np.nan)
    for chosen in (links[links["relation"].isin(COPIES)], links):
        linked = {}
        for *key, here, there in chosen[["article", "other", "sentence", "other_sentence"]].itertuples(index=False):
            linked.setdefault(tuple(key), []).append((here, there))
        for key, rows in linked.items():
            here, there = np.array(rows).T
            if np.isnan(order[key]) and len(set(here)) > 1 and len(set(there)) > 1:
                order[key] = _rank_alike(here, there)
    return list(order.values())


def _rank_alike(first, second):
    """Return Kendall's tau-b of two arrays that are not constant; scipy.stats has it, and takes 0.8 s to import."""
    together = np.zeros((2, 2))
    for at in range(len(first) - 1):
        signs = np.sign([first[at + 1:] - first[at], second[at + 1:] - second[at]])
        together += signs @ signs.T
    return together[0, 1] / np.sqrt(together[0, 0] * together[1, 1])


def find_families(pairs, articles):
    """Return the table `families`: which articles are one text, and what each is within it.

    Articles are one text by the rule of is_kin, directly or through others: a speech that two outlets quote at
    length makes no kinship.  Families are numbered from 1 in the order of the articles; with no `pairs` each article
    is one.  `role`, the first that fits: unrelated, alone in the folder; cut, a shortened copy; earlier or later
    version, as the texts tell; edited, where kin agree with each other and not with this one, or the other is
    nearer to the source; sibling, another copy of the same text; unknown.
    """
    names = articles["article"].astype(str).tolist()
    number = {name: place for place, name in enumerate(names)}
    kin = pairs[pairs["verdict"].isin(KIN)].astype({"article": str, "other": str})
    edges = kin["article"].map(number), kin["other"].map(number)
    graph = coo_array((np.ones(len(kin)), edges), shape=(len(names), len(names)))
    label = connected_components(graph, directed=False)[1] if names else np.zeros(0, int)
    families = pd.DataFrame({"article": names, "family": pd.factorize(label)[0] + 1})
    alone = families.groupby("family")["article"].transform("size") == 1
    roles = _name_roles(kin)
    families["role"] = ["unrelated" if single else roles[name] for name, single in zip(names, alone, strict=True)]
    return conform("families", families, articles)


def _name_roles(kin):
    """Return {article: role} from the rows of `pairs` between kin."""
    reused = {(row.article, row.other): row.reused for row in kin.itertuples()}
    found, nearer, agrees = {}, {}, {}
    for row in kin.itertuples():
        key = row.article, row.other
        letter = max(reused[key], reused[key[::-1]]) >= threshold("verbatim_share")
        found.setdefault(row.article, set()).add(row.verdict)
        nearer.setdefault(row.article, set()).update({row.direction} - {"unknown"})
        agrees.setdefault(row.article, set()).update([row.other] * (letter and row.verdict in _SAME))
    roles = {}
    for name, verdicts in found.items():
        versions = verdicts & {"earlier version", "later version"}
        witnesses = any(agrees[other] for article, other in reused if article == name)
        if "cut" in verdicts:
            roles[name] = "cut"
        elif len(versions) == 1:
            roles[name] = versions.pop()
        elif agrees[name]:
            roles[name] = "sibling"
        elif witnesses or nearer[name] - {name}:
            roles[name] = "edited"
        else:
            roles[name] = "sibling" if nearer[name] else "unknown"
    return roles
