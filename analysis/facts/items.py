"""Reported items: the facts, statements and events that the articles tell, and which text has which.

The machine groups clauses of like wording; a reader's items.csv adds, joins, splits, renames and takes
away, and wins.
"""

import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csr_array

from ..reading.dates import find_days
from ..rules import Setting
from ..tables import TABLES, conform, empty, rows_of
from ..text.spans import place
from .clausepairs import decide_pairs, read_clauses
from .clauses import split_clauses
from .hand import EVERYTHING, apply_hand
from .matching import ALIKE, compare_clauses, find_wordings, group_clauses, read_features, weigh_features
from .onefact import JOINED, LED, WEAK
from .strangers import find_strangers
from .worth import is_item

LABEL = Setting("label_words", 6, "least words of a clause that gives its item the label",
                chosen="shorter ones need their sentence")
MANY = Setting("items_articles", 50, "articles above which an item is absent only from texts that share one with it",
               chosen="more than report one event; in an archive most texts are on something else")
ASKED = Setting("asked_alike", 0.8, "share of one item's likeness from which clauses are asked if they are two facts",
                chosen="below it they are put together only by others that are asked")
_ZONES = {"body": 0, "caption": 1, "heading": 2, "headline": 3}


def find_items(articles, sentences, mentions, families, links, utterances=None, hand=None, values=None,
               similarity=None):
    """Return the table `items`: every reported item with every article, reported or absent, where and why.

    `mentions` (who is named where), `links` and `utterances` may be empty; `hand` is a reader's items.csv,
    placed by place_hand.  Of an item that a text tells more than once the first passage in its body
    counts, and the column `passages` says how many there are; `key` is the reader's name of the item.  In
    folders of more than `items_articles` articles an item is absent only from texts that share
    an item with one of those that have it.
    """
    passages = apply_hand(find_passages(articles, sentences, mentions, values, utterances, similarity), hand, sentences)
    if passages.empty:
        return empty("items", articles).assign(key=pd.Series(dtype="str"), passages=pd.Series(dtype="Int64"),
                                               rule=pd.Series(dtype="str"))
    order = {name: number for number, name in enumerate(articles["article"].tolist())}
    passages["order"] = passages["article"].map(order)
    passages["rank"] = passages["zone"].map(_ZONES)
    passages["item"] = _number(passages)
    passages = passages.sort_values(["item", "order", "rank", "start", "end"], kind="stable", ignore_index=True)
    reported = passages.drop_duplicates(["item", "article"]).assign(state="reported", reason=pd.NA)
    reported["passages"] = passages.groupby(["item", "order"]).size().to_numpy()
    absent = _find_absent(reported, articles, hand)
    absent["reason"] = _give_reasons(absent, passages, articles, families, links,
                                     find_sentence_days(sentences, articles, utterances))
    items = pd.concat([reported.astype({"reason": "str"}), absent.astype({"reason": "str"})], ignore_index=True)
    items["order"] = items["article"].map(order)
    items = items.sort_values(["item", "order"], kind="stable")
    named = reported.drop_duplicates("item").set_index("item")
    items["label"], items["key"] = items["item"].map(named["label"]), items["item"].map(named["key"])
    columns = [column.name for column in TABLES["items"].columns]
    items = items[[*columns, "key", "passages", "rule"]].astype({"passages": "Int64", "rule": "str"})
    return conform("items", items, articles)


def _number(passages):
    """Return the number of each row's item, from 1 in the order in which the articles, one by one, tell them."""
    firsts = passages.sort_values(["order", "rank", "start", "end", "group"]).drop_duplicates("group")
    firsts = firsts.sort_values(["order", "position", "start", "end", "group"])["group"]
    return passages["group"].map(pd.Series(range(1, len(firsts) + 1), index=firsts.to_numpy()))


