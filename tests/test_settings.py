"""Settings hold for the event that changes them and for no other: no cache keeps what one of them decided."""

import sys
from importlib import import_module
from pathlib import Path

import pandas as pd

from analysis import Event, rules
from analysis.speech.identity import Who, relate
from analysis.tables import TABLES

EXAMPLE = Path(__file__).parent / "example"
BENCHMARKS = Path(__file__).parent / "benchmarks"


def list_caches():
    """Return {code of a cached function of the analysis: (its name, the cache)}."""
    found = {}
    for name, module in list(sys.modules.items()):
        for thing in list(vars(module).values()) if name.startswith("analysis") else ():
            if hasattr(thing, "cache_info") and hasattr(thing, "__wrapped__"):
                function = thing.__wrapped__
                while hasattr(function, "__wrapped__"):
                    function = function.__wrapped__
                found[function.__code__] = f"{thing.__module__}.{thing.__name__}", thing
    return found


def test_no_cached_function_asks_for_a_setting(monkeypatch):
    rules.list_settings()  # imports every room
    caches, told, asked, value = list_caches(), set(), set(), rules.Setting.value.fget
    for _, cache in caches.values():
        cache.cache_clear()

    def watch(setting):
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code in caches:
                told.add((setting.name, caches[frame.f_code][0]))
            frame = frame.f_back
        asked.add(setting.name)
        return value(setting)

    monkeypatch.setattr(rules.Setting, "value", property(watch))
    event = Event(EXAMPLE)
    for name in TABLES:
        getattr(event, name, None)
    assert told == set()
    assert {"telling", "catchword", "item_alike"} <= asked


def test_answers_are_remembered_for_each_change_of_settings():
    setting, asked = rules.list_settings()[0], []

    @rules.remember(8)
    def double(word):
        asked.append(word)
        return word * int(setting.value == setting.default) + word

    assert (double("a"), double("a")) == ("aa", "aa") and asked == ["a"]
    with rules.using({setting.name: setting.default + 1}):
        assert double("a") == "a"
    assert double("a") == "aa" and asked == ["a", "a"]


def test_two_spellings_are_one_speaker_as_the_setting_of_the_event_says():
    pair = Who("Ada Lund", "person", ""), Who("Ada Lunde", "person", "")
    assert relate(*pair) == "same"
    with rules.using({"same_spelling": 99}):
        assert relate(*pair) == "apart"


def test_the_table_of_the_settings_that_move_findings_is_that_of_the_file(monkeypatch, capsys):
    monkeypatch.syspath_prepend(BENCHMARKS)
    rows = pd.read_csv(BENCHMARKS / "settings.csv", dtype=str, keep_default_na=False)
    import_module("settings").sum_up(rows)
    readme = (BENCHMARKS / "README.md").read_text(encoding="utf-8")
    table, summary = capsys.readouterr().out.strip().split("\n\n")
    assert table in readme and summary in readme
