"""What the tokens of a sentence tell of its verbs: which have a subject, which are passive, what stands between."""

from ...english.calendar import BESIDE_TIMES
from ...english.grammar import BE, is_negation
from ...english.verbs import REFUSING
from .tagged import Tagged

_INSTEAD = (["short", "of"], ["instead", "of"], ["rather", "than"])
_BE = BE | {"isn't", "wasn't", "aren't", "weren't"}


def is_finite(tagged: Tagged, place: int) -> bool:
    """Tell whether the token is a verb that can have a subject."""
    tag = tagged.tags[place]
    return tag in ("auxiliary", "verb") or (tag == "cue" and tagged.cues[place].form != "ing")


def is_passive(tagged: Tagged, verb: int) -> bool:
    """Tell whether the cue is a passive: was called, is being described."""
    if tagged.cues[verb].form != "past":
        return False
    place = verb - 1
    while place >= 0 and tagged.tags[place] == "adverb":
        place -= 1
    if place < 0 or tagged.tags[place] not in ("auxiliary", "pronoun"):
        return False
    word = tagged.words[place].lower()
    return word in _BE or (tagged.tags[place] == "pronoun" and word.endswith(("'s", "’s"))  # he's called
                           and tagged.words[verb] not in ("said", "told"))


def is_denied(tagged: Tagged, verb: int) -> bool:
    """Tell whether it is said that nobody said it: did not mention, has never said, declined to say."""
    if tagged.words[verb - 1:verb] == ["without"] or tagged.words[max(verb - 2, 0):verb] in _INSTEAD:
        return True
    for place in range(verb - 1, -1, -1):
        word = tagged.words[place]
        if tagged.tags[place] == "to":
            return place > 0 and (tagged.words[place - 1] or "").lower() in REFUSING
        if tagged.tags[place] not in ("adverb", "auxiliary"):
            return False
        if is_negation(word.lower().replace("’", "'")) and tagged.words[place + 1].lower() != "only":
            return True
    return False


def skip_left(tagged: Tagged, place: int) -> int:
    """Return the first position at or before `place` that is no adverb, auxiliary or expression of time."""
    tags, words = tagged.tags, tagged.words
    while place >= 0:
        if tags[place] in ("adverb", "auxiliary"):
            place -= 1
        elif tags[place] == "time" or (tags[place] == "number" and place and tags[place - 1] == "time"):
            place -= 1
            while place >= 0 and (tags[place] in ("time", "number") or (words[place] or "").lower() in BESIDE_TIMES):
                place -= 1
            if place >= 0 and tags[place] == "preposition":
                place -= 1
        else:
            return place
    return place


def skip_right(tagged: Tagged, at: int) -> int:
    """Return the first position from `at` on that is no adverb, time or auxiliary of a cue."""
    tags, words, size = tagged.tags, tagged.words, len(tagged.tags)
    while at < size:
        follows = tags[at + 1] if at + 1 < size else "stop"
        near = tags[at] == "preposition" or words[at] in ("this", "last", "earlier", "late", "early")
        if tags[at] in ("adverb", "time") or (tags[at] == "number" and at and tags[at - 1] == "time"):
            at += 1
        elif follows == "time" and near:  # on Monday, last week
            at += 2
        elif tags[at] == "auxiliary" and follows in ("cue", "adverb"):
            at += 1
        else:
            break
    return at


def is_predicate(tagged: Tagged, place: int) -> bool:
    """Tell whether the token is a finite verb, or a pronoun that one hangs on (it's)."""
    contracted = tagged.tags[place] == "pronoun" and any(mark in tagged.words[place] for mark in "'’")
    return is_finite(tagged, place) or contracted