def find_passages(articles, sentences, mentions, values=None, utterances=None, similarity=None):
    """Return what the machine finds: article, sentence, start, end, zone, position, group, label, score, key, by, rule.

    A row is a clause that tells the item `group`; the label is the clause most like the group's others, every
    wording counted once, among those with words enough to be understood.  What stands in headlines and
    headings only is no item.
    """
    texts = dict(rows_of(articles, "article", "text"))
    clauses = split_clauses(sentences)
    worth = [is_item(texts[article][start:end]) for article, start, end in
             rows_of(clauses, "article", "start", "end")]
    clauses = clauses[np.array(worth, dtype=bool)].reset_index(drop=True)
    own, whole, idf = read_features(clauses, sentences, articles, mentions)
    weights = weigh_features(own, idf, pd.factorize(clauses["article"])[0])
    likeness = compare_clauses(own, whole, weights)
    likeness, apart, rules = _identify(clauses, likeness, articles, values, utterances, similarity)
    wordings = find_wordings(likeness, apart)
    sentence = clauses.groupby(["article", "sentence"], sort=False).ngroup()
    clauses["group"] = group_clauses(likeness, wordings, sentence, apart)
    typical, clauses["score"] = _find_typical(clauses, likeness, wordings)
    clauses["rule"] = rules
    told = clauses.loc[clauses["zone"].isin(["body", "caption"]), "group"]
    clauses = clauses[clauses["group"].isin(told)]
    labels = {group: _trim(texts[article][start:end]) for group, (article, start, end) in typical.items()}
    clauses = clauses.assign(label=clauses["group"].map(labels).astype("str"), key=None, by="machine")
    return clauses.astype({"key": "str"}).reset_index(drop=True)


def _identify(clauses, likeness, articles, values, utterances, similarity):
    """Return (likeness, pairs kept apart, the rule that joined each clause) after what identifies facts has spoken.

    Clauses of a text of another event are like none of the others.
    """
    strange = set(find_strangers(articles, similarity))
    owners = clauses["article"].to_numpy()
    near = likeness.tocoo()
    if strange:
        foreign = np.isin(owners, sorted(strange))
        keep = foreign[near.row] == foreign[near.col]
        near = coo_array((near.data[keep], (near.row[keep], near.col[keep])), shape=likeness.shape)
    least = ASKED.value * ALIKE.value
    ask = (near.row < near.col) & (near.data >= least)
    one_fact, two_facts, unlike = decide_pairs(read_clauses(clauses, articles, values, utterances),
                                       list(zip(near.row[ask].tolist(), near.col[ask].tolist(), strict=True)))
    scores = dict(zip(zip(near.row.tolist(), near.col.tolist(), strict=True), near.data.tolist(), strict=True))
    rules = ["likeness"] * len(clauses)
    for (one, other), rule in one_fact.items():
        if (owners[one] in strange) == (owners[other] in strange):
            least = LED.value if rule in WEAK else JOINED.value
            scores[one, other] = scores[other, one] = max(least, scores.get((one, other), 0))
            rules[one] = rules[other] = rule
    for one, other in two_facts | unlike:
        scores.pop((one, other), None)
        scores.pop((other, one), None)
    pairs = sorted(scores)
    row, column = (np.array([pair[side] for pair in pairs], dtype=int) for side in (0, 1))
    values = np.array([scores[pair] for pair in pairs], dtype=float)
    return csr_array((values, (row, column)), shape=likeness.shape), two_facts, rules


def _find_typical(clauses, likeness, wordings):
    """Return ({group: (article, start, end) of its most typical clause}, the likeness of each clause to it)."""
    near = likeness.tocoo()
    group, size = clauses["group"].to_numpy(), np.bincount(wordings)
    inside = group[near.row] == group[near.col]
    row, column, score = near.row[inside], near.col[inside], near.data[inside]
    central = np.bincount(row, score / size[wordings[column]] if len(size) else score, len(clauses))
    table = clauses.assign(central=-central.round(9), rank=clauses["zone"].map(_ZONES), place=range(len(clauses)))
    table["short"] = clauses["words"] < LABEL.value
    table = table.sort_values(["group", "rank", "short", "central", "place"])
    table = table.drop_duplicates("group").set_index("group")
    best = table["place"].reindex(group).to_numpy()
    to_best = np.zeros(len(clauses))
    to_best[row[best[row] == column]] = score[best[row] == column]
    to_best[best == np.arange(len(clauses))] = 1
    places = zip(table.index, rows_of(table, "article", "start", "end"), strict=True)
    return dict(places), to_best.clip(0, 1)


def _trim(text):
    """Return a clause as a label: without the word that joined it and the marks at its ends."""
    words = text.strip(" \n,;:–—-.\"“”„«»")
    first, _, rest = words.partition(" ")
    return rest if first in ("and", "but", "or", "that", "which", "who", "while") and rest.count(" ") > 1 else words


