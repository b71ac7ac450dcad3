"""Who the texts introduce: the people of the event's register, and beside them bodies, countries and groups.

A name counts as a person's on evidence alone: a title, a known given name, an age behind it, or a surname that stands
by itself elsewhere; streets, films and storms stay out.
"""

from collections import Counter, defaultdict
from itertools import combinations
from typing import NamedTuple

import pandas as pd
import regex

from ..english.countries import cities, country_names, demonyms
from ..english.givens import is_one_given
from ..english.grammar import PLACE_PREPOSITIONS, find_class
from ..english.lexicon import given_sexes, is_body_word, is_person_word, title_sexes
from ..english.names import CHAMBERS, FIRM_WORDS, GENERATIONS, SAINTS
from ..english.verbs import cue_forms
from ..english.wordlists import listed
from ..english.words import find_words, fold
from ..rules import Setting
from ..speech.speakers.forms import is_body, strip_genitive, title_sex
from ..speech.speakers.names import read_names
from ..speech.speakers.people import Register, describe_names, is_person
from ..tables import rows_of
from .no_persons import is_firm, may_be_person, party_words

ACTOR_NAMED = Setting("actor_named", 2, "mentions from which a body that one text alone names is an actor",
                      chosen="a body named once by one text is background")
OFTEN = Setting("name_often", 4, "times that a name must be printed which says nothing of its bearer, or is missed",
                chosen="a body of the event comes back; a passing name does not")
_JOINED = regex.compile(r"(?<=[\s(“\"])\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2} (?:and|&) $")
_OWNERS = regex.compile(r"(?<=[\s(“\"])(?:\p{Lu}\p{Ll}+ ){0,2}\p{Lu}\p{Ll}+s['’] $")
_TAIL = regex.compile(r" (?:of|for) (?:the )?\p{Lu}\p{L}+(?: (?:and |of )?\p{Lu}\p{Ll}+){0,2}")
_APPOSITION = regex.compile(r",\s(?:an?|the|its|their)\s((?:[\p{L}’'-]++\s?){1,7})")
_ONE_OF_A_KIND = regex.compile(r",\s(?:an?|one\sof\sthe)\s((?:[\p{L}’'-]++\s?){1,7})")
_CAPITAL = r"\p{Lu}[\p{L}\p{N}&’-]*\p{L}"
_CAPITALS = regex.compile(rf"(?<![\p{{L}}\p{{N}}’'-]){_CAPITAL}(?:\s{_CAPITAL}){{0,4}}(?![\p{{L}}\p{{N}}])")
_PART = regex.compile(r"\p{Lu}\p{L}+\s(?:for|of)\s(?:the\s)?$")  # Centre for Ellby Policy
_WORD_BEFORE = regex.compile(r"([\p{L}’'-]+)\s$")
_AGE = regex.compile(r",\s(?:\d\d,|who\b)")  # what only a person has: an age, and who
_DATELINE = regex.compile(r"(?:,[^\n—–]{0,30})?\s?(?:[—–]|--|\()")
_NEXT = regex.compile(r"\s(\p{Ll}+)")
_ACRONYM = 6  # letters; a longer word in capitals opens a dateline


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


def read_cast(articles: pd.DataFrame, sentences: pd.DataFrame, register: Register) -> tuple[dict[str, tuple], Register]:
    """Return ({article: its names as read_names gives them}, the event's Register); headlines introduce nobody.

    Who is who is what speech knows (speech.quotes.read_speech): a name that speakers alone say introduces nobody.
    """
    zones = defaultdict(list)
    for article, start, end, zone in rows_of(sentences, "article", "start", "end", "zone"):
        if zone in ("headline", "heading"):
            zones[article].append((start, end))
    read = {article: read_names(text, zones[article]) for article, text in rows_of(articles, "article", "text")}
    return read, register


