"""What the words of a name tell by themselves: which of them are the name, a body's or not, and titles before it."""

from functools import lru_cache
from typing import NamedTuple

import regex

from ...english.frequency import zipf
from ...english.grammar import find_class
from ...english.lexicon import (
    given_sexes,
    is_body_word,
    is_document_word,
    is_medium_name,
    is_person_word,
    names_bodies,
    post_kind,
    word_sex,
)
from ...english.names import (
    FIRM_WORDS,
    GENERATIONS,
    JOINED_STARTS,
    LABELS,
    LETTERS,
    OFFICE_LETTERS,
    SAINTS,
    name_particles,
)
from ...english.nouns import singular
from ...english.posts import SORTS, UNTOLD
from ...english.verbs import cue_forms, plain_verbs
from ...english.words import fold
from ...rules import Rule, RuleList, Setting
from ..sentence.tags import SURNAMES_TOO

EVERYDAY = Setting("everyday_name", 4.0, "Zipf frequency from which a word in capitals is one of everyday prose: no "
                   "surname alone behind people, and an adjective's part where a hyphen joins it",
                   chosen="united and project have 5, cat 5, Whitlow 1.7: Ellby Tenants United, a Fat-cat Whitlow")
ARTICLE = r"(?:(?:al|el|as|ash|ad|ul)-)"  # Ahmed al-Rashidi
LEAD = regex.compile(r"^(?:the|an?|this|that|these|those|some|one|another|both|all)\s+(?!and\b)", regex.IGNORECASE)
_TRADE = regex.compile(r"\p{Lu}\p{Ll}+(?:er|or|ist|ian|eer|ant|man|woman)$")  # Engineer, Diver, Warden
_JOINED = regex.compile(rf"^(?!(?:{'|'.join(JOINED_STARTS)}|O['’])\p{{Lu}})"
                        r"\p{Lu}\p{Ll}+\p{Lu}\p{L}*$")  # MusicBox
_BARE = regex.compile(rf"^{ARTICLE}")


class FirstWord(NamedTuple):
    """The first word of a run of words with capitals: all words, the word, its class, whether it opens a sentence."""

    words: list
    word: str
    kind: str | None
    opens: bool


@lru_cache(maxsize=1 << 16)
def key_of(words: str) -> str:
    """Return words as they are compared: folded, without a leading article."""
    return " ".join(fold(word) for word in LEAD.sub("", words.strip()).split())


@lru_cache(maxsize=1 << 16)
def read_run(run: str, opens: bool) -> tuple[int, tuple, str, bool] | None:
    """Return (offset, titles, name, owner) of a run: how many characters stand before it that are no name; or None.

    `opens`: it stands at the head of a sentence, where a capital tells nothing.
    """
    words, offset = run.replace("\u00a0", " ").split(" "), 0
    while words and _is_no_name(words, opens and not offset):
        offset += len(words[0]) + 1
        words = words[1:]  # The, But, On, Attacking
    if not words or find_class(words[0]) == "time":
        return None
    words[-1], owner = strip_genitive(words[-1])
    inner = max((at for at, word in enumerate(words) if strip_genitive(word)[1] and not _is_part(words, at)),
                default=-1)  # the radio's John Smith
    titles, core = split_titles(words[inner + 1:])
    return (offset, tuple(titles), " ".join(core), owner) if core else None


def _is_part(words, at):
    """Tell whether a genitive belongs to a body's name: the Farmers' League, St. Ann's Hospital."""
    if not is_body_word(words[-1]) or at == len(words) - 1:
        return False
    return words[at].endswith(("s'", "s’")) or words[0].rstrip(".").lower() in SAINTS


def _is_no_name(words, opens):
    return NO_NAME.decide(FirstWord(words, words[0], find_class(words[0]), opens))[1] == "no name"


def strip_genitive(word: str) -> tuple[str, bool]:
    """Return (word without its genitive ending, whether it had one)."""
    if "'" not in word and "’" not in word:
        return word, False
    if word.endswith(("'s", "’s")):
        return word[:-2], True
    if word.endswith(("s'", "s’")):
        return word[:-1], True
    return word, False


