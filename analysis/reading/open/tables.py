"""The rows of tables, as they stand in csv and Parquet: one reader a format, for folders and archives alike.

Nothing here knows what a column means (see `rows`).  Both readers hand out rows as they come, so that a table of any
size passes through; a row or part that is broken is one row of rejects, and the rest goes on.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from ...rules import Setting
from ..files import LONGEST_TEXT, InputError, Reject, SetAsideError

UNPACKED = Setting("largest_table", 200_000_000, "bytes that a packed table or document may unfold to",
                   chosen="a cap: a packed file of 10 MB may unfold to any size; prose packs to a third or a fifth")

Record = tuple[int, list[tuple[str, object]]]
_MARKS = ",;\t"
_HEADER_LINES = 6  # lines among which a header is looked for, below a title


def parse_csv(text: str, name: str, is_header: Callable[[list[str]], bool] | None = None) -> list[tuple[int, list]]:
    """Return [(row, cells)] of a csv text, its header first; empty rows are left out but counted; cells stripped.

    See `iter_csv`, which raises the same InputError.
    """
    return list(iter_csv(io.StringIO(text, newline=""), name, is_header))


def iter_csv(lines: Iterable[str], name: str, is_header: Callable[[list[str]], bool] | None = None,
             rejects: list[Reject] | None = None) -> Iterator[tuple[int, list[str]]]:
    """Yield (row, cells) of the `lines` of a csv text with line ends; rows count from 1, blank ones too.

    The mark that the header has most of parts the cells: comma, semicolon or tab; a row above it that names the
    mark (sep=;), as spreadsheets write it, is left out.  `is_header`, which tells whether cells are those of a
    header, finds it below a title, and allows bars between its cells.  Raises InputError naming the file `name`
    and the row where a quotation mark is not closed, or closed within a cell; with `rejects` that row below the
    header is one of them, and reading goes on in the next line.
    """
    lines, head = iter(lines), []
    for line in lines:
        head.append(line)
        if sum(bool(line.strip()) for line in head) == _HEADER_LINES:
            break
    mark, skipped = _find_header(head, is_header)
    limit = csv.field_size_limit(2**31 - 1)  # a cell may hold a whole text
    rows, row, found = csv.reader(_chain(head, lines), delimiter=mark, strict=True), 0, 0
    try:
        while True:
            row += 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                why = _explain(error)
                if rejects is None or not found:
                    raise InputError(f"{name} row {row}: {why}") from None
                rejects.append(Reject(name, row, "broken row", f"{name} row {row}: {why}"))
                continue
            if row > skipped and any(cell.strip() for cell in cells):
                found += 1
                yield row, [cell.strip() for cell in cells]
    finally:
        csv.field_size_limit(limit)


def _explain(error):
    if "end of data" in str(error):
        return "a quotation mark is opened and never closed"
    return "something stands behind a closing quotation mark" if "expected after" in str(error) else str(error)


def _chain(head, lines):
    yield from head
    yield from lines


def _find_header(head, is_header):
    """Return (mark, number of lines above the header) from the first lines of a csv text."""
    full = [(number, line) for number, line in enumerate(head) if line.strip()]
    if not full:
        return ",", 0
    number, first = full[0]
    if first.lower().startswith("sep=") and first[4:5] in _MARKS and not first[5:].strip(" ,;\t\r\n"):
        return first[4], number + 1
    for number, line in full if is_header else ():
        for mark in sorted(_MARKS + "|", key=line.count, reverse=True):
            if is_header([cell.strip(' "\r\n\ufeff') for cell in line.split(mark)]):
                return mark, number
    return max(_MARKS, key=first.count), 0


def pair_rows(rows: Iterable[tuple[int, list[str]]], name: str,
              rejects: list[Reject]) -> tuple[list[str], list[Record]]:
    """Return (header, records) of the rows of a csv table; a row with more or fewer cells than it is a reject."""
    rows = iter(rows)
    _, header = next(rows, (0, []))
    records: list[Record] = []
    for row, cells in rows:
        if len(cells) < len(header) or any(cells[len(header):]):
            rejects.append(Reject(name, row, "ragged row",
                                  f"{name} row {row}: {len(cells)} cells where the header has {len(header)}"))
        else:
            records.append((row, list(zip(header, cells, strict=False))))
    return header, records


def iter_parquet(source, name: str, rejects: list[Reject], most: float | None = None, size: int = 1000
                 ) -> Iterator[tuple[list[str], list[Record]]]:
    """Yield (header, records) of the Parquet table `source`, a path or file, some `size` rows at a time, from row 1.

    Texts are unpacked only where they stay in bounds: a cell longer than `longest_text`, or one that can't be read
    (bytes that are not UTF-8, a time out of range), makes its row a reject, a damaged row group one reject for all of
    its rows, and beyond `most` unpacked bytes in all (default: no end) the rest is refused.  Raises SetAsideError where
    pyarrow is missing, or the file is no Parquet table.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as parquet
    except ImportError:
        raise SetAsideError("needs pyarrow", f"{name}: to read it, run python -m pip install pyarrow") from None
    faults = (pa.ArrowException, OSError, ValueError, OverflowError)
    try:
        packed = parquet.ParquetFile(source)
        schema = packed.schema_arrow
        leaves = [packed.schema.column(place) for place in range(len(packed.schema))]
        texts = [leaf.path for leaf in leaves if leaf.physical_type == "BYTE_ARRAY"]  # in lists, too
        # a text that comes again is unpacked once
        table = parquet.ParquetFile(source, read_dictionary=texts, page_checksum_verification=True)
        header, total, row = list(schema.names), 0, 1
        sizes = [table.metadata.row_group(number).num_rows for number in range(table.num_row_groups)]
    except faults:
        raise SetAsideError("broken table", f"{name} is not a Parquet table that can be read") from None
    for number, rows in enumerate(sizes):
        first, done = row, row
        try:
            if table.metadata.row_group(number).total_byte_size > UNPACKED.value:
                raise OverflowError
            for batch in table.iter_batches(size, row_groups=[number]):
                total += 8 * batch.num_rows * len(header) + sum(_weigh(column, pa).sum() for column in batch.columns)
                if most is not None and total > most:
                    raise SetAsideError("too large",
                                        f"{name} unfolds to more than {most / 1e6:g} MB (see largest_table)")
                columns, broken = _unpack(batch, pa)
                records = []
                for place, cells in enumerate(zip(*columns, strict=True) if columns else ()):
                    if place in broken:
                        rejects.append(Reject(name, done + place, *broken[place](name, done + place)))
                    else:
                        records.append((done + place, list(zip(header, cells, strict=True))))
                done += batch.num_rows
                yield header, records
        except SetAsideError:
            raise
        except faults:
            rejects.append(Reject(name, done, "broken rows", f"{name} rows {done} to {first + rows - 1} can't be read"))
        row = first + rows


