"""Attribution: who said a remark, where outlets name different speakers or none.

A name that stands beside the words beats a pronoun or a name in another sentence, in whichever outlet it stands.  Where
two names stand beside the same words, both are kept, as a disagreement.
"""

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from ..english.grammar import words_of
from ..english.words import folded_words
from ..rules import Rule, RuleList
from ..speech.identity import Who, list_keys, list_speakers, relate
from .pieces import DIRECT, cut_pieces
from .sameness import compare_pieces

NONE, ELSEWHERE, PRONOUN, NOUN, NAME = range(5)
"""How well a quote's speaker is known: not; named in another sentence; by a pronoun, a noun or a name beside it."""

_NEAR = 3  # characters between a quote and words beside it, where a sentence ends between them: “Why?” Lund asked
_CHANGED = ("speaker", "speaker_type", "side", "borrowed_from", "rule", "named_by")
_ORDER = ("person", "office", "institution", "country", "document", "unnamed", "")
_BODIES = frozenset(("office", "institution", "country"))


class Attribution(NamedTuple):
    """How well the speaker of a quote is known (NONE to NAME), who it is, and whether by name, wherever it stands."""

    rate: int
    who: Who
    named: bool = False


def read_attributions(quotes: pd.DataFrame, sentences: pd.DataFrame) -> dict[tuple[str, int], Attribution]:
    """Return {(article, quote): its Attribution}, in the order of `quotes`."""
    begins, found = defaultdict(list), {}
    for article, start in zip(map(str, sentences["article"].tolist()), sentences["start"].tolist(), strict=True):
        begins[article].append(start)
    columns = (quotes[name].tolist() for name in ("start", "end", "mention", "mention_start", "mention_end"))
    for key, who, start, end, mention, first, last in zip(list_keys(quotes), list_speakers(quotes), *columns,
                                                          strict=True):
        if not who.name:
            found[key] = Attribution(NONE, who)
            continue
        placed = isinstance(mention, str) and not pd.isna(first)
        rate = _rate_mention(mention, who.name) if placed else ELSEWHERE
        beside = placed and _is_beside(begins[key[0]], start, end, first, last)
        found[key] = Attribution(rate if beside else ELSEWHERE, who, rate == NAME)
    return found


def _is_beside(begins, start, end, first, last):
    """Tell whether a mention, first to last, stands in a sentence of the quote, start to end, or right at it."""
    opens, closes = bisect_right(begins, start), bisect_right(begins, max(end - 1, start))
    near = -_NEAR <= first - end <= _NEAR or 0 <= start - last <= _NEAR
    return near or opens <= bisect_right(begins, first) <= closes


@lru_cache(maxsize=1 << 14)
def _rate_mention(mention, speaker):
    words = folded_words(mention)
    if not set(words) - words_of("pronoun", "relative"):
        return PRONOUN
    shared = set(words) & set(folded_words(speaker))
    return NAME if any(word[:1].isupper() for word in mention.split() if set(folded_words(word)) & shared) else NOUN


def _is_better(mine, best, told):
    if mine.named and mine.who.kind == "person" and all(who.kind in _BODIES for who in told):
        return False  # Ms. Bellamy, who speaks for the board, is not put right by the board
    return len({who.name for who in told}) == 1 and (mine.rate == NONE or (mine.rate <= PRONOUN and best == NAME))


def _borrow_example(rated):
    """Return the rule for a quote of Karl Roe, by how he is known, the others are, and whom they name."""
    mine, best, names = rated
    rates = ("none", "elsewhere", "pronoun", "noun", "name")
    told = {Who(name, "institution" if name.startswith("the ") else "person", "") for name in names.split("|")}
    known = Attribution(rates.index(mine), Who("Karl Roe", "person", ""), mine in ("elsewhere", "name"))
    return BORROWED.decide(known, rates.index(best), told)[0]


BORROWED = RuleList("When does another outlet's version of a remark say who speaks it?", (
    Rule("borrowed", _is_better, "Who is unknown here, or a pronoun beside whose words another outlet prints the name, "
         "is whom all the best versions name.",
         (("none", "pronoun", "Ann Bellamy"), ("pronoun", "name", "Ann Bellamy"), ("elsewhere", "name", "Ann Bellamy"),
          ("pronoun", "name", "the Ferry Board")),
         (("noun", "name", "Ann Bellamy"), ("pronoun", "noun", "Ann Bellamy"), ("none", "name", "Ann Bellamy|Karl Roe"),
          ("elsewhere", "name", "the Ferry Board"))),
), example=_borrow_example, decides="quotes.rule")


