"""Lineage: what two articles that share words are to each other, and which of them is nearer to the source.

Direction is told only where the texts show it: one stops where the other goes on, one has a slip that the
other has not, one announces what the other reports, one knows a later day, one credits the other.
Where nothing shows it, or two signs contradict each other, it is unknown.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from ..english.grammar import FUTURE
from ..english.wording import count, join_names, percent
from ..english.words import fold, folded_words
from ..rules import Rule, RuleList, Setting
from ..tables import rows_of
from .reuse import LETTER
from .runs import find_glued

FAMILY = Setting("family_reuse", 0.5, "share of an article's words, and of its own words, in another's above which "
                 "both are one text",
                 measured="copies have .68 and more, 300 pairs of articles on the same events .29 at most")
WHOLE = Setting("contained", 0.9, "share of an article's words in another's from which it is contained in it",
                chosen="leaves room for a new first sentence and a few edits")
PASSAGES = Setting("copied_passages", 0.03, "share of own-voice words that stand in another from which passages were "
                   "copied", chosen="a sentence or so; below it only quotes are shared")
RETOLD = Setting("retold_share", 0.8, "share of an article's sentences that another has in other words, from which it "
                 "retells it", measured="50 events told by three outlets on their own: .77 at most")
SENTENCES = Setting("retold_sentences", 5, "least sentences in other words for it, and counterparts in a reworked "
                    "copy", chosen="two accounts of four facts are alike")

REWORKED = Setting("reworked_share", 0.25, "share of an article's words outside quotation marks in another's from "
                   "which it is a reworked copy, if it opens as the other does or credits it",
                   measured="150 pairs of articles on the same events: none opens as another does, and .32 at most")

COPIES = ("verbatim", "edited", "fragment")
SAME = ("same text", "cut", "fuller copy")
_NEARER = {"cut": "other", "fuller copy": "article", "earlier version": "article", "later version": "other"}


class Pair(NamedTuple):
    """What an article shares with another: the columns of `pairs` (see families.compare_pairs)."""

    article: str
    other: str
    cosine: float
    reused: float
    reused_own: float
    retold: float
    sentences: int  # of the body that have a counterpart in other words only
    of: int  # sentences of the body
    longest_run: int
    same_order: float
    copied: bool  # a sentence or passage, if in quotation marks
    outside: float = 0.0  # share of the words outside quotation marks that stand in the other
    opens: bool = False  # the first sentences of the two are copies


class Signs(NamedTuple):
    """What speaks for one of two articles: slips it has alone, what it announces and the other reports, its days."""

    slips: list = []  # noqa: RUF012
    announced: list = []  # noqa: RUF012
    knows_less: bool = False
    credits_other: bool = False

    def before(self) -> int:
        """Return how much speaks for this text being the earlier version: a day known less is worth two words."""
        return len(self.announced) + 2 * self.knows_less


class Ending(NamedTuple):
    """What an article has that the other lacks: words and sentences, of them behind the last that both have.

    verbatim is the share of verbatim links among those of what both have.
    """

    words: int
    sentences: int
    words_after: int
    sentences_after: int
    verbatim: float


class Case(NamedTuple):
    """All that is weighed of two articles, seen from the first: the pair both ways, their signs and ends."""

    pair: Pair
    back: Pair
    ours: Signs
    theirs: Signs
    ending: Ending | None  # of the article: what the other lacks
    back_ending: Ending | None


def is_kin(pair: Pair, back: Pair) -> bool:
    """Return whether more than half of the words of one of two articles stand in the other, of its own too.

    An article without words of its own is kin where all of it stands in the other, and so is one of one sentence: two
    may end "after chlorine leaked into the river Ellwater".  What is less, and one text all the same, are reworked and
    retold copies: see VERDICTS.
    """
    for side in (pair, back):
        if side.of < 2 and side.reused < WHOLE.value:
            continue
        silent = pd.isna(side.reused_own) and side.reused >= WHOLE.value
        if side.reused > FAMILY.value and (silent or side.reused_own > FAMILY.value):
            return True
    return False


def _is_retold(case):
    sides = (case.pair, case.back)
    both = 2 * min(side.retold for side in sides) > 1
    return both and not is_kin(*sides) and any(
        side.retold >= RETOLD.value and side.same_order >= RETOLD.value and side.sentences >= SENTENCES.value
        and side.sentences >= RETOLD.value * side.retold * side.of for side in sides)


def _is_reworked(case):
    """Tell whether one of two articles has the other as its base, with a word swapped here and a sentence put in there.

    A wire's “raised rents, setting up a fight” and a paper's “hiked rents, setting up a brawl”.
    """
    sides = (case.pair, case.back)
    base = case.pair.opens or case.ours.credits_other or case.theirs.credits_other
    told = max(side.retold * side.of for side in sides) >= SENTENCES.value
    return base and told and not is_kin(*sides) and case.pair.same_order >= RETOLD.value and max(
        side.outside for side in sides) >= REWORKED.value


def _has_passages(case):
    own = [side.reused_own for side in (case.pair, case.back) if not pd.isna(side.reused_own)]
    return not is_kin(case.pair, case.back) and max(own, default=0) >= PASSAGES.value


def _is_cut(case):
    """Return whether the article is a shortened copy: all of it is in the other, which goes on where it ends.

    A text that lacks words throughout may as well be an earlier version, unless it is the other's to the letter.
    """
    ending = case.back_ending
    if case.pair.reused < WHOLE.value or ending is None:
        return False
    return ending.words_after >= 2 / 3 * ending.words or ending.verbatim >= WHOLE.value


def _decide_example(example):
    """Return the verdict for a dict of what differs from two articles of ten sentences that share nothing."""
    nothing = Pair("a", "b", 0.5, 0.0, 0.0, 0.0, 0, 10, 3, 1.0, False)
    back = nothing._replace(article="b", other="a", **{
        name.removeprefix("back_"): value for name, value in example.items() if name in _BACK})
    pair = nothing._replace(**{name: value for name, value in example.items() if name in Pair._fields})
    ending = Ending(60, 3, example.get("after", 60), 3, 0.5) if "back_reused" in example else None
    ours, theirs = (Signs(announced=[("will open", "opened")] * example.get(name, 0))
                    for name in ("announced", "back_announced"))
    return VERDICTS.decide(Case(pair, back, ours, theirs, ending, ending))[0]


_BACK = {f"back_{name}" for name in Pair._fields}
_COPY = {"reused": 0.95, "reused_own": 0.95, "copied": True}
_PART = {"reused": 0.4, "reused_own": 0.3, "copied": True}
VERDICTS = RuleList("What are two articles that share sentences to each other?", (
    Rule("retold copy", _is_retold, "One says nearly every sentence of the other in other words, in its order: nobody "
         "who reports for himself does.",
         yes=({"retold": 1.0, "back_retold": 1.0, "sentences": 12},
              {"retold": 0.9, "back_retold": 0.7, "sentences": 9, "copied": True, "reused_own": 0.1}),
         no=({"retold": 0.75, "back_retold": 0.75, "sentences": 9}, {"retold": 1.0, "back_retold": 1.0, "sentences": 3},
             {"retold": 1.0, "back_retold": 0.4, "sentences": 10}, {"retold": 1.0, "back_retold": 1.0, "sentences": 6},
             {"retold": 1.0, "back_retold": 1.0, "sentences": 12, "same_order": 0.3})),
    Rule("reworked copy", _is_reworked, "One opens as the other does, or credits it, and goes on with its words in its "
         "order: nobody who writes for himself begins with another's sentence.",
         yes=({**_PART, "outside": 0.4, "opens": True, "retold": 0.5},),
         no=({**_PART, "outside": 0.4, "retold": 0.5}, {**_PART, "outside": 0.4, "opens": True, "retold": 0.2},
             {**_PART, "outside": 0.1, "opens": True, "retold": 0.5},
             {**_PART, "outside": 0.4, "opens": True, "retold": 0.5, "same_order": 0.2})),
    Rule("copied passages", _has_passages, "Words of an outlet's own voice stand in both.",
         yes=({"reused": 0.2, "reused_own": 0.1, "copied": True},), no=({"reused": 0.2, "copied": True}, _COPY)),
    Rule("same quotes", lambda case: not is_kin(case.pair, case.back) and case.pair.copied,
         "All they share is what others said.",
         yes=({"reused": 0.2, "copied": True},), no=({"reused": 0.2},)),
    Rule("same event", lambda case: not is_kin(case.pair, case.back),
         "They say some of the same in other words.", yes=({"retold": 0.4, "sentences": 5},),
         no=(_COPY,)),
    Rule("same text", lambda case: min(case.pair.reused, case.back.reused) >= WHOLE.value,
         "Each has all of the other, but for house style.",
         yes=({**_COPY, "back_reused": 0.93},), no=({**_COPY, "back_reused": 0.6},)),
    Rule("earlier version", lambda case: case.ours.before() >= 2 and not case.theirs.before(),
         "It announces what the other reports, or knows a day less, and nothing speaks "
         "the other way.", yes=({**_COPY, "back_reused": 0.7, "announced": 2},),
         no=({**_COPY, "back_reused": 0.7, "announced": 1},)),
    Rule("later version", lambda case: case.theirs.before() >= 2 and not case.ours.before(),
         "The same, seen from the other.",
         yes=({**_COPY, "back_reused": 0.7, "back_announced": 2},),
         no=({**_COPY, "back_reused": 0.7, "announced": 2, "back_announced": 2},)),
    Rule("cut", _is_cut, "All of it is in the other, which goes on where it ends.",
         yes=({**_COPY, "back_reused": 0.6},), no=({**_COPY, "back_reused": 0.6, "after": 10},)),
    Rule("fuller copy",
         lambda case: _is_cut(Case(case.back, case.pair, case.theirs, case.ours, case.back_ending, case.ending)),
         "The same, seen from the other.",
         yes=({"reused": 0.6, "reused_own": 0.6, "back_reused": 0.95, "back_reused_own": 0.95},),
         no=({"reused": 0.6, "reused_own": 0.6, "back_reused": 0.95, "back_reused_own": 0.95, "after": 10},)),
    Rule("edited copy", lambda case: True, "One text, changed in a way that tells no more.",
         yes=({**_COPY, "back_reused": 0.6, "after": 10},), no=({"reused": 0.2},)),
), _decide_example)
KIN = (*SAME, "earlier version", "later version", "edited copy", "reworked copy", "retold copy")


def weigh_evidence(pairs: list[Pair], shared: tuple[Mapping, Mapping], edits: pd.DataFrame | None,
                   articles: pd.DataFrame) -> dict[str, list[str]]:
    """Return the columns verdict, direction and evidence of `pairs`.

    `shared` is ({(article, other): (copied sentences of the article, share of verbatim ones)}, {article: {body
    sentence: words}}), sentences as any numbers in their order; `edits` is the table of that name, or None.  The
    columns are explained at families.compare_pairs.
    """
    columns = ("article", "outlet", "knows_until", "credit")
    facts = {str(name): dict(zip(columns[1:], (cell if isinstance(cell, str) else None for cell in rest), strict=True))
             for name, *rest in rows_of(articles, *columns)}
    names = {name: known["outlet"] or name for name, known in facts.items()}
    sides = {(pair.article, pair.other): pair for pair in pairs}
    readings, endings = _find_readings(edits), _find_endings(*shared)
    told: dict[str, list[str]] = {"verdict": [], "direction": [], "evidence": []}
    for (article, other), pair in sides.items():
        back = sides[other, article]
        ours, theirs = (_find_signs(facts, readings, *key) for key in ((article, other), (other, article)))
        case = Case(pair, back, ours, theirs, endings.get((article, other)), endings.get((other, article)))
        verdict = str(VERDICTS.decide(case)[0])  # the last rule fits every pair
        told["verdict"].append(verdict)
        told["direction"].append(_find_nearer(case, verdict))
        told["evidence"].append(_tell(case, verdict, facts, names))
    return told


def _find_nearer(case, verdict):
    """Return which of two articles is nearer to the source, or "unknown"."""
    article, other = case.pair.article, case.pair.other
    nearer = {"article": article, "other": other}.get(_NEARER.get(verdict), "unknown")
    if verdict in ("cut", "fuller copy") and max(case.pair.reused, case.back.reused) < LETTER.value:
        return "unknown"  # what is cut and reworded was not cut from this one
    if verdict in ("edited copy", "reworked copy", "same text", "retold copy"):
        exact = verdict == "same text"  # a slip in one text does not make another nearer that was edited
        farther = {name for name, signs in ((article, case.ours), (other, case.theirs))
                   if (signs.slips and exact) or signs.credits_other}
        return ({article, other} - farther).pop() if len(farther) == 1 else "unknown"
    return nearer


def _find_endings(copies, words):
    """Return {(article, other): Ending} of the body sentences."""
    found = {}
    for (article, other), (here, verbatim) in copies.items():
        sizes = words.get(article, {})
        both = here & sizes.keys()
        if both:
            last = max(both)
            alone = [size for sentence, size in sizes.items() if sentence not in both]
            after = [size for sentence, size in sizes.items() if sentence > last]
            found[article, other] = Ending(sum(alone), len(alone), sum(after), len(after), verbatim)
    return found


def _find_readings(edits):
    """Return {(article, other): (slips, announced)}, each a list of (words here, words there)."""
    found: dict = defaultdict(lambda: ([], []))
    if edits is None:
        return found
    for article, other, kind, before, after in rows_of(edits, "article", "other", "kind", "before", "after"):
        if kind in ("spelling", "tense"):
            slips, announced = found[str(article), str(other)]
            here, there = folded_words(before), folded_words(after)
            if kind == "spelling" and len(here) == 1 and len(there) == 2 and find_glued(here):
                slips.append((before, after))
            elif kind == "tense" and FUTURE & set(here) and there and not FUTURE & set(there):
                announced.append((before, after))
    return found


def _find_signs(facts, readings, article, other):
    """Return the Signs of one article as against the other."""
    mine, theirs = facts[article], facts[other]
    knows_less = bool(mine["knows_until"] and theirs["knows_until"] and mine["knows_until"] < theirs["knows_until"])
    credits = bool(mine["credit"] and theirs["outlet"] and fold(mine["credit"]) == fold(theirs["outlet"]))
    return Signs(*readings.get((article, other), ([], [])), knows_less, credits)


def _tell(case, verdict, facts, names):
    """Return the evidence on a pair as one plain sentence."""
    pair, back = case.pair, case.back
    here, there = names[pair.article], names[pair.other]
    if verdict == "same event":
        return f"{here} and {there} say the same in other words."
    if verdict == "retold copy":
        side = max(pair, back, key=lambda one: one.retold)
        order = ", in the same order" if side.same_order == 1 else ", in nearly the same order"
        return (f"{names[side.article]} says the same as {names[side.other]} in other words, sentence by sentence: "
                f"{percent(side.retold)} of its sentences have a counterpart there{order}.")
    said = [f"{percent(pair.reused)} of the words of {here} stand in {there}, {percent(back.reused)} the other way"]
    if not pd.isna(pair.reused_own) and not pd.isna(back.reused_own):
        said[0] += f" ({percent(pair.reused_own)} and {percent(back.reused_own)} of the outlets' own words)"
    if verdict in ("copied passages", "same quotes"):
        return said[0] + "."
    if pair.same_order >= RETOLD.value:
        said[0] += ", in the same order" if pair.same_order == 1 else ", in nearly the same order"
    if verdict == "reworked copy":
        said.append("they begin with one sentence" if pair.opens else "one credits the other")
    both = (pair.article, pair.other, case.ours, case.ending), (pair.other, pair.article, case.theirs, case.back_ending)
    shorter = {"cut": pair.article, "fuller copy": pair.other}.get(verdict)
    for article, other, signs, ending in both:
        if ending and ending.sentences_after and shorter == other:
            more = count(ending.sentences_after, "sentence")
            said.append(f"{names[other]} ends where {names[article]} goes on for {more}")
        elif ending and ending.sentences:
            said.append(f"{names[article]} has {count(ending.sentences, 'sentence')} that {names[other]} lacks")
        said += [f"{names[article]} has the slip “{wrong}” for “{right}”" for wrong, right in signs.slips[:2]]
        told = [f"“{one}” where {names[other]} has “{two}”" for one, two in signs.announced[:3]]
        said += [f"{names[article]} has {join_names(told)}"] if told else []
        if signs.knows_less:
            said.append(f"{names[article]} knows no later day than {facts[article]['knows_until']}")
        if signs.credits_other:
            said.append(f"{names[article]} credits {names[other]}")
    credit = facts[pair.article]["credit"]
    if credit and credit == facts[pair.other]["credit"] and credit not in {one["outlet"] for one in facts.values()}:
        said.append(f"both are known as copy of {credit}, whose own text is not in the folder")
    if verdict == "edited copy" and (case.ours.before() or case.theirs.before()):
        said.append("that is too little to tell an earlier version from a shortened one")
    return "; ".join(said) + "."
