"""Traces: what of a remark stands in a text that was not found to quote it.

"Absent" is the gravest thing that this workbook says of a text.  It is said only where neither the words stand there,
in whoever's mouth and outside quotation marks too, nor a rendering of them, nor their rare names and numbers.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
import regex

from ..english.spellings import spell
from ..english.stems import NAMELIKE, RARE, TELLING, name_sense, weigh_word
from ..english.words import find_words
from ..rules import Rule, RuleList, Setting, keep_texts
from ..speech.identity import Who, list_speakers, relate
from ..tables import rows_of
from .laid import Laid
from .nearby import PART, Least, find_pairs
from .pieces import DIRECT
from .wordings import RUN, Version

KEPT = Setting("trace_kept", 0.5, "share of a remark's words that stand in runs of three in another text, from which "
               "it has them", chosen="half of them: a piece that is quoted alone")
WHOLE = Setting("trace_whole", 0.8, "share of a quote's words that stand so in a remark, from which the quote is a "
                "piece of it", chosen="all but the words that fit a piece into its sentence")
ABOUT = Setting("trace_telling", 0.75, "weight from which a word, or its synonym, tells what a remark is about",
                  chosen="rarer than the 600 commonest")
RENDERED = Setting("trace_rendered", 0.4, "share of the weight of a remark's telling words that stands in two "
                   "neighbouring sentences which name its speaker, from which they render it",
                   chosen="a rendering in other words keeps half of the things that a remark names")
RETOLD = Setting("trace_retold", 0.6, "the same where its speaker isn't named there", chosen="most of them")
TOUCHED = Setting("trace_touched", 0.3, "the same, from which what the speaker says there may be it",
                  chosen="one telling word of three")
TOLD = Setting("trace_told", 3, "telling words from which two sentences with its speaker render a remark, unless they "
               "have nearly all of it", chosen="two of many are a subject: a vote and pay, prices and a freeze")
LEAST = Setting("trace_words", 2, "telling words for it, and in one sentence for an article to come near a remark",
                chosen="one thing is the subject of many remarks; a rendering keeps the names and the things")
HEAVY = Setting("trace_heavy", 2.8, "weight of these words for it", chosen="two rare words or three telling ones")
COMMON = Setting("trace_sentences", 4, "sentences of a text above which a word of theirs tells nothing there",
                 chosen="what an event is about stands in every third sentence")
_NUMBER = regex.compile(r"\p{N}")


class Trace(NamedTuple):
    """What comes nearest to a remark in a text: as coverage tells it, and where it stands."""

    rule: str
    kept: float
    quote: int | None
    direct: bool  # the quote is in quotation marks
    start: int
    end: int


class Near(NamedTuple):
    """What a stretch of a text has of a remark."""

    kept: float  # share of its words, in runs
    weight: float  # of these words, or of the telling ones
    quoted: bool  # they stand in quotation marks
    whole: bool  # they are all of a quote
    share: float  # of the weight of its telling words, synonyms too, names not: they stand in many sentences
    telling: int  # how many of these
    speaker: bool  # its speaker is named or speaks there
    voice: bool  # its speaker speaks there, or is named where nobody else speaks
    rare: bool  # all its rare names and numbers, at least one, and a telling word


def _has_words(near):
    return near.weight >= TELLING.value and (near.whole or near.kept >= KEPT.value)


def _is_its_own(near):
    """Tell whether words are enough to be the remark: a phrase of three, in another's mouth, is anybody's."""
    return _has_words(near) and (near.voice or near.weight >= HEAVY.value)


def _touches(near):
    """Tell whether what stands here has a remark's things: one who speaks of the same subject has them too."""
    least = RENDERED if near.speaker else RETOLD
    return near.share >= least.value and near.weight >= HEAVY.value and near.telling >= LEAST.value


