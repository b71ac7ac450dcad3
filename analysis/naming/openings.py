"""Headlines and leads side by side: whom each text puts first, with which label, what is done, in whose words."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from ..english.lexicon import is_person_word
from ..rules import Rule, RuleList
from ..speech.sentence.examples import read_sentence
from ..speech.sentence.subjects import find_subject
from ..speech.sentence.tagged import Tagged
from ..speech.sentence.tags import VERBAL
from ..tables import rows_of, tabulate
from .phrases import Read
from .settled import looks_verbal, settle_tags

_PARTICLES = ("out", "off", "up", "down", "back", "away", "aside", "apart")
_NOT_BEFORE = ("preposition", "subordinator", "to", "as", "relative", "that")  # of the subject of a main clause
_BEFORE = ("comma", "dash", "quote", "stop", "colon", "time", "adverb")


def find_openings_of(articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame, labels: pd.DataFrame,
                     reads: list[Read], voices: pd.DataFrame) -> pd.DataFrame:
    """Return the table `openings`: a row for the headline and one for the first sentence of the body of each article.

    verb is the main verb, actor who is its subject (without a main verb the first one named there), label the first
    wording for an actor there, voice and speaker those of the most words.  What is not there is missing.
    """
    first = {}
    for article, start, end, zone, text in rows_of(sentences, "article", "start", "end", "zone", "text"):
        if zone in ("headline", "body"):
            first.setdefault((article, zone), (start, end, text))
    named = _group(mentions, ("start", "end", "actor"))
    worded = {article: [row for row in rows if row[3] != "head"]
              for article, rows in _group(labels, ("start", "end", "label", "part")).items()}
    read = {(row.article, row.start): row for row in reads}
    heard = _group(voices, ("start", "end", "voice", "speaker"))
    rows = []
    for article, in rows_of(articles, "article"):
        for zone in ("headline", "body"):
            if (article, zone) not in first:
                continue
            start, end, text = first[article, zone]
            quoted = [row[:2] for row in heard[article] if row[2] == "quoted"]
            clause = find_main_clause(read[article, start].tagged, quoted) if (article, start) in read else None
            actor = _first(named[article], *(clause.subject if clause else (start, end)))
            voice, speaker = _loudest(heard[article], start, end)
            rows.append((article, start, end, zone, actor, _first(worded.get(article, ()), start, end),
                         clause.verb if clause else None, voice, speaker, text))
    return tabulate("openings", rows, articles)


class MainClause(NamedTuple):
    """A main clause: its verb as written, with its helping verbs, and the place of its subject's head in the text."""

    verb: str
    subject: tuple[int, int]  # empty where the words before the verb may be no subject


def find_main_clause(tagged: Tagged, quoted: Iterable[tuple[int, int]] = ()) -> MainClause | None:
    """Return the MainClause of a sentence, or None; verbs within `quoted`, (start, end) of the text, are left out."""
    tags, spare = settle_tags(tagged), None
    for at in range(1, len(tags)):
        start = tagged.spans[at][0]
        if not MAIN_VERBS.decide(tagged, tags, at)[0] or any(first <= start < last for first, last in quoted):
            continue
        found = find_subject(tagged, at)
        if not found or tags[at - 1] in _NOT_BEFORE or tags[found[1]] == "relative":
            continue
        before = tags[found[0] - 1] if found[0] else "stop"
        if before in ("preposition", "to") and tagged.words[found[0]] != "least":
            return spare  # the boat with two of the men sank: the words before the verb are not all of its subject
        if before in _NOT_BEFORE and tagged.words[found[0]] != "least":
            continue
        clause = _read_clause(tagged, tags, at, found, found[0] == 0 or before in _BEFORE)
        if tagged.words[at + 1:at + 2] != ["by"] or tags[at] == "auxiliary":
            return clause
        spare = spare or clause  # a judge named by the board ruled; clerk held by police
    return spare


