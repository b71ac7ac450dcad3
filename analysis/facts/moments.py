"""Days that two texts give for one act and that can't both be true."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import pandas as pd
import regex

from ..english.classes import find_senses
from ..english.grammar import AUXILIARIES, BE, DETERMINERS
from ..english.numbers import ONE_MORE
from ..english.stems import first_form, is_telling, weigh_word
from ..english.verbs import LIGHT, is_verb
from ..reading.dates import name_days
from ..rules import Rule, RuleList, Setting
from ..tables import rows_of
from ..text.days import sort_key
from .contexts import (
    SHARED_ACT,
    Context,
    feature_of,
    join_phrasal,
    phrasal_words,
    read_context,
    shared_weight,
    word_for_word,
)
from .happenings import EDGES, Happening, read_doer, read_edge, read_happening, same_happening
from .posts import Post, held_apart, read_held
from .quantities import Difference, chain_pairs, item_at
from .ties import MOST

LONG = Setting(
    "long_day_sentence",
    15,
    "weight of a sentence's words from which two days need one act to be of one thing",
    chosen="six nouns and names: two long sentences of one event share its names on any day",
)
DAY_SHARE = Setting("day_share", 0.35, "share of the lighter clause's weight from which two days of one verb are of "
                    "one act", chosen="a name and the verb of three")
_UNDOES = frozenset(["delay", "cancel"])  # what was put off on Tuesday was held on another day
IS = "was"  # the word of a day that only is: the auction was on Saturday
TELLING = Setting("telling_act", 2.0, "weight of a day's verb from which two openings that have it date one act",
                  chosen="thirty times in a million: to apologise, not to vote")
_CLAUSE = regex.compile(
    r"[;:—–]|\b(?:who|whom|which|that|when|where|while|after|before|because|whose)\b|,\s(?:and|but)\b|[“”\"]"
)
_ONE_MORE = regex.compile(rf"(?<!\b(?:on|in|at|from|to)\s)\b{ONE_MORE}\b|\b(?:again|as\swell|once\smore)\b",
                          regex.IGNORECASE)  # not on a second floor
_CAN_BE_FIRST = sorted(form for word in DETERMINERS for form in (word, word.capitalize()))
_ADJECTIVE = re.compile(  # the postponed vote; the vote, postponed for a week, was held on Friday: told of no day
    rf"\b(?:{'|'.join(_CAN_BE_FIRST)})\s([a-z]{{3,}}ed)(?=\s(?!(?:on|in|at|by|{'|'.join(sorted(AUXILIARIES))})\b)\w)"
    r"|,\s([a-z]{3,}ed\s[^,;.“”\"]{2,60})(?=,\s)")
_PART_OF_DAY = regex.compile(r"(?:\s(?:morning|afternoon|evening|night))?")
_CLEFT = regex.compile(r"It (?:was|is)(?: only| not until)? [^.;]{0,30}?\b(?P<that>that)\b")


class Moment(NamedTuple):
    """A day of an act: its place, the acts its clause tells, its sentence's words, first and last day, name and key."""

    article: str
    start: int
    end: int
    act: str
    word: str
    context: Context
    first: str | None
    last: str | None
    sort: str
    key: str
    ahead: bool
    item: int
    happening: Happening = Happening()
    deed: frozenset = frozenset()  # what its own verb tells
    coded: frozenset = frozenset()  # items that a reader finds in its passage
    edge: str = ""  # what begins or ends on it: "stoppage begin"
    held: tuple[Post, ...] = ()  # the posts that somebody took or left
    one_more: bool = False  # it tells of one more of its kind: a fourth miner
    doer: str = ""  # the name next before its verb: Crane visited Ellby
    lead: bool = False  # it stands in the headline or the first sentence


def _coded(one, other):
    return "one" if one.coded & other.coded else None


def _another_act(one, other):
    heard, told = one.act, other.act
    missing = heard not in other.context.words or told not in one.context.words
    return "two" if heard and told and heard != told and missing else None


def _another_name(one, other):
    names, others = one.context.names, other.context.names
    if one.doer and other.doer and one.doer != other.doer and one.act == other.act:
        return None if one.doer in others or other.doer in names else "two"
    return "two" if names and others and not names & others else None


def _one_edge(one, other):
    """The strike will begin on Monday, the walkout will start on Wednesday."""
    return "one" if one.edge == other.edge != "" else None


