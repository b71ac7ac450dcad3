"""What the words around a number make of it: more than, at most, nearly, about, or so.

"Over 400 people" are more than 400; what is lost "over two years", or flies "over two fields", is no more than two.
"""

import math
from typing import Any

import regex

ROUGH = 0.1  # share by which "about" and "nearly" may miss
_BEFORE = regex.compile(r"""(?:^|[^\p{L}])(?P<word>(?:no|not)\smore\sthan
    |more\sthan|over|above|at\sleast|no\s(?:fewer|less)\sthan|upwards\sof
    |(?:as\s(?:many|much)\sas|up\sto|at\smost)
    |(?:fewer|less)\sthan|under|below|nearly|almost|close\sto|just\sunder|about|around|some|roughly|approximately
    |an\sestimated|estimated|circa|just\sover|well\sover|an?\sfurther|another|exactly)\s(?:an?\s(?:estimated\s)?|the\s)?(?=$)""",
    regex.VERBOSE | regex.IGNORECASE)
_BEHIND = regex.compile(r"\s?(?:or\s(?P<word>more|so)\b|(?P<plus>\+)|-?(?P<odd>odd)\b|-?(?P<strong>strong)\b)",
                        regex.IGNORECASE)
# Over two years jobs are lost, over two fields a kite flies: small numbers are more than passed only behind these.
_PLACED = frozenset(["over", "above", "under", "below"])
_PASSED = regex.compile(r"(?:^|[(“\"—–:;]|\b(?:just|well|slightly|for|of|to|by|at|with|is|was|were|are|be|had|has"
                        r"|have|took|takes|taken|spen[dt]\p{L}*|last\p{L}*|wait\p{L}*|after|a|and|or|costs?|in|from"
                        r"|than|stay\p{L}*|work\p{L}*|stood))\s?$", regex.IGNORECASE)
_SPAN = regex.compile(r"\s(?:year|month|week|day|decade)s?\b")
_BETWEEN = regex.compile(r"\bbetween\s$", regex.IGNORECASE)


def qualify(text: str, number: Any) -> Any:
    """Return a Number with the bounds that the words around it give: more than, nearly, about, or so."""
    before = _BEFORE.search(text, max(number.start - 30, 0), number.start)
    behind = _BEHIND.match(text, number.end)
    word = " ".join(before["word"].lower().split()) if before else ""
    if word in _PLACED and not _is_passed(text, before.start("word"), number):
        before, word = None, ""
    low, high, rough = number.low, number.high, True
    if word in ("more than", "over", "above", "at least", "upwards of", "just over",
                "well over") or ("fewer than" in word and word.startswith("no")) or word == "no less than":
        high = math.inf
    elif word.startswith(("up to", "no more", "not more", "as many", "as much", "at most", "fewer", "less", "under",
                          "below")):
        low = 0.0
    elif word in ("nearly", "almost", "close to", "just under"):
        low = low * (1 - ROUGH)
    elif word in ("about", "around", "some", "roughly", "approximately", "an estimated", "estimated", "circa"):
        low, high = low * (1 - ROUGH), high * (1 + ROUGH)
    elif behind and (behind["word"] or behind["plus"] or behind["odd"]):
        open_end = behind["plus"] or (behind["word"] or "").lower() == "more"
        low, high = (low, math.inf) if open_end else (low * (1 - ROUGH), high * (1 + ROUGH))
    else:
        rough = number.rough
    between = _BETWEEN.search(text, max(number.start - 12, 0), number.start) if number.low < number.high else None
    start = before.start("word") if before and rough else between.start() if between else number.start
    return number._replace(start=start, low=low, high=high, rough=rough)


def _is_passed(text, start, number):
    """Tell whether "over" before a number means more than it, and not a stretch of time or what lies below."""
    small = number.high < 13 and number.kind == "number" and not text[number.start].isdigit()
    open_to_doubt = small or (number.kind == "number" and _SPAN.match(text, number.end))
    return not open_to_doubt or bool(_PASSED.search(text, max(start - 20, 0), start))
