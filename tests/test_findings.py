"""The front page on small invented events: each kind of sentence, when it is said, and when it must not be."""

import pandas as pd
import pytest

from analysis.answers import absences, find_answer, list_answers
from analysis.answers.differences import _tells_act
from analysis.answers.writing.base import MOST_WORDS, name_articles, name_many
from analysis.answers.writing.findings import PRINTED
from analysis.answers.writing.gravity import GRAVITY
from analysis.answers.writing.versions import find_alteration
from analysis.english.wording import count, join_names, percent, shorten
from analysis.english.words import folded_words
from analysis.event import Event
from analysis.facts.seen import Seen
from analysis.pages.firstscreen import fill_first_screen
from analysis.tables import TABLES
from analysis.tables.part import APART, CUT, cut_table

COPY = (
    "The harbour board closed the north pier of Port Amber on Monday after engineers found cracks in four pillars.\n"
    "The pier carries the ferry to Gull Island, which some nine hundred commuters take every working day.\n"
    "Engineers will inspect the remaining pillars this week, and divers are due to arrive on Thursday morning.\n"
)
REST = (
    '"We had no choice but to close it, and we will not gamble with lives," harbour master Ada Lund said.\n'
    '"The board has known about the cracks since last spring and did nothing," said union leader Boris Quill.\n'
)
EARLY = (
    "Fishermen in Port Amber have lost their moorings to a closed pier.\n"
    '"We had no choice but to close it, and we will not gamble with lives," harbour master Ada Lund said.\n'
    '"My boat has nowhere to go before winter comes," said skipper Cleo Marsh.\n'
)
LATE = (
    "A second crossing is planned from the old salt works, the county says.\n"
    'Harbour master Ada Lund acknowledged that they "will not gamble with lives" any more.\n'
    '"A crossing from the salt works costs us two million crowns," said treasurer Dora Finch.\n'
)
PEOPLE = pd.DataFrame(
    [
        ("Ada Lund", "Lund", "harbour master", "board", "official"),
        ("Boris Quill", "Quill", "union leader", "union", "opposition"),
        ("Cleo Marsh", "Marsh", "skipper", "fishermen", "citizen"),
        ("Emil Stone", "Stone", "owner of the ferry", "ferry", "citizen"),
    ],
    columns=["name", "aliases", "role", "side", "type"],
    dtype="str",
)


def make_event(texts, **options):
    frame = pd.DataFrame({"article": list(texts), "outlet": [name.title() for name in texts],
                          "text": [text.rstrip("\n") for text in texts.values()]})
    return Event.from_articles(frame, **options)


def say(texts, room=None, **options):
    """Return the sentences of an event, of one room or of the front page."""
    event = make_event(texts, **options)
    return [row["claim"] for row in find_answer(room).find(event)] if room else event.findings["claim"].tolist()


@pytest.fixture(scope="module")
def unrelated():
    return make_event({"gull": COPY + REST, "heron": EARLY, "stork": LATE})


@pytest.fixture(scope="module")
def copied():
    return make_event({"gull": COPY + REST, "heron": COPY, "stork": LATE}, people=PEOPLE)


# --- copied, cuts, style ---------------------------------------------------------------------------------------------

def test_copies_are_told_and_the_rest_is_not(unrelated):
    assert say({"gull": COPY + REST, "heron": COPY, "stork": LATE}, "copied") == [
        "Gull and Heron print versions of one story: 100 % of the words of Heron stand in sentences that both have."]
    assert find_answer("copied").find(unrelated) == [], "that texts are texts of their own is no finding"


LONG = ("The pier at Ellby burnt down on Monday night after a fire broke out in the ticket hall at about ten, and "
        "twelve families who live in the cottages behind it were taken to the school hall by the fire service.\n")


@pytest.mark.parametrize(("other", "nearly"), [
    (LONG, False), (LONG.replace("twelve", "thirteen"), True), (LONG.replace("burnt down", "burned down"), True)])
def test_a_sentence_with_a_word_changed_is_nearly_the_same(other, nearly):
    told = say({"gull": LONG + COPY, "heron": other + COPY + REST}, "copied")
    assert any("in nearly identical sentences." in sentence for sentence in told) == nearly
    assert any("that both have." in sentence for sentence in told) != nearly


def test_a_cut_copy_says_who_went_with_the_rest():
    assert say({"gull": COPY + REST, "heron": COPY, "stork": LATE}, "cuts") == [
        "Heron prints 53 words of a story of which Gull prints 91; what was added or cut holds every quoted word of "
        "Ada Lund and Boris Quill."], "which of the two is the older is not known"


@pytest.mark.parametrize("left", [
    '"The board has known about the cracks since last spring and did nothing," said Boris Quil.\n',
    'The union says that the board has known about the cracks since last spring and did nothing.\n',
    '"The board has known about the cracks since last spring and did nothing."\n',
], ids=["another spelling", "indirect", "nobody named"])
def test_who_is_left_in_any_form_was_not_cut(left):
    gull = COPY + COPY.replace("pier", "quay") + REST
    for sentence in say({"gull": gull, "heron": COPY + left, "stork": LATE}, "cuts"):
        assert "Quill" not in sentence


def test_house_style_is_told_of_copies_only(unrelated):
    styled = COPY.replace("Monday", "today").replace("nine hundred", "900").replace("Engineers", "Experts")
    styled += REST.replace("harbour master", "Ms").replace("union leader", "the leader")
    sentence, = say({"gull": COPY + REST, "heron": styled, "stork": LATE}, "style")
    assert sentence.startswith("Gull and Heron word the same story differently in ")
    assert find_answer("style").find(unrelated) == [], "quoting one speaker is no copying"


# --- remarks and wording ---------------------------------------------------------------------------------------------

def version(text, article="a"):
    return {"article": article, "text": text, "keys": folded_words(text), "words": len(text.split())}


@pytest.mark.parametrize(("one", "other", "what"), [
    ("We will not rebuild the pier before summer", "We will rebuild the pier before summer", "“not”"),
    ("I do rule out a third vote on this", "I don’t rule out a third vote on this", "“do” and “don’t”"),
    ("It has cost us three boats and a year", "It has cost us two boats and a year", "“three” and “two”"),
    ("We have 214 berths and no sailors for them", "We have 241 berths and no sailors for them", "“214” and “241”"),
    ("I call on Wrenfield, Osprey and the rest to join", "I call on Wrenfield and the rest to join", "“Osprey”"),
])
def test_a_changed_not_number_or_name_is_an_alteration(one, other, what):
    assert find_alteration(version(one), version(other))[0] == what


