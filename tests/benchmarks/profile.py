"""Where the time goes: python tests/benchmarks/profile.py FOLDER [EVENTS].

Makes all tables of the first EVENTS (default 10) events of a BASIL folder under Python's profiler and prints Markdown
tables: the share of each room, and in it that of our own Python, pandas, NumPy and SciPy, and regular expressions.
Processor time, so that other work on the machine does not count.  What a library does is told of the room that asked
for it: a function's time goes to its callers in proportion to the time that it took for each, as in gprof.  The
profiler makes calls dearer than they are: compare shares, not seconds.
"""

import sys
from pathlib import Path

sys.path.sort(key=lambda place: Path(place or ".").resolve() == Path(__file__).resolve().parent)  # profile is Python's
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import cProfile
import pstats
import time
from collections import defaultdict

from basil_data import folder_argument, load_events

from analysis.event import Event
from analysis.tables import TABLES

KINDS = ("Python", "pandas", "NumPy, SciPy", "regular expressions", "other")
_PLACES = {"/pandas/": "pandas", "/pyarrow/": "pandas", "/numpy/": "NumPy, SciPy", "/scipy/": "NumPy, SciPy",
           "/sklearn/": "NumPy, SciPy", "/regex/": "regular expressions", "/re/": "regular expressions"}
_WORDS = {"numpy": "NumPy, SciPy", "regex": "regular expressions", "re.": "regular expressions", "pandas": "pandas"}


def make_tables(events):
    """Make every table of each event."""
    for articles in events:
        event = Event.from_articles(articles)
        for name in TABLES:
            getattr(event, name, None)


def name_room(function):
    """Return the room of the analysis that a function stands in, None for a library's and for built-in ones."""
    path = function[0].replace("\\", "/")
    return path.rpartition("/analysis/")[2].removesuffix(".py") if "/analysis/" in path else None


def name_kind(function):
    """Return which of `KINDS` a function's own time is; built-in ones are told by their names, the rest by callers."""
    path, _, name = function
    if name_room(function):
        return "Python"
    if path == "~":
        return next((kind for word, kind in _WORDS.items() if word in name), None)
    return next((kind for part, kind in _PLACES.items() if part in path.replace("\\", "/")), "other")


def share_out(stats, label):
    """Return {function: {label: share}}: its own label, or those of its callers by the time it took for each."""
    shares = {function: {known: 1.0} if (known := label(function)) else {} for function in stats}
    for _ in range(30):  # libraries call themselves: what is not settled then is little
        for function, (*_, callers) in stats.items():
            if label(function) or not callers:
                continue
            total = sum(entry[3] for entry in callers.values()) or 1
            mixed = defaultdict(float)
            for caller, entry in callers.items():
                for name, share in shares.get(caller, {}).items():
                    mixed[name] += share * entry[3] / total
            shares[function] = dict(mixed)
    return shares


def measure(events):
    """Return {(room, kind): seconds of processor time} of making all tables of `events`."""
    make_tables(events[:1])  # imports and word lists are no work on an event
    profiler = cProfile.Profile(time.process_time)
    profiler.runcall(make_tables, events)
    stats = pstats.Stats(profiler).stats
    rooms, kinds = share_out(stats, name_room), share_out(stats, name_kind)
    found = defaultdict(float)
    for function, (_, _, own, _, _) in stats.items():
        for room, part in rooms[function].items():
            for kind, share in (kinds[function] or {"other": 1.0}).items():
                found[room, kind] += own * part * share
    return found


def main():
    """Print the tables."""
    folder = folder_argument("python tests/benchmarks/profile.py")
    events = list(load_events(folder).values())[:int(sys.argv[2]) if len(sys.argv) > 2 else 10]
    found = measure(events)
    whole = sum(found.values())
    print(f"{len(events)} events, {sum(map(len, events))} articles: {whole:.1f} s under the profiler\n")
    print("| kind | share |\n| --- | --- |")
    for kind in KINDS:
        print(f"| {kind} | {sum(part for (_, one), part in found.items() if one == kind) / whole:.0%} |")
    print("\n| room | share | " + " | ".join(KINDS) + " |\n| --- | --- |" + " --- |" * len(KINDS))
    rooms = defaultdict(float)
    for (room, _), part in found.items():
        rooms[room] += part
    for room, part in sorted(rooms.items(), key=lambda pair: -pair[1]):
        if part >= 0.01 * whole:
            cells = " | ".join(f"{found[room, kind] / part:.0%}" for kind in KINDS)
            print(f"| {room} | {part / whole:.1%} | {cells} |")


if __name__ == "__main__":
    main()
