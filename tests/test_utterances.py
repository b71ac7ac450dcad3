import time

import pandas as pd
import pytest
from speech import make_speech

from analysis import Event
from analysis.remarks.attribution import borrow_speakers
from analysis.remarks.utterances import group_utterances
from analysis.speech.identity import Who, list_related, relate
from analysis.tables import empty


def group(texts, hand=None, **options):
    event = make_speech(texts, **options)
    return event, group_utterances(event.quotes, event.sentences, event.articles, hand)


def groups_of(event, utterances):
    """Return the groups as sorted lists of (article, words)."""
    texts = dict(zip(event.articles["article"], event.articles["text"], strict=True))
    found = {}
    for row in utterances.itertuples():
        found.setdefault(row.utterance, []).append((row.article, texts[row.article][row.start : row.end]))
    return sorted(sorted(pieces) for pieces in found.values())


SAID = 'She said: "{%s}"'
FERRY = "The ferry line will open again once the northern quay has been rebuilt"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # the same words, whole or in part
        (f"lund full: {FERRY}.", f"lund full: {FERRY},", True),
        (f"lund full: {FERRY}.", "lund partial: once the northern quay has been rebuilt", True),
        ("lund partial: reckless gamble", "lund full: It was a reckless gamble with the lives of passengers.", True),
        (
            "lund partial: the northern quay has been rebuilt in haste",
            "lund partial: once the northern quay has been rebuilt",
            True,
        ),
        # two translations
        (
            "lund full: Our two cities share a sincere wish to repair the old ferry connection and to settle the many "
            "disputes that have piled up over the harbour.",
            "lund full: Our cities have a sincere desire to restore the old ferry link and settle the "
            "numerous disputes "
            "that have accumulated over the harbour.",
            True,
        ),
        (
            "lund full: These first meetings with the new harbour board give us a certain hope.",
            "lund full: I would note that the first meetings with the new harbour board inspire some hope.",
            True,
        ),
        # one subject, two remarks
        (
            "lund full: The ferry line will open again in spring.",
            "lund full: The ferry line has cost us forty million crowns.",
            False,
        ),
        ("lund full: I think it is unfair.", "lund full: I think it is unwise.", False),
        ("lund partial: act of mercy", "lund partial: act of despair", False),
        # the same words in another mouth
        ("lund full: The harbour must be rebuilt.", "moe full: The harbour must be rebuilt.", False),
        (f"lund full: {FERRY}.", f"moe full: {FERRY}.", True),
        # one speaker under two names
        (f"lund full: {FERRY}.", f"mayor partial: {FERRY}", True),
        ("lund partial: reckless gamble", "council partial: a reckless gamble", True),
        ("council partial: far below zero", "city partial: below zero", True),
        ("lund partial: reckless gamble", "ministry partial: reckless gamble", False),
        # a single word needs the same speaker
        ("lund partial: nitpickers", "lund partial: nitpickers", True),
        ("lund partial: nitpickers", "council full: The nitpickers of the ministry were discussed at length.", False),
        # nobody is named
        (f"lund full: {FERRY}.", f"nobody full: {FERRY}.", True),
        ("lund partial: reckless gamble", "nobody partial: a reckless sort of gamble", False),
        # not speech of that speaker
        (f"lund full: {FERRY}.", f"lund scare: {FERRY}", False),
        # indirect speech joins, but founds nothing
        (
            f"lund full: {FERRY}.",
            "lund indirect: the ferry line would open again as soon as the northern quay was rebuilt",
            True,
        ),
        (
            f"lund full: {FERRY}.",
            "moe indirect: the ferry line would open again as soon as the northern quay was rebuilt",
            False,
        ),
        (f"lund full: {FERRY}.", "lund indirect: the quay was in a poor state", False),
        (f"lund indirect: {FERRY}", f"lund indirect: {FERRY}", False),
    ],
)
def test_versions_of_one_remark_are_one_utterance(one, other, same):
    event, utterances = group({"gull": SAID % one, "heron": SAID % other})
    assert any(len(pieces) == 2 for pieces in groups_of(event, utterances)) == same
    swapped, again = group({"gull": SAID % other, "heron": SAID % one})
    assert any(len(pieces) == 2 for pieces in groups_of(swapped, again)) == same


def test_a_quote_of_two_sentences_is_in_two_groups():
    event, utterances = group(
        {
            "gull": '"{lund full: We tested every single beam. The bridge was perfectly safe,}" she said.',
            "heron": '"{lund full: The bridge was perfectly safe,}" she said. "{lund full: We tested every single '
            'beam.}"',
        }
    )
    assert groups_of(event, utterances) == [
        [("gull", "The bridge was perfectly safe,"), ("heron", "The bridge was perfectly safe,")],
        [("gull", "We tested every single beam."), ("heron", "We tested every single beam.")],
    ]
    assert utterances.loc[utterances["article"] == "gull", "quote"].tolist() == [0, 0]


