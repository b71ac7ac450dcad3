"""What reaches the terminal: every command prints through `say`, so that no control character of an article does."""

import os
import shlex
import shutil
import sys
import unicodedata

_failed: OSError | None = None


def clean(text: object) -> str:
    """Return `text` as a terminal may show it: line ends stay, other spaces become one, what steers or turns a ?."""
    text = str(text)
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter if letter == "\n" or letter.isprintable() else
                   " " if letter == "\t" or unicodedata.category(letter) == "Zs" else "?" for letter in text)


def say(*lines: object, to: str = "stdout") -> None:
    """Print lines, cleaned, to standard output or error; a reader who has enough, such as `head`, ends nothing."""
    global _failed
    stream = getattr(sys, to)
    try:
        for line in lines:
            stream.write(clean(line) + "\n")
        stream.flush()
    except OSError as error:
        if to == "stdout" and not isinstance(error, BrokenPipeError):
            _failed = error
        _silence(stream)


def _silence(stream) -> None:
    """Lead a stream that can't be written to nowhere, so that the interpreter's end does not fail on it."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        setattr(sys, stream.name.strip("<>"), open(os.devnull, "w"))  # noqa: SIM115


def failure() -> str | None:
    """Return a sentence where standard output could not be written, other than by a reader who had enough."""
    return None if _failed is None else f"standard output: {_failed.strerror}"


def open_streams() -> None:
    """Let both streams show a ? for a letter that their encoding lacks, and lead a closed one nowhere."""
    global _failed
    _failed = None
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def find_width(most: int = 100) -> int:
    """Return the columns of the terminal, at least 40 whatever it says of itself, and at most `most`."""
    return min(max(shutil.get_terminal_size().columns, 40), most)


def short(path: str | os.PathLike) -> str:
    """Return `path` as seen from here where it lies below, else whole."""
    try:
        return os.path.abspath(path).removeprefix(os.getcwd() + os.sep)
    except FileNotFoundError:  # the working folder is gone
        return os.fspath(path)


def name_program() -> str:
    """Return what starts the program from here, with the Python that runs it now."""
    program = quote(short(sys.executable))
    called = "& " if program[0] == '"' else ""  # PowerShell takes a quoted word for mere text
    return f"{called}{program} -m analysis"


def quote(word: str, system: str = os.name) -> str:
    """Return `word` as one writes it on the command line of this system: Windows knows no single quotes or escapes."""
    if system != "nt":
        return shlex.quote(word)
    return f'"{word}"' if not word or set(word) & set(" '&();,`$@{}[]") else word
