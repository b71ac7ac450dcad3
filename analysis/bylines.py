"""Finds who wrote and whence: bylines, datelines and closing credits, also where a page glued them to the text."""

import regex

from .layout import has_end
from .signals import agency_of, find_opener, is_menu, is_office, is_section
from .thresholds import threshold
from .words import find_words, folded_words

_OPENING = regex.compile(r"(?:(?:story|words|text|written|reported|report|posted)\s+)?by:?\s+(?=\S)", regex.IGNORECASE)
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}.'’-]*")
_SMALL = {"van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "la", "le", "el", "al", "bin", "ibn",
          "ben", "abu", "ter", "zu", "y"}
_AROUND = {"and", "in", "for", "of", "the", "our", "with", "at", "from", "on", "to", "a", "am", "pm", "&", "|", "-", "–",
           "—", "·", "•", "/"}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
_REGION = rf"(?:,\s(?!{_MONTH})\p{{Lu}}[\p{{L}}.]*+(?:\s(?!{_MONTH})\p{{Lu}}[\p{{L}}.]*+){{0,2}}+)?+"
_CAPITALS = r"\p{Lu}[\p{Lu}.'’-]++(?:[ /]\p{Lu}[\p{Lu}.'’-]++){0,4}+" + _REGION
_MIXED = r"\p{Lu}[\p{L}.'’-]++(?:[ /]\p{Lu}[\p{L}.'’-]++){0,3}+" + _REGION
_AGENCY = r"\(\p{Lu}[^()\n]{1,60}\)|\(dpa[^()\n]{0,20}\)"
_DASH = r"\s*[–—―‒-]{2}\s*|\s*[–—―‒•]\s*|\s+-\s*|\s*-\s+"
_NEXT = r"(?=[\p{Lu}\p{Lt}\p{N}\"“”'‘’«„(\[$€£])"
# Strict forms hold near the top of any text; loose ones (no capitals, agency or date) only where the body begins.
_STRICT = regex.compile(
    rf"(?:(?:{_MIXED},?\s*)?(?:{_DAY}\s*,?\s*)?(?:{_AGENCY})(?:\.?(?:{_DASH})|\s*:\s*|\s+)"
    rf"|{_CAPITALS}(?:,?\s+{_DAY})?(?:{_DASH})"
    rf"|{_CAPITALS},?\s+{_DAY}(?:\s*:\s*|\s+))(?=\S){_NEXT}")
_LABEL = regex.compile(rf"{_CAPITALS}\s*:\s+{_NEXT}")
_LOOSE = regex.compile(rf"(?:{_MIXED}(?:,\s+{_DAY})?\s*:\s+|{_MIXED},\s+{_DAY}(?:{_DASH}|\s+)|{_MIXED}\s+[–—-]{{1,2}}\s+){_NEXT}")
_ALONE = regex.compile(rf"(?:{_CAPITALS}|{_MIXED},\s+{_DAY})(?:,?\s+{_DAY})?(?:\s*(?:{_AGENCY}))?\s*[-–—:.]?$")
_PAREN = regex.compile(r"\((\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,3})\)")
_INSIDE = regex.compile(rf"(?<=\s)\p{{Lu}}[\p{{Lu}}.'’-]++(?:[ /,]+\p{{Lu}}[\p{{Lu}}.'’-]++){{0,3}}+(?:,?\s+{_DAY})?\s+(?:{_AGENCY})(?:{_DASH}){_NEXT}")
_TAIL = regex.compile(
    r"(?<=[.!?\"”’)])\s*(?:\((?:(?:additional )?(?:reporting|writing|editing|compiled) by|with (?:inputs?|files|reporting) "
    r"(?:from|by))\b[^()]*\)[.]?|\([\p{Lu}d][\p{L}.]{1,20}(?:[/ -][\p{L}./-]{1,20}){0,3}\)[.]?|[-–—]{1,2}\s?[\p{Lu}d][\p{L}./ ]{1,30}|(?<=\s)[\p{Lu}d]\p{L}{1,20})$",
    regex.IGNORECASE)


def find_byline(text, counts):
    """Return the length of the byline that opens `text`, 0 if none; `counts` are the article's folded words.

    Where a headline or the first sentence is glued to it, the names end before the first word that
    comes back in the article: the words of a headline do, its writers' names do not.
    """
    opening = _OPENING.match(text)
    if not opening or len(text) > 20_000:
        return 0
    tokens = [(match.start(), match.group()) for match in regex.finditer(r"\S+", text[:400])]
    if len(text) <= 160 and not has_end(text) and _is_whole(tokens[1:]):
        return len(text)
    place, found = opening.end(), 0
    while True:
        stop = _match_name(text, place, counts)
        if not stop:
            return found
        found = stop
        more = regex.compile(r"\s*(?:,\s*and|,|and|&)\s+(?=\p{Lu})").match(text, stop)
        if not more:
            return found
        place = more.end()


