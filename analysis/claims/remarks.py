"""Findings on remarks that several texts quote: who has them, how much of them, in which words."""

import pandas as pd
import regex

from ..english.wording import count, join_names, shorten
from ..english.words import fold, folded_words
from ..text.alignment import count_kept
from .base import body_speech, claim, family_of, name_outlets

_SHORTEST = 8  # words of a remark whose wording is compared: shorter ones differ by an article and a verb
_PIECE = 3  # words of a piece that is told to be from a longer remark: two may be anybody's
_NEAR = 60  # characters before a quote in which the verb that introduces it is looked for
_STOP = regex.compile(r"[\"“”«».!?;]|\n")
_PLAIN = frozenset(["said", "says", "say", "saying", "told", "added", "wrote", "stated", "tell"])


def list_versions(utterances, quotes, families, articles):
    """Return one row for each remark and article that quotes it in the body: what stands inside the marks there.

    Columns: utterance, article, family, start and end (of its longest piece), words (a list of folded words, a piece
    that comes again within another counted once), speaker (missing where nobody is named), cue (missing where it does
    not stand right before the quote).
    """
    spoken = body_speech(quotes)[["article", "quote", "speaker", "speaker_type", "cue"]]
    named = spoken["speaker"].str[:1].str.isupper().fillna(False) & (spoken["speaker_type"] != "unnamed")
    spoken = spoken.assign(speaker=spoken["speaker"].where(named.astype(bool)))
    pieces = utterances.astype({"article": str}).merge(spoken, on=["article", "quote"])
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    family, rows = family_of(families), []
    order = {name: place for place, name in enumerate(texts)}
    for (utterance, article), group in pieces.sort_values("start").groupby(["utterance", "article"]):
        told = [(folded_words(texts[article][piece.start : piece.end]), piece) for piece in group.itertuples()]
        told = _drop_inner(told)
        longest = max(told, key=lambda row: len(row[0]))[1]
        first = told[0][1]
        cue = first.cue if _leads_in(first.cue, texts[article][: first.start]) else None
        words = [word for part, _ in told for word in part]
        rows.append((utterance, article, family[article], longest.start, longest.end, words, longest.speaker, cue))
    rows.sort(key=lambda row: (row[0], order[row[1]]))
    columns = ["utterance", "article", "family", "start", "end", "words", "speaker", "cue"]
    return pd.DataFrame(rows, columns=columns)


def _drop_inner(pieces):
    """Return the (words, piece) whose words do not come again within a longer piece, or an earlier one as long."""
    kept = []
    for words, piece in sorted(pieces, key=lambda row: -len(row[0])):
        if not any(_count_shared(words, other) == len(words) for other, _ in kept):
            kept.append((words, piece))
    return sorted(kept, key=lambda row: row[1].start)


def _leads_in(cue, before):
    """Tell whether a verb of saying stands right before a quote: in its sentence, and behind any other quote."""
    near = _STOP.split(before[-_NEAR:].rstrip(" \"'“‘«"))[-1]
    return isinstance(cue, str) and fold(cue) in folded_words(near)


def _pair_versions(versions):
    """Return (shorter, longer) for every two versions of a remark from different text families."""
    pairs = []
    for _, rows in versions.groupby("utterance"):
        told = sorted(rows.itertuples(), key=lambda row: len(row.words))
        pairs += [(one, other) for place, one in enumerate(told) for other in told[place + 1 :]
                  if one.family != other.family]
    return pairs


def _name_speaker(*versions):
    return next((f" of {row.speaker}" for row in versions if isinstance(row.speaker, str)), "")


def _places(*versions):
    return [(row.article, row.start, row.end) for row in versions]


def claim_rewording(versions, articles):
    """Return the finding of the remark whose words differ most between two families, or that none differs."""
    outlets, found = name_outlets(articles), []
    for one, other in _pair_versions(versions):
        size, same = len(one.words), count_kept(one.words, other.words)
        if size >= _SHORTEST and size >= 0.6 * len(other.words) and same >= 0.45 * size:
            found.append((size - same, one, other))
    if not found:
        return []
    changed, one, other = max(found, key=lambda row: row[0])
    if changed < 2:
        if any(len(longer.words) > len(shorter.words) + 1 for _, shorter, longer in found):
            return []
        number = len({shorter.utterance for _, shorter, _ in found})
        same = all(less == 0 and len(longer.words) == len(shorter.words) for less, shorter, longer in found)
        sentence = (
            f"{count(number, 'remark')} {'is' if number == 1 else 'are'} quoted whole in more than one text, "
            f"{'everywhere in the same words' if same else 'with one word more, less or other at most'}."
        )
        return [claim(sentence, number, "remarks", "draw_rewording", 0.3, _places(one, other))]
    sentence = (
        f"{outlets[one.article]} and {outlets[other.article]} word one quoted remark{_name_speaker(one, other)} "
        f"differently: {count(changed, 'word')} of the {len(one.words)} that {outlets[one.article]} prints "
        f"{'is' if changed == 1 else 'are'} not in the other version."
    )
    return [claim(sentence, changed, "words", "draw_rewording", min(0.35 + changed / 40, 0.7), _places(one, other))]


