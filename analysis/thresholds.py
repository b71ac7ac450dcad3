"""The one table of thresholds: name, value, what it decides, where it comes from.

A room reads its thresholds with `threshold(name)`; `list_thresholds()` shows them all.
"""

from typing import NamedTuple

import pandas as pd

from .rules import list_settings, value_of


class Threshold(NamedTuple):
    """A number that decides something, with its source."""

    value: float
    decides: str
    source: str


THRESHOLDS = {
    "front_findings": Threshold(8, "findings that stand open on the front page", "what a reader takes in at one sitting"),
    "terms_dropped": Threshold(0.3, "share of a theme's terms left out in a run of the range",
                               "convention: a list that another reader would draw up differs by about that much"),
    "term_runs": Threshold(100, "number of runs of the range", "convention; more runs move the ends by under a point"),
    "idf_cap": Threshold(2.0, "Zipf frequency below which words weigh alike",
                         "one occurrence in ten million words: about where wordfreq's English list thins out to names"),
    "family_shingle": Threshold(5, "length in words of the runs that are compared for copying",
                                "5-grams, as in newspaper reuse work (METER corpus, Clough et al. 2002)"),
    "shingle_cap": Threshold(100, "number of articles above which a run of words is a stock phrase",
                             "keeps the cost of finding pairs near the number of articles"),
    "candidate_cosine": Threshold(
        0.3, "cosine of two articles, background idf, from which their sentences are compared",
        "93 % of 150 pairs on the same event have it, one in 200 of 11,000 on different ones"),
    "shortest_run": Threshold(3, "words in a row that count as taken over where two sentences are compared",
                              "two words recur in any two sentences on one matter"),
    "repeat_cap": Threshold(16, "times that an article may repeat a run of words before it is left out",
                            "nothing that a reader is meant to read stands so often; keeps the cost linear"),
    "alike_share": Threshold(0.7, "share of two sentences' words in the same order from which they are edited",
                             "over 150 articles on 50 events no two sentences about different events reach it"),
    "edited_share": Threshold(0.5, "share of one sentence's words in shared runs, above which it is edited",
                              "more than half; over 150 articles on 50 events all such pairs tell the same event"),
    "whole_share": Threshold(0.6, "share of a sentence's words that its counterpart must have to be one of the whole",
                             "with less, it was split or a clause of it was taken"),
    "edited_sure": Threshold(0.6, "the same, from which an edited pair is sure",
                             "on five articles read by hand the best false pair has .57"),
    "run": Threshold(8, "words of a shared run that makes a fragment, or of the shared runs of an edited sentence",
                     "over 150 articles on 50 events right in 9 of 10 cases, names aside; a run of 6 in half"),
    "run_sure": Threshold(12, "words of a shared run from which a fragment is sure",
                          "over 150 articles on 50 events always right but for stock descriptions of a person"),
    "telling_weight": Threshold(20, "background idf that the shared words beside names must add up to",
                                "three words of the second thousand of English: a title with its name has less"),
    "short_sentence": Threshold(4, "weight added to that of a sentence, in units of the Zipf scale",
                                "sentences with two or three telling words are alike by chance"),
    "paraphrase": Threshold(0.22, "likeness of words from which two sentences say the same",
                            "five articles read by hand: right in nine of ten cases"),
    "paraphrase_sure": Threshold(0.3, "the same, from which that is sure", "the same reading: right in 19 of 20 cases"),
    "quote_piece": Threshold(3, "words of a quote inside a sentence that is compared by itself",
                             "two words recur by chance"),
    "piece": Threshold(10, "words of a stretch between commas that is compared by itself",
                       "half of an average news sentence: about one fact"),
    "piece_share": Threshold(0.8, "share of its sentence above which such a piece counts as the whole",
                             "what is left says next to nothing"),
    "same_event": Threshold(0.35, "cosine of two articles, background idf, from which they tell the same event",
                            "80 % of 150 pairs on the same event have it, one in 500 of those on different ones"),
    "opening": Threshold(0.2, "raise of the likeness of two sentences that both open their article, at most twice it",
                         "five articles read by hand: openings tell the same news in eight of ten cases"),
    "common_word": Threshold(4.5, "Zipf frequency from which both halves of an unknown word show that it is two",
                             "one occurrence in 30,000 words: the 3,000 commonest words or so"),
    "english_share": Threshold(0.25, "share of a text's words among the 50 commonest of English, from which it is in English",
                               "news in English has .3 to .5, in other languages .1 and less"),
    "language_share": Threshold(0.08, "the same for another language; it must also be twice the share of English",
                                "news in Turkish or Finnish, which join small words to others, has .1; in German or French .4"),
    "language_words": Threshold(20, "least words of a text whose language is told", "shorter ones may have none of the commonest"),
    "often_quoted": Threshold(2, "quotes from which a speaker is worth a row of people.csv", "one quote is an aside"),
}


def threshold(name):
    """Return the value of the threshold `name`."""
    return value_of(name, THRESHOLDS[name].value)


def list_thresholds():
    """Return all settings as a DataFrame: threshold, value, decides, source."""
    rows = [(name, *entry) for name, entry in THRESHOLDS.items()]
    rows += [(one.name, one.default, one.decides, one.source) for one in list_settings()]
    return pd.DataFrame(sorted(rows), columns=["threshold", "value", "decides", "source"])
