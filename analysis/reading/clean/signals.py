"""The shape of a line: end marks, capitals, lists, speech, words glued together.

Every function looks at one text; what its words are about is for `furniture`.
"""

import regex

from ...english.words import folded_words
from ...thresholds import threshold

_END = regex.compile(r"[\p{STerm}…:]['\"’”»›)\]]*$|['\"’”»][.!?]$")
_JOIN = regex.compile(r"(?<=[\p{Ll}\p{N}?!”’])(?=\p{Lu}\p{Ll})")
_SPEECH = regex.compile(r'["“”„«»]')
_BULLET = regex.compile(r"[-–—*•·▪◦●■‣⁃✓»]\s|\(?\p{N}{1,2}[.)]\s|\(?\p{Ll}\)\s")
_DOUBLE = regex.compile(r'["“”„]([^"“”„]++)["”“]')
_ANY_MARKS = regex.compile(r"(?<!\p{L})[\"“”„'‘’]([^\"“”„]{8,300})[\"”“'’](?!\p{L})")
_QUESTION = regex.compile(
    r"(?:what|who|why|how|when|where|which|is|are|was|were|will|would|can|could|do|does|did|has|have|should|so|and|but)\b",
    regex.IGNORECASE)
_SUBJECTS = {"he", "she", "they", "it", "i", "we", "there", "his", "her", "their", "its", "my"}
_VERBS = {"said", "says", "was", "were", "is", "are", "has", "have", "had", "would", "told", "added", "will", "did"}
_NAME_STARTS = {"Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "i", "e"}


def has_end(text):
    """Tell whether `text` ends as a sentence does: full stop, question or exclamation mark, ellipsis, colon."""
    return bool(_END.search(text[-8:]))


def is_prose(text):
    """Tell whether `text` reads as running text: it ends as a sentence does, or is too long for a title or button."""
    most = threshold("furniture_words")
    return has_end(text) or len(text.split()) > most or len(text) > 10 * most


def has_speech(text):
    """Tell whether a double quotation mark stands in `text`."""
    return bool(_SPEECH.search(text))


def is_spoken(text):
    """Tell whether all of `text` stands between quotation marks, double or single."""
    return bool(regex.fullmatch(r"[\"“”„«'‘].*[\"“”»'’]", text))


def is_listed(text):
    """Tell whether `text` opens with a bullet or a number of a list."""
    return bool(_BULLET.match(text))


def is_title(text):
    """Tell whether `text` is in headline case: most of its longer words start with a capital."""
    words = [word for word in regex.findall(r"\p{L}[\p{L}'’-]*", text)[1:] if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= threshold("title_case") * len(words)


def is_subject(text):
    """Tell whether `text` opens with a pronoun, as sentences do and titles hardly ever."""
    return text.split()[0].casefold() in _SUBJECTS


def is_sentence(text):
    """Tell whether `text`, which lacks an end mark, still reads as a sentence: it has what titles leave out."""
    words = text.casefold().split()
    if is_subject(text):
        return True
    if len(words) < 5 or is_title(text):
        return False
    told = words[0] in ("a", "an", "the") and any(word.endswith("ed") for word in words)
    return told or (len(words) > 5 and not _VERBS.isdisjoint(words))


def is_question(text):
    """Tell whether `text` is a short question such as heads the parts of an explainer."""
    return text.endswith("?") and 2 < len(text.split()) <= threshold("heading_words") and bool(_QUESTION.match(text))


def find_joins(text, start, counts):
    """Return [(place, words)]: where from `start` on two words are glued and a sentence goes on ("VoteThe mayor").

    A capital inside a word is no glue if the word comes back in the article, whose folded words are
    `counts`, or if its first part is one of the short ones that names begin with (McAllister).
    """
    found = []
    for match in _JOIN.finditer(text, start):
        place = match.start()
        left = regex.search(r"[\p{L}\p{M}]*$", text[max(place - 40, 0):place]).group()
        right = regex.match(r"\p{Lu}[\p{Ll}\p{M}'’]*", text[place:place + 40]).group()
        if left in _NAME_STARTS or (left and counts[folded_words(left + right)[0]] > 1):
            continue
        after = text[place:place + 200].split()[1:9]
        if len(after) > 2 and 2 * sum(word[0].islower() for word in after) >= len(after):
            found.append((place, left + right))
    return found


def quoted_runs(text):
    """Return the runs of `repeat_quote` folded words inside the double marks of `text`, a list of tuples."""
    return [run for part in _DOUBLE.findall(text) for run in _runs(folded_words(part))]


def repeats_quote(text, quoted):
    """Tell whether a run of words inside the marks of `text`, single or double, is one of `quoted`."""
    return any(run in quoted for part in _ANY_MARKS.findall(text) for run in _runs(folded_words(part)))


def _runs(words):
    size = int(threshold("repeat_quote"))
    return [tuple(words[place:place + size]) for place in range(len(words) - size + 1)]
