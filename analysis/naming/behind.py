"""What describes the name before it: Bellamy, a lawyer; Bellamy, Norhaven's mayor; Bellamy (a former judge)."""

import regex

from ..english.grammar import find_class, words_of
from ..english.lexicon import is_epithet, is_person_word
from ..english.verbs import SAID
from ..rules import Rule, RuleList
from ..speech.sentence.tags import VERBAL, tag_words

LONGEST = 14  # words of an apposition
# Running text between two stops; a comma or point inside a number and the stop of a title end nothing.
_STRETCH = r"(?:[^,.;:!?()—–\n\"“”]|(?<=\d)[,.](?=\d)|(?<=\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|No|\p{Lu}))\.)"
_NO_START = ("verb", "auxiliary", "pronoun", "preposition", "coordinator")
_NO_DESCRIPTION = words_of("subordinator", "coordinator", "as") | {"whose", "even", "including", "such", "not", "like",
                                                                     "despite", "amid"}
_PLACED = r"(?:\s\(\p{Lu}[\p{L}. -]{1,20}\))?(?:,\s\d\d)?"  # Bellamy (Norhaven), 43, a lawyer
_APPOSED = regex.compile(rf"(?:['’]s)?{_PLACED},\s(?:(?:the|an?|his|her|its|their)\s|(?=one\sof\s))(?=\S)")
_OWNED = regex.compile(rf"{_PLACED},\s(?=\p{{Lu}}[\p{{L}}.’'-]*['’]s\s|the\s)")
_DASHED = regex.compile(r"\s?(?:--|—|–)\s?(?:(?:the|an?|his|her|its|their)\s|(?=\p{Lu}[\p{L}.’'-]*['’]s\s))"
                        r"(?=([^,.;:!?()—–\n\"“”-]++(?:-[^,.;:!?()—–\n\"“”-]++)*+)\s?(?:--|—|–))")
_OFFICE = regex.compile(r"(?:,\s\d\d)?,\s(?=(\p{L}[\p{L}.-]*)(?:\s(\p{L}+)(?:\s(\p{L}+))?)?)")
PARTY = regex.compile(r"[DRI]\s?-\s?\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]+(?=,))?"
                      r"|(?:Democrat|Republican|Independent)\sof\s\p{Lu}\p{L}+")
_CLAUSE = regex.compile(rf"(?:['’]s)?,?\s(who\s{_STRETCH}{{8,110}})")
_BRACKET = regex.compile(r"\s\(((?:[DRI]\s?-\s?\p{Lu}|(?:an?|the)\s)[^()\n]{2,60})\)")
_TEXT = regex.compile(rf"{_STRETCH}*")


def _find_description(text, first, end):
    """Return (first, last) of the description that opens at `first`, cut where a verb of the sentence goes on."""
    match = _TEXT.match(text, first, end)
    words = match.group().split()
    tags, cues = tag_words(words, False)
    if not words or 0 in cues or words[0] in _NO_DESCRIPTION or (tags[0] in _NO_START and words[:2] != ["one", "of"]):
        return None
    keep = len(words)
    for at, tag in enumerate(tags):
        relative = any(before in ("relative", "that") for before in tags[:at])
        if tag in VERBAL and not relative and not (
                at + 1 == len(words) and is_person_word(words[at])):  # the open-borders advocate
            keep = at
            break
        if words[at] in ("or", "any") or (words[at] in ("and", "but") and at > 1 and not (
                words[at] == "and" and at == len(words) - 2 and _is_second(words[at + 1], tags[at + 1]))):
            keep = at
            break
    if keep < len(words) and tags[keep] in ("cue", "auxiliary"):
        return None  # Bellamy, the union said
    if keep < len(words) or keep > LONGEST:  # no half of a clause: one of the committees | probing the mayor's
        keep = next((at for at in range(1, min(keep, LONGEST)) if tags[at] in ("gerund", "relative")
                     and tags[at - 1] in ("noun", "name")), min(keep, LONGEST))
    whole = keep == len(words) > 2 and find_class(words[-1]) in ("pronoun", "possessive") \
        and tags[-2] == "preposition"
    while not whole and keep and find_class(words[keep - 1]) is not None:
        keep -= 1  # not of: the runner who came in behind him
    size = len(" ".join(words[:keep]))
    return (first, first + size) if keep and text[first:first + size] == " ".join(words[:keep]) else None


