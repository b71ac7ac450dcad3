"""What the README shows of the program itself, made again with the notebooks, so that it can't go stale."""

import re
from pathlib import Path
from typing import Any

from ..answers.copied import draw_strips
from .passages import describe
from .terminal import clean

PICTURE = ".github/first-chart.png"
LINES = 12
_PLACE = re.compile(r"!\[[^\]]*\]\(" + re.escape(PICTURE) + r"\)\n\n\*\*[^\n]*\*\*")
_OUTPUT = re.compile(r"```text\n.*?```", re.DOTALL)  # the first such block


def write_cover(event: Any, root: Path) -> None:
    """Write the picture, its title and description, and the first lines of output into the README under `root`."""
    chart = draw_strips(event)
    readme = root / "README.md"
    (root / PICTURE).parent.mkdir(exist_ok=True)
    (root / PICTURE).write_bytes(chart.image())
    text = _PLACE.sub(lambda _: describe_cover(chart), readme.read_text(encoding="utf-8"))
    readme.write_text(_OUTPUT.sub(lambda _: describe_output(event), text, count=1), encoding="utf-8")


def describe_cover(chart: Any) -> str:
    """Return the Markdown of the picture and its sentence."""
    alt = re.sub(r"[\[\]\n]", " ", chart.alt)
    return f"![{alt}]({PICTURE})\n\n**{chart.title}.**"


def describe_output(event: Any) -> str:
    """Return the first lines that the program prints of `event`, whole findings only, as a block of Markdown."""
    blocks, shown = clean(describe(event, width=100)).split("\n\n"), []
    for block in blocks:
        if len("\n".join([*shown, block]).splitlines()) > LINES:
            break
        shown.append(block)
    return "```text\n" + "\n".join(shown) + "\n```"
