"""Furniture by its words: phrases, share bars, date lines, link openers, photo credits, agencies.

Every function looks at one text and knows nothing of its place on the page.  The phrases are in
lists/furniture.csv, the agencies in lists/agencies.csv.
"""

from functools import lru_cache

import regex

from ...english.words import find_words, folded_words, read_list
from ...thresholds import threshold
from .signals import has_end, has_speech, is_prose

PHRASE, OPENER, READER = "a phrase of pages on its own", "link opener", "speaks to the reader of the page"
DATE_LINE, SHARE_BAR, PHOTO_CREDIT = "date line", "share bar", "photo credit"

_NUMBER = regex.compile(r"\p{N}[\p{N}.,:]*+(?:st|nd|rd|th|[kmh]|am|pm)?+$")
_KEY = str.maketrans({"'": "", ".": "", "-": " ", "/": " ", "&": " "})
_SEPARATOR = regex.compile(r"\s*+[:|–—\-»>›]")
_ADDRESS = regex.compile(r"(?:https?://|www\.|#|pic\.twitter\.|t\.co/).*|[^@]*@[^@]+|")
_COPYRIGHT = regex.compile(r"©|\(c\)\s", regex.IGNORECASE)
_INITIALS = regex.compile(r"\p{L}{2,4}(?:/\p{L}{2,4})++")
_CREDITING = regex.compile(r"^(?:with|by|from|via|source|credit)s?:?\s+(?:the\s+)?", regex.IGNORECASE)
_CONTRIBUTED = regex.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|staff)\b.*\bcontributed\.?$", regex.IGNORECASE)
# A quotation that is only the name of a button, an invitation to write to an address, and consent by a click.
_LABEL = regex.compile(r"[\"“„«]([^\"“”„«»]{2,30})[\"”“»]")
_WRITE_TO = regex.compile(
    r"(?:^|[.?!:|–—-]\s+)(?:please\s+)?(?:contact|e-?mail|write|send|follow|reach|got|get in touch|do you|have)\b"
    r".{0,200}?(?:\S@\S+\.\S|\s@\w)", regex.IGNORECASE)
_AGREEING = regex.compile(r"by \p{L}+ing\b.{0,200}?\byou\b.{0,40}?\b(?:agree|accept|consent|acknowledge|confirm)\b",
                          regex.IGNORECASE)
_FOLLOW = regex.compile(r"(?:follow|(?:like|find|join|watch) us) .{0,100}?\bon (?:\w+ and )?(\w+)", regex.IGNORECASE)
_PLATFORMS = {"facebook", "twitter", "x", "instagram", "whatsapp", "telegram", "tiktok", "youtube", "linkedin",
              "threads", "bluesky", "mastodon", "google"}
_PHOTO_LABEL = regex.compile(
    r"(?:file|photo|image|picture|pic|photograph|illustration|caption|(?:media|image|photo|video) caption"
    r"|file (?:photo|image|picture|pic)|representati(?:ve|onal) image)(?:\s*[:|,–—]\s*|\s+-\s+)(?![\"“”„'‘])",
    regex.IGNORECASE)
_PHOTO_END = regex.compile(r"(?:PHOTO|Photo|Photograph|Picture|Image|Pic|Credit|CREDIT)s?(?:: ?|\.\.\.)[^.!?:]{2,60}$")
_NAME_END = regex.compile(r"(?:/|\| ?|via |©️? ?)(?:\p{Lu}[\p{L}.-]*[ /]?){1,5}$")
_IN_BRACKETS = regex.compile(r"[(\[]([^()\[\]]{3,120})[)\]]\.?$")
_PHOTO_WORDS = {"photo", "photos", "image", "images", "picture", "pictures", "pic", "file", "getty", "epa"}
_CREDIT_WORDS = _PHOTO_WORDS | {"by", "via", "of", "from", "courtesy", "credit", "the", "and", "handout", "pool"}
# What is said to somebody by name is told, not printed around the text.
_TELLING = {"said", "says", "told", "ruled", "found", "asked", "added", "wrote", "argued", "according", "announced",
            "warned", "laughs", "reported"}
_OPENINGS = {"if", "want", "to", "for", "have", "do", "this"}


def key_of(text):
    """Return `text` as phrases are compared: folded words without marks, every number 0."""
    words = " ".join(folded_words(text)).translate(_KEY).split()
    return " ".join("0" if _NUMBER.match(word) else word for word in words)


@lru_cache
def _phrases(place):
    """Return {first word: [(phrase, kind)]} of the phrases with that `place`, longer ones first."""
    found = {}
    for phrase, where, kind in read_list("furniture").itertuples(index=False):
        if where == place:
            key = key_of(phrase)
            found.setdefault(key.split()[0], []).append((key, kind))
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


