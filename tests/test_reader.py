"""Two texts side by side: what matches stands in one row, and a gap never hides a match."""

import json
import re

import pandas as pd
import pytest

from analysis.event import Event
from analysis.pages.anypair import write_pairs
from analysis.pages.reader import Addresses, align_sentences, fill_reader, list_pairs, read_side_by_side

LEAD = "The old ferry sank in the harbour of the island on Monday morning after a fire in its engine room."
PIER = "Divers found nobody inside the wreck, the island's harbour master told reporters on the northern pier."
BOAT = "A new boat will be bought from the money that the island had saved for its school."


def links(*rows):
    ranks = {"verbatim": 0, "edited": 1, "fragment": 2, "paraphrase": 3}
    table = pd.DataFrame(rows, columns=["sentence", "other_sentence", "relation", "moved"]).astype({"moved": bool})
    return table.assign(rank=table["relation"].map(ranks), score=1.0)


@pytest.mark.parametrize(("found", "rows"), [
    ([], [([0], []), ([1], []), ([2], []), ([], [0]), ([], [1]), ([], [2])]),
    ([(0, 0, "verbatim", False), (2, 1, "edited", False)], [([0], [0]), ([1], []), ([2], [1]), ([], [2])]),
    # a headline says what the other's lead says, but the leads are the same words
    ([(0, 0, "paraphrase", False), (1, 0, "verbatim", False), (2, 0, "paraphrase", False), (2, 1, "verbatim", False)],
     [([0], []), ([1], [0]), ([2], [1]), ([], [2])]),
    # one sentence that the other text has split in two
    ([(1, 1, "edited", False), (1, 2, "edited", False)], [([0], []), ([], [0]), ([1], [1, 2]), ([2], [])]),
    # a far piece of a sentence does not draw what lies between into its row
    ([(0, 0, "verbatim", False), (0, 2, "fragment", False)], [([0], [0]), ([1], []), ([2], []), ([], [1]), ([], [2])]),
    ([(0, 2, "verbatim", True), (1, 0, "verbatim", False)], [([0], []), ([1], [0]), ([2], []), ([], [1]), ([], [2])]),
])
def test_rows(found, rows):
    assert align_sentences(links(*found), range(3), range(3)) == rows


def event(*texts):
    return Event.from_articles(pd.DataFrame(
        {"article": ["a", "b"], "outlet": ["Gull", "Tern <b>"], "text": ["\n".join(text) for text in texts]}))


def cells(page):
    return [re.sub("<[^>]*>", "", cell) for cell in re.findall("<td>(.*?)</td>", page)]


def test_a_gap_says_whether_the_other_text_has_it_elsewhere():
    page = cells(read_side_by_side(event((LEAD, PIER, BOAT), (PIER, "Prices rose again.", LEAD)), "a", "b"))
    gaps = [cell for cell in page if re.match("(no such sentence|elsewhere) in ", cell)]
    assert sorted(gaps) == ["elsewhere in Gull", "elsewhere in Tern &lt;b&gt;", "no such sentence in Gull",
                            "no such sentence in Tern &lt;b&gt;"]
    assert len(page) == 10


def test_an_unknown_article_is_named():
    with pytest.raises(KeyError, match="no article z: there are a, b"):
        read_side_by_side(event((LEAD,), (PIER,)), "a", "z")


def test_every_place_has_its_address_and_every_article_its_pair():
    names = [f"a{number}" for number in range(18)]  # more pairs than the page holds
    table = pd.DataFrame({"article": names, "outlet": names,
                          "text": [f"{LEAD}\nHouse {name} stands alone.\n{PIER}" for name in names]})
    crowd = Event.from_articles(table)
    pairs = list_pairs(crowd)
    assert {name for pair in pairs for name in pair} == set(names) and len(pairs) < 30
    page = "".join(pair["body"] for pair in fill_reader(crowd)["pairs"])
    ids = re.findall(r" id='([^']+)'", page)
    assert len(ids) == len(set(ids))
    for name in names:
        link = Addresses(crowd).find((name, len(LEAD) + 3, 0))
        here = link.removeprefix("reader.html#")
        assert here in ids and f"House {name}" in page[page.index(f"id='{here}'"):][:200]


def test_a_place_beside_another_opens_their_pair():
    table = pd.DataFrame({"article": list("abc"), "outlet": list("ABC"), "text": [LEAD, PIER, BOAT]})
    three = Event.from_articles(table)
    pairs = list_pairs(three)
    for one, two in (("a", "c"), ("b", "c"), ("a", "b")):
        number = int(Addresses(three).find((one, 0, 3), [(one, 0, 3), (two, 0, 3)]).split("-")[1])
        assert set(pairs[number - 1]) == {one, two}


def test_one_article_is_read_alone():
    alone = Event.from_articles(pd.DataFrame({"article": ["a"], "outlet": ["Gull"], "text": [LEAD]}))
    page = fill_reader(alone)
    assert list_pairs(alone) == [("a", "a")] and page["pairs"][0]["label"] == "Gull"
    assert write_pairs(alone, list_pairs(alone)) == ""
    assert Addresses(alone).find(("a", 0, 5)) == "reader.html#pair-1-0-0"


def test_any_pair_that_is_not_ready_can_be_laid_out():
    texts = ["The ferry sank near the old harbour on Monday. Nobody was hurt.",
             "The ferry sank near the old harbour on Tuesday. Divers came. </script>", "Prices rose again."]
    outlets = ["Gull", "Tern", "Crow"]
    event = Event.from_articles(pd.DataFrame({"article": list("abc"), "outlet": outlets, "text": texts}))
    page = write_pairs(event, [("a", "c")])
    data = json.loads(page)
    assert "<" not in page and data["outlets"] == outlets and data["ready"] == {"0 2": 1}
    assert [text for _, _, text in data["texts"][2]] == ["Prices rose again."]
    assert list(data["pairs"]) == ["0 1"]
    pair, first = data["pairs"]["0 1"], data["texts"][0][0][0]
    assert pair["rows"][0] == [[first], [data["texts"][1][0][0]]]
    kind, changed = pair["left"][str(first)]
    assert data["tags"][kind] == ["edited", "edited"]
    assert [texts[0][start:end] for start, end in changed] == ["Monday"]
