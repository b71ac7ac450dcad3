"""Where an actor is named, and how often in each article."""

import re
from bisect import bisect_left
from collections import defaultdict

import numpy as np
import pandas as pd
import regex

from ..english.lexicon import given_sex, given_sexes, title_sexes
from ..english.words import fold
from ..speech.speakers.people import Register
from ..tables import conform, in_each, rows_of
from ..text.spans import values_at
from ..text.words import count_before

_WORD = re.compile(r"[^\W_]+")  # letters and digits, parts of words: Bellamy is named in Bellamy-led
_TITLE = regex.compile(r"(\p{L}+\.?)\s$")
_LONGER = regex.compile(r"(?:(?!The\b)\b\p{Lu}\p{L}+|s['’])\s$")
_GIVEN = regex.compile(r"(\p{Lu}\p{Ll}+)\s$")
_NEIGHBOUR = regex.compile(r"\s(?!Jr|Sr)(?:\p{Lu}\p{Ll}|\p{Lu}\.)")
Spans = tuple[list[int], list[tuple[int, int, str]]]  # of the mentions of one article (spans_by_article)


def find_mentions(articles: pd.DataFrame, paragraphs: pd.DataFrame, tokens: pd.DataFrame, voices: pd.DataFrame,
                  actors: pd.DataFrame, register: Register | None = None) -> pd.DataFrame:
    """Return the table `mentions`: every place where an actor's name or alias stands.

    `actors` has the columns actor, aliases (parted by |), side, kind and side_source.  Names match whole words, as
    written, in capitals, or those of several words with a small letter first ("the union of drivers" for "Union of
    drivers"), the longest first; a possessive ending does not matter.  A surname that two persons share goes to
    whom a title or role beside it tells (`register`, as for the quotes), else to the one who was named so or in full
    last before it, else to the only one whom the text names in full, else to the one
    of people.csv, else to nobody.
    """
    forms = defaultdict(list)
    listed = {actor for actor, source in rows_of(actors, "actor", "side_source") if source == "people.csv"}
    if "role" in actors:
        listed |= {actor for actor, role in rows_of(actors, "actor", "role") if isinstance(role, str)}
    sides = dict(rows_of(actors, "actor", "side"))
    for actor, aliases in rows_of(actors, "actor", "aliases"):
        for alias in dict.fromkeys([actor, *str(aliases if isinstance(aliases, str) else "").split("|")]):
            if alias.strip():
                forms[alias.strip().replace("’", "'")].append(actor)
    for alias in [alias for alias in forms if alias.startswith(("St ", "St. "))]:
        forms.setdefault(alias.replace("St. ", "St ", 1) if alias[2] == "." else "St. " + alias[3:], forms[alias])
    for alias in [alias for alias in forms if " " in alias]:
        forms.setdefault(alias[0].lower() + alias[1:], forms[alias])
    rows = []
    if forms:
        capitals = {alias.upper(): who for alias, who in reversed(forms.items()) if len(alias) > 3}
        find_forms = _look_for({*forms, *capitals})
        kinds = list(rows_of(actors, "actor", "kind"))
        persons, bodies = ({actor for actor, sort in kinds if sort == kind} - listed for kind in ("person", "body"))
        heads = _headlines(paragraphs)
        for article, text in rows_of(articles, "article", "text"):
            last, found = {}, list(find_forms(text.replace("’", "'")))
            full = {actor for _, form in found if " " in form for actor in forms.get(form) or capitals[form]}
            for start, form in found:
                who, end = forms.get(form) or capitals[form], start + len(form)
                if " " not in form and persons.issuperset(who) and _is_part(text, start, end, heads[article]):
                    continue
                if " " not in form and who[0] in bodies and who[0].endswith(f" {form}") \
                        and _LONGER.search(text, max(0, start - 20), start):
                    continue  # the Northern League is not the Farmers' League; Mayor Bellamy is Ann Bellamy
                told = register.told(article, start) if register and len(who) > 1 else None
                told = told if told and told.name in who else None
                actor = told.name if told else _choose(who, last, full, listed, form, text, start)
                if actor is None:
                    continue
                if " " in form or len(who) == 1 or told:
                    last.update(dict.fromkeys(map(fold, [form, *form.split()]), actor))
                rows.append((article, start, end, actor, sides[actor], text[start:end]))
    columns = map(list, zip(*rows, strict=True)) if rows else [[]] * 6
    table = dict(zip(("article", "start", "end", "actor", "side", "form"), columns, strict=True))
    heard = values_at(table, voices, ["voice", "speaker"])
    return conform("mentions", {**table, **heard, "position": count_before(table, tokens)}, articles)


