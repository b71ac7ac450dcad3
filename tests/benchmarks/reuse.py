"""Who copies whom, measured: python tests/benchmarks/reuse.py --basil FOLDER [--polnear FOLDER] [--sizes N ...].

Prints Markdown tables: same events found by shared sentences, text families, copies made from the articles
(cut, shuffled, in another house style) brought home to their parents, time beside scikit-learn's
TfidfVectorizer, and growth on synthetic archives.  BASIL is published at github.com/launchnlp/BASIL, PolNeAR
at github.com/networkdynamics/PolNeAR; neither is part of this repository.  Everything random has its seed.
"""

import argparse
import random
import re
import sys
import time
from math import log
from pathlib import Path

import pandas as pd
from basil_data import WANTED, load_events
from polnear_data import read_set
from sklearn.feature_extraction.text import TfidfVectorizer

sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.copies.reuse import link_sentences
from analysis.event import Event

PASSIM = "77 of 100 events at .98, 57 to 84 CPU seconds for 1,308 articles (BASIL and PolNeAR), Spark"
SIZES = (1_000, 4_000, 16_000)
LENGTH, SENTENCE, PIECE = 12, 5, 4  # sentences of a synthetic article, pieces of a sentence, words of a piece
# what a house that writes British English and names nobody without a title would do to American copy
_STYLE = [(re.compile(pattern), new) for pattern, new in (
    (r"\bU\.S\.", "US"), (r"\bU\.N\.", "UN"), (r"\bpercent\b", "per cent"), (r"(\w)iz(e[ds]?|ing|ation)\b", r"\1is\2"),
    (r"\b(lab|neighb|fav|hon|harb|col)or", r"\1our"), (r"\bprogram\b", "programme"), (r"\bdefense\b", "defence"),
    (r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", "today"), (r"\b(?:Sen|Rep|Gov)\. (?=[A-Z])", "Mr "),
    (r"\bPresident (?=[A-Z])", "US President "), (r"\breporters\b", "journalists"), (r"\bsaid that\b", "said"),
    (r"\bWhite House\b", "US administration"), (r"\b(January|March|May|July|August|October) (\d{1,2})\b", r"\2 \1"),
    (r"\blawmakers\b", "members of parliament"), (r"\bmore than\b", "over"), (r"\babout (?=\d)", "some "),
)]


def read_articles(basil, polnear):
    """Return the articles of both folders as a DataFrame: article, outlet, text, event (missing in PolNeAR)."""
    events = load_events(basil)
    if not events:
        sys.exit(f"no article found in {basil}: this script wants {WANTED}")
    rows = [table.assign(event=event, article=event + "/" + table["article"])[["article", "outlet", "text", "event"]]
            for event, table in events.items()]
    if polnear:
        rows += [pd.DataFrame([(name, name.split("_")[0], re.sub(r"\s*\n\s*", "\n", text.strip()), None)
                               for name, text, _ in articles], columns=["article", "outlet", "text", "event"])
                 for articles in read_set(polnear).values()]
    return pd.concat(rows, ignore_index=True)


def make_event(articles):
    """Return the Event of a DataFrame of articles without outlets and dates, so that the words alone speak."""
    return Event.from_articles(articles[["article", "text"]].assign(outlet="unknown"))


def score_pairs(links, event):
    """Return (pairs of articles, share on the same event, events found) of links; `event` maps article to event."""
    pairs = links[["article", "other"]].astype(str).drop_duplicates()
    pairs = pairs[pairs["article"] < pairs["other"]]
    one, two = pairs["article"].map(event), pairs["other"].map(event)
    return len(pairs), (one == two).mean() if len(pairs) else float("nan"), one[one == two].nunique()


def measure_events(event, events):
    """Print which share of the linked pairs tell the same event, and how many events have a linked pair."""
    total, links = len(set(events.values())), event.links
    words = event.sentences.set_index(["article", "sentence"])["words"]
    short = [min(words[one], words[two]) for one, two in zip(
        zip(links["article"], links["sentence"], strict=True),
        zip(links["other"], links["other_sentence"], strict=True), strict=True)]
    copied = links["relation"].isin(["verbatim", "edited"])
    print(f"\n| links of {len(event.articles)} articles | pairs | same event | events found of {total} |\n"
          "| --- | --- | --- | --- |")
    for name, chosen in (
            ("verbatim or edited, sentences of 8 words", copied & (pd.Series(short, links.index) >= 8)),
            ("verbatim or edited, a run of 8 words", copied & (links["longest_run"] >= 8)),
            ("verbatim, edited or fragment", links["relation"] != "paraphrase"),
            ("all, paraphrases too", copied | True)):
        pairs, precision, found = score_pairs(links[chosen], events)
        print(f"| {name} | {pairs} | {precision:.3f} | {found} ({found / total:.0%}) |")
    print(f"| passim 2.0, as published | | | {PASSIM} |")


def measure_families(event):
    """Print how many articles fall into one family with another, and the largest reuse of own-voice words."""
    sizes = event.families.groupby("family").size()
    print("\n| families | articles in a family with another | largest reuse | of own-voice words |\n"
          "| --- | --- | --- | --- |")
    print(f"| {len(sizes)} | {sizes[sizes > 1].sum()} | {event.pairs['reused'].max():.2f} "
          f"| {event.pairs['reused_own'].max():.2f} |")
    for _, rows in event.families.groupby("family"):
        if len(rows) > 1:
            print("in one family:", ", ".join(rows["article"].astype(str)))


def make_copies(articles, kind, seed=0):
    """Return a copy of each article: cut, shuffled, styled, or all three."""
    chance, texts = random.Random(f"{seed} {kind}"), []
    for text in articles["text"]:
        paragraphs = text.split("\n")
        if kind in ("cut", "all three"):
            paragraphs = paragraphs[:max(round(len(paragraphs) * chance.uniform(0.3, 0.7)), 1)]
        if kind in ("shuffled", "all three"):
            chance.shuffle(paragraphs)
        copy = "\n".join(paragraphs)
        if kind in ("house style", "all three"):
            for pattern, new in _STYLE:
                copy = pattern.sub(new, copy)
        texts.append(copy)
    return articles.assign(article="copy/" + articles["article"], text=texts)


def measure_copies(articles):
    """Print the share of copies that stand in their parent's family, and what they are called there."""
    print("\n| copies | in the parent's family | families that join two parents | roles of the copies |\n"
          "| --- | --- | --- | --- |")
    for kind in ("cut", "shuffled", "house style", "all three"):
        both = make_event(pd.concat([articles, make_copies(articles, kind)], ignore_index=True))
        family = both.families.astype({"article": str}).set_index("article")
        parent, copy = family.loc[articles["article"], "family"], family.loc["copy/" + articles["article"], "family"]
        home = (parent.to_numpy() == copy.to_numpy()).mean()
        roles = family.loc["copy/" + articles["article"], "role"].value_counts()
        named = ", ".join(f"{role} {number}" for role, number in roles.items() if number)
        print(f"| {kind} | {home:.3f} | {(parent.value_counts() > 1).sum()} | {named} |")


def measure_time(articles, rounds=5):
    """Print the CPU seconds of linking and of what comes before it, also as multiples of TfidfVectorizer's."""
    rows = []
    for _ in range(rounds + 1):
        event = make_event(articles)
        rows.append([_seconds(lambda: TfidfVectorizer().fit_transform(articles["text"])),
                     _seconds(lambda: make_event(articles).sentences),
                     _seconds(lambda event=event: link_sentences(event.sentences, event.articles))])
    columns = ["TfidfVectorizer", "texts, sentences, words", "links"]
    times = pd.DataFrame(rows[1:], columns=columns)  # the first round warms up
    ratio = times.div(times["TfidfVectorizer"], axis=0).median()
    print(f"\n| {len(articles)} articles | CPU seconds | times TfidfVectorizer |\n| --- | --- | --- |")
    for name in times:
        print(f"| {name} | {times[name].median():.2f} | {ratio[name]:.1f} |")


def _seconds(step):
    begun = time.process_time()
    step()
    return time.process_time() - begun


def make_archive(articles, size, seed=0):
    """Return the table `sentences` of a synthetic archive, made anew from pieces of the sentences of real articles.

    Every sentence is put together from pieces of four words, so that all share the language of news and unrelated
    articles no sentence.  Four articles tell an event: they take a third of their sentences from the same ones.
    """
    chance = random.Random(seed)
    words = [text.split() for text in articles["text"]]
    pieces = [" ".join(text[at:at + PIECE]) for text in words for at in range(0, len(text) - PIECE, PIECE)]
    rows = []
    for event in range(size // 4):
        made = [" ".join(chance.choices(pieces, k=SENTENCE)) for _ in range(LENGTH + 4 * (LENGTH - LENGTH // 3))]
        shared, own = made[:LENGTH], iter(made[LENGTH:])
        for number in range(4):
            picked = chance.sample(shared, LENGTH // 3) + [next(own) for _ in range(LENGTH - LENGTH // 3)]
            rows += [(f"a{event:05}-{number}", sentence, text) for sentence, text in enumerate(picked)]
    sentences = pd.DataFrame(rows, columns=["article", "sentence", "text"])
    length = sentences["text"].str.len()
    sentences["start"] = (length + 1).groupby(sentences["article"]).cumsum() - length - 1
    return sentences.assign(end=sentences["start"] + length, zone="body")


def measure_growth(articles, sizes):
    """Print the CPU seconds of linking archives of several sizes, and the exponents of growth between them."""
    print("\n| synthetic articles | CPU seconds | links | exponent |\n| --- | --- | --- | --- |")
    seconds = {}
    for size in sizes:
        sentences = make_archive(articles, size)
        names, begun = sentences[["article"]].drop_duplicates(), time.process_time()
        links = link_sentences(sentences, names)
        seconds[size] = time.process_time() - begun
        smaller = max((other for other in seconds if other < size), default=None)
        grown = f"{log(seconds[size] / seconds[smaller]) / log(size / smaller):.2f}" if smaller else ""
        print(f"| {size:,} | {seconds[size]:.1f} | {len(links):,} | {grown} |", flush=True)
    first, last = min(seconds), max(seconds)
    if first < last:
        print(f"| {first:,} to {last:,} | | | {log(seconds[last] / seconds[first]) / log(last / first):.2f} |")


def main():
    """Read the command line and print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--basil", required=True, type=Path, help="folder of BASIL's JSON files")
    parser.add_argument("--polnear", type=Path, help="folder of PolNeAR with metadata.tsv")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="articles of the synthetic archives")
    chosen = parser.parse_args()
    articles = read_articles(chosen.basil, chosen.polnear)
    basil = articles[articles["event"].notna()].reset_index(drop=True)
    event = make_event(basil)
    measure_events(event, dict(zip(basil["article"], basil["event"], strict=True)))
    measure_families(event)
    measure_copies(basil)
    measure_time(articles.head(350))
    measure_growth(articles, sorted(chosen.sizes))


if __name__ == "__main__":
    main()
