"""Find indirect speech: the words that a sentence reports as said, without quotation marks.

Only a verb of saying with a speaker counts (Smith said that ..., ..., the ministry added, according to
Smith), and a verb of judging with what it gives to its speaker (judged.py): belief and intent are not chased.  The
verbs of a sentence are gone through from the left; what a verb reports the rules of REPORTS decide, where its clause
begins and ends those of clauses.py.  Quotes inside the reported words are rows of their own; what is reported is what
lies between them, in pieces of some length.
"""

from typing import NamedTuple

from ...english.verbs import VENTING
from ...rules import Rule, RuleList
from .after_quote import ACCORDING, Attribution, find_according
from .clauses import denies_reports, find_clause, find_end, find_relative_end, is_inside_relative, skip_addressed
from .examples import read_sentence
from .judged import find_judged
from .noun_phrases import opens_one_of, phrase_starting
from .subjects import find_subject
from .tagged import Tagged
from .tags import NOMINAL
from .verbs import is_denied, is_finite, is_passive, is_predicate, skip_right

_OWN_VOICE = {"i", "we", "you", "nobody", "anyone", "one"}
_BEHIND_BARE = ("comma", "stop", "dash", "preposition", "to", "subordinator", "gerund", "as")
_ASIDE = 12  # tokens of an aside
NO_CLAUSE = "without a clause"


class Saying(NamedTuple):
    """A verb of saying and its subject; what stands up to `reached` is reported by an earlier one."""

    tagged: Tagged
    verb: int  # -1 for the sentence as a whole
    phrase: tuple[int, int]
    reached: int

    @property
    def start(self) -> int:
        """The first token of the verb and its subject."""
        return min(self.phrase[0], self.verb)

    @property
    def clausal(self) -> bool:
        """Whether the verb may report a clause."""
        return self.verb >= 0 and _takes_clause(self.tagged.cues[self.verb])


def find_reported(tagged: Tagged) -> list[tuple[int, int, Attribution]]:
    """Return [(first, last, Attribution)]: what is reported speech of one sentence, by tokens, and who says it."""
    found, reached = [], -1
    for verb in sorted(tagged.cues):
        if verb <= reached or not (_takes_clause(tagged.cues[verb]) or tagged.cues[verb].kind == "judge") \
                or is_passive(tagged, verb) or is_denied(tagged, verb):
            continue
        phrase = find_subject(tagged, verb)
        if not phrase or (tagged.words[phrase[0]].lower() in _OWN_VOICE and not opens_one_of(tagged, phrase[0])):
            continue
        if tagged.cues[verb].form == "ing" and tagged.words[phrase[0]].lower() == "it":  # it goes without saying
            continue
        rule, ranges = REPORTS.decide(Saying(tagged, verb, phrase, reached))
        if rule:
            found += [(first, last, Attribution(*phrase, verb, rule)) for first, last in ranges]
            reached = max(verb, ranges[-1][1])
    if any(answer.rule != NO_CLAUSE for _, _, answer in found):
        return found
    if ACCORDING.isdisjoint(tagged.words):
        return found
    sourced = REPORTS.decide(Saying(tagged, -1, (-1, -1), -1))[1] or []
    apart = all(last < start or end < first for start, end, _ in sourced for first, last, _ in found)
    return sorted([*found, *sourced], key=lambda row: row[:2]) if apart else found


def _takes_clause(cue):
    return cue.kind in ("say", "find", "ask") or cue.verb in VENTING


# --- the rules of REPORTS: each takes a Saying and returns [(first, last) tokens of what is reported] or None --------

def _by_clause_behind(telling):
    tagged, verb, phrase, _ = telling
    clausal = telling.clausal or (verb >= 0 and denies_reports(tagged, verb))
    first = find_clause(tagged, verb, phrase) if phrase[0] < verb and clausal else None
    if first is None or (tagged.cues[verb].kind == "speak" and tagged.tags[first - 1] != "that"):
        return None
    last = find_end(tagged, first, phrase)
    if is_inside_relative(tagged, verb, phrase):
        last = find_relative_end(tagged, first, last, phrase[0])
    elif _is_about_noun(tagged, phrase):
        last = _end_about_noun(tagged, phrase, first, last)
    return [(first, last)]


def _is_about_noun(tagged, phrase):
    """Tell whether the verb stands in a clause about a noun: the money that [the firm says] it has lost."""
    at = phrase[0] - 1
    return at > 0 and tagged.tags[at] in ("relative", "that") and tagged.tags[at - 1] in (*NOMINAL, "comma")


