"""Bytes -> text: which encoding a file stands in, or the words in which to say that it can't be told.

cp1252 gives letters for nearly any bytes, so it is believed only where the result reads like Latin prose; else the
other encodings of the web are tried, charset_normalizer's answer among them, and the one whose text has the
commonest words of a language wins.  Nothing is guessed where no language speaks for it.
"""

import codecs
import unicodedata
from functools import lru_cache

import regex
from wordfreq import top_n_list

from ...rules import Setting
from ..files import count_mojibake
from ..language import share_of_commonest

NUL_OFTEN = Setting("nul_often", 0.4, "share of NUL bytes at a place of the code unit that speaks for UTF-16 or UTF-32",
                    chosen="Latin text has nearly 1.0, mixed text less")
CONTROLS = Setting("controls", 0.02, "share of control characters above which a file is binary",
                   chosen="text has none; images and archives around 0.1")
FOREIGN = Setting("foreign_letters", 0.3, "share of letters beyond ASCII above which cp1252 is not believed",
                  chosen="French has .04, Icelandic .1; Cyrillic read as cp1252 .9 and more")
SPOKEN = Setting("spoken_words", 0.12, "share of a language's commonest words from which an encoding is believed",
                 chosen="news has .3 in its own encoding, .0 in another script's; Turkish and Finnish .1 to .15")

_SAMPLE = 20_000  # bytes from which an encoding is told
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_EMPTY = (("utf-32-le", (1, 2, 3)), ("utf-32-be", (0, 1, 2)), ("utf-16-le", (1, 3)), ("utf-16-be", (0, 2)))
_PLAIN_CONTROLS = "\t\n\r\v\f\x1a\x1b\x1c\x1d\x1e\x1f\x85"
# Encodings in which legacy files lie, with the languages that they were made for.
_LEGACY = {"cp1251": "ru uk bg mk", "koi8_r": "ru uk bg", "mac_cyrillic": "ru uk bg", "cp866": "ru",
           "cp1250": "pl cs sk hu sl ro hr", "iso8859_2": "pl cs sk hu sl ro hr", "cp1253": "el", "iso8859_7": "el",
           "cp1254": "tr", "cp1255": "he", "cp1256": "ar fa ur", "mac_roman": "en fr de es it pt",
           "gb18030": "zh", "big5": "zh", "cp932": "ja", "euc_jp": "ja", "cp949": "ko", "cp1252": ""}
_CONTROL = regex.compile(rf"[^\P{{Cc}}{_PLAIN_CONTROLS}]")  # the other ones
_EAST = {"zh": regex.compile(r"\p{Han}"), "ja": regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]"),
         "ko": regex.compile(r"[\p{Han}\p{Hangul}]")}
_EASTERN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
# Languages whose letters cp1252 lacks: that a text is in one of them says that it is read wrongly.
_NOT_WESTERN = frozenset(["pl", "cs", "sk", "hu", "sl", "ro", "hr", "tr"])
# Labels that a page may declare (WHATWG Encoding Standard), as Python's names; ascii and latin-1 mean cp1252 there.
_WEB = frozenset(["utf-8", "ibm866", "cp866", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6",
                  "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
                  "koi8-r", "koi8-u", "mac-roman", "cp874", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255",
                  "cp1256", "cp1257", "cp1258", "mac-cyrillic", "gbk", "gb18030", "big5", "big5hkscs", "euc_jp",
                  "iso2022_jp", "shift_jis", "cp932", "euc_kr", "cp949", "utf-16", "utf-16-le", "utf-16-be"])
_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "gbk": "gb18030",
          "gb2312": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
# Mac Roman read as cp1252: marks come out as capitals glued to small letters (itÕs, ÒYesÓ).
_GLUED = regex.compile(r"(?<=\p{Ll})[À-ÖØ-Ý](?!\p{Lu})|\b[À-ÖØ-Ý](?=\p{Lu}?\p{Ll})(?=\p{L}{3})")
_MARKS = regex.compile(r"[“”‘’„–—…]")
_SIGN_BY_LETTER = regex.compile(r"(?<=\p{L})[\p{So}\p{Sm}\p{Sk}“”‘‹›†‡‰¿¡](?=\p{L})|(?<=\p{L})\p{So}")
_CAPITAL_INSIDE = regex.compile(r"(?<=\p{Ll})\p{Lu}")
_LEAST_WORDS, _LEAST_SIGNS = 3, 12  # common words, or eastern signs, that must speak for an encoding
_SIGN_IN_WORD = regex.compile(r"(?<=\p{Ll})[¹²³¼½¾±¶¦¬¤¥¨¯¸ªº](?=[\p{Ll}\s,.])")


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return (text, encoding) of the bytes `data`: byte-order mark, NUL pattern, UTF-8, what reads as a language.

    A byte-order mark is a signature and no part of the text; line ends stay as they are.  `encoding`
    overrules.  Raises ValueError saying in a few words why the bytes are no text.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for name in [*_guess(data), "utf-8"]:
        try:
            text = data.decode(name)
        except UnicodeError:
            if name in ("utf-16", "utf-32"):  # its mark says what it is, no byte of it would be a letter in the others
                raise ValueError(f"its bytes are not {name}") from None
            continue
        if is_binary(text):
            raise ValueError("it holds binary data")
        return text, name
    if b"\0" in data:
        raise ValueError("it holds binary data")
    return _decode_legacy(data)


def web_encoding(label: str) -> str | None:
    """Return Python's name for an encoding that a page declares, None where pages have no such encoding."""
    try:
        name = codecs.lookup(label.strip()).name
    except LookupError:
        return None
    name = _WIDER.get(name, name)
    return name if name in _WEB else None


