"""Tables at the door: made of rows, read as rows, looked into only where something can be found."""

import gc
import weakref

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.naming.mentions import _look_for
from analysis.tables import TABLES, column_of, conform, empty, in_each, pick_articles, pick_texts, rows_of, tabulate
from analysis.tables.making import making_tables, note_table

ARTICLES = pd.DataFrame({"article": ["post", "courier"]})
FAMILIES = [("post", 1, "sibling"), ("courier", 2, "unrelated")]


def test_rows_go_in_and_come_out_as_they_were():
    table = tabulate("families", FAMILIES, ARTICLES)
    assert list(rows_of(table, "article", "family", "role")) == FAMILIES
    names = [column.name for column in TABLES["families"].columns]
    pd.testing.assert_frame_equal(table, conform("families", pd.DataFrame(FAMILIES, columns=names), ARTICLES))
    pd.testing.assert_frame_equal(tabulate("families", [], ARTICLES), empty("families", ARTICLES))


def test_columns_of_few_values_in_many_rows_are_those_of_the_rows():
    roles = pd.Categorical.from_codes([1, 0], ["unrelated", "sibling"])
    whole = conform("families", {"article": pick_articles(ARTICLES, [0, 1]), "family": [1, 2], "role": roles}, ARTICLES)
    pd.testing.assert_frame_equal(whole, tabulate("families", FAMILIES, ARTICLES))
    strange = pd.Categorical.from_codes([0, 1], ["twin", "cut"])
    with pytest.raises(ValueError, match="column role: 'twin' is not one of its values"):
        conform("families", whole.assign(role=strange), ARTICLES)
    assert list(pd.Series(pick_texts(["a", None, "b"], [2, -1, 1, 0])).fillna("")) == ["b", "", "", "a"]
    assert list(zip(*in_each(["a", "b"], ARTICLES), strict=True)) == [
        ("a", "post"), ("a", "courier"), ("b", "post"), ("b", "courier")]
    assert list(pick_articles(ARTICLES, [-1]).isna()) == [True] and not len(in_each([], ARTICLES)[0])


def test_what_pandas_gives_by_private_methods_is_what_it_gives_by_public_ones():
    table = tabulate("families", FAMILIES, ARTICLES)
    for part in (table, table.iloc[1:]):
        pd.testing.assert_frame_equal(part, pd.DataFrame(dict(part.items())), check_column_type=False)
        for column in part:
            pd.testing.assert_series_equal(pd.Series(column_of(part, column), part.index, name=column), part[column])


def test_columns_of_two_lengths_make_no_table():
    with pytest.raises(ValueError, match=r"^table families: its columns have 1 and 2 rows$"):
        conform("families", {"article": ["post", "courier"], "family": [1], "role": ["cut", "cut"]}, ARTICLES)


def test_a_table_that_was_changed_is_read_anew():
    table = tabulate("families", FAMILIES, ARTICLES)
    with making_tables():
        note_table(table)
        with making_tables():
            assert list(rows_of(table, "family")) == list(rows_of(table, "family")) == [(1,), (2,)]
        assert list(rows_of(table.assign(family=7), "family")) == [(7,), (7,)]
        assert list(rows_of(table[table["family"] == 2], "family")) == [(2,)]
    table["family"] = 3
    assert list(rows_of(table, "family")) == [(3,), (3,)]
    with making_tables():
        assert list(rows_of(note_table(table), "family")) == [(3,), (3,)]


def test_the_collector_works_again_behind_a_table_and_leaves_alone_what_is_frozen():
    class Circle:
        pass

    with making_tables():
        assert not gc.isenabled()
        circle = Circle()
        circle.itself, known = circle, weakref.ref(circle)
    assert gc.isenabled() and not gc.get_freeze_count()
    del circle
    gc.collect()
    assert known() is None
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with making_tables():
            pass
        assert gc.get_freeze_count() > frozen // 2  # some of it has died since
    finally:
        gc.unfreeze()


@pytest.mark.parametrize(("row", "message"), [
    (("gazette", 3, "cut"), "table families, column article: 'gazette' is not one of its values"),
    (("post", 3, "twin"), "table families, column role: 'twin' is not one of its values"),
    (("post", None, "cut"), "table families, column family: "),
    (("post", float("nan"), "cut"), "table families, column family: "),
])
def test_a_cell_that_does_not_fit_is_named(row, message):
    with pytest.raises(ValueError) as error:
        tabulate("families", [*FAMILIES, row], ARTICLES)
    assert str(error.value).startswith(message)


@given(st.lists(st.sampled_from(["Ann", "Ann Bellamy", "Ellby", "Ellby Port", "ann", "N7"]), max_size=5),
       st.text(st.sampled_from("Ann Bellamy Port7-’é"), max_size=30))
def test_names_are_found_as_by_a_regular_expression(names, noise):
    import regex
    text = f"{noise} {' '.join(names)}{noise}"
    forms = {"Ann", "Ann Bellamy", "Ellby", "Ellby Port", "N7"}
    pattern = regex.compile(r"(?<![\p{L}\p{N}])\L<forms>(?![\p{L}\p{N}])", forms=forms)
    assert list(_look_for(forms)(text)) == [(match.start(), match.group()) for match in pattern.finditer(text)]