TRACES = RuleList("What of a remark stands in a text that was not found to quote it?", (
    Rule("its words, quoted", lambda near: _is_its_own(near) and (near.whole or near.quoted),
         "Half of its words stand in quotation marks, whoever is named.",
         yes=(("The wall needs nine new stones before spring", "A mason said “the wall needs nine new stones”."),
              ("I have slept in the boiler room twice since Monday, and so has my cook",
               "A man had “slept in the boiler room”, he said.")),
         no=(("The wall needs nine new stones before spring", "A mason said “the wall needs paint”."),)),
    Rule("its words, without marks", lambda near: _is_its_own(near) and near.kept >= KEPT.value,
         "Half of its words stand in the text's own voice.",
         yes=(("The wall needs nine new stones before spring", "It seems that the wall needs nine new stones."),),
         no=(("The wall needs nine new stones before spring", "It seems that the wall needs paint."),)),
    Rule("a rendering",
         lambda near: near.voice and _touches(near) and (near.telling >= TOLD.value or near.share >= WHOLE.value),
         "Two neighbouring sentences with its speaker, and nobody else's words, have most of what it names.",
         yes=(("Nobody has checked the valves of this plant in nine years",
               "For nine years, Lund said, the plant had gone without an inspection of its valves."),
              ("The money for the new school was spent on a swimming pool",
               "According to Lund, the funds meant for a school had gone into a pool.")),
         no=(("Nobody has checked the valves of this plant in nine years", "The plant makes soap, Lund said."),
             ("The pilots did not ask for this strike and they will pay for it", "The pilots strike over pay."),
             ("We offered the town a freeze of all rents", "The town had priced the rents long ago, a broker said."),
             ("A ship of that size should not have been in the channel at night",
              "The crew was flown home, Lund said. Oil was found on three beaches."))),
    Rule("its names or numbers",
         lambda near: near.rare or near.kept >= KEPT.value or (near.speaker and near.share >= TOUCHED.value),
         "What stands there may be it: the table leaves the cell open.",
         yes=(("He owes 716 crowns to the baker", "The debt has grown to 716 crowns."),
              ("right", "She chose the right boat.")),
         no=(("He owes 716 crowns to the baker", "The baker is closed."),)),
    Rule("some of its words", lambda near: _has_words(near) or _touches(near),
         "A subject that more than one speaks of: the table leaves the cell open.",
         yes=(("Nobody has checked the valves of this plant in nine years",
               "The valves of the plant were last checked nine years ago."),
              ("Our drivers have not voted for this offer", "Drivers voted down an offer.")),
         no=(("Nobody has checked the valves of this plant in nine years", "The plant makes soap."),)),
), lambda example: _trace_example(*example))

OPEN = ("its names or numbers", "some of its words")  # rules by which a text may have a remark: nobody can tell


def find_traces(longest: dict[int, Version], who: dict[int, Who], having: Container[tuple[int, str]],
                quotes: pd.DataFrame, sentences: pd.DataFrame, texts: dict[str, str]) -> dict[tuple[int, str], Trace]:
    """Return {(utterance, article): Trace} where something comes near to a remark.

    `longest` is the longest version of each utterance, `who` its speaker; `having` tells which (utterance, article)
    needs no trace.
    """
    spans, speech = defaultdict(list), defaultdict(list)
    for row in rows_of(sentences, "article", "start", "end"):
        spans[row[0]].append(row[1:])
    told = rows_of(quotes, "article", "kind", "start", "end", "quote")
    for (article, kind, *place), speaker in zip(told, list_speakers(quotes), strict=True):
        speech[article].append((*place, kind in DIRECT, speaker))
    order, names, found = list(longest), list(texts), {}
    laid = Laid([_Remark(version, texts[version.article], who[utterance]) for utterance, version in longest.items()],
                [_Text(text, spans[article], sorted(speech[article], key=lambda row: row[:3]))
                 for article, text in texts.items()])
    search = _Search(laid)
    for text, remark, printed, named in search.pairs():
        key = order[remark], names[text]
        if key not in having and (trace := search.find(text, remark, printed, named)):
            found[key] = trace
    return found


class _Remark:
    """A remark as it is looked for: words, the senses of its telling ones with their weight, rare names and numbers."""

    def __init__(self, version, text, who):
        self.keys, self.who = version.keys, who
        self.senses: dict[str, float] = {}
        self.rare = set()
        about, namelike, rare = ABOUT.value, NAMELIKE.value, RARE.value
        for place, (key, (start, end)) in enumerate(zip(version.keys, version.spans, strict=True)):
            weight, number, sense = weigh_word(key), not key.isalpha() and bool(_NUMBER.search(key)), name_sense(key)
            name = text[start:end][:1].isupper() and (place > 0 or weight >= namelike)
            if number or (weight >= about and not name):
                self.senses[sense] = max(weight, about, self.senses.get(sense, 0))
            if number or (name and weight >= rare):
                self.rare.add(sense)
        self.weight = sum(self.senses.values()) or 1.0
        self.name = "".join(who.name.split()[-1:]).casefold()  # the last word of its speaker's name


