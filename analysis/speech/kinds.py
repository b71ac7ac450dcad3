"""Tell what a stretch in quotation marks is: a full or a partial quote, a scare quote or a title.

A title is known by its capitals and by what it is the title of (lists/works.csv).  A scare quote has nobody
beside it who says the words; a full quote is a sentence that stands where one can stand.
"""

from functools import lru_cache

import regex

from ..english.words import count_words, read_list

_WORD = regex.compile(r"(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}’'.-]*+")
_SMALL = {"a", "an", "the", "and", "or", "but", "of", "for", "in", "on", "to", "at", "by", "with", "from", "as", "is",
          "vs", "de", "la"}
_SENTENCE_AFTER = {"start", "colon", "comma", "dash", "quote", "stop", "cue", "noun", "name", "pronoun", "adverb",
                   "time", "coordinator"}
_FULL_START = regex.compile(r"[\"'“”‘’\[(…. ]*+(?:\p{Lu}|\p{N}|[$€£@#])")
_LONGEST_TITLE, _LONGEST_SCARE = 12, 4  # words
_NEAR = 5  # tokens between a verb and the quote that is its object
_UNLIKELY = 4  # an Answer's cost from which the subject of the sentence does not speak


def find_kind(frame, slot, content, answer, quoted_before):
    """Return full, partial, scare or title for the quote at token `slot` of `frame`.

    `content` is the text inside its marks, `answer` the Answer of attribution (or None), `quoted_before` the
    kind of the quote before it in the same sentence (or None).
    """
    if is_title(frame, slot, content, answer):
        return "title"
    if _is_full(frame, slot, content, quoted_before):
        return "full"
    if is_scare(frame, slot, content, answer):
        return "scare"
    return "partial"


def is_title(frame, slot, content, answer):
    """Tell whether the quote is a name: of a work, a programme, a law, a person (Robert "Bob" Smith)."""
    tags, words = frame.tags, frame.words
    before = tags[slot - 1] if slot else "start"
    after = tags[slot + 1] if slot + 1 < len(tags) else "stop"
    count = count_words(content)
    if before == "name" and after == "name" and count <= 2 and content[:1].isupper() and not frame.headline:
        return True
    if not _is_capitalised(content) or count > _LONGEST_TITLE or content.rstrip()[-1:] in "?!":
        return False
    if frame.headline and answer is not None and answer.cue is not None:
        return False
    beside = [word.lower() for word in words[max(0, slot - 2):slot] + words[slot + 1:slot + 3] if word]
    if any(_singular(word) in _works() for word in beside):
        return True
    if frame.headline or before == "cue" or (before in ("comma", "colon") and slot > 1 and tags[slot - 2] == "cue"):
        return False
    if before in ("genitive", "possessive"):
        return answer is None or answer.rule != "owner" or answer.cost > 1
    if before in ("preposition", "to"):
        return count > 1
    if answer is None or answer.rule in ("subject", "owner", "cue behind"):
        return count > 1 or before not in ("start", "as")
    far = answer.cue is None or slot - answer.cue > _NEAR
    behind = answer.rule in ("verb speaker", "speaker verb")
    return before in ("determiner", "noun", "start") and count > 1 and far and not behind


def _singular(word):
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache
def _works():
    return frozenset(read_list("works")["word"])


def _is_capitalised(content):
    """Tell whether the words of a quote have capitals as in a title, small words aside; a number may open it."""
    words = _WORD.findall(content)
    if not content[:1].isdigit() and not (words and words[0][0].isupper()):
        return False
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _is_full(frame, slot, content, quoted_before):
    tags = frame.tags
    before = tags[slot - 1] if slot else "start"
    after = tags[slot + 1] if slot + 1 < len(tags) else "stop"
    if quoted_before == "full" and before == "comma":
        return True
    if not _FULL_START.match(content):
        return False
    if before not in _SENTENCE_AFTER:
        return False
    ended = content.rstrip("\"'”’ )")[-1:] in ".?!,;…—–-"
    return ended or after in ("stop", "comma", "dash") or slot + 1 >= len(tags)


def is_scare(frame, slot, content, answer):
    """Tell whether nobody says these few words: no speaker in the sentence, no more than an owner (his "friends"),
    a subject that cannot speak, or a name that goes around (what is known as the "rule")."""
    if count_words(content) > _LONGEST_SCARE:
        return False
    if answer is None or answer.rule == "owner" or (answer.rule == "subject" and answer.cost > _UNLIKELY):
        return True
    before = " ".join(word.lower() for word in frame.words[max(0, slot - 3):slot] if word)
    return "so-called" in before or "notorious" in before or "known as" in before


