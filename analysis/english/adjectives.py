"""Adjectives and adverbs that say little of a thing, pick one of several, part two things, or tell how far they are."""

# They say nothing by which a thing is known: the new law, the current law.
PLAIN = frozenset(["new", "own", "same", "recent", "such", "whole", "latest", "current", "proposed", "planned",
                   "so-called", "first", "entire", "main", "big", "major", "key", "upcoming", "former", "initial",
                   "full", "controversial"])
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
         {"civil", "criminal"}, {"state", "working", "private"}]
# Of the versions of one text or plan.
VERSIONS = frozenset(["amended", "revised", "rewritten", "earlier", "original", "initial", "later", "second",
                      "first", "modified", "updated", "compromise", "final"])
# How far things have come at the time of writing.
PROGRESS = frozenset(["still", "yet", "already", "now", "later", "earlier", "initially", "since", "again", "far",
                      "until"])
# Words that end as nouns do and head no phrase.
NO_HEADS = frozenset(["far", "away", "late", "apart", "overseas", "abroad", "online", "ahead", "home", "ago", "lot",
                      "bit"])
