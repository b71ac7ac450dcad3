"""Whatever lies in a folder is an article or a row of rejects; equal texts of two outlets are two articles."""

import json
import time

import pytest

from analysis.reading.articles import load_articles

TEXT = "The bridge reopened on Monday after nine years. Nobody had asked for it, the mayor said.\n"
OTHER = "The ferry sank at noon near the old port, and nobody was hurt. Its captain could not say why it had.\n"


def load(folder, files):
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    return load_articles(folder)


@pytest.mark.parametrize(
    ("name", "content", "reason", "detail"),
    [
        (
            "README.txt",
            "Put your texts into this folder, one file each.",
            "a guide",
            "README.txt is taken for a guide to the folder: give it a row in articles.csv if it is an article",
        ),
        ("LICENSE", "MIT", "not a kind of file that is read", "LICENSE: only *.txt"),
        ("citation.txt", "Please cite the data set with its version and DOI.", "a guide", "citation.txt is taken for"),
        ("guide.txt", "Share this article\n\nAdvertisement\n", "no text", "guide.txt holds only page furniture"),
        ("guide.csv", "name,side\nAnn,N\n", "no text column", "guide.csv has no column with texts"),
        (
            ".notes.txt",
            OTHER,
            "a hidden file",
            ".notes.txt is a hidden file: give it a name without the dot if it is an article",
        ),
        ("~$draft.txt", OTHER, "a hidden file", "~$draft.txt is a hidden file"),
        ("memo.doc", "x", "not a kind of file that is read", "memo.doc: open it and save it as .docx"),
    ],
)
def test_what_is_not_taken_is_told(tmp_path, name, content, reason, detail):
    _, articles, rejects = load(tmp_path, {"a.txt": TEXT, name: content})
    assert list(articles["file"]) == ["a.txt"] and list(rejects["file"]) == [name]
    assert rejects["reason"][0] == reason and rejects["detail"][0].startswith(detail)


@pytest.mark.parametrize("name", ["guide.txt", "readme.txt", "Citation.txt", "license.csv"])
def test_an_article_by_the_name_of_a_guide_is_one(tmp_path, name):
    content = f'outlet,text\nThe Guide,"{OTHER}"\n' if name.endswith("csv") else OTHER
    _, articles, rejects = load(tmp_path, {"a.txt": TEXT, name: content})
    assert name in list(articles["file"]) and rejects.empty


def test_a_row_in_articles_csv_makes_an_article_of_a_hidden_file_or_guide(tmp_path):
    _, articles, rejects = load(
        tmp_path,
        {
            "a.txt": TEXT,
            ".b.txt": OTHER,
            "README.txt": "Files of the folder sank. " + OTHER,
            "articles.csv": "file,outlet\n.b.txt,Echo\nREADME.txt,Lantern\n",
        },
    )
    assert list(articles["file"]) == [".b.txt", "README.txt", "a.txt"] and rejects.empty


@pytest.mark.parametrize(
    "files",
    [
        {"reuters.txt": TEXT, "ap.txt": TEXT},
        {"echo.txt": TEXT, "lantern.text": TEXT},
        {"echo.txt": TEXT, "table.csv": f'outlet,text\nLantern,"{TEXT}"\n'},
    ],
)
def test_one_text_under_two_names_is_two_outlets_that_print_it(tmp_path, files):
    _, articles, rejects = load(tmp_path, files)
    assert len(articles) == 2 and rejects.empty


@pytest.mark.parametrize(
    ("files", "detail"),
    [
        ({"echo.txt": TEXT, "echo (1).txt": TEXT}, "echo.txt has the same text as echo (1).txt"),
        ({"echo.txt": TEXT, "echo copy 2.txt": TEXT}, "echo.txt has the same text as echo copy 2.txt"),
        ({"echo.txt": TEXT, "Echo.text": TEXT}, "echo.txt has the same text as Echo.text"),
        (
            {"a.txt": TEXT, "b.txt": TEXT, "articles.csv": "file,outlet\na.txt,Echo\nb.txt,Echo\n"},
            "b.txt has the same text as a.txt",
        ),
        ({"t.csv": f'outlet,text\nA,"{TEXT}"\nA,"{TEXT}"\n'}, "t.csv row 3 has the same text as t.csv row 2"),
    ],
)
def test_one_outlet_prints_a_text_once(tmp_path, files, detail):
    _, articles, rejects = load(tmp_path, files)
    assert len(articles) == 1 and list(rejects["detail"]) == [detail]


def test_a_broken_table_names_its_broken_rows_too(tmp_path):
    deep = '{"text":' + "[" * 3000
    _, _, rejects = load(tmp_path, {"a.txt": TEXT, "b.jsonl": json.dumps({"title": "Ferry"}) + "\n" + deep})
    assert list(zip(rejects["row"].fillna(0), rejects["reason"], strict=True)) == [
        (2, "broken row"),
        (0, "no text column"),
    ]


