"""Decides whether two nouns of two articles name one thing: the voucher law and the school choice law."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import NamedTuple

from ..english.adjectives import APART, STAGES
from ..english.calendar import YEAR
from ..english.countries import country_names, demonyms
from ..english.grammar import is_function_word
from ..english.lexicon import is_message_word, is_person_word, is_thing_noun, is_vague_noun
from ..english.nouns import UNITS, counts_persons, singular
from ..english.stems import first_form, is_rare, is_telling
from ..english.wordlists import groups_of, share_group
from ..rules import Rule, RuleList, Setting
from ..speech.sentence.tagged import Tagged
from ..text.sentences import LEAD_SENTENCES
from .phrases import Phrase, Read, verbs_beside

_DOERS = ("er", "or", "ist", "ian", "ee")  # of nouns that no list has, those that may be people: trespassers
MAIN_PLACES = Setting("main_places", 3, "places from which a noun names one of an article's main things",
                      chosen="twice is chance in a long text")


class Use(NamedTuple):
    """A noun phrase where it stands, as a candidate wording."""

    sentence: int      # number of its Read
    read: Read
    phrase: Phrase
    told: tuple        # (words, names, numbers, likeness) by things._telling


class Traits(NamedTuple):
    """What the modifiers of a noun say of which thing it is, for at_odds."""

    numbers: frozenset
    nations: frozenset
    years: frozenset
    apart: tuple       # of each of APART, those that stand there; empty without any


def read_traits(words: AbstractSet[str], names: AbstractSet[str], numbers: AbstractSet[str]) -> Traits:
    """Return the Traits of modifiers: all of them, those with a capital, and numbers."""
    nations = {demonyms().get(name) or country_names().get(name) for name in names} - {None}
    apart = () if words.isdisjoint(_all_apart()) else tuple(words & apart for apart in APART)
    return Traits(frozenset(numbers), frozenset(nations), frozenset(filter(YEAR.fullmatch, words)), apart)


@lru_cache
def _all_apart():
    return frozenset().union(*APART)


@dataclass(frozen=True, eq=False)
class Thing:
    """One thing of one article: the uses of one noun whose other words agree."""

    article: str
    head: str
    uses: list
    words: frozenset   # telling modifiers
    names: frozenset   # modifiers with a capital
    numbers: frozenset
    likeness: frozenset  # modifiers that only describe
    leads: bool        # most of the uses of the noun in the article are of this thing

    @cached_property
    def plural(self) -> bool:
        """Tell whether most uses are in the plural."""
        return sum(use.phrase.plural for use in self.uses) * 2 > len(self.uses)

    @cached_property
    def traits(self) -> Traits:
        """What its modifiers say of which thing it is."""
        return read_traits(self.words | self.likeness, self.names, self.numbers)

    @cached_property
    def proper(self) -> bool:
        """Tell whether it is called by a name: the Cold War."""
        return all(use.phrase.text.rsplit(" ", 1)[-1][:1].isupper() and not use.phrase.shouted for use in self.uses)

    @cached_property
    def singulars(self) -> frozenset[str]:
        """The words before the noun and behind it, in the singular."""
        behind = {word for use in self.uses for word in use.phrase.tail[1:] if not is_function_word(word)}
        return frozenset(map(singular, self.words)) | frozenset(map(singular, map(singular, behind)))


def at_odds(one: Traits, other: Traits) -> bool:
    """Tell whether two sets of modifiers can't be one thing's: other numbers, other nations, first and second."""
    if (one.numbers or other.numbers) and one.numbers.isdisjoint(other.numbers) and (
            (one.numbers and other.numbers) or any(word[:1].isdigit() for word in one.numbers | other.numbers)):
        return True
    if one.nations and other.nations and one.nations.isdisjoint(other.nations):
        return True
    if one.years and other.years and one.years.isdisjoint(other.years):
        return True
    return bool(one.apart and other.apart) and any(
        mine and theirs and mine.isdisjoint(theirs) for mine, theirs in zip(one.apart, other.apart, strict=True))


def odd(one: Thing, other: Thing) -> bool:
    """Tell whether two things can't be one by their modifiers."""
    if one.article == other.article and one.words and other.words and one.words.isdisjoint(other.words) \
            and _senses(one.words).isdisjoint(_senses(other.words)):
        return True  # one text that speaks of a voucher law and a tax law, or a tax bill, means two
    if one.words and other.words and one.words.isdisjoint(other.words) \
            and not STAGES.isdisjoint(one.words | other.words):
        return True  # the takeover offer, the firm offer
    return at_odds(one.traits, other.traits)


