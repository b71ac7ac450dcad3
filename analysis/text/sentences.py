"""Split articles into sentences, around quotation marks, with exact offsets.

A sentence ends at a full stop, question or exclamation mark or an ellipsis that is followed by white
space and by something that can open a sentence.  Closing marks and brackets belong to the sentence they
close.  A quotation of several sentences is split into them, and its attribution stays with the last:
`"We won. It was hard," he said.` is `"We won.` and `It was hard," he said.`, and `"Is it over?" Smith
asked.` is one sentence.  Abbreviations are told by their list and by the word that follows
(lists/abbreviations.csv, lists/starters.csv).
"""

from functools import lru_cache
from itertools import pairwise

import pandas as pd
import regex

from ..english.words import count_words, folded_words, read_list
from ..rules import Setting
from ..tables import conform

REPEAT_WORDS = Setting("repeat_words", 4, "length in words from which a sentence can repeat an earlier one of its "
                       "article", chosen="shorter ones ('He did not elaborate') recur by chance")

# A stop with the marks that close behind it; a full stop of other scripts; the place before a bullet.
_STOP = regex.compile(r"""([.!?…]++(?:\s[.…]++)*+)(["'”’»›)\]}]*+)|[。！？।؟]++[”’」』）]*+|(?<=\s)(?=[•●▪■]\s)""")
_WORD = regex.compile(r"\s*+([—–―(-])?[^\p{L}\p{N}@#$£€]*+([@#$£€]?[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*+\.?)")
# No white space between two sentences: `over.Then`, `over!”Then`, but not in an address.
_GLUED_BEFORE = regex.compile(r"(?<![^\s\"“”'‘’(])[\p{L}'’-]*+(?<=\p{Ll}\p{Ll})$")
_GLUED_AFTER = regex.compile(r"[\"“'‘(]*+\p{Lu}['’]?\p{Ll}")
_SAYS = regex.compile(
    r"\s(?:(?:\p{Lu}[\p{L}\p{M}.'’-]*+|the|he|she|they|we|of|de|von|van|bin|al)\s){1,6}"
    r"(?:later |then |also |once |again )?(?:said|says|asked|asks|wrote|writes|tweeted|added|adds|told|shouted|yelled"
    r"|replied|responded|continued|joked|exclaimed|wondered|quipped|demanded|declared|cried|chanted)\b(\.?)")
# An ellipsis apart from its word stands for words left out, and is no end without a full stop (AP Stylebook).
_OMISSION = regex.compile(r"\s(?:…|\.\s?\.\s?\.)")
_QUOTE_MARKS = "\"'”’»›"
_LOOK = 30  # characters read before and after a stop: longer than any abbreviation or sentence opener


def split_sentences(articles, paragraphs, marks):
    """Return the table `sentences`: one row a sentence of body text, one a headline, heading or caption.

    `articles` needs the columns article and text; `paragraphs` and `marks` are the tables of those names.
    start and end are offsets into articles.text, without surrounding white space; together the sentences
    cover every other character.  `position` counts the body words before the sentence.  `repeat_of` is the
    first earlier sentence of the article with the same words, case and accents aside, if there are at least
    `repeat_words` of them; body text repeats only body text, so that leaving repeats out loses none of it.
    """
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    owners = marks["article"].astype(str)
    opened = {article: set(starts) for article, starts in marks["opened"].groupby(owners)}
    closed = {article: set(ends) for article, ends in marks["closed"].groupby(owners)}
    rows, article = [], None
    columns = [paragraphs[name] for name in ("paragraph", "start", "end", "zone")]
    for name, paragraph, start, end, zone in zip(paragraphs["article"].astype(str), *columns, strict=True):
        if name != article:
            article, number, position, seen = name, 0, 0, {}
        text = texts[name]
        ends = find_ends(text, start, end, opened.get(name, ()), closed.get(name, ())) if zone == "body" else []
        for first, last in _trim(text, [start, *ends, end]):
            words = count_words(text[first:last])
            repeat_of = _find_repeat(text[first:last], zone, number, words, seen)
            rows.append((name, paragraph, number, first, last, zone, words, position, repeat_of, text[first:last]))
            number += 1
            position += words if zone == "body" else 0
    names = ["article", "paragraph", "sentence", "start", "end", "zone", "words", "position", "repeat_of", "text"]
    return conform("sentences", pd.DataFrame(rows, columns=names), articles)


