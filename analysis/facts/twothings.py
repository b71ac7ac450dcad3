"""Of which two things are two values that look alike?  Two persons of a surname, two rounds of talks, a sale and a buy.

Two clauses that differ in two respects at once, in who and how many, or in the day and the number, are of two things
more often than they are of one that both tell wrongly.
"""

import regex

from ..english.lexicon import given_sexes, is_body_word
from ..english.numbers import SMALL_NUMBERS
from ..english.spellings import are_one_name
from ..english.stems import name_sense
from ..english.words import fold
from ..rules import Rule, RuleList
from .ages import find_givens, may_be_one
from .seen import ValuePair, read_example

_NUMBER = regex.compile(rf"(?<![\p{{L}}\d.,:])(?:\d[\d,.]*|{'|'.join(SMALL_NUMBERS[2:13])}"
                        r"|an?(?=\s(?:hour|day|week)\b))(?![\p{L}:])")
_YEAR = regex.compile(r"(?:18|19|20)\d\d")
_OCCASION = regex.compile(
    r"\b(?P<which>first|second|third|fourth|earlier|previous|initial)\s(?:count|recount|vote|ballot|round"
    r"|protest|march|rally|demonstration|test|tally|estimate|payment|instal?lment|phase|stage|attempt|alarm|blast|explosion|quake"
    r"|earthquake|wave|offer|bid|trial|hearing|strike|walkout|meeting)\b",
    regex.IGNORECASE)
_AGAIN = regex.compile(r"\bagain\b")
_OWN = regex.compile(r"(?:['’]s|\b(?:his|her|its|their))\sown\b")
_REGION = regex.compile(r"\s(?:\p{Ll}+\s){0,2}?(?:in|of|from|across|throughout)\sthe\s(?:whole\s|entire\s)?"
                        r"(?:county|state|region|province|country|district|valley|area)\b")
_TOWN = regex.compile(r"\s(?:\p{Ll}+\s){0,2}?(?:in|of|from)\s\p{Lu}\p{L}+")
_DEAL = regex.compile(r"(?P<who>\p{Lu}[\p{L}’'-]+)\s(?:(?:has|had|have|once)\s)*"
                      r"(?:(?P<buy>bought|buys|acquired|purchased)|(?P<sell>sold|sells))\b")
_LASTED = regex.compile(r"(?:^|[,;:]\s)(?:the|an?|his|her|its|their)\s(?:\p{L}+\s)?(?P<what>\p{Ll}{3,})\s"
                        r"(?:(?:has|had|have)\s)?(?:lasted|took|went\son\sfor|ran\sfor)\s", regex.IGNORECASE)
_FINED = regex.compile(r"\bfined\s(?:the|its|a)\s(?P<whom>\p{Ll}{3,})\b")
_ELECTED = regex.compile(r"(?P<who>\p{Lu}[\p{L}’'-]+)\s(?:(?:was|has|had|been)\s)*(?:elected|won|wins)\s")
_ANY_FIRM = frozenset(map(name_sense, ("company", "firm", "group", "operator", "owner", "business", "maker")))


def _text(seen):
    return f"{seen.before}{seen.value}{seen.behind}"


def _are_namesakes(pair: ValuePair) -> bool:
    """Tell whether one last name stands in both sentences behind two first ones: two persons, two fires."""
    if pair.kind not in ("number", "date", "time"):
        return False
    mine, theirs = (_bearers(seen) for seen in pair.both)
    return any(not any(may_be_one(one, other) for one in mine[name] for other in theirs[name])
               for name in mine.keys() & theirs.keys() if not is_body_word(name))


def _bearers(seen):
    found: dict[str, set] = {}
    for _, given, last in find_givens(_text(seen)):
        found.setdefault(last, set()).add(given)
    return found


def _numbers(seen):
    """Return the numbers of a sentence beside the value, but for years."""
    return {match[0].rstrip(".,") for side in (seen.before, seen.behind) for match in _NUMBER.finditer(side)
            if not _YEAR.fullmatch(match[0])}


