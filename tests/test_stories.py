"""Stories: an archive grouped into events, and each article's siblings."""

import random

import pandas as pd
import pytest

from analysis.archive import stories, vectors
from analysis.archive.stories import find_siblings, find_stories, read_days
from analysis.archive.vectors import vectorize

FLOOD = [
    "Floods in Norvik cut off the harbour on Monday, and the ferry to Larsund was stopped.",
    "The ferry to Larsund was stopped when floods reached Norvik harbour, the coastguard said.",
    "Norvik: harbour under water. Floods stopped the Larsund ferry, and the coastguard warned of more.",
]
TRIAL = [
    "A jury in Velmont cleared the banker Ada Quist of fraud after a trial of nine weeks.",
    "Ada Quist, the banker, was cleared of fraud by the Velmont jury on Tuesday.",
]
BIRD = ["A rare gyrfalcon nested on the cathedral tower, to the delight of birdwatchers."]


def archive(*rows):
    """Return an archive of (article, outlet, text, published)."""
    return pd.DataFrame(rows, columns=["article", "outlet", "text", "published"])


@pytest.fixture
def news():
    return archive(
        ("f1", "Gull", FLOOD[0], "2024-03-04"), ("t1", "Gull", TRIAL[0], "2024-03-05T09:00:00Z"),
        ("f2", "Tern", FLOOD[1], "2024-03-05"), ("b1", "Tern", BIRD[0], "2024-03-04"),
        ("f3", "Heron", FLOOD[2], "2024-03-06"), ("t2", "Heron", TRIAL[1], "2024-03-06"),
    )


def groups(table):
    """Return the stories as a set of sets of articles."""
    return {frozenset(rows["article"]) for _, rows in table.groupby("story")}


def test_articles_of_an_event_are_one_story(news):
    assert groups(find_stories(news)) == {frozenset({"f1", "f2", "f3"}), frozenset({"t1", "t2"}), frozenset({"b1"})}


def test_rows_keep_the_order_of_the_archive_and_stories_are_numbered_by_their_first_article(news):
    table = find_stories(news)
    assert table["article"].tolist() == news["article"].tolist()
    assert table["story"].tolist() == [2, 3, 2, 1, 2, 3]  # b1 stands before f1 on the fourth of March
    assert table.dtypes.astype(str).to_dict() == {"article": "str", "story": "int64"}


BRIDGE = [  # two accounts of one event and two of another of its kind, some months later
    "The Almar bridge in Quellstadt was closed after inspectors found cracks in two of its pylons. Mayor Orla Venn "
    "said that lorries must take the ferry until spring, and the repair will cost nine million crowns.",
    "Cracks in two pylons closed the Almar bridge on Monday. Lorries take the ferry, said Orla Venn, mayor of "
    "Quellstadt, who puts the repair at nine million crowns.",
    "The Tormund bridge at Halvik has been closed since a barge struck a pier. Nobody was hurt, said harbour master "
    "Jon Rask; divers are to look at the foundations before trains may cross again.",
    "A barge hit a pier of the railway bridge at Halvik. Trains wait while divers look at the foundations of the "
    "Tormund bridge, harbour master Jon Rask said. Nobody was hurt.",
]


@pytest.mark.parametrize("wrong", ["2024-03-14", "2024-05-30", "2019-01-01", "2031-12-31"])
@pytest.mark.parametrize("texts", [FLOOD, TRIAL, BRIDGE[:2], BRIDGE[2:]])
def test_a_wrong_day_lowers_a_likeness_and_does_not_rule_it_out(wrong, texts):
    rows = [(f"a{number}", "Gull", text, "2024-03-04") for number, text in enumerate(texts)]
    rows[-1] = (*rows[-1][:3], wrong)
    others = [("b0", "Tern", BIRD[0], "2024-03-04"), ("b1", "Tern", BIRD[0] + " Again.", wrong)]
    assert frozenset(row[0] for row in rows) in groups(find_stories(archive(*rows, *others)))


@pytest.mark.parametrize("later", ["2024-04-20", "2024-09-04", "2025-03-04"])
def test_another_event_of_the_kind_at_another_time_is_another_story(later):
    rows = [(f"a{number}", "Gull", text, "2024-03-04" if number < 2 else later) for number, text in enumerate(BRIDGE)]
    assert groups(find_stories(archive(*rows))) == {frozenset({"a0", "a1"}), frozenset({"a2", "a3"})}


