"""An invented event, tests/example, through everything: what a user relies on.

Outlets, agency, people, places and event are invented; two outlets print the same agency's copy, one cut, one edited.
Every expected value was written down by reading the texts, before the code had seen them.
"""

import hashlib
import html
import os
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from analysis.event import SEEDS, Event
from analysis.pages import report
from analysis.reading.articles import load_people
from analysis.tables import TABLES, conform

FOLDER = Path(__file__).parent / "example"
ROOT = Path(__file__).parent.parent
BULLETIN, CHRONICLE, COAST, FLASH, HERALD, REVIEW = OUTLETS = (
    "upland-radio-bulletin", "eastway-chronicle", "the-coast-daily", "flash-24", "penmere-herald",
    "the-watershed-review")
KEST, FALK, RANTA, DELL, SORREL, QUILL = (
    "Marta Kest", "Oren Falk", "Ilo Ranta", "Hugo Dell", "Bett Sorrel", "Nadia Quill")

WORDS = {BULLETIN: 119, CHRONICLE: 97, COAST: 158, FLASH: 54, HERALD: 242, REVIEW: 328}
KNOWS_UNTIL = {BULLETIN: "2031-03-06", CHRONICLE: None, COAST: "2031-03-05", FLASH: "2031-03-02", HERALD: "2031-03-05",
               REVIEW: "2031-03-05"}
HEADLINES = {
    BULLETIN: "First joint shift begins at Hollin dam",
    CHRONICLE: "Dam deal ‘a fresh page’, says Brennmark governor",
    COAST: "Provinces agree to share sluices after reservoir flood",
    FLASH: "DAM GATES OPENED AT NIGHT, 120 HOMES UNDER WATER",
    HERALD: "Sluices to be shared after reservoir flood",
    REVIEW: "A night of water, a morning of blame",
}
# What is neither headline nor body, in the order of the file.
FURNITURE = {
    BULLETIN: [("dateline", "PENMERE, Thursday")],
    CHRONICLE: [
        ("byline", "By Rupert Ames in Penmere"), ("notice", "Wednesday 5 March 2031"),
        ("notice", "This article was amended on 5 March 2031 to correct a spelling.")],
    COAST: [
        ("notice", "Skip to main content"), ("notice", "Share on Facebook Share on Twitter Email Print"),
        ("byline", "By Tamsin Orr"), ("dateline", "PENMERE, March 5 (Northwire) -"),
        ("notice", "We use cookies to improve your experience on our site. Click here to change your cookie "
                   "preferences")],
    FLASH: [
        ("notice", "MENU"), ("notice", "Log in"), ("notice", "5 March 2031, 18:40"),
        ("notice", "Share Tweet Pin Email"), ("notice", "Advertisement"), ("link", "MORE FROM FLASH 24"),
        ("link", "Five things to know about sluices"), ("link", "Ten lakes to swim in this summer"),
        ("notice", "Follow us on Facebook")],
    HERALD: [
        ("notice", "Home News Sport Weather"), ("notice", "Published: 5 March 2031"),
        ("notice", "Facebook Twitter WhatsApp Email Copy link"),
        ("caption", "Villagers carry chairs through the main street of Oxley"),
        ("repeat", "Villagers carry chairs through the main street of Oxley"),
        ("link", "Read more:"), ("link", "Ferry timetable changes on the lower lake"),
        ("link", "Why the Oxley bridge is still closed"), ("heading", "BOATS TORN FROM MOORINGS"),
        ("notice", "Sign up for our newsletter")],
    REVIEW: [
        ("byline", "By Edda Lorne"), ("link", "SEE ALSO: The dam that nobody wanted"),
        ("caption", "File photo: The spillway of the Hollin dam in an earlier spring"),
        ("notice", "Copyright 2031 The Watershed Review. All rights reserved.")],
}
GATES = "We opened the gates because the wall was moving"
WAITED = "Nobody in this room would have waited."
REGRET = "The province regrets the hour, not the decision"
COPY = [
    ("full", KEST, GATES), ("full", KEST, WAITED), ("full", RANTA, "Our people were asleep"),
    ("full", RANTA, "They heard the water before they heard from their neighbor."), ("partial", KEST, "a fresh page")]
