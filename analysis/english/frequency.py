"""How often a word stands in general English, by wordfreq's frozen list."""

from functools import lru_cache
from math import log10

from wordfreq import get_frequency_dict, get_frequency_list, zipf_frequency


@lru_cache(maxsize=1 << 17)
def zipf(word: str) -> float:
    """Return the Zipf frequency of `word`: log10 of its occurrences per billion words, 0 to 8 in hundredths.

    0 for what the list lacks.
    """
    if word.isascii() and word.isalpha():  # a token by itself: spares wordfreq's tokeniser, ten times as dear
        share = _frequencies().get(word.lower())
        return round(log10(share) + 9, 2) if share else 0.0
    return zipf_frequency(word, "en")


@lru_cache
def _frequencies():
    """Return wordfreq's own dict, asked for as it asks itself, or it would make a second one, of 10 MB.

    The list that it is made from is given back: another 10 MB.
    """
    frequencies = get_frequency_dict("en", "best")
    get_frequency_list.cache_clear()
    return frequencies
