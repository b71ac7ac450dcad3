"""Name the speakers: from the words that name one here to one name, within the article and across the folder.

The words are looked up in people.csv first, then in the text: a surname's full form, the person whom a pronoun
or an office means, the institution that a spokesperson speaks for.  Without people.csv names are those of the
text.  What can't be decided stays missing.
"""

from bisect import bisect_left
from typing import NamedTuple

import pandas as pd
import regex

from ..tables import conform
from .cues import is_title_case
from .lexicon import find_class, is_body_word, is_person_word, post_kind
from .media import is_medium
from .names import (
    LEAD,
    Cast,
    find_body,
    find_office,
    find_person,
    full_name,
    is_body,
    is_person,
    key_of,
    read_names,
    split_titles,
    strip_genitive,
)
from .quotes import group_rows

_TAIL = regex.compile(r",?\s+(?:who|which|whom)$|,$")
_CONTRACTED = ("'s", "'d", "'ll", "'ve", "'re")
_SEXES = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_THINGS, _GROUPS = {"it", "its", "itself"}, {"they", "their", "them"}
_MESSAGES = {"statement", "communique", "email", "tweet", "post", "message"}  # spoken by their author
_SPOKEN = regex.compile(r"spokes(?:man|woman|person|people|men)")
_HEADLINE = 200  # characters
_PREPOSITION = regex.compile(r"(?:,| (?:of|for|in|at|from|with|to|on|inside|near|within|behind|against|by|about)\b)")


class Speaker(NamedTuple):
    """A speaker: name, type (person, office, institution, country, unnamed; or None), and the mention's last noun."""

    name: str | None
    kind: str | None
    head: str = ""


class Reading(NamedTuple):
    """What one article's mentions are resolved with; `heard` has the last speaker of each kind and head."""

    text: str
    sentences: list  # their starts
    cast: Cast
    aliases: dict
    heard: dict


def name_speakers(quotes, articles, sentences, people):
    """Return `quotes` with the columns speaker, speaker_type and side filled, the rest as it is.

    `people` has the columns name, aliases (parted by |) and side, and may be empty; an alias that two people
    share names neither.  Raises nothing on any text.
    """
    aliases, sides = _read_people(people)
    lines = group_rows(sentences, ["start", "end", "zone"])
    columns = ["row", "start", "end", "kind", "mention_start", "mention_end"]
    spans = group_rows(quotes.assign(row=range(len(quotes))), columns)
    found = [Speaker(None, None)] * len(quotes)
    for name, text in zip(articles["article"].astype(str), articles["text"], strict=True):
        rows = spans.get(name, [])
        reading = _read_article(text, rows, lines.get(name, []), aliases) if rows else None
        for row, who in zip(rows, _name_mentions(reading, rows), strict=True):
            found[row[0]] = who
    named = quotes.assign(speaker=[who.name for who in found], speaker_type=[who.kind for who in found],
                          side=[sides.get(who.name) for who in found])
    return conform("quotes", named, articles)


def _read_people(people):
    """Return ({name or alias as compared: name}, {name: side}); aliases that are shared are left out."""
    owners, sides = {}, {}
    for row in people.itertuples():
        sides[row.name] = row.side
        for alias in (row.name, *str(row.aliases if pd.notna(row.aliases) else "").split("|")):
            if alias.strip():
                owners.setdefault(key_of(alias), set()).add(row.name)
    shared = {alias: min(owner) for alias, owner in owners.items() if len(owner) == 1}
    return shared | {key_of(name): name for name in sides}, sides


def _read_article(text, rows, lines, aliases):
    """Return the Reading of an article: names in quotes and headlines are not the writer's."""
    skipped = [(start, end) for _, start, end, kind, _, _ in rows if kind != "indirect"]
    for start, end, zone in lines:
        if zone == "headline" or (end - start < _HEADLINE and is_title_case(text[start:end].split())):
            skipped.append((start, end))
    cast = read_names(text, _merge(skipped))
    return Reading(text, [start for start, _, _ in lines] or [0], cast, aliases, {})


