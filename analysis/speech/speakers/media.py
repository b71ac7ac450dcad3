"""Find the medium that a speaker is quoted from: told CNN, said on the radio, according to the news agency."""

import regex

from ...english.lexicon import is_medium_name
from ..sentence.after_quote import find_according
from ..sentence.noun_phrases import phrase_starting
from ..sentence.tagged import Phrase, Tagged

_GENITIVE = regex.compile(r"['’]s?$")
_LEADS = frozenset(form for word in ("told", "tells", "telling", "on", "to", "with", "by", "in", "according", "per")
                   for form in (word, word.title(), word.upper()))


def find_medium(tagged: Tagged, text: str, speaker: Phrase) -> str | None:
    """Return the words that name the medium in a sentence, or None; `speaker` is the speaker's (first, last) token."""
    for at in [at for at, word in enumerate(tagged.words[:-1]) if word in _LEADS]:
        phrase = find_according(tagged, at) or phrase_starting(tagged, at + 1) or (at + 1, at + 1)
        if _wraps(tagged, at):
            continue
        if not (phrase[0] <= speaker[1] and speaker[0] <= phrase[1]):
            name = _name_medium(tagged, text, phrase)
            if name:
                return name
    return None


def _wraps(tagged, at):
    """Tell whether "in a newspaper" is where a thing was, wrapped in it: no verb of saying stands before it."""
    some = tagged.words[at].lower() in ("in", "on", "by") and (tagged.words[at + 1] or "").lower() in ("a", "an")
    return some and not (at and (at - 1 in tagged.cues or tagged.tags[at - 1] == "quote"))


def _name_medium(tagged, text, phrase):
    """Return the medium's part of a phrase: CNN of "CNN's Jane Smith"."""
    owners = [at for at in range(phrase[0], phrase[1] + 1) if tagged.tags[at] == "genitive"]
    last = owners[0] if owners else phrase[1]
    if tagged.words[phrase[0]] is None or tagged.words[last] is None:
        return None
    words = text[tagged.spans[phrase[0]][0]:tagged.spans[last][1]]
    words = _GENITIVE.sub("", words) if owners else words
    return words.removeprefix("the ") if is_medium_name(words) else None
