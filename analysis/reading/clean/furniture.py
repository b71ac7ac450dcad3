"""Furniture by its words: phrases, share bars, date lines, link openers, photo credits, agencies.

Every rule looks at one text and knows nothing of its place on the page; the lists are in `phrases`.
"""

import regex

from ...english.verbs import REPORTING
from ...english.words import find_words
from ...rules import Rule, RuleList
from ..published import CLOCK_LINE, is_day_line
from .captions import CAPTION, PHOTO_ONLY, find_picture_credit, match_caption
from .notices import NOTICES
from .phrases import agencies, find_opener, is_address, key_of, only_of, phrase_words, phrases_at
from .signals import LINE_WORDS, NOTICE_WORDS, has_end, has_speech, is_prose

PHRASE, OPENER, READER = "a phrase of pages on its own", "link opener", "speaks to the reader of the page"
DATE_LINE, SHARE_BAR, PHOTO_CREDIT = "date line", "share bar", "photo credit"


_COPYRIGHT = regex.compile(r"©|\([cC]\)\s+[\p{N}\p{Lu}]")
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
# Words by which a sentence speaks of its page, its outlet or its reader.
_SPEAKS = {"this", "our", "we", "us", "your", "you", "my", "i", "site", "website", "page", "browser", "reserved",
           "copyright", "article", "story", "newsletter", "inbox", "subscribers", "feed", "contributed", "reproduced",
           "republished", "distributed", "broadcast", "author", "authors", "publisher", "originally", "email", "links",
           "app", "unsubscribe", "disqus", "window", "twitter", "podcasts", "podcast", "responsible", "external",
           "adblocker", "blocker", "comments", "principles", "commons"}
_UPDATE = regex.compile(r"updated?\b", regex.IGNORECASE)
_PRINTED = regex.compile(
    r"(?:https?://|www\.)\S+\s+\d+/\d+$|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: ?[AP]M)?(?:\s.{0,200})?$"
    r"|page \d+ (?:of|/) \d+$|\d+/\d+\s+(?:https?://)\S+$", regex.IGNORECASE)
_OPENINGS = {"if", "want", "to", "for", "have", "do", "this"}


class Look:
    """One text as the rules look at it: its words, its key, whether it ends as a sentence does."""

    def __init__(self, text):
        self.text, self.words = text, len(text.split())
        self.key = key_of(text)
        self.tokens = self.key.split()
        self.short = self.words <= LINE_WORDS.value
        self.ended = has_end(text)
        self.open = self.short and not self.ended

    @property
    def quiet(self) -> bool:
        """Whether nobody speaks in it, the names of buttons in quotation marks left out."""
        return not has_speech(_LABEL.sub(_bare_label, self.text))


def match_furniture(text: str) -> tuple[str, str | None] | None:
    """Return (kind, reason) if its words alone make `text` furniture or a caption, else None."""
    words = len(text.split())
    if words > NOTICE_WORDS.value or (is_prose(text) and len(text) > 10 * NOTICE_WORDS.value):
        return None
    name, kind = FURNITURE.decide(Look(text))
    return (kind, name) if kind else None


def _match_whole(line):
    """A sentence of one or two words ("More.") may be the article's; longer phrases are the page's, end mark or not."""
    unended = not line.ended or line.text.endswith(("…", ":", ".."))
    return next((kind for entry, kind in phrases_at("whole").get(line.tokens[0], ())
                 if line.key == entry and (unended or line.words > 2)), None)


def _match_opener(line):
    if not line.short or not find_opener(line.text) or (line.ended and (
            line.words > LINE_WORDS.value or _UPDATE.match(line.text))):
        return None
    return next((kind for entry, kind in phrases_at("opener")[line.tokens[0]]
                 if (line.key + " ").startswith(entry + " ")), None)


def _is_date_line(line):
    if not line.short or line.ended:
        return None
    dated = only_of(line.tokens, "date") and ("0" in line.tokens or "ago" in line.tokens)
    return (dated or is_day_line(line.text) or CLOCK_LINE.match(line.text)) and "notice"


def _is_share_bar(line):
    apart = key_of(regex.sub(r"(?<=\p{Ll})(?=\p{Lu})", " ", line.text)).split()  # FacebookTwitterEmail
    return line.open and (only_of(line.tokens, "button") or only_of(apart, "button")) and "notice"


def _ends_in_address(line):
    """A title with its address is a link; running words before the address are what somebody posted."""
    words = line.text.split()
    if not line.open or line.words >= LINE_WORDS.value or has_speech(line.text) or not is_address(words[-1]):
        return None
    told = [word for word in words if not is_address(word)]
    return None if len(told) > 4 and sum(word[0].islower() for word in told[1:]) > len(told) / 2 else "link"


