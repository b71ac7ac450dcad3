"""What users see hangs on these numbers: each stands between two invented texts, and a fifth less or more shows."""

import pandas as pd
import pytest

from analysis import Event
from analysis.english.spellings import are_one_name, may_be_one_name
from analysis.english.stems import is_rare, is_telling
from analysis.remarks.sameness import SAME
from analysis.rules import list_settings, using

DEFAULTS = {setting.name: setting.default for setting in list_settings()}
REMARK = "Our harbour will reopen in spring and every boat will find its berth again"
LONG = ("The council of Ellby will close the ferry pier at the end of June because its pillars are cracked and nobody "
        "wants to pay for new ones this year")
SHORT = "The old mayor told the small crowd that nobody would pay."
STORY = ["Engineers found cracks in nine pillars of the pier on Monday.", "The harbour master shut the gate at noon.",
         "Forty boats had to leave for the quay at Norhaven.", "A fund will pay the fishermen for the lost week.",
         "The mayor wants the work to begin before winter."]
OTHER = ["Nobody in Quayle Street has heard the school bell for days.", "A lamp burned all night in the vestry.",
         "Bakers sold their last loaves before seven."]


def read(*texts):
    """Return the Event of one article for each text."""
    names = "abcdef"[:len(texts)]
    table = pd.DataFrame({"article": list(names), "outlet": list(names), "text": texts})
    return Event.from_articles(table, settings={one.name: one.value for one in list_settings()})


def say(relation):
    """Return whether two remarks are one where their speakers stand in `relation`."""
    return lambda one, other: SAME.example((relation, one, other)) is not None


def link(relation):
    """Return whether two sentences are linked by `relation`."""
    return lambda one, other: relation in set(read(one, other).links["relation"].astype(str))


def is_catchword(text):
    return "scare" in set(read(text).quotes["kind"].astype(str))


def is_full(one, other):
    return set(read(one, other).coverage["state"].astype(str)) == {"full"}


def is_family(one, other):
    return read(one, other).families["family"].nunique() == 1


# setting, what is asked, texts of which it holds, texts of which it does not; the one setting parts them
CASES = [
    ("telling", is_telling, ("vote",), ("president",)),
    ("rare", is_rare, ("pier",), ("ballot",)),
    ("same_spelling", are_one_name, ("zelenka", "zelinka"), ("petrow", "petroff")),
    ("near_spelling", may_be_one_name, ("petrow", "petroff"), ("sturm", "stern")),
    ("same_same", say("same"), (REMARK, "We shall open the harbour in spring, and every ship will find a berth"),
     (REMARK, "Spring will bring every boat to our harbour")),
    ("same_open", say("open"), (REMARK, "The harbour reopens in spring, and each boat will have its old berth back"),
     (REMARK, "We shall open the harbour in spring, and every ship will find a berth")),
    ("same_apart", say("apart"), (REMARK, "Our harbor will reopen this spring and every boat will find its old berth "
                                  "again"),
     (REMARK, "The harbour reopens in spring, and each boat will have its old berth back")),
    ("catchword", is_catchword, ("It was a “gift to the town” in all but name.",),
     ("It was a “gift to the whole town” in all but name.",)),
    ("verbatim_share", link("verbatim"), (LONG + ".", LONG + "."),
     (LONG + ".", LONG.replace("cracked", "broken").replace("nobody", "no one") + ".")),
    ("alike_share", link("edited"), (SHORT, "The old mayor said to the small crowd that all of them would pay."),
     (SHORT, "The old mayor told a big crowd that no one would pay.")),
    ("run", link("fragment"), (LONG + ".", "He said on Sunday that the boats must leave the ferry pier at the end of "
                               "June when the storms are over and the nets have been mended in Norhaven."),
     (LONG + ".", "He said on Sunday that the boats must leave the ferry pier at the end of "
      "May when the storms are over and the nets have been mended in Norhaven.")),
    ("family_reuse", is_family, ("\n".join(STORY), "\n".join([STORY[1], STORY[2], STORY[4], *OTHER])),
     ("\n".join(STORY), "\n".join([STORY[0], STORY[3], *OTHER]))),
    ("full_kept", is_full, (f"“{LONG}, and I mean it,” said Ann Bellamy.", f"“{LONG}, I mean it,” said Ann Bellamy."),
     (f"“{LONG}, and I mean it,” said Ann Bellamy.", f"“{LONG},” said Ann Bellamy.")),
]


def moved(name, factor):
    value = DEFAULTS[name]
    step = max(1, round(value / 5)) if float(value).is_integer() else value / 5
    return {name: value + step * factor}


@pytest.mark.parametrize(("name", "ask", "yes", "no"), CASES, ids=[case[0] for case in CASES])
def test_a_fifth_less_or_more_changes_what_is_read(name, ask, yes, no):
    assert ask(*yes) and not ask(*no)
    answers = []
    for factor in (-1, 1):
        with using(moved(name, factor)):
            answers.append((ask(*yes), ask(*no)))
    assert sorted(answers) == [(False, False), (True, True)]
