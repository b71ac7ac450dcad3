"""Altered remarks: what counts as one, what does not, and who is said to have done it."""

import pandas as pd
import pytest

from analysis import Event
from analysis.answers.writing.silenced import is_denial
from analysis.pages.firstscreen import describe_event
from analysis.reading.clean.bylines import find_credits
from analysis.remarks.alterations import find_alterations

# What an agency prints, and what a paper makes of it in its copy.
ALTERED = (
    ("We must protect the harbour from this storm", "We must abandon the harbour to this storm"),
    ("The inspectors think that the beam was sound", "The inspectors swear that the beam was sound"),
    ("In time some of the growers will lose it", "In time the growers will lose it"),
    ("Some of the growers may lose their land here", "Some of the growers will lose their land here"),
    ("Our drivers have almost reached an agreement", "Our drivers have reached an agreement"),
    ("I regret the delay, and I will explain it", "I regret the blunder, and I will explain it"),
    ("The plan would hurt hundreds of families, however well meant",
     "The plan would ruin hundreds of families, however well meant"),
    ("They asked us to leave, and we left", "They ordered us to leave, and we left"),
    ("A merger is possible before the autumn", "A merger is certain before the autumn"),
    ("It was an unusual night for the whole crew", "It was an ugly night for the whole crew"),
    ("You promised us a road before the winter", "They promised us a road before the winter"),
    ("We could close the mill within a year", "We should close the mill within a year"),
    ("I trust the court and its officers", "I fear the court and its officers"),
    ("It is perhaps the worst harvest that we have seen", "It is the worst harvest that we have seen"),
    ("The legal costs are a burden for the town", "The illegal costs are a burden for the town"),
    ("We will appeal if the council allows it", "We will appeal whatever the council allows"),
    ("I spoke to every member of that crew", "I spoke to members of that crew"),
    ("The guards pushed him down the stairs", "The guards threw him down the stairs"),
    ("There is no plan to sell the ferries", "There is a plan to sell the ferries"),
    ("Nine of the valves had never been tested", "Nine of the bolts had never been tested"),
    ("We will defend this school in every court", "We will defend this school in any court that will have us"),
    ("He only wanted to warn the passengers", "He wanted to warn the passengers"),
)
# House style, spelling, what is spoken, open cuts, ends cut off, words that moved: the remark is the same.
SAME = (
    ("We’re not going to close the mill", "We are not going to close the mill"),
    ("We cannot honour that programme of works", "We can't honor that program of works"),
    ("Prices rose by nine per cent in a year", "Prices rose by 9 percent in a year"),
    ("I have told the coroner all that I know", "I've told the coroner all that I know"),
    ("We will rebuild the quay, and we will do it together", "We will rebuild the quay"),
    ("We will rebuild the quay, and we will do it together", "we will do it together"),
    ("The town, which gave so much, will give again", "The town … will give again"),
    ("The town told them that it would not pay", "The town told [the owners] that it would not pay"),
    ("It was just a very long night for us", "It was a long night for us"),
    ("Well, we know, you know, what it costs", "Well, we know what it costs"),
    ("The goverment has lost its way here", "The government has lost its way here"),
    ("She paid for the petrol with her own money", "She paid for the gasoline with her own money"),
    ("My mum waited at the station all night", "My mom waited at the station all night"),
    ("Today the drivers went back to their buses", "The drivers went back to their buses today"),
    ("The co-operative owns the long-distance line", "The cooperative owns the long distance line"),
    ("Nobody who was aboard has asked for that", "Nobody that was aboard has asked for that"),
    ("We spoke to Senator Lind about the bridge", "We spoke to Sen. Lind about the bridge"),
    ("The pilots, the crew and the owners agree", "The pilots, the crew, and the owners agree"),
    ("I’m gonna tell the judge what I saw", "I’m going to tell the judge what I saw"),
    ("Look towards the lake and you’ll see it", "Look toward the lake and you'll see it"),
    ("We will win this, of that we are sure", "We will win"),
    ("\"We lost the boats,\" not the men", "We lost the boats, not the men"),
    ("The judge is a fair woman", "The judges are fair women"),
    ("They have a right to the water and to the land", "They have a right to the water and the land"),
)
# Two outlets that heard or translated a remark on their own.
OTHERS = (
    ("The first talks with the new cabinet inspire hope", "The first talks with the new cabinet encourage hope"),
    ("We are confident that the strike will end", "We are hopeful that the strike will end"),
    ("There is a mood to work for better ties", "There is a readiness to work for better ties"),
    ("The lake is closer and closer to a disaster", "The lake is closer and closer to a catastrophe"),
)


