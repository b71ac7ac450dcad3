"""Read the values that accounts can disagree on out of a passage: quantities, days, periods, tenses, offices.

Every function returns a list of Value: what it is a value of, how it compares, and its place in the text.
What can't be read surely is left out.
"""

import calendar
from functools import lru_cache
from typing import NamedTuple

import regex

from ..english.stems import stem
from ..english.words import find_words, fold, folded_words, read_list
from ..speech.sentence.tags import cue_forms


class Value(NamedTuple):
    """A value: of (hours, a person, a verb), key (equal for what says the same), start and end in the text."""

    of: str
    key: object
    start: int
    end: int


_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: number for number, word in enumerate(_SMALL)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "m": 1e6, "bn": 1e9, "tn": 1e12}
_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365.25, "decade": 3652.5, "century": 36525}
_NOT_UNITS = frozenset(["of", "in", "on", "at", "to", "for", "and", "or", "but", "the", "a", "an", "by", "from", "with",
                        "that", "which", "who", "was", "were", "is", "are", "has", "have", "had", "as"])
_NUMBER = rf"(?P<number>\d[\d,]*(?:\.\d+)?|(?:{'|'.join(_NUMBERS)})(?!\p{{L}}))"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|" + "|".join(calendar.month_name[1:]).lower()
_QUANTITY = regex.compile(rf"""
    (?<![\p{{L}}\p{{N}}.,:$€£¥-]) (?<!\b(?:{_MONTHS})\.?\s) (?P<sign>[$€£¥])? {_NUMBER}
    (?:[\s-]?(?P<scale>{'|'.join(_SCALES)})\b)?
    (?![\p{{N}}:]|[.,]\d|(?:st|nd|rd|th)\b|['’]?s\b)
    (?P<unit>\s?%|(?:[\s-](?!(?:{_MONTHS})\b)\p{{L}}[\p{{L}}'’.-]*){{1,3}})?""", regex.IGNORECASE | regex.VERBOSE)
_PERIOD = regex.compile(rf"""
    \b(?: (?:over|in|for|during|within)\s+the\s+(?:past|last|previous)\s+(?:{_NUMBER}\s+)?(?P<unit>{'|'.join(_DAYS)})s?
    | since\s+(?:[\p{{L}}'’-]+\s+){{0,8}}?{_NUMBER}\s+(?P<unit>{'|'.join(_DAYS)})s?\s+ago )\b""",
    regex.IGNORECASE | regex.VERBOSE)
_YEAR = regex.compile(r"\b(?:in|since|until|by|of)\s+(?P<year>(?:19|20)\d\d)\b(?!\s?[-–]\s?\d)")
_TENSE = regex.compile(r"""
    \b(?: (?P<ahead>will|would|shall|(?:is|are)\s+(?:due\s+|set\s+)?to)\s+
           (?:not\s+|also\s+)?(?:be\s+)?(?P<verb>\p{Ll}{4,})
    | (?P<going>(?:is|are|was|were)\s+being)\s+(?P<verb>\p{Ll}{2,}ed)
    | (?P<done>has|have|had)\s+(?:not\s+|also\s+|already\s+)?(?:been\s+)?(?P<verb>\p{Ll}{2,}ed)
    | (?P<verb>\p{Ll}{2,}ed) )\b""", regex.VERBOSE)
_BEHIND = regex.compile(r"""
    ,\s+(?:the\s+|an?\s+)?(?:(?!(?:who|which|and|said|says|former|next|then)\b)[\p{L}\p{M}'’.-]+\s+){0,6}?
    (?P<post>(?P<office>[\p{L}-]+)\s+(?:of|for|to|at)\b[^,;.\n]{2,80})""", regex.VERBOSE)
_BEFORE = regex.compile(r"(?P<post>[\p{L}.-]+['’]s\s+(?P<office>[\p{L}-]+)\s+(?:of|for|to|at)\s+[^,;.\n]{2,60}),\s*$")
_REACH = 120  # characters before and behind a name that are searched for its office
_ONE_OFFICE = {"spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "chair": "chairman",
               "chairperson": "chairman", "chief": "head", "director": "head", "boss": "head", "leader": "head"}


