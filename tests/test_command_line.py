"""The command line as a user meets it: findings, report, bad input, Ctrl-C, and notebooks that refresh to the byte."""

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis import __main__ as command_line
from analysis.pages import notebooks, report

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "The mayor opened the bridge on Monday.\n\n\"It will last,\" she said. Traffic starts on Tuesday.\n"


def write_notebook(path, *sources, folder="None"):
    cells = [new_markdown_cell(f"# About {path.stem}\n\nSee [the other](b.ipynb#end).", id="title"),
             new_code_cell(f"folder = {folder}", id="folder", metadata={"tags": ["parameters"]})]
    cells += [new_code_cell(source, id=f"cell-{number}", execution_count=number + 2)
              for number, source in enumerate(sources)]
    nbformat.write(new_notebook(cells=cells), path)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with two articles, and another with one notebook in place of the project's own."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "herald.txt").write_text(ARTICLE)
    (tmp_path / "texts" / "post.txt").write_text("Nobody came to see the new bridge, its builder told us.\n")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setattr(notebooks, "NOTEBOOKS", tmp_path / "notebooks")
    write_notebook(tmp_path / "notebooks" / "a.ipynb", "print(folder)")
    return tmp_path


def write_old_report(place):
    (place / "report").mkdir()
    (place / "report" / "index.html").write_text(f"<meta {report._SIGN}>old")


def old_report_is_whole(place):
    return [path.name for path in place.iterdir() if "report" in path.name] == ["report"] and (
        "old" in (place / "report" / "index.html").read_text())


def run(place, *words):
    return command_line.main([str(place / "texts"), "--out", str(place / "report"), *words])


def test_help_answers_before_any_library_is_read():
    loaded = subprocess.run([sys.executable, "-X", "importtime", "-m", "analysis", "--help"], cwd=ROOT,
                            capture_output=True, text=True, check=True)
    assert "FOLDER" in loaded.stdout and "refresh" in loaded.stdout
    assert not re.search(r"\| +(pandas|numpy|nbclient|nbformat)$", loaded.stderr, re.MULTILINE)


def test_importing_reads_no_library():
    script = "import sys, analysis; print({'pandas', 'numpy', 'regex', 'nbformat'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", script], cwd=ROOT, text=True) == "set()\n"


def test_a_folder_of_bare_text_files_is_all_one_needs(place, capsys):
    (place / "texts" / "scan.pdf").write_bytes(b"%PDF")
    write_old_report(place)
    assert run(place) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("2 files, 2 text families")
    assert shown.index("herald") < shown.index("Report:") < shown.index("scan.pdf")
    assert "-m jupyterlab" in shown
    pages = read_pages(place)
    assert {"index.html", "a.html"} <= set(pages)
    assert str(place / "texts") in pages["a.html"]
    assert 'href="a.html"' in pages["index.html"] and 'href="b.html#end"' in pages["a.html"]
    assert "About a" in pages["a.html"] and "built-in" not in pages["index.html"]
    assert (place / "report" / "items.csv").read_text(encoding="utf-8-sig").startswith("item,")
    assert "scan.pdf" in pages["index.html"]


def read_pages(place):
    return {path.name: path.read_text(encoding="utf-8") for path in (place / "report").glob("*.html")}


def test_pages_need_no_network_and_run_no_script_but_their_own(place):
    write_notebook(place / "notebooks" / "a.ipynb", "import ipywidgets\nipywidgets.HTML('x')",
                   "from IPython.display import HTML\nHTML('<b>bold</b>')")
    assert run(place) == 0
    for page in read_pages(place).values():
        assert page.count("<script") == page.count("script-src 'sha256-") == 1
        assert not re.search(r"<link|@import|<\w[^>]* src=(?!\"?data:)|url\(", page)


def test_an_articles_words_are_shown_never_run(place, capsys):
    (place / "texts" / "herald.txt").rename(place / "texts" / "<img src=x>.txt")
    assert run(place) == 0
    assert "<img src=x" not in (place / "report" / "index.html").read_text()


def make_unknown_column(place):
    (place / "texts" / "articles.csv").write_text("file,outlett\nherald.txt,Herald\n")


def make_broken_table(place):
    (place / "texts" / "people.csv").write_text('name\n"Ann\n')


def remove_articles(place):
    for path in (place / "texts").iterdir():
        path.write_text(" \n")


def remove_folder(place):
    (place / "texts").rename(place / "elsewhere")


def replace_folder(place):
    remove_folder(place)
    (place / "texts").write_text(ARTICLE)


