"""Takes exports of news databases apart: one article each, with what its fields say of it.

Nexis, Factiva, ProQuest, Newsbank and others write several articles into one file, each between lines of fields.
A shape below knows how one of them parts its articles and where the body stands; the parts share out the whole file,
so that every line of it belongs to one article, as its body, its headline or a field.
"""

from collections.abc import Callable
from typing import NamedTuple

import regex

from ..dates import read_day
from ..files import Document
from .export_fields import FACTIVA, LABELLED, NEXIS, PROQUEST
from .export_lines import FileLine, Record, find_lines, turn_names


class Shape(NamedTuple):
    """One way to write articles: its name, what parts lines into articles (None: not this shape), what reads one."""

    name: str
    part: Callable[[list[FileLine]], list[tuple[int, int]] | None]
    read: Callable[[list[FileLine]], Record | None]


_NUMBERED = regex.compile(r"(?:Document )?\d+ of \d+(?: DOCUMENTS?)?$", regex.IGNORECASE)
_PAGE = regex.compile(r"Page \d+ of \d+$|\d+$|PDF$|Link to (?:PDF|Image)$", regex.IGNORECASE)
_RIGHTS = regex.compile(r"(?:\(c\)|©|copyright)\b.*\d{4}|(?:\(c\)|©) ?\d{4}|all rights reserved", regex.IGNORECASE)
_END = regex.compile(r"End of Document$", regex.IGNORECASE)
_LABEL = regex.compile(r"(\p{L}[\p{L} /-]{1,29}?)\s*:\s*(?=\S|$)")
_TWO = regex.compile(r"([A-Z]{2,3})(?:$|\s{2,}|\t|\s*\|)")
_DOCUMENT = regex.compile(r"Document [A-Z][A-Z0-9]{3,}\d{6}\w*$")
_WORDS = regex.compile(r"\d[\d,.]* words?$", regex.IGNORECASE)
_BAR = regex.compile(r"[_=*-]{10,}$")
_CLOCK = regex.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: [A-Z]{2,4})?$", regex.IGNORECASE)


def split_export(text: str, encoding: str, source: str = "text", shapes: tuple | None = None) -> list[Document]:
    """Return the documents of `text`: an article each of an export in one of `shapes`, else the text as it is.

    `row` counts the articles of one file; it is missing where there is one alone.
    """
    lines = find_lines(text)
    for shape in SHAPES if shapes is None else shapes:
        spans = shape.part(lines)
        records = [shape.read(lines[first:last]) for first, last in spans or ()]
        if not records or any(record is None or not record.body for record in records):
            continue
        starts = [0, *(lines[first].start for first, _ in spans[1:]), len(text)]
        return [_make(text, start, stop, record, encoding, number if len(records) > 1 else None, shape.name)
                for number, (start, stop, record) in enumerate(zip(starts, starts[1:], records, strict=False), 1)]
    return [Document(text, encoding, source=source)]


def _make(text, start, stop, record, encoding, row, name):
    known = {column: value for column, value in record.known.items() if value}
    if "published" in known and not (day := read_day(known["published"])):
        known["published_unread"] = known.pop("published")
    elif "published" in known:
        known["published"] = day.isoformat()
    if "byline" in known:
        known["byline"] = turn_names(known["byline"])
    shift = [(first - start, last - start) for first, last in record.body]
    headline = record.headline and (record.headline[0] - start, record.headline[1] - start)
    return Document(text[start:stop], encoding, row, known, f"{name} export", start, tuple(shift), headline)


def _is_day(text):
    return len(text) < 60 and bool(read_day(text))


def _read_fields(lines, names, find=_LABEL, keyed=str.lower):
    """Return [(line number, kind, start of its value)] of the lines that open with the name of a field."""
    found = []
    for number, line in enumerate(lines):
        match = find.match(line.text)
        kind = match and names.get(keyed(match[1].strip()))
        if kind:
            found.append((number, kind, line.start + match.end()))
    return found


def _value(lines, fields, place):
    """Return (text, start, end) of the value of a field: to the next blank line or field."""
    number, _, start = fields[place]
    after = fields[place + 1][0] if place + 1 < len(fields) else len(lines)
    stop = number
    if start >= lines[number].end and number + 1 < after:  # the value stands below its name
        stop = number + 1
        start = lines[stop].start
    while stop + 1 < after and not lines[stop + 1].parted:
        stop += 1
    parts = [lines[number].text[start - lines[number].start:] if number >= 0 and start < lines[number].end else ""]
    parts += [line.text for line in lines[number + 1:stop + 1]]
    return " ".join(part for part in parts if part.strip()).strip(), start, lines[stop].end


