"""Who does what to whom: the deeds that a sentence tells, as verb or as noun.

    "Bellamy apologized to Crane"  and  "Ms. Bellamy posted an apology to Ola Crane"
are one deed: the act is of one class (lists/acts.csv), the parties are the same.  There is no parser here: subjects
are those that speech.sentence finds for a verb, objects are the nouns and names up to the next verb.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

import pandas as pd

from ..english.classes import find_senses, root
from ..english.grammar import AUXILIARIES, BE, HAVE, is_negation
from ..english.lexicon import is_person_word
from ..english.nouns import singular
from ..english.stems import is_telling
from ..english.verbs import DECLINING, is_verb
from ..english.wordlists import groups_of, listed
from ..english.words import find_words, fold
from ..rules import Setting
from ..speech.sentence.subjects import find_subject
from ..speech.sentence.tagged import tag_sentence
from ..tables import rows_of
from .asides import find_asides, place_noun

SENSE = Setting(
    "deed_class",
    0.6,
    "weight of two acts of one class, beside one verb in two forms",
    chosen="classes are broad: to drop a plan and to drop a charge are of one",
)
CROSSED = Setting(
    "deed_crossed",
    0.7,
    "weight of a party that stands before the act in one clause and behind it in the other",
    chosen="a noun of an act has its parties on either side",
)
_RARE = 4.0  # most that one act or party weighs: in a sentence out of fifty
_CLASS = 0.5  # weight of a class of nouns beside a noun
_MOST = 60  # deeds with one act and one party that are compared
_REACH = 9  # tokens behind a verb that may be its object
_STOPS = ("stop", "colon", "dash", "that", "relative", "subordinator")
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
    words = [fold(word).removesuffix("'s") if word else "" for word in tagged.words]
    classes = find_senses(words)
    keys = [_party(tagged, words, at, actors) for at in range(len(words))]
    verbs = {at for at, tag in enumerate(tagged.tags) if tag in ("verb", "cue", "gerund")
             or _is_helped(words, at) or _is_past(tagged.tags, words, at)}
    found, aside = [], find_asides(tagged.tags, words, verbs)
    for at, word in enumerate(words):
        tag = tagged.tags[at]
        if not word[:1].isalpha() or word in _NO_DEED:
            continue
        verb = at in verbs
        phrase = tag == "preposition" and classes[at] and not find_senses([word])[0]  # behind bars
        if not verb and not phrase and not (tag == "noun" and classes[at] and word not in listed("no_acts")):
            continue
        if word == "dead" and tagged.tags[at + 1:at + 2] == ["noun"] and not is_person_word(words[at + 1]):
            continue  # dead trout
        subject, acted = _roles(tagged, words, keys, at) if verb else _around(tagged, keys, at)
        denied = _is_denied(words, at)
        kinds = frozenset(f"={name}" for name in classes[at])
        place = ("beside" if at in aside else "") if verb else place_noun(tagged.tags, words, at)
        found.append(Deed(tagged.spans[at][0], root(word), kinds, subject, acted, not verb, denied, place))
    return found


def _is_denied(words, at):
    """Tell whether an act is denied or refused: had not apologised, refused to apologise.

    "Without naming a successor" tells of the naming too, as does the text that says she is near to it.
    """
    near = words[max(at - 3, 0):at]
    if any(is_negation(word) and word != "without" for word in near) or near[-2:] == ["yet", "to"]:
        return True
    return near[-1:] == ["to"] and not DECLINING.isdisjoint(near)


def _is_helped(words, at):
    """Tell whether the word before makes this one a verb, whatever it could be alone: had hidden losses, is leaving."""
    known = words[at].endswith("ed") or words[at] in groups_of("irregular_verbs")
    before = words[at - 1] if at else ""
    return (before in HAVE and known) or (before in BE and words[at].endswith("ing"))


def _is_past(tags, words, at):
    """Tell whether a word behind a noun is an irregular past: an explosion tore through the mill."""
    behind = at > 0 and tags[at] == "noun" and is_verb(words[at])
    behind = behind and tags[at - 1] in ("noun", "name", "relative", "that")
    return behind and words[at] in groups_of("irregular_verbs") and tags[at + 1:at + 2] != ["noun"]


def read_classes(text: str) -> frozenset:
    """Return the classes of acts and things that the words of `text` may tell."""
    words = [fold(text[start:end]).removesuffix("'s") for start, end in find_words(text)]
    found = {f"={name}" for classes in find_senses(words) for name in classes}
    return frozenset(found.union(*(_things(singular(word)) for word in words)))


def _party(tagged, words, at, actors):
    """Return the keys of the token at `at` as a party: its actor, or its noun's root and class."""
    first, last = tagged.spans[at]
    named = [f"@{actor}" for start, end, actor in actors if start < last and first < end] if actors else ()
    if named:
        return frozenset(named)
    word = words[at]
    tag = tagged.tags[at]
    if tag == "name" and len(word) > 1:
        return frozenset([f"@{word}"])
    if tag in ("noun", "genitive") and word[:1].isalpha() and is_telling(word):
        return _name_noun(word)
    return frozenset()


