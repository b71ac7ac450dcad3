"""Which of several versions of a story is the agency's own, and what the story is called after it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..english.words import folded_words
from ..tables import rows_of


def name_agency(members: Sequence[str], articles: pd.DataFrame) -> str:
    """Return the agency whose story some articles print, "" where they credit none or several.

    Two that credit "wire reports" credit nobody.
    """
    chosen = articles[articles["article"].isin(members)]
    found = {credit for credit in chosen["credit"].tolist() if isinstance(credit, str) and not credit[:1].islower()}
    return found.pop() if len(found) == 1 else ""


def name_story(members: Sequence[str], articles: pd.DataFrame) -> str:
    """Return "one Norhaven Wire story" where the articles that print it credit an agency, else "one story"."""
    return " ".join(filter(None, ["one", name_agency(members, articles), "story"]))


def find_agency_text(members: Sequence[str], articles: pd.DataFrame) -> str | None:
    """Return the article that is the agency's own among versions of one story; None where nothing tells.

    It is the one whose outlet the others credit; or the only one signed by the agency alone, where the byline of every
    other names its own staff beside it or another writer.
    """
    agency = _fold(name_agency(members, articles))
    if not agency:
        return None
    rows = list(rows_of(articles[articles["article"].isin(members)], "article", "outlet", "byline"))
    own = [article for article, outlet, _ in rows if _fold(outlet) == agency]
    alone = [article for article, _, byline in rows if _fold(byline).removeprefix("the ") == agency]
    signed = all(isinstance(byline, str) for *_, byline in rows)
    return own[0] if len(own) == 1 else alone[0] if len(alone) == 1 and signed else None


def _fold(name):
    return " ".join(folded_words(name)) if isinstance(name, str) else ""
