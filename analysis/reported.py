"""Find indirect speech: the words that a sentence reports as said, without quotation marks.

Only a verb of saying with a speaker counts (Smith said that ..., ..., the ministry added, according to
Smith): belief and intent are not chased.  Quotes inside the reported words are rows of their own; what
is reported is what lies between them, in pieces of some length.
"""

from .attribution import Answer, find_according, is_saying_noun, skip_right
from .phrases import find_inverted, find_subject, is_finite, is_passive, phrase_starting

_ADDRESSED = {"tell", "inform", "assure", "remind", "notify", "warn", "advise", "reassure", "promise"}
_LOOSE = {"say", "tell", "add"}  # take a clause without that, whatever its subject looks like
_WITH_THAT = {"write", "post", "tweet", "retweet", "elaborate", "respond", "reply", "report", "announce", "promise", "propose"}
_QUESTIONS = {"whether", "if", "what", "why", "how", "when", "where", "who", "which"}
_OWN_VOICE = {"i", "we", "you", "nobody", "anyone", "one"}
_BREAKS = {"while", "whereas", "although", "though", "but", "and", "however"}
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
        first = _clause_behind(frame, verb, phrase)
        if first is not None:
            reached = _clause_end(frame, first, phrase)
            found.append((first, reached, Answer(*phrase, verb, "reported clause")))
        else:
            last = _clause_before(frame, verb, phrase, reached)
            if last is not None:
                found.append((reached + 1, last, Answer(*phrase, verb, "reported clause before")))
                reached = verb
    return found or _according_to(frame)


def _clause_behind(frame, verb, phrase):
    """Return the first token of the clause that the cue at `verb` takes, or None."""
    tags, words, size = frame.tags, frame.words, len(frame.tags)
    cue, at = frame.cues[verb], verb + 1
    if at < size and tags[at] in ("auxiliary", "verb") and phrase[0] and phrase[1] < verb:  # talks that the agency said lasted
        before = tags[phrase[0] - 1]
        return at if before in ("relative", "that", "noun", "pronoun") or words[phrase[0] - 1] in _QUESTIONS else None
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
                return place + 1
            if tags[place] in ("quote", "stop", "colon", "gerund", "cue") or is_finite(frame, place):
                return None
        return None
    if cue.kind != "say" or cue.verb in _WITH_THAT:
        return None
    return at if _starts_clause(frame, at, cue.verb in _LOOSE) else None


def _ends_in_saying_noun(frame, at):
    phrase = phrase_starting(frame, at)
    return phrase is not None and is_saying_noun(frame.words[phrase[1]]) and frame.tags[phrase[1] + 1:phrase[1] + 2] == ["that"]


def _starts_clause(frame, at, loose):
    """Tell whether a clause without that begins at token `at`: a subject and its verb, or a quote for it."""
    tags, size = frame.tags, len(frame.tags)
    if frame.words[at] == "there":
        return at + 1 < size and is_finite(frame, at + 1)
    if tags[at] == "number" and tags[at + 1:at + 2] not in (["noun"], ["name"]):
        return False
    if loose and tags[at] in ("subordinator", "gerund"):
        return any(is_finite(frame, place) for place in range(at, size))
    phrase = phrase_starting(frame, at)
    if not phrase:
        return False
    after = phrase[1] + 1
    while after < size and tags[after] in ("adverb", "time"):
        after += 1
    if after >= size:
        return False
    if is_finite(frame, after) or tags[after] == "quote":
        return True
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
        if cue.form == "ing" and tags[before] == "comma" and _clause_behind(frame, at, phrase) is not None:
            return before - 1
        other = find_subject(frame, at)
        if not other:
            continue
        if tags[before] == "coordinator" and other[0] <= phrase[1] and other[1] >= phrase[0]:
            return before - 1
        if other[0] - 1 > first and frame.words[other[0] - 1] in _BREAKS and _clause_behind(frame, at, other) is not None:
            return other[0] - 2
        if cue.form != "base" and tags[other[0] - 1] == "comma" and find_inverted(frame, at) is None and at + 1 < size \
                and tags[at + 1] in ("comma", "stop"):  # ..., she said, ...
            return other[0] - 2
    return size - 1


def _clause_before(frame, verb, phrase, reached):
    """Return the last token of the clause in front: The talks went well, the ministry said."""
    tags, size = frame.tags, len(frame.tags)
    start = min(phrase[0], verb)
    if start < 3 or tags[start - 1] not in ("comma", "dash") or frame.cues[verb].form == "ing":
        return None
    if any(is_finite(frame, place) or tags[place] == "quote" for place in range(max(verb, phrase[1]) + 1, size)):
        return None
    if not any(is_finite(frame, place) for place in range(reached + 1, start)):
        return None
    return None if tags[start - 2] == "quote" else start - 2


def _according_to(frame):
    """Return the report of a sentence with "according to" and no verb of saying that has a clause or a quote."""
    tags, size = frame.tags, len(frame.tags)
    for at in range(size):
        phrase = find_according(frame, at)
        if not phrase:
            continue
        answer = Answer(*phrase, at, "according to")
        if at == 0:
            comma = next((place for place in range(phrase[1] + 1, size) if tags[place] == "comma"), None)
            return [(comma + 1, size - 1, answer)] if comma is not None else []
        speaks = any(cue.kind in ("say", "speak") and find_subject(frame, place) for place, cue in frame.cues.items() if place < at)
        clause = any(is_finite(frame, place) for place in range(at))
        return [] if speaks or not clause or tags[at - 1] == "quote" else [(0, at - 1, answer)]
    return []


def cut_pieces(frame, first, last, least):
    """Return the stretches of text of a token range between its quotes, those of at least `least` words.

    Commas, dashes and "and" at their ends are left out; a report without quotes is one stretch of any length.
    """
    tags = frame.tags
    whole = "quote" not in tags[first:last + 1]
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
