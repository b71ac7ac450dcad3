"""How far coders agree, and how far the machine agrees with them: filled sheets come in, one row a question goes out.

"Okafor" and "Denise Okafor" are one answer: names are compared through the aliases of people.csv and of the texts,
and a name that is the end of just one longer answer stands for it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ..english.words import fold
from ..reading.files import InputError
from .coding import QUESTIONS, list_units, read_sheet, tell_sheet


def compare_sheets(event: Any, paths: Iterable[str | Path]) -> pd.DataFrame:
    """Return measure_agreement for every kind of sheet among `paths`: files, or a folder with the sheets of a coder."""
    kinds = {}
    for path in [sheet for given in paths for sheet in _open_folder(Path(given))]:
        kinds.setdefault(tell_sheet(path), []).append(path)
    aliases = list_aliases(event)
    found = []
    for sheet in [sheet for sheet in QUESTIONS if sheet in kinds]:
        units = list_units(event, sheet)
        answers = [read_sheet(sheet, path, units) for path in kinds[sheet]]
        found.append(measure_agreement(sheet, answers, units, aliases))
    return pd.concat(found, ignore_index=True)


def _open_folder(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    sheets = sorted(path.glob("*.csv"))
    if not sheets:
        raise InputError(f"there is no sheet in {path}")
    return sheets


def list_aliases(event: Any) -> dict[str, str]:
    """Return {folded form of a name: folded name}, of people.csv and of the actors that the texts introduce.

    A form of two people stands for neither.
    """
    owners = {}
    for table, column in ((event.actors, "actor"), (event.people, "name")):
        for name, aliases in zip(table[column], table["aliases"], strict=True):
            for form in [name, *(aliases.split("|") if isinstance(aliases, str) else ())]:
                owners.setdefault(_fold(form), set()).add(_fold(name))
    return {form: next(iter(names)) for form, names in owners.items() if len(names) == 1}


def measure_agreement(sheet: str, answers: Sequence[pd.DataFrame], units: pd.DataFrame,
                      aliases: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Return how far the coders agree, a row a question: sheet, question, coders, n, alpha, same, machine, note.

    `answers` is a list of what read_sheet returns, one for each coder; `aliases` is what list_aliases returns.  n is
    the number of units that two or more coded; alpha is Krippendorff's, nominal, of the coders alone; same is the
    share of the n on which all agree; machine the share of the units with a majority on which the machine says what
    it says.  Where alpha can't be worked out it is missing and note says why.
    """
    rows = []
    for question, allowed in QUESTIONS[sheet].items():
        coded = pd.DataFrame({number: frame.set_index("unit")[question].map(_fold, na_action="ignore")
                              for number, frame in enumerate(answers)}).reindex(units["unit"])
        machine = dict(zip(units["unit"], units[question].map(_fold, na_action="ignore"), strict=True))
        given = [[answer for answer in row if isinstance(answer, str)] for row in coded.itertuples(index=False)]
        if allowed is None:
            one = _unify([answer for row in [*given, machine.values()] for answer in row], aliases or {})
            given = [[one[answer] for answer in row] for row in given]
            machine = {unit: one.get(answer, answer) for unit, answer in machine.items()}
        twice = [row for row in given if len(row) > 1]
        majority = {unit: _majority(row) for unit, row in zip(coded.index, given, strict=True)}
        decided = [machine[unit] == answer for unit, answer in majority.items() if answer is not None]
        alpha, note = _alpha(twice)
        rows.append((sheet, question, len(answers), len(twice), alpha,
                     np.mean([len(set(row)) == 1 for row in twice]) if twice else np.nan,
                     np.mean(decided) if decided else np.nan, note))
    return pd.DataFrame(rows, columns=["sheet", "question", "coders", "n", "alpha", "same", "machine", "note"])


def _unify(answers, aliases):
    """Return {answer: the name it stands for}: by alias, else as the end of the one longer answer that ends so."""
    answers = sorted({answer for answer in answers if isinstance(answer, str)})
    named = {answer: aliases.get(answer, answer) for answer in answers}
    full = sorted(set(named.values()))
    ends = {name: [longer for longer in full if longer.endswith(f" {name}")] for name in full}
    return {answer: ends[name][0] if len(ends[name]) == 1 else name for answer, name in named.items()}


def _fold(answer):
    return " ".join(map(fold, str(answer).split()))


def _majority(answers):
    """Return the answer that most give, None where none leads."""
    ranked = Counter(answers).most_common(2)
    return ranked[0][0] if len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1]) else None


def _alpha(rows):
    """Return (Krippendorff's alpha or NaN, why it is missing); `rows` are the answers on each unit, two or more.

    Nominal, by coincidences: 1 - observed / expected disagreement (Krippendorff 2011, Computing Krippendorff's
    alpha-reliability, section D).
    """
    total = Counter(answer for row in rows for answer in row)
    if not rows:
        return np.nan, "no unit was coded by two"
    if len(total) < 2:
        return np.nan, "every answer is the same: alpha is not defined"
    number = total.total()
    observed = sum((len(row) ** 2 - sum(many**2 for many in Counter(row).values())) / (len(row) - 1) for row in rows)
    expected = (number**2 - sum(many**2 for many in total.values())) / (number - 1)
    return 1 - observed / expected, ""
