"""Siblings and stories on real events: python tests/benchmarks/stories.py FOLDER.

Recall at 2: of the two articles that are most like one, the share that tell the same event, among all
articles of a BASIL folder.  Stories are scored by the pairs of articles that they put together.
"""

import sys
from pathlib import Path

import pandas as pd
from archive import score_stories
from basil_data import folder_argument, load_events

sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.archive.stories import find_siblings, find_stories


def recall_at_2(siblings, event):
    """Return the share of siblings found that tell the same event, of two for each article."""
    return (siblings["article"].map(event) == siblings["other"].map(event)).sum() / (2 * len(event))


def main():
    """Print recall at 2 by text alone and with date and outlet, and the scores of stories."""
    events = load_events(folder_argument("python tests/benchmarks/stories.py"))
    articles = pd.concat([table.assign(event=event, article=event + "/" + table["article"])
                          for event, table in events.items()], ignore_index=True)
    event = dict(zip(articles["article"], articles["event"], strict=True))
    bare = articles[["article", "text"]]
    print(f"BASIL, {len(articles)} articles of {len(events)} events\n")
    print("| siblings | recall at 2 |\n| --- | --- |")
    print(f"| text alone | {recall_at_2(find_siblings(bare, text_only=True), event):.3f} |")
    print(f"| text, headline, date, outlet | {recall_at_2(find_siblings(articles), event):.3f} |")
    print("\n| stories | number | precision | recall |\n| --- | --- | --- | --- |")
    for name, table in (("text alone", bare), ("text, headline, date", articles)):
        stories = find_stories(table)["story"]
        precision, recall = score_stories(stories, articles["event"])
        print(f"| {name} | {stories.nunique()} | {precision:.3f} | {recall:.3f} |")


if __name__ == "__main__":
    main()
