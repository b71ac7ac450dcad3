"""Forms of nouns and adjectives: plurals, endings, nouns that count persons."""

from functools import lru_cache

from .wordlists import listed

ADJECTIVE_ENDINGS = ("al", "ar", "ic", "ous", "ive", "ish", "able", "ible", "ful", "less", "ary", "ent", "ant", "ed",
                     "ile", "ane")
ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ship", "ness", "ism", "ics", "gy")
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "memoranda": "memorandum",
              "lives": "life", "wives": "wife", "police": "police", "species": "species"}
# Plurals of a critic and his like; politics has no singular.
_PLURALS_IN_ICS = frozenset(["academics", "alcoholics", "catholics", "clinics", "comics", "critics", "cynics",
                             "epidemics", "fanatics", "mechanics", "medics", "pandemics", "paramedics", "picnics",
                             "relics", "republics", "romantics", "skeptics", "sceptics", "topics", "eccentrics",
                             "fabrics", "mosaics", "panics", "tunics", "metrics"])
# What can be called by a name in quotation marks, and nouns for a name itself or for what a name has.
POLICIES = frozenset(["policy", "policies", "provision", "rule", "rules", "clause", "law", "laws", "bill", "program",
                      "programme", "doctrine", "movement", "list", "scheme", "standard", "model", "technology",
                      "sandwich", "brand"])
SLOGANS = frozenset(["slogan", "slogans", "motto", "mottoes", "mottos", "mantra", "catchphrase", "catchphrases",
                     "tagline"])
NAME_NOUNS = frozenset(["word", "words", "term", "terms", "phrase", "nickname", "name", "hashtag", "password",
                        "codename", "acronym", "label", "moniker", "expression"])
NAMES_OWN = frozenset(["trademark", "trademarks", "meaning", "definition", "spelling", "origin", "ownership",
                       "pronunciation"])
# People by whom they belong to, and by their whole life.
RELATIONS = frozenset(["counterpart", "colleague", "predecessor", "successor", "rival", "father", "mother",
                       "brother", "sister", "wife", "husband", "son", "daughter"])
LIVES = frozenset(["graduate", "alumnus", "alumna", "veteran", "native", "resident", "survivor"])
# Sorts of people on board, counted apart.
SHIPPED = frozenset(["passengers", "crew", "crewmen", "sailors"])
# What papers call one of many who speaks and stays without a name.
SOURCES = frozenset(["official", "source", "aide", "resident", "witness", "neighbour", "neighbor", "voter", "analyst",
                     "expert", "observer", "insider", "onlooker", "protester", "supporter", "critic", "customer"])
# Nouns for whoever is counted: nine people, nine dead.
ANYBODY = frozenset(["people", "persons", "person", "dead", "deaths", "lives", "victims", "others", "fatalities"])
# Nouns of measure: a number of them is no thing.
UNITS = frozenset(["percent", "cent", "dollar", "pound", "euro", "mile", "year", "month", "week", "day", "hour",
                   "minute", "time", "point", "vote", "seat", "foot", "metre", "meter", "kilometre", "kilometer",
                   "acre", "ton", "tonne", "barrel", "degree", "page", "place", "term", "case"])
# A student of 22 is an age; a class of 22, a father of three and a teacher of 30 pupils are none.
AGED = (r"(?!chair|spokes)\p{Ll}*(?:man|woman)|boy|girl|lad|youth|teenager|child|student|pupil|widow"
        "|widower|nurse|teacher|soldier|sailor|worker"
        "|labourer|apprentice|trainee|driver|farmer|engineer|cyclist|pedestrian|passenger|climber|hiker"
        "|swimmer|pensioner|recruit|conscript|bachelor|spinster|clerk|constable"
        "|firefighter|miner|carpenter|baker|cook|waiter|waitress|singer|dancer|actor|actress|lawyer|doctor")
PLURALS = frozenset(["people", "men", "women", "children", "police"])  # without an s
_KEEP_S = ("ss", "us", "is", "ics", "news")
_SELDOM = frozenset(["source", "head", "count", "guide", "team", "crowd", "peer"])  # of people: five sources, two teams


def is_plural(word: str) -> bool:
    """Tell whether a folded noun looks like a plural: it ends in an s that is its ending."""
    return len(word) > 3 and word.endswith("s") and not word.endswith((*_KEEP_S, "'s"))


@lru_cache(maxsize=1 << 15)
def singular(word: str) -> str:
    """Return the singular of a folded noun: memos, memo; parties, party; classes, class; children, child."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _PLURALS_IN_ICS:
        return word[:-1]
    if len(word) < 4 or not word.endswith("s") or word.endswith(_KEEP_S):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]


def is_office(word: str) -> bool:
    """Tell whether a folded noun is of one person by what he does: guard, weaver; not team."""
    return word in listed("offices") and word not in _SELDOM


def counts_persons(word: str) -> bool:
    """Tell whether a folded noun counts persons: residents, weavers."""
    return word in listed("persons") or (
        is_plural(word) and is_office(singular(word)))
