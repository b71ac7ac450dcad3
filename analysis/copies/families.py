"""Families: which articles are one text, what each is within its family, and what speaks for it.

Textual criticism in small: the parent of the copies is often not in the folder, so an article is judged by
what it shares with its kin, where it stops, what it knows and which of two readings others have too.
"""

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..tables import COPIED_RELATIONS, column_of, conform, empty, rows_of, tabulate
from ..text.spans import LONGEST, start_keys
from .lineage import COPIES, KIN, SAME, Pair, weigh_evidence
from .reuse import LETTER
from .runs import Tokens, cover_runs, find_tokens
from .similarity import number_chains

_VOICES = {"own": 2, "paraphrased": 1}  # those that no marks part from the outlet's


@dataclass(slots=True)
class _Shared:
    """The linked sentences of an ordered pair of articles: rows of `sentences` here and there, whether copied.

    whole: not a fragment only.
    """

    here: list = field(default_factory=list)
    there: list = field(default_factory=list)
    copied: list = field(default_factory=list)
    verbatim: list = field(default_factory=list)
    whole: list = field(default_factory=list)
    longest: int = 0


def compare_pairs(links: pd.DataFrame, sentences: pd.DataFrame, voices: pd.DataFrame, similarity: pd.DataFrame,
                  articles: pd.DataFrame, edits: pd.DataFrame | None = None, tokens: Tokens | None = None
                  ) -> pd.DataFrame:
    """Return the table `pairs`: two articles that share a linked sentence, once per ordered pair.

    `reused` is the share of the body's words that lie in a run of three and more words which a linked sentence of the
    other (verbatim, edited or fragment) has too; `reused_own` the same of the words that the table `voices` calls the
    outlet's own (missing without any).  `retold` is the share of its body sentences that have a counterpart of any
    kind in the body of the other, paraphrases too.  `same_order` is Kendall's tau of the linked body sentences, missing
    for fewer than two.  `verdict`, seen from `article`, goes by the rules of lineage.VERDICTS; `direction` names the
    article that is nearer to the source, or is "unknown"; `evidence` says why in plain words.  Without `edits` the
    wording tells nothing; `tokens` are the words of the sentences, where they have been found.
    """
    if links.empty:
        return empty("pairs", articles)
    names = articles["article"].tolist()
    number = {name: place for place, name in enumerate(names)}
    owner = np.array([number[name] for name in sentences["article"].tolist()], np.int64)
    body = (sentences["zone"] == "body").to_numpy()
    shared = _read_links(links, sentences, number, owner)
    keys = sorted(shared)
    tokens = tokens or find_tokens(sentences)
    reused, reused_own, outside = _measure_reuse([shared[key] for key in keys], keys, tokens, owner, body, voices,
                                                 number)
    cosine = {(one, two): alike for idf, one, two, alike in rows_of(similarity, "idf", "article", "other", "cosine")
              if idf == "background"}
    length = np.bincount(owner[body], minlength=len(names)).tolist()
    opening = _find_openings(owner, body, len(names))
    pairs = []
    for place, (one, two) in enumerate(keys):
        mine = shared[one, two]
        inside = [at for at in range(len(mine.here)) if body[mine.here[at]] and body[mine.there[at]]]
        told, copied = {mine.here[at] for at in inside}, {mine.here[at] for at in inside if mine.copied[at]}
        opens = any((mine.here[at], mine.there[at]) == (opening[one], opening[two])
                    for at in inside if mine.whole[at])
        pairs.append(Pair(names[one], names[two], cosine.get((names[one], names[two]), np.nan), float(reused[place]),
                          float(reused_own[place]), len(told) / max(length[one], 1), len(told - copied), length[one],
                          mine.longest, _compare_order(mine, inside), any(mine.copied),
                          float(outside[place]), opens))
    judged = weigh_evidence(pairs, _list_shared(shared, names, sentences, body), edits, articles)
    columns = dict(zip(Pair._fields, map(list, zip(*pairs, strict=True)), strict=True))
    for inner in ("sentences", "of", "copied", "outside", "opens"):
        del columns[inner]
    return conform("pairs", columns | judged, articles)


def _read_links(links, sentences, number, owner):
    """Return {(article, other), by number: _Shared}."""
    row_of = {(name, sentence): row for row, (name, sentence) in enumerate(
        zip(owner.tolist(), sentences["sentence"].tolist(), strict=True))}
    shared: dict[tuple[int, int], _Shared] = defaultdict(_Shared)
    columns = "article", "other", "sentence", "other_sentence", "relation", "longest_run"
    for article, other, sentence, other_sentence, relation, longest in rows_of(links, *columns):
        one, two = number[article], number[other]
        mine = shared[one, two]
        mine.here.append(row_of[one, sentence])
        mine.there.append(row_of[two, other_sentence])
        mine.copied.append(relation in COPIES)
        mine.verbatim.append(relation == "verbatim")
        mine.whole.append(relation in COPIED_RELATIONS)
        mine.longest = max(mine.longest, longest)
    return shared


