"""The report: a first page and the pages behind it, all of one Event, in a folder that needs no network.

What draws is imported only where it is used: a second that the findings need not wait for.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from .place import Place, hold_place

INDEX, READER, METHOD = "index.html", "reader.html", "method.html"


def write_report(event, out: str | Path) -> Path:
    """Write the whole report of `event` to the folder `out` and return the path of its first page.

    Raises InputError where `out` holds anything that is not of an earlier report.
    """
    with hold_place(out, "report") as place:
        index, *_ = make_report(event, place)
    return index


def make_report(event, place: Place) -> Iterator[Path]:
    """Write the pages of `event` into `place` and yield the path of each when it is there, the first page first.

    The first page takes the place of an old one in one step, and what else is left of an old report goes with it.
    """
    from .firstscreen import find_title
    from .frontpage import fill_front, fill_method, list_sheets
    from .questions import name_pages, write_questions
    labels = {INDEX: "Front page", READER: "Side by side", **name_pages(), METHOD: "Method"}
    shell = _Shell(labels)
    yield place.write(INDEX, shell.fill(INDEX, find_title(event), "front.html", fill_front(event)))
    place.drop_old()
    from .anypair import write_pairs
    from .reader import fill_reader, list_pairs
    reading = {**fill_reader(event), "any": write_pairs(event, list_pairs(event))}
    yield place.write(READER, shell.fill(READER, "Two texts side by side", "reading.html", reading))
    for name, label in name_pages().items():
        yield place.write(name, shell.wrap(name, label, write_questions(event, name)))
    yield place.write(METHOD, shell.fill(METHOD, "How it was worked out", "method.html", fill_method(event)))
    for name, sheet in list_sheets(event):
        yield place.write(name, "\ufeff" + sheet)


def count_pages(event) -> int:
    """Return how many files `make_report` will yield."""
    from .frontpage import name_sheets
    from .questions import name_pages
    return 3 + len(name_pages()) + len(name_sheets(event))


class _Shell:
    """What stands round every page: navigation, style and the one script that may run."""

    def __init__(self, labels: dict[str, str]):
        import jinja2
        self._templates = jinja2.Environment(autoescape=True, loader=jinja2.FileSystemLoader(Path(__file__).parent))
        script = _read("page.js")
        self._all = {"pages": list(labels.items()), "style": _read("page.css"), "script": script,
                     "script_hash": "sha256-" + b64encode(sha256(script.encode()).digest()).decode()}

    def fill(self, here: str, title: str, template: str, values: dict) -> str:
        """Return a page whose body is `template` filled with `values`."""
        return self.wrap(here, title, self._templates.get_template(template).render(values))

    def wrap(self, here: str, title: str, body: str) -> str:
        """Return a page with `body`, which is HTML."""
        return self._templates.get_template("page.html").render(self._all, here=here, title=title, body=body)


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
