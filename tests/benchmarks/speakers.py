"""Measure resolved speakers on events read by hand: python tests/benchmarks/speakers.py READINGS ARTICLES

READINGS is a folder of readings, a JSON file an event: {"event": name, "quotes": [{"article", "start", "end", "kind":
"speech" or another word for what is none, "speaker": a name, "unnamed: ..." or null, ...}]}, offsets into the text
that is the headline, then a paragraph a line.  ARTICLES holds the articles of the event, EVENT_*.json with title,
body-paragraphs (a list of lists of sentences) and source.  A speaker is right where the name is, not only the words
beside the quote: she must be Ann Bellamy.  Prints a table in Markdown.
"""

import json
import sys
import unicodedata
from pathlib import Path

import pandas as pd
import regex

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis import Event

SHORT = 4  # words of a short quote
SAME = 0.5  # intersection over union from which a row is the quote that was read
LEFT_OUT = ("scare", "title")
_TITLES = {"the", "a", "an", "of", "in", "mr", "mrs", "ms", "dr", "president", "minister", "leader", "office", "us"}


def read_event(name, folder):
    """Return the articles of an event as a DataFrame: article, outlet, headline, text."""
    rows = []
    for path in sorted(Path(folder).rglob(f"{name}_*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        body = "\n".join(" ".join(paragraph) for paragraph in data["body-paragraphs"])
        rows.append({"article": path.stem, "outlet": str(data["source"]).lower(), "headline": data["title"],
                     "text": f"{data['title']}\n{body}"})
    return pd.DataFrame(rows)


def fold_name(name):
    """Return the words of a name that tell: no accents, marks, titles or suffixes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = regex.sub(r"spokes(?:man|woman)", "spokesperson", regex.sub(r"'s\b|[^\w ]", " ", plain)).split()
    return [word for word in words if word not in _TITLES and word not in ("jr", "sr", "ii", "iii")]


def is_same(said, wanted):
    """Tell whether two names are one speaker's: one surname, or the words of one lie in the other."""
    one, two = fold_name(said), fold_name(wanted)
    return bool(one and two) and (one[-1] == two[-1] or set(one) <= set(two) or set(two) <= set(one))


def find_row(quote, rows):
    """Return the row that covers a quote best, or None."""
    def share(row):
        both = min(quote["end"], row["end"]) - max(quote["start"], row["start"])
        return both / (max(quote["end"], row["end"]) - min(quote["start"], row["start"]))

    best = max(rows, key=share, default=None)
    return best if best is not None and share(best) >= SAME else None


def score(readings, folder):
    """Return {measure: [right, all]} of all readings."""
    counts = {name: [0, 0] for name in ("speech found", "speaker right", "up to four words", "no speech left alone")}

    def add(name, right):
        counts[name][0] += bool(right)
        counts[name][1] += 1

    for reading in readings:
        event = Event.from_articles(read_event(reading["event"], folder))
        table = event.quotes[event.quotes["kind"] != "indirect"]
        rows = {name: part.to_dict("records") for name, part in table.groupby(table["article"].astype(str))}
        texts = dict(zip(event.articles["article"].astype(str), event.articles["text"], strict=True))
        for quote in reading["quotes"]:
            row = find_row(quote, rows.get(quote["article"], []))
            said = row is not None and row["kind"] not in LEFT_OUT
            if quote["kind"] != "speech":
                add("no speech left alone", not said)
                continue
            add("speech found", said)
            wanted = quote["speaker"]
            if not wanted or wanted.startswith("unnamed"):
                continue
            named = said and isinstance(row["speaker"], str)
            right = named and any(is_same(row["speaker"], part) for part in (wanted, *wanted.split(" and ")))
            add("speaker right", right)
            if len(texts[quote["article"]][quote["start"]:quote["end"]].split()) <= SHORT:
                add("up to four words", right)
    return counts


def main(arguments):
    if len(arguments) != 2 or not all(Path(folder).is_dir() for folder in arguments):
        sys.exit("Wanted: a folder of readings and a folder of the articles of their events (see its head).")
    paths = sorted(Path(arguments[0]).glob("*.json"))
    if not paths:
        sys.exit(f"{arguments[0]}: no reading there (*.json).")
    readings = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    print(f"| {len(readings)} events read by hand | right | of | share |\n| --- | --- | --- | --- |")
    for name, (right, total) in score(readings, arguments[1]).items():
        print(f"| {name} | {right} | {total} | {right / max(1, total):.3f} |".replace("| 0.", "| ."))


if __name__ == "__main__":
    main(sys.argv[1:])
