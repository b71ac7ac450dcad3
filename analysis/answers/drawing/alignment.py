"""Two texts side by side, matching sentences joined, so that cuts show as gaps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...english.wording import count
from ...tables import COPIED_RELATIONS, rows_of
from .canvas import ALONE, WIDTH, Chart, chart, copy_look, new_figure, order_outlets, say_nothing
from .lettering import draw_key, wrap_text

GREY = "#9a9a9a"
LOOKS = {"verbatim": {"fc": GREY, "ec": GREY}, "edited": {"fc": "white", "ec": GREY, "hatch": "////"}}
SIDES, HALF = (3.1, 5.7), 0.42  # where the two columns stand, and half their width, in inches


@chart
def draw_alignment(event: Any, article: str | None = None, other: str | None = None) -> Chart:
    """Return two texts as columns of sentences with the matching ones joined, so that cuts show as gaps.

    Without names, the two that share most words.  Raises KeyError for an unknown article.
    """
    outlets = order_outlets(event).set_index("article")
    copies = event.links[event.links["relation"].isin(COPIED_RELATIONS)]
    pair = pick_pair(rows_of(copies, "article", "other", "longest_run"), outlets.index.tolist(), article, other)
    if pair is None:
        return say_nothing(ALONE)
    links = copies[(copies["article"] == pair[0]) & (copies["other"] == pair[1])]
    body = event.sentences[event.sentences["zone"] == "body"]
    columns = [body[body["article"] == name] for name in pair]
    longest = max([1, *(column["words"].sum() for column in columns)])
    figure, axes = new_figure(min(max(longest / 110, 2.5), 9.5))
    names, linked = outlets["outlet"][pair].tolist(), [set(links["sentence"]), set(links["other_sentence"])]
    _join_sentences(axes, columns, links)
    left = 0
    for side in (0, 1):
        _draw_column(axes, columns[side], linked[side], SIDES[side], outlets["color"][pair[side]])
        axes.annotate(names[side], (SIDES[side], 0), (0, 4), textcoords="offset points", ha="center", va="bottom",
                      fontsize=9.5, fontweight="bold")
        gaps = _find_gaps(columns[side], linked[side])
        left += _name_gaps(axes, gaps, side, names[1 - side], longest / figure.get_figheight())
    axes.set(xlim=(0, WIDTH - 0.2), ylim=(longest, 0))
    axes.axis("off")
    draw_key(axes, [("word for word", LOOKS["verbatim"]), ("with words changed", LOOKS["edited"]),
                    ("in this text only", copy_look(GREY, "own"))], 24)
    caption = (f"Headlines, headings and captions are left out. {left} shorter gaps are not written out." if left else
               "Headlines, headings and captions are left out.")
    counts = [f"{name}: {count(len(found & set(column['sentence'])), 'sentence')} of {len(column)} in the other"
              for name, found, column in zip(names, linked, columns, strict=True)]
    return Chart(figure, _alignment_title(names, links, columns),
                 "The sentences of both bodies from top to bottom, as high as they are long; joined where they match.",
                 caption, "; ".join(counts))


def pick_pair(copies: Iterable[tuple[str, str, int]], articles: list[str], article: str | None,
              other: str | None) -> list[str] | None:
    """Return the two articles that were named, or those that share most; None where there is only one.

    `copies` are (article, other, how much they share).  Raises KeyError for an unknown article.
    """
    for name in (article, other):
        if name is not None and name not in articles:
            raise KeyError(f"no article {name}: there are {', '.join(articles)}")
    if article is not None and other is not None:
        return [article, other]
    if len(articles) < 2:
        return None
    words: dict[tuple[str, str], int] = {}
    for one, two, number in copies:
        if article is None or one == article:
            words[one, two] = words.get((one, two), 0) + int(number)
    if words:
        place = {name: number for number, name in enumerate(articles)}
        return list(sorted(words, key=lambda pair: (-words[pair], place[pair[0]], place[pair[1]]))[0])
    first = article or articles[0]
    return [first, next(name for name in articles if name != first)]


def _draw_column(axes, column, linked, x, color):
    from matplotlib.patches import Rectangle
    for row in column.itertuples():
        look = copy_look(color, "verbatim" if row.sentence in linked else "own")
        look["ec"] = "white" if row.sentence in linked else GREY
        axes.add_patch(Rectangle((x - HALF, row.position), 2 * HALF, row.words, lw=0.8, **look))


def _join_sentences(axes, columns, links):
    from matplotlib.patches import Polygon
    place = [column.set_index("sentence")[["position", "words"]] for column in columns]
    inner = SIDES[0] + HALF + 0.03, SIDES[1] - HALF - 0.03
    for link in links.sort_values("relation", ascending=False).itertuples():
        if link.sentence not in place[0].index or link.other_sentence not in place[1].index:
            continue
        (high, words), (other_high, other_words) = place[0].loc[link.sentence], place[1].loc[link.other_sentence]
        corners = [(inner[0], high + 1), (inner[0], high + words - 1),
                   (inner[1], other_high + other_words - 1), (inner[1], other_high + 1)]
        axes.add_patch(Polygon(corners, lw=0.5, **LOOKS[link.relation]))


def _find_gaps(column, linked):
    """Return (first word, words, opening words) of each unbroken stretch of sentences that are not in `linked`."""
    gaps, before = [], False
    for row in column.itertuples():
        alone = row.sentence not in linked
        if alone and before:
            gaps[-1][1] += row.words
        elif alone:
            gaps.append([row.position, row.words, row.text])
        before = alone
    return gaps


def _name_gaps(axes, gaps, side, other, scale):
    """Write out the gaps beside the column, the longest first as long as there is room; return how many have none."""
    room, taken, left = SIDES[0] - HALF - 0.35, [], 0
    x = SIDES[0] - HALF - 0.12 if side == 0 else SIDES[1] + HALF + 0.12
    for start, words, text in sorted(gaps, key=lambda gap: -gap[1]):
        lines = wrap_text(f"no match in {other} ({count(words, 'word')}): {text}", room, 8, lines=3)
        half = (len(lines) * 0.145 + 0.06) / 2 * scale
        middle = max(start + words / 2, half)  # below the name of the outlet
        if any(abs(middle - there) < half + wide for there, wide in taken):
            left += 1
            continue
        taken.append((middle, half))
        axes.text(x, middle, "\n".join(lines), ha="right" if side == 0 else "left", va="center", fontsize=9)
    return left


def _alignment_title(names, links, columns):
    total, matched = len(columns[0]), links[links["sentence"].isin(columns[0]["sentence"])]
    shared, same = matched["sentence"].nunique(), matched.loc[matched["relation"] == "verbatim", "sentence"].nunique()
    if not shared:
        return f"No sentence of {names[0]} stands in {names[1]}"
    if same == total == len(columns[1]):
        return f"{names[0]} and {names[1]} print the same {count(total, 'sentence')} word for word"
    of = f"{'all' if shared == total else shared} of the {count(total, 'sentence')} of {names[0]}"
    return f"{names[1]} has {of}, {same or 'none'} of them word for word"


