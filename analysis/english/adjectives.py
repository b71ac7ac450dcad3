"""Adjectives and adverbs that say little of a thing, pick one of several, part two things, or tell how far they are."""

from functools import lru_cache

from .frequency import zipf
from .nouns import ADJECTIVE_ENDINGS
from .wordlists import listed

# They say nothing by which a thing is known: the new law, the current law.
PLAIN = frozenset(["new", "own", "same", "recent", "such", "whole", "latest", "current", "proposed", "planned",
                   "so-called", "first", "entire", "main", "big", "major", "key", "upcoming", "former", "initial",
                   "full", "controversial"])
# Endings of adjectives that judge: shameful, scandalous.  After "the hospital" -al would find too many.
JUDGING_ENDINGS = ("ful", "ous", "able", "ible", "less", "istic", "ive", "illegal", "wrong")
# They pick one of several things: another law, the next law; one of several people: the first senator.
PICKING = frozenset(["only", "other", "another", "next", "previous", "earlier", "later", "second", "third",
                     "similar", "different", "cent", "percent"])
RANKING = frozenset(["next", "first", "last", "latest", "top", "right", "other", "second", "previous", "incoming",
                     "future", "best", "only", "new"])
# Words of which a thing has one: a federal law is no state law.
APART = [{"federal", "state", "local", "national", "city", "county"}, {"first", "second", "third", "next", "last"},
         {"old", "new"}, {"original", "latest", "final", "early"},
         {"short-term", "long-term", "longer-term", "compromise"}, {"opening", "closing"}, {"male", "female"},
         {"previous", "current", "next", "earlier", "later", "last", "expected"},
         {"senate", "house"}, {"democratic", "republican"}, {"primary", "general"}, {"north", "south"},
         {"east", "west"}, {"left", "right"}, {"other", "another", "similar", "different"}, {"2nd", "1st"},
         {"morning", "evening"}, {"domestic", "foreign", "international"}, {"public", "private"},
         {"civil", "criminal"},
         {"legal", "illegal"}, {"legal", "undocumented"}, {"documented", "undocumented"},
         {"state", "working", "private"}]
# Of the versions of one text or plan.
VERSIONS = frozenset(["amended", "revised", "rewritten", "earlier", "original", "initial", "later", "second",
                      "first", "modified", "updated", "compromise", "final"])
# How far things have come at the time of writing.
PROGRESS = frozenset(["still", "yet", "already", "now", "later", "earlier", "initially", "since", "again", "far",
                      "until"])
# Words that end as nouns do and head no phrase.
NO_HEADS = frozenset(["far", "away", "late", "apart", "overseas", "abroad", "online", "ahead", "home", "ago", "lot",
                      "bit", "cent", "aground", "afloat", "ashore", "alive", "asleep", "awake", "alike", "aboard",
                      "north", "south", "east", "west"])
# They stand behind what they describe: the jury found the mayor guilty, the court declared the bank insolvent, troops
# overseas.
COMPLEMENTS = frozenset(["guilty", "innocent", "liable", "bankrupt", "insolvent", "homeless", "unconscious", "unhurt",
                         "unharmed", "unwell", "unfit", "unsafe", "alive", "ablaze", "afloat", "adrift", "awake",
                         "asleep", "happy", "angry", "unable", "responsible", "void", "invalid", "unlawful",
                         "overseas", "abroad", "ahead", "apart", "ashore", "aground", "aboard", "alike"])
# They tell how far an offer or report has come, and so which of several it is: the takeover offer, the firm offer.
STAGES = frozenset(["firm", "binding", "formal", "informal", "indicative", "tentative", "preliminary", "provisional",
                    "conditional", "interim", "draft"])
# Endings of words that tell what a thing is like; words that end so and name a kind of thing.
_LIKENESS = ("ed", "ous", "ful", "less", "able", "ible", "ish", "ly")
_KINDS = frozenset(["united", "armed", "combined", "assembly", "family", "religious", "indigenous", "renewable",
                    "sustainable", "disabled", "limited", "weed", "seed", "speed", "need", "feed", "greed", "deed",
                    "breed", "table", "cable", "vegetable", "bible", "fly", "monthly", "weekly", "daily", "yearly",
                    "quarterly", "elderly", "supply", "rally", "ally", "reply", "monopoly", "italy", "july",
                    "english", "british", "spanish", "irish", "polish", "turkish", "swedish", "danish", "finnish",
                    "jewish", "scottish", "kurdish", "fish", "dish", "parish", "rubbish", "bed", "shed", "red"])


@lru_cache(maxsize=1 << 14)
def is_describing(word: str) -> bool:
    """Tell whether a folded word before a noun judges or describes it and leaves open which it is: explosive memos."""
    return word not in STAGES and (word in listed("describing") or (
        word.endswith(_LIKENESS) and len(word) > 4 and word not in _KINDS))


def is_superlative(word: str) -> bool:
    """Tell whether a folded word ranks a thing before all others, and no more: heaviest rain, record rain."""
    return word in ("best", "worst", "record") or (word.endswith("est") and zipf(word[:-2] + "r") > 2.5)


@lru_cache(maxsize=1 << 14)
def is_adjective(word: str) -> bool:
    """Tell whether a word is hardly used as a noun: its ending is an adjective's and it has no plural (nuclear)."""
    if word.endswith("er") and zipf(word[:-1] + "st") > 2.5:
        return True  # brighter
    return word.endswith(ADJECTIVE_ENDINGS) and zipf(word + "s") < zipf(word) - 3
