"""Reads a folder of articles and cleans them: the tables `lines`, `articles`, `rejects` and `paragraphs`.

`documents` reads and decodes, `cleaning` tells text from page furniture, `sidetables` reads articles.csv;
this room puts them together.
"""

import unicodedata
from collections import Counter
from itertools import takewhile
from pathlib import Path

import pandas as pd
import regex

from ..english.words import count_words, fold
from ..tables import ZONES, conform, empty, rows_of, tabulate
from .clean.bylines import find_credits, read_names
from .clean.cleaning import clean_document
from .clean.furniture import DATE_LINE, PHOTO_CREDIT
from .clean.genre import find_genre
from .clean.notices import is_no_article
from .clean.phrases import is_dated
from .dates import find_first_prints, find_newest_day
from .files import InputError, Reject, SetAsideError, count_mojibake, is_guide, list_files, one_line
from .language import guess_language
from .open.documents import READERS, read_documents
from .open.rows import read_time
from .published import read_published
from .sidetables import ARTICLES, check_side_tables, load_frames, load_hand, load_people, read_table

__all__ = ["InputError", "find_paragraphs", "load_articles", "load_frames", "load_hand", "load_people", "read_table"]

_EXTRA = {"row": "Int64", "id": "str", "language": "str", "encoding": "str", "published_source": "str",
          "published_unread": "str", "genre": "str"}
_NO_DAY = ("kept by an archive", "comments of readers", "head or foot of a printed page")
_HOST = regex.compile(r"(?<=^\S*)\.(?=\p{L}{2,}\S*$)")  # the stops of echo.example
_COPY_MARK = regex.compile(r"(?:[ _-]*\(\d{1,3}\)|[ _-]+copy(?:[ _-]*\d{1,3})?|[ _-]+Kopie)+$",
                           regex.IGNORECASE)  # a (1), a copy


def load_articles(folder: str | Path, largest: int | None = None) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return (lines, articles, rejects) of the articles in `folder`, ordered by file name and row.

    A text file or saved page is an article, of a table with texts each row.  articles.csv adds what is
    known of them and wins over what the file says; what neither says stays missing.  An outlet that
    nothing names is the file's stem as it stands.  Beside the columns of the codebook `articles` has
    `published_source`, `published_unread` (what is said of the day and is no full date), `row` (in a
    table), `id` (there), `language`, `encoding`, `mojibake` (number of garbled places) and
    `text_source`; `lines` has `row`.  Offsets in `lines` count the characters of the
    decoded file, line ends as they are, without a byte-order mark; of saved pages those of the text that
    was found in them, of tables those of the cell with the text.  `largest` is the size in bytes above
    which a file is set aside.  Raises InputError where the folder is missing, holds no article, or its
    articles.csv can't be parsed.
    """
    folder = Path(folder)
    table = read_table(folder / "articles.csv", ARTICLES, ["file"]) if folder.is_dir() else None
    names, rejects = list_files(folder, READERS, set(table["file"]) if table is not None else ())
    known = _match_rows(table, names, rejects)
    rejects += check_side_tables(folder)
    rows, lines, seen = [], [], {}
    for name in names:
        row = known.get(name, {})
        by_row = row.get("row") if "encoding" in row else None
        documents, aside = read_documents(folder / name, row.get("encoding"), largest, by_row)
        rejects += aside
        for document in documents:
            raw = document.text
            try:
                _check_twin(name, row, document, seen)
                pieces = clean_document(document, row.get("headline", (document.known or {}).get("headline")))
                article, starts = _describe(name, row, document, pieces)
                _check_text(article, raw, name in known)
            except SetAsideError as reason:
                rejects.append(Reject(name, by_row if document.row is None else document.row, *reason.args))
                continue
            lines += [(len(rows), name, piece.line, piece.start + document.offset, piece.end + document.offset, start,
                       piece.kind, piece.reason,
                       raw[piece.start:piece.end], document.row)
                      for piece, start in zip(pieces, starts, strict=True)]
            rows.append(article)
    if not rows:
        first = min(rejects, key=lambda reject: reject.file.startswith("."), default=None)  # .git tells nobody anything
        raise InputError(f"there is no article in {folder}" + (f": {one_line(first.detail)}" if first else ""))
    printed = find_first_prints([row["text"] for row in rows], [row["published"] for row in rows])
    outlets = {row["outlet"] for row in rows  # "sun" stands in many a byline
               if len(row["outlet"].split()) > 1 or "wire" in row["outlet"].casefold()}
    for row in rows:
        signed = row.pop("signed")
        row["credit"] = row["credit"] or find_credits(signed, row["outlet"], sorted(outlets - {row["outlet"]}))
        row["knows_until"] = find_newest_day(row["text"], row["published"], printed)
    keys = _name_articles(rows)
    articles = pd.DataFrame(rows).assign(article=keys).astype(_EXTRA)
    articles = conform("articles", articles, articles)
    lines = pd.DataFrame(lines, columns=["article", "file", "line", "start", "end", "text_start", "kind", "reason",
                                         "text", "row"])
    lines = lines.assign(article=lines["article"].map(dict(enumerate(keys))))
    lines = lines.astype({"text_start": "Int64", "row": "Int64"})
    rejects = [reject._replace(detail=one_line(reject.detail)) for reject in rejects]
    rejects = pd.DataFrame(rejects, columns=Reject._fields).astype({"row": "Int64"}) if rejects else empty("rejects")
    return conform("lines", lines, articles), articles, conform("rejects", rejects)


def find_paragraphs(articles: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Return the table `paragraphs`: every line of articles.text that is not blank, its offsets and zone.

    The zone is the kind of the piece in `lines` that stands there; body where there is none.
    """
    zones = {(article, start): kind for article, start, kind in rows_of(lines, "article", "text_start", "kind")
             if start is not pd.NA}
    rows = []
    for article, text in rows_of(articles, "article", "text"):
        start = 0
        for number, line in enumerate(text.split("\n")):
            if line.strip():
                rows.append((article, number, start, start + len(line), zones.get((article, start), "body")))
            start += len(line) + 1
    return tabulate("paragraphs", rows, articles)


