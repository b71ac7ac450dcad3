"""Sixty saved pages in ten designs and twenty copied from a browser, made of the lines of saved_pages.txt.

Every paragraph of `Page.prose` has to stay in the text, no line of `Page.furniture` may; headline and
captions may stay.
"""

from html import escape
from pathlib import Path
from random import Random


def read_lists():
    """Return {name of a list: its lines} of saved_pages.txt."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    parts = (part.rstrip("\n").split("\n") for part in text.split("=== ")[1:])
    return {name: lines for name, *lines in parts}


LISTS = read_lists()
DAYS = ("4 March 2024", "March 4, 2024 10:42 am GMT", "Published: 04 Mar 2024, 10:42", "Updated 3 hours ago")


class Page:
    """What a page is made of: `prose`, `furniture` (whatever `some` and `note` gave out), headline and captions."""

    def __init__(self, number):
        self.random, self.furniture = Random(number), []
        one, two, writer = self.random.sample(LISTS["people"], 3)
        self.words = {"one": one, "two": two, "writer": writer, "agency": "Seapix"}
        self.words |= {"town": self.pick("towns"), "paper": self.pick("papers")}
        self.headline, self.caption = self.pick("headlines"), self.pick("captions")
        chosen = sorted(self.random.sample(range(1, len(LISTS["prose"])), self.random.randint(5, 11)))
        self.prose = [LISTS["prose"][place].format(**self.words) for place in [0, *chosen]]
        self.day = self.random.choice(DAYS)

    def pick(self, name):
        return self.random.choice(LISTS[name]).format(**self.words) if "town" in self.words else (
            self.random.choice(LISTS[name]))

    def note(self, *lines):
        """Return `lines`, which are furniture."""
        self.furniture += lines
        return list(lines)

    def some(self, name, least=2, most=4):
        """Return a few lines of the list `name`, which are furniture."""
        lines = self.random.sample(LISTS[name], min(len(LISTS[name]), self.random.randint(least, most)))
        return self.note(*(line.format(other=self.pick("others"), **self.words) for line in lines))

    def signed(self, box="p"):
        """Return byline and day, each in a `box`."""
        return e(box, *self.note("By " + self.words["writer"])) + e(box, *self.note(self.day))

    def story(self, wrap, *names, gap=2):
        """Return the paragraphs with furniture of the lists `names`, in turn and as `wrap` writes it, between them."""
        out = []
        for place, paragraph in enumerate(self.prose):
            out.append(e("p", paragraph))
            if place % gap == gap - 1 and place < len(self.prose) - 1:
                out.append(wrap(self.some(names[place // gap % len(names)], 1, 2)))
        return "".join(out)


def e(tag, *lines):
    """Return an element for each of `lines`; `tag` is its name and, behind a stop, its class."""
    name, _, box = tag.partition(".")
    opening = f'{name} class="{box}"' if box else name
    return "".join(f"<{opening}>{escape(line, quote=False)}</{name}>" for line in lines)


def box(tag, *content):
    """Return an element around HTML."""
    name, _, classes = tag.partition(".")
    return f'<{name} class="{classes}">{"".join(content)}</{name}>'


def links(lines):
    return "<ul>" + "".join(f'<li><a href="/n/{place}">{line}</a></li>' for place, line in enumerate(lines)) + "</ul>"


def more(page, title="h2"):
    return e(title, *page.some("lists", 1, 1)) + links(page.some("others"))


def semantic(page):
    figure = box("figure", "<img src=x.jpg>", box("figcaption", page.caption, e("span", *page.some("credits", 1, 1))))
    story = page.story(lambda lines: box("aside", e("p", *lines)), "letters", "links", "ads")
    foot = box("footer", e("span", *page.some("tags")), e("p", *page.some("author")))
    article = box("article", e("h1", page.headline), page.signed("time"), figure, story, foot)
    return box("nav", links(page.some("top"))) + box("main", article, box("section", more(page))) + box(
        "footer", links(page.some("foot")), e("p", *page.some("end", 1, 2)))


def soup(page):
    def wrap(lines):
        return box("div.c-7f3a", box("div.x9", e("div", *lines)))
    picture = box("div.i5", "<img src=a.jpg>", e("div", page.caption, *page.some("credits", 1, 1)))
    story = page.story(wrap, "ads", "links", "share")
    story = story.replace("<p>", '<div class="tx"><p>').replace("</p>", "</p></div>")
    main = (e("div.t4", page.headline), page.signed("div.b2"), wrap(page.some("share")), picture, story,
            wrap(page.some("end")), box("div.q8", e("div", *page.some("lists", 1, 1), *page.some("others"))))
    return box("div.r", box("div.h0", e("div", *page.some("top"))), box("div.m1", *main),
               box("div.f6", e("div", *page.some("foot"))), box("div.k2", e("div", *page.some("cookies"))))


def amp(page):
    def wrap(lines):
        return box("amp-ad", e("span", *lines[:1])) + e("p.inline-promo", *lines[1:])
    story = page.story(wrap, "ads", "letters", "links")
    consent = box("amp-consent", e("p", *page.some("cookies")))
    return box("amp-sidebar", links(page.some("top"))) + box(
        "div.article-body", e("h1", page.headline), page.signed("p.meta"), "<amp-img src=a.jpg></amp-img>",
        e("p.caption", page.caption), story, consent) + box("footer", e("p", *page.some("end", 1, 2)))


def tables(page):
    bar = " | ".join(page.note("Home", "World", "Business", "Archive"))
    signed = "<br>".join(page.note("By " + page.words["writer"], page.day))
    tail = "<br>".join(page.some("links", 1, 2) + page.some("end", 1, 2))
    prose = "<br><br>".join(page.prose)
    return (f"<table><tr><td colspan=3>{bar}</td></tr><tr><td width=120>{'<br>'.join(page.some('foot'))}</td>"
            f"<td><font size=5><b>{page.headline}</b></font><br><font size=1>{signed}</font><br><br>"
            f"<font face=Times>{prose}</font><br><br><font size=1>{tail}</font></td>"
            f"<td><b>{page.some('lists', 1, 1)[0]}</b><br>{'<br>'.join(page.some('others'))}</td></tr></table>")


def paywall(page):
    page.prose = page.prose[:6]
    teaser = box("div.article__teaser", page.story(lambda lines: e("p", *lines), "ads", gap=3))
    pitch = box("div.paywall", e("h3", *page.some("pitch", 1, 1)), e("p", *page.some("pitch", 3, 5)))
    article = box("article.premium", e("h1", page.headline), page.signed("div.meta"), teaser, pitch)
    return box("nav", links(page.some("top"))) + article + f"<div role=dialog>{e('p', *page.some('cookies'))}</div>"


def live(page):
    posts = []
    for place in range(0, len(page.prose), 2):
        clock = e("time", *page.note(f"{9 + place:02d}:{7 * place % 60:02d}"))
        share = box("div.live-share", e("a", *page.some("share", 1, 2)))
        posts.append(box("div.live-post", clock, e("p", *page.prose[place:place + 2]), share))
    return box("div.topbar", links(page.some("top"))) + box(
        "main", e("h1", page.headline), page.signed("p.author"), e("p", *page.note("Live", "Refresh for updates")),
        box("div.live-blog", *posts), e("p", *page.some("letters")), box("div.tags", e("a", *page.some("tags"))))


def inline(page):
    def wrap(lines):
        return "".join(f"<p><strong>{line}</strong></p>" if len(line) % 2 else
                       f'<p><em><a href="/x">{line}</a></em></p>' for line in lines)
    picture = box("div.wp-caption", "<img src=1.jpg>", e("p", page.caption, *page.some("credits", 1, 1)))
    story = page.story(wrap, "links", "letters", "ads", "links", "pitch", "share", gap=1)
    story = box("div.content", story, wrap(page.some("end", 2, 3)), wrap(page.some("author", 1, 2)))
    return box("div.site-header", links(page.some("top"))) + box(
        "div.post", e("h1", page.headline), page.signed(), picture, story) + box("div.site-footer",
                                                                                 links(page.some("foot")))


def blog(page):
    share = box("div.sharedaddy", e("h3", *page.note("Share this:")), links(page.some("share")))
    story = box("div.entry-content", page.story(lambda lines: e("p", *lines), "ads", gap=4), share)
    comments = e("h3", *page.note("2 thoughts on the pier")) + links(page.some("comments", 4, 6))
    entry = box("div.hentry", e("h2.entry-title", page.headline), page.signed("div.entry-meta"), story,
                box("div.author-info", e("p", *page.some("author"))), e("span", *page.some("tags")))
    comments = box("div.comments-area", comments)
    return box("div.masthead", links(page.some("top"))) + entry + comments + box("div.widget-area", more(page, "h3"))


def magazine(page):
    figure = box("figure", "<img src=2.jpg>", box("figcaption", page.caption, e("small", *page.some("credits", 1, 1))))
    story = page.story(lambda lines: box("div.promo", e("p", *lines)), "pitch", "links", gap=3)
    notes = e("p.bio", *page.some("author", 1, 3)) + e("p.note", *page.some("end", 1, 3))
    story = box("div.story-body", story, "<hr>", notes)
    section = box("section.story", e("h1", page.headline), page.signed(), figure, story)
    rest = box("section.more", e("h2", *page.some("lists", 1, 1)), e("h3", *page.some("others")))
    return box("div.ribbon", e("span", *page.some("pitch", 1, 1))) + links(page.some("top")) + section + rest


def wire(page):
    start = e("p", *page.some("top", 1, 3)) + e("h1", page.headline) + page.signed()
    story = page.story(lambda lines: e("p", *lines), "links", "ads", gap=3)
    lists = e("p", *page.some("lists", 1, 1), *page.some("others"))
    return start + story + e("p", *page.some("end", 2, 4)) + lists + e("p", *page.some("foot"))


DESIGNS = (semantic, soup, amp, tables, paywall, live, inline, blog, magazine, wire)


def make_pages(number=60):
    """Yield (name of a file, page, HTML), the designs in turn."""
    for place in range(number):
        page, design = Page(place), DESIGNS[place % len(DESIGNS)]
        title = f"<title>{page.headline} | {page.words['paper']}</title>"
        yield (f"{design.__name__}{place:02}.html", page,
               f"<!DOCTYPE html><html lang=en><head>{title}</head><body>{design(page)}</body></html>")


def make_copies(number=20):
    """Yield (name of a file, page, text): the same as copied from a browser, with and without blank lines."""
    for place in range(number):
        page = Page(1000 + place)
        lines = [*page.some("top"), page.headline, *page.note("By " + page.words["writer"], page.day),
                 *page.some("share"), page.caption, *page.some("credits", 1, 1)]
        for paragraph in page.prose[:-1]:
            name = page.random.choice(["ads", "links", "letters", "share", "pitch"])
            lines += [paragraph, *page.some(name, 0, 2)]
        lines.append(page.prose[-1])
        for name in ("end", "author", "lists", "others", "foot", "cookies"):
            lines += page.some(name, 1, 3)
        yield f"copied{place:02}.txt", page, "\n\n"[place % 2:].join(lines) + "\n"
