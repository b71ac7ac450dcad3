"""Finds who wrote and whence: bylines, datelines and closing credits, also where a page glued them to the text."""

from collections import Counter

import regex

from ...english.words import find_words, fold, folded_words
from ...rules import Setting
from ..published import strip_days
from .furniture import match_agency
from .phrases import agency_of, find_opener, is_menu, is_office, is_section, strip_genre
from .signals import has_end

DATELINE_LEAD = Setting("dateline_lead", 20, "shortest first paragraph in words that may open with a loosely written "
                                             "dateline",
                     chosen="a shorter first line may be a headline with a colon")

_OPENING = regex.compile(r"(?:(?:(?:story|words|text|written|reported|report|posted)\s+)?by:?|(?:authors?"
                         r"|writers?):)\s+(?=\S)",
                         regex.IGNORECASE)
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}.'’-]*")
_SPLIT_NAMES = regex.compile(r"\s*(?:,\s*and|,|and|&)\s+(?=\p{Lu})")
_NO_PLACE = {"summary", "note", "update", "updated", "correction", "analysis", "opinion", "explainer", "watch", "video",
             "live", "breaking", "exclusive", "question", "answer", "result", "results", "cost", "date", "time",
             "source", "verdict"}
_PARTICLES = {"van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "la", "le", "el", "al", "bin", "ibn",
              "ben", "abu", "ter", "zu", "y"}
_AROUND = {"and", "in", "for", "of", "the", "our", "with", "at", "from", "on", "to", "a", "am", "pm",
           "&", "|", "-", "–", "—", "·", "•", "/"}

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
_REGION = rf"(?:,\s(?!{_MONTH})\p{{Lu}}[\p{{L}}.]*+(?:\s(?!{_MONTH})\p{{Lu}}[\p{{L}}.]*+){{0,2}}+)?+"
_CAPITALS = r"\p{Lu}[\p{Lu}.'’-]++(?:[ /]\p{Lu}[\p{Lu}.'’-]++){0,4}+" + _REGION
_MIXED = r"\p{Lu}[\p{L}.'’-]++(?:[ /]\p{Lu}[\p{L}.'’-]++){0,3}+" + _REGION
_AGENCY = r"(?:\(\p{Lu}[^()\n]{1,60}\)|\(dpa[^()\n]{0,20}\)|/\p{Lu}[^/()\n]{1,30}/)"
_DASH = r"(?:\s*[–—―‒-]{2}\s*|\s*[–—―‒•]\s*|\s+-\s*|\s*-\s+)"
_NEXT = r"(?=[\p{Lu}\p{Lt}\p{N}\"“”'‘’«„(\[$€£])"
# LIMA, March 2 (Agency) - | LIMA, Peru — | LIMA March 2: no paragraph opens so but with its dateline.
_STRICT = regex.compile(
    rf"(?:(?:{_MIXED},?\s*)?(?:{_DAY}\s*[,.]?\s*)?{_AGENCY}(?:\.?{_DASH}|\s*:\s*|\.?\s+)"
    rf"|{_CAPITALS}(?:,?\s+{_DAY})?{_DASH}"
    rf"|{_CAPITALS},?\s+{_DAY}(?:\s*:\s*|\s+))(?=\S){_NEXT}")
# LIMA: | Lima: | Lima, March 2 - | Lima – : also the forms of a label or a parenthesis.
_LABEL = regex.compile(rf"{_CAPITALS}\s*:\s+{_NEXT}")
_LOOSE = regex.compile(
    rf"(?:{_MIXED}(?:,\s+{_DAY})?\s*:\s+|{_MIXED},\s+{_DAY}(?:{_DASH}|\s+)|{_MIXED}\s+[–—-]{{1,2}}\s+){_NEXT}")
