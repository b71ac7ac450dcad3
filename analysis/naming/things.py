"""What two texts both name, and with which words: the voucher law, the school choice law, the law.

Within an article the noun phrases with one noun are one thing as long as their other words agree; across articles
two such things are one only on strong evidence (MEETS).  What is left open is left apart: two laws joined would be
a false contrast, two wordings missed are only missed.
"""

from collections import Counter, defaultdict
from functools import cache, lru_cache
from itertools import combinations

import pandas as pd

from ..english.adjectives import NO_HEADS, PICKING, PLAIN, is_adjective, is_describing
from ..english.calendar import YEAR
from ..english.countries import country_names, demonyms
from ..english.frequency import zipf
from ..english.grammar import DETERMINERS, POSSESSIVES, is_function_word, word_classes, words_of
from ..english.lexicon import is_person_word, is_thing_noun, is_vague_noun
from ..english.nouns import counts_persons, singular
from ..english.numbers import read_cardinal
from ..english.stems import first_form, is_rare, is_telling, stem
from ..english.verbs import verb_forms
from ..english.wordlists import groups_of, listed
from ..english.words import fold
from ..rules import Setting
from ..tables import rows_of
from .labels import Label
from .phrases import Read, is_rate, verbs_beside
from .same_things import MEETS, Thing, Use, are_synonyms, at_odds, list_clues, odd, one_number, read_traits
from .settled import is_past_only

LEADS = Setting("thing_leads", 0.7, "share of a noun's uses in an article from which they are of one thing",
                chosen="a text that speaks of a tax bill and a school bill by turns has no bill of its own")
LONG_HEADING = Setting("long_heading", 5, "words before a noun in a headline in capitals from which it is not read",
                       chosen="a verb hides among them: Prosecutor Subpoenas Mayor Bellamy Campaign Documents")
SHARED = Setting("thing_context", 2, "rare words and numbers that the sentences of two things with other words share",
                 chosen="one may be chance in an event")
_DEFINITE = POSSESSIVES | {"the", "this", "that", "these", "those"}
_BUCKET = 300  # things of one noun that are compared
_MOST = 1500  # uses of one noun in an article that are looked at
_OTHERS = words_of("determiner") - DETERMINERS | {"another", "as", "half"}


def find_things(reads: list[Read], labels: list[Label], mentions: pd.DataFrame,
                linked: dict[tuple[int, int], str]) -> list[tuple[str, int, int, str]]:
    """Return the wordings of things that two articles name, as (article, start, end, thing) in order.

    `linked` are the pairs of sentences that tell the same (reads.pair_sentences).  What names an actor or is a wording
    of one (`labels`) is none of a thing.
    """
    taken = defaultdict(set)
    for label in labels:
        if "who" not in (*label.modifiers[:1], label.head):  # a clause has things of its own
            taken[label.article].update(range(label.start, label.end))
    actors = defaultdict(set)  # two texts that name nobody in common tell two events
    for article, start, end, actor in rows_of(mentions, "article", "start", "end", "actor"):
        taken[article].update(range(start, end))
        actors[article].add(actor)
    uses = _collect(reads, taken, {number for pair in linked for number in pair})
    things = [thing for article, head in sorted(uses) for thing in _part(article, head, uses[article, head])]
    joined = _join(things, linked, actors, _Contexts(reads))
    return sorted({(thing.article, use.phrase.start, _end(use), name) for group in joined for name in [_name(group)]
                   for thing in group for use in thing.uses})


def _end(use):
    """Return where a wording ends: a noun with no telling word before it takes what stands behind it along."""
    (words, names, _, likeness), phrase = use.told, use.phrase
    return phrase.end if words or names or likeness or phrase.shouted or phrase.plural else phrase.tail_end


