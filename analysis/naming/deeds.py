"""Which verbs two texts have for one act: Bellamy slams the union in one, criticises it in another.

A deed is a verb with what belongs to it (illegally annexed, vowed to stay in), the actor before it and the actor or
shared thing behind it.  Two deeds of two articles are worded apart only where ONE_ACT finds that they are of one act.
"""

from bisect import bisect_left
from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from ..english.classes import find_senses, news_acts, root, said_acts
from ..english.grammar import VERB_PARTICLES, VERB_PREPOSITIONS, is_negation
from ..english.stems import first_form, is_rare, name_sense
from ..english.verbs import EMPTY, cue_forms, plain_verbs
from ..english.wordlists import listed
from ..english.words import fold
from ..rules import Rule, RuleList
from ..tables import rows_of
from .acts import reaches, saying_class
from .mentions import Spans, within
from .phrases import Read
from .settled import looks_verbal

_PREPOSITIONS = VERB_PREPOSITIONS | {"into", "as", "about"}
_DOING, _HELPING = ("verb", "cue", "gerund"), ("auxiliary", "adverb")
_REACH = 4  # words between a verb and the noun phrase that is its object
_PHRASE = 5  # words in which a phrase of lists/acts.csv stands
_MOST = 12  # deeds of an article about one object


class ActVerb(NamedTuple):
    """A verb where it stands: what is done, by whom, to what."""

    article: str
    start: int
    end: int
    text: str
    verb: str           # the one that carries the sense, folded
    qualified: tuple    # words that tell how far the writer vouches for it: illegally, claims
    subject: str | None
    target: str | None  # an actor, or a thing by its name
    sentence: int       # number of its Read
    early: bool         # in a headline or the first sentence of the body
    senses: frozenset = frozenset()  # classes of lists/acts.csv that it may tell, those of mere saying left out


class WordedAct(NamedTuple):
    """What articles have verbs for: the rule of ONE_ACT that joined them, who alone does it, the ActVerbs of each."""

    rule: str
    actor: str | None  # None where nobody is known to, or several do it
    by_article: dict[str, list[ActVerb]]


def find_deeds(reads: list[Read], places: dict[str, Spans], things: list[tuple[str, int, int, str]],
               articles: pd.DataFrame) -> list[ActVerb]:
    """Return the ActVerbs of all articles; `things` are (article, start, end, thing) of things that texts share."""
    texts = dict(rows_of(articles, "article", "text"))
    known, body, found = defaultdict(dict), defaultdict(int), []
    for article, start, _, thing in things:
        known[article][start] = thing
    for number, read in enumerate(reads):
        body[read.article] += read.zone == "body"
        early = read.zone == "headline" or (read.zone == "body" and body[read.article] <= 1)
        named = within(places[read.article], read.start, read.end)
        found += _read_deeds(texts[read.article], number, read, named, known[read.article], early)
    return found


def _read_deeds(text, number, read, named, known, early):
    tagged, tags = read.tagged, read.tags
    owner = {at: actor for first, last, actor in named
             for at in range(bisect_left(tagged.spans, (first,)), bisect_left(tagged.spans, (last,)))}
    subject, place = None, 0
    for at, word in enumerate(tagged.words):
        if at in owner and not word.endswith(("'s", "’s")):
            if not _is_governed(tags, at):
                subject, place = owner[at], at
        elif tags[at] in ("stop", "colon"):
            subject = None
        elif (tags[at] in _DOING or tags[at - 1] in _HELPING or tagged.headline) and _is_deed(tagged, tags, at):
            first, verb = _chain(tagged, tags, at), fold(word)
            last, target = _object(read, tags, at, named, known)
            who = subject if subject and (tags[at] == "gerund" or reaches(tagged, place, first)) else None
            if not (who or target or is_rare(verb)):
                continue  # word_deeds has nothing to compare it by
            begin, end = tagged.spans[first][0], tagged.spans[last][1]
            words = [fold(word) for word in tagged.words[first:at]]
            yield ActVerb(read.article, begin, end, " ".join(text[begin:end].split()), verb,
                       tuple(word for word in words if word in listed("qualifiers")), who, target, number, early,
                       _find_senses(tagged.words, first, at) if who or target else frozenset())


def _find_senses(words, first, at):
    """Return the classes of lists/acts.csv that a verb may tell with the words behind it, if it is done."""
    return frozenset(find_senses([fold(word) for word in words[at:at + _PHRASE]])[0]) - said_acts() if _is_done(
        words, first, at) else frozenset()


def _is_governed(tags, at):
    """Tell whether a name stands behind a preposition: on Facebook, of the union."""
    while at and (tags[at - 1] in ("name", "noun", "determiner", "possessive", "genitive")):
        at -= 1
    return at > 0 and tags[at - 1] == "preposition"


