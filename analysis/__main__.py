"""The command line: `python -m analysis [FOLDER]`, and other commands by their first word."""

import _thread
import argparse
import errno
import logging
import os
import signal
import sys
import tempfile
import threading
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OTHERS = (
    "new FOLDER                 make a folder to fill in, with a guide and example tables",
    "check FOLDER               say what was found in a folder, and what is missing",
    "lab FOLDER                 open JupyterLab on a folder, with notebooks of its own",
    "coding FOLDER              write blind sheets for human coders",
    "agreement FOLDER SHEETS    say how far coders agree, and the machine with them",
    "stories ARCHIVE            find the events in an archive, and compare each of them",
    "rules [WORDS]              print the rules and settings with their reasons and examples",
    "refresh                    run the notebooks and write them in place",
)


def report(words: list[str]) -> None:
    """Print the findings of a folder and write the report, its first page first."""
    parser = argparse.ArgumentParser(
        "python -m analysis", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="How each outlet told one event: prints the findings and writes the report.",
        epilog="other commands:\n" + "\n".join(f"  python -m analysis {line}" for line in OTHERS),
    )
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="texts, web pages or tables (default: seeds)")
    parser.add_argument("--out", default=ROOT / "report", metavar="DIR",
                        help="where the report goes (default: report); an old report there is replaced, nothing else")
    options = parser.parse_args(words)

    folder = Path(options.folder) if options.folder is not None else ROOT / "seeds"
    old = (Path(options.out) / "index.html").exists()
    with _kept("an old report is as it was" if old else "no report was made"):
        index = _report(options, folder)
    from .pages.terminal import failure
    if failure():
        raise RuntimeError(f"{failure()}; the report is made: {index}")


def _report(options, folder):
    from .pages.place import hold_place
    from .pages.terminal import find_width, name_program, quote, say, short
    with hold_place(options.out, "report", apart_from=folder) as place:
        from .event import Event
        from .pages.doubts import list_doubts
        from .pages.passages import describe
        event = Event(folder)
        say(describe(event, find_width()), "")
        from tqdm import tqdm

        from .pages.report import count_pages, make_report
        pages = make_report(event, place)
        index = next(pages)
        say(f"Report: {short(index)}")
        with _kept("the report's first page is there, some of the others are not"):
            for _ in tqdm(pages, "other pages", count_pages(event) - 1, disable=None):
                pass
    say(f"JupyterLab: {name_program()} lab {quote(options.folder) if options.folder else ''}".rstrip())
    few = [f"  {title}: {'; '.join(found[:9])}{' …' * (len(found) > 9)}"
           for title, found in list_doubts(event.articles, event._strange)
           if 2 * len(found) <= len(event.articles)]  # what is so of most texts is the folder's way
    if few:
        say("", "To look at in the texts:", *few)
    if len(event.rejects):
        say("", "Not taken:", *(f"  {detail}" for detail in event.rejects["detail"]))
    return index


def new(words: list[str]) -> None:
    """Make a folder to fill in, with a guide, example tables and two example articles."""
    parser = argparse.ArgumentParser("python -m analysis new", description=new.__doc__)
    parser.add_argument("folder", metavar="FOLDER", help="the folder to make; nothing is overwritten")
    folder = parser.parse_args(words).folder

    from .pages.folders import make_folder
    from .pages.terminal import name_program, quote, say
    say(f"{folder}: {', '.join(make_folder(folder))}",
        f"Next: read README.txt there, then {name_program()} check {quote(folder)}")


def check(words: list[str]) -> None:
    """Say what was found in a folder of articles, what was set aside and what is missing; nothing is rendered."""
    parser = argparse.ArgumentParser("python -m analysis check", description=check.__doc__)
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="the folder of articles (default: seeds)")
    folder = parser.parse_args(words).folder

    from .event import SEEDS, Event
    from .pages.folders import describe_folder
    from .pages.terminal import say
    say(describe_folder(Event(folder or SEEDS)))


