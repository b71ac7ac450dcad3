"""One act that is over in one text and ahead in the other, in clauses that are nearly word for word alike."""

from itertools import combinations

import pandas as pd
from rapidfuzz import fuzz

from ..english.grammar import ARTICLES, BE, FUTURE, HAVE, MODALS, PARTING, POSSESSIVES, is_negation
from ..english.spellings import NEARLY
from ..english.stems import stem
from ..english.words import find_words, fold
from ..rules import Rule, RuleList
from ..tables import rows_of
from .quantities import Difference

_PLANNED = frozenset(["due", "set", "expected", "scheduled", "going", "planned"])  # to be closed
_HELPING = BE | HAVE | MODALS | _PLANNED | PARTING | {"to"}
NEITHER = "neither"  # over nor ahead
_LEAST = 4  # letters of a verb


def _to_come(before):
    return bool(FUTURE & set(before)) or ("to" in before and bool({"is", "are"} & set(before)))


def _is_unsure(before):
    return any(map(is_negation, before)) or bool(set(before) & (MODALS - FUTURE | {"officially", "formally"}))


PHASES = RuleList("Is what a verb tells over, going on or ahead?", (
    Rule("left open", lambda before: NEITHER if _is_unsure(before) else None,
         "what will not be, may be, or will be in due form, is neither ahead nor over",
         yes=("The lock will not be closed.", "The lock was never repaired.", "The lock may soon be closed.",
              "The lock will formally be closed."),
         no=("The lock will soon be closed.",)),
    Rule("ahead", lambda before: "ahead" if _to_come(before) else None, "what will be, or is to be",
         yes=("The lock will be closed.", "The lock will almost certainly be closed.", "The lock is due to be closed.",
              "The lock would soon reopen."),
         no=("The lock was to be closed.", "The lock was closed.")),
    Rule("no act of its own", lambda before: NEITHER if {"to", "be", "having"} & set(before) else None,
         "what was to be, or is to be by another's will, may have been or not",
         yes=("The lock was to be closed.", "The mayor wants the lock to be closed."),
         no=("The lock has been closed.",)),
    Rule("described", lambda before: NEITHER if before and before[-1] in ARTICLES | POSSESSIVES else None,
         "the repaired lock is a lock",
         yes=("They met at the repaired lock.",), no=("They repaired the lock.",)),
    Rule("going", lambda before: "going" if "being" in before else None, "what is being done is not yet done",
         yes=("The lock is being repaired.",), no=("The lock is repaired.",)),
    Rule("a state", lambda before: NEITHER if {"is", "are"} & set(before) else None,
         "how a thing is, and not what was done",
         yes=("The lock is now closed.",), no=("The lock was closed.",)),
    Rule("done", lambda before: "done", "the rest is over",
         yes=("The lock was quietly closed.", "They closed the lock.", "The lock has already been closed."),
         no=("The lock will be closed.",)),
), lambda text: next((rule for rule, *_ in _list_phases(text, 0, len(text))), None))


def read_tenses(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, str, int, int]]:
    """Return (verb's stem, ahead, going or done, start, end) of the verbs in -ed, and of those ahead."""
    return [(stem(verb), phase, *span) for _, phase, verb, *span
            in _list_phases(text, start, len(text) if end is None else end) if phase != NEITHER]


def _list_phases(text, start, end):
    """Yield (rule, phase, verb, start, end) of the verbs, from their first helping word: will soon be closed."""
    words = [(start + low, start + high) for low, high in find_words(text[start:end])]
    folded = [fold(text[low:high]) for low, high in words]
    for at, (low, high) in enumerate(words):
        verb, first = folded[at], at
        if len(verb) < _LEAST or verb in _HELPING or verb.endswith("ly") or not text[low].islower():
            continue
        while first and (folded[first - 1] in _HELPING or folded[first - 1].endswith("ly")) and (
                text[words[first - 1][1] : words[first][0]].isspace()):
            first -= 1
        before = folded[first:at] or folded[max(at - 1, 0) : at]
        if verb.endswith("ed") or _to_come(before):
            rule, phase = PHASES.decide(before)
            yield rule, phase, verb, words[first][0], high


def find_tenses(items: pd.DataFrame, articles: pd.DataFrame) -> list[Difference]:
    """Return the Differences of tense within reported items whose passages are nearly alike."""
    texts = dict(rows_of(articles, "article", "text"))
    groups = {}
    for item, article, start, end in rows_of(items, "item", "article", "start", "end"):
        groups.setdefault(item, []).append((article, start, end))
    found = []
    for item in sorted(groups):
        for one, other in combinations(groups[item][:12], 2):
            if fuzz.token_set_ratio(texts[one[0]][one[1]:one[2]], texts[other[0]][other[1]:other[2]]) < NEARLY.value:
                continue
            mine, theirs = ({verb: rest for verb, *rest in read_tenses(texts[name], start, end)}
                            for name, start, end in (one, other))
            for verb in sorted(mine.keys() & theirs.keys()):
                (kind, *place), (second, *there) = mine[verb], theirs[verb]
                if kind != second:
                    found.append(Difference("tense", verb, ((one[0], *place), (other[0], *there)), "the same clause"))
    return found
