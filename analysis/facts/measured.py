"""What a number measures, by the words next to it: tonnes of diesel or of a ship, the hurt or the badly hurt."""

import regex

from ..english.stems import name_sense
from ..english.units import AMOUNTS, SPEEDS, name_unit
from ..english.words import folded_words
from .seen import Seen, ValuePair

_COMMA = regex.compile(r"[,;:.—–]\s")
_DEGREE = regex.compile(
    r"\b(?:seriously|critically|badly|severely|gravely|grievously|slightly|lightly|mildly)[\s-]"
    r"(?:hurt|injured|wounded|ill|burn(?:ed|t))\b|\b(?:serious|severe|grave|critical|minor|slight|light)\s(?:injur|wound|burn)"
    r"|\b(?:serious|critical|grave)\scondition\b|\bcritically\b|\bfor\s(?:his|her|their)\s(?:life|lives)\b"
    r"|\blife[\s-]threatening\b")
_DIMENSION = regex.compile(  # 12 metres high, a 900-metre-long wall
    r"[\s-]\p{Ll}+[\s-](?:in\s)?(?:(?P<height>high|tall|height|above)|(?P<length>long|length)|(?P<width>wide|broad|width)"
    r"|(?P<depth>deep|depth|below|down)|(?P<thickness>thick|thickness)|(?P<distance>away|from|off))\b")
_OF = regex.compile(r"\s?-?(?P<before>(?:\p{Ll}+[\s-]){0,2}?)(?P<unit>\p{Ll}+)"
                    r"\sof\s(?:the\s|its\s|her\s)?(?P<of>\p{Ll}+(?:\s\p{Ll}+)?)")


def is_by_degree(seen: Seen) -> bool:
    """Tell whether the words around a value, up to a comma or a stop, count the hurt of one degree: badly hurt."""
    before, behind = _COMMA.split(seen.before)[-1], _COMMA.split(seen.behind)[0]
    return bool(_DEGREE.search(f"{before}{seen.value}{behind}"))


def _stuff(seen, unit):
    """Return the senses of what a unit measures: diesel of "60 tonnes of diesel", gross of "2,950 gross tonnes"."""
    words = folded_words(seen.behind)[:3]
    place = next((at for at, word in enumerate(words) if name_unit(word) == unit), 0)
    behind = _OF.match(seen.behind)
    return {name_sense(word) for word in words[:place] + (folded_words(behind["of"]) if behind else [])}


def _unit(seen):
    behind = _OF.match(seen.behind)
    return name_unit(behind["unit"]) if behind else ""


def _dimension(seen):
    """Return what a length behind a value is of, "height" of "12 metres high"; "" where it does not say."""
    match = _DIMENSION.match(seen.behind)
    return (match.lastgroup or "") if match else ""


def measures_another(pair: ValuePair) -> bool:
    """Tell whether two numbers of one unit are of two things, or of nothing that both sentences name."""
    sizes = {_dimension(seen) for seen in pair.both}
    if "" not in sizes and len(sizes) == 2:
        return True
    one, other = (_stuff(seen, pair.about) for seen in pair.both)
    if pair.rule != "only one of its unit":
        return _unit(pair.one) == _unit(pair.other) in AMOUNTS and not one & other
    if one or other:
        return not one & other
    unit = {name_sense(word) for word in folded_words(pair.about)}
    return pair.about not in SPEEDS and not (pair.one.senses.keys() & pair.other.senses.keys()) - unit
