"""Differences of names: spellings, given names, places that share a word, and offices of one person."""

from collections import Counter, defaultdict
from functools import cached_property
from itertools import combinations

import pandas as pd
import regex

from ..english.givens import ONE_GIVEN, is_one_given
from ..english.names import HONORIFICS, PLACE_STARTS
from ..english.spellings import are_one_name
from ..english.stems import is_telling
from ..english.words import fold, folded_words
from ..speech.sentence.noun_phrases import phrase_starting
from ..speech.sentence.subjects import find_subject
from ..speech.sentence.tagged import tag_sentence
from ..tables import rows_of
from .contexts import SHARED_ACT, feature_of, read_context, shared_weight
from .posts import posts_differ, read_post, tells_post
from .quantities import Difference
from .spellings import NEAR_SURNAMES, find_names, find_persons, given_before, nearly_surnames, no_names, pair_variants
from .telling import is_title

_BESIDE = 40  # characters on either side of a name in which its apposition stands
_KIN = regex.compile(r"\b(?:(?:great-)*grand-?(?:sons?|daughters?|child(?:ren)?|fathers?|mothers?|parents?)"
                     r"|(?:great-)*(?:grand)?(?:cousins?|nephews?|nieces?|uncles?|aunts?)|descendants?|ancestors?|forebears?"
                     r"|heir(?:ess)?|namesakes?|predecessors?|no relation|(?:not |un)related)\b")
_APPOSED = regex.compile(r",\s((?:aged?\s)?\d{1,3},\s[^,;.]++|[^,;.]++)")
_TITLED = regex.compile(r"((?:\b\p{Ll}[\p{L}’'-]*\s|\b\p{Lu}[\p{L}’'.-]*\s|,\s){1,4})$")
_WHO = regex.compile(r"\b[Tt]he\s(\p{Ll}[^,;.]{2,40}),\s$")  # the harbour master, Nils Lund
_AGE = regex.compile(r",\s(?:aged?\s)?(\d{1,3})\b|\s\((\d{1,3})\)")
_NO_GIVEN = PLACE_STARTS | HONORIFICS | {"the"}
_CREDIT = regex.compile(r"(?:/|\b(?:[Pp]hotos?|[Pp]hotograph|[Pp]icture|[Ii]llustration)(?:\sby|:)?\s)$")
_HE = ("He ", "She ")
_MOST = 40  # surnames, and sentences a name, that are compared


def find_names_apart(articles: pd.DataFrame, sentences: pd.DataFrame) -> list[Difference]:
    """Return the Differences of spelling, given name and office among the texts."""
    texts = dict(rows_of(articles, "article", "text"))
    lines = defaultdict(list)
    for article, start, text in rows_of(sentences, "article", "start", "text"):
        if not is_title(text):
            lines[article].append((start, text))
    persons = {
        article: [
            (given, surname, start + first, start + last, start, text)
            for start, text in rows
            for given, surname, first, last in find_persons(text)
            if not _CREDIT.search(text[max(first - 20, 0) : first])  # (AP Photo/Ann Li) is nobody of the story
        ]
        for article, rows in lines.items()
    }
    givens = {given for rows in persons.values() for given, *_ in rows}
    return (_spellings(lines, givens, texts) + _surnames(persons, texts) + _given_names(persons, texts)
            + _offices(persons, texts, lines))


def _spellings(lines, givens, texts):
    places = {
        article: [
            (fold(word), start + first, start + last)
            for start, text in rows
            for word, first, last in find_names(text)
        ]
        for article, rows in lines.items()
    }
    pairs = pair_variants({article: {word for word, *_ in rows} for article, rows in places.items()})
    wanted = {word for pair in pairs for word in pair}
    firsts, order = defaultdict(dict), {article: place for place, article in enumerate(places)}
    for article, rows in places.items():
        for word, first, last in sorted([row for row in rows if row[0] in wanted],
                                        key=lambda row: not _is_full(texts[article], row[1])):
            firsts[word].setdefault(article, (article, first, last))
    found = []
    for one, other in pairs:
        if {one, other} <= givens:  # Moira and Morag are two names
            continue
        held = _of_one_person([*firsts[one].values()], [*firsts[other].values()], texts)
        found.append(Difference("name", one, tuple(sorted(held, key=lambda place: order[place[0]])), "two spellings"))
    return found


def _is_full(text, start):
    """Tell whether a given name stands before the surname at `start`; in a headline it may stand alone."""
    return bool(given_before(text[max(start - 30, 0):start]))


