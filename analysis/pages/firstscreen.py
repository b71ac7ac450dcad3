"""The first screen: the event in a line, all headlines, where they contradict, who is heard, who lacks what most have.

Every number is read from a table of the event; every entry opens to its place in the reader.
"""

from collections import Counter
from datetime import date

import pandas as pd
import regex

from ..answers.absences import count_few, count_sure_words
from ..answers.hearing import NOT_FOUND, NOT_SURE
from ..answers.writing.near import name_words
from ..answers.writing.unheard import Unheard
from ..copies.sources import name_story
from ..english.numbers import find_numbers
from ..english.wording import count, join_names, shorten
from ..english.words import find_words, fold, folded_words
from ..rules import Setting
from ..tables import rows_of
from .reader import Addresses

SHOWN = Setting("first_screen_rows", 10, "rows of the headlines, and of each box, that stand open on the first screen",
                chosen="a cap: what 1280 by 900 pixels hold without scrolling")
MOST_VOICES, MOST_HEARD = 5, 7  # columns and rows of who is heard: with ten, the first findings are below the screen
KEY = (("●", "quoted or paraphrased"), ("·", "no words of theirs"), ("?", "perhaps"), ("○", "never named"))
_QUOTED = regex.compile(r"[\"“”„«»]|(?<!\p{L})['‘]|\?|:\s(?:We|I|You|They|It|He|She)\b"
                        r"|^(?:Why|How|What|Who|Where|When|Opinion|Comment|Analysis)\b")
ROLES = ("cut", "edited", "earlier version", "later version", "reworded")


def fill_first_screen(event) -> dict:
    """Return what the first screen shows, each part as lists of words, numbers and addresses."""
    at = Addresses(event)
    rows, more = _open_rows(list_headlines(event))
    for row in [*rows, *more]:
        row["link"] = at.find((row["article"], 0, 0))
    return {"event": find_title(event), "line": describe_event(event), "headlines": rows, "more": more,
            "differences": _list_contradictions(event.together, at),
            "hearing": _list_hearing(event.together, rows, at), "absences": _list_absences(event.together),
            "misses": _misses_name(event.together)}


def _open_rows(rows: list[dict]) -> tuple[list[dict], list[dict]]:
    """Return (rows that stand open, the others): all where they fit, else the fullest of each group of copies."""
    most = int(SHOWN.value)
    if len(rows) <= most:
        return rows, []
    groups: dict[int, list[dict]] = {}
    for row in rows:
        groups.setdefault(row["family"], []).append(row)
    chosen = []
    for members in list(groups.values())[:most]:
        fullest = max(members, key=lambda row: row["words"])
        copies = f"with {count(len(members) - 1, 'other version')}"
        chosen.append(fullest if len(members) == 1 else {**fullest, "told": copies, "joined": False})
    shown = {row["article"] for row in chosen}
    return chosen, [row for row in rows if row["article"] not in shown]


def find_title(event) -> str:
    """Return the headline that says most of what the others say too; without any, how many texts there are.

    The title stands over all texts: none with words that another text contradicts, and none with a number, quoted
    words or a question (Why the pier burnt) while a plainer one says half as much of it.
    """
    placed = [(article, line) for article, line in rows_of(event.articles, "article", "headline")
              if isinstance(line, str) and line.strip()]
    texts, disputed = dict(rows_of(event.articles, "article", "text")), {}
    for article, kind, start, value in rows_of(event.disagreements, "article", "kind", "start", "value"):
        if kind == "number" or start < texts[article].find("\n"):  # Nine die: so the text, where another has 14
            disputed.setdefault(article, set()).add(f" {' '.join(folded_words(value))} ")
    sound = [line for article, line in placed if not any(
        value in f" {' '.join(folded_words(line))} " for value in disputed.get(article, ()))]
    if not sound:
        return f"One event in {count(len(event.articles), 'text')}"
    words = {line: {fold(line[start:end]) for start, end in find_words(line)} for _, line in placed}
    weight = Counter(word for _, line in placed for word in words[line] if len(word) > 3)
    told = {line: sum(weight[word] - 1 for word in words[line] if word in weight) / (len(words[line]) + 4)
            for line in sound}
    best = max(sound, key=told.__getitem__)
    plain = [line for line in sound if not (find_numbers(line) or _QUOTED.search(line))]
    plainest = max(plain, key=told.__getitem__, default=best)
    return plainest if 2 * told[plainest] >= told[best] else best