@pytest.mark.parametrize(("one", "other"), [
    ("We will not rebuild the pier before summer", "will not rebuild the pier"),
    ("We will rebuild the pier before the summer", "We shall rebuild the pier before the summer"),
    ("Not one of us will rebuild the pier in June", "will rebuild the pier in June"),
    ("I saw two boats", "Nobody asked the seven sailors of Ellby about it"),
    ("The pier cost £3.2 million last year alone", "The pier cost £3.2m last year alone"),
    ("We lost twelve boats in one night here", "We lost 12 boats in one night here"),
])
def test_a_shorter_quote_another_verb_or_notation_is_none(one, other):
    assert find_alteration(version(one), version(other)) is None


def test_an_altered_quote_leads_the_page():
    texts = {"gull": COPY + REST, "heron": EARLY.replace("will not gamble", "will gamble"),
             "stork": "A bus ran into the bakery.\n"}
    assert say(texts)[0] == (
        "A remark of Ada Lund differs by “not”: “… and we will not gamble with lives” in Gull, “… and we will gamble "
        "with lives” in Heron.")


@pytest.mark.parametrize(("right", "wrong", "more"), [
    ("The masons should not have to wait until June for the nine stones", "The masons should never wait until June for "
     "the four stones", True),
    ("Our divers went down nine times before the old wall broke", "Our divers have gone down four times before the old "
     "wall broke", True),
    ("Our divers went down nine times before the old wall broke", "Our divers went down four times before the old wall "
     "broke", False),
    ("Our divers went down nine times before the wall broke, and it rained", "Our divers went down four times before "
     "the wall broke", False),
])
def test_an_alteration_among_others_is_told_as_such(right, wrong, more):
    texts = {"gull": f'{COPY}"{right}," said Ada Lund.\n', "heron": f'Boats lay idle.\n"{wrong}," said Ada Lund.\n'}
    found = next(row for row in find_answer("remarks").say(make_event(texts)) if "differs by" in row["claim"])
    assert ("among other changes" in found["claim"], "but for this." in found["checked"]) == (more, not more)


@pytest.mark.parametrize(("other", "told"), [
    (("We had no choice", "We had absolutely no choice"), True),
    (("close it, and we", "close it at once, as the law says, and we"), True),
    ((", and we will not gamble with lives,", ","), False),
    (("We had no choice", "I say it to all, we had no choice"), False),
    (("close it, and we", "close it … we"), False),
])
def test_a_remark_that_two_print_in_two_wordings_is_shown_so(other, told):
    texts = {"gull": COPY + LACKING, "heron": EARLY.replace(*other), "stork": "A bus ran into the bakery.\n"}
    sentence = next(row for row in say(texts, "remarks") if "no such words" in row)
    assert (", in wordings that differ: “" in sentence) == told


def test_no_text_is_left_unsaid_where_a_remark_is_lacking():
    near = "There was no other way than closing it, Ada Lund said: lives are not to be gambled with.\n"
    texts = {"gull": COPY + LACKING, "heron": EARLY, "stork": "A bus ran into the bakery.\n", "tern": near}
    sentence = next(row for row in say(texts, "remarks") if "no such words" in row)
    assert sentence.endswith("no such words were found in Stork (undecided: Tern).")
    texts |= {"wren": near.replace("There was", "It rained. There was"),
              "teal": "Snow fell on the hills and a cow ran.\n"}
    sentence = next(row for row in say(texts, "remarks") if "no such words" in row)
    assert "Stork" in sentence and "Teal" in sentence and "(undecided: Tern and Wren)" in sentence


def test_an_alteration_is_told_where_long_names_leave_no_room():
    right = '"We do not believe that the crew made a mistake of its own," said Ada Lund.\n'
    texts = {name: f"{COPY if name.startswith('north') else EARLY}{right}" for name in (
        "northern star of ellby", "southern gazette and echo", "the western isles courier")}
    (sentence, *_) = say({**texts, "gull": "It rained.\n" + right.replace(" not ", " ")}, "remarks")
    assert "“… do not believe …” in 3 of 4 outlets" in sentence and "in Gull" in sentence


def test_a_catchword_is_set_beside_the_whole_remark():
    whole = ('"We had no choice but to close it, and we will not gamble with lives while divers, masons and the county '
             'surveyor are at work below the third and the fourth pillar," harbour master Ada Lund said.\n')
    assert say({"gull": COPY + whole, "stork": LATE}, "remarks") == [
        "Stork prints 5 words of a remark of Ada Lund in quotation marks after “acknowledged”; Gull prints 32."]


LACKING = '"We had no choice but to close it, and we will not gamble with lives," harbour master Ada Lund said.\n'


@pytest.mark.parametrize(("third", "said"), [
    ("A bus ran into the bakery. “The roll was stale and cold,” said Ada Lund.\n", True),
    ("A bus ran into the bakery. Nobody was hurt, and the driver ate a roll.\n", True),
    ("There was no other way than closing it, Ada Lund said: lives are not to be gambled with.\n", False),
    ("Closing it was the only choice, said the harbour master, who would not gamble.\n", False),
])
def test_no_such_words_is_said_only_where_nothing_comes_near(third, said):
    sentences = say({"gull": COPY + LACKING, "heron": EARLY, "stork": third}, "remarks")
    assert any("no such words were found in Stork" in sentence for sentence in sentences) == said


def test_an_admission_here_and_a_claim_there():
    conceded = 'Ada Lund conceded that she had "no choice but to close it in the night".\n'
    claimed = 'Harbour master Ada Lund claimed that there was "no choice but to close it in the night".\n'
    assert "A remark of Ada Lund is brought in by “conceded” in Gull; by “claimed” in Heron." in say(
        {"gull": COPY + conceded, "heron": "Boats lay idle.\n" + claimed}, "wording")


