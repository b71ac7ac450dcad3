"""What the report's own two pages hold: the findings with their files, and the texts side by side."""

import re
from base64 import b64encode

from ..answers import find_answer
from ..answers.base import name_articles
from ..english.wording import count
from ..thresholds import threshold
from .doubts import list_doubts, name_lacks
from .method import describe_method
from .passages import list_passages
from .reader import read_side_by_side
from .spreadsheet import write_sheet

MOST_NAMED = 12  # articles of one doubt
MOST_PAIRS = 12  # about 50 kB each; the whole report stays under 6 MB
_SAFE_LINK = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def fill_findings(event, place):
    """Return what the findings page shows; write each finding's picture and rows as files into the folder `place`."""
    families = event.families["family"]
    pictures = {name: find_answer(name).draw(event) for name in sorted({"items", *event.findings["answer"]})}
    for name, picture in pictures.items():
        for kind in ("png", "svg"):
            (place / f"{name}.{kind}").write_bytes(picture.image(kind))
    matrix = pictures["items"]
    (place / "items.csv").write_text(write_sheet(event.items), encoding="utf-8-sig")
    return {
        "title": "How did each outlet tell this story?",
        "summary": f"{count(len(families), 'file')}, {count(families.nunique(), 'text family', 'text families')}",
        "families": _list_families(event),
        "findings": [_fill_finding(event, row, place) for row in event.findings.itertuples()],
        "front": int(threshold("front_findings")),
        "picture": {
            "data": b64encode(matrix.image()).decode(),
            "alt": f"{matrix.title}. {matrix.alt}",
            "width": round(matrix.figure.get_figwidth() * 100),
        },
        "lacks": name_lacks(event),
        "doubts": [(title, found[:MOST_NAMED], len(found) - MOST_NAMED)
                   for title, found in list_doubts(event.articles)],
        "rejects": event.rejects["detail"].tolist(),
        "method": describe_method(event),
    }


def _fill_finding(event, row, place):
    passages = list_passages(event, row.evidence)
    sheet = f"finding-{row.finding}.csv"
    (place / sheet).write_text(write_sheet(event.evidence(event.findings.loc[row.Index])), encoding="utf-8-sig")
    quoted = "\n".join(f"{outlet}: “{words}”" for outlet, _, words, _ in passages)
    return {
        "number": row.finding,
        "claim": row.claim,
        "notebook": row.notebook,
        "passages": passages,
        "paste": f"{row.claim}\n{quoted}".strip(),
        "files": [
            ("rows as csv", sheet),
            *((f"picture as {kind.upper()}", f"{row.answer}.{kind}") for kind in ("png", "svg")),
        ],
    }


def _list_families(event):
    rows = event.families.merge(event.articles[["article", "words", "credit", "url"]], on="article")
    outlets, members = name_articles(event.articles), {}
    for row in rows.itertuples():
        credit = f"agency: {row.credit}" if isinstance(row.credit, str) else ""
        role = {"unrelated": "", "unknown": "role unknown"}.get(str(row.role), str(row.role))
        about = ", ".join(part for part in (count(row.words, "word"), credit, role) if part)
        members.setdefault(row.family, []).append(
            {"outlet": outlets[str(row.article)], "about": about, "url": safe_link(row.url)}
        )
    return list(members.values())


def safe_link(url):
    """Return `url` where it is an http or https address without stray characters, else None."""
    return url if isinstance(url, str) and _SAFE_LINK.fullmatch(url) else None


def fill_reader(event):
    """Return the pairs of the reader's page, those that share most first, each as its label and HTML."""
    outlets = name_articles(event.articles)
    pairs = event.pairs.astype({"article": str, "other": str})
    order = {name: number for number, name in enumerate(outlets)}
    once = pairs[pairs["article"].map(order) < pairs["other"].map(order)]
    best = once.sort_values(["reused", "article", "other"], ascending=[False, True, True]).head(MOST_PAIRS)
    return {
        "left_out": len(once) > len(best),
        "pairs": [
            {
                "label": f"{outlets[row.article]} and {outlets[row.other]}",
                "body": read_side_by_side(event, row.article, row.other),
            }
            for row in best.itertuples()
        ],
    }
