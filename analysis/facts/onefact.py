"""When are two clauses of two texts one fact?  What identifies a fact decides before likeness of words does.

A number that nothing else has, a vote, the dead of the event, one remark and the leads of all texts join clauses that
share few words; roles changed over, another measure and a shared name alone part clauses that share many.
"""

from itertools import accumulate

import regex

from ..rules import Rule, RuleList, Setting
from ..text.values import read_values
from .clauseread import HARM, read_clause
from .contexts import feature_of, shared_weight
from .deedpairs import another_actor, one_denies, roles_reversed, share_deed, share_main, share_news
from .deeds import read_deeds

LEAD = Setting(
    "news_sentences",
    3,
    "first body sentences of a text that tell its main fact",
    chosen="news prose puts the news first; openings that paint a scene take two sentences",
)
JOINED = Setting(
    "identified",
    0.7,
    "likeness given to two clauses that something identifies as one fact",
    chosen="above the likeness of one wording in other words, so that they are put together first",
)
BARE = Setting(
    "bare_words",
    6,
    "telling words up to which a clause holds little but who does what",
    chosen="an actor of two names, an act, an object, and two words about them",
)
BESIDE = Setting(
    "bare_shared",
    0.75,
    "share of a short clause's weight in common words from which its act may be told in another word",
    chosen="what is left is little more than the verb",
)
RARE_WORD = Setting(
    "rare_word",
    3.2,
    "weight of a word from which two clauses do not share it by chance: 6.5 less its Zipf frequency",
    chosen="flirt, legalize and gauntlet; not admit, wage and signal",
)
BEHIND = Setting(
    "behind_first",
    3.0,
    "weight of shared words from which two clauses of openings, not both of the first sentence, are one fact",
    chosen="two nouns that are not common, beside the act",
)
LED = Setting(
    "led",
    0.34,
    "likeness given to the clauses of two leads that share most",
    chosen="they come after what is alike in words",
)
BOTH_LEAD = "both leads"
SAME_REMARK = "the same remark"
WEAK = (BOTH_LEAD, SAME_REMARK)


def _share_verb(one, other):
    return bool(one.context.acts & other.context.words.keys() or other.context.acts & one.context.words.keys())


def _another_vote(one, other):
    return "two" if len(one.votes) > 1 and len(other.votes) > 1 and not one.votes & other.votes else None


def _another_harm(one, other):
    mine, theirs = one.measures & HARM, other.measures & HARM
    return "two" if mine and theirs and not mine & theirs else None


def _another_act(one, other):
    """Tell whether two short clauses share a name or a few words, and neither tells the other's act."""
    if not _are_bare(one, other) or one.rare & other.rare or share_main(one, other):
        return None
    names = {feature_of(name) for name in one.context.names | other.context.names}
    shared = (one.context.words.keys() & other.context.words.keys()) - names
    weight = sum(one.context.words[word] for word in shared)
    return "unlike" if weight < BESIDE.value * _lighter(one, other) else None


def _are_bare(one, other):
    """Tell whether both clauses hold little but who does what: in longer ones what differs may be circumstance."""
    return max(len(one.context.words), len(other.context.words)) <= BARE.value


def _lighter(one, other):
    return min(sum(one.context.words.values()), sum(other.context.words.values()))


def _another_object(one, other):
    """Tell whether two clauses share actor and act, and each has other things besides (admitted this and that)."""
    shared = one.context.words.keys() & other.context.words.keys()
    if one.lead and other.lead and share_news(one, other):
        return None
    if not shared or len(shared) > 2 or one.rare & other.rare:
        return None
    if len(shared) > 1 and not one.context.acts & other.context.acts:
        return None
    names = {feature_of(name) for name in one.context.names | other.context.names}
    if any(one.context.words[word] >= RARE_WORD.value for word in shared - names):
        return None
    mine, theirs = (
        sum(clause.context.words[word] for word in clause.context.words.keys() - shared) for clause in (one, other)
    )
    whole, all_of = (sum(clause.context.words.values()) for clause in (one, other))
    return "unlike" if _are_bare(one, other) and mine > 0.45 * whole and theirs > 0.45 * all_of else None