def lab(words: list[str]) -> None:
    """Open JupyterLab on a folder of articles, with notebooks of its own in FOLDER/notebooks: copied once."""
    parser = argparse.ArgumentParser("python -m analysis lab", description=lab.__doc__,
                                     epilog="What follows FOLDER and is not known here goes to JupyterLab.")
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="the folder of articles (default: seeds, with the"
                        " notebooks of this project)")
    options, more = parser.parse_known_args(words)

    from .pages.notebooks import NOTEBOOKS, copy_notebooks, start_lab
    from .pages.terminal import say, short
    place, copied = (NOTEBOOKS, []) if options.folder is None else copy_notebooks(options.folder)
    say(f"{short(place)}: {', '.join(copied) or 'nothing copied, the notebooks there stay as they are'}")
    start_lab(place, more)


def coding(words: list[str]) -> None:
    """Write blind sheets for coders: what is reported, who speaks, what is named how, which theme words are right."""
    parser = argparse.ArgumentParser("python -m analysis coding", description=coding.__doc__)
    parser.add_argument("folder", metavar="FOLDER", help="the folder of articles")
    parser.add_argument("--out", metavar="DIR", help="where the sheets go (default: FOLDER-coding); nothing there is"
                        " overwritten: one folder for each coder")
    parser.add_argument("--size", type=int, default=60, metavar="N", help="rows of a sheet (default: 60)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another seed draws another sample")
    options = parser.parse_args(words)

    from .event import Event
    from .pages.coding import make_sheets
    from .pages.terminal import name_program, quote, say, short
    out = options.out or os.path.normpath(options.folder) + "-coding"
    paths = make_sheets(Event(options.folder), out, max(options.size, 1), options.seed)
    say(*map(short, paths),
        f"Each coder fills a copy; then {name_program()} agreement {quote(options.folder)} and the filled sheets")


def agreement(words: list[str]) -> None:
    """Say how far coders agree, and the machine with them, on filled sheets; a short and a full name are one."""
    parser = argparse.ArgumentParser("python -m analysis agreement", description=agreement.__doc__)
    parser.add_argument("folder", metavar="FOLDER", help="the folder of articles")
    parser.add_argument("sheets", nargs="+", metavar="SHEET", help="filled sheets, or each coder's folder of them")
    options = parser.parse_args(words)

    from .event import Event
    from .pages.agreement import compare_sheets
    from .pages.terminal import say
    table = compare_sheets(Event(options.folder), options.sheets)
    say(table.to_string(index=False, float_format="{:.3f}".format, na_rep="-"),
        "n: answers of two coders or more; alpha: Krippendorff's, 1 where all agree, 0 as by chance; same: the share",
        "on which all agree; machine: the share of what most coders say that the machine says too")


def refresh(words: list[str]) -> None:
    """Run the notebooks and write them in place, naming what differs; make the README's chart again."""
    argparse.ArgumentParser("python -m analysis refresh", description=refresh.__doc__).parse_args(words)

    from tqdm import tqdm

    from .pages.notebooks import list_notebooks, refresh_notebooks
    from .pages.terminal import say
    for name, differences in tqdm(refresh_notebooks(), "notebooks", len(list_notebooks()), disable=None):
        with tqdm.external_write_mode():
            say(f"{name}: {', '.join(differences) or 'unchanged'}")

    from .event import Event
    from .pages.cover import write_cover
    write_cover(Event(), ROOT)


def rules(words: list[str]) -> None:
    """Print the handbook: every rule with its reason and examples, every setting with its source."""
    parser = argparse.ArgumentParser("python -m analysis rules", description=rules.__doc__)
    parser.add_argument("words", nargs="*", metavar="WORDS", help="only rules and settings that hold these words")
    wanted = " ".join(parser.parse_args(words).words)

    from .pages.handbook import describe_rules
    from .pages.terminal import find_width, say
    say(describe_rules(wanted, width=find_width()))


def stories(words: list[str]) -> None:
    """Find the events in an archive of articles and list them; with --out, make the tables of each of them."""
    parser = argparse.ArgumentParser("python -m analysis stories", description=stories.__doc__)
    parser.add_argument("archive", metavar="ARCHIVE", help="a Parquet or csv table, an article a row (id, media_name,"
                        " title, url, publish_date, language, text), a folder of such tables, or results")
    parser.add_argument("--out", metavar="DIR", help="folder for the results; a story finished there is not done again")
    parser.add_argument("--open", nargs=2, metavar=("N", "FOLDER"), help="write story N to a folder, for the notebooks")
    parser.add_argument("--people", metavar="CSV", help="who is who, for sides: name, aliases, role, side, type")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes of this machine (default: 1)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, such as tcp://host:8786")
    options = parser.parse_args(words)

    from .archive.listing import run_stories
    run_stories(options)