@pytest.mark.parametrize(("spoil", "named"), [
    (remove_folder, "texts"), (replace_folder, "is not a folder"), (remove_articles, "no article"),
    (make_unknown_column, "articles.csv"), (make_broken_table, "people.csv row 2"),
])
def test_bad_input_is_one_sentence_and_the_old_report_stays(place, spoil, named, capsys):
    write_old_report(place)
    spoil(place)
    assert run(place) == 2
    shown = capsys.readouterr()
    assert named in shown.err and shown.err.count("\n") == 1 and shown.out == ""
    assert old_report_is_whole(place)


@pytest.mark.parametrize("name", ["texts", "texts/herald.txt", "texts/herald.txt/report"])
def test_a_report_never_replaces_anything_else(place, name, capsys):
    assert command_line.main([str(place / "texts"), "--out", str(place / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (place / "texts" / "herald.txt").read_text() == ARTICLE


def test_a_word_that_is_no_command_is_named(capsys):
    assert command_line.main(["chek", "texts"]) == 2
    assert capsys.readouterr().err == "there is no command chek: the commands are check, new, refresh, stories\n"


def test_a_cell_that_fails_is_named_and_the_old_report_stays(place, capsys):
    write_old_report(place)
    write_notebook(place / "notebooks" / "b.ipynb", "x = 1", "x / 0", "x = 2")
    assert run(place) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "b.ipynb, cell 4: ZeroDivisionError: division by zero"
    assert old_report_is_whole(place)


def test_ctrl_c_leaves_the_old_report_and_no_kernel(place):
    write_old_report(place)
    write_notebook(place / "notebooks" / "b.ipynb",
                   f"import os, time\nopen({str(place / 'pid')!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)")
    script = ("import signal, sys; from analysis import __main__; from analysis.pages import notebooks\n"
              "from pathlib import Path\n"
              f"signal.signal(signal.SIGINT, signal.default_int_handler)\n"
              f"notebooks.NOTEBOOKS = Path({str(place / 'notebooks')!r})\n"
              f"sys.exit(__main__.main([{str(place / 'texts')!r}, '--out', {str(place / 'report')!r}]))")
    process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stderr=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, text=True)
    while not (place / "pid").exists() or not (place / "pid").read_text():
        assert process.poll() is None
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=120)
    assert (process.returncode, complaint) == (130, "stopped: an old report is as it was\n")
    assert old_report_is_whole(place)
    assert not psutil.pid_exists(int((place / "pid").read_text()))


def test_refresh_twice_changes_no_byte_and_names_what_differs(place, capsys):
    path = place / "notebooks" / "a.ipynb"
    write_notebook(path, "print('one')", "import ipywidgets\nipywidgets.HTML('x')", """
        import base64
        from IPython.display import Image
        Image(base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='))""")
    assert command_line.main(["refresh"]) == 0
    assert "a.ipynb: cell 3: text, cell 4: text, cell 5: text" in capsys.readouterr().out
    first = path.read_bytes()
    assert command_line.main(["refresh"]) == 0
    assert capsys.readouterr().out == "a.ipynb: unchanged\n"
    assert path.read_bytes() == first
    spoilt = json.loads(first)
    spoilt["cells"][2]["outputs"][0]["text"] = "two"
    spoilt["cells"][4]["outputs"][0]["data"]["image/png"] = "AAAA"
    path.write_text(json.dumps(spoilt))
    assert command_line.main(["refresh"]) == 0
    assert capsys.readouterr().out == "a.ipynb: cell 3: text, cell 5: picture\n"
    assert path.read_bytes() == first


def test_another_folder_is_set_in_memory_only(place):
    path = place / "notebooks" / "a.ipynb"
    before = path.read_bytes()
    (_, notebook), = notebooks.run_notebooks([path], folder=place / "texts")
    assert notebook.cells[2].outputs[0].text == f"{place / 'texts'}\n"
    assert path.read_bytes() == before


def test_a_notebook_without_the_cell_parameters_is_named(place):
    path = place / "notebooks" / "a.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell("1")]), path)
    with pytest.raises(notebooks.NotebookError, match=r"^a.ipynb: 0 cells are tagged parameters"):
        list(notebooks.run_notebooks([path], folder=place))


def test_kernels_are_this_python_whatever_the_user_installed(place, monkeypatch):
    kernel = place / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text('{"argv": ["false"], "display_name": "", "language": "python"}')
    monkeypatch.setenv("JUPYTER_PATH", str(place))
    write_notebook(place / "notebooks" / "a.ipynb", "import sys; print(sys.executable)")
    (_, notebook), = notebooks.run_notebooks(notebooks.list_notebooks())
    assert notebook.cells[2].outputs[0].text == sys.executable + "\n"