def _same_vote(one, other):
    alike = one.votes & other.votes
    return (
        "one" if len(alike) > 1 or (alike and max(alike) >= 20 and min(len(one.votes), len(other.votes)) < 3) else None
    )


def _same_count(one, other):
    alike = {number for number in one.numbers & other.numbers if number[1] in HARM or number[0] == "money"}
    return "one" if alike else None


def _same_rare_number(one, other):
    return "one" if one.rare & other.rare else None


def _same_year(one, other):
    return "one" if one.years & other.years else None


def _same_remark(one, other):
    return "one" if one.remarks & other.remarks else None


def _both_lead(one, other):
    if not (one.lead and other.lead):
        return None
    names, others = one.context.names, other.context.names
    main = share_main(one, other)
    act = main and _share_verb(one, other)
    weight = shared_weight(one.context, other.context)
    if names and others and not names & others and weight < 6:
        return None
    if one.measures & other.measures & HARM:
        return "one"
    if share_news(one, other) and weight >= 1:
        return "one"
    alike = main and share_deed(one, other)
    if one.lead + other.lead > 2:  # behind the first sentence an opening tells more than the news
        return "one" if (act or alike) and weight >= BEHIND.value else None
    few = weight >= 2 or len(one.classes & other.classes) > 2
    much = weight >= max(6, 0.3 * _lighter(one, other)) and (_share_verb(one, other) or share_deed(one, other))
    return "one" if (act and weight >= 1) or (alike and few) or much else None


def _example(pair):
    """Return the rule for two clauses: LEAD opens a lead, actors stand in square brackets, a remark in marks."""
    clauses = []
    for number, marked in enumerate(pair):
        pieces = marked.replace("]", "[").split("[")
        ends, text = list(accumulate(map(len, pieces))), "".join(pieces)
        actors = [(ends[at - 1], ends[at], pieces[at]) for at in range(1, len(pieces), 2)]
        clauses.append(read_clause(
            str(number), text, read_deeds(text, 0, len(text), actors), read_values(text),
            regex.findall("“[^”]*”", text), int(text.startswith("LEAD "))))
    return ONE_FACT.decide(*clauses)[0]


