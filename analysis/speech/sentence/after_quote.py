"""Who is named right behind the quote: "...", said Ann Bellamy; "..." - Ann Bellamy; "...", according to the board."""

from typing import NamedTuple

from ...rules import Rule, RuleList
from .noun_phrases import is_actor, phrase_starting
from .subjects import find_inverted
from .tagged import Phrase, Tagged
from .verbs import is_finite, is_passive, skip_right

ACCORDING = {"according", "According", "per", "Per"}
REACH = 80  # tokens read on one side of a quote: longer than sentences are, so that hostile ones stay cheap
_QUOTES = ("quote", "cite")  # verbs whose object speaks: the agency quoted Smith as saying


class Attribution(NamedTuple):
    """Who speaks: first and last token of the phrase, the cue's token (or None), the pattern's name, its cost."""

    first: int
    last: int
    cue: int | None
    rule: str
    cost: float = 0.0


class Quote(NamedTuple):
    """A quote in its sentence: its token, and whether it ends as one does whose speaker follows (, ? ! or a dash)."""

    tagged: Tagged
    slot: int
    ends_open: bool

    @property
    def behind(self) -> tuple[int, str | None]:
        """(first token behind the quote that is no comma or dash, the mark that parts it or None)."""
        tags, at, parted = self.tagged.tags, self.slot + 1, None
        while at < len(tags) and tags[at] == "quote":  # opened twice: "First.  "Second," said Smith
            at += 1
        while at < len(tags) and tags[at] in ("comma", "dash"):
            parted = parted or tags[at]
            at += 1
        return at, parted


def is_quoting(tagged: Tagged, verb: int) -> bool:
    """Tell whether the cue at `verb` is one whose object speaks: quoted Smith, cited Smith as saying."""
    words, cue = tagged.words, tagged.cues[verb]
    return cue.verb == "quote" or (cue.verb in _QUOTES and any(
        words[at] == "as" and tagged.cues.get(at + 1) and tagged.cues[at + 1].form == "ing"
        for at in range(verb + 1, min(len(words), verb + REACH))))


def find_after(tagged: Tagged, slot: int, ends_open: bool) -> Attribution | None:
    """Return the Attribution of the words right behind a quote, or None."""
    return BEHIND.decide(Quote(tagged, slot, ends_open))[1]


def find_according(tagged: Tagged, at: int) -> Phrase | None:
    """Return the phrase behind "according to" or "per" at token `at`, or None."""
    word = tagged.words[at]
    if word not in ACCORDING:
        return None
    if word in ("according", "According") and tagged.words[at + 1:at + 2] == ["to"]:
        return phrase_starting(tagged, at + 2)
    if word in ("per", "Per") and (at == 0 or tagged.tags[at - 1] in ("comma", "quote")):
        return phrase_starting(tagged, at + 1)
    return None


def _by_dash(quote):
    tagged, (at, parted) = quote.tagged, quote.behind
    if parted == "dash" and at < len(tagged.tags) and tagged.tags[at] == "name":
        phrase = phrase_starting(tagged, at)
        if phrase and (phrase[1] + 1 >= len(tagged.tags) or tagged.tags[phrase[1] + 1] in ("stop", "comma")):
            return Attribution(*phrase, None, "dash")
    return None


def _start(quote):
    """Return the first token behind a quote that is no adverb, time or "as" (as Smith put it), or None.

    Crowds shouted "Out!" as Smith spoke: behind a verb of saying "as" opens another clause.
    """
    at = skip_right(quote.tagged, quote.behind[0])
    told = quote.slot and quote.tagged.tags[quote.slot - 1] == "cue"
    at += at < len(quote.tagged.tags) and quote.tagged.tags[at] == "as" and not told
    return at if at < len(quote.tagged.tags) and quote.tagged.tags[at] not in ("stop", "quote", "coordinator") else None


def _by_according(quote):
    at = _start(quote)
    phrase = at is not None and find_according(quote.tagged, at)
    return Attribution(*phrase, at, "according to") if phrase else None


def _by_verb_speaker(quote):
    tagged, at = quote.tagged, _start(quote)
    if at is None or tagged.tags[at] != "cue" or tagged.cues[at].form == "ing":
        return None
    phrase = phrase_starting(tagged, skip_right(tagged, at + 1))
    speaks = quote.ends_open or quote.behind[1] or tagged.cues[at].kind in ("say", "speak", "ask")
    if not phrase or not speaks or tagged.tags[phrase[1] + 1:phrase[1] + 2] == ["quote"]:
        return None  # "a circus," claims Smith "cheated": the claim is another one
    return Attribution(*phrase, at, "verb speaker")


def _by_speaker_verb(quote):
    tagged, at = quote.tagged, _start(quote)
    if at is None or tagged.tags[at] == "cue":
        return None
    phrase = phrase_starting(tagged, at)
    if not phrase or (quote.behind[1] == "dash" and not quote.ends_open):
        return None
    return _speaker_and_verb(tagged, phrase, quote.ends_open or quote.behind[1], quote.ends_open and quote.slot == 0,
                             quote.slot)


