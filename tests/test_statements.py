import pandas as pd
import pytest
from speech import make_speech

from analysis.facts.hand import place_hand
from analysis.reading.sidetables import ITEMS
from analysis.remarks.statements import find_occasions
from analysis.remarks.utterances import group_utterances

QUAY = "{lund full: The northern quay will be rebuilt by autumn,}"
FERRY = "{lund full: No passenger was ever in danger on the old ferry,}"
TOLL = "{lund full: The bridge toll stays as it is.}"


def hand_of(*rows):
    return pd.DataFrame(
        [{"item": "a remark", **dict(zip(("file", "excerpt", "statement"), row, strict=True))} for row in rows],
        columns=list(ITEMS),
        dtype="str",
    )


def statements_of(texts, *rows):
    """Return {first words of an utterance: its statement}."""
    event = make_speech(texts)
    hand = place_hand(hand_of(*rows), event.articles)[0]
    utterances = group_utterances(event.quotes, event.sentences, event.articles, hand)
    plain = dict(zip(event.articles["article"], event.articles["text"], strict=True))
    words = [plain[row.article][row.start : row.end].split()[2] for row in utterances.itertuples()]
    return dict(zip(words, utterances["statement"].tolist(), strict=True))


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (f'"{QUAY}" she said. "{FERRY}" she added.', True),
        (f'"{QUAY}" Lund said.\n"{FERRY}" she said.', True),
        # another speaker between, or much else
        (f'"{QUAY}" Lund said.\n"{{moe full: Nobody asked us at all,}}" Moe said.\n"{FERRY}" Lund said.', False),
        (f'"{QUAY}" Lund said.\nOne.\nTwo.\nThree.\n"{FERRY}" she said.', True),
        (f'"{QUAY}" Lund said.\nOne.\nTwo.\nThree.\nFour.\n"{FERRY}" she said.', False),
        # two occasions
        (f'"{QUAY}" Lund said before the meeting.\n"{FERRY}" she said after the meeting.', False),
        (f'"{QUAY}" Lund said after the talks.\n"{FERRY}" she said.', True),
        (f'"{QUAY}" Lund told reporters.\n"{FERRY}" she tweeted.', False),
        (f'"{QUAY}" Lund said on Monday.\n"{FERRY}" she said on Tuesday.', False),
        (f'"{QUAY}" Lund said on Monday.\n"{FERRY}" she said of Tuesday\'s storm.', True),
        # one occasion, told in two places
        (f'"{QUAY}" Lund told reporters.\nOne.\nTwo.\nThree.\nFour.\n"{FERRY}" Lund told reporters.', True),
        (
            f'"{QUAY}" Lund told reporters on Monday.\nOne.\nTwo.\nThree.\nFour.\n"{FERRY}" she told '
            f"reporters on Friday.",
            False,
        ),
        # indirect speech carries the occasion on
        (
            f'"{QUAY}" Lund said in a letter.\nShe said {{lund indirect: money ran short}}.\n"{FERRY}" she tweeted.',
            False,
        ),
        (
            f'"{QUAY}" Lund said.\nOne.\nShe said {{lund indirect: it was late}}.\nOne.\nTwo.\n"{FERRY}" Lund said.',
            True,
        ),
        # what the quotes themselves say is no occasion
        (
            f'"{QUAY}" Lund said.\n"{{lund full: I wrote it in a letter,}}" she said.\n"{FERRY}" she told reporters.',
            True,
        ),
    ],
)
def test_statements_within_an_article(text, together):
    found = statements_of({"gull": text})
    assert (found["quay" if "quay" in found else "northern"] == found["was"]) == together


def test_outlets_that_share_a_remark_share_the_statement():
    found = statements_of(
        {
            "gull": f'"{QUAY}" Lund told reporters. "{FERRY}" she said.',
            "heron": f'"{TOLL}" Lund said. "{QUAY}" she said.',
        }
    )
    assert len(set(found.values())) == 1
    found = statements_of({"gull": f'"{QUAY}" Lund said. "{FERRY}" she said.', "heron": f'"{TOLL}" Lund said.'})
    assert found["was"] != found["toll"]


def test_a_medium_and_a_day_make_one_statement_of_two_outlets():
    texts = {
        "gull": f'"{QUAY}" Lund told reporters on Monday.',
        "heron": f'"{FERRY}" Lund said at a news conference on Monday.',
    }
    assert len(set(statements_of(texts).values())) == 1
    texts["heron"] = f'"{FERRY}" Lund said at a news conference on Tuesday.'
    assert len(set(statements_of(texts).values())) == 2


def test_a_reader_joins_and_parts():
    texts = {"gull": f'"{QUAY}" Lund said. "{FERRY}" she said.', "heron": f'"{TOLL}" Lund said.'}
    found = statements_of(texts, ("gull", "northern quay", "speech"), ("heron", "bridge toll", "speech"))
    assert len(set(found.values())) == 1
    found = statements_of(texts, ("gull", "northern quay", "speech"), ("gull", "on the old ferry", "letter"))
    assert len(set(found.values())) == 3
    found = statements_of(
        texts, ("gull", "northern quay", "speech"), ("gull", "Lund said", "speech"), ("heron", "Lund said.", "speech")
    )
    assert len(set(found.values())) == 1


@pytest.mark.parametrize(
    "row",
    [
        ("gull", "no such words", "speech"),
        ("tern", "northern quay", "speech"),
        ("gull", None, "speech"),
        ("gull", "northern quay", None),
    ],
)
def test_a_row_that_fits_nothing_is_left_out(row):
    texts = {"gull": f'"{QUAY}" Lund said. "{FERRY}" she said.'}
    assert statements_of(texts, row) == statements_of(texts)


def test_occasions_say_what_the_article_says():
    event = make_speech(
        {
            "gull": f'"{QUAY}" Lund told reporters on Monday after the long harbour talks. "{FERRY}" she said.\n'
            f'"{{moe full: Nobody asked us at all,}}" Moe said on 3 March.'
        }
    )
    occasions = find_occasions(event.quotes, event.sentences, event.articles)
    assert [(row.medium, row.moment, row.day) for row in occasions] == [
        ("press", "after", "Monday"),
        ("press", "after", "Monday"),
        ("", "", "3 March"),
    ]
    assert [row.chain for row in occasions] == [0, 0, 2]