def _is_deed(tagged, tags, at):
    word, tag = tagged.words[at], tags[at]
    if tag in ("verb", "cue"):
        return _tells(fold(word))
    if tag == "gerund":
        return tags[at + 1:at + 2] not in (["noun"], ["preposition"]) and _tells(fold(word))
    if not at or tag not in ("noun", "name"):
        return False
    if tag == "noun" and tags[at - 1] in _HELPING and word.islower() and fold(word).endswith("ed"):
        return _tells(fold(word))
    return tagged.headline and (low := fold(word)).endswith("s") and _tells(low) and (
        low in cue_forms() or low in plain_verbs() or looks_verbal(low))


def _tells(low):
    """Tell whether a folded verb tells a deed: no helping verb, and none that only says that somebody speaks."""
    return low.isalpha() and first_form(low) not in EMPTY and not (
        low in cue_forms() and saying_class(low) == "neutral")


def _chain(tagged, tags, at):
    """Return the first word of what belongs to a verb: illegally annexed; claims to have annexed; vowed to stay."""
    first = at
    while first and tags[first - 1] == "adverb":
        first -= 1
    back = first
    while back and (tags[back - 1] == "auxiliary" or tagged.words[back - 1].lower() in ("have", "be", "been")):
        back -= 1
    if back > 1 and tagged.words[back - 1].lower() == "to" and tags[back - 2] in ("verb", "cue", "gerund"):
        first = back - 2
        while first and tags[first - 1] == "adverb":
            first -= 1
    return first


def _is_done(words, first, at):
    """Tell whether a verb tells what is done or will be: not refused to go, asked to go, never went."""
    chained = any(word.lower() == "to" for word in words[first:at])
    before = [fold(word) for word in words[max(0, first - 3):first]]
    return not chained and "to" not in before[-1:] and not any(map(is_negation, before))


def _object(read, tags, at, named, known):
    """Return (last word of the verb's phrase, actor or thing behind it, or None)."""
    tagged, last = read.tagged, at
    place = at + 1
    while place < len(tagged.words) and place - at <= 2 and (
            tagged.words[place].lower() in VERB_PARTICLES | _PREPOSITIONS):
        last, place = place, place + 1
    begin = tagged.spans[place][0] if place < len(tagged.words) else read.end
    for phrase in read.phrases:
        if phrase.start < begin:
            continue
        between = tags[place:bisect_left(tagged.spans, (phrase.start,))]
        if len(between) > _REACH or any(tag not in ("determiner", "possessive", "adverb", "number") for tag in between):
            break
        target = known.get(phrase.start) or next(
            (actor for first, end, actor in named if phrase.start <= first and end == phrase.end), None)
        return last, target
    return (last if last == at or tagged.words[last].lower() in VERB_PARTICLES else at), None


def word_deeds(deeds: list[ActVerb], linked: dict[tuple[int, int], str]) -> dict[tuple[str, str], WordedAct]:
    """Return {(what was done, "act"): WordedAct} of acts with more than one verb.

    `linked` is {pair of numbers of Reads: relation} (reads.pair_sentences); that two sentences tell one item is
    enough for verbs of one class alone, since an item has more than one act.
    """
    groups: dict[tuple, list[ActVerb]] = defaultdict(list)
    for deed in deeds:
        if deed.target:
            groups["target", deed.target].append(deed)
        if is_rare(deed.verb):
            groups["verb", first_form(deed.verb)].append(deed)
        for act in deed.senses & news_acts() if deed.subject else ():
            groups[act, deed.subject].append(deed)
    found = {}
    for key in sorted(groups):
        acts = defaultdict(lambda: (set(), set()))  # one verb, vouched for or not, is an act of its own
        for one, other in combinations(_first(groups[key]), 2):
            pair = (min(one.sentence, other.sentence), max(one.sentence, other.sentence))
            rule = one.article != other.article and ONE_ACT.decide(one, other, linked.get(pair))[0]
            if rule and (rule != "vouched for" or key[0] not in news_acts()):
                kept, rules = acts[first_form(one.verb) if rule == "vouched for" else ""]
                kept.update((one, other))
                rules.add(rule)
        for _, (kept, rules) in sorted(acts.items()):
            by_article = defaultdict(list)
            for deed in sorted(kept):
                by_article[deed.article].append(deed)
            first = next(rule.name for rule in ONE_ACT if rule.name in rules)
            subjects = {deed.subject for deed in kept} - {None, key[1]}
            actor = subjects.pop() if len(subjects) == 1 else None
            if key[0] in news_acts():
                actor, name = key[1], f"{key[1]}: {key[0]}"
            else:
                name = _name_act(key[1], kept, first, actor)
            found[name, "act"] = WordedAct(first, actor, dict(by_article))
    return found


