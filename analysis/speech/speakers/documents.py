"""Who wrote it: the author for whom a report, a suit, a letter, an ad or a statement speaks."""

from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

import regex

from ...english.grammar import POSSESSIVES
from ...english.lexicon import is_document_word, is_message_word, is_saying_noun
from .discourse import AUTHORS, NOBODY, Speaker
from .lookup import Mention, Reading, is_surname, last_heard

_SAME = {"lawsuit": "suit", "complaint": "suit", "e-mail": "email", "commercial": "ad", "advertisement": "ad",
         "memorandum": "memo", "story": "article", "communiqué": "communique"}
LETTERS = frozenset(["email", "e-mail", "letter", "memo", "message", "note", "text"])
_INSIDE = regex.compile(rf"(?:^|[.!?\n][\"”’]? ?)In (?:it|the (?:{'|'.join(sorted(LETTERS))})),? $")
_SIGNED = regex.compile(r"\b(?:signed|written|drafted|sent|penned|composed) by ")
_RECEIVED = regex.compile(r"\b(?:received|read|opened|got|obtained|was (?:sent|given|handed|shown))\b")
_BEHIND = regex.compile(r"^ (?:from|by|of) (?:the )?(.+)")
_NAME_BEHIND = regex.compile(r" (?:from|by) (?:the )?(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*)")
_OWNER = regex.compile(r"^(.+?)(?:['’]s?|s['’])$")
_NEAR = 24
_TAKEN = regex.compile(  # Roe resigned after a report that found "gaps": it is not hers
    r"\b(?:after|over|amid|following|from|about|despite|before|under|against|of|to|fac(?:e|es|ed|ing)|fear(?:s|ed)?"
    r"|rejected|dismissed|denied|attacked|criticised|criticized|condemned|welcomed|received|got|read|saw|obtained) $")
_FAR = 1200  # characters before a mention in which its document was brought up


@lru_cache(maxsize=256)
def _introduced(nouns):
    """Return the pattern of how a document is brought up: Roe's letter, a long letter, her letter."""
    owned, new = r"(\S+(?: \S+)?)['’]s (?:\S+ )?", r"\b(?:an?|its|his|her|their) (?:[\w’'-]+ ){0,3}"
    return regex.compile(rf"(?:{owned}|{new})(?:{nouns})\b")


def speak_for(mention: Mention, resolve: Callable) -> Speaker | None:
    """Return the Speaker for whom a report, suit or statement speaks: its author where one is named, or itself."""
    head = mention.head.lower()
    noun = head if is_document_word(head) or is_message_word(head) or is_saying_noun(head) else None
    if not noun or (mention.head[:1].isupper() and " " in mention.group) or is_surname(mention):
        return None
    author = _find_author(mention.reading, mention, noun, resolve)
    if author.name:
        return author._replace(head=head)
    if is_message_word(head):
        at, who = last_heard(mention.reading, "any")
        parted = head in LETTERS and "\n" in mention.reading.text[max(at, 0):mention.start]
        return (NOBODY if parted else who)._replace(head=head)  # who spoke before need not have written it
    if not is_document_word(head):
        return None
    whole = mention.group + mention.tail
    noun = _SAME.get(noun, noun)
    known = mention.reading.heard.get(("document", noun))
    if known and " " not in mention.group and not mention.tail:
        return known[1]
    who = Speaker(whole, "document", head)
    if " " in whole and noun:
        mention.reading.heard.setdefault(("document", noun), (mention.start, who))
    return who


def find_writer(reading: Reading, start: int, resolve: Callable) -> Speaker | None:
    """Return the Speaker of "she" in "In it she wrote", by who signed it the sentence before; None for other pronouns.

    Whoever received it did not write it: then nobody is returned.
    """
    opened = _INSIDE.search(reading.text, max(0, start - 24), start)
    if not opened:
        return None
    begin = reading.text.rfind("\n", 0, opened.start() + 1) + 1
    before = reading.text[begin:opened.start()]
    own = reading.register.articles[reading.article]
    for signed in list(_SIGNED.finditer(before))[-1:]:
        names = own.names[bisect_left(own.starts, begin + signed.end()):bisect_left(own.starts, opened.start())]
        found = (resolve(reading, name.start, name.end)[1] for name in names if not name.owner)
        return next((who for who in found if who.kind == "person"), NOBODY)
    return NOBODY if _RECEIVED.search(before) else None


def _find_author(reading, mention, noun, resolve):
    """Return the Speaker for whom a document speaks (Roe's letter, a letter by Roe, the letter she sent), or NOBODY."""
    words = mention.group.split(" ")
    first = mention.words.split(" ")[0].lower()
    if first in POSSESSIVES:
        return resolve(reading, mention.start, mention.start + len(first))[1]
    owner = next((at for at in range(len(words) - 2, -1, -1) if words[at].endswith(("'s", "’s", "s'", "s’"))), None)
    if owner is not None:
        phrase = " ".join(words[:owner + 1])
        return _resolve_words(reading, _OWNER.sub(r"\1", phrase), mention.start, mention.end, resolve)
    behind = _BEHIND.match(mention.tail)
    if behind:
        author = behind.group(1)
        if not (mention.tail.startswith(" of") and author[:1].islower()):
            who = _resolve_words(reading, author, mention.start, mention.end + len(mention.tail) + 4, resolve)
            if who.kind in AUTHORS:
                return who
    source = reading.text[:mention.start].lower().endswith(("according to ", "says ", "said "))
    taken = _TAKEN.search(reading.text, max(mention.start - _NEAR, 0), mention.start)
    if first in ("a", "an", "another") and not (behind or source or taken):  # Roe sent a letter that called it mad
        return reading.discourse[0].subject_of(mention.start)
    if is_document_word(noun) and first in ("the", "that", "this") and len(words) < 3:
        return _find_earlier(reading, mention, noun, resolve)
    return NOBODY


def _resolve_words(reading, words, start, end, resolve):
    at = reading.text.find(words, start, end + len(words))
    return resolve(reading, at, at + len(words))[1] if at >= 0 else NOBODY


def _find_earlier(reading, mention, noun, resolve):
    """Return the author of the document where it was brought up: Roe released an ad. The ad says ..."""
    same = _SAME.get(noun, noun)
    names = {noun, same, *(one for one, other in _SAME.items() if other == same)}
    low = reading.text[max(0, mention.start - _FAR):mention.start]
    begin = mention.start - len(low)
    found = None
    if any(name in low for name in names):
        for match in _introduced("|".join(sorted(names))).finditer(low):
            found = match
    if found is None:
        return NOBODY
    if found.group(1):
        words = found.group(1)
        at = begin + found.start(1)
        parts = words.split(" ")
        if len(parts) > 1 and not parts[0][:1].isupper():
            at, words = at + len(parts[0]) + 1, parts[1]
        return resolve(reading, at, at + len(words))[1] if words[:1].isupper() else NOBODY
    behind = _NAME_BEHIND.match(low, found.end())
    if behind:
        at = begin + behind.start(1)
        who = resolve(reading, at, at + len(behind.group(1)))[1]
        if who.kind:  # a statement from Ellby is somebody's in Ellby
            return who
    return reading.discourse[0].subject_of(begin + found.start())
