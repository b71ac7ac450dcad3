"""Csv meant for spreadsheets: a cell that a spreadsheet would run as a formula is shown as the text it is."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_sheet(frame):
    """Return `frame` as csv without its index, an apostrophe before every cell that would start a formula."""
    texts = frame.select_dtypes(include=["str", "object", "category"]).columns
    safe = frame.assign(**{name: [_guard(cell) for cell in frame[name]] for name in texts})
    return safe.rename(columns=_guard).to_csv(index=False)


def _guard(cell):
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA) else cell
