"""The report: a page of findings and every notebook as a page, in one folder that needs no network."""

import re
import tempfile
import textwrap
from pathlib import Path

import jinja2
from nbconvert import HTMLExporter
from pygments.formatters import HtmlFormatter
from tqdm import tqdm

from .files import InputError
from .notebooks import list_notebooks, run_notebooks

INDEX = "index.html"
_SIGN = 'name="generator" content="python -m analysis"'
_FOLDED_CODE = """{% extends 'basic/index.html.j2' %}
{% block input %}<details><summary>code</summary>{{ super() }}</details>{% endblock input %}"""


def summarise(event):
    """Return (title, findings) of an Event; a finding is a dict of claim, quotes (outlet, words) and page."""
    outlet = dict(zip(event.articles["article"], event.articles["outlet"], strict=True))
    families = event.families["family"]
    title = f"{_count(len(families), 'file')}, {_count(families.nunique(), 'text family', 'text families')}"
    copies = event.families[families.duplicated(keep=False)]
    claims = [", ".join(outlet[article] for article in members) + " print one text."
              for _, members in copies.groupby("family")["article"]]
    claims += [f"{row.outlet}: {_count(row.words, 'word')} in {_count(row.sentences, 'sentence')}, "
               f"{row.quoted:,} of them inside quotation marks." for row in event.lengths.itertuples()]
    return title, [{"claim": claim, "quotes": [], "page": None} for claim in claims]


def _count(number, one, many=None):
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def describe(title, findings, width):
    """Return the findings as lines of text for a terminal of `width` columns."""
    lines = [title, ""]
    for number, finding in enumerate(findings, 1):
        lines += textwrap.wrap(finding["claim"], width, initial_indent=f"{number:2}. ", subsequent_indent="    ")
        for outlet, words in finding["quotes"]:
            lines += textwrap.wrap(f"{outlet}: “{words}”", width, initial_indent="      ", subsequent_indent="      ")
    return "\n".join(lines)


def check_place(out):
    """Raise InputError where the report can't go to the folder `out`: only an old report is ever replaced."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file: name a folder for the report")
    if out.exists() and any(out.iterdir()):
        index = out / INDEX
        if not index.is_file() or _SIGN not in index.read_text(encoding="utf-8", errors="replace"):
            raise InputError(f"{out} holds other files: name a new folder for the report")


def write_report(event, folder, out):
    """Run the notebooks on `folder`, write the report to the folder `out` and return the path of its first page.

    `folder` None leaves the notebooks' own.  The pages are written beside `out` and moved into place
    when all are there, so that an old report stays whole until then.  Raises InputError where `out`
    holds anything else, NotebookError where a cell fails.
    """
    out = Path(out).resolve()
    check_place(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    paths = list_notebooks()
    with tempfile.TemporaryDirectory(prefix=".report-", dir=out.parent) as workshop:
        runs = tqdm(run_notebooks(paths, folder), "notebooks", len(paths), disable=None)
        executed = dict(sorted(runs))
        new = Path(workshop, "new")
        new.mkdir()
        for name, page in _write_pages(event, executed).items():
            (new / name).write_text(page, encoding="utf-8")
        if out.exists():
            out.rename(Path(workshop, "old"))
        new.rename(out)
    return out / INDEX


def _write_pages(event, executed):
    """Return {file name: HTML} of the findings and of the `executed` notebooks, {path: notebook}."""
    template = jinja2.Environment(autoescape=True).from_string(
        Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
    export = HTMLExporter(raw_template=_FOLDED_CODE, exclude_input_prompt=True, exclude_output_prompt=True,
                          exclude_anchor_links=True)
    titles = {path.stem + ".html": _find_title(notebook, path.stem) for path, notebook in executed.items()}
    shell = {"pages": [(INDEX, "Findings"), *titles.items()],
             "colours": HtmlFormatter(nobackground=True).get_style_defs(".highlight")}
    title, findings = summarise(event)
    pages = {INDEX: template.render(shell, here=INDEX, title=title, findings=findings,
                                    subtitle=", ".join(event.articles["outlet"]),
                                    rejects=event.rejects["detail"].tolist())}
    for (name, title), notebook in zip(titles.items(), executed.values(), strict=True):
        body, _ = export.from_notebook_node(notebook)
        body = re.sub(r'href="([\w-]+)\.ipynb', r'href="\1.html', body)
        pages[name] = template.render(shell, here=name, title=title, body=body)
    return pages


def _find_title(notebook, default):
    """Return the first heading of a notebook."""
    for cell in notebook.cells:
        for line in cell.source.splitlines() if cell.cell_type == "markdown" else []:
            if line.startswith("# "):
                return line[2:].strip()
    return default
