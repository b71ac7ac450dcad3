"""The front page: what the tables say, each finding one sentence with its number and its passages.

Lineage comes first, since nothing may be compared before it; then the findings that separate the
text families most and most surely.  `strength` is that order, 0 to 1: a convention made to be read
and argued with, not a probability.
"""

import pandas as pd

from ..tables import TABLES, conform
from ..thresholds import threshold


def rank_findings(*kinds):
    """Return the table `findings` from lists of claims (dicts of its columns): the strongest, each kind at its best.

    The first kind, lineage, leads whatever its strength.  Every kind's strongest claim comes before any
    kind's second one is let in; at most `most_findings` stand on the page.
    """
    lineage, *kinds = kinds
    best = [claims[0] for claims in kinds if claims]
    more = [claim for claims in kinds for claim in claims[1:]]
    order = sorted(best, key=_strength) + sorted(more, key=_strength)
    room = int(threshold("most_findings")) - len(lineage)
    chosen = [*lineage, *sorted(order[:room], key=_strength)]
    columns = [*(column.name for column in TABLES["findings"].columns), "chart"]
    table = pd.DataFrame([{"finding": rank, **claim} for rank, claim in enumerate(chosen, 1)], columns=columns)
    return conform("findings", table)


def _strength(claim):
    return -claim["strength"], claim["claim"]
