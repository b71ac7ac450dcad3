"""Speech without a that-clause: called it a lie, accused him of theft, vowed to appeal; and how far speech reaches.

All sentences are invented.
"""

import pytest

from analysis.naming.acts import saying_class
from analysis.speech.quotes import find_quotes, read_speech
from analysis.speech.verdicts import find_verdicts
from tests.speech import split_texts


def reported(text):
    """Return (words, mention, cue) of what a text reports without quotation marks."""
    rows = find_quotes(*split_texts({"one": text})).itertuples()
    return [(row.text, row.mention, row.cue) for row in rows if row.kind == "indirect"]


# (text, [(words reported, who, cue)])
TOLD = [
    # what somebody calls a thing
    ("Ada Roe called the raid an act of terror.", [("an act of terror", "Ada Roe", "called")]),
    ("Bo Poe called the closing of the pier a relief.", [("a relief", "Bo Poe", "called")]),
    ("The minister called it a disgrace on Monday.", [("a disgrace", "The minister", "called")]),
    ("On Friday the union branded Roe a traitor.", [("a traitor", "the union", "branded")]),
    ("Critics have labeled the plan the worst in years.", [("the worst in years", "Critics", "labeled")]),
    ("Poe dubbed her a saboteur and said that she should resign.",
     [("a saboteur", "Poe", "dubbed"), ("she should resign", "Poe", "said")]),
    ("The mayor called the ruling deeply troubling.", [("deeply troubling", "The mayor", "called")]),
    ("Ada Roe called it deplorable.", [("deplorable", "Ada Roe", "called")]),
    ("Ada Roe called the fee shameful.", [("shameful", "Ada Roe", "called")]),
    ("Ada Roe spoke for an hour, calling the fee a tax on the poor.", [("a tax on the poor", "Ada Roe", "calling")]),
    ("A note in which Roe berated the crew for their manners became a sensation.",
     [("their manners", "Roe", "berated")]),
    ("Roe vowed to sue the board as she drew cheers.", [("to sue the board", "Roe", "vowed")]),
    # what somebody sees a thing as
    ("Poe dismissed the memo as an outdated draft.", [("an outdated draft", "Poe", "dismissed")]),
    ("Bo Poe, who owns the pier, hailed the vote as a victory for small harbors.",
     [("a victory for small harbors", "Bo Poe", "hailed")]),
    ("Roe ripped the sweep as an act of terror.", [("an act of terror", "Roe", "ripped")]),
    ("The council described the boats as unsafe.", [("unsafe", "The council", "described")]),
    ("Roe dismissed it as crumbs.", [("crumbs", "Roe", "dismissed")]),
    ("Ada Roe slammed the ferry board as corrupt and left the hall.", [("corrupt", "Ada Roe", "slammed")]),
    ("Bo Poe denounced the strike as blackmail, and the board agreed.", [("blackmail", "Bo Poe", "denounced")]),
    # what somebody is accused of, blamed or praised for
    ("Ada Roe accused the officers of targeting grandmothers.", [("targeting grandmothers", "Ada Roe", "accused")]),
    ("Poe accused the mayor of Ellby of theft.", [("theft", "Poe", "accused")]),
    ("The union blamed the board for the delays.", [("the delays", "The union", "blamed")]),
    ("Roe praised the crew for their courage on Monday.", [("their courage", "Roe", "praised")]),
    ("Poe condemned the ministry for closing the pier.", [("closing the pier", "Poe", "condemned")]),
    ("Roe lashed out, accusing Poe of selling the harbor.", [("selling the harbor", "Roe", "accusing")]),
    # what somebody vows, threatens, urges
    ("Ada Roe vowed to fight on.", [("to fight on", "Ada Roe", "vowed")]),
    ("The nation threatened to defy the court.", [("to defy the court", "The nation", "threatened")]),
    ("The speaker pledged to hold a vote on Monday.", [("to hold a vote on Monday", "The speaker", "pledged")]),
    ("Roe promised voters to cut the fee, and Poe left.", [("to cut the fee", "Roe", "promised")]),
    ("The chairwoman urged people at the camp to remain peaceful.",
     [("to remain peaceful", "The chairwoman", "urged")]),
    ("Roe vowed to remain in the race.", [("to remain in the race", "Roe", "vowed")]),
    ("Roe called on the governor to resign.", [("to resign", "Roe", "called")]),
    # verbs of loud or low speech with that
    ("Roe whined that she had not been told.", [("she had not been told", "Roe", "whined")]),
    ("Poe fumed that the boats were late.", [("the boats were late", "Poe", "fumed")]),
    ("The mayor boasted that no boat had sunk.", [("no boat had sunk", "The mayor", "boasted")]),
    ("Officials grumbled that the fee was too low.", [("the fee was too low", "Officials", "grumbled")]),
    # how far what is said reaches
    ("Roe claimed that the rules would slow building, relying on a study by Bo Poe.",
     [("the rules would slow building", "Roe", "claimed")]),
    ("Poe said the pier was safe, citing a report that nobody has seen.",
     [("the pier was safe", "Poe", "said")]),
    ("The board argued that boats sink, pointing to two wrecks.", [("boats sink", "The board", "argued")]),
    ("She refused to order Poe to pay the $8 million that the firm says the delays have cost it, finding that the "
     "crews had not planned the camp.", [("the delays have cost it", "the firm", "says")]),
    ("The fee, which the union says the crews have paid twice, will rise.",
     [("the crews have paid twice", "the union", "says")]),
    ("The man who police say stole the plans lived alone with two cats.", [("stole the plans", "police", "say")]),
    ("Two men who prosecutors said robbed the bank were freed on Monday.",
     [("robbed the bank", "prosecutors", "said")]),
    ("A ship that the navy says sank in May lies off Ellby.", [("sank in May", "the navy", "says")]),
]
SILENT = [
    # nobody is called anything
    "Ada Roe called a meeting.",
    "Ada Roe called on Monday.",
    "Ada Roe called the police.",
    "Ada Roe called the harbor office a day later.",
    "Ada Roe called it off.",
    "Ada Roe called it a day.",
    "Ada Roe called him a cab.",
    "Ada Roe called the council a second time.",
    "Ada Roe called residents to a hearing.",
    "A man called Bo Poe bought a boat.",
    "The boat was called a wreck.",
    "Ada Roe refused to call the raid a failure.",
    "Ada Roe never called the raid a failure.",
    "Ada Roe would not call it a failure.",
    "Ada Roe did not call the vote a fraud.",
    "Ada Roe stopped short of calling on Poe to resign.",
    "Ada Roe left without calling it a failure.",
    "The row over Ellby dragged on and threatened to become the talk of the town.",
    'Ada Roe called the plan a "mad rush" and left.',
    "Ada Roe left after charges were read on Friday accusing the crew of theft.",
    # deeds
    "The board dismissed two officers.",
    "Ranchers branded cattle at noon.",
    "Ada Roe hailed a cab.",
    "Ada Roe attacked the guard as he slept.",
    "The judge dismissed the case as the crowd cheered.",
    "The board listed the pier as closed.",
    "Ada Roe slammed the door as well as the gate.",
    "Ada Roe ripped the page as soon as she saw it.",
    "Raiders attacked the village for three days.",
    "Engineers blasted the rock for a week.",
    # nobody accuses
    "Bo Poe was accused of theft.",
    "The man accused of theft left town.",
    "Police accused of beating a man were freed.",
    "The fog was blamed for the wreck.",
    # things threaten and promise nothing
    "The bridge threatened to collapse.",
    "The storm threatened to flood the port.",
    "It promised to be a long night.",
    "The talks promised to be hard.",
    "Ada Roe refused to promise to stay.",
    # loud deeds, and that as a determiner
    "The talks continued that evening.",
    "Crowds cried that night.",
    "Fans roared that Monday.",
    # denied sayings
    "Ada Roe did not mention the sailors whose boats sank.",
    "Poe has not said whether he will stay.",
    "Poe never said that the pier was safe.",
    "Ada Roe declined to say who paid for the boat.",
    "The board would not say that the pier was safe.",
]
# what is said goes on, though it looks as if it ended
WHOLE = [
    ("Roe said the boat capsized, killing nine.", ["the boat capsized, killing nine"]),
    ("Roe said prices fell, leaving many poor.", ["prices fell, leaving many poor"]),
    ("Roe told the board that the boats were old, and that nobody would buy them.",
     ["the boats were old, and that nobody would buy them"]),
    ("Talks, which the agencies said lasted six hours, ended.", ["lasted six hours"]),
    ("Poe says the boats that sank were old.", ["the boats that sank were old"]),
    ("Roe not only said that boats were late.", ["boats were late"]),
    ("Roe denied that the pier was closed.", ["the pier was closed"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_speech_without_a_clause_and_its_bounds(text, expected):
    assert reported(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_no_speech_where_nobody_says_anything(text):
    assert reported(text) == []


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_what_is_said_is_not_cut(text, expected):
    assert [words for words, _, _ in reported(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Ada Roe condemned the raid.", [("condemned", "Ada Roe")]),
    ("Bo Poe praised the decision on Monday.", [("praised", "Bo Poe")]),
    ("The mayor, Ada Roe, slammed the previous government.", [("slammed", "Ada Roe")]),
    ("Ada Roe has denounced the fee, and Bo Poe welcomed the ruling.",
     [("denounced", "Ada Roe"), ("welcomed", "Bo Poe")]),
    ("They found notes to Bo Poe that mocked the board.", []),
    ("Not a one praised the fee.", []),
    ("Ada Roe slammed the door.", []),
    ("Ada Roe hailed a cab and welcomed guests.", []),
    ("Ada Roe did not condemn the raid.", []),
    ("The raid was condemned.", []),
    ("Engineers condemned the building.", []),
    ("The judge condemned Poe to death.", []),
    ("Ada Roe defended the goal.", []),
    ("Ada Roe refused to condemn the raid.", []),
])
def test_verdicts_that_give_no_words(text, expected):
    articles, paragraphs, marks, sentences = split_texts({"one": text})
    speech = read_speech(articles, paragraphs, marks, sentences)
    rows = find_verdicts(articles, paragraphs, None, speech)
    assert [(cue, who) for _, _, _, who, cue, _ in rows] == expected


@pytest.mark.parametrize(("cue", "kind"), [
    ("smeared", "attacking"), ("snapped", "attacking"), ("thundered", "attacking"), ("raged", "attacking"),
    ("branded", "attacking"), ("grumbled", "claiming"), ("whined", "claiming"), ("crowed", "claiming"),
    ("called", "neutral"), ("urged", "neutral"), ("hailed", None), ("sang", None),
])
def test_classes_of_verbs(cue, kind):
    assert saying_class(cue) == kind
