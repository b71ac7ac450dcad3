"""Sentences: where they end, their offsets, positions and repeats."""

import time

import pandas as pd
import pytest
from growth import is_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.english.words import count_words
from analysis.tables import TABLES, ZONES, empty
from analysis.text.marks import find_marks
from analysis.text.sentences import split_sentences

# Invented sentences; | stands where one ends inside its paragraph, || where no white space follows.
ENDS = [
    # plain stops
    "The council met. | It voted. | Nobody spoke!",
    "Was it over? | Yes! | Really?! | No.",
    "It ended at the pier",
    # quotations: split inside, closing mark and attribution stay
    '"We won. | It was hard," he said. | The crowd left.',
    "“We won. | It was hard,” he said. | “Now we rest.” | The crowd left.",
    "The mayor said: “We won.” | Then she left.",
    "The mayor said: ‘We won. | We are glad.’ | Then she left.",
    'They said "we won". | She left.',
    "It was a “good deal.” | The rest agreed.",
    '"Is it over?" the mayor asked. | "Is it?" | She left.',
    '"Is it over?" Anna Roe asked. | "Never!" Mr. Poe shouted. | He left.',
    '"We won." Roe said. | She left.',
    '"We won." | Roe said the pier was shut.',
    "He asked, ‘Is it “over”?’ | She nodded.",
    "“It is done. | Go home.” | “Why?” | “Because.”",
    "He calls it “the end. | The very end.” | Others do not.",
    'He wrote "The End." in chalk.',
    "“We won. ” | Then she left.",
    # abbreviations, titles, initials
    "Mr. Roe met Gen. Anna Poe and Sen. Al Lee. | He left.",
    "John F. Doe and J. R. R. Roe wrote it. | Rep. C. A. Lee read it.",
    "She works in the U.S. | The U.S. Senate met. | U.S. officials agreed.",
    "She joined the F.B.I. | He did not.",
    "He met Jo Roe Jr. at noon. | Then came Bo Lee Sr. | He spoke.",
    "Acme Inc. Chief Executive Bo Lee left Acme Inc. | He is 50.",
    "She came at 5 p.m. Monday and left at 6 p.m. | Police came at 7 a.m. ET. | It rained.",
    "In Sept. | Police came on Jan. 5 and chose No. 7. | It ended.",
    "Salem, Ore. | Police said so. | Ore. Gov. Jo Roe did not.",
    "SALEM, Ore. — The council met. | It voted at 9 p.m. E.T. on Monday.",
    "SALEM, Ore. (PNA) — The council met.",
    "Rep. Jo Doe (D-Calif.) said so. | So did Al Poe (R-N.Y.). | Both left.",
    "They sell fruit, nuts, etc. and tea, i.e. Earl Grey, e.g. Darjeeling.",
    "It was Roe v. Poe. | She won.",
    "The shop on Main St. | The one by St. Anne’s. | It closed.",
    "Vitamin C. | It helps. | So do I.",
    "Yahoo! News wrote it. | Wow! | It works.",
    # numbers
    "It rose 1.5 percent to $2.3 billion. | That is 3.4. | In 2014. | 2015 was worse.",
    "1. The plan was old.",
    # ellipses
    "He paused ... then left. | He paused... | Then he left.",
    "We must ... I mean it … Yes, go. ... | Now we rest.",
    "It was over. . . . | Then it began.",
    # brackets, bullets, other openings
    "(He left.) | Then she came (and stayed). | [She smiled.] | It ended.",
    "It has: | • One pier | • Two boats. | • No harbour",
    "It ended. | $5 is little. | @anna_roe wrote. | #nopier",
    "It fell. | iPads rose. | eBay said no.",
    "“It fell.” | — Anna Roe, mayor",
    # two sentences without white space between them
    "It ended.||Then it began. | See example.com/A.Html or node.js.",
    "He cried “Stop!”||Then he left. | She cried “Stop!”||“Go!” he said.",
    'It upset the authorities.||"We left," she said.',
    # other scripts
    "他说。||“你好。”||她走了！",
    "वह गया। | वह आया।",
]


def make(text, zones=None, article="one"):
    """Return (articles, paragraphs, marks) of a text of which every line is a paragraph."""
    articles = pd.DataFrame({"article": [article], "text": [text]})
    rows, start = [], 0
    for number, line in enumerate(text.split("\n")):
        rows.append((article, number, start, start + len(line), zones[number] if zones else "body"))
        start += len(line) + 1
    paragraphs = pd.DataFrame(rows, columns=["article", "paragraph", "start", "end", "zone"])
    return articles, paragraphs, find_marks(articles, paragraphs)


@pytest.mark.parametrize("marked", ENDS)
def test_ends(marked):
    text = marked.replace("||", "").replace(" | ", " ")
    expected = [sentence.strip() for sentence in marked.replace("||", "|").split("|")]
    assert split_sentences(*make(text))["text"].tolist() == expected


