"""Reads a folder of articles and cleans them: the tables `lines`, `articles`, `rejects` and `paragraphs`.

`files` reads and decodes, `cleaning` tells text from page furniture, `sidetables` reads articles.csv;
this room puts them together.
"""

import unicodedata
from pathlib import Path

import pandas as pd
import regex

from .bylines import find_credits
from .cleaning import clean
from .dates import find_newest_day, read_day
from .files import InputError, Reject, SetAsideError, list_files, read_file
from .furniture import DATE_LINE, PHOTO_CREDIT
from .sidetables import ARTICLES, load_frames, load_hand, load_people, read_table
from .tables import ZONES, conform, empty
from .words import count_words, fold

__all__ = ["InputError", "find_paragraphs", "load_articles", "load_frames", "load_hand", "load_people", "read_table"]

_BY = regex.compile(r"^(?:\p{L}+ )?by:?\s+", regex.IGNORECASE)


def load_articles(folder, largest=None):
    """Return (lines, articles, rejects) of the articles in `folder`, ordered by file name.

    articles.csv adds what is known of them and wins over what the file says; what neither says stays
    missing.  An outlet that articles.csv does not name is the file's stem as it stands.  Beside the
    columns of the codebook `articles` has `encoding` and `published_source`.  Offsets in `lines`
    count the characters of the decoded file, line ends as they are, without a byte-order mark.
    `largest` is the size in bytes above which a file is set aside.  Raises InputError where the
    folder is missing, holds no article, or its articles.csv can't be parsed.
    """
    folder = Path(folder)
    names, rejects = list_files(folder)
    known = _match_rows(folder, names, rejects)
    rows, lines, seen = [], [], {}
    for name in names:
        row = known.get(name, {})
        try:
            raw, encoding = read_file(folder / name, row.get("encoding"), largest)
            pieces = clean(raw, row.get("headline"))
            article, starts = _describe(name, row, raw, pieces)
            _check(name, raw, article, seen, known)
        except SetAsideError as reason:
            rejects.append(Reject(name, row.get("row") if "encoding" in row else None, *reason.args))
            continue
        rows.append(article | {"encoding": encoding})
        lines += [(name, piece.line, piece.start, piece.end, start, piece.kind, piece.reason,
                   raw[piece.start:piece.end])
                  for piece, start in zip(pieces, starts, strict=True)]
    if not rows:
        raise InputError(f"there is no article in {folder}" + (f": {rejects[0].detail}" if rejects else ""))
    articles = pd.DataFrame(rows).assign(article=_name_articles(rows, known))
    articles = conform("articles", articles, articles)
    lines = pd.DataFrame(lines, columns=["file", "line", "start", "end", "text_start", "kind", "reason",
                                         "text"])
    lines["text_start"] = lines["text_start"].astype("Int64")
    lines = lines.merge(articles[["article", "file"]], on="file", how="left")
    rejects = pd.DataFrame(rejects, columns=Reject._fields).astype({"row": "Int64"}) if rejects else empty("rejects")
    return conform("lines", lines, articles), articles, conform("rejects", rejects)


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
    """Return {file name: its row of articles.csv}; rows that match no file are added to `rejects`."""
    table = read_table(folder / "articles.csv", ARTICLES, ["file"])
    spelled = {unicodedata.normalize("NFC", name): name for name in names}
    aside = {unicodedata.normalize("NFC", reject.file) for reject in rejects}
    known = {}
    for row, cells in table.to_dict("index").items():
        file = unicodedata.normalize("NFC", cells["file"])
        name = spelled.get(file)
        if "/" in file or "\\" in file or file in (".", ".."):
            reason, detail = "outside the folder", f"{file} is a path, not the name of a file here"
        elif name in known:
            reason, detail = "second row", f"{file} has a row already, row {known[name]['row']}"
        elif name is None and file not in aside:
            reason, detail = "no such file", f"there is no article {file}"
        else:
            if name is not None:
                known[name] = {column: cell for column, cell in cells.items() if pd.notna(cell)} | {"row": row}
            continue
        rejects.append(Reject(file, row, reason, f"articles.csv row {row}: {detail}"))
    return known


def _describe(name, row, raw, pieces):
    """Return the row of `articles` for the file `name`, but its key, and where in its text each piece stands."""
    text, starts = _join(raw, pieces)
    found = {kind: [raw[piece.start:piece.end] for piece in pieces if piece.kind == kind]
             for kind in ("headline", "byline", "dateline", "body")}
    dates = [raw[piece.start:piece.end] for piece in pieces if piece.reason == DATE_LINE]
    notices = [raw[piece.start:piece.end] for piece in pieces
               if piece.kind == "notice" and piece.reason != PHOTO_CREDIT]
    outlet = row.get("outlet", Path(name).stem)
    day = next((day for day in map(read_day, dates) if day), None)
    published = row.get("published", day and day.isoformat())
    headline = row.get("headline", found["headline"][0] if found["headline"] else None)
    return {
        "outlet": outlet,
        "outlet_source": row.get("outlet_source", "articles.csv" if "outlet" in row else "file name"),
        "headline": headline,
        "headline_source": "articles.csv" if "headline" in row else headline and "text",
        "byline": row.get("byline", "; ".join(_BY.sub("", byline) for byline in found["byline"]) or None),
        "credit": row.get("credit", find_credits(found["byline"] + found["dateline"] + notices, outlet)),
        "published": published,
        "published_source": row.get("published_source", "articles.csv" if "published" in row else day and "text"),
        "knows_until": find_newest_day("\n".join([*found["dateline"], text]), published),
        "url": row.get("url"), "file": name, "text": text,
        "words": sum(count_words(body) for body in found["body"]),
    }, starts


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


def _check(name, raw, article, seen, known):
    """Raise SetAsideError for a file without text, or with the text of an earlier one.

    Where articles.csv names two outlets, the same text is a wire copy that both printed.
    """
    if not article["words"]:
        raise SetAsideError("no text", f"{name} " + ("holds only page furniture" if raw.strip() else "is empty"))
    twin = seen.setdefault(" ".join(raw.split()), name)
    outlets = {known.get(file, {}).get("outlet") for file in (name, twin)}
    if twin != name and (len(outlets) < 2 or None in outlets):
        raise SetAsideError("duplicate", f"{name} has the same text as {twin}")


def _name_articles(rows, known):
    """Return the key of each article: the slug of an outlet that articles.csv names once, else the file's stem."""
    slugs = []
    for row in rows:
        outlet = known.get(row["file"], {}).get("outlet", "")
        slugs.append("-".join(regex.findall(r"[\p{L}\p{N}]+", fold(outlet))))
    stems = [Path(row["file"]).stem for row in rows]
    stems = [stem if stems.count(stem) == 1 else row["file"] for stem, row in zip(stems, rows, strict=True)]
    return [slug if slug and slugs.count(slug) == 1 and slug not in stems else stem
            for slug, stem in zip(slugs, stems, strict=True)]
