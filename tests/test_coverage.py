from itertools import permutations

import pandas as pd
import pytest
from speech import make_speech

from analysis.remarks.coverage import cover_utterances
from analysis.remarks.utterances import group_utterances
from analysis.remarks.wordings import choose_longest, read_version
from analysis.tables import empty

LONG = (
    "We inherited old quarrels from the last harbour board, which put obstacles before our pilots, to which we "
    "answered and also made life hard for their captains in the northern port."
)


def cover(texts, **columns):
    event = make_speech(texts, **columns)
    utterances = group_utterances(event.quotes, event.sentences, event.articles)
    return event, utterances, cover_utterances(utterances, event.quotes, event.sentences, event.articles)


def row_of(coverage, article, utterance=0):
    return coverage[(coverage["article"] == article) & (coverage["utterance"] == utterance)].iloc[0]


@pytest.mark.parametrize(
    ("other", "state", "dropped", "replaced", "added"),
    [
        ("The old ferry line will open again once the quay has been rebuilt", "full", None, None, None),
        ("the old ferry line will open again", "partial", "once the quay has been rebuilt", None, None),
        (
            "The old ferry line will start again once the wharf has been rebuilt",
            "reworded",
            None,
            "open > start; quay > wharf",
            None,
        ),
        ("The ferry line will open again once the quay has fully been rebuilt", "reworded", "old", None, "fully"),
        ("The ferry line will open again once the quay has now been rebuilt", "full", "old", None, "now"),
    ],
)
def test_every_version_lies_beside_the_longest(other, state, dropped, replaced, added):
    _, _, coverage = cover(
        {
            "gull": '"{lund full said: The old ferry line will open again once the quay has been rebuilt.}" It rained.',
            "heron": f'"{{lund partial warned: {other}}}"',
        }
    )
    row = row_of(coverage, "heron")
    assert [
        row["state"],
        row["cue"],
        *(None if pd.isna(row[name]) else row[name] for name in ("dropped", "replaced", "added")),
    ] == [state, "warned", dropped, replaced, added]
    full = row_of(coverage, "gull")
    assert full[["state", "kept", "cue"]].tolist() == ["full", 1.0, "said"]
    assert full[["reason", "dropped", "replaced", "added"]].isna().all()


@pytest.mark.parametrize(("gull", "heron", "families", "reference"), [
    ("{}", "{} It rained all night.", "11", "heron"),  # a shortened copy changed the word, not the whole text
    ("{} It rained all night.", "{}", "11", "gull"),
    ("{}", "{} It rained all night.", "12", "gull"),  # of two texts that are no copies, the longer has no more right
])
def test_of_versions_of_one_length_that_of_the_whole_text_is_what_its_copy_changed(gull, heron, families, reference):
    event, utterances, _ = cover({
        "gull": gull.format('"{lund full: We know that the pier will fall into the harbour.}"'),
        "heron": heron.format('"{lund full: We believe that the pier will fall into the harbour.}"')})
    kin = pd.DataFrame({"article": ["gull", "heron"], "family": list(families)})
    coverage = cover_utterances(utterances, event.quotes, event.sentences, event.articles, kin)
    changed = {row.article for row in coverage.itertuples() if isinstance(row.replaced, str)}
    assert changed == {"gull", "heron"} - {reference}


@pytest.mark.parametrize("order", list(permutations(["gull", "heron", "tern"])))
@pytest.mark.parametrize(("family", "longest"), [({}, "gull"), (dict.fromkeys(["gull", "heron", "tern"], 1), "heron")])
def test_of_versions_that_nothing_else_parts_the_name_of_the_article_decides(order, family, longest):
    texts = {"gull": "The pier fell.", "heron": "The quay fell. It rained.", "tern": "The wall fell. It rained."}
    versions = [read_version(texts, name, 0, True, 0, 14) for name in order]
    assert choose_longest(versions, texts, family).article == longest


def test_a_remark_acknowledged_here_is_an_accusation_there():
    _, _, coverage = cover(
        {
            "gull": 'He acknowledged that they had "{lund partial acknowledged: made life hard}" for captains.',
            "heron": f'Lund said: "{{lund full said: {LONG}}}"',
        }
    )
    one, other = row_of(coverage, "gull"), row_of(coverage, "heron")
    assert one[["state", "cue"]].tolist() == ["partial", "acknowledged"] and other[["state", "cue"]].tolist() == [
        "full",
        "said",
    ]
    assert one["kept"] == pytest.approx(3 / 31)
    assert one["dropped"].startswith("We inherited old quarrels") and one["dropped"].endswith(
        "for their captains in the northern port"
    )


def test_spellings_are_no_other_words():
    _, _, coverage = cover(
        {
            "gull": '"{lund full: The U.S. harbour-master won\'t organise labour in our centre.}"',
            "heron": '"{lund full: The US harbor-master won’t organize labor in our center.}"',
        }
    )
    assert coverage["state"].tolist() == ["full", "full"] and coverage["kept"].tolist() == [1.0, 1.0]


def test_parts_in_one_article_add_up():
    _, _, coverage = cover(
        {
            "gull": '"{lund full: The old ferry line will open again once the quay has been rebuilt by the city.}"',
            "heron": 'The "{lund partial: old ferry line}" goes. It "{lund partial: will open again once the quay}" '
            "is dry.",
        }
    )
    row = row_of(coverage, "heron")
    assert row["kept"] == pytest.approx(9 / 16) and row["quote"] == 1
    assert row["dropped"] == "The; has been rebuilt by the city"