# Everything in quotation marks, in the order of the text.
QUOTES = {
    BULLETIN: [("full", FALK, "We are learning to turn one wheel with four hands"),
               ("partial", DELL, "count the hours")],
    CHRONICLE: [
        ("partial", KEST, "a fresh page"), ("full", KEST, f"{GATES}. {WAITED}"), ("full", RANTA, "Our people slept"),
        ("full", RANTA, "They heard the water before they heard from the neighbours."),
        ("partial", RANTA, "met in full"), ("partial", SORREL, "a toy")],
    COAST: COPY,
    FLASH: [("full", KEST, GATES)],
    HERALD: [
        *((kind, who, words.replace("neighbor", "neighbour")) for kind, who, words in COPY),
        ("full", DELL, "This is the third release in ten years"), ("full", DELL, "We stop believing in accidents.")],
    REVIEW: [
        ("full", SORREL, "I thought it was thunder"), ("full", SORREL, "Then the bed began to float."),
        ("full", SORREL, "My father always told me, ‘Never trust a wall you did not build,’ and I laughed at him."),
        ("scare", None, "Never trust a wall you did not build"), ("full", SORREL, "I am not laughing now."),
        ("full", RANTA, "Our people were sleeping"),
        ("full", RANTA, "They heard the water sooner than they heard a word from the neighbor."),
        ("full", FALK, REGRET), ("partial", QUILL, "entirely lawful"), ("partial", QUILL, "a disgrace"),
        ("title", None, "Rivers Without Borders"), ("scare", None, "silent hour"), ("full", FALK, REGRET),
        ("full", SORREL, "It is louder than their siren, she said.")],
}
REPORTED = [
    (COAST, KEST, "her engineers had no choice when the dam began to shake"),
    (COAST, KEST, "the dam would be inspected by June"),
    (HERALD, KEST, "her engineers had no choice when the dam began to shake"),
    (FLASH, RANTA, "his people were asleep when the water came"),
    (CHRONICLE, RANTA, "the villagers’ losses would be"),
    (BULLETIN, FALK, "the first shift had begun at six in the morning"),
    (BULLETIN, FALK, "the levels had been sent to both capitals"),
]
# Words of one version of each remark, and the articles that have it in quotation marks.
UTTERANCES = [
    ("We opened the gates", {COAST, HERALD, FLASH, CHRONICLE}),
    ("Nobody in this room", {COAST, HERALD, CHRONICLE}),
    pytest.param("Our people were asleep", {COAST, HERALD, REVIEW, CHRONICLE}, marks=pytest.mark.xfail(
        strict=True, reason="translations of four words that share only common ones stay apart")),
    ("They heard the water", {COAST, HERALD, REVIEW, CHRONICLE}),
    ("a fresh page", {COAST, HERALD, CHRONICLE}),
    ("We stop believing", {HERALD}),
    ("regrets the hour", {REVIEW}),
    ("one wheel", {BULLETIN}),
]


@pytest.fixture(scope="module")
def event():
    return Event(FOLDER)


DIGESTS = """
import hashlib, sys
from analysis import Event
event = Event(sys.argv[1])
for name in ("quotes", "values", "items", "disagreements", "contrasts", "findings"):
    print(name, hashlib.sha256(getattr(event, name).to_csv().encode()).hexdigest())
"""


def test_no_order_of_hashes_changes_a_table(event):
    """Sets of words are read in another order in each process: two clauses became one fact in half of the runs."""
    printed = subprocess.check_output([sys.executable, "-c", DIGESTS, str(FOLDER)], text=True, cwd=ROOT,
                                      env={**os.environ, "PYTHONHASHSEED": "2"})
    here = {name: hashlib.sha256(getattr(event, name).to_csv().encode()).hexdigest()
            for name in ("quotes", "values", "items", "disagreements", "contrasts", "findings")}
    assert dict(line.split() for line in printed.splitlines()) == here


def keyed(event, column):
    return dict(zip(event.articles["article"].astype(str), event.articles[column], strict=True))


def test_articles_are_the_files_in_order(event):
    assert event.articles["article"].astype(str).tolist() == list(OUTLETS)
    assert keyed(event, "words") == WORDS
    assert keyed(event, "headline") == HEADLINES


