"""Findings on copying: how many texts there are, what was cut, what was reworded, what stands twice."""

from ..english.wording import count, join_names
from ..english.words import folded_words
from .base import body_speech, claim, direct_speech, family_of, name_families, name_outlets, spans

_STATEMENT = 8  # words from which a shared run is no chance, and a quote told again no refrain


def claim_families(families, pairs, links, sentences, articles):
    """Return the finding of how many texts the files hold; it always comes first."""
    files, texts = len(families), families["family"].nunique()
    if files < 2:
        return []
    outlets = name_outlets(articles)
    if files == texts:
        longest = links.sort_values("longest_run", ascending=False, kind="stable").head(1).astype({"article": str})
        sentence = f"{count(files, 'file')}, {count(texts, 'text')}: none is a copy of another"
        if len(longest) and longest["longest_run"].iloc[0] >= _STATEMENT:
            link = next(longest.itertuples())
            sentence += (
                f"; the longest run of words that two share within a sentence ({outlets[link.article]} and "
                f"{outlets[link.other]}) has {int(link.longest_run):,}"
            )
            places = _both_sides(longest)
        else:
            sentence += f", and no two share {_STATEMENT} words in a row"
            places = spans(sentences[sentences["zone"] == "body"])
        return [claim(sentence + ".", texts, "text families", "draw_strips", 1, places)]
    named = name_families(families, outlets)
    credits = articles.set_index(articles["article"].astype(str))["credit"]
    stories = []
    for family, rows in families.groupby("family"):
        if len(rows) > 1:
            agencies = credits[rows["article"].astype(str)].dropna().unique()
            story = f"one {agencies[0]} story" if len(agencies) == 1 else "one story"
            stories.append(f"{named[family]} print versions of {story}")
    alone = {rows["article"].astype(str).iloc[0]: named[family]
             for family, rows in families.groupby("family") if len(rows) == 1}
    verb = "is a text of its own" if len(alone) == 1 else "are texts of their own"
    rest = f"; {join_names(alone.values())} {verb}" if alone else ""
    partly = pairs.loc[(pairs["verdict"] == "copied passages"), "article"].astype(str)
    partly = [outlet for article, outlet in alone.items() if article in set(partly)]
    whose = join_names(partly) if len(partly) < len(alone) else "theirs" if len(alone) > 1 else "it"
    rest += f", though passages of {whose} stand in other texts too" if partly else ""
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
        lost, column = _lost_voices(spoken, article, other)
        sentence = (
            f"{outlets[article]} prints {words[article]:,} words of the copy of which {outlets[other]} prints "
            f"{words[other]:,}"
        )
        whom = [f"the {name} side" if column == "side" else name for name in lost]
        whom = whom if len(whom) <= 3 else [*whom[:2], f"{len(whom) - 2} others"]
        sentence += f"; what it cut holds every quoted word of {join_names(whom)}" if lost else ""
        sentence += _compare_at_depth(
            outlets[other], *(_theme_gap(table, article, other) for table in (shares, shares_at_depth))
        )
        there = sentences[(sentences["article"] == other) & (sentences["zone"] == "body")]
        gone = there[
            ~there["sentence"].isin(links.loc[(links["article"] == other) & (links["other"] == article), "sentence"])
        ]
        silenced = spoken[(spoken["article"] == other) & spoken[column].isin(lost)]
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


def _lost_voices(spoken, article, other):
    """Return (names, column): the sides that only the other quotes, or its speakers where no sides are known."""
    column = "side" if spoken["side"].notna().any() else "speaker"
    said = {name: set(spoken.loc[spoken["article"] == name, column].dropna()) for name in (article, other)}
    return sorted(said[other] - said[article]), column


def _compare_at_depth(fuller, gap, gap_at_depth):
    """Say whether the two still differ in their themes where both had room; nothing where there are no themes."""
    if gap is None or gap_at_depth is None or gap.max() < 2 * gap_at_depth.max():
        return ""
    left = round(100 * gap_at_depth.max())
    amount = f"by no more than {count(left, 'point')}" if left else "by less than a point"
    return (
        f"; cut to the same length, {fuller} differs from it {amount} on any theme, in full by up to "
        f"{count(round(100 * gap.max()), 'point')} (“{gap.idxmax()}”)"
    )


