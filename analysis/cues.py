"""Tell what sort of word each word of a sentence is, and which of them report speech.

There is no parser here: a word is looked up in lists (lists/grammar.csv, says.csv, verbs.csv) and
its neighbours decide between a verb and a noun of the same form (she claims, her claims).
"""

from functools import lru_cache
from typing import NamedTuple

import regex

from .words import read_list

_GENITIVE = regex.compile(r"(?:['’]s|s['’])$", regex.IGNORECASE)
_CONTRACTED = regex.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", regex.IGNORECASE)
_PUNCTUATION = {",": "comma", ":": "colon", ";": "stop", ".": "stop", "?": "stop", "!": "stop", "…": "stop",
                "—": "dash", "–": "dash", "―": "dash", "-": "dash", "--": "dash"}
_LONGEST_HEADLINE = 16  # words of more than three letters
NOMINAL = ("name", "noun", "number", "pronoun")


class Cue(NamedTuple):
    """A form of a verb that reports: verb, kind (say, find, ask, speak, judge, think), form, also a noun."""

    verb: str
    kind: str
    form: str  # base, third, past (and participle), ing
    noun: bool


def tag_words(words, headline):
    """Return the tags of the words, and {position: Cue} for the verbs that report."""
    tags, cues = [], {}
    forms, grammar, verbs = cue_forms(), _grammar(), _verbs()
    for place, word in enumerate(words):
        before = tags[-1] if tags else "stop"
        if word is None:
            tags.append("quote")
            continue
        if word in _PUNCTUATION or not word[0].isalnum() and word[0] not in "$€£@#":
            tags.append(_PUNCTUATION.get(word, "stop"))
            continue
        low = word.lower().replace("’", "'")
        opens = not tags or before in ("stop", "colon", "quote", "dash")
        capital = word[0].isupper() and not headline
        tag = "preposition" if low == "to" and place and (words[place - 1] or "").lower() == "according" else grammar.get(low)
        if tag and not (capital and not opens and len(word) > 1 and (word.isupper() or tag in ("auxiliary", "adverb"))):
            tags.append("time" if tag == "auxiliary" and low == "may" and capital else tag)
            continue
        if low[0].isdigit() or low[0] in "$€£":
            tags.append("time" if _is_year(low) and before in ("preposition", "time") else "number")
            continue
        if _GENITIVE.search(low):
            stem = low[:-2]
            tags.append("pronoun" if grammar.get(stem) in ("pronoun", "relative", "that") or stem in ("here", "there", "let")
                        else "genitive")
            continue
        if _CONTRACTED.search(low):
            tags.append("pronoun" if grammar.get(_CONTRACTED.sub("", low)) == "pronoun" else "auxiliary")
            continue
        cue = forms.get(low)
        if low in ("put", "puts") and words[place + 1:place + 2] == ["it"]:
            cue = Cue("put", "speak", "past", False)
        if cue and not (capital and not opens) and _is_verb(cue, words, tags, place):
            cues[place] = cue
            tags.append("cue")
        elif low in verbs and headline:
            tags.append("verb")
        elif word[0].isupper() and not (opens and low in verbs):
            tags.append("name")
        elif low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS:
            tags.append("adverb")
        elif before in ("auxiliary", "to") or (before == "adverb" and len(tags) > 1 and tags[-2] in ("auxiliary", "to")):
            tags.append("verb" if before != "auxiliary" or low in verbs or low.endswith("ed") else "noun")
        elif (low in verbs or (low.endswith("ed") and len(low) > 4)) and before in _BEFORE_VERB:
            tags.append("verb")
        elif low.endswith("ing") and len(low) > 5 and before not in ("determiner", "possessive", "genitive"):
            tags.append("gerund")
        else:
            tags.append("noun")
    return tags, cues


_BEFORE_VERB = ("name", "noun", "pronoun", "relative", "that", "adverb", "time", "comma", "quote", "auxiliary", "coordinator",
                "number", "stop")
_NOT_ADVERBS = {"family", "rally", "reply", "supply", "ally", "assembly", "july", "italy", "early", "daily", "weekly", "monthly",
                "friendly", "likely", "unlikely", "elderly", "lonely", "deadly", "costly", "only", "anomaly", "bully", "belly"}
_CLAUSE_OPENERS = ("that", "quote", "pronoun", "determiner", "possessive", "comma", "colon", "to")