def test_the_same_verb_twice_is_no_finding():
    told = 'Ada Lund said that she had "no choice but to close it in the night".\n'
    assert not say({"gull": COPY + told, "heron": "Boats lay idle.\n" + told}, "wording")


WARNED = ('Ada Lund apologized to the town after a film from the salt works showed her warning of '
          '"a pier that nobody in Ellby ever paid for".\n')
OWNED = 'Ada Lund admitted that it was "a pier that nobody in Ellby ever paid for".\n'
SAID = 'Harbour master Ada Lund said it was "a pier that nobody in Ellby ever paid for".\n'


@pytest.mark.parametrize(("marked", "told"), [(OWNED, True), (WARNED, False)], ids=["beside it", "far from it"])
def test_the_verb_of_an_admission_stands_beside_its_words(marked, told):
    assert bool(say({"gull": COPY + marked, "heron": "Boats lay idle.\n" + SAID}, "sayings")) == told


def test_a_remark_is_shown_as_all_who_quote_it_print_it():
    longer = LACKING.replace("We had", "I say it first of all, because it is so, that we had")
    sentence, = say({"gull": COPY + longer, "heron": EARLY, 
                     "stork": "A bus ran into the bakery. “The roll was stale and cold,” said Ada Lund.\n"}, "remarks")
    assert "I say it first" not in sentence and "“We had no choice but to close it, and we will not" in sentence


WHOLE = ('"We knew of the cracks from the log," Ada Lund said. "Three divers had told the whole board in writing. '
         'Nobody here was asked to pay for a mason," she added.\n')
PARTED = ('"We knew of the cracks from the log," Ada Lund said. It rained. '
          '"Nobody here was asked to pay for a mason," she added.\n')


@pytest.mark.parametrize(("third", "told"), [
    (PARTED, True), (WHOLE, False),
    (PARTED + "Three divers had warned the whole board in writing, Ada Lund said.\n", False),
    ('"We knew of the cracks from the log," Ada Lund said.\n', False),
])
def test_a_sentence_left_out_between_two_that_are_quoted(third, told):
    sentences = say({"gull": COPY + WHOLE, "heron": "Boats lay idle.\n" + WHOLE, "stork": "It is cold.\n" + third},
                    "remarks")
    assert ("Stork quotes Ada Lund without “Three divers had told the whole board in writing”, which Gull and Heron "
            "print between the same sentences." in sentences) == told


def test_whom_an_outlet_never_names_is_told_once():
    often = "Lund spoke. " * 4 + "\n"
    texts = {"gull": COPY + REST + often, "heron": EARLY + often, "stork": "The ferry to Gull Island stays.\n"}
    assert sum("Ada Lund" in row for room in ("absences", "names") for row in say(texts, room)) == 1


@pytest.mark.parametrize(("gull", "heron", "differ"), [
    ("The council of Ellby demands £5 million for its new pier. Nobody has paid. It asked for more than £5 million.",
     "A row broke out. Ellby demands £5.7 million for the new pier, its council says.", 0),
    ("The council of Ellby demands £5 million for its new pier. Nobody has paid. It asked for more than £4 million.",
     "A row broke out. Ellby demands £5.7 million for the new pier, its council says.", 1),
    ("The blast at the Ellby salt works killed two workers and injured nine others.",
     "Ellby mourns. An explosion at its salt works left 14 workers injured on Monday.", 1),
    ("The flood at Ellby damaged 120 homes before a vigil was held.",
     "Ellby counts its losses. The flood damaged 150 homes in the town.", 1),
])
def test_which_numbers_stand_against_each_other(gull, heron, differ):
    rows = say({"gull": gull + "\n", "heron": heron + "\n"}, "differences")
    assert len(rows) == differ and not any("how many came" in row for row in rows)


def test_a_number_given_exactly_and_roughly_by_one_outlet_is_one_value():
    texts = {"gull": "Mill fire kills 39.\nA fire at the Ellby mill killed at least 39 people on Monday.\n",
             "heron": "A blaze at the mill of Ellby killed 35 people on Monday, the mayor said.\n"}
    assert all(row.count("Gull") == 1 for row in say(texts, "differences"))


def test_who_was_moved_is_not_hurt():
    texts = {"gull": "A fire at the Ellby works injured 11 people on Monday, forcing some 1,200 residents out of "
                     "their streets.\n",
             "heron": "A fire at the Ellby works injured 14 people on Monday. Some 900 residents were evacuated.\n"}
    assert not any("hurt" in row and "1,200" in row for row in say(texts, "differences"))


def test_a_wording_that_the_other_has_too_is_no_contrast():
    first = 'Ada Lund, a radio host from Norhaven, opened the pier on Monday.\n'
    second = 'Ada Lund, a former candidate for mayor, opened the pier on Monday.\n'
    assert say({"gull": first, "heron": second}, "labels") == [
        "Ada Lund is “radio host from Norhaven” in Gull, “former candidate for mayor” in Heron."]
    assert say({"gull": first, "heron": second + "She left her work as a radio host in the north.\n"}, "labels") == []


# --- hearing, absences, sides ----------------------------------------------------------------------------------------

def test_a_listed_side_that_all_name_and_none_quotes():
    stone = "Emil Stone has not answered.\nStone is away.\n"
    assert "ferry is named by all 2 outlets and quoted by none." in say(
        {"gull": COPY + REST + stone, "heron": EARLY + stone}, "hearing", people=PEOPLE)


@pytest.mark.parametrize(("passages", "told"), [
    ("They met in Norhaven. A visit to Norhaven is planned.\n", False),
    ("Norhaven has not answered. Norhaven keeps its ferries. Nobody lands in Norhaven.\n", True),
], ids=["place", "party"])
def test_a_place_of_talks_is_no_silent_side(passages, told):
    people = pd.concat([PEOPLE, PEOPLE.head(1).assign(name="Norhaven council", aliases="Norhaven", side="Norhaven")])
    rows = say({"gull": COPY + REST + passages, "heron": EARLY + passages}, "hearing", people=people)
    assert any(row.startswith("Norhaven is named by all 2") for row in rows) == told


def test_no_silence_while_a_quote_has_no_speaker():
    stone = 'Emil Stone is away.\n"Nobody asked us before they shut it."\n'
    assert not say({"gull": COPY + REST + stone, "heron": EARLY + "Emil Stone is away.\n"}, "hearing", people=PEOPLE)


