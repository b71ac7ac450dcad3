"""Findings on who speaks: sides that nobody quotes, people whom one text alone quotes, who is heard first."""

import pandas as pd

from ..english.wording import count, join_names, percent
from ..english.words import folded_words
from ..text.spans import depths
from .base import body_speech, claim, direct_speech, family_of, name_outlets, spans, spread

_ASIDE = 4  # words below which a quote may be an epithet or a title rather than speech


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
                _one_a_family(spoken, families),
            )
        ]
    loudest = named["side"].value_counts().reindex(silent).fillna(0).astype(int)
    times = [f"{side} (named {count(number, 'time')})" if number else f"{side} (not named either)"
             for side, number in loudest.items()]
    loud = loudest.idxmax()  # what it is said to have said shows most, else where it is named
    there = pd.concat([quotes[quotes["side"] == loud], named[named["side"] == loud]])[["article", "start", "end"]]
    there = _one_a_family(there if len(there) else spoken, families)
    return [
        claim(
            f"In {'this article' if len(articles) == 1 else f'none of the {total}'} is a word in quotation marks from "
            f"{join_names(times, 'or')}.",
            len(silent),
            "sides",
            "draw_voices",
            0.9 * known,
            there,
        )
    ]


def _one_a_family(places, families):
    family = places["article"].astype(str).map(family_of(families))
    return spans(places[~family.duplicated()])


def _surname(name):
    words = folded_words(name)
    return words[-1].removesuffix("'s") if words else ""


def named_speech(quotes):
    """Return the direct quotes of the body that are introduced by a person's name, with `surname`.

    Left out are quotes whose speaker is told by a pronoun or an office, which are less sure, and asides.
    """
    spoken = direct_speech(quotes)
    spoken = spoken.assign(surname=[_surname(name) for name in spoken["speaker"]])
    named = [surname in folded_words(mention) if isinstance(mention, str) else False
             for surname, mention in zip(spoken["surname"], spoken["mention"], strict=True)]
    named = pd.Series(named, spoken.index, dtype=bool) & ~spoken["speaker"].str.endswith(".").astype(bool)
    return spoken[named & (spoken["speaker_type"] == "person") & (spoken["words"] >= _ASIDE)]


def claim_sole_speakers(quotes, families, articles):
    """Return the finding of the people whom one text family alone quotes by name.

    Counted is only who is surely not quoted elsewhere: no paragraph of another family's texts holds both the
    surname and a quote that is not introduced by somebody's name.
    """
    spoken = named_speech(quotes)
    if families["family"].nunique() < 2 or spoken["surname"].nunique() < 2:
        return []
    family, outlets = family_of(families), name_outlets(articles)
    spoken = spoken.assign(family=spoken["article"].map(family))
    open_to = _list_open_names(quotes, spoken, articles)
    reach = spoken.groupby("surname").agg(
        families=("family", "nunique"), family=("family", "first"), words=("words", "sum"),
        speaker=("speaker", "first"),
        articles=("article", lambda names: tuple(dict.fromkeys(names))),
    )
    sure = [row.families == 1 and not any(surname in open_to[name] for name in outlets if family[name] != row.family)
            for surname, row in zip(reach.index, reach.itertuples(), strict=True)]
    sole = reach[sure].sort_values("words", ascending=False, kind="stable")
    if sole.empty:
        if (reach["families"] == 1).any():
            return []
        sentence = "Nobody was found who is quoted by name in one text alone."
        return [claim(sentence, 0, "people", "draw_coverage", 0.2, _one_a_family(spoken, families))]
    parts = []
    for printed, rows in sole.groupby("articles", sort=False):
        verb = "quotes" if len(printed) == 1 else "quote"
        names = rows["speaker"].tolist()
        names = names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} others"]
        parts.append(f"only {join_names([outlets[name] for name in printed[:4]])} {verb} {join_names(names)}")
    shown = sole.drop_duplicates("family").head(2)
    places = [next(spans(spoken[spoken["surname"] == name], 1)) for name in shown.index]
    share = sole["words"].sum() / reach["words"].sum()
    people = count(len(sole), "person is", "people are")
    sentence = (f"At least {people} quoted, named beside their words ({_ASIDE} or more), in one text alone: "
                f"{'; '.join(parts[:4])}.")
    return [claim(sentence, len(sole), "people", "draw_coverage", 0.55 + 0.25 * share, places)]


def _list_open_names(quotes, named, articles):
    """Return {article: the words of its paragraphs that hold a quote which may be anybody's, or one by that name}."""
    spoken, sure = body_speech(quotes), set(zip(named["article"], named["quote"], strict=True))
    found = {}
    for article, text in zip(articles["article"].astype(str), articles["text"], strict=True):
        mine = spoken[spoken["article"] == article]
        found[article] = set(named.loc[named["article"] == article, "surname"])
        lines = {text.count("\n", 0, row.start) for row in mine.itertuples() if (article, row.quote) not in sure}
        for number, line in enumerate(text.split("\n")):
            if number in lines:
                found[article] |= {word.removesuffix("'s") for word in folded_words(line)}
    return found


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
        f"Of the words quoted from the sides, {percent(share.loc[most, side])} are {side}'s in {outlets[most]} and "
        f"{percent(share.loc[least, side])} in {outlets[least]}."
    )
    if gap < 0.1:
        sentence = (
            "The texts give each side nearly the same share of the quoted words: "
            f"{side} differs most, by {count(round(gap * 100), 'point')}."
        )
    rows = spoken[spoken["side"] == side]
    places = [*spans(rows[rows["article"] == most], 1), *spans(spoken[spoken["article"] == least], 1)]
    return [claim(sentence, gap, "share of quoted words", "draw_voices", 0.7 * gap + 0.1, places)]