def _collect(reads, taken, linked):
    """Return {(article, head): uses}, vague nouns, names and what ends within the `taken` left out.

    So is a noun of one article that no rule can join to another: of no sort, no number, no sentence that is `linked`.
    """
    owners, found = defaultdict(set), defaultdict(list)
    for number, read in enumerate(reads):
        for phrase in read.phrases:
            more = number in linked or (phrase.plural and phrase.modifiers)
            owners[phrase.head].update((read.article, None) if more else (read.article,))
    shared = {head for head in owners if len(owners[head]) > 1}.union(groups_of("same_things"), listed("thing_nouns"))
    for number, read in enumerate(reads):
        known = taken[read.article]
        for phrase in read.phrases:
            if phrase.head in shared and phrase.end - 1 not in known and _is_thing(phrase) \
                    and not is_rate(read, phrase):
                told = _telling(phrase)
                counted = told[2] and phrase.head == "person"  # twelve people
                if told[0] or told[3] or phrase.tail or counted or not is_vague_noun(phrase.head):
                    found[read.article, phrase.head].append(Use(number, read, phrase, told))
    return found


def _is_thing(phrase):
    """Tell whether a phrase names a thing: a noun that is no name, and no one of several or of all."""
    head = phrase.head
    if phrase.shouted and len(phrase.modifiers) >= LONG_HEADING.value:
        return False
    about = phrase.opener == "some" and phrase.plural and any(word[:1].isdigit() for word in phrase.modifiers)
    if not _is_noun(head, phrase.plural) or (phrase.opener in _OTHERS and not about) \
            or (not phrase.plural and is_person_word(head)):
        return False
    last = phrase.text.rsplit(" ", 1)[-1]
    if last[:1].isupper() and not phrase.shouted and (
            not phrase.modifiers or is_rare(last.lower()) or not is_thing_noun(head)):  # Act, Bill, Wall
        return False
    return PICKING.isdisjoint(phrase.modifiers) and not any(
        word.startswith("non-") or (word == "former" and phrase.plural) for word in phrase.modifiers)


@lru_cache(maxsize=1 << 14)
def _is_noun(head, plural=False):
    """Tell whether a last word can name a thing: no adverb, adjective, verb form, nation or function word."""
    return len(head) > 1 and head.replace("-", "").isalpha() and (plural or not is_adjective(head)) and not (
        head in NO_HEADS or is_function_word(head) or (is_describing(head) and not plural) or head in demonyms()
        or head in country_names() or is_past_only(head)
        or (head in verb_forms() and zipf(head + "s") < zipf(head) - 2.5))  # seen


def _part(article, head, uses):
    """Return the Things of one noun in one article: uses whose other words agree, and those without any, together."""
    if len(uses) == 1:
        return [Thing(article, head, uses, *map(frozenset, uses[0].told), LEADS.value <= 1)]
    groups, traits = [], []  # (uses, what they tell); what that says of which thing it is
    for use in uses[:_MOST]:
        words, names, numbers, likeness = use.told
        mine = read_traits(words | likeness, names, numbers)
        fits = [at for at, (some, known, called, *_) in enumerate(groups)
                if (use.phrase.plural == some[0].phrase.plural or not (words or numbers))
                and (not words or not known or any(map(is_telling, words & known)) or words == known)
                and (not names or not called or names & called)
                and not at_odds(traits[at], mine)]
        if fits and (groups[fits[0]][1] or not words or fits[0] == 0):
            at = next((at for at in fits if words & groups[at][1]), fits[0])
            some, *told = groups[at]
            some.append(use)
            if not all(map(set.issuperset, told, use.told)):
                for known, more in zip(told, use.told, strict=True):
                    known |= more
                traits[at] = read_traits(told[0] | told[3], *told[1:3])
        else:
            groups.append(([use], *map(set, use.told)))
            traits.append(mine)
    return [Thing(article, head, group, *map(frozenset, told), len(group) >= LEADS.value * min(len(uses), _MOST))
            for group, *told in groups]


