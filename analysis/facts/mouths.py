"""One remark with two speakers, and one remark whose number, name or not was changed."""

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations

import pandas as pd
import regex

from ..english.calendar import TIME_UNITS
from ..english.givens import is_one_given
from ..english.grammar import ARTICLES, PERSONAL, POSSESSIVES, SMALL, is_negation, is_one_denial, words_of
from ..english.names import GENERATIONS
from ..english.numbers import SCALES, find_numbers
from ..english.spellings import are_one_name
from ..english.stems import first_form, is_rare
from ..english.words import find_words, fold
from ..rules import Setting
from ..tables import rows_of
from .quantities import Difference
from .refusals import SAID

_NAMED_BEHIND = regex.compile(r",\s(?:\p{Lu}[\p{L}\p{M}'’.-]*\s){0,3}\p{Lu}[\p{L}\p{M}'’-]+")
_NEAR = 350  # characters before "she said" within which nobody else may be named
ALTERED_RATIO = Setting("altered_ratio", 0.7, "share of words in order that two versions of a remark have in common, "
                        "from which one is the other altered", chosen="seven words in ten; fewer are another sentence")
_FEWEST = 4  # words of a remark in which one may have been changed
_CHANGED = 3  # words of a name or number that stands for another
_MOST = 12  # versions of a remark that are compared
_NO_NAME = PERSONAL | POSSESSIVES | ARTICLES | {"who", "one"}
_NO_ACT = words_of(*SMALL, "auxiliary") | {"always", "ever", "almost", "already", "still", "something", "everything"}
_UNITS = frozenset([*TIME_UNITS, *(f"{unit}s" for unit in TIME_UNITS), *SCALES])


def find_mouths(utterances: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame) -> list[Difference]:
    """Return the Differences of speaker, number, name and negation among the versions of each remark."""
    speakers = rows_of(quotes, "speaker_type", "speaker")
    surnames = {_surname(str(name)) for sort, name in speakers if sort == "person"} - {""}
    texts = dict(rows_of(articles, "article", "text"))
    columns = ["article", "quote", "speaker", "speaker_type", "mention_start", "mention_end", "borrowed_from", "kind"]
    told = {(article, quote): rest for article, quote, *rest in rows_of(quotes, *columns)}
    groups = defaultdict(list)
    for number, article, quote, start, end in rows_of(utterances, "utterance", "article", "quote", "start", "end"):
        groups[number].append((article, quote, start, end))
    found = []
    for number in sorted(groups):
        versions = groups[number][:_MOST]
        if len({article for article, *_ in versions}) > 1:
            found += (_speakers(versions, told, texts, surnames) + _given_names(versions, told, texts)
                      + _altered(versions, told, texts))
    return found


def _given_names(versions, told, texts):
    """Return one remark whose speaker has one surname and two given names: Ann Lund, by another text Nora Lund."""
    named = {}
    for article, quote, *_ in versions:
        speaker, sort = told[article, quote][:2]
        if sort == "person" and len(str(speaker).split()) > 1 and speaker in texts[article]:
            at = texts[article].index(speaker)
            named.setdefault(article, (str(speaker), (article, at, at + len(speaker))))
    found = []
    for one, other in combinations(named, 2):
        (mine, place), (theirs, there) = named[one], named[other]
        given, second = fold(mine.split()[0]), fold(theirs.split()[0])
        if (_surname(mine) == _surname(theirs) and min(len(given), len(second)) > 2 and not is_one_given(given, second)
                and mine not in texts[other] and theirs not in texts[one]):
            found.append(Difference("name", _surname(mine), (place, there), SAID))
    return found


def _speakers(versions, told, texts, surnames):
    named = {}
    for article, quote, *_ in versions:
        speaker, sort, start, end, borrowed, _ = told[article, quote]
        if pd.isna(speaker) or sort != "person" or pd.isna(start) or pd.notna(borrowed):
            continue
        named_behind = _NAMED_BEHIND.match(texts[article], int(end))  # said the director, Clara Voss
        end = named_behind.end() if named_behind and _surname(speaker) in fold(named_behind[0]) else end
        mention = texts[article][int(start):int(end)]
        if fold(mention) in ("he", "she"):
            last = _name_before(texts[article], int(start), _surname(speaker), surnames)
            if last:
                named.setdefault(article, (str(speaker), (article, *last)))
            continue
        if fold(mention.split()[0]) in _NO_NAME or _surname(speaker) not in {
            fold(word).removesuffix("'s") for word in mention.split()
        }:
            continue  # who "he" is, is our reading, and no word of the text
        named.setdefault(article, (str(speaker), (article, int(start), int(end))))
    pairs = [(one, other) for one, other in combinations(named, 2) if _two_persons(named[one][0], named[other][0])]
    if not pairs:
        return []
    articles = sorted({article for pair in pairs for article in pair})
    return [Difference("speaker", "who said it", tuple(named[article][1] for article in articles), "two speakers")]


