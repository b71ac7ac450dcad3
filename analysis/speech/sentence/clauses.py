"""Where a reported clause begins and where it ends: Smith said [that] [the boats, which sank, were old], and left.

The rules of BEGINS answer with the first token or with NOWHERE: that no clause begins (without "that" bare_clauses.py
tells); those of ENDS are asked at each token that may end one, from the left.
"""

from typing import NamedTuple

from ...english.calendar import TIME_NOUNS
from ...english.grammar import CONTRASTING, QUESTION_WORDS
from ...english.lexicon import is_saying_noun
from ...english.verbs import BESIDE_SPEAKING, DENYING, TO_SOMEBODY, verb_forms
from ...rules import Rule, RuleList
from .after_quote import find_according
from .bare_clauses import LOOSE, NOWHERE, OPENS, read_opening
from .examples import read_sentence
from .noun_phrases import is_actor, phrase_starting
from .subjects import find_inverted, find_subject
from .tagged import Phrase, Tagged
from .verbs import is_finite, is_passive, skip_right

_BETWEEN = ("preposition", "to", "comma", "as", "subordinator")  # may stand between a verb and its "that"
_LOOK = 30  # tokens between a verb and its "that"
_MAY_END = ("stop", "colon", "comma", "cue")
_JOINS = ("coordinator", "that", "relative", "subordinator")  # before a verb, or its subject, of the same clause
_NEAR = 4   # tokens between a comma and "what she said"


class Behind(NamedTuple):
    """A verb of saying, its subject, and the first token behind it and its addressee."""

    tagged: Tagged
    verb: int
    phrase: tuple[int, int]
    at: int

    @property
    def kind(self) -> str:
        """What sort of verb it is: say, find, ask."""
        return self.tagged.cues[self.verb].kind

    @property
    def tag(self) -> str:
        """The tag of the token behind it, "stop" where there is none."""
        return self.tagged.tags[self.at] if self.at < len(self.tagged.tags) else "stop"

    @property
    def asks(self) -> bool:
        """Whether a question word follows: whether, what."""
        return self.at < len(self.tagged.words) and (self.tagged.words[self.at] or "").lower() in QUESTION_WORDS


class Bound(NamedTuple):
    """A token in a reported clause that may end it; a verb of saying there, its subject, and the token before it."""

    tagged: Tagged
    first: int
    speaker: tuple[int, int]
    at: int
    before: int                     # adverbs aside
    other: tuple[int, int] | None   # None for what is no verb of saying, or has no subject


def find_clause(tagged: Tagged, verb: int, phrase: Phrase) -> int | None:
    """Return the first token of the clause that the verb of saying at `verb` takes, or None."""
    first = BEGINS.decide(Behind(tagged, verb, phrase, skip_addressed(tagged, verb)))[1]
    return None if first == NOWHERE else first


def find_end(tagged: Tagged, first: int, phrase: Phrase) -> int:
    """Return the last token of the clause that begins at `first`: the sentence's, or the one before the next report."""
    tags, size = tagged.tags, len(tagged.tags)
    for at in range(first + 1, size):
        if tags[at] in _MAY_END:
            bound = _read_bound(tagged, first, phrase, at)
            last = bound and ENDS.decide(bound)[1]
            if last:
                return last
    return size - 1


def _read_bound(tagged, first, phrase, at):
    """Return the Bound at a stop, a comma or a verb of saying, None at a verb that says nothing."""
    if tagged.tags[at] != "cue":
        return Bound(tagged, first, phrase, at, at - 1, None)
    if tagged.cues[at].kind not in ("say", "ask") or is_passive(tagged, at):
        return None
    before = at - 1
    while before > first and tagged.tags[before] == "adverb":
        before -= 1
    return Bound(tagged, first, phrase, at, before, find_subject(tagged, at))


def skip_addressed(tagged: Tagged, verb: int) -> int:
    """Return the first token behind a verb of saying, over whom it tells something, adverbs and days."""
    at = verb + 1
    if tagged.cues[verb].verb in TO_SOMEBODY:
        addressed = phrase_starting(tagged, at)
        at = addressed[1] + 1 if addressed else at
    return at if tagged.words[at:at + 1] == ["there"] else skip_right(tagged, at)