def _is_whole(tokens):
    """Tell whether all tokens of a short line are names, dates or the little words between them."""
    words = [token.strip(".,;:()|") for _, token in tokens]
    return len(words) <= 16 and all(
        not word or word in _AROUND or word in _SMALL or word[0].isupper() or word[0].isdigit() or word[0] == "@"
        for word in words)


def _match_name(text, place, counts):
    """Return where the personal name that starts at `place` ends, 0 if there is none."""
    before, stop, names = 0, 0, 0
    while names < 4:
        word = regex.compile(r"\S+").match(text, place)
        if not word:
            break
        bare = word.group().rstrip(",;:|")
        if bare in _SMALL and names:
            place = regex.compile(r"\S+\s*").match(text, place).end()
            continue
        if not _NAME.fullmatch(bare) or (names > 1 and _comes_back(bare, counts)):
            break
        names, before, stop = names + 1, stop, word.start() + len(bare)
        if len(bare) < len(word.group()):
            break
        place = regex.compile(r"\s*").match(text, word.end()).end()
    if names > 2 and text[stop:].lstrip()[:1].islower() and regex.match(r"\s", text[stop:]):
        return before  # the last capital began the headline
    return stop if names > 1 else 0


def _comes_back(word, counts):
    folded = folded_words(word)
    return bool(folded) and counts[folded[0]] > 1


def is_names(text, counts):
    """Tell whether `text` is one or more personal names and no more, none of which the article speaks of."""
    words = text.replace(",", " , ").split()
    names = [word for word in words if word not in ("and", "&", ",") and word not in _SMALL]
    if not 2 <= len(names) <= 8 or any(is_menu(name) for name in names):
        return False
    return all(_NAME.fullmatch(name) and not name.isupper() | _comes_back(name, counts) for name in names)


def is_signature(text, counts):
    """Tell whether a line above or below the article signs it: names with a place or an office, or an agency."""
    if len(text.split()) > 12 or has_end(text):
        return False
    parts = regex.split(r"\s*[,|/]\s*|\s+(?:in|and|for)\s+", text)
    return is_names(parts[0], counts) or is_office(text) or all(agency_of(part) for part in parts)


def find_dateline(text, first, labels):
    """Return the length of the dateline that opens `text`, 0 if none.

    Loose forms count only in the `first` paragraph, a colon only where no other paragraph opens with a
    label and a colon, as transcripts do; `labels` is the number of those that do.
    """
    found = _STRICT.match(text)
    if not found and len(text.split()) >= threshold("lead_words") and not find_opener(text):
        found = (labels < 2 and _LABEL.match(text)) or (first and _LOOSE.match(text))
        found = found if found and (labels < 2 or ":" not in found.group()) else None
    if not found or found.end() == len(text):
        return 0
    place = regex.match(r"[^:,(–—―-]*", text).group().strip()
    return 0 if place and (is_section(place) or place.split()[0] in ("The", "A", "An")) else found.end()


def has_label(text):
    """Tell whether `text` opens with a few words and a colon."""
    return bool(regex.match(r"[\p{L} .'’-]{1,30}:\s", text))


def is_dateline(text):
    """Tell whether `text` is a dateline on a line of its own: a place in capitals, or a place and a day."""
    return len(text) <= 60 and bool(_ALONE.fullmatch(text))


def find_inner_dateline(text):
    """Return where a dateline with an agency stands inside the line `text`, after a headline; 0 if none."""
    found = _INSIDE.search(text[:300]) if not _STRICT.match(text) else None
    before = text[:found.start()].split() if found else []
    return found.start() if len(before) > 2 and before[-1].islower() and not has_end(text[:found.start()].rstrip()) else 0


def find_tail(text):
    """Return where a closing credit begins that is glued to the end of `text`, len(text) if none."""
    start = max(len(text) - 400, 0)
    found = _TAIL.search(text, start)
    if not found:
        return len(text)
    words = found.group().strip().strip("()-–—.").strip()
    long = regex.match(r"(?:additional )?(?:reporting|writing|editing|compiled) by|with ", words, regex.IGNORECASE)
    return found.start() if long or agency_of(words) else len(text)


def find_credits(texts, outlet):
    """Return the news agencies that `texts` (bylines, datelines, notices) credit, parted by "; "; None if none.

    An agency that stands in the name of the `outlet` itself is no credit.
    """
    own = f" {' '.join(folded_words(outlet))} "
    found = {}
    for text in texts:
        words = [text[start:end] for start, end in find_words(text)]
        for size in (4, 3, 2, 1):
            for place in range(len(words) - size + 1):
                name = agency_of(" ".join(words[place:place + size]))
                if name and f" {' '.join(folded_words(name))} " not in own:
                    found[name] = None
        named = _PAREN.search(text) if _STRICT.match(text + " A") else None
        if named and not found and f" {' '.join(folded_words(named[1]))} " not in own:
            found[named[1]] = None
    return "; ".join(found) or None
