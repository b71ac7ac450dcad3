"""What is an item: a clause with a verb or number and something to hold on to; scraps and furniture are none."""

from collections.abc import Iterator

import regex

from ..english.grammar import AUXILIARIES, PERSONAL, words_of
from ..english.stems import TELLING, weigh_word
from ..english.verbs import is_verb, verb_forms
from ..english.words import find_words, fold, folded_words
from ..rules import Rule, RuleList
from ..speech.sentence.tagged import tag_sentence
from ..speech.sentence.tags import VERBAL
from ..text.marks import DOUBLE_MARKS

_FURNITURE = regex.compile(
    r"^(?:read|see|click|follow|sign up|subscribe|watch|listen|share|photo|picture|image|video|advertisement|related|"
    r"more on|also read|continue reading|file photo|getty|reuters|credit)\b[^.]{0,80}$"
    r"|^\p{Lu}[\p{Lu} ,.]+\([\p{L} ]+\)\s*[-–—]?$",
    regex.IGNORECASE,
)
_ADDRESS = regex.compile(
    r"(?:(?:but|and|so|now|well|first|then)[, ]+)?(?:let us|let['’]s|here is|here['’]s|suffice it|needless to say|"
    r"make no mistake|you (?:could|can|might|may|will|do) ?n[o’']t|as they say|that said|stay tuned)\b",
    regex.IGNORECASE,
)
_AGED = regex.compile(r"^\p{Lu}[\p{L} .]+, who (?:is|was) (?:aged )?\d+,?(?: and| but)?$")
_NUMBER = regex.compile(r"\d")
_TAG = 12  # words of a clause that may only name who speaks
_WHO = PERSONAL | {"that", "this", "who", "which", "to"}
_COUNTED = words_of("number") | {"millions"}
_VERBAL = frozenset([*VERBAL, "gerund"])


def _is_furniture(text, words):
    return bool(_FURNITURE.match(text.strip())) and "said" not in text


def _is_thin(text, words):
    """Tell whether nothing in the clause can be held on to: no name, no number, no weighty word."""
    telling = TELLING.value
    if any(weigh_word(word) >= telling for word in folded_words(text)) or _NUMBER.search(text):
        return False
    return not any(name or word in _COUNTED for word, _, name in words)


def _is_verbless(text, words):
    """Tell whether a short clause has no verb and no name or number: So far, so good."""
    if len(words) >= 6 or any(name for *_, name in words) or _NUMBER.search(text):
        return False
    return not any(word in _COUNTED or _is_verbal(word) for word, *_ in words)


def _is_verbal(word):
    return word in verb_forms() or is_verb(word) or word.endswith("ing")


def _is_address(text, words):
    """Tell whether a short clause speaks to the reader: But let us begin at the beginning."""
    return len(words) < 12 and bool(_ADDRESS.match(text.strip()))


def _is_question(text, words):
    """Tell whether a short clause asks, in the writer's voice: Was a ransom paid?"""
    return len(words) < _TAG and text.rstrip().endswith("?")


def _is_speaker_alone(text, words):
    """Tell whether a clause says who speaks and no more: Ola Crane, the harbour master, said."""
    if len(words) > _TAG or not (text.rstrip().endswith(",") or words.last == "said"):
        return False
    found = [word for word, *_ in words]
    if _NUMBER.search(text) or not DOUBLE_MARKS.isdisjoint(text) or not _WHO.isdisjoint(found):
        return False
    return any(name for *_, name in words) and not any(_is_verbal(word) and word != "said" for word in found)


def _is_subject_alone(text, words):
    """Tell whether a clause is cut off behind whom it tells of, before it tells anything: Ola Crane, who is 34 and"""
    last = text.rstrip().removesuffix(",")[-1:]
    if len(words) > _TAG or not (last.isalpha() or last.isdecimal()) or not DOUBLE_MARKS.isdisjoint(text):
        return False
    aged = ", who " in text and _AGED.search(text.strip())
    if not aged and (_NUMBER.search(text) or any(is_verb(word) or word in AUXILIARIES for word, *_ in words)):
        return False
    tags = tag_sentence(text, 0, len(text), []).tags
    if tags[:1] in (["preposition"], ["subordinator"]):
        return False  # it says when or how: after some six hours
    return bool(aged) or _VERBAL.isdisjoint(tags)


class Words:
    """The words of a clause, (folded word, weight, whether it is a name): read as far as a rule asks."""

    def __init__(self, text: str):
        self.text, self.spans = text, find_words(text)

    def __len__(self) -> int:
        return len(self.spans)

    @property
    def last(self) -> str:
        """The last word, folded."""
        return fold(self.text[slice(*self.spans[-1])]) if self.spans else ""

    def __iter__(self) -> Iterator[tuple[str, float, bool]]:
        text = self.text
        for start, end in self.spans:
            word = fold(text[start:end])
            yield word, weigh_word(word), start > 0 and text[start].isupper() and (
                text[start - 1] == " " or text[max(start - 2, 0):start].strip() not in (".", "“", '"', ""))


NO_ITEM = RuleList(
    "Why is a clause no item?",
    (
        Rule(
            "furniture",
            _is_furniture,
            "a call to the reader, a credit or a dateline tells no fact",
            yes=("Read more: the ferry that never sailed", "ELLBY (NNA) -"),
            no=("Two guards fled.",),
        ),
        Rule(
            "spoken to the reader",
            _is_address,
            "an opening or an aside of the writer tells no fact",
            yes=("But let us start with the goose.", "You could not make it up."),
            no=("The dairy let us in at noon.", "They could not make up the loss of $4 million."),
        ),
        Rule(
            "a question",
            _is_question,
            "who asks whether a ransom was paid does not say so",
            yes=("Was a ransom paid in Ellby?", "And what became of the 40 barges?"),
            no=("The council asked whether a ransom was paid.", "Some asked why, and two guards fled."),
        ),
        Rule(
            "a speaker alone",
            _is_speaker_alone,
            "a name with its office, and at most that it spoke",
            yes=("Senator Ann Bellamy of Norhaven, the majority leader, said", "Mayor Ola Crane,"),
            no=("Ola Crane, the pilot.", "amid a storm over the new ferry", "Ola Crane fled,", "The mayor said no."),
        ),
        Rule(
            "a subject alone",
            _is_subject_alone,
            "cut off behind whom or what it tells of",
            yes=("The refit of the barge last autumn,", "Senator Ann Bellamy, the Norhaven Democrat",
                 "Ola Crane, who is 34 and"),
            no=("Ola Crane, the pilot.", "amid a storm over the new ferry",
                "The refit of the barge cost $4 million,", "Ola Crane fled,"),
        ),
        Rule(
            "nothing to hold on to",
            _is_thin,
            "no name, no number and no word that is not everywhere",
            yes=("The time is now.", "So there you have it.", "First things first."),
            no=("Two guards fled.", "The mill burned down."),
        ),
        Rule(
            "no verb",
            _is_verbless,
            "a few words without a verb tell nothing",
            yes=("Mere bagatelle, alas.",),
            no=("Two guards fled.", "Ola Crane, the pilot."),
        ),
    ),
    example=lambda text: NO_ITEM.decide(text, Words(text))[0],
)


def is_item(text: str, titled: bool = False) -> bool:
    """Tell whether a clause can be a reported item; `titled` is a line that has no stop and is whole."""
    text = f"{text.rstrip()}." if titled and text.rstrip()[-1:].isalnum() else text
    return NO_ITEM.decide(text, Words(text))[0] is None
