"""A picture inside a page: as SVG in the page's own ink and paper, so that a dark page shows no white sheet."""

import re

_OF_PAGE = {"#1a1a1a": "var(--ink)", "#000000": "var(--ink)", "#ffffff": "var(--paper)", "#f1f1f1": "var(--faint)",
            **dict.fromkeys(("#444444", "#5c5c5c", "#6a6a6a", "#757575", "#8a8a8a"), "var(--quiet)"),
            **dict.fromkeys(("#e6e6e6", "#ececec", "#dddddd"), "var(--line)"),
            "#5c3d14": "var(--brown)", "#451a6b": "var(--purple)"}  # the two that are lost on a dark page
_COLOR = re.compile("|".join(_OF_PAGE))
_HEAD = re.compile(r"^.*?(?=<svg)|<metadata>.*?</metadata>|<defs>\s*<style.*?</style>\s*</defs>|<!--.*?-->", re.DOTALL)
_NAMES = re.compile(r' id="[a-z0-9.]+_\d+"')  # of layers: the same in every picture, and nothing refers to them
_STYLE = re.compile(r'(?<=style=")[^"]*')
_SIZE = re.compile(r'(<svg [^>]*?)width="[\d.]+pt" height="[\d.]+pt"')


def write_picture(chart, name: str) -> str:
    """Return the picture `chart` as HTML: an SVG with its description for those who can't see it."""
    svg = _HEAD.sub("", chart.image("svg").decode("utf-8"))
    svg = _STYLE.sub(lambda style: _COLOR.sub(lambda color: _OF_PAGE[color[0]], style[0]), _NAMES.sub("", svg))
    # what is referred to by name is this picture's own
    svg = re.sub(r'(?<= id=")(?=[a-zA-Z])|(?<=url\(#)|(?<=href="#)', f"{name}-", svg)
    width = round(chart.figure.get_figwidth() * 100)
    return _SIZE.sub(rf'\1role="img" aria-labelledby="{name}-says" style="width: {width}px"', svg, count=1)