def _in_the_lead(one, other):
    """A clerk on Friday apologised for a notice; the man behind the notice had to apologise on Saturday."""
    telling = one.act == other.act != "" and weigh_word(one.word) >= TELLING.value
    return "one" if one.lead and other.lead and telling else None


def _same_act(one, other):
    weight = shared_weight(one.context, other.context)
    both = (one.act and (one.act == other.act or one.act in other.context.near)) or (
        other.act and other.act in one.context.near)
    totals = min(sum(one.context.words.values()), sum(other.context.words.values()))
    unsaid = IS in (one.word, other.word) and not any(_UNDOES & set(find_senses([moment.word])[0])
                                                      for moment in (one, other))
    if not both and (totals > LONG.value or not unsaid):
        return None
    return "one" if weight >= max(SHARED_ACT.value, DAY_SHARE.value * totals) else None


def _all_but_the_day(one, other):
    """The new vote will be held on 10 March, the new vote will be held on 10 April."""
    return "one" if one.context.words and word_for_word(one.context, other.context) else None


def _same_happening(one, other):
    """Talks broke down on Friday, it was only on Sunday that talks failed: act and thing are the same in few words."""
    both = same_happening(one.happening, other.happening) and all(
        moment.deed & one.happening.acts & other.happening.acts | moment.deed & EDGES for moment in (one, other))
    least = min(sum(one.context.words.values()), sum(other.context.words.values()))
    shared = shared_weight(one.context, other.context)
    return "one" if both and 2 * shared >= least else None


def _example(pair):
    """Return the rule for the first days of two sentences; a third may be the item that a reader finds in both."""
    coded = frozenset(pair[2:])
    told = [read_moment(str(number), text) for number, text in enumerate(pair[:2])]
    return SAME_ACT.decide(*(moment._replace(coded=coded) for moment in told))[0] if all(told) else None


def read_moment(article: str, text: str) -> Moment | None:
    """Return the Moment of the first day of one sentence, for the rules' examples."""
    for day in name_days(text):
        return _tell(article, text, 0, day.name.start, day.name.end, None, None, day.name.kind, "", not day.told,
                     -1)._replace(lead=True)
    return None