def _differ_twice(pair: ValuePair) -> bool:
    """Tell whether a day, or the name of a thing, differs and every number beside it as well."""
    person = any(fold(word).title() in given_sexes() for seen in pair.both for word in seen.value.split())
    if pair.kind != "date" and (pair.rule != "two given names" or person):
        return False
    mine, theirs = map(_numbers, pair.both)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _are_occasions(pair: ValuePair) -> bool:
    """Tell whether one sentence tells of the first count, or of what happened again, and the other does not."""
    mine, theirs = ({match["which"].lower() for match in _OCCASION.finditer(_text(seen))} for seen in pair.both)
    again = len({bool(_AGAIN.search(_text(seen))) for seen in pair.both}) == 2
    dated = pair.kind in ("date", "time")
    return ((dated or pair.kind == "tense") and again) or ((dated or pair.kind == "number") and mine != theirs)


def _read(pattern, seen, name):
    """Return the sense of what a pattern names in a sentence, "" where it does not match."""
    match = pattern.search(_text(seen))
    return name_sense(fold(match[name])) if match else ""


def _sold_and_bought(pair: ValuePair) -> bool:
    deals = [{(fold(match["who"]), bool(match["buy"])) for match in _DEAL.finditer(_text(seen))} for seen in pair.both]
    turned = any((who, not buys) in deals[1] for who, buys in deals[0])
    return pair.kind == "number" and turned and not deals[0] & deals[1]


def _of_two(pattern, name, anything=frozenset()):
    """Return a test of whether both sentences match, and what they name is not one thing."""
    def test(pair: ValuePair) -> bool:
        mine, theirs = (_read(pattern, seen, name) for seen in pair.both)
        apart = bool(mine and theirs) and mine != theirs and not are_one_name(mine, theirs)
        return pair.kind == "number" and apart and not {mine, theirs} & anything
    return test


def _region_and_town(pair: ValuePair) -> bool:
    wide, near = ([bool(pattern.match(seen.behind)) for seen in pair.both] for pattern in (_REGION, _TOWN))
    return pair.kind == "number" and ((wide[0] and near[1]) or (wide[1] and near[0]))


