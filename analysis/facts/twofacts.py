"""What two clauses that share words don't share: anything but names, the time, the act, who it was.

    "Ann Bellamy, chief executive of Ellby Lines, apologised to passengers."
    "Ellby Lines' chief executive, Ann Bellamy, rejected the figures."
are two facts: who is named, with office and house, is all that they have in common.
"""

from functools import lru_cache
from itertools import permutations, product

from ..english.classes import opposites, root, said_acts
from ..english.posts import DOUBTFUL_OFFICES
from ..english.wordlists import listed
from ..rules import Setting
from .clauseread import Fact
from .contexts import feature_of, lighter_weight
from .deedpairs import share_deed, share_main, share_news
from .deeds import share_act

BARE = Setting(
    "bare_words",
    6,
    "telling words up to which a clause holds little but who does what",
    chosen="an actor of two names, an act, an object, and two words about them",
)
BESIDE = Setting(
    "bare_shared",
    0.75,
    "share of a short clause's weight in common words from which its act may be told in another word",
    chosen="what is left is little more than the verb",
)
OTHER = Setting(
    "bare_other",
    0.45,
    "share of a short clause's weight that another lacks, from which the two tell two things of one act",
    chosen="nearly half: the actor and the act are the rest",
)
RARE_WORD = Setting(
    "rare_word",
    3.2,
    "weight of a word from which two clauses do not share it by chance (6.5 less its Zipf frequency), and of all that "
    "a clause shares with its denial",
    chosen="flirt, legalize and gauntlet; not admit, wage and signal: the captain was not drunk",
)


def only_named(one: Fact, other: Fact) -> str | None:
    """Return "unlike" where two clauses share whom they name, in one row of words, and nothing that is said or done."""
    mine, theirs = one.telling, other.telling
    if mine.names.isdisjoint(theirs.names) or one.measures & other.measures:
        return None
    shared = mine.names & theirs.names
    rows = _find_row(mine, shared), _find_row(theirs, shared)
    if not all(rows) or _tell_beside(mine, rows[0]) & _tell_beside(theirs, rows[1]):
        return None
    verbs, acts = zip(*(_list_acts(clause) for clause in (one, other)), strict=True)
    return None if (verbs[0] & acts[1]) | (acts[0] & verbs[1]) else "unlike"


def name_alone(one: Fact, other: Fact) -> str | None:
    """Return "unlike" where two clauses share one name, and no act, number, remark or telling word beside it."""
    mine, theirs = one.telling, other.telling
    if mine.names.isdisjoint(theirs.names) or not mine.told.keys().isdisjoint(theirs.told):
        return None
    if one.lead == other.lead == 1 or one.measures & other.measures or one.remarks & other.remarks:
        return None
    shared = mine.names & theirs.names
    if not all(_name_once(told, shared) for told in (mine, theirs)):
        return None
    counted = one.numbers & other.numbers or one.things & other.things or one.rare & other.rare
    return None if counted or share_deed(one, other) else "unlike"


def _name_once(telling, shared):
    """Tell whether the names of a clause that another has stand in one row: Ola Crane of Ellby, not Ellby and Tarn."""
    places = [place for place, sense, office in telling.named if sense in shared and not office]
    return len(places) == 1 or bool(_find_row(telling, shared))


def _list_acts(clause):
    """Return (the classes of a clause's verbs, those of all its acts), without saying and holding an office."""
    acts = [deed for deed in clause.deeds if not (deed.noun and deed.act in _post_roots())]
    verbs = {sense for deed in acts if not deed.noun for sense in deed.senses}
    return verbs - _said(), {sense for deed in acts for sense in deed.senses} - _said()


@lru_cache
def _said():
    return frozenset(f"={act}" for act in said_acts())


def _find_row(telling, shared):
    """Return the places of the words that name whom another clause names, if they stand in one row, else ().

    The mayor of Ellby, Ann Li: one row; Ann Li met Luis Quill: none.
    """
    places = [place for place, sense, office in telling.named if sense in shared and not office]
    if len(places) < 2 or not telling.inside.issuperset(range(places[0], places[-1] + 1)):
        return ()
    first, last = places[0], places[-1]
    while first - 1 in telling.inside:
        first -= 1
    while last + 1 in telling.inside:
        last += 1
    return range(first, last + 1)


def _tell_beside(telling, row):
    """Return the senses of what a clause tells, but for bodies that the row of a name holds: the union's president."""
    return telling.told.keys() - {sense for place, sense in telling.bodies if place in row}


@lru_cache
def _post_roots():
    """Return the roots of the nouns for offices: a chief executive executes nobody."""
    return frozenset(map(root, listed("offices") | DOUBTFUL_OFFICES))


