"""Folders of articles at the command line: make one to fill in, and say what was found in one.

Nothing here is rendered: `describe_folder` is the quick look before the report.
"""

import csv
import io
import shutil
from pathlib import Path
from typing import Any

import pandas as pd

from ..english.wording import count, join_names
from ..english.words import count_words, fold
from ..reading.files import InputError
from ..reading.sidetables import PEOPLE
from ..tables import ZONES
from .doubts import list_doubts, name_lacks, name_place
from .terminal import clean

EXAMPLE = Path(__file__).parents[1] / "example"


def make_folder(folder: str | Path) -> list[str]:
    """Make `folder` with a guide, example tables and two example articles, and return the names of its files.

    Raises InputError where something is there already.
    """
    folder = Path(folder)
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise InputError(f"{folder} is a file: name a new folder")
    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder} is not empty: name a new folder, nothing is overwritten")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileNotFoundError:
        raise InputError(f"{folder} can't be made: the folder that you are in is gone") from None
    names = sorted(path.name for path in EXAMPLE.iterdir() if path.is_file())
    for name in names:
        shutil.copyfile(EXAMPLE / name, folder / name)
    return names


def describe_folder(event: Any) -> str:
    """Return what was found in the folder of `event` as lines of text for a terminal, without control characters."""
    articles = event.articles
    lines = [f"{count(len(articles), 'article')}, {count(articles['words'].sum(), 'word')} in their bodies"]
    for row in articles.itertuples():
        day = row.knows_until if isinstance(row.knows_until, str) else "an unknown day"
        lines.append(f"  {row.article}: {name_place(row)}, {count(row.words, 'word')}, knows until {day}")
    lines += ["", describe_furniture(event.lines)]
    for title, found in list_doubts(articles, event._strange):
        lines.append(f"{title}: {'; '.join(found)}")
    for reason, rows in event.rejects.groupby("reason"):
        lines += [f"Not taken, {reason}:", *(f"  {detail}" for detail in rows["detail"])]
    named = set(event.mentions["actor"])
    absent = [name for name in event.people["name"] if name not in named]
    if absent:
        lines.append(f"In people.csv, and named in no article: {'; '.join(absent)}")
    lines += name_lacks(event)
    people = list_unlisted(event)
    if people:
        lines += ["", "Often quoted and not in people.csv; lines to copy there, to be read and filled in:", *people]
    return "\n".join(clean(line).replace("\n", " ") for line in lines)


def describe_furniture(lines: pd.DataFrame) -> str:
    """Return a sentence that counts what was removed from the texts, by kind and in words."""
    removed = lines[lines["text_start"].isna()]
    kinds = removed["kind"].astype(str).value_counts(sort=False)
    kinds = [count(number, kind) for kind, number in sorted(kinds.items()) if kind not in ZONES]
    words = sum(map(count_words, removed["text"]))
    return f"Removed as page furniture: {join_names(kinds)}" + (
        f" ({count(words, 'word')}); notebook 1_articles shows each" if kinds else "")


def list_unlisted(event: Any) -> list[str]:
    """Return lines for people.csv, its header first: who is quoted `often_quoted` times or more and not listed there.

    The people and bodies are those of event.actors, with the aliases, side and type that the texts give them; beside
    them whoever speaks under a name that is none of these.  The role is for the reader to fill in.
    """
    actors, quotes = event.actors, event.quotes
    listed = {fold(name) for row in event.people.itertuples()
              for name in [row.name, *(row.aliases.split("|") if isinstance(row.aliases, str) else ())]}
    known = {}
    for name, kind, side, aliases in zip(actors["actor"], actors["kind"].astype(str), actors["side"], actors["aliases"],
                                         strict=True):
        for form in aliases.split("|"):
            known.setdefault(fold(form), (name, kind, side, aliases.split("|")))
    quotes = quotes[quotes["speaker"].notna() & ~quotes["speaker_type"].isin(["office", "unnamed"])]
    often: dict[tuple, int] = {}
    for name, number in quotes["speaker"].value_counts().items():
        if fold(name) not in listed and name[:1].isupper():
            actor, kind, side, forms = known.get(fold(name), (name, "", None, []))
            aliases = "|".join(form for form in forms if form != actor and actor not in form)
            row = (actor, aliases, "", side if isinstance(side, str) else "", kind)
            often[row] = often.get(row, 0) + number
    chosen = sorted((-number, row) for row, number in often.items() if number > 1)
    sheet = io.StringIO()
    table = csv.writer(sheet, lineterminator="\n")
    table.writerow(PEOPLE)
    for number, row in chosen:
        table.writerow([*row, f"quoted {-number} times"])
    return sheet.getvalue().splitlines() if chosen else []
