"""Runs the notebooks: in memory on any folder, or in place so that a second run changes no byte."""

import atexit
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

from ..reading.files import InputError

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
AT_ONCE = 2
# What a kernel or JupyterLab writes here names the machine's Python; these say enough to open and to colour.
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python",
                      "pygments_lexer": "ipython3"},
}
_LIVE_WIDGET = "application/vnd.jupyter.widget-view+json"


class NotebookError(RuntimeError):
    """A cell that failed: one sentence that names notebook, cell and error."""


def list_notebooks() -> list[Path]:
    """Return the paths of the notebooks, by name."""
    return sorted(NOTEBOOKS.glob("*.ipynb"))


def run_notebooks(paths: Iterable[Path], folder: str | Path | None = None) -> Iterator[tuple[Path, Any]]:
    """Run notebooks, a few at once, and yield (path, executed notebook) as each is finished; no file is written.

    `folder`, if given, replaces the one in the cell tagged `parameters`.  Raises NotebookError at the
    first cell that fails.  Whatever ends this early, Ctrl-C too, ends the kernels.
    """
    paths = sorted(paths, key=lambda path: -path.stat().st_size)  # the longest first, that none is left for the end
    with tempfile.TemporaryDirectory(prefix="kernels-") as sockets:
        managers = [_manage_kernel(Path(sockets, str(number))) for number, _ in enumerate(paths)]
        pool = ThreadPoolExecutor(AT_ONCE)
        try:
            jobs = [pool.submit(_run_notebook, path, manager, folder)
                    for path, manager in zip(paths, managers, strict=True)]
            for job in as_completed(jobs):
                yield job.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            for manager in managers:
                process = getattr(manager.provisioner, "process", None)
                if process is not None:
                    process.kill()
            pool.shutdown()


def copy_notebooks(folder: str | Path) -> tuple[Path, list[str]]:
    """Copy the notebooks of one event to `folder`/notebooks, set to read `folder`; return the place and what is new.

    A notebook that is there already is the user's, whatever stands in it: it stays.  Outputs are left out, they are
    of other articles.  Raises InputError where `folder` is none.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise InputError(f"there is no folder {folder}")
    place = folder / "notebooks"
    place.mkdir(exist_ok=True)
    copied = []
    for path in list_notebooks():
        if path.name.startswith("7_") or os.path.lexists(place / path.name):  # 7 is about an archive
            continue
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.update(outputs=[], execution_count=None)
                cell.source = cell.source.replace('sys.path.insert(0, "..")',
                                                  f"sys.path.insert(0, {str(NOTEBOOKS.parent)!r})")
            if "parameters" in cell.metadata.get("tags", []):
                cell.source = 'folder = ".."'
        with (place / path.name).open("x", encoding="utf-8") as file:
            file.write(nbformat.writes(notebook) + "\n")
        copied.append(path.name)
    return place, copied


def start_lab(place: Path, options: Iterable[str] = ()) -> None:
    """Run JupyterLab on the folder `place` until it is stopped."""
    quiet = "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"
    server = subprocess.Popen([sys.executable, "-m", "jupyterlab", quiet, *options, str(place)])
    try:
        server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait(10)


def _manage_kernel(place):
    """Return a manager of this Python's own kernel, whatever kernels the user or the system has installed."""
    place.mkdir()
    return AsyncKernelManager(
        kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
        connection_file=str(place / "kernel.json"),
        transport="tcp" if os.name == "nt" else "ipc",
    )


def _run_notebook(path, manager, folder):
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.execution_count = None  # so that a cell that fails is known as the last that has a number
    if folder is not None:
        _set_folder(notebook, folder, path.name)
    client = NotebookClient(
        notebook, km=manager, resources={"metadata": {"path": str(path.parent)}},
        record_timing=False, store_widget_state=False, coalesce_streams=True, shutdown_kernel="immediate",
    )
    # the kernel's own folder: no start-up script or setting of the user; and no advice from its debugger
    settings = {"IPYTHONDIR": str(Path(manager.connection_file).parent), "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    try:
        client.execute(cleanup_kc=True, env={**os.environ, **settings})
    except CellExecutionError as error:
        number = 1 + max(place for place, cell in enumerate(notebook.cells) if cell.get("execution_count"))
        raise NotebookError(f"{path.name}, cell {number}: {error.ename}: {error.evalue}") from None
    except (DeadKernelError, RuntimeError):
        raise NotebookError(f"{path.name}: its kernel was ended by the system, as when memory runs out") from None
    finally:
        atexit.unregister(client._cleanup_kernel)  # or a kernel that was ended early is ended again, with a traceback
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(_LIVE_WIDGET, None)  # works only beside its kernel, and its id is random
    return path, notebook


def _set_folder(notebook, folder, name):
    cells = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(cells) != 1:
        raise NotebookError(f"{name}: {len(cells)} cells are tagged parameters, there must be one")
    cells[0].source = f"folder = {str(Path(folder).resolve())!r}"


def refresh_notebooks() -> Iterator[tuple[str, list[str]]]:
    """Run all notebooks and write each in place; yield (name, differences), what differs in a few words each."""
    for path, notebook in run_notebooks(list_notebooks()):
        before, after = path.read_text(encoding="utf-8"), nbformat.writes(notebook) + "\n"
        if after != before:
            draft = path.with_suffix(".draft")
            draft.write_text(after, encoding="utf-8", newline="\n")
            draft.replace(path)
        yield path.name, name_differences(nbformat.reads(before, as_version=4), notebook) if after != before else []


def name_differences(before: Any, after: Any) -> list[str]:
    """Return what differs between two runs of one notebook as a list, such as `cell 4: picture`."""
    differences = []
    for number, (old, new) in enumerate(zip(before.cells, after.cells, strict=True), 1):
        old, new = old.get("outputs", []), new.get("outputs", [])
        if old != new:
            differences.append(f"cell {number}: {'picture' if _drop_pictures(old) == _drop_pictures(new) else 'text'}")
    return differences or ["nothing but counts or metadata"]


def _drop_pictures(outputs):
    return [{**output, "data": {kind: data for kind, data in output.get("data", {}).items() if "image/" not in kind}}
            for output in outputs]