def _read_clause(tagged, tags, at, found, sure):
    last = at
    while last + 1 < len(tags) and tags[last] in ("auxiliary", "adverb") and tags[last + 1] in ("adverb", *VERBAL):
        last += 1
    while tags[last] == "adverb":
        last -= 1
    if last + 1 < len(tags) and tagged.words[last + 1] in _PARTICLES:
        last += 1
    start, end = tagged.spans[found[0]][0], tagged.spans[found[1]][1]
    verb = tagged.text[tagged.spans[at][0]:tagged.spans[last][1]]
    return MainClause(" ".join(verb.split()), (start, end) if sure else (start, start))


# --- the rules of MAIN_VERBS: each takes a Tagged, its settled tags and a place ---------------------------------------

def _is_told(tagged, tags, at):
    if tags[at] == "cue":
        return tagged.cues[at].form != "ing"
    return tags[at] == "auxiliary" or (tags[at] == "verb" and not _is_plural(tagged, tags, at))


def _is_plural(tagged, tags, at):
    """Tell whether a form in -s is a noun before its verb: 31 lives were, a records clerk was, tax cuts spark a row."""
    behind = tags[at + 1:at + 3]
    if not _has_ending(tagged.words[at]) or not behind:
        return False
    spark = behind == ["noun", "determiner"] and looks_verbal(tagged.words[at + 1].lower() + "s")
    return behind[0] == "auxiliary" or behind in (["noun", "auxiliary"], ["noun", "verb"]) or spark


def _is_third(tagged, tags, at):
    word, before = tagged.words[at], tagged.words[at - 1]
    if tags[at] not in ("noun", "name") or not _has_ending(word) or not looks_verbal(word.lower()):
        return False
    if word.islower() and (tags[at - 1] == "name" or is_person_word(before)) and not _has_ending(before):
        return True
    after = tagged.words[at + 1] if at + 1 < len(tags) else None
    unsure = after is not None and looks_verbal(after.lower() + "s") and at + 2 < len(tags)  # tax cuts spark a row
    return tags[at - 1] == "noun" and word.islower() and not _has_ending(before) and not unsure


def _is_plurals(tagged, tags, at):
    after = tags[at + 1] if at + 1 < len(tags) else "stop"
    return tags[at] == "noun" and tags[at - 1] == "noun" and tagged.words[at].islower() \
        and _has_ending(tagged.words[at - 1]) and after in ("number", "name", "determiner") \
        and looks_verbal(tagged.words[at].lower() + "s")


def _has_ending(word):
    return word.endswith("s") and not word.endswith(("ss", "'s", "’s"))


def example_of(text: str) -> str | None:
    """Return the rule by which [a word] may be the main verb of its sentence."""
    example = read_sentence(text)
    return MAIN_VERBS.decide(example.tagged, settle_tags(example.tagged), example.at)[0]


MAIN_VERBS = RuleList("May this word be the verb that a headline or a lead tells?", (
    Rule("verb", _is_told, "A word that lists or neighbours show to be a verb.",
         ("The board [sold] the pier.", "Ann Bellamy [was] led away."),
         ("The [pier] was sold.", "A [records] clerk was held.")),
    Rule("third person", _is_third, "In headlines a form in -s behind a name, or behind a noun in the singular.",
         ("Bellamy [vetoes] rent cap", "Ellby ferry [ploughs] through storm"),
         ("Tax [cuts] spark a row", "Harbor [fees] rise")),
    Rule("plural", _is_plurals, "And a bare form behind a plural, before a number, a name or an article.",
         ("Masked agents [detain] 143 sailors",), ("Two agents [pilot] boats",)),
), example=example_of)


def _group(table, columns):
    found = defaultdict(list)
    for article, *row in rows_of(table, "article", *columns):
        found[article].append(row)
    return found


def _first(rows, start, end):
    inside = [row for row in rows if start <= row[0] < end]
    return min(inside)[2] if inside else None


def _loudest(rows, start, end):
    """Return (voice, speaker) of most characters from start to end; the outlet's own where nothing is there."""
    inside = [(min(last, end) - max(first, start), str(voice), speaker if isinstance(speaker, str) else None)
              for first, last, voice, speaker in rows if first < end and start < last]
    return max(inside, key=lambda row: row[0])[1:] if inside else ("own", None)