def find_ends(text, start, end, opened=(), closed=()):
    """Return the offsets between `start` and `end` at which a sentence of `text` ends and another follows.

    `opened` holds the offsets of opening quotation marks, `closed` those one past a closing mark: they
    tell whose a mark is that white space does not.
    """
    ends, first = [], start
    for match in _STOP.finditer(text, start, end):
        last = match.end()
        if match.group(1):
            while last - 1 in opened:  # `over."Then she`: this mark opens the next sentence
                last -= 1
            if text[last:last + 1].isspace():
                if last + 2 in closed and text[last + 1] in _QUOTE_MARKS:  # `over. "`: this one still closes
                    last += 2
                if not _ends_sentence(text, first, match.start(), last, end):
                    continue
            elif not _is_glued(text, match.start(), last):
                continue
        if first < last < end and not text[first:last].isspace():
            ends.append(last)
            first = last
    return ends


def _is_glued(text, stop, last):
    return bool(_GLUED_AFTER.match(text, last)) and bool(_GLUED_BEFORE.search(text, max(0, stop - _LOOK), stop))


def _ends_sentence(text, first, stop, last, end):
    """Say whether the sentence from `first` ends with the stop at `stop` and its closing marks, up to `last`."""
    follows = _WORD.match(text, last, min(end, last + _LOOK))
    if not follows:
        return False
    dash, follows = follows.groups()
    if follows[0].islower() and not any(letter.isupper() for letter in follows):
        return False
    before = text[max(first, stop - _LOOK):stop].split() or [""]
    word = before[-1].lstrip("\"'“‘„«‹([{—–-")
    marks = text[stop:last].lstrip(".!?… ")
    says = _SAYS.match(text, last, min(end, last + 100)) if any(mark in marks for mark in _QUOTE_MARKS) else None
    if text[stop] == "." and text[stop + 1] not in ".…!?":
        if says:
            return not says.group(1)
        is_first = stop - first <= _LOOK and text[first:stop].strip() == before[-1]
        return is_full_stop(word, dash or follows, is_first, before[-2:-1])
    if _OMISSION.fullmatch(text, max(first, stop - 1), last):
        return False
    return not says and _forms().get(word + text[stop]) != "mark"


def is_full_stop(word, follows, is_first=False, previous=()):
    """Say whether the full stop after `word` ends a sentence.

    `follows` is the next word, in capitals, or a numeral, a dash or a bracket; with `is_first` the word
    opens its sentence (`1. The plan`); `previous` is a list of the word before it, if there is one.
    """
    if is_first and (len(word) == 1 or (len(word) == 2 and word.isdigit())):
        return False
    word = word.rpartition("-")[2]
    kind = _forms().get(word + ".")
    if kind is None and all(len(letter) == 1 and letter.isalpha() for letter in word.split(".")):
        kind = "inner"
    if follows in "—–―(-":  # a dateline: SALEM, Ore. — The
        return kind is None
    if kind == "state" and previous and previous[0].endswith(","):
        return True
    opener = _starters().get(follows.rstrip(".").replace("’", "'").casefold())
    is_initial = len(follows) == 2 and follows.endswith(".")
    if kind in ("inner", "state"):
        return opener == "opens" and not is_initial
    if kind == "time":
        return opener != "time" and not is_initial and not follows[0].isdigit()
    return kind != "title" and not (kind == "number" and follows[0].isdigit())


@lru_cache
def _forms():
    table = read_list("abbreviations")
    return dict(zip(table["form"], table["kind"], strict=True))


@lru_cache
def _starters():
    table = read_list("starters")
    return dict(zip(table["word"], table["kind"], strict=True))


def _trim(text, bounds):
    """Return the stretches between `bounds` without surrounding white space, empty ones left out."""
    stretches = []
    for first, last in pairwise(bounds):
        piece = text[first:last]
        if piece.strip():
            stretches.append((first + len(piece) - len(piece.lstrip()), first + len(piece.rstrip())))
    return stretches


def _find_repeat(sentence, zone, number, words, seen):
    """Return the number of the earlier sentence that says the same, and note this one in `seen`."""
    if words < REPEAT_WORDS.value:
        return None
    key = " ".join(folded_words(sentence))
    zones = ("body",) if zone == "body" else ("body", "other")
    found = [seen[key, where] for where in zones if (key, where) in seen]
    seen.setdefault((key, "body" if zone == "body" else "other"), number)
    return min(found, default=None)
