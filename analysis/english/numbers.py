"""Numbers in English prose: words, figures, ranges, rough counts, sums, shares, ages, ranks and results of votes.

text2num and quantulum3 were tried on invented news sentences and set aside: "3.8 million" comes out as
"3.8 1000000", "US$3.6m" and "£84m" as metres, "a third time" as a third.
"""

import math
import re
from calendar import month_name
from itertools import chain
from typing import NamedTuple

import regex

from .bounds import qualify
from .hints import AGE, CARDINAL, DIGIT, FRACTION, LONE, NOON, ORDINAL, SCALE, read_hints
from .nouns import AGED
from .units import GLUED

SMALL_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                 "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: number for number, word in enumerate(SMALL_NUMBERS)} | {
    word: 20 + 10 * n for n, word in enumerate(_TENS)}
_SCALES = {"dozen": 12, "score": 20, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}
_PLURALS = {"dozens": (20, 120), "scores": (30, 150), "hundreds": (150, 2e3), "thousands": (1.5e3, 2e4),
            "millions": (1.5e6, math.inf), "billions": (1.5e9, math.inf)}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
             "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}
_FRACTIONS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
_CURRENCIES = {"$": "$", "us$": "$", "dollar": "$", "buck": "$", "c$": "C$", "ca$": "C$", "a$": "A$", "au$": "A$",
               "nz$": "NZ$", "hk$": "HK$", "s$": "S$", "€": "€", "euro": "€", "£": "£", "pound": "£", "quid": "£",
               "¥": "¥", "yen": "¥", "yuan": "yuan", "₽": "rouble", "rouble": "rouble", "ruble": "rouble", "₹": "rupee",
               "rupee": "rupee", "franc": "franc", "krona": "krona", "krone": "krone", "kroner": "krone",
               "lira": "lira", "peso": "peso", "rand": "rand", "won": "won", "zloty": "zloty", "cent": "cent"}
_ADJECTIVES = {"canadian": "C$", "australian": "A$", "us": "$", "american": "$"}

_LONGEST_FIRST = "|".join(sorted(SMALL_NUMBERS, key=len, reverse=True))
CARDINALS = (rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(SMALL_NUMBERS[1:10])}))?|{_LONGEST_FIRST})"
             r"(?!\p{L})")
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?![\d,.]\d)|\d+(?:[.,]\d+)?"
SCALES = ("million", "billion", "thousand", "hundred", "dozen", "percent")
_SCALE = r"(?:dozen|score(?!s)|hundred|thousand|million|billion|trillion)(?!\p{L})"
_SHORT = r"(?:bn|tn|mln|mn|m|k)(?![\p{L}\d])"
_ONE = rf"""(?:(?P<figure>{_FIGURE})(?:[\s-]?(?P<scale>{_SCALE})|\s?(?P<scale>{_SHORT}))?
    |(?P<word>{CARDINALS})(?:[\s-](?P<scale>{_SCALE})(?:\s(?:and\s)?(?P<rest>{CARDINALS}))?)?
    |(?P<a>an?|half\sa)[\s-](?P<scale>{_SCALE}))"""
_SIGN = r"(?:US|C|CA|A|AU|NZ|HK|S)?\$|[€£¥₽₹]"
_MONEY = (r"(?:(?:US|American|Canadian|Australian|British)[\s-])?(?:dollar|euro|pound|yen|yuan|rou?ble|rupee|franc"
          r"|kron[aer]r?|lira|peso|rand|zloty|buck|quid)s?(?!\p{L})")
_NUMBER = regex.compile(rf"""(?<![\p{{L}}\p{{N}}.,:/$€£¥-]|\p{{N}}[–—])
    (?=[\p{{N}}$€£¥₽₹]|a[nu$\s-]|bi|c[a$]|do|e[il]|f[io]|h[aku]|mi|n[iz]|on|s[ceik$]|t[ew]|th[ior]|us|ze)(?:
      (?P<sign>{_SIGN})\s?{_ONE.replace('?P<', '?P<m_')}
      (?:\s?(?:to|-|–|and)\s?(?:{_SIGN})?(?P<upto>\d[\d,.]*)(?:\s?(?P<upscale>{_SCALE}|{_SHORT}))?)?
    | {_ONE}
      (?:\s?(?:(?P<dash>[-–])|(?P<to>\sto\s|\sor\s|(?<=\b[Bb]etween\b.{{1,30}})\sand\s))
      \s?{_ONE.replace('?P<', '?P<b_')})?
    | (?P<plural>{'|'.join(_PLURALS)}|(?:several|a\sfew)\s(?:dozen|hundred|thousand|million|billion)(?!s))
      (?:\s+of\s+(?P<of>thousands|millions|dollars))?
    )(?!(?!{GLUED})[\p{{L}}\p{{N}}:/]|[.,]\p{{N}}|['’]\p{{L}})(?P<percent>\s?%|[\s-]per\s?cent(?:age\spoints?)?\b)?(?P<money>\s{_MONEY}|-{_MONEY})?""",
    regex.VERBOSE | regex.IGNORECASE)