def _find_absent(reported, articles, hand):
    """Return item, article, state, by of the texts that do not have the item."""
    names = articles["article"].tolist()
    told = np.zeros((reported["item"].max(), len(names)), dtype=bool)
    told[reported["item"] - 1, reported["order"]] = True
    asked = ~told
    if len(names) > MANY.value:
        asked &= told @ (told.T @ told)
    row, column = np.nonzero(asked)
    article = np.array(names, dtype=object)[column]
    absent = pd.DataFrame({"item": row + 1, "article": article, "state": "absent", "by": "machine"})
    if hand is not None and len(hand):
        key = absent["item"].map(reported.drop_duplicates("item").set_index("item")["key"])
        denied = hand[(hand["state"] == "absent") & hand["start"].isna()]
        denied = set(rows_of(denied, "item", "article"))
        absent["by"] = ["hand" if (EVERYTHING, name) in denied or (item, name) in denied else "machine"
                        for item, name in zip(key, absent["article"], strict=True)]
    return absent


def _give_reasons(absent, passages, articles, families, links, days):
    """Return why each text may lack its item, a list: cut, other version, later, unknown or none found.

    cut: the text is a shortened copy, and the article that has most of it word for word has the item only
    behind the last such sentence.  other version: a text of its family has the item.  later: all who report it
    do so with a day after the newest that this text speaks of; unknown, if that one is not known.
    """
    facts = families.astype({"article": str, "role": str}).set_index("article")
    family, role = facts["family"].to_dict(), facts["role"].to_dict()
    knows = dict(zip(articles["article"].tolist(), articles["knows_until"].astype(object), strict=True))
    sources = _find_sources(links, role)
    told = {item: list(rows_of(rows, "article", "sentence")) for item, rows in passages.groupby("item")}
    day_of = {item: _find_day(places, days) for item, places in told.items()}
    reasons = []
    for item, article in rows_of(absent, "item", "article"):
        kin = [place for place in told[item] if family.get(place[0]) == family.get(article, -1)]
        if kin:
            source, reached = sources.get(article, (None, 0))
            places = [number for name, number in kin if name == source]
            reasons.append("cut" if places and min(places) > reached else "other version")
        elif day_of[item] is None:
            reasons.append("none found")
        elif pd.isna(knows[article]):
            reasons.append("unknown")
        else:
            reasons.append("later" if day_of[item] > knows[article] else "none found")
    return reasons


def _find_sources(links, role):
    """Return {shortened copy: (the article that has most of it word for word, the last such sentence there)}."""
    links = links.astype({"article": str, "other": str, "relation": str})
    links = links[(links["other"].map(role) == "cut") & (links["relation"] == "verbatim")]
    shared = links.groupby(["other", "article"])["sentence"].agg(["nunique", "max"]).reset_index()
    shared = shared.sort_values(["other", "nunique", "article"], ascending=[True, False, True]).drop_duplicates("other")
    return dict(zip(shared["other"], rows_of(shared, "article", "max"), strict=True))


def _find_day(places, days):
    """Return the first day on which an item can have been known: None where a text that has it gives it no day."""
    given = {}
    for article, sentence in places:
        given.setdefault(article, set()).add(days.get((article, sentence)))
    dated = [min(named - {None}, default=None) for named in given.values()]
    return None if None in dated else min(dated)


def find_sentence_days(sentences, articles, utterances=None):
    """Return {(article, sentence): ISO day}: the newest day that the sentence tells of, none after what its text knows.

    A sentence without a day of its own that quotes a statement (of the table `utterances`) has the
    earliest day that the article gives for that statement.
    """
    starts = {article: rows for article, rows in sentences.groupby(sentences["article"].astype(str))}
    days = {}
    for article, text, published, knows in rows_of(articles, "article", "text", "published", "knows_until"):
        rows = starts.get(article, sentences.iloc[:0])
        for start, _, day, told in find_days(text, published):
            at = np.searchsorted(rows["start"].to_numpy(), start, side="right") - 1
            if day and told and pd.notna(knows) and at >= 0 and day.isoformat() <= knows:
                key = article, int(rows["sentence"].iloc[at])
                days[key] = max(day.isoformat(), days.get(key, ""))
    if utterances is None or utterances.empty:
        return days
    spoken = list(zip(utterances["article"].tolist(), place(utterances, sentences, ["sentence"])["sentence"],
                      utterances["statement"], strict=True))
    given = {}
    for article, sentence, statement in spoken:
        if (day := days.get((article, sentence))) is not None:
            given[article, statement] = min(day, given.get((article, statement), day))
    for article, sentence, statement in spoken:
        if (article, statement) in given:
            days.setdefault((article, int(sentence)), given[article, statement])
    return days
