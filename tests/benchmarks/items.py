"""Agreement of the automatic items with a reader's own: python tests/benchmarks/items.py FOLDER.

FOLDER holds articles and an items.csv in which a reader lists, for every item, the passages that report it.
The question asked of both: article X reports this item in these words; does article Y report it too?  The machine
says yes where an item of its own, the one whose passage in X overlaps the reader's most, is reported in Y.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.event import Event
from analysis.facts.agreement import compare_with_reader


def main():
    if len(sys.argv) < 2 or not (Path(sys.argv[1]) / "items.csv").exists():
        sys.exit("usage: python tests/benchmarks/items.py FOLDER\nFOLDER must hold articles and an items.csv")
    event = Event(sys.argv[1])
    table = compare_with_reader(event.hand, event.articles, event.items_by_machine, event.families)
    print("| asked | n | precision | recall | F1 |\n|---|---|---|---|---|")
    for row in table.itertuples():
        print(f"| {row.asked} | {row.n} | {row.precision:.3f} | {row.recall:.3f} | {row.F1:.3f} |")


if __name__ == "__main__":
    main()
