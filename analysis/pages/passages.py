"""The findings as plain text, and the passages that they rest on, cut out of their texts."""

import textwrap
from collections.abc import Iterable
from typing import Any

import regex

from .firstscreen import describe_event, find_title

NOTHING = "No sentence is sure enough to be printed. The report shows what each text quotes, tells and copies."

_TOLD = regex.compile(r"“(?:…\s)?([^“”]+?)(?:\s…)?”")  # the words of a text that a finding prints


def list_passages(event: Any, places: Iterable[tuple], around: int = 140) -> list[tuple[str, str, str, str]]:
    """Return (outlet, words before, the words, words after) for each (article, start, end), cut at spaces."""
    articles = event.articles.set_index(event.articles["article"].astype(str))
    passages = []
    for article, start, end in places:
        text, outlet = articles.loc[article, "text"], event.name(article)
        left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        before, after = text[left:start], text[end : right if right >= 0 else len(text)]
        if len(before) > around:
            before = "… " + before[-around:].partition(" ")[2]
        if len(after) > around:
            after = after[:around].rpartition(" ")[0] + " …"
        passages.append((str(outlet), before, text[start:end], after))
    return passages


def describe(event: Any, width: int) -> str:
    """Return the findings as text for `width` columns: each sentence, and its passages in a line each."""
    lines = textwrap.wrap(f"{find_title(event)} · {describe_event(event)}", width)
    for number, claim, evidence in event.findings[["finding", "claim", "evidence"]].itertuples(index=False, name=None):
        lines += ["", *textwrap.wrap(claim, width, initial_indent=f"{number:2}. ", subsequent_indent="    ")]
        for outlet, before, words, after in list_passages(event, evidence, 40):
            shown = _cut_to(f"{before}{words}{after}", _TOLD.findall(claim), width - len(outlet) - 8)
            lines.append("      " + textwrap.shorten(f"{outlet}: {shown}", width - 6, placeholder=" …"))
    if event.findings.empty:
        lines += ["", *textwrap.wrap(NOTHING, width)]
    return "\n".join(lines)


def _cut_to(passage: str, told: list[str], width: int) -> str:
    """Return a passage without so many of its first words that those of `told` that it has stand within `width`."""
    at = next((place for words in told if (place := passage.find(words)) >= 0 and place + len(words) > width - 2), None)
    if at is None:
        return passage
    return "… " + passage[max(at - width // 3, 0):].partition(" ")[2]
