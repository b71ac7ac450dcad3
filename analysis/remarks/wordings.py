"""Wordings: each version of a remark, word by word beside the longest one.

Spellings of one word (case, accents, marks, civilise and civilize) count as the same; what is shown is what the outlets
print.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd
import regex

from ..english.lexicon import title_offices, titles
from ..english.spellings import spell
from ..english.stems import weigh_word
from ..english.words import find_words
from ..rules import Setting
from ..tables import rows_of
from ..text.alignment import Step, align
from .alterations import find_alterations

FULL = Setting("full_kept", 0.9, "share of an utterance's longest version from which another is full",
               chosen="a word or two of ten, such as an opening 'well'")
REWORDED = Setting("reworded_weight", 0.7, "weight of other words from which a quote is reworded",
                   chosen="one word that is rarer than the 600 commonest; that for which is none")
RUN = 3  # words in a row that show the same wording
_ABBREVIATED = regex.compile(r"\p{L}(?:\.\p{L})+")


class Version(NamedTuple):
    """A piece of an utterance in one article: its text's offsets, the places of its words, how they are compared."""

    article: str
    quote: int
    direct: bool
    start: int
    end: int
    spans: list[tuple[int, int]]
    keys: list[str]

    def show(self, texts: dict[str, str], first: int, last: int) -> str:
        """Return its words from `first` to `last`, excluded, as they are printed."""
        return texts[self.article][self.spans[first][0]:self.spans[last - 1][1]]


def read_versions(utterances: pd.DataFrame, quotes: pd.DataFrame, texts: dict[str, str]) -> dict[int, list[Version]]:
    """Return {utterance: its versions}, both by number, article and place."""
    kinds = {row[:2]: row[2] for row in rows_of(quotes, "article", "quote", "kind")}
    found = defaultdict(list)
    for utterance, article, start, end, quote in sorted(rows_of(
            utterances, "utterance", "article", "start", "end", "quote")):
        found[utterance].append(read_version(texts, article, quote, kinds[article, quote] != "indirect", start, end))
    return dict(found)


def read_version(texts: dict[str, str], article: str, quote: int, direct: bool, start: int, end: int) -> Version:
    """Return the Version that stands in an article from `start` to `end`."""
    text = texts[article][start:end]
    words = find_words(text)
    spans = [(start + first, start + last + _has_stop(text, first, last)) for first, last in words]
    return Version(article, quote, direct, start, end, spans, [spell(text[first:last]) for first, last in words])


def _has_stop(text, start, end):
    """Tell whether the full stop behind a word belongs to it: U.S., not harbour.."""
    return text[end:end + 1] == "." and _ABBREVIATED.fullmatch(text, start, end) is not None


def choose_longest(versions: Iterable[Version], texts: Mapping[str, str], family: Mapping[str, Any]) -> Version:
    """Return the longest version in quotation marks.

    Of several that whose wording most articles have; of these, where all are of one `family` of copies, that of the
    longest text: where a shortened copy has another word than the whole text, the word is the copy's.  Whatever is
    left goes by the article's name and the place, in whatever order the versions come.
    """
    direct = [version for version in versions if version.direct]
    shared = Counter(wording for _, wording in {(version.article, tuple(version.keys)) for version in direct})
    weights = [(len(version.keys), shared[tuple(version.keys)]) for version in direct]
    best = sorted((version for version, weight in zip(direct, weights, strict=True) if weight == max(weights)),
                  key=lambda version: (version.article, version.start))
    if len({family.get(version.article, version.article) for version in best}) > 1:
        return best[0]
    return max(best, key=lambda version: len(texts[version.article]))


