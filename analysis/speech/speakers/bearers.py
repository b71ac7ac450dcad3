"""Joins the bearers of names over all articles of an event: whose surname, full name and titles are one person's."""

from collections import Counter
from collections.abc import Iterator

from ...english.givens import ONE_GIVEN
from ...english.lexicon import given_sex, given_sexes, title_offices
from ...english.spellings import are_one_name
from ...english.words import fold
from ...rules import Setting
from .forms import title_sex
from .names import Name

LEADING = Setting("leading_bearer", 3, "times as many full names or titles with which one bearer of a surname owns its "
                  "short form", chosen="below it a reader has to look for the given name")
_SURELY = frozenset(["one name", "nickname", "initial"])  # rules of ONE_GIVEN; a longer form may be another's


class Bearer:
    """A person in the making: the forms of the name with their counts, what the titles say, where it stands."""

    def __init__(self, parts, suffix):
        self.parts, self.suffix = parts, suffix
        self.forms, self.articles, self.sexes, self.nicks = Counter(), Counter(), Counter(), set()
        self.offices, self.titled = Counter(), 0
        self.trades = set()  # of Police chief Roe
        self.named = False  # with a title before it, or with a nickname
        self.free = 0  # times it stands where a subject can

    def add(self, article: str, name: Name) -> None:
        self.forms[name.core] += 1
        self.articles[article] += 1
        if name.nick:
            self.nicks.add(fold(name.nick))
        self.named = self.named or bool(name.titles or name.nick)
        self.free += not (name.governed or name.definite or name.place)
        if not (name.titles or name.beside):
            return
        self.titled += 1
        if sex := title_sex((*name.titles, *name.beside)):
            self.sexes[sex] += 1
        self.trades |= {name.trade} - {""}
        for phrase in offices_of(name):
            self.offices[phrase] += 1

    def take(self, other: "Bearer") -> None:
        for mine, theirs in ((self.forms, other.forms), (self.articles, other.articles), (self.sexes, other.sexes),
                             (self.offices, other.offices)):
            mine.update(theirs)
        self.nicks |= other.nicks
        self.trades |= other.trades
        self.titled += other.titled
        self.named = self.named or other.named
        self.free += other.free
        if len(other.parts) > len(self.parts):
            self.parts = other.parts

    def sex(self) -> str | None:
        men, women = self.sexes.get("m", 0), self.sexes.get("f", 0)
        if men != women:
            return "m" if men > women else "f"
        return next((sex for form in sorted(self.forms, key=lambda form: (-self.forms[form], form))
                     if " " in form and (sex := given_sex(form.split(" ")[0]))), None)


def offices_of(name: Name) -> Iterator[str]:
    """Yield the offices that a Name is called by: president, vice president, (former) governor."""
    for words in (name.titles, name.beside):
        run = []
        for word in words:
            run.append(title_offices().get(word, word).strip("."))
        if run:
            yield " ".join(run)


def merge_bearers(collected: tuple[dict, dict]) -> list[Bearer]:
    """Return the Bearers, those that are one person put together: Paul and Paul D. Roe, Zelen and Zelin."""
    full, short = collected
    merged, surnames = [], {}
    for key in sorted(full, key=lambda key: (-sum(full[key].forms.values()), key)):
        bearer = full[key]
        if not _is_likely(bearer, short):
            continue
        near = [other for near in _near_keys(bearer.parts[-1]) for other in surnames.get(near, ())]
        same = next((other for other in near if _is_one(other, bearer)), None)
        if same:
            same.take(bearer)
            continue
        merged.append(bearer)
        for near in _near_keys(bearer.parts[-1]):
            surnames.setdefault(near, []).append(bearer)
    known = {part for bearer in merged for part in (bearer.parts[-1], bearer.parts[0], *bearer.nicks)}
    bearers = {}
    for bearer in merged:
        bearers.setdefault(bearer.parts[-1], []).append(bearer)
    for key in sorted(short):
        bearer = short[key]
        owners = bearers.get(bearer.parts[0], [])
        sex = bearer.sex()
        if not owners and bearer.parts[0] not in known and not bearer.suffix:
            similar = {id(other): other for near in _near_keys(bearer.parts[0]) for other in surnames.get(near, ())
                       if are_one_name(other.parts[-1], bearer.parts[0])
                       and not set(other.articles) & set(bearer.articles)}
            if len(similar) == 1:
                next(iter(similar.values())).take(bearer)
                continue
        if bearer.titled and bearer.sexes and owners and all(owner.sex() not in (None, sex) for owner in owners):
            merged.append(bearer)  # Mr. Ostrom beside Melda Ostrom alone
        elif not owners and bearer.parts[0] not in known and (bearer.titled or bearer.free):
            merged.append(bearer)
        elif len(owners) == 1 and (bearer.sexes or bearer.offices):
            owners[0].sexes.update(bearer.sexes)
            owners[0].offices.update(bearer.offices)
            owners[0].articles.update(dict.fromkeys(bearer.articles, 0))
    return merged


def _near_keys(surname):
    """Return the buckets in which a surname is looked for: spellings differ at one end or in the middle."""
    return {surname[:3], surname[-4:] if len(surname) > 6 else surname}


def _is_likely(bearer, short):
    """Tell whether a name of two words and more is a person's: a title, a given name, or its surname alone."""
    if bearer.titled or bearer.nicks:
        return True
    form = next(iter(bearer.forms))
    first = form.split(" ")[0]
    return bool(bearer.free) and (first in given_sexes() or (len(first.strip(".")) == 1)
                                  or ((bearer.parts[-1],), "") in short or bearer.free >= 1)


def _is_one(one, other):
    """Tell whether two full names are one person's."""
    if one.suffix != other.suffix and (set(one.articles) & set(other.articles)):
        return False  # one text names father and son
    a, b = one.parts, other.parts
    if a[-1] != b[-1]:
        alike = are_one_name(a[-1], b[-1]) and one.articles.keys().isdisjoint(other.articles)
        return alike and (a[0] == b[0] or are_one_name(a[0], b[0])) and not _is_of_two_sexes(one, other)
    if a[:-1] != b[:-1] and _is_of_two_sexes(one, other):
        return False
    return _is_given_alike(a[:-1], b[:-1])


def _is_of_two_sexes(one, other):
    return len({one.sex(), other.sex()} - {None}) > 1


def _is_given_alike(a, b):
    """Tell whether the given names of two bearers of one surname agree: Paul, Paul D., P. Davis; Bob is not Rob."""
    short, long = sorted((a, b), key=len)
    rules = [ONE_GIVEN.decide(x, y)[0] for x, y in zip(short, long, strict=False)]
    return _SURELY.issuperset(rules) or set(short) <= set(long) or (len(long) == 1 and rules == ["spelling"])
