"""Read the sentences of a paragraph around its quotes: a quote of any length is one token of its sentence."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import regex

from ...english.calendar import SHORT_MONTHS
from ...english.grammar import find_class
from ...english.verbs import Cue, cue_forms, plain_verbs, telling_words
from ...english.words import Known
from ...rules import keep_texts
from .tags import is_title_case, tag_words

# The tokens of grammar are no words of english.words: a party and state between commas (, R-Marlow,), words with their
# stops and endings, short brackets as a whole, and the punctuation that parts clauses.
_TOKEN = regex.compile(r"""
      ,\s\p{Lu}{1,2}-\p{Lu}\p{L}*+\.?(?:\p{Lu}\.)*+(?:(?:\s\p{Lu}\p{L}++){1,2}(?=,))?+,?
    | [\p{L}\p{N}$€£@#][\p{L}\p{M}\p{N}]*+
      (?:[-‐‑/.&'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*+ | ,(?=\p{N})\p{N}++ | \.['’]s\b)*+
      (?:(?<=[sS])['’](?=\s(?:[\p{L}"“‘']|$)) | \.(?=\s?[\p{L},:;—–-]) | (?<=\bNos?)\.(?=\s\p{N}))?+
    | \.{2,}+ | [.,;:?!…—–―] | --?(?=\s|-)
    | \([^()\n]{0,120}\) | \[[^\[\]\n]{0,120}\]""", regex.VERBOSE)
# What makes a token over spaces: brackets, a party and state; and a stop before what goes on in small letters.
_OVER_SPACES = re.compile(r"[\[(\n]|,\s\w{1,2}-|\.\s\Z")
_PARTING = frozenset(",;:?!.")  # tokens where they stand behind a word, but for the stop of an abbreviation
_WAITING = frozenset(".'’-")  # what stands behind a space tells what these signs before it are
_NEXT = regex.compile(r"\s*+(\p{L}++)")
# A sentence that opens like this goes on with the one before: "..." - Smith
_GOES_ON = regex.compile(r"\s*+[—–―-]{1,2}+\s*+\p{Lu}")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST, _MOST = 1500, 30  # characters outside quotes, and quotes, after which a sentence without end is cut
Phrase = tuple[int, int]  # the places of its first and last token


class Tagged:
    """A sentence with its quotes as single tokens: lists of the same length, and the place of each quote.

    Most sentences of an article are never asked about: what is in one is read when something asks first.
    """

    __slots__ = ("cues", "end", "headline", "quotes", "slots", "spans", "start", "subjects", "tags", "text", "words")

    words: list[Any]        # str, as written; None for a quote
    spans: list[tuple[int, int]]  # in the text
    slots: dict[int, int]   # number of the quote: position
    headline: bool          # every word has a capital, so that capitals tell nothing
    tags: list[str]         # quote, comma, colon, stop, dash, name, noun, pronoun, ..., cue, verb
    cues: dict[int, Cue]    # by position
    subjects: dict          # what subjects.find_subject has found

    def __init__(self, text: str, start: int, end: int, quotes: Sequence):
        self.text, self.start, self.end, self.quotes = text, start, end, quotes

    def __getattr__(self, name):
        if name not in self.__slots__:
            raise AttributeError(name)
        words, self.spans, self.slots = _read_words(self.text, self.start, self.end, self.quotes)
        self.words, self.headline, self.subjects = words, is_title_case(words), {}
        self.tags, self.cues = tag_words(words, self.headline)
        return getattr(self, name)

    @property
    def first(self) -> int | None:
        """The offset of the first token, None where there is none."""
        if not self.quotes and self.text[self.start:self.start + 1].isalpha():
            return self.start
        return self.spans[0][0] if self.spans else None

    def may_report(self) -> bool:
        """Tell whether it holds a word that can report a clause."""
        parts = self.text[self.start:self.end].split(" ")
        return not telling_words().isdisjoint(parts) or any(map(_TELLING.__getitem__, parts))


def _is_telling(part):
    low, telling = part.lower(), telling_words()
    return low in telling if low.isalpha() else not telling.isdisjoint(_LETTERS.findall(low))


_TELLING = Known(_is_telling, 1 << 16)


def tag_sentence(text: str, start: int, end: int, quotes: Sequence[tuple[int, int, int]]) -> Tagged:
    """Return the Tagged of text[start:end]; `quotes` are (number, opened, closed) of the quotes in it, in order."""
    if quotes:
        return Tagged(text, start, end, quotes)
    while end > start and text[end - 1].isspace():
        end -= 1
    return _read_plain(text, start, end)


@keep_texts(1 << 14)  # the sentences of some 400 articles: of a larger event none is there when asked for again
def _read_plain(text, start, end):
    """Return the Tagged of a sentence without quotes: speech and naming both read it, and nobody changes it."""
    return Tagged(text, start, end, ())


def _read_words(text, start, end, quotes):
    """Return (words, spans, slots) of a Tagged."""
    words, spans, slots = [], [], {}
    at = start
    for number, opened, closed in quotes:
        _read_tokens(text, at, opened, words, spans)
        slots[number] = len(words)
        words.append(None)
        spans.append((opened, closed))
        at = closed
    _read_tokens(text, at, end, words, spans)
    return words, spans, slots


def _read_tokens(text, start, end, words, spans):
    if text.endswith(". ", start, end) and not text[end:end + 1].islower():  # where another sentence is behind
        end -= 1
    if _OVER_SPACES.search(text, start, end):
        _read_slowly(text, start, end, words, spans)
        return
    at = start
    for part in text[start:end].split(" "):
        last = at + len(part)
        if part.isalpha():
            words.append(part)
            spans.append((at, last))
        elif part[-1:] in _PARTING and part[:-1].isalpha():
            if part[-1] == "." and _is_joined(part, text[last + 1:min(last + 2, end)]):
                words.append(part[:-1] if part in _MONTHS else part)
                spans.append((at, last))
            else:
                words += (part[:-1], part[-1])
                spans += ((at, last - 1), (last - 1, last))
        elif part:
            for word, low, high in _INSIDE[text[at:min(last + 2, end)] if part[-1] in _WAITING else part]:
                words.append(word)
                spans.append((at + low, at + high))
        at = last + 1


_MONTHS = frozenset([f"{month}." for month in SHORT_MONTHS])
_NUMBERED = frozenset(["No.", "Nos."]) | _MONTHS


def _is_joined(part, follows):
    """Tell whether a word keeps its stop by what follows the space behind it: Sen. Roe, No. 7, Nov. 4; not: He left."""
    return follows.isalpha() or (follows != "" and follows in ",:;—–-") or (
        part in _NUMBERED and regex.match(r"\p{N}", follows) is not None)


def _read_inside(part):
    """Return [(token, start, end)] of what stands before the first space of `part`."""
    words, spans = [], []
    _read_slowly(part, 0, len(part), words, spans)
    size = part.find(" ")
    return [(word, *span) for word, span in zip(words, spans, strict=True) if size < 0 or span[0] < size]


_INSIDE = Known(_read_inside, 1 << 16)


def _read_slowly(text, start, end, words, spans):
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        if word[0].isalnum():
            words.append(word)
            spans.append(match.span())
            continue
        aside = word[0] in "([" or (word[0] == "," and len(word) > 1)
        if aside and word[-1] == "," and not _goes_to_verb(text, match.end()):  # Roe, R-Port, the chairman, said
            words.append(",")
            spans.append((match.end() - 1, match.end()))
        if aside or (word == "." and match.end() < end and text[match.end()].isspace()
                               and text[match.end():match.end() + 2].strip().islower()):
            continue
        words.append(word)
        spans.append(match.span())


def _goes_to_verb(text, at):
    """Tell whether a verb or "who" follows, so that a comma before it parts nothing: Roe, R-Port, said."""
    match = _NEXT.match(text, at)
    word = match.group(1).lower() if match else ""
    return word in cue_forms() or word in plain_verbs() or find_class(word) in ("auxiliary", "relative", "adverb")


def tag_paragraph(text: str, start: int, end: int, quotes: Sequence[tuple[int, int, int]],
                  starts: Sequence[int]) -> list[Tagged]:
    """Return the Tagged of each sentence of the paragraph text[start:end], those that a quote joins put together.

    `quotes` are (number, opened, closed) of its quotes, `starts` the starts of the text's sentences, both in
    order.  A sentence longer than any is cut, so that hostile texts cost no more than their length.
    """
    bounds, place = [], 0
    for at in starts[bisect_left(starts, start + 1):bisect_left(starts, end)]:
        while place < len(quotes) and quotes[place][2] <= at:
            place += 1
        if not (place < len(quotes) and quotes[place][1] < at) and not _GOES_ON.match(text, at):
            bounds.append(at)
    all_tagged, place = [], 0
    for first, last in zip([start, *bounds], [*bounds, end], strict=True):
        within = []
        while place < len(quotes) and quotes[place][1] < last:
            within.append(quotes[place])
            place += 1
        all_tagged += [tag_sentence(text, *part) for part in _cut_long(text, first, last, within)]
    return all_tagged


def _cut_long(text, start, end, quotes):
    """Return [(start, end, quotes)] of a sentence: itself, or parts of it cut at white space outside quotes."""
    if not quotes and end - start <= _LONGEST:
        return [(start, end, quotes)]
    parts, within, at, room = [], [], start, _LONGEST
    begin = start
    for quote in [*quotes, (None, end, end)]:
        while quote[1] - at > room or len(within) == _MOST:
            cut = text.find(" ", min(at + room, quote[1]), quote[1])
            cut = cut + 1 if cut >= 0 else quote[1]
            parts.append((begin, cut, within))
            begin = at = cut
            within, room = [], _LONGEST
        room -= quote[1] - at
        at = quote[2]
        within = [*within, quote] if quote[0] is not None else within
    return [*parts, (begin, end, within)]
