"""Disagreements: the same thing with another number, day, name, office, speaker, or with and without a not.

Precision before recall: two accounts differ only where both are about one thing (contradictions.py, moments.py) and
no value fits both.  A sum in two currencies, a rank beside an office and a day written in two ways are no
disagreement.
"""

from collections import Counter, defaultdict
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd
import regex

from ..english.nouns import singular
from ..tables import rows_of, tabulate
from .contraries import find_contraries
from .held import HELD, find_holders
from .moments import find_moments
from .mouths import find_mouths
from .negations import find_negations, list_clauses
from .persons import find_names_apart
from .quantities import Difference, chain_pairs, find_quantities
from .refusals import ALTERED, GIVEN, SAID, refuse
from .retold import find_retold
from .seen import Lines
from .tenses import find_tenses

_MOST = 12  # places of a difference that each is read against
_FIGURES, _NOUN = regex.compile(r"\d(?:[\d.,:]*\d)?"), regex.compile(r"[\s-](\p{Ll}{3,})")
_NEAR = 400  # characters from a value in no item to the passage whose item it is counted to


def find_disagreements(items: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame, values: pd.DataFrame,
                       days: pd.DataFrame, voices: pd.DataFrame, quotes: pd.DataFrame,
                       utterances: pd.DataFrame) -> pd.DataFrame:
    """Return the table `disagreements`, with `rule`, the reason why two values count as being about one thing.

    about is what the value is of: a measure (dead), a unit (hours, $), a verb, a surname.  item is that of the first
    value that lies in one.  A difference whose values lie in no item is left out: nothing could be said of it.
    """
    coded = frozenset(items["item"][(items["by"] == "hand").to_numpy()].tolist())
    items = items[(items["state"] == "reported").to_numpy()]  # few: most rows of a large folder say who has it not
    passages = list_passages(items)
    refused = partial(refuse, Lines(sentences))
    clauses = list_clauses(sentences, voices)
    denied = find_negations(clauses)
    known = {place for difference in denied for place in difference.places}
    contrary = [one for one in find_contraries(clauses, days, _list_days(articles))
                if known.isdisjoint(one.places)]  # not told twice
    apart = (find_names_apart(articles, sentences) + denied + contrary
             + find_mouths(utterances, quotes, articles) + find_tenses(items, articles))
    texts = dict(rows_of(articles, "article", "text"))
    apart += find_holders(sentences, texts)
    apart = [one if one.rule in (ALTERED, HELD) else _keep_apart(one, refused, texts) for one in apart]
    retold = find_retold(sentences, articles)
    found = (find_quantities(_leave_out(values, retold), days, _leave_out(sentences, retold), passages, refused)
             + find_moments(days, sentences, passages, coded, refused)
             + join_holders([one for one in apart if one], texts))
    found = join_numbers(found, values, passages, texts)
    order = {name: number for number, name in enumerate(texts)}
    rows: dict[tuple, tuple] = {}
    for difference in found:
        places = sorted(set(difference.places), key=lambda place: (order[place[0]], place[1]))
        item = difference.item if difference.item >= 0 else _choose_item(passages, places)
        said = {texts[article][start:end].casefold() for article, start, end in places}
        if item >= 0 and len({article for article, *_ in places}) > 1 and len(said) > 1:
            for article, start, end in places:
                rows.setdefault((item, difference.kind, article, start, end), (
                    item, difference.kind, difference.about, article, texts[article][start:end], start, end,
                    difference.rule))
    told = sorted(rows.values(), key=lambda row: (*row[:3], order[row[3]], row[5]))
    return tabulate("disagreements", told, articles, {"rule": "str"})


def _list_days(articles):
    """Return {article: day of publication} where it is known."""
    dates = rows_of(articles, "article", "published") if "published" in articles else ()
    return {article: date[:10] for article, date in dates if isinstance(date, str)}


def _leave_out(table, sentences):
    """Return the rows of a table but for those of some sentences."""
    keys = rows_of(table, "article", "sentence")
    return table[np.array([key not in sentences for key in keys], dtype=bool)] if sentences else table


def _keep_apart(difference, refused, texts):
    """Return a Difference without the places that differ from no other by the rules of refusal; None where none do.

    Of a name a text keeps its place that spells it as one does which is kept: in a headline it may stand alone.
    """
    said = [texts[article][start:end].casefold() for article, start, end in difference.places]
    named, told = difference.kind == "name", list(zip(difference.places, said, strict=True))
    kept = [(place, value) for place, value in told if any(
        not refused(*difference[:2], difference.rule, *sorted((place, other)))
        for other, its in told[:_MOST] if other[0] != place[0] and (its != value or not named))]
    values = {value for _, value in kept}
    if len({article for (article, *_), _ in kept}) < 2:
        return None
    return difference._replace(places=tuple(place for place, value in told if (place, value) in kept
                                            or (named and value in values)))


