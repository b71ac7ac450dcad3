"""One identity for each person and body of an event, over all its articles.

A person is known under many names: in full, by surname (Kim of Kim Jong-un, de Gaulle and Gaulle), by given name
beside a sister, with a title (Sir Keir), in another outlet's spelling (Zelen, Zelin).  `read_register` puts the names
of all texts together and answers, of a form in an article, who that is: first by the people whom the article itself
names in full, then by those of the other articles.  Two who fit and can't be told apart are left open.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Set
from heapq import nsmallest
from typing import NamedTuple

import pandas as pd

from ...english.countries import NATION_ENDINGS, cities, country_names
from ...english.frequency import zipf
from ...english.lexicon import folded_given_sexes, given_sexes, is_person_word, title_offices
from ...english.names import FIRM_WORDS, GROUP
from ...english.posts import PORTFOLIOS
from ...english.words import fold
from .bearers import LEADING, Bearer, merge_bearers, offices_of
from .forms import EVERYDAY, is_body, key_of, name_parts, title_sex
from .names import Names
from .namesakes import OTHER_POST, tell_by_role
from .persons import may_be_person

_LONGEST_BODY = 6  # words


class Identity(NamedTuple):
    """A person or body of the event: one name for all its forms."""

    name: str
    kind: str | None     # person, or None for a bare name that may be a place's or a body's
    sex: str | None      # m, f, or None where nothing tells
    aliases: tuple       # its other forms in the texts, sorted
    offices: tuple       # the person's titles and roles in small letters, sorted (governor, vice president)


def describe_names(names: list, capitals: Set) -> Names:
    """Return what the Names of one article tell together (see names.read_names)."""
    cores = {name.core for name in names}
    stems = {word.removesuffix(ending) for word in capitals if word.endswith(NATION_ENDINGS)
             for ending in NATION_ENDINGS if word.endswith(ending)}
    places = {fold(name.core) for name in names if name.place}
    places |= {fold(core) for core in cores if " " not in core and _has_adjective(core, stems)}
    things = {fold(name.core) for name in names if name.definite and not name.titles}
    surnames = {name_parts(core)[0][-1] for core in cores if " " in core and not is_body(core)}
    surnames |= {fold(name.core) for name in names if title_sex(name.titles)}
    called = {name.core for name in names if name.what}
    found = Names(names, [name.start for name in names], places, things, {}, {}, surnames, called)
    for name in names:
        if (is_body(name.core) or name.core in called) and not name.beat:
            for word in {key_of(name.core).split()[-1], fold(name.what)} - {""}:
                starts, cores = found.bodies.setdefault(word, ([], []))
                starts.append(name.start)
                cores.append(name.core)
            note_longest(found.longest, name.core)
    return found


def is_person(names: Names, core: str) -> bool:
    """Tell whether a name of one text is a person's: the full form of a surname, or one with a title, and no place."""
    if is_body(core) or fold(core) in names.places | names.things:
        return False
    return name_parts(core)[0][-1] in names.surnames or core.split(" ")[0] in given_sexes()


def note_longest(table: dict, core: str) -> None:
    """Note an institution under all endings of its name, where it is the longest with them."""
    words = key_of(core).split()
    for first in range(max(0, len(words) - _LONGEST_BODY), len(words)):
        key = " ".join(words[first:])
        known = table.setdefault(key, core)
        if (-len(core), core) < (-len(known), known):
            table[key] = core


def _has_adjective(place, stems):
    """Tell whether the text has the adjective of a place by the stems of all of them: Ruritanian, Fooish."""
    return len(place) > 3 and (place in stems or (place[-1:] in "aeiy" and place[:-1] in stems))


