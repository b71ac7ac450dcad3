"""What tables call the columns of `articles`: in any case and spacing, by their usual names or by a word of them."""

from collections.abc import Iterable

import regex

TEXT_COLUMNS = ("text", "article_body", "article_text", "content", "body", "full_text", "main_text", "plain_text",
                "body_text")  # what tables call their texts most often, best first
# Column of `articles`: the names that tables give it, best first (Media Cloud, news APIs, scrapers, spreadsheets).
COLUMNS = {
    "text": (*TEXT_COLUMNS, "full_article", "article_content", "article_full_text", "story_text", "full_story",
             "news_text", "story_body", "text_content", "raw_text", "clean_text", "article", "story", "transcript"),
    "outlet": ("outlet", "outlet_name", "media_name", "publisher", "site_name", "source", "source_name", "newspaper",
               "publication", "publication_name", "publication_title", "medium", "media", "media_outlet", "news_outlet",
               "news_source", "newspaper_name", "journal", "paper", "provider", "website", "site", "hostname", "host",
               "source_domain", "domain"),
    "headline": ("headline", "title", "article_title", "news_title", "heading", "hed", "subject"),
    "published": ("published", "date_published", "publish_date", "date_publish", "published_at", "publication_date",
                  "published_date", "published_on", "pub_date", "pubdate", "article_date", "publication_day", "date",
                  "datetime", "day"),
    "byline": ("byline", "author", "authors", "author_name", "writer", "journalist", "reporter", "creator"),
    "url": ("url", "link", "address", "article_url", "source_url", "web_url", "permalink", "canonical_url"),
    "language": ("language", "lang"),
    "id": ("id", "stories_id", "article_id", "guid", "uuid"),
}
# Where no name is known: a word of the name, and what it must not go with (text_length, content_type, story_url).
_TELLING = {"text": {"text", "fulltext", "article", "story", "body", "content", "maintext"},
            "outlet": {"outlet", "newspaper", "publisher", "publication", "medium", "hostname", "domain"},
            "headline": {"headline", "title"}}
_MEASURES = {"id", "ids", "length", "len", "type", "url", "link", "date", "day", "time", "count", "words", "number",
             "no", "lang", "language", "hash", "section", "category", "image", "author", "status", "source", "summary",
             "country", "state", "place", "city", "year", "sentiment", "score", "rank", "code"}


def key_of(column: str) -> str:
    """Return the name of a column as it is compared: its letters and digits, folded."""
    return "".join(letter for letter in str(column).casefold() if letter.isalnum())


_KNOWN = {column: [key_of(name) for name in names] for column, names in COLUMNS.items()}
_KEYS = {key for keys in _KNOWN.values() for key in keys}
_CERTAIN = {key_of(name) for name in TEXT_COLUMNS}


def find_columns(header: Iterable[str]) -> dict[str, list[str]]:
    """Return {column of `articles`: the names of `header` for it, best first}; a list may have none in it."""
    keys = {key_of(column): column for column in header}
    found = {column: [keys[key] for key in names if key in keys] for column, names in _KNOWN.items()}
    taken = {column for columns in found.values() for column in columns}
    for column, telling in _TELLING.items():
        if not found[column]:
            found[column] = [name for name in keys.values() if name not in taken
                             and not telling.isdisjoint(parts := _part(name)) and _MEASURES.isdisjoint(parts)]
    return found


def find_twice(header: Iterable[str]) -> str | None:
    """Return the column that is read and that `header` has twice, in any case and spacing, else None."""
    seen = set()
    for column in header:
        key = key_of(column)
        if key in _KEYS and key in seen:
            return column
        seen.add(key)
    return None


def is_header(cells: Iterable[str]) -> bool:
    """Tell whether `cells` are names of columns, a text among them: short, and at least two unless one is alone."""
    cells = [cell for cell in cells if cell.strip()]
    if not cells or any(len(cell) > 60 for cell in cells):
        return False
    return bool(find_columns(cells)["text"]) and (len(cells) > 1 or key_of(cells[0]) in _CERTAIN)


def _part(name):
    """Return the words of a column's name: full_Article, fullArticle and full article have two."""
    return {word.casefold() for word in regex.findall(r"\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+", str(name))}
