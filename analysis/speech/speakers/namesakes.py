"""Which of two persons with one surname is meant: by the post or kin word beside it, and by who was named before.

Fire chief Roe is Bo Roe, whom another text calls the fire chief, though this one has named Mayor Ann Roe alone.
"""

from bisect import bisect_left, bisect_right
from typing import Any

from ...english.givens import is_one_given
from ...english.names import HONORIFICS
from ...english.posts import FORMER, UNDER
from ...english.words import fold
from .bearers import offices_of
from .forms import title_sex
from .names import Name

_MOST_BEFORE = 200  # names looked at, so that a surname costs no more in a long text
OTHER_POST = FORMER | UNDER | {"acting", "under", "co", "elect", "first"}


def tell_by_role(name: Name, people: list, trades: list) -> int | None:
    """Return which of the `people` (Identities) of a surname alone has the post, or the sex, that stands beside it.

    `trades` are the words before each one's titles: a police chief is no fire chief.
    """
    sex = title_sex((*name.titles, *name.beside))
    fits = [at for at, person in enumerate(people) if sex is None or person.sex in (None, sex)]
    called = [phrase.split(" ") for phrase in offices_of(name)]
    held = [at for at in fits if (not name.trade or name.trade in (trades[at] or {name.trade})) and any(
        _is_one_post(words, phrase.split(" ")) for words in called for phrase in people[at].offices)]
    if len(held) == 1:
        return held[0]
    return fits[0] if len(fits) == 1 and sex is not None and people[fits[0]].sex == sex else None


def _is_one_post(one, other):
    """Tell whether two titles, as words, can be one: state senator and senator, not vice president and president."""
    more = set(one) ^ set(other)
    return one[-1] == other[-1] and one[-1] not in HONORIFICS and more.isdisjoint(OTHER_POST) \
        and (more.isdisjoint(one) or more.isdisjoint(other))


def find_told(mention: Any, core: str, inside: bool) -> Any:
    """Return whom a title or role tells beside a shared surname in a mention or, not `inside`, behind it, or None."""
    own = mention.reading.register.articles[mention.reading.article]
    at = bisect_right(own.starts, mention.end) - 1 if inside else bisect_left(own.starts, mention.end)
    name = own.names[at] if 0 <= at < len(own.names) else None
    if name is None or name.core != core or (inside and name.start < mention.start):
        return None
    return mention.reading.register.told(mention.reading.article, name.start)


def find_named_before(mention: Any, surname: str) -> str:
    """Return the one full name with a surname that the paragraph, else the text, has before a mention, "" for several.

    Who is first named further on is no reader's answer: "Beck told the crowd", before there is a second Beck.
    """
    reading, text = mention.reading, mention.reading.text
    own, last = reading.register.articles[reading.article], fold(surname)
    paragraph, near, before = text.rfind("\n", 0, mention.start) + 1, set(), set()
    at = bisect_left(own.starts, mention.start)
    for name in own.names[max(0, at - _MOST_BEFORE):at]:
        person = reading.register.told(reading.article, name.start) if fold(name.core) == last else None
        core = person.name if person else name.core
        if fold(core).endswith(f" {last}"):
            (near if name.start >= paragraph else before).add(core)
    found = near or before
    return found.pop() if len(found) == 1 else ""


def is_namesake(aliases: dict, surname: str, register: Any, article: str) -> bool:
    """Tell whether a surname of people.csv is another's in this article: Brian Leck, where the table has Colin Leck."""
    who, last = aliases[surname], f" {surname}"
    givens = [alias.split()[0] for alias, owner in aliases.items() if owner == who and alias.endswith(last)]
    person = register.find(article, surname) if givens else None
    name = fold(person.name) if person else ""
    return name.endswith(last) and not any(is_one_given(name.split()[0], given) for given in givens)
