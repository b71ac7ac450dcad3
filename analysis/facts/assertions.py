"""What a sentence asserts or denies: its clauses without who said so, and the verbs that they deny.

    "Ann Li denied that the ferry had been overloaded"  and  "the ferry had not been overloaded, Ann Li said"
deny one verb; "the crew did not hand out life jackets" and "no life jackets were handed out" another.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from ..english.grammar import AUXILIARIES, MODALS
from ..english.stems import VERBS_IN_LY
from ..english.words import find_words, fold
from ..rules import Rule, RuleList, keep_texts

_STOP = regex.compile(r"[;:—–]|,\s(?=(?:and|but|while|which|who|as|after|though|although|\p{Ll}+ing)\b)"
                      r"|\s(?=(?:while|although|though)\b)|[“”\"]")
_ASIDE = regex.compile(r",\s(?:which|who|whose|whom|where|when)\b[^,;.“”\"]{3,150},|\([^()]{3,100}\)")
_SAID = (r"(?:said|says|told|tells|confirmed|announced|claimed|claims|insisted|insists|maintained|maintains|added"
         r"|stressed|acknowledged|testified|reported|argued|argues|stated|vowed|promised|pledged)")
_HEAD = regex.compile(r"(?:\p{Lu}\p{Ll}+\s[^,;\p{Lu}]{2,40},\s)?"  # reached at home, Li said
                      r"(?P<who>(?:[^,;\s]+\s+){0,9}[^,;\s]+|[^;]{2,90},)\s+(?:also\s)?"
                      rf"(?<!\b(?:not|never|to)\s|n['’]t\s){_SAID}"
                      r"(?:\s(?:(?!(?:that|he|she|it|they|the|no|who|what|when|where|why|how|if|whether)\b)"
                      r"[\p{L}’'-]+\s?){0,5})??"
                      r"\s?(?:\bthat\s|\s(?=(?:he|she|it|they|the|no)\b))")
_TAIL = regex.compile(rf",\s(?:(?:(?:its|his|her|their|the|an?)\s[^,;]{{2,60}},\s)?"
                      rf"[^,;]{{2,80}}\s?,?\s{_SAID}\b|{_SAID}\s|according\sto\b).*$")
_LEADING = regex.compile(r"(?:\p{Lu}[\p{L}\p{M}’'.-]+\s?)+")
_BESIDE_WHO = regex.compile(r",\s(?=\p{Ll}+(?:ed|ing)\b)[^,]*,?$")
_AND_SAID = regex.compile(rf"\sand\s(?:also\s)?{_SAID}\s(?:that\s)?(?=\p{{Ll}})")
_SPEAKS = re.compile(rf"\b(?:{_SAID}|according)\b")  # in half the time that regex takes for so many words
_PRONOUN = regex.compile(r"(?:he|she|it|they)\s")
_BETWEEN = (r"(?:\s(?:yet|also|even|ever|been|be|being|have|to|able|going|due|planning"
            rf"|(?!(?:{'|'.join(sorted(VERBS_IN_LY))})\b)\p{{L}}+ly))*")
_NOT = regex.compile(rf"(?:\b(?:not|never)|(?:n['’]t|\bcannot))\b{_BETWEEN}\s(?P<verb>\p{{Ll}}{{3,}})")
_NOT_TO = regex.compile(r"(?:not|never)\sto\s")
_CHOSE = regex.compile(r"\b(?:decid(?:ed?|es|ing)|decision|chosen?|opted|elected|voted|resolved|is|are|was|were)\s$")
_IN_FORCE = ("force", "place", "effect")
_NO = regex.compile(r"\b(?:[Nn]o|[Nn]one\sof\s(?:the|its|their|his|her))\s(?!doubt\b|matter\b|wonder\b|sooner\b)"
                    r"(?:\p{L}+\s){0,2}?(?P<noun>\p{L}+)\s(?:was|were|has|have|had|will|would)"
                    rf"{_BETWEEN}\s(?:in\s(?=(?:{'|'.join(_IN_FORCE)})\b))?(?P<verb>\p{{Ll}}{{3,}})")
_NOTHING = regex.compile(r"\b[Nn]othing\s(?:(?:has|have|had)\sbeen|was|is)\s(?P<verb>\p{Ll}{3,})")
_FAILED = regex.compile(r"\b(?:fail(?:ed|s|ing)?|refus(?:ed|es|ing|e)|declin(?:ed|es|ing|e)|neglected|forgot"
                        r"|(?:was|were|is|are)\sunable)\sto\s(?P<verb>\p{Ll}{3,})")
_WITHOUT = regex.compile(r"\bwithout\s(?P<verb>\p{Ll}{3,}ing)\b")
_YET = regex.compile(r"\b(?:(?:has|have|had|is|are|was|were)\syet\sto|still\sha(?:s|ve|d)\sto)\s(?:be\s)?"
                     r"(?P<verb>\p{Ll}{3,})")
_WHETHER = regex.compile(
    r"\b(?:(?:not|never|yet\sto)(?:\s(?:yet|been))*\sdecided?|undecided|(?:refused|declined)\sto\ssay)"
    r"\s(?:whether|if)\s"
    r"(?:to|(?:\p{L}+\s){1,3}?(?:would|will))\s(?P<verb>\p{Ll}{3,})")
UNDECIDED = "undecided"
_DENIES = regex.compile(r"\b(?:no|none|nobody|nothing|neither|nor|hardly|not|never|cannot)\b|n['’]t\b")
_MAY_DENY = re.compile(r"\b(?:no|without|hardly|never|neither|cannot|yet\s|still\s|undecided|fail|refus|declin"
                       r"|neglect|forgot|unable)|n['’]t")  # of small letters: twice as fast as of any
_DENYING = ("den", "disput", "refut", "reject", "dismiss")  # one of them is in what _DENIED finds
_DENIED = regex.compile(r"\b(?:den(?:ied|ies|y|ying)|disput(?:ed|es|e|ing)|refut(?:ed|es|e))\s(?:[^,;]{2,60}\s)?that\s"
                        r"|\b(?:rejected|rejects|dismissed|dismisses|denied|denies|disputed|disputes)\s(?:the|a|any|all|his|her|their|its)"
                        r"?\s?(?:\p{L}+\s){0,2}?(?:claims?|reports?|suggestions?|allegations?|accusations?|rumou?rs?|charges?|assertions?)\sthat\s"
                        r"|\bden(?:ied|ies|y|ying)\s(?=(?:having\s|being\s|ever\s)?\p{Ll}+ing\b)")
_OF_THAT = regex.compile(r"(?:\s(?:up|upon|on|to|with|of|for|out|about))?"
                         r"\s(?:it|them|this|so|him|her|that(?=[,.;]|$))\b")
_IS = regex.compile(r"\b(?:be|been|being|is|are|was|were)\s(?:not\s|\p{L}+ly\s)*$")
# Behind a denial these leave open what is so; before an assertion fewer do.
_OPEN = regex.compile(r"\b(?:if|unless|whether|may|might|could|should|would)\b|\?")
# "not sold but leased" leaves the sale denied, and so does a clause of its own; "not on Friday but on Monday" does not.
_OPEN_DENIAL = regex.compile(r"\b(?:until|because|why|only|just|necessarily|all|always|every|simply|merely"
                           r"|but(?!\s(?:(?:it|he|she|they|will|would|has|have|had|is|are|was|were|did|does|can|could|instead"
                           r"|\p{Ll}+ed)\b))|yet\sknown|clear)\b")
_AHEAD = regex.compile(r"\b(?:(?:whether|if|going|due|set|plans?|intends?)\sto|will|shall|won['’]t)\b")
_ABLE = regex.compile(r"\b(?:can|cannot|can['’]t|able\sto|unable\sto)\b")
_NO_ASSERTION = regex.compile(
    r"\b(?:of|without|for|from|against|by|at|before|after|like|to|than|not|towards?|into|about)\s$")


class Clause(NamedTuple):
    """A clause: its sentence's text without asides, first and last place, who says so, if what it says is denied.

    `near` has the names of the sentences before, where its subject is a pronoun and nobody named says so, `nearest`
    those of the last.
    `saying` marks the whole of a clause of which another holds what is said: for its verb of saying alone.
    """

    text: str
    first: int
    last: int
    who: str = ""
    told: bool = False
    flipped: bool = False
    saying: bool = False
    near: str = ""
    nearest: str = ""


class Denial(NamedTuple):
    """A verb that is denied: start of the denying word, the verb's place, and the noun of "no boats were sold"."""

    start: int
    low: int
    high: int
    noun: str = ""


