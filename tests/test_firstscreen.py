"""The first screen: what it says of an event, in words that hold."""

import pandas as pd
import pytest

from analysis import Event
from analysis.pages.firstscreen import _choose_voices, describe_event, fill_first_screen, find_title, list_headlines

FULL = """The mill in Ellby burned down on Monday night, and two people died in the fire.
Nobody knows why the alarm of the mill did not ring before midnight, the fire chief said.
“We lost everything that we had built,” said Ann Bellamy, the owner of the mill.
The company had been told of faulty cables in the spring, and had repaired none of them."""
CUT = "\n".join(FULL.split("\n")[:3])
OTHER = """Three people died when a mill at Ellby caught fire, the sheriff of Norhaven told reporters.
Neighbours carried water from the river until the morning came, and then went home."""


def make(*texts, headlines=None, published=None, credit=None):
    number = len(texts)
    return Event.from_articles(pd.DataFrame({
        "article": [f"a{place}" for place in range(number)], "outlet": [f"Outlet {place}" for place in range(number)],
        "text": [f"{line}\n{text}" if line else text for line, text in zip(headlines or [None] * number, texts,
                                                                          strict=True)],
        "headline": headlines or [pd.NA] * number, "published": published or [pd.NA] * number,
        "credit": credit or [pd.NA] * number}))


@pytest.mark.parametrize(("published", "told"), [
    (["2025-10-14", "2025-10-14T08:00Z", "2025-10-14"], "14 October 2025"),
    (["2025-10-14", "2025-10-17", None], "14 to 17 October 2025"),
    (["2025-09-30", "2025-10-02", None], "30 September to 2 October 2025"),
    (["2024-12-31", "2025-01-01", "soon"], "31 December 2024 to 1 January 2025"),
    ([None, None, None], None),
])
def test_the_line_says_when_and_how_many_are_one(published, told):
    line = describe_event(make(FULL, CUT, OTHER, published=published, credit=["Northwire", "Northwire", None]))
    assert line == " · ".join(filter(None, [told, "3 texts, 2 of them versions of one Northwire story"]))


@pytest.mark.parametrize(("texts", "line"), [
    ((FULL,), "1 text"), ((FULL, OTHER), "2 texts, none a copy of another"),
    ((FULL, FULL), "2 texts, both versions of one story"), ((FULL, FULL, FULL), "3 texts, all versions of one story")])
def test_the_line_of_few_texts(texts, line):
    assert describe_event(make(*texts)) == line


def test_the_title_is_the_headline_that_the_others_share_most_with():
    headlines = ["Sale of the week", "Two dead in Ellby mill fire", "Ellby mill fire kills two of its workers"]
    assert find_title(make(FULL, CUT, OTHER, headlines=headlines)) == "Two dead in Ellby mill fire"
    assert find_title(make(FULL, OTHER)) == "One event in 2 texts"


BURNT = "The pier at Ellby burnt on Monday. The fire killed %s people, police said. The mayor spoke.\n"


@pytest.mark.parametrize(("headlines", "title"), [
    (["Seven dead in Ellby pier fire", "Six dead in Ellby pier fire", "Fire destroys the pier at Ellby"],
     "Fire destroys the pier at Ellby"),
    (["Ellby pier burns", "Mayor: Ellby pier ‘will be rebuilt’", "Why Ellby has no pier"], "Ellby pier burns"),
    (["Ellby pier burns", "Mayor of Ellby: We will rebuild the pier", "A fire on the coast"], "Ellby pier burns"),
    (["Seven die as Ellby pier burns", "Fire on the coast", "Pier of Ellby burns"], "Pier of Ellby burns"),
    (["Pier fire kills seven", "Pier fire kills six", "Pier fire: nine dead"], "One event in 3 texts"),
])
def test_the_title_holds_nothing_that_another_text_contradicts(headlines, title):
    texts = [f"{line}\n\n{BURNT % number}" for line, number in zip(headlines, ("seven", "six", "nine"), strict=True)]
    assert find_title(make(*texts, headlines=headlines)) == title