def _name_act(target, deeds, rule, actor):
    """Return what an act is called: who does it and to what; "done to" what where two do it."""
    if rule == "vouched for":
        name = min(deeds, key=lambda deed: (len(deed.text), deed)).text
        return f"{actor}: {name}" if actor else f"{name} or not"
    return f"{actor} and {target}" if actor else f"done to {target}"


def _first(deeds):
    """Return the first few deeds of each article, so that hostile text costs no more than its length."""
    counts, kept = defaultdict(int), []
    for deed in deeds:
        counts[deed.article] += 1
        if counts[deed.article] <= _MOST:
            kept.append(deed)
    return kept[:_MOST * _MOST]


def _go_together(one, other):
    """Tell whether nothing says that two others act: one subject, or none that is known in one of them."""
    return one.subject is None or other.subject is None or one.subject == other.subject


def _is_one_verb(one, other):
    return root(one.verb) == root(other.verb)  # cancelling, canceled


def _is_qualified(one, other, linked):
    return _is_one_verb(one, other) and set(one.qualified) != set(other.qualified) and _go_together(one, other)


def _is_linked(one, other, linked):
    return linked not in (None, "item") and not _is_one_verb(one, other) and one.target == other.target is not None \
        and one.subject == other.subject is not None


def _is_sense(one, other, linked):
    if _is_one_verb(one, other) or one.target != other.target or one.target is None or one.subject != other.subject:
        return False
    kinds = saying_class(one.verb), saying_class(other.verb)
    return (linked not in (None, "item") or one.subject is not None) and (
        name_sense(one.verb) == name_sense(other.verb) or kinds[0] == kinds[1] == "attacking"
        or (linked is not None and not one.senses.isdisjoint(other.senses)))


def _is_class(one, other, linked):
    """One sort of act that is news by itself, by one actor: in sentences that tell the same, or where both open."""
    return not _is_one_verb(one, other) and one.subject == other.subject is not None \
        and not (one.senses & other.senses).isdisjoint(news_acts()) \
        and (one.target is None or other.target is None or one.target == other.target) \
        and (linked is not None or (one.early and other.early))


def _decides(example):
    """Return the rule for two deeds, each (verb, qualifiers, subject, target, early), and whether they are linked."""
    first, second, linked = example
    one, other = (ActVerb(article, 0, 0, verb, verb, qualified, subject, target, 0, early,
                       frozenset(find_senses(verb.split())[0]) - said_acts())
                  for article, (verb, qualified, subject, target, early) in zip("ab", (first, second), strict=True))
    return ONE_ACT.decide(one, other, "paraphrase" if linked else None)[0]


ONE_ACT = RuleList("Are two verbs of two articles for one act?", (
    Rule("vouched for", _is_qualified, "One verb, and one text says how far it vouches for it: illegally annexed, "
         "claims to have annexed.",
         yes=((("annexed", ("illegally",), None, None, False), ("annexed", ("claims",), None, None, False), False),),
         no=((("annexed", (), None, None, False), ("annexed", (), None, None, False), False),
             (("annexed", ("illegally",), "Ellby", None, False), ("annexed", (), "Norhaven", None, False), False))),
    Rule("linked sentences", _is_linked, "Two verbs with one object in sentences that tell the same.",
         yes=((("left", (), "Bellamy", "race", False), ("abandoned", (), "Bellamy", "race", False), True),),
         no=((("left", (), "Bellamy", "race", False), ("abandoned", (), "Bellamy", "race", False), False),
             (("left", (), "Bellamy", "race", False), ("abandoned", (), "Ellis", "race", False), True))),
    Rule("one sense", _is_sense, "Two words for one sort of act by one actor on one object: slammed, criticised.",
         yes=((("slammed", (), "Bellamy", "union", False), ("criticised", (), "Bellamy", "union", False), False),),
         no=((("slammed", (), "Bellamy", "union", False), ("met", (), "Bellamy", "union", False), False),)),
    Rule("one class", _is_class, "One sort of news by one actor, where both texts open or in sentences that tell the "
         "same: quits, drops out.",
         yes=((("quits", (), "Bellamy", None, True), ("drops out", (), "Bellamy", "race", True), False),
              (("resigned", (), "Bellamy", None, False), ("quit", (), "Bellamy", None, False), True)),
         no=((("quits", (), "Bellamy", None, True), ("drops out", (), "Ellis", None, True), False),
             (("quits", (), "Bellamy", "union", True), ("drops out", (), "Bellamy", "race", True), False),
             (("quits", (), "Bellamy", None, True), ("drops out", (), "Bellamy", "race", False), False),
             (("praises", (), "Bellamy", None, True), ("quits", (), "Bellamy", None, True), False))),
), _decides)
