"""Coding by people: blind, shuffled sheets of items, quotes and theme words go out, agreement comes in.

A sheet is a table of units; its last columns are empty, for the coder to fill.  A coder sees neither outlet
nor what the machine says.  A unit's name does not depend on the shuffle, so that sheets drawn with
different seeds can be compared.
"""

import csv
from collections import Counter
from hashlib import blake2b
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
import regex

from ..english.stems import stem, weigh_word
from ..english.words import fold, folded_words
from ..reading.files import InputError
from ..reading.sidetables import read_table
from ..tables import QUOTE_KINDS
from ..text.spans import place
from .sheets import guard_cell

# Of each sheet: what a coder answers, and the allowed answers (None: any words).
QUESTIONS = {
    "items": {"reports": ("yes", "no")},
    "quotes": {"speaker": None, "kind": QUOTE_KINDS},
    "hits": {"valid": ("yes", "no")},
}
_SHOWN = {"items": ["item", "passage"], "quotes": ["quote", "passage"], "hits": ["theme", "term", "passage"]}


def list_item_units(items, sentences, seed=0):
    """Return a unit for each reported passage, and for as many absent ones the sentence that comes nearest to the item.

    The question: does the passage report the item?  See list_units for the columns.
    """
    told = items[items["state"] == "reported"]
    lines = {name: list(zip(rows["start"], rows["end"], map(_weights, rows["text"]), strict=True))
             for name, rows in sentences[sentences["zone"] == "body"].groupby(sentences["article"].astype(str))}
    rows = [(row.article, row.start, row.end, row.label, "yes") for row in told.itertuples()]
    absent = items[(items["state"] == "absent") & items["article"].astype(str).isin(list(lines))]
    for row in absent.sample(min(len(told), len(absent)), random_state=seed).itertuples():
        wanted = _weights(row.label)
        start, end, _ = max(lines[str(row.article)], key=lambda line, wanted=wanted: _share(wanted, line[2]))
        rows.append((row.article, start, end, row.label, "no"))
    units = pd.DataFrame(rows, columns=["article", "start", "end", "item", "reports"]).astype({"article": "str"})
    return _name("items", units.drop_duplicates(["article", "start", "end", "item"]), sentences, "item")


def _weights(text):
    return {stem(word): weigh_word(word) for word in folded_words(text)}


def _share(wanted, words):
    return sum(weight for word, weight in wanted.items() if word in words)


def list_quote_units(quotes, sentences):
    """Return a unit for each quote; the questions: who speaks, and what kind of quote is it?"""
    units = quotes[["article", "start", "end", "text", "speaker", "kind"]].rename(columns={"text": "quote"})
    return _name("quotes", units.astype({"article": "str", "kind": "str"}), sentences, "quote")


def list_hit_units(hits, articles, sentences):
    """Return a unit for each hit of a theme's term; the question: does the word stand for the theme here?"""
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    units = hits[["article", "start", "end", "frame"]].rename(columns={"frame": "theme"}).astype({"article": "str"})
    spans = zip(units["article"], units["start"], units["end"], strict=True)
    units["term"] = [texts[name][start:end] for name, start, end in spans]
    return _name("hits", units.assign(valid="yes"), sentences, "theme")


def _name(sheet, units, sentences, about):
    """Return `units` with passage and unit: the sentence, a quote or term in it in [[ ]], and a name of ten letters."""
    units = units.astype({"start": "int64", "end": "int64"})
    found = place(units, sentences.assign(first=sentences["start"]), ["first", "text"]).astype({"first": "int64"})
    passages, names = [], []
    for row, first, text in zip(units.itertuples(), found["first"], found["text"], strict=True):
        before, marked = text[:row.start - first], text[row.start - first:row.end - first]
        passages.append(text if sheet == "items" else f"{before}[[{marked}]]{text[row.end - first:]}")
        key = "\n".join([sheet, row.article, str(row.start), str(row.end), getattr(row, about)])
        names.append(blake2b(key.encode(), digest_size=5).hexdigest())
    return units.assign(passage=passages, unit=names).reset_index(drop=True)