def _surnames(persons, texts):
    """Return the Differences of two surnames, nearly one, behind one given name; no text has both."""
    homes = defaultdict(lambda: defaultdict(list))  # of each given name: where each surname stands
    for article, rows in persons.items():
        for given, surname, _, end, *_ in rows:
            if len(given) > 1 and given not in _NO_GIVEN:
                homes[given][surname].append((article, end - len(surname), end))
    found = []
    for given in sorted(homes):
        for one, other in combinations(sorted(homes[given])[:_MOST], 2):
            sides = [homes[given][one], homes[given][other]]
            if nearly_surnames(one, other) and not any(
                    _has(texts[article], word) for side, word in zip(sides, (other, one), strict=True)
                    for article, *_ in side):
                firsts = {article: place for side in sides for place in reversed(side) for article in place[:1]}
                places = tuple(firsts[article] for article in sorted(firsts))
                found.append(Difference("name", one, places, NEAR_SURNAMES))
    return found


def _of_one_person(mine, theirs, texts):
    """Return the places of two spellings without those of a namesake: Fiona Munroe beside Alasdair Munroe and Munro."""
    named = {place: given_before(texts[place[0]][max(place[1] - 30, 0):place[1]]) for place in (*mine, *theirs)}
    known = {named[place] for one in mine for other in theirs for place in (one, other)
             if named[one] and named[other] and (named[one] == named[other] or are_one_name(named[one], named[other]))}
    return [place for place, given in named.items() if not known or not given or given in known]


def _given_names(persons, texts):
    """Return one surname with two given names that can't be one person's, told of the same office or act."""
    homes = defaultdict(lambda: defaultdict(list))
    for article, rows in persons.items():
        for given, surname, start, end, first, text in rows:
            if given not in _NO_GIVEN and surname not in no_names() and is_telling(surname):
                homes[surname][article].append((given, start, end, first, text))
    found = []
    for surname in sorted(homes):
        by_article = homes[surname]
        if len(by_article) < 2 or len(by_article) > _MOST:
            continue
        for one, other in combinations(by_article, 2):
            mine, theirs = ({row[0] for row in by_article[name]} for name in (one, other))
            if len(mine) > 1 or len(theirs) > 1 or mine == theirs:
                continue
            (given,), (second,) = mine, theirs
            alike = ONE_GIVEN.decide(given, second)[0]
            if alike not in (None, "spelling") or _has(texts[other], given) or _has(texts[one], second):
                continue
            pairs = [
                (a, b) for a in by_article[one][:_MOST] for b in by_article[other][:_MOST] if alike or _same_role(a, b)
            ]  # Alasdair for Alastair is told
            if pairs:
                (_, start, end, *_), (_, low, high, *_) = pairs[0]
                found.append(Difference("name", surname, ((one, start, end), (other, low, high)), "two given names"))
    return found


def _has(text, name):
    return bool(regex.search(rf"\b{regex.escape(name)}\b", text, regex.IGNORECASE))


def _same_role(one, other):
    """Tell whether two sentences give a surname one role: an age, an office or apposition, or an act and its words.

    Not where one speaks of kin of another time: Sir Piers Lowe sold the barn; Sir Hugh Lowe, a grandson of the founder.
    """
    if any(_KIN.search(text) for *_, text in (one, other)):
        return False
    posts = [read_post(text, start - first, end - first) for _, start, end, first, text in (one, other)]
    who = [set(folded_words(match[1])) if (match := _WHO.search(text[:start - first])) else set()
           for _, start, _, first, text in (one, other)]
    if (posts[0] and posts[1] and _of_two(*posts)) or (all(who) and not who[0] & who[1]):
        return False
    contexts, beside = [], []
    for _, start, end, first, text in (one, other):
        context = read_context(text, 0, len(text), start - first, end - first)
        places = {feature_of(word) for word in context.places}
        contexts.append(context._replace(words={word: weight for word, weight in context.words.items()
                                                if word not in places}))
        before = _TITLED.search(text[max(start - first - _BESIDE, 0) : start - first])
        behind = _APPOSED.match(text, end - first, end - first + _BESIDE)
        near = " ".join(match[1] for match in (behind, before) if match)
        beside.append({feature_of(word) for word in folded_words(near) if is_telling(word) and not word.isdigit()})
    ages = [_AGE.match(text, end - first) for _, _, end, first, text in (one, other)]
    if ages[0] and ages[1] and ages[0][1] == ages[1][1]:
        return True
    shared = beside[0] & beside[1]
    alike = sum(weight for word, weight in contexts[0].words.items() if word in shared and word in contexts[1].words)
    if alike >= SHARED_ACT.value / 2:
        return True
    acts = (_read_acts(*row[1:]) for row in (one, other))
    return shared_weight(*contexts) >= SHARED_ACT.value and _may_be_one_act(*acts)


