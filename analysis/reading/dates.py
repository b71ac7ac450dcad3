"""The newest day that a text itself speaks of: what its writer can have known.

A day counts where the text tells of it, not where it announces it ("will meet on Friday"), where somebody quoted
names it, or where it is the day of a dateline.  Weekday names and days without a year need the day of publication;
without it they make the answer unknown.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import regex

from ..english.calendar import DayName, find_day_names, resolve
from ..english.grammar import AUXILIARIES
from ..english.verbs import COMING, PASTS, is_verb
from ..english.words import folded_words
from ..rules import Setting

REACH = Setting("day_words", 10, "words before a day among which the verb that tells or announces it is looked for",
                chosen="a clause of newspaper prose has about as many")
_WILL = regex.compile(  # what makes a weekday the coming one
    r"\b(?:will|shall|won['’]t)\b|['’]ll\b"
    r"|(?:\b(?:is|are)|['’](?:s|re))\s(?:(?:not|now|also|still|all|both)\s)?"
    r"(?:due|set|expected|scheduled|slated|planned|planning|hoping|invited|to)\b"
    r"|(?<!\b(?:the|an?|its|his|her|their|of)\s)\b(?:plan|hope|intend|expect|aim|want)s?\sto\b|\b(?:begins|starts|opens|expires)\b")
_MAY = regex.compile(  # what leaves open whether it is: a vote planned for Friday; but not: could not be reached on
    r"\b(?:due|expected|scheduled|slated|plan(?:s|ned|ning)?|invited?|deadline|(?:up)?coming|ahead|hopes?|wants|intends)\b"
    r"|\bset\s(?:to|for)\b|\b(?:was|were|been)\sto\b|\b(?:would|should|could)\b(?!\s(?:not|have)\b)")
_UNTIL = regex.compile(r"\b(?:until|till)\s$")
_HEADED = regex.compile(r"^(?P<who>(?:[\p{L}\d'’-]+\s){1,5})to\s\p{Ll}+\s(?P<rest>[^,;:]*)$")
_CLAUSE = regex.compile(r"(?:['’]s)?,?\s[^,;:.!?“\"\n]*?(?=\b(?:who|which|that)\b|[,;:.!?“\"\n]|$)")
_STOP = regex.compile(r"[.!?;]\s|\n")
_PLAN = regex.compile(r"\b(?:is|are|was|were|expects?|hopes?|plans?|intends?|aims?)"
                      r" to \p{L}+(?: \p{L}+){0,6}\s*$")  # "is to visit the island on" Friday
_TOLD = regex.compile(r" to .*(?<! (?:the|a|an|of|its|his|her|their)) \p{L}{3,}ed\b")  # the plan to shut it failed on
_QUOTED = regex.compile(r"[“„«][^”»\n]{0,3000}+[”»\n]?|\"[^\"\n]{0,3000}+[\"\n]?")
_DATELINE = regex.compile(r"^(?=[^\n]{0,60}(?:\s[-–—]|\)|:)\s)"
                          r"[\p{Lu}][\p{Lu}\p{M} .’'/-]{2,40}(?:,[^\n,]{1,20})?,?\s+(?:\([\p{L} ]+\),?\s)?$")
_STAMP = regex.compile(r"^\W*(?:(?i:published|updated|posted|first published|last updated)\b"
                       r"|By \p{Lu}\p{L}+ \p{Lu})[^\n]{0,40}$")


class Day(NamedTuple):
    """A day that a text names: place, first and last of the days that it may be (None where it can't be told).

    told is False where the text announces it; dateline where it stands there, or in a line of publication; ahead says
    whether an announced weekday is one to come, None where that is not known ("he would sail on Friday").
    """

    name: DayName
    first: date | None
    last: date | None
    told: bool
    quoted: bool
    dateline: bool
    ahead: bool | None = False

    @property
    def exact(self) -> date | None:
        """The day, where it is one."""
        return self.first if self.name.kind != "span" and self.first == self.last else None


def name_days(text: str, published: str | None = None, printed: Mapping | None = None) -> list[Day]:
    """Return the days that `text` names, in its order; see find_first_prints for `printed`.

    A relative day inside a quote is reckoned from the day of speaking, which only the speech room can know: it
    stays open here.
    """
    base, found = read_day(published), []
    names = list(find_day_names(text))
    if not names:
        return found
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    starts = [start for start, _ in quotes]
    for name in names:
        at = bisect_right(starts, name.start) - 1
        quoted = at >= 0 and name.start < quotes[at][1]
        line = text[text.rfind("\n", 0, name.start) + 1:name.start]
        dateline = len(line) < 90 and bool(
            (_DATELINE.match(line) and _ends_dateline(text, name.end)) or _STAMP.match(line))
        seen_from = None if quoted and name.relative else base
        if printed and base and name.kind == "near" and not quoted:
            seen_from = min(base, printed.get(_around(text, name), base))
        told = _is_told(text, name)
        ahead = not told and name.kind == "weekday" and _is_ahead(text, name)
        first, last = resolve(name, seen_from, ahead) or (None, None)
        found.append(Day(name, first, last, told, quoted, dateline, ahead))
    return found


def _ends_dateline(text, end):
    return bool(regex.match(r"(?:\s\([\p{L} /]+\))?\s?[-–—:]", text[end:end + 30]))


def find_first_prints(texts: Iterable[str], published: Iterable[str | None]) -> dict:
    """Return {words around a "today": first day of publication of a text that has them}.

    "Today" in copied agency text is the agency's day, not that of the paper which prints it later.
    """
    prints: dict = {}
    for text, said in zip(texts, published, strict=True):
        base = read_day(said)
        for name in find_day_names(text) if base else ():
            if base and name.kind == "near":
                key = _around(text, name)
                prints[key] = min(base, prints.get(key, base))
    return prints


def _around(text, name):
    before, after = folded_words(text[max(name.start - 80, 0):name.start]), folded_words(text[name.end:name.end + 80])
    return (*before[-6:], "|", *after[:6])


def find_newest_day(text: str, published: str | None = None, printed: dict[tuple, date] | None = None) -> str | None:
    """Return the newest day that `text` speaks of as an ISO date, or None where it can't be told.

    `published` is the day or time of publication as ISO 8601 or in words, or None; days after it are
    plans and do not count.
    """
    limit = read_day(published)
    days, open_ends = [], False
    for day in name_days(text, published, printed):
        if day.name.kind == "span" or day.quoted or day.dateline:
            continue
        if day.exact is None:
            open_ends = True
        elif (limit is None or day.exact <= limit) and day.told:
            days.append(day.exact)
    if not days or (limit is None and open_ends):
        return None
    return max(days).isoformat()


def read_day(published: str | None) -> date | None:
    """Return the first full date in the words `published` as a date; None where there is none."""
    for name in find_day_names(published if isinstance(published, str) else ""):
        if name.kind == "date" and "year" in name.parts and (days := resolve(name, None)):
            return days[0]
    return None


def _is_told(text, name):
    """Tell whether the sentence tells of the day: the nearest verb before it does not announce something."""
    if name.parts.get("near", "").lower() == "tomorrow" or name.parts.get("which", "").lower() == "next":
        return False
    reach, before = int(REACH.value), _before(text, name)
    plan = _PLAN.search(before)
    if (plan and not _TOLD.search(plan[0])) or _is_headed(before):
        return False
    cues = _list_cues(before)
    if name.kind == "near" and not cues:  # "today" may also mean these times
        after = _STOP.split(text[name.end:name.end + 12 * reach])[0]
        return any(_cue(word) == "past" for word in folded_words(after)[:reach])
    return (cues[0] != "coming") if cues else not _is_announced_behind(text, name)


def _before(text, name):
    return _STOP.split(text[max(name.start - 12 * int(REACH.value), 0):name.start])[-1]


def _list_cues(before):
    """Return the cues of the last words of `before`, "past" or "coming", the nearest first."""
    words = [word for word in folded_words(before) if not word[0].isdigit()]
    cues = [_cue(words[at], words[at - 1] if at else "")
            for at in range(len(words) - 1, max(len(words) - 1 - int(REACH.value), -1), -1)]
    return [cue for cue in cues if cue]


def _is_headed(before):
    """Tell whether a headline announces: "Bellamy to visit Ellby on" Friday, not "Bellamy refuses to visit"."""
    match = _HEADED.match(before)
    return bool(match) and not any(is_verb(word) or _cue(word) or word in AUXILIARIES
                                   for word in folded_words(match["who"] + match["rest"]))


def _is_announced_behind(text, name):
    """Tell whether the clause that the day opens announces: on Wednesday she will visit the mill."""
    clause = _CLAUSE.match(text, name.end, name.end + 12 * int(REACH.value))
    will = clause and _WILL.search(clause[0])
    return bool(will) and not _list_cues(clause[0][:will.start()])


def _is_ahead(text, name):
    """Tell whether a weekday that is not told is one to come; None where that is not known."""
    before = _before(text, name)
    cues = _list_cues(before)
    if _UNTIL.search(before):
        return "past" not in cues  # stays shut until Friday, stayed shut until Friday
    if _WILL.search(before) or _is_headed(before) or not cues:
        return True
    return None if _MAY.search(before) else False


def _cue(word, before=""):
    if word in COMING or word.endswith("'ll"):
        return "coming"
    if before == "be":  # a vote will be held
        return None
    return "past" if word in PASTS or (word.endswith("ed") and len(word) > 4) else None