def _is_verb(cue, words, tags, place):
    """Tell whether a form that may be a noun or an adjective (claims, alleged) is a verb here."""
    before = tags[-1] if tags else "stop"
    if before == "adverb":
        before = next((tag for tag in reversed(tags) if tag != "adverb"), "stop")
    if cue.form == "ing":
        return before not in ("determiner", "possessive", "genitive")
    if before in ("determiner", "possessive", "genitive", "preposition") or (before == "number" and cue.form != "past"):
        return False
    if cue.form == "past" or before in ("pronoun", "to", "auxiliary") or (before == "relative" and not cue.noun):
        return True
    if cue.form == "base" and before not in ("coordinator", "quote", "that") and not _is_plural(words, tags):
        return False
    if not cue.noun:
        return before != "as"
    after = _tag_after(words, place)
    if before == "noun":
        actor = is_person_word(words[len(tags) - 1]) or is_body_word(words[len(tags) - 1])
        return actor and after in ("that", "quote", "pronoun", "determiner", "possessive")
    if before in ("quote", "name", "time") and cue.form == "third":
        return after in _CLAUSE_OPENERS or after == "name" or words[place + 1:place + 2] in (["in"], ["on"], ["at"])
    return after in _CLAUSE_OPENERS


def _is_year(word):
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _is_plural(words, tags):
    for place in range(len(tags) - 1, -1, -1):
        word, tag = words[place], tags[place]
        if tag == "name" and "coordinator" in tags[max(0, place - 3):place]:  # Smith and Mary Jones say
            return True
        if tag in ("noun", "name"):
            return word.lower().endswith("s") or word.lower() in _PLURALS
        if tag not in ("adverb", "time"):
            return tag in ("pronoun", "quote", "comma")
    return False


_PERSON_ENDINGS = ("ist", "ists", "ician", "icians", "woman", "women", "person", "sman", "smen", "geon", "geons", "maker", "makers")
_PLURALS = {"people", "police", "men", "women", "children"}


def _tag_after(words, place):
    word = words[place + 1] if place + 1 < len(words) else "."
    if word is None:
        return "quote"
    return _PUNCTUATION.get(word) or _grammar().get(word.lower(), "name" if word[0].isupper() else "noun")


def is_title_case(words):
    """Tell whether most of a line's longer words have a capital, as in American headlines."""
    long = [word for word in words if word and word[0].isalpha() and len(word) > 3]
    return 3 < len(long) <= _LONGEST_HEADLINE and sum(word[0].isupper() for word in long) > 0.7 * len(long)


@lru_cache
def cue_forms():
    """Return {form: Cue} of all verbs of lists/says.csv; a form that several share goes to the first."""
    forms = {}
    for row in read_list("says").itertuples():
        stem = row.verb.removesuffix("e")
        past = row.past or _suffix(row.verb, "ed")
        third = _suffix(row.verb, "s")
        double = past[:-2] if past.endswith("ed") and past[:-2] != row.verb and len(past) == len(row.verb) + 3 else None
        gerund = (double or (stem if not row.verb.endswith(("ee", "ye")) else row.verb)) + "ing"
        for form, kind in ((past, "past"), (row.participle or past, "past"), (row.verb, "base"), (third, "third"), (gerund, "ing")):
            forms.setdefault(form, Cue(row.verb, row.kind, kind, row.noun == "yes" and kind in ("base", "third")))
    return forms


def _suffix(verb, ending):
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + ("ies" if ending == "s" else "ied")
    if ending == "s":
        return verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s")
    return verb + ("d" if verb.endswith("e") else "ed")


def find_class(word):
    """Return the class of a function word or word of time by lists/grammar.csv, or None."""
    return _grammar().get(word.lower())


def is_person_word(word):
    """Tell whether the word names a person by what they are (minister, spokesman, official, economist)."""
    return word is not None and (word.lower() in _person_words() or word.lower().endswith(_PERSON_ENDINGS))


def is_body_word(word):
    """Tell whether the word names an institution, or what one writes (ministry, party, report)."""
    return word is not None and word.lower() in _bodies()


@lru_cache
def _bodies():
    return frozenset(read_list("institutions")["word"])


@lru_cache
def _person_words():
    return frozenset(read_list("offices")["word"]) | frozenset(word.lower() for word in read_list("titles")["title"])


@lru_cache
def _grammar():
    table = read_list("grammar")
    return dict(zip(table["word"], table["class"], strict=True))


@lru_cache
def _verbs():
    return frozenset(read_list("verbs")["form"])
