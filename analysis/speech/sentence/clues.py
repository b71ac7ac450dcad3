"""What else in its sentence says who speaks a quote: clues, each with its cost, of which the cheapest decides.

The words before the quote are gone through towards the front, then those behind it; each is asked by the rules of CLUES
in their order.  A clue costs more with every verb of saying between it and the quote, and by what the rules of DOUBTS
hold against its speaker.
"""

from typing import NamedTuple

from ...english.grammar import VAGUE
from ...english.lexicon import is_document_word, is_saying_noun, is_thing_word
from ...english.verbs import TO_SOMEBODY
from ...rules import Rule, RuleList, Setting
from .after_quote import ACCORDING, REACH, Attribution, find_according, is_quoting
from .examples import read_sentence
from .noun_phrases import is_actor, phrase_ending, phrase_starting
from .subjects import find_main_subject, find_subject
from .tagged import Phrase, Tagged
from .verbs import is_finite, is_passive

LIGHT = Setting("light_doubt", 1.3, "cost of a doubt about a cue: a verb of belief, a verb not the one of its clause, "
                "it, a pronoun in another cue's clause, a cue behind the quote; a cue between costs 1",
                measured="PolNeAR dev: a fifth more or less moves under one speaker in 100")
HEAVY = Setting("heavy_doubt", 2.0, "cost of a subject that is no person or body, of a noun of saying with an owner",
                measured="PolNeAR dev, as light_doubt")
LAST = Setting("last_resort", 3.2, "cost of a subject that names nobody, of an owner of the words, of the sentence's "
               "subject without a cue", measured="PolNeAR dev, as light_doubt")
HALF = 0.5  # a step that ranks below a cue's and above none: according to, a doubtful cue between
_SURE = -2  # goes before every other clue
_ASIDE = -1
_TELLING = ("cue", "noun", "verb")  # tags of words that may be clues
_OWNER = 4  # tokens before a quote in which its owner is looked for, and the next
_NEAR = 5   # tokens between a verb and the colon or comma before a quote


class Clue(NamedTuple):
    """A word of the sentence around a quote: its token, the quote's, and what the cues between them cost."""

    tagged: Tagged
    at: int
    slot: int
    order: float


def find_clues(tagged: Tagged, slot: int) -> list[Attribution]:
    """Return the Answers of all clues around the quote at token `slot` whose words can speak, likelier ones first."""
    beside = (_by_quoting(Clue(tagged, 0, slot, 0)), _by_name_beside(Clue(tagged, slot - 1, slot, 0)))
    answers = [*beside, *_before(tagged, slot), *_behind(tagged, slot), *_owners(tagged, slot),
               _by_main_subject(Clue(tagged, slot, slot, 0))]
    return [answer for answer in answers if answer and _can_speak(tagged, answer)]


def doubt(tagged: Tagged, phrase: Phrase) -> float:
    """Return how much a phrase speaks against being a speaker, by the rules of DOUBTS: 0 for nothing."""
    return DOUBTS.decide(tagged, phrase)[1] or 0


# --- the walk around the quote ---------------------------------------------------------------------------------

def _before(tagged, slot):
    """Yield the Answers of the words before the quote, from right to left, up to a stop."""
    tags, words, order, parted = tagged.tags, tagged.words, 0.0, False
    for at in range(slot - 1, max(-1, slot - REACH), -1):
        tag = tags[at]
        if tag == "stop":
            if words[at] != ";":
                break
            parted = True
        if words[at] not in ACCORDING and (tag not in _TELLING or (tag == "noun" and not is_saying_noun(words[at]))):
            continue
        if parted and tag == "cue" and tagged.cues[at].kind not in ("say", "speak"):
            continue  # an app will support it; it is used for a new "boats on demand" system
        answer = CLUES.decide(Clue(tagged, at, slot, order))[1]
        if answer:
            yield answer
            order += _step(answer, tag, answer.cost > order)


def _step(answer, tag, doubted):
    """Return how much dearer a clue makes those in front of it: a verb of saying more than one in doubt."""
    if answer.rule == "owner of the noun":
        return not doubted
    return (HALF if doubted else 1) if tag == "cue" else 0


def _behind(tagged, slot):
    """Yield the Answers of the words behind the quote, up to a stop."""
    order = LIGHT.value
    for at in range(slot + 1, min(len(tagged.tags), slot + REACH)):
        tag = tagged.tags[at]
        if tag == "stop":
            break
        if tag == "cue" or tagged.words[at] in ACCORDING:
            answer = CLUES.decide(Clue(tagged, at, slot, order))[1]
            if answer:
                yield answer
                order += answer.rule == "cue behind"


