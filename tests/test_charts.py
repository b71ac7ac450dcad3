"""Charts say what their tables show, on any event, in words that neither overlap nor leave the picture."""

import subprocess
import sys
import warnings
from functools import lru_cache
from io import BytesIO
from itertools import combinations
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

import analysis
from analysis.answers import ROOMS, find_answer, list_answers
from analysis.answers.drawing.canvas import HUES, STYLE, choose_outlets, first_rows, name_some, order_outlets
from analysis.answers.drawing.lettering import measure, plain, shorten, wrap_text
from analysis.event import Event
from analysis.pages.widgets import explore
from analysis.tables import TABLES, conform

NAMES = sorted(name for name in analysis.__all__ if name.startswith("draw_") and name != "draw_sheet")
CHARTS = [getattr(analysis, name) for name in NAMES]
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
                           "sentence": pd.NA if missing else 0, "start": pd.NA if missing else 0,
                           "end": pd.NA if missing else min(9, len(text)),
                           "position": pd.NA if missing else min(3 * item, len(text.split()))}
                          for item in range(40) for number, (name, text) in enumerate(zip(names, texts, strict=True))
                          for missing in [not text or (item + number) % 3 > 0]])
    return event


def give(event, name, rows):
    """Put `rows` (dictionaries of some columns) in the place of the table `name` of `event`."""
    blank = {"int64": 0, "bool": False, "float64": 0.0}
    columns = {column.name: [row.get(column.name, blank.get(column.dtype, pd.NA)) for row in rows]
               for column in TABLES[name].columns}
    event._give(**{name: conform(name, pd.DataFrame(columns), event.articles)})
    return event


def many_events():
    sides = pd.DataFrame({"name": [f"Nobody {number}" for number in range(24)], "aliases": "", "role": "",
                          "side": [f"Side {number % 8}" for number in range(24)], "type": "official"})
    frames = pd.concat([FRAMES.assign(frame=f"theme {number}") for number in range(10)])
    crowd = [f"House {number} stands in street {number}.\n" + (STRIKE if number % 3 else BUSES) for number in range(22)]
    strange = ["$x^2$ & Söhne\n<b>", "W" * 300, "日本経済新聞", "$$", "\u202eevil\x00 name " + "long " * 50]
    maths = 'On $x^2$ "$$ {\\frac" and _under_ ^up^ the budget {brace} \\alpha $ ended.'
    return {
        "none": make_event,
        "one": lambda: make_event(STRIKE),
        "two": lambda: make_event(STRIKE, BUSES),
        "nothing": lambda: give(make_event("It rained. It went on.", "The sun shone all day long.", people=PEOPLE[:0],
                                           frames=FRAMES[:0]), "items", []),
        "empty": lambda: make_event("", ""),
        "hostile": lambda: make_event(STRIKE, COPY, BUSES, "", maths, outlets=strange,
                                      people=PEOPLE.assign(side=["$City$ of " + "W" * 80, "日本", "Court"]),
                                      frames=FRAMES.assign(frame=["$money$ " + "very " * 40] * 2 + ["日本"])),
        "crowd": lambda: make_event(*crowd, people=pd.concat([PEOPLE, sides]), frames=frames),
    }


@pytest.fixture(scope="module", params=[*many_events(), "seeds"])
def event(request, seeds):
    return seeds if request.param == "seeds" else many_events()[request.param]()


@lru_cache(maxsize=256)
def draw_once(event, draw):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return draw(event)


def draw_answer(event, answer):
    """Return what answer.draw(event) draws, drawn once with the pictures."""
    return draw_once(event.together, answer.draw.__wrapped__)


def written(figure):
    """Return (words, extent in hundredths of an inch, size in points) of every text that is drawn."""
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
    renderer = canvas.get_renderer()
    return [(text.get_text(), Text.get_window_extent(text, renderer).transformed(small), text.get_fontsize())
            for text in seen.values()]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("draw", CHARTS, ids=NAMES)
def test_words_neither_overlap_nor_leave_the_picture(event, draw):
    picture = draw_once(event, draw)
    texts = written(picture.figure)
    wide, high = 100 * picture.figure.get_size_inches()
    for text, place, size in texts:
        assert size >= 8.7, f"{text}: smaller than 12 px at the width of a page"
        assert place.x0 > -1 and place.y0 > -1 and place.x1 < wide + 1 and place.y1 < high + 1, text
    for (text, one, _), (other, two, _) in combinations(texts, 2):
        across, down = min(one.x1, two.x1) - max(one.x0, two.x0), min(one.y1, two.y1) - max(one.y0, two.y0)
        assert across < 1.5 or down < 1.5, (text, other)
    assert picture.title and picture.alt and high < 1500
    assert not plt.get_fignums()


