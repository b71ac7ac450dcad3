"""What is known of English beyond its words: negations, plurals, verbs, groups of names, capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.english import calendar, hints, numbers
from analysis.english.grammar import is_negation, words_of
from analysis.english.lexicon import titles
from analysis.english.nouns import counts_persons, is_plural, singular
from analysis.english.numbers import find_numbers
from analysis.english.units import SPEEDS
from analysis.english.verbs import is_verb, speaking_words
from analysis.english.wordlists import groups_of, listed, mapped, share_group
from analysis.english.words import capital_words, find_capitals
from analysis.text.values import read_values


@pytest.mark.parametrize(("word", "denies"), [
    ("not", True), ("didn't", True), ("cannot", True), ("without", True), ("nobody", True),
    ("note", False), ("nor", True), ("north", False), ("notable", False)])
def test_what_denies(word, denies):
    assert is_negation(word) == denies


@pytest.mark.parametrize(("word", "one"), [
    ("ferries", "ferry"), ("classes", "class"), ("class", "class"), ("children", "child"), ("people", "person"),
    ("politics", "politics"), ("news", "news"), ("bus", "bus"), ("police", "police"), ("marshes", "marsh"),
    ("memos", "memo"), ("women", "woman"), ("crisis", "crisis"), ("parties", "party")])
def test_a_noun_has_one_singular(word, one):
    assert singular(word) == one


@pytest.mark.parametrize(("word", "plural"), [("divers", True), ("bath's", False), ("press", False), ("gas", False)])
def test_what_looks_like_a_plural(word, plural):
    assert is_plural(word) == plural


@pytest.mark.parametrize(("word", "counts"), [
    ("miners", True), ("weavers", True), ("ministers", True), ("people", True), ("teams", False), ("boats", False)])
def test_nouns_that_count_persons(word, counts):
    assert counts_persons(word) == counts


@pytest.mark.parametrize(("word", "tells"), [
    ("closed", True), ("sank", True), ("sued", True), ("seed", False), ("said", False), ("was", False), ("held", True),
    ("bath", False)])
def test_verbs_that_tell_an_act(word, tells):
    assert is_verb(word) == tells


def test_words_that_make_a_day_that_of_speaking():
    assert {"said", "insists", "statement"} <= speaking_words()
    assert {"began", "ruled", "reports"}.isdisjoint(speaking_words())


def test_lists_are_read_as_sets_as_maps_and_as_groups():
    assert {"ministry", "lawsuit"} <= listed("institutions")
    assert "ministry" not in listed("institutions", kind="document")
    assert mapped("offices", "word", "sex")["spokeswoman"] == "f"
    assert "president" not in mapped("offices", "word", "sex")  # the list leaves it open
    assert groups_of("nicknames")["bob"] == groups_of("nicknames")["robert"]
    assert share_group("nicknames", "bob", "robert")
    assert not share_group("nicknames", "bob", "william")
    assert not share_group("nicknames", "nobody", "nobody")
    assert "although" in words_of("subordinator")


def test_words_with_a_capital():
    text = "The Norhaven-Ellby ferry’s Crane’s boat, U.S. built"
    assert find_capitals(text) == ((0, "the"), (4, "norhaven-ellby"), (27, "crane"), (41, "us"))
    assert capital_words(text) == {"the", "norhaven-ellby", "norhaven", "ellby", "crane", "us"}


def test_every_unit_in_which_a_speed_is_read_is_known_as_one():
    assert {read_values(f"It did 70 {unit}.")[0].unit for unit in ("mph", "km/h", "knots")} <= SPEEDS


def test_a_title_before_a_name_counts_without_accents_and_stops():
    assert {"sen", "senator", "senora", "attache"} <= titles()


TOLD = st.lists(st.sampled_from([
    "one", "twenty", "half", "a", "dozen", "hundreds", "third", "thirds", "first", "3rd", "aged", "5", "42", ", 42,",
    "(7)", "134-63", "to", "against", "for", "years", "year-old", "boy", "of", "was", "is", "noon", "at", "5:30",
    "p.m.", "pm", "o'clock", "sharp", "past", "quarter", "May", "may", "Sept.", "2019", "Monday", "Mondays", "last",
    "week", "ago", "this", "night", "today", "$5", "million", "percent", "score", "zero", "and", "boats", "ferry.",
    "the boats that ran between the two ends of the long grey harbour wall",
]), max_size=9).map(" ".join)


@given(TOLD)
def test_no_number_day_or_time_is_lost_where_words_tell_that_there_is_none(text):
    found = find_numbers(text), calendar._list_day_names(text), calendar.find_clock_times(text)
    with pytest.MonkeyPatch.context() as patch:
        for room in (numbers, calendar):
            patch.setattr(room, "read_hints", lambda text: -1)
        patch.setattr(calendar, "_list_places", lambda text: [(0, len(text))])
        assert found == (find_numbers(text), calendar._list_day_names(text), calendar.find_clock_times(text))


@pytest.mark.parametrize(("text", "hint", "held"), [
    ("noontide", hints.NOON, False), ("by noon.", hints.NOON, True), ("since 1984", hints.DIGIT, True),
    ("with a cat", hints.CARDINAL, False), ("twenty-one cats", hints.CARDINAL, True), ("70mph", hints.DIGIT, True),
    ("two-thirds", hints.LONE, True), ("Ground Zero, with", hints.CARDINAL, False), ("", -1, False),
])
def test_what_a_text_may_hold_by_its_words(text, hint, held):
    assert bool(hints.read_hints(text) & hint) is held


@pytest.mark.parametrize("text", ["The Ground Zero café closed.", "The Ground Zero café will stay with the city."])
def test_a_lone_zero_is_no_value_whatever_other_words_stand_beside_it(text):
    assert not read_values(text)