def split_titles(words: list) -> tuple[list, list]:
    """Return (titles, name): the words before a name that are titles or offices, lower-cased, and the name's words.

    Letters behind it are none of it: Ann Roe KC.
    """
    words = _drop_letters(words)
    if len(words) == 1 or (is_body_word(words[-1]) and not _is_given_first(words)):
        return [], words
    last = max((at for at, word in enumerate(words[:-1]) if _is_title(word)), default=-1)
    if words[last + 1] in ("of", "for"):
        return [], words
    rest = words[last + 1:]
    if last > 0 and len(rest) == 1 and not _is_title(words[0]) and post_kind(words[last].lower()) == "unnamed" \
            and zipf(rest[0].lower()) >= EVERYDAY.value:
        return [], words  # Ellby Tenants United, the Norhaven Farmers Project
    given = next((at for at, word in enumerate(rest[:-1]) if word in given_sexes()), 0)
    if given and len(rest) > 2 and all(_TRADE.match(word) or word.isupper() for word in rest[:given]):
        last += given  # Engineer Tove Alsing, CEO Jan Roe
    return [word.lower() for word in words[:last + 1]], words[last + 1:]


def _drop_letters(words):
    """Return the words of a name without the letters behind it: Ann Roe KC, Karl Roe MP; not the North Ellby MP."""
    last = len(words)
    while last > 2 and (words[last - 1] == "Esq" or not words[last - 1][1:].islower()):
        letters = words[last - 1].replace(".", "").lower()
        person = letters in OFFICE_LETTERS and not given_sexes().keys().isdisjoint(words[:-2])
        if letters not in LETTERS and not person:
            break
        last -= 1
    return words[:last]


def is_post(words: list) -> bool:
    """Tell whether words with capitals are all titles, so that behind "the" they name a post: the Attorney General."""
    return len(words) > 1 and all(word[:1].isupper() and _is_title(word) for word in words)


@lru_cache(maxsize=1 << 16)
def _is_title(word):
    return word.rstrip(".").lower() not in SAINTS and _is_person(word)


def _is_person(word):
    return is_person_word(word.strip(".")) or is_person_word(word) or (
        "-" in word and any(is_person_word(part) for part in word.split("-")))  # Director-General


def _is_given_first(words):
    """Tell whether two words are a given name and a surname that is a word too: Nora Post, Tom Law."""
    return len(words) == 2 and words[0] in given_sexes() and is_document_word(words[1])


@lru_cache(maxsize=1 << 16)
def is_body(name: str) -> bool:
    """Tell whether a name is an institution's by one of its words, or as an acronym, by the rules of BODIES."""
    return BODIES.decide(name.split())[1] == "body"


@lru_cache(maxsize=1 << 14)
def may_be_called(name: str, noun: str) -> bool:
    """Tell whether a body may be called by a noun: no guild is a ministry, no team of agents a company."""
    words = [singular(fold(word)) for word in name.split(" ")]
    told = {word for word in words if is_body_word(word)}
    if name.islower() or words[0][:1].isdigit():
        return False  # the agency is no team
    return any(noun == word or any({noun, word} <= sort for sort in SORTS) for word in told) or (
        not told and noun in UNTOLD)


@lru_cache(maxsize=1 << 16)
def name_parts(core: str) -> tuple[tuple, str]:
    """Return (the folded words of a person's name without particles and suffix, the suffix): ((jan, roe), jr)."""
    words = [fold(word) for word in core.split()]
    suffix = next((word for word in words[1:] if word in GENERATIONS), "")
    parts = []
    for word in words:
        if word in GENERATIONS or (word in name_particles() and len(words) > 1):
            continue
        parts.append(_BARE.sub("", word) or word)
    return tuple(parts or words), suffix


def title_sex(titles: tuple) -> str | None:
    """Return m or f where one of the title words tells, else None."""
    return next((sex for word in titles if (sex := word_sex(word))), None) if titles else None


# --- the rules of NO_NAME: each takes a FirstWord and returns "name", "no name" or None ------------------------------

def _by_capitals(opening):
    shouted = opening.word.isupper() and len(opening.word) > 1
    if not shouted:
        return None
    return "no name" if opening.word.lower() in LABELS else "name"


def _by_surname(opening):
    two = opening.kind in ("pronoun", "adverb") and len(opening.words) == 2 and not opening.opens
    if not two or opening.words[1] in given_sexes():
        return None
    return "no name" if opening.kind == "pronoun" and opening.word not in SURNAMES_TOO else "name"


