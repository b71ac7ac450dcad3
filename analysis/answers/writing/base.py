"""What all answers share: the record of an answer, the row of a finding, names in a sentence of thirty words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import pandas as pd

from ...english.wording import count, join_names
from ...rules import Setting
from ...tables import rows_of

if TYPE_CHECKING:
    from ..drawing.canvas import Chart

MOST_WORDS = Setting("claim_words", 30, "words of a finding's sentence; a longer one is not printed",
                     chosen="a cap: what is read at one glance; a quoted remark counts too")
MOST_NAMES = Setting("claim_names", 3, "names of outlets or people that stand in one sentence; more are counted",
                     chosen="'2 of 15 outlets' says more than fifteen names, and opens to them")

Span = tuple[str, int, int]
Found = TypeVar("Found", bound=Mapping[str, Any])


class Finding(TypedDict):
    """One sentence of the front page: see the table `findings`."""

    claim: str
    number: float
    unit: str
    strength: float
    checked: str
    evidence: list[Span]


@dataclass(frozen=True)
class Answer:
    """A question, the tables that answer it, what may be said of them and how they are drawn.

    `say` and `draw` are asked of `event.together`: a text of another event in the folder is in no sentence about all.
    """

    name: str
    question: str
    tables: tuple[str, ...]
    notebook: str
    say: Callable[[Any], list[Finding]]
    draw: Callable[..., Chart]

    def __post_init__(self) -> None:
        for name in ("say", "draw"):
            object.__setattr__(self, name, _ask_together(getattr(self, name)))

    def find(self, event: Any) -> list[dict]:
        """Return the findings of this room as rows of the table `findings`, without their rank."""
        return [{**found, "notebook": self.notebook, "answer": self.name} for found in self.say(event)
                if len(found["claim"].split()) <= MOST_WORDS.value]


def _ask_together(answer: Callable) -> Callable:
    @wraps(answer)
    def ask(event: Any, *arguments, **options) -> list[Finding]:
        return answer(event.together, *arguments, **options)
    return ask


def find(claim: str, number: float, unit: str, strength: float, checked: str, evidence: Iterable[Span]) -> Finding:
    """Return a finding; `strength` is clipped to 0 to 1, the spans of `evidence` become (str, int, int)."""
    places = list(dict.fromkeys((str(article), int(start), int(end)) for article, start, end in evidence))
    return {"claim": claim, "number": float(number), "unit": unit, "strength": float(min(max(strength, 0), 1)),
            "checked": checked, "evidence": places}


def strongest(found: Iterable[Found]) -> list[Found]:
    """Return findings in the order in which they are told: the strongest first, equals by their sentence."""
    return sorted(found, key=lambda row: (-row["strength"], row["claim"]))


def first_places(places: Iterable[Span]) -> list[Span]:
    """Return the first (article, start, end) of each article, of two articles."""
    firsts: dict[str, Span] = {}
    for place in places:
        firsts.setdefault(place[0], place)
    return list(firsts.values())[:2]


def fit(claims: Iterable[str]) -> str:
    """Return the first of several wordings of a sentence that is short enough to be printed, else the last."""
    claim = ""
    for claim in claims:
        if len(claim.split()) <= MOST_WORDS.value:
            break
    return claim


def head(found: Sequence[Finding], otherwise: str) -> str:
    """Return the title of a room's picture: its first sentence without the full stop, else `otherwise`."""
    return found[0]["claim"].removesuffix(".") if found else otherwise


def name_articles(articles: pd.DataFrame) -> dict[str, str]:
    """Return {article: the name of its outlet}, "Daily Post (1)", "Daily Post (2)" where an outlet has several."""
    named = [outlet if isinstance(outlet, str) and outlet.strip() else article for article, outlet in
             rows_of(articles, "article", "outlet")]
    place: dict[str, int] = {}
    names = {}
    for (article,), name in zip(rows_of(articles, "article"), named, strict=True):
        place[name] = place.get(name, 0) + 1
        names[article] = f"{name} ({place[name]})" if named.count(name) > 1 else name
    return names


def family_of(families: pd.DataFrame) -> dict[str, int]:
    """Return {article: number of the text that it is a copy of, or of its own}."""
    return dict(rows_of(families, "article", "family"))


def name_many(articles: Iterable[str], names: Mapping[str, str], word: str = "and", most: float | None = None) -> str:
    """Return the outlets of `articles` in words: "A, B and C", or "5 of 12 outlets" where they are more than `most`."""
    chosen = list(dict.fromkeys(articles))
    if len(chosen) > (MOST_NAMES.value if most is None else most):
        return f"{len(chosen)} of {len(names)} outlets"
    return join_names([names[article] for article in chosen], word)


def say_part(number: float, total: int, noun: str = "text") -> str:
    """Return "all 5 texts", "3 of 5 texts", or "the one text" where there is but one."""
    return f"the one {noun}" if total == 1 else f"{'all' if number == total else f'{number} of'} {count(total, noun)}"


def list_people(people: Sequence[str], word: str = "and") -> str:
    """Return names of people in words, the rest counted: "Ada Lund, Boris Quill and 4 others"."""
    most = int(MOST_NAMES.value)
    rest = len(people) - most + 1
    return join_names(people if len(people) <= most else [*people[:most - 1], f"{rest} others"], word)
