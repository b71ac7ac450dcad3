"""Bad folders: whatever lies in one is an article or one row of rejects, and its order changes nothing."""

import io
import json
import os
import shutil
import socket
import sys

import pandas as pd
import pytest

from analysis.reading.articles import load_articles
from analysis.reading.files import InputError, count_mojibake
from analysis.reading.sidetables import load_frames, load_hand, load_people

TEXT = (
    "The bridge reopened on Monday after nine years, and most of the town came to see it. "
    "Nobody had asked for it, the mayor said.\n"
)
OTHER = "The ferry sank at noon near the old port, and nobody was hurt. Its captain could not say why it had.\n"
PAGE = (
    "<html lang='en'><head><title>Ferry sinks near the port</title></head><body><article>"
    "<h1>Ferry sinks near the port</h1>"
    "<p>The ferry sank at noon near the old port, and nobody was hurt, the harbour master said on Tuesday.</p>"
    "<p>Its captain could not say why it had gone down so fast, or where the lifeboats were at the time.</p>"
    "</article></body></html>"
)


def write(folder, files):
    """Write {name: text, bytes or a function of the path} to `folder`, in this order, beside a good article."""
    for name, content in {"good.txt": TEXT, **files}.items():
        if callable(content):
            content(folder / name)
        else:
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def lines_of(*rows):
    return "\n".join(json.dumps(row) for row in rows)


def link_to(target):
    return lambda path: path.symlink_to(target)


def open_socket(path):
    here = os.getcwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


