"""Speakers: one name for the words that name one, within the article and by people.csv; texts are invented."""

import time

import pandas as pd
import pytest
from growth import is_linear
from hypothesis import given, settings

from analysis import Event
from analysis.reading.articles import load_people
from analysis.speech.quotes import find_quotes
from analysis.tables import SPEAKER_TYPES, TABLES, empty
from tests.speech import split_texts
from tests.test_quotes import PIECES

PEOPLE = pd.DataFrame([
    ("Ada Roe", "Roe|Mayor Roe|mayor of Port", "Port", "official"),
    ("Bo Poe", "Poe", "Quay", "opposition"),
    ("Ministry of Ferries", "ferry ministry|ferry ministry spokesperson|Port Harbour", "Port", "official"),
    ("Port government", "Port", "Port", "official"),
    ("Al Lee", "Lee", "Port", "citizen"),
    ("Jo Lee", "Lee", "Quay", "citizen"),
], columns=["name", "aliases", "side", "type"])


def name(texts, people=None):
    articles, paragraphs, marks, sentences = split_texts(texts)
    return find_quotes(articles, paragraphs, marks, sentences, load_people() if people is None else people)


def speakers(text, people=None):
    found = name({"one": text}, people)
    return [(None if pd.isna(row.speaker) else row.speaker, None if pd.isna(row.speaker_type) else row.speaker_type)
            for row in found.itertuples()]


