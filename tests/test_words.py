"""The tokeniser: what counts as a word, and how words are folded."""

import time

import pandas as pd
import pytest
from growth import is_linear
from hypothesis import given
from hypothesis import strategies as st
from wordfreq import zipf_frequency

from analysis.english.stems import weigh_word
from analysis.english.wordlists import read_list
from analysis.english.words import (
    WORD,
    Known,
    count_words,
    find_words,
    fold,
    fold_piece,
    folded_words,
    has_word,
    is_plain,
)
from analysis.rules import forget_texts, keep_texts
from analysis.speech.speakers.names import read_names

WORDS = [
    ("", []),
    ("... — – ’ \" ? (!) * $", []),
    ("The mayor left.", ["The", "mayor", "left"]),
    ("U.S. and U.K.-led talks", ["U.S", "and", "U.K.-led", "talks"]),
    ("a front-runner’s e-mail", ["a", "front-runner’s", "e-mail"]),
    ("don't, don’t, ’tis, the states’ rights", ["don't", "don’t", "tis", "the", "states", "rights"]),
    ("rock ’n’ roll at 10 o'clock", ["rock", "n", "roll", "at", "10", "o'clock"]),
    ("AT&T, R&D; fish & chips", ["AT&T", "R&D", "fish", "chips"]),
    ("$1,200.50 or €1.8m at 10:30", ["1,200.50", "or", "1.8m", "at", "10:30"]),
    ("red, white,blue: 3,4", ["red", "white", "blue", "3,4"]),
    ("and/or 24/7 2024-25", ["and/or", "24/7", "2024-25"]),
    ("he said—well--known – no", ["he", "said", "well", "known", "no"]),
    ("SALEM -The council", ["SALEM", "The", "council"]),
    ("node.js, e.g. www.example.org", ["node.js", "e.g", "www.example.org"]),
    ("It ended.Then it began.", ["It", "ended", "Then", "it", "began"]),
    ("the end...Then", ["the", "end", "Then"]),
    ("@anna_roe wrote #nofilter", ["anna_roe", "wrote", "nofilter"]),
    ("Türkiye, Tu\u0308rkiye", ["Türkiye", "Tu\u0308rkiye"]),
    ("co\u00adoperate co‑operate", ["co\u00adoperate", "co‑operate"]),
    ("100°F, 60%-plus", ["100", "F", "60", "plus"]),
    ("Привет, नमस्ते", ["Привет", "नमस्ते"]),
]
FOLDS = [
    ("U.S", "us"), ("US", "us"), ("U.K.-led", "uk-led"), ("p.m", "pm"), ("Ph.D", "phd"),
    ("1.5", "1.5"), ("1,200", "1,200"), ("1.5m", "1.5m"),
    ("Türkiye", "turkiye"), ("Tu\u0308rkiye", "turkiye"), ("İzmir", "izmir"), ("Straße", "strasse"),
    ("it’s", "it's"), ("IT'S", "it's"), ("co‑operate", "co-operate"), ("co\u00adoperate", "cooperate"), ("ﬁne", "fine"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_of_a_text(text, words):
    assert [text[start:end] for start, end in find_words(text)] == words
    assert count_words(text) == len(words)
    assert folded_words(text) == [fold(word) for word in words]


@pytest.mark.parametrize(("word", "folded"), FOLDS)
def test_folding(word, folded):
    assert fold(word) == folded


@given(st.text(alphabet=st.one_of(st.sampled_from(" .,:'’-/&_\u00ad\n1aA\u0301é"), st.characters())))
def test_words_are_ordered_and_never_hold_white_space(text):
    last = 0
    for start, end in find_words(text):
        assert last <= start < end <= len(text)
        assert not any(letter.isspace() for letter in text[start:end])
        assert text[start].isalnum() or not text[start].isascii()
        last = end


@given(st.lists(st.text(alphabet="aZ1.,:'-/&_é ")))
def test_white_space_always_parts_words(pieces):
    assert count_words("\n".join(pieces)) == sum(count_words(piece) for piece in pieces)
    assert folded_words(" ".join(pieces)) == [word for piece in pieces for word in folded_words(piece)]


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    for word in folded_words(text):
        assert fold(word) == word


@pytest.mark.parametrize("piece", ["a.", "1,", "a-", "'", "a'", "aa.Aa", "e\u0301", "\u200d", " a"])
def test_time_grows_with_the_length_and_no_faster(piece):
    def seconds(count):
        text = piece * count + f" {time.process_time_ns()}"  # a text counted before is not counted again
        start = time.process_time()
        count_words(text)
        return time.process_time() - start

    assert is_linear(seconds, 20_000, 0.004)


def test_lists_say_where_they_come_from_and_hold_no_row_twice():
    for name in ("abbreviations", "starters"):
        table = pd.DataFrame(read_list(name))
        assert not table.duplicated(table.columns[0]).any()
        assert (table != "").all(axis=None)


SIGNS = st.text(st.sampled_from("aBé9 .,-’'\n\u00a0\u0308\"(&:"), max_size=30)


@given(SIGNS)
def test_a_text_read_between_its_spaces_has_the_words_that_the_pattern_finds_in_it_as_a_whole(text):
    spans = [match.span() for match in WORD.finditer(text)]
    assert find_words(text) == spans
    assert folded_words(text) == [fold(text[start:end]) for start, end in spans]


def test_what_is_known_of_words_is_bounded_and_read_once():
    asked = []
    known = Known(lambda text: asked.append(text) or len(text), 2)
    long = "x" * 100
    assert [known[text] for text in ("a", "a", "bc", "d", long, long)] == [1, 1, 2, 1, 100, 100]
    assert asked == ["a", "bc", "d", long, long] and set(known) == {"d"}


@pytest.mark.parametrize(("text", "plain"), [("The “mayor” left — so", True), ("Café", False), ("", True)])
def test_texts_without_letters_but_those_of_ascii(text, plain):
    assert is_plain(text) is plain


@pytest.mark.parametrize("word", ["the", "ferry", "qqzxv", "front-runner", "it's", "1.5", "café", "u.s", "a"])
def test_the_weight_of_a_word_is_by_its_zipf_frequency(word):
    assert weigh_word(word) == min(max(6.5 - zipf_frequency(word, "en"), 0.2), 4.5)


def test_what_was_kept_about_texts_is_forgotten_and_read_anew():
    read = []

    @keep_texts(8)
    def measure(text):
        read.append(text)
        return len(text)

    assert [measure("The ferry sank."), measure("The ferry sank.")] == [15, 15]
    forget_texts()
    assert measure("The ferry sank.") == 15
    assert read == ["The ferry sank."] * 2


@pytest.mark.parametrize(("text", "word", "found"), [
    ("two boats and a boat.", "boat", True), ("two boats, a lifeboat", "boat", False), ("a boat-house", "boat", True),
    ("the 2boat", "boat", False), ("boat", "boat", True), ("", "boat", False),
    ("the co-founder came", "co-founder", True),
])
def test_a_word_is_found_only_as_a_whole(text, word, found):
    assert has_word(text, word) is found


def test_a_piece_between_spaces_is_folded_as_its_text_is():
    for text in [text for text, _ in WORDS]:
        assert [word for piece in text.split() for word in fold_piece(piece)] == folded_words(text)


def test_names_in_quotes_are_read_when_asked_for():
    forget_texts()
    text = 'Ann Bellamy said: "Karl Roe sold Ellby Lines." Mayor Ida Poe left.'
    outside, _ = read_names(text, [(19, 46)])
    everywhere, _ = read_names(text, [])
    assert [name.core for name in outside] == ["Ann Bellamy", "Ida Poe"]
    assert [name.core for name in everywhere] == ["Ann Bellamy", "Karl Roe", "Ellby Lines", "Ida Poe"]
    assert read_names(text, [(19, 46)])[0] == outside
