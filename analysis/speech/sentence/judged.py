"""What a verb gives to its speaker without a clause: called the raid [a crime], accused him of [theft], vowed [to go].

The rules of JUDGED answer with the first token of the speaker's words; they end with the phrase (find_phrase_end).
"""

from ...english.adjectives import JUDGING_ENDINGS
from ...english.calendar import DAY_NAMES, TIME_NOUNS
from ...english.grammar import ARTICLES
from ...english.lexicon import is_document_word, is_person_word
from ...english.verbs import AS_DEEDS, BLAMING, URGING, VOWING
from ...rules import Rule, RuleList
from .after_quote import ACCORDING
from .clauses import Behind, skip_addressed
from .examples import read_sentence
from .noun_phrases import is_actor, phrase_starting
from .subjects import find_subject
from .tagged import Phrase, Tagged
from .verbs import is_denied, is_finite, is_passive

_CALLING = frozenset(["call", "dub", "label", "brand", "term", "deem", "declare", "pronounce"])
_CALLED = 12  # tokens of what is called something
_STATES = ("be", "become", "remain")  # a row that threatened to become the topic
_THINGS = ("it", "this", "that", "them", "him", "her", "these", "those")
_NO_NAMES = frozenset(["cab", "taxi", "ambulance", "doctor", "halt", "home", "names", "quits", "night", "truce"])
_OF_OBJECT = ("noun", "name", "number", "determiner", "possessive", "genitive", "pronoun", "gerund", "preposition")
_NOT_AS = frozenset(["well", "soon", "long", "far", "much", "many", "part", "if", "though", "of", "usual"])
_DAYS = DAY_NAMES | {"today", "yesterday"}
_ENDS = ("comma", "stop", "colon", "dash", "subordinator", "relative", "that")


def find_judged(tagged: Tagged, verb: int, phrase: Phrase) -> Phrase | None:
    """Return (first, last) tokens of what the verb of a subject gives to its speaker without a clause, or None."""
    if not can_judge(tagged, verb, phrase):
        return None
    first = JUDGED.decide(Behind(tagged, verb, phrase, skip_addressed(tagged, verb)))[1]
    if first is None:
        return None
    last = find_phrase_end(tagged, first)
    return (first, last) if last >= first else None


def can_judge(tagged: Tagged, verb: int, phrase: Phrase) -> bool:
    """Tell whether somebody says it, as a fact: not things, not what may be called so, or was not."""
    cue, words = tagged.cues[verb], tagged.words
    if phrase[0] > verb or is_passive(tagged, verb) or is_denied(tagged, verb):
        return False
    if cue.form == "base" and tagged.tags[verb - 1] in ("to", "auxiliary", "adverb", "coordinator"):
        return False
    if cue.form == "ing" and phrase[1] < verb - 1 and tagged.tags[verb - 1] in ("noun", "name", "time", "number"):
        return False  # the board left as charges were read on Friday accusing the crew of theft
    if cue.form == "past" and tagged.words[verb + 1:verb + 2] == ["by"]:
        return False
    if words[phrase[0]].lower() == "it" and cue.verb in VOWING:
        return False  # it promised to be a long night
    return is_actor(tagged, phrase) or (cue.kind == "judge" and is_document_word(words[phrase[1]]))


def find_phrase_end(tagged: Tagged, first: int) -> int:
    """Return the last token of a phrase: before a comma, another clause, "and" with its verb, and a day at its end.

    A quote ends it, as what follows may be the outlet's: accused him of "theft" on the night of the ball.
    """
    tags, size = tagged.tags, len(tagged.tags)
    last = size - 1
    for at in range(first, size):
        if tags[at] == "quote":
            return at
        if at > first and _ends_phrase(tagged, first, at):
            last = at - 1
            break
    if tags[first] != "to" and last > first + 1 and (tagged.words[last] or "").lower() in _DAYS:
        last -= 1 + (tags[last - 1] == "preposition")
    return last


def _ends_phrase(tagged, first, at):
    tags, word = tagged.tags, tagged.words[at]
    near = range(at + 1, min(len(tags), at + 4))
    if tags[at] == "coordinator":
        return any(is_finite(tagged, place) or tags[place] in ("pronoun", "gerund", "cue") for place in near)
    if tags[at] in _ENDS or word in ACCORDING:
        return word != "than"
    if tags[at] == "as":
        return tags[at + 1:at + 2] == ["pronoun"]
    return tags[first] != "to" and is_finite(tagged, at) and tags[at - 1] in ("noun", "name", "time")