def _match_rows(table, names, rejects):
    """Return {file name: its row of articles.csv}; rows that match no file are added to `rejects`."""
    spelled = {unicodedata.normalize("NFC", name): name for name in reversed(names)}
    spelled |= {name: name for name in names}
    aside = {unicodedata.normalize("NFC", reject.file) for reject in rejects}
    known = {}
    for row, cells in table.to_dict("index").items():
        file = unicodedata.normalize("NFC", cells["file"])
        name = spelled.get(cells["file"], spelled.get(file))
        if "/" in file or "\\" in file or file in (".", ".."):
            reason, detail = "outside the folder", f"{file} is a path, not the name of a file here"
        elif name in known:
            reason, detail = "second row", f"{file} has a row already, row {known[name]['row']}"
        elif name is None and file not in aside:
            reason, detail = "no such file", f"there is no article {file}"
        else:
            if name is not None:
                known[name] = {column: cell for column, cell in cells.items() if pd.notna(cell)} | {"row": row}
                _read_day_of(known[name])
            continue
        rejects.append(Reject(file, row, reason, f"articles.csv row {row}: {detail}"))
    return known


def _read_day_of(cells):
    """Check `published` of a row of articles.csv as that of tables is: a clock or zone that can't be is left out."""
    said = cells.pop("published", None)
    time = said and read_time(said)
    if said:
        cells.update({"published": time} if time else {"published_unread": said})


def _describe(name, row, document, pieces):
    """Return the row of `articles` for a document of the file `name`, and where in its text each piece stands.

    `row` is the file's row of articles.csv; the key is missing as yet.
    """
    raw, known = document.text, document.known or {}
    text, starts = _join(raw, pieces)
    found = {kind: [raw[piece.start:piece.end] for piece in pieces if piece.kind == kind]
             for kind in ("headline", "byline", "dateline", "body")}
    notices = [raw[piece.start:piece.end] for piece in pieces
               if piece.kind == "notice" and piece.reason != PHOTO_CREDIT]
    day = _find_day(raw, pieces)
    told = {
        "headline": found["headline"][0] if found["headline"] else None,
        "byline": _join_names(found["byline"]),
        "published": day and day.isoformat(),
    }
    sources = [(row, "articles.csv"), (known, document.source), (told, "text")]
    best = {column: next(((source[column], origin) for source, origin in sources if source.get(column)), (None, None))
            for column in ("outlet", "headline", "byline", "published", "url")}
    outlet, outlet_source = best["outlet"] if best["outlet"][0] else (Path(name).stem, "file name")
    published, published_source = best["published"]
    unread = row.get("published_unread", known.get("published_unread"))
    return {
        "outlet": outlet,
        "outlet_source": row.get("outlet_source", outlet_source),
        "headline": best["headline"][0],
        "headline_source": best["headline"][1],
        "byline": best["byline"][0],
        "credit": row.get("credit"),
        "signed": found["byline"] + found["dateline"] + notices + _list_opening(raw, pieces),
        "published": published,
        "published_source": row.get("published_source", published_source), "published_unread": unread,
        "url": best["url"][0], "file": name, "text": text,
        "words": sum(count_words(body) for body in _join_bodies(raw, pieces)),
        "row": document.row, "id": known.get("id"),
        "language": row.get("language") or known.get("language") or guess_language(text),
        "genre": find_genre(_list_short(raw, pieces, best["headline"][0]), found["body"], best["url"][0]),
        "encoding": document.encoding, "mojibake": count_mojibake(raw), "text_source": document.source,
    }, starts