# (text, [(speaker, type)] of its rows), by the text alone
BY_TEXT = [
    # a statement is its sender's, not the last speaker's
    ('Judge Ada Roe was "sure." \n"He will win," a statement from the club said.',
     [("Ada Roe", "person"), ("club", "institution")]),
    ('Karl Roe left.\n"He will win," a letter from his campaign said.', [("Karl Roe’s campaign", "institution")]),
    ('The ferry firm knew that its boats were rotten, according to an inspection report.',
     [("inspection report", "document")]),
    ('The ferry firm sent a letter that called the boats "quite rotten".', [("ferry firm", "institution")]),
    # one of many without a name ends the turn of whoever was told of before
    ('Ada Roe came.\n"I lost trade," said one, who sells tea. "They will be back," she said.',
     [(None, None), (None, None)]),
    ('Ada Roe came. Another, Karl Bo, said: "We won."', [("Karl Bo", "person")]),
    # either sex is called chairman, or Mel
    ('Karl Poe left.\nEllack, the new chairman, has form. "I hate rows," she once said.', [("Ellack", "person")]),
    ('Sir Karl Poe, the former captain, left. Mel Orde, who runs the club, wept. "We lost," she said.',
     [("Mel Orde", "person")]),
    # a label before a colon says nothing; a name before one behind a stop does
    ('Flood declared: Governor Ada Dent came. She wrote: "We will rebuild."', [("Ada Dent", "person")]),
    ('Karl Roe vows to fight; Ada Dent: "Something smelled."',
     [("Karl Roe", "person"), ("Ada Dent", "person")]),
    # a name before a comma is not whoever is told of behind it, without a second comma
    ("Twelve people were hurt in the blast in Ellby, the fire chief said.", [("fire chief", "office")]),
    ("The men were seen with Ann Bellamy, a neighbour said.", [("neighbour", "unnamed")]),
    ("A barge struck the quay at Norhaven, a pilot said.", [("pilot", "unnamed")]),
    ("Ann Bellamy, a neighbour, said that the men were seen.", [("Ann Bellamy", "person")]),
    ("Ann Bellamy, the fire chief, said that twelve were hurt.", [("Ann Bellamy", "person")]),
    # whom somebody lost, raised or holds is another
    ('Judge Ada Dent spoke.\nMarisa Poe, who lost her son in May, wept. "We have waited," she said.',
     [("Marisa Poe", "person")]),
    ('Robin Poe, holding a son, wept. "We have waited," she said.', [("Robin Poe", "person")]),
    ('Tomas Poe, who met his wife there, wept. "We have waited," he said.', [("Tomas Poe", "person")]),
    ('Robin Poe, who is her husband, wept. Ada Dent came. "We have waited," he said.', [("Robin Poe", "person")]),
    # what a document that somebody left over says is not theirs
    ('The head of the dock left after a report that described "a rotten crane" there.', [("report", "document")]),
    ('Ada Dent resigned over emails in which the plan was described as "a joke".', [("emails", "document")]),
    ('The ferry firm published a report that called its boats "a disgrace".', [("ferry firm", "institution")]),
    # a post of several words joined by hyphens
    ('"We want to see it," the editor-in-chief, Karl Poe, said.', [("Karl Poe", "person")]),
    ('"We will wait," said the director-general, Ada Dent.', [("Ada Dent", "person")]),
    ('"We will wait," the president-elect of the guild, Ada Dent, said.', [("Ada Dent", "person")]),
    # of another age than the one named before
    ('"I am glad," said Ada Roe, who is 64. "I am by the phone," the 49-year-old said.',
     [("Ada Roe", "person"), ("49-year-old", "unnamed")]),
    # what belongs to somebody is called by its owner
    ('Karl Roe left early. His campaign said it was "a good day."', [("Karl Roe’s campaign", "institution")]),
    ('Ada Roe lost. Her brother said it was "a shame."', [("Ada Roe’s brother", "unnamed")]),
    ('Ada Roe came. Ms. Roe\'s office called it "a start."', [("Ada Roe’s office", "institution")]),
    ('The Harbour Board met. Its spokeswoman said the boats were "late."', [("Harbour Board", "office")]),
    ('It rained. Her brother said it was "a shame."', [("Her brother", "unnamed")]),
    ('Ada Roe came. Her husband, Bo Poe, said it was "a start."', [("Bo Poe", "person")]),
    # a phrase with its place is one phrase; a state of things says nothing
    ('A man outside the court said he was "late" again.', [("man", "unnamed")]),
    ('A sign above the mayor\'s house said "No boats" there.', [("sign above the mayor\'s house", "unnamed")]),
    ('The judge outside Ada Roe\'s house said "no" twice.', [("judge", "office")]),
    ('A state of emergency gave police "sweeping powers" there.', [(None, None)]),
    ('The state of the pier is "poor" for boats.', [(None, None)]),
    ('The State of Marlow said the pier was "poor" for boats.', [("State of Marlow", "institution")]),
    # a surname is its full name's
    ("Ada Roe left the house. Roe said the boat was late.", [("Ada Roe", "person")]),
    ("Ada Roe left. \"We won,\" Ms. Roe said.", [("Ada Roe", "person")]),
    ('Prime Minister Ada Roe said: "We won."', [("Ada Roe", "person")]),
    ('"We won," said ferry ministry spokesman Bo Poe.', [("Bo Poe", "person")]),
    ('"We won," the radio\'s Bo Poe said.', [("Bo Poe", "person")]),
    ('"We won," said Bo Poe, who leads the club.', [("Bo Poe", "person")]),
    ('"We won," said Rep. Bo Poe (Q-Port).', [("Bo Poe", "person")]),
    # he and she
    ("Mr. Bo Poe met Ms. Ada Roe in Port. He said the boat was late.", [("Bo Poe", "person")]),
    ("Mr. Bo Poe met Ms. Ada Roe in Port. She said the boat was late.", [("Ada Roe", "person")]),
    ("Foreign Minister Bo Poe said the boat was late.\nHe admitted that it had been sold.",
     [("Bo Poe", "person"), ("Bo Poe", "person")]),
    ("Bo Poe, the club's chairman, spoke of Ada Roe, its chairwoman. \"We won,\" he said.", [("Bo Poe", "person")]),
    # it, and they
    ('"We won," the Ministry of Ferries said. "It was hard," it added.',
     [("Ministry of Ferries", "institution"), ("Ministry of Ferries", "institution")]),
    ("The Port Harbour Ministry said the pier was shut.\nThe ministry said boats would wait.",
     [("Port Harbour Ministry", "institution"), ("Port Harbour Ministry", "institution")]),
    ("The Port Harbour Ministry said the pier was shut.\nThe statement added that boats would wait.",
     [("Port Harbour Ministry", "institution"), ("Port Harbour Ministry", "institution")]),
    ("Officials said the pier was shut. They said boats would wait.",
     [("Officials", "unnamed"), ("Officials", "unnamed")]),
    # offices
    ("Foreign Minister Bo Poe left. The minister said the boat was late.", [("Bo Poe", "person")]),
    ("Ada Roe, mayor of Port, left. The mayor said the boat was late.", [("Ada Roe", "person")]),
    ('The Harbour Ministry is old. "We sail," a ministry spokesperson said.', [("Harbour Ministry", "office")]),
    ('"We sail," a spokesman for the Harbour Ministry said.\nThe spokesman said it was late.',
     [("Harbour Ministry", "office"), ("Harbour Ministry", "office")]),
    ("A senior official said the boat was late.", [("senior official", "unnamed")]),
    ("The minister said the boat was late.", [(None, None)]),
    ('"We won," he said.', [(None, None)]),
    # boss and hostess are one person, bosses several
    ('Asked about the pier, Quayside\'s boss, Karl Poe, was clear. "We stay," he said.', [("Karl Poe", "person")]),
    ('It rained. The club\'s hostess, Nora Hale, was firm. "We stay," she said.', [("Nora Hale", "person")]),
    ('Enter Nora Hale - a waitress who said the boat was late.', [("Nora Hale", "person")]),
    ('It rained. The club\'s bosses, Nora Hale said, were late. "We stay," she said.', [("Nora Hale", "person")]),
    ('Nora Hale wept. The bosses said the boat was late.', [("bosses", "unnamed")]),
    # whoever is known by repute was named before; of several, or of one called something else, nobody can tell
    ('Karl Poe, 31, came in first.\nThe disgraced rower denied a plot. "I rowed," he said.', [("Karl Poe", "person")]),
    ('Nora Hale, a dancer from Ellby, left.\nThe acclaimed dancer said the stage was wet.', [("Nora Hale", "person")]),
    ('Karl Poe beat Bo Hale.\nThe disgraced runner denied a plot. "I ran," he said.', [(None, None)]),
    ('Karl Poe, the mayor of Ellby, left.\nThe disgraced runner denied a plot. "I ran," he said.', [(None, None)]),
    ('A runner fell. Karl Poe came.\nThe disgraced runner said the road was wet.', [("disgraced runner", "unnamed")]),
    ('Karl Poe came.\nThe injured runner said the road was wet.', [("injured runner", "unnamed")]),
    # who reports a clause behind it is a person told of before, not what the clause is about
    ("Nora Hale rejected that. Grey Otter has spent $6 million, she said.", [("Nora Hale", "person")]),
    ("Karl Poe denied it.\nSilver Gull has paid for the boats, he added.", [("Karl Poe", "person")]),
    ("It rained. Grey Otter has spent $6 million, she said.", [(None, None)]),
    ("Karl Poe left. Nora Hale had never seen the boat, she said.", [("Nora Hale", "person")]),
    ("It rained; Nora Hale denied it: Grey Otter has spent $6 million, she said.", [("Nora Hale", "person")]),
    # places that speak for a state, bodies, and a name that tells nothing
    ("Talks were held in Ruritania. Ruritania said the boat was late.", [("Ruritania", "country")]),
    ("The Ruritanian navy sailed. Ruritania said the boat was late.", [("Ruritania", "country")]),
    ("The Admiralty said the boat was late.", [("Admiralty", "institution")]),
    ("The union PORTU said the boat was late.", [("PORTU", "institution")]),
    ("Zenda said the boat was late.", [("Zenda", None)]),
]


@pytest.mark.parametrize(("text", "expected"), BY_TEXT)
def test_speakers_by_the_text_alone(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Roe said the boat was late.", [("Ada Roe", "person")]),
    ("The mayor of Port said the boat was late.", [("Ada Roe", "person")]),
    ('"We sail," a ferry ministry spokesperson said.', [("Ministry of Ferries", "office")]),
    ('"We sail," the ferry ministry said. "We wait," it added.',
     [("Ministry of Ferries", "institution"), ("Ministry of Ferries", "institution")]),
    ("Port said the boat was late.", [("Port government", "country")]),
    ("Lee said the boat was late.", [("Lee", None)]),
    ("Jo Lee came. Lee said the boat was late.", [("Jo Lee", "person")]),
])
def test_speakers_by_people(text, expected):
    assert speakers(text, PEOPLE) == expected


def test_sides_come_from_people():
    found = name({"one": 'Roe said the boat was late. "No," said Bo Poe. "Yes," said Zoe Moe.'}, PEOPLE)
    assert found["side"].fillna("").tolist() == ["Port", "Quay", ""]


