"""`python -m analysis new` and `check`: a folder that works as it is, and what is said of a messy one."""

import pytest

from analysis import __main__ as command_line
from analysis.event import Event
from analysis.pages.folders import describe_folder, list_unlisted, make_folder
from analysis.reading.files import InputError

BRIDGE = "The bridge opened on Monday, and most of the town came to see it, as they had been asked to.\n\n"


def test_a_new_folder_works_as_it_is(tmp_path, capsys):
    assert command_line.main(["new", str(tmp_path / "mine")]) == 0
    assert "README.txt" in capsys.readouterr().out
    event = Event(tmp_path / "mine")
    assert list(event.rejects["reason"]) == ["a guide"]
    assert list(event.articles["outlet"]) == ["Tarn Courier", "The Lantern"]
    assert len(event.people) and len(event.frames) and len(event.hand) and not event.hits.empty
    assert set(event.items.loc[event.items["by"] == "hand", "article"]) == {"tarn-courier", "the-lantern"}
    assert command_line.main(["check", str(tmp_path / "mine")]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("2 articles, 130 words") and "1 byline and 1 link" in shown and "Without" not in shown


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    for place in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(InputError, match="name a new folder"):
            make_folder(place)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_can_not_be_made_where_one_is_no_more(tmp_path, monkeypatch, capsys):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert command_line.main(["new", "mine"]) == 2
    assert capsys.readouterr().err == "mine can't be made: the folder that you are in is gone\n"


def test_a_folder_of_folders_names_one_that_its_owner_knows(tmp_path, capsys):
    for name in (".git", "monday", "tuesday"):
        (tmp_path / name).mkdir()
    assert command_line.main(["check", str(tmp_path)]) == 2
    assert "monday is a folder: the files in it are not read" in capsys.readouterr().err


def test_check_says_what_was_found(tmp_path):
    (tmp_path / "a.txt").write_text(BRIDGE + "Read more: Ferry sinks\n")
    (tmp_path / "b.txt").write_bytes(
        (BRIDGE + "“It will last,” said Ann Bellamy. “It cost us 3 Â£,” Ann Bellamy said.\n").encode("cp1252")
    )
    (tmp_path / "c.txt").write_text(BRIDGE + "Read more: Ferry sinks\n")
    (tmp_path / "d.txt").write_text(
        "Der Bürgermeister sagte am Montag, die Brücke sei nach neun Jahren endlich fertig, und "
        "niemand habe es geglaubt, auch nicht die Leute in der Stadt. \x1b[31m\n"
    )
    (tmp_path / "e.csv").write_text(
        'outlet,text,date\nThe Echo,"It <b>rained</b>, and then it snowed.",31/12/2024\nThe Echo,,\n'
    )
    (tmp_path / "f.pdf").write_bytes(b"%PDF")
    shown = describe_folder(Event(tmp_path))
    for words in (
        "5 articles, ",
        "  a: a.txt, 20 words, knows until an unknown day",
        "page furniture: 2 links (8 words)",
        "e.csv row 2, 6 words",
        "stands in (articles.csv can name it): a.txt; b.txt; c.txt; d.txt",
        "UTF-8: b.txt is cp1252",
        "b.txt in 1 place",
        "speakers and items hardly: d.txt (de)",
        "Characters that nobody sees: d.txt has 1",
        "no full date (write it as 2024-05-31): e.csv row 2: 31/12/2024",
        "e.csv row 3 has no text",
        "f.pdf is not a PDF that can be read",
        "Without people.csv",
        "Without frames.csv",
        "name,aliases,role,side,type,note\nAnn Bellamy,Bellamy,,,person,quoted 2 times",
    ):
        assert words in shown, words
    assert "\x1b" not in shown


def test_who_is_listed_is_not_proposed(tmp_path):
    (tmp_path / "b.txt").write_text(BRIDGE + "“It will last,” said Ann Bellamy. “It cost us much,” Ann Bellamy said.\n")
    (tmp_path / "people.csv").write_text("name,aliases\nMayor of Ardley,Ann Bellamy|Bellamy\n")
    assert list_unlisted(Event(tmp_path)) == []


def test_check_of_a_folder_without_articles_is_one_sentence(tmp_path, capsys):
    assert command_line.main(["check", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.startswith("there is no article in ") and shown.err.count("\n") == 1
