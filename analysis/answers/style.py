"""Charts of what became of copied sentences: two texts side by side, and the changes as a style sheet: notebook 2."""



from ..english.wording import count, join_names, leaders
from ..tables import EDIT_KINDS
from .base import Answer
from .copied import ALONE, COPIES, copy_look
from .drawing.canvas import INK, WIDTH, Chart, chart, first_rows, new_figure, order_outlets, say_nothing
from .drawing.lettering import draw_key, shorten, wrap_text
from .old import say_old

GREY = "#9a9a9a"
LOOKS = {"verbatim": {"fc": GREY, "ec": GREY}, "edited": {"fc": "white", "ec": GREY, "hatch": "////"}}
SIDES, HALF = (3.1, 5.7), 0.42  # where the two columns stand, and half their width, in inches
KINDS = {"name": "names", "honorific": "titles of persons", "place": "places", "date": "days and dates",
         "number": "numbers", "spelling": "spellings", "tense": "tenses", "style": "turns of phrase",
         "version": "earlier or later facts", "other": "other words"}


@chart
def draw_alignment(event, article=None, other=None):
    """Return two texts as columns of sentences with the matching ones joined, so that cuts show as gaps.

    Without names, the two that share most words.  Raises KeyError for an unknown article.
    """
    outlets = order_outlets(event).set_index("article")
    copies = event.links[event.links["relation"].isin(COPIES)]
    pair = _pick_pair(copies, outlets, article, other)
    if pair is None:
        return Chart(say_nothing(ALONE), ALONE, "", "", "Empty")
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


def _pick_pair(copies, outlets, article, other):
    for name in (article, other):
        if name is not None and name not in outlets.index:
            raise KeyError(f"no article {name}: there are {', '.join(outlets.index)}")
    if article is not None and other is not None:
        return [article, other]
    rank = {name: place for place, name in enumerate(outlets.index)}
    if len(rank) < 2:
        return None
    chosen = copies if article is None else copies[copies["article"] == article]
    words = chosen.groupby(["article", "other"], observed=True)["longest_run"].sum()
    if len(words):
        return list(min(words.index[words == words.max()], key=lambda pair: [rank[name] for name in pair]))
    first = article or outlets.index[0]
    return [first, next(name for name in outlets.index if name != first)]


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
        lines = wrap_text(f"{count(words, 'word')} not in {other}: {text}", room, 8, lines=3)
        half, middle = (len(lines) * 0.145 + 0.06) / 2 * scale, start + words / 2
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


@chart
def draw_style_sheet(event, article=None, other=None):
    """Return what one text words differently from another in the sentences they share, as a house style sheet.

    Without names, the pair within a family with most changes.  Raises KeyError for an unknown article.
    """
    outlets = order_outlets(event).set_index("article")
    edits = event.edits
    if article is None or other is None:
        family = outlets["family"]
        same = edits["article"].astype(object).map(family) == edits["other"].astype(object).map(family)
        edits = edits[same if same.any() else slice(None)]
        if article is not None:
            edits = edits[edits["article"] == article]
    pair = _pick_pair(edits.assign(longest_run=1), outlets, article, other)
    subtitle = "Words put in place of others in matching sentences, and how often."
    if pair is None:
        return Chart(say_nothing(ALONE), ALONE, "", "", "Empty")
    names = outlets["outlet"][pair].tolist()
    edits = edits[(edits["article"] == pair[0]) & (edits["other"] == pair[1])]
    if edits.empty:
        title = f"{names[0]} and {names[1]} print no sentence with words changed"
        return Chart(say_nothing("No matching sentence was changed"), title, subtitle, "", "Empty")
    groups, cut = _group_edits(edits)
    figure, axes = new_figure(0.21 * (len(groups) + 1.2))
    _draw_sheet(axes, groups, names)
    kinds = edits["kind"].value_counts(sort=False)
    most, number = leaders(kinds[kinds > 0])
    title = f"{names[1]} differs from {names[0]} in {count(len(edits), 'wording')} of shared sentences"
    title += f", most often in {join_names(KINDS[kind] for kind in most)} ({number})" if len(most) < 3 else ""
    told = [f"{KINDS[row.kind]}: {row.before or 'nothing'} to {row.after or 'nothing'}, {row.times}"
            for row in groups.itertuples()]
    return Chart(figure, title, f"{subtitle} {count(edits['sentence'].nunique(), 'sentence')}.",
                 f"Which of the two is nearer to the source is not said here.{cut}", "; ".join(told))


def _group_edits(edits):
    """Return (kind, before, after, times: most frequent first within a kind, a sentence on those left out)."""
    edits = edits.assign(before=edits["before"].fillna(""), after=edits["after"].fillna(""))
    groups = edits.groupby(["kind", "before", "after"], observed=True).size().rename("times").reset_index()
    groups = groups.sort_values("times", ascending=False, kind="stable")
    groups, cut = first_rows(groups, "changes", rule="the most frequent")
    order = groups["kind"].astype(object).map(list(EDIT_KINDS).index)
    return groups.assign(_order=order).sort_values(["_order", "times"], ascending=[True, False], kind="stable"), cut


def _draw_sheet(axes, groups, names):
    middle, room, before = 4.3, 2.55, None
    for x, side, name in ((middle - 0.15, "right", names[0]), (middle + 0.15, "left", names[1])):
        axes.text(x, -1, name, ha=side, va="center", fontsize=9, fontweight="bold")
    for place, row in enumerate(groups.itertuples()):
        if row.kind != before:
            axes.axhline(place - 0.5, color="#dddddd", lw=0.7)
            axes.text(0, place, shorten(KINDS[row.kind], 1.5), va="center", fontsize=9.5, fontweight="bold")
        before = row.kind
        for x, side, words in ((middle - 0.15, "right", row.before), (middle + 0.15, "left", row.after)):
            axes.text(x, place, shorten(words, room) or "(nothing)", ha=side, va="center", fontsize=9.5,
                      color=INK if words else "#6a6a6a")
        axes.text(middle, place, "›", ha="center", va="center", fontsize=9, color="#6a6a6a")
        axes.barh(place, row.times * 0.9 / groups["times"].max(), left=7.2, height=0.6, color=GREY)
        axes.text(7.25 + row.times * 0.9 / groups["times"].max(), place, f"{row.times}", va="center", fontsize=9.5)
    axes.set(xlim=(0, WIDTH - 0.25), ylim=(len(groups) - 0.4, -1.6))
    axes.axis("off")


ANSWER = Answer("style", "What did a house change in a copy?", ("edits",), "2_similarity", say_old("style"), draw_style_sheet)
