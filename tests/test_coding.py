import numpy as np
import pandas as pd
import pytest
from test_items import GULL, TIMES, families_of, make

from analysis import __main__ as command_line
from analysis.facts.items import find_items
from analysis.pages.agreement import measure_agreement
from analysis.pages.coding import (
    draw_sheet,
    list_hit_units,
    list_item_units,
    list_quote_units,
    read_sheet,
    write_sheet,
)
from analysis.reading.files import InputError
from analysis.tables import empty
from analysis.text.days import find_days

TEXTS = {"gull": GULL, "times": TIMES}


@pytest.fixture
def drawn():
    articles, sentences = make(TEXTS)
    items = find_items(articles, sentences, empty("mentions", articles), families_of(articles),
                       empty("links", articles), find_days(articles, sentences))
    return articles, sentences, items


def spans(words, **more):
    """Return a row for each (article, words), with start and end in the text."""
    starts = [TEXTS[name].index(text) for name, text in words]
    ends = [start + len(text) for start, (_, text) in zip(starts, words, strict=True)]
    return pd.DataFrame({"article": [name for name, _ in words], "start": starts, "end": ends, **more})


def test_an_item_sheet_asks_for_reported_and_absent_passages_alike(drawn):
    _, sentences, items = drawn
    units = list_item_units(items, sentences)
    told = (items["state"] == "reported").sum()
    assert (units["reports"] == "yes").sum() == told
    assert (units["reports"] == "no").sum() == min(told, (items["state"] == "absent").sum())
    assert units["unit"].is_unique and units["unit"].str.fullmatch("[0-9a-f]{10}").all()
    lines = set(sentences["text"])
    assert set(units["passage"]) <= lines  # whole sentences: the passage does not show what the machine found
    radar = units[units["item"].str.contains("radar") & (units["reports"] == "no")]
    assert radar.empty or not radar["passage"].str.contains("radar").any()


def test_a_sheet_is_blind_and_shuffled_and_the_same_every_time(drawn):
    articles, sentences, items = drawn
    units = list_item_units(items, sentences)
    sheet = draw_sheet("items", units, articles, size=8, seed=3)
    assert sheet.columns.tolist() == ["unit", "item", "passage", "question", "reports"]
    assert len(sheet) == 8 and (sheet["reports"] == "").all()
    pd.testing.assert_frame_equal(sheet, draw_sheet("items", units.iloc[::-1], articles, size=8, seed=3))
    assert sheet["unit"].tolist() != draw_sheet("items", units, articles, size=8, seed=4)["unit"].tolist()
    everything = draw_sheet("items", units, articles)
    assert sorted(everything["unit"]) == sorted(units["unit"]) and everything["unit"].tolist() != units["unit"].tolist()


def test_the_outlet_is_masked_in_what_is_shown():
    text = "The Times of Harmel learned that a ferry sank. “I told Times reporters,” Lund said."
    articles, sentences = make({"times": text})
    articles["outlet"] = "Times"
    quotes = pd.DataFrame({"article": ["times"], "start": [text.index("I told")], "end": [text.index(",” Lund")],
                           "text": ["I told Times reporters"], "speaker": ["Ada Lund"], "kind": ["full"]})
    sheet = draw_sheet("quotes", list_quote_units(quotes, sentences), articles)
    assert sheet["question"].str.startswith("speaker: who says the words in [[ ]]?").all()
    assert sheet[["quote", "passage"]].values.tolist() == [
        ["I told [outlet] reporters", "“[[I told [outlet] reporters]],” Lund said."]]
    assert sheet.columns.tolist() == ["unit", "quote", "passage", "question", "speaker", "kind"]


def test_a_hit_is_shown_in_its_sentence(drawn):
    articles, sentences, _ = drawn
    hits = spans([("gull", "rescued"), ("times", "rescued")], frame=["sea", "sea"])
    units = list_hit_units(hits, articles, sentences)
    assert units["term"].tolist() == ["rescued", "rescued"] and units["valid"].tolist() == ["yes", "yes"]
    assert units["passage"].iloc[0] == "All 43 passengers were [[rescued]] by fishing boats within an hour."
    columns = draw_sheet("hits", units, articles).columns
    assert columns.tolist() == ["unit", "theme", "term", "passage", "question", "valid"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@cmd", "\t=1", "'quoted'", "plain, with comma", 'a "mark"',
                                  "line\nbreak"])