def test_what_an_article_prints_twice_is_one_utterance_what_a_speaker_says_alike_two():
    one, two = (
        "We paid for the harbour, every month, without complaint.",
        "You paid for the harbour and got no quay at all.",
    )
    event, utterances = group(
        {
            "gull": f'"{{lund full: {one}}}"\nAnd then.\n"{{lund full: {two}}}"\nMore.\n"{{lund full: {one}}}"',
            "heron": f'"{{lund full: {two}}}" "{{lund full: {one}}}"',
        }
    )
    assert groups_of(event, utterances) == [
        [("gull", one), ("gull", one), ("heron", one)],
        [("gull", two), ("heron", two)],
    ]


def test_unknown_speakers_do_not_bring_two_known_ones_together():
    texts = {
        "gull": '"{lund full: The ferry is too old for us.}"',
        "heron": '"{nobody full: The ferry is too old for us!}"',
        "tern": '"{moe full: The ferry is too old for us.}"',
    }
    assert sorted(len(pieces) for pieces in groups_of(*group(texts))) == [1, 2]
    assert [len(pieces) for pieces in groups_of(*group({name: texts[name] for name in ("gull", "heron")}))] == [2]


def test_a_headline_repeats_the_body_of_its_article_whoever_it_names():
    texts = {
        "gull": "Ferry '{city partial: non-negotiable}'\n“{lund full: This is final and non-negotiable,}” she said."
    }
    event, utterances = group(texts, zones={("gull", 0): "headline"})
    assert groups_of(event, utterances) == [[("gull", "This is final and non-negotiable,"), ("gull", "non-negotiable")]]
    event, utterances = group(texts)
    assert len(groups_of(event, utterances)) == 2


def test_quotes_in_quotes_are_part_of_the_outer_one():
    event = make_speech({"gull": 'He said: "{moe full: She called it a reckless gamble, and laughed.}"'})
    inner = event.quotes.assign(
        quote=1, kind="partial", start=event.quotes["start"] + 16, end=event.quotes["start"] + 31
    )
    quotes = pd.concat([event.quotes, inner], ignore_index=True)
    assert group_utterances(quotes, event.sentences, event.articles)["quote"].tolist() == [0]


def test_indirect_speech_around_a_quote_counts_only_outside_its_marks():
    event, utterances = group(
        {
            "gull": '"{lund full: There are no political questions on the list. The harbour is not on the list.}"',
            "heron": 'She said there were "{lund partial: no political questions on the list}" and the harbour was '
            "not on the list.",
        }
    )
    text = event.articles["text"].iloc[1]
    start = text.index("there were")
    wide = event.quotes.iloc[[1]].assign(quote=1, kind="indirect", start=start, end=len(text) - 1)
    utterances = group_utterances(pd.concat([event.quotes, wide], ignore_index=True), event.sentences, event.articles)
    assert groups_of(event, utterances) == [
        [("gull", "The harbour is not on the list."), ("heron", '" and the harbour was not on the list')],
        [("gull", "There are no political questions on the list."), ("heron", "no political questions on the list")],
    ]


TEXTS = {
    "tern": f'"{{lund full: {FERRY}.}}" Fine.\n"{{moe full: Nobody told us.}}"',
    "gull": 'Then "{mayor partial: once the northern quay has been rebuilt}", he said: "{moe full: Nobody '
    'told us so.}"',
    "heron": f'She said {{lund indirect: the ferry would open again once the quay was rebuilt}}. "{{nobody '
    f'full: {FERRY},}}"',
}


def test_the_order_of_the_articles_changes_nothing():
    _, utterances = group(TEXTS)
    for order in (["gull", "heron", "tern"], ["heron", "tern", "gull"]):
        _, again = group({article: TEXTS[article] for article in order})
        assert again.astype({"article": str}).equals(utterances.astype({"article": str}))
    assert utterances["article"].astype(str).tolist() == sorted(utterances["article"].astype(str))
    assert utterances.drop_duplicates("utterance")["utterance"].tolist() == list(
        range(utterances["utterance"].nunique())
    )


def test_the_kind_of_marks_changes_nothing():
    curly = {article: text.replace(' "', " “").replace('" ', "” ") for article, text in TEXTS.items()}
    assert group(curly)[1].equals(group(TEXTS)[1])


def test_offsets_give_back_a_part_of_the_quote():
    event, utterances = group(TEXTS)
    quotes = event.quotes.set_index([event.quotes["article"].astype(str), "quote"])
    for row in utterances.itertuples():
        quote = quotes.loc[(row.article, row.quote)]
        assert quote["start"] <= row.start < row.end <= quote["end"]