def _opens_like_furniture(line):
    if not line.open or has_speech(line.text):
        return None
    return next((kind for entry, kind in phrases_at("start").get(line.tokens[0], ())
                 if line.key.startswith(entry + " ")), None)


def _of_agency(kind):
    def test(line: Look) -> str | None:
        found = match_agency(line.text) if line.short and line.words <= 5 else None
        return found and found[1] == kind and found[0]
    return test


def _speaks_to_reader(line):
    """Match notices that are sentences: they speak to the reader, and nobody is said to have said them."""
    if not line.quiet or (line.ended and not REPORTING.isdisjoint(line.tokens)):
        return None
    if any((line.key + " ").startswith(entry + " ") and _names_after(line.text, entry)
           for entry, _ in phrases_at("sentence").get(line.tokens[0], ())) or _addresses_reader(line.tokens):
        return "notice"
    follow = _FOLLOW.match(line.text)
    told = _WRITE_TO.search(line.text) or _AGREEING.match(line.text) or (follow and follow[1].lower() in _PLATFORMS)
    return "notice" if told else None


def _has_notice_words(line):
    """Match a phrase of notices in a sentence that speaks of the page, its outlet or its reader."""
    if not line.quiet or (line.ended and not REPORTING.isdisjoint(line.tokens)):
        return None
    padded = f" {line.key} "
    found = [entry for entry in phrase_words("anywhere") if f" {entry} " in padded]
    return "notice" if found and (any(not _SPEAKS.isdisjoint(entry.split()) for entry in found)
                                  or not _SPEAKS.isdisjoint(line.tokens) or line.words < 5) else None


def _from_notices(rule):
    return lambda line: "notice" if rule.test(line.text) else None


def _decide(text):
    found = match_furniture(text)
    return found and found[1]


FURNITURE = RuleList("Is a line furniture of its page, by its words alone?", (
    Rule("no word in it", lambda line: not line.tokens and "notice", "Bars and stars part, they tell nothing.",
         yes=("* * *", "———"), no=("I",)),
    Rule(PHRASE, _match_whole, "Buttons and labels of pages come back everywhere (list furniture, place whole).",
         yes=("Link copied", "Page 1 of 3"), no=("Link copied by the mayor.",)),
    Rule(OPENER, _match_opener, "What a link opener names is another story.",
         yes=("Read more: Ellby bath shuts",), no=("UPDATE - May 3, 6 p.m.: The keeper has now left the bath.",)),
    Rule("head or foot of a printed page", lambda line: line.words < 30 and _PRINTED.match(line.text) and "notice",
         "A printer writes address, day and page number around each sheet.",
         yes=("https://echo.example/bath 1/2", "3/4/25, 11:20 AM Bath shuts in Ellby - Ellby Echo"),
         no=("3/4 of the swimmers came.", "Page 2 of the plan names a price.")),
    Rule("only an agency's name", _of_agency("only an agency's name"), "An agency alone on a line is a credit.",
         yes=("(AP)", "jr/mp (AFP)"), no=("AP photographers went home",)),
    Rule("initials of agency staff", _of_agency("initials of agency staff"), "Agencies close with initials.",
         yes=("abc/def",), no=("harbour/customs office",)),
    Rule("who else reported", lambda line: line.short and _CONTRIBUTED.search(line.text) and "notice",
         "The last line names who helped.", yes=("Staff writer Ann Bellamy contributed.",),
         no=("Ann Bellamy contributed.",)),
    Rule("copyright line", lambda line: line.short and _COPYRIGHT.match(line.text) and "notice",
         "Rights are the outlet's.",
         yes=("© 2024 Ellby Echo", "(c) 2024 Ellby Echo"), no=("(c) the bath", "(c) mend the roof of the bath")),
    Rule(DATE_LINE, _is_date_line, "A day or a clock alone tells when the page was made.",
         yes=("3 May 2024", "Sat 01/Mar/2025 - 10:15", "2025-03-14T10:00Z", "14:05", "21.15 GMT", "2 hours ago"),
         no=("Letter from 1 May 1945 found", "Back to 11 September 2001")),
    Rule(SHARE_BAR, _is_share_bar, "Buttons of networks stand in a row.", yes=("Share on Facebook",),
         no=("Share the bath",)),
    Rule("only addresses or tags",
         lambda line: line.open and all(is_address(word.strip("|,;()")) for word in line.text.split()) and "link",
         "An address alone is no text.",
         yes=("https://t.co/Qw77er", "#bath #ellby"),
         no=("Bath https://t.co/Qw77er",)),
    Rule("ends in an address, no end mark", _ends_in_address, "A title and its address is a link.",
         yes=("Bath Shuts In Ellby https://t.co/Qw77er",),
         no=("I can see the bath from my window, and it is empty https://t.co/Qw77er",)),
    Rule("opens like page furniture, no end mark", _opens_like_furniture,
         "Titles of boxes open alike (list furniture, place start).",
         yes=("Special to The Ellby Echo",), no=("Special to The Ellby Echo is its keeper.",)),
    Rule(READER, _speaks_to_reader, "Notices speak to the reader, and nobody is said to have said them.",
         yes=("Sign up for our daily newsletter.",), no=("Sign up, she told them, and they did.",)),
    *(Rule(rule.name, _from_notices(rule), rule.why, rule.yes, rule.no) for rule in NOTICES),
    Rule("words of a page notice", _has_notice_words,
         "A phrase of notices counts where the sentence speaks of the page, its outlet or its reader.",
         yes=("The Ellby Echo is not responsible for the content of external sites.",),
         no=("Ann Bellamy, who lives there, does not support the longer line.",
             "The beetle first appeared in an orchard near Ellby.", "Nobody may cut oaks without prior permission.")),
    Rule("who took the picture", lambda line: find_picture_credit(line.text),
         "A name for an outlet, alone on its line,"
         " credits a picture; behind a scene it makes it a caption.",
         yes=("Bo Hale for The Ellby Echo", "Swimmers wait at the gate. Ann Bellamy, The Ellby Echo",
              "Swimmers wait at the gate. Photo courtesy of Bo Hale.",
              "Swimmers wait at the gate. — Bo Hale / Ellby Echo"),
         no=("Swimmers wait at the gate. Nobody comes.", "He works for The Ellby Echo.",
             "She thanked Bo Hale, The Ellby Echo’s editor.")),
    Rule("photo label or credit", lambda line: match_caption(line.text, line.words) == CAPTION and "caption",
         "A label or credit with a scene of small words is a caption.",
         yes=("File photo: the swimmers of Ellby wait for the keeper",),
         no=("Picture, if you can, the swimmers of Ellby waiting at the gate for the bath to open.",
             "Image: “We will not go home,” the swimmers said at the gate.", "The swimmers wait.")),
    Rule(PHOTO_CREDIT, lambda line: (match_caption(line.text, line.words) == PHOTO_ONLY
                                     or _of_agency(PHOTO_CREDIT)(line))
         and "notice", "A credit without a scene is nobody's text.", yes=("Photo: Bo Hale",),
         no=("Photo albums burned.",)),
), _decide)


