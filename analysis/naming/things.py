"""What two texts both name, and with which words: the voucher law, the school choice law, the law.

Within an article the noun phrases with one noun are one thing as long as their other words agree; across articles
two such things are one only on strong evidence (MEETS).  What is left open is left apart: two laws joined would be
a false contrast, two wordings missed are only missed.
"""

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from wordfreq import zipf_frequency

from ..english.countries import countries, demonyms
from ..english.words import read_list
from ..rules import Rule, RuleList, Setting
from ..speech.lexicon import is_person_word, word_classes
from .phrases import singular

LEAD_SENTENCES = Setting("lead_sentences", 3, "sentences of the body that count as its opening",
                         chosen="news prose tells its main thing there")
MAIN_PLACES = Setting("main_places", 3, "places from which a noun names one of an article's main things",
                      chosen="twice is chance in a long text")
LEADS = Setting("thing_leads", 0.7, "share of a noun's uses in an article from which they are of one thing",
                chosen="a text that speaks of a tax bill and a school bill by turns has no bill of its own")
_PLAIN = {"new", "own", "same", "recent", "such", "whole", "latest", "current", "proposed", "planned", "so-called",
          "first", "entire", "main", "big", "major", "key", "upcoming", "former", "initial", "full", "controversial"}
_APART = [{"federal", "state", "local", "national", "city", "county"}, {"first", "second", "third", "next", "last"},
          {"old", "new"}, {"original", "latest", "final", "early"},
          {"short-term", "long-term", "longer-term", "compromise"}, {"opening", "closing"}, {"male", "female"},
          {"previous", "current", "next", "earlier", "later", "last", "expected"},
          {"senate", "house"}, {"democratic", "republican"}, {"primary", "general"}, {"north", "south"},
          {"east", "west"}, {"left", "right"}, {"other", "another", "similar", "different"}, {"2nd", "1st"},
          {"morning", "evening"}, {"domestic", "foreign", "international"}, {"public", "private"},
          {"civil", "criminal"}]
_ADJECTIVES = ("al", "ar", "ic", "ous", "ive", "ish", "able", "ible", "ful", "less", "ary", "ent", "ant", "ed")
_BUCKET = 300  # things of one noun that are compared
_MOST = 1500  # phrases of an article, and sentence pairs of an event, that are looked at
_OTHERS = {"another", "other", "some", "any", "no", "every", "each", "many", "several", "few", "most", "all", "as",
           "certain", "various", "both", "such", "half"}


class Use(NamedTuple):
    """A noun phrase where it stands, as a candidate wording."""

    article: str
    sentence: int      # number of its Read
    order: int         # number of the sentence within its article, headline first
    headline: bool
    phrase: object


class Thing(NamedTuple):
    """One thing of one article: the uses of one noun whose other words agree."""

    article: str
    head: str
    uses: list
    words: frozenset   # telling modifiers
    names: frozenset   # modifiers with a capital
    numbers: frozenset
    leads: bool        # most of the uses of the noun in the article are of this thing


def find_things(reads, labels, mentions, links, items):
    """Return the wordings of things that two articles name, as (article, start, end, thing) in order.

    What is a name or a wording of an actor (`labels`, the Labels of labels.py) is none of a thing.
    """
    taken = defaultdict(set)
    for label in labels:
        taken[label.article].update(range(label.start, label.end))
    for article, start, end in zip(mentions["article"].astype(str), mentions["start"], mentions["end"], strict=True):
        taken[article].update(range(start, end))
    uses = {key: kept for key, found in _collect(reads).items()
            if (kept := [use for use in found if use.phrase.end - 1 not in taken[use.article]])}
    things = [thing for key in sorted(uses) for thing in _part(*key, uses[key])]
    linked = _link_sentences(reads, links, items)
    actors = defaultdict(set)  # two texts that name nobody in common tell two events
    for article, actor in zip(mentions["article"].astype(str), mentions["actor"], strict=True):
        actors[article].add(actor)
    joined = _join(things, linked, actors)
    rows = []
    for group in joined:
        name = _name(group)
        rows += [(thing.article, use.phrase.start, _end(use.phrase), name) for thing in group for use in thing.uses]
    return sorted(set(rows))


