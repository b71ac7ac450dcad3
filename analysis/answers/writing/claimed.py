"""Who says what one text tells and another denies: the sirens never sounded (so the sheriff), in the Courier."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from ...english.grammar import find_class
from ...english.nouns import counts_persons
from ...english.wording import shorten
from ...english.words import fold
from ...tables import rows_of
from .unheard import are_several


class Claims:
    """The reported and quoted stretches of an event with their speakers."""

    def __init__(self, event: Any) -> None:
        self._told: dict[str, list[tuple[int, int, str]]] = {}
        columns = "article", "start", "end", "speaker", "voice"
        for article, start, end, speaker, voice in rows_of(event.voices, *columns):
            if voice != "own":
                self._told.setdefault(article, []).append((start, end, speaker if isinstance(speaker, str) else ""))

    def name_speaker(self, article: str, start: int, end: int) -> str:
        """Return who says what stands from start to end of an article: empty for the outlet itself, or nobody named."""
        told = self._told.get(article, [])
        at = bisect_right(told, (start, end, "\U0010ffff")) - 1
        who = told[at][2] if at >= 0 and told[at][0] <= start < told[at][1] else ""
        if " " not in who and counts_persons(fold(who)):
            who = who.lower()  # Residents, at the head of a sentence
        the = who[:1].islower() and not are_several(who) and find_class(who.split(" ")[0]) is None
        return shorten(f"the {who}" if the else who, 40)
