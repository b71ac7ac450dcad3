"""Do two numbers measure the same: over one time, in one place, of one sort, as wish or as fact?

"A grant of 2.4 million" and "600,000 a year" are both true, as are 140 mm of rain in 24 hours and 60 in three, a staff
of 4,100 in the country and of 5,600 in four, the fares of adults and of children, what is asked for and what is
offered.  The clause of each value is read for what it says of its scope; two scopes that differ part the values.
"""

from functools import lru_cache
from itertools import product

import regex

from ..english.calendar import ANY_MONTH
from ..english.classes import find_senses, opposites
from ..english.numbers import CARDINALS, find_numbers
from ..english.units import AMOUNTS, MONEY, SPEEDS
from ..english.wordlists import list_rows
from ..english.words import fold, folded_words
from ..rules import Rule, RuleList
from ..text.measures import HARM, SPANS
from ..text.values import read_line
from .contexts import feature_of
from .contraries import CONTRARY
from .seen import Seen, ValuePair, read_example

_SIZES = {**SPANS, "night": SPANS["day"], "fortnight": 2 * SPANS["week"], "quarter": 3 * SPANS["month"],
          "season": 3 * SPANS["month"]}
_SPAN = rf"(?P<span>{'|'.join(_SIZES)})"
_NEXT = r"(?:\s?[\p{L}$£€¥.'’-]+){0,3}?"
_RATE = regex.compile(rf"{_NEXT}\s(?:an?|per|each|every)\s{_SPAN}\b"
                      rf"|{_NEXT}\s(?P<span>annual|year|month|week|dai|hour)ly\b")
_RATED = regex.compile(r"\b(?:(?P<span>annual)|(?P<span>year|month|week|dai|hour)ly)\s(?:\p{Ll}+\s){1,3}?"
                       r"(?:[$£€¥]\s?)?$")
_OVER = r"\b(?:in|within|over|during|inside|throughout)\s"
_SOME = r"(?:(?:about|around|nearly|almost|some|only|just|under|the|an?|first|last|next|past|coming|full)\s){0,3}"
_LASTING = regex.compile(
    rf"{_OVER}{_SOME}(?P<many>(?:\d[\d.]*|{CARDINALS}|half\san?)[\s-])?{_SPAN}s?\b", regex.IGNORECASE)
_INTO = regex.compile(rf"{_OVER}{_SOME}$", regex.IGNORECASE)
_ACCOUNT = regex.compile(  # of what a firm gives account: the second quarter, the half year, the year to June
    r"\b(?P<which>first|second|third|fourth|last|latest|final)?[\s-]?"
    r"(?:(?P<quarter>quarter)|(?P<half>half)(?:[\s-]year|\sof))\b"
    rf"|\b(?:this|full|financial|fiscal)[\s-](?P<year>year)\b|\b(?P<year>year)\sto\s(?P<to>{ANY_MONTH})"
    rf"|\b(?:in|over|during|for|throughout)\s(?:(?:early|late|mid|the|last|this)[\s-]){{0,2}}(?:(?P<month>{ANY_MONTH})"
    r"|(?P<season>spring|summer|autumn|winter))\b")
_LONG = {"quarter": SPANS["month"] * 3, "season": SPANS["month"] * 3, "half": SPANS["month"] * 6,
         "year": SPANS["year"], "month": SPANS["month"]}
_WIDE = regex.compile(
    r"\b(?:worldwide|globally|nationwide|in\s(?:all|total)|altogether|overall|combined"
    r"|(?:around|across|throughout|in)\sthe\s(?:whole\s|entire\s)?(?:world|globe)|(?:across|throughout)\s\p{Ll}+\s\p{Ll}+"
    rf"|in\s(?:\d+|{CARDINALS}|several|many)\s(?:other\s)?(?:countries|states|counties|provinces|regions|cities|towns))\b")
_NARROW = regex.compile(
    r"\b(?:at\shome|abroad|overseas|in\sthe\s(?:country|capital|city|town|village|north|south|east|west|plant|factory)"
    r"|at\s(?:the|its|this)\s(?:\p{Ll}+\s)?(?:plant|site|factory|works|mill|branch|yard))\b")
_FORMERLY = regex.compile(r"\b(?:used\sto|previously|formerly|originally|initially|at\sfirst)\b"
                          r"|(?<!than\s)\b(?P<then>before|until)\s(?!tax\b)", regex.IGNORECASE)
_LESS = regex.compile(r"\b(?:excluding|exclusive\sof|not\s(?:counting|including)|leaving\sout|(?:apart|aside)\sfrom)\b"
                      r"|\b(?P<bare>without|empty|unladen)\b")
