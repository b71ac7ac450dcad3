"""Tells the language of a text from its commonest words, so that texts the rules can't read are named.

The 50 commonest words of each language come from wordfreq; scripts without spaces tell their language themselves.
"""

from functools import lru_cache

import regex
from wordfreq import top_n_list

from ..english.words import WORD
from ..rules import Setting

LANGUAGE_WORDS = Setting("language_words", 20,
                         "least words of a text whose language is told",
                         chosen="shorter ones may have none of the commonest")
ENGLISH_SHARE = Setting("english_share", 0.25,
                        "share of a text's words among the 50 commonest of English, from which it is in English",
                        measured="news in English has .3 to .5, in other languages .1 and less")
LANGUAGE_SHARE = Setting("language_share", 0.08,
                         "the same for another language; it must also be twice the share of English",
                         measured="news in Turkish or Finnish, which join small words to others, has .1; in German or"
                                  " French .4")

_LANGUAGES = ("en", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hu", "id",
              "it", "mk", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "ur", "vi")
_SCRIPTS = (("ja", r"[\p{Hiragana}\p{Katakana}]", 0.2), ("zh", r"\p{Han}", 0.5), ("ko", r"\p{Hangul}", 0.5),
            ("th", r"\p{Thai}", 0.5))  # and the share of letters from which it tells
UNSPACED = ("zh", "ja", "th", "lo", "km", "my")  # languages that are written without spaces between words
_COMMONEST, _READ = 50, 2000  # words of a language, and of a text, that are looked at


def guess_language(text: str) -> str | None:
    """Return the code of the language (ISO 639-1) that `text` is most likely in, or None where that can't be told.

    English is kept where it has the share that English texts have; else the language with the most wins.
    """
    letters = len(regex.findall(r"\p{L}", text[:_READ]))
    for code, script, part in _SCRIPTS:
        if letters > LANGUAGE_WORDS.value and len(regex.findall(script, text[:_READ])) > part * letters:
            return code
    words = [match.group().casefold() for match, _ in zip(WORD.finditer(text), range(_READ), strict=False)]
    if len(words) < LANGUAGE_WORDS.value:
        return None
    english = _share(words, "en")
    if english >= ENGLISH_SHARE.value:
        return "en"
    best, share = max(((code, _share(words, code)) for code in _LANGUAGES), key=lambda entry: entry[1])
    return best if share >= LANGUAGE_SHARE.value and share > 2 * english else None


def share_of_commonest(text: str) -> tuple[str | None, float]:
    """Return (language, share of the words of `text` among its 50 commonest); (None, 0.0) without words."""
    words = [match.group().casefold() for match, _ in zip(WORD.finditer(text), range(_READ), strict=False)]
    if not words:
        return None, 0.0
    return max(((code, _share(words, code)) for code in _LANGUAGES), key=lambda entry: entry[1])


def _share(words, language):
    common = _common(language)
    return sum(word in common for word in words) / len(words)


@lru_cache
def _common(language):
    return frozenset(top_n_list(language, _COMMONEST, wordlist="small"))
