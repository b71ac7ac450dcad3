"""How fast, how it grows: python tests/benchmarks/speed.py DATA [FIGURE ...].

DATA holds the folders `basil` and, where there is one, `polnear`.  Every figure runs in a process of its own, is
processor time (other work on the machine does not count) and a multiple of scikit-learn's TfidfVectorizer on the same
texts in the same process, which carries over to other machines.  Figures (default: all but archive):

- events: all tables of each event of three articles, beside a TfidfVectorizer for each event; the dearest tables;
- large: all tables and findings of one event of 30, 100 and 300 articles, and the exponent of the growth; that of a
  table from the size before in brackets;
- links: links of the articles as they are, and of 1,308 and 5,232 synthetic ones, with the most memory held;
- quotes: the table quotes of all articles as one event;
- start: processor seconds of `import analysis` and of the first finding of the five articles;
- archive: articles a second of an archive in one process and in two (mapping.py says more).
"""

import os
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from math import log
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pandas as pd
from basil_data import WANTED, load_events
from polnear_data import read_set
from sklearn.feature_extraction.text import TfidfVectorizer

sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.event import Event
from analysis.tables import TABLES

COLUMNS = ["article", "outlet", "text", "published", "headline", "url"]
EVENTS, LARGE, SYNTHETIC, ARCHIVE = 60, (30, 100, 300), (1_308, 5_232), 100
DEAR = 12  # tables named with their cost
_ROOT = Path(__file__).parents[2]


def read_articles(data):
    """Return the articles of both sets, one table; those of BASIL first, an event's three side by side."""
    events = load_events(data / "basil")
    rows = [table[COLUMNS].assign(article=event + "-" + table["article"]) for event, table in events.items()]
    if (data / "polnear").is_dir():
        rows += [pd.DataFrame([(name, name.split("_")[0], re.sub(r"\s*\n\s*", "\n", text.strip()))
                               for name, text, _ in articles], columns=["article", "outlet", "text"])
                 for articles in read_set(data / "polnear").values()]
    return pd.concat(rows, ignore_index=True)


def time_step(step):
    """Return (processor seconds, result) of a call."""
    begun = time.process_time()
    result = step()
    return time.process_time() - begun, result


def time_peer(texts, rounds=3):
    """Return the processor seconds of TfidfVectorizer on these texts, the median of some runs."""
    return median(time_step(lambda: TfidfVectorizer().fit_transform(texts))[0] for _ in range(rounds))


def make_tables(articles, cost=None):
    """Make every table of the event of these articles, and add the seconds of each to `cost`."""
    event = Event.from_articles(articles)
    for name in TABLES:
        if hasattr(Event, name):
            seconds, _ = time_step(lambda name=name: getattr(event, name))
            if cost is not None:
                cost[name] += seconds
    return event


def measure_events(data):
    """Return the rows of the small events; the dearest tables beside what they are asked for first."""
    events = [table[COLUMNS] for table in load_events(data / "basil").values() if len(table) == 3][:EVENTS]
    make_tables(events[0])  # imports and word lists are no work on an event
    cost, ratios, all_of_it, peer = Counter(), [], 0.0, 0.0
    for articles in events:
        unit = time_peer(articles["text"])
        seconds, _ = time_step(lambda articles=articles: make_tables(articles, cost))
        ratios.append(seconds / unit)
        all_of_it, peer = all_of_it + seconds, peer + unit
    dear = ", ".join(f"{name} {seconds / len(events) * 1000:.0f}" for name, seconds in cost.most_common(DEAR))
    return [(f"all tables of {len(events)} events of three", f"{all_of_it:.1f} s",
             f"{all_of_it / peer:.0f} (median {median(ratios):.0f})", f"ms an event: {dear}")]


def measure_large(data):
    """Return the rows of the large events, each the first articles of the sets."""
    articles, rows, known, before = read_articles(data), [], {}, Counter()
    make_tables(articles.head(3))  # imports and word lists
    for size in LARGE:
        some = articles.head(size)
        cost = Counter()
        seconds, event = time_step(lambda some=some, cost=cost: make_tables(some, cost))
        last = max(known, default=0)
        known[len(some)] = seconds
        exponent = _grow(seconds, known[LARGE[0]], len(some) / LARGE[0]) if last else None
        grown = {name: f" ({_grow(part, before[name], len(some) / last):.1f})" for name, part in cost.items() if last}
        dear = ", ".join(f"{name} {part:.1f}{grown.get(name, '')}" for name, part in cost.most_common(DEAR))
        before = cost
        rows.append((f"one event of {len(some)}, {len(event.findings)} findings", f"{seconds:.1f} s",
                     f"{seconds / time_peer(some['text']):.0f}",
                     (f"exponent {exponent:.2f} from {LARGE[0]}; " if exponent else "") + f"s: {dear}"))
    return rows


