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
    "verbatim_share": Threshold(0.97, "share of two sentences' words in the same order from which they are verbatim",
                                "one word in thirty may differ: a slip, a mark, an abbreviation"),
    "alike_share": Threshold(0.7, "share of two sentences' words in the same order from which they are edited",
                             "over 150 articles on 50 events no two sentences about different events reach it"),
    "edited_share": Threshold(0.5, "share of one sentence's words in shared runs, in any order, above which it is edited",
                              "more than half; over 150 articles on 50 events all such pairs tell the same event"),
    "edited_sure": Threshold(0.6, "the same, from which an edited pair is sure",
                             "on five articles read by hand the best false pair has .57"),
    "run": Threshold(8, "words of a shared run that makes a fragment, or of the shared runs of an edited sentence",
                     "over 150 articles on 50 events right in 8 of 10 cases, names aside; a run of 6 in every second"),
    "run_sure": Threshold(12, "words of a shared run from which a fragment is sure",
                          "over 150 articles on 50 events always right but for stock descriptions of a person"),
    "telling_weight": Threshold(20, "background idf that the shared words beside names must add up to",
                                "three words of the second thousand of English: a title with its name has less"),
    "common_word": Threshold(4.5, "Zipf frequency from which both halves of an unknown word show that it is two, glued",
                             "one occurrence in 30,000 words: the 3,000 commonest words or so"),
    "repeat_words": Threshold(4, "length in words from which a sentence can repeat an earlier one of its article",
                              "shorter ones ('He did not elaborate') recur by chance"),
    "alike_contained": Threshold(0.4, "share of the lighter of two quotes' weight that stands in the other, below which they aren't compared",
                                 "two translations of one sentence share half of their weight and more"),
    "alike_pieces": Threshold(500, "number of quotes above which a word of theirs brings no two together on its own",
                              "keeps the cost near the number of quotes; a quote of several words has rarer ones"),
    "piece_words": Threshold(100, "words after which a sentence of a quote is cut for comparison",
                             "three times the longest usual sentence; keeps the cost linear"),
    "same_same": Threshold(0.55, "mean likeness from which quotes of one speaker are one utterance",
                           "translations that different agencies make of one remark have .57 and more"),
    "shared_same": Threshold(1.5, "least weight of shared words for it", "one telling word, or three common ones"),
    "words_same": Threshold(1, "least words of the shorter quote for it", "catchwords are quoted alone"),
    "same_ally": Threshold(0.60, "the same for a person and an office, or a country and an office, of one side",
                           "between those for one speaker and for an unknown one"),
    "shared_ally": Threshold(3.0, "least weight of shared words for it", "one rare word or two telling ones"),
    "words_ally": Threshold(2, "least words of the shorter quote for it", "a single word is a catchword of a whole side"),
    "same_open": Threshold(0.70, "the same where a speaker is unknown", "different speakers on one matter stay below"),
    "shared_open": Threshold(4.5, "least weight of shared words for it", "two or three telling words"),
    "words_open": Threshold(3, "least words of the shorter quote for it", "two words are in many mouths"),
    "same_apart": Threshold(0.95, "the same for two different speakers: one outlet names the wrong one",
                            "only the same words in the same order"),
    "shared_apart": Threshold(10.0, "least weight of shared words for it", "a sentence of ten words or so"),
    "words_apart": Threshold(8, "least words of the shorter quote for it", "slogans are shorter"),
    "same_short": Threshold(0.3, "added to these, divided by the weight of the shared words", "short quotes are alike by chance"),
    "same_repeated": Threshold(0.85, "mean likeness below which two quotes in one article are no repetition",
                               "speakers repeat their figures of speech; outlets repeat quotes word for word"),
    "same_indirect": Threshold(0.38, "mean likeness from which indirect speech renders a quote of the same speaker",
                               "summaries of a quote have .38 to .98"),
    "shared_indirect": Threshold(4.0, "least weight of shared words for it", "two telling words"),
    "heading_tries": Threshold(50, "quotes of an article that a quote in its headline is compared with", "more share its rarest word in no article"),
    "statement_gap": Threshold(3, "sentences without a quote between two quotes of one statement", "about a paragraph"),
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
    "lead_words": Threshold(20, "shortest first paragraph in words that may open with a loosely written dateline",
                            "a shorter first line may be a headline with a colon"),
    "copied_run": Threshold(3, "paragraphs in a row that must come again for a page to have printed its text twice",
                            "live reports print one or two again on purpose"),
    "day_words": Threshold(10, "words before a day among which the verb that tells or announces it is looked for",
                           "a clause of newspaper prose has about as many"),
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
