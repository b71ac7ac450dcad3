"""Find the stretches of speech: what stands in quotation marks, of what kind, and indirect speech.

Quotes are found on the paragraph, before sentences: a sentence is then read with each quote in it as
one token (cues.read_frame), which is how the words that name the speaker are found.
"""

from bisect import bisect_left
from typing import NamedTuple

import pandas as pd
import regex

from ..english.words import WORD, count_words
from ..tables import conform
from ..thresholds import threshold
from .kinds import find_kind, is_title
from .naming.discourse import Sentence
from .naming.media import find_medium
from .naming.names import read_names
from .naming.people import read_register
from .naming.speakers import make_reading, name_mentions, read_people, resolve
from .sentence.attribution import find_after, find_plain_speaker, find_speaker
from .sentence.frames import read_frame, read_frames
from .sentence.reported import cut_pieces, find_reported
from .sentence.tags import is_title_case

_HEADLINE = 200  # characters
_NESTED_REACH = 60  # characters read on both sides of a quote in a quote
_OPEN_ENDS = tuple(",?!—–-…")
_STOP = regex.compile(r"(?<=[.!?]) ")  # of the examples of rules
_MARKED = regex.compile(r"\"[^\"]+\"|(?<![\p{L}])'[^']+'(?!\p{L})")
_COLUMNS = ["article", "quote", "start", "end", "zone", "kind", "mention", "mention_start", "mention_end", "cue",
            "rule", "via", "continued", "words", "text", "speaker", "speaker_type", "side", "borrowed_from"]


class Span(NamedTuple):
    """What stands between one pair of marks."""

    start: int
    end: int
    opened: int
    closed: int
    style: str
    depth: int
    continued: bool


class Source(NamedTuple):
    """The words that name a speaker: their offsets, the cue, the pattern that found them, the medium quoted from."""

    start: int
    end: int
    cue: str | None
    rule: str
    via: str | None


def find_quotes(articles, paragraphs, marks, sentences, people=None):
    """Return the table `quotes` of the articles of one event; `people` is people.csv, or None.

    `borrowed_from` is left missing: that needs the remarks of the other articles.  Raises nothing on any text.
    """
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    read = _read_articles(texts, paragraphs, marks, sentences)
    register = _register(texts, read)
    aliases, sides = read_people(people)
    rows = []
    for name, text in texts.items():
        found, frames = read[name]
        spans = [(row[5].start, row[5].end) if row[5] else None for row in found]
        named = name_mentions(name, text, frames, register, aliases, spans)
        for number, ((start, end, zone, kind, continued, source, _), who) in enumerate(zip(found, named, strict=True)):
            content = text[start:end]
            mention = (text[source.start:source.end], *source) if source else (None,) * 6
            rows.append((name, number, start, end, zone, kind, *mention, continued, count_words(content), content,
                         who.name, who.kind, sides.get(who.name), None))
    table = pd.DataFrame(rows, columns=_COLUMNS)
    for column in ("mention_start", "mention_end"):
        table[column] = table[column].astype("Int64")
    return conform("quotes", table, articles)


def find_register(articles, paragraphs, marks, sentences):
    """Return the people.Register of the articles: the one identity of each person and body of the event."""
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    return _register(texts, _read_articles(texts, paragraphs, marks, sentences))


def _read_articles(texts, paragraphs, marks, sentences):
    """Return {article: (its rows as _read_article gives them, in order; its discourse.Sentences)}."""
    lines = group_rows(paragraphs, ["start", "end", "zone"])
    pairs = group_rows(marks, list(Span._fields))
    starts = group_rows(sentences, ["start"])
    read = {}
    for name, text in texts.items():
        spans = [_trim(text, Span(*pair)) for pair in pairs.get(name, ())]
        spans = [span for span in spans if WORD.search(text, span.start, span.end)]
        found, frames = _read_article(text, lines.get(name, ()), spans, [start for start, in starts.get(name, ())])
        rows = [(*row[:5], None if row[3] in ("scare", "title") else row[5], row[6]) for row in found]
        read[name] = sorted(rows, key=lambda row: row[:2]), frames
    return read


def _register(texts, read):
    """Return the Register of the texts; names in quotes and headlines are not the writer's."""
    names = {}
    for name, text in texts.items():
        rows, frames = read[name]
        skipped = [row[:2] for row in rows if row[3] != "indirect"]
        skipped += [(frame.spans[0][0], frame.spans[-1][1]) for frame, _, headline in frames if headline]
        names[name] = read_names(text, _merge(skipped))
    return read_register(names)


