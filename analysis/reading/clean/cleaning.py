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

from ...english.words import folded_words
from ...thresholds import threshold
from . import bylines, signals
from .furniture import DATE_LINE, is_dated, is_section, opens_list
from .glue import Part, join_fragments, part_glued
from .layout import cut, lay_out, list_lines


_VISIBLE = regex.compile(r"\S")


class Piece(NamedTuple):
    """A line of a raw file, or part of one: offsets, kind, the signals that decided, whether it goes on a paragraph."""

    line: int
    start: int
    end: int
    kind: str
    reason: str | None
    joined: bool


def clean(raw, headline=None, titled=False):
    """Return the pieces of `raw` in order, a list of Piece; between them stands only white space.

    `headline` is the headline if it is known; a line above the body that says the same is it.  `titled`: it stands
    elsewhere, none is looked for.
    """
    counts = Counter(folded_words(raw))
    parts = join_fragments(part_glued(raw, lay_out(raw), counts))
    _follow_lists(parts, counts)
    _mark_repeats(parts)
    if _has_prose(parts):
        if not titled:
            _label_headline(parts, counts, headline)
        parts = _part_dateline(raw, parts)
        body = [place for place, part in enumerate(parts) if part.prose]
        if body:
            first, last = _find_body(parts, body)
            told = _told(parts)
            _label_above(parts[:first], counts, told)
            _label_below(parts[last + 1:], parts[last], told)
            _label_inside(parts[first:last + 1])
            _label_author(parts)
    return [Piece(*span, part.kind or "body", part.reason, number > 0)
            for part in parts for number, span in enumerate(part.block.spans)]


