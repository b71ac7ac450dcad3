"""Whom a pronoun stands for: the subject that a reader would take.

Each sentence offers those whom a pronoun can mean, the nearest to the reader's mind first: the subject of its main
clause, other subjects, then names that are objects, that stand behind a preposition, that own something.  A pronoun
looks back from its own sentence, and takes the first subject that agrees in sex and number, an unnamed official as
well as a famous man; of a paragraph without one a name that stands elsewhere in it.
"""

from bisect import bisect_left
from itertools import islice
from typing import NamedTuple

from ...english.grammar import ONE_OF_MANY
from ...english.lexicon import given_sexes, is_body_word, is_message_word, is_person_word
from ...rules import Setting
from ..sentence.subjects import find_main_subject, find_subject
from ..sentence.tagged import Tagged
from ..sentence.tags import VERBAL
from ..sentence.verbs import is_finite

_BACK = Setting("pronoun_reach", 12, "sentences that a pronoun may look back",
                chosen="a pronoun further from its name than a long paragraph is rare in newspapers")
_MOST_VERBS, _MOST_NAMES, _MOST_NEW = 16, 40, 8  # read in one sentence, so that none costs more than its length
_ANSWERS = frozenset(["reply", "answer", "response", "rejoinder"])  # written by whoever gives them
_ENDS_CLAUSE = ("stop", "colon", "dash")
_EMBEDDING = ("that", "relative", "subordinator", "cue")
SUBJECT, CLAUSE, EMBEDDED, FREE, GOVERNED = range(5)
SEXES = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
THINGS, GROUPS = {"it", "its"}, {"they", "their", "them"}
AUTHORS = ("person", "office", "institution", "country")  # whose words, documents and campaigns are
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
    """A Tagged with where it stands: its first token, its paragraph's number, and whether it is a headline."""

    tagged: Tagged
    start: int
    paragraph: int
    headline: bool