@keep_texts(1 << 12)
def read_clauses(text: str) -> tuple[Clause, ...]:
    """Return the Clauses of a sentence, without who said them; an aside is a clause of its own."""
    plain, asides = text, []
    for match in _ASIDE.finditer(text) if "(" in text or ("wh" in text and "," in text) else ():
        asides.append((plain, *match.span()))
        plain = plain[: match.start()] + " " * (match.end() - match.start()) + plain[match.end():]
    bounds = [0, *(match.end() for match in _STOP.finditer(plain)), len(plain)]
    parts = [(plain, first, last) for first, last in pairwise(bounds) if last - first > 10]
    return tuple(clause for part in parts + asides for clause in _strip(*part))


def _strip(text: str, first: int, last: int) -> Iterator[Clause]:
    """Yield what is said of "Ann Li said that ...", "..., the police said", "Ann Li denied that ..."."""
    speaks = _SPEAKS.search(text, first, last) is not None  # few clauses do, and the patterns are long
    head = _HEAD.match(text, first, last) if speaks else None
    start = head.end() if head else first
    tail = _TAIL.search(text, start, last) if speaks else None
    if tail and tail.start() - start > 10:
        last = tail.start()
    who, told, flipped = (_trim_who(head["who"]), True, False) if head else ("", bool(tail), False)
    denied = _DENIED.search(text, start, last) if any(part in text for part in _DENYING) else None
    if denied:
        who, told, flipped, start = who or text[start : denied.start()], True, True, denied.end()
    if head:
        yield Clause(text, first, last, saying=True)
    also = _AND_SAID.search(text, start, last) if flipped else None
    if also:  # denied cheating, and said he would appeal
        yield Clause(text, also.end(), last, who, True)
        last = also.start()
    yield Clause(text, start, last, who if _PRONOUN.match(text, start, last) or flipped else "", told, flipped)