def one_number(one: Thing, other: Thing) -> bool:
    """Tell whether two things may be one by their number: a law is no laws, but the comments are the outburst."""
    return one.plural == other.plural or not (one.head == other.head or is_person_word(one.head)
                                              or is_person_word(other.head))


def _is_early(thing):
    """Tell whether an article tells of a thing in its headline or opening."""
    return any(use.read.zone == "headline" or use.read.order <= LEAD_SENTENCES.value for use in thing.uses)


def _is_main(thing):
    """Tell whether an article tells of a thing in its headline or opening, or again and again."""
    return thing.leads and (len(thing.uses) >= MAIN_PLACES.value or (_is_early(thing) and len(thing.uses) > 1))


def _share_words(one, other, meet):
    if one.head != other.head:
        return False
    shared = [word for word in (one.words & other.words) | (one.likeness & other.likeness) if is_telling(word)]
    least = 2 if (is_vague_noun(one.head) or is_person_word(one.head)) and not any(map(is_rare, shared)) else 1
    return len(shared) >= least and not odd(one, other)


def _share_tail(one, other, meet):
    return one.head == other.head and any(map(is_telling, one.singulars & other.singulars)) and not odd(one, other)


def _linked(one, other, meet):
    """One noun in sentences that tell the same; with words that nothing joins only where the sentences are alike."""
    if "linked" not in meet or one.head != other.head or odd(one, other) or one.proper != other.proper \
            or (one.names and other.names and not one.names & other.names):
        return False
    if is_vague_noun(one.head):
        return "verb" in meet
    if not (one.words and other.words) or one.words & other.words:
        return True
    return "told alike" in meet and one.leads and other.leads and not is_person_word(one.head) \
        and (_is_early(one) and _is_early(other))


def _main(one, other, meet):
    return one.head == other.head and one.proper == other.proper and not is_vague_noun(one.head) \
        and _may_be_main(one) and _may_be_main(other) \
        and _is_main(one) and _is_main(other) \
        and (not (one.words and other.words) or one.words & other.words
             or (_is_early(one) and _is_early(other) and "context" in meet)) \
        and not odd(one, other) \
        and not (one.names and other.names and not one.names & other.names)


def _may_be_main(thing):
    """Tell whether a noun for people names one group of an article: a plural that it comes back to."""
    return not is_person_word(thing.head) or (thing.plural and len(thing.uses) >= MAIN_PLACES.value)


def _two_words(one, other, meet):
    if one.head == other.head or not (is_thing_noun(one.head) and is_thing_noun(other.head)):
        return False
    shared = one.words & other.words
    return len(shared) > 1 and any(map(is_telling, shared)) and bool(shared - (one.names & other.names)) \
        and not odd(one, other) and one.plural == other.plural


def _synonym(one, other, meet):
    if (is_vague_noun(one.head) or is_vague_noun(other.head)) and "linked" not in meet:
        return False  # the talk of the town, back to the conversation
    return (one.head != other.head and are_synonyms(one.head, other.head) and not odd(one, other)
            and (one.plural == other.plural or (bool(meet) and _is_said(one, other)))
            and bool(_years(one)) == bool(_years(other))
            and (_may_answer(one, other, meet) or any(map(is_telling, one.words & other.words))
                 or len(one.words & other.words) > 1  # health care law, health care overhaul
                 or (_is_main(one) and _is_main(other) and _is_early(one) and _is_early(other)
                     and not (one.words and other.words))))


