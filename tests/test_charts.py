"""Charts say what their tables show, on any event, in words that neither overlap nor leave the picture."""

from io import BytesIO
from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

from analysis import charts
from analysis.charts.base import STYLE, first_rows, name_some, order_outlets
from analysis.charts.lettering import measure, plain, shorten, wrap_text
from analysis.event import Event
from analysis.tables import TABLES, conform

CHARTS = [getattr(charts, name) for name in charts.__all__]
PEOPLE = pd.DataFrame({"name": ["Ada Moll", "Ben Ruiz", "Cy Tan"], "aliases": ["Moll", "Ruiz", "Tan"], "role": "",
                       "side": ["City", "Union", "Court"], "type": "official"})
FRAMES = pd.DataFrame({"frame": ["money", "money", "work"], "function": "theme", "term": ["budget", "pay", "strike*"]})
STRIKE = """The city and its union agreed on a new budget on Monday after a strike of nine days.
"We have found the money that was asked of us," Mayor Ada Moll said.
The pay of drivers will rise by four percent in the spring, and by two more in the autumn.
Ben Ruiz said that the strike was over."""
COPY = STRIKE.replace("Monday", "Monday night").replace("nine", "9") + "\nNobody at the depot heard of it by evening."
BUSES = """Buses will run again in the morning. Passengers had waited for more than a week.
"It was asked of us, and we found the money," the mayor said on Monday night."""


