"""Furniture is told from text on invented pages, and every character of a page is accounted for."""

import textwrap
import time
from pathlib import Path

import pandas as pd
import pytest
from growth import is_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.english.wordlists import read_list
from analysis.reading.clean.cleaning import clean
from analysis.tables import LINE_KINDS, ZONES

HERE = Path(__file__).parent
STORY = [
    "The ferry to the northern islands sank on Sunday with forty people on board, the coastguard said.",
    "A second boat picked up all but two of them within the hour.",
    "The search for the two went on through the night with helicopters and divers.",
    "The ferry had been built in 1961 and was to be scrapped in May.",
    "Its owner could not be reached on Monday.",
]
HEADLINE = "Forty on board as northern ferry sinks"


def read_pages():
    """Return [(name, raw, [(kind, words)])] of pages.txt."""
    pages = []
    for page in (HERE / "pages.txt").read_text(encoding="utf-8").split("=== ")[1:]:
        name, *lines = page.rstrip("\n").split("\n")
        raw, expected = "", []
        for line in lines:
            kind, _, words = line.partition("|")
            if words:
                expected.append((kind.rstrip("+~"), words))
            raw += words + {"+": "", "~": " "}.get(kind[-1:], "\n")
        pages.append((name, raw, expected))
    return pages


def read_lines(name):
    """Return the lines of a list of sentences beside this file, the notes at its head left out."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("# ")]


def kinds(raw):
    return [(piece.kind, raw[piece.start:piece.end]) for piece in clean(raw)]


def paragraphs(raw):
    """Return the text of `raw` as [(kind, words)], wrapped lines put together."""
    found = []
    for piece in clean(raw):
        if piece.joined:
            found[-1] = (piece.kind, found[-1][1] + " " + raw[piece.start:piece.end])
        else:
            found.append((piece.kind, raw[piece.start:piece.end]))
    return found


@pytest.mark.parametrize(("raw", "expected"), [pytest.param(*page[1:], id=page[0]) for page in read_pages()])
def test_page(raw, expected):
    assert kinds(raw) == expected


@pytest.mark.parametrize("line", read_lines("body_lines.txt"))
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_odd_sentences_stay_in_the_body(line, gap):
    middle = [HEADLINE, *STORY[:2], line, *STORY[2:]]
    last = [HEADLINE, *STORY, line]
    for page in (middle, last):
        assert paragraphs(gap.join(page)) == [("headline", HEADLINE), *[("body", words) for words in page[1:]]]


@pytest.mark.parametrize("line", read_lines("furniture_lines.txt"))
def test_furniture_goes_wherever_it_stands(line):
    for place in (1, 3, 6):
        page = [HEADLINE, *STORY]
        page.insert(place, line)
        found = dict((words, kind) for kind, words in kinds("\n\n".join(page)))
        assert found.pop(line) not in {"body", "heading", "headline"}
        assert found == {HEADLINE: "headline"} | dict.fromkeys(STORY, "body")


@settings(max_examples=50, deadline=None)
@given(st.integers(40, 76), st.permutations(STORY))
def test_wrapping_changes_no_paragraph(width, story):
    story = [" ".join(story[:2]), story[2], " ".join(story[3:]), "Nothing else was known on Sunday night. " * 4]
    story = [part.strip() for part in story]
    raw = "\n\n".join(textwrap.fill(part, width, break_on_hyphens=False) for part in story)
    assert paragraphs(raw) == [("body", part) for part in story]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_change_nothing(end):
    for _, raw, expected in read_pages():
        assert kinds(raw.replace("\n", end)) == expected


def test_known_headline_is_found():
    raw = "The long way home\n\nForty on board\n\n" + "\n\n".join(STORY)
    assert [(piece.kind, piece.line) for piece in clean(raw, "Forty on Board")][:2] == [("link", 1), ("headline", 3)]


def test_text_without_end_marks_is_left_alone():
    verse = "\n".join(["The boat went out", "The boat came home", "No man on board", "The wind sang"] * 3)
    assert {kind for kind, _ in kinds(verse)} <= {"body", "repeat"}


def test_phrases_have_a_known_place_and_kind():
    table = pd.DataFrame(read_list("furniture"))
    assert set(table["kind"]) <= set(LINE_KINDS)
    assert set(table["place"]) == {"whole", "start", "opener", "sentence", "anywhere", "button", "section", "date",
                                   "filler", "photo", "office", "job", "page", "address"}
    assert not table.duplicated().any()
    names = read_list("agencies")["name"]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("text", [
    "a", "A", "aB", "(", "() ", "\"", "'a b c d ", ". ", "\n", "By ", "By Ann Lee and ", "By Ann Lee\n", "PARIS - ",
    "Read more: ", "Read more\nA title\n", "1,", "a/", "12 May and ", "Some heading\n\nA sentence.\n\n",
    "the end of a line of\n", "of\n", "#a ", "a@b", "\u200b", "What is it?\nIt is a thing.\n",
])
def test_time_grows_with_length(text):
    def seconds(size):
        start = time.process_time()
        clean(text * (size // len(text)))
        return time.process_time() - start

    assert is_linear(seconds, 15_000, 0.04)


def test_kept_kinds_are_zones():
    assert set(ZONES) < set(LINE_KINDS)


@pytest.mark.parametrize(("line", "expected"), [
    ("The boats came home. (dpa)", ["The boats came home.", "(dpa)"]),
    ("The boats came home. (AP/dpa)", ["The boats came home.", "(AP/dpa)"]),
    ("The boats came home. – AFP", ["The boats came home.", "– AFP"]),
    ("“They came home.” (Reporting by Ann Lee; Editing by Bo Chen)",
     ["“They came home.”", "(Reporting by Ann Lee; Editing by Bo Chen)"]),
    ("He told the Associated Press (AP).", ["He told the Associated Press (AP)."]),
    ("They came home. (He did not.)", ["They came home. (He did not.)"]),
    ("They came home. ABBA", ["They came home. ABBA"]),
])
def test_credit_glued_to_the_last_sentence(line, expected):
    assert [words for _, words in kinds("\n\n".join([*STORY, line]))][len(STORY):] == expected
