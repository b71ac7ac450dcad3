import time

import pandas as pd
import pytest
from test_items import families_of, make

from analysis.facts.disagreements import find_disagreements
from analysis.facts.hand import place_hand
from analysis.facts.items import find_items
from analysis.facts.values import find_office, read_offices, read_periods, read_quantities, read_tenses
from analysis.tables import TABLES, conform, empty


def one_item(excerpts):
    """Return items.csv with all of {article: excerpt} under one item."""
    return pd.DataFrame([{"item": "x", "file": f"{name}.txt", "excerpt": words} for name, words in excerpts.items()])


def read(texts, hand, mentions=()):
    """Return the disagreements of {article: text}; `mentions` is a list of article, start, end, actor."""
    articles, sentences = make(texts)
    named = empty("mentions", articles)
    if mentions:
        frame = pd.DataFrame(mentions, columns=["article", "start", "end", "actor"])
        frame = frame.assign(form="x", voice="own", position=0)
        named = conform("mentions", frame.reindex(columns=named.columns), articles)
    items = find_items(articles, sentences, named, families_of(articles), empty("links", articles), None,
                       place_hand(hand, articles)[0])
    return find_disagreements(items, sentences, articles, named)


def compare(gull, times, people=(), **more):
    """Return (kind, values) of the disagreements of two or three one-line articles, read as one item."""
    texts = {"gull": gull, "times": times, **more}
    rows = [(name, text.index(person), text.index(person) + len(person), person.split()[-1])
            for name, text in texts.items() for person in people if person in text]
    table = read(texts, one_item({name: text.rstrip(".") for name, text in texts.items()}), rows)
    for row in table.astype({"article": str}).itertuples():
        assert texts[row.article][row.start:row.end] == row.value
    return [(kind, rows["value"].tolist()) for kind, rows in table.groupby("kind", observed=True)]


@pytest.mark.parametrize(("gull", "times", "expected"), [
    # numbers
    ("The fire killed 12 people.", "The fire killed at least 14 people.", [("number", ["12 people", "14 people"])]),
    ("The fire killed twelve people.", "The fire killed 12 people.", []),
    ("The yard owes $1.5 million.", "The yard owes $2 million.", [("number", ["$1.5 million", "$2 million"])]),
    ("The yard owes $1.5 million.", "The yard owes £1.2 million.", []),
    ("The yard owes $1.5 million.", "The yard owes $1,500,000.", []),
    ("It killed nine people.", "It killed ninety people.", [("number", ["nine people", "ninety people"])]),
    ("It took six hours.", "It took more than six hours.", []),
    ("It took six hours and cost $5.", "It took six hours and cost $5 and two weeks.", []),
    ("Some 12 boats and 3 ships came.", "Some 12 boats came.", []),
    ("The bill passed 12 votes to 9 votes.", "The bill passed by 12 votes.", []),
    ("It fell by 4 percent.", "It fell by 6 per cent.", [("number", ["4 percent", "6 per cent"])]),
    ("Nine of the 19 Sept. 11 fires burned.", "Nine of the 19 fires burned.", []),
    ("The yard closed in May 11 years after it opened.", "The yard closed 11 years after it opened.", []),
    # dates and periods
    ("The ferry sank on 7 June.", "The ferry sank on June 7.", []),
    ("The ferry sank on Monday.", "The ferry sank on June 7.", []),
    ("The ferry sank on Monday.", "The ferry sank on Sunday.", [("date", ["Monday", "Sunday"])]),
    ("The ferry sank, he said on Monday.", "The ferry sank, he said on Sunday.", []),
    ("The ferry sank, according to a statement on Monday.", "The ferry sank on Sunday.", []),
    ("The yard was sold in 2014.", "The yard was sold in 2015.", [("date", ["2014", "2015"])]),
    ("It lost staff over the past decade.", "It lost staff since the crash three years ago.",
     [("date", ["over the past decade", "since the crash three years ago"])]),
    ("It lost staff over the past decade.", "It lost staff in the past 10 years.", []),
    ("It lost staff in recent years.", "It lost staff over the past decade.", []),
    # tenses
    ("The captain was being deported.", "The captain has been deported.",
     [("tense", ["was being deported", "has been deported"])]),
    ("The talks covered fares.", "The talks would cover fares.", [("tense", ["covered", "would cover"])]),
    ("The talks covered fares.", "The talks have covered fares.", []),
    ("The talks will show results.", "The talks will show results.", []),
    # names
    ("It was sold to Brontevsky.", "It was sold to Brontefsky.", [("name", ["Brontevsky", "Brontefsky"])]),
    ("It was sold to Brontevsky.", "It was sold to Kalmynin.", []),
    ("It was sold to a Tromvikian firm.", "It was sold to a firm in Tromvik.", []),
    ("It was sold to Brontevsky.", "It was sold to Brontevsky's firm.", []),
])
def test_accounts_that_differ(gull, times, expected):
    assert compare(gull, times) == expected


