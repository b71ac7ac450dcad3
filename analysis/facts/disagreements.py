"""Disagreements: items whose accounts give different numbers, dates, names, offices or tenses, side by side.

Precision before recall: two accounts differ only where each gives the same kind of value and no value fits both.
A sum in two currencies, a rank beside an office and a day written in two ways are no disagreement.
"""

from functools import lru_cache
from itertools import combinations

import pandas as pd
import regex
from rapidfuzz import fuzz
from wordfreq import zipf_frequency

from ..english.words import fold, folded_words, read_list
from ..reading.dates import find_days
from ..speech.sentence.tags import cue_forms
from ..tables import conform
from ..thresholds import threshold
from .values import Value, find_names, read_offices, read_periods, read_quantities, read_tenses, read_years

_TIME_CLAUSE = regex.compile(r"[\s,]*\b(?:since|until|over|during)\b[^,;]*")
_READERS = (("number", read_quantities), ("date", read_periods), ("date", read_years), ("tense", read_tenses))


def find_disagreements(items, sentences, articles, mentions):
    """Return the table `disagreements`, with `about`: what the value is of (hours, $, a verb, an actor).

    `mentions` gives the persons whose offices are compared; it may be empty.  The two
    spellings of a name, or the offices of a person, are listed once, at the item that most articles tell them in.
    """
    told = items[items["state"] == "reported"].astype({"article": str, "start": "int64", "end": "int64"})
    told = _widen(told, sentences)
    facts = articles.set_index(articles["article"].astype(str))
    days = {name: find_days(text, published) for name, text, published in
            zip(facts.index, facts["text"], facts["published"].astype(object), strict=True)}
    texts = facts["text"].to_dict()
    found = []
    sure = told[~(told["score"] < threshold("sure_item"))]  # a reader's passages have no score
    for item, rows in _shared(sure):
        for kind, read in _READERS:
            found += [(item, kind, *row) for row in _compare(
                {row.article: read(texts[row.article], row.start, row.reach) for row in rows})]
        dated = {row.article: _read_days(texts[row.article], row.start, row.reach, days[row.article])
                 for row in rows}
        found += [(item, "date", *row) for row in _compare(dated)]
    found += _compare_names(told, texts) + _compare_offices(told, texts, mentions)
    rows = [(item, kind, name, texts[name][value.start:value.end], value.start, value.end, value.of)
            for item, kind, name, value in found]
    table = pd.DataFrame(rows, columns=["item", "kind", "article", "value", "start", "end", "about"])
    table["order"] = table["article"].map({name: number for number, name in enumerate(texts)})
    table = table.drop_duplicates(["item", "kind", "article", "start", "end"]).sort_values(
        ["item", "kind", "about", "order", "start"], kind="stable")
    return conform("disagreements", table.drop(columns="order"), articles).astype({"about": "str"})


def _widen(told, sentences):
    """Return `told` with first and last, the ends of its sentence, and reach, how far the passage is read.

    A clause of time behind the passage in its sentence belongs to it.
    """
    facts = sentences[["article", "sentence", "start", "end", "text"]].astype({"article": str})
    told = told.merge(facts.rename(columns={"start": "first", "end": "last"}), on=["article", "sentence"], how="left")
    reach = []
    for end, first, text in zip(told["end"], told["first"], told["text"], strict=True):
        more = _TIME_CLAUSE.match(text, end - first)
        reach.append(first + more.end() if more else end)
    return told.assign(reach=reach)


def _shared(told):
    """Return (item, its rows as tuples) of the items that two articles or more have."""
    accounts = {}
    for row in told.itertuples(index=False):
        accounts.setdefault(row.item, []).append(row)
    return [(item, rows) for item, rows in sorted(accounts.items()) if len(rows) > 1]


