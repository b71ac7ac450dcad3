"""Who does what to whom: the deeds that a sentence tells, as verb or as noun.

    "Bellamy apologized to Crane"  and  "Ms. Bellamy posted an apology to Ola Crane"
are one deed: the act is of one class (lists/acts.csv), the parties are the same.  There is no parser here: subjects
are those that speech.sentence finds for a verb, objects are the nouns and names up to the next verb.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from math import log
from typing import NamedTuple

import pandas as pd

from ..english.classes import find_senses, root
from ..english.grammar import AUXILIARIES, BE, HAVE, is_negation
from ..english.lexicon import is_person_word
from ..english.nouns import singular
from ..english.stems import TELLING, weigh_word
from ..english.verbs import REFUSING, is_verb
from ..english.wordlists import groups_of, listed
from ..english.words import Known, bare
from ..speech.sentence.subjects import find_subject
from ..speech.sentence.tagged import tag_sentence
from ..tables import rows_of
from .asides import find_asides, place_noun
from .clauses import Span

_RARE = 4.0  # most that one act or party weighs: in a sentence out of fifty
_REACH = 9  # tokens behind a verb that may be its object
_STOPS = frozenset(["stop", "colon", "dash", "that", "relative", "subordinator"])
_PASSIVE = ("ed", "en", "t", "n")
_VERBAL = frozenset(["verb", "cue", "gerund"])
_BEFORE_PAST = frozenset(["noun", "name", "relative", "that"])
_NOBODY: frozenset = frozenset()
_NO_DEED = AUXILIARIES | {"to", "get", "got", "make", "made", "say", "said", "says", "tell", "told", "add", "added"}


class Deed(NamedTuple):
    """An act with its parties: `act` its root, `senses` its classes; parties are actors (@) and roots of nouns.

    `aside` says where the sentence tells something else: "beside" that act (the ferry that sank had no licence; an
    inquiry into the sinking), or of it, as its "topic" (the veto is a disgrace).
    """

    start: int
    act: str
    senses: frozenset
    subject: frozenset
    object: frozenset
    noun: bool
    denied: bool
    aside: str = ""


def read_deeds(text: str, start: int, end: int, actors: list) -> list[Deed]:
    """Return the Deeds of the sentence text[start:end] in order.

    `actors` are (start, end, actor) of the names in it.
    """
    tagged = tag_sentence(text, start, end, [])
    tags, words = tagged.tags, [bare(word) for word in tagged.words]
    classes, keys = find_senses(words), _find_parties(tagged, words, actors)
    verbs = _find_verbs(tags, words)
    denials = [at for at, word in enumerate(words) if is_negation(word) and word != "without"]
    found, aside = [], find_asides(tags, words, verbs)
    for at in sorted(verbs.union([at for at, acts in enumerate(classes) if acts])):
        word, tag, verb = words[at], tags[at], at in verbs
        if not word[:1].isalpha() or word in _NO_DEED:
            continue
        phrase = tag == "preposition" and not find_senses([word])[0]  # behind bars
        if not verb and not phrase and not (tag == "noun" and word not in listed("no_acts")):
            continue
        if word == "dead" and tags[at + 1:at + 2] == ["noun"] and not is_person_word(words[at + 1]):
            continue  # dead trout
        subject, acted = _roles(tagged, words, keys, at) if verb else _around(tagged, keys, at)
        place = ("beside" if at in aside else "") if verb else place_noun(tags, words, at)
        found.append(Deed(tagged.spans[at][0], root(word), _name_senses(classes[at]), subject, acted, not verb,
                          _is_denied(words, at, denials), place))
    return found


@lru_cache(maxsize=1 << 12)
def _name_senses(classes):
    return frozenset(f"={name}" for name in classes)


def _is_denied(words, at, denials):
    """Tell whether an act is denied or refused: had not apologised, refused to apologise.

    `denials` are the places of words that deny.  "Without naming a successor" tells of the naming too, as does the
    text that says she is near to it.
    """
    if denials and any(at - 3 <= place < at for place in denials):
        return True
    if at < 2 or words[at - 1] != "to":
        return False
    return words[at - 2] == "yet" or not REFUSING.isdisjoint(words[max(at - 3, 0):at])


def _find_verbs(tags, words):
    """Return the places of the verbs: those tagged so, and what the word before makes one.

    A helping verb does, whatever the word could be alone: had hidden losses, is leaving; and a noun before an irregular
    past: an explosion tore through the mill.
    """
    found, past, tag, before = set(), groups_of("irregular_verbs"), "", ""
    for at, (known, word) in enumerate(zip(tags, words, strict=True)):
        helped = (before in HAVE and (word in past or word.endswith("ed"))) or (before in BE and word.endswith("ing"))
        if known in _VERBAL or helped or (known == "noun" and tag in _BEFORE_PAST and word in past
                                          and tags[at + 1:at + 2] != ["noun"] and is_verb(word)):
            found.add(at)
        tag, before = known, word
    return found


def _find_parties(tagged, words, actors):
    """Return the keys of each token as a party: its actors, or its noun's root and class."""
    keys, telling = [_NOBODY] * len(words), TELLING.value
    for at, (word, tag) in enumerate(zip(words, tagged.tags, strict=True)):
        if tag == "name" and len(word) > 1:
            keys[at] = _name_actor(word)
        elif tag in ("noun", "genitive"):
            weight, known = _NOUNS[word]
            if weight >= telling:
                keys[at] = known
    named = defaultdict(list)
    for start, end, actor in actors:
        at = max(bisect_right(tagged.spans, (start,)) - 1, 0)
        while at < len(words) and tagged.spans[at][0] < end:
            if start < tagged.spans[at][1]:
                named[at].append(f"@{actor}")
            at += 1
    for at, found in named.items():
        keys[at] = frozenset(found)
    return keys