def make_event(*texts, outlets=None, people=PEOPLE, frames=FRAMES):
    """Return an Event of `texts`, outlets A, B, C and so on, with the items that `give_items` invents."""
    names = [chr(65 + number % 26) * (1 + number // 26) for number in range(len(texts))]
    table = pd.DataFrame({"article": [name.lower() for name in names], "outlet": outlets or names, "text": texts})
    event = Event.from_articles(table, people, frames)
    give(event, "items", [{"item": item, "label": f"$Item$ {item} " + "words " * item, "article": name.lower(),
                           "state": "absent" if missing else "reported", "by": "machine",
                           "reason": ("cut", "later", None)[item % 3] if missing else None,
                           "position": pd.NA if missing else min(3 * item, len(text.split()))}
                          for item in range(40) for number, (name, text) in enumerate(zip(names, texts, strict=True))
                          for missing in [not text or (item + number) % 3 > 0]])
    return event


def give(event, name, rows):
    """Put `rows` (dictionaries of some columns) in the place of the table `name` of `event`."""
    blank = {"int64": 0, "bool": False, "float64": 0.0}
    columns = {column.name: [row.get(column.name, blank.get(column.dtype, pd.NA)) for row in rows]
               for column in TABLES[name].columns}
    setattr(event, name, conform(name, pd.DataFrame(columns), event.articles))
    return event


def group(event, *families):
    """Give the articles of `event` these family numbers."""
    return give(event, "families", [{"article": article, "family": family, "role": "unknown"}
                                    for article, family in zip(event.articles["article"], families, strict=True)])


def words(number):
    return "word " * number


def speak(event, *rows):
    """Give `event` voices: tuples of article, voice, side, words; start rises by one a row."""
    return give(event, "voices", [{"article": article, "zone": "body", "voice": voice, "side": side, "words": number,
                                   "start": place * 5, "end": place * 5 + 4}
                                  for place, (article, voice, side, number) in enumerate(rows)])


def many_events():
    sides = pd.concat([PEOPLE.assign(side=f"Side {number}", name=f"Nobody {number}") for number in range(8)])
    frames = pd.concat([FRAMES.assign(frame=f"theme {number}") for number in range(10)])
    crowd = [f"House {number} stands in street {number}.\n" + (STRIKE if number % 3 else BUSES) for number in range(34)]
    strange = ["$x^2$ & Söhne\n<b>", "W" * 300, "日本経済新聞", "$$", "\u202eevil\x00 name " + "long " * 50]
    maths = 'On $x^2$ "$$ {\\frac" and _under_ ^up^ the budget {brace} \\alpha $ ended.'
    return {
        "one": lambda: make_event(STRIKE),
        "nothing": lambda: give(make_event("It rained. It went on.", "The sun shone all day long.", people=PEOPLE[:0],
                                           frames=FRAMES[:0]), "items", []),
        "empty": lambda: make_event("", ""),
        "hostile": lambda: make_event(STRIKE, COPY, BUSES, "", maths, outlets=strange,
                                      people=PEOPLE.assign(side=["$City$ of " + "W" * 80, "日本", "Court"]),
                                      frames=FRAMES.assign(frame=["$money$ " + "very " * 40] * 2 + ["日本"])),
        "crowd": lambda: make_event(*crowd, people=pd.concat([PEOPLE, sides]), frames=frames),
        "seeds": Event,
    }


@pytest.fixture(scope="module", params=many_events())
def event(request):
    return many_events()[request.param]()


def written(figure):
    """Return (words, extent in hundredths of an inch) of every text that is drawn."""
    seen, draw = {}, Text.draw

    def note(self, renderer, *args, **options):
        if self.get_visible() and self.get_text().strip():
            seen[id(self)] = self
        return draw(self, renderer, *args, **options)

    canvas = FigureCanvasAgg(figure)
    with pytest.MonkeyPatch.context() as patch, plt.style.context(STYLE, after_reset=True):
        patch.setattr(Text, "draw", note)
        canvas.draw()
    small = Affine2D().scale(100 / figure.dpi)
    return [(text.get_text(), Text.get_window_extent(text, canvas.get_renderer()).transformed(small))
            for text in seen.values()]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("draw", CHARTS, ids=charts.__all__)
def test_words_neither_overlap_nor_leave_the_picture(event, draw):
    picture = draw(event)
    texts = written(picture.figure)
    wide, high = 100 * picture.figure.get_size_inches()
    for text, place in texts:
        assert place.x0 > -1 and place.y0 > -1 and place.x1 < wide + 1 and place.y1 < high + 1, text
    for (text, one), (other, two) in combinations(texts, 2):
        across, down = min(one.x1, two.x1) - max(one.x0, two.x0), min(one.y1, two.y1) - max(one.y0, two.y0)
        assert across < 1.5 or down < 1.5, (text, other)
    assert picture.title and picture.alt and high < 1500
    assert not plt.get_fignums()


def test_the_check_of_overlaps_can_fail():
    figure = plt.figure()
    figure.text(0.5, 0.5, "one")
    figure.text(0.5, 0.5, "two")
    (_, one), (_, two) = written(figure)
    plt.close(figure)
    assert one.overlaps(two)


def test_a_failing_chart_leaves_no_figure_open():
    with pytest.raises(KeyError, match="no article z: there are a, b"):
        charts.draw_alignment(make_event(STRIKE, COPY), "a", "z")
    with pytest.raises(KeyError, match="no article z: there are a"):
        charts.draw_portrait(make_event(STRIKE), "z")
    assert not plt.get_fignums()


def test_fewer_colours_change_none_visibly():
    picture = charts.draw_voices(make_event(STRIKE, COPY, BUSES, BUSES.replace("Buses", "Trams")))
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()
    drawn = np.asarray(canvas.buffer_rgba())[:, :, :3].astype(int)
    kept = np.asarray(Image.open(BytesIO(picture.image())).convert("RGB"))
    assert abs(drawn - kept).max() < 10


def test_a_chart_is_the_same_to_the_byte_and_shows_its_words_without_the_picture():
    one, two = (charts.draw_quoted(make_event(STRIKE, BUSES)) for _ in range(2))
    assert one.image() == two.image()
    assert one.image("svg") == two.image("svg")
    data, metadata = one._repr_mimebundle_()
    assert data["text/plain"].splitlines()[0] == f"Chart: {one.title}"
    assert metadata["image/png"] == {"width": 900, "alt": f"{one.title}. {one.alt}"}


def test_dollar_signs_are_drawn_as_they_are():
    picture = charts.draw_lengths(make_event(STRIKE, outlets=["$x^2$"]))
    assert "$x^2$" in [text for text, _ in written(picture.figure)]


@pytest.mark.parametrize(("names", "expected"), [
    (["A"], "A"), (list("ABCD"), "A, B, C and D"), (list("ABCDE"), "A, B and 3 others"),
    (["W" * 99, "B"], "W" * 20 + "… and B")])
def test_titles_name_a_few(names, expected):
    assert name_some(names) == expected


def test_captions_say_what_was_left_out():
    table = pd.DataFrame({"a": range(40)})
    assert first_rows(table, "things", 40)[1] == ""
    shown, note = first_rows(table, "things", 30, "by size")
    assert len(shown) == 30
    assert note == " Shown are the first 30 of 40 things, by size; 10 are left out."
    crowd = group(make_event(*[words(3)] * 31), *range(1, 32))
    assert charts.draw_lengths(crowd).caption.endswith("Shown are the first 30 of 31 articles, in the order of the "
                                                       "charts; 1 is left out.")


def test_outlets_with_two_articles_are_told_apart():
    outlets = order_outlets(make_event(STRIKE, BUSES, COPY, outlets=["Post", "Herald", "Post"]))
    assert outlets["outlet"].tolist() == ["a", "c", "Herald"]  # a copied family stands together
    assert outlets["color"].nunique() == 3


@pytest.mark.parametrize("text", ["a b  c\n d", "$x$", "W" * 200, "日本", "\u202e\x00", "word " * 300])
def test_lettering_keeps_to_its_width(text):
    assert measure(shorten(text, 1.5), 9) <= 1.5 or len(shorten(text, 1.5)) == 1
    for line in wrap_text(text, 2, 9):
        assert measure(line, 9) <= 2.01
    assert "".join(wrap_text(text, 2, 9)).replace(" ", "") == plain(text).replace(" ", "")
    assert len(wrap_text(text, 2, 9, lines=2)) <= 2


@pytest.mark.parametrize(("counts", "title"), [
    ((9, 3), "A gave the story 3.0 times the words of B"), ((5, 5), "All texts are equally long: 5 words"),
    ((8, 8, 2), "A and B gave the story 4.0 times the words of C"), ((4,), "A gave the story 4 words"),
    ((4, 0), "A gave the story 4 words, B none")])
def test_lengths(counts, title):
    assert charts.draw_lengths(make_event(*map(words, counts))).title == title


@pytest.mark.parametrize(("texts", "title"), [
    (('"One two three four five" he said to us all today now.', words(10)),
     "Inside quotation marks stand 42 % of A, 0 % of B"),
    ((words(5), words(9)), "No text puts a word in quotation marks"),
    (('"One two," he said.', '"Two one," he said.'),
     "All texts put about the same share of their words in quotation marks: 50 %")])
def test_quoted(texts, title):
    assert charts.draw_quoted(make_event(*texts)).title == title


@pytest.mark.parametrize(("rows", "title"), [
    ([("a", "quoted", "City", 9), ("b", "quoted", "City", 9), ("c", "quoted", "Union", 5), ("d", "quoted", "Union", 1)],
     "In 2 of 3 text families the side heard most is Union; nobody of Court is heard in any text"),
    ([("a", "quoted", "City", 9), ("c", "paraphrased", "Union", 5), ("c", "quoted", "Court", 1)],
     "No side is ahead: City and Union are each heard most in 1 of 3 text families; "
     "nobody of Union is quoted in any text"),
    ([("a", "quoted", "City", 9), ("c", "paraphrased", "Union", 5), ("d", "quoted", "City", 9)],
     "In 2 of 3 text families the side heard most is City; nobody of Court is heard in any text, "
     "nobody of Union is quoted in any text"),
    ([("a", "own", None, 9), ("b", "own", None, 4)], "Nobody else is heard: every word is the outlets' own"),
    ([("a", "own", None, 9), ("b", "quoted", None, 4)], "Nobody of City, Union or Court is heard in any text")])
def test_voices_count_a_copied_text_once(rows, title):
    event = group(make_event(*[words(20)] * 4), 1, 1, 2, 3)
    assert charts.draw_voices(speak(event, *rows)).title == title


def test_voices_without_sides_compare_the_outlets():
    event = group(make_event(*[words(20)] * 2, people=PEOPLE[:0]), 1, 2)
    speak(event, ("a", "own", None, 9), ("a", "quoted", None, 1), ("b", "own", None, 5), ("b", "quoted", None, 5))
    assert charts.draw_voices(event).title == "The outlet's own words are 90 % in A, fewer elsewhere"


def test_first_words_name_who_comes_first_and_who_is_named_only():
    event = group(make_event(*[words(20)] * 3), 1, 2, 3)
    speak(event, ("a", "quoted", "City", 1), ("a", "quoted", "Union", 1), ("b", "quoted", "City", 2))
    give(event, "mentions", [{"article": article, "side": "Court", "start": 5, "end": 9, "position": 1}
                             for article in "bc"])
    picture = charts.draw_first_words(event)
    assert picture.title == "In 2 of 3 texts the side heard first is City; Court is named in 2 and heard in none"
    assert "Union in A: heard 1; Union in B: never named" in picture.alt
    speak(event, ("a", "quoted", "City", 1), ("b", "quoted", "Union", 1))
    give(event, "mentions", [])
    assert charts.draw_first_words(event).title == (
        "No side is ahead: City and Union are each heard first in 1 of 3 texts")


def test_first_words_of_more_articles_than_a_byte_counts():
    event = make_event(*[f"Ada Moll spoke in street {number}." for number in range(130)])
    assert charts.draw_first_words(event).title


def print_remarks(event, *states):
    """Give `event` a remark for each row of letters: full, partial, indirect or - by article."""
    names = {"f": "full", "p": "partial", "i": "indirect", "-": "absent"}
    articles = event.articles["article"]
    give(event, "utterances", [{"utterance": number, "article": article, "start": 0, "end": 9, "quote": number}
                               for number, row in enumerate(states)
                               for article, state in zip(articles, row, strict=True) if state != "-"])
    give(event, "quotes", [{"article": row.article, "quote": row.quote, "kind": "full"}
                           for row in event.utterances.itertuples()])
    return give(event, "coverage", [{"utterance": number, "article": article, "state": names[state], "speaker": "Moll"}
                                    for number, row in enumerate(states)
                                    for article, state in zip(articles, row, strict=True)])


@pytest.mark.parametrize(("families", "states", "title"), [
    ((1, 1, 2), ["fff", "fp-", "--f"],
     "Of 3 quoted remarks 1 stands in every text family, 2 in one alone"),
    ((1, 2, 3), ["fpf", "ip-"], "Of 2 quoted remarks 1 stands in every text, none in one alone"),
    ((1, 2, 3), ["fpf", "fff"], "Every text prints all 2 quoted remarks"),
    ((1, 2, 3), [], "No text quotes a remark")])
def test_coverage(families, states, title):
    event = group(make_event(*[words(20)] * 3), *families)
    picture = charts.draw_coverage(print_remarks(event, *states))
    assert picture.title == title
    if states:
        assert "Court: nobody is quoted or paraphrased in any text" in [text for text, _ in written(picture.figure)]


def test_rewording_names_the_longest_and_the_shortest():
    event = make_event("we will move very fast now", "we will move on", "we will move on")
    print_remarks(event, "fff")
    event.utterances["end"] = [26, 15, 15]
    picture = charts.draw_rewording(event)
    assert picture.title == "One remark of Moll in 2 wordings: 6 words in A, 4 in B"
    assert ("on" in [text for text, _ in written(picture.figure)]) and "C: “we will move on”" in picture.alt
    assert charts.draw_rewording(print_remarks(event, "-ff"), 0).title == (
        "All 2 texts that quote Moll here print the same words")
    assert charts.draw_rewording(print_remarks(event, "f--")).title == "No quoted remark stands in two texts"
    with pytest.raises(KeyError, match="no utterance 7"):
        charts.draw_rewording(event, 7)


LINE = "They met at noon and spoke of bread and roses.\nThen they went home by the last train of the day.\n"


@pytest.mark.parametrize(("texts", "title"), [
    ((LINE, LINE + "Rain fell on both of the towns all night.\n", words(9)),
     "100 % of A stands in sentences that another text has too, 0 % of C"),
    ((LINE, LINE), "Every text shares about the same part of its words with others: 100 %"),
    ((LINE, words(9)), "No text shares a sentence with another"),
    ((LINE,), "One text alone: nothing to compare it with")])
def test_strips(texts, title):
    assert charts.draw_strips(make_event(*texts)).title == title


@pytest.mark.parametrize(("texts", "title"), [
    ((LINE + "Rain fell on both of the towns all night.", LINE),
     "B has 2 of the 3 sentences of A, 2 of them word for word"),
    ((LINE, LINE), "A and B print the same 2 sentences word for word"),
    ((LINE, words(9)), "No sentence of A stands in B")])
def test_alignment(texts, title):
    picture = charts.draw_alignment(make_event(*texts), "a", "b")
    assert picture.title == title
    if len(texts[0]) > len(LINE):
        assert any(text.startswith("9 words not in B:") for text, _ in written(picture.figure))


def test_style_sheet_groups_the_changes_of_one_pair():
    event = group(make_event(LINE, LINE, LINE), 1, 1, 2)
    change = {"article": "a", "other": "b", "op": "replace", "before": "noon", "after": "12", "kind": "date"}
    give(event, "edits", [change, change | {"sentence": 1}, change | {"kind": "name", "before": pd.NA, "after": "Mr"},
                          *[change | {"other": "c"}] * 9])
    picture = charts.draw_style_sheet(event)
    assert picture.title == "B differs from A in 3 wordings of shared sentences, most often in days and dates (2)"
    assert picture.alt == "names: nothing to Mr, 1; days and dates: noon to 12, 2"
    assert charts.draw_style_sheet(give(event, "edits", []), "a", "b").title == (
        "A and B print no sentence with words changed")


BUDGET, STRIKES = "The budget grew. ", "Strikes ended. "


@pytest.mark.parametrize(("texts", "title"), [
    ((BUDGET + STRIKES, BUDGET, STRIKES),
     "None of 2 themes stand in every text; none of “money” in C; none of “work” in B"),
    ((BUDGET + STRIKES, BUDGET, BUDGET), "1 of 2 themes stands in every text; none of “work” in B and C"),
    ((BUDGET * 2 + STRIKES, STRIKES + BUDGET),
     "No text lacks any of the 2 themes: each has at least 1 theme word of every one"),
    ((words(5), words(5)), "No theme word in any text")])
def test_barcode(texts, title):
    assert charts.draw_barcode(make_event(*texts)).title == title


def test_barcode_draws_any_stretches():
    event = group(make_event(LINE, LINE), 1, 1)
    picture = charts.draw_barcode(event, event.links, by="relation", noun="matching sentence")
    assert picture.title == "Every text has at least 2 matching sentences of “verbatim”"


def test_shares_name_the_theme_whose_ranges_lie_farthest_apart():
    frames = pd.DataFrame({"frame": ["money"], "function": "theme", "term": ["budget"]})
    event = make_event("The budget grew.\nIt rained on us.", "It rained.\nThe sun shone on us.", frames=frames)
    assert charts.draw_shares(event).title == "“money” takes 43 % of A (own words: 43 %) but 0 % of B (own words: 0 %)"
    frames = pd.DataFrame({"frame": "money", "function": "theme", "term": ["budget", "pay", "cash"]})
    event = make_event("The budget grew.\nIt rained on us.", "The pay grew.\nIt rained.", frames=frames)
    assert charts.draw_shares(event).title == (
        "No theme sets the texts apart by more than the list of its words leaves open")


def test_depth_tells_what_the_cut_does_to_the_differences():
    event = group(make_event("The budget grew.\n" + "It rained on us.\n" * 3, "The budget grew."), 1, 1)
    assert charts.draw_depth(event).title == (
        "Cut to their first 3 words, texts that copy one another differ by at most 0 percentage points on a theme; "
        "in full by up to 80")
    event = group(make_event("The budget grew.", "It rained hard."), 1, 2)
    assert charts.draw_depth(event).title == (
        "Equal depth changes little: the texts differ by up to 100 percentage points on a theme either way")


def report_items(event, *rows):
    """Give `event` an item for each row: a string of positions by article, a digit in tens of words or - for absent."""
    return give(event, "items", [
        {"item": item, "label": f"item {item}", "article": article, "state": "absent" if place == "-" else "reported",
         "position": pd.NA if place == "-" else int(place) * 10, "by": "hand"}
        for item, row in enumerate(rows) for article, place in zip(event.articles["article"], row, strict=True)])


@pytest.mark.parametrize(("families", "rows", "title"), [
    ((1, 1, 2), ["000", "11-", "--2"], "Of 3 items 1 stands in every text family, 2 in one alone"),
    ((1, 2, 3), ["000", "1-1"], "Of 2 items 1 stands in every text, none in one alone"),
    ((1, 1, 1), ["0-0", "--1"], "Of 2 items none stand in every text, 1 in one alone"),
    ((1, 2, 3), ["000", "123"], "Every text reports all 2 items"), ((1, 2, 3), [], "No item was found in these texts")])
def test_item_matrix(families, rows, title):
    event = group(make_event(*[words(50)] * 3), *families)
    assert charts.draw_item_matrix(report_items(event, *rows)).title == title


@pytest.mark.parametrize(("rows", "title"), [
    (["0-4", "13-", "2--"], "After 30 words a reader of A has met 3 of 3 items, a reader of B or C none"),
    (["00-", "1-0", "-11"], "After 30 words every reader has met the same number of items: 2")])
def test_reading_depth(rows, title):
    event = group(make_event(words(30), words(60), words(60)), 1, 2, 3)
    assert charts.draw_reading_depth(report_items(event, *rows)).title == title


@pytest.mark.parametrize(("rows", "title"), [
    (["000", "1--", "2--", "-2-", "--2"], "In 3 of 3 texts the first 10 words hold more common ground than the rest"),
    (["000"], "No text reports items both in its first 10 words and below"),
    (["00-", "33-"], "The first 10 words hold as much common ground as the rest"),
    (["00-", "2--", "-0-", "33-", "4--"],
     "The first 10 words hold more common ground than the rest in 1 text, less in 1")])
def test_lead_and_body(rows, title):
    event = group(make_event(*[words(60)] * 3), 1, 2, 3)
    assert charts.draw_lead_body(report_items(event, *rows), words=10).title == title


def test_portrait_tells_what_a_text_alone_has_and_lacks():
    event = group(make_event(*[words(60)] * 3), 1, 2, 3)
    report_items(event, "0--", "-00")
    speak(event, ("a", "own", None, 45), ("a", "quoted", "City", 15), ("b", "own", None, 9))
    event.voices["speaker"] = pd.array([None, "Ada Moll", None], dtype="str")
    picture = charts.draw_portrait(event)
    assert picture.title == "A in 60 words: 75 % its own; Ada Moll speaks most"
    assert "only here: item 0; not here: item 1" in picture.alt
    texts = [text for text, _ in written(picture.figure)]
    assert "Silent: 2 of 3 sides" in texts and "Nobody of Union or Court is quoted or paraphrased." in texts
