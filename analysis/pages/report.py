"""The report: a page of findings and every notebook as a page, in one folder that needs no network.

What draws and converts is imported only where it is used: a second that the findings need not wait for.
"""

import re
import tempfile
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from ..reading.files import InputError

INDEX, READER = "index.html", "reader.html"
_TITLE = "How did each outlet tell this story?"
_SIGN = 'name="generator" content="python -m analysis"'
_LINK = re.compile(r"""(href=["'][\w-]+)\.ipynb""")
_FOLDED_CODE = """{% extends 'basic/index.html.j2' %}
{% block input %}<details><summary>code</summary>{{ super() }}</details>{% endblock input %}"""


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
    from tqdm import tqdm

    from .notebooks import list_notebooks, run_notebooks
    paths = list_notebooks()
    with tempfile.TemporaryDirectory(prefix=".report-", dir=out.parent) as workshop:
        runs = tqdm(run_notebooks(paths, folder), "notebooks", len(paths), disable=None)
        executed = dict(sorted(runs))
        new = Path(workshop, "new")
        new.mkdir()
        _write_pages(event, executed, new)
        if out.exists():
            out.rename(Path(workshop, "old"))
        new.rename(out)
    return out / INDEX


def _write_pages(event, executed, place):
    """Write the findings, the reader, the `executed` notebooks ({path: notebook}) and their files into `place`."""
    import jinja2
    from nbconvert import HTMLExporter
    from pygments.formatters import HtmlFormatter

    from .frontpage import fill_findings, fill_reader
    export = HTMLExporter(raw_template=_FOLDED_CODE, exclude_input_prompt=True, exclude_output_prompt=True,
                          exclude_anchor_links=True)
    templates = jinja2.Environment(autoescape=True, loader=jinja2.FileSystemLoader(Path(__file__).parent))
    pages = [(INDEX, "Front page", _TITLE, templates.get_template("findings.html").render(fill_findings(event, place))),
             (READER, "Side by side", "Two texts side by side",
              templates.get_template("reading.html").render(fill_reader(event)))]
    for path, notebook in executed.items():
        label = path.stem.partition("_")[2].capitalize() or path.stem
        pages.append((path.stem + ".html", label, _find_title(notebook, path.stem),
                      export.from_notebook_node(_drop_widgets(notebook))[0]))
    script = _read("page.js")
    shell = {"pages": [(name, label) for name, label, _, _ in pages], "style": _read("page.css"), "script": script,
             "script_hash": "sha256-" + b64encode(sha256(script.encode()).digest()).decode(),
             "colours": HtmlFormatter(nobackground=True).get_style_defs(".highlight")}
    for name, _, title, body in pages:
        body = _LINK.sub(r"\1.html", body)
        page = templates.get_template("page.html").render(shell, here=name, title=title, body=body)
        (place / name).write_text(page, encoding="utf-8", errors="replace")


def _drop_widgets(notebook):
    """Return the notebook with a link to the reader in the place of each widget, which works only beside its kernel."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.get("data", {}).get("text/plain", "").startswith("VBox("):
                output["data"] = {"text/html": f"<p>In JupyterLab a list to choose from stands here. The page "
                                               f"<a href='{READER}'>Side by side</a> holds pairs of texts.</p>"}
    return notebook


def _read(name):
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _find_title(notebook, default):
    """Return the first heading of a notebook."""
    for cell in notebook.cells:
        for line in cell.source.splitlines() if cell.cell_type == "markdown" else []:
            if line.startswith("# "):
                return line[2:].strip()
    return default
