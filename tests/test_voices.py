import pandas as pd
import pytest

from analysis.english.words import count_words
from analysis.event import Event
from analysis.naming.actors import find_actors
from analysis.naming.mentions import find_mentions
from analysis.speech.voices import find_voices
from analysis.tables import conform, empty

TEXT = (
    'Talks fail\nMayor Ada Lund said the bridge was safe. "We tested it," she said. It fell at noon.\n'
    '"It fell," LUND’S aide said.'
)
PEOPLE = pd.DataFrame(
    {"name": ["Ada Lund", "Port Authority"], "aliases": ["Lund|the mayor", None], "side": ["city", "state"]}
)


@pytest.fixture
def event():
    return Event.from_articles(
        pd.DataFrame({"article": ["gull"], "outlet": ["The Gull"], "text": [TEXT], "headline": ["Talks fail"]})
    )


def quotes_of(event, *rows):
    table = empty("quotes", event.articles)
    frame = pd.DataFrame(
        [
            {
                "article": "gull",
                "quote": number,
                "start": TEXT.index(words),
                "end": TEXT.index(words) + len(words),
                "zone": "body",
                "kind": kind,
                "speaker": "Ada Lund",
                "side": "city",
                "continued": False,
                "words": count_words(words),
                "text": words,
            }
            for number, (words, kind) in enumerate(rows)
        ]
    )
    return conform("quotes", frame.reindex(columns=table.columns), event.articles)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], {"own": 22}),
        ([("We tested it,", "full")], {"own": 19, "quoted": 3}),
        ([("We tested it,", "scare")], {"own": 22}),
        ([("the bridge was safe", "indirect"), ("safe", "partial")], {"own": 18, "paraphrased": 3, "quoted": 1}),
        ([("We tested it,", "full"), ("tested", "partial")], {"own": 19, "quoted": 3}),
    ],
)
def test_each_word_has_one_voice(event, rows, expected):
    voices = find_voices(event.articles, event.paragraphs, quotes_of(event, *rows), event._tokens)
    body = voices[voices["zone"] == "body"].groupby("voice", observed=True)["words"].sum()
    assert body.to_dict() == expected
    assert voices["words"].sum() == count_words(TEXT)


def test_voices_carry_speaker_and_side(event):
    voices = find_voices(event.articles, event.paragraphs, quotes_of(event, ("We tested it,", "full")), event._tokens)
    assert voices.loc[voices["voice"] == "quoted", ["speaker", "side"]].to_numpy().tolist() == [["Ada Lund", "city"]]
    assert voices.loc[voices["voice"] == "own", "speaker"].isna().all()


def test_voices_add_up_to_the_words(event):
    voices = find_voices(event.articles, event.paragraphs, quotes_of(event, ("We tested it,", "full")), event._tokens)
    body = voices[voices["zone"] == "body"]
    assert body.groupby("voice", observed=False)["words"].sum().tolist() == [19, 3, 0]


def test_mentions_find_names_aliases_and_capitals(event):
    actors = find_actors(event.articles, event._cast, PEOPLE)
    mentions = find_mentions(event.articles, event.paragraphs, event.words, event.voices, actors)
    assert mentions[["form", "actor", "position"]].to_numpy().tolist() == [
        ["Ada Lund", "Ada Lund", 1],
        ["LUND", "Ada Lund", 19],
    ]
    assert all(TEXT[row.start : row.end] == row.form for row in mentions.itertuples())


def test_mentions_without_actors_are_an_empty_table(event):
    actors = empty("actors")
    mentions = find_mentions(event.articles, event.paragraphs, event.words, event.voices, actors)
    assert mentions.empty and mentions["position"].dtype == "int64"


def test_a_name_of_several_words_may_open_small():
    articles = pd.DataFrame({"article": ["a"], "outlet": ["Gull"],
                             "text": ["The union of drivers struck. Nobody saw us, the Union of drivers said."]})
    event = Event.from_articles(articles, pd.DataFrame({"name": ["Union of drivers", "Us"], "side": ["union", "us"]}))
    assert event.mentions["form"].tolist() == ["union of drivers", "Union of drivers"]