class _Text:
    """A text in which remarks are looked for: its words, the sentence and the quote of each, who speaks in a sentence.
    """

    def __init__(self, text, spans, speech):
        self.spans, self.speech = spans, speech
        self.places, self.ends, self.keys = _read_words(text, tuple(spans))
        begins = [start for start, _ in spans]
        self.rows = np.maximum(np.searchsorted(begins, self.places, side="right") - 1, 0).tolist()
        self.quoted = [None] * len(self.keys)
        for start, end, quote, direct, _ in speech:
            if direct:
                for place in range(bisect_right(self.ends, start), bisect_right(self.places, end - 1)):
                    self.quoted[place] = quote
        self.sizes = Counter(self.quoted)
        self.heard = [set() for _ in spans] or [set()]
        for first, last, _, _, who in speech:
            row = max(bisect_right(begins, first) - 1, 0)
            while who.name and row < len(spans) and spans[row][0] < last:
                self.heard[row] |= {who} if first < spans[row][1] else set()
                row += 1


@keep_texts(512)
def _read_words(text, spans):
    """Return (starts, ends, the words as they are compared), lists that nobody changes: parts of an event ask again.

    All words stand in its sentences, whose words others have read.
    """
    lines = [(first, text[first:last]) for first, last in spans]
    words = [(first + start, first + end, spell(line[start:end])) for first, line in lines
             for start, end in find_words(line)]
    return tuple(map(list, zip(*words, strict=True))) if words else ([], [], [])


