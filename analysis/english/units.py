"""Units of measure: what they are called, and which of them are lengths, amounts or speeds."""

from .nouns import singular

# One unit in several spellings: 180 mm, 180 millimeters.
_UNIT_FORMS = {"km": "kilometre", "kilometer": "kilometre", "meter": "metre", "mm": "millimetre",
               "millimeter": "millimetre", "cm": "centimetre", "centimeter": "centimetre", "kg": "kilogram",
               "kilo": "kilogram", "liter": "litre", "feet": "foot"}
DISTANCES = frozenset(["mile", "kilometre", "metre", "yard", "foot"])
RAIN = frozenset(["millimetre", "centimetre", "inch"])
UNIT_WORDS = frozenset(["percent", "per", "cent", "km", "kilometres", "kilometers", "miles", "metres", "meters",
                        "tonnes", "tons", "euros", "dollars", "pounds"])  # as they stand behind a figure
MONEY = frozenset(["dollar", "euro", "pound", "crown", "mark", "franc", "yen", "yuan", "rupee", "rouble", "ruble",
                   "krona", "krone", "kroner", "lira", "peso", "rand", "zloty", "pence", "penny"])
AMOUNTS = frozenset(["tonne", "ton", "litre", "gallon", "barrel", "kilogram", "acre", "hectare"])
SPEEDS = frozenset(["knot", "knots", "mph", "kph", "km/h"])  # units of one quantity; a tonne is of anything
GLUED = r"(?:mph|kph|kmh|km/h)(?![\p{L}\d])"  # 70mph: one word to the eye, a number and its unit


def name_unit(word: str) -> str:
    """Return the one name of a folded unit or counted noun: kilometre of km, kilometers; barn of barns."""
    one = singular(word)
    return _UNIT_FORMS.get(one, one)
