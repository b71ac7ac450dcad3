"""Who acts: the people, bodies, countries and groups that the texts introduce, under one identity.

A person is introduced by a full name once and called by the surname after; texts spell, shorten and initial a
name differently, so the names of one event are merged where surname and first name agree.  people.csv comes
first: its names, aliases and sides win.
"""

from collections import Counter, defaultdict
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
import regex
from rapidfuzz import fuzz
from wordfreq import zipf_frequency

from ..english.countries import countries, demonyms
from ..english.words import fold, read_list
from ..rules import Setting
from ..speech.identity import Who, relate
from ..speech.lexicon import find_class, given_sexes, is_body_word, is_person_word
from ..speech.naming.names import is_body
from ..speech.naming.people import is_person, read_cast
from ..tables import conform

_MOST = 400  # actors kept: more than any event has; keeps hostile lists of names cheap
ACTOR_NAMED = Setting("actor_named", 2, "mentions from which a body that one text alone names is an actor",
                      chosen="a body named once by one text is background")
RARE_SURNAME = Setting("rare_surname", 3.2, "Zipf frequency below which one surname with two first names of one sex, "
                       "in different articles, is one person's", chosen="about one word in 600,000; Smith has 4.9")
_SUFFIX = {"jr", "sr", "ii", "iii", "iv"}
_PARTY = regex.compile(r"\(?\b([DRI])\s?-\s?\p{Lu}|\((D|R|I)\)|,\s(Democrat|Republican|Independent)\b")
_ACRONYM = regex.compile(r"\s\((?:the\s)?(\p{Lu}[\p{Lu}&.]{1,7})\)")
_OF = regex.compile(r"\sof\s(?:the\s)?((?:\p{Lu}[\p{L}.]+\s?){1,3})")
_JOINED = regex.compile(r"(?<=[\s(“\"])\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2} (?:and|&) $")
_TAIL = regex.compile(r" (?:of|for) (?:the )?\p{Lu}\p{L}+(?: (?:and |of )?\p{Lu}\p{Ll}+){0,2}")
_APPOSITION = regex.compile(r",\s(?:an?|the|its|their)\s((?:[\p{L}’'-]++\s?){1,7})")
_AGE = regex.compile(r",\s\d\d,")
_KINDS = {"person": "person", "office": "person", "institution": "body", "body": "body", "country": "country",
          "group": "group"}


class Seen(NamedTuple):
    """One name where it stands."""

    article: str
    start: int
    end: int
    core: str
    titles: tuple
    kind: str


def find_actors(articles, sentences, people):
    """Return the table `actors`: who is named, by kind, with aliases, side and the number of articles.

    `people` has the columns name, aliases, role, side, type of people.csv and may be empty.
    side_source is "people.csv", "text" or missing.  Names of people.csv that no text has are left out.
    """
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    seen = read_seen(texts, sentences)
    found = _merge(seen)
    rows = _listed(people, texts)
    taken = {fold(alias) for row in rows for alias in row["aliases"]}
    sides = _read_sides(found, texts, people)
    for name, (kind, forms, where) in found.items():
        if not taken.isdisjoint({fold(form) for form in (name, *forms)}):
            continue
        side, source = sides.get(name, (None, None))
        rows.append({"actor": name, "kind": kind, "side": side, "side_source": source, "aliases": sorted(forms),
                     "articles": len({one.article for one in where}), "role": None, "named": len(where)})
    rows = sorted(rows, key=lambda row: (-row["articles"], -row["named"], row["actor"]))[:_MOST]
    table = pd.DataFrame(rows, columns=["actor", "kind", "side", "side_source", "aliases", "articles", "role"])
    table["aliases"] = ["|".join(aliases) for aliases in table["aliases"]]
    return conform("actors", table)