_NEAR = 35  # characters beside a number in which it is said how far it reaches
_STANCES = {  # how far what is told has come
    "hoped": regex.compile(r"\b(?:may|might|could)\b"),
    "wanted": regex.compile(
        r"\b(?:want|demand|propos|request)(?:e?s|e?d|ing)?\b|\bsought\b|\bseek(?:s|ing)?\b|\b(?:ask|call|bargain|hop|wish|aim|su)"
        r"(?:e?s|e?d|e|ing)?\s(?:\p{L}+\s){0,2}?(?:for|to)\b"),
    "offered": regex.compile(r"\boffer(?:s|ed|ing)?\b"),
}
_MEAN = regex.compile(r"\b(?:average[sd]?|averaging|typical(?:ly)?|on\sa\snormal)\b", regex.IGNORECASE)
_SCALE = regex.compile(r"\s?(?:°|degrees?|degs?\.?)?\s?(?P<scale>[CF])(?:elsius|ahrenheit)?\b"
                       r"|\s(?:degrees?\s)?(?P<scale>c)(?:elsius|entigrade)\b|\s(?:degrees?\s)?(?P<scale>f)ahrenheit\b")
_DEGREES = frozenset(["degree", "c", "f"])
_PATIENTS = regex.compile(r"\s(?:\p{Ll}+\s)?patients?\b")
_FOR_WHOM = regex.compile(r"\bfor\s(?:(?:the|its|their|all|every)\s)?(?P<whom>\p{Ll}{3,}s|children|men|women)\b")
_COUNTED = regex.compile(rf"\b(?P<many>\d[\d,]*|{CARDINALS})\s(?P<of>\p{{Ll}}{{3,}}s)\b", regex.IGNORECASE)
_BY = regex.compile(r"\bby\s(?:(?:just|only|about|some)\s)?$")
_SAME_ACCOUNT = frozenset(map(frozenset, (("rise", "fall"), ("raise", "cut"), ("improve", "worsen"),
                                          ("expand", "cut"))))
_WON = frozenset(["win", "lose"])


def _clause(seen: Seen) -> tuple[str, str]:
    """Return what stands before and behind a value in its clause."""
    text, at = seen.before + seen.value + seen.behind, len(seen.before)
    first, last = read_line(text).clause(at)
    return text[first:at], text[at + len(seen.value):max(last, at + len(seen.value))]


def _whole(seen: Seen) -> str:
    return " … ".join(_clause(seen))


def _rate(seen: Seen) -> str:
    """Return for which span a number is given each time: year of "600,000 crowns a year", "an annual 600,000"."""
    before, behind = _clause(seen)
    match = _RATE.match(behind) or _RATED.search(before)
    return {"annual": "year", "dai": "day"}.get(match["span"], match["span"]) if match else ""


def _are_rates(pair: ValuePair) -> bool:
    """Tell whether one number is given for each year and the other for each month, or for all."""
    return pair.about not in SPEEDS and len({_rate(seen) for seen in pair.both}) == 2


def _read_spans(seen: Seen) -> set[tuple[int, str]]:
    """Return (length in hours, which one) of the times over which a number is counted; "" where it is not said."""
    before, behind = _clause(seen)
    text, found = f"{before} … {behind}", set()
    for match in _LASTING.finditer(text):
        number = find_numbers(match["many"] or "")
        many = number[0].low if number else 0.5 if match["many"] else 1
        found.add((round(_SIZES[match["span"].lower()] * many), ""))
    for match in _ACCOUNT.finditer(text):
        name = next(name for name in _LONG if match[name])
        which = fold(match[name])[:3] if name in ("month", "season") else match["which"] or ""
        found.add((round(_LONG[name]), which))
        if match["to"] and ("%" in seen.value or "cent" in seen.value):  # inflation in May is that in the year to May
            found.add((round(_LONG["month"]), fold(match["to"])[:3]))
    return {(size, which) for size, which in found if which or (size, which) not in found or not any(
        other == size and its for other, its in found)}


def _are_spans(pair: ValuePair) -> bool:
    """Tell whether two numbers are counted over two times, none of which may be the other."""
    mine, theirs = map(_read_spans, pair.both)
    return bool(mine and theirs) and not any(
        size == other and (which == its or "" in (which, its)) for (size, which), (other, its) in product(mine, theirs))


def _are_periods(pair: ValuePair) -> bool:
    """Tell whether a length of time is that over which another number is counted, and this one differs as well."""
    if pair.about not in ("hours", "lasted"):
        return False
    beside = [{number.low for number in find_numbers(_whole(seen))} for seen in pair.both]
    periods = [bool(_INTO.search(seen.before) and others) for seen, others in zip(pair.both, beside, strict=True)]
    return all(periods) and beside[0].isdisjoint(beside[1])


