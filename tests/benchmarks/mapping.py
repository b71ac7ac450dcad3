"""The same Event over every story of an archive: python tests/benchmarks/mapping.py FOLDER [ARTICLES ...].

The archives are made from a BASIL folder as in archive.py, ten articles an event.  Prints Markdown tables: for
each size the seconds for reading, grouping and mapping in one process and in two, and the most memory that
each held; the seconds of each table; and the cost of a million articles worked out from the largest size.
TfidfVectorizer on the same texts, in the same process, is the measure that carries over to other machines; it comes
last, so that what it loads counts for nobody's memory.
"""

import os
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import psutil
from archive import make_archive, read_sentences
from basil_data import folder_argument

sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.archive.digests import STORY_TABLES, mark_version
from analysis.archive.mapping import map_stories
from analysis.archive.store import describe_articles, open_archive
from analysis.event import Event
from analysis.rules import forget_texts

SIZES, PER_EVENT, SAMPLE = (100, 300), 10, 10  # SAMPLE: stories of which each table is timed


class Peak:
    """The most memory that this process and its children hold while the block runs, in MB."""

    def __enter__(self):
        self.megabytes, self._stop = 0, threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def _watch(self):
        own = psutil.Process()
        while not self._stop.wait(0.1):
            held = 0
            for process in [own, *own.children(recursive=True)]:
                try:
                    held += process.memory_info().rss
                except psutil.Error:
                    continue
            self.megabytes = max(self.megabytes, held / 1e6)

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()


def map_all(archive, workers):
    """Return (seconds, MB, bytes written) of mapping all stories of an archive; the first job warms the workers up."""
    jobs = [(story, archive.read(rows), None, mark_version()) for story, rows in archive.stories()]
    warm = jobs[:2 * workers]
    results = map_stories(iter(warm + jobs), workers)
    with Peak() as peak:
        for _ in warm:
            next(results)
        begun = time.perf_counter()
        written = sum(len(digest.data) for _, digest in results)
        seconds = time.perf_counter() - begun
    return seconds, peak.megabytes, written


def measure(folder, articles):
    """Return (row of sizes, {table: seconds an article}) for an archive of so many articles."""
    table = make_archive(read_sentences(folder), articles, articles // PER_EVENT)
    table = table.rename(columns={"article": "id", "published": "publish_date"}).drop(columns="event")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "archive.csv")
        table.to_csv(path, index=False)
        open_archive(path)  # looks the words up in general English, which is remembered
        begun = time.perf_counter()
        archive = open_archive(path)
        reading = time.perf_counter() - begun
    seconds, tables = time_tables(archive)
    alone, memory, written = map_all(archive, 1)
    both, memory_of_two, _ = map_all(archive, 2)
    stories = archive.stories()
    from sklearn.feature_extraction.text import TfidfVectorizer  # here: what it loads, 45 MB, is no part of our memory
    begun = time.perf_counter()
    TfidfVectorizer().fit_transform(table["text"])
    peer = time.perf_counter() - begun
    row = {"articles": articles, "stories": len(stories), "largest": max(len(rows) for _, rows in stories),
           "read and group": f"{reading:.2f} s", "one process": f"{alone:.1f} s", "articles a second":
           f"{articles / alone:.2f}", "two": f"{both:.1f} s", "one / two": f"{alone / both:.2f}",
           "MB of one": f"{memory:.0f}", "MB of two": f"{memory_of_two:.0f}", "kB on disk an article":
           f"{written / articles / 1e3:.0f}", "TfidfVectorizer": f"{peer:.2f} s", "one / TfidfVectorizer":
           f"{alone / peer:.0f}"}
    return row, {name: part / seconds for name, part in tables.items()}, alone / articles


def time_tables(archive):
    """Return (seconds in all, {table: seconds}) of some stories, each table asked for when those before are there."""
    total = dict.fromkeys(STORY_TABLES, 0.0)
    for _, rows in archive.stories()[:SAMPLE]:
        event = Event.from_articles(describe_articles(archive.read(rows)))
        for name in STORY_TABLES:
            begun = time.perf_counter()
            getattr(event, name)
            total[name] += time.perf_counter() - begun
        forget_texts()  # as a worker does behind each story
    return sum(total.values()), total


def main():
    """Print the tables; every size runs in a process of its own."""
    folder = folder_argument("python tests/benchmarks/mapping.py")
    rows = []
    for articles in [int(size) for size in sys.argv[2:]] or SIZES:
        with ProcessPoolExecutor(1) as process:
            row, shares, cost = process.submit(measure, folder, articles).result()
        rows.append(row)
    print(f"{os.cpu_count()} cores, {os.getloadavg()[0]:.1f} processes waiting for one at the end\n")
    print("| " + " | ".join(rows[0]) + " |\n| " + " | ".join("---" for _ in rows[0]) + " |")
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row.values()) + " |")
    print("\n| table | share of the time |\n| --- | --- |")
    for name, share in sorted(shares.items(), key=lambda pair: -pair[1]):
        if share >= 0.01:
            print(f"| {name} | {share:.0%} |")
    print(f"\nA million such articles: {cost * 1e6 / 86400:.1f} days of one core")


if __name__ == "__main__":
    main()
