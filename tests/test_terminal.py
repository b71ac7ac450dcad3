"""What reaches a terminal and what reaches a spreadsheet: the article's words, and nothing that steers either."""

import csv
import io

import pandas as pd
import pytest

from analysis import Event
from analysis.pages.passages import describe
from analysis.pages.sheets import guard_cell, write_sheet, write_table
from analysis.pages.terminal import clean, quote, say


@pytest.mark.parametrize(("text", "shown"), [
    ("Ann Bellamy said no.\nThen yes.", "Ann Bellamy said no.\nThen yes."),
    ("wait \x1b[2J\x1b]0;owned\x07", "wait ?[2J?]0;owned?"),
    ("a\u202eb\u2066c\u200fd\x85e\x9b31m", "a?b?c?d?e?31m"),
    ("a\tb\u00a0c\u2009d\re\u2028f", "a b c d?e?f"),
    ("Łódź, Şahin, 東京 – “said”", "Łódź, Şahin, 東京 – “said”"),
])
def test_a_terminal_is_never_steered(text, shown, capsys):
    assert clean(text) == shown
    say(text)
    assert capsys.readouterr().out == shown + "\n"


@pytest.mark.parametrize(("word", "system", "written"), [
    ("my folder", "posix", "'my folder'"), ("folder", "posix", "folder"),
    (r".venv\Scripts\python.exe", "nt", r".venv\Scripts\python.exe"),
    (r"C:\Users\Ann Bellamy\fire", "nt", r'"C:\Users\Ann Bellamy\fire"'), ("fire & flood", "nt", '"fire & flood"'),
])
def test_a_word_is_quoted_as_its_system_reads_it(word, system, written):
    assert quote(word, system) == written


@pytest.mark.parametrize(("cell", "written"), [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("  =1", "'  =1"), ("\t=1", "'\t=1"),
    ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠A1", "'＠A1"),
    ("\u200b=1", "'\u200b=1"), ("\ufeff=1", "'\ufeff=1"),
    ("\u2060 \u200e=1", "'\u2060 \u200e=1"), ("\u3164=1", "'\u3164=1"),
    ("He said it;=HYPERLINK(A1);so", "He said it;'=HYPERLINK(A1);so"), ("a; \u200b@B", "a;' \u200b@B"),
    ("one\n=two", "one\n'=two"), ("'quoted'", "''quoted'"),
    ("a = b", "a = b"), ("well-known; and so", "well-known; and so"), ("5 - 3", "5 - 3"), ("", ""),
])
def test_no_cell_is_a_formula(cell, written):
    assert guard_cell(cell) == written
    rows = list(csv.reader(io.StringIO(write_sheet(pd.DataFrame({"=text": [cell], "n": [-1]})))))
    assert rows == [["'=text", "n"], [written, "-1"]]


def test_a_table_for_the_eye_names_outlets_and_leaves_offsets_out():
    table = pd.DataFrame({"article": pd.Categorical(["a", "b"]), "start": [0, 5], "reused": [0.256, 1.0],
                          "speaker": ["<b>Ann</b>", pd.NA], "words": [1234, 5]})
    shown = write_table(table, {"a": "Gull & Co", "b": "Tern"})
    assert "Gull &amp; Co" in shown and "26 %" in shown and "1,234" in shown and "&lt;b&gt;Ann" in shown
    assert "start" not in shown and "nan" not in shown.lower() and "<NA>" not in shown


def test_the_words_in_question_stand_within_the_line():
    whole = ("The ferry company, which the town of Ellby sold to its crew in 2019 for a crown, told reporters on "
             "Monday that it had {} to close the yard.")
    texts = [whole.format("no plans"), whole.format("plans")]
    event = Event.from_articles(pd.DataFrame({"article": ["a", "b"], "outlet": ["Gull", "Tern"], "text": texts}))
    lines = describe(event, 80).splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("      Gull: … ") and "had no plans" in line for line in lines)
    assert any(line.startswith("      Tern: … ") and "had plans" in line for line in lines)
