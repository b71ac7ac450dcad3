"""Tell what sort of word each word of a sentence is, and which of them report speech.

There is no parser here: a word is looked up in lists (english/lexicon.py) and its neighbours decide between a verb
and a noun of the same form (she claims, her claims).
"""

from collections.abc import Sequence
from typing import NamedTuple

import regex

from ...english.calendar import YEAR
from ...english.grammar import word_classes
from ...english.lexicon import given_sexes, is_body_word, is_document_word, is_person_word
from ...english.nouns import PLURALS
from ...english.verbs import DENYING, Cue, cue_forms, plain_verbs
from ...english.words import Known

_GENITIVE = regex.compile(r"(?:['’]s|s['’])$", regex.IGNORECASE)
_CONTRACTED = regex.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", regex.IGNORECASE)
_PUNCTUATION = {",": "comma", ":": "colon", ";": "stop", ".": "stop", "?": "stop", "!": "stop", "…": "stop",
                "—": "dash", "–": "dash", "―": "dash", "-": "dash", "--": "dash"}
_BEFORE_VERB = {"name", "noun", "pronoun", "relative", "that", "adverb", "time", "comma", "quote", "auxiliary",
                "coordinator", "number", "stop"}
_WAITING = {"one", "another", "put", "puts", "once", "more"}
_IN_LY = frozenset(["reply", "family", "ally", "assembly", "anomaly", "monopoly", "supply", "bully"])  # nouns as well
ALONE = ("both", "all", "each", "these", "those", "either")  # determiners that stand for their noun behind "of"
_BEFORE_NOUN = ("determiner", "possessive", "genitive", "noun")
_OPENING = ("stop", "colon", "quote", "dash")  # before the first word of a sentence or quote
_BEFORE_BASE = ("auxiliary", "to", "adverb")
_CLAUSE_OPENERS = {"that", "quote", "pronoun", "determiner", "possessive", "comma", "colon", "to"}
SURNAMES_TOO = {"He", "She", "You"}  # Chinese ones, before a word that begins no English name
_LONGEST_HEADLINE = 16  # words of more than three letters
_SMALL_WORDS = 0.3  # share of them that may have no capital
NOMINAL = ("name", "noun", "number", "pronoun")
VERBAL = ("verb", "cue", "auxiliary")


class _Word(NamedTuple):
    """What the lists say about a word by itself."""

    low: str
    closed: str | None  # the tag that it has wherever it stands: punctuation, function word, number, genitive
    cue: Cue | None
    verb: bool          # the finite form of another common verb
    past: bool          # such a form, or one in -ed
    settled: str | None  # the tag of most small words, which no neighbour changes
    bare: bool          # in small letters, and nothing tells what it is: a noun, unless a verb must follow
    proper: bool        # with a capital, and no list has it: a name where a capital tells something


def tag_words(words: Sequence[str | None], headline: bool) -> tuple[list[str], dict[int, Cue]]:
    """Return (tags, {position: Cue}): a tag for each word, None in `words` being a quote, and the verbs that report.

    Tags are quote, comma, colon, stop, dash, number, time, name, noun, gerund, verb, cue, genitive (Smith's) and
    the classes of lists/grammar.csv.  `headline`: capitals tell nothing here.
    """
    tags, cues = [], {}
    before = "stop"
    for place, word in enumerate(words):
        if word is None:
            before = "quote"
            tags.append(before)
            continue
        known = _WORDS[word]
        if known.settled or (known.bare and before not in _BEFORE_BASE):  # most words: nothing is unpacked for them
            before = known.settled or "noun"
            tags.append(before)
            continue
        opens = before in _OPENING
        if known.proper and not headline and not opens:
            before = "name"
            tags.append(before)
            continue
        low, closed, cue, verb = known[:4]
        name = word[0].isupper() and not headline and not opens
        tag = closed
        if tag and tag != "genitive" and not headline and word.isupper() and _is_acronym(words, place):
            tag = "name"  # US, WHO
        elif name and tag in ("auxiliary", "adverb") and len(word) > 1:  # Will
            tag = None
        elif tag == "number" and before in ("preposition", "time") and YEAR.fullmatch(word):
            tag = "time"
        elif tag == "to" and place and words[place - 1] in ("according", "According"):
            tag = "preposition"
        elif tag == "pronoun" and _is_numeral(words, place):
            tag = "determiner"  # one legal expert
        elif tag in ("pronoun", "adverb", "auxiliary") and _is_surname(words, place, before):
            tag = "name"
        elif low in ("once", "more") and _is_once_more(words, place):
            tag = "adverb"
        elif not tag and verb and before in ("quote", "comma", "determiner") and _is_before_person(words, place):
            tag = "noun"  # "...," works spokesman Anton Roe said
        if not tag and not name:
            if low in ("put", "puts") and words[place + 1:place + 2] == ["it"]:  # as she put it
                cues[place], tag = Cue("put", "speak", "past", False), "cue"
            elif cue and _is_verb(cue, words, tags, place):
                cues[place], tag = cue, "cue"
        before = tag or _open_tag(word, known, tags, before, opens, headline)
        tags.append(before)
    return tags, cues


