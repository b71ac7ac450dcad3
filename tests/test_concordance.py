import pandas as pd

from analysis.event import Event
from analysis.themes.concordance import find_qualifiers, list_cases

TEXT = 'The so-called treaty was signed. It was "wholly unlawful," Ada Lund said.\nCritics wrongly claimed victory.'
EVENT = Event.from_articles(pd.DataFrame({"article": ["gull"], "outlet": ["The Gull"], "text": [TEXT]}))


def test_qualifying_words_are_found_with_their_voice():
    found = find_qualifiers(EVENT.articles, EVENT.voices)
    assert [TEXT[row.start:row.end] for row in found.itertuples()] == ["so-called", "unlawful", "wrongly", "claimed"]
    assert found["voice"].tolist() == ["own", "quoted", "own", "own"]
    assert found["speaker"].fillna("").tolist() == ["", "Ada Lund", "", ""]


def test_a_case_gives_back_its_sentence():
    cases = list_cases(find_qualifiers(EVENT.articles, EVENT.voices), EVENT.sentences)
    assert (cases["before"] + cases["words"] + cases["after"]).isin(EVENT.sentences["text"]).all()
    assert cases["before"].tolist()[2:] == ["Critics ", "Critics wrongly "]


def test_no_case_is_an_empty_table_with_its_columns():
    cases = list_cases(find_qualifiers(EVENT.articles, EVENT.voices).iloc[:0], EVENT.sentences)
    assert cases.empty and list(cases) == ["article", "zone", "voice", "speaker", "before", "words", "after"]
