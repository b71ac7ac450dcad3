"""The shape of a line: end marks, capitals, lists, speech, words glued together.

Every function looks at one text; what its words are about is for `furniture`.
"""

from collections.abc import Mapping, Set

import regex

from ...english.grammar import BE, DO, FUTURE, HAVE, LINKING, MODALS, PERSONAL, POSSESSIVES, QUESTION_WORDS
from ...english.names import JOINED_STARTS
from ...english.verbs import SAID
from ...english.words import folded_words
from ...rules import Rule, RuleList, Setting

LINE_WORDS = Setting("line_words", 20, "longest line in words that is read as a title, a link, a button or a label, "
                     "and shortest lead with a loose dateline",
                     chosen="headlines have up to 15; the shortest lead paragraphs about as many as this")
NOTICE_WORDS = Setting("notice_words", 120, "longest paragraph in words that can be a notice or a caption",
                       chosen="captions of agencies have up to 90 words; longer notices are texts of their own")
REPEAT_WORDS = Setting("repeat_words", 4, "words from which a line, sentence or stretch of a quote is a repeat",
                       chosen="shorter ones ('He did not elaborate', cells of a table) recur by chance")
TITLE_CASE = Setting("title_case", 0.8, "share of a line's longer words that begin with a capital, for headline case",
                     chosen="headline case has all but a few, sentence case only names")
HEADING_WORDS = Setting("heading_words", 12, "longest heading in words, in sentence case or in quotation marks, and "
                        "title of a work; half for a heading that speaks, twice for a title where nobody does",
                        chosen="longer lines may be unfinished sentences")

_END = regex.compile(r"[\p{STerm}…:]\s?['\"’”»›)\]」』】）》〉]*$|['\"’”»][.!?]$")
_JOIN = regex.compile(r"(?<=[\p{Ll}\p{N}?!”’])(?=\p{Lu}\p{Ll})")
_INNER_END = regex.compile(r"\p{Ll}{3,}[.!?][\"”’)]?\s+[\p{Lu}\"“‘]")
_CUT = regex.compile(r"(?:…|\.\.\.)\s*(?:\[\+?\d+ chars\])?$|\[\+\d+ chars\]$"
                     rf"|\b(?:{'|'.join(sorted(LINKING | {'because', 'since', 'while', 'when'}))})$", regex.IGNORECASE)
_SCORE = regex.compile(r"\p{Lu}[\p{L} .'-]{2,40} \d{1,3}\s?(?:,|[–-]|:"
                       r"|\bto\b)\s?(?:\p{Lu}[\p{L} .'-]{2,40} )?\d{1,3}\b")
_MODAL = regex.compile(rf"\b(?:{'|'.join(sorted(MODALS))}|runs?|opens?|begins?|starts?|closes?|takes? place)\b")
_EASTERN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_SPEECH = regex.compile(r'["“”„«»]')
_BULLET = regex.compile(r"[-–—*•·▪◦●■‣⁃✓»]\s|\(?\p{N}{1,2}[.)]\s|\(?\p{Ll}\)\s")
_DOUBLE = regex.compile(r'["“”„]([^"“”„]++)["”“]')
_ANY_MARKS = regex.compile(r"(?<!\p{L})[\"“”„'‘’]([^\"“”„]{8,300})[\"”“'’](?!\p{L})")
_QUESTION = regex.compile(rf"(?:{'|'.join(sorted(QUESTION_WORDS | BE | HAVE | DO | MODALS))}|so|and|but)\b",
                          regex.IGNORECASE)
_SUBJECTS = (PERSONAL | POSSESSIVES | {"there"}) - {"you", "your", "our"}  # with those a page speaks to its reader
_VERBS = BE | HAVE | FUTURE | SAID | {"did"}


