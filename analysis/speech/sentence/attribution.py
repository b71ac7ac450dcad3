"""Decide which words name a quote's speaker: the patterns of newspapers, each with its name.

First the words behind the quote (`"...," said Smith`), then all others of the sentence by cost: the nearest cue
that has a subject, dearer where the verb is one of belief, where the subject is no person or body, or where the
cue stands behind.  The patterns are those of Elson & McKeown (2010) and Pouliquen et al. (2007).
"""

from typing import NamedTuple

from ...thresholds import threshold
from ..lexicon import is_saying_noun
from .phrases import is_actor, phrase_ending, phrase_starting
from .subjects import find_inverted, find_main_subject, find_subject, is_finite, is_passive

ACCORDING = {"according", "According", "per", "Per"}
_REACH = 80  # tokens read on one side of a quote: longer than sentences are, so that hostile ones stay cheap
_VAGUE = {"anybody", "anyone", "nobody", "somebody", "someone", "everybody", "everyone", "one", "you", "nothing",
          "them", "us", "me", "him"}
_COST = {name: threshold(f"cost_{name}") for name in (
    "behind", "belief", "bare", "thing", "vague", "it", "embedded", "weak_step", "according", "label", "noun", "owner",
    "subject")}


class Answer(NamedTuple):
    """Who speaks: first and last token of the phrase, the cue's token (or None), the pattern's name, its cost."""

    first: int
    last: int
    cue: int | None
    rule: str
    cost: float = 0.0


def find_speaker(frame, slot, ends_open):
    """Return the cheapest Answer for the quote at token `slot`, or None.

    `ends_open`: the quote ends with a comma, a question or exclamation mark or a dash, as one does whose speaker
    follows.
    """
    answer = _find_label(frame, slot) or find_after(frame, slot, ends_open)
    if answer:
        return answer
    answers = [*_cues_before(frame, slot), *_cues_behind(frame, slot), *_owners(frame, slot)]
    phrase = find_main_subject(frame, slot)
    if phrase:
        answers.append(Answer(*phrase, None, "subject", _COST["subject"] + _doubt(frame, phrase)))
    return min(answers, key=lambda answer: answer.cost, default=None)


def find_plain_speaker(frame):
    """Return the Answer of who speaks or acts in a sentence without quotes: a cue's subject, or the sentence's."""
    for at in sorted(frame.cues, reverse=True):
        if frame.cues[at].kind not in ("think", "find") and not is_passive(frame, at):
            phrase = find_subject(frame, at)
            if phrase and not _doubt(frame, phrase):
                return Answer(*phrase, at, "speaker verb before")
    phrase = find_main_subject(frame, len(frame.tags))
    return Answer(*phrase, None, "subject") if phrase and not _doubt(frame, phrase) else None


def _find_label(frame, slot):
    """`Smith: "..."` and `Smith: the plan is "..."` at the start of a line."""
    tags = frame.tags
    at = next((at for at in range(min(slot, 8)) if tags[at] == "colon"), 0)
    if at and tags[at - 1] == "name" and not any(is_finite(frame, place) for place in range(at)):
        return Answer(*phrase_ending(frame, at - 1), None, "label")
    return None


def find_after(frame, slot, ends_open):
    """`"...," said Smith`, `"...," Smith, a lawyer, said`, `"...," according to Smith`, `"..." - Smith`."""
    tags, size = frame.tags, len(frame.tags)
    at, parted = slot + 1, None
    while at < size and tags[at] in ("comma", "dash"):
        parted = parted or tags[at]
        at += 1
    if parted == "dash" and at < size and tags[at] == "name":
        phrase = phrase_starting(frame, at)
        if phrase and (phrase[1] + 1 >= size or tags[phrase[1] + 1] in ("stop", "comma")):
            return Answer(*phrase, None, "dash")
    at = skip_right(frame, at)
    if at < size and tags[at] == "as":  # "...," as Smith put it
        at += 1
    if at >= size or tags[at] in ("stop", "quote", "coordinator"):
        return None
    phrase = find_according(frame, at)
    if phrase:
        return Answer(*phrase, at, "according to")
    if tags[at] == "cue" and frame.cues[at].form != "ing":
        phrase = phrase_starting(frame, skip_right(frame, at + 1))
        speaks = ends_open or parted or frame.cues[at].kind in ("say", "speak", "ask")
        return Answer(*phrase, at, "verb speaker") if phrase and speaks else None
    phrase = phrase_starting(frame, at)
    if not phrase or (parted == "dash" and not ends_open):
        return None
    return _speaker_and_verb(frame, phrase, ends_open or parted, ends_open and slot == 0)


