"""Where accounts differ, and where they only seem to: sentences of our own, a kind of look-alikes a row."""

import time

import pandas as pd
import pytest

from analysis import Event
from analysis.answers.differences import list_differences
from analysis.answers.writing.values import drop_seconds, join_offices
from analysis.english.numbers import find_numbers
from analysis.english.words import find_words, fold
from analysis.facts.contradictions import SAME_THING
from analysis.facts.moments import read_moment
from analysis.facts.mouths import _kind_of
from analysis.facts.posts import read_post
from analysis.facts.refusals import tells_given_names
from analysis.facts.spellings import find_persons
from analysis.facts.ties import pair_values
from analysis.facts.told import read_pair
from analysis.tables import TABLES
from analysis.text.values import read_values


def event_of(texts, published=None):
    rows = [{"article": name, "outlet": name, "text": text} for name, text in texts.items()]
    days = published if isinstance(published, tuple) else [published] * len(rows)
    return Event.from_articles(pd.DataFrame([row | ({"published": day} if day else {})
                                             for row, day in zip(rows, days, strict=True)]))


def compare(gull, times, published=None, **more):
    """Return {kind: values} of the disagreements of two or more short texts."""
    table = event_of({"gull": gull, "times": times, **more}, published).disagreements
    return {kind: rows["value"].tolist() for kind, rows in table.groupby("kind", observed=True)}


@pytest.mark.parametrize(
    ("gull", "times", "values"),
    [
        ("The 19-clause bill was published on Monday.", "The bill, in 17 clauses, was published on Monday.",
         ["19", "17"]),
        ("The report has 212 pages and was sent to the board.", "The 230-page report was sent to the board.",
         ["212", "230"]),
        (
            "Four sailors died when the Norhaven ferry capsized.",
            "The sinking of the ferry off Norhaven killed six people.",
            ["Four", "six"],
        ),
        (
            "Nobody was injured when the roof fell in at Ellby.",
            "Two visitors were injured when the Ellby roof fell in.",
            ["Nobody", "Two"],
        ),
        ("Police detained 17 marchers in Ellby.", "There were 44 arrests at the march in Ellby.", ["17", "44"]),
        (
            "Some 900 residents of Quay Street were evacuated.",
            "Quay Street: 2,100 people had to leave their homes.",
            ["Some 900", "2,100"],
        ),
        (
            "The dairy was fined $1.2 million over the leak.",
            "A penalty of $1.9m was imposed on the dairy for the leak.",
            ["$1.2 million", "$1.9m"],
        ),
        (
            "The Norhaven council rejected the tram plan 21-14.",
            "By 21 votes to 16 the Norhaven council threw out the tram plan.",
            ["14", "16"],
        ),
        ("Ann Bellamy, 52, ran the mill.", "Fifty-five-year-old Ann Bellamy ran the mill.", ["52", "Fifty-five"]),
        (
            "It was the third landslide on the pass this year.",
            "The landslide was the fifth on the pass this year.",
            ["third", "fifth"],
        ),
        (
            "Prices in Norhaven rose by 3.1 percent in May.",
            "Norhaven's inflation was 5.2% in May.",
            ["3.1 percent", "5.2%"],
        ),
        (
            "Dozens of swimmers joined the race across Ellby lake.",
            "Hundreds of swimmers joined the Ellby lake race.",
            ["Dozens", "Hundreds"],
        ),
        # whose noun or measure stands in the clause before, or beyond an "and"
        (
            "Four weavers died when the Ellby mill burned. Fourteen others were hurt.",
            "The fire at the Ellby mill killed four weavers and injured nine others.",
            ["Fourteen", "nine"],
        ),
        (
            "More than 1,000 parents and children had filled the Ellby green for the Harrow League.",
            "About 300 people came to the rally of the Harrow League on the Ellby green.",
            ["More than 1,000", "About 300"],
        ),
        # one total of its sort in each text, wherever it stands, and the sum of a deal
        (
            "The vigil in Ellby ended at dusk. Fourteen people were arrested after refusing to go.",
            "Candles burned by the lock. Nine arrests were made on charges of trespass.",
            ["Fourteen", "Nine"],
        ),
        (
            "Two welders were treated for injuries after falling from a crane.",
            "Five people were injured, one of them badly, when the Ellby crane fell.",
            ["Two", "Five"],
        ),
        (
            "Dozens hurt as tram hits quay\nThe tram killed a nurse and injured 23 other people, six of them badly.",
            "After the tram hit the quay 31 people were taken to hospital.",
            ["23", "31"],
        ),
        ("The marchers were put at 8,000 by the Ellby police.", "In Ellby 20,000 marchers came, the union said.",
         ["8,000", "20,000"]),
        ("It was calm, and nobody was hurt in Ellby.", "Four stewards in Ellby were slightly hurt by bottles.",
         ["nobody", "Four"]),
        ("A judge blocked the $1.3 billion merger of Corran and Hale.", "The $1.9 billion transaction was stopped.",
         ["$1.3 billion", "$1.9 billion"]),
        (
            "The mill, built by subscription in 1887, was sold after members voted by 19 to 17 in Ellby.",
            "By 21 votes to 15 the members of Ellby agreed to sell the mill.",
            ["17", "15", "19", "21"],
        ),
        # in no common words: figures changed over, one rare unit, one act in the lead, a turnout, one count of its sort
        ("Norhaven pays for 14,700 pupils.", "Cards of 17,400 children in Norhaven run out.", ["14,700", "17,400"]),
        ("The ferry cost £43 million.", "Fog hid the £34million boat.", ["£43 million", "£34million"]),
        ("The coaster was making 11 knots.", "She was doing 14 knots.", ["11", "14"]),
        ("The council closed four libraries.", "Ellby council padlocked six village libraries.", ["four", "six"]),
        ("Turnout in Ellby was 41%.", "In Ellby 58 percent of voters turned out.", ["41%", "58 percent"]),
        (
            "By 11,482 votes to 9,207 Ellby removed Ann Bellamy.",
            "Ann Bellamy went down 11,482 to 7,903 in Ellby.",
            ["9,207", "7,903"],
        ),
        (
            "The rescue of the miners at Ellby took three hours.",
            "It was seven hours before the last of the Ellby miners had been rescued.",
            ["three", "seven"],
        ),
    ],
)
def test_numbers_of_one_thing_differ(gull, times, values):
    assert compare(gull, times)["number"] == values


@pytest.mark.parametrize(
    ("gull", "times"),
    [
        ("The 12-storey block burnt on Monday.", "The block, of twelve storeys, burnt on Monday."),
        ("The 12-storey block of the hospital burnt.", "The hospital has two blocks, and one of them burnt."),
        # equal in another notation, or one within the other
        ("The quarry employs 1 300 masons in Ellby.", "The quarry employs 1,300 masons in Ellby."),
        ("Two dozen barges blocked the lock.", "24 barges blocked the lock."),
        ("Between 40 and 50 cows drowned at Ellby.", "In Ellby, 46 cows drowned."),
        ("More than 60 geese escaped from the farm.", "64 geese escaped from the farm."),
        ("Nearly $30 million was spent on the Ellby pier.", "The Ellby pier cost $29.1 million."),
        ("About 700 dockers struck in Norhaven.", "In Norhaven, 712 dockers struck."),
        ("The pier will cost £8 million.", "The pier will cost $10 million."),
        # two things
        ("The gale at Ellby cut off 200 farms.", "The gale at Ellby unroofed 30 farms."),
        ("The fall of the mast hurt nine sailors.", "The fall of the mast killed two sailors."),
        ("Norhaven Air bought 12 jets.", "Norhaven Air scrapped three jets."),
        ("A bus overturned in Ellby and killed three people.", "A boat overturned in Norhaven and killed five people."),
        ("Ann Bellamy, 52, ran the mill.", "Her cousin Ola Crane, 55, ran the bakery."),
        ("Fourteen people were arrested in Ellby.", "Four people were arrested in Norhaven."),
        ("Two welders were treated for burns and a third for a cut.", "Three welders were hurt."),
        ("The tram injured 31 people.", "After the crash 23 people were taken to hospital."),
        ("Nobody was badly hurt in Ellby.", "Four stewards in Ellby were hurt."),
        ("His cottage stands on two acres.", "Holdings above 40 acres pay. He farms 200 acres."),
        ("The yard lost 40 jobs in 1998.", "The yard, which lost 90 jobs in 1999, is to close."),
        # another time, a part, another voice
        ("The mine lost 40 jobs.", "The mine lost 90 jobs last year."),
        ("The quake at Ellby killed 90 people.", "The quake at Ellby killed another two people."),
        ("The blast at Ellby killed three masons.", "It was the worst blast since 2010, when seven masons died."),
        (
            "The recall of Ann Bellamy passed by 11,482 votes to 9,207.",
            "With mail ballots added, the recall of Ann Bellamy now stands at 12,015 to 9,688.",
        ),
        ("Voters in Ellby passed Amendment 64, which frees hemp.", "In Ellby anyone over 21 buys hemp."),
        ("The coaster was making 11 knots.", "She was doing eleven knots."),
        (
            "The ferry carried 90 passengers.",
            "“In my day the ferry carried 300 passengers,” said Ola Crane, a retired pilot.",
        ),
    ],
)
def test_numbers_that_only_seem_to_differ(gull, times):
    assert compare(gull, times) == {}


