"""One thing that two texts give to two: who owns it, who wrote it, who was chosen for a post of one holder.

    "Blue Heron Hydro owns the dam"  and  "the dam belongs to Tamarack County"
differ in the holder, whatever the order.  Only holders by name are compared: the volunteer may be the rival's coach.
"""

from collections import defaultdict
from itertools import combinations

import pandas as pd
import regex

from ..english.grammar import DETERMINERS
from ..english.lexicon import given_sexes, titles
from ..english.names import HONORIFICS
from ..english.posts import CHIEFS
from ..english.spellings import are_one_name, may_be_one_name
from ..english.words import fold, folded_words
from ..rules import Rule, RuleList
from ..tables import rows_of
from .quantities import Difference

HELD, POSTS = "two holders of one thing", "holds the post"
_NAME = r"(?:[Tt]he\s)?(?P<who>(?<!\p{L})\p{Lu}[\p{L}\p{M}’'&-]*(?:\s(?:of\s)?\p{Lu}[\p{L}\p{M}’'&-]*){0,4})(?<!['’]s)"
_ASIDE = r"(?:,\s[^,;.]{2,60},)?"
_WHICH = r"(?:,\s(?:the|an?)\s[^,;.]{2,40})?,?\s(?:which|that|who)"
_THING = (r"(?:the|its|this)\s(?P<thing>(?:\p{L}[\p{L}-]*\s){0,3}?\p{Ll}[\p{L}-]{2,})"
          r"(?=[.,;]|$|\s(?:in|on|at|by|and|but|with|for|when|after|that|which|near|since|said|says|as)\b)")
_SUBJECT = r"(?:^|\s)(?:[Tt]he|[Ii]ts|[Tt]his)\s(?P<thing>(?:[\p{L}-]+\s){0,3}?\p{Ll}[\p{L}-]{2,})"
_HAD = r"(?:(?:has|have)\s)?"
_ELECTED = r"(?:appointed|named|chosen|elected|picked)"
_POST = (r"(?P<post>chair(?:man|woman|person)?|chief\sexecutive|president|head\scoach|captain|director\sgeneral"
         r"|general\ssecretary|editor|principal)")
_ORG = (r"(?:\sof\s(?:the\s)?(?P<org>[\p{L}\p{M}’'&-]+(?:\s\p{Lu}[\p{L}\p{M}’'&-]+)*))?"
        r"(?=[.,;]|$|\s(?:and|but|on|in|at|after|to|said)\b)")
_NO = regex.compile(  # of another time, or left open
    r"\b(?:not|never|once|former(?:ly)?|ex-\p{L}+|previous(?:ly)?|until|had|used\sto|may|might|could|would|if|whether|"
    r"deputy|vice|acting|interim|honorary|first|second|co-\p{L}+|(?:in|since|from)\s(?:18|19|20)\d\d|\p{L}+\sago"
    r"|last\s(?:year|month)|partly|jointly|half|stake|share|third|quarter|per\scent|percent|minority|majority)\b"
    r"|%|\?|[“”\"]|n['’]t\b|\band\s\p{Lu}")

_MAY = frozenset(["owns", "owned", "owner", "belong", "belongs", "belonging", "wrote", "written", "drafted", "painted",
                  "composed", "appointed", "named", "chosen", "elected", "picked", "new"])  # every rule asks for one
_LINK = regex.compile(r"\b(?:sold|bought|subsidiary|parent|unit|arm|division|part\sof|through|control\p{Ll}*"
                      r"|merge\p{Ll}*|succe\p{Ll}+|replac\p{Ll}+|family|formerly|called|known)\b")
_SENTENCE = regex.compile(r"(?<=[.!?])\s+|\n+")
_AT = regex.compile(r"\s(?:on|in|at|near|of)\s(?:the\s)?(\p{Lu}[\p{L}’'-]+)")
_ABOUT = {"owns": "owns the", "wrote": "wrote the", POSTS: "was chosen as"}


def _read(*patterns):
    found = [regex.compile(pattern) for pattern in patterns]
    return lambda text: next((match for pattern in found if (match := pattern.search(text))), None)


def _example(text):
    return next((name for name, *_ in read_holders(text)), None)


