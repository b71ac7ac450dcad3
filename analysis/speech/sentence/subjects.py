"""Find the subject of a verb, in a sentence read by tagged.tag_sentence.

From the verb one looks left as a reader would: past adverbs and days, over an apposition between commas, over
"who" to the person meant, over "and" to the verb before.  Which of these it is the rules of SUBJECTS decide, for -ing
forms those of GERUNDS; what they look through is a scan of the tokens beside the verb.  All functions take a Tagged and
positions of its tokens, and return the (first, last) positions of a phrase, or None.
"""

from typing import NamedTuple

from ...english.grammar import PLACE_PREPOSITIONS
from ...english.names import SETTLEMENTS
from ...english.verbs import CAUSING, TO_SOMEBODY
from ...rules import Rule, RuleList
from .examples import read_sentence
from .noun_phrases import REACH, is_actor, name_start, phrase_before_aside, phrase_ending, phrase_starting
from .tagged import Phrase, Tagged
from .tags import NOMINAL, VERBAL
from .verbs import is_finite, is_passive, skip_left

_EMBEDDING = ("that", "relative", "subordinator")
_BEHIND_INVERSION = ("comma", "stop", "preposition", "relative", "dash", "time", "subordinator")
_SUBJECT_TAGS = (*NOMINAL, "genitive")
_CLOSES_ASIDE = ("comma", "dash", "quote")
_GOES_ON = (*_CLOSES_ASIDE, "coordinator", "to", "verb", "cue", "gerund", "preposition")
_OPENERS = ("who", "that", "which")
_IN_CLAUSE = ("noun", "name", "number", "determiner", "possessive", "preposition", "adverb", *VERBAL)
_NO_MAIN = ("preposition", "subordinator", "to", "as", "relative")  # His reply, which [this paper] has seen, is ...
_DEEPEST = 3  # verbs whose subject is that of the verb before: began, rose and said
_MOST = 12    # verbs looked at before one


class Verb(NamedTuple):
    """A verb whose subject is sought: its token, the one left of it that is no adverb, auxiliary or time, its tag."""

    tagged: Tagged
    at: int
    place: int  # -1 where the verb opens its sentence
    before: str
    depth: int  # how many verbs led to it


def find_subject(tagged: Tagged, verb: int, depth: int = 0) -> Phrase | None:
    """Return the phrase that is the subject of the verb at `verb`; `depth` counts the verbs that led there."""
    if depth > _DEEPEST:
        return None
    if (verb, depth) not in tagged.subjects:
        tagged.subjects[verb, depth] = _decide(tagged, verb, depth)[1]
    return tagged.subjects[verb, depth]


def _decide(tagged, verb, depth=0):
    cue, place = tagged.cues.get(verb), skip_left(tagged, verb - 1)
    rules = GERUNDS if cue and cue.form == "ing" else SUBJECTS
    return rules.decide(Verb(tagged, verb, place, tagged.tags[place] if place >= 0 else "start", depth))


# --- the rules of SUBJECTS: each takes a Verb and returns a phrase or None ------------------------------------------

def _by_clause_before(verb):
    """The words before the verb belong to a clause that has its verb: a terrace that stands in the way said."""
    tagged, tags = verb.tagged, verb.tagged.tags
    if verb.before not in ("noun", "name") or ("relative" not in tags and "that" not in tags):
        return None
    at = phrase_ending(tagged, verb.place)[0] - 1
    if at < 1 or not (tags[at] == "preposition" or is_finite(tagged, at)):
        return None
    told = False  # the clause has its verb
    for place in range(at, max(0, at - REACH), -1):
        if tags[place] in ("relative", "that"):
            placed = tags[place - 1] in ("noun", "name") and tagged.words[place].lower() in _OPENERS
            return _antecedent(tagged, place) if told and placed and is_finite(tagged, place + 1) else None
        if tags[place] not in _IN_CLAUSE:
            return None
        told = told or is_finite(tagged, place)
    return None


def _by_relative(verb):
    return _antecedent(verb.tagged, verb.place) if verb.before in ("relative", "that") else None