def _known(lines, fields, known=None):
    """Return (columns of `articles`, span of the headline) as the fields tell them, the first of each."""
    known, headline = dict(known or {}), None
    for place, (_, kind, _) in enumerate(fields):
        if kind in ("headline", "outlet", "byline", "published", "url") and not known.get(kind):
            known[kind], start, end = _value(lines, fields, place)
            if kind == "headline" and start < end:
                headline = (start, end)
    return known, headline


def _body(lines, first, fields, ends=("end",)):
    """Return the body from the line `first` to the first line that is a field behind it, or a note on rights."""
    stop = next((number for number, kind, _ in fields if number >= first and kind in ends), len(lines))
    stop = next((number for number in range(first, stop) if _ends_body(lines[number].text)), stop)
    return [(line.start, line.end) for line in lines[first:stop]]


def _ends_body(text):
    return bool(_END.match(text) or _BAR.match(text) or _NUMBERED.match(text)
                or (len(text) < 100 and _RIGHTS.search(text)) or _DOCUMENT.match(text))


# Nexis: "1 of 3 DOCUMENTS" above each article, or "End of Document" below it.

def _part_nexis(lines):
    starts = [number for number, line in enumerate(lines) if _NUMBERED.match(line.text) and "DOCUMENT" in line.text]
    if starts:
        return _share_out(starts, len(lines))
    ends = [number for number, line in enumerate(lines) if _END.match(line.text)]
    return _share_out([0, *(end + 1 for end in ends[:-1])], len(lines)) if ends else None


def _share_out(starts, size):
    return list(zip(starts, [*starts[1:], size], strict=True))


def _read_nexis(lines):
    fields = _read_fields(lines, NEXIS)
    alone = next((number for number, line in enumerate(lines) if line.text.casefold() == "body"), None)
    if alone is not None and not any(kind == "body" for _, kind, _ in fields):
        fields = sorted([*fields, (alone, "body", lines[alone].end)])
    top = next((number for number, kind, _ in fields if kind != "end"), None)
    if top is None:
        return None
    head = [number for number in range(top) if not (_NUMBERED.match(lines[number].text)
                                                    or _PAGE.match(lines[number].text)
                                                    or _RIGHTS.search(lines[number].text))]
    day = next((place for place, number in enumerate(head) if place and _is_day(lines[number].text)), None)
    if day is None:
        return None
    known, headline = _known(lines, fields, {"outlet": lines[head[day - 1]].text, "published": lines[head[day]].text})
    if headline is None:
        above, below = head[:day - 1], head[day + 1:]
        titles = above or _last_paragraph(lines, below)
        if titles:
            headline = lines[titles[0]].start, lines[titles[-1]].end
            known["headline"] = " ".join(lines[number].text for number in titles)
    begun = [(number, start) for number, kind, start in fields if kind == "body"]
    if begun:
        number, start = begun[0]
        first = [(start, lines[number].end)] if start < lines[number].end else []
        return Record(known, headline, first + _body(lines, number + 1, fields))
    return Record(known, headline, _body(lines, _below(lines, fields), fields))


def _last_paragraph(lines, numbers):
    """Return those of `numbers` that are the last paragraph, where an edition or the like stands above it."""
    found = []
    for number in reversed(numbers):
        found.insert(0, number)
        if lines[number].parted:
            break
    return found if len(found) < len(numbers) or not regex.search(r"\bEdition\b", lines[numbers[-1]].text) else []


def _below(lines, fields):
    """Return the number of the line below the last field of the head and its value."""
    last = max((place for place, (_, kind, _) in enumerate(fields) if kind != "end"), default=None)
    if last is None:
        return 0
    end = _value(lines, fields, last)[2]
    return next((number for number, line in enumerate(lines) if line.start >= end), len(lines))


# Factiva: two-letter fields, or a headline, a list of facts, the text and "Document" with a number.

def _part_factiva(lines):
    codes = [(number, match[1]) for number, line in enumerate(lines) if (match := _TWO.match(line.text))
             and match[1] in FACTIVA]
    kinds = {code for _, code in codes}
    if len(kinds) < 5 or "HD" not in kinds or kinds.isdisjoint({"LP", "TD"}):
        return None
    starts, before = [], None
    for number, code in codes:
        if code == "SE" or (code == "HD" and before not in ("SE",)):
            starts.append(number)
        before = code
    return _share_out(starts, len(lines))


def _read_factiva(lines):
    fields = _read_fields(lines, FACTIVA, _TWO, str)
    known, headline = _known(lines, fields)
    body = []
    for place, (number, kind, start) in enumerate(fields):
        if kind == "body":
            after = fields[place + 1][0] if place + 1 < len(fields) else len(lines)
            body += [(start, lines[number].end)] if start < lines[number].end else []
            body += [(line.start, line.end) for line in lines[number + 1:after]]
    return Record(known, headline, body)


def _part_print(lines):
    ends = [number for number, line in enumerate(lines) if _DOCUMENT.match(line.text)]
    return _share_out([0, *(end + 1 for end in ends[:-1])], len(lines)) if ends else None


