"""What all claims share: the row of a finding, the names of outlets and families, the weight of a difference."""

import pandas as pd

from ..english.wording import join_names

DIRECT = ("full", "partial")
NOTEBOOK_OF = {
    "draw_strips": "2_similarity",
    "draw_style_sheet": "2_similarity",
    "draw_voices": "3_quotes",
    "draw_coverage": "3_quotes",
    "draw_rewording": "3_quotes",
    "draw_first_words": "3_quotes",
    "draw_item_matrix": "4_framing",
    "draw_shares": "4_framing",
    "draw_depth": "4_framing",
}


def claim(sentence, number, unit, chart, strength, evidence):
    """Return one row of the table `findings` as a dict; `evidence` is an iterable of (article, start, end).

    `chart` is the picture that shows it; the notebook is the one that draws it.
    """
    places = [(str(article), int(start), int(end)) for article, start, end in evidence]
    return {
        "claim": sentence,
        "number": float(number),
        "unit": unit,
        "notebook": NOTEBOOK_OF[chart],
        "chart": chart,
        "strength": float(min(max(strength, 0), 1)),
        "evidence": places,
    }


def name_outlets(articles):
    """Return {article: outlet}, the article's own name where an outlet has several."""
    twice = articles["outlet"].duplicated(keep=False) | articles["outlet"].isna()
    names = articles["outlet"].where(~twice, articles["article"].astype(str))
    return dict(zip(articles["article"].astype(str), names, strict=True))


def name_families(families, outlets):
    """Return {family: its outlets in words}, at most four by name."""
    names = {}
    for family, rows in families.groupby("family"):
        members = [outlets[article] for article in rows["article"].astype(str)]
        names[family] = join_names(members if len(members) <= 4 else [*members[:3], f"{len(members) - 3} others"])
    return names


def family_of(families):
    """Return {article: family}."""
    return dict(zip(families["article"].astype(str), families["family"], strict=True))


def spans(table, most=2):
    """Return the first `most` (article, start, end) of a table, one an article."""
    return table.drop_duplicates("article")[["article", "start", "end"]].head(most).itertuples(index=False, name=None)


def body_speech(quotes):
    """Return the direct quotes of the body, with `article` as str."""
    chosen = quotes[quotes["kind"].isin(DIRECT) & (quotes["zone"] == "body")]
    return chosen.assign(article=chosen["article"].astype(str))


def direct_speech(quotes):
    """Return the direct quotes of the body whose speaker is known, with `article` as str."""
    spoken = body_speech(quotes)
    return spoken[spoken["speaker"].notna()]


def spread(values):
    """Return the largest minus the smallest of a Series, 0 where it has fewer than two values."""
    values = pd.Series(values).dropna()
    return float(values.max() - values.min()) if len(values) > 1 else 0.0
