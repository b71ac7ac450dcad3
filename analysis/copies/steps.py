"""Steps: the changes from a sentence to its counterpart in another text, as an editor would tell them."""

from collections.abc import Sequence
from typing import NamedTuple

from ..english.stems import name_sense
from ..text.alignment import Step, align
from .classes import is_auxiliary, is_name
from .runs import read_tokens

_NEAR = 3  # words across which two changes may be one
_CURRENCIES = ("$", "€", "£")
_PLAIN_MARKS = str.maketrans("’ʼ‘‐‑", "'''--", "\u00ad\u200c\u200d\u2060")


class Stretch(NamedTuple):
    """The words of a stretch of text: as they are compared, as they stand there, where, and the text itself."""

    folded: list
    raw: list
    start: list
    end: list
    text: str

    def quote(self, first: int, last: int) -> str:
        """Return the words from `first` to `last`, excluded, as they stand in the text; "" for none."""
        if first >= last:
            return ""
        end = self.end[last - 1]
        # the last stop of an abbreviation belongs to it
        end += "." in self.raw[last - 1] and self.text[end:end + 1] == "."
        start = self.start[first]
        return self.text[start - (self.text[max(start - 1, 0):start] in _CURRENCIES):end]


def read_stretches(names: Sequence[str], starts: Sequence[int], ends: Sequence[int],
                    texts: dict[str, str]) -> list[Stretch]:
    """Return the Stretch from each start to its end, in the article of that name."""
    tokens = read_tokens([(texts[name][start:end], start)
                          for name, start, end in zip(names, starts, ends, strict=True)])
    found = []
    for row, name in enumerate(names):
        span = slice(tokens.first[row], tokens.first[row + 1])
        start, end = tokens.start[span].tolist(), tokens.end[span].tolist()
        raw = [texts[name][first:last].translate(_PLAIN_MARKS) for first, last in zip(start, end, strict=True)]
        found.append(Stretch(tokens.words[tokens.code[span]].tolist(), raw, start, end, texts[name]))
    return found


def list_changes(before: Stretch, after: Stretch) -> list[tuple[int, int, int, int]]:
    """Return the changes from one Stretch to another as a list of (first, last, other first, other last)."""
    changes = []
    for step in _join_swapped(align(before.folded, after.folded), before, after):
        changes += (_compare_spelling if step.op == "equal" else _part_by_sense)(before, after, *step[1:])
    return sorted(changes)


def _join_swapped(steps, before, after):
    """Return the steps with two changes made one across the few words between them.

    They are one where a word went from one side of these words to the other, or where a name went on one side and
    another came on the other ("The council last year called" > "Last year, Mayor Hill called").
    """
    joined = []
    for step in steps:
        joined.append(step)
        while len(joined) > 2 and joined[-2].op == "equal" and joined[-2].last - joined[-2].first <= _NEAR:
            first, between, last = joined[-3:]
            if any(set(before.folded[one.first:one.last]) & set(after.folded[two.other_first:two.other_last])
                   for one, two in ((first, last), (last, first))):
                joined[-3:] = [Step("replace", first.first, last.last, first.other_first, last.other_last)]
                continue
            gone, come = (first, last) if first.op == "delete" else (last, first)
            if (gone.op, come.op) != ("delete", "insert") or not (
                    is_name(before.raw[gone.first:gone.last])
                    and is_name(after.raw[come.other_first:come.other_last])):
                break
            joined[-3:] = [Step("replace", gone.first, gone.last, come.other_first, come.other_last), between]
    return joined


def _part_by_sense(before, after, first, last, other_first, other_last):
    """Return one change parted where both sides have a form or synonym of one word ("would cover" > "covered").

    The auxiliaries before such a word belong to it.
    """
    old, new = before.folded[first:last], after.folded[other_first:other_last]
    if len(set(old) & set(new)) or not old or not new:
        return [(first, last, other_first, other_last)]
    parts, here, there = [], first, other_first
    senses = [[word if raw[:1].isupper() else name_sense(word) for word, raw in zip(words, raws, strict=True)]
              for words, raws in ((old, before.raw[first:last]), (new, after.raw[other_first:other_last]))]
    for step in align(*senses):
        if step.op != "equal":
            continue
        for one, two in zip(range(first + step.first, first + step.last),
                            range(other_first + step.other_first, other_first + step.other_last), strict=True):
            begin, other_begin = one, two
            while begin > here and is_auxiliary(before.folded[begin - 1]):
                begin -= 1
            while other_begin > there and is_auxiliary(after.folded[other_begin - 1]):
                other_begin -= 1
            parts += [(here, begin, there, other_begin), (begin, one + 1, other_begin, two + 1)]
            here, there = one + 1, two + 1
    parts.append((here, last, there, other_last))
    return [part for part in parts if part[0] < part[1] or part[2] < part[3]]


def _compare_spelling(before, after, first, last, other_first, other_last):
    """Return the changes of spelling between two stretches of the same words."""
    changes = []
    for one, two in zip(range(first, last), range(other_first, other_last), strict=True):
        old, new = before.raw[one], after.raw[two]
        opens = one == 0 or two == 0
        if old != new and not (opens and old.casefold() == new.casefold()):
            changes.append((one, one + 1, two, two + 1))
        if one + 1 < last and (before.end[one] == before.start[one + 1]) != (after.end[two] == after.start[two + 1]):
            changes.append((one, one + 2, two, two + 2))
    return changes
