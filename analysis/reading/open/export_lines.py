"""Lines of an exported file, and what a reader of exports finds in them."""

from typing import NamedTuple

import regex


class FileLine(NamedTuple):
    """A line of a file that is not blank: where it stands, its text, whether a blank line is above it."""

    start: int
    end: int
    text: str
    parted: bool


class Record(NamedTuple):
    """What a shape found in one article: columns of `articles`, spans of the headline and of the body's pieces."""

    known: dict
    headline: tuple[int, int] | None
    body: list[tuple[int, int]]


def find_lines(text: str) -> list[FileLine]:
    lines, parted = [], True
    for found in regex.finditer(r"[^\r\n\f\v\u2028\u2029]+", text):
        line = found.group()
        gap = text[lines[-1].end:found.start()] if lines else ""
        if line.strip():
            start = found.start() + len(line) - len(line.lstrip())
            parted = not lines or gap.replace("\r\n", "\n").count("\n") > 1 or "\f" in gap
            lines.append(FileLine(start, start + len(line.strip()), line.strip(), parted))
    return lines


def turn_names(names: str) -> str:
    """Return a byline as it is printed: By and a final mark gone, "Bellamy, Ann" as Ann Bellamy."""
    names = regex.sub(r"^(?:by|by:)\s+", "", names.strip(), flags=regex.IGNORECASE)
    turned = []
    for name in names.split(";"):
        parts = [part.strip() for part in name.split(",")]
        whole = len(parts) == 2 and all(parts) and len(parts[0].split()) < 3 and len(parts[1].split()) < 3
        turned.append(f"{parts[1]} {parts[0]}" if whole and all(part[0].isupper() for part in parts) else name.strip())
    return "; ".join(name for name in turned if name)
