"""The loader: the five articles to the word, bare folders, side tables, encodings, and what else lies in a folder."""

import os
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.english.words import count_words
from analysis.reading.articles import find_paragraphs, load_articles
from analysis.reading.clean.cleaning import clean
from analysis.reading.files import InputError
from analysis.reading.open.encodings import decode
from analysis.reading.sidetables import load_frames, load_hand, load_people
from analysis.tables import ZONES

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
TEXT = "The bridge reopened on Monday.\n\nNobody had asked for it, the mayor said.\n"


def write(folder, files):
    """Write {name: text or bytes} to `folder` and return it."""
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def zone_words(articles, paragraphs, zone="body"):
    """Return {article: number of words by white space in the paragraphs of `zone`}."""
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    rows = paragraphs[paragraphs["zone"] == zone]
    counts = dict.fromkeys(texts, 0)
    for article, start, end in rows[["article", "start", "end"]].itertuples(index=False):
        counts[article] += len(texts[article][start:end].split())
    return counts


@pytest.fixture(scope="module")
def seeds():
    return load_articles(SEEDS)


def test_no_body_word_is_lost_or_added(seeds):
    lines, articles, rejects = seeds
    assert list(zone_words(articles, find_paragraphs(articles, lines)).values()) == [738, 380, 859, 784, 815]
    assert list(articles["words"]) == [738, 380, 859, 784, 815]
    assert rejects.empty


def test_headlines_bylines_datelines_credits(seeds):
    lines, articles, _ = seeds
    found = articles.set_index(articles["file"].str[:3])
    assert list(found.index[found["headline_source"].eq("text")]) == ["000", "002", "004"]
    assert found.loc["000", "byline"] == "Jonathan Spicer and Mark Trevelyan"
    assert list(found.index[found["credit"].eq("Reuters")]) == ["000", "001", "002"]
    assert list(found["knows_until"]) == ["2025-02-27"] * 4 + ["2025-02-28"]
    kinds = lines.groupby(lines["file"].str[:3])["kind"].value_counts().unstack(fill_value=0)
    assert list(kinds["dateline"]) == [1, 0, 0, 0, 1]
    assert list(kinds["link"]) == [0, 0, 4, 2, 0]
    assert list(kinds["caption"]) == [0, 0, 2, 0, 0]
    assert list(kinds["repeat"]) == [0, 0, 1, 0, 0]
    assert list(kinds["heading"]) == [1, 0, 1, 0, 1]
    assert list(kinds["notice"]) == [0, 1, 1, 0, 0]


def test_every_removed_piece_says_why(seeds):
    lines = seeds[0]
    assert lines.loc[lines["kind"] != "body", "reason"].notna().all()
    assert lines.loc[lines["kind"] == "body", "reason"].isna().all()


def test_lines_and_white_space_give_back_every_file(seeds):
    lines, articles, _ = seeds
    for file, pieces in lines.groupby("file"):
        check_pieces((SEEDS / file).read_text(encoding="utf-8"), pieces)
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    for row in lines[lines["text_start"].notna()].itertuples():
        raw = (SEEDS / row.file).read_text(encoding="utf-8")
        assert texts[row.article][row.text_start:row.text_start + row.end - row.start] == raw[row.start:row.end]
        assert row.kind in ZONES


def check_pieces(raw, pieces):
    """Assert that `pieces` stand in order in `raw`, on their lines, and that only white space lies between them."""
    place = 0
    for line, start, end in pieces[["line", "start", "end"]].itertuples(index=False):
        assert not raw[place:start].strip() and raw[start:end] == raw[start:end].strip() != ""
        assert "\n" not in raw[start:end] and raw.count("\n", 0, start) == line - 1
        place = end
    assert not raw[place:].strip()


WORDS = st.sampled_from([
    "Read more:", "By Ann Lee", "said.", "the", "Mayor", "“No”", "ADVERTISEMENT", "PARIS -", "Share", "a\tb", "\n",
    "\n", "\n\n", "12 May 2020", "VoteThe", "(Reuters)", "- one", "\u200b", "é", "…", "\r\n", "By"])
PAGES = st.one_of(st.text(max_size=300), *(st.lists(WORDS, max_size=40).map(mark.join) for mark in (" ", "")))


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_pieces_cover_any_text(raw):
    place = 0
    for piece in clean(raw):
        assert not raw[place:piece.start].strip() and piece.start < piece.end
        place = piece.end
    assert not raw[place:].strip()


