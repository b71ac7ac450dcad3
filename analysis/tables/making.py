"""How tables are made: with pandas' own strings, and without looks for circles of references meanwhile."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd


@contextmanager
def plain_texts() -> Iterator[None]:
    """Keep texts as Python's own inside the with-block; within another such block nothing is to do."""
    if pd.get_option("mode.string_storage") == "python":
        yield
    else:
        with pd.option_context("mode.string_storage", "python"):
            yield


@contextmanager
def making_tables() -> Iterator[None]:
    """Make tables inside the with-block.

    A room makes millions of tuples and no circles of references: Python's collector, which looks through all of them
    again and again for such circles, would take much of the time.  Texts are kept as Python's own, with or without
    pyarrow.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        with plain_texts():
            yield
    finally:
        if collects:
            gc.enable()
