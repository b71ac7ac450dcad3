"""Whom a copy of a story leaves out: a denial of somebody, or all that somebody says in it.

Two versions are compared only where it shows which way the words went: one is the agency's own text, or a text that is
no copy names the speaker too, so that nobody was put in.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, NamedTuple

import regex

from ...copies.sources import find_agency_text
from ...english.stems import first_form
from ...english.verbs import DENYING
from ...english.words import folded_words
from ...remarks.pieces import DIRECT
from ...tables import rows_of
from .base import family_of

_DENYING = frozenset(map(first_form, DENYING))
_PASSIVE = regex.compile(r"\b(?:am|is|are|was|were|been|being|be)\s+(?:denied|rejected|disputed|refuted)\b")
_INNOCENT = regex.compile(r"\b(?:not guilty|innocen(?:t|ce)|without charge|nothing wrong|no wrongdoing)\b",
                          regex.IGNORECASE)
_BEFORE = 40  # characters before what is told in which its verb of saying stands
_KINDS = (*DIRECT, "indirect")


class Said(NamedTuple):
    """What somebody says in an article: the quote's number, place, kind, speaker, verb of saying."""

    quote: int
    start: int
    end: int
    direct: bool
    who: str
    cue: str


class Silenced(NamedTuple):
    """Somebody who speaks in `other`, and in its copy `article` not at all or not to deny.

    `said` is his denial there, "" for none; `whole`: it begins with its verb of saying.
    """

    article: str
    other: str
    who: str
    said: str
    start: int
    end: int
    whole: bool


def is_denial(words: str) -> bool:
    """Tell whether words tell of a denial: denied that it leaked, pleaded not guilty; not: was denied a visa."""
    rest = _PASSIVE.sub(" ", words)
    return bool(_INNOCENT.search(rest)) or any(first_form(word) in _DENYING for word in folded_words(rest))


def find_silenced(event: Any) -> list[Silenced]:
    """Return whom copies of a story leave out, denials first, in the order of the articles."""
    family, roles = family_of(event.families), dict(rows_of(event.families, "article", "role"))
    groups: dict[int, list[str]] = {}
    for article, number in family.items():
        if roles[article] != "reworded":
            groups.setdefault(number, []).append(article)
    copies = [members for members in groups.values() if len(members) > 1]
    if not copies:
        return []
    reader, found = _Reader(event), []
    for members in copies:
        source = find_agency_text(members, event.articles)
        strangers = [article for article in family if article not in members]
        for article in members:
            if roles[article] == "earlier version":
                continue  # it did not know
            for other in [source] if source else members:
                if other == article or article == source:
                    continue
                found += [one for one in reader.compare(article, other) if source or roles[article] == "cut" or any(
                    event._near.has_name(stranger, one.who) for stranger in strangers)]
    return found


class _Reader:
    """What is said in each article, what is linked, and what stands where."""

    def __init__(self, event: Any) -> None:
        self.texts, self.near = dict(rows_of(event.articles, "article", "text")), event._near
        self.speech: dict[str, list[Said]] = {article: [] for article in self.texts}
        self.loose: dict[str, set] = {article: set() for article in self.texts}
        group: dict[tuple, set] = {}
        for article, quote, utterance in rows_of(event.utterances, "article", "quote", "utterance"):
            group.setdefault((article, quote), set()).add(utterance)
        self.group = group
        body = event.quotes[event.quotes["kind"].isin(_KINDS) & (event.quotes["zone"] == "body")]
        for article, quote, start, end, kind, who, cue in rows_of(body, "article", "quote", "start", "end", "kind",
                                                                  "speaker", "cue"):
            if isinstance(who, str):
                self.speech[article].append(Said(quote, start, end, kind != "indirect", who,
                                                   cue if isinstance(cue, str) else ""))
            elif kind != "indirect":
                self.loose[article] |= group.get((article, quote), {-1})
        present = event.coverage[event.coverage["state"] != "absent"]
        self.has = set(rows_of(present, "article", "utterance"))
        self.linked: dict[tuple, list] = {}
        for article, other, start, end in rows_of(event.links, "article", "other", "start", "end"):
            self.linked.setdefault((article, other), []).append((start, end))
        people = event.actors.loc[event.actors["kind"] == "person", "actor"]
        self.people = set(people.tolist())
        self.lines: dict[str, list] = {article: [] for article in self.texts}
        for article, start, end in rows_of(event.sentences, "article", "start", "end"):
            self.lines[article].append((start, end))

    def compare(self, article: str, other: str) -> list[Silenced]:
        """Return whom `article` leaves out of what is said in `other`.

        Who is named there may be heard by a verb that no list has: he is left out only with a denial.
        """
        by: dict[str, list[Said]] = {}
        for speech in self.speech[other]:
            by.setdefault(speech.who, []).append(speech)
        told = set().union(*(self.group.get((other, speech.quote), set()) for speech in self.speech[other]))
        loose, found = bool(self.loose[article] - told), []
        for who, speeches in by.items():
            if not who[:1].isupper() or who not in self.texts[other]:
                continue
            heard = any(self.near.alike(who, speech.who) for speech in self.speech[article])
            lost = [speech for speech in speeches if not self._is_left(article, other, speech)]
            denied = [(speech, words) for speech in lost for words in [self._show(other, speech)] if is_denial(words)]
            if denied and (not heard or not self._denies(article, who)):
                speech, words = denied[0]
                found.append(Silenced(article, other, who, words, speech.start, speech.end,
                                      bool(speech.cue) and words.startswith(speech.cue)))
            elif who in self.people and not heard and len(lost) == len(speeches) and not (
                    self.near.has_name(article, who) or (loose and any(speech.direct for speech in speeches))):
                found.append(Silenced(article, other, who, "", lost[0].start, lost[0].end, False))
        return sorted(found, key=lambda one: (not one.said, not one.whole, one.start))

    def _is_left(self, article: str, other: str, speech: Said) -> bool:
        """Tell whether anything in a copy comes near to what is said in its source."""
        utterances = self.group.get((other, speech.quote), set())
        if any((article, utterance) in self.has for utterance in utterances):
            return True
        if any(start < speech.end and speech.start < end for start, end in self.linked.get((other, article), ())):
            return True
        words = folded_words(self.texts[other][speech.start:speech.end])
        return self.near.comes_near(article, words, speech.who)

    def _denies(self, article: str, who: str) -> bool:
        """Tell whether a sentence of an article that names somebody, or the next one, tells of a denial."""
        text, name, before = self.texts[article], who.split()[-1], False
        for start, end in self.lines[article]:
            named = name in text[start:end]
            if (named or before) and is_denial(text[start:end]):
                return True
            before = named
        return False

    def _show(self, article: str, speech: Said) -> str:
        """Return what somebody says as the article prints it, from the verb of saying on where that goes before."""
        text = self.texts[article]
        first = max(speech.start - _BEFORE, self._line(article, speech.start))
        at = text.rfind(speech.cue, first, speech.start) if speech.cue else -1
        return text[at if at >= 0 and not speech.direct else speech.start:speech.end].strip(" ,;")

    def _line(self, article: str, place: int) -> int:
        starts = [start for start, _ in self.lines[article]]
        at = bisect_right(starts, place) - 1
        return starts[at] if at >= 0 else 0
