import pandas as pd

from analysis.event import Event
from analysis.themes.concordance import list_cases

TEXT = 'The so-called treaty was signed. It was "wholly unlawful," Ada Lund said.\nCritics wrongly claimed victory.'
EVENT = Event.from_articles(pd.DataFrame({"article": ["gull"], "outlet": ["The Gull"], "text": [TEXT]}))
PLACES = pd.DataFrame([("gull", TEXT.index(word), TEXT.index(word) + len(word), voice) for word, voice in (
    ("so-called", "own"), ("unlawful", "quoted"), ("wrongly", "own"), ("claimed", "own"))],
    columns=["article", "start", "end", "voice"])


def test_a_case_gives_back_its_sentence():
    cases = list_cases(PLACES, EVENT.sentences)
    assert (cases["before"] + cases["words"] + cases["after"]).isin(EVENT.sentences["text"]).all()
    assert cases["before"].tolist()[2:] == ["Critics ", "Critics wrongly "]


def test_no_case_is_an_empty_table_with_its_columns():
    cases = list_cases(PLACES.iloc[:0], EVENT.sentences)
    assert cases.empty and list(cases) == ["article", "zone", "voice", "before", "words", "after"]
