"""Find noun phrases in a sentence read by tagged.tag_sentence: from their last word or from their first.

All functions take a Tagged and positions of its tokens, and return (first, last) positions of a phrase, or None.
"""

from ...english.grammar import DETERMINERS, NOUN_PREPOSITIONS
from ...english.lexicon import is_body_word, is_person_word, names_bodies
from ...english.names import name_particles
from ...english.nouns import PLURALS
from ...english.verbs import TAKING_PART
from .tagged import Phrase, Tagged
from .tags import ALONE, NOMINAL

_PARTICLES = name_particles() - {"ten"}  # ten: more often a number
_INSIDE = ("noun", "name", "number", "genitive", "determiner", "possessive")
REACH = 60  # tokens looked at on one side: longer than any phrase, so that no sentence costs more than its length
_NOT_BEFORE_SUBJECT = ("preposition", "to", "determiner", "possessive", "genitive", "number", "name", "pronoun",
                       "gerund")
_LONGEST = 12  # tokens of a phrase without its prepositions
ONE = ("one", "another")  # of several


def phrase_ending(tagged: Tagged, last: int) -> Phrase:
    """Return the noun phrase whose last token is at `last`: a spokesman for the ministry.

    Of a name with a preposition behind it the name alone is returned (Smith in a statement).
    """
    tags, words = tagged.tags, tagged.words
    end = last
    first = _before_participle(tagged, _core_start(tagged, last))
    if first > 3 and words[first - 2:first] == ["close", "to"] and tags[first - 3] in ("noun", "name"):
        return _core_start(tagged, first - 3), last  # a skipper close to the board
    while first > 1 and tags[first - 1] in ("preposition", "to") and words[first - 1].lower() in NOUN_PREPOSITIONS \
            and tags[first - 2] in ("noun", "name") and last - first < REACH:
        word = words[first - 1].lower()
        core = _core_start(tagged, first - 2)
        if core and tags[core - 1] in ("verb", "cue", "gerund") and word != "of":  # met voters in Marlow
            break
        if tags[first - 2] == "name" and word not in ("of", "for") and not is_person_word(words[first - 2]):
            end = first - 2
        first = _before_participle(tagged, core)
    if first > 1 and opens_one_of(tagged, first - 2):
        return first - 2, end  # one of the clerks, one of them
    return _first_joined(tagged, _without_noun_before(tagged, first, end)), end


def opens_one_of(tagged: Tagged, at: int) -> bool:
    """Tell whether the token at `at` picks one of several: one of the clerks, another of her aides."""
    return (tagged.words[at] or "").lower() in ONE and tagged.words[at + 1:at + 2] == ["of"]


def _first_joined(tagged, first):
    """Step over "and the": Smith and the Harbour Board said, where Smith opens the clause."""
    tags = tagged.tags
    starts = first > 1 and tags[first] in ("determiner", "possessive", "name")
    if not starts or tagged.words[first - 1] not in ("and", "&") or tags[first - 2] not in ("name", "noun"):
        return first
    other = _core_start(tagged, first - 2)
    opens = other == 0 or tags[other - 1] in ("quote", "stop", "that")
    return other if opens and (tags[first - 2] == "name" or is_person_word(tagged.words[first - 2])
                               or is_body_word(tagged.words[first - 2])) else first


def _without_noun_before(tagged, first, last):
    """Step over the noun of a clause without that: a step [tenant lawyers] say is meant to hurt."""
    words = tagged.words
    if words[first] not in ("a", "an") or last - first < 2 or not is_person_word(words[last]) \
            or not words[last].endswith("s") or tagged.tags[last] != "noun":
        return first
    return first + 2


def _before_participle(tagged, first):
    """Step over a participle: protesters marching through the streets, a letter obtained by the paper."""
    tags = tagged.tags
    if first > 2 and tags[first - 1] in ("preposition", "to") and tags[first - 3] in ("noun", "name") and (
            tags[first - 2] == "gerund" or (tags[first - 2] in ("verb", "cue") and (
                tagged.words[first - 1] == "by" or tagged.words[first - 2] in TAKING_PART))):
        return _core_start(tagged, first - 3)
    return first


def _core_start(tagged, last):
    """Return the first token of the phrase that ends at `last`, prepositions left out."""
    if tagged.tags[last] == "pronoun":
        return last
    if tagged.tags[last] == "name":
        return name_start(tagged, last)
    tags = tagged.tags
    first = last
    while first and last - first < _LONGEST:
        tag = tags[first - 1]
        if tag in ("determiner", "possessive"):
            return _first_determiner(tagged, first - 1)
        inside = tag == "adverb" and first > 1 and tags[first - 2] in ("determiner", "noun")  # the most recent plan
        if not inside and tag not in ("noun", "name", "number", "genitive", "gerund"):
            break
        first -= 1
    return _first_adjective(tagged, first, last)


def _first_adjective(tagged, first, last):
    """Step over "and" between the adjectives of one head: the Ellbian and Ostrian ferry ministries."""
    tags, words = tagged.tags, tagged.words
    if first > 2 and tags[first] == tags[first - 2] == "name" and words[first - 1] == "and" and first < last \
            and tags[first - 3] == "determiner" and words[last].endswith("s") and names_bodies(words[last]):
        return first - 3
    return first


def _first_determiner(tagged, first):
    while first and tagged.tags[first - 1] == "determiner":  # all the men
        first -= 1
    return first


def _is_ordinal(word):
    return word is not None and word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th"))  # the 14th Amendment


