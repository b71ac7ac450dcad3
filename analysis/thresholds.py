"""The one table of thresholds: name, value, what it decides, where it comes from.

A room reads its thresholds with `threshold(name)`; `thresholds()` shows them all.
"""

from typing import NamedTuple

import pandas as pd


class Threshold(NamedTuple):
    """A number that decides something, with its source."""

    value: float
    decides: str
    source: str


THRESHOLDS = {
    "family_reuse": Threshold(0.5, "share of an article's words in runs shared with another, above which both are one family",
                              "safe between copies (68 % and more) and 300 pairs on the same events (29 % at most)"),
    "idf_cap": Threshold(2.0, "Zipf frequency below which words weigh alike",
                         "one occurrence in ten million words: about where wordfreq's English list thins out to names"),
    "family_shingle": Threshold(5, "length in words of the runs that are compared for copying",
                                "5-grams, as in newspaper reuse work (METER corpus, Clough et al. 2002)"),
}


def threshold(name):
    """Return the value of the threshold `name`."""
    return THRESHOLDS[name].value


def thresholds():
    """Return all thresholds as a DataFrame: threshold, value, decides, source."""
    return pd.DataFrame([(name, *entry) for name, entry in THRESHOLDS.items()],
                        columns=["threshold", "value", "decides", "source"])