def _owners(tagged, slot):
    """Yield the Answers of the owners right before the quote: Smith's "...", his "..." remark."""
    for at in range(slot - 1, max(-1, slot - _OWNER), -1):
        if tagged.tags[at] in ("genitive", "possessive"):
            yield _by_owner(Clue(tagged, at, slot, 0))
        if tagged.tags[at] not in ("noun", "adverb"):
            break


def _can_speak(tagged, answer):
    """Tell whether a phrase is no time or number (half deemed, at times said) and no name of a thing."""
    head = answer.last
    if answer.first == head and (tagged.tags[head] in ("number", "time") or tagged.words[head] in ("times", "half")):
        return False
    return tagged.tags[head] != "name" or answer.rule != "label" or not is_thing_word(tagged.words[head])


# --- the rules of CLUES: each takes a Clue and returns an Attribution or None ---------------------------------------

def _by_quoting(clue):
    tagged, at, _, _ = clue
    if at or 0 not in tagged.cues or tagged.cues[0].form != "ing" or not is_quoting(tagged, 0):
        return None
    phrase = phrase_starting(tagged, 1)
    return phrase and Attribution(*phrase, 0, "quoted by a medium", _SURE)


def _by_name_beside(clue):
    tags, at = clue.tagged.tags, clue.at
    if at != clue.slot - 1 or at < 1 or tags[at] not in ("colon", "dash") or tags[at - 1] != "name":
        return None
    aside = tags[at] == "dash" and tags[clue.slot + 1:clue.slot + 2] == ["dash"]
    first, last = phrase_ending(clue.tagged, at - 1)
    verb = clue.tagged.cues.get(first - 1)
    if verb and verb.verb in TO_SOMEBODY and find_subject(clue.tagged, first - 1):
        return None  # the skipper, 39, told the Courier: "..."
    alone = first and tags[first - 1] == "stop"  # the mayor vows to fight; Bellamy: "It hurts"
    return Attribution(first, last, None, "label", 0 if alone else _ASIDE if aside else LIGHT.value)


def _by_according(clue):
    tagged, at, slot, order = clue
    phrase = find_according(tagged, at)
    if not phrase or (at < slot <= phrase[1]):
        return None
    return Attribution(*phrase, at, "according to", order + HALF * (at < slot))


def _by_owner_of_noun(clue):
    tagged, at, slot, order = clue
    phrase = _noun_owner(tagged, at) if at < slot and tagged.tags[at] == "noun" and is_saying_noun(tagged.words[at]) \
        else None
    if not phrase:
        return None
    cost = HEAVY.value * (2 if tagged.tags[phrase[0]] == "possessive" else 1)
    if "that" in (tagged.tags[at + 1], *tagged.tags[phrase[1] + 1:phrase[1] + 2]):
        cost = 0  # agrees with Smith's opinion that the suit is "...", with a claim by Smith that it is "..."
    return Attribution(*phrase, at, "owner of the noun", order + cost)


def _by_verb_before(clue):
    tagged, at, slot, order = clue
    if at > slot:
        return None
    if tagged.tags[at] == "cue":
        phrase = _subject_of_cue(tagged, at, slot)
        extra = phrase and _price(tagged, at) + doubt(tagged, phrase) + _closed_aside(tagged, at, phrase, slot)
    elif tagged.tags[at] == "verb" and not order and slot - at < _NEAR and tagged.tags[slot - 1] in ("colon", "comma"):
        phrase = find_subject(tagged, at)
        extra = phrase and doubt(tagged, phrase)
    else:
        return None
    return phrase and Attribution(*phrase, at, "speaker verb before", order + extra)


def _by_cue_behind(clue):
    tagged, at, slot, order = clue
    if at < slot or at not in tagged.cues:
        return None
    phrase = _find_agent(tagged, at, slot) if is_passive(tagged, at) else find_subject(tagged, at)
    return phrase and Attribution(*phrase, at, "cue behind", order + _price(tagged, at) + doubt(tagged, phrase))