def _by_verb(opening):
    words, word, _, opens = opening
    if not opens or len(words) < 2 or (word in given_sexes() and len(words) == 2):
        return None
    low = word.lower()
    verb = low in plain_verbs() or (low in cue_forms() and cue_forms()[low].form in ("ing", "past"))
    return "no name" if verb or (low.endswith("ing") and len(low) > 5 and len(words) > 2) else None


def _by_compound(opening):
    parts = opening.word.split("-")
    joined = opening.opens and len(opening.words) > 1 and len(parts) == 2 and parts[1].islower()
    return "no name" if joined and opening.word not in given_sexes() and all(
        zipf(part.lower()) >= EVERYDAY.value for part in parts) else None


# --- the rules of BODIES: each takes the words of a name and returns "body", "no body" or None ----------------------

def _by_one_word(words):
    if len(words) != 1:
        return None
    word = words[0]
    acronym = len(word) > 1 and word.isupper() and "." not in word
    return "body" if names_bodies(word) or acronym or _JOINED.match(word) else "no body"


def _by_last_word(words):
    firm = words[-1].lower() in FIRM_WORDS and words[-1][:1].isupper() and words[0] not in given_sexes()
    if not (names_bodies(words[-1]) or firm):
        return None
    return "no body" if _is_given_first(words) else "body"


def example_of(text: str) -> str | None:
    """Return the rule about the first word with a capital, or about that behind "met"."""
    opens = not text.startswith("They met ")
    words = [word for word in text.removeprefix("They met ").strip(".").split(" ") if word[:1].isupper()]
    return NO_NAME.decide(FirstWord(words, words[0], find_class(words[0]), opens))[0]


NO_NAME = RuleList("Is the first of some words with capitals none of a name?", (
    Rule("day alone", lambda opening: "name" if opening.kind == "time" and len(opening.words) == 1 else None,
         "A day or month alone is weighed later.", ("They met on Monday.",),
         ("They met on Monday Night.",)),
    Rule("word in capitals", _by_capitals, "Capitals are an acronym's, but for labels of news.",
         ("They met WHO staff.", "UPDATED Ann Bellamy left."), ("They met Who.",)),
    Rule("surname that is a small word", _by_surname, "Inside a sentence He or Long before a word is a surname.",
         ("They met He Zhilan.",), ("They met You Robert.", "He Zhilan left.")),
    Rule("small word", lambda opening: "no name" if opening.kind is not None and opening.kind != "time" else None,
         "The, But and On have their capital from the sentence.",
         ("The Board left.", "They met The Board."), ("Ann Bellamy left.",)),
    Rule("adjective of two words", _by_compound, "Far-right, fat-cat: at the head of a sentence before a name.",
         ("Fat-cat Hobart left.",), ("Ro-jin Hobart left.", "They met Fat-cat Hobart.")),
    Rule("verb", _by_verb, "A verb at the head of a sentence.",
         ("Attacking Nora Tillman helped.", "Said Ann Bellamy.",),
         ("Harding Nora.", "They met Attacking Nora Tillman.")),
), example=example_of)
BODIES = RuleList("Is a name a body's, by its words?", (
    Rule("one word", _by_one_word, "Senate, MusicBox and PORTU are bodies, one word of another shape is none.",
         ("Senate", "MusicBox", "PORTU", "Bellamy"), ("Harbour Board",)),
    Rule("last word", _by_last_word, "The last word says what it is; Nora Post is a woman.",
         ("Harbour Board", "Ferry Ministries", "Ossel Lines", "Nora Post"), ("Board Walk Ellby",)),
    Rule("medium in capitals",
         lambda words: "body" if len(words[0]) > 1 and words[0].isupper() and is_medium_name(words[0]) else None,
         "CNN Harbour is a part of the medium.", ("CNN Harbour",), ("Ann Harbour",)),
    Rule("word inside",
         lambda words: "body" if words[0] not in given_sexes() and any(map(names_bodies, words[:-1])) else None,
         "Ministry of Boats, unless a given name opens it.", ("Ministry of Boats",),
         ("Ann Court Bellamy",)),
), example=lambda name: BODIES.decide(name.split())[0])
