"""How often a word stands in general English, by wordfreq's frozen list."""

from functools import lru_cache

from wordfreq import get_frequency_dict, zipf_frequency


@lru_cache(maxsize=1 << 17)
def zipf(word: str) -> float:
    """Return the Zipf frequency of `word`: log10 of its occurrences per billion words, 0 to 8 in hundredths.

    0 for what the list lacks.
    """
    if word.isascii() and word.isalpha() and word.lower() not in get_frequency_dict("en"):
        return 0.0  # spares wordfreq's tokeniser most names
    return zipf_frequency(word, "en")
