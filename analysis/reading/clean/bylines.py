"""Finds who wrote: bylines, signatures and closing credits, also where a page glued them to the text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

import regex

from ...english.lexicon import folded_given_sexes
from ...english.names import name_particles
from ...english.words import find_words, fold, folded_words
from ...rules import Rule, RuleList
from ..published import strip_days
from .datelines import opens_strictly
from .furniture import match_agency
from .phrases import agency_of, is_menu, is_office, strip_genre
from .signals import has_end

_OPENING = regex.compile(r"(?:(?:(?:story|words|text|written|reported|report|posted)\s+)?by:?|(?:authors?"
                         r"|writers?):)\s+(?=\S)",
                         regex.IGNORECASE)
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}.'’-]*")
_SPLIT_NAMES = regex.compile(r"\s*(?:,\s*and|,|and|&)\s+(?=\p{Lu})")
_AROUND = {"and", "in", "for", "of", "the", "our", "with", "at", "from", "on", "to", "a", "am", "pm",
           "&", "|", "-", "–", "—", "·", "•", "/"}
_DESKS = frozenset(["staff", "reporter", "reporters", "writer", "writers", "correspondent", "correspondents", "wire",
                    "wires", "agency", "agencies", "reports", "services", "bureau", "desk"])  # By Echo staff and wires
_WIRE = regex.compile(  # Meridian Wire, the Norhaven Press Service
    r"(?!(?:By|From|The|And)\s)(?:\p{Lu}[\p{L}\p{N}&’'-]*\s){1,4}?"
    r"(?:Newswire|(?:News\s)?(?:Wire(?:\sService)?|Agency|Service)|Press\s(?:Agency|Association|Service))\b")
_UNNAMED = regex.compile(
    r"\b(?:(?:from|and|with)\s|^)((?:wire|agency|news)\s(?:reports|services|copy)|agencies|wires)\b", regex.IGNORECASE)

_SURNAME = regex.compile(r"\s(?!(?:Staff|News|Agency|Wire|Reporters?)\b)\p{Lu}\p{Ll}")
_BRACKETED = regex.compile(r"[(/](\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,3})[)/]")
_WORK = r"(?:(?:additional )?(?:reporting|writing|editing|compiled) by|with (?:inputs?|files|reporting) (?:from|by))\b"
_TAIL = regex.compile(
    rf"(?<=[.!?\"”’)])\s*(?:\({_WORK}[^()]*\)\.?|\(\p{{L}}[\p{{L}}./ -]{{1,40}}\)\.?"
    r"|[-–—]{1,2}\s?\p{L}[\p{L}./ ]{1,30}|(?<=\s)\p{L}{2,20})$", regex.IGNORECASE)


def find_byline(text: str, counts: Mapping[str, int]) -> int:
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
        not word or word in _AROUND | _DESKS | name_particles() or word[0].isupper() or word[0].isdigit() or "@" in word
        for word in words)


def _match_name(text, place, counts):
    """Return where the personal name that starts at `place` ends, 0 if there is none."""
    before, stop, names = 0, 0, 0
    for match in regex.finditer(r"\S+", text[:place + 200], pos=place):
        word = match.group().rstrip(",;:|")
        if word in name_particles() and names:
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


def read_names(text: str) -> str:
    """Return who signs a line without its days, addresses, label (By, Author) and genre (OPINION |); maybe nothing."""
    rest = strip_days(strip_genre(_MAIL.sub(" ", text)).strip(" |")) if len(text) < 200 else text
    return _SIGNED.sub("", rest).strip(" |,;:·•–—-")


def is_names(text: str, told: Set[str]) -> bool:
    """Tell whether `text` is one or more personal names and no more, none of which is in `told`, the body's words."""
    groups = [group.split() for group in regex.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", text)]
    names = [word for group in groups for word in group if word not in name_particles()]
    if not 2 <= len(names) <= 8 or any(is_menu(name) for name in names) or any(
            not 2 <= len([word for word in group if word not in name_particles()]) <= 4 for group in groups):
        return False
    return told.isdisjoint(folded_words(text)) and all(_NAME.fullmatch(name) and not name.isupper() for name in names)


def _split_signature(text):
    """Return the parts of what signs a line (Ann Bellamy, Ellby), none where it is too long to sign."""
    names = read_names(text)
    return regex.split(r"\s*[,|/]\s*|\s+(?:in|and|for)\s+", names) if names and len(names.split()) <= 12 else []


def _is_desk(text, parts, told):
    return parts and is_office(parts[0] or "-") and told.isdisjoint(
        word for word in folded_words(parts[0]) if len(word) > 3)


def _decide_signature(text, told=frozenset()):
    """Return the name of the rule by which a line signs an article, None if by none."""
    if len(text.split()) > 16 or has_end(text):
        return None
    return SIGNATURES.decide(text, _split_signature(text), told)[0]


SIGNATURES = RuleList("Who signs an article on a line of its own?", (
    Rule("byline", lambda text, parts, told: find_byline(text, Counter()) == len(text),
         "By and names alone, with the little words, days and addresses between them.",
         yes=("By Ann Bellamy", "By Ann Bellamy and Bo Hale", "By Ann Bellamy in Ellby"),
         no=("By the river", "By Monday Mill Street was empty.")),
    Rule("office", _is_desk, "A desk or a job signs; the text does not speak of it.",
         yes=("Staff Reporter", "Ellby News Desk"), no=("Desk sold", "Bath shut")),
    Rule("names", lambda text, parts, told: parts and is_names(parts[0], told),
         "One or more personal names and no more, none of which the text speaks of.",
         yes=("Ann Bellamy, Ellby", "Ann Bellamy and Bo Hale | Norhaven"), no=("ANN BELLAMY RESIGNS", "Bath")),
    Rule("agency", lambda text, parts, told: parts and all(agency_of(part) for part in parts),
         "A news agency signs alone.", yes=("Reuters", "AFP/Reuters"), no=("Reuters building sold",)),
), _decide_signature)


def is_signature(text: str, told: Set[str]) -> bool:
    """Tell whether a line above or below the article signs it: names with a place or an office, or an agency.

    `told` is the set of the body's folded words: it does not speak of its writers.
    """
    return _decide_signature(text, told) is not None


def find_tail(text: str) -> int:
    """Return where a closing credit begins that is glued to the end of `text`, len(text) if none."""
    found = _TAIL.search(text, max(len(text) - 400, 0))
    if not found:
        return len(text)
    words = found.group().strip().strip("()-–—.").strip()
    work = regex.match(_WORK, words, regex.IGNORECASE)
    return found.start() if work or match_agency(words) else len(text)


def find_credits(texts: Iterable[str], outlet: str, outlets: Sequence[str] = ()) -> str | None:
    """Return the news agencies that `texts` (bylines, datelines, notices) credit, parted by "; "; None for none.

    An agency is one of lists/agencies.csv, what calls itself a wire or a press service, one of the `outlets` that are
    in the folder, or letters in a dateline; "wire reports" where it has no name.  What stands in the name of the
    `outlet` itself, or is its initials, is no credit.
    """
    own = f" {' '.join(folded_words(outlet))} "
    found = {}
    for text in texts:
        spans = [span for span in find_words(text) if not _is_signature(text[slice(*span)], outlet)]
        words = [text[start:end] for start, end in spans]
        named = [agency_of(" ".join(words[place:place + size])) for size in (4, 3, 2, 1)
                 for place in range(len(words) - size + 1) if size > 1 or not _is_first_name(text, *spans[place])]
        if not any(named):
            named = _find_wires(text, outlets)
        bracketed = _BRACKETED.search(text) if opens_strictly(text + " A") else None
        if bracketed and not any(named):
            named = [_find_initials(bracketed[1], (outlet, *outlets)) or bracketed[1]]
        found |= {name: None for name in named if name and f" {' '.join(folded_words(name))} " not in own}
    return "; ".join(found) or None


def _is_first_name(text, start, end):
    """Tell whether a word is a given name with its surname behind it: Petra Holm, whatever agency is called Petra."""
    return fold(text[start:end]) in folded_given_sexes() and bool(_SURNAME.match(text, end))


def _find_initials(letters, outlets):
    """Return the outlet whose initials the letters of a dateline are, None for none."""
    letters = letters.replace(".", "").casefold()
    return next((outlet for outlet in outlets if len(letters) > 1 and letters == "".join(
        word[0] for word in folded_words(outlet))), None)


def _is_signature(word, outlet):
    """Tell whether a word is the initials of the outlet itself: (KNA) in the Kelby News Agency is no other agency's.

    Two letters tell less: (AP) in the Ashby Press is the agency of that name.
    """
    return len(word) > 2 and word.isupper() and _find_initials(word, (outlet,)) is not None


def _find_wires(text, outlets):
    """Return the agencies that a short line names and no list knows."""
    if len(text) > 160 or has_end(text):
        return []
    told = f" {' '.join(folded_words(text))} "
    near = [outlet for outlet in outlets if f" {' '.join(folded_words(outlet))} " in told]
    return near or [match.group() for match in _WIRE.finditer(text)] or [
        match[1].lower() for match in _UNNAMED.finditer(text)]
