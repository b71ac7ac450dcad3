"""Tells the text of an article from the furniture of its page.

What a line looks like is in `signals` and `bylines`; this room adds where it stands: what is glued to
a neighbour is cut off, lists run on after their opener, what is printed twice is kept once, and a
line without an end mark is a headline above the body, a heading inside it, a link below it.  Where
the signals don't suffice a line is body text.
"""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from . import bylines, signals
from .glue import Part, join_fragments, part_glued
from .layout import cut, has_end, lay_out
from .thresholds import threshold
from .words import folded_words


class Piece(NamedTuple):
    """A line of a raw file, or part of one: offsets, kind, the signals that decided, whether it goes on a paragraph."""

    line: int
    start: int
    end: int
    kind: str
    reason: str | None
    joined: bool


def clean(raw, headline=None):
    """Return the pieces of `raw` in order, a list of Piece; between them stands only white space.

    `headline` is the headline if it is known; a line above the body that says the same is it.
    """
    counts = Counter(folded_words(raw))
    parts = join_fragments(part_glued(raw, lay_out(raw), counts))
    _follow_lists(parts, counts)
    _mark_repeats(parts)
    if _has_prose(parts):
        _label_headline(parts, counts, headline)
        parts = _part_dateline(raw, parts)
        body = [place for place, part in enumerate(parts) if part.prose]
        if body:
            first, last = _find_body(parts, body)
            _label_above(parts[:first], counts)
            _label_below(parts[last + 1:], parts[last], counts)
            _label_inside(parts[first:last + 1])
            _label_authors(parts)
    return [Piece(*span, part.kind or "body", part.reason, number > 0)
            for part in parts for number, span in enumerate(part.block.spans)]


def _has_prose(parts):
    """Tell whether end marks say anything here: a good part of the words must stand in running text."""
    words = [(len(part.text.split()), part.prose) for part in parts if part.kind is None]
    return sum(n for n, prose in words if prose) >= threshold("prose_share") * sum(n for n, _ in words)


def _follow_lists(parts, counts):
    """Label the lines after a link opener that stands alone: up to the next blank line, else to the next prose.

    Above the body, where menus and the headline stand, a line whose words come back in the text ends the list.
    """
    opened = tight = False
    above = True
    for before, part, after in zip(parts, parts[1:], [*parts[2:], None], strict=False):
        gap = part.line > before.last_line + 1
        if before.kind == "link" and signals.opens_list(before.text):
            opened, tight = True, not gap
        elif tight and gap:
            opened = False
        above = above and not before.prose
        if part.kind is not None:
            continue
        short = len(part.text.split()) <= threshold("link_words")
        asks = tight and not gap and short and part.text[-1] in "?!"
        opened = opened and (not part.prose or asks)
        if above and _recurring(part.text, counts) >= threshold("headline_share"):
            opened = False
        # Behind a single link a lone line may be a heading; of several the last one may.
        among = before.kind == "link" and not (part.prose or after is None or after.prose or after.kind or above)
        if opened or among:
            part.label("link", "in the list after a link opener" if opened else "in a row of links")


def _mark_repeats(parts):
    """Label later copies: of a line without an end mark, of a paragraph right behind it, of a run of paragraphs."""
    keys = [" ".join(folded_words(part.text)) for part in parts]
    seen = {}
    for place, part in enumerate(parts):
        line = part.kind == "caption" or (part.kind is None and not part.prose)
        if line and len(keys[place].split()) >= threshold("repeat_title"):
            before = parts[seen.setdefault(keys[place], place)]
            if before is not part:
                part.label("repeat", f"says the same as line {before.line}")
                before.twice = True
    for part, after in pairwise(parts):
        short = after.kind in (None, "caption") and len(after.text) > len(part.text) and after.text.startswith(part.text)
        if part.kind is None and short and len(part.text.split()) >= threshold("repeat_line"):
            part.label("repeat", f"the beginning of line {after.line}")
    prose = [place for place, part in enumerate(parts) if part.prose]
    first = {}
    back = [number - first.setdefault(keys[place], number) for number, place in enumerate(prose)]
    run = 0
    for number, place in enumerate(prose):
        run = run + 1 if number and back[number] == back[number - 1] > 0 else int(back[number] > 0)
        adjacent = back[number] == 1 and len(keys[place].split()) >= threshold("repeat_line")
        ends = number + 1 == len(prose) or back[number + 1] != back[number]
        if adjacent or (ends and run >= threshold("copied_run")):
            for later in range(number if adjacent else number - run + 1, number + 1):
                parts[prose[later]].label("repeat", f"says the same as line {parts[prose[later - back[later]]].line}")


def _recurring(text, counts):
    """Return the share of the longer words of `text` that come back elsewhere in the file."""
    words = Counter(word for word in folded_words(text) if len(word) > 3)
    return sum(counts[word] > times for word, times in words.items()) / max(len(words), 1)