def _weigh(array, pa):
    """Return the bytes that each cell of `array` takes unpacked, as an array, without unpacking any."""
    import numpy as np
    import pyarrow.compute as compute
    if pa.types.is_dictionary(array.type):
        sizes = compute.fill_null(compute.binary_length(array.dictionary), 0).to_numpy(zero_copy_only=False)
        return np.append(sizes, 0)[compute.fill_null(array.indices, -1).to_numpy(zero_copy_only=False)].astype(float)
    if pa.types.is_list(array.type) or pa.types.is_large_list(array.type):
        sums = np.append(0.0, np.cumsum(_weigh(array.flatten(), pa)))
        counts = compute.fill_null(compute.list_value_length(array), 0).to_numpy(zero_copy_only=False)
        ends = np.cumsum(counts)
        return sums[ends] - sums[ends - counts]
    return np.full(len(array), array.nbytes / max(len(array), 1))


def _unpack(batch, pa):
    """Return (columns as lists, {place: what is wrong with that row})."""
    import pyarrow.compute as compute
    columns, broken = [], {}
    for column in batch.columns:
        if pa.types.is_dictionary(column.type):
            lengths = compute.binary_length(column.dictionary).to_pylist()
            values = [None if length is None or length > 4 * LONGEST_TEXT.value else value.as_py
                      for length, value in zip(lengths, column.dictionary, strict=True)]
            known, cells = {}, []
            for place, index in enumerate(column.indices.to_pylist()):
                if index is not None and values[index] is None:
                    broken[place] = _too_long
                elif index is not None and index not in known:
                    known[index] = _read_cell(values[index])
                cell = known.get(index)
                if cell is _UNREADABLE:
                    broken[place] = _undecodable
                cells.append(cell)
        else:
            try:
                cells = column.to_pylist()
            except (ValueError, OverflowError):
                cells = [_read_cell(value.as_py) for value in column]
            for place, cell in enumerate(cells):
                if cell is _UNREADABLE:
                    broken[place] = _undecodable
        columns.append(cells)
    return columns, broken


_UNREADABLE = object()


def _read_cell(read):
    try:
        return read()
    except (ValueError, OverflowError):
        return _UNREADABLE


def _too_long(name, row):
    return ("too large",
            f"{name} row {row} is one text of more than {LONGEST_TEXT.value:,.0f} characters (see longest_text)")


def _undecodable(name, row):
    return "undecodable", f"{name} row {row}: a cell of it can't be read"
