"""What a notebook shows as a small page: findings with their passages, families under their brackets.

Every piece of an article is escaped; nothing needs a script or a network.
"""

from html import escape

from IPython.display import HTML

from ..english.wording import count
from ..thresholds import threshold
from .passages import list_passages

_CELL = "style='text-align:left;vertical-align:top;padding:2px 14px 2px 0'"
_HEAD = "style='text-align:left;vertical-align:top;padding:2px 14px 2px 8px;border-left:{} #8a8a8a'"
_MARK = "style='background:#fdf0b8;color:#1b1b1b'"
_QUOTE = "style='flex:1 1 16em;min-width:14em;margin:0;padding:0 0 0 10px;border-left:3px solid #8a8a8a'"


def show_families(event):
    """Return the files by text family as HTML: outlet, length, credit and role within the family."""
    families = event.families.merge(event.articles[["article", "outlet", "words", "credit"]], on="article")
    total = families["family"].nunique()
    rows = []
    for family, members in families.groupby("family"):
        bracket = _HEAD.format("5px double" if len(members) > 1 else "2px solid")
        head = f"<th scope='rowgroup' rowspan='{len(members)}' {bracket}>text {family}</th>"
        for row in members.itertuples():
            credit = f"agency: {row.credit}" if isinstance(row.credit, str) else "no agency known"
            role = "" if row.role == "unknown" and len(members) == 1 else row.role
            cells = (row.outlet, count(row.words, "word"), credit, role)
            rows.append(f"<tr>{head}" + "".join(f"<td {_CELL}>{escape(str(cell))}</td>" for cell in cells) + "</tr>")
            head = ""
    title = f"{count(len(families), 'file')}, {count(total, 'text family', 'text families')}"
    return HTML(f"<p><strong>{title}</strong></p><table>{''.join(rows)}</table>")


def show_findings(event):
    """Return the findings as HTML: each one sentence, its passages side by side, the notebook that shows it."""
    parts = []
    for row in event.findings.itertuples():
        quotes = "".join(
            _quote(outlet, before, words, after) for outlet, before, words, after in list_passages(event, row.evidence)
        )
        parts.append(
            f"<li style='margin:0 0 18px'><strong>{escape(row.claim)}</strong>"
            f"<div style='display:flex;flex-wrap:wrap;gap:18px;margin:8px 0'>{quotes}</div>"
            f"<small>worked out in <a href='{row.notebook}.ipynb'>{row.notebook}</a></small></li>"
        )
    front = int(threshold("front_findings"))
    more = f"<ol start='{front + 1}'>{''.join(parts[front:])}</ol>"
    title = count(len(parts) - front, "weaker finding")
    more = f"<details><summary>{title}</summary>{more}</details>" if len(parts) > front else ""
    return HTML(f"<ol>{''.join(parts[:front])}</ol>{more}")


def _quote(outlet, before, words, after):
    return (
        f"<blockquote {_QUOTE}><small>{escape(outlet)}</small><br>{escape(before)}<mark {_MARK}>{escape(words)}</mark>"
        f"{escape(after)}</blockquote>"
    )
