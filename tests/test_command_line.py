"""The command line as a user meets it: findings, report, bad input, Ctrl-C, and notebooks that refresh to the byte."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis import __main__ as command_line
from analysis.pages import notebooks
from analysis.pages.place import hold_place

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "The mayor opened the bridge on Monday.\n\n\"It will last,\" she said. Traffic starts on Tuesday.\n"


def write_notebook(path, *sources, folder="None"):
    cells = [new_markdown_cell(f"# About {path.stem}\n\nSee [the other](b.ipynb#end).", id="title"),
             new_code_cell(f"folder = {folder}", id="folder", metadata={"tags": ["parameters"]})]
    cells += [new_code_cell(source, id=f"cell-{number}", execution_count=number + 2)
              for number, source in enumerate(sources)]
    nbformat.write(new_notebook(cells=cells), path)


@pytest.fixture
def place(tmp_path):
    """A folder with two articles."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "herald.txt").write_text(ARTICLE)
    (tmp_path / "texts" / "post.txt").write_text("Nobody came to see the new bridge, its builder told us.\n")
    return tmp_path


@pytest.fixture
def notebook(tmp_path, monkeypatch):
    """One notebook in place of the project's own."""
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setattr(notebooks, "NOTEBOOKS", tmp_path / "notebooks")
    monkeypatch.setattr(command_line, "ROOT", tmp_path)  # refresh writes the README and its picture too
    shutil.copyfile(ROOT / "README.md", tmp_path / "README.md")
    write_notebook(tmp_path / "notebooks" / "a.ipynb", "print(folder)")
    return tmp_path / "notebooks" / "a.ipynb"


def write_old_report(place):
    with hold_place(place / "report", "report") as out:
        out.write("index.html", "old")
        out.write("older.html", "old")


def old_report_is_whole(place):
    names = sorted(path.name for path in (place / "report").iterdir())
    return names == ["index.html", "made.json", "older.html"] and (place / "report" / "index.html").read_text() == "old"


def run(place, *words):
    return command_line.main([str(place / "texts"), "--out", str(place / "report"), *words])


def start(place, *words, before="", cwd=ROOT, **environment):
    """Start the command as a user does, in a process of its own; `before` is what the shell does first."""
    line = shlex.join([sys.executable, "-m", "analysis", str(place / "texts"), "--out", str(place / "report"), *words])
    return subprocess.Popen(["bash", "-c", f"{before}\nexec {line}"], cwd=cwd, stdout=subprocess.PIPE, text=True,
                            stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
                            errors="replace")


def finish(process):
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in err
    return process.returncode, out, [line for line in err.splitlines() if "other pages" not in line]


def test_help_answers_before_any_library_is_read():
    loaded = subprocess.run([sys.executable, "-X", "importtime", "-m", "analysis", "--help"], cwd=ROOT,
                            capture_output=True, text=True, check=True)
    assert "FOLDER" in loaded.stdout and "refresh" in loaded.stdout
    assert not re.search(r"\| +(pandas|numpy|nbclient|nbformat)$", loaded.stderr, re.MULTILINE)


def test_the_readme_and_the_help_list_every_command(capsys):
    with pytest.raises(SystemExit):
        command_line.main(["--help"])
    shown = capsys.readouterr().out
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^ *(python -m analysis (\w+).*)", shown, re.MULTILINE)
    assert sorted(name for _, name in listed) == sorted(command_line.COMMANDS)
    assert [line for line, _ in listed if f"\n{line}\n" not in readme] == []
    for name in re.findall(r"python -m analysis ([a-z]+)", readme):
        assert name in command_line.COMMANDS


def test_importing_reads_no_library():
    script = "import sys, analysis; print({'pandas', 'numpy', 'regex', 'nbformat'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", script], cwd=ROOT, text=True) == "set()\n"


def read_pages(place):
    return {path.name: path.read_text(encoding="utf-8") for path in (place / "report").glob("*.html")}


def test_a_folder_of_bare_text_files_is_all_one_needs(place, capsys):
    (place / "texts" / "scan.pdf").write_bytes(b"%PDF")
    (place / "texts" / "<img src=x>.txt").write_text(ARTICLE.replace("bridge", "ferry"))
    write_old_report(place)
    assert run(place) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("One event in 3 texts · 3 texts, 2 of them versions of one story\n")
    assert shown.index("herald") < shown.index("Report:") < shown.index("scan.pdf")
    assert "-m analysis lab" in shown
    pages = read_pages(place)
    assert {"index.html", "reader.html", "method.html"} < set(pages) and "older.html" not in pages
    for page in pages.values():
        assert "<img src=x" not in page
        assert page.count("<script") == page.count("script-src 'sha256-") == 1
        assert not re.search(r"<link|@import|<(?:img|script|iframe|embed|source)\b[^>]* src=|url\((?!#)", page)
        assert not re.search(r"https?://(?!www.w3.org)", page)
        assert set(re.findall(r'href="([\w-]+\.(?:html|csv))', page)) <= {
            path.name for path in (place / "report").iterdir()}
    assert (place / "report" / "items.csv").read_text(encoding="utf-8-sig").startswith("item,")
    assert "scan.pdf" in pages["index.html"]
    assert run(place) == 0  # and again, over itself