@pytest.mark.parametrize("text", [FLOOD[0], TRIAL[1], BRIDGE[2], BIRD[0]])
@pytest.mark.parametrize("days", [
    ["2024-03-04", "2024-05-04", "2024-03-05", "2024-05-05"], ["2023-03-04", "2024-03-04", "2003-03-04", None],
])
def test_equal_texts_are_one_story_on_whatever_days(text, days):
    spaced = text.replace(" ", "\n", 1).upper()
    rows = [(f"a{number}", "Gull", spaced if number % 2 else text, day) for number, day in enumerate(days)]
    rows += [(f"x{number}", "Tern", text, f"2024-{number + 1:02}-01") for number, text in enumerate([*FLOOD, *BRIDGE])
             if text not in rows[0]]
    story = find_stories(archive(*rows)).set_index("article")["story"]
    assert story[["a0", "a1", "a2", "a3"]].nunique() == 1


@pytest.mark.parametrize("furniture", [
    "Subscribe to continue reading.", "Please enable JavaScript to view this page.", "Already a subscriber? Log in",
    "We use cookies to improve your experience. By continuing you accept our cookie policy.",
    "Share this on Facebook\nTweet\nEmail", "This article is for subscribers only. Subscribe now for unlimited access.",
])
def test_what_is_only_furniture_of_its_page_joins_nothing(news, furniture):
    stubs = archive(*((f"s{number}", "Gull", furniture, "2024-03-04") for number in range(3)))
    found = groups(find_stories(pd.concat([news, stubs])))
    assert {frozenset({f"s{number}"}) for number in range(3)} <= found
    assert frozenset({"f1", "f2", "f3"}) in found


@pytest.mark.parametrize("text", [
    "The ferry was stopped.", "A jury cleared Ada Quist.",
    "Subscribe to the idea of a bridge: mayor Orla Venn wants every citizen of Quellstadt to pay ten crowns for it.",
])
def test_a_short_text_that_says_something_is_no_furniture(text):
    rows = [("a0", "Gull", text, "2024-03-04"), ("a1", "Tern", text, "2024-03-04")]
    assert groups(find_stories(archive(*rows))) == {frozenset({"a0", "a1"})}


def test_a_story_goes_on_as_long_as_articles_come():
    rows = [(f"a{day}", "Gull", FLOOD[day % 3], f"2024-03-{day + 1:02}") for day in range(0, 20, 2)]
    assert find_stories(archive(*rows))["story"].nunique() == 1


@pytest.mark.parametrize("unknown", [None, "", "March", "2024-03", "2024-02-31"])
def test_without_a_day_the_words_alone_decide(news, unknown):
    news.loc[news["article"] == "f2", "published"] = unknown
    news.loc[news["article"] == "b1", "published"] = unknown
    assert pd.isna(read_days(news)).sum() == 2
    assert frozenset({"f1", "f2", "f3"}) in groups(find_stories(news))
    assert groups(find_stories(news.drop(columns="published"))) == groups(find_stories(news))


def test_an_article_without_a_day_finds_a_story_that_is_closed():
    rows = [("a0", "Gull", FLOOD[0], "2024-03-04"), ("a1", "Gull", TRIAL[0], "2024-06-04"),
            ("a2", "Tern", TRIAL[1], "2024-06-04"), ("a3", "Tern", FLOOD[1], None)]
    assert groups(find_stories(archive(*rows))) == {frozenset({"a0", "a3"}), frozenset({"a1", "a2"})}


def test_a_headline_is_read_too():
    rows = archive(("a0", "Gull", "It began at noon.", None), ("a1", "Tern", "Nobody was hurt.", None))
    headlines = ["Gyrfalcon nests on cathedral tower", "Gyrfalcon's nest: cathedral tower closed"]
    assert find_stories(rows)["story"].nunique() == 2
    assert find_stories(rows.assign(headline=headlines))["story"].nunique() == 1