def test_a_body_that_did_not_answer_is_silent_without_a_table():
    firm = ["Divers came from Brightwater Diving, a firm in Norhaven. Brightwater Diving did not reply to questions.\n",
            "The firm Brightwater Diving sent four men on Monday.\n"]
    sentences = say({"gull": COPY + firm[0] + REST, "heron": EARLY + firm[1] + firm[1]}, "hearing")
    assert all("Lund" not in sentence for sentence in sentences)


def test_a_firm_that_is_read_as_a_person_may_be_silent_too():
    firm = ["Divers came from Ostmark Line, an operator in Norhaven. Ostmark Line did not reply to questions.\n",
            "The operator, Ostmark Line, sent four men on Monday. Ostmark Line is old.\n"]
    assert say({"gull": COPY + firm[0] + REST, "heron": EARLY + firm[1]}, "hearing") == [
        "Ostmark Line is named by all 2 outlets and quoted by none."]


def test_a_firm_whose_director_is_quoted_is_not_silent():
    firm = ["Divers came from Ostmark Line, an operator in Norhaven. Ostmark Line did not reply to questions.\n",
            "The operator, Ostmark Line, sent four men on Monday. Ostmark Line is old.\n"]
    head = 'Vera Sole, the chief executive of {}, came. "We have no more boats in this town," Sole said.\n'
    for body, silent in (("Ostmark Line", []), ("Brightwater Diving", [
            "Ostmark Line is named by all 2 outlets and quoted by none."])):
        texts = {"gull": COPY + firm[0] + REST, "heron": EARLY + firm[1] + head.format(body)}
        assert say(texts, "hearing") == silent


@pytest.mark.parametrize(("line", "silent"), [
    ('Vera Sole, the company\'s chief executive, came. "We have no more boats in this town," Sole said.\n', False),
    ('Vera Sole, the managing director, came. "We have no more boats in this town," she said.\n', False),
    ('"We have no more boats in this town," the chief executive said.\n', False),
    ("Ostmark Line said in a statement that the boats were old.\n", False),
    ('Vera Sole, the union\'s regional secretary, came. "We have no more boats in this town," Sole said.\n', True),
    ('Vera Sole, a cook, came. "We have no more boats in this town," Sole said.\n', True),
])
def test_a_firm_is_not_silent_where_words_may_be_its_own(line, silent):
    firm = ["Divers came from Ostmark Line, an operator in Norhaven. Ostmark Line did not reply to questions.\n",
            "The operator, Ostmark Line, sent four men on Monday. Ostmark Line is old.\n"]
    told = say({"gull": COPY + firm[0] + REST, "heron": EARLY + firm[1] + line}, "hearing")
    assert told == (["Ostmark Line is named by all 2 outlets and quoted by none."] if silent else [])


def test_whom_one_outlet_never_names():
    texts = {"gull": COPY + REST, "heron": EARLY, "stork": "The ferry to Gull Island stays in port.\n"}
    assert "Stork never names Ada Lund, whom Gull and Heron quote." in say(texts, "absences")


HOUSES = ('Governor Ann Bellamy came at noon. "We will rebuild every house that has burnt down," Ann Bellamy said.\n',
          'The fire went on. "We will rebuild every house that has burnt down, and the school," Governor Ann Bellamy '
          'said.\n')


@pytest.mark.parametrize(("other", "told"), [
    ("The roads are open.\n", True),
    ("The governor is to visit on Wednesday.\n", False),
    ('"We will rebuild every house that has burnt down," a spokesman for the state house said.\n', False),
])
def test_who_is_there_by_an_office_or_a_spokesman_is_not_told_as_missing(other, told):
    sentences = say({"gull": HOUSES[0], "heron": HOUSES[1], "stork": "The fire is out. " + other}, "absences")
    assert ("Stork never names Ann Bellamy, whom Gull and Heron quote." in sentences) == told


@pytest.mark.parametrize("who", ["a spokesman for the governor said", "the governor's office said"])
def test_one_remark_of_somebody_and_of_an_office_is_not_told_as_hers(who):
    other = HOUSES[1].replace("Governor Ann Bellamy said", who)
    sentences = say({"gull": HOUSES[0], "heron": other, "stork": "The fire is out. Ann Bellamy came.\n"}, "remarks")
    assert not any("quote Ann Bellamy" in sentence for sentence in sentences)


@pytest.mark.parametrize("near", ["Mrs. Lund was away.", "Ada Lunde kept silent.", "LUND GOES", "Lund's boat lay."])
def test_nothing_is_said_of_a_name_that_comes_near(near):
    texts = {"gull": COPY + REST, "heron": EARLY, "stork": f"The ferry stays in port. {near}\n"}
    assert not any("Ada Lund" in sentence for sentence in say(texts, "absences"))


def test_whom_one_outlet_alone_quotes():
    assert "Of 2 outlets only Gull quotes Boris Quill; Stork never prints the name." in say(
        {"gull": COPY + REST, "stork": LATE}, "absences")
    assert not any("only Gull" in sentence for sentence in say(
        {"gull": COPY + REST, "stork": LATE + "Quill is the loudest critic of the board.\n"}, "absences"))


OFFICE = ('The harbour inspector, Boris Quill, came at noon.\n'
          '"The pier was never safe for the ferry," Boris Quill said. "It has to go."\n')


@pytest.mark.parametrize(("other", "told"), [
    ("It rained in Norhaven.\n", True),
    ("The harbour inspector spoke of a pier that nobody should have walked on.\n", False),
    ('"The pier was never safe for the ferry," an official said.\n', False),
    ("A U.S. harbour inspector’s office spoke of a pier that nobody should have walked on.\n", False),
    ("Borris Quil was away.\n", False),
])
def test_who_is_known_elsewhere_by_office_words_or_spelling_is_not_quoted_by_one_alone(other, told):
    sentences = say({"gull": COPY + OFFICE, "heron": "Boats lay idle.\n" + other}, "absences")
    assert any("only Gull quotes Boris Quill" in sentence for sentence in sentences) == told