def _is_second(word, tag):
    """Tell whether a word behind "and" ends a description: his longtime lawyer and fixer."""
    return tag == "noun" and word.islower() and (is_person_word(word) or is_epithet(word) or word.endswith("er"))


def _between_dashes(text, at, end):
    """Bellamy -- the nurses' former leader -- climbed down."""
    match = _DASHED.match(text, at, end)
    return match and _find_description(text, match.end(), match.end(1))


def _apposition(text, at, end):
    """Bellamy, the nurses' leader; Bellamy, 43, a lawyer from Ellby."""
    match = _APPOSED.match(text, at, end)
    return match and _find_description(text, match.end(), end)


def _owner(text, at, end):
    """Bellamy, Norhaven's mayor."""
    match = _OWNED.match(text, at, end)
    return match and _find_description(text, match.end(), end)


def _office(text, at, end):
    """Bellamy, mayor of Norhaven; Bellamy, Democrat of Norhaven; Bellamy, D-Norhaven."""
    match = _OFFICE.match(text, at, end)
    if match:
        party = PARTY.match(text, match.end(), end)
        if party:
            return match.end(), party.end()
        if "and" not in match.groups() and any(word and is_person_word(word) for word in match.groups()):
            return _find_description(text, match.end(), end)
    return None


def _clause(text, at, end):
    """Bellamy, who has never worked a night shift."""
    match = _CLAUSE.match(text, at, end)
    if not match:
        return None
    words = match.group(1).split()
    if len(words) < 4 or words[1] in SAID | {"spoke"} or not {"are", "were"}.isdisjoint(
            words[1:4]):
        return None  # aides to Bellamy who resigned or were fired
    size = len(match.group(1).rstrip())
    return match.start(1), match.start(1) + size


def _brackets(text, at, end):
    """Bellamy (a former judge)."""
    match = _BRACKET.match(text, at, end)
    return match and match.span(1)


def _decides(example):
    """Return the rule that reads what stands behind the name Bellamy in an example sentence."""
    at = example.index("Bellamy") + len("Bellamy")
    return BEHIND.decide(example, at, len(example))[0]


BEHIND = RuleList("What describes the name before it?", (
    Rule("apposition", _apposition, "A phrase with an article between commas says what the named one is.",
         yes=("Ann Bellamy, the nurses' leader, climbed down.", "Ann Bellamy, the £1.1million-a-year boss, left.",
              "They met Ann Bellamy, 43, a lawyer from Ellby.",
              "Ann Bellamy (Ellby), one of the union's founders, left.", "Ann Bellamy, his lawyer and fixer, left."),
         no=("Ann Bellamy, the union said, will go.", "Ann Bellamy, who leads the union, will go.")),
    Rule("owner", _owner, "A genitive opens a description as an article does.",
         yes=("Ann Bellamy, Norhaven's mayor, climbed down.",), no=("Ann Bellamy, after Norhaven's vote, left.",)),
    Rule("dashes", _between_dashes, "Dashes part a description as commas do.",
         yes=("Ann Bellamy -- the nurses' former leader -- left.", "Ann Bellamy — Norhaven’s mayor — left."),
         no=("Ann Bellamy -- the strike was over -- left.", "Ann Bellamy -- who knows why -- left.")),
    Rule("office", _office, "An office or party needs no article.",
         yes=("Ann Bellamy, mayor of Norhaven, left.", "Ann Bellamy, Republican of Norhaven, left."),
         no=("Ann Bellamy, speaking in Norhaven, left.", "Ann Bellamy, meanwhile, left.")),
    Rule("clause", _clause, "A clause with who describes in the outlet's words.",
         yes=("Ann Bellamy, who has never worked a night shift, left.",),
         no=("Ann Bellamy, who said nothing, left.", "They met aides to Ann Bellamy who left or were fired.")),
    Rule("brackets", _brackets, "Brackets behind a name hold the party, or a description.",
         yes=("Ann Bellamy (D-Norhaven) left.", "Ann Bellamy (a former judge) left."),
         no=("Ann Bellamy (left) smiled.",)),
), _decides)