HOLDERS = RuleList("Who has or did what one alone can have or do?", (
    Rule("owns", _read(rf"{_NAME}(?:{_ASIDE}|{_WHICH})\sowns\s{_THING}",
                       rf"{_SUBJECT}{_ASIDE},?\s(?:(?:is|are)\s)?owned\sby\s{_NAME}",
                       rf"{_SUBJECT}{_ASIDE}\s(?:belongs?|belonging)\sto\s{_NAME}",
                       rf"{_NAME},\s(?:the\s)?owner\sof\s{_THING}"), "what one owns no other owns",
         yes=("Blue Heron Hydro owns the dam.", "The dam belongs to Tarn County.", "The dam is owned by Tarn County."),
         no=("Blue Heron Hydro once owned the dam.", "Tarn County owns a quarter of the dam.",
             "Tarn County and Blue Heron own the dam.")),
    Rule("wrote", _read(rf"{_NAME}{_ASIDE}\s(?:wrote|drafted|painted|composed)\s{_THING}",
                        rf"{_SUBJECT}{_ASIDE}\s(?:was|were)\s(?:written|drafted|painted|composed)\sby\s{_NAME}"),
         "what one wrote no other did",
         yes=("Ann Crane drafted the deal.", "The deal was drafted by Lady Marchbanks."),
         no=("Ann Crane may have drafted the deal.", "Ann Crane drafted a deal.")),
    Rule(POSTS, _read(
        rf"{_NAME}{_ASIDE}\s(?:(?:has|have)\sbeen|was|is)\s{_ELECTED}\s(?:as\s)?(?:(?:the|its|their)\s)?(?:new\s)?{_POST}{_ORG}",
        rf"(?P<org>(?<![\p{{L}}’'-])\p{{L}}[\p{{L}}’'-]+)\s{_HAD}{_ELECTED}\s{_NAME}{_ASIDE}\s(?:as|to\sbe)\s(?:(?:the|its|their)\s)?(?:new\s)?{_POST}"
        r"(?=[.,;]|$|\s(?:and|but|on|after)\b)",
        rf"(?:[Tt]he|[Ii]ts)\snew\s{_POST}{_ORG}\s?(?:is|will\sbe)\s{_NAME}"), "a body has one chairman at a time",
         yes=("Ruth Ellan has been appointed chairman of the bank.", "The bank has named Colin Begg as its chairman."),
         no=("Ruth Ellan has been appointed deputy chairman of the bank.", "Ruth Ellan was named in the will.",
             "Ruth Ellan was appointed chairman of the bank in 2011.")),
), _example)


def read_holders(text: str) -> list[tuple[str, str, int, int]]:
    """Return (rule, thing, start, end of the holder's name) of what a sentence gives to one by name."""
    if _NO.search(text):
        return []
    found = []
    for rule in HOLDERS:
        if match := rule.test(text):
            given = match.groupdict()
            thing = _key(given.get("thing") or given.get("org") or "")  # chairman of what, the sentence must say
            if at := given.get("thing") and _AT.match(text, match.end("thing")):
                thing = f"{thing} at {fold(at[1])}"  # the shop on Mill Road
            if given.get("post"):
                thing = thing and f"{_post(given['post'])} of {thing}"
            if thing and _key(given["who"]):
                found.append((rule.name, thing, *match.span("who")))
    return found


def _post(post):
    word = fold(post)
    return "chair" if word.startswith("chair") else CHIEFS.get(word, word)


def _key(words):
    return " ".join(word for word in folded_words(words) if word not in DETERMINERS)


def find_holders(sentences: pd.DataFrame, texts: dict[str, str]) -> list[Difference]:
    """Return the Differences of holders: two texts give one thing to two."""
    held: dict = defaultdict(lambda: defaultdict(list))
    for article, start, text, zone in rows_of(sentences, "article", "start", "text", "zone"):
        if zone == "body" and not _MAY.isdisjoint(folded_words(text)):
            for rule, thing, low, high in read_holders(text):
                held[rule, thing][article].append((article, start + low, start + high))
    found = []
    for (rule, thing), told in sorted(held.items()):
        firsts = [places[0] for places in told.values()]
        pairs = [(one, other) for one, other in combinations(firsts, 2) if _are_two(one, other, texts)]
        if pairs:
            places = tuple(sorted({place for pair in pairs for place in pair}))
            named = thing.partition(" of " if rule == POSTS else " at ")[0]
            found.append(Difference("name", f"who {_ABOUT[rule]} {named}", places, HELD))
    return found


def _is_person(name):
    return any(word.title() in given_sexes() or word.rstrip(".") in titles() for word in folded_words(name))


def _are_two(one, other, texts):
    """Tell whether two names are of two, whom no sentence links: a firm may own a thing through another."""
    mine, theirs = (texts[article][start:end] for article, start, end in (one, other))
    words = [[word for word in folded_words(name) if word.rstrip(".") not in HONORIFICS] for name in (mine, theirs)]
    if any(are_one_name(a, b) or (a[0] == b[0] and min(len(a), len(b)) < 4) for a in words[0] for b in words[1]):
        return False
    initials = ["".join(word[0] for word in name) for name in words]
    if initials[0] in words[1] or initials[1] in words[0]:
        return False
    if len({_is_person(name) for name in (mine, theirs)}) == 2:
        return False  # a firm and whoever is behind it
    if may_be_one_name(fold(mine), fold(theirs)):
        return False
    return not any(_LINK.search(line) and all(name.split()[-1] in line for name in (mine, theirs))
                   for place in (one, other) for line in _SENTENCE.split(texts[place[0]]))
