"""Findings on themes, the last resort: shares of words whose ranges do not meet, never without the own voice."""

from ..wording import percent
from .base import claim, family_of, name_outlets, spans

# How an entry of frames.csv may be worded, by its function: a theme is never a frame.
PHRASES = {
    "theme": "theme words of “{}”",
    "problem": "words that name “{}” as a problem",
    "cause": "words of “{}” as a cause",
    "judgement": "words of judgement on “{}”",
    "remedy": "words of “{}” as a remedy",
}


def claim_themes(shares, hits, frames, families, articles):
    """Return up to two findings: the themes whose share differs most between families, ranges apart."""
    if shares.empty or families["family"].nunique() < 2:
        return []
    words = dict(zip(articles["article"].astype(str), articles["words"], strict=True))
    family = family_of(families)
    longest = {family[name]: name for name in sorted(words, key=lambda name: (words[name], name))}
    table = shares.astype({"article": str, "voice": str})
    table = table[table["article"].isin(longest.values())]
    total = table.groupby(["frame", "article"])[["words_hit", "words"]].sum()
    own = table[table["voice"] == "own"].set_index(["frame", "article"])
    outlets, rows = name_outlets(articles), []
    for frame, values in total.groupby("frame"):
        share = (values["words_hit"] / values["words"].where(values["words"] > 0)).droplevel("frame").dropna()
        if len(share) < 2:
            continue
        most, least = share.idxmax(), share.idxmin()
        gap = share[most] - share[least]
        low, high = own.loc[(frame, most), "low"], own.loc[(frame, least), "high"]
        apart = low > high
        function = frames.loc[frames["frame"] == frame, "function"].iloc[0]
        mine = hits[(hits["frame"] == frame) & hits["valid"].fillna(True)]
        voiced = mine.loc[mine["article"] == most, "voice"] == "own"
        sentence = (
            f"{percent(share[most])} of the words of {outlets[most]} stand in sentences with "
            f"{PHRASES[function].format(frame)}, {voiced.sum()} of {len(voiced)} in its "
            f"own voice; in {outlets[least]} {percent(share[least])}."
        )
        places = [*spans(mine[mine["article"] == most], 1), *spans(mine[mine["article"] == least], 1)]
        rows.append(claim(sentence, gap, "share of words", "draw_shares", gap * (0.8 if apart else 0.4), places))
    return sorted(rows, key=lambda row: (-row["strength"], row["claim"]))[:2]
