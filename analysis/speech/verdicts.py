"""Verbs that judge without giving a word of what was said: the council condemned the raid."""

from collections.abc import Iterator

import pandas as pd

from ..english.lexicon import is_body_word, is_document_word, is_person_word, is_saying_noun
from ..english.nouns import singular
from ..english.verbs import VERDICTS, VERDICTS_ON_SPEAKERS
from ..tables import rows_of
from ..text.spans import group_rows
from .quotes import Speech
from .sentence.judged import can_judge
from .sentence.noun_phrases import phrase_starting
from .sentence.subjects import find_subject
from .sentence.tagged import Phrase, Tagged
from .sentence.verbs import skip_left
from .speakers.people import read_people
from .speakers.who import name_mentions

_CONDEMNED = frozenset(["building", "house", "home", "bridge", "property", "land"])


def find_verdicts(articles: pd.DataFrame, paragraphs: pd.DataFrame, people: pd.DataFrame | None,
                  speech: Speech) -> list[tuple[str, int, int, str, str, str]]:
    """Return (article, start, end, speaker, cue, zone) of verbs that judge, in order; `speech` is quotes.read_speech's.

    Those whose words are quoted or reported may be among them.
    """
    aliases, _ = read_people(people)
    zones = group_rows(paragraphs, ["start", "end", "zone"])
    rows = []
    for article, text in rows_of(articles, "article", "text"):
        placed = speech.read[article][1]
        found = [(tagged.spans[verb], (tagged.spans[phrase[0]][0], tagged.spans[phrase[1]][1]))
                 for tagged, *_ in placed for verb, phrase in list_verdicts(tagged)]
        named = name_mentions(article, text, placed, speech.register, aliases, [span for _, span in found])
        for ((start, end), _), (_, who) in zip(found, named, strict=True):
            if who.name:  # "not one of them praised it" names nobody
                zone = next(zone for first, last, zone in zones[article] if first <= start < last)
                rows.append((article, start, end, who.name, text[start:end], zone))
    return rows


def list_verdicts(tagged: Tagged) -> Iterator[tuple[int, Phrase]]:
    """Yield (verb, phrase of its subject) of the verbs of a sentence by which somebody judges somebody or something."""
    for verb in sorted(tagged.cues):
        if tagged.cues[verb].verb not in VERDICTS | VERDICTS_ON_SPEAKERS or not _judges(tagged, verb):
            continue
        phrase = find_subject(tagged, verb)
        things = tagged.tags[skip_left(tagged, verb - 1)] == "that"  # notes to Karl Hobart that mocked the board
        if phrase and not things and can_judge(tagged, verb, phrase):
            yield verb, phrase


def _judges(tagged, verb):
    judged, cue = phrase_starting(tagged, verb + 1), tagged.cues[verb].verb
    if judged is None:
        return False
    head = next((at - 1 for at in range(verb + 2, judged[1] + 1) if tagged.tags[at] == "preposition"), judged[1])
    word = tagged.words[head]
    if cue == "condemn":  # the bridge, or a man to death
        return singular(word.lower()) not in _CONDEMNED and tagged.tags[judged[1] + 1:judged[1] + 2] != ["to"]
    if cue in VERDICTS:
        return True
    return tagged.tags[head] == "name" or is_person_word(word) or is_body_word(word) or is_saying_noun(word) \
        or is_document_word(word)
