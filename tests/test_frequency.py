"""How often words stand in general English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordfreq import get_frequency_dict, zipf_frequency

from analysis.english.frequency import zipf


@pytest.mark.parametrize("word", [
    "the", "The", "harbour", "Ellby", "zzxqv", "don't", "don’t", "co-operate", "well-known", "2019", "12,500", "3.5",
    "1980s", "12th", "covid19", "naïve", "straße", "", "'", "-", "two words", "U.S.", "a1", "½", "東京",
])
def test_a_word_is_as_common_as_wordfreq_says(word):
    assert zipf(word) == zipf_frequency(word, "en")


@given(st.text(st.characters(codec="utf-8"), max_size=12))
def test_any_text_is_as_common_as_wordfreq_says(text):
    assert zipf(text) == zipf_frequency(text, "en")


def test_the_list_is_held_once():
    assert zipf("harbour") > zipf("Ellby")
    assert get_frequency_dict.cache_info().currsize == 1
