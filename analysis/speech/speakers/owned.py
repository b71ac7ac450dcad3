"""Who belongs to somebody named, or is one of several: his campaign, her brother, its spokesman, one of her aides."""

from collections.abc import Callable

import regex

from ...english.lexicon import is_body_word, is_person_word, names_bodies, post_kind, word_sex
from ...english.nouns import singular
from ...english.words import fold
from .beside import find_name_behind
from .discourse import AUTHORS, GROUPS, SEXES, THINGS, Speaker
from .forms import LEAD, is_post, strip_genitive
from .lookup import SPOKEN, Mention, look_up, resolve_name, sex_and_number

_ONE_OF = regex.compile(r"(?:one|another) of ")


def find_one_of(mention: Mention, resolve: Callable) -> Speaker | None:
    """Return the one who is picked out of several, under these words (one of the clerks, one of Karl Roe’s men)."""
    picked = _ONE_OF.match(mention.low)
    if picked is None:
        return None
    named = find_name_behind(mention)
    if named:
        return resolve_name(mention, named, named)
    noun = singular(fold(mention.head))
    words = mention.low[:picked.end()] + mention.words[picked.end():]
    first, _, rest = mention.words[picked.end():].partition(" ")
    if not rest and first.lower() in GROUPS:  # two guards came; one of them said
        several = resolve(mention.reading, mention.end - len(first), mention.end)[1]
        if several.name and several.plural and several.kind == "unnamed":
            group = LEAD.sub("", several.name)
            words = f"{mention.low[:picked.end()]}the {group[:1].lower()}{group[1:]}"
            noun = singular(several.head or noun)
        return Speaker(words, "unnamed", noun, word_sex(noun))
    if first.lower() in (*SEXES, *THINGS, *GROUPS):
        at = mention.reading.text.find(first, mention.start + len("one"), mention.end)
        owner = resolve(mention.reading, at, at + len(first))[1] if at >= 0 else None
        if owner and owner.kind in AUTHORS and not owner.name.islower():
            words = f"{mention.low[:picked.end()]}{owner.name}’s {rest}"
    kind = "institution" if names_bodies(noun) else "unnamed"
    return Speaker(look_up(mention.reading, words) or words, kind, noun, word_sex(noun))


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
    owner = [*words[:last], strip_genitive(words[last])[0]]
    if mention.low.startswith("the ") and is_post(owner):
        return None, words  # the Attorney General's paper is nobody's who is called General
    named = " ".join(owner)
    at = mention.reading.text.find(named, mention.start, mention.end)
    who = resolve(mention.reading, at, at + len(named))[1] if at >= 0 else None
    return (who if who and who.kind == "person" else None), words[last + 1:]
