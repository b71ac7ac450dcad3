"""Absence by the laxest measure: what comes near a name or a remark in an article, before a page says that it has none.

"Only the Courier names Ann Bellamy" is false where the Post writes "Anne Bellamie" or "Mrs. Bellamy"; "no such words in
the Post" is false where the Post renders them in words of its own.  Whatever comes near makes us say nothing.
The table `coverage` says which is likelier; a sentence is printed only where not even two telling words came near.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd
from rapidfuzz import fuzz, process

from ...english.names import HONORIFICS, name_particles
from ...english.spellings import NEARLY, may_be_one_name
from ...english.stems import TELLING, is_rare, name_sense, weigh_word
from ...english.words import capital_words, distinct_words, fold, folded_words
from ...remarks.traces import LEAST
from ...tables import rows_of
from ...text.marks import DOUBLE_MARKS

_FILLERS = name_particles() | HONORIFICS | {"the", "of", "and", "for", "president", "minister", "senator", "rep", "sen",
                                            "gov", "st", "new"}


@lru_cache(maxsize=1 << 14)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words by which a name is known, folded: "the Harbour Board of Ellby" as harbour, board, ellby."""
    words = [word.removesuffix("'s").strip(".'-") for word in folded_words(name)]
    return tuple(word for word in words if len(word) > 2 and word not in _FILLERS)


def _senses(words: Iterable[str]) -> frozenset[str]:
    """Return one name for all forms and synonyms of each word, the county's as county."""
    return frozenset([name_sense(word.removesuffix("'s")) for word in words])


@lru_cache(maxsize=1 << 12)  # the same words are looked for in every article
def _telling(words: tuple[str, ...], least: float) -> frozenset[str]:
    """Return the senses of those of a remark's words that tell what is spoken of."""
    return _senses([word for word in words if weigh_word(word) >= least or word.isdigit()])


@lru_cache(maxsize=1 << 12)
def _all_senses(words: tuple[str, ...]) -> frozenset[str]:
    return _senses(words)


