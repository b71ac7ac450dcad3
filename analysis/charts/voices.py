"""Charts of voices: whose words stand in a text, which side is heard, and how soon: notebook 3."""

import pandas as pd

from ..spans import depths, place
from ..wording import count, leaders, percent
from .base import (
    FAINT,
    INK,
    WIDTH,
    Chart,
    brief,
    chart,
    count_texts,
    first_rows,
    label_outlets,
    name_some,
    name_units,
    new_figure,
    new_panels,
    note_bracket,
    order_outlets,
    say_nothing,
    shade,
)
from .lettering import draw_key, plain, wrap_text

MOST_SIDES = 6
NO_SIDE = "no side known"
OUTSIDE = "Headlines, headings and captions are left out."


@chart
def draw_quoted(event):
    """Return bars of the share of each body that stands inside quotation marks."""
    outlets, cut = first_rows(order_outlets(event), "articles")
    outlets = outlets.merge(event.lengths.drop(columns=["outlet", "family"]), on="article")
    share = outlets["quoted"] / outlets["words"].where(outlets["words"] > 0)
    told = [f"{percent(value)}, {row.quoted:,} of {count(row.words, 'word')}"
            for value, row in zip(share, outlets.itertuples(), strict=True)]
    figure, axes = new_figure(0.32 * len(outlets))
    axes.barh(range(len(outlets)), share.fillna(0) * 100, color=outlets["color"], height=0.62)
    for row, (value, words) in enumerate(zip(share.fillna(0), told, strict=True)):
        axes.annotate(words, (value * 100, row), (5, 0), textcoords="offset points", va="center", fontsize=8.5,
                      backgroundcolor="white")
    label_outlets(axes, outlets)
    axes.set_xlim(0, max(share.fillna(0).max() * 150, 10))
    axes.xaxis.set_major_formatter("{x:.0f} %")
    return Chart(figure, _quoted_title(share.set_axis(outlets["outlet"])),
                 f"Share of the body's words inside quotation marks, whoever speaks. {count_texts(outlets)}.",
                 f"{note_bracket(outlets)} {OUTSIDE} A quote within a quote counts once.{cut}",
                 "; ".join(f"{outlet} {words}" for outlet, words in zip(outlets["outlet"], told, strict=True)))


def _quoted_title(share):
    share = share.dropna()
    if not share.any():
        return "No text puts a word in quotation marks"
    most, high = leaders(share, 0.005)
    least, low = leaders(-share, 0.005)
    if len(share) == 1:
        return f"{most[0]} puts {percent(high)} of its words in quotation marks"
    if len(most) == len(share):
        return f"All texts put about the same share of their words in quotation marks: {percent(high)}"
    return f"Inside quotation marks stand {percent(high)} of {name_some(most)}, {percent(-low)} of {name_some(least)}"


@chart
def draw_voices(event):
    """Return the share of own, paraphrased and quoted words of each body, and each side's words, silent ones too."""
    outlets, cut = first_rows(order_outlets(event), "articles")
    voices, sides = _sum_voices(event), sum_sides(event)
    shown, left = _pick_sides(sides)
    figure, grid = new_figure(0.3 * len(outlets), ncols=1 + len(shown), sharey=True, squeeze=False,
                              width_ratios=[3.4] + [1] * len(shown))
    _draw_parts(grid[0][0], outlets, voices)
    most = max(sides.groupby(["article", "side"], observed=True)["words"].sum().max(), 1) if len(sides) else 1
    for axes, side in zip(grid[0][1:], shown, strict=True):
        words = sides[sides["side"] == side]
        room = (WIDTH - 2) / (3.4 + len(shown)) - 0.06
        title = wrap_text(side, room, 8.5, lines=2) + ([] if words["words"].any() else ["(silent)"])
        axes.set_title("\n".join(title), fontsize=8.5)
        _draw_side(axes, outlets, words, most)
    label_outlets(grid[0][0], outlets)
    key = {"own": "the outlet's own words", "paraphrased": "paraphrased", "quoted": "quoted"}
    draw_key(grid[0][0], [(words, voice_look("#5f5f5f", voice)) for voice, words in key.items()], 46)
    caption = (f"{note_bracket(outlets)} {OUTSIDE} Sides by people.csv: 0 is written out where nobody of a listed side "
               f"is quoted or paraphrased.{cut}{left}")
    subtitle = ("Whose words the body's words are, in % of them; beside it the words quoted or paraphrased from each "
                f"side. {count_texts(outlets)}.")
    return Chart(figure, _voices_title(sides, voices, order_outlets(event)), subtitle, caption,
                 _tell_voices(sides, voices, outlets))


