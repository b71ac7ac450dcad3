"""Stories of archives of growing size: python tests/benchmarks/archive.py FOLDER [ARTICLES ...].

The archives are made from the articles of a BASIL folder; the same folder, size and seed give the same one.

Each event has names of its own and a stock of real sentences in which they stand in place of the real
names; each of its articles mixes sentences of that stock with others from the whole folder, or is a copy of one
before it.  So articles of one event share names, some sentences and at times all of them, as news does, and all
share the language of real news.
Prints a Markdown table of seconds, beside scikit-learn's TfidfVectorizer and, where it is installed,
sparse_dot_topn for the ten nearest of each article; every size runs in a process of its own.
"""

import random
import re
import resource
import sys
import time
import zlib
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pandas as pd
from basil_data import folder_argument, load_events
from scipy.sparse import csr_matrix

sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.archive.stories import find_stories
from analysis.archive.vectors import vectorize

FIRST_DAY, OUTLETS = date(2020, 1, 1), 25
STOCK, NAMES = 80, 40  # sentences and names of an event
LENGTH, OWN = (12, 28), 0.7  # sentences of an article, and the share taken from its event's stock
SIZES, PER_EVENT = (1_000, 10_000, 100_000), 100
SPREAD = 3  # days over which an event is reported
COPIES = 0.2  # of an event's articles: a reprint, whole, cut or with a line of its own, of one before it
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
        begins, told = FIRST_DAY + timedelta(chance.randrange(days)), []
        for number in range(event, articles, events):
            length = chance.randint(*LENGTH)
            own = round(length * OWN)
            picked = chance.sample(stock, own) + chance.choices(sentences, k=length - own)
            chance.shuffle(picked)
            if told and chance.random() < COPIES:
                copied = chance.choice(told)
                picked = chance.choice([copied, copied[:len(copied) * 2 // 3], [*copied, picked[0]]])
            told.append(picked)
            published = begins + timedelta(chance.randrange(SPREAD))
            rows.append((f"a{number:07}", f"outlet {chance.randrange(OUTLETS)}", "\n".join(picked),
                         published.isoformat(), event))
    chance.shuffle(rows)
    return pd.DataFrame(rows, columns=["article", "outlet", "text", "published", "event"])


def score_stories(found, true):
    """Return precision and recall of the pairs of articles that two groupings put together."""
    table = pd.crosstab(pd.Series(list(found)), pd.Series(list(true))).to_numpy(dtype=float)
    both, ours, theirs = ((counts * (counts - 1)).sum() for counts in (table, table.sum(axis=1), table.sum(axis=0)))
    return both / max(ours, 1), both / max(theirs, 1)


def _seconds(step, *arguments):
    begun = time.perf_counter()
    result = step(*arguments)
    return time.perf_counter() - begun, result


def measure(folder, articles):
    """Return the row of the table for an archive of so many articles."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # here: 45 MB that our own work does not load
    archive = make_archive(read_sentences(folder), articles, max(articles // PER_EVENT, 1))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    vectorize(archive)  # looks the words up in general English, which is remembered
    all_of_it, stories = _seconds(find_stories, archive)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    reading, vectors = _seconds(vectorize, archive)
    undated, _ = _seconds(find_stories, archive.drop(columns="published"))
    sklearn, peer = _seconds(TfidfVectorizer().fit_transform, archive["text"])
    precision, recall = score_stories(stories["story"], archive["event"])
    return {
        "articles": f"{articles:,}", "events": archive["event"].nunique(), "stories": stories["story"].nunique(),
        "precision": f"{precision:.3f}", "recall": f"{recall:.3f}",
        "find_stories": all_of_it, "vectorising alone": reading, "ratio": f"{all_of_it / reading:.2f}",
        "without days": undated, "TfidfVectorizer": sklearn, "its neighbours": _neighbours(peer),
        "neighbours of our vectors": _neighbours(vectors), "MB": f"{memory:.0f}",
    }


def _neighbours(vectors):
    try:
        from sparse_dot_topn import sp_matmul_topn
    except ImportError:
        return "not installed"
    vectors = csr_matrix(vectors)
    if vectors.shape[0] > 20_000:
        return "not tried"  # grows with the square
    return _seconds(sp_matmul_topn, vectors, vectors.T.tocsr(), 10)[0]


def main():
    """Print the table, a size a row, and the growth from each size to the next."""
    folder = folder_argument("python tests/benchmarks/archive.py")
    rows = []
    for articles in [int(size) for size in sys.argv[2:]] or SIZES:
        with ProcessPoolExecutor(1) as process:
            rows.append(process.submit(measure, folder, articles).result())
    print("| " + " | ".join(rows[0]) + " |")
    print("| " + " | ".join("---" for _ in rows[0]) + " |")
    for row in rows:
        cells = [f"{cell:.1f} s" if isinstance(cell, float) else str(cell) for cell in row.values()]
        print("| " + " | ".join(cells) + " |")
    for small, large in pairwise(rows):
        growth = large["find_stories"] / small["find_stories"]
        print(f"\n{small['articles']} to {large['articles']} articles: {growth:.1f} times the time")


if __name__ == "__main__":
    main()