def _end_about_noun(tagged, phrase, first, last):
    """Return the last token of a report in such a clause: before a comma, or the verb of the sentence."""
    last = next((at for at in range(first, last + 1) if tagged.tags[at] == "comma"), last + 1) - 1
    if any(is_finite(tagged, at) for at in range(phrase[0])):
        return last
    own = next((at for at in range(first, last) if is_finite(tagged, at)), last)
    for at in range(own + 1, last + 1):
        before = tagged.tags[at - 1]
        opens = before in ("noun", "name", "number", "time") or (before == "verb" and tagged.tags[at] == "auxiliary")
        if is_finite(tagged, at) and opens:
            return at - 1
    return last


def _by_clause_around(telling):
    comma = _aside_end(telling) if telling.clausal else None
    if not comma or not _may_follow(telling):
        return None
    return [(telling.reached + 1, telling.start - 2), (comma + 1, find_end(telling.tagged, comma + 1, telling.phrase))]


def _by_clause_before(telling):
    if not telling.clausal or not _may_follow(telling) or not _is_sentence_before(telling):
        return None
    return [(telling.reached + 1, telling.start - 2)]


def _by_judged(telling):
    found = find_judged(telling.tagged, telling.verb, telling.phrase) if telling.verb >= 0 else None
    return [found] if found else None


def _by_according(telling):
    """Only where no verb of saying has a clause or a quote."""
    tagged = telling.tagged
    if telling.verb >= 0:
        return None
    tags, size = tagged.tags, len(tagged.tags)
    at, phrase = next(((at, phrase) for at, word in enumerate(tagged.words)
                       if word in ACCORDING and (phrase := find_according(tagged, at))), (0, None))
    if not phrase:
        return None
    answer = Attribution(*phrase, at, "according to")
    if at == 0:
        comma = next((place for place in range(phrase[1] + 1, size) if tags[place] == "comma"), None)
        return [(comma + 1, size - 1, answer)] if comma is not None else None
    said = ("say", "speak") if "quote" in tags else ("say",)  # the chain snapped, but no words
    speaks = any(cue.kind in said and find_subject(tagged, place) for place, cue in tagged.cues.items() if place < at)
    clause = any(is_finite(tagged, place) for place in range(at))
    return None if speaks or not clause or tags[at - 1] == "quote" else [(0, at - 1, answer)]


def _aside_end(telling):
    """Return the comma that ends an aside (The talks, the ministry said on Monday, went well), or None."""
    tagged, verb, phrase, _ = telling
    tags, size = tagged.tags, len(tagged.tags)
    if telling.start == 0 or tags[telling.start - 1] != "comma" or phrase[0] > verb:
        return None
    for at in range(max(verb, phrase[1]) + 1, min(size, verb + _ASIDE)):
        if tags[at] == "comma":
            return at if at + 2 < size and tags[at + 1] not in ("quote", "gerund", "cue", "coordinator") else None
        if tags[at] in ("quote", "stop", "colon", "dash", "relative") or is_finite(tagged, at):
            return None
    return None


def _may_follow(telling):
    """Tell whether a verb and its subject stand where they can close a clause: behind a comma, with no object."""
    tagged, verb, phrase, _ = telling
    start, tags = telling.start, tagged.tags
    if tagged.cues[verb].form == "ing" or start < 3 or tags[start - 1] not in ("comma", "dash"):
        return False
    return tags[start - 2] != "quote" and (phrase[0] > verb or _is_bare(tagged, verb))


def _is_sentence_before(telling):
    """Tell whether a clause of its own stands before a verb of saying that closes its sentence, or its half of one.

    The pier was sold, she said, and the boats were late.
    Not: He said, she said; if the boats come, the board said (a condition has no verb of its own besides).
    """
    tagged, verb, phrase, reached = telling
    start, tags, size = telling.start, tagged.tags, len(tagged.tags)
    behind = range(verb + 1 if phrase[0] < verb else size, size)
    behind = range(behind.start, next((at for at in behind if _goes_on(tagged, at)), size))
    if any(is_finite(tagged, place) or tags[place] == "quote" for place in behind):
        return False
    if start - 2 - reached == 2 and start - 2 in tagged.cues:
        return False
    verbs = sum(is_predicate(tagged, place) and not _goes_with_auxiliary(tagged, place)
                for place in range(reached + 1, start))
    return verbs >= (2 if tags[reached + 1] == "subordinator" else 1)


