"""What the report's first page and its last one hold: the findings, the doubts, the method, and rows as csv."""

from collections.abc import Iterator

from ..english.wording import count
from .doubts import list_doubts, name_lacks
from .firstscreen import fill_first_screen
from .method import describe_method
from .passages import list_passages
from .questions import name_page
from .reader import Addresses
from .sheets import write_sheet
from .show import FRONT_FINDINGS

MOST_NAMED = 12  # articles of one doubt


def fill_front(event) -> dict:
    """Return what the first page shows."""
    at = Addresses(event)
    return {
        "screen": fill_first_screen(event),
        "pages": {name: name_page(name) for name in ("differences", "hearing", "absences")},
        "findings": [_fill_finding(event, row, at) for row in event.findings.itertuples()],
        "front": int(FRONT_FINDINGS.value),
        "weaker": count(len(event.findings) - int(FRONT_FINDINGS.value), "weaker finding"),
        "lacks": name_lacks(event),
        "doubts": [(title, found[:MOST_NAMED], len(found) - MOST_NAMED)
                   for title, found in list_doubts(event.articles, event._strange)],
        "rejects": event.rejects["detail"].tolist(),
    }


def fill_method(event) -> dict:
    """Return what the page of the method shows."""
    return {"method": describe_method(event)}


def name_sheets(event) -> list[str]:
    """Return the names of the csv files of a report."""
    return [*(f"finding-{number}.csv" for number in event.findings["finding"]), "items.csv"]


def list_sheets(event) -> Iterator[tuple[str, str]]:
    """Yield (name, csv): the sentences behind each finding, and what each text reports."""
    for place, number in zip(event.findings.index, event.findings["finding"], strict=True):
        yield f"finding-{number}.csv", write_sheet(event.evidence(event.findings.loc[place]))
    yield "items.csv", write_sheet(event.items[event.items["state"] == "reported"])


def _fill_finding(event, row, at: Addresses) -> dict:
    passages = list_passages(event, row.evidence)
    links = [at.find(place, row.evidence) for place in row.evidence]
    quoted = "\n".join(f"{outlet}: “{words}”" for outlet, _, words, _ in passages)
    return {
        "number": row.finding,
        "claim": row.claim,
        "checked": row.checked if isinstance(row.checked, str) else "",
        "page": name_page(row.answer),
        "passages": [(*passage, link) for passage, link in zip(passages, links, strict=True)],
        "paste": f"{row.claim}\n{quoted}".strip(),
        "sheet": f"finding-{row.finding}.csv",
    }