# --- the rules of JUDGED: each takes a Behind and returns the first token of the speaker's words, or None -------------

def _by_name(behind):
    tagged, at = behind.tagged, behind.verb + 1
    if tagged.cues[behind.verb].verb not in _CALLING or at + 1 >= len(tagged.tags):
        return None
    if tagged.words[at] in _THINGS and tagged.words[at] != "her":
        return _after_pronoun(tagged, at)
    for place in range(at + 1, min(len(tagged.tags), at + _CALLED)):
        if _opens_name(tagged, at, place):
            return None if _is_no_name(tagged, place) else place
        if tagged.tags[place] not in _OF_OBJECT:
            return None
    return None


def _opens_name(tagged, first, place):
    """Tell whether the name begins at `place`, behind the thing that is called so and that begins at `first`."""
    word, tags = tagged.words[place], tagged.tags
    if word is None or (tags[place - 1] not in ("noun", "name") and tagged.words[place - 1] != "her"):
        return False
    if word in ARTICLES:
        return True
    if tags[first] not in ("determiner", "possessive", "name") or place < first + 1 + (tags[first] != "name"):
        return False
    if tags[place] == "adverb":  # the vote deeply troubling
        return word.endswith("ly") and tags[place + 1:place + 2] in (["noun"], ["gerund"], ["verb"])
    ends = place + 1 >= len(tags) or tags[place + 1] in (*_ENDS, "coordinator", "time", "preposition")
    return ends and word.islower() and word.endswith(JUDGING_ENDINGS)  # the fee shameful


def _after_pronoun(tagged, at):
    place = at + 1
    while place + 1 < len(tagged.tags) and tagged.tags[place] == "adverb" and tagged.words[place].endswith("ly"):
        place += 1
    if tagged.tags[place] not in ("determiner", "possessive", "noun", "gerund", "verb", "number"):
        return None
    return None if _is_no_name(tagged, place) else place


def _is_no_name(tagged, place):
    """Tell whether what follows is no name: called him a cab, called her a day later, called it quits."""
    phrase = phrase_starting(tagged, place) or (place, place)
    words = {(word or "").lower() for word in tagged.words[phrase[0]:phrase[1] + 2]}
    return not words.isdisjoint(_NO_NAMES | TIME_NOUNS) or "time" in tagged.tags[place:phrase[1] + 1]


def _by_as(behind):
    tagged, verb = behind.tagged, behind.verb
    cue = tagged.cues[verb]
    at = verb + 1 + (cue.verb == "refer")
    if cue.kind != "judge" or cue.verb in AS_DEEDS:
        return None
    place = _find_word(tagged, at, ("as",))
    if place is None or place + 1 >= len(tagged.tags) or tagged.words[place + 1] is None:
        return None
    if tagged.tags[place + 1] == "pronoun" or tagged.words[place + 1].lower() in _NOT_AS \
            or tagged.words[place - 1] == "well":
        return None
    phrase = phrase_starting(tagged, place + 1)
    if phrase is None:
        return place + 1 if tagged.tags[place + 1] in ("gerund", "adverb", "verb") else None
    after = phrase[1] + 1
    while after < len(tagged.tags) and tagged.tags[after] == "adverb":
        after += 1
    clause = after < len(tagged.tags) and is_finite(tagged, after)  # dismissed the case as the crowd cheered
    return None if clause or _is_own_role(tagged, place, phrase) else place + 1


def _is_own_role(tagged, place, phrase):
    """Tell whether "as" says what the speaker is, and not the thing: she attacked the law as a senator."""
    thing = tagged.words[place - 1]
    return is_person_word(tagged.words[phrase[1]]) and tagged.tags[place - 1] == "noun" and not is_person_word(thing)


def _by_blame(behind):
    tagged, verb = behind.tagged, behind.verb
    preposition = BLAMING.get(tagged.cues[verb].verb)
    place = preposition and _find_word(tagged, verb + 1, (preposition,))
    if place is None or place + 1 >= len(tagged.tags):
        return None
    if preposition == "of":
        place = _second_of(tagged, place)
    tag, word = tagged.tags[place + 1], tagged.words[place + 1]
    days = {(word or "").lower() for word in tagged.words[place + 1:place + 4]}
    wanted = tag in ("gerund", "noun", "determiner", "possessive", "quote") and days.isdisjoint(TIME_NOUNS)
    return place + 1 if wanted and (word is None or word[0].islower()) else None


