from pathlib import Path

from analysis import Event, draw_strips
from analysis.pages.cover import PICTURE, describe_cover, describe_output, write_cover

ROOT = Path(__file__).resolve().parents[1]


def test_the_readme_shows_what_the_program_prints_and_draws():
    readme, event = (ROOT / "README.md").read_text(encoding="utf-8"), Event()
    assert describe_cover(draw_strips(event)) in readme
    assert describe_output(event) in readme
    assert 6 <= len(describe_output(event).splitlines()) <= 15
    assert (ROOT / PICTURE).read_bytes().startswith(b"\x89PNG")


def test_making_it_again_changes_nothing_else(tmp_path):
    (tmp_path / "README.md").write_text(
        f"# Title\n\n```text\nold output\n```\n\n![old]({PICTURE})\n\n**old sentence**\n\n```text\nkept\n```\n[x](y)\n")
    write_cover(Event(), tmp_path)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# Title\n\n```text\n") and text.endswith("**\n\n```text\nkept\n```\n[x](y)\n")
    assert "old output" not in text and "old sentence" not in text
