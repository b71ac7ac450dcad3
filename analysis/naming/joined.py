"""Who is one: the mentions of one actor together, a body with its acronym and short form, a country with its forms."""

from collections import Counter, defaultdict
from itertools import combinations
from typing import NamedTuple

from ..english.countries import country_names, demonyms
from ..english.givens import is_one_given
from ..english.names import CHAMBERS, FIRM_WORDS, GENERATIONS, GROUP, SAINTS
from ..english.words import fold
from ..rules import Setting
from ..speech.speakers.forms import strip_genitive

ACTOR_NAMED = Setting("actor_named", 2, "mentions from which a body that one text alone names is an actor",
                      chosen="a body named once by one text is background")


class Sighting(NamedTuple):
    """One name where it stands: actor is the name that its event knows it by."""

    article: str
    start: int
    end: int
    core: str
    titles: tuple
    kind: str
    actor: str


class Introduced(NamedTuple):
    """An actor of the texts: its kind, the forms it has there, and the places where it is named."""

    name: str
    kind: str
    forms: frozenset
    places: tuple


def join_mentions(seen: list[Sighting]) -> list[Introduced]:
    """Return the Introduced of all mentions, persons first."""
    groups = defaultdict(list)
    for one in seen:
        groups[one.kind, _key(one)].append(one)
    found = {}
    _join_nicknames(groups)
    for (kind, _), places in groups.items():
        counts = Counter(one.core for one in places)
        if kind == "person":
            names = Counter(one.actor for one in places)
            name = min(names, key=lambda actor: (-names[actor], actor))
            forms = set(counts) | set(names) | {_surname(actor) for actor in names}
        else:
            name = min(counts, key=lambda core: (-counts[core], -len(core), core))
            forms = set(counts)
        found[name] = (kind, forms, places)
    _join_acronyms(found)
    _join_short(found)
    order = ("person", "body", "country", "group")
    return [Introduced(name, kind, frozenset(forms), tuple(places)) for name, (kind, forms, places)
            in sorted(found.items(), key=lambda item: (order.index(item[1][0]), item[0]))
            if kind != "body" or len({one.article for one in places}) > 1 or len(places) >= ACTOR_NAMED.value]


def _key(one):
    """Return what two mentions of one actor share: a body's nation in any form (Norse Embassy, Embassy of Norway)."""
    if one.kind == "person":
        return fold(one.actor).replace("-", " ")  # Kim Ro-jin, Kim Ro Jin
    if one.kind == "country":
        return country_names()[fold(one.core)]
    words = [fold(word).replace(".", "").removesuffix("'s") for word in one.core.replace("’", "'").split()]
    words = [word for word in words if word not in ("the", "of", "and", "&", "for")]
    return " ".join(sorted(demonyms().get(word) or country_names().get(word) or word for word in words))


def _surname(name):
    return next((word for word in reversed(name.split()) if fold(word).rstrip(".") not in GENERATIONS), name)


def _join_nicknames(groups):
    """Put two persons with one surname together whom no article names both, and whose given names may be one's.

    Bibi and Benjamin Miles; "Fiona Miles, no relation to the captain" is not Alasdair Miles.
    """
    by_surname = defaultdict(list)
    for (kind, key), places in sorted(groups.items()):
        if kind == "person" and " " in key:
            by_surname[fold(_surname(places[0].actor))].append((key, places[0].actor))
    for surname, actors in by_surname.items():
        for (one, name), (other, another) in combinations(
                sorted(actors, key=lambda actor: (-len(groups["person", actor[0]]), actor)), 2):
            places, more = groups.get(("person", one)), groups.get(("person", other))
            if places and more and {place.article for place in places}.isdisjoint(place.article for place in more) \
                    and _go_together(fold(name.split()[0]), fold(another.split()[0]), surname):
                groups["person", one] = places + groups.pop(("person", other))


def _go_together(one, other, surname):
    """Tell whether two first names may be one person's; a family name that stands first leaves nothing to shorten."""
    return surname not in (one, other) and is_one_given(one, other)


def _join_short(found):
    """Join a body with its short form, where one body alone has it: the League, Corran, St Ann's.

    A chamber stands for itself: the House is not the White House.
    """
    bodies = {name: name.split() for name, (kind, _, _) in found.items() if kind == "body"}
    by_end, by_start = defaultdict(list), defaultdict(list)
    for name, parts in bodies.items():
        by_end[parts[-1]].append(name)
        by_start[_bare(parts[0])].append(name)
    for short, words in sorted(bodies.items(), key=lambda item: (-len(item[0]), item[0])):
        ends = by_end[words[-1]] if short.lower() not in CHAMBERS else ()
        longer = {name for name in ends if bodies[name][-len(words):] == words}
        longer |= {name for name in by_start[words[0].rstrip(".")] if _opens(words, bodies[name])}
        longer = [name for name in longer if name in found and len(bodies[name]) > len(words)]
        if len(longer) == 1 and short in found:
            _, forms, places = found[longer[0]]
            forms |= found[short][1]
            places += found.pop(short)[2]
    saints = defaultdict(list)
    for name, parts in bodies.items():
        if name in found and len(parts) > 2 and parts[0].rstrip(".").lower() in SAINTS and strip_genitive(parts[1])[1]:
            saints[f"{parts[0]} {strip_genitive(parts[1])[0]}"].append(name)
    for short, names in saints.items():
        if len(names) == 1 and short not in found:
            found[names[0]][1].add(short)


def _opens(words, parts):
    """Tell whether a firm's or a saint's name is called by its first words: Corran Energy, St Ann's Hospital."""
    first = [_bare(part) for part in parts[:len(words)]]
    firm = len(parts) == len(words) + 1 and parts[-1].lower() in FIRM_WORDS | {GROUP}
    return first == [word.rstrip(".") for word in words] and (firm or first[0].lower() in SAINTS)


def _bare(word):
    return strip_genitive(word)[0].rstrip(".")


def _join_acronyms(found):
    """Join a body with its acronym: Nursing and Midwifery Alliance, NMA."""
    acronyms = {name.replace(".", ""): name for name, (kind, _, _) in found.items()
                if kind == "body" and " " not in name and name.isupper()}
    for name in sorted(found, key=lambda name: (-len(name), name)):
        kind, forms, places = found.get(name, ("", None, None))
        if kind == "body" and " " in name:
            letters = "".join(word[0] for word in name.split() if word[0].isupper())
            short = acronyms.get(letters)
            if short in found and short != name and len(letters) > 2:
                forms |= found[short][1]
                places += found.pop(short)[2]