def match_agency(text: str) -> tuple[str, str | None] | None:
    """Return (kind, reason) if `text` is agencies alone, with initials or not (jr/mp (AFP)), else None.

    Behind a person's name and a slash they credit a picture.
    """
    names = regex.split(r"\s*[/,;|()]\s*|\s+and\s+", _CREDITING.sub("", text.strip("()[]-–—*/. ")))
    names = [name for name in names if name]
    known = [name in agencies() for name in names]
    if any(known) and all(agency or regex.fullmatch(r"\p{Ll}{1,4}", name)
                             for name, agency in zip(names, known, strict=True)):
        return "notice", "only an agency's name"
    if _INITIALS.fullmatch(text):
        return "notice", "initials of agency staff"
    return ("notice", PHOTO_CREDIT) if "/" in text and known and known[-1] else None


def _bare_label(found):
    """Return a quotation without its marks where its words are those of a button."""
    return found[1] if key_of(found[1]) in phrase_words("whole") | phrase_words("button") else found[0]


def _names_after(text, entry):
    """Tell whether a name or year follows where the phrase `entry` asks for one ("Reporting by", "Copyright")."""
    count = len(entry.split())
    words = [text[start:end] for start, end in find_words(text[:200])[count:count + 1]]
    asks = entry.endswith((" by", " from", "copyright")) and not entry.startswith("if ")
    return not asks or not words or not words[0][0].islower()


def _addresses_reader(tokens):
    """Tell whether a sentence speaks to a reader, and of hardly anything but what pages offer: letters, accounts."""
    page, address = phrase_words("page"), phrase_words("address")
    if len(tokens) > 2 * LINE_WORDS.value or tokens[0] not in address | _OPENINGS or address.isdisjoint(tokens):
        return False
    longer = {token for token in tokens if token in page or (len(token) > 3 and token not in address)}
    return len(longer & page) > 1 and 2 * len(longer & page) >= len(longer)
