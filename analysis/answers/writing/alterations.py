"""What is said of a remark that two texts print with another word: how it differs, and who altered it where that shows.

Who altered it is said only where the agency's own text is in the folder, or two texts that are no copies of one another
agree against one.  Else both are set side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from ...copies.sources import find_agency_text, name_agency
from ...english.wording import count
from ...english.words import folded_words
from ...rules import Setting
from ...tables import rows_of
from ...text.alignment import count_kept
from .base import MOST_NAMES, Finding, family_of, find, fit, name_many
from .strengths import weigh
from .versions import find_alteration, list_changes

KEPT = Setting("one_word_kept", 8, "words that two texts which are no copies print alike, from which one other word "
               "between them is a change of the remark and no translation of it",
               chosen="two translators seldom choose eight words alike")
_PUT_IN = 2  # words that one may have put in


class Altered(NamedTuple):
    """Two versions of a remark as dicts, what differs between them, and whether one text is a copy of the other."""

    one: dict
    other: dict
    what: str
    copies: bool


def find_altered(rows: list[dict], family: dict[str, int], apart: set[frozenset], days: dict) -> Altered | None:
    """Return the alteration between the versions of a remark: that of copies before that of what are none.

    `days` gives the day that an article names for a remark, `apart` the pairs of articles that translate on their own.
    """
    found: dict[bool, Altered] = {}
    for one, other in combinations(rows, 2):
        change, loose, both = find_alteration(one, other), False, frozenset((one["article"], other["article"]))
        if change is None:
            said = {days.get((row["utterance"], row["article"])) for row in (one, other)} - {None}
            loose = family[one["article"]] != family[other["article"]]
            if len(said) < 2 and (not loose or (both not in apart and _is_single(one, other))):
                change = find_alteration(one, other, copies=True)
        if change:
            found.setdefault(loose, Altered(one, other, change[0], not loose))
    return found[min(found)] if found else None


def _is_single(one: dict, other: dict) -> bool:
    """Tell whether two versions differ in one place only, by a word or two, within words enough to be one remark.

    More words that only one has were left out to begin the quote anew: "I [read it and] was sorry".
    """
    steps = list_changes(one, other)
    if len(steps) != 1 or count_kept(one["keys"], other["keys"]) < KEPT.value:
        return False
    step = steps[0]
    return step.op == "replace" or max(step.last - step.first, step.other_last - step.other_first) <= _PUT_IN


def _find_translated(versions: dict[int, list[dict]]) -> set[frozenset]:
    """Return the pairs of articles that print a remark with several changes: they heard or translated it themselves."""
    found = set()
    for rows in versions.values():
        for one, other in combinations(rows, 2):
            if len(list_changes(one, other)) > 1 and find_alteration(one, other, copies=True):
                found.add(frozenset((one["article"], other["article"])))
    return found


def list_altered(versions: dict[int, list[dict]], families: pd.DataFrame, utterances: pd.DataFrame
                 ) -> list[tuple[list[dict], Altered]]:
    """Return (its versions, Altered) of each remark that two texts print with another word, both sorts of say_altered.
    """
    family, apart = family_of(families), _find_translated(versions)
    days = {(utterance, article): day for utterance, article, day in rows_of(
        utterances, "utterance", "article", "day") if isinstance(day, str)}
    return [(rows, altered) for rows in versions.values() if (altered := find_altered(rows, family, apart, days))]


def say_altered(event: Any, of: Callable[..., str], loose: bool = False) -> list[Finding]:
    """Return a finding for each remark that two texts print with another word; `of` names its speaker (" of Ann Lind").

    Where `loose`, those of texts that are no copies of one another, in which no negation, number or name differs.
    """
    family, names, found = family_of(event.families), event._names, []
    for rows, altered in event._altered:
        if altered.copies == loose:
            continue
        sides = _part(rows, altered)
        who = None if loose else _blame(sides, family, event.articles)
        agency = name_agency([*sides[0], *sides[1]], event.articles)
        many = len(list_changes(altered.one, altered.other)) > 1
        found.append(find(
            fit(_word(altered, sides, who, agency, names, _name_speaker(rows, altered, sides, who, of))),
            sum(map(len, sides)), "outlets", weigh("word of a remark" if loose else "altered remark"),
            "Both stand inside quotation marks, in the same order of words but for "
            f"{'these changes' if many else 'this'}.{' One text is a copy of the other.' if who else ''}",
            [(row["article"], row["start"], row["end"]) for row in (altered.one, altered.other)]))
    return found


def _name_speaker(rows: list[dict], altered: Altered, sides: list[list[str]], who: tuple | None,
                  of: Callable[..., str]) -> str:
    """Return " of Ann Lind" as both versions have it, or as those that did not alter the remark."""
    whole = [row for row in rows if who is not None and row["article"] in sides[1 - who[0]]]
    return of(altered.one, altered.other) or of(*whole)


def _part(rows: list[dict], altered: Altered) -> list[list[str]]:
    """Return the articles that print a remark as one of two versions does, and those that print it as the other."""
    sides = [[row["article"] for row in rows if row is whole or (row is not against and _same(row, whole, altered))]
             for whole, against in ((altered.one, altered.other), (altered.other, altered.one))]
    return [sides[0], [article for article in sides[1] if article not in sides[0]]]


def _blame(sides: list[list[str]], family: dict[str, int], articles: Any) -> tuple[int, str | None] | None:
    """Return (the side that altered a remark, the agency's text or None) where that shows, else None.

    Of two copies of one text that one is altered which differs from the agency's, or from a text that is no copy.
    """
    kin = [{family[article] for article in side} for side in sides]
    for number, side in enumerate(sides):
        against = 1 - number
        for shared in sorted(kin[0] & kin[1]):
            source = find_agency_text([article for article, of in family.items() if of == shared], articles)
            if source in side and all(family[article] == shared for article in sides[against]):
                return against, source
        if len(kin[number]) > 1 and len(kin[against]) == 1:
            return against, None
    return None


def _word(altered: Altered, sides: list[list[str]], who: tuple | None, agency: str, names: dict, of: str
          ) -> Iterator[str]:
    """Return the sentence, first with many words around the change, then with fewer, then with fewer names."""
    places = len(list_changes(altered.one, altered.other))
    more, where = (", among other changes", f" in {count(places, 'place')}") if places > 1 else ("", "")
    for around, most in (*((around, MOST_NAMES.value) for around in (3, 2, 1)), (1, 1), (0, 1)):
        _, *shown = find_alteration(altered.one, altered.other, around, copies=True) or ("", "", "")
        told = [name_many(side, names, most=most) for side in sides]
        if who is None:
            yield f"A remark{of} differs by {altered.what}{more}: “{shown[0]}” in {told[0]}, “{shown[1]}” in {told[1]}."
            continue
        guilty, source = who
        whole, kept = len(sides[1 - guilty]) > 1 and source is None, told[1 - guilty]
        if source is not None:
            own = folded_words(names[source]) == folded_words(agency)
            kept = f"the agency, {names[source]}," if own else f"the agency's text in {names[source]}"
        yield (f"{told[guilty]} {'alters' if len(sides[guilty]) == 1 else 'alter'} a remark{of}{where}: "
               f"“{shown[guilty]}”; {kept} {'have' if whole else 'has'} “{shown[1 - guilty]}”.")


def _same(row: dict, one: dict, altered: Altered) -> bool:
    """Tell whether a third version agrees with `one` in the words that differ, and has those on either side of them.

    What ends before the altered words holds neither: "I asked for a count" of "I asked for a count, and do accept it".
    """
    words = [word for part in altered.what.split(" and ") for word in folded_words(part)]
    if not all((word in row["keys"]) == (word in one["keys"]) for word in words) or find_alteration(row, one):
        return False
    mine = altered.one is one
    return all(_holds(row["keys"], one["keys"], *((step.first, step.last) if mine else
                                                  (step.other_first, step.other_last)))
               for step in list_changes(altered.one, altered.other))


def _holds(keys: list[str], whole: list[str], first: int, last: int) -> bool:
    """Tell whether words `first` to `last` of a version stand in another with a word of those on either side."""
    run = whole[max(first - 1, 0):last + 1]
    return any(keys[at:at + len(run)] == run for at in range(len(keys) - len(run) + 1))
