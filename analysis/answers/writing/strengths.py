"""In which order an editor would print what the rooms have to say: every kind of finding, and why it stands there.

The whole order is the table below, the strongest first.  A kind's strength runs from `least` to `most`: with the share
of the outlets that it is about, with an amount (words, times, ...) up to `full`, or with the mean of both.  A kind
whose `most` is below the setting `finding_strength` never stands on the front page, only above its own picture.
"""

from __future__ import annotations

from typing import NamedTuple


class Strength(NamedTuple):
    """A kind of finding: its strengths, from 0 to 1, the amount from which more adds nothing, and the reason."""

    kind: str
    least: float
    most: float
    full: float
    why: str


ORDER = (
    Strength("altered remark", .97, .97, 0, "one of the two prints in quotation marks what was not said"),
    Strength("denial cut", .96, .96, 0, "readers of the copy are not told that somebody denies what it tells of him"),
    Strength("deaths", .90, .95, 0, "how many died is what everybody asks first"),
    Strength("silenced by a cut", .85, .85, 0, "readers of the shorter copy never hear somebody whom the story quotes"),
    Strength("speaker cut", .84, .84, 0, "readers of a copy never hear somebody who speaks in the story"),
    Strength("rewritten", .84, .84, 0, "readers of a copy are told another number than the story has, or the contrary"),
    Strength("harm", .83, .88, 0, "then who was hurt, is missing or was taken"),
    Strength("votes and sums", .77, .82, 0, "what accounts are checked for"),
    Strength("denial", .75, .80, 0, "whether a thing is so cannot be both ways"),
    Strength("side never quoted", .75, .95, 20, "one side of the story is spoken of and not heard (full: mentions)"),
    Strength("word of a remark", .66, .66, 0, "one of two quotes what was not said, or heard it otherwise"),
    Strength("sentence skipped", .66, .66, 0, "a statement without its middle may say another thing"),
    Strength("number", .65, .70, 0, "another number, name or office is wrong in one of the two"),
    Strength("admitted or claimed", .62, .62, 0, "two verbs that judge one remark in opposite ways"),
    Strength("judging verb", .60, .60, 0, "one outlet judges a remark that another only reports"),
    Strength("retold", .60, .60, 0, "what looks like a text of its own is another's, sentence by sentence"),
    Strength("named by all but one", .56, .61, 25, "whom one outlet alone has no name for (full: mentions)"),
    Strength("nobody answered", .55, .75, 20, "named by most, quoted by none, and one says it asked (full: mentions)"),
    Strength("quoted, never named", .52, .87, 40, "whom others quote one outlet never names (full: their words)"),
    Strength("asked in vain", .50, .50, 0, "one got no answer where another has a quote"),
    Strength("one story", .50, .70, 0, "outlets that print one text are one voice"),
    Strength("day", .45, .50, 0, "a day or a tense is wrong more easily, and matters less"),
    Strength("cut", .45, .45, 0, "a story was shortened, and nobody quoted in it lost"),
    Strength("wording", .45, .70, 1, "two names for one thing in the outlets' own words (full: how unlike)"),
    Strength("vouching", .45, .70, 1, "one says that it is so, the other that somebody says so (full: how unlike)"),
    Strength("piece of a remark", .43, .55, 24, "a catchword behind a verb that judges is left (full: words lost)"),
    Strength("named often elsewhere", .40, .70, 8, "somebody of weight in one text is not in another (full: times)"),
    Strength("remark left out", .40, .50, 30, "who quotes a speaker chose not to quote this (full: words)"),
    Strength("spelling", .37, .42, 0, "one of the two spells a name wrong"),
    Strength("sides' shares", .30, .60, 1, "who gets most of the quoted words differs (full: difference of shares)"),
    Strength("words of a remark", .30, .50, 12, "two translations or slips, seldom more (full: weight of the words)"),
    Strength("sole speaker", .30, .45, 90, "one outlet found somebody to ask (full: words)"),
    Strength("remark not had", .30, .40, 30, "who does not quote a speaker at all chose nothing (full: words)"),
    Strength("house style", .27, .27, 0, "copies edited to house rules: for those who ask"),
    Strength("theme", .25, .35, 1, "listed words are more frequent, which may mean much or little (full: difference)"),
    Strength("printed twice", .20, .40, 200, "a slip of the page, worth a line where it is long (full: words)"),
)
_KINDS = {row.kind: row for row in ORDER}


def weigh(kind: str, amount: float | None = None, share: float | None = None) -> float:
    """Return the strength of a finding of `kind`; raises KeyError where the table has no such kind."""
    row = _KINDS[kind]
    parts = [part for part in (share, None if amount is None else min(amount / row.full, 1)) if part is not None]
    return row.least + (row.most - row.least) * min(sum(parts) / max(len(parts), 1), 1)
