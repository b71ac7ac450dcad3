"""The word lists of lists/*.csv, as sets, as {word: what it is}, and as groups of words; each file is read once."""

from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

import pandas as pd


@lru_cache
def read_list(name: str) -> pd.DataFrame:
    """Return the word list `analysis/english/lists/<name>.csv` as a DataFrame of strings.

    Lines that start with # say where the list comes from.
    """
    with files("analysis.english").joinpath("lists", f"{name}.csv").open(encoding="utf-8") as file:
        return pd.read_csv(file, comment="#", dtype=str, keep_default_na=False)


@lru_cache
def listed(name: str, column: str | None = None, **only: str) -> frozenset[str]:
    """Return the words of a list as it writes them: its first column or `column`, of the rows where `only` holds.

    listed("works"), listed("institutions", kind="document").
    """
    table = read_list(name)
    for key, value in only.items():
        table = table[table[key] == value]
    return frozenset(table[column or table.columns[0]])


@lru_cache
def mapped(name: str, key: str, value: str) -> dict[str, str]:
    """Return {word of the column `key`: what the list says in the column `value`}, words without it left out."""
    table = read_list(name)
    return {word: said for word, said in zip(table[key], table[value], strict=True) if said}


@lru_cache
def groups_of(name: str) -> dict[str, frozenset[int]]:
    """Return {word: numbers of its rows} of a list whose rows are groups of words, parted by | in the last column."""
    found: dict[str, set[int]] = defaultdict(set)
    table = read_list(name)
    for number, row in enumerate(table[table.columns[-1]]):
        for word in row.split("|"):
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def share_group(name: str, one: str, other: str) -> bool:
    """Tell whether two words stand in one group of such a list: Bob and Robert in nicknames."""
    groups = groups_of(name)
    return one in groups and other in groups and not groups[one].isdisjoint(groups[other])
