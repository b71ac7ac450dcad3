"""A folder that we write to: what we did not make is never touched, whatever ends a run."""

import json

import pytest

from analysis.pages.place import MANIFEST, hold_place
from analysis.reading.files import InputError


def make(folder, **files):
    with hold_place(folder, "report") as place:
        for name, text in files.items():
            place.write(f"{name}.html", text)
        place.drop_old()
    return folder


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != MANIFEST}


def test_a_second_run_replaces_what_the_first_made(tmp_path):
    make(tmp_path / "out", index="one", old="gone")
    make(tmp_path / "out", index="two", new="here")
    assert contents(tmp_path / "out") == {"index.html": "two", "new.html": "here"}
    assert sorted(json.loads((tmp_path / "out" / MANIFEST).read_text())["files"]) == ["index.html", "new.html"]


def add_note(out):
    (out / "notes.txt").write_text("mine")


def add_folder(out):
    (out / "coded").mkdir()


def add_repository(out):
    (out / ".git").mkdir()
    (out / ".git" / "HEAD").write_text("ref: main")


def add_link(out):
    (out / "index.html").rename(out.parent / "real.html")
    (out / "index.html").symlink_to(out.parent / "real.html")


def edit_by_hand(out):
    (out / "index.html").write_text("one, and a thought of mine")


def forge_list(out):
    (out / MANIFEST).write_text('{"files": {"notes.txt": []}}')


def add_like_named(out):
    (out / ".part-mine").write_text("mine")


@pytest.mark.parametrize(("strange", "named"), [
    (add_note, "notes.txt, which we did not make"), (add_folder, "coded, which we did not make"),
    (add_repository, ".git/HEAD, which"), (add_link, "index.html, which we did not make"), (forge_list, MANIFEST),
    (edit_by_hand, "index.html, which has been changed since we made it"), (add_like_named, ".part-mine, which"),
])
def test_what_is_not_ours_is_refused_and_stays(tmp_path, strange, named):
    out = make(tmp_path / "out", index="one", other="two")
    strange(out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    with pytest.raises(InputError, match=r"name a new folder for the report$") as refused:
        make(out, index="three")
    assert named in str(refused.value) and "\n" not in str(refused.value)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_what_the_system_leaves_in_a_folder_is_nobodys(tmp_path):
    out = make(tmp_path / "out", index="one")
    (out / ".DS_Store").write_text("x")
    (out / "lost+found").mkdir()
    make(out, index="two")
    assert (out / ".DS_Store").exists() and (out / "lost+found").is_dir()


@pytest.mark.parametrize("inside", ["", "in", "in/deep"])
def test_the_articles_are_never_where_the_report_goes(tmp_path, inside):
    (tmp_path / "out" / inside).mkdir(parents=True, exist_ok=True)
    (tmp_path / "link").symlink_to(tmp_path / "out")
    for out in (tmp_path / "out", tmp_path / "link"):
        with pytest.raises(InputError, match="holds the articles"), hold_place(
                out, "report", apart_from=tmp_path / "out" / inside):
            pass


def test_a_run_that_fails_leaves_the_old_files_and_none_of_its_own(tmp_path):
    out = make(tmp_path / "out", index="one")
    with pytest.raises(ZeroDivisionError), hold_place(out, "report"):
        raise ZeroDivisionError
    assert sorted(path.name for path in out.iterdir()) == ["index.html", MANIFEST]
    with pytest.raises(ZeroDivisionError), hold_place(tmp_path / "new" / "deep", "report"):
        raise ZeroDivisionError
    assert not (tmp_path / "new").exists()


def test_two_runs_at_once_are_one_too_many(tmp_path):
    with hold_place(tmp_path / "out", "report"), pytest.raises(InputError, match="another run is at work there"):
        make(tmp_path / "out", index="two")


def test_what_a_killed_run_left_is_cleared(tmp_path):
    out = make(tmp_path / "out", index="one")
    known = json.loads((out / MANIFEST).read_text())
    known["unfinished"] = [".part-0011aabb-"]
    (out / MANIFEST).write_text(json.dumps(known))
    (out / ".part-0011aabb-22").write_text("half a page")
    make(out, index="two")
    assert contents(out) == {"index.html": "two"}


def test_files_in_folders_go_with_their_folders(tmp_path):
    with hold_place(tmp_path / "out", "export") as place:
        place.write("tables/quotes.csv", "a")
    with hold_place(tmp_path / "out", "export") as place:
        place.write("all.csv", "b")
        place.drop_old()
    assert contents(tmp_path / "out") == {"all.csv": "b"} and not (tmp_path / "out" / "tables").exists()


def test_a_file_is_no_place(tmp_path):
    (tmp_path / "out").write_text("mine")
    for out in (tmp_path / "out", tmp_path / "out" / "deep"):
        with pytest.raises(InputError):
            make(out, index="x")
    assert (tmp_path / "out").read_text() == "mine"