def _theme_gap(shares, article, other):
    total = shares.astype({"article": str}).groupby(["frame", "article"], observed=True)[["words_hit", "words"]].sum()
    share = (total["words_hit"] / total["words"]).unstack()
    return (share[article] - share[other]).abs() if {article, other} <= set(share) and len(share) else None


def claim_house_style(edits, links, families, articles):
    """Return the finding of the largest house edit of copied sentences, edits of version left out.

    Only within a text family: what two texts quote alike from one speaker is not a copy that one of them edits.
    """
    family, outlets = family_of(families), name_outlets(articles)
    kin = links.astype({"article": str, "other": str})
    kin = kin[(kin["article"] < kin["other"]) & (kin["article"].map(family) == kin["other"].map(family))]
    if kin.empty:
        return []
    chosen = edits[~edits["kind"].isin(["version", "tense"])].astype({"article": str, "other": str})
    chosen = chosen[chosen["article"] < chosen["other"]]
    chosen = chosen[chosen["article"].map(family) == chosen["other"].map(family)]
    if chosen.empty:
        return [
            claim(
                f"Where texts copy one another, no word is changed: {count(len(kin), 'sentence')} compared.",
                0,
                "edits",
                "draw_style_sheet",
                0.3,
                _both_sides(kin.sort_values("longest_run", ascending=False, kind="stable").head(1)),
            )
        ]
    (article, other), rows = max(chosen.groupby(["article", "other"]), key=lambda group: (len(group[1]), group[0]))
    replaced = rows[(rows["op"] == "replace") & ~rows["kind"].isin(["other", "date", "number"])]
    times = replaced.groupby(["kind", "before", "after"], observed=True).size().rename("times").reset_index()
    common = times.sort_values("times", ascending=False, kind="stable").drop_duplicates("kind").head(3)
    examples = join_names([f"“{row.before}” and “{row.after}”" for row in common.itertuples()], "or")
    sentence = (
        f"{outlets[article]} and {outlets[other]} word the same copy differently in {count(len(rows), 'place')}"
        + (f", such as {examples}" if len(common) else "")
        + "."
    )
    first = replaced.merge(common[["kind", "before", "after"]].head(1)) if len(replaced) else rows
    keys = first[["article", "sentence", "other", "other_sentence"]].head(1)
    places = links.astype({"article": str, "other": str}).merge(keys, on=list(keys.columns))
    return [claim(sentence, len(rows), "edits", "draw_style_sheet", min(len(rows) / 60, 0.5), _both_sides(places))]


def claim_repeats(sentences, utterances, quotes, articles):
    """Return the finding of the article that prints most words twice: whole sentences, and quotes told again."""
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    body = sentences[sentences["zone"] == "body"].astype({"article": str})
    twice = body[body["repeat_of"].notna()].astype({"repeat_of": "int64"})
    earlier = body[["article", "sentence", "start", "end"]].rename(columns={"sentence": "repeat_of"})
    pairs = twice[["article", "start", "end", "words", "repeat_of"]].merge(
        earlier, on=["article", "repeat_of"], suffixes=("", "_first"))
    found = [(row.article, row.start_first, row.end_first, row.start, row.end, row.words) for row in pairs.itertuples()]
    heard = body_speech(quotes)[["article", "quote"]]
    spoken = utterances.astype({"article": str}).merge(heard, on=["article", "quote"])
    for (_, article), rows in spoken.sort_values("start").groupby(["utterance", "article"]):
        told = {}
        for row in rows.itertuples():
            words = tuple(folded_words(texts[article][row.start : row.end]))
            first = told.setdefault(words, row)
            inside = any(name == article and start <= row.start < end for name, _, _, start, end, _ in found)
            if len(words) >= _STATEMENT and first is not row and first.end <= row.start and not inside:
                found.append((article, first.start, first.end, row.start, row.end, len(words)))
    if not found:
        return []
    total = {}
    for article, *_, words in found:
        total[article] = total.get(article, 0) + int(words)
    article = max(sorted(total), key=total.get)
    _, start, end, again, last, _ = max((row for row in found if row[0] == article), key=lambda row: row[-1])
    sentence = f"{name_outlets(articles)[article]} prints {count(total[article], 'word')} twice in its text."
    places = [(article, start, end), (article, again, last)]
    return [claim(sentence, total[article], "words", "draw_strips", 0.35, places)]
