"""The report in a browser: from disk, without a network, nothing fails, nothing injected runs, anyone can read it."""

import csv
import subprocess

import pytest
from conftest import find_program

from analysis import Event
from analysis.pages.report import write_report

AXE = "axe-core@4.14.1"
FONTS = ("'DejaVu Sans', Verdana, sans-serif", "'Liberation Serif', 'Times New Roman', serif")  # a wide, a narrow one
ATTACKS = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "\"'><svg onload=window.hit=1>",
    "</title><script>window.hit=1</script>",
    "</style><script>window.hit=1</script>",
    "javascript:window.hit=1",
    "{{ 7*7 }}{% raw %}",
    "$\\frac{1}{$ $x$",
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "&lt;b&gt;&amp;",
    "<a href=javascript:window.hit=1>x</a>",
    "=cmd|' /C calc'!A0",
    "<!--",
    "]]>",
    "<b>bold</b>",
)
STORY = """The mayor opened the new bridge over the harbour on Monday after nine years of work {0}.
"It will last a hundred years {0}," Mayor Ada Lund said at the opening. Nobody else spoke.
Engineers had warned {1} that the northern pier was built on sand and might sink within ten years.
Traffic starts on Tuesday, the port authority said, and {1} heavy lorries have to wait until spring."""
OTHER = """Nine years late, the harbour bridge is open. {0} Mayor Ada Lund said it "will last a hundred years {0}".
The {1} builders went bankrupt twice. "We paid them anyway," treasurer Tom Hale said."""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The report on a folder whose every text, headline, outlet, address and file name is an attack."""
    place = tmp_path_factory.mktemp("report")
    folder = place / "articles"
    folder.mkdir()
    rows = [("file", "outlet", "headline", "url", "credit")]
    for number, attack in enumerate(ATTACKS):
        story = (STORY, OTHER)[number % 2]
        name = f"{number:02} {attack.replace('/', '_')[:60]}.txt"
        (folder / name).write_text(story.format(attack, ATTACKS[-number]), encoding="utf-8")
        rows.append((name, f"Gazette {attack}", f"Bridge opens {attack}", f"javascript:window.hit=1//{attack}", attack))
    with (folder / "articles.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    (folder / "people.csv").write_text('name,aliases,side\n"Ada Lund <script>window.hit=1</script>",Lund,=city\n')
    return write_report(Event(folder), place / "report").parent


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The report on the five articles that the project comes with."""
    return write_report(Event(), tmp_path_factory.mktemp("example") / "report").parent