ONE_FACT = RuleList(
    "When are two clauses one fact?",
    (
        Rule(
            "roles reversed",
            roles_reversed,
            "who did it and to whom it was done decide",
            yes=(
                ("Crane attacked Bellamy over the lock.", "Ann Bellamy attacked Ola Crane over the lock."),
                ("Norhaven expelled four envoys of Ellby.", "Ellby expelled four envoys of Norhaven."),
            ),
            no=(
                ("Crane sued Norhaven on Monday.", "Norhaven was sued by Crane on Monday."),
                ("The council signed a letter to the mayor.", "The mayor got a letter signed by the council."),
            ),
        ),
        Rule(
            "one denies",
            one_denies,
            "what one text denies it doesn't report",
            yes=(
                ("No oil has spilled from the tanker.", "Oil has spilled from the tanker and reached the beach."),
                ("Bellamy has not ruled out a merger.", "Bellamy ruled out a merger of the two mills."),
                ("The bridge did not collapse, the mayor said.", "The bridge collapsed at noon, the mayor said."),
            ),
            no=(
                ("No oil has spilled from the tanker.", "Oil has not spilled from the tanker."),
                ("No oil has spilled from the tanker.", "The tanker, which had no pilot, was towed to Ellby."),
            ),
        ),
        Rule(
            "another vote",
            _another_vote,
            "two results are of two votes",
            yes=(("The council passed the tram bill 31-17.", "The council passed the budget 40-28."),),
            no=(("The council passed the tram bill 31-17.", "The tram bill passed, 31 to 17."),),
        ),
        Rule(
            "another measure",
            _another_harm,
            "the dead and the hurt of one crash are two facts",
            yes=(("The crash at Ellby killed five people.", "The crash at Ellby injured 30 people."),),
            no=(("The crash at Ellby killed five people.", "Five died in the Ellby crash, which hurt 30."),),
        ),
        Rule(
            SAME_REMARK,
            _same_remark,
            "both hold the same quoted words",
            yes=(("Crane called the lock “a goat in a boat”.", "It was “a goat in a boat”, said the mayor."),),
            no=(("Crane called the lock “a goat in a boat”.", "It was “a bath of gold”, said the mayor."),),
        ),
        Rule(
            "the same vote",
            _same_vote,
            "the counts of a vote identify it",
            yes=(("Members threw out the plan by a 31-to-17 margin.", "The tram bill had failed, 17 votes to 31."),),
            no=(("The council voted 31-17 for trams.", "The council voted 40-28 for boats."),),
        ),
        Rule(
            "the same count",
            _same_count,
            "the same number of dead, hurt or moved, or the same sum",
            yes=(
                ("Six climbers perished high up on the ridge.", "The avalanche claimed six lives."),
                ("The dairy has to pay a penalty of $1.6 million.", "Regulators fined the firm $1.6m."),
            ),
            no=(("Six climbers perished high up on the ridge.", "Six climbers sang on the ridge."),),
        ),
        Rule(
            "the same rare number",
            _same_rare_number,
            "a number that hardly stands twice by chance",
            yes=(("Inspectors found 1,723 crates under the floor.", "Some of the 1,723 boxes were leaking."),),
            no=(("Inspectors found 1,700 crates under the floor.", "Some of the 1,723 boxes were leaking."),),
        ),
        Rule(
            "the same year ahead",
            _same_year,
            "a plan's year identifies the plan",
            yes=(("It would close the quarry by 2047.", "The last truck would leave in 2047."),),
            no=(("It closed the quarry in 2007.", "The trucks were bought in 2007."),),
        ),
        Rule(
            "another actor",
            another_actor,
            "one act of two persons is two facts",
            yes=(("[Ann Bellamy] resigned over the lock.", "[Ola Crane] resigned over the ferry."),),
            no=(
                ("[Ola Crane] resigned over the lock.", "[Ola Crane Jr.] resigned over the ferry."),
                ("[Ann Bellamy] resigned over the lock.", "[Ola Crane] opened the ferry."),
            ),
        ),
        Rule(
            "another act",
            _another_act,
            "one actor and one thing, in two acts",
            yes=(
                ("The warden noted in the log: watch the crane.", "The warden put a watch tower beside the crane."),
                ("Mayor Ann Bellamy opened the library.", "Mayor Ann Bellamy sold her farm in the hills."),
            ),
            no=(
                ("The warden painted the crane.", "The crane got new paint from the warden."),
                ("Mayor Ann Bellamy opened the library.", "The library was opened by Mayor Ann Bellamy."),
            ),
        ),
        Rule(
            "another object",
            _another_object,
            "one actor and one verb, two things that were done or said",
            yes=(("The minister admitted that wages were poor.", "The minister admitted having met the lobbyist."),),
            no=(
                ("The minister admitted that wages were poor.", "The minister conceded that wages were poor."),
                ("The pilot has flirted with a run for mayor.", "He once flirted with politics as a student."),
            ),
        ),
        Rule(
            BOTH_LEAD,
            _both_lead,
            "all texts open with the news, in the same act or of the same names",
            yes=(
                (
                    "LEAD An explosion tore through the Ellby dye works.",
                    "LEAD People in Ellby woke to a blast at the dye factory.",
                ),
            ),
            no=(
                (
                    "LEAD An explosion tore through the Ellby dye works.",
                    "People in Ellby remember a blast at the dye factory.",
                ),
            ),
        ),
    ),
    example=_example,
)