def test_the_check_of_overlaps_can_fail():
    figure = plt.figure()
    figure.text(0.5, 0.5, "one")
    figure.text(0.5, 0.5, "two")
    (_, one, _), (_, two, _) = written(figure)
    plt.close(figure)
    assert one.overlaps(two)


def test_no_name_is_turned(event):
    for draw in CHARTS:
        words = draw_once(event, draw).figure.findobj(Text)
        assert not [text.get_text() for text in words if text.get_rotation() and text.get_text()], draw


@pytest.mark.parametrize("name", ROOMS)
def test_a_picture_s_title_is_its_room_s_first_sentence(event, name):
    answer = find_answer(name)
    said = answer.say(event)
    title = draw_answer(event, answer).title
    assert title == said[0]["claim"].removesuffix(".") if said else title


def test_without_articles_every_picture_says_so_and_the_widget_opens():
    event = make_event()
    assert {draw(event).title for draw in CHARTS} == {"There is no text here to draw"}
    assert explore(event).children[2].value.startswith("<img src='data:image/png;base64,")


def test_every_answer_names_its_tables_and_its_question():
    for answer in list_answers():
        assert answer.question.endswith("?") and answer.name in ROOMS
        assert set(answer.tables) <= set(TABLES), answer.name
    with pytest.raises(KeyError, match="no answer tone: there are remarks, differences"):
        find_answer("tone")


def test_a_failing_chart_leaves_no_figure_open():
    with pytest.raises(KeyError, match="no article z: there are a, b"):
        analysis.draw_alignment(make_event(STRIKE, COPY), "a", "z")
    with pytest.raises(KeyError, match="no utterance 7000"):
        analysis.draw_rewording(make_event(STRIKE, COPY), 7000)
    assert not plt.get_fignums()


@lru_cache
def crowd_of(number):
    texts = [STRIKE, COPY, BUSES, *(BUSES.replace("Buses", f"Tram {place}") for place in range(number - 3))]
    return make_event(*texts[:number])


@pytest.mark.parametrize("number", [3, 8, 21])
def test_an_outlet_keeps_its_colour_in_the_png(number):
    event = crowd_of(number)
    picture = analysis.draw_voices(event)
    shown = {tuple(color) for color in np.asarray(Image.open(BytesIO(picture.image())).convert("RGB")).reshape(-1, 3)}
    for color in order_outlets(event)["color"]:
        assert tuple(int(color[place:place + 2], 16) for place in (1, 3, 5)) in shown, color


def test_a_png_is_no_other_picture():
    picture = analysis.draw_voices(crowd_of(8))
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()
    drawn = np.asarray(canvas.buffer_rgba())[:, :, :3].astype(int)
    kept = np.asarray(Image.open(BytesIO(picture.image())).convert("RGB")).astype(int)
    assert (abs(drawn - kept).max(axis=2) > 24).mean() < 0.001


def test_a_chart_is_the_same_to_the_byte_and_shows_its_words_without_the_picture():
    one, two = (analysis.draw_voices(make_event(STRIKE, BUSES)) for _ in range(2))
    assert one.image() == two.image()
    assert one.image("svg") == two.image("svg")
    assert one.image("pdf") == two.image("pdf")
    data, metadata = one._repr_mimebundle_()
    assert data["text/plain"].splitlines()[0] == f"Chart: {one.title}"
    assert metadata["image/png"] == {"width": 900, "alt": f"{one.title}. {one.alt}"}


@pytest.mark.parametrize(("name", "opens"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.pdf", b"%PDF")])
def test_a_picture_is_saved_by_its_ending(name, opens, tmp_path):
    picture = analysis.draw_lengths(make_event(STRIKE, BUSES))
    assert picture.save(tmp_path / name).read_bytes().startswith(opens)


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"^a\.docx: a picture is saved as \.png, \.svg or \.pdf$"):
        analysis.draw_lengths(make_event(STRIKE)).save(tmp_path / "a.docx")


def test_findings_need_no_drawing_library():
    script = ("import sys, pandas as pd\nfrom analysis import Event\n"
              "Event.from_articles(pd.DataFrame({'article': ['a', 'b'], 'outlet': ['A', 'B'],"
              " 'text': ['The ferry sank.', 'It rained.']})).findings\nassert 'matplotlib' not in sys.modules")
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(analysis.__file__).parents[1])


LINE = "They met at noon and spoke of bread and roses.\nThen they went home by the last train of the day.\n"
RAIN = "Rain fell on both of the towns all night."


@pytest.mark.parametrize(("texts", "title"), [
    ((LINE, LINE + RAIN, "word " * 9),
     "A and B print versions of one story: 100 % of the words of A stand in sentences that both have"),
    ((LINE, "word " * 9), "No text shares a sentence with another"),
    ((LINE,), "One text alone: nothing to compare it with")])