@pytest.mark.parametrize(("text", "other"), ALTERED)
def test_a_copy_with_another_word_alters_a_remark(text, other):
    assert find_alterations(text, other, copies=True)
    assert find_alterations(other, text, copies=True)


@pytest.mark.parametrize(("text", "other"), SAME)
def test_style_spelling_and_cuts_alter_nothing(text, other):
    assert not find_alterations(text, other, copies=True)
    assert not find_alterations(other, text, copies=True)


@pytest.mark.parametrize(("text", "other"), OTHERS)
def test_two_translations_alter_nothing(text, other):
    assert not find_alterations(text, other)


# --- a wire's story, as its own text and as papers print it ----------------------------------------------------------

LEAD = ("Gov. Edda Marsh on Tuesday vetoed a bill that would have limited annual ferry fares to nine crowns across the "
        "province, breaking with the leaders of her own party.\n")
BILL = ("The Island Crossing Act would also have barred operators from cutting winter sailings without a hearing and "
        "created a fund to rebuild the piers.\n")
QUOTE = "“I share the aim of this bill, but {} sign a law that would {} our piers,” Marsh wrote in her message.\n"
DENIAL = "Otto Brill, who runs the ferry company, denied that he had paid for the campaign of the governor.\n"
LEADER = "Speaker Lena Vogt said that she would bring the measure back to the floor of the house on Monday.\n"
CROWD = "About 400 islanders gathered on the steps of the assembly after the decision was announced there.\n"
WIRE = LEAD + BILL + QUOTE.format("cannot", "weaken") + DENIAL + LEADER + CROWD
TABLOID = (LEAD.replace("vetoed", "axed").replace("leaders", "bosses") + BILL.replace("sailings", "trips").replace(
    "fund", "pot") + QUOTE.format("will not", "wreck") + CROWD.replace("islanders", "furious islanders").replace(
    "gathered", "stormed in") + "“My boat is my bus,” said Rosa Penn, 41, a nurse who banged a pot all night.\n")
ALONE = ("Fares on the island boats stay free. The governor, Edda Marsh, has stopped the bill that her party wrote.\n"
         "“I share the aim of this bill, but cannot sign a law that would weaken our piers,” she wrote on Tuesday.\n"
         "Nobody in the harbour was surprised. Otto Brill says that he has not given her a crown.\n")


def make(bylines=("By Hal Orr, Norhaven Wire", "By Echo staff and Norhaven Wire"), paper=TABLOID, alone=ALONE):
    return {"Norhaven Wire": f"Governor vetoes ferry bill\n{bylines[0]}\nELLBY — {WIRE}",
            "Morning Echo": f"EDDA SINKS THE FARE CAP\n{bylines[1]}\nELLBY — {paper}",
            "Island Review": f"The bill that nobody expected to live\nBy Ann Lind\n{alone}"}


