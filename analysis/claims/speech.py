"""Findings on who speaks: sides that nobody quotes, speakers that one text alone has, words that differ."""

from ..spans import depths
from ..wording import count, join_names, percent
from .base import claim, direct_speech, family_of, name_outlets, spans, spread


def claim_silent_sides(quotes, mentions, people, families, articles):
    """Return the finding of the sides that people.csv lists and nobody quotes directly; none without people.csv."""
    sides = people.loc[people["side"].notna(), "side"].drop_duplicates().tolist()
    if not sides:
        return []
    spoken = direct_speech(quotes)
    known = quotes[quotes["kind"].isin(["full", "partial"])]["speaker"].notna().mean() if len(quotes) else 0.0
    silent = [side for side in sides if side not in set(spoken["side"])]
    named = mentions[mentions["side"].isin(silent)]
    silent = [side for side in silent if side in set(named["side"])] or silent
    total = count(len(articles), "article")
    if not silent:
        return [
            claim(
                f"Every side that is listed is quoted by somebody: {join_names(sides)}.",
                len(sides),
                "sides",
                "draw_voices",
                0.2,
                spans(spoken.sort_values("article", kind="stable")),
            )
        ]
    loudest = named["side"].value_counts().reindex(silent).fillna(0).astype(int)
    times = [f"{side} (named {count(number, 'time')})" for side, number in loudest.items()]
    return [
        claim(
            f"In {'this article' if len(articles) == 1 else f'none of the {total}'} is a word in quotation marks from "
            f"{join_names(times, 'or')}.",
            len(silent),
            "sides",
            "draw_voices",
            0.9 * known,
            _one_a_family(named[named["side"] == loudest.idxmax()], families),
        )
    ]


def _one_a_family(places, families):
    family = places["article"].astype(str).map(family_of(families))
    return spans(places[~family.duplicated()])


def claim_sole_speakers(quotes, families, articles):
    """Return the finding of the speakers whom one text family alone quotes, persons before institutions."""
    spoken = direct_speech(quotes)
    spoken = spoken.assign(family=spoken["article"].map(family_of(families)))
    if families["family"].nunique() < 2 or spoken.empty:
        return []
    reach = spoken.groupby("speaker").agg(
        families=("family", "nunique"),
        words=("words", "sum"),
        kind=("speaker_type", "first"),
        articles=("article", lambda names: tuple(dict.fromkeys(names))),
    )
    sole = reach[reach["families"] == 1]
    sole = sole.assign(impersonal=sole["kind"] != "person").sort_values(
        ["impersonal", "words"], ascending=[True, False], kind="stable"
    )
    if sole.empty:
        return [
            claim(
                "Every speaker who is quoted is quoted in more than one text.",
                0,
                "speakers",
                "draw_coverage",
                0.2,
                spans(spoken),
            )
        ]
    outlets = name_outlets(articles)
    parts = []
    for printed, rows in sole.groupby("articles", sort=False):
        verb = "quotes" if len(printed) == 1 else "quote"
        parts.append(f"only {join_names([outlets[name] for name in printed[:4]])} {verb} {join_names(rows.index[:3])}")
    places = [next(spans(spoken[spoken["speaker"] == name], 1)) for name in sole.drop_duplicates("articles").index[:2]]
    share = sole["words"].sum() / reach["words"].sum()
    return [
        claim(
            f"{count(len(sole), 'speaker')} of {len(reach)} {'is' if len(sole) == 1 else 'are'} quoted in one text "
            f"alone: {'; '.join(parts[:4])}.",
            len(sole),
            "speakers",
            "draw_coverage",
            0.6 + 0.4 * share,
            places,
        )
    ]


def claim_side_balance(quotes, families, articles):
    """Return the finding of the side whose share of the quoted words differs most between text families."""
    spoken = direct_speech(quotes)
    spoken = spoken[spoken["side"].notna()]
    if spoken.empty:
        return []
    words = spoken.groupby(["article", "side"])["words"].sum().unstack(fill_value=0)
    share = words.div(words.sum(axis=1), axis=0)
    longest = words.sum(axis=1).groupby(share.index.map(family_of(families))).idxmax()
    share = share.loc[sorted(longest)]
    if len(share) < 2:
        return []
    side = max(share.columns, key=lambda name: (spread(share[name]), name))
    most, least = share[side].idxmax(), share[side].idxmin()
    outlets, gap = name_outlets(articles), spread(share[side])
    sentence = (
        f"Of the words in quotation marks, {percent(share.loc[most, side])} come from {side} in {outlets[most]} and "
        f"{percent(share.loc[least, side])} in {outlets[least]}."
    )
    if gap < 0.1:
        sentence = (
            "The texts give each side nearly the same share of the quoted words: "
            f"{side} differs most, by {gap * 100:.0f} points."
        )
    rows = spoken[spoken["side"] == side]
    places = [*spans(rows[rows["article"] == most], 1), *spans(spoken[spoken["article"] == least], 1)]
    return [claim(sentence, gap, "share of quoted words", "draw_voices", 0.7 * gap + 0.1, places)]


