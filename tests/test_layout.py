"""The house keeps its shape: what lies where, what is locked, what the code may know, how notebooks are committed."""

import ast
import calendar
import csv
import re
import subprocess
import unicodedata
from collections import Counter
from itertools import chain
from pathlib import Path

import nbformat
import pytest

import analysis
from analysis.english.grammar import word_classes
from analysis.english.verbs import cue_forms
from analysis.pages.notebooks import METADATA, list_notebooks

ROOT = Path(__file__).resolve().parent.parent
TOP = {"README.md", "requirements.txt", "notebooks", "analysis", "seeds", "tests"}
ROOMS = sorted((ROOT / "analysis").rglob("*.py"))
CALENDAR = (*calendar.month_name, *calendar.day_name)
GENERAL = {  # words that lists of the world's papers, agencies and languages may hold
    "american", "arabia", "daily", "europe", "european", "federal", "fox", "mail", "news", "north", "saudi", "times",
    "turkish", "united", "washington"}


def fold(word):
    """Return `word` without accents, and small unless it is a short word in capitals."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return plain if plain.isupper() and len(plain) < 5 else plain.lower()


def words_of(text):
    return re.findall(r"[^\W\d_]{3,}", text)


def event_names():
    """Return the folded words that name something of the event: by people.csv, the outlets, or most of the articles.

    Left out: words that also stand in small letters there, given names, the calendar and `GENERAL`.
    """
    people = list(csv.DictReader((ROOT / "seeds/people.csv").open(encoding="utf-8")))
    outlets = [row["outlet"] for row in csv.DictReader((ROOT / "seeds/articles.csv").open(encoding="utf-8"))]
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    named = [name.split() for row in people for name in [row["name"], *row["aliases"].split("|")]]
    shared = Counter(word for text in texts for word in set(re.findall(r"(?<=[a-z,] )[^\W\d_]{3,}", text)))
    names = {word for word in words_of(" ".join(chain.from_iterable(named))) if word[0].isupper()}
    names |= {word for word, count in shared.items() if word[0].isupper() and count > len(texts) / 2}
    names |= set(words_of(" ".join(outlets)))
    given = {name[0] for name in named if len(name) == 2 and name[1:] in named}
    common = {word for word in words_of(" ".join([*texts, *(row["role"] for row in people)])) if word.islower()}
    return {fold(word) for word in names} - {fold(word) for word in chain(given, common, CALENDAR)} - GENERAL


def test_top_level_holds_only_what_was_agreed():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert {name.split("/")[0] for name in listed.stdout.split("\0") if name and not name.startswith(".")} == TOP


def test_the_event_has_names_to_look_for():
    assert {"istanbul", "moscow", "RTE", "hurriyet", "kremlin"} <= event_names()


@pytest.mark.parametrize("path", [path for path in sorted((ROOT / "analysis").rglob("*")) if path.is_file()
                                  and path.suffix != ".pyc"], ids=lambda path: path.name)
def test_analysis_knows_no_name_of_the_event(path):
    text = path.read_text(encoding="utf-8")
    assert {fold(word) for word in words_of(text.replace("_", " "))} & event_names() == set()


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: path.name)
def test_a_room_stays_one_room(path):
    text = path.read_text(encoding="utf-8")
    functions = [node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert len(text.splitlines()) <= 350
    assert path.stem not in functions


def test_every_public_name_is_there():
    assert all(getattr(analysis, name) is not None for name in analysis.__all__)
    with pytest.raises(AttributeError, match="no attribute 'find_nothing'"):
        analysis.find_nothing  # noqa: B018


def test_the_readme_has_two_commands_that_are_complete_by_themselves():
    commands = re.findall(r"^python3 -m venv .*", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    (one, _, first), (two, _, second) = (command.rpartition(" && .venv/bin/python -m ") for command in commands)
    assert (first, second) == ("analysis", "pytest")
    assert one.count("-r requirements.txt") == two.count("-r requirements.txt -r .ci/tests.txt") == 1
    assert two.replace(" -r .ci/tests.txt", "") == one


def test_every_notebook_is_found():
    assert list_notebooks() == sorted((ROOT / "notebooks").glob("*.ipynb")) != []


@pytest.mark.parametrize("path", list_notebooks(), ids=lambda path: path.name)
def test_a_notebook_is_committed_as_one_clean_run(path):
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    outputs = [output for cell in code for output in cell.outputs]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []
    assert code[0].source.startswith('import sys; sys.path.insert(0, "..")')
    assert (code[1].source, code[1].metadata.get("tags")) == ("folder = SEEDS", ["parameters"])
    assert notebook.metadata == METADATA
    assert max(len(cell.source.splitlines()) for cell in code) <= 12


def list_english(path):
    """Return the names under which a module lists, at its head, twelve words or more that are nearly all English's."""
    known, found = set(word_classes()) | set(cue_forms()), []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        for part in ast.walk(node) if isinstance(node, ast.Assign) else ():
            words = []
            match part:
                case ast.Set(elts=cells) | ast.List(elts=cells) | ast.Tuple(elts=cells):
                    words = [one.value for one in cells if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
                    words = text.split()
            if len(words) > 11 and sum(word in known for word in words) > 0.75 * len(words):
                found.append(ast.unparse(node.targets[0]))
    return found


@pytest.mark.parametrize("path", [path for path in ROOMS if path.parent.name != "english"], ids=lambda path: path.name)
def test_function_words_and_verbs_of_saying_are_listed_in_english_alone(path):
    assert list_english(path) == []


def test_a_list_of_function_words_or_verbs_of_saying_is_found(tmp_path):
    assert "LINKING" in list_english(ROOT / "analysis/english/grammar.py")
    (tmp_path / "room.py").write_text(
        'SAID = "said told says tells claimed insisted admitted stressed warned argued noted added".split()\n'
        'BOATS = set("ferry tug barge yacht dinghy canoe kayak punt raft cutter sloop ketch".split())\n'
    )
    assert list_english(tmp_path / "room.py") == ["SAID"]
