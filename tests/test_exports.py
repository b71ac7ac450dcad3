"""Exports of news databases: one article each, fields read and no part of its text; stories like fields stay."""

import pytest
from office_files import make_docx, make_rtf

from analysis.reading.articles import load_articles

STORIES = [
    (
        "Ellby Echo",
        "Council closes the swimming bath",
        "Ann Bellamy",
        "2024-03-05",
        "5 March 2024",
        "March 5, 2024",
        [
            "The council of Ellby closed the swimming bath on Tuesday after a long quarrel about its leaking roof.",
            "Nobody had asked the swimmers, said the keeper of the bath.",
        ],
    ),
    (
        "Norhaven Star",
        "Bath in Ellby shuts for good",
        "Bo Hale",
        "2024-03-06",
        "6 March 2024",
        "March 6, 2024",
        [
            "Ellby has lost its bath: by 11 votes to 4 the council said no, and the swimmers went home.",
            "Length: 25 metres, the keeper said, and not a metre of it will be missed by the mayor.",
        ],
    ),
]


def nexis(outlet, headline, byline, iso, day, american, body, number):
    return (
        f"\n\n      {number} of 2 DOCUMENTS\n\n\n      {outlet}\n\n      {american} Tuesday\n      Late Edition\n\n"
        f"HEADLINE: {headline}\n\nBYLINE: {byline}\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 30 words\n\nDATELINE: "
        f"ELLBY\n\nBODY:\n\n"
        + "\n\n".join(body)
        + f"\n\nLOAD-DATE: {american}\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: A bath.\n\n"
        f"PUBLICATION-TYPE: Newspaper\n\n      Copyright 2024 {outlet} Ltd\n      All Rights Reserved\n"
    )


def nexis_uni(outlet, headline, byline, iso, day, american, body, number):
    return (
        f"Page 1 of 1\n\n{headline}\n\n{outlet}\n\n{american} Tuesday\n\nCopyright 2024 {outlet} All Rights "
        f"Reserved\n\n"
        f"Section: NEWS; Pg. 3\n\nLength: 30 words\n\nByline: By {byline}\n\nHighlight: A bath is lost.\n\nBody\n\n"
        + "\n\n".join(body)
        + f"\n\nLoad-Date: {american}\n\n\nEnd of Document\n\n"
    )


def factiva(outlet, headline, byline, iso, day, american, body, number):
    return (
        f"SE\nLocal news\n\nHD\n{headline}\n\nBY\nBy {byline}\n\nWC\n30 "
        f"words\n\nPD\n{day}\n\nET\n10:00\n\nSN\n{outlet}\n\nSC\nECHO\n\n"
        f"LA\nEnglish\n\nCY\n(c) 2024 {outlet}\n\nLP\n{body[0]}\n\nTD\n"
        + "\n\n".join(body[1:])
        + f"\n\nNS\ngcom : Council\n\nAN\nDocument ECHO00002024030{number}ek350000a\n\n\n"
    )


def factiva_print(outlet, headline, byline, iso, day, american, body, number):
    return (
        f"Local\n{headline}\n\nBy {byline}\n30 words\n{day}\n10:15\n{outlet}\nECHO\nEnglish\n(c) 2024. All rights "
        f"reserved.\n\n"
        + "\n\n".join(body)
        + f"\n\nDocument ECHO00002024030{number}ek350000a\n\n\n"
    )


def proquest(outlet, headline, byline, iso, day, american, body, number):
    first, last = byline.split()
    return (
        f"____________________________________________\n\nDocument {number} of 2\n\n{headline}\n\nAuthor: {last}, "
        f"{first}\n\n"
        f"Publication info: {outlet} ; Ellby [Ellby]. {day}: A.1.\n\nAbstract: {body[0]}\n\nLinks: https://x.example\n\n"
        f"Full text: " + "\n\n".join(body) + f"\n\nSubject: Baths\n\nLocation: Ellby\n\nTitle: {headline}\n\n"
        f"Publication title: {outlet}\n\nPublication date: {american}\n\nProQuest document ID: 31{number}\n\n"
    )


def newsbank(outlet, headline, byline, iso, day, american, body, number):
    return (
        f"Headline: {headline}\nNewspaper: {outlet}\nDate: {american}\nByline: {byline}\nEdition: Final\nPage: A3\n\n"
        + "\n\n".join(body)
        + f"\n\nCopyright: Copyright 2024 {outlet}\nRecord Number: 10{number}\n\n\n"
    )


def bars(outlet, headline, byline, iso, day, american, body, number):
    return (
        f"Title: {headline}\n\nPublication: {outlet}\n\nPublished: {day}\n\nAuthor: {byline}\n\nText: "
        + "\n\n".join(body)
        + f"\n\nIndex terms: baths\n\nRecord: {number}\n\n==============================\n\n"
    )


SHAPES = [nexis, nexis_uni, factiva, factiva_print, proquest, newsbank, bars]


def check(articles, rejects, stories=STORIES):
    assert rejects.empty and len(articles) == len(stories)
    for article, (outlet, headline, byline, iso, _, _, body) in zip(articles.to_dict("records"), stories, strict=True):
        assert [article[name] for name in ("outlet", "headline", "byline", "published")] == [
            outlet,
            headline,
            byline,
            iso,
        ]
        assert article["text"].split("\n") == [headline, *body]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", ["txt", "docx", "rtf"])
