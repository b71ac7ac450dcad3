"""Charts of voices: whose words stand in a text, and which side is heard: notebook 3."""

import pandas as pd

from ..english.wording import count, leaders, percent
from .base import Answer
from .drawing.canvas import (
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
    note_bracket,
    order_outlets,
    shade,
)
from .drawing.lettering import draw_key, plain, wrap_text
from .old import say_old

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
        axes.annotate(words, (value * 100, row), (5, 0), textcoords="offset points", va="center", fontsize=9.5,
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
    shown, left = pick_sides(sides)
    unquoted = _find_unquoted(sides)
    figure, grid = new_figure(0.3 * len(outlets), ncols=1 + len(shown), sharey=True, squeeze=False,
                              width_ratios=[3.4] + [1] * len(shown))
    _draw_parts(grid[0][0], outlets, voices)
    most = max(sides.groupby(["article", "side"], observed=True)["words"].sum().max(), 1) if len(sides) else 1
    for axes, side in zip(grid[0][1:], shown, strict=True):
        words = sides[sides["side"] == side]
        room = (WIDTH - 2) / (3.4 + len(shown)) - 0.06
        silence = ["(not quoted)"] if side in unquoted else [] if words["words"].any() else ["(silent)"]
        title = wrap_text(side, room, 8.5, lines=2) + silence
        axes.set_title("\n".join(title), fontsize=9.5)
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


def pick_sides(sides):
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
            "paraphrased": {"fc": shade(color, 1.1), "ec": color, "hatch": "---"},
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
                axes.text(start + part / 2, row, f"{part:.0f}", ha="center", va="center", fontsize=9.5,
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
        axes.annotate(f"{total:,}", (total, row), (3, 0), textcoords="offset points", va="center", fontsize=9.5,
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
    silent, unquoted = table.index[table.sum(axis=1) == 0].tolist(), _find_unquoted(sides)
    nobody = ", ".join(f"nobody of {name_some(found, word='or')} is {what} in any text"
                       for found, what in ((silent, "heard"), (unquoted, "quoted")) if found)
    if not table.to_numpy().sum():
        return nobody[0].upper() + nobody[1:] if nobody else _own_title(voices, outlets)
    table.columns = table.columns.astype(object)
    heard = table.T.groupby(outlets.set_index("article")["family"].to_dict()).sum().T  # a copied text counts once
    wins = (heard.eq(heard.max()) & (heard > 0)).sum(axis=1)
    lead = title_lead(wins, "heard most", count(heard.shape[1], *name_units(outlets)))
    return f"{lead}; {nobody}" if nobody else lead


def _find_unquoted(sides):
    """Return the sides that are paraphrased and nowhere quoted."""
    words = sides[sides["side"] != NO_SIDE].groupby(["side", "voice"], observed=True)["words"].sum()
    words = words.unstack(fill_value=0)
    return words.index[(words["quoted"] == 0) & (words["paraphrased"] > 0)].tolist() if len(words) else []


def title_lead(wins, what, texts):
    """Return which sides have most `wins`, a Series of counts by side, as the first words of a title."""
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


ANSWER = Answer("sides", "Whose words fill the text?", ("voices",), "3_quotes", say_old("sides"), draw_voices)
