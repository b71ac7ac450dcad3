"""Finds the headline among the lines above the body, and parts it from the outlet's name behind it."""

from collections import Counter, namedtuple
from collections.abc import Mapping, Set
from itertools import pairwise

import regex

from ...english.words import folded_words
from ...rules import Rule, RuleList, Setting
from ..published import CLOCK_LINE
from . import bylines, datelines, signals
from .furniture import DATE_LINE, OPENER, PHOTO_CREDIT, READER
from .glue import Part
from .layout import cut
from .phrases import is_dated, is_paper, is_section

HEADLINE_SHARE = Setting("headline_share", 0.3, "share of a headline's longer words that come back in the text",
                         chosen="headlines repeat most of theirs, menus hardly any")
Title = namedtuple("Title", ["text", "words"])
_SOFT = {OPENER, READER, DATE_LINE, PHOTO_CREDIT, "opens like page furniture, no end mark", "photo label or credit",
         "words of a page notice"}
_BEHIND = regex.compile(r"\s*(?:\s*\|\s*|\s+[-–—]\s+)((?:[Tt]he )?\p{Lu}[\p{L}\p{N}.'’&]*(?: (?:of|and|the|&"
                        r"|\p{Lu}[\p{L}\p{N}.'’]*|\d+)){0,4})$")


def recurring(text: str, counts: Mapping[str, int]) -> float:
    """Return the share of the longer words of `text` that come back elsewhere in the file."""
    words = Counter(word for word in folded_words(text) if len(word) > 3)
    return sum(counts[word] > times for word, times in words.items()) / max(len(words), 1)


def label_headline(parts: list[Part], counts: Mapping[str, int], headline: str | None, told: Set[str]) -> None:
    """Label the headline among the lines above the body: as known, or the first whose words come back in the text.

    `told` is the set of the folded words of the paragraphs.
    """
    known = folded_words(headline or "")
    body = next((place for place, part in enumerate(parts) if part.prose), len(parts))
    for part in parts[:body + 3]:
        if known and part.kind is None and folded_words(part.text) == known:
            part.label("headline", "the headline that is known already")
            return
    if any(part.kind == "headline" for part in parts):
        return
    body = _drop_appeal(parts, counts, body)
    for part in [part for part in parts[:body] if part.words > 3][:1]:
        if part.reason in _SOFT and not signals.has_end(part.text.rstrip(":")) and _is_rescued(part, counts):
            part.kind = part.reason = None
    lines = [part for part in parts[:body] if part.kind is None and not _is_aside(part.text, told)]
    titles = [part for before, part in zip([None, *parts], parts[:body], strict=False)
              if part in lines and part.words > 1 and not part.text[0].islower()
              and not (before is not None and CLOCK_LINE.match(before.text) and part is not lines[0])]
    for one, other in pairwise(titles):
        title, short = folded_words(one.text), folded_words(other.text)
        if title[:len(short)] == short and 0 < len(title) - len(short) <= 5:
            one.label("repeat", f"the page's title, says the same as line {other.line}")
    titles = [part for part in titles if part.kind is None]
    for place, part in enumerate(titles):
        if _is_surpassed(part, titles[place + 1:], counts):
            part.label("notice", "a menu or the site's name above the headline")
    titles = [part for part in titles if part.kind is None]
    live = any(CLOCK_LINE.match(part.text) for part in parts)
    _, found = HEADLINES.decide(titles, live, counts)
    if found:
        found.label("headline", "first line above the body, no end mark")
    elif not lines and body + 1 < len(parts) and _is_marked_headline(parts[body]):
        parts[body].label("headline", "short first line in headline case, or a question")


def part_outlet(raw: str, parts: list[Part]) -> list[Part]:
    """Return `parts` with the outlet's name cut off the end of the headline."""
    for place, part in enumerate(parts):
        if part.kind == "headline":
            found = _BEHIND.search(part.text)
            if not found or len(part.text[:found.start()].split()) < 3:
                return parts
            if "|" not in found.group() and not is_paper(found[1]):
                return parts
            head, tail = cut(raw, part.block, found.start())
            parts[place:place + 1] = [Part(head, part.kind, part.reason),
                                      Part(tail, "notice", "the outlet's name behind the headline")]
            return parts
    return parts


def _is_rescued(part, counts):
    if part.reason == DATE_LINE and all(word[0].isdigit() for word in part.text.split()):
        return False
    if part.reason in (PHOTO_CREDIT, "photo label or credit"):
        return bool(_BEHIND.search(part.text)) and recurring(part.text, counts) >= HEADLINE_SHARE.value
    return 2 * recurring(part.text, counts) >= 1


