"""What a single line of a page looks like: the signals by which `cleaning` tells text from furniture.

Every function here looks at one text and knows nothing of its place on the page.  The phrases are
in lists/furniture.csv, the agencies in lists/agencies.csv.
"""

from functools import lru_cache

import regex

from .layout import has_end
from .thresholds import threshold
from .words import find_words, folded_words, read_list

PHRASE, OPENER = "a phrase of pages on its own", "link opener"
DATE_LINE, PHOTO_CREDIT = "date line", "photo credit"

_NUMBER = regex.compile(r"\p{N}[\p{N}.,:]*+(?:st|nd|rd|th|[kmh]|am|pm)?+$")
_KEY = str.maketrans({"'": "", ".": "", "-": " ", "/": " ", "&": " "})
_JOIN = regex.compile(r"(?<=[\p{Ll}\p{N}?!”’])(?=\p{Lu}\p{Ll})")
_SPEECH = regex.compile(r'["“”„«»]')
_ADDRESS = regex.compile(r"(?:https?://|www\.|#|pic\.twitter\.|t\.co/).*|[^@]*@[^@]+|")
_BULLET = regex.compile(r"[-–—*•·▪◦●■‣⁃✓»]\s|\(?\p{N}{1,2}[.)]\s|\(?\p{Ll}\)\s")
_INSIDE = regex.compile(r'["“”„]([^"“”„]++)["”“]')
_WITHIN = regex.compile(r"(?<!\p{L})[\"“”„'‘’]([^\"“”„]{8,300})[\"”“'’](?!\p{L})")
_LABEL = regex.compile(
    r"(?:file|photo|image|picture|pic|photograph|illustration|caption|(?:media|image|photo|video) caption|"
    r"file (?:photo|image|picture|pic)|representati(?:ve|onal) image)(?:\s*[:|,–—]\s*|\s+-\s+)(?![\"“”„'‘])", regex.IGNORECASE)
_CREDIT = regex.compile(r"\b(?:PHOTO|Photo|Photograph|Picture|Image|Pic|Credit|CREDIT)s?: ?[^.!?:]{2,60}$")
_IN_BRACKETS = regex.compile(r"\(([^()]{3,120})\)\.?$")
_PHOTO_WORDS = {"photo", "photos", "image", "images", "picture", "pictures", "pic", "file", "getty", "epa", "screengrab"}
_CREDIT_WORDS = _PHOTO_WORDS | {"by", "via", "of", "from", "courtesy", "credit", "the", "and", "handout", "pool"}
_LOOSE_CREDIT = regex.compile(r"(?:/|\| ?|via |©️? ?)(?:\p{Lu}[\p{L}.-]*[ /]?){1,5}$")
_SEPARATOR = regex.compile(r"\s*+[:|–—\-»>›]")


def key_of(text):
    """Return `text` as phrases are compared: folded words without marks, every number 0."""
    words = " ".join(folded_words(text)).translate(_KEY).split()
    return " ".join("0" if _NUMBER.match(word) else word for word in words)


@lru_cache
def _phrases():
    """Return {place: {first word: [(phrase, kind)]}}, longest phrases first; for one-word places {place: {word}}."""
    found = {}
    for phrase, place, kind in read_list("furniture").itertuples(index=False):
        key = key_of(phrase)
        found.setdefault(place, {}).setdefault(key.split()[0], []).append((key, kind))
    for table in found.values():
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return found


@lru_cache
def _agencies():
    """Return {form as it is written: name of the agency}."""
    return {form: name for name, forms in read_list("agencies").itertuples(index=False) for form in forms.split("|")}


def is_prose(text):
    """Tell whether `text` reads as running text: it ends as a sentence does, or is too long for a line of furniture."""
    return has_end(text) or len(text.split()) > threshold("furniture_words") or len(text) > 10 * threshold("furniture_words")


