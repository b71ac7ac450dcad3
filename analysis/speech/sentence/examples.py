"""Examples of the rules of one sentence: {the words that are found}, [the word that asks], "quotes".

    {Ann Bellamy}, a lawyer, [said] no.
"""

from typing import NamedTuple

import regex

from .tagged import Tagged, tag_sentence

_SIGNS = regex.compile(r"[\[\]{}]")
_QUOTE = regex.compile(r"\"[^\"]+\"")


class Example(NamedTuple):
    """An example read: its sentence, the token in brackets, else the first in braces, and the spans in braces."""

    tagged: Tagged
    at: int
    wanted: list

    def check(self, rule: str | None, found: list) -> str | None:
        """Return the rule where it found the words in braces, or where there are none; else the rule and its words."""
        text, spans = self.tagged.text, self.tagged.spans
        words = [text[spans[first][0]:spans[last][1]].strip(" ,.") for first, last in found]
        if not self.wanted or not found or words == [text[start:end] for start, end in self.wanted]:
            return rule
        return f"{rule}, which finds {words}"


def read_sentence(example: str) -> Example:
    """Return the Example that a marked sentence stands for."""
    plain, opened, asked, wanted = "", [], None, []
    for piece, sign in zip(_SIGNS.split(example), [*_SIGNS.findall(example), ""], strict=True):
        plain += piece
        if sign == "[":
            asked = len(plain)
        elif sign == "{":
            opened.append(len(plain))
        elif sign == "}":
            wanted.append((opened.pop(), len(plain)))
    quotes = [(number, *match.span()) for number, match in enumerate(_QUOTE.finditer(plain))]
    tagged = tag_sentence(plain, 0, len(plain), quotes)
    asked = wanted[0][0] if asked is None and wanted else asked
    at = next((at for at, span in enumerate(tagged.spans) if span[0] == asked), 0)
    return Example(tagged, at, wanted)