def compare_versions(versions: list[Version], runs: set[tuple], longest: Version, texts: dict[str, str],
                     copies: bool = False) -> dict:
    """Return what a row of coverage tells of an article's `versions` beside the longest one, of which it may be a copy.

    `runs` are all that the article quotes, three words in a row: they count for what is kept, no more, so that a
    remark which it quotes in other pieces, or goes on quoting, lacks nothing.
    """
    direct = [version for version in versions if version.direct]
    aligned = [(version, align(longest.keys, version.keys)) for version in direct or versions]
    places = [_list_kept(steps) for _, steps in aligned]
    best = max(range(len(aligned)), key=lambda number: len(places[number]))
    (version, steps), kept = aligned[best], set().union(*places)
    row: dict[str, Any] = {"quote": version.quote, "start": version.start, "end": version.end}
    if not direct:
        return row | {"state": "indirect", "kept": len(kept) / len(longest.keys)}
    more = find_runs(longest.keys, runs) - kept
    kept |= more
    row["kept"] = len(kept) / len(longest.keys)
    # Where another of the article's quotes has the words that this one replaces, this one only adds some.
    changed = [step for step in steps if step.op == "replace" and kept.isdisjoint(range(step.first, step.last))]
    added = [step for step in steps if step.op in ("replace", "insert") and step not in changed]
    taken = kept.union(*(range(step.first, step.last) for step in changed))
    missing = [place for place in range(len(longest.keys)) if place not in taken]
    row["dropped"] = "; ".join(longest.show(texts, *run) for run in _join_places(missing)) or None
    row["replaced"] = "; ".join(
        f"{longest.show(texts, step.first, step.last)} > {version.show(texts, step.other_first, step.other_last)}"
        for step in changed) or None
    row["added"] = "; ".join(version.show(texts, step.other_first, step.other_last) for step in added) or None
    row["altered"] = "; ".join(_find_altered(longest, version, steps, kept, texts, copies)) or None
    other = sum(weigh_word(version.keys[place]) for step in (*changed, *(() if more else added))
                if not _is_title_only(longest.keys[step.first:step.last] if step.op == "replace" else [],
                                      version.keys[step.other_first:step.other_last])
                for place in range(step.other_first, step.other_last))
    whole = "full" if row["kept"] >= FULL.value else "partial"
    return row | {"state": "reworded" if row["altered"] or other >= REWORDED.value else whole}


def _is_title_only(before, after):
    """Tell whether words add a title or write it in another form: Ms Bellamy, Gov. and Governor Bellamy."""
    offices = title_offices()
    said = [[offices.get(f"{word}.") or offices.get(word) or word for word in words] for words in (before, after)]
    return titles().issuperset(said[1]) and (not before or said[0] == said[1])


def _find_altered(longest, version, steps, kept, texts, copies):
    """Return what was altered, as it is shown, but for what another quote of the article has as it was said."""
    if not any(step.op != "equal" for step in steps):
        return []
    parts = [texts[one.article][one.start:one.end] for one in (longest, version)]
    spans = [[(first - one.start, last - one.start) for first, last in one.spans] for one in (longest, version)]
    steps = [step for step in steps if step.op in ("equal", "insert") or kept.isdisjoint(range(step.first, step.last))]
    return [words for _, words in find_alterations(*parts, steps, (spans[0], spans[1]), copies)]


def _list_kept(steps: list[Step]) -> set[int]:
    return {place for step in steps if step.op == "equal" for place in range(step.first, step.last)}


def list_runs(words: list[str]) -> list[tuple[str, ...]]:
    """Return every run of three words, in order: none where there are fewer."""
    return [tuple(words[place:place + RUN]) for place in range(len(words) - RUN + 1)]


def find_runs(words: list[str], runs: set[tuple]) -> set[int]:
    """Return the places of the words that stand in one of the `runs` of three words."""
    return {place + step for place, run in enumerate(list_runs(words)) if run in runs for step in range(RUN)}


def _join_places(places):
    """Return [[first, last]] of the runs of consecutive numbers in `places`, last one past the end."""
    runs = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1][1] = place + 1
        else:
            runs.append([place, place + 1])
    return runs
