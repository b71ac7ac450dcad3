"""Settle the tags of words that the lists leave open: a noun that is a verb here, a participle that is an adjective.

speech/sentence/tags.py takes a word in no list for a noun; here its neighbours decide, by the rules of TAGS.
"""

from functools import lru_cache

import regex

from ..english.adjectives import is_adjective, is_describing
from ..english.frequency import zipf
from ..english.grammar import BE, DO, MODALS, PERSONAL
from ..english.wordlists import read_list
from ..rules import Rule, RuleList
from ..speech.sentence.tagged import Tagged
from ..speech.sentence.tags import VERBAL

PARTICIPLE = regex.compile(r"\p{L}+(?:ed|en|wn|ght)$")
_BEFORE_BASE = MODALS | DO | PERSONAL | {"to", "help", "helps", "helped", "helping"}
_BEFORE_ING = BE | {"not", "now", "also"}
_ONLY = ("only", "also", "still", "then")
_OPENS_NOUN = ("determiner", "possessive", "genitive", "preposition", "stop")
_NOUNS_TOO = {"rose", "saw", "cut", "set", "hit", "put", "bit", "cost", "felt", "found", "ground", "wound",
              "left", "thought", "bore", "lay", "shot", "spoke", "run", "come", "become", "read", "bound",
              "split", "spread", "bet", "cast", "shut", "hurt", "quit", "let", "beat", "given", "known", "stolen",
              "broken", "lost", "dead", "led"}
_BEHIND_VERB = ("preposition", "determiner", "possessive", "adverb", "to", "name")
_ENDS_CLAUSE = ("relative", "subordinator", "as", "that", "gerund", "stop", "colon", "coordinator", "pronoun")
_TITLE = 7  # words before a name in which its description opens
_ASKED = ("noun", "verb", "cue")
# Behind others a noun is a noun to every rule of TAGS, but at the head of a sentence: the market, in, trade
_MAY_ACT = frozenset(["noun", "name", "pronoun", "relative", "that", "adverb"])
_MAY_HELP = _BEFORE_BASE | _BEFORE_ING | {"and", "or", *_ONLY}


def settle_tags(tagged: Tagged) -> list[str]:
    """Return the tags of a sentence, those put right that the rules of TAGS decide, from left to right."""
    tags, words = list(tagged.tags), tagged.words
    for at in range(1, len(tags) - 1):
        tag = tags[at]
        if tag == "noun":
            before = words[at - 1].lower()
            asked = at == 1 or tags[at - 1] in _MAY_ACT or before in _MAY_HELP or before.endswith("ll")
        else:
            asked = tag in ("verb", "cue") and (tags[at + 1] in ("noun", "gerund") or words[at].endswith("s"))
        if asked:
            tags[at] = TAGS.decide(words, tags, at)[1] or tag
    return tags


# --- the rules of TAGS: each takes words, tags (those on the left are settled) and a place; returns a tag or None ----

def _is_behind_helper(words, tags, at):
    if tags[at] != "noun" or tags[at + 1] == "comma":
        return None
    before = words[at - 1].lower()
    going_on = before in _BEFORE_ING and words[at].lower().endswith("ing")
    return "verb" if going_on or before in _BEFORE_BASE or before.endswith(("'ll", "’ll")) else None


def _is_joined(words, tags, at):
    if tags[at] != "noun" or tags[at + 1] not in ("noun", "gerund", "name") or at < 2 or not words[at].islower():
        return None
    before, verb = words[at - 1].lower(), words[at - 2]
    joined = before in ("and", "or") and tags[at - 2] == "verb" and not verb.endswith(("s", "ed"))
    return "verb" if joined or (before in _ONLY and tags[at - 2] == "noun" and verb.endswith("s")) else None


def _is_behind_plural(words, tags, at):
    if tags[at] != "noun" or tags[at + 1] not in ("noun", "gerund", "determiner", "possessive") \
            or not words[at].islower():
        return None
    if tags[at - 1] == "relative":
        return "verb"
    before = words[at - 1].lower()
    plural = (tags[at - 1] == "noun" or at == 1) and before.endswith("s") and not before.endswith(("ss", "'s", "’s"))
    return "verb" if plural and looks_verbal(words[at].lower() + "s") else None


def _is_behind_adverb(words, tags, at):
    if tags[at] != "noun" or tags[at - 1] != "adverb" or tags[at + 1] == "comma" or at < 2:
        return None
    led = tags[at - 2] in ("that", "relative", "pronoun") and words[at - 1].lower().endswith("ly")
    return "verb" if led and words[at].islower() else None


def _is_third(words, tags, at):
    word = words[at]
    if tags[at] != "noun" or not word.endswith("s") or word.endswith("ss") or not word.islower() \
            or tags[at - 1] not in ("noun", "name", "pronoun", "that", "relative", "adverb") or not looks_verbal(word):
        return None
    object_behind = tags[at + 1] in ("determiner", "possessive", "pronoun", "to", "that", "adverb") or (
        words[at + 1][:1].isupper() and words[at - 1].islower() and not words[at - 1].endswith("s"))
    return "verb" if tags[at - 1] in ("pronoun", "that", "relative") or object_behind else None


