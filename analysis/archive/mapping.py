"""Maps one function over an archive's stories: here, on this machine's cores, or on a cluster.

The function is the same, and so is what becomes of its results: only this process writes files, each
under another name first and then moved into place.
"""

import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice

from ..reading.files import InputError
from .digests import Digest, digest_story
from .store import INSTALL

_ANSWER, _SILENCE = 5, 30  # seconds for a scheduler to answer, and without a result until its workers are counted
_LOST = Digest(None, "worker lost", "the process that read it ended twice, as when memory runs out")


class _Here(Executor):
    """Runs what is submitted at once, in this process."""

    def submit(self, fn, /, *args, **kwargs) -> Future:
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def map_stories(jobs: Iterable[tuple], workers: int = 1, scheduler: str | None = None
                ) -> Iterator[tuple[tuple, Digest]]:
    """Yield (job, Digest) as each is finished, in any order; a job is a tuple: a key, then what digest_story takes.

    One process by default, `workers` processes of this machine, or the Dask cluster at `scheduler`.  Jobs
    are taken from the iterator as they are needed.  A worker that dies costs time: its stories are read
    again, each in a process of its own, and rejected only where that dies too.  Raises InputError where
    the cluster can't be reached or is lost.
    """
    jobs, again = iter(jobs), []
    while True:
        with _open_executor(workers, scheduler) as (executor, at_once, lost, has_workers):
            running, broken = {}, []
            while not broken:
                for job in islice(jobs, at_once - len(running)):
                    running[_submit(executor, job)] = job
                if not running:
                    break
                done = wait(running, _SILENCE, FIRST_COMPLETED).done
                if not done and not has_workers():
                    raise InputError(f"the scheduler {scheduler} has no worker left; what is finished is kept")
                for future in done:
                    job = running.pop(future)
                    try:
                        yield job, future.result()
                    except BrokenProcessPool:
                        broken.append(job)
                    except lost:
                        yield job, _LOST
                    except CancelledError:
                        raise InputError(f"the scheduler {scheduler} is lost; what is finished is kept") from None
                    except (ImportError, RuntimeError):  # what fails in a story is told by its Digest
                        if not scheduler:
                            raise
                        raise InputError(f"the cluster at {scheduler} can't run this workbook: start its scheduler and "
                                         "its workers in this folder, with the same libraries (python -m dask)"
                                         ) from None
            again = broken + list(running.values())
        if not again:
            return
        for job in again:
            yield job, _digest_alone(job)


def _digest_alone(job):
    """Return the Digest of a job in a process of its own; `_LOST` where that dies."""
    with _open_executor(2, None, processes=1) as (executor, *_):
        try:
            return _submit(executor, job).result()
        except BrokenProcessPool:
            return _LOST


def _submit(executor, job):
    try:
        return executor.submit(digest_story, *job[1:])
    except BrokenProcessPool as error:  # it broke since the last result
        future = Future()
        future.set_exception(error)
        return future


@contextmanager
def _open_executor(workers, scheduler, processes=None):
    """Give (executor, jobs at once, errors that mean a lost worker, whether there are workers as a function).

    Whatever ends the block ends its processes.
    """
    if scheduler:
        with _connect(scheduler) as (client, lost):
            threads = sum(client.nthreads().values())
            if not threads:
                raise InputError(f"the scheduler {scheduler} has no worker yet")
            yield client.get_executor(retries=0), 2 * threads, lost, client.nthreads
    elif workers > 1:
        others = set(multiprocessing.active_children())
        executor = ProcessPoolExecutor(processes or workers, multiprocessing.get_context("spawn"), _start_worker)
        try:
            yield executor, 2 * workers, (), lambda: True
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
            for process in set(multiprocessing.active_children()) - others:
                process.kill()
            executor.shutdown()
    else:
        yield _Here(), 1, (), lambda: True


def _start_worker():
    """Leave Ctrl-C to the process that started this one, and end when that one ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent():
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def check_scheduler(scheduler: str) -> None:
    """Raise InputError where Dask is not installed or nobody listens at the address `scheduler`."""
    try:
        from distributed import comm
        from distributed.comm.registry import get_backend
    except ImportError:
        raise InputError(f"to use a cluster, run {INSTALL}") from None
    try:
        kind = comm.parse_address(scheduler)[0]
        get_backend(kind)
        if kind in ("tcp", "tls"):
            with socket.create_connection(comm.get_address_host_port(scheduler, strict=True), _ANSWER) as line:
                if kind == "tcp" and not line.recv(1):  # a scheduler greets whoever calls
                    raise ValueError
    except (OSError, ValueError):
        raise InputError(f"there is no Dask scheduler at {scheduler}") from None


@contextmanager
def _connect(scheduler):
    check_scheduler(scheduler)
    from distributed import Client, KilledWorker
    try:
        client = Client(scheduler, timeout="10s", set_as_default=False)
    except (OSError, ValueError, TimeoutError):
        raise InputError(f"there is no Dask scheduler at {scheduler}") from None
    with client:
        yield client, KilledWorker
