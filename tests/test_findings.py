"""The front page on small invented events: each kind of finding, its wording, its passages, its silence."""

import pandas as pd
import pytest

from analysis.answers.findings import rank_findings
from analysis.claims.base import claim
from analysis.english.wording import count, join_names, percent, shorten
from analysis.event import Event
from analysis.thresholds import threshold

COPY = (
    "The harbour board closed the north pier of Port Amber on Monday after engineers found cracks in four pillars.\n"
    "The pier carries the ferry to Gull Island, which some nine hundred commuters take every working day.\n"
    "Engineers will inspect the remaining pillars this week, and divers are due to arrive on Thursday morning.\n"
)
REST = (
    '"We had no choice but to close it, and we will not gamble with lives," harbour master Ada Lund said.\n'
    '"The board has known about the cracks since last spring and did nothing," said union leader Boris Quill.\n'
)
EARLY = (
    "Fishermen in Port Amber have lost their moorings to a closed pier.\n"
    '"We had no choice but to close it, and we will not gamble with lives," harbour master Ada Lund said.\n'
    '"My boat has nowhere to go before winter comes," said skipper Cleo Marsh.\n'
)
LATE = (
    "A second crossing is planned from the old salt works, the county says.\n"
    'Harbour master Ada Lund acknowledged that they "will not gamble with lives" any more.\n'
    '"A crossing from the salt works costs us two million crowns," said treasurer Dora Finch.\n'
)
PEOPLE = pd.DataFrame(
    [
        ("Ada Lund", "Lund", "harbour master", "board", "official"),
        ("Boris Quill", "Quill", "union leader", "union", "opposition"),
        ("Cleo Marsh", "Marsh", "skipper", "fishermen", "citizen"),
        ("Emil Stone", "Stone", "owner of the ferry", "ferry", "citizen"),
    ],
    columns=["name", "aliases", "role", "side", "type"],
    dtype="str",
)


def make_event(texts, **options):
    frame = pd.DataFrame({"article": list(texts), "outlet": [name.title() for name in texts],
                          "text": [text.rstrip("\n") for text in texts.values()]})
    return Event.from_articles(frame, **options)


@pytest.fixture(scope="module")
def unrelated():
    return make_event({"gull": COPY + REST, "heron": EARLY, "stork": LATE})


@pytest.fixture(scope="module")
def copied():
    return make_event({"gull": COPY + REST, "heron": COPY, "stork": LATE}, people=PEOPLE)


def find_claim(event, words):
    found = [row for row in event.findings.itertuples() if words in row.claim]
    assert len(found) == 1, [words, event.findings["claim"].tolist()]
    return found[0]


def passages(event, row):
    texts = dict(zip(event.articles["article"].astype(str), event.articles["text"], strict=True))
    return [(article, texts[article][start:end]) for article, start, end in row.evidence]


def test_lineage_comes_first_and_names_the_longest_shared_run(unrelated):
    first = unrelated.findings.iloc[0]
    assert first["claim"] == (
        "3 files, 3 texts: none is a copy of another; the longest run of words that two share within a sentence "
        "(Gull and Heron) has 20."
    )
    assert {article for article, _, _ in first["evidence"]} == {"gull", "heron"}


def test_texts_that_share_no_run_of_words_say_so():
    event = make_event({"gull": COPY, "stork": LATE})
    assert event.findings["claim"].iloc[0] == (
        "2 files, 2 texts: none is a copy of another, and no two share 8 words in a row."
    )
    assert len(event.findings["evidence"].iloc[0]) == 2


def test_copies_are_counted_as_one_text(copied):
    assert copied.findings["claim"].iloc[0] == (
        "3 files hold 2 texts: Gull and Heron print versions of one story; Stork is a text of its own."
    )


def test_a_cut_copy_says_what_went_with_the_rest(copied):
    row = find_claim(copied, "prints")
    assert row.claim == (
        "Heron prints 53 words of the copy of which Gull prints 91; what it cut holds every quoted word of the "
        "board side and the union side."
    )
    assert passages(copied, row)[0][0] == "heron" and passages(copied, row)[1][0] == "gull"


def test_a_cut_copy_names_the_speakers_where_no_side_is_known():
    event = make_event({"gull": COPY + REST, "heron": COPY, "stork": LATE})
    row = find_claim(event, "what it cut holds")
    assert "every quoted word of Ada Lund and Boris Quill." in row.claim


