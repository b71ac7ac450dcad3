"""Findings on themes, the last resort: shares of words whose ranges do not meet, never without the own voice."""

from ..english.wording import count, join_names, percent
from ..text.spans import place
from .base import claim, family_of, name_outlets, spans

# How an entry of frames.csv may be worded, by its function: a theme is never a frame.
PHRASES = {
    "theme": "theme words of “{}”",
    "problem": "words that name “{}” as a problem",
    "cause": "words of “{}” as a cause",
    "judgement": "words of judgement on “{}”",
    "remedy": "words of “{}” as a remedy",
}


def claim_themes(shares, hits, frames, families, articles, paragraphs):
    """Return the finding of the themes whose share differs most between families, ranges apart, at most two."""
    if shares.empty or families["family"].nunique() < 2:
        return []
    hits = hits[(place(hits, paragraphs, ["zone"])["zone"] == "body").fillna(False)]
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
        there = mine[mine["article"] == most]
        own_words = int((there["voice"] == "own").sum())
        sentence = (
            f"{percent(share[most])} of the words of {outlets[most]} stand in sentences with "
            f"{PHRASES[function].format(frame)} ({own_words} of {count(len(there), 'such word')} in its own voice"
            f"{_name_voices(there)}); in {outlets[least]} {percent(share[least])}"
        )
        places = [*spans(there, 1), *spans(mine[mine["article"] == least], 1)]
        strength = 0.2 + gap * (0.6 if apart else 0.3)
        rows.append((most, claim(sentence, gap, "share of words", "draw_shares", strength, places)))
    return _join_two(sorted(rows, key=lambda row: (-row[1]["strength"], row[1]["claim"])))


def _join_two(rows):
    """Return the strongest claim, with the next one on the same article in the same sentence."""
    if not rows:
        return []
    article, first = rows[0]
    second = next((row for name, row in rows[1:] if name == article), None)
    if second is None:
        return [first | {"claim": first["claim"] + "."}]
    sentence = f"{first['claim']}; {second['claim']}."
    return [first | {"claim": sentence, "evidence": first["evidence"] + second["evidence"]}]


def _name_voices(hits):
    """Say whose mouths the other words are in, where most of them have one of three speakers or fewer."""
    voiced = hits.loc[hits["voice"] != "own", "speaker"]
    speakers = voiced.dropna().value_counts().sort_index().sort_values(ascending=False, kind="stable")
    if voiced.empty or voiced.isna().any() or len(speakers) > 4 or len(voiced) < len(hits) / 2:
        return ""
    return f", the others in that of {join_names(speakers.index)}"
