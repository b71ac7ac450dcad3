"""An archive's results: a folder with a file a story, tables that add them up, and what was not taken.

    stories/NAME.parquet   the tables of one story (see `digests`), named by what it was made from and by its hash
    stories.parquet        a row a story: number, articles, outlets, days, headline, its file
    outlets, reuse, sources, sides.parquet   sums over the story files (see `digests.SUMS`)
    rejected.parquet       articles and stories not taken, with the reason
    archive.json           what belongs to the results, and whether they are finished (see `place`)
"""

import re
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import psutil
from tqdm import tqdm

from ..english.wording import count
from ..event import Event
from ..reading.files import InputError
from ..reading.sidetables import ARTICLES
from .digests import SUMS, add_sums, load_pyarrow, mark_story, mark_version, pack_frame, sum_event, unpack_table
from .mapping import check_scheduler, map_stories
from .place import (
    STORIES,
    drop_stories,
    finish_place,
    is_whole,
    list_stories_done,
    name_place,
    name_story,
    open_place,
    read_manifest,
    write_file,
)
from .store import REJECTED, describe_story, list_tables, open_archive, reject

_TABLES = ("stories", *SUMS, "rejected")
_LISTED = ("story", "articles", "outlets", "first", "last", "headline", "file")


def map_archive(path: str | Path, out: str | Path, people: pd.DataFrame | None = None, workers: int = 1,
                scheduler: str | None = None) -> str:
    """Make the results of the archive at `path` in the folder `out`; return a sentence that sums them up.

    Stories whose files are there already are not done again.  What stops this (Ctrl-C, a full disk, a lost
    cluster) leaves finished stories, and no manifest; starting again goes on from there.  A story that
    can't be done is a row of `rejected`.  Raises InputError where `out` holds anything else, or the
    archive can't be read, or another run writes to `out`; OSError with the file's name where the disk does not
    take it.
    """
    out = Path(out)
    load_pyarrow()
    if scheduler:
        check_scheduler(scheduler)
    list_tables(path)
    with open_place(out, Path(path), tuple(f"{name}.parquet" for name in _TABLES)):
        return _map_stories(path, out, people, workers, scheduler)


def _map_stories(path, out, people, workers, scheduler):
    begun = time.monotonic()
    archive = open_archive(path, out)
    listed, rejected, marks, files, sizes = [], [archive.rejected], {}, {}, {}
    finished = list_stories_done(out)

    def list_jobs() -> Iterator[tuple]:
        for story, rows in archive.stories():
            articles = archive.read(rows)
            mark = mark_story(articles, people)
            listed.append((story, *describe_story(articles)))
            files[story] = finished.get(mark)
            if files[story]:
                progress.total -= len(rows)
            else:
                marks[story], sizes[story] = mark, len(rows)
                yield story, articles, people, mark_version()

    with tqdm(total=len(archive.index), desc="articles", unit=" articles", disable=None) as progress:
        done, peak = 0, 0
        for (story, articles, *_), digest in map_stories(list_jobs(), workers, scheduler):
            if digest.data is None:
                failed = [(name, digest.reason, digest.detail) for name in articles["article"]]
                rejected.append(reject(failed, story))
            else:
                files[story] = name_story(marks[story], digest.data)
                write_file(out / STORIES / files[story], digest.data)
            done, peak = done + 1, max(peak, _measure_memory())
            progress.update(sizes.pop(story))
            progress.set_postfix_str(f"{done:,} stories, {peak / 1e6:,.0f} MB")
    stories = pd.DataFrame(listed, columns=list(_LISTED[:-1])).assign(file=[files[row[0]] for row in listed])
    _finish(out, stories, rejected, archive)
    return _sum_up(stories, len(archive.index), done, time.monotonic() - begun, peak, out)


def _sum_up(stories, articles, done, seconds, peak, out):
    rejected = pd.read_parquet(out / "rejected.parquet")
    lost = stories["file"].isna().sum()
    lines = [f"{count(len(stories), 'story', 'stories')} of {count(articles, 'article')}: {done:,} done in"
             f" {seconds:,.0f} s, {len(stories) - done:,} found done",
             f"at most {peak / 1e6:,.0f} MB of memory" if peak else "nothing left to do"]
    if lost:
        lines.append(f"{count(lost, 'story', 'stories')} could not be done")
    reasons = rejected["reason"].value_counts().sort_index()
    lines += [f"{count(number, 'article or row', 'articles or rows')} not taken: {reason}"
              for reason, number in reasons.items()]
    return "\n".join(lines)