def _sum_voices(event):
    """Return the body words of each article in each voice: article, voice, words, all of them there."""
    body = event.voices[event.voices["zone"] == "body"]
    return body.groupby(["article", "voice"], observed=False)["words"].sum().reset_index()


def sum_sides(event):
    """Return the body words of each side in each article: article, side, voice (paraphrased, quoted), words.

    Sides in the order of people.csv, silent ones with zeros; words of no known side last.
    """
    said = event.voices[(event.voices["zone"] == "body") & (event.voices["voice"] != "own")]
    side = said["side"].astype(object).where(said["side"].notna(), NO_SIDE)
    listed = [name for name in pd.unique(event.people["side"].dropna()) if name]
    extra = sorted(set(side) - set(listed), key=lambda name: (name == NO_SIDE, name))
    said = said.assign(side=pd.Categorical(side, [*listed, *extra]),
                       voice=pd.Categorical(said["voice"].astype(object), ["paraphrased", "quoted"]))
    return said.groupby(["article", "side", "voice"], observed=False)["words"].sum().reset_index()


def _pick_sides(sides):
    """Return (the sides to show: most words first, silent ones last; a sentence on those left out)."""
    total = sides.groupby("side", observed=False)["words"].sum()
    named = total[total.index != NO_SIDE].sort_values(ascending=False, kind="stable")
    vocal, silent = named.index[named > 0].tolist(), named.index[named == 0].tolist()
    rest = [NO_SIDE] if total.get(NO_SIDE, 0) else []
    if len(vocal) + len(silent) + len(rest) > MOST_SIDES:
        silent = silent[:2]
        vocal = vocal[:MOST_SIDES - len(silent) - len(rest)]
    shown = [*vocal, *rest, *silent]
    left = [side for side in named.index if side not in shown]
    words = ", ".join(f"{plain(side)} {named[side]:,}" for side in left[:8])
    return shown, f" Not drawn: {words} words{' and others' if len(left) > 8 else ''}." if left else ""


def voice_look(color, voice):
    """Return how a voice looks: own words solid, paraphrase pale, quotes hatched."""
    return {"own": {"fc": color, "ec": color},
            "paraphrased": {"fc": shade(color, 1.1), "ec": color, "hatch": "...."},
            "quoted": {"fc": "white", "ec": color, "hatch": "////"}}[voice]


def _draw_bars(axes, outlets, starts, lengths, voice):
    looks = [voice_look(color, voice) for color in outlets["color"]]
    axes.barh(range(len(outlets)), lengths, left=starts, height=0.62, facecolor=[look["fc"] for look in looks],
              edgecolor=[look["ec"] for look in looks], hatch=looks[0].get("hatch"), lw=0.8)


def _draw_parts(axes, outlets, voices):
    words = voices.pivot(index="article", columns="voice", values="words").reindex(outlets["article"])
    parts = words.div(words.sum(axis=1).clip(lower=1), axis=0) * 100
    starts = parts["own"] * 0
    for voice in ("own", "paraphrased", "quoted"):
        _draw_bars(axes, outlets, starts, parts[voice], voice)
        for row, (start, part) in enumerate(zip(starts, parts[voice], strict=True)):
            if part >= 8:
                axes.text(start + part / 2, row, f"{part:.0f}", ha="center", va="center", fontsize=8.5,
                          bbox={"fc": "white", "ec": "none", "pad": 1.2})
        starts = starts + parts[voice]
    axes.set_xlim(0, 100.5)
    axes.set_xlabel("% of the body's words")
    axes.grid(False)


