"""An event on disk, for work elsewhere: every table, every picture, every marked stretch, and the method paragraph."""

from io import BytesIO
from pathlib import Path

from ..answers import list_answers
from ..reading.files import InputError
from ..tables import TABLES, codebook, rows_of
from .annotations import name_text, write_annotations, write_project
from .method import describe_method
from .place import hold_place
from .sheets import write_sheet

KINDS = ("csv", "parquet")


def save_event(event, folder: str | Path, tables: str = "csv", pictures: tuple[str, ...] = ("png", "svg", "pdf")
               ) -> list[str]:
    """Write all of `event` to `folder` and return the names of the files; nothing of the user's is written over.

    `tables` is csv (cells guarded against what a spreadsheet would run) or parquet (exact).  `texts/` holds what the
    offsets count in; `annotations.jsonld` marks it as W3C Web Annotations, `project.qdpx` as a REFI-QDA project.
    Raises InputError where `folder` holds anything that an earlier save did not put there.
    """
    if tables not in KINDS:
        raise InputError(f"tables={tables!r}: choose {' or '.join(KINDS)}")
    with hold_place(folder, "export") as place:
        for name, table in ({name: getattr(event, name) for name in TABLES} | {"codebook": codebook()}).items():
            data = _pack(table) if tables == "parquet" else "\ufeff" + write_sheet(table)
            place.write(f"tables/{name}.{tables}", data)
        for article, text in rows_of(event.articles, "article", "text"):
            place.write(name_text(article), text)
        place.write("annotations.jsonld", write_annotations(event))
        place.write("project.qdpx", write_project(event, Path(folder).name))
        place.write("method.txt", describe_method(event) + "\n")
        for answer in list_answers() if pictures else ():
            chart = answer.draw(event)
            for kind in pictures:
                place.write(f"pictures/{answer.name}.{kind}", chart.image(kind))
        place.drop_old()
    return sorted(place.written)


def _pack(table) -> bytes:
    """Return `table` as Parquet; a list of places becomes a list of records."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise InputError("tables as parquet need pyarrow: python -m pip install -r .ci/archive.txt") from None
    packed = BytesIO()
    keys = ("article", "start", "end")
    lists = {name: [[dict(zip(keys, one, strict=True)) for one in cell] for cell in cells]
             for name, cells in table.items() if cells.map(lambda cell: isinstance(cell, list)).any()}
    table.assign(**lists).to_parquet(packed, index=False)
    return packed.getvalue()
