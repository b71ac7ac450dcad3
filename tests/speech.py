"""Articles as the tests of speech want them: split, or with quotes already found, written as {who kind cue: words}."""

from types import SimpleNamespace

import pandas as pd
import regex

from analysis.english.words import count_words
from analysis.reading.articles import find_paragraphs
from analysis.tables import TABLES, conform, empty
from analysis.text.marks import find_marks
from analysis.text.sentences import split_sentences
from analysis.text.spans import place

WHO = {
    "lund": ("Ada Lund", "person", "city"),
    "mayor": ("Lund", "person", None),
    "moe": ("Per Moe", "person", "state"),
    "berg": ("Ida Berg", "person", "city"),
    "council": ("City Council", "institution", "city"),
    "city": ("Port", "country", "city"),
    "ministry": ("Ministry of Ferries", "institution", "state"),
    "nobody": (None, None, None),
}
_QUOTE = regex.compile(r"\{(?P<who>\w+) (?P<kind>\w+)(?: (?P<cue>[\w ]+))?: (?P<words>[^}]*)\}")


def split_texts(texts, zone=None):
    """Return articles, paragraphs, marks, sentences of {article: text}; every line is one of the body, or of `zone`."""
    articles = pd.DataFrame({"article": list(texts), "text": list(texts.values())})
    paragraphs = find_paragraphs(articles, empty("lines"))
    if zone:
        paragraphs["zone"] = pd.Categorical([zone] * len(paragraphs), categories=paragraphs["zone"].cat.categories)
    marks = find_marks(articles, paragraphs)
    return articles, paragraphs, marks, split_sentences(articles, paragraphs, marks)


def make_speech(texts, zones=None, **columns):
    """Return articles, paragraphs, sentences, quotes of {article: text}; `zones` is {(article, line): zone}, else body.

    `columns` are further columns of the table articles.
    """
    rows, plain = [], {}
    for article, text in texts.items():
        parts, at, length, number = [], 0, 0, 0
        for match in _QUOTE.finditer(text):
            parts += [text[at : match.start()], match["words"]]
            length += match.start() - at
            speaker, kind, side = WHO[match["who"]]
            rows.append(
                {
                    "article": article,
                    "quote": number,
                    "start": length,
                    "end": length + len(match["words"]),
                    "kind": match["kind"],
                    "speaker": speaker,
                    "speaker_type": kind,
                    "side": side,
                    "cue": match["cue"],
                    "continued": False,
                    "words": count_words(match["words"]),
                    "text": match["words"],
                }
            )
            length += len(match["words"])
            at, number = match.end(), number + 1
        plain[article] = "".join([*parts, text[at:]])
    articles = pd.DataFrame(
        {"article": list(plain), "outlet": list(plain), "file": list(plain), "text": list(plain.values()), **columns}
    )
    articles = conform(
        "articles",
        articles.reindex(columns=[column.name for column in TABLES["articles"].columns]).fillna({"words": 0}),
        articles,
    )
    paragraphs = find_paragraphs(articles, empty("lines"))
    for (article, line), zone in (zones or {}).items():
        paragraphs.loc[(paragraphs["article"] == article) & (paragraphs["paragraph"] == line), "zone"] = zone
    sentences = split_sentences(articles, paragraphs, find_marks(articles, paragraphs))
    quotes = pd.DataFrame(rows, columns=[column.name for column in TABLES["quotes"].columns])
    quotes["zone"] = place(quotes.astype({"start": "int64"}), paragraphs, ["zone"])["zone"]
    quotes = conform("quotes", quotes, articles)
    return SimpleNamespace(articles=articles, paragraphs=paragraphs, sentences=sentences, quotes=quotes)