def is_binary(text: str) -> bool:
    """Tell whether control characters that no text needs are more than a few."""
    controls = len(_CONTROL.findall(text, 0, 100_000))
    return "\0" in text or controls > CONTROLS.value * len(text[:100_000])


def is_wide(data: bytes) -> bool:
    """Tell whether the first bytes of a text, its mark or its NUL bytes, speak for UTF-16 or UTF-32."""
    return _guess(data) not in ([], ["utf-8-sig"])


def _guess(data):
    """Return the encoding that a byte-order mark or the places of the NUL bytes speak for, as a list of 0 or 1."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return [name]
    sample = data[: 4096 - 4096 % 4]
    quarter = max(len(sample) // 4, 1)
    share = [sample[place::4].count(0) / quarter for place in range(4)]
    for name, empty in _EMPTY:
        full = [place for place in range(4) if place not in empty]
        if (all(share[place] >= NUL_OFTEN.value for place in empty)
                and all(share[place] <= CONTROLS.value for place in full)):
            return [name]
    return []


def _decode_as(data, encoding):
    """Return (text, name) in a named encoding; a text that only a wrong name can give is refused."""
    try:
        text, name = data.decode(encoding).removeprefix("\ufeff"), codecs.lookup(encoding).name
    except LookupError:
        raise ValueError(f'there is no text encoding "{encoding}"') from None
    except UnicodeError:
        raise ValueError(f"its bytes are not {encoding}") from None
    sample = text[:_SAMPLE]
    odd = sum(unicodedata.category(letter) in ("Cn", "Co", "Cc") and letter not in _PLAIN_CONTROLS for letter in sample)
    if odd > CONTROLS.value * len(sample) or _is_false_east(sample) or _is_twice_encoded(data, sample):
        raise ValueError(f"read as {encoding} it is no text")
    return text, name


def _is_false_east(text):
    """Tell whether most letters are Han and few of them common ones, as when Latin bytes are read in pairs."""
    east = _EASTERN.findall(text)
    letters = sum(map(str.isalpha, text))
    if len(east) < 8 or 2 * len(east) < letters:
        return False
    return max(sum(letter in _common_signs(language) for letter in east) for language in _EAST) < 0.5 * len(east)


def _is_twice_encoded(data, text):
    """Tell whether UTF-8 was named something else: its bytes are UTF-8 beyond ASCII, and letters come out garbled."""
    try:
        return not data.isascii() and count_mojibake(text) > count_mojibake(data.decode("utf-8")[:_SAMPLE])
    except UnicodeError:
        return False


def _decode_legacy(data):
    """Return (text, encoding) of bytes that are no Unicode; ValueError where no encoding makes a language of them."""
    try:
        western = data.decode("cp1252")
    except UnicodeError:
        western = None
    if western is not None and is_binary(western):
        raise ValueError("it holds binary data")
    if western is not None and _reads_western(western[:_SAMPLE]):
        return western, "cp1252"
    names = dict.fromkeys([*_LEGACY, *_second_opinion(data)])
    scores = []
    for name in names:
        try:
            text = data.decode(name)
        except UnicodeError:
            continue
        if not is_binary(text):
            scores.append((_score(text[:_SAMPLE], name), name, text))
    best = max(scores, key=lambda entry: entry[0], default=None)
    if best is None or best[0] < SPOKEN.value:
        said = "its bytes are neither UTF-8 nor cp1252" if western is None else "its bytes make words in no encoding"
        raise ValueError(f"{said}: name its encoding in articles.csv (column encoding)")
    return best[2], codecs.lookup(best[1]).name


def _reads_western(text):
    """Tell whether `text`, read as cp1252, looks like prose in Latin letters."""
    letters = sum(map(str.isalpha, text))
    foreign = sum(letter.isalpha() and not letter.isascii() for letter in text)
    if foreign > FOREIGN.value * letters or _SIGN_IN_WORD.search(text):
        return False
    glued = len(_GLUED.findall(text))
    if glued and glued > len(_MARKS.findall(text)):
        return False
    language, share = share_of_commonest(text)
    return language not in _NOT_WESTERN or share < SPOKEN.value


def _second_opinion(data):
    """Return the encodings that charset_normalizer believes in, best first; none where it is not installed."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return []
    return [match.encoding for match in from_bytes(data[:_SAMPLE])][:3]


def _score(text, name):
    """Return how much of `text` are the commonest words (in the east signs) of a language of the encoding `name`."""
    east = _EASTERN.findall(text)
    if 2 * len(east) > sum(map(str.isalpha, text)):
        known = [language for language in _EAST if language in _LEGACY.get(name, "").split()]
        if len(east) < _LEAST_SIGNS:
            return 0.0
        whole = len(regex.findall(r"[^\s\p{N}A-Za-z]", text))
        return max((sum(letter in _common_signs(language) for letter in east) / whole for language in known),
                   default=0.0)
    letters = sum(map(str.isalpha, text))
    if len(_GLUED.findall(text)) > len(_MARKS.findall(text)) or len(_SIGN_BY_LETTER.findall(text)) > 0.01 * letters:
        return 0.0
    language, share = share_of_commonest(text)
    words = text.split()
    if share * len(words) < _LEAST_WORDS or language not in _LEGACY.get(name, language).split():
        return 0.0
    return share - len(_CAPITAL_INSIDE.findall(text)) / len(words)


@lru_cache
def _common_signs(language):
    """Return the signs of which the 3,000 commonest words of an eastern language are made."""
    return frozenset("".join(top_n_list(language, 3000, wordlist="small")))
