"""Where an article has it from: the agency it credits, the medium somebody told it to, the document it goes by.

And who gave no answer: declined to comment, did not respond.
"""

from collections import defaultdict

import pandas as pd
import regex

from ..english.lexicon import is_medium_name
from ..english.wordlists import listed
from ..english.words import folded_words
from ..remarks.pieces import DIRECT
from ..rules import Rule, RuleList
from ..speech.speakers.forms import is_body
from ..tables import rows_of, tabulate
from ..text.spans import group_rows

_BEHIND = regex.compile(r"\b(?:for|of|at)\s(?:the\s|\p{Lu}\p{L}{1,4}\.?\s)?\p{L}*\s?$")
# Open Hands, which owns the Ellby mill, did not respond: what stands between the commas was not asked.
_ASIDE = regex.compile(r",\s(?:(?!\sand\s)[^,.;])+,\s$|,\s(?:which|who|whose|that)\s[^.;]+,\s$")
_EARLIER = regex.compile(r"\b(?:letter|memoir|autobiography|book|filing|essay|last\s(?:week|month|year|autumn|spring"
                         r"|summer|winter)|(?:years?|months?|weeks?)\s(?:ago|earlier)|in\s(?:19|20)\d\d)\b")
_WORD = r"\p{Lu}[\p{L}\p{N}&’'-]*(?:\.\p{L}+)*"
_NAME = rf"(?:the\s)?({_WORD}(?:\s(?:of\s|for\s|and\s)?{_WORD}){{0,4}})"
_THING = (r"((?:an?|the|its|his|her|their)\s(?:[\p{L}’'-]+\s){0,4}?(?:DOCUMENT)\b"
          r"(?:\s(?:by|from|of)\s(?:the\s)?\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3})?)")
_DOCUMENT = "|".join(sorted(listed("institutions", kind="document")))
_ACCORDING = regex.compile(rf"\b[Aa]ccording to (?:{_NAME}|{_THING.replace('DOCUMENT', _DOCUMENT)})")
_FIRST = regex.compile(rf"\bfirst (?:reported|published|revealed|disclosed|obtained) (?:by|in) {_NAME}")
_WHO_FIRST = regex.compile(rf"{_NAME} (?:first|earlier) (?:reported|published|revealed|disclosed|obtained)\b")
_OBTAINED = regex.compile(rf"\b(?:obtained|reported|seen|reviewed|published) by {_NAME}")
_TOLD = regex.compile(rf"\b(?:told|interview with|reporters from|said on|posted on|tweeted on) {_NAME}")
_ASKED = (r"(?=[^.;“”\"]{0,40}\b(?:requests?|e-?mails?|messages?|calls?|inquir(?:y|ies)|quer(?:y|ies)|questions?"
          r"|comment))")
_CALLS = r"\b[^.;“”\"]{0,40}?\b(?:calls?|e-?mails?|messages?|requests?|inquir(?:y|ies)|quer(?:y|ies))\b"
_NO_ANSWER = regex.compile(
    r"\b(declined to (?:comment|be interviewed|answer questions|discuss)|"
    r"(?:did|does|has|have|had) not (?:immediately )?"
    rf"(?:(?:respond|repl(?:y|ied)|responded|answer|answered)\b{_ASKED}|returne?d?{_CALLS})"  # not: did not return home
    r"|could not (?:immediately )?be reached|refused to comment)")


def _by_according(sentence):
    match = _ACCORDING.search(sentence) if "ccording to" in sentence else None
    if not match:
        return None
    if match.group(2):
        return match.span(2)
    return match.span(1) if is_medium_name(match.group(1)) else None


def _by_first(sentence):
    if "first " not in sentence and "earlier " not in sentence:
        return None
    match = _FIRST.search(sentence) or _WHO_FIRST.search(sentence)
    return match.span(1) if match and is_medium_name(match.group(1)) else None


def _by_via(sentence):
    for pattern, words in ((_OBTAINED, (" by ",)), (_TOLD, ("told ", " with ", " from ", " on "))):
        for match in pattern.finditer(sentence) if any(word in sentence for word in words) else ():
            if is_medium_name(match.group(1)):
                return match.span(1)
    return None


def _by_no_answer(sentence):
    may = " not " in sentence or "declined " in sentence or "refused " in sentence
    match = _NO_ANSWER.search(sentence) if may else None
    return match.span(1) if match else None


def _decides(sentence):
    return ORIGIN.decide(sentence)[0]


ORIGIN = RuleList("Where does a sentence say that it has it from?", (
    Rule("first reported", _by_first, "Who had it first is said with first or earlier before the verb.",
         yes=("The memo was first reported by Reuters.", "Bloomberg first reported the sale."),
         no=("The fire was first reported by a neighbour.",)),
    Rule("according to", _by_according, "A medium or a document stands behind according to; a person is a speaker.",
         yes=("The pool is shut, according to a report by the Harbour Board.", "It fell, according to Reuters."),
         no=("It fell, according to Ann Bellamy.",)),
    Rule("via", _by_via, "What was told to a medium, or obtained by one, comes by way of it.",
         yes=("Bellamy told CNN that it fell.", "The letter was obtained by Bloomberg."),
         no=("Bellamy told reporters that it fell.", "Bellamy told Ellis that it fell.")),
    Rule("no answer", _by_no_answer, "Who gave no answer was asked.",
         yes=("A spokesman for the board declined to comment.", "Bellamy did not respond to questions."),
         no=("Bellamy commented on the vote.", "Bellamy wrote that she did not reply, but nodded.",
             "Bellamy did not respond. Ellis asked her for comment.")),
), _decides)


