"""Why is what looks like a contradiction none?  The sentences of two values are read once more, by rules with a reason.

The rooms that find two values of one thing (contradictions.py, moments.py, persons.py, negations.py) look at unit,
measure, act and words in common.  In long texts that is not enough: two sentences of one event share its names on any
day.  What is refused here stands in no table and on no page.
"""

import regex

from ..english.calendar import ANY_MONTH, YEAR
from ..english.lexicon import given_sexes
from ..english.spellings import may_be_one_name
from ..english.stems import name_sense
from ..english.words import fold, folded_words
from ..rules import Rule, RuleList, Setting
from .measured import is_by_degree, measures_another
from .scopes import SCOPES
from .seen import Lines, ValuePair, overlap, read_example
from .spellings import one_surname
from .twothings import TWO_THINGS

CHANCE = Setting("differences_chance", 0.2, "share of a sentence's weight that it has in common with another, from "
                 "which two spellings are of one name",
                 measured="of five events read, spellings of one name have .30 and more, two names .11 and less")
SURELY = Setting("differences_alike", 0.7, "the same for two numbers and days that nothing but words in common joins",
                 measured="on ten stories those of two things had .56 and less")
BELOW = Setting("differences_below", 0.5, "the same for counts of dead, hurt and a crowd below the first sentences",
                chosen="below the news a text counts parts: the trapped, the seriously hurt")
EARLY = Setting("differences_early", 5, "first body sentences in which a text counts all the dead and hurt of its news",
                chosen="the lead and the two paragraphs behind it")
DENIED = Setting("differences_denied", 3, "telling words that a statement and its denial have in common",
                 chosen="who, what and of what: “cited” and “did not cite” alone deny nothing")
GIVEN, SAID, ALTERED = "two given names", "one remark, two given names", "altered remark"
# Rules that have compared what two values are of; the others go by words in common, which are weighed here once more.
WEAK = frozenset(["same words", "same act", "the same clause"])
_MONTH = regex.compile(rf"\b{ANY_MONTH}\s$")
_SAID_BEFORE = regex.compile(  # had previously said, said in May that, last year she said
    rf"\b(?:had\s(?:\p{{Ll}}+ly\s|earlier\s|once\s)?(?:said|told|insisted|promised|vowed|pledged)\b"
    rf"|\b(?:[Ii]n\s{ANY_MONTH}|(?:[Pp]reviously|[Ee]arlier|[Oo]nce|[Ll]ast\s(?:week|month|year)|\p{{Ll}}+\s(?:weeks|months|years)\sago))\b"
    rf"[^.;]{{0,60}}\b(?:said|told)\b|\b(?:said|told)\b[^.;]{{0,40}}?\b(?:in\s{ANY_MONTH}|earlier"
    rf"|last\s(?:week|month|year)|\p{{Ll}}+\s(?:weeks|months|years)\sago)\s(?:that\b|he\b|she\b|it\b|they\b))")
_OTHER = regex.compile(r"\b(?:earlier|previous|prior|another|similar|separate|subsequent|past)\s"
                       r"(\p{Ll}{4,}(?:\s\p{Ll}{4,})?)")
_NONE = regex.compile(r"(?:no|nobody|none)\b", regex.IGNORECASE)


def refuse(lines: Lines, kind: str, about: str, rule: str, place: tuple[str, int, int],
           other: tuple[str, int, int]) -> str | None:
    """Return the name of the rule by which two values are no contradiction; None where they are one."""
    pair = ValuePair(kind, about, rule, lines.read(*place), lines.read(*other))
    return NO_DIFFERENCE.decide(pair)[0] or TWO_THINGS.decide(pair)[0] or SCOPES.decide(pair)[0]


def _letters(value: str) -> str:
    return "".join(letter for letter in fold(value) if letter.isalnum())


def _names_both(pair):
    """Tell whether the sentence of one of two speakers names the other as well."""
    last = [fold(seen.value).removesuffix("'s").split()[-1:] for seen in pair.both]
    lines = [folded_words(f"{seen.before} {seen.behind}".replace("’s", "")) for seen in pair.both]
    return any(word in lines[1 - place] or word in lines[place] for place in (0, 1) for word in last[1 - place])


def _is_scant(pair):
    """Tell whether a statement and its denial share too little, unless they share nearly all they have."""
    verb = {pair.about, pair.about.split(" ")[0]}
    one, other = pair.one.senses.keys() - verb, pair.other.senses.keys() - verb
    return len(one & other) + 1 < DENIED.value and len(one & other) < SURELY.value * max(len(one), len(other))


def _are_spellings(one, other):
    """Tell whether the words that two values do not share may be spellings of one name."""
    mine, theirs = (set(folded_words(value)) for value in (one, other))
    return may_be_one_name(*(" ".join(sorted(words)) for words in (mine - theirs, theirs - mine)))


