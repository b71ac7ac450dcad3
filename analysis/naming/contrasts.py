"""Which wordings differ most: what each article calls one thing, ranked by how rare and how different the words are."""

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import combinations
from math import exp

import pandas as pd
import regex

from ..english.countries import country_names
from ..english.grammar import DETERMINERS
from ..english.nouns import singular
from ..english.wordlists import listed
from ..english.words import fold, folded_words
from ..rules import Setting
from ..tables import rows_of, tabulate
from ..text.sentences import LEAD_SENTENCES
from .deeds import WordedAct
from .spelt import SPELT_APART
from .telling import NAME_KEY, PARTY_SIGN, is_plain, placing_words, telling_words, worth
from .wordings import Stretches

ROWS = Setting("contrast_rows", 6, "rows of contrasts, times the articles: the most telling things come first",
               chosen="a cap: what a reader can take in")
WORDINGS = Setting("contrast_wordings", 3, "wordings shown of one thing in one article", chosen="a cap: a cell's width")
TELLING = Setting("contrast_telling", 0.1, "strength from which a difference of wording is told",
                  chosen="below it stand only shorter forms of one wording")
CHARGED = Setting("contrast_charged", 1.5, "how much stronger a thing is that one article judges, and another "
                  "does not", chosen="an industry-funded study and a study say more than two plain names of it")
FAINT = Setting("contrast_faint", 0.12, "strength, from 0 to 1, from which a thing is told: rare words that differ, in "
                "many articles, early", chosen="below it stand passing things with and without an adjective")
ACT = Setting("contrast_act", 0.5, "how different two verbs for one act are taken to be, from 0 to 1",
              chosen="verbs are common words, so that their rareness tells little")
VOUCHED = Setting("contrast_vouched", 0.8, "strength of a verb for which texts vouch differently, from 0 to 1",
                  chosen="illegally annexed and claims to have annexed is what a reader looks for first")
SPELLING = Setting("contrast_spelling", 0.4, "how different two spellings of a name are taken to be, from 0 to 1",
                   chosen="worth telling where nothing stronger fills the table")
_GENITIVE = regex.compile(r"['’]s?$")
_ADDRESS = regex.compile(r"\b(?:Mr|Mrs|Ms|Miss|Sir|Dr)\.?\s$")
_MARKED = regex.compile(r"(\p{L}+?)(man|woman|person)$")  # spokesman, spokesperson


class Wording:
    """One wording of a thing in one article: its text, its telling words (and those that only place it), its places."""

    __slots__ = ("early", "places", "placing", "text", "words")

    def __init__(self, text, words, placing=frozenset()):
        self.text, self.words, self.placing, self.places, self.early = text, words, placing, [], False