def _is_acronym(words, place):
    """Tell whether a function word in capitals stands not among others: US, not THE END IS NEAR."""
    if len(words[place]) < 2 or not words[place][0].isalpha():
        return False
    beside = [word for word in words[max(0, place - 1):place + 2] if word and word[0].isalpha() and len(word) > 1]
    return len(beside) < 2 or not all(word.isupper() for word in beside)


def _is_once_more(words, place):
    """Tell whether "once" or "more" is a part of once more or once again."""
    two = [(word or "").lower() for word in words[max(0, place - 1):place + 2]]
    return two[-2:] in (["once", "more"], ["once", "again"]) or two[:2] == ["once", "more"]


def _is_numeral(words, place):
    """Tell whether "one" or "another" stands before a noun: one legal expert, not one of them, one said."""
    after = words[place + 1] if place + 1 < len(words) else None
    return words[place].lower() in ("one", "another") and after is not None and after[0].islower() and \
        _WORDS[after].closed is None and after not in cue_forms() and not _WORDS[after].verb


def _is_surname(words, place, before):
    """Tell whether a small word with a capital is a name: "...," Long said; "...," He Zhilan, the manager, said."""
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or not word[0].isupper() or before not in ("quote", "comma", "cue"):
        return False
    if word in SURNAMES_TOO:
        return after[0].isupper() and _WORDS[after].closed is None and after not in given_sexes()
    return before == "quote" and _WORDS[word].closed != "pronoun" and after in cue_forms() \
        and cue_forms()[after].form in ("past", "third")


def _is_before_person(words, place):
    """Tell whether a word for one person comes next, and then a name: works spokesman Roe; not: leads doctors."""
    after, name = (*words[place + 1:place + 3], None, None)[:2]
    return after is not None and name is not None and after.islower() and is_person_word(after) \
        and not after.endswith("s") and name[0].isupper()


def _look_up(word):
    """Return the _Word of a word or sign."""
    low, verbs = word.lower().replace("’", "'"), plain_verbs()
    past = low in verbs or (low.endswith("ed") and len(low) > 4)
    closed, cue, small = _closed_tag(word, low), cue_forms().get(low), not word[0].isupper()
    waits = closed in ("number", "to") or low in _WAITING  # for its neighbours
    bare = small and not (closed or cue or past or waits or low.endswith(("ly", "ing")))
    proper = not (small or closed or low in verbs or waits)
    return _Word(low, closed, cue, low in verbs, past, closed if small and not waits else None, bare, proper)


_WORDS = Known(_look_up, 1 << 16)


def _closed_tag(word, low):
    """Return the tag of punctuation, a function word, number, genitive or contraction, or None."""
    if word in _PUNCTUATION or not (word[0].isalnum() or word[0] in "$€£@#"):
        return _PUNCTUATION.get(word, "stop")
    classes = word_classes()
    if low in classes:
        return "time" if word == "May" else classes[low]
    if low[0].isdigit() or low[0] in "$€£":
        return "number"
    if "'" not in low:
        return None
    if _GENITIVE.search(low):
        stem = low[:-2]
        contracted = classes.get(stem) in ("pronoun", "relative", "that") or stem in ("here", "there", "let")
        return "pronoun" if contracted else "genitive"
    if _CONTRACTED.search(low):
        return "pronoun" if classes.get(_CONTRACTED.sub("", low)) == "pronoun" else "auxiliary"
    return None


def _open_tag(word, known, tags, before, opens, headline):
    """Return the tag of a word that no list of function words has: name, verb, adverb, gerund or noun."""
    if known.verb and headline:
        return "verb"
    if word[0].isupper() and not (opens and known.verb):
        return "name"
    if known.low.endswith("ly") and len(word) > 4 and not (known.low in _IN_LY and before in _BEFORE_NOUN):
        return "adverb"
    if before in ("auxiliary", "to") or (before == "adverb" and tags[-2:-1] in (["auxiliary"], ["to"])):
        return "verb" if before != "auxiliary" or known.past else "noun"
    if known.past and before in _BEFORE_VERB:
        return "verb"
    if known.low.endswith("ing") and len(word) > 5 and before not in ("determiner", "possessive", "genitive"):
        return "gerund"
    return "noun"