def test_no_cell_is_a_formula_and_answers_come_back(tmp_path, cell):
    units = pd.DataFrame({"unit": ["a1"], "speaker": ["x"], "kind": ["full"]})
    sheet = pd.DataFrame({"unit": ["a1"], "quote": [cell], "passage": [cell], "speaker": [cell], "kind": ["full"]})
    write_sheet(sheet, tmp_path / "sheet.csv")
    written = pd.read_csv(tmp_path / "sheet.csv", dtype=str, keep_default_na=False)
    assert not written["quote"].str.startswith(("=", "+", "-", "@", "\t")).any()
    answers = read_sheet("quotes", tmp_path / "sheet.csv", units)
    assert answers["speaker"].tolist() == [cell.strip()] and answers["kind"].tolist() == ["full"]


@pytest.mark.parametrize(("rows", "message"), [
    ([("zz", "yes")], "sheet.csv row 2: there is no unit zz among the items"),
    ([("a1", "yes"), ("a1", "no")], "sheet.csv row 3: the unit a1 stands twice"),
    ([("a1", "yes"), ("a2", "perhaps")], 'sheet.csv row 3: reports "perhaps" is not one of yes, no'),
    ([("", "yes")], 'sheet.csv row 2: nothing in the column "unit"'),
])
def test_a_sheet_filled_wrongly_names_file_and_row(tmp_path, rows, message):
    frame = pd.DataFrame(rows, columns=["unit", "reports"]).assign(item="x", passage="y")
    write_sheet(frame, tmp_path / "sheet.csv")
    with pytest.raises(InputError) as caught:
        read_sheet("items", tmp_path / "sheet.csv", pd.DataFrame({"unit": ["a1", "a2"]}))
    assert str(caught.value) == message


def test_a_sheet_saved_by_a_spreadsheet_can_be_read(tmp_path):
    (tmp_path / "sheet.csv").write_text("unit;item;passage;reports;\na1;x;y; Yes ;\na2;x;y;;\n", encoding="cp1252")
    answers = read_sheet("items", tmp_path / "sheet.csv", pd.DataFrame({"unit": ["a1", "a2"]}))
    assert answers["reports"].tolist()[0] == "yes" and answers["reports"].isna().tolist() == [False, True]


def coded(*answers):
    units = [f"u{number}" for number in range(len(answers))]
    return pd.DataFrame({"unit": units, "valid": list(answers)})[lambda frame: frame["valid"].notna()]


def test_alpha_is_krippendorffs():
    # the three coders of the example in the documentation of the library, nominal: 0.691358
    a = [None, None, None, None, None, 3, 4, 1, 2, 1, 1, 3, 3, None, 3]
    b = [1, None, 2, 1, 3, 3, 4, 3, None, None, None, None, None, None, None]
    c = [None, None, 2, 1, 3, 4, 4, None, 2, 1, 1, 3, 3, None, 4]
    answers = [coded(*(str(value) if value else None for value in row)) for row in (a, b, c)]
    units = pd.DataFrame({"unit": [f"u{number}" for number in range(15)], "valid": "3"})
    row = measure_agreement("hits", answers, units).iloc[0]
    assert row["alpha"] == pytest.approx(0.691358, abs=1e-6)
    assert (row["sheet"], row["question"], row["coders"], row["n"], row["note"]) == ("hits", "valid", 3, 12, "")


def test_agreement_and_the_share_on_which_the_machine_is_right():
    units = pd.DataFrame({"unit": ["u0", "u1", "u2", "u3"], "valid": "yes"})
    row = measure_agreement("hits", [coded("yes", "yes", "no", "no"), coded("Yes", "yes", "no", "yes")], units).iloc[0]
    assert row["same"] == 0.75
    assert row["machine"] == pytest.approx(2 / 3)  # u3 has no majority