def _read_places(seen: Seen) -> set[str]:
    before, behind = _clause(seen)
    text = f"{before[-_NEAR:]} … {behind[:_NEAR]}"  # not of footprints that made headlines around the world
    return {match[0].lower() for match in _NARROW.finditer(text)} | ({"wide"} if _WIDE.search(text) else set())


def _are_places(pair: ValuePair) -> bool:
    """Tell whether one number is of the country and one of the world; of a plant, or of all there may be.

    Where only one text says so, and does not count who came to harm, the wider number may be the larger.
    """
    mine, theirs = map(_read_places, pair.both)
    if bool(mine) == bool(theirs):
        return mine.isdisjoint(theirs) and bool(mine)
    sizes = [number[0].low if (number := find_numbers(seen.value)) else 0 for seen in pair.both]
    said, (its, other) = (mine, sizes) if mine else (theirs, sizes[::-1])
    return pair.about not in HARM and (its > other if said == {"wide"} else its < other)


@lru_cache
def _sorts():
    """Return [(whether of money alone, the pattern of each sort)] of lists/sorts.csv."""
    return [(row["of"] == "money", [regex.compile(rf"(?<![\p{{L}}-])(?:{sort})s?(?![\p{{L}}-])", regex.IGNORECASE)
                                    for sort in row["sorts"].split("/")]) for row in list_rows("sorts")]


def _is_money(pair: ValuePair) -> bool:
    return pair.about in ("cost", "price", "fine", "damage", "raised", "lost", *MONEY) or (
        not pair.about[:1].isalpha())


def _are_sorts(pair: ValuePair) -> bool:
    """Tell whether the clauses of two values name two sorts of one thing, and none in common."""
    one, other = map(_whole, pair.both)
    for money, sorts in _sorts():
        if money <= _is_money(pair):
            mine, theirs = ({place for place, sort in enumerate(sorts) if sort.search(text)} for text in (one, other))
            if mine and theirs and mine.isdisjoint(theirs):
                return True
    return False


def _are_for_others(pair: ValuePair) -> bool:
    """Tell whether two sums are for two sorts of people: a pass for students, for pensioners."""
    mine, theirs = ({feature_of(fold(match["whom"])) for match in _FOR_WHOM.finditer(_whole(seen))}
                    for seen in pair.both)
    return _is_money(pair) and bool(mine and theirs) and mine.isdisjoint(theirs)


def _stance(seen: Seen) -> str:
    before = _clause(seen)[0]
    return next((name for name, pattern in _STANCES.items() if pattern.search(before)), "")


def _are_stances(pair: ValuePair) -> bool:
    """Tell whether one number is of what somebody wants or may do, and the other of what is offered, or so."""
    stances = {_stance(seen) for seen in pair.both}
    return len(stances) == 2 and stances != {"offered", ""}


def _are_of_two_days(pair: ValuePair) -> bool:
    """Tell whether one text says what something cost or was before, and the other does not."""
    told = [_FORMERLY.search(_whole(seen)) for seen in pair.both]
    sure = _is_money(pair) or pair.about in ("%", "prices") or any(match and not match["then"] for match in told)
    return bool(told[0]) != bool(told[1]) and sure


def _are_less(pair: ValuePair) -> bool:
    """Tell whether one number leaves something out that the other may hold: 900 kilograms without fuel."""
    told = [_LESS.search(seen.behind[:_NEAR]) for seen in pair.both]
    sure = _is_money(pair) or pair.about in AMOUNTS or any(match and not match["bare"] for match in told)
    return bool(told[0]) != bool(told[1]) and sure


def _scale(seen: Seen) -> str:
    match = _SCALE.match(seen.behind)
    return match["scale"].lower() if match else ""


def _act(seen: Seen) -> set[str]:
    """Return the classes of the act that a number is told of: of the last one before it, else the first behind it."""
    before, behind = _clause(seen)
    acts = [classes for classes in find_senses(folded_words(before)) if classes]
    acts = acts[-1:] or [classes for classes in find_senses(folded_words(behind)) if classes]
    return {name.removeprefix("=") for name in acts[0]} if acts else set()


def _undo(one: str, other: str) -> bool:
    """Tell whether one act undoes another, so that two numbers may be counted of the two: approved, rejected."""
    pair = frozenset((one, other))
    return pair == _WON or (opposites().get(pair) == "opposite" and pair not in _SAME_ACCOUNT)


