"""Find indirect speech: the words that a sentence reports as said, without quotation marks.

Only a verb of saying with a speaker counts (Smith said that ..., ..., the ministry added, according to
Smith): belief and intent are not chased.  Quotes inside the reported words are rows of their own; what
is reported is what lies between them, in pieces of some length.
"""

from ..lexicon import is_saying_noun
from .after_quote import ACCORDING, Answer, find_according, skip_right
from .phrases import phrase_starting
from .subjects import find_inverted, find_subject, is_finite, is_passive

_ADDRESSED = {"tell", "inform", "assure", "remind", "notify", "warn", "advise", "reassure", "promise"}
_LOOSE = {"say", "tell"}  # take a clause without that, whatever its subject looks like
_QUESTIONS = {"whether", "if", "what", "why", "how", "when", "where", "who", "which"}
_OWN_VOICE = {"i", "we", "you", "nobody", "anyone", "one"}
_NO_CLAUSE = {"something", "nothing", "anything", "much", "little", "yes", "no", "so"}
_BREAKS = {"while", "whereas", "although", "though", "but", "and", "however"}
_BEHIND_BARE = ("comma", "stop", "dash", "preposition", "to", "subordinator", "gerund", "as")
_LOOK = 30  # tokens between a verb and its "that"


def find_reported(frame):
    """Return [(first, last, Answer)]: the token ranges of one sentence that are reported speech, and their speakers."""
    found, reached = [], -1
    for verb in sorted(frame.cues):
        if verb <= reached or frame.cues[verb].kind not in ("say", "find", "ask") or is_passive(frame, verb):
            continue
        phrase = find_subject(frame, verb)
        if not phrase or frame.words[phrase[0]].lower() in _OWN_VOICE:
            continue
        if frame.cues[verb].form == "ing" and frame.words[phrase[0]].lower() == "it":  # it goes without saying
            continue
        answer = Answer(*phrase, verb, "reported clause")
        first = _clause_behind(frame, verb, phrase) if phrase[0] < verb else None
        if first is not None:
            reached = _clause_end(frame, first, phrase)
            if _is_inside_relative(frame, verb, phrase):
                comma = next((at for at in range(first, reached + 1) if frame.tags[at] == "comma"), reached + 1)
                reached = comma - 1
            found.append((first, reached, answer))
            continue
        aside = _aside_end(frame, verb, phrase)
        last = _clause_before(frame, verb, phrase, reached, aside is not None)
        if last is not None:
            rule = "reported clause before" if aside is None else "reported clause around"
            found.append((reached + 1, last, answer._replace(rule=rule)))
            reached = verb
            if aside is not None:
                reached = _clause_end(frame, aside + 1, phrase)
                found.append((aside + 1, reached, answer._replace(rule="reported clause around")))
    return found or _according_to(frame)


def _clause_behind(frame, verb, phrase):
    """Return the first token of the clause that the cue at `verb` takes, or None."""
    tags, words, size = frame.tags, frame.words, len(frame.tags)
    cue, at = frame.cues[verb], verb + 1
    if _is_inside_relative(frame, verb, phrase):
        return at
    if cue.verb in _ADDRESSED:
        addressed = phrase_starting(frame, at)
        at = addressed[1] + 1 if addressed else at
    if words[at:at + 1] != ["there"]:
        at = skip_right(frame, at)
    if at >= size:
        return None
    if cue.kind == "ask":
        return at if (words[at] or "").lower() in _QUESTIONS else None
    if tags[at] == "that":
        return at + 1
    if tags[at] in ("preposition", "to", "comma", "as", "subordinator") or _ends_in_saying_noun(frame, at):
        for place in range(at, min(size, at + _LOOK)):
            if tags[place] == "that":
                return None if place + 1 >= size or is_finite(frame, place + 1) else place + 1
            if tags[place] in ("quote", "stop", "colon", "gerund", "cue") or is_finite(frame, place):
                return None
        return None
    if cue.kind != "say":
        return None
    if (words[at] or "").lower() in _QUESTIONS and tags[at] != "relative":
        return at
    return at if _starts_clause(frame, at, cue.verb in _LOOSE) else None


