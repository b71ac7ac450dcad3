"""A chart of what was said: which text prints which quoted remark, and how: notebook 3."""

import pandas as pd

from ..english.wording import count
from .base import Answer
from .drawing.canvas import Chart, chart, count_texts, first_rows, note_bracket, order_outlets, say_nothing
from .drawing.lettering import draw_key, plain
from .drawing.matrix import draw_absent, new_matrix
from .old import say_old

UNKNOWN = "Speaker not known"
NO_REMARK = "No text quotes a remark"
MARKS = {"full": ("o", "full"), "partial": ("o", "left"), "reworded": ("D", "full"), "indirect": ("o", "none")}
STATES = {"full": "in full", "partial": "in part", "reworded": "worded differently",
          "indirect": "without quotation marks", "absent": "not in this text"}
MOST_TEXTS = 12


@chart
def draw_coverage(event):
    """Return which text prints which quoted remark and how, remarks under their speakers, silent sides written out."""
    outlets, cut = first_rows(order_outlets(event), "articles", MOST_TEXTS)
    subtitle = f"Quoted remarks by speaker, and the texts that print them. {count_texts(outlets)}."
    remarks = list_remarks(event)
    if remarks.empty:
        return Chart(say_nothing(NO_REMARK), NO_REMARK, subtitle, "", "Empty")
    shown, left = first_rows(remarks.sort_values("texts", ascending=False, kind="stable"), "remarks",
                             rule="those that most texts print")
    rows = _lay_rows(shown.sort_values(["turn", "utterance"], kind="stable"), list_silences(event))
    figure, axes, lift, numbers = new_matrix(outlets, [(words, heading) for words, heading, _ in rows])
    table = event.coverage.set_index(["utterance", "article"])[["state", "reason"]]
    states, reasons = table["state"].to_dict(), table["reason"].to_dict()
    for place, (_, _, utterance) in enumerate(rows):
        for column, outlet in enumerate(outlets.itertuples()):
            if utterance is not None:
                key = utterance, outlet.article
                _draw_state(axes, column, place, states.get(key, "absent"), reasons.get(key), outlet.color)
    draw_key(axes, [(f"{mark} {STATES[state]}", {}) for mark, state in zip("●◐◆○·", STATES, strict=True)], lift + 22)
    draw_key(axes, [("× left out of a statement that it quotes", {}), ("» said later than it knows", {})], lift + 6)
    told = []
    for row in shown.itertuples():
        where = [f"{outlet.outlet} {STATES[states.get((row.utterance, outlet.article), 'absent')]}"
                 for outlet in outlets.itertuples()]
        told.append(f"{plain(row.speaker)}, “{plain(row.words)}”: {', '.join(where)}")
    return Chart(figure, _coverage_title(event.coverage, event.families), subtitle,
                 f"{note_bracket(outlets)} A remark is a sentence of a quote, in the words of its longest version in "
                 f"quotation marks. Sides by people.csv.{cut}{numbers}{left}", "; ".join(told))


def list_remarks(event):
    """Return a row for each utterance: utterance, words, speaker, texts, turn.

    words: those of its longest version, in quotation marks where any text has it so; texts:
    how many articles have it; turn: place of its speaker, who comes first whose remarks stand in most texts.
    """
    texts = dict(zip(event.articles["article"], event.articles["text"], strict=True))
    kinds = event.quotes[["article", "quote", "kind"]].astype({"kind": str})
    longest = event.utterances.merge(kinds, on=["article", "quote"], how="left")
    longest = longest.assign(size=longest["end"] - longest["start"], direct=longest["kind"] != "indirect")
    longest = longest.sort_values(["direct", "size"], ascending=False, kind="stable").drop_duplicates("utterance")
    longest = longest.sort_values("utterance")
    words = [texts[row.article][row.start:row.end].strip(" ,;") for row in longest.itertuples()]
    table = pd.DataFrame({"utterance": longest["utterance"].to_numpy(), "words": words})
    present = event.coverage[event.coverage["state"] != "absent"]
    table["texts"] = table["utterance"].map(present.groupby("utterance").size()).fillna(0).astype("int64")
    who = event.coverage.dropna(subset=["speaker"]).drop_duplicates("utterance").set_index("utterance")["speaker"]
    table["speaker"] = table["utterance"].map(who).astype(object).fillna(UNKNOWN)
    weight = table.groupby("speaker")["texts"].transform("sum").where(table["speaker"] != UNKNOWN, -1)
    first = table.groupby("speaker")["utterance"].transform("min")
    table["turn"] = pd.Series(list(zip(-weight, first, strict=True)), index=table.index)
    return table


def list_silences(event):
    """Return a sentence for each side of people.csv that is nowhere quoted, in the order of that table."""
    heard = event.quotes[~event.quotes["kind"].isin(["scare", "title"])]
    direct = heard["kind"] != "indirect"
    quoted, paraphrased = set(heard.loc[direct, "side"].dropna()), set(heard.loc[~direct, "side"].dropna())
    sides = [side for side in pd.unique(event.people["side"].dropna()) if side and side not in quoted]
    return [f"{side}: nobody is quoted in any text, only paraphrased" if side in paraphrased else
            f"{side}: nobody is quoted or paraphrased in any text" for side in sides]


def _lay_rows(shown, silences):
    """Return (words, whether a heading, utterance or None) from top to bottom."""
    rows, before = [], None
    for row in shown.itertuples():
        if row.speaker != before:
            rows.append((row.speaker, True, None))
        before = row.speaker
        rows.append((row.words, False, row.utterance))
    return rows + [(words, True, None) for words in silences]


def _draw_state(axes, column, place, state, reason, color):
    if state not in MARKS:
        draw_absent(axes, column, place, reason)
        return
    marker, fill = MARKS[state]
    axes.plot(column, place, marker, color=color, fillstyle=fill, mfc=color if fill != "none" else "white",
              markerfacecoloralt="white", mec=color, mew=1.2, ms=8 if marker == "o" else 6.5)


def _coverage_title(coverage, families):
    """Return how many remarks stand in every text family, and how many in one alone."""
    present = coverage[coverage["state"] != "absent"].merge(families, on="article")
    total, texts = present["utterance"].nunique(), families["article"].nunique()
    if texts == 1:
        return f"The one text prints {count(total, 'quoted remark')}"
    one_family = families["family"].nunique() == 1
    spread = present.groupby("utterance")["article" if one_family else "family"].nunique()
    unit = "text" if one_family or not families["family"].duplicated().any() else "text family"
    everywhere = (spread == (texts if one_family else families["family"].nunique())).sum()
    if everywhere == total:
        return f"Every {unit} prints {'the one quoted remark' if total == 1 else f'all {total} quoted remarks'}"
    alone = (spread == 1).sum()
    verb = "stands" if everywhere == 1 else "stand"
    return (f"Of {count(total, 'quoted remark')} {everywhere or 'none'} {verb} in every {unit}, "
            f"{alone or 'none'} in one alone")


ANSWER = Answer("remarks", "Who prints which remark, and how much of it?", ("coverage",), "3_quotes", say_old("remarks"), draw_coverage)