def test_own_and_shared_words_add_up_and_copies_stand_together():
    event = make(OTHER, FULL, CUT)
    rows = list_headlines(event)
    assert [row["article"] for row in rows] == ["a1", "a2", "a0"]
    assert [row["joined"] for row in rows] == [True, True, False]
    longest = max(row["words"] for row in rows)
    assert all(abs(row["shared"] + row["own"] - 100 * row["words"] / longest) < 1e-6 for row in rows)
    assert rows[1]["told"].startswith("all shared") and rows[2]["told"] == "all its own"
    assert not rows[0]["known"] and rows[0]["headline"].startswith("The mill in Ellby")


def test_many_texts_are_shown_by_their_fullest_version():
    screen = fill_first_screen(make(*[FULL, CUT] * 6, OTHER))
    assert [row["article"] for row in screen["headlines"]] == ["a0", "a12"]
    assert screen["headlines"][0]["told"] == "with 11 other versions" and len(screen["more"]) == 11
    assert len(screen["hearing"]["rows"]) == 2


@pytest.mark.parametrize("texts", [("",), ("It rained.",), ("", ""), ("外務省は木曜日、会談が続いたと発表した。", "x")])
def test_small_and_strange_texts_have_a_first_screen(texts):
    screen = fill_first_screen(make(*texts))
    assert len(screen["headlines"]) == len(texts) and screen["differences"] == []


def test_never_named_is_said_by_the_laxest_measure():
    named = "“We lost it all,” said Ann Bellamy. Officials and Tom Hale of the union spoke of a fault."
    spelt = "The mill burned, and Belamy was there. “It was a fault,” officials said. “Quite,” said Tom Hale."
    none = "The mill burned. “It was a fault,” said Tom Hale."
    people = pd.DataFrame({"name": ["Ann Bellamy", "Tom Hale"], "side": ["owners", "union"]})
    articles = pd.DataFrame({"article": list("abc"), "outlet": list("ABC"), "text": [named, spelt, none]})
    event = Event.from_articles(articles, people=people)
    hearing = fill_first_screen(event)["hearing"]
    signs = {row["outlet"]: dict(zip(hearing["who"], [one["sign"] for one in row["signs"]], strict=True))
             for row in hearing["rows"]}
    assert [signs[outlet]["owners"] for outlet in "ABC"] == ["●", "?", "○"]
    assert signs["C"]["union"] == "●"


QUOTED = "“We lost it all that night,” said Ann Bellamy, the owner.\nThe mill is gone."


@pytest.mark.parametrize(("text", "sign"), [
    ("Ann Bellamy ran the mill. “It was a fault,” said Tom Hale.", "·"),
    ("Ann Bellamy ran the mill. Residents said it was a fault. “It was old,” said Tom Hale.", "·"),
    ("Ann Bellamy ran the mill. Tom Hale was there. He said it was a fault.", "·"),
    ("“It was a fault,” said Tom Hale.", "○"),
    ("Ann Bellamy ran the mill. “It was a fault,” said one of the owners.", "?"),
    ("Ann Bellamy ran the mill with Tom Hale. The disgraced miller said it was a fault.", "?"),
    ("Ann Bellamy ran the mill. It was old, a spokesman said, and will be rebuilt.", "?"),
    ("Ann Bellamy ran the mill. “It was a fault,” said Tom Hale, a lawyer for Ms Bellamy.", "?"),
    ("Ann Bellamy ran the mill. “It was a fault,” said Ann Bellamie.", "?"),
])
def test_no_words_are_told_only_where_every_remark_has_another_speaker(text, sign):
    hearing = fill_first_screen(make(QUOTED, text))["hearing"]
    signs = hearing["rows"][1]["signs"]
    assert signs[hearing["who"].index("Ann Bellamy")]["sign"] == sign
    assert {one for one, _ in hearing["key"]} == {one["sign"] for row in hearing["rows"] for one in row["signs"]}