def test_what_is_known_of_the_articles(event):
    days = keyed(event, "published")
    assert days[HERALD] == days[FLASH] == days[CHRONICLE] == days[COAST] == "2031-03-05"
    bylines = {name: byline for name, byline in keyed(event, "byline").items() if pd.notna(byline)}
    assert bylines == {CHRONICLE: "Rupert Ames in Penmere", COAST: "Tamsin Orr", REVIEW: "Edda Lorne"}
    assert {name: credit for name, credit in keyed(event, "credit").items() if pd.notna(credit)} == {COAST: "Northwire"}


@pytest.mark.parametrize("article", OUTLETS)
def test_each_text_knows_until_the_newest_day_it_tells_of(event, article):
    day = keyed(event, "knows_until")[article]
    assert (day if pd.notna(day) else None) == KNOWS_UNTIL[article]


@pytest.mark.parametrize("article", OUTLETS)
def test_furniture_is_told_from_text(event, article):
    lines = event.lines[(event.lines["article"] == article) & ~event.lines["kind"].isin(["headline", "body"])]
    assert list(zip(lines["kind"], lines["text"], strict=True)) == FURNITURE[article]


def test_hard_wrapped_lines_become_paragraphs(event):
    text = keyed(event, "text")[BULLETIN].split("\n")
    assert len(text) == 6
    assert text[2] == ('"We are learning to turn one wheel with four hands," said Oren Falk, water minister of '
                       "Brennmark, who brought a cake.")


def test_a_row_of_items_without_its_passage_is_told(event):
    assert event.rejects[["file", "row", "reason"]].to_numpy().tolist() == [["herald.txt", 14, "names no sentence"]]


@pytest.mark.parametrize("article", OUTLETS)
def test_everything_in_quotation_marks_is_found_with_kind_and_speaker(event, article):
    quotes = event.quotes[(event.quotes["article"] == article) & (event.quotes["kind"] != "indirect")]
    found = [(kind, who if pd.notna(who) else None, words.rstrip(",")) for kind, who, words in
             zip(quotes["kind"], quotes["speaker"], quotes["text"], strict=True)]
    assert found == QUOTES[article]


@pytest.mark.parametrize(("article", "speaker", "words"), REPORTED)
def test_reported_speech_has_its_speaker(event, article, speaker, words):
    quotes = event.quotes[(event.quotes["article"] == article) & (event.quotes["kind"] == "indirect")]
    assert quotes.loc[quotes["text"].str.contains(words, regex=False), "speaker"].tolist() == [speaker]


def test_a_quote_goes_on_over_paragraphs(event):
    quotes = event.quotes[event.quotes["continued"]]
    assert quotes["text"].str[:15].tolist() == ["My father alway", "I am not laughi"]
    assert (quotes["article"] == REVIEW).all()


@pytest.mark.parametrize(("words", "articles"), UTTERANCES)
def test_the_same_remark_is_one_utterance_in_every_wording(event, words, articles):
    table = event.utterances.merge(event.quotes[["article", "quote", "kind", "text"]], on=["article", "quote"])
    table = table[table["kind"] != "indirect"]
    (group,) = table.loc[table["text"].str.contains(words, regex=False)
                         & (event.with_text("utterances").loc[table.index, "text"].str.contains(words, regex=False)),
                         "utterance"].unique()
    assert set(table.loc[table["utterance"] == group, "article"].astype(str)) == articles


def states(event, words):
    """Return {article: (state, reason)} of the utterance that has `words`."""
    table = event.with_text("utterances")
    (group,) = table.loc[table["text"].str.contains(words, regex=False), "utterance"].unique()
    rows = event.coverage[event.coverage["utterance"] == group]
    return {row.article: (row.state, row.reason if pd.notna(row.reason) else None) for row in rows.itertuples()}


def test_two_translations_are_one_remark_in_other_words(event):
    found = states(event, "before they heard from their neighbor")
    assert found[REVIEW] == ("full", None)  # the longest version
    assert found[COAST] == found[HERALD] == found[CHRONICLE] == ("reworded", None)
    assert found[BULLETIN] == ("absent", "statement not used")


def test_reported_speech_renders_the_quote(event):
    assert states(event, "Our people were asleep")[FLASH] == ("indirect", None)


def test_who_printed_one_sentence_of_a_statement_had_the_others(event):
    assert states(event, "Nobody in this room")[FLASH] == ("absent", "left out of a statement it quotes")
    assert states(event, "Nobody in this room")[REVIEW] == ("absent", "statement not used")


