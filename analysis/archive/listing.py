"""The command `stories`: lists an archive's events, compares each of them, or opens one."""

from argparse import Namespace
from pathlib import Path

from ..english.wording import count, shorten
from ..pages.terminal import find_width, name_program, quote, say
from ..reading.files import InputError
from ..reading.sidetables import PEOPLE, read_table
from .place import name_place
from .results import is_results, load_results, map_archive, read_story, save_story
from .store import list_stories, open_archive


def run_stories(options: Namespace) -> None:
    """Do what the words of the command line ask for: archive, out, open, people, workers, scheduler.

    Raises InputError with one sentence where that can't be done; KeyboardInterrupt says what is kept.
    """
    if options.workers < 1:
        raise InputError(f"--workers {options.workers}: name one or more")
    people = _read_people(options.people)
    if options.open:
        number, folder = options.open
        if not (number.isascii() and number.isdigit()):
            raise InputError(f"--open {number}: a story is named by its number")
        names = save_story(read_story(options.out or options.archive, int(number)), folder, people)
        say(f"{folder}: {count(len(names), 'article')}\nNext: {name_program()} {quote(folder)}")
    elif options.out:
        try:
            with name_place(options.out):
                said = map_archive(options.archive, options.out, people, options.workers, options.scheduler)
        except KeyboardInterrupt:
            raise KeyboardInterrupt(f"finished stories are kept in {options.out}, the same command goes on from there"
                                    ) from None
        say(f"{said}\nResults: {options.out}\nTo see them, open notebooks/7_archive.ipynb with"
              f" folder = {str(Path(options.out).resolve())!r}")
    else:
        with name_place(options.archive):
            said = describe_archive(options.archive, find_width(most=200))
        say(said)


def _read_people(path):
    if path is None:
        return None
    if not Path(path).is_file():
        raise InputError(f"there is no file {path}")
    return read_table(path, PEOPLE, ["name"]).reset_index(drop=True)


def describe_archive(path: str | Path, width: int) -> str:
    """Return the stories of an archive, or of finished results, as lines of text: the largest first."""
    if is_results(path):
        results = load_results(path)
        stories, rejected = results.stories, results.rejected
    else:
        archive = open_archive(path)
        stories, rejected = list_stories(archive), archive.rejected
    several = stories[stories["articles"] > 1].sort_values(["articles", "story"], ascending=[False, True])
    lines = [f"{count(stories['articles'].sum(), 'article')}, {count(len(several), 'story', 'stories')} of several",
             *["", "story  articles  outlets  first day   last day"] * (len(several) > 0)]
    for row in several.itertuples():
        days = [day if isinstance(day, str) else "unknown" for day in (row.first, row.last)]
        line = f"{row.story:5}  {row.articles:8}  {row.outlets or 'unknown':>7}  {days[0]:10}  {days[1]:10}  "
        headline = "".join(letter if letter.isprintable() else "?" for letter in row.headline)
        lines.append(line + shorten(headline, max(width - len(line) - 3, 20)))
    alone = len(stories) - len(several)
    lines += ["", f"{count(alone, 'article')} without another on the same event"] * (alone > 0)
    for reason, number in rejected["reason"].value_counts().sort_index().items():
        lines.append(f"{count(number, 'row')} not taken: {reason}")
    return "\n".join(lines)
