"""Find the noun phrase that is the subject of a verb, in a sentence read by cues.read_frame.

All functions take a Frame and positions of its tokens, and return (first, last) positions of a
phrase, or None.  They look left from a verb as a reader would: past adverbs and days, over an
apposition between commas, over "who" to the person meant, over "and" to the verb before.
"""

from .cues import NOMINAL
from .lexicon import is_body_word, is_person_word

_BE = {"is", "are", "was", "were", "be", "been", "being", "am", "isn't", "wasn't", "aren't", "weren't"}
_PARTICLES = {"de", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "da", "dos", "del", "di", "du", "ben", "ter"}
_TAILS = {"of", "for", "in", "at", "from", "with", "to", "on", "inside", "near", "within", "behind", "against", "close", "about", "under"}
_NEAR_TIMES = {"last", "next", "this", "late", "early", "past", "previous", "earlier", "later", "the", "a", "that", "same", "few", "couple"}
# Verbs whose next words are the person addressed.
_TO_SOMEBODY = {"tell", "inform", "assure", "remind", "notify", "brief", "advise", "warn", "urge", "promise", "threaten", "reassure"}
_DEEPEST = 3  # verbs whose subject is that of the verb before: began, rose and said
_REACH = 60  # tokens looked at on one side: longer than any phrase, so that no sentence costs more than its length


def find_subject(frame, verb, depth=0):
    """Return the phrase that is the subject of the verb at position `verb`."""
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
    tag = tags[place]
    if tag in NOMINAL:
        return phrase_ending(frame, place)
    if tag == "genitive":  # "Smith's said" is a slip or a name (McDonald's)
        return phrase_ending(frame, place)
    if tag in ("relative", "that"):
        at = place - 1 if place and tags[place - 1] == "comma" else place - 1
        at = at - 1 if at > 0 and tags[at] == "comma" else at
        if at < 0 or tags[at] not in NOMINAL:
            return None
        first, last = phrase_ending(frame, at)
        return first, place if tag == "relative" else last
    if tag in ("comma", "dash", "quote"):
        found = find_inverted(frame, verb) or _before_apposition(frame, place)
        return found or _subject_before(frame, place, depth)
    if tag in ("coordinator", "to", "verb", "cue", "gerund", "preposition"):
        return _subject_before(frame, place, depth)
    return None


def _subject_of_gerund(frame, verb, place, depth):
    tags, words = frame.tags, frame.words
    if place >= 0 and tags[place] == "as" and place and tags[place - 1] in NOMINAL:  # quoted Smith as saying
        return phrase_ending(frame, place - 1)
    if place > 0 and words[place] in ("of", "for") and tags[place - 1] in ("name", "pronoun"):  # accused Smith of saying
        return phrase_ending(frame, place - 1)
    if place >= 0 and tags[place] in ("name", "pronoun"):  # a video of Smith saying
        return phrase_ending(frame, place)
    found = _subject_before(frame, verb, depth)
    if found:
        return found
    if place > 0 and tags[place] == "comma" and tags[place - 1] in NOMINAL:  # Smith, speaking in the house, ...
        found = phrase_ending(frame, place - 1)
        return found if is_actor(frame, found) else None
    comma = next((at for at in range(verb, min(len(tags), verb + _REACH)) if tags[at] == "comma"), None)
    if comma is not None and place <= 0:  # Speaking in the house, Smith ...
        return phrase_starting(frame, comma + 1)
    return None


def _subject_before(frame, place, depth):
    """Return the subject of the nearest finite verb before `place`, of a main clause and an actor if there is one.

    After "and" the nearest cue goes first: Smith said that the plan was bad and called it a shame.
    """
    tags = frame.tags
    joined = place >= 0 and tags[place] == "coordinator"
    verbs = []
    for at in range(place - 1, max(-1, place - _REACH), -1):
        if tags[at] in ("stop", "colon"):
            break
        if is_finite(frame, at):
            verbs.append(at)
    if joined:
        verbs.sort(key=lambda at: at not in frame.cues)
    spare = {}
    for at in verbs[:12]:
        found = find_subject(frame, at, depth + 1)
        if not found:
            continue
        before = tags[found[0] - 1] if found[0] else "start"
        embedded = (before in ("that", "relative", "subordinator") or tags[found[1]] == "relative") and not (
            joined and at in frame.cues)
        if not embedded and is_actor(frame, found):
            return found
        spare.setdefault(embedded, found)
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
    return found if after in ("comma", "stop", "preposition", "relative", "dash", "quote", "time", "subordinator") else None


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
    return place >= 0 and frame.tags[place] in ("auxiliary", "pronoun") and (
        frame.words[place].lower() in _BE or (frame.tags[place] == "pronoun" and frame.words[place].lower().endswith(("'s", "’s"))
                                              and frame.words[verb] not in ("said", "told")))


