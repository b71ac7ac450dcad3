"""Which acts of a sentence it tells, and which stand beside: in a relative clause, behind a preposition, as its topic.

    "The ferry that sank had no licence"  and  "He ordered an inquiry into the sinking"
tell of a licence and an inquiry; that the ferry sank is how they say which.
"""

from collections.abc import Sequence, Set

from ..english.grammar import AUXILIARIES, BE
from ..speech.sentence.tags import VERBAL

_NEAR = 6  # words of a noun's phrase, and one
_PHRASE = frozenset(["noun", "name", "genitive", "determiner", "possessive", "adjective", "number", "adverb"])
_ENDS = frozenset(["stop", "colon", "dash", "that", "relative", "subordinator", "comma", "coordinator", "to"])
_PARTS = frozenset(["stop", "colon", "dash", "coordinator", "subordinator"])
# Six hours of talks are talks.
_MUCH = frozenset(["hour", "hours", "day", "days", "week", "weeks", "minute", "minutes", "month", "months", "round",
                   "rounds", "series", "wave", "string", "spate", "number", "dozens", "scores", "hundreds"])


def find_asides(tags: Sequence[str], words: Sequence[str], verbs: Set[int]) -> set[int]:
    """Return those of the places `verbs` that only say of which thing or person the sentence tells.

    Those of relative clauses (the ferry that sank had no licence) and participles (a boat carrying 40 sank; she wrote
    to the family of a woman killed in May).
    """
    aside, inside, told, group = set(), False, False, False
    for at, tag in enumerate(tags):
        if tag in _PARTS:
            told = False
        if tag == "relative" or (tag == "that" and at and tags[at - 1] in ("noun", "name")):
            inside, group = True, False
        finite = at in verbs and tag != "gerund"
        if inside and (finite or tag == "auxiliary" or words[at] in AUXILIARIES):
            if group and at - 1 not in verbs and tags[at - 1] not in ("auxiliary", "adverb", "to"):
                inside = False  # the second verb behind a relative is that of the sentence
            group = True
        if not (inside or finite or tag == "gerund"):
            continue
        before = tags[at - 1] if at else ""
        by = finite and before == "comma" and words[at + 1:at + 2] == ["by"]
        bare = finite and before in ("noun", "name") and (
            (told and _is_beside(tags, words, at - 1)) or (words[at].endswith("ed") and _goes_on(tags, words, at)))
        if inside or bare or by or (tag == "gerund" and BE.isdisjoint(words[max(at - 2, 0):at])):
            aside.add(at)
        told = told or finite
    return aside


def _goes_on(tags, words, at):
    """Tell whether the clause has another verb behind the one at `at`: a banker accused of theft is in custody."""
    for spot in range(at + 1, len(tags)):
        if tags[spot] in _ENDS:
            return False
        if words[spot] in AUXILIARIES:
            return True
    return False


def _is_beside(tags, words, at):
    """Tell whether a noun hangs on a preposition, or on a noun behind it: into the sinking, the veto fight.

    Six hours of talks are talks.
    """
    if tags[at + 1:at + 2] == ["noun"]:
        return True
    for spot in range(at - 1, max(at - _NEAR, -1), -1):
        if tags[spot] in ("preposition", "subordinator"):
            return words[spot] != "of" or words[spot - 1] not in _MUCH
        if tags[spot] not in _PHRASE:
            return False
    return False


def place_noun(tags: Sequence[str], words: Sequence[str], at: int) -> str:
    """Return where a noun of an act stands: "beside" the act of its sentence, as its "topic", or ""."""
    if _is_beside(tags, words, at):
        return "" if words[max(at - 2, 0):at] and words[max(at - 2, 0)] in BE else "beside"  # is in custody
    verb = next((spot for spot in range(at + 1, len(tags)) if tags[spot] in VERBAL or tags[spot] == "relative"
                 or words[spot] in AUXILIARIES), None)
    if verb is None or words[verb] not in BE or verb + 1 >= len(tags):
        return ""
    return "" if tags[verb + 1] in ("verb", "gerund", "cue") or words[verb + 1].endswith(("ed", "ing")) else "topic"
