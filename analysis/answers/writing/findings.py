"""The front page: the best of what the rooms say, in the order in which an editor would print it.

Each sentence has the strength of its kind (strengths.py: the whole order, with reasons, on one screen).  Below the
setting nothing is printed: four true sentences beat fourteen.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ...rules import Setting
from ...tables import TABLES, conform
from .. import list_answers
from .base import strongest

PRINTED = Setting("finding_strength", 0.28, "strength from which a sentence is printed",
                  chosen="below it stands what no reader asked for")
MOST = Setting("findings_most", 14, "findings of one event", chosen="a cap: more are not read")


def rank_findings(event: Any) -> pd.DataFrame:
    """Return the table `findings` of an event: what its answers say, the strongest first, none of it twice."""
    said: dict[str, dict] = {}
    for answer in list_answers():
        for row in answer.find(event):
            if row["strength"] >= PRINTED.value:
                said.setdefault(row["claim"], row)
    chosen = strongest(said.values())[:int(MOST.value)]
    rows = [{"finding": rank, **row} for rank, row in enumerate(chosen, 1)]
    return conform("findings", {column.name: [row[column.name] for row in rows]
                                for column in TABLES["findings"].columns})