def _second_of(tagged, place):
    """Return the "of" of the charge, behind that of the accused: accused the mayor of Ellby of theft."""
    later = _find_word(tagged, place + 1, ("of",))
    whole = tagged.words[place + 1]
    return later if later and whole and (whole[0].isupper() or whole == "the") else place


def _find_word(tagged, first, wanted):
    """Return the place of one of the words behind an object that begins at `first`, or None."""
    opens = tagged.tags[first:first + 1]
    if not opens or opens[0] not in (*_OF_OBJECT, "quote") or opens[0] == "preposition":
        return None
    for at in range(first + 1, min(len(tagged.tags), first + _CALLED)):
        if tagged.words[at] in wanted:
            return at
        if tagged.tags[at] not in _OF_OBJECT:
            return None
    return None


def _by_vow(behind):
    tagged, at = behind.tagged, behind.at
    verb = tagged.cues[behind.verb].verb
    if verb not in VOWING or at >= len(tagged.tags) or not _is_infinitive(tagged, at):
        return None
    return None if verb in ("promise", "threaten") and tagged.words[at + 1] in _STATES else at


def _by_urging(behind):
    tagged, verb = behind.tagged, behind.verb
    at = verb + 1
    if tagged.cues[verb].verb == "call":
        at = verb + 2 if tagged.words[at:at + 1] in (["on"], ["upon"]) else len(tagged.tags)
    elif tagged.cues[verb].verb not in URGING:
        return None
    object_tags = ("noun", "name", "pronoun")
    for place in range(at + 1, min(len(tagged.tags), at + _CALLED)):
        if _is_infinitive(tagged, place) and tagged.tags[place - 1] in object_tags:
            return place
        if tagged.tags[place] not in _OF_OBJECT:
            return None
    return None


def _is_infinitive(tagged, at):
    behind = tagged.tags[at + 1] if at + 1 < len(tagged.tags) else "stop"
    return tagged.tags[at] == "to" and behind in ("verb", "cue", "adverb", "auxiliary", "noun")


def example_of(text: str) -> str | None:
    """Return the rule by which a sentence gives {these words} to its speaker."""
    example = read_sentence(text)
    tagged = example.tagged
    for verb in sorted(tagged.cues):
        phrase = find_subject(tagged, verb)
        found = phrase and find_judged(tagged, verb, phrase)
        if phrase and found:
            rule = JUDGED.decide(Behind(tagged, verb, phrase, skip_addressed(tagged, verb)))[0]
            return example.check(rule, [found])
    return None


JUDGED = RuleList("What does a verb give to its speaker without a clause?", (
    Rule("called so", _by_name, "What somebody calls a thing is in his words.",
         ("Ann Bellamy called the delay {a disgrace}.", "They branded Karl Hobart {a thief} on Monday.",
          "Ann Bellamy called it {shameful}.", "The board called the wreck {deeply troubling}."),
         ("Ann Bellamy called a meeting.", "Ann Bellamy called the office a day later.", "Ann Bellamy called it off.",
          "They branded cattle.")),
    Rule("blamed for", _by_blame, "So is what somebody is accused of, or blamed or praised for.",
         ("Ann Bellamy accused the crew of {sinking boats}.", "Ann Bellamy blamed the board for {the delay}."),
         ("Police accused of theft were freed.", "The fog was blamed for the wreck.")),
    Rule("seen as", _by_as, "So is what a thing is praised or condemned as.",
         ("Ann Bellamy hailed the vote as {a victory for Ellby}.", "Karl Hobart dismissed it as {an old draft}."),
         ("The judge dismissed the case as the crowd cheered.", "Ann Bellamy attacked the law as a senator.",
          "The board dismissed two men.")),
    Rule("vowed to", _by_vow, "So is what somebody vows or threatens to do.",
         ("Ann Bellamy vowed {to go on}.", "The union threatened {to strike on Monday}."),
         ("The pier threatened to collapse.", "Ann Bellamy refused to promise to stay.")),
    Rule("urged to", _by_urging, "So is what somebody urges others to do.",
         ("Ann Bellamy urged the crew {to stay}.", "Ann Bellamy called on Karl Hobart {to resign}."),
         ("Ann Bellamy called residents to a hearing.", "Ann Bellamy called on Monday.")),
), example=example_of)
