"""That something is so, and that it is not so: clauses of two texts that differ by a denial (assertions.py)."""

from collections import defaultdict
from itertools import chain

import pandas as pd
import regex

from ..english.calendar import DAY_NAMES
from ..english.grammar import SMALL, words_of
from ..english.stems import first_form, weigh_word
from ..english.verbs import SAID
from ..english.words import fold, folded_words
from ..rules import Setting, keep_texts
from ..tables import rows_of
from .assertions import (
    Clause,
    asserts,
    denies,
    find_denials,
    is_open,
    is_open_object,
    is_passive,
    mode,
    read_clauses,
    with_auxiliary,
    words_in,
)
from .contexts import SHARED_ACT, Context, feature_of, read_context, shared_weight
from .quantities import Difference

SHARED = Setting(
    "shared_negation",
    0.7,
    "share of the lighter clause's weight that must stand in the other as well",
    chosen="with one content word in three amiss they may deny another thing",
)
WHOLE = Setting(
    "whole_denial",
    3.2,
    "the same where the lighter clause has no other telling word",
    chosen="one noun that is not common, and its verb: the captain was not drunk",
)
_PRONOUN = regex.compile(r"(?:he|she|it|they)\s", regex.IGNORECASE)
_BREAK = "\n"  # between two sentences
_NAME = regex.compile(r"\b(?!The\b|An?\b|It\b|He\b|She\b|They\b)\p{Lu}[\p{L}’'-]+")
_ANYBODY = regex.compile(r"\b(?:he|she|it|they|we|who|which|that|there)\b", regex.IGNORECASE)
_PARTICLE = regex.compile(r"\s(?:out|off|up|down|away|aside|back)\b")
_NO_ACT = words_of(*SMALL, "auxiliary") | {"more", "only", "yet"}
_SAYING = frozenset(map(first_form, ("say", "tell")))  # declined to say who paid, and said otherwise
_MOST = 12  # clauses with one verb in one article that are compared


def find_negations(clauses: list[tuple[str, int, Clause]]) -> list[Difference]:
    """Return the Differences between a clause that denies an act and one of another text; for list_clauses' clauses."""
    wanted, affirmed = defaultdict(list), defaultdict(lambda: defaultdict(list))
    for number, (_, _, clause) in enumerate(clauses):
        for denial in find_denials(clause):
            verb = fold(clause.text[denial.low : denial.high])
            if verb not in _NO_ACT and first_form(verb) not in _SAYING and not is_open_object(clause, denial.high):
                wanted[first_form(verb)].append((number, denial))
    tells: dict[str, bool] = {}  # whether a sentence has one of these verbs: most have none
    for number, (article, _, clause) in enumerate(clauses if wanted else ()):
        if clause.text not in tells:
            tells[clause.text] = not wanted.keys().isdisjoint(map(first_form, folded_words(clause.text)))
        if not tells[clause.text] or (denies(clause) and not clause.flipped):
            continue
        for begin, stop, word in words_in(clause):
            root = first_form(word)
            if root not in wanted or clause.saying > (word in SAID) or len(affirmed[root][article]) >= _MOST:
                continue
            if asserts(clause, begin) and not is_open(clause, begin) and not is_open_object(clause, stop):
                affirmed[root][article].append((number, begin, stop))
    found = []
    for root in sorted(wanted):
        denying = {clauses[number][0] for number, _ in wanted[root]}
        denying |= {clauses[number][0] for places in affirmed[root].values() for number, *_ in places
                    if clauses[number][2].flipped}
        others = [[place for place in places if not clauses[place[0]][2].flipped]
                  for article, places in affirmed[root].items() if article not in denying]
        for number, denial in wanted[root][: 4 * _MOST]:
            for places in others:
                found += _oppose(clauses, number, denial, places)
    return found


def list_clauses(sentences: pd.DataFrame, voices: pd.DataFrame) -> list[tuple[str, int, Clause]]:
    """Return [(article, start of its sentence, Clause)] of the body; of quoted words a clause holds none."""
    quoted = defaultdict(list)
    for article, start, end, voice in rows_of(voices, "article", "start", "end", "voice"):
        if voice == "quoted":
            quoted[article].append((start, end))
    found, before = [], {}
    for article, start, text, zone in rows_of(sentences, "article", "start", "text", "zone"):
        if zone == "body":
            found += [(article, start, _name_party(clause, before.get(article, ""))) for clause in read_clauses(text)
                      if not any(low < start + clause.last and start + clause.first < high
                                 for low, high in quoted[article])]
            before[article] = f"{before.get(article, '').rpartition(_BREAK)[2]}{_BREAK}{text}"
    return found


