"""Names that two texts give one person or place otherwise: another spelling, another given name, another office."""

from collections import defaultdict
from functools import lru_cache
from itertools import combinations

import regex
from rapidfuzz import fuzz
from wordfreq import zipf_frequency

from ..english.words import find_words, fold, folded_words, read_list
from ..rules import Setting

COMMON = Setting(
    "common_name",
    4.0,
    "Zipf frequency from which a word is too common to be a rare name spelt in two ways",
    chosen="ten times in a million: countries, months and first names",
)
ALIKE = Setting(
    "same_name",
    80,
    "rapidfuzz ratio from which two rare names may be spellings of one",
    chosen="transliterations keep four letters of five",
)
_REACH = 120  # characters before and behind a name that are searched for its office
_WORD = r"[\p{L}\p{M}'’.-]+"
_RUN = regex.compile(r"(?<![\p{L}.])\p{Lu}[\p{L}\p{M}'’.-]*+(?:\s\p{Lu}[\p{L}\p{M}'’.-]*+){1,5}")
_BEHIND = regex.compile(
    rf"""(?:,|\s?[—–]|\s-)\s?(?:the\s+|an?\s+)?(?P<past>(?:former|then|ex-?|acting|deputy|future|incoming|outgoing|next)[-\s]+)?
    (?P<post>(?:(?!(?:who|which|and|said|says)\b){_WORD}\s+){{0,4}}?(?P<office>[\p{{L}}-]+)(?:\s+(?:of|for|to|at|in)\b[^,;.\n—–]{{2,60}})?)(?=[,;.\n—–]|\s-|$)""",
    regex.VERBOSE,
)
_PAST = frozenset(["former", "then", "ex", "acting", "deputy", "future", "incoming", "outgoing", "next", "late",
                   "vice", "assistant"])
_NO_QUALIFIER = frozenset(
    ["and", "or", "but", "said", "that", "the", "a", "an", "as", "by", "with", "from", "to", "of", "for", "in", "on",
     "at", "after", "before", "when", "while", "his", "her", "its", "their", "our", "my", "who", "which", "is", "was",
     "were", "are", "be", "been", "has", "had", "have", "told", "asked", "called", "named", "new"]
)
_OF = regex.compile(r"\s(?:of|for|to|at)\s(?:(?!\sand\s)[^,;.\n]){2,50},?\s$|,?\s$")
_ONE_OFFICE = {
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "chairwoman": "chairman",
    "chair": "chairman",
    "chairperson": "chairman",
    "chief": "head",
    "boss": "head",
    "leader": "head",
    "congresswoman": "congressman",
    "director": "head",
}


def read_post(text: str, start: int, end: int) -> tuple[str, str, int, int] | None:
    """Return (office, its qualifier, start, end) that the text gives the person named from `start` to `end`; else None.

    It stands behind the name between commas or dashes ("Ann Li, head of the bank"), or before it ("Health Minister
    Ann Li", "the bank's head, Ann Li").  What somebody was, or is to be, is no office.
    """
    behind = _BEHIND.match(text, end, min(end + _REACH, len(text)))
    if behind and not behind["past"]:
        first = behind.start("post")
        heads = _heads(text[first : behind.end("post")])
        if heads:
            return _post(text, heads[0][0] + first, heads[0][1] + first, first, behind.end("post"))
    line = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    for low, high in reversed(_heads(text[line:start])):
        if not _OF.fullmatch(text[line + high : start]):
            continue
        first = line + low
        for begin, stop in reversed(find_words(text[line : line + low])[-4:]):
            word = fold(text[line + begin : line + stop]).removesuffix("'s")
            if word in _PAST:
                return None
            if word in _NO_QUALIFIER or word.endswith("ed") or text[line + stop:first].strip(" -’'s") != "":
                break
            first = line + begin
        return _post(text, line + low, line + high, first, start - (len(text[:start]) - len(text[:start].rstrip(", "))))
    return None


def _heads(words):
    """Return the places of the words for offices in `words`, in order."""
    return [word for word in find_words(words) if fold(words[slice(*word)]).removesuffix("'s") in _offices()]


def _post(text, low, high, first, last):
    """Return (office, qualifier, first, last) of the post whose head is low to high; None where it is over."""
    if any(fold(word) in _PAST for word in regex.findall(r"\p{L}+", text[first:low])):
        return None
    office = fold(text[low:high]).removesuffix("'s")
    rest = folded_words(text[first:low] + " " + text[high:last])
    kind = " ".join(
        sorted(word for word in rest if len(word) > 2 and word not in ("the", "for", "and", "his", "her", "their"))
    )
    return _ONE_OFFICE.get(office, office), kind, first, last


_STATE = frozenset(
    ["minister", "ambassador", "consul", "president", "premier", "chancellor", "secretary", "governor", "mayor",
     "commissioner", "prosecutor"]
)
_FIRM = frozenset(["manager", "head", "chairman", "president", "executive", "ceo", "owner", "founder", "treasurer",
                   "cfo"])
_CHAMBER = frozenset(["president", "speaker", "majority", "minority", "leader", "head", "whip"])