def test_sides_that_are_named_and_never_quoted_are_written_out(unrelated):
    silent = make_event({"gull": COPY + REST, "heron": EARLY + "Emil Stone has not answered.\nStone is away.\n"},
                        people=PEOPLE)
    row = find_claim(silent, "In none of")
    assert row.claim == "In none of the 2 articles is a word in quotation marks from ferry (named 2 times)."
    assert not unrelated.findings["claim"].str.contains("In none of").any(), "without people.csv no side is silent"


def test_every_side_quoted_has_its_own_wording():
    event = make_event({"gull": COPY + REST, "heron": EARLY}, people=PEOPLE[:3])
    assert find_claim(event, "Every side").claim == (
        "Every side that is listed is quoted by somebody: board, union and fishermen."
    )


def test_people_whom_one_text_alone_quotes(unrelated):
    row = find_claim(unrelated, "in one text alone: only")
    assert row.claim.startswith("At least 3 people are quoted, named beside their words (4 or more), in one text alone")
    for part in ("only Gull quotes Boris Quill", "only Heron quotes Cleo Marsh", "only Stork quotes Dora Finch"):
        assert part in row.claim
    assert "Ada Lund" not in row.claim
    assert len({article for article, _, _ in row.evidence}) == 2


@pytest.mark.parametrize("said", [
    '"The board has known about the cracks since last spring," Quill told The Stork.\n',
    'Quill is the loudest critic of the board, and "it has known about the cracks for a year" is the talk here.\n',
])
def test_a_name_beside_a_quote_elsewhere_makes_nobody_alone(said):
    event = make_event({"gull": COPY + REST, "stork": LATE + said})
    assert "Quill" not in find_claim(event, "in one text alone: only Stork").claim


def test_nobody_quoted_in_one_text_alone_has_its_own_wording():
    others = (
        '"The moorings are full until spring," said skipper Cleo Marsh.\n'
        '"We have known for a year," said Boris Quill.\n'
    )
    event = make_event({"gull": COPY + others, "heron": EARLY + '"It is a long story of neglect," said Boris Quill.\n'})
    event.quotes = event.quotes[event.quotes["speaker"] != "Ada Lund"]
    assert find_claim(event, "Nobody").claim == "Nobody was found who is quoted by name in one text alone."


def test_a_piece_of_a_remark_is_set_beside_the_whole(unrelated):
    row = find_claim(unrelated, "Of one remark")
    assert row.claim == "Of one remark of Ada Lund, Stork quotes 5 words, after “acknowledged”; Gull quotes 15."
    assert row.number == 10
    assert passages(unrelated, row)[0] == ("stork", "will not gamble with lives")


def test_a_remark_in_other_words_is_counted_word_by_word():
    other = '"We had no option but to shut it, and we will never gamble with lives," harbour master Ada Lund said.\n'
    event = make_event({"gull": COPY + REST, "stork": LATE.split("\n")[0] + "\n" + other})
    row = find_claim(event, "word one quoted remark")
    assert row.claim == (
        "Gull and Stork word one quoted remark of Ada Lund differently: 3 words of the 15 that Gull prints are not in "
        "the other version."
    )


def test_remarks_in_the_same_words_have_their_own_wording():
    event = make_event({"gull": COPY + REST, "heron": EARLY})
    assert find_claim(event, "in the same words").claim == (
        "1 remark is quoted whole in more than one text, everywhere in the same words."
    )


def test_a_remark_that_two_texts_quote_and_the_third_has_not():
    other = LATE.replace("will not gamble with lives", "care")
    event = make_event({"gull": COPY + REST, "heron": EARLY, "stork": other})
    row = find_claim(event, "no such words")
    assert row.claim == (
        "Gull and Heron quote from one remark of Ada Lund, “We had no choice but to close it, and we will not gamble "
        "with lives”; no such words were found in Stork."
    )


def test_house_style_is_told_of_copies_only(unrelated):
    styled = COPY.replace("Monday", "today").replace("nine hundred", "900") + REST.replace("harbour master", "Ms")
    event = make_event({"gull": COPY + REST, "heron": styled, "stork": LATE})
    row = find_claim(event, "word the same copy differently")
    assert row.claim.startswith("Gull and Heron word the same copy differently in ")
    assert not unrelated.findings["claim"].str.contains("same copy").any(), "quoting one speaker is no copying"


