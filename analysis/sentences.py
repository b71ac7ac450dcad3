"""Split articles into sentences, around quotation marks, with exact offsets.

A sentence ends at a full stop, question or exclamation mark or an ellipsis that is followed by white
space and by something that can open a sentence.  Closing marks and brackets belong to the sentence they
close.  A quotation of several sentences is split into them, and its attribution stays with the last:
`"We won. It was hard," he said.` is `"We won.` and `It was hard," he said.`, and `"Is it over?" Smith
asked.` is one sentence.  Abbreviations are told by their list and by the word that follows
(lists/abbreviations.csv, lists/starters.csv).
"""

from functools import lru_cache

import pandas as pd
import regex

from .tables import conform
from .thresholds import threshold
from .words import count_words, folded_words, read_list

_STOP = regex.compile(r"""([.!?…]+(?:\s[.…]+)*)(["'”’»›)\]}]*)(?=\s)|[。！？।؟]+[”’」』）]*|(?<=\s)(?=[•●▪■]\s)""")
_NEXT = regex.compile(r"""(?:["'“‘„«‹(\[{¿¡…•●▪■–—-]|\.{2,}|\s)*([@#$£€]?[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’]*)?""")
_QUOTE_MARKS = "\"'”’»›"
_SAYS = regex.compile(
    r"\s(?:(?:\p{Lu}[\p{L}\p{M}.'’-]*|[Tt]he|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|of|de|von|van|bin|al)\s){1,6}"
    r"(?:later |then |also |once |again )?(?:said|says|asked|asks|wrote|writes|tweeted|added|adds|told|shouted|yelled"
    r"|replied|responded|continued|joked|exclaimed|wondered|quipped|demanded|declared|cried|chanted)\b")
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
    closed = {article: set(ends) for article, ends in marks.groupby(marks["article"].astype(str))["closed"]}
    rows, article = [], None
    columns = [paragraphs[name] for name in ("paragraph", "start", "end", "zone")]
    for name, paragraph, start, end, zone in zip(paragraphs["article"].astype(str), *columns, strict=True):
        if name != article:
            article, number, position, seen = name, 0, 0, {}
        text = texts[name]
        ends = find_ends(text, start, end, closed.get(name, ())) if zone == "body" else []
        for first, last in _trim(text, [start, *ends, end]):
            words = count_words(text[first:last])
            repeat_of = _find_repeat(text[first:last], zone, number, words, seen)
            rows.append((name, paragraph, number, first, last, zone, words, position, repeat_of, text[first:last]))
            number += 1
            position += words if zone == "body" else 0
    names = ["article", "paragraph", "sentence", "start", "end", "zone", "words", "position", "repeat_of", "text"]
    return conform("sentences", pd.DataFrame(rows, columns=names), articles)


def find_ends(text, start, end, closed=()):
    """Return the offsets between `start` and `end` at which a sentence of `text` ends and another follows.

    `closed` holds the offsets one past a closing quotation mark, for those that stand apart.
    """
    ends, opened = [], start
    for match in _STOP.finditer(text, start, end):
        last = match.end()
        if match.group(1) and not _ends_sentence(text, opened, match, end):
            continue
        if last + 2 in closed:  # white space before the closing mark: it still belongs here
            last += 2
        if text[opened:last].strip() and text[last:end].strip():
            ends.append(last)
            opened = last
    return ends


def _ends_sentence(text, opened, match, end):
    stop, closing = match.group(1, 2)
    follows = _NEXT.match(text, match.end(), min(end, match.end() + _LOOK)).group(1) or ""
    if not follows:
        return text[match.end():end].strip() != ""
    if follows[0].islower() and not any(letter.isupper() for letter in follows):
        return False
    before = text[max(opened, match.start() - _LOOK):match.start()].split() or [""]
    before = before[-1].lstrip("\"'“‘„«‹([{—–-")
    quoted = any(mark in closing for mark in _QUOTE_MARKS)
    if stop == ".":
        return quoted or _is_full_stop(before, follows, text[opened:match.start()].strip() == before)
    if quoted and stop[-1] in "!?" and _SAYS.match(text, match.end(), min(end, match.end() + 100)):
        return False
    return _abbreviations().get(before + stop) != "mark"


def _is_full_stop(before, follows, is_first):
    kind = _abbreviations().get(before + ".")
    if is_first and len(before) <= 2:
        return False
    if kind == "title":
        return False
    if kind == "number":
        return not follows[0].isdigit()
    pieces = before.split(".")
    if kind == "inner" or all(len(piece) == 1 and piece.isalpha() for piece in pieces):
        return follows.casefold().replace("’", "'") in _starters()
    return True


@lru_cache
def _abbreviations():
    table = read_list("abbreviations")
    return dict(zip(table["form"], table["kind"], strict=True))


@lru_cache
def _starters():
    return frozenset(read_list("starters")["word"])


def _trim(text, bounds):
    """Return the stretches between `bounds` without surrounding white space, empty ones left out."""
    stretches = []
    for first, last in zip(bounds, bounds[1:], strict=False):
        piece = text[first:last]
        if piece.strip():
            stretches.append((first + len(piece) - len(piece.lstrip()), first + len(piece.rstrip())))
    return stretches


def _find_repeat(sentence, zone, number, words, seen):
    """Return the number of the earlier sentence that says the same, and note this one in `seen`."""
    if words < threshold("repeat_words"):
        return None
    key = " ".join(folded_words(sentence))
    zones = ("body",) if zone == "body" else ("body", "other")
    found = [seen[key, where] for where in zones if (key, where) in seen]
    seen.setdefault((key, "body" if zone == "body" else "other"), number)
    return min(found, default=None)
