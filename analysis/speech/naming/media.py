"""Find the medium that a speaker is quoted from: told CNN, said on the radio, according to the news agency."""

from functools import lru_cache

import regex

from ...english.words import read_list
from ..sentence.attribution import find_according
from ..sentence.phrases import phrase_starting

_KIND = regex.compile(r"\b(?:news (?:agency|agencies|site|website|channel)|newspapers?|radio|television|TV"
                      r"|broadcasters?|magazine)$", regex.IGNORECASE)
_LEADS = {"told", "tells", "telling", "on", "to", "with", "by", "in", "On", "In", "according", "According", "per"}


def find_medium(frame, text, speaker):
    """Return the words that name the medium in a sentence, or None; `speaker` is the speaker's (first, last) token."""
    for at, word in enumerate(frame.words[:-1]):
        if word not in _LEADS:
            continue
        phrase = find_according(frame, at) or phrase_starting(frame, at + 1) or (at + 1, at + 1)
        if not (phrase[0] <= speaker[1] and speaker[0] <= phrase[1]):
            name = _name_medium(frame, text, phrase)
            if name:
                return name
    return None


def is_medium(words):
    """Tell whether the words name an outlet, an agency or a platform."""
    return words.removeprefix("the ") in _media() or words in _media() or bool(_KIND.search(words))


def _name_medium(frame, text, phrase):
    """Return the medium's part of a phrase: CNN of "CNN's Jane Smith"."""
    owners = [at for at in range(phrase[0], phrase[1] + 1) if frame.tags[at] == "genitive"]
    last = owners[0] if owners else phrase[1]
    if frame.words[phrase[0]] is None or frame.words[last] is None:
        return None
    words = text[frame.spans[phrase[0]][0]:frame.spans[last][1]]
    words = regex.sub(r"['’]s?$", "", words) if owners else words
    return words.removeprefix("the ") if is_medium(words) else None


@lru_cache
def _media():
    agencies = [form for forms in read_list("agencies")["forms"] for form in forms.split("|")]
    return frozenset([*read_list("media")["name"], *agencies])