def draw_sheet(sheet, units, articles, size=None, seed=0):
    """Return a blind sheet of up to `size` of the `units`, shuffled by `seed`: unit, what is shown, the empty answers.

    The names of the outlets are masked in what is shown.
    """
    chosen = units.sort_values("unit").sample(min(size or len(units), len(units)), random_state=seed)
    outlets = sorted({name for name in articles["outlet"].dropna() if name}, key=lambda name: (-len(name), name))
    named = regex.compile(r"(?<!\p{L})\L<names>(?!\p{L})", names=outlets, flags=regex.IGNORECASE) if outlets else None
    blind = chosen[["unit", *_SHOWN[sheet]]].reset_index(drop=True)
    for column in _SHOWN[sheet] if named else []:
        blind[column] = [named.sub("[outlet]", text) for text in blind[column]]
    return blind.assign(**dict.fromkeys(QUESTIONS[sheet], ""))


def write_sheet(sheet, path):
    """Write a sheet as CSV (UTF-8 with signature, for spreadsheets); cells that a spreadsheet would run get a '."""
    with Path(path).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(sheet.columns)
        writer.writerows([[guard_cell(str(cell)) for cell in row] for row in sheet.itertuples(index=False)])


def read_sheet(sheet, path, units):
    """Return the answers in a filled sheet: unit and the sheet's questions, missing where a cell is empty.

    Raises InputError naming file and row for a unit that is none of `units`, a unit twice, or an answer that is
    not allowed.
    """
    path = Path(path)
    table = read_table(path, ["unit", *_SHOWN[sheet], *QUESTIONS[sheet]], ["unit"])
    known, seen = set(units["unit"]), set()
    for row, unit in table["unit"].items():
        if unit not in known:
            raise InputError(f"{path.name} row {row}: there is no unit {unit} among the {sheet}")
        if unit in seen:
            raise InputError(f"{path.name} row {row}: the unit {unit} stands twice")
        seen.add(unit)
    for question, allowed in QUESTIONS[sheet].items():
        table[question] = table[question].str.removeprefix("'").str.strip()
        if allowed:
            table[question] = table[question].str.lower()
            for row, answer in table[question].dropna().items():
                if answer not in allowed:
                    raise InputError(f'{path.name} row {row}: {question} "{answer}" is not one of {", ".join(allowed)}')
    return table[["unit", *QUESTIONS[sheet]]].reset_index(drop=True)


def measure_agreement(sheet, answers, units):
    """Return how far the coders agree, a row a question: sheet, question, coders, n, alpha, same, machine, note.

    `answers` is a list of what read_sheet returns, one for each coder.  n is the number of units that two or more
    coded; alpha is Krippendorff's, nominal, of the coders alone; same is the share of the n on which all
    agree; machine the share of the units with a majority on which the machine says what it says.  Where
    alpha can't be worked out it is missing and note says why.
    """
    rows = []
    for question in QUESTIONS[sheet]:
        coded = pd.DataFrame({number: frame.set_index("unit")[question].map(_fold_answer, na_action="ignore")
                              for number, frame in enumerate(answers)}).reindex(units["unit"])
        machine = dict(zip(units["unit"], units[question].map(_fold_answer, na_action="ignore"), strict=True))
        given = [[answer for answer in row if isinstance(answer, str)] for row in coded.itertuples(index=False)]
        twice = [row for row in given if len(row) > 1]
        majority = {unit: _majority(row) for unit, row in zip(coded.index, given, strict=True)}
        decided = [machine[unit] == answer for unit, answer in majority.items() if answer is not None]
        alpha, note = _alpha(twice)
        rows.append((sheet, question, len(answers), len(twice), alpha,
                     np.mean([len(set(row)) == 1 for row in twice]) if twice else np.nan,
                     np.mean(decided) if decided else np.nan, note))
    return pd.DataFrame(rows, columns=["sheet", "question", "coders", "n", "alpha", "same", "machine", "note"])


def _fold_answer(answer):
    return " ".join(map(fold, str(answer).split()))


def _majority(answers):
    """Return the answer that most give, None where none leads."""
    ranked = Counter(answers).most_common(2)
    return ranked[0][0] if len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1]) else None


def _alpha(rows):
    """Return (Krippendorff's alpha or NaN, why it is missing); `rows` are the answers on each unit, two or more."""
    values = sorted({answer for row in rows for answer in row})
    if not rows:
        return np.nan, "no unit was coded by two"
    if len(values) < 2:
        return np.nan, "every answer is the same: alpha is not defined"
    counts = np.array([[row.count(value) for value in values] for row in rows])
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")), ""
