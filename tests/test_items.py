import importlib.util
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array

from analysis.english.classes import find_senses
from analysis.event import Event
from analysis.facts import clausepairs, items
from analysis.facts.agreement import compare_with_reader
from analysis.facts.clauses import split_clauses
from analysis.facts.evidence import find_lacking
from analysis.facts.features import read_printed
from analysis.facts.hand import place_hand
from analysis.facts.items import find_items, find_passages
from analysis.facts.matching import EVIDENCE, FAINT, compare_clauses
from analysis.facts.reasons import find_sentence_days
from analysis.facts.strangers import find_strangers
from analysis.pages.doubts import list_doubts
from analysis.reading.articles import find_paragraphs, load_articles, load_hand
from analysis.reading.dates import find_newest_day
from analysis.tables import TABLES, conform, empty
from analysis.text.days import find_days
from analysis.text.marks import find_marks
from analysis.text.sentences import split_sentences

SEEDS = Path(__file__).parents[1] / "seeds"
BENCHMARKS = Path(__file__).parent / "benchmarks"

GULL = (
    "The old ferry Solveig sank off Harmel on Monday after hitting a rock, the coast guard said.\n"
    "All 43 passengers were rescued by fishing boats within an hour.\n"
    'Mayor Ada Lund promised an inquiry. "We owe the passengers an honest answer," she said.\n'
    "The company had refused to replace the radar, according to two former captains."
)
TIMES = (
    "An aged ferry struck a rock and sank near Harmel, and fishing boats rescued all 43 passengers within the hour.\n"
    "Ada Lund, the mayor, has promised an investigation into the sinking of the ferry.\n"
    "“We owe passengers an honest answer”, Lund told reporters.\n"
    "Harmel's hotels opened their doors to the stranded travellers, who slept on the floors of ballrooms."
)
POST = (
    "Fishing boats saved 43 passengers when the ferry Solveig hit a rock and sank.\n"
    "On Tuesday divers found the ship's bell and brought it to the museum."
)


def make(texts, published="2021-06-09", knows="2021-06-07"):
    """Return (articles, sentences) of {article: text}; `knows` is a day, or {article: day}."""
    names = list(texts)
    frame = pd.DataFrame(
        {
            "article": names,
            "outlet": [name.title() for name in names],
            "text": list(texts.values()),
            "file": [f"{name}.txt" for name in names],
            "published": published,
            "knows_until": [knows.get(name) if isinstance(knows, dict) else knows for name in names],
            "words": [len(text.split()) for text in texts.values()],
        }
    )
    articles = conform("articles", frame.reindex(columns=[column.name for column in TABLES["articles"].columns]), frame)
    paragraphs = find_paragraphs(articles, empty("lines"))
    return articles, split_sentences(articles, paragraphs, find_marks(articles, paragraphs))


def families_of(articles, **roles):
    """Return families: the articles with a role are one family, every other is its own."""
    names = articles["article"].astype(str)
    numbers = [1 if name in roles else 2 + number for number, name in enumerate(names)]
    frame = pd.DataFrame({"article": names, "family": numbers})
    frame["role"] = [roles.get(name, "unrelated") for name in names]
    return conform("families", frame, articles)


def link(articles, sentences, pairs):
    """Return verbatim links, both ways, of (article, sentence, other, other_sentence)."""
    rows = []
    for one, first, other, second in [*pairs, *((c, d, a, b) for a, b, c, d in pairs)]:
        rows.append(
            {
                "article": one,
                "sentence": first,
                "other": other,
                "other_sentence": second,
                "start": 0,
                "end": 1,
                "other_start": 0,
                "other_end": 1,
                "relation": "verbatim",
                "score": 1.0,
                "longest_run": 9,
                "moved": False,
                "sure": True,
            }
        )
    return conform("links", pd.DataFrame(rows), articles) if rows else empty("links", articles)


def items_of(texts, hand=None, families=None, links=None, **facts):
    articles, sentences = make(texts, **facts)
    placed = None if hand is None else place_hand(hand, articles)[0]
    families = families_of(articles) if families is None else families(articles)
    links = empty("links", articles) if links is None else link(articles, sentences, links)
    return find_items(articles, sentences, empty("mentions", articles), families, links,
                      find_days(articles, sentences), None, placed)