# One more of its kind: another miner, a fourth.
ONE_MORE = rf"(?:another|one\smore|a\sfurther|(?:an?|one)\s(?:{'|'.join([*_ORDINALS][1:])}|\d+(?:nd|rd|th)))"
_ORDINAL = regex.compile(rf"\b(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\b"
                         r"(?!(?<=\b(?:an?|per)\ssecond)(?!\s\p{L}))(?!\s+(?:of\s+)?"  # 90 litres a second
                         rf"(?:{'|'.join(month_name[1:])}))",
                         regex.IGNORECASE)
_COUNT = rf"(?>\d{{1,3}}(?:,\d{{3}})+|\d+|{CARDINALS})"  # whole: "Eighty-four members" voted, and not 80 to four
_VOTE = regex.compile(rf"""(?<![\p{{L}}\p{{N}}.,$€£-])(?:
      (?P<one>{_COUNT})(?:\s(?:votes?|ballots?))?(?:-to-|\s?[-–]\s?|\s+to\s+|\s+against\s+)(?P<two>{_COUNT})(?![\p{{N}}%]|[-–/]|\s(?:percent|per\b|million|billion|(?!votes|ballots|justices|members|because|as\b)\p{{Ll}}+s\b))
    | (?P<one>{_COUNT})(?:\s+\p{{L}}+){{0,4}}?
      \s+(?:for|in\s+favou?r|backed|supported)(?:\s+\p{{L}}+){{0,3}}?,?
      \s+(?:and|with|but|while|to)\s+(?P<two>{_COUNT})(?:\s+\p{{L}}+){{0,3}}?\s+(?:against|opposed|opposing)
    )""", regex.VERBOSE | regex.IGNORECASE)
_SCALED = regex.compile(r"\s(million|billion|trillion)\b", regex.IGNORECASE)
_PART = regex.compile(  # a quarter of an hour, half a mile; two and a half hours
    rf"(?<![\p{{N}}\p{{L}}.,-])(?:(?:(?P<times>two|three|an?)[-\s])?(?P<part>half|thirds?|quarters?)\s(?:of\s)?an?"
    r"(?=\s(?:hour|mile|kilomet(?:re|er)|acre|hectare|inch|pint|lit(?:re|er)|ton(?:ne)?|[mbt]r?illion)\b)"
    rf"|(?P<whole>\d{{1,3}}|{CARDINALS})\sand\sa\s(?P<part>half|quarter)(?=\s\p{{Ll}}))", regex.IGNORECASE)
_SHARE = regex.compile(r"\b(?:(?P<times>one|two|three|four|an?)[-\s])?(?P<part>half|thirds?|quarters?|fifths?)"
                       r"(?=\s(?:of|the)\b)(?!\sof\sa\scentury\b)",
                       regex.IGNORECASE)
_VOTING = regex.compile(r"\b(?:vot|ballot|pass|approv|reject|back|elect|defeat|senat|assembl|council|parliament|hous|"
                        r"justice|court|rul|margin|tally|strike|bill|motion|delegat|ratif|overr[io]d|threw|thrown|term|lawmaker|"
                        r"committee|board|law|member)\p{L}*", regex.IGNORECASE)
_AGAINST = regex.compile(r"^(?:\s+(?:votes?|ballots?|members?|of\s+\p{L}+|were|was|out\s+of\s+[\d,]+|them|people))*"
                         r"\s+(?P<way>against|opposed|in\s+favou?r)\b",
                         regex.IGNORECASE)
