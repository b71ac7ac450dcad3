"""Lineage: what two articles that share words are to each other, and which of them is nearer to the source.

Direction is told only where the texts show it: one stops where the other goes on, one has a slip that the
other has not, one announces what the other reports, one knows a later day, one credits the other.
Where nothing shows it, or two signs contradict each other, it is unknown.
"""

from typing import NamedTuple

import pandas as pd

from ..english.wording import count, join_names, percent
from ..english.words import fold, folded_words
from ..thresholds import threshold
from .runs import find_glued

COPIES = ("verbatim", "edited", "fragment")
_COMING = frozenset(("will", "would", "shall", "'ll"))
_NEARER = {"cut": "other", "fuller copy": "article", "earlier version": "article", "later version": "other"}


class Signs(NamedTuple):
    """What speaks for one of two articles: slips it has alone, what it announces and the other reports, its days."""

    slips: list
    announced: list
    knows_less: bool
    credits_other: bool

    def before(self):
        """Return how much speaks for this text being the earlier version: a day known less is worth two words."""
        return len(self.announced) + 2 * self.knows_less


def weigh_evidence(pairs, links, sentences, edits, articles):
    """Return verdict, direction and evidence of each row of `pairs` (article, other, reused, reused_own, same_order).

    `links`, `sentences` and `articles` are the tables of those names; `edits` too, or None.  The columns are
    explained at compare_pairs.
    """
    facts = articles.assign(article=articles["article"].astype(str)).set_index("article")
    names = facts["outlet"].fillna(pd.Series(facts.index, facts.index)).to_dict()
    sides = {(pair.article, pair.other): pair for pair in pairs.itertuples()}
    readings, endings = _find_readings(edits), _find_endings(links, sentences)
    rows = []
    for (article, other), pair in sides.items():
        back = sides[other, article]
        ours, theirs = (_find_signs(facts, readings, *key) for key in ((article, other), (other, article)))
        verdict = _judge(pair, back, ours, theirs, endings)
        nearer = {"article": article, "other": other}.get(_NEARER.get(verdict), "unknown")
        if verdict in ("cut", "fuller copy") and max(pair.reused, back.reused) < threshold("verbatim_share"):
            nearer = "unknown"  # what is cut and reworded was not cut from this one
        if verdict in ("edited copy", "same text"):
            exact = verdict == "same text"  # a slip in one text does not make another nearer that was edited
            farther = {name for name, signs in ((article, ours), (other, theirs))
                       if (signs.slips and exact) or signs.credits_other}
            nearer = ({article, other} - farther).pop() if len(farther) == 1 else "unknown"
        rows.append((verdict, nearer, _tell(pair, back, verdict, ours, theirs, endings, facts, names)))
    return pd.DataFrame(rows, columns=["verdict", "direction", "evidence"], index=pairs.index)


def is_kin(pair, back):
    """Return whether two articles are one text: more than half of the words of one stand in the other, of its own too.

    An article without words of its own is kin where all of it stands in the other.
    """
    for side in (pair, back):
        silent = pd.isna(side.reused_own) and side.reused >= threshold("contained")
        if side.reused > threshold("family_reuse") and (silent or side.reused_own > threshold("family_reuse")):
            return True
    return False


def _judge(pair, back, ours, theirs, endings):
    """Return the verdict on a pair, seen from its article."""
    if not is_kin(pair, back):
        passages = max(pair.reused_own, back.reused_own) >= threshold("copied_passages")
        return "copied passages" if passages else "same quotes" if pair.copied else "same event"
    if min(pair.reused, back.reused) >= threshold("contained"):
        return "same text"
    first, second = ours.before(), theirs.before()
    if max(first, second) >= 2 and min(first, second) == 0:
        return "earlier version" if first else "later version"
    if _is_cut(pair, endings):
        return "cut"
    return "fuller copy" if _is_cut(back, endings) else "edited copy"


def _is_cut(pair, endings):
    """Return whether the article is a shortened copy: all of it is in the other, which goes on where it ends.

    A text that lacks words throughout may as well be an earlier version, unless it is the other's to the letter.
    """
    ending = endings.get((pair.other, pair.article))
    if pair.reused < threshold("contained") or ending is None:
        return False
    return ending.words_after >= 2 / 3 * ending.words or ending.verbatim >= threshold("contained")


class _Ending(NamedTuple):
    """What an article has that the other lacks: words and sentences, of them behind the last that both have.

    verbatim is the share of verbatim links among those of what both have.
    """

    words: int
    sentences: int
    words_after: int
    sentences_after: int
    verbatim: float


