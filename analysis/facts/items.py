"""Reported items: the facts, statements and events that the articles tell, and which text has which.

The machine groups clauses of like wording; a reader's items.csv adds, joins, splits, renames and takes
away, and wins.
"""

from collections import Counter, defaultdict

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from ..rules import Setting
from ..tables import conform, empty, pick_articles, pick_texts, rows_of
from ..text.spans import number_values, take
from .clausepairs import decide_pairs, read_clauses
from .clauses import LEAST, Span, split_clauses
from .deeds import place_deeds
from .evidence import find_lacking, weigh_evidence
from .features import read_features, read_printed, weigh_features
from .hand import EVERYTHING, apply_hand
from .matching import (
    ALIKE,
    WORDING,
    compare_clauses,
    find_wordings,
    group_clauses,
    settle_pairs,
)
from .onefact import JOINED, LED, WEAK
from .reasons import REASONS, find_sentence_days, give_reasons
from .samedeeds import compare_deeds
from .worth import is_item

LABEL = Setting("label_words", 6, "least words of a clause that gives its item the label",
                chosen="shorter ones need their sentence")
MANY = Setting("items_articles", 50, "articles above which an item is absent only from texts that share one with it",
               chosen="a cap: more than report one event; in an archive most texts are on something else")
ASKED = Setting("asked_alike", 0.8, "share of one item's likeness from which clauses are asked if they are two facts",
                chosen="below it they are put together only by others that are asked")
PART = Setting("item_repeat", 0.33, "likeness from which a second passage on an item has a counterpart of its own",
               chosen="two clauses on one subject are less alike; half as much joined captions that share a title")
OWN = Setting("item_own", 0.7, "share of their likeness that two passages of one text's body keep",
              measured="20 events: more main facts are found with .7 than with 1; .3 to .7 agree")
_STATES, _BY = (pd.CategoricalDtype(values) for values in (("reported", "absent"), ("machine", "hand")))
_ZONES = {"body": 0, "caption": 1, "heading": 2, "headline": 3}


