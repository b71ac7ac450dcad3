"""Documents of all kinds: one article gives the same words in each, and what can't be read says what to do."""

import json
import zipfile

import pytest
from office_files import make_docx, make_ods, make_pdf, make_rtf, make_xlsx, pack

from analysis.reading.articles import load_articles

HEADLINE = "Ellby council closes the swimming bath"
BODY = [
    "The council of Ellby closed the swimming bath on Tuesday after a long quarrel about its leaking roof and the "
    "cost.",
    "Nobody had asked the swimmers, said Ann Bellamy, who has crossed the basin each morning for more than thirty "
    "years.",
    "The mayor promised a new one and gave neither a day nor a price, since the council has yet to vote on the money.",
]
GOOD = "The bridge reopened on Monday after nine years. Nobody had asked for it, the mayor said.\n"
LINES = [HEADLINE, *BODY]
PAGE = (
    f"<html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>"
    + "".join(f"<p>{line}</p>" for line in BODY)
    + "</article></body></html>"
)
ROWS = [["outlet", "headline", "text"], ["Ellby Echo", HEADLINE, "\n".join(BODY)]]


def load(folder, **files):
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("__", ".")).write_bytes(data)
    return load_articles(folder)


KINDS = {
    "a.txt": "\n\n".join(LINES),
    "a.text": "\n\n".join(LINES),
    "a.html": PAGE,
    "a.xhtml": PAGE,
    "a.docx": make_docx(LINES),
    "a.rtf": make_rtf(LINES),
    "a.pdf": make_pdf([LINES]),
    "a.xlsx": make_xlsx(ROWS),
    "two pages.pdf": make_pdf([LINES[:3], LINES[3:]]),
    "a.ods": make_ods(ROWS),
    "a.csv": "outlet,headline,text\n" + ",".join(f'"{cell}"' for cell in ROWS[1]),
    "a.tsv": "outlet\theadline\ttext\n" + "\t".join([*ROWS[1][:2], " ".join(BODY)]),
    "a.json": json.dumps([{"title": HEADLINE, "body": "\n".join(BODY)}]),
    "answer.json": json.dumps({"status": "ok", "docs": [{"title": HEADLINE, "body": "\n".join(BODY)}]}),
    "search.json": json.dumps({"hits": {"hits": [{"_id": "1", "_source": {"title": HEADLINE, "text": BODY}}]}}),
    "one.json": json.dumps({"headline": HEADLINE, "articleBody": "\n".join(BODY)}),
    "a.md": f"# {HEADLINE}\n\n**{BODY[0][:11]}**{BODY[0][11:]}\n\n{BODY[1]}\n\n> {BODY[2]}\n",
    "front.md": f"---\ntitle: {HEADLINE}\ndate: 4 March 2024\n---\n" + "\n\n".join(BODY),
    "a.eml": f"From: a@b.example\nSubject: {HEADLINE}\nDate: Tue, 05 Mar 2024 10:00:00 +0000\n"
    "Content-Type: text/plain; charset=utf-8\n\n" + "\n\n".join(BODY),
    "a.mhtml": 'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="xx"\n\n--xx\n'
    f"Content-Type: text/html; charset=utf-8\nContent-Location: https://echo.example/1\n\n{PAGE}\n--xx--\n",
}


@pytest.mark.parametrize("name", KINDS)
def test_one_article_gives_the_same_words_in_every_kind_of_file(tmp_path, name):
    (tmp_path / name).write_bytes(KINDS[name] if isinstance(KINDS[name], bytes) else KINDS[name].encode())
    _, articles, rejects = load_articles(tmp_path)
    article = articles.iloc[0]
    assert rejects.empty and len(articles) == 1 and article["headline"] == HEADLINE
    body = article["text"].removeprefix(HEADLINE).split()
    assert body == " ".join(BODY).split() and article["words"] == 65


def test_a_page_saved_as_one_file_keeps_its_address_and_not_the_day_of_saving(tmp_path):
    article = load(tmp_path, a__mhtml=KINDS["a.mhtml"])[1].iloc[0]
    assert article["url"] == "https://echo.example/1" and not isinstance(article["published"], str)


def test_a_letter_is_published_on_its_day(tmp_path):
    assert load(tmp_path, a__eml=KINDS["a.eml"])[1]["published"][0] == "2024-03-05T10:00:00+00:00"


