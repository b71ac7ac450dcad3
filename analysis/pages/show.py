"""What a notebook shows: headlines and findings as small pages, and tables with outlets by name.

Every piece of an article is escaped; nothing needs a script or a network.
"""

from html import escape

import pandas as pd
from IPython.display import HTML

from ..answers import find_answer
from ..rules import Setting
from .firstscreen import describe_event, list_headlines
from .passages import list_passages

FRONT_FINDINGS = Setting("front_findings", 8,
                         "findings that stand open on the front page",
                         chosen="a cap: what a reader takes in at one sitting")

_CELL = "style='text-align:left;vertical-align:top;padding:2px 14px 2px 0'"
_JOINED = "style='text-align:left;vertical-align:top;padding:2px 14px 2px 8px;border-left:{} #8a8a8a'"
_MARK = "style='background:#fdf0b8;color:#1b1b1b'"
_QUOTE = "style='flex:1 1 16em;min-width:14em;margin:0;padding:0 0 0 10px;border-left:3px solid #8a8a8a'"


def readable(event, table: pd.DataFrame) -> pd.DataFrame:
    """Return `table` for the eye: outlets by name, in a first column `outlet`, and nothing where a cell is empty."""
    named = {name: [event.name(one) if pd.notna(one) else "" for one in table[name]]
             for name in ("article", "other") if name in table}
    if "answered" in table:  # articles parted by |
        named["answered"] = [", ".join(map(event.name, cell.split("|"))) if isinstance(cell, str) else ""
                             for cell in table["answered"]]
    shown = table.assign(**named).drop(columns="outlet" if "article" in named else [], errors="ignore")
    for name in shown:
        if shown[name].isna().any():
            shown[name] = ["" if empty else f"{cell:g}" if isinstance(cell, float) else str(cell)
                           for cell, empty in zip(shown[name], shown[name].isna(), strict=True)]
    return shown.rename(columns={"article": "outlet"}).reset_index(drop=True)


def tell(event, answer: str) -> HTML:
    """Return what may be said on one question (see `analysis.list_answers`), each sentence with its passages."""
    said = find_answer(answer).say(event)
    parts = [f"<p><strong>{escape(found['claim'])}</strong></p>{_list_quotes(event, found['evidence'])}"
             for found in said[:3]]
    return HTML("".join(parts) or
                "<p>No sentence is sure enough to be printed here; the table and the picture show what there is.</p>")


def show_headlines(event) -> HTML:
    """Return the event in a line and all headlines, copies of one text together, as HTML."""
    rows = []
    for row in list_headlines(event):
        mark = _JOINED.format("5px double" if row["joined"] else "2px solid transparent;border-color:transparent")
        headline = escape(row["headline"]) if row["known"] else f"<em>{escape(row['headline'])}</em>"
        kind = ", ".join(filter(None, [row["agency"], row["genre"]]))
        outlet = f"{row['outlet']} ({kind})" if kind else row["outlet"]
        rows.append(f"<tr><th scope='row' {mark}>{escape(outlet)}</th><td {_CELL}>{headline}</td>"
                    f"<td {_CELL}>{escape(row['told'])}</td></tr>")
    return HTML(f"<p><strong>{escape(describe_event(event))}</strong></p><table>{''.join(rows)}</table>")


def show_findings(event) -> HTML:
    """Return the findings as HTML: each one sentence, its passages side by side, the notebook that shows it."""
    columns = event.findings[["claim", "evidence", "notebook"]]
    parts = [f"<li style='margin:0 0 18px'><strong>{escape(claim)}</strong>{_list_quotes(event, evidence)}"
             f"<small>worked out in <a href='{notebook}.ipynb'>{notebook}</a></small></li>"
             for claim, evidence, notebook in columns.itertuples(index=False, name=None)]
    front = int(FRONT_FINDINGS.value)
    more = f"<ol start='{front + 1}'>{''.join(parts[front:])}</ol>"
    more = f"<details><summary>weaker findings</summary>{more}</details>" if len(parts) > front else ""
    return HTML(f"<ol>{''.join(parts[:front])}</ol>{more}" if parts else
                "<p>No sentence is sure enough to be printed. The pictures show what each text quotes and tells.</p>")


def _list_quotes(event, places) -> str:
    quotes = [f"<blockquote {_QUOTE}><small>{escape(outlet)}</small><br>{escape(before)}<mark {_MARK}>{escape(words)}"
              f"</mark>{escape(after)}</blockquote>" for outlet, before, words, after in list_passages(event, places)]
    return f"<div style='display:flex;flex-wrap:wrap;gap:18px;margin:8px 0'>{''.join(quotes)}</div>"
