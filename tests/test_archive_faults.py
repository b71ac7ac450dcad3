"""An archive in trouble: whose files these are, damaged pieces, equal texts, and ends that are a sentence."""

import io
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time

import pandas as pd
import pytest
from test_archive import FLOOD, ROWS, make_table, read_bytes

from analysis import __main__ as command_line
from analysis.archive.place import MANIFEST
from analysis.archive.results import load_results, map_archive, read_story, save_story
from analysis.archive.store import open_archive
from analysis.archive.stories import find_siblings, find_stories
from analysis.event import SEEDS
from analysis.reading.articles import load_articles
from analysis.reading.files import InputError

ROOT = SEEDS.parent
pyarrow = pytest.importorskip("pyarrow", reason="needs pyarrow, see .ci/archive.txt")
parquet = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def news(tmp_path):
    (tmp_path / "in").mkdir()
    make_table().to_csv(tmp_path / "in" / "news.csv", index=False)
    return tmp_path / "in" / "news.csv"


@pytest.fixture
def parts(tmp_path):
    """A folder of parts, the first of them sound: two articles in a Parquet table."""
    (tmp_path / "parts").mkdir()
    make_table(ROWS[:2]).to_parquet(tmp_path / "parts" / "a.parquet")
    return tmp_path / "parts"