def describe_event(event) -> str:
    """Return in a line when the texts were published, how many there are, and which of them are versions of one."""
    total, families = len(event.articles), event.families.groupby("family")["article"].agg(list)
    copies = [list(map(str, members)) for members in families if len(members) > 1]
    many = sum(map(len, copies))
    whole = "" if many < total else "both " if total == 2 else "all "
    if not copies:
        told = count(total, "text") + (", none a copy of another" if total > 1 else "")
    elif len(copies) > 2:
        told = f"{count(total, 'text')}, {whole or f'{many} of them '}versions of {len(copies)} stories"
    else:
        stories = [f"{whole if len(copies) == 1 and whole else f'{len(members)} of them '}versions of "
                   f"{name_story(members, event.articles)}" for members in copies]
        told = f"{count(total, 'text')}, {join_names(stories)}"
    kin = set(event.together.articles["article"])
    strange = [event.name(article) for article in event.articles["article"] if article not in kin]
    apart = f"{join_names(strange)}: perhaps of another event, left out of what is said of all" if strange else ""
    return " · ".join(filter(None, [_tell_days(event.articles["published"]), told, apart]))


def _tell_days(published: pd.Series) -> str:
    """Return the days of publication in words, "14 to 17 October 2025"; empty where none is known."""
    days = sorted({date.fromisoformat(day[:10]) for day in published.dropna() if _is_day(day[:10])})
    if not days:
        return ""
    first, last = days[0], days[-1]
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    begin = f"{first.day}" if (first.year, first.month) == (last.year, last.month) else (
        f"{first.day} {first:%B}" if first.year == last.year else f"{first.day} {first:%B %Y}")
    return f"{begin} to {end}"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def list_headlines(event) -> list[dict]:
    """Return a row for each text, copies of one text together: outlet, headline, its shared and own words."""
    articles = event.articles.set_index(event.articles["article"].astype(str))
    alone = event.copied[event.copied["other"].isna()]
    shared = dict(rows_of(alone, "article", "shared"))
    longest = max(1, int(articles["words"].max())) if len(articles) else 1
    family = event.families.assign(article=event.families["article"].astype(str))
    size = family.groupby("family")["article"].transform("size")
    family = family.assign(size=size).sort_values(["size", "family"], ascending=[False, True], kind="stable")
    rows, before = [], None
    for article, number, role, many in family[["article", "family", "role", "size"]].astype(object).itertuples(
            index=False, name=None):
        words, copied = int(articles.at[article, "words"]), int(shared.get(article, 0))
        headline, credit, genre = (articles.at[article, column] if column in articles else None
                                   for column in ("headline", "credit", "genre"))
        opening = articles.at[article, "text"].strip().partition("\n")[0]
        rows.append({
            "article": article, "family": number, "outlet": event.name(article), "words": words,
            "headline": headline if isinstance(headline, str) else shorten(opening, 100),
            "known": isinstance(headline, str),
            "agency": credit if isinstance(credit, str) else "", "genre": genre if isinstance(genre, str) else "",
            "shared": 100 * copied / longest, "own": 100 * max(words - copied, 0) / longest,
            "told": _tell_share(copied, words, str(role) if many > 1 and str(role) in ROLES else ""),
            "joined": many > 1, "first": number != before,
        })
        before = number
    return rows


def _tell_share(shared: int, words: int, role: str) -> str:
    own = words - shared
    said = "all shared" if words and not own else "all its own" if not shared else f"{own:,} of {words:,} words its own"
    return ", ".join(filter(None, [said, role]))


def _list_contradictions(event, at) -> list[dict]:
    """Return what the texts contradict one another in: what about, and each value with its outlets and its place."""
    return [{"about": row["subject"], "label": row["label"],
             "values": [{"value": " ".join(value["value"].split()) + value.get("by", ""),
                         "outlets": _name(event, value["articles"], 2),
                         "link": at.find(value["spans"][0], [one["spans"][0] for one in row["values"]])}
                        for value in sorted(row["values"], key=lambda value: -len(value["articles"]))]}
            for row in event._differences]