def _by_owner(clue):
    tagged, at, slot, _ = clue
    if not 0 < slot - at < _OWNER:
        return None
    spoken = slot + 1 < len(tagged.tags) and is_saying_noun(tagged.words[slot + 1])
    cost = HALF if spoken else LAST.value
    if tagged.tags[at] == "genitive":
        phrase = phrase_ending(tagged, at)
        return Attribution(*phrase, None, "owner", cost + doubt(tagged, phrase))
    return Attribution(at, at, None, "owner", cost) if tagged.tags[at] == "possessive" else None


def _by_main_subject(clue):
    if clue.at != clue.slot:
        return None
    phrase = _written_in(clue.tagged, clue.slot) or find_main_subject(clue.tagged, clue.slot)
    return phrase and Attribution(*phrase, None, "subject", LAST.value + doubt(clue.tagged, phrase))


def _written_in(tagged, slot):
    """Return the phrase of a document in whose relative clause a quote stands: Roe faces an audit that found "gaps"."""
    tags = tagged.tags
    at = next((at for at in range(slot - 1, 0, -1) if tags[at] in ("relative", "that", "comma")), 0)
    if at < 1 or tags[at] == "comma":
        return None
    at -= 1 + (tags[at - 1] == "preposition")
    return phrase_ending(tagged, at) if at > 0 and tags[at] == "noun" and is_document_word(tagged.words[at]) else None


def _subject_of_cue(tagged, at, slot):
    if at == 0 and tagged.cues[at].form in ("past", "third") and "colon" in tagged.tags[:slot]:
        return phrase_starting(tagged, 1)  # Said Ann Smith, a skipper: "..."
    if is_quoting(tagged, at):
        if is_passive(tagged, at):
            return find_subject(tagged, at)
        return phrase_starting(tagged, at + 1) if at < slot else find_subject(tagged, at)
    return _find_agent(tagged, at, slot) if is_passive(tagged, at) else find_subject(tagged, at)


def _closed_aside(tagged, at, phrase, slot):
    """Return the cost of a cue in a clause that ends before the quote: accused Poe, who said nothing, of "..."."""
    tags = tagged.tags
    if tags[phrase[1]] != "relative" or tags[phrase[1] - 1] != "comma":
        return 0
    closed = next((place for place in range(at + 1, slot) if tags[place] == "comma"), slot)
    verbless = not any(is_finite(tagged, place) for place in range(closed, slot))
    return HEAVY.value if closed < slot - 1 and verbless else 0


def _price(tagged, cue):
    """Return how much a cue's verb speaks against it: one of belief, or not the verb of its clause."""
    kind, form = tagged.cues[cue].kind, tagged.cues[cue].form
    return LIGHT.value * ((kind in ("think", "find")) + (form == "base"))


def _find_agent(tagged, verb, slot):
    """Return the phrase after "by" behind a passive."""
    for at in range(verb + 1, min(len(tagged.tags), max(slot, verb) + 8)):
        if tagged.words[at] == "by":
            return phrase_starting(tagged, at + 1)
    return None


def _noun_owner(tagged, noun):
    """`Smith's claim`, `her claim`, `a claim by Smith`."""
    tags, words = tagged.tags, tagged.words
    at = noun - 1
    while at >= 0 and tags[at] in ("noun", "adverb") and noun - at < 5:
        at -= 1
    if at >= 0 and tags[at] == "genitive":
        return phrase_ending(tagged, at)
    if at >= 0 and tags[at] == "possessive":
        return at, at
    return phrase_starting(tagged, noun + 2) if words[noun + 1:noun + 2] in (["by"], ["from"]) else None


# --- the rules of DOUBTS: each takes a Tagged and a phrase and returns a cost or None ---------------------------

def _names_nobody(tagged, phrase):
    vague = tagged.words[phrase[0]].lower() in VAGUE and tagged.tags[phrase[1]] in ("pronoun", "relative")
    return LAST.value if vague else None


def _is_inner_pronoun(tagged, phrase):
    first, last = phrase
    if first != last or tagged.tags[first] != "pronoun":
        return None
    inner = first and tagged.tags[first - 1] in ("cue", "that", "relative", "subordinator") \
        and tagged.tags[max(first - 2, 0):first] != ["preposition", "relative"]  # a note in which she said
    return LIGHT.value * ((tagged.words[first].lower() == "it") + bool(inner))


def _is_told(tagged, phrase):
    first, last = phrase
    who = tagged.tags[last] == "relative" and tagged.tags[last - 1] != "comma"
    return LIGHT.value if who and first and tagged.tags[first - 1] == "cue" else None