def read_quantities(text, start, end):
    """Return the counts and sums of money between `start` and `end`: of the noun or currency, key the number."""
    periods = read_periods(text, start, end)
    found = []
    for match in _QUANTITY.finditer(text, start, end):
        sign, scale, word = match["sign"], (match["scale"] or "").lower(), match["number"].lower()
        unit = sign or _read_unit(match["unit"] or "")
        if unit is None or (word in ("one", "zero") and not sign and not scale):
            continue
        if unit in _DAYS and text[match.end():match.end() + 5].split()[:1] == ["ago"]:
            continue
        if not any(period.start <= match.start() < period.end for period in periods):
            last = match.end("unit") if match["unit"] and not sign else match.end("scale" if scale else "number")
            found.append(Value(unit, _read_number(word) * _SCALES.get(scale, 1), match.start(), last))
    return found


def _read_number(word):
    word = word.lower()
    return float(_NUMBERS[word]) if word in _NUMBERS else float(word.replace(",", ""))


def _read_unit(words):
    """Return the stem of the plural noun in the words behind a number, or %; None where there is none."""
    if words.strip() == "%" or words.lower().split()[:1] == ["percent"] or words.lower().split()[:2] == ["per", "cent"]:
        return "%"
    for word in regex.split(r"[\s-]+", words.strip()):
        word = fold(word)
        if word in ("people", "men", "women", "children"):
            return word
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s", "is")):
            return stem(word)
        if word in _NOT_UNITS or word in cue_forms():
            return None
    return None


def read_periods(text, start, end):
    """Return the lengths of time up to now ("over the past decade"): of "period", key the number of days."""
    found = []
    for match in _PERIOD.finditer(text, start, end):
        unit = match["unit"].lower()
        if match["number"] or unit in ("decade", "century"):
            found.append(Value("period", round(_read_number(match["number"] or "1") * _DAYS[unit]), *match.span()))
    return found


def read_years(text, start, end):
    """Return the years between `start` and `end`: of "year", key the year."""
    return [Value("year", match["year"], *match.span("year")) for match in _YEAR.finditer(text, start, end)]


def read_tenses(text, start, end):
    """Return the verbs in -ed, and those ahead: of the verb's stem, key ahead, going or done."""
    found = []
    for match in _TENSE.finditer(text, start, end):
        kind = "ahead" if match["ahead"] else "going" if match["going"] else "done"
        found.append(Value(stem(match["verb"]), kind, *match.span()))
    return found


def read_offices(text, start, end):
    """Return the office that the text gives the person named from `start` to `end`, as a list of none or one Value.

    It stands behind the name between commas ("Ann Li, head of the bank"), or before it with whose it is
    and a comma ("the bank's head of research, Ann Li").  A word before the name alone is a rank or a title.
    """
    line = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    behind = _BEHIND.match(text, end, min(end + _REACH, len(text)))
    before = _BEFORE.search(text[line:start])
    for match, shift in ((behind, 0), (before, line)):
        office = fold(match["office"]) if match else None
        if office in _offices():
            first, last = match.span("post")
            return [Value("office", _ONE_OFFICE.get(office, office), first + shift, last + shift)]
    return []


def find_office(words):
    """Return the first office named in `words`, head for director, chief and the like; None without one."""
    offices = (word for word in folded_words(words) if word in _offices())
    office = next(offices, None)
    return _ONE_OFFICE.get(office, office)


@lru_cache
def _offices():
    table = read_list("offices")
    return frozenset(table.loc[table["kind"] == "office", "word"]) | frozenset(_ONE_OFFICE)


def find_names(text, start, end):
    """Return (word, start, end) of the words with a capital between `start` and `end` that do not open a sentence."""
    names = []
    for first, last in find_words(text[start:end]):
        before = text[max(start + first - 4, 0):start + first].rstrip(" \"“„‘'(")[-1:]
        word = text[start + first:start + last].removesuffix("'s").removesuffix("’s")
        if word[:1].isupper() and before not in ("", ".", "!", "?", "\n", ":"):
            names.append((word, start + first, start + first + len(word)))
    return names