_ALONE = regex.compile(rf"(?:{_CAPITALS}|{_MIXED},\s+{_DAY})(?:,?\s+{_DAY})?(?:\s*{_AGENCY})?\s*[-–—:.]?$")
_INSIDE = regex.compile(
    r"(?<=\s)\p{Lu}[\p{Lu}.'’-]++(?:[ /,]+\p{Lu}[\p{Lu}.'’-]++){0,3}+"
    rf"(?:,?\s+{_DAY})?\s+{_AGENCY}{_DASH}{_NEXT}")
_BRACKETED = regex.compile(r"[(/](\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,3})[)/]")
_WORK = r"(?:(?:additional )?(?:reporting|writing|editing|compiled) by|with (?:inputs?|files|reporting) (?:from|by))\b"
_TAIL = regex.compile(
    rf"(?<=[.!?\"”’)])\s*(?:\({_WORK}[^()]*\)\.?|\(\p{{L}}[\p{{L}}./ -]{{1,40}}\)\.?"
    r"|[-–—]{1,2}\s?\p{L}[\p{L}./ ]{1,30}|(?<=\s)\p{L}{2,20})$", regex.IGNORECASE)


def find_byline(text, counts):
    """Return the length of the byline that opens `text`, 0 if none; `counts` are the article's folded words.

    Where a headline or the first sentence is glued to it, the names end before the first word that
    comes back in the article: the words of a headline do, its writers' names do not.
    """
    opening = _OPENING.match(text)
    if not opening:
        return 0
    if len(text) <= 160 and not has_end(text) and _is_whole(text.split()[1:]):
        return len(text)
    place, found = opening.end(), 0
    while place:
        found = _match_name(text, place, counts) or found
        more = _SPLIT_NAMES.match(text, found) if found > place else None
        place = more.end() if more else 0
    return found


def _is_whole(words):
    """Tell whether all words of a short line are names, dates, addresses or the little words between them."""
    words = [word.strip(".,;:()|") for word in words]
    return len(words) <= 16 and all(
        not word or word in _AROUND | _PARTICLES or word[0].isupper() or word[0].isdigit() or "@" in word
        for word in words)


def _match_name(text, place, counts):
    """Return where the personal name that starts at `place` ends, 0 if there is none."""
    before, stop, names = 0, 0, 0
    for match in regex.finditer(r"\S+", text[:place + 200], pos=place):
        word = match.group().rstrip(",;:|")
        if word in _PARTICLES and names:
            continue
        again = names > 1 and counts[(folded_words(word) or [""])[0]] > 1
        if names == 4 or again or not _NAME.fullmatch(word) or word.lower() in _AROUND:
            break
        names, before, stop = names + 1, stop, match.start() + len(word)
        if stop < match.end():
            break
    if names > 1 and regex.match(r"\s+(?!and\b)\p{Ll}", text[stop:stop + 80]):
        # The last capital began the headline, or this is a sentence: "By Monday Mill Street was empty."
        return before if names > 2 and not has_end(text) else 0
    return stop if names > 1 else 0


_SIGNED = regex.compile(r"^(?:(?:story|words|text|written|reported|report|posted|published)\s+)?(?:by|authors?|writers?"
                        r"|reporters?|from)\b:?\s+(?=\p{Lu})",
                       regex.IGNORECASE)
_MAIL = regex.compile(r"[\s(|,]*(?:\S+@\S+\.\S+|@\w+)\)?")


def read_names(text):
    """Return who signs a line without its days, addresses, label (By, Author) and genre (OPINION |); maybe nothing."""
    rest = strip_days(strip_genre(_MAIL.sub(" ", text)).strip(" |")) if len(text) < 200 else text
    return _SIGNED.sub("", rest).strip(" |,;:·•–—-")