def _of_two(one, other):
    """Tell whether two given names have two posts as well: Ann Li, minister of health, Jon Li, minister of defence."""
    return not one.offices & other.offices or bool(one.kinds and other.kinds and not one.kinds & other.kinds)


def _may_be_one_act(one, other):
    """Tell whether two sets of acts share one, or have one whose synonyms no list knows: defeated, beat.

    Who does nothing and to whom nothing is done, as in "according to Ann Lowe", has none.
    """
    known = all(act[:1] == "~" for act in (*one, *other))
    return bool(one and other) and (not known or bool(one & other))


def _read_acts(start, end, first, text):
    """Return the features of what a sentence says a person does, and of what is done to the one who is its object."""
    tagged = tag_sentence(text, 0, len(text), [])
    inside = {at for at, (low, _) in enumerate(tagged.spans) if start - first <= low < end - first}
    acts = set()
    for at, tag in enumerate(tagged.tags):
        phrases = (find_subject(tagged, at), phrase_starting(tagged, at + 1)) if tag in ("verb", "cue") else ()
        if any(phrase and not inside.isdisjoint(range(phrase[0], phrase[1] + 1)) for phrase in phrases):
            acts.add(feature_of(fold(tagged.words[at])))
    return acts


def _offices(persons, texts, lines):
    """Return one person with two offices that can't be one post."""
    surnames = Counter(surname for rows in persons.values() for surname in {row[1] for row in rows})
    givens = defaultdict(set)
    for rows in persons.values():
        for given, surname, *_ in rows:
            givens[surname].add(given)
    wanted = {surname for surname, told in surnames.items()
              if told > 1 and len(givens[surname]) <= 2 and is_telling(surname)}
    posts = defaultdict(lambda: defaultdict(list))
    for article, rows in persons.items():
        for given, surname, start, end, _, _text in rows:
            if surname not in wanted or surname in no_names():
                continue
            post = read_post(texts[article], start, end)
            if post:
                posts[surname][article].append((given, post))
    found = []
    for surname in sorted(posts):
        by_article = posts[surname]
        around = _Around(lines, by_article, surname)
        for one, other in combinations(by_article, 2) if len(by_article) <= _MOST else ():
            for given in sorted({given for given, _ in by_article[one]}):  # Ola Crane, a clerk; Jon Crane, the director
                mine, theirs = ([post for name, post in by_article[article] if is_one_given(given, name)]
                                for article in (one, other))
                if theirs and all(posts_differ(a, b) for a in mine for b in theirs) and not any(
                        _holds_both(words, mine, theirs) for words in around.words):
                    places = tuple((article, posts[0].start, posts[0].end)
                                   for article, posts in ((one, mine), (other, theirs)))
                    found.append(Difference("role", surname, places, "two offices"))
    return found


class _Around:
    """The words that texts have on a surname, read when two offices differ: of most persons none do."""

    def __init__(self, lines, articles, surname):
        self.lines, self.articles, self.surname = lines, articles, surname

    @cached_property
    def words(self):
        return [_read_around(self.lines[article], self.surname) for article in self.articles]


def _read_around(lines, surname):
    """Return the folded words of a text's sentences on a surname, and of the next where that is on "he" or "she".

    Left out are words before other names: President Orr is no president of the mill.
    """
    told, before = [], False
    titles = regex.compile(rf"\b[\p{{L}}-]+\s(?=\p{{Lu}})(?!(?:\p{{Lu}}\S*\s){{0,2}}(?i:{regex.escape(surname)})\b)")
    for _, text in lines:
        named = _has(text, surname)
        told += [titles.sub(" ", text)] if named or (before and text.startswith(_HE)) else []
        before = named
    return folded_words(" ".join(told))


def _holds_both(words, mine, theirs):
    """Tell whether a text that has `words` gives a person both offices: the chairman, who is chief executive too.

    Of one office with another rank or department (deputy) the words are in both texts, and tell nothing.
    """
    return any(tells_post(words, one) and tells_post(words, other) for one in mine for other in theirs
               if not one.offices & other.offices)