def run(*words, cwd=ROOT, before=None, **more):
    """Return (status, output, error) of the command line in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "analysis", "stories", *map(str, words)], cwd=cwd, text=True,
                          capture_output=True, preexec_fn=before, timeout=100,
                          env={**os.environ, "PYTHONPATH": str(ROOT)}, **more)
    return done.returncode, done.stdout, done.stderr


def last_line(error):
    """Return the last line of what was said, once there is no trace in it."""
    assert "Traceback" not in error, error
    return error.strip().splitlines()[-1]


# Whose files these are


@pytest.mark.parametrize("name", ["stories.parquet", "sources.parquet", "rejected.parquet"])
def test_an_archive_called_like_a_result_is_not_written_over(tmp_path, name):
    make_table().to_parquet(tmp_path / name)
    (tmp_path / ".part-mine").write_text("notes")
    before = read_bytes(tmp_path)
    with pytest.raises(InputError, match="holds the archive itself: name a new folder for the results"):
        map_archive(tmp_path / name, tmp_path)
    assert read_bytes(tmp_path) == before


@pytest.mark.parametrize("strange", [
    "stories.parquet", "reuse.parquet", "archive.json", ".part-mine", ".part-7-reuse.parquet", "stories/mine.parquet",
    "stories/.part-mine", f"stories/{'a' * 64}.parquet", "notes/diary.txt", ".git/config",
])
@pytest.mark.parametrize("ours", [False, True])
def test_what_we_did_not_write_is_refused_and_stays(news, tmp_path, strange, ours):
    out = tmp_path / "out"
    if ours:
        map_archive(news, out)
        if strange in ("stories.parquet", "reuse.parquet", "archive.json", ".part-7-reuse.parquet"):
            pytest.skip("the manifest lists it")
    path = out / strange
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"maker": "someone else"}')
    before = read_bytes(out)
    with pytest.raises(InputError, match=r"out holds other files, such as .*: name a new folder for the results"):
        map_archive(news, out)
    assert read_bytes(out) == before


def test_results_are_no_archive_to_write_into_themselves(news, tmp_path):
    map_archive(news, tmp_path / "out")
    before = read_bytes(tmp_path / "out")
    with pytest.raises(InputError, match="holds the archive itself"):
        map_archive(tmp_path / "out", tmp_path / "out")
    assert read_bytes(tmp_path / "out") == before


def test_links_in_the_place_of_results_are_refused(news, tmp_path):
    map_archive(news, tmp_path / "out")
    (tmp_path / "precious").write_text("all I have")
    (tmp_path / "out" / "reuse.parquet").unlink()
    (tmp_path / "out" / "reuse.parquet").symlink_to(tmp_path / "precious")
    with pytest.raises(InputError, match=r"such as reuse\.parquet"):
        map_archive(news, tmp_path / "out")
    assert (tmp_path / "precious").read_text() == "all I have"


def test_leftovers_of_a_killed_run_are_cleared_and_its_stories_kept(news, tmp_path):
    out = tmp_path / "out"
    map_archive(news, out)
    whole = read_bytes(out)
    (out / ".part-7-reuse.parquet").write_bytes(b"half")
    story = next((out / "stories").iterdir())
    (out / "stories" / f".part-7-{story.name}").write_bytes(b"half")
    (out / "stories" / f"{'0' * 64}.{'1' * 64}.parquet").write_bytes(b"of an archive that was larger")
    manifest = json.loads((out / MANIFEST).read_text())
    (out / MANIFEST).write_text(json.dumps({**manifest, "finished": False}))
    assert "0 done" in map_archive(news, out)
    assert read_bytes(out) == whole


def test_a_refusal_leaves_no_trace(tmp_path):
    (tmp_path / "empty.csv").write_text("id,text\n")
    with pytest.raises(InputError, match="there is no article in"):
        map_archive(tmp_path / "empty.csv", tmp_path / "new" / "out")
    assert not (tmp_path / "new" / "out").exists()


def test_the_place_is_tried_before_the_run(news, tmp_path, monkeypatch, capsys):
    def never(*_):
        raise AssertionError("the archive was read before its place was tried")

    monkeypatch.setattr("analysis.archive.results.open_archive", never)
    (tmp_path / "file").write_text("mine")
    assert command_line.main(["stories", str(news), "--out", str(tmp_path / "file" / "out")]) == 2
    assert "out: Not a directory" in last_line(capsys.readouterr().err)


# Equal texts


@pytest.mark.parametrize("seed", range(8))
def test_equal_texts_near_copies_and_reprints_are_grouped(seed):
    words = [f"{syllable}{number}" for syllable in ("bal", "tor", "vim") for number in range(40)]
    chance = random.Random(seed)
    rows = []
    for event in range(4):
        text = " ".join(chance.choices(words[event * 30:event * 30 + 30], k=80))
        rows += [(f"e{event}a", text), (f"e{event}b", text), (f"e{event}c", text + " More follows."),
                 (f"e{event}d", "UPDATE " + text[:len(text) * 9 // 10]), (f"e{event}e", text.replace(" ", "  "))]
    table = pd.DataFrame(rows, columns=["article", "text"])
    found = find_stories(table)
    assert [group["article"].str[:2].nunique() for _, group in found.groupby("story")] == [1] * 4
    assert find_siblings(table, text_only=True)["score"].notna().all()


@pytest.mark.parametrize("texts", [["bridge harbour", "bridge harbour", "bank"], ["a", "a", "b"], ["000", "000", "1"]])
def test_two_equal_texts_and_another(tmp_path, texts):
    table = pd.DataFrame({"article": ["1", "2", "3"], "text": texts})
    assert find_stories(table)["story"].tolist() == [1, 1, 2]
    (tmp_path / "x.csv").write_text("".join(f"{row}\n" for row in ["id,text", *map(",".join, table.values)]))
    assert "1 story of several" in run(tmp_path / "x.csv")[1]


# Damaged pieces


def damage(data, place=0.3, width=40):
    at = int(len(data) * place)
    return data[:at] + bytes(byte ^ 255 for byte in data[at:at + width]) + data[at + width:]


def packed(table, **more):
    data = io.BytesIO()
    parquet.write_table(table if isinstance(table, pyarrow.Table) else pyarrow.Table.from_pandas(table), data, **more)
    return data.getvalue()


def bad_letters():
    """Return a table of three articles, in one of which a text is not UTF-8."""
    texts = pyarrow.array([b"The quay was shut.", b"Caf\xe9 \xff\xfe", b"The bank fell."], pyarrow.binary())
    texts = pyarrow.StringArray.from_buffers(3, texts.buffers()[1], texts.buffers()[2])
    return pyarrow.table({"id": ["p", "q", "r"], "text": texts})


def bad_day():
    days = pyarrow.array([0, 2**62, 10**9], pyarrow.timestamp("ms"))
    return pyarrow.table({"id": ["p", "q", "r"], "text": [FLOOD[0], FLOOD[1], FLOOD[2]], "date": days})


PIECES = {  # name: (file, its bytes, articles taken from it, reason)
    "flipped bytes": ("b.parquet", lambda: damage(packed(make_table(ROWS[2:]), compression="snappy"), .2, 400), 0,
                      "broken table"),
    "truncated": ("b.parquet", lambda: packed(make_table(ROWS[2:]))[:-30], 0, "broken table"),
    "nothing": ("b.parquet", lambda: b"", 0, "broken table"),
    "no UTF-8 in a cell": ("b.parquet", lambda: packed(bad_letters()), 2, "undecodable"),
    "a day out of range": ("b.parquet", lambda: packed(bad_day()), 2, "undecodable"),
    "no texts": ("b.parquet", lambda: packed(pyarrow.table({"id": ["1"]})), 0, "no text column"),
    "UTF-16": ("b.csv", lambda: make_table(ROWS[2:]).to_csv(index=False).encode("utf-16"), 0, "undecodable"),
    "UTF-16 without a mark": ("b.csv", lambda: b"id,text\n".decode().encode("utf-16-le"), 0, "undecodable"),
    "NUL in a row": ("b.csv", lambda: b"id,text\n1,The quay\n2,The \0bank\n3,A fair\n", 2, "undecodable"),
    "an open quotation mark": ("b.csv", lambda: b'id,text\n1,The quay\n2,"The bank\n', 1, "broken row"),
    "words behind a mark": ("b.csv", lambda: b'id,text\n1,The quay\n2,"The" bank\n3,A fair\n', 2, "broken row"),
}


@pytest.mark.parametrize("name", PIECES)
def test_a_damaged_piece_is_one_row_of_rejected(parts, name):
    file, make, taken, reason = PIECES[name]
    (parts / file).write_bytes(make())
    opened = open_archive(parts)
    assert len(opened.index) == 2 + taken
    assert opened.rejected["reason"].tolist() == [reason]
    assert opened.rejected["detail"].str.startswith(file).all()


def test_a_row_group_that_is_damaged_costs_its_rows(parts):
    rows = [(f"g{number}", "Gull", f"Title {number}", os.urandom(400).hex(), "2024-03-04") for number in range(40)]
    data = packed(make_table(rows), row_group_size=10, compression="snappy")
    meta = parquet.ParquetFile(io.BytesIO(data)).metadata.row_group(1).column(3)
    at = meta.dictionary_page_offset or meta.data_page_offset
    (parts / "b.parquet").write_bytes(data[:at] + b"\xff" * 300 + data[at + 300:])
    opened = open_archive(parts)
    assert len(opened.index) == 2 + 30
    assert opened.rejected["detail"].str.match(r"b\.parquet rows 11 to 20 can't be read").tolist() == [True]


def test_a_folder_among_the_parts_is_named(parts):
    (parts / "b.parquet").mkdir()
    make_table(ROWS[2:]).to_parquet(parts / "b.parquet" / "part-0.parquet")
    opened = open_archive(parts)
    assert len(opened.index) == 2 and opened.rejected["reason"].tolist() == ["a folder"]
    assert len(open_archive(parts / "b.parquet").index) == 4


@pytest.mark.parametrize("number", ["²", "one", "1.0", "٣"])
def test_a_story_that_is_no_number(news, tmp_path, capsys, number):
    assert command_line.main(["stories", str(news), "--open", number, str(tmp_path / "x")]) == 2
    assert last_line(capsys.readouterr().err) == f"--open {number}: a story is named by its number"


def test_archive_and_folder_read_a_damaged_table_alike(tmp_path):
    (tmp_path / "b.parquet").write_bytes(packed(bad_letters()))
    _, articles, rejects = load_articles(tmp_path)
    opened = open_archive(tmp_path)
    assert len(articles) == len(opened.index) == 2
    assert rejects["detail"].tolist() == ["b.parquet row 2: a cell of it can't be read"]
    assert opened.rejected["detail"].tolist() == rejects["detail"].tolist()


@pytest.mark.parametrize("column", ["text", "paragraphs", "title"])
def test_a_small_table_that_unfolds_to_gigabytes_is_bounded(parts, column):
    cell = "x" * 2_000_000
    cells = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 2_000, pyarrow.int32()), [cell])
    table = {"id": list(map(str, range(2_000))), "text": ["The quay"] * 2_000, "title": ["Quay"] * 2_000}
    if column == "paragraphs":
        offsets = pyarrow.array(range(2_001), pyarrow.int32())
        table["text"] = pyarrow.ListArray.from_arrays(offsets, cells)
    else:
        table[column] = cells
    data = packed(pyarrow.table(table), compression="zstd", store_schema=False)
    assert len(data) < 60_000
    (parts / "bomb.parquet").write_bytes(data)
    del table, cells, cell
    before = resource.getrusage(resource.RUSAGE_SELF)
    opened = open_archive(parts)
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert opened.rejected["reason"].tolist() == ["too large"]
    assert "unfolds to more than" in opened.rejected["detail"].item()
    assert len(opened.index) < 20
    assert after.ru_utime - before.ru_utime < 20 and after.ru_maxrss - before.ru_maxrss < 500_000


def test_a_story_file_that_was_changed_is_not_opened(news, tmp_path):
    map_archive(news, tmp_path / "out")
    file = load_results(tmp_path / "out").stories.set_index("story").loc[2, "file"]
    path = tmp_path / "out" / "stories" / file
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    with pytest.raises(InputError, match="is not what the results were finished with"):
        read_story(tmp_path / "out", 2)
    map_archive(news, tmp_path / "out")
    assert len(read_story(tmp_path / "out", 2)) == 3


def test_a_story_half_written_is_removed(news, tmp_path, monkeypatch):
    articles = open_archive(news).read(range(6))
    monkeypatch.setattr("pathlib.Path.write_bytes", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        save_story(articles, tmp_path / "new")
    assert not (tmp_path / "new").exists()


# Ends


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own with little room; skips where none can be made."""
    (tmp_path / "disk").mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", str(tmp_path / "disk")],
                          capture_output=True) if sys.platform == "linux" else None
    if made is None or made.returncode:
        pytest.skip("no file system can be mounted here")
    yield tmp_path / "disk"
    subprocess.run(["umount", str(tmp_path / "disk")])


