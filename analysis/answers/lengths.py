"""How long: words, sentences and paragraphs of each article, its lead, and its words inside marks."""

import pandas as pd

from ..tables import conform


def measure_lengths(articles, paragraphs, sentences, quotes, families):
    """Return one row an article: article, outlet, family, words, sentences, paragraphs, lead, quoted.

    All counts are of the body.  `lead` is the words of its first paragraph, `quoted` the words
    between quotation marks in it, whoever speaks; nested quotes count once.
    """
    body = sentences[sentences["zone"] == "body"]
    marked = quotes[(quotes["kind"] != "indirect") & (quotes["zone"] == "body")].sort_values(["article", "start"])
    outer = marked[marked["end"] > marked.groupby("article", observed=False)["end"].cummax()
                   .groupby(marked["article"], observed=False).shift().fillna(-1)]
    first = body.groupby("article", observed=False)["paragraph"].transform("min")
    counts = pd.DataFrame({
        "words": body.groupby("article", observed=False)["words"].sum(),
        "sentences": body.groupby("article", observed=False).size(),
        "paragraphs": paragraphs[paragraphs["zone"] == "body"].groupby("article", observed=False).size(),
        "lead": body[body["paragraph"] == first].groupby("article", observed=False)["words"].sum(),
        "quoted": outer.groupby("article", observed=False)["words"].sum(),
    }).fillna(0).astype("int64").rename_axis("article").reset_index()
    table = articles[["article", "outlet"]].merge(families[["article", "family"]], on="article")
    return conform("lengths", table.merge(counts, on="article"), articles)
