"""A portrait of one text that an editor understands in half a minute."""

import pandas as pd

from ..english.wording import count, percent
from .base import INK, WIDTH, Chart, brief, chart, name_some, new_figure, order_outlets
from .items import list_items
from .lettering import measure, plain, shorten, wrap_text
from .reuse import paint_copies
from .voices import voice_look

MOST_SPEAKERS, MOST_ITEMS = 5, 5
HALF = WIDTH / 2 - 0.35  # inches of a column


@chart
def draw_portrait(event, article=None):
    """Return one text at a glance: length, kin, whose words, who speaks, what it alone reports and what it lacks.

    Without a name, the first text.  Raises KeyError for an unknown article.
    """
    outlets = order_outlets(event).set_index("article")
    article = outlets.index[0] if article is None else article
    if article not in outlets.index:
        raise KeyError(f"no article {article}: there are {', '.join(outlets.index)}")
    name, color = outlets.loc[article, ["outlet", "color"]]
    words = event.articles.set_index("article")["words"]
    parts, speakers = _count_voices(event, article), _count_speakers(event, article)
    alone, lacking = _pick_items(event, article)
    figure, grid = new_figure(4, nrows=3, ncols=2, height_ratios=[1, 0.7, 2.9])
    _draw_length(grid[0][0], words, article, outlets)
    copied = _draw_kin(grid[0][1], event, article, outlets)
    _draw_voices(grid[1][0], parts, color)
    _draw_silence(grid[1][1], event, article)
    _draw_speakers(grid[2][0], speakers, color)
    _write_items(grid[2][1], alone, lacking, (outlets["family"] == outlets["family"][article]).sum() > 1)
    for axes in grid.flat:
        axes.set_yticks([])
        axes.grid(False)
    own = percent(parts["own"] / max(parts.sum(), 1))
    first = f"; {brief(speakers.index[0])} speaks most" if len(speakers) else "; nobody else speaks"
    told = [f"{plain(speaker)} {number} words" for speaker, number in speakers.items()]
    told += [f"only here: {plain(label)}" for label in alone] + [f"not here: {plain(label)}" for label, _ in lacking]
    return Chart(figure, f"{name} in {count(words[article], 'word')}: {own} its own{first}",
                 f"One text at a glance, beside the others. {count(len(outlets), 'article')}, "
                 f"{count(outlets['family'].nunique(), 'text family', 'text families')}.",
                 "Words of the body; quoted and paraphrased words are the speakers'. An item that is not here may be "
                 "worded in a way that was not recognised.",
                 f"{copied} of its words stand in another text; " + "; ".join(told))


def _head(axes, words):
    axes.set_title(shorten(words, HALF, 9.5, "bold"), fontsize=9.5, fontweight="bold")


def _draw_length(axes, words, article, outlets):
    rank = f", number {(words > words[article]).sum() + 1} of {len(words)}" if len(words) > 1 else ""
    _head(axes, f"Length: {count(words[article], 'word')}{rank}")
    axes.plot(words, [0] * len(words), "|", color="#6a6a6a", ms=14, mew=1.5)
    axes.plot(words[article], 0, "o", color=outlets["color"][article], ms=11, mec=INK)
    axes.set(xlim=(0, max(words.max(), 1) * 1.06), ylim=(-1, 1))
    axes.set_xlabel("words; a stroke is another text" if len(words) > 1 else "words")


def _draw_kin(axes, event, article, outlets):
    """Draw what share of the text stands in which other; return the share that stands in any."""
    body = paint_copies(event)[article]
    copied = percent(body.share("verbatim", "edited"))
    kin = outlets.index[(outlets["family"] == outlets["family"][article]) & (outlets.index != article)]
    role = str(outlets["role"][article])
    role = "One" if role in ("unknown", "unrelated") else f"{role.capitalize()}: one"
    names = name_some(outlets["outlet"][kin], 3)
    _head(axes, f"{role} text with {names}" if len(kin) else "Copies no other text here")
    shared = sorted(((flags.mean(), other) for other, flags in body.others.items()), reverse=True)[:3]
    for row, (share, other) in enumerate(shared):
        axes.barh(row, share * 100, height=0.66, color=outlets["color"][other])
        axes.text(share * 100 + 1.5, row, f"{percent(share)} in {shorten(outlets['outlet'][other], 1.3, 8)}",
                  va="center", fontsize=8)
    axes.set(xlim=(0, 165), ylim=(2.6, -0.6), xticks=[])
    axes.set_xlabel(f"% of its words in sentences that others have; in any: {copied}")
    return copied


def _count_voices(event, article):
    mine = event.voices[(event.voices["article"] == article) & (event.voices["zone"] == "body")]
    return mine.groupby("voice", observed=False)["words"].sum().reindex(["own", "paraphrased", "quoted"], fill_value=0)


