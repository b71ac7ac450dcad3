"""Whether a clause without that begins behind a verb of saying: Smith said [the boats were late].

The rules of OPENS answer with the first token, or with NOWHERE: that no clause begins there.
"""

from typing import NamedTuple

from ...rules import Rule, RuleList
from .examples import read_sentence
from .noun_phrases import phrase_starting
from .tagged import Tagged
from .verbs import is_finite, is_predicate

NOWHERE = -1
LOOSE = {"say", "tell"}  # take a clause without that, whatever its subject looks like
_NO_CLAUSE = {"something", "nothing", "anything", "much", "little", "yes", "no", "so"}
_INSIDE = ("comma", "preposition", "relative", "gerund", "to", "dash", "coordinator", "that", "as")


class Opening(NamedTuple):
    """Words behind a verb of saying: the first token, the first noun phrase there, the token behind that phrase."""

    tagged: Tagged
    at: int
    loose: bool  # the verb is say or tell
    phrase: tuple[int, int] | None
    after: int   # adverbs and days aside

    def has_verb(self, first: int) -> bool:
        """Tell whether a finite verb stands from the token `first` on."""
        return any(is_finite(self.tagged, at) for at in range(first, len(self.tagged.tags)))

    @property
    def follows(self) -> str:
        """The tag of the token behind the phrase, "end" where there is none."""
        return self.tagged.tags[self.after] if self.after < len(self.tagged.tags) else "end"


def read_opening(tagged: Tagged, at: int, loose: bool) -> Opening:
    """Return the Opening at token `at` behind a verb of saying."""
    phrase, size = phrase_starting(tagged, at), len(tagged.tags)
    after = phrase[1] + 1 if phrase else size
    while after < size and tagged.tags[after] in ("adverb", "time"):
        after += 1
    return Opening(tagged, at, loose, phrase, after)


# --- the rules of OPENS: each takes an Opening and returns its token, NOWHERE or None -------------------------------

def _either(opens, opening):
    return opening.at if opens else NOWHERE


def _by_no_clause(opening):
    tagged, at = opening.tagged, opening.at
    if (tagged.words[at] or "") not in _NO_CLAUSE:
        return None
    if tagged.words[at:at + 2] == ["no", "one"]:
        return _either(at + 2 < len(tagged.tags) and is_finite(tagged, at + 2), opening)
    subject = tagged.words[at] not in ("yes", "so") and opening.phrase and is_finite(tagged, opening.after)
    longer = subject and (opening.phrase[1] > opening.phrase[0]) == (tagged.words[at] == "no")
    return None if longer else NOWHERE


def _by_there(opening):
    tagged, at = opening.tagged, opening.at
    return _either(at + 1 < len(tagged.tags) and is_finite(tagged, at + 1), opening) if tagged.words[at] == "there" \
        else None


def _by_number(opening):
    tags, at = opening.tagged.tags, opening.at
    if tags[at] != "number" or tags[at + 1:at + 2] in (["noun"], ["name"]):
        return None
    return at if opening.loose and opening.tagged.words[at + 1:at + 2] == ["of"] and opening.has_verb(at) else NOWHERE


def _by_condition(opening):
    leads = opening.loose and opening.tagged.tags[opening.at] in ("subordinator", "gerund")
    return _either(opening.has_verb(opening.at), opening) if leads else None


def _by_quoted_subject(opening):
    tags, at = opening.tagged.tags, opening.at
    return at if tags[at] in ("determiner", "possessive") and tags[at + 1:at + 2] == ["quote"] else None


def _by_verb(opening):
    if opening.phrase is None or opening.after >= len(opening.tagged.tags):
        return NOWHERE
    first, last = opening.phrase
    contracted = first == last and is_predicate(opening.tagged, opening.at)  # it's late
    return opening.at if is_finite(opening.tagged, opening.after) or opening.follows == "quote" or contracted else None


def _by_unknown_verb(opening):
    number = opening.tagged.tags[opening.at] == "number"
    return opening.at if opening.loose and not number and opening.follows in ("noun", "pronoun") else None


def _by_later_verb(opening):
    return opening.at if opening.loose and opening.follows in _INSIDE and opening.has_verb(opening.after) else None


def open_example(text: str) -> str | None:
    """Return the rule by which {a clause} without that begins at [a word] behind its verb; without braces none does."""
    example = read_sentence(text)
    loose = example.tagged.cues[example.at - 1].verb in LOOSE
    rule, first = OPENS.decide(read_opening(example.tagged, example.at, loose))
    begins = first not in (None, NOWHERE)
    return rule if begins == bool(example.wanted) else f"{rule}, for {begins}"


OPENS = RuleList("Does a clause without that begin at this word behind a verb of saying?", (
    Rule("no clause", _by_no_clause, "Something, much and no are all that is said, unless they begin a subject.",
         ("Ann Bellamy said [nothing] new.", "Ann Bellamy said [no] to the boats.", "Ann Bellamy said [no] and left.",
          "Ann Bellamy said {no one was lost}."),
         ("Ann Bellamy said {nobody came}.", "Ann Bellamy said {no boat will sail}.",
          "Ann Bellamy said {nothing was lost}.")),
    Rule("there", _by_there, "There is, with its verb.",
         ("Ann Bellamy said {there were boats}.", "Ann Bellamy said [there] what she knew."),
         ("Ann Bellamy said {boats were there}.",)),
    Rule("bare number", _by_number, "A number alone is a count, unless a verb comes behind what it is of.",
         ("Ann Bellamy said [nine] of them.", "Ann Bellamy said {nine of the boats were late}."),
         ("Ann Bellamy said {nine boats sank}.",)),
    Rule("condition", _by_condition, "If and -ing forms open a clause that comes to its verb later.",
         ("Ann Bellamy said {because boats sank she left}.", "Ann Bellamy said [sailing] at noon."),
         ("Ann Bellamy said {boats sank because of her}.",)),
    Rule("quoted subject", _by_quoted_subject, "An article before a quote: the quote is the subject.",
         ('Ann Bellamy said {the "mad rush" was over}.',), ("Ann Bellamy said {the rush was over}.",)),
    Rule("subject and verb", _by_verb, "Behind the first words stands a verb, or a quote for it.",
         ("Ann Bellamy said {the boats were late}.", "Ann Bellamy said {it's late}.", "Ann Bellamy said [hello]"),
         ("Ann Bellamy said {the boats in Ellby were late}.",)),
    Rule("verb in no list", _by_unknown_verb, "Behind say and tell a noun may be a verb that no list has.",
         ("Ann Bellamy said {the boats they had sold sank}.",), ("The board announced [boats] they had.",)),
    Rule("verb further on", _by_later_verb, "Behind say and tell the verb may wait for the end of a long subject.",
         ("Ann Bellamy said {the boats in Ellby were late}.",), ("The board announced [boats] in Ellby.",)),
), example=open_example)