def _merge(spans):
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _name_mentions(reading, rows):
    """Return the Speaker of each row, resolved in the order in which the mentions stand."""
    spans = [None if pd.isna(start) else (int(start), int(end)) for *_, start, end in rows]
    known = {}
    for start, end in sorted({span for span in spans if span}):
        who = _resolve(reading, start, end)
        known[start, end] = who
        if who.name:
            for key in ("any", ("kind", who.kind), ("head", _post(who.head))):
                reading.heard[key] = (start, who)
    return [known[span] if span else Speaker(None, None) for span in spans]


def _post(word):
    return "spokesperson" if _SPOKEN.fullmatch(word) else word


def _last_heard(reading, *keys):
    """Return (offset, Speaker) of the last speaker heard under one of the keys, or (-1, Speaker(None, None))."""
    return max((reading.heard[key] for key in keys if key in reading.heard), default=(-1, Speaker(None, None)),
               key=lambda heard: heard[0])


def _look_up(reading, *forms):
    """Return the name in people.csv for the first form that has one, or None."""
    return next((reading.aliases[key_of(form)] for form in forms if form and key_of(form) in reading.aliases), None)


def _resolve(reading, start, end):
    """Return the Speaker that the words from start to end name."""
    words = " ".join(_TAIL.sub("", reading.text[start:end]).split())
    low = words.lower().replace("’", "'")
    low = next((low.removesuffix(ending) for ending in _CONTRACTED if low.endswith(ending)), low)
    if low in _SEXES:
        name = find_person(reading.cast, reading.sentences, start, _SEXES[low])
        name = name or _last_heard(reading, ("kind", "person"))[1].name
        return Speaker(_look_up(reading, name) or name, "person" if name else None, low)
    if low in _THINGS or low in _GROUPS:
        kinds = ("institution", "country") if low in _THINGS else ("institution", "country", "unnamed")
        return _last_heard(reading, *(("kind", kind) for kind in kinds))[1]._replace(head=low)
    if find_class(low) in ("pronoun", "possessive"):
        return Speaker(None, None, low)
    group, tail = _split_phrase(LEAD.sub("", words))
    parts = group.split(" ")
    head = strip_genitive(parts[-1])[0]
    name = _look_up(reading, words)
    if name:
        posted = is_body(name) and head.islower() and is_person_word(head)
        return Speaker(name, post_kind(head) if posted else _kind_of(reading, name, words), head.lower())
    if is_body_word(head):
        return _name_body(reading, start, group, tail, head)
    titled = len(parts) > 1 and head[:1].isupper() and split_titles(parts)[0]  # Mr. King
    if is_person_word(head) and not titled:
        named = None if head.endswith("s") else _find_behind(reading, end)
        if named:
            return _name_name(reading, named, named, named.split(" ")[-1])._replace(kind="person", head=head.lower())
        return _name_office(reading, start, words, group, tail, head.lower())
    if head[:1].isupper():
        return _name_name(reading, words, group, head)
    return Speaker(group + tail, "unnamed", head.lower()) if group else Speaker(None, None)


def _split_phrase(words):
    """Return (group, tail): the words up to the first preposition or comma, and the rest."""
    match = _PREPOSITION.search(words)
    return (words[:match.start()], words[match.start():]) if match else (words, "")


def _name_name(reading, words, group, head):
    """Resolve a name with or without titles: Mr Smith, the ministry spokesman John Smith, the radio's John Smith."""
    parts = [strip_genitive(word) for word in group.split(" ")]
    if ("and", False) in parts:
        return Speaker(words, "person", head.lower())
    inner = max((at for at, (_, owner) in enumerate(parts[:-1]) if owner), default=-1)
    parts = [word for word, _ in parts[inner + 1:]]
    lower = max((at for at, word in enumerate(parts) if word[:1].islower() and find_class(word) is None), default=-1)
    core = " ".join(split_titles(parts[lower + 1:])[1])
    full = full_name(reading.cast.full, core)
    name = _look_up(reading, core, full, group) or full
    return Speaker(name, _kind_of(reading, name, words if len(parts) == 1 else core), head.lower())