def _by_noun_ahead(verb):
    """A sentence that opens with a noun and its "that" has this noun as its subject, or the name that comes after."""
    if verb.before != "comma":
        return None
    tags, place = verb.tagged.tags, verb.place
    first = phrase_starting(verb.tagged, 0)
    if not first or tags[first[1]] != "noun" or first[1] + 1 >= place:
        return None
    if tags[first[1] + 1:first[1] + 3] == ["comma", "relative"]:  # not: the suit, which Ann Smith, a judge, called ...
        return first if any(is_finite(verb.tagged, at) for at in range(first[1] + 3, place)) else None
    if tags[first[1] + 1] not in ("relative", "that"):
        return None
    if tags[place - 1] == "name":
        name = phrase_ending(verb.tagged, place - 1)
        if tags[name[0] - 1] == "comma":
            return name
    return _name_for(verb, first)


def _by_apposition(verb):
    return _name_for(verb, phrase_before_aside(verb.tagged, verb.place)) if verb.before in _CLOSES_ASIDE else None


def _by_being_made(verb):
    tagged, place = verb.tagged, verb.place
    if verb.before != "to" or place < 2 or tagged.tags[place - 1] not in NOMINAL:
        return None
    found = phrase_ending(tagged, place - 1)
    made = found[0] and tagged.words[found[0] - 1] in CAUSING
    return found if made and is_actor(tagged, found) else None


def _by_verb_before(verb):
    return _subject_before(verb.tagged, verb.place, verb.depth) if verb.before in _GOES_ON else None


def _name_for(verb, found):
    """Return the name in apposition to a phrase that can't speak itself: its star, [Ann Smith], took to the network."""
    tagged, comma = verb.tagged, verb.place
    if found is None or tagged.tags[comma - 1] != "name" or found[1] >= comma - 1 or is_actor(tagged, found):
        return found
    name = phrase_ending(tagged, comma - 1)
    return name if tagged.tags[name[0] - 1] == "comma" else found


def _antecedent(tagged, place):
    """Return the phrase that "who" or "that" at `place` stands for, with "who" itself."""
    last = place - 1
    if last > 0 and tagged.tags[last] == "comma":
        last -= 1
    if last < 0 or tagged.tags[last] not in NOMINAL:
        return None
    first, end = phrase_ending(tagged, last)
    if tagged.tags[last] == "name" and not is_actor(tagged, (first, end)):  # the ire of Justice Smith, who said
        start = name_start(tagged, last)
        if tagged.tags[max(0, first - 2):first + 1] == ["name", "comma", "determiner"] and _is_placed(tagged, start):
            return phrase_ending(tagged, first - 2)  # Ann Smith, a regular from the district of Holm, who said
        first = start
    return first, place if tagged.tags[place] == "relative" else end


def _is_placed(tagged, start):
    """Tell whether a name is a place's by what stands before it: from Holm, the district of Holm."""
    before = tagged.words[max(0, start - 2):start]
    return before[-1:] in (["from"], ["in"]) or (before[-1:] == ["of"] and before[0] in SETTLEMENTS)


# --- the rules of GERUNDS -------------------------------------------------------------------------------------------

def _by_quoted_as(verb):
    placed = verb.before == "as" and verb.place > 0 and verb.tagged.tags[verb.place - 1] in NOMINAL
    return phrase_ending(verb.tagged, verb.place - 1) if placed else None


def _by_accused_of(verb):
    placed = verb.place > 0 and verb.tagged.words[verb.place] in ("of", "for") \
        and verb.tagged.tags[verb.place - 1] in ("name", "pronoun")
    return phrase_ending(verb.tagged, verb.place - 1) if placed else None


def _by_name_before(verb):
    if verb.before not in ("name", "pronoun"):
        return None
    found = phrase_ending(verb.tagged, verb.place)
    placed = found[0] and verb.tagged.words[found[0] - 1] in PLACE_PREPOSITIONS | {"on"}
    return found if is_actor(verb.tagged, found) and not placed else None


def _by_name_and_comma(verb):
    if verb.before != "comma" or not verb.place or verb.tagged.tags[verb.place - 1] not in NOMINAL:
        return None
    found = phrase_ending(verb.tagged, verb.place - 1)
    return found if is_actor(verb.tagged, found) else None