def name_start(tagged: Tagged, last: int) -> int:
    """Return the first token of the names that end at `last`, with what stands before them as a title."""
    tags, words = tagged.tags, tagged.words
    first = last
    while first and last - first < _LONGEST:
        if tags[first - 1] in ("name", "genitive") or words[first - 1] in _PARTICLES or _is_ordinal(words[first - 1]):
            first -= 1
        elif words[first - 1] in ("and", "&") and first > 1 and tags[first - 2] == "name":
            first -= 2
        else:
            break
    # the ministry spokesman John Smith, the state news agency ABC
    if first and tags[first - 1] == "noun" and (is_person_word(words[first - 1]) or is_body_word(words[first - 1])):
        while first and tags[first - 1] in ("noun", "name", "genitive", "number") and last - first < _LONGEST:
            first -= 1
    return first - 1 if first and tags[first - 1] in ("determiner", "possessive") else first


def phrase_starting(tagged: Tagged, first: int) -> Phrase | None:
    """Return the noun phrase that begins at `first`, without an apposition: said [John Smith], a lawyer."""
    tags, words, size = tagged.tags, tagged.words, len(tagged.tags)
    if first >= size or (tags[first] not in NOMINAL and tags[first] not in _INSIDE):
        return None
    if tags[first] == "pronoun":
        several = phrase_starting(tagged, first + 2) if opens_one_of(tagged, first) else None
        return first, first if several is None or tags[several[0]] == "pronoun" else several[1]
    at = first
    while at < min(size, first + REACH):
        follows = tags[at + 1] if at + 1 < size else "stop"
        day = tags[at] == "time" and follows in ("noun", "name") and at > first  # a Wednesday editorial
        joined = words[at] in ("and", "&") and ((follows == "name" and tags[at - 1] == "name")
                                                or _joins_roles(tagged, at))
        tail = words[at] in ("of", "for") and follows in _INSIDE and follows != "number"
        if not (tags[at] in _INSIDE or day or joined or tail or words[at] in _PARTICLES):
            break
        at += 1
    if at - first > 2 and words[at - 2] == "of" and words[at - 1] in ALONE:
        return first, at - 1  # the author of both told
    while at > first and tags[at - 1] not in ("noun", "name", "number"):
        at -= 1
    return (first, at - 1) if at > first else None


def _joins_roles(tagged, at):
    """Tell whether "and" joins two roles of one name: chief warden and park biologist Ann Smith."""
    tags, words = tagged.tags, tagged.words
    name = next((place for place in range(at + 1, min(len(tags), at + 5)) if tags[place] == "name"), None)
    return name is not None and tags[at - 1] == "noun" and is_person_word(words[at - 1]) and name > at + 1 \
        and is_person_word(words[name - 1]) and all(tags[place] == "noun" for place in range(at + 1, name))


def is_actor(tagged: Tagged, phrase: Phrase) -> bool:
    """Tell whether a phrase can speak: a pronoun, a name, a person's office or an institution."""
    head = phrase[1]
    for place in range(phrase[0] + 1, phrase[1] + 1):
        if tagged.tags[place] in ("preposition", "to", "relative", "comma", "gerund", "that"):
            head = place - 1
            break
    return tagged.tags[head] in ("pronoun", "name", "possessive", "genitive", "relative") \
        or is_person_word(tagged.words[head]) or _is_many(tagged, phrase, head) \
        or (is_body_word(tagged.words[head]) and not _is_condition(tagged, head))


def _is_condition(tagged, head):
    """Tell whether a state is no country: a state of emergency, the state of the pier; not the state of Marlow."""
    words = [word or "" for word in tagged.words[head:head + 4]]
    if words[0].lower() != "state" or words[1:2] != ["of"]:
        return False
    of = [word for word in words[2:] if word not in DETERMINERS]
    return bool(of) and of[0].islower()


def _is_many(tagged, phrase, head):
    """Tell whether a phrase counts people: a cluster of people, a series of mayors, dozens of men."""
    last, first = tagged.words[phrase[1]], tagged.tags[phrase[0]]
    counted = first == "number" or tagged.words[phrase[0]].lower() in ("a", "an") or phrase[0] == head
    return counted and tagged.words[head + 1:head + 2] == ["of"] and is_person_word(last) \
        and (last.endswith("s") or last in PLURALS)


def phrase_before_aside(tagged: Tagged, comma: int) -> Phrase | None:
    """Return the phrase before the apposition that ends at `comma`: Smith, 42, a lawyer from Marlow, said."""
    tags = tagged.tags
    mark = "comma" if tags[comma] == "quote" else tags[comma]
    at = comma - 1
    while at > max(0, comma - REACH):
        if tags[at] in ("stop", "colon"):
            return None
        if tags[at] == mark and tags[at - 1] in NOMINAL:
            first, last = phrase_ending(tagged, at - 1)
            before = tags[first - 1] if first else "start"
            if not (before == "comma" and tags[first] == "number") and before not in _NOT_BEFORE_SUBJECT \
                    and not _is_role_of_name(tagged, first):
                return first, last
        at -= 1
    return None


def _is_role_of_name(tagged, first):
    """Tell whether a phrase stands behind a name as what he is: Smith, treasurer of the fund, Inc., said."""
    tags = tagged.tags
    if first < 2 or tags[first - 1] != "comma" or tags[first - 2] != "name":
        return False
    head = first
    while head + 1 < len(tags) and (tags[head] in ("determiner", "possessive") or tags[head + 1] == "noun"):
        head += 1
    return tags[head] == "noun" and is_person_word(tagged.words[head])