def _is_participle(words, tags, at):
    if tags[at] == "noun" or tags[at + 1] not in ("noun", "gerund") or not PARTICIPLE.match(words[at].lower()):
        return None
    if _opens_inversion(words, tags, at):
        return None
    before = tags[at - 1]
    adverb = before == "adverb" and words[at - 1].lower().endswith("ly") and (at < 2 or tags[at - 2] in _OPENS_NOUN)
    return "noun" if before in _OPENS_NOUN or before == "comma" or adverb else None


def _opens_inversion(words, tags, at):
    """Tell whether a past form behind a quote or clause has its subject behind it: it is late, whined skipper Ann Roe.

    A verb behind the name tells that it is none: On Monday, disgraced skipper Ann Roe left.
    """
    if not words[at].islower() or tags[at - 1] not in ("comma", "stop"):
        return False
    before = words[at - 2].lower() if at > 2 and tags[at - 3] in ("determiner", "possessive") else ""
    if is_describing(before) or is_adjective(before):
        return False  # a tired, disgraced skipper
    name = next((place for place in range(at + 1, min(len(tags), at + _TITLE)) if tags[place] != "noun"), at)
    if tags[name] != "name":
        return False
    ends = next((tag for tag in tags[name:] if tag in VERBAL or tag in _ENDS_CLAUSE), "stop")
    return ends not in VERBAL


def _is_before_helper(words, tags, at):
    low = words[at].lower()
    if tags[at] not in ("verb", "cue") or not low.endswith("s") or not words[at].islower():
        return None
    return "noun" if tags[at - 1] in ("noun", "determiner", "possessive", "genitive") and (
        words[at + 1].lower() == "of" or tags[at + 1] == "auxiliary") else None


def _is_irregular_past(words, tags, at):
    low = words[at].lower()
    past = tags[at] == "noun" and words[at].islower() and is_past_only(low)
    return "verb" if past and at > 1 and tags[at - 1] in ("noun", "name") and tags[at + 1] in _BEHIND_VERB else None


@lru_cache
def past_forms() -> frozenset[str]:
    """Return the past forms of irregular verbs: tore, began, saw."""
    rows = [row.split("|") for row in read_list("irregular_verbs")["forms"]]
    return frozenset(form for forms in rows for form in forms[1:]
                     if not form.endswith(("s", "ing")) and form != forms[0])


def is_past_only(word: str) -> bool:
    """Tell whether a folded word is the past form of an irregular verb and no noun: tore, born; not: rose."""
    return word in past_forms() and word not in _NOUNS_TOO


@lru_cache(maxsize=1 << 14)
def looks_verbal(word: str) -> bool:
    """Tell whether a form in -s may be a verb: its -ing form is a common word (gives, giving)."""
    base = word[:-1]
    forms = {base + "ing", base.removesuffix("e") + "ing", base + base[-1:] + "ing"}
    return max(zipf(form) for form in forms) > zipf(word) - 1.2


def example_of(text: str) -> str | None:
    """Return the rule that settles [a word] of a sentence."""
    from ..speech.sentence.examples import read_sentence

    example = read_sentence(text)
    tagged, at = example.tagged, example.at
    tags = [*settle_tags(tagged)[:at], *tagged.tags[at:]]
    return TAGS.decide(tagged.words, tags, at)[0] if tags[at] in _ASKED else None


TAGS = RuleList("Is a word not what the lists take it for?", (
    Rule("participle", _is_participle, "Between an article and a noun a participle is an adjective.",
         ("The newly [released] memos came.", "On Monday, [disgraced] skipper Ann Bellamy left.",
          "They met a tired, [disgraced] skipper Ann Bellamy."),
         ("They [released] memos.", "It is late, [whined] skipper Ann Bellamy.",
          "It is late, [whined] burly skipper Ann Bellamy, who left.")),
    Rule("before a helping verb", _is_before_helper, "A form in -s behind a noun or an article, before will or of, is "
         "a plural: the harsh cuts will.",
         ("The library [cuts] of May hurt.", "The brutal [cuts] will close it."), ("The town [cuts] the fee.",)),
    Rule("irregular past", _is_irregular_past, "Behind a noun and before a preposition a past form is the verb.",
         ("A blast [tore] through the depot.",), ("The [tore] cloth.",)),
    Rule("behind a helping verb", _is_behind_helper, "To, will, they and help stand before a verb.",
         ("They will [sluice] the boats.", "He'll [sluice] boats.", "They are [sluicing] boats."),
         ("The [sluice] is shut.",)),
    Rule("joined to a verb", _is_joined, "Behind a verb and its and, behind boats only, stands a verb.",
         ("They seek and [sluice] boats.", "The boats only [sluice] mud."), ("Ann and [sluice] boats came.",)),
    Rule("behind a plural", _is_behind_plural, "Behind a plural, or who, stands the verb of both.",
         ("The chats [employ] end devices.", "Men who [sluice] mud came."), ("The chat [sluice] mud.",)),
    Rule("behind that and an adverb", _is_behind_adverb, "That firmly counter the plan.",
         ("Boats that firmly [sluice] mud came.",), ("The firmly [sluice] mud.",)),
    Rule("third person", _is_third, "A form in -s behind a noun, with an object: the law gives families a grant.",
         ("The law [grants] the men boats.", "Boats that [grants] the men came."), ("The [grants] of boats came.",)),
), example=example_of)