def _by_sentence_behind(verb):
    if verb.place > 0:
        return None
    tags = verb.tagged.tags
    comma = next((at for at in range(verb.at, min(len(tags), verb.at + REACH)) if tags[at] in ("comma", "quote")), None)
    if comma is None:
        return None
    comma += tags[comma] == "quote" and tags[comma + 1:comma + 2] == ["comma"]
    return phrase_starting(verb.tagged, comma + 1)


def _agent_before(tagged, comma):
    """Return who does what the clause before tells in the passive: it was denied by [Smith], hinting that ..."""
    words = tagged.words
    for at in range(comma - 2, max(0, comma - REACH), -1):
        if at in tagged.cues:
            agent = phrase_starting(tagged, at + 2) if words[at + 1] == "by" and is_passive(tagged, at) else None
            return agent if agent and is_actor(tagged, agent) else None
        if tagged.tags[at] in ("stop", "colon", "quote", "comma"):
            return None
    return None


def _subject_before(tagged, place, depth):
    """Return the subject of the nearest finite verb before `place`, of a main clause and an actor if there is one.

    After "and" the nearest cue goes first: Smith said that the plan was bad and called it a shame.
    """
    tags = tagged.tags
    joined = tags[place] == "coordinator"
    verbs = []
    for at in range(place - 1, max(-1, place - REACH), -1):
        if tags[at] in ("stop", "colon"):
            break
        if is_finite(tagged, at):
            verbs.append(at)
    if joined:
        verbs.sort(key=lambda at: at not in tagged.cues)
    spare = {}
    for at in verbs[:_MOST]:
        found = find_subject(tagged, at, depth + 1)
        if not found:
            continue
        embedded = (found[0] and tags[found[0] - 1] in _EMBEDDING) or tags[found[1]] == "relative"
        embedded = embedded and not (joined and at in tagged.cues)
        embedded = embedded or (found[0] > 0 and tagged.words[found[0] - 1] in PLACE_PREPOSITIONS)  # the camp at Ellby
        if not embedded and is_actor(tagged, found):
            return found
        spare.setdefault(bool(embedded), found)
    return spare.get(False) or spare.get(True)


def find_inverted(tagged: Tagged, verb: int) -> Phrase | None:
    """Return the subject behind a verb of saying after a comma: ..., said John Smith, a lawyer."""
    cue = tagged.cues.get(verb)
    if not cue or cue.kind != "say" or cue.form not in ("past", "third") or cue.verb in TO_SOMEBODY:
        return None
    found = phrase_starting(tagged, verb + 1)
    if not found or not is_actor(tagged, found) or tagged.tags[found[1]] == "pronoun":
        return None
    after = tagged.tags[found[1] + 1] if found[1] + 1 < len(tagged.tags) else "stop"
    return found if after in _BEHIND_INVERSION else None


def find_main_subject(tagged: Tagged, end: int) -> Phrase | None:
    """Return the subject of the first finite verb before position `end`, not a part of a leading phrase."""
    for place, tag in enumerate(tagged.tags[:min(end, 2 * REACH)]):
        if tag not in VERBAL or not is_finite(tagged, place):
            continue
        at = skip_left(tagged, place - 1)
        if at < 0 or tagged.tags[at] not in (*NOMINAL, "comma", "relative"):
            continue
        found = find_subject(tagged, place)
        if found and found[0] > 2 and tagged.words[found[0]] == "whose" and tagged.tags[found[0] - 2] in NOMINAL:
            return phrase_ending(tagged, found[0] - 2)  # Ann Bellamy, whose father laid the stone, wept
        if found and (found[0] == 0 or tagged.tags[found[0] - 1] not in _NO_MAIN):
            return found
    return None


def example_of(text: str) -> str | None:
    """Return the rule that finds the subject of [the verb], where it is {these words}."""
    example = read_sentence(text)
    rule, found = _decide(example.tagged, example.at)
    return example.check(rule, [found] if found else [])


