"""Sentences that give what another outlet of the event reported: its figures are that outlet's, not their own."""

import pandas as pd
import regex

from ..english.verbs import SAID
from ..tables import rows_of

_REPORTS = "|".join(sorted(SAID | {"reported", "reports", "wrote", "writes", "put", "puts", "counted", "claimed"}))


def find_retold(sentences: pd.DataFrame, articles: pd.DataFrame) -> set[tuple[str, int]]:
    """Return (article, sentence) of the sentences that report what another outlet does: according to the Post, 64.

    An outlet is meant by its whole name, or by its last word after "the".
    """
    outlets = {article: outlet.removeprefix("The ") for article, outlet in rows_of(articles, "article", "outlet")
               if isinstance(outlet, str)}
    known, patterns = sorted(set(outlets.values())), {}
    for article, text in rows_of(articles, "article", "text"):
        if article in outlets:  # of three hundred outlets a text names few
            patterns[article] = _compile([name for name in known if name != outlets[article]
                                          and name.rpartition(" ")[2] in text])
    return {(article, number) for article, number, text in rows_of(sentences, "article", "sentence", "text")
            if patterns.get(article) and any(word in text for word in patterns[article][0])
            and patterns[article][1].search(text)}


def _compile(names):
    """Return (the last words of the names, the pattern of a report by one of them), None without names."""
    if not names:
        return None
    whole = "|".join(regex.escape(name) for name in names)
    short = "|".join(sorted({regex.escape(name.split()[-1]) for name in names if " " in name}))
    outlet = rf"(?:(?:[Tt]he\s)?(?:{whole})" + (rf"|[Tt]he\s(?:{short})" if short else "") + r")(?!\p{L})"
    words = sorted({name.rpartition(" ")[2] for name in names})
    return words, regex.compile(rf"\b[Aa]ccording\sto\s{outlet}"
                                rf"|(?<!\p{{L}}){outlet}\s(?:has\s|had\s|later\s|first\s)?(?:{_REPORTS})\b"
                                rf"|\b(?:reported|counted|published)\s(?:by|in)\s{outlet}")
