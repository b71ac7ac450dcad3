"""Countries, the adjectives of their peoples, and their chief cities, from babel's copy of Unicode's CLDR.

CLDR (Unicode licence, babel is BSD) names territories, languages and time zones; it has no adjectives of nations.
They are made by the endings that English uses (Norway has none of them) and from the language that is most
likely spoken in one country (Danish, Dutch); lists/demonyms.csv gives what neither reaches.
"""

from functools import lru_cache

from babel import Locale
from babel.core import get_global

from .wordlists import list_rows
from .words import fold

NATION_ENDINGS = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic")
_SHARED = {"ar", "en", "pt", "es", "fr", "sw", "ht", "la", "sa", "eo", "yi", "io", "vo", "ia", "ie"}


@lru_cache
def country_names() -> dict[str, str]:
    """Return {folded name: name} of the world's countries and territories, and of their short forms."""
    names = {}
    for code, name in sorted(_territories().items()):
        for form in (name, name.replace("&", "and"), name.split(" (")[0], _short(code)):
            if form:
                names.setdefault(fold(form), _plain(name))
                if form.startswith("St. "):
                    names.setdefault(fold("Saint" + form[3:]), _plain(name))
    for name, zone in sorted(get_global("zone_aliases").items()):  # the country's older name, as time zones keep it
        code = get_global("zone_territories").get(zone)
        if name.isalpha() and code in _territories() and len(get_global("territory_zones").get(str(code), ())) == 1:
            names.setdefault(fold(name), _plain(_territories()[code]))
    for row in list_rows("demonyms"):
        if row["kind"] == "name":
            names.setdefault(fold(row["word"]), _plain(_territories()[row["country"]]))
    return names


@lru_cache
def demonyms() -> dict[str, str]:
    """Return {folded adjective: country}: danish, dutch, brazilian."""
    codes = {code: _plain(name) for code, name in _territories().items()}
    found = {fold(row["word"]): codes[row["country"]] for row in list_rows("demonyms")
             if row["kind"] == "adjective"}
    likely, languages = get_global("likely_subtags"), Locale("en").languages
    for tag, name in sorted(languages.items()):
        place = likely.get(tag, "").rsplit("_", 1)[-1]
        if len(tag) == 2 and tag not in _SHARED and place in codes and " " not in name \
                and fold(name)[:2] == fold(codes[place])[:2]:
            found.setdefault(fold(name), codes[place])
    for name in sorted(set(codes.values())):
        if " " in name and not name.startswith(("North ", "South ", "New ", "Saudi ")):
            continue
        low = fold(name)
        stems = {low, low[:-1]} if low[-1] in "aeiouy" else {low}
        stems |= {low[:-2]} if low.endswith(("ia", "ya", "ey")) else set()
        for stem in sorted(stems):
            for ending in NATION_ENDINGS:
                found.setdefault(stem + ending, name)
    return {word: name for word, name in found.items() if len(word) > 3}


@lru_cache
def cities() -> dict[str, str]:
    """Return {folded city: country} of the chief cities that the time zones are named after."""
    codes, found = _territories(), {}
    for code, zones in sorted(get_global("territory_zones").items()):
        if code in codes and len(zones) == 1:
            found.setdefault(fold(zones[0].rsplit("/", 1)[-1].replace("_", " ")), _plain(codes[code]))
    return found


@lru_cache
def _territories():
    return {code: name for code, name in Locale("en").territories.items()
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ")}


def _plain(name):
    return name.split(" (")[0].replace("’", "'")


def _short(code):
    return Locale("en").territories.get(f"{code}-alt-short") or ""