def offices_differ(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two (office, qualifier) can't be one post: two ministries, ambassador and consul.

    A seat or a calling (senator, lawyer, host) goes with any post.
    """
    (office, kind), (second, thing) = one, other
    kinds, things = set(kind.split()), set(thing.split())
    if office == second:
        return bool(
            kinds and things and not kinds & things and office in ("minister", "ambassador", "secretary", "consul")
        )
    if {"senate", "house"} & kinds & things:
        return office in _CHAMBER and second in _CHAMBER
    sorts = [_sort(office, kinds), _sort(second, things)]
    return sorts[0] == sorts[1] != "" and (sorts[0] == "state" or not kinds or not things or bool(kinds & things))


def _sort(office, kinds):
    """Return "state" or "firm": to what sort of post an office belongs; "" for one that goes with any other."""
    if office in _STATE - {"president"} or (office == "head" and kinds & {"department", "ministry", "embassy"}):
        return "state"
    return "firm" if office in _FIRM else ""


@lru_cache
def _offices():
    table = read_list("offices")
    return (
        frozenset(table.loc[table["kind"] == "office", "word"])
        | frozenset(_ONE_OFFICE)
        | {"manager", "consul", "commissioner", "ceo", "executive"}
    )


def find_office(words):
    """Return the first office named in `words`, head for director, chief and the like; None without one."""
    office = next((word for word in folded_words(words) if word in _offices()), None)
    return _ONE_OFFICE.get(office, office)


def find_persons(text: str) -> list[tuple[str, str, int, int]]:
    """Return (given name, surname, start, end) of the full names of `text`, titles and offices before them left out."""
    found = []
    for match in _RUN.finditer(text):
        words = [(match.start() + first, match.start() + last) for first, last in find_words(match.group())]
        names = [fold(text[first:last]).removesuffix("'s") for first, last in words]
        last = max((place for place, name in enumerate(names[:-1]) if name in titles()), default=-1) + 1
        words, names = words[last:], names[last:]
        if len(names) > 1 and len(names[0]) > 1 and len(names[-1]) > 2:
            last = words[-1][1] - 2 * text[slice(*words[-1])].endswith(("'s", "’s"))
            found.append((names[0], names[-1], words[0][0], last))
    return found


@lru_cache
def titles() -> frozenset[str]:
    """Return the folded words that stand before a name and are none: titles, offices, bodies."""
    words = {
        *read_list("titles")["title"].str.lower(),
        *read_list("offices")["word"],
        *read_list("institutions")["word"],
    }
    return frozenset(word.rstrip(".") for word in words) | frozenset(
        ["ceo", "cfo", "chairman", "justice", "judge", "president", "prime", "vice", "deputy", "foreign", "health",
         "finance", "interior", "defence", "defense", "justice", "trade", "labour", "labor", "attorney", "general",
         "the", "a", "in", "on", "at", "of", "for", "and", "but", "when", "after", "before", "while", "as", "house",
         "senate", "republican", "democratic", "democrat", "former", "acting", "secretary", "state", "white",
         "council", "party", "union"]
    )


def one_given_name(one: str, other: str) -> bool:
    """Tell whether two given names may be one person's: an initial, a short form or a nickname."""
    return (
        (one[:1] == other[:1]
        and (one.startswith(other) or other.startswith(one) or len(one) < 2 or len(other) < 2))
        or bool(_nicknames().get(one, frozenset()) & _nicknames().get(other, frozenset()))
    )


@lru_cache
def _nicknames():
    groups = defaultdict(set)
    for number, names in enumerate(read_list("nicknames")["names"]):
        for name in names.split("|"):
            groups[name].add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def find_names(text, start, end):
    """Return (word, start, end) of the words with a capital between `start` and `end` that do not open a sentence."""
    names = []
    for first, last in find_words(text[start:end]):
        before = text[max(start + first - 4, 0) : start + first].rstrip(" \"“„‘'(")[-1:]
        word = text[start + first : start + last].removesuffix("'s").removesuffix("’s")
        if word[:1].isupper() and before not in ("", ".", "!", "?", "\n", ":"):
            names.append((word, start + first, start + first + len(word)))
    return names


def is_rare(word):
    """Tell whether a folded word is a rare name."""
    return len(word) >= 5 and zipf_frequency(word, "en") < COMMON.value


def is_variant(one, other):
    """Tell whether two folded names are spellings of one, and not a place and its adjective."""
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    inflected = long.startswith(short[:-1]) and long[len(short) - 1 :] in {
        short[-1] + ending for ending in ("s", "n", "i", "an", "ian", "ish", "ese")
    } | {"ian", "an", "ish", "ese"}
    same = regex.sub(r"\P{L}", "", one) == regex.sub(r"\P{L}", "", other)  # Wal-Mart, Walmart
    return fuzz.ratio(one, other) >= ALIKE.value and not inflected and not same


def pair_variants(spelled: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Return the pairs of rare names of {article: names} that two texts spell apart and no text has both of."""
    homes = defaultdict(set)
    for article, names in spelled.items():
        for name in names:
            if is_rare(name):
                homes[name].add(article)
    return [
        (one, other)
        for one, other in combinations(sorted(homes), 2)
        if not homes[one] & homes[other] and abs(len(one) - len(other)) < 3 and is_variant(one, other)
    ]
