"""What keeps two values from being of one thing: another unit, act, place or day, a part, a quote, an earlier state."""

from functools import lru_cache

from ..english.nouns import ANYBODY, SHIPPED, singular
from ..english.units import DISTANCES, RAIN, SPEEDS
from ..text.measures import HARM
from .contexts import feature_of, same_act, shared_weight
from .happenings import ALERT, BURN, one_accident
from .told import Told

LARGE = 1e5  # from which a number of a currency without a sign is a sum: 2.4 billion crowns
_SPEED = 3  # weight of shared words above which two speeds are of one thing
LEAST_RANK = 3  # first and second order a text as often as things
LONG_SLIP = 5  # digits of two numbers that are the same in another order, whatever they count
STRONG = ("dead", "hurt", "moved", "held", "missing", "trapped", "crowd", "fine", "price", "lasted", "saved",
          "jobs", "vote", "turnout", "approval", "ill",
          "unemployment", "jailed", "deliberated")  # measures that the news of one event has once


def other_persons(one: Told, other: Told) -> str | None:
    """17 soldiers, four militants: two nouns for persons of whom no act is counted, or both of them in one text."""
    nouns = {one.noun, other.noun}
    if one.unit != "people" or other.unit != "people" or nouns & (ANYBODY | {""}):
        return None
    alike = len({feature_of(noun) for noun in nouns}) == 1 and "~people" not in map(feature_of, nouns)
    counted = one.measure == other.measure != "" and one.alone and other.alone
    return None if len(nouns) == 1 or alike or counted else "two"


def none_of_a_sort(one: Told, other: Told) -> str | None:
    """No firemen were hurt, three people were: nothing is said of others, nor of thieves who were held elsewhere."""
    if one.high and other.high:
        return None
    none, some = sorted((one, other), key=lambda told: told.high)
    words = none.context.near & none.context.words.keys() - {feature_of(none.about)}
    if not none.high and none.measure == "held" and words - some.context.words.keys():
        return "two"
    sort = none.high == 0 and none.unit == "people" and none.noun not in ANYBODY | {""}
    return "two" if sort and singular(none.noun) != singular(some.noun) else None


def another_kind(one: Told, other: Told) -> str | None:
    if one.kind != other.kind or one.unit.startswith("rank") != other.unit.startswith("rank"):
        return "two"
    if one.unit.startswith("rank"):
        return "two" if min(one.low, other.low) < LEAST_RANK else None
    if one.unit == other.unit == "hours" and max(one.low, other.low) > 10 * max(min(one.low, other.low), 0.1):
        return "two"  # 90 minutes and 22 days
    if one.unit.startswith("votes ") or other.unit.startswith("votes "):
        return None if _one_side(one, other) else "two"
    return (
        None
        if one.unit == other.unit or is_long_slip(one, other)
        or (one.measure == other.measure and one.measure in STRONG and "" in (one.unit, other.unit))
        else "two"
    )


def is_long_slip(one: Told, other: Told) -> bool:
    """Tell whether two exact counts are one, whatever they count: 28,316 ballots, 23,816 papers."""
    exact = one.kind == other.kind == "number" and one.low == one.high and other.low == other.high
    return exact and count_changed_over(one.low, other.low) >= LONG_SLIP


def count_changed_over(one: float, other: float) -> int:
    """Return how many digits two numbers have that are the same in another order, last noughts aside; else 0."""
    digits = digits_of(one)
    if digits != digits_of(other):
        return 0
    figures = [f"{number:.0f}" for number in (one, other)]
    return len(digits) if figures[0] != figures[1] and len(figures[0]) == len(figures[1]) else 0


@lru_cache(maxsize=1 << 14)  # every two values of an event are asked
def digits_of(number: float) -> str:
    """Return the digits of a whole number, the least first, last noughts aside."""
    return "".join(sorted(f"{number:.0f}".rstrip("0")))


def _one_side(one, other):
    """Tell whether two counts of votes may be of one side: the count against is the smaller where the motion passed."""
    units = {one.unit, other.unit}
    return len(units) == 1 or units in ({"votes against", "fewer votes"}, {"votes in favour", "more votes"})


def a_part(one: Told, other: Told) -> str | None:
    return "two" if (one.part or other.part) and one.kind != "age" else None


def a_group(one: Told, other: Told) -> str | None:
    """Tell whether one counts a sort of people, where both texts count more than once: 70 miners of 100 people."""
    if one.measure == other.measure == "aboard" and {one.noun, other.noun} & SHIPPED:
        return "two" if one.noun != other.noun else None
    if not one.unit == other.unit == "people" or (one.alone and other.alone and (one.measure or other.measure)):
        return None
    some, all_of = (one, other) if one.noun and one.noun not in ANYBODY else (other, one)
    sort = some.noun not in ANYBODY | {""} and all_of.noun in ANYBODY | {""}
    return "two" if sort and some.high < all_of.low else None