SUBJECTS = RuleList("Who does what the verb says?", (
    Rule("who a clause is about", _by_clause_before, "Behind a clause with who or that its noun goes on.",
         ("{Residents of a terrace} that stands in the way [said] no.", "{A man who} sold the boat [said] no.",
          "{The board which} runs the pier [said] no.", "On Monday {a skipper who} lives near the pier [said] no."),
         ("They know that {the man near the pier} [said] no.", "The man who {the board} [said] was late left.",
          "The fear that boats sank, {the man} [said], was old.", "{The board of the pier} [said] no.")),
    Rule("words before it",
         lambda verb: phrase_ending(verb.tagged, verb.place) if verb.before in _SUBJECT_TAGS else None,
         "In English the subject stands before its verb, adverbs and days aside.",
         ("{Ann Bellamy} [said] no.", "{The ferry board} on Monday also [said] no."), ("{Who} [said] no?",)),
    Rule("who", _by_relative, "Who and that stand for the words before them.",
         ("They met {Ann Bellamy, who} [said] no.", "It is {the board} that [said] no.",
          "They met {Ann Bellamy}, a regular from the port of Ellby, who [said] no."), ("Who [said] no?",)),
    Rule("words behind it",
         lambda verb: _name_for(verb, find_inverted(verb.tagged, verb.at)) if verb.before in _CLOSES_ASIDE else None,
         "After a comma a verb of saying may stand before its subject.",
         ("The boats were late, [said] {Ann Bellamy}, a lawyer.",), ("The boats were late, {Ann Bellamy} [said].",)),
    Rule("noun that opens the sentence", _by_noun_ahead, "A noun and its clause go before the verb.",
         ("The studio that owns her films, {Blue Heron}, [says] no.",
          "{The paper} that tenants sign, which is long, [says] no.",
          "{The suit}, which was filed by the mayor, Ann Bellamy, and Karl Roe, [called] it mad."),
         ("{The paper}, a long one, [says] no.", "The suit, which {Ann Bellamy}, a judge, [called] mad, failed.")),
    Rule("words before an aside", _by_apposition, "Between commas stands who somebody is.",
         ("{Ann Bellamy}, 42, a lawyer from Ellby, [said] no.", "{The board} - a body of nine - [said] no."),
         ("{Ann Bellamy} [said] no.",)),
    Rule("who is made to", _by_being_made, "Whom something led or forced to act does what follows.",
         ("The fire led {the mayor} to [announce] a vote.",), ("{The mayor} met the board to [announce] a vote.",)),
    Rule("subject of the verb before", _by_verb_before, "Joined verbs share their subject.",
         ("{Ann Bellamy} rose and [said] no.", "{Ann Bellamy} ordered the camp at Otter Lake cleared, and [said] no.",
          "{The mayor} met the board to [announce] a vote."),
         ("Ann Bellamy rose, and {Karl Hobart} [said] no.",)),
), example=example_of)
GERUNDS = RuleList("Who does what the -ing form says?", (
    Rule("quoted as", _by_quoted_as, "Whom somebody quotes as saying it says it.",
         ("The Wire quoted {Ann Bellamy} as [saying] no.",), ("The Wire quoted it, as {Ann Bellamy} [said].",)),
    Rule("accused of", _by_accused_of, "Who is blamed for saying it said it.",
         ("The board sued {Karl Hobart} for [calling] it mad.",), ("{The board} is tired of [calling] him.",)),
    Rule("name before it", _by_name_before, "A name right before an -ing form does it, but for a place.",
         ("They have {a video of Ann Bellamy} [saying] no.",), ("{The board} ran an ad in Ellby [calling] him mad.",)),
    Rule("agent of a passive", lambda verb: _agent_before(verb.tagged, verb.place),
         "What is done by somebody is gone on with by them.",
         ("The plan was denied by {Ann Bellamy}, [saying] no.",), ("{Ann Bellamy} denied the plan, [saying] no.",)),
    Rule("subject of the sentence", lambda verb: _subject_before(verb.tagged, verb.at, verb.depth),
         "It goes on with what the sentence tells.",
         ("{Ann Bellamy} left at noon, [saying] no.",), ("[Saying] no, {Ann Bellamy} left at noon.",)),
    Rule("name and comma", _by_name_and_comma, "Before any verb the name alone is there.",
         ("{Ann Bellamy}, [speaking] in the house: no.",), ("The pier, [speaking] of it: no.",)),
    Rule("sentence behind", _by_sentence_behind, "At the head of a sentence it has the subject that follows.",
         ("[Saying] no, {Ann Bellamy} left at noon.",), ("{Ann Bellamy}, [saying] no, left at noon.",)),
), example=example_of)
