"""That something is so, and that it is not so: clauses of two texts that differ by a negation."""

import itertools
from collections import defaultdict
from typing import NamedTuple

import regex

from ..english.grammar import AUXILIARIES
from ..english.stems import stem, weigh_word
from ..english.words import find_words, fold
from ..rules import Setting
from .contexts import SHARED_ACT, Context, read_context, shared_weight
from .quantities import Difference

SHARED = Setting(
    "shared_negation",
    0.7,
    "share of the lighter clause's weight that must stand in the other as well",
    chosen="with one content word in three amiss they may deny another thing",
)
_NOT = regex.compile(
    r"\b(?P<no>not|never)\b(?:\s(?:yet|also|been|be|being|\p{L}+ly|have|to))*\s(?P<verb>\p{Ll}{3,})"
    r"|\b\p{Ll}+n['’]t\b(?:\s(?:yet|also|been|be|\p{L}+ly|have))*\s(?P<verb>\p{Ll}{3,})"
)
_HEDGE = regex.compile(
    r"\b(?:if|unless|whether|may|might|could|would|should|only|just|necessarily|all|always|every|until|because|why|but|simply|merely)\b|\?"
)
_STOP = regex.compile(r"[;:—–]|,\s(?=(?:and|but|while|which|who)\b)|[“”\"]")
_BEFORE = regex.compile(r"(\p{Ll}+)\s+$")
_PARTICLE = regex.compile(r"\s(?:out|off|up|down|away|aside|back)\b")
_MOST = 12  # sentences with one verb in one article that are compared


class Affirmed(NamedTuple):
    """A verb that a clause tells without not: where it stands, its particle, what is around it and what that weighs."""

    clause: tuple
    begin: int
    stop: int
    particle: str
    context: Context
    weight: float


def find_negations(sentences, voices):
    """Return the Differences between a clause with not or never and one that says the same without."""
    quoted = defaultdict(list)
    for article, start, end, voice in zip(
        voices["article"].astype(str), voices["start"], voices["end"], voices["voice"].astype(str), strict=True
    ):
        if voice == "quoted":
            quoted[article].append((start, end))
    clauses = []
    for article, start, text, zone in zip(
        sentences["article"].astype(str),
        sentences["start"],
        sentences["text"],
        sentences["zone"].astype(str),
        strict=True,
    ):
        if zone == "body":
            for first, last in _parts(text):
                clauses.append((article, start, text, first, last))
    wanted = defaultdict(list)
    for number, (article, start, text, first, last) in enumerate(clauses):
        for match in _NOT.finditer(text, first, last):
            if not _HEDGE.search(text, first, last) and not _is_quoted(quoted[article], start + match.start()):
                wanted[stem(fold(match["verb"]))].append((number, match))
    if not wanted:
        return []
    affirmed = defaultdict(lambda: defaultdict(list))
    for number, (article, _, text, first, last) in enumerate(clauses):
        for begin, stop in find_words(text):
            root = stem(fold(text[begin:stop])) if first <= begin < last else ""
            if root in wanted and len(affirmed[root][article]) < _MOST:
                affirmed[root][article].append((number, begin, stop))
    found = []
    for root in sorted(wanted):
        denying = {clauses[number][0] for number, _ in wanted[root]}
        others = [_read_affirmed(clauses, quoted, places) for article, places in affirmed[root].items()
                  if article not in denying]
        for number, match in wanted[root][: 4 * _MOST]:
            found += _oppose(clauses[number], match, others)
    return found


def _read_affirmed(clauses, quoted, places):
    """Return the Affirmed of the verbs at `places` (number of the clause, start, end) of one article."""
    found = []
    for number, begin, stop in places:
        article, start, text, first, last = clauses[number]
        if not (_HEDGE.search(text, first, last) or _is_quoted(quoted[article], start + begin)
                or _NOT.search(text, first, last)):
            context = read_context(text[first:last], 0, last - first, begin - first, stop - first)
            found.append(Affirmed(clauses[number], begin, stop, _particle(text, stop), context,
                                  sum(context.words.values())))
    return found


def _oppose(clause, match, others):
    """Return the Differences of what a clause denies from what `others`, an article each, affirm."""
    _, _, text, first, last = clause
    context = read_context(text[first:last], 0, last - first, match.start() - first, match.end() - first)
    verb, particle, mine = fold(match["verb"]), _particle(text, match.end("verb")), sum(context.words.values())
    heavy, act, share, found = weigh_word(verb), SHARED_ACT.value, SHARED.value, []
    for affirmed in others:
        best = None
        for there in affirmed:
            if there.particle != particle:  # ruled on it, has not ruled it out
                continue
            weight = shared_weight(context, there.context) + heavy
            least = max(act, share * (heavy + min(mine, there.weight)))
            if weight >= least and (best is None or weight > best[0]):
                best = weight, there
        if best:
            here = _place(clause, match.start(), match.end("verb"), particle)
            there = _place(best[1].clause, best[1].begin, best[1].stop, particle)
            found.append(Difference("negation", verb + particle, (here, there), "not so"))
    return found


def _place(clause, begin, stop, particle):
    """Return (article, start, end) of a verb with its auxiliaries and its particle."""
    article, start, text, _, _ = clause
    return article, start + _with_auxiliary(text, begin), start + stop + len(particle)


def _particle(text, end):
    """Return the particle behind a verb that ends at `end`, with the space before it: " out" of "ruled out"."""
    particle = _PARTICLE.match(text, end)
    return particle[0] if particle else ""


def _parts(text):
    bounds = [0, *(match.end() for match in _STOP.finditer(text)), len(text)]
    return [(first, last) for first, last in itertools.pairwise(bounds) if last - first > 10]


def _with_auxiliary(text, start):
    """Return where the verb phrase begins whose verb or not stands at `start`: will summon, had not locked."""
    while before := _BEFORE.search(text[max(start - 12, 0) : start]):
        if before[1] not in AUXILIARIES and before[1] != "to":
            break
        start -= len(before[0])
    return start


def _is_quoted(spans, place):
    return any(start <= place < end for start, end in spans)