def test_notes_among_the_articles_are_told_of(place, capsys):
    for outlet in ("gull", "tern", "times"):
        (place / f"{outlet}.txt").write_text("The mill in Ellby burned on Monday, and two people died there.\n")
    (place / "articles.csv").write_text("file,outlet\ngull.txt,Gull\ntern.txt,Tern\ntimes.txt,Times\n")
    command_line.main([str(place), "--out", str(place / "out")])
    assert "To look at" not in capsys.readouterr().out
    (place / "key.md").write_text("Two people died there: what the outlets should say of the mill.\n")
    command_line.main([str(place), "--out", str(place / "out")])
    said = capsys.readouterr().out
    assert "To look at in the texts:\n  Outlet unknown, its file's name stands in" in said and "it): key.md" in said


def test_a_second_report_leaves_everything_that_it_did_not_make(place, capsys):
    write_old_report(place)
    (place / "report" / "notes.txt").write_text("mine")
    (place / "report" / "coded").mkdir()
    assert run(place) == 2
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1 and "which we did not make" in shown.err and shown.out == ""
    assert (place / "report" / "notes.txt").read_text() == "mine" and (place / "report" / "coded").is_dir()


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
    commands = ", ".join(command_line.COMMANDS)
    assert capsys.readouterr().err == f"there is no command chek: the commands are {commands}\n"


CYRILLIC = "“Мост готов,” said Ann Bellamy \x1b[2J\u202e of Ellby. The bridge opened on Monday.\n"


@pytest.mark.parametrize(("before", "environment"), [
    ("cd $(mktemp -d) && rmdir $PWD", {"COLUMNS": "1", "PYTHONIOENCODING": "ascii", "HOME": "/dev/null/nowhere",
                                       "PYTHONUTF8": "0", "LC_ALL": "C"}),
    ("exec > >(head -1 >&2)", {"PYTHONIOENCODING": "cp1252"}),
], ids=["an odd place", "a reader that has enough"])
def test_the_report_is_made_wherever_one_works(place, before, environment):
    (place / "texts" / "herald.txt").write_text(CYRILLIC, encoding="utf-8")
    status, out, err = finish(start(place, before=before, **environment))
    assert status == 0 and {"index.html", "reader.html", "method.html"} < set(read_pages(place))
    assert not {"\x1b", "\u202e"} & set(out + "".join(err))
    assert "head" in before or err == []


def test_output_that_cant_be_written_is_told_and_the_report_is_made(place):
    status, _, err = finish(start(place, before="exec > /dev/full"))
    assert status == 1 and len(err) == 1
    assert err[0].startswith("standard output: No space left on device; the report is made: ")
    assert "no report was made" not in err[0]
    assert "index.html" in read_pages(place)


@pytest.mark.parametrize(("before", "ended"), [
    ("exec > /dev/full", (1, "standard output: No space left on device\n")),
    ("exec >&-", (0, "")),
])
def test_every_command_tells_that_its_output_was_lost(place, before, ended):
    line = shlex.join([sys.executable, "-m", "analysis", "check", str(place / "texts")])
    done = subprocess.run(["bash", "-c", f"{before}\nexec {line}"], cwd=ROOT, stderr=subprocess.PIPE, text=True,
                          timeout=120, check=False)
    assert (done.returncode, done.stderr) == ended


def test_too_few_open_files_end_in_a_sentence(place):
    write_old_report(place)
    status, _, err = finish(start(place, before="ulimit -n 5"))
    assert status == 1 and len(err) == 1
    assert old_report_is_whole(place)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_leaves_the_old_report(place, stop):
    write_old_report(place)
    process = start(place)
    while process.poll() is None and ".part-" not in (place / "report" / "made.json").read_text():
        time.sleep(0.01)  # until the run holds the place: its first page takes a while yet
    process.send_signal(stop)
    status, _, err = finish(process)
    assert (status, err) == (130, ["stopped: an old report is as it was"])
    assert old_report_is_whole(place)