def _trim_who(who):
    """Return who says something without what else is told of them: Li, reached at home; Li denied it and said."""
    name = _LEADING.match(who) if who.endswith(" and") else None
    return name[0] if name else _BESIDE_WHO.sub("", who)


def _search(pattern):
    return lambda clause: list(pattern.finditer(clause.text, clause.first, clause.last))


def _find_not(clause):
    """Return the matches of "not"; not to do a thing denies it where one chose so, not where one was urged not to."""
    text = clause.text
    return [match for match in _NOT.finditer(text, clause.first, clause.last)
            if not _NOT_TO.match(text, match.start()) or _CHOSE.search(text, clause.first, match.start())]


def _example(text):
    return next((name for clause in read_clauses(text) if not clause.saying
                 for name, found in [DENIALS.decide(clause)] if found), None)


DENIALS = RuleList("What denies a verb?", (
    Rule(UNDECIDED, _search(_WHETHER),
         "who has not decided whether to do it, or will not say, has not said so",
         yes=("The board had not yet decided whether to sue.", "She refused to say whether she would run again."),
         no=("The board decided to sue.", "She did not say who would run.")),
    Rule("not", _find_not, "the plain way",
         yes=("The mayor has not paid for the lock.", "The council cannot sell the lock.", "It didn’t close the lock.",
              "The levy does not apply to boats.", "She decided not to close the lock."),
         no=("The mayor has paid for the lock.", "The council urged her not to close the lock.",
             "She had vowed not to close the lock.")),
    Rule("no one of them", _search(_NO), "where no boats were sold, boats were not sold",
         yes=("No boats were sold at the fair.", "No weight limit was in force.",
              "None of the boats had been insured."),
         no=("Boats were sold at no loss.", "There is no doubt.")),
    Rule("nothing", _search(_NOTHING), "where nothing was stolen, no cup was stolen",
         yes=("Nothing was stolen from the museum.",), no=("Nothing else was stolen.", "It was nothing.")),
    Rule("failed to", _search(_FAILED), "who failed or refused to do a thing did not do it",
         yes=("The mayor refused to pay for the lock.", "The board failed to test the lock."),
         no=("The mayor failed.",)),
    Rule("yet to", _search(_YET), "what has yet to be done has not been done",
         yes=("The regulator has yet to approve the sale.", "The sale still has to be approved."),
         no=("The regulator has to approve the sale.",)),
    Rule("without doing", _search(_WITHOUT), "who left without paying did not pay",
         yes=("The mayor left without paying for the lock.",), no=("The mayor left without a word.",)),
), _example)