def _name_before(text, place, surname, surnames):
    """Return where the name of a speaker stands before "she said" at `place`, if no other speaker is named so near."""
    words, line = [], text.rfind("\n", 0, place) + 1
    for first in (max(place - _NEAR, line), max(place - _NEAR, 0)):
        if not {word for word, *_ in words} & surnames:  # nobody in the paragraph, which opens with the remark
            words = [(fold(text[first + a : first + b]).removesuffix("'s"), first + a, first + b)
                     for a, b in find_words(text[first:place]) if text[first + a].isupper()]
    if {word for word, *_ in words} & surnames != {surname}:
        return None
    return next((start, end - 2 * text[start:end].endswith(("'s", "’s"))) for word, start, end in reversed(words)
                if word == surname)


def _surname(name):
    words = [word for word in name.split() if fold(word).rstrip(".") not in GENERATIONS]
    return fold(words[-1]) if words else ""


def _two_persons(one, other):
    """Tell whether no word of one name is in the other, nor nearly so: spellings are a matter of names."""
    mine, theirs = ({fold(word) for word in name.split()} for name in (one, other))
    return not any(are_one_name(a, b) for a in mine for b in theirs)


def _altered(versions, told, texts):
    found = []
    for one, other in combinations(versions, 2):
        if one[0] == other[0] or "indirect" in (told[one[:2]][5], told[other[:2]][5]):
            continue
        found += _compare(one, other, texts)
    return found


def _compare(one, other, texts):
    mine, theirs = (_words(texts[article], start, end) for article, _, start, end in (one, other))
    matcher = SequenceMatcher(None, [word for word, *_ in mine], [word for word, *_ in theirs], autojunk=False)
    if matcher.ratio() < ALTERED_RATIO.value or min(len(mine), len(theirs)) < _FEWEST:
        return []
    moved = is_one_denial(*([word for word, *_ in words] for words in (mine, theirs)))
    found = []
    for op, first, last, low, high in matcher.get_opcodes():
        if op == "equal":
            continue
        gone, new = mine[first:last], theirs[low:high]
        kind = _kind_of(gone, new, texts[one[0]], texts[other[0]])
        if kind == "negation" and moved:
            continue
        inner = first > 0 and low > 0 and last < len(mine) and high < len(theirs)
        if kind is None or (op != "replace" and not (inner and kind == "negation")):
            continue
        if kind == "negation" or not gone or not new:
            first, low, last, high = (
                max(first - 1, 0),
                max(low - 1, 0),
                min(last + 1, len(mine)),
                min(high + 1, len(theirs)),
            )
        elif kind == "number" and first and low and mine[first][0] in _UNITS:
            first, low = first - 1, low - 1
        places = tuple(
            (article, words[a][1], words[b - 1][2])
            for (article, *_), words, a, b in ((one, mine, first, last), (other, theirs, low, high))
        )
        found.append(Difference(kind, "an altered remark", places, "altered remark"))
    return found


def _words(text, start, end):
    return [(fold(text[start + a : start + b]), start + a, start + b) for a, b in find_words(text[start:end])]


def _kind_of(gone, new, here, there):
    """Return what a change of words changes: negation, number or name; None for anything else."""
    mine, theirs = {word for word, *_ in gone}, {word for word, *_ in new}
    if any(map(is_negation, mine)) != any(map(is_negation, theirs)):
        left, instead = ({first_form(word) for word in words - _NO_ACT
                          if not (is_negation(word) or word.endswith("ly"))} for words in (mine, theirs))
        return "negation" if left == instead else None  # "should not be" and "must expect to be" deny nothing
    if max(len(gone), len(new)) > _CHANGED or not gone or not new:
        return None
    numbers = [find_numbers(text[rows[0][1] : rows[-1][2]]) for text, rows in ((here, gone), (there, new))]
    if all(numbers) and [number[3:5] for number in numbers[0]] != [number[3:5] for number in numbers[1]]:
        return "number"
    if (
        mine <= _UNITS
        and theirs <= _UNITS
        and {word.rstrip("s") for word in mine} != {word.rstrip("s") for word in theirs}
    ):
        return "number"
    capitals = [all(text[start].isupper() for _, start, _ in rows) for text, rows in ((here, gone), (there, new))]
    rare = all(is_rare(rows[0][0]) for rows in (gone, new))  # American for U.S. changes no name
    if rare and all(capitals) and len(gone) == len(new) == 1 and not are_one_name(gone[0][0], new[0][0]):
        return "name"
    return None
