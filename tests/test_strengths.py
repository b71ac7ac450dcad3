"""Findings are ranked by one table, whose order an editor can read from top to bottom."""

from pathlib import Path

import pytest
import regex

import analysis.answers
from analysis.answers.differences import GRAVITY
from analysis.answers.writing.strengths import ORDER, weigh

KINDS = [row.kind for row in ORDER]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(analysis.answers.__file__).parent.glob("*.py"))


def test_the_order_is_from_strong_to_weak_and_each_kind_gives_its_reason():
    assert [row.least for row in ORDER] == sorted((row.least for row in ORDER), reverse=True)
    assert all(0 < row.least <= row.most <= 1 and row.why for row in ORDER)
    assert len(KINDS) == len(set(KINDS))


def test_every_kind_is_said_somewhere_and_every_strength_comes_from_the_table():
    told = {kind for call in regex.findall(r"weigh\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", CODE)
            for kind in regex.findall(r'"([\w ,\']+)"', call)}
    spoken = told | {rule.name for rule in GRAVITY} | {"spelling"}
    assert set(KINDS) <= spoken


@pytest.mark.parametrize(("kind", "amount", "share", "expected"), [
    ("altered remark", None, None, .97),
    ("deaths", None, 0, .90),
    ("deaths", None, 1, .95),
    ("quoted, never named", 40, 1, .87),
    ("quoted, never named", 400, 0, .695),
    ("remark left out", 15, None, .45),
    ("remark left out", 1000, None, .50),
])
def test_a_strength_grows_with_the_share_and_the_amount_up_to_the_most_of_its_kind(kind, amount, share, expected):
    assert weigh(kind, amount, share) == pytest.approx(expected)


def test_a_kind_that_the_table_lacks_is_an_error():
    with pytest.raises(KeyError, match="no such kind"):
        weigh("no such kind")
