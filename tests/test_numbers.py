"""Every number of a finding stands in the outputs of the notebook that it names: one question, one room, one number."""

import re
from html import unescape
from pathlib import Path

import nbformat
import pytest

from analysis.answers import list_answers

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
QUOTED = re.compile(r"“[^”]*”")


@pytest.fixture(scope="module")
def findings(seeds):
    return seeds.findings


def read_outputs(name, leave_out):
    """Return the numbers in the text outputs of a notebook as they stand there, the sentences `leave_out` left out."""
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    texts = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            page = re.sub(r"<[^>]+>", " ", data.get("text/html", ""))
            texts += [output.get("text", ""), data.get("text/plain", ""), page]
    text = " ".join(unescape(" ".join(texts)).split())
    for sentence in leave_out:
        text = text.replace(sentence, " ").replace(sentence.removesuffix("."), " ")
    return set(NUMBER.findall(text))


def list_forms(number):
    """Return how a number of a sentence may stand in a table: 1,204 as 1204, 28 % as 0.28 or 28."""
    plain = number.replace(",", "")
    forms = {number, plain, f"{plain}.0"}
    if plain.isdigit() and int(plain) <= 100:
        forms |= {f"{int(plain) / 100:.2f}", f"{int(plain) / 100:g}", f"{int(plain) / 100:.1f}"}
    return forms


@pytest.mark.parametrize("answer", list_answers(), ids=lambda answer: answer.name)
def test_an_answer_names_a_notebook_that_there_is(answer):
    assert (NOTEBOOKS / f"{answer.notebook}.ipynb").is_file()


def test_every_number_of_every_finding_stands_in_its_notebook(findings):
    missing = []
    for notebook, rows in findings.groupby("notebook"):
        shown = read_outputs(notebook, findings["claim"])
        for claim in rows["claim"]:
            missing += [f"{notebook} lacks {number} of: {claim}" for number in NUMBER.findall(QUOTED.sub("", claim))
                        if not any(any(form == there or there.startswith(f"{form}.") or there.rstrip("0") == form
                                       for there in shown) for form in list_forms(number))]
    assert not missing, "\n".join(missing)
