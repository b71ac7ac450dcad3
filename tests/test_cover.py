from pathlib import Path

from analysis import Event, charts
from analysis.pages.cover import PICTURE, describe_cover, write_cover

ROOT = Path(__file__).resolve().parents[1]


def test_the_readme_opens_with_the_chart_and_its_own_sentence():
    assert describe_cover(charts.draw_strips(Event())) in (ROOT / "README.md").read_text(encoding="utf-8")
    assert (ROOT / PICTURE).read_bytes().startswith(b"\x89PNG")


def test_making_it_again_changes_nothing_else(tmp_path):
    (tmp_path / "README.md").write_text(f"# Title\n\n![old]({PICTURE})\n\n**old sentence**\n\nrest ** [x](y)\n")
    write_cover(Event(), tmp_path)
    lines = (tmp_path / "README.md").read_text(encoding="utf-8").split("\n")
    assert lines[0] == "# Title" and lines[-2:] == ["rest ** [x](y)", ""]
    assert lines[4].startswith("**") and "old" not in lines[4]
