"""The one table of thresholds: name, value, what it decides, where it comes from.

A room reads its thresholds with `threshold(name)`; `list_thresholds()` shows them all.
"""

from typing import NamedTuple

import pandas as pd


class Threshold(NamedTuple):
    """A number that decides something, with its source."""

    value: float
    decides: str
    source: str


THRESHOLDS = {
    "most_findings": Threshold(10, "findings on the front page", "what a reader takes in on one page"),
    "terms_dropped": Threshold(0.3, "share of a theme's terms left out in a run of the range",
                               "convention: a list that another reader would draw up differs by about that much"),
    "term_runs": Threshold(100, "number of runs of the range", "convention; more runs move the ends by under a point"),
    "family_reuse": Threshold(0.5, "share of an article's words in runs shared with another, above which both are one family",
                              "safe between copies (68 % and more) and 300 pairs on the same events (29 % at most)"),
    "idf_cap": Threshold(2.0, "Zipf frequency below which words weigh alike",
                         "one occurrence in ten million words: about where wordfreq's English list thins out to names"),
    "family_shingle": Threshold(5, "length in words of the runs that are compared for copying",
                                "5-grams, as in newspaper reuse work (METER corpus, Clough et al. 2002)"),
    "shingle_cap": Threshold(100, "number of articles above which a run of words is a stock phrase",
                             "keeps the cost of finding pairs near the number of articles"),
    "candidate_cosine": Threshold(0.25, "cosine of two articles, background idf, from which all their sentences are compared",
                                  "98 % of 150 pairs on the same event have it, 1 % of 11,000 on different ones"),
    "shortest_run": Threshold(3, "words in a row that count as taken over where two sentences are compared",
                              "two words recur in any two sentences on one matter"),
    "repeat_cap": Threshold(16, "times that an article may repeat a run of words before it is left out",
                            "nothing that a reader is meant to read stands so often; keeps the cost linear"),
    "common_word": Threshold(4.5, "Zipf frequency from which both halves of an unknown word show that it is two, glued",
                             "one occurrence in 30,000 words: the 3,000 commonest words or so"),
    "repeat_words": Threshold(4, "length in words from which a sentence can repeat an earlier one of its article",
                              "shorter ones ('He did not elaborate') recur by chance"),
    "wrap_width": Threshold(120, "longest line that a program may have broken",
                            "mail and teletype break at 60 to 80 characters, editors at up to 120"),
    "wrap_small": Threshold(0.3, "share of following lines that go on in small letters, from which a file is hard-wrapped",
                            "English prose goes on so in four of five lines, lists and paragraphs hardly ever"),
    "furniture_words": Threshold(25, "longest line in words that counts as furniture for want of an end mark",
                                 "titles and captions rarely have more; the shortest lead paragraphs about as many"),
    "notice_words": Threshold(120, "longest paragraph in words that a phrase can tell to be a notice",
                              "notes on copyright, cookies and comments stay below"),
    "link_words": Threshold(20, "longest title in words that is still read as a link, end mark or not",
                            "headlines have up to 15"),
    "caption_words": Threshold(60, "longest caption in words", "agencies' captions stay below"),
    "title_case": Threshold(0.8, "share of a line's longer words that begin with a capital, for headline case",
                            "headline case has all but a few, sentence case only names"),
    "title_words": Threshold(20, "longest heading in words, in capitals or headline case", "as links"),
    "heading_words": Threshold(12, "longest heading in words, in sentence case", "longer lines may be unfinished sentences"),
    "speech_heading": Threshold(5, "longest heading in words with a double quotation mark", "longer ones may be speech"),
    "headline_share": Threshold(0.3, "share of a headline's longer words that come back in the text",
                                "headlines repeat most of theirs, menus hardly any"),
    "standfirst_words": Threshold(40, "longest standfirst in words above the byline", "standfirsts are one or two sentences"),
    "prose_share": Threshold(0.3, "share of words in lines with end marks from which a missing one says something",
                             "articles with all their furniture have more; lists and verse less"),
    "repeat_line": Threshold(8, "length in words from which a sentence printed again is a repeat",
                             "shorter ones ('He declined.') may come back"),
    "repeat_title": Threshold(3, "length in words from which a line without an end mark is a repeat",
                              "cells of a table ('Yes', '3') come back"),
    "repeat_quote": Threshold(4, "words inside marks that a caption must share with a quote of the text",
                              "shorter runs come back by chance"),
    "largest_file": Threshold(10_000_000, "bytes of a file that is still read",
                              "the longest news texts have some 200,000 bytes; saved pages a few million"),
    "nul_often": Threshold(0.4, "share of NUL bytes at a place of the code unit that speaks for UTF-16 or UTF-32",
                           "Latin text has nearly 1.0, mixed text less"),
    "nul_seldom": Threshold(0.05, "share of NUL bytes at the other places that still allows it", "text has none"),
    "controls": Threshold(0.02, "share of control characters above which a file is binary",
                          "text has none; images and archives around 0.1"),
}


def threshold(name):
    """Return the value of the threshold `name`."""
    return THRESHOLDS[name].value


def list_thresholds():
    """Return all thresholds as a DataFrame: threshold, value, decides, source."""
    return pd.DataFrame([(name, *entry) for name, entry in THRESHOLDS.items()],
                        columns=["threshold", "value", "decides", "source"])
