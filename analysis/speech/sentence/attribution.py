"""Decide which words name a quote's speaker: the patterns of newspapers, each a rule with its name.

First what stands in front of the sentence (AHEAD: `Smith: "..."`), then the words right behind the quote (BEHIND in
after_quote.py: `"...," said Smith`), then all others of the sentence, of which the cheapest decides (CLUES in
clues.py).  The patterns are those of Elson & McKeown (2010) and Pouliquen et al. (2007).
"""

from ...english.lexicon import is_medium_name, is_saying_noun, is_thing_word
from ...rules import Rule, RuleList
from .after_quote import Attribution, find_after, next_verb
from .clues import doubt, find_clues
from .examples import read_sentence
from .noun_phrases import is_actor, phrase_ending, phrase_starting
from .subjects import find_main_subject, find_subject
from .tagged import Tagged
from .verbs import is_finite, is_passive

_LABEL = 14      # tokens before a colon in which a label ends
_LONG_LABEL = 8  # tokens from which its name opens the line
_LAST_VERBS = 4  # of a sentence without quotes whose subjects are looked at


def find_speaker(tagged: Tagged, slot: int, ends_open: bool) -> Attribution | None:
    """Return who speaks the quote at token `slot`, or None; `ends_open`: it ends as one does whose speaker follows.

    A medium behind "according to" gives way to somebody who says the words before them.
    """
    answer = AHEAD.decide(tagged, slot)[1] or find_after(tagged, slot, ends_open)
    if answer and answer.rule == "according to" and _is_medium(tagged, answer):
        others = [other for other in find_clues(tagged, slot) if other.rule == "speaker verb before"]
        answer = min(others, key=lambda other: other.cost, default=answer)
    answer = answer or min(find_clues(tagged, slot), key=lambda answer: answer.cost, default=None)
    return answer and (INNER.decide(tagged, answer)[1] or answer)


def find_plain_speaker(tagged: Tagged) -> Attribution | None:
    """Return the Attribution of who speaks or acts in a sentence without quotes, by the rules of PLAIN, or None."""
    return PLAIN.decide(tagged)[1]


def _is_medium(tagged, answer):
    return is_medium_name(" ".join(word or "" for word in tagged.words[answer.first:answer.last + 1]))


# --- the rule of AHEAD, of a Tagged and a quote's token ----------------------------------------------------------

def _by_label(tagged, slot):
    tags = tagged.tags
    at = next((at for at in range(min(slot, _LABEL)) if tags[at] == "colon"), 0)
    if not at or any(is_finite(tagged, place) for place in range(at)):
        return None
    phrase = _name_before(tagged, at)
    if phrase is None or (at > _LONG_LABEL and phrase[0]):
        return None
    plain = phrase[0] == phrase[1] and tagged.words[phrase[0]].isupper()
    if plain and any(find_subject(tagged, place) for place in tagged.cues if at < place < slot):
        return None
    return Attribution(*phrase, None, "label")


def _name_before(tagged, colon):
    """Return the name before a colon, over what the person is: Ann Smith, the minister of ferries: "..."."""
    tags = tagged.tags
    if tags[colon - 1] == "name" and not is_thing_word(tagged.words[colon - 1]):
        return phrase_ending(tagged, colon - 1)
    comma = next((at for at in range(colon - 1, 0, -1) if tags[at] == "comma"), 0)
    if comma and tags[comma - 1] == "name" and not any(tags[at] in ("quote", "stop") for at in range(comma, colon)):
        return phrase_ending(tagged, comma - 1)
    return None


# --- the rule of INNER, of a Tagged and the Attribution so far --------------------------------------------------------

def _by_inner_verb(tagged, answer):
    """The inner verb of saying has no words of its own but its addressee and ends the sentence or its clause."""
    cue, tags = answer.cue, tagged.tags
    if cue not in tagged.cues or answer.rule != "speaker verb" or tagged.cues[cue].kind != "say":
        return None
    if tagged.cues[cue].verb == "tell" and tags[cue + 1:cue + 2] != ["that"]:
        return None  # Bellamy told reporters in Ellby, of a land that Norhaven claimed: they are told
    phrase = phrase_starting(tagged, cue + 1 + (tags[cue + 1:cue + 2] == ["that"]))
    if not phrase or not is_actor(tagged, phrase):
        return None
    verb = next_verb(tagged, phrase[1] + 1)
    if verb is None or verb not in tagged.cues or tagged.cues[verb].kind not in ("say", "speak", "ask"):
        return None
    if any(is_finite(tagged, at) or tags[at] in ("quote", "that") for at in range(verb + 1, len(tags))):
        return None
    named = phrase_starting(tagged, phrase[1] + 2) if tags[phrase[1] + 1] == "comma" else None
    if named and tags[named[1]] == "name":
        phrase = named  # the guard, Ann Smith, had shouted
    return answer._replace(first=phrase[0], last=phrase[1], cue=verb, rule="speech in speech")