@pytest.mark.parametrize(("other", "told"), [
    ("Boris Quill was at the pier.\n", True),
    ("The pier is shut.\n", False),  # one text alone has him, as each of the others has somebody
    ("Boris Quill said that the pier was never safe.\n", False),
    ('Boris Quill was at the pier. "It was cold," one of the crowd said.\n', False),
    ('A clerk agreed with Boris Quill that it was "too late for any of them" now.\n', False),
    ('Boris Quill was at the pier and called it "a gift to nobody but the bank".\n', False),
])
def test_of_several_outlets_one_alone_quotes_whom_all_others_name(other, told):
    sentences = say({"gull": COPY + OFFICE, "heron": "Boats lay idle. " + other, "stork": "Dr Quill came. Boris Quill "
                     "looked at the planks.\n"}, "absences")
    assert ("Of 3 outlets only Gull quotes Boris Quill, whom all others name." in sentences) == told


def test_only_words_beside_a_name_are_its_bearers_for_sure():
    told = 'Boris Quill was there. A clerk said it was "a gift to nobody but the bank and its friends".\n'
    assert not say({"gull": COPY + told, "heron": "Boats lay idle.\n", "stork": "It is cold.\n"}, "absences")


def test_a_body_of_one_common_word_is_not_told_as_missing():
    often = "The House met. It voted. House members left the House, and the House was dark. The House sleeps.\n"
    assert not say({"gull": COPY + often, "heron": EARLY + "The House met.\n", "stork": LATE}, "names")


@pytest.mark.parametrize(("one", "other", "told"), [
    ("a graduate of Ellby College", "a radio host", False), ("a former pilot", "a veteran of three wars", False),
    ("a former pilot", "a radio host", True), ("a college dropout", "a radio host", True),
])
def test_where_somebody_comes_from_is_no_name_for_him(one, other, told):
    texts = {"gull": f"Ada Lund, {one}, opened the pier on Monday.\n",
             "heron": f"Ada Lund, {other}, opened the pier on Monday.\n"}
    assert bool(say(texts, "labels")) == told


@pytest.mark.parametrize(("one", "other", "told"), [("Momma", "Mama", False), ("healthcare", "health-care", False),
                                                     ("a widow", "a gambler", True)])
def test_another_spelling_of_a_word_is_no_other_wording(one, other, told):
    line = '"You have always told me that {} must never pay for the bread of others," said Ada Lund.\n'
    assert bool(say({"gull": COPY + line.format(one), "heron": EARLY + line.format(other)},
                    "wording")) == told


def test_two_remarks_on_one_thing_are_no_two_wordings_of_one():
    long = ('"The bank has tried, however late and however loudly, to shut the ferry down, a lifeline, and to harm our '
            'island," said Ada Lund.\n')
    short = '"The bank has tried to shut the ferry down to harm our school," Ada Lund said on Friday.\n'
    assert not say({"gull": COPY + long, "heron": EARLY + short}, "wording")


@pytest.mark.parametrize(("gull", "heron"), [
    ("Boris Quill, who is 46, said on Monday that he runs for the board of the Ellby ferry.",
     "Boris Quill, a father of five, said on Monday that he runs for the board of the Ellby ferry."),
    ("The county, which has been asking about the cracks in the pier for a year, closed the pier.",
     "The county closed the pier, and there hasn’t yet been an answer about the cracks in the pier."),
    ("The mayor, Ann Bellamy, believes that “nobody should pay for the pier twice”, her clerk Tom Hale said.",
     "“Nobody should pay for the pier twice,” Tom Hale said for the mayor, Ann Bellamy."),
])
def test_what_contradicts_in_nothing(gull, heron):
    assert not say({"gull": gull + "\n", "heron": "It rained all day.\n" + heron + "\n"}, "differences")


def test_a_sum_of_which_one_account_gives_two_is_no_contradiction():
    rows = say({"gull": "The county of Ellby will spend $8 billion on the new wall of the harbour. Of that, $3 billion "
                        "will be spent on the wall by the county of Ellby at once.\n",
                "heron": "It rained. The county of Ellby will spend $3.6 billion on the new wall of the harbour.\n"},
               "differences")
    assert not any("$8 billion" in row for row in rows)


def test_who_thanks_in_other_words_lacks_nothing():
    line = '"I would like to thank my crew both in Ellby and in Norhaven for their hard work," said Ada Lund.\n'
    other = ('Ada Lund stepped down on Monday, thanking her crew and the town. "It is time for me to go and rest," '
             'Ada Lund said.\n')
    texts = {"gull": COPY + line, "heron": "Boats lay idle in the fog at the old quay.\n" + line, "stork": other}
    assert not any("no such words" in row for row in say(texts, "remarks"))


def test_one_common_word_makes_no_two_verbs_for_one_remark():
    texts = {"gull": COPY + 'Ada Lund admitted running an "unseaworthy" ferry.\n',
             "heron": '"I ran a ferry that was far too old and unseaworthy," Ada Lund said.\n'}
    assert not say(texts, "sayings")


@pytest.mark.parametrize(("one", "other", "told"), [
    ("Amy Crane", "Anna Crane", "the given name of Crane: “Amy Crane” in Gull"),
    ("Harbour Crane", "Village Crane", None),
])
def test_which_names_differ_in_the_given_name(one, other, told):
    gull = COPY + f"{one}, 41, a nurse at the salt works, broke a leg on the north pier of Ellby on Monday.\n"
    heron = EARLY + f"{other}, 41, a nurse at the salt works, broke a leg on the north pier when it rained.\n"
    rows = [row for row in say({"gull": gull, "heron": heron}, "differences") if "name" in row]
    assert any(told in row for row in rows) if told else not rows


@pytest.mark.parametrize(("gull", "heron"), [
    ("Most Norhavens stayed at home when the bell rang.", "Two old Norhavners mended a net for the museum in May."),
    ("Boris Quill, the treasurer of Ellby, opened the pier with a song.",
     "The pier was opened with a song. Ada Quill, the surgeon of Ellby, cut the ribbon, and Boris Quill was away."),
])
def test_who_is_called_alike_is_not_one(gull, heron):
    assert not any("office" in row or "spelling" in row for row in say(
        {"gull": gull + "\n", "heron": heron + "\n"}, "differences"))


