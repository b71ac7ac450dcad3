import pandas as pd
import pytest

from analysis.event import Event
from analysis.themes.hits import measure_precision

TEXT = 'The ferry sank near the old port. "Ferries are safe," Ada Lund said.\nThe port stayed shut. A ferryman wept.'


def frames(*terms, frame="sea"):
    return pd.DataFrame([(frame, "theme", term, None) for term in terms], columns=["frame", "function", "term", "note"])


def event(*tables, text=TEXT):
    articles = pd.DataFrame({"article": ["gull"], "outlet": ["The Gull"], "text": [text]})
    return Event.from_articles(articles, frames=pd.concat(tables) if tables else None)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (["ferry"], ["ferry"]),
        (["FERRY"], ["ferry"]),
        (["ferr*"], ["ferry", "Ferries", "ferryman"]),
        (["port", "old port"], ["old port", "port"]),
        (["ferry", "ferry"], ["ferry"]),
        (["old   port"], ["old port"]),
        (["lighthouse"], []),
        (["port."], ["port."]),
    ],
)
def test_terms_match_whole_words_longest_first(terms, expected):
    hits = event(frames(*terms)).hits
    assert [TEXT[row.start : row.end] for row in hits.itertuples()] == expected


def test_hits_know_sentence_voice_and_speaker():
    hits = event(frames("ferr*")).hits
    assert hits["sentence"].tolist() == [0, 1, 3]
    assert hits["voice"].tolist() == ["own", "quoted", "own"]
    assert hits["speaker"].fillna("").tolist() == ["", "Ada Lund", ""]


def test_shares_count_the_words_of_matching_sentences_by_voice():
    shares = event(frames("ferr*")).shares.set_index("voice")
    assert shares["words_hit"].to_dict() == {"own": 7 + 3 + 3, "quoted": 3, "paraphrased": 0}
    assert shares["words"].to_dict() == {"own": 17, "quoted": 3, "paraphrased": 0}
    assert pd.isna(shares.loc["paraphrased", "low"])


def test_range_holds_the_share_and_opens_when_terms_are_lost():
    own = event(frames("ferry", "port", "wept", "shut")).shares.set_index("voice").loc["own"]
    assert own["low"] < own["words_hit"] / own["words"] == own["high"]


def test_order_and_repeats_of_terms_change_nothing():
    first, second = event(frames("ferry", "port", "wept")), event(frames("wept", "port", "ferry", "port"))
    pd.testing.assert_frame_equal(first.shares, second.shares)


def test_a_theme_that_matches_nothing_has_zero_rows_and_no_theme_an_empty_table():
    assert event(frames("lighthouse")).shares["words_hit"].tolist() == [0, 0, 0]
    assert event().shares.empty and event().hits.empty


def test_a_reader_says_which_hits_stand_for_their_theme():
    hand = pd.DataFrame(
        {
            "item": ["theme: sea", "theme: sea", "other"],
            "file": "gull",
            "excerpt": ["ferry sank", "A ferryman wept", "Ferries"],
            "state": [None, "absent", None],
        }
    )
    articles = pd.DataFrame({"article": ["gull"], "outlet": ["The Gull"], "text": [TEXT]})
    checked = Event.from_articles(articles, frames=frames("ferr*"), hand=hand)
    assert checked.hits["valid"].astype(object).where(checked.hits["valid"].notna(), None).tolist() == [
        True,
        None,
        False,
    ]
    assert checked.shares.set_index("voice").loc["own", "words_hit"] == 7 + 3
    assert "sea" not in set(checked.items["label"])
    row = measure_precision(checked.hits).iloc[0]
    assert (row["hits"], row["checked"], row["valid"], row["precision"]) == (3, 2, 1, 0.5)
