"""Side tables: a name stands for one actor, and what can do nothing is told among the rejects."""

import pytest

from analysis.reading.articles import load_articles
from analysis.reading.files import InputError
from analysis.reading.sidetables import load_people

TEXT = "The bridge reopened on Monday after nine years. Nobody had asked for it, the mayor said.\n"
HEAD = "name,aliases,role,side,type\n"


def write(folder, **tables):
    (folder / "a.txt").write_text(TEXT)
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content)
    return folder


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            "Ann Bellamy,,mayor,A,\nAnn Bellamy,,mayor,B,\n",
            'people.csv row 3: "Ann Bellamy" names Ann Bellamy in row 2 already: one name can stand for one actor only',
        ),
        (
            "Ann Bellamy,Bo Hale,,A,\n\nBo Hale,Bellamy,,B,\n",
            'people.csv row 4: "Bo Hale" names Ann Bellamy in row 2 already: one name can stand for one actor only',
        ),
        (
            "Ann Bellamy,Bellamy|Mrs Bellamy,,A,\nRay Bellamy,bellamy,,B,\n",
            'people.csv row 3: "bellamy" names Ann Bellamy in row 2 already: one name can stand for one actor only',
        ),
    ],
)
def test_a_name_of_two_people_is_refused_with_both_rows(tmp_path, rows, message):
    with pytest.raises(InputError) as error:
        load_people(write(tmp_path, people=HEAD + rows))
    assert str(error.value) == message


def test_one_row_may_say_a_name_twice(tmp_path):
    people = load_people(write(tmp_path, people=HEAD + "Ann Bellamy,Ann Bellamy|ann bellamy,,A,\n"))
    assert list(people["aliases"]) == ["Ann Bellamy|ann bellamy"]


REJECTED = [
    (
        "people",
        HEAD + "Ann Bellamy,a|Bellamy,,A,\n",
        2,
        "no alias",
        'people.csv row 2: the alias "a" of Ann Bellamy is a word of any text and is not used',
    ),
    (
        "people",
        HEAD + "Ann Bellamy,She|Bellamy,,A,\n",
        2,
        "no alias",
        'people.csv row 2: the alias "She" of Ann Bellamy is a word of any text and is not used',
    ),
    (
        "people",
        HEAD + "Ann Bellamy,,,A,wizard\n",
        2,
        "unknown type",
        'people.csv row 2: type "wizard" is not one of official, opposition, expert, citizen, media, person, office,'
        " institution, body, group, company, country, document, unnamed",
    ),
    (
        "frames",
        "frame,term\nwater,*\n",
        2,
        "no term",
        'frames.csv row 2: the term "*" can match nothing: no letter or number is in it',
    ),
    (
        "frames",
        "frame,term\nwater,dam\nwater,b*e\n",
        3,
        "no term",
        'frames.csv row 3: the term "b*e" can match nothing: a'
        " star stands at the end of a word only, and other signs stand for themselves",
    ),
    (
        "frames",
        "frame,term\nwater,(\n",
        2,
        "no term",
        'frames.csv row 2: the term "(" can match nothing: no letter or number is in it',
    ),
]


@pytest.mark.parametrize(("name", "content", "row", "reason", "detail"), REJECTED)
def test_what_can_do_nothing_is_told(tmp_path, name, content, row, reason, detail):
    rejects = load_articles(write(tmp_path, **{name: content}))[2]
    assert rejects.to_numpy().tolist() == [[f"{name}.csv", row, reason, detail]]


def test_an_alias_that_is_not_used_is_left_out(tmp_path):
    people = load_people(write(tmp_path, people=HEAD + "Ann Bellamy,a|Bellamy,,A,wizard\nWHO,US|X Corp,,B,Body\n"))
    assert list(people["aliases"]) == ["Bellamy", "US|X Corp"]
    assert people["type"].isna().tolist() == [True, False]


@pytest.mark.parametrize("alias", ["May", "Will", "US", "IT", "WHO", "Who Cares"])
def test_names_that_are_words_too_stay(tmp_path, alias):
    assert list(load_people(write(tmp_path, people=HEAD + f"Ann Bellamy,{alias},,A,\n"))["aliases"]) == [alias]


@pytest.mark.parametrize(
    ("cell", "published", "unread"),
    [
        ("2024-01-05T12:00:00+25:00", "2024-01-05", None),
        ("2024-01-05T12:00Z", "2024-01-05T12:00Z", None),
        ("5 January 2024", "2024-01-05", None),
        ("1 January 2024 BC", None, "1 January 2024 BC"),
        ("soon", None, "soon"),
        ("2024-13-05", None, "2024-13-05"),
    ],
)
def test_a_day_in_articles_csv_is_checked_as_that_of_tables(tmp_path, cell, published, unread):
    article = load_articles(write(tmp_path, articles=f"file,published\na.txt,{cell}\n"))[1].iloc[0]
    assert [value if isinstance(value, str) else None for value in article[["published", "published_unread"]]] == [
        published,
        unread,
    ]


def test_the_exact_name_of_a_file_comes_first(tmp_path):
    write(tmp_path)
    (tmp_path / "caf\u00e9.txt").write_text("The ferry sank at noon.")
    (tmp_path / "cafe\u0301.txt").write_text("The bridge was closed.")
    (tmp_path / "articles.csv").write_text(
        "file,outlet\ncafe\u0301.txt,Echo\ncaf\u00e9.txt,Lantern\n", encoding="utf-8"
    )
    articles = load_articles(tmp_path)[1].set_index("outlet")["text"]
    assert articles["Echo"] == "The bridge was closed." and articles["Lantern"] == "The ferry sank at noon."
