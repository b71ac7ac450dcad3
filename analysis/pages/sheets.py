"""Tables for the eye: outlets by name, numbers as they are read, and nothing in a cell that a spreadsheet would run."""

from collections.abc import Mapping
from html import escape

import pandas as pd
import regex

# What begins a formula in a cell: also in full width, behind letters that nobody sees, and behind a sign that parts
# the cells in another country's spreadsheet ("He said it;=HYPERLINK(A1)").
_HIDDEN = r"[\s\p{Cf}\p{Cc}\p{M}\u115f\u1160\u3164\uffa0]*"
_STARTS = regex.compile(rf"{_HIDDEN}[=+\-@＝＋－＠﹦﹢﹣﹫−']|[\t\r\n]")
_FORMULA = regex.compile(rf"([;\t\r\n\v\f\x85\u2028\u2029])(?={_HIDDEN}[=+\-@＝＋－＠﹦﹢﹣﹫−'])")
SCROLLS = "tabindex='0' role='region' aria-label='table, scrolls sideways'"  # by keyboard too
_KEYS = {"start", "end", "sentence", "other_sentence", "other_start", "other_end", "paragraph", "quote", "statement",
         "utterance", "mention_start", "mention_end", "item", "zone", "rule", "named_by",
         "kind_rule", "family", "finding"}
_SHARES = {"reused", "reused_own", "retold", "cosine", "kept", "score", "low", "high", "strength"}


def guard_cell(cell: object) -> object:
    """Return a cell with an apostrophe before what a spreadsheet would run as a formula; what is no text stays."""
    if not isinstance(cell, str):
        return cell
    first = _STARTS.match(cell)
    lead = first.end() if first else 0
    return "'" * bool(first) + cell[:lead] + _FORMULA.sub(r"\1'", cell[lead:])


def write_sheet(table: pd.DataFrame) -> str:
    """Return `table` as csv without its index, every cell and column name guarded."""
    texts = table.select_dtypes(include=["str", "object", "category"]).columns
    safe = table.assign(**{name: [guard_cell(cell) for cell in table[name]] for name in texts})
    return safe.rename(columns=guard_cell).to_csv(index=False)


def write_table(table: pd.DataFrame, names: Mapping[str, str], most: int = 12) -> str:
    """Return the first `most` rows as an HTML table: outlets by name, offsets and numbers of rows left out."""
    shown = table.head(most)
    columns = [name for name in shown if name not in _KEYS and not shown[name].isna().all()]
    cells = {name: [_write(name, cell, names) for cell in shown[name].astype(object)] for name in columns}
    right = {name: pd.api.types.is_numeric_dtype(shown[name]) for name in columns}
    look = {name: " class='number'" if right[name] else "" for name in columns}
    head = "".join(f"<th scope='col'{look[name]}>{escape(name.replace('_', ' '))}</th>" for name in columns)
    body = "".join("<tr>" + "".join(f"<td{look[name]}>{cell}</td>" for name, cell in zip(columns, row, strict=True))
                   + "</tr>" for row in zip(*cells.values(), strict=True))
    more = f"<p class='quiet'>The first {most} of {len(table):,} rows.</p>" if len(table) > most else ""
    return f"<div class='wide' {SCROLLS}><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{more}"


def _write(column: str, cell: object, names: Mapping[str, str]) -> str:
    if isinstance(cell, str):
        return escape(names.get(cell, cell) if column in ("article", "other") else cell)
    if pd.isna(cell):
        return "<span class='quiet'>–</span>"
    if column in _SHARES and isinstance(cell, float):
        return f"{100 * cell:.0f} %"
    return f"{cell:,.2f}".rstrip("0").rstrip(".") if isinstance(cell, float) else escape(f"{cell:,}" if isinstance(
        cell, int) and not isinstance(cell, bool) else str(cell))
