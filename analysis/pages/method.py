"""The paragraph that a paper needs: what was read, with which versions and settings, by which hashes."""

import platform
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from ..english.wording import count, join_names
from ..rules import list_thresholds

LIBRARIES = ("pandas", "scipy", "rapidfuzz", "wordfreq", "regex")


def describe_method(event: Any) -> str:
    """Return one paragraph: n, what was measured, versions, settings, and a hash of each text."""
    articles, families = event.articles, event.families["family"]
    hashes = [f"{outlet} {hash_text(text)}" for outlet, text in zip(articles["outlet"], articles["text"], strict=True)]
    known = list_thresholds().set_index("threshold")["value"]
    changed = [f"{name} {value:g} (default {known[name]:g})" for name, value in event.settings.items()]
    settings = f"Settings changed: {join_names(changed)}." if changed else "Every setting is at its default."
    tables = [
        f"{name}.csv ({count(len(table), 'row')})"
        for name, table in (("people", event.people), ("frames", event.frames), ("items", event.hand))
        if len(table)
    ]
    return (
        f"{count(len(articles), 'article')} with {count(articles['words'].sum(), 'word')} in their bodies were "
        f"compared after page furniture had been removed; they form "
        f"{count(families.nunique(), 'text', 'texts')} of their own by "
        f"shared sentences: copies count once. Quotes and speakers were found by rules. "
        f"{_tell_items(event)}{_tell_themes(event)}Side tables: {join_names(tables) or 'none'}. "
        f"Python {platform.python_version()}, "
        f"{', '.join(f'{name} {version(name)}' for name in LIBRARIES)}. {settings} "
        f"Texts (SHA-256, first 12 digits): {'; '.join(hashes)}."
    )


def _tell_items(event):
    """Say who linked the reported items: a reader, and which, or the machine."""
    by = event.items.drop_duplicates("item")["by"].astype(str).value_counts()
    hand, machine = int(by.get("hand", 0)), int(by.get("machine", 0))
    coders = event.hand["coder"].dropna().unique() if "coder" in event.hand else ()
    who = f" ({join_names(coders)})" if len(coders) else ""
    parts = [f"{hand:,} by a reader{who}"] * (hand > 0) + [f"{machine:,} by grouping clauses of like wording"] * (
        machine > 0)
    return f"{count(hand + machine, 'reported item')} were linked: {join_names(parts)}. " if parts else ""


def _tell_themes(event):
    """Say how many themes a reader listed."""
    themes = event.frames["frame"].nunique()
    return f"The words of {count(themes, 'theme')} were listed by a reader. " if themes else ""


def hash_text(text: str) -> str:
    """Return the first twelve hexadecimal digits of the SHA-256 of `text` in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