def _are_opposites(pair: ValuePair) -> bool:
    """Tell whether what one number counts was approved, and what the other counts rejected."""
    if any(_BY.search(seen.before) for seen in pair.both):
        return False  # who won by 40 votes beat one who lost by 40
    mine, theirs = map(_act, pair.both)
    return mine.isdisjoint(theirs) and any(_undo(*acts) for acts in product(mine, theirs))


def _are_counts(pair: ValuePair) -> bool:
    """Tell whether what is told and denied is so of two numbers of one thing: guilty on six counts, not on three."""
    if pair.kind != "negation" or pair.rule == CONTRARY:
        return False
    told = [_COUNTED.finditer(seen.value + _clause(seen)[1]) for seen in pair.both]
    mine, theirs = ({fold(match["of"]): match["many"].lower() for match in found} for found in told)
    return any(mine[noun] != theirs[noun] for noun in mine.keys() & theirs.keys())


def _of_numbers(test):
    return lambda pair: pair.kind == "number" and test(pair)


SCOPES = RuleList("Do two numbers measure the same?", (
    Rule("a rate", _of_numbers(_are_rates), "what is paid in a year is not what is paid in all",
         yes=(("number", "price", "same item", "The Lund Fund gave [2.4 million] crowns for the lock.",
               "The Lund Fund pays [600,000] crowns a year for the lock."),
              ("number", "£", "same words", "It gets an annual grant of [£40,000].", "It got a grant of [£90,000]."),
              ("number", "crown", "same item", "They earn [900] crowns a week.", "They earn [4,000] crowns a month.")),
         no=(("number", "£", "same words", "The choir gets [£40,000] a year.", "The choir gets [£50,000] yearly."),
             ("number", "mph", "same item", "Gusts of [60] miles an hour came.", "Gusts of [75] mph came."))),
    Rule("another span", _of_numbers(_are_spans), "what a firm earns in a quarter is not what it earns in a half year",
         yes=(("number", "£", "same item", "The mill earned [£9m] in the second quarter.",
               "The mill earned [£20m] in the first half of the year."),
              ("number", "fire", "same words", "Crews put out [60] fires in two days.",
               "Crews put out [14] fires in six hours."),
              ("number", "%", "same item", "It rose [3 percent] this year.", "It rose [14 percent] over five years.")),
         no=(("number", "£", "same item", "The mill earned [£9m] in the quarter.",
              "The mill earned [£20m] in the second quarter."),
             ("number", "fire", "same words", "In a day crews put out [60] fires.",
              "Crews put out [14] fires in 24 hours."))),
    Rule("span of another count", _of_numbers(_are_periods), "rain that fell in three hours fell in 24 as well",
         yes=(("number", "hours", "same item", "In Ellby 140 millimetres of rain fell in [24] hours.",
               "In Ellby 60 millimetres of rain fell in [three] hours."),
              ("number", "hours", "same item", "The Tarn rose two feet within [a day].",
               "The Tarn rose nine feet over [four] days.")),
         no=(("number", "hours", "same item", "In Ellby 60 millimetres of rain fell in [24] hours.",
              "In Ellby 60 millimetres of rain fell in [three] hours."),
             ("number", "lasted", "same item", "The talks lasted [two] hours.", "The talks lasted [six] hours."))),
    Rule("another reach", _of_numbers(_are_places), "a firm has more staff in the world than in the country",
         yes=(("number", "jobs", "same item", "Calder employs [4,100] people in the country.",
               "Calder employs [5,600] people in four countries."),
              ("number", "jobs", "same item", "Corran will cut [400] jobs at home.", "Corran will cut [900] jobs.")),
         no=(("number", "jobs", "same item", "Calder employs [4,100] people in the country.",
              "Calder employs [5,600] people in the country."),
             ("number", "dead", "same item", "The storm killed [nine] people in the country.",
              "The storm killed [12] people."))),
    Rule("another sort", _of_numbers(_are_sorts), "the fare of adults is not that of children, nor a profit a turnover",
         yes=(("number", "cost", "same item", "The adult fare is [£12].", "Children pay a fare of [£8]."),
              ("number", "£", "same item", "The mill had a profit of [£2m].", "The turnover of the mill was [£9m]."),
              ("number", "mph", "same item", "Freight trains do [60] mph.", "Passenger trains do [90] mph.")),
         no=(("number", "cost", "same item", "The adult fare is [£12].", "Adults pay a fare of [£8]."),
             ("number", "dead", "same item", "The tram struck [nine] people.", "The bus struck [six] people."))),
    Rule("for others", _of_numbers(_are_for_others), "what is for nurses is not for cooks",
         yes=(("number", "cost", "same item", "A bed for pilgrims costs [£12].", "A bed for travellers costs [£18]."),),
         no=(("number", "cost", "same item", "A bed for pilgrims costs [£12].", "A bed for pilgrims costs [£18]."),)),
    Rule("wish and fact", _of_numbers(_are_stances), "who wants 8 per cent may be offered 3",
         yes=(("number", "%", "same item", "The pilots want [8 percent] more pay.",
               "The harbour has offered its pilots [3 percent] more pay."),
              ("number", "fine", "same item", "The state asked for a fine of [£90,000].", "Lund was fined [£50,000]."),
              ("number", "pence", "same words", "Corran may raise its offer to [440] pence a share.",
               "Corran has offered [412] pence a share.")),
         no=(("number", "pence", "same words", "Corran has bid [440] pence a share.",
              "Corran has offered [412] pence a share."),
             ("number", "%", "same item", "The pilots want [8 percent] more.", "The pilots demand [6 percent] more."))),
    Rule("of an earlier day", _of_numbers(_are_of_two_days), "what a loaf cost before is not what it costs",
         yes=(("number", "cost", "same item", "A loaf cost [1.20] marks before the harvest failed.",
               "A loaf costs [1.90] marks."),
              ("number", "boat", "same words", "The yard originally had [40] boats.", "The yard had [12] boats.")),
         no=(("number", "cost", "same item", "A loaf cost [1.20] marks before the drought.",
              "Before the drought a loaf cost [1.90] marks."),
             ("number", "dead", "same item", "[Nine] died before help came.", "[Twelve] died."))),
    Rule("an average", _of_numbers(lambda pair: len({bool(_MEAN.search(_whole(seen))) for seen in pair.both}) == 2),
         "more than the average may come to one match",
         yes=(("number", "crowd", "same item", "On average [9,000] people watched the matches at Ellby.",
               "The match at Ellby was watched by [16,000] people."),),
         no=(("number", "crowd", "same item", "An average of [9,000] people watched at Ellby.",
              "The crowd at Ellby averaged [12,000]."),)),
    Rule("less than all", _of_numbers(_are_less), "a ship weighs less without her cargo",
         yes=(("number", "tonne", "same item", "It weighs [900] tonnes without fuel.", "It weighs [1,400] tonnes."),
              ("number", "dead", "same item", "[Nine] died, not counting the gunman.", "[Ten] died.")),
         no=(("number", "kilogram", "same item", "It weighs [900] kilograms without fuel.",
              "Without fuel it weighs [800] kilograms without fuel."),
             ("number", "moved", "same item", "[900] were left without a home.", "[700] lost their homes."))),
    Rule("another scale", lambda pair: pair.about in _DEGREES and len({_scale(seen) for seen in pair.both}) == 2,
         "31 degrees Celsius are 88 degrees Fahrenheit",
         yes=(("number", "degree", "same words", "It was [31] degrees Celsius.", "It was [88] degrees Fahrenheit."),),
         no=(("number", "degree", "same words", "It was [31] degrees Celsius.", "It was [38] degrees Celsius."),)),
    Rule("patients", lambda pair: pair.about == "hospital" and len(
        {bool(_PATIENTS.match(seen.behind)) for seen in pair.both}) == 2,
         "a hospital has patients beside those of the news",
         yes=(("number", "hospital", "same item", "[Thirty] people were taken to hospital.",
               "The hospital took in [84] patients."),),
         no=(("number", "hospital", "same item", "The hospital took in [30] patients.",
              "The hospital took in [84] patients."),)),
    Rule("opposite acts", _of_numbers(_are_opposites), "of the charges some end in a conviction and some in none",
         yes=(("number", "count", "the news itself", "Lund was convicted of [three] counts.",
               "Lund was cleared of [two] counts and convicted of the others."),
              ("number", "plan", "the news itself", "They approved [nine] plans.", "They rejected [four] plans.")),
         no=(("number", "count", "the news itself", "Lund was convicted of [three] counts.",
              "Lund was found guilty of [two] counts."),
             ("number", "votes margin", "same words", "Lund won by [40] votes.", "Lund's rival lost by [30] votes."))),
    Rule("of other counts", _are_counts, "who is guilty on six counts may be not guilty on three",
         yes=(("negation", "guilty", "the same clause denied", "Lund was found [guilty] on six counts.",
               "Lund was found [not guilty] on three counts."),),
         no=(("negation", "guilty", "the same clause denied", "Lund was found [guilty] on six counts.",
              "Lund was found [not guilty] on six counts."),)),
), lambda given: SCOPES.decide(read_example(given))[0])
