"""Two counts of votes are of one vote only where the same body votes on the same thing.

A council decides many things in a month, all with the same number of members: who voted 5 to 2 to join a lawsuit
voted 6 to 1 to dismiss the clerk.
"""

from functools import lru_cache

from ..english.voting import BODIES, VOTING
from .contexts import feature_of
from .samething import LEAST_VOTERS, TOTAL
from .told import Told, outcome

_OF_ONE_CASE = frozenset(["court", "jury"])  # a court of the news decides what the news is about, in whatever words


def another_vote(one: Told, other: Told) -> str | None:
    """The council voted 5-2 to join the lawsuit; the clerk was dismissed by the council on a vote of 6-1."""
    if not one.measure == other.measure == "vote":
        return None
    if {outcome(one), outcome(other)} == {"passed", "lost"}:
        return "two"
    if _sides(one) & _sides(other):
        return None  # 1,204 votes to 318, 1,204 to 813
    few, many = sorted((one.voters, other.voters))
    return "two" if many > TOTAL.value * few > 0 or _of_two_bodies(one, other) or _on_two_things(one, other) else None


def _sides(told):
    """Return the large counts of a vote as far as they are known: its own and the other side's."""
    sides = {told.high, told.voters - told.high} if told.voters else {told.high}
    return {count for count in sides if 2 * count >= LEAST_VOTERS.value}  # half of those who can agree by chance


def _of_two_bodies(one, other):
    bodies = [_read_bodies(told.context.near) for told in (one, other)]
    names = [told.context.names for told in (one, other)]
    return all(bodies) and (not bodies[0] & bodies[1] or (all(names) and not names[0] & names[1]))


def _read_bodies(words):
    return {_bodies()[word] for word in words if word in _bodies()}


def _on_two_things(one, other):
    """Tell whether each says what was voted on, in words of its own: the ferry bill, the school budget."""
    if all(_read_bodies(told.context.near | told.context.words.keys()) & _OF_ONE_CASE for told in (one, other)):
        return False
    mine, theirs = (_list_things(told) for told in (one, other))
    if mine and theirs and not mine & theirs:
        return True
    return (_votes_to_do(one, other) and bool(theirs - mine)) or (_votes_to_do(other, one) and bool(mine - theirs))


def _votes_to_do(one, other):
    """Tell whether one says what the vote was to do, to join, in a verb that the other has not."""
    return bool(one.voted) and one.voted not in _voting() | other.context.near | other.context.words.keys()


def _list_things(told):
    names = {feature_of(name) for name in told.context.names}
    return told.context.words.keys() - names - told.context.acts - _voting() - _bodies().keys()


@lru_cache
def _voting():
    return frozenset(map(feature_of, VOTING))


@lru_cache
def _bodies():
    """Return {what a word stands for: body}; words that stand for any people name none."""
    features = {feature_of(word): body for body, words in BODIES.items() for word in words}
    return {feature: body for feature, body in features.items() if feature != "~people"}