@lru_cache
def _words(place):
    """Return the set of phrases with that `place`."""
    return frozenset(key for entries in _phrases(place).values() for key, _ in entries)


@lru_cache
def _agencies():
    """Return {form as it is written: name of the agency}."""
    return {form: name for name, forms in read_list("agencies").itertuples(index=False) for form in forms.split("|")}


def agency_of(text):
    """Return the name of the news agency that `text` is, else None."""
    return _agencies().get(text)


def match_furniture(text):
    """Return (kind, reason) if its words alone make `text` furniture or a caption, else None."""
    words = len(text.split())
    if words > threshold("notice_words") or (is_prose(text) and len(text) > 10 * threshold("notice_words")):
        return None
    key = key_of(text)
    if not key:
        return "notice", "no word in it"
    short = words <= threshold("furniture_words")
    return (_match_whole(text, key, words)
            or (short and (_match_opener(text, key) or _match_short(text, key, words)))
            or (not has_speech(_LABEL.sub(_bare_label, text)) and _match_sentence(text, key))
            or _match_caption(text, words))


def _match_whole(text, key, words):
    """A sentence of one or two words ("More.") may be the article's; longer phrases are the page's, end mark or not."""
    unended = not has_end(text) or text.endswith(("…", ":", ".."))
    return next(((kind, PHRASE) for entry, kind in _phrases("whole").get(key.split()[0], ())
                 if key == entry and (unended or words > 2)), None)


def _match_opener(text, key):
    if not find_opener(text) or (has_end(text) and len(text.split()) > threshold("link_words")):
        return None
    return next((kind, OPENER) for entry, kind in _phrases("opener")[key.split()[0]]
                if (key + " ").startswith(entry + " "))


def _match_short(text, key, words):
    """Match what only a short line shows: bars, dates, addresses, agencies, openings without an end mark."""
    found = match_agency(text) if words <= 5 else None
    if found:
        return found
    if _CONTRIBUTED.search(text):
        return "notice", "who else reported"
    if _COPYRIGHT.match(text):
        return "notice", "copyright line"
    if has_end(text):
        return None
    tokens = key.split()
    apart = key_of(regex.sub(r"(?<=\p{Ll})(?=\p{Lu})", " ", text)).split()  # FacebookTwitterEmail
    if only_of(tokens, "date") and ("0" in tokens or "ago" in tokens):
        return "notice", DATE_LINE
    if only_of(tokens, "button") or only_of(apart, "button"):
        return "notice", SHARE_BAR
    if all(_ADDRESS.fullmatch(word.strip("|,;()")) for word in text.split()):
        return "link", "only addresses or tags"
    if has_speech(text):
        return None
    if words < threshold("link_words") and _ADDRESS.fullmatch(text.split()[-1]):
        return "link", "ends in an address, no end mark"
    opened = (kind for entry, kind in _phrases("start").get(tokens[0], ()) if key.startswith(entry + " "))
    return next(((kind, "opens like page furniture, no end mark") for kind in opened), None)


def match_agency(text):
    """Return (kind, reason) if `text` is agencies alone, with initials or not (jr/mp (AFP)), else None.

    Behind a person's name and a slash they credit a picture.
    """
    names = regex.split(r"\s*[/,;|()]\s*|\s+and\s+", _CREDITING.sub("", text.strip("()[]-–—*/. ")))
    names = [name for name in names if name]
    agencies = [name in _agencies() for name in names]
    if any(agencies) and all(agency or regex.fullmatch(r"\p{Ll}{1,4}", name)
                             for name, agency in zip(names, agencies, strict=True)):
        return "notice", "only an agency's name"
    if _INITIALS.fullmatch(text):
        return "notice", "initials of agency staff"
    return ("notice", PHOTO_CREDIT) if "/" in text and agencies and agencies[-1] else None


def _bare_label(found):
    """Return a quotation without its marks where its words are those of a button."""
    return found[1] if key_of(found[1]) in _words("whole") | _words("button") else found[0]


def _match_sentence(text, key):
    """Match notices that are sentences: they speak to the reader, and nobody is said to have said them."""
    tokens = key.split()
    if has_end(text) and not _TELLING.isdisjoint(tokens):
        return None
    if any((key + " ").startswith(entry + " ") and _names_after(text, entry)
           for entry, _ in _phrases("sentence").get(tokens[0], ())) or _addresses_reader(tokens):
        return "notice", READER
    follow = _FOLLOW.match(text)
    if _WRITE_TO.search(text) or _AGREEING.match(text) or (follow and follow[1].lower() in _PLATFORMS):
        return "notice", READER
    padded = f" {key} "
    if any(f" {entry} " in padded for entry in _words("anywhere")):
        return "notice", "words of a page notice"
    return None