def _draw_voices(axes, parts, color):
    _head(axes, "Whose words")
    start, total = 0.0, max(parts.sum(), 1)
    for voice, words in parts.items():
        look = voice_look(color, voice)
        axes.barh(0, 100 * words / total, left=start, height=0.8, facecolor=look["fc"], edgecolor=look["ec"],
                  hatch=look.get("hatch"))
        if words / total > 0.2:
            axes.text(start + 50 * words / total, 0, voice, ha="center", va="center", fontsize=8.5,
                      bbox={"fc": "white", "ec": "none", "pad": 1.5})
        start += 100 * words / total
    axes.set(xlim=(0, 100.5), ylim=(-0.5, 0.5), xticks=[])
    axes.set_xlabel(", ".join(f"{voice} {percent(words / total)}" for voice, words in parts.items()))


def _count_speakers(event, article):
    said = event.voices[(event.voices["article"] == article) & (event.voices["zone"] == "body")]
    said = said[said["speaker"].notna() & (said["voice"] != "own")]
    words = said.groupby(said["speaker"].astype(object))["words"].sum().sort_index()
    return words[words > 0].sort_values(ascending=False, kind="stable")


def _draw_silence(axes, event, article):
    said = event.voices[(event.voices["article"] == article) & (event.voices["voice"] != "own")]
    sides = [side for side in pd.unique(event.people["side"].dropna()) if side]
    silent = [plain(side) for side in sides if side not in set(said["side"].dropna())]
    axes.axis("off")
    if sides:
        _head(axes, f"Silent: {len(silent) or 'none'} of {count(len(sides), 'side')}")
    words = f"Nobody of {name_some(silent, 5, 'or')} is quoted or paraphrased." if silent else (
        "Every side of people.csv is heard." if sides else "No sides are listed in people.csv.")
    axes.text(0, 1, "\n".join(wrap_text(words, HALF, 9, lines=3)), va="top", fontsize=9, transform=axes.transAxes)


def _draw_speakers(axes, speakers, color):
    shown = speakers.head(MOST_SPEAKERS)
    more = f", {len(speakers) - len(shown)} more" if len(speakers) > len(shown) else ""
    _head(axes, f"Who speaks{more}" if len(speakers) else "Nobody else speaks")
    for row, (speaker, words) in enumerate(shown.items()):
        axes.barh(row + 0.2, words, height=0.38, color=color)
        axes.text(0, row - 0.22, f"{shorten(speaker, HALF - 0.8, 8.5)}: {words:,}", va="center", fontsize=8.5)
    axes.set(xlim=(0, max(speakers.max() if len(speakers) else 1, 1) * 1.02), ylim=(MOST_SPEAKERS - 0.5, -0.6))
    axes.set_xlabel("words quoted or paraphrased")


def _pick_items(event, article):
    """Return (labels that only its family reports, (label, reason) that several others report), the foremost first."""
    items = list_items(event)
    if items.empty:
        return [], []
    family = int(event.families.set_index("article")["family"][article])
    mine = [article in articles for articles in items["articles"]]
    alone = items[[has and families == (family,) for has, families in zip(mine, items["families"], strict=True)]]
    lacking = items[[not has for has in mine]]
    lacking = lacking.assign(many=lacking["families"].map(len))
    lacking = lacking.sort_values(["many", "highest"], ascending=[False, True], kind="stable")
    reasons = event.items[event.items["article"] == article].drop_duplicates("item").set_index("item")["reason"]
    return (alone.sort_values("highest", kind="stable")["label"].tolist(),
            [(row.label, reasons.get(row.item)) for row in lacking[lacking["many"] > 1].itertuples()])


def _write_items(axes, alone, lacking, kin):
    axes.axis("off")
    y = 1.0
    _head(axes, f"Only {'here and in its copies' if kin else 'here'}: {count(len(alone), 'item')}")
    for label in alone[:MOST_ITEMS]:
        axes.text(0, y, f"+ {shorten(label, HALF - 0.2, 8)}", va="top", fontsize=8, transform=axes.transAxes)
        y -= 0.083
    y -= 0.05
    axes.text(0, y, f"In several others, not here: {count(len(lacking), 'item')}", va="top", fontsize=9.5,
              fontweight="bold", transform=axes.transAxes)
    y -= 0.105
    for label, reason in lacking[:MOST_ITEMS]:
        why = shorten(f" ({reason})", 1.4, 8) if pd.notna(reason) and reason not in ("unknown", "none found") else ""
        label = shorten(label, HALF - 0.2 - measure(why, 8), 8)
        axes.text(0, y, f"– {label} {why}", va="top", fontsize=8, transform=axes.transAxes)
        y -= 0.083