def is_inside_relative(tagged: Tagged, verb: int, phrase: Phrase) -> bool:
    """Tell whether the verb and its subject stand inside another clause: talks that [the agency said] lasted."""
    tags, words, at = tagged.tags, tagged.words, verb + 1
    if at >= len(tags) or not phrase[0] or phrase[1] > verb:
        return False
    acts = tags[phrase[0] - 1] == "relative" and tags[at + 1:at + 2] in (["determiner"], ["possessive"])
    # who the board said [sold] the pier: a verb of which the lists of this room know nothing
    unknown = tags[at] == "noun" and (acts or words[at].endswith("ed") or words[at] in verb_forms())
    if tags[at] not in ("auxiliary", "verb") and not unknown:
        return False
    return tags[phrase[0] - 1] in ("relative", "that", "noun", "pronoun") or words[phrase[0] - 1] in QUESTION_WORDS


def find_relative_end(tagged: Tagged, first: int, last: int, subject: int) -> int:
    """Return the last token of what a relative clause reports, `first` to `last`; its speaker begins at `subject`.

    A comma ends it, and the verb of the sentence whose subject the clause belongs to: the man who the board said
    [sold the pier] left.
    """
    tags = tagged.tags
    waits = not any(is_finite(tagged, at) for at in range(subject))
    own = first
    while own < last and tags[own] in ("auxiliary", "adverb"):
        own += 1
    for at in range(own + 1, last + 1):
        if tags[at] == "comma":
            return at - 1
        if not (waits and is_finite(tagged, at)):
            continue
        before = at - 1
        while before > own and tags[before] == "adverb":
            before -= 1
        goes_on = before == own or tags[before] in (*_JOINS, "pronoun", "auxiliary", "to")
        if not (goes_on or _has_own_subject(tagged, own, at)):
            return at - 1
    return last


def _has_own_subject(tagged, own, verb):
    """Tell whether a verb has a subject in the clause whose verb is at `own`: the house that his brother had sold."""
    found = find_subject(tagged, verb)
    if not found or found[0] <= own + 1:
        return False
    return tagged.tags[found[0] - 1] in (*_JOINS, "cue", "noun", "name") or tagged.tags[found[1]] == "relative"


# --- the rules of BEGINS: each takes a Behind and returns a token, NOWHERE or None ----------------------------------

def _by_relative(behind):
    return behind.verb + 1 if is_inside_relative(behind.tagged, behind.verb, behind.phrase) else None


def _by_question(behind):
    if behind.kind != "ask":
        return None
    return behind.at if behind.asks else NOWHERE


def _by_that(behind):
    if behind.tag != "that":
        return None
    tagged, first = behind.tagged, behind.at + 1
    day = first < len(tagged.tags) and (tagged.tags[first] == "time" or tagged.words[first] in TIME_NOUNS)
    clause = not day or any(is_finite(tagged, at) for at in range(first + 1, min(first + 3, len(tagged.tags))))
    return first if clause else NOWHERE


def _by_later_that(behind):
    tagged, first = behind.tagged, behind.at
    if behind.kind == "speak":
        return NOWHERE
    if behind.tag not in _BETWEEN and not _ends_in_saying_noun(tagged, first):
        return None
    tags, size = tagged.tags, len(tagged.tags)
    for at in range(first, min(size, first + _LOOK)):
        if tags[at] == "that":
            return NOWHERE if at + 1 >= size or is_finite(tagged, at + 1) else at + 1
        if tags[at] in ("quote", "stop", "colon", "gerund", "cue") or is_finite(tagged, at):
            return NOWHERE
    return NOWHERE


def _by_bare_clause(behind):
    opening = read_opening(behind.tagged, behind.at, behind.tagged.cues[behind.verb].verb in LOOSE)
    return OPENS.decide(opening)[1]


def denies_reports(tagged: Tagged, verb: int) -> bool:
    """Tell whether a verb denies what others say: rejected suggestions that the boats were late."""
    return tagged.cues[verb].verb in DENYING and _ends_in_saying_noun(tagged, verb + 1)