@pytest.mark.parametrize("articles", [6, 2000])
def test_a_full_disk_is_a_sentence(small_disk, news, articles):
    """With few articles their stories are too much for the disk, with many their texts are."""
    rows = [(f"n{number}", "Gull", "Title", f"{FLOOD[0]} {number}", "2024-03-04") for number in range(articles)]
    make_table(ROWS if articles == 6 else rows).to_csv(news, index=False)
    status, _, error = run(news, "--out", small_disk / "out")
    assert status and ": No space left on device" in last_line(error)
    assert not list(small_disk.rglob(".part-*"))


def test_a_disk_of_its_own_takes_the_results(tmp_path, news, small_disk):
    subprocess.run(["mount", "-o", "remount,size=30M", str(small_disk)], check=True)
    status, output, _ = run(news, "--out", small_disk)
    assert status == 0 and "3 done" in output


@pytest.mark.parametrize("files", [12, 20])
def test_too_few_open_files_is_a_sentence(news, tmp_path, files):
    status, _, error = run(news, "--out", tmp_path / "out", "--workers", 2,
                           before=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files)))
    assert "Traceback" not in error and (status == 0 or last_line(error))


def test_sigterm_ends_like_ctrl_c_and_the_next_run_goes_on(tmp_path, news):
    rows = [(f"n{number}", f"outlet {number % 9}", "Title", f"{text} {number}", f"2024-{number // 3 % 12 + 1:02}-04")
            for number, text in enumerate(FLOOD * 40)]
    make_table(rows).to_csv(news, index=False)
    out = tmp_path / "out"
    process = subprocess.Popen([sys.executable, "-m", "analysis", "stories", str(news), "--out", str(out)], cwd=ROOT,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for _ in range(600):
        if list(out.glob("stories/*.parquet")) or process.poll() is not None:
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    error = process.communicate(timeout=60)[1]
    assert process.returncode in (130, 143)
    assert last_line(error) == f"stopped: finished stories are kept in {out}, the same command goes on from there"
    assert not list(out.rglob(".part-*"))


def test_a_working_folder_that_is_gone_is_a_sentence(tmp_path, news):
    (tmp_path / "gone").mkdir()
    status, output, error = run(news, cwd=tmp_path / "gone", before=lambda: os.rmdir(tmp_path / "gone"))
    assert (status, output.splitlines()[:1]) == (0, ["6 articles, 2 stories of several"]), error
    status, _, error = run("news.csv", "--out", "out", cwd=tmp_path, before=lambda: None)
    assert (status, last_line(error)) == (2, "there is no archive news.csv")