def test_absence_has_a_reason():
    _, utterances, coverage = cover(
        {
            "gull": '"{lund full: The quay will be rebuilt,}" Lund said on Friday. "{lund full: No passenger was in '
            'danger.}"',
            "heron": 'On Friday, "{lund full: No passenger was in danger,}" Lund said.',
            "tern": "Nobody spoke.",
            "wren": "Nobody spoke.",
        },
        published=["2021-03-06", "2021-03-06", "2021-03-06", "2021-03-05"],
        knows_until=["2021-03-05", "2021-03-05", "2021-03-05", "2021-03-04"],
    )
    assert utterances["statement"].nunique() == 1
    reasons = coverage[coverage["state"] == "absent"].set_index(["utterance", "article"])["reason"].to_dict()
    assert reasons == {
        (0, "heron"): "left out of a statement it quotes",
        (0, "tern"): "statement not used",
        (1, "tern"): "statement not used",
        (0, "wren"): "statement later than this text",
        (1, "wren"): "statement later than this text",
    }


def test_indirect_speech_counts_where_no_quote_does():
    _, _, coverage = cover(
        {
            "gull": '"{lund full said: The ferry line will open again once the northern quay has been rebuilt.}"',
            "heron": "She added {lund indirect added: the ferry line would open again once the northern quay was "
            "rebuilt}.",
        }
    )
    row = row_of(coverage, "heron")
    assert row[["state", "cue", "quote"]].tolist() == ["indirect", "added", 0] and 0 < row["kept"] < 1
    assert row[["dropped", "replaced", "added"]].isna().all()


PAY = '"{lund full said: The pilots did not ask for this strike and they will lose pay over it,}" Lund said.'
VALVES = '"{lund full said: Nobody has checked the valves of this plant in nine years,}" Lund said.'


@pytest.mark.parametrize(("remark", "other", "state"), [
    (PAY, "Pilots strike over pay.", None),
    (PAY, "Pilots have called a strike over their pay, a paper said.", None),
    (PAY, 'The strike of the pilots is about pay. "{moe full said: It is a lost year,}" Moe said.', None),
    (VALVES, 'The plant is old. "{moe full said: The valves of the plant went nine years without a check,}" Moe said.',
     None),
    (VALVES, "The plant makes soap.", "absent"),
    (VALVES, "Lund said {lund indirect said: the plant went nine years without an inspection of its valves}.",
     "indirect"),
    (VALVES, "The valves had not been checked for nine years, Ada Lund warned of the plant.", "indirect"),
    (VALVES, '"{moe full said: We need a plant that works in nine years,}" Moe said.', "absent"),
])
def test_a_subject_in_common_is_no_remark(remark, other, state):
    row = row_of(cover({"gull": remark, "heron": other})[2], "heron")
    assert (None if pd.isna(row["state"]) else row["state"]) == state, row["reason"]


def test_every_utterance_has_every_article_in_any_order():
    texts = {
        "tern": f'"{{lund full: {LONG}}}" "{{moe full: Nobody asked us.}}"',
        "gull": "Nothing.",
        "heron": '"{moe full: Nobody asked us.}"',
    }
    _, utterances, coverage = cover(texts)
    assert (
        len(coverage) == utterances["utterance"].nunique() * 3
        and not coverage.duplicated(["utterance", "article"]).any()
    )
    _, _, again = cover(dict(sorted(texts.items())))
    key = ["utterance", "article"]
    one, two = (table.astype({"article": str}).sort_values(key, ignore_index=True) for table in (coverage, again))
    pd.testing.assert_frame_equal(one, two)


def test_what_a_text_has_of_a_remark_does_not_hang_on_the_other_texts():
    remark = f'"{{lund full said: {LONG}}}" Lund said. "{{moe full: He owes 716 crowns to the baker of Norhaven.}}"'
    others = {
        "heron": "The last harbour board left old quarrels and put obstacles before pilots, Ada Lund said.",
        "tern": "We inherited old quarrels from the last harbour board.\nThe debt has grown to 716 crowns. He owes it.",
        "wader": "It rained.",
        "stork": 'A baker in Norhaven said "{nobody partial: He owes 716 crowns to the baker}" on Monday. Lund left.',
    }
    names = ["state", "reason", "quote", "kept", "start", "end"]
    whole = cover({"gull": remark, **others})[2].astype({"article": str, "state": object})
    assert {"absent", "full"} < set(whole["state"].dropna())
    for article, text in others.items():
        alone = cover({"gull": remark, article: text})[2].astype({"article": str, "state": object})
        one, two = (table[table["article"] == article][names].reset_index(drop=True) for table in (whole, alone))
        pd.testing.assert_frame_equal(one[:len(two)], two)


@pytest.mark.parametrize("texts", [{}, {"gull": "Nobody spoke."}])
def test_no_speech_gives_an_empty_table(texts):
    event, _, coverage = cover(texts)
    pd.testing.assert_frame_equal(coverage, empty("coverage", event.articles))


@pytest.mark.parametrize(("one", "other", "state"), [
    ("I asked Governor Roe to mend every plank by May", "I asked Gov. Roe to mend every plank by May", "full"),
    ("I asked Senator Roe to mend every plank by May", "I asked Sen. Roe to mend every plank by May", "full"),
    ("I asked Roe to mend every plank of it by May", "I asked Mr Roe to mend every plank of it by May", "full"),
    ("I asked Governor Roe to mend every plank of it by May", "I asked Senator Roe to mend every plank of it by May",
     "reworded"),
    ("I asked Governor Roe to mend every plank of it by May", "I asked Governor Roe to mend every board of it by May",
     "reworded"),
])
def test_a_title_more_or_in_another_form_rewords_nothing(one, other, state):
    _, _, coverage = cover({"gull": f'"{{lund full said: {one}.}}"', "heron": f'"{{lund full said: {other}.}}"'})
    assert sorted(coverage["state"].tolist(), key=lambda told: told != "full") == (
        ["full", "full"] if state == "full" else ["full", state])
