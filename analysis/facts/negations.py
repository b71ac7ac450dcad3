"""That something is so, and that it is not so: clauses of two texts that differ by a denial (assertions.py)."""

from collections import defaultdict
from functools import cached_property
from itertools import chain

import pandas as pd
import regex

from ..english.adjectives import is_adjective
from ..english.calendar import DAY_NAMES
from ..english.grammar import AUXILIARIES, DETERMINERS, POSSESSIVES, SMALL, words_of
from ..english.lexicon import is_person_word, titles
from ..english.stems import first_form, weigh_word
from ..english.verbs import SAID
from ..english.words import fold, folded_words
from ..rules import Setting
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
from .twofacts import RARE_WORD

SHARED = Setting(
    "shared_negation",
    0.7,
    "share of the lighter clause's weight that must stand in the other as well",
    chosen="with one content word in three amiss they may deny another thing",
)
_PRONOUN = regex.compile(r"(?:he|she|it|they)\s", regex.IGNORECASE)
_NOTHING = frozenset([feature_of("nothing")])
_BREAK = "\n"  # between two sentences
_NAME = regex.compile(r"\b(?!The\b|An?\b|It\b|He\b|She\b|They\b)\p{Lu}[\p{L}’'-]+")
_ANYBODY = regex.compile(r"\b(?:he|she|it|they|we|who|which|that|there)\b", regex.IGNORECASE)
_SMALL_WORD = regex.compile(r"\s(\p{Ll}+)")
_HE = regex.compile(r"\b(?:he|she)\b", regex.IGNORECASE)
_PARTICLE = regex.compile(r"\s(?:out|off|up|down|away|aside|back)\b")
_NO_ACT = words_of(*SMALL, "auxiliary") | {"more", "only", "yet"}
_BESIDE = DETERMINERS | POSSESSIVES | {"only", "no", "newly"}
_SAYING = frozenset(map(first_form, ("say", "tell")))  # declined to say who paid, and said otherwise
_MOST = 12  # clauses with one verb in one article that are compared


class _Act:
    """A verb in a clause, denied or told; what stands around it is read where it is asked for, and once."""

    def __init__(self, article: str, at: int, clause: Clause, start: int, end: int, words: list):
        self.article, self.at, self.clause, self.start, self.end, self.words = article, at, clause, start, end, words

    @cached_property
    def particle(self) -> str:
        """The particle behind the verb, with the space before it: " out" of "ruled out"."""
        particle = _PARTICLE.match(self.clause.text, self.end)
        return particle[0] if particle else ""

    @cached_property
    def mode(self) -> str:
        """Whether it is ahead, or can be."""
        return mode(self.clause, self.start)

    @cached_property
    def passive(self) -> bool:
        """Whether the verb tells what is done to its subject."""
        return is_passive(self.clause, self.start)

    @cached_property
    def subject(self) -> frozenset[str]:
        """What the words before the verb stand for that may name a thing: any but small ones and days."""
        return self._nouns(self.clause.first, self.start)

    @cached_property
    def rest(self) -> frozenset[str]:
        """The same of the words behind it."""
        return self._nouns(self.end, self.clause.last)

    def _nouns(self, first, last):
        return frozenset(feature_of(word) for start, _, word in self.words
                         if first <= start < last and word not in _NO_ACT and word not in DAY_NAMES)

    @cached_property
    def named(self) -> bool:
        """Whether a name or a pronoun stands before the verb."""
        before = self.clause.text[self.clause.first : self.start]
        return bool(_NAME.search(before) or _ANYBODY.search(before))

    @cached_property
    def persons(self) -> frozenset[str] | None:
        """The words of names before the verb, those to which "he" or "she" there may refer; None without either."""
        clause = self.clause
        before = clause.text[clause.first : self.start]
        if not _HE.search(before):
            return _read_names(before) or None
        told = clause.who, clause.text[: clause.first], clause.nearest, clause.near
        return next(filter(None, map(_read_names, told)), frozenset())

    @cached_property
    def attribute(self) -> bool:
        """Whether the verb is a participle beside its noun: an elected official, the only declared emergency."""
        text = self.clause.text
        before, behind = text[: self.start].split()[-2:], _SMALL_WORD.match(text, self.end)
        if not before or behind is None or self.particle or behind[1] in _NO_ACT or not text.endswith(
                ("ed", "en"), 0, self.end):
            return False
        *further, word = map(fold, before)
        if word in ("not", "never"):
            return not AUXILIARIES.intersection(further)
        return word in _BESIDE or (is_adjective(word) and word not in AUXILIARIES)

    @cached_property
    def context(self) -> Context:
        """The surroundings of the verb in its clause; whoever says "he will not go" is who will not go."""
        clause = self.clause
        text = clause.text[clause.first : clause.last]
        context = read_context(text, 0, len(text), self.start - clause.first, self.end - clause.first)
        if not any(letter.isupper() for letter in clause.who):
            return context
        who = read_context(f" {clause.who}", 0, 0, 0, 0)
        return context._replace(words=context.words | {word: who.words[word] for word in who.words})

    def place(self, start: int) -> tuple[str, int, int]:
        """Return where the verb stands with what helps it, from what denies it at `start`, else from itself."""
        return (self.article, self.at + with_auxiliary(self.clause.text, start),
                self.at + self.end + len(self.particle))


