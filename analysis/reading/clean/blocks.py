"""Furniture of several lines: polls, comments of readers, offers of a subscription, the head that an archive adds.

A rule looks at the lines from one place on and says how many of them are the block.
"""

import regex

from ...rules import Rule, RuleList
from .glue import Part
from .notices import NOTICES

_I = regex.IGNORECASE
_POLL = regex.compile(r"(?:reader |quick |our )?(?:poll|vote|survey|quiz)\s*[:!–-]|(?:what do|tell us what) (?:our "
                      r"|you\b)(?:readers )?(?:think)?"
                      r"|(?:take|answer) (?:our|the|this) (?:poll|survey|quiz)|have your say\b", _I)
_POLLED = regex.compile(r"(?:vote|submit|results?|see (?:the )?results?|cast your vote\b.*)$|[\d,.]+ votes?\b|thank(?:s"
                        r"| you) for voting"
                        r"|.{1,60}:\s*\d{1,3}(?:[.,]\d)?\s?%$|\d{1,3}\s?%$", _I)
_COMMENTS = regex.compile(r"(?:\d[\d,.]*\s+)?(?:readers['’] |reader |user |latest |top )?comments?(?:\s*\(\d+\))?:?$"
                          r"|(?:\d[\d,.]*\s+)(?:replies|responses)$|what (?:our )?readers say:?$", _I)
_ANSWERS = regex.compile(r"(?:reply|report(?: comment| abuse)?|like|upvote|\d+ likes?|show replies)(?:\s*\(\d+\))?$"
                         r"|(?:\d+|an?|one) (?:second|minute|hour|day|week|month|year)s? ago$", _I)
_OFFER = regex.compile(
    r"(?:subscribe|sign (?:in|up)|log in|register (?:now|here|to|for)|become a (?:member|subscriber)|unlock|get (?:full"
    r"|unlimited|instant) access)\b"
    r"|to (?:continue|go on|keep|read)\b.{0,40}\b(?:read\p{L}*|article|story|plan|subscri\p{L}*|choose|sign)\b"
    r"|(?:continue|keep|go on) reading\b|already (?:a |paying|subscribed|have)|choose (?:a|your) plan"
    r"|this (?:article|story|content|page) is (?:only |exclusively |reserved )?(?:for|available)"
    r"|you have .{0,30}(?:left|remaining)", _I)
_PRICE = regex.compile(r"[£$€¥]\s?\d|\d\s?(?:€|£|\$|cents?\b|pence\b|crowns\b|euros?\b|dollars?\b)", _I)
_OFFERED = regex.compile(
    r"\b(?:cancel\p{L}*|billed|trial|plan|plans|device|devices|unlimited|access|subscri\p{L}*|member\p{L}*|edition"
    r"|already|enter here"
    r"|sign in|log in|every story|everything|all (?:our|the) (?:stories|articles)|whenever you (?:like|want)|any ?time"
    r"|per (?:month|week"
    r"|year)|a (?:month|week|year)|offer|newsletter|paying|free)\b", _I)
_KEPT = regex.compile(r"(?:saved from(?=\s+(?:\S+\.\S|the original|http))|about this capture"
                      r"|captured? (?:on|at|from)|archived? (?:from|on|copy)"
                      r"|\d[\d,]* captures?\b"
                      r"|(?:the )?wayback machine|archive\.(?:today|is|ph|org)\b|snapshot of)", _I)
_KEPT_ON = regex.compile(r"(?:https?://\S+|.{0,12}\d.{0,40}|.{0,30}\b(?:webpage|screenshot|snapshots?|captures?"
                         r"|collected by|share|download"
                         r"|history|from host|redirected|timestamps?)\b.{0,60})$", _I)
_REACH = 14  # lines at most over which a poll goes


def _poll(lines, place):
    if not _POLL.match(lines[place]) or len(lines[place].split()) > 16:
        return 0
    last = 0
    for number, line in enumerate(lines[place + 1:place + _REACH], 1):
        if len(line.split()) > 20:
            break
        last = number if _POLLED.search(line) else last
    return last + 1 if last else 0