def _list_hearing(event, rows: list[dict], at: Addresses) -> dict:
    """Return who is heard: the sides (without any, the speakers) that most texts name, and a sign for each text."""
    table = event.hearing.assign(heard=event.hearing["words_quoted"] + event.hearing["words_paraphrased"] > 0)
    sides = table[table["kind"] == "side"]
    speaking = event.actors.loc[event.actors["kind"].isin(["person", "body", "country"]), "actor"]
    people = set(event.actors.loc[event.actors["kind"] == "person", "actor"])  # "he" may have been read as a firm
    quoted = set(table.loc[table["named"].notna() & (table["words_quoted"] > 0), "who"])
    sure = ({who for who, _ in count_sure_words(event)} & set(speaking)) | (quoted & people)
    speakers = table[(table["kind"] == "speaker") & table["who"].isin(sure)]
    table = sides if sides.loc[sides["heard"], "who"].nunique() > 1 else speakers
    heard = table["heard"].groupby(table["who"], sort=False).sum()
    named = table["named"].notna().groupby(table["who"], sort=False).sum()
    who = sorted(heard.index, key=lambda one: (-heard[one], -named[one]))
    heard_in = {one: set(part) for one, part in table.loc[table["heard"], "article"].groupby(
        table["who"], sort=False)}
    who = _choose_voices([one for one in who if heard[one]], heard_in)
    columns = ["who", "article", "named", "heard", "start", "end"]
    cells = {(one, str(article)): (pd.notna(place), told, start, end) for one, article, place, told, start, end
             in table[columns].astype(object).itertuples(index=False, name=None)}
    absent, unheard = _Absent(event), Unheard(event)
    rows = [row for row in rows if row["article"] in absent.texts.texts][:MOST_HEARD]
    lines = [{"outlet": row["outlet"], "signs": [
        _sign(at, row["article"], absent.is_sure(row["article"], one),
              unheard.is_sure(row["article"], one), *cells[one, row["article"]]) for one in who]}
        for row in rows]
    signs = {one["sign"] for line in lines for one in line["signs"]}
    return {"who": who, "rows": lines, "all": len(event.articles), "key": [row for row in KEY if row[0] in signs]}


def _choose_voices(who: list[str], heard_in: dict[str, set]) -> list[str]:
    """Return whom to show: those whom two texts hear, one of each text that hears none of them, then the others."""
    shown, found = [one for one in who if len(heard_in[one]) > 1], set()
    for one in shown[:MOST_VOICES]:
        found |= heard_in[one]
    for one in who:
        if one not in shown and not heard_in[one] <= found:
            shown.append(one)
            found |= heard_in[one]
    return [*shown, *(one for one in who if one not in shown)][:MOST_VOICES]


class _Absent:
    """Whether a text never names somebody, by the laxest measure: no word of the name, or of a name of that side."""

    def __init__(self, event):
        self.texts = event._near
        self.members: dict[str, list[str]] = {}
        for name, side in rows_of(event.actors, "actor", "side"):
            if isinstance(side, str):
                self.members.setdefault(side, []).append(name)

    def is_sure(self, article: str, who: str) -> bool:
        text = fold(self.texts.texts[article])
        return not any(self.texts.has_name(article, name) if name_words(name) else fold(name) in text
                       for name in (who, *self.members.get(who, ())))


def _sign(at: Addresses, article: str, absent: bool, unheard: bool, named: bool, heard: bool, start, end) -> dict:
    sign, says = ("●", "quoted or paraphrased") if heard else ("○", "never named") if absent and not named else (
        ("·", NOT_FOUND) if named and unheard else ("?", NOT_SURE))
    return {"sign": sign, "says": says, "link": at.find((article, int(start), int(end))) if heard else None}


def _list_absences(event) -> list[dict]:
    """Return whom most texts name and a few do not, with those few; the same rows as the answer `absences` reads."""
    total = len(event.articles)
    rows = [row | {"lacking": sorted([*row["lacking"], *row["unnamed"]])} for row in event._absent]
    rows = [row for row in rows if 0 < len(row["lacking"]) <= count_few(total) and len(row["having"]) > total / 2]
    return [{"who": row["who"], "many": f"{len(row['having'])} of {total}",
             "lacking": _name(event, row["lacking"])}
            for row in rows[:int(SHOWN.value) - 4]]


def _misses_name(event) -> bool:
    """Tell whether the table `names` has a name that most texts print and a few do not, quoted or not."""
    total, having = len(event.articles), Counter(
        who for who, many in rows_of(event.names, "name", "count") if many > 0)
    return any(many > total / 2 and 0 < total - many <= count_few(total) for many in having.values())


def _name(event, articles: list[str], most: int = 4) -> str:
    """Return the outlets of `articles` by name; where they are more than `most`, how many of all they are."""
    names = [event.name(article) for article in articles]
    return ", ".join(names) if len(names) <= most else f"{len(names)} of {len(event.articles)} texts"