@pytest.mark.parametrize(("said", "sign"), [
    ("Ellby’s harbour inspectors said it was a fault.", "·"),
    ("The Harbour Board said it was a fault.", "·"),
    ("Norhaven officials said it was a fault.", "?"),
    ("The president said it was a fault.", "?"),
    ("Officials said it was a fault.", "?"),
])
def test_a_side_may_not_be_heard_in_the_words_of_a_body_with_another_name(said, sign):
    people = pd.DataFrame({"name": ["Norhaven", "Ellby"], "side": ["Norhaven", "Ellby"]})
    texts = ["“We lost it all that night,” Norhaven said. It rained in Ellby.", f"Norhaven lost its mill. {said}"]
    articles = pd.DataFrame({"article": ["a", "b"], "outlet": ["A", "B"], "text": texts})
    hearing = fill_first_screen(Event.from_articles(articles, people=people))["hearing"]
    assert hearing["rows"][1]["signs"][hearing["who"].index("Norhaven")]["sign"] == sign


def test_a_name_spelt_like_another_is_no_naming():
    texts = ["“We lost it all that night,” said Kevin Moss, the owner.\nThe mill is gone.",
             "Neighbours carried water. “The wall fell on us,” said Anna Levin.", "It was cold in Ellby."]
    assert fill_first_screen(make(*texts))["absences"] == []


def test_who_is_heard_are_those_named_beside_their_words():
    texts = ["The mayor told Ellby’s sailors that they “will never be ignored again”. “The time has come,” he said.",
             "“We lost it all,” said Ann Bellamy. The sailors were away."]
    assert fill_first_screen(make(*texts))["hearing"]["who"] == ["Ann Bellamy"]


def test_one_number_in_two_notations_is_one_value():
    lines = [f"{number} people died in the fire at the mill in Ellby on Monday.\n{more}" for number, more in (
        ("Three", "Neighbours carried water from the river until the morning came, and then they went home to bed."),
        ("3", "The owner was away at the time, as her brother told a radio station that reached him by telephone."),
        ("Four", "Nobody rang the bell, which hangs above the gate and has been out of order since spring."))]
    (row,) = fill_first_screen(make(*lines))["differences"]
    assert [(value["value"].lower(), value["outlets"]) for value in row["values"]] == [
        ("three", "Outlet 0, Outlet 1"), ("four", "Outlet 2")]


def test_what_a_text_says_of_its_kind_stands_beside_the_outlet():
    event = Event.from_articles(pd.DataFrame({"article": list("ab"), "outlet": list("AB"), "text": [FULL, OTHER],
                                              "genre": ["opinion", pd.NA]}))
    assert [row["genre"] for row in list_headlines(event)] == ["opinion", ""]


@pytest.mark.parametrize(("heard", "shown"), [
    ({"Lund": "ab", "Quill": "a", "Marsh": "a", "Finch": "c"}, ["Lund", "Finch", "Quill", "Marsh"]),
    ({"Lund": "a", "Quill": "a", "Marsh": "b"}, ["Lund", "Marsh", "Quill"]),
    ({"Lund": "abc", "Quill": "ab"}, ["Lund", "Quill"]),
    ({}, []),
])
def test_each_text_has_a_voice_among_those_shown_where_it_can(heard, shown):
    assert _choose_voices(list(heard), {who: set(texts) for who, texts in heard.items()}) == shown


@pytest.mark.parametrize(("last", "misses"), [("The baker wept.", True), ("Ann Bellamy wept.", False)])
def test_that_no_name_is_missing_is_told_only_where_none_is(last, misses):
    lines = ["The mill burned.\nAnn Bellamy came to Ellby.", "Smoke hung over Ellby.\nAnn Bellamy saw it.",
             "Rain fell in Ellby.\nAnn Bellamy slept.", f"A bell rang in Ellby.\n{last}"]
    screen = fill_first_screen(make(*lines))
    assert screen["absences"] == [] and screen["misses"] == misses
