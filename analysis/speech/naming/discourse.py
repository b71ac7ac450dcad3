"""Whom a pronoun stands for: the subject that a reader would take.

Each sentence offers those whom a pronoun can mean, the nearest to the reader's mind first: the subject of its main
clause, other subjects, then names that are objects, that stand behind a preposition, that own something.  A pronoun
looks back from its own sentence, and takes the first subject that agrees in sex and number, an unnamed official as
well as a famous man; of a paragraph without one a name that stands elsewhere in it.
"""

from bisect import bisect_left
from typing import NamedTuple

from ...rules import Setting
from ..lexicon import is_body_word, is_person_word
from ..sentence.subjects import find_main_subject, find_subject, is_finite

_BACK = Setting("pronoun_reach", 12, "sentences that a pronoun may look back",
                chosen="a pronoun further from its name than a long paragraph is rare in newspapers")
_MOST_VERBS, _MOST_NAMES = 16, 40  # read in one sentence, so that none costs more than its length
_EMBEDDING = ("that", "relative", "subordinator", "cue")
SUBJECT, CLAUSE, EMBEDDED, FREE, GOVERNED = range(5)
SEXES = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
THINGS, GROUPS = {"it", "its"}, {"they", "their", "them"}
_PEOPLE, _BODIES = ("person", "office", "unnamed", None), ("institution", "country", "document")


class Speaker(NamedTuple):
    """A speaker: name, type, and the mention's last noun; sex and number where the words tell."""

    name: str | None
    kind: str | None = None
    head: str = ""
    sex: str | None = None
    plural: bool = False


NOBODY = Speaker(None)


class Candidate(NamedTuple):
    """Somebody whom a pronoun behind `end` may mean, with the rank of the place in the sentence."""

    rank: int
    start: int
    end: int
    who: Speaker


class Sentence(NamedTuple):
    """A frame with where it stands: its paragraph's number, and whether it is a headline."""

    frame: object
    paragraph: int
    headline: bool


