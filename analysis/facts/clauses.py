"""Part sentences into clauses: a sentence may report several facts, and an article may have one of them only.

There is no parser here: a clause opens at the words of lists/clause_openers.csv, at a semicolon or a
dash, at a purpose ("met on Monday | to discuss") and at a participle behind a comma.
"""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from ..english.classes import find_senses
from ..english.grammar import AUXILIARIES, DETERMINERS, PERSONAL, POSSESSIVES, words_of
from ..english.verbs import cue_forms, is_verb
from ..english.wordlists import mapped
from ..english.words import find_words, folded_words
from ..rules import Setting
from ..tables import rows_of
from ..text.marks import QUOTE_MARKS

LEAST = Setting("clause_words", 4, "least words of a clause that is taken apart from its sentence",
                chosen="shorter pieces ('they said') tell no fact")
_SUBJECTS = PERSONAL - {"i"}
_RELATIVES = words_of("relative") | {"whose", "where"}
_MEETINGS = frozenset(["meet", "visit", "come", "leave", "return"])  # of lists/acts.csv
_PREPOSITIONS = words_of("preposition")
_NO_PARTICIPLE = frozenset(["according", "including", "excluding", "regarding", "concerning", "during", "following"])
_NO_INFINITIVE = PERSONAL | DETERMINERS | {"all", "some", "one", "two", "three"}


class Span(NamedTuple):
    """A clause: its place in articles.text, the number of its sentence, the body words before it, how many it has."""

    article: str
    start: int
    end: int
    sentence: int
    zone: str
    position: int
    words: int


def split_clauses(sentences: pd.DataFrame) -> list[Span]:
    """Return every clause of `sentences`, in order.

    The clauses of a sentence cover it but for white space; none has fewer words than the threshold
    `clause_words` unless its sentence does.
    """
    rows = []
    columns = ("article", "sentence", "start", "zone", "position", "text")
    for article, sentence, start, zone, position, text in rows_of(sentences, *columns):
        spans = find_words(text)
        openings = [0, *find_openings(text, spans), len(spans)]
        for first, last in pairwise(openings):
            if first == last:
                continue
            begin = 0 if first == 0 else _opening(text, spans[first - 1][1], spans[first][0])
            end = len(text) if last == len(spans) else _opening(text, spans[last - 1][1], spans[last][0])
            rows.append(Span(article, start + begin, start + begin + len(text[begin:end].rstrip()), sentence, zone,
                             position + (first if zone == "body" else 0), last - first))
    return rows


def find_openings(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Return the places in `spans`, the words of the sentence `text`, at which a further clause opens."""
    words, openers = folded_words(text), _openers()
    openings, last, least = [], 0, int(LEAST.value)
    for place in range(least, len(spans) - least + 1):
        told = words[place] in openers or text[spans[place - 1][1]:spans[place][0]] != " "  # most words open none
        if told and place - last >= least and _opens(text, spans, words, place, last):
            openings.append(place)
            last = place
    return openings


@lru_cache
def _openers():
    """Return the words that may open a clause without a sign before them."""
    return frozenset(mapped("clause_openers", "word", "after")) | {"and", "but", "to", "as", "for"}


def _opens(text, spans, words, place, last):
    gap = text[spans[place - 1][1]:spans[place][0]]
    word, before = words[place], words[place - 1]
    after = words[place + 1] if place + 1 < len(words) else ""
    if ";" in gap or " – " in gap or " — " in gap or " - " in gap or "--" in gap:
        return True
    if ":" in gap:
        return not QUOTE_MARKS & set(gap)
    kind = mapped("clause_openers", "word", "after").get(word)
    if kind == "any":
        return True
    if "," in gap and (word in AUXILIARIES or word in cue_forms() or is_verb(word)) and _is_relative(words[last:place]):
        return True  # "Crane, who was born there, sold the mill"
    if "," in gap:
        if word in ("and", "or") and "," in text[spans[max(place - 4, 0)][1]:spans[place - 1][0]]:
            return False  # the last of a list
        if word in ("a", "an") and QUOTE_MARKS & set(gap):
            return False  # who said it
        return kind == "comma" or (word.endswith("ing") and len(word) > 5 and word not in _NO_PARTICIPLE)
    if word in ("and", "but"):
        return after.endswith("ed") and len(after) > 4
    if kind == "noun":
        earlier = words[max(place - 4, 0):place]  # "said on Monday that" completes what is said
        if before in _PREPOSITIONS or text[spans[place][1]:spans[place][1] + 1] in frozenset(",.;:!?"):
            return False  # "a view on that issue", "she did not do that."
        return not any(word in cue_forms() or word in ("so", "such") for word in earlier)
    if word == "to":
        name = text[spans[place - 1][0]]
        return after not in _NO_INFINITIVE and (name.isupper() or name.isdigit()) and text[
            spans[place][1] + 1:spans[place][1] + 2].islower() and _meets(words[last:place])
    if word == "as":
        return before != "well" and (after in _SUBJECTS or (after in POSSESSIVES | {"the"} and any(
            one in AUXILIARIES or is_verb(one) for one in words[place + 3:place + 7])))
    return word == "for" and after.endswith("ing") and len(after) > 5


def _is_relative(words):
    """Tell whether a clause is a relative one that has its verb: who was born in Ellby."""
    return words[0] in _RELATIVES and any(word in AUXILIARIES or is_verb(word) for word in words[1:])


def _meets(words):
    """Tell whether a clause tells a meeting or a journey, whose purpose is a fact of its own.

    What is asked or voted is told behind the verb: the town urged Bellamy to resign.
    """
    return any(act in _MEETINGS for acts in find_senses(words) for act in acts)


def _opening(text, end, start):
    """Return where the clause begins whose first word starts at `start`, the word before ending at `end`."""
    gap = text[end:start]
    return start - len(gap) + len(gap.rstrip("\"“„«‘'([")) if gap else start