class _Search:
    """The search for remarks in texts, both by their numbers in `laid`."""

    def __init__(self, laid: Laid):
        self.laid = laid
        speaker, self.named, self.heard = laid.speakers
        self.spoken = self.named | self.heard
        self.first = (speaker * laid.rows).tolist()
        self.begin = laid.first.tolist()

    def pairs(self) -> Iterator[tuple[int, int, bool, bool]]:
        """Return an iterator over (text, remark, its words may stand there, its things may)."""
        return find_pairs(self.laid, Least(KEPT.value, WHOLE.value, min(
            RENDERED.value, RETOLD.value, TOUCHED.value), RETOLD.value, HEAVY.value, COMMON.value))

    def find(self, text: int, remark: int, printed: bool, told: bool) -> Trace | None:
        """Return the Trace of a remark in a text, or None; `printed` and `told` say how it may be found."""
        here, wanted = self.laid.texts[text], self.laid.remarks[remark]
        cell = self.first[remark] + self.begin[text]  # of its speaker in the first sentence
        words = self._find_words(text, remark, cell) if printed else None
        rule = TRACES.decide(words[0])[0] if words else None
        if told and rule in (None, *OPEN):
            other, rows = self._find_sense(text, wanted, cell)
            if rows is not None and (better := TRACES.decide(other)[0]):
                start, end = here.spans[rows[0]][0], here.spans[rows[-1]][1]
                quote, direct = _find_quote(here, wanted, start, end, other.share >= RETOLD.value)
                return Trace(better, 0.0, quote, direct, start, end)
        if words is None or rule is None:
            return None
        near, first, last = words
        quotes = Counter(quote for quote in here.quoted[first:last] if quote is not None)
        quote = quotes.most_common(1)[0][0] if near.quoted and quotes else None  # the best run may be told
        return Trace(rule, near.kept, quote, quote is not None, here.places[first], here.ends[last - 1])

    def _find_words(self, text, remark, cell):
        """Return (Near, first, last): the words of a remark that stand here in runs, the stretch with most; or None."""
        here, wanted = self.laid.texts[text], self.laid.remarks[remark]
        runs, index = (side[number] for side, number in zip(self.laid.runs_by_piece, (remark, text), strict=True))
        size, kept, rows, most = min(RUN, len(wanted.keys)), set(), defaultdict(list), int(COMMON.value)
        for place, run in enumerate(runs):
            for there in index.get(run, ())[:most]:
                kept.update(range(place, place + size))
                rows[here.rows[there]].append(there)
        if not rows:
            return None
        best = max(rows.values(), key=len)
        spots = {there + step for group in rows.values() for there in group for step in range(size)}
        quotes = Counter(here.quoted[spot] for spot in spots if here.quoted[spot] is not None)
        whole = any(size >= WHOLE.value * here.sizes[quote] for quote, size in quotes.items())
        quoted = whole or quotes.total() > len(spots) / 2
        weight = sum(weigh_word(wanted.keys[place]) for place in kept)
        first, last = min(best), max(best) + size
        voice = self._is_voice(here, wanted, cell, range(here.rows[first], here.rows[last - 1] + 1))
        near = Near(len(kept) / len(wanted.keys), weight, quoted, whole, 0, 0, False, voice, False)
        return near, first, last

    def _find_sense(self, text, remark, cell):
        """Return (Near, rows): what two neighbouring sentences have of the things that a remark names."""
        here, places_of = self.laid.texts[text], self.laid.held[text]
        most, held = COMMON.value, defaultdict(dict)
        for sense, weight in remark.senses.items():  # in one order, so that sums are always the same
            places = places_of.get(sense, ())
            for row in places if len(places) <= most else ():
                held[row][sense] = weight
        best = None
        for row, alone in held.items():
            weight = sum(alone.values())
            if weight < PART * remark.weight:
                continue
            for rows in ((row,), (row - 1, row), (row, row + 1)):
                if rows[0] < 0 or rows[-1] >= len(here.heard):
                    continue
                beside = held.get(rows[0] if rows[0] != row else rows[-1]) if len(rows) > 1 else None
                shared = alone if not beside else {**held[rows[0]], **held[rows[1]]}
                share = (sum(shared.values()) if beside else weight) / remark.weight
                if best is not None and (1 + share, -len(rows), -rows[0]) <= best[0]:
                    continue  # it is not even where its speaker speaks
                speaker = not self.spoken.isdisjoint([cell + at for at in rows])
                rank = (speaker + share, -len(rows), -rows[0])
                if best is None or rank > best[0]:
                    best = rank, share, len(shared), speaker, rows
        if best is None:
            return None, None
        _, share, telling, speaker, rows = best
        rare = bool(remark.rare) and all(any(at in places_of.get(sense, ()) for at in rows) for sense in remark.rare)
        voice = self._is_voice(here, remark, cell, rows)
        return Near(0, share * remark.weight, False, False, share, telling, speaker, voice, rare), rows

    def _is_voice(self, here, remark, cell, rows):
        """Tell whether a remark's speaker speaks in sentences, or is named in them and nobody else speaks."""
        if any(cell + row in self.heard for row in rows):
            return True
        return any(cell + row in self.named for row in rows) and not any(
            relate(remark.who, who) == "apart" for row in rows for who in here.heard[row])


def _find_quote(text, remark, start, end, retold):
    """Return (number, in marks) of the quote that has most of a stretch.

    It is of who may be its speaker, and in marks only where it retells most of the remark.
    """
    inside = [(min(last, end) - max(first, start), quote, direct) for first, last, quote, direct, who in text.speech
              if first < end and last > start and (retold or not direct) and relate(remark.who, who) != "apart"]
    return max(inside, default=(0, None, False))[1:]


def _trace_example(remark, text):
    """Return the rule for a remark by Ada Lund and a text."""
    who = Who("Ada Lund", "person", "")
    words = find_words(remark)
    version = Version("", 0, True, 0, len(remark), words, [spell(remark[start:end]) for start, end in words])
    ends = [match.end() for match in regex.finditer(r"[.!?]", text)]
    spans = list(zip([0, *(end + 1 for end in ends)], ends, strict=False))
    marks = [match.span() for match in regex.finditer("“[^”]*”", text)]
    speech = [(start + 1, end - 1, 0, True, Who("", "", "")) for start, end in marks]
    search = _Search(Laid([_Remark(version, remark, who)], [_Text(text, spans, speech)]))
    traces = [search.find(*pair) for pair in search.pairs()]
    return traces[0].rule if traces and traces[0] else None
