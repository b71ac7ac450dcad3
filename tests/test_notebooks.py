"""Every notebook on small and strange folders: its code cells run, in order, without an error."""

import subprocess

import nbformat
import pandas as pd
import pytest

import analysis
from analysis import Event, list_answers
from analysis import __main__ as command_line
from analysis.pages.notebooks import copy_notebooks, list_notebooks
from analysis.pages.show import readable, show_headlines, tell
from analysis.pages.widgets import PICTURES, explore
from analysis.reading.files import InputError

FOLDERS = {
    "one article": {"a.txt": "The ferry sank.\n\n“We will rebuild it by May,” said Ada Moll, the harbour master."},
    "two that share nothing": {"a.txt": "The ferry sank.", "b.txt": "Prices rose again, by 4 percent."},
    "one copied": {"a.txt": "The ferry sank near the old harbour on Monday.",
                   "b.txt": "The ferry sank near the old harbour on Monday. Nobody was hurt."},
    "no English": {"a.txt": "外務省は木曜日、会談が六時間続いたと発表した。「有益だった」と報道官は述べた。",
                   "b.txt": "会談は六時間続いた。大臣は「進展があった」と述べた。"},
}


@pytest.mark.parametrize("texts", FOLDERS.values(), ids=FOLDERS)
def test_notebooks_run_on_small_folders(texts, tmp_path, monkeypatch, capsys):
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = list_notebooks()
    monkeypatch.chdir(paths[0].parent)
    for path in paths:
        names = {"display": lambda shown: shown}
        for number, cell in enumerate(nbformat.read(path, as_version=4).cells, 1):
            if cell.cell_type == "code":
                chosen = "parameters" in cell.metadata.get("tags", [])
                source = f"folder = {str(tmp_path)!r}" if chosen else cell.source
                exec(compile(source, f"{path.name}, cell {number}", "exec"), names)


def test_notebooks_are_copied_once_and_read_the_folder_they_lie_in(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("The ferry sank near the old harbour of Norhaven on Monday.")
    place, copied = copy_notebooks(tmp_path)
    assert place == tmp_path / "notebooks" and "0_findings.ipynb" in copied and "7_archive.ipynb" not in copied
    for name in copied:
        cells = [cell for cell in nbformat.read(place / name, as_version=4).cells if cell.cell_type == "code"]
        assert not any(cell.outputs for cell in cells)
        assert [cell.source for cell in cells if "parameters" in cell.metadata.get("tags", [])] == ['folder = ".."']
    (place / copied[0]).write_text("mine")
    assert copy_notebooks(tmp_path) == (place, [])
    assert (place / copied[0]).read_text() == "mine"
    assert Event(tmp_path).rejects.empty
    with pytest.raises(InputError, match="there is no folder"):
        copy_notebooks(tmp_path / "nowhere")


def test_the_lab_opens_there(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.txt").write_text("The ferry sank.")
    started = []

    class Server:
        def __init__(self, words):
            started.extend(words)

        def wait(self):
            pass

    monkeypatch.setattr(subprocess, "Popen", Server)
    assert command_line.main(["lab", str(tmp_path), "--no-browser"]) == 0
    assert started[1:3] == ["-m", "jupyterlab"] and started[-2:] == ["--no-browser", str(tmp_path / "notebooks")]
    assert "0_findings.ipynb" in capsys.readouterr().out


def test_one_widget_offers_every_picture(tmp_path):
    for name, text in FOLDERS["one copied"].items():
        (tmp_path / name).write_text(text)
    picture, of, page = explore(Event(tmp_path)).children
    seen = set()
    for name in picture.options:
        picture.value = name
        for choice in of.options:
            of.value = choice
            assert page.value.startswith("<img src='data:image/png;base64,")
        seen.add(page.value)
    assert len(seen) > len(picture.options) / 2  # some say in the same words that there is nothing to show
    assert {getattr(analysis, name).__name__ for name in PICTURES.values()} == {
        name for name in analysis.__all__ if name.startswith("draw_")} - {"draw_sheet"}


def test_what_is_shown_names_outlets_and_hides_nothing_odd(tmp_path):
    articles = pd.DataFrame({"article": ["a", "b"], "outlet": ["Ellby <b>", "Norhaven Sun"],
                             "text": ["The ferry sank.\n“We saw <i>it</i>,” said Ann Bellamy.", "Nobody saw it."]})
    event = Event.from_articles(articles)
    shown = readable(event, event.copied)
    assert set(shown["outlet"]) == {"Ellby <b>", "Norhaven Sun"} and "article" not in shown
    assert "nan" not in shown.to_string().lower() and "<NA>" not in shown.to_string()
    assert "<b>" not in show_headlines(event).data and "&lt;b&gt;" in show_headlines(event).data
    for answer in list_answers():
        assert "<i>it" not in tell(event, answer.name).data
