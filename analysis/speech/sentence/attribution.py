"""Decide which words name a quote's speaker: the patterns of newspapers, each a rule with its name.

First the words right behind the quote (`"...," said Smith`), then all others of the sentence by cost: the nearest
cue that has a subject, dearer where the verb is one of belief, where the subject is no person or body, or where the
cue stands behind.  The patterns are those of Elson & McKeown (2010) and Pouliquen et al. (2007).
"""

from typing import NamedTuple

from ...rules import Rule, RuleList, Setting
from ..lexicon import is_medium_name, is_saying_noun, is_thing_word
from .phrases import is_actor, phrase_ending, phrase_starting
from .subjects import find_inverted, find_main_subject, find_subject, is_finite, is_passive

LIGHT = Setting("light_doubt", 1.3, "cost of a doubt about a cue: a verb of belief, a verb not the one of its clause, "
                "it, a pronoun in another cue's clause, a cue behind the quote; a cue between costs 1",
                measured="PolNeAR dev: a step more or less moves under one speaker in 100")
HEAVY = Setting("heavy_doubt", 2.0, "cost of a subject that is no person or body, of a noun of saying with an owner",
                measured="PolNeAR dev, as light_doubt")
LAST = Setting("last_resort", 3.2, "cost of a subject that names nobody, of an owner of the words, of the sentence's "
               "subject without a cue", measured="PolNeAR dev, as light_doubt")
HALF = 0.5  # a step that ranks below a cue's and above none: according to, a doubtful cue between
ACCORDING = {"according", "According", "per", "Per"}
_REACH = 80  # tokens read on one side of a quote: longer than sentences are, so that hostile ones stay cheap
_VAGUE = {"anybody", "anyone", "nobody", "somebody", "someone", "everybody", "everyone", "one", "you", "nothing",
          "them", "us", "me", "him"}
_QUOTES = ("quote",)  # verbs whose object speaks: the agency quoted Smith as saying


class Answer(NamedTuple):
    """Who speaks: first and last token of the phrase, the cue's token (or None), the pattern's name, its cost."""

    first: int
    last: int
    cue: int | None
    rule: str
    cost: float = 0.0


class Quote(NamedTuple):
    """A quote in its sentence: its token, and whether it ends as one does whose speaker follows (, ? ! or a dash)."""

    frame: object
    slot: int
    ends_open: bool

    @property
    def behind(self):
        """(first token behind the quote that is no comma or dash, the mark that parts it or None)."""
        tags, at, parted = self.frame.tags, self.slot + 1, None
        while at < len(tags) and tags[at] == "quote":  # opened twice: "First.  "Second," said Smith
            at += 1
        while at < len(tags) and tags[at] in ("comma", "dash"):
            parted = parted or tags[at]
            at += 1
        return at, parted


def find_speaker(frame, slot, ends_open):
    """Return the cheapest Answer for the quote at token `slot`, or None."""
    quote = Quote(frame, slot, ends_open)
    answer = _find_label(quote) or find_after(frame, slot, ends_open)
    if answer and answer.rule == "according to" and _is_medium(frame, answer):
        others = [other for other in _weigh(quote) if other.rule == "speaker verb before"]
        answer = min(others, key=lambda other: other.cost, default=answer)
    if answer is None and 0 in frame.cues and frame.cues[0].verb in _QUOTES and frame.cues[0].form == "ing":
        phrase = phrase_starting(frame, 1)  # Quoting Smith, the paper said the crane "had creaked"
        answer = Answer(*phrase, 0, "quoted by a medium") if phrase else None
    answer = answer or min(_weigh(quote), key=lambda answer: answer.cost, default=None)
    return answer and _take_inner(frame, answer, slot)


def find_after(frame, slot, ends_open):
    """Return the Answer of the words right behind a quote, or None."""
    return BEHIND.decide(Quote(frame, slot, ends_open))[1]


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


def _by_dash(quote):
    frame, (at, parted) = quote.frame, quote.behind
    if parted == "dash" and at < len(frame.tags) and frame.tags[at] == "name":
        phrase = phrase_starting(frame, at)
        if phrase and (phrase[1] + 1 >= len(frame.tags) or frame.tags[phrase[1] + 1] in ("stop", "comma")):
            return Answer(*phrase, None, "dash")
    return None


def _start(quote):
    """Return the first token behind a quote that is no adverb, time or "as" (as Smith put it), or None."""
    at = skip_right(quote.frame, quote.behind[0])
    at += at < len(quote.frame.tags) and quote.frame.tags[at] == "as"
    return at if at < len(quote.frame.tags) and quote.frame.tags[at] not in ("stop", "quote", "coordinator") else None


def _by_according(quote):
    at = _start(quote)
    phrase = at is not None and find_according(quote.frame, at)
    return Answer(*phrase, at, "according to") if phrase else None


def _by_verb_speaker(quote):
    frame, at = quote.frame, _start(quote)
    if at is None or frame.tags[at] != "cue" or frame.cues[at].form == "ing":
        return None
    phrase = phrase_starting(frame, skip_right(frame, at + 1))
    speaks = quote.ends_open or quote.behind[1] or frame.cues[at].kind in ("say", "speak", "ask")
    if not phrase or not speaks or frame.tags[phrase[1] + 1:phrase[1] + 2] == ["quote"]:
        return None  # "a circus," claims Smith "cheated": the claim is another one
    return Answer(*phrase, at, "verb speaker")


