"""Read one text for speech: what stands in quotation marks, of what kind, indirect speech, and transcripts.

Quotes are found on the paragraph, before sentences: a sentence is then read with each quote in it as one token
(sentence/tagged.py), which is how the words that name the speaker are found.  A quote whose sentence names nobody
takes the speaker by the rules of CARRIED.
"""

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

import regex

from ..english.words import count_words
from ..reading.clean.signals import HEADING_WORDS
from ..rules import Rule, RuleList, Setting
from .kinds import find_kind, is_title
from .sentence.after_quote import Attribution, find_after
from .sentence.attribution import find_plain_speaker, find_speaker
from .sentence.noun_phrases import phrase_starting
from .sentence.reported import cut_pieces, find_reported
from .sentence.tagged import Tagged, tag_paragraph, tag_sentence
from .sentence.tags import is_title_case
from .sentence.verbs import is_finite
from .speakers.discourse import Sentence
from .speakers.media import find_medium
from .transcripts import find_turns

REPORTED = Setting("reported_words", 4, "words from which reported speech beside a quote is a row of its own",
                   chosen="shorter pieces (there were, and that) carry no report")
_HEADLINE = 200  # characters
_NESTED_REACH = 60  # characters read on both sides of a quote in a quote
_ENDS = regex.compile(r"[.?!](?:\s|$)|[,;:—–-]$")
_OPEN_ENDS = tuple(",?!—–-…")


class Span(NamedTuple):
    """What stands between one pair of marks."""

    start: int
    end: int
    opened: int
    closed: int
    style: str
    depth: int
    continued: bool
    lost: bool


class Source(NamedTuple):
    """The words that name a speaker: their offsets, the cue, the pattern that found them, the medium quoted from."""

    start: int
    end: int
    cue: str | None
    rule: str
    via: str | None


class Floor:
    """Who spoke or acted last: Sources, and tagged sentences without quotes, which are read only when a quote asks."""

    def __init__(self, text: str):
        self._text, self._paragraph = text, 0
        self._last: list[tuple[int, Source | Tagged]] = []  # (paragraph, who)

    def enter(self, paragraph: int) -> None:
        """Go on to the paragraph with this number."""
        self._paragraph = paragraph

    def note(self, who: Source | Tagged) -> None:
        """Note a speaker, or a sentence whose subject may be one."""
        self._last.append((self._paragraph, who))

    def clear(self) -> None:
        """Forget all: a line of a transcript has its speaker."""
        self._last = []

    def here(self) -> Source | None:
        """Return who spoke or acted last in this paragraph, or None."""
        return self._find(self._paragraph)

    def said(self) -> Source | None:
        """Return who spoke or acted last, or None."""
        return self._find(0)

    def _find(self, least):
        while self._last and self._last[-1][0] >= least:
            paragraph, who = self._last.pop()
            source = _plain_source(self._text, who) if isinstance(who, Tagged) else who
            if source:
                self._last.append((paragraph, source))
                return source
        return None


class Unnamed(NamedTuple):
    """A quote whose sentence names nobody, and who was named around it."""

    floor: Floor
    announced: Source | None  # by a paragraph that ends with a colon
    span: Span
    opens: bool               # it opens its paragraph


def trim(text: str, span: Span) -> Span:
    """Return the span without white space at its ends."""
    content = text[span.start:span.end]
    if content == content.strip():
        return span
    left = len(content) - len(content.lstrip())
    return span._replace(start=span.start + left, end=span.start + len(content.rstrip()))


def read_passages(text: str, paragraphs: list, spans: list, starts: list,
                  surnames: Callable[[], frozenset] = frozenset) -> tuple[list, list]:
    """Return ([(start, end, zone, kind, continued, Source or None, rule of the kind)], the Sentences) of one text.

    `paragraphs` are (start, end, zone), `spans` the Spans of its marks, `starts` the starts of its sentences,
    `surnames` gives those of the event when asked.
    """
    found, told = [], []
    outer, inner = [span for span in spans if span.depth == 0], [span for span in spans if span.depth]
    opened, opened_inside = [span.opened for span in outer], [span.opened for span in inner]
    turns = {turn.start: turn for turn in find_turns(text, paragraphs, surnames)}
    floor, announced = Floor(text), None  # whom the paragraph before announced with a colon
    alone = []  # the rows of the paragraph before, where it is nothing but quotes
    for number, (start, end, zone) in enumerate(sorted(paragraphs)):
        first, last = bisect_left(opened, start), bisect_left(opened, end)
        if start in turns:
            turn = turns[start]
            if turn.speaker:
                source = Source(*turn.speaker, None, "speaker line", None)
                found.append((turn.words, end, zone, "full", False, source, "speaker line"))
            floor.clear()
            announced = None
            continue
        quotes = [(at, outer[at].opened, outer[at].closed) for at in range(first, last)]
        all_tagged = tag_paragraph(text, start, end, quotes, starts)
        headline = zone == "headline" or _is_headline(text, start, end)
        told += [Sentence(tagged, at, number, headline) for tagged in all_tagged if (at := tagged.first) is not None]
        floor.enter(number)
        _, signed = SIGNED.decide(text, all_tagged)
        if signed:
            for at in alone:
                found[at] = (*found[at][:3], "full", found[at][4], signed, found[at][6])
            floor.note(signed)
            continue
        before = len(found)
        _read_paragraph(text, start, zone, all_tagged, outer, (floor, announced), found)
        alone = list(range(before, len(found))) if quotes and all(_is_alone(tagged) for tagged in all_tagged) else []
        found += [(*span[:2], zone, _find_nested_kind(text, span), False, None, "in a quote")
                  for span in inner[bisect_left(opened_inside, start):bisect_left(opened_inside, end)]]
        announced = floor.here() if _ends_in_colon(all_tagged) else None
    return found, told


