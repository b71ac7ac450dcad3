"""Function words of English: their classes, by lists/grammar.csv, and the small closed sets that rules ask for."""

from collections.abc import Collection
from functools import lru_cache

from .wordlists import mapped
from .words import fold

BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am"])
HAVE = frozenset(["have", "has", "had", "having"])
DO = frozenset(["do", "does", "did"])
FUTURE = frozenset(["will", "would", "shall", "'ll"])  # what tells of days to come
MODALS = FUTURE | {"should", "can", "could", "may", "might", "must", "cannot"}
AUXILIARIES = BE | HAVE | DO | MODALS
# What parts a helping verb from its verb, beside adverbs in -ly: will soon be closed, has not yet been paid.
PARTING = frozenset(["also", "already", "soon", "now", "then", "once", "almost", "again", "still", "just", "later",
                     "yet", "today", "not", "never", "longer", "no"])
PERSONAL = frozenset(["i", "we", "you", "he", "she", "it", "they"])
POSSESSIVES = frozenset(["my", "our", "your", "his", "her", "its", "their"])
ARTICLES = frozenset(["the", "a", "an"])
# Small words that need another behind them: no line ends in one, titles leave them small.
LINKING = ARTICLES | POSSESSIVES | {"and", "as", "at", "between", "but", "by", "for", "from", "in", "into", "of", "on",
                                    "or", "than", "that", "to", "which", "who", "with"}
# Who is nobody in particular, and words for persons that name none.
VAGUE = frozenset(["anybody", "anyone", "nobody", "somebody", "someone", "everybody", "everyone", "one", "you",
                   "nothing", "them", "us", "me", "him"])
ONE_OF_MANY = frozenset(["a", "an", "one", "another"])  # before somebody or something not told of before
QUESTION_WORDS = frozenset(["whether", "if", "what", "why", "how", "when", "where", "who", "which"])
CONTRASTING = frozenset(["while", "whereas", "although", "though", "but", "and", "however"])
PLACE_PREPOSITIONS = frozenset(["in", "at", "near", "outside", "inside", "around", "across"])
VERB_PREPOSITIONS = frozenset(["with", "to", "on", "at", "for", "against", "over", "of", "from", "in"])  # of objects
NOUN_PREPOSITIONS = frozenset(["of", "for", "in", "at", "from", "with", "to", "on", "inside", "near", "within",
                               "behind", "against", "close", "about", "under", "outside", "above", "below", "beside",
                               "opposite", "aboard", "across", "along", "around"])  # a man outside, officials close to
VERB_PARTICLES = frozenset(["out", "off", "up", "down", "back", "away", "over", "forward", "through", "aside"])
DETERMINERS = ARTICLES | POSSESSIVES | {"this", "that", "these", "those"}
_NEGATIONS = frozenset(["not", "no", "never", "cannot", "nobody", "nothing", "none", "nowhere", "nor", "neither",
                        "without", "no-one"])
SMALL = ("determiner", "preposition", "possessive", "pronoun", "coordinator", "subordinator", "relative", "that", "to",
         "as")  # classes of the list
CLOSED = ("pronoun", "auxiliary", "coordinator", "determiner", "possessive", "preposition", "relative", "subordinator")


def is_negation(word: str) -> bool:
    """Tell whether a folded word denies: not, without, didn't."""
    return word in _NEGATIONS or word.endswith("n't")


_OF_ANY = {"nobody": "anybody", "no-one": "anyone", "nothing": "anything", "none": "any", "no": "any",
           "nowhere": "anywhere", "neither": "either", "nor": "or"}


def is_one_denial(words: Collection[str], others: Collection[str]) -> bool:
    """Tell whether folded words deny the same in another place: paid nobody, never paid anybody."""
    return sum(map(is_negation, words)) == sum(map(is_negation, others)) and any(
        (none in words and some in others) or (none in others and some in words) for none, some in _OF_ANY.items())


def word_classes() -> dict[str, str]:
    """Return {word: class} of lists/grammar.csv, words as the list writes them."""
    return mapped("grammar", "word", "class")


@lru_cache(maxsize=1 << 16)
def find_class(word: str) -> str | None:
    """Return the class of a function word or word of time, or None."""
    return word_classes().get(word.lower())


@lru_cache(maxsize=1 << 16)
def is_function_word(word: str) -> bool:
    """Tell whether a word is in the list and no noun there: meeting and deadly only look like verbs and adverbs."""
    return word_classes().get(word, "noun") != "noun"


@lru_cache
def words_of(*classes: str) -> frozenset[str]:
    """Return the folded words of these classes of the list; without any, all of them."""
    return frozenset(fold(word) for word, kind in word_classes().items() if not classes or kind in classes)