def _drop_appeal(parts, counts, body):
    """Label a cry such as Support The Echo! above a line that repeats more of the text; return the body's place."""
    if body < len(parts) and parts[body].text.endswith("!") and parts[body].words < 9:
        rest = next((place for place in range(body + 1, len(parts)) if parts[place].prose), len(parts))
        better = [part for part in parts[body + 1:rest] if part.kind is None and part.words > 3]
        if any(recurring(part.text, counts) > recurring(parts[body].text, counts) for part in better):
            parts[body].label("notice", "an appeal above the headline")
            return rest
    return body


def _is_surpassed(part, later, counts):
    """Tell whether a line of capitalised words alone is a menu or the site's name: a later line repeats more."""
    words = part.text.rstrip("!").split()
    if len(words) > 8 or not all(word[0].isupper() or not word[0].isalpha() for word in words):
        return False
    least = recurring(part.text, counts)
    return any(other.words > 3 and recurring(other.text, counts) > least for other in later)


def _is_aside(text, told):
    """Tell whether a line above the body is no headline, whatever its words."""
    return ASIDES.decide(text, told)[0] is not None


def _is_day(text, told):
    return is_dated(text) and not any(len(word) > 3 and word in told for word in folded_words(text)[:1])


ASIDES = RuleList("Which line above the body is no headline, whatever its words?", (
    Rule("listed", lambda text, told: signals.is_listed(text), "A line of a list heads nothing.",
         yes=("• Bath shut", ), no=("Bath shut for good",)),
    Rule("goes on", lambda text, told: text[-1] in ",-–—:", "A headline does not end in a mark that goes on.",
         yes=("In the news today:", "Bath shut,"), no=("Bath shut: a town in tears",)),
    Rule("section", lambda text, told: is_section(text), "The name of a section, or the path to it, is the site's.",
         yes=("World News", "Home / World / Europe"), no=("World swimmers mourn bath",)),
    Rule("themes", lambda text, told: signals.is_tags(text), "Themes parted by commas are the site's.",
         yes=("Bath, Ellby, Council, Swimming",), no=("Bath, council and river: a history of Ellby",)),
    Rule("day", _is_day, "Most of its words are a day or a clock, and the text does not speak of its first word.",
         yes=("Monday 3 March 2025, 10:15",), no=("Ten days that shut the bath",)),
    Rule("signature", bylines.is_signature, "Whoever signs is not the subject.",
         yes=("By Ann Bellamy", "Staff Reporter"), no=("Bellamy quits over bath",)),
    Rule("dateline", lambda text, told: datelines.is_dateline(text) and len(text.split()) < 3,
         "A place in capitals stands before the text; three words and more may be a headline in capitals.",
         yes=("ELLBY",), no=("ELLBY BATH SHUT",)),
), lambda text: ASIDES.decide(text, frozenset())[0])


def _in_capitals(titles, part):
    return part.words == 3 and len(titles) == 1 and part.text.isupper() and "," not in part.text


def _decide_headline(lines):
    """Return the rule by which the first or a later of lines parted by bars is the headline of a text on a bath."""
    told = Counter(folded_words("The old bath of Ellby is shut, its swimmers told the council of the town. " + lines))
    titles = [Title(text, len(text.split())) for text in lines.split(" || ")]
    live = any(CLOCK_LINE.match(line.text) for line in titles)
    return HEADLINES.decide(titles, live, told)[0]


HEADLINES = RuleList("Which of the lines above the body is the headline?", (
    Rule("first line of a live page", lambda titles, live, counts: live and next(
        (part for part in titles[:1] if part.words > 3), None),
         "Posts with clocks tell something else than the headline of their page.",
         yes=("Storm over Norhaven, live || 10:15",), no=("Storm || 10:15",)),
    Rule("repeated by the text", lambda titles, live, counts: next(
        (part for part in titles if recurring(part.text, counts) >= HEADLINE_SHARE.value), None),
         "A text repeats most longer words of its headline, hardly any of a menu.",
         yes=("Ellby council shuts old bath", "Latest from us || Swimmers mourn Ellby bath"),
         no=("Waters rising",)),
    Rule("four words", lambda titles, live, counts: next((part for part in titles if part.words > 3), None),
         "A play on words repeats nothing; names of sections are short.",
         yes=("No more laps, no more splash",), no=("Our newsletters",)),
    Rule("three words in capitals", lambda titles, live, counts: next(
        (part for part in titles if _in_capitals(titles, part)), None),
         "Alone above the text, in capitals, without a comma: a headline of an agency or a tabloid.",
         yes=("WATERS STAY CALM",), no=("WATERS, STAY, CALM", "Waters stay calm")),
), _decide_headline)


def _is_marked_headline(part):
    """Tell whether the first sentence of a file is its headline: a short question, or headline case."""
    return 3 < part.words <= signals.LINE_WORDS.value and (part.text[-1] in "?!" or signals.is_title(part.text))
