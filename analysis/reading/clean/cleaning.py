"""Tells the text of an article from the furniture of its page.

What a line says is judged in `furniture`, who wrote it in `bylines`, its shape in `signals`; this room
adds where it stands: lists run on after their opener, what is printed twice is kept once, and a line
without an end mark is a headline above the body, a heading inside it, a link below it.  Where the
signals don't suffice a line is body text.
"""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

import regex

from ...english.frequency import zipf
from ...english.words import fold, folded_words
from ...rules import Setting
from ..files import Document
from . import bylines, datelines, signals
from .blocks import label_blocks
from .furniture import DATE_LINE
from .glue import Part, join_fragments, part_glued
from .headline import HEADLINE_SHARE, label_headline, part_outlet, recurring
from .layout import cut, lay_out, list_lines
from .lists import follow_lists, mark_lists, mark_repeats
from .phrases import is_dated, is_section

PROSE_SHARE = Setting("prose_share", 0.3, "share of words in lines with end marks from which a missing one says "
                                          "something",
                      chosen="articles with all their furniture have more; lists and verse less")
STANDFIRST_WORDS = Setting("standfirst_words", 40, "longest standfirst in words above the byline",
                           chosen="standfirsts are one or two sentences")
TOLD_AGAIN = Setting("standfirst_told", 0.8, "share of a standfirst's words that a paragraph below must have",
                     chosen="a standfirst that is told again lacks a word or two")
QUESTIONS = Setting("questions", 3, "short questions before paragraphs from which they are headings",
                    chosen="one or two may be the writer's own")


_PLACE = regex.compile(r"\b(?:in|at|near|from|to|of|outside) (\p{Lu}[\p{L}'’-]+)")
_TORN, _FOLLOWS = regex.compile(r"(\p{L}+)[-\u00ad‐]$"), regex.compile(r"\p{Ll}+")  # a hyphen- | ated word
_VISIBLE = regex.compile(r"\S")


class RawPiece(NamedTuple):
    """A line of a raw file, or part of one: offsets, kind, the signals that decided, whether it goes on a paragraph.

    `glued`: it goes on a word of the piece before it.
    """

    line: int
    start: int
    end: int
    kind: str
    reason: str | None
    joined: bool
    glued: bool = False


def clean(raw: str, headline: str | None = None, titled: bool = False, extracted: bool = False) -> list[RawPiece]:
    """Return the pieces of `raw` in order, a list of RawPiece; between them stands only white space.

    `headline` is the headline if it is known; a line above the body that says the same is it.  `titled`: it stands
    elsewhere, none is looked for.  `extracted`: somebody has chosen the lines already, so that a place below the last
    paragraph or among links says nothing more of one.
    """
    counts = Counter(folded_words(raw))
    parts = join_fragments(part_glued(raw, lay_out(raw), counts))
    label_blocks(parts)
    mark_lists(parts)
    follow_lists(parts, counts, extracted)
    mark_repeats(parts)
    _mark_torn(parts)
    if _has_prose(parts):
        if not titled:
            label_headline(parts, counts, headline, _told(parts))
            parts = part_outlet(raw, parts)
        parts = _part_dateline(raw, parts)
        _label_standfirst(parts)
        body = [place for place, part in enumerate(parts) if part.prose]
        if body:
            first, last = _find_body(parts, body)
            told = _told(parts)
            _label_above(parts[:first], counts, told)
            _label_below(parts[last + 1:], parts[last], told, extracted)
            _label_inside(parts[first:last + 1])
            _label_author(parts)
    return [piece for part in parts for piece in _list_pieces(raw, part, counts)]


def _list_pieces(raw, part, counts):
    """Yield the pieces of a part; a hyphen that a printer put into a word at the end of a line is one of its own."""
    spans, kind, glued = part.block.spans, part.kind or "body", False
    for number, (line, start, end) in enumerate(spans):
        after = spans[number + 1] if number + 1 < len(spans) else None
        torn = after and _TORN.search(raw[start:end])
        follows = torn and _FOLLOWS.match(raw[after[1]:after[2]])
        if not follows:
            yield RawPiece(line, start, end, kind, part.reason, number > 0, glued)
            glued = False
            continue
        whole = fold(torn[1] + follows.group())
        printed = bool(counts[whole] or zipf(whole) > 0)
        yield RawPiece(line, start, end - printed, kind, part.reason, number > 0, glued)
        if printed:
            yield RawPiece(line, end - 1, end, "notice", "hyphen at the end of a line", False)
        glued = True


