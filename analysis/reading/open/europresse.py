"""Takes pages that Europresse exports apart: an article each, in elements whose classes say what they hold."""

import regex
from lxml import html

from ..dates import read_day
from ..files import Document

# Class of an element: the column of `articles` that its words fill.
_CLASSES = {"DocPublicationName": "outlet", "titreArticleVisu": "headline", "titreArticle": "headline",
            "rdp__articletitle": "headline", "DocHeader": "published", "sm-margin-bottomNews": "byline",
            "docAuthors": "byline"}
_BODY = {"docOcurrContainer", "DocText"}
_MONTHS = dict(zip(["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                    "novembre", "décembre"],
                   ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                    "November", "December"],
                   strict=True))
_FRENCH = regex.compile(r"\b(\d{1,2})(?:er)? (" + "|".join(_MONTHS) + r") (\d{4})", regex.IGNORECASE)


def split_europresse(page: str, encoding: str) -> list[Document]:
    """Return an article for each element of the page that names a publication and holds a text; maybe none."""
    if "DocPublicationName" not in page:
        return []
    try:
        root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (ValueError, html.etree.ParserError):
        return []
    documents = []
    for number, element in enumerate(root.iter("article"), 1):
        known, body = {}, []
        for part in element.iter():
            for name in (part.get("class") or "").split() if isinstance(part.tag, str) else ():
                words = " ".join(part.text_content().split())
                if name in _CLASSES and words:
                    known.setdefault(_CLASSES[name], words)
                elif name in _BODY and not body:
                    body = [" ".join(line.text_content().split()) for line in part.iter("p")] or [words]
        if known.get("outlet") and any(body):
            known["outlet"] = regex.split(r"\s*[,(]", known["outlet"])[0]
            day = read_day(_FRENCH.sub(lambda found: f"{found[1]} {_MONTHS[found[2].lower()]} {found[3]}",
                                       known.pop("published", "")))
            known |= {"published": day.isoformat()} if day else {}
            text = "\n".join([known.get("headline", ""), *body]).strip()
            documents.append(Document(text, encoding, number, known, "Europresse export"))
    return documents