def test_the_same_full_name_is_the_same_speaker_across_articles():
    found = name({"a": "Ada Roe came. Roe said the boat was late.", "b": '"We won," Ada Roe said.'})
    assert found["speaker"].tolist() == ["Ada Roe", "Ada Roe"]


def test_names_in_quotes_and_headlines_are_not_the_writers():
    text = "Angry Ada Roe Leaves Harbour Board Meeting\n\"Ask Bo Poe,\" said Zoe Moe.\nShe said it was late."
    assert speakers(text) == [("Zoe Moe", "person"), ("Zoe Moe", "person")]


def test_the_rest_of_the_table_stays():
    text = '"We won," said Ada Roe. The so-called "night boat" is late.'
    found = name({"one": text})
    assert found["speaker"].fillna("").tolist() == ["Ada Roe", ""]
    assert found["mention"].fillna("").tolist() == ["Ada Roe", ""]
    assert text[found["mention_start"][0]:found["mention_end"][0]] == "Ada Roe"
    assert found["rule"].fillna("").tolist() == ["verb speaker", ""]


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_any_text_can_be_named(text):
    found = name({"one": text}, PEOPLE)
    named = found[found["speaker"].notna()]
    assert named["mention"].notna().all()
    assert (named["speaker"].str.strip() != "").all()
    assert set(found["speaker_type"].dropna()) <= set(SPEAKER_TYPES)


def test_the_order_of_articles_changes_nothing():
    texts = {"a": "Ada Roe came. Roe said the boat was late.", "b": "He said the boat was late."}
    forward, backward = name(texts), name(dict(reversed(texts.items())))
    for article in texts:
        assert forward.loc[forward["article"] == article, "speaker"].tolist() == \
            backward.loc[backward["article"] == article, "speaker"].tolist()


def test_no_quotes_are_an_empty_table_of_the_same_shape():
    found = name({"one": "Nothing is said here."})
    assert found.empty
    assert list(found.columns) == [column.name for column in TABLES["quotes"].columns]
    assert (found.dtypes.drop("article") == empty("quotes").dtypes.drop("article")).all()


@pytest.mark.parametrize("unit", [
    '"a" he said ', "Mr Roe, the minister, said. He said: \"No.\" ", "Roe said he came.\n", "in Port said ", "Roe and ",
    "The Foo Ministry said so. The ministry said it was late. "])