def clean_document(document: Document, headline: str | None = None) -> list[RawPiece]:
    """Return the pieces of a Document in order: of an export its body is cleaned, and its fields are notices.

    Line numbers and offsets count in the document's text.
    """
    raw = document.text
    if document.body is None:
        return clean(raw, headline, extracted=document.source == "page")
    around = [*document.body, document.headline] if document.headline else document.body
    pieces = clean(_blank(raw, around, keep=document.body), headline, titled=True)
    if document.headline:
        named = list_lines(_blank(raw, around, keep=[document.headline]))
        pieces += [RawPiece(line, start, end, "headline", "the field that names it", number > 0)
                   for number, (line, start, end) in enumerate(named)]
    pieces += [RawPiece(line, start, end, "notice", f"field of an export ({document.source})", False)
               for line, start, end in list_lines(_blank(raw, around))]
    return sorted(pieces, key=lambda piece: piece.start)


def _blank(raw, spans, keep=None):
    """Return `raw` with blanks in place of `spans`, or of all but `keep`; line ends stay, so that offsets do too."""
    parts, done = [], 0
    for start, end in sorted(spans if keep is None else keep):
        outside, inside = raw[done:start], raw[start:end]
        parts += [outside, _VISIBLE.sub(" ", inside)] if keep is None else [_VISIBLE.sub(" ", outside), inside]
        done = end
    rest = raw[done:]
    return "".join([*parts, rest if keep is None else _VISIBLE.sub(" ", rest)])


def _has_prose(parts):
    """Tell whether end marks say anything here: a good part of the words must stand in running text."""
    words = sum(part.words for part in parts if part.kind is None)
    return sum(part.words for part in parts if part.prose) >= PROSE_SHARE.value * words


def _mark_torn(parts):
    """Take the last line for a paragraph where it is one that was cut off, or that somebody speaks."""
    last = next((part for part in reversed(parts) if part.kind is None), None)
    if last is not None and not last.prose and last is not parts[0]:
        last.reads_as_prose = signals.LAST_LINES.decide(last.text)[0] in ("stops in mid-sentence", "spoken",
                                                                         "goes on behind a full stop")


def _label_standfirst(parts):
    """Label a paragraph between headline and byline or dateline that a later one tells again: the standfirst."""
    begun = next((place for place, part in enumerate(parts) if part.kind in ("dateline", "byline")), 0)
    titled = next((place for place, part in enumerate(parts) if part.kind == "headline"), -1)
    for place in range(titled + 1, begun):
        words = folded_words(parts[place].text)
        if parts[place].prose and 4 < len(words) <= STANDFIRST_WORDS.value:
            again = (folded_words(part.text) for part in parts[begun + 1:] if part.prose)
            if any(later[:len(words)] == words or len(set(words) & set(later)) >= TOLD_AGAIN.value * len(set(words))
                   for later in again):
                parts[place].label("heading", "standfirst, told again below")


def _told(parts):
    """Return the set of folded words of the paragraphs; the last of several may be a note on the author."""
    prose = [part for part in parts if part.prose]
    return {word for part in prose[:-1] or prose for word in folded_words(part.text)}


def _part_dateline(raw, parts):
    """Return `parts` with the dateline cut off the first paragraph that has one, among the first three."""
    early = [place for place, part in enumerate(parts) if part.prose][:3]
    places = {fold(place) for place in _PLACE.findall(raw)}
    labels = sum(datelines.has_label(part.text) for part in parts if part.prose)
    for place in early:
        length = datelines.find_dateline(parts[place].text, place == early[0], labels, places)
        if length:
            line, rest = cut(raw, parts[place].block, length)
            dateline = Part(line, "dateline", "place, day or agency before the first words")
            return [*parts[:place], dateline, Part(rest), *parts[place + 1:]]
    return parts


def _find_body(parts, body):
    """Return the places of the first and last paragraph; a standfirst above the byline is no first paragraph."""
    first = body[0]
    if len(body) > 1 and parts[first].words <= STANDFIRST_WORDS.value:
        between = {part.kind for part in parts[first + 1:body[1]]}
        if between & {"byline", "notice", "headline"}:
            first = body[1]
    return first, body[-1]


