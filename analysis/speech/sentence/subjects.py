"""Find the subject of a verb, in a sentence read by frames.read_frame.

From the verb one looks left as a reader would: past adverbs and days, over an apposition between commas, over
"who" to the person meant, over "and" to the verb before.  All functions take a Frame and positions of its tokens,
and return the (first, last) positions of a phrase, or None.
"""

from ..lexicon import is_person_word
from .phrases import REACH, is_actor, name_start, phrase_ending, phrase_starting
from .tags import NOMINAL

_BE = {"is", "are", "was", "were", "be", "been", "being", "am", "isn't", "wasn't", "aren't", "weren't"}
_NEAR_TIMES = {"last", "next", "this", "late", "early", "past", "previous", "earlier", "later", "the", "a", "that",
               "same", "few", "couple"}
# Verbs whose next words are the person addressed.
_TO_SOMEBODY = {"tell", "inform", "assure", "remind", "notify", "brief", "advise", "warn", "urge", "promise",
                "threaten", "reassure"}
_WHERE = {"in", "at", "near", "across", "on", "around", "outside"}
# Verbs whose object does what follows "to".
_MAKING = {"led", "leading", "leads", "forced", "forcing", "prompted", "prompting", "caused", "causing", "compelled",
           "pushed", "spurred", "drove", "inspired"}
_EMBEDDING = ("that", "relative", "subordinator")
_BEHIND_INVERSION = ("comma", "stop", "preposition", "relative", "dash", "time", "subordinator")
_NOT_BEFORE_SUBJECT = ("preposition", "to", "determiner", "possessive", "genitive", "number", "name", "pronoun",
                       "gerund")
_DEEPEST = 3  # verbs whose subject is that of the verb before: began, rose and said
_MOST = 12    # verbs looked at before one


def find_subject(frame, verb, depth=0):
    """Return the phrase that is the subject of the verb at `verb`; `depth` counts the verbs that led there."""
    if depth > _DEEPEST:
        return None
    if (verb, depth) not in frame.subjects:
        frame.subjects[verb, depth] = _find_subject(frame, verb, depth)
    return frame.subjects[verb, depth]


def _find_subject(frame, verb, depth):
    tags, cue = frame.tags, frame.cues.get(verb)
    place = _skip_left(frame, verb - 1)
    if cue and cue.form == "ing":
        return _subject_of_gerund(frame, verb, place, depth)
    if place < 0:
        return None
    if tags[place] in NOMINAL or tags[place] == "genitive":
        return phrase_ending(frame, place)
    if tags[place] in ("relative", "that"):
        return _antecedent(frame, place)
    if tags[place] in ("comma", "dash", "quote"):
        found = find_inverted(frame, verb) or _headed_by_noun(frame, place) or _before_apposition(frame, place)
        return _name_for(frame, found, place) or _subject_before(frame, place, depth)
    if tags[place] == "to" and place > 1 and tags[place - 1] in NOMINAL:
        found = phrase_ending(frame, place - 1)  # the fire led the mayor to announce
        if found[0] and frame.words[found[0] - 1] in _MAKING and is_actor(frame, found):
            return found
    if tags[place] in ("coordinator", "to", "verb", "cue", "gerund", "preposition"):
        return _subject_before(frame, place, depth)
    return None


def _headed_by_noun(frame, place):
    """The label that holds his tapes, Granite Sound, says; the paper that tenants sign, which is long, says.

    A sentence that opens with a noun and its "that" has this noun as its subject, or the name that comes after.
    """
    tags = frame.tags
    first = phrase_starting(frame, 0)
    if not first or tags[place] != "comma" or tags[first[1]] != "noun" or first[1] + 1 >= place \
            or tags[first[1] + 1] not in ("relative", "that"):
        return None
    if tags[place - 1] == "name":
        name = phrase_ending(frame, place - 1)
        if tags[name[0] - 1] == "comma":
            return name
    return first


def _name_for(frame, found, comma):
    """Return the name in apposition to a phrase that can't speak itself: its star, [Ann Smith], took to the network."""
    if found is None or frame.tags[comma - 1] != "name" or found[1] >= comma - 1 or is_actor(frame, found):
        return found
    name = phrase_ending(frame, comma - 1)
    return name if frame.tags[name[0] - 1] == "comma" else found


def _antecedent(frame, place):
    """Return the phrase that "who" or "that" at `place` stands for, with "who" itself."""
    last = place - 1
    if last > 0 and frame.tags[last] == "comma":
        last -= 1
    if last < 0 or frame.tags[last] not in NOMINAL:
        return None
    first, end = phrase_ending(frame, last)
    if frame.tags[last] == "name" and not is_actor(frame, (first, end)):  # the ire of Justice Smith, who said
        first = name_start(frame, last)
    return first, place if frame.tags[place] == "relative" else end


def _subject_of_gerund(frame, verb, place, depth):
    tags, words = frame.tags, frame.words
    if place > 0 and tags[place] == "as" and tags[place - 1] in NOMINAL:  # quoted Smith as saying
        return phrase_ending(frame, place - 1)
    if place > 0 and words[place] in ("of", "for") and tags[place - 1] in ("name", "pronoun"):  # accuse her of saying
        return phrase_ending(frame, place - 1)
    if place >= 0 and tags[place] in ("name", "pronoun"):  # a video of Smith saying
        found = phrase_ending(frame, place)
        placed = found[0] and words[found[0] - 1] in _WHERE  # an ad in Norhaven describing him
        if is_actor(frame, found) and not placed:
            return found
    found = _agent_before(frame, place) or _subject_before(frame, verb, depth)
    if found:
        return found
    if place > 0 and tags[place] == "comma" and tags[place - 1] in NOMINAL:  # Smith, speaking in the house, ...
        found = phrase_ending(frame, place - 1)
        return found if is_actor(frame, found) else None
    comma = next((at for at in range(verb, min(len(tags), verb + REACH)) if tags[at] in ("comma", "quote")), None)
    if comma is not None and tags[comma] == "quote" and tags[comma + 1:comma + 2] == ["comma"]:
        comma += 1
    if comma is not None and place <= 0:  # Speaking in the house, Smith ...
        return phrase_starting(frame, comma + 1)
    return None