@pytest.mark.parametrize(
    ("gull", "times", "published", "kind", "values"),
    [
        (
            "The Ellby mill burned down on 3 May.",
            "On 5 May the mill at Ellby burned down.",
            None,
            "date",
            ["3 May", "5 May"],
        ),
        (
            "The nurses of Ellby will walk out on Monday.",
            "The nurses' strike in Ellby will begin on Thursday.",
            None,
            "date",
            ["Monday", "Thursday"],
        ),
        ("Julian Tarkwell stepped down as chairman of the mill in June.",
         "Julian Tarkwell resigned as the mill's chairman on Tuesday night.", "2025-09-24", "date",
         ["June", "Tuesday"]),
        ("Ann Bellamy is expected to visit Ellby on Thursday.", "Ann Bellamy will be in Ellby tomorrow.", "2025-10-14",
         "date", ["Thursday", "tomorrow"]),
        (
            "The jury in Ellby freed Ola Crane last week.",
            "Ola Crane was freed by a jury in Ellby last month.",
            "2031-05-21",
            "date",
            ["last week", "last month"],
        ),
        (
            "The train for Ellby left Norhaven at 9:10.",
            "The Ellby train left Norhaven at 11:40 a.m.",
            None,
            "time",
            ["9:10", "11:40 a.m."],
        ),
        (
            "It was only on Sunday that the talks on ferries failed.",
            "The talks about the ferries broke down on Friday.",
            None,
            "date",
            ["Sunday", "Friday"],
        ),
        ("The clock on the mill stopped at 8.15am, the moment that the bridge broke away.",
         "The mill clock stopped at 7.38am, before the bridge failed.", None, "time", ["8.15am", "7.38am"]),
        ("Gauges on the weir stopped at 8.15am.", "It was 7.38am when gauges on the weir stopped.", None, "time",
         ["8.15am", "7.38am"]),
        # one happening in other words
        ("The strike at the mill began at 7.30am.", "It was dark when the walkout started at 6am.", None, "time",
         ["7.30am", "6am"]),
        ("The ruling was posted at 9:30 a.m.", "The order went out shortly after 11 a.m.", None, "time",
         ["9:30 a.m.", "shortly after 11 a.m."]),
        ("The first results were posted at 8:05 p.m.", "It was 9:40 p.m. when Ellby posted the first results.", None,
         "time", ["8:05 p.m.", "9:40 p.m."]),
        ("Fire broke out in the mill shortly before 4 a.m.", "The blaze started shortly after 4 a.m.", None, "time",
         ["shortly before 4 a.m.", "shortly after 4 a.m."]),
        ("The geese were sold at auction on Monday.", "The auction of the geese was on Thursday.", None, "date",
         ["Monday", "Thursday"]),
        ("The trial of the miller will open on 9 May.", "The miller is to go on trial on May 16.", None, "date",
         ["9 May", "May 16"]),
        ("On Monday Bellamy received Crane for talks about eels.",
         "Crane's talks with Bellamy about eels opened on Saturday, when he came to her.", "2031-05-21", "date",
         ["Monday", "Saturday"]),
    ],
)
def test_days_and_times_differ(gull, times, published, kind, values):
    assert compare(gull, times, published)[kind] == values


@pytest.mark.parametrize(
    ("gull", "times", "published"),
    [
        ("The Ellby mill burned down yesterday.", "The mill at Ellby burned down on Tuesday.", "2031-05-21"),
        ("The trial of Ola Crane started last month.", "The trial of Ola Crane started on 28 April.", "2031-05-21"),
        (
            "Six divers who had boarded the wreck on Sunday were killed in the blast.",
            "The blast on the wreck killed six divers on Monday.",
            "2031-05-21",
        ),
        (
            "The council of Ellby voted on Tuesday to sell the quay.",
            "The council of Norhaven voted on Sunday to sell the wood.",
            None,
        ),
        ("The train left Norhaven at 4:45 p.m.", "The train left Norhaven at 16:45.", None),
        (
            "The court will hear Ola Crane's appeal on Friday.",
            "The court heard Ola Crane's appeal on Thursday.",
            "2031-05-21",
        ),
        ("The strike at the mill began at 7.30am.", "The strike at the mill ended at 6am.", None),
        ("The strike at the mill began at 7.30am.", "The walkout started at half past seven in the morning.", None),
        ("The fire started at about 4:05 a.m.", "The fire started shortly after 4 a.m.", None),
        ("The geese were sold at auction on Monday.", "The geese were in the paper on Thursday.", None),
        ("The ferry sank, Ann Bellamy said on Monday.", "The ferry sank, Ann Bellamy said on Sunday.", None),
        # one verb of unlike things
        ("The clock on the mill stopped at 8.15am, the moment, neighbours say, that the bridge broke away.",
         "Gauges fitted in July stopped sending data at 7.38am, two minutes before the bridge failed.", None),
        ("The clock in Ellby stopped at 8.15am.", "The pumps in Ellby stopped at 7.38am.", None),
        ("The kiosk by the weir opened at 9am, before the march came by.",
         "The library opened at 10am, when the march had gone by.", None),
        # two posts are two acts
        ("Prof Tarkwell stepped down as chief executive in June but remains chairman.",
         "Julian Tarkwell resigned as chairman on Tuesday night.", "2025-09-24"),
        ("Ola Crane was elected mayor of Ellby in May.", "Ola Crane was elected head of the Harrow League on Sunday.",
         "2025-09-24"),
        # an announced weekday is the coming one: both tell of the 15th
        ("Ann Bellamy is expected to visit Ellby on Wednesday.", "Ann Bellamy will be in Ellby tomorrow.",
         "2025-10-14"),
        ("The nurses of Ellby are due to strike on Thursday.", "The Ellby nurses will strike on October 16.",
         "2025-10-14"),
    ],
)
def test_days_that_only_seem_to_differ(gull, times, published):
    assert compare(gull, times, published) == {}


def test_today_in_a_quote_is_the_day_of_speaking():
    said = "“We buried our friends from the mill today and nobody will sleep,” said Ola Crane, a carter."
    rows = [
        {"article": name, "outlet": name, "text": said, "published": day}
        for name, day in (("gull", "2031-05-20"), ("times", "2031-05-22"))
    ]
    event = Event.from_articles(pd.DataFrame(rows))
    assert event.disagreements.empty and event.days["day"].isna().all()