def _same_number(one, other, meet):
    """One number before two nouns for people: 143 workers, 143 trespassers; 40 witnesses are no 40 instalments.

    A round number is many a thing's, so that it needs a verb or sentence in common: 40 witnesses, 40 officers.
    """
    number = next(iter(one.numbers & other.numbers), None)
    if number is None or not (one.plural and other.plural) or odd(one, other) \
            or not (_are_people(one) or _are_people(other)) or not UNITS.isdisjoint((one.head, other.head)):
        return False
    if not all(_are_people(thing) or singular(thing.head).endswith(_DOERS) for thing in (one, other)):
        return "linked" in meet
    exact = number.isdigit() and int(number) > 20 and len(number.rstrip("0")) > 1
    return exact or not meet.isdisjoint(("linked", "context")) or not _verbs(one).isdisjoint(_verbs(other))


def _verbs(thing):
    """Return the verbs around the uses of a thing, in their first form."""
    verbs = {verb for use in thing.uses for verb in verbs_beside(use.read, use.phrase)}
    return {first_form(verb) for verb in verbs if verb and is_telling(verb)}


def _are_people(thing):
    return is_person_word(thing.head) or counts_persons(thing.head + "s")


def _slot(one, other, meet):
    """Two nouns that stand alone around one verb in sentences that tell the same, both for people or both for none."""
    return "slot" in meet and one.head != other.head and _are_people(one) == _are_people(other) \
        and one.plural == other.plural and one.proper == other.proper and not odd(one, other) \
        and not (is_vague_noun(one.head) or is_vague_noun(other.head))


def _may_answer(one, other, meet):
    """Tell whether where two things stand joins them: words of both that nothing joins need sentences alike."""
    if one.words and other.words and not one.words & other.words:
        return "told alike" in meet and one.leads and other.leads
    return bool(meet)


def _sole(one, other, meet):
    if "sole" not in meet or not (one.head == other.head or are_synonyms(one.head, other.head)) or odd(one, other) \
            or one.proper != other.proper or is_vague_noun(one.head) or is_vague_noun(other.head) \
            or (one.names and other.names and not one.names & other.names):
        return False
    if _are_people(one) and "linked" not in meet:
        return False
    if one.plural != other.plural and not _is_said(one, other):
        return False
    bare = not (one.words and other.words) and (_is_main(one) or _is_main(other)) \
        and is_thing_noun(one.head) and is_thing_noun(other.head)
    return bare or "context" in meet or bool(one.words & other.words)


def _is_said(one, other):
    """Tell whether one of two things is what somebody says: the comments are the outburst, the measure is no bills."""
    return is_message_word(one.head) or is_message_word(other.head)


def _years(thing):
    return [word for word in thing.words if YEAR.fullmatch(word)]


def _modifiers(one, other, meet):
    """Illegal immigrants, undocumented immigrants: what each has before the noun is of one sense."""
    first, second = one.words | one.likeness, other.words | other.likeness
    mine, theirs = first - second, second - first
    return one.head == other.head and len(mine) == len(theirs) == 1 \
        and not is_vague_noun(one.head) and not _senses(mine).isdisjoint(_senses(theirs)) and not odd(one, other)


def _senses(words):
    return {number for word in words for number in groups_of("same_modifiers").get(word, ())}


def list_clues(thing: Thing) -> set[tuple]:
    """Return what two things share, one of them at least, that a rule of MEETS joins where no linked sentences do.

    Common words are two words (_synonym) or none.
    """
    clues: set[tuple] = {("word", word) for word in thing.words | thing.likeness | thing.singulars if is_telling(word)}
    clues.update(combinations(sorted(word for word in thing.words if not is_telling(word)), 2))
    clues.update(("sense", number) for number in _senses(thing.words | thing.likeness))
    clues.update(("number", number) for number in (thing.numbers if thing.plural else ()))
    clues.update([("main",)] if _is_main(thing) else ())
    return clues


@lru_cache(maxsize=1 << 14)
def are_synonyms(one: str, other: str) -> bool:
    """Tell whether two folded nouns in the singular can name one thing by lists/same_things.csv."""
    return share_group("same_things", one, other)


def _example_thing(article, told):
    """Return a Thing of an article from its words, * behind them for a main thing, + for a plural."""
    group, _, tail = told.rstrip("*+").partition(" into ")
    words, plural, main = group.split(), "+" in told, "*" in told
    behind = ("into", *tail.split()) if tail else ()
    phrase = Phrase(0, 0, "", words[-1], plural, "the", tuple(words[:-1]), (), behind, 0, False, (0, 0))
    read = Read(article, 0, 0, 0, "body", [phrase], Tagged("", 0, 0, ()), [], 1, 0)
    uses = [Use(0, read, phrase, ())] * (int(MAIN_PLACES.value) if main else 1)
    numbers = frozenset(filter(str.isdigit, words))
    return Thing(article, words[-1], uses, frozenset(words[:-1]) - numbers, frozenset(), numbers, frozenset(), main)