def test_a_remark_that_is_printed_twice_counts_once(event):
    table = event.with_text("utterances")
    regrets = table[table["text"].str.contains("regrets the hour", regex=False)]
    assert len(regrets) == 2
    assert regrets["utterance"].nunique() == 1


def test_copies_of_one_agency_are_one_text(event):
    family = event.families.set_index(event.families["article"].astype(str))
    assert family.loc[COAST, "family"] == family.loc[HERALD, "family"]
    assert event.families["family"].nunique() == 5
    # Which of the two is nearer to the agency can't be told from them alone: neither has a slip or a later day.
    assert family["role"].to_dict() == {COAST: "cut", HERALD: "unknown", **dict.fromkeys(
        (BULLETIN, CHRONICLE, FLASH, REVIEW), "unrelated")}


def test_the_edited_copy_shows_its_house_style(event):
    edits = event.edits[(event.edits["article"] == COAST) & (event.edits["other"] == HERALD)]
    found = set(zip(edits["op"], edits["before"].fillna(""), edits["after"].fillna(""), edits["kind"], strict=True))
    assert {("replace", "neighbor", "neighbour", "spelling"), ("replace", "twelve", "12", "number"),
            ("insert", "", "Ms", "honorific"), ("insert", "", "Mr", "honorific")} <= found


def test_who_is_named_and_who_is_silent(event):
    union = event.mentions[event.mentions["actor"] == "Lake Fishers' Union"]
    assert union["article"].astype(str).tolist() == [HERALD, REVIEW, REVIEW]
    assert "River Court" not in set(event.mentions["actor"])
    direct = event.quotes[event.quotes["kind"].isin(["full", "partial"])]
    assert set(direct["side"].dropna()) == {"Brennmark", "Saltry", "villagers", "science"}
    assert set(direct.loc[direct["side"] == "science", "article"].astype(str)) == {REVIEW}


def reach(event, label):
    rows = event.items[event.items["label"] == label]
    return {row.article: (row.state, row.reason if pd.notna(row.reason) else None, row.by) for row in rows.itertuples()}


def test_a_readers_item_stands_where_the_reader_says(event):
    homes = reach(event, "How many homes were damaged")
    assert {name for name, (state, *_) in homes.items() if state == "reported"} == {COAST, HERALD, REVIEW, FLASH}
    assert homes[BULLETIN] == ("absent", "none found", "hand")
    assert homes[CHRONICLE] == ("absent", "none found", "machine")
    cake = reach(event, "The minister brought a cake")
    assert {name for name, (state, *_) in cake.items() if state == "reported"} == {BULLETIN}


@pytest.mark.parametrize(("source", "words", "article", "reason"), [
    (HERALD, "has asked both capitals for damages", COAST, "cut"),
    (HERALD, "finished in 1974", COAST, "cut"),
    (BULLETIN, "a coat of yellow", COAST, "later"),
    (BULLETIN, "a coat of yellow", HERALD, "later"),
    (BULLETIN, "a coat of yellow", CHRONICLE, "unknown"),
    pytest.param(BULLETIN, "sat down at one desk", FLASH, "later", marks=pytest.mark.xfail(
        strict=True, reason="the control room of the dam is taken for the control that is shared")),
    (BULLETIN, "count the hours", HERALD, "later"),
])
def test_an_item_is_absent_for_a_reason(event, source, words, article, reason):
    table = event.with_text("items")
    told = table[(table["article"] == source) & table["text"].fillna("").str.contains(words, regex=False)]
    rows = event.items[event.items["item"].isin(told["item"]) & (event.items["article"] == article)]
    assert set(rows["state"]) == {"absent"}
    assert set(rows["reason"]) == {reason}


def differences(event, label, kind):
    table = event.disagreements.merge(event.items.drop_duplicates("item")[["item", "label"]], on="item")
    rows = table[(table["label"] == label) & (table["kind"] == kind)]
    return {(row.article, row.value) for row in rows.itertuples()}


def test_accounts_differ_on_a_number(event):
    told = differences(event, "How many homes were damaged", "number")
    assert {name for name, _ in told} == {COAST, HERALD, REVIEW, FLASH}
    assert all(("150" if name == REVIEW else "120") in value for name, value in told)


def test_accounts_differ_on_a_date(event):
    table = event.disagreements
    told = {(row.article, row.value) for row in table[table["kind"] == "date"].itertuples()}
    assert told == {(REVIEW, "March 3"), (FLASH, "March 2")}