@pytest.mark.parametrize(
    "texts",
    [{}, {"gull": "Nobody spoke."}, {"gull": "A '{nobody scare: so-called}' ferry and “{moe title: The Ferry}”."}],
)
def test_no_speech_gives_an_empty_table(texts):
    event, utterances = group(texts)
    pd.testing.assert_frame_equal(utterances, empty("utterances", event.articles))


def test_a_speaker_is_borrowed_from_the_versions_that_agree():
    event = make_speech(
        {
            "gull": f'"{{nobody full: {FERRY}.}}"',
            "heron": f'"{{lund full: {FERRY}.}}"',
            "tern": f'"{{lund full: {FERRY}.}}"',
        }
    )
    quotes = borrow_speakers(event.quotes, event.sentences, event.articles)
    assert quotes.loc[0, ["speaker", "speaker_type", "side", "borrowed_from", "rule"]].tolist() == [
        "Ada Lund",
        "person",
        "city",
        "heron",
        "borrowed",
    ]
    assert quotes.loc[1:, "borrowed_from"].isna().all()
    assert event.quotes.loc[0, "speaker"] is None or pd.isna(event.quotes.loc[0, "speaker"])


@pytest.mark.parametrize("other", ["moe", "nobody"])
def test_nothing_is_borrowed_from_versions_that_differ_or_do_not_know(other):
    event = make_speech(
        {
            "gull": f'"{{nobody full: {FERRY}.}}"',
            "heron": f'"{{{other} full: {FERRY}.}}"',
            "tern": f'"{{{"lund" if other == "moe" else "nobody"} full: {FERRY}.}}"',
        }
    )
    named = borrow_speakers(event.quotes, event.sentences, event.articles)
    pd.testing.assert_frame_equal(named, event.quotes)


@pytest.mark.parametrize(
    "text",
    [
        '"{lund full: ' + " ".join(f"word{number % 977} x" for number in range(20_000)) + '}"',
        '"{lund full: ' + "so " * 50_000 + '}"',
        "'{lund partial: so}' " * 2_000,
        "\n".join(f"'{{lund partial: so w{number}}}'" for number in range(2_000)),
    ],
)
def test_hostile_quotes_are_grouped_in_no_time(text):
    event = make_speech({"gull": text, "heron": text})
    start = time.process_time()
    assert not group_utterances(event.quotes, event.sentences, event.articles).empty
    assert time.process_time() - start < 5


def test_a_catchword_makes_no_one_remark_of_two():
    texts = {
        "gull": '"{lund full: The ministry calls this reckless gamble a plan for growth.}" More.\n'
        '"{lund full: Whoever supported a reckless gamble must pay the bill.}"',
        "heron": 'Lund called it a "{lund partial: reckless gamble}".',
    }
    assert sorted(len(pieces) for pieces in groups_of(*group(texts))) == [1, 2]


GUILD = '"We have carried this town on our backs for a hundred years," {}.'


@pytest.mark.parametrize(("text", "speaker"), [
    ("Berta Halm leads the guild. " + GUILD.format("she said"), "Berta Halm"),  # a pronoun is the text's own word
    ("Jonas Wick leads the guild. " + GUILD.format("he said"), "Jonas Wick"),
    ("It was late. " + GUILD.format("he said"), "Emil Torv"),
    ("It was late. " + GUILD.format("she said"), None),  # Emil is no woman
    ('"It was cold," said Jonas Wick. "We have carried this town on our backs for a hundred years."', "Jonas Wick"),
    ('A banner hung there. "We have carried this town on our backs for a hundred years" was on it.', "Emil Torv"),
])
def test_a_speaker_is_borrowed_only_where_the_text_leaves_it_open(text, speaker):
    lender = GUILD.format("said Emil Torv, who leads the bloc")
    event = Event.from_articles(pd.DataFrame({"article": ["gull", "heron"], "text": [text, lender]}))
    found = event.quotes.query("article == 'gull' and text.str.startswith('We have')")["speaker"].tolist()
    assert [name if isinstance(name, str) else None for name in found] == [speaker]
    both = {speaker, "Emil Torv"} if speaker else set()
    assert set(event.utterances["named"].dropna()) == (both if len(both) > 1 else set())
    cover = event.coverage[event.coverage["state"].eq("full")].set_index("article")["speaker"].to_dict()
    assert cover == {"gull": speaker or "Emil Torv", "heron": "Emil Torv"}


def test_who_may_be_one_speaker_is_found_without_comparing_all():
    names = ["Ada Lund", "A. Lund", "Lund", "the Lund", "Adam Lundh", "Per Moe", "Per Moe Jr.", "Moe", "Petr Mohe", "",
             "the Harbour Board", "Harbour Board", "Board", "Ellby", "Émile Lund", "lund"]
    whos = [Who(name, kind, side) for name in names for kind in ("person", "institution", "")
            for side in ("", "city", "state")]
    assert {who: set(others) for who, others in list_related(whos, whos).items()} == {
        who: {other for other in whos if relate(who, other) in ("same", "ally")} for who in whos}
