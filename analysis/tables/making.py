"""How tables are made: with pandas' own strings, and without looks for circles of references meanwhile."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd


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
        with pd.option_context("mode.string_storage", "python"):
            yield
    finally:
        if collects:
            gc.enable()