def test_time_grows_with_the_length(unit):
    def seconds(length):
        articles, paragraphs, marks, sentences = split_texts({"one": unit * (length // len(unit))})
        start = time.process_time()
        find_quotes(articles, paragraphs, marks, sentences, PEOPLE)
        return time.process_time() - start

    assert is_linear(seconds, 10_000, 0.05)


# (text, speakers of its rows in order): kinds that readers fell over, in other words
KINDS_OF_SPEAKERS = [
    # capitals are no pronouns; offices and trades are no part of a name
    ('"We sail," US Harbour Secretary Rolf Quill said.', ["Rolf Quill"]),
    ('"We sail," WHO Director-General Tova Brink said.', ["Tova Brink"]),
    ('"We sail," said 19-year-old Mette Lunde.', ["Mette Lunde"]),
    ('"We sail," US officials said.', ["US officials"]),
    # an unnamed person is as good as a famous one; a thing is nobody
    ('Mayor Rolf Quill opened the fair.\nA ferry clerk told reporters that it rained. "I got wet," he said.',
     ["ferry clerk", "ferry clerk"]),
    ('"It is cold," Tellman wrote before Pie Monday.\n"Bring a coat," she said.', ["Tellman", "Tellman"]),
    # a title tells the sex; two of one surname are told apart or left open
    ('Clara Devon came with her husband, Owen Devon.\n"We built it," said Mr. Devon.', ["Owen Devon"]),
    ('Clara Devon came with her husband, Owen Devon.\n"We built it," said Devon.', [None]),
    ('Sisters Nell Finch and Ruth Finch run the inn.\n"It is ours," Nell said.', ["Nell Finch"]),
    # short forms
    ('Ahmed al-Tarif runs the port. "I sleep here," Tarif said.', ["Ahmed al-Tarif"]),
    ('Charles de Vigny planted vines.\n"It was dry," De Vigny said.', ["Charles de Vigny"]),
    ('Sir Alec Dunmore left. "I am old," Sir Alec said.', ["Alec Dunmore"]),
    ('Vice President Wu Wenlan came. "It is late," Wu said.', ["Wu Wenlan"]),
    # an office is its holder's, and a vice president is no president
    ('President Ann Bellamy met Vice President Rolf Quill. "We won," the president said.', ["Ann Bellamy"]),
    ('Gov. Otto Pruhl of Calder left. "No," the governor of Marlow said.', ["governor of Marlow"]),
    # documents, joint statements, speech in speech, media
    ('The new suit claims inspectors slept. "They slept," the suit claims.', ["new suit", "new suit"]),
    ('"Doors stay open," Ann Bellamy and the Ferry Union said.', ["Ann Bellamy and the Ferry Union"]),
    ('"We lost," aides said Chairman Rolf Quill told the room.', ["Rolf Quill", "aides"]),
    ('"We sail," the Port Wire quoted Mayor Ann Bellamy as saying.', ["Ann Bellamy"]),
    # a body in apposition keeps its "they", whatever the noun; a person with "who" is none
    ('The studio that owns the reels, Amber Crane Films, insists he may show them.\n"We never said no," they said.',
     ["Amber Crane Films", "Amber Crane Films"]),
    ('The bakery that feeds the harbour, Pane Bianco, has lost its lease. "We bake," they said.', ["Pane Bianco"]),
    ('Granite Hall, a small label, lost its lease. "We play on," the label said.', ["Granite Hall"]),
    ('The woman who feeds the harbour, Ann Bellamy, has lost her lease. "I bake at two," she said.', ["Ann Bellamy"]),
    ('The fair was called off, and its star, Ilse Maran, took to the network.\n"I would have sung."', ["Ilse Maran"]),
    # who is from elsewhere is somebody else; once more is no subject; advocates speak, a move does not
    ('Sen. Ann Bellamy of Calder left. "No," the senator from Marlow said.', ["senator from Marlow"]),
    ('Sen. Ann Bellamy of Calder left. "No," the senator said.', ["Ann Bellamy"]),
    ('Mayor Rolf Quill came. The mayor once more claimed his rival "sold the pier."', ["Rolf Quill"]),
    ('Mayor Rolf Quill came. The mayor once again said his rival "sold the pier."', ["Rolf Quill"]),
    ('The pier will be closed, a move tenant advocates say is aimed at "keeping us out."', ["tenant advocates"]),
    ('Ann Bellamy advocates a toll. "It is fair," she said.', ["Ann Bellamy"]),
    ('"We sail," the Port Wire cited engineer Rolf Quill as saying.', ["Rolf Quill"]),
    ('Ann Bellamy cited "safety reasons" and left.', ["Ann Bellamy"]),
    ('"We sail," works spokesman Rolf Quill said.', ["Rolf Quill"]),
    ('"The pears are ripe," said She Wenlan, who tends them.', ["She Wenlan"]),
    ('Ann Bellamy, head of the Institute of Ferry Studies at Norhaven University, calls Ellby "a mistake" twice.',
     ["Ann Bellamy"]),
    # one person with two roles, what is said of a name, who covers a body
    ('"We sail," NRA scientist and study co-author Bo Poe said.', ["Bo Poe"]),
    ('"We sail," river expert and harbour planner Ada Roe said.', ["Ada Roe"]),
    ('Diego Quill won. "We sail," the 14th-ranked Quill said.', ["Diego Quill"]),
    ('Ada Roe won. "We sail," the second-seeded Roe said.', ["Ada Roe"]),
    ('A similarly fresh Harbour Wire poll says voters "sail."', ["Harbour Wire poll"]),
    ('The Harbour Board called it "false." Bo Poe told Radio Harbour Board correspondent Ada Roe "no."',
     ["Harbour Board", "Bo Poe"]),
    # surnames that are words, products with the name of their maker, places with the name of a person
    ('Chief Tim Cook spoke of the state of the Earth, Cook said. "We sail," Cook said.', ["Tim Cook", "Tim Cook"]),
    ('Patty Judge came. "We sail," Judge said.', ["Patty Judge"]),
    ('Orlo showed the Orlo Vesta. "We sail," Orlo said.', ["Orlo"]),
    ('Kate York came from New York. "We sail," York said.', ["Kate York"]),
    ('Josh Quill wrote. Joshua Quill, a skipper, came. "We sail," Quill said.', ["Joshua Quill"]),
    # a clause between dashes is not what goes on; who is made to speak speaks
    ('Ada Roe woke. It was odd - the late doctor wrote about it - and Roe was ill. "We sail," she said.', ["Ada Roe"]),
    ('The fire led Mayor Ada Roe to announce that the pier was shut.', ["Ada Roe"]),
    ('Two people briefed on the talks said "no."', ["Two people"]),
    ('The Ellbian and Ostrian ferry ministries called it "false."', ["Ellbian and Ostrian ferry ministries"]),
    ('At noon, the Ellby and Norhaven ferry ministries called it "false."', ["Ellby and Norhaven ferry ministries"]),
    ('A letter was denied by Ada Roe, hinting that it was a fake.', ["Ada Roe"]),
    ('Ada Quill came. Quill\'s son, filmmaker Bo Roe ("Boats At Sea"), left. "We sail," he said.', [None, "Bo Roe"]),
    ('The app will support lamps; it is used to control a new "lamps on demand" system.', [None]),
    ('Ada Roe said it was late; it was a "boat without a crew."', ["Ada Roe", "Ada Roe"]),
    ('Bo Poe, chief, Orlo Boats, came. Orlo said the boat was red.', ["Orlo"]),
    ('Rose-Lynn Harlan came home. "We sail," Rose-Lynn said.', ["Rose-Lynn Harlan"]),
    ('Ada Roe came.\nHe said, she said\nIt rained.', []),
    ('"We sail," said Boats for Norhaven, one of several groups.', ["Boats for Norhaven"]),
    ('Ada Roe came. "We sail," Roe for Norhaven said.', ["Ada Roe"]),
    ('Bo Poe left. One Democrat, Rep. Ada Roe of Marlow, even raised the threat of a strike.\n"We sail," she said.',
     ["Ada Roe"]),
    ('Rick Quill came. He released another ad in Norhaven describing himself as a "man of boats."', ["Rick Quill"]),
    ('"We sail," Senate Majority Whip Ada Roe said.', ["Ada Roe"]),
    # headings in marks quote nobody, a remark that stands alone does
    ('"We sail," Ada Roe said.\n"Boats near the river"\nIt rained.', ["Ada Roe", None]),
    ('"We sail," Ada Roe said.\n"Boats are near."\nIt rained.', ["Ada Roe", "Ada Roe"]),
    ('It rained.\n"Boats near the river"\n- Ada Roe, mayor', ["Ada Roe"]),
    # a role behind its name, a statement's and a response's author
    ('Enter Ann Bellamy — a former ferry aide who wrote that it was "a little late."', ["Ann Bellamy"]),
    ('Another former candidate, ex-Mayor Rolf Quill, did join, saying "it is late."', ["Rolf Quill"]),
    ('"We sail at noon," reads a statement from Mayor Ann Bellamy.', ["Ann Bellamy"]),
    ('Ann Bellamy said so in a statement from Ellby.\n"We sail," the statement said.', ["Ann Bellamy"]),
    ('The jokes drew a sharp response from Rev. Ann Bellamy. "Some say we are mad."', ["Ann Bellamy"]),
    ('The jokes drew a laugh from Rev. Ann Bellamy.\nSome "laughed" too.', [None]),
    # nobody who is not there speaks; a place to which somebody does something has no title of his
    ('Captain Otto Pruhl told us. No sailor drowned. "We swam," he said.', ["Otto Pruhl"]),
    ('Skipper Ada Roe came. None of the crew slept. "We swam," she said.', ["Ada Roe"]),
    ('Skipper Ada Roe came. Neither boat sank. "We swam," she said.', ["Ada Roe"]),
    ('Skipper Ada Roe came with Bo Poe. No baker who met him slept. "We swam," he said.', ["Bo Poe"]),
    ('Bo Poe came out of Tannerby. "I walked," he said.\nThe inspector visited Tannerby in May.', ["Bo Poe"]),
    ('Bo Poe came out of Tannerby. "I walked," he said.\nAn engineer left Tannerby in May.', ["Bo Poe"]),
    ('The ferry union\'s secretary left. Ada Roe came. "We sail," the secretary said.', [None]),
    # a clause with who or that ends before the verb
    ("Owners of a mill that stands on the bank said that they would sue.", ["Owners of a mill"]),
    ("A skipper who sailed with the mayor said that it was late.", ["skipper"]),
    ("Farmers who sold land near the pit said that it was late.", ["Farmers"]),
    ("They fear that the man near the pit said that it was late.", ["man"]),
    # a leader is the one just spoken of, if he leads; the leader of one thing leads no other
    ('Chairwoman Ada Roe came.\nChairwoman Zoe Moe left.\nAda Roe would not be drawn. "No," the chairwoman said.',
     ["Ada Roe"]),
    ('"We sail," said the guild\'s leader, Ada Roe.\nBo Poe would not be drawn. "No," the leader said.',
     ["Ada Roe", None]),
    ('"We sail," said the guild\'s leader, Ada Roe. "No," the leader said.', ["Ada Roe", "Ada Roe"]),
    ('Chief Ada Roe came.\n"No," the chief of the river police said.', ["chief of the river police"]),
    # a description behind the name: of birth, of what somebody was, of age, of children; not that of another
    ('"We sail," said Dr Ada Roe. The Tannerby-born chemist warned that it was "late."', ["Ada Roe", "Ada Roe"]),
    ('Bo Poe told the court that it rained. The former plumber said that he saw it.', ["Bo Poe", "Bo Poe"]),
    ('Ada Roe swam home.\nThe 31-year-old said that it was cold.', ["Ada Roe"]),
    ('Ada Roe swam home. "It was cold," the mother of two said.', ["Ada Roe"]),
    ('Ada Roe, 50, met Zoe Moe, 31. The 31-year-old said that it was cold.', ["Zoe Moe"]),
    ('A chemist came. "We sail," said Ada Roe. The Tannerby-born chemist said it was late.',
     ["Ada Roe", "Tannerby-born chemist"]),
    ('"We sail," said Ada Roe. The father of two said it was late.', ["Ada Roe", "father of two"]),
    ('"We sail," said Ada Roe. The former minister said it was late.', ["Ada Roe", "former minister"]),
    ('Canon Ada Roe opened the hall. "We sail," the vicar said.', ["Ada Roe"]),
    # the name in the next sentence, where it goes on; not where another opinion or somebody with a post follows
    ('"It leaks," said a lecturer in hydraulics. Ada Roe, who built the weir, thinks it will fall.', ["Ada Roe"]),
    ('"It leaks," the works\' night porter told us at the gate. "Badly." Bo Poe, a retired diver, was in tears.',
     ["Bo Poe", "Bo Poe"]),
    ('Rolf Quill is missing. "He swims well," said his aunt. Ada Quill, 71, had not slept for days.', ["Ada Quill"]),
    ('"It leaks," said one of the two divers. Ada Roe saw it first.', ["Ada Roe"]),
    ('"It leaks," its finance director said. Ada Roe added that it was old.', ["Ada Roe", "Ada Roe"]),
    ('"It leaks," said a lecturer in hydraulics. Ada Roe, the mayor, was in tears.', ["lecturer"]),
    ('"It leaks," said a resident. Ada Roe, who lives there, was in tears.', ["resident"]),
    ('"It leaks," its finance director said. Ada Roe disagreed.', ["its finance director"]),
    ('Ada Roe came. "It leaks," its finance director said. Ada Roe was in tears.', ["its finance director"]),
    ('"It leaks," its spokesman said. Ada Roe, who lives there, was in tears.', ["its spokesman"]),
    # one of several, or somebody whom a sentence brings up, is none of those named before; one who is named is
    ("Ada Roe was a better skipper than most.\nOne of Mr Poe's own pilots was rude. \"It sank,\" she said.",
     ["one of Mr Poe's own pilots"]),
    ('Captain Bo Poe sat down. One of his men, who gave no name, was rude. "It sank," he said.',
     ["one of Bo Poe’s men"]),
    ('Ada Roe came. "It sank," one of the clerks said.', ["one of the clerks"]),
    ('Ada Roe came. Another of the nurses wept. "It sank," she said.', ["another of the nurses"]),
    ('Ada Roe came. A neighbour shrugged. "It sank," she said.', ["neighbour"]),
    ('Ada Roe came. One of the nurses wept. "It sank," said Roe.', ["Ada Roe"]),
    ('Ada Roe came. One of the boats sank. "It was old," she said.', ["Ada Roe"]),
    ('Ada Roe came. Two of her aides wept. "It sank," she said.', ["Ada Roe"]),
    ('Ada Roe is one of the clerks. "It sank," she said.', ["Ada Roe"]),
    ('One of the clerks, Ada Roe, said: "It sank."', ["Ada Roe"]),
    ('Bo Poe came. A close friend of the board had no time for it. "It sank," the friend said.',
     ["close friend of the board"]),
    ('A pilot and a friend came. Bo Poe sat down. "It sank," the friend said.', [None]),
    # it is what is written, and speaks for who wrote it, not for who has read it; the author of both is no report
    ('Bo Poe, the judge, answered. His reply, which this magazine has seen, is short. "No," it ends.', ["Bo Poe"]),
    ('The Ferry Board wrote back. Its answer, which the union read out, was cold. "No," it said.', ["Ferry Board"]),
    ('Bo Poe wrote. The letter, which this paper has seen, is short. "No," it ends.', [None]),
    ('The plan, which the ministry wrote, failed. "No," it said.', ["ministry"]),
    ('A third review said so too.\n"It sank," the author of both told this paper. Ada Roe left in May.', ["Ada Roe"]),
    ('A third review said so too.\n"No," the editor of each told this paper.', ["editor of each"]),
    ('"No," the owner of both boats said.', ["owner of both boats"]),
    # a trade is none of the name, a given name that looks like one is; a post behind "the" is nobody's surname
    ('Bricklayer Tibby Marn, 44, said: "It sank."', ["Tibby Marn"]),
    ('"It sank," Innkeeper Mossel Quill said.', ["Mossel Quill"]),
    ('"It sank," said crofter Eild Quill.', ["Eild Quill"]),
    ('"It sank," Tyler Moss Quill said.', ["Tyler Moss Quill"]),
    ('"It sank," Hunter Moss Quill said.', ["Hunter Moss Quill"]),
    ('"It sank," according to the Attorney General’s paper.', ["Attorney General’s paper"]),
    ('"It sank," the Lord Mayor\'s office said.', ["Lord Mayor's office"]),
    ('"It sank," the Attorney General said.', ["Attorney General"]),
    ('Attorney General Ada Roe came. "It sank," the Attorney General said.', ["Ada Roe"]),
    ('"It sank," said General Quill’s office.', ["Quill’s office"]),
    # labels, signed lines, transcripts
    ('UPDATE: Fund chief Tove Alsen said in a note, "We sail."', ["Tove Alsen"]),
    ('"We sail."\n— Ann Bellamy, mayor', ["Ann Bellamy"]),
    ("They met.\nANN BELLAMY, MAYOR: We sail.\nROLF QUILL, SKIPPER: We sink.", ["Ann Bellamy", "Rolf Quill"]),
    ("We met the singer Ilse Maran.\nQ: Do you sing?\nA: Only at night.", ["Ilse Maran"]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS_OF_SPEAKERS)
def test_kinds_of_speakers(text, expected):
    assert [who for who, _ in speakers(text)] == expected


def test_the_other_articles_tell_the_sex():
    texts = {"a": 'Idris Tammer met Sorrel Vanes. "We sail," she said.',
             "b": "Mr. Tammer came. Ms. Vanes stayed. Idris Tammer and Sorrel Vanes will meet."}
    found = name(texts)
    assert found.loc[found["article"] == "a", "speaker"].tolist() == ["Sorrel Vanes"]


@pytest.mark.parametrize(("lines", "expected"), [
    ("Quill: The toll is low.\nTarm: It is more than I catch.", ["Rolf Quill", "Tarm"]),
    ("Quill: The toll is low.\nTarm: It is not.\nQuill: It is.", ["Rolf Quill", "Tarm", "Rolf Quill"]),
    ("Dues: They rise in April.\nPiers: The northern one is closed.", []),
    ("Quill: The toll is low.\nIt is more than they catch.", []),
    ("Quill: Just hang on.\nThe skipper leads the field.\nTarm: A miracle.\nShe is far behind.", []),
])
def test_lines_of_two_names_are_turns_where_the_event_knows_one(lines, expected):
    found = name({"a": f"The two met on Monday. This is an excerpt.\n{lines}", "b": "Skipper Rolf Quill met them."})
    assert found.loc[found["article"] == "a", "speaker"].tolist() == expected


@pytest.mark.parametrize(("here", "there", "expected"), [
    ('"Let them drink," the chief of the southern fleet said.', "They follow their chief, Abu Sorrel.",
     "chief of the southern fleet"),
    ('"No," the leader said.', "Leader Ada Roe came.", None),
    ('"No," the manager of the dam said.', "Manager Ada Roe came.", "manager of the dam"),
    ('"No," a minister said.', "Minister Ada Roe came.", "minister"),
    ('"No," the governor said.', "Gov. Ada Roe came.", "Ada Roe"),
    ('"No," the foreign minister said.', "Foreign Minister Ada Roe came.", "Ada Roe"),
])
def test_only_an_office_that_one_alone_has_is_known_from_another_article(here, there, expected):
    found = name({"a": here, "b": there})
    speaker = found.loc[found["article"] == "a", "speaker"].iloc[0]
    assert (None if pd.isna(speaker) else speaker) == expected


@pytest.mark.parametrize(("headline", "expected"), [
    ("Tannerby: crew ‘never complained’ before fall", None),
    ("‘They told us every week’: Tannerby welcomes its five", None),
    ("Bellamy: plan is ‘mad and costly’", "Ann Bellamy"),
    ("Norway: plan is ‘mad and costly’", "Norway"),
])
def test_what_a_headline_is_about_does_not_speak(headline, expected):
    text = f"{headline}\nAnn Bellamy came to Tannerby. It rained."
    event = Event.from_articles(pd.DataFrame({"article": ["a"], "outlet": ["a"], "headline": [headline],
                                              "text": [text]}))
    speaker = event.quotes["speaker"].iloc[0]
    assert (None if pd.isna(speaker) else speaker) == expected


def test_one_person_under_two_spellings_is_one():
    texts = {"a": '"We sail," said Olena Harchenko.', "b": '"We sail," said Olena Kharchenko.'}
    assert name(texts)["speaker"].nunique() == 1


@pytest.mark.parametrize(("name", "speaker"), [
    ("Ines Hall", "Ines Hall"), ("Tom Bridge", "Tom Bridge"), ("Lena Park", "Lena Park"),
    ("the Ann Hall", None), ("the Norhaven Bridge", None),
])
def test_a_given_name_makes_a_person_of_a_word_for_places(name, speaker):
    text = f"“We will carry the stones ourselves,” said {name}.\nIt left nobody in doubt."
    event = Event.from_articles(pd.DataFrame({"article": ["a"], "outlet": ["a"], "text": [text]}))
    found = event.quotes["speaker"].iloc[0]
    assert (None if pd.isna(found) else found) == speaker


# (text, words of the report, who says them): look-alikes of what strangers' texts got wrong, and what must stay
REPORTERS = [
    # another sort of body is not meant by "the ministry"; one that does not say what it is may be "the company"
    ("The Rowers' Club met. The guards left at noon, according to the ministry.", "The guards left", "ministry"),
    ("The Miners' Guild met. The government says that it will pay.", "it will pay", "government"),
    ("The Transport Ministry met. The ministry said that it will pay.", "it will pay", "Transport Ministry"),
    ("Brell Shipping cut 40 jobs. The company said that it would cut more.", "it would cut", "Brell Shipping"),
    # the police are they; a bare name that would not answer is it
    ("Police came. Vessel Lines, which ran the rig, said that it would help.", "it would help", "Vessel Lines"),
    ("Corran, the contractor which built it, was silent, but it says that it is helping the police.", "it is helping",
     "Corran"),
    # a clause about somebody ends before the verb of its sentence
    ("The woman who prosecutors say poisoned the well lived above a shop.", "poisoned the well", "prosecutors"),
    ("The woman who prosecutors say poisoned the well lived above a shop.", "lived above", None),
    ("Prosecutors say the woman poisoned the well and lived above a shop.", "lived above", "Prosecutors"),
    # a role behind an age is the person's
    ("Dora Lindt, 71, a former tram driver who is ill, came. She said that it hurt.", "it hurt", "Dora Lindt"),
    ("Ann Sorrel met a retired tram driver. She said that it hurt.", "it hurt", "Ann Sorrel"),
    # what belongs to an owner with a title gives the person no title
    ("Nadia Holt, Mr Pell's lawyer, came. She said that it hurt.", "it hurt", "Nadia Holt"),
    # whose father is no word for her, and what he did no deed of hers
    ("Bo Hale won. Ann Dace, whose father laid the stone, wept. She said that it hurt.", "it hurt", "Ann Dace"),
    ("Ann Dace won. Bo Hale, whose mother and sister sing, left. He said that it hurt.", "it hurt", "Bo Hale"),
    # the chief of a body is not the chief of another
    ("Bo Hale admitted it. The Corvane chief turned on them. He said that it hurt.\n\nTransport chief Ann Orr left.",
     "it hurt", "Corvane chief"),
    # party and place of two words
    ("Rep. Ines Marrow, D-Elder Falls, said she had heard of it.", "she had heard", "Ines Marrow"),
    ("Sen. Gail Lowe, D-Marlow, said she had heard of it.", "she had heard", "Gail Lowe"),
    # whose name holds a genitive; two words of praise before a name
    ("The Vintners' League met. The league said that it rained.", "it rained", "Vintners' League"),
    ("St. Ann's Hospital is old. The hospital said that it rained.", "it rained", "St. Ann's Hospital"),
    ("Fat-cat Corvane boss Bo Hale left. Corvane said that it rained.", "it rained", "Corvane"),
    # a firm with its legal form and without is one; a number of them do something
    ("Corvane Foods PLC said that it rained.", "it rained", "Corvane Foods"),
    ("Corvane Mills Ltd. is old. Corvane Mills said that it rained.", "it rained", "Corvane Mills"),
    ("Coun. Ann Dace, of Ellby, said that it rained.", "it rained", "Ann Dace"),
    ("Corvane Foods said 14 of its ovens would close.", "would close", "Corvane Foods"),
    ("Ann Dace said nine of them.", "nine", None),
    # a clause that goes on behind the verb of saying
    ("Ann Dace denied it. Corvane has paid for it, she said, and a clerk saw the bill.", "has paid", "Ann Dace"),
    ("Ann Dace came. The bridge will shut, she said, but will open again.", "will shut", "Ann Dace"),
    # a month with its stop ends no aside
    ("Mayor Bo Hale, who won a third term on Nov. 4, said that it rained.", "it rained", "Bo Hale"),
    ("Ann Dace, elected on Sept. 12, said that it rained.", "it rained", "Ann Dace"),
    # what snapped or cracked said nothing
    ("The rope snapped, according to Corvane Foods.", "snapped", "Corvane Foods"),
    ("The deck cracked when the rope snapped, according to Ann Dace, the owner.", "cracked", "Ann Dace"),
    # who is told is not who tells, and one of several is not all of them
    ('Bo Hale came. The tiler, 44, told the Argus: "It was cold and wet."', "It was cold", "tiler"),
    ('Bo Hale, 44, told Radio Ellby: "It was cold and wet."', "It was cold", "Bo Hale"),
    ('It pleased Bo Hale: "It was cold and wet."', "It was cold", "Bo Hale"),
    ("Two drivers left. One of them, who gave no name, said that it hurt.", "it hurt", "one of the two drivers"),
    ("Two drivers left. They said that it hurt.", "it hurt", "Two drivers"),
    # a report that goes on behind "because", of whom the sentence before names by what he was
    ('The first caller was a plumber, Bo Hale. He left because, he told the court, he "could not stay there".',
     "could not stay", "Bo Hale"),
    ('The first caller was a plumber, Bo Hale said. She left because she "could not stay there".', "could not stay",
     "first caller"),
    # of two of a surname the one whom the paragraph names in full
    ('Eva Dunn, the clerk, came. "It hurt," Ms Dunn said.\n\nIda Dunn left.', "It hurt", "Eva Dunn"),
    # what a noun calls a body, and the name behind "its owner" and "a friend of hers"
    ('The group Quiet Street said: "It hurt us all."', "It hurt", "Quiet Street"),
    ("The pit is old. Its owner, Brixor, said that it was shut.", "it was shut", "Brixor"),
    ("The pit is old. Its owner said that it was shut.", "it was shut", "Its owner"),
    ("The pit is old. The company, Brixor, said that it was shut.", "it was shut", "Brixor"),
    ("Ann Dace left. A friend of hers, the harbour pilot Bo Hale, said that it hurt.", "it hurt", "Bo Hale"),
    # letters behind a name are none of it; a kinship word before it is a title
    ("Vera Dunn KC said that it hurt.", "it hurt", "Vera Dunn"),
    ("Sir Bo Hale KCMG OBE said that it hurt.", "it hurt", "Bo Hale"),
    ("Vera Dunn MP said that it hurt.", "it hurt", "Vera Dunn"),
    ("Dr Vera Dunn PhD said that it hurt.", "it hurt", "Vera Dunn"),
    ("Grandad Bo Hale said that it hurt.", "it hurt", "Bo Hale"),
    ("Nan Hale said that it hurt.", "it hurt", "Nan Hale"),
    ("Coun Vera Dunn said that it hurt.", "it hurt", "Vera Dunn"),
    ("The North Ellby MP said that it hurt.", "it hurt", "North Ellby MP"),
    ("Radio Ellby FM said that it hurt.", "it hurt", "Radio Ellby FM"),
    # denied reports are what others say; the teller denies them
    ("Ann Dace denied rumours that the lamp had failed.", "the lamp had failed", "Ann Dace"),
    ("Bo Hale rejected claims that the lamp had failed.", "the lamp had failed", "Bo Hale"),
    ("Bo Hale rejected the lamp that had failed.", "had failed", None),
]


@pytest.mark.parametrize(("text", "words", "speaker"), REPORTERS)
def test_who_reports(text, words, speaker):
    rows = name({"one": text})
    found = rows[rows["text"].str.contains(words, regex=False)]["speaker"].tolist()
    assert found == ([speaker] if speaker else [])


# (another text, the text, words, who says them): of two of a surname whom a post or kin word of the event tells
NAMESAKES = [
    ("Police chief Karl Marrow left. His sister Ann Marrow, the mayor, wept.",
     'Mayor Ann Marrow left. "It hurt," said an old man.\n\nPolice chief Marrow told them that it rained. "I ran," he '
     "said.", "I ran", "Karl Marrow"),
    ("Harbour pilot Karl Marrow left. Judge Ann Marrow wept.",
     'Judge Ann Marrow left. "It hurt," a boy said.\n\nMarrow, the judge\'s brother, told them that it rained. '
     '"I ran," he said.', "I ran", "Karl Marrow"),
    ("Tomas Marrow, a clerk, left. Professor Nadja Marrow stayed.",
     'They met Nadja Marrow and Tomas Marrow.\n\n"I ran," Professor Marrow said.', "I ran", "Nadja Marrow"),
    ("Dame Helen Marrow left. Joanna Marrow, a fund manager at Corvane, wept.",
     'Corvane wants talks. "I ran," said its fund manager, Ms Marrow.', "I ran", "Joanna Marrow"),
    ("Governor Karl Marrow left. Senator Ann Marrow wept.",
     "Ann Marrow left. Governor Marrow said that it rained.", "it rained", "Karl Marrow"),
    # the post of who is near, of both, of neither, or of nobody else in the event
    ("Police chief Karl Marrow left.", "Mayor Ann Marrow left. Mayor Marrow said that it rained.", "it rained",
     "Ann Marrow"),
    ("Senator Karl Marrow left.", "Senator Ann Marrow left. Senator Marrow said that it rained.", "it rained",
     "Ann Marrow"),
    ("Fire chief Karl Marrow left.", "Ann Marrow left. Police chief Marrow said that it rained.", "it rained",
     "Ann Marrow"),
    ("President Karl Marrow left.", "Ann Marrow left. Vice President Marrow said that it rained.", "it rained",
     "Ann Marrow"),
    ("Karl Marrow left.", "Ann Marrow left. Ms Marrow said that it rained.", "it rained", "Ann Marrow"),
    ("It rained.", "Mayor Ann Marrow left.\n\nPolice chief Marrow, her brother, said that it snowed.", "it snowed",
     "Marrow"),
    # a surname that may be either's is he, whoever stands above; a namesake named only later is nobody's rival
    ("It rained.", 'Ida Marrow and Eva Marrow left. "It hurt," said a man.\n\nMarrow was late. "I ran," he said.',
     "I ran", None),
    ("It rained.", 'Bo Marrow left. "I ran," Marrow told the crowd.\n\nHal Marrow and Jan Marrow wept.', "I ran",
     "Bo Marrow"),
    ("It rained.", 'Bo Marrow met Hal Marrow.\n\n"I ran," Marrow told the crowd.', "I ran", None),
    # the stop of a sentence parts a title from the next name
    ("It rained.", "They left their rival Ostrane Group. Ostrane said that it snowed.", "it snowed", "Ostrane Group"),
    ("It rained.", "The Contact Group met. Contact said that it snowed.", "it snowed", "Contact"),
    ("Ostrane Group left.", "Ostrane told them that it snowed.", "it snowed", "Ostrane Group"),
    ("Ann Ostrane left the Ostrane Group.", "Ostrane told them that it snowed.", "it snowed", "Ann Ostrane"),
]


@pytest.mark.parametrize(("other", "text", "words", "speaker"), NAMESAKES)
def test_a_post_or_kin_word_tells_namesakes_apart(other, text, words, speaker):
    rows = name({"one": other, "two": text})
    found = rows[rows["text"].str.contains(words, regex=False)]["speaker"].tolist()
    assert [None if pd.isna(one) else one for one in found] == [speaker]


VOICES = [
    ('The Harbour Board said that it rained. "We ran," a spokeswoman said.', "Harbour Board"),
    ('The University of Ellby denied that it rained. "We ran," said a spokesman.', "University of Ellby"),
    ('Corvane Foods said that it rained. "We ran," a spokesperson said.', "Corvane Foods"),
    ('The Harbour Board told them that it rained. "We ran," the spokeswoman said.', "Harbour Board"),
    ('The Harbour Board met. "We ran," a spokeswoman said.', "spokeswoman"),
    ('The Harbour Board said that it rained.\n\n"We ran," a spokeswoman said.', "spokeswoman"),
    ('Ann Dace of the Harbour Board said that it rained. "We ran," a spokeswoman said.', "spokeswoman"),
    ('The Harbour Board said that it rained. "We ran," a spokeswoman for Corvane Foods said.', "Corvane Foods"),
    ('The Harbour Board said that it rained. "We ran," a teacher said.', "teacher"),
]


@pytest.mark.parametrize(("text", "speaker"), VOICES)
def test_whoever_speaks_right_behind_a_body_speaks_for_it(text, speaker):
    rows = name({"one": text})
    assert rows[rows["text"].str.contains("We ran")]["speaker"].tolist() == [speaker]


# (headline, text, who says the words of the headline): a role, or nobody, gives way to the one who says them below
HEADLINED = [
    ("Pier is shut: \"We'll build it again\", new mayor vows",
     "Ann Dace came. \"We'll build it again. Watch us,\" she said.", "Ann Dace"),
    ('Pier is shut: "We will build it", new mayor vows', "Ann Dace came.", "new mayor"),
    ('"The water just came": fear in a port', '"The water just came," said Bo Hale.', "Bo Hale"),
    ('"The water just came": fear in a port',
     '"The water just came," said Bo Hale. "The water just came," Ann Dace said.', None),
    ('Thieves take "matchless" bell', 'Ann Dace called it "matchless" at noon.', "Ann Dace"),
    ('Diver had "no air at all" below', 'Bo Hale dived. "I had no air at all," he said.', "Bo Hale"),
    ('Ann Dace had "no air at all" below', 'Bo Hale dived. "I had no air at all," he said.', "Ann Dace"),
]


@pytest.mark.parametrize(("headline", "text", "speaker"), HEADLINED)
def test_who_speaks_in_a_headline(headline, text, speaker):
    rows = Event.from_articles(pd.DataFrame({"article": ["a"], "outlet": ["a"], "headline": [headline],
                                             "text": [f"{headline}\n\n{text}"]})).quotes
    found = rows[rows["zone"] == "headline"]["speaker"].tolist()
    assert [None if pd.isna(one) else one for one in found] == [speaker]
