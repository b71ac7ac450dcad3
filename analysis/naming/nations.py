"""What a country's government is called: the Norwegian regime, Oslo said, Norway said.

A wording counts where it acts or is spoken of as a government: a noun for a government beside the nation, the chief
city as one that acts, the country's own name as one that acts.
"""

from bisect import bisect_left

import pandas as pd

from ..english.countries import cities, country_names, demonyms
from ..english.words import fold
from ..speech.sentence.tags import VERBAL
from ..tables import rows_of
from .labels import Label
from .phrases import Read

_GOVERNMENTS = frozenset(["government", "regime", "administration", "authority", "leadership", "junta", "dictatorship"])
_GOVERN = ("preposition", "coordinator", "to", "comma")  # in Oslo; Ellby and Oslo; Ellby, Oslo
_HALVES = ("North ", "South ")


def word_nations(reads: list[Read], mentions: pd.DataFrame, actors: pd.DataFrame) -> list[Label]:
    """Return the Labels for the governments of the countries among the actors, in order."""
    named = {country_names().get(fold(actor)): actor for actor, kind in rows_of(actors, "actor", "kind")
             if kind == "country"}
    named.pop(None, None)
    if not named:
        return []
    countries = set(named.values())
    where = {(article, actor) for article, actor in rows_of(mentions, "article", "actor")}
    places = {(article, start): (end, actor) for article, start, end, actor in rows_of(
        mentions, "article", "start", "end", "actor") if actor in countries}
    chief = {city: named[nation] for city, nation in cities().items() if nation in named}
    halves = {actor.split()[0].lower(): actor for actor in sorted(countries) if actor.startswith(_HALVES)}
    found = []
    for read in reads:
        found += _read_governments(read, named)
        found += _read_names(read, chief, places)
        if halves:
            found += [label for label in _read_halves(read, halves) if (read.article, label.thing) in where]
    return sorted(set(found))


def _read_governments(read, named):
    """The Norwegian government, Norway's repressive regime; not: the Norwegian government agency."""
    for phrase in read.phrases:
        if phrase.head in _GOVERNMENTS and not phrase.shouted and (not phrase.plural or phrase.head == "authority"):
            nations = [nation for words in (phrase.modifiers, phrase.tail[1:] if phrase.tail[:1] == ("of",) else ())
                       if (nation := _find_nation(words))]
            if len(nations) == 1 and nations[0] in named:
                yield Label(read.article, phrase.start, phrase.end, named[nations[0]], "stand-in", phrase.head,
                            phrase.modifiers)


def _find_nation(words):
    """Return the one country among the words of a phrase, of one or two words, or None."""
    pairs = [" ".join(words[at:at + 2]) for at in range(len(words) - 1)]
    found = {nation for word in (*pairs, *words) if (nation := demonyms().get(word) or country_names().get(word))}
    return found.pop() if len(found) == 1 else None


def _read_names(read, chief, places):
    """Oslo said, Norway agreed; not: in Norway, Oslo's harbour."""
    words, tags, spans = read.tagged.words, read.tags, read.tagged.spans
    if read.zone == "headline":
        return
    for at, word in enumerate(words[:-1]):
        if not word[:1].isupper():
            continue
        start, end = spans[at]
        actor, last = chief.get(fold(word)), at
        if (read.article, start) in places:
            end, actor = places[read.article, start]
            last = bisect_left(spans, (end,)) - 1
        if actor and last + 1 < len(tags) and tags[last + 1] in VERBAL and (
                not at or (tags[at - 1] not in (*_GOVERN, "name", "noun") and words[at - 1] != "of")):
            yield Label(read.article, start, end, actor, "stand-in", fold(word), ())


def _read_halves(read, halves):
    """The North, where the article speaks of North Ellby: the North's leader, the South agreed; not: the north."""
    words, spans = read.tagged.words, read.tagged.spans
    for at in range(1, len(words)):
        half = words[at].removesuffix("’s").removesuffix("'s")
        if half in ("North", "South") and words[at - 1].lower() == "the" and half.lower() in halves and not (
                words[at + 1:at + 2] and words[at + 1][:1].isupper() and half == words[at]):
            yield Label(read.article, spans[at][0], spans[at][0] + len(half), halves[half.lower()], "stand-in",
                        half.lower(), ())
