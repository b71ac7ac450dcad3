"""Csv meant for spreadsheets: a cell that a spreadsheet would run as a formula is shown as the text it is."""

import regex

_FORMULA = regex.compile(r"\s*[=+\-@']|[\t\r\n]")


def guard_cell(cell):
    """Return a cell with an apostrophe before it where it would start a formula; what is no text stays."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def write_sheet(frame):
    """Return `frame` as csv without its index, every cell and column name guarded."""
    texts = frame.select_dtypes(include=["str", "object", "category"]).columns
    safe = frame.assign(**{name: [guard_cell(cell) for cell in frame[name]] for name in texts})
    return safe.rename(columns=guard_cell).to_csv(index=False)
