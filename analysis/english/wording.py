"""How numbers and lists are put into words: one place, so that titles, findings and pages speak alike."""

from collections.abc import Sequence

import pandas as pd


def join_names(names: Sequence[str], word: str = "and") -> str:
    """Return "A", "A and B" or "A, B and C"."""
    names = [str(name) for name in names]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}" if names else "none"


def count(number: float, noun: str, plural: str | None = None) -> str:
    """Return "1 article", "5 articles", "no articles", "1,204 words"."""
    amount = f"{int(number):,}" if number else "no"
    return f"{amount} {noun if number == 1 else plural or noun + 's'}"


def percent(share: float | None) -> str:
    """Return a share as "28 %", "under 1 %" or, where it is missing, "no figure"."""
    if share is None or share != share:
        return "no figure"
    return "under 1 %" if 0 < share < 0.005 else f"{share * 100:.0f} %"


def leaders(values: pd.Series, tie: float = 0.0) -> tuple[list, float]:
    """Return (names with the largest value, that value) of a Series; all within `tie` of the largest lead together."""
    top = values.max()
    return values.index[values >= top - tie].tolist(), top


def shorten(text: object, most: int) -> str:
    """Return `text`, cut at a space and ended with … where it is longer than `most` characters."""
    text = str(text)
    return text if len(text) <= most else (text[:most].rpartition(" ")[0] or text[:most]).rstrip(",;: ") + " …"