def _read_paragraph(text, start, zone, all_tagged, outer, known, found):
    """Add the rows of one paragraph to `found`, and who speaks in it to the Floor."""
    floor, announced = known
    for place, tagged in enumerate(all_tagged):
        kind = None
        if tagged.quotes or tagged.may_report():  # with quotes it is read anyway
            found += [(*piece, zone, "indirect", False, source, None)
                      for piece, source in _find_indirect(text, tagged)]
        if not tagged.quotes:
            floor.note(tagged)
            continue
        alone = _is_alone(tagged)
        for number, slot in tagged.slots.items():
            span = outer[number]
            content = text[span.start:span.end]
            if alone:
                answer, source = None, _next_source(text, tagged, all_tagged[place + 1:place + 2], content, span)
                heading = _is_heading(all_tagged, content, span) and not (announced and span.opened == start)
                rule, kind = "alone", "title" if heading else "full"
            else:
                answer = find_speaker(tagged, slot, content.endswith(_OPEN_ENDS))
                source = answer and _source(text, tagged, answer)
                rule, kind = find_kind(tagged, slot, content, answer, kind)
            if source is None:
                source = _carry(Unnamed(floor, announced, span, span.opened == start))
            found.append((span.start, span.end, zone, kind, span.continued, source, rule))
            if source and kind not in ("scare", "title"):
                floor.note(source)
        if kind in ("scare", "title"):
            floor.note(tagged)


def _ends_in_colon(all_tagged):
    """Tell whether a paragraph ends in a colon, brackets behind it aside."""
    last = all_tagged[-1] if all_tagged else None
    return last is not None and ":" in last.text[last.start:last.end] and last.tags[-1:] == ["colon"]


def _is_headline(text, start, end):
    """Tell whether a line has the capitals of a headline and no stop at its end."""
    return end - start < _HEADLINE and text[end - 1:end] not in (".", "!", "?", ":", "”", '"') and \
        is_title_case(text[start:end].split())


def _find_nested_kind(text, span):
    """Return title or scare for a quote inside a quote: its marks are the speaker's, and so are its words."""
    first = max(0, span.opened - _NESTED_REACH)
    tagged = tag_sentence(text, first, min(len(text), span.closed + _NESTED_REACH), [(0, span.opened, span.closed)])
    return "title" if is_title(tagged, tagged.slots[0], text[span.start:span.end], None) else "scare"


def _is_alone(tagged):
    if not tagged.quotes and tagged.text[tagged.start:tagged.start + 1].isalpha():
        return False
    return all(tag in ("quote", "stop", "comma", "dash") for tag in tagged.tags)


def _find_signature(text, all_tagged):
    """Return the Source of a line that signs the quote above it: - Ann Smith, minister (@annsmith); or None."""
    tagged = all_tagged[0] if 0 < len(all_tagged) < 3 else None
    if tagged is None or tagged.quotes or text[tagged.start:tagged.start + 1].isalnum() \
            or tagged.tags[:2] != ["dash", "name"]:
        return None
    phrase = phrase_starting(tagged, 1)
    if phrase is None or any(is_finite(tagged, at) for at in range(len(tagged.tags))):
        return None
    return _source(text, tagged, Attribution(*phrase, None, "signed below"))