def read_seen(texts, sentences):
    """Return the Seen of all texts ({article: text}); headlines are left out, since capitals tell nothing there."""
    zones = defaultdict(list)
    for article, start, end, zone in zip(sentences["article"].astype(str), sentences["start"], sentences["end"],
                                         sentences["zone"], strict=True):
        if zone in ("headline", "heading"):
            zones[article].append((start, end))
    seen = []
    for article, text in texts.items():
        cast = read_cast(text, zones[article])
        single = Counter(fold(name.core) for name in cast.names if " " not in name.core)
        for name in cast.names:
            kind = _kind(cast, name, single, text)
            if kind:
                start = name.end - len(name.core) - (len("'s") if name.owner else 0)
                if not text.startswith(name.core, start):
                    start = max(text.find(name.core, name.start, name.end), 0)
                end = start + len(name.core)
                if kind == "body":
                    start, end = _whole_body(text, start, end)
                seen.append(Seen(article, start, end, " ".join(text[start:end].split()), name.titles, kind))
    return seen


def _whole_body(text, start, end):
    """Stretch a body's name over "and" before it and "of" behind it: Bakers and Millers Union, Office of Fair Trade."""
    before = _JOINED.search(text[max(0, start - 60):start])
    behind = _TAIL.match(text, end)
    return (start - len(before.group()) if before else start), (behind.end() if behind else end)


def _kind(cast, name, single, text):
    """Return person, body, country or group, or None for a name that nothing tells more of (a street, a film)."""
    core, low = name.core, fold(name.core)
    if low in countries():
        return "country"
    if " " not in core and low.endswith("s") and low[:-1] in demonyms():
        return "group"
    if core in _groups():
        return "group"
    words = core.split()
    if is_body(core) or _is_called_body(text, name.end):
        common = text[:name.start].endswith((" a ", " an ")) or text[name.end:name.end + 1] == "s"
        return "body" if len(words) > 1 or (core.isupper() and not common) or name.definite else None
    low_words = [fold(word) for word in words]
    if len(words) > 1 and (low_words[-1] in _place_words() or core.isupper()
                           or (words[0].isupper() and "." not in words[0])
                           or any(word in countries() or word in demonyms() or word.removesuffix("s") in demonyms()
                                  or word in _party_words() for word in low_words)):
        return None
    if len(words) > 4 or low in demonyms() or any(word[0].isdigit() for word in words):
        return None
    known = words[0] in given_sexes() or bool(name.titles) or _AGE.match(text, name.end) is not None
    if len(words) > 1 and is_person(cast, core) and (known or single[fold(_surname(core, single))]):
        return "person"
    return "surname" if len(words) == 1 and len(core) > 2 and is_person(cast, core) else None


def _is_called_body(text, end):
    """Tell whether the words behind a name call it an institution: Open Hands, a charity for ..."""
    behind = _APPOSITION.match(text, end)
    words = behind.group(1).split() if behind else []
    head = next((place for place, word in enumerate(words) if find_class(word) in ("preposition", "relative", "that")
                 or word.endswith(",")), len(words))
    return bool(head) and is_body_word(words[head - 1]) and not any(map(is_person_word, words[:head]))


@lru_cache
def _place_words():
    return frozenset(read_list("places")["word"])


@lru_cache
def _groups():
    return set(read_list("parties")["members"])


def _surname(core, single=None):
    """Return the word that stands for a full name: the last one, or the first where that alone stands by itself."""
    words = [word for word in core.split() if fold(word) not in _SUFFIX]
    if not words:
        return core
    return words[-1] if single is None or single[fold(words[-1])] or not single[fold(words[0])] else words[0]


def _merge(seen):
    """Return {name: (kind, forms, where)}: the names of the event, those of one person or body together."""
    counts, where = Counter(), defaultdict(list)
    single = Counter(fold(one.core) for one in seen if one.kind == "surname")
    for one in seen:
        if one.kind != "surname":
            counts[one.core, one.kind] += 1
            where[one.core].append(one)
    groups, buckets = [], defaultdict(list)
    full = {core for core, kind in counts if kind == "person"}
    for (core, kind), _ in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0][0]), item[0])):
        if kind == "person" and core.split(" ", 1)[1] in full and " " in core.split(" ", 1)[1]:
            where[core.split(" ", 1)[1]] += where[core]  # Commons Ann Bellamy
            continue
        key = (kind, _bucket(core, kind, single))
        for group in buckets[key]:
            one = groups[group][1][0]
            if _is_one(kind, one, core) or (kind == "person" and _is_nickname(one, core, where, single)):
                groups[group][1].append(core)
                break
        else:
            buckets[key].append(len(groups))
            groups.append((kind, [core]))
    found = {}
    for kind, cores in groups:
        forms, places = set(cores), [one for core in cores for one in where[core]]
        if kind == "person":
            forms |= {_surname(core, single) for core in cores}
        if kind == "body" and len({one.article for one in places}) < 2 and len(places) < ACTOR_NAMED.value:
            continue
        found[cores[0]] = (kind, forms, places)
    return _count_surnames(_join_acronyms(found), seen)


