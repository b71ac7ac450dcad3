"""Who speaks in a headline: 'End of an era' is a remark where the text below quotes these words of one speaker."""

from ..english.words import folded_words
from ..rules import Rule, RuleList, Setting

SHOUTED = Setting("headline_words", 3, "words in marks of a headline from which whoever says them below is its speaker",
                  chosen="two words, a disgrace, may be anybody's")


def name_headlines(rows: list[tuple]) -> list[tuple]:
    """Return the rows of one article of the table `quotes`, those of its headline named by the remarks below.

    A row begins (article, quote, start, end, zone, kind, speaker, speaker_type, side, mention ...) as find_quotes has
    them, and ends with its text.
    """
    asked = [at for at, row in enumerate(rows) if row[4] == "headline" and row[5] != "indirect" and _is_open(row)]
    if not asked:
        return rows
    below = [(row[-1], row) for row in rows if row[4] == "body" and row[5] in ("full", "partial")]
    named = list(rows)
    for at in asked:
        rule, found = HEADLINES.decide(rows[at][-1], below)
        if rule and (rows[at][6] is None or found[7] == "person"):
            row, kind = rows[at], "full" if rows[at][5] == "full" else "partial"
            kind_rule = row[16] if row[5] == kind else "part of a sentence"
            named[at] = (*row[:5], kind, *found[6:9], *row[9:14], rule, row[15], kind_rule, *row[17:])
    return named


def _is_open(row):
    """Tell whether a headline names nobody who speaks: no speaker, an office, or what only acts in it."""
    return row[6] is None or row[7] in (None, "unnamed", "office") or (row[14] == "subject" and row[7] != "person")


def _find_below(words, below):
    """Return the row of the remark that holds the words of a headline, where all that do are of one speaker."""
    folded = folded_words(words)
    wanted = f" {' '.join(folded)} "
    told = [(f" {' '.join(folded_words(text))} ", row) for text, row in below]
    found = [row for text, row in told if wanted in text] if folded else []
    if len(folded) < SHOUTED.value and not any(text == wanted for text, _ in told):
        return None  # a word or two: only where the text marks no more
    return found[0] if found and found[0][6] and len({row[6] for row in found}) == 1 else None


def _example(told):
    headline, *remarks = told
    return HEADLINES.decide(headline, [(text, (*[None] * 6, speaker)) for speaker, text in remarks])[0]


HEADLINES = RuleList("Who speaks in a headline that names nobody?", (
    Rule("same words below", _find_below, "Whoever alone says three words or more of it in the text.",
         (("End of an era", ("Ann Bellamy", "It's the end of an era, and I do not care.")),
          ("WE HAD MINUTES", ("Ann Bellamy", "We had minutes, not hours,"), ("Karl Roe", "We ran.")),
          ("priceless", ("Ann Bellamy", "priceless"))),
         (("End of an era", ("Ann Bellamy", "It is the end of this era.")),
          ("WE HAD MINUTES", ("Ann Bellamy", "We had minutes."), ("Karl Roe", "We had minutes, no more.")),
          ("priceless", ("Ann Bellamy", "priceless"), ("Karl Roe", "It was priceless.")),
          ("A disgrace", ("Ann Bellamy", "It is a disgrace.")))),
), example=_example, decides="quotes.rule")
