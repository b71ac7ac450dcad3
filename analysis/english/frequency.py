"""How often a word stands in general English: wordfreq's frozen list, made ready in half the time that wordfreq takes.

The list is a band of words for each hundredth of the Zipf scale; every start looks up some thousand words in it.
"""

from functools import lru_cache
from itertools import chain, repeat
from math import floor, log

from wordfreq import get_frequency_list, lossy_tokenize
from wordfreq.numbers import digit_freq, smash_numbers

LEAST = 1e-9  # the frequency that words have which the list lacks: 0 on the Zipf scale


@lru_cache(maxsize=1 << 17)
def zipf(word: str) -> float:
    """Return the Zipf frequency of `word`: log10 of its occurrences per billion words, 0 to 8 in hundredths.

    What wordfreq.zipf_frequency(word, "en") returns.
    """
    tokens = [word.lower()] if word.isascii() and word.isalpha() else lossy_tokenize(word, "en")
    if not tokens:
        return 0.0
    bands, unlikely = _bands(), 0.0  # 1 / frequency; that of several tokens is added
    for token in tokens:
        smashed = smash_numbers(token) if not token.isalpha() else token
        if smashed not in bands:
            return 0.0
        share = 10 ** (bands[smashed] / 100)
        unlikely += 1 / (share if smashed == token else share * digit_freq(token))
    share = max(1 / unlikely, LEAST)
    return round(log(round(share, floor(-log(share, 10)) + 3), 10) + 9, 2)


@lru_cache
def _bands():
    """Return {word: 100 * log10 of its frequency}."""
    bands = enumerate(get_frequency_list("en"))
    return dict(chain.from_iterable(zip(words, repeat(-band)) for band, words in bands))
