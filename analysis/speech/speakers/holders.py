"""Who holds an office, by what this article and the others call their people: the governor, the head of the board."""

import regex

from ...english.grammar import ONE_OF_MANY
from ...english.lexicon import is_person_word, post_kind
from ...english.posts import BESIDE_OFFICES, OF_ANY_BODY
from ...english.words import fold
from .discourse import Speaker
from .forms import strip_genitive
from .lookup import Mention, look_up

_OF = regex.compile(r"^ (?:of|for|in|at|from) (?:the )?")
_OF_BODY = regex.compile(r" (?:of|for) (?:the |its |his |her |their )?(?:\p{Ll}[\p{L}-]*+ )*?(\p{Ll}[\p{L}-]*+)"
                         r"(?=$| (?:of|in|for|at)\b)")
_MOST_NEAR = 20  # places of a surname looked at
_OF_PLACE = regex.compile(_OF.pattern + r"\p{Lu}")  # the senator from Marlow


def find_holder(mention: Mention, head: str) -> tuple[int, Speaker] | None:
    """Return (offset, Speaker) of the person who holds an office, or None; "of Marlow" must fit nobody else's state.

    Another article's holder is taken of an office that one land or house alone has: the governor, not the leader.
    """
    reading = mention.reading
    words = [fold(strip_genitive(word)[0]) for word in mention.group.split(" ")[:-1]]
    modifiers = frozenset(word for word in words if is_person_word(word) or word in BESIDE_OFFICES)
    at, person = reading.register.holder(reading.article, mention.start, head, modifiers)
    shared = head in OF_ANY_BODY and not modifiers
    if person is None and post_kind(head) == "office" and not (shared or _OF_BODY.match(mention.tail)) \
            and mention.low.split(" ")[0] not in ONE_OF_MANY:
        person = reading.register.other_holder(reading.article, head, modifiers)
    if person is None or (_OF_PLACE.match(mention.tail) and not _is_near(mention, person, _OF.sub("", mention.tail))):
        return None
    body = _OF_BODY.match(mention.tail)
    before = strip_genitive(mention.group.split(" ")[-2])[0] if " " in mention.group else ""
    before = before if before[:1].isupper() else body.group(1) if body else ""
    if head in OF_ANY_BODY and before and not _is_near(mention, person, before):
        return None  # neither the Westerline chief nor the chief of the northern command is chief Ann Bellamy
    name = look_up(reading, person.name) or person.name
    return at, Speaker(name, "person", head, person.sex)


def _is_near(mention, person, words):
    """Tell whether the text joins the person's name with the words of an office: Marlow, of the governor of Marlow."""
    text, words = mention.reading.text, words.casefold()
    surname = person.name.split(" ")[-1]
    at = -1
    for _ in range(_MOST_NEAR):
        at = text.find(surname, at + 1, mention.start)
        if at < 0:
            break
        if words in text[at:min(at + 80, mention.start)].partition(". ")[0].casefold() \
                or words in text[max(0, at - 60):at].rpartition(". ")[2].casefold():
            return True
    return False
