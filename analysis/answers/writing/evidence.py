"""From a row of any table back to its sentences, and to the rule that decided it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from ...rules import Rule, list_rules
from ...tables import TABLES, TEXT, find_table, rows_of
from .base import name_articles

if TYPE_CHECKING:
    from ...event import Event

COLUMNS = ["article", "outlet", "start", "end", "sentence", "text"]
_PLACE = ["article", "start", "end"]


def add_text(name: str, table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `name` with a last column `text`; raises ValueError where its rows are no stretches of text."""
    if not {"article", "start", "end"} <= set(table):
        raise ValueError(f"a row of {name} is no stretch of text: event.evidence(row) gives its sentences")
    texts = dict(rows_of(articles, "article", "text"))
    spans = rows_of(table, "article", "start", "end")
    words = [texts[article][start:end] if pd.notna(start) else None for article, start, end in spans]
    return table.drop(columns="text", errors="ignore").assign(text=pd.array(words, dtype=TEXT))


def quote_lines(places: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences in which `places` (rows of article, start, end) lie, as lines that can be quoted.

    Columns: article, outlet, start, end (of the place), sentence (number), text (the whole sentence).
    A place that runs over several sentences gives a line for each; a line is given once, with the widest place.
    """
    outlets = name_articles(articles)
    lines: dict[tuple, list] = {}
    for name, start, end in places[_PLACE].drop_duplicates().astype({"article": str}).to_numpy().tolist():
        mine = sentences[(sentences["article"] == name) & (sentences["start"] < end) & (sentences["end"] > start)]
        for first, last, number, text in mine[["start", "end", "sentence", "text"]].to_numpy().tolist():
            known = lines.setdefault((name, number), [max(start, first), min(end, last), text])
            known[:2] = min(known[0], max(start, first)), max(known[1], min(end, last))
    return pd.DataFrame([(name, outlets[name], start, end, number, text)
                         for (name, number), (start, end, text) in lines.items()], columns=COLUMNS)


def find_places(event: Event, row: pd.Series) -> pd.DataFrame:
    """Return article, start, end of everything that the row of one of the event's tables stands on.

    How a row opens is declared with its table (`tables.TABLES`); which table it is from is read off its columns.
    Raises TypeError for what is no row, ValueError for a row of no table or one that was cleaned away.
    """
    if not isinstance(row, pd.Series):
        raise TypeError(f"{row!r} is no row: give one row of a table, such as event.quotes.iloc[0]")
    name = find_table(row.index)
    if name is None:
        if set(_PLACE) <= set(row.index) and row[_PLACE].notna().all():
            return pd.DataFrame([row[_PLACE].to_dict()])
        raise ValueError(f"a row with the columns {', '.join(sorted(map(str, row.index)))} names no stretch of text")
    if name == "lines":
        return _open_line(row)
    opened = [_open(event, row, source, keys) for source, *keys in TABLES[name].opens]
    return pd.concat(opened, ignore_index=True).dropna().astype({"start": "int64", "end": "int64"})


def _open(event, row, source, keys):
    """Return the places of one way to open a row: itself, its other side, its list of places, or rows of a table."""
    if source == "here":
        return pd.DataFrame([row[_PLACE].to_dict()])
    if source == "other":
        return pd.DataFrame([{"article": row["other"], "start": row["other_start"], "end": row["other_end"]}])
    if source == "evidence":
        return pd.DataFrame(row["evidence"], columns=_PLACE)
    table = getattr(event, source)
    chosen = pd.Series(True, index=table.index)
    for key in keys:
        chosen &= table[key].astype(str) == str(row[key])
    return table.loc[chosen, _PLACE]


def _open_line(row):
    if pd.isna(row["text_start"]):
        raise ValueError(f"line {row['line']} of {row['file']} was removed as {row['kind']} ({row['reason']}): "
                         "it stands in no article")
    start = int(row["text_start"])
    return pd.DataFrame([{"article": row["article"], "start": start, "end": start + int(row["end"] - row["start"])}])


_DECIDED = ("rule", "named_by", "kind_rule", "reason", "kind")  # columns that name a rule


@dataclass(frozen=True)
class Explanation:
    """Why a row is as it is: the table, the column that names the rule, the rule, and the list that it stands in.

    `others` are the rules that decided its further columns: of a quote who is named, and what stands in its marks.
    """

    table: str
    column: str
    decided: str
    rule: Rule | None
    question: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    others: tuple[Explanation, ...] = ()

    def __repr__(self) -> str:
        if self.rule is None:
            return f"{self.table}.{self.column}: {self.decided}"
        lines = [f"{self.question}", f"{self.table}.{self.column}: {self.decided}", f"why: {self.rule.why}"]
        lines += [f"yes: {example!r}" for example in self.rule.yes] + [f"no:  {example!r}" for example in self.rule.no]
        if self.before:
            lines.append(f"asked before it, and not so: {', '.join(self.before)}")
        if self.after:
            lines.append(f"not asked any more: {', '.join(self.after)}")
        return "\n\n".join(["\n".join(lines), *map(repr, self.others)])


def explain_row(row: pd.Series) -> Explanation:
    """Return the rule that decided a row of a table, its examples, and what else was weighed.

    Raises TypeError for what is no row, ValueError for a row that no rule decided.
    """
    if not isinstance(row, pd.Series):
        raise TypeError(f"{row!r} is no row: give one row of a table, such as event.quotes.iloc[0]")
    name = find_table(row.index)
    columns = [column for column in _DECIDED if column in row.index and isinstance(row[column], str)]
    if name is None or not columns:
        raise ValueError(f"no rule decided this row{f' of {name}' if name else ''}: "
                         "it has neither rule nor reason nor kind")
    kind = str(row.get("kind"))
    found = [one for column in columns for one in _explain(name, column, row[column], kind)]
    if not found:
        return Explanation(name, columns[0], row[columns[0]], None, "", (), ())
    return replace(found[0], others=tuple(found[1:]))


def _explain(table, column, decided, kind):
    """Yield an Explanation for each rule of this name, of the lists that decide the column, else of the first list."""
    lists = list(list_rules().values())
    wanted = f"{table}.{column} {kind}", f"{table}.{column}"
    own = next((some for key in wanted if (some := [rules for rules in lists if rules.decides == key])), [])
    for rules in own or [rules for rules in lists if not rules.decides]:
        names = [rule.name for rule in rules]
        found = next((known for known in names if decided == known or decided.startswith(known + ":")), None)
        if found:
            at = names.index(found)
            yield Explanation(table, column, decided, rules.rules[at], rules.question,
                              tuple(names[:at]), tuple(names[at + 1:]))
            if not own:
                break