def _is_nickname(one, other, where, single):
    """Tell whether two names with one surname are one person's whom no article calls by both: Ed and Edward Miles.

    First names of one sex are enough where the surname is rare, since papers misspell and shorten first names.
    """
    if fold(_surname(one, single)) != fold(_surname(other, single)):
        return False
    if {place.article for place in where[one]} & {place.article for place in where[other]}:
        return False
    sexes = {given_sexes().get(name.split()[0]) for name in (one, other)}
    firsts = {fold(name.split()[0]) for name in (one, other)}
    if fold(one).startswith(fold(_surname(one, single)) + " "):
        return False  # a family name that stands first leaves nothing to shorten
    short = len(firsts) > 1 and any(firsts <= group for group in _nicknames())
    return short or (len(sexes - {None}) < 2 and zipf_frequency(fold(_surname(one, single)), "en") < RARE_SURNAME.value)


@lru_cache
def _nicknames():
    return [set(row.split("|")) for row in read_list("nicknames")["names"]]


def _bucket(core, kind, single):
    if kind == "person":
        return fold(_surname(core, single))[0]
    return countries()[fold(core)] if kind == "country" else fold(core).removeprefix("the ")[:4]


def _is_one(kind, one, other):
    if kind == "person":
        letters = [fold(name).replace("-", "").replace(" ", "") for name in (one, other)]
        alike = relate(Who(one, "person", ""), Who(other, "person", "")) == "same" and _may_be_one(one, other)
        return letters[0] == letters[1] or alike
    if kind == "country":
        return countries()[fold(one)] == countries()[fold(other)]
    key, twin = (fold(name).replace(".", "").replace("’", "'").removeprefix("the ") for name in (one, other))
    return key == twin


def _may_be_one(one, other):
    """Tell whether two first names can be one: Ann and Anne, J. and John, not Ann and Amy."""
    first, second = fold(one.split()[0]).rstrip("."), fold(other.split()[0]).rstrip(".")
    return min(len(first), len(second)) < 2 or first[:3] == second[:3] or fuzz.ratio(first, second) >= 75


def _join_acronyms(found):
    """Join a body with its acronym: Nursing and Midwifery Alliance (NMA)."""
    acronyms = {name.replace(".", ""): name for name, (kind, _, _) in found.items()
                if kind == "body" and " " not in name and name.isupper()}
    for name in sorted(found, key=len, reverse=True):
        kind, forms, places = found.get(name, ("", None, None))
        if kind != "body" or " " not in name:
            continue
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        short = acronyms.get(letters)
        if short and short in found and short != name and len(letters) > 2:
            forms |= found[short][1]
            places += found.pop(short)[2]
    return found


def _count_surnames(found, seen):
    """Add the places where a person is called by surname; a surname that two persons share is left to mentions."""
    owners = defaultdict(list)
    for name, (kind, forms, _) in found.items():
        if kind == "person":
            for form in forms:
                owners[fold(form)].append(name)
    for one in seen:
        if one.kind == "surname" and len(owners[fold(one.core)]) == 1:
            found[owners[fold(one.core)][0]][2].append(one)
    return found


