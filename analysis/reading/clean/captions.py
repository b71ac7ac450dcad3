"""Captions and credits of pictures: a label or a credit, with the scene or alone."""

import regex

from .phrases import is_address, is_paper, key_of, phrase_words, strip_genre
from .signals import NOTICE_WORDS, has_speech, is_prose

CAPTION, PHOTO_ONLY = "scene and credit", "credit alone"

_PHOTO_LABEL = regex.compile(
    r"(?:file|photo|image|picture|pic|photograph|illustration|caption|(?:media|image|photo|video) caption"
    r"|file (?:photo|image|picture|pic)|representati(?:ve|onal) image)(?:\s*[:|–—]\s*+|\s+-\s++)(?![\"“”„'‘])",
    regex.IGNORECASE)
_PHOTO_END = regex.compile(r"(?:PHOTO|Photo|Photograph|Picture|Image|Pic|Credit|CREDIT)s?(?:: ?|\.\.\.)[^.!?:]{2,60}$")
_NAME_END = regex.compile(r"(?:/|\| ?|via |©️? ?)(?:\p{Lu}[\p{L}.-]*[ /]?){1,5}$")
_IN_BRACKETS = regex.compile(r"[(\[]([^()\[\]]{3,120})[)\]]\.?$")
_PHOTO_WORDS = {"photo", "photos", "image", "images", "picture", "pictures", "pic", "file", "getty", "epa"}
_CREDIT_WORDS = _PHOTO_WORDS | {"by", "via", "of", "from", "courtesy", "credit", "the", "and", "handout", "pool"}
_PERSON = r"\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}"
_PICTURE_TAIL = regex.compile(
    rf"(?:^|(?<=[.!?…])\s+)(?:[—–-]\s*)?(?:(?P<sure>(?:[Pp]hotos?|[Pp]ictures?|[Ii]mages?"
    rf"|[Ff]ile photo)(?: is)? (?:courtesy of|by|from) .{{3,60}}\.?)"
    rf"|{_PERSON}(?:,| for|\s?/)\s*(?P<paper>(?:[Tt]he )?\p{{Lu}}[\p{{L}}’'-]*(?: \p{{Lu}}[\p{{L}}’'-]*){{0,3}}))$")


def match_caption(text: str, words: int) -> str | None:
    """Match a photo's label or credit: with a scene of small words it is a caption, else the credit alone."""
    if words > NOTICE_WORDS.value or strip_genre(text) != text or is_address(text.split()[-1]):
        return None
    end = text[-150:]
    if not (_PHOTO_LABEL.match(text) or _PHOTO_END.search(end) or _is_credited(end)):
        padded = f" {key_of(text)} "
        if is_prose(text) or not (
                _NAME_END.search(end) or any(f" {entry} " in padded for entry in phrase_words("photo"))):
            return None
    small = sum(word[0].islower() for word in text.split() if word.isalpha())
    return CAPTION if small > 2 else PHOTO_ONLY


def find_picture_credit(text: str) -> str | None:
    """Return notice for a photographer's name with an outlet or a courtesy, caption where a scene stands before it."""
    if len(text.split()) > NOTICE_WORDS.value or has_speech(text):
        return None
    tail = _PICTURE_TAIL.search(text)
    if not tail or not (tail["sure"] or is_paper(tail["paper"] or "-")):
        return None
    return "caption" if tail.start() else "notice"


def _is_credited(end):
    """Tell whether `end` closes with brackets that hold names and words for pictures and no more."""
    found = _IN_BRACKETS.search(end)
    words = regex.findall(r"[\p{L}.'’-]+", found[1]) if found else []
    named = not _PHOTO_WORDS.isdisjoint(word.lower() for word in words) or (found and "/" in found[1])
    return bool(named) and all(word[0].isupper() or word.lower() in _CREDIT_WORDS for word in words)