def _end(phrase):
    """Return where a wording ends: a noun with no telling word before it takes what stands behind it along."""
    words, names, _ = _telling(phrase)
    return phrase.end if words or names or phrase.shouted else phrase.tail_end


def _collect(reads):
    """Return {(article, head): uses}, vague nouns and names left out."""
    found, order = defaultdict(list), Counter()
    for number, read in enumerate(reads):
        for phrase in read.phrases:
            if _is_thing(phrase):
                found[read.article, phrase.head].append(
                    Use(read.article, number, order[read.article], read.zone == "headline", phrase))
        order[read.article] += 1
    return found


def _is_thing(phrase):
    head = phrase.head
    last = phrase.text.rsplit(" ", 1)[-1]
    named = last[:1].isupper() and not phrase.shouted and (
        not phrase.modifiers or zipf_frequency(last.lower(), "en") < 4 or not _is_common(head))
    empty = not (_telling(phrase)[0] or phrase.tail)
    return (len(head) > 1 and head.isalpha() and not named and phrase.opener not in _OTHERS
            and not (head in _vague() and empty) and not is_adjective(head)
            and (phrase.plural or not is_person_word(head))
            and head not in word_classes() and head not in demonyms() and head not in countries())


@lru_cache(maxsize=1 << 14)
def is_adjective(word):
    """Tell whether a word is hardly used as a noun: its ending is an adjective's and it has no plural (nuclear)."""
    return word.endswith(_ADJECTIVES) and zipf_frequency(word + "s", "en") < zipf_frequency(word, "en") - 3


@lru_cache(maxsize=1 << 14)
def _is_common(head):
    """Tell whether a noun with a capital is one that names things: Act, Bill, Wall."""
    return head in _thing_nouns()


@lru_cache
def _thing_nouns():
    return frozenset(read_list("thing_nouns")["noun"])


@lru_cache
def _vague():
    return frozenset(read_list("vague_nouns")["noun"])


def _part(article, head, uses):
    """Return the Things of one noun in one article: uses whose other words agree, and those without any, together."""
    groups = []
    for use in uses[:_MOST]:
        words, names, numbers = _telling(use.phrase)
        fits = [group for group in groups if not _at_odds(group[1], group[2], group[3], words, names, numbers)
                and (not words or not group[1] or words & group[1])]
        if fits and (fits[0][1] or not words or fits[0] is groups[0]):
            group = next((group for group in fits if words & group[1]), fits[0])
            group[0].append(use)
            group[1] |= words
            group[2] |= names
            group[3] |= numbers
        else:
            groups.append([[use], set(words), set(names), set(numbers)])
    return [Thing(article, head, group, frozenset(words), frozenset(names), frozenset(numbers),
                  len(group) >= LEADS.value * min(len(uses), _MOST)) for group, words, names, numbers in groups]


def _telling(phrase):
    """Return (words, names, numbers): the modifiers that tell one thing from another of its kind."""
    words = {word for word in phrase.modifiers if word not in _PLAIN and word not in word_classes() and len(word) > 1}
    numbers = {word for word in phrase.modifiers if word_classes().get(word) == "number"
               or (word[:1].isdigit() and phrase.plural and "/" not in word)}
    behind = {singular(word.removesuffix("'s")) for word in phrase.tail[1:] if word not in word_classes()}
    return (words - numbers) or behind, set(phrase.names) - _PLAIN, numbers


def _at_odds(words, names, numbers, more, more_names, more_numbers):
    """Tell whether two sets of modifiers can't be one thing's: other numbers, other nations, first and second."""
    if (numbers or more_numbers) and not numbers & more_numbers and (
            (numbers and more_numbers) or any(word[:1].isdigit() for word in numbers | more_numbers)):
        return True
    nations = [{demonyms().get(name) or countries().get(name) for name in part} - {None}
               for part in (names, more_names)]
    if nations[0] and nations[1] and not nations[0] & nations[1]:
        return True
    return any(words & apart and more & apart and not words & more & apart for apart in _APART)


