"""Who the texts introduce: the people of the event's register, and beside them bodies, countries and groups.

A name counts as a person's on evidence alone: a title, a known given name, an age behind it, or a surname that stands
by itself elsewhere; streets, films and storms stay out.
"""

from collections import defaultdict

import pandas as pd
import regex

from ..english.countries import cities, country_names, demonyms
from ..english.grammar import PLACE_PREPOSITIONS, find_class
from ..english.lexicon import given_sexes, is_body_word, is_person_word, title_sexes
from ..english.verbs import cue_forms
from ..english.wordlists import listed
from ..english.words import distinct_words, fold
from ..rules import Setting
from ..speech.speakers.forms import is_body, title_sex
from ..speech.speakers.names import read_names
from ..speech.speakers.people import Register, describe_names, is_person
from ..tables import rows_of
from .joined import Introduced, Sighting, join_mentions
from .no_persons import is_firm, may_be_person, party_words

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
    written = set().union(*map(distinct_words, texts.values()))
    small = {word for word in written if len(word) > 2 and word.islower() and word.isalpha()}
    described = {article: describe_names(*read[article]) for article in texts}
    seen = [one for article, names in described.items()
            for one in _see(article, texts[article], names, register, small)]
    called = _called(texts, seen, small)
    bodies = {one.core for one in called}  # Open Hands, a charity ... Open Hands said
    seen = [one for one in seen if one.core not in bodies and one.actor not in bodies] + called
    return join_mentions(seen + _often(texts, described, seen, small))


def _called(texts, seen, small):
    """Return where names stand that a text calls an institution and nothing else makes known: Open Hands, a charity.

    The name stands for the body wherever it is printed; behind "in" it is a place: in Ellby, a court ruled.
    """
    bodies = {one.core for one in seen if one.kind == "body"}
    others = [one for one in seen if one.actor not in bodies]
    known, names, institutions = _words_of(others), set(), listed("institutions", kind="body")
    for text in texts.values():
        for match in _CAPITALS.finditer(text):
            core = match.group()
            if " " not in core and text[match.end():match.end() + 1] != ",":
                continue  # neither the charity Open Hands nor Corran, a charity
            before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
            word = before.group(1) if before else ""
            told = word in institutions and " " in core
            told = told or (_called_by(text, match.end(), _ONE_OF_A_KIND) in institutions
                            and word.lower() not in PLACE_PREPOSITIONS
                            and not _PART.search(text, max(0, match.start() - 30), match.start()))
            if told and _may_be_body(core, known, small):
                names.add(core)
    if not names:
        return []
    pattern = regex.compile(r"(?<![\p{L}\p{N}])\L<names>(?![\p{L}\p{N}])", names=sorted(names))
    return [Sighting(article, match.start(), match.end(), match.group(), (), "body", match.group())
            for article, text in texts.items() for match in pattern.finditer(text)]


def _words_of(seen):
    """Return the names that were seen and the words of each, all folded."""
    cores = {one.core for one in seen}
    return {fold(core) for core in cores} | {fold(word) for core in cores for word in core.split()}


def _may_be_body(core, known, small):
    """Tell whether capitals that a text calls an institution can be its name: no place, day, nation, office, party."""
    low, words = fold(core), core.split()
    return low not in known and core.lower() not in small and len(core) > 3 and not (
        low in country_names() or low in cities() or low in demonyms() or low in party_words()) and not (
        find_class(words[0]) or is_person_word(words[0]) or is_person_word(words[-1]))


def _often(texts, described, seen, small):
    """Return where names stand that two texts print again and again and that are no person's or place's: bodies.

    A company, a website or a network has no word in its name that says so; it is named without "in" before it.
    """
    known, where = _words_of(seen), defaultdict(list)
    for article, names in described.items():
        known |= names.places
        for name in names.names:
            where[name.core].append((article, name))
    found = []
    for core, uses in sorted(where.items()):
        if len(uses) < OFTEN.value or " " in core:
            continue
        low = fold(core)
        if len({article for article, _ in uses}) > 1 and low not in known \
                and core.lower() not in small and len(core) > 2 and low not in cities() \
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


def _see(article, text, names, register, small):
    single = {fold(name.core) for name in names.names if " " not in name.core}
    for name in names.names:
        kind = "body" if not name.titles and register.firm(name.core) else _kind(names, name, single, small, text)
        if kind == "person":
            known = register.told(article, name.start) \
                or register.find(article, name.core, title_sex(name.titles), name.titles)
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
        common = text.endswith((" a ", " an "), 0, name.start) or text[name.end:name.end + 1] == "s"
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
    if not told and words[0] in _first_words(names):
        return None  # Norwell Bank calls its branches Norwell Local
    return "person" if told or fold(words[-1]) in single or fold(words[0]) in single else None


def _first_words(names):
    """Return the first words of the bodies that a text names."""
    return {name.core.split(" ")[0] for name in names.names if " " in name.core and is_body(name.core)}


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
