"""An event saved for work elsewhere: tables, annotations that find their words, a project that others open."""

import csv
import json
import sys
import zipfile
from xml.etree import ElementTree as Xml

import pandas as pd
import pytest

from analysis import Event
from analysis.pages.annotations import list_annotations, name_text, write_project
from analysis.pages.export import save_event
from analysis.reading.files import InputError
from analysis.tables import TABLES

ELLBY = """Fire at Ellby mill 🔥 kills two
Two people died at the mill in Ellby on Monday. “We lost everything,” said Ann Bellamy, the owner.
“It was =HYPERLINK(A1); a\u0001 trap,” Tom Hale told reporters on Tuesday. The company paid for repairs."""
NORHAVEN = """Mill fire in Ellby
“We lost everything,” said Ann Bellamy, who owns the mill. Nobody knows why the company had not paid for repairs."""
NAMESPACE = "{urn:QDA-XML:project:1.0}"
ORDER = {  # of elements, as the published schema has it
    "Project": ["Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs", "Description",
                "NoteRef"],
    "TextSource": ["Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"],
    "PlainTextSelection": ["Description", "Coding", "NoteRef"], "Coding": ["CodeRef", "NoteRef"],
    "CodeBook": ["Codes", "Sets"], "Codes": ["Code"], "Code": ["Description", "NoteRef", "Code"],
    "VariableValue": ["VariableRef", "TextValue"], "Users": ["User"], "Variables": ["Variable"],
    "Sources": ["TextSource"]}
NEEDED = {"User": {"guid"}, "Code": {"guid", "name", "isCodable"}, "Variable": {"guid", "name", "typeOfVariable"},
          "TextSource": {"guid", "plainTextPath"}, "PlainTextSelection": {"guid", "startPosition", "endPosition"},
          "Coding": {"guid"}, "CodeRef": {"targetGUID"}, "VariableRef": {"targetGUID"}, "Project": {"name"}}


@pytest.fixture(scope="module")
def event():
    articles = pd.DataFrame({"article": ["ellby", "norhaven"], "outlet": ["Ellby <Post>", "Norhaven\x01 Sun"],
                             "text": [ELLBY, NORHAVEN]})
    frames = pd.DataFrame({"frame": ["money"], "function": ["theme"], "term": ["paid"]})
    return Event.from_articles(articles, frames=frames)


def test_everything_is_there_and_comes_back(event, tmp_path):
    pytest.importorskip("pyarrow")
    written = save_event(event, tmp_path / "out", "parquet", pictures=())
    assert {f"tables/{name}.parquet" for name in TABLES} < set(written)
    quotes = pd.read_parquet(tmp_path / "out" / "tables" / "quotes.parquet")
    assert len(quotes) == len(event.quotes) and quotes["text"].tolist() == event.quotes["text"].tolist()
    for row in quotes.itertuples():
        text = (tmp_path / "out" / "texts" / f"{row.article}.txt").read_bytes().decode("utf-8")
        assert text[row.start:row.end] == row.text
    first = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    save_event(event, tmp_path / "out", "parquet", pictures=())
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()} == first


def test_parquet_without_its_library_is_one_sentence(event, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    wanted = r"^tables as parquet need pyarrow: python -m pip install -r \.ci/archive\.txt$"
    with pytest.raises(InputError, match=wanted):
        save_event(event, tmp_path / "out", "parquet", pictures=())


@pytest.mark.parametrize(("article", "name"), [
    ("hürriyet daily (2)", "hürriyet daily (2)"), ("a.b", "a.b"), ("../../evil", "..%2F..%2Fevil"),
    ("c:\\d", "c%3A%5Cd"), ("50%", "50%25"), ("CON", "%43ON"), ("nul.old", "%6Eul.old"),
    ("COM1", "%43OM1"), ("CONNECT", "CONNECT"), ("", ""),
])
def test_a_text_lies_in_its_own_folder_under_a_name_that_every_system_takes(article, name):
    assert name_text(article) == f"texts/{name}.txt"


def test_csv_is_guarded_and_old_tables_go(event, tmp_path):
    pytest.importorskip("pyarrow")
    save_event(event, tmp_path / "out", "parquet", pictures=())
    save_event(event, tmp_path / "out", "csv", pictures=())
    assert not list((tmp_path / "out").rglob("*.parquet"))
    rows = list(csv.reader((tmp_path / "out" / "tables" / "quotes.csv").open(encoding="utf-8-sig", newline="")))
    assert any("'=HYPERLINK" in cell or cell.startswith("It was =") for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_nothing_of_the_users_is_overwritten(event, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match=r"notes\.txt, which we did not make: name a new folder for the export"):
        event.save(tmp_path)
    with pytest.raises(InputError, match="choose csv or parquet"):
        event.save(tmp_path / "out", tables="xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_every_annotation_finds_its_words_in_two_ways(event):
    texts = {"texts/ellby.txt": ELLBY, "texts/norhaven.txt": NORHAVEN}
    found = list(list_annotations(event))
    assert len({one["id"] for one in found}) == len(found) > len(event.quotes)
    assert {one["body"][0]["value"] for one in found} >= {"quotes", "hits"}
    for one in found:
        text, (place, quote) = texts[one["target"]["source"]], one["target"]["selector"]
        assert (place["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[place["start"]:place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert "nan" not in one["body"][1]["value"].lower() and "<NA>" not in json.dumps(one)


def check_schema(element):
    """Check that children stand in the schema's order and that what it requires is there."""
    name = element.tag.removeprefix(NAMESPACE)
    assert element.tag == NAMESPACE + name and set(element.attrib) >= NEEDED.get(name, set()), name
    places = [ORDER[name].index(child.tag.removeprefix(NAMESPACE)) for child in element] if name in ORDER else []
    assert places == sorted(places), name
    for child in element:
        check_schema(child)


def test_the_project_is_as_the_schema_says(event, tmp_path):
    (tmp_path / "p.qdpx").write_bytes(write_project(event, "Mill & fire"))
    with zipfile.ZipFile(tmp_path / "p.qdpx") as archive:
        root = Xml.fromstring(archive.read("project.qde"))
        check_schema(root)
        codes = {code.get("guid"): code.get("name") for code in root.iter(NAMESPACE + "Code")}
        assert len(codes) == len(list(root.iter(NAMESPACE + "Code")))
        for source in root.iter(NAMESPACE + "TextSource"):
            text = archive.read(source.get("plainTextPath").replace("internal://", "sources/")).decode("utf-8")
            marked = {}
            for selection in source.iter(NAMESPACE + "PlainTextSelection"):
                words = text[int(selection.get("startPosition")):int(selection.get("endPosition"))]
                for ref in selection.iter(NAMESPACE + "CodeRef"):
                    marked.setdefault(codes[ref.get("targetGUID")], []).append(words)
            assert marked["money"] == ["paid"] and "We lost everything," in marked["full"] + marked.get("partial", [])
    assert write_project(event, "x") == write_project(event, "x")