def _kind_of(reading, name, words):
    """Return person, institution, country, office or None for a name and the words that name it here."""
    form = strip_genitive(LEAD.sub("", words))[0]
    single, place = " " not in form, key_of(form) in reading.cast.places
    if single and is_body(name) and (name.endswith("government") or place):
        return "country"
    if form != words and single and " " not in name:  # the Senate
        return "institution"
    if single and name == form and place:
        return "country"
    if is_body(name) or is_medium(name):
        return "institution"
    last = name.split(" ")[-1]
    if last.islower() and is_person_word(last):
        return post_kind(last)
    return "person" if " " in name or is_person(reading.cast, name) else None


def _name_body(reading, start, group, tail, head):
    """Resolve an institution: the ministry, the U.S. State Department, a statement by the union."""
    if head in _MESSAGES:
        author = regex.match(r" (?:from|by|of) (?:the )?(.+)", tail)
        at = reading.text.find(author.group(1), start) if author else -1
        if at >= 0:
            return _resolve(reading, at, at + len(author.group(1)))
        return _last_heard(reading, "any")[1]._replace(head=head)
    official = regex.match(r" of (?:the )?\p{Lu}[\p{L} ]*", tail) if head[:1].isupper() else None
    if official:  # the Office of Fair Trade
        group, tail = group + official.group().rstrip(), ""
    name = _find_longest(reading, group)
    if name is None and group.islower() and " " not in group:
        name = find_body(reading.cast, start, head)
    return Speaker(_look_up(reading, group + tail, group, name) or name or group + tail, "institution", head.lower())


def _find_longest(reading, group):
    """Return the longest name of an institution in the text that ends with the words of `group`, or None."""
    key = key_of(strip_genitive(group)[0])
    return None if " " not in key and group.islower() else reading.cast.longest.get(key)


def _name_office(reading, start, words, group, tail, head):
    """Resolve people called by what they are: the minister, a department spokesperson, officials."""
    body = _find_employer(reading, start, group, tail)
    if body:
        spoken = _SPOKEN.fullmatch(head) is not None
        name = _look_up(reading, group + tail, f"{body} {head}", f"{body} spokesperson" if spoken else None, body)
        return Speaker(name or (body if spoken else group + tail), post_kind(head), head)
    name = _look_up(reading, group + tail, group)
    if name:
        return Speaker(name, post_kind(head) if is_body(name) else "person", head)
    definite = words[:4].lower() == "the " or (words == group and group[:1].isupper())
    if definite:
        at, name = find_office(reading.cast, start, head) if post_kind(head) == "office" else (-1, None)
        before, who = _last_heard(reading, ("head", _post(head)))
        if before > at and group.islower():
            return who._replace(head=head)
        if name:
            return Speaker(_look_up(reading, name) or name, "person", head)
        if group.islower() and " " not in group and not head.endswith("s"):
            return Speaker(None, None, head)
    return Speaker(group + tail, post_kind(head) if definite else "unnamed", head)


def _find_behind(reading, end):
    """Return the full name between commas behind an office that ends at `end`: the mayor of Lima, Ana Sol, said."""
    at = bisect_left(reading.cast.starts, end)
    name = reading.cast.names[at] if at < len(reading.cast.names) else None
    between = name and reading.text[end:name.start] == ", " and reading.text[name.end:name.end + 1] == ","
    return name.core if between and " " in name.core and not (name.owner or is_body(name.core)) else None


def _find_employer(reading, start, group, tail):
    """Return the institution in a phrase for a person: the State Department in "a State Department spokesperson"."""
    phrases = [" ".join(strip_genitive(word)[0] for word in group.split(" ")[:-1])]
    behind = regex.match(r" (?:for|of|at|from|with) (.+)", tail)
    if behind:
        phrases.append(_split_phrase(LEAD.sub("", behind.group(1)))[0])
    for phrase in phrases:
        last = phrase.split(" ")[-1]
        if is_body_word(last):
            alone = find_body(reading.cast, start, last) if " " not in phrase else None
            return _find_longest(reading, phrase) or alone or phrase
    return None