@pytest.mark.parametrize(
    ("gull", "times", "kind", "values"),
    [
        (
            "The pilot, Hal Crane, opened the lock.",
            "The lock was opened by Hugo Crane, the pilot.",
            "name",
            ["Hal Crane", "Hugo Crane"],
        ),
        ("It was sold to Brontevsky.", "It was sold to Brontefsky.", "name", ["Brontevsky", "Brontefsky"]),
        (
            "“Nobody stays,” said Amy Tarkwell, a third-year student.",
            "In the crowd stood Anna Tarkwell, a third-year student who had baked.",
            "name",
            ["Amy Tarkwell", "Anna Tarkwell"],
        ),
        ("Morag Tarkwell, 38, saw it.", "Mum-of-two Moira Tarkwell, 38, ran.", "name",
         ["Morag Tarkwell", "Moira Tarkwell"]),
        (
            "The union exempted the lifeboat crews and the pilots from the strike.",
            "The union did not exempt the lifeboat crews, and some stood at the gate.",
            "negation",
            ["exempted", "did not exempt"],
        ),
        ("Vice president Ola Crane lost.", "Ola Crane, the board's clerk, lost.", "role",
         ["Vice president", "board's clerk"]),
        (
            "Transport Minister Ola Crane opened the lock.",
            "Finance Minister Ola Crane opened the lock.",
            "role",
            ["Transport Minister", "Finance Minister"],
        ),
        (
            "Ola Crane, ambassador to Norhaven, led the team.",
            "The team was led by Ola Crane, consul in Ellby.",
            "role",
            ["ambassador to Norhaven", "consul in Ellby"],
        ),
        (
            "The mayor had not paid for the lock gates.",
            "The mayor had paid for the lock gates.",
            "negation",
            ["had not paid", "had paid"],
        ),
        ("The pilots handed out lanterns.", "No lanterns were handed out, a fisherman said.", "negation",
         ["handed out", "No lanterns were handed out"]),
        ("The skipper was sober.", "The skipper was not sober, the harbour office said.", "negation",
         ["was sober", "was not sober"]),
        ("Tarkwell will ask for a pilot.", "Tarkwell, 60, said he would not ask for a pilot.", "negation",
         ["will ask", "would not ask"]),
        ("The Drapers' Guild, which lost a suit, will not mend the lock, its clerk, Ola Crane, said.",
         "The Drapers' Guild said it will mend the lock in May.", "negation", ["will not mend", "will mend"]),
        ("Attorney General Ola Crane spoke.", "Ola Crane, the solicitor general, spoke.", "role",
         ["Attorney General", "solicitor general"]),
        ("Hal Torrigan, the coxswain, spoke.", "Hal Torrington was asleep.", "name", ["Torrigan", "Torrington"]),
        ("Gusts of 60 miles an hour were forecast.", "Winds gusted to 75 miles per hour.", "number", ["60", "75"]),
        ("The strike will begin on Monday and shut 90 mills.", "The walkout will start on Wednesday.", "date",
         ["Monday", "Wednesday"]),
        ("The alarm was raised at ten past four. The lock was shut at 6.10 a.m.",
         "A call was logged shortly after six o'clock.", "time", ["ten past four", "shortly after six o'clock"]),
        ("Agents took 143 workers from the mill.", "Officers took 134 people from the dock.", "number",
         ["143", "134"]),
        ("The ferry left Ellby with 212 passengers and crew.", "The ferry sank with 187 people aboard.", "number",
         ["212", "187"]),
        ("There were 118 passengers and 25 crew on board.", "She took the bank with 128 passengers aboard.", "number",
         ["118", "128"]),
        ("Ola Crane, the clerk, rose.\nAnn Bellamy wrote twice. “We warned them twice about that door,” she said.",
         "Jon Tarkwell wrote in May. “We warned them twice about that door,” he said.", "speaker",
         ["Bellamy", "Tarkwell"]),
        # states that exclude each other, of one subject, on days in order where one follows the other
        ("Karel Orde, the clerk, resigned in the afternoon.", "The clerk of the guild, Karel Orde, was dismissed.",
         "negation", ["resigned", "was dismissed"]),
        ("The foreman, 38, was arrested on Tuesday and remained in custody on Thursday, she added.",
         "The foreman whom police arrested on Tuesday, they noted, was released without charge on Wednesday.",
         "negation", ["remained in custody", "was released"]),
        ("Ann Bellamy, who joined the lawsuit, spoke.", "Mayor Ann Bellamy remained neutral, a clerk said.", "negation",
         ["joined the lawsuit", "remained neutral"]),
        # a modal of another verb, a pronoun whose sentence before says of whom, and who has not decided
        ("No oil has spilt into the lock, the harbour office said.",
         "Oil has spilt into the lock and a sheen could be seen at dusk.", "negation",
         ["No oil has spilt", "has spilt"]),
        ("Corran Mills was fined by a judge. The company said it will appeal.", "Corran Mills will not appeal.",
         "negation", ["will appeal", "will not appeal"]),
        ("Ola Crane, the pilot, resigned on Friday.", "The mayor praised Ola Crane. He had not resigned, a clerk said.",
         "negation", ["resigned", "had not resigned"]),
        ("The Drapers' Guild, whose hall leaks, said that it would sue.",
         "A clerk said the Drapers' Guild had not decided whether to sue.", "negation",
         ["would sue", "had not decided whether to sue"]),
        ("Harbourmaster Ola Crane spoke.", "Ola Crane, the deputy harbourmaster, spoke.", "role",
         ["Harbourmaster", "deputy harbourmaster"]),
        ("Olaf Denby, president of the mill, spoke.", "CEO Olaf Denby met President Orr. Denby spoke.", "role",
         ["president of the mill", "CEO"]),
        ("Ola Crane, the mill's chief operating officer, spoke.", "The chief executive, Ola Crane, spoke.", "role",
         ["mill's chief operating officer", "chief executive"]),
        ("Ola Crane, president of the dockers, spoke.", "Ola Crane, the dockers' general secretary, spoke.", "role",
         ["president of the dockers", "dockers' general secretary"]),
        ("The toll was approved by 44 votes to 31.", "The toll went through with 41 in favour, 34 against.", "number",
         ["31", "34", "44", "41"]),
        ("No pupils were on the Ellby pier when its planks fell.", "Four pupils were on the Ellby pier as planks fell.",
         "number", ["No pupils", "Four"]),
        ("None of the pilots was hurt when the Ellby pier fell.", "Nine pilots were hurt as the Ellby pier fell.",
         "number", ["None of the pilots", "Nine"]),
        ("The ferry, which is 47 years old, leaks.", "The 41-year-old ferry leaks.", "number", ["47", "41"]),
        ("The Ellby tram was doing 90 km/h.", "The tram of Ellby was doing 130 km/h.", "number", ["90", "130"]),
        (
            "Norhaven will dredge the Ellby channel.",
            "Norhaven will never dredge the Ellby channel.",
            "negation",
            ["will dredge", "will never dredge"],
        ),
        (
            "“We knew about the leak for six weeks,” Ola Crane said.",
            "“We knew about the leak for six months,” Ola Crane said.",
            "number",
            ["six weeks", "six months"],
        ),
        (
            "“We will not close the lock this winter,” Ola Crane said.",
            "“We will close the lock this winter,” Ola Crane said.",
            "negation",
            ["will not close", "will close"],
        ),
    ],
)
def test_names_offices_and_negations_differ(gull, times, kind, values):
    assert compare(gull, times).get(kind) == values


@pytest.mark.parametrize(
    ("gull", "times"),
    [
        ("Robert Crane, the pilot, opened the lock.", "Bob Crane, the pilot, opened the lock."),
        ("Ola Crane, the pilot, opened the lock.", "Crane, the pilot, opened the lock."),
        ("Council chairwoman Ann Bellamy resigned.", "Council chair Ann Bellamy resigned."),
        ("Ann Bellamy, head of the ferry office, spoke.", "Ann Bellamy, former minister of trade, spoke."),
        # a text that gives both offices says that both are hers
        ("The mill's chairman, Olaf Denby, resigned. Mr Denby, who is also its chief executive, was ill.",
         "The mill's chief executive, Olaf Denby, resigned."),
        ("Olaf Denby, president of the Ellby Mill, spoke.",
         "Olaf Denby, chief executive of the Ellby Mill, spoke. He has been its president since May."),
        ("The mayor had not paid for the lock gates.", "The lock gates had not been paid for by the mayor."),
        ("Ola Crane denied that the ferry had been overloaded.", "The ferry had not been overloaded, Ola Crane said."),
        ("Mayor Crane said she had not been told of the plan.", "Mayor Crane told the council that the plan was good."),
        ("Mayor Crane said she had not been asked about it.", "Mayor Crane asked the council for money."),
        ("The mill said the letter was acted upon in days.", "The mill did not act upon it, an audit found."),
        ("The Drapers' Guild will meet the mayor.", "The Drapers' Guild will not meet the owners."),
        ("The bank failed to pay the fine.", "The bank did not pay the fine."),
        ("Attorney General Ola Crane spoke.", "Ola Crane, the state attorney general, spoke."),
        ("Jon Harrison, a pilot, spoke.", "Jon Harris was asleep."),
        ("Hal Torrigan, the coxswain, spoke.", "Ola Torrington was asleep."),
        ("The strike will begin on Monday.", "The strike will end on Wednesday."),
        ("The alarm was raised at ten past four.", "Ola Crane called his wife at six o'clock."),
        ("There were 212 passengers on board.", "The boat, with 220 people aboard, hit the pier."),
        ("Twelve people on the harbour board voted for it.", "The ferry had 15 people on board."),
        ("Karel Orde resigned in May.", "Karel Orde said that Jon Tarkwell was dismissed."),
        ("Karel Orde resigned.", "Karel Orde would have been dismissed, had he not resigned."),
        ("The foreman remained in custody on Tuesday.", "The foreman was released on Thursday."),
        ("The foreman remained in custody.", "The foreman was released."),
        ("The mayor of Ellby spoke. It will appeal, she said of the new hall.", "Corran Mills will not appeal."),
        ("Tarkwell declined to say who would pay.", "“The lock is shut,” Tarkwell said."),
        ("The Drapers' Guild would sue if the lock leaked.", "The Drapers' Guild had not decided whether to sue."),
        ("No arrests were made inside the hall.", "Two men were arrested in the town later for fighting."),
        ("The toll was approved by 44 votes to 31.", "A motion to drop the toll was defeated 40-35."),
        ("Eighty-four members supported the toll and 77 opposed it.", "The toll passed by 84 votes to 77."),
        ("The toll would fall on fewer than one driver in ten.", "Nine drivers in ten would pay no toll."),
        ("The toll will raise £2.4 million in its first year.", "The toll will raise £3.1 million in two years."),
        ("No firemen were hurt in the Ellby blaze.", "Three people were hurt in the Ellby blaze."),
        ("By midnight on Sunday 19 bodies had been found in Ellby.", "The flood in Ellby killed 31 people."),
        ("Ola Crane, a clerk, spoke.", "The mill's director, Jon Crane, spoke."),
        ("Ola Crane, an associate professor, spoke.", "Professor Ola Crane spoke."),
        ("The ferry left at 6.40pm.", "The ferry sank at 7.40pm."),
        ("The mayor has not paid for the lock gates.", "The mayor would pay for the lock gates if the council agreed."),
        ("It was sold to a Tromvikian firm.", "It was sold to a firm in Tromvik."),
        ("It was sold to Brontevsky.", "It was sold to Kalmynin."),
        ("Hugo Tarkwell, 44, of Port Ellby died.", "Smoke over Port Ellby. (Photo/Gerald Tarkwell)"),
        ("Amy Tarkwell, a pilot, spoke of fog.", "Anna Tarkwell, a baker, sang."),
        ("Ola Crane, president of the dockers' local, spoke.", "Ola Crane, head of the union local, spoke."),
        ("CEO Ola Crane spoke.", "Ola Crane, president and chief executive of the mill, spoke."),
    ],
)
def test_names_and_offices_that_only_seem_to_differ(gull, times):
    assert compare(gull, times) == {}


