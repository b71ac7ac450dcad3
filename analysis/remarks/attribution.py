"""Attribution: who said a remark, where outlets name different speakers or none.

What a text says beside the words, be it a pronoun, is its own and stays: where two texts name two speakers of the same
words, both are kept, as a disagreement.  Only a quote whose own text leaves the speaker open takes over the name that
stands beside the words in another outlet.
"""

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from ..english.grammar import words_of
from ..english.lexicon import given_sex
from ..english.words import folded_words
from ..rules import Rule, RuleList
from ..speech.identity import Who, list_keys, list_speakers, relate
from ..speech.speakers.discourse import SEXES
from ..tables import columns_of, rows_of
from .pieces import DIRECT, cut_pieces
from .sameness import compare_pieces

NONE, ELSEWHERE, PRONOUN, NOUN, NAME = range(5)
"""How well a quote's speaker is known: not; named in another sentence; by a pronoun, a noun or a name beside it."""

_BACK = 3  # sentences of a paragraph in which a pronoun may find another name than the likeliest
_NEAR = 3  # characters between a quote and words beside it, where a sentence ends between them: “Why?” Lund asked
_CHANGED = ("speaker", "speaker_type", "side", "borrowed_from", "rule", "named_by")
_ORDER = ("person", "office", "institution", "country", "document", "unnamed", "")
_BODIES = frozenset(("office", "institution", "country"))


class Attribution(NamedTuple):
    """How well the speaker of a quote is known (NONE to NAME), and who it is."""

    rate: int
    who: Who
    named: bool = False  # by name, wherever it stands
    own: bool = False    # by words beside this or another quote of the text, and no guess from its paragraph
    sex: str | None = None  # of the pronoun, m or f
    before: frozenset[str] = frozenset()  # words of the paragraph before the quote, where a pronoun has it


Attributions = dict[tuple[str, int], Attribution]  # of each quote (article, quote)


def read_attributions(quotes: pd.DataFrame, sentences: pd.DataFrame) -> Attributions:
    """Return {(article, quote): its Attribution}, in the order of `quotes`."""
    begins, told, found, beside = defaultdict(list), defaultdict(list), {}, set()
    for article, start, paragraph, text in rows_of(sentences, "article", "start", "paragraph", "text"):
        begins[article].append(start)
        told[article].append((paragraph, text))
    columns = columns_of(quotes, "start", "end", "mention", "mention_start", "mention_end")
    named = [isinstance(mention, str) and first is not pd.NA for mention, first in zip(*columns[2:4], strict=True)]
    rows = list(zip(list_keys(quotes), list_speakers(quotes), *columns, named, strict=True))
    for key, _, start, end, _, first, last, placed in rows:
        if placed and _is_beside(begins[key[0]], start, end, first, last):
            beside |= {key, (key[0], "mention", first)}
    for key, who, start, _, mention, first, _, placed in rows:
        rate = _rate_mention(mention, who.name) if placed else ELSEWHERE
        known = (rate if key in beside else ELSEWHERE) if who.name else NONE
        before = _words_before(begins[key[0]], told[key[0]], start) if known == PRONOUN else frozenset()
        found[key] = Attribution(known, who, bool(who.name) and rate == NAME,
                                 placed and (key[0], "mention", first) in beside,
                                 SEXES.get(mention.casefold()) if placed else None, before)
    return found


def _words_before(begins, told, start):
    """Return the words of the sentences before a place in its paragraph, and of its own up to it."""
    at = bisect_right(begins, start) - 1
    if at < 0:
        return frozenset()
    words = folded_words(told[at][1][:start - begins[at]])
    return frozenset(words).union(*(folded_words(text) for paragraph, text in told[max(0, at - _BACK):at]
                                    if paragraph == told[at][0]))


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
    if len({who.name for who in told}) > 1 or (mine.sex and any(_sex_of(who) not in (None, mine.sex) for who in told)):
        return False
    if mine.named and mine.who.kind == "person" and all(who.kind in _BODIES for who in told):
        return False  # Ms. Bellamy, who speaks for the board, is not put right by the board
    return mine.rate == NONE or (best == NAME and (_is_open(mine) or _may_be(mine, told)))


def _may_be(mine, told):
    """Tell whether a quote's pronoun may mean somebody whom its paragraph names before it, or who speaks for a body."""
    named = mine.rate == PRONOUN and not mine.before.isdisjoint(folded_words(told[0].name)[-1:])
    return named and (told[0].kind not in _BODIES or len(told) > 1)


def _may_borrow(mine):
    """Tell whether any version elsewhere can name the speaker of a quote better, by the rule of BORROWED."""
    return _is_open(mine) or (mine.rate == PRONOUN and bool(mine.before))


def _is_open(mine):
    return mine.rate == NONE or (mine.rate == ELSEWHERE and not mine.own)


def _sex_of(who):
    return given_sex(who.name.split(" ")[0]) if who.kind == "person" and " " in who.name else None


def _borrow_example(rated):
    """Return the rule for a quote of Karl Roe, by how he is known, the others are, and whom they name.

    He is known by "he" alone, by a pronoun, by one behind the name of Ann Bellamy, or by one beside another quote.
    """
    mine, best, names = rated
    rates = ("none", "elsewhere", "pronoun", "noun", "name")
    told = [Who(name, "institution" if name.startswith("the ") else "person", "") for name in names.split("|")]
    known = Attribution(rates.index("none" if mine == "he" else mine.split(" ")[-1]), Who("Karl Roe", "person", ""),
                        mine in ("elsewhere", "name"), mine.startswith("own "), "m" if mine == "he" else None,
                        frozenset(["bellamy"] if mine.startswith("ambiguous ") else []))
    return BORROWED.decide(known, rates.index(best), told)[0]