def claim_rewording(coverage, utterances, families, articles):
    """Return the finding of the utterance whose words differ most between two text families."""
    worded = coverage[(coverage["state"] == "reworded") & coverage["quote"].notna()].astype({"article": str})
    family = family_of(families)
    worded = worded.assign(
        family=worded["article"].map(family), size=worded["replaced"].fillna("").str.split().str.len()
    )
    outlets = name_outlets(articles)
    for row in worded.sort_values(["size", "utterance"], ascending=[False, True], kind="stable").itertuples():
        versions = utterances[utterances["utterance"] == row.utterance].astype({"article": str})
        others = versions[versions["article"].map(family) != row.family]
        if others.empty:
            continue
        mine = versions[versions["article"] == row.article]
        whom = row.speaker if isinstance(row.speaker, str) else "one speaker"
        there = join_names([outlets[name] for name in outlets if name in set(others["article"])])
        return [
            claim(
                f"One utterance of {whom} reads differently in {outlets[row.article]} and in {there}: "
                f"{count(row.size, 'word')} changed.",
                row.size,
                "words",
                "draw_rewording",
                min(0.3 + row.size / 40, 0.7),
                [*spans(mine, 1), *spans(others, 1)],
            )
        ]
    return []


def claim_selection(coverage, utterances, quotes, families, articles):
    """Return the finding of the utterance of which one family prints most and another least."""
    heard = coverage[coverage["quote"].notna() & coverage["state"].isin(["full", "partial", "reworded"])]
    heard = heard.astype({"article": str})
    heard = heard.assign(family=heard["article"].map(family_of(families)))
    words = quotes.astype({"article": str}).set_index(["article", "quote"])["words"]
    best, outlets = None, name_outlets(articles)
    for utterance, rows in heard.groupby("utterance"):
        if rows["family"].nunique() < 2:
            continue
        full, short = rows.loc[rows["kept"].idxmax()], rows.loc[rows["kept"].idxmin()]
        lost = words.get((full["article"], int(full["quote"])), 0) - words.get(
            (short["article"], int(short["quote"])), 0
        )
        if full["family"] != short["family"] and (best is None or lost > best[0]):
            best = lost, utterance, full, short
    if best is None or best[0] <= 0:
        return []
    _, utterance, full, short = best
    length = {row["article"]: int(words[(row["article"], int(row["quote"]))]) for row in (full, short)}
    versions = utterances[utterances["utterance"] == utterance].astype({"article": str})
    whom = f" of {full['speaker']}" if isinstance(full["speaker"], str) else ""
    cues = [f" after “{row['cue']}”" if isinstance(row["cue"], str) else "" for row in (short, full)]
    return [
        claim(
            f"Of one remark{whom}, {outlets[short['article']]} quotes {count(length[short['article']], 'word')}"
            f"{cues[0]}, {outlets[full['article']]} {length[full['article']]:,}{cues[1]}.",
            best[0],
            "words",
            "draw_coverage",
            min(0.3 + best[0] / 60, 0.85),
            [
                *spans(versions[versions["article"] == short["article"]], 1),
                *spans(versions[versions["article"] == full["article"]], 1),
            ],
        )
    ]


def claim_first_voices(quotes, articles, paragraphs):
    """Return the finding of how far one must read until a second side is quoted."""
    spoken = direct_speech(quotes)
    spoken = spoken.assign(depth=depths(spoken, articles, paragraphs))
    spoken = spoken[spoken["side"].notna()]
    first = spoken.sort_values("depth", kind="stable").drop_duplicates(["article", "side"])
    opener = first.drop_duplicates("article")
    second = first[first.duplicated("article")].drop_duplicates("article")
    if len(opener) < 2 or second.empty:
        return []
    outlets = name_outlets(articles)
    sides = opener["side"].unique()
    lead = (
        f"Every text that quotes anybody quotes {sides[0]} first"
        if len(sides) == 1
        else "The texts open with different sides: "
        + join_names([f"{outlets[row.article]} with {row.side}" for row in opener.itertuples()])
    )
    late, early = second.loc[second["depth"].idxmax()], second.loc[second["depth"].idxmin()]
    sentence = (
        f"{lead}; a second side is quoted after {early['depth']:,} words in {outlets[early['article']]} "
        f"and after {late['depth']:,} in {outlets[late['article']]}."
    )
    never = sorted(set(opener["article"]) - set(second["article"]))
    if never:
        sentence = sentence[:-1] + f", in {join_names([outlets[name] for name in never])} never."
    return [
        claim(
            sentence,
            late["depth"] - early["depth"],
            "words",
            "draw_first_words",
            0.3 + 0.3 * min((late["depth"] - early["depth"]) / 500, 1),
            [(row["article"], row["start"], row["end"]) for row in (early, late)],
        )
    ]
