"""Who is meant by a body or an office: the ministry, its spokesman, the mayor with his name beside it, the governor."""

from bisect import bisect_left
from collections.abc import Callable

import regex

from ...english.lexicon import is_body_word, is_medium_name, is_person_word, post_kind
from ...english.posts import FIRMS, GENERIC_BODIES
from .beside import find_name_behind, find_name_inside
from .discourse import Speaker
from .forms import is_body, may_be_called, strip_genitive
from .holders import find_holder
from .lookup import (
    SPOKEN,
    Mention,
    called_behind,
    ends_as_plural,
    find_employer,
    is_titled,
    last_body,
    last_heard,
    look_up,
    post_of,
    resolve_name,
    sex_and_number,
)

_OF_NAME = regex.compile(r" (?:of|for) (?:the )?\p{Lu}[\p{L} ]*")
_KEPT = regex.compile(r" (?:of|for|with|at|from|in|close to|familiar)\b")
# Between a name and the role behind it: Roe, a lawyer; Roe of Port, a lawyer; Roe, 66, a lawyer; Roe - a lawyer
_APART = regex.compile(r"(?: of \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)*)?(?:, (?:\p{N}{1,3}, )?| ?[—–-]{1,2} ?)")


def find_body(mention: Mention) -> Speaker | None:
    """The ministry, the U.S. State Department, the group."""
    reading, group, head = mention.reading, mention.group, mention.head
    if not is_body_word(head) or (len(group.split(" ")) == 2 and not is_body(group)):
        return None
    named = find_name_behind(mention) if head.islower() else None
    if named:
        who = resolve_name(mention, named, named)
        return who._replace(kind=who.kind or "institution")  # the company, Corvane, said
    tail = mention.tail
    official = _OF_NAME.match(tail) if head[:1].isupper() else None
    if official:  # the Office of Fair Trade
        group, tail = group + official.group().rstrip(), ""
    name = reading.register.body(reading.article, strip_genitive(group)[0])
    if name is None and group.islower() and " " not in group:
        name = called_behind(reading, mention.end, head) or last_body(reading, mention.start, head)
        if name is None and head in GENERIC_BODIES and not tail and mention.words[:4].lower() in ("the ", "this"):
            found = (reading.discourse[0].find("it", mention.start), last_heard(reading, ("kind", "institution"))[1])
            name = next((who.name for who in found if who.kind == "institution" and not is_medium_name(who.name)), None)
            name = name if name and may_be_called(name, head) else None
    return Speaker(look_up(reading, group + tail, group, name) or name or group + tail, "institution", head.lower())


def find_named_role(mention: Mention) -> Speaker | None:
    """The mayor of Lima, Ana Sol, said; said the group's founder, Rev. Ana Sol; chief warden and biologist Ana Sol."""
    if not is_person_word(mention.head) or is_titled(mention) or ends_as_plural(mention.head):
        return None
    named = find_name_inside(mention) or find_name_behind(mention)
    if not named:
        return None
    who = resolve_name(mention, named, named)  # its owner, Crane Mills, said
    firm = who.kind == "institution" or (" " not in named and mention.head in FIRMS | {"owner", "owners"})
    return who._replace(kind="institution" if firm else "person")


def find_role_behind(mention: Mention, resolve: Callable) -> Speaker | None:
    """Enter Ms. Roe - a former ferry aide who wrote: behind a name between marks stands who that is."""
    own, text = mention.reading.register.articles[mention.reading.article], mention.reading.text
    clause = text.endswith(" who", 0, mention.end)  # Roe told Poe, the mayor said; but: Poe, the mayor who said
    if not is_person_word(mention.head) or ends_as_plural(mention.head) \
            or mention.words.split(" ")[0].lower() not in (("a", "an", "the") if clause else ("a", "an")):
        return None
    if not clause and text[mention.end:mention.end + 1] == " " and text.endswith(", ", 0, mention.start):
        return None  # he stood beside Ann Roe, a neighbour said
    at = bisect_left(own.starts, mention.start)
    for name in reversed(own.names[max(0, at - 2):at]):
        if not (name.owner or name.definite) and _APART.fullmatch(text[name.end:mention.start]):
            who = resolve(mention.reading, name.start, name.end)[1]
            if who.kind == "person":
                return who
    return None


def find_spokesperson(mention: Mention) -> Speaker | None:
    """A department spokesperson speaks for the department; an official of it is unnamed."""
    reading, head = mention.reading, mention.head.lower()
    if not is_person_word(mention.head) or is_titled(mention):
        return None
    body = find_employer(mention)
    if not body:
        return None
    spoken = SPOKEN.fullmatch(head) is not None
    name = look_up(reading, mention.group + mention.tail, f"{body} {head}", f"{body} spokesperson" if spoken else None)
    if spoken:
        name = name or look_up(reading, body) or body
    kind = post_kind(head)
    if not spoken and not name and kind == "office":
        holder = find_holder(mention, head)
        if holder:
            return holder[1]
    return Speaker(name or mention.group + mention.tail, kind, head, *sex_and_number(head))


def find_voice(mention: Mention) -> Speaker | None:
    """The board said that it fell. "It's sad," a spokeswoman said: hers is the body that the sentence before is of."""
    head = mention.head.lower()
    if mention.low not in (f"a {head}", f"the {head}") or mention.tail or not SPOKEN.fullmatch(head) \
            or head.endswith(("men", "women", "people")):
        return None
    discourse = mention.reading.discourse[0]
    who = discourse.subject_before(mention.start, "institution")
    named = who.name and not who.name.islower() and not is_medium_name(who.name)
    said = named and discourse.speaks_before(mention.start)
    return Speaker(who.name, post_kind(head), head, *sex_and_number(head)) if said else None


def find_officer(mention: Mention) -> Speaker | None:
    """The governor is the governor whom the text names; the spokesman the one heard last."""
    reading, head = mention.reading, mention.head.lower()
    if not is_person_word(mention.head) or is_titled(mention):
        return None
    group, tail = mention.group, mention.tail
    name = look_up(reading, group + tail, group)
    if name:
        return Speaker(name, post_kind(head) if is_body(name) else "person", head)
    definite = mention.words[:4].lower() == "the " or (mention.words == group and group[:1].isupper())
    if definite:
        at, before = last_heard(reading, ("head", post_of(head)))
        if post_kind(head) == "office" or not ends_as_plural(head):
            holder = find_holder(mention, head)
            if holder and not (at > holder[0] and group.islower() and before.kind != "person"):
                return holder[1]
        if at >= 0 and group.islower() and not tail:
            return before._replace(head=head)
        if group.islower() and " " not in group and not ends_as_plural(head) and not tail:
            return reading.discourse[0].find_told_of(head, mention.start)._replace(head=head)
    whole = group + (tail if _KEPT.match(tail) else "")
    if mention.words.lower().startswith("one "):
        whole = mention.words
    return Speaker(whole, post_kind(head) if definite else "unnamed", head, *sex_and_number(head))
