"""Decide which words name a quote's speaker: the patterns of newspapers, each a rule with its name.

First the words right behind the quote (`"...," said Smith`), then all others of the sentence by cost: the nearest
cue that has a subject, dearer where the verb is one of belief, where the subject is no person or body, or where the
cue stands behind.  The patterns are those of Elson & McKeown (2010) and Pouliquen et al. (2007).
"""

from ...rules import Setting
from ..lexicon import is_medium_name, is_saying_noun, is_thing_word
from .after_quote import REACH, Answer, Quote, find_according, find_after, is_quoting, next_verb
from .phrases import is_actor, phrase_ending, phrase_starting
from .subjects import find_main_subject, find_subject
from .verbs import is_finite, is_passive

LIGHT = Setting("light_doubt", 1.3, "cost of a doubt about a cue: a verb of belief, a verb not the one of its clause, "
                "it, a pronoun in another cue's clause, a cue behind the quote; a cue between costs 1",
                measured="PolNeAR dev: a step more or less moves under one speaker in 100")
HEAVY = Setting("heavy_doubt", 2.0, "cost of a subject that is no person or body, of a noun of saying with an owner",
                measured="PolNeAR dev, as light_doubt")
LAST = Setting("last_resort", 3.2, "cost of a subject that names nobody, of an owner of the words, of the sentence's "
               "subject without a cue", measured="PolNeAR dev, as light_doubt")
HALF = 0.5  # a step that ranks below a cue's and above none: according to, a doubtful cue between
_VAGUE = {"anybody", "anyone", "nobody", "somebody", "someone", "everybody", "everyone", "one", "you", "nothing",
          "them", "us", "me", "him"}


def find_speaker(frame, slot, ends_open):
    """Return the cheapest Answer for the quote at token `slot`, or None."""
    quote = Quote(frame, slot, ends_open)
    answer = _find_label(quote) or find_after(frame, slot, ends_open)
    if answer and answer.rule == "according to" and _is_medium(frame, answer):
        others = [other for other in _weigh(quote) if other.rule == "speaker verb before"]
        answer = min(others, key=lambda other: other.cost, default=answer)
    if answer is None and 0 in frame.cues and is_quoting(frame, 0) and frame.cues[0].form == "ing":
        phrase = phrase_starting(frame, 1)  # Quoting Smith, the paper said the crane "had creaked"
        answer = Answer(*phrase, 0, "quoted by a medium") if phrase else None
    answer = answer or min(_weigh(quote), key=lambda answer: answer.cost, default=None)
    return answer and _take_inner(frame, answer, slot)


def _weigh(quote):
    frame, slot, _ = quote
    answers = [*_cues_before(frame, slot), *_cues_behind(frame, slot), *_owners(frame, slot)]
    phrase = find_main_subject(frame, slot)
    if phrase:
        answers.append(Answer(*phrase, None, "subject", LAST.value + _doubt(frame, phrase)))
    return [answer for answer in answers if _can_speak(frame, answer)]


def find_plain_speaker(frame):
    """Return the Answer of who speaks or acts in a sentence without quotes: a cue's subject, or the sentence's."""
    for at in sorted(frame.cues, reverse=True):
        if frame.cues[at].kind not in ("think", "find") and not is_passive(frame, at):
            phrase = find_subject(frame, at)
            if phrase and not _doubt(frame, phrase):
                return _take_inner(frame, Answer(*phrase, at, "speaker verb before"), len(frame.tags))
    verbs = [at for at in range(len(frame.tags)) if is_finite(frame, at)]
    phrase = find_main_subject(frame, len(frame.tags))
    said = phrase and (_doubt(frame, phrase) or is_saying_noun(frame.words[phrase[1]]))
    sender = _find_sender(frame) if said else None
    if sender:
        return Answer(*sender, None, "owner of the noun")
    if phrase and not _doubt(frame, phrase):
        return Answer(*phrase, None, "subject")
    if frame.tags[-1:] == ["colon"] and len(frame.tags) > 1 and not verbs:  # And from Chairwoman Smith:
        place = _name_before(frame, len(frame.tags) - 1)
        return place and Answer(*place, None, "label")
    for at in reversed(verbs[-4:]):  # The fair was called off, and its director, Ann Smith, took to the network
        phrase = find_subject(frame, at)
        if phrase and not _doubt(frame, phrase) and frame.tags[phrase[1]] in ("name", "noun"):
            return Answer(*phrase, None, "subject")
    return None


def _find_sender(frame):
    """Return the name from whom something said comes: The jokes drew a sharp response from Ann Smith."""
    for at in range(len(frame.tags) - 2, 0, -1):
        if frame.words[at] in ("from", "by") and frame.tags[at - 1] == "noun" and is_saying_noun(frame.words[at - 1]):
            phrase = phrase_starting(frame, at + 1)
            if phrase and frame.tags[phrase[1]] == "name" and not _doubt(frame, phrase):
                return phrase
    return None


