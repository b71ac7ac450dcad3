"""Tell which stretches in marks are names: titles of works, programmes and policies, nicknames, products.

Each test takes a Marked and answers "title", or not; kinds.py asks them in its order.
"""

from typing import NamedTuple

import regex

from ..english.grammar import LINKING, POSSESSIVES
from ..english.nouns import POLICIES, singular
from ..english.wordlists import listed
from ..reading.clean.signals import HEADING_WORDS
from .sentence.after_quote import Attribution
from .sentence.tagged import Tagged

_WORD = regex.compile(r"(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}’'.-]*+")
_SMALL = (LINKING - POSSESSIVES - {"than", "that", "which", "who"}) | {"is", "vs", "de", "la"}
_NEAR = 5  # tokens between a verb and the quote that is its object
UNLIKELY = 3.5  # an Attribution's cost from which the subject of the sentence does not speak


class Marked(NamedTuple):
    """A stretch in marks: its sentence and token, the words, who is said to speak, the kind of the quote before."""

    tagged: Tagged
    slot: int
    content: str
    answer: Attribution | None
    quoted_before: str | None
    words: int       # how many it has
    capitals: bool   # as in a title

    @property
    def before(self) -> str:
        """The tag of the token before it; "start" where there is none."""
        return self.tagged.tags[self.slot - 1] if self.slot else "start"

    @property
    def after(self) -> str:
        """The tag of the token behind it; "stop" where there is none."""
        return self.tagged.tags[self.slot + 1] if self.slot + 1 < len(self.tagged.tags) else "stop"

    def word(self, step: int) -> str:
        """Return the word `step` tokens away in small letters, "" for none or a quote."""
        at = self.slot + step
        return (self.tagged.words[at] or "").lower() if 0 <= at < len(self.tagged.words) else ""


def is_capitalised(content: str) -> bool:
    """Tell whether the words of a quote have capitals as in a title, small words aside; a number may open it."""
    first = _WORD.search(content)
    if not content[:1].isdigit() and not (first and first.group()[0].isupper()):
        return False
    words = (match.group() for match in _WORD.finditer(content))  # a quote's second word tells mostly
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)


def is_near_cue(marked: Marked) -> bool:
    """Tell whether a verb of saying stands close before the words, so that they are its object."""
    first = max(0, marked.slot - _NEAR)
    return any(at in marked.tagged.cues for at in range(first, marked.slot)) or (
        marked.answer is not None and marked.answer.rule in ("verb speaker", "speaker verb", "according to"))


def _may_be_title(marked):
    """Tell whether the words have a title's capitals, and a headline does not quote them."""
    nobody = marked.answer is None or (marked.answer.rule == "subject" and marked.answer.cost > UNLIKELY)
    if not marked.capitals or marked.words > HEADING_WORDS.value * (1 + nobody) \
            or marked.content.rstrip()[-1:] in "?!":
        return False
    return not (marked.tagged.headline and marked.answer is not None and marked.answer.cue is not None)


def is_nickname(marked: Marked) -> str | None:
    """Edward "Ned" Harker: a nickname between given name and surname."""
    inside = marked.before == marked.after == "name" and not marked.tagged.headline
    return "title" if inside and marked.words <= 2 and marked.content[:1].isupper() else None


def is_beside_work(marked: Marked) -> str | None:
    """The film "Night Ferry": capitals beside a word for a work."""
    if not _may_be_title(marked):
        return None
    beside = (marked.word(-2), marked.word(-1), marked.word(1), marked.word(2))
    return "title" if any(singular(word) in listed("works") for word in beside if word) else None


def is_on_air(marked: Marked) -> str | None:
    """On NBC's "Meet the Press": a capitalised name behind a preposition or an owner, two words and more."""
    if not _may_be_title(marked) or marked.tagged.headline or marked.words < 2:
        return None
    if marked.before in ("preposition", "to"):
        return "title"
    if marked.before in ("genitive", "possessive"):
        answer = marked.answer
        return "title" if answer is None or answer.rule != "owner" or answer.cost > 1 else None
    return None


def is_subject(marked: Marked) -> str | None:
    """Saying "Night Ferry" changed him: a name in capitals that is the subject of a clause."""
    if not _may_be_title(marked) or marked.words < 2 or marked.tagged.headline or marked.content[-1:] in ".,!?":
        return None
    cue = marked.tagged.cues.get(marked.slot - 1)
    reported = marked.before in ("that", "coordinator") or (cue is not None and cue.kind == "say")
    return "title" if reported and marked.after in ("verb", "auxiliary") else None


def is_product(marked: Marked) -> str | None:
    """Introduced a "Chick-for-All" sandwich: one name between an article and its noun."""
    if not _may_be_title(marked) or marked.tagged.headline or marked.words > 2:
        return None
    placed = marked.before == "determiner" and marked.after == "noun" and "-" in marked.content
    return "title" if placed and not is_near_cue(marked) else None


def is_name_in_capitals(marked: Marked) -> str | None:
    """Capitals, and nobody near who says them."""
    if not _may_be_title(marked) or marked.tagged.headline:
        return None
    tags, answer, count = marked.tagged.tags, marked.answer, marked.words
    behind_cue = marked.before in ("comma", "colon") and marked.slot > 1 and tags[marked.slot - 2] == "cue"
    if marked.before in ("cue", "genitive", "possessive", "preposition", "to") or behind_cue:
        return None
    if answer is None or answer.rule in ("subject", "owner", "cue behind"):
        return "title" if count > 1 or marked.before not in ("start", "as", "comma", "adjective") else None
    far = answer.cue is None or marked.slot - answer.cue > _NEAR or answer.cost >= 1
    behind = answer.rule in ("verb speaker", "speaker verb")
    return "title" if marked.before in ("determiner", "noun", "start") and count > 1 and far and not behind else None


def names_a_policy(marked: Marked) -> str | None:
    """The "no boat, no fee" policy: the name of a rule, in small letters too."""
    placed = marked.before in ("determiner", "genitive", "possessive") and marked.word(1) in POLICIES
    return "title" if placed and marked.words <= 6 and not is_near_cue(marked) else None