def _decides(example):
    """Return the rule for two things, and whether they stand in linked sentences, or how else they meet."""
    one, other, ways = example
    meet = set(ways) if isinstance(ways, tuple) else {"linked"} if ways else set()
    things = _example_thing("a", one), _example_thing("b", other)
    return MEETS.decide(*things, meet)[0] if one_number(*things) else None


# Asked only of things that may be one by their number (one_number).
MEETS = RuleList("Are two nouns of two articles one thing?", (
    Rule("shared words", _share_words, "One noun with one rare word beside it: the voucher law, the new voucher law.",
         yes=(("voucher law", "new voucher law", False), ("frosty relationship", "famous frosty relationship", False)),
         no=(("voucher law", "tax law", False), ("voucher laws+", "voucher law", False))),
    Rule("shared complement", _share_tail, "The same word before one noun and behind the other: the Bellamy inquiry, "
         "the inquiry into Bellamy.",
         yes=(("bellamy inquiry", "inquiry into bellamy", False),),
         no=(("harbour inquiry", "inquiry into bellamy", False),)),
    Rule("linked sentences", _linked, "One noun in two sentences that tell the same.",
         yes=(("harbour fee", "fee", True),), no=(("harbour fee", "fee", False), ("harbour fee", "school fee", True))),
    Rule("main thing", _main, "One noun that both articles open with or come back to.",
         yes=(("tax*", "bathing tax*", False), ("pool tax*", "bathing tax*", ("context",))),
         no=(("pool tax*", "bathing tax", False), ("pool tax*", "bathing tax*", False))),
    Rule("modifiers of one sense", _modifiers, "What stands before one noun is of one sense by "
         "lists/same_modifiers.csv.",
         yes=(("illegal miners+", "undocumented miners+", False), ("deadly blast", "fatal blast", False)),
         no=(("illegal miners+", "young miners+", False), ("illegal miners+", "undocumented miner", False))),
    Rule("two words", _two_words, "Two nouns with two rare words before them: the harbour trade deal, the harbour "
         "trade proposal.",
         yes=(("harbour trade deal", "harbour trade rule", False),),
         no=(("harbour trade deal", "harbour fee rule", False),)),
    Rule("synonyms", _synonym, "Two nouns for one sort of thing, in linked sentences, with a rare word in common, or "
         "each a main thing and nothing in their words against it.",
         yes=(("closure scheme*", "plan*", False), ("pier law", "pier bill", False), ("law", "bill", True)),
         no=(("pier law*", "harbour bill*", False), ("pier law*", "boat*", False), ("1976 law", "bill", True))),
    Rule("only one of its sort", _sole, "Each article has one thing of the sort, and their sentences share rare words, "
         "or one has no words beside it and the other is a main thing.",
         yes=(("closure scheme", "merger plan", ("sole", "context")), ("plan", "merger plan*", ("sole",))),
         no=(("closure scheme", "merger plan", ("sole",)), ("closure scheme", "merger plan", ("context",)),
             ("closure scheme", "ferry", ("sole", "context")))),
    Rule("one number", _same_number, "One number before two nouns for people: 143 workers, 143 trespassers.",
         yes=(("143 workers+", "143 trespassers+", False),),
         no=(("143 workers+", "144 trespassers+", False), ("143 boats+", "143 nets+", False),
             ("40 instalments+", "40 witnesses+", False), ("60 officers+", "60 marchers+", False),
             ("84 patients+", "84 beds+", False), ("200 nurses+", "200 pupils+", False))),
    Rule("same slot", _slot, "Around one verb in sentences that tell the same stand two nouns for people, or two "
         "for things.",
         yes=(("hauliers+", "rioters+", ("slot",)), ("abattoir", "works", ("slot",))),
         no=(("hauliers+", "rioters+", ("linked",)), ("nurses+", "abattoirs+", ("slot",)))),
), _decides)