def _find_endings(links, sentences):
    """Return {(article, other): _Ending} of the body sentences."""
    body = sentences[sentences["zone"] == "body"].astype({"article": str})
    words_of, linked = {}, {}
    for article, sentence, words in zip(body["article"], body["sentence"], body["words"], strict=True):
        words_of.setdefault(article, {})[sentence] = words
    copies = links[links["relation"].isin(COPIES)]
    for *key, sentence, relation in copies[["article", "other", "sentence", "relation"]].astype(
            {"article": str, "other": str}).itertuples(index=False):
        linked.setdefault(tuple(key), []).append((sentence, relation == "verbatim"))
    found = {}
    for (article, other), here in linked.items():
        words = words_of.get(article, {})
        shared = {sentence for sentence, _ in here} & words.keys()
        if shared:
            last = max(shared)
            alone = [size for sentence, size in words.items() if sentence not in shared]
            after = [size for sentence, size in words.items() if sentence > last]
            verbatim = sum(exact for _, exact in here) / len(here)
            found[article, other] = _Ending(int(sum(alone)), len(alone), int(sum(after)), len(after), verbatim)
    return found


def _find_readings(edits):
    """Return {(article, other): (slips, announced)}, each a list of (words here, words there)."""
    found = {}
    if edits is None:
        return found
    chosen = edits[edits["kind"].isin(["spelling", "tense"])].astype({"article": str, "other": str, "kind": str})
    for edit in chosen.itertuples():
        slips, announced = found.setdefault((edit.article, edit.other), ([], []))
        here, there = folded_words(edit.before), folded_words(edit.after)
        if edit.kind == "spelling" and len(here) == 1 and len(there) == 2 and find_glued(here):
            slips.append((edit.before, edit.after))
        elif edit.kind == "tense" and _COMING & set(here) and there and not _COMING & set(there):
            announced.append((edit.before, edit.after))
    return found


def _find_signs(facts, readings, article, other):
    """Return the Signs of one article as against the other."""
    known = facts["knows_until"]
    knows_less = pd.notna(known[article]) and pd.notna(known[other]) and known[article] < known[other]
    credit, outlet = facts["credit"][article], facts["outlet"][other]
    credits = pd.notna(credit) and pd.notna(outlet) and fold(credit) == fold(outlet)
    return Signs(*readings.get((article, other), ([], [])), knows_less, credits)


def _tell(pair, back, verdict, ours, theirs, endings, facts, names):
    """Return the evidence on a pair as one plain sentence."""
    here, there = names[pair.article], names[pair.other]
    if verdict == "same event":
        return f"{here} and {there} say the same in other words."
    said = [f"{percent(pair.reused)} of the words of {here} stand in {there}, {percent(back.reused)} the other way"]
    if pd.notna(pair.reused_own) and pd.notna(back.reused_own):
        said[0] += f" ({percent(pair.reused_own)} and {percent(back.reused_own)} of the outlets' own words)"
    if verdict in ("copied passages", "same quotes"):
        return said[0] + "."
    if pair.same_order > 0.9:
        said[0] += ", in the same order" if pair.same_order == 1 else ", in nearly the same order"
    both = (pair.article, pair.other, ours), (pair.other, pair.article, theirs)
    for article, other, signs in both:
        ending, shorter = endings.get((article, other)), {"cut": pair.article, "fuller copy": pair.other}.get(verdict)
        if ending and ending.sentences_after and shorter == other:
            more = count(ending.sentences_after, "sentence")
            said.append(f"{names[other]} ends where {names[article]} goes on for {more}")
        elif ending and ending.sentences:
            said.append(f"{names[article]} has {count(ending.sentences, 'sentence')} that {names[other]} lacks")
        said += [f"{names[article]} has the slip “{wrong}” for “{right}”" for wrong, right in signs.slips[:2]]
        told = [f"“{one}” where {names[other]} has “{two}”" for one, two in signs.announced[:3]]
        said += [f"{names[article]} has {join_names(told)}"] if told else []
        if signs.knows_less:
            said.append(f"{names[article]} knows no later day than {facts['knows_until'][article]}")
        if signs.credits_other:
            said.append(f"{names[article]} credits {names[other]}")
    credit = facts["credit"][pair.article]
    if pd.notna(credit) and credit == facts["credit"][pair.other] and credit not in set(facts["outlet"].dropna()):
        said.append(f"both are known as copy of {credit}, whose own text is not in the folder")
    if verdict == "edited copy" and (ours.before() or theirs.before()):
        said.append("that is too little to tell an earlier version from a shortened one")
    return "; ".join(said) + "."