def _next_source(text, tagged, following, content, span):
    """Return the speaker that the next sentence names: "What now?" Smith, who had lost, shouted."""
    if not following:
        return None
    if following[0].quotes and span.lost:  # opened twice: "First.  "Second," said Smith
        slot = next(iter(following[0].slots.values()))
        answer = find_speaker(following[0], slot, True) if slot == 0 else None
        return answer and _source(text, following[0], answer)
    if following[0].quotes or not following[0].words or not content.endswith(("?", "!", "—", "…")):
        return None
    (number, slot), = list(tagged.slots.items())[-1:]
    opened, closed = tagged.spans[slot]
    joined = tag_sentence(text, opened, following[0].spans[-1][1], [(number, opened, closed)])
    answer = find_after(joined, 0, ends_open=True)
    return answer and _source(text, joined, answer)


def _is_heading(all_tagged, content, span):
    """Tell whether a paragraph is no more than a few words in marks: a heading, which quotes nobody.

    In double marks only what has no stop is one ("Boats near the river"); a remark that stands alone ends.
    """
    short = len(all_tagged) == 1 and len(all_tagged[0].quotes) == 1 and count_words(content) <= HEADING_WORDS.value
    return short and (span.style == "single" or not (span.lost or span.continued or _ENDS.search(content)))


def _find_indirect(text, tagged):
    """Yield (start, end) of each piece of reported speech in a sentence, and its Source."""
    for first, last, answer in find_reported(tagged):
        for piece in cut_pieces(tagged, first, last, answer, REPORTED.value):
            yield piece, _source(text, tagged, answer)


def _plain_source(text, tagged):
    answer = find_plain_speaker(tagged)
    return answer and _source(text, tagged, answer)


def _source(text, tagged, answer):
    start, end = tagged.spans[answer.first][0], tagged.spans[answer.last][1]
    cue = None if answer.cue is None else tagged.words[answer.cue]
    return Source(start, end, cue, answer.rule, find_medium(tagged, text, (answer.first, answer.last)))


def _carry(quote):
    rule, source = CARRIED.decide(quote)
    return source and source._replace(rule=rule)


def example_of(text: str) -> str | None:
    """Return the rule that names the speaker of the last quote of an example of several lines."""
    rows = _read_example(text)
    return rows[-1][5].rule if rows and rows[-1][5] else None


def place_example(text: str) -> str | None:
    """Return the rule that decides the kind of the quote of an example that starts last."""
    rows = _read_example(text)
    return rows[-1][6] if rows else None


def _read_example(text):
    from .quotes import read_example  # the road of real text

    return [row for row in read_example(text)[0] if row[3] != "indirect"]


CARRIED = RuleList("Who speaks where the sentence names nobody?", (
    Rule("same paragraph", lambda quote: quote.floor.here(), "A paragraph has one speaker until it names another.",
         ('Ann Bellamy came. "We won."', '"We won," said Ann Bellamy. "At last."'),
         ('"We won," said Ann Bellamy.\n"At last."',)),
    Rule("announced with a colon", lambda quote: quote.opens and quote.announced, "A colon hands on to the next.",
         ('And from Chairwoman Ann Bellamy:\n"We won."',), ('And from Chairwoman Ann Bellamy.\n"We won."',)),
    Rule("continued quote", lambda quote: quote.span.continued and quote.floor.said(), "An open quote goes on.",
         ('"We won," said Ann Bellamy. "The boats ran late.\n"At last they came."',),
         ('"We won," said Ann Bellamy. "The boats ran late."\n"At last they came."',)),
    Rule("paragraph before", lambda quote: quote.opens and quote.floor.said(), "A line of quotes alone goes on.",
         ('"We won," said Ann Bellamy.\n"At last."',), ('Ann Bellamy came.\nThe boats were "late" again.',)),
), example=example_of, decides="quotes.rule")
SIGNED = RuleList("Who signs the quote above?", (
    Rule("signed below", _find_signature, "A dash and a name on the next line sign a quote that stands alone.",
         ('"We won."\n- Ann Bellamy, minister',), ('"We won."\n- Ann Bellamy left.', '"We won."\nAnn Bellamy')),
), example=example_of, decides="quotes.rule")
PLACED = RuleList("What are words by where they stand alone?", (
    Rule("speaker line", find_turns, "A transcript has its speakers before a colon and no marks.",
         ("BELLAMY: We won.\nHOBART: We lost.",), ('Bellamy said: "We won."',)),
    Rule("alone", _is_alone, "A sentence that is nothing but a quote is speech, or a heading where it is short.",
         ('Ann Bellamy came.\n"We won."',), ('"We won," said Ann Bellamy.',)),
    Rule("in a quote", _find_nested_kind, "Marks inside a quote are the speaker's.",
         ('"They called it \'no boat\' twice," Ann Bellamy said.',), ("Ann Bellamy called it 'no boat' twice.",)),
), example=place_example, decides="quotes.kind_rule")