def _is_verb(cue, words, tags, place):
    """Tell whether a form that may be a noun or an adjective (claims, alleged) is a verb here."""
    before = next((tag for tag in reversed(tags) if tag != "adverb"), "stop")
    if cue.form == "ing":
        return before not in ("determiner", "possessive", "genitive")
    if cue.form == "third" and before == "noun" and _says_behind(words, place):
        return False
    if cue.noun and cue.form == "third" and tags[-1:] == ["cue"] and _DENIES[words[place - 1]]:
        return False  # she denied reports that
    if cue.form == "past" and place > 1 and words[place - 1] in ALONE and words[place - 2] == "of":
        return True  # the author of both told the board
    if before in ("determiner", "possessive", "genitive", "preposition") or (before == "number" and cue.form != "past"):
        return False
    if cue.kind == "judge" and _has_object_and_quote(words, place):
        return True
    if cue.form == "past" or before in ("pronoun", "to", "auxiliary") or (before == "relative" and not cue.noun):
        return True
    if cue.form == "base" and before not in ("coordinator", "quote", "that") and not _is_plural(words, tags):
        return False
    if not cue.noun:
        return before != "as"
    if before in ("noun", "name") and cue.form == "third" and _closes_quote(words, place) and (
            before == "name" or is_person_word(words[place - 1]) or is_body_word(words[place - 1])):
        return True
    after = _tag_after(words, place)
    if before == "name" and cue.form == "third" and set(tags) == {"name"} and place + 1 < len(words):
        follows = words[place + 1] or ""  # Bellamy calls inquiry "a circus", but: Bellamy remarks spark anger
        return not (follows in plain_verbs() or follows in cue_forms() or after in ("auxiliary", "preposition"))
    if before == "noun":
        if is_document_word(words[place - 1]) and cue.form == "third":  # the suit claims inspectors sold keys
            return after not in ("auxiliary", "preposition", "stop", "coordinator")
        actor = is_person_word(words[place - 1]) or is_body_word(words[place - 1])
        return actor and after in ("that", "quote", "pronoun", "determiner", "possessive")
    if before in ("quote", "name", "time") and cue.form == "third":
        return after in _CLAUSE_OPENERS or after == "name" or words[place + 1:place + 2] in (["in"], ["on"], ["at"])
    return after in _CLAUSE_OPENERS


def _has_object_and_quote(words, place):
    """Tell whether a few words for somebody and then a quote follow: calls Ellby "a mistake", call men "losers"."""
    for at in range(place + 1, min(place + 5, len(words))):
        if words[at] is None:
            return at > place + 1
        if _WORDS[words[at]].closed not in (None, "determiner", "possessive", "pronoun", "genitive"):
            return False
    return False


def _is_denying(word):
    cue = cue_forms().get(word.lower())
    return cue is not None and cue.verb in DENYING


_DENIES = Known(_is_denying, 1 << 12)


def _closes_quote(words, place):
    """Tell whether a form ends a line behind a quote and a few words: "We stay", new owner vows."""
    if _tag_after(words, place) != "stop":
        return False
    at = place - 1
    while at > 0 and place - at < 5 and words[at] not in (None, ","):
        at -= 1
    return words[at] == "," and at > 0 and words[at - 1] is None


def _says_behind(words, place):
    """Tell whether a verb of saying comes next, whose subject ends here: a move tenant advocates say, aides said ..."""
    after = cue_forms().get(words[place + 1] or "") if place + 1 < len(words) else None
    return after is not None and after.kind == "say" and after.form in ("base", "past") and not after.noun


def _is_plural(words, tags):
    """Tell whether the words before can be the subject of a bare form: officials say, Smith and Jones say."""
    for place in range(len(tags) - 1, -1, -1):
        word, tag = words[place], tags[place]
        if tag == "name" and "coordinator" in tags[max(0, place - 3):place]:
            return True
        if tag in ("noun", "name"):
            return word.lower().endswith("s") or word.lower() in PLURALS
        if tag not in ("adverb", "time"):
            return tag in ("pronoun", "quote", "comma")
    return False


def _tag_after(words, place):
    word = words[place + 1] if place + 1 < len(words) else "."
    if word is None:
        return "quote"
    return _PUNCTUATION.get(word) or word_classes().get(word.lower(), "name" if word[0].isupper() else "noun")


def is_title_case(words: Sequence[str | None]) -> bool:
    """Tell whether most of a line's longer words have a capital, as in American headlines."""
    if len(words) > 3 * _LONGEST_HEADLINE:
        return False
    long, small = 0, []  # headlines in capitals write all but the small words so
    for word in words:
        if word and len(word) > 3 and word[0].isalpha():
            long += 1
            if word.islower():
                small.append(word)
                if len(small) > _SMALL_WORDS * _LONGEST_HEADLINE:
                    return False
    return 3 < long <= _LONGEST_HEADLINE and len(small) < _SMALL_WORDS * long and not any(
        word_classes().get(word) in (None, "noun") for word in small)
