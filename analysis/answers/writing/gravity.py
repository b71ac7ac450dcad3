"""How grave a difference between accounts is: deaths first, then harm, votes and sums, denials, numbers and days."""

from typing import Any

import regex

from ...rules import Rule, RuleList

_WORD = r"(?<![\p{L}])(?:%s)(?![\p{L}])"


def _about(*words: str) -> Any:
    pattern = regex.compile(_WORD % "|".join(words), regex.IGNORECASE)
    return lambda about, kind: pattern.search(about)


GRAVITY = RuleList("How grave is a difference?", (
    Rule("deaths", _about("dead", "die[ds]?", "deaths?", "kill\\w*", "drown\\w*", "victims?", "bodies", "lives", "toll",
                          "perish\\w*", "fatal\\w*"),
         "How many died is what everybody asks first.", (("nine drowned", "number"),), (("nine boats", "number"),)),
    Rule("harm", _about("injur\\w*", "wound\\w*", "hurt", "missing", "hostages?", "arrest\\w*", "detain\\w*",
                        "evacuat\\w*"),
         "Then who was hurt, is missing or was taken.", (("14 people were injured", "number"),),
         (("14 sailors", "number"),)),
    Rule("votes and sums", _about("votes?", "voted", "million", "billion", "[$£€].*", "fine\\w*", "per ?cent",
                                  "strikers?",
                                  "protest\\w*", "crowd"),
         "Votes, sums and crowds are what accounts are checked for.", (("a fine of £3 million", "number"),),
         (("3 years", "number"),)),
    Rule("denial", lambda about, kind: kind in ("negation", "speaker"),
         "Whether a thing is so, and who said it, cannot both be right.",
         (("reopened", "negation"), ("who", "speaker")), (("reopened", "tense"), ("nine drowned", "negation"))),
    Rule("number", lambda about, kind: kind in ("number", "role", "name"),
         "Other numbers, names and offices.", (("boats", "number"), ("Ann Bellamy", "role"), ("who", "name")),
         (("reopened", "date"), ("victims", "number"))),
    Rule("day", lambda about, kind: True, "A day or a tense is wrong more easily, and matters less.",
         (("reopened", "date"), ("reopened", "tense"), ("train", "time")),
         (("reopened", "negation"), ("vote", "date"))),
), lambda example: GRAVITY.decide(*example)[0])
