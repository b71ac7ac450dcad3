"""Text as people paste it and pages as they save it: what stands around an article, in sentences of our own."""

import pytest

from analysis.reading.articles import load_articles

HEADLINE = "Ellby council closes the swimming bath"
BODY = [
    "The council of Ellby closed the swimming bath on Monday after a quarrel of two years.",
    "The bath will be missed by four hundred swimmers and costs nine million crowns a year.",
]
WORDS = 32


def load(folder, *lines, name="a.txt"):
    (folder / name).write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    found, articles, rejects = load_articles(folder)
    assert rejects.empty
    zones = {
        text: kind if start == start else "removed"
        for text, kind, start in zip(
            found["text"], found["kind"].astype(str), found["text_start"].astype("float"), strict=True
        )
    }
    return articles.iloc[0], zones


@pytest.mark.parametrize(
    "line",
    [
        "Support The Ellby Echo!",
        "Region Council Baths Events",
        "The Ellby Echo",
        "Ellby, Ellby Council, Bath, Swimmers, Debate",
        "You have 1 free story left this month.",
        "Editor's note: This story contains descriptions of a drowning.",
        "Norhaven Post and its 90 partners store and access information on your device to show you advertisements.",
    ],
)
def test_a_line_above_the_headline_is_none(tmp_path, line):
    article, zones = load(tmp_path, line, HEADLINE, *BODY)
    assert article["headline"] == HEADLINE and zones[line] == "removed" and article["words"] == WORDS


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        (f"{HEADLINE} | Ellby Echo", HEADLINE),
        (f"{HEADLINE} - The Norhaven Observer", HEADLINE),
        (f"Home > Region > Ellby > {HEADLINE}", HEADLINE),
        ("Bath closed – swimmers prepare a march", "Bath closed – swimmers prepare a march"),
        (
            "Sign up for silence: why Ellby closes its swimming bath",
            "Sign up for silence: why Ellby closes its swimming bath",
        ),
        ("Disclosure: how the council closed a bath", "Disclosure: how the council closed a bath"),
        ("Letter of 1 May 1945 found in swimming bath", "Letter of 1 May 1945 found in swimming bath"),
    ],
)
def test_the_headline_without_what_is_glued_to_it(tmp_path, line, headline):
    article, _ = load(tmp_path, line, *BODY)
    assert (
        article["headline"] == headline and article["words"] == WORDS and article["published"] != article["published"]
    )


@pytest.mark.parametrize(
    ("line", "byline", "day"),
    [
        ("Ann Bellamy, Bo HaleTuesday, 4 March 2025, 17:20", "Ann Bellamy, Bo Hale", "2025-03-04"),
        ("By ANN BELLAMY and BO HALE MARCH 4, 2025", "ANN BELLAMY and BO HALE", "2025-03-04"),
        ("4 March 2025 By Ann Bellamy", "Ann Bellamy", "2025-03-04"),
        ("Ann Bellamy | 3 hours ago", "Ann Bellamy", None),
        ("Author: Ann Bellamy", "Ann Bellamy", None),
        ("By Ann Bellamy abellamy@echo.example", "Ann Bellamy", None),
        ("Ann Bellamy, Health Correspondent, Tuesday 4 March 2025", "Ann Bellamy, Health Correspondent", "2025-03-04"),
        ("By Ann Bellamy and Bo Hale", "Ann Bellamy and Bo Hale", None),
        ("By Ann Bellamy | OPINION", "Ann Bellamy", None),
        ("OPINION | Ann Bellamy", "Ann Bellamy", None),
        ("Guest essay | Bo Hale", "Bo Hale", None),
        ("Updated on: 06 March,2025", None, "2025-03-06"),
        ("Fri 07/Mar/2025 - 10:15", None, "2025-03-07"),
        ("Published 14.03.2025 10:15", None, "2025-03-14"),
        ("2025-03-14T10:00Z", None, "2025-03-14"),
        ("Published 03.04.2025", None, None),
    ],
)
def test_who_signed_and_when(tmp_path, line, byline, day):
    article, _zones = load(tmp_path, HEADLINE, line, *BODY)
    assert [value if isinstance(value, str) else None for value in article[["byline", "published"]]] == [byline, day]
    assert article["words"] == WORDS and article["headline"] == HEADLINE


