"""A folder that we write to: only what its manifest lists, byte for byte, is ever written over or removed.

The manifest `made.json` holds the hash of every file that we put there, and the sign that our unfinished files
begin with.  A file that is listed nowhere, or no longer is what we wrote, belongs to the user: then nothing is
touched, and one sentence says so before any work.  The lists are written before the files, so that whatever ends
a run, the next one knows what is ours.
"""

import errno
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from ..reading.files import InputError, one_line

MANIFEST = "made.json"
_BY = "python -m analysis"
_OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini", "lost+found"}  # comes by itself, is left where it is


class Place:
    """A folder held for one run: `write` puts a file there whole or not at all, `drop_old` removes what is left."""

    def __init__(self, folder: Path, what: str):
        self.folder, self.what = folder, what
        self.written: list[str] = []
        self._ours: dict[str, list[str]] = {}
        self._signs: list[str] = []
        self._sign = f".part-{secrets.token_hex(4)}-"

    def write(self, name: str, data: str | bytes) -> Path:
        """Write one file: `name` may hold folders, parted by `/`; text goes as UTF-8."""
        data = data.encode("utf-8", "replace") if isinstance(data, str) else data
        hashes = self._ours.setdefault(name, [])
        self._ours[name] = [*hashes, _hash(data)]
        draft = self._draft(data)
        self._save_list()
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.replace(target)
        self._ours[name] = [_hash(data)]
        self.written.append(name)
        return target

    def drop_old(self) -> None:
        """Remove what an earlier run made and this one has not written again."""
        for name in sorted(set(self._ours) - set(self.written)):
            self._remove(name)
        self._save_list()

    def _open(self) -> None:
        """Clear what killed runs left, and try whether one can write here."""
        for path in self.folder.iterdir():
            if path.name.startswith(tuple(self._signs) or "\0"):
                path.unlink()
        self._signs = [self._sign]
        if self._ours or (self.folder / MANIFEST).exists():
            self._save_list()
        else:
            with (self.folder / MANIFEST).open("x", encoding="utf-8") as file:
                file.write(self._list())
        self._draft(b"trial").unlink()

    def _close(self) -> None:
        """Leave no unfinished file, and no folder without one of ours."""
        for path in self.folder.glob(f"{self._sign}*"):
            path.unlink()
        self._signs = []
        if any((self.folder / name).exists() for name in self._ours):
            self._save_list()
        else:
            (self.folder / MANIFEST).unlink(missing_ok=True)

    def _look(self) -> None:
        """Read the list, and refuse what is not ours."""
        self._read_list()
        strange = self._find_strange()
        if strange:
            raise InputError(f"{self.folder} holds {strange}: name a new folder for the {self.what}")

    def _read_list(self) -> None:
        path = self.folder / MANIFEST
        if not os.path.lexists(path):
            return
        try:
            known = json.loads(path.read_text(encoding="utf-8"))
            if known["by"] != _BY or known["what"] != self.what:
                raise ValueError
            self._ours = {str(name): [str(one) for one in hashes] for name, hashes in known["files"].items()}
            self._signs = [str(sign) for sign in known["unfinished"] if str(sign).startswith(".part-")]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise InputError(f"{self.folder} holds {MANIFEST}, which is not the list of an earlier {self.what}: name a"
                             f" new folder for the {self.what}") from None

    def _find_strange(self) -> str | None:
        """Return in a few words the first thing in the folder that is not ours, None where all is."""
        for place, folders, files in os.walk(self.folder, onerror=_raise):
            folders[:] = sorted(name for name in folders if name not in _OF_THE_SYSTEM)
            if not folders and not files and Path(place) != self.folder:
                return f"{one_line(os.path.relpath(place, self.folder))}, which we did not make"
            for name in sorted([*files, *(one for one in folders if Path(place, one).is_symlink())]):
                path = Path(place, name)
                here = path.relative_to(self.folder).as_posix()
                if name in _OF_THE_SYSTEM or here == MANIFEST or here.startswith(tuple(self._signs) or "\0"):
                    continue
                if here not in self._ours or path.is_symlink():
                    return f"{one_line(here)}, which we did not make"
                if not path.is_file() or _hash(path.read_bytes()) not in self._ours[here]:
                    return f"{one_line(here)}, which has been changed since we made it"
        return None

    def _remove(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)
        del self._ours[name]
        for parent in (self.folder / name).relative_to(self.folder).parents:
            with suppress(OSError):  # holds others
                if parent != Path("."):
                    (self.folder / parent).rmdir()

    def _list(self) -> str:
        files = {name: self._ours[name] for name in sorted(self._ours)}
        return json.dumps({"by": _BY, "what": self.what, "files": files, "unfinished": self._signs}, indent=1) + "\n"

    def _save_list(self) -> None:
        self._draft(self._list().encode()).replace(self.folder / MANIFEST)

    def _draft(self, data: bytes) -> Path:
        path = self.folder / f"{self._sign}{secrets.token_hex(4)}"
        path.write_bytes(data)
        return path


@contextmanager
def hold_place(folder: str | Path, what: str, apart_from: str | Path | None = None) -> Iterator[Place]:
    """Hold `folder` for one run that makes a `what` ("report"); it is made where it is missing.

    Raises InputError in one sentence, before anything is changed, where it is a file, can't be written, holds
    what we did not make, holds the folder `apart_from`, or another run is at work there.
    """
    folder = Path(os.path.abspath(folder))
    if apart_from is not None and _holds(folder, Path(os.path.abspath(apart_from))):
        raise InputError(f"{folder} holds the articles: name another folder for the {what}")
    if os.path.lexists(folder) and not folder.is_dir():
        raise InputError(f"{folder} is a file: name a folder for the {what}")
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    place = Place(folder, what)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _lock(folder):
            place._look()
            try:
                place._open()
                yield place
            finally:
                with suppress(OSError):
                    place._close()
    except OSError as error:
        if not place.written and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
            raise InputError(f"{error.filename or folder}: {error.strerror}: name another folder for the {what}"
                             ) from None
        raise
    finally:
        for path in made:
            with suppress(OSError):  # holds what we made
                path.rmdir()


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Keep other runs out of `folder`, where the system can do that; whatever ends this one, the lock goes."""
    try:
        import fcntl
        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InputError(f"{folder}: another run is at work there") from None
        except OSError:
            pass  # a file system without locks
        yield
    finally:
        os.close(handle)


def _holds(folder: Path, other: Path) -> bool:
    """Tell whether `other` is `folder` or lies in it, whatever links lead there."""
    if not (folder.exists() and other.exists()):
        return False
    other = other.resolve()
    return any(os.path.samefile(folder, path) for path in (other, *other.parents))


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _raise(error: OSError) -> None:
    raise error