@pytest.mark.parametrize(("answers", "n", "note"), [
    ([coded("yes", "yes"), coded("yes", "yes")], 2, "every answer is the same: alpha is not defined"),
    ([coded("yes", "no")], 0, "no unit was coded by two"),
    ([coded("yes", None), coded(None, "no")], 0, "no unit was coded by two"),
    ([], 0, "no unit was coded by two"),
])
def test_where_alpha_is_not_defined_it_says_so(answers, n, note):
    row = measure_agreement("hits", answers, pd.DataFrame({"unit": ["u0", "u1"], "valid": "yes"})).iloc[0]
    assert np.isnan(row["alpha"]) and (row["n"], row["note"]) == (n, note)


def test_speakers_are_compared_without_case_and_accents():
    units = pd.DataFrame({"unit": ["u0", "u1"], "speaker": ["Zoë Lund", None], "kind": ["full", "full"]})
    answers = [pd.DataFrame({"unit": ["u0", "u1"], "speaker": [name, "Per"], "kind": ["full", "partial"]})
               for name in ("Zoe Lund", "zoë  lund")]
    table = measure_agreement("quotes", answers, units).set_index("question")
    assert table.loc["speaker", "alpha"] == 1 and table.loc["speaker", "machine"] == 0.5
    assert table.loc["kind", "machine"] == 0.5


def test_a_short_name_and_the_full_one_are_one_answer():
    units = pd.DataFrame({"unit": ["u0", "u1", "u2", "u3"], "kind": "full",
                          "speaker": ["Denise Okafor", "Tom Hale", "Ann Lee", None]})

    def coder(*names):
        return pd.DataFrame({"unit": ["u0", "u1", "u2", "u3"], "speaker": names, "kind": "full"})
    short = coder("Okafor", "Hale", "Lee", "the plant")
    full = coder("Denise Okafor", "Tom Hale", "Ann Lee", "The Plant")
    row = measure_agreement("quotes", [short, full], units).iloc[0]
    assert (row["alpha"], row["same"], row["machine"]) == (1, 1, 0.75)
    # an alias joins what no letter does; a surname of two people joins neither
    aliases = {"the manager": "denise okafor"}
    row = measure_agreement("quotes", [coder("the manager", "Hale", "Lee", "Bo Lee"), full], units, aliases).iloc[0]
    assert row["same"] == 0.5


def test_sheets_go_out_and_agreement_comes_back(tmp_path, capsys):
    assert command_line.main(["new", str(tmp_path / "texts")]) == 0
    for coder in ("ann", "bo"):
        out = str(tmp_path / coder)
        assert command_line.main(["coding", str(tmp_path / "texts"), "--out", out, "--size", "5"]) == 0
        path = tmp_path / coder / "quotes.csv"
        sheet = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        path.unlink()
        write_sheet(sheet.assign(speaker="Ada Lund" if coder == "ann" else "Lund", kind="full"), path)
    assert command_line.main(["coding", str(tmp_path / "texts"), "--out", out]) == 2
    assert "is there already" in capsys.readouterr().err
    sheets = [str(tmp_path / coder / "quotes.csv") for coder in ("ann", "bo")]
    assert command_line.main(["agreement", str(tmp_path / "texts"), *sheets]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split()[1:6:4] for line in shown if "speaker" in line] == [["speaker", "1.000"]]
    assert command_line.main(["agreement", *(str(tmp_path / name) for name in ("texts", "ann", "bo"))]) == 0
    assert next(line for line in shown if "speaker" in line).split() in [
        line.split() for line in capsys.readouterr().out.splitlines()]
    (tmp_path / "none").mkdir()
    assert command_line.main(["agreement", str(tmp_path / "texts"), str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err == f"there is no sheet in {tmp_path / 'none'}\n"
    assert command_line.main(["agreement", str(tmp_path / "texts"), str(tmp_path / "texts" / "people.csv")]) == 2
    assert capsys.readouterr().err == "people.csv: its first row names the columns of no sheet\n"