def test_one_writer_signs_once(tmp_path):
    assert load(tmp_path, HEADLINE, "By Ann Bellamy", "Ann Bellamy, staff writer", *BODY)[0]["byline"] == "Ann Bellamy"


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["About this capture", "9 Feb 2023 - 4 Jan 2025", HEADLINE], None),
        (
            [
                "Saved from http://echo.example/bath",
                "2 Jan 2025 09:14:22 UTC",
                "Webpage | Screenshot",
                HEADLINE,
                "4 March 2024",
            ],
            "2024-03-04",
        ),
        ([HEADLINE, "4 March 2024"], "2024-03-04"),
    ],
)
def test_the_day_on_which_a_page_was_kept_is_not_that_of_publication(tmp_path, lines, day):
    article, _ = load(tmp_path, *lines, *BODY)
    assert (article["published"] if isinstance(article["published"], str) else None) == day
    assert article["headline"] == HEADLINE


@pytest.mark.parametrize(
    ("lead", "credit"),
    [
        ("ELLBY, March 4. /TASS/. ", "TASS"),
        ("ELLBY, March 4 /Xinhua/ -- ", "Xinhua"),
        ("ELLBY, March 4 /NORA/ - ", "NORA"),
        ("ELLBY, March 4 (Reuters) - ", "Reuters"),
    ],
)
def test_an_agency_between_slashes_is_a_credit(tmp_path, lead, credit):
    article, _zones = load(tmp_path, HEADLINE, lead + BODY[0], BODY[1])
    assert article["credit"] == credit and article["text"].split("\n")[1] == BODY[0]


@pytest.mark.parametrize(
    "line",
    [
        "bath council ellby debate swimmers pupils Local news",
        "Swimmers wait at the gate. Ann Bellamy, The Ellby Echo",
        "Swimmers wait at the gate. Photo courtesy of Bo Hale.",
        "Bo Hale for The Norhaven Gazette",
        "This story was corrected on 5 March 2025. An earlier version said that the bath cost ten million crowns.",
        "Correction: The article has been changed to make clear that the mayor did not vote.",
        "Please look out for our letter tonight.",
        "The Tide: our reporters explain the coast, every day at seven. Sign up here.",
        "Keep watching Norhaven 5 for the latest on this story.",
        "Norhaven 5 will bring you more as we learn it.",
        "Our readers make our work possible. Give what you can today.",
        "The Norhaven Gazette is an independent newspaper, founded in 1921 and owned by its readers.",
        "About the author: Ann writes about baths and lives with two cats.",
        "https://echo.example/bath 1/2",
        "3/4/25, 11:20 AM Ellby council closes the swimming bath - Ellby Echo",
    ],
)
def test_what_is_not_the_story_goes_wherever_it_stands(tmp_path, line):
    for lines in ([HEADLINE, BODY[0], line, BODY[1]], [HEADLINE, *BODY, line]):
        article, zones = load(tmp_path, *lines)
        assert zones[line] in ("removed", "caption") and article["words"] == WORDS


@pytest.mark.parametrize(
    "line",
    [
        "Ann Bellamy, who swims there, does not support the plan, and neither does her street.",
        "The moth first appeared in an orchard near the port, and a history of it was first published in 1958.",
        "The law forbids the use of cookies by shops that sell to children, and nobody may fell oaks without prior "
        "permission.",
        "UPDATE - March 5, 6 p.m.: The mayor has now offered the swimmers their money back.",
        "A correction by the council followed: an earlier version of the plan had put the price at ten million.",
        "Parents signed up for a newsletter of the council, and 300 left their comments on its website.",
        "In a poll of the Echo 61 percent said yes: close it, and 39 percent wanted it mended.",
        "Mayor Ann Bellamy grew up in Ellby and learned to swim in the old bath herself.",
        "I can see the bath from my window, and it is empty and dark #ellby pic.twitter.com/Zz9Yy8",
    ],
)
def test_prose_with_the_words_of_pages_stays(tmp_path, line):
    for lines in ([HEADLINE, BODY[0], line, BODY[1]], [HEADLINE, *BODY, line]):
        assert load(tmp_path, *lines)[1][line] == "body"


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Both mayors promised to pay half of a new bath before winter. Their eng", "body"),
        ("Neither party wants a second vote, since the first one cost two years and", "body"),
        ("The bath treated 900 children last year. Its head wants two more nurses… [+1432 chars]", "body"),
        ("The show runs until 4 May in the old bath, Tuesday to Sunday, free entry", "body"),
        ("Ellby Rovers 3, Norhaven United 1 (half time 0-1)", "body"),
        ("Hotel Owners Fear Quiet Summer After Storm Damage", "removed"),
        ("Norhaven mourns its last lamplighter", "removed"),
        ("Otters Seen Near Hale’s Mill in Norhaven Alarm Anglers", "removed"),
    ],
)
def test_the_last_line_without_an_end_mark(tmp_path, line, zone):
    article, zones = load(tmp_path, HEADLINE, *BODY, line)
    assert zones[line] == zone and not isinstance(article["byline"], str)


