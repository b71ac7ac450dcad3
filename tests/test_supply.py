"""What this is built on: locked by version and hash, installed from one list, under licences that bind nobody."""

import csv
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from analysis.pages.agreement import _alpha

ROOT = Path(__file__).resolve().parent.parent
LISTS = ("requirements.txt", ".ci/tests.txt", ".ci/archive.txt", ".ci/tools.txt")
# Licences that let this project be given on under any of its own; the words in which packages declare them.
PERMISSIVE = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|HPND|Unlicense|Zlib|CC0", re.IGNORECASE)
EXCEPTIONS = {  # of other licences, why it may be used
    "certifi": "MPL-2.0: a file of certificates that is used as it is",
    "fqdn": "MPL-2.0: used as it is, by the server of JupyterLab",
    "hypothesis": "MPL-2.0: a tool of the tests, not part of what is given on",
    "pathspec": "MPL-2.0: used as it is, by a tool of the checks",
    "tld": "MPL-1.1 or GPL or LGPL, at choice: MPL, used as it is",
    "tqdm": "MPL-2.0 and MIT: used as it is",
    "locate": "says Other/Proprietary and ships the text of the MIT licence",
}


def read_pins(name):
    """Return {package: line} of a list of requirements, without hashes."""
    lines = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    lines = [line.split(" --hash")[0].strip() for line in lines if line and line[0] not in "#-"]
    return {line.split("==")[0].split(" ")[0]: line for line in lines}


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_list_is_pinned_under_the_same_constraints():
    constraints = read_pins(".ci/constraints.txt")
    direct = {}
    for name in LISTS:
        first = (ROOT / name).read_text(encoding="utf-8").splitlines()[0]
        assert first == ("-c .ci/constraints.txt" if name == "requirements.txt" else "-c constraints.txt")
        assert direct.keys() & read_pins(name).keys() == set()
        direct |= read_pins(name)
    assert direct.keys() & constraints.keys() == set()
    assert [line for line in [*direct.values(), *constraints.values()]
            if not re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", line)] == []
    assert {normal(name) for name in read_pins(".ci/lock.txt")} == {normal(name) for name in direct | constraints}


def test_the_lock_holds_the_same_versions_with_their_hashes():
    locked = read_pins(".ci/lock.txt")
    for name in (*LISTS, ".ci/constraints.txt"):
        assert {package: locked.get(package) for package in read_pins(name)} == read_pins(name)
    blocks = (ROOT / ".ci/lock.txt").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    assert all(re.search(r" --hash=sha256:[0-9a-f]{64}", block) for block in blocks if block)


def test_tools_of_the_tests_are_not_installed_for_readers():
    assert {"pytest", "pytest-xdist", "hypothesis", "playwright"}.isdisjoint(read_pins("requirements.txt"))
    assert "nbval" in read_pins("requirements.txt")


def test_the_checks_install_by_hash_and_run_the_command_of_the_readme():
    run = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "--require-hashes -r .ci/lock.txt" in run
    assert all("--require-hashes" in line for line in run.splitlines() if "pip install" in line)
    command = re.search(r"^command=\$\(grep -E '(.*)' README\.md\)$", run, re.MULTILINE)[1]
    assert len(re.findall(command, (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)) == 1
    assert 'bash -c "$command"' in run
    for path in sorted((ROOT / ".github").rglob("*.yml")):
        for used in re.findall(r"uses: *(\S+)(.*)", path.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", used[0]) and re.search(r"# v\d", used[1])


def test_licences_are_listed_as_the_command_lists_them():
    listed = {row["package"]: row for row in csv.DictReader((ROOT / ".ci/licences.csv").open(encoding="utf-8"))}
    assert listed.keys() == read_pins(".ci/lock.txt").keys()
    words = [sys.executable, ROOT / ".ci/licences", "--print"]
    made = subprocess.run(words, capture_output=True, text=True, check=True)
    for row in csv.DictReader(made.stdout.splitlines()):
        try:
            installed = version(row["package"]) == row["version"]
        except PackageNotFoundError:
            continue
        assert not installed or listed[row["package"]] == row


@pytest.mark.parametrize("row", list(csv.DictReader((ROOT / ".ci/licences.csv").open(encoding="utf-8"))),
                         ids=lambda row: row["package"])
def test_no_licence_binds_what_is_built_on_it(row):
    copyleft = re.search(r"(?<!L)GPL|Affero|Proprietary|MPL|LGPL", row["licence"])
    assert row["package"] in EXCEPTIONS or (PERMISSIVE.search(row["licence"]) and not copyleft), row


# Worked examples of Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", sections A, B and C.
TWO_OBSERVERS_BINARY = ("0100000010", "1110010000")
TWO_OBSERVERS_NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR_OBSERVERS_WITH_GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


@pytest.mark.parametrize(("observers", "alpha"), [
    (TWO_OBSERVERS_BINARY, 0.095), (TWO_OBSERVERS_NOMINAL, 0.692), (FOUR_OBSERVERS_WITH_GAPS, 0.743),
])
def test_alpha_of_the_published_examples(observers, alpha):
    units = [[answer for answer in unit if answer != "."] for unit in zip(*observers, strict=True)]
    assert _alpha([unit for unit in units if len(unit) > 1]) == (pytest.approx(alpha, abs=0.0005), "")
