"""Lines that belong together: lists that a line announces, links behind an opener, what is printed twice."""

from collections.abc import Mapping
from itertools import pairwise

from ...english.words import folded_words
from ...rules import Setting
from . import signals
from .glue import Part
from .headline import HEADLINE_SHARE, recurring
from .phrases import opens_list

REPEAT_LINE = Setting("repeat_line", 8, "length in words from which a sentence printed again is a repeat",
                      chosen="shorter ones ('He declined.') may come back")
COPIED_RUN = Setting("copied_run", 3, "paragraphs in a row that must come again for a page to have printed its text "
                                      "twice",
                     chosen="live reports print one or two again on purpose")


def mark_lists(parts: list[Part]) -> None:
    """Mark the lines of lists that a line with a colon announces: what comes again there comes again on purpose."""
    listed = False
    for before, part in pairwise(parts):
        listed = (before.text.endswith(":") and before.kind is None) or (listed and not before.prose)
        part.listed = listed and not part.prose


def follow_lists(parts: list[Part], counts: Mapping[str, int], extracted: bool = False) -> None:
    """Label the lines after a link opener that stands alone: up to the next blank line, else to the next prose.

    Above the body, where menus and the headline stand, a line whose words come back in the text ends the
    list.  Of several lines behind a single link all but the last are links: that may be a heading.
    """
    opened = tight = False
    above = True
    for before, part, after in zip(parts, parts[1:], [*parts[2:], None], strict=False):
        gap = part.line > before.last_line + 1
        if part.reason == "only addresses or tags" and signals.is_listed(before.text) and before.kind is None:
            part.kind = part.reason = None  # the address of an item of a list
        if before.kind == "link" and opens_list(before.text):
            opened, tight = True, not gap
        elif tight and gap:
            opened = False
        above = above and not before.prose
        if part.kind is not None:
            continue
        asks = tight and not gap and part.words <= signals.LINE_WORDS.value and part.text[-1] in "?!"
        opened = opened and (not part.prose or asks)
        if above and recurring(part.text, counts) >= HEADLINE_SHARE.value:
            opened = False
        among = before.kind == "link" and not (
            (extracted and "address" in before.reason) or signals.is_listed(part.text) or part.prose
            or after is None or after.prose or after.kind or above)
        if opened or among:
            part.label("link", "in the list after a link opener" if opened else "in a row of links")


def mark_repeats(parts: list[Part]) -> None:
    """Label later copies of a line without an end mark, beginnings of the next line, and paragraphs printed again."""
    keys = [" ".join(folded_words(part.text)) for part in parts]
    seen = {}
    for part, key in zip(parts, keys, strict=True):
        line = not part.listed and (part.kind == "caption" or (part.kind is None and not part.prose))
        if line and len(key.split()) >= signals.REPEAT_WORDS.value:
            before = seen.setdefault(key, part)
            if before is not part:
                part.label("repeat", f"says the same as line {before.line}")
                before.twice = True
    for part, after in pairwise(parts):
        longer = len(after.text) > len(part.text) and after.kind in (None, "caption")
        if part.kind is None and longer and part.words >= REPEAT_LINE.value and after.text.startswith(part.text):
            part.label("repeat", f"the beginning of line {after.line}")
    prose = [place for place, part in enumerate(parts) if part.prose]
    for number, original in _copied([keys[place] for place in prose]):
        parts[prose[number]].label("repeat", f"says the same as line {parts[prose[original]].line}")


def _copied(keys):
    """Return [(number, original)] of the paragraphs right behind their original, or in a run that comes again.

    Live reports and refrains print one paragraph again on purpose.
    """
    first, copies, run = {}, [], []
    back = [number - first.setdefault(key, number) for number, key in enumerate(keys)]
    for number, distance in enumerate([*back, 0]):
        if run and distance != back[run[-1]]:
            if len(run) >= COPIED_RUN.value:
                copies += [(copy, copy - back[copy]) for copy in run]
            elif back[run[0]] == 1 and len(keys[run[0]].split()) >= REPEAT_LINE.value:
                copies.append((run[0], run[0] - 1))
            run = []
        if distance:
            run.append(number)
    return copies