def another_time(one: Fact, other: Fact) -> str | None:
    """Return "two" where one clause is of these days and the other of last month, or both are of years that differ."""
    if len(one.times) != 1 or len(other.times) != 1:
        return None
    (near, first), (here, second) = *one.times, *other.times
    return "two" if near != here or (first.isdigit() and second.isdigit() and first != second) else None


def an_earlier(one: Fact, other: Fact) -> str | None:
    """Return "two" where a number differs from what it had been: turnout was 44 percent, it had been 61 percent."""
    if not one.numbers or not other.numbers or one.before == other.before:
        return None
    mine, theirs = ({number[:2] for number in clause.numbers} for clause in (one, other))
    return "two" if mine & theirs and not one.numbers & other.numbers else None


def another_person(one: Fact, other: Fact) -> str | None:
    """Return "two" where two people without a name are of two ages: a man of 52 and a woman of 61."""
    mine, theirs = ({low for kind, _, low in clause.numbers if kind == "age"} for clause in (one, other))
    if not mine or not theirs or mine & theirs:
        return None
    names = (one.context.names & other.context.names) - one.context.places - other.context.places
    return None if names else "two"


def unreal_and_real(one: Fact, other: Fact) -> str | None:
    """Return "unlike" where one clause says what would have been and the other what is."""
    return "unlike" if one.unreal != other.unreal else None


def opposite_acts(one: Fact, other: Fact) -> str | None:
    """Return "two" where two clauses tell of one party acts that undo each other, or two steps of one affair."""
    verbs = [[deed for deed in clause.verbs if deed.senses - _said()] for clause in (one, other)]
    acts = [own or [deed for deed in clause.deeds if deed.senses - _said()]  # of "will step down" a step is all
            for own, clause in zip(verbs, (one, other), strict=True)]
    if any(share_act(*pair) for pair in product(*acts)):
        return None
    for mine, theirs in product(*(own[:1] or told for own, told in zip(verbs, acts, strict=True))):
        sorts = {_opposites().get(pair) for pair in product(mine.senses, theirs.senses)} - {None}
        subject = mine.subject & theirs.subject
        if sorts and (subject or (mine.object & theirs.object and sorts != {"converse"})):
            return "two"  # but who sells to the buyer tells the same
    return None


@lru_cache
def _opposites():
    """Return {pair of classes as deeds have them, either first: sort}."""
    return {both: sort for pair, sort in opposites().items() for both in permutations(f"={name}" for name in pair)}


def another_vote(one: Fact, other: Fact) -> str | None:
    """Return "two" where each has the counts of a vote, and none is in both."""
    return "two" if len(one.votes) > 1 and len(other.votes) > 1 and not one.votes & other.votes else None


def another_harm(one: Fact, other: Fact) -> str | None:
    """Return "two" where one counts the dead and the other the hurt."""
    return "two" if one.harm and other.harm and one.harm.isdisjoint(other.harm) else None


def another_act(one: Fact, other: Fact) -> str | None:
    """Return "unlike" where two short clauses share a name or a few words, and neither tells the other's act."""
    if not _are_bare(one, other) or one.rare & other.rare or share_main(one, other) or share_news(one, other):
        return None
    names = {feature_of(name) for name in one.context.names | other.context.names}
    shared = (one.context.words.keys() & other.context.words.keys()) - names
    weight = sum(one.context.words[word] for word in shared)
    return "unlike" if weight < BESIDE.value * lighter_weight(one.context, other.context) else None


def _are_bare(one, other):
    """Tell whether both clauses hold little but who does what: in longer ones what differs may be circumstance."""
    return max(len(one.context.words), len(other.context.words)) <= BARE.value


def another_object(one: Fact, other: Fact) -> str | None:
    """Return "unlike" where two clauses share actor and act, and each has other things besides: admitted this, that."""
    if not _are_bare(one, other) or (one.lead and other.lead and share_news(one, other)):
        return None
    shared = one.context.words.keys() & other.context.words.keys()
    if not shared or len(shared) > 2 or one.rare & other.rare:
        return None
    if len(shared) > 1 and not one.context.acts & other.context.acts:
        return None
    names = {feature_of(name) for name in one.context.names | other.context.names}
    if any(one.context.words[word] >= RARE_WORD.value for word in shared - names):
        return None
    mine, theirs = (
        sum(clause.context.words[word] for word in clause.context.words.keys() - shared) for clause in (one, other)
    )
    whole, all_of = (sum(clause.context.words.values()) for clause in (one, other))
    least = OTHER.value
    return "unlike" if mine > least * whole and theirs > least * all_of else None