def find_main_subject(frame, end):
    """Return the subject of the first finite verb before position `end`, not a part of a leading phrase."""
    for place in range(min(end, 2 * _REACH)):
        if is_finite(frame, place):
            at = _skip_left(frame, place - 1)
            if at < 0 or frame.tags[at] not in NOMINAL + ("comma", "relative"):
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
    """Return the phrase before the apposition that ends at `comma`: Smith, a lawyer, said."""
    tags = frame.tags
    at = comma - 1
    steps = 0
    while at > 0 and steps < _REACH:
        steps += 1
        if tags[at] in ("stop", "colon"):
            return None
        if tags[at] == (tags[comma] if tags[comma] != "quote" else "comma") and tags[at - 1] in NOMINAL:
            first, last = phrase_ending(frame, at - 1)
            before = tags[first - 1] if first else "start"
            if before == "comma" and tags[first] in ("determiner", "number", "possessive"):  # Smith, 42, a lawyer, said
                at = first - 1 if tags[first] == "number" else at - 1
                if tags[first] == "number":
                    continue
                return first, last
            if before in ("start", "comma", "coordinator", "quote", "that", "stop", "dash", "subordinator", "noun", "adverb", "cue",
                          "verb", "auxiliary", "colon", "relative", "time", "as"):
                return first, last
        at -= 1
    return None


def phrase_ending(frame, last):
    """Return the noun phrase whose last token is at `last`: a spokesman for the ministry."""
    tags, words = frame.tags, frame.words
    first = _core_start(frame, last)
    end = last
    first = _before_participle(frame, first)
    while first >= 2 and tags[first - 1] in ("preposition", "to") and words[first - 1].lower() in _TAILS \
            and tags[first - 2] in ("noun", "name") and last - first < _REACH:
        core = _core_start(frame, first - 2)
        if core and tags[core - 1] in ("verb", "cue", "gerund") and words[first - 1].lower() != "of":
            break  # met voters in Ohio
        if tags[first - 2] == "name" and words[first - 1].lower() not in ("of", "for"):
            end = first - 2  # Smith in a statement
        first = _before_participle(frame, core)
    return first, end


def _before_participle(frame, first):
    """Step over a participle and its preposition: protesters marching through the streets, a letter obtained by the paper."""
    tags = frame.tags
    if first > 2 and tags[first - 1] in ("preposition", "to") and tags[first - 3] in ("noun", "name") and (
            tags[first - 2] == "gerund" or (tags[first - 2] in ("verb", "cue") and frame.words[first - 1] == "by")):
        return _core_start(frame, first - 3)
    return first


def _core_start(frame, last):
    tags, words = frame.tags, frame.words
    if tags[last] == "pronoun":
        return last
    first = last
    if tags[last] == "name":
        first = _name_start(frame, last)
        # the ministry spokesman John Smith, the state news agency ABC
        if first and tags[first - 1] == "noun" and (is_person_word(words[first - 1]) or is_body_word(words[first - 1])):
            while first and tags[first - 1] in ("noun", "name", "genitive", "number") and last - first < 12:
                first -= 1
        if first and tags[first - 1] in ("determiner", "possessive"):
            return first - 1
        return first
    while first and last - first < 12:
        tag = tags[first - 1]
        if tag in ("noun", "name", "number", "genitive", "gerund") or (
                tag == "adverb" and first > 1 and tags[first - 2] in ("determiner", "noun")):
            first -= 1
        elif tag in ("determiner", "possessive"):
            return _core_start_before_of(frame, first - 1)
        else:
            break
    return first


def _core_start_before_of(frame, first):
    """Step over a second determiner: all the men, one of the men."""
    while first and frame.tags[first - 1] == "determiner":
        first -= 1
    return first


def _name_start(frame, last):
    """Return the first token of the run of names that ends at `last`, "and" between two names included."""
    tags, words = frame.tags, frame.words
    first = last
    while first and last - first < 20:
        if tags[first - 1] in ("name", "genitive") or words[first - 1] in _PARTICLES:
            first -= 1
        elif tags[first - 1] == "coordinator" and first > 1 and tags[first - 2] == "name" and words[first - 1] in ("and", "&"):
            first -= 2
        else:
            break
    return first


def phrase_starting(frame, first):
    """Return the noun phrase that begins at `first`: said [John Smith, a lawyer]; without its apposition."""
    tags, words = frame.tags, frame.words
    size = len(words)
    if first >= size or tags[first] not in NOMINAL + ("determiner", "possessive", "genitive"):
        return None
    if tags[first] == "pronoun":
        return first, first
    at = first
    while at < size and at - first < _REACH:
        tag = tags[at]
        follows = tags[at + 1] if at + 1 < size else "stop"
        if tag in ("noun", "name", "number", "genitive", "determiner", "possessive"):
            at += 1
        elif tag == "time" and follows in ("noun", "name") and at > first:  # a Wednesday editorial
            at += 1
        elif words[at] in _PARTICLES or (words[at] in ("and", "&") and follows == "name" and tags[at - 1] == "name"):
            at += 1
        elif tag == "preposition" and words[at] in ("of", "for") and follows in ("noun", "name", "determiner", "possessive", "genitive"):
            at += 1
        else:
            break
    while at > first and tags[at - 1] not in ("noun", "name", "number"):
        at -= 1
    return (first, at - 1) if at > first else None


def is_actor(frame, phrase):
    """Tell whether a phrase can speak: a pronoun, a name, a person's office or an institution."""
    head = _find_head(frame, phrase)
    return frame.tags[head] in ("pronoun", "name", "possessive", "genitive", "relative") or is_person_word(frame.words[head]) \
        or is_body_word(frame.words[head])


def _find_head(frame, phrase):
    """Return the head of a phrase: the last token before its first preposition, relative or comma."""
    for place in range(phrase[0] + 1, phrase[1] + 1):
        if frame.tags[place] in ("preposition", "to", "relative", "comma", "gerund", "that"):
            return place - 1
    return phrase[1]
