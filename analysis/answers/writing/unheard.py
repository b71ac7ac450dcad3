"""Whose words a text surely lacks: all its remarks have a speaker by name, and none of these may be he.

Ann Bellamy is named, and “I saw it,” the disgraced runner said: the words may be hers.  They may also be hers under
a name that is spelt like hers (Belamy), or by a spokesman.  What is not sure is not said.
"""

from __future__ import annotations

from typing import Any

import regex

from ...english.nouns import PLURALS, is_plural
from ...english.verbs import forms_of
from ...english.wordlists import listed
from ...english.words import fold, folded_words
from ...speech.kinds import CATCHWORD
from ...tables import rows_of
from .near import Texts, name_words

NAMED_SORTS = ("person", "institution", "country", "document")


class Unheard:
    """What the remarks of every text leave open; scare quotes and titles are nobody's, but in headlines."""

    def __init__(self, event: Any) -> None:
        self._event, self._texts = event, event._near.texts
        self._kinds = dict(rows_of(event.actors, "actor", "kind"))
        self._open: set[str] = set()     # articles with a remark of one whom they do not name
        self._plural: set[str] = set()   # or of several: officials
        self._speakers: dict[str, set[str]] = {}
        self._bodies: dict[str, set[str]] = {}  # without a person's name, with another: US officials, the Ellby Board
        columns = "article", "zone", "kind", "words", "speaker", "speaker_type"
        for article, zone, kind, words, speaker, sort in rows_of(event.quotes, *columns):
            marked = kind in ("scare", "title")
            if marked and (zone != "headline" or words > CATCHWORD.value):
                continue
            who = speaker if isinstance(speaker, str) else ""
            if who and sort in NAMED_SORTS:
                self._speakers.setdefault(article, set()).add(who)
            elif not marked and _names_a_body(who):
                self._bodies.setdefault(article, set()).add(who)
            elif not marked:
                (self._plural if are_several(who) else self._open).add(article)

    def is_sure(self, article: str, who: str) -> bool:
        """Tell whether an article surely has no words of `who`, a person, a body or a side, whom it names."""
        one, bodies = self._kinds.get(who) == "person", self._bodies.get(article, set())
        if article in self._open or (bodies if one else article in self._plural):
            return False
        speakers = self._speakers.get(article, set()) | bodies
        return not any(self._may_be(who, speaker, one) for speaker in speakers) and not self._says(article, who)

    def _may_be(self, who: str, speaker: str, one: bool) -> bool:
        """Tell whether a speaker may be `who` in another spelling, or speak for him: Karl Roe, aide to Bellamy."""
        mine, theirs = name_words(who), name_words(speaker)
        if Texts.alike(" ".join(mine[-1:]), " ".join(theirs[-1:])) or not set(mine[-1:]).isdisjoint(theirs) or (
                not one and Texts.alike(who, speaker)):
            return True  # Bellamy's campaign
        offices = self._event._offices
        known = {*mine[-1:], *offices.posts.get(who, ())} if one else {*mine}
        return any(word.removesuffix("'s") in known for office in offices.called.get(speaker, ()) for word in office)

    def _says(self, article: str, who: str) -> bool:
        """Tell whether a verb of saying stands by the last word of a name, or behind its aside, with no words read."""
        last = (who.split() or [""])[-1]
        text = self._texts[article]
        at = text.find(last)
        while at >= 0:  # a pattern of each name's own takes longer to make than all that is asked of it
            end = at + len(last)
            if _EDGE.match(text, at) and _SAYS.match(text, end):
                return True
            if _ENDS.match(text, end) and _SAID_BY.match(text, at):
                return True
            at = text.find(last, at + 1)
        return False


_SAID = "|".join(sorted(forms_of("say")))
_EDGE, _ENDS = regex.compile(r"\b"), regex.compile(r"\b(?!['’])")
_SAYS = regex.compile(r"\b(?:,?|,\s[^.;:!?“”\"\n]{3,90},)\s(?:\w+ly\s|also\s|has\s|had\s)?" rf"(?:{_SAID})\b")
_SAID_BY = regex.compile(rf"(?<=\b(?:{_SAID})\s(?:[\p{{L}}.]+\s){{0,3}})")


def _names_a_body(speaker):
    """Tell whether words that name no person hold a name: Norhaven's envoy, the Ellby Board; no President."""
    return any(word[:1].isupper() and fold(word) not in listed("offices") for word in speaker.split())


def are_several(speaker: str) -> bool:
    """Tell whether words without a name mean more than one: residents, two officials with knowledge of it."""
    words = folded_words(speaker.split(" with ")[0].split(" of ")[0].split(" who ")[0])
    return bool(words) and (words[-1] in PLURALS or is_plural(words[-1]))