def measure(text: str) -> int:
    """Return about how many words `text` has: parts between blanks, two signs a word in scripts without them."""
    return max(len(text.split()), len(_EASTERN.findall(text)) // 2)


def has_end(text: str) -> bool:
    """Tell whether `text` ends as a sentence does: full stop, question or exclamation mark, ellipsis, colon."""
    return bool(_END.search(text[-8:]))


def is_prose(text: str) -> bool:
    """Tell whether `text` reads as running text: it ends as a sentence does, or is too long for a title or button."""
    most = LINE_WORDS.value
    return has_end(text) or len(text.split()) > most or len(text) > 10 * most


def has_speech(text: str) -> bool:
    """Tell whether a double quotation mark stands in `text`."""
    return bool(_SPEECH.search(text))


def is_spoken(text: str) -> bool:
    """Tell whether all of `text` stands between quotation marks, double or single."""
    return bool(regex.fullmatch(r"[\"“”„«'‘].*[\"“”»'’]", text))


def is_listed(text: str) -> bool:
    """Tell whether `text` opens with a bullet or a number of a list."""
    return bool(_BULLET.match(text))


def is_title(text: str) -> bool:
    """Tell whether `text` is in headline case: most of its longer words start with a capital."""
    words = [word for word in regex.findall(r"\p{L}[\p{L}'’-]*", text)[1:] if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= TITLE_CASE.value * len(words)


def is_subject(text: str) -> bool:
    """Tell whether `text` opens with a pronoun, as sentences do and titles hardly ever."""
    return text.split()[0].casefold() in _SUBJECTS


def is_sentence(text: str) -> bool:
    """Tell whether `text`, which lacks an end mark, still reads as a sentence: it has what titles leave out."""
    words = text.casefold().split()
    if is_subject(text):
        return True
    if len(words) < 5 or is_title(text):
        return False
    told = words[0] in ("a", "an", "the") and any(word.endswith("ed") for word in words)
    return told or (len(words) > 5 and not _VERBS.isdisjoint(words))


def _has_articles(text):
    """Tell whether a long line has the small words that titles leave out: an article or preposition in every four."""
    words = [word.strip(",;:.()").casefold() for word in text.split()]
    small = sum(word in LINKING for word in words)
    return len(words) > 9 and 4 * small >= len(words) and not is_title(text)


def _decide_last(text):
    return LAST_LINES.decide(text)[0]


LAST_LINES = RuleList("Is a line below the last paragraph, which lacks an end mark, the article's?", (
    Rule("stops in mid-sentence", lambda text: len(text.split()) > 5 and _CUT.search(text) and not is_title(text),
         "A text that a service or a user cut off ends in a word that links, or in dots.",
         yes=("The mayors promised to pay half of the bridge, since the old one leans and",
              "The ward treated 900 children, and its head wants more nurs… [+1432 chars]"),
         no=("Bath Shuts For Good And", "Swimmers mourn")),
    Rule("goes on behind a full stop", lambda text: len(text.split()) > 8 and _INNER_END.search(text)
         and not is_title(text),
         "A title is one sentence; a paragraph whose second sentence breaks off is a paragraph.",
         yes=("Both mayors promised to pay half of the new bath before winter. Their eng",),
         no=("Bath shuts. Why?", "Live: Bath shuts. Mayor Speaks. Crowd Waits For The Keeper In Ellby")),
    Rule("spoken", lambda text: is_spoken(text) and len(text.split()) > 5, "Words between marks are somebody's.",
         yes=("“We will believe it when the roof is on the bath”",), no=("“Bath shuts”",)),
    Rule("result", lambda text: _SCORE.search(text) and len(text.split()) > 3, "A result closes the report of a match.",
         yes=("Ellby Rovers 3, Norhaven United 1 (half time 0-1)",), no=("Ellby Rovers win the derby",)),
    Rule("sentence", lambda text: is_sentence(text) or (len(text.split()) > 7 and not is_title(text)
                                                       and _MODAL.search(text) and _has_articles(text)),
         "It has the verbs and small words that titles leave out.",
         yes=("The show runs until 4 May in the old bath, Tuesday to Sunday, free entry",
              "Anyone with news of him can call the police in Ellby on 0555 1234", "His name was Otto Kern"),
         no=("Norhaven mourns its last lamplighter", "Hotel Owners Fear Quiet Summer After Storm Damage")),
), _decide_last)


def is_tags(text: str) -> bool:
    """Tell whether a line lists themes: short names parted by commas, or small words without any that links them."""
    if has_end(text) or has_speech(text):
        return False
    names = [name.strip() for name in text.split(",")]
    if len(names) > 3:
        return all(name and len(name.split()) < 4 and name[0].isupper() and not _LINKS.search(name) for name in names)
    words = text.split()
    plain = [word for word in words if word.isalpha()]
    return (len(names) == 1 and 5 < len(words) < 20 and len(plain) == len(words) and not _LINKS.search(text)
            and words[0].islower() and sum(word.islower() for word in words) >= len(words) - 2
            and not _VERBAL.search(text))


_LINKS = regex.compile(
    rf"\b(?:{'|'.join(sorted(LINKING | BE | HAVE | PERSONAL))}|will|not|no|so|if|when|out|up|off|over)\b",
    regex.IGNORECASE)
_VERBAL = regex.compile(r"\b\p{L}{3,}(?:ed|ing)\b")


def is_question(text: str) -> bool:
    """Tell whether `text` is a short question such as heads the parts of an explainer."""
    return text.endswith("?") and 2 < len(text.split()) <= HEADING_WORDS.value and bool(_QUESTION.match(text))


def find_joins(text: str, start: int, counts: Mapping[str, int]) -> list[tuple[int, str]]:
    """Return [(place, words)]: where from `start` on two words are glued and a sentence goes on ("VoteThe mayor").

    A capital inside a word is no glue if the word comes back in the article, whose folded words are
    `counts`, or if its first part is one of the short ones that names begin with (McAllister).
    """
    found = []
    for match in _JOIN.finditer(text, start):
        place = match.start()
        left = regex.search(r"[\p{L}\p{M}]*$", text[max(place - 40, 0):place]).group()
        right = regex.match(r"\p{Lu}[\p{Ll}\p{M}'’]*", text[place:place + 40]).group()
        if left in JOINED_STARTS or left in ("i", "e") or (left and counts[folded_words(left + right)[0]] > 1):
            continue
        after = text[place:place + 200].split()[1:9]
        if len(after) > 2 and 2 * sum(word[0].islower() for word in after) >= len(after):
            found.append((place, left + right))
    return found


def quoted_runs(text: str) -> list[tuple[str, ...]]:
    """Return the runs of `repeat_words` folded words inside the double marks of `text`, a list of tuples."""
    return [run for part in _DOUBLE.findall(text) for run in _runs(folded_words(part))]


def repeats_quote(text: str, quoted: Set[tuple[str, ...]]) -> bool:
    """Tell whether a run of words inside the marks of `text`, single or double, is one of `quoted`."""
    return any(run in quoted for part in _ANY_MARKS.findall(text) for run in _runs(folded_words(part)))


def _runs(words):
    size = int(REPEAT_WORDS.value)
    return [tuple(words[place:place + size]) for place in range(len(words) - size + 1)]