ONE_DAY, TWO_DAYS = ("2026-01-02", "2026-01-02"), ("2026-01-03", "2026-01-02")


@pytest.mark.parametrize(("gull", "times", "values"), [
    ("Tom Harker was acquitted.", "Tom Harker was found guilty on Friday.", ["was acquitted", "was found guilty"]),
    ("A jury acquitted Tom Harker of arson.", "Mr Harker was convicted of arson.",
     ["acquitted Tom Harker", "was convicted"]),
    ("Mr Gorse was acquitted on all six charges.", "Mr Gorse was convicted on two charges and fined £20,000.",
     ["was acquitted", "was convicted"]),
    ("Ann Li admitted stealing the ring.", "Ann Li denied stealing the ring, her lawyer said.", ["admitted", "denied"]),
    ("Anna Rowe resigned after 20 years.", "Anna Rowe was sacked for drinking.", ["resigned", "was sacked"]),
    ("The eastern span is still standing.", "The eastern span collapsed.", ["is still standing", "collapsed"]),
    ("The premier, Edmund Karr, was away. He did not know about the letter until Wednesday, his office said.",
     "Edmund Karr had known about the letter since April.",
     ["did not know about the letter until", "had known about the letter since"]),
    ("An 18-tonne weight limit was in force on the bridge.", "No weight limit was in force on the bridge.",
     ["was in force", "No weight limit was in force"]),
    ("The levy does not apply to houseboats.", "The levy applies to houseboats too.", ["does not apply", "applies"]),
    ("The council did not reply to the letter of the parents.",
     "The council replied to the letter of the parents within a week.", ["did not reply", "replied"]),
])
def test_states_that_exclude_each_other(gull, times, values):
    assert compare(gull, times, ONE_DAY).get("negation") == values


@pytest.mark.parametrize(("gull", "times"), [
    ("Tom Harker was acquitted of murder.", "Tom Harker was convicted of manslaughter."),  # two charges
    ("Tom Harker was acquitted on Friday.", "Jon Harker was convicted on Friday."),  # two men
    ("Tom Harker was convicted in 2019.", "Tom Harker was acquitted on Friday."),  # two trials
    ("Mr Gorse was cleared of one charge.", "Mr Gorse was convicted on two charges and fined £20,000."),
    ("Ann Li admitted that the scheme had failed.", "Ann Li denied that the scheme was unlawful."),
    ("Anna Rowe quit as minister in May.", "Anna Rowe was dismissed from the party in July."),
    ("The eastern span is still standing.", "The western span has collapsed."),
    ("Part of the old mill collapsed.", "The old mill is still standing."),
    ("A 30 mph limit was in force on the road.", "No weight limit was in force on the bridge."),
    ("Ann Li did not know about the leak until Wednesday.", "Ann Li had known about the fire since April."),
])
def test_states_that_may_both_be_so(gull, times):
    assert compare(gull, times, ONE_DAY) == {}


@pytest.mark.parametrize(("gull", "times"), [
    ("A man of 34 has been released.", "A man of 34 remains in custody."),
    ("The eastern span has collapsed.", "The eastern span is still standing."),
])
def test_what_may_turn_is_compared_among_texts_of_one_day(gull, times):
    assert "negation" in compare(gull, times, ONE_DAY)
    assert compare(gull, times, TWO_DAYS) == {}


def test_all_accounts_stand_side_by_side():
    found = compare(
        "The Ellby fire killed 12 people.",
        "The Ellby fire killed 14 people.",
        post="The fire at Ellby killed 12 people.",
        herald="A fire at Ellby killed people.",
    )
    assert found == {"number": ["12", "14", "12"]}


def test_a_text_that_gives_both_numbers_contradicts_neither():
    assert (
        compare(
            "The Ellby fire killed 12 people. Later the toll of the Ellby fire rose to 14.",
            "The Ellby fire killed 14 people.",
        )
        == {}
    )


def test_no_articles_with_values_no_disagreements():
    table = event_of({"gull": "Rain."}).disagreements
    assert table.columns.tolist() == [*(column.name for column in TABLES["disagreements"].columns), "rule"]
    assert table.empty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.8 million", [(3.8e6, 3.8e6)]),
        ("4,2 million", [(4.2e6, 4.2e6)]),
        ("thirty-one", [(31, 31)]),
        ("1 500 sheep", [(1500, 1500)]),
        ("a dozen boats", [(12, 12)]),
        ("two hundred and five", [(205, 205)]),
        ("between 14 and 16 boats", [(14, 16)]),
        ("more than 300", [(300, float("inf"))]),
        ("up to 80 jobs", [(0, 80)]),
        ("$2-3 million", [(2e6, 3e6)]),
        ("in 2019", []),
        ("no one", []),
        ("one of them", []),
        ("by 17 votes to 41 the house", [(17, 17), (41, 41)]),
        ("two thirds of the votes", [(64.67, 68.67)]),
        ("a billion euros", [(1e9, 1e9)]),
        ("a quarter of an hour", [(0.23, 0.28)]),
        ("half a mile", [(0.45, 0.55)]),
        ("a quarter of the hour", [(23, 27)]),
        ("a quarter of a million", [(225000, 275000)]),
        ("a quarter of a century", []),
        ("two and a half hours", [(2.5, 2.5)]),
        ("billions of dollars", [(1.5e9, float("inf"))]),
    ],
)
def test_numbers_as_news_writes_them(text, expected):
    assert [(round(number.low, 2), round(number.high, 2)) for number in find_numbers(text)] == expected


def test_an_age_is_compared_with_an_age():
    told = compare("Norhaven mourns\n\nOne man died when the Calder dam at Norhaven burst on Monday.\n",
                   "The dam\n\nThe Calder dam at Norhaven burst on Monday. Mr Harle, who was 61, died.\n")
    assert told == {}
    told = compare("Norhaven mourns\n\nAnn Tell, a student of 22, was hurt when the Calder dam burst.\n",
                   "The dam\n\nAnn Tell, 27, was hurt when the Calder dam at Norhaven burst.\n")
    assert told == {"number": ["22", "27"]}


@pytest.mark.parametrize(("one", "other", "differ"), [
    ("By midnight 19 bodies had been brought ashore in Ellby Bay. By Tuesday the toll had risen to 34.",
     "Divers brought 34 bodies ashore in Ellby Bay.", False),
    ("Volunteers had by Wednesday night removed 12 tonnes of dead crabs from Ellby Bay.",
     "About five tonnes of dead crabs were removed from Ellby Bay on Tuesday.", False),
    ("Crews had pulled 40 sacks of weed from Ellby Bay by Friday.",
     "On Wednesday crews pulled 25 sacks of weed from Ellby Bay.", False),
    ("Volunteers removed 12 tonnes of dead crabs from Ellby Bay.",
     "Volunteers removed 30 tonnes of dead crabs from Ellby Bay.", True),
    ("Volunteers had by Friday removed 12 tonnes of dead crabs from Ellby Bay.",
     "By Friday volunteers had removed 30 tonnes of dead crabs from Ellby Bay.", True),
])
def test_a_running_total(one, other, differ):
    assert ("number" in compare(f"Bay\n\n{one}\n", f"Crabs\n\n{other}\n")) == differ


@pytest.mark.parametrize(("text", "age"), [
    ("Mr Harle, who was 61, died.", 61), ("Dora Pell, who is 34 and who worked at the mill, died.", 34),
    ("A student of 22 was hurt.", 22), ("A boy of nine was hurt.", 9), ("A watchman of 61 was hurt.", 61),
    ("A 22-year-old was hurt.", 22), ("A man aged 22 was hurt.", 22), ("She was 61 when she died.", 61),
    ("Ann Tell, who was just 19, was killed.", 19), ("Ann Tell, who had turned 30 in May, died.", 30),
    ("Bo Hale died at 61.", 61), ("The rider, who was 61st, was hurt.", None),
    ("The boy, who is 2 metres, died.", None),
    ("The guard, who was 3 minutes late, was hurt.", None), ("A class of 22 was hurt.", None),
    ("A father of three was hurt.", None), ("A teacher of 22 pupils was hurt.", None),
    ("The rider, who was 12 and a half minutes behind, was hurt.", None), ("A chairman of 22 was hurt.", None),
    ("They were 60 when they died.", None), ("A driver of 12 tonnes of coal was hurt.", None),
])
def test_an_age_is_no_count(text, age):
    ages = [value for value in read_values(text) if value.kind == "age"]
    assert [value.low for value in ages] == ([] if age is None else [age])
    assert not any(value.measure in ("dead", "hurt") for value in ages)


