"""Who belongs to somebody named: his campaign, her brother, Mr. Roe's campaign, its spokesman."""

from collections.abc import Callable

from ...english.lexicon import is_body_word, is_person_word, post_kind
from .discourse import AUTHORS, GROUPS, SEXES, THINGS, Speaker
from .forms import strip_genitive
from .lookup import SPOKEN, Mention, look_up, sex_and_number


def find_owned(mention: Mention, resolve: Callable) -> Speaker | None:
    """Return the Speaker under the owner's name (Karl Roe’s campaign), or None where nobody named owns it.

    A body's spokesperson speaks for the body; a campaign that the text calls by its owner's name has that name.
    """
    body, person = is_body_word(mention.head), is_person_word(mention.head)
    words = mention.group.split(" ")
    if len(words) < 2 or not mention.head.islower() or not (body or person):
        return None
    owner, rest = _find_owner(mention, words, resolve)
    if owner is None or owner.kind not in AUTHORS or owner.name.islower() or (person and rest != words[1:]):
        return None
    head = mention.head
    if owner.kind != "person" and SPOKEN.fullmatch(head):
        return Speaker(owner.name, post_kind(head), head, *sex_and_number(head))
    reading, thing = mention.reading, " ".join(rest)
    known = reading.register.body(reading.article, f"{owner.name.split(' ')[-1]} {thing}") if body else None
    name = known or f"{owner.name}’s {thing}"
    kind = "institution" if body else post_kind(head) if owner.kind != "person" else "unnamed"
    return Speaker(look_up(reading, name) or name, kind, head, *sex_and_number(head))


def _find_owner(mention, words, resolve):
    """Return (the Speaker who owns, or None; the words behind the owner's)."""
    first = words[0].lower()
    if first in SEXES or first in THINGS or first in GROUPS:
        who = resolve(mention.reading, mention.start, mention.start + len(first))[1]
        return (who if who.name else None), words[1:]
    last = max((at for at, word in enumerate(words[:-1]) if strip_genitive(word)[1]), default=None)
    if last is None or not is_body_word(mention.head):
        return None, words
    named = " ".join([*words[:last], strip_genitive(words[last])[0]])
    at = mention.reading.text.find(named, mention.start, mention.end)
    who = resolve(mention.reading, at, at + len(named))[1] if at >= 0 else None
    return (who if who and who.kind == "person" else None), words[last + 1:]