@pytest.mark.parametrize(("frame", "hits"), [
    ("warning", {BULLETIN: 1, CHRONICLE: 1, COAST: 2, FLASH: 1, HERALD: 2, REVIEW: 3}),
    ("fish", {HERALD: 3, REVIEW: 2}),
])
def test_theme_words(event, frame, hits):
    found = event.hits.loc[event.hits["frame"] == frame, "article"].astype(str).value_counts().to_dict()
    assert found == hits


def test_theme_words_have_the_voice_that_says_them(event):
    hits = event.with_text("hits")
    rows = hits[(hits["article"] == REVIEW) & (hits["frame"] == "warning")]
    assert list(zip(rows["text"], rows["voice"], strict=True)) == [
        ("siren", "own"), ("sleeping", "quoted"), ("siren", "quoted")]
    (asleep,) = hits[(hits["article"] == FLASH) & (hits["text"] == "asleep")].itertuples()
    assert (asleep.voice, asleep.speaker) == ("paraphrased", RANTA)


def test_the_first_finding_is_the_gravest(event):
    assert event.findings["claim"].iloc[0] == (
        "Accounts differ on the number of homes: “120” in The Coast Daily, Flash 24 and Penmere Herald; “150” in The "
        "Watershed Review.")


@pytest.mark.parametrize("words", [
    "The Coast Daily prints 158 words of a story of which Penmere Herald prints 242",
    "Upland Radio Bulletin and The Watershed Review never name Marta Kest, whom 4 other outlets quote",
    "The Coast Daily and Penmere Herald print versions of one Northwire story",
])
def test_findings_say(event, words):
    assert any(words in claim for claim in event.findings["claim"]), event.findings["claim"].tolist()


def test_every_finding_opens_to_sentences_of_two_places(event):
    for _, row in event.findings.iterrows():
        places = event.evidence(row)
        assert len(row["evidence"]) >= 1, row["claim"]
        for article, start, end in row["evidence"]:  # a passage over several sentences opens to a line for each
            lines = places[places["article"] == article]
            assert lines["start"].min() <= start and lines["end"].max() >= end, row["claim"]
        assert places["text"].str.len().gt(0).all()


def test_a_disagreement_opens_to_its_sentence(event):
    table = event.disagreements
    row = table[(table["article"] == FLASH) & (table["value"] == "March 2")].iloc[0]
    assert event.evidence(row)["text"].tolist() == [
        "Brennmark and Saltry will share control of the Hollin dam after floodwater damaged 120 homes on March 2."]


MAY_BE_EMPTY = {"acts"}  # of one actor to another, in headlines and leads: the example has none


def test_every_table_is_as_the_codebook_says(event):
    for name in TABLES:
        table = getattr(event, name)
        assert not table.empty or name in MAY_BE_EMPTY, name
        pd.testing.assert_frame_equal(conform(name, table, event.articles if "article" in table else None), table)


def test_text_is_cut_from_the_files_unchanged(event):
    for row in event.lines[event.lines["text_start"].notna()].itertuples():
        raw = (FOLDER / row.file).read_text(encoding="utf-8")
        assert keyed(event, "text")[row.article][row.text_start:][:row.end - row.start] == raw[row.start:row.end]


@pytest.fixture(scope="module")
def pages(event, tmp_path_factory):
    """The report of the example; what it writes is read back as {name: html}."""
    out = tmp_path_factory.mktemp("out") / "report"
    report.write_report(event, out)
    return {path.name: path.read_text(encoding="utf-8") for path in out.glob("*.html")}


def test_the_report_is_about_this_folder(pages, event):
    assert {"index.html", "quotes.html"} <= set(pages)
    read = {name: " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split()) for name, page in pages.items()}
    assert "The Coast Daily and Penmere Herald print versions of one Northwire story" in read["index.html"]
    assert KEST in read["quotes.html"]


def test_nothing_of_the_shipped_event_is_on_its_pages(pages):
    shipped = {name for table in (load_people(SEEDS)["name"], read_outlets(SEEDS)) for name in table}
    read = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)) for page in pages.values())
    assert sorted(name for name in shipped if name in read) == []


def read_outlets(folder):
    return pd.read_csv(folder / "articles.csv", dtype=str)["outlet"]
