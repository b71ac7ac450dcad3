"""What a noun or a name stands for: words for people, bodies, documents, media, places and things."""

from functools import lru_cache

import regex

from .grammar import find_class
from .nouns import singular
from .verbs import cue_forms, plain_verbs, suffix
from .wordlists import groups_of, listed, mapped
from .words import fold

_MEDIUM = regex.compile(r"\b(?:news (?:agency|agencies|site|website|channel)|newspapers?|radio|television|TV"
                        r"|broadcasters?|magazine|wire)$", regex.IGNORECASE)
_PERSON_ENDINGS = ("ist", "ists", "ician", "icians", "woman", "women", "person", "sman", "smen", "geon", "geons")


@lru_cache(maxsize=1 << 16)
def is_person_word(word: str | None) -> bool:
    """Tell whether the word names a person by what they are (minister, spokesman, official, economist)."""
    if word is None:
        return False
    low = word.lower()
    verb = low in cue_forms() or low in plain_verbs()  # insists, consists
    post, _, behind = low.partition("-")
    return low in _person_words() or (low.endswith(_PERSON_ENDINGS) and not verb) or (
        behind in _BEHIND_POSTS and post in _person_words())


_BEHIND_POSTS = frozenset(["in-chief", "general", "elect", "designate", "at-arms", "at-large", "in-residence"])


@lru_cache
def _person_words():
    return listed("offices") | frozenset(map(str.lower, listed("titles")))


@lru_cache
def titles() -> frozenset[str]:
    """Return the folded titles and offices that stand before a name, without stops: sen, senator."""
    return frozenset(fold(word).rstrip(".") for word in listed("titles") | listed("offices"))


@lru_cache(maxsize=1 << 16)
def is_body_word(word: str | None) -> bool:
    """Tell whether the word names an institution, or what one writes (ministry, party, report)."""
    return word is not None and word.lower() in listed("institutions")


def names_bodies(word: str) -> bool:
    """Tell whether the word names an institution or several (ministry, ministries)."""
    return is_body_word(word) or is_body_word(singular(word.lower()))


@lru_cache(maxsize=1 << 16)
def is_document_word(word: str | None) -> bool:
    """Tell whether the word names something written or broadcast that is quoted (report, lawsuit, post)."""
    return word is not None and word.lower() in _documents()


@lru_cache
def _documents():
    return _with_plurals(listed("institutions", kind="document"))


def is_saying_noun(word: str | None) -> bool:
    """Tell whether the word is a noun for something said (claim, statements)."""
    return word is not None and word.lower() in _saying_nouns()


@lru_cache
def _saying_nouns():
    return _with_plurals(listed("saying_nouns"))


def _with_plurals(nouns):
    return nouns | {suffix(noun, "s") for noun in nouns}


_OF_EITHER = frozenset(["chairman", "co-chairman", "deputy-chairman", "vice-chairman", "ombudsman", "freshman",
                        "alderman"])  # Ellack, the new chairman, has form: she once ran a bank


@lru_cache(maxsize=1 << 16)
def word_sex(word: str) -> str | None:
    """Return m or f where a title, a role or a kinship word in small letters tells (mrs., mother), else None."""
    sex = _sexes().get(word) or _sexes().get(word.strip("."))
    if sex is None and word.endswith(("woman", "women")):
        return "f"
    if sex is None and word.endswith(("man", "men")) and is_person_word(word) and word not in _OF_EITHER:
        return "m"
    return sex


@lru_cache
def _sexes():
    """Return {word in small letters: m or f} of the titles, roles and kinship words that tell."""
    return {word.lower(): sex for name, column in (("offices", "word"), ("titles", "title"))
            for word, sex in mapped(name, column, "sex").items()}


@lru_cache
def title_sexes() -> dict[str, str]:
    """Return {title in small letters: m or f} of the titles that tell (lists/titles.csv)."""
    return {title.lower(): sex for title, sex in mapped("titles", "title", "sex").items()}