def _look_for(forms):
    """Return a function that yields (start, form) of the `forms` in a text: whole words, the longest first, none twice.

    A form is only looked for where its first word stands, so that a thousand names cost little more than ten.
    """
    if not all(map(_WORD.match, forms)):  # one begins with a mark: ’Ndrangheta
        pattern = regex.compile(r"(?<![\p{L}\p{N}])\L<forms>(?![\p{L}\p{N}])", forms=forms)
        return lambda text: ((match.start(), match.group()) for match in pattern.finditer(text))
    having = defaultdict(list)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        having[_WORD.match(form).group()].append(form)

    def find(text):
        reached = 0
        for match in _WORD.finditer(text):
            start = match.start()
            for form in having.get(match.group(), ()) if start >= reached else ():
                end = start + len(form)
                if text.startswith(form, start) and not text[end:end + 1].isalnum():
                    yield start, form
                    reached = end
                    break
    return find


def _headlines(paragraphs):
    zones = defaultdict(list)
    for article, start, end, zone in rows_of(paragraphs, "article", "start", "end", "zone"):
        if zone != "body":
            zones[article].append((start, end))
    return zones


def _is_part(text, start, end, headlines):
    """Tell whether a surname here is a piece of another name (White in White House, Ann in Ann Bellamy)."""
    if any(first <= start < last for first, last in headlines):
        return False
    if _NEIGHBOUR.match(text, end):
        return True
    before = _GIVEN.search(text[max(0, start - 20):start])
    return bool(before) and before.group(1) in given_sexes()


def _choose(who, last, full, listed, form, text, start):
    """Return the actor that a form means here: the only one, the last one named, the only one in full or listed."""
    if len(who) == 1:
        return who[0]
    title = _TITLE.search(text[max(0, start - 12):start])
    sex = title_sexes().get(title.group(1).lower()) if title else None
    fits = [name for name in who if sex is None or given_sex(name.split()[0]) in (None, sex)]
    if len(fits) == 1:
        return fits[0]
    here = [name for name in who if name in full] or [name for name in who if name in listed]
    before = last.get(fold(form), here[0] if len(here) == 1 else None)
    return before if before in who else None


def count_names(mentions: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table `names`: each actor and article with the number of mentions, 0 where there is none.

    first is the position (body words before it) of the first one, missing where there is none; own and quoted
    count those in the outlet's own and in quoted words.
    """
    spots = {name: spot for spot, (name,) in enumerate(rows_of(articles, "article"))}
    places = {actor: row * len(spots) for row, (actor,) in enumerate(rows_of(actors, "actor"))}
    cells = [(places[actor] + spots[article], position, voice == "own", voice == "quoted") for article, actor, voice,
             position in rows_of(mentions, "article", "actor", "voice", "position") if actor in places]
    cell, position, own, quoted = np.array(cells, dtype=np.int64).reshape(-1, 4).T
    size = len(places) * len(spots)
    first = np.full(size, np.inf)
    np.minimum.at(first, cell, position)
    name, article = in_each(places, articles)
    counts = {"count": np.bincount(cell, minlength=size), "own": np.bincount(cell[own > 0], minlength=size),
              "quoted": np.bincount(cell[quoted > 0], minlength=size)}
    return conform("names", {"name": name, "article": article, "first": np.where(np.isinf(first), np.nan, first),
                             **counts, "actor": name}, articles)


def keep_listed(mentions: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions of those whom the table `people` lists."""
    if people.empty:
        return mentions.iloc[:0]
    return mentions[mentions["actor"].isin(people["name"])].reset_index(drop=True)


def spans_by_article(mentions: pd.DataFrame, articles: pd.DataFrame) -> dict[str, Spans]:
    """Return {article: (starts, spans)} of the mentions in the order of the text: a span is (start, end, actor)."""
    found = {article: [] for article, in rows_of(articles, "article")}
    for article, *span in rows_of(mentions, "article", "start", "end", "actor"):
        found[article].append(tuple(span))
    return {article: ([span[0] for span in kept], kept) for article, spans in found.items() for kept in [sorted(spans)]}


def within(rows: Spans, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the spans (start, end, actor) of one article's (starts, spans) that lie from start to end."""
    starts, spans = rows
    return [span for span in spans[bisect_left(starts, start):bisect_left(starts, end)] if span[1] <= end]