SAME_ACT = RuleList(
    "Are two days of one act?",
    (
        Rule("a reader's item", _coded, "a reader of the texts has put both passages under one item",
             yes=(("The museum in the harbour will open on 11 May.", "The nurses' strike will begin on 4 May.", 7),),
             no=(("The museum in the harbour will open on 11 May.", "The nurses' strike will begin on 4 May."),)),
        Rule("other names", _another_name, "both name somebody or some place, and no name is in both",
            yes=(("The council of Merrowby voted on Tuesday to sell the harbour.",
                  "The council of Ostby voted on Sunday to sell the wood."),
                 ("Crane visited Ellby on Tuesday.", "Bellamy visited Ellby on Friday.")),
            no=(("The council of Merrowby voted on Tuesday to sell it.",
                 "Merrowby councillors voted on Sunday to sell it."),)),
        Rule("another post", lambda one, other: "two" if held_apart(one.held, other.held) else None,
             "who left one post in June may leave another on Tuesday",
             yes=(("Li quit as mill manager in June but remains chairman.", "Li quit as chairman on Tuesday."),
                  ("Li was named health minister in May.", "Li became finance minister on Tuesday.")),
             no=(("Li stepped down as chairwoman on Friday.", "Li resigned as chair of the mill on Tuesday."),
                 ("Li resigned on Friday.", "Li resigned as chairman on Tuesday."))),
        Rule("one more", lambda one, other: "two" if one.one_more != other.one_more else None,
             "one text tells of another one, or of a second",
             yes=(("A fourth miner was killed at Ellby on Friday.", "The miners were killed at Ellby on Sunday."),
                  ("Another vote on the budget was held on Monday.", "The vote on the budget was held on Friday."),
                  ("Crane visited the lock in May.", "Crane visited the lock in October as well.")),
             no=(("A fourth miner was killed at Ellby on Friday.", "A fourth miner was killed at Ellby on Sunday."),
                 ("On a fourth floor the nurses voted on Friday to strike.", "The nurses voted on Sunday to strike."))),
        Rule("a plan", lambda one, other: "two" if one.ahead != other.ahead else None,
             "one text announces what the other tells",
            yes=(("The court will hear the appeal on Friday.", "The court heard the appeal on Thursday."),),
            no=(("The court heard the appeal on Friday.", "The court heard the appeal on Thursday."),),
        ),
        Rule("one beginning", _one_edge, "the same thing begins or ends, and the clause says so next to the day",
             yes=(("The strike will begin on Monday and shut 900 schools.", "The walkout will start on Wednesday."),
                  ("The trial of Ola Crane opened on Monday.", "The trial started on Tuesday in fog."),
                  ("The talks ended on Friday.", "The negotiations ended on Sunday without a word.")),
             no=(("The strike will begin on Monday.", "The strike will end on Wednesday."),
                 ("The strike will begin on Monday.", "The talks will begin on Wednesday."),
                 ("The strike will begin on Monday.", "The strike began on Sunday."))),
        Rule("same happening", _same_happening, "the same act and the same thing, in clauses of few words",
            yes=(("Talks between the docks and the union had broken down on Friday.",
                  "It was only on Sunday that talks between the two sides failed."),),
            no=(("Talks between the docks and the union had broken down on Friday.",
                 "Talks on the ferry contract began on Sunday."),),
        ),
        Rule("another act", _another_act, "the day on which they went on board is not that on which they were killed",
            yes=(("Six welders who had gone on board on Sunday were killed.", "A blast killed six welders on Monday."),
                 ("The crew of the ferry that left the quay on Friday was saved.",
                  "The ferry's crew was saved on Saturday.")),
            no=(("The explosion on the tanker killed six welders on Sunday.",
                 "Six welders were killed on Monday on the tanker."),),
        ),
        Rule("all but the day", _all_but_the_day, "the two clauses are word for word the same",
             yes=(("The election will be held on 10 March.", "The election will be held on 10 April."),
                  ("The mayor is due in Ellby on Monday.", "The mayor is due in Ellby on Tuesday."),
                  ("The lock was last tested in March.", "The lock was last tested in September."),
                 ("The deal was signed on Tuesday night.", "The deal was signed on Wednesday.")),
             no=(("The election will be held on 10 March.", "The second election will be held on 10 April."),
                 ("The gorge was half shut on Monday.", "The gorge was wholly shut on Tuesday."))),
        Rule("the news itself", _in_the_lead, "both texts open with the day of one telling act",
            yes=(("A clerk of the Harrow League apologised on Friday for a notice.",
                  "The man behind a Harrow notice had to apologise on Saturday."),),
            no=(("A clerk of the Harrow League voted on Friday.", "The man behind Harrow had to vote on Saturday."),),
        ),
        Rule("same act", _same_act, "the same act of the same people or things",
            yes=(("The choir gave its last concert on Friday.", "The last concert of the choir was on Tuesday."),
                 ("The nurses' strike will begin on 4 May.", "The nurses are due to strike on 11 May.")),
            no=(("The nurses' strike will begin on 4 May.", "The museum in the harbour will open on 11 May."),)),
    ),
    example=_example,
)


def find_moments(days: pd.DataFrame, sentences: pd.DataFrame, passages: dict, coded: frozenset,
                 refuse: Callable[..., str | None]) -> list:
    """Return the Differences among days of acts; `coded` has the items that a reader put together.

    `refuse` is that of refusals, of the sentences.
    """
    spans = defaultdict(list)
    for article, start, text, position in rows_of(sentences, "article", "start", "text", "position"):
        spans[article].append((start, text, position == 0))
    found: dict[str, list[Moment]] = defaultdict(list)
    columns = ("act", "quoted", "article", "start", "end", "first", "last", "key", "ahead")
    for act, quoted, article, start, end, first, last, key, ahead in rows_of(days, *columns):
        if act != "told" or quoted:
            continue
        at = bisect_right(spans[article], start, key=lambda row: row[0]) - 1
        if at < 0:
            continue
        begin, text, lead = spans[article][at]
        first, last = (day if isinstance(day, str) else None for day in (first, last))
        mine = coded.intersection(item for low, high, item in passages.get(article, ()) if low <= start < high)
        moment = _tell(article, text, begin, start, end, first, last, sort_key(key), key, ahead,
                       item_at(passages, article, start))
        found[article].append(moment._replace(coded=mine, lead=lead))
    return _compare(found, refuse)