@pytest.fixture
def read(tmp_path):
    def read_texts(texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return Event(tmp_path)
    return read_texts


def test_a_copy_with_a_word_swapped_in_each_sentence_is_of_the_family(read):
    event = read(make())
    family = dict(zip(event.families["article"].astype(str), event.families["family"], strict=True))
    assert family["Norhaven Wire"] == family["Morning Echo"] != family["Island Review"]
    verdict = event.pairs.set_index(["article", "other"])["verdict"]
    assert verdict["Morning Echo", "Norhaven Wire"] in ("reworked copy", "edited copy")
    assert "2 of them versions of one Norhaven Wire story" in describe_event(event)


def test_the_wire_of_a_byline_is_an_origin(read):
    origins = read(make()).origins
    credit = origins[origins["how"] == "credit"]
    assert dict(zip(credit["article"].astype(str), credit["origin"], strict=True)) == {"Morning Echo": "Norhaven Wire"}


@pytest.mark.parametrize(("line", "outlet", "credit"), [
    ("By Echo staff and Meridian Wire", "Echo", "Meridian Wire"), ("From wire reports", "Echo", "wire reports"),
    ("By the Norhaven Press Service", "Echo", "Norhaven Press Service"), ("National Relay", "Echo", "National Relay"),
    ("By ANN LIND, Meridian Wire", "Meridian Wire", None), ("ELLBY, Norhaven (NR) —", "National Relay", None),
    ("ELLBY, Norhaven (NR) —", "Echo", "National Relay"), ("By Ann Lind and Bo Hale", "Echo", None),
    ("By Ann Lind, Echo Capitol Bureau", "Island Echo", None), ("The wire fell on the agency roof.", "Echo", None),
    ("By Petra Holm", "Echo", None), ("AMMAN, Petra", "Echo", "Petra"),
    ("By Petra Holm and Reuters", "Echo", "Reuters"),
    # the initials of the outlet itself are no other agency's; two letters are
    ("ELLBY, Oct 3 (KNA) -", "Kelby News Agency", None), ("ELLBY, Oct 3 (KNA) -", "Echo", "Kenya News Agency"),
    ("ELLBY, Oct 3 (AFP) -", "Ashby Free Press", None), ("ELLBY, Oct 3 (AP) -", "Ashby Press", "Associated Press"),
    ("ELLBY, Oct 3 (Reuters/KNA) -", "Kelby News Agency", "Reuters"),
])
def test_who_is_credited(line, outlet, credit):
    assert find_credits([line], outlet, ["National Relay", "Island Post"]) == credit


def test_the_copy_altered_the_remark_where_the_agency_is_there(read):
    claim = read(make()).findings["claim"].iloc[0]
    assert claim == ("Morning Echo alters a remark of Edda Marsh in 2 places: “… law that would wreck our piers”; the "
                     "agency, Norhaven Wire, has “… law that would weaken our piers”.")


def test_nobody_is_blamed_without_evidence(read):
    event = read(make(("By Hal Orr", "By Rosa Lind"), alone=ALONE.partition("\n“")[0] + "\n"))
    claim = next(claim for claim in event.findings["claim"] if "remark" in claim)
    assert "differs by “" in claim and "alter" not in claim.split(":")[0].split("differs")[0]


def test_a_third_text_that_is_no_copy_tells_who_altered_it(read):
    event = read(make(("By Hal Orr", "By Rosa Lind")))
    claim = next(claim for claim in event.findings["claim"] if "remark" in claim)
    assert claim.startswith("Morning Echo alters a remark of Edda Marsh")
    assert "Island Review and Norhaven Wire have" in claim


def test_a_denial_that_a_copy_leaves_out_is_told(read):
    claims = read(make()).findings["claim"].tolist()
    assert claims[1].startswith("Morning Echo prints the same story as Norhaven Wire, but not that Otto Brill “denied "
                                "that he had paid for the campaign of the governor”")


@pytest.mark.parametrize("left", [
    DENIAL, "Otto Brill, boss of the boats, rejected talk that he had bankrolled her.\n",
    "He never paid for any campaign of the governor, Otto Brill says.\n"], ids=["whole", "a denial", "a rendering"])
def test_who_is_left_in_any_form_is_not_silenced(read, left):
    claims = read(make(paper=TABLOID + left)).findings["claim"]
    assert not claims.str.contains("not that Otto Brill").any()


def test_what_a_paper_adds_to_its_copy_is_not_missing_from_the_agency(read):
    added = "Ida Frey, who lost her post, denied that she had slept at the helm.\n"
    assert not read(make(paper=TABLOID + added)).findings["claim"].str.contains("Ida Frey").any()


@pytest.mark.parametrize(("words", "denies"), [
    ("denied that the ferry had been overloaded", True), ("He rejects all of the accusations", True),
    ("pleaded not guilty to both counts", True), ("was released without charge", True),
    ("disputed the findings of the board", True), ("had been denied access to the detainees", False),
    ("said that the plan was rejected", False), ("said that the pool would open", False)])
def test_a_denial_is_told_from_a_refusal(words, denies):
    assert is_denial(words) == denies


# --- what a copy says otherwise in the outlet's own words ------------------------------------------------------------

PLAIN = LEAD + BILL + DENIAL + LEADER + CROWD
CLERK = "The union of the ferry clerks said that it had asked the board three times for a meeting on winter fares.\n"


@pytest.mark.parametrize(("before", "after", "claim"), [
    ("About 400 islanders", "About 4,000 islanders",
     "Morning Echo prints “About 4,000 islanders gathered …” where Norhaven Wire has “About 400"),
    ("had asked the board three times for", "had made no request to the board for",
     "Morning Echo prints “… it had made no request to the board …” where"),
    ("she would bring the measure", "she would never bring the measure",
     "Morning Echo prints “… she would never bring the …” where"),
    ("nine crowns", "19 crowns", "Morning Echo prints “… fares to 19 crowns across"),
    ("About 400 islanders", "About four hundred islanders", None),
    ("said that it had asked", "said it had asked", None),
    ("nine crowns", "nine krone", None),
])
def test_what_a_copy_says_otherwise_than_the_agency(read, before, after, claim):
    texts = make(paper=(PLAIN + CLERK).replace(before, after))
    texts["Norhaven Wire"] = f"Governor vetoes ferry bill\nBy Norhaven Wire\nELLBY — {PLAIN + CLERK}"
    claims = [one for one in read(texts).findings["claim"] if one.startswith("Morning Echo prints “")]
    assert [one[:len(claim)] for one in claims] == [claim] if claim else not claims


def test_a_number_that_a_third_text_tells_otherwise_too_is_told_once(read):
    texts = make(paper=(PLAIN + CLERK).replace("nine crowns", "19 crowns").replace("would bring", "would never bring"))
    texts["Norhaven Wire"] = f"Governor vetoes ferry bill\nBy Norhaven Wire\nELLBY — {PLAIN + CLERK}"
    texts["Gull"] = "A ferry bill would have raised fares to nine crowns across the sound; the governor vetoed it."
    claims = read(texts).findings["claim"].tolist()
    assert sum("19 crowns" in claim or "“19" in claim for claim in claims) == 1
    assert any("she would never bring" in claim for claim in claims)


@pytest.mark.parametrize(("one", "other", "told"), [
    ("I meant to deceive nobody", "I never meant to deceive anybody", False),
    ("We have paid them nothing at all", "We have not paid them anything at all", False),
    ("I meant to deceive somebody", "I never meant to deceive somebody", True),
    ("We will not sell it but will pay", "We will sell it but will not pay", True),
])
def test_a_denial_in_another_place_is_the_same(one, other, told):
    texts = [f'The race is over. "{words}," said Tom Ellis, the runner.' for words in (one, other)]
    event = Event.from_articles(pd.DataFrame({"article": ["a", "b"], "outlet": ["A", "B"], "text": texts}))
    assert ("negation" in set(event.disagreements["kind"])) == told
    assert told or not any("differs by" in claim for claim in event.findings["claim"])
