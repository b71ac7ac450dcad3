"""Archives: read, mapped story by story, the same bytes however they are mapped, and what goes wrong on the way."""

import errno
import importlib.util
import multiprocessing
import os
import random
import shutil
import socket
import subprocess
import sys

import pandas as pd
import psutil
import pytest

from analysis import __main__ as command_line
from analysis import event
from analysis.archive import digests, mapping, place, results, store
from analysis.archive.digests import (
    STORY_TABLES,
    SUMS,
    choose_articles,
    digest_story,
    mark_version,
    sum_event,
    unpack_table,
)
from analysis.archive.results import load_results, map_archive, read_story, save_story
from analysis.archive.store import describe_articles, list_stories, open_archive
from analysis.english import words
from analysis.english.countries import country_names
from analysis.english.words import find_words, fold
from analysis.event import SEEDS, Event
from analysis.reading.files import InputError
from analysis.rules import using
from analysis.tables import conform

has_pyarrow = importlib.util.find_spec("pyarrow") is not None
needs_pyarrow = pytest.mark.skipif(not has_pyarrow, reason="needs pyarrow, see .ci/archive.txt")

FLOOD = [
    'Floods in Norvik cut off the harbour on Monday.\nThe ferry to Larsund was stopped. "We wait for the tide," said '
    'harbour master Iver Stang.',
    'The ferry to Larsund was stopped when floods reached Norvik harbour.\n"We wait for the tide," Iver Stang said, '
    'and the coastguard warned of more.',
    'Floods in Norvik cut off the harbour on Monday.\nThe ferry to Larsund was stopped. "We wait for the tide," said '
    'harbour master Iver Stang. The coastguard warned of more floods.',
]
TRIAL = [
    'A jury in Velmont cleared the banker Ada Quist of fraud after nine weeks.\n"I never doubted it," Quist said.',
    'Ada Quist, the banker, was cleared of fraud by the Velmont jury on Tuesday.\nQuist said she never doubted it.',
]
BIRD = ["A rare gyrfalcon nested on the cathedral tower, to the delight of birdwatchers."]
ROWS = [
    ("f1", "Gull", "Norvik cut off", FLOOD[0], "2024-03-04"), ("t1", "Gull", "Banker cleared", TRIAL[0], "2024-03-05"),
    ("f2", "Tern", "Ferry stopped", FLOOD[1], "2024-03-05"), ("b1", "Tern", "Rare bird", BIRD[0], "2024-03-04"),
    ("f3", "Heron", "Floods", FLOOD[2], "2024-03-06"), ("t2", "Heron", "Quist free", TRIAL[1], "2024-03-06"),
]


def make_table(rows=ROWS):
    """Return an archive as Media Cloud names its columns."""
    return pd.DataFrame(rows, columns=["id", "media_name", "title", "text", "publish_date"])


@pytest.fixture
def news(tmp_path):
    make_table().to_csv(tmp_path / "news.csv", index=False)
    return tmp_path / "news.csv"


