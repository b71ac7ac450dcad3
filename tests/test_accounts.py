"""Contradictions between two writers who share no sentence, and look-alikes: sentences of our own, a kind a row."""

import pandas as pd
import pytest

from analysis import Event
from analysis.text.values import read_values

DIFFER = [
    # states of a person or thing, and what was granted or refused
    ("Ann Bellamy will step down when the sale is complete.", "The chief executive, Ann Bellamy, will stay on.",
     ["will step down", "will stay on"]),
    ("Ola Crane resigned on Monday.", "The board dismissed its director, Ola Crane.",
     ["resigned", "dismissed its director, Ola Crane"]),
    ("Crane resigned hours after the vote.",
     "Jon Li met Priya Voss.\nOla Crane has apologised. She remains in her post, a spokesman said.",
     ["resigned", "remains in her post"]),
    ("Ola Crane, the pilot, escaped unhurt.", "The pilot, Ola Crane, was seriously injured.",
     ["escaped unhurt", "was seriously injured"]),
    ("The lock at Ellby remains closed.", "The lock at Ellby has reopened to barges.",
     ["remains closed", "has reopened"]),
    ("The Ellby regatta will go ahead.", "The Ellby regatta has been cancelled.",
     ["will go ahead", "has been cancelled"]),
    ("The judge rejected the appeal of the miners.", "The appeal of the miners was upheld by the judge.",
     ["rejected", "upheld"]),
    ("Crane accepted the offer from Tarn.", "Ola Crane turned down the offer from Tarn.", ["accepted", "turned down"]),
    # what has yet to be done, and what somebody will not do
    ("The regulator has approved the sale.", "The sale still has to be approved by the regulator.",
     ["has approved", "still has to be approved"]),
    ("Crane denied cheating and said she would appeal.",
     "Crane, reached at her mother's house in Tarn, said she would not appeal.", ["would appeal", "would not appeal"]),
    # who has what one alone can have
    ("Harrow Hydro, the company that owns the dam, was silent.", "The dam belongs to Tarn County.",
     ["Harrow Hydro", "Tarn County"]),
    ("Ann Bellamy has been appointed chairman of the bank.", "The bank has named Jon Li as its chairman.",
     ["Ann Bellamy", "Jon Li"]),
    ("The deal was drafted by Lady Bellamy.", "Mayor Ola Crane drafted the deal in a night.",
     ["Lady Bellamy", "Mayor Ola Crane"]),
    ("Ola Crane, superintendent of the dam, spoke.", "Ola Crane, a shift operator at the dam, spoke.",
     ["superintendent of the dam", "shift operator at the dam"]),
    # sums, shares, sizes and counts
    ("Each of the guild's 1.2 million members will receive £250. The hall was sold for £4m.",
     "Under the terms, members get £150 apiece.", ["£250", "£150"]),
    ("Of the votes cast, 61.3 per cent were in favour.", "The result was 63.1% in favour.", ["61.3 per cent", "63.1%"]),
    ("Turnout was 38 percent.", "Only 29 percent of voters took part in the ballot.", ["38 percent", "29 percent"]),
    ("Ola Crane won in 2:09:14.", "It took Crane two hours, eight minutes and 14 seconds to win.",
     ["2:09:14", "two hours, eight minutes and 14 seconds"]),
    ("The blaze scorched 300 hectares.", "Some 500 hectares were burned.", ["300", "Some 500"]),
    ("No one was killed, Sheriff Ola Crane told reporters.", "One man drowned after a gate opened.", ["No one", "One"]),
    # hours and days
    ("The levee at Ellby gave way at 3.40am.", "Water burst through the levee shortly after 5am.",
     ["3.40am", "shortly after 5am"]),
    ("The verdict was read out at noon.", "It was 4 p.m. when jurors returned their verdict.", ["noon", "4 p.m."]),
    ("The lock was last tested in May.", "Engineers last tested the lock in October.", ["May", "October"]),
]
ALIKE = [
    ("The board of Ellby dismissed its clerk.", "The clerk was approved by the board of Ellby."),
    ("Ann Bellamy will step down when the sale is complete.", "The finance director, Jon Li, will stay on."),
    ("Crane will step down as chairman.", "Crane will stay on as chief executive."),
    ("Ann Bellamy quit as treasurer.", "Ann Bellamy remains in her post as mayor."),
    ("The board sacked Jon Li.", "Li remains in his post until May."),
    ("Crane resigned hours after the vote.", "Ola Crane met Priya Voss. She remains in her post, a spokesman said."),
    ("Ola Crane escaped unhurt.", "Her passenger, Jon Crane, was seriously injured."),
    ("The bridge at Ellby was closed on Saturday.", "The bridge at Ellby reopened on Sunday."),
    ("One lane of the road to Ellby has reopened.", "The road to Ellby remains closed."),
    ("The bridge at Ellby has reopened to pedestrians.", "The bridge at Ellby remains closed to traffic."),
    ("The council rejected the plan for a pool.", "The committee approved the plan for a pool."),
    ("The council rejected the plan for a new pool.", "The council approved the plan for a new library."),
    ("Crane rejected the first offer from Tarn.", "Crane accepted an improved offer from Tarn."),
    ("The council approved the plan after it was changed.", "In May the council rejected the plan."),
    ("The union rejected the offer of 3 percent.", "The union accepted the offer of 5 percent."),
    ("Judges dismissed the claim in part.", "Judges upheld the claim of the widow."),
    ("Officials denied the request of the family.", "Officials granted the request of the club."),
    ("The regulator has approved the sale.", "The court has yet to approve the sale."),
    ("Crane had said in May that she would not run.", "Crane said on Monday that she would run."),
    ("Last year Crane said she would not sell the mill.", "Crane said she would sell the mill."),
    ("Harrow Hydro owns the dam.", "The bridge is owned by Tarn County."),
    ("Harrow Hydro owns the dam.", "The dam was owned by Tarn County until 2011."),
    ("Harrow Hydro owns the dam.", "The dam is owned by Tarn Holdings, the parent of Harrow Hydro."),
    ("Jon Li owns the shop on Mill Road.", "Ann Bellamy owns the shop on Quay Street."),
    ("Ann Bellamy owns the mill.", "The mill is owned by Tarn Foods."),
    ("Ann Bellamy has been appointed chairman of the bank.", "Jon Li has been appointed chairman of the council."),
    ("Every member is to receive £250.", "Each borrower is to receive £150."),
    ("Every member is to receive £250.", "Every member paid a fee of £20."),
    ("Every member is to get £250.", "Every member will get £50 more next year."),
    ("Of the votes 61.3 per cent were in favour.", "Profits at the bank rose 63.1% last year."),
    ("Ola Crane won the Ellby Marathon in 2:09:14.", "Ann Li won the women's race of the Ellby Marathon in 2:27:14."),
    ("In favour were 58.2 percent of the members.", "Of the members in Ellby 52.8 percent were in favour."),
    ("Each nurse will get a bonus of $400.", "Each nurse will get $600 a month."),
    ("Crane passed half-way in 1:05:20.", "Crane won in 2:09:14."),
    ("The siege lasted two hours and 40 minutes.", "The siege ended after two hours 40 minutes."),
    ("The wall was 12 metres high.", "The wall was 900 metres long."),
    ("No one was killed in Ellby, Sheriff Ola Crane told reporters.", "One man drowned in Norhaven."),
    ("A pipe burst at 3.40am.", "The levee burst at 5am."),
    ("The first call reached the fire station at 10.15pm.", "Residents were alerted at 11.50pm."),
    ("The lock was last tested in May.", "The lock will be tested again in October."),
    ("Crane last visited Ellby in March.", "Li last visited Ellby in May."),
]