@lru_cache
def title_offices() -> dict[str, str]:
    """Return {title in small letters: the office word it is short for} (gov.: governor)."""
    return {title.lower(): office for title, office in mapped("titles", "title", "office").items()}


def given_sexes() -> dict[str, str]:
    """Return {given name: m or f} of lists/given_names.csv."""
    return mapped("given_names", "name", "sex")


# What men and women are called for short: Mel Strickland may be a Melvin or a Melanie.
_FOR_BOTH = frozenset(["Alex", "Ali", "Charlie", "Chris", "Drew", "Gerry", "Jan", "Jean", "Jess", "Kit", "Laurie",
                       "Les", "Max", "Mel", "Nico", "Ronnie", "Sam", "Sasha", "Terry"])


def given_sex(name: str) -> str | None:
    """Return m or f where a given name is mostly one sex's, else None."""
    return None if name in _FOR_BOTH else given_sexes().get(name)


@lru_cache
def folded_given_sexes() -> dict[str, str]:
    """Return {folded given name: m or f} of the same list."""
    return {fold(name): sex for name, sex in given_sexes().items()}


def post_kind(word: str) -> str:
    """Return office or unnamed: whether the word is one person's post (minister) or what many are (official)."""
    return mapped("offices", "word", "kind").get(word, "unnamed")


@lru_cache(maxsize=1 << 16)
def is_thing_word(word: str | None) -> bool:
    """Tell whether a name that ends so is a day's, an event's, a place's or a work's (things.csv, places.csv)."""
    return word is not None and (
        word.lower() in listed("things") or word.lower() in listed("places") or find_class(word) == "time")


def is_vague_noun(word: str) -> bool:
    """Tell whether a folded singular noun by itself names no one thing of an event: way, thing (vague_nouns.csv)."""
    return word in listed("vague_nouns")


def is_thing_noun(word: str) -> bool:
    """Tell whether a folded noun stays a thing's where a headline gives it a capital: bill, law (thing_nouns.csv)."""
    return word in listed("thing_nouns")


def is_surname_too(word: str) -> bool:
    """Tell whether a word for places is a surname as well: Hall, Park, Bridge (places.csv)."""
    return word.lower() in listed("places", surname="yes")


_MESSAGES = {"statement", "communique", "email", "e-mail", "tweet", "post", "message", "statements", "tweets", "posts",
             "comment", "comments", "remark", "remarks", "apology", "testimony", "speech", "words", "letter"}


def is_message_word(word: str | None) -> bool:
    """Tell whether the word names what somebody says or sends: behind it the sender speaks."""
    return word is not None and word.lower() in _MESSAGES


_EPITHETS = {"candidate", "lawmaker", "congressman", "congresswoman", "politician", "mogul", "star", "billionaire",
             "millionaire", "businessman", "businesswoman", "republican", "democrat", "conservative",
             "legislator", "nominee", "contender", "hopeful", "tycoon", "magnate", "singer", "actor", "actress",
             "rapper", "novelist", "statesman", "stateswoman", "incumbent", "frontrunner", "front-runner", "veteran",
             "pro", "laureate", "entrepreneur", "whistleblower", "whistle-blower", "firebrand", "insider", "turncoat",
             "champion", "strongman", "kingmaker", "maverick"}


# Of a firm as of a person: the raider Corlin Group, the debt-laden asset-stripper.
PREYING = frozenset(["raider", "predator", "suitor", "bidder", "asset-stripper", "polluter", "profiteer"])


def is_epithet(word: str) -> bool:
    """Tell whether the word calls somebody by what he or she is known for, and gives no post in the story."""
    return word.lower() in _EPITHETS


@lru_cache(maxsize=1 << 14)
def is_medium_name(words: str) -> bool:
    """Tell whether the words name an outlet, an agency or a platform."""
    bare = words.removeprefix("the ").removeprefix("The ")
    return bare in _media() or words in _media() or bool(_MEDIUM.search(words))


@lru_cache
def _media():
    return listed("media") | frozenset(groups_of("agencies"))
