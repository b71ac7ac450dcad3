"""Every notebook on small and strange folders: its code cells run, in order, without an error."""

import nbformat
import pytest

from analysis.pages.notebooks import list_notebooks

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