# --- the rules of PLAIN: each takes a Tagged and returns an Attribution or None ---------------------------------------

def _by_last_verb_of_saying(tagged):
    for at in sorted(tagged.cues, reverse=True):
        if tagged.cues[at].kind not in ("think", "find") and not is_passive(tagged, at):
            phrase = find_subject(tagged, at)
            if phrase and not doubt(tagged, phrase):
                return Attribution(*phrase, at, "speaker verb before")
    return None


def _by_sender(tagged):
    """Only where the subject is something said, or can't speak."""
    phrase = find_main_subject(tagged, len(tagged.tags))
    if not phrase or not (doubt(tagged, phrase) or is_saying_noun(tagged.words[phrase[1]])):
        return None
    for at in range(len(tagged.tags) - 2, 0, -1):
        noun = tagged.words[at - 1]
        if tagged.words[at] in ("from", "by") and tagged.tags[at - 1] == "noun" and is_saying_noun(noun):
            phrase = phrase_starting(tagged, at + 1)
            if phrase and tagged.tags[phrase[1]] == "name" and not doubt(tagged, phrase):
                return Attribution(*phrase, None, "owner of the noun")
    return None


def _by_subject(tagged):
    phrase = find_main_subject(tagged, len(tagged.tags))
    return Attribution(*phrase, None, "subject") if phrase and not doubt(tagged, phrase) else None


def _by_colon(tagged):
    last = len(tagged.tags) - 1
    if last < 1 or tagged.tags[last] != "colon" or any(is_finite(tagged, at) for at in range(last)):
        return None
    phrase = _name_before(tagged, last)
    return phrase and Attribution(*phrase, None, "label")


def _by_later_clause(tagged):
    for at in [at for at in range(len(tagged.tags)) if is_finite(tagged, at)][:-_LAST_VERBS - 1:-1]:
        phrase = find_subject(tagged, at)
        if phrase and not doubt(tagged, phrase) and tagged.tags[phrase[1]] in ("name", "noun"):
            return Attribution(*phrase, None, "subject of a later clause")
    return None


def example_of(text: str) -> str | None:
    """Return the rule by which {these words} name the speaker of the last quote of a sentence."""
    example = read_sentence(text)
    tagged = example.tagged
    slot = max(tagged.slots.values())
    content = text.split('"')[-2]
    answer = find_speaker(tagged, slot, content.endswith((",", "?", "!")))
    return answer and example.check(answer.rule, [answer[:2]])


def plain_example(text: str) -> str | None:
    """Return the rule by which {these words} name who speaks or acts in a sentence without quotes."""
    example = read_sentence(text)
    rule, answer = PLAIN.decide(example.tagged)
    return rule and example.check(rule, [answer[:2]])


AHEAD = RuleList("Who is named in front of the sentence of a quote?", (
    Rule("label", _by_label, "A name and a colon at the head of a line, as in a list of voices.",
         ('{Ann Bellamy}: "We won."', '{Ann Bellamy}, minister of ferries: "We won."',
          '{Ann Bellamy}: the plan is "mad" now.'),
         ('UPDATE: {Ann Bellamy} said in a note, "We won."', 'At noon {Ann Bellamy} said: "We won."')),
), decides="quotes.rule", example=example_of)
INNER = RuleList("Does the one who is named only report who said it?", (
    Rule("speech in speech", _by_inner_verb, "Aides say whose words they were: the inner verb has the speaker.",
         ('"We won," aides said {Ann Bellamy} told the room.', '"Sit down," police said {the guard} shouted.'),
         ('"We won," {aides} said, as Ann Bellamy told the room that she left.',
          '"We won," {aides} said after Ann Bellamy left.',
          '"We won," {Ann Bellamy} told reporters, speaking of the land that Norhaven claimed.')),
), decides="quotes.rule", example=example_of)
PLAIN = RuleList("Who speaks or acts in a sentence without quotes, so that the next quote may be theirs?", (
    Rule("speaker verb before", _by_last_verb_of_saying, "Who says something last has the word.",
         ("Karl Hobart left, and {Ann Bellamy} said no.",), ("{Karl Hobart} left.", "{Karl Hobart} thought of it.")),
    Rule("owner of the noun", _by_sender, "Of a sharp answer from somebody the sender has the word.",
         ("The jokes drew a sharp response from {Ann Bellamy}.",), ("{Karl Hobart} left a house by Ann Bellamy.",)),
    Rule("subject", _by_subject, "Who acts in the sentence speaks next.", ("{Ann Bellamy} came to the pier.",),
         ("The fair came to the pier.",)),
    Rule("label", _by_colon, "A line that hands on with a colon.", ("And from {Chairwoman Ann Bellamy}:",),
         ("And from Chairwoman Ann Bellamy.",)),
    Rule("subject of a later clause", _by_later_clause, "Behind a thing a later subject may be somebody.",
         ("The fair was called off, and {its director}, Ann Bellamy, took to the network.",),
         ("The fair was called off, and it rained.",)),
), example=plain_example)
