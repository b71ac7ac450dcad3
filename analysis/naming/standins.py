"""What stands in place of an actor's name: the mayor left; the mogul said; GOP aide resigns.

Three roads lead from such words to the actor: only one actor is called by the noun beside the name; speech knows whom
a description means that speaks (the rules of speech.speakers.who); and a headline or opening announces whom the
next sentences name and describe by the same noun.
"""

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from itertools import pairwise

import pandas as pd
import regex

from ..english.adjectives import RANKING, is_describing
from ..english.countries import country_names, demonyms
from ..english.lexicon import PREYING, is_body_word, is_epithet, is_person_word, is_thing_noun, is_vague_noun
from ..english.words import fold, folded_words
from ..rules import Setting
from ..speech.speakers.discourse import Sentence
from ..speech.speakers.people import Register
from ..speech.speakers.who import make_reading, resolve
from ..tables import rows_of
from .labels import AMOUNTS, Label
from .mentions import Spans
from .phrases import Read
from .same_things import are_synonyms

ANNOUNCED = Setting("announced_within", 3, "sentences within which somebody whom a text announces without a name "
                    "must be named", chosen="a paragraph or two of news prose")
_NO_PERSON = {"state", "state's"}  # an office's word: state senator
_SERVE = {"spokesman", "spokeswoman", "spokesperson", "aide", "lawyer", "attorney", "adviser", "advisor", "assistant",
          "deputy", "staffer", "candidate"}  # of somebody, who is named beside them: a spokesman for Bellamy
_PICKS = regex.compile(r"^\d+(?:st|nd|rd|th)$|-ranking")
_BACK = 12  # mentions before a description among which its actor must be


def stand_in(reads: list[Read], labels: list[Label], articles: pd.DataFrame, spans: dict[str, Spans],
             actors: pd.DataFrame, register: Register) -> list[Label]:
    """Return the Labels for descriptions without a name, in order; `labels` are those beside names."""
    texts = dict(rows_of(articles, "article", "text"))
    kinds = dict(rows_of(actors, "actor", "kind"))
    places = {article: ([span[0] for span in kept], kept) for article, (_, named) in spans.items()
              for kept in [[span for span in named if kinds.get(span[2]) in ("person", "body")]]}
    used = {(label.article, label.start) for label in labels}
    own = defaultdict(list)  # "Ann Bell, no relation to the mayor" is not the mayor
    for label in labels:
        own[label.article, label.thing].append((label.start, label.end))
    by_article = defaultdict(list)
    for read in reads:
        by_article[read.article].append(read)
    known = _by_form(actors)
    speech = {article: _Speech(article, texts[article], mine, register, known) for article, mine in by_article.items()}
    asked = [(read, phrase) for read in reads for phrase in read.phrases
             if not phrase.plural and (phrase.opener == "the" or (
                 phrase.opener in ("a", "an", "") and read.order <= ANNOUNCED.value))
             and (read.article, phrase.start) not in used and not _is_named(phrase, *places[read.article])]
    nations, found = _Nations(labels, texts, actors), []
    for _ in range(2):  # what one article resolves by its speech tells whom another means
        owners, found = _Owners([*labels, *found], places, kinds, nations), []
        for read, phrase in asked:
            article = read.article
            if phrase.opener == "the":
                actor = owners.find(article, phrase) or owners.check(article, speech[article], phrase)
            else:
                actor = owners.find_announced(read, phrase, by_article[article])
            if actor and not any(start <= phrase.start < end for start, end in own[article, actor]):
                found.append(Label(article, phrase.start, phrase.tail_end, actor, "stand-in", phrase.head,
                                   phrase.modifiers))
    for one in speech.values():
        if one.told:
            one.reading.discourse.clear()  # see who.name_mentions
    return sorted(set(found))


def _is_person(noun):
    return noun not in _NO_PERSON and noun not in AMOUNTS and (is_person_word(noun) or is_epithet(noun))


def _may_be_person(label):
    """Tell whether the noun of a label is one for people; one that no list has counts behind a name: a lifeguard."""
    head = label.head
    return _is_person(head) or (label.part == "behind" and not is_thing_noun(head) and not is_vague_noun(head)
                                and not is_body_word(head) and len(head) > 4)


def _is_another(phrase):
    """Tell whether a description picks one out of several: the next mayor, the rival bidder, the 45th president."""
    return not RANKING.isdisjoint(phrase.modifiers) or "rival" in phrase.modifiers \
        or any(map(_PICKS.search, phrase.modifiers))


def _is_named(phrase, starts, spans):
    at = bisect_left(starts, phrase.end) - 1
    return at >= 0 and phrase.start < spans[at][1]


def _by_form(actors):
    """Return {folded name or alias: person} for the forms that one person alone has."""
    owners = defaultdict(set)
    for actor, kind, aliases in rows_of(actors, "actor", "kind", "aliases"):
        for form in (actor, *str(aliases).split("|")) if kind == "person" else ():
            owners[fold(form)].add(actor)
    return {form: min(who) for form, who in owners.items() if len(who) == 1}


