"""The one tokeniser: what counts as a word, and how two spellings are folded for matching.

A word is a run of letters, digits and their combining marks; apostrophes, hyphens, full stops,
slashes, ampersands and low lines inside it belong to it (U.S, don't, front-runner, 1.5, AT&T), commas
and colons only between digits.  A full stop between two sentences glued together parts them.  On
newspaper text this counts what white space would, dashes and stray marks left out.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from typing import Any

import regex

from ..rules import keep_texts

_CORE = r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*"
_STOP = r"(?:(?<!\p{Ll}\p{Ll})\.|\.(?!\p{Lu}\p{Ll}))"  # not between two sentences glued together: ended.Then
_MARK = r"'’ʼ‘&_\u00ad\u200c\u200d\u2060"
_JOIN = (rf"(?=[-‐‑/.,:{_MARK}])"  # most words are followed by a space: one look spares four
         rf"(?:\.?[-‐‑/]|{_STOP}|[{_MARK}]|(?<=\p{{N}})[,:](?=\p{{N}}))")
WORD = regex.compile(rf"{_CORE}(?:{_JOIN}{_CORE})*")
# The same for texts in ASCII, by Python's own engine: in a third of the time.
_PLAIN = re.compile(r"[A-Za-z0-9]++(?:(?=[-/.,:'&_])(?:\.?[-/]|(?:(?<![a-z][a-z])\.|\.(?![A-Z][a-z]))|['&_]"
                    r"|(?<=[0-9])[,:](?=[0-9]))[A-Za-z0-9]++)*+")
_MARKS = str.maketrans("’ʼ‘‐‑", "'''--", "\u00ad\u200c\u200d\u2060")
_PRINTED = "’‘“”—–…\u00a0‐"
_EDGE = regex.compile(r"\b")
_LETTER_STOP = regex.compile(r"(?<=\p{L})\.|\.(?=\p{L})")


def is_plain(text: str) -> bool:
    """Tell whether a text has no letters but those of ASCII: quotation marks, dashes and spaces of print are none."""
    if text.isascii():
        return True
    for mark in _PRINTED:
        text = text.replace(mark, " ")
    return text.isascii()


class Known(dict):
    """{short text: what `read` says of it}, read when first asked for; emptied when it holds `most`.

    For what is asked word by word: looking up takes a third of what a call of lru_cache does.
    """

    __slots__ = ("_most", "_read")
    _LONGEST = 60  # characters of what is kept: words come again, an address hardly

    def __init__(self, read: Callable[[str], Any], most: int):
        super().__init__()
        self._read, self._most = read, most

    def __missing__(self, text: str) -> Any:
        found = self._read(text)
        if len(text) <= self._LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[text] = found
        return found


# Every room asks for the words of the same sentences: their offsets are kept, start and end by turns, eight bytes a
# word.  Whole texts are few and long: these are kept apart.
_SENTENCE = 2000  # characters
_BEHIND = frozenset(",.;:?!\"”")  # what mostly stands behind a word


def _read_offsets(text):
    offsets, at = [], 0
    for part in text.split(" "):  # no word goes over a space, and most that stands between two is one word
        end = at + len(part)
        if part.isalpha():
            offsets += (at, end)
        elif part[-1:] in _BEHIND and part[:-1].isalpha():
            offsets += (at, end - 1)
        else:
            offsets += [at + offset for offset in _INSIDE[part]]
        at = end + 1
    return array("I", offsets)


def _read_part(part):
    """Return the offsets of the words in what stands between two spaces."""
    words = (_PLAIN if part.isascii() else WORD).finditer(part)
    return tuple(chain.from_iterable([match.span() for match in words]))


_INSIDE = Known(_read_part, 1 << 16)
_of_sentence, _of_text = keep_texts(1 << 16)(_read_offsets), keep_texts(512)(_read_offsets)


def _offsets(text):
    return _of_sentence(text) if len(text) <= _SENTENCE else _of_text(text)


def find_words(text: str) -> list[tuple[int, int]]:
    """Return the words of `text` as a list of (start, end) character offsets, in linear time."""
    offsets = iter(_offsets(text))
    return list(zip(offsets, offsets, strict=True))


@keep_texts(512)  # actors and vocabulary ask for them
def distinct_words(text: str) -> frozenset[str]:
    """Return the words of `text` as written, each once: most stand there again and again."""
    parts = set(text.split(" "))
    words = set(filter(str.isalpha, parts))
    for part in parts - words:
        if part[-1:] in _BEHIND and part[:-1].isalpha():
            words.add(part[:-1])
        else:
            offsets = iter(_INSIDE[part])
            words.update([part[start:end] for start, end in zip(offsets, offsets, strict=True)])
    return frozenset(words)


def word_offsets(text: str) -> array:
    """Return the same as one array, start and end by turns, which nobody changes."""
    return _offsets(text)


def count_words(text: str) -> int:
    """Return the number of words in `text`."""
    return len(_offsets(text)) // 2


def has_word(text: str, word: str) -> bool:
    """Tell whether `word` stands in `text` with no letter or figure beside it: not boat in boats."""
    at = text.find(word)
    while at >= 0:
        if _EDGE.match(text, at) and _EDGE.match(text, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Return `word` as it is compared: no case, no accents, straight marks, abbreviations without stops.

    U.S. and US fold to us, Düsseldorf to dusseldorf, it’s to it's; 1.5 stays 1.5.
    """
    if not word.isascii():
        word = "".join(letter for letter in unicodedata.normalize("NFKD", word).translate(_MARKS).casefold()
                       if not unicodedata.combining(letter)) or word
    low = word.casefold()
    return _LETTER_STOP.sub("", low) or word if "." in low else low


@lru_cache(maxsize=1 << 17)
def bare(word: str) -> str:
    """Return `word` folded, without the ending of its genitive: the harbour’s as harbour."""
    return fold(word).removesuffix("'s")


def folded_words(text: str) -> list[str]:
    """Return the words of `text`, each folded, as a list of strings."""
    return list(_folded(text) if len(text) <= _SENTENCE else _fold_words(text))


def _fold_words(text):
    return tuple(chain.from_iterable(map(fold_piece, text.split(" "))))


def _fold_part(part):
    if part.isalpha():
        return (fold(part),)
    if part[-1:] in _BEHIND and part[:-1].isalpha():
        return (fold(part[:-1]),)
    offsets = iter(_read_part(part))
    return tuple([fold(part[start:end]) for start, end in zip(offsets, offsets, strict=True)])


_FOLDED = Known(_fold_part, 1 << 17)
fold_piece = _FOLDED.__getitem__
"""Return the folded words, a tuple, of what stands between two stretches of white space."""
_folded = keep_texts(1 << 16)(_fold_words)


@keep_texts(1 << 14)
def find_capitals(text: str) -> tuple[tuple[int, str], ...]:
    """Return (start, folded word without its genitive) of the words of `text` that begin with a capital."""
    found, at = [], 0
    for part in text.split(" "):  # no word goes over a space, and most parts have no capital
        if not part.islower():
            if part.isalpha():
                if part[0].isupper():
                    found.append((at, bare(part)))
            else:
                offsets = iter(_INSIDE[part])
                found += [(at + start, bare(part[start:end])) for start, end in zip(offsets, offsets, strict=True)
                          if part[start].isupper()]
        at += len(part) + 1
    return tuple(found)


def capital_words(text: str) -> frozenset[str]:
    """Return the folded words of `text` that begin with a capital, and the parts of those with a hyphen."""
    found = {word for _, word in find_capitals(text)}
    return frozenset(found | {part for word in found if "-" in word for part in word.split("-")} - {""})