def read_introduced(texts: dict[str, str], cast: tuple[dict[str, tuple], Register]) -> list[Introduced]:
    """Return the Introduced of all texts ({article: text}) by their cast (read_cast), persons first."""
    read, register = cast
    small = {word for text in texts.values() for start, end in find_words(text) for word in [text[start:end]]
             if end - start > 2 and word.islower() and word.isalpha()}
    seen = [one for article, text in texts.items() for one in _see(article, text, read[article], register, small)]
    called = _called(texts, seen, small)
    bodies = {one.core for one in called}  # Open Hands, a charity ... Open Hands said
    seen = [one for one in seen if one.core not in bodies and one.actor not in bodies] + called
    return _join(seen + _often(texts, read, seen, small))


def _called(texts, seen, small):
    """Return where names stand that a text calls an institution and nothing else makes known: Open Hands, a charity.

    The name stands for the body wherever it is printed; behind "in" it is a place: in Ellby, a court ruled.
    """
    bodies = {one.core for one in seen if one.kind == "body"}
    others = [one for one in seen if one.actor not in bodies]
    known = {fold(one.core) for one in others} | {fold(word) for one in others for word in one.core.split()}
    names, institutions = set(), listed("institutions", kind="body")
    for text in texts.values():
        for match in _CAPITALS.finditer(text):
            core, before = match.group(), _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
            word = before.group(1) if before else ""
            part = _PART.search(text, max(0, match.start() - 30), match.start())
            told = word in institutions and " " in core
            told = told or (word.lower() not in PLACE_PREPOSITIONS and not part
                            and _called_by(text, match.end(), _ONE_OF_A_KIND) in institutions)
            if told and _may_be_body(core, known, small):
                names.add(core)
    if not names:
        return []
    pattern = regex.compile(r"(?<![\p{L}\p{N}])\L<names>(?![\p{L}\p{N}])", names=sorted(names))
    return [Sighting(article, match.start(), match.end(), match.group(), (), "body", match.group())
            for article, text in texts.items() for match in pattern.finditer(text)]


def _may_be_body(core, known, small):
    """Tell whether capitals that a text calls an institution can be its name: no place, day, nation, office, party."""
    low, words = fold(core), core.split()
    return low not in known and core.lower() not in small and len(core) > 3 and not (
        low in country_names() or low in cities() or low in demonyms() or low in party_words()) and not (
        find_class(words[0]) or is_person_word(words[0]) or is_person_word(words[-1]))


def _often(texts, read, seen, small):
    """Return where names stand that two texts print again and again and that are no person's or place's: bodies.

    A company, a website or a network has no word in its name that says so; it is named without "in" before it.
    """
    known = {fold(one.core) for one in seen} | {fold(word) for one in seen for word in one.core.split()}
    places, where = set(), defaultdict(list)
    for article, (names, capitals) in read.items():
        places |= describe_names(names, capitals).places
        for name in names:
            where[name.core].append((article, name))
    found = []
    for core, uses in sorted(where.items()):
        low = fold(core)
        if len(uses) >= OFTEN.value and len({article for article, _ in uses}) > 1 and low not in known | places \
                and core.lower() not in small and len(core) > 2 and " " not in core and low not in cities() \
                and low not in demonyms() and low not in party_words() and find_class(core) is None \
                and not is_person_word(core) and not is_body(core) and low not in listed("places") \
                and not any(name.titles or name.place for _, name in uses) \
                and any(_acts(texts[article], name.end) for article, name in uses):
            found += [Sighting(article, name.end - len(core), name.end, core, (), "body", core)
                      for article, name in uses]
    return found


def _acts(text, end):
    """Tell whether a verb of saying, has or is stands behind a name: a holiday says nothing."""
    word = _NEXT.match(text, end)
    return word is not None and (word.group(1) in cue_forms() or word.group(1) in ("has", "have", "did", "does"))


