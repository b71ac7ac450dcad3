from pathlib import Path

from analysis import draw_strips
from analysis.pages.cover import PICTURE, describe_cover, describe_output, write_cover

ROOT = Path(__file__).resolve().parents[1]


def test_the_readme_shows_what_the_program_prints_and_draws(seeds):
    readme, shown = (ROOT / "README.md").read_text(encoding="utf-8"), describe_output(seeds)
    assert describe_cover(draw_strips(seeds)) in readme
    assert shown in readme and 6 <= len(shown.splitlines()) <= 15
    assert (ROOT / PICTURE).read_bytes().startswith(b"\x89PNG")


def test_making_it_again_changes_nothing_else(seeds, tmp_path):
    (tmp_path / "README.md").write_text(
        f"# Title\n\n```text\nold output\n```\n\n![old]({PICTURE})\n\n**old sentence**\n\n```text\nkept\n```\n[x](y)\n")
    write_cover(seeds, tmp_path)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# Title\n\n```text\n") and text.endswith("**\n\n```text\nkept\n```\n[x](y)\n")
    assert "old output" not in text and "old sentence" not in text