# --- in front of the sentence, and right behind the quote: each takes a Quote and returns an Answer or None --------

def _find_label(quote):
    """`Smith: "..."`, `Ann Smith, minister: "..."` and `Smith: the plan is "..."` at the start of a line."""
    frame, slot, _ = quote
    tags = frame.tags
    at = next((at for at in range(min(slot, 14)) if tags[at] == "colon"), 0)
    if not at or any(is_finite(frame, place) for place in range(at)):
        return None
    phrase = _name_before(frame, at)
    if phrase is None or (at > 8 and phrase[0]):
        return None
    plain = phrase[0] == phrase[1] and frame.words[phrase[0]].isupper()
    if plain and any(find_subject(frame, place) for place in frame.cues if at < place < slot):
        return None  # UPDATE: Smith said in a statement, "..."
    return Answer(*phrase, None, "label")


def _name_before(frame, colon):
    """Return the name before a colon, over what the person is: Ann Smith, the minister of ferries: "..."."""
    tags = frame.tags
    if tags[colon - 1] == "name" and not is_thing_word(frame.words[colon - 1]):
        return phrase_ending(frame, colon - 1)
    comma = next((at for at in range(colon - 1, 0, -1) if tags[at] == "comma"), 0)
    if comma and tags[comma - 1] == "name" and not any(tags[at] in ("quote", "stop") for at in range(comma, colon)):
        return phrase_ending(frame, comma - 1)
    return None


# --- anywhere in the sentence, by cost --------------------------------------------------------------------------

def _cues_before(frame, slot):
    """Yield an Answer for each cue before the quote, "according to" and nouns of saying with an owner among them."""
    tags, order, parted = frame.tags, 0, False
    if slot > 1 and tags[slot - 1] in ("colon", "dash") and tags[slot - 2] == "name":  # no surprise to Smith: "..."
        aside = tags[slot - 1] == "dash" and tags[slot + 1:slot + 2] == ["dash"]  # others, like Smith - "..." - agree
        yield Answer(*phrase_ending(frame, slot - 2), None, "label", -1 if aside else LIGHT.value)
    for at in range(slot - 1, max(-1, slot - REACH), -1):
        if tags[at] == "stop" and frame.words[at] != ";":
            break
        parted = parted or tags[at] == "stop"
        if parted and at in frame.cues and frame.cues[at].kind not in ("say", "speak"):
            continue  # an app will support it; it is used for a new "boats on demand" system
        phrase = find_according(frame, at)
        if phrase and phrase[1] < slot:
            yield Answer(*phrase, at, "according to", order + HALF)
        elif tags[at] == "noun" and is_saying_noun(frame.words[at]):
            phrase = _noun_owner(frame, at)
            if phrase:
                cost = HEAVY.value * (2 if tags[phrase[0]] == "possessive" else 1)
                if tags[at + 1] == "that":  # agrees with Smith's opinion that the suit is "..."
                    cost = 0
                yield Answer(*phrase, at, "owner of the noun", order + cost)
                order += not cost
        elif tags[at] == "verb" and order == 0 and slot - at < 5 and tags[slot - 1] in ("colon", "comma"):
            phrase = find_subject(frame, at)  # Smith fired back: "..."
            if phrase:
                yield Answer(*phrase, at, "speaker verb before", _doubt(frame, phrase))
        elif tags[at] == "cue":
            phrase = _subject_of_cue(frame, at, slot)
            if phrase:
                extra = _price(frame, at) + _doubt(frame, phrase) + _closed_aside(frame, at, phrase, slot)
                yield Answer(*phrase, at, "speaker verb before", order + extra)
                order += HALF if extra else 1


def _subject_of_cue(frame, at, slot):
    if at == 0 and frame.cues[at].form in ("past", "third") and "colon" in frame.tags[:slot]:
        return phrase_starting(frame, 1)  # Said Ann Smith, a skipper: "..."
    if is_quoting(frame, at):
        if is_passive(frame, at):
            return find_subject(frame, at)
        return phrase_starting(frame, at + 1) if at < slot else find_subject(frame, at)
    return _find_agent(frame, at, slot) if is_passive(frame, at) else find_subject(frame, at)


def _closed_aside(frame, at, phrase, slot):
    """Return the cost of a cue in a clause that ends before the quote: accused Poe, who said nothing, of "..."."""
    tags = frame.tags
    if tags[phrase[1]] != "relative" or tags[phrase[1] - 1] != "comma":
        return 0
    closed = next((place for place in range(at + 1, slot) if tags[place] == "comma"), slot)
    return HEAVY.value if closed < slot - 1 and not any(is_finite(frame, place) for place in range(closed, slot)) else 0


