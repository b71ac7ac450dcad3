import pytest

from analysis.english.spellings import spell


@pytest.mark.parametrize("pair", [
    "colour color", "neighbourhood neighborhood", "organisations organizations", "Analysed analyzed", "metre meter",
    "centre center", "defence defense", "travelled traveled", "cancelling canceling", "programme program",
    "anaemia anemia", "grey gray", "spelt spelled", "sceptical skeptical", "manoeuvre maneuver", "judgement judgment",
    "U.S. US", "harbour-master harbor-master", "towards toward",
])
def test_two_spellings_are_one_word(pair):
    british, american = pair.split()
    assert spell(british) == spell(american)


@pytest.mark.parametrize("pair", ["four for", "your yor", "hour hor", "rise rize", "fence fense", "wall wal",
                                  "petrol gasoline", "three free"])
def test_other_words_stay_two(pair):
    one, other = pair.split()
    assert spell(one) != spell(other)
