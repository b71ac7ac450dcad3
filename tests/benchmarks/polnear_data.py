"""Read PolNeAR's attributions and the quoted segments in them.

The rules are those of the benchmark's description: a gold unit is a quoted segment inside one
piece of a Content span, with the Source spans of its attribution.
"""

import csv
import re
from pathlib import Path
from typing import NamedTuple

DOUBLES = '"“”„'
_EDGE = re.compile(r"[\s.,;:?!\"“”„«»'‘’‚`…()\[\]‐‑‒–—―-]")
_SINGLE_PAIR = re.compile(r"(?<!\w)['‘](?!\s)(.+?)['’](?!\w)")


class Segment(NamedTuple):
    """A quoted segment: its trimmed offsets and the spans of its sources."""

    start: int
    end: int
    sources: tuple


def read_set(folder):
    """Return {part: [(name, text, segments)]} for every part (dev, train, test) that `folder` holds.

    `folder` holds metadata.tsv and a folder a part with text/ and attributions/.  Of several
    annotators the alphabetically first counts.
    """
    folder = Path(folder)
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    parts = {}
    for row in sorted(rows, key=lambda row: (row["compartment"], row["filename"])):
        base = folder / row["compartment"]
        path = base / "text" / f"{row['filename']}.txt"
        notes = base / "attributions" / f"{row['filename']}_{min(row['annotators'].split('|'))}.ann"
        if path.exists() and notes.exists():
            text = path.read_bytes().decode("utf-8")
            segments = find_segments(text, notes.read_bytes().decode("utf-8"))
            parts.setdefault(row["compartment"], []).append((row["filename"], text, segments))
    return parts


def find_segments(text, notes):
    """Return the quoted segments of one article, merged where equal, in order."""
    spans, contents = {}, []
    for line in re.findall(r"^[TE]\d+\t\w.*", notes, re.MULTILINE):
        name, rest = line.split("\t")[:2]
        if name[0] == "T":
            pieces = rest.split(" ", 1)[1].split(";")
            spans[name] = [tuple(int(number) for number in piece.split()) for piece in pieces]
        else:
            contents.append([role.rsplit(":", 1) for role in rest.split()])
    found = {}
    for roles in contents:
        sources = [span for role, name in roles if re.fullmatch(r"Source\d*", role) for span in spans[name]]
        for role, name in roles:
            for piece in spans[name] if re.fullmatch(r"Content\d*", role) else []:
                for segment in _segments_of(text, *piece):
                    found.setdefault(segment, set()).update(sources)
    return [Segment(*span, tuple(sorted(found[span]))) for span in sorted(found)]


def _segments_of(text, start, end):
    if text[start - 1:start] in tuple(DOUBLES) and text[start] not in DOUBLES:
        start -= 1
    odd = sum(letter in DOUBLES for letter in text[start:end]) % 2
    if odd and text[end - 1] not in DOUBLES and text[end:end + 1] in tuple(DOUBLES):
        end += 1
    found, opened, at = [], None, start
    while at < end:
        if text[at] in DOUBLES and opened is None:
            opened = at + 1
        elif text[at] in DOUBLES:
            found.append((opened, at))
            opened = None
        elif text[at] == "\n" and opened is not None:
            after = at + len(text[at:end]) - len(text[at:end].lstrip())
            if after < end and text[after] in DOUBLES and text[after] != "”":
                found.append((opened, at))
                opened, at = after + 1, after
        at += 1
    if opened is not None:
        found.append((opened, end))
    if not found:
        found = [(start + match.start(1), start + match.end(1)) for match in _SINGLE_PAIR.finditer(text[start:end])]
    trimmed = [trim(text, *span) for span in found]
    return [span for span in trimmed if span[0] < span[1]]


def trim(text, start, end):
    """Return the offsets without white space and punctuation at both ends."""
    while start < end and _EDGE.match(text[start]):
        start += 1
    while start < end and _EDGE.match(text[end - 1]):
        end -= 1
    return start, end