class _Nations(dict):
    """An actor's nations, by the side and by the words beside the name: the President of the United States."""

    def __init__(self, labels, texts, actors):
        self.texts, self.sides, self.labels = texts, dict(rows_of(actors, "actor", "side")), defaultdict(list)
        for label in labels:
            self.labels[label.thing].append(label)

    def __missing__(self, actor):
        found = {self.sides.get(actor)}
        for label in self.labels.get(actor, ()):
            words = folded_words(self.texts[label.article][label.start:label.end])
            for form in (*words, *map(" ".join, pairwise(words))):
                found.add(demonyms().get(form) or country_names().get(form))
        self[actor] = found - {None}
        return self[actor]


class _Owners:
    """Who is called by which noun beside the name, and in which articles."""

    def __init__(self, labels, places, kinds, nations):
        self.places, self.nations = places, nations
        self.named = {article: {span[2] for span in spans} for article, (_, spans) in places.items()}
        self.by_head, self.modifiers = defaultdict(lambda: defaultdict(set)), defaultdict(set)
        self.heads, self.words = defaultdict(set), defaultdict(set)  # of each actor
        for label in labels:
            if (is_body_word(label.head) or label.head in PREYING) if kinds[label.thing] == "body" \
                    else _may_be_person(label):
                self.by_head[label.head][label.thing].add(label.article)
                self.heads[label.thing].add(label.head)
            self.modifiers[label.thing, label.head].update(label.modifiers)
            self.words[label.thing].update(label.modifiers)

    def find(self, article, phrase):
        """Return the actor whom a description with "the" means since nobody else is called by its noun, or None.

        The noun's other words must not be at odds with the actor's; in an article that calls two by the noun, the
        one named last before it is meant.
        """
        owners = self.by_head.get(phrase.head)
        if not owners or phrase.tail or _is_another(phrase):
            return None
        here = sorted(actor for actor, where in owners.items() if article in where)
        starts, spans = self.places[article]
        before = [span[2] for span in spans[:bisect_left(starts, phrase.start)]]
        fits = [actor for actor in (here or sorted(owners)) if actor in before[-_BACK:]
                and ({word for word in phrase.modifiers if not is_describing(word)} - self._own_nation(actor, phrase)
                     <= self.modifiers[actor, phrase.head] | {"former", "then"}
                     or (len(owners) == 1 and not phrase.names))]
        if len(fits) > 1:
            fits = [actor for actor in reversed(before) if actor in fits][:1] if len(here) < 2 else []
        return fits[0] if len(fits) == 1 else None

    def _own_nation(self, actor, phrase):
        """Return the words of a description that name the actor's nation: the Norwegian premier."""
        return {word for word in phrase.names if demonyms().get(word) in self.nations[actor]}

    def check(self, article, speech, phrase):
        """Return whom its speech means where nothing in the description speaks of another: the next mayor.

        The article names the actor somewhere.  What others call a person of the same surname is that one's: "the
        minister" is no name for his namesake.
        """
        owners = self.by_head.get(phrase.head, ())
        if _is_another(phrase) or (phrase.head in _SERVE and not owners):
            return None
        actor = speech.find(phrase)
        if actor is None or actor not in self.named[article] or (
                actor not in owners and (
                    phrase.head in _SERVE or any(fold(who.split()[-1]) == fold(actor.split()[-1]) for who in owners))):
            return None
        return actor if set(phrase.names) - self._own_nation(actor, phrase) <= self.words.get(actor, set()) else None

    def find_announced(self, read, phrase, reads):
        """Return whom a headline or opening announces: an aide resigned ... Ann Bellamy, the aide.

        It is somebody whom the next sentences name for the first time, and whom a text calls by the noun or one of
        its synonyms; where two fit, nobody.
        """
        if not _is_person(phrase.head) or _is_another(phrase) or (read.zone == "body" and not phrase.opener):
            return None
        starts, spans = self.places[read.article]
        last = reads[min(read.order + int(ANNOUNCED.value), len(reads) - 1)].end
        first = bisect_left(starts, phrase.end)
        before = {span[2] for span in spans[:first]} if read.zone == "body" else set()
        fits = {span[2] for span in spans[first:bisect_left(starts, last)]} - before
        fits = {actor for actor in fits if any(head == phrase.head or are_synonyms(head, phrase.head)
                                               for head in self.heads.get(actor, ()))}
        return fits.pop() if len(fits) == 1 else None


class _Speech:
    """One article as speech reads it, to ask whom a description means."""

    def __init__(self, article, text, reads, register, known):
        self.known, self.told = known, {}
        self.given = article, text, reads, register

    @cached_property
    def reading(self):
        article, text, reads, register = self.given
        sentences = [Sentence(read.tagged, at, read.paragraph, read.zone == "headline") for read in reads
                     if (at := read.tagged.first) is not None]
        return make_reading(article, text, sentences, register, {}) if sentences else None

    def find(self, phrase):
        """Return the person whom a description with "the" means by the rules for speakers, or None."""
        if phrase.shouted or not _is_person(phrase.head) or self.reading is None:
            return None
        if phrase.start not in self.told:
            self.told[phrase.start] = self._resolve(phrase)
        return self.told[phrase.start]

    def _resolve(self, phrase):
        rule, who = resolve(self.reading, phrase.start - len("the "), phrase.tail_end)
        return self.known.get(fold(who.name)) if rule and who.name and who.kind == "person" else None
