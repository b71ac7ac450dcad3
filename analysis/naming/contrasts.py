"""Which wordings differ most: what each article calls one thing, ranked by how rare and how different the words are."""

from collections import Counter, defaultdict
from functools import lru_cache
from math import exp

import pandas as pd
import regex
from wordfreq import zipf_frequency

from ..english.grammar import word_classes
from ..english.words import fold, folded_words
from ..rules import Setting
from ..speech.lexicon import title_sexes
from ..tables import conform
from .phrases import singular

ROWS = Setting("contrast_rows", 6, "rows of contrasts, times the articles: the most telling things come first",
               chosen="what a reader can take in")
WORDINGS = Setting("contrast_wordings", 5, "wordings shown of one thing in one article", chosen="a cell's width")
TELLING = Setting("contrast_telling", 0.1, "strength from which a difference of wording is told",
                  chosen="below it stand only shorter forms of one wording")
_ADDRESS = regex.compile(r"\b(?:Mr|Mrs|Ms|Miss|Sir|Dr)\.?\s$")
_LEADING = {"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "our", "my", "your"}


def find_contrasts(labels, mentions, acts, sentences, articles):
    """Return the table `contrasts`: the things that articles word differently, the most telling ones first.

    A row is a thing and an article that names it: its wordings, at most WORDINGS, those first that no other article
    has; count and own are their places.  A thing is told when two articles have each a word for it that the other
    lacks, or one has a rare word more.  start and end are the first place of the first wording.
    """
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    cells = _collect(labels, _with_address(mentions, texts), find_openings(sentences))
    _add_acts(cells, acts)
    told = []
    for (thing, kind), by_article in sorted(cells.items()):
        difference = _differ(by_article)
        if len(by_article) > 1 and difference >= TELLING.value:
            told.append((-difference * _weigh(by_article, len(articles)), thing, kind))
    most, rows = int(ROWS.value * len(articles)), []
    for strength, thing, kind in sorted(told):
        by_article = cells[thing, kind]
        telling = _choose(by_article)
        if 1 < len(telling) <= most - len(rows):
            rows += [(thing, article, *_show(article, by_article), -strength, kind) for article in telling]
    table = pd.DataFrame(rows, columns=["thing", "article", "label", "count", "own", "start", "end", "strength",
                                        "kind"])
    return conform("contrasts", table, articles)


def find_openings(sentences):
    """Return {article: end of its opening}: headline and the first sentences of the body."""
    ends = {}
    seen = Counter()
    for article, end, zone in zip(sentences["article"].astype(str), sentences["end"], sentences["zone"].astype(str),
                                  strict=True):
        if zone == "headline" or seen[article] < 3:
            ends[article] = end
            seen[article] += zone == "body"
    return ends


def _with_address(mentions, texts):
    """Return `mentions` whose form takes the form of address before it along: Mr. Bellamy."""
    forms = []
    for article, start, form in zip(mentions["article"].astype(str), mentions["start"], mentions["form"], strict=True):
        match = _ADDRESS.search(texts[article][max(0, start - 6):start])
        forms.append(match.group() + form if match else form)
    return mentions.assign(form=forms)


class Wording:
    """One wording of a thing in one article: its text, its telling words, and where it stands."""

    __slots__ = ("early", "places", "text", "words")

    def __init__(self, text, words):
        self.text, self.words, self.places, self.early = text, words, [], False


def _collect(labels, mentions, early):
    """Return {(thing, kind): {article: {key: Wording}}} in the order of the articles."""
    cells = defaultdict(lambda: defaultdict(dict))
    named = {}
    for article, start, end, actor, form in zip(mentions["article"].astype(str), mentions["start"], mentions["end"],
                                                mentions["actor"], mentions["form"], strict=True):
        named[article, start] = (end, actor, form)
    columns = [labels[name].tolist() for name in ("start", "end", "label", "thing", "part")]
    for article, voice, start, end, label, thing, part in zip(
            labels["article"].astype(str), labels["voice"].astype(str), *columns, strict=True):
        text, words = " ".join(label.split()), telling_words(label)
        key = _key(label)
        if part == "before":
            name = next(((last, form) for at in (end + 1, end + 2) if (found := named.get((article, at)))
                         for last, _, form in [found]), None)
            text = f"{text} {name[1]}" if name else text
        if key:
            cell = cells[thing, "thing" if part == "head" else "actor"][article]
            wording = cell.setdefault(key, Wording(text, words))
            wording.places.append((start, end, voice == "own"))
            wording.early |= start < early.get(article, 0)
    for (thing, kind), by_article in cells.items():
        if kind == "actor":
            _add_names(by_article, thing, mentions, early)
    return cells


def _add_names(by_article, actor, mentions, early):
    """Add what an article calls an actor whom it describes nowhere, or names by another form: Mr Bellamy, Annie."""
    rows = mentions[mentions["actor"] == actor]
    for article, start, end, form, voice in zip(rows["article"].astype(str), rows["start"], rows["end"], rows["form"],
                                                rows["voice"].astype(str), strict=True):
        wording = by_article[article].setdefault("name " + fold(form), Wording(form, frozenset()))
        wording.places.append((start, end, voice == "own"))
        wording.early |= start < early.get(article, 0)


def _add_acts(cells, acts):
    """Add the verbs by which articles tell what one actor does to another: meets, slams."""
    columns = [acts[name].tolist() for name in ("start", "end", "actor", "verb", "target")]
    for article, start, end, actor, verb, target in zip(acts["article"].astype(str), *columns, strict=True):
        cell = cells[f"{actor} and {target}", "act"][article]
        wording = cell.setdefault(_key(verb), Wording(verb, frozenset(word for word in telling_words(verb))))
        wording.places.append((start, end, True))
        wording.early = True


@lru_cache(maxsize=1 << 14)
def _key(label):
    """Return the words that make a wording: folded and singular, without an article before them."""
    words = folded_words(label)
    while words and words[0] in _LEADING:
        words = words[1:]
    return " ".join(singular(word.removesuffix("'s")) for word in words)


@lru_cache(maxsize=1 << 14)
def telling_words(label):
    """Return the words of a wording that tell something: no function words, no titles of address."""
    words = {singular(word.removesuffix("'s").rstrip("'")) for word in folded_words(label)}
    return frozenset(word for word in words if word not in word_classes() and word not in title_sexes()
                     and not word[:1].isdigit())


def _differ(by_article):
    """Return, from 0 to 1, how much two articles differ at most in the rareness of their words."""
    words = {article: frozenset().union(*(wording.words for wording in cell.values()))
             for article, cell in by_article.items()}
    most = 0.0
    names = list(words)
    for one in range(len(names)):
        for other in range(one + 1, len(names)):
            mine, theirs = words[names[one]], words[names[other]]
            sides = sorted((worth(mine - theirs), worth(theirs - mine)))
            most = max(most, 2 * sides[0] + 0.5 * sides[1])
    return 1 - exp(-most / 6)


def _weigh(by_article, size):
    """Return, from 0 to 1, how much of the event a thing is: in how many articles, how often, how early."""
    uses = sum(len(wording.places) for cell in by_article.values() for wording in cell.values())
    early = sum(any(wording.early for wording in cell.values()) for cell in by_article.values()) / len(by_article)
    weight = (0.3 + 0.7 * len(by_article) / max(size, 1)) * (0.5 + 0.5 * min(1.0, uses / (3 * len(by_article))))
    return weight * (0.5 + 0.5 * early)


def worth(words):
    """Return how rare the two rarest of some words are in general English: 0 for common ones, up to 8."""
    return sum(sorted((_rareness(word) for word in words), reverse=True)[:2])


@lru_cache(maxsize=1 << 15)
def _rareness(word):
    return max(0.0, 6.5 - max(zipf_frequency(word, "en"), 2.5))


def _choose(by_article):
    """Return the articles to show: those that have a wording of their own, and of those with one wording the first."""
    held = Counter(key for cell in by_article.values() for key in cell)
    chosen, seen = [], set()
    for article, cell in by_article.items():
        most = max(cell, key=lambda key: (len(cell[key].places), key))
        if any(held[key] == 1 for key in cell) or most not in seen:
            chosen.append(article)
        seen.add(most)
    return chosen if len(chosen) > 1 else list(by_article)


def _show(article, by_article):
    """Return (label, count, own, start, end) of one article's wordings, the most telling first."""
    others = [wording.words for name, cell in by_article.items() if name != article for wording in cell.values()]
    elsewhere = frozenset().union(*others)
    keys = {key for name, cell in by_article.items() if name != article for key in cell}
    cell = by_article[article]
    ranked = sorted(cell, key=lambda key: (key in keys, -worth(cell[key].words - elsewhere), -worth(cell[key].words),
                                           -len(cell[key].places), key))
    shown = []
    for key in ranked:
        words = set(key.split())
        if not any(words <= set(other.split()) for other in shown):
            shown.append(key)
    shown = shown[:int(WORDINGS.value)]
    places = sorted(place for key in shown for place in cell[key].places)
    first = min(cell[shown[0]].places)
    return (" | ".join(dict.fromkeys(cell[key].text for key in shown)), len(places), sum(own for *_, own in places),
            first[0], first[1])
