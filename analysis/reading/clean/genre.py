"""What kind of piece an article says that it is: opinion, analysis, live page, interview; news pieces say nothing.

The genre stands beside the outlet, since an opinion compared with reports differs by its kind.
"""

import regex

from ...rules import Rule, RuleList

_I = regex.IGNORECASE
_OPINION = regex.compile(r"(?:^|[|·•\-–—/>»:]\s*|\()(?:opinion|op-ed|guest (?:column|essay|post)|editorial"
                         r"|comment(?:ary| is free)?|columnist"
                         r"|perspective|viewpoint|letters? to the editor|leader)(?:s)?\s*(?:$|[|·•:\-–—/<«)])", _I)
_ANALYSIS = regex.compile(r"(?:^|[|·•\-–—/>»:]\s*|\()(?:(?:news )?analysis|explainer|explained|background|q&a"
                          r"|fact[- ]check)\s*(?:$|[|·•:\-–—/<«)])", _I)
_LIVE = regex.compile(r"(?:[:|–—-]\s*)(?:live(?: updates| blog| coverage)?|as it happened"
                      r"|latest updates)(?:\b.{0,20})?$|^live(?: updates| blog)?\s*[:|–—-]"
                      r"|\bliveblog\b|\blive updates\b", _I)
_REVIEW = regex.compile(r"(?:^|[|·•:\-–—]\s*)(?:(?:book|film|theat(?:re|er)|music|restaurant|tv) )?(?:review"
                        r"|obituary)\s*(?:$|[|·•:\-–—])", _I)
_LABELLED = regex.compile(r"(?:\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}|[A-Z]|Q|A)(?:, [^:]{1,40})?:\s")
_PATH = regex.compile(r"/(opinions?|comment(?:isfree)?|editorials?|op-?eds?|columns?|columnists|letters)/", _I)
_LIVE_PATH = regex.compile(r"/(?:live|liveblog|live-news)/", _I)


def _any(pattern):
    return lambda lines, url: any(pattern.search(line) for line in lines if len(line) < 160)


def _example(text):
    """Return the genre of lines parted by bars, the last of them an address where it opens with a slash."""
    lines = [line for line in text.split(" || ") if not line.startswith("/")]
    url = next((line for line in text.split(" || ") if line.startswith("/")), "")
    return GENRES.decide(lines, url)[0]


GENRES = RuleList("What kind of piece does an article say that it is?", (
    Rule("opinion", lambda lines, url: _any(_OPINION)(lines, url) or _PATH.search(url or ""),
         "A marker beside the writer's name, the headline or the address tells an opinion.",
         yes=("By Ann Bellamy | OPINION", "OPINION", "Op-Ed: Give the bath back", "Guest column | Bo Hale",
              "/opinion/bath"),
         no=("Public opinion turns against the bath", "The mayor gave no comment", "Opinion polls in Ellby")),
    Rule("analysis", lambda lines, url: _any(_ANALYSIS)(lines, url), "A marker tells a piece that explains.",
         yes=("Analysis: Why the bath was shut", "ANALYSIS"), no=("The analysis of the water took a week",)),
    Rule("live", lambda lines, url: _any(_LIVE)(lines, url) or _LIVE_PATH.search(url or ""),
         "A live page grows post by post and tells things twice.",
         yes=("Storm reaches Ellby: live", "Council votes on the bath: as it happened", "/live/bath"),
         no=("Where the swimmers live", "Live music returns to Ellby")),
    Rule("review", lambda lines, url: _any(_REVIEW)(lines, url), "A marker tells a review or an obituary.",
         yes=("Book review: The bath", "Obituary"), no=("The review of the bath took a year",)),
), _example)


def find_genre(lines: list[str], paragraphs: list[str], url: str | None = None) -> str | None:
    """Return the genre by the short lines around a text and its headline, its paragraphs and its address, else None."""
    name, _ = GENRES.decide(lines, url)
    labelled = [match.group() for text in paragraphs if (match := _LABELLED.match(text))]
    again = len(set(labelled)) < len(labelled)
    if name is None and len(labelled) > 3 and 2 * len(labelled) > len(paragraphs) and again:
        return "transcript"
    return name
