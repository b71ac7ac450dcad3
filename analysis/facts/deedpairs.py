"""What the deeds of two clauses say of each other: one act or its denial, roles changed over, other actors."""

from ..english.classes import news_acts, root
from .deeds import are_reversed, same_act, share_role

_NAMING = frozenset(map(root, ["named", "called", "known"]))  # a scientist named Ola Crane


def roles_reversed(one, other):
    verbs = [[deed for deed in clause.deeds if not deed.noun] for clause in (one, other)]
    pairs = [(mine, theirs) for mine in verbs[0] for theirs in verbs[1] if same_act(mine, theirs)]
    if any(share_role(*pair) for pair in pairs):
        return None
    return "two" if any(are_reversed(*pair) for pair in pairs) else None


def share_class(one, other):
    return any(
        same_act(mine, theirs) for mine in one.deeds for theirs in other.deeds if not (mine.noun and theirs.noun)
    )


def one_denies(one, other):
    """Tell whether one clause denies the act that the other tells: no fuel has leaked, fuel has leaked."""
    pairs = [
        (mine, theirs)
        for mine in one.deeds
        for theirs in other.deeds
        if not mine.noun and not theirs.noun and mine.act == theirs.act
        and not (mine.subject | mine.object).isdisjoint(theirs.subject | theirs.object)
    ]
    return "two" if pairs and all(mine.denied != theirs.denied for mine, theirs in pairs) else None


def share_main(one, other):
    """Tell whether the first act of one clause is told in the other: not "noted: watch the crane", "a watch tower"."""
    for clause, beside in ((one, other), (other, one)):
        main = next((deed for deed in clause.deeds if not deed.noun and deed.act not in _NAMING), None)
        if main is None or any(same_act(main, deed) for deed in beside.deeds):
            return True
    return False


def share_news(one, other):
    """Tell whether both tell an act that is news by itself: a tower gave way, the spire fell."""
    told = [
        {(sense, deed.denied) for deed in clause.deeds for sense in deed.senses if sense[1:] in news_acts()}
        for clause in (one, other)
    ]
    return bool(told[0] & told[1])


def another_actor(one, other):
    """Tell whether one act is told of two persons: whoever is named in the one clause is not in the other."""
    verbs = [[deed for deed in clause.deeds if not deed.noun] for clause in (one, other)]
    pairs = [(mine, theirs) for mine in verbs[0] for theirs in verbs[1] if same_act(mine, theirs)]
    persons = [(_persons(mine.subject), _persons(theirs.subject)) for mine, theirs in pairs]
    if not persons or not all(mine and theirs for mine, theirs in persons):
        return None
    return None if any(_share_name(mine, theirs) for mine, theirs in persons) else "unlike"


def _share_name(mine, theirs):
    """Tell whether a name of two sets holds one of the other: Ola Crane Jr., Ola Crane."""
    words = [[set(key[1:].split()) for key in keys] for keys in (mine, theirs)]
    return any(one <= other or other <= one for one in words[0] for other in words[1])


def _persons(parties):
    return {key for key in parties if key.startswith("@") and " " in key}