def claim_selection(versions, articles):
    """Return the finding of the remark of which one family quotes a piece and another much more."""
    outlets, best = name_outlets(articles), None
    printed = {article: [word for words in rows["words"] for word in words]
               for article, rows in versions.groupby("article")}
    for one, other in _pair_versions(versions):
        size, lost = len(one.words), len(other.words) - len(one.words)
        if size < _PIECE or lost < max(5, size) or _count_shared(one.words, other.words) < 0.8 * size:
            continue
        if _count_shared(other.words, printed[one.article], run=5) <= size and (best is None or lost > best[0]):
            best = lost, one, other
    if best is None:
        return []
    lost, one, other = best
    size = len(one.words)
    cue = f", after “{one.cue}”" if isinstance(one.cue, str) and fold(one.cue) not in _PLAIN else ""
    sentence = (
        f"Of one remark{_name_speaker(other, one)}, {outlets[one.article]} quotes {count(size, 'word')}{cue}; "
        f"{outlets[other.article]} quotes {size + lost:,}."
    )
    return [claim(sentence, lost, "words", "draw_coverage", min(0.35 + lost / 60, 0.85), _places(one, other))]


def claim_shared_remarks(versions, coverage, families, articles):
    """Return the finding of the longest remark that several families quote and another, free to, has not.

    A text that lacks it because it was cut or came too early, or that paraphrases it, is not counted.
    """
    outlets, texts = name_outlets(articles), families["family"].nunique()
    family = family_of(families)
    told = coverage.astype({"article": str, "state": str})
    texts_of = dict(zip(articles["article"].astype(str), map(folded_words, articles["text"]), strict=True))
    best = None
    for utterance, rows in versions.groupby("utterance"):
        if not 2 <= rows["family"].nunique() < texts:
            continue
        sizes = rows["words"].str.len()
        longest, size = rows.loc[sizes.idxmax()], sizes.groupby(rows["family"]).max().nlargest(2).min()
        if size < _SHORTEST or (best is not None and size <= best[0]):
            continue
        having = set(rows["family"])
        mine = told[told["utterance"] == utterance]
        late = mine["reason"].fillna("").str.contains("later")
        barred = {family[name] for name in mine.loc[(mine["state"] != "absent") | late, "article"]}
        lacking = [name for name in outlets if family[name] not in having | barred
                   and not _prints(longest["words"], texts_of[name])]
        if lacking:
            best = size, longest, rows, lacking
    if best is None:
        return []
    size, longest, rows, lacking = best
    text = articles.loc[articles["article"].astype(str) == longest["article"], "text"].iloc[0]
    remark = shorten(text[longest["start"] : longest["end"]].strip(" ,."), 80)
    printing = join_names([outlets[name] for name in outlets if name in set(rows["article"])])
    whom = next((f" of {name}" for name in [longest["speaker"], *rows["speaker"]] if isinstance(name, str)), "")
    without = join_names([outlets[name] for name in lacking], "or")
    sentence = f"{printing} quote from one remark{whom}, “{remark}”; no such words were found in {without}."
    shown = rows.drop_duplicates("family").head(2)
    return [claim(sentence, size, "words", "draw_coverage", min(0.45 + size / 150, 0.65), _places(*shown.itertuples()))]


def _prints(words, text):
    """Tell whether two words of five stand among the words of a text in runs of three, whoever says them there."""
    return _count_shared(words, text) > 0.4 * len(words)


def _count_shared(words, others, run=3):
    """Return how many of the words stand in runs of `run` words (or all, where they are fewer) that the others have."""
    size = min(run, len(words))
    there = {tuple(others[place : place + size]) for place in range(len(others) - size + 1)}
    shared = set()
    for place in range(len(words) - size + 1):
        if tuple(words[place : place + size]) in there:
            shared.update(range(place, place + size))
    return len(shared)
