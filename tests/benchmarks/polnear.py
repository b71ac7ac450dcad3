"""Measure quotes and speakers on PolNeAR: python tests/benchmarks/polnear.py FOLDER

FOLDER is the set's data folder: metadata.tsv beside a folder for each part (dev, train, test) with text/ and
attributions/.  It is published on GitHub as networkdynamics/PolNeAR; its articles have publishers' rights, so
that nothing of it is kept here.  Prints two tables in Markdown.
"""

import sys
import time
from pathlib import Path

import pandas as pd
from polnear_data import read_set, trim
from sklearn.feature_extraction.text import TfidfVectorizer

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.reading.articles import find_paragraphs, load_people
from analysis.speech.quotes import find_quotes
from analysis.text.marks import find_marks
from analysis.text.sentences import split_sentences

SAME = 0.8  # intersection over union from which a prediction is a gold segment's
SHORT = 4   # words of a short quote
ARTICLES = 1000  # articles of the measurement of time
LEFT_OUT = ("scare", "title", "indirect")
PUBLISHED = """\
| people, second annotator (same measure) | | .939 | | | .982 | | | |
| a fitted ranker (same measure, held-out text) | | .956 | | | .896 | | | .858 |
| rules written in an hour (same measure, held-out text) | | .945 | | | .863 | | | .824 |
| Gender Gap Tracker (its own set, Asr et al. 2021) | | .76 strict, .84 loose | | | .87 | | | |
| Citron (its own set, BBC) | | | | | .82 F1 | | | |"""


def find_all(articles):
    """Return the table `quotes` of the articles, and the seconds it took from the marks to the speakers."""
    lines = pd.DataFrame({"article": [], "text_start": pd.array([], dtype="Int64"), "kind": []})
    paragraphs, people = find_paragraphs(articles, lines), load_people()
    start = time.perf_counter()
    marks = find_marks(articles, paragraphs)
    sentences = split_sentences(articles, paragraphs, marks)
    quotes = find_quotes(articles, paragraphs, marks, sentences, people)
    return quotes, time.perf_counter() - start


def score_part(documents):
    """Return the scores of one part as a dict."""
    articles = pd.DataFrame({"article": [name for name, _, _ in documents], "text": [text for _, text, _ in documents]})
    quotes, _ = find_all(articles)
    quotes = quotes[~quotes["kind"].isin(LEFT_OUT)]
    found = {name: part for name, part in quotes.groupby(quotes["article"].astype(str))}
    counts = dict.fromkeys(("gold", "predicted", "exact", "right", "short", "short right", "long", "long right"), 0)
    for name, text, segments in documents:
        predicted = {}
        for row in found.get(name, quotes.iloc[:0]).itertuples():
            span = trim(text, row.start, row.end)
            if span[0] < span[1]:
                predicted.setdefault(span, (row.mention_start, row.mention_end))
        gold = {(segment.start, segment.end): segment.sources for segment in segments}
        counts["gold"] += len(gold)
        counts["predicted"] += len(predicted)
        counts["exact"] += len(gold.keys() & predicted.keys())
        for span, other in match_spans(gold, predicted):
            right = shares_character(predicted[other], gold[span])
            counts["right"] += right
            if gold[span]:
                length = "short" if len(text[span[0]:span[1]].split()) <= SHORT else "long"
                counts[length] += 1
                counts[f"{length} right"] += right
    return counts


def match_spans(gold, predicted):
    """Return pairs (gold span, predicted span) of at least SAME overlap, one to one, the best first."""
    others = sorted(predicted)
    pairs = []
    for span in sorted(gold):
        for other in others:
            if other[0] >= span[1]:
                break
            both = min(span[1], other[1]) - max(span[0], other[0])
            share = both / (max(span[1], other[1]) - min(span[0], other[0]))
            if share >= SAME:
                pairs.append((-share, span, other))
    taken, matched = set(), []
    for _, span, other in sorted(pairs):
        if (0, span) not in taken and (1, other) not in taken:
            taken |= {(0, span), (1, other)}
            matched.append((span, other))
    return matched


def shares_character(mention, sources):
    """Tell whether a mention (start, end; may be missing) shares a character with one of the spans."""
    start, end = mention
    return not pd.isna(start) and any(min(end, last) > max(start, first) for first, last in sources)


def f1(right, predicted, gold):
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def print_scores(parts):
    print("| part | articles, quotes | detection F1 | precision | recall | speaker, strict | up to four words | longer "
          "| quote + speaker F1 |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for part, documents in parts.items():
        count = score_part(documents)
        speaker = (count["short right"] + count["long right"]) / max(1, count["short"] + count["long"])
        numbers = [f1(count["exact"], count["predicted"], count["gold"]), count["exact"] / max(1, count["predicted"]),
                   count["exact"] / max(1, count["gold"]), speaker, count["short right"] / max(1, count["short"]),
                   count["long right"] / max(1, count["long"]), f1(count["right"], count["predicted"], count["gold"])]
        print(f"| PolNeAR {part} | {len(documents)}, {count['gold']} | "
              + " | ".join(f"{number:.3f}".lstrip("0") for number in numbers) + " |")
    print(PUBLISHED)


def print_time(parts):
    texts = [text for documents in parts.values() for _, text, _ in documents]
    texts = [texts[number % len(texts)] for number in range(ARTICLES)]
    articles = pd.DataFrame({"article": [str(number) for number in range(ARTICLES)], "text": texts})
    start = time.perf_counter()
    TfidfVectorizer().fit_transform(texts)
    unit = time.perf_counter() - start
    _, seconds = find_all(articles)
    print(f"\n{ARTICLES} articles: marks, sentences, quotes and speakers in {seconds:.1f} s, {seconds / unit:.1f} times"
          f" scikit-learn's TfidfVectorizer on the same texts ({unit:.2f} s).")


def main(arguments):
    folder = Path(arguments[0]) if len(arguments) == 1 else Path("PolNeAR")
    if len(arguments) != 1 or not (folder / "metadata.tsv").is_file():
        sys.exit(f"{folder}: no metadata.tsv there. Wanted: the data folder of PolNeAR, with metadata.tsv and a folder "
                 "for each part (dev, train, test) that holds text/ and attributions/, as published on GitHub: "
                 "networkdynamics/PolNeAR.")
    parts = read_set(folder)
    if not parts:
        sys.exit(f"{folder}: no part of PolNeAR there (dev/text, dev/attributions, ...).")
    print_scores(parts)
    print_time(parts)


if __name__ == "__main__":
    main(sys.argv[1:])