def test_a_folder_of_bare_files_works(tmp_path):
    write(tmp_path, {"NA.txt": TEXT, "007.txt": TEXT + "He is back.", "b.TXT": "He left."})
    lines, articles, rejects = load_articles(tmp_path)
    assert list(articles["article"]) == list(articles["outlet"]) == ["007", "NA", "b"]
    assert set(articles["outlet_source"]) == {"file name"}
    unknown = ["headline", "headline_source", "byline", "credit", "published", "knows_until", "url"]
    assert articles[unknown].isna().all(axis=None)
    assert list(lines["article"].cat.categories) == ["007", "NA", "b"]
    assert rejects.empty
    assert load_people(tmp_path).empty and load_frames(tmp_path).empty and load_hand(tmp_path).empty
    assert list(load_people(tmp_path).columns) == ["name", "aliases", "role", "side", "type", "note"]


def test_articles_csv_names_articles_and_wins(tmp_path):
    write(tmp_path, {
        "a.txt": "Bridge opens\n\n" + TEXT, "b.txt": TEXT + "It rained.", "c.txt": TEXT + "It snowed.",
        "articles.csv": "file,outlet,headline,credit\n"
                        "c.txt,The Echo,Snow,\na.txt,Café Noir,Bridge,PTI\nb.txt,The Echo,,NA\n"})
    _, articles, _ = load_articles(tmp_path)
    assert list(articles["article"]) == ["cafe-noir", "b", "c"]
    assert (articles["headline"][0], articles["headline_source"][0]) == ("Bridge", "articles.csv")
    assert articles["text"][0].startswith("Bridge opens\n")
    assert pd.isna(articles["headline"][1]) and articles["credit"][1] == "NA" and pd.isna(articles["credit"][2])


