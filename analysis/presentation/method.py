"""The paragraph that a paper needs: what was read, with which versions and settings, by which hashes."""

import platform
from hashlib import sha256
from importlib.metadata import version

from ..thresholds import list_thresholds
from ..wording import count, join_names

LIBRARIES = ("pandas", "scipy", "rapidfuzz", "wordfreq", "regex")


def describe_method(event):
    """Return one paragraph: n, what was measured, versions, settings, and a hash of each text."""
    articles, families = event.articles, event.families["family"]
    hashes = [f"{outlet} {hash_text(text)}" for outlet, text in zip(articles["outlet"], articles["text"], strict=True)]
    settings = "".join(f"{row.threshold}={row.value:g};" for row in list_thresholds().itertuples())
    tables = [
        f"{name}.csv ({count(len(table), 'row')})"
        for name, table in (("people", event.people), ("frames", event.frames), ("items", event.hand))
        if len(table)
    ]
    return (
        f"{count(len(articles), 'article')} with {count(articles['words'].sum(), 'word')} in their bodies were "
        f"compared after page furniture had been removed; they form "
        f"{count(families.nunique(), 'text family', 'text families')} by "
        f"shared sentences, and findings compare families. Quotes and speakers were found by rules, reported items by "
        f"grouping clauses of like wording; nothing was fitted to these texts. "
        f"Side tables: {join_names(tables)}. Python {platform.python_version()}, "
        f"{', '.join(f'{name} {version(name)}' for name in LIBRARIES)}; thresholds {hash_text(settings)}. "
        f"Texts (SHA-256, first 12 digits): {'; '.join(hashes)}."
    )


def hash_text(text):
    """Return the first twelve hexadecimal digits of the SHA-256 of `text` in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def name_lacks(event):
    """Return a sentence for each side table that is missing: what would come with it."""
    lacks = (
        (
            event.people,
            "Without people.csv this page can't tell which side a speaker is on, nor which sides nobody quotes.",
        ),
        (event.frames, "Without frames.csv there are no themes."),
        (event.hand, "Without items.csv the reported items are the machine's alone, no reader has checked them."),
    )
    return [sentence for table, sentence in lacks if not len(table)]
