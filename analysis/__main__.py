"""The command line: `python -m analysis [FOLDER]`, and other commands by their first word."""

import argparse
import os
import shlex
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def report(words):
    """Print the findings of a folder, run the notebooks on it and write the report."""
    parser = argparse.ArgumentParser(
        "python -m analysis", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="How each outlet told one event: prints the findings, runs the notebooks, writes the report.",
        epilog="other commands:\n"
               "  python -m analysis new FOLDER     make a folder to fill in, with a guide and example tables\n"
               "  python -m analysis check FOLDER   say what was found in a folder, and what is missing\n"
               "  python -m analysis stories FILE   find the events in an archive, and compare each of them\n"
               "  python -m analysis rules [WORDS]  print the rules and settings with their reasons and examples\n"
               "  python -m analysis refresh        run the notebooks and write them in place",
    )
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="texts, web pages or tables (default: seeds)")
    parser.add_argument("--out", default=ROOT / "report", metavar="DIR",
                        help="where the report goes (default: report); an old report there is replaced")
    options = parser.parse_args(words)

    from .event import SEEDS, Event
    folder = None if options.folder is None else Path(options.folder)
    event = Event(folder or SEEDS)
    from .pages.passages import describe
    from .pages.report import check_place, write_report
    check_place(Path(options.out))
    print(describe(event, width=min(shutil.get_terminal_size().columns, 100)), flush=True)
    index = write_report(event, folder, options.out)
    print(f"\nReport: {_short(index)}\nJupyterLab: {_short(sys.executable)} -m jupyterlab {_short(ROOT / 'notebooks')}")
    if folder:
        print(f"  there, set the second cell of a notebook to: folder = {str(folder.resolve())!r}")
    if len(event.rejects):
        print("\nNot taken:", *event.rejects["detail"], sep="\n  ")


def new(words):
    """Make a folder to fill in, with a guide, example tables and two example articles."""
    parser = argparse.ArgumentParser("python -m analysis new", description=new.__doc__)
    parser.add_argument("folder", metavar="FOLDER", help="the folder to make; nothing is overwritten")
    folder = parser.parse_args(words).folder

    from .pages.folders import make_folder
    print(f"{folder}: {', '.join(make_folder(folder))}\nNext: read README.txt there, then"
          f" {_short(sys.executable)} -m analysis check {shlex.quote(folder)}")


def check(words):
    """Say what was found in a folder of articles, what was set aside and what is missing; nothing is rendered."""
    parser = argparse.ArgumentParser("python -m analysis check", description=check.__doc__)
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="the folder of articles (default: seeds)")
    folder = parser.parse_args(words).folder

    from .event import SEEDS, Event
    from .pages.folders import describe_folder
    print(describe_folder(Event(folder or SEEDS)))


def refresh(words):
    """Run the notebooks and write them in place, naming what differs; make the README's chart again."""
    argparse.ArgumentParser("python -m analysis refresh", description=refresh.__doc__).parse_args(words)

    from tqdm import tqdm

    from .pages.notebooks import list_notebooks, refresh_notebooks
    for name, differences in tqdm(refresh_notebooks(), "notebooks", len(list_notebooks()), disable=None):
        tqdm.write(f"{name}: {', '.join(differences) or 'unchanged'}")

    from .event import Event
    from .pages.cover import write_cover
    write_cover(Event())


def rules(words):
    """Print the handbook: every rule with its reason and examples, every setting with its source."""
    parser = argparse.ArgumentParser("python -m analysis rules", description=rules.__doc__)
    parser.add_argument("words", nargs="*", metavar="WORDS", help="only rules and settings that hold these words")
    wanted = " ".join(parser.parse_args(words).words)

    from .pages.handbook import describe_rules
    print(describe_rules(wanted, width=min(max(shutil.get_terminal_size().columns, 40), 100)))


def stories(words):
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


def _short(path):
    """Return `path` as seen from here where it lies below, else whole."""
    path = os.path.abspath(path)
    return path.removeprefix(os.getcwd() + os.sep)


COMMANDS = {"check": check, "new": new, "refresh": refresh, "rules": rules, "stories": stories}


def main(words):
    """Run the command that the first of `words` names, else a report; return the exit status.

    0: done; 1: a notebook failed; 2: input that can't be used, or a place that can't be written;
    130: stopped.  All but 0 with one sentence on stderr.
    """
    command = COMMANDS.get(words[0]) if words else None
    if not command and len(words) > 1 and not any(word.startswith("-") for word in words[:2]):
        return _complain(f"there is no command {words[0]}: the commands are {', '.join(COMMANDS)}", 2)
    try:
        command(words[1:]) if command else report(words)
    except KeyboardInterrupt as stop:
        kept = stop.args or (() if command else ("an old report is as it was",))
        return _complain(": ".join(["stopped", *kept]), 130)
    except BrokenPipeError:  # whoever read the output, such as `head`, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (ValueError, OSError, RuntimeError) as error:
        from .reading.files import InputError
        if isinstance(error, InputError):
            return _complain(error, 2)
        if isinstance(error, OSError) and error.filename:
            return _complain(f"{error.filename}: {error.strerror}", 2)
        from .pages.notebooks import NotebookError
        if isinstance(error, NotebookError):
            return _complain(error, 1)
        raise
    return 0


def _complain(sentence, status):
    print(sentence, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