def borrow_speakers(quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return `quotes` with the speakers that other outlets' versions name better.

    A full or partial quote whose speaker is unknown, a pronoun or named in another sentence takes over speaker,
    speaker_type and side of those versions of it that name theirs best, where these all name the same; a known speaker
    gives way only to a name beside the words.  So do its neighbours that have their speaker from the same mention.
    `borrowed_from` is the first of the articles by name, `rule` says "borrowed".  Versions are what group_utterances
    would take for the same utterance.
    """
    known = read_attributions(quotes, sentences)
    direct = quotes["kind"].isin(DIRECT).to_numpy()
    weak = direct & (np.array([one.rate for one in known.values()], np.int64) <= PRONOUN)
    if not weak.any() or len({article for article, _ in known}) < 2:
        return quotes
    found = _find_better(cut_pieces(quotes[direct], sentences, articles), known)
    return _give(quotes, found, weak) if found else quotes


def _find_better(pieces, known):
    """Return {(article, quote): (article, Who)} where another article names the speaker of the quote better."""
    quoted = defaultdict(set)
    for piece in pieces:
        quoted[piece.node].add((piece.article, piece.quote))
    wanted = {node for node, keys in quoted.items() if any(known[key].rate <= PRONOUN for key in keys)}
    versions = defaultdict(set)
    for pair in compare_pieces(pieces, wanted):
        if pair.rule:
            for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
                for key in quoted[one] if other.who.name else ():
                    versions[key] |= {(known[theirs].rate, theirs[0], other.who) for theirs in quoted[other]
                                      if theirs[0] != key[0]}
    found = {}
    for key, named in ((key, named) for key, named in versions.items() if named):
        best = max(rate for rate, *_ in named)
        told = {(article, who) for rate, article, who in named if rate == best}
        if BORROWED.decide(known[key], best, {who for _, who in told})[0]:
            found[key] = min(told)
    return found


def _give(quotes, found, weak):
    """Return `quotes` with the speakers `found`; weak quotes that have theirs from the same mention go with them."""
    keys, who = list_keys(quotes), list_speakers(quotes)
    starts = quotes["mention_start"].astype(object).where(quotes["mention_start"].notna(), None).tolist()
    mentions = list(zip(quotes["article"].tolist(), starts, strict=True))
    better = {}
    for key, mention, known in zip(keys, mentions, who, strict=True):
        if key in found and relate(known, found[key][1]) != "same":
            better[key] = found[key]
            if mention[1] is not None:
                better.setdefault(mention, found[key])
    values = {name: quotes[name].astype(object).tolist() for name in _CHANGED}
    for row, (key, mention) in enumerate(zip(keys, mentions, strict=True)):
        if weak[row] and (key in better or (mention in better and mention[1] is not None)):
            article, speaker = better.get(key) or better[mention]
            given = (speaker.name, speaker.kind or None, speaker.side or None, article, "borrowed", None)
            for name, value in zip(_CHANGED, given, strict=True):
                values[name][row] = value
    return quotes.assign(**{name: pd.Series(cells, quotes.index, dtype=quotes[name].dtype)
                            for name, cells in values.items()})


def name_utterances(utterances: pd.DataFrame, known: dict[tuple[str, int], Attribution]) -> dict[int, Who]:
    """Return {utterance: the speaker whom the best attributed versions name}, an empty Who where none does.

    `known` is from read_attributions.  The best are those with a name beside the words, or of a body that two texts
    name, however they do; then what most texts say; then a person before an office.
    """
    settled = {}
    for utterance, told in _list_told(utterances, known).items():
        rates, articles = defaultdict(int), defaultdict(set)
        for article, (rate, who, _) in told:
            rates[who] = max(rate, rates[who])
            articles[who].add(article)
        settled[utterance] = min((not who.name, -(NAME if who.kind in _BODIES and len(articles[who]) > 1 else rate),
                                  -len(articles[who]), _ORDER.index(who.kind), who) for who, rate in rates.items())[-1]
    return settled


def find_disputes(utterances: pd.DataFrame, known: dict[tuple[str, int], Attribution]) -> list[str | None]:
    """Return for each row of `utterances` the name in dispute: its speaker, where another text names somebody else.

    `known` is from read_attributions.  Only names beside the words count, of two people or bodies that can't be one
    (identity.relate: apart), in two articles; all other rows have None.
    """
    named = set()
    for utterance, told in _list_told(utterances, known).items():
        sure = {(article, one.who) for article, one in told if one.rate == NAME and one.who.kind != "unnamed"}
        named |= {(utterance, article, who) for article, who in sure
                  if any(other != article and relate(who, rival) == "apart" for other, rival in sure)}
    return [known[key].who.name if known[key].rate == NAME and (utterance, key[0], known[key].who) in named else None
            for utterance, key in zip(utterances["utterance"].tolist(), list_keys(utterances), strict=True)]


def _list_told(utterances, known):
    """Return {utterance: [(article, Attribution)]}."""
    told = defaultdict(list)
    for utterance, key in zip(utterances["utterance"].tolist(), list_keys(utterances), strict=True):
        told[utterance].append((key[0], known[key]))
    return told
