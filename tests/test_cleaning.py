"""Furniture is told from text, and every character of the page is accounted for."""

import re
from pathlib import Path

import pytest

from analysis.cleaning import clean

PAGES = Path(__file__).with_name("pages.txt").read_text(encoding="utf-8")


def read_pages():
    """Return [(name, raw, [(kind, words)])] of pages.txt."""
    pages = []
    for page in PAGES.split("=== ")[1:]:
        name, *lines = page.rstrip("\n").split("\n")
        raw, expected = "", []
        for line in lines:
            kind, _, words = line.partition("|")
            if words:
                expected.append((kind.rstrip("+~"), words))
            raw += words + ("" if kind.endswith("+") else " " if kind.endswith("~") else "\n")
        pages.append((name, raw, expected))
    return pages


@pytest.mark.parametrize(("raw", "expected"), [page[1:] for page in read_pages()], ids=[page[0] for page in read_pages()])
def test_page(raw, expected):
    assert [(piece.kind, raw[piece.start:piece.end]) for piece in clean(raw)] == expected