class Register:
    """The persons and bodies of an event; `find` and `holder` answer for one article, then for all."""

    def __init__(self, articles: dict):
        """`articles` is {article: its Names}."""
        self.articles = articles
        self._of, self._all = {}, {}      # article: {form: [persons]}; {form: [persons]}
        self._longest, self._acronyms, self._short = {}, {}, {}
        self.people: list[Identity] = []
        self._counts: list[Counter] = []  # how often an article names the person,
        self._totals: list[int] = []      # and how often all do
        self._trades: list[set] = []      # words before the person's titles: police
        self._offices: dict = {}          # (article, head of an office): [(offset, person, words)]
        self._heads: dict = {}            # head of an office: [(article, such a row)]
        self._told: dict = {}             # article: ([offset], [(end, person whom the words beside a surname tell)])
        self.called = frozenset().union(*(names.called for names in articles.values()))
        bearers = merge_bearers(_collect(articles, self.called))
        for number, bearer in enumerate(bearers):
            self._add(number, bearer)
        for names in articles.values():
            for core in names.longest.values():
                note_longest(self._longest, core)
        for core in sorted(set(self._longest.values())):
            words = [word for word in core.split() if word[0].isupper()]
            if len(words) > 2:
                self._acronyms.setdefault("".join(word[0] for word in words).casefold(), set()).add(core)
        self._note_short(frozenset().union(*(names.places for names in articles.values())))
        for article, names in articles.items():
            self._note_told(article, names)
        for article, names in articles.items():
            self._note_offices(article, names)

    def _add(self, number, bearer):
        forms = sorted(bearer.forms, key=lambda form: (" " not in form, -bearer.forms[form], -len(form), form))
        offices = tuple(sorted(bearer.offices))
        sure = len(bearer.parts) > 1 or bearer.titled or bearer.suffix
        aliases = tuple(sorted(set(forms[1:])))
        self.people.append(Identity(forms[0], "person" if sure else None, bearer.sex(), aliases, offices))
        self._counts.append(bearer.articles)
        self._trades.append(bearer.trades)
        self._totals.append(sum(bearer.articles.values()))
        keys = {fold(form): 0 for form in forms}
        last, first = bearer.parts[-1], bearer.parts[0]
        keys.setdefault(last, 0)
        if bearer.suffix:
            keys.setdefault(f"{last} {bearer.suffix}", 0)
        for form in forms:  # de Vallon, al-Rashidi, Suu Kyi
            words = fold(form).split()
            for at in range(1, len(words)):
                keys.setdefault(" ".join(words[at:]), 0)
        given = {part for form in forms if " " in form for part in (form.split(" ")[0], *form.split(" ")[0].split("-"))}
        known = bearer.named or not given_sexes().keys().isdisjoint(given)  # Harko is no Harko Lite
        for weak in (first, *bearer.nicks, *(f"{nick} {last}" for nick in bearer.nicks)):
            if (len(bearer.parts) > 1 and known) or weak != first:
                keys.setdefault(weak, 1)
        for key, weak in keys.items():
            self._all.setdefault(key, []).append((weak, number))
            for article in bearer.articles:
                self._of.setdefault(article, {}).setdefault(key, []).append((weak, number))

    def _note_told(self, article, names):
        """Note whom a title or role beside a shared surname tells: Fire chief Roe is Bo, though Mayor Ann is near."""
        here = self._of.setdefault(article, {})
        for name in names.names:
            if " " in name.core or not (name.titles or name.beside):
                continue
            numbers = [number for weak, number in self._all.get(fold(name.core), ())
                       if not weak and " " in self.people[number].name]
            which = None if len(numbers) < 2 else tell_by_role(
                name, [self.people[number] for number in numbers], [self._trades[number] for number in numbers])
            if which is None:
                continue
            number = numbers[which]
            starts, told = self._told.setdefault(article, ([], []))
            starts.append(name.start)
            told.append((name.end, number))
            if (0, number) not in here.get(fold(name.core), ()):
                here.setdefault(fold(name.core), []).append((0, number))
                self._counts[number][article] += 1

    def _note_offices(self, article, names):
        for name in names.names:
            if not (name.titles or name.beside) or is_body(name.core):
                continue
            told = self._number_told(article, name.start)
            found = self._search(article, name.core, None, title_sex(name.titles)) if told is None else [told]
            if len(found) != 1:
                continue
            for phrase in offices_of(name):
                words = phrase.split(" ")
                heads = {*words[:-1]} - PORTFOLIOS | {words[-1]}  # the justice secretary is no justice
                for head in filter(is_person_word, heads):
                    row = (name.start, found[0], frozenset(words))
                    self._offices.setdefault((article, head), []).append(row)
                    self._heads.setdefault(head, []).append((article, row))

    def _note_short(self, places):
        """Note the firms that papers call by their first words: Corran for Corran Energy; not Ellby Foods of Ellby.

        A group is called so by a word that is none of everyday prose and no place: not Contact of the Contact Group.
        """
        borne = {fold(part) for person in self.people if " " in person.name for part in person.name.split(" ")}
        named = {name.core for names in self.articles.values() for name in names.names}
        for core in named:
            words = core.split(" ")
            last = words[-1].lower()
            if len(words) > 1 and (last in FIRM_WORDS or last == GROUP) and is_body(core):
                short = fold(" ".join(words[:-1]))
                if last == GROUP and (short in cities() or short in country_names() or zipf(short) >= EVERYDAY.value
                                      or short in folded_given_sexes()):
                    continue
                if short not in places and borne.isdisjoint(short.split(" ")):
                    self._short.setdefault(short, set()).add(core)

    def firm(self, form: str) -> str | None:
        """Return the name of the one firm that is called by its first words, or None."""
        found = self._short.get(fold(form), ())
        return next(iter(found)) if len(found) == 1 else None

    def find(self, article: str, form: str, sex: str | None = None, titles: tuple = ()) -> Identity | None:
        """Return the person whom `form` (Roe, Ada Roe) names in an article, or None where none or several fit."""
        found = self._search(article, form, titles, sex)
        return self.people[found[0]] if len(found) == 1 else None

    def told(self, article: str, at: int) -> Identity | None:
        """Return the person whom a title or role tells beside the shared surname around `at`, or None."""
        number = self._number_told(article, at)
        return None if number is None else self.people[number]

    def _number_told(self, article, at):
        starts, told = self._told.get(article, ((), ()))
        place = bisect_right(starts, at) - 1
        return told[place][1] if place >= 0 and at < told[place][0] else None

    def is_shared(self, article: str, form: str, sex: str | None = None) -> bool:
        """Tell whether several people fit a form, so that it names nobody."""
        return len(self._search(article, form, (), sex)) > 1

    def _search(self, article, form, titles, sex):
        key = fold(form.replace("\u00a0", " "))
        parts, suffix = name_parts(form)
        keys = [key]
        if len(parts) == 1 and parts[0] != key and not suffix:
            keys.append(parts[0])
        for table in (self._of.get(article, {}), self._all):
            for one in keys:
                found = table.get(one, [])
                strong = [number for weak, number in found if not weak]
                numbers = strong or [number for weak, number in found]
                if sex:
                    numbers = [number for number in numbers if self.people[number].sex in (None, sex)]
                if len(numbers) > 1:
                    numbers = self._tell_apart(numbers, article, key, titles or ())
                if numbers:
                    return numbers
        return []

    def _tell_apart(self, numbers, article, key, titles):
        """Return the one bearer of a short form: by the exact name, the office, or as the one mostly named."""
        exact = [number for number in numbers if fold(self.people[number].name) == key]
        if len(exact) == 1:
            return exact
        for title in titles:
            office = title_offices().get(title, title)
            held = [number for number in numbers
                    if any(office in phrase.split(" ") for phrase in self.people[number].offices)]
            if len(held) == 1:
                return held
        weight = {number: self._counts[number].get(article) or self._totals[number] for number in numbers}
        first, second = nsmallest(2, numbers, key=lambda number: (-weight[number], number))
        return [first] if weight[first] >= LEADING.value * weight[second] else numbers

    def holder(self, article: str, at: int, head: str,
               modifiers: frozenset = frozenset()) -> tuple[int, Identity | None]:
        """Return (offset, person) of who holds the office `head` before `at` in an article, or (-1, None).

        `modifiers` are the words before it (the foreign minister).  Of several the one titled so last; a vice president
        is no president.  An article that names none takes the one holder whom the other articles name.
        """
        known = [row for row in self._offices.get((article, head), ()) if self._holds(row, head, modifiers)]
        before = [row for row in known if row[0] < at]
        if before or known:
            counts = Counter(number for _, number, _ in before or known)
            most = max(counts.values())
            start, number, _ = max(row for row in (before or known) if counts[row[1]] == most)
            return (start if before else -1), self.people[number]
        return -1, None

    def other_holder(self, article: str, head: str, modifiers: frozenset = frozenset()) -> Identity | None:
        """Return the one person whom the other articles give the office `head`, one of this article first."""
        numbers = {row[1] for other, row in self._heads.get(head, ())
                   if other != article and self._holds(row, head, modifiers)}
        here = {number for number in numbers if self._counts[number][article]} or numbers
        return self.people[here.pop()] if len(here) == 1 else None

    def is_holder(self, name: str, head: str) -> bool:
        """Tell whether any article gives the office `head` to the person of this name."""
        return any(self.people[row[1]].name == name and self._holds(row, head, frozenset())
                   for _, row in self._heads.get(head, ()))

    @staticmethod
    def _holds(row, head, modifiers):
        words = row[2] - {head}
        return modifiers <= words and not (words & OTHER_POST) - modifiers

    def body(self, article: str, group: str) -> str | None:
        """Return the longest name of an institution that ends with the words of `group`, or None."""
        key = key_of(group)
        if " " not in key and group.islower():
            return None
        names = self.articles.get(article)
        local = names.longest.get(key) if names else None
        if local is None and " " in key:
            local = self._longest.get(key)
        if local is None and group.isupper():
            long = self._acronyms.get(group.replace(".", "").casefold(), ())
            local = next(iter(long)) if len(long) == 1 else None
        return local