@pytest.mark.parametrize(
    ("row", "reason", "detail"),
    [
        ({"text": "The ferry\x00 sank."}, "binary", "b.jsonl row 2 holds binary data"),
        ({"text": True}, "no text", "b.jsonl row 2 has no text"),
        ({"text": 12345}, "no text", "b.jsonl row 2 has no text"),
        (
            {"text": "The ferry sank. " * 130_000},
            "too large",
            "b.jsonl row 2 is one text of 2,079,999 characters (see longest_text)",
        ),
    ],
)
def test_a_cell_that_is_no_text_is_a_reject(tmp_path, row, reason, detail):
    _, _, rejects = load(tmp_path, {"b.jsonl": json.dumps({"text": OTHER}) + "\n" + json.dumps(row)})
    assert rejects.to_numpy().tolist() == [["b.jsonl", 2, reason, detail]]


@pytest.mark.parametrize("end", ["\x85", "\x1e", "\x0b", "\r"])
def test_old_line_ends_part_lines(tmp_path, end):
    _, articles, _ = load(
        tmp_path, {"a.txt": f"Ferry sinks near port{end}{end}{OTHER.strip()}{end}{TEXT.strip()}{end}"}
    )
    assert articles["headline"][0] == "Ferry sinks near port" and articles["text"][0].count("\n") == 2


def test_thousands_of_attributes_on_a_tag_are_not_read(tmp_path):
    tag = "<p " + " ".join(f"a{number}=b" for number in range(40_000)) + ">"
    page = f"<html><body><article>{tag}{OTHER}</p><p>{TEXT}</p></article></body></html>"
    start = time.process_time()
    _, articles, _ = load(tmp_path, {"a.html": page})
    assert time.process_time() - start < 5 and "captain could not say" in articles["text"][0]


def test_a_packed_table_unfolds_within_bounds(tmp_path):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.table({"text": ["The ferry sank. " * 60_000] * 400}), tmp_path / "bomb.parquet")
    cells = pyarrow.array([OTHER.encode(), b"caf\xe9 \xff", TEXT.encode()])
    parquet.write_table(
        pyarrow.table({"text": pyarrow.Array.from_buffers(pyarrow.string(), 3, cells.buffers())}),
        tmp_path / "c.parquet",
    )
    start = time.process_time()
    _, articles, rejects = load(tmp_path, {"a.txt": "It rained."})
    assert time.process_time() - start < 5 and list(articles["file"]) == ["a.txt", "c.parquet", "c.parquet"]
    assert list(rejects["detail"]) == [
        "bomb.parquet unfolds to more than 200 MB (see largest_table)",
        "c.parquet row 2: a cell of it can't be read",
    ]


def test_a_damaged_part_of_a_table_is_one_reject(tmp_path):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    rows = [f"The ferry number {number} sank at noon." for number in range(30)]
    parquet.write_table(
        pyarrow.table({"text": rows}),
        tmp_path / "t.parquet",
        row_group_size=10,
        use_dictionary=False,
        compression="snappy",
    )
    place = parquet.ParquetFile(tmp_path / "t.parquet").metadata.row_group(1).column(0).data_page_offset
    data = bytearray((tmp_path / "t.parquet").read_bytes())
    data[place : place + 60] = b"\xff" * 60
    (tmp_path / "t.parquet").write_bytes(data)
    _, articles, rejects = load_articles(tmp_path)
    assert len(articles) == 20 and list(rejects["detail"]) == ["t.parquet rows 11 to 20 can't be read"]


@pytest.mark.parametrize(("name", "head", "good", "bad", "row"), [
    ("a.jsonl", b"", '{"text": "The café by the quay is shut."}', b'{"text": "bad \xff byte"}', 2),
    ("b.csv", b"outlet,text\n", 'A,"The café by the quay is shut."', b"B,caf\xe9 is bad", 3),
    ("c.jsonl", b"", '{"text": "The café by the quay is shut."}', b'{"text": "a raw \0 in it"}', 2),
])
def test_one_line_of_bad_bytes_is_one_rejected_row(tmp_path, name, head, good, bad, row):
    last = good.replace("shut", "open again")
    (tmp_path / name).write_bytes(head + good.encode() + b"\n" + bad + b"\n" + last.encode() + b"\n")
    _, articles, rejects = load_articles(tmp_path)
    assert articles["text"].tolist() == ["The café by the quay is shut.", "The café by the quay is open again."]
    assert rejects["detail"].tolist() == [f"{name} row {row}: its bytes are not utf-8"]