def read_bytes(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    pytest.importorskip("pyarrow")
    place = tmp_path_factory.mktemp("made")
    make_table().to_csv(place / "news.csv", index=False)
    map_archive(place / "news.csv", place / "out")
    return place / "out"


@pytest.fixture
def done(made, tmp_path):
    """The results of the archive, made in one process."""
    return shutil.copytree(made, tmp_path / "done")


def test_an_archive_is_listed_story_by_story(news):
    stories = list_stories(open_archive(news))
    assert stories.to_dict("list") == {
        "story": [1, 2, 3], "articles": [1, 3, 2], "outlets": [1, 3, 2], "first": ["2024-03-04", "2024-03-04",
                                                                                   "2024-03-05"],
        "last": ["2024-03-04", "2024-03-06", "2024-03-06"], "headline": ["Rare bird", "Norvik cut off",
                                                                         "Banker cleared"]}


@pytest.mark.parametrize("names", [
    ["id", "media_name", "title", "text", "publish_date"], ["ID", "Outlet", "Headline", "article_body", "published"],
])
def test_columns_are_known_by_several_names(news, names):
    make_table().set_axis(names, axis=1).to_csv(news, index=False)
    opened = open_archive(news)
    assert opened.index["article"].tolist() == ["b1", "f1", "f2", "f3", "t1", "t2"]
    assert opened.read([1]).loc[0, ["outlet", "headline", "published"]].tolist() == ["Gull", "Norvik cut off",
                                                                                    "2024-03-04"]
    assert opened.read([1]).loc[0, "text"] == FLOOD[0]


@needs_pyarrow
def test_parquet_and_csv_give_the_same_articles(news, tmp_path):
    make_table().assign(publish_date=pd.to_datetime(make_table()["publish_date"])).to_parquet(tmp_path / "n.parquet")
    one, other = open_archive(news), open_archive(tmp_path / "n.parquet")
    one, other = one.read(range(6)), other.read(range(6))
    pd.testing.assert_frame_equal(one, other.assign(published=other["published"].str[:10]))


def test_rows_that_are_not_taken_are_named(news):
    rows = [*ROWS, ("e1", "Gull", "Nothing", " … ", "2024-03-04"), ("f1", "Tern", "Again", BIRD[0], "2024-03-04")]
    make_table(rows).to_csv(news, index=False)
    with news.open("ab") as file:
        file.write(b"x1,Gull\nx2,Gull,Caf\xe9,Garbled words,2024-03-04\nx3,Gull,No text,,\n")
    rejected = open_archive(news).rejected
    assert sorted(zip(rejected["article"].fillna("-"), rejected["reason"], strict=True)) == [
        ("-", "no text"), ("-", "ragged row"), ("-", "undecodable"), ("e1", "no text"), ("f1", "second row")]
    assert "news.csv row 10: 2 cells where the header has 5" in rejected["detail"].tolist()


def test_of_two_rows_with_one_id_the_same_is_taken_in_any_order(news):
    rows = [*ROWS, ("f1", "Tern", "Again", BIRD[0], "2024-03-04")]
    texts = set()
    for seed in range(4):
        make_table(random.Random(seed).sample(rows, len(rows))).to_csv(news, index=False)
        texts.add(open_archive(news).read([1])["text"].item())
    assert len(texts) == 1


def test_without_ids_the_address_or_the_words_name_an_article(news):
    make_table().drop(columns="id").assign(url=["http://gull.example/1", *[None] * 5]).to_csv(news, index=False)
    names = open_archive(news).index["article"].tolist()
    assert len(set(names)) == 6 and "http://gull.example/1" in names
    make_table().drop(columns="id").assign(url=["http://gull.example/1", *[None] * 5])[::-1].to_csv(news, index=False)
    assert open_archive(news).index["article"].tolist() == names


@pytest.mark.parametrize(("data", "message"), [
    (b"id,title\n1,Norvik\n", "news.csv has no column with texts: "),
    (b"", "there is no article in "),
    (b"id,text\n", "there is no article in "),
    (b'id,text\n1,"never closed\n', "news.csv row 2: a quotation mark is opened and never closed"),
    (b"id,text,text\n1,a,b\n", 'news.csv: two columns are called "text"'),
])
def test_a_table_that_cannot_be_used_is_named(news, data, message):
    news.write_bytes(data)
    with pytest.raises(InputError, match=message):
        open_archive(news)


def test_what_is_no_archive_is_named(tmp_path):
    with pytest.raises(InputError, match=r"there is no archive .*nowhere"):
        open_archive(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"is no archive: \.parquet, \.csv are read"):
        open_archive(tmp_path)


def test_duplicates_and_what_is_over_the_cap_are_named():
    table = pd.DataFrame([(f"a{number}", "Gull" if number < 2 else f"outlet {number}", FLOOD[number // 2 % 3], "2024")
                          for number in range(6)], columns=["article", "outlet", "text", "published"])
    with using({"story_articles": 4}):
        kept, rejects = choose_articles(table.sample(frac=1, random_state=1))
    assert kept["article"].tolist() == ["a0", "a2", "a3", "a4"]
    assert [row[:2] for row in rejects] == [("a1", "duplicate"), ("a5", "capped")]


def test_sums_of_one_event():
    table = make_table([row for row in ROWS if row[0].startswith("f")])
    table = table.rename(columns={"id": "article", "media_name": "outlet", "publish_date": "published"})
    story = Event.from_articles(describe_articles(table.assign(byline=None)))
    sums = sum_event(story)
    gull, tern, heron = story.articles["words"]
    assert sums["outlets"].to_dict("list") == {"outlet": ["Gull", "Heron", "Tern"], "month": ["2024-03"] * 3,
                                               "articles": [1, 1, 1], "words": [gull, heron, tern]}
    copies = sums["reuse"].set_index(["outlet", "other"])
    assert copies.loc[("Gull", "Heron"), ["articles", "copies"]].tolist() == [1, 1]
    assert copies.loc[("Gull", "Heron"), "words"] == gull
    stang = sums["sources"].query("speaker.str.contains('Stang', na=False)")
    assert stang["quotes"].sum() == 3 and stang["words_quoted"].sum() == 15
    assert sums["sides"]["words"].sum() == sums["outlets"]["words"].sum()
    for name, (keys, counts) in SUMS.items():
        assert sums[name].columns.tolist() == [*keys, *counts]
        doubled = digests.add_sums(name, [sums[name], sums[name]])
        pd.testing.assert_frame_equal(doubled.assign(**{column: doubled[column] // 2 for column in counts}), sums[name])


def test_the_version_changes_with_every_room_that_makes_a_table(tmp_path, monkeypatch):
    def mark():
        mark_version.cache_clear()
        return mark_version()

    shutil.copytree(digests._ROOMS, tmp_path / "analysis", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(digests, "_ROOMS", tmp_path / "analysis")
    before = mark()
    for name, counts in [("speech/quotes.py", True), ("copies/runs.py", True), ("archive/digests.py", True),
                         ("english/lists/says.csv", True), ("answers/themes.py", False), ("pages/report.py", False)]:
        with (tmp_path / "analysis" / name).open("ab") as file:
            file.write(b"\n")
        after = mark()
        assert (after != before) == counts, name
        before = after
    mark_version.cache_clear()


def test_words_are_given_back_when_they_are_many_and_lists_are_not(monkeypatch):
    monkeypatch.setattr(digests, "_MANY", 10 ** 9)  # whatever other tests have read
    assert fold("Larsund") == "larsund" and find_words("Larsund (Norvik)") and country_names()
    digests._forget_words()
    assert fold.cache_info().currsize and words._INSIDE
    monkeypatch.setattr(digests, "_MANY", 0)
    digests._forget_words()
    assert (fold.cache_info().currsize, len(words._INSIDE), country_names.cache_info().currsize) == (0, 0, 1)


@needs_pyarrow
def test_a_story_file_gives_back_the_tables_of_its_event(news, tmp_path):
    opened = open_archive(news)
    articles = opened.read(dict(opened.stories())[2])
    (tmp_path / "story.parquet").write_bytes(digest_story(articles, None, mark_version()).data)
    story = Event.from_articles(describe_articles(articles))
    for name in STORY_TABLES:
        table, kept = getattr(story, name), unpack_table(tmp_path / "story.parquet", name)
        if name in ("sentences", "quotes"):
            assert "text" not in kept  # the table articles has it
            kept["text"] = table["text"]
        pd.testing.assert_frame_equal(conform(name, kept, story.articles), table, obj=name)


def test_results_are_the_same_bytes_in_any_order_and_in_parts(done, tmp_path):
    (tmp_path / "parts").mkdir()
    mixed = make_table().sample(frac=1, random_state=3)
    for part in range(8):
        mixed.iloc[part:part + 1].to_csv(tmp_path / "parts" / f"{part}.csv", index=False)
    map_archive(tmp_path / "parts", tmp_path / "out")
    assert read_bytes(tmp_path / "out") == read_bytes(done)


def test_two_workers_give_the_same_bytes_and_one_may_be_killed(done, news, tmp_path, monkeypatch):
    killed = []

    def write_and_kill(path, data):
        if not killed:
            killed.append(multiprocessing.active_children()[0])
            killed[0].kill()
        return place.write_file(path, data)

    monkeypatch.setattr(results, "write_file", write_and_kill)
    said = map_archive(news, tmp_path / "two", workers=2)
    assert killed and "3 done" in said
    assert read_bytes(tmp_path / "two") == read_bytes(done)
    assert not multiprocessing.active_children()


def test_a_cluster_gives_the_same_bytes(done, news, tmp_path):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(1, threads_per_worker=2, processes=False, dashboard_address=None) as cluster:
        map_archive(news, tmp_path / "cluster", scheduler=cluster.scheduler_address)
    assert read_bytes(tmp_path / "cluster") == read_bytes(done)


@pytest.mark.parametrize("room", ["split_sentences", "find_quotes", "link_sentences", "find_items"])
def test_an_article_that_breaks_a_room_costs_its_story(done, news, tmp_path, monkeypatch, room):
    whole = getattr(event, room)

    def break_down(*tables):
        if any("text" in table and table["text"].str.contains("Quist").any() for table in tables
               if isinstance(table, pd.DataFrame)):
            raise RecursionError("too deep")
        return whole(*tables)

    monkeypatch.setattr(event, room, break_down)
    said = map_archive(news, tmp_path / "out")
    tables = load_results(tmp_path / "out")
    assert tables.rejected[["story", "article", "reason"]].values.tolist() == [[3, "t1", "failed"], [3, "t2", "failed"]]
    assert tables.rejected["detail"].str.fullmatch(r"RecursionError: too deep \(event.py, line \d+\)").all()
    assert "1 story could not be done" in said
    assert tables.outlets["articles"].sum() == 4
    files = read_bytes(tmp_path / "out" / "stories")
    assert len(files) == 2 and files.items() <= read_bytes(done / "stories").items()


def test_a_full_disk_is_a_clear_stop(done, news, tmp_path, monkeypatch, capsys):
    syncs = iter(range(100))

    def sync(number):
        if next(syncs) == 2:  # the manifest and one story are there
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(place.os, "fsync", sync)
    out = tmp_path / "out"
    assert command_line.main(["stories", str(news), "--out", str(out)]) == 1
    assert ".parquet: No space left on device" in capsys.readouterr().err.splitlines()[-1]
    assert len(list(out.rglob("*"))) == 3  # the manifest, the folder of stories, and the one that is finished
    with pytest.raises(InputError, match="results that are not finished"):
        load_results(out)
    monkeypatch.undo()
    assert command_line.main(["stories", str(news), "--out", str(out)]) == 0
    assert "2 done" in capsys.readouterr().out
    assert read_bytes(out) == read_bytes(done)


@pytest.mark.parametrize("stopped_at", [0, 2, 4, 8])
def test_ctrl_c_and_start_again(done, news, tmp_path, monkeypatch, capsys, stopped_at):
    written = []

    def stop(path, data):
        if len(written) == stopped_at:
            raise KeyboardInterrupt
        written.append(path)
        return place.write_file(path, data)

    monkeypatch.setattr(results, "write_file", stop)
    out = tmp_path / "out"
    assert command_line.main(["stories", str(news), "--out", str(out)]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"stopped: finished stories are kept in {out}, the same command goes on from there")
    monkeypatch.undo()
    made = []
    monkeypatch.setattr(mapping, "digest_story", lambda *job: made.append(1) or digest_story(*job))
    map_archive(news, out)
    assert len(made) == max(3 - stopped_at, 0)
    assert read_bytes(out) == read_bytes(done)


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: b"", lambda data: data[:99] + data[120:]])
def test_a_broken_story_file_is_made_again(done, news, damage):
    whole = read_bytes(done)
    path = sorted((done / "stories").iterdir())[0]
    path.write_bytes(damage(path.read_bytes()))
    (done / "stories" / f".part-7-{path.name}").write_bytes(b"half")
    map_archive(news, done)
    assert read_bytes(done) == whole


def test_every_bit_that_tips_in_a_story_file_is_seen(done):
    path = sorted((done / "stories").iterdir())[0]
    whole = path.read_bytes()
    for at in range(0, len(whole), len(whole) // 100):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1:])
        assert not place.is_whole(path)
    path.write_bytes(whole)
    assert place.is_whole(path)


def test_two_runs_at_a_time_do_not_share_a_folder(done, news):
    pytest.importorskip("fcntl")
    before = read_bytes(done)
    with place._hold(done), pytest.raises(InputError, match=r"another run is writing to .*done: wait until it ends"):
        map_archive(news, done)
    assert read_bytes(done) == before
    with place._hold(done):
        pass


def test_workers_end_with_the_process_that_started_them():
    script = ("import os, time\nfrom analysis.archive import mapping\n"
              "if __name__ == '__main__':\n"
              "    with mapping._open_executor(2, None, processes=1) as (executor, *_):\n"
              "        print(executor.submit(os.getpid).result(), flush=True)\n        time.sleep(60)\n")
    process = subprocess.Popen([sys.executable, "-c", script], cwd=SEEDS.parent, stdout=subprocess.PIPE, text=True)
    worker = psutil.Process(int(process.stdout.readline()))
    process.kill()
    assert psutil.wait_procs([worker], timeout=20)[1] == []
    process.communicate()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "smoke://hill:1"])
def test_a_scheduler_that_is_not_there_is_named_before_anything_is_read(news, tmp_path, address):
    pytest.importorskip("distributed")
    with pytest.raises(InputError, match=f"^there is no Dask scheduler at {address}$"):
        map_archive(news, tmp_path / "out", scheduler=address)
    assert not (tmp_path / "out").exists()


def test_an_address_that_never_answers_is_no_scheduler(news, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(mapping, "_ANSWER", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(InputError, match=f"^there is no Dask scheduler at {address}$"):
            map_archive(news, tmp_path / "out", scheduler=address)


def test_an_archive_that_grew_keeps_what_is_finished(done, news, monkeypatch):
    make_table([*ROWS, ("b2", "Gull", "Gyrfalcon", BIRD[0] + " Crowds came.", "2024-03-05")]).to_csv(news, index=False)
    before, made = read_bytes(done / "stories"), []
    monkeypatch.setattr(mapping, "digest_story", lambda *job: made.append(1) or digest_story(*job))
    map_archive(news, done)
    assert len(made) == 1
    assert len(read_bytes(done / "stories").keys() - before.keys()) == 1
    assert len(read_bytes(done / "stories")) == 3


def test_tables_that_were_changed_are_not_read(done):
    (done / "reuse.parquet").write_bytes((done / "sides.parquet").read_bytes())
    with pytest.raises(InputError, match=r"reuse\.parquet is not what the results were finished with"):
        load_results(done)


def test_results_go_to_no_folder_of_someone_else(news, tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("Dear diary")
    with pytest.raises(InputError, match=r"mine holds other files, such as diary\.txt"):
        map_archive(news, tmp_path / "mine")
    with pytest.raises(InputError, match=r"news.csv is a file: name a folder"):
        map_archive(news, news)


def test_any_story_opens_as_a_folder(news, done, tmp_path, capsys):
    assert command_line.main(["stories", str(news), "--open", "2", str(tmp_path / "story")]) == 0
    assert "3 articles" in capsys.readouterr().out
    opened = Event(tmp_path / "story")
    assert opened.articles["text"].tolist() == FLOOD[:1] + FLOOD[1:2] + FLOOD[2:]
    assert opened.articles["outlet"].tolist() == ["Gull", "Tern", "Heron"]
    assert opened.articles["published"].tolist() == ["2024-03-04", "2024-03-05", "2024-03-06"]
    from_results = read_story(done, 2)
    assert from_results["text"].tolist() == opened.articles["text"].tolist()
    with pytest.raises(InputError, match="nothing is overwritten"):
        save_story(from_results, tmp_path / "story")
    with pytest.raises(InputError, match="there is no story 9 in"):
        read_story(done, 9)


@pytest.mark.parametrize(("words", "message"), [
    (["--workers", "0"], "--workers 0: name one or more"),
    (["--open", "two", "x"], "--open two: a story is named by its number"),
    (["--people", "nobody.csv"], "there is no file nobody.csv"),
])
def test_options_that_cannot_be_used(news, capsys, words, message):
    assert command_line.main(["stories", str(news), *words]) == 2
    assert capsys.readouterr().err == message + "\n"


def test_the_command_lists_stories_the_largest_first(news, capsys):
    assert command_line.main(["stories", str(news)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "6 articles, 2 stories of several"
    assert [line.split()[:3] for line in lines[3:5]] == [["2", "3", "3"], ["3", "2", "2"]]
    assert lines[-1] == "1 article without another on the same event"


@pytest.mark.parametrize(("module", "words"), [
    ("pyarrow", ["--out", "x"]), ("distributed", ["--out", "x", "--scheduler", "tcp://127.0.0.1:1"]),
])
def test_a_missing_library_is_named(news, tmp_path, monkeypatch, capsys, module, words):
    if module == "distributed":
        pytest.importorskip("pyarrow")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, module, None)
    assert command_line.main(["stories", str(news), *words]) == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(f"run {store.INSTALL}")


def test_people_give_sides(news, tmp_path):
    pytest.importorskip("pyarrow")
    people = pd.DataFrame([("Iver Stang", "Stang", "harbour master", "harbour", "official", None)],
                          columns=["name", "aliases", "role", "side", "type", "note"], dtype="str")
    map_archive(news, tmp_path / "out", people=people)
    assert load_results(tmp_path / "out").sides.query("side == 'harbour'")["words"].sum() == 15


def test_a_folder_of_articles_is_an_archive_of_one_story():
    tables = load_results(SEEDS)
    assert tables.stories["articles"].tolist() == [5]
    assert tables.outlets["articles"].sum() == 5