def check(articles, sentences):
    """Hold a table of sentences to what it promises about offsets, words and positions."""
    for article, text in zip(articles["article"], articles["text"], strict=True):
        rows = sentences[sentences["article"] == article]
        covered = [False] * len(text)
        last = position = 0
        for row in rows.itertuples():
            assert last <= row.start < row.end
            assert text[row.start:row.end] == row.text == row.text.strip()
            assert (row.words, row.position) == (count_words(row.text), position)
            covered[row.start:row.end] = [True] * (row.end - row.start)
            last, position = row.end, position + (row.words if row.zone == "body" else 0)
        assert all(seen or letter.isspace() for seen, letter in zip(covered, text, strict=True))
        assert rows["sentence"].tolist() == list(range(len(rows)))
        assert position <= count_words(text)


LETTERS = st.one_of(st.sampled_from(" .!?…,\"'“”‘’()•\nABcd1Mr"), st.characters(exclude_categories=["Cs"]))


@settings(max_examples=150, deadline=None)
@given(st.text(LETTERS), st.sampled_from(ZONES))
def test_offsets_cover_any_text(text, zone):
    articles, paragraphs, marks = make(text, [zone] * (text.count("\n") + 1))
    sentences = split_sentences(articles, paragraphs, marks)
    check(articles, sentences)
    if zone == "body":
        assert sentences["words"].sum() == count_words(text)
    else:
        assert not sentences.duplicated("paragraph").any()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([case.replace("|", "") for case in ENDS]), min_size=1, max_size=6))
def test_order_of_articles_changes_nothing(lines):
    parts = [make(text, article=f"a{number}") for number, text in enumerate(lines)]
    there = split_sentences(*(pd.concat(tables) for tables in zip(*parts, strict=True)))
    back = split_sentences(*(pd.concat(tables) for tables in zip(*reversed(parts), strict=True)))
    for article in there["article"].cat.categories:
        one, two = (table[table["article"] == article].astype({"article": str}) for table in (there, back))
        pd.testing.assert_frame_equal(one.reset_index(drop=True), two.reset_index(drop=True))


def test_zones_and_positions():
    text = "Mayor wins. Poe loses.\nThe mayor won. She smiled.\nWHAT NEXT? NO ONE KNOWS.\nThe mayor. Monday.\nIt ended."
    articles, paragraphs, marks = make(text, ["headline", "body", "heading", "caption", "body"])
    sentences = split_sentences(articles, paragraphs, marks)
    check(articles, sentences)
    assert sentences["zone"].tolist() == ["headline", "body", "body", "heading", "caption", "body"]
    assert sentences["paragraph"].tolist() == [0, 1, 1, 2, 3, 4]
    assert sentences["position"].tolist() == [0, 0, 3, 5, 5, 5]


def test_repeats():
    lines = [
        ("headline", "The old pier is shut"),
        ("body", "The old pier is shut. “The old pier is closed,” she said."),
        ("caption", "The old pier is shut"),
        ("body", "She left. The OLD píer is shut! She left. The old pier is shut."),
        ("heading", "“THE OLD PIER IS CLOSED,” SHE SAID"),
    ]
    sentences = split_sentences(*make("\n".join(line for _, line in lines), [zone for zone, _ in lines]))
    # The body's first sentence repeats the headline, but body text repeats only body text; "She left." is too short.
    assert sentences["repeat_of"].astype(object).where(sentences["repeat_of"].notna(), None).tolist() == [
        None, None, None, 0, None, 1, None, 1, 2]


def test_repeats_stay_within_an_article():
    parts = [make("The old pier is shut.", article=name) for name in ("one", "two")]
    sentences = split_sentences(*(pd.concat(tables) for tables in zip(*parts, strict=True)))
    assert sentences["repeat_of"].isna().all()


def test_no_articles_give_an_empty_table():
    sentences = split_sentences(empty("articles"), empty("paragraphs"), empty("marks"))
    assert sentences.empty
    assert list(sentences.columns) == [column.name for column in TABLES["sentences"].columns]


def test_an_article_without_sentences_stays_a_category():
    articles, paragraphs, marks = make(" \n")
    sentences = split_sentences(articles, paragraphs, marks)
    assert sentences.empty
    assert sentences["article"].cat.categories.tolist() == ["one"]


def test_an_unknown_column_is_named():
    articles, paragraphs, marks = make("It ended.")
    with pytest.raises(KeyError, match="zone"):
        split_sentences(articles, paragraphs.drop(columns="zone"), marks)


PIECES = [
    ".", ". ", "...", ". . ", "!?", ".”", '."', '. "', "“", "'", "A.", "A. ", "Mr. ", "a. ", "A b. ", "Go. ", "• ",
    "。", "a.B", "ab.Cd", "1. ", "“Go! ", '"Is it?" Roe said. ', "It is over. ", "A", " ", ".)", "—", "\n",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_length_and_no_faster(piece):
    assert is_linear(lambda length: _split_timed((piece * length)[:length])[0], 10_000, 0.005)


def _split_timed(text):
    """Return the seconds that one paragraph takes without marks, and its sentences."""
    articles = pd.DataFrame({"article": ["one"], "text": [text]})
    paragraphs = articles.assign(paragraph=0, start=0, end=len(text), zone="body")
    start = time.process_time()
    sentences = split_sentences(articles, paragraphs, empty("marks"))
    return time.process_time() - start, sentences


@pytest.mark.parametrize("piece", [".", ". ", "A. "])
def test_many_full_stops(piece):
    text = (piece * 300_000)[:300_000]
    seconds, sentences = _split_timed(text)
    assert seconds < 5
    assert sentences["end"].max() == len(text.rstrip())