@pytest.mark.parametrize(
    "block",
    [
        ["POLL: Should Ellby mend the bath?", "Yes, it is about time", "No, close it", "Vote"],
        ["What do our readers think?", "Mend it: 61%", "Close it: 39%", "1,204 votes. Thank you for voting!"],
        ["Subscribe to continue", "Read everything for six weeks.", "Only £2 in all."],
        ["We could not add your address to our list.", "Sorry!"],
    ],
)
def test_blocks_of_the_page(tmp_path, block):
    article, _ = load(tmp_path, HEADLINE, BODY[0], *block, BODY[1])
    assert article["words"] == WORDS


def test_comments_of_readers_run_to_the_end(tmp_path):
    article, _ = load(
        tmp_path, HEADLINE, *BODY, "2 Comments", "swimmer7", "2 days ago", "I want my bath back, and soon.", "Reply"
    )
    assert article["words"] == WORDS


@pytest.mark.parametrize("copy", [BODY[1], BODY[1].replace("swimmers and", "swimmers, the union wrote, and")])
def test_a_standfirst_that_is_told_again_is_no_sentence_of_the_body(tmp_path, copy):
    article, _zones = load(tmp_path, HEADLINE, BODY[1], "ELLBY (AP) - " + BODY[0], copy, "He has not answered.")
    assert article["text"].split("\n")[2:] == [BODY[0], copy, "He has not answered."]


def test_lists_repeat_on_purpose(tmp_path):
    lines = [
        "Monday to Friday:",
        "Opens at nine in the morning",
        "Closes at noon sharp",
        "Saturday:",
        "Opens at nine in the morning",
        "Closes at three sharp",
        "The fare stays at 12 crowns.",
    ]
    found = load_articles_of(tmp_path, HEADLINE, *BODY, *lines)
    assert [line for line in found if line in lines] == lines


def load_articles_of(folder, *lines):
    return load(folder, *lines)[0]["text"].split("\n")


def test_posts_of_a_live_page_keep_their_headings(tmp_path):
    article, zones = load(
        tmp_path,
        "Storm reaches Ellby Bay: live",
        "14:05",
        "Power fails in the north",
        "Around 2,000 homes in the north are without power.",
        "12:20",
        "First trees fall",
        "The first trees fell on the coast road, the fire brigade of the north said.",
    )
    assert article["headline"] == "Storm reaches Ellby Bay: live" and article["genre"] == "live"
    assert [zones[line] for line in ("12:20", "First trees fall", "Power fails in the north")] == [
        "removed",
        "heading",
        "heading",
    ]


@pytest.mark.parametrize(
    ("lines", "genre"),
    [
        (["By Ann Bellamy | OPINION", HEADLINE], "opinion"),
        (["Op-Ed: Give the swimming bath back to Ellby"], "opinion"),
        (["Analysis: Why Ellby closes its swimming bath"], "analysis"),
        ([HEADLINE], None),
    ],
)
def test_the_genre_is_what_the_piece_says(tmp_path, lines, genre):
    article, _ = load(tmp_path, *lines, *BODY)
    assert (article["genre"] if isinstance(article["genre"], str) else None) == genre


