"""The passages that a finding rests on, cut out of their texts."""


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
