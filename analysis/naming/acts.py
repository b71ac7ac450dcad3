"""What one actor does to another, and the verbs that report what somebody says.

An act is read in headlines and openings only, where a text shows what it makes of the event: the actor before the
verb, the verb, the actor behind it (Bellamy slams Ellis; Bellamy meets with Ellis).  Verbs of saying are read
everywhere, each with its speaker and its class in lists/saying_classes.csv.
"""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from ..english.grammar import AUXILIARIES, VERB_PARTICLES, VERB_PREPOSITIONS
from ..english.verbs import cue_forms, plain_verbs
from ..english.wordlists import mapped
from ..english.words import fold
from ..speech.quotes import Speech
from ..speech.sentence.tagged import Tagged
from ..speech.verdicts import find_verdicts
from ..tables import SAYING_CLASSES, rows_of, tabulate
from ..text.sentences import LEAD_SENTENCES
from .mentions import Spans, within
from .phrases import Read
from .settled import looks_verbal

JUDGING = SAYING_CLASSES[1:]  # classes of verbs that judge the words that they bring in
_BETWEEN = ("auxiliary", "adverb", "time")
_LIGHT = AUXILIARIES | {"to", "according", "including", "following"}
_PREPOSITIONS = VERB_PREPOSITIONS | {"by"}
_REACH = 9  # tokens between verb and object


class Act(NamedTuple):
    """A verb between two actors: its place, the verb as written and folded, who and whom."""

    article: str
    start: int
    end: int
    actor: str
    verb: str
    target: str


def find_acts(reads: list[Read], places: dict[str, Spans], articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `acts`: what one actor does to another in headlines and openings, in order."""
    texts = dict(rows_of(articles, "article", "text"))
    body, rows = defaultdict(int), []
    for read in reads:
        body[read.article] += read.zone == "body"
        if read.zone == "headline" or (read.zone == "body" and body[read.article] <= LEAD_SENTENCES.value):
            rows += [(*act, read.zone) for act in _read_acts(texts[read.article], read, places[read.article])]
    return tabulate("acts", rows, articles)


def _read_acts(text, read, places):
    named = within(places, read.start, read.end)
    if len(named) < 2:
        return
    tagged = read.tagged
    owner = {}
    for start, end, actor in named:
        for at, (first, last) in enumerate(tagged.spans):
            if first < end and start < last:
                owner[at] = actor
    subject, at = None, 0
    while at < len(tagged.words):
        if at in owner and not tagged.words[at].endswith(("'s", "’s")):
            subject = (at, owner[at])
        elif subject and _is_verb(tagged, at):
            behind = _object(tagged, at, owner)
            if behind and behind[1] != subject[1] and reaches(tagged, subject[0], at):
                last = behind[2]
                start, end = tagged.spans[at][0], tagged.spans[last][1]
                yield Act(read.article, start, end, subject[1], " ".join(text[start:end].split()), behind[1])
        at += 1


def _is_verb(tagged, at):
    word = tagged.words[at].lower()
    return word not in _LIGHT and (tagged.tags[at] in ("verb", "cue") or (
        tagged.tags[at] in ("noun", "name") and word.endswith("s") and (
            word in cue_forms() or word in plain_verbs() or (tagged.headline and looks_verbal(word)))))


def reaches(tagged: Tagged, subject: int, verb: int) -> bool:
    """Tell whether only auxiliaries, adverbs, a name's rest or a phrase in commas stand between subject and verb."""
    between = [(tagged.tags[at], tagged.words[at]) for at in range(subject + 1, verb)]
    commas = sum(tag == "comma" for tag, _ in between)
    if commas == 2:
        first = next(at for at, (tag, _) in enumerate(between) if tag == "comma")
        last = len(between) - 1 - next(at for at, (tag, _) in enumerate(reversed(between)) if tag == "comma")
        between = between[:first] + between[last + 1:]
    return all(tag in _BETWEEN or word.lower() in ("to", "and", "who") for tag, word in between)


def _object(tagged, verb, owner):
    """Return (place, actor, last token of the verb's phrase) of the actor who is the object of a verb, or None."""
    last, at = verb, verb + 1
    if at < len(tagged.words) and tagged.words[at].lower() in VERB_PARTICLES:
        last, at = at, at + 1
    if at < len(tagged.words) and tagged.words[at].lower() in _PREPOSITIONS:
        last, at = at, at + 1
    for spot in range(at, min(at + _REACH, len(tagged.words))):
        if spot in owner:
            return spot, owner[spot], last
        if tagged.tags[spot] not in ("determiner", "possessive", "noun", "name", "number", "genitive", "gerund"):
            return None
    return None


def find_sayings(quotes: pd.DataFrame, articles: pd.DataFrame, paragraphs: pd.DataFrame, people: pd.DataFrame,
                 speech: Speech) -> pd.DataFrame:
    """Return the table `sayings`: every verb or noun by which a speaker's words are introduced, with its class.

    Classes are those of lists/saying_classes.csv: neutral, admitting, claiming, attacking; a word that the list does
    not have is missing one.  A verb that brings in no words (speech/verdicts.py) has no kind.
    """
    texts = dict(rows_of(articles, "article", "text"))
    rows, seen = [], set()
    for article, start, end, speaker, cue, zone, kind in rows_of(
            quotes, "article", "start", "end", "speaker", "cue", "zone", "kind"):
        spoken = isinstance(cue, str) and kind not in ("scare", "title")
        at = _find_cue(texts[article], cue, start, end) if spoken else None
        if at is not None and (article, at) not in seen:
            seen.add((article, at))
            rows.append((article, at, at + len(cue), speaker, cue, saying_class(cue), zone, kind))
    verdicts = find_verdicts(articles, paragraphs, people, speech)
    rows += [(article, start, end, speaker, cue, saying_class(cue), zone, None)
             for article, start, end, speaker, cue, zone in verdicts if (article, start) not in seen]
    order = {name: number for number, name in enumerate(texts)}
    return tabulate("sayings", sorted(rows, key=lambda row: (order[row[0]], row[1])), articles)


def _find_cue(text, cue, start, end):
    """Return where the cue of a quote stands: the place nearest to the quote, in its paragraph, or None."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    low = text[first:last if last >= 0 else len(text)].lower()
    places, at = [], low.find(cue.lower())
    while at >= 0:
        if not low[at - 1:at].isalpha() and not low[at + len(cue):at + len(cue) + 1].isalpha():
            begin = first + at
            inside = start <= begin < end
            if not inside:
                places.append((begin - end if begin >= end else start - begin - len(cue), begin))
        at = low.find(cue.lower(), at + 1)
    return min(places)[1] if places else None


@lru_cache(maxsize=1 << 12)
def saying_class(cue: str) -> str | None:
    """Return the class of a verb or noun of saying by lists/saying_classes.csv, or None."""
    word = fold(cue)
    verb = cue_forms()[word].verb if word in cue_forms() else word
    classes = mapped("saying_classes", "word", "class")
    return classes.get(verb) or classes.get(word)
