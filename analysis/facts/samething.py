"""What makes two values of one thing: one fact, measure, happening or vote, shared words, a rare number."""

from ..english.stems import is_rare
from ..english.units import DISTANCES
from ..rules import Setting
from ..text.measures import HARM, OF_PERSONS
from .apart import LARGE, STRONG, count_changed_over, doers, is_long_slip, one_speed
from .contexts import feature_of, lighter_weight, same_act, shared_weight, word_for_word
from .happenings import ALERT, BURN, one_accident, same_happening
from .told import Told, is_vague, shown

SHARED = Setting(
    "shared_context",
    4.5,
    "weight of shared words from which two sentences are about one thing",
    chosen="two names, or a name and a noun that is not common; a word weighs 6.5 less its Zipf frequency",
)
PART = Setting(
    "shared_part",
    0.4,
    "share of the lighter sentence's weight that has to be shared with it",
    chosen="long sentences share the names of their story: the ships of two resolutions had .35",
)
LEAD = Setting(
    "lead_words",
    60,
    "body words up to which a count of the dead and the like needs no other shared word",
    chosen="the first three sentences of a news story tell its main facts",
)
TOTAL = Setting(
    "total_ratio",
    3,
    "how many times as large one total of the dead, hurt, held or come may be as the other, to be of one thing",
    chosen="sources of one event have counted 12,000 and 30,000; forty times as many are of another",
)
NEARBY = Setting("near_numbers", 1.25, "how many times as large one of two large numbers may be to be nearly the other",
                 chosen="50,000 and 55,000 tickets, not 90,000")
LEAST_VOTERS = Setting(
    "least_voters",
    20,
    "votes, voters or things from which a count does not agree, or nearly agree, by chance, and people who are a crowd",
    chosen="a board of five votes 3 to 2 on many things; five who came home and eight who came out are no crowd",
)
_ONCE = HARM | {"turnout"}  # where a text has one such count, it is of the news

# What else must be the same where two clauses have the same words: on Monday it hired 30, on Tuesday 40.
_SETTING = ("kind", "unit", "measure", "part", "past", "days", "until", "period", "stretch", "given")


def _nameless(one, other):
    """Tell whether two counts of people may be of any people: nothing says what befell them, and each text has more."""
    if not min(one.high, other.high):  # no children were on the stand: it says who
        return False
    return one.unit == other.unit == "people" and not one.measure and not (one.alone and other.alone)


def same_item(one: Told, other: Told) -> str | None:
    if _nameless(one, other) or one.item != other.item or one.item < 0:
        return None
    act = same_act(one.context, other.context)
    sole = one.measure == other.measure != "" and ((one.alone and other.alone) or one.measure not in _ONCE)
    return "one" if act or sole else None


def same_measure(one: Told, other: Told) -> str | None:
    if one.measure != other.measure or not one.measure:
        return None
    return (
        "one"
        if shared_weight(one.context, other.context) >= SHARED.value * (0.5 if one.alone and other.alone else 1)
        else None
    )


def _is_of_some(one, other):
    """Tell whether a nought is of some place or time alone: no arrests were made inside the ground."""
    none = min(one, other, key=shown)
    return not none.high and bool(none.context.near & none.context.words.keys() - {feature_of(none.about)})


def sole_measure(one: Told, other: Told) -> str | None:
    if one.measure != other.measure or one.measure not in STRONG or not (one.alone and other.alone):
        return None
    if _is_of_some(one, other):
        return None
    reach = min if one.measure in _ONCE else max
    return "one" if reach(one.position, other.position) <= LEAD.value else None


def one_total(one: Told, other: Told) -> str | None:
    """Eleven people were arrested, nine arrests were made: the news of one event has one such total, told once."""
    if one.measure != other.measure or one.measure not in OF_PERSONS or not (one.alone and other.alone):
        return None
    if is_vague(one) or is_vague(other):
        return None  # amid dozens of arrests
    few, many = sorted((shown(one), shown(other)))
    if one.measure == "crowd" and few < LEAST_VOTERS.value:
        return None  # eight men came out, five came home
    return "one" if (many <= TOTAL.value * few if few else not _is_of_some(one, other)) else None


def more_in_hospital(one: Told, other: Told) -> str | None:
    """Who is taken to hospital was hurt: 23 people were injured, 31 were taken to hospital."""
    hurt, treated = (one, other) if one.measure == "hurt" else (other, one)
    news = one.alone and other.alone and max(one.position, other.position) <= LEAD.value
    both = hurt.measure == "hurt" and treated.measure == "hospital" and hurt.high
    return "one" if both and news and hurt.high < treated.low <= TOTAL.value * hurt.high else None


def all_but_the_number(one: Told, other: Told) -> str | None:
    """Each nurse will get £300, each nurse will get £500."""
    same = all(getattr(one, name) == getattr(other, name) for name in _SETTING)
    alike = same and word_for_word(one.context, other.context)
    return "one" if alike and len(one.context.near) > 1 and not one.measure else None


def each_of_a_sort(one: Told, other: Told) -> str | None:
    """Every member is to get £250, members get £150 apiece."""
    alike = one.each == other.each != ""
    rates = [told.period if told.period.startswith("a ") else "" for told in (one, other)]  # once, and each month
    return "one" if alike and rates[0] == rates[1] and not one.past and not other.past else None


def same_winner(one: Told, other: Told) -> str | None:
    """Anna Crane won in 2:27:14, Crane's winning time was 2:28:14; the winner of another race has another name."""
    if not one.measure == other.measure == "winner":
        return None
    mine, theirs = (told.names | {name for name in more.names if feature_of(name) in told.words}  # opens a sentence
                    for told, more in ((one.context, other.context), (other.context, one.context)))
    few, many = sorted((mine, theirs), key=len)
    return "one" if few and few <= many else "two"