@pytest.mark.parametrize(("gull", "times", "expected"), [
    ("Ann Lindqvar, head of the port's ferry office, spoke.", "The port's envoy to Harmel, Ann Lindqvar, spoke.",
     [("role", ["head of the port's ferry office", "port's envoy to Harmel"])]),
    ("Ann Lindqvar, head of the ferry line, spoke.", "Ambassador Ann Lindqvar, director of the line, spoke.", []),
    ("Ann Lindqvar, a spokeswoman for the port, spoke.", "Ann Lindqvar, spokesperson for the port, spoke.", []),
    ("Ann Lindqvar, head of the ferry office, spoke.", "Ann Lindqvar, former minister of trade, spoke.", []),
    ("Ann Lindqvar, head of the ferry office, spoke.", "Ann Lindqvar spoke.", []),
])
def test_an_office_is_not_a_rank(gull, times, expected):
    assert compare(gull, times, people=["Ann Lindqvar"]) == expected


def test_all_accounts_stand_side_by_side():
    found = compare("The fire killed 12 people.", "The fire killed 14 people.", post="The fire killed 12 people.",
                    herald="A fire killed people.")
    assert found == [("number", ["12 people", "14 people", "12 people"])]


def test_a_clause_of_time_belongs_to_the_clause_before_it():
    texts = {"gull": "The yard lost forty of its welders over the past decade.",
             "times": "The yard lost forty of its welders since the crash three years ago."}
    table = read(texts, one_item(dict.fromkeys(texts, "lost forty of its welders")))
    assert table["value"].tolist() == ["over the past decade", "since the crash three years ago"]


def test_values_of_clauses_that_are_hardly_alike_are_not_compared():
    articles, sentences = make({"gull": "The mayor met twelve people.", "times": "The mayor fined ninety people."})
    nobody = empty("mentions", articles)
    items = find_items(articles, sentences, nobody, families_of(articles), empty("links", articles))
    joined = items[items["state"] == "reported"].assign(item=1)
    assert find_disagreements(joined.assign(score=0.2), sentences, articles, nobody).empty
    assert len(find_disagreements(joined.assign(score=0.9), sentences, articles, nobody)) == 2


def test_no_items_no_disagreements():
    articles, sentences = make({"gull": "\n"})
    table = find_disagreements(empty("items", articles), sentences, articles, empty("mentions", articles))
    assert table.columns.tolist() == [*(column.name for column in TABLES["disagreements"].columns), "about"]
    assert table.empty


@pytest.mark.parametrize("text", ["1," * 50_000, "since a " * 20_000, "twelve people " * 20_000, "will " * 40_000,
                                  "A, head " * 20_000, "$" * 100_000, "1.1.1." * 30_000])
def test_reading_values_is_linear(text):
    start = time.process_time()
    for reader in (read_quantities, read_periods, read_tenses, read_offices):
        reader(text, 0, len(text))
    assert time.process_time() - start < 5


@pytest.mark.parametrize(("words", "office"), [
    ("director of the harbour board", "head"), ("head of the Harbour Board", "head"),
    ("the island's ambassador to the mainland", "ambassador"), ("a tall man", None)])
def test_one_office_under_several_names(words, office):
    assert find_office(words) == office