def _measure_reuse(shared, keys, tokens, owner, body, voices, number):
    """Return the columns reused and reused_own for the pairs of articles `keys`, and the share of unquoted words."""
    article, inside = owner[tokens.row], body[tokens.row]
    voice = _find_voice(article, tokens.start, voices, number)
    own, unquoted = inside & (voice == _VOICES["own"]), inside & (voice > 0)
    pair = np.repeat(np.arange(len(keys)), [sum(one.copied) for one in shared])
    rows = np.array([(here, there) for one in shared for here, there, copied in zip(
        one.here, one.there, one.copied, strict=True) if copied], np.int64).reshape(-1, 2)
    link, token = cover_runs(tokens, rows)
    covered = np.unique(pair[link] * len(inside) + token)
    pair, token = np.divmod(covered, max(len(inside), 1))
    first, shares = [one for one, _ in keys], []
    for counted in (inside, own, unquoted):
        total = np.bincount(article[counted], minlength=len(number))[first]
        found = np.bincount(pair, counted[token], len(keys))
        shares.append(np.divide(found, total, out=np.full(len(keys), np.nan), where=total > 0))
    return shares


def _find_openings(owner, body, size):
    """Return for each article the row of its first body sentence, -1 for none."""
    opening = np.full(size, -1)
    rows = np.flatnonzero(body)[::-1]
    opening[owner[rows]] = rows
    return opening.tolist()


def _find_voice(article, start, voices, number):
    """Return for each token (number of its article, start) the number of the voice in which it stands, 0 in others."""
    owner = column_of(voices, "article")
    begins, ends = (start_keys(owner, column_of(voices, name), number) for name in ("start", "end"))
    order = np.argsort(begins)
    places = article * LONGEST + start
    at = np.searchsorted(begins[order], places, side="right") - 1
    inside = (at >= 0) & (places < np.append(ends[order], 0)[at])
    voice = np.array([_VOICES.get(voice, 0) for voice in voices["voice"].tolist()] + [0])
    return np.where(inside, voice[np.append(order, -1)[at]], 0)


def _compare_order(shared, inside):
    """Return Kendall's tau of the linked body sentences, of copies where there are two; missing for fewer than two."""
    for chosen in ([at for at in inside if shared.copied[at]], inside):
        here, there = ([rows[at] for at in chosen] for rows in (shared.here, shared.there))
        if len(set(here)) > 1 and len(set(there)) > 1:
            return float(_rank_alike(np.array(here), np.array(there)))
    return np.nan


def _rank_alike(first, second):
    """Return Kendall's tau-b of two arrays that are not constant; scipy.stats has it, and takes 0.8 s to import."""
    together = np.zeros((2, 2))
    for at in range(len(first) - 1):
        signs = np.sign([first[at + 1:] - first[at], second[at + 1:] - second[at]])
        together += signs @ signs.T
    return together[0, 1] / np.sqrt(together[0, 0] * together[1, 1])


def _list_shared(shared, names, sentences, body):
    """Return {(article, other): (copied body sentences, share of them verbatim)}, each sentence as a row of its body.

    And {article: words of its body sentences, by row}: together what lineage reads the ends of texts from.
    """
    sizes, words = sentences["words"].tolist(), defaultdict(dict)
    for row, name in enumerate(map(str, sentences["article"].tolist())):
        if body[row]:
            words[name][row] = sizes[row]
    copies = {}
    for (one, two), mine in shared.items():
        rows = [(here, exact) for here, copied, exact in zip(mine.here, mine.copied, mine.verbatim, strict=True)
                if copied]
        if rows:
            copies[names[one], names[two]] = ({here for here, _ in rows}, sum(exact for _, exact in rows) / len(rows))
    return copies, dict(words)


def find_families(pairs: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `families`: which articles are one text, and what each is within it.

    Articles are one text by the rule of is_kin, directly or through others, or where one retells the other: a speech
    that two outlets quote at length makes no kinship.  Families are numbered from 1 in the order of the articles; with
    no `pairs` each article is one.  `role`, the first that fits: unrelated, alone in the folder; cut, a shortened copy;
    earlier or later version, as the texts tell; edited, where kin agree with each other and not with this one, or the
    other is nearer to the source; sibling, another copy of the same text; reworded, in other words than its kin;
    unknown.
    """
    names = articles["article"].tolist()
    number = {name: place for place, name in enumerate(names)}
    kin = [row for row in rows_of(pairs, "article", "other", "verdict", "direction", "reused") if row[2] in KIN]
    label = number_chains(len(names), [(number[row[0]], number[row[1]]) for row in kin])
    order: dict = {}
    family = [order.setdefault(one, len(order) + 1) for one in label.tolist()]
    roles = _name_roles(kin)
    return tabulate("families", [(name, number, roles.get(name, "unrelated"))
                                 for name, number in zip(names, family, strict=True)], articles)


def _name_roles(kin):
    """Return {article: role} from the pairs between kin: (article, other, verdict, direction, reused)."""
    reused = {(article, other): share for article, other, *_, share in kin}
    found, nearer, agrees = defaultdict(set), defaultdict(set), defaultdict(set)
    for article, other, verdict, direction, share in kin:
        letter = max(share, reused[other, article]) >= LETTER.value
        found[article].add(verdict)
        nearer[article] |= {direction} - {"unknown"}
        agrees[article] |= {other} if letter and verdict in SAME else set()
    roles = {}
    for name, verdicts in found.items():
        versions = verdicts & {"earlier version", "later version"}
        witnesses = any(agrees[other] for article, other in reused if article == name)
        if verdicts == {"retold copy"}:
            roles[name] = "reworded"
        elif "cut" in verdicts:
            roles[name] = "cut"
        elif len(versions) == 1:
            roles[name] = versions.pop()
        elif agrees[name]:
            roles[name] = "sibling"
        elif witnesses or nearer[name] - {name}:
            roles[name] = "edited"
        else:
            roles[name] = "sibling" if nearer[name] else "unknown"
    return roles
