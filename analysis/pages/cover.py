"""The chart that opens the README, with its sentence: made again with the notebooks, so that it can't go stale."""

import re
from pathlib import Path

from ..answers.copied import draw_strips

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ".github/first-chart.png"
_PLACE = re.compile(r"!\[[^\]]*\]\(" + re.escape(PICTURE) + r"\)\n\n\*\*[^\n]*\*\*")


def write_cover(event, root=ROOT):
    """Write the picture and put its title and description into the README under `root`; both change only together."""
    chart = draw_strips(event)
    readme = root / "README.md"
    (root / PICTURE).parent.mkdir(exist_ok=True)
    (root / PICTURE).write_bytes(chart.image())
    readme.write_text(_PLACE.sub(lambda _: describe_cover(chart), readme.read_text(encoding="utf-8")), encoding="utf-8")


def describe_cover(chart):
    """Return the Markdown of the picture and its sentence."""
    alt = re.sub(r"[\[\]\n]", " ", chart.alt)
    return f"![{alt}]({PICTURE})\n\n**{chart.title}.**"