def claim_quoted_room(lengths, quotes, families, articles):
    """Return the finding of how much of each text stands in quotation marks; none where sides are known."""
    if quotes["side"].notna().any() or families["family"].nunique() < 2:
        return []
    told = lengths[lengths["words"] > 0].astype({"article": str})
    told = told.sort_values("words", ascending=False, kind="stable").drop_duplicates("family").set_index("article")
    share = (told["quoted"] / told["words"]).sort_index()
    if len(share) < 2 or share.max() == 0:
        return []
    outlets, most, least = name_outlets(articles), share.idxmax(), share.idxmin()
    gap = share[most] - share[least]
    longest = body_speech(quotes).sort_values("words", ascending=False, kind="stable")
    sentence = (
        f"{percent(share[most])} of the words of {outlets[most]} stand in quotation marks, {percent(share[least])} of "
        f"those of {outlets[least]}."
    )
    if gap < 0.1:
        sentence = (
            "Quoted words take nearly the same room in every text: "
            f"from {percent(share[least])} in {outlets[least]} to {percent(share[most])} in {outlets[most]}."
        )
    places = [place for name in (most, least) for place in spans(longest[longest["article"] == name], 1)]
    return [claim(sentence, gap, "share of words", "draw_voices", 0.2 + 0.7 * gap, places)]


def claim_first_voices(quotes, families, articles, paragraphs):
    """Return the finding of who is quoted first: the sides and how far off the second, else the people by name."""
    spoken = direct_speech(quotes)
    spoken = spoken.assign(depth=depths(spoken, articles, paragraphs))
    sided = spoken[spoken["side"].notna()]
    if sided.empty:
        return _claim_first_people(quotes, articles)
    first = sided.sort_values("depth", kind="stable").drop_duplicates(["article", "side"])
    opener = first.drop_duplicates("article")
    second = first[first.duplicated("article")].drop_duplicates("article")
    if len(opener) < 2 or second.empty:
        return []
    outlets, sides = name_outlets(articles), opener["side"].unique()
    opening = [f"{side} in {join_names([outlets[name] for name in opener.loc[opener['side'] == side, 'article']])}"
               for side in sides]
    lead = f"Every text that quotes a side quotes {sides[0]} first" if len(sides) == 1 else (
        f"The side quoted first is {join_names(opening)}")
    late, early = second.loc[second["depth"].idxmax()], second.loc[second["depth"].idxmin()]
    sentence = f"{lead}; a second side is quoted after {count(early['depth'], 'word')} in {outlets[early['article']]}"
    if late["article"] != early["article"]:
        sentence += f" and after {late['depth']:,} in {outlets[late['article']]}"
    never = sorted(set(opener["article"]) - set(second["article"]))
    cut = set(families.loc[families["role"] == "cut", "article"].astype(str))
    for names, reason in (([name for name in never if name in cut], ", which was cut before it"),
                          ([name for name in never if name not in cut], "")):
        if names:
            sentence += f"; never in {join_names([outlets[name] for name in names])}{reason}"
    gap = late["depth"] - early["depth"]
    apart = (early, late) if late["article"] != early["article"] else (opener.iloc[0], late)
    places = [(row["article"], row["start"], row["end"]) for row in apart]
    return [claim(sentence + ".", gap, "words", "draw_first_words", 0.3 + 0.3 * min(gap / 500, 1), places)]


def _claim_first_people(quotes, articles):
    """Return the finding of whose the first quote of some length is in each text, where no sides are known.

    A text whose first such quote is not introduced by a person's name is left out.
    """
    spoken = body_speech(quotes)
    spoken = spoken[spoken["words"] >= _ASIDE].sort_values(["article", "start"]).drop_duplicates("article")
    first = spoken.merge(named_speech(quotes)[["article", "quote", "surname"]], on=["article", "quote"])
    if len(first) < 2:
        return []
    outlets, people = name_outlets(articles), first.drop_duplicates("surname")
    parts = []
    for person in people.itertuples():
        printing = first.loc[first["surname"] == person.surname, "article"]
        parts.append(f"from {person.speaker} in {join_names([outlets[name] for name in printing])}")
    shown = first if len(people) == 1 else people
    places = shown[["article", "start", "end"]].head(2).itertuples(index=False, name=None)
    strength = 0.4 if len(people) > 1 else 0.2
    return [claim(f"The first quote of more than three words comes {join_names(parts)}.", len(people), "people",
                  "draw_coverage", strength, places)]
