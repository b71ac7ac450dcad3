"""Findings on copying: how many texts there are, what was cut, what was reworded, what stands twice."""

from ..wording import count, join_names
from .base import claim, direct_speech, name_families, name_outlets, spans


def claim_families(families, links, articles):
    """Return the finding of how many texts the files hold; it always comes first."""
    files, texts = len(families), families["family"].nunique()
    if files < 2:
        return []
    outlets = name_outlets(articles)
    if files == texts:
        return [
            claim(
                f"No text copies another: {count(files, 'file')}, {count(texts, 'text')}.",
                texts,
                "text families",
                "draw_strips",
                1,
                spans(links, 0),
            )
        ]
    named = name_families(families, outlets)
    credits = articles.set_index(articles["article"].astype(str))["credit"]
    stories = []
    for family, rows in families.groupby("family"):
        if len(rows) > 1:
            agencies = credits[rows["article"].astype(str)].dropna().unique()
            story = f"one {agencies[0]} story" if len(agencies) == 1 else "one story"
            stories.append(f"{named[family]} print versions of {story}")
    alone = [named[family] for family, rows in families.groupby("family") if len(rows) == 1]
    rest = f"; no other text copies another ({join_names(alone)})" if alone else ""
    longest = links[links["relation"] == "verbatim"].sort_values("longest_run", ascending=False, kind="stable").head(1)
    return [
        claim(
            f"{count(files, 'file')} hold {count(texts, 'text')}: {'; '.join(stories)}{rest}.",
            texts,
            "text families",
            "draw_strips",
            1,
            _both_sides(longest),
        )
    ]


def _both_sides(links):
    for link in links.itertuples():
        yield link.article, link.start, link.end
        yield link.other, link.other_start, link.other_end


def claim_cuts(families, pairs, links, quotes, sentences, shares, shares_at_depth, articles):
    """Return a finding for each article that is a shortened copy: how much is left, which sides went.

    `shares_at_depth` are the theme shares with every text cut to the length of the shortest.
    """
    outlets, words = name_outlets(articles), dict(zip(articles["article"].astype(str), articles["words"], strict=True))
    spoken, rows = direct_speech(quotes), []
    for article in families.loc[families["role"] == "cut", "article"].astype(str):
        mine = pairs[pairs["article"] == article].astype({"other": str})
        fuller = mine[mine["other"].map(words) > words[article]].sort_values("reused", ascending=False, kind="stable")
        if fuller.empty:
            continue
        other = fuller["other"].iloc[0]
        lost = _lost_sides(spoken, article, other)
        sentence = (
            f"{outlets[article]} prints {words[article]:,} of the {words[other]:,} words that {outlets[other]} has of "
            "the same copy"
        )
        sentence += (
            f"; with the rest went every quoted word from {join_names(lost)}" if lost else ", and stops before the rest"
        )
        sentence += _compare_at_depth(
            outlets[other], *(_theme_gap(table, article, other) for table in (shares, shares_at_depth))
        )
        there = sentences[(sentences["article"] == other) & (sentences["zone"] == "body")]
        gone = there[
            ~there["sentence"].isin(links.loc[(links["article"] == other) & (links["other"] == article), "sentence"])
        ]
        silenced = spoken[(spoken["article"] == other) & spoken["side"].isin(lost)]
        last = sentences[(sentences["article"] == article) & (sentences["zone"] == "body")].tail(1)
        rows.append(
            claim(
                sentence + ".",
                words[article] / words[other],
                "share of the fuller copy's words",
                "draw_strips",
                0.95 if lost else 0.6,
                [*spans(last, 1), *spans(silenced if len(silenced) else gone, 1)],
            )
        )
    return rows


def _lost_sides(spoken, article, other):
    sides = {name: set(spoken.loc[spoken["article"] == name, "side"].dropna()) for name in (article, other)}
    return sorted(sides[other] - sides[article])


def _compare_at_depth(fuller, gap, gap_at_depth):
    """Say whether the two still differ in their themes where both had room; nothing where there are no themes."""
    if gap is None or gap_at_depth is None or gap.max() < 2 * gap_at_depth.max():
        return ""
    left = round(100 * gap_at_depth.max())
    return (
        f"; cut to the same length, {fuller} differs from it by {count(left, 'point')} on any theme, in full by "
        f"{100 * gap.max():.0f} (“{gap.idxmax()}”)"
    )


def _theme_gap(shares, article, other):
    total = shares.astype({"article": str}).groupby(["frame", "article"], observed=True)[["words_hit", "words"]].sum()
    share = (total["words_hit"] / total["words"]).unstack()
    return (share[article] - share[other]).abs() if {article, other} <= set(share) and len(share) else None


def claim_house_style(edits, links, families, articles):
    """Return the finding of the largest house edit of copied sentences, edits of version left out."""
    chosen = edits[~edits["kind"].isin(["version", "tense"])].astype({"article": str, "other": str})
    chosen = chosen[chosen["article"] < chosen["other"]]
    if chosen.empty:
        return []
    outlets = name_outlets(articles)
    (article, other), rows = max(chosen.groupby(["article", "other"]), key=lambda group: (len(group[1]), group[0]))
    replaced = rows[(rows["op"] == "replace") & (rows["kind"] != "other")]
    common = replaced.groupby(["before", "after"]).size().sort_values(ascending=False, kind="stable").head(3)
    examples = join_names([f"“{before}” and “{after}”" for before, after in common.index], "or")
    sentence = (
        f"{outlets[article]} and {outlets[other]} word the same copy differently in {count(len(rows), 'place')}"
        + (f", such as {examples}" if examples else "")
        + "."
    )
    first = replaced if len(replaced) else rows
    keys = first[["article", "sentence", "other", "other_sentence"]].head(1)
    places = links.astype({"article": str, "other": str}).merge(keys, on=list(keys.columns))
    return [claim(sentence, len(rows), "edits", "draw_style_sheet", min(len(rows) / 60, 0.5), _both_sides(places))]


def claim_repeats(sentences, articles):
    """Return the finding of the longest statement that one article prints twice."""
    twice = sentences[sentences["repeat_of"].notna() & (sentences["zone"] == "body")]
    if twice.empty:
        return []
    article = twice.groupby("article", observed=True)["words"].sum().idxmax()
    mine = twice[twice["article"] == article]
    earlier = sentences[(sentences["article"] == article) & (sentences["sentence"] == mine["repeat_of"].iloc[0])]
    words = int(mine["words"].sum())
    places = [next(spans(earlier, 1)), next(spans(mine, 1))]
    return [
        claim(
            f"{name_outlets(articles)[str(article)]} prints {count(words, 'word')} twice.",
            words,
            "words",
            "draw_strips",
            0.2,
            places,
        )
    ]
