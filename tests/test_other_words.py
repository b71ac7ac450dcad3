"""Values of one thing told in other words, and such as only look alike: look-alikes of our own for each rule."""

import pandas as pd
import pytest

from analysis import Event
from analysis.english.calendar import find_clock_times
from analysis.english.numbers import find_numbers
from analysis.text.values import read_values


def event_of(*texts, published=None):
    rows = [{"article": name, "outlet": name, "text": text, "published": published}
            for name, text in zip(("gull", "heron", "stork", "tern"), texts, strict=False)]
    return Event.from_articles(pd.DataFrame(rows))


def told(*texts, **more):
    """Return {kind: values} of the disagreements of some short texts."""
    table = event_of(*texts, **more).disagreements
    return {kind: rows["value"].tolist() for kind, rows in table.groupby("kind", observed=True)}


@pytest.mark.parametrize(("text", "low", "high"), [
    ("It took over two weeks.", 2, float("inf")), ("Over six people came.", 6, float("inf")),
    ("It lost 40 boats, over two years.", 2, 2), ("A kite flew over three fields.", 3, 3),
    ("It did no more than 30 knots.", 0, 30), ("Several hundred pupils came.", 150, 2000),
    ("A few dozen pupils came.", 20, 120)])
def test_what_the_words_around_a_number_make_of_it(text, low, high):
    assert (low, high) in [number[3:5] for number in find_numbers(text)]


@pytest.mark.parametrize(("text", "kind", "unit"), [
    ("The tug did 70mph.", "number", "mph"), ("The sledge did 40km/h.", "number", "km/h"),
    ("The 127-year-old mill burned.", "age", "years"), ("Three were dead and 29 sick.", "number", "people"),
    ("More than 900 of us marched.", "number", "people")])
def test_what_is_counted(text, kind, unit):
    assert (kind, unit) in [(value.kind, value.unit) for value in read_values(text)]


@pytest.mark.parametrize(("text", "times"), [
    ("At four o’clock on Friday afternoon it stopped.", [960]), ("It began at 9 sharp.", [540]),
    ("They met at six sharp on Friday.", [360]), ("There were 9 sharp bends.", []), ("At 9 sharp bends he fell.", [])])
def test_hours_in_words(text, times):
    assert [time.low for time in find_clock_times(text)] == times


@pytest.mark.parametrize(("texts", "values"), [
    (("Corran will cut 240 jobs at Ellby.", "At Ellby 420 posts are to go, Corran said."), ["240", "420"]),
    (("Corran has shed 900 posts in Norhaven.", "Corran is cutting 700 jobs in Norhaven."), ["900", "700"]),
    (("Clerks counted 41,532 ballots in Ellby.", "In Ellby 45,132 papers lay on a table."), ["41,532", "45,132"]),
    (("The lorry was doing 90mph when it hit the barn.", "The lorry went at 60mph and met the barn."), ["90", "60"]),
    (("The ferry crash left 12 injured.", "In the ferry crash 31 people had broken bones."), ["12", "31"]),
    (("About 300 weavers protested outside the mill.", "Some 800 weavers stood in the rain outside the mill."),
     ["About 300", "Some 800"]),
    (("In Norhaven 5.1 percent were out of work in May.", "Unemployment in Norhaven was 6.3 percent in May."),
     ["5.1 percent", "6.3 percent"]),
    (("The sale of the Ellby mill had 58.2 percent of the shares in favour.",
      "The sale of the Ellby mill had 52.9 percent of the stock behind it."), ["58.2 percent", "52.9 percent"]),
    (("Nora Lund won with 17 more votes than Ola Crane.", "Nora Lund had it by 71 votes."), ["17", "71"]),
    (("The lamp of Corran went for £3 million at an auction.", "The auction of the Corran lamp fetched £5 million."),
     ["£3 million", "£5 million"])])
def test_counts_in_other_words_differ(texts, values):
    assert told(*texts).get("number") == values


@pytest.mark.parametrize("texts", [
    ("Corran will cut 240 jobs at Ellby.", "Corran put 420 posts along the road at Ellby."),
    ("Clerks counted 4,152 ballots in Ellby.", "In Ellby 4,512 goats went over the hill."),
    ("The lorry was doing 90mph in Ellby.", "The wind reached 60mph at sea."),
    ("The sale of the Ellby mill had 58.2 percent of the shares in favour.", "He owns 12 percent of the Ellby mill."),
    ("They sold the 127-year-old mill.", "The mill, the oldest of seven, was sold."),
    ("Nora Lund won with 17 more votes than Ola Crane.", "Nora Lund got 4,071 votes."),
    ("About 300 weavers protested outside the mill.", "The mill employs 800 weavers."),
    ("Two fell ill at the fair.", "At the fair 40 sick cows were shown.")])