# name: (files, file, row, reason, words of the detail); each beside good.txt, and each exactly one reject.
REJECTED = {
    "nothing in it": ({"x.txt": ""}, "x.txt", None, "no text", "is empty"),
    "white space": ({"x.txt": " \n\t\r\n"}, "x.txt", None, "no text", "is empty"),
    "only a byte-order mark": ({"x.txt": b"\xef\xbb\xbf"}, "x.txt", None, "no text", "is empty"),
    "only furniture": ({"x.txt": "Skip to main content\nAccept all cookies\n"}, "x.txt", None, "no text", "furniture"),
    "only signs": ({"x.txt": "*** --- ***\n\n. . .\n"}, "x.txt", None, "no text", "furniture"),
    "only zero-width": ({"x.txt": "\u200b\u200b\u2060\n"}, "x.txt", None, "no text", "furniture"),
    "picture": ({"x.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2\3" * 9}, "x.txt", None, "binary", "binary data"),
    "NUL amid text": ({"x.txt": TEXT.encode() + b"\0" + TEXT.encode()}, "x.txt", None, "binary", "binary data"),
    "control characters": ({"x.txt": "\x01\x02\x03\x04 ab" * 50}, "x.txt", None, "binary", "binary data"),
    "no encoding fits": ({"x.txt": b"caf\xe9 \x81 \x8d\x90"}, "x.txt", None, "undecodable", "neither UTF-8 nor cp1252"),
    "half of UTF-16": (
        {"x.txt": b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\xd8"},
        "x.txt",
        None,
        "undecodable",
        "not utf-16",
    ),
    "wrong encoding": (
        {"x.txt": b"\xff\xfe\xfd", "articles.csv": "file,encoding\nx.txt,utf-8\n"},
        "x.txt",
        2,
        "undecodable",
        "not utf-8",
    ),
    "no such encoding": (
        {"x.txt": OTHER, "articles.csv": "file,encoding\nx.txt,utf-9\n"},
        "x.txt",
        2,
        "undecodable",
        'no text encoding "utf-9"',
    ),
    "no text encoding": (
        {"x.txt": OTHER, "articles.csv": "file,encoding\nx.txt,base64\n"},
        "x.txt",
        2,
        "undecodable",
        'no text encoding "base64"',
    ),
    "too large": (
        {"x.txt": OTHER * 200},
        "x.txt",
        None,
        "too large",
        "x.txt is larger than 0.01 MB (see largest_file)",
    ),
    "same text": ({"good_copy.txt": TEXT}, "good_copy.txt", None, "duplicate", "same text as good.txt"),
    "same text, other line ends": (
        {"good_copy 2.txt": TEXT.replace("\n", "\r\n") + "\r\n"},
        "good_copy 2.txt",
        None,
        "duplicate",
        "good.txt",
    ),
    "same text, other encoding": ({"good_copy.txt": TEXT.encode("utf-16")}, "good_copy.txt", None, "duplicate",
                                  "good.txt"),
    "same text, one outlet": (
        {"x.txt": TEXT, "articles.csv": "file,outlet\nx.txt,Echo\ngood.txt,Echo\n"},
        "x.txt",
        None,
        "duplicate",
        "good.txt",
    ),
    "word processor": ({"x.docx": b"PK\3\4"}, "x.docx", None, "broken document", "open it and save it again"),
    "scan": ({"x.pdf": b"%PDF-1.7"}, "x.pdf", None, "broken document", "print it to a new PDF"),
    "no suffix": ({"article": OTHER}, "article", None, "not a kind of file that is read", "only *.txt"),
    "folder": ({"x.txt": lambda path: path.mkdir()}, "x.txt", None, "a folder", "not read"),
    "pipe": ({"x.txt": os.mkfifo}, "x.txt", None, "not a file", "device or pipe"),
    "socket": ({"x.txt": open_socket}, "x.txt", None, "not a file", "device or pipe"),
    "link out": ({"x.txt": link_to("/etc/hosts")}, "x.txt", None, "a link", "out of the folder"),
    "link to a device": ({"x.txt": link_to("/dev/zero")}, "x.txt", None, "a link", "out of the folder"),
    "link to itself": ({"x.txt": link_to("x.txt")}, "x.txt", None, "a link", "out of the folder"),
    "link to nothing": ({"x.html": link_to("gone")}, "x.html", None, "a link", "out of the folder"),
    "row without file": (
        {"articles.csv": "file,outlet\ngood.txt,A\nx.txt,B\n"},
        "x.txt",
        3,
        "no such file",
        "no article x.txt",
    ),
    "two rows": ({"articles.csv": "file,outlet\n\ngood.txt,A\ngood.txt,B\n"}, "good.txt", 4, "second row", "row 3"),
    "path up": ({"articles.csv": "file\n../good.txt\n"}, "../good.txt", 2, "outside the folder", "is a path"),
    "absolute path": ({"articles.csv": "file\n/etc/hosts\n"}, "/etc/hosts", 2, "outside the folder", "is a path"),
    "Windows path": ({"articles.csv": "file\nC:\\x.txt\n"}, "C:\\x.txt", 2, "outside the folder", "is a path"),
    "row for a side table": ({"articles.csv": "file\npeople.csv\n"}, "people.csv", 2, "no such file", "no article"),
    "page without text": (
        {"x.html": "<html><body><script>render()</script></body></html>"},
        "x.html",
        None,
        "no text",
        "is empty",
    ),
    "page that is a comment": ({"x.html": "<!-- " + PAGE + "-->"}, "x.html", None, "no text", "is empty"),
    "binary page": ({"x.htm": b"\0\1\2\3" * 40}, "x.htm", None, "binary", "binary data"),
    "same page twice": ({"x.htm": PAGE, "x.html": PAGE}, "x.html", None, "duplicate", "same text as x.htm"),
    "table without text column": ({"x.csv": "title,url\nFerry,x\n"}, "x.csv", None, "no text column", "article_body"),
    "table with nothing in it": ({"x.csv": ""}, "x.csv", None, "no text", "is empty"),
    "table with a header only": ({"x.csv": "text,outlet\n"}, "x.csv", None, "no text", "no row"),
    "table with the text twice": ({"x.csv": "text,Text\nOne.,Two.\n"}, "x.csv", None, "broken table", "two columns"),
    "quotation mark never closed": (
        {"x.csv": f'text,outlet\n"{TEXT},A\n'},
        "x.csv",
        None,
        "broken table",
        "never closed",
    ),
    "ragged row": (
        {"x.csv": "outlet;text\nA;The ferry sank.\nB;The ferry; it sank.\n"},
        "x.csv",
        3,
        "ragged row",
        "3 cells",
    ),
    "row without text": (
        {"x.csv": "outlet\ttext\nA\tThe ferry sank.\nB\t\n"},
        "x.csv",
        3,
        "no text",
        "row 3 has no text",
    ),
    "row of furniture": (
        {"x.csv": "outlet,text\nA,The ferry sank.\nB,Accept all cookies\n"},
        "x.csv",
        3,
        "no text",
        "row 3 holds",
    ),
    "same row twice": (
        {"x.csv": "outlet,text\nA,The ferry sank.\nA,The ferry sank.\n"},
        "x.csv",
        3,
        "duplicate",
        "row 2",
    ),
    "binary table": ({"x.csv": b"\0\1\2\3" * 40}, "x.csv", None, "binary", "binary data"),
    "broken line": (
        {"x.jsonl": lines_of({"text": OTHER}) + '\n{"text": "The'},
        "x.jsonl",
        2,
        "broken row",
        "not a JSON object",
    ),
    "array as line": (
        {"x.ndjson": lines_of({"text": OTHER}, ["The ferry sank."])},
        "x.ndjson",
        2,
        "broken row",
        "JSON object",
    ),
    "deep line": (
        {"x.jsonl": lines_of({"text": OTHER}) + '\n{"text":' + "[" * 99_999},
        "x.jsonl",
        2,
        "broken row",
        "JSON object",
    ),
    "lines with nothing in them": ({"x.jsonl": "\n\n"}, "x.jsonl", None, "no text", "is empty"),
    "lines without text": (
        {"x.jsonl": lines_of({"title": "Ferry"})},
        "x.jsonl",
        None,
        "no text column",
        "has no column",
    ),
    "null as text": (
        {"x.jsonl": lines_of({"text": OTHER}, {"text": None})},
        "x.jsonl",
        2,
        "no text",
        "row 2 has no text",
    ),
    "NaN as text": (
        {"x.jsonl": lines_of({"text": OTHER}, {"text": float("nan")})},
        "x.jsonl",
        2,
        "no text",
        "x.jsonl row 2 has no text",
    ),
    "text twice in a line": (
        {"x.jsonl": lines_of({"text": OTHER}, {"text": "One.", "Text": "Two."})},
        "x.jsonl",
        2,
        "broken row",
        'x.jsonl row 2: two values are called "Text"',
    ),
    "one broken line": ({"x.jsonl": '{"text": '}, "x.jsonl", 1, "broken row", "x.jsonl row 1 is not a JSON object"),
    "mark named above the header": (
        {"x.csv": "sep=;\noutlet;text\nA, B;The ferry sank.\nC;\n"},
        "x.csv",
        4,
        "no text",
        "x.csv row 4 has no text",
    ),
    "PDF by another name": (
        {"x.txt": "%PDF-1.4\n1 0 obj\n"},
        "x.txt",
        None,
        "not a kind of file that is read",
        "x.txt is a PDF, not plain text",
    ),
    "rich text by another name": (
        {"x.txt": "{\\rtf1\\ansi The ferry sank.}"},
        "x.txt",
        None,
        "not a kind of file that is read",
        "x.txt is rich text, not plain text",
    ),
    "side table in capitals": (
        {"PEOPLE.csv": "name,side\nAnn,N\n"},
        "PEOPLE.csv",
        None,
        "no text column",
        "; as a side table it must be called people.csv",
    ),
    "name that breaks the line": (
        {"x\n\u202e.bin": "%PDF"},
        "x\n\u202e.bin",
        None,
        "not a kind of file that is read",
        "x??.bin: only",
    ),
}


@pytest.mark.parametrize("case", REJECTED)
def test_bad_folder(tmp_path, case):
    files, file, row, reason, words = REJECTED[case]
    write(tmp_path, files)
    lines, articles, rejects = load_articles(tmp_path, largest=10_000 if case == "too large" else None)
    assert "good.txt" in list(articles["file"]) and not lines.empty
    assert len(rejects) == 1, rejects["detail"].tolist()
    found = rejects.iloc[0]
    assert (found["file"], None if pd.isna(found["row"]) else found["row"], found["reason"]) == (file, row, reason)
    assert words in found["detail"] and "\n" not in found["detail"]


def test_there_are_forty_of_them():
    assert len(REJECTED) + len(REFUSED) >= 40


# What can't be set aside, because the side tables belong to every article: one sentence.
REFUSED = {
    "ragged": ("articles.csv", "file,outlet\ngood.txt,A,B,C\n", "articles.csv row 2: 4 cells where the header has 2"),
    "unknown column": ("articles.csv", "file,paper\ngood.txt,A\n", 'articles.csv: unknown column "paper"'),
    "duplicate column": ("people.csv", "name,side,side\nAnn,N,S\n", 'people.csv: two columns are called "side"'),
    "unclosed": (
        "frames.csv",
        'frame,term\nwater,"dam\n',
        "frames.csv row 2: a quotation mark is opened and never closed",
    ),
    "nothing in it": ("items.csv", "", "items.csv is empty: its first row must name the columns"),
    "binary": ("people.csv", b"\0\1\2", "people.csv can't be read: it holds binary data"),
    "link": ("people.csv", link_to("/etc/hosts"), "people.csv is not a plain file"),
    "texts": (
        "articles.csv",
        "outlet,text\nA,The ferry sank.\n",
        'articles.csv: unknown column "text"; give a table with the texts in it another name',
    ),
    "folder": ("articles.csv", lambda path: path.mkdir(), "articles.csv is not a plain file"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_bad_side_table_is_one_sentence(tmp_path, case):
    name, content, message = REFUSED[case]
    write(tmp_path, {name: content})
    with pytest.raises(InputError) as error:
        load_articles(tmp_path), load_people(tmp_path), load_frames(tmp_path), load_hand(tmp_path)
    assert str(error.value).startswith(message) and "\n" not in str(error.value)


@pytest.mark.parametrize(
    "files", [{}, {"a.txt": ""}, {"a.pdf": "%PDF"}, {"a.csv": "text\n"}, {"people.csv": "name\nAnn\n"}]
)
def test_no_article_is_one_sentence(tmp_path, files):
    write(tmp_path, files)
    (tmp_path / "good.txt").unlink()
    with pytest.raises(InputError, match=r"^there is no article in "):
        load_articles(tmp_path)


# Texts that are articles in spite of everything: (bytes of the file, the beginning of its text).
KEPT = {
    "CR only": (TEXT.replace(". ", ".\r").encode(), "The bridge reopened"),
    "CRLF": (TEXT.replace(". ", ".\r\n").encode(), "The bridge reopened"),
    "all capitals": (TEXT.upper().encode(), "THE BRIDGE REOPENED"),
    "zero-width": (TEXT.replace("bridge", "bri\u200bdge").encode(), "The bri\u200bdge"),
    "bidirectional": (TEXT.replace("bridge", "\u202ebridge\u202c").encode(), "The \u202ebridge"),
    "a few controls": ((TEXT + "\x08\x1b[31m").encode(), "The bridge"),
    "one enormous line": ((TEXT.strip() + " ").encode() * 2000, "The bridge"),
    "ten thousand lines": (b"The bridge stood.\n" * 10_000, "The bridge"),
    "another language": ("Der Bürgermeister sagte, die Brücke sei fertig.".encode("cp1252"), "Der Bürgermeister"),
    "another script": ("Мост открыт, сказал мэр в понедельник.".encode(), "Мост открыт"),
    "no spaces": ("市长说，桥建成了。".encode(), "市长说"),
    "one word": (b"Bridge", "Bridge"),
    "no end marks": (b"the bridge is open\nthe mayor is glad\nthe ferry is not", "the bridge is open"),
    "mojibake": ("The mayorâ€™s bridge is open, she said.".encode(), "The mayorâ€™s bridge"),
    "UTF-16 without a mark": (TEXT.encode("utf-16-le"), "The bridge"),
    "tags": (b"<p>The bridge is open.</p>", "<p>The bridge"),
}


@pytest.mark.parametrize("case", KEPT)
def test_odd_texts_are_articles(tmp_path, case):
    data, beginning = KEPT[case]
    (tmp_path / "x.txt").write_bytes(data)
    lines, articles, rejects = load_articles(tmp_path)
    assert rejects.empty and articles["text"][0].startswith(beginning)
    raw = data.decode(articles["encoding"][0])
    assert (lines["text"] == [raw[start:end] for start, end in zip(lines["start"], lines["end"], strict=True)]).all()


def test_mojibake_is_counted_and_kept(tmp_path):
    write(tmp_path, {"x.txt": KEPT["mojibake"][0] + " It cost 3 Â£.".encode()})
    assert dict(load_articles(tmp_path)[1][["file", "mojibake"]].to_numpy()) == {"good.txt": 0, "x.txt": 2}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("cafÃ© and naÃ¯ve", 2),
        ("â€œYesâ€\x9d, he said", 2),
        ("a � b", 1),
        ("ÐœÐ¾ÑÑ‚ was open", 1),
        ("ï»¿The", 1),
        ("‚Äúno‚Äù", 2),
        ("ðŸ˜€", 1),
        ("café, naïve, œuvre, Ünal, “yes” – £5 © ½", 0),
        ("CAFÉ» IRMÃ NÃO SÃO", 0),
        ("Ångström, Ærø, ÇA VA, à la carte", 0),
    ],
)
def test_garbled_letters(text, number):
    assert count_mojibake(text) == number


def test_the_order_of_files_changes_nothing(tmp_path):
    files = {
        "b.html": PAGE,
        "c.csv": f'outlet,text\nA,"{OTHER}"\nB,\n',
        "d.txt": "",
        "e.jsonl": lines_of({"text": "It sank."}),
    }
    tables = []
    for number, order in enumerate((list(files), list(files)[::-1])):
        (tmp_path / str(number)).mkdir()
        tables.append(load_articles(write(tmp_path / str(number), {name: files[name] for name in order})))
    for one, other in zip(*tables, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_media_cloud_table(tmp_path):
    (tmp_path / "mc.csv").write_text(
        "id,media_name,title,url,publish_date,language,text\n"
        f'007,NA,Bridge opens,https://na.example/1,2021-05-14 09:12:00,en,"{TEXT}"\n'
        f'008,The Echo,NA,,14 May 2021,de,"{OTHER}"\n010,The Echo,,,soon,,It sank at noon.\n'
    )
    lines, articles, rejects = load_articles(tmp_path)
    assert rejects.empty and list(articles["article"]) == ["na", "mc-3", "mc-4"]
    assert list(articles["id"]) == ["007", "008", "010"] and list(articles["row"]) == [2, 3, 4]
    assert list(articles["outlet"]) == ["NA", "The Echo", "The Echo"] and set(articles["outlet_source"]) == {"table"}
    assert list(articles["headline"].fillna("")) == ["Bridge opens", "NA", ""]
    assert list(articles["published"].fillna("")) == ["2021-05-14T09:12:00", "2021-05-14", ""]
    assert list(articles["language"].fillna("")) == ["en", "de", ""] and articles["url"][0] == "https://na.example/1"
    assert set(lines["file"]) == {"mc.csv"} and set(lines["row"]) == {2, 3, 4}


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"source": "Echo", "date": "2021-05-14", "headline": "Up", "content": OTHER}, ("Echo", "2021-05-14", "Up")),
        (
            {
                "publisher": {"name": "Echo", "url": "x"},
                "datePublished": "2021-05-14T09:12Z",
                "headline": "Up",
                "articleBody": OTHER,
            },
            ("Echo", "2021-05-14T09:12Z", "Up"),
        ),
        (
            {"Outlet": "Echo", "Published": "May 14, 2021", "TITLE": "Up", "Full Text": OTHER},
            ("Echo", "2021-05-14", "Up"),
        ),
        ({"id": 7, "outlet": "Echo", "published": 20210514, "title": 1984, "text": OTHER}, ("Echo", "", "1984")),
    ],
)
def test_the_usual_names_of_columns(tmp_path, columns, expected):
    (tmp_path / "x.jsonl").write_text(lines_of(columns))
    article = load_articles(tmp_path)[1].fillna({"published": ""}).iloc[0]
    assert (article["outlet"], article["published"], article["headline"]) == expected


