"""Reads an archive: a Parquet or csv table of articles, or a folder of such tables, of any size.

Texts go to a file on disk as they are read, so that memory holds an index and the articles of one block or
story.  Columns are known by the same names as in a folder's tables (see `rows`).
"""

import json
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np
import pandas as pd

from ..reading.clean.bylines import find_credits
from ..reading.dates import find_newest_day
from ..reading.files import LARGEST_FILE, InputError, Reject, SetAsideError
from ..reading.open.columns import is_header
from ..reading.open.encodings import is_wide
from ..reading.open.rows import read_records
from ..reading.open.tables import iter_csv, iter_parquet, pair_rows
from ..rules import Setting
from .place import name_place
from .stories import number_stories, read_days

UNFOLDED = Setting("unfolded", 100, "times its size that a table of an archive may unfold to, beyond largest_file",
                   chosen="a cap: news packs to a third or a fifth; equal cells, packed to nothing, fill any disk")
INSTALL = "python -m pip install -r .ci/archive.txt"
COLUMNS = ("article", "outlet", "headline", "published", "byline", "url", "language", "text")
REJECTED = ("story", "article", "reason", "detail")
UNKNOWN = "unknown"  # the outlet of an article that names none
_READ = 1_000  # rows read at a time
Rows = np.ndarray | Sequence[int]


class Archive(NamedTuple):
    """An archive whose texts lie in an open file.

    `index` has a row an article, in the order of `article`: article, published, start and size (bytes in
    `store`), story (number, see `find_stories`).  `rejected` has a row for each row not taken: story
    (missing), article (missing where it has no id), reason, detail.
    """

    index: pd.DataFrame
    rejected: pd.DataFrame
    store: IO[bytes]

    def read(self, rows: Rows) -> pd.DataFrame:
        """Return the articles at so many rows of `index` as a DataFrame of text columns, in that order."""
        return pd.DataFrame(list(self._records(rows)), columns=list(COLUMNS), dtype="str")

    def read_texts(self, rows: Rows) -> list[tuple[str, str]]:
        """Return (headline, text) of the articles at these rows of `index`, as they are grouped."""
        return [(cells.get("headline") or "", cells["text"]) for cells in self._records(rows)]

    def _records(self, rows):
        starts, sizes = self.index["start"].to_numpy()[rows], self.index["size"].to_numpy()[rows]
        for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
            self.store.seek(start)
            yield json.loads(self.store.read(size))

    def stories(self) -> list[tuple[int, np.ndarray]]:
        """Return [(story, its rows in `index`)] in the order of their numbers."""
        order = np.argsort(self.index["story"].to_numpy(), kind="stable")
        stories, first = np.unique(self.index["story"].to_numpy()[order], return_index=True)
        return list(zip(stories.tolist(), np.split(order, first[1:]), strict=True)) if len(stories) else []


def open_archive(path: str | Path, place: Path | None = None) -> Archive:
    """Return the Archive at `path`: a Parquet or csv table, or a folder of them, grouped into stories.

    An article is known by its id, else by its address, else by a mark made from its words, so that neither
    their order nor the files they lie in change anything.  Of several rows with one id that differ the
    one whose mark is smallest is taken.  `place` is the folder for the texts (default: the system's for
    temporary files); the file vanishes with the archive.  Raises InputError where nothing can be read.
    """
    rows, rejects = [], []
    with name_place(place or tempfile.gettempdir()):
        store = tempfile.TemporaryFile(dir=place)  # noqa: SIM115 - closed with the archive
        for file in list_tables(path):
            for document in _read_table(file, rejects):
                rows.append(_keep(store, document, f"{file.name} row {document.row}", rejects))
        store.flush()
    index = pd.DataFrame([row for row in rows if row], columns=["article", "published", "mark", "start", "size"])
    index = index.sort_values(["article", "mark", "start"], ignore_index=True)
    twice = index["article"].duplicated()
    rejects += [(name, "second row", f"the id {name} stands in an earlier row too") for name in index["article"][twice]]
    index = index[~twice].drop(columns="mark").astype({"article": "str", "published": "str"}).reset_index(drop=True)
    if index.empty:
        raise InputError(f"there is no article in {path}" + (f": {rejects[0][2]}" if rejects else ""))
    archive = Archive(index, reject(rejects), store)
    names = index["article"].to_numpy(dtype=object)
    with name_place(place or tempfile.gettempdir()):
        index["story"] = number_stories(names, read_days(index), archive.read_texts, place)
    return archive


def reject(rows: list[tuple], story: int | None = None) -> pd.DataFrame:
    """Return the table of what was not taken from rows of (article, reason, detail), in order."""
    table = pd.DataFrame(sorted(rows, key=lambda row: tuple(map(str, row))), columns=list(REJECTED[1:]), dtype="str")
    table.insert(0, "story", pd.array([story] * len(table), dtype="Int64"))
    return table


