"""Measure sentence ends inside paragraphs against people's: python tests/benchmarks/sentences.py FOLDER.

The gold sentences of each paragraph are joined by a space; every end of a sentence but a paragraph's last
is one break to find.  Gold is noisy: about 3 % of its breaks are wrong.  Prints a Markdown table.
"""

import sys
from pathlib import Path

import pandas as pd
from basil_data import folder_argument, load_events

sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.text.marks import find_marks
from analysis.text.sentences import split_sentences


def gold_breaks(articles):
    """Return the set of (article, offset) at which a gold sentence ends inside a paragraph."""
    breaks = set()
    for article, paragraphs in zip(articles["article"], articles["sentences"], strict=True):
        offset = 0
        for sentences in paragraphs:
            for number, sentence in enumerate(sentences, start=1):
                offset += len(sentence) + 1
                if number < len(sentences):
                    breaks.add((article, offset - 1))
    return breaks


def line_paragraphs(articles):
    """Return the table `paragraphs` of texts in which every line is body text."""
    rows = []
    for article, text in zip(articles["article"], articles["text"], strict=True):
        offset = 0
        for number, line in enumerate(text.split("\n")):
            rows.append((article, number, offset, offset + len(line), "body"))
            offset += len(line) + 1
    return pd.DataFrame(rows, columns=["article", "paragraph", "start", "end", "zone"])


def found_breaks(articles):
    """Return the set of (article, offset) at which our sentences end inside a paragraph."""
    paragraphs = line_paragraphs(articles)
    sentences = split_sentences(articles, paragraphs, find_marks(articles, paragraphs))
    inner = sentences[sentences.duplicated(["article", "paragraph"], keep="last")]
    return set(zip(inner["article"].astype(str), inner["end"], strict=True))


def load_articles(folder):
    """Return the articles of all events as one DataFrame, named by event and article."""
    events = load_events(folder)
    return pd.concat([articles.assign(article=event + "/" + articles["article"]) for event, articles in events.items()])


def main():
    """Print precision, recall, F1 and the number of gold breaks."""
    articles = load_articles(folder_argument("python tests/benchmarks/sentences.py")).reset_index(drop=True)
    gold, found = gold_breaks(articles), found_breaks(articles)
    right = len(gold & found)
    precision, recall = right / len(found), right / len(gold)
    f1 = 2 * right / (len(found) + len(gold))
    print("| sentence ends inside paragraphs | precision | recall | F1 | gold breaks |")
    print("| --- | --- | --- | --- | --- |")
    print(f"| BASIL, {len(articles)} articles | {precision:.3f} | {recall:.3f} | {f1:.3f} | {len(gold)} |")


if __name__ == "__main__":
    main()