_BEING = r"(?:is|was|would\shave\sbeen)(?:\s(?:just|only|then|barely|now))?"
_AGE = regex.compile(rf"""(?:
      (?<=\p{{L}}['’)”"]?),\s(?P<age>\d{{1,3}})(?=\s?[;)]|,(?!\d)|\.(?!\d)|\s(?:and|who|was|is|said)\b|$)
    | (?:\bwho|,\swhich)\s(?:{_BEING}|(?:(?:has|had)\s(?:just\s)?)?turned|turns)\s(?P<age>\d{{1,3}})
      (?=[,.;)](?!\d)|\s(?:and|when|in\s\p{{Lu}}\p{{L}}+|last|this|next|years\sold)\b(?!\s(?:\d|a\s))|$)
    | \b(?:s?he)\s{_BEING}\s(?P<age>\d{{1,3}})(?=[.;](?!\d)|\s(?:when|and\s(?:had|was|is|has|lived))\b|$)
    | \bdie[ds]\sat\s(?P<age>2[5-9]|[3-9]\d|1[01]\d)(?=[,.;)](?!\d)|\s(?:after|of)\b|$)
    | \ban?\s(?:\p{{Ll}}+[\s-]){{0,2}}(?:(?:{AGED})\sof\s(?P<age>1[4-9]|[2-9]\d|1[01]\d)
      |(?:boy|girl|child|lad|toddler)\sof\s(?P<age>\d|1[0-3]|{CARDINALS}))
      (?=[,.;)](?!\d)|\s(?:and|or|who|was|is|were|are|had|has|with|in|at|on|from|whose|died|said)\b|$)
    | \baged?\s(?:of\s)?(?P<age>\d{{1,3}}|{CARDINALS})\b
    | (?<![\d,.])(?P<age>\d{{1,3}}|{CARDINALS})[-\s]years?[-\s]olds?\b
    | (?<=\p{{L}}\s)\((?P<age>\d{{1,3}})\)
    )""", regex.VERBOSE | regex.IGNORECASE)
# What stands before an age without a word for it, or is one, and what before the second count of a vote.
_LIKE_AGE = re.compile(r"(?:,\s|\(|\b(?:is|was|been|turned|turns|just|only|then|barely|now|at|of)\s)\d"
                       r"|\b(?:aged?|olds?|boy|girl|child|lad|toddler)\b")
_VERSUS = re.compile(rf"(?:[-–]|\bto)\s*(?:\d|{'|'.join(_WORDS)})")
# What every text with a number, time or day of the month holds one of.
_COUNTING = DIGIT | CARDINAL | SCALE | ORDINAL | FRACTION | NOON
_TALLY = 30  # smaller numbers "to" one another are scores and odds


class Number(NamedTuple):
    """A number of a text: its place, kind (number, money, percent, age, rank, vote), low and high, unit, step.

    low and high are equal for an exact value, missing ends of "more than 300" are infinite; unit is the currency
    or % or "for"/"against"; step is the precision with which it is written (300: 100, 312: 1); rough tells that it
    is qualified.
    """

    start: int
    end: int
    kind: str
    low: float
    high: float
    unit: str
    step: float
    rough: bool


_GAPS, _PARTS = regex.compile(r"[\s\u00a0\u2009\u202f]"), regex.compile(r"[-\s]")
_DECIMAL_COMMA = regex.compile(r"\d+,\d{1,2}")


def read_cardinal(word: str) -> float:
    """Return the number that a figure (1,500, 1 500, 4,2) or a number word (thirty-one) writes."""
    if word.isdecimal():
        return float(word)
    word = word.lower()
    if word[:1].isdigit():
        plain = _GAPS.sub("", word)
        if _DECIMAL_COMMA.fullmatch(plain):
            plain = plain.replace(",", ".")  # the decimal comma of continental texts: 4,2 million
        return float(plain.replace(",", ""))
    return float(sum(_WORDS[part] for part in _PARTS.split(word)))