def find_negations(clauses: list[tuple[str, int, Clause]]) -> list[Difference]:
    """Return the Differences between a clause that denies an act and one of another text; for list_clauses' clauses."""
    wanted, affirmed = defaultdict(list), defaultdict(lambda: defaultdict(list))
    for article, at, clause in clauses:
        for denial in find_denials(clause):
            verb = fold(clause.text[denial.low : denial.high])
            if verb not in _NO_ACT and first_form(verb) not in _SAYING and not is_open_object(clause, denial.high):
                act = _Act(article, at, clause, denial.low, denial.high, words_in(clause))
                wanted[first_form(verb)].append((denial, act))
    tells: dict[str, bool] = {}  # whether a sentence has one of these verbs: most have none
    for article, at, clause in clauses if wanted else ():
        if clause.text not in tells:
            tells[clause.text] = not wanted.keys().isdisjoint(map(first_form, folded_words(clause.text)))
        if not tells[clause.text] or (denies(clause) and not clause.flipped):
            continue
        words = words_in(clause)
        for begin, stop, word in words:
            root = first_form(word)
            if root not in wanted or clause.saying > (word in SAID) or len(affirmed[root][article]) >= _MOST:
                continue
            if asserts(clause, begin) and not is_open(clause, begin) and not is_open_object(clause, stop):
                affirmed[root][article].append(_Act(article, at, clause, begin, stop, words))
    found = []
    for root in sorted(wanted):
        denying = {act.article for _, act in wanted[root]}
        denying |= {act.article for acts in affirmed[root].values() for act in acts if act.clause.flipped}
        others = [[act for act in acts if not act.clause.flipped]
                  for article, acts in affirmed[root].items() if article not in denying]
        for denial, act in wanted[root][: 4 * _MOST]:
            found += _oppose(denial, act, others)
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


def _oppose(denial, act, others):
    """Return the Differences between a denial of `act` and the likest of each of `others`, a text's acts, if it is one.
    """
    verb = fold(act.clause.text[act.start : act.end])
    refusing = {feature_of(word) for start, _, word in act.words
                if denial.start <= start < denial.low and not denial.noun}  # refused, decided: the other has no such
    mine = act.context._replace(words={word: weight for word, weight in act.context.words.items()
                                       if word not in refusing})
    near, light, weighed, found = _with_near(mine, act.clause), _weigh(mine), weigh_word(verb), []
    for acts in others:
        best = None
        for told in acts:
            if told.particle != act.particle or told.mode != act.mode:
                continue  # ruled on it, has not ruled it out
            if denial.noun and denial.noun not in (word for _, _, word in told.words):
                continue  # no firemen were hurt, three people were
            if _of_another(act, told):
                continue
            weight = shared_weight(near, _with_near(told.context, told.clause)) + weighed
            least = weighed + min(light, _weigh(told.context))
            whole = weight >= max(least, RARE_WORD.value)
            enough = whole or (weight >= SHARED_ACT.value and weight >= SHARED.value * least)
            if enough and (best is None or weight > best[0]):
                best = weight, told.place(told.start), "the same clause denied" if whole else "not so"
        if best is not None:
            found.append(Difference("negation", verb + act.particle, (act.place(denial.start), best[1]), best[2]))
    return found


def _with_near(context, clause):
    """Return the surroundings of a verb with the names to which its pronoun may refer."""
    if not clause.near:
        return context
    return context._replace(words=read_context(f" {clause.near}", 0, 0, 0, 0).words | context.words)


def _weigh(context):
    return sum(weight for word, weight in context.words.items() if word != "~people")


def _of_another(one, other):
    """Tell whether two acts are of other things.

    She will meet the company, and not the owners; she had not been asked, and asked for money; he, Li, named nobody,
    and he, Roe, named Bo; they were not elected, and elected officials.
    """
    for none, some in ((one, other), (other, one)):
        if none.subject == _NOTHING:  # nothing was stolen in the raid: told of a raid too
            return not none.rest or not none.rest <= some.subject | some.rest
    if one.attribute or other.attribute:
        return True
    persons = [act.persons for act in (one, other)]
    he = any(_HE.search(act.clause.text, act.clause.first, act.start) for act in (one, other))
    if he and None not in persons and persons[0].isdisjoint(persons[1]):
        return True
    if one.passive != other.passive:
        passive, active = (one, other) if one.passive else (other, one)
        return passive.subject.isdisjoint(active.rest)
    if one.rest and other.rest and one.rest.isdisjoint(other.rest):
        return True
    return not one.passive and _of_two_bodies(one, other)


def _read_names(text):
    """Return the folded words of the names in a text, without titles, days and what is in capitals."""
    words = {fold(match[0]).removesuffix("'s") for match in _NAME.finditer(text) if not match[0].isupper()}
    return frozenset(word for word in words - DAY_NAMES - titles() if not is_person_word(word))


def _of_two_bodies(one, other):
    """Tell whether what stands before two verbs names two things, neither by a name or pronoun: regulator and court."""
    if one.named or other.named:
        return False
    return bool(one.subject and other.subject) and one.subject.isdisjoint(other.subject)