def match_phrase(text):
    """Return (kind, reason) if the words of `text` alone make it furniture or a photo credit, else None."""
    words = len(text.split())
    if words > threshold("notice_words") or (is_prose(text) and len(text) > 10 * threshold("notice_words")):
        return None
    key = key_of(text)
    if not key:
        return "notice", "no word in it"
    ended, speech = has_end(text), bool(_SPEECH.search(text))
    first = key.split()[0]
    for entry, kind in _phrases()["whole"].get(first, ()):
        if key == entry and (not ended or text[-1] in "…:" or words > 2):
            return kind, PHRASE
    found = _match_opener(text, key, ended, words) or _match_words(key, text, ended)
    if found:
        return found
    if all(_ADDRESS.fullmatch(word.strip("|,;()")) for word in text.split()):
        return "link", "only addresses or tags"
    if words <= 4 and (agency_of(text.strip("()[]-–—*/. ")) or regex.fullmatch(r"\p{L}{2,4}(?:/\p{L}{2,4})++", text)):
        return "notice", "only an agency's name"
    if regex.match(r"©|\(c\)\s", text, regex.IGNORECASE):
        return "notice", "copyright line"
    if speech:
        return None
    if not ended and words <= threshold("furniture_words"):
        for entry, kind in _phrases()["start"].get(first, ()):
            if key.startswith(entry + " "):
                return kind, "opens like page furniture, no end mark"
    for entry, kind in _phrases()["sentence"].get(first, ()):
        if (key + " ").startswith(entry + " "):
            return kind, "speaks to the reader of the page"
    padded = f" {key} "
    for entries in _phrases()["anywhere"].values():
        for entry, kind in entries:
            if f" {entry} " in padded:
                return kind, "words of a page notice"
    return None


def _match_opener(text, key, ended, words):
    place = find_opener(text)
    if place and words <= threshold("furniture_words") and not (ended and words > threshold("link_words")):
        first = key.split()[0]
        return next(((kind, OPENER) for entry, kind in _phrases()["opener"].get(first, ())
                     if (key + " ").startswith(entry + " ")), None)
    return None


def opens_list(text):
    """Tell whether `text` is a link opener and no more ("Related stories", "Read more:")."""
    key = key_of(text)
    return any((key, "link") in _phrases()[place].get(key.split()[0], ()) for place in ("whole", "opener"))


def find_opener(text):
    """Return the length of a link opener with its separator at the start of `text` ("Read more:"), else 0."""
    head = text[:60]
    key = key_of(head)
    for entry, _ in _phrases()["opener"].get(key.split()[0] if key else "", ()):
        if (key + " ").startswith(entry + " "):
            count = len(entry.split())
            for _, end in find_words(head)[:count]:
                mark = _SEPARATOR.match(head, end)
                if mark and key_of(head[:end]) == entry:
                    return mark.end()
    return 0


def _match_words(key, text, ended):
    """Tell share bars and date lines: lines of nothing but buttons' names, or of a date's and a clock's words."""
    if ended:
        return None
    words = key.split()
    if len(words) > threshold("furniture_words"):
        return None
    apart = key_of(regex.sub(r"(?<=\p{Ll})(?=\p{Lu})", " ", text)).split()
    if only_of(words, "date") and ("0" in words or "ago" in words):
        return "notice", DATE_LINE
    if only_of(words, "button") or only_of(apart, "button"):
        return "notice", "share bar"
    return None


def only_of(tokens, place):
    """Tell whether all `tokens` are words of that place, fillers or numbers, and at least one is a word of it."""
    table, fillers = _phrases()[place], _phrases()["filler"]
    own = sum((token, "notice") in table.get(token, ()) for token in tokens)
    rest = sum(token == "0" or token in fillers for token in tokens if (token, "notice") not in table.get(token, ()))
    return own > 0 and own + rest == len(tokens)


def is_section(text):
    """Tell whether `text` is a line of a site's menu: nothing but names of sections."""
    key = key_of(text)
    if not key:
        return False
    if (key, "notice") in _phrases()["section"].get(key.split()[0], ()) or only_of(key.split(), "section"):
        return True
    steps = regex.split(r"\s*[/>»›|·•]\s*", text[:200])  # Home / World / Coasts
    return len(steps) > 2 and all(len(step.split()) < 4 for step in steps) and is_section(steps[0])


def is_menu(word):
    """Tell whether one `word` is of the kind that menus and buttons show."""
    key = key_of(word)
    return any((key, "notice") in _phrases()[place].get(key, ()) for place in ("section", "button", "date", "filler", "whole"))


def is_office(text):
    """Tell whether `text` is the name of an office that signs articles: capitals, and a desk or service at the end."""
    words = text.split()
    last = key_of(words[-1])
    return len(words) < 6 and all(word[0].isupper() for word in words) and last in _phrases()["office"]


def is_dated(text):
    """Tell whether most of the words of `text` are those of a date or clock."""
    tokens = key_of(text).split()
    dated = sum(token == "0" or (token, "notice") in _phrases()["date"].get(token, ()) for token in tokens)
    return "0" in tokens and dated > 2 and 2 * dated >= len(tokens)