def who_has(items, words, texts):
    """Return the articles that report the item with `words` in a reported passage."""
    told = items[items["state"] == "reported"].astype({"article": str})
    found = [row.item for row in told.itertuples() if words in texts[row.article][row.start : row.end]]
    assert found, f"no item has a passage with {words!r}"
    return set(told.loc[told["item"] == found[0], "article"])


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("The ferry sank.", ["The ferry sank."]),
        ("He said on Monday that the old ferry was safe.", ["He said on Monday that the old ferry was safe."]),
        ("The ferry hit a rock, and the crew of nine swam.", ["The ferry hit a rock,", "and the crew of nine swam."]),
        ("Two men met in Harmel to discuss fishing rights.", ["Two men met in Harmel", "to discuss fishing rights."]),
        ("The mayor asked them to leave the harbour soon.", ["The mayor asked them to leave the harbour soon."]),
        (
            "The council closed the pier, leaving forty boats without a berth.",
            ["The council closed the pier,", "leaving forty boats without a berth."],
        ),
        (
            "They spoke of fares, boats, and the noise at night.",
            ["They spoke of fares, boats, and the noise at night."],
        ),
        (
            '"We tested it twice," a spokesman for the yard said.',
            ['"We tested it twice," a spokesman for the yard said.'],
        ),
        (
            "The yard, which was founded in 1904, built the ferry; its owner sold it.",
            ["The yard, which was founded in 1904,", "built the ferry; its owner sold it."],
        ),
        (
            "The yard builds big ferries – the town builds small boats.",
            ["The yard builds big ferries –", "the town builds small boats."],
        ),
        (
            "Ola Crane, known for his stand on ferry tolls, backed Ann Bellamy on Tuesday.",
            ["Ola Crane, known for his stand on ferry tolls, backed Ann Bellamy on Tuesday."],
        ),
        (
            "Ola Crane urged Ann Bellamy to listen to the pilots of Ellby.",
            ["Ola Crane urged Ann Bellamy to listen to the pilots of Ellby."],
        ),
        (
            "Ola Crane met the pilots on Monday and Ann to talk about ferry tolls.",
            ["Ola Crane met the pilots on Monday and Ann", "to talk about ferry tolls."],
        ),
        (
            "The pilots hold a different view on that question of ferry tolls.",
            ["The pilots hold a different view on that question of ferry tolls."],
        ),
        (
            "She stepped aside as the moderator of the debate in Ellby.",
            ["She stepped aside as the moderator of the debate in Ellby."],
        ),
        (
            "She stepped aside on Monday as the old tower fell in Ellby.",
            ["She stepped aside on Monday", "as the old tower fell in Ellby."],
        ),
        (
            "The young harbour master, who was born in Ellby in 1950, sold the mill to the town.",
            ["The young harbour master,", "who was born in Ellby in 1950,", "sold the mill to the town."],
        ),
        ("", []),
    ],
)
def test_a_sentence_is_parted_into_its_facts(sentence, clauses):
    _, sentences = make({"gull": sentence or "\n"})
    found = [sentence[clause.start:clause.end] for clause in split_clauses(sentences)]
    if "1904" in sentence:  # a relative clause in the middle is not cut out of its sentence
        assert "".join(found).replace(" ", "") == sentence.replace(" ", "")
    else:
        assert found == clauses


def test_clauses_cover_their_sentences():
    texts = {"gull": GULL, "times": TIMES}
    _, sentences = make(texts)
    clauses = pd.DataFrame(split_clauses(sentences))
    for (article, sentence), rows in clauses.groupby(["article", "sentence"]):
        line = sentences[(sentences["article"] == article) & (sentences["sentence"] == sentence)].iloc[0]
        pieces = "".join(texts[article][start:end] for start, end in zip(rows["start"], rows["end"], strict=True))
        assert pieces.replace(" ", "") == line["text"].replace(" ", "")
        assert rows["position"].iloc[0] == line["position"]
        assert rows["words"].sum() == line["words"]


