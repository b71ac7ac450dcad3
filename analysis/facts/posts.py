"""The post that a text gives a person, before the name or behind it, and which two posts can't be one person's."""

from functools import lru_cache
from typing import NamedTuple

import regex

from ..english.grammar import SMALL, words_of
from ..english.posts import (
    CHIEFS,
    DEPARTMENTS,
    FORMER,
    GENERALS,
    LOOSE_OFFICES,
    MORE_OFFICES,
    OF_CHAMBERS,
    OF_FIRMS,
    OF_STATE,
    OFFICERS,
    PLAIN,
    PORTFOLIOS,
    RANKS,
    SAME_OFFICE,
    UNDER,
)
from ..english.wordlists import listed
from ..english.words import bare, find_words, fold
from ..rules import Rule, RuleList, Setting

LONG = Setting("differences_office", 5, "longest office in words: of a longer one those before \"of\" are told",
               chosen="deputy assistant secretary of state has five")
_REACH = 120  # characters before and behind a name that are searched for its post
_WORD = r"[\p{L}\p{M}'’.-]+"
_BEHIND = regex.compile(
    rf"""(?:,|\s?[—–]|\s-)\s?(?:(?:who\sis|is)\s)?(?:the\s+|an?\s+|its\s+|their\s+)?
    (?P<post>(?:(?!(?:who|which|said|says)\b){_WORD}\s+){{0,5}}?{_WORD}(?:\s+(?:of|for|to|at|in)\b[^,;.\n—–]{{2,60}})?)(?=[,;.\n—–]|\s-|$
    |\sand\s(?:the|an?)\s(?:man|woman|one|person)\s(?:who|whose|that)\b)""",
    regex.VERBOSE,
)
_HELD = regex.compile(  # resigned as chairman of, was named chief executive in
    r"\b(?:as|named|appointed|elected|chosen|became|becomes?|(?:post|job|role|position|office)\sof)\s"
    r"(?:(?:the|an?|its|their|his|her)\s)?(?P<post>[\p{L}’'-]+(?:\s(?!(?:of|for|to|at|in|on|and|but|by|after|when|while)\b)"
    r"[\p{L}’'-]+){0,4})")
_OF = regex.compile(r"\s(?:of|for|to|at)\s(?!(?:the|an?|its|their)\s$)(?:(?!\sand\s)[^,;.\n]){2,50},?\s$|,?\s$")
_NO_QUALIFIER = words_of(*SMALL, "auxiliary") | {"said", "told", "asked", "called", "named", "new"}
_TAIL = regex.compile(r"\s(?:of|for|to|at|in)\s")


class Post(NamedTuple):
    """A post: its offices (two in "president and chief executive"), its qualifying words, if a deputy's, its place."""

    offices: frozenset[str]
    kinds: frozenset[str]
    under: bool
    start: int
    end: int


def read_post(text: str, start: int, end: int) -> Post | None:
    """Return the Post that the text gives the person named from `start` to `end`; None without one.

    It stands behind the name between commas or dashes ("Ann Li, head of the bank"), or before it ("Health Minister
    Ann Li", "the bank's head, Ann Li").  What somebody was, or is to be, is no post.
    """
    behind = _BEHIND.match(text, end, min(end + _REACH, len(text)))
    if behind and (post := _read(text, *behind.span("post"))):
        return post
    line = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    for low, high in reversed([word for word in find_words(text[line:start]) if _name(text[line:start], word)]):
        if _OF.fullmatch(text[line + high : start]):
            return _read(text, _open(text, line, line + low), start - (start - len(text[:start].rstrip(", "))))
    return None


def _name(text, word):
    """Return the office that a word names, "" where it names none."""
    folded = bare(text[slice(*word)])
    return SAME_OFFICE.get(folded, folded) if folded in _offices() else ""


