import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.alignment import align, count_kept


@pytest.mark.parametrize(
    ("words", "others", "steps"),
    [
        ("the old pier", "the old pier", [("equal", "the old pier", "the old pier")]),
        ("will not sell", "will sell", [("equal", "will", "will"), ("delete", "not", ""), ("equal", "sell", "sell")]),
        ("four men", "five men", [("replace", "four", "five"), ("equal", "men", "men")]),
        ("a b", "c d e", [("replace", "a b", "c d e")]),
        ("sail home", "sail safely home again", [("equal", "sail", "sail"), ("insert", "", "safely"),
                                                 ("equal", "home", "home"), ("insert", "", "again")]),
        ("", "", []),
        ("", "a", [("insert", "", "a")]),
    ],
)
def test_words_stay_go_come_or_give_place(words, others, steps):
    words, others = words.split(), others.split()
    assert [(step.op, " ".join(words[step.first : step.last]), " ".join(others[step.other_first : step.other_last]))
            for step in align(words, others)] == steps


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_steps_cover_both_wordings_and_never_meet_another_of_their_sort(words, others):
    steps = align(words, others)
    assert [place for step in steps for place in range(step.first, step.last)] == list(range(len(words)))
    assert [place for step in steps for place in range(step.other_first, step.other_last)] == list(range(len(others)))
    kept = [step for step in steps if step.op == "equal"]
    assert all(words[step.first : step.last] == others[step.other_first : step.other_last] for step in kept)
    assert sum(step.last - step.first for step in kept) == count_kept(words, others)
    assert all((one.op == "equal") != (two.op == "equal") for one, two in pairwise(steps))


def test_texts_without_end_are_replaced_whole():
    start = time.process_time()
    assert [step.op for step in align(["a"] * 20_000, ["b"] * 20_000)] == ["replace"]
    assert time.process_time() - start < 1