def _names_after(text, entry):
    """Tell whether a name or year follows where the phrase `entry` asks for one ("Reporting by", "Copyright")."""
    count = len(entry.split())
    words = [text[start:end] for start, end in find_words(text[:200])[count:count + 1]]
    asks = entry.endswith((" by", " from", "copyright")) and not entry.startswith("if ")
    return not asks or not words or not words[0][0].islower()


def _addresses_reader(tokens):
    """Tell whether a sentence speaks to a reader, and of hardly anything but what pages offer: letters, accounts."""
    page, address = _words("page"), _words("address")
    if len(tokens) > 2 * threshold("link_words") or tokens[0] not in address | _OPENINGS or address.isdisjoint(tokens):
        return False
    longer = {token for token in tokens if token in page or (len(token) > 3 and token not in address)}
    return len(longer & page) > 1 and len(longer & page) >= threshold("page_share") * len(longer)


def _match_caption(text, words):
    """Match a photo's label or credit: with a scene of small words it is a caption, else the credit alone."""
    if words > threshold("caption_words"):
        return None
    end = text[-150:]
    if not (_PHOTO_LABEL.match(text) or _PHOTO_END.search(end) or _is_credited(end)):
        padded = f" {key_of(text)} "
        if is_prose(text) or not (_NAME_END.search(end) or any(f" {entry} " in padded for entry in _words("photo"))):
            return None
    small = sum(word[0].islower() for word in text.split() if word.isalpha())
    return ("caption", "photo label or credit") if small > 2 else ("notice", PHOTO_CREDIT)


def _is_credited(end):
    """Tell whether `end` closes with brackets that hold names and words for pictures and no more."""
    found = _IN_BRACKETS.search(end)
    words = regex.findall(r"[\p{L}.'’-]+", found[1]) if found else []
    named = not _PHOTO_WORDS.isdisjoint(word.lower() for word in words) or (found and "/" in found[1])
    return bool(named) and all(word[0].isupper() or word.lower() in _CREDIT_WORDS for word in words)


def find_opener(text):
    """Return the length of a link opener with its separator at the start of `text` ("Read more:"), else 0."""
    head = text[:60]
    key = key_of(head)
    for entry, _ in _phrases("opener").get(key.split()[0] if key else "", ()):
        if (key + " ").startswith(entry + " "):
            for _, end in find_words(head)[:len(entry.split())]:
                mark = _SEPARATOR.match(head, end)
                if mark and key_of(head[:end]) == entry:
                    return mark.end()
    return 0


def opens_list(text):
    """Tell whether `text` is a link opener and no more ("Related stories", "Read more:")."""
    key = key_of(text)
    return bool(key) and any((key, "link") in _phrases(place).get(key.split()[0], ()) for place in ("whole", "opener"))


def only_of(tokens, place):
    """Tell whether all `tokens` are words of that `place`, fillers or numbers, and at least one is a word of it."""
    allowed = _words(place) | _words("filler") | {"0"}
    return not _words(place).isdisjoint(tokens) and allowed.issuperset(tokens)


def is_section(text):
    """Tell whether `text` is a line of a site's menu: names of sections, or a path like Home / World / Coasts."""
    key = key_of(text)
    if not key:
        return False
    if key in _words("section") or only_of(key.split(), "section"):
        return True
    steps = regex.split(r"\s*[/>»›|·•]\s*", text[:200])
    if len(steps) < 3 or not is_section(steps[0]):
        return False
    return all(len(step.split()) < 4 for step in steps) or all(is_section(step) for step in steps[1:-1])


def is_menu(word):
    """Tell whether one `word` is of the kind that menus and buttons show."""
    return any(key_of(word) in _words(place) for place in ("section", "button", "date", "filler", "whole"))


def is_office(text):
    """Tell whether `text` signs articles: capitals with a desk or service at the end, or a few words with a job."""
    words = text.split()
    last, capitals = key_of(words[-1]), [word[0].isupper() for word in words]
    job = last in _words("job")
    return (len(words) < 6 and all(capitals) and (job or last in _words("office"))) or (
        len(words) < 5 and capitals[0] and job)


def is_dated(text):
    """Tell whether most of the words of `text` are those of a date or clock."""
    tokens = key_of(text).split()
    dated = sum(token == "0" or token in _words("date") for token in tokens)
    return "0" in tokens and dated > 2 and 2 * dated >= len(tokens)