def _ends_in_saying_noun(tagged, at):
    """Tell whether a phrase like "her claim that" begins at token `at`."""
    phrase = phrase_starting(tagged, at)
    return phrase is not None and is_saying_noun(tagged.words[phrase[1]]) and \
        tagged.tags[phrase[1] + 1:phrase[1] + 2] == ["that"]


# --- the rules of ENDS: each takes a Bound and returns the clause's last token or None ------------------------------

def _by_source(bound):
    comma = bound.tagged.tags[bound.at] == "comma" and bound.at + 1 < len(bound.tagged.tags)
    return bound.at - 1 if comma and find_according(bound.tagged, bound.at + 1) else None


def _by_gesture(bound):
    tagged, at = bound.tagged, bound.at + 1
    if tagged.tags[bound.at] != "comma" or at >= len(tagged.tags) or tagged.words[at] not in BESIDE_SPEAKING:
        return None
    subject = phrase_starting(tagged, bound.first)  # she said that Roe resigned, citing her health
    return bound.at - 1 if subject and not is_actor(tagged, subject) else None


def _by_saying_on(bound):
    cue, tag = bound.tagged.cues.get(bound.at), bound.tagged.tags[bound.before]
    if not cue or cue.form != "ing" or tag not in ("comma", "quote"):
        return None
    last = bound.before - (tag == "comma")
    return last if find_clause(bound.tagged, bound.at, bound.speaker) is not None else None


def _by_what_she_said(bound):
    if bound.other is None or not is_inside_relative(bound.tagged, bound.at, bound.other):
        return None
    start = bound.other[0] - 1
    comma = next((at for at in range(start, max(bound.first, start - _NEAR + 1), -1)
                  if bound.tagged.tags[at] == "comma"), None)
    return comma - 1 if comma else None


def _by_same_speaker(bound):
    joined = bound.other is not None and bound.tagged.tags[bound.before] == "coordinator"
    same = joined and bound.other[0] <= bound.speaker[1] and bound.other[1] >= bound.speaker[0]
    return bound.before - 1 if same else None


def _by_other_speaker(bound):
    if bound.other is None:
        return None
    tagged, start = bound.tagged, bound.other[0] - 1
    while start > bound.first and tagged.tags[start] == "adverb":
        start -= 1
    parted = start > bound.first and (tagged.words[start] in CONTRASTING or tagged.tags[start] == "comma")
    return start - 1 if parted and find_clause(tagged, bound.at, bound.other) is not None else None


def _by_aside(bound):
    tagged, at = bound.tagged, bound.at
    if bound.other is None or tagged.cues[at].form == "base" or tagged.tags[bound.other[0] - 1] != "comma":
        return None
    closed = tagged.tags[at + 1:at + 2] in (["comma"], ["stop"])
    return bound.other[0] - 2 if closed and find_inverted(tagged, at) is None else None


def begin_example(text: str) -> str | None:
    """Return the rule by which {a clause} begins behind [a verb of saying]; without braces none does."""
    example = read_sentence(text)
    phrase = find_subject(example.tagged, example.at)
    assert phrase, text
    rule, first = BEGINS.decide(Behind(example.tagged, example.at, phrase, skip_addressed(example.tagged, example.at)))
    return _check(example, rule, first)


def end_example(text: str) -> str | None:
    """Return the rule by which {a clause} ends at [a token]; the first verb of saying reports it."""
    example = read_sentence(text)
    tagged = example.tagged
    verb = min(tagged.cues)
    first = next(at for at, span in enumerate(tagged.spans) if span[0] == example.wanted[0][0])
    bound = _read_bound(tagged, first, find_subject(tagged, verb), example.at)
    rule, last = ENDS.decide(bound) if bound else (None, None)
    return rule and example.check(rule, [(first, last)])


def _check(example, rule, first):
    """Return the rule where it says of the clause what braces say: that it begins there, or nowhere without them."""
    begins = None if first in (None, NOWHERE) else example.tagged.spans[first][0]
    wanted = example.wanted[0][0] if example.wanted else None
    return rule if begins == wanted else f"{rule}, which begins it at {begins}"


