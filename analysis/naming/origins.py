"""Where an article has it from: the agency it credits, the medium somebody told it to, the document it goes by.

And who gave no answer: declined to comment, did not respond.
"""

import regex

from ..english.words import read_list
from ..rules import Rule, RuleList
from ..speech.lexicon import is_medium_name
from ..tables import rows_of, tabulate

_WORD = r"\p{Lu}[\p{L}\p{N}&’'-]*(?:\.\p{L}+)*"
_NAME = rf"(?:the\s)?({_WORD}(?:\s(?:of\s|for\s|and\s)?{_WORD}){{0,4}})"
_THING = (r"((?:an?|the|its|his|her|their)\s(?:[\p{L}’'-]+\s){0,4}?(?:DOCUMENT)\b"
          r"(?:\s(?:by|from|of)\s(?:the\s)?\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3})?)")
_DOCUMENT = "|".join(read_list("institutions").query("kind == 'document'")["word"])
_ACCORDING = regex.compile(rf"\b[Aa]ccording to (?:{_NAME}|{_THING.replace('DOCUMENT', _DOCUMENT)})")
_FIRST = regex.compile(rf"\bfirst (?:reported|published|revealed|disclosed|obtained) (?:by|in) {_NAME}")
_WHO_FIRST = regex.compile(rf"{_NAME} (?:first|earlier) (?:reported|published|revealed|disclosed|obtained)\b")
_OBTAINED = regex.compile(rf"\b(?:obtained|reported|seen|reviewed|published) by {_NAME}")
_TOLD = regex.compile(rf"\b(?:told|interview with|reporters from|said on|posted on|tweeted on) {_NAME}")
_NO_ANSWER = regex.compile(
    r"\b(declined to (?:comment|answer|be interviewed|discuss)|(?:did|does|has|have) not (?:immediately )?(?:respond"
    r"|repl(?:y|ied)|responded|return|returned|answer|answered)\b|could not (?:immediately )?be reached"
    r"|refused to comment)")


def _by_according(sentence):
    match = _ACCORDING.search(sentence)
    if not match:
        return None
    if match.group(2):
        return match.span(2)
    return match.span(1) if is_medium_name(match.group(1)) else None


def _by_first(sentence):
    match = _FIRST.search(sentence) or _WHO_FIRST.search(sentence)
    return match.span(1) if match and is_medium_name(match.group(1)) else None


def _by_via(sentence):
    for pattern in (_OBTAINED, _TOLD):
        for match in pattern.finditer(sentence):
            if is_medium_name(match.group(1)):
                return match.span(1)
    return None


def _by_no_answer(sentence):
    match = _NO_ANSWER.search(sentence)
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
         no=("Bellamy commented on the vote.",)),
), _decides)


def find_origins(articles, sentences, quotes):
    """Return the table `origins`: where an article says that it has something from, in the order of the text.

    The credit of an article stands first, at its headline where the text itself does not name the agency.
    """
    rows = []
    texts = dict(rows_of(articles, "article", "text"))
    for article, credit in rows_of(articles, "article", "credit"):
        if isinstance(credit, str) and credit and texts[article].strip():
            text = texts[article]
            at = text.find(credit)
            start, end = (at, at + len(credit)) if at >= 0 else (0, len(text.split("\n", 1)[0]) or 1)
            rows.append((article, start, end, credit, "credit"))
    columns = [sentences[name].tolist() for name in ("start", "text")]
    for article, start, text in zip(sentences["article"].tolist(), *columns, strict=True):
        for rule in ORIGIN:
            span = rule.test(text)
            if span:
                origin = text[span[0]:span[1]].removesuffix("’s").removesuffix("'s")
                rows.append((article, start + span[0], start + span[0] + len(origin), origin, rule.name))
    known = {(row[0], row[3].removeprefix("the ")) for row in rows}
    told = quotes[quotes["via"].notna()]
    columns = [told[name].tolist() for name in ("via", "start", "end")]
    for article, via, start, end in zip(told["article"].tolist(), *columns, strict=True):
        if (article, via) not in known:
            rows.append((article, start, end, via, "via"))
    order = {name: number for number, name in enumerate(texts)}
    rows = sorted(set(rows), key=lambda row: (order[row[0]], row[4] != "credit", *row[1:]))
    return tabulate("origins", rows, articles)