def _agent_before(frame, comma):
    """Return who does what the clause before tells in the passive: it was denied by [Smith], hinting that ..."""
    words = frame.words
    for at in range(comma - 2, max(0, comma - REACH), -1):
        if at in frame.cues:
            agent = phrase_starting(frame, at + 2) if words[at + 1] == "by" and is_passive(frame, at) else None
            return agent if agent and is_actor(frame, agent) else None
        if frame.tags[at] in ("stop", "colon", "quote", "comma"):
            return None
    return None


def _subject_before(frame, place, depth):
    """Return the subject of the nearest finite verb before `place`, of a main clause and an actor if there is one.

    After "and" the nearest cue goes first: Smith said that the plan was bad and called it a shame.
    """
    tags = frame.tags
    joined = tags[place] == "coordinator"
    verbs = []
    for at in range(place - 1, max(-1, place - REACH), -1):
        if tags[at] in ("stop", "colon"):
            break
        if is_finite(frame, at):
            verbs.append(at)
    if joined:
        verbs.sort(key=lambda at: at not in frame.cues)
    spare = {}
    for at in verbs[:_MOST]:
        found = find_subject(frame, at, depth + 1)
        if not found:
            continue
        embedded = (found[0] and tags[found[0] - 1] in _EMBEDDING) or tags[found[1]] == "relative"
        embedded = embedded and not (joined and at in frame.cues)
        if not embedded and is_actor(frame, found):
            return found
        spare.setdefault(bool(embedded), found)
    return spare.get(False) or spare.get(True)


def find_inverted(frame, verb):
    """Return the subject behind a verb of saying after a comma: ..., said John Smith, a lawyer."""
    cue = frame.cues.get(verb)
    if not cue or cue.kind != "say" or cue.form not in ("past", "third") or cue.verb in _TO_SOMEBODY:
        return None
    found = phrase_starting(frame, verb + 1)
    if not found or not is_actor(frame, found) or frame.tags[found[1]] == "pronoun":
        return None
    after = frame.tags[found[1] + 1] if found[1] + 1 < len(frame.tags) else "stop"
    return found if after in _BEHIND_INVERSION else None


def is_finite(frame, place):
    """Tell whether the token is a verb that can have a subject."""
    tag = frame.tags[place]
    return tag in ("auxiliary", "verb") or (tag == "cue" and frame.cues[place].form != "ing")


def is_passive(frame, verb):
    """Tell whether the cue is a passive: was called, is being described."""
    if frame.cues[verb].form != "past":
        return False
    place = verb - 1
    while place >= 0 and frame.tags[place] == "adverb":
        place -= 1
    if place < 0 or frame.tags[place] not in ("auxiliary", "pronoun"):
        return False
    word = frame.words[place].lower()
    return word in _BE or (frame.tags[place] == "pronoun" and word.endswith(("'s", "’s"))  # he's called
                           and frame.words[verb] not in ("said", "told"))


def find_main_subject(frame, end):
    """Return the subject of the first finite verb before position `end`, not a part of a leading phrase."""
    for place in range(min(end, 2 * REACH)):
        if not is_finite(frame, place):
            continue
        at = _skip_left(frame, place - 1)
        if at < 0 or frame.tags[at] not in (*NOMINAL, "comma", "relative"):
            continue
        found = find_subject(frame, place)
        if found and (found[0] == 0 or frame.tags[found[0] - 1] not in ("preposition", "subordinator", "to", "as")):
            return found
    return None


def _skip_left(frame, place):
    """Return the first position at or before `place` that is no adverb, auxiliary or expression of time."""
    tags, words = frame.tags, frame.words
    while place >= 0:
        if tags[place] in ("adverb", "auxiliary"):
            place -= 1
        elif tags[place] == "time" or (tags[place] == "number" and place and tags[place - 1] == "time"):
            place -= 1
            while place >= 0 and (tags[place] in ("time", "number") or (words[place] or "").lower() in _NEAR_TIMES):
                place -= 1
            if place >= 0 and tags[place] == "preposition":
                place -= 1
        else:
            return place
    return place


def _before_apposition(frame, comma):
    """Return the phrase before the apposition that ends at `comma`: Smith, 42, a lawyer from Ohio, said."""
    tags = frame.tags
    mark = "comma" if tags[comma] == "quote" else tags[comma]
    at = comma - 1
    while at > max(0, comma - REACH):
        if tags[at] in ("stop", "colon"):
            return None
        if tags[at] == mark and tags[at - 1] in NOMINAL:
            first, last = phrase_ending(frame, at - 1)
            before = tags[first - 1] if first else "start"
            if not (before == "comma" and tags[first] == "number") and before not in _NOT_BEFORE_SUBJECT \
                    and not _is_role_of_name(frame, first):
                return first, last
        at -= 1
    return None


def _is_role_of_name(frame, first):
    """Tell whether a phrase stands behind a name as what he is: Smith, treasurer of the fund, Inc., said."""
    tags = frame.tags
    if first < 2 or tags[first - 1] != "comma" or tags[first - 2] != "name":
        return False
    head = first
    while head + 1 < len(tags) and (tags[head] in ("determiner", "possessive") or tags[head + 1] == "noun"):
        head += 1
    return tags[head] == "noun" and is_person_word(frame.words[head])