def may_count(text: str) -> bool:
    """Tell whether a text may have a number, a time or a day of the month."""
    return read_hints(text) & _COUNTING != 0


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of `text`, in its order; none lies in another.  Years and days are for the calendar."""
    taken, found, hints = bytearray(len(text)), [], read_hints(text)
    kinds = [find(text) for find, least in _FINDS if hints & least]
    for number in chain.from_iterable(kinds):
        if not any(taken[number.start:number.end]):
            found.append(number)
            taken[number.start:number.end] = b"\1" * (number.end - number.start)
    return sorted(found)


def _find_counts(text):
    return filter(None, [_read(text, match) for match in _NUMBER.finditer(text)])


def _find_ranks(text):
    for match in _ORDINAL.finditer(text):
        value = float(match["figure"] or _ORDINALS[match["word"].lower()])
        yield Number(*match.span(), "rank", value, value, "rank", 1, False)


def _find_parts(text):
    for match in _PART.finditer(text):
        part = 1 / _FRACTIONS[match["part"].lower()]
        value = read_cardinal(match["whole"]) + part if match["whole"] else _WORDS.get(match["times"], 1) * part
        scale = _SCALED.match(text, match.end())
        value *= _SCALES[scale[1].lower()] if scale else 1
        slack = 0 if match["whole"] else value / 10  # a quarter of an hour is no exact time
        yield qualify(text, Number(match.start(), scale.end() if scale else match.end(), "number", value - slack,
                                   value + slack, "", 0.25, True))


def _find_shares(text):
    for match in _SHARE.finditer(text):
        over = _FRACTIONS[match["part"].lower()]
        times = match["times"] or ""
        share = 100 * (read_cardinal(times) if times.lower() in _WORDS else 1) / over
        number = Number(*match.span(), "percent", share, share, "%", 5, True)
        yield qualify(text, number._replace(low=share - 2, high=share + 2))


def _read(text, match):
    """Return the Number of a match of _NUMBER, or None where it is none (a year, a version, an article "a")."""
    parts = match.groupdict()
    start, end = match.span()
    if parts["plural"]:
        low, high = _PLURALS[parts["plural"].lower().split()[-1].removesuffix("s") + "s"]  # several hundred
        if parts["of"] in ("thousands", "millions"):
            low, high = low * _PLURALS[parts["of"]][0] / 1.5, math.inf
        unit = "$" if parts["of"] == "dollars" else ""
        return Number(start, end, "money" if unit else "number", low, high, unit, 1, True)
    if parts["sign"]:
        low, step = _value(parts, "m_")
        high = low
        if parts["upto"]:
            scale = _SCALES.get((parts["upscale"] or "").lower(), 1)
            high = read_cardinal(parts["upto"].rstrip(".,")) * scale
            low *= scale if not parts["m_scale"] else 1
        unit = _CURRENCIES[parts["sign"].lower()]
        return qualify(text, Number(start, end, "money", min(low, high), max(low, high), unit, step, low != high))
    low, step = _value(parts, "")
    high = low
    if parts["b_figure"] or parts["b_word"] or parts["b_a"]:
        high, fine = _value(parts, "b_")
        if not parts["scale"] and parts["b_scale"] and low < high:
            low *= _SCALES[parts["b_scale"].lower()]  # 2 to 3 million
        if parts["dash"] and not low < high:
            return None
        step = min(step, fine)
    if parts["percent"]:
        kind, unit = "percent", "%"
    elif parts["money"]:
        kind, unit = "money", _read_currency(parts["money"])
    else:
        kind, unit = "number", ""
    if kind == "number" and low == high and (_is_year(parts, text, start) or _is_pronoun(parts, text, start, end)):
        return None
    if kind == "number" and low < high and _are_years(parts, text, end):
        return None
    if parts["a"] and parts["a"].lower() in ("a", "an") and parts["scale"].lower() == "score":
        return None
    return qualify(text, Number(start, end, kind, min(low, high), max(low, high), unit, step, low != high))


def _value(parts, prefix):
    """Return (value, step): step is the place of the last digit that is no trailing zero."""
    figure, word, scale = parts[prefix + "figure"], parts[prefix + "word"], parts[prefix + "scale"]
    factor = _SCALES.get((scale or "").lower(), 1)
    if figure:
        value = read_cardinal(figure)
        digits = f"{value:.6f}".rstrip("0").rstrip(".")
        places = -len(digits.partition(".")[2]) if "." in digits else len(digits) - len(digits.rstrip("0"))
        step = 10.0 ** places
    else:
        value = read_cardinal(word) if word else 0.5 if parts[prefix + "a"].lower().startswith("half") else 1.0
        step = 1.0 if value % 10 else 10.0
    value = value * factor + (read_cardinal(parts[prefix + "rest"]) if parts[prefix + "rest"] else 0)
    return value, max(step, 1e-9) * factor if not parts[prefix + "rest"] else 1.0


_LIKE_YEAR, _PLURAL_BEHIND = regex.compile(r"(?:1[89]|20)\d\d"), regex.compile(r"\s\p{Ll}+s\b")
_COUNTED_BEHIND = regex.compile(r"\s(?:\p{Ll}+\s)?(?:\p{Ll}+s|people|men|women|children)\b")
_BEFORE_YEAR = regex.compile(r"\b(?:in|since|of|until|by|from|to|for|and|early|late|mid|\p{L}+ary|may|june|july|the"
                             r"|\d,?)\s$", regex.IGNORECASE)


def _is_year(parts, text, start):
    figure = parts["figure"] or ""
    if parts["scale"] or not _LIKE_YEAR.fullmatch(figure):
        return False
    return bool(_BEFORE_YEAR.search(text[max(start - 12, 0):start])) or not _PLURAL_BEHIND.match(
        text[start + 4:start + 30])


_NO_COUNT_BEFORE = regex.compile(r"\b(?:no|any|every|each|the|this|that|only|which|some|another|number|day|at)[-\s]$",
                                 regex.IGNORECASE)
_NO_COUNT_BEHIND = regex.compile(r"\s(?:of|in\s(?:the|a|our|their|his|her)|on|for|another|more|who|that|day|thing|or|by"
                                 r"|is|has|can|must|should|side|hand)\b|[-.,;:!?]|$", regex.IGNORECASE)


def _is_pronoun(parts, text, start, end):
    """Tell whether "one" counts nothing: no one, one of them, one another, one day."""
    alone = not (parts["scale"] or parts["b_word"] or parts["b_figure"])
    return alone and (parts["word"] or "").lower() in ("one", "zero") and bool(
        _NO_COUNT_BEFORE.search(text, max(start - 8, 0), start) or _NO_COUNT_BEHIND.match(text, end))


def _read_currency(words):
    words = regex.findall(r"\p{L}+", words.lower())
    name = words[-1] if words[-1] in _CURRENCIES else words[-1].removesuffix("s")
    unit = _CURRENCIES.get(name, name)
    return _ADJECTIVES.get(words[0], unit) if len(words) > 1 and unit == "$" else unit


def _find_votes(text):
    """Return two Numbers, for and against, of every result of a vote: 134-63, 134 to 63, 58 for it and 21 against.

    Which count is for it can't always be told ("threw out ... by 41 to 17"); the larger stands first.
    """
    found = []
    for match in _VOTE.finditer(text) if _may_vote(text) else ():
        around = text[max(match.start() - 120, 0):match.end() + 120]
        one, two = (read_cardinal(match[name].rstrip(",")) for name in ("one", "two"))
        down = one > two >= _TALLY and " to " in match[0]  # she went down 11,482 to 7,902: no range descends
        if not down and not _VOTING.search(around):
            continue
        before = text[max(match.start() - 10, 0):match.start()]
        if max(one, two) > 1e5 or regex.search(r"\b(?:between|from|aged?)\s$", before, regex.IGNORECASE):
            continue
        for name, value, less in (("one", one, one < two), ("two", two, two < one)):
            unit = "fewer votes" if less else "more votes"
            found.append(Number(*match.span(name), "vote", value, value, unit, 1, False))
    return found


def _may_vote(text):
    low = text.lower()
    return _VERSUS.search(low) is not None or "against" in low or "oppos" in low


def find_single_votes(text: str, end: int) -> str:
    """Return "against" or "in favour" where the number that ends at `end` counts one side of a vote, else ""."""
    behind = _AGAINST.match(text[end:end + 60])
    return "" if behind is None else "against" if behind["way"].lower() in ("against", "opposed") else "in favour"


def _find_ages(text):
    for match in _AGE.finditer(text) if _LIKE_AGE.search(text.lower()) else ():
        age = read_cardinal(match["age"])
        if age <= 115 or match[0].endswith("old"):  # a 127-year-old mill
            yield Number(*match.span("age"), "age", age, age, "years", 1, False)


# In the order in which a stretch of text belongs to them, each with the hints one of which it needs.
_FINDS = ((_find_votes, DIGIT | CARDINAL | LONE), (_find_ages, DIGIT | AGE), (_find_parts, FRACTION | LONE),
          (_find_shares, FRACTION | LONE), (_find_counts, DIGIT | CARDINAL | SCALE | LONE),
          (_find_ranks, DIGIT | ORDINAL))


def _are_years(parts, text, end):
    """Tell whether a range is one of years: died between 2011 and 2019, not between 1900 and 2000 people."""
    figures = parts["figure"] or "", parts["b_figure"] or ""
    return not (parts["scale"] or parts["b_scale"]) and all(map(_LIKE_YEAR.fullmatch, figures)) \
        and not _COUNTED_BEHIND.match(text, end)