@pytest.fixture
def page(browser):
    """A page without a network that remembers what failed, what was asked for and what was said."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.seen = []
    page.on("console", lambda message: page.seen.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: page.seen.append(f"error: {error}"))
    page.on("requestfailed", lambda request: page.seen.append(f"failed: {request.url}"))
    page.on("request", lambda request: request.url.startswith(("file:", "data:")) or page.seen.append(request.url))
    yield page
    context.close()


@pytest.fixture(scope="module")
def axe(tmp_path_factory):
    place = tmp_path_factory.mktemp("axe")
    npm = find_program("npm", "npm")
    subprocess.run([npm, "install", "--silent", "--no-save", "--prefix", place, AXE], check=True, capture_output=True)
    return place / "node_modules/axe-core/axe.min.js"


def pages_of(report):
    return sorted(path.name for path in report.glob("*.html"))


def test_every_page_opens_from_disk_and_nothing_injected_runs(report, page):
    assert {"index.html", "reader.html", "quotes.html", "method.html"} <= set(pages_of(report))
    for name in pages_of(report):
        page.goto((report / name).as_uri())
        page.wait_for_timeout(100)
        assert page.evaluate("() => window.hit") is None, name
        assert page.locator("iframe, img[src='x'], svg[onload]").count() == 0, name
    assert page.seen == []


def test_every_link_leads_to_a_file_or_a_web_address(report, page):
    for name in pages_of(report):
        page.goto((report / name).as_uri())
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            path = link.partition("#")[0]
            assert link.startswith(("http://", "https://")) or not path or (report / path).is_file(), f"{name}: {link}"


def test_texts_are_shown_as_they_are(report, page):
    page.goto((report / "index.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")  # many texts are folded
    words = page.inner_text("main")
    assert "Gazette <script>window.hit=1</script>" in words and "{{ 7*7 }}" in words


def test_the_list_of_pairs_changes_the_text(report, page):
    page.goto((report / "reader.html").as_uri())
    first = page.locator("section:not([hidden])").inner_text()
    page.get_by_label("Texts:").select_option(index=1)
    assert page.locator("section:not([hidden])").count() == 1
    assert page.locator("section:not([hidden])").inner_text() != first


def test_any_two_texts_stand_side_by_side(report, page):
    page.goto((report / "reader.html").as_uri())
    ready = page.locator("#pair option").count()
    left, right = page.locator("[name=left]"), page.locator("[name=right]")
    assert left.locator("option").count() * (left.locator("option").count() - 1) / 2 > ready
    seen = set()
    for place in range(1, left.locator("option").count()):
        left.select_option(index=0)
        right.select_option(index=place)
        (shown,) = page.locator("section:not([hidden])").all()
        seen.add(shown.get_attribute("id"))
        assert "Gazette <script>window.hit=1</script>" in shown.inner_text()
    assert "pair-any" in seen and page.evaluate("() => window.hit") is None
    page.locator("#pair").select_option(index=1)
    assert page.locator("section:not([hidden])").get_attribute("id") == "pair-2" and page.seen == []


def test_a_sentence_opens_by_keyboard(report, page):
    page.goto((report / "reader.html").as_uri())
    sentence = page.locator("section:not([hidden]) summary").first
    sentence.focus()
    page.keyboard.press("Enter")
    assert page.locator("section:not([hidden]) details[open] li").first.is_visible()


def test_a_finding_is_copied_by_its_button(report, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto((report / "index.html").as_uri())
    page.locator("#finding-1 summary").click()
    page.get_by_role("button", name="copy finding 1", exact=True).click()
    pasted = page.locator("#finding-1 button").get_attribute("data-copy")
    assert pasted.startswith(page.locator("#finding-1 h3").inner_text()) and "“" in pasted
    assert page.locator("#finding-1 button").inner_text() == "copied"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index.html", "reader.html", "quotes.html"])
def test_nothing_keeps_anyone_from_reading(report, page, axe, name, scheme, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto((report / name).as_uri())
    page.eval_on_selector_all("main details", "parts => parts.slice(0, 40).forEach(part => { part.open = true })")
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found["violations"]] == []


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("name", ["index.html", "reader.html", "quotes.html", "method.html"])
def test_no_layout_hangs_on_a_font(report, page, name, width, font):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((report / name).as_uri())
    page.add_style_tag(content=f"* {{ font-family: {font} !important }}")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    small = page.evaluate("""() => [...document.querySelectorAll('main *')].filter(part =>
        !part.closest('svg') && part.checkVisibility() && [...part.childNodes].some(one => one.nodeType === 3
        && one.data.trim()) && parseFloat(getComputedStyle(part).fontSize) < 12).map(part => part.outerHTML)""")
    assert small == []


@pytest.mark.parametrize("font", FONTS)
def test_headlines_contradictions_voices_and_three_findings_need_no_scrolling(example, page, font):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((example / "index.html").as_uri())
    page.add_style_tag(content=f"* {{ font-family: {font} !important }}")
    bottoms = page.eval_on_selector_all(
        ".headlines, .boxes section, .findings > li:nth-child(-n+3)",
        "parts => parts.filter(part => part.checkVisibility()).map(part => part.getBoundingClientRect().bottom)")
    assert len(bottoms) == 7 and max(bottoms) <= 900


def test_a_dark_page_has_no_white_picture(report, page):
    page.emulate_media(color_scheme="dark")
    page.goto((report / "quotes.html").as_uri())
    grounds = page.eval_on_selector_all("figure svg path", "paths => paths.map(path => getComputedStyle(path).fill)")
    assert grounds and "rgb(255, 255, 255)" not in grounds


def test_a_finding_opens_at_its_place_in_the_reader(example, page):
    page.goto((example / "index.html").as_uri())
    page.locator("#finding-1 summary").click()
    link = page.locator("#finding-1 cite a").first
    words = page.locator("#finding-1 mark").first.inner_text()
    link.click()
    place = page.locator(":target")
    place.wait_for(timeout=10_000)
    assert place.is_visible() and words.split()[0] in place.inner_text()
    box = place.bounding_box()
    assert 0 <= box["y"] <= page.viewport_size["height"]


def test_formulas_are_guarded_in_the_sheets(report):
    for sheet in report.glob("*.csv"):
        for row in csv.reader(sheet.open(encoding="utf-8-sig", newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))], sheet.name