def test_a_word_that_a_printer_parted_is_one(tmp_path):
    (tmp_path / "a.txt").write_text(
        "The council of Ellby closed the swimming bath on Monday after two years of de-\n"
        "bate about its roof and its price, and the mayor of the town called the vote a\n"
        "well-known end to a quarrel for all the children of the valley, who must go to\n"
        "Norhaven now. The bath costs nine million crowns and will be torn down in twen-\n"
        "ty months.\n"
    )
    lines, articles, _ = load_articles(tmp_path)
    assert "of debate about" in articles["text"][0] and "in twenty months" in articles["text"][0]
    assert "well-known" in articles["text"][0] and list(lines.loc[lines["kind"] == "notice", "text"]) == ["-", "-"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("b.txt", "Full text not available"),
        ("b.txt", "We are sorry but there is an error in this document.\nPlease try again later."),
        (
            "b.html",
            "<html><head><title>404</title></head><body><h1>Page not found</h1><p>The page you are looking for has "
            "been moved."
            "</p></body></html>",
        ),
    ],
)
def test_a_message_is_no_article(tmp_path, name, content):
    (tmp_path / "a.txt").write_text("\n\n".join([HEADLINE, *BODY]))
    (tmp_path / name).write_text(content)
    _, articles, rejects = load_articles(tmp_path)
    assert list(articles["file"]) == ["a.txt"]
    assert list(rejects["detail"]) == [f"{name} says that there is no text, and no more"]


def page(inside, around=""):
    told = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        f"<html><head><title>{HEADLINE}</title></head><body><main><article><h1>{HEADLINE}</h1>{told}{inside}</article></main>"
        f"{around}</body></html>"
    )


TOWNS = ("Ellby", "Norhaven", "Marlow", "Corve", "Tidewater", "Ashmoor", "Farrow", "Lindale", "Oakham", "Pell")
TEASERS = {
    "links": "<ul>"
    + "".join(
        f"<li><a href=x>In {town} the baker closes after ninety years, and nobody takes over.</a></li>"
        for town in TOWNS
    )
    + "</ul>",
    "cards": "<div class=grid>"
    + "".join(
        f"<div class=card><h3><a href=x>{town} waits</a></h3><p>Farmers near {town} have waited"
        " for rain since the first week of March.</p></div>"
        for town in TOWNS
    )
    + "</div>",
}


@pytest.mark.parametrize("kind", TEASERS)
def test_teasers_are_other_stories(tmp_path, kind):
    (tmp_path / "a.html").write_text(page("", TEASERS[kind]))
    assert load_articles(tmp_path)[1]["words"][0] == WORDS


@pytest.mark.parametrize(
    "inside",
    [
        "<div style='display: none'><p>A hidden sentence says that the mayor took the money.</p></div>",
        "<p hidden>An older sentence said that the bath would close in May.</p>",
        "<template><p>A template says that the police know who it was.</p></template>",
        "<div class='reader-poll'><p>Should the bath be mended?</p><p>Yes, it should be mended at once.</p></div>",
        "<section><h4>Related</h4><div><p>A woman of ninety swims across the bay each morning.</p></div></section>",
    ],
)
def test_parts_of_a_page_that_are_not_its_article(tmp_path, inside):
    (tmp_path / "a.html").write_text(page(inside))
    assert load_articles(tmp_path)[1]["words"][0] == WORDS


def test_an_embedded_post_is_quoted_matter(tmp_path):
    post = (
        "<blockquote class='twitter-tweet'><p>Our children will get the bath they were promised in 2019."
        " <a href='https://t.co/abc'>https://t.co/abc</a></p>&mdash; Ann Bellamy (@bellamy)</blockquote>"
    )
    (tmp_path / "a.html").write_text(
        page(post + "<p>The mayor did not answer on Monday, and nobody expected her to.</p>")
    )
    assert "Our children will get the bath they were promised" in load_articles(tmp_path)[1]["text"][0]


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        (
            [
                "市长说桥梁将于周一开放",
                "市长星期一表示，这座桥经过九年的建设终于完工，所有居民都可以免费通过。",
                "“我们同意继续下去，”他说。他还说：「气氛很好。」",
            ],
            "zh",
        ),
        (
            [
                "BAŞKAN KÖPRÜYÜ AÇTI",
                "Belediye başkanı pazartesi günü köprünün bittiğini söyledi ve herkesi törene davet etti. Bu çok iyi, "
                "dedi."
                " Ama daha sonra bir şey olmadı.",
                "Kasabada kimse buna inanmadı, dedi.",
            ],
            "tr",
        ),
    ],
)
def test_other_languages_lose_no_paragraph_and_keep_their_headline(tmp_path, lines, language):
    from analysis.pages.doubts import list_doubts

    article, _ = load(tmp_path, *lines)
    assert article["headline"] == lines[0] and article["text"].split("\n") == lines and article["language"] == language
    titles = [title for title, _ in list_doubts(load_articles(tmp_path)[1])]
    assert any(
        title.startswith("In a script without spaces" if language == "zh" else "Not in English") for title in titles
    )