def _read_print(lines):
    words = next((number for number, line in enumerate(lines) if _WORDS.match(line.text)), None)
    if words is None:
        return None
    day = next((number for number in range(words, len(lines)) if _is_day(lines[number].text)), None)
    if day is None:
        return None
    outlet = day + 1 + bool(_CLOCK.match(lines[day + 1].text))
    above = [number for number in range(words) if not _PAGE.match(lines[number].text)]
    signed = above[-1] if len(above) > 1 and _is_signature(lines[above[-1]].text) else None
    titles = [number for number in above if number != signed]
    rights = next((number for number in range(outlet, len(lines)) if _RIGHTS.search(lines[number].text)), None)
    if not titles or rights is None:
        return None
    title = max(titles, key=lambda number: len(lines[number].text))
    known = {"headline": lines[title].text, "outlet": lines[outlet].text, "published": lines[day].text,
             "byline": lines[signed].text if signed is not None else None}
    return Record(known, (lines[title].start, lines[title].end), _body(lines, rights + 1, []))


def _is_signature(text):
    words = regex.sub(r"^by\s+", "", text, flags=regex.IGNORECASE).split()
    return len(words) < 9 and all(word[0].isupper() or word in ("and", "&", "in", "for", "of", "de", "van")
                                  for word in words)


# ProQuest: bars between documents, the text behind "Full text", fields below it.

def _part_proquest(lines):
    if not any(line.text.lower().startswith(("full text:", "proquest document id:")) for line in lines):
        return None
    starts = [number for number, line in enumerate(lines) if _NUMBERED.match(line.text)]
    if not starts:
        texts = [number for number, line in enumerate(lines) if line.text.lower().startswith("full text:")]
        bars = [number for number, line in enumerate(lines) if _BAR.match(line.text)]
        starts = [max([bar for bar in bars if bar < text], default=0) for text in texts]
    return _share_out(starts, len(lines)) if starts else None


def _read_proquest(lines):
    fields = _read_fields(lines, PROQUEST)
    known, headline = _known(lines, fields)
    begun = next(((number, start) for number, kind, start in fields if kind == "body"), None)
    if begun is None or not known.get("outlet"):
        return None
    top = [number for number in range(fields[0][0]) if not (_BAR.match(lines[number].text)
                                                           or _NUMBERED.match(lines[number].text))]
    if top:
        headline = lines[top[0]].start, lines[top[-1]].end
        known["headline"] = known.get("headline") or " ".join(lines[number].text for number in top)
    first = [(begun[1], lines[begun[0]].end)] if begun[1] < lines[begun[0]].end else []
    stop = ("end", "headline", "outlet", "published", "byline", "field")
    return Record(known, headline, first + _body(lines, begun[0] + 1, fields, stop))


# Newsbank and others: names of fields with a colon above the text, and some below it.

def _part_labelled(lines):
    fields = _read_fields(lines[:14], LABELLED)
    head = _find_head(lines, fields)
    kinds = {kind for _, kind, _ in head}
    if len(head) < 3 or head[0][0] > 0 or "headline" not in kinds or kinds.isdisjoint({"outlet", "published"}):
        return None
    first = _LABEL.match(lines[0].text)[1].lower()
    starts = [number for number, line in enumerate(lines) if (match := _LABEL.match(line.text))
              and match[1].lower() == first and (line.parted or _BAR.match(lines[number - 1].text))]
    return _share_out(starts, len(lines))


def _find_head(lines, fields):
    """Return the fields that follow each other from the first line on; a value may go on below its name."""
    head = []
    for field in fields:
        before = head[-1][0] if head else -1
        if field[1] in ("body", "end") or any(line.parted for line in lines[before + 1:field[0]]):
            break
        head.append(field)
    return head


def _read_labelled(lines):
    fields = _read_fields(lines, LABELLED)
    head = _find_head(lines, fields)
    begun = next(((number, start) for number, kind, start in fields[:len(head) + 1] if kind == "body"), None)
    known, headline = _known(lines, head + [(number, kind, start) for number, kind, start in fields
                                            if kind == "body"][:1])
    behind = fields[len(head):]
    if begun:
        first = [(begun[1], lines[begun[0]].end)] if begun[1] < lines[begun[0]].end else []
        return Record(known, headline, first + _body(lines, begun[0] + 1, behind))
    return Record(known, headline, _body(lines, head[-1][0] + 1, behind))


SHAPES = (Shape("Nexis", _part_nexis, _read_nexis), Shape("Factiva", _part_factiva, _read_factiva),
          Shape("Factiva", _part_print, _read_print), Shape("ProQuest", _part_proquest, _read_proquest),
          Shape("labelled", _part_labelled, _read_labelled))
DATABASES = SHAPES[:-1]  # those that say by themselves that they are exports, on a page too