def _merge(spans):
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def resolve_example(text: str) -> str | None:
    """Return the rule that names [the words in brackets] of a text (see naming.speakers.WHO)."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    read = {"example": read_example(plain)}
    reading = make_reading("example", plain, read["example"][1], _register({"example": plain}, read), {})
    return resolve(reading, start, end)[0]


def read_example(text: str) -> tuple[list, list]:
    """Return (rows, Sentences) of one paragraph of an example, whose quotes stand in straight marks."""
    marks = [match.span() for match in _MARKED.finditer(text)]
    spans = [Span(start + 1, end - 1, start, end, "double", 0, False) for start, end in marks]
    stops = [match.end() for match in _STOP.finditer(text)]
    starts = [at for at in stops if not any(start < at < end for start, end in marks)]
    return _read_article(text, [(0, len(text), "body")], spans, starts)


def group_rows(table, columns):
    """Return {article: the values of the columns, a tuple a row}."""
    groups = {}
    for name, *row in zip(table["article"].astype(str), *(table[column].tolist() for column in columns), strict=True):
        groups.setdefault(name, []).append(tuple(row))
    return groups


def _trim(text, span):
    content = text[span.start:span.end]
    left = len(content) - len(content.lstrip())
    return span._replace(start=span.start + left, end=span.start + len(content.rstrip()))


def _read_article(text, paragraphs, spans, starts):
    """Return ([(start, end, zone, kind, continued, Source or None, rule of the kind)], the Sentences) of one text."""
    found, told = [], []
    outer, inner = [span for span in spans if span.depth == 0], [span for span in spans if span.depth]
    opened, opened_inside = [span.opened for span in outer], [span.opened for span in inner]
    said = announced = None  # who spoke last; whom the paragraph before announced with a colon
    for number, (start, end, zone) in enumerate(sorted(paragraphs)):
        first, last = bisect_left(opened, start), bisect_left(opened, end)
        quotes = [(number, outer[number].opened, outer[number].closed) for number in range(first, last)]
        frames = read_frames(text, start, end, quotes, starts)
        headline = zone == "headline" or _is_headline(text, start, end)
        told += [Sentence(frame, number, headline) for frame in frames if frame.spans]
        here = None
        for place, frame in enumerate(frames):
            kind = None
            found += [(*piece, zone, "indirect", False, source, source.rule)
                      for piece, source in _find_indirect(text, frame)]
            if not frame.slots:
                here = _plain_source(text, frame) or here
                continue
            for place_of, slot in frame.slots.items():
                span = outer[place_of]
                content = text[span.start:span.end]
                if not _is_alone(frame):
                    answer = find_speaker(frame, slot, content.endswith(_OPEN_ENDS))
                    source = answer and _source(text, frame, answer)
                else:
                    answer, source = None, _next_source(text, frame, frames[place + 1:place + 2], content)
                if source is None:
                    source = _carry(here, announced if span.opened == start else None, said, span, start)
                rule = "alone"
                if _is_alone(frame):
                    kind = "title" if span.style == "single" and _is_heading(frames, content) else "full"
                else:
                    rule, kind = find_kind(frame, slot, content, answer, kind)
                found.append((span.start, span.end, zone, kind, span.continued, source, rule))
                if source and kind not in ("scare", "title"):
                    here = said = source
            if kind in ("scare", "title"):
                here = _plain_source(text, frame) or here
        found += [(span.start, span.end, zone, _find_nested_kind(text, span), False, None, "in a quote")
                  for span in inner[bisect_left(opened_inside, start):bisect_left(opened_inside, end)]]
        announced = here if frames and frames[-1].tags[-1:] == ["colon"] else None
        said = here or said
    return found, told


def _is_headline(text, start, end):
    """Tell whether a line has the capitals of a headline and no stop at its end."""
    return end - start < _HEADLINE and text[end - 1:end] not in (".", "!", "?", ":", "”", '"') and \
        is_title_case(text[start:end].split())


def _find_nested_kind(text, span):
    """Return title or scare for a quote inside a quote: its marks are the speaker's, and so are its words."""
    first = max(0, span.opened - _NESTED_REACH)
    frame = read_frame(text, first, min(len(text), span.closed + _NESTED_REACH), [(0, span.opened, span.closed)])
    return "title" if is_title(frame, frame.slots[0], text[span.start:span.end], None) else "scare"


def _is_alone(frame):
    return all(tag in ("quote", "stop", "comma", "dash") for tag in frame.tags)


def _next_source(text, frame, following, content):
    """Return the speaker that the next sentence names: "What now?" Smith, who had lost, shouted."""
    if not following or following[0].slots or not content.endswith(("?", "!", "—", "…")):
        return None
    (number, slot), = list(frame.slots.items())[-1:]
    opened, closed = frame.spans[slot]
    joined = read_frame(text, opened, following[0].spans[-1][1], [(number, opened, closed)])
    answer = find_after(joined, 0, ends_open=True)
    return answer and _source(text, joined, answer)


def _is_heading(frames, content):
    """Tell whether a paragraph is no more than a few words in single marks: a heading, which quotes nobody."""
    return len(frames) == 1 and len(frames[0].slots) == 1 and count_words(content) <= threshold("marked_heading")


def _find_indirect(text, frame):
    """Yield (start, end) of each piece of reported speech in a sentence, and its Source."""
    for first, last, answer in find_reported(frame):
        for piece in cut_pieces(frame, first, last, answer, threshold("reported_words")):
            yield piece, _source(text, frame, answer)


def _plain_source(text, frame):
    answer = find_plain_speaker(frame)
    return answer and _source(text, frame, answer)


def _source(text, frame, answer):
    start, end = frame.spans[answer.first][0], frame.spans[answer.last][1]
    cue = None if answer.cue is None else frame.words[answer.cue]
    return Source(start, end, cue, answer.rule, find_medium(frame, text, (answer.first, answer.last)))


def _carry(here, announced, said, span, start):
    """Return the speaker of a quote whose sentence names none."""
    if here:
        return here._replace(rule="same paragraph")
    if announced:
        return announced._replace(rule="announced with a colon")
    if said and span.continued:
        return said._replace(rule="continued quote")
    if said and span.opened == start:
        return said._replace(rule="paragraph before")
    return None