def example_of(text: str) -> str | None:
    """Return the rule of the cheapest clue to the last quote of a sentence, where {these words} are its speaker."""
    example = read_sentence(text)
    answer = min(find_clues(example.tagged, max(example.tagged.slots.values())), key=lambda one: one.cost, default=None)
    return answer and example.check(answer.rule, [answer[:2]])


def doubt_example(text: str) -> str | None:
    """Return what speaks against {a phrase} as a speaker."""
    example = read_sentence(text)
    tagged, (start, end) = example.tagged, example.wanted[0]
    tokens = [at for at, span in enumerate(tagged.spans) if start <= span[0] < end]
    return DOUBTS.decide(tagged, (tokens[0], tokens[-1]))[0]


CLUES = RuleList("What in its sentence says who speaks a quote? The cheapest clue decides.", (
    Rule("quoted by a medium", _by_quoting, "Whom a medium quotes speaks, whatever it says itself.",
         ('Quoting {Ann Bellamy}, the Wire said the crane "had creaked" twice.',),
         ('Sailing with Ann Bellamy, {the Wire} said the crane "had creaked" twice.',)),
    Rule("label", _by_name_beside, "A name between dashes or before a colon right at the quote.",
         ('Others, like {Ann Bellamy} - "it hurts" - agree.', 'It pleased {Ann Bellamy}: "it hurts".',
          'Roe vows to fight; {Bellamy}: "it hurts".'),
         ('{Ann Bellamy} said: "it hurts".', '{The skipper}, 39, told the Courier: "it hurts".')),
    Rule("according to", _by_according, "According to names the source of what its sentence says.",
         ('According to {Ann Bellamy}, the boats were "too late" twice.',),
         ('{Karl Hobart} went according to plan and said it was "too late" twice.',)),
    Rule("owner of the noun", _by_owner_of_noun, "A claim, an offer, a warning is its owner's.",
         ('The judge agrees with {Ann Bellamy\'s} opinion that the suit is "mad" now.',
          'The fair followed a warning by {Ann Bellamy} of "mad" seas.',
          'Despite warnings from {the Ferry Board} that the law was "unfair," captains dismissed it.'),
         ('{The judge} shares the opinion that the suit is "mad" now.',)),
    Rule("speaker verb before", _by_verb_before, "The nearest verb of saying before the words has the speaker.",
         ('{Ann Bellamy} said the boats were "too late" twice.', '{Ann Bellamy} fired back: "too late" now.',
          'Karl Hobart left when {Ann Bellamy} called it "mad" there.'),
         ('The boats sank and "too late" it was, {Ann Bellamy} said.',)),
    Rule("cue behind", _by_cue_behind, "A verb of saying further behind the words.",
         ('The "mad" boats sank, {Ann Bellamy} said.',), ('{Ann Bellamy} said the "mad" boats sank.',)),
    Rule("owner", _by_owner, "Words that somebody has.",
         ('They ran past {Ann Bellamy\'s} "mad" remarks.', 'They ran past {her} "mad" remarks.'),
         ('They ran past the "mad" remarks.',)),
    Rule("subject", _by_main_subject, "Without any other clue whoever acts in the sentence.",
         ('{Ann Bellamy} ran a "mad" race.', 'Ann Bellamy left over {emails} in which it was a "mad" plan.'),
         ('A race that {Ann Bellamy} called "mad" began.',
          '{Ann Bellamy} left over emails in which it was a "mad" plan.')),
), decides="quotes.rule", example=example_of)
DOUBTS = RuleList("What speaks against a phrase as a speaker?", (
    Rule("names nobody", _names_nobody, "Anyone, one, you.", ("{Nobody} said no.",), ("{Ann Bellamy} said no.",)),
    Rule("pronoun in another's clause", _is_inner_pronoun, "She said she called it: the outer clause goes first.",
         ("{It} said no.", "Ann Bellamy said {she} called it mad."),
         ("{She} said no.", "Karl Hobart sent a note in which {she} called it mad.")),
    Rule("told", _is_told, "Told a man who said: the teller goes first.",
         ("They told {a man who} said no.",), ("They met {a man who} said no.",)),
    Rule("no person or body", lambda tagged, phrase: None if is_actor(tagged, phrase) else HEAVY.value,
         "A thing hardly speaks.", ("{The crane} said no.",),
         ("{The board} said no.",)),
), example=doubt_example)