def test_a_word_file_gives_what_is_printed(tmp_path):
    inside = (
        "<w:p><w:del><w:r><w:delText>The mayor resigned.</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden words here.</w:t></w:r>"
        "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>It opens</w:t><w:tab/><w:t>in "
        "May.</w:t></w:r></w:p>"
    )
    text = load(tmp_path, a__docx=make_docx(LINES, inside))[1]["text"][0]
    assert text.endswith("\nIt opens\tin May.") and "resigned" not in text and "Hidden" not in text


def bomb(name, size=300_000_000):
    return pack({name: b"0" * size})


BAD = {
    "a.docx": [
        (b"PK\x03\x04", "broken document", "a.docx is damaged: open it and save it again"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
            "encrypted",
            "a.docx is protected by a password or an old .doc: save it as .docx without one",
        ),
        (
            make_docx(LINES, more={"word/vbaProject.bin": "x"}),
            "holds macros",
            "a.docx holds macros: save it as a plain .docx",
        ),
        (
            pack({"word/document.xml": "<w:document"}),
            "broken document",
            "a.docx is not a Word document that can be read",
        ),
        (pack({"other.xml": ""}), "broken document", "a.docx is not a Word document that can be read"),
        (make_docx([]), "no text", "a.docx is empty"),
        (bomb("word/document.xml"), "too large", "a.docx unfolds to more than 200 MB (see largest_table)"),
    ],
    "a.xlsx": [
        (b"PK\x03\x04", "broken document", "a.xlsx is damaged: open it and save it again"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
            "encrypted",
            "a.xlsx is protected by a password: save it without one",
        ),
        (
            make_xlsx([["a", "b"], ["1", "2"]]),
            "no text column",
            "a.xlsx has no sheet with a column of texts below its header",
        ),
        (bomb("xl/worksheets/sheet1.xml"), "too large", "a.xlsx unfolds to more than 200 MB (see largest_table)"),
    ],
    "a.rtf": [
        (b"The ferry sank.", "broken document", "a.rtf is not rich text"),
        (make_rtf(LINES)[:-300], "no text", None),
        (
            b"{\\rtf1 {{{{{ The ferry sank.",
            "broken document",
            "a.rtf is broken rich text: open it and save it as .docx or .txt",
        ),
        (b"{\\rtf1\\ansi }", "broken document", "a.rtf is broken rich text: open it and save it as .docx or .txt"),
    ],
    "a.pdf": [
        (b"%PDF-1.7", "broken document", "a.pdf is not a PDF that can be read: print it to a new PDF"),
        (
            make_pdf([[""]]),
            "no text",
            "a.pdf is a scan without a text layer: run character recognition (OCR) on it or"
            " copy its words to a .txt file",
        ),
    ],
    "a.eml": [(b"Subject: x\nContent-Type: image/png\n\nabc", "no text", "a.eml holds no text")],
    "a.mhtml": [(b"Subject: x\nContent-Type: text/plain\n\nabc", "no text", "a.mhtml holds no page")],
    "a.json": [
        (b"[]", "no text", "a.json holds no list of JSON objects"),
        (b"", "no text", "a.json is empty"),
        (b"[1, 2]", "broken table", "a.json: none of its entries is a JSON object"),
        (b'[{"text": ' * 9, "broken row", "a.json row 1 is not a JSON object"),
    ],
}
BAD["a.rtf"].pop(1)


@pytest.mark.parametrize(
    ("name", "data", "reason", "detail"), [(name, *case) for name, cases in BAD.items() for case in cases]
)
def test_what_cant_be_read_says_what_to_do(tmp_path, name, data, reason, detail):
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / name).write_bytes(data)
    _, articles, rejects = load_articles(tmp_path)
    assert list(articles["file"]) == ["good.txt"]
    assert rejects[["file", "reason", "detail"]].to_numpy().tolist() == [[name, reason, detail]]


