"""How tables are made: with pandas' own strings, their columns read once, and without looks for circles meanwhile."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import pandas as pd

_READ: ContextVar[dict | None] = ContextVar("read", default=None)


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
    pyarrow.  What `note_table` notes is forgotten at the end of the outermost block, before whoever asked for a table
    could change it.
    """
    if _READ.get() is not None:  # within another such block nothing is to do
        yield
        return
    collects = gc.isenabled()
    gc.disable()
    outermost = _READ.set({})
    try:
        with plain_texts():
            yield
    finally:
        _READ.reset(outermost)
        if collects:
            _count_as_old()
            gc.enable()


def _count_as_old():
    """Let the collector take what was made meanwhile for old, or it would look through all of it once for each table.

    That look cost an eighth of the time of small events, and 150 events left 608 objects to free.  What somebody else
    has frozen stays so.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def note_table(table: Any) -> Any:
    """Return a table that an event hands to a room, noted: rooms read tables of others and change none."""
    read = _READ.get()
    if read is not None and id(table) not in read:
        read[id(table)] = table, {}  # held, so that nothing else gets its id
    return table


def read_columns(table: pd.DataFrame) -> dict[str, list]:
    """Return {column: its values} of a table as far as they were read, to be added to; an empty one of others."""
    return (_READ.get() or {}).get(id(table), (table, {}))[1]