def _open(text, line, low):
    """Return where the post begins whose last word for an office begins at `low`: its qualifiers stand before."""
    first = low
    for begin, stop in reversed(find_words(text[line:low])[-4:]):
        word = bare(text[line + begin : line + stop])
        if word in _NO_QUALIFIER or word.endswith("ed") or text[line + stop : first].strip(" -’'s") != "":
            break
        first = line + begin
    return first


def _read(text, first, last):
    """Return the Post of a noun phrase: the last word before "of" of each of its parts, if that names an office."""
    words = [bare(text[first + a : first + b]) for a, b in find_words(text[first:last])]
    if not words or FORMER & set(words[:4]):
        return None
    tail = _TAIL.search(text, first, last)
    head = text[first : tail.start() if tail else last]
    offices = set()
    for part in regex.split(r"\sand\s|,\s", head):
        found = find_words(part)
        if found and fold(part[slice(*found[-1])]) == "officer" and len(found) > 1:
            found = found[:-1]  # chief executive officer
            if (sort := fold(part[slice(*found[-1])])) in OFFICERS:
                offices.add(f"{sort} officer")
                continue
        named = CHIEFS.get(fold(part[slice(*found[-1])]), "") if "chief" in words and found else ""
        if named:  # chief operating officer, chief of operations
            offices.add(named)
            continue
        if found and (office := _name(part, found[-1])):
            general = office == "secretary" and {"general", "secretary-general"} & set(words)
            offices.add("executive" if office == "director" and "managing" in words
                        else "general secretary" if general else office)
    if not offices:
        return None
    kinds = {word for word in words if len(word) > 2 and word not in _NO_QUALIFIER | UNDER | PLAIN}
    start = first + next((a for a, b in find_words(text[first:last])), 0)
    if tail and len(words) > LONG.value >= len(find_words(head)) > 1:
        last = tail.start()  # the chief electoral officer of the province
    return Post(frozenset(offices), frozenset(kinds - offices), bool(UNDER & set(words)), start, last)


def _sort(post):
    """Return to what sort of posts these belong, of which nobody has two; "" for any that goes with all others."""
    for name, sort in (("state", OF_STATE), ("firm", OF_FIRMS), ("rank", RANKS)):
        if post.offices <= sort:
            return name
    return "state" if "head" in post.offices and post.kinds & DEPARTMENTS else ""


def _one_office(one, other):
    if not one.offices & other.offices:
        return None
    if one.under != other.under and one.offices == other.offices and not one.offices & LOOSE_OFFICES:
        alike = not one.kinds or not other.kinds or one.kinds & other.kinds
        return "two" if alike and one.kinds & PORTFOLIOS == other.kinds & PORTFOLIOS else "one"
    generals = one.kinds & GENERALS, other.kinds & GENERALS  # the attorney general, the solicitor general
    if "general" in one.offices & other.offices and all(generals) and not generals[0] & generals[1]:
        return "two"
    portfolio = one.offices & other.offices & {"minister", "ambassador", "secretary", "consul"}
    return "two" if portfolio and one.kinds and other.kinds and not one.kinds & other.kinds else "one"


def _in_a_chamber(one, other):
    if not {"senate", "house", "assembly"} & one.kinds & other.kinds:
        return None
    return "two" if one.offices <= OF_CHAMBERS and other.offices <= OF_CHAMBERS else "one"


def _of_a_sort(one, other):
    if not _sort(one) == _sort(other) != "":
        return None
    both = one.offices | other.offices == {"minister", "secretary"} and one.under == other.under
    if both and one.kinds & other.kinds:
        return None  # the health minister, the health secretary: outlets have two words for one post
    alike = not one.kinds or not other.kinds or bool(one.kinds & other.kinds)
    return "two" if _sort(one) != "firm" or one.under or other.under or alike else None


def _example(pair):
    posts = []
    for text in pair:
        at = text.index("Ann Li")
        posts.append(read_post(text, at, at + 6))
    return TWO_POSTS.decide(*posts)[0] if all(posts) else None