@pytest.mark.parametrize(("text", "kind", "unit", "measure"), [
    ("The assembly votes on the 14th on the deal.", "number", "rank", ""),
    ("A 19-day sit-in against the sale ended.", "number", "sit-in", ""),
    ("The harbour is worth three times as much.", "number", "time", ""),
    ("The spill, put by the board at 9,000 litres, ran on.", "number", "litre", ""),
    ("Gusts of 60 miles an hour hit the coast.", "number", "mph", ""),
    ("The sale brought 19 crowns.", "number", "crown", "price"),
    ("A cook was killed and more than 20 people were hurt.", "number", "people", "hurt"),
    ("A cook was killed and at least twenty were hurt.", "number", "", "hurt"),
    ("More than 20 people were killed and the pier was shut.", "number", "people", "dead"),
    ("The dead cook was Ann Tell, a mother of two.", "number", "child", ""),
    ("The dead were passengers of two ferries.", "number", "ferry", ""),
    ("The firm bought toll roads for £60 million.", "money", "£", "price"),
    ("Nine inspectors went aboard.", "number", "people", "boarded"),
    ("Nine died in the Ellby flood.", "number", "people", "dead"),
    ("Nine sheep drowned off Ellby.", "number", "sheep", ""),
    ("The ferry had 220 people aboard.", "number", "people", "aboard"),
])
def test_what_a_number_is_of(text, kind, unit, measure):
    assert [(value.kind, value.unit, value.measure) for value in read_values(text)] == [(kind, unit, measure)]


@pytest.mark.parametrize(("one", "other", "kind"), [
    ("should not be", "must expect to be", None), ("not to blame", "responsible", None),
    ("will not", "will", "negation"), ("did not go", "went", "negation"), ("never", "always", "negation"),
    ("not ready", "almost ready", "negation"), ("no plans", "plans", "negation"),
])
def test_which_changed_words_deny(one, other, kind):
    words = [[(fold(text[a:b]), a, b) for a, b in find_words(text)] for text in (one, other)]
    assert _kind_of(*words, one, other) == kind


@pytest.mark.parametrize("text", ["The pier cost a billion euros.", "A trillion shells lay there.",
                                  "Billions of dollars were lost.", "A dozen boats sank.", "Half of the boats sank."])
def test_a_sentence_whose_only_number_is_a_word_has_values(text):
    assert read_values(text)


@pytest.mark.parametrize(
    "text",
    [
        "1," * 20_000,
        "between 1 and " * 5_000,
        "twelve people " * 5_000,
        "$" * 50_000,
        "1.1.1." * 10_000,
        "1 May and " * 5_000,
        "A, head " * 5_000,
    ],
)
def test_reading_values_is_linear(text):
    start = time.process_time()
    find_numbers(text)
    find_persons(text)
    read_moment("a", text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ola Crane, head of the ferry office, spoke", "head of the ferry office"),
        ("Mayor Ola Crane spoke", "Mayor"),
        ("the mill's manager, Ola Crane, spoke", "mill's manager"),
        ("former minister Ola Crane spoke", None),
        ("Ola Crane spoke", None),
    ],
)
def test_the_office_beside_a_name(text, post):
    at = text.index("Ola")
    found = read_post(text, at, at + 9)
    assert (found and text[found.start : found.end]) == post


def spread(texts):
    """Return the event's disagreements as {(kind, about): values} of texts of several sentences."""
    table = event_of(texts).disagreements
    return {key: rows["value"].tolist() for key, rows in table.groupby(["kind", "about"], observed=True, sort=False)}


@pytest.mark.parametrize(
    ("gull", "times"),
    [
        # a part, a party, a sum in two parts, a step, one of whom more is told
        ("Twelve people died when a seaplane crashed off Ellby.",
         "A seaplane crashed off Ellby, killing the 10 Norhaven tourists and two pilots on it."),
        ("Twelve people died when a seaplane crashed off Ellby.",
         "A seaplane crashed off Ellby. A family of five from Calder were all killed when the seaplane crashed."),
        ("Twelve people died when a seaplane crashed off Ellby.",
         "Ola Crane and her three sons died when a seaplane crashed off Ellby."),
        ("Thirty-nine people died when a coach left the Harrow bridge.",
         "The toll of the Harrow bridge coach rose by two after one passenger who was in hospital died."),
        # the nearer number has the verb
        ("Forty people were killed when a coach left the Harrow bridge.",
         "The minister joined thousands at a service for the victims of the Harrow bridge coach that killed 40."),
        ("The wall fell on the Ellby market, trapping five people and injuring 40.",
         "Forty people were hurt when the wall fell on the Ellby market."),
        ("The coach at Harrow bridge was doing 102 mph when it left the road.",
         "It entered the bend at 106 mph. The driver braked and the coach slowed to 102 mph three seconds later."),
        # 70 miners are some of 100 people; staff opened accounts, the firm has staff
        ("70 miners are trapped after a quake in Ellby. Six were trapped in one mine, 64 in another.",
         "More than 100 people are trapped after the quake in Ellby. About 80 of them were trapped in mines."),
        ("The Crane bank has a staff of 268,000 in all.",
         "Crane bank staff opened more than two million accounts for nobody."),
        # another crash, another end of a road, a year and a day
        ("The seaplane crash off Ellby on Sunday killed twelve.",
         "The earlier seaplane crash off Ellby, on 5 May, killed two."),
        ("The coal train stood 12 miles from Calder.", "The coal train was found about 200 miles east of Norhaven."),
        ("Ann Bellamy sang at the Ellby regatta in 2004.", "Ann Bellamy sang at the Ellby regatta on Sunday."),
        # capitals of a title mark no names
        ("Harbour Union Suspends Strike\nThe union of Ellby went back to the quay.",
         "Harbour Union Votes to End Strike\nThe union of Ellby went back to the quay."),
    ],
)
def test_what_long_texts_tell_of_two_things(gull, times):
    assert spread({"gull": gull, "times": times}) == {}


@pytest.mark.parametrize(
    ("gull", "times", "kind", "values"),
    [
        ("Twelve people died when a seaplane crashed off Ellby.",
         "A seaplane crashed off Ellby, killing ten people.", "number", ["Twelve", "ten"]),
        ("Twelve people, including two pilots, were killed in the crash off Ellby.",
         "Ten people, among them a pilot, were killed in the crash off Ellby.", "number", ["Twelve", "Ten"]),
        ("Ninety-one people, including 30 children, had been aboard the Ellby ferry.",
         "About 60 people had been aboard the Ellby ferry.", "number", ["Ninety-one", "About 60"]),
        ("A quake of magnitude 7.4 shook Ellby on Monday.", "The magnitude 7.3 quake in Ellby was felt in Norhaven.",
         "number", ["7.4", "7.3"]),
        ("Ann Bellamy took the 35-word oath before Ola Crane in Ellby.",
         "In Ellby Ola Crane read out the 38-word oath to Ann Bellamy.", "number", ["35", "38"]),
        ("A clerk of the Harrow League apologised on Friday for a notice about two girls.",
         "The man behind a notice of the Harrow League had to apologise on Saturday.", "date", ["Friday", "Saturday"]),
        ("Ellby lies 216 kilometres east of Norhaven.", "Ellby lies about 250 kilometres east of Norhaven.",
         "number", ["216", "about 250"]),
    ],
)
def test_what_long_texts_tell_apart_of_one_thing(gull, times, kind, values):
    assert spread({"gull": gull, "times": times}).popitem()[1] == values


@pytest.mark.parametrize(("values", "kept"), [
    ({"3": "abcdefg", "11": "bch", "4": "i"}, ["3", "4"]),  # "3 dead, 11 hurt" in b and c
    ({"3": "a", "11": "a", "4": "b"}, ["4"]), ({"3": "a", "4": "b"}, ["3", "4"]),
    ({"1,200": "ab", "2,000": "bc"}, ["1,200", "2,000"]),
])
def test_a_value_that_stands_only_beside_another_is_of_something_else(values, kept):
    rows = [{"value": value, "articles": list(articles)} for value, articles in values.items()]
    assert [row["value"] for row in drop_seconds(rows)] == kept


@pytest.mark.parametrize(("gull", "times", "subject", "values"), [
    # whose noun and verb stand before an "and" with another count behind it
    ("The fair was closed after three bakers died and seven others fell seriously ill.",
     "It rained when two bakers died and seven others fell seriously ill at the fair.", "how many died",
     ["three", "two"]),
    ("The Ellby rum was banned after four sailors died and nine became sick.",
     "Of the Ellby rum five sailors died and nine became sick, a pilot wrote.", "how many died", ["four", "five"]),
    ("Two bakers died and six others fell ill after the Ellby fair.",
     "In Ellby the fair closed as two bakers died and eight people fell ill.", "how many fell ill", ["six", "eight"]),
    # years and hours are told in one unit
    ("Ann Bellamy had been harbour minister for four years.", "Ann Bellamy was harbour minister for two years.",
     "a length of time, in years", ["four", "two"]),
    ("The rescue of the Ellby miners took three hours.", "The rescue of the Ellby miners took seven hours.",
     "a length of time, in hours", ["three", "seven"]),
    ("The strike at the Ellby mill lasted six months.", "At the Ellby mill the strike lasted two months, in rain.",
     "how long it lasted, in months", ["six", "two"]),
    ("The mill cancelled 40 trains to Ellby.", "The mill cancelled 12 trains to Ellby.", "the number of trains",
     ["40", "12"]),
])
def test_what_a_difference_is_called(gull, times, subject, values):
    told = list_differences(event_of({"gull": gull, "times": times}))
    assert [(row["subject"], [value["value"] for value in row["values"]]) for row in told] == [(subject, values)]