BORROWED = RuleList("When does another outlet's version of a remark say who speaks it?", (
    Rule("borrowed", _is_better, "Who is unknown here, or only named around the words that another outlet prints with "
         "the name beside them, is whom all the best versions name; a pronoun where the paragraph names them too.",
         (("none", "pronoun", "Ann Bellamy"), ("he", "name", "Karl Roe"), ("elsewhere", "name", "Ann Bellamy"),
          ("ambiguous pronoun", "name", "Ann Bellamy")),
         (("pronoun", "name", "Ann Bellamy"), ("pronoun", "name", "the Ferry Board"), ("he", "name", "Ann Bellamy"),
          ("own elsewhere", "name", "Ann Bellamy"), ("noun", "name", "Ann Bellamy"),
          ("elsewhere", "noun", "Ann Bellamy"), ("none", "name", "Ann Bellamy|Karl Roe"),
          ("elsewhere", "name", "the Ferry Board"))),
), example=_borrow_example, decides="quotes.rule")


def borrow_speakers(quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return `quotes` with the speakers that other outlets' versions name better.

    A full or partial quote whose speaker is unknown, only named in another sentence that brings in no words of his, or
    a pronoun that may be another's whom the paragraph names, takes over speaker, speaker_type and side of those
    versions of it that name theirs best, where these all name the same; a known speaker gives way only to a name beside
    the words.  So do its neighbours that have their speaker from the same mention.  Nobody who is "she" here takes the
    name of a man.
    `borrowed_from` is the first of the articles by name, `rule` says "borrowed".  Versions are what group_utterances
    would take for the same utterance.
    """
    if len(articles) < 2:
        return quotes
    known = read_attributions(quotes, sentences)
    weak = [kind in DIRECT and one.rate <= PRONOUN for kind, one in zip(
        *columns_of(quotes, "kind"), known.values(), strict=True)]
    if not any(weak):
        return quotes
    found = _find_better(cut_pieces(quotes, sentences, articles, DIRECT), known)
    return _give(quotes, found, weak) if found else quotes


def _find_better(pieces, known):
    """Return {(article, quote): (article, Who)} where another article names the speaker of the quote better."""
    quoted = defaultdict(set)
    for piece in pieces:
        quoted[piece.node].add((piece.article, piece.quote))
    open_keys = {key for keys in quoted.values() for key in keys if _may_borrow(known[key])}
    wanted = {node for node, keys in quoted.items() if not open_keys.isdisjoint(keys)}
    versions = defaultdict(set)
    for pair in compare_pieces(pieces, wanted):
        if pair.rule:
            for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
                for key in quoted[one] & open_keys if other.who.name else ():
                    versions[key] |= {(known[theirs].rate, theirs[0], other.who) for theirs in quoted[other]
                                      if theirs[0] != key[0]}
    found = {}
    for key, named in ((key, named) for key, named in versions.items() if named):
        best = max(rate for rate, *_ in named)
        told = {(article, who) for rate, article, who in named if rate == best}
        if BORROWED.decide(known[key], best, [who for _, who in sorted(told)])[0]:
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


def name_utterances(utterances: pd.DataFrame, known: Attributions) -> dict[int, Who]:
    """Return {utterance: the speaker whom the best attributed versions name}, an empty Who where none does.

    `known` is from read_attributions.  The best are those with a name beside the words, or of a body that two texts
    name, however they do; then what most texts say; then a person before an office.
    """
    settled = {}
    for utterance, told in _list_told(utterances, known).items():
        rates, articles = defaultdict(int), defaultdict(set)
        for article, one in told:
            rates[one.who] = max(one.rate, rates[one.who])
            articles[one.who].add(article)
        settled[utterance] = min((not who.name, -(NAME if who.kind in _BODIES and len(articles[who]) > 1 else rate),
                                  -len(articles[who]), _ORDER.index(who.kind), who) for who, rate in rates.items())[-1]
    return settled


def find_disputes(utterances: pd.DataFrame, known: Attributions) -> list[str | None]:
    """Return for each row of `utterances` the name in dispute: its speaker, where another text names somebody else.

    `known` is from read_attributions.  Only names and pronouns beside the words count, of two people or bodies that
    can't be one (identity.relate: apart), in two articles; all other rows have None.
    """
    named = set()
    for utterance, told in _list_told(utterances, known).items():
        sure = [(article, one) for article, one in told if one.rate in (PRONOUN, NAME) and one.who.kind != "unnamed"]
        named |= {(utterance, article, one.who) for article, one in sure
                  if any(other != article and relate(one.who, rival.who) == "apart" for other, rival in sure)}
    return [known[key].who.name if known[key].rate in (PRONOUN, NAME) and (utterance, key[0], known[key].who) in named
            else None for utterance, key in zip(utterances["utterance"].tolist(), list_keys(utterances), strict=True)]


def _list_told(utterances, known):
    """Return {utterance: [(article, Attribution)]}."""
    told = defaultdict(list)
    for utterance, *key in rows_of(utterances, "utterance", "article", "quote"):
        told[utterance].append((key[0], known[tuple(key)]))
    return told