def clean_document(document, headline=None):
    """Return the pieces of a Document in order: of an export its body is cleaned, and its fields are notices.

    Line numbers and offsets count in the document's text.
    """
    raw = document.text
    if document.body is None:
        return clean(raw, headline)
    around = [*document.body, document.headline] if document.headline else document.body
    pieces = clean(_blank(raw, around, keep=document.body), headline, titled=True)
    if document.headline:
        pieces += [Piece(line, start, end, "headline", "the field that names it", number > 0)
                   for number, (line, start, end) in enumerate(list_lines(_blank(raw, around, keep=[document.headline])))]
    pieces += [Piece(line, start, end, "notice", f"field of an export ({document.source})", False)
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
    return sum(part.words for part in parts if part.prose) >= threshold("prose_share") * words


def _told(parts):
    """Return the set of folded words of the paragraphs; the last of several may be a note on the author."""
    prose = [part for part in parts if part.prose]
    return {word for part in prose[:-1] or prose for word in folded_words(part.text)}


def _recurring(text, counts):
    """Return the share of the longer words of `text` that come back elsewhere in the file."""
    words = Counter(word for word in folded_words(text) if len(word) > 3)
    return sum(counts[word] > times for word, times in words.items()) / max(len(words), 1)


def _follow_lists(parts, counts):
    """Label the lines after a link opener that stands alone: up to the next blank line, else to the next prose.

    Above the body, where menus and the headline stand, a line whose words come back in the text ends the
    list.  Of several lines behind a single link all but the last are links: that may be a heading.
    """
    opened = tight = False
    above = True
    for before, part, after in zip(parts, parts[1:], [*parts[2:], None], strict=False):
        gap = part.line > before.last_line + 1
        if before.kind == "link" and opens_list(before.text):
            opened, tight = True, not gap
        elif tight and gap:
            opened = False
        above = above and not before.prose
        if part.kind is not None:
            continue
        asks = tight and not gap and part.words <= threshold("link_words") and part.text[-1] in "?!"
        opened = opened and (not part.prose or asks)
        if above and _recurring(part.text, counts) >= threshold("headline_share"):
            opened = False
        among = before.kind == "link" and not (part.prose or after is None or after.prose or after.kind or above)
        if opened or among:
            part.label("link", "in the list after a link opener" if opened else "in a row of links")


def _mark_repeats(parts):
    """Label later copies of a line without an end mark, beginnings of the next line, and paragraphs printed again."""
    keys = [" ".join(folded_words(part.text)) for part in parts]
    seen = {}
    for part, key in zip(parts, keys, strict=True):
        line = part.kind == "caption" or (part.kind is None and not part.prose)
        if line and len(key.split()) >= threshold("repeat_title"):
            before = seen.setdefault(key, part)
            if before is not part:
                part.label("repeat", f"says the same as line {before.line}")
                before.twice = True
    for part, after in pairwise(parts):
        longer = len(after.text) > len(part.text) and after.kind in (None, "caption")
        if part.kind is None and longer and part.words >= threshold("repeat_line") and after.text.startswith(part.text):
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
            if len(run) >= threshold("copied_run"):
                copies += [(copy, copy - back[copy]) for copy in run]
            elif back[run[0]] == 1 and len(keys[run[0]].split()) >= threshold("repeat_line"):
                copies.append((run[0], run[0] - 1))
            run = []
        if distance:
            run.append(number)
    return copies


def _label_headline(parts, counts, headline):
    """Find the headline among the lines above the body: as known, or the first whose words come back in the text."""
    known = folded_words(headline or "")
    body = next((place for place, part in enumerate(parts) if part.prose), len(parts))
    for part in parts[:body + 3]:
        if known and part.kind is None and folded_words(part.text) == known:
            part.label("headline", "the headline that is known already")
            return
    if any(part.kind == "headline" for part in parts):
        return
    told = _told(parts)
    lines = [part for part in parts[:body] if part.kind is None and not _is_aside(part.text, told)]
    titles = [part for part in lines if part.words > 1 and not part.text[0].islower()]
    for one, other in pairwise(titles):
        title, short = folded_words(one.text), folded_words(other.text)
        if title[:len(short)] == short and 0 < len(title) - len(short) <= 5:
            one.label("repeat", f"the page's title, says the same as line {other.line}")
    titles = [part for part in titles if part.kind is None]
    found = next((part for part in titles if _recurring(part.text, counts) >= threshold("headline_share")),
                 next((part for part in titles if part.words > 3), None))
    if found:
        found.label("headline", "first line above the body, no end mark")
    elif not lines and body + 1 < len(parts) and _is_marked_headline(parts[body]):
        parts[body].label("headline", "short first line in headline case, or a question")


def _is_aside(text, told):
    """Tell whether a line above the body is no headline, whatever its words."""
    return (signals.is_listed(text) or text[-1] in ",-–—:" or is_section(text) or is_dated(text)
            or bylines.is_signature(text, told) or (bylines.is_dateline(text) and len(text.split()) < 3))


def _is_marked_headline(part):
    """Tell whether the first sentence of a file is its headline: a short question, or headline case."""
    return 3 < part.words <= threshold("link_words") and (part.text[-1] in "?!" or signals.is_title(part.text))


def _part_dateline(raw, parts):
    """Return `parts` with the dateline cut off the first paragraph that has one, among the first three."""
    early = [place for place, part in enumerate(parts) if part.prose][:3]
    labels = sum(bylines.has_label(part.text) for part in parts if part.prose)
    for place in early:
        length = bylines.find_dateline(parts[place].text, place == early[0], labels)
        if length:
            line, rest = cut(raw, parts[place].block, length)
            dateline = Part(line, "dateline", "place, day or agency before the first words")
            return [*parts[:place], dateline, Part(rest), *parts[place + 1:]]
    return parts


def _find_body(parts, body):
    """Return the places of the first and last paragraph; a standfirst above the byline is no first paragraph."""
    first = body[0]
    if len(body) > 1 and parts[first].words <= threshold("standfirst_words"):
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
            if bylines.is_dateline(text):
                part.label("dateline", "place or day on its own line, above the body")
            elif part.words < 4 and (place < headline or part.words == 1):
                part.label("notice", "a word or two above the headline" if found else "a word or two above the body")
            elif found and place < headline and _recurring(text, counts) < threshold("headline_share"):
                part.label("link", "above the headline, and its words do not come back")
            elif part.twice:
                part.label("caption", "printed twice above the body")
            elif text.split()[0] in ("A", "An", "The") or signals.is_sentence(text):
                part.label("caption", "a scene above the body, no end mark")
            else:
                part.label("heading", "line above the body, no end mark")


def _label_aside(part, told):
    """Label a date, the names of sections or writers outside the body; return whether it is one."""
    if is_dated(part.text):
        part.label("notice", DATE_LINE)
    elif is_section(part.text):
        part.label("notice", "names of a site's sections")
    elif bylines.is_signature(part.text, told):
        part.label("byline", "names that the article does not speak of")
    return part.kind is not None


def _label_below(below, last, told):
    """Label what stands below the last paragraph; a list that it announces, speech and sentences are text.

    Behind a notice, where lists of other stories stand, they are titles.
    """
    if last.text.endswith(":"):
        return
    ended = False
    for part in below:
        text = part.text
        ended = ended or part.kind == "notice"
        spoken = not ended and (signals.is_spoken(text) or (signals.has_speech(text) and part.words > 2))
        torn = text[0].islower() and part.words > 2
        told_here = not ended and signals.is_sentence(text)
        if part.kind is not None or spoken or torn or told_here or signals.is_listed(text):
            continue
        if not _label_aside(part, told):
            part.label("link", "after the last paragraph, no end mark")


def _label_inside(parts):
    """Label headings and captions between the paragraphs; lists, speech and torn sentences are body text."""
    quoted = {run for part in parts if part.prose for run in signals.quoted_runs(part.text)}
    lines = [part for part in parts if part.kind is None]
    asked = [part for part, after in pairwise(lines)
             if signals.is_question(part.text) and after.prose and not signals.is_question(after.text)]
    if len(asked) >= threshold("questions"):
        for part in asked:
            part.label("heading", "one of several short questions")
    for before, part, after in zip(lines, lines[1:], lines[2:], strict=False):
        if part.kind is not None or part.prose:
            continue
        if part.twice:
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
        return part.words <= threshold("title_words")
    most = threshold("speech_heading" if signals.has_speech(text) else "heading_words")
    return part.words <= most and not signals.is_sentence(text) and signals.has_end(before.text)


def _label_author(parts):
    """Label the notes about authors below the body: the last paragraphs, if they open with a name of the byline."""
    signed = {pair for part in parts if part.kind == "byline" for pair in pairwise(folded_words(part.text))}
    for part in reversed([part for part in parts if part.prose][1:]):
        words = folded_words(part.text[:200])
        if tuple(words[:2]) not in signed or {"is", "was", "has", "writes", "covers", "reports"}.isdisjoint(words[2:4]):
            return
        part.label("notice", "tells of the author named in the byline")