def test_half_a_surrogate_pair_is_replaced(tmp_path):
    (tmp_path / "x.jsonl").write_text('{"text": "The ferry \\ud83d sank, \\udc00 the mayor said."}')
    article = load_articles(tmp_path)[1].iloc[0]
    assert article["text"] == "The ferry \ufffd sank, \ufffd the mayor said." and article["mojibake"] == 2


def test_parquet_needs_pyarrow_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    rejects = load_articles(write(tmp_path, {"x.parquet": b"PAR1"}))[2]
    assert list(rejects["detail"]) == ["x.parquet: to read it, run python -m pip install pyarrow"]


def test_parquet(tmp_path):
    pytest.importorskip("pyarrow")
    table = pd.DataFrame(
        {"id": ["007"], "media_name": ["NA"], "publish_date": [pd.Timestamp("2021-05-14 09:12")], "text": [OTHER]}
    )
    data = io.BytesIO()
    table.to_parquet(data)
    (tmp_path / "broken.parquet").write_bytes(data.getvalue()[:-20])
    (tmp_path / "x.parquet").write_bytes(data.getvalue())
    _, articles, rejects = load_articles(tmp_path)
    assert list(rejects["reason"]) == ["broken table"]
    assert articles.loc[0, ["id", "outlet", "published", "row"]].tolist() == ["007", "NA", "2021-05-14T09:12:00", 1]