class Discourse:
    """The sentences of one article in order, and what each offers to pronouns; `resolve` names a phrase."""

    def __init__(self, sentences, names, resolve):
        self._sentences, self._names, self._resolve = sentences, names, resolve
        self._subjects: dict[int, list] = {}
        self._starts = [sentence.start for sentence in sentences]
        self._depth = 0  # pronouns that wait for one another

    def at(self, start: int) -> int:
        """Return the number of the sentence that holds the character `start`."""
        return max(0, bisect_left(self._starts, start + 1) - 1)

    def find(self, low: str, start: int) -> Speaker:
        """Return whom the pronoun `low` at the character `start` stands for, or NOBODY."""
        if self._depth > _BACK.value:
            return NOBODY
        self._depth += 1
        here = self.at(start)
        found = self._find_person(SEXES[low], start, here) if low in SEXES else \
            self._find_group(low in GROUPS, start, here)
        self._depth -= 1
        return found

    def find_focus(self, sex: str | None, start: int) -> Speaker:
        """Return the person in focus before the character `start`, of a sex or any."""
        return self._find_person(sex, start, self.at(start))

    def subject_of(self, start: int) -> Speaker:
        """Return the person or body that is the subject of the sentence around the character `start`, or NOBODY."""
        return next((one.who for one in self._candidates(self.at(start), start)
                     if one.rank <= CLAUSE and one.who.kind in AUTHORS), NOBODY)

    def find_told_of(self, head: str, start: int) -> Speaker:
        """Return whom "the source" means: the subject last brought up under this noun (a senior source), or NOBODY."""
        here = self.at(start)
        for number in range(here, max(-1, here - int(_BACK.value)), -1):
            for one in self._candidates(number, start):
                if one.rank <= EMBEDDED and one.who.kind == "unnamed" and one.who.head == head \
                        and not one.who.plural and " and " not in one.who.name:
                    return one.who
        return NOBODY

    def is_headline(self, start: int) -> bool:
        """Tell whether the character `start` stands in a headline."""
        return bool(self._sentences) and self._sentences[self.at(start)].headline

    def subject_before(self, start: int, kind: str = "person") -> Speaker:
        """Return the named subject, of a kind, of the sentence before, in the paragraph of `start`, or NOBODY."""
        here = self.at(start)
        if not here or self._sentences[here - 1].paragraph != self._sentences[here].paragraph:
            return NOBODY
        first = next((one for one in self._candidates(here - 1, start) if one.rank <= CLAUSE), None)
        return first.who if first and first.rank == SUBJECT and first.who.kind == kind else NOBODY

    def speaks_before(self, start: int) -> bool:
        """Tell whether the sentence before that of `start` reports what somebody said."""
        here = self.at(start)
        return here > 0 and any(cue.kind == "say" for cue in self._sentences[here - 1].tagged.cues.values())

    def find_next(self, start: int) -> Tagged | None:
        """Return the sentence behind the quotes that the sentence around `start` begins, in its paragraph, or None."""
        here = self.at(start)
        first = self._sentences[here]
        if not first.tagged.quotes or first.tagged.tags[:1] != ["quote"]:
            return None
        for sentence in self._sentences[here + 1:here + 3]:
            if sentence.paragraph != first.paragraph:
                return None
            if not set(sentence.tagged.tags) <= {"quote", "stop", "comma", "dash"}:
                return sentence.tagged
        return None

    def _candidates(self, number, before):
        """Yield the Candidates of a sentence that end before a place, the likeliest first."""
        tagged, _, _, headline = self._sentences[number]
        if number not in self._subjects:
            self._subjects[number] = sorted((rank, tagged.spans[first][0], tagged.spans[last][1], speaks)
                                            for rank, (first, last), speaks in _list_subjects(tagged))
        led, taken = False, []
        for rank, start, end, speaks in self._subjects[number]:
            taken.append((start, end))
            if end > before:
                continue
            who = self._resolve(start, end)
            shared = not who.name and who.head in self._names.surnames  # of two Roes, one of them is he
            if (who.name and (who.kind or speaks)) or (rank == SUBJECT and (
                    shared or (speaks and who.head in ONE_OF_MANY))):
                led = led or rank <= CLAUSE  # a bare name that speaks is a person's; so is one: said one, who sells tea
                yield Candidate(rank, start, end, who)
        names = [] if headline else self._list_names(tagged, taken, before)
        for name in sorted(names, key=lambda name: name.owner or name.governed):
            who = self._resolve(name.start, name.end)
            if who.kind == "person":
                rank = GOVERNED if name.owner or name.governed else FREE
                if rank == FREE and not led:  # a verb that no list has: the first name is its subject
                    rank, led = SUBJECT, True
                yield Candidate(rank, name.start, name.end, who)

    def _find_writing(self, number, before):
        """Return the Speaker of what is written and is the subject of a sentence, NOBODY of unknown hand, or None."""
        tagged = self._sentences[number].tagged
        phrase = find_main_subject(tagged, len(tagged.tags))
        if phrase is None or tagged.spans[phrase[1]][1] > before:
            return None
        who = self._resolve(tagged.spans[phrase[0]][0], tagged.spans[phrase[1]][1])
        if who.head not in _ANSWERS and not is_message_word(who.head):
            return None
        return NOBODY if who.kind == "unnamed" else who

    def _list_names(self, tagged, taken, before):
        """Return the Names of a sentence that end before a place and are no part of its subjects, but for owners."""
        found, at = [], bisect_left(self._names.starts, tagged.spans[0][0])
        for name in self._names.names[at:at + _MOST_NAMES]:
            if name.end > min(before, tagged.spans[-1][1]):
                break
            inside = not name.owner and any(start <= name.start < end for start, end in taken)
            if not (inside or name.place or (self._is_modifier(tagged, name) and not name.owner)):
                found.append(name)
        return found

    @staticmethod
    def _is_modifier(tagged, name):
        """Tell whether a name stands before the noun that it belongs to: the Roe administration."""
        at = bisect_left(tagged.spans, (name.end, 0))
        return at < len(tagged.words) and tagged.tags[at] == "noun" and is_body_word(tagged.words[at])

    def _find_person(self, sex, start, here):
        def agrees(who: Speaker) -> bool:
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
            last = None
            reported = self._find_reported(start) if number == here else None
            for one in self._candidates(number, start):
                if not agrees(one.who) or (reported is not None and one.start >= reported and one.rank <= CLAUSE
                                           and _may_be_body(one.who)):
                    continue
                if one.rank <= EMBEDDED:
                    return one.who
                spare, last = spare or one.who, one if last is None or one.end > last.end else last
            if number == here and last and self._follows(here, start, last):
                return last.who  # the meeting with Roe, when he said
        return spare or NOBODY

    def _find_reported(self, start):
        """Return where the clause starts behind which a pronoun reports it (it rained, she said), or None."""
        tagged = self._sentences[self.at(start)].tagged
        at = bisect_left(tagged.spans, (start, 0))
        closed = tagged.tags[at + 2:at + 3] in ([], ["comma"], ["stop"])
        if at < 2 or tagged.tags[at - 1] != "comma" or tagged.tags[at - 2] == "quote" or at + 1 not in tagged.cues \
                or not closed:
            return None
        first = max((place + 1 for place in range(at - 1) if tagged.tags[place] in _ENDS_CLAUSE), default=0)
        return tagged.spans[first][0]

    def _follows(self, here, start, nearest):
        """Tell whether a relative word joins the pronoun to the name just before it: met Roe, when he said."""
        tagged = self._sentences[here].tagged
        at = next((at for at, span in enumerate(tagged.spans) if span[0] >= start), 0)
        return at > 1 and tagged.words[at - 1] in ("when", "where", "after", "before") and \
            nearest.end >= tagged.spans[max(0, at - 3)][0]

    def _find_group(self, plural, start, here):
        def agrees(who: Speaker) -> bool:
            if who.kind in _BODIES:
                return plural or not (who.name or "").lower().endswith("police")  # the police are they
            return plural and (who.plural or who.kind == "office")

        for number in range(here, max(-1, here - int(_BACK.value)), -1):
            if self._sentences[number].headline and number != here:
                break
            writing = None if plural else self._find_writing(number, start)
            if writing is not None:
                return writing
            for one in self._candidates(number, start):
                if one.rank <= EMBEDDED and agrees(one.who):
                    return one.who
                if not plural and one.rank == SUBJECT and one.who.name and not one.who.kind and number >= here - 1:
                    return one.who._replace(kind="institution")  # Corran would not comment, but it says ...
        return NOBODY