def test_two_boards_are_not_one_in_two_spellings():
    line = "The {} Board met in Ellby on Monday and closed the salt works of the county for good.\n"
    assert not any("spelling" in row for row in say(
        {"gull": line.format("Harbour"), "heron": line.format("Market")}, "differences"))


def test_those_whom_one_outlet_never_names_stand_in_one_sentence():
    quill = '"The board has known about the cracks since last spring," said union leader Boris Quill.\n'
    assert [row for row in say({"gull": COPY + REST, "heron": EARLY + quill, "stork": "It is cold.\n"}, "absences")
            if "never names" in row] == ["Stork never names Ada Lund and Boris Quill, whom Gull and Heron quote."]


@pytest.mark.parametrize(("text", "name", "found"), [
    ("The pier party won again.", "Pier Party", True),
    ("A party met at the pier.", "Pier Party", False),
    ("The Harbour Users' Alliance met.", "Harbour Users' Alliance", True),
    ("The HUA met in Ellby.", "Harbour Users' Alliance", True),
    ("The BOF met in Ellby.", "Board of Ferries", True),
    ("The users met in the harbour.", "Harbour Users' Alliance", False),
    ("Evgeni Lobachev spoke.", "Yevgeny Lobachov", True),
    ("Nobody spoke.", "Yevgeny Lobachov", False),
    ("It was strange.", "Marcia Strange", False),
])
def test_what_comes_near_a_name(text, name, found):
    assert make_event({"a": text})._near.has_name("a", name) == found


RAIN = "It rained in Norhaven all day, and the market was empty until the evening came.\n"
UNION = '"We count the days and we count the cents," said Boris Quill, head of the union.\n'
BOARD = '"The bank has made a slip and we are sorry for all of it," said Ada Lund, the harbour master.\n'


def test_a_share_of_a_side_is_told_where_every_speaker_is_known():
    assert say({"gull": RAIN + UNION, "heron": LATE.split("\n")[0] + "\n" + BOARD + UNION}, "sides",
               people=PEOPLE) == [
        "Of the words that Gull quotes from the sides, 100 % are those of “union”, of those in Heron 39 %."]
    assert not say({"gull": RAIN + '"Nobody paid us a cent for it."\n' + UNION,
                    "heron": LATE.split("\n")[0] + "\n" + BOARD + UNION}, "sides", people=PEOPLE)


# --- repeats, differences, the page ----------------------------------------------------------------------------------

def test_a_text_that_prints_much_twice():
    again = LACKING.replace("lives,", "lives, the boats or the money of anybody who lives on the island,")
    texts = {"gull": COPY, "heron": EARLY + again + "Later Ada Lund said so again.\n" + again}
    assert any("twice in its text" in sentence for sentence in say(texts, "repeats"))
    assert not say({"gull": COPY, "heron": EARLY}, "repeats")


@pytest.mark.parametrize(("about", "grave"), [
    ("four workers died", "deaths"), ("the toll rose", "deaths"), ("14 were hurt", "harm"),
    ("2,300 were evacuated", "harm"),
    ("a fine of $3 million", "votes and sums"), ("9 boats", "day"), ("diesel cars", "day"), ("a deadline", "day"),
])
def test_how_grave_a_difference_is(about, grave):
    assert GRAVITY.decide(about, "date")[0] == grave


def test_a_single_article_makes_no_comparison():
    assert say({"gull": COPY + REST}) == []


def test_an_event_without_articles_has_no_findings():
    assert make_event({}).findings.empty


JARGON = ("sibling", "family", "families", "item", "hit", "parent", "copy of a")


@pytest.mark.parametrize("name", ["unrelated", "copied", "seeds"])
def test_every_finding_can_be_read_and_opened(name, request):
    event = request.getfixturevalue(name)
    lengths = dict(zip(event.articles["article"].astype(str), event.articles["text"].str.len(), strict=True))
    assert event.findings["strength"].is_monotonic_decreasing and (event.findings["strength"] >= PRINTED.value).all()
    assert event.findings["finding"].tolist() == list(range(1, len(event.findings) + 1))
    for _, row in event.findings.iterrows():
        claim = row["claim"]
        assert row["evidence"] and row["checked"].endswith("."), claim
        assert all(0 <= start < end <= lengths[article] for article, start, end in row["evidence"])
        assert len(event.evidence(row)) >= len(row["evidence"]), claim
        assert claim.endswith(".") and "nan" not in claim and "  " not in claim
        assert len(claim.split()) <= MOST_WORDS.value
        assert not any(word in folded_words(claim) for word in JARGON), claim
        assert row["notebook"] == find_answer(row["answer"]).notebook


def test_the_order_of_the_articles_changes_no_number():
    texts = {"gull": COPY + REST, "heron": EARLY, "stork": LATE}
    there, back = make_event(texts), make_event(dict(reversed(texts.items())))
    assert sorted(there.findings["number"]) == sorted(back.findings["number"])


def test_two_articles_of_one_outlet_are_told_apart_everywhere():
    frame = pd.DataFrame({"article": ["a", "b", "c"], "outlet": ["Daily Post", "Daily Post", None]})
    assert name_articles(frame) == {"a": "Daily Post (1)", "b": "Daily Post (2)", "c": "c"}
    texts = pd.DataFrame({"article": ["a", "b"], "outlet": ["Daily Post"] * 2, "text": [COPY + REST, EARLY]})
    event = Event.from_articles(texts)
    assert event.name("b") == "Daily Post (2)"
    assert set(event.evidence(event.quotes.iloc[0])["outlet"]) == {"Daily Post (1)"}


def test_more_than_three_outlets_are_counted():
    names = {letter: letter.upper() for letter in "abcdef"}
    assert name_many("abc", names) == "A, B and C"
    assert name_many("abcd", names) == "4 of 6 outlets"


@pytest.mark.parametrize("made, expected", [
    (count(1, "article"), "1 article"),
    (count(0, "article"), "no articles"),
    (count(1204, "word"), "1,204 words"),
    (count(2, "text family", "text families"), "2 text families"),
    (join_names(["A"]), "A"),
    (join_names(["A", "B", "C"], "or"), "A, B or C"),
    (join_names([]), "none"),
    (percent(0.284), "28 %"),
    (percent(0.001), "under 1 %"),
    (percent(0.0), "0 %"),
    (percent(float("nan")), "no figure"),
    (shorten("a pier, closed", 7), "a …"),
    (shorten("short", 9), "short"),
])
def test_numbers_and_lists_in_words(made, expected):
    assert made == expected