def _differ_by_degree(pair):
    """Tell whether one value counts the badly hurt and the other all; where nobody at all was hurt, none was so."""
    degrees = [is_by_degree(seen) for seen in pair.both]
    none = any(_NONE.match(seen.value) and not degree for seen, degree in zip(pair.both, degrees, strict=True))
    return degrees[0] != degrees[1] and not none


def _tells_another(pair):
    """Tell whether one sentence speaks of an earlier crash, and the other of a crash."""
    others = [{name_sense(word) for match in _OTHER.finditer(f"{seen.before} {seen.behind}")
               for word in match[1].split()} for seen in pair.both]
    return any(mine & theirs.senses.keys() - rest for mine, rest, theirs in (
        (others[0], others[1], pair.other), (others[1], others[0], pair.one)))


def tells_given_names(rule: str, one: str, other: str) -> bool:
    """Tell whether two given names of one surname differ: both are known, or one is and they are no spellings.

    "Border Security" and "Social Security" are no sisters, Paris and Parris Island no brothers.
    """
    known = [word.title() in given_sexes() for word in set(folded_words(one)) ^ set(folded_words(other))]
    return rule in (GIVEN, SAID) and any(known) and (all(known) or not _are_spellings(one, other))


def _example(given):
    return NO_DIFFERENCE.decide(read_example(given, int(EARLY.value) + 1))[0]


