"""Parts of a page that are no part of its article, whatever words stand in them: hidden text, polls, other stories."""

from typing import Any

import regex
from lxml import etree, html

from ...rules import Rule, RuleList
from ..clean.phrases import opens_list

_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.IGNORECASE)
_POLL = regex.compile(r"(?:^|[\s_-])(?:polls?|survey|quiz|voting)(?:$|[\s_-])", regex.IGNORECASE)
_MAIN = {"html", "body", "main", "article"}


def _is_hidden(element):
    return (element.tag == "template" or "hidden" in element.attrib
            or element.get("aria-hidden", "").strip().lower() == "true" or _HIDDEN.search(element.get("style", "")))


def _tells_other_stories(element):
    """Tell whether a part of a page opens with a line such as Related and holds more than it."""
    if element.tag not in ("section", "div", "aside", "ul"):
        return False
    first = next((text.strip() for text in element.itertext() if text.strip()), "")
    if len(first) > 60 or not opens_list(first):
        return False
    return sum(len(text.strip()) for text in element.itertext()) > 2 * len(first)


def _find_part(snippet):
    """Return the rule that drops the first element of a piece of HTML."""
    return PARTS.decide(html.fragment_fromstring(snippet))[0]


PARTS = RuleList("Which part of a page is no part of its article?", (
    Rule("hidden", _is_hidden, "A reader of the page never saw it.",
         yes=("<div style='display:none'><p>The mayor took the money.</p></div>", "<p hidden>An older version.</p>",
              "<div aria-hidden='true'>The bath is shut.</div>", "<template><p>Filled in later.</p></template>"),
         no=("<div class='hidden-gems'><p>The bath of Ellby.</p></div>", "<p style='display:block'>The bath.</p>")),
    Rule("poll", lambda element: _POLL.search(f"{element.get('class', '')} {element.get('id', '')}"),
         "What readers are asked by the page is not the story.",
         yes=("<div class='poll'><p>Should the bath be closed?</p></div>", "<div id='reader_survey'>Yes No</div>"),
         no=("<div class='pollution'><p>The river is dirty.</p></div>",)),
    Rule("other stories", _tells_other_stories, "What opens under Related tells other stories.",
         yes=("<section><h4>Related</h4><p>A woman swims across the bay each morning.</p></section>",
              "<div><b>Read more</b><p>The organ of Norhaven is made of pipes.</p></div>"),
         no=("<div><h4>Related families</h4><p>Two families of Ellby are related.</p></div>",
             "<p>Related <a>The bath</a></p>")),
), _find_part)


def _measure(element):
    """Return the number of letters that stand in an element, without its scripts."""
    return sum(len(part.text or "") * (part.tag not in ("script", "style"))
               + len(part.tail or "") * (part is not element)
               for part in element.iter(etree.Element))


def drop_parts(page: str) -> Any:
    """Return the tree of the HTML `page` without such parts, None where it can't be parsed as a whole.

    Lines that parsers lose by themselves, in nests too deep, are found by the tags (see `visible`).
    """
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
        whole = _measure(tree)
    except (etree.ParserError, ValueError):
        return None
    for element in [part for part in tree.iter(etree.Element) if part.tag not in _MAIN and PARTS.decide(part)[0]]:
        if 2 * _measure(element) < whole and element.getparent() is not None:
            element.drop_tree()
    return tree