@lru_cache(maxsize=1 << 12)
def _read_form(form: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return (folded words, words by which it is known) of a form of a name."""
    return tuple(folded_words(form)), frozenset(name_words(form))


def _initials(name: str) -> set[str]:
    """Return the folded letters of a name of two words or more, with its small words and without: DOJ has the "of"."""
    letters = {"".join(word[0] for word in name.split() if word[:1].isupper() or small).casefold()
               for small in (False, True)}
    return {found for found in letters if len(found) > 1}


class Texts:
    """What absences are checked against: where every capitalised word and every sentence's words stand.

    A name or a remark is looked for once, in all articles: what is kept is in which of them it may stand.
    """

    def __init__(self, articles: pd.DataFrame, sentences: pd.DataFrame) -> None:
        self.texts = dict(rows_of(articles, "article", "text"))
        self._lines: dict[str, list[str]] = {article: [] for article in self.texts}
        for article, line in rows_of(sentences, "article", "text"):
            self._lines[article].append(line)
        self._named: dict[str, frozenset[str]] = {}
        self._held: dict[frozenset[str], frozenset[str]] = {}
        self._near: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}

    def has_name(self, article: str, name: str) -> bool:
        """Tell whether any word of `name`, its initials, or a word spelt like one of them stands in the article.

        Words of a name count with a capital, the whole name in small letters too.
        """
        return article in self._with_name(name)

    def _with_name(self, name: str) -> frozenset[str]:
        if name not in self._named:
            self._named[name] = frozenset(self._find_name(name))
        return self._named[name]

    def _find_name(self, name: str) -> Iterable[str]:
        words = name_words(name)
        words = tuple(word for word in words if word == words[-1] or is_rare(word))
        wanted = {*words, *_initials(name)}
        if not wanted:
            return self.texts
        for word in words:
            if len(word) > 3:
                near = process.extract(word, self._everywhere, scorer=fuzz.ratio, score_cutoff=NEARLY.value, limit=None)
                wanted.update(found for found, *_ in near)
        found = set().union(*(self._capitals.get(word, ()) for word in wanted))
        whole = folded_words(name)  # also "tea party", where others write "Tea Party"
        spoken = {article for article in self.texts.keys() - found if self._spoken[article].issuperset(whole)}
        return found | {article for article in spoken if whole and f" {' '.join(whole)} " in self._fold(article)}

    def has_initials(self, article: str, name: str) -> bool:
        """Tell whether the article may call a body by its letters: U.N. and UN for the United Nations."""
        return any(article in self._capitals.get(word, ()) for word in _initials(name))

    @staticmethod
    def alike(name: str, other: str) -> bool:
        """Tell whether two names may be spellings of one: they share a word, or words that are spelt alike."""
        return any(one == two or may_be_one_name(one, two) for one in name_words(name)
                   for two in name_words(other))

    def comes_near(self, article: str, words: Iterable[str], speaker: str) -> bool:
        """Tell whether a sentence of the article, or two in a row, hold some telling words of a remark.

        One is enough where they name the speaker: "Ann Bellamy said that the pool had eaten the money."
        """
        telling = _telling(tuple(words), TELLING.value)
        if not telling:
            return True
        wanted = telling, _all_senses(name_words(speaker))
        if wanted not in self._near:
            self._near[wanted] = frozenset(self._find_near(*wanted))
        return article in self._near[wanted]

    def _find_near(self, telling: frozenset[str], named: frozenset[str]) -> Iterable[str]:
        """Yield the articles of which two sentences in a row hold enough of `telling`, with `named` there or without.
        """
        held: dict[tuple[str, int], set[str]] = defaultdict(set)
        for sense in telling:
            for place in self._places.get(sense, ()):
                held[place].add(sense)
        spoken, least = set().union(*(self._places.get(sense, ()) for sense in named)), min(LEAST.value, len(telling))
        for article, number in held:
            for first in (number - 1, number):
                pair = (article, first), (article, first + 1)
                shared = held.get(pair[0], set()) | held.get(pair[1], set())
                if len(shared) >= least or not spoken.isdisjoint(pair):
                    yield article

    def find_forms(self, who: str, forms: Iterable[str]) -> frozenset[str]:
        """Return the articles in which a form of the name `who` may stand: a word of it, or all of another form's.

        Of "Norhaven governor", a form of Ann Bellamy, the place alone says nothing.
        """
        found: frozenset[str] = frozenset()
        for form in forms:
            words, known = _read_form(form)
            whole = len(words) > 1 and known.isdisjoint(name_words(who))
            found |= self._with_words(words) if whole else self._with_name(form)
        return found

    def has_words(self, article: str, words: Iterable[str]) -> bool:
        """Tell whether all of the words stand in one sentence of the article, in any form and order."""
        return article in self._with_words(words)

    def _with_words(self, words: Iterable[str]) -> frozenset[str]:
        wanted = _all_senses(tuple(words))
        if wanted not in self._held:
            places = sorted((self._places.get(sense, set()) for sense in wanted), key=len)
            held = set.intersection(*places) if places else {(article, 0) for article in self.texts}
            self._held[wanted] = frozenset(article for article, _ in held)
        return self._held[wanted]

    def tells_of(self, article: str, who: str, words: Iterable[str]) -> bool:
        """Tell whether a sentence of the article with the last word of a name, or the next, has a telling word."""
        telling = _telling(tuple(sorted(words)), TELLING.value) - _senses(name_words(who))
        near = {(article, number + step) for step in (0, 1) for sense in _senses(name_words(who)[-1:])
                for where, number in self._places.get(sense, ()) if where == article}
        return any(not near.isdisjoint(self._places.get(sense, ())) for sense in telling)

    def stands_by_quote(self, article: str, who: str) -> bool:
        """Tell whether a sentence of the article has the last word of a name and a quotation mark.

        The words may be hers though another says them: Karl Roe agreed with Ann Bellamy that it was "too late".
        """
        last = name_words(who)[-1:]
        return any(last and last[0] in folded_words(line) for line in self._lines[article]
                   if not DOUBLE_MARKS.isdisjoint(line))

    def _fold(self, article: str) -> str:
        return f" {' '.join(folded_words(self.texts[article]))} "

    @cached_property
    def _spoken(self) -> dict[str, set[str]]:
        """The folded words of each article."""
        return {article: set(map(fold, distinct_words(text))) for article, text in self.texts.items()}

    @cached_property
    def _capitals(self) -> dict[str, set[str]]:
        """Every word with a capital, folded, and the parts of those with a hyphen: the articles that have it."""
        return _index((article, capital_words(text)) for article, text in self.texts.items())

    @cached_property
    def _everywhere(self) -> list[str]:
        return sorted(self._capitals)

    @cached_property
    def _sentences(self) -> dict[str, list[frozenset[str]]]:
        """The senses of the words of each sentence of each article."""
        return {article: [_senses(folded_words(line)) for line in lines] for article, lines in self._lines.items()}

    @cached_property
    def _places(self) -> dict[str, set[tuple[str, int]]]:
        """Every sense: the sentences that have it, (article, number)."""
        return _index(((article, number), senses) for article, sentences in self._sentences.items()
                      for number, senses in enumerate(sentences))


def _index(rows: Iterable[tuple[Any, Iterable[str]]]) -> dict[str, set]:
    """Return {word: the places of the rows that have it} of rows (place, words)."""
    found: dict[str, set] = defaultdict(set)
    for place, words in rows:
        for word in words:
            found[word].add(place)
    return dict(found)
