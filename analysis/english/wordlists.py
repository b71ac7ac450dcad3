"""The word lists of lists/*.csv, as sets, as {word: what it is}, and as groups of words; each file is read once."""

import csv
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files


@lru_cache
def read_list(name: str) -> dict[str, list[str]]:
    """Return the word list `analysis/english/lists/<name>.csv` as {column: its texts}.

    Lines that start with # say where the list comes from.  No DataFrame: pandas takes six times as long to read one,
    and a start reads dozens of them.
    """
    with files("analysis.english").joinpath("lists", f"{name}.csv").open(encoding="utf-8") as file:
        head, *rows = csv.reader(line for line in file if not line.startswith("#"))
    return dict(zip(head, map(list, zip(*rows, strict=True)), strict=True))


def list_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a word list, {column: text} each."""
    table = read_list(name)
    return [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]


@lru_cache
def listed(name: str, column: str | None = None, **only: str) -> frozenset[str]:
    """Return the words of a list as it writes them: its first column or `column`, of the rows where `only` holds.

    listed("works"), listed("institutions", kind="document").
    """
    words = read_list(name)[column] if column else next(iter(read_list(name).values()))
    if not only:
        return frozenset(words)
    rows = list_rows(name)
    return frozenset(word for word, row in zip(words, rows, strict=True) if only.items() <= row.items())


@lru_cache
def mapped(name: str, key: str, value: str) -> dict[str, str]:
    """Return {word of the column `key`: what the list says in the column `value`}, words without it left out."""
    table = read_list(name)
    return {word: said for word, said in zip(table[key], table[value], strict=True) if said}


@lru_cache
def groups_of(name: str) -> dict[str, frozenset[int]]:
    """Return {word: numbers of its rows} of a list whose rows are groups of words, parted by | in the last column."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(list(read_list(name).values())[-1]):
        for word in row.split("|"):
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def share_group(name: str, one: str, other: str) -> bool:
    """Tell whether two words stand in one group of such a list: Bob and Robert in nicknames."""
    groups = groups_of(name)
    return one in groups and other in groups and not groups[one].isdisjoint(groups[other])