def test_saved_page(tmp_path):
    head = (
        '<title>Ferry sinks | The Lantern</title><meta property="og:site_name" content="The Lantern">'
        '<meta property="article:published_time" content="2021-05-14T09:12:00Z">'
        '<link rel="canonical" href="https://lantern.example/ferry">'
    )
    (tmp_path / "page.html").write_text(PAGE.replace("<title>Ferry sinks near the port</title>", head))
    _, articles, rejects = load_articles(tmp_path)
    article = articles.iloc[0]
    assert rejects.empty and article["article"] == "the-lantern" and article["text_source"] == "page"
    assert (article["headline"], article["published"]) == ("Ferry sinks near the port", "2021-05-14")
    assert (article["url"], article["language"]) == ("https://lantern.example/ferry", "en")
    assert [line.split()[0] for line in article["text"].split("\n")] == ["Ferry", "The", "Its"]


@pytest.mark.parametrize("nest", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote><p>"])
def test_text_lost_in_deep_nesting_is_found_by_the_tags(tmp_path, nest):
    (tmp_path / "page.html").write_text(PAGE.replace("<article>", nest * 3000))
    article = load_articles(tmp_path)[1].iloc[0]
    assert "captain could not say" in article["text"] and article["headline"] == "Ferry sinks near the port"


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("windows-1251", "Мост открыт, сказал мэр в понедельник, и никто в городе этому не поверил."),
        ("shift_jis", "市長は月曜日に橋が完成したと述べた。町の誰もそれを信じなかった。"),
        ("iso-8859-2", "Burmistrz powiedział, że most jest gotowy, i nikt w mieście mu nie uwierzył."),
    ],
)
def test_a_page_declares_its_encoding(tmp_path, declared, text):
    page = f"<html><head><meta charset='{declared}'></head><body><article><p>{text}</p><p>{text * 2}</p></article>"
    (tmp_path / "page.html").write_bytes(page.encode(declared))
    assert text in load_articles(tmp_path)[1]["text"][0]