def find_origins(articles: pd.DataFrame, sentences: pd.DataFrame, quotes: pd.DataFrame,
                 mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the table `origins`: where an article says that it has something from, in the order of the text.

    An outlet is no source of itself.  The credit of an article stands first, at its headline where the text itself does
    not name the agency.  Of who gave
    no answer, who is the actor or speaker named last before the words, and answered the other articles that quote
    who, parted by |; both missing where there is none.
    """
    rows = []
    texts = dict(rows_of(articles, "article", "text"))
    for article, credit in rows_of(articles, "article", "credit"):
        if isinstance(credit, str) and credit and texts[article].strip():
            text = texts[article]
            at = text.find(credit)
            start, end = (at, at + len(credit)) if at >= 0 else (0, len(text.split("\n", 1)[0]) or 1)
            rows.append((article, start, end, credit, "credit"))
    for article, start, text in rows_of(sentences, "article", "start", "text"):
        for rule in ORIGIN:
            span = rule.test(text)
            if span:
                origin = text[span[0]:span[1]].removesuffix("’s").removesuffix("'s")
                rows.append((article, start + span[0], start + span[0] + len(origin), origin, rule.name))
    known = {(row[0], row[3].removeprefix("the ")) for row in rows}
    for article, via, start, end in rows_of(quotes, "article", "via", "start", "end"):
        if isinstance(via, str) and (article, via) not in known:
            rows.append((article, start, end, via, "via"))
    outlets = {article: _bare_words(str(outlet)) for article, outlet in rows_of(articles, "article", "outlet")}
    rows = [row for row in rows if row[4] in ("credit", "no answer") or not _is_own(outlets[row[0]], row[3])]
    order = {name: number for number, name in enumerate(texts)}
    rows = sorted(set(rows), key=lambda row: (order[row[0]], row[4] != "credit", *row[1:]))
    told = _Told(sentences, quotes, mentions) if any(row[4] == "no answer" for row in rows) else None
    asked = [_find_asked(row, texts, told) if row[4] == "no answer" else (None, None) for row in rows]
    return tabulate("origins", [(*row, *who) for row, who in zip(rows, asked, strict=True)], articles)


def _bare_words(name):
    return [word for word in folded_words(name) if word != "the"]


def _is_own(outlet, origin):
    """Tell whether an outlet, by its words, names itself: told the Post, in the Ellby Post."""
    words = _bare_words(origin)
    return bool(words) and outlet[-len(words):] == words


class _Told:
    """What texts print around who gave no answer: their sentences and actors, and what each speaker said."""

    def __init__(self, sentences, quotes, mentions):
        self.sentences = group_rows(sentences, ["start", "end"])
        self.named = group_rows(mentions, ["start", "end", "actor"])
        self.said = defaultdict(list)
        for speaker, kind, *place in rows_of(quotes, "speaker", "kind", "article", "start", "cue"):
            if kind in DIRECT and isinstance(speaker, str):
                self.said[speaker].append(place)


def _is_older(text, start, cue):
    """Tell whether a quote is of an earlier day: "she had called it a trap", "in a letter to members"."""
    opened = max(text.rfind(mark, 0, start) for mark in "\n.!?”")
    before, behind = text[opened + 1:start], text[start:start + 400].partition("\n")[0].partition("”")[2].split(".")[0]
    had = isinstance(cue, str) and regex.search(rf"\bhad\s(?:\p{{L}}+ly\s)?{regex.escape(cue)}\b", before)
    return bool(had or _EARLIER.search(f"{before} {behind}"))


def _find_asked(row, texts, told):
    """Return (who gave no answer here, the other articles that quote who parted by |), each None where unknown."""
    article, start = row[:2]
    first = next((begin for begin, end in told.sentences.get(article, ()) if begin <= start < end), start)
    found = [(end, actor) for begin, end, actor in told.named.get(article, ()) if first <= begin and end <= start]
    for name in sorted(told.said):
        at = texts[article].rfind(name, first, start)
        found += [(at + len(name), name)] if at >= 0 else []
    aside = _ASIDE.search(texts[article], first, start)
    found = [(end, who) for end, who in found if aside is None or end <= aside.start()]
    if not found:
        return None, None
    end, who = max(found)
    behind = _BEHIND.search(texts[article], first, end - len(who))
    if behind:  # Ann Bellamy of the Harbour Board did not respond
        end, who = next(((last, name) for last, name in found if last == behind.start() - 1), (end, who))
        behind = _BEHIND.search(texts[article], first, end - len(who))
    if texts[article].startswith(("'s", "’s"), end) or (behind and not is_body(who)):
        return None, None  # Bellamy's office, a spokesman for Bellamy
    others = {name for name, first, cue in told.said.get(who, ())
              if name != article and not _is_older(texts[name], first, cue)}
    return who, "|".join(name for name in texts if name in others) or None