def _list_opening(raw, pieces):
    """Return the headings that stand before the body: the name of an unknown agency is one."""
    before = takewhile(lambda piece: piece.kind != "body", pieces)
    return [raw[piece.start:piece.end] for piece in before if piece.kind == "heading"]


def _join_bodies(raw, pieces):
    """Return the body pieces as texts, those that a printer tore in a word put together."""
    bodies = []
    for piece in pieces:
        if piece.kind == "body":
            text = raw[piece.start:piece.end]
            if piece.glued and bodies:
                bodies[-1] += text
            else:
                bodies.append(text)
    return bodies


def _find_day(raw, pieces):
    """Return the day of publication that the lines around the text name: below the headline first, then above it."""
    titled = next((number for number, piece in enumerate(pieces) if piece.kind == "headline"), 0)
    lines = [(number < titled, read_published(raw[piece.start:piece.end])) for number, piece in enumerate(pieces)
             if piece.kind in ("byline", "dateline") or piece.reason == DATE_LINE
             or (piece.kind == "notice" and piece.reason not in _NO_DAY and is_dated(raw[piece.start:piece.end]))]
    return next((day for _, day in sorted(lines, key=lambda line: line[0]) if day), None)


def _join_names(bylines):
    """Return who signed, each once: "Ann Bellamy" and "Ann Bellamy, staff writer" are one."""
    names = []
    for name in dict.fromkeys(filter(None, map(read_names, bylines))):
        if not any(fold(name).startswith(fold(other)) for other in names):
            names.append(name)
    return "; ".join(names) or None


def _list_short(raw, pieces, headline):
    """Return the lines that may name the genre: those around the text, and the headline."""
    return [raw[piece.start:piece.end] for piece in pieces if piece.kind in ("headline", "byline", "notice", "link")
            and piece.reason not in _NO_DAY] + [headline or ""]


def _join(raw, pieces):
    """Return (text, starts): the pieces that are text, a paragraph a line, and where each stands in it."""
    parts, starts, length = [], [], 0
    for piece in pieces:
        if piece.kind not in ZONES:
            starts.append(None)
            continue
        if parts and not piece.glued:
            parts.append(" " if piece.joined else "\n")
            length += 1
        starts.append(length)
        parts.append(raw[piece.start:piece.end])
        length += piece.end - piece.start
    return "".join(parts), starts


def _place_in(name, row):
    return name if row is None else f"{name} row {row}"


def _check_text(article, raw, is_listed):
    """Raise SetAsideError for a document without the text of an article."""
    name = _place_in(article["file"], article["row"])
    if not article["words"]:
        raise SetAsideError("no text", f"{name} " + ("holds only page furniture" if raw.strip() else "is empty"))
    if is_no_article(raw):
        raise SetAsideError("no article", f"{name} says that there is no text, and no more")
    if is_guide(article["file"], raw) and not is_listed:
        raise SetAsideError("a guide", f"{name} is taken for a guide to the folder: give it a row in articles.csv"
                            " if it is an article")


def _check_twin(name, row, document, seen):
    """Raise SetAsideError for a document with the text of an earlier one of the same outlet; note those kept in `seen`.

    Where nothing names an outlet its file does: the same text in two files is one text that two outlets print, unless
    their names say that one is a copy of the other (a.txt and a (1).txt, a.txt and a.html).
    """
    text, place = " ".join(document.text.split()), _place_in(name, document.row)
    outlet = row.get("outlet") or (document.known or {}).get("outlet")
    stem = _COPY_MARK.sub("", Path(name).stem).casefold()
    keys = [("outlet", outlet), ("file", stem)] if outlet else [("file", stem), ("named file", stem)]
    twin = next((seen[text, *key] for key in keys if (text, *key) in seen), None)
    if twin:
        raise SetAsideError("duplicate", f"{place} has the same text as {twin}")
    seen[text, *keys[0]] = place
    if outlet and document.row is None:
        seen.setdefault((text, "named file", stem), place)


def _is_named(article):
    """Tell whether something names the outlet, so that it is no file name put in its place."""
    return article["outlet_source"] != "file name"


def _name_articles(rows):
    """Return the key of each article: the slug of an outlet that is named once, else the file's stem and the row."""
    slugs = ["-".join(regex.findall(r"[\p{L}\p{N}]+", fold(_HOST.sub(" ", row["outlet"])))) if _is_named(row) else ""
             for row in rows]
    stems = [_place_of(Path(row["file"]).stem, row["row"]) for row in rows]
    twice = {stem for stem, count in Counter(stems).items() if count > 1}
    stems = [_place_of(row["file"], row["row"]) if stem in twice else stem
             for stem, row in zip(stems, rows, strict=True)]
    counts, taken = Counter(slugs), set(stems)
    return [slug if slug and counts[slug] == 1 and slug not in taken else stem
            for slug, stem in zip(slugs, stems, strict=True)]


def _place_of(name, row):
    return name if row is None else f"{name}-{row}"
