"""Altered remarks: what counts as one, what does not, and who is said to have done it."""

import pytest

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