class Discourse:
    """The sentences of one article in order, and what each offers to pronouns; `resolve` names a phrase."""

    def __init__(self, sentences, names, resolve):
        self._sentences, self._names, self._resolve = sentences, names, resolve
        self._found: dict[int, list[Candidate]] = {}
        self._starts = [sentence.frame.spans[0][0] if sentence.frame.spans else 0 for sentence in sentences]

    def at(self, start: int) -> int:
        """Return the number of the sentence that holds the character `start`."""
        return max(0, bisect_left(self._starts, start + 1) - 1)

    def find(self, low: str, start: int) -> Speaker:
        """Return whom the pronoun `low` at the character `start` stands for, or NOBODY."""
        here = self.at(start)
        self._read_up_to(here)
        if low in SEXES:
            return self._find_person(SEXES[low], start, here)
        return self._find_group(low in GROUPS, start, here)

    def find_focus(self, sex: str | None, start: int) -> Speaker:
        """Return the person in focus before the character `start`, of a sex or any."""
        here = self.at(start)
        self._read_up_to(here)
        return self._find_person(sex, start, here)

    def subject_of(self, start: int) -> Speaker:
        """Return the person or body that is the subject of the sentence around the character `start`, or NOBODY."""
        here = self.at(start)
        self._read_up_to(here)
        found = self._candidates(here, start, lambda who: who.kind in ("person", "office", "institution", "country"))
        return found[0].who if found and found[0].rank <= CLAUSE else NOBODY

    def _read_up_to(self, here):
        for number in range(max(0, here - int(_BACK.value)), here + 1):
            if number not in self._found:
                self._found[number] = []  # a pronoun among its subjects sees what stands before it
                self._read(number)

    def _read(self, number):
        frame, _, headline = self._sentences[number]
        found = self._found[number]
        for rank, (first, last), speaks in _list_subjects(frame):
            start, end = frame.spans[first][0], frame.spans[last][1]
            who = self._resolve(start, end)
            if who.name and (who.kind or speaks):  # a bare name that speaks is a person's
                found.append(Candidate(rank, start, end, who))
        if headline or not frame.spans:
            return
        spans = [(one.start, one.end) for one in found]
        led = any(one.rank <= CLAUSE for one in found)
        names = self._names.names
        at = bisect_left(self._names.starts, frame.spans[0][0])
        for name in names[at:at + _MOST_NAMES]:
            if name.start >= frame.spans[-1][1]:
                break
            if any(start <= name.start < end for start, end in spans):
                continue
            if name.place or self._is_modifier(frame, name):
                continue
            who = self._resolve(name.start, name.end)
            if who.kind == "person":
                rank = GOVERNED if name.owner or name.governed else FREE
                if rank == FREE and not led:  # a verb that no list has: the first name is its subject
                    rank, led = SUBJECT, True
                found.append(Candidate(rank, name.start, name.end, who))

    @staticmethod
    def _is_modifier(frame, name):
        """Tell whether a name stands before the noun that it belongs to: the Roe administration."""
        at = bisect_left(frame.spans, (name.end, 0))
        return at < len(frame.words) and frame.tags[at] == "noun" and is_body_word(frame.words[at])

    def _candidates(self, number, before, agrees):
        """Return the Candidates of a sentence that agree and end before a place, the likeliest first."""
        found = [one for one in self._found.get(number, ()) if one.end <= before and agrees(one.who)]
        return sorted(found, key=lambda one: (one.rank, one.start))

    def _find_person(self, sex, start, here):
        def agrees(who):
            return who.kind in _PEOPLE and not who.plural and (sex is None or who.sex in (None, sex)) \
                and (who.kind != "unnamed" or is_person_word(who.head))

        spare = None
        paragraph = self._sentences[here].paragraph
        for number in range(here, max(-1, here - int(_BACK.value)), -1):
            sentence = self._sentences[number]
            if sentence.headline and number != here:
                break
            if spare and sentence.paragraph != paragraph:
                return spare
            paragraph = sentence.paragraph
            found = self._candidates(number, start, agrees)
            if number == here and found and found[0].rank > EMBEDDED and self._follows(here, start, found[-1]):
                return found[-1].who  # the meeting with Roe, when he said
            if found and found[0].rank <= EMBEDDED:
                return found[0].who
            if found and spare is None:
                spare = found[0].who
        return spare or NOBODY

    def _follows(self, here, start, nearest):
        """Tell whether a relative word joins the pronoun to the name just before it: met Roe, when he said."""
        frame = self._sentences[here].frame
        at = next((at for at, span in enumerate(frame.spans) if span[0] >= start), 0)
        return at > 1 and frame.words[at - 1] in ("when", "where", "after", "before") and \
            nearest.end >= frame.spans[max(0, at - 3)][0]

    def _find_group(self, plural, start, here):
        def agrees(who):
            if who.kind in _BODIES:
                return True
            return plural and (who.plural or who.kind == "office")

        for number in range(here, max(-1, here - int(_BACK.value)), -1):
            if self._sentences[number].headline and number != here:
                break
            found = [one for one in self._candidates(number, start, agrees) if one.rank <= EMBEDDED]
            if found:
                return found[0].who
        return NOBODY


def _list_subjects(frame):
    """Return [(rank, phrase, whether it says something)] of the subjects of a sentence's verbs, as they stand."""
    main = find_main_subject(frame, len(frame.tags))
    ranks, speaks = {}, set()
    verbs = [place for place in range(len(frame.tags)) if is_finite(frame, place)][:_MOST_VERBS]
    for place in verbs:
        phrase = find_subject(frame, place)
        if not phrase or frame.tags[phrase[0]] == "relative":
            continue
        if place in frame.cues:
            speaks.add(phrase)
        if phrase in ranks:
            continue
        if phrase == main:
            rank = SUBJECT
        else:
            before = frame.tags[phrase[0] - 1] if phrase[0] else "start"
            rank = EMBEDDED if before in _EMBEDDING else CLAUSE
            if rank == CLAUSE and place in frame.cues and phrase[0] > place:
                rank = SUBJECT  # "...," said Roe
        ranks[phrase] = rank
    if main and main not in ranks:
        ranks[main] = SUBJECT
    return [(ranks[phrase], phrase, phrase in speaks) for phrase in sorted(ranks)]
