"""Encodings: what reads as a language is read, and nothing is guessed where no language speaks for it."""

import pytest

from analysis.reading.articles import load_articles
from analysis.reading.open.encodings import decode, web_encoding

RUSSIAN = (
    "Мост через реку открыли в понедельник, и весь город пришёл посмотреть на него. Никто об этом не просил,"
    " сказал мэр, но все были рады."
)
CHINESE = "市长星期一说，桥已经建成了。他还说，没有人要求建这座桥，但是所有的人都很高兴。记者问他花了多少钱。"
JAPANESE = "市長は月曜日に橋が完成したと述べた。町の誰もそれを信じなかった。費用については何も言わなかった。"
POLISH = (
    "Burmistrz powiedział w poniedziałek, że most jest gotowy, i nikt w mieście mu nie uwierzył. Nie wiadomo, ile to"
    " kosztowało, ale się otworzy."
)
TURKISH = (
    "Belediye başkanı pazartesi günü köprünün bittiğini söyledi. Kasabada kimse buna inanmadı ve bu konuda bir şey"
    " söylemek için çok erken, dedi."
)
GREEK = (
    "Ο δήμαρχος είπε τη Δευτέρα ότι η γέφυρα είναι έτοιμη και κανείς στην πόλη δεν τον πίστεψε. Δεν είπε πόσο"
    " κόστισε το έργο."
)
ENGLISH = (
    "The mayor’s office said on Monday that the bridge – the town’s first – would open. “Nobody asked for it,” she"
    " said. It cost £3 million, and the café closed."
)
FRENCH = (
    "Le maire a déclaré lundi que le pont était achevé. « Personne ne l’a demandé », a-t-il ajouté, à la surprise des"
    " élèves. Où est-il ?"
)
SPANISH = "¿Qué dijo el alcalde? Que el puente está terminado y que nadie lo pidió. «Mañana será otro día», añadió."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "mac-cyrillic"),
        (RUSSIAN, "cp866"),
        (CHINESE, "gb18030"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (ENGLISH, "mac-roman"),
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac-roman"),
        (SPANISH, "cp1252"),
        ("It cost £3, she said.", "cp1252"),
        ("The Straße is closed.", "cp1252"),
    ],
)
def test_an_encoding_is_told_by_what_it_makes_of_the_bytes(text, encoding):
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    "data",
    [
        "Мост открыт.".encode("koi8-r"),
        "Мост открыт.".encode("cp1251"),
        "桥建成".encode("gb18030"),
        bytes(range(0xC0, 0x100)) * 20,
    ],
)
def test_where_no_language_speaks_for_an_encoding_none_is_guessed(data):
    with pytest.raises(ValueError, match=r"name its encoding in articles.csv \(column encoding\)$"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "named", "fault"),
    [
        (("The ferry sank at noon near the old port, and nobody was hurt. " * 4).encode(), "utf-16", None),
        ("The ferry sank – “nobody” was hurt.".encode(), "latin-1", "read as latin-1 it is no text"),
        (("The ferry sank at noon. " * 9 + "x").encode(), "utf-16", "its bytes are not utf-16"),
        (RUSSIAN.encode("cp1251"), "gb18030", None),
    ],
)
def test_a_named_encoding_that_gives_garbage_is_refused(data, named, fault):
    with pytest.raises(ValueError, match=fault or f"its bytes are not {named}|read as {named} it is no text"):
        decode(data, named)


def test_a_named_encoding_is_believed_where_it_gives_text():
    assert decode("Мост открыт.".encode("koi8-r"), "koi8-r") == ("Мост открыт.", "koi8-r")
    assert decode("naïve café".encode("latin-1"), "latin-1") == ("naïve café", "iso8859-1")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("gb2312", "gb18030"),
        ("x-none", None),
        ("shift_jis", "cp932"),
        ("unicode_escape", None),
        ("utf-7", None),
        ("rot13", None),
        ("base64", None),
        ("cp037", None),
        ("utf8", "utf-8"),
    ],
)
def test_a_page_may_declare_the_encodings_of_the_web(label, name):
    assert web_encoding(label) == name


def test_a_page_can_spell_no_tags_that_it_does_not_have(tmp_path):
    words = "The ferry sank at noon near the old port, and nobody was hurt, the harbour master said at the caf\\xe9."
    page = f"<html><head><meta charset=unicode_escape></head><body><article><p>{words} \\x3cscript\\x3e It sank.</p>"
    (tmp_path / "a.html").write_bytes(page.encode("latin-1") + "<p>Nobody knew why it cost £3.</p>".encode("latin-1"))
    text = load_articles(tmp_path)[1]["text"][0]
    assert "\\x3cscript\\x3e It sank." in text and "it cost £3." in text