def test_a_locked_pdf_says_what_to_do(tmp_path):
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([LINES]))))
    writer.encrypt("secret", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    rejects = load(tmp_path, good__txt=GOOD, a__pdf=data.getvalue())[2]
    assert list(rejects["detail"]) == ["a.pdf is protected by a password: print it to a new PDF without one"]


@pytest.mark.parametrize(
    ("name", "module", "detail"),
    [
        ("a.rtf", "striprtf.striprtf", "a.rtf: to read it, run python -m pip install striprtf"),
        ("a.pdf", "pypdf", "a.pdf: to read it, run python -m pip install pypdf"),
        ("a.xlsx", "python_calamine", "a.xlsx: to read it, run python -m pip install python-calamine"),
    ],
)
def test_a_library_that_is_missing_is_named(tmp_path, monkeypatch, name, module, detail):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / name).write_bytes(KINDS[name])
    assert list(load_articles(tmp_path)[2]["detail"]) == [detail]


def test_a_title_above_the_header_of_a_sheet_is_none_of_its_rows(tmp_path):
    data = make_xlsx([["All articles on the bath"], [], *ROWS, ["Lantern", "Bath closed", GOOD]])
    _, articles, rejects = load(tmp_path, t__xlsx=data)
    assert list(articles["article"]) == ["ellby-echo", "lantern"] and rejects.empty and list(articles["row"]) == [4, 5]


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("text", "Article"),
        ("text", "full_article"),
        ("text", "StoryText"),
        ("text", "news_body"),
        ("text", "Body Text"),
        ("text", "article_fulltext"),
        ("outlet", "Publication"),
        ("outlet", "medium"),
        ("outlet", "hostname"),
        ("outlet", "source_domain"),
        ("outlet", "Name of outlet"),
        ("outlet", "newspaper_title"),
        ("headline", "Article Title"),
    ],
)
def test_columns_by_the_names_that_people_use(tmp_path, column, name):
    cells = {"text": "\n".join(BODY), "outlet": "Ellby Echo", "headline": HEADLINE}
    row = {(name if key == column else key): value for key, value in cells.items()} | {
        "text_length": 7,
        "article_id": "9",
    }
    article = load(tmp_path, a__json=json.dumps([row]))[1].iloc[0]
    assert (article["outlet"], article["headline"], article["words"]) == ("Ellby Echo", HEADLINE, 65)


@pytest.mark.parametrize("name", ["text_length", "content_type", "story_url", "article_id", "body_count"])
def test_columns_about_a_text_are_none(tmp_path, name):
    rejects = load(tmp_path, good__txt=GOOD, a__json=json.dumps([{name: BODY[0], "title": HEADLINE}]))[2]
    assert list(rejects["reason"]) == ["no text column"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>The bath closed.</p><p>Nobody was asked.</p>", "The bath closed.\nNobody was asked."),
        ("The bath closed.<br/><br>Nobody was asked.", "The bath closed.\nNobody was asked."),
        ("<div><p>A &ldquo;dear&rdquo; bath &amp; hall closed.</p></div>", "A “dear” bath & hall closed."),
        ("The bath closed.\\n\\nNobody was asked.", "The bath closed.\nNobody was asked."),
        ("The bath&#8217;s roof leaks &mdash; badly.", "The bath’s roof leaks — badly."),
        ("Costs rose by < 3 percent, and 5 > 4.", "Costs rose by < 3 percent, and 5 > 4."),
        ("The path C:\\news\\new was printed.", "The path C:\\news\\new was printed."),
        ("AT&T and R&D; both left.", "AT&T and R&D; both left."),
    ],
)
def test_markup_in_a_cell_is_no_word(tmp_path, cell, text):
    assert load(tmp_path, a__json=json.dumps([{"outlet": "Echo", "text": cell}]))[1]["text"][0] == text


def test_bars_part_cells_and_a_title_stands_above(tmp_path):
    table = f"Articles on the bath, all of them\n\noutlet|headline|text\nEcho|{HEADLINE}|{BODY[0]}\n"
    article = load(tmp_path, t__csv=table)[1].iloc[0]
    assert article["outlet"] == "Echo" and article["text"] == BODY[0] and article["row"] == 4


def test_a_zip_that_lies_about_its_size_is_counted(tmp_path):
    data = bytearray(bomb("word/document.xml"))
    for sign in (b"PK\x01\x02", b"PK\x03\x04"):
        place = data.find(sign) + (24 if sign == b"PK\x01\x02" else 22)
        data[place : place + 4] = (1000).to_bytes(4, "little")
    rejects = load(tmp_path, good__txt=GOOD, a__docx=bytes(data))[2]
    assert rejects["reason"][0] in ("too large", "broken document") and zipfile.is_zipfile(tmp_path / "a.docx")