def _label_above(above, counts, told):
    """Label what stands above the first paragraph and has no end mark."""
    headline = next((place for place, part in enumerate(above) if part.kind == "headline"), len(above))
    found = headline < len(above)
    for place, part in enumerate(above):
        text = part.text
        if part.kind is not None or part.prose or signals.is_listed(text) or signals.is_subject(text):
            continue
        if not _label_aside(part, told):
            if signals.is_tags(text):
                part.label("notice", "a list of themes")
            elif datelines.is_dateline(text):
                part.label("dateline", "place or day on its own line, above the body")
            elif part.words < 4 and (place < headline or part.words == 1):
                part.label("notice", "a word or two above the headline" if found else "a word or two above the body")
            elif found and place < headline and recurring(text, counts) < HEADLINE_SHARE.value:
                part.label("link", "above the headline, and its words do not come back")
            elif part.twice:
                part.label("caption", "printed twice above the body")
            elif text.split()[0] in ("A", "An", "The") or signals.is_sentence(text):
                part.label("caption", "a scene above the body, no end mark")
            else:
                part.label("heading", "line above the body, no end mark")


def _label_aside(part, told):
    """Label a date, the names of sections or writers outside the body; return whether it is one."""
    if is_section(part.text):
        part.label("notice", "names of a site's sections")
    elif bylines.is_signature(part.text, told):
        part.label("byline", "names that the article does not speak of")
    elif is_dated(part.text):
        part.label("notice", DATE_LINE)
    return part.kind is not None


def _label_below(below, last, told, extracted=False):
    """Label what stands below the last paragraph; a list that it announces, speech and sentences are text.

    Behind a notice, where lists of other stories stand, they are titles.
    """
    if last.text.endswith(":"):
        return
    ended = False
    for part in below:
        text = part.text
        ended = ended or part.kind == "notice" or (extracted and part.kind == "link" and "address" not in part.reason)
        spoken = not ended and (signals.is_spoken(text) or (signals.has_speech(text) and part.words > 2))
        if part.kind is None and not part.listed and signals.is_tags(text):
            part.label("notice", "a list of themes")
        torn = text[0].islower() and part.words > 2
        told_here = not ended and signals.LAST_LINES.decide(text)[0]
        if part.kind is not None or spoken or torn or told_here or part.listed or signals.is_listed(text):
            continue
        if not _label_aside(part, told) and (ended or not extracted):
            part.label("link", "after the last paragraph, no end mark")


def _label_inside(parts):
    """Label headings and captions between the paragraphs; lists, speech and torn sentences are body text."""
    quoted = {run for part in parts if part.prose for run in signals.quoted_runs(part.text)}
    lines = [part for part in parts if part.kind is None]
    asked = [part for part, after in pairwise(lines)
             if signals.is_question(part.text) and after.prose and not signals.is_question(after.text)]
    if len(asked) >= QUESTIONS.value:
        for part in asked:
            part.label("heading", "one of several short questions")
    for before, part, after in zip(lines, lines[1:], lines[2:], strict=False):
        if part.kind is not None or part.prose:
            continue
        if part.listed:
            continue
        if signals.is_tags(part.text):
            part.label("notice", "a list of themes")
        elif part.twice:
            part.label("caption", "printed twice")
        elif signals.repeats_quote(part.text, quoted):
            part.label("caption", "says a quote of the text again, no end mark")
        elif _is_heading(before, part, after):
            part.label("heading", "short line between paragraphs, no end mark")


def _is_heading(before, part, after):
    text = part.text
    ended = before.text[-1] not in ":,;" and (before.kind is not None or before.prose)
    begun = after.prose and not after.text[0].islower()
    if not ended or not begun or text[-1] in ",;-–—" or text[0].islower() or signals.is_listed(text):
        return False
    if signals.is_spoken(text) and signals.has_speech(text):
        return False
    if text.isupper() or signals.is_title(text):
        return part.words <= signals.LINE_WORDS.value
    most = signals.HEADING_WORDS.value / (2 if signals.has_speech(text) else 1)  # longer ones may be speech
    return part.words <= most and not signals.is_sentence(text) and signals.has_end(before.text)


def _label_author(parts):
    """Label the notes about authors below the body: the last paragraphs, if they open with a name of the byline."""
    signed = {pair for part in parts if part.kind == "byline" for pair in pairwise(folded_words(part.text))}
    for part in reversed([part for part in parts if part.prose][1:]):
        words = folded_words(part.text[:200])
        if tuple(words[:2]) not in signed or words[2:3] in (["said"], ["says"], ["told"]):
            return
        part.label("notice", "tells of the author named in the byline")