def _comments(lines, place):
    rest = lines[place + 1:]
    if not place or not _COMMENTS.match(lines[place]) or sum(bool(_ANSWERS.match(line)) for line in rest) < 1:
        return 0
    return len(rest) + 1


def _offer(lines, place):
    if not _OFFER.match(lines[place]) or len(lines[place].split()) > 20:
        return 0
    last = number = 0
    priced = bool(_PRICE.search(lines[place]))
    for number, line in enumerate(lines[place + 1:place + _REACH], 1):
        # a sentence of the story has its price too
        told = len(line.split()) > 12 and not regex.search(r"\byour?\b", line, _I)
        if len(line.split()) > 30 or not (_PRICE.search(line) or (_OFFERED.search(line) and not told)):
            break
        priced |= bool(_PRICE.search(line))
        last = number
    return last + 1 if last and priced else 0


def _kept(lines, place):
    if place > 3 or not _KEPT.match(lines[place]):
        return 0
    last = place + 1
    while last < len(lines) and last < place + 8 and _KEPT_ON.match(lines[last]) and len(lines[last].split()) < 12:
        last += 1
    return last - place


def _sorry(lines, place):
    """A cry of a word or two below a notice belongs to it."""
    before = lines[place - 1] if place else ""
    return int(lines[place].endswith("!") and len(lines[place].split()) < 3 and bool(NOTICES.decide(before)[0]))


def _example(text):
    """Return the rule that decides the first of lines parted by a bar, or the line among them that opens with +."""
    lines = [line.strip() for line in text.split("|")]
    place = next((number for number, line in enumerate(lines) if line.startswith("+")), 0)
    return BLOCKS.decide([line.removeprefix("+") for line in lines], place)[0]


BLOCKS = RuleList("Which lines from here on are a block of the page?", (
    Rule("poll", _poll, "What readers are asked by the page and may tick is not the story.",
         yes=("POLL: Should the bath be shut?|Yes|No, mend it|Vote",
              "What do our readers think?|Shut it: 61%|1,204 votes."),
         no=("Poll: six in ten want the bath.|The council disagrees.", "What do you want, she asked.|Nothing.")),
    Rule("comments of readers", _comments, "Comments under the text are not the article's.",
         yes=("The bath is shut.|+3 Comments|swimmer7|2 days ago|I want it back.|Reply",),
         no=("The bath is shut.|+Comments|The mayor had none.",)),
    Rule("offer of a subscription", _offer, "The offer of a subscription is not the article's, in none of its lines.",
         yes=("Subscribe to continue|Read everything for six weeks.|Only £2 in all.",
              "To go on reading, choose a plan.|Basic: 4 € a month."),
         no=("Register of baths opens|It cost £2 in 1900.",
             "Subscribe now for 1 a week.|Under the plan the first boat leaves at 6.10 a.m. and the last at "
             "11.40 p.m.")),
    Rule("kept by an archive", _kept, "What an archive prints above a page tells when it was kept.",
         yes=("Saved from http://echo.example/bath|2 Jan 2025 09:14:22 UTC|Webpage",
              "About this capture|9 Feb 2023 - 4 Jan 2025"),
         no=("Saved from the river|The keeper of Ellby saved a boy.",)),
    Rule("below a notice", _sorry, "A cry below a notice belongs to it.",
         yes=("We could not add your address to our list.|+Sorry!",), no=("The bath is shut.|+Sorry!",)),
), _example)


def label_blocks(parts: list[Part]) -> None:
    """Label the parts that stand in a block of the page as notices."""
    lines = [part.text for part in parts]
    place = 0
    while place < len(parts):
        name, size = BLOCKS.decide(lines, place)
        for part in parts[place:place + (size or 0)]:
            if part.kind is None or name == "kept by an archive":
                part.label("notice", name)
        place += size or 1