@pytest.mark.parametrize(
    "text",
    [
        ", and " * 30_000,
        "which who " * 30_000,
        "a" * 300_000,
        "to A " * 30_000,
        "; " * 30_000,
        "since 3 years " * 20_000,
    ],
)
def test_long_hostile_sentences_take_no_longer_than_they_are_long(text):
    articles, sentences = make({"gull": text, "times": text[: len(text) // 2]})
    start = time.process_time()
    find_passages(articles, sentences, empty("mentions", articles), find_days(articles, sentences))
    assert time.process_time() - start < 20


def test_the_same_fact_in_other_words_is_one_item():
    texts = {"gull": GULL, "times": TIMES, "post": POST}
    items = items_of(texts)
    assert who_has(items, "43 passengers were rescued", texts) == {"gull", "times", "post"}
    assert who_has(items, "promised an inquiry", texts) == {"gull", "times"}
    assert who_has(items, "honest answer", texts) == {"gull", "times"}
    assert who_has(items, "refused to replace the radar", texts) == {"gull"}
    assert who_has(items, "hotels opened their doors", texts) == {"times"}
    assert who_has(items, "divers found", texts) == {"post"}


def test_every_item_has_a_row_for_every_article():
    texts = {"gull": GULL, "times": TIMES, "post": POST}
    items = items_of(texts)
    assert (items.groupby("item").size() == 3).all()
    assert items["item"].tolist() == sorted(items["item"])
    told, absent = items[items["state"] == "reported"], items[items["state"] == "absent"]
    assert told[["sentence", "start", "end", "position", "score", "passages"]].notna().all(axis=None)
    assert absent[["sentence", "start", "end", "position", "score"]].isna().all(axis=None)
    assert told["reason"].isna().all() and absent["reason"].notna().all()
    assert (told["start"] < told["end"]).all() and told["score"].between(0, 1).all()
    assert items["label"].str.len().gt(0).all() and (items["by"] == "machine").all()
    conform("items", items, pd.DataFrame({"article": list(texts)}))


def test_the_order_of_the_articles_changes_no_item():
    texts = {"gull": GULL, "times": TIMES, "post": POST}
    shared = [{"gull", "times", "post"}, {"gull", "times"}]
    for order in (["gull", "times", "post"], ["post", "gull", "times"]):
        items = items_of({name: texts[name] for name in order})
        assert [who_has(items, words, texts) for words in ("43 passengers", "promised an in")] == shared


def test_what_stands_in_a_headline_alone_is_no_item():
    articles, sentences = make({"gull": "Harbour mourns\nThe ferry sank on Monday with nobody aboard."})
    sentences["zone"] = pd.Categorical(["headline", "body"], sentences["zone"].cat.categories)
    passages = find_passages(articles, sentences, empty("mentions", articles), find_days(articles, sentences))
    assert passages["zone"] == ["body"]


@pytest.mark.parametrize("texts", [{}, {"gull": "\n"}, {"gull": "…"}, {"gull": "Yes."}])
def test_nothing_to_report_is_an_empty_table(texts):
    items = items_of(texts)
    names = [column.name for column in TABLES["items"].columns]
    assert items.columns.tolist() == [*names, "key", "passages", "rule"]
    assert len(items) <= 1


def test_the_reason_of_an_absence():
    wire = (
        "The ferry Solveig sank off Harmel on Monday.\nFishing boats rescued all 43 passengers.\n"
        "Divers will look for the ship's bell in autumn."
    )
    short = "\n".join(wire.split("\n")[:2])
    texts = {
        "wire": wire,
        "short": short,
        "house": short + "\nThe yard in Tromvik has closed.",
        "late": "The owner was arrested on Wednesday.\nFishing boats rescued all 43 passengers.",
        "blank": "It sank.",
    }
    items = items_of(
        texts,
        families=lambda articles: families_of(articles, wire="sibling", short="cut", house="edited"),
        links=[("wire", 0, "short", 0), ("wire", 1, "short", 1), ("wire", 0, "house", 0), ("wire", 1, "house", 1)],
        knows={"wire": "2021-06-07", "short": "2021-06-07", "house": "2021-06-07", "late": "2021-06-09"},
    )
    items = items.astype({"article": str})

    def reasons(words):
        told = items[(items["state"] == "reported") & items["label"].str.contains(words)]
        rows = items[(items["item"] == told["item"].iloc[0]) & (items["state"] == "absent")]
        return dict(zip(rows["article"], rows["reason"], strict=True))

    others = {"late": "none found", "blank": "none found"}
    assert reasons("ship's bell") == {"short": "cut", "house": "other version", **others}
    assert reasons("yard in Tromvik") == {"wire": "other version", "short": "other version", **others}
    assert reasons("arrested") == {"wire": "later", "short": "later", "house": "later", "blank": "unknown"}


def test_a_day_is_that_of_the_sentence_or_of_its_statement():
    text = 'The owner spoke on Tuesday. "We had no radar," he said.\nThe fair will open on Friday.'
    articles, sentences = make({"gull": text}, knows="2021-06-08")
    said = text.index("We had")
    utterances = conform(
        "utterances",
        pd.DataFrame(
            {
                "utterance": [0, 1],
                "statement": [5, 5],
                "article": "gull",
                "quote": [0, 1],
                "start": [0, said],
                "end": [9, said + 5],
            }
        ).reindex(columns=[column.name for column in TABLES["utterances"].columns]),
        articles,
    )
    days, told = find_days(articles, sentences), {("gull", 0): "2021-06-08"}
    assert find_sentence_days(sentences, articles, days) == told
    assert find_sentence_days(sentences, articles, days, utterances) == told | {("gull", 1): "2021-06-08"}


def test_in_an_archive_an_item_is_absent_only_where_a_text_shares_one():
    texts = {f"paper{number}": f"The mill number {number} of Tromvik burned down." for number in range(51)}
    texts |= {"gull": GULL, "times": TIMES}
    items = items_of(texts).astype({"article": str})
    ferry = items[items["label"].str.contains("passengers")].groupby("item")["article"].agg(set)
    assert len(ferry) and all(articles <= {"gull", "times"} for articles in ferry)


def hand_of(*rows):
    return pd.DataFrame([dict(zip(("item", "label", "file", "excerpt", "state"), row, strict=False)) for row in rows])


def test_a_reader_joins():
    texts = {"gull": GULL, "times": TIMES}
    assert who_has(items_of(texts), "replace the radar", texts) == {"gull"}
    hand = hand_of(
        ("care", "Somebody was careless", "gull.txt", "refused to replace the radar"),
        ("care", None, "times.txt", "slept on the floors of ballrooms"),
    )
    items = items_of(texts, hand)
    mine = items[items["key"] == "care"]
    assert mine["state"].tolist() == ["reported", "reported"] and (mine["by"] == "hand").all()
    assert mine["label"].unique().tolist() == ["Somebody was careless"] and mine["score"].isna().all()
    spans = zip(mine["article"], mine["start"], mine["end"], strict=True)
    assert [texts[name][start:end] for name, start, end in spans] == hand["excerpt"].tolist()
    assert GULL[: mine["start"].iloc[0]].split("\n")[-1] == "The company had "
    assert mine["position"].iloc[0] == len(GULL[: mine["start"].iloc[0]].split())


def test_what_the_machine_put_together_follows_the_reader():
    texts = {"gull": GULL, "times": TIMES, "post": POST}
    items = items_of(texts, hand_of(("saved", "All were saved", "gull.txt", "All 43 passengers were rescued")))
    mine = items[items["key"] == "saved"].set_index("article")
    assert mine["by"].astype(str).to_dict() == {"gull": "hand", "times": "machine", "post": "machine"}
    assert (mine["state"] == "reported").all() and set(mine["label"]) == {"All were saved"}


def test_a_reader_splits_renames_and_takes_away():
    texts = {"gull": GULL, "times": TIMES, "post": POST}
    apart = hand_of(
        ("saved", None, "gull.txt", "43 passengers were rescued"),
        ("saved", "Renamed"),
        ("saved too", None, "times.txt", "rescued all 43 passengers"),
    )
    items = items_of(texts, apart)
    assert {"gull"} <= who_has(items, "43 passengers were rescued", texts)
    assert "times" not in who_has(items, "43 passengers were rescued", texts)
    assert set(items.loc[items["key"] == "saved", "label"]) == {"Renamed"}

    denied = hand_of(
        ("saved", None, "gull.txt", "43 passengers were rescued"), ("saved", None, "post.txt", None, "absent")
    )
    items = items_of(texts, denied).astype({"article": str, "by": str})
    row = items[(items["key"] == "saved") & (items["article"] == "post")].iloc[0]
    assert (row["state"], row["by"], row["reason"]) == ("absent", "hand", "none found")
    passage = hand_of(
        ("saved", None, "gull.txt", "43 passengers were rescued"),
        ("saved", None, "post.txt", "Fishing boats saved 43 passengers", "absent"),
    )
    items = items_of(texts, passage).astype({"article": str})
    assert set(items.loc[(items["key"] == "saved") & (items["state"] == "reported"), "article"]) == {"gull", "times"}


def test_a_text_read_to_its_end_has_what_the_reader_lists_and_no_more():
    texts = {"gull": GULL, "times": TIMES, "post": POST}
    items = items_of(
        texts,
        hand_of(("radar", None, "gull.txt", "refused to replace the radar"), ("*", None, "gull.txt", None, "absent")),
    ).astype({"article": str, "by": str})
    gull = items[items["article"] == "gull"]
    assert gull.loc[gull["state"] == "reported", "key"].tolist() == ["radar"]
    assert (gull["by"] == "hand").all()
    assert (items.loc[items["article"] == "post", "by"] == "machine").all()
    assert who_has(items, "saved 43 passengers", texts) == {"times", "post"}


@pytest.mark.parametrize(
    ("row", "reason", "detail"),
    [
        (("x", None, "heron.txt", "sank"), "no such file", "items.csv row 2: there is no article heron.txt"),
        (("x", None, "gull.txt", "It flew"), "names no sentence", "items.csv row 2: gull.txt has no passage “It flew”"),
        (
            ("x", None, "gull.txt", "the ferry flew " * 9),
            "names no sentence",
            "items.csv row 2: gull.txt has no passage “the ferry flew the ferry flew the ferry flew the ferry fl…”",
        ),
        (
            ("x", None, "gull.txt", "the"),
            "names two sentences",
            "items.csv row 2: gull.txt has “the” twice: more of its words are needed",
        ),
        (("x", None, "gull.txt", None), "names no sentence", "items.csv row 2: it names no sentence of gull.txt"),
        (("x", "Label", None, "sank"), "no file", "items.csv row 2: it names no file"),
        (("x", None, None, None), "no file", "items.csv row 2: it names no file"),
        ((None, None, "gull.txt", "radar"), "no item", "items.csv row 2: it names no item"),
        (
            ("x", None, "gull.txt", "radar", "maybe"),
            "unknown state",
            'items.csv row 2: state "maybe" is neither reported nor absent',
        ),
        (
            ("*", None, "gull.txt", "radar", "absent"),
            "names no sentence",
            "items.csv row 2: it names no sentence of gull.txt",
        ),
        (("x", "A label alone"), "no passage", "items.csv row 2: no row names a passage that reports the item x"),
        (
            ("x", None, "gull.txt", None, "absent"),
            "no passage",
            "items.csv row 2: no row names a passage that reports the item x",
        ),
    ],
)
def test_a_row_that_names_no_passage_is_set_aside(row, reason, detail):
    articles, sentences = make({"gull": GULL, "times": TIMES})
    hand = hand_of(row, ("radar", "The radar", "gull.txt", "refused to replace the radar"))
    placed, rejects = place_hand(hand, articles)
    assert rejects[["row", "reason", "detail"]].values.tolist() == [[2, reason, detail]]
    assert placed["item"].tolist() == ["radar"]
    items = find_items(
        articles, sentences, empty("mentions", articles), families_of(articles), empty("links", articles),
        find_days(articles, sentences), None, placed
    )
    assert "radar" in set(items["key"].dropna())


def test_an_excerpt_may_have_other_marks_and_an_article_its_key():
    articles, _ = make({"times": TIMES})
    placed, rejects = place_hand(hand_of(("x", None, "times", '"We owe passengers an honest answer"')), articles)
    assert rejects.empty and TIMES[placed["start"].iloc[0]] == "“"


@pytest.mark.parametrize("hand", [pd.DataFrame(), hand_of(), hand_of(("*", None, "gull.txt", None, "absent"))])
def test_no_coding_or_one_without_items_is_no_error(hand):
    articles, _ = make({"gull": GULL})
    placed, rejects = place_hand(hand, articles)
    assert rejects.empty and len(placed) == len(hand)


def test_a_theme_of_wrong_hits_alone_is_no_reject():
    articles, _ = make({"gull": GULL})
    placed, rejects = place_hand(hand_of(("theme: sea", None, "gull.txt", "hitting a rock", "absent")), articles)
    assert rejects.empty and placed["item"].tolist() == ["theme: sea"]


def test_the_shipped_coding_names_a_passage_in_every_row_and_says_who_coded():
    _, articles, _ = load_articles(SEEDS)
    hand = load_hand(SEEDS)
    placed, rejects = place_hand(hand, articles)
    assert rejects.empty and len(placed) == len(hand)
    assert hand["coder"].str.contains("one coder").all()
    labels = hand[hand["item"] != "*"].groupby("item")["label"].agg(lambda label: label.notna().sum())
    assert (labels == 1).all()
    assert hand["excerpt"].str.len().max() < 240


def load_benchmark():
    spec = importlib.util.spec_from_file_location("items_benchmark", BENCHMARKS / "items.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_machine_agrees_with_the_shipped_coding(seeds):
    table = compare_with_reader(seeds.hand, seeds.articles, seeds.items_by_machine, seeds.families)
    assert (table["F1"] >= [0.9, 0.8, 0.9]).all(), table


def test_a_remark_that_two_texts_quote_is_an_item_however_plain_its_words():
    texts = {
        "gull": "The vote in Ellby is on Monday.\n“If we do not get it, there should be no more of this,” Crane said.",
        "times": "Pilots in Tarn read the paper.\nCrane said: “If we do not get it, there should be no more of this.”",
        "post": "Ferries ran.\n“There is more of this, if we only get it,” the pilot Ann Bellamy told the room.",
    }
    rows = [{"article": name, "outlet": name, "text": text} for name, text in texts.items()]
    items = Event.from_articles(pd.DataFrame(rows)).items
    told = items[items["state"] == "reported"].groupby("item")["article"].agg(set)
    assert {"gull", "times"} in told.tolist()
    assert not any("post" in articles and len(articles) > 1 for articles in told)


@pytest.mark.parametrize(("more", "reason"), [
    ("", "later"),  # the bell was found after all that the text tells
    ("Divers searched the bay on 12 May 2024.", "none found"),
    ("A vote on ferries will be held on 20 June 2024.", "later"),  # a plan is no knowledge
    ("“We will know more on 15 May 2024,” Ola Crane said.", "later"),  # nor is a day in a quote
    ("Ferries were made safer after a wreck on 2 March 1987.", "later"),  # nor the past
])
def test_later_is_only_what_happened_after_all_that_a_text_tells(more, reason):
    texts = {
        "gull": f"The ferry Gull sank off Norhaven on 9 May 2024. Families came to Ellby.\n{more}",
        "times": "The ferry Gull sank off Norhaven on 9 May 2024. Divers found the bell of the Gull on 11 May 2024.\n"
                 "The owner of the line had passed a test of the hull in spring.\nA fund was opened by the town.",
    }
    articles, sentences = make(texts, published=None)
    articles["knows_until"] = [find_newest_day(text) for text in texts.values()]
    nobody, none = empty("mentions", articles), empty("links", articles)
    items = find_items(articles, sentences, nobody, families_of(articles), none, find_days(articles, sentences))
    bell = items[items["label"].str.contains("bell") & (items["article"] == "gull")]
    assert bell["reason"].tolist() == [reason]


def test_agreement_counts_every_pair_of_articles():
    texts = {
        "gull": "A ferry sank off Harmel.",
        "times": "A ferry sank off Harmel.",
        "post": "The mayor of Tromvik resigned.",
    }
    articles, sentences = make(texts)
    hand = hand_of(("sank", None, "gull", "ferry sank"), ("sank", None, "post", "mayor"))
    families = families_of(articles)
    items = find_items(articles, sentences, empty("mentions", articles), families, empty("links", articles),
                       find_days(articles, sentences))
    table = compare_with_reader(hand, articles, items, families)
    # gull: the machine has it in times, the reader in post; post: the reader has it in gull, the machine nowhere
    assert table["n"].tolist() == [4, 4, 3] and table["F1"].tolist()[:2] == [0, 0]
    assert table.loc[2, ["precision", "recall"]].tolist() == [0.5, 0.5]
    assert compare_with_reader(hand.iloc[:0], articles, items, families).empty


def test_the_benchmark_says_which_folder_it_wants(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["items.py"])
    with pytest.raises(SystemExit) as caught:
        load_benchmark().main()
    assert caught.value.code == (
        "usage: python tests/benchmarks/items.py FOLDER\nFOLDER must hold articles and an items.csv"
    )


def test_numbers_are_whole_and_missing_ones_missing():
    items = items_of({"gull": GULL, "times": TIMES})
    assert items["item"].dtype == np.int64
    assert [str(items[name].dtype) for name in ("sentence", "start", "end", "position", "passages")] == ["Int64"] * 5


def groups_of(**texts):
    """Return {(article, words): item} of what short texts report."""
    rows = [{"article": name, "outlet": name, "text": text} for name, text in texts.items()]
    event = Event.from_articles(pd.DataFrame(rows))
    items = event.items[event.items["state"] == "reported"].astype({"article": str})
    spans = dict(zip(event.articles["article"].astype(str), event.articles["text"], strict=True))
    return [(row.article, spans[row.article][row.start : row.end], row.item) for row in items.itertuples()]


def is_one(gull, times, first, second):
    found = groups_of(gull=gull, times=times)
    items = [
        {item for article, text, item in found if article == name and (words in text or text in words)}
        for name, words in (("gull", first), ("times", second))
    ]
    return bool(items[0] & items[1])


@pytest.mark.parametrize(
    ("gull", "times", "first", "second"),
    [
        (
            "Members threw out the tram plan by a 31-to-17 margin.",
            "Bellamy left. Her tram bill had failed, 17 votes to 31.",
            "31-to-17",
            "17 votes to 31",
        ),
        (
            "Fog lay on the bay. Nine sailors of the Heron drowned off Ellby.",
            "The wreck off Ellby cost nine people their lives.",
            "Nine sailors",
            "nine people",
        ),
        (
            "The dairy was told to pay a penalty of $2.4 million.",
            "Regulators fined the firm $2.4m.",
            "$2.4 million",
            "$2.4m",
        ),
        (
            "Divers raised 1,846 jars from the wreck.",
            "Most of the 1,846 pots that lay under the mud were whole.",
            "1,846 jars",
            "1,846 pots",
        ),
        (
            "An explosion ripped through the Ellby dye works on Monday.",
            "People in Ellby woke on Monday to a blast at the dye factory.",
            "explosion",
            "blast",
        ),
        (
            "Bellamy & Sons sued the port of Norhaven on Monday.",
            "The port of Norhaven was sued by Bellamy & Sons on Monday.",
            "sued the port",
            "was sued",
        ),
    ],
)
def test_one_fact_in_other_words(gull, times, first, second):
    assert is_one(gull, times, first, second)


@pytest.mark.parametrize(
    ("gull", "times", "first", "second"),
    [
        ("The slide at Ellby killed five people.", "The slide at Ellby injured 30 people.", "killed", "injured"),
        (
            "A furious Crane insulted Bellamy over the lock.",
            "Ann Bellamy insulted Ola Crane over the lock.",
            "Crane insulted",
            "Bellamy insulted",
        ),
        (
            "Norhaven expelled four envoys of Ellby.",
            "Ellby expelled four envoys of Norhaven.",
            "Norhaven expelled",
            "Ellby expelled",
        ),
        ("Mayor Ann Bellamy opened the library.", "Mayor Ann Bellamy sold her farm in the hills.", "library", "farm"),
        (
            "The minister admitted that wages were poor.",
            "The minister admitted having met the lobbyist.",
            "wages",
            "lobbyist",
        ),
    ],
)
def test_two_facts_in_like_words(gull, times, first, second):
    assert not is_one(gull, times, first, second)


def test_a_scrap_is_no_item():
    found = groups_of(
        gull="The mill burned down on Monday. So there you have it. Two guards fled.", times="The mill burned down."
    )
    texts = " ".join(text for _, text, _ in found)
    assert "have it" not in texts and "Two guards fled" in texts


def test_a_text_of_another_event_shares_no_item():
    texts = {
        "gull": "The council of Ellby voted on Monday to sell the old quay. Ola Crane called it a theft.",
        "times": "Councillors in Ellby agreed on Monday to sell the quay to Ilmar. Crane spoke against it.",
        "post": "The council of Norhaven voted on Sunday to sell the town wood. Ann Bellamy called it a blessing.",
    }
    articles = pd.DataFrame({"article": list(texts), "text": list(texts.values())})
    assert find_strangers(articles) == ["post"] and find_strangers(articles.head(2)) == []
    found = groups_of(**texts)
    assert not {item for name, _, item in found if name == "post"} & {item for name, _, item in found if name != "post"}


def test_a_text_full_of_its_own_names_belongs_where_it_shares_four_rare_ones():
    shout = ("A GUARD fought for his LIFE. Kelly and Ray Stitch, of Radio Gannet, told Mayor Bob Lunt and Tim Rudge "
             "that Dolly Farrow had NOT slept. Then Boris Clegg rang Granny Nell Pascoe in Port Quill. {}")
    calm = "Thieves robbed the Trelisk mill in {}, said Hobbins, a guard. The mill is owned by the Varcoe family."
    for words, strangers in (("Varcoe wept.", ["echo"]), ("In Bodmin Hobbins named Trelisk, as did Varcoe.", [])):
        texts = [calm.format("Bodmin"), calm.format("Bodmin"), shout.format(words)]
        assert find_strangers(pd.DataFrame({"article": ["gull", "times", "echo"], "text": texts})) == strangers


def test_a_text_of_another_event_is_named_among_the_doubts(tmp_path):
    texts = {"gull": GULL, "times": TIMES, "other": "Kestrel Motors raised its prices on Friday. Jo Marsh, who runs "
             "Kestrel, blamed the price of steel in Dunmere."}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    articles = load_articles(tmp_path)[1]
    titles = dict(list_doubts(articles, find_strangers(articles)))
    assert [found for title, found in titles.items() if "another event" in title] == [["other.txt"]]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        # one act by verb and by noun, the parties the same
        ("Ann Bellamy apologized to the pilots of Harmel.", "Ms. Bellamy posted an apology to Harmel pilots.", True),
        ("The regulator closed the bank of Ola Crane.", "The regulator shut the bank of Ola Crane.", True),
        ("Norhaven expelled four envoys of Ellby.", "Four envoys of Ellby were expelled by Norhaven.", True),
        # one phrase about other people, places, acts
        ("Mayor Ann Bellamy praised the ferry deal.", "Trader Ola Crane praised the ferry deal.", False),
        ("Norhaven expelled four envoys of Ellby.", "Ellby expelled four envoys of Norhaven.", False),
        ("The harbour police noted in the log: watch the crane.", "The harbour police put a watch tower by the crane.",
         False),
    ],
)
def test_who_does_what_to_whom_decides(one, other, joined):
    texts = {"one": f"{one}\nIt rained.", "other": f"{other}\nThe sun came out."}
    told = items_of(texts)
    told = told[told["state"] == "reported"]
    first = [set(told.loc[(told["article"] == name) & (told["start"] == 0), "item"]) for name in texts]
    assert bool(first[0] & first[1]) == joined


def test_a_name_that_a_text_never_prints_speaks_against_its_telling_the_fact():
    texts = {"one": "The attorneys general of Ellby and Tarn will not join the suit.",
             "other": "The attorneys general of Norhaven brought the suit on Monday.",
             "third": "Tarn and Ellby will not join the suit, their attorneys general said."}
    articles, sentences = make(texts)
    printed = read_printed(articles, sentences)
    lacking = find_lacking(printed, printed.place(split_clauses(sentences)))
    assert lacking[0, 0] == 0 == lacking[0, 2] and lacking[0, 1] > 0.2


def test_what_a_text_tells_again_is_an_item_of_its_own():
    texts = {"one": "The old bridge at Harmel fell into the river Ull at noon.\nDivers came.\nNobody saw the bridge at "
             "Harmel as it fell into the river.",
             "two": "The bridge at Harmel fell into the river Ull around noon, the mayor said."}
    told = items_of(texts)
    told = told[(told["state"] == "reported") & (told["article"] == "one")]
    assert {0, texts["one"].index("Nobody")} <= set(told["start"])


@pytest.mark.parametrize(
    ("text", "at", "act"),
    [("they bowed out of the race", 1, "withdraw"), ("the train left the track", 2, "crash"),
     ("a vote of 134 to 63", 1, "vote"), ("the death of a diver", 1, "kill"), ("the tower gave way", 2, "collapse")],
)
def test_words_stand_for_their_acts(text, at, act):
    assert act in find_senses(text.split())[at]


def test_likeness_of_clauses_is_what_each_pair_by_itself_gives():
    chance = np.random.default_rng(7)
    own = (chance.random((230, 60)) < 0.08).astype(float)  # more than are compared at a time
    own[:, 0] = 1
    around, weights = np.maximum(own, chance.random(own.shape) < 0.05), chance.uniform(0.2, 9, 60)
    heavy = own * weights
    lengths, totals = np.sqrt((heavy ** 2).sum(axis=1)), heavy.sum(axis=1)
    shared, there = heavy @ own.T, heavy @ around.T / totals[:, None]
    cosine = heavy @ heavy.T / np.outer(lengths, lengths)
    score = ((there + there.T) / 2 + cosine) / 2 * shared / (shared + EVIDENCE.value)
    found = compare_clauses(csr_array(own), csr_array(around), weights).toarray()
    np.testing.assert_allclose(found, np.where(score >= FAINT.value, score, 0), atol=1e-12)
    assert 0 < (found > 0).mean() < 0.9


def test_pairs_that_cannot_meet_need_no_answer(monkeypatch):
    articles = Event(Path(__file__).parent / "example").articles
    few = Event.from_articles(articles).items
    decide, asked = items.decide_pairs, []
    monkeypatch.setattr(items, "decide_pairs", lambda clauses, near, least: decide(clauses, near, 0))
    monkeypatch.setattr(clausepairs, "_may_join", lambda one, other: asked.append(1))
    pd.testing.assert_frame_equal(Event.from_articles(articles).items, few)
    assert not asked  # at 0 every pair is
