"""The newest day of a text: told, not announced, and unknown where it can't be told."""

import pytest

from analysis.reading.dates import find_newest_day, name_days, read_day

PUBLISHED = "2021-05-14"  # a Friday


@pytest.mark.parametrize(("text", "published", "expected"), [
    ("The boats met in the bay on Thursday.", PUBLISHED, "2021-05-13"),
    ("The boats met in the bay on Friday.", PUBLISHED, "2021-05-14"),
    ("The boats met last Friday.", PUBLISHED, "2021-05-07"),
    ("The boats will meet on Friday. They last met on Monday.", PUBLISHED, "2021-05-10"),
    ("Crews are due to return by Friday. They left on Tuesday.", PUBLISHED, "2021-05-11"),
    ("The council said on Wednesday that it will vote on Friday.", PUBLISHED, "2021-05-12"),
    ("The talks began on May 3 and ended on 11 May.", PUBLISHED, "2021-05-11"),
    ("The talks lasted from May 3-5.", PUBLISHED, "2021-05-05"),
    ("The mayor has invited them to a fair on 6 June; they spoke on 2 May.", PUBLISHED, "2021-05-02"),
    ("The law was signed on December 28.", PUBLISHED, "2020-12-28"),
    ("It opened on the 12th of May, the day it was painted.", PUBLISHED, "2021-05-12"),
    ("He resigned today, a spokesman said.", PUBLISHED, "2021-05-14"),
    ("Farming today is another trade.", PUBLISHED, None),
    ("She arrived yesterday.", PUBLISHED, "2021-05-13"),
    ("The ferry sank on 3 May 2019.", None, "2019-05-03"),
    ("The ferry sank on 3 May 2019. Divers returned on Thursday.", None, None),
    ("The ferry sank on 3 May.", None, None),
    ("The record is dated 2021-05-12.", PUBLISHED, "2021-05-12"),
    ("The plan runs to 30 June 2030.", PUBLISHED, None),
    ("It rained on 31 February 2020.", None, None),
    ("The Gull sank today off the bay.", PUBLISHED, "2021-05-14"),
    ("She fled on 3 May 2019. A vote will be held on 9 June 2019.", None, "2019-05-03"),
    ("She fled on 3 May 2019. The fund could be closed by 9 June 2019.", None, "2019-05-03"),
    ("She fled on 3 May 2019. The trial begins on 9 June 2019.", None, "2019-05-03"),
    ("She fled on 3 May 2019. A vote was held on 9 June 2019.", None, "2019-06-09"),
    ("She fled on 3 May 2019. The ban has been lifted on 9 June 2019.", None, "2019-06-09"),
    ("Sundays are quiet in March, and may be in May.", PUBLISHED, None),
    ("The boats met on Thursday.", "2021-05-14T03:11Z", "2021-05-13"),
    ("The boats met on Thursday.", "14 May 2021, 03:11", "2021-05-13"),
    ("The boats met on Thursday.", "last spring", None),
    ("", PUBLISHED, None),
])
def test_newest_day(text, published, expected):
    assert find_newest_day(text, published) == expected


@pytest.mark.parametrize(("text", "day"), [  # printed on a Tuesday
    ("Ann Bellamy is expected to visit Ellby on Wednesday.", "2025-10-15"),
    ("Ann Bellamy will be in Ellby on Wednesday.", "2025-10-15"),
    ("She'll be in Ellby on Wednesday.", "2025-10-15"),
    ("Bellamy plans to meet Crane in Ellby Wednesday.", "2025-10-15"),
    ("Bellamy to visit Ellby on Wednesday", "2025-10-15"),
    ("On Wednesday, Bellamy will visit Ellby.", "2025-10-15"),
    ("Wednesday’s vote will decide it.", "2025-10-15"),
    ("The quay stays shut until Monday.", "2025-10-20"),
    ("The court will hear it on Tuesday.", "2025-10-14"),
    # told
    ("Bellamy visited Ellby on Wednesday.", "2025-10-08"),
    ("On Wednesday the council said it will vote.", "2025-10-08"),
    ("The plan to shut the mill failed on Wednesday.", "2025-10-08"),
    ("Council votes to shut mill on Wednesday", "2025-10-08"),
    ("The strike lasted until Monday.", "2025-10-13"),
    ("She could not be reached on Wednesday.", "2025-10-08"),
    # whether it is over nothing says
    ("He was to sail on Wednesday.", None),
    ("He would sail on Wednesday.", None),
    ("A vote planned for Wednesday was called off.", None),
])
def test_an_announced_weekday_is_the_coming_one(text, day):
    [found] = name_days(text, "2025-10-14")
    assert (found.first and found.first.isoformat()) == day


@pytest.mark.parametrize(("words", "expected"), [
    ("Published 14 May 2021 09:12 GMT", "2021-05-14"),
    ("May 14th, 2021 3:14 pm", "2021-05-14"),
    ("2021-05-14T03:11:09+02:00", "2021-05-14"),
    ("14 May", None),
    (None, None),
])
def test_day_of_publication(words, expected):
    day = read_day(words)
    assert (day and day.isoformat()) == expected


@pytest.mark.parametrize(("text", "newest"), [
    ("The dam broke on Sunday. The minister is to visit on Tuesday.", "2024-03-03"),
    ("Two crews were to leave for the valley on Tuesday, it said on Sunday.", "2024-03-03"),
    ("He was to blame. It rained on Tuesday.", "2024-03-05")])
def test_a_plan_is_not_known_yet(text, newest):
    assert find_newest_day(text, "2024-03-06") == newest
