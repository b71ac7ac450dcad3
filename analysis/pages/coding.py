"""Coding by people: blind, shuffled sheets of items, quotes and theme words go out, agreement comes in.

A sheet is a table of units; its last columns are empty, for the coder to fill.  A coder sees neither outlet
nor what the machine says.  A unit's name does not depend on the shuffle, so that sheets drawn with
different seeds can be compared.
"""

import csv
import os
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pandas as pd
import regex

from ..english.stems import stem, weigh_word
from ..english.words import folded_words
from ..reading.files import InputError
from ..reading.sidetables import read_table
from ..tables import QUOTE_KINDS, rows_of
from ..text.spans import place
from .sheets import guard_cell

# Of each sheet: what a coder answers, and the allowed answers (None: any words).
QUESTIONS: dict[str, dict[str, tuple[str, ...] | None]] = {
    "items": {"reports": ("yes", "no")},
    "quotes": {"speaker": None, "kind": QUOTE_KINDS},
    "labels": {"names": ("yes", "no")},
    "hits": {"valid": ("yes", "no")},
}
_SHOWN = {"items": ["item", "passage"], "quotes": ["quote", "passage"], "labels": ["thing", "label", "passage"],
          "hits": ["theme", "term", "passage"]}
# What stands in every row of a sheet, so that nobody codes from memory.
ASKED = {
    "items": "reports: does the passage report the item? yes or no",
    "quotes": "speaker: who says the words in [[ ]]? a name, or empty if the passage does not tell; kind: full (a"
              " sentence or more), partial (part of one), scare (marks of distance), title (a name or heading),"
              " indirect (reported without marks)",
    "labels": "names: do the words in [[ ]] stand for the thing here? yes or no",
    "hits": "valid: does the word in [[ ]] stand for the theme here? yes or no",
}


