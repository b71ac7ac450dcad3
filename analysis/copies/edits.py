"""Edits: what was changed, word by word, where a sentence was taken over, and what sort of change it is."""


import pandas as pd

from ..tables import empty, rows_of, tabulate
from .changes import Change, name_kind
from .steps import list_changes, read_stretches

_SWAP = {"replace": "replace", "insert": "delete", "delete": "insert"}


def find_edits(links: pd.DataFrame, articles: pd.DataFrame, voices: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the table `edits`: the changes between sentences linked as verbatim or edited, both ways.

    `links` and `articles` are the tables of those names.  Words are aligned so that most of them stay; where words only
    changed places across one or two others, or a name moved within the sentence, the change is told as one
    ("May 3" > "3 May").  Spelling, stops in abbreviations and glued words are compared too; quotation marks, dashes and
    the capital that opens a sentence are not.  `kind` goes by the rules of changes.KINDS.
    """
    order = {name: place for place, name in enumerate(articles["article"].tolist())}
    columns = ("article", "other", "sentence", "other_sentence", "start", "end", "other_start", "other_end", "relation")
    taken = [(str(article), str(other), *rest) for article, other, *rest in rows_of(links, *columns)
             if rest[-1] in ("verbatim", "edited") and order[article] < order[other]]
    texts = dict(zip(order, articles["text"], strict=True))
    # the same characters on both sides have no change: most links of copies
    taken = [row for row in taken if texts[row[0]][row[4]:row[5]] != texts[row[1]][row[6]:row[7]]]
    if not taken:
        return empty("edits", articles)
    here, there, _, _, starts, ends, other_starts, other_ends, _ = zip(*taken, strict=True)
    wordings = read_stretches([*here, *there], [*starts, *other_starts], [*ends, *other_ends], texts)
    befores, afters = wordings[:len(taken)], wordings[len(taken):]
    spoken: dict[str, list] = {}
    for article, start, end, voice in () if voices is None else rows_of(voices, "article", "start", "end", "voice"):
        if voice == "quoted":
            spoken.setdefault(article, []).append((start, end))
    rows = []
    for (article, other, sentence, other_sentence, *_), before, after in zip(taken, befores, afters, strict=True):
        for change in list_changes(before, after):
            words = before.quote(*change[:2]), after.quote(*change[2:])
            op = "replace" if all(words) else "delete" if words[0] else "insert"
            quoted = all(_is_spoken(spoken.get(name, ()), side, first) for name, side, first in (
                (article, before, change[0]), (other, after, change[2])))
            kind = name_kind(Change.of(before, after, *change)._replace(quoted=quoted))
            rows.append((article, sentence, other, other_sentence, op, *words, kind))
            rows.append((other, other_sentence, article, sentence, _SWAP[op], *words[::-1], kind))
    rows.sort(key=lambda row: (order[row[0]], order[row[2]], row[1], row[3]))
    return tabulate("edits", rows, articles)


def _is_spoken(spans, wording, first):
    """Tell whether the word number `first` of a wording, or the last one, stands in one of the spans."""
    place = wording.start[min(first, len(wording.start) - 1)]
    return any(start <= place < end for start, end in spans)
