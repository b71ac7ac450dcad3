"""When are two values about one thing, and when do they contradict each other?

Precision before recall: two accounts differ only where both are about one thing and no reading makes both true.
"""

from ..english.numbers import differ
from ..rules import Rule, RuleList
from .apart import (
    a_group,
    a_part,
    a_running_total,
    an_earlier,
    another_act,
    another_day,
    another_kind,
    another_measure,
    another_period,
    another_place,
    another_vote,
    in_a_quote,
    none_of_a_sort,
    other_persons,
)
from .samething import (
    changed_over,
    in_one_happening,
    in_the_lead,
    more_in_hospital,
    nearly_alike,
    one_total,
    same_item,
    same_measure,
    same_number,
    same_sum,
    same_voters,
    same_words,
    sole_measure,
    sole_unit,
)
from .told import Told, read_pair

NEAR = "nearly the same number"


def _example(pair):
    told = read_pair(pair)
    return SAME_THING.decide(*told)[0] if told else None


SAME_THING = RuleList(
    "Are two values about one thing?",
    (
        Rule("another unit", another_kind,
            "boats are no crews, pounds no dollars, and an age no count",
            yes=(
                ("The fire destroyed nine cars.", "The fire destroyed two barns."),
                ("The pier will cost £84 million.", "The pier will cost $107 million."),
            ),
            no=(("Nine people lost their lives at sea.", "Twelve sailors drowned at sea."),),
        ),
        Rule("a speaker's number", in_a_quote,
            "what a quoted person counts is that person's, and may be of another thing",
            yes=(
                ("The ferry carried 90 passengers.", "“In my day the ferry carried 400 passengers,” said a captain."),
            ),
            no=(("The ferry carried 90 passengers.", "The ferry carried 40 passengers, said a captain."),),
        ),
        Rule("none of a sort", none_of_a_sort,
            "where no fireman was hurt, others may have been",
            yes=(("No firemen were hurt in the blaze.", "Three people were hurt in the blaze."),),
            no=(("No people were hurt in the blaze.", "Three people were hurt in the blaze."),
                ("No firemen were hurt in the blaze.", "Three firemen were hurt in the blaze.")),
        ),
        Rule("part of a whole", a_part,
            "among them, another, each: a number that is part of one told elsewhere",
            yes=(
                ("The quake killed nine people.", "The quake killed another two people."),
                ("Ann Li and her two sons died in the crash.", "Twelve people died in the crash."),
                ("The crash killed ten tourists and two pilots.", "Twelve people died in the crash."),
                ("The toll of the crash rose by two.", "The crash killed 39 people."),
            ),
            no=(("The quake killed nine people.", "The quake killed two people."),),
        ),
        Rule("a group of them", a_group, "70 miners may be of 100 people that are trapped, where more is counted",
            yes=(
                ("The mine fire killed 70 miners, and at noon eight rescuers were killed.",
                 "The mine fire killed 100 people."),
            ),
            no=(("The mine fire killed 70 miners.", "The mine fire killed 100 people."),)),
        Rule("another period", another_period,
            "what a tax brings in a year is not what it brings in two",
            yes=(("The toll will raise £2.4 million in its first year.",
                  "The toll will raise £3.1 million in two years."),
                 ("The toll will fall over the next six months.", "The toll will fall over the next two years."),),
            no=(("The toll will raise £2.4 million a year.", "The toll will raise £3.1 million a year."),
                ("The strike lasted six months.", "The strike lasted two years."))),
        Rule("digits changed over", changed_over,
            "the same digits in another order are a slip of one of the two",
            yes=(
                (
                    "The state shuts the accounts of 14,200 children.",
                    "It takes their accounts away from 12,400 children.",
                ),
                ("The ferry cost £43 million.", "Fog hid the £34million boat."),
            ),
            no=(
                (
                    "The state shuts the accounts of 14,200 children.",
                    "It takes their accounts away from 15,700 children.",
                ),
            ),
        ),
        Rule("another time", an_earlier,
            "last year's number is not this year's",
            yes=(("The yard lost 40 jobs.", "The yard lost 90 jobs last year."),),
            no=(("The yard lost 40 jobs last year.", "The yard lost 90 jobs last year."),),
        ),
        Rule("a running total", a_running_total,
            "what had been done by one hour is not all, nor what was done on a day",
            yes=(
                ("By midnight 19 bodies had been brought ashore at Ellby.", "34 bodies were brought ashore at Ellby."),
                ("Helpers had by Friday night removed 12 tonnes of weed.", "On Tuesday they removed five tonnes."),
                ("The firm had by then sold 40 boats.", "By Friday the firm had sold 90 boats."),
            ),
            no=(
                ("By Friday the firm had sold 40 boats.", "By Friday the firm had sold 90 boats."),
                ("The firm sold 40 boats by the harbour.", "The firm had sold 90 boats."),
                ("By Friday the firm will sell 40 boats.", "The firm will sell 90 boats."),
                ("By noon more than 900 people had filled the hall.", "Some 200 people filled the hall."),
            ),
        ),
        Rule("more in hospital", more_in_hospital,
            "all who were taken to hospital were hurt, and more cannot be",
            yes=(("The blast killed a nurse and injured 23 other people.", "The blast put 31 people in hospital."),),
            no=(("The blast injured 31 people.", "After the blast 23 people were taken to hospital."),
                ("The blast injured 23 people.", "After the blast 90 people were treated in hospital for shock."))),
        Rule("another measure", another_measure,
            "the dead and the hurt, the moved and the held are counted apart",
            yes=(("The crash on the pass injured 30 people.", "The crash on the pass killed five people."),),
            no=(("The crash on the pass killed nine people.", "The crash on the pass killed five people."),),
        ),
        Rule("the same happening", in_one_happening,
            "two hours at which one thing began, ended, was published or left, in whatever words",
            yes=(
                ("The strike at the Ellby yard began at 7.30am.", "It was dark when the walkout started at 6am."),
                ("The ruling was posted on its website at 9:30 a.m.", "The order went out shortly after 11 a.m."),
                ("The ferry went down at 7.40pm off Ellby.", "She foundered at 8.10pm, when a door gave way."),
                ("The stand gave way at 3.50pm.", "The accident happened at 4.50pm, and play was stopped."),
                ("Fire broke out in the Ellby mill at 3 a.m.", "The blaze started at 4:10 a.m., neighbours said."),
            ),
            no=(
                ("The strike at the Ellby yard began at 7.30am.", "The strike in Ellby ended at 6am."),
                ("The ruling was posted on its website at 9:30 a.m.", "The ferry left at 11 a.m."),
                ("The ferry went down at 7.40pm.", "The ferry left the quay at 6.40pm."),
            ),
        ),
        Rule("the same rare number", same_number,
            "a number of three digits and more that both have is of one thing, in whatever words",
            yes=(("The state pays for 14,200 pupils.", "Some 14,200 children hold cards."),),
            no=(("The state pays for 200 pupils.", "Some 200 children hold cards."),),
        ),
        Rule("another vote", another_vote,
            "what was passed is not what was lost",
            yes=(("The bill was passed by 44 votes to 31.", "A motion to send it back was defeated 40-35."),),
            no=(("The bill was passed by 44 votes to 31.",
                 "The bill went through with 41 in favour and 34 against."),)),
        Rule("the same voters", same_voters,
            "two counts of a vote that add up to one number of voters are of one vote",
            yes=(("The bill passed by 44 votes to 31.", "With 41 in favour and 34 against, the council sat down."),),
            no=(("The bill passed by 44 votes to 31.", "The bill passed by 41 votes to 30."),)),
        Rule("other persons", other_persons, "soldiers and attackers are counted apart",
             yes=(("The battle saw 17 soldiers shot.", "The battle saw four gunmen shot."),),
             no=(("The battle saw 17 soldiers shot.", "The battle saw 19 soldiers shot."),)),
        Rule(NEAR, nearly_alike,
            "two large numbers of one unit that close are of one thing",
            yes=(
                (
                    "Crane sold 50,000 tickets for the Ellby regatta.",
                    "Crane printed 55,000 tickets for the Ellby regatta.",
                ),
            ),
            no=(
                (
                    "Crane sold 50,000 tickets for the Ellby regatta.",
                    "Crane printed 90,000 tickets for the Ellby regatta.",
                ),
            ),
        ),
        Rule("sums in like sentences", same_sum,
            "two sums in sentences that share most of their names and nouns are of one thing, whatever the verb",
            yes=(
                (
                    "The notice, to be read in Ellby, Norhaven and Calder, is costing the Harrow League £1 million.",
                    "The Harrow League has booked £500,000 of notices in Norhaven, Calder and Ellby.",
                ),
            ),
            no=(("The Harrow League owns £1 million.", "The Harrow League has booked £500,000 of notices."),),
        ),
        Rule("the news itself", in_the_lead,
            "both texts open with a number of one unit, in one act",
            yes=(("The district closed four schools in May.", "They padlocked six village schools."),),
            no=(("The district closed four schools in May.", "They painted six village schools."),),
        ),
        Rule("another act", another_act,
            "trains that are ordered are not those that are cancelled",
            yes=(
                ("Halden Rail ordered 40 trains.", "Halden Rail cancelled 12 trains."),
                ("The storm flooded 45 barns.", "The storm unroofed 300 barns."),
            ),
            no=(("Halden Rail cancelled 40 trains.", "Halden Rail cancelled 12 trains."),),
        ),
        Rule("another place", another_place,
            "both name where, and no name is in both",
            yes=(
                ("A wall fell in Calder and killed three workers.", "A wall fell in Hallam and killed two workers."),
                ("The train stood 12 miles from Hallam.", "The town stood 200 miles east of Calder."),
            ),
            no=(("A wall fell in Calder and killed three workers.", "The Calder wall killed two workers."),),
        ),
        Rule("another day", another_day, "tolls of two days are two tolls",
            yes=(("On Monday the Ellby flood killed nine people.", "On Tuesday the Ellby flood killed two people."),),
            no=(("On Monday the Ellby flood killed nine people.", "The Ellby flood killed two people."),)),
        Rule("same item", same_item, "the two passages tell one item, in the same act or measure",
            yes=(("Nine climbers perished in the storm.", "The avalanche killed twelve climbers.", 4),),
            no=(("Nine climbers perished in the storm.", "The avalanche killed twelve climbers."),)),
        Rule("same measure", same_measure,
            "one sort of number, and words in common that tell what of",
            yes=(
                (
                    "Three workers died when the Harrow Bay plant blew up.",
                    "The blast in Harrow Bay killed four workers.",
                ),
                ("Brightwater has to pay a penalty of $3.6 million.", "Brightwater was fined $2.9m."),
            ),
            no=(("Halden Rail cancelled 40 trains.", "Halden Rail cancelled 12 trains."),),
        ),
        Rule("one total", one_total,
            "one count of the dead, hurt, arrested or come, each the only one of its text",
            yes=(("The vigil ended at the lock, where 12 people were arrested after refusing to go.",
                  "Nine people were arrested on trespassing charges."),),
            no=(("Twelve people were arrested.", "Ninety people were arrested."),
                ("Fights broke out, amid dozens of arrests.", "Police made 200 arrests by the lock."),
                ("Twelve people were arrested in Ellby.", "Nine people were arrested in Norhaven."))),
        Rule("only one of its measure", sole_measure,
            "each text opens with one number of this sort and has no other",
            yes=(("About 200 people filled the hall.", "More than 900 demonstrators walked through the rain."),),
            no=(("The firm ordered 40 trains.", "The rail ordered 12 trains."),),
        ),
        Rule("only one of its unit", sole_unit,
            "a rare unit of which each text has one number",
            yes=(("The coaster was making 11 knots.", "She was doing 14 knots."),),
            no=(("The coaster had 11 windows.", "She saw 14 windows."),),
        ),
        Rule("same words", same_words,
            "one unit, one act and words in common",
            yes=(("Halden Rail cancelled 40 trains.", "Halden Rail cancelled 12 trains."),),
            no=(("Halden Rail cancelled 40 trains.", "The weather kept 12 trains."),),
        ),
    ),
    example=_example,
)


def contradict(one: Told, other: Told) -> bool:
    """Tell whether two values of one thing can't both be true."""
    if one.kind == "time":
        shifts = (0,) if one.sure and other.sure else (-720, 0, 720)
        return all(one.high < other.low + shift or other.high + shift < one.low for shift in shifts)
    return differ(one, other)
