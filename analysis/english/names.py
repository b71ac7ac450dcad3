"""What stands in and around proper names: courtesy titles, generations, words that open the names of places."""

from .wordlists import listed

HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "sir", "dame", "madam", "lord", "lady", "dr"])
GENERATIONS = frozenset(["jr", "sr", "ii", "iii", "iv"])
# Letters behind a name, of honours, degrees and offices: Ann Roe KC. Those of the second set stand alone as well, or
# for a place: the Ellby MP.
LETTERS = frozenset(["kc", "qc", "obe", "mbe", "cbe", "kbe", "dbe", "cmg", "kcmg", "gcmg", "dcmg", "cb", "kcb",
                     "dcb", "gcb", "gbe", "cvo", "kcvo", "dcvo", "bem", "qpm", "kpm", "frs", "fba", "phd", "dphil",
                     "llb", "llm", "mba", "esq"])
OFFICE_LETTERS = frozenset(["mp", "msp", "mep", "mla", "td", "md", "mk", "jp", "rn"])
# First words of names of places: New Norhaven, Port Ellby, South Crane.
PLACE_STARTS = frozenset(["new", "old", "great", "upper", "lower", "north", "south", "east", "west", "northern",
                          "southern", "eastern", "western", "saint", "san", "santa", "los", "las", "fort", "port",
                          "mount", "lake"])
# Beginnings of a surname that goes on with a capital: McAllister, DeWitt.
JOINED_STARTS = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz")
# What a firm's name may end in or not: Norwell Bank PLC, Norwell Bank.
LEGAL_FORMS = frozenset(["plc", "ltd", "limited", "inc", "incorporated", "corp", "llc", "llp", "gmbh", "pty"])
# Last words of the names of firms: Norhaven Energy, Crane Foods.
FIRM_WORDS = frozenset(["energy", "airlines", "airways", "motors", "foods", "industries", "pharmaceuticals",
                        "technologies", "systems", "solutions", "holdings", "partners", "ventures", "entertainment",
                        "pictures", "studios", "records", "electric", "communications", "railways", "shipping",
                        "ferries", "petroleum", "logistics", "steel", "media", "news", "lines", "rail", "mills",
                        "minerals", "mining", "metals", "chemicals", "quarries", "cement", "timber", "textiles",
                        "plastics", "breweries", "dairies", "farms", "homes", "hotels", "resorts", "stores",
                        "supermarkets", "properties", "estates", "investments", "securities", "insurance",
                        "construction", "engineering", "aerospace", "aviation", "automotive", "freight", "haulage",
                        "telecom", "software", "robotics", "networks", "laboratories", "biosciences"])
GROUP = "group"  # as those, but of bodies of every kind: Corvane Group, the Contact Group
# What one has in a firm or a person, so that "in" behind it names no place: shares in Crane, faith in Ann Bellamy.
HELD_IN = frozenset(["share", "shares", "stake", "stakes", "stock", "holding", "holdings", "investment", "investments",
                     "investor", "investors", "confidence", "faith", "trust", "trading", "belief", "interest"])
# Nouns for a place where people live or that is governed.
SETTLEMENTS = frozenset(["borough", "capital", "city", "county", "district", "hamlet", "island", "parish", "port",
                         "province", "region", "resort", "suburb", "town", "township", "village"])
# Chambers, each of which is a body by itself, whatever else has the word in its name.
CHAMBERS = frozenset(["house", "senate", "congress", "parliament", "assembly", "court"])
# What stands before a saint's name, which churches and hospitals bear; titles that ships bear behind "the".
SAINTS = frozenset(["st", "saint", "sainte"])
NOBLE = frozenset(["lady", "queen", "king", "prince", "princess", "duke", "duchess", "countess", "empress"])
# What newspapers print before a colon or in capitals that is nobody's name and no place: UPDATE: The bath is shut.
LABELS = frozenset(["analysis", "breaking", "correction", "credit", "exclusive", "explainer", "image", "live",
                    "more", "nb", "note", "opinion", "photo", "photos", "ps", "read", "related", "source", "summary",
                    "update", "updated", "video", "watch"])


def name_particles() -> frozenset[str]:
    """Return the small words that stand inside persons' names: de, van, bin (lists/particles.csv)."""
    return listed("particles", "word")