def _name_party(clause, before):
    """Return a clause on "it" that names nobody, with the names of the two sentences before."""
    if not _PRONOUN.match(clause.text, clause.first) or _NAME.search(clause.who):
        return clause
    names = [[match[0] for match in _NAME.finditer(line)] for line in before.split(_BREAK)]
    return clause._replace(near=" ".join(chain(*names)), nearest=" ".join(names[-1]))


def _oppose(clauses, number, denial, places):
    """Return the Difference between a denial and the likest of `places`, if it is of one act: at most one."""
    article, at, clause = clauses[number]
    verb = fold(clause.text[denial.low : denial.high])
    best, particle, mine = None, _particle(clause, denial.high), _read(clause, denial.low, denial.high)
    refusing = {feature_of(word) for start, _, word in words_in(clause)
                if denial.start <= start < denial.low and not denial.noun}  # refused, decided: the other has no such
    mine = mine._replace(words={word: weight for word, weight in mine.words.items() if word not in refusing})
    near, of_time = _with_near(mine, clause), mode(clause, denial.low)
    for other, begin, stop in places:
        name, start, told = clauses[other]
        if _particle(told, stop) != particle or mode(told, begin) != of_time:
            continue  # ruled on it, has not ruled it out
        if denial.noun and denial.noun not in (word for _, _, word in words_in(told)):
            continue  # no firemen were hurt, three people were
        if _of_another((clause, denial.low, denial.high), (told, begin, stop)):
            continue
        theirs = _read(told, begin, stop)
        weight = shared_weight(near, _with_near(theirs, told)) + weigh_word(verb)
        least = weigh_word(verb) + min(_weigh(mine), _weigh(theirs))
        whole = weight >= max(least, WHOLE.value)
        enough = whole or (weight >= SHARED_ACT.value and weight >= SHARED.value * least)
        if enough and (best is None or weight > best[0]):
            place = name, start + with_auxiliary(told.text, begin), start + stop + len(particle)
            best = weight, place, "the same clause denied" if whole else "not so"
    if best is None:
        return []
    here = article, at + with_auxiliary(clause.text, denial.start), at + denial.high + len(particle)
    return [Difference("negation", verb + particle, (here, best[1]), best[2])]


def _with_near(context, clause):
    """Return the surroundings of a verb with the names to which its pronoun may refer."""
    if not clause.near:
        return context
    return context._replace(words=read_context(f" {clause.near}", 0, 0, 0, 0).words | context.words)


def _weigh(context):
    return sum(weight for word, weight in context.words.items() if word != "~people")


@keep_texts(1 << 14)  # each denial is held against the same clauses of all other texts
def _nouns(clause, first, last):
    """Return what the words of a part of a clause stand for that may name a thing: any but small ones and days."""
    return frozenset(feature_of(word) for start, _, word in words_in(clause)
                     if first <= start < last and word not in _NO_ACT and word not in DAY_NAMES)


def _of_another(one, other):
    """Tell whether two acts, each (clause, start, end of its verb), are of other things.

    She will meet the company, and not the owners; she had not been asked, and asked for money.
    """
    if is_passive(*one[:2]) != is_passive(*other[:2]):
        passive, active = (one, other) if is_passive(*one[:2]) else (other, one)
        return _nouns(passive[0], passive[0].first, passive[1]).isdisjoint(_nouns(active[0], active[2], active[0].last))
    mine, theirs = (_nouns(clause, end, clause.last) for clause, _, end in (one, other))
    if mine and theirs and mine.isdisjoint(theirs):
        return True
    return not is_passive(*one[:2]) and _of_two_bodies(one[0], one[1], other[0], other[1])


def _of_two_bodies(one, verb, other, its_verb):
    """Tell whether what stands before two verbs names two things, neither by a name or pronoun: regulator and court."""
    subjects = [clause.text[clause.first : end] for clause, end in ((one, verb), (other, its_verb))]
    if any(_NAME.search(subject) or _ANYBODY.search(subject) for subject in subjects):
        return False
    mine, theirs = _nouns(one, one.first, verb), _nouns(other, other.first, its_verb)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _particle(clause, end):
    """Return the particle behind a verb that ends at `end`, with the space before it: " out" of "ruled out"."""
    particle = _PARTICLE.match(clause.text, end)
    return particle[0] if particle else ""


@keep_texts(1 << 15)
def _read(clause: Clause, low: int, high: int) -> Context:
    """Return the surroundings of a verb in its clause; whoever says "he will not go" is who will not go."""
    text = clause.text[clause.first : clause.last]
    context = read_context(text, 0, len(text), low - clause.first, high - clause.first)
    if not any(letter.isupper() for letter in clause.who):
        return context
    who = read_context(f" {clause.who}", 0, 0, 0, 0)
    return context._replace(words=context.words | {word: who.words[word] for word in who.words})
