"""JupyterLab itself, in a browser: every notebook opens and runs through its menu command without an error."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
READ_CELLS = """() => jupyterapp.shell.currentWidget.content.widgets
  .filter(cell => cell.model.type === 'code').map(cell => [
    cell.model.executionCount,
    cell.model.sharedModel.outputs.map(output =>
        output.output_type === 'error' ? output.evalue : output.name === 'stderr' ? output.text : '').join('')])"""
IS_IDLE = """name => {
    const panel = window.jupyterapp?.shell.currentWidget;
    return panel?.context?.path === name && panel.context.isReady
        && panel.sessionContext.session?.kernel?.status === 'idle' }"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The address of a JupyterLab on a copy of the project, its notebooks not yet run, with settings of its own."""
    place = tmp_path_factory.mktemp("jupyterlab")
    for name in ("analysis", "notebooks", "seeds"):
        shutil.copytree(ROOT / name, place / "project" / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (place / "project" / "notebooks").glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            cell.update({"execution_count": None, "outputs": []} if cell.cell_type == "code" else {})
        nbformat.write(notebook, path)
    settings = place / "config" / "labconfig" / "page_config.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": true}}')
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folders = {f"JUPYTER_{name.upper()}_DIR": str(place / name) for name in ("config", "data", "runtime")}
    folders |= {
        "JUPYTERLAB_SETTINGS_DIR": str(place / "lab"),
        "JUPYTERLAB_WORKSPACES_DIR": str(place / "lab"),
        "IPYTHONDIR": str(place / "ipython"),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }
    log = (place / "log").open("w")
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            "--ip=127.0.0.1",
            f"--port={port}",
            "--port-retries=0",
            "--IdentityProvider.token=",
            "--LabApp.expose_app_in_browser=True",
        ],
        cwd=place / "project",
        env={**os.environ, **folders},
        stdout=log,
        stderr=log,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/api/status", process, place / "log")
        yield address
    finally:
        process.terminate()
        process.wait(30)
        log.close()


def wait_for(address, process, log):
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(300):
        assert process.poll() is None, log.read_text()
        try:
            return direct.open(address, timeout=5)
        except OSError:
            time.sleep(0.2)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def page(browser, server):
    page = browser.new_page()
    page.goto(f"{server}/lab?reset")
    page.wait_for_function("() => window.jupyterapp", timeout=60_000)
    page.evaluate("() => jupyterapp.restored.then(() => null)")
    return page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_by_its_menu_command(page, name):
    page.evaluate("path => { jupyterapp.commands.execute('docmanager:open', {path}) }", f"notebooks/{name}")
    page.wait_for_function(IS_IDLE, arg=f"notebooks/{name}", timeout=60_000)
    assert {count for count, _ in page.evaluate(READ_CELLS)} == {None}
    page.evaluate("() => jupyterapp.commands.execute('notebook:run-all-cells')")
    cells = page.evaluate(READ_CELLS)
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    assert cells == [[number, ""] for number, _ in enumerate(cells, 1)]


def test_a_choice_from_the_list_changes_the_text(browser, server):
    page = browser.new_page()
    page.goto(f"{server}/lab/tree/notebooks/5_reading.ipynb?reset")
    page.wait_for_function(IS_IDLE, arg="notebooks/5_reading.ipynb", timeout=60_000)
    page.evaluate("() => jupyterapp.commands.execute('notebook:run-all-cells')")
    right, caption = page.locator(".widget-dropdown select").nth(1), page.locator(".widget-html .reader caption").first
    before = caption.text_content()
    right.select_option(index=right.locator("option").count() - 1)
    page.wait_for_function(
        "before => document.querySelector('.widget-html .reader caption').textContent !== before", arg=before
    )
    chosen = right.locator("option").last.text_content().replace("\xa0", " ")  # as ipywidgets writes a space
    assert caption.text_content().endswith(chosen)
    page.close()