def same_words(one: Told, other: Told) -> str | None:
    if _nameless(one, other):
        return None
    act = same_act(one.context, other.context)
    names, others = one.context.names, other.context.names
    if (not act and one.measure != other.measure) or (names and others and not names & others):
        return None
    if one.kind == "time" and not act:
        return None
    # the rescue took three hours; it was seven hours before the last was rescued
    telling = one.unit.startswith("rank") or (act and one.unit == "hours" and one.alone and other.alone)
    weight = shared_weight(one.context, other.context)
    enough = weight >= SHARED.value / (3 if telling else 1) and (
        weight >= PART.value * lighter_weight(one.context, other.context))
    return "one" if enough else None


def in_one_happening(one: Told, other: Told) -> str | None:
    """The strike began at 7.30, the walkout started at 6; the order went out at 11, the decision was posted at 9:30."""
    if one.kind != "time":
        return None
    names, others = one.context.names, other.context.names
    whole = one_accident(one.happening, other.happening) or ALERT in one.happening.acts & other.happening.acts
    if whole and (not names or not others or names & others):
        return "one"
    if not one.happening.acts & other.happening.acts:
        return None
    alike = sum(one.context.words[word] for word in doers(one) & doers(other))
    return "one" if same_happening(one.happening, other.happening) or alike >= SHARED.value / 3 else None


def same_sum(one: Told, other: Told) -> str | None:
    """The ad costs the group $1 million, it reserved $500,000 of airtime: where sentences share most of their names."""
    if one.kind != "money" or one.unit != other.unit or len(one.context.names & other.context.names) < 2:
        return None
    weight = shared_weight(one.context, other.context)
    most = max(2 * SHARED.value, PART.value * lighter_weight(one.context, other.context))
    return "one" if weight >= most else None


def same_voters(one: Told, other: Told) -> str | None:
    return "one" if one.measure == "vote" and one.voters == other.voters >= LEAST_VOTERS.value else None


def in_the_lead(one: Told, other: Told) -> str | None:
    """Both open with a number of one unit in one act: the board closed four schools, it padlocked six."""
    alike = one.unit == other.unit not in ("", "people", "hours") and one.kind == "number" and one.step == other.step
    names, others = one.context.names, other.context.names
    apart = names and others and not names & others
    if not alike or apart or max(one.position, other.position) >= LEAD.value / 2:
        return None
    return "one" if one.happening.acts & other.happening.acts or same_act(one.context, other.context) else None


def sole_unit(one: Told, other: Told) -> str | None:
    """Each text has one number of knots."""
    if not (one.alone and other.alone and one.kind == "number" and one.unit == other.unit != ""):
        return None
    if one_speed(one, other):
        return "one"
    burned = BURN in one.happening.acts & other.happening.acts  # 400 acres were scorched, 300 blackened
    return "one" if is_rare(one.unit) and (burned or same_act(one.context, other.context) is not False) else None


def sole_count(one: Told, other: Told) -> str | None:
    """Nine items were taken, seven items had been taken: the one count of its sort in each text, under one verb."""
    things = one.unit == other.unit and one.unit not in {"", "people", "hours"} | DISTANCES
    if one.kind != "number" or not (things and one.alone and other.alone and one.about == other.about != ""):
        return None
    if is_vague(one) or is_vague(other):
        return None
    names, others = one.context.names, other.context.names
    few, many = sorted((shown(one), shown(other)))
    return "one" if many <= TOTAL.value * few and (not names or not others or names == others) else None


def same_number(one: Told, other: Told) -> str | None:
    """14,200 pupils and some 14,200 students: a number of that many digits does not come twice by chance."""
    if one.unit != other.unit or shown(one) != shown(other):
        return None
    return "one" if len(f"{shown(one):.0f}".rstrip("0")) >= 3 else None


def changed_over(one: Told, other: Told) -> str | None:
    """14,200 and 12,400: the same digits in another order are a slip of one of the two."""
    if is_long_slip(one, other):
        return "one"
    if one.unit != other.unit or max(one.high, other.high) == float("inf"):
        return None
    if one.kind == "percent":
        return _share_changed_over(one, other)
    if one.kind not in ("number", "money"):
        return None
    digits, size = count_changed_over(shown(one), shown(other)), shown(one)
    if not digits:
        return None
    if one.kind == "money" and size >= LARGE:
        return "one"
    weight = shared_weight(one.context, other.context)
    named = weight >= SHARED.value and size >= 1000
    if digits == 2 and (is_rare(one.unit) or named) and one.alone and other.alone:
        return "one"  # 37 welds, 73 welds; 46,000 rounds of one make, 64,000 rounds of it
    if digits == 3 and one.position == other.position == 0:
        return "one"  # the agents detained 143 workers, the officers took 134 people
    return "one" if digits >= 3 and size >= 1000 and weight >= SHARED.value / 4 else None


def _share_changed_over(one, other):
    """61.3 per cent were in favour, 63.1 per cent; but the share in one town is not that in the country."""
    digits = count_changed_over(10 * shown(one), 10 * shown(other))  # those before the point and the one behind it
    if digits < 3 or bool(one.context.places) != bool(other.context.places):
        return None
    return "one" if shared_weight(one.context, other.context) > 0 or one.measure == other.measure != "" else None


def nearly_alike(one: Told, other: Told) -> str | None:
    if one.unit != other.unit or one.unit in ("", "people", "hours", "%") or one.kind != "number":
        return None
    near = LEAST_VOTERS.value <= max(one.low, other.low) <= NEARBY.value * min(one.low, other.low)
    return "one" if near and shared_weight(one.context, other.context) >= SHARED.value else None