def _cues_behind(frame, slot):
    order = LIGHT.value
    for at in range(slot + 1, min(len(frame.tags), slot + REACH)):
        if frame.tags[at] == "stop":
            break
        phrase = find_according(frame, at)
        if phrase:
            yield Answer(*phrase, at, "according to", order)
        elif at in frame.cues:
            phrase = _find_agent(frame, at, slot) if is_passive(frame, at) else find_subject(frame, at)
            if phrase:
                yield Answer(*phrase, at, "cue behind", order + _price(frame, at) + _doubt(frame, phrase))
                order += 1


def _price(frame, cue):
    """Return how much a cue's verb speaks against it: one of belief, or not the verb of its clause."""
    kind, form = frame.cues[cue].kind, frame.cues[cue].form
    return LIGHT.value * ((kind in ("think", "find")) + (form == "base"))


def _doubt(frame, phrase):
    """Return how much a phrase speaks against being a speaker."""
    tags, (first, last) = frame.tags, phrase
    word, before = frame.words[first].lower(), tags[first - 1] if first else "start"
    if word in _VAGUE and tags[last] in ("pronoun", "relative"):
        return LAST.value
    if first == last and tags[first] == "pronoun":  # she said she called it: the outer clause goes first
        return LIGHT.value * ((word == "it") + (before in ("cue", "that", "relative", "subordinator")))
    if tags[last] == "relative" and tags[last - 1] != "comma" and before == "cue":  # told a man who said
        return LIGHT.value
    return 0 if is_actor(frame, phrase) else HEAVY.value


def _can_speak(frame, answer):
    """Tell whether a phrase is no time or number (half deemed, at times said) and no name of a thing."""
    head = answer.last
    if answer.first == head and (frame.tags[head] in ("number", "time") or frame.words[head] in ("times", "half")):
        return False
    return frame.tags[head] != "name" or answer.rule != "label" or not is_thing_word(frame.words[head])


def _is_medium(frame, answer):
    return is_medium_name(" ".join(word or "" for word in frame.words[answer.first:answer.last + 1]))


def _take_inner(frame, answer, slot):
    """Return the Answer of whom the speaker reports to have said it: "...," aides said Smith told the room.

    The inner verb of saying has no words of its own but its addressee and ends the sentence or its clause.
    """
    cue = answer.cue
    if cue not in frame.cues or answer.rule != "speaker verb" or frame.cues[cue].kind != "say":
        return answer
    phrase = phrase_starting(frame, cue + 1 + (frame.tags[cue + 1:cue + 2] == ["that"]))
    if not phrase or not is_actor(frame, phrase):
        return answer
    verb = next_verb(frame, phrase[1] + 1)
    if verb is None or verb not in frame.cues or frame.cues[verb].kind not in ("say", "speak", "ask"):
        return answer
    later = range(verb + 1, len(frame.tags))
    if any(is_finite(frame, place) or frame.tags[place] in ("quote", "that") for place in later):
        return answer
    named = phrase_starting(frame, phrase[1] + 2) if frame.tags[phrase[1] + 1] == "comma" else None
    if named and frame.tags[named[1]] == "name":
        phrase = named  # the guard, Ann Smith, had shouted
    return answer._replace(first=phrase[0], last=phrase[1], cue=verb, rule="speech in speech")


def _find_agent(frame, verb, slot):
    """Return the phrase after "by" behind a passive."""
    for at in range(verb + 1, min(len(frame.tags), max(slot, verb) + 8)):
        if frame.words[at] == "by":
            return phrase_starting(frame, at + 1)
    return None


def _noun_owner(frame, noun):
    """`Smith's claim`, `her claim`, `a claim by Smith`."""
    tags, words = frame.tags, frame.words
    at = noun - 1
    while at >= 0 and tags[at] in ("noun", "adverb") and noun - at < 5:
        at -= 1
    if at >= 0 and tags[at] == "genitive":
        return phrase_ending(frame, at)
    if at >= 0 and tags[at] == "possessive":
        return at, at
    return phrase_starting(frame, noun + 2) if words[noun + 1:noun + 2] in (["by"], ["from"]) else None


def _owners(frame, slot):
    """`Smith's "..."`, `his "..." remark`: the owner of the quoted words."""
    tags = frame.tags
    spoken = slot + 1 < len(tags) and is_saying_noun(frame.words[slot + 1])
    cost = HALF if spoken else LAST.value
    for at in range(slot - 1, max(-1, slot - 4), -1):
        if tags[at] == "genitive":
            phrase = phrase_ending(frame, at)
            yield Answer(*phrase, None, "owner", cost + _doubt(frame, phrase))
        if tags[at] == "possessive":
            yield Answer(at, at, None, "owner", cost)
        if tags[at] not in ("noun", "adverb"):
            break