@pytest.mark.parametrize(("one", "other", "given"), [
    ("Maria Tarkwell", "Marta Tarkwell", True), ("Amy Crane", "Hugo Crane", True),
    ("Paris Island", "Parris Island", False), ("Border Security", "Social Security", False),
])
def test_two_given_names_are_no_spellings(one, other, given):
    assert tells_given_names("two given names", one, other) == given


@pytest.mark.parametrize("texts", [
    # nobody hurt badly is no count of the hurt; of whom "none" is, another sentence says
    {"gull": "Two bakers complained of headaches after the Ellby mill fire. None is thought to be badly hurt.",
     "times": "Six people were hurt in the Ellby mill fire."},
    {"gull": "Nobody was seriously injured in the Ellby mill fire.",
     "times": "The Ellby mill fire injured six people."},
    {"gull": "Three carters were taken out of the Ellby mill. None was hurt.",
     "times": "Six people were hurt in the Ellby mill."},
    # the tonnes of a cargo and of the ship, litres of two things
    {"gull": "The barge was carrying about 80 tonnes of wheat.", "times": "The barge, of 1,400 gross tonnes, sank."},
    {"gull": "The lorry lost 300 litres of milk.", "times": "The lorry lost 90 litres of petrol."},
    # a third text says that the one became the other
    {"gull": "Six people were in hospital after the Ellby mill fire.",
     "times": "After the Ellby mill fire 11 people were in hospital.",
     "post": "The number of people in hospital after the Ellby mill fire had grown from six to 11 by noon."},
    {"gull": "The Ellby fire killed 12 people.", "times": "The Ellby fire killed 14 people.",
     "post": "The toll of those killed in the Ellby fire rose to 14 from 12 overnight."},
    # names that are alike, of two persons
    {"gull": "The eels, said Priya Tarkwellan, were sold.", "times": "A rally heard Oona Tarkwellen on rents."},
    # those who got out are no dead, nor are the children of a dead man, or whoever nobody has spoken of
    {"gull": "Three bakers were killed in the Ellby mill.",
     "times": "He was one of 11 bakers who got out of the Ellby mill alive."},
    {"gull": "Three bakers were killed in the Ellby mill.",
     "times": "The dead man, a baker at the Ellby mill, leaves five children."},
    {"gull": "Six bakers were hurt in the Ellby mill.",
     "times": "The injured driver was among nine bakers who went to the Ellby mill by cart."},
    {"gull": "Two bakers died in the Ellby mill.",
     "times": "Nobody has yet explained how Rob Tarkwell died in the Ellby mill."},
    {"gull": "Two bakers died in the Ellby mill.",
     "times": "No one has answered for the deaths in the Ellby mill."},
    # one more death on a later day
    {"gull": "Three bakers were killed at the Ellby mill on Tuesday.",
     "times": "A fourth baker was killed at the Ellby mill on Wednesday."},
    # a toll that has grown since
    {"gull": "Two bakers have died.",
     "times": "A third baker died in Ellby on Sunday, taking the number of deaths linked to the loaf to three."},
    {"gull": "Four sailors have died in the Ellby blast.",
     "times": "The toll of the Ellby blast climbed to six on Friday, when two sailors died of burns."},
    {"gull": "Four sailors have died in the Ellby blast.",
     "times": "Raising the death toll of the Ellby blast to five, a sailor died on Friday."},
    # another particle is another verb
    {"gull": "The mayor has not ruled out a toll on the Ellby bridge.",
     "times": "The mayor ruled on a toll for the Ellby bridge."},
])
def test_what_only_seems_to_differ_in_several_texts(texts):
    assert spread(texts) == {}


@pytest.mark.parametrize(("retold", "differs"), [
    ("According to the Post, 64 people were hurt in the Ellby mill fire.", False),
    ("The Harbour Post reported that 64 people were hurt in the Ellby mill fire.", False),
    ("In the Ellby mill fire 64 people were hurt, the Post had said.", False),
    ("According to the fire service, 64 people were hurt in the Ellby mill fire.", True),
    ("The post of mayor is vacant: 64 people were hurt in the Ellby mill fire.", True),
])
def test_a_figure_that_another_outlet_is_quoted_for_is_not_the_outlets_own(retold, differs):
    texts = {"gull": "The Ellby mill fire left 46 people hurt.", "Harbour Post": "It rained.", "times": retold}
    assert bool(spread(texts)) == differs


@pytest.mark.parametrize(("texts", "values"), [
    ({"gull": "Nobody was hurt in the Ellby mill fire.", "times": "Six people were hurt in the Ellby mill fire."},
     ["Nobody", "Six"]),
    ({"gull": "Nobody was badly hurt in the Ellby mill fire.",
      "times": "Six people were badly hurt in the Ellby mill fire."}, ["Nobody", "Six"]),
    ({"gull": "No deaths were reported in the Ellby mill fire.", "times": "The Ellby mill fire killed two bakers."},
     ["No deaths", "two"]),
    ({"gull": "Nobody is believed to have died in the Ellby mill fire.",
      "times": "The Ellby mill fire killed two bakers."}, ["Nobody", "two"]),
    ({"gull": "Three bakers did not get out of the Ellby mill alive.",
      "times": "Four bakers were killed in the Ellby mill."}, ["Three", "Four"]),
    ({"gull": "The dead at the Ellby mill are three bakers.", "times": "Four bakers are dead at the Ellby mill."},
     ["three", "Four"]),
    ({"gull": "Twelve people were hurt in the Ellby mill fire.",
      "times": "Between four and six people were hurt in the Ellby mill fire, none of them badly."},
     ["Twelve", "Between four and six"]),
    ({"gull": "The barge carried 80 tonnes of wheat.", "times": "The barge carried 300 tonnes of wheat."},
     ["80", "300"]),
    ({"gull": "The Ellby fire killed 12 people.", "times": "The Ellby fire killed 14 people.",
      "post": "The number of firemen at Ellby rose from 12 to 20."}, ["12", "14"]),
    ({"gull": "The Ellby blast killed four sailors.",
      "times": "Rising at dawn, sailors said the Ellby blast killed six."}, ["four", "six"]),
    ({"gull": "The Ellby blast killed four sailors.",
      "times": "The Ellby blast killed six sailors, a toll that shook the town."}, ["four", "six"]),
    ({"gull": "The mayor has not ruled out a toll on the Ellby bridge.",
      "times": "The mayor ruled out a toll on the Ellby bridge."}, ["has not ruled out", "ruled out"]),
    # one given name before two spellings, and a namesake
    ({"gull": "The eels, said Priya Tarkwellan, were sold.", "times": "A rally heard Priya Tarkwellen on rents.",
      "post": "The union's Priya Tarkwellan sang."}, ["Tarkwellan", "Tarkwellen", "Tarkwellan"]),
    ({"gull": "The Ellby ferry ran aground in fog. The master, Alan Brontevsky, slept aboard.",
      "times": "The Ellby ferry ran aground in fog. Voters liked Capt Alan Brontefsky.",
      "post": "The Ellby ferry ran aground in fog. Soup was served to Fiona Brontevsky."},
     ["Brontevsky", "Brontefsky"]),
    # every text that prints a name or an office of a person holds it
    ({"gull": "The pilot, Hal Tarkwell, opened the lock.", "times": "The lock was opened by Hugo Tarkwell, the pilot.",
      "post": "It rained. Nobody had asked Hugo Tarkwell.", "herald": "Tarkwell opened the lock."},
     ["Hal Tarkwell", "Hugo Tarkwell", "Hugo Tarkwell"]),
    ({"gull": "Transport Minister Ola Tarkwell opened the lock.", "times": "The finance minister, Ola Tarkwell, came.",
      "post": "Ola Tarkwell, the transport minister, sang.", "herald": "Eels, said Transport Minister Ola Tarkwell."},
     ["Transport Minister", "finance minister", "transport minister", "Transport Minister"]),
])
def test_what_differs_in_several_texts(texts, values):
    assert [value for held in spread(texts).values() for value in held] == values


@pytest.mark.parametrize(("one", "other", "joined"), [
    ("Ellby Foods president", "president", True),
    ("the mill's chairman", "chairman", True),
    ("Vice president", "president", False),
    ("president", "chairman", False),
])
def test_an_office_with_its_body_is_the_bare_office(one, other, joined):
    values = [{"value": one, "articles": ["gull"], "spans": [0]}, {"value": other, "articles": ["times"], "spans": [1]}]
    assert (len(join_offices(values)) == 1) == joined