def agency_of(text):
    """Return the name of the news agency that `text` is, or that it names in front of a slash or comma, else None."""
    for part in [text, *regex.split(r"\s*[/,;|]\s*|\s+and\s+", text)]:
        if part in _agencies():
            return _agencies()[part]
    return None


def caption_signal(text):
    """Return (kind, reason) if `text` is a caption or a photo's credit, else None."""
    if len(text.split()) > threshold("caption_words"):
        return None
    if not _LABEL.match(text) and not _CREDIT.search(text, max(len(text) - 150, 0)) and not _is_credited(text):
        if is_prose(text):
            return None
        padded = f" {key_of(text)} "
        named = any(f" {entry} " in padded for entries in _phrases()["photo"].values() for entry, _ in entries)
        if not named and not _LOOSE_CREDIT.search(text):
            return None
    small = sum(word[0].islower() for word in text.split() if word.isalpha())
    return ("caption", "photo label or credit") if small > 2 else ("notice", PHOTO_CREDIT)


def _is_credited(text):
    """Tell whether `text` ends in brackets that hold names and words for pictures and no more."""
    found = _IN_BRACKETS.search(text, max(len(text) - 150, 0))
    words = regex.findall(r"[\p{L}.'’-]+", found[1]) if found else []
    named = {word.lower() for word in words} & _PHOTO_WORDS or (found and "/" in found[1])
    return bool(named) and all(word[0].isupper() or word.lower() in _CREDIT_WORDS for word in words)


def is_listed(text):
    """Tell whether `text` opens with a bullet or a number of a list."""
    return bool(_BULLET.match(text))


def is_title(text):
    """Tell whether `text` is in headline case: most of its longer words start with a capital."""
    words = [word for word in regex.findall(r"\p{L}[\p{L}'’-]*", text)[1:] if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= threshold("title_case") * len(words)


def is_sentence(text):
    """Tell whether `text`, which lacks an end mark, still reads as a sentence: a verb that headlines leave out."""
    words = text.casefold().split()
    verbs = {"said", "says", "was", "were", "is", "are", "has", "have", "had", "would", "told", "added", "will", "did"}
    return len(words) > 5 and not is_title(text) and not verbs.isdisjoint(words)


def find_join(text, start, counts):
    """Return the place from `start` where two words are glued and a sentence goes on ("VoteThe mayor"), or 0.

    A capital inside a word is no glue if the word comes back in the article, whose folded words are
    `counts`, or if its first part is one of the short ones that names begin with (McAllister).
    """
    for match in _JOIN.finditer(text, start):
        place = match.start()
        left = regex.search(r"[\p{L}\p{M}]*$", text[max(place - 40, 0):place]).group()
        right = regex.match(r"\p{Lu}[\p{Ll}\p{M}'’]*", text[place:place + 40]).group()
        if 0 < len(left) < 4 and left in ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "i", "e"):
            continue
        if left and (counts[folded_words(left + right)[0]] > 1 or is_menu(left + right)):
            continue
        after = text[place:place + 200].split()[1:9]
        if len(after) > 2 and 2 * sum(word[0].islower() for word in after) >= len(after):
            return place
    return 0


def has_speech(text):
    """Tell whether a double quotation mark stands in `text`."""
    return bool(_SPEECH.search(text))


def quoted_runs(text):
    """Return the runs of `repeat_quote` folded words inside the double marks of `text`, a list of tuples."""
    return [run for part in _INSIDE.findall(text) for run in _runs(folded_words(part))]


def is_spoken(text):
    """Tell whether all of `text` stands between double marks."""
    return bool(regex.fullmatch(r'["“”„«].*["“”»]', text))


def is_question(text):
    """Tell whether `text` is a short question such as heads the parts of an explainer."""
    opening = regex.match(r"(?:what|who|why|how|when|where|which|is|are|was|were|will|would|can|could|do|does|did|has|have"
                          r"|should|so|and|but)\b", text, regex.IGNORECASE)
    return bool(opening) and text.endswith("?") and 2 < len(text.split()) <= threshold("heading_words")


def repeats_quote(text, quoted):
    """Tell whether a run of words inside the marks of `text`, single or double, is one of `quoted`."""
    return any(run in quoted for part in _WITHIN.findall(text) for run in _runs(folded_words(part)))


def _runs(words):
    size = int(threshold("repeat_quote"))
    return [tuple(words[place:place + size]) for place in range(len(words) - size + 1)]