def _link_sentences(reads, links, items):
    """Return {(read number, read number): relation} of sentences that are linked or tell one item."""
    place = {(read.article, read.sentence): number for number, read in enumerate(reads)}
    found = {}
    rows = zip(links["article"].astype(str), links["sentence"], links["other"].astype(str), links["other_sentence"],
               links["relation"].astype(str), strict=True)
    for article, sentence, other, other_sentence, relation in rows:
        one, two = place.get((article, sentence)), place.get((other, other_sentence))
        if one is not None and two is not None and one < two:
            found[one, two] = relation
    told = items[items["state"].astype(str) == "reported"]
    by_item, starts = defaultdict(set), defaultdict(list)
    for number, read in enumerate(reads):
        starts[read.article].append((read.start, read.end, number))
    for item, article, start in zip(told["item"], told["article"].astype(str), told["start"], strict=True):
        number = next((number for first, last, number in starts[article] if first <= start < last), None)
        if number is not None:
            by_item[item].add(number)
    for numbers in by_item.values():
        for one, two in combinations(sorted(numbers), 2):
            if reads[one].article != reads[two].article:
                found.setdefault((one, two), "item")
    return dict(sorted(found.items())[:_MOST * 4])


def _candidates(things, meet):
    """Return the pairs of numbers of `things` that a rule may join: one noun, nouns for one sort, or linked."""
    buckets = defaultdict(list)
    for number, thing in enumerate(things):
        buckets["noun", thing.head].append(number)
        for group in _synonyms().get(thing.head, ()):
            buckets["sort", group].append(number)
        if thing.head in _thing_nouns():
            for word in thing.words:
                buckets["word", word].append(number)
    pairs = {(min(pair), max(pair)) for pair in meet}
    for key in sorted(buckets):
        pairs.update(combinations(buckets[key][:_BUCKET], 2))
    return sorted(pairs)


def _join(things, linked, actors):
    """Return lists of Things of different articles that are one, each with two articles or more."""
    by_sentence = defaultdict(list)
    for number, thing in enumerate(things):
        for use in thing.uses:
            by_sentence[use.sentence].append((number, use))
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
                if _odd(things[a], things[b]) or not (things[a].head == things[b].head or (a, b) in met or (b, a) in met
                                                      or are_synonyms(things[a].head, things[b].head)):
                    return  # no chain of likenesses: each must be like each
        parent[two] = one
        members[one] |= members.pop(two)

    met, meet = set(), defaultdict(set)
    for one, two in linked:
        for a, use in by_sentence[one]:
            for b, other in by_sentence[two]:
                meet[a, b].add("linked")
                mine, theirs = use.phrase, other.phrase
                if mine.before and (mine.before, mine.after) == (theirs.before, theirs.after):
                    meet[a, b].add("verb")
    for one, two in _candidates(things, meet):
        a, b = things[one], things[two]
        ways = meet.get((one, two), meet.get((two, one), set()))
        apart = actors[a.article] and actors[b.article] and not actors[a.article] & actors[b.article]
        if a.article != b.article and (ways or not apart) and MEETS.decide(a, b, ways)[0]:
            met.add((one, two))
    for one, two in sorted(met, key=lambda pair: (things[pair[0]].head != things[pair[1]].head, pair)):
        unite(one, two)
    groups = [[things[number] for number in sorted(numbers)] for _, numbers in sorted(members.items())]
    return [group for group in groups if len({thing.article for thing in group}) > 1]


def _odd(one, other):
    if one.article == other.article and one.head == other.head and one.words and other.words \
            and not one.words & other.words:
        return True  # one text that speaks of a voucher law and a tax law means two
    return _at_odds(one.words, one.names, one.numbers, other.words, other.names, other.numbers)


def _is_main(thing):
    """Tell whether an article tells of a thing in its headline or opening, or again and again."""
    early = any(use.headline or use.order <= LEAD_SENTENCES.value for use in thing.uses)
    return thing.leads and (len(thing.uses) >= MAIN_PLACES.value or (early and len(thing.uses) > 1))


