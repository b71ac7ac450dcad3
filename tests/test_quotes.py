"""Quotes: kinds, direct and indirect, whose words name the speaker, and their offsets; sentences are invented."""

import time
import timeit

import pandas as pd
import pytest
from growth import is_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.speech.quotes import find_quotes
from analysis.speech.sentence import tagged
from analysis.speech.speakers import names as runs_of_names
from analysis.tables import TABLES, empty
from tests.speech import split_texts


def quote(texts, zone=None):
    """Return the table quotes of {article: text}; every line is a paragraph of the body, or of `zone`."""
    return find_quotes(*split_texts(texts, zone))


def rows(text, zone=None):
    return list(quote({"one": text}, zone).itertuples())


def direct(text, zone=None):
    return [row for row in rows(text, zone) if row.kind != "indirect"]


# (text, [(words, kind, the words that name the speaker)])
DIRECT = [
    # what others do while somebody speaks
    ('Dozens of fans screamed "More" as Bo Poe sang.', [("More", "partial", "fans")]),
    ('Crowds shouted "Out," as Ada Roe spoke.', [("Out,", "full", "Crowds")]),
    ('It was "a mad plan," as Ada Roe put it.', [("a mad plan,", "partial", "Ada Roe")]),
    # warnings that are somebody's, suits that somebody brought
    ('Despite claims by Bo Poe that the fee was "unfair," captains rejected the plan.',
     [("unfair,", "partial", "Bo Poe")]),
    ('Despite claims by Bo Poe, captains called the fee "unfair" on Monday.', [("unfair", "partial", "captains")]),
    ('The complaint, which was filed by the mayor, Ada Roe, and Bo Poe, told of a "scheme" to win.',
     [("scheme", "partial", "The complaint")]),
    ('The complaint, which Ada Roe, a judge, called "mad," was sold.', [("mad,", "partial", "Ada Roe")]),
    # slogans are names, unless somebody says them
    ('Ada Roe won under the motto "Never late."', [("Never late.", "title", None)]),
    ('The party\'s slogan is "Boats for all," a line that Bo Poe wrote.', [("Boats for all,", "title", None)]),
    ('Ada Roe repeated her motto, "Never late," at noon.', [("Never late,", "full", "Ada Roe")]),
    ('Ada Roe ran to be mayor: "Boats for all."', [("Boats for all.", "full", "Ada Roe")]),
    # the speaker behind the quote
    ('"We won," said Ada Roe.', [("We won,", "full", "Ada Roe")]),
    ("“We won,” Ada Roe said.", [("We won,", "full", "Ada Roe")]),
    ('"We won," Ada Roe, a sailor from Port, told reporters.', [("We won,", "full", "Ada Roe")]),
    ('"We won," said Ada Roe, who leads the club. "Now we rest."',
     [("We won,", "full", "Ada Roe"), ("Now we rest.", "full", "Ada Roe")]),
    ('"The ferry," she said, "will sail."', [("The ferry,", "full", "she"), ("will sail.", "full", "she")]),
    ('"We sail on Monday," a spokesman for the port authority said in a statement.',
     [("We sail on Monday,", "full", "a spokesman for the port authority")]),
    ('"The plan is safe," it added.', [("The plan is safe,", "full", "it")]),
    ('"Is it over?" the mayor asked.', [("Is it over?", "full", "the mayor")]),
    ('"Never!" Mr. Poe shot back.', [("Never!", "full", "Mr. Poe")]),
    ('"What a day!" Poe, 42, a clerk, shouted.', [("What a day!", "full", "Poe")]),
    ('"The pier is shut," according to the harbour master.',
     [("The pier is shut,", "full", "the harbour master")]),
    ('"The pier is shut," as Poe put it.', [("The pier is shut,", "full", "Poe")]),
    ('“We were robbed.” ― Ada Roe', [("We were robbed.", "full", "Ada Roe")]),
    ("''We won,'' Mr. Poe said on Friday.", [("We won,", "full", "Mr. Poe")]),
    ("'We won,' Ms Roe told the Port Gazette.", [("We won,", "full", "Ms Roe")]),
    # before it
    ('Ada Roe said: "We won."', [("We won.", "full", "Ada Roe")]),
    ('But in a televised speech to sailors on Monday, she said: "We won."', [("We won.", "full", "she")]),
    ('Poe called the plan "a shame" and "a waste".',
     [("a shame", "partial", "Poe"), ("a waste", "partial", "Poe")]),
    ('The ministry last year described the port as "half dead" under its old owners.',
     [("half dead", "partial", "The ministry")]),
    ('Roe said the outcome "will show how far we can go".',
     [("will show how far we can go", "partial", "Roe")]),
    ('He acknowledged that the port had "made mistakes".', [("made mistakes", "partial", "He")]),
    ('Speaking in Port, Roe hailed the crew\'s "courage and skill" compared with what she called the "old ways".',
     [("courage and skill", "partial", "Roe"), ("old ways", "partial", "Roe")]),
    ('Ada Roe, a lawyer, told the court that "nobody knew".', [("nobody knew", "partial", "Ada Roe")]),
    ('The club accused Mr Poe of saying "sail at night".', [("sail at night", "partial", "Mr Poe")]),
    ('The paper quoted Roe as saying: "We won."', [("We won.", "full", "Roe")]),
    ('Roe began to laugh and said the plan was "dead".', [("dead", "partial", "Roe")]),
    ('Roe said she thought it was a "very big" boat.', [("very big", "partial", "Roe")]),
    ('According to Roe, the boat is "very big".', [("very big", "partial", "Roe")]),
    ('The boat was called "a wreck" by its crew.', [("a wreck", "partial", "its crew")]),
    ('Roe told Poe that the plan was "dead".', [("dead", "partial", "Roe")]),
    # carried on from a sentence or a paragraph before
    ('Roe was furious. "They lied."', [("They lied.", "full", "Roe")]),
    ('"We won," said Roe.\n"It was hard."', [("We won,", "full", "Roe"), ("It was hard.", "full", "Roe")]),
    ('Roe explained:\n"We won."', [("We won.", "full", "Roe")]),
    ('"We won.\n"It was hard," said Roe.', [("We won.", "full", None), ("It was hard,", "full", "Roe")]),
    # a sentence without words stands inside the marks
    ('“… Let us go! …” [8]', [("… Let us go! …", "full", None)]),
    # nobody says these
    ('The so-called "night boat" is late.', [("night boat", "scare", None)]),
    ('Her "friends" stayed away.', [("friends", "scare", None)]),
    ('What is known as the "pier rule" still stands.', [("pier rule", "scare", None)]),
    ('"The word \'night\' scares people," said Roe.',
     [("The word 'night' scares people,", "full", "Roe"), ("night", "scare", None)]),
    # titles
    ('She stars in the film "The Last Ferry".', [("The Last Ferry", "title", None)]),
    ('On "Meet the Sailors," Roe said the boat was late.', [("Meet the Sailors,", "title", None)]),
    ('Robert "Bob" Poe sat down.', [("Bob", "title", None)]),
    ("‘A new start for Port’", [("A new start for Port", "title", None)]),
    ("The radio's \"Morning Tide\" is over.", [("Morning Tide", "title", None)]),
    ("No marks here.", []),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_quotes(text, expected):
    found = [(row.text, row.kind, None if pd.isna(row.mention) else row.mention) for row in direct(text)]
    assert found == expected


@pytest.mark.parametrize(("text", "zone", "words", "mention"), [
    ("Ferry talks 'raise hopes', says Roe", "headline", "raise hopes", "Roe"),
    ("Ada Roe Calls Ferry Plan ‘A Disgrace’ Over Costs", "headline", "A Disgrace", "Ada Roe"),
    ("Roe: Ferry plan is 'dead'", "headline", "dead", "Roe"),
    ("Pier 'not for sale' - Port", "heading", "not for sale", "Port"),
    ("Ada Roe said 'there is a mood to sail'", "caption", "there is a mood to sail", "Ada Roe"),
])
def test_headlines_and_captions(text, zone, words, mention):
    row, = direct(text, zone)
    assert (row.text, row.kind, row.mention, row.zone) == (words, "partial", mention, zone)


# (text, [(reported words, the words that name the speaker)])
INDIRECT = [
    ("Ada Roe said the ferry would sail on Monday.", [("the ferry would sail on Monday", "Ada Roe")]),
    ("The mayor told reporters on Monday that the pier was shut.", [("the pier was shut", "The mayor")]),
    ("The ministry also said on Friday it had sold the boat.", [("it had sold the boat", "The ministry")]),
    ("Port said there will be a second meeting.", [("there will be a second meeting", "Port")]),
    ("According to the union, three boats were late.", [("three boats were late", "the union")]),
    ("Three boats were late, according to the union.", [("Three boats were late", "the union")]),
    ("Three boats were late, the union said.", [("Three boats were late", "the union")]),
    ("The two sides agreed on a price, it added.", [("The two sides agreed on a price", "it")]),
    ("The pier, the mayor said on Monday, would be shut for a year.", [("would be shut for a year", "the mayor")]),
    ("Roe lowered hopes of a quick sale, saying trust had to be rebuilt.", [("trust had to be rebuilt", "Roe")]),
    ("Roe said the boat was late and added that the crew was ill.",
     [("the boat was late", "Roe"), ("the crew was ill", "Roe")]),
    ("Roe said the boat was late, while Poe said the crew was ill.",
     [("the boat was late", "Roe"), ("the crew was ill", "Poe")]),
    ("Talks, which the agencies said lasted six hours, ended.", [("lasted six hours", "the agencies")]),
    ("Roe said during a visit to Port on Monday that the boat should sail.", [("the boat should sail", "Roe")]),
    ("Roe said the boat was sold, in what she calls a trick.",
     [("the boat was sold, in what she calls a trick", "Roe")]),
    ("Roe said the boat was sold, in what she said was a trick.",
     [("the boat was sold", "Roe"), ("was a trick", "she")]),
    ("Roe asked whether the boat would sail.", [("whether the boat would sail", "Roe")]),
    ("Roe says she wants a new boat.", [("she wants a new boat", "Roe")]),
    ('Roe said the boats of the line were "old" and that nobody would buy them now.',
     [("the boats of the line were", "Roe"), ("nobody would buy them now", "Roe")]),
    # no verb of saying, no speaker, or nothing said
    ("Roe wants a new boat.", []),
    ("Roe believes the boat will sail.", []),
    ("It was said the boat would sail.", []),
    ("Roe said in a statement.", []),
    ("Roe told Poe.", []),
    ('"We won," said Ada Roe, who leads the club.', []),
    ("The rules that the port made are old.", []),
]


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_indirect_speech(text, expected):
    assert [(row.text, row.mention) for row in rows(text) if row.kind == "indirect"] == expected


@pytest.mark.parametrize(("text", "via"), [
    ('"We won," Roe told CNN.', "CNN"),
    ('"We won," Roe said on the BBC.', "BBC"),
    ('"We won," Roe told the Port radio.', "Port radio"),
    ('"We won," she said in Port, according to the state news agency.', "state news agency"),
    ("Speaking to CNN's Al Poe, Roe said the boat was late.", "CNN"),
    ('"We won," Roe told reporters.', None),
    ('"The boat is late," according to Reuters.', None),
])
def test_the_medium_is_not_the_speaker(text, via):
    row = rows(text)[0]
    assert (None if pd.isna(row.via) else row.via) == via
    assert row.mention in ("Roe", "she", "Reuters")


def test_rows_name_rule_cue_and_mention():
    row, = rows('"We won," said Ada Roe.')
    assert (row.rule, row.cue, row.mention_start, row.mention_end) == ("verb speaker", "said", 15, 22)


def test_a_quote_that_goes_on_is_flagged():
    assert [row.continued for row in direct('"We won.\n"It was hard," said Roe.')] == [False, True]


PIECES = st.lists(st.sampled_from([
    "Ada Roe", "the ministry", "he", " said ", " told ", "said that ", ", ", ". ", ": ", '"', "“", "”", "'", "’",
    "We won", " according to ", "\n", "\u00a0", "(", ")", " and ", " who ", "U.S. ", "Mr. ", "3 ", "—", "…", " saying ",
    "her ", " to ", "! ", "[8]", "? "]),
    max_size=40).map("".join)


@settings(max_examples=200, deadline=None)
@given(PIECES)
def test_any_text_gives_rows_with_true_offsets(text):
    found = quote({"one": text})
    reached = 0
    for row in found.sort_values(["start", "end"], ascending=[True, False]).itertuples():
        assert row.text == text[row.start:row.end] == row.text.strip()
        assert row.words > 0
        if pd.isna(row.mention):
            assert pd.isna(row.mention_start)
        else:
            assert row.mention == text[row.mention_start:row.mention_end]
        nested = row.end <= reached and row.kind in ("scare", "title")
        assert row.start >= reached or nested
        reached = max(reached, row.end)
    assert found["quote"].tolist() == list(range(len(found)))


def test_the_order_of_articles_and_their_neighbours_change_nothing():
    texts = {"a": '"We won," said Roe.\n"It was hard."', "b": "Poe said the boat was late.", "c": "Nothing."}
    together = quote(texts)
    backward = quote(dict(reversed(texts.items())))
    for name, text in texts.items():
        alone = quote({name: text}).drop(columns="article")
        for table in (together, backward):
            part = table[table["article"] == name].drop(columns="article").reset_index(drop=True)
            pd.testing.assert_frame_equal(part, alone)


@pytest.mark.parametrize("text", [text for text, _ in DIRECT if "''" not in text])
def test_the_shape_of_marks_does_not_matter(text):
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    columns = ["start", "end", "kind", "mention_start", "rule"]
    assert quote({"one": straight})[columns].astype(str).equals(quote({"one": text})[columns].astype(str))


@pytest.mark.parametrize("text", ["", "\n\n", "No quotes here."])
def test_no_quotes_are_an_empty_table_of_the_same_shape(text):
    found = quote({"one": text})
    assert found.empty
    assert list(found.columns) == [column.name for column in TABLES["quotes"].columns]
    assert (found.dtypes.drop("article") == empty("quotes").dtypes.drop("article")).all()


@pytest.mark.parametrize("unit", ['"a" he said ', '"a" ', "said ", "Roe said that he said ", "the man who ",
                                  "and said, ", '"a ', "Roe, ", "(", "x"])
def test_time_grows_with_the_length(unit):
    def seconds(length):
        parts = split_texts({"one": unit * (length // len(unit))})
        return timeit.timeit(lambda: find_quotes(*parts), timer=time.process_time, number=1)

    assert is_linear(seconds, 10_000, 0.05)


TOKENS = st.lists(st.sampled_from(
    ["a", "Roe", "al-Roe", "The", ".", ",", "’s", "-", "(", ")", "R-Port,", "Sen.", "de", "No.", "7", "élan", "Étan",
     "“Ned”", "boats’", "said,", "U.S.", "...", "O’Roe", "\n", "iPad", "al-", "Mr", "word.”", "--", "["]), max_size=9)


@given(TOKENS, st.sampled_from([" ", ""]))
def test_runs_of_capitals_and_tokens_are_those_of_their_patterns(pieces, between):
    text = between.join(pieces)
    runs = [(match.start(), match.group(), match.group(1) or "") for match in runs_of_names._RUN.finditer(text)]
    assert list(runs_of_names._find_runs(text)) == runs
    quick, slow = ([], []), ([], [])
    tagged._read_tokens(text, 0, len(text), *quick)
    tagged._read_slowly(text, 0, len(text), *slow)
    assert quick == slow
