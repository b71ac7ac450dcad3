"""Whom a pronoun means: he, she, it, they; and those that mean nobody in particular."""

from collections.abc import Callable

from ...english.grammar import ONE_OF_MANY, find_class
from ...english.lexicon import is_person_word
from .beside import find_name_behind
from .discourse import GROUPS, NOBODY, SEXES, THINGS, Speaker
from .documents import find_writer
from .lookup import Mention, last_heard, resolve_name


def find_he_or_she(mention: Mention, resolve: Callable) -> Speaker | None:
    """She: the last subject of that sex, named or not; in "In it she wrote" whoever signed it."""
    if mention.low in SEXES and mention.words not in ("HE", "SHE"):
        writer = find_writer(mention.reading, mention.start, resolve)
        if writer is not None:
            return writer._replace(head=mention.low) if writer.sex in (None, SEXES[mention.low]) else NOBODY
        who = mention.reading.discourse[0].find(mention.low, mention.start)
        if not who.name and not who.head:  # "one", who sells tea, has a head and no name
            heard = last_heard(mention.reading, ("kind", "person"))[1]
            who = heard if heard.sex in (None, SEXES[mention.low]) else NOBODY
        return who._replace(head=mention.low, sex=SEXES[mention.low])
    return None


def find_it_or_they(mention: Mention) -> Speaker | None:
    """It: the last body, or for they several people."""
    if mention.low in THINGS or mention.low in GROUPS:
        if mention.words.isupper() and len(mention.words) > 1:  # IT, the department
            return None
        who = mention.reading.discourse[0].find(mention.low, mention.start)
        if not who.name:
            kinds = ("institution", "country", "document", *(("unnamed",) if mention.low in GROUPS else ()))
            who = last_heard(mention.reading, *(("kind", kind) for kind in kinds))[1]
        return who._replace(head=mention.low)
    return None


def find_nobody(mention: Mention) -> Speaker | None:
    """I, somebody, who: nobody in particular, but for words in capitals, US and ITV, which are names."""
    word = mention.words
    if mention.low.startswith("whose ") and not is_person_word(mention.head):
        return NOBODY._replace(head=mention.low)  # the mayor of a town whose pier fell: it is none that "it" goes on of
    named = find_name_behind(mention) if mention.low in ONE_OF_MANY else None  # another, Karl Roe, said no
    if named:
        return resolve_name(mention, named, named)
    if find_class(mention.low) in ("pronoun", "possessive", "relative", "determiner") and not (
            word.isupper() and 1 < len(word) < 4 and word not in ("ME", "HIM", "HER", "YOU")):
        return NOBODY._replace(head=mention.low)
    return None