def find_items(articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame, families: pd.DataFrame,
               links: pd.DataFrame, days: pd.DataFrame, utterances: pd.DataFrame | None = None,
               hand: pd.DataFrame | None = None, values: pd.DataFrame | None = None,
               named: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the table `items`: every reported item with every article, reported or absent, where and why.

    `mentions` (where those of people.csv are named), `named` (where anybody is), `links` and `utterances` may be
    empty; `hand` is a reader's items.csv, placed by place_hand.  Of an item that a text tells more than once the first
    passage in its body counts, and the column `passages` says how many there are; `key` is the reader's name of the
    item.  In folders of more than `items_articles` articles an item is absent only from texts that share an item with
    one of those that have it.
    """
    passages = apply_hand(find_passages(articles, sentences, mentions, days, values, utterances, named),
                          hand, sentences)
    if not passages["article"]:
        return empty("items", articles).assign(key=pd.Series(dtype="str"), passages=pd.Series(dtype="Int64"),
                                               rule=pd.Series(dtype="str"))
    names = articles["article"].tolist()
    told = _order(passages, names)
    item, spot, row, times = _lay_out(told, len(names))
    absent, shown = row < 0, _choose_shown(item, row)
    own, number = passages["article"], passages["sentence"]
    reason = np.full(len(item), -1)
    reason[absent] = give_reasons(item[absent], spot[absent], [(own[at], number[at], one) for one, *_, at in told],
                                  articles, families, links, find_sentence_days(sentences, articles, days, utterances))
    by_hand = np.array([by == "hand" for by in passages["by"]] + [False])[row]
    if denied := _list_denied(hand):
        keys = passages["key"]
        by_hand |= absent & [not denied.isdisjoint(((EVERYTHING, names[at]), (keys[place], names[at])))
                             for at, place in zip(spot.tolist(), shown.tolist(), strict=True)]
    return conform("items", {
        "item": item, "label": pick_texts(passages["label"], shown), "article": pick_articles(articles, spot),
        "state": pd.Categorical.from_codes(absent.astype(int), dtype=_STATES),
        "reason": pick_texts(REASONS, reason),
        **{name: take(np.array(passages[name]), row) for name in ("sentence", "start", "end", "position", "score")},
        "by": pd.Categorical.from_codes(by_hand.astype(int), dtype=_BY),
        "key": pick_texts(passages["key"], shown), "passages": times, "rule": pick_texts(passages["rule"], row)},
        articles)


def _lay_out(told, size):
    """Return the cells of the table, each an array: item, place of the article, row of its first passage, how many.

    `told` has the rows of _order.  Where an article has no passage of an item the row is -1, their number missing.
    """
    first, times = {}, Counter()
    for item, spot, *_, row in told:
        first.setdefault((item, spot), row)
        times[item, spot] += 1
    item, spot = (np.array(side, np.int64) for side in zip(*first, strict=True))
    absent = _find_absent(item, spot, size)
    none = np.full(len(absent[0]), -1)
    cells = (*(np.concatenate(sides) for sides in zip((item, spot), absent, strict=True)),
             np.concatenate([list(first.values()), none]), np.concatenate([[times[cell] for cell in first], none]))
    order = np.lexsort((cells[1], cells[0]))
    item, spot, row, count = (values[order] for values in cells)
    return item, spot, row, pd.arrays.IntegerArray(count, count < 0)


def _choose_shown(item, row):
    """Return for each cell the first row of its item: that whose label and key the item has."""
    shown = np.zeros(item[-1] + 1, np.int64)
    shown[item[::-1][row[::-1] >= 0]] = row[::-1][row[::-1] >= 0]  # of several the first, written last, stays
    return shown[item]


def _order(passages, names):
    """Return (item, place of its article, rank of its zone, start, end, row) of each passage, in that order.

    Items are numbered from 1 in the order in which the articles, one by one, tell them.
    """
    order = {name: spot for spot, name in enumerate(names)}
    rows = [(order[article], _ZONES[zone], start, end, group, position) for article, zone, start, end, group, position
            in zip(*map(passages.__getitem__, ("article", "zone", "start", "end", "group", "position")), strict=True)]
    firsts = {}
    for spot, _, start, end, group, position in sorted(rows):
        firsts.setdefault(group, (spot, position, start, end, group))
    number = {first[-1]: item for item, first in enumerate(sorted(firsts.values()), 1)}
    return sorted((number[group], spot, rank, start, end, row)
                  for row, (spot, rank, start, end, group, _) in enumerate(rows))


def find_passages(articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame, days: pd.DataFrame,
                  values: pd.DataFrame | None = None, utterances: pd.DataFrame | None = None,
                  named: pd.DataFrame | None = None) -> dict[str, list]:
    """Return what the machine finds: article, sentence, start, end, zone, position, group, label, score, key, by, rule.

    Each list has a value for every passage, a clause that tells the item `group`; the label is the clause most like
    the group's others, every wording counted once, among those with words enough to be understood.  What stands in
    headlines and headings only is no item.
    """
    texts = dict(rows_of(articles, "article", "text"))
    remarks = _place_remarks(utterances)
    clauses = [clause for clause in split_clauses(sentences) if _is_worth(clause, texts, remarks)]
    printed = read_printed(articles, sentences)
    spans, numbers = printed.place(clauses), {article: number for number, article in enumerate(texts)}
    sentence = number_values((clause.article, clause.sentence) for clause in clauses)
    owners = np.array([numbers[clause.article] for clause in clauses], np.int64)
    body = np.array([clause.zone in ("body", "caption") for clause in clauses], bool)
    own, whole, idf = read_features(printed, spans, sentence, mentions, days)
    weights = weigh_features(own, idf, owners)
    likeness = compare_clauses(own, whole, weights)
    deeds, weigh = place_deeds(clauses, sentences, articles, mentions if named is None else named)
    shared = compare_deeds(deeds, owners, weigh)
    likeness = weigh_evidence(likeness, shared, find_lacking(printed, spans), owners)
    likeness = _part_own(likeness, owners, body)
    likeness, apart, rules = _identify(clauses, likeness, articles, values, utterances, deeds)
    wordings = find_wordings(likeness, apart)
    group = group_clauses(likeness, wordings, sentence.tolist(), apart)
    typical, score = _find_typical(clauses, group, likeness, wordings)
    more = _part_repeats(clauses, group, likeness, wordings)
    row, group, score = (np.concatenate(pair) for pair in zip((np.arange(len(clauses)), group, score), more,
                                                              strict=True))
    told = np.isin(group, group[body[row]])
    rows, groups = row[told].tolist(), group[told].tolist()
    shown: dict[int, Span] = {}
    for number, at in zip(groups, rows, strict=True):
        shown.setdefault(number, clauses[at])
    labels = {number: _trim(texts[one.article][one.start:one.end]) for number, one in (shown | typical).items()}
    columns = zip(*(clauses[at] for at in rows), strict=True) if rows else ((),) * len(Span._fields)
    return dict(zip(Span._fields, map(list, columns), strict=True)) | {
        "group": groups, "score": score[told].tolist(), "rule": [rules[at] for at in rows],
        "label": [labels[number] for number in groups], "key": [None] * len(rows), "by": ["machine"] * len(rows)}


def _is_worth(clause, texts, remarks):
    """Tell whether a clause can be an item, or holds a remark that several texts quote."""
    article, start, end, _, zone, _, words = clause
    return is_item(texts[article][start:end], zone in ("headline", "heading")) or (words > LEAST.value and any(
        first < end and start < last for first, last in remarks[article]))


def _place_remarks(utterances):
    """Return {article: spans} of the remarks that several texts quote: "If not now, when?" is a fact to hold on to."""
    spans, heard = defaultdict(list), defaultdict(set)
    rows = [] if utterances is None else list(rows_of(utterances, "article", "start", "end", "utterance"))
    for article, _, _, number in rows:
        heard[number].add(article)
    for article, start, end, number in rows:
        if len(heard[number]) > 1:
            spans[article].append((int(start), int(end)))
    return spans


def _part_own(likeness, owners, body):
    """Return the likeness with less of it between two passages of one text: it seldom tells a fact twice.

    Its clauses share the event's words because it has one subject; a headline repeats the body.
    """
    near = likeness.tocoo()
    own = (owners[near.row] == owners[near.col]) & body[near.row] & body[near.col] & (near.row != near.col)
    return csr_array((np.where(own, OWN.value * near.data, near.data), (near.row, near.col)), likeness.shape)


def _identify(clauses, likeness, articles, values, utterances, deeds):
    """Return (likeness, pairs kept apart, the rule that joined each clause) after what identifies facts has spoken."""
    near = likeness.tocoo()
    ask = (near.row < near.col) & (near.data >= ASKED.value * ALIKE.value)
    alike = {(one, other): score for one, other, score in zip(*(
        side[ask].tolist() for side in (near.row, near.col, near.data)), strict=True)}
    one_fact, two_facts, unlike = decide_pairs(read_clauses(clauses, articles, deeds, values, utterances), alike,
                                               min(ALIKE.value, WORDING.value))
    rules, joined = ["likeness"] * len(clauses), {}
    for (one, other), rule in one_fact.items():
        joined[one, other] = joined[other, one] = LED.value if rule in WEAK else JOINED.value
        rules[one] = rules[other] = rule
    apart = {pair for one, other in two_facts | unlike for pair in ((one, other), (other, one))}
    return settle_pairs(near, joined, apart), two_facts, rules


def _find_typical(clauses, group, likeness, wordings):
    """Return ({group: its most typical clause}, the likeness of each clause to it)."""
    near = likeness.tocoo()
    size = np.bincount(wordings)
    inside = group[near.row] == group[near.col]
    row, column, score = near.row[inside], near.col[inside], near.data[inside]
    central = np.bincount(row, score / size[wordings[column]] if len(size) else score, len(clauses))
    typical, least = {}, LABEL.value
    for place, (number, clause, weight) in enumerate(zip(
            group.tolist(), clauses, central.round(9).tolist(), strict=True)):
        key = _ZONES[clause.zone], clause.words < least, -weight, place
        typical[number] = min(key, typical.get(number, key))
    best = np.array([typical[number][-1] for number in group.tolist()], np.int64)
    to_best = np.zeros(len(clauses))
    to_best[row[best[row] == column]] = score[best[row] == column]
    to_best[best == np.arange(len(clauses))] = 1
    return {number: clauses[at] for number, (*_, at) in typical.items()}, to_best.clip(0, 1)


def _part_repeats(clauses, groups, likeness, wordings):
    """Return, for what a text tells again in other words, clauses of a group of its own: (rows, group, score) of each.

    "The bridge fell at noon ... it was shortly after twelve that the deck gave way": the second passage is an item
    too, told by those texts that have something like it among what they tell of the first.
    """
    owners = [clause.article for clause in clauses]
    rank = np.array([_ZONES[clause.zone] for clause in clauses], np.int64)
    start = np.array([clause.start for clause in clauses], np.int64)
    members = {}
    for clause in np.lexsort((start, rank, groups)).tolist():
        members.setdefault(groups[clause], {}).setdefault(owners[clause], []).append(clause)
    rows, number = [], groups.max(initial=-1) + 1
    for group in sorted(group for group, texts in members.items() if len(texts) > 1):
        for owner, places in members[group].items():
            if len(places) == 1:
                continue
            _, firsts = np.unique(wordings[places], return_index=True)
            for again in (places[first] for first in sorted(firsts) if first):
                near = _row(likeness, again)
                best = [max(theirs, key=lambda one, near=near: near.get(one, 0))
                        for other, theirs in members[group].items() if other != owner]
                rows += [(again, number, 1.0)] + [(one, number, near[one]) for one in best
                                                  if near.get(one, 0) >= PART.value]
                number += 1
    places, numbers, scores = zip(*rows, strict=True) if rows else ((), (), ())
    return np.array(places, np.int64), np.array(numbers, np.int64), np.clip(np.array(scores, float), 0, 1)


def _row(matrix, place):
    first, last = matrix.indptr[place], matrix.indptr[place + 1]
    return dict(zip(matrix.indices[first:last].tolist(), matrix.data[first:last].tolist(), strict=True))


def _trim(text):
    """Return a clause as a label: without the word that joined it and the marks at its ends."""
    words = text.strip(" \n,;:–—-.\"“”„«»")
    first, _, rest = words.partition(" ")
    return rest if first in ("and", "but", "or", "that", "which", "who", "while") and rest.count(" ") > 1 else words


def _find_absent(item, spot, size):
    """Return (items, places of the articles) of the texts that don't have an item which others report."""
    told = csr_array((np.ones(len(item)), (item - 1, spot)), shape=(item.max(), size))
    asked = told.toarray() == 0
    if size > MANY.value:
        asked &= told @ (told.T @ told).toarray() > 0
    row, column = np.nonzero(asked)
    return row + 1, column


def _list_denied(hand):
    """Return {(item, article)} of what a reader says that an article doesn't have."""
    if hand is None or hand.empty:
        return set()
    return set(rows_of(hand[(hand["state"] == "absent") & hand["start"].isna()], "item", "article"))