def _is_inside_relative(frame, verb, phrase):
    """Tell whether the verb and its subject stand inside another clause: talks that [the agency said] lasted."""
    tags, words, at = frame.tags, frame.words, verb + 1
    if at >= len(tags) or not phrase[0] or phrase[1] > verb:
        return False
    if tags[at] not in ("auxiliary", "verb") and not (tags[at] == "noun" and words[at].endswith("ed")):
        return False
    return tags[phrase[0] - 1] in ("relative", "that", "noun", "pronoun") or words[phrase[0] - 1] in _QUESTIONS


def _ends_in_saying_noun(frame, at):
    """Tell whether a phrase like "her claim that" begins at token `at`."""
    phrase = phrase_starting(frame, at)
    return phrase is not None and is_saying_noun(frame.words[phrase[1]]) and \
        frame.tags[phrase[1] + 1:phrase[1] + 2] == ["that"]


def _starts_clause(frame, at, loose):
    """Tell whether a clause without that begins at token `at`: a subject and its verb, or a quote for it."""
    tags, size = frame.tags, len(frame.tags)
    if (frame.words[at] or "") in _NO_CLAUSE:
        return False
    if frame.words[at] == "there":
        return at + 1 < size and is_finite(frame, at + 1)
    if tags[at] == "number" and tags[at + 1:at + 2] not in (["noun"], ["name"]):
        return False
    if loose and tags[at] in ("subordinator", "gerund"):
        return any(is_finite(frame, place) for place in range(at, size))
    if tags[at] in ("determiner", "possessive") and tags[at + 1:at + 2] == ["quote"]:
        return True
    phrase = phrase_starting(frame, at)
    if not phrase:
        return False
    after = phrase[1] + 1
    while after < size and tags[after] in ("adverb", "time"):
        after += 1
    if after >= size:
        return False
    if is_finite(frame, after) or tags[after] == "quote" or (phrase[0] == phrase[1] and _is_predicate(frame, at)):
        return True
    if loose and tags[at] != "number" and tags[after] in ("noun", "pronoun"):
        return True  # a verb that no list has, or the subject of a relative clause without that
    inside = ("comma", "preposition", "relative", "gerund", "to", "dash", "coordinator", "that", "as")
    return loose and tags[after] in inside and any(is_finite(frame, place) for place in range(after, size))


def _clause_end(frame, first, phrase):
    """Return the last token of the clause that begins at `first`: the sentence's, or the one before the next report."""
    tags, size = frame.tags, len(frame.tags)
    for at in range(first + 1, size):
        if tags[at] in ("stop", "colon"):
            return at - 1
        if tags[at] == "comma" and at + 1 < size and find_according(frame, at + 1):
            return at - 1
        cue = frame.cues.get(at)
        if not cue or cue.kind not in ("say", "ask") or is_passive(frame, at):
            continue
        before = at - 1
        while before > first and tags[before] == "adverb":
            before -= 1
        if cue.form == "ing" and tags[before] in ("comma", "quote") and _clause_behind(frame, at, phrase) is not None:
            return before - 1 if tags[before] == "comma" else before
        other = find_subject(frame, at)
        if not other:
            continue
        if _is_inside_relative(frame, at, other):  # ..., in what she said was a trick
            comma = next((place for place in range(other[0] - 1, max(first, other[0] - 4), -1)
                          if tags[place] == "comma"), None)
            if comma:
                return comma - 1
        if tags[before] == "coordinator" and other[0] <= phrase[1] and other[1] >= phrase[0]:
            return before - 1
        start = other[0] - 1
        while start > first and tags[start] == "adverb":
            start -= 1
        if start > first and (frame.words[start] in _BREAKS or tags[start] == "comma") \
                and _clause_behind(frame, at, other) is not None:
            return start - 1
        if cue.form != "base" and tags[other[0] - 1] == "comma" and find_inverted(frame, at) is None and at + 1 < size \
                and tags[at + 1] in ("comma", "stop"):  # ..., she said, ...
            return other[0] - 2
    return size - 1


