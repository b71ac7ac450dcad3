"""The folder of an archive's results: what in it is ours, and how it is written.

Ours is `archive.json` where it says so, the tables that it lists, and in `stories/` the files whose names hold the
hash of what they were made from and that of their bytes.  Nothing else is ever removed or written over, and
the folder is tried before the work begins.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from ..reading.files import InputError

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None

MANIFEST, STORIES = "archive.json", "stories"
_MAKER = "python -m analysis stories"
_STORY = re.compile(r"([0-9a-f]{64})\.([0-9a-f]{64})\.parquet")
_DRAFT = re.compile(r"\.part-\d+-(.+)")


@contextmanager
def open_place(out: Path, archive: Path, tables: tuple[str, ...]) -> Iterator[None]:
    """Keep the folder `out` to this process while the block runs; until `finish_place` its results are not finished.

    `tables` are the names of the files that will be written.  Drafts of runs that were killed are cleared.  Raises
    InputError where `out` holds anything but results, or the archive, or another run writes to it; OSError with
    its name where it can't be written.  A block that ends in an InputError leaves a new folder as it was.
    """
    _check_place(out, archive)
    made = not out.exists()
    fresh = made or not any(out.iterdir())
    out.mkdir(parents=True, exist_ok=True)
    with _hold(out):
        for draft in [*out.glob(".part-*"), *(out / STORIES).glob(".part-*")]:
            draft.unlink()  # _check_place knows them all
        _write_manifest(out, {"finished": False, "tables": dict.fromkeys(tables)})
        (out / STORIES).mkdir(exist_ok=True)
        try:
            yield
        except InputError:
            if fresh and not any((out / STORIES).iterdir()):
                (out / STORIES).rmdir()
                (out / MANIFEST).unlink()
                if made:
                    out.rmdir()
            raise


def finish_place(out: Path, known: dict[str, Any]) -> None:
    """Write the manifest of finished results: `known`, which holds the hash of each table under `tables`."""
    _write_manifest(out, {**known, "finished": True})


def read_manifest(folder: str | Path) -> dict[str, Any] | None:
    """Return what `archive.json` in `folder` says, None where there is none of ours."""
    try:
        manifest = json.loads(Path(folder, MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    ours = isinstance(manifest, dict) and manifest.get("maker") == _MAKER and isinstance(manifest.get("tables"), dict)
    return manifest if ours else None


def name_story(mark: str, data: bytes) -> str:
    """Return the name of a story's file: the mark of what it was made from, and the hash of its bytes."""
    return f"{mark}.{sha256(data).hexdigest()}.parquet"


def list_stories_done(out: Path) -> dict[str, str]:
    """Return {mark: name} of the story files in `out` whose every byte is what was written."""
    return {match[1]: path.name for path in sorted((out / STORIES).iterdir())
            if (match := _STORY.fullmatch(path.name)) and is_whole(path)}


def is_whole(path: Path) -> bool:
    """Tell whether every byte of a story's file is what was written."""
    match = _STORY.fullmatch(path.name)
    try:
        return bool(match) and sha256(path.read_bytes()).hexdigest() == match[2]  # type: ignore[index]
    except OSError:
        return False


def drop_stories(out: Path, keep: set[str]) -> None:
    """Remove the story files that are not in `keep`."""
    for path in sorted((out / STORIES).iterdir()):
        if path.name not in keep and _STORY.fullmatch(path.name):
            path.unlink()


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` to `path`: under another name first, moved into place when all of it is on disk."""
    draft = path.with_name(f".part-{os.getpid()}-{path.name}")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        with suppress(OSError):
            draft.unlink()
    return path


@contextmanager
def name_place(place: str | Path) -> Iterator[None]:
    """Give an OSError of the block that names no file the name of what is read or written, as its sentence needs it."""
    try:
        yield
    except OSError as error:
        if error.filename:
            raise
        raise OSError(error.errno, error.strerror or str(error), str(place)) from error


def _write_manifest(out: Path, known: dict[str, Any]) -> None:
    write_file(out / MANIFEST, (json.dumps({**known, "maker": _MAKER}, indent=1, sort_keys=True) + "\n").encode())


def _check_place(out: Path, archive: Path) -> None:
    """Raise InputError where `out` holds the archive, or anything but results."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file: name a folder for the results")
    inside = archive.resolve()
    if out.exists() and (out.resolve() == inside or out.resolve() in inside.parents):
        raise InputError(f"{out} holds the archive itself: name a new folder for the results")
    strange = _find_strange(out) if out.exists() else None
    if strange:
        raise InputError(f"{out} holds other files, such as {strange}: name a new folder for the results")


def _find_strange(out: Path) -> str | None:
    """Return the name of something in `out` that no run has written, else None."""
    manifest = read_manifest(out)
    tables = {MANIFEST, *manifest["tables"]} if manifest else set()
    with name_place(out):
        for path in sorted(out.iterdir()):
            draft = _DRAFT.fullmatch(path.name)
            if path.name == STORIES and manifest and path.is_dir() and not path.is_symlink():
                continue
            ours = tables | {MANIFEST} if draft else tables  # the first draft of all is that of the manifest
            if not _is_plain(path) or (draft[1] if draft else path.name) not in ours:
                return path.name
        for path in sorted((out / STORIES).iterdir()) if (out / STORIES).is_dir() else ():
            draft = _DRAFT.fullmatch(path.name)
            if not _is_plain(path) or not _STORY.fullmatch(draft[1] if draft else path.name):
                return f"{STORIES}/{path.name}"
    return None


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


@contextmanager
def _hold(out: Path) -> Iterator[None]:
    """Keep the folder `out` to this process while the block runs; InputError where another process has it."""
    if fcntl is None:
        yield
        return
    with name_place(out):
        folder = os.open(out, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InputError(f"another run is writing to {out}: wait until it ends, or name another folder") from None
        except OSError:  # not every file system has locks
            pass
        yield
    finally:
        os.close(folder)