def test_strips(texts, title):
    assert analysis.draw_strips(make_event(*texts)).title == title


@pytest.mark.parametrize(("texts", "title"), [
    ((LINE + RAIN, LINE), "B has 2 of the 3 sentences of A, 2 of them word for word"),
    ((LINE, LINE), "A and B print the same 2 sentences word for word"),
    ((LINE, "word " * 9), "No sentence of A stands in B")])
def test_alignment(texts, title):
    picture = analysis.draw_alignment(make_event(*texts), "a", "b")
    assert picture.title == title
    if len(texts[0]) > len(LINE):
        assert any(text.startswith("no match in B (9 words):") for text, *_ in written(picture.figure))


@pytest.mark.parametrize(("counts", "title"), [
    ((10, 5), "A gave the story 2.0 times the words of B"), ((5, 5), "All texts are equally long: 5 words"),
    ((5, 0), "A gave the story 5 words, B none"), ((7,), "A gave the story 7 words")])
def test_lengths(counts, title):
    assert analysis.draw_lengths(make_event(*["word " * number for number in counts])).title == title


def test_copies_stand_together_in_shades_of_one_colour():
    outlets = order_outlets(crowd_of(8))
    assert outlets["article"].tolist()[:2] == ["a", "b"], "the copy stands beside what it copies"
    assert outlets["color"].nunique() == 8


@pytest.mark.parametrize(("names", "words"), [
    (["A"], "A"), (list("ABC"), "A, B and C"), (list("ABCDE"), "A, B and 3 others")])
def test_some_names(names, words):
    assert name_some(names) == words


def test_eight_outlets_are_told_apart_in_grey():
    lightness = []
    for color in HUES:
        parts = [int(color[place:place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        lightness.append(116 * (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 3) - 16)
    assert len(HUES) == 8 and min(np.diff(sorted(lightness))) > 4


def test_of_many_texts_the_fullest_version_of_each_is_shown_first():
    event = make_event(*[STRIKE] * 6, COPY, BUSES)
    rows, told = choose_outlets(event, 3)
    assert len(rows) == 3 and rows["family"].nunique() == order_outlets(event)["family"].nunique()
    assert told == " Shown are 3 of 8 articles, the fullest version of each text first; 5 are left out."
    assert choose_outlets(event, 8)[1] == ""


def test_a_side_and_a_speaker_of_one_name_are_not_mixed():
    text = "“We regret it deeply,” the company said. Ann Bellamy of Orrin Mills said the company was late."
    people = pd.DataFrame({"name": ["Ann Bellamy", "Orrin Mills", "Tom Hale"], "side": ["company", "company", "town"]})
    articles = pd.DataFrame({"article": list("ab"), "outlet": list("AB"), "text": [text, text.replace("late", "slow")]})
    told = analysis.draw_hearing(analysis.Event.from_articles(articles, people=people)).alt
    assert "company in A: named" in told and "town in A: no mention found" in told


def test_speakers_are_drawn_where_no_side_is_heard():
    text = "“We regret it deeply,” said Ann Bellamy. The town of Orrin lies in Norway."
    people = pd.DataFrame({"name": ["Tom Hale"], "side": ["town"]})
    texts = [text, text.replace("deeply", "much")]
    articles = pd.DataFrame({"article": list("ab"), "outlet": list("AB"), "text": texts})
    picture = analysis.draw_hearing(analysis.Event.from_articles(articles, people=people))
    assert "Ann Bellamy in A: named" in picture.alt and picture.title == "Ann Bellamy is heard in all 2 texts"


def test_no_title_denies_what_its_picture_shows(event):
    none = ("No person and no thing that two texts", "No name of a person", "No speaker whom two texts name",
            "No text is a shortened copy", "No two accounts")
    for answer in list_answers():
        picture = draw_answer(event, answer)
        assert picture.alt == "Empty" or not picture.title.startswith(none), picture.title


def test_rows_that_are_left_out_are_told():
    rows, told = first_rows(pd.DataFrame({"a": range(31)}), "articles")
    assert len(rows) == 30
    assert told == " Shown are the first 30 of 31 articles, in the order of the pictures; 1 is left out."


@pytest.mark.parametrize(("text", "shown"), [("a\nb", "a b"), ("日x", "□x"), ("\u202eevil", "evil")])
def test_plain_letters(text, shown):
    assert plain(text) == shown


def test_words_are_cut_and_wrapped_by_their_width():
    assert measure(shorten("a harbour that is closed", 1.0)) <= 1.0
    assert all(measure(line) <= 1.0 for line in wrap_text("a harbour that is closed on all days", 1.0))
    assert wrap_text("one two three four five six", 0.5, lines=2)[-1].endswith("…")