def _speaker_and_verb(frame, phrase, parted, opens):
    """Return the Answer for a phrase behind a quote and its verb; `opens`: the quote opens its sentence."""
    verb = _next_verb(frame, phrase[1] + 1)
    if verb is None or (verb in frame.cues and is_passive(frame, verb)):
        return None
    inverted = find_inverted(frame, verb) if frame.tags[verb - 1] == "comma" else None
    if inverted:
        return Answer(*inverted, verb, "verb speaker")
    said = verb in frame.cues and (parted or verb - phrase[1] < 3)
    if said or (opens and is_actor(frame, phrase) and verb - phrase[1] == 1):  # "...," Smith shot back
        return Answer(*phrase, verb, "speaker verb")
    return None


def _next_verb(frame, at):
    """Return the finite verb of the phrase that ends before `at`, past an apposition and adverbs."""
    tags = frame.tags
    inside = False  # an apposition or a relative clause
    for place in range(at, min(len(tags), at + _REACH)):
        tag = tags[place]
        if tag in ("quote", "stop", "colon"):
            return None
        if tag in ("comma", "dash"):
            inside = not inside
        elif tag == "relative":
            inside = True
        elif is_finite(frame, place) and tag != "auxiliary" and (not inside or tags[place - 1] in ("comma", "adverb")):
            return place
    return None


def skip_right(frame, at):
    """Return the first position from `at` on that is no adverb, time or auxiliary of a cue."""
    tags, words, size = frame.tags, frame.words, len(frame.tags)
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


def find_according(frame, at):
    """Return the phrase behind "according to" or "per" at token `at`, or None."""
    word = frame.words[at]
    if word not in ACCORDING:
        return None
    if word in ("according", "According") and frame.words[at + 1:at + 2] == ["to"]:
        return phrase_starting(frame, at + 2)
    if word in ("per", "Per") and (at == 0 or frame.tags[at - 1] in ("comma", "quote")):
        return phrase_starting(frame, at + 1)
    return None


def _cues_before(frame, slot):
    """Yield an Answer for each cue before the quote, "according to" and nouns of saying with an owner among them."""
    tags, order = frame.tags, 0
    if slot > 1 and tags[slot - 1] in ("colon", "dash") and tags[slot - 2] == "name":  # no surprise to Smith: "..."
        aside = tags[slot - 1] == "dash" and tags[slot + 1:slot + 2] == ["dash"]  # others, like Smith - "..." - agree
        yield Answer(*phrase_ending(frame, slot - 2), None, "label", -1 if aside else _COST["label"])
    for at in range(slot - 1, max(-1, slot - _REACH), -1):
        if tags[at] == "stop" and frame.words[at] != ";":
            break
        phrase = find_according(frame, at)
        if phrase and phrase[1] < slot:
            yield Answer(*phrase, at, "according to", order + _COST["according"])
        elif tags[at] == "noun" and is_saying_noun(frame.words[at]):
            phrase = _noun_owner(frame, at)
            if phrase:
                cost = _COST["noun"] * (2 if tags[phrase[0]] == "possessive" else 1)
                yield Answer(*phrase, at, "owner of the noun", order + cost)
        elif tags[at] == "verb" and order == 0 and slot - at < 5 and tags[slot - 1] in ("colon", "comma"):
            phrase = find_subject(frame, at)  # Smith fired back: "..."
            if phrase:
                yield Answer(*phrase, at, "speaker verb before", _doubt(frame, phrase))
        elif tags[at] == "cue":
            phrase = _find_agent(frame, at, slot) if is_passive(frame, at) else find_subject(frame, at)
            if phrase:
                extra = _price(frame, at) + _doubt(frame, phrase)
                yield Answer(*phrase, at, "speaker verb before", order + extra)
                order += _COST["weak_step"] if extra else 1


def _cues_behind(frame, slot):
    order = _COST["behind"]
    for at in range(slot + 1, min(len(frame.tags), slot + _REACH)):
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
    return (_COST["belief"] if kind in ("think", "find") else 0) + (_COST["bare"] if form == "base" else 0)


def _doubt(frame, phrase):
    """Return how much a phrase speaks against being a speaker."""
    tags, (first, last) = frame.tags, phrase
    word, before = frame.words[first].lower(), tags[first - 1] if first else "start"
    if word in _VAGUE and tags[last] in ("pronoun", "relative"):
        return _COST["vague"]
    if first == last and tags[first] == "pronoun":  # she said she called it: the outer clause goes first
        embedded = before in ("cue", "that", "relative", "subordinator")
        return (_COST["it"] if word == "it" else 0) + (_COST["embedded"] if embedded else 0)
    if tags[last] == "relative" and tags[last - 1] != "comma" and before == "cue":  # told a man who said
        return _COST["embedded"]
    return 0 if is_actor(frame, phrase) else _COST["thing"]


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
    cost = _COST["according"] if spoken else _COST["owner"]
    for at in range(slot - 1, max(-1, slot - 4), -1):
        if tags[at] == "genitive":
            phrase = phrase_ending(frame, at)
            yield Answer(*phrase, None, "owner", cost + _doubt(frame, phrase))
        if tags[at] == "possessive":
            yield Answer(at, at, None, "owner", cost)
        if tags[at] not in ("noun", "adverb"):
            break