FERRY = {
    "ellby": "The ferry Gull sank off Norhaven on Monday, and four people drowned.\nThe harbour master Ola Crane said: "
    "“We had no warning of the storm at all.”\nAnn Bellamy, the minister, went to Norhaven to meet the families.",
    "tarn": "Four people drowned when the ferry Gull went down near Norhaven on Monday.\n“We had no warning of the "
    "storm at all,” Ola Crane, the harbour master, said.\nMinister Ann Bellamy went to Norhaven and met families.",
    "kessin": "Norhaven mourned four people on Tuesday after the ferry Gull sank in a storm on Monday.\nOla Crane "
    "said: “We had no warning of the storm at all.”\nAnn Bellamy promised an inquiry.",
    "harmel": "The minister Ann Bellamy promised an inquiry into the loss of the ferry Gull off Norhaven.\nFive "
    "people drowned on Monday, the coast guard said.\nThe harbour master Ola Crane had no warning of the storm.",
}
PICTURE = (
    "The city museum of Ostrin bought a canvas by Jitka Maly for two million crowns.\nThe curator Petr Novot said: "
    "“It is the finest canvas that she painted.”\nThe picture will hang beside those of Karel Dvorin."
)


def tell_all(texts):
    rows = [{"article": name, "outlet": f"{name.title()} Post", "text": text} for name, text in texts.items()]
    event = Event.from_articles(pd.DataFrame(rows))
    return event, [found["claim"] for answer in list_answers() for found in answer.say(event)]


def test_a_text_of_another_event_is_in_no_sentence_about_all():
    event, said = tell_all(FERRY | {"varn": PICTURE})
    assert event.together.articles["article"].tolist() == list(FERRY)
    assert said == tell_all(FERRY)[1] and any("how many died" in claim for claim in said)
    assert not any(words in claim for claim in said for words in ("Varn", "Novot", "5 outlets"))
    assert event.findings["claim"].tolist() == tell_all(FERRY)[0].findings["claim"].tolist()


def test_a_text_of_another_event_is_named_on_the_first_screen():
    event, _ = tell_all(FERRY | {"varn": PICTURE})
    screen = fill_first_screen(event)
    assert "Varn Post: perhaps of another event" in screen["line"] and len(screen["headlines"]) == 5
    assert screen["hearing"]["all"] == 4 and not screen["absences"]
    assert "another event" not in fill_first_screen(tell_all(FERRY)[0])["line"]


def test_an_event_left_by_a_text_has_the_tables_that_it_has_by_itself():
    one, other = tell_all({"varn": PICTURE} | FERRY)[0].without(["varn"]), tell_all(FERRY)[0]
    for name in TABLES:
        if hasattr(Event, name):
            pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), obj=name)


# (name, a text of another event): a namesake, one office, one surname, more of the same words
OTHERS = [
    ("varn", PICTURE),
    ("varn", PICTURE.replace("Petr Novot", "Petr Crane")),
    ("ilmar", "Karl Bellamy, the minister, opened the Ilmar dairy of Dunmere Foods.\nThe minister said: “Milk is our "
     "pride.”\nBellamy and Rolf Tamsin drank a glass. “It is good milk,” Bellamy said."),
    ("ilmar", "A minister lost her purse in Ilmar, and Jo Tamsin of the Kestrel inn found it.\n“I had no warning,” the "
     "minister said. Tamsin laughed: “It lay under Rolf Dorran’s hat.”"),
]


@pytest.mark.parametrize(("name", "text"), OTHERS)
def test_an_event_is_read_as_if_no_text_of_another_one_lay_beside_it(name, text):
    event = tell_all({name: text} | FERRY)[0]
    together, alone = event.together, tell_all(FERRY)[0]
    assert event.articles["article"].tolist()[0] not in together.articles["article"].tolist()
    for table in [*CUT, *APART]:
        if table not in TABLES:
            continue
        one, other = (getattr(part, table) for part in (together, alone))
        if table == "similarity":  # how rare a word is in this folder hangs on all of its texts
            one, other = (rows[rows["idf"] == "background"].reset_index(drop=True) for rows in (one, other))
        numbers = [column for column in ("family", "score") if table != "items" and column in one]  # of all texts
        pd.testing.assert_frame_equal(one.drop(columns=numbers), other.drop(columns=numbers), obj=table)
        if "article" in one and table in APART:
            mine = cut_table(getattr(event, table), together.articles["article"].dtype)
            if table == "coverage":  # which has every remark and every text
                mine = mine[mine["utterance"].isin(one["utterance"])].reset_index(drop=True)
            pd.testing.assert_frame_equal(mine, one, obj=table)


@pytest.mark.parametrize(("name", "text"), OTHERS)
def test_a_text_of_another_event_is_read_by_itself(name, text):
    event, alone = tell_all(FERRY | {name: text, "empty": ""})[0], tell_all({name: text})[0]
    names = alone.articles["article"].dtype
    for table in ("quotes", "mentions", "labels", "values"):
        pd.testing.assert_frame_equal(cut_table(getattr(event, table), names), getattr(alone, table), obj=table)
    for table, number in (("items", "item"), ("utterances", "utterance")):
        theirs = set(event.together.articles["article"])
        mine = [set(group["article"]) for _, group in getattr(event, table).groupby(number)]
        assert {name} in mine and all(group == {name} or group <= theirs for group in mine)
        assert set(getattr(event.together, table)[number]) < set(getattr(event, table)[number])
    assert len(event.coverage) == event.utterances["utterance"].nunique() * len(event.articles)
    apart = event.coverage[event.coverage["reason"] == "of another event"]
    assert set(apart["state"]) == {"absent"} and {name} < set(apart["article"])
    assert event.actors["actor"].is_unique and not event.names.duplicated(["name", "article"]).any()
    themes = event.together.with_frames({"sea": ["ferry"]})
    assert themes.items["item"].min() == 1 and set(themes.hits["frame"]) == {"sea"}