def _tell(article, text, begin, start, end, first, last, sort, key, ahead, item):
    low, high = start - begin, end - begin
    for match in _ADJECTIVE.finditer(text):
        if not match.start() < low < match.end():  # the vote, postponed on Friday, was lost
            text = text[:match.start(match.lastindex)] + " " * len(match[match.lastindex]) + text[match.end():]
    cleft = _CLEFT.match(text)
    if cleft and cleft.end() > low:  # it was only on Sunday that the talks failed
        text = text[: cleft.start("that")] + "    " + text[cleft.end("that") :]
    opened = max((match.start() for match in _CLAUSE.finditer(text, 0, low)), default=0)
    closed = min((match.start() for match in _CLAUSE.finditer(text, high)), default=len(text))
    at, word = _find_verb([row for row in join_phrasal(text[:closed]) if row[0] >= opened], low, high)
    told = read_happening(text[opened:closed])
    deed = read_happening(" ".join(text[at:closed].split()[:3]).rstrip(".,")) if at >= 0 else told  # goes on trial
    return Moment(article, start, end, feature_of(word) if at >= 0 else "", word,
                  read_context(text, opened, closed, low, _PART_OF_DAY.match(text, high).end()), first, last, sort, key,
                  ahead, item, told, deed.acts, doer=read_doer(text[max(at - 60, 0):at]) if at > 0 else "",
                  edge=read_edge(text[opened:low]), held=read_held(text[opened:closed]),
                  one_more=bool(_ONE_MORE.search(text, opened, closed)))


def _find_verb(words, low, high):
    """Return (place, word) of the verb of a day from `low` to `high`: the last before it, else the first behind it."""
    verbs = [(at, word) for at, _, word in words
             if not low <= at < high and (is_verb(word) or word in phrasal_words()) and first_form(word) not in LIGHT]
    before = [verb for verb in verbs if verb[0] < low]
    if verbs:
        return before[-1] if before else verbs[0]
    plans = [(at, word) for (_, _, to), (at, _, word) in pairwise(words)
             if to == "to" and is_telling(word) and first_form(word) not in LIGHT]
    if plans:
        return plans[-1]  # had to apologise on Saturday
    return -1, IS if any(word in BE and at < low for at, _, word in words[-6:]) else ""


def clash(one: Moment, other: Moment) -> bool:
    """Tell whether two days can't be one: the days that they may be have none in common, or their names differ."""
    if one.first and other.first and one.last and other.last:
        return one.last < other.first or other.last < one.first
    return not one.first and not other.first and one.sort == other.sort != "other" and one.key != other.key


def _also(places, same, one, other):
    """Tell whether the article of `one` also has the day of `other`; a week around a day says nothing of it."""
    mine = [places[at] for at in same[other] if places[at].article == places[one].article]
    return any(not clash(moment, places[other]) for moment in mine if not _wider(moment, places[one]))


def _wider(one, other):
    if one.first and other.first:
        return one.first != one.last and other.first == other.last
    return one.sort == "other" != other.sort


def _name_act(one, other):
    return one.word or other.word or "day"


def _compare(found, refuse):
    ranked = sorted(
        (rank, article, moment) for article, moments in found.items() for rank, moment in enumerate(moments)
    )
    ranked = ranked[: int(MOST.value)]
    same: dict[int, dict[int, str]] = defaultdict(dict)
    odds = []
    places = [moment for *_, moment in sorted(ranked, key=lambda row: (row[1], row[2].start))]
    for one, first in enumerate(places):
        for other in range(one + 1, len(places)):
            second = places[other]
            if first.article != second.article and (
                not first.context.words.keys().isdisjoint(second.context.words) or _coded(first, second)
            ):
                rule, verdict = SAME_ACT.decide(first, second)
                if verdict == "one":
                    same[one][other] = same[other][one] = rule or ""
                    if clash(first, second):
                        odds.append((one, other))
    odds = [(one, other) for one, other in odds
            if not _also(places, same, one, other) and not _also(places, same, other, one)
            and not refuse("date", _name_act(places[one], places[other]), same[one][other],
                           *(places[at][:3] for at in (one, other)))]
    result = []
    for group in chain_pairs(odds):
        one, other = next(pair for pair in odds if pair[0] in group)
        told_in = {places[at].article for at in group}
        also: dict[str, int] = {}
        for near in sorted(near for at in group for near in same[at] if places[near].key == places[at].key):
            if places[near].article not in told_in:
                also.setdefault(places[near].article, near)
        group |= set(also.values())
        result.append(Difference("date", _name_act(places[one], places[other]),
                                 tuple((places[at].article, places[at].start, places[at].end) for at in sorted(group)),
                                 same[one][other], min(places[one].coded & places[other].coded, default=-1)))
    return result