def _finish(out, stories, rejected, archive):
    """Write the archive's tables and the manifest, and remove files of stories that are no longer in it."""
    files = {row.file: row.story for row in stories.itertuples() if isinstance(row.file, str)}
    drop_stories(out, set(files))
    tables = {name: add_sums(name, (unpack_table(out / STORIES / file, name) for file in files)) for name in SUMS}
    inside = (unpack_table(out / STORIES / file, "rejected").assign(story=story) for file, story in files.items())
    rejected = pd.concat([*rejected, *(rows.astype({"story": "Int64"}) for rows in inside if len(rows))])
    tables["rejected"] = rejected.sort_values(list(REJECTED), ignore_index=True)
    tables["stories"] = stories
    marks = {}
    for name in _TABLES:
        data = pack_frame(tables[name])
        write_file(out / f"{name}.parquet", data)
        marks[f"{name}.parquet"] = sha256(data).hexdigest()
    finish_place(out, {"articles": len(archive.index), "stories": len(stories), "tables": marks,
                       "version": mark_version()})


def _measure_memory():
    """Return the bytes of memory that this process and those it started hold now."""
    process = psutil.Process()
    held = 0
    for one in [process, *process.children(recursive=True)]:
        try:
            held += one.memory_info().rss
        except psutil.Error:  # it has ended meanwhile
            continue
    return held


def is_results(folder: str | Path) -> bool:
    """Tell whether `folder` holds results; InputError where they are not finished."""
    manifest = read_manifest(folder)
    if manifest and not manifest["finished"]:
        raise InputError(f"{folder} holds results that are not finished: run the command with --out {folder} again")
    return manifest is not None


def load_results(folder: str | Path) -> SimpleNamespace:
    """Return the archive's tables by name (see above): of finished results, or of the articles of one story.

    Any other folder of articles is an archive of one story, so that it can be looked at in the same way.
    """
    folder = Path(folder)
    if is_results(folder):
        return SimpleNamespace(**{name: _read_table(folder, name) for name in _TABLES})
    event = Event(folder)
    articles = event.articles[["article", "outlet", "headline", "published", "text"]].astype("str")
    stories = pd.DataFrame([(1, *describe_story(articles), None)], columns=list(_LISTED))
    rejected = event.rejects.assign(story=pd.NA, article=event.rejects["file"])[list(REJECTED)]
    return SimpleNamespace(stories=stories, **sum_event(event), rejected=rejected)


def _read_table(folder, name):
    path = folder / f"{name}.parquet"
    load_pyarrow()
    with name_place(path):
        known = (read_manifest(folder) or {"tables": {}})["tables"]
        whole = sha256(path.read_bytes()).hexdigest() == known.get(path.name)
    if not whole:
        raise InputError(f"{path} is not what the results were finished with: run the command again")
    table = pd.read_parquet(path)
    return add_sums(name, [table]) if name in SUMS else table


def read_story(archive: str | Path, number: int) -> pd.DataFrame:
    """Return the articles of story `number`: `archive` is a table of articles, or a folder of finished results."""
    archive = Path(archive)
    if is_results(archive):
        file = _read_table(archive, "stories").set_index("story")["file"].to_dict()
        if isinstance(file.get(number), str):
            path = archive / STORIES / file[number]
            if not is_whole(path):
                raise InputError(f"{path} is not what the results were finished with: run the command again")
            return unpack_table(path, "articles")
    else:
        opened = open_archive(archive)
        rows = dict(opened.stories()).get(number)
        if rows is not None:
            return opened.read(rows)
    raise InputError(f"there is no story {number} in {archive}")


def save_story(articles: pd.DataFrame, folder: str | Path, people: pd.DataFrame | None = None) -> list[str]:
    """Write the articles of a story to a new `folder` that `Event` and the notebooks read; return their file names.

    One text file an article, and articles.csv with what is known of it.  Raises InputError where the
    folder holds anything.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder} is there already: name a new folder, nothing is overwritten")
    names = [f"{place:03}_{re.sub(r'[^a-z0-9]+', '-', outlet.lower()).strip('-')[:40] or 'outlet'}.txt"
             for place, outlet in enumerate(articles["outlet"])]
    known = articles.assign(file=names, outlet=articles["outlet"].replace("unknown", ""))
    known = known[[name for name in ARTICLES if name in known]].map(_flatten)
    tables = {"articles.csv": known} | ({} if people is None else {"people.csv": people})
    texts = {name: table.to_csv(index=False, lineterminator="\n") for name, table in tables.items()}
    texts |= dict(zip(names, articles["text"], strict=True))  # after articles.csv, which names them all
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    try:
        for name, text in texts.items():
            written.append(folder / name)
            with name_place(folder / name):
                (folder / name).write_bytes(text.encode("utf-8", "replace"))
    except BaseException:  # Ctrl-C too: half a story would be read as a whole one
        for path in written:
            path.unlink(missing_ok=True)
        if made:
            folder.rmdir()
        raise
    return names


def _flatten(cell):
    """Return a cell on one line; missing stays missing."""
    return " ".join(cell.split()) if isinstance(cell, str) else cell