def _telling(phrase):
    """Return (words, names, numbers, likeness): what tells one thing from another of its kind, and what it is like.

    Words that only describe tell people apart all the same, and things of a vague noun: young miners, damaging
    information.
    """
    behind = {singular(word.removesuffix("'s")) for word in phrase.tail[1:] if not is_function_word(word)}
    if not phrase.modifiers:
        return behind, set(), set(), set()
    words = {word for word in phrase.modifiers if word not in PLAIN and not is_function_word(word) and len(word) > 1}
    told = {word for word in phrase.modifiers if word_classes().get(word) == "number"
            or (word[:1].isdigit() and phrase.plural and "/" not in word and not YEAR.fullmatch(word))}
    numbers = {_value(word) for word in told}
    names = set(phrase.names) - PLAIN
    of_people = is_person_word(phrase.head) or counts_persons(phrase.head + "s")
    likeness = set() if of_people or is_vague_noun(phrase.head) else {word for word in words - names
                                                                      if is_describing(word)}
    return (words - told - likeness) or (set() if likeness else behind), names, numbers, likeness


@lru_cache(maxsize=1 << 12)
def _value(word):
    """Return a number as digits, so that twelve is 12; a word that is none as it is."""
    plain = word.replace(",", "")
    try:
        return plain if plain[:1].isdigit() else f"{read_cardinal(word):.0f}"
    except KeyError:
        return word


def _candidates(things, meet, sole):
    """Return the pairs of numbers of `things` that a rule may join: linked, or of one noun or sort with one clue.

    To be the one of its sort (_find_sole) is a clue as well.
    """
    buckets = defaultdict(list)
    for number, thing in enumerate(things):
        buckets["noun", thing.head].append(number)
        for group in groups_of("same_things").get(thing.head, ()):
            buckets["sort", group].append(number)
        for told in thing.numbers if thing.plural else ():
            buckets["number", told].append(number)
        if is_thing_noun(thing.head):
            for word in thing.words:
                buckets["word", word].append(number)
    pairs, clues = {(min(pair), max(pair)) for pair in meet}, {}
    for (kind, shared), numbers in buckets.items():
        sharing = defaultdict(list)
        for number in numbers[:_BUCKET] if len(numbers) > 1 else ():
            if kind == "word":  # two nouns with one word before them need another
                mine = things[number].words - {shared}
            elif number in clues:
                mine = clues[number]
            else:
                mine = clues[number] = list_clues(things[number]) | ({("sole",)} if number in sole else set())
            for clue in mine:
                sharing[clue].append(number)
        for some in sharing.values():
            pairs.update(combinations(some, 2))
    return sorted(pairs)


def _join(things, linked, actors, contexts):
    """Return lists of Things of different articles that are one, each with two articles or more."""
    parent = list(range(len(things)))

    def root(number):
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    members = {number: {number} for number in parent}

    def unite(one, two):
        one, two = root(one), root(two)
        if one == two:
            return
        for a in members[one]:
            for b in members[two]:
                if not _go_together(things[a], things[b], (a, b) in met or (b, a) in met):
                    return  # no chain of likenesses: each must be like each
        parent[two] = one
        members[one] |= members.pop(two)

    met, meet, sole = set(), _meet(things, linked), _find_sole(things)

    @cache
    def told_of(number):
        first, *others = [contexts[place] for place in {use.sentence for use in things[number].uses}]
        return first.union(*others) if others else first

    for one, two in _candidates(things, meet, sole):
        a, b = things[one], things[two]
        if a.article == b.article or not one_number(a, b):
            continue
        ways = meet.get((one, two)) or meet.get((two, one)) or frozenset()
        if not ways and _are_apart(actors, a.article, b.article):
            continue
        if one in sole and two in sole:
            ways = ways | {"sole"}
        asked = "sole" in ways or (  # only then a rule asks for it
            a.head == b.head and a.words and b.words and a.words.isdisjoint(b.words))
        if (asked or not a.numbers.isdisjoint(b.numbers)) and len(told_of(one) & told_of(two)) >= SHARED.value:
            ways = ways | {"context"}
        if MEETS.decide(a, b, ways)[0]:
            met.add((one, two))
    for one, two in sorted(met, key=lambda pair: (things[pair[0]].head != things[pair[1]].head, pair)):
        unite(one, two)
    groups = [[things[number] for number in sorted(numbers)] for _, numbers in sorted(members.items())]
    return [group for group in groups if len({thing.article for thing in group}) > 1]


