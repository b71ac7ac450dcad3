"""Finds whence an article comes: the dateline that opens a paragraph, stands on its own line or behind a headline."""

from collections.abc import Set

import regex

from ...english.calendar import ANY_MONTH
from ...english.names import LABELS
from ...english.words import fold
from ...rules import Rule, RuleList
from .phrases import find_opener, is_section
from .signals import LINE_WORDS, has_end

_NO_PLACE = LABELS | {"question", "answer", "result", "results", "cost", "date", "time", "verdict"}

_DAY = rf"(?:{ANY_MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{ANY_MONTH})(?:,?\s+\d{{4}})?"
_REGION = rf"(?:,\s(?!{ANY_MONTH})\p{{Lu}}[\p{{L}}.]*+(?:\s(?!{ANY_MONTH})\p{{Lu}}[\p{{L}}.]*+){{0,2}}+)?+"
_CAPITALS = r"\p{Lu}[\p{Lu}.'’-]++(?:[ /]\p{Lu}[\p{Lu}.'’-]++){0,4}+" + _REGION
_MIXED = r"\p{Lu}[\p{L}.'’-]++(?:[ /]\p{Lu}[\p{L}.'’-]++){0,3}+" + _REGION
_AGENCY = r"(?:\(\p{Lu}[^()\n]{1,60}\)|\(dpa[^()\n]{0,20}\)|/\p{Lu}[^/()\n]{1,30}/)"
_DASH = r"(?:\s*[–—―‒-]{2}\s*|\s*[–—―‒•]\s*|\s+-\s*|\s*-\s+)"
_NEXT = r"(?=[\p{Lu}\p{Lt}\p{N}\"“”'‘’«„(\[$€£])"
# LIMA, March 2 (Agency) - | LIMA, Peru — | LIMA March 2: no paragraph opens so but with its dateline.
_STRICT = regex.compile(
    rf"(?:(?:{_MIXED},?\s*)?(?:{_DAY}\s*[,.]?\s*)?{_AGENCY}(?:\.?{_DASH}|\s*:\s*|\.?\s+)"
    rf"|{_CAPITALS}(?:,?\s+{_DAY})?{_DASH}"
    rf"|{_CAPITALS},?\s+{_DAY}(?:\s*:\s*|\s+))(?=\S){_NEXT}")
# LIMA: | Lima: | Lima, March 2 - | Lima – : also the forms of a label or a parenthesis.
_LABEL = regex.compile(rf"{_CAPITALS}\s*:\s+{_NEXT}")
_LOOSE = regex.compile(
    rf"(?:{_MIXED}(?:,\s+{_DAY})?\s*:\s+|{_MIXED},\s+{_DAY}(?:{_DASH}|\s+)|{_MIXED}\s+[–—-]{{1,2}}\s+){_NEXT}")
_ALONE = regex.compile(rf"(?:{_CAPITALS}|{_MIXED},\s+{_DAY})(?:,?\s+{_DAY})?(?:\s*{_AGENCY})?\s*[-–—:.]?$")
_INSIDE = regex.compile(
    r"(?<=\s)\p{Lu}[\p{Lu}.'’-]++(?:[ /,]+\p{Lu}[\p{Lu}.'’-]++){0,3}+"
    rf"(?:,?\s+{_DAY})?\s+{_AGENCY}{_DASH}{_NEXT}")


def find_dateline(text: str, first: bool, labels: int, places: Set[str] = frozenset()) -> int:
    """Return the length of the dateline that opens `text`, 0 if none.

    Loose forms count only in the `first` paragraph, a colon only where no other paragraph opens with a
    label and a colon, as transcripts do; `labels` is the number of those that do.  In a short first paragraph only a
    place in capitals counts that the text speaks of as one: `places` are the words that stand behind in, at or from.
    """
    _, found = DATELINES.decide(text, first, labels, places)
    return 0 if not found or _is_no_place(found, labels) else found.end()


def _is_no_place(found, labels):
    """Tell whether what opens like a dateline is a label (Update: ...), a whole line, or one speaker of several."""
    if found.end() == len(found.string) or (labels > 1 and found.group().rstrip().endswith(":")):
        return True
    place = regex.match(r"[^:,(–—―-]*", found.group()).group().split()
    return bool(place) and (" ".join(place).lower() in _NO_PLACE or is_section(" ".join(place))
                            or place[0] in ("The", "A", "An"))


def _is_lead(text):
    return len(text.split()) >= LINE_WORDS.value and not find_opener(text)


def _known_label(text, first, labels, places):
    label = first and labels < 2 and _LABEL.match(text)
    return label if label and fold(text.split(":")[0]) in places else None


def _example(text):
    """Return the rule by which a first paragraph opens with a dateline; the text speaks of Ellby as a place."""
    name, found = DATELINES.decide(text, True, 0, frozenset({"ellby"}))
    return name if found and not _is_no_place(found, 0) else None


_REST = "The council of the town voted on Monday to shut the old bath by the river for good, its mayor said."
DATELINES = RuleList("Which words that open a paragraph are its dateline?", (
    Rule("place, day or agency", lambda text, *_: _STRICT.match(text),
         "No paragraph opens so but with its dateline: capitals and a dash or a day, or an agency in brackets.",
         yes=("ELLBY, March 2 (Agency) - The bath is shut.", "ELLBY — The bath is shut.",
              "Ellby (Reuters) - The bath is shut."),
         no=("The bath (built 1902) is shut.", "ELLBY COUNCIL VOTES")),
    Rule("capitals and a colon", lambda text, first, labels, places: _is_lead(text) and labels < 2 and
         _LABEL.match(text), "A long paragraph under a place in capitals, where no other opens with a label.",
         yes=("ELLBY: " + _REST,), no=("UPDATE: " + _REST, "ELLBY: Shut.")),
    Rule("place and a dash or colon", lambda text, first, labels, places: _is_lead(text) and first and
         _LOOSE.match(text), "Loose forms are also those of a label or parenthesis: in the first paragraph only.",
         yes=("Ellby: " + _REST, "Ellby, March 2 - " + _REST, "Ellby – " + _REST),
         no=("Summary: " + _REST, "The Bath: " + _REST)),
    Rule("capitals that the text speaks of as a place", lambda text, first, labels, places: not _is_lead(text)
         and _known_label(text, first, labels, places),
         "A short first paragraph may be a headline with a colon: its words must stand behind in, at or from.",
         yes=("ELLBY: The bath is shut.",), no=("NORHAVEN: The bath is shut.", "WATCH: The bath is shut.")),
), _example)


def has_label(text: str) -> bool:
    """Tell whether `text` opens with a few words and a colon."""
    return bool(regex.match(r"[\p{L} .'’-]{1,30}:\s", text))


def is_dateline(text: str) -> bool:
    """Tell whether `text` is a dateline on a line of its own: a place in capitals, or a place and a day."""
    return len(text) <= 60 and bool(_ALONE.fullmatch(text))


def find_inner_dateline(text: str) -> int:
    """Return where a dateline with an agency stands inside the line `text`, after a headline; 0 if none."""
    found = _INSIDE.search(text[:300]) if not _STRICT.match(text) else None
    before = text[:found.start()].rstrip() if found else ""
    told = len(before.split()) > 2 and before.split()[-1].islower() and not has_end(before)
    return found.start() if found and told else 0


def opens_strictly(text: str) -> bool:
    """Tell whether `text` opens with a dateline that nothing else opens with."""
    return bool(_STRICT.match(text))