def test_every_article_of_an_export_is_one(tmp_path, shape, kind):
    text = "".join(shape(*story, number) for number, story in enumerate(STORIES, 1))
    lines = [line.strip() for line in text.split("\n")]
    data = {"txt": text.encode(), "docx": make_docx(lines), "rtf": make_rtf(lines)}[kind]
    if kind == "rtf":  # a blank line of rich text is a paragraph of its own
        data = ("{\\rtf1\\ansi " + "\\par\n".join(lines) + "}").encode()
    (tmp_path / f"export.{kind}").write_bytes(data)
    _, articles, rejects = load_articles(tmp_path)
    check(articles, rejects)
    assert list(articles["article"]) == ["ellby-echo", "norhaven-star"] and list(articles["row"]) == [1, 2]


@pytest.mark.parametrize("shape", SHAPES)
def test_one_document_alone_is_read_by_its_fields(tmp_path, shape):
    (tmp_path / "export.txt").write_text(shape(*STORIES[0], 1).replace("of 2", "of 1"))
    _, articles, rejects = load_articles(tmp_path)
    check(articles, rejects, STORIES[:1])


@pytest.mark.parametrize("shape", SHAPES)
def test_every_character_of_an_export_is_in_one_line(tmp_path, shape):
    raw = "A cover page\n\n" * (shape in (nexis, proquest)) + "".join(
        shape(*story, number) for number, story in enumerate(STORIES, 1)
    )
    (tmp_path / "export.txt").write_text(raw)
    lines, articles, _ = load_articles(tmp_path)
    covered = [0] * len(raw)
    for start, end, text in zip(lines["start"], lines["end"], lines["text"], strict=True):
        assert raw[start:end] == text
        covered[start:end] = [count + 1 for count in covered[start:end]]
    assert all(count == (1 if letter.strip() else count) for letter, count in zip(raw, covered, strict=True))
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    kept = lines[lines["text_start"].notna()]
    assert all(
        texts[article][start : start + len(text)] == text
        for article, start, text in zip(kept["article"], kept["text_start"], kept["text"], strict=True)
    )


def test_pages_of_exports_are_taken_apart_too(tmp_path):
    blocks = "".join(
        f"<div>{line}</div>"
        for number, story in enumerate(STORIES, 1)
        for line in factiva_print(*story, number).split("\n")
        if line
    )
    (tmp_path / "factiva.html").write_text(f"<html><head><title>Factiva</title></head><body>{blocks}</body></html>")
    check(*load_articles(tmp_path)[1:])


def test_europresse(tmp_path):
    pages = "".join(
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{outlet}, no. '
        f'7</span></div>'
        f'<span class="DocHeader">mardi {int(iso[-2:])} mars 2024</span><div class="titreArticle"><p '
        f'class="titreArticleVisu">'
        f'{headline}</p></div><p class="sm-margin-bottomNews">{byline}</p></header><section><div '
        f'class="docOcurrContainer">'
        + "".join(f"<p>{line}</p>" for line in body)
        + "</div></section></article>"
        for outlet, headline, byline, iso, _, _, body in STORIES
    )
    (tmp_path / "europresse.html").write_text(f"<html><body>{pages}</body></html>")
    check(*load_articles(tmp_path)[1:])


NOT_EXPORTS = [
    "Bath opens\n\nHD screens hang above the bath in Ellby.\n\nBY the door stands Bo Hale.\n\nPD Brown keeps the "
    "keys.\n",
    "A talk with the keeper\n\nTitle: he has none, he says, and laughs.\n\nDate: he does not know one yet.\n\nPage: "
    "she turned it.\n",
    "Bath opens\n\nThe bath of Ellby opened.\n\n____________________\n\nIt has three basins.\n",
    "Bath opens\n\nThe mayor read from 2 of 3 documents.\n\nBody: he has one, he said.\n",
    "Ellby Echo\n\nDocument found in the bath\n\nDocument 9 was found in the bath of Ellby on Monday, wet and torn.\n",
    "Title: the last word of a long fight\n\nThe word was his, and he kept it.\n",
]


@pytest.mark.parametrize("text", NOT_EXPORTS)
def test_stories_that_look_like_fields_are_one_article(tmp_path, text):
    (tmp_path / "a.txt").write_text(text)
    _, articles, _ = load_articles(tmp_path)
    assert len(articles) == 1 and articles["text_source"][0] == "text"
    assert set(text.split("\n\n", 1)[1].split()) - set(articles["text"][0].split()) <= {"____________________"}


def test_three_hundred_articles_take_seconds(tmp_path):
    import time

    text = "".join(nexis(*STORIES[number % 2], number + 1).replace("Ellby", f"Town{number}") for number in range(300))
    (tmp_path / "nexis.txt").write_text(text)
    start = time.process_time()
    assert len(load_articles(tmp_path)[1]) == 300 and time.process_time() - start < 20


def test_the_quick_look_says_what_was_taken_apart(tmp_path):
    from analysis.pages.doubts import list_doubts

    (tmp_path / "export.txt").write_text("".join(nexis(*story, number) for number, story in enumerate(STORIES, 1)))
    assert ("Exports, taken apart", ["export.txt (Nexis export) holds 2 articles"]) in list_doubts(
        load_articles(tmp_path)[1]
    )