def find_denials(clause: Clause) -> list[Denial]:
    """Return the Denials of a clause that denies and leaves nothing open; none of one that is itself denied."""
    if clause.flipped or clause.saying or not _may_deny(clause):
        return []
    unsure = is_open(clause) or _OPEN_DENIAL.search(clause.text, clause.first, clause.last)
    return [Denial(match.start(), match.start("verb"), match.end("verb"), fold(match.groupdict().get("noun") or ""))
            for rule in DENIALS if not unsure or rule.name == UNDECIDED for match in rule.test(clause)]


def is_open(clause: Clause, verb: int | None = None) -> bool:
    """Tell whether a clause leaves open whether what it tells is so; "would" behind "said" does not.

    A modal behind the `verb` in question is of another one: fuel has leaked, and a sheen could be seen.
    """
    found = _OPEN.finditer(clause.text, clause.first, clause.last)
    return any(not (clause.told and match[0] == "would") and not (
        verb is not None and match.start() > verb and match[0] in MODALS) for match in found)


def denies(clause: Clause) -> bool:
    """Tell whether a clause has anything that denies."""
    return _may_deny(clause) and (DENIALS.decide(clause)[0] is not None or _DENIES.search(
        clause.text[clause.first : clause.last].casefold()) is not None)


def _may_deny(clause):
    """Tell whether a clause has a word that any rule looks for: most have none."""
    return _MAY_DENY.search(clause.text[clause.first : clause.last].casefold()) is not None


def asserts(clause: Clause, start: int) -> bool:
    """Tell whether the verb at `start` is told as so: not "of paying", "asked to pay"."""
    before = clause.text[clause.first : start]
    return not _NO_ASSERTION.search(before) or bool(_AHEAD.search(before[-20:]) or _ABLE.search(before[-20:]))


def mode(clause: Clause, start: int) -> str:
    """Return "ahead" of what will be, "able" of what can be, else "" for the verb that ends before or at `start`."""
    before = clause.text[max(clause.first, start - 40) : start]
    if _AHEAD.search(before) or (clause.told and regex.search(r"\bwould\b", before)):
        return "ahead"
    return "able" if _ABLE.search(before) else ""


def is_open_object(clause: Clause, end: int) -> bool:
    """Tell whether a verb that ends at `end` is of what another sentence names: did not act upon it."""
    return _OF_THAT.match(clause.text, end, clause.last) is not None


def is_passive(clause: Clause, start: int) -> bool:
    """Tell whether the verb at `start` tells what is done to its subject, or what it is."""
    return _IS.search(clause.text, clause.first, start) is not None


def with_auxiliary(text: str, start: int) -> int:
    """Return where the verb phrase begins whose verb or not stands at `start`: will summon, had not locked."""
    while before := regex.search(r"(\p{Ll}+)\s+$", text[max(start - 12, 0) : start]):
        if before[1] not in AUXILIARIES and before[1] != "to" and not (
                before[1] == "in" and text.startswith(_IN_FORCE, start)):
            break
        start -= len(before[0])
    return start


def words_in(clause: Clause) -> list[tuple[int, int, str]]:
    """Return (start, end, folded word) of the words of a clause."""
    text = clause.text[clause.first : clause.last]
    return [(clause.first + a, clause.first + b, fold(text[a:b])) for a, b in find_words(text)]
