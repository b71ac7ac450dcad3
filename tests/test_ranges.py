"""Likenesses and shares stay in range with equal texts, near copies and reprints, which rounding takes over it."""

import random

import pandas as pd
import pytest

from analysis.event import Event
from analysis.tables import SHARE, TABLES

STORY = ('The harbour of Norvik was shut on Monday after a barge struck the quay, the coastguard said.\n'
         '"We wait for the tide," said harbour master Iver Stang. "Nobody was hurt, nobody will sail before noon."\n'
         'Two ferries with 340 passengers waited off Larsund, and the repair will cost nine million crowns.')


def make_event(seed):
    """Return the Event of a text, its reprint, near copies of it and a text of chance words."""
    chance = random.Random(seed)
    lines = STORY.split("\n")
    cut = chance.randrange(1, len(lines))
    texts = [STORY, STORY, STORY + "\nMore follows.", "\n".join(lines[:cut]), STORY.replace("Monday", "Tuesday"),
             " ".join(chance.choices(STORY.split(), k=60)), " ".join(chance.choices("abcdefgh", k=30))]
    return Event.from_articles(pd.DataFrame({
        "article": [f"a{number}" for number in range(len(texts))], "text": texts,
        "outlet": [f"outlet {number}" for number in range(len(texts))]}))


@pytest.mark.parametrize("seed", range(2))
def test_shares_and_likenesses_lie_between_0_and_1(seed):
    event = make_event(seed)
    for name, table in TABLES.items():
        for column in table.columns:
            if column.dtype == SHARE and (column.unit == "0 to 1" or column.unit.startswith("share")):
                values = getattr(event, name)[column.name].dropna()
                assert values.between(0, 1).all(), (name, column.name, values[~values.between(0, 1)].tolist())