def test_counts_of_two_things_do_not(texts):
    assert told(*texts) == {}


@pytest.mark.parametrize(("texts", "kind", "values"), [
    (("Production at Corran stopped at 6pm on Friday.", "The machines of Corran fell silent at 4pm on Friday."),
     "time", ["6pm", "4pm"]),
    (("The Corran meeting opened at 10 a.m.", "The Corran meeting was gaveled in at 9 sharp."), "time",
     ["10 a.m.", "9"]),
    (("Ola Crane, the mill's chairman, spoke to Nora Crane, a nurse, in Ellby.",
      "In Ellby, Ola Crane, the mill's chief executive, spoke."), "role",
     ["mill's chairman", "mill's chief executive"]),
    (("Ola Crane, the returning officer, counted in Ellby.",
      "Ola Crane, the chief electoral officer of the county, counted in Ellby."), "role",
     ["returning officer", "chief electoral officer"]),
    (("“The lock was never safe in a flood,” said Ann Lund of Ellby. She left.",
      "“The lock was never safe in a flood,” Nora Lund said on Monday."), "name", ["Ann Lund", "Nora Lund"]),
    (("Kettler hit\nAmy Kettler won the Ellby race and hugged Tom.", "Ellby rider Amy Ketler won the race.",
      "Ketler's year: a rider writes home"), "name", ["Kettler", "Ketler"]),
    (("Boats lay off Quorrandil.", "Nobody in Quorandil had heard a bell."), "name", ["Quorrandil", "Quorandil"])])
def test_hours_offices_and_names_in_other_words_differ(texts, kind, values):
    assert told(*texts).get(kind, [])[:2] == values


@pytest.mark.parametrize("texts", [
    ("Ola Crane, the mill's chairman and the man who built it, spoke.", "Ola Crane, the mill's chairman, spoke."),
    ("Ola Crane, the chairman of the mill, met Nora Crane, a chief executive.", "Nora Crane, chief executive, spoke."),
    ("Boats lay off Quorrin.", "Nobody in Quorin had heard a bell."),
    ("The boats of Corrandia lay there.", "Many Corrandians had heard a bell.")])
def test_offices_and_names_of_two_do_not(texts):
    assert told(*texts) == {}


WIRE = ("Ellby sold its lock on Friday, the Harbour Board said. “I never asked for more than a fair count, and I do "
        "not accept that this was one,” said Ann Lund of the dockers. Boats had waited at the lock since noon for a "
        "pilot. The Board will close the lock in May, and no ship above ninety feet will pass it until it is mended.")


def test_a_text_that_ends_before_the_altered_words_alters_nothing():
    cut = "Ann Lund sat in a boat. “I never asked for more than a fair count,” she said, and went home by tram."
    other = ("Ann Lund stood in the rain. “I never asked for more than a fair count, and I do not accept that this was "
             "one,” she said.")
    event = event_of(WIRE, WIRE.replace("do not accept", "do accept"), other, cut)
    said = [claim for claim in event.findings["claim"] if "alters" in claim or "differs by" in claim]
    assert said and all("tern" not in claim and "2 of 4 outlets, “… do accept" not in claim for claim in said)
    assert said[0].startswith("heron alters a remark of Ann Lund")


def test_what_a_copy_adds_is_not_said_to_stand_in_the_other():
    event = event_of(WIRE, WIRE.replace("said Ann Lund of the dockers", "said Ann Lund, the dockers' stubborn baron"))
    said = [claim for claim in event.findings["claim"] if "versions of one story" in claim]
    assert said and "100 %" not in said[0] and said[0].endswith("in edited ones.")


@pytest.mark.parametrize(("text", "who"), [
    ("Open Hands, the fund that owns a share of Lund, did not respond to an inquiry. Ann Lund lives there.", False),
    ("Ann Lund, the mayor of Ellby, did not respond to questions.", True)])
def test_who_gave_no_answer(text, who):
    event = event_of("“The lock was never safe in a flood,” said Ann Lund. She left.", text)
    assert any("Lund “did not respond" in claim for claim in event.findings["claim"]) == who


@pytest.mark.parametrize(("text", "said"), [
    ("Ann Lund had called the lock “the worst of all the locks in Ellby” in a letter to members.", False),
    ("Ann Lund called the lock “the worst of all the locks in Ellby”.", True)])
def test_a_quote_of_an_earlier_day_is_no_answer(text, said):
    event = event_of(text, "Ann Lund could not be reached. The lock in Ellby was sold.")
    assert any("could not be reached" in claim for claim in event.findings["claim"]) == said