@lru_cache(maxsize=1 << 14)
def _name_actor(word):
    return frozenset([f"@{word}"])


def _read_noun(word):
    """Return (weight, keys) of a noun: its root and the classes of things that it may name."""
    return weigh_word(word) if word[:1].isalpha() else -1.0, frozenset([root(word), *_things(singular(word))])


_NOUNS = Known(_read_noun, 1 << 14)


def _roles(tagged, words, keys, at):
    """Return (parties before the verb, parties behind it); a passive turns them."""
    phrase = find_subject(tagged, at)
    before = _NOBODY.union(*keys[phrase[0]:phrase[1] + 1]) if phrase else _NOBODY
    behind, by, agent = [], [], False
    for spot in range(at + 1, min(at + 1 + _REACH, len(words))):
        tag = tagged.tags[spot]
        if tag in _STOPS or tag == "cue" or (tag == "verb" and words[spot] not in _NO_DEED):
            break
        agent = agent or words[spot] == "by"
        (by if agent else behind).append(keys[spot])
    if words[at].endswith(_PASSIVE) and (  # a letter signed by all
            words[at + 1:at + 2] == ["by"] or not BE.isdisjoint(words[max(at - 2, 0):at])):
        return _NOBODY.union(*by), before.union(*behind)
    return before, _NOBODY.union(*behind, *by)


def _around(tagged, keys, at):
    """Return (parties before a noun of an act, parties behind it), within the clause."""
    tags, first, last = tagged.tags, at, at + 1
    while first > 0 and at - first < _REACH and tags[first - 1] not in _STOPS:
        first -= 1
    while last < len(keys) and last - at <= _REACH and tags[last] not in _STOPS:
        last += 1
    return _NOBODY.union(*keys[first:at]), _NOBODY.union(*keys[at + 1:last])


def _things(noun):
    """Return the classes of nouns that name one thing which a noun belongs to (lists/same_things.csv)."""
    return [f"~{number}" for number in groups_of("same_things").get(noun, ())]


def place_deeds(clauses: list[Span], sentences: pd.DataFrame, articles: pd.DataFrame,
                mentions: pd.DataFrame) -> tuple[list[list[Deed]], dict[str, float]]:
    """Return (the Deeds of each clause, a list of lists; the weight of every act and party in the event)."""
    told = _read_event(sentences, articles, mentions)
    count = Counter(chain.from_iterable([set().union(*[key for deed in deeds for key in (
        (deed.act,), deed.senses, deed.subject, deed.object)]) for _, deeds in told]))
    weigh = {key: min(log(len(told) / number), _RARE) for key, number in count.items()}
    placed = [[] for _ in range(len(clauses))]
    for place, deed in _place(told, clauses):
        placed[place].append(deed)
    return placed, weigh


def _read_event(sentences, articles, mentions):
    """Return [(article, its Deeds)] of the sentences, in order."""
    texts = dict(rows_of(articles, "article", "text"))
    named = defaultdict(list)
    for article, start, end, actor in rows_of(mentions, "article", "start", "end", "actor"):
        named[article].append((start, end, actor))
    for rows in named.values():
        rows.sort()
    told = []
    for article, start, end in rows_of(sentences, "article", "start", "end"):
        mine = named[article]
        actors = mine[bisect_left(mine, (start,)):bisect_left(mine, (end,))]
        told.append((article, read_deeds(texts[article], start, end, actors)))
    return told


def _place(told, clauses):
    """Yield (place of the clause, Deed) of the deeds that stand in one of `clauses`."""
    bounds = defaultdict(list)
    for number, (article, start, end, *_) in enumerate(clauses):
        bounds[article].append((start, end, number))
    for article, deeds in told:
        mine = bounds[article]
        for deed in deeds:
            at = bisect_right(mine, (deed.start, float("inf"), 0)) - 1
            if at >= 0 and deed.start < mine[at][1]:
                yield mine[at][2], deed


def share_act(one: Deed, other: Deed) -> bool:
    """Tell whether two deeds are of one verb or class."""
    return one.act == other.act or bool(one.senses & other.senses)


def share_role(one: Deed, other: Deed) -> bool:
    """Tell whether the same party acts in both, or the same name is what they act on: both recalled an envoy."""
    return bool(one.subject & other.subject) or any(key.startswith("@") for key in one.object & other.object)


def list_acts(deed: Deed) -> frozenset:
    """Return the keys of the act of a deed: its root and its classes."""
    return deed.senses | {deed.act}
