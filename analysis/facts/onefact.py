"""When are two clauses of two texts one fact?  What identifies a fact decides before likeness of words does.

A number that nothing else has, a vote, the dead of the event, one remark and the leads of all texts join clauses that
share few words; roles changed over, another measure and a shared name alone part clauses that share many.
"""

from itertools import accumulate

import regex

from ..rules import Rule, RuleList, Setting
from ..text.values import read_values
from .clauseread import read_clause
from .deedpairs import another_actor, one_denies, roles_reversed
from .deeds import read_deeds
from .samefacts import both_lead, same_count, same_rare_number, same_remark, same_thing, same_vote, same_year
from .twofacts import (
    an_earlier,
    another_act,
    another_harm,
    another_object,
    another_person,
    another_time,
    another_vote,
    name_alone,
    only_named,
    opposite_acts,
    unreal_and_real,
)

JOINED = Setting(
    "identified",
    0.7,
    "likeness given to two clauses that something identifies as one fact",
    chosen="above the likeness of one wording in other words, so that they are put together first",
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


def _example(pair):
    """Return the rule for two clauses: LEAD opens a lead, actors stand in square brackets, a remark in marks."""
    clauses = []
    for number, given in enumerate(pair):
        marked = given.removeprefix("LEAD ")
        pieces = marked.replace("]", "[").split("[")
        ends, text = list(accumulate(map(len, pieces))), "".join(pieces)
        actors = [(ends[at - 1], ends[at], pieces[at]) for at in range(1, len(pieces), 2)]
        clauses.append(read_clause(
            str(number), text, read_deeds(text, 0, len(text), actors), read_values(text),
            regex.findall("“[^”]*”", text), int(given.startswith("LEAD "))))
    name, verdict = ONE_FACT.decide(*clauses)
    return None if verdict == "beside" else name


ONE_FACT = RuleList(
    "When are two clauses one fact?",
    (
        Rule(
            "roles reversed",
            roles_reversed,
            "who did it and to whom it was done decide",
            yes=(
                ("Crane attacked Bellamy over the lock.", "Ann Bellamy attacked Ola Crane over the lock."),
                ("Ola Crane accused the company of greed.", "The company accused Ola Crane of spreading lies."),
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
                ("Bellamy apologised to the miners.", "Bellamy has so far refused to apologise to the miners."),
                ("Crane answered the letter from Tarn.", "Crane declined to answer the letter from Tarn."),
            ),
            no=(
                ("No oil has spilled from the tanker.", "Oil has not spilled from the tanker."),
                ("No oil has spilled from the tanker.", "The tanker, which had no pilot, was towed to Ellby."),
                ("Bellamy did not apologise to the miners.", "Bellamy refused to apologise to the miners."),
            ),
        ),
        Rule(
            "another vote",
            another_vote,
            "two results are of two votes",
            yes=(("The council passed the tram bill 31-17.", "The council passed the budget 40-28."),),
            no=(("The council passed the tram bill 31-17.", "The tram bill passed, 31 to 17."),),
        ),
        Rule(
            "another measure",
            another_harm,
            "the dead and the hurt of one crash are two facts",
            yes=(("The crash at Ellby killed five people.", "The crash at Ellby injured 30 people."),),
            no=(("The crash at Ellby killed five people.", "Five died in the Ellby crash, which hurt 30."),),
        ),
        Rule(
            "another time",
            another_time,
            "what was once and what is now are two facts",
            yes=(
                ("Ellby imposed a duty on tin in 2011.", "Ellby imposed a duty on wool in 2014."),
                ("Guards arrested nine poachers on Tuesday.", "Guards arrested two poachers last month."),
            ),
            no=(
                ("Ellby imposed a duty on tin in 2011.", "A duty on tin was imposed by Ellby in 2011."),
                ("Guards arrested nine poachers on Tuesday.", "Nine poachers were arrested by the guards."),
            ),
        ),
        Rule(
            "what would have been",
            unreal_and_real,
            "what was prevented did not happen",
            yes=(
                ("The quarry sale was stopped by a judge.", "The quarry sale would have saved the town."),
                ("The ferry was supposed to be safe.", "The ferry sank on its way to Ellby."),
                ("The board has approved the quarry sale.", "The board still has to approve the quarry sale."),
            ),
            no=(
                ("The quarry sale would have saved the town.", "Selling the quarry would have rescued the town."),
                ("The ferry sank on its way to Ellby.", "On the way to Ellby the ferry sank."),
                ("The board has approved the quarry sale.", "The quarry sale was approved by the board."),
            ),
        ),
        Rule(
            "an earlier number",
            an_earlier,
            "what it had been is not what it is",
            yes=(
                ("Turnout was 44 percent.", "Turnout had been 61 percent two years before."),
                ("The dairy will pay $48 for a share.", "It had paid $40 for a share of the bakery."),
            ),
            no=(
                ("Turnout was 44 percent.", "Turnout was put at 61 percent."),
                ("Turnout was 44 percent.", "Turnout had been 44 percent, the clerk said."),
                ("The plan won 31 votes to 17.", "The plan had won 31 votes, and 12 votes were lost."),
            ),
        ),
        Rule(
            "another person",
            another_person,
            "people without a name are known by their age",
            yes=(("A tree killed a 52-year-old man near Ellby.", "A wall killed a 61-year-old woman near Ellby."),),
            no=(
                ("A tree killed Ola Crane, 52, near Ellby.", "Ola Crane, 53, was killed near Ellby by a tree."),
                ("A tree killed a 52-year-old man near Ellby.", "Near Ellby a man of 52 died under a tree."),
            ),
        ),
        Rule(
            "opposite acts",
            opposite_acts,
            "buying and selling, the charge and the conviction",
            yes=(
                ("Ellby Foods bought the dairy by the lake.", "Ellby Foods sold the bakery by the lake."),
                ("A jury convicted Ola Crane of fraud.", "Prosecutors charged Ola Crane with fraud."),
                ("The judge granted a request from Crane.", "The judge turned down a request from Crane."),
                ("[Ola Crane] will step down as head of the choir.", "[Ola Crane] will remain head of the choir."),
                ("LEAD [Ola Crane], the head, will step down.", "LEAD The head, [Ola Crane], will stay on."),
            ),
            no=(
                ("Ellby Foods bought the dairy from Ola Crane.", "Ola Crane sold the dairy to Ellby Foods."),
                ("A jury convicted Ola Crane of fraud.", "Ola Crane was found guilty of fraud by a jury."),
            ),
        ),
        Rule(
            SAME_REMARK,
            same_remark,
            "both hold the same quoted words",
            yes=(("Crane called the lock “a goat in a boat”.", "It was “a goat in a boat”, said the mayor."),),
            no=(("Crane called the lock “a goat in a boat”.", "It was “a bath of gold”, said the mayor."),),
        ),
        Rule(
            "the same vote",
            same_vote,
            "the counts of a vote identify it",
            yes=(("Members threw out the plan by a 31-to-17 margin.", "The tram bill had failed, 17 votes to 31."),),
            no=(("The council voted 31-17 for trams.", "The council voted 40-28 for boats."),),
        ),
        Rule(
            "the same count",
            same_count,
            "the same number of dead, hurt or moved, or the same sum",
            yes=(
                ("Six climbers perished high up on the ridge.", "The avalanche claimed six lives."),
                ("The dairy has to pay a penalty of $1.6 million.", "Regulators fined the firm $1.6m."),
            ),
            no=(("Six climbers perished high up on the ridge.", "Six climbers sang on the ridge."),),
        ),
        Rule(
            "the same rare number",
            same_rare_number,
            "a number that hardly stands twice by chance",
            yes=(("Inspectors found 1,723 crates under the floor.", "Some of the 1,723 boxes were leaking."),),
            no=(
                ("Inspectors found 1,700 crates under the floor.", "Some of the 1,723 boxes were leaking."),
                ("The clean-up will cost $250,000.", "Anglers sued the city for $250,000."),
            ),
        ),
        Rule(
            "the same number of one thing",
            same_thing,
            "as many pages, tractors or votes are counted once",
            yes=(
                ("The report runs to 840 pages.", "Her findings fill 840 pages."),
                ("Only 44 percent went to the polls in Ellby.", "Turnout was 44 percent."),
                ("In Ellby 38 people joined the new choir.", "The choir at Ellby was joined by 38 people."),
            ),
            no=(
                ("The report runs to 840 pages.", "The chairman read 84 pages."),
                ("Some 200 pupils sang in the park.", "Outside, 200 anglers waved flags."),
            ),
        ),
        Rule(
            "the same year ahead",
            same_year,
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
            another_act,
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
            another_object,
            "one actor and one verb, two things that were done or said",
            yes=(("The minister admitted that wages were poor.", "The minister admitted having met the lobbyist."),),
            no=(
                ("The minister admitted that wages were poor.", "The minister conceded that wages were poor."),
                ("The pilot has flirted with a run for mayor.", "He once flirted with politics as a student."),
            ),
        ),
        Rule(
            BOTH_LEAD,
            both_lead,
            "all texts open with the news, in the same act or of the same names",
            yes=(
                (
                    "LEAD An explosion tore through the Ellby dye works.",
                    "LEAD People in Ellby woke to a blast at the dye factory.",
                ),
                ("LEAD Envoys of Norhaven met those of Ellby.", "LEAD Ellby and Norhaven held six hours of talks."),
                ("LEAD Crane has dropped plans to host a debate.", "LEAD Crane is bowing out as host of the debate."),
                ("LEAD Police arrested the banker.", "LEAD A banker accused of robbing his savers is in custody."),
            ),
            no=(
                ("LEAD A ferry sank off Ellby.", "LEAD The ferry that sank off Ellby had been excused from checks."),
                ("LEAD A barge hit Ellby pier.", "LEAD The minister ordered an inquiry into the collision at Ellby."),
                ("LEAD The mayor vetoed the tram bill.", "LEAD The veto of the tram bill is a slap in the face."),
                ("LEAD A storm killed a nurse.", "LEAD The mayor apologised to the family of a woman killed at sea."),
                (
                    "LEAD An explosion tore through the Ellby dye works.",
                    "People in Ellby remember a blast at the dye factory.",
                ),
            ),
        ),
        Rule(
            "only named",
            only_named,
            "names and offices recur in all that is told of somebody",
            yes=(
                (
                    "Ann Bellamy, chief executive of Ellby Lines, apologised to all passengers on board.",
                    "Ellby Lines chief executive Ann Bellamy drove up overnight to see the wreck.",
                ),
                (
                    "The union's president, Priya Crane, told reporters that the walkout was a last resort.",
                    "Union president Priya Crane said that pay was only half of a long and weary tale.",
                ),
            ),
            no=(
                ("Ann Bellamy, head of Ellby Lines, apologised.", "Ellby Lines head Ann Bellamy said she was sorry."),
                ("Ann Bellamy and Luis Crane came early.", "Ann Bellamy met pilots, then saw Luis Crane."),
            ),
        ),
        Rule(
            "a name alone",
            name_alone,
            "whoever is in the news is named in all that is told of them",
            yes=(
                (
                    "The tunnel to the sea and the bridge above it please Priya Crane more than any dam.",
                    "In May the rain and a broken ankle kept Crane at home with her sister and the twins.",
                ),
            ),
            no=(
                ("Priya Crane opened the tunnel to Ellby.", "The tunnel pleases Priya Crane of Ellby."),
                ("Priya Crane resigned at noon.", "The resignation of Priya Crane came at noon."),
            ),
        ),
    ),
    example=_example,
)
