"""Make an archive of any size from real articles: the same folder, size and seed give the same archive.

Each event has names of its own and a stock of real sentences in which they stand in place of the real
names; each of its articles mixes sentences of that stock with others from the whole folder.  So articles
of one event share names and some sentences, as news does, and all share the language of real news.
"""

import random
import re
import zlib
from datetime import date, timedelta

import pandas as pd
from basil_data import load_events

FIRST_DAY, OUTLETS = date(2020, 1, 1), 25
STOCK, NAMES = 80, 40  # sentences and names of an event
LENGTH, OWN = (12, 28), 0.7  # sentences of an article, and the share taken from its event's stock
SPREAD = 3  # days over which an event is reported
_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z][a-z]+")
_SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in ("a", "e", "i", "o", "u", "ar", "en", "il")]


def read_sentences(folder):
    """Return all sentences of the articles in a BASIL folder, in their order."""
    events = load_events(folder).values()
    return [sentence for articles in events for paragraphs in articles["sentences"] for paragraph in paragraphs
            for sentence in paragraph]


def make_archive(sentences, articles, events, days=365, seed=0):
    """Return an archive as a DataFrame: article, outlet, text, published, event; in no particular order.

    `articles` is their number, in `events` events of equal size that begin on any of so many `days`.
    """
    chance = random.Random(seed)
    rows = []
    for event in range(events):
        names = ["".join(chance.choices(_SYLLABLES, k=3)).capitalize() for _ in range(NAMES)]
        stock = [_NAME.sub(lambda match, names=names: names[zlib.crc32(match.group().encode()) % NAMES], sentence)
                 for sentence in chance.sample(sentences, STOCK)]
        begins = FIRST_DAY + timedelta(chance.randrange(days))
        for number in range(event, articles, events):
            length = chance.randint(*LENGTH)
            own = round(length * OWN)
            picked = chance.sample(stock, own) + chance.choices(sentences, k=length - own)
            chance.shuffle(picked)
            published = begins + timedelta(chance.randrange(SPREAD))
            rows.append((f"a{number:07}", f"outlet {chance.randrange(OUTLETS)}", "\n".join(picked),
                         published.isoformat(), event))
    chance.shuffle(rows)
    return pd.DataFrame(rows, columns=["article", "outlet", "text", "published", "event"])
