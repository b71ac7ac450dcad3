"""What can't speak, on whichever road it was found as a speaker."""

import regex

from ...english.countries import country_names
from ...english.grammar import find_class
from ...english.lexicon import given_sexes, is_surname_too, is_thing_word
from ...english.names import LABELS
from ...english.words import fold
from ...rules import Rule, RuleList
from .forms import title_sex
from .lookup import is_called_body, is_name

_PARTY_STATE = regex.compile(r"^\p{Lu}{1,2}-\p{Lu}[\p{L}.]*$|^\p{Lu}\p{L}{0,5}\.(?:\p{Lu}\.)?$")
_NONE = regex.compile(r"no \p{L}|neither\b|none\b")
_STATE_OF = regex.compile(r" of (?:the |an? )?\p{Ll}")


def _is_thing(mention, who):
    first, _, last = who.name.rpartition(" ")
    if not is_thing_word(last):
        return False
    first = first.partition(" ")[0]
    if first in given_sexes() and is_surname_too(last) and mention.low[:4] != "the ":  # Ann Hall said
        return False
    if is_called_body(mention):
        return False  # the group Green Valley
    titled = title_sex(tuple(mention.low.split(" ")[:1]))
    return who.kind in ("person", "unnamed", None) and is_name(mention.head) \
        and mention.head.lower() == last.lower() and not titled


def _is_time(mention, who):
    return who.kind == "unnamed" and find_class(mention.head.lower()) in ("time", "number")


def _is_condition(mention, who):
    return mention.head.lower() == "state" and _STATE_OF.match(mention.tail) is not None


def _is_topic(mention, who):
    bare = who.kind in (None, "country") and who.name == mention.words and " " not in who.name
    return bare and is_name(mention.head) and fold(who.name) not in country_names() and \
        mention.reading.discourse[0].is_headline(mention.start)


def example_of(text: str) -> str | None:
    """Return the rule that names [the words in brackets] of a text, or that says why they can't speak."""
    from ..quotes import resolve_example  # the road of real text leads through quotes

    return resolve_example(text)


CANNOT = RuleList("What can't speak?", (
    Rule("party and state", lambda mention, who: bool(_PARTY_STATE.match(mention.words)),
         "Behind a name stands where it is from.",
         ("Ann Bellamy, [R-Marlow], said no.",), ("[Ann Bellamy], R-Marlow, said no.",)),
    Rule("a thing's name", _is_thing, "A day, a show, a street.",
         ("[Pie Sunday] said no.", "The [Northern Music Awards] said no."), ("[Emily Hall] said no.",)),
    Rule("a time or a number", _is_time, "At times said, two said.", ("At [noon] said no.",), ("[Two men] said no.",)),
    Rule("a state of things", _is_condition, "The state of Marlow speaks, a state of emergency does not.",
         ("[A state of emergency] said no.", "[The state of the pier] said no."), ("[The state of Marlow] said no.",)),
    Rule("none of them", lambda mention, who: mention.low[:1] == "n" and _NONE.match(mention.low) is not None,
         "No soldier was hurt: there is nobody who could speak, or be he.",
         ("[No soldier] said no.", "[None of the men] said no.", "[Neither captain] said no.",
          "[No one] said no."),
         ("[No 10] said no.", "[Nona Bellamy] said no.", "No pilot came with Ann Bellamy. [She] said no.")),
    Rule("a headline's topic", _is_topic, "Before a colon stands what a headline is about; who speaks is a country, or "
         "named in full in the text.",
         ("[Ellby]: Union Says It 'Raised No Complaint'\nThe pier at Ellby fell.",),
         ("[Bellamy]: Plan Is 'Mad'\nAnn Bellamy came.", "[Norway]: Plan Is 'Mad'\nIt rained.",
          "[Union]: Plan Is 'Mad'\nThe Ferry Union met.", "It rained.\n[Ellby] said no.")),
    Rule("a label", lambda mention, who: who.name.lower() in LABELS,
         "UPDATE and Photo stand before the text and are none of it.", ("[Photo] said no.",),
         ("[Ann Photo] said no.",)),
), example=example_of, decides="quotes.named_by")