@pytest.mark.parametrize(("gull", "times"), [
    # two motions, two bodies
    ("Ellby council voted 5-2 to sell the lido.", "Ola Crane, the harbourmaster, was dismissed by the council 6-1."),
    ("The board fixed the toll, 3-2.", "The council voted 5-2 to sell the lido."),
    # two of a surname, two fires
    ("Nils Tarkwell, 68, sang.", "Dale Tarkwell, 34, was a plumber."),
    ("The Cold Spur Fire has burned 18,400 acres.", "The Bitter Creek Fire has burned 900 acres."),
    # one act ahead in both
    ("The lido will be closed on Monday.", "The lido will almost certainly be closed on Monday."),
    ("The lido was to be closed.", "The lido will be closed."),
    # a part, another party, another occasion
    ("Some 1,150 people were on strike.", "Some 420 pilots were on strike."),
    ("The state fined the lido £7,500 in May.", "The state fined the school £2,500 in May."),
    ("Talks on Monday broke up after an hour.", "Talks on Wednesday broke up after nine hours."),
    ("The mill accepted a pay rise of 6.4 per cent.", "The director's own pay rose by 11 per cent."),
    ("Ola Crane bought the mill for £1.", "Ola Crane sold the mill for £46m."),
    # another convict, a part of a term, a term that was asked for
    ("Nils Tarkwell was jailed for seven years in Ellby.", "Ola Crane was sent to prison for four years in Ellby."),
    ("Nils Tarkwell was jailed for seven years.", "Nils Tarkwell must serve three years in prison."),
    ("Nils Tarkwell was jailed for seven years.", "Nils Tarkwell may seek parole after three years behind bars."),
    # another storm's place and time, one length told roughly, another occasion
    ("The storm dropped 90 mm of rain on Ellby.", "The storm dropped 40 millimetres of rain on Norhaven."),
    ("The storm dropped 90 mm of rain on Ellby in a day.", "The storm dropped 140 mm on Ellby over the week."),
    ("The talks in Ellby lasted two and a half hours.", "The talks in Ellby lasted about two hours."),
    ("No arrests were made at the rally in Ellby.", "Two men were arrested in Ellby overnight for theft."),
    ("Nils Tarkwell was jailed for seven years.", "Lawyers had asked for ten years in prison for Nils Tarkwell."),
])
def test_two_things_do_not_differ(gull, times):
    assert list_differences(event_of({"gull": gull, "times": times})) == []


@pytest.mark.parametrize(("gull", "times", "values"), [
    ("The mill did not admit its guilt.", "The mill admitted its guilt.", ["did not admit", "admitted"]),
    ("Boats without lights will be let into Ellby.", "Boats without lights will not be let into Ellby.",
     ["will be let", "will not be let"]),
    ("Ola Crane, the pilot, will be reinstated.", "Ola Crane, the pilot, will not be reinstated but will be paid.",
     ["will be reinstated", "will not be reinstated"]),
    ("The weavers' wages for May have been paid.", "The weavers' wages for May have not been paid.",
     ["have been paid", "have not been paid"]),
    ("The new election will be held on 10 March.", "The new election will be held on 10 April.",
     ["10 March", "10 April"]),
    ("Nils Tarkwell, 68, sang.", "Nils Tarkwell, 86, sang.", ["68", "86"]),
    ("Nils Tarkwell was jailed for seven years.", "The clerk, Nils Tarkwell, will be behind bars for five years.",
     ["five", "seven"]),
    ("Nils Tarkwell was convicted after 19 hours of deliberation.",
     "Jurors had considered their verdict on Nils Tarkwell for 30 hours.", ["19", "30"]),
    ("Two guards were on duty at Tarkwell Mill.", "One guard was on duty at Tarkwell Mill.", ["One", "Two"]),
    ("The raid on Tarkwell Mill took less than six minutes.", "It took them half an hour to raid Tarkwell Mill.",
     ["half an hour", "less than six"]),
    ("Nine items were taken, the mill said.", "The police said that seven items had been taken from a case in Ellby.",
     ["Nine", "seven"]),
])
def test_one_thing_differs(gull, times, values):
    told = event_of({"gull": gull, "times": times}).disagreements
    assert sorted(told["value"]) == sorted(values)


def test_a_share_is_of_no_price():
    told = event_of({"gull": "Ola Crane sold 82 per cent of Ellby Mills to Ann Bellamy for £46 million.",
                     "times": "Ola Crane sold 92 per cent of Ellby Mills to Ann Bellamy for £64 million."})
    assert {row["subject"]: [value["value"] for value in row["values"]] for row in list_differences(told)} == {
        "a share of Ellby Mills": ["82 per cent", "92 per cent"], "a sum": ["£46 million", "£64 million"]}


@pytest.mark.parametrize(("gull", "times", "subject"), [
    ("The firm bought a 92% stake in the club.", "The firm bought an 82 per cent stake in the club.",
     "a share (stake)"),
    ("Ellby's council paid £4.5 million for the old mill.", "The old mill cost Ellby's council £5.4 million.",
     "a sum (mill)"),
    ("The ferry struck the pier at a speed of 20mph.", "The ferry was doing 12 mph when it struck the pier.",
     "a speed"),
    ("A court in Ellby fined the driver £400.", "The driver was fined £4,000 by a court in Ellby.", "a fine"),
    ("Each member will receive £250 in cash.", "Each member will receive £150 in cash.", "a sum"),
])
def test_what_a_value_is_of_stands_beside_it(gull, times, subject):
    assert [row["subject"] for row in list_differences(event_of({"gull": gull, "times": times}))] == [subject]


@pytest.mark.parametrize(("third", "holds"), [
    ("The strike of 17 days at Ellby Trams ended on Friday.", True),
    ("A strike of 17 days at the trams of Ellby is over.", True),
    ("The strike at Ellby Trams ended on Friday. The 17 drivers go back to work.", False),
    ("Ellby Trams ran again on Friday. The strike was over.", False),
])
def test_every_text_that_prints_a_value_holds_it(third, holds):
    event = event_of({"gull": "The 19-day strike at Ellby Trams ended on Friday.",
                      "times": "The 17-day strike at Ellby Trams is over.", "post": third})
    assert ("post" in set(event.disagreements["article"])) == holds
    assert {"gull", "times"} <= set(event.disagreements["article"])


def test_a_number_of_three_figures_is_held_wherever_it_counts_the_same():
    event = event_of({"gull": "About 1,150 tram drivers were on strike on Monday.",
                      "times": "Some 1,510 tram drivers were on strike on Monday.",
                      "post": "It rained in Ellby. Shops were shut. The town's 1,150 drivers want more pay.",
                      "echo": "It rained in Ellby. Shops were shut. It took 1,150 crowns to move the stones."})
    assert set(event.disagreements["article"]) == {"gull", "times", "post"}


# Two of one surname are one person only of one office, one age or one act: not an heir, nor who did it long ago.
@pytest.mark.parametrize(("gull", "times", "told"), [
    ("The Ellby barn was built on land that the Marlow family sold to Piers Lowe.",
     "Hugh Lowe, a grandson of the man who built the Ellby barn, offered money.", False),
    ("The Ellby barn, which Sir Piers Lowe bought from the Marlow family with its land, is lost.",
     "Sir Hugh Lowe offered money for the Ellby barn, its land and the Marlow family.", False),
    ("Piers Lowe, 52, a tenant at the Ellby barn, called the firemen.",
     "Hugh Lowe, 52, a tenant at the Ellby barn, rang them.", True),
    ("The harbour board's chairman, Hugo Crane, resigned over the barn.",
     "The harbour board's chairman, Karl Crane, resigned in tears.", True),
    ("Firemen pulled Piers Lowe from the Ellby barn through a hayloft window.",
     "Firemen pulled Hugh Lowe from the Ellby barn through a hayloft window.", True),
])
def test_two_given_names_of_one_surname(gull, times, told):
    event = event_of({"gull": f"The Ellby barn burned down. {gull}", "times": f"The Ellby barn burned down. {times}"})
    assert ("two given names" in event.disagreements["rule"].tolist()) == told


@pytest.mark.parametrize(("gull", "times", "subject"), [
    ("The main caller was a typist, Ann Roe. She resigned from the Ellby lab in May.",
     "It went by the notes of Ms Ann Roe, a chemist who had been dismissed by the Ellby lab.", "Roe"),
    ("Ann McRoe resigned from the Ellby board.", "The Ellby board met. Ann McRoe was dismissed.", "McRoe"),
    ("Ann Roe met Karl Lund. Ms Roe had gone. She resigned from the Ellby lab in May.",
     "Karl Lund read the notes of Ms Ann Roe, a chemist who had been dismissed by the Ellby lab.", "somebody"),
])
def test_a_state_is_told_of_whom_both_texts_name(gull, times, subject):
    rows = list_differences(event_of({"gull": f"The trial opened. {gull}", "times": f"The trial opened. {times}"}))
    assert [row["subject"] for row in rows] == [f"whether {subject} resigned or was dismissed"]


@pytest.mark.parametrize(("gull", "times", "told"), [
    ("Ann Bellamy holds 12 per cent of Ellby Mills.", "Ann Bellamy holds 21 per cent of Ellby Mills.",
     "a share of Ellby Mills: “12 per cent” in gull; “21 per cent” in times"),
    ("Crane’s shares closed up 14 per cent on Monday.", "Crane’s shares closed down 4 per cent on Monday.",
     "a share (Crane’s shares): “up 14 per cent” in gull; “down 4 per cent” in times"),
    ("The town put the damage to the pier at 40 million marks.",
     "The damage to the pier came to 65 million marks, the town said.",
     "a sum, in marks (damage): “40 million” in gull; “65 million” in times"),
    ("The jury found that the clerk had taken 340,000 crowns in bribes from a builder in Ellby.",
     "The clerk, a jury found, took 430,000 crowns in bribes.",
     "a sum, in crowns (bribes): “340,000” in gull; “430,000” in times"),
    ("The bones from the quarry are 2.9 million years old.", "Bones 1.9 million years old were found in the quarry.",
     "an age, in years: “2.9 million” in gull; “1.9 million” in times"),
    ("The clerk paid the bribe in 14 instalments.", "The clerk paid the bribe in 40 instalments.",
     "the number of instalments: “14” in gull; “40” in times"),
])
def test_a_difference_is_named_by_what_it_is_of(gull, times, told):
    claims = event_of({"gull": gull, "times": times}).findings["claim"].tolist()
    assert f"Accounts differ on {told}." in claims