def find_contrasts(labels: pd.DataFrame, mentions: pd.DataFrame, deeds: dict[tuple[str, str], WordedAct],
                   sentences: pd.DataFrame, voices: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `contrasts`: the things that articles word differently, the most telling ones first.

    A row is a wording of a thing in an article, of each at most WORDINGS, those first that no other article has; count
    and own are its places, start and end the first of them.  A thing is told when two articles have each a word for it
    that the other lacks, or one has a rare word more.  `deeds` are those of deeds.word_deeds.
    """
    texts = dict(rows_of(articles, "article", "text"))
    early = find_openings(sentences)
    cells = _collect(labels, _read_names(mentions, texts), early, set(rows_of(sentences, "article", "start")))
    _add_deeds(cells, deeds, Stretches(rows_of(voices, "article", "start", "end", "voice")), early)
    told = []
    for (thing, kind), by_article in sorted(cells.items()):
        if kind == "act":
            sure = deeds[thing, kind].rule == "vouched for"
            strength = VOUCHED.value if sure else ACT.value * _weigh(by_article, len(articles))
        else:
            difference = _differ(by_article) if len(by_article) > 1 else 0
            strength = difference ** 0.6 * _weigh(by_article, len(articles)) if difference >= TELLING.value else 0
            strength = min(1.0, strength * (CHARGED.value if _is_charged(by_article) else 1))
            if kind == "actor" and _are_marked(by_article):
                strength = max(strength, SPELLING.value * (1 + len(by_article) / len(articles)) / 2)
        if strength >= FAINT.value:
            told.append((-strength, thing, kind, by_article))
    told += [(-SPELLING.value * (1 + len(by_article) / len(articles)) / 2, actor, "spelling", by_article)
             for actor, by_article in find_spellings(mentions).items()]
    order = {article: number for number, article in enumerate(texts)}
    rows = [(thing, article, *words, -strength, kind, *place)
            for strength, thing, kind, by_article, shown in _fit(told, int(ROWS.value * len(articles)))
            for article in sorted(shown, key=order.__getitem__) for key in shown[article]
            for words, place in [_tell(by_article[article][key])]]
    return tabulate("contrasts", rows, articles)


def _fit(told, most):
    """Return (strength, thing, kind, wordings, {article: keys to show}) of what fits into `most` rows, strongest first.

    A weaker thing that shares a wording or a place with a stronger one is left out: it is a part of it, or nobody can
    tell the two apart.  Room that is left goes to articles whose wordings another has as well, then to the second and
    third wordings.
    """
    kept, rows, keys, places = [], 0, set(), set()
    for strength, thing, kind, by_article in sorted(told, key=lambda row: row[:3]):
        mine = {key for cell in by_article.values() for key in cell if kind == "thing" and " " in key}
        here = {(article, *place[:2]) for article, cell in by_article.items() for wording in cell.values()
                for place in wording.places if kind != "spelling"}
        if rows == most or not (keys.isdisjoint(mine) and places.isdisjoint(here)):
            continue
        ranked = _rank(by_article)
        shown = _choose(thing, by_article, ranked)
        if len(shown) <= most - rows:
            first = {article: ranked[article][:1] for article in shown}
            kept.append((strength, thing, kind, by_article, ranked, first))
            rows, keys, places = rows + len(shown), keys | mine, places | here
    for step in range(int(WORDINGS.value)):
        for _, thing, kind, by_article, ranked, shown in kept:
            told = {by_article[article][key].text for article, some in shown.items() for key in some}
            for article in by_article if kind != "spelling" else ():
                key = next(iter(ranked[article][step:step + 1]), None)
                if rows < most and key and key not in shown.get(article, ()) and (
                        by_article[article][key].text not in told) and not (
                        is_plain(key, thing) and (article in shown or _is_told(thing, shown))):
                    shown.setdefault(article, []).append(key)
                    told.add(by_article[article][key].text)
                    rows += 1
    return [(*row, shown) for *row, _, shown in kept]


def find_spellings(mentions: pd.DataFrame) -> dict[str, dict[str, dict[str, Wording]]]:
    """Return {actor or country: {article: {form: Wording}}} of names spelt in unlike ways: Katarina, Katharina.

    Each article is taken at the form that it has most often; the old name and the new one of a country count too.
    """
    counts = defaultdict(lambda: defaultdict(dict))
    columns = "actor", "article", "form", "start", "end", "voice"
    for actor, article, form, start, end, voice in rows_of(mentions, *columns):
        form = _GENITIVE.sub("", " ".join(form.replace("’", "'").split()))
        wording = counts[actor][article].setdefault(form, Wording(form, frozenset()))
        wording.places.append((start, end, voice == "own"))
    found = {}
    for actor, by_article in sorted(counts.items()):
        forms = sorted({form for cell in by_article.values() for form in cell})
        unlike = {form for one, other in combinations(forms, 2) if SPELT_APART.decide(one, other)[0]
                  for form in (one, other)}
        cells = {article: kept for article, cell in by_article.items()
                 if (kept := {form: wording for form, wording in cell.items() if form in unlike})}
        most = {min(cell, key=lambda form: (-len(cell[form].places), form)) for cell in cells.values()}
        if any(SPELT_APART.decide(one, other)[0] for one, other in combinations(sorted(most), 2)):
            forms = [form for cell in cells.values() for form, wording in cell.items() for _ in wording.places]
            nations = {country_names().get(fold(form)) for form in forms}  # a country stands under its name,
            known = len(nations) > 1 or None in nations  # not under its government's
            found[actor if known else max(forms, key=forms.count)] = cells
    return found


def find_openings(sentences: pd.DataFrame) -> dict[str, int]:
    """Return {article: end of its opening}: headline and the first sentences of the body."""
    ends = {}
    seen = Counter()
    for article, end, zone in rows_of(sentences, "article", "end", "zone"):
        if zone == "headline" or seen[article] < LEAD_SENTENCES.value:
            ends[article] = end
            seen[article] += zone == "body"
    return ends


def _read_names(mentions, texts):
    """Return (article, start, end, actor, form, voice) of each mention, the form of address before it taken along."""
    rows = []
    for *place, actor, form, voice in rows_of(mentions, "article", "start", "end", "actor", "form", "voice"):
        text, start = texts[place[0]], place[1]
        match = _ADDRESS.search(text, max(0, start - 6), start) if text[start - 1:start].isspace() else None
        rows.append((*place, actor, match.group() + form if match else form, voice))
    return rows


def _collect(labels, names, early, starts):
    """Return {(thing, kind): {article: {key: Wording}}} in order; `starts` are where sentences begin."""
    cells = defaultdict(lambda: defaultdict(dict))
    forms = {(article, start): form for article, start, _, _, form, _ in names}
    columns = "article", "voice", "start", "end", "label", "thing", "part"
    for article, voice, start, end, label, thing, part in rows_of(labels, *columns):
        text, words = " ".join(label.split()), telling_words(label)
        key = _key(label)
        if part == "stand-in" and fold(label) in country_names():
            words = frozenset()  # America or the United States tells nothing
        if part == "behind" and key.startswith("who "):
            key, words = f"~{key}", frozenset()  # told last: a clause tells what somebody did, beside what he is called
        elif part == "behind" and not words and PARTY_SIGN.match(key):
            continue
        if part == "before":
            name = forms.get((article, end + 1)) or forms.get((article, end + 2))
            text = f"{text.removesuffix(name.split()[0]).rstrip()} {name}".strip() if name else text
        if key:
            cell = cells[thing, "thing" if part == "head" else "actor"][article]
            placing = placing_words(label, (article, start) in starts) if part == "head" else frozenset()
            wording = cell.setdefault(key, Wording(text, words, placing))
            wording.places.append((start, end, voice == "own"))
            wording.early |= start < early.get(article, 0)
    for article, start, end, actor, form, voice in names:  # what an article calls an actor by a name: Mr Bellamy, Annie
        if (actor, "actor") in cells and fold(actor) not in country_names():  # nations.py tells where a country acts
            wording = cells[actor, "actor"][article].setdefault(NAME_KEY + fold(form), Wording(form, frozenset()))
            wording.places.append((start, end, voice == "own"))
            wording.early |= start < early.get(article, 0)
    return cells


def _add_deeds(cells, deeds, heard, early):
    """Add the verbs that articles have for one act: slams, criticises."""
    for key, act in deeds.items():
        for article, done in act.by_article.items():
            for deed in done:
                wording = cells[key][article].setdefault(_key(deed.text), Wording(deed.text, telling_words(deed.text)))
                (voice,) = heard.at(article, deed.start) or ("own",)
                wording.places.append((deed.start, deed.end, voice == "own"))
                wording.early |= deed.start < early.get(article, 0)


@lru_cache(maxsize=1 << 14)
def _key(label):
    """Return the words that make a wording: folded and singular, without an article before them."""
    words = folded_words(label)
    while words and words[0] in DETERMINERS:
        words = words[1:]
    return " ".join(singular(word.removesuffix("'s")) for word in words)


def _differ(by_article):
    """Return, from 0 to 1, how much two articles differ at most in the rareness of their words.

    Where one has no word that the other lacks, what places the thing is no difference, if nothing judges it: a prison,
    Ellby prison; not: a prison, the notorious Ellby prison.
    """
    words = dict.fromkeys(frozenset().union(*(wording.words for wording in cell.values()))
                          for cell in by_article.values())
    placing = frozenset().union(*(wording.placing for cell in by_article.values() for wording in cell.values()))
    most = 0.0
    for mine, theirs in combinations(words, 2):
        more, less = mine - theirs, theirs - mine
        if not (more and less) and listed("describing").isdisjoint(more | less):
            more, less = more - placing, less - placing
        sides = sorted((worth(more), worth(less)))
        most = max(most, 2 * sides[0] + 0.35 * sides[1])
    return 1 - exp(-most / 6)


def _is_charged(by_article):
    """Tell whether an article has a word for a thing that judges it (english's describing) and another none of them."""
    judged = [any(word in listed("describing") for wording in cell.values() for word in wording.words)
              for cell in by_article.values()]
    return any(judged) and not all(judged)


def _are_marked(by_article):
    """Tell whether one article has a word that tells the sex of who holds an office, another one that does not."""
    sides = defaultdict(set)
    for cell in by_article.values():
        words = {match.groups() for wording in cell.values() for word in wording.words
                 if (match := _MARKED.match(word))}
        if len(words) == 1:
            (stem, side), = words
            sides[stem].add(side)
    return any(told in ({"person", "man"}, {"person", "woman"}) for told in sides.values())


def _weigh(by_article, size):
    """Return, from 0 to 1, how much of the event a thing is: in how many articles, how often, how early."""
    uses = sum(len(wording.places) for cell in by_article.values() for wording in cell.values())
    early = sum(any(wording.early for wording in cell.values()) for cell in by_article.values()) / len(by_article)
    weight = (0.5 + 0.5 * len(by_article) / max(size, 1)) * (0.5 + 0.5 * min(1.0, uses / (3 * len(by_article))))
    return weight * (0.45 + 0.55 * early)


def _choose(thing, by_article, ranked):
    """Return the articles to show: those whose wordings are not all another's, of two alike the first; two at least."""
    kept = []
    for article in sorted(by_article, key=lambda name: (-len(by_article[name]), name)):
        if not any(by_article[article].keys() <= by_article[other].keys() for other in kept):
            kept.append(article)
    kept = kept if len(kept) > 1 else list(by_article)
    first = {by_article[article][ranked[article][0]].text: article for article in reversed(kept)}
    shown = {}
    for article in sorted(first.values()):
        if not (is_plain(key := ranked[article][0], thing) and _is_told(thing, shown)):
            shown[article] = [key]
    return set(shown if len(shown) > 1 else first.values() if len(first) > 1 else kept)


def _is_told(actor, shown):
    """Tell whether a plain name of an actor is shown: a second one tells nothing."""
    return any(is_plain(key, actor) for keys in shown.values() for key in keys)


def _rank(by_article):
    """Return {article: the keys of its wordings, the most telling first, without those whose words another has}."""
    keys, words = Counter(), Counter()  # how many articles have each
    for cell in by_article.values():
        keys.update(cell.keys())
        words.update(frozenset().union(*(wording.words for wording in cell.values())))
    return {article: _rank_cell(cell, keys, words) for article, cell in by_article.items()}


def _rank_cell(cell, keys, words):
    ranked = sorted(cell, key=lambda key: (
        key[0] == "~", keys[key] > 1, -worth(word for word in cell[key].words if words[word] == 1),
        -worth(cell[key].words), -len(cell[key].places), key))
    shown, told = [], []
    for key in ranked:  # Bellamy says nothing beside former mayor Ann Bellamy, Ms. Bellamy does
        mine = set(_key(cell[key].text).split())
        if not any(mine <= other for other in told):
            shown.append(key)
            told.append(mine)
    return shown[:int(WORDINGS.value)]


def _tell(wording):
    """Return (label, count, own), (start, end) of a wording."""
    places = sorted(wording.places)
    return (wording.text, len(places), sum(own for *_, own in places)), places[0][:2]