def _grow(more, less, times):
    return log(more / less) / log(times)


def measure_links(data, size):
    """Return the row of links of so many articles, synthetic from those of `data`; 0: those as they are."""
    from reuse import make_archive

    from analysis.copies.reuse import link_sentences
    articles = read_articles(data)
    if size:
        sentences = make_archive(articles, size)
        names = sentences[["article"]].drop_duplicates()
        texts = sentences.groupby("article", sort=False)["text"].agg("\n".join)
    else:
        event = Event.from_articles(articles[["article", "text"]].assign(outlet="unknown"))
        sentences, names, texts = event.sentences, event.articles, articles["text"]
    link_sentences(sentences.head(100), names)
    peer = time_peer(texts)
    before = _peak()
    seconds, links = time_step(lambda: link_sentences(sentences, names))
    kind = "synthetic" if size else "real"
    return [(f"links of {len(texts):,} {kind} articles", f"{seconds:.2f} s", f"{seconds / peer:.1f}",
             f"{len(links):,} links; {_peak():.0f} MB at most, {before:.0f} before")]


def _peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_quotes(data):
    """Return the row of the quotes of all articles."""
    articles = read_articles(data)[COLUMNS]
    make_tables(articles.head(3))
    before, event = time_step(lambda: Event.from_articles(articles))
    seconds, quotes = time_step(lambda: event.quotes)
    unit = time_peer(articles["text"])
    return [(f"quotes of {len(articles)} articles", f"{seconds:.2f} s", f"{seconds / unit:.1f}",
             f"{len(quotes):,} quotes; marks, sentences and words before them {before / unit:.1f}")]


def measure_start(_):
    """Return the rows of starting; each is a whole process with Python's own start."""
    rows, named = [], {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with TemporaryDirectory() as folder:  # for what the first run compiles: no setting of whoever measures decides
        for name, code in (("python -c pass", "pass"), ("import analysis", "import analysis"),
                           ("from analysis import Event", "from analysis import Event"),
                           ("first finding of the five articles",
                            "from analysis import Event; Event().findings['claim'].iloc[0]")):
            spent = []
            for _ in range(4):
                begun = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run([sys.executable, "-c", code], cwd=_ROOT, check=True,
                               env=named | {"PYTHONPYCACHEPREFIX": folder})
                ended = resource.getrusage(resource.RUSAGE_CHILDREN)
                spent.append(ended.ru_utime + ended.ru_stime - begun.ru_utime - begun.ru_stime)
            rows.append((name, f"{median(spent[1:]):.2f} s", "", "median of three, the first run left out"))
    return rows


def measure_archive(data):
    """Return the row of mapping an archive; wall time, so that two processes can be told from one."""
    from mapping import measure
    row, _, _ = measure(data / "basil", ARCHIVE)
    return [(f"archive of {row['articles']} articles", f"{row['articles a second']} articles a second",
             str(row["one / TfidfVectorizer"]), f"two processes {row['one / two']} times as many; "
             f"{row['MB of one']} and {row['MB of two']} MB")]


FIGURES = {
    "events": [(measure_events,)], "large": [(measure_large,)],
    "links": [(measure_links, 0), *((measure_links, size) for size in SYNTHETIC)],
    "quotes": [(measure_quotes,)], "start": [(measure_start,)], "archive": [(measure_archive,)],
}


def main():
    """Print one Markdown table, a figure a row."""
    data, chosen = Path(sys.argv[1] if len(sys.argv) > 1 else "DATA"), sys.argv[2:] or list(FIGURES)[:-1]
    if not any(data.glob("basil/*_[0-9].json")) or set(chosen) - set(FIGURES):
        sys.exit(f"usage: python tests/benchmarks/speed.py DATA [{' '.join(FIGURES)}]\n"
                 f"DATA/basil is not there, or no such figure: this script wants {WANTED}")
    print("| figure | time | times TfidfVectorizer | |\n| --- | --- | --- | --- |")
    for measure, *arguments in (step for name in chosen for step in FIGURES[name]):
        with ProcessPoolExecutor(1, get_context("spawn")) as process:  # its own memory, imports and caches
            for row in process.submit(measure, data, *arguments).result():
                print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