def test_the_order_of_rows_changes_nothing(tmp_path):
    rows = ["a.txt,A", "b.txt,B", "c.txt,C"]
    tables = []
    for order in (rows, rows[::-1]):
        write(tmp_path, {"a.txt": TEXT, "b.txt": TEXT + "One.", "c.txt": TEXT + "Two.",
                         "articles.csv": "\n".join(["file,outlet", *order])})
        tables.append(load_articles(tmp_path))
    for one, other in zip(*tables, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_hard_wrapped_lines_become_paragraphs(tmp_path):
    raw = ("The bridge over the river was opened on Monday by a mayor who had\n"
           "spent nine years trying to have it stopped, and who then walked across\n"
           "it twice.\n\n"
           "Nobody laughed, and the band played on until the rain came, which it\n"
           "did at four o'clock, and then everybody went home.\n")
    lines, articles, _ = load_articles(write(tmp_path, {"a.txt": raw}))
    assert articles["text"][0] == "\n".join(" ".join(part.split("\n")) for part in raw.strip().split("\n\n"))
    assert len(lines) == 5 and len(find_paragraphs(articles, lines)) == 2


@pytest.mark.parametrize(("data", "name"), [
    (TEXT.encode(), "utf-8"),
    (TEXT.encode("utf-8-sig"), "utf-8-sig"),
    (TEXT.encode("utf-16"), "utf-16"),
    (TEXT.encode("utf-32"), "utf-32"),
    (TEXT.encode("utf-16-le"), "utf-16-le"),
    (TEXT.encode("utf-16-be"), "utf-16-be"),
    (TEXT.encode("utf-32-le"), "utf-32-le"),
    (TEXT.encode("utf-32-be"), "utf-32-be"),
    (TEXT.replace("asked", "“asked”").encode("cp1252"), "cp1252"),
])
def test_encoding_is_found_and_recorded(tmp_path, data, name):
    _, articles, _ = load_articles(write(tmp_path, {"a.txt": data}))
    assert articles["encoding"][0] == name
    assert articles["text"][0].startswith("The bridge") and "mayor said." in articles["text"][0]


def test_articles_csv_overrules_the_encoding(tmp_path):
    text = "Мост открыт. Он стоит."
    write(tmp_path, {"a.txt": text.encode("koi8-r"), "articles.csv": "file,encoding\na.txt,koi8-r\n"})
    assert load_articles(tmp_path)[1]["text"][0] == text


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_told_why_not(data):
    try:
        text, _ = decode(data)
    except ValueError as error:
        assert "bytes" in str(error) or "binary" in str(error)
    else:
        text.encode("utf-8")


REJECTED = {
    "empty": ({"x.txt": " \n\n"}, "x.txt", None, "no text", "x.txt is empty"),
    "furniture": ({"x.txt": "Skip to main content\nAccept all cookies\n"},
                  "x.txt", None, "no text", "x.txt holds only page furniture"),
    "binary": ({"x.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\x03" * 9},
               "x.txt", None, "binary", "x.txt: it holds binary data"),
    "undecodable": ({"x.txt": b"caf\xe9 \x81 \x8d\x90"},
                    "x.txt", None, "undecodable", "x.txt: its bytes are neither UTF-8 nor cp1252: name its"
                    " encoding in articles.csv (column encoding)"),
    "wrong encoding": ({"x.txt": b"\xff\xfe\xfd", "articles.csv": "file,encoding\nx.txt,utf-8\n"},
                       "x.txt", 2, "undecodable", "x.txt: its bytes are not utf-8"),
    "no encoding": ({"x.txt": TEXT + "A.", "articles.csv": "file,encoding\nx.txt,utf-9\n"},
                    "x.txt", 2, "undecodable", 'x.txt: there is no text encoding "utf-9"'),
    "duplicate": ({"a_copy.txt": TEXT.replace("\n", "\r\n")},
                  "a_copy.txt", None, "duplicate", "a_copy.txt has the same text as a.txt"),
    "other kind": ({"x.odt": b"PK"},
                   "x.odt", None, "not a kind of file that is read",
                   "x.odt: open it and save it as .docx"),
    "no file": ({"articles.csv": "file,outlet\na.txt,A\nb.txt,B\n"}, "b.txt", 3, "no such file",
                "articles.csv row 3: there is no article b.txt"),
    "second row": ({"articles.csv": "file,outlet\n\na.txt,A\na.txt,B\n"}, "a.txt", 4, "second row",
                   "articles.csv row 4: a.txt has a row already, row 3"),
    "up": ({"articles.csv": "file\n../a.txt\n"}, "../a.txt", 2, "outside the folder",
           "articles.csv row 2: ../a.txt is a path, not the name of a file here"),
    "absolute": ({"articles.csv": "file\n/etc/hosts\n"}, "/etc/hosts", 2, "outside the folder",
                 "articles.csv row 2: /etc/hosts is a path, not the name of a file here"),
    "windows path": ({"articles.csv": "file\nC:\\a.txt\n"}, "C:\\a.txt", 2, "outside the folder",
                     "articles.csv row 2: C:\\a.txt is a path, not the name of a file here"),
}


@pytest.mark.parametrize("case", REJECTED)
def test_what_can_be_set_aside_is(tmp_path, case):
    files, *expected = REJECTED[case]
    _, articles, rejects = load_articles(write(tmp_path, {"a.txt": TEXT} | files))
    assert list(articles["file"]) == ["a.txt"]
    assert [None if pd.isna(value) else value for value in rejects.iloc[0]] == expected
    assert len(rejects) == 1


def test_links_folders_and_pipes_are_set_aside(tmp_path):
    inside = tmp_path / "in"
    inside.mkdir()
    write(inside, {"a.txt": TEXT})
    write(tmp_path, {"out.txt": "Secret. Very secret."})
    (inside / "link.txt").symlink_to(tmp_path / "out.txt")
    (inside / "sub.txt").mkdir()
    os.mkfifo(inside / "pipe.txt")
    _, articles, rejects = load_articles(inside)
    assert list(articles["file"]) == ["a.txt"]
    assert dict(zip(rejects["file"], rejects["reason"], strict=True)) == {
        "link.txt": "a link", "pipe.txt": "not a file", "sub.txt": "a folder"}


def test_too_large(tmp_path):
    write(tmp_path, {"a.txt": TEXT, "b.txt": TEXT * 9})
    _, articles, rejects = load_articles(tmp_path, largest=200)
    assert list(articles["file"]) == ["a.txt"] and list(rejects["reason"]) == ["too large"]


def test_same_text_in_two_named_outlets_is_no_duplicate(tmp_path):
    write(tmp_path, {"a.txt": TEXT, "b.txt": TEXT, "articles.csv": "file,outlet\na.txt,A\nb.txt,B\n"})
    _, articles, rejects = load_articles(tmp_path)
    assert list(articles["article"]) == ["a", "b"] and rejects.empty


ERRORS = {
    "ragged": ("articles.csv", "file,outlet\na.txt,A\na.txt,A,B,C\n",
               "articles.csv row 3: 4 cells where the header has 2"),
    "short": ("articles.csv", "file,outlet\na.txt\n", "articles.csv row 2: 1 cells where the header has 2"),
    "unknown": ("articles.csv", "file,outlte\na.txt,A\n",
                'articles.csv: unknown column "outlte"; did you mean "outlet"?'),
    "twice": ("articles.csv", "file,outlet,Outlet\na.txt,A,B\n", 'articles.csv: two columns are called "outlet"'),
    "no file": ("articles.csv", "outlet\nA\n", 'articles.csv: no column "file"'),
    "no cell": ("articles.csv", "file,outlet\n,A\n", 'articles.csv row 2: nothing in the column "file"'),
    "unclosed": ("articles.csv", 'file,outlet\na.txt,"A\nb.txt,B\n',
                 "articles.csv row 2: a quotation mark is opened and never closed"),
    "behind a quote": ("articles.csv", 'file,outlet\na.txt,"A" B\n',
                       "articles.csv row 2: something stands behind a closing quotation mark"),
    "empty": ("articles.csv", "", "articles.csv is empty: its first row must name the columns"),
    "binary": ("articles.csv", b"\x00\x01\x02\x03", "articles.csv can't be read: it holds binary data"),
    "nameless": ("people.csv", "name,side\n,North\n", 'people.csv row 2: nothing in the column "name"'),
    "function": ("frames.csv", "frame,term,function\nwater,dam,topic\n",
                 'frames.csv row 2: function "topic" is not one of theme, problem, cause, judgement, remedy'),
}


@pytest.mark.parametrize("case", ERRORS)
def test_what_cannot_be_set_aside_is_one_sentence(tmp_path, case):
    name, content, message = ERRORS[case]
    write(tmp_path, {"a.txt": TEXT, name: content})
    with pytest.raises(InputError) as error:
        load_articles(tmp_path), load_people(tmp_path), load_frames(tmp_path), load_hand(tmp_path)
    assert str(error.value) == message


def test_no_folder_no_article(tmp_path):
    with pytest.raises(InputError, match=r"there is no folder .*nowhere"):
        load_articles(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"there is no article in "):
        load_articles(tmp_path)
    write(tmp_path, {"a.txt": ""})
    with pytest.raises(InputError, match=r"there is no article in .*: a.txt is empty"):
        load_articles(tmp_path)
    with pytest.raises(InputError, match=r"a.txt is not a folder"):
        load_articles(tmp_path / "a.txt")


@pytest.mark.parametrize("content", [
    "name;side\nAnn Lee;North\n", "\ufeffname,side\nAnn Lee,North\n", "name\tside\nAnn Lee\tNorth\n",
    "name,side,,\n\nAnn Lee,North,,\n", 'name,side\r\n"Ann Lee", North \r\n', "side,name\nNorth,Ann Lee",
])
def test_tables_as_programs_write_them(tmp_path, content):
    people = load_people(write(tmp_path, {"people.csv": content}))
    assert people[["name", "side"]].to_dict("records") == [{"name": "Ann Lee", "side": "North"}]
    assert people[["aliases", "role", "type", "note"]].isna().all(axis=None)


def test_page_dates_and_credits(tmp_path):
    page = ("Bridge opens after nine years\nBy Ann Lee, Associated Press\nPublished 14 May 2021 09:12 GMT\n"
            "MILLTOWN (Reuters) - The bridge opened on Thursday, nine years late.\n\n"
            "The mayor walked across the bridge.\n\n(With inputs from PTI)\n")
    article = load_articles(write(tmp_path, {"a.txt": page}))[1].iloc[0]
    assert article["byline"] == "Ann Lee, Associated Press"
    assert article["credit"] == "Associated Press; Reuters; Press Trust of India"
    assert (article["published"], article["published_source"]) == ("2021-05-14", "text")
    assert article["knows_until"] == "2021-05-13"
    write(tmp_path, {"articles.csv": "file,outlet\na.txt,Reuters\n"})
    assert load_articles(tmp_path)[1]["credit"][0] == "Associated Press; Press Trust of India"


def test_words_are_those_of_the_tokeniser(seeds):
    lines, articles, _ = seeds
    paragraphs = find_paragraphs(articles, lines)
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    body = paragraphs[paragraphs["zone"] == "body"]
    counted = sum(count_words(texts[row.article][row.start:row.end]) for row in body.itertuples())
    assert counted == articles["words"].sum()