@pytest.mark.parametrize("inside", ["eval('stop()', {'stop': stop})", "Ends()"])
def test_a_stop_inside_an_eval_or_a_del_is_a_stop(place, inside):
    (place / "sitecustomize.py").write_text(
        "import argparse, time\n\ndef stop(*_):\n    raise KeyboardInterrupt\n\nclass Ends:\n    __del__ = stop\n\n"
        f"argparse.ArgumentParser.parse_args = lambda *_: {inside} and time.sleep(5)\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "analysis", "check", str(place / "texts")], cwd=ROOT, text=True,
                          env={**os.environ, "PYTHONPATH": str(place)}, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (130, "stopped\n")


def test_what_a_killed_run_leaves_is_no_hindrance(place, capsys):
    write_old_report(place)
    process = start(place)
    while process.poll() is None and len(list((place / "report").iterdir())) < 5:
        time.sleep(0.01)  # until the first page is there and others are being made
    process.kill()
    process.communicate()
    assert run(place) == 0
    assert not [path.name for path in (place / "report").iterdir() if path.name.startswith(".")]


def on_small_disk(place, kilobytes, *words, mount="report"):
    """Run the command with a file system of its own, of some kilobytes, at `mount`; skip where one can't mount."""
    (place / mount).mkdir(exist_ok=True)
    mounted = f"mount -t tmpfs -o size={kilobytes}k small {shlex.quote(str(place / mount))}"
    if subprocess.run(["unshare", "-rm", "bash", "-c", mounted], capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    line = shlex.join([sys.executable, "-m", "analysis", str(place / "texts"), "--out", str(place / "report"), *words])
    script = f"{mounted} && {line}; echo status $?; ls -A {place}/report"
    done = subprocess.run(["unshare", "-rm", "bash", "-c", script], cwd=ROOT, capture_output=True, text=True,
                          timeout=120)
    assert "Traceback" not in done.stderr
    out, _, ending = done.stdout.partition("status ")
    status, *left = ending.split()
    return int(status), out, [line for line in done.stderr.splitlines() if "other pages" not in line], left


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no file system can be mounted here")
@pytest.mark.parametrize(("kilobytes", "told", "left"), [
    (8, "no report was made", []),
    (60, "the report's first page is there, some of the others are not", ["index.html"])])
def test_a_full_disk_is_a_sentence(place, kilobytes, told, left):
    status, _, err, files = on_small_disk(place, kilobytes)
    assert status == 1 and len(err) == 1 and "No space left on device" in err[0] and told in err[0]
    assert re.search(r"the trace lies in \S+\.log$", err[0])
    assert [name for name in files if name.endswith("index.html")] == left
    assert not [name for name in files if name.startswith(".")]


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no file system can be mounted here")
def test_a_mount_point_is_a_place_like_any_other(place):
    status, _, err, files = on_small_disk(place, 20_000)
    assert (status, err) == (0, []) and {"index.html", "made.json"} < set(files)


def test_the_place_is_tried_before_the_work(place):
    for out in ("/proc/report", "/dev/null/report", str(place / "texts" / "herald.txt")):
        began = time.process_time()
        assert command_line.main([str(place / "texts"), "--out", out]) == 2
        assert time.process_time() - began < 1


def test_a_dead_kernel_is_a_sentence(notebook, capsys):
    write_notebook(notebook, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert command_line.main(["refresh"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "a.ipynb: its kernel was ended by the system, as when memory runs out")


def test_a_cell_that_fails_is_named(notebook, capsys):
    write_notebook(notebook.with_name("b.ipynb"), "x = 1", "x / 0", "x = 2")
    assert command_line.main(["refresh"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "b.ipynb, cell 4: ZeroDivisionError: division by zero"


def test_what_nobody_foresaw_is_a_sentence_and_a_log(place, capsys, monkeypatch):
    monkeypatch.setattr(command_line, "check", lambda words: {}[chr(27) + "key"])
    monkeypatch.setitem(command_line.COMMANDS, "check", lambda words: {}["no such key"])
    assert command_line.main(["check"]) == 1
    sentence = capsys.readouterr().err
    assert sentence.startswith("KeyError: 'no such key'; the trace lies in ") and sentence.count("\n") == 1
    log = Path(sentence.split()[-1])
    assert "Traceback" in log.read_text()
    log.unlink()


def test_refresh_twice_changes_no_byte_and_names_what_differs(notebook, capsys):
    path = notebook
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


def test_another_folder_is_set_in_memory_only(place, notebook):
    path = notebook
    before = path.read_bytes()
    (_, notebook), = notebooks.run_notebooks([path], folder=place / "texts")
    assert notebook.cells[2].outputs[0].text == f"{place / 'texts'}\n"
    assert path.read_bytes() == before


def test_a_notebook_without_the_cell_parameters_is_named(place, notebook):
    path = notebook
    nbformat.write(new_notebook(cells=[new_code_cell("1")]), path)
    with pytest.raises(notebooks.NotebookError, match=r"^a.ipynb: 0 cells are tagged parameters"):
        list(notebooks.run_notebooks([path], folder=place))


def test_kernels_are_this_python_whatever_the_user_installed(place, notebook, monkeypatch):
    kernel = place / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text('{"argv": ["false"], "display_name": "", "language": "python"}')
    monkeypatch.setenv("JUPYTER_PATH", str(place))
    write_notebook(place / "notebooks" / "a.ipynb", "import sys; print(sys.executable)")
    (_, notebook), = notebooks.run_notebooks(notebooks.list_notebooks())
    assert notebook.cells[2].outputs[0].text == sys.executable + "\n"