def _share_words(one, other, meet):
    shared = [word for word in one.words & other.words if _is_rare(word)]
    least = 2 if one.head in _vague() or is_person_word(one.head) else 1
    return one.head == other.head and len(shared) >= least and not _odd(one, other) and _plural(one) == _plural(other)


@lru_cache(maxsize=1 << 14)
def _is_rare(word):
    return zipf_frequency(word, "en") < 5.3


def _tail_words(thing):
    return {singular(word) for use in thing.uses for word in use.phrase.tail[1:] if word not in word_classes()}


def _share_tail(one, other, meet):
    mine, theirs = one.words | _tail_words(one), other.words | _tail_words(other)
    shared = {singular(word) for word in mine} & {singular(word) for word in theirs}
    return one.head == other.head and any(_is_rare(word) for word in shared) and not _odd(one, other)


def _linked(one, other, meet):
    return one.head == other.head and "linked" in meet and not _odd(one, other) and one.head not in _vague() \
        and (not (one.words and other.words) or bool(one.words & other.words)
             or (one.leads and other.leads and not is_person_word(one.head)))


def _main(one, other, meet):
    return one.head == other.head and one.head not in _vague() and _may_be_main(one) and _may_be_main(other) \
        and _is_main(one) and _is_main(other) \
        and not _odd(one, other) \
        and not (one.names and other.names and not one.names & other.names)


def _may_be_main(thing):
    """Tell whether a noun for people names one group of an article: a plural that it comes back to."""
    return not is_person_word(thing.head) or (_plural(thing) and len(thing.uses) >= MAIN_PLACES.value)


def _two_words(one, other, meet):
    shared = {word for word in one.words & other.words if _is_rare(word)} - one.names - other.names
    return one.head != other.head and len(shared) > 1 and not _odd(one, other) and _plural(one) == _plural(other) \
        and one.head in _thing_nouns() and other.head in _thing_nouns()


def _synonym(one, other, meet):
    return (one.head != other.head and are_synonyms(one.head, other.head) and not _odd(one, other)
            and _plural(one) == _plural(other)
            and (bool(meet) or (_is_main(one) and _is_main(other)) or any(map(_is_rare, one.words & other.words))))


def _plural(thing):
    return sum(use.phrase.plural for use in thing.uses) * 2 > len(thing.uses)


@lru_cache(maxsize=1 << 14)
def are_synonyms(one, other):
    """Tell whether two folded nouns in the singular can name one thing by lists/same_things.csv."""
    return not _synonyms().get(one, frozenset()).isdisjoint(_synonyms().get(other, frozenset()))


@lru_cache
def _synonyms():
    groups = defaultdict(set)
    for number, words in enumerate(read_list("same_things")["words"]):
        for word in words.split("|"):
            groups[word].add(number)
    return groups


MEETS = RuleList("Are two nouns of two articles one thing?", (
    Rule("shared words", _share_words, "One noun with one rare word beside it: the voucher law, the new voucher law."),
    Rule("shared complement", _share_tail, "The same word before one noun and behind the other: the Bellamy inquiry, "
         "the inquiry into Bellamy."),
    Rule("linked sentences", _linked, "One noun in two sentences that tell the same."),
    Rule("main thing", _main, "One noun that both articles open with or come back to."),
    Rule("two words", _two_words, "Two nouns with two rare words before them: the harbour trade deal, the harbour "
         "trade proposal."),
    Rule("synonyms", _synonym, "Two nouns for one sort of thing, in linked sentences or each a main thing."),
))


def _name(group):
    """Return the most frequent wording of a group of Things with more than the noun, else the noun."""
    counts = Counter()
    for thing in group:
        for use in thing.uses:
            text = use.phrase.text.lower() if use.phrase.shouted else use.phrase.text
            counts[text] += 1 + bool(use.phrase.modifiers)
    return min(counts, key=lambda text: (-counts[text], len(text), text))
