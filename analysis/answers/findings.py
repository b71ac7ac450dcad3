"""The front page: the best of what the rooms say, ranked as an editor would."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..tables import TABLES, conform
from ..thresholds import threshold
from . import list_answers


def rank_findings(event: Any) -> pd.DataFrame:
    """Return the table `findings` of an event: what its answers say, the strongest first, none of it twice."""
    said = [row for answer in list_answers() for row in answer.find(event)]
    said.sort(key=lambda row: (-row["strength"], row["claim"]))
    chosen = said[:int(threshold("most_findings"))]
    columns = [column.name for column in TABLES["findings"].columns]
    rows = [{"finding": rank, **row} for rank, row in enumerate(chosen, 1)]
    return conform("findings", pd.DataFrame(rows, columns=columns))