def _compare(values):
    """Return (article, Value) of all values of which two articles give the same `of` and keys at odds."""
    given = {}
    for name, found in values.items():
        for value in found:
            given.setdefault(value.of, {}).setdefault(name, []).append(value)
    differ = []
    for accounts in given.values():
        keys = {name: {value.key for value in found} for name, found in accounts.items()}
        if any(_clash(keys[one], keys[other]) for one, other in combinations(keys, 2)):
            differ += [(name, value) for name, found in accounts.items() for value in found]
    return differ


def _clash(one, other):
    """Tell whether two sets of keys are at odds; several on either side can't be set against each other."""
    if len(one) > 1 or len(other) > 1:
        return False
    first, second = next(iter(one)), next(iter(other))
    if isinstance(first, float | int):
        return abs(first - second) > threshold("same_number") * max(first, second)
    return first != second


def _read_days(text, start, end, days):
    """Return the days named between `start` and `end`, but for those on which somebody said something."""
    found = []
    for first, last, day, _ in days:
        around = folded_words(text[max(start, first - 40):first])[-3:] + folded_words(text[last:last + 40])[:2]
        if day and start <= first < end and not any(word in _saying() for word in around):
            found.append(Value("day", day, first, last))
    return found


@lru_cache
def _saying():
    """Return the verbs and nouns of saying: a day beside one is the day of the words and not of what they tell."""
    return frozenset(cue_forms()) | frozenset(read_list("saying_nouns").iloc[:, 0])


def _compare_names(told, texts):
    """Return the names that two articles spell apart, each at the item with most articles that spell it so."""
    spelled = {name: {fold(word) for word, *_ in find_names(text, 0, len(text))} for name, text in texts.items()}
    best = {}
    for item, rows in _shared(told):
        words = [(row.article, *word) for row in rows
                 for word in find_names(texts[row.article], row.first, row.last)]
        rare = sorted({(name, fold(word)) for name, word, *_ in words if _is_rare(fold(word))})
        for (one, first), (other, second) in combinations(rare, 2):
            if first not in spelled[other] and second not in spelled[one] and _is_variant(first, second):
                pair = tuple(sorted((first, second)))
                places = [row for row in words if fold(row[1]) in pair]
                best.setdefault(pair, {})[-len({name for name, *_ in places}), item] = places
    return [(item, "name", name, Value(pair[0], word, start, end)) for pair, items in sorted(best.items())
            for (_, item), places in [min(items.items())] for name, word, start, end in places]


def _is_rare(word):
    return len(word) >= 5 and zipf_frequency(word, "en") < threshold("common_name")


def _is_variant(one, other):
    """Tell whether two folded names are spellings of one, and not a place and its adjective."""
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    inflected = long.startswith(short[:-1]) and long[len(short) - 1:] in {
        short[-1] + ending for ending in ("s", "n", "i", "an", "ian", "ish", "ese")} | {"ian", "an", "ish", "ese"}
    return fuzz.ratio(one, other) >= threshold("same_name") and not inflected


def _compare_offices(told, texts, mentions):
    """Return the offices of persons whom two articles give different ones, at the first item told there."""
    given = {}
    for name, actor, start, end in zip(mentions["article"].astype(str), mentions["actor"], mentions["start"],
                                       mentions["end"], strict=True):
        for value in read_offices(texts[name], start, end):
            given.setdefault(actor, {}).setdefault(name, []).append(value._replace(of=actor))
    found = []
    for actor in sorted(given):
        values = pd.DataFrame(_compare(given[actor]), columns=["article", "value"])
        if values.empty:
            continue
        starts = [value.start for value in values["value"]]
        near = values.assign(at=starts).merge(told[["item", "article", "start", "reach"]], on="article")
        near = near[(near["start"] <= near["at"]) & (near["at"] < near["reach"])]
        if len(near):
            articles = near.groupby("item")["article"].nunique()
            item = articles.index[articles == articles.max()].min()
            found += [(item, "role", *row) for row in values.itertuples(index=False)]
    return found