def _may_be_body(who):
    """Tell whether nothing but its capitals makes a name a person's: Blue Heron, not Ann Bellamy."""
    return who.kind in ("person", None) and who.name is not None and who.sex is None \
        and who.name.split(" ")[0] not in given_sexes()


def _list_subjects(tagged):
    """Return [(rank, phrase, whether it says something)] of the subjects of a sentence's verbs, as they stand."""
    main = find_main_subject(tagged, len(tagged.tags))
    dashes = [at for at, tag in enumerate(tagged.tags) if tag == "dash"]
    aside = range(*dashes) if len(dashes) == 2 else range(0)  # It was odd - the late doctor wrote so - and Roe left
    ranks, speaks = {}, set()
    verbs = list(islice((place for place, tag in enumerate(tagged.tags)
                         if tag in VERBAL and is_finite(tagged, place)), _MOST_VERBS))
    for place in verbs:
        phrase = find_subject(tagged, place)
        if not phrase or tagged.tags[phrase[0]] == "relative":
            continue
        if (place in tagged.cues or phrase[0] - 1 in tagged.cues) and not _ends_label(tagged, place):
            speaks.add(phrase)  # also: said one, who sells tea
        if phrase in ranks:
            continue
        if phrase[0] in aside:
            rank = EMBEDDED
        elif phrase == main:
            rank = SUBJECT
        else:
            before = tagged.tags[phrase[0] - 1] if phrase[0] else "start"
            rank = EMBEDDED if before in _EMBEDDING else CLAUSE
        ranks[phrase] = rank
    main = main or (None if verbs else _find_newcomer(tagged))
    if main and main not in ranks:
        ranks[main] = SUBJECT
    return [(ranks[phrase], phrase, phrase in speaks) for phrase in sorted(ranks)]


def _ends_label(tagged, place):
    """Tell whether a verb closes a label before a colon, behind which nobody speaks: Flood declared: Roe left."""
    return tagged.tags[place + 1:place + 2] == ["colon"] and tagged.tags[place + 2:place + 3] != ["quote"]


def _find_newcomer(tagged):
    """Return the person whom a sentence opens with before a verb that no list has, or None: another resident wept."""
    words, tags = tagged.words, tagged.tags
    if (words[0] or "").lower() not in ONE_OF_MANY:
        return None
    for at in range(1, min(len(tags) - 1, _MOST_NEW)):
        if tags[at] not in ("noun", "determiner", "possessive") and words[at] != "of":
            return None
        if is_person_word(words[at]) and tags[at + 1] == "noun" and not is_person_word(words[at + 1]):
            return 0, at
    return None