COMMANDS = {"agreement": agreement, "check": check, "coding": coding, "lab": lab,
            "new": new, "refresh": refresh, "rules": rules, "stories": stories}


def main(words: list[str]) -> int:
    """Run the command that the first of `words` names, else a report; return the exit status.

    0: done; 1: something failed; 2: input that can't be used, or a place that can't be written; 130: stopped, by
    Ctrl-C or by the system.  All but 0 with one sentence on stderr; where more is to be known, it names a log.
    """
    from .pages.terminal import failure, open_streams
    open_streams()
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # its advice about a home that can't be written
    command = COMMANDS.get(words[0]) if words else None
    if not command and len(words) > 1 and not any(word.startswith("-") for word in words[:2]):
        return _complain(f"there is no command {words[0]}: the commands are {', '.join(COMMANDS)}", 2)
    try:
        with _stopped_by_the_system():
            command(words[1:]) if command else report(words)
    except KeyboardInterrupt as stop:
        eval("0")  # a stop inside an eval, as namedtuple's, has Python end by SIGINT; the next eval makes it forget
        return _complain(": ".join(["stopped", *stop.args, *getattr(stop, "__notes__", ())]), 130)
    except Exception as error:
        return _complain(*_explain(error))
    return _complain(failure(), 1) if failure() else 0


def _explain(error):
    """Return (sentence, status) of what ended a command; the trace of what the user did not do is kept in a log."""
    if _is(error, "InputError"):
        return error, 2
    sentence, status = f"{type(error).__name__}: {error}".splitlines()[0], 1
    if isinstance(error, MemoryError):
        sentence = "memory ran out"
    elif isinstance(error, OSError) and error.strerror:
        sentence = ": ".join(filter(None, [str(error.filename or ""), error.strerror]))
        status = 2 if error.filename and error.errno not in (errno.EMFILE, errno.ENFILE, errno.ENOSPC) else 1
    elif isinstance(error, RuntimeError):
        sentence = f"{error}".splitlines()[0] if str(error) else sentence
    notes = getattr(error, "__notes__", ())
    return "; ".join([sentence, *notes, *_keep_trace(error)]), status


def _is(error, *names):
    """Tell whether `error` is of a class with one of these names: when a stop has broken off an import, none can be."""
    return any(kind.__name__ in names for kind in type(error).__mro__)


def _keep_trace(error):
    """Write the trace of `error` to a new file and return in a list where it lies, an empty one where it can't be."""
    if _is(error, "NotebookError"):
        return []
    try:
        with tempfile.NamedTemporaryFile("w", prefix="analysis-", suffix=".log", delete=False, encoding="utf-8",
                                         errors="replace") as log:
            log.writelines(traceback.format_exception(error))
        return [f"the trace lies in {log.name}"]
    except OSError:
        return []


class _kept:  # noqa: N801
    """Tell whoever reads of an end inside the with-block what is left of the report."""

    def __init__(self, state):
        self.state = state

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is not None and not _is(error, "InputError", "SystemExit") and not getattr(error, "__notes__", ()):
            error.add_note(self.state)


class _stopped_by_the_system:  # noqa: N801
    """Inside the with-block SIGTERM and SIGHUP end the run as Ctrl-C does, with all that is cleared up then."""

    def __enter__(self):
        sys.unraisablehook = _stop_again
        names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
        try:
            self.before = {name: signal.signal(getattr(signal, name), signal.default_int_handler) for name in names}
        except ValueError:  # not the main thread, which alone may ask for that
            self.before = {}

    def __exit__(self, *_):
        sys.unraisablehook = sys.__unraisablehook__
        for name, handler in self.before.items():
            signal.signal(getattr(signal, name), handler)


def _stop_again(unraised):
    """Ask anew for a stop that fell inside a __del__, where Python swallows it with a trace and the run would go on."""
    if unraised.exc_type is KeyboardInterrupt:
        threading.Timer(0.01, _thread.interrupt_main).start()
    else:
        sys.__unraisablehook__(unraised)


def _complain(sentence, status):
    from .pages.terminal import say
    say(sentence, to="stderr")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
