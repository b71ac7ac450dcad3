"""Tells the text of an article from the furniture of its page, by general signals."""

from typing import NamedTuple

import regex

from .words import folded_words, read_list


class Piece(NamedTuple):
    """A piece of a raw file: line number, offsets, kind, the signals that decided, whether it goes on a paragraph."""

    line: int
    start: int
    end: int
    kind: str
    reason: str | None
    joined: bool = False


_LINE = regex.compile(r"[^\n\r\v\f\u2028\u2029]*+(?:\r\n|[\n\r\v\f\u2028\u2029]|\Z)")
_BREAK = regex.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")


def clean(raw):
    """Return the pieces of `raw` in order, a list of Piece; between them stands only white space."""
    lines = _split_lines(raw)
    texts = [raw[start:end] for _, start, end in lines]
    phrases = read_list("furniture")
    whole = {" ".join(folded_words(p)): k for p, w, k in phrases.itertuples(index=False) if w == "whole"}
    starts = {" ".join(folded_words(p)): k for p, w, k in phrases.itertuples(index=False) if w == "start"}
    pieces, seen, listing = [], set(), False
    first_prose = next((i for i, t in enumerate(texts) if _is_prose(t)), None)
    head = False
    for i, ((number, start, end), text) in enumerate(zip(lines, texts, strict=True)):
        key = " ".join(folded_words(text))
        prose = _is_prose(text)
        opener = next((k for p, k in starts.items() if key.startswith(p + " ") or key == p), None)
        if key in whole and not prose:
            pieces.append(Piece(number, start, end, whole[key], "phrase"))
            listing = whole[key] == "link"
            continue
        if opener and prose:
            join = regex.search(r"(?<=\p{Ll})(?=\p{Lu}\p{Ll})", text[:200])
            if join:
                pieces.append(Piece(number, start, start + join.start(), opener, "link opener"))
                start += join.start()
        if not prose and listing:
            pieces.append(Piece(number, start, end, "link", "list after link opener"))
            continue
        listing = False
        if not prose and key in seen:
            pieces.append(Piece(number, start, end, "repeat", "printed before"))
            continue
        seen.add(key)
        if first_prose is not None and i < first_prose:
            by = regex.match(r"By \p{Lu}[\p{L}.-]+ \p{Lu}[\p{L}.-]+(?:(?:,| and) \p{Lu}[\p{L}.-]+ \p{Lu}[\p{L}.-]+)*+", text)
            if by:
                pieces.append(Piece(number, start, start + by.end(), "byline", "opens with By"))
                rest = regex.match(r"\s*", text[by.end():]).end() + by.end()
                if rest < len(text):
                    pieces.append(Piece(number, start + rest, end, "headline", "rest of the byline"))
                    head = True
                continue
            if text.isupper() and len(text.split()) < 4:
                pieces.append(Piece(number, start, end, "dateline", "capitals"))
            elif not head:
                pieces.append(Piece(number, start, end, "headline", "first line without end mark"))
                head = True
            else:
                pieces.append(Piece(number, start, end, "caption", "above the body"))
            continue
        line = regex.match(r"\p{Lu}{3,}[\p{Lu} ,]*\s*[-–—]+\s*", text) if i == first_prose else None
        if line:
            pieces.append(Piece(number, start, start + len(line.group().rstrip()), "dateline", "capitals and a dash"))
            start += line.end()
        if not prose and first_prose is not None:
            kind = "caption" if " said " in text else "heading"
            pieces.append(Piece(number, start, end, kind, "short line without end mark"))
        else:
            pieces.append(Piece(number, start, end, "body", None))
    return pieces


def _split_lines(raw):
    lines, number, place = [], 0, 0
    for match in [*_BREAK.finditer(raw), None]:
        number += 1
        stop = match.start() if match else len(raw)
        text = raw[place:stop]
        if text.strip():
            start = place + len(text) - len(text.lstrip())
            lines.append((number, start, start + len(text.strip())))
        place = match.end() if match else stop
    return lines


def _is_prose(text):
    return len(text.split()) > 25 or bool(regex.search(r"""[.!?…]["'”’»)\]]*$|["'”’][.!?]$""", text))