def _by_speaker_verb(quote):
    frame, at = quote.frame, _start(quote)
    if at is None or frame.tags[at] == "cue":
        return None
    phrase = phrase_starting(frame, at)
    if not phrase or (quote.behind[1] == "dash" and not quote.ends_open):
        return None
    return _speaker_and_verb(frame, phrase, quote.ends_open or quote.behind[1], quote.ends_open and quote.slot == 0,
                             quote.slot)


def _speaker_and_verb(frame, phrase, parted, opens, slot):
    """Return the Answer for a phrase behind a quote and its verb; `opens`: the quote opens its sentence."""
    if frame.words[phrase[1] + 1:phrase[1] + 2] == ["and"]:  # "...," Smith and the White House said
        second = phrase_starting(frame, phrase[1] + 2)
        verb = second and _next_verb(frame, second[1] + 1)
        if verb and verb in frame.cues and frame.tags[verb - 1] in ("name", "noun", "adverb") and parted:
            phrase = phrase[0], second[1]
    verb = _next_verb(frame, phrase[1] + 1)
    if verb is None:
        return None
    if verb in frame.cues and frame.cues[verb].verb in _QUOTES and not is_passive(frame, verb):
        quoted = phrase_starting(frame, verb + 1)  # "...," the agency quoted Smith as saying
        if quoted:
            return Answer(*quoted, verb, "quoted by a medium")
    if verb in frame.cues and is_passive(frame, verb):
        return Answer(*phrase, verb, "quoted by a medium") if frame.cues[verb].verb in _QUOTES else None
    inverted = find_inverted(frame, verb) if frame.tags[verb - 1] == "comma" else None
    if inverted:
        return Answer(*inverted, verb, "verb speaker")
    follows = frame.tags[verb + 1] if verb + 1 < len(frame.tags) else "stop"
    if slot and verb in frame.cues and frame.cues[verb].kind == "judge" and follows in (
            "determiner", "possessive", "noun", "name"):  # warnings that it was "bad," lawmakers dismissed the concerns
        return None
    if "coordinator" in frame.tags[phrase[1] + 1:verb] and not parted:  # he "respects" Smith and proclaimed
        return None
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


def _by_name_alone(quote):
    frame, at = quote.frame, _start(quote)
    if at is None or quote.slot or not quote.ends_open or frame.tags[at] not in ("name", "determiner"):
        return None
    phrase = phrase_starting(frame, at)
    verbs = [place for place in range(at, len(frame.tags)) if is_finite(frame, place) and frame.tags[place - 1] != "to"]
    if not phrase or verbs or not is_actor(frame, phrase):
        return None
    follows = frame.tags[phrase[1] + 1:phrase[1] + 2]
    spoken = follows in (["preposition"], ["stop"], ["comma"], []) and frame.tags[phrase[1]] == "name"
    return Answer(*phrase, None, "name behind") if spoken else None


def example_of(text):
    """Return the rule of the last quote of an example, by the road of real text."""
    from ..quotes import read_example

    rows = [row for row in read_example(text)[0] if row[5] is not None]
    return rows[-1][5].rule if rows else None


BEHIND = RuleList("Who is named right behind the quote?", (
    Rule("dash", _by_dash, "A dash and a name sign a quote.", ('"We won." - Ann Bellamy',)),
    Rule("according to", _by_according, "According to names the source; a medium only where nobody else speaks.",
         ('The boat "was late," according to Ann Bellamy.',),
         ('Bellamy called the boat "late," according to the BBC.',)),
    Rule("verb speaker", _by_verb_speaker, "The verb may stand before its subject.", ('"We won," said Ann Bellamy.',),
         ("Bellamy calls it 'a circus,' claims Tross 'cheated' him",)),
    Rule("speaker verb", _by_speaker_verb, "The commonest of all.",
         ('"We won," Ann Bellamy said.', '"We won," Bellamy, a lawyer, added on Monday.'),
         ('He said he "respects" Bellamy and proclaimed his support.',)),
    Rule("quoted by a medium", lambda quote: None, "Whom a medium quotes speaks (found by the rule before).",
         ('"We won," Northern Wire quoted Ann Bellamy as saying.', '"We won," Ann Bellamy was quoted by the Wire.')),
    Rule("name behind", _by_name_alone, "In haste papers leave out the verb.",
         ('"We won," Prime Minister Ann Bellamy in a televised speech.',), ('"We won," Ann Bellamy laughed.',)),
), example=example_of)


# --- anywhere in the sentence, by cost --------------------------------------------------------------------------

def _cues_before(frame, slot):
    """Yield an Answer for each cue before the quote, "according to" and nouns of saying with an owner among them."""
    tags, order = frame.tags, 0
    if slot > 1 and tags[slot - 1] in ("colon", "dash") and tags[slot - 2] == "name":  # no surprise to Smith: "..."
        aside = tags[slot - 1] == "dash" and tags[slot + 1:slot + 2] == ["dash"]  # others, like Smith - "..." - agree
        yield Answer(*phrase_ending(frame, slot - 2), None, "label", -1 if aside else LIGHT.value)
    for at in range(slot - 1, max(-1, slot - _REACH), -1):
        if tags[at] == "stop" and frame.words[at] != ";":
            break
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
    if frame.cues[at].verb in _QUOTES:
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
    verb = _next_verb(frame, phrase[1] + 1)
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
