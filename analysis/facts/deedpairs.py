"""What the deeds of two clauses say of each other: one act or its denial, roles changed over, other actors.

Rules of onefact.py, which answer "one", "two", "unlike" or None, and what these rules ask: whether both clauses tell
one act at all, and whether it is the first that either tells.
"""

from functools import lru_cache

from ..english.classes import root, said_acts
from ..english.verbs import NAMING
from .clauseread import Fact
from .deeds import Deed, share_act, share_role

_STEM = 5  # letters of a root that are a verb's own
_NAMING = frozenset(map(root, NAMING | {"known"}))  # a scientist named Ola Crane


def roles_reversed(one: Fact, other: Fact) -> str | None:
    """Return "two" where one does to the other what the other does to the one, and none does the same in both.

    Crane sued the town, the town sued Crane.
    """
    pairs = _pair_verbs(one, other)
    if not pairs or any(share_role(*pair) for pair in pairs):
        return None
    places = {f"@{name}" for name in one.context.places | other.context.places}
    return "two" if any((mine.subject & theirs.object and mine.object & theirs.subject)
                        or _acts_and_suffers(mine, theirs, places) for mine, theirs in pairs) else None


def _acts_and_suffers(one, other, places):
    """Tell whether somebody does in one deed what they suffer in the other: Crane accused the firm, it accused Crane.
    """
    if one.act != other.act:
        return False
    for mine, theirs in ((one, other), (other, one)):
        names = {key for key in mine.subject & theirs.object if key.startswith("@")} - places
        if names and not names & (mine.object | theirs.subject):
            return True
    return False


def one_denies(one: Fact, other: Fact) -> str | None:
    """Return "two" where one clause denies the act that the other tells: no fuel has leaked, fuel has leaked."""
    denials = [{deed.denied for deed in clause.verbs} for clause in (one, other)]
    if len(denials[0] | denials[1]) < 2:  # mostly nobody denies
        return None
    pairs = [(mine, theirs) for mine in one.verbs for theirs in other.verbs if _same_verb(mine.act, theirs.act)
             and not (mine.subject | mine.object).isdisjoint(theirs.subject | theirs.object)]
    return "two" if pairs and all(mine.denied != theirs.denied for mine, theirs in pairs) else None


def _same_verb(one, other):
    """Tell whether two roots are of one verb: apologised, to apologise."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _STEM and long.startswith(short))


def another_actor(one: Fact, other: Fact) -> str | None:
    """Return "unlike" where one act is told of two persons: whoever is named in the one clause is not in the other."""
    persons = [(_persons(mine.subject), _persons(theirs.subject)) for mine, theirs in _pair_verbs(one, other)]
    if not persons or not all(mine and theirs for mine, theirs in persons):
        return None
    return None if any(_share_name(mine, theirs) for mine, theirs in persons) else "unlike"


def share_deed(one: Fact, other: Fact) -> bool:
    """Tell whether both tell one act, one of them at least by a verb: the talks failed, the failure of the talks."""
    return not (one.done.isdisjoint(other.acts) and one.acts.isdisjoint(other.done))


def share_main(one: Fact, other: Fact) -> bool:
    """Tell whether the first act of one clause is told in the other: not "noted: watch the crane", "a watch tower"."""
    for clause, beside in ((one, other), (other, one)):
        main = next((deed for deed in clause.verbs if deed.act not in _NAMING), None)
        if main is None or _tells(beside, main):
            return True
    return False


def _tells(clause, deed):
    """Tell whether a clause tells the act of a deed."""
    return deed.act in clause.acts or not deed.senses.isdisjoint(clause.acts)


def tell_both(one: Fact, other: Fact) -> bool:
    """Tell whether the act that both clauses tell is what each is about: not "the ferry that sank had no licence"."""
    return all(_is_about(*pair) for pair in ((one, other), (other, one)))


def _is_about(clause, beside):
    """Tell whether an act that another clause tells is the main one of this clause, or no more than hangs on it."""
    main = _find_main(clause)
    if main is not None and _tells(beside, main):
        return True
    shared = [deed for deed in clause.deeds if _tells(beside, deed)]
    if main is None:  # The veto is a slap in the face; the vote was 84 to 76
        places = {deed.aside for deed in shared}
        return bool(clause.numbers or clause.votes) or "topic" not in places or "" in places
    return not shared or any(not deed.aside or (deed.noun and not main.senses) for deed in shared)


def _find_main(clause):
    """Return the deed that a clause is about: its first by a verb that is no verb of saying and stands not aside."""
    verbs = [deed for deed in clause.verbs if deed.act not in _NAMING
             and not (deed.senses and deed.senses <= _said())]
    return next((deed for deed in verbs if not deed.aside), verbs[0] if verbs else None)


@lru_cache
def _said():
    return frozenset(f"={act}" for act in said_acts())


def share_news(one: Fact, other: Fact) -> bool:
    """Tell whether both tell an act that is news by itself: a tower gave way, the spire fell."""
    return not one.news.isdisjoint(other.news)


def _pair_verbs(one: Fact, other: Fact) -> list[tuple[Deed, Deed]]:
    """Return the pairs of deeds, one of each clause, that tell one act by verbs."""
    if one.done.isdisjoint(other.done):
        return []
    return [(mine, theirs) for mine in one.verbs for theirs in other.verbs if share_act(mine, theirs)]


def _persons(parties):
    """Return the actors of a deed that have more than one name."""
    return {key for key in parties if key.startswith("@") and " " in key}


def _share_name(mine, theirs):
    """Tell whether a name of two sets holds one of the other: Ola Crane Jr., Ola Crane."""
    words = [[set(key[1:].split()) for key in keys] for keys in (mine, theirs)]
    return any(one <= other or other <= one for one in words[0] for other in words[1])
