"""Whose claim a value is: the sirens never sounded (so the sheriff), in the Courier; 5,000 came (so the police)."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

import regex

from ...english.grammar import find_class
from ...english.lexicon import is_body_word
from ...english.nouns import counts_persons
from ...english.wording import shorten
from ...english.words import fold
from ...facts.seen import Seen
from ...facts.spellings import find_persons
from ...speech.sentence.subjects import find_subject
from ...speech.sentence.tagged import tag_sentence
from ...tables import rows_of
from .unheard import are_several

_RECKONS = r"(?:estimate[sd]?|reckon(?:s|ed)?|assess(?:es|ed)?)"
_RECKONED = regex.compile(  # the Insurers' Union estimated the damage at
    rf"\b(?P<verb>{_RECKONS}|count(?:s|ed)|expect(?:s|ed)?)\b[^,;.]{{0,60}}$|\b(?P<verb>puts?|valued?|values)\s[^,;.]{{2,60}}\sat\s"
    r"(?:(?:about|some|nearly|almost|over|under|more than|less than)\s)?$")
_RECKONED_BEHIND = regex.compile(rf"[^.;]{{0,80}},\s(?P<who>[^,;.]{{2,40}})\s{_RECKONS}\b")


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
        at = bisect_right(told, start, key=lambda row: row[0]) - 1
        who = told[at][2] if at >= 0 and told[at][0] <= start < told[at][1] else ""
        who = _lower(who)
        the = who[:1].islower() and not are_several(who) and find_class(who.split(" ")[0]) is None
        return shorten(f"the {who}" if the else who, 40)


def name_reckoner(seen: Seen, led: str) -> str:
    """Return who put, estimated or counted a number in its sentence: the governor; empty where nobody is named.

    "She" is the one person whom the paragraph names up to there, `led`.
    """
    text = f"{seen.before}{seen.value}{seen.behind}"
    if match := _RECKONED.search(seen.before):
        tagged = tag_sentence(text, 0, len(text), [])
        at = next((place for place, (start, _) in enumerate(tagged.spans) if start >= match.start("verb")), None)
        phrase = find_subject(tagged, at) if at is not None else None
        if phrase is None:
            return ""
        if "pronoun" in tagged.tags[phrase[0]:phrase[1] + 1]:
            persons = {led[first:last] for *_, first, last in find_persons(led)}
            return persons.pop() if len(persons) == 1 else ""
        who = text[tagged.spans[phrase[0]][0]:tagged.spans[phrase[1]][1]]
    else:
        behind = _RECKONED_BEHIND.match(seen.behind)
        who = behind["who"] if behind else ""
    first, _, rest = who.partition(" ")
    return shorten(f"{first.lower()} {rest}" if find_class(fold(first)) == "determiner" and rest else _lower(who), 40)


def _lower(who):
    """Return a noun that stands at the head of a sentence as it is written elsewhere: residents, insurers, police."""
    common = counts_persons(fold(who)) or is_body_word(fold(who)) or fold(who).endswith("ers")
    return who.lower() if " " not in who and common else who


def name_sources(claims: Claims, row: dict) -> None:
    """Write into each value of a difference whose claim it is, in brackets: "by", empty where nobody is known.

    Of a number it is told where somebody reckoned it, or where two accounts name two sources: one may be the outlet's.
    """
    values, reckoned = row["values"], False
    for value, seen, led in zip(values, row["seen"], row["led"], strict=True):
        by = {claims.name_speaker(*span) for span in value["spans"]}
        if row["kind"] == "number" and by == {""} and (who := name_reckoner(seen, led)):
            by, reckoned = {who}, True
        who = min(by) if len(by) == 1 else ""
        placed = row["kind"] == "number" and any(  # the reef of Ellby, a survey found
            f"{word}{who}," in seen.before + seen.behind for word in (" in ", " on the ", " of ", " at ", " near "))
        value["by"] = f" ({who})" if who and not placed else ""
    known = {value["by"] for value in values} - {""}
    alike = len(known) == 1 and all(value["by"] for value in values)
    if row["kind"] == "number" and (alike or (len(known) < 2 and not reckoned)):
        for value in values:
            value["by"] = ""