NO_DIFFERENCE = RuleList("Why is an apparent difference none?", (
    Rule("month", lambda pair: pair.kind == "number" and any(_MONTH.search(seen.before) for seen in pair.both),
         "The 11 of “the 19 Sept. 11 hijackers” is a day; the wages for May have been paid.",
         yes=(("number", "hijacker", "same item", "Two of the Sept. [11] hijackers trained here.",
               "Two of the [19] hijackers trained here."),),
         no=(("number", "hijacker", "same item", "The [11] hijackers trained here.", "Here [19] hijackers trained."),
             ("negation", "paid", "not so", "Rents for May [have been paid].", "Rents for May [have not been paid]."))),
    Rule("same but for marks", lambda pair: pair.kind == "name" and (
        _letters(pair.one.value) == _letters(pair.other.value)),
         "Hale-Marsh and Halemarsh, Ibárra and Ibarra are one spelling to a reader.",
         yes=(("name", "ibarra", "two spellings", "The council heard [Ibárra] on ferries.",
               "The council heard [Ibarra] on ferries."),),
         no=(("name", "ibarra", "two spellings", "The council heard [Ibarra] on ferries.",
              "The council heard [Ibarro] on ferries."),)),
    Rule("number of nothing", lambda pair: pair.kind == "number" and not pair.about,
         "“Lund, who is 46,” and “Lund, a father of five,” count two things, and no noun says which.",
         yes=(("number", "", "same words", "Lund, who is [46], built it.", "Lund, a father of [five], built it."),),
         no=(("number", "age", "same words", "Lund, who is [46], built it.", "Lund, who is [47], built it."),)),
    Rule("said at another time", lambda pair: pair.kind == "negation" and len(
        {bool(_SAID_BEFORE.search(seen.before)) for seen in pair.both}) == 2,
         "Who said in May that he would not run may say today that he will.",
         yes=(("negation", "run", "the same clause denied", "Li had said in May that he [would not run].",
               "Li said on Monday that he [would run]."),
              ("negation", "sell", "the same clause denied", "Last year Li said she [would not sell] the mill.",
               "Li said she [would sell] the mill.")),
         no=(("negation", "run", "the same clause denied", "Li said on Monday that he [would not run].",
              "Li said that he [would run]."),
             ("negation", "paid", "not so", "Li [had not paid] the rent last year.", "Li [had paid] the rent."))),
    Rule("hurt to a degree", lambda pair: pair.about in ("hurt", "hospital") and _differ_by_degree(pair),
         "The seriously hurt are some of the hurt, and where none is critical many may be hurt.",
         yes=(("number", "hurt", "same item", "[Nobody] was thought to be badly hurt.", "[Eight] sailors were hurt."),
              ("number", "hurt", "same measure", "[Two] weavers were in a critical condition, injured by the blast.",
               "The blast injured [nine] weavers.")),
         no=(("number", "hurt", "same item", "[Nobody] was hurt.", "[Eight] sailors were hurt, none of them badly."),
             ("number", "hurt", "one total", "[Nobody] was hurt.", "[Four] sailors were slightly hurt."),
             ("number", "hurt", "same item", "[Two] sailors were badly hurt.", "[Three] were seriously injured."))),
    Rule("unit of another thing", lambda pair: pair.kind == "number" and measures_another(pair),
         "The tonnes of a cargo are not those of the ship, nor is the height of a wall its length.",
         yes=(("number", "metre", "only one of its unit", "The wall was [12] metres high.",
               "It is a [900]-metre-long wall."),
              ("number", "tonne", "only one of its unit", "She had about [80] tonnes of wheat aboard.",
               "The barge, of [1,400] gross tonnes, was built in Ellby."),
              ("number", "tonne", "only one of its unit", "The barge took [80] tonnes.",
               "The barge has [1,400] gross tonnes."),
              ("number", "lost", "the news itself", "The cart lost [300] litres of milk.",
               "The cart lost [90] litres of petrol."),
              ("number", "litre", "only one of its unit", "The tank held [900] litres.", "He drank [two] litres.")),
         no=(("number", "tonne", "only one of its unit", "She had [80] tonnes of wheat aboard.",
              "Aboard were [95] tonnes of wheat."),
             ("number", "knot", "only one of its unit", "The coaster was making [11] knots.",
              "She was doing [14] knots."))),
    Rule("another of its sort", lambda pair: pair.kind in ("number", "date", "time") and _tells_another(pair),
         "The earlier crash is not the crash.",
         yes=(("date", "killed", "same act", "The crash on [Sunday] killed twelve.",
               "The earlier crash, on [5 May], killed twelve."),
              ("number", "dead", "same measure", "The landslide killed [nine].", "A similar landslide killed [40].")),
         no=(("date", "killed", "same act", "The crash on [Sunday] killed twelve.",
              "The crash on [Monday] killed twelve."),)),
    Rule("year and day", lambda pair: pair.kind == "date" and len(
        {bool(YEAR.fullmatch(seen.value)) for seen in pair.both}) == 2,
         "She sang there in 2004, and she sang there on Sunday.",
         yes=(("date", "sang", "same act", "Ann Li sang at the regatta in [2004].",
               "Ann Li sang at the regatta on [Sunday]."),),
         no=(("date", "sang", "same act", "Ann Li sang at the regatta in [2004].",
              "Ann Li sang at the regatta in [2005]."),)),
    Rule("who speaks for another", lambda pair: pair.kind == "speaker" and _names_both(pair),
         "A mayor’s spokeswoman who says what the mayor thinks is quoted under either name.",
         yes=(("speaker", "who said it", "two speakers", "[Mayor Bellamy] hopes the lock “will hold”.",
               "[Ola Crane], who speaks for Bellamy, said the lock “will hold”."),),
         no=(("speaker", "who said it", "two speakers", "[Mayor Bellamy] hopes the lock “will hold”.",
              "[Ola Crane] said the lock “will hold”."),)),
    Rule("alike by chance", lambda pair: pair.kind == "name" and pair.rule != SAID and overlap(pair) < CHANCE.value
         and not one_surname(*((seen.before, seen.value) for seen in pair.both)),
         "Two names are spelt alike, and their sentences have nothing else in common.",
         yes=(("name", "harlow", "two spellings", "The ferry sank off [Harlow] in fog.",
               "Voters liked what [Harrow] promised on rents."),),
         no=(("name", "harlow", "two spellings", "The ferry sank off [Harlow].", "Off [Harrow] a ferry sank."),
             ("name", "brontefsky", "two spellings", "The master, Alasdair [Brontevsky], slept.",
              "Voters liked Capt Alastair [Brontefsky]."))),
    Rule("words in common alone", lambda pair: pair.rule in WEAK and pair.kind != "time" and (
        overlap(pair) < SURELY.value),  # of times the act has been compared
         "Two numbers, days or forms of a verb in sentences that are alike are mostly of two things of one sort.",
         yes=(("number", "£", "same words", "The board moves [£200,000] from pilots to the lock fund.",
               "The board will tap [£2.5 million] of the ferry reserve for the lock."),),
         no=(("number", "£", "same words", "The board moves [£200,000] to the lock fund.",
              "To the lock fund the board moves [£2.5 million]."),)),
    Rule("count below the news", lambda pair: pair.rule == "same measure" and (
        pair.about in ("dead", "hurt", "hospital", "crowd") and overlap(pair) < BELOW.value
        and max(seen.order for seen in pair.both) > EARLY.value),
         "Far down a text counts the dead of another crash, or the seriously hurt.",
         yes=(("number", "dead", "same measure", "The fire in the Ellby mill killed [nine].",
               "… [Two] weavers died there in the flood of the old dye works."),),
         no=(("number", "dead", "same measure", "The fire in the Ellby mill killed [nine].",
              "[Two] weavers died there in the flood of the old dye works."),
             ("number", "dead", "same measure", "The fire in the Ellby mill killed [nine].",
              "… [Two] died in the fire in the mill."))),
    Rule("nothing to deny", lambda pair: pair.rule == "not so" and _is_scant(pair),
         "“He did not cite a source” and “citing its sources, the paper said” share a verb.",
         yes=(("negation", "cite", "not so", "The mayor [did not cite] the source of his figures.",
               "The Herald, [citing] sources in Norhaven, told of barges."),),
         no=(("negation", "tested", "not so", "The railway [had not tested] the points.",
              "The railway [had tested] the points."),)),
), _example)
