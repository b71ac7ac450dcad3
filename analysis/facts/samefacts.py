"""What joins two clauses that share few words: a count, a rare number, a vote, a remark, the leads of two texts."""

from ..rules import Setting
from ..text.measures import HARM
from .clauseread import Fact
from .contexts import feature_of, shared_weight
from .deedpairs import share_deed, share_main, share_news, tell_both
from .samething import LEAST_VOTERS

BEHIND = Setting(
    "behind_first",
    3.0,
    "weight of shared words from which two clauses of openings, not both of the first sentence, are one fact",
    chosen="two nouns that are not common, beside the act",
)
MUCH = Setting(
    "lead_much",
    6.0,
    "weight of shared words from which two openings may be one fact without a name or a main act in common",
    chosen="two rare names, or four nouns that are not common",
)
FEW = Setting(
    "lead_few",
    1.0,
    "weight of shared words from which two openings that tell one act are one fact",
    chosen="one word that is not everywhere, beside the act",
)
_MONEY = frozenset(["=pay", "=cost", "=fund", "=give", "=earn"])  # what any sum is told with


def _share_verb(one, other):
    return bool(one.context.acts & other.context.words.keys() or other.context.acts & one.context.words.keys())


def same_vote(one: Fact, other: Fact) -> str | None:
    """Return "one" where both have the counts of one vote: both, or a large one."""
    alike = one.votes & other.votes
    large = alike and max(alike) >= LEAST_VOTERS.value and min(len(one.votes), len(other.votes)) < 3
    return "one" if len(alike) > 1 or large else None


def same_count(one: Fact, other: Fact) -> str | None:
    """Return "one" where both have the same number of dead, hurt or moved, or the same sum for one thing."""
    alike = {number for number in one.numbers & other.numbers if number[1] in HARM or number[0] == "money"}
    return "one" if alike and (any(number[1] in HARM for number in alike) or _supported(one, other)) else None


def _supported(one, other):
    """Tell whether two clauses with one number share an act or a word beside names and the unit."""
    units = {feature_of(unit) for _, unit in one.rare | other.rare if isinstance(unit, str)}
    if (one.telling.told.keys() & other.telling.told.keys()) - units or (one.lead and other.lead):
        return True
    acts = [{sense for deed in clause.deeds for sense in deed.senses} - _MONEY for clause in (one, other)]
    return bool(acts[0] & acts[1])


def same_rare_number(one: Fact, other: Fact) -> str | None:
    """Return "one" where both have a number that hardly stands twice, and something else in common."""
    return "one" if one.rare & other.rare and _supported(one, other) else None


def same_thing(one: Fact, other: Fact) -> str | None:
    """Return "one" where both count as many of one thing; of people and shares, with something else in common."""
    alike = one.things & other.things
    sure = any(name not in ("people", "%", "hours") for _, name in alike)
    return "one" if sure or (alike and _supported(one, other)) else None


def same_year(one: Fact, other: Fact) -> str | None:
    """Return "one" where both name the same year ahead."""
    return "one" if one.years & other.years else None


def same_remark(one: Fact, other: Fact) -> str | None:
    """Return "one" where both hold one remark."""
    return "one" if one.remarks & other.remarks else None


def both_lead(one: Fact, other: Fact) -> str | None:
    """Return "one" where both open their texts with one act, "beside" where one of them only mentions it."""
    if not _lead_alike(one, other):
        return None
    return "one" if tell_both(one, other) else "beside"


def _lead_alike(one, other):
    """Tell whether both open their texts and tell one act, or share much."""
    if not (one.lead and other.lead):
        return False
    first = one.lead + other.lead == 2
    main, news = share_main(one, other), share_news(one, other)
    if not (main or news or first or one.harm & other.harm):
        return False  # half of all pairs: their words need not be read
    names, others = one.context.names, other.context.names
    weight = shared_weight(one.context, other.context)
    if names and others and not names & others and weight < MUCH.value:
        return False
    if one.harm & other.harm or (news and weight >= FEW.value):
        return True
    act = main and _share_verb(one, other)
    alike = main and share_deed(one, other)
    if not first:  # behind the first sentence an opening tells more than the news
        return (act or alike) and weight >= BEHIND.value
    much = weight >= MUCH.value and (_share_verb(one, other) or share_deed(one, other))
    return act or (alike and weight >= FEW.value) or much


JOINING = (same_vote, same_count, same_rare_number, same_thing, same_year, same_remark, both_lead)
