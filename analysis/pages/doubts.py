"""What a reader of the results should know of the folder: articles to look at again, side tables that are missing."""

import re
from collections.abc import Collection
from typing import Any

import pandas as pd

from ..english.wording import count
from ..reading.files import count_hidden
from ..reading.language import LANGUAGE_WORDS, UNSPACED

_TAG = re.compile(r"</?(?:p|div|span|br|a|b|i|em|strong|html|body|article|h[1-6]|ul|li|img)(?:\s[^<>]{0,300})?/?>",
                  re.IGNORECASE)


def list_doubts(articles: pd.DataFrame, strange: Collection[str] = ()) -> list[tuple[str, list[str]]]:
    """Return [(title, articles)] of what a reader should look at: other events, outlets, encodings, languages.

    `strange` are the articles of another event.
    """
    doubts = {title: [] for title in (
        "Perhaps of another event: it shares hardly a name with the other texts; no fact of it is compared",
        "Outlet unknown, its file's name stands in (articles.csv can name it)", "Encoding other than UTF-8",
        "Garbled letters, kept as they are (the column encoding of articles.csv can set another)",
        "Characters that nobody sees", "Main text of the page not found, all that it shows was read",
        "Not in English: quotation marks, copies and lengths are read, speakers and items hardly",
        "In a script without spaces: lengths, copies, quotation marks and speakers are not measured as they should be",
        "Language unknown, rules for English were applied",
        "Day of publication that is no full date (write it as 2024-05-31)",
        "Tags in the text, kept as they are (a saved page is read if its name ends in .html)")}
    stranger, unknown, encoding, garbled, hidden, whole, foreign, unspaced, untold, unread, tagged = doubts.values()
    for row in articles.itertuples():
        here = name_place(row)
        stranger += [here] * (str(row.article) in strange)
        unknown += [here] * (row.outlet_source == "file name")
        encoding += [f"{here} is {row.encoding}"] * (row.encoding not in ("utf-8", "utf-8-sig"))
        garbled += [f"{here} in {count(row.mojibake, 'place')}"] * (row.mojibake > 0)
        invisible = count_hidden(row.text)
        hidden += [f"{here} has {invisible:,}"] * (invisible > 0)
        whole += [here] * row.text_source.endswith("visible text")
        if isinstance(row.language, str):
            code = row.language.lower()[:2]
            foreign += [f"{here} ({row.language})"] * (code != "en" and code not in UNSPACED)
            unspaced += [f"{here} ({row.language})"] * (code in UNSPACED)
        else:
            untold += [here] * (row.words >= LANGUAGE_WORDS.value)
        if isinstance(row.published_unread, str):
            unread.append(f"{here}: {row.published_unread}")
        tags = len(_TAG.findall(row.text))
        tagged += [f"{here} has {tags:,}"] * (tags > 0)
    exports = articles[articles["text_source"].astype(str).str.endswith(" export")]
    split = [f"{file} ({kind}) holds {count(len(rows), 'article')}" for (file, kind), rows in
             exports.groupby(["file", "text_source"], sort=True, observed=True)]
    return [(title, found) for title, found in [("Exports, taken apart", split), *doubts.items()] if found]


def name_place(row: Any) -> str:
    """Return where an article stands, such as `news.csv row 3`."""
    return row.file if pd.isna(row.row) else f"{row.file} row {row.row}"


def name_lacks(event: Any) -> list[str]:
    """Return a sentence for each side table that is missing: what would come with it."""
    lacks = (
        (
            event.people,
            "Without people.csv a side is what stands beside a name in the texts; one that no text names is unknown.",
        ),
        (event.frames, "Without frames.csv there are no themes."),
        (event.hand, "Without items.csv the reported items are the machine's alone, no reader has checked them."),
    )
    return [sentence for table, sentence in lacks if not len(table)]