def list_stories(archive: Archive) -> pd.DataFrame:
    """Return a row a story: story, articles, outlets, first and last day, headline (that of its first article)."""
    rows = [(story, *describe_story(archive.read(places))) for story, places in archive.stories()]
    return pd.DataFrame(rows, columns=["story", "articles", "outlets", "first", "last", "headline"])


def describe_story(articles: pd.DataFrame) -> tuple[int, int, str | None, str | None, str]:
    """Return (articles, known outlets, first day, last day, headline or first words) of the articles of one story."""
    order = articles.assign(day=articles["published"].fillna("9999")).sort_values(["day", "article"])
    first, days = order.iloc[0], sorted(articles["published"].dropna().str[:10])
    headline = first["headline"] if isinstance(first["headline"], str) else first["text"].split("\n")[0][:100]
    outlets = articles.loc[articles["outlet"] != UNKNOWN, "outlet"]
    return (len(articles), outlets.nunique(), days[0] if days else None, days[-1] if days else None,
            headline)


def describe_articles(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the articles of a story as `Event.from_articles` wants them, with what can be read off their texts."""
    days = [day if isinstance(day, str) else None for day in articles["published"]]
    bylines = [[byline] if isinstance(byline, str) else [] for byline in articles["byline"]]
    return articles.assign(
        knows_until=pd.array(list(map(find_newest_day, articles["text"], days)), dtype="str"),
        credit=pd.array(list(map(find_credits, bylines, articles["outlet"])), dtype="str"))


def list_tables(path: str | Path) -> list[Path]:
    """Return the tables of the archive at `path`: itself, or what lies in it; InputError where there is none."""
    path = Path(path)
    if not path.exists():
        raise InputError(f"there is no archive {path}")
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
    except OSError as error:
        raise InputError(f"{path} can't be opened: {error.strerror}") from None
    files = [file for file in files if file.suffix.lower() in _READERS and not file.name.startswith(".")]
    if not files:
        raise InputError(f"{path} is no archive: {', '.join(_READERS)} are read")
    return files


def _keep(store, document, place, rejects):
    """Write an article to the store and return its row of the index; None where it has no words."""
    known = document.known
    cells = {"outlet": known.get("outlet") or UNKNOWN, **{name: known.get(name) for name in COLUMNS[2:-1]},
             "text": document.text.replace("\r\n", "\n").replace("\r", "\n")}
    mark = sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()[:16]
    cells["article"] = known.get("id") or known.get("url") or mark
    if not any(letter.isalnum() for letter in cells["text"]):
        rejects.append((cells["article"], "no text", f"{place} has no words"))
        return None
    data = json.dumps(cells).encode()
    start = store.tell()
    store.write(data)
    return cells["article"], cells["published"], mark, start, len(data)


def _read_table(path, rejects):
    """Yield the documents of the table at `path`; rows not taken, or the file, are added to `rejects`."""
    aside = []
    try:
        if path.is_dir():
            raise SetAsideError("a folder", f"{path.name} is a folder: name it as the archive to read what is in it")
        for header, records in _READERS[path.suffix.lower()](path, aside):
            yield from read_records(records, header, "utf-8", path.name, aside)
    except SetAsideError as error:
        aside.append(Reject(path.name, None, *error.args))
    except InputError as error:
        aside.append(Reject(path.name, None, "broken table", str(error)))
    except OSError as error:
        aside.append(Reject(path.name, None, "can't be opened", f"{path.name}: {error.strerror or error}"))
    rejects += [(None, row.reason, row.detail) for row in aside]


def _read_csv(path, aside):
    """Yield (header, records) of a csv table in UTF-8, some rows at a time; broken rows are added to `aside`."""
    with path.open("rb") as file:
        if is_wide(file.read(4096)):
            raise SetAsideError("undecodable", f"{path.name} is not UTF-8: write it again in that encoding")
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = iter_csv(file, path.name, is_header, aside)
        first = list(islice(rows, 1))
        while block := list(islice(rows, _READ)):
            bad = {row for row, cells in block if any("\ufffd" in cell or "\0" in cell for cell in cells)}
            aside += [Reject(path.name, row, "undecodable", f"{path.name} row {row}: its bytes are not UTF-8")
                      for row in sorted(bad)]
            yield pair_rows([*first, *(line for line in block if line[0] not in bad)], path.name, aside)


def _read_parquet(path, aside):
    most = max(LARGEST_FILE.value, UNFOLDED.value * path.stat().st_size)
    return iter_parquet(path, path.name, aside, most, _READ)


_READERS = {".parquet": _read_parquet, ".csv": _read_csv}