def an_earlier(one: Told, other: Told) -> str | None:
    """Last year's number; that to which it rose; what is left of it: nine died, the toll rose to 14."""
    if one.kind == "age":
        return None
    few, many = sorted((one, other), key=lambda told: told.high)
    rose = many.later and not few.later and not (few.counts_up and one.days & other.days)
    if rose or (few.left and not many.left and one.measure in HARM | {"hospital"}):
        return "two"
    return "two" if one.past != other.past and not one.days & other.days else None


def a_running_total(one: Told, other: Told) -> str | None:
    """A total of one hour against one that is larger, or against a day's; it can be no larger than the whole."""
    if one.until == other.until or one.kind not in ("number", "money"):
        return None
    total, rest = (one, other) if one.until else (other, one)
    return "two" if rest.until or rest.days or total.high < rest.low else None


def another_measure(one: Told, other: Told) -> str | None:
    return "two" if one.measure != other.measure and one.measure and other.measure and not _loose(one, other) else None


def _loose(one, other):
    """Tell whether unit and act are the same beside a weak measure: boats blocked, boats took part in a blockade."""
    return one.unit == other.unit not in ("people", "") and same_act(one.context, other.context)


def another_period(one: Told, other: Told) -> str | None:
    """2.4 billion in the first year, 3.1 billion in the first two: of other kinds a clause names periods by the way."""
    if one.stretch or other.stretch:
        return "two"  # the first twelve months, the first two years: of what is told in them
    summed = one.kind in ("money", "percent") or one.unit in RAIN or (
        one.unit != "people" and min(one.low, other.low) >= LARGE)
    return "two" if summed and one.period and other.period and one.period != other.period else None


def another_act(one: Told, other: Told) -> str | None:
    if one.measure and one.measure == other.measure:
        return None
    acts, others = one.happening.acts, other.happening.acts
    if BURN in acts & others:
        return None
    if one.kind == "time" and one_accident(one.happening, other.happening):
        return None
    if one_speed(one, other):
        return None
    if one.kind == "time" and acts and others and not acts & others:
        return "two"  # the strike began at 7.30, it ended at 6
    return "two" if same_act(one.context, other.context) is False else None


def another_doer(one: Told, other: Told) -> str | None:
    """The clock stopped at 8.15, sensors stopped sending at 7.38: nothing that both clauses name did so twice."""
    if one.kind != "time":
        return None
    one_thing = one.happening.things & other.happening.things or ALERT in one.happening.acts & other.happening.acts
    if one_thing or one_accident(one.happening, other.happening):
        return None
    if (one.persons and _may_be_a_person(other)) or (other.persons and _may_be_a_person(one)):
        return None  # Crane was detained at 6, the chairman at 7
    return "two" if doers(one) and doers(other) and not doers(one) & doers(other) else None


def doers(told: Told) -> frozenset[str]:
    """Return what the clause of a value names besides its act and place: clock, toll, house."""
    others = {feature_of(word) for word in told.happening.phrases | told.context.places}
    return (told.context.near & told.context.words.keys()) - told.context.acts - others


def _may_be_a_person(told):
    names = {feature_of(name) for name in told.context.names - told.context.places}
    return told.persons or bool(told.context.near & names)


def one_speed(one: Told, other: Told) -> bool:
    """Tell whether two speeds are of one thing: the train did 70 mph when it struck, it did 40 when it met the logs."""
    alike = one.happening.things & other.happening.things or one.context.names & other.context.names
    return one.unit == other.unit in SPEEDS and bool(alike or shared_weight(one.context, other.context) > _SPEED)


def another_place(one: Told, other: Told) -> str | None:
    places, others = one.context.places, other.context.places
    if one.unit in RAIN and one.context.names and other.context.names and not one.context.names & other.context.names:
        return "two"  # it rains on Ellby, on Norhaven
    if not places or not others or places & (others | other.context.names) or others & one.context.names:
        return None
    far = one.unit in DISTANCES  # 12 miles from Norhaven, 200 miles from Ellby
    return None if not far and (places & other.known or others & one.known) else "two"


def another_day(one: Told, other: Told) -> str | None:
    if one.kind == "age":
        return None  # he was taken from his home on Monday, a man of 52
    return "two" if one.days and other.days and not one.days & other.days else None
