"""Who said, who admitted, who claimed?  The verbs by which outlets introduce the words of one speaker.

Table `sayings`: a verb or noun of saying, its speaker and its class.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import regex

from ..english.verbs import cue_forms
from ..english.wording import count, join_names
from ..english.words import folded_words
from ..naming.acts import JUDGING, saying_class
from ..remarks.alterations import KEPT
from ..remarks.pieces import DIRECT
from ..speech.kinds import CATCHWORD
from ..tables import rows_of
from ..text.alignment import count_kept
from .drawing.canvas import Chart, chart, choose_outlets, count_texts, note_bracket, say_nothing
from .drawing.lettering import draw_key, plain
from .drawing.matrix import new_matrix, write_cell
from .writing.base import Answer, Finding, find, head, strongest
from .writing.strengths import weigh
from .writing.versions import leads_in

NOTHING = "Every outlet introduces its speakers with plain verbs of saying"
MOST_SHOWN = 24
_CLAUSE = regex.compile(r"[.;:,(\n—–]")
_OBJECT = regex.compile(
    r"\b(?:about|regarding|concerning|over|whether|why|what|how|if|further|beyond|"
    r"on(?!\s(?:\p{Lu}\p{L}+day\b|the record|\p{Lu}\p{L}+\s\d|\d)))\b")


def find_turns(event: Any) -> list[dict]:
    """Return remarks that one outlet introduces as an admission and another plainly: speaker, plain, marked.

    plain and marked are (article, cue, start, end) of the quote; one utterance in both, one speaker, who is named in
    each.  The verb of the admission stands right before the words or behind them: "apologized after a film showed him
    warning of “a farmer without a boat”" brings in a warning.
    """
    texts = dict(rows_of(event.articles, "article", "text"))
    cues = {(article, quote): (cue, speaker, start, end) for article, quote, cue, speaker, start, end
            in rows_of(event.quotes, "article", "quote", "cue", "speaker", "start", "end")
            if isinstance(cue, str) and isinstance(speaker, str) and _is_finite(cue)}
    groups = defaultdict(list)
    for utterance, article, quote in rows_of(event.utterances, "utterance", "article", "quote"):
        if (article, quote) in cues:
            groups[utterance].append((article, *cues[article, quote]))
    found, seen = [], set()
    for told in groups.values():
        for article, cue, speaker, start, end in told:
            marked = saying_class(cue)
            text = texts[article]
            if marked != "admitting" or not leads_in(cue, text[:start], text[end:]):
                continue
            if any(saying_class(row[1]) == "claiming" for row in told):
                continue  # an admission here and a claim there is told by the room `wording`
            for other, plain_cue, same, first, last in told:
                if other != article and same == speaker and saying_class(plain_cue) == "neutral" \
                        and (speaker, article) not in seen and _print_the_same(text[start:end],
                                                                               texts[other][first:last]):
                    seen.add((speaker, article))
                    found.append({"speaker": speaker, "marked": (article, cue, start, end),
                                  "plain": (other, plain_cue, first, last)})
    return found


def _print_the_same(one: str, other: str) -> bool:
    """Tell whether two quotes have several words in the same order, most of the shorter: one word is no remark."""
    words, others = folded_words(one), folded_words(other)
    return count_kept(words, others) >= max(CATCHWORD.value, KEPT.value * min(len(words), len(others)))


def _is_finite(cue: str) -> bool:
    """Tell whether a cue is a verb in a finite form: "mocking" may be what somebody does beside speaking."""
    form = cue_forms().get(cue.lower())
    return form is not None and form.form in ("past", "third")


def is_bare(refusal: str, behind: str) -> bool:
    """Tell whether who gave no answer gave none at all, from the words that say so and the text behind them.

    "Lund declined to comment on the sale" may have spoken of all else.
    """
    return not refusal.endswith("discuss") and not _OBJECT.search(_CLAUSE.split(behind)[0])


def find_unanswered(event: Any) -> list[dict]:
    """Return who gave one outlet no answer and is quoted by others: article, who, start, end, origin, quotes.

    quotes are (article, start, end), the longest of each outlet, none of a day other than that of the silence; left
    out is whom the outlet itself quotes, and who gave no answer to one question.
    """
    texts = dict(rows_of(event.articles, "article", "text"))
    longest: dict[str, dict[str, tuple]] = {}  # of each speaker: of each article the quote of most words
    quotes = rows_of(event.quotes, "speaker", "kind", "words", "article", "start", "end")
    for speaker, kind, _, *place in sorted(quotes, key=lambda row: -row[2]):
        if kind in DIRECT:
            longest.setdefault(speaker, {}).setdefault(place[0], tuple(place))
    found, seen = [], set()
    columns = "article", "who", "start", "end", "origin", "answered"
    for article, who, start, end, origin, answered in rows_of(event.origins, *columns):
        mine = longest.get(who, {})
        if not isinstance(answered, str) or article in mine or (article, who) in seen:
            continue
        seen.add((article, who))
        if not is_bare(origin, texts[article][end:]):
            continue
        silent = _find_days(event, article, start)
        told = [quote for quote in mine.values() if quote[0] in answered.split("|")
                and not _are_apart(silent, _find_days(event, *quote[:2]))]
        if told:
            found.append({"article": article, "who": who, "start": start, "end": end, "origin": origin, "quotes": told})
    return found


def _find_days(event: Any, article: str, at: int) -> tuple[set[str], set[str]]:
    """Return (dates, names) of the days that the sentence at a place names, of publication where it names none."""
    lines, days = (table[table["article"] == article] for table in (event.sentences, event.days))
    start = int(lines.loc[lines["start"] <= at, "start"].max()) if (lines["start"] <= at).any() else 0
    end = lines.loc[lines["start"] == start, "end"].max()
    here = days[(days["start"] >= start) & (days["start"] < end)]
    if len(here):
        return set(here["day"].dropna()), set(here["key"])
    published = event.articles.loc[event.articles["article"] == article, "published"]
    return set(published.dropna()), set()


def _are_apart(one: tuple, other: tuple) -> bool:
    """Tell whether two places name days, as dates or in words, and none that both name."""
    return any(mine and theirs and not mine & theirs for mine, theirs in zip(one, other, strict=True))


def say_unanswered(event: Any) -> list[Finding]:
    """Return who, by one outlet, gave no answer, and whom another prints; "the military" may be anybody of it."""
    found = []
    for row in find_unanswered(event):
        if not row["who"][:1].isupper():
            continue
        others = [event.name(article) for article, *_ in row["quotes"]][:3]
        found.append(find(
            f"{event.name(row['article'])} writes that {row['who']} “{row['origin']}”; "
            f"{join_names(others)} {'quotes' if len(others) == 1 else 'quote'} {row['who']}.",
            1 + len(others), "outlets", weigh("asked in vain"), "Whether both asked at the same time is not known.",
            [(row["article"], row["start"], row["end"]), *row["quotes"][:3]]))
    return sorted(found, key=lambda row: row["claim"])[:1]


def say_sayings(event: Any) -> list[Finding]:
    """Return whose same words one outlet introduces plainly and another as an admission; who gave one no answer."""
    found = []
    for row in find_turns(event):
        (one, cue, *span), (other, plain_cue, *place) = row["marked"], row["plain"]
        found.append(find(
            f"The same words of {row['speaker']} are introduced with “{cue}” in {event.name(one)}, "
            f"with “{plain_cue}” in {event.name(other)}.",
            2, "outlets", weigh("judging verb"),
            "Both outlets have the same remark under the same name.", [(one, *span), (other, *place)]))
    return strongest(found)[:1] + say_unanswered(event)


@chart
def draw_sayings(event: Any) -> Chart:
    """Return the verbs of saying that are not neutral: rows speakers and verbs, columns outlets, how often."""
    said = say_sayings(event)
    outlets, cut = choose_outlets(event, 21, said)
    subtitle = f"Verbs of saying that judge, by speaker, and how often an outlet uses each. {count_texts(event)}."
    table = event.sayings.astype({"article": str, "class": str})
    table = table[table["class"].isin(JUDGING) & table["speaker"].notna()
                  & table["article"].isin(outlets["article"])]
    counts: dict[str, dict] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for speaker, cue, article in rows_of(table, "speaker", "cue", "article"):
        counts[speaker][cue.lower()][article] += 1
    otherwise = f"Verbs that judge introduce {count(len(counts), 'speaker')}" if counts else NOTHING
    title = head(said, otherwise)
    if not counts:
        return say_nothing(title, subtitle)
    rows, marks, told = [], [], []
    columns = {article: column for column, article in enumerate(outlets["article"].tolist())}
    order = sorted(counts, key=lambda speaker: (-sum(sum(by.values()) for by in counts[speaker].values()), speaker))
    for speaker in order:
        if len(rows) > MOST_SHOWN:
            break
        rows.append((plain(speaker), True))
        for cue, by in sorted(counts[speaker].items()):
            rows.append((f"   {plain(cue)} ({saying_class(cue)})", False))
            marks += [(columns[article], len(rows) - 1, times) for article, times in by.items() if article in columns]
            told.append(f"{plain(speaker)}, {plain(cue)}: {', '.join(event.name(article) for article in by)}")
    figure, axes, lift, numbers = new_matrix(outlets, rows)
    for column, place, times in marks:
        write_cell(axes, column, place, str(times), fontweight="bold")
    draw_key(axes, [("number of times", {})], lift + 6)
    return Chart(figure, title, subtitle, f"{note_bracket(outlets)}{cut}{numbers}", "; ".join(told))


ANSWER = Answer("sayings", "Who said, who admitted, who claimed?", ("sayings",), "4_framing", say_sayings, draw_sayings)