TWO_THINGS = RuleList("Of which two things are two values?", (
    Rule("two of a last name", _are_namesakes, "two first names before one last name are two persons, two fires",
         yes=(("number", "acre", "the news itself", "On Monday the Cold Spur Fire burned [18,400] acres.",
               "On Monday the Bitter Creek Fire burned [900] acres."),
              ("number", "medal", "same words", "Ann Bellamy won [three] medals.", "Her son Jon Bellamy won [two]."),
              ("time", "left", "the same happening", "Ola Crane left at [9.10pm].", "Dale Crane left at [10.20pm].")),
         no=(("number", "medal", "same words", "Thomas Crane won [three] medals.", "Tom Crane won [two] medals."),
             ("number", "seat", "same words", "The Ellby Council has [31] seats.", "The City Council has [41]."))),
    Rule("other in two respects", _differ_twice, "where day and number both differ, two rounds of talks are told",
         yes=(("date", "broke", "same happening", "Talks on [Monday] broke up after an hour.",
               "Talks on [Wednesday] broke up after nine hours."),
              ("date", "contained", "same act", "The fire was 15 percent contained on [Monday].",
               "The fire was 40 percent contained on [Tuesday]."),
              ("name", "fire", "two given names", "The [Cold Spur Fire] burned 18,400 acres.",
               "The [Bitter Creek Fire] burned 900 acres.")),
         no=(("date", "broke", "same happening", "Talks on [Monday] broke up after nine hours.",
              "Talks on [Wednesday] broke up after nine hours."),
             ("name", "cove", "two given names", "The tug sank off [Sable Cove] with 9 aboard.",
              "The tug sank off [Heron Cove] with 9 aboard."))),
    Rule("two occasions", _are_occasions, "the first count is no recount; what is raised again was raised before",
         yes=(("number", "votes margin", "nearly the same number", "The first count put Crane [230] votes ahead.",
               "A recount put Crane [212] votes ahead."),
              ("number", "crowd", "only one of its measure", "About [3,000] supporters marched to the ground.",
               "A first protest in April drew [600]."),
              ("time", "raised", "the same happening", "The alarm was raised at [2.10pm].",
               "The alarm was raised again at [4.40pm]."),
              ("tense", "test", "the same clause", "The lock was last [tested] in May.",
               "The lock [will be tested] again in October.")),
         no=(("number", "votes margin", "same words", "The first count gave Crane a lead of [230] votes.",
              "Crane's lead was [212] votes at the first count."),
             ("number", "crowd", "same measure", "About [3,000] marched.", "The march drew [800] on a first floor."))),
    Rule("somebody's own", lambda pair: pair.kind == "number" and (
        len({bool(_OWN.search(seen.before)) for seen in pair.both}) == 2),
         "who speaks of the director's own pay has told of another's",
         yes=(("number", "%", "same item", "Crews accepted a rise in pay of [6.4 per cent].",
               "The director's own pay rose by [11 per cent]."),
              ("number", "boat", "same words", "Crane sold [40] boats.", "Of his own Crane sold [three] boats.")),
         no=(("number", "%", "same item", "The director's own pay rose by [9 per cent].",
              "The director's own pay rose by [11 per cent]."),)),
    Rule("region and town", _region_and_town, "of those who had to leave in the county some lived in one town",
         yes=(("number", "moved", "same item", "She ordered [6,500] people in the county to leave.",
               "Some [1,900] people in Alder Flat were ordered to leave."),
              ("number", "hurt", "same measure", "[Nine] people from Ellby were hurt.",
               "The storm hurt [40] people across the region.")),
         no=(("number", "hurt", "same measure", "[Nine] people in Ellby were hurt.", "[Twelve] were hurt in Ellby."),)),
    Rule("bought and sold", _sold_and_bought, "what somebody sells for a sum he bought for another",
         yes=(("number", "price", "same measure", "Ken Crane bought it for [£1].", "Crane sold it for [£46m]."),
              ("number", "price", "same item", "Crane sold it for [£2m].", "Crane had bought it for [£900,000].")),
         no=(("number", "price", "same measure", "Ken Crane sold it for [£64m].", "Crane sold it for [£46m]."),
             ("number", "price", "same measure", "Ann Li bought it for [£64m].", "Crane sold it for [£46m]."))),
    Rule("lasting of two things", _of_two(_LASTED, "what"), "talks that last nine hours are no flight of two",
         yes=(("number", "lasted", "same item", "The talks lasted [nine] hours.", "The flight lasted [two] hours."),
              ("number", "hours", "same words", "The voyage took [six] days.", "The repair took [two] weeks.")),
         no=(("number", "lasted", "same item", "The strike lasted [nine] days.", "The walkout lasted [ten] days."),
             ("number", "lasted", "same item", "The strike lasted [six] days.", "Talks at the mill took [two] days."))),
    Rule("two who were elected", _of_two(_ELECTED, "who"), "two who are elected have two majorities",
         yes=(("number", "votes margin", "the news itself", "Mr Crane was elected by [212] votes.",
               "Ms Li was elected to the board by [122]."),
              ("number", "votes margin", "the news itself", "Ola Crane won by [21] votes.", "Luis Quill won by [12].")),
         no=(("number", "votes margin", "the news itself", "Ola Crane won by [21] votes.", "Ola Craine won by [12]."),
             ("number", "votes margin", "the news itself", "Ola Crane won by [21] votes.", "Li lost by [12]."))),
    Rule("two who were fined", _of_two(_FINED, "whom", _ANY_FIRM), "a city and a campaign are fined apart",
         yes=(("number", "fine", "same item", "They fined the city [$7,500].", "They fined the campaign [$2,500]."),
              ("number", "fine", "same item", "It fined the harbour [£70,000].", "It fined the captain [£2,000].")),
         no=(("number", "fine", "same item", "They fined the mill [$7,500].", "They fined the firm [$2,500]."),)),
), lambda given: TWO_THINGS.decide(read_example(given))[0])
