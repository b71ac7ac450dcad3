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


def find_agency_text(members: Sequence[str], articles: pd.DataFrame) -> str | None:
    """Return the article that is the agency's own among versions of one story; None where nothing tells.

    It is the one whose outlet the others credit; or the only one signed by the agency alone, where the byline of every
    other names its own staff beside it or another writer.
    """
    agency = " ".join(folded_words(name_agency(members, articles)))
    if not agency:
        return None
    rows = [(article, outlet, byline) for article, outlet, byline in rows_of(articles, "article", "outlet", "byline")
            if article in members]
    own = [article for article, outlet, _ in rows if isinstance(outlet, str)
           and " ".join(folded_words(outlet)) == agency]
    alone = [article for article, _, byline in rows if isinstance(byline, str)
             and " ".join(folded_words(byline)).removeprefix("the ") == agency]
    signed = all(isinstance(byline, str) for *_, byline in rows)
    return own[0] if len(own) == 1 else alone[0] if len(alone) == 1 and signed else None