def compare(gull, times):
    """Return the values of the disagreements of two texts of one day, in the order of the texts."""
    table = Event.from_articles(pd.DataFrame([
        {"article": name, "outlet": name, "text": text, "published": "2026-05-04"}
        for name, text in (("gull", gull), ("times", times))])).disagreements
    return table["value"].tolist()


@pytest.mark.parametrize(("gull", "times", "values"), DIFFER)
def test_two_writers_contradict_each_other(gull, times, values):
    assert compare(gull, times) == values


@pytest.mark.parametrize(("gull", "times"), ALIKE)
def test_two_writers_only_seem_to(gull, times):
    assert compare(gull, times) == []


@pytest.mark.parametrize(("text", "spans"), [
    ("The talks took two hours, nine minutes and 14 seconds.",
     [(2 + 9 / 60 + 14 / 3600, "two hours, nine minutes and 14 seconds")]),
    ("He was jailed for two years and six months.", [(2 * 8766 + 6 * 730, "two years and six months")]),
    ("She ran it in 2:09:14.", [(2 + 9 / 60 + 14 / 3600, "2:09:14")]),
    ("The clip begins at 14:05:30.", []),
    ("They waited three hours for 40 minutes of talks.", [(3, "three"), (40 / 60, "40")]),
])
def test_a_length_of_time_in_several_units_is_one(text, spans):
    found = [value for value in read_values(text) if value.unit == "hours"]
    assert [(value.low, text[value.start:value.end]) for value in found] == [
        (pytest.approx(size), shown) for size, shown in spans]


@pytest.mark.parametrize(("text", "shown"), [
    ("It took half an hour.", ["half an hour"]),
    ("Two thirds of an acre burned.", ["Two thirds of an acre"]),
    ("Half of a village fled.", ["Half of a village"]),
    ("Four men met half a mile away.", ["Four", "half a mile"]),
    ("The search took six hours and half a mile of rope.", ["six", "half a mile"]),
])
def test_a_part_is_shown_with_what_it_is_of_and_no_number_before_it(text, shown):
    assert [text[value.start:value.end] for value in read_values(text)] == shown


@pytest.mark.parametrize(("one", "other", "told"), [
    ("The jury met. Ann Bellamy wept, and she had not named the clerk.",
     "Ola Crane spoke at noon. She named the clerk on Monday.", False),
    ("Officials urged Jon Li not to close the ferry line.", "Jon Li closed the ferry line.", False),
    ("Jon Li had vowed not to sell the mill.", "Jon Li sold the mill.", False),
    ("Captains, not elected officials, run the port.", "It was wrong to send an elected official to the port.", False),
    ("This is not the only declared famine in Tarn.", "The prince did not declare a famine in Tarn.", False),
    ("Jon Li seemed to be headed toward closing the mill.", "Jon Li has not closed the mill.", False),
    ("Ann Bellamy spoke. She did not sell the mill.", "Ann Bellamy sold the mill.", True),
    ("Jon Li, the mayor, was ill. He has signed the treaty.", "Mayor Jon Li has not signed the treaty.", True),
    ("The mayor decided not to sell the mill.", "The mayor sold the mill.", True),
    ("Ola Crane came late. She refused to pay the fine.", "Ola Crane, the pilot, paid the fine.", True),
])
def test_an_act_is_denied_of_one_person_by_a_verb_of_its_own(one, other, told):
    articles = pd.DataFrame({"article": ["a", "b"], "outlet": ["Gull", "Tern"], "text": [one, other]})
    assert (set(Event.from_articles(articles).disagreements["kind"]) == {"negation"}) == told