def _draw_side(axes, outlets, side, most):
    words = side.pivot(index="article", columns="voice", values="words").reindex(outlets["article"])
    _draw_bars(axes, outlets, 0, words["paraphrased"], "paraphrased")
    _draw_bars(axes, outlets, words["paraphrased"], words["quoted"], "quoted")
    for row, total in enumerate(words.sum(axis=1)):
        axes.annotate(f"{total:,}", (total, row), (3, 0), textcoords="offset points", va="center", fontsize=8.5,
                      fontweight="normal" if total else "bold")
    axes.set_xlim(0, most * 1.6)
    axes.set_xticks([])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(True)


def _voices_title(sides, voices, outlets):
    """Return which side is heard most and in how many texts, and which is never heard."""
    if not voices.loc[voices["voice"] != "own", "words"].sum():
        return "Nobody else is heard: every word is the outlets' own"
    table = sides[sides["side"] != NO_SIDE].groupby(["side", "article"], observed=False)["words"].sum().unstack()
    table = table.drop(index=NO_SIDE, errors="ignore")  # a category without rows comes back empty
    silent = table.index[table.sum(axis=1) == 0].tolist()
    nobody = f"nobody of {name_some(silent, word='or')} is heard in any text" if silent else ""
    if not table.to_numpy().sum():
        return nobody[0].upper() + nobody[1:] if nobody else _own_title(voices, outlets)
    table.columns = table.columns.astype(object)
    heard = table.T.groupby(outlets.set_index("article")["family"].to_dict()).sum().T  # a copied text counts once
    wins = (heard.eq(heard.max()) & (heard > 0)).sum(axis=1)
    lead = _lead_title(wins, "heard most", count(heard.shape[1], *name_units(outlets)))
    return f"{lead}; {nobody}" if nobody else lead


def _lead_title(wins, what, texts):
    first = wins.index[wins == wins.max()].tolist()
    if len(first) == 1 and texts == "1 text":
        return f"The side {what} is {brief(first[0])}"
    if len(first) == 1:
        return f"In {wins.max()} of {texts} the side {what} is {brief(first[0])}"
    return f"No side is ahead: {name_some(first)} are each {what} in {wins.max()} of {texts}"


def _own_title(voices, outlets):
    words = voices.pivot(index="article", columns="voice", values="words").reindex(outlets["article"])
    share = (words["own"] / words.sum(axis=1).where(lambda total: total > 0)).set_axis(outlets["outlet"]).dropna()
    most, high = leaders(share, 0.005)
    if len(most) == len(share):
        return f"{percent(high)} of the words are the outlet's own in every text"
    return f"The outlet's own words are {percent(high)} in {name_some(most)}, fewer elsewhere"


def _tell_voices(sides, voices, outlets):
    told = []
    for outlet in outlets.itertuples():
        words = voices[voices["article"] == outlet.article].set_index("voice")["words"]
        heard = sides[sides["article"] == outlet.article].groupby("side", observed=False)["words"].sum()
        parts = [f"{voice} {percent(part / max(words.sum(), 1))}" for voice, part in words.items()]
        parts += [f"{plain(side)} {number:,} words" for side, number in heard.items()]
        told.append(f"{outlet.outlet}: {', '.join(parts)}")
    return ". ".join(told)