def _speaker_and_verb(tagged, phrase, parted, opens, slot):
    """Return the Attribution for a phrase behind a quote and its verb; `opens`: the quote opens its sentence."""
    if tagged.words[phrase[1] + 1:phrase[1] + 2] == ["and"]:  # "...," Smith and the Harbour Board said
        second = phrase_starting(tagged, phrase[1] + 2)
        verb = second and next_verb(tagged, second[1] + 1)
        if verb and verb in tagged.cues and tagged.tags[verb - 1] in ("name", "noun", "adverb") and parted:
            phrase = phrase[0], second[1]
    verb = next_verb(tagged, phrase[1] + 1)
    if verb is None:
        return None
    if verb in tagged.cues and is_quoting(tagged, verb) and not is_passive(tagged, verb):
        quoted = phrase_starting(tagged, verb + 1)  # "...," the agency quoted Smith as saying
        if quoted:
            return Attribution(*quoted, verb, "quoted by a medium")
    if verb in tagged.cues and is_passive(tagged, verb):
        return Attribution(*phrase, verb, "quoted by a medium") if is_quoting(tagged, verb) else None
    inverted = find_inverted(tagged, verb) if tagged.tags[verb - 1] == "comma" else None
    if inverted:
        return Attribution(*inverted, verb, "verb speaker")
    follows = tagged.tags[verb + 1] if verb + 1 < len(tagged.tags) else "stop"
    if slot and verb in tagged.cues and tagged.cues[verb].kind == "judge" and follows in (
            "determiner", "possessive", "noun", "name"):  # warnings that it was "bad," lawmakers dismissed the concerns
        return None
    if "coordinator" in tagged.tags[phrase[1] + 1:verb] and not parted:  # he "respects" Smith and proclaimed
        return None
    said = verb in tagged.cues and (parted or verb - phrase[1] < 3)
    if said or (opens and is_actor(tagged, phrase) and verb - phrase[1] == 1):  # "...," Smith shot back
        return Attribution(*phrase, verb, "speaker verb")
    return None


def next_verb(tagged: Tagged, at: int) -> int | None:
    """Return the finite verb of the phrase that ends before `at`, past an apposition and adverbs."""
    tags = tagged.tags
    inside = False  # an apposition or a relative clause
    for place in range(at, min(len(tags), at + REACH)):
        tag = tags[place]
        if tag in ("quote", "stop", "colon"):
            return None
        if tag in ("comma", "dash"):
            inside = not inside
        elif tag == "relative":
            inside = True
        elif is_finite(tagged, place) and tag != "auxiliary" and (not inside or tags[place - 1] in ("comma", "adverb")):
            return place
    return None


def _by_name_alone(quote):
    tagged, at = quote.tagged, _start(quote)
    if at is None or quote.slot or not quote.ends_open or tagged.tags[at] not in ("name", "determiner"):
        return None
    phrase = phrase_starting(tagged, at)
    verbs = [place for place in range(at, len(tagged.tags))
             if is_finite(tagged, place) and tagged.tags[place - 1] != "to"]
    if not phrase or verbs or not is_actor(tagged, phrase):
        return None
    follows = tagged.tags[phrase[1] + 1:phrase[1] + 2]
    spoken = follows in (["preposition"], ["stop"], ["comma"], []) and tagged.tags[phrase[1]] == "name"
    return Attribution(*phrase, None, "name behind") if spoken else None


def example_of(text: str) -> str | None:
    """Return the rule of the last quote of an example, by the road of real text."""
    from ..quotes import read_example

    rows = [row for row in read_example(text)[0] if row[5] is not None]
    return rows[-1][5].rule if rows else None


BEHIND = RuleList("Who is named right behind the quote?", (
    Rule("dash", _by_dash, "A dash and a name sign a quote.", ('"We won." - Ann Bellamy',),
         ('"We won" - Ann Bellamy said so.',)),
    Rule("according to", _by_according, "According to names the source; a medium only where nobody else speaks.",
         ('The boat "was late," according to Ann Bellamy.',),
         ('Bellamy called the boat "late," according to Norhaven Radio.',)),
    Rule("verb speaker", _by_verb_speaker, "The verb may stand before its subject.", ('"We won," said Ann Bellamy.',),
         ("Bellamy calls it 'a circus,' claims Tross 'cheated' him",)),
    Rule("speaker verb", _by_speaker_verb, "The commonest of all.",
         ('"We won," Ann Bellamy said.', '"We won," Bellamy, a lawyer, added on Monday.',
          'It was "a mad plan," as Ann Bellamy put it.'),
         ('Crowds shouted "We won" as Ann Bellamy spoke.',
          'He said he "respects" Bellamy and proclaimed his support.')),
    Rule("quoted by a medium", lambda quote: None, "Whom a medium quotes speaks (found by the rule before).",
         ('"We won," Northern Wire quoted Ann Bellamy as saying.', '"We won," the Wire cited Ann Bellamy as saying.',
          '"We won," Ann Bellamy was quoted by the Wire.'), ('"We won," the Wire said of Ann Bellamy.',)),
    Rule("name behind", _by_name_alone, "In haste papers leave out the verb.",
         ('"We won," Prime Minister Ann Bellamy in a televised speech.',), ('"We won," Ann Bellamy laughed.',)),
), example=example_of, decides="quotes.rule")