def _aside_end(frame, verb, phrase):
    """Return the comma that ends an aside (The talks, the ministry said on Monday, went well), or None."""
    tags, size = frame.tags, len(frame.tags)
    start = min(phrase[0], verb)
    if start == 0 or tags[start - 1] != "comma" or phrase[0] > verb:
        return None
    for at in range(max(verb, phrase[1]) + 1, min(size, verb + 12)):
        if tags[at] == "comma":
            return at if at + 2 < size and tags[at + 1] not in ("quote", "gerund", "cue", "coordinator") else None
        if tags[at] in ("quote", "stop", "colon", "dash", "relative") or is_finite(frame, at):
            return None
    return None


def _clause_before(frame, verb, phrase, reached, aside):
    """Return the last token of the clause in front: The talks went well, the ministry said."""
    tags, size = frame.tags, len(frame.tags)
    start = min(phrase[0], verb)
    if frame.cues[verb].form == "ing" or start < 3:
        return None
    if tags[start - 1] not in ("comma", "dash") or tags[start - 2] == "quote":
        return None
    if phrase[0] < verb and not _is_bare(frame, verb):
        return None
    if aside:
        return start - 2
    behind = range(verb + 1 if phrase[0] < verb else size, size)
    if any(is_finite(frame, place) or tags[place] == "quote" for place in behind):
        return None
    if start - 2 - reached == 2 and start - 2 in frame.cues:  # He said, she said
        return None
    verbs = sum(_is_predicate(frame, place) and tags[place - 1] not in ("auxiliary", "adverb")
                for place in range(reached + 1, start))
    return None if verbs < (2 if tags[reached + 1] == "subordinator" else 1) else start - 2


def _is_bare(frame, verb):
    """Tell whether the verb has no object but its addressee: the ministry told reporters on Monday."""
    at = verb + 1
    if frame.cues[verb].verb in _ADDRESSED:
        addressed = phrase_starting(frame, at)
        at = addressed[1] + 1 if addressed else at
    at = skip_right(frame, at)
    return at >= len(frame.tags) or frame.tags[at] in _BEHIND_BARE


def _is_predicate(frame, place):
    """Tell whether the token is a finite verb, or a pronoun that one hangs on (it's)."""
    contracted = frame.tags[place] == "pronoun" and any(mark in frame.words[place] for mark in "'’")
    return is_finite(frame, place) or contracted


def _according_to(frame):
    """Return the report of a sentence with "according to" and no verb of saying that has a clause or a quote."""
    tags, size = frame.tags, len(frame.tags)
    for at in [at for at, word in enumerate(frame.words) if word in ACCORDING]:
        phrase = find_according(frame, at)
        if not phrase:
            continue
        answer = Answer(*phrase, at, "according to")
        if at == 0:
            comma = next((place for place in range(phrase[1] + 1, size) if tags[place] == "comma"), None)
            return [(comma + 1, size - 1, answer)] if comma is not None else []
        speaks = any(cue.kind in ("say", "speak") and find_subject(frame, place)
                     for place, cue in frame.cues.items() if place < at)
        clause = any(is_finite(frame, place) for place in range(at))
        return [] if speaks or not clause or tags[at - 1] == "quote" else [(0, at - 1, answer)]
    return []


def cut_pieces(frame, first, last, answer, least):
    """Return the stretches of text of a token range between its quotes, those of at least `least` words.

    Commas, dashes and "and" at their ends are left out; a report without quotes and in one place is one stretch of
    two words or more.
    """
    tags = frame.tags
    whole = "quote" not in tags[first:last + 1] and answer.rule != "reported clause around"
    pieces, run = [], []
    for at in [*range(first, last + 1), None]:
        if at is not None and tags[at] != "quote":
            run.append(at)
            continue
        while run and tags[run[0]] in ("comma", "dash", "stop", "colon", "coordinator", "that"):
            run.pop(0)
        while run and tags[run[-1]] in ("comma", "dash", "stop", "colon", "that"):
            run.pop()
        if len(run) >= (2 if whole else least):
            pieces.append((frame.spans[run[0]][0], frame.spans[run[-1]][1]))
        run = []
    return pieces
