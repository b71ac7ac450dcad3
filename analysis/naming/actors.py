"""Who acts: the people, bodies, countries and groups of an event, each with its side.

people.csv comes first: its names, aliases and sides win.  Whom it lacks the texts introduce (introduced.py); their
sides are what stands beside the names: a party in brackets, a nation's adjective, "of" a country.
"""

from collections import Counter
from functools import lru_cache

import pandas as pd
import regex

from ..english.countries import country_names, demonyms
from ..english.givens import is_one_given
from ..english.lexicon import is_body_word, is_person_word
from ..english.posts import BESIDE_OFFICES
from ..english.wordlists import list_rows
from ..english.words import fold
from ..speech.speakers.forms import is_body
from ..speech.speakers.people import Register
from ..tables import rows_of, tabulate
from .introduced import read_introduced
from .no_persons import party_words

_MOST = 400  # actors kept: more than any event has; keeps hostile lists of names cheap
_PARTY = regex.compile(r"\(?\b([DRI])\s?-\s?\p{Lu}|\((D|R|I)\)|,\s(Democrat|Republican|Independent)\b")
_WORD, _GENITIVE = regex.compile(r"[\p{L}.’'-]+"), regex.compile(r"['’]s$")
_TITLE = 5  # letters of a title with a stop: Capt.
_OF = regex.compile(r"\sof\s(?:the\s)?((?:\p{Lu}[\p{L}.]+\s?){1,3})")
_KINDS = {"person": "person", "office": "person", "institution": "body", "body": "body", "country": "country",
          "group": "group"}


def find_actors(articles: pd.DataFrame, cast: tuple[dict[str, tuple], Register], people: pd.DataFrame) -> pd.DataFrame:
    """Return the table `actors`: who is named, by kind, with aliases, side and the number of articles.

    `cast` is introduced.read_cast's; `people` has the columns name, aliases, role, side, type of people.csv and may
    be empty.
    side_source is "people.csv", "text" or missing.  Names of people.csv that no text has are left out.
    """
    texts = dict(rows_of(articles, "article", "text"))
    rows = _listed(people, texts)
    taken = {fold(alias): row["aliases"] for row in rows for alias in row["aliases"]}
    for one in read_introduced(texts, cast):
        if all(_is_namesake(one, taken[form]) for form in taken.keys() & set(map(fold, one.forms))):
            side = _side(one, texts)
            rows.append({"actor": one.name, "kind": one.kind, "side": side, "side_source": "text" if side else None,
                         "aliases": sorted(one.forms), "articles": len({place.article for place in one.places}),
                         "role": None, "named": len(one.places)})
    rows = sorted(rows, key=lambda row: (-row["articles"], -row["named"], row["actor"]))[:_MOST]
    return tabulate("actors", [(row["actor"], row["kind"], row["side"], row["side_source"], "|".join(row["aliases"]),
                                row["articles"], row["role"]) for row in rows])


def _listed(people, texts):
    """Return the rows of people.csv whose name or alias stands in a text, as dicts."""
    rows = []
    if people.empty:
        return rows
    whole = {article: text.replace("’", "'").casefold() for article, text in texts.items()}
    for person in people.to_dict("records"):
        aliases = [alias.strip() for alias in (person["name"], *str(_or(person.get("aliases"), "")).split("|"))
                   if alias.strip()]
        forms = regex.compile(r"(?<![\p{L}\p{N}])\L<forms>(?![\p{L}\p{N}])",
                              forms=[alias.replace("’", "'").casefold() for alias in aliases])
        has = sum(forms.search(text) is not None for text in whole.values())
        side = _or(person.get("side"), None)
        rows.append({"actor": person["name"], "kind": _listed_kind(person), "side": side,
                     "side_source": "people.csv" if side else None, "aliases": sorted(set(aliases)), "articles": has,
                     "role": _or(person.get("role"), None), "named": has})
    return [row for row in rows if row["articles"]]


def _is_namesake(one, aliases):
    """Tell whether a person of the texts is another than the listed one with these aliases: one surname, two givens.

    Where the table has "Gordon Leck|Leck", the texts' principal Daniel Leck is somebody else.
    """
    first, *_, last = fold(one.name).split() if " " in one.name else ("", "")
    givens = {alias.split()[0] for alias in map(fold, aliases) if " " in alias and alias.split()[-1] == last}
    return one.kind == "person" and bool(givens) and not any(is_one_given(first, given) for given in givens)


def _listed_kind(person):
    """Return the kind by people.csv's type, else by the name: a country's, a body's, a person's."""
    name = person["name"]
    known = _KINDS.get(str(_or(person.get("type"), "")).lower())
    return known or ("country" if fold(name) in country_names() else "body" if is_body(name) or " " not in name
                     or any(map(is_body_word, name.split())) else "person")


def _or(value, other):
    return value if isinstance(value, str) and value else other


def _side(one, texts):
    """Return the side of an Introduced by what stands beside it in the texts, or None."""
    if one.kind == "country":
        return country_names()[fold(one.name)]
    if one.kind == "group":
        return demonyms().get(fold(one.name)[:-1]) or _parties().get(one.name)
    votes = Counter()
    for place in one.places:
        votes.update(_beside(texts[place.article], place, one.kind))
    parties = {side: number for side, number in votes.items() if side in set(_parties().values())}
    return max((parties or votes).items(), key=lambda item: (item[1], item[0]), default=(None, 0))[0]


def _beside(text, place, kind):
    """Return the sides named beside one mention."""
    behind = text[place.end:place.end + 40]
    bare = behind.lstrip()
    party = _PARTY.match(bare) if bare.startswith(("(", ",", "D", "R", "I")) else None
    found = [_parties().get(party.group(1) or party.group(2) or party.group(3))] if party else []
    found += _before(text, place, kind)
    of = _OF.match(behind) if behind.startswith("of", 1) else None
    if of and fold(of.group(1).strip()) in country_names() and (kind == "body" or place.titles):
        found.append(country_names()[fold(of.group(1).strip())])
    if kind == "body":
        found.append(demonyms().get(fold(place.core.split()[0])))
    return [side for side in found if side]


def _before(text, place, kind):
    """Return the nation or party before the offices of a name: the Norwegian foreign minister, Democratic Senator."""
    before = _WORD.findall(text[max(0, place.start - 60):place.start].rpartition("\n")[2])[-5:]
    for at in range(len(before) - 1, -1, -1):
        word = before[at]
        low = fold(_GENITIVE.sub("", word))
        pair = " ".join(fold(part) for part in before[max(0, at - 1):at + 1])
        nation = demonyms().get(pair) or demonyms().get(low) or country_names().get(low)
        if nation and word[:1].isupper() and (at < len(before) - 1 or kind == "body"):
            return [nation]
        if low in party_words() and word[:1].isupper():
            return [party_words()[low]]
        if not _is_office(word) or (word.endswith(".") and len(word) > _TITLE):
            break  # no office, or a sentence ends: they met the Danish mayor. Bellamy smiled
    return []


def _is_office(word):
    return is_person_word(word) or is_person_word(word.rstrip(".")) or fold(word) in BESIDE_OFFICES | {"and"}


@lru_cache
def _parties():
    """Return {letter, word or members: party} of lists/parties.csv."""
    names = {}
    for row in list_rows("parties"):
        for column in ("letter", "word", "members"):
            if row[column]:
                names.setdefault(row[column], row["party"])
    return names
