"""The findings as plain text: each sentence and, in a line each, the passages that it rests on."""

import textwrap

from ..english.wording import count


def describe(event, width):
    """Return the findings as text for a terminal of `width` columns: each sentence, and its passages in a line each."""
    families = event.families["family"]
    lines = [f"{count(len(families), 'file')}, {count(families.nunique(), 'text family', 'text families')}"]
    for row in event.findings.itertuples():
        lines += ["", *textwrap.wrap(row.claim, width, initial_indent=f"{row.finding:2}. ", subsequent_indent="    ")]
        for outlet, before, words, after in list_passages(event, row.evidence, 40):
            passage = textwrap.shorten(f"{outlet}: {before}{words}{after}", width - 6, placeholder=" …")
            lines.append("      " + passage)
    return "\n".join(lines)


def list_passages(event, places, around=140):
    """Return (outlet, words before, the words, words after) for each (article, start, end), cut at spaces."""
    articles = event.articles.set_index(event.articles["article"].astype(str))
    passages = []
    for article, start, end in places:
        text, outlet = articles.loc[article, "text"], event.name(article)
        left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        before, after = text[left:start], text[end : right if right >= 0 else len(text)]
        if len(before) > around:
            before = "… " + before[-around:].partition(" ")[2]
        if len(after) > around:
            after = after[:around].rpartition(" ")[0] + " …"
        passages.append((str(outlet), before, text[start:end], after))
    return passages