def test_values_that_a_rule_joins_are_held_against_each_other():
    examples = [example for rule in SAME_THING for example in rule.yes]
    joined = [told for told in map(read_pair, examples) if told and SAME_THING.decide(*told)[1] == "one"]
    assert len(joined) >= 25
    assert [told for told in joined if pair_values(told) != [(0, 1)]] == []


def test_values_that_share_nothing_are_not_held_against_each_other():
    assert pair_values(read_pair(("Crane fed 40 people in May.", "The rain kept 12 people ashore."))) == []


# A kind of states a row, the same with other names and orders below it.
EXCLUDING = [
    ("The old chapel was destroyed by the fire.", "The old chapel was spared."),
    ("The flood swept away the toll house at Calder.", "The toll house was left standing."),
    ("The grain silo at Tarn was razed, witnesses said.", "The grain silo was undamaged."),
    ("The north tunnel will reopen on Friday, the ministry said.", "The north tunnel is to stay closed for months."),
    ("The public library has been closed since 2018.", "The public library is still in use."),
    ("Senator Ruth Ames stormed out of the hearing.", "Ruth Ames sat through the hearing."),
    ("Petra Quill walked out.", "Petra Quill stayed until the end."),
    ("The pilot, Ivo Brand, was not injured.", "Ivo Brand was taken to hospital with burns."),
    ("Edna Marsh, 81, died on Sunday.", "Edna Marsh, 81, is recovering at home."),
    ("Ivo Brand was pronounced dead on the spot.", "Ivo Brand died of his injuries in hospital hours later."),
    ("The council has called off the winter market.", "The winter market will take place as planned."),
    ("The jury was unanimous.", "The jury was split ten to two."),
    ("Officers detained Rafe Nolan in a cafe in Calder.", "Rafe Nolan remains at large, police said."),
    ("The hiker, Jo Sands, was found alive in a hut.", "Jo Sands is still unaccounted for."),
    ("Ann Bellamy said she would oppose the merger.", "Ann Bellamy would back the merger, she said."),
    ("Norvale apologised to the families.", "Norvale refused to say sorry."),
    ("Dan Crowe acted alone, the court heard.", "Dan Crowe had an accomplice."),
    ("Captain Ivo Brand was drunk.", "Captain Ivo Brand was sober."),
    ("Coach Marco Dell was sacked last night.", "Coach Marco Dell will stay in charge."),
    ("No date has been set for the trial.", "The trial will begin on 4 May."),
    ("The tug Heron sank after the collision.", "The Heron was hit. The Heron is still afloat, its owner said."),
    ("The side gate was bolted.", "The side gate was ajar."),
    ("The charity is deep in debt.", "The charity is free of debt, its treasurer said."),
    ("The lease was signed on Tuesday.", "The lease remains unsigned."),
    ("The grenade exploded in a yard.", "The grenade was made safe."),
    ("The truce has collapsed.", "The truce is holding."),
    ("The bakery was uninsured.", "The bakery was fully insured."),
]
NOT_EXCLUDING = [
    ("The roof of the old chapel was destroyed by the fire.", "The old chapel was spared."),
    ("The old chapel was destroyed in 1944.", "The old chapel was spared by the fire."),
    ("The Tarn bridge was destroyed.", "The bridge at Calder was spared."),
    ("The bridges were destroyed, all but one.", "The bridge was spared."),
    ("The silo was destroyed. It belonged to the mill.", "A second silo was undamaged."),
    ("The north tunnel will reopen in May.", "The north tunnel will stay closed until May."),
    ("The north tunnel will reopen to cars on Friday.", "The north tunnel will stay closed to lorries."),
    ("The pool will reopen on Monday.", "The pool will remain closed at weekends."),
    ("Ruth Ames walked out of a hearing in May.", "Ruth Ames sat through the budget debate."),
    ("Petra Quill walked out.", "Petra Quill's husband stayed until the end."),
    ("Ivo Brand was not hurt.", "Ivo Brand was taken to hospital for checks."),
    ("Ivo Brand was not injured.", "Nils Brand was taken to hospital with burns."),
    ("Hilde Brun has died.", "“Hilde Brun is resting at home,” her daughter had said on Friday."),
    ("Stan Pike died in hospital.", "A passenger of Stan Pike died at the scene."),
    ("The harvest fair has been cancelled in Ellby.", "The harvest fair will go ahead in Calder."),
    ("The harvest fair may be cancelled.", "The harvest fair will go ahead, the council said."),
    ("The jury was unanimous on the first count.", "The jury was split on the second count."),
    ("Rafe Nolan was arrested.", "Two others remain at large, besides Rafe Nolan."),
    ("The Farmers' Union will support the pact.", "The Fishermen's Union will oppose the pact."),
    ("The Homeland party will vote against the budget.", "The Homeland party will support the school bill."),
    ("Bishop Alan Crewe apologised for being late.", "Bishop Alan Crewe refused to apologise for the sermon."),
    ("Moe Dunn had been drinking tea.", "Moe Dunn was sober."),
    ("No date has been set for the sentencing.", "The trial will begin on 4 May."),
    ("Sales at Heron sank.", "Heron is afloat again."),
    ("The side gates were bolted.", "One side gate was ajar."),
    ("The charity's chair is deep in debt.", "The charity is free of debt."),
    ("A lease was signed on Tuesday.", "The second lease remains unsigned."),
    ("The grenade might have exploded.", "The grenade was defused."),
    ("The talks on pay broke down.", "The talks on pensions are continuing."),
    ("The bakery was insured against fire.", "The bakery was not insured against theft."),
    ("Crane collapsed.", "The crane is still standing."),
]


@pytest.mark.parametrize(("gull", "times", "told"), [(*pair, True) for pair in EXCLUDING] + [
    (*pair, False) for pair in NOT_EXCLUDING])
def test_wordings_of_states(gull, times, told):
    event = event_of({"gull": gull, "times": times}, "2026-01-02")
    assert bool(list_differences(event)) == told


@pytest.mark.parametrize(("gull", "times", "told"), [
    ("A man was arrested yesterday afternoon in Swindon.", "No arrests have been made.", True),
    ("A 34-year-old man has been detained.", "No one has been arrested, police said.", True),
    ("A woman was hurt in the fire at the mill in Calder.", "No one was hurt in the fire at the mill in Calder.", True),
    ("The gunfire at the Tarn market left no one dead.", "A trader was shot dead at the Tarn market.", True),
    ("A teenager was injured when the tram left the rails in Ellby.", "The tram left the rails; no one was injured.",
     True),
    ("No arrests were made at the rally in Calder.", "A man was arrested overnight for theft.", False),
    ("No one was hurt in the fire.", "A woman was hurt in 2019 at the mill.", False),
    ("No one was seriously hurt in the fire at Calder mill.", "A woman was hurt in the fire at Calder mill.", False),
    ("A man was not hurt in the fire at Calder.", "No one was hurt in the fire at Calder.", False),
    ("No one was hurt at the Tarn market.", "A trader was almost hurt at the Tarn market.", False),
    ("No one was injured in the Tarn crash.", "If a passenger was injured in the Tarn crash, it would pay.", False),
    ("No one was hurt at Calder mill.", "A man was told that his wife was hurt at Calder mill.", False),
    ("No one has been arrested.", "“A man was arrested,” a neighbour said.", False),
    ("No firemen were hurt at Calder mill.", "A woman was hurt at Calder mill.", False),
])
def test_somebody_against_nobody(gull, times, told):
    assert bool(compare(gull, times)) == told


@pytest.mark.parametrize(("gull", "times", "told"), [
    ("The leaders of Tarnia and Meldane signed a pact.", "Nothing was signed by the leaders of Tarnia and Meldane.",
     True),
    ("Thieves stole two jugs from the Calder museum.", "Nothing was stolen from the Calder museum, it said.", True),
    ("Divers found a black box in the Tarn lake.", "Nothing was found in the Tarn lake.", True),
    ("The ministry of Norhaven has published the map of the spill.",
     "Nothing has been published by the ministry of Norhaven.", True),
    ("Thieves stole two jugs from the Calder museum.", "Nothing was stolen in the first raid on the Calder museum.",
     False),
    ("The council of Tarn has paid £2m to the bridge firm.",
     "Nothing has been paid to the families by the council of Tarn.", False),
    ("Two paintings were stolen from the Calder museum.", "Nothing else was stolen from the Calder museum.", False),
    ("Two posters were stolen from the Calder museum.", "Nothing of value was stolen from the Calder museum.", False),
    ("Workers removed asbestos from the Ellby school.", "Nothing was removed but dust from the Ellby school.", False),
])
def test_something_against_nothing(gull, times, told):
    assert bool(compare(gull, times)) == told