def is_names(text, told):
    """Tell whether `text` is one or more personal names and no more, none of which is in `told`, the body's words."""
    groups = [group.split() for group in regex.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", text)]
    names = [word for group in groups for word in group if word not in _PARTICLES]
    if not 2 <= len(names) <= 8 or any(is_menu(name) for name in names) or any(
            not 2 <= len([word for word in group if word not in _PARTICLES]) <= 4 for group in groups):
        return False
    return told.isdisjoint(folded_words(text)) and all(_NAME.fullmatch(name) and not name.isupper() for name in names)


def is_signature(text, told):
    """Tell whether a line above or below the article signs it: names with a place or an office, or an agency.

    `told` is the set of the body's folded words: it does not speak of its writers.
    """
    if len(text.split()) > 16 or has_end(text):
        return False
    if find_byline(text, Counter()) == len(text):
        return True
    text = read_names(text)
    if not text or len(text.split()) > 12:
        return False
    parts = regex.split(r"\s*[,|/]\s*|\s+(?:in|and|for)\s+", text)
    office = is_office(parts[0] or "-") and told.isdisjoint(word for word in folded_words(parts[0]) if len(word) > 3)
    return office or is_names(parts[0], told) or all(agency_of(part) for part in parts)


def find_dateline(text, first, labels, places=frozenset()):
    """Return the length of the dateline that opens `text`, 0 if none.

    Loose forms count only in the `first` paragraph, a colon only where no other paragraph opens with a
    label and a colon, as transcripts do; `labels` is the number of those that do.  In a short first paragraph only a
    place in capitals counts that the text speaks of as one: `places` are the words that stand behind in, at or from.
    """
    found = _STRICT.match(text)
    if not found and len(text.split()) >= DATELINE_LEAD.value and not find_opener(text):
        found = (labels < 2 and _LABEL.match(text)) or (first and _LOOSE.match(text)) or None
    elif not found and first and labels < 2 and (label := _LABEL.match(text)) and fold(text.split(":")[0]) in places:
        found = label
    if not found or found.end() == len(text) or (labels > 1 and found.group().rstrip().endswith(":")):
        return 0
    place = regex.match(r"[^:,(–—―-]*", found.group()).group().split()
    return 0 if place and (" ".join(place).lower() in _NO_PLACE or is_section(" ".join(place))
                           or place[0] in ("The", "A", "An")) else found.end()


def has_label(text):
    """Tell whether `text` opens with a few words and a colon."""
    return bool(regex.match(r"[\p{L} .'’-]{1,30}:\s", text))


def is_dateline(text):
    """Tell whether `text` is a dateline on a line of its own: a place in capitals, or a place and a day."""
    return len(text) <= 60 and bool(_ALONE.fullmatch(text))


def find_inner_dateline(text):
    """Return where a dateline with an agency stands inside the line `text`, after a headline; 0 if none."""
    found = _INSIDE.search(text[:300]) if not _STRICT.match(text) else None
    before = text[:found.start()].rstrip() if found else ""
    return found.start() if len(before.split()) > 2 and before.split()[-1].islower() and not has_end(before) else 0


def find_tail(text):
    """Return where a closing credit begins that is glued to the end of `text`, len(text) if none."""
    found = _TAIL.search(text, max(len(text) - 400, 0))
    if not found:
        return len(text)
    words = found.group().strip().strip("()-–—.").strip()
    work = regex.match(_WORK, words, regex.IGNORECASE)
    return found.start() if work or match_agency(words) else len(text)


def find_credits(texts, outlet):
    """Return the news agencies that `texts` (bylines, datelines, notices) credit, parted by "; "; None if none.

    An agency that stands in the name of the `outlet` itself is no credit.
    """
    own = f" {' '.join(folded_words(outlet))} "
    found = {}
    for text in texts:
        words = [text[start:end] for start, end in find_words(text)]
        named = [agency_of(" ".join(words[place:place + size])) for size in (4, 3, 2, 1)
                 for place in range(len(words) - size + 1)]
        bracketed = _BRACKETED.search(text) if _STRICT.match(text + " A") else None
        if bracketed and not any(named):
            named = [bracketed[1]]
        found |= {name: None for name in named if name and f" {' '.join(folded_words(name))} " not in own}
    return "; ".join(found) or None