def invented_archive(articles, events, seed=5):
    """Return an archive of invented words, the event in its column; some words belong to all events."""
    chance = random.Random(seed)
    rows = []
    for number in range(articles):
        event = number % events
        words = chance.choices([f"own{event}x{word}" for word in range(60)], k=60)
        words += chance.choices([f"common{word}" for word in range(300)], k=60)
        chance.shuffle(words)
        text = " ".join(words)
        if number >= 4 * events and number % 5 == 0:  # a reprint, whole or cut, of an article of the event
            text = rows[chance.randrange(number // events) * events + event][2]
            text = chance.choice([text, text.rsplit(" ", 20)[0], text + " and more"])
        rows.append((f"a{number:05}", "Gull", text, f"2024-03-{1 + event % 28:02}", event))
    return pd.DataFrame(rows, columns=["article", "outlet", "text", "published", "event"])


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("block", [7, 100, 500])
def test_blocks_find_the_events_of_an_archive(monkeypatch, dated, block):
    monkeypatch.setattr(stories, "_BLOCK", block)
    news = invented_archive(600, 12)
    found = find_stories(news if dated else news.drop(columns="published"))
    assert (found["story"].to_numpy() == news["event"] % 12 + 1).all() or not dated
    assert pd.crosstab(found["story"], news["event"].to_numpy()).gt(0).sum().eq(1).all()
    assert found["story"].nunique() == 12


@pytest.mark.parametrize("dated", [True, False])
def test_events_of_two_and_of_a_hundred_articles_both_hold(dated):
    large = invented_archive(200, 2)
    small = invented_archive(40, 20, seed=6).assign(event=lambda rows: rows["event"] + 2)
    small = small.assign(article="s" + small["article"], text=small["text"].str.replace("own", "other"))
    news = pd.concat([large, small], ignore_index=True)
    found = find_stories(news if dated else news.drop(columns="published"))["story"]
    table = pd.crosstab(found, news["event"].to_numpy())
    assert table.shape == (22, 22) and table.gt(0).sum().eq(1).all()


def test_order_of_articles_changes_nothing(monkeypatch, news):
    monkeypatch.setattr(stories, "_BLOCK", 40)
    for whole in (news, invented_archive(200, 8), invented_archive(100, 4).drop(columns="published")):
        there = find_stories(whole)
        for seed in range(3):
            back = find_stories(whole.sample(frac=1, random_state=seed))
            pd.testing.assert_frame_equal(back.sort_values("article", ignore_index=True),
                                          there.sort_values("article", ignore_index=True))


def test_reading_in_parts_gives_the_same_vectors(monkeypatch, news):
    whole = vectorize(news)
    monkeypatch.setattr(vectors, "_AT_ONCE", 2)
    parts = vectorize(news)
    assert abs((whole @ whole.T - parts @ parts.T).toarray()).max() < 1e-6


def test_articles_without_words_are_stories_of_their_own():
    rows = archive(("a0", "Gull", "", None), ("a1", "Tern", None, None), ("a2", "Tern", "…", "2024-03-04"))
    assert find_stories(rows)["story"].nunique() == 3
    assert find_siblings(rows).empty


def test_an_empty_archive_gives_an_empty_table():
    assert find_stories(archive()).columns.tolist() == ["article", "story"]
    assert find_siblings(archive()).columns.tolist() == ["article", "rank", "other", "score"]


def test_what_is_missing_or_twice_is_named(news):
    with pytest.raises(ValueError, match="the archive has no column text"):
        find_stories(news.drop(columns="text"))
    with pytest.raises(ValueError, match="the article f1 stands twice in the archive"):
        find_stories(pd.concat([news, news[:1]]))


def test_siblings(news):
    best = find_siblings(news, count=2)
    pairs = set(zip(best["article"], best["other"], strict=True))
    assert {("f1", "f2"), ("f1", "f3"), ("f2", "f1"), ("f2", "f3"), ("t1", "t2"), ("t2", "t1")} <= pairs
    assert not any(article == other for article, other in pairs)
    assert best.groupby("article")["rank"].apply(list).map(lambda ranks: ranks == [*range(1, len(ranks) + 1)]).all()


def test_siblings_of_the_own_outlet_and_of_other_days_step_back():
    rows = archive(("a0", "Gull", FLOOD[0], "2024-03-04"), ("a1", "Gull", FLOOD[0], "2024-03-04"),
                   ("a2", "Tern", FLOOD[1], "2024-03-04"), ("a3", "Heron", FLOOD[1], "2024-06-04"),
                   ("a4", "Heron", BIRD[0], None))
    first = find_siblings(rows, count=1).set_index("article")["other"]
    assert first["a0"] == "a2"
    by_text = find_siblings(rows, count=1, text_only=True).set_index("article")["other"]
    assert by_text["a0"] == "a1"
    assert by_text["a2"] == "a3"