def _goes_with_auxiliary(tagged, at):
    """Tell whether a verb is one with the auxiliary before it: was never opened; not: never sounded."""
    before = at - 1
    while before > 0 and tagged.tags[before] == "adverb":
        before -= 1
    return tagged.tags[before] == "auxiliary"


def _goes_on(tagged, at):
    """Tell whether more is joined on behind the verb of saying: , and the boats were late; , and will stay."""
    if tagged.tags[at:at + 2] != ["comma", "coordinator"] or at + 2 == len(tagged.tags):
        return False
    phrase = phrase_starting(tagged, at + 2)
    behind = phrase[1] + 1 if phrase else at + 2
    return behind < len(tagged.tags) and is_finite(tagged, behind)


def _is_bare(tagged, verb):
    """Tell whether the verb has no object but its addressee: the ministry told reporters on Monday."""
    at = skip_right(tagged, skip_addressed(tagged, verb))
    return at >= len(tagged.tags) or tagged.tags[at] in _BEHIND_BARE


def cut_pieces(tagged: Tagged, first: int, last: int, answer: Attribution, least: int) -> list[tuple[int, int]]:
    """Return the stretches of text of a token range between its quotes, those of at least `least` words.

    Commas, dashes and "and" at their ends are left out; a report without quotes and in one place is one stretch of
    two words or more, and of one where a verb of judging gives it.
    """
    tags = tagged.tags
    whole = "quote" not in tags[first:last + 1] and answer.rule != "reported clause around"
    pieces, run = [], []
    for at in [*range(first, last + 1), None]:
        if at is not None and tags[at] != "quote":
            run.append(at)
            continue
        while run and tags[run[0]] in ("comma", "dash", "stop", "colon", "coordinator", "that"):
            run.pop(0)
        while run and tags[run[-1]] in ("comma", "dash", "stop", "colon", "that"):
            run.pop()
        if len(run) >= ((1 if answer.rule == NO_CLAUSE else 2) if whole else least):
            pieces.append((tagged.spans[run[0]][0], tagged.spans[run[-1]][1]))
        run = []
    return pieces


def example_of(text: str) -> str | None:
    """Return the rule by which a sentence reports {these words}."""
    example = read_sentence(text)
    found = find_reported(example.tagged)
    return example.check(found[0][2].rule, [row[:2] for row in found]) if found else None


REPORTS = RuleList("Which words does a sentence report, without marks?", (
    Rule("reported clause", _by_clause_behind, "What is said stands behind the verb, with that or without.",
         ("Ann Bellamy said that {the boats were late}.", "The board announced on Monday that {it sold the pier}.",
          "They spoke of talks that the board said {lasted all night}.",
          "The man who the board said {dug the tunnel} left.", "Ann Bellamy denied reports that {the boats sank}.",
          "The board rejected suggestions that {the boats were late}.",
          "A boat that the board said {carried coal and had no crew} came home."),
         ("Ann Bellamy said nothing.", "The board rejected the boats that were late.",
          "The boats were late, Ann Bellamy said.", "I said that the boats were late.")),
    Rule("reported clause around", _by_clause_around, "The verb may stand inside what is said, between commas.",
         ("{The talks}, the board said on Monday, {went well}.",), ("The talks went well, the board said on Monday.",)),
    Rule("reported clause before", _by_clause_before, "The verb may close what is said.",
         ("{The boats were late}, Ann Bellamy said.", "{The pier was sold}, said Ann Bellamy.",
          "{The pier was sold}, she said, and the boats were late.", "{The sirens never sounded}, she said."),
         ("He said, she said, and the boats were late.", "He said, she said.", "\"We won,\" Ann Bellamy said.")),
    Rule(NO_CLAUSE, _by_judged, "What somebody calls a thing, accuses others of or vows to do (see JUDGED).",
         ("Ann Bellamy called the delay {a disgrace}.", "Ann Bellamy vowed {to go on}."),
         ("Ann Bellamy called a meeting.", "Ann Bellamy did not call it a disgrace.")),
    Rule("according to", _by_according, "According to names the source of a sentence that has no verb of saying.",
         ("{The boats were late}, according to Ann Bellamy.", "According to Ann Bellamy, {the boats were late}.",
          "{The rope snapped}, according to Ann Bellamy."),
         ("Karl Hobart said {the boats were late, according to plan}.",)),
), example=example_of, decides="quotes.rule indirect")