def _meet(things, linked):
    """Return {(thing, thing): ways in which they meet} of numbers of things that linked sentences tell of."""
    asked, by_sentence = {place for pair in linked for place in pair}, defaultdict(list)
    for number, thing in enumerate(things):
        for use in thing.uses:
            if use.sentence in asked:
                verbs = verbs_beside(use.read, use.phrase)
                by_sentence[use.sentence].append((number, thing.head, verbs, tuple(map(first_form, verbs))))
    heads = {place: Counter(row[1] for row in rows) for place, rows in by_sentence.items()}
    slots = {place: Counter(row[3] for row in rows) for place, rows in by_sentence.items()}
    meet = defaultdict(set)
    for (one, two), relation in linked.items():
        if not (one in by_sentence and two in by_sentence):
            continue
        told_alike = relation != "item"
        for a, head, verbs, slot in by_sentence[one]:
            alone = told_alike and slots[one][slot] == slots[two][slot] == 1  # around a verb that is rare enough
            alone = alone and any(map(is_telling, filter(None, slot)))
            for b, other, its, place in by_sentence[two]:
                if alone and slot == place:
                    meet[a, b].add("slot")
                if not _may_be_counterpart(head, other, heads[one], heads[two]):
                    continue
                meet[a, b].update(("linked", "told alike") if told_alike else ("linked",))
                if verbs[0] and verbs == its:
                    meet[a, b].add("verb")
    return meet


class _Contexts(dict):
    """The rare common words and the numbers of a sentence by the number of its Read, each worked out when asked for."""

    def __init__(self, reads):
        self.reads = reads

    def __missing__(self, number):
        words = {fold(word) for word in self.reads[number].tagged.words
                 if word and len(word) > 1 and (word.islower() or word[0].isdigit())}
        self[number] = frozenset(stem(word) for word in words if word[0].isdigit() or is_rare(word))
        return self[number]


def _find_sole(things):
    """Return the numbers of things that an article speaks of as the one of its sort: the scheme, and no other plan."""
    sorts = defaultdict(list)
    for number, thing in enumerate(things):
        for group in groups_of("same_things").get(thing.head, ()):
            sorts[thing.article, group].append(number)
    crowded = {number for numbers in sorts.values() if len(numbers) > 1 for number in numbers}
    return {number for numbers in sorts.values() for number in numbers if number not in crowded
            and any(use.phrase.opener in _DEFINITE or use.read.zone == "headline" for use in things[number].uses)
            and not any("own" in use.phrase.modifiers for use in things[number].uses)}


def _may_be_counterpart(one, other, mine, theirs):
    """Tell whether two nouns of linked sentences may answer each other: one noun, or no better match for either.

    "The bill changes a 1976 law" and "the measure amends a law": the law is the law, so that the bill is not.
    """
    if one == other:
        return True
    sorts = groups_of("same_things")
    return one in sorts and other in sorts and one not in theirs and other not in mine \
        and sum(are_synonyms(one, noun) for noun in theirs) == 1 \
        and sum(are_synonyms(other, noun) for noun in mine) == 1


def _are_apart(actors, one, other):
    """Tell whether two articles each name somebody and nobody in common."""
    return bool(actors.get(one) and actors.get(other)) and actors[one].isdisjoint(actors[other])


def _go_together(one, other, met):
    """Tell whether two things may be one; those that no rule has joined must bear no other names: the Cold War."""
    if odd(one, other) or not (met or one.head == other.head or are_synonyms(one.head, other.head)):
        return False
    return met or not (one.names and other.names) or bool(one.names & other.names)


def _name(group):
    """Return the wording of a group of Things that most articles have, the more frequent, then the shorter one."""
    counts, holders = Counter(), defaultdict(set)
    for thing in group:
        for use in thing.uses:
            text = use.phrase.text.lower() if use.phrase.shouted else use.phrase.text
            counts[text] += 1 + bool(use.phrase.modifiers)
            holders[text].add(thing.article)
    return min(counts, key=lambda text: (-len(holders[text]), -counts[text], len(text), text))
