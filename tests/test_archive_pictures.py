"""The pictures of an archive say what its sums hold, also where they hold little."""

from types import SimpleNamespace

import pandas as pd

from analysis import plot_reuse, plot_speakers, share_reuse


def make(words, shared=(), quoted=()):
    return SimpleNamespace(
        stories=pd.DataFrame({"story": [1, 2]}),
        outlets=pd.DataFrame([(outlet, "2024-05", number) for outlet, number in words],
                             columns=["outlet", "month", "words"]),
        reuse=pd.DataFrame(shared, columns=["outlet", "other", "words"]),
        sources=pd.DataFrame(quoted, columns=["speaker", "words_quoted"]))


def test_shares_are_of_the_words_that_an_outlet_printed():
    results = make([("Echo", 200), ("Bee", 50), ("Bee", 50)],
                   [("Echo", "Bee", 20), ("Bee", "Echo", 20), ("Bee", "Echo", 5)])
    table = share_reuse(results)
    assert table.loc["Bee", "Echo"] == 0.25 and table.loc["Echo", "Bee"] == 0.1
    assert table.isna().sum().sum() == 2
    picture = plot_reuse(results)
    assert picture.title == "25 % of what Bee prints stands in Echo too" and "2 stories" in picture.subtitle


def test_many_outlets_and_none():
    assert plot_reuse(make([("Echo", 10)])).title == "One outlet alone: nothing to compare it with"
    assert plot_reuse(make([("Echo", 10), ("Bee", 10)])).title == "No outlet prints a passage of another"
    assert "; 3 are left out" in plot_reuse(make([(f"Outlet {number}", 10) for number in range(15)])).caption


def test_speakers_without_a_name_are_no_speakers():
    quoted = [("Ann Bellamy", 30), (None, 500), ("Ann Bellamy", 30), ("Tom Hale", 20), ("Bo Hale", 0)]
    picture = plot_speakers(make([("Echo", 10)], quoted=quoted))
    assert picture.title == "Ann Bellamy has 75 % of all quoted words with a known speaker"
    assert picture.subtitle.endswith("2 speakers.")
    assert plot_speakers(make([("Echo", 10)])).title == "No quote has a speaker that the rules could name"