def test_a_file_that_may_not_be_opened(tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may open everything")
    write(tmp_path, {"x.txt": OTHER})
    (tmp_path / "x.txt").chmod(0)
    assert list(load_articles(tmp_path)[2]["reason"]) == ["can't be opened"]


def test_a_name_that_is_not_utf8(tmp_path):
    write(tmp_path, {})
    try:
        shutil.copy(tmp_path / "good.txt", os.fsencode(tmp_path) + b"/\xff.txt")
    except OSError:
        pytest.skip("this file system has UTF-8 names only")
    assert list(load_articles(tmp_path)[2]["file"]) == ["\\udcff.txt"]


# Pages whose text an extractor loses, whole or in part; # stands for the paragraphs.
BLOCKS = [TEXT.strip(), OTHER.strip(), "He laughed.", "The harbour master had no comment on ferry or bridge."]
LOSSES = {
    "paragraphs in a teaser above a paywall": (
        "<article><div class=teaser>#</div><div class=paywall><p>This article is for subscribers only.</p>"
        "<p>Subscribe now for 1 a week. Cancel anytime.</p><p>You have reached your limit of free articles.</p></div>"
    ),
    "all of it marked as comments": "<div class=comments>#</div>",
    "all of it in a footer": "<footer>#</footer>",
    "class that only names a sidebar": "<div class='page with-sidebar no-comments'>#</div>",
    "laid out in a table": "<table><tr><td>Home</td><td>#</td></tr></table>",
}


@pytest.mark.parametrize("case", LOSSES)
@pytest.mark.parametrize("tag", ["<p>{}</p>", "<div class=x><span>{}</span></div>", "{}<br><br>"])
def test_no_paragraph_of_a_page_is_lost(tmp_path, case, tag):
    page = LOSSES[case].replace("#", "".join(tag.format(block) for block in BLOCKS))
    (tmp_path / "x.html").write_text(f"<html lang=en><body>{page}</body></html>", encoding="utf-8")
    _, articles, _ = load_articles(tmp_path)
    assert [line for line in articles["text"][0].split("\n") if line != "Home"] == BLOCKS


def test_paragraphs_in_a_list_are_lines(tmp_path):
    row = {"text": [TEXT.strip(), OTHER.strip()], "authors": ["Ann Lee", {"name": "Bo Hill"}]}
    (tmp_path / "x.jsonl").write_text(lines_of(row), encoding="utf-8")
    _, articles, _ = load_articles(tmp_path)
    assert articles["text"][0] == f"{TEXT.strip()}\n{OTHER.strip()}"
    assert articles["byline"][0] == "Ann Lee; Bo Hill"


@pytest.mark.parametrize(
    ("cell", "published", "unread"),
    [
        ("2024-01-05", "2024-01-05", None),
        ("2024-01-05T10:00:00Z", "2024-01-05T10:00:00Z", None),
        ("2024-01-05T25:00:00", "2024-01-05", None),
        ("2024-01-05T10:00:00+99:00", "2024-01-05", None),
        ("2024-02-30", None, "2024-02-30"),
        ("0000-00-00", None, "0000-00-00"),
        ("31/12/2024", None, "31/12/2024"),
        ("1700000000", None, "1700000000"),
    ],
)
def test_a_day_that_cant_be_read_is_told(tmp_path, cell, published, unread):
    (tmp_path / "x.jsonl").write_text(lines_of({"text": TEXT, "date": cell}), encoding="utf-8")
    article = load_articles(tmp_path)[1].iloc[0]
    found = [None if pd.isna(article[column]) else article[column] for column in ("published", "published_unread")]
    assert found == [published, unread]


def test_parquet_gaps_and_doubled_columns(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    gaps = pyarrow.table({"text": [TEXT, OTHER], "outlet": pyarrow.array([float("nan"), 2.0])})
    parquet.write_table(gaps, tmp_path / "a.parquet")
    parquet.write_table(pyarrow.table([[TEXT], [OTHER]], names=["text", "text"]), tmp_path / "b.parquet")
    _, articles, rejects = load_articles(tmp_path)
    assert list(articles["outlet"]) == ["a", "2.0"]
    assert list(rejects["detail"]) == ['b.parquet: two columns are called "text"']
