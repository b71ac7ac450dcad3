"""An archive's results: a folder with a file a story, tables that add them up, and what was not taken.

    stories/NAME.parquet   the tables of one story (see `digests`), named by what it was made from
    stories.parquet        a row a story: number, articles, outlets, days, headline, its file
    outlets, reuse, sources, sides.parquet   sums over the story files (see `digests.SUMS`)
    rejected.parquet       articles and stories not taken, with the reason
    archive.json           written last: what belongs to the results; without it they are not finished
"""

import json
import os
import re
import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None

import pandas as pd
import psutil
from tqdm import tqdm

from ..english.wording import count
from ..event import Event
from ..reading.files import InputError
from ..reading.sidetables import ARTICLES
from .digests import (
    SUMS,
    add_sums,
    is_whole,
    load_pyarrow,
    mark_story,
    mark_version,
    pack_frame,
    sum_event,
    unpack_table,
)
from .mapping import check_scheduler, map_stories, write_file
from .store import REJECTED, describe_story, open_archive, reject

MANIFEST, STORIES = "archive.json", "stories"
_TABLES = ("stories", *SUMS, "rejected")
_LISTED = ("story", "articles", "outlets", "first", "last", "headline", "file")
_DRAFT = re.compile(r"\.part-.+|[0-9a-f]{64}\.parquet")


def map_archive(path, out, people=None, workers=1, scheduler=None):
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
    _check_place(out)
    (out / STORIES).mkdir(parents=True, exist_ok=True)
    with _hold(out):
        (out / MANIFEST).unlink(missing_ok=True)
        for draft in [*out.glob(".part-*"), *(out / STORIES).glob(".part-*")]:
            draft.unlink()
        return _map_stories(path, out, people, workers, scheduler)


def _map_stories(path, out, people, workers, scheduler):
    begun = time.monotonic()
    archive = open_archive(path, out)
    listed, rejected, names, sizes = [], [archive.rejected], {}, {}

    def list_jobs():
        for story, rows in archive.stories():
            articles = archive.read(rows)
            name = f"{mark_story(articles, people)}.parquet"
            listed.append((story, *describe_story(articles), name))
            names[story] = name
            if is_whole(out / STORIES / name):
                progress.total -= len(rows)
            else:
                sizes[story] = len(rows)
                yield story, articles, people, mark_version()

    with tqdm(total=len(archive.index), desc="articles", unit=" articles", disable=None) as progress:
        done, peak = 0, 0
        for (story, articles, *_), digest in map_stories(list_jobs(), workers, scheduler):
            if digest.data is None:
                failed = [(name, digest.reason, digest.detail) for name in articles["article"]]
                rejected.append(reject(failed, story))
                names[story] = None
            else:
                write_file(out / STORIES / names[story], digest.data)
            done, peak = done + 1, max(peak, _measure_memory())
            progress.update(sizes.pop(story))
            progress.set_postfix_str(f"{done:,} stories, {peak / 1e6:,.0f} MB")
    stories = pd.DataFrame(listed, columns=list(_LISTED)).assign(file=[names[row[0]] for row in listed])
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


def _check_place(out):
    """Raise InputError where `out` holds anything but results."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file: name a folder for the results")
    ours = {MANIFEST, STORIES, *(f"{name}.parquet" for name in _TABLES)}
    strange = [path.name for path in sorted(out.iterdir()) if path.name not in ours and not _DRAFT.fullmatch(path.name)
               ] if out.exists() else []
    if strange:
        raise InputError(f"{out} holds other files, such as {strange[0]}: name a new folder for the results")


@contextmanager
def _hold(out):
    """Keep the folder `out` to this process while the block runs; InputError where another process has it."""
    if fcntl is None:
        yield
        return
    folder = os.open(out, os.O_RDONLY)
    try:
        with suppress(OSError):  # not every file system has locks
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise InputError(f"another run is writing to {out}: wait until it ends, or name another folder"
                                 ) from None
        yield
    finally:
        os.close(folder)


def _finish(out, stories, rejected, archive):
    """Write the archive's tables and the manifest, and remove files of stories that are no longer in it."""
    files = {row.file: row.story for row in stories.itertuples() if isinstance(row.file, str)}
    for path in sorted((out / STORIES).iterdir()):
        if path.name not in files and _DRAFT.fullmatch(path.name):
            path.unlink()
    tables = {name: add_sums(name, (unpack_table(out / STORIES / file, name) for file in files)) for name in SUMS}
    inside = (unpack_table(out / STORIES / file, "rejected").assign(story=story) for file, story in files.items())
    rejected = pd.concat([*rejected, *(rows.astype({"story": "Int64"}) for rows in inside if len(rows))])
    tables["rejected"] = rejected.sort_values(list(REJECTED), ignore_index=True)
    tables["stories"] = stories
    marks = {}
    for name in _TABLES:
        data = pack_frame(tables[name])
        write_file(out / f"{name}.parquet", data)
        marks[name] = sha256(data).hexdigest()
    manifest = {"articles": len(archive.index), "stories": len(stories), "tables": marks, "version": mark_version()}
    write_file(out / MANIFEST, (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode())


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


def is_results(folder):
    """Tell whether `folder` holds results; InputError where they are not finished."""
    finished = (Path(folder) / MANIFEST).is_file()
    if not finished and Path(folder, STORIES).is_dir():
        raise InputError(f"{folder} holds results that are not finished: run the command with --out {folder} again")
    return finished


def load_results(folder):
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
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    path = folder / f"{name}.parquet"
    load_pyarrow()
    if sha256(path.read_bytes()).hexdigest() != manifest["tables"].get(name):
        raise InputError(f"{path} is not what the results were finished with: run the command again")
    table = pd.read_parquet(path)
    return add_sums(name, [table]) if name in SUMS else table


def read_story(archive, number):
    """Return the articles of story `number`: `archive` is a table of articles, or a folder of finished results."""
    archive = Path(archive)
    if is_results(archive):
        file = _read_table(archive, "stories").set_index("story")["file"].to_dict()
        if isinstance(file.get(number), str):
            return unpack_table(archive / STORIES / file[number], "articles")
    else:
        opened = open_archive(archive)
        rows = dict(opened.stories()).get(number)
        if rows is not None:
            return opened.read(rows)
    raise InputError(f"there is no story {number} in {archive}")


def save_story(articles, folder, people=None):
    """Write the articles of a story to a new `folder` that `Event` and the notebooks read; return their file names.

    One text file an article, and articles.csv with what is known of it.  Raises InputError where the
    folder holds anything.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder} is there already: name a new folder, nothing is overwritten")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".part-", dir=folder.parent) as workshop:
        new = Path(workshop, "new")
        new.mkdir()
        names = [f"{place:03}_{re.sub(r'[^a-z0-9]+', '-', outlet.lower()).strip('-')[:40] or 'outlet'}.txt"
                 for place, outlet in enumerate(articles["outlet"])]
        for name, text in zip(names, articles["text"], strict=True):
            (new / name).write_text(text, encoding="utf-8", newline="\n")
        known = articles.assign(file=names, outlet=articles["outlet"].replace("unknown", ""))
        known = known[[name for name in ARTICLES if name in known]]
        known.map(_flatten).to_csv(new / "articles.csv", index=False, lineterminator="\n")
        if people is not None:
            people.to_csv(new / "people.csv", index=False, lineterminator="\n")
        if folder.exists():
            folder.rmdir()
        shutil.move(new, folder)
    return names


def _flatten(cell):
    """Return a cell on one line; missing stays missing."""
    return " ".join(cell.split()) if isinstance(cell, str) else cell
