"""Read BASIL: the same event in three outlets (Fan et al. 2019, github.com/launchnlp/BASIL).

The benchmarks read it from a folder named on the command line; nothing of it is stored here.
"""

import json
import sys
from pathlib import Path

import pandas as pd

OUTLETS = {"fox": "Fox News", "nyt": "New York Times", "hpo": "HuffPost"}
WANTED = ("the articles of BASIL as JSON files named <event>_<number>.json; the set is published at "
          "github.com/launchnlp/BASIL (no licence for redistribution, so it is not part of this repository)")


def folder_argument(usage):
    """Return the folder named on the command line, or end with one sentence saying which folder is wanted."""
    if len(sys.argv) < 2 or not any(Path(sys.argv[1]).glob("*_[0-9].json")):
        name = sys.argv[1] if len(sys.argv) > 1 else "FOLDER"
        sys.exit(f"usage: {usage} FOLDER\nno article found in {name}: this script wants {WANTED}")
    return Path(sys.argv[1])


def load_events(folder):
    """Return a dict from the event's id to a DataFrame of its articles, in the order of the file names.

    Columns: article, outlet, text (a paragraph a line, its sentences joined by a space), published,
    headline, url, and sentences: for each paragraph the list of its sentences.  Ids come from the
    file names, since several fields inside the files are empty.
    """
    rows = {}
    for path in sorted(Path(folder).glob("*_[0-9].json")):
        event, number = path.stem.rsplit("_", 1)
        entry = json.loads(path.read_text(encoding="utf-8"))
        paragraphs = [[" ".join(sentence.split()) for sentence in paragraph] for paragraph in entry["body-paragraphs"]]
        paragraphs = [[sentence for sentence in paragraph if sentence] for paragraph in paragraphs]
        paragraphs = [paragraph for paragraph in paragraphs if paragraph]
        outlet = entry["source"].lower()
        rows.setdefault(event, []).append({
            "article": f"{outlet}-{number}",
            "outlet": OUTLETS.get(outlet, outlet),
            "text": "\n".join(" ".join(paragraph) for paragraph in paragraphs),
            "published": entry["date"] or None,
            "headline": entry["title"] or None,
            "url": entry["url"] or None,
            "sentences": paragraphs,
        })
    return {event: pd.DataFrame(articles) for event, articles in rows.items()}