def _listed(people, texts):
    """Return the rows of people.csv whose name or alias stands in a text, as dicts."""
    rows = []
    whole = {article: text.replace("’", "'") for article, text in texts.items()}
    for person in people.to_dict("records"):
        aliases = [alias.strip() for alias in (person["name"], *str(_or(person.get("aliases"), "")).split("|"))
                   if alias.strip()]
        has = {article for article, text in whole.items() for alias in aliases
               if regex.search(rf"(?<![\p{{L}}\p{{N}}]){regex.escape(alias.replace('’', chr(39)))}(?![\p{{L}}\p{{N}}])",
                               text, regex.IGNORECASE)}
        side = _or(person.get("side"), None)
        rows.append({"actor": person["name"], "kind": _listed_kind(person),
                     "side": side, "side_source": "people.csv" if side else None, "aliases": sorted(set(aliases)),
                     "articles": len(has), "role": _or(person.get("role"), None), "named": len(has)})
    return [row for row in rows if row["articles"]]


def _listed_kind(person):
    """Return the kind by people.csv's type, else by the name: a country's, a body's, a person's."""
    name = person["name"]
    known = _KINDS.get(str(_or(person.get("type"), "")).lower())
    words = name.split()
    return known or ("country" if fold(name) in countries() else "body" if is_body(name) or len(words) == 1
                     or any(is_body_word(word) for word in words) else "person")


def _or(value, other):
    return value if isinstance(value, str) and value else other


def _read_sides(found, texts, people):
    """Return {name: (side, "text")} by what stands beside a name: a party in brackets, a nation, "of" a country."""
    sides = {}
    for name, (kind, _, places) in found.items():
        if kind == "country":
            sides[name] = (countries()[fold(name)], "text")
            continue
        if kind == "group":
            sides[name] = (demonyms().get(fold(name)[:-1]) or _party(name), "text")
            continue
        votes = Counter()
        for one in places:
            votes.update(_beside(texts[one.article], one, kind))
        parties = {side: number for side, number in votes.items() if side in _parties()}
        best = max((parties or votes).items(), key=lambda item: (item[1], item[0]), default=None)
        if best:
            sides[name] = (best[0], "text")
    return sides


def _beside(text, one, kind):
    """Return the sides named beside one mention."""
    behind, found = text[one.end:one.end + 40], []
    party = _PARTY.match(behind.lstrip()) or _PARTY.match(behind)
    if party:
        found.append(_party(party.group(1) or party.group(2) or party.group(3)))
    before = regex.findall(r"[\p{L}.’'-]+", text[max(0, one.start - 60):one.start].rpartition("\n")[2])[-5:]
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        low = fold(regex.sub(r"['’]s$", "", word))
        pair = " ".join(fold(part) for part in before[max(0, place - 1):place + 1])
        nation = demonyms().get(pair) or demonyms().get(low) or countries().get(low)
        if nation and word[:1].isupper() and all(_is_office(part) for part in before[place + 1:]) and (
                place < len(before) - 1 or kind == "body"):
            found.append(nation)
            break
        if low in _party_words() and word[:1].isupper():
            found.append(_party_words()[low])
            break
        if not _is_office(word):
            break
    of = _OF.match(behind)
    if of and fold(of.group(1).strip()) in countries() and (kind == "body" or one.titles):
        found.append(countries()[fold(of.group(1).strip())])
    if kind == "body":
        first = fold(one.core.split()[0])
        found += [demonyms()[first]] if first in demonyms() else []
    return [side for side in found if side]


def _is_office(word):
    return is_person_word(word) or is_person_word(word.rstrip(".")) or fold(word) in (
        "foreign", "prime", "defense", "defence", "deputy", "vice", "former", "state", "interior", "finance", "first",
        "government", "opposition", "energy", "justice", "trade", "military", "and", "acting", "ministry")


@lru_cache
def _parties():
    return set(read_list("parties")["party"])


@lru_cache
def _party_words():
    table = read_list("parties")
    return {fold(word): party for word, party in zip(table["word"], table["party"], strict=True)}


@lru_cache
def _party(word):
    table = read_list("parties")
    names = {key: party for row in table.to_dict("records") for key, party in
             ((row["letter"], row["party"]), (row["word"], row["party"]), (row["members"], row["party"])) if key}
    return names.get(word)