def join_holders(differences: list[Difference], texts: dict[str, str]) -> list[Difference]:
    """Return the differences, those of one name or office as one, with every text that prints one of two names.

    They were found in pairs of texts, which share a value.  A text that prints both names holds neither.
    """
    named = [one for one in differences if one.kind in ("name", "role") and one.rule != ALTERED]
    alone = [one for one in differences if one.kind not in ("name", "role") or one.rule == ALTERED]
    firsts: dict = {}  # of each value: the first difference that has it
    pairs = [(firsts.setdefault((*one[:2], one.rule, texts[article][start:end].casefold()), number), number)
             for number, one in enumerate(named) for article, start, end in one.places]
    return alone + [_widen([named[number] for number in sorted(chain)], texts) for chain in chain_pairs(pairs)]


def _widen(group, texts):
    """Return one Difference of several: each value once a text."""
    places = {}
    for article, start, end in sorted(place for difference in group for place in difference.places):
        places.setdefault((article, texts[article][start:end].casefold()), (article, start, end))
    if group[0].rule in (GIVEN, SAID):
        values = sorted({texts[article][start:end] for article, start, end in places.values()})
        named = [regex.compile(rf"(?<![\p{{L}}-]){regex.escape(value)}(?![\p{{L}}-])") for value in values]
        for article in texts.keys() - {article for article, _ in places}:
            held = [match for name in named if (match := name.search(texts[article]))]
            if len(held) == 1:
                places[article, held[0][0].casefold()] = article, *held[0].span()
    return group[0]._replace(places=tuple(sorted(places.values())))


def join_numbers(differences: list[Difference], values: pd.DataFrame, passages: dict, texts: dict[str, str]
                 ) -> list[Difference]:
    """Return the differences, those of a number with every text that prints one of its values of the same thing.

    Where others differ on a 17-day strike, "the strike of 17 days" tells the first value; so does a text that counts
    1,150 drivers elsewhere, for a number of three figures or more is seldom that of another thing.
    """
    units, counted = {}, defaultdict(list)
    if any(one.kind == "number" for one in differences):
        for article, start, end, unit in rows_of(values, "article", "start", "end", "unit"):
            sign = units[article, start, end] = _sign(texts[article], start, end, unit)
            counted[sign.figures].append((article, start, end, sign))
    return [_add_holders(one, units, counted, passages) if one.kind == "number" else one for one in differences]


class _Sign(NamedTuple):
    """How a text prints a number: its figures, their unit and the noun behind them, "" for what there is not."""

    figures: str
    unit: str
    noun: str


def _sign(text, start, end, unit):
    behind, figures = _NOUN.match(text, end), _FIGURES.search(text, start, end)
    return _Sign(figures[0] if figures else text[start:end].casefold(), unit if isinstance(unit, str) else "",
                 singular(behind[1].casefold()) if behind else "")


def _is_alike(one, other, near):
    """Tell whether two signs are of one number: of one noun; near, in the same passage, one unit is enough."""
    noun, unit = one.noun == other.noun != "", one.unit == other.unit != ""
    known = sum(map(str.isdigit, one.figures.rstrip("0"))) > 2
    return one.figures == other.figures and ((noun or unit) if near else (noun and known))


def _add_holders(difference, units, counted, passages):
    signs = [units[place] for place in difference.places if place in units]
    held, told = {article for article, *_ in difference.places}, defaultdict(list)
    items = {difference.item} if difference.item >= 0 else {_choose_item(passages, difference.places)}
    for figures in {sign.figures for sign in signs}:
        for article, start, end, sign in counted[figures]:
            near = any(low <= start < high and item in items for low, high, item in passages.get(article, ()))
            if article not in held and any(_is_alike(sign, other, near) for other in signs):
                told[article].append((figures, start, end))
    added = [(article, *rows[0][1:]) for article, rows in told.items() if len({figures for figures, *_ in rows}) == 1]
    return difference._replace(places=tuple(sorted([*difference.places, *added]))) if added else difference


def list_passages(items: pd.DataFrame) -> dict[str, list[tuple[int, int, int]]]:
    """Return {article: [(start, end, item)]} of the reported items, in order."""
    found = defaultdict(list)
    for article, start, end, item in rows_of(items, "article", "start", "end", "item"):
        found[article].append((start, end, item))
    return {article: sorted(spans) for article, spans in found.items()}


def _choose_item(passages, places):
    """Return the item that holds most of the places, else the nearest one around the first that has any; -1 without."""
    held = Counter(item for article, start, _ in places
                   for low, high, item in passages.get(article, ()) if low <= start < high)
    if held:
        return min(held, key=lambda item: (-held[item], item))
    for article, start, _ in places:
        near = [(min(abs(low - start), abs(high - start)), item) for low, high, item in passages.get(article, ())
                if abs(low - start) < _NEAR]
        if near:
            return min(near)[1]
    return -1