TWO_POSTS = RuleList(
    "Can two posts be one person's?",
    (
        Rule("one office", _one_office, "the same office under other words is one, but of two ministries",
             yes=(("Attorney General Ann Li spoke.", "Ann Li, the solicitor general, spoke."),
                  ("Council chairwoman Ann Li spoke.", "Ann Li, chair of the council, spoke."),
                  ("Justice Minister Ann Li spoke.", "Finance Minister Ann Li spoke."),
                  ("CEO Ann Li spoke.", "Ann Li, president and chief executive of the mill, spoke."),
                  ("Finance minister Ann Li spoke.", "Ann Li, the deputy finance minister, spoke."),
                  ("Professor Ann Li spoke.", "Ann Li, an associate professor, spoke."),
                  ("Ann Li, the harbourmaster at Ellby, spoke.", "Deputy harbourmaster Ann Li spoke.")),
             no=(("Mill manager Ann Li spoke.", "Mill director Ann Li spoke."),)),
        Rule("one chamber", _in_a_chamber, "president and majority leader of one chamber are two people's posts",
             yes=(("Senate President Ann Li rose.", "Ann Li, the Senate majority leader, rose."),),
             no=(("Union President Ann Li rose.", "Ann Li, the Senate majority leader, rose."),)),
        Rule("one sort", _of_a_sort, "nobody is manager and director, ambassador and consul, sergeant and inspector",
             yes=(("The mill manager, Ann Li, spoke.", "The mill director, Ann Li, spoke."),
                  ("Ann Li, ambassador to Ellby, spoke.", "Ann Li, consul in Norhaven, spoke."),
                  ("Ann Li, head of the harbour office, spoke.", "Defence Minister Ann Li spoke."),
                  ("Ann Li, president of the dockers, spoke.", "Ann Li, the dockers' general secretary, spoke."),
                  ("Vice president Ann Li spoke.", "Ann Li, the board's clerk, spoke."),
                  ("Ann Li, chief operating officer of the mill, spoke.", "Chief executive Ann Li spoke."),
                  ("Sergeant Ann Li spoke.", "Detective Inspector Ann Li spoke.")),
             no=(("Ann Li, president of the dockers' local, spoke.", "Ann Li, head of the union, spoke."),
                 ("Ann Li, founder of the mill, spoke.", "Ann Li, president of the mill, spoke."),
                 ("Health Minister Ann Li spoke.", "Ann Li, the health secretary, spoke."),
                 ("Mayor Ann Li spoke.", "Ann Li, a former governor, spoke."))),
    ),
    _example,
)


def posts_differ(one: Post, other: Post) -> bool:
    """Tell whether two posts can't be one person's."""
    return TWO_POSTS.decide(one, other)[1] == "two"


def read_held(clause: str) -> tuple[Post, ...]:
    """Return the posts that a clause says somebody took or left: "stepped down as chief executive in June"."""
    found = []
    for match in _HELD.finditer(clause):
        words = [word for word in find_words(clause) if match.start("post") <= word[0] < match.end("post")]
        read = (_read(clause, match.start("post"), end) for _, end in reversed(words))  # as chairman late last night
        found.append(next((post for post in read if post), None))
    return tuple(post for post in found if post)


def tells_post(words: list[str], post: Post) -> bool:
    """Tell whether folded words hold all words for an office of `post`; the president's plan is no president."""
    held = {SAME_OFFICE.get(word, word) for word in words}
    return any(set(office.split()) <= held for office in post.offices)


def held_apart(one: tuple[Post, ...], other: tuple[Post, ...]) -> bool:
    """Tell whether two clauses name posts, and no post of the one may be one of the other."""
    return bool(one and other) and all(not mine.offices & its.offices or posts_differ(mine, its)
                                       for mine in one for its in other)


@lru_cache
def _offices():
    return listed("offices", kind="office") | frozenset(SAME_OFFICE) | MORE_OFFICES