def _collect(articles, called):
    """Return the Bearers of full names, and of short ones with a title that no full name has, in a fixed order."""
    full, short = {}, {}
    givens = folded_given_sexes()
    placed = {place for names in articles.values() for place in names.places
              if " " in place and place.split(" ")[0] not in givens}
    things = frozenset().union(*(names.things for names in articles.values()))
    for article, names in articles.items():
        asked: dict[tuple, bool] = {}  # a name comes again and again
        for name in names.names:
            if name.titles and fold(f"{name.titles[-1]} {name.core}") in things:
                continue  # the Queen Ann is a ship, and so is the sinking Queen Ann
            told = name[2:]
            if told not in asked:
                asked[told] = not (name.core in called or fold(name.core) in placed) and may_be_person(names, name)
            if not asked[told]:
                continue
            parts, suffix = name_parts(name.core)
            table = full if len(parts) > 1 else short
            if (parts, suffix) not in table:
                table[parts, suffix] = Bearer(parts, suffix)
            table[parts, suffix].add(article, name)
    return full, short


def read_register(articles: dict) -> Register:
    """Return the Register of {article: (Names of its text, its words with capitals)}."""
    return Register({article: describe_names(*read) for article, read in articles.items()})


def read_people(people: pd.DataFrame | None) -> tuple[dict, dict]:
    """Return ({name or alias as compared: name}, {name: side}) of people.csv; an alias that two share names neither."""
    owners, sides = {}, {}
    if people is None or people.empty:
        return {}, {}
    for name, aliases, side in zip(people["name"], people["aliases"], people["side"], strict=True):
        sides[name] = side
        for alias in (name, *str(aliases if pd.notna(aliases) else "").split("|")):
            if alias.strip():
                owners.setdefault(key_of(alias), set()).add(name)
    shared = {alias: min(owner) for alias, owner in owners.items() if len(owner) == 1}
    return shared | {key_of(name): name for name in sides}, sides
