"""What decides: rules that show their reason, and settings with their source.

A room that tells things apart keeps an ordered list of small rules, each a plain function with a record beside
it: its name, why it stands there, and sentences that it must catch and must not catch.  The sentences run as
tests, print as the handbook (`python -m analysis rules`), and the name stands in the row that the rule decided
(`quotes.rule`, `lines.reason`), from where `event.explain(row)` leads back to it.

A number that decides is a Setting, declared at the head of the room that uses it:

    ALIKE = Setting("paraphrase", 0.4, "cosine from which two sentences say the same", measured="on 300 pairs ...")
    ... if cosine >= ALIKE.value

`Event(folder, settings={"paraphrase": 0.3})` overrides it by name while that event's tables are made.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache, wraps
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd

_CHANGED: ContextVar[Mapping[str, float]] = ContextVar("settings")
_OF_TEXTS: list[Any] = []  # what keep_texts keeps


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to decide: `test` takes what its room hands to all its rules and returns a truthy answer or not.

    `yes` and `no` are examples in sentences of our own, in the form that the rule's room reads (see its
    RuleList's `example`): the whole list, asked about a `yes`, must be decided by this rule; a `no` must not be.
    """

    name: str
    test: Callable[..., Any]
    why: str
    yes: tuple = ()
    no: tuple = ()


@dataclass(frozen=True, slots=True)
class RuleList:
    """An ordered list of rules for one question; the first that answers decides.

    `decides` names the column of a table in which the name of the deciding rule stands (quotes.rule), if there is one.
    `example`, a function, takes one example of a `yes` or `no` and returns the name of the rule that decides it
    (None where none does), so that examples run through the same road as real text.
    """

    question: str
    rules: tuple[Rule, ...]
    example: Callable[[Any], str | None] | None = None
    decides: str = ""
    _asked: tuple = field(init=False, repr=False)  # (name, test) of each rule: rules are asked in inner loops

    def __post_init__(self) -> None:
        object.__setattr__(self, "_asked", tuple((rule.name, rule.test) for rule in self.rules))

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __getitem__(self, name: str) -> Rule:
        return next(rule for rule in self.rules if rule.name == name)

    def decide(self, given: Any, *more: Any) -> tuple[str | None, Any]:
        """Return (name of the first rule that answers, its answer), or (None, None)."""
        if not more:  # as most lists are asked: a call with a star costs more than many a rule
            for name, test in self._asked:
                if answer := test(given):
                    return name, answer
            return None, None
        for name, test in self._asked:
            if answer := test(given, *more):
                return name, answer
        return None, None

    def failures(self) -> list[str]:
        """Return a sentence for each example that the list decides otherwise than its rule says."""
        if self.example is None:
            return []
        wrong = []
        for rule in self.rules:
            wrong += [f"{rule.name}: {example!r} is decided by {name}" for example in rule.yes
                      if (name := self.example(example)) != rule.name]
            wrong += [f"{rule.name}: {example!r} must not be decided by it" for example in rule.no
                      if self.example(example) == rule.name]
        return wrong


@dataclass(frozen=True, slots=True)
class Setting:
    """A number that decides: value, what it decides, and exactly one of where it comes from.

    `measured` says on what, `cited` names the source, `chosen` gives the reason; a reason that begins "a cap:" bounds
    what hostile or endless input costs, or what a page shows.  What a majority decides is no setting, and a number that
    says the same as another one is that one.
    """

    name: str
    default: float
    decides: str
    measured: str = ""
    cited: str = ""
    chosen: str = ""

    def __post_init__(self) -> None:
        if sum(map(bool, (self.measured, self.cited, self.chosen))) != 1:
            raise ValueError(f"setting {self.name}: say one of measured, cited, chosen")
        known = _SETTINGS.setdefault(self.name, self)
        if known != self:
            raise ValueError(f"setting {self.name} is declared twice")

    @property
    def value(self) -> float:
        """The value in force: that of the event whose tables are being made, else the default."""
        changed = _CHANGED.get(None)  # read in inner loops: mostly there is none
        return changed.get(self.name, self.default) if changed else self.default

    @property
    def source(self) -> str:
        """Where the default comes from: measured, cited or chosen, and on what."""
        return next(f"{kind}: {text}" for kind in ("measured", "cited", "chosen") if (text := getattr(self, kind)))


_SETTINGS: dict[str, Setting] = {}


def list_settings() -> list[Setting]:
    """Return every setting of every room, by name."""
    _import_rooms()
    return [_SETTINGS[name] for name in sorted(_SETTINGS)]


def list_thresholds() -> pd.DataFrame:
    """Return all settings as a DataFrame: threshold, value, decides, source."""
    rows = [(one.name, one.default, one.decides, one.source) for one in list_settings()]
    return pd.DataFrame(rows, columns=["threshold", "value", "decides", "source"])


def check_settings(changed: Mapping[str, float] | None) -> dict[str, float]:
    """Return the overrides as a dict of numbers; raises ValueError naming a setting that there is none of."""
    known = {setting.name for setting in list_settings()} if changed else set()
    for name, value in (changed or {}).items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            raise ValueError(f"there is no setting {name!r}" + (f": do you mean {near[0]!r}?" if near else ""))
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"setting {name}: {value!r} is no number")
    return dict(sorted((changed or {}).items()))


@contextmanager
def using(changed: Mapping[str, float]) -> Iterator[None]:
    """Make the settings `changed` hold inside the with-block, in this thread."""
    token = _CHANGED.set(changed)
    try:
        yield
    finally:
        _CHANGED.reset(token)


def keep_texts(most: int) -> Callable[[Callable[..., Any]], Any]:
    """Return a decorator that keeps the last `most` answers, about texts, until `forget_texts`."""
    def decorate(function: Callable[..., Any]) -> Any:
        kept = lru_cache(maxsize=most)(function)
        _OF_TEXTS.append(kept)
        return kept
    return decorate


def forget_texts() -> None:
    """Give back the memory of what was kept about the texts of an event: the next story has others."""
    for kept in _OF_TEXTS:
        kept.cache_clear()


def remember(most: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that keeps answers as keep_texts does, apart for each change of settings.

    For a function that asks for a setting: a plain cache would hand what one event decided to another.
    """
    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        kept = keep_texts(most)(lambda _changed, *given: function(*given))

        @wraps(function)
        def answer(*given: Any) -> Any:
            changed = _CHANGED.get(None)
            return kept(tuple(changed.items()) if changed else (), *given)
        return answer
    return decorate


def list_rules() -> dict[str, RuleList]:
    """Return every RuleList of every room, as {room.NAME: list}, by room."""
    found = {}
    for room, module in _import_rooms().items():
        for name, thing in vars(module).items():
            if isinstance(thing, RuleList) and not any(thing is known for known in found.values()):
                found[f"{room}.{name}"] = thing
    return found


def _import_rooms() -> dict[str, Any]:
    """Import every room of the analysis that may declare rules or settings: {name: module}."""
    here = Path(__file__).parent
    rooms = {}
    for path in sorted(here.rglob("*.py")):
        name = ".".join(path.relative_to(here).with_suffix("").parts)
        if path.stem not in ("__init__", "__main__") and not name.startswith("example"):
            source = path.read_text(encoding="utf-8")
            if "Setting(" in source or "RuleList(" in source:
                rooms[name] = import_module(f".{name}", __package__)
    rooms.pop("rules", None)
    return rooms
