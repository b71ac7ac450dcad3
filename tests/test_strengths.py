"""Findings are ranked by one table, whose order an editor can read from top to bottom."""

import ast
from pathlib import Path

import pytest

import analysis.answers
from analysis.answers.writing.gravity import GRAVITY
from analysis.answers.writing.strengths import ORDER, weigh

KINDS = [row.kind for row in ORDER]
CALLS = [call for path in sorted(Path(analysis.answers.__file__).parent.rglob("*.py"))
         for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
         if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)]


def test_the_order_is_from_strong_to_weak_and_each_kind_gives_its_reason():
    assert [row.least for row in ORDER] == sorted((row.least for row in ORDER), reverse=True)
    assert all(0 < row.least <= row.most <= 1 and row.why for row in ORDER)
    assert len(KINDS) == len(set(KINDS))


def test_every_kind_is_said_somewhere_and_every_strength_comes_from_the_table():
    told = {part.value for call in CALLS if call.func.id == "weigh" for part in ast.walk(call.args[0])
            if isinstance(part, ast.Constant)}
    assert set(KINDS) <= told | {rule.name for rule in GRAVITY} | {"spelling"}
    strengths = [call.args[3] for call in CALLS if call.func.id == "find"]
    assert strengths and all(isinstance(made, ast.Call) and made.func.id == "weigh" for made in strengths)


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