def _see(article, text, read, register, small):
    names = describe_names(*read)
    single = {fold(name.core) for name in names.names if " " not in name.core}
    for name in names.names:
        kind = "body" if not name.titles and register.firm(name.core) else _kind(names, name, single, small, text)
        if kind == "person":
            known = register.find(article, name.core, title_sex(name.titles), name.titles)
            if known is None or known.kind != "person" or not may_be_person(known.name):
                continue
            if " " not in known.name and (not name.titles or known.name.lower() in small):
                continue  # the Foreign Minister, the Ellby Infirmary
        elif kind is None:
            continue
        start = text.rfind(name.core, name.start, name.end)
        if start < 0:
            continue
        end = start + len(name.core)
        if kind == "body":
            start, end = _whole_body(text, start, end)
        core = " ".join(text[start:end].split())
        actor = known.name if kind == "person" else core
        yield Sighting(article, start, end, core, (*name.titles, *name.beside), kind, actor)


def _whole_body(text, start, end):
    """Stretch a body's name over its parts: Bakers and Millers Union, Office of Fair Trade, Divers' Guild."""
    start += len("The ") if text.startswith("The ", start) and end > start + 4 else 0
    before = _JOINED.search(text[max(0, start - 60):start])
    behind = _TAIL.match(text, end)
    start -= len(before.group().removeprefix("The ")) if before else 0
    owners = _OWNERS.search(text[max(0, start - 60):start])
    start -= len(owners.group().removeprefix("The ")) if owners else 0
    return start, (behind.end() if behind else end)


def _kind(names, name, single, small, text):
    """Return person, body, country or group, or None for a name that nothing tells more of (a street, a film)."""
    core, low = name.core, fold(name.core)
    if low in country_names():
        return "country"
    if (" " not in core and low.endswith("s") and low[:-1] in demonyms()) or core in listed("parties", "members"):
        return "group"
    words = core.split()
    if is_body(core) or _is_called_body(text, name.end):
        common = text[:name.start].endswith((" a ", " an ")) or text[name.end:name.end + 1] == "s"
        dateline = text[name.start - 1:name.start] in ("", "\n") and _DATELINE.match(text, name.end) is not None
        short = core.isupper() and len(core) <= _ACRONYM and low not in cities() and not dateline
        owned = _OWNERS.search(text[max(0, name.start - 60):name.start])
        return "body" if len(words) > 1 or (short and not common) or name.definite or owned else None
    if is_firm(core):
        return "body"
    if not may_be_person(core):
        return None
    titled = any(title in title_sexes() or is_person_word(title.rstrip(".")) for title in name.titles)
    if len(words) == 1:
        return "person" if titled or (len(core) > 2 and is_person(names, core)) else None
    told = titled or name.beside or words[0] in given_sexes() or _AGE.match(text, name.end) is not None
    if words[-1].lower() in small:
        return "person" if told else None  # Ellby Patients, where patients are spoken of
    return "person" if told or fold(words[-1]) in single or fold(words[0]) in single else None


def _is_called_body(text, end):
    """Tell whether the words behind a name call it an institution: Open Hands, a charity for ..."""
    return is_body_word(_called_by(text, end, _APPOSITION))


def _called_by(text, end, pattern):
    """Return the noun by which the words behind a name call it, where none of them names a person; else None."""
    behind = pattern.match(text, end)
    words = behind.group(1).split() if behind else []
    last = next((place for place, word in enumerate(words) if find_class(word) in ("preposition", "relative", "that")
                 or word.endswith(",")), len(words))
    persons = any(is_person_word(word) for word in words[:last] if word not in party_words())  # a conservative group
    return words[last - 1] if last and not persons else None


def _join(seen):
    """Return the Introduced: mentions of one actor together, a body with its acronym, a country with its forms."""
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
    for short, words in sorted(bodies.items(), key=lambda item: (-len(item[0]), item[0])):
        longer = [name for name, parts in bodies.items() if name in found and len(parts) > len(words) and (
            (parts[-len(words):] == words and short.lower() not in CHAMBERS) or _opens(words, parts))]
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
    first = [strip_genitive(part)[0].rstrip(".") for part in parts[:len(words)]]
    firm = len(parts) == len(words) + 1 and parts[-1].lower() in FIRM_WORDS
    return first == [word.rstrip(".") for word in words] and (firm or first[0].lower() in SAINTS)


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