@chart
def draw_first_words(event):
    """Return, side by side, how many words of each text are read before a side is first named and first heard."""
    outlets, cut = first_rows(order_outlets(event), "articles", 12)
    first, sides = find_first(event), sum_sides(event)
    shown, left = _pick_sides(sides[sides["side"] != NO_SIDE])
    subtitle = ("Words of the body read before a side is first named, and before it is first quoted or paraphrased. "
                f"{count_texts(outlets)}.")
    if not shown:
        return Chart(say_nothing("people.csv names no side"), "No side is known", subtitle, "", "Empty")
    figure, panels = new_panels(shown, len(outlets), "words of the body")
    lengths = event.articles.set_index("article")["words"]
    for number, (axes, side) in enumerate(zip(panels, shown, strict=True)):
        _draw_first(axes, outlets, first[first["side"] == side].set_index("article"), lengths)
        label_outlets(axes, outlets, names=number % 2 == 0, bracket=number % 2 == 0)
    draw_key(panels[0], [("○ first named", {}), ("● first quoted or paraphrased", {}),
                         ("the whole text", {"fc": FAINT})], 20)
    told = [f"{plain(row.side)} in {row.outlet}: {_say_first(row)}"
            for row in first.merge(outlets, on="article").itertuples() if row.side in shown]
    caption = f"{note_bracket(outlets)} {OUTSIDE} Names and sides by people.csv.{cut}{left}"
    return Chart(figure, _first_title(first, order_outlets(event)), subtitle, caption, "; ".join(told))


def find_first(event):
    """Return for each side of people.csv and article: side, article, named, heard.

    named and heard are the body words before it is first named and first quoted or paraphrased; missing if never.
    """
    said = event.voices[event.voices["voice"] != "own"]
    said = said.assign(position=depths(said, event.articles, event.paragraphs))
    named = event.mentions.assign(zone=place(event.mentions, event.paragraphs, ["zone"])["zone"])
    sides = [side for side in pd.unique(event.people["side"].dropna()) if side]
    keys = pd.MultiIndex.from_product([sides, event.articles["article"]], names=["side", "article"])
    columns = {}
    for name, table in (("named", named), ("heard", said)):
        body = table[(table["zone"] == "body").fillna(False)]
        columns[name] = body.groupby(["side", "article"], observed=True)["position"].min().reindex(keys)
    return pd.DataFrame(columns).reset_index()


def _draw_first(axes, outlets, first, lengths):
    for row, outlet in enumerate(outlets.itertuples()):
        at = first.loc[outlet.article]
        axes.barh(row, lengths[outlet.article], height=0.7, color=FAINT)
        if pd.notna(at["named"]) and pd.notna(at["heard"]):
            axes.plot([at["named"], at["heard"]], [row, row], color=outlet.color, lw=1.6)
        axes.plot(at["heard"], row, "o", color=outlet.color, ms=7)
        axes.plot(at["named"], row, "o", mfc="white", mec=INK, ms=4.5, mew=1)
        axes.text(lengths.max() * 1.04, row, _say_first(at), fontsize=8, va="center")
    axes.set_xlim(-lengths.max() * 0.02, max(lengths.max(), 1) * 1.85)
    axes.set_xticks([tick for tick in axes.get_xticks() if 0 <= tick <= lengths.max()])


def _say_first(at):
    if pd.isna(at.heard):
        return "never named" if pd.isna(at.named) else f"named {at.named:,.0f}, never heard"
    return f"heard {at.heard:,.0f}" if pd.isna(at.named) else f"named {at.named:,.0f}, heard {at.heard:,.0f}"


def _first_title(first, outlets):
    """Return which side is heard first most often, and which is named but never heard; a copied text counts once."""
    family = first["article"].astype(object).map(outlets.set_index("article")["family"])
    first = first.assign(side=pd.Categorical(first["side"], pd.unique(first["side"])))
    first = first.groupby(["side", family.rename("family")], observed=True)[["named", "heard"]].min().reset_index()
    counts = first.groupby("side", observed=True)[["named", "heard"]].count()
    mute = counts.loc[(counts["named"] > 0) & (counts["heard"] == 0), "named"]
    silent = "; ".join(f"{brief(side)} is named in {number} and heard in none"
                       for side, number in mute[mute == mute.max()].head(2).items())
    heard = first.dropna(subset=["heard"])
    if heard.empty:
        return f"No side is heard in any text{'; ' + silent if silent else ''}"
    ahead = heard[heard["heard"] == heard.groupby("family")["heard"].transform("min")]
    lead = _lead_title(ahead["side"].value_counts(sort=False), "heard first",
                       count(outlets["family"].nunique(), *name_units(outlets)))
    return f"{lead}; {silent}" if silent else lead
