"""Headlines and leads side by side: whom each text puts first, with which label, what is done, in whose words."""

from collections import defaultdict

import pandas as pd

from ..tables import conform, rows_of


def find_openings_of(articles, sentences, mentions, labels, acts, voices):
    """Return the table `openings`: a row for the headline and one for the first sentence of the body of each article.

    actor is the first one named there, label its first wording there, verb its first act, voice and speaker those of
    the most words.  What is not there is missing.
    """
    order = [str(name) for name in articles["article"].tolist()]
    first = {}
    for article, start, end, zone, text in rows_of(sentences, "article", "start", "end", "zone", "text"):
        if zone in ("headline", "body"):
            first.setdefault((article, zone), (start, end, text))
    named = _group(mentions, ("start", "end", "actor"))
    worded = _group(labels[labels["part"].astype(str) != "head"], ("start", "end", "label"))
    done = _group(acts, ("start", "end", "verb"))
    heard = _group(voices, ("start", "end", "voice", "speaker"))
    rows = []
    for article in order:
        for zone in ("headline", "body"):
            if (article, zone) not in first:
                continue
            start, end, text = first[article, zone]
            inside = [_first(table[article], start, end) for table in (named, worded, done)]
            voice, speaker = _loudest(heard[article], start, end)
            rows.append((article, start, end, zone, *inside, voice, speaker, text))
    columns = ["article", "start", "end", "zone", "actor", "label", "verb", "voice", "speaker", "text"]
    return conform("openings", pd.DataFrame(rows, columns=columns), articles)


def _group(table, columns):
    found = defaultdict(list)
    for article, *row in rows_of(table, "article", *columns):
        found[article].append(row)
    return found


def _first(rows, start, end):
    inside = [row for row in rows if start <= row[0] < end]
    return min(inside)[2] if inside else None


def _loudest(rows, start, end):
    """Return (voice, speaker) of most characters from start to end; the outlet's own where nothing is there."""
    inside = [(min(last, end) - max(first, start), str(voice), speaker if isinstance(speaker, str) else None)
              for first, last, voice, speaker in rows if first < end and start < last]
    return max(inside, key=lambda row: row[0])[1:] if inside else ("own", None)