def test_a_copy_without_a_changed_word_says_so(copied):
    assert find_claim(copied, "no word is changed").number == 0


def test_a_statement_that_a_text_prints_twice():
    again = EARLY + 'Later Ada Lund said: "We had no choice but to close it, and we will not gamble with lives."\n'
    row = find_claim(make_event({"gull": COPY, "heron": again}), "twice")
    assert row.claim == "Heron prints 15 words twice in its text."
    assert row.evidence[0] != row.evidence[1]


def test_who_is_quoted_first_and_where_the_second_side_comes():
    event = make_event({"gull": COPY + REST, "heron": EARLY}, people=PEOPLE)
    assert find_claim(event, "quotes a side").claim.startswith(
        "Every text that quotes a side quotes board first; a second side is quoted after "
    )


def test_a_second_side_that_a_cut_took_away_is_called_a_cut():
    event = make_event({"gull": COPY + REST, "heron": COPY + REST.split("\n")[0], "stork": EARLY}, people=PEOPLE)
    if (event.families["role"].astype(str) == "cut").any():
        assert "never in Heron, which was cut before it" in find_claim(event, "a second side").claim


def test_a_single_article_makes_no_comparison():
    event = make_event({"gull": COPY + REST})
    assert not event.findings["claim"].str.contains("text alone|copy|copies|differ").any()
    assert event.findings["strength"].between(0, 1).all()


def test_an_event_without_articles_has_no_findings():
    assert make_event({}).findings.empty


@pytest.mark.parametrize("name", ["unrelated", "copied"])
def test_every_finding_can_be_quoted(name, request):
    event = request.getfixturevalue(name)
    lengths = dict(zip(event.articles["article"].astype(str), event.articles["text"].str.len(), strict=True))
    assert event.findings["strength"].iloc[1:].is_monotonic_decreasing
    assert event.findings["finding"].tolist() == list(range(1, len(event.findings) + 1))
    for _, row in event.findings.iterrows():
        assert row["evidence"], row["claim"]
        assert all(0 <= start < end <= lengths[article] for article, start, end in row["evidence"])
        assert len(event.evidence(row)) >= len(row["evidence"]), row["claim"]
        assert row["claim"].endswith(".") and "nan" not in row["claim"] and "  " not in row["claim"]


def test_the_order_of_the_articles_changes_no_finding_but_their_order():
    texts = {"gull": COPY + REST, "heron": EARLY, "stork": LATE}
    there, back = make_event(texts), make_event(dict(reversed(texts.items())))
    assert there.findings["number"].tolist() == back.findings["number"].tolist()


def make_claim(sentence, strength):
    return claim(sentence, 1, "words", "draw_strips", strength, [("gull", 0, 1)])


def test_lineage_leads_and_the_best_of_each_kind_comes_before_second_ones():
    room = int(threshold("most_findings"))
    kinds = [[make_claim(f"kind {number:02}", 0.1)] for number in range(room - 1)]
    kinds[0].append(make_claim("second", 0.9))
    table = rank_findings([make_claim("lineage", 0.01)], *kinds)
    assert len(table) == room and table["claim"].iloc[0] == "lineage" and "second" not in set(table["claim"])
    table = rank_findings([make_claim("lineage", 0.01)], *kinds[:3])
    assert table["claim"].tolist() == ["lineage", "second", "kind 00", "kind 01", "kind 02"]


def test_a_strength_stays_between_0_and_1():
    assert make_claim("a", 7)["strength"] == 1 and make_claim("a", -1)["strength"] == 0


@pytest.mark.parametrize("made, expected", [
    (count(1, "article"), "1 article"),
    (count(0, "article"), "no articles"),
    (count(1204, "word"), "1,204 words"),
    (count(2, "text family", "text families"), "2 text families"),
    (join_names(["A"]), "A"),
    (join_names(["A", "B", "C"], "or"), "A, B or C"),
    (join_names([]), "none"),
    (percent(0.284), "28 %"),
    (percent(0.001), "under 1 %"),
    (percent(0.0), "0 %"),
    (percent(float("nan")), "no figure"),
    (shorten("a pier, closed", 7), "a …"),
    (shorten("short", 9), "short"),
])
def test_numbers_and_lists_in_words(made, expected):
    assert made == expected
