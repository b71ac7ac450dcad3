"""Quotation marks: pairs, nesting, apostrophes, lost marks, and that their shape does not matter."""

import time
import timeit

import pandas as pd
import pytest
from growth import is_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tables import TABLES, empty
from analysis.text.marks import find_marks


def read(text, zone="body"):
    """Return (articles, paragraphs) of one text whose lines are paragraphs."""
    rows, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            rows.append(("one", number, at, at + len(line), zone))
        at += len(line) + 1
    paragraphs = pd.DataFrame(rows, columns=["article", "paragraph", "start", "end", "zone"])
    return pd.DataFrame({"article": ["one"], "text": [text]}), paragraphs


def contents(text, zone="body"):
    return [text[row.start:row.end] for row in find_marks(*read(text, zone)).itertuples()]


# (text, what stands inside its marks, in order)
PAIRS = [
    # plain pairs of every shape
    ('"We won," said Roe. "It was hard."', ["We won,", "It was hard."]),
    ("“We won,” said Roe. “It was hard.”", ["We won,", "It was hard."]),
    ("„Wir haben gewonnen“, sagte Roe.", ["Wir haben gewonnen"]),
    ("»Vi vann«, sa Roe. ”Ja”, sa Poe.", ["Vi vann", "Ja"]),
    ("« On a gagné », dit Roe.", [" On a gagné "]),
    ("''We won,'' said Roe. ``Yes.''", ["We won,", "Yes."]),
    ("‹ Oui ›, dit-il, « non ».", [" Oui ", " non "]),
    # any double mark closes any other
    ('"The harbour (old) will close.”', ["The harbour (old) will close."]),
    ('“We go on," said Roe.', ["We go on,"]),
    # nested
    ("“He said ‘never’ to us,” said Roe.", ["He said ‘never’ to us,", "never"]),
    ("\"He said 'never'\" was all.", ["He said 'never'", "never"]),
    ("“He said “never” to us,” said Roe.", ["He said “never” to us,", "never"]),
    ("'He said \"never\" to us,' said Roe.", ['He said "never" to us,', "never"]),
    ("(“Yes”) and [‘no’]", ["Yes", "no"]),
    # single marks, and apostrophes that are none
    ("The mayor's 'quick fix' isn't one", ["quick fix"]),
    ("The mayor’s ‘quick fix’ isn’t one", ["quick fix"]),
    ("Rock 'n' roll of the '90s, and 'em all, don't you know", []),
    ("The teachers' union and the drivers' club met", []),
    ("The states' 'right to sail', he said", ["right to sail"]),
    ("‘The sailors’ rights matter,’ said Roe.", ["The sailors’ rights matter,"]),
    ("'I'm goin' home,' said Roe.", ["I'm goin' home,"]),
    ("'Tis late", []),
    # feet and inches
    ("He is 6'2\" and called \"Tiny\".", ["Tiny"]),
    ('The 70"+ screen has a 22" twin.', []),
    ('A 12" pipe is "good"', ["good"]),
    ('"I bought a 12" pipe," said Roe.', ['I bought a 12" pipe,']),
    # slips
    ('"We won, "said Roe. "Yes."', ["We won, ", "Yes."]),
    ("”We won,” said Roe.", ["We won,"]),
    ("“We won, ”said Roe.", ["We won, "]),
    ('He said:" We won. " Then he left.', [" We won. "]),
    ('They left." Then it rained.', []),
    ('<img alt="A pier" src="pier.png"> "We won," said Roe.', ["We won,"]),
    # fragments and punctuation
    ('"...and so on," said Roe.', ["...and so on,"]),
    ('"I was—" she said. "—late."', ["I was—", "—late."]),
    ('An "anti-ferry"-minded council', ["anti-ferry"]),
    ("", []),
    ("No marks at all.", []),
    ('""', [""]),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_pairs(text, expected):
    assert contents(text) == expected


def test_depth_and_style():
    marks = find_marks(*read("“He said ‘never’ to us,” said Roe. 'Yes.'"))
    assert marks[["style", "depth"]].values.tolist() == [["double", 0], ["single", 1], ["single", 0]]


def test_a_quote_goes_on_over_paragraphs():
    marks = find_marks(*read('"One.\n"Two.\n"Three," said Roe.\n"Four."'))
    assert marks["continued"].tolist() == [False, True, True, False]
    assert not marks["lost"].any()
    assert (marks["closed"] == marks["end"]).tolist() == [True, True, False, False]


def test_a_quote_may_be_marked_at_its_two_ends_only():
    text = '"One.\nTwo," said Roe.'
    marks = find_marks(*read(text))
    assert [text[row.start:row.end] for row in marks.itertuples()] == ["One.", "Two,"]
    assert marks["continued"].tolist() == [False, True]


@pytest.mark.parametrize("line", ['"We won, said Roe.', "“We won, said Roe.", 'Roe said: "We won.'])
def test_a_lost_mark_ends_with_its_paragraph(line):
    marks = find_marks(*read(f"{line}\nThe crowd left."))
    assert marks["lost"].tolist() == [True]
    assert marks["end"].tolist() == marks["closed"].tolist() == [len(line)]


def test_a_lost_mark_ends_before_the_next_quote():
    assert contents('"We won, said Roe. "Yes."') == ["We won, said Roe. ", "Yes."]


def test_headlines_and_captions_have_single_marks():
    assert contents("Ferry plan 'dead', says Roe", "headline") == ["dead"]
    assert contents("Ada Roe said ‘we sail’ on Monday", "caption") == ["we sail"]


MARKS = st.lists(st.sampled_from(["a", "s", "9", " ", "\n", ".", ",", "-", "—", "(", '"', "“", "”", "„", "«", "»", "'",
                                  "‘", "’", "''", "`", "said ", "…"]), max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(MARKS)
def test_any_text_gives_ordered_pairs_that_nest(text):
    articles, paragraphs = read(text)
    marks = find_marks(articles, paragraphs)
    spans = list(zip(paragraphs["start"], paragraphs["end"], strict=True))
    around = []
    for row in marks.itertuples():
        assert row.opened <= row.start <= row.end <= row.closed
        assert any(start <= row.opened and row.closed <= end for start, end in spans)
        while around and around[-1].closed <= row.opened:
            around.pop()
        assert row.depth == len(around)
        assert not around or row.closed <= around[-1].closed
        around.append(row)


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def curl(text):
    """Curl marks as a word processor does: by the character before."""
    curled = ""
    for at, letter in enumerate(text):
        opens = at == 0 or text[at - 1] in " \n(—\"'"
        shapes = {'"': "“" if opens else "”", "'": "‘" if opens else "’"}
        curled += shapes.get(letter, letter)
    return curled


PLAIN = [text for text, _ in PAIRS if not any(mark in text for mark in "„»«‹`=") and "''" not in text]


@pytest.mark.parametrize("text", PLAIN)
def test_the_shape_of_marks_does_not_matter(text):
    straight = text.translate(STRAIGHT)
    spans = [find_marks(*read(form))[["start", "end"]].values.tolist() for form in (straight, curl(straight))]
    assert spans[0] == spans[1]


def test_two_single_marks_are_a_double_one():
    double, single = contents('"We won," said Roe.'), contents("''We won,'' said Roe.")
    assert double == single


def test_carriage_returns_change_nothing():
    text = '"One.\n"Two," said Roe.\n\'Three\' was all.'
    kept = find_marks(*read(text))
    changed = find_marks(*read(text.replace("\n", "\r\n")))
    columns = ["style", "depth", "continued", "lost"]
    assert changed[columns].equals(kept[columns])
    assert [text.replace("\n", "\r\n")[row.start:row.end].strip() for row in changed.itertuples()] == contents(text)


def test_the_order_of_articles_changes_nothing():
    articles = pd.DataFrame({"article": ["a", "b"], "text": ['"One," said Roe.', "'Two,' said Poe."]})
    paragraphs = pd.DataFrame({"article": ["a", "b"], "paragraph": 0, "start": 0, "end": [16, 16], "zone": "body"})
    forward = find_marks(articles, paragraphs)
    backward = find_marks(articles[::-1], paragraphs[::-1])
    columns = list(forward.columns[1:])
    for name in "ab":
        assert forward.loc[forward["article"] == name, columns].values.tolist() == \
            backward.loc[backward["article"] == name, columns].values.tolist()


@pytest.mark.parametrize("text", ["", "No marks here."])
def test_no_marks_are_an_empty_table_of_the_same_shape(text):
    marks = find_marks(*read(text))
    assert marks.empty
    assert list(marks.columns) == [column.name for column in TABLES["marks"].columns]
    assert (marks.dtypes.drop("article") == empty("marks").dtypes.drop("article")).all()


@pytest.mark.parametrize("unit", ['"a" ', '"a ', "'a ", 'a" ', "“a ”b ", "\"'", "'", '"', '("a', '"a\n'])
def test_time_grows_with_the_length(unit):
    def seconds(count):
        given = read(unit * count)
        return timeit.timeit(lambda: find_marks(*given), timer=time.process_time, number=1)

    assert is_linear(seconds, 5000, 0.01)
