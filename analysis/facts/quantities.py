"""Numbers, sums, ages, votes and times that two texts give for one thing and that can't both be true."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from typing import NamedTuple

import pandas as pd
import regex

from ..english.lexicon import is_person_word
from ..english.nouns import SHIPPED
from ..english.words import capital_words
from ..tables import rows_of
from ..text.days import is_one_day
from ..text.values import Value, describe, read_line
from .ages import Namesakes, whose_age
from .apart import none_of_a_sort
from .contradictions import SAME_THING, contradict
from .samething import NEARBY
from .ties import pair_values
from .told import Told, add_voters, is_vague, shown, tell, tell_noughts

_SOMEBODY = regex.compile(r"(?<!\b(?:[Ii]f|whether|unless)\s)\b[Aa]n?\s(?:[\w-]+\s){0,2}?(?P<noun>\p{Ll}+)"
                          r"(?=\s(?:was|is|has|had)\s(?:been\s|shot\s|found\s)?(?P<told>\p{Ll}+))")
_FROM = regex.compile(r"\bfrom\s(?:(?:about|some|around|nearly|almost|just)\s)?$")
_TO = regex.compile(r"(?:\s(?!and\b|or\b)[\p{L}'’]+){0,6}\sto\s")
_BACK = regex.compile(r"[,\s]+(?:(?:up|down|rising|risen|increased)\s)?from\s")
_FORMER = regex.compile(r"\bhad\s(?:\p{Ll}+\s)?(?:spoken|said|put|given|counted|reported|told|been|stood|estimated)\b"
                        r"|\b(?:[Ee]arlier|[Ii]nitially|[Oo]riginally|[Pp]reviously|[Aa]t\sfirst|(?:revis|correct)ed)\b")
_OF_SHARES = frozenset(["turnout", "approval", "unemployment", "prices"])  # measures that are given in per cent


class Difference(NamedTuple):
    """Values that differ: kind, what they are of, their places (article, start, end), the rule that joined them.

    item is that of the row where it is known, as with a reader's own; else -1.
    """

    kind: str
    about: str
    places: tuple
    rule: str
    item: int = -1


def find_quantities(values: pd.DataFrame, days: pd.DataFrame, sentences: pd.DataFrame, passages: dict,
                    refuse: Callable[..., str | None]) -> list:
    """Return the Differences among numbers and times; `passages` says which item holds a place: {article: spans};
    `refuse` is that of refusals, of the sentences.

    Quoted words are left out: altered quotes are compared where their remarks are.
    """
    lines = {(article, number): rest for article, number, *rest in
             rows_of(sentences, "article", "sentence", "start", "text", "position")}
    found = sorted(_read_told(values, lines, _list_days(days), passages) + _read_noughts(lines, passages),
                   key=lambda told: (told.article, told.start))
    values_of: dict = defaultdict(dict)  # by sort and article: {value: the first Told of it}
    known: dict = defaultdict(set)
    for told in found:
        if not told.part and (told.high or not told.noun):  # no children were on board: of others nothing is said
            values_of[_sort(told), told.article].setdefault((told.low, told.high), told)
    for (article, _), (_, text, _) in lines.items():
        known[article].update(capital_words(text))
    noughts = {told.measure for told in found if told.kind == "number" and told.unit == "people" and not told.high}
    if noughts:
        found += [told for (article, _), (first, text, position) in lines.items()
                  for told in _read_somebody(article, text, first, position, noughts)]
    alone = {key: _is_one(list(told.values())) for key, told in values_of.items()}
    found = add_voters(found)
    return _compare([
        told._replace(known=known[told.article], alone=alone.get((_sort(told), told.article), True))
        for told in found
    ], refuse, _list_changes(values, lines))


def _list_changes(values, lines):
    """Return {(kind, low, high): measures} where a text says that one became the other: "had risen from seven to nine".

    Two texts that give one of them each were written before and after.
    """
    changes, last = defaultdict(set), None
    columns = ("article", "sentence", "kind", "measure", "low", "high", "start", "end")
    for article, number, kind, measure, low, high, *span in rows_of(values, *columns):
        first, text, _ = lines[article, number]
        start, end = (place - first for place in span)
        if low < high and _FROM.search(text, 0, start) and " to " in text[start:end]:
            changes[kind, low, high].add(measure)
        elif last and last[:3] == (article, number, kind):
            before, opened, closed = last[3:]
            if (_FROM.search(text, 0, opened) and _TO.fullmatch(text, closed, start)) or (
                    _BACK.fullmatch(text, closed, start)):
                changes[kind, *sorted((before, high))].add(measure)
        last = article, number, kind, high, start, end
    return changes


def _is_change(one, other, changes):
    """Tell whether a text says that one of two values became the other, of one measure as far as it is told."""
    measures = changes.get((one.kind, *sorted((one.high, other.high))), set())
    return bool(measures) and (not one.measure or bool(measures & {one.measure, ""}))


def _has_risen(beside, one, other):
    """Tell whether the text of the larger of two numbers says elsewhere that it rose to it: fourteen dead, above."""
    few, many = sorted((one, other), key=lambda told: told.high)
    rose = [any(told.later and (told.high, told.measure) == (value.high, value.measure)
                for told in beside[value.article]) for value in (few, many)]
    return many.measure != "" and rose == [False, True] and not (few.counts_up or many.counts_up)


def _is_one(values):
    """Tell whether values may be of one thing: dozens, 23 and more than 20; not above 40 acres and 200."""
    exact = [told for told in values if not is_vague(told)]
    sizes = sorted(told.low or told.high for told in exact)
    near = not sizes or sizes[-1] <= NEARBY.value * sizes[0]
    return near and not any(contradict(one, other) for one, other in combinations(exact, 2))


def _sort(told):
    """Return the sort of a number: its kind, measure and unit; the dead are people, whether the text says so or not."""
    shipped = told.noun if told.measure == "aboard" and told.noun in SHIPPED else ""
    return told.kind, told.measure, shipped or told.unit or (told.measure and "people")


def _list_days(days):
    """Return {article: [(start, key)]} of the days told."""
    dated = defaultdict(list)
    for article, start, key, act in rows_of(days, "article", "start", "key", "act"):
        if act != "published" and is_one_day(key):
            dated[article].append((start, key))
    return dated


def _read_told(values, lines, dated, passages):
    found: list[Told] = []
    persons = Namesakes(lines)
    for article, number, voice, *cells in rows_of(values, "article", "sentence", "voice", *Value._fields):
        first, text, position = lines[article, number]
        value = _plain(Value(*cells), first, text)
        if voice == "quoted" or (value.kind == "age" and not value.unit):
            continue
        before = found[-1] if found and found[-1].article == article else None
        line = read_line(text)
        low, high = line.clause(value.start)
        keys = frozenset(key for place, key in dated[article] if first + low <= place < first + high)
        given = persons.name(article, value.unit, text, value.start, first) if value.kind == "age" else ""
        found.append(tell(article, line, value, first, before, days=keys, position=position, given=given,
                          item=item_at(passages, article, first + value.start)))
    return found


def _plain(value, first, text):
    """Return a row of the table as it was read: places in its sentence, open ends infinite, an age with whose it is."""
    value = value._replace(
        start=value.start - first, end=value.end - first,
        low=0.0 if value.low != value.low else value.low, high=float("inf") if value.high != value.high else value.high,
        unit=value.unit if isinstance(value.unit, str) else "",
        measure=value.measure if isinstance(value.measure, str) else "",
    )
    return value._replace(unit=whose_age(text, value.start, value.end)) if value.kind == "age" else value


def _read_noughts(lines, passages):
    return [told for (article, _), (first, text, position) in lines.items() for told in tell_noughts(
        article, text, first, position, lambda start, article=article: item_at(passages, article, start))]


def _read_somebody(article, text, first, position, measures):
    """Yield "a man was arrested" as one or more, of the `measures` of which another text tells a nought."""
    for match in _SOMEBODY.finditer(text):
        line, (start, end) = read_line(text), match.span()
        _, measure, about = describe(line, start, end)
        quoted = text.count("“", 0, start) != text.count("”", 0, start)
        if measure in measures and is_person_word(match["noun"]) and match["told"] == about and not quoted:
            value = Value("number", 1.0, float("inf"), "people", about, start, end, measure, 1.0, False, True)
            yield tell(article, line, value, first, position=position)


def item_at(passages: dict[str, list[tuple[int, int, int]]], article: str, place: int) -> int:
    """Return the item whose passage holds `place`, -1 without one."""
    spans = passages.get(article, ())
    at = bisect_right(spans, (place, float("inf"), 0)) - 1
    return spans[at][2] if at >= 0 and place < spans[at][1] else -1


def _compare(found, refuse, changes):
    same = defaultdict(dict)
    for one, other in pair_values(found):
        rule, verdict = SAME_THING.decide(found[one], found[other])
        if verdict == "one":
            same[one][other] = same[other][one] = rule
    return _differences(found, same, refuse, changes)


def _differences(found, same, refuse, changes):
    """Return a Difference for each chain of values that are at odds, with what else is of the same thing."""
    beside, sorts = defaultdict(list), defaultdict(list)
    for place, told in enumerate(found):
        beside[told.article].append(told)
        sorts[_sort(told)].append(place)
    odds = [(one, other) for one in sorted(same) for other in sorted(same[one])
            if one < other and contradict(found[one], found[other]) and not _agree(found, beside, one, other)
            and not _is_change(found[one], found[other], changes) and not _has_risen(beside, found[one], found[other])
            and _is_first(found, same[other], one) and _is_first(found, same[one], other)
            and not refuse(*_kind_of(found[one]), same[one][other], *(found[place][:3] for place in (one, other)))]
    result, held = [], {place for pair in odds for place in pair}
    for group in chain_pairs(odds):
        one, other = next(pair for pair in odds if pair[0] in group)
        told_in, given = {found[place].article for place in group}, {_value(found[place]) for place in group}
        more = {place for member in group for place in same[member] if place not in held}
        also = {place for place in more if found[place].article not in told_in and _value(found[place]) in given}
        told_in |= {found[place].article for place in also}
        also |= {place for member in group for place in sorts[_sort(found[member])]
                 if found[place].article not in told_in and _repeats(found[place], found[member])}
        rows = _one_notation(found, sorted(group | also))
        told = [place for place in sorted(group) if found[place].measure]  # it will bill; the cost
        measured = next((place for place in told if found[place].measure != "hospital"), next(iter(told), one))
        result.append(Difference(*_kind_of(found[measured]),
                                 tuple((found[place].article, found[place].start, found[place].end) for place in rows),
                                 same[one][other]))
    return result


def _repeats(told, value):
    """Tell whether a text with no other value of this sort has the same one: whoever prints 0.8 per cent holds it."""
    exact = told.measure != "" or len(f"{shown(told):g}".strip("0.")) > 1
    alike = exact and shown(told) == shown(value) and _sort(told) == _sort(value)
    return alike and told.alone and SAME_THING.decide(told, value)[1] != "two"


def _is_first(found, joined, one):
    """Tell whether no other value of the same thing stands before it in its article: two firemen, after the eleven."""
    return all(place >= one or not contradict(found[place], found[one])
               for place in joined if found[place].article == found[one].article)


def chain_pairs(pairs: list[tuple[int, int]]) -> list[set[int]]:
    """Return the groups of all that pairs connect, in the order of their first pair."""
    groups: dict[int, set[int]] = {}
    for one, other in pairs:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(joined, joined))
    return list({id(group): group for pair in pairs for group in [groups[pair[0]]]}.values())


def _kind_of(told):
    """Return the kind of a difference and what it is of, in a word: the verb of a time, a measure, a unit.

    A share is of no price: 82 per cent of a club, sold for £46m.
    """
    if told.kind == "time":
        return "time", told.about or told.unit
    if told.kind == "percent" and told.measure not in _OF_SHARES:
        return "number", told.unit
    return "number", told.measure if told.measure not in ("", "age", "vote") else told.unit


def _value(told):
    return told.low, told.high, told.rough


def _one_notation(found, rows):
    """Return the rows without what stands there in another notation as well: half past seven beside 7.30am."""
    told = [found[place] for place in rows]
    common = {_value(one): max((other.printed for other in told if _value(other) == _value(one)), key=lambda printed: (
        sum(other.printed == printed for other in told), printed)) for one in told}
    return [place for place in rows if found[place].kind not in ("time", "money")
            or found[place].printed == common[_value(found[place])]]


def _agree(found, beside, one, other):
    """Tell whether either article also has a value of this sort that agrees with the other's; `beside` has its values.

    Of a sum that is given with "more than" as well, the bare "$5 billion" is the rounded one; "more than" another
    number, beside it, agrees with too much.
    """
    return any((_alike(told, found[mine]) or _is_former(told, found[theirs])) and not contradict(told, found[theirs])
               and not (told.kind == "time" and SAME_THING.decide(told, found[theirs])[1] == "two")
               for mine, theirs in ((one, other), (other, one)) for told in beside[found[mine].article])


def _is_former(told, theirs):
    """Tell whether a text gives the other's number as an earlier one: five are missing, it had spoken of 22."""
    return told.kind == theirs.kind and shown(told) == shown(theirs) and bool(_FORMER.search(told.line.text))


def _alike(one, other):
    """Tell whether two values are of one sort: of one unit, people of one measure."""
    above, below = one.high == float("inf"), one.low == 0 < one.high  # "more than", "as much as" another number
    if (above and one.low != other.low) or (below and one.high != other.high) or none_of_a_sort(one, other):
        return False
    if is_vague(one) and not is_vague(other):
        return False  # dozens hurt, in the headline above 23
    if one.kind != other.kind or (one.unit != other.unit and not one.measure == other.measure != ""):
        return False
    return one.unit not in ("people", "") or one.measure == other.measure