def _label_headline(parts, counts, headline):
    """Find the headline among the lines above the body: as known, or the first one whose words come back in the text."""
    known = folded_words(headline or "")
    body = next((place for place, part in enumerate(parts) if part.prose), len(parts))
    for part in parts[:body + 3]:
        if known and part.kind is None and folded_words(part.text) == known:
            part.label("headline", "the headline in articles.csv")
            return
    if any(part.kind == "headline" for part in parts):
        return
    lines = [part for part in parts[:body] if part.kind is None and not _is_aside(part, counts)]
    titles = [part for part in lines if len(part.text.split()) > 1 and not part.text[0].islower()]
    for one, other in pairwise(titles):
        rest = folded_words(one.text)[len(folded_words(other.text)):]
        if rest and len(rest) <= 5 and folded_words(one.text)[:-len(rest)] == folded_words(other.text):
            one.label("repeat", f"the page's title, says the same as line {other.line}")
    titles = [part for part in titles if part.kind is None]
    found = next((part for part in titles if _recurring(part.text, counts) >= threshold("headline_share")),
                 next((part for part in titles if len(part.text.split()) > 3), None))
    if found:
        found.label("headline", "first line above the body, no end mark")
    elif not lines and body + 1 < len(parts) and _is_marked_headline(parts[body]):
        parts[body].label("headline", "short first line in headline case, or a question")


def _is_marked_headline(part):
    """Tell whether the first sentence of a file is its headline: a short question, or headline case."""
    short = len(part.text.split()) <= threshold("link_words") and len(part.text.split()) > 3
    return short and (part.text[-1] in "?!" or signals.is_title(part.text))


def _is_aside(part, counts):
    """Tell whether a line above the body is something else than a headline, whatever its words."""
    text = part.text
    return (signals.is_section(text) or signals.is_dated(text) or bylines.is_signature(text, counts)
            or (bylines.is_dateline(text) and len(text.split()) < 3))


def _find_body(parts, body):
    """Return the places of the first and last paragraph; a standfirst above the byline is no first paragraph."""
    first = body[0]
    if len(body) > 1 and len(parts[first].text.split()) <= threshold("standfirst_words"):
        between = parts[first + 1:body[1]]
        if any(part.kind in ("byline", "notice", "headline") for part in between):
            first = body[1]
    return first, body[-1]


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


def _label_above(above, counts):
    """Label what stands above the first paragraph and has no end mark."""
    places = [place for place, part in enumerate(above) if part.kind == "headline"]
    for place, part in enumerate(above):
        if part.kind is not None or part.prose:
            continue
        text, words = part.text, len(part.text.split())
        if signals.is_dated(text):
            part.label("notice", signals.DATE_LINE)
        elif signals.is_section(text):
            part.label("notice", "names of a site's sections")
        elif bylines.is_signature(text, counts):
            part.label("byline", "names that the article does not speak of")
        elif bylines.is_dateline(text):
            part.label("dateline", "place or day on its own line, above the body")
        elif words < 4 and not (places and place > places[0] and words > 1):
            part.label("notice", "a word or two above the headline" if places else "a word or two above the body")
        elif places and place < places[0] and _recurring(text, counts) < threshold("headline_share"):
            part.label("link", "above the headline, and its words do not come back")
        elif part.twice or text.split()[0] in ("A", "An", "The") or signals.is_sentence(text):
            part.label("caption", "printed twice above the body" if part.twice else "a scene above the body, no end mark")
        else:
            part.label("heading", "line above the body, no end mark")


def _label_below(below, last, counts):
    """Label what stands below the last paragraph; a list that it announces is text."""
    if last.text.endswith(":"):
        return
    for part in below:
        text, words = part.text, len(part.text.split())
        if part.kind is not None or signals.is_listed(text) or (text[0].islower() and words > 2):
            continue
        if signals.is_section(text):
            part.label("notice", "names of a site's sections")
        elif bylines.is_signature(text, counts):
            part.label("byline", "names that the article does not speak of")
        elif not signals.is_sentence(text) and not signals.has_speech(text) or words < 3:
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
        if part.prose or part.kind:
            continue
        if part.twice or signals.repeats_quote(part.text, quoted):
            part.label("caption", "printed twice" if part.twice else "says a quote of the text again, no end mark")
        elif _is_heading(before, part, after):
            part.label("heading", "short line between paragraphs, no end mark")


def _label_authors(parts):
    """Label the note about the author below the body: the last paragraph, if it opens with a name of the byline."""
    signed = {pair for part in parts if part.kind == "byline" for pair in pairwise(folded_words(part.text))}
    last = [part for part in parts if part.prose][-1]
    words = folded_words(last.text[:200])
    if tuple(words[:2]) in signed and {"is", "was", "has", "writes", "covers", "reports", "joined"} & set(words[2:4]):
        last.label("notice", "tells of the author named in the byline")


def _is_heading(before, part, after):
    text, words = part.text, len(part.text.split())
    if before.text[-1] in ":,;" or not (after.prose and not after.text[0].islower()):
        return False
    if before.kind is None and not before.prose or text[-1] in ",;-–—" or text[0].islower() or signals.is_listed(text):
        return False
    if signals.is_spoken(text):
        return False
    if text.isupper() or signals.is_title(text):
        return words <= threshold("title_words")
    most = threshold("speech_heading" if signals.has_speech(text) else "heading_words")
    return words <= most and not signals.is_sentence(text) and has_end(before.text)
