"""One act that is over in one text and ahead in the other, in clauses that are nearly word for word alike."""

from itertools import combinations

import pandas as pd
import regex
from rapidfuzz import fuzz

from ..english.spellings import NEARLY
from ..english.stems import stem
from ..tables import rows_of
from .quantities import Difference

_TENSE = regex.compile(r"""
    \b(?: (?P<ahead>will|would|shall|(?:is|are)\s+(?:due\s+|set\s+)?to)\s+
           (?:also\s+)?(?:be\s+)?(?P<verb>\p{Ll}{4,})
    | (?P<now>is|are)\s+(?P<verb>\p{Ll}{2,}ed)
    | (?P<going>(?:is|are|was|were)\s+being)\s+(?P<verb>\p{Ll}{2,}ed)
    | (?P<done>has|have|had)\s+(?:also\s+|already\s+)?(?:been\s+)?(?P<verb>\p{Ll}{2,}ed)
    | (?P<verb>\p{Ll}{2,}ed) )\b""", regex.VERBOSE)


def read_tenses(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, str, int, int]]:
    """Return (verb's stem, ahead, going or done, start, end) of the verbs in -ed, and of those ahead."""
    return [(stem(match["verb"]), "ahead" if match["ahead"] else "going" if match["going"] else "done", *match.span())
            for match in _TENSE.finditer(text, start, len(text) if end is None else end) if not match["now"]]


def find_tenses(items: pd.DataFrame, articles: pd.DataFrame) -> list[Difference]:
    """Return the Differences of tense within items whose passages are nearly alike."""
    texts = dict(rows_of(articles, "article", "text"))
    groups = {}
    for state, item, article, start, end in rows_of(items, "state", "item", "article", "start", "end"):
        if state == "reported":
            groups.setdefault(item, []).append((article, start, end))
    found = []
    for item in sorted(groups):
        for one, other in combinations(groups[item][:12], 2):
            if fuzz.token_set_ratio(texts[one[0]][one[1]:one[2]], texts[other[0]][other[1]:other[2]]) < NEARLY.value:
                continue
            mine, theirs = ({verb: rest for verb, *rest in read_tenses(texts[name], start, end)}
                            for name, start, end in (one, other))
            for verb in sorted(mine.keys() & theirs.keys()):
                (kind, *place), (second, *there) = mine[verb], theirs[verb]
                if kind != second:
                    found.append(Difference("tense", verb, ((one[0], *place), (other[0], *there)), "the same clause"))
    return found