@lru_cache(maxsize=1 << 14)
def _name_noun(word):
    """Return the keys of a noun: its root and the classes of things that it may name."""
    return frozenset([root(word), *_things(singular(word))])


def _roles(tagged, words, keys, at):
    """Return (parties before the verb, parties behind it); a passive turns them."""
    phrase = find_subject(tagged, at)
    before = frozenset().union(*(keys[spot] for spot in range(phrase[0], phrase[1] + 1))) if phrase else frozenset()
    behind, by = set(), set()
    passive = not BE.isdisjoint(words[max(at - 2, 0):at]) or words[at + 1:at + 2] == ["by"]  # a letter signed by all
    agent = False
    for spot in range(at + 1, min(at + 1 + _REACH, len(words))):
        tag = tagged.tags[spot]
        if tag in _STOPS or tag == "cue" or (tag == "verb" and words[spot] not in _NO_DEED):
            break
        agent = agent or words[spot] == "by"
        (by if agent else behind).update(keys[spot])
    if passive and words[at].endswith(("ed", "en", "t", "n")):
        return frozenset(by), before | frozenset(behind)
    return before, frozenset(behind | by)


def _around(tagged, keys, at):
    """Return (parties before a noun of an act, parties behind it), within the clause."""
    before, behind = set(), set()
    for step, into in ((-1, before), (1, behind)):
        spot = at + step
        while 0 <= spot < len(keys) and abs(spot - at) <= _REACH and tagged.tags[spot] not in _STOPS:
            into.update(keys[spot])
            spot += step
    return frozenset(before), frozenset(behind)


def _things(noun):
    """Return the classes of nouns that name one thing which a noun belongs to (lists/same_things.csv)."""
    return [f"~{number}" for number in groups_of("same_things").get(noun, ())]


def place_deeds(clauses: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame,
                mentions: pd.DataFrame) -> tuple[list[list[Deed]], dict[str, float]]:
    """Return (the Deeds of each clause, a list of lists; the weight of every act and party in the event)."""
    told = _read_event(sentences, articles, mentions)
    count = Counter(key for _, deeds in told for key in {key for deed in deeds for key in _acts(deed) | _parties(deed)})
    weigh = {key: min(log(len(told) / number), _RARE) for key, number in count.items()}
    placed = [[] for _ in range(len(clauses))]
    for place, deed in _place(told, clauses):
        placed[place].append(deed)
    return placed, weigh


