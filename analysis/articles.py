"""Reads a folder of articles and cleans them: the tables `lines`, `articles` and `rejects`.

`read_file` decodes, `clean` tells text from page furniture; this room puts the two together and adds
what articles.csv knows.
"""

import unicodedata
from pathlib import Path

import pandas as pd
import regex

from .cleaning import clean
from .dates import find_newest_day
from .files import InputError, Reject, list_files, read_file
from .sidetables import ARTICLES, load_frames, load_hand, load_people, read_table
from .tables import ZONES, conform, empty
from .words import count_words, fold

__all__ = ["InputError", "find_paragraphs", "load_articles", "load_frames", "load_hand", "load_people", "read_table"]


def load_articles(folder, largest=None):
    """Return (lines, articles, rejects) of the articles in `folder`, ordered by file name.

    articles.csv adds what is known of them; nothing that it does not say is guessed, but the
    outlet, which is the file's stem as it stands.  `largest` is the size in bytes above which a
    file is set aside.  Raises InputError where the folder is missing, holds no article, or its
    articles.csv can't be parsed.
    """
    folder = Path(folder)
    names, rejects = list_files(folder)
    known, more = _match_rows(folder, names, rejects)
    rejects += more
    texts, lines, rows = {}, [], []
    for name in names:
        row = known.get(name, {})
        try:
            raw, encoding = read_file(folder / name, row.get("encoding"), largest)
        except ValueError as error:
            rejects.append(Reject(name, None, *error.args))
            continue
        pieces = clean(raw)
        text, starts = _join(raw, pieces)
        words = sum(count_words(raw[piece.start:piece.end]) for piece in pieces if piece.kind == "body")
        if not words:
            detail = "holds only page furniture" if raw.strip() else "is empty"
            rejects.append(Reject(name, None, "no text", f"{name} {detail}"))
            continue
        twin = texts.setdefault(" ".join(raw.split()), name)
        if twin != name and not _differ(known.get(twin, {}), row):
            rejects.append(Reject(name, None, "duplicate", f"{name} has the same text as {twin}"))
            continue
        lines += [(name, piece.line, piece.start, piece.end, start, piece.kind, piece.reason)
                  for piece, start in zip(pieces, starts, strict=True)]
        rows.append(_describe(name, row, raw, pieces, text) | {"words": words, "encoding": encoding})
    if not rows:
        raise InputError(f"there is no article in {folder}" + (f": {rejects[0].detail}" if rejects else ""))
    for row, article in zip(rows, _name_articles(rows, known), strict=True):
        row["article"] = article
    articles = pd.DataFrame(rows)
    articles = conform("articles", articles, articles)
    lines = pd.DataFrame(lines, columns=["file", "line", "start", "end", "text_start", "kind", "reason"])
    lines["text_start"] = lines["text_start"].astype("Int64")
    lines = conform("lines", lines.merge(articles[["article", "file"]], on="file"), articles)
    rejects = pd.DataFrame(rejects, columns=Reject._fields) if rejects else empty("rejects")
    return lines, articles, conform("rejects", rejects.astype({"row": "Int64"}))


def find_paragraphs(articles, lines):
    """Return the table `paragraphs`: every line of articles.text that is not blank, its offsets and zone.

    The zone is the kind of the piece in `lines` that stands there; body where there is none.
    """
    kept = lines[lines["text_start"].notna()]
    zones = dict(zip(zip(kept["article"].astype(str), kept["text_start"].astype("int64"), strict=True),
                     kept["kind"].astype(str), strict=True))
    rows = []
    for article, text in zip(articles["article"].astype(str), articles["text"], strict=True):
        start = 0
        for number, line in enumerate(text.split("\n")):
            if line.strip():
                rows.append((article, number, start, start + len(line), zones.get((article, start), "body")))
            start += len(line) + 1
    frame = pd.DataFrame(rows, columns=["article", "paragraph", "start", "end", "zone"])
    return conform("paragraphs", frame, articles)


def _match_rows(folder, names, rejects):
    """Return ({file name: its row of articles.csv}, rejects for the rows that match no file)."""
    table = read_table(folder / "articles.csv", ARTICLES, ["file"])
    spelled = {unicodedata.normalize("NFC", name): name for name in names}
    aside = {unicodedata.normalize("NFC", reject.file) for reject in rejects}
    known, more = {}, []
    for row, cells in table.to_dict("index").items():
        file = unicodedata.normalize("NFC", cells["file"])
        name = spelled.get(file)
        if "/" in file or "\\" in file or file == "..":
            more.append(Reject(file, row, "outside the folder", f"articles.csv row {row}: {file} is a path, not a file's name"))
        elif name is None and file not in aside:
            more.append(Reject(file, row, "no such file", f"articles.csv row {row}: there is no file {file}"))
        elif name in known:
            more.append(Reject(file, row, "second row", f"articles.csv row {row}: {file} has a row already"))
        elif name is not None:
            known[name] = {column: cell for column, cell in cells.items() if pd.notna(cell)} | {"row": row}
    return known, more


def _join(raw, pieces):
    """Return (text, starts): the pieces that are text, a paragraph a line, and where each stands in it."""
    parts, starts, length = [], [], 0
    for piece in pieces:
        if piece.kind not in ZONES:
            starts.append(None)
            continue
        if parts:
            parts.append(" " if piece.joined else "\n")
            length += 1
        starts.append(length)
        parts.append(raw[piece.start:piece.end])
        length += piece.end - piece.start
    return "".join(parts), starts


def _describe(name, row, raw, pieces, text):
    """Return the row of `articles` for the file `name`, but article, words and encoding."""
    found = {kind: [raw[piece.start:piece.end] for piece in pieces if piece.kind == kind] for kind in ("headline", "byline")}
    stem = Path(name).stem
    byline = regex.sub(r"^by:?\s+", "", "; ".join(found["byline"]), flags=regex.IGNORECASE) or None
    headline = row.get("headline") or (found["headline"] or [None])[0]
    source = "articles.csv" if "headline" in row else "text" if found["headline"] else None
    return {
        "outlet": row.get("outlet", stem),
        "outlet_source": row.get("outlet_source", "articles.csv" if "outlet" in row else "file name"),
        "headline": headline, "headline_source": source,
        "byline": row.get("byline", byline), "credit": row.get("credit"),
        "published": row.get("published"), "knows_until": find_newest_day(text, row.get("published")),
        "url": row.get("url"), "file": name, "text": text,
    }


def _differ(one, other):
    """Tell whether articles.csv names two different outlets: then the same text is a shared wire copy."""
    return "outlet" in one and "outlet" in other and one["outlet"] != other["outlet"]


def _name_articles(rows, known):
    """Return the key of each article: the slug of its outlet in articles.csv if no other has it, else the file's stem."""
    slugs = ["-".join(regex.findall(r"[\p{L}\p{N}]+", fold(row["outlet"]))) if "outlet" in known.get(row["file"], {}) else ""
             for row in rows]
    stems = [Path(row["file"]).stem for row in rows]
    return [slug if slug and slugs.count(slug) == 1 and slug not in stems else stem
            for slug, stem in zip(slugs, stems, strict=True)]