def test_an_actor_of_two_events_is_one_row():
    varn = PICTURE.replace("Petr Novot said", "Ola Crane said")
    event = tell_all(FERRY | {"varn": varn})[0]
    assert event.together.articles["article"].tolist() == list(FERRY)
    crane = event.actors.set_index("actor").loc["Ola Crane"]
    assert (crane["articles"], crane["aliases"]) == (5, "Crane|Ola Crane")


def test_what_a_reader_joins_is_of_one_event():
    event = tell_all(FERRY | {"varn": PICTURE})[0]
    rows = [("ferry", "ellby", "The ferry Gull sank off Norhaven on Monday"),
            ("ferry", "varn", "The picture will hang beside those of Karel Dvorin"),
            ("curator", "varn", "The curator Petr Novot said")]
    hand = pd.DataFrame(rows, columns=["item", "file", "excerpt"])
    joined = event.with_hand(hand)
    assert joined.together is joined and set(joined.items.loc[joined.items["key"] == "ferry", "article"]) >= {"varn"}
    assert len(event.with_hand(hand[1:]).together.articles) == 4


def test_whose_words_a_text_may_have_is_asked_only_of_those_whom_one_text_alone_quotes(monkeypatch):
    asked = []
    monkeypatch.setattr(absences, "_list_heard", lambda event, whom: asked.append(whom) or set())
    event, _ = tell_all(FERRY)
    absences.say_absences(event)
    sole = FERRY | {"ellby": FERRY["ellby"] + "\nAnn Bellamy said: “Nobody will be left alone with this loss.”"}
    absences.say_absences(tell_all(sole)[0])
    assert {"Ann Bellamy"} in asked and not any("Ola Crane" in whom for whom in asked)


def test_texts_of_one_event_stay_together_under_their_names():
    event, _ = tell_all(FERRY)
    other = event.with_frames({"sea": ["ferry"]})
    assert event.together is event and other.together is other
    twice = event.articles.assign(outlet="Ellby Post")
    left = Event.from_articles(twice[["article", "outlet", "text"]]).without(["tarn"])
    assert [left.name(name) for name in ("ellby", "kessin", "harmel")] == [
        "Ellby Post (1)", "Ellby Post (3)", "Ellby Post (4)"]


def test_who_said_a_remark_is_told_with_the_remark_and_each_person_once():
    said = "“A country is judged by its door,”"
    event = make_event({
        "gull": f"The Ellby march ended at the lock. {said} said Nora Kerrin.",
        "times": f"At the lock the Ellby march ended. Nora Kerrin climbed on a bench. {said} she called.",
        "post": f"The march in Ellby came to its end at the lock. {said} said Rosa Tarp at the march."})
    claims = [claim for claim in event.findings["claim"] if "who said" in claim]
    assert claims == ["Accounts differ on who said “A country is judged by …”: “Nora Kerrin” in Gull and Times; "
                      "“Rosa Tarp” in Post."]


@pytest.mark.parametrize(("one", "other", "told"), [
    ("The operator never answered the inspectors' warning.",
     "The operator answered the inspectors' warning within two days.",
     "One account denies what another tells: “The operator never answered the inspectors' warning” in Gull; “The "
     "operator answered the inspectors' warning within …” in Heron."),
    ("The ship sank on Monday off Norhaven with twelve on board.",
     "The ship went down off Norhaven on Tuesday; twelve were on board.",
     "Accounts differ on a day (sank): “Monday” in Gull; “Tuesday” in Heron."),
    ("The new vote will be held on February 10.", "The new vote will be held on March 10.",
     "Accounts differ on a day: “February 10” in Gull; “March 10” in Heron."),
])
def test_what_a_contradiction_is_about_is_told_in_words_that_both_bear(one, other, told):
    assert told in say({"gull": one, "heron": other}, "differences")


def test_an_act_names_a_day_only_where_both_sentences_tell_it():
    damaged = Seen(0, "March 2", "Water damaged 90 homes on ", ".", {}, 1)
    assert _tells_act(damaged, "damaged") and _tells_act(damaged._replace(before="the damage of "), "damaged")
    assert not _tells_act(damaged._replace(before="The gates rose on the night of "), "damaged")


def test_a_sum_booked_and_a_cost_stand_in_the_table_only():
    event = make_event({
        "gull": "The notice, to be read in Ellby, Norhaven and Calder, is costing the Harrow League £1 million.\n",
        "heron": "The Harrow League has booked £500,000 of notices in Norhaven, Calder and Ellby.\n"})
    assert event.disagreements["value"].tolist() == ["£1 million", "£500,000"]
    assert find_answer("differences").find(event) == []


@pytest.mark.parametrize(("one", "other", "by"), [
    ("The driver braked, Karl Roe said.", "The driver did not brake, police said.", ["Karl Roe", "police"]),
    ("Sirens along the river never sounded, the sheriff, Ann Bellamy, said.",
     "Sirens along the river sounded at five.", ["Ann Bellamy"]),
    ("Sirens along the river never sounded.", "Sirens along the river sounded at five.", []),
])
def test_a_claim_is_told_with_who_makes_it(one, other, by):
    told = [claim for claim in say({"gull": one, "tern": other}, "differences") if "denies what another" in claim]
    assert len(told) == 1 and [rest.split(")")[0] for rest in told[0].split(" (")[1:]] == by


@pytest.mark.parametrize(("first", "told"), [("2025-05-12", False), ("2025-05-15", True)])
def test_nobody_is_missing_from_a_text_that_came_out_before_he_spoke(first, told):
    texts = ["Ellby’s pier, the council heard on Monday 12 May, is rotten. It will meet again.",
             'The council of Ellby met on Monday 12 May. "We will mend every plank of it by autumn," Ann Bellamy said '
             "on Wednesday.", 'It rained on Monday 12 May. "Nobody will fall into this sea again," Ann Bellamy told '
             "the town of Ellby on Wednesday. The council heard her."]
    articles = pd.DataFrame({"article": list("abc"), "outlet": list("ABC"), "text": texts,
                             "published": [first, "2025-05-14", "2025-05-14"]})
    event = Event.from_articles(articles)
    reasons = set(event.coverage.loc[event.coverage["article"] == "a", "reason"])
    assert reasons == {"statement not used" if told else "statement later than this text"}
    assert any("A never names Ann Bellamy" in claim for claim in event.findings["claim"]) == told