def list_item_units(items: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return a unit for each reported passage, and for as many absent ones the sentence that comes nearest to the item.

    The question: does the passage report the item?  See list_units for the columns.
    """
    told = items[items["state"] == "reported"]
    lines = {name: list(zip(rows["start"], rows["end"], map(_weights, rows["text"]), strict=True))
             for name, rows in sentences[sentences["zone"] == "body"].groupby(sentences["article"].astype(str))}
    rows = [(row.article, row.start, row.end, row.label, "yes") for row in told.itertuples()]
    absent = items[(items["state"] == "absent") & items["article"].astype(str).isin(list(lines))]
    for row in absent.sample(min(len(told), len(absent)), random_state=0).itertuples():
        wanted = _weights(row.label)
        shares = [_share(wanted, words) for _, _, words in lines[str(row.article)]]
        start, end, _ = lines[str(row.article)][shares.index(max(shares))]
        rows.append((row.article, start, end, row.label, "no"))
    units = pd.DataFrame(rows, columns=["article", "start", "end", "item", "reports"]).astype({"article": "str"})
    return _name("items", units.drop_duplicates(["article", "start", "end", "item"]), sentences, "item")


def _weights(text):
    return {stem(word): weigh_word(word) for word in folded_words(text)}


def _share(wanted, words):
    return sum(weight for word, weight in wanted.items() if word in words)


def list_quote_units(quotes: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return a unit for each quote; the questions: who speaks, and what kind of quote is it?"""
    units = quotes[["article", "start", "end", "text", "speaker", "kind"]].rename(columns={"text": "quote"})
    return _name("quotes", units.astype({"article": "str", "kind": "str"}), sentences, "quote")


def list_hit_units(hits: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return a unit for each hit of a theme's term; the question: does the word stand for the theme here?"""
    texts = dict(rows_of(articles, "article", "text"))
    units = hits[["article", "start", "end", "frame"]].rename(columns={"frame": "theme"}).astype({"article": "str"})
    spans = zip(units["article"], units["start"], units["end"], strict=True)
    units["term"] = [texts[name][start:end] for name, start, end in spans]
    return _name("hits", units.assign(valid="yes"), sentences, "theme")


def list_label_units(labels: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return a unit for each wording of a person, body or thing; the question: does it name the thing here?"""
    texts = dict(rows_of(articles, "article", "text"))
    units = labels[["article", "start", "end", "thing"]].astype({"article": "str"})
    spans = zip(units["article"], units["start"], units["end"], strict=True)
    units["label"] = [texts[name][start:end] for name, start, end in spans]
    return _name("labels", units.assign(names="yes"), sentences, "thing")


def list_units(event: Any, sheet: str) -> pd.DataFrame:
    """Return the units of the sheet `sheet` (items, quotes, labels or hits) of an event.

    Columns: article, start, end, what is shown, what the machine answers (named as the question), passage, unit.
    """
    if sheet == "items":
        return list_item_units(event.items, event.sentences)
    if sheet == "quotes":
        return list_quote_units(event.quotes, event.sentences)
    if sheet == "labels":
        return list_label_units(event.labels, event.articles, event.sentences)
    return list_hit_units(event.hits, event.articles, event.sentences)


def make_sheets(event: Any, folder: str | Path, size: int = 60, seed: int = 0) -> list[Path]:
    """Write a blind sheet of up to `size` units for each question that the event has units for; return the paths.

    Raises InputError where one of the files is there already: filled sheets are never written over.
    """
    folder = Path(folder)
    sheets = {name: units for name in QUESTIONS if len(units := list_units(event, name))}
    paths = {name: folder / f"{name}.csv" for name in sheets}
    there = [path for path in paths.values() if os.path.lexists(path)]
    if there:
        raise InputError(f"{there[0]} is there already: name a new folder for the sheets, nothing is overwritten")
    folder.mkdir(parents=True, exist_ok=True)
    for name, units in sheets.items():
        write_sheet(draw_sheet(name, units, event.articles, size, seed), paths[name])
    return list(paths.values())


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


def draw_sheet(sheet: str, units: pd.DataFrame, articles: pd.DataFrame, size: int | None = None, seed: int = 0
               ) -> pd.DataFrame:
    """Return a blind sheet of up to `size` of the `units`, shuffled by `seed`.

    Its columns: unit, what is shown, what is asked, the empty answers.

    The names of the outlets are masked in what is shown.
    """
    chosen = units.sort_values("unit").sample(min(size or len(units), len(units)), random_state=seed)
    outlets = sorted({name for name in articles["outlet"].dropna() if name}, key=lambda name: (-len(name), name))
    named = regex.compile(r"(?<!\p{L})\L<names>(?!\p{L})", names=outlets, flags=regex.IGNORECASE) if outlets else None
    blind = chosen[["unit", *_SHOWN[sheet]]].reset_index(drop=True)
    if named:
        for column in _SHOWN[sheet]:
            blind[column] = [named.sub("[outlet]", text) for text in blind[column]]
    return blind.assign(question=ASKED[sheet]).assign(**{question: "" for question in QUESTIONS[sheet]})


def write_sheet(sheet: pd.DataFrame, path: str | Path) -> None:
    """Write a sheet as CSV (UTF-8 with signature, for spreadsheets); cells that a spreadsheet would run get a '.

    Raises FileExistsError where the file is there: a coder may have filled it.
    """
    with Path(path).open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(sheet.columns)
        writer.writerows([[guard_cell(str(cell)) for cell in row] for row in sheet.itertuples(index=False)])


def tell_sheet(path: str | Path) -> str:
    """Return which sheet the file at `path` is, by the columns that its first row names; raises InputError if none."""
    path = Path(path)
    if not path.is_file():
        raise InputError(f"there is no sheet {path}")
    first = path.read_bytes()[:2000].decode("utf-8-sig", "replace").partition("\n")[0]
    header = set(regex.split(r'[,;\t"\s]+', first))
    for sheet, questions in QUESTIONS.items():
        if {"unit", *_SHOWN[sheet], *questions} <= header:
            return sheet
    raise InputError(f"{path.name}: its first row names the columns of no sheet")


def read_sheet(sheet: str, path: str | Path, units: pd.DataFrame) -> pd.DataFrame:
    """Return the answers in a filled sheet: unit and the sheet's questions, missing where a cell is empty.

    Raises InputError naming file and row for a unit that is none of `units`, a unit twice, or an answer that is
    not allowed.
    """
    path = Path(path)
    table = read_table(path, ["unit", *_SHOWN[sheet], "question", *QUESTIONS[sheet]], ["unit"])
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