def compare_deeds(placed: list[list[Deed]], owners: Sequence[str],
                  weigh: dict[str, float]) -> dict[tuple[int, int], float]:
    """Return {(clause, clause of another article): weight} of the pairs that tell one act of a party that both name.

    `placed` and `weigh` are those of place_deeds, `owners` the articles of the clauses; the first clause of a pair
    stands below the second.  The weight is that of the act and of the parties,
    each the logarithm of how few of the event's sentences have it: 3 is little, 9 much.
    """
    rows = [(place, owners[place], deed) for place, deeds in enumerate(placed) for deed in deeds]
    index = defaultdict(list)
    for number, (_, _, deed) in enumerate(rows):
        for act in sorted(_acts(deed)):
            for party in sorted(_parties(deed)):
                if len(index[act, party]) < _MOST:
                    index[act, party].append(number)
    found, asked = {}, defaultdict(set)
    for numbers in index.values():
        for at, one in enumerate(numbers):
            asked[one].update(numbers[at + 1:])
    for one, others in asked.items():
        place, owner, deed = rows[one]
        for other in others:
            there, theirs, more = rows[other]
            if owner != theirs and deed.denied == more.denied and (weight := weigh_deeds(deed, more, weigh)):
                found[place, there] = max(weight, found.get((place, there), 0.0))
    return found


def _read_event(sentences, articles, mentions):
    """Return [(article, its Deeds)] of the sentences, in order."""
    texts = dict(rows_of(articles, "article", "text"))
    named = defaultdict(list)
    for article, start, end, actor in rows_of(mentions, "article", "start", "end", "actor"):
        named[article].append((start, end, actor))
    told = []
    for article, start, end in rows_of(sentences, "article", "start", "end"):
        actors = [row for row in named[article] if start <= row[0] < end]
        told.append((article, read_deeds(texts[article], start, end, actors)))
    return told


def _place(told, clauses):
    """Yield (place of the clause, Deed) of the deeds that stand in one of `clauses`."""
    bounds = defaultdict(list)
    for number, (article, start, end) in enumerate(rows_of(clauses, "article", "start", "end")):
        bounds[article].append((start, end, number))
    for article, deeds in told:
        mine = bounds[article]
        for deed in deeds:
            at = bisect_right(mine, (deed.start, float("inf"), 0)) - 1
            if at >= 0 and deed.start < mine[at][1]:
                yield mine[at][2], deed


def weigh_deeds(one: Deed, other: Deed, weigh: dict[str, float]) -> float:
    """Return the weight of what two deeds share, 0 where they are two: another act, roles reversed, one denied."""
    if one.denied != other.denied or not share_act(one, other):
        return 0.0
    aligned = (one.subject & other.subject) | (one.object & other.object)
    there, back = one.subject & other.object, one.object & other.subject
    if there and back and are_reversed(one, other):
        return 0.0
    parties = _weigh_parties(aligned, weigh)
    if there or back:
        parties += CROSSED.value * _weigh_parties((there | back) - aligned, weigh)
    if not parties:
        return 0.0
    share = SENSE.value
    acts = [share * weigh[sense] for sense in one.senses & other.senses]
    return max([weigh[one.act], *acts] if one.act == other.act else acts) + parties


def share_act(one: Deed, other: Deed) -> bool:
    """Tell whether two deeds are of one verb or class."""
    return one.act == other.act or bool(one.senses & other.senses)


def are_reversed(one: Deed, other: Deed) -> bool:
    """Tell whether one does to the other what the other does to the one: Crane sued the town, the town sued Crane."""
    if one.noun or other.noun or not share_act(one, other) or share_role(one, other):
        return False
    return bool(one.subject & other.object and one.object & other.subject)


def share_role(one: Deed, other: Deed) -> bool:
    """Tell whether the same party acts in both, or the same name is what they act on: both recalled an envoy."""
    return bool(one.subject & other.subject) or any(key.startswith("@") for key in one.object & other.object)


def _weigh_parties(keys, weigh):
    return sum([weigh[key] * (_CLASS if key[0] == "~" else 1.0) for key in (sorted(keys) if len(keys) > 1 else keys)])


def _acts(deed):
    return {deed.act} | deed.senses


def _parties(deed):
    return deed.subject | deed.object