BEGINS = RuleList("Where does the clause that a verb of saying takes begin?", (
    Rule("inside another clause", _by_relative, "The clause around the verb goes on behind it.",
         ("Talks that the board [said] {lasted all night} failed.",), ("The board [said] {talks lasted all night}.",)),
    Rule("nothing behind", lambda behind: NOWHERE if behind.at >= len(behind.tagged.tags) else None,
         "A verb that ends its sentence takes no clause.",
         ("The boats were late, they [said]",), ("They [said] {the boats were late}.",)),
    Rule("asked", _by_question, "Who asks, asks whether or what.",
         ("The board [asked] {whether the boats were late}.", "The board [asked] for boats."),
         ("The board [said] {what it had seen}.",)),
    Rule("that", _by_that, "That opens a clause, unless it picks a day.",
         ("Ann Bellamy [said] that {the boats were late}.", "She [told] the board that {the boats were late}.",
          "The crew [shouted] that night."),
         ("Ann Bellamy [said] {the boats were late}.",)),
    Rule("that, further on", _by_later_that, "Between a verb and its that stands where or to whom it was said.",
         ("The board [announced] in Ellby that {the boats were late}.", "They [repeated] her claim that {boats sank}.",
          "The board [spoke] of boats."), ("The board [said] {the boats that sank were late}.",)),
    Rule("found", lambda behind: NOWHERE if behind.kind != "say" else None,
         "Verbs of finding out take no clause without that.",
         ("The board [found] the boats were late.",), ("The board [found] that {the boats were late}.",)),
    Rule("clause without that", _by_bare_clause, "A subject and its verb are a clause (see OPENS).",
         ("Ann Bellamy [said] {the boats were late}.", "Ann Bellamy [said] nothing."),
         ("Ann Bellamy [said] that {the boats were late}.",)),
), example=begin_example)
ENDS = RuleList("Does a reported clause end before this token?", (
    Rule("stop", lambda bound: bound.at - 1 if bound.tagged.tags[bound.at] in ("stop", "colon") else None,
         "Stops and colons end it.", ("Ann Bellamy said {the boats were late}[;] they left.",),
         ("Ann Bellamy said {the boats}[,] which sank, were late.",)),
    Rule("source behind", _by_source, "According to belongs to the sentence.",
         ("Ann Bellamy said {the boats were late}[,] according to the Wire.",),
         ("Ann Bellamy said {the boats}[,] which went according to plan, were late.",)),
    Rule("speaker's gesture", _by_gesture, "What a speaker cites or points to beside speaking is the outlet's report.",
         ("Ann Bellamy said {the pier was safe}[,] citing a report.",),
         ("Ann Bellamy said {Karl Hobart resigned}[,] citing his health.",
          "She said {the pier fell}[,] killing nine.")),
    Rule("speaker goes on", _by_saying_on, "Adding and noting open the speaker's next clause.",
         ("Ann Bellamy said {the boats were late}, [adding] that she left.",),
         ("Ann Bellamy said that {boats kept [adding] up}.",)),
    Rule("what she said", _by_what_she_said, "A clause about what was said is the outlet's.",
         ("Karl Hobart said {boats were late}, in what she [said] was a trick.",),
         ("Karl Hobart said {boats were late}, while she [said] it was a trick.",)),
    Rule("same speaker again", _by_same_speaker, "And with the speaker's next verb.",
         ("Ann Bellamy said {the boats were late} and [added] that she left.",),
         ("Ann Bellamy said {the boats were late}, and the board [said] it knew.",)),
    Rule("another speaker", _by_other_speaker, "But and while lead to somebody else's report.",
         ("Ann Bellamy said {the boats were late}, while the board [said] it knew.",
          "Ann Bellamy said {the boats were late} but the board [said] it knew."),
         ("Ann Bellamy said {the men who [said] so were wrong}.",)),
    Rule("aside", _by_aside, "Another verb of saying between commas.",
         ("Ann Bellamy said {the boats were late}, the board [said].",),
         ("Ann Bellamy said {the boats were late}, while the board [said] it knew.",)),
), example=end_example)
